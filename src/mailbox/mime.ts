/**
 * From raw RFC 5322 mail to our nouns, through mailparser with everything switched off that costs more than linear time on hostile input
 * (`facts/security.md` §1.8).
 *
 * The header part is read the same way whether the body came with it or not, so that one mail has one id however
 * much of it was fetched.
 */
import { createHash } from 'node:crypto';
import { type AddressObject, type EmailAddress, type Headers, MailParser } from 'mailparser';
import type { Address, Envelope, Message, Signals } from '../domain/mail.ts';
import { fieldsOf, headerBlock } from './header-fields.ts';
import { maxHtmlCharacters, textOfHtml } from './html.ts';
import { believedDate, readDate, readOffset, receivedDate } from './mail-date.ts';
import { bounded } from './text-bounds.ts';

/** Everything of a message but where it lies and whether it was read. */
export type Parsed = Omit<Message, 'place' | 'read'>;

export interface ParseOptions {
  /** When the server got it: stands in for a Date that is missing or cannot be; a Received field says it better. */
  arrived?: Date;
  /** Lies in Sent or Drafts: it may be stored long after it was written. */
  own?: boolean;
}

/** Bytes of a raw mail that are looked at; attachments behind that are not seen. */
const maxRawBytes = 8 * 1024 * 1024;
/** Bytes of a calendar part that are kept; an invitation has a few thousand. */
export const maxCalendarBytes = 64 * 1024;
/** RFC 5322 sets no limit on References; past this only the root and the newest say anything. */
const maxReferences = 200;

const parserOptions = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
  keepCidLinks: true,
  maxHtmlLengthToParse: maxHtmlCharacters,
} as const;

/** Header fields needed for an `Envelope`, for a fetch that asks for no others. */
export const envelopeFields = [
  'message-id',
  'in-reply-to',
  'references',
  'from',
  'to',
  'cc',
  'bcc',
  'subject',
  'date',
  'received',
  'auto-submitted',
  'precedence',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'list-id',
  'list-unsubscribe',
  'reply-to',
  'x-original-from',
  'sender',
  'return-path',
  'content-type',
  'content-class',
  'x-failed-recipients',
] as const;

/**
 * Reads one mail. Never throws for what a mail may contain: an unknown charset, a broken Date, a torn multipart give
 * what could be read. Looks at the first 8 MiB and gives back at most 256 KiB of text, both ends of a longer one.
 */
export async function parseMessage(raw: Buffer | string, options: ParseOptions = {}): Promise<Parsed> {
  const bytes = (typeof raw === 'string' ? Buffer.from(raw) : raw).subarray(0, maxRawBytes);
  const mail = await parseSafely(bytes);
  return storable({
    ...envelopeOf(mail, fieldsOf(headerBlock(bytes)), options),
    text: bounded(mail.tree ? textOf(mail.tree) : ''),
    attachments: mail.attachments,
    ...(mail.calendar === '' ? {} : { calendar: mail.calendar }),
  });
}

/** Without NUL, which no database text can hold, and without lone surrogates, which no UTF-8 can; in every text of a mail. */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed() as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, storable(each)])) as T;
}

/** Reads the header part alone, as `parseMessage` would. */
export async function parseEnvelope(header: Buffer | string, options: ParseOptions = {}): Promise<Envelope> {
  const bytes = typeof header === 'string' ? Buffer.from(header) : header;
  const block = headerBlock(bytes);
  // Without its own Content-Type: a multipart without parts would only be work.
  let dropped = false;
  const lean = block.filter((line) => {
    // A folded line belongs to the field above it.
    if (!/^[ \t]/.test(line)) dropped = /^content-(type|transfer-encoding)\s*:/i.test(line);
    return !dropped;
  });
  const mail = await parseSafely(Buffer.from(`${lean.join('\r\n')}\r\n\r\n`, 'latin1'));
  return storable(envelopeOf(mail, fieldsOf(block), options));
}

