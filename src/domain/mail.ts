/** Mail as the product sees it: what every provider can report, in plain data. */
import type { Reading } from './reading.ts';

/** A mailbox address. `address` is lower-cased; `name` may be empty. */
export interface Address {
  name: string;
  address: string;
}

/**
 * Where a message lies. `filed` is any other folder of the owner: an archive, a folder a rule moved mail into.
 * Junk is none of these: it is not followed.
 */
export type Place = 'inbox' | 'sent' | 'drafts' | 'trash' | 'filed';

/** Headers that show whether a person or a machine wrote a message, and who (RFC 3834, RFC 2369, RFC 3464), lower-cased names. */
export type Signals = Partial<
  Record<
    | 'auto-submitted'
    | 'precedence'
    | 'x-auto-response-suppress'
    | 'x-autoreply'
    | 'x-autorespond'
    | 'list-id'
    | 'list-unsubscribe'
    | 'reply-to'
    | 'x-original-from'
    | 'sender'
    | 'return-path'
    | 'content-type'
    | 'content-class'
    | 'x-failed-recipients',
    string
  >
>;

/** The header part of a message: all that is read of mail that belongs to no deal. */
export interface Envelope {
  /** Message-ID with its angle brackets. A mail without one gets `<…@no-message-id.invalid>`, equal for equal mails. */
  id: string;
  inReplyTo: string | null;
  /** RFC 5322 References, oldest first. */
  references: string[];
  from: Address | null;
  to: Address[];
  cc: Address[];
  bcc: Address[];
  subject: string;
  /** UTC instant of the Date header; where that is missing or cannot be, the server's arrival time. */
  date: Date;
  /** Minutes that the sender's clock was ahead of UTC, by the Date header; absent where that does not say. */
  utcOffset?: number;
  signals: Signals;
}

/** A whole message. */
export interface Message extends Envelope {
  /** Plain text as received, quotes and signature included; HTML is turned to text. At most 256 KiB, both ends of a longer one. */
  text: string;
  /** The text of its iCalendar part (RFC 5545), where it has one. */
  calendar?: string;
  /** File names of the attachments; their content is never read. */
  attachments: string[];
  place: Place;
  /** Whether the owner has opened it. */
  read: boolean;
  /** What was read in it when it was stored; absent where it has not been read yet. */
  reading?: Reading;
}

/** A conversation. Never contains a draft. Messages are in order of `date`. */
export interface Thread {
  /** The provider's own name for it; opaque elsewhere. */
  ref: string;
  messages: Message[];
}

/** A mail we want to leave as a draft: everything but its Message-ID, which follows from the key. */
export interface Reply {
  threadRef: string;
  /** The message answered; null when no message of the thread has a real Message-ID. */
  inReplyTo: string | null;
  references: string[];
  from: Address;
  to: Address[];
  cc: Address[];
  subject: string;
  text: string;
}

/** Ids made up for mails without one; never put into a header. */
export const noMessageId = /@no-message-id\.invalid>$/;

/** Everyone a message names, without repeats. */
export function participants(message: Pick<Envelope, 'from' | 'to' | 'cc' | 'bcc'>): string[] {
  const all = [message.from, ...message.to, ...message.cc, ...message.bcc];
  return [...new Set(all.flatMap((each) => (each ? [each.address] : [])))];
}

/** The address of a List-Id (RFC 2919), as a From would have it: "announce.lists.example" and announce@lists.example are alike. */
export function isListAddress(address: string, signals: Signals): boolean {
  const id = /<([^<>\s]+)>|^\s*([^<>\s]+)\s*$/.exec(signals['list-id'] ?? '');
  return id !== null && (id[1] ?? id[2] ?? '').toLowerCase() === address.replace('@', '.').toLowerCase();
}

/**
 * A message with its author in From where a list put itself there, as lists must whose senders' domains publish a DMARC policy (RFC 7489 §6.3): "Dana
 * Berg via Sales". The author then stands in X-Original-From or Reply-To. Any other message is given back as it is.
 */
export function asWritten<T extends Pick<Envelope, 'from' | 'signals'>>(message: T): T {
  const { from, signals } = message;
  if (!from) return message;
  const original = signals['x-original-from'];
  const rewritten = original !== undefined || /\svia\s/i.test(from.name) || isListAddress(from.address, signals);
  if (!rewritten) return message;
  const author = [original, signals['reply-to']]
    .flatMap((value) => value?.toLowerCase().match(/[^\s<>,;:"'()@]{1,64}@[^\s<>,;:"'()@]{1,255}/g) ?? [])
    .find((address) => address !== from.address && !isListAddress(address, signals));
  if (author === undefined) return message;
  return {
    ...message,
    from: { name: from.name.replace(/\svia\s.*$/i, '').replace(/^['"]|['"]$/g, ''), address: author },
  };
}

/** "Re: Re: AW: Offer" and "Offer" are one subject. Lower-cased, spaces folded. */
export function baseSubject(subject: string): string {
  let rest = subject.replace(/\s+/g, ' ').trim();
  for (;;) {
    const cut = rest.replace(
      /^(?:(?:re|aw|fw|fwd|wg|tr|rv|sv|vs|antw|rif|res|enc)(?:\[\d+\])?\s?:|\[[^\]]{1,40}\])\s*/i,
      '',
    );
    if (cut === rest || cut === '') return rest.toLowerCase();
    rest = cut;
  }
}

/** Whether a subject says of itself that it answers or forwards something. */
export function isReplySubject(subject: string): boolean {
  return /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:re|aw|fw|fwd|wg|tr|rv|sv|vs|antw|rif|res|enc)(?:\[\d+\])?\s?:/i.test(subject);
}

/** The subject of an answer: one "Re: ", however many marks of an answer were there before. What was forwarded stays so. */
export function replySubject(subject: string): string {
  let rest = subject.replace(/\s+/g, ' ').trim();
  for (;;) {
    const cut = rest.replace(/^(?:re|aw|sv|vs|antw|rif|res)(?:\[\d+\])?\s?:\s*/i, '');
    if (cut === rest) return `Re: ${rest}`.trim();
    rest = cut;
  }
}
