/**
 * From UIDs to our nouns. Headers come first and for many messages at a time; text only for those that matter, only
 * its text parts (BODYSTRUCTURE tells which), and never more than a bounded piece of each: a mail of 60 MB costs
 * kilobytes.
 */
import type { FetchMessageObject, MessageStructureObject, SearchObject } from 'imapflow';
import type { Envelope, Message, Place } from '../domain/mail.ts';
import { headerBlock, traceFields, traceIn, unfolded } from './header-fields.ts';
import type { Session } from './imap-connection.ts';
import type { Folder } from './imap-folders.ts';
import {
  attachmentName,
  envelopeFields,
  maxCalendarBytes,
  parseEnvelope,
  storable,
  type TextPart,
  textOfParts,
} from './mime.ts';
import { endBytes, maxTextBytes } from './text-bounds.ts';

/** A message whose header was read, and where to find the rest of it. */
export interface Located extends Envelope {
  place: Place;
  path: string;
  uidValidity: string;
  uid: number;
  read: boolean;
  /** \Draft: not yet a message of any conversation, wherever it lies. */
  draft: boolean;
  /** \Deleted: gone for the owner, though not yet removed. */
  deleted: boolean;
  structure: MessageStructureObject | null;
}

/** Messages of which headers, or text, are asked for in one command. */
const headersAtOnce = 500;
const textsAtOnce = 50;
/** Bytes of one encoded text part: base64 and quoted-printable make text longer. */
const maxPartBytes = Math.round(maxTextBytes * 1.4);
/** Bytes of the end of a longer part. */
const maxEndBytes = Math.round(endBytes * 1.4);
const maxTextParts = 8;

/**
 * Reads headers by UID. The folder must be selected. Messages that are gone are left out. `withText` prepares for
 * `fetchMessages`; without it the server need not look into bodies at all.
 */
export async function fetchLocated(
  session: Session,
  folder: Folder,
  uids: number[],
  withText = true,
): Promise<Located[]> {
  const found: Located[] = [];
  for (let at = 0; at < uids.length; at += headersAtOnce) {
    const batch = await session.fetch(uids.slice(at, at + headersAtOnce), {
      uid: true,
      flags: true,
      internalDate: true,
      bodyStructure: withText,
      headers: [...envelopeFields],
    });
    // A message removed since the search may still be answered, with nothing in it; a real header is never quite empty.
    for (const message of batch) if (message.headers?.length) found.push(await locatedFrom(message, folder));
  }
  return found.sort((a, b) => a.uid - b.uid);
}

async function locatedFrom(message: FetchMessageObject, folder: Folder): Promise<Located> {
  const arrived = message.internalDate ? new Date(message.internalDate) : undefined;
  const envelope = await parseEnvelope(message.headers ?? '', {
    ...(arrived && !Number.isNaN(arrived.getTime()) ? { arrived } : {}),
    own: folder.place === 'sent' || folder.place === 'drafts',
  });
  const flags = message.flags ?? new Set<string>();
  return {
    ...envelope,
    place: folder.place,
    path: folder.path,
    uidValidity: folder.uidValidity,
    uid: message.uid,
    read: flags.has('\\Seen'),
    draft: flags.has('\\Draft') || folder.place === 'drafts',
    deleted: flags.has('\\Deleted'),
    structure: message.bodyStructure ?? null,
  };
}

/** The header fields of messages that servers gave them on their way, by UID. The folder must be selected. */
export async function fetchTraces(session: Session, uids: number[]): Promise<Map<number, string[]>> {
  const found = await session.fetch(uids, { uid: true, headers: [...traceFields] });
  return new Map(found.map(({ uid, headers }) => [uid, traceIn(unfolded(headerBlock(headers ?? Buffer.alloc(0))))]));
}

/** The envelope alone, as the contract shows it. */
export function envelopeFrom(located: Located): Envelope {
  const { id, inReplyTo, references, from, to, cc, bcc, subject, date, signals } = located;
  return { id, inReplyTo, references, from, to, cc, bcc, subject, date, signals };
}

/** The provider's own name of one state of one message: UIDs never change their content (RFC 9051 §2.3.1.1). */
export const refOf = (located: Located) => JSON.stringify([located.path, located.uidValidity, located.uid]);

/**
 * Reads the text of messages, folder by folder, many messages a command. In the order given; messages that went away
 * since their headers were read are left out.
 */
