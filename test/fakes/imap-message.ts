/**
 * One stored mail as IMAP shows it: ENVELOPE, BODYSTRUCTURE, sections, and its text for SEARCH. Takes apart what ordinary mail
 * programs write; nothing is repaired. Text is latin1, one character a byte, except where a function says "decoded".
 */
import addressparser from 'nodemailer/lib/addressparser';
import { BadCommand, literal, nstring } from './imap-syntax.ts';

/** A header field: its name, its unfolded value, and the bytes it stood in. */
export interface Field {
  name: string;
  value: string;
  raw: string;
}

/** A MIME entity: the mail itself or one of its parts. */
export interface Part {
  /** Header bytes with the empty line that ends them. */
  header: string;
  body: string;
  fields: Field[];
  /** Lower-cased, such as `text/plain`. */
  type: string;
  parameters: Map<string, string>;
  children: Part[];
  /** The mail inside of a message/rfc822 part. */
  enclosed: Part | null;
}

/** Splits a header block. Line ends may be CRLF or LF. */
export function parseFields(header: string): Field[] {
  const fields: Field[] = [];
  for (const raw of header.match(/[^\r\n][^\n]*(?:\n[ \t]+[^\r\n][^\n]*)*\n?/g) ?? []) {
    const colon = raw.indexOf(':');
    if (colon <= 0) continue;
    const value = raw
      .slice(colon + 1)
      .replace(/\r?\n(?=[ \t])/g, '')
      .trim();
    fields.push({ name: raw.slice(0, colon).trim().toLowerCase(), value, raw });
  }
  return fields;
}

/** The first field of that name, or null. */
export function fieldOf(part: Part, name: string): string | null {
  return part.fields.find((field) => field.name === name)?.value ?? null;
}

/** `text/plain; charset="utf-8"` as a value and its parameters. */
function structured(value: string): { value: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>();
  for (const [, name, quoted, plain] of value.matchAll(/;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/g)) {
    parameters.set(name!.toLowerCase(), quoted === undefined ? plain! : quoted.replace(/\\(.)/g, '$1'));
  }
  return { value: value.split(';', 1)[0]!.trim(), parameters };
}

/** Takes a mail apart. Nesting deeper than ten levels is left as bytes. */
export function parseMail(raw: string, depth = 0, assumed = 'text/plain'): Part {
  const blank = /^\r?\n|\r?\n\r?\n/.exec(raw);
  const cut = blank ? blank.index + blank[0].length : raw.length;
  const header = raw.slice(0, cut);
  const fields = parseFields(header);
  const contentType = structured(fields.find((field) => field.name === 'content-type')?.value ?? assumed);
  const part: Part = {
    header,
    body: raw.slice(cut),
    fields,
    type: /^[^\s/]+\/[^\s/]+$/.test(contentType.value) ? contentType.value.toLowerCase() : assumed,
    parameters: contentType.parameters,
    children: [],
    enclosed: null,
  };
  const boundary = part.parameters.get('boundary');
  if (depth < 10 && part.type.startsWith('multipart/') && boundary) {
    const inner = part.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    part.children = splitParts(part.body, boundary).map((each) => parseMail(each, depth + 1, inner));
  }
  if (depth < 10 && part.type === 'message/rfc822') part.enclosed = parseMail(part.body, depth + 1);
  return part;
}

/** The bytes between boundaries. The line end before a boundary belongs to the boundary (RFC 2046 section 5.1.1). */
function splitParts(body: string, boundary: string): string[] {
  const escaped = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pieces = body.split(new RegExp(`(?:^|\\r?\\n)--${escaped}(--)?[ \\t]*(?=\\r?\\n|$)`));
  const parts: string[] = [];
  // `split` puts each closing mark between the pieces: [preamble, mark, piece, mark, piece, '--', epilogue].
  for (let index = 2; index < pieces.length && pieces[index - 1] === undefined; index += 2) {
    parts.push(pieces[index]!.replace(/^\r?\n/, ''));
  }
  return parts;
}

