/**
 * Gmail's messages in our nouns. `full` gives the parts of a mail with their content decoded, and leaves out what is attached; so the text is read
 * and nothing else. The header block is put together again and read as any other mail's.
 */
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import type { Envelope, Message, Place } from '../domain/mail.ts';
import { absent, type Gmail, type Item } from './gmail-api.ts';
import { attachmentName, maxCalendarBytes, parseEnvelope, type TextPart, textOfParts } from './mime.ts';
import { maxTextBytes } from './text-bounds.ts';

type Part = gmail_v1.Schema$MessagePart;

/** A text longer than this is cut anyway; HTML may be several times its text. */
const maxPartBytes = 16 * maxTextBytes;

/**
 * Where a message lies; null where it is not followed: junk, chats. What the rep sent to themselves is in Inbox and Sent, and counts as sent, which
 * nobody can label by hand. Mail that waits for its time is still a draft, if it is shown at all (`facts/drafts.md` §1.4: unknown).
 */
export function placeOf(labels: readonly string[]): Place | null {
  const has = (label: string) => labels.includes(label);
  if (has('SPAM') || has('CHAT')) return null;
  if (has('TRASH')) return 'trash';
  if (isDraft(labels)) return 'drafts';
  if (has('SENT')) return 'sent';
  return has('INBOX') ? 'inbox' : 'filed';
}

export function isDraft(labels: readonly string[]): boolean {
  return labels.includes('DRAFT') || isScheduled(labels);
}

/**
 * A draft, or one that was thrown away: in trash it may have lost its label. SENT is put on whatever was sent, and nobody can take it off
 * (guides/labels), so a mail of the rep's own without it was never sent; asked of nothing but mails that the rep wrote.
 */
export function isUnsent(labels: readonly string[]): boolean {
  return isDraft(labels) || (labels.includes('TRASH') && !labels.includes('SENT'));
}

/** The rep has let go of it. */
export function isScheduled(labels: readonly string[]): boolean {
  return labels.includes('SCHEDULED');
}

export const labelsOf = (item: Item): string[] => item.labelIds ?? [];

export const arrivedAt = (item: Item): Date => new Date(Number(item.internalDate ?? 0));

/** What the headers say, of a message read in any format that has them. */
export function envelopeOf(item: Item): Promise<Envelope> {
  const headers = item.payload?.headers ?? [];
  // Values come unfolded, some decoded; a line break in one would begin another field.
  const block = headers.map(({ name, value }) => `${name}: ${(value ?? '').replace(/[\r\n]+[ \t]*/g, ' ')}\r\n`);
  const labels = labelsOf(item);
  return parseEnvelope(`${block.join('')}\r\n`, {
    ...(item.internalDate ? { arrived: arrivedAt(item) } : {}),
    own: labels.includes('SENT') || isDraft(labels),
  });
}

/** Of a message read in full. Null where it lies in no followed place. */
export async function messageOf(gmail: Gmail, item: Item): Promise<Message | null> {
  const place = placeOf(labelsOf(item));
  if (place === null) return null;
  const { texts, attached } = partsOf(item.payload ?? {});
  const textOf = async (some: Part[]): Promise<string> => {
    const parts = await Promise.all(some.map((part) => textPart(gmail, item.id ?? '', part)));
    return textOfParts(parts.filter((part) => part !== null));
  };
  const calendar = await textOf(attached.filter(isCalendar).slice(0, 1));
  return {
    ...(await envelopeOf(item)),
    text: await textOf(texts),
    ...(calendar === '' ? {} : { calendar: calendar.slice(0, maxCalendarBytes) }),
    attachments: attached.map((part, n) => attachmentName(part.filename ?? undefined, part.mimeType ?? '', n)),
    place,
    read: !labelsOf(item).includes('UNREAD'),
  };
}

/** Of alternatives the plain one, unless it is blank; parts side by side one after the other; the names of the rest. */
function partsOf(part: Part): { texts: Part[]; attached: Part[] } {
  const type = (part.mimeType ?? '').toLowerCase();
  if (type.startsWith('multipart/')) {
    const children = (part.parts ?? []).map(partsOf);
    const attached = children.flatMap((child) => child.attached);
    const plain = (part.parts ?? []).find((child) => isText(child, 'text/plain') && !isBlank(child));
    if (type === 'multipart/alternative' && plain) return { texts: [plain], attached };
    return { texts: children.flatMap((child) => child.texts), attached };
  }
  // The fields of a delivery report (RFC 3464), as a text or as what is behind it.
  if (type === 'message/delivery-status' && part.parts?.length) return { texts: part.parts, attached: [] };
  if (['text/plain', 'text/html', 'message/delivery-status'].some((each) => isText(part, each)))
    return { texts: [part], attached: [] };
  return { texts: [], attached: type === '' && !part.filename ? [] : [part] };
}

const isCalendar = ({ mimeType }: Part): boolean => /^(?:text\/calendar|application\/ics)$/i.test(mimeType ?? '');

function isText(part: Part, type: string): boolean {
  return (
    part.mimeType?.toLowerCase() === type &&
    !part.filename &&
    !/^\s*attachment/i.test(headerOf(part, 'content-disposition'))
  );
}

function isBlank({ body }: Part): boolean {
  return (
    !body?.attachmentId &&
    Buffer.from(body?.data ?? '', 'base64url')
      .toString()
      .trim() === ''
  );
}

const headerOf = (part: Part, name: string): string =>
  part.headers?.find((each) => each.name?.toLowerCase() === name)?.value ?? '';

/** Null: too long to be looked at. */
async function textPart(gmail: Gmail, messageId: string, part: Part): Promise<TextPart | null> {
  const { data, attachmentId, size } = part.body ?? {};
  // Long texts may come as what is otherwise for files (MessagePartBody).
  const late = !data && attachmentId && (size ?? 0) <= maxPartBytes ? gmail.attachment(messageId, attachmentId) : null;
  if (!data && attachmentId && late === null) return null;
  const body = Buffer.from(data ?? (await late?.catch(absent))?.data ?? '', 'base64url');
  return {
    type: part.mimeType?.toLowerCase() ?? 'text/plain',
    parameters: { charset: charsetOf(body, headerOf(part, 'content-type')) },
    encoding: 'binary',
    body,
  };
}

/** Texts come in UTF-8 whatever their header says (gogcli#446). Where they do not, the header is right. */
function charsetOf(body: Buffer, contentType: string): string {
  const declared = /charset\s*=\s*"?([\w.:()+-]{1,60})/i.exec(contentType)?.[1] ?? 'utf-8';
  const escaped = /^iso-2022/i.test(declared) && body.includes(0x1b);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return escaped ? declared : 'utf-8';
  } catch {
    return declared;
  }
}