export async function fetchMessages(session: Session, located: Located[]): Promise<Map<Located, Message>> {
  const messages = new Map<Located, Message>();
  const byPath = Map.groupBy(located, (each) => each.path);
  for (const [path, inFolder] of byPath) {
    const box = await session.select(path);
    const current = inFolder.filter((each) => each.uidValidity === String(box.uidValidity));
    // Messages of the same build share one command: part numbers are the same for all of its messages.
    const byParts = Map.groupBy(current, (each) =>
      [...textParts(each.structure), ...calendarParts(each.structure)].map((part) => part.key).join(' '),
    );
    for (const [keys, alike] of byParts) {
      for (let at = 0; at < alike.length; at += textsAtOnce) {
        const batch = alike.slice(at, at + textsAtOnce);
        const bodies = new Map<number, Map<string, Buffer>>();
        const fetched = await session.fetch(
          batch.map((each) => each.uid),
          keys === ''
            ? { uid: true }
            : { uid: true, bodyParts: keys.split(' ').map((key) => ({ key, start: 0, maxLength: maxPartBytes })) },
        );
        for (const each of fetched) {
          // As above: without any of its parts it is gone, not empty.
          if (keys === '' || each.bodyParts?.size) bodies.set(each.uid, each.bodyParts ?? new Map());
        }
        for (const each of batch) {
          const body = bodies.get(each.uid);
          if (body) messages.set(each, await messageFrom(each, await withEnds(session, each, body)));
        }
      }
    }
  }
  return new Map(located.flatMap((each) => (messages.has(each) ? [[each, messages.get(each)!] as const] : [])));
}

/** The same bodies; of those that are longer than what was fetched the end, too. */
async function withEnds(session: Session, { uid, structure }: Located, body: Map<string, Buffer>) {
  const whole = new Map(body);
  for (const { key } of textParts(structure)) {
    const size = nodeAt(structure, key)?.size ?? 0;
    const head = body.get(key);
    if (!head || size <= maxPartBytes) continue;
    const start = Math.max(maxPartBytes, size - maxEndBytes);
    const [rest] = await session.fetch([uid], { uid: true, bodyParts: [{ key, start, maxLength: maxEndBytes }] });
    const tail = rest?.bodyParts?.get(key);
    if (tail) whole.set(key, start === maxPartBytes ? Buffer.concat([head, tail]) : joinedAtLines(head, tail));
  }
  return whole;
}

/** Encoded text is cut at lines: base64 would be read shifted from any other place, and a character be torn. */
function joinedAtLines(head: Buffer, tail: Buffer): Buffer {
  return Buffer.concat([
    head.subarray(0, head.lastIndexOf(10) + 1 || head.length),
    tail.subarray(tail.indexOf(10) + 1),
  ]);
}

async function messageFrom(located: Located, body: Map<string, Buffer>): Promise<Message> {
  const parts = textParts(located.structure).flatMap((part) => {
    const bytes = body.get(part.key);
    return bytes ? [{ ...part, body: bytes }] : [];
  });
  const [invitation] = calendarParts(located.structure);
  const bytes = invitation && body.get(invitation.key);
  const calendar = invitation && bytes ? storable(await textOfParts([{ ...invitation, body: bytes }])) : '';
  return {
    ...envelopeFrom(located),
    text: storable(await textOfParts(chosen(parts))),
    ...(calendar === '' ? {} : { calendar: calendar.slice(0, maxCalendarBytes) }),
    attachments: attachmentsOf(located.structure),
    place: located.place,
    read: located.read,
  };
}

interface PartPlace extends Omit<TextPart, 'body'> {
  key: string;
  /** The multipart/alternative it belongs to, if any. */
  among: string | null;
}

/** Of alternatives the plain one, unless it is blank: some mailers send it so. */
function chosen(parts: (PartPlace & TextPart)[]): TextPart[] {
  return parts.filter((part) => {
    if (part.among === null) return true;
    const plain = parts.find(
      (other) =>
        other.among === part.among && other.type !== 'text/html' && other.body.toString('latin1').trim() !== '',
    );
    return plain ? part === plain : true;
  });
}