/** ENVELOPE (RFC 3501 section 7.4.2): header text as it stands, encoded words included. */
export function envelope(part: Part): string {
  const from = addresses(fieldOf(part, 'from'));
  const or = (name: string) => {
    const own = addresses(fieldOf(part, name));
    return own === 'NIL' ? from : own;
  };
  return `(${[
    nstring(fieldOf(part, 'date')),
    nstring(fieldOf(part, 'subject')),
    from,
    or('sender'),
    or('reply-to'),
    addresses(fieldOf(part, 'to')),
    addresses(fieldOf(part, 'cc')),
    addresses(fieldOf(part, 'bcc')),
    nstring(fieldOf(part, 'in-reply-to')),
    nstring(fieldOf(part, 'message-id')),
  ].join(' ')})`;
}

function addresses(value: string | null): string {
  if (!value) return 'NIL';
  const one = ({ name, address }: { name: string; address: string }) => {
    const at = address.lastIndexOf('@');
    const [local, host] = at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
    return `(${nstring(name || null)} NIL ${nstring(local)} ${nstring(host)})`;
  };
  const shown = addressparser(value).map((entry) => {
    if (!('group' in entry) || !entry.group) return one(entry as { name: string; address: string });
    return `(NIL NIL ${nstring(entry.name)} NIL)${entry.group.map((each) => one(each as never)).join('')}(NIL NIL NIL NIL)`;
  });
  return shown.length > 0 ? `(${shown.join('')})` : 'NIL';
}

/** BODYSTRUCTURE, or BODY without extension data. */
export function bodyStructure(part: Part, extended = true): string {
  const [type, subtype] = part.type.split('/').map((each) => nstring(each.toUpperCase()));
  const disposition = structured(fieldOf(part, 'content-disposition') ?? '');
  const trailer = `${
    disposition.value ? `(${nstring(disposition.value.toUpperCase())} ${pairs(disposition.parameters)})` : 'NIL'
  } ${nstring(fieldOf(part, 'content-language'))} ${nstring(fieldOf(part, 'content-location'))}`;
  if (part.children.length > 0) {
    const extension = extended ? ` ${pairs(part.parameters)} ${trailer}` : '';
    return `(${part.children.map((each) => bodyStructure(each, extended)).join('')} ${subtype}${extension})`;
  }
  const items = [
    type,
    subtype,
    pairs(
      part.parameters.size > 0 || part.type !== 'text/plain' ? part.parameters : new Map([['charset', 'us-ascii']]),
    ),
    nstring(fieldOf(part, 'content-id')),
    nstring(fieldOf(part, 'content-description')),
    nstring((fieldOf(part, 'content-transfer-encoding') ?? '7bit').toUpperCase()),
    String(part.body.length),
  ];
  if (part.enclosed) items.push(envelope(part.enclosed), bodyStructure(part.enclosed, extended));
  if (part.enclosed || part.type.startsWith('text/')) items.push(String(part.body.split('\n').length - 1));
  if (extended) items.push('NIL', trailer);
  return `(${items.join(' ')})`;
}

function pairs(parameters: Map<string, string>): string {
  if (parameters.size === 0) return 'NIL';
  return `(${[...parameters].map(([name, value]) => `${nstring(name.toUpperCase())} ${nstring(value)}`).join(' ')})`;
}

/** The part with that number, such as `1.2`; null where there is none. A mail without parts is its own part 1. */
function partAt(mail: Part, number: string): Part | null {
  let here: Part | null = mail;
  for (const [depth, step] of number.split('.').map(Number).entries()) {
    const around: Part | null = here?.enclosed ?? here;
    if (around && around.children.length > 0) here = around.children[step - 1] ?? null;
    else here = step === 1 && (depth === 0 || here?.enclosed) ? around : null;
  }
  return here;
}