/** One text part as a server hands it out: its declared type and its still encoded body. */
export interface TextPart {
  /** `text/plain` or `text/html`. */
  type: string;
  parameters: Record<string, string>;
  /** Content-Transfer-Encoding. */
  encoding: string;
  body: Buffer;
}

/** The plain text of parts fetched one by one; parts are joined in order, as a client shows them. */
export async function textOfParts(parts: TextPart[]): Promise<string> {
  const texts: string[] = [];
  for (const part of parts) {
    const parameters = Object.entries(part.parameters)
      .filter(([name, value]) => /^(charset|format|delsp)$/i.test(name) && /^[\w.:()+-]{1,60}$/.test(value))
      .map(([name, value]) => `; ${name}="${value}"`);
    const encoding = /^[\w-]{1,30}$/.test(part.encoding) ? part.encoding : '8bit';
    const type = part.type === 'text/html' ? 'text/html' : 'text/plain';
    const header = `Content-Type: ${type}${parameters.join('')}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
    const { tree } = await parseSafely(Buffer.concat([Buffer.from(header), part.body]));
    texts.push(tree ? textOf(tree) : '');
  }
  return bounded(joined(texts));
}

interface ParsedMail {
  headers: Headers;
  tree: MimeNode | null;
  attachments: string[];
  /** Text of the first calendar part; empty without one. */
  calendar: string;
}

/** What mailparser keeps of a part. Not in its types; without it a text part and an HTML part side by side lose one. */
interface MimeNode {
  contentType?: string;
  textContent?: string;
  children: MimeNode[];
}

function parseSafely(bytes: Buffer): Promise<ParsedMail> {
  return new Promise((resolve) => {
    const mail: ParsedMail = { headers: new Map(), tree: null, attachments: [], calendar: '' };
    const parser = new MailParser(parserOptions);
    const done = () => {
      mail.tree = (parser as unknown as { tree: MimeNode | false }).tree || null;
      resolve(mail);
    };
    parser.on('headers', (headers) => {
      mail.headers = headers;
    });
    parser.on('data', (data) => {
      if (data.type !== 'attachment') return;
      mail.attachments.push(attachmentName(data.filename, data.contentType, mail.attachments.length));
      if (/^(?:text\/calendar|application\/ics)$/i.test(data.contentType) && mail.calendar === '')
        data.content.on('data', (chunk: Buffer) => {
          // Cut in bytes: a character torn at the very end is past what is read.
          if (mail.calendar.length < maxCalendarBytes) mail.calendar += chunk.toString('utf8');
        });
      data.content.on('end', () => data.release());
      data.content.resume();
    });
    // An error is not the end of what could be read so far.
    parser.once('error', done);
    parser.once('end', done);
    parser.end(bytes);
  });
}

function envelopeOf(mail: ParsedMail, fields: Map<string, string>, options: ParseOptions): Envelope {
  const addresses = (name: string) =>
    addressesOf(mail.headers.get(name) as AddressObject | AddressObject[] | undefined);
  const subject = mail.headers.get('subject');
  const references = idsIn(fields.get('references'));
  const date = dateOf(fields, options);
  // The clock of a date that was not believed says nothing either.
  const utcOffset =
    date.getTime() === readDate(fields.get('date'))?.getTime() ? readOffset(fields.get('date')) : undefined;
  return {
    id: idsIn(fields.get('message-id'), true)[0] ?? madeUpId(fields),
    inReplyTo: idsIn(fields.get('in-reply-to'))[0] ?? null,
    references:
      references.length > maxReferences ? [references[0]!, ...references.slice(1 - maxReferences)] : references,
    from: addresses('from')[0] ?? null,
    to: addresses('to'),
    cc: addresses('cc'),
    bcc: addresses('bcc'),
    subject: (typeof subject === 'string' ? subject : '').replace(/\s+/g, ' ').trim(),
    date,
    ...(utcOffset === undefined ? {} : { utcOffset }),
    signals: signalsOf(fields),
  };
}

/** Bracketed ids; with `bare`, a lone word too, because some mailers forget the brackets. */
export function idsIn(value: string | undefined, bare = false): string[] {
  if (!value) return [];
  const ids = value.match(/<[^<>\s]{1,990}>/g);
  if (ids) return [...new Set(ids)];
  return bare && /^[^\s<>]{1,990}$/.test(value) ? [`<${value}>`] : [];
}

/** Header fields only: the same mail seen without its body must get the same id. */
export function madeUpId(fields: Map<string, string>): string {
  const hash = createHash('sha256');
  for (const name of ['date', 'from', 'to', 'subject']) hash.update(`${fields.get(name) ?? ''}\n`);
  return `<${hash.digest('hex').slice(0, 20)}@no-message-id.invalid>`;
}

function addressesOf(header: AddressObject | AddressObject[] | undefined): Address[] {
  const found: Address[] = [];
  const collect = (each: EmailAddress) => {
    // A group (RFC 5322 §3.4) counts as its members.
    for (const member of each.group ?? []) collect(member);
    const address = (each.address ?? '').trim().toLowerCase();
    if (/^[^\s,;<>]+@[^\s,;<>@]+$/.test(address) && found.length < 1000)
      found.push({ name: each.name.trim(), address });
  };
  for (const each of [header ?? []].flat()) each.value.forEach(collect);
  return found;
}

const signalNames = new Set<string>([
  'auto-submitted',
  'precedence',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'list-id',
  'list-unsubscribe',
  'reply-to',
  'x-original-from',
  'sender',
  'return-path',
  'content-type',
  'content-class',
  'x-failed-recipients',
] satisfies (keyof Signals)[]);

export function signalsOf(fields: Map<string, string>): Signals {
  return Object.fromEntries(
    [...fields].filter(([name]) => signalNames.has(name)).map(([name, value]) => [name, value.slice(0, 1000)]),
  );
}

/** Older than any window that is looked at: for a mail of which nothing says when it was. */
const undated = new Date('1980-01-01T00:00:00Z');

function dateOf(
  fields: Map<string, string>,
  { arrived = null, own = false }: { arrived?: Date | null; own?: boolean },
): Date {
  // The newest Received is the server's own; a mailbox that was moved has new times of arrival for all of its mails.
  const received = receivedDate(fields.get('received'));
  return believedDate(readDate(fields.get('date')), received ?? arrived, own) ?? undated;
}

/** Of alternatives the plain one, unless it is blank as some mailers send it; parts side by side one after the other. */
function textOf(node: MimeNode): string {
  const type = (node.contentType ?? 'text/plain').toLowerCase();
  if (node.children.length === 0) {
    return type === 'text/html' ? textOfHtml(node.textContent ?? '') : withoutLastBreak(node.textContent ?? '');
  }
  if (type === 'multipart/alternative') {
    const plain = node.children.find((child) => child.contentType === 'text/plain' && child.textContent?.trim());
    if (plain) return textOf(plain);
  }
  return joined(node.children.map(textOf));
}

function joined(texts: string[]): string {
  const found = texts.filter((text) => text.trim() !== '');
  return found.length > 0 ? found.join('\n') : (texts[0] ?? '');
}

/** The break that ends the last line on the wire is no part of the text; `wireText` adds it. */
const withoutLastBreak = (text: string) => text.replace(/\r?\n$/, '');

/** A name for an attachment that has none of its own: its kind, so that a reader knows something was there. */
export function attachmentName(filename: string | undefined, type: string, at: number): string {
  const name = (filename ?? '')
    .replace(/[\x00-\x1f\x7f/\\]+/g, ' ')
    .trim()
    .slice(0, 200);
  return name !== '' ? name : `${type.toLowerCase().replace('/', '-') || 'attachment'}-${at + 1}`;
}
