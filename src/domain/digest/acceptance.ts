/**
 * Whether a mail in Sent is the rep's own answer to a digest (DESIGN §6, "Approving by reply"; `facts/security.md` §1.2). A From proves nothing: what counts
 * is where the mail lies, that no server brought it there, that it names a Message-ID which only the rep has got, and that a person wrote it.
 */
import { addressKey } from '../addresses.ts';
import type { Deed } from '../answer/items.ts';
import { isListAddress, isReplySubject, type Message, type Signals } from '../mail.ts';
import { newText } from '../new-text.ts';
import { kindOf } from '../reading/kind.ts';
import { comparable } from '../text.ts';

/** Twice at rest is no harm, and once too little is: it counts at any age, and a copy of it counts as well. */
export const restrains = (deed: Deed): boolean => deed === 'pause' || deed === 'hold';

/**
 * Whether it is carried out however old the summary is: what restrains us, and the end of the rep's own stop (`stopped`: there is one), for while that stands
 * no other summary comes that could be answered.
 */
export const countsLate = (deed: Deed, stopped: boolean): boolean => restrains(deed) || (deed === 'resume' && stopped);

/** A digest may be answered for so long. */
const answerableMs = 7 * 86_400_000;

/** One copy of it in Sent, as the mailbox tells. */
export interface Copy {
  message: Message;
  draft: boolean;
  /** See `SentCopy` of the mailbox's contract. */
  trace: readonly string[];
}

export interface Answered {
  /** The digest that the answer is taken to be about. */
  digest: { mailboxId: string; createdAt: Date; subject: string };
  /** Its Message-ID, and those of the receipts below it. */
  ids: readonly string[];
}

export interface Asked {
  mailboxId: string;
  /** The rep's address and aliases. */
  own: readonly string[];
  now: Date;
}

/** Why a mail decides nothing; `tell`: it is the rep's own all the same, who should know. */
export interface Refusal {
  why: string;
  tell: boolean;
}

const no = (why: string): Refusal => ({ why, tell: false });

/** Null: it is the rep's own answer. */
export function refusalOf(copies: readonly Copy[], { digest, ids }: Answered, asked: Asked): Refusal | null {
  const [first, ...others] = copies;
  if (!first) return no('it does not lie in Sent');
  if (digest.mailboxId !== asked.mailboxId) return no('it answers a summary of another mailbox');
  const own = new Set(asked.own.map(addressKey));
  for (const copy of copies) {
    const why =
      foreign(copy, own) ??
      automatic(copy.message, digest.subject) ??
      (names(copy.message, ids) ? null : 'it names no summary');
    if (why !== null) return no(why);
  }
  // One of them is not what the rep wrote, and nobody knows which.
  if (others.some(({ message }) => comparable(message.text) !== comparable(first.message.text)))
    return no('copies of it differ');
  if (asked.now.getTime() - digest.createdAt.getTime() >= answerableMs)
    return { why: 'the summary is older than seven days', tell: true };
  return null;
}

/** Not by the rep, or not to the summary: whoever is among its readers, it was written to them. */
function foreign({ message, draft, trace }: Copy, own: ReadonlySet<string>): string | null {
  const { place, from, to, cc, subject, signals } = message;
  if (place !== 'sent') return 'it does not lie in Sent';
  if (draft) return 'it is a draft';
  if (trace.some((line) => !isSubmission(line)) || trace.length > mostSubmissions)
    return 'a server has brought it here';
  const isOwn = ({ address }: { address: string }): boolean => own.has(addressKey(address));
  if (!from || !isOwn(from)) return 'it is from somebody else';
  if (signals.sender !== undefined && !isBy(signals.sender, own)) return 'somebody else has sent it';
  if (signals['x-original-from'] !== undefined || isListAddress(from.address, signals))
    return 'a list has passed it on';
  if (to.length === 0 || ![...to, ...cc].every(isOwn)) return 'it is to somebody else';
  if (isForward(subject)) return 'it is passed on';
  return null;
}