/** Text parts to read: not those offered as attachments, nothing inside an attached message. */
function textParts(structure: MessageStructureObject | null): PartPlace[] {
  const found: PartPlace[] = [];
  const walk = (node: MessageStructureObject, among: string | null) => {
    if (found.length >= maxTextParts) return;
    if (isMultipart(node)) {
      const inside = node.type === 'multipart/alternative' ? (node.part ?? 'top') : among;
      for (const child of node.childNodes ?? []) walk(child, inside);
    } else if (isText(node)) {
      found.push({
        key: node.part ?? '1',
        among,
        type: node.type === 'text/html' ? 'text/html' : 'text/plain',
        parameters: node.parameters ?? {},
        encoding: node.encoding ?? '7bit',
      });
    }
  };
  if (structure) walk(structure, null);
  // Both kinds of an alternative are fetched only when the plain one is so small that it may be blank.
  return found.filter((part) => part.type !== 'text/html' || !found.some((other) => plainTwin(part, other, structure)));
}

/** The first calendar part (RFC 5545), read as plain text. */
function calendarParts(structure: MessageStructureObject | null): PartPlace[] {
  const found: PartPlace[] = [];
  const walk = (node: MessageStructureObject) => {
    if (found.length > 0) return;
    if (isMultipart(node)) for (const child of node.childNodes ?? []) walk(child);
    else if (node.type === 'text/calendar')
      found.push({
        key: node.part ?? '1',
        among: null,
        type: 'text/plain',
        parameters: node.parameters ?? {},
        encoding: node.encoding ?? '7bit',
      });
  };
  if (structure) walk(structure);
  return found;
}

function plainTwin(part: PartPlace, other: PartPlace, structure: MessageStructureObject | null): boolean {
  if (part.among === null || other.among !== part.among || other.type !== 'text/plain') return false;
  return (nodeAt(structure, other.key)?.size ?? 0) > 16;
}

function nodeAt(structure: MessageStructureObject | null, key: string): MessageStructureObject | null {
  if (!structure) return null;
  if ((structure.part ?? '1') === key && !isMultipart(structure)) return structure;
  for (const child of structure.childNodes ?? []) {
    const found = nodeAt(child, key);
    if (found) return found;
  }
  return null;
}

const isMultipart = (node: MessageStructureObject) => node.type.startsWith('multipart/');
const isText = (node: MessageStructureObject) =>
  ['text/plain', 'text/html', 'message/delivery-status'].includes(node.type) && node.disposition !== 'attachment';

function attachmentsOf(structure: MessageStructureObject | null): string[] {
  const names: string[] = [];
  const walk = (node: MessageStructureObject) => {
    if (isMultipart(node)) {
      for (const child of node.childNodes ?? []) walk(child);
    } else if (!isText(node) && names.length < 1000) {
      names.push(
        attachmentName(node.dispositionParameters?.filename ?? node.parameters?.name, node.type, names.length),
      );
    }
  };
  if (structure) walk(structure);
  return names;
}

/** Bytes of search terms in one command; servers must take 8000 (RFC 7162 §4), some take no more. */
const maxSearchBytes = 6000;

/** One OR search over many terms, cut into commands that servers accept. UIDs ascending, in the selected folder. */
export async function searchAny(session: Session, terms: SearchObject[], also: SearchObject = {}): Promise<number[]> {
  const found = new Set<number>();
  for (let at = 0; at < terms.length; ) {
    const some: SearchObject[] = [];
    let bytes = 0;
    while (at < terms.length && (some.length === 0 || bytes + costOf(terms[at]!) < maxSearchBytes)) {
      bytes += costOf(terms[at]!);
      some.push(terms[at++]!);
    }
    const query = some.length === 1 ? { ...also, ...some[0] } : { ...also, or: some };
    for (const uid of await session.search(query)) found.add(uid);
  }
  return [...found].sort((a, b) => a - b);
}

/** Values grow up to threefold where they need a literal or UTF-8, and each costs its keyword. */
const costOf = (term: SearchObject) => Buffer.byteLength(JSON.stringify(term)) + 12;

/** Terms for messages that are, or answer, one of these ids. An empty id would match every message there is. */
export function idTerms(
  ids: Iterable<string>,
  fields: ('message-id' | 'in-reply-to' | 'references')[],
): SearchObject[] {
  return [...ids]
    .filter((id) => /^[\x21-\x7e]+$/.test(id))
    .flatMap((id) => fields.map((field) => ({ header: { [field]: id } })));
}