/** What stands in `BODY[section]`, or null where the mail has no such part. */
export function sectionOf(mail: Part, section: string): string | null {
  const match = /^(?:(\d+(?:\.\d+)*)(?:\.|$))?(?:(HEADER|TEXT|MIME)|HEADER\.FIELDS(\.NOT)? \(([^()]*)\))?$/i.exec(
    section,
  );
  if (!match || (section.endsWith('.') && section !== '')) throw new BadCommand('Not a section');
  const [, number, word, not, names] = match;
  const kind = word?.toUpperCase();
  if (!number) {
    if (section === '') return mail.header + mail.body;
    if (kind === 'MIME') throw new BadCommand('MIME is for parts only');
    if (kind === 'HEADER') return mail.header;
    if (kind === 'TEXT') return mail.body;
    return someFields(mail, names!, not !== undefined);
  }
  const part = partAt(mail, number);
  if (!part) return null;
  if (!kind && names === undefined) return part.body;
  if (kind === 'MIME') return part.header;
  // HEADER, HEADER.FIELDS and TEXT below a part speak of the mail enclosed in it.
  if (!part.enclosed) return null;
  if (kind === 'HEADER') return part.enclosed.header;
  if (kind === 'TEXT') return part.enclosed.body;
  return someFields(part.enclosed, names!, not !== undefined);
}

function someFields(part: Part, names: string, not: boolean): string {
  const wanted = new Set(names.split(' ').map((name) => name.replace(/^"(.*)"$/, '$1').toLowerCase()));
  const lines = part.fields.filter((field) => wanted.has(field.name) !== not).map((field) => field.raw);
  return `${lines.join('')}\r\n`;
}

/** The answer to one BODY[…] item. `partial` is `<offset.length>`. */
export function bodyItem(mail: Part, section: string, partial: { from: number; length: number } | null): string {
  const content = sectionOf(mail, section);
  const name = `BODY[${section.toUpperCase()}]${partial ? `<${partial.from}>` : ''}`;
  if (content === null) return `${name} NIL`;
  return `${name} ${literal(partial ? content.slice(partial.from, partial.from + partial.length) : content)}`;
}

/** Bytes in a named character set as text. An unknown name is read as windows-1252, which never fails. */
function decodeBytes(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function quotedPrintable(text: string): Buffer {
  const joined = text.replace(/=[ \t]*\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** A header value with its encoded words (RFC 2047) decoded; raw UTF-8 is read too. */
export function decodeHeader(value: string): string {
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return text
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/=\?([^?*\s]+)(?:\*[^?]*)?\?([BQ])\?([^?]*)\?=/gi, (_, charset: string, kind: string, data: string) => {
      const bytes = kind.toUpperCase() === 'B' ? Buffer.from(data, 'base64') : quotedPrintable(data.replace(/_/g, ' '));
      return decodeBytes(bytes, charset);
    });
}

/** All text parts, decoded: for SEARCH BODY, and for SEARCH TEXT with the headers of enclosed mails. */
export function decodedText(part: Part, headers = false): string {
  if (part.enclosed) return `${headers ? decodedFields(part.enclosed) : ''}\n${decodedText(part.enclosed, headers)}`;
  if (part.children.length > 0) return part.children.map((each) => decodedText(each, headers)).join('\n');
  if (!part.type.startsWith('text/')) return '';
  const encoding = (fieldOf(part, 'content-transfer-encoding') ?? '').toLowerCase();
  let bytes = Buffer.from(part.body, 'latin1');
  if (encoding === 'base64') bytes = Buffer.from(part.body, 'base64');
  if (encoding === 'quoted-printable') bytes = Buffer.from(quotedPrintable(part.body));
  return decodeBytes(bytes, part.parameters.get('charset') ?? 'utf-8');
}

/** The whole header, decoded, for SEARCH TEXT. */
export function decodedFields(part: Part): string {
  return part.fields.map((field) => `${field.name}: ${decodeHeader(field.value)}`).join('\n');
}