/** RFC 5322 §3.6.2: a delegate writes "on behalf of" the rep, and stands in Sender. Who is not named is not the rep. */
function isBy(sender: string, own: ReadonlySet<string>): boolean {
  const named = sender.match(/[^\s<>,;:"'()@]{1,64}@[^\s<>,;:"'()@]{1,255}/g) ?? [];
  return named.length > 0 && named.every((address) => own.has(addressKey(address)));
}

const mostSubmissions = 2;

/**
 * A line that the owner's own server writes when it takes a mail from a client that has signed in (RFC 3848: a protocol name that ends in A, or a page's
 * HTTP); every other is of a delivery.
 */
const isSubmission = (line: string): boolean => {
  const protocols = [...line.matchAll(/\bwith\s+([\w-]{1,20})/gi)].map(([, protocol = '']) => protocol);
  return (
    line.startsWith('received:') &&
    protocols.length > 0 &&
    protocols.every((each) => /^(?:(?:utf8)?(?:e?smtp|lmtp)s?a|https?)$/i.test(each))
  );
};

/** What no person sends: RFC 3834, RFC 3464, and what Exchange and others say instead. */
function automatic(message: Message, about: string): string | null {
  const { signals } = message;
  const auto = signals['auto-submitted'];
  if (auto !== undefined && !/^\s*no\b/i.test(auto)) return 'a machine wrote it';
  if (machineFields.some((name) => signals[name] !== undefined)) return 'a machine wrote it';
  if (isNotice(message.subject, about)) return 'it is a notice about the summary';
  // A report answers what it is about, too: that it names a mail makes it no letter.
  const kind = kindOf({ ...message, inReplyTo: null }, newText(message.text));
  return kind === 'human' ? null : `it is no letter (${kind})`;
}

const machineFields = [
  'x-autoreply',
  'x-autorespond',
  'precedence',
  'x-auto-response-suppress',
  'x-failed-recipients',
  'list-id',
  'list-unsubscribe',
] as const satisfies readonly (keyof Signals)[];

const names = ({ inReplyTo, references }: Message, ids: readonly string[]): boolean =>
  [...references, ...(inReplyTo ? [inReplyTo] : [])].some((id) => ids.includes(id));

/** What mail programs write before the subject of an answer, beyond what `baseSubject` knows. */
const answerMark =
  /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:re|aw|sv|vs|antw|rif|res|ref|odp|ynt|vá|vl|atb|bls|απ|отв|回复|回覆|答复|返信|답장)(?:\[\d+\])?\s?[:：]\s*/iu;

/** "Read: …", "Automatic reply: …", "Accepted: …": other words than those of an answer, before the subject of the digest. */
function isNotice(subject: string, about: string): boolean {
  const at = subject.indexOf(about);
  if (at < 0 || about === '') return false;
  let before = subject.slice(0, at);
  for (let marks = 0; marks < 20 && answerMark.test(before); marks++) before = before.replace(answerMark, '');
  return /[\p{L}\p{N}]/u.test(before.replace(/^\s*\[[^\]]{1,40}\]\s*$/, ''));
}

/** Its own words for it, before any "Re:". */
function isForward(subject: string): boolean {
  const rest = subject.replace(/^\s*(?:\[[^\]]{1,40}\]\s*)?/, '');
  return isReplySubject(rest) && /^(?:fwd?|wg|tr|rv|enc|i|doorst)(?:\[\d+\])?\s?:/i.test(rest);
}

/**
 * The rep's words: from the first line on that the digest itself has, nothing counts. Mail programs that mark no quote put it there as it was; what is
 * marked as a quote is for the reader of answers to know.
 */
export function aboveDigest(text: string, digest: { text: string; html: string }): string {
  const known = new Set([...digest.text.split('\n'), ...linesOfHtml(digest.html)].map(plain).filter(tells));
  const lines = text.split(/\r\n?|\n/);
  const at = lines.findIndex((line) => !/^\s*>/.test(line) && known.has(plain(line)));
  return at < 0 ? text : lines.slice(0, at).join('\n');
}

/** As a line is compared: without bars and marks before it. */
const plain = (line: string): string => comparable(line.replace(/^[\s>|*·•]+/, ''));

/** Whether a line says so much that nobody writes it by chance. */
const tells = (line: string): boolean => line.length >= 12 && line.includes(' ');

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#34;': '"',
  '&#39;': "'",
  '&rarr;': '→',
};

const linesOfHtml = (html: string): string[] =>
  html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<\/?(?:b|bdi|span|a)\b[^<>]*>/g, '')
    .split(/<[^<>]*>/)
    .map((line) => line.replace(/&(?:amp|lt|gt|rarr|#34|#39);/g, (entity) => entities[entity] ?? entity));
