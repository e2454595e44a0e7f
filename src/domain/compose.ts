/**
 * The follow-up without a language model: code chooses people, subject, headers and facts; a template says them. Every fact in
 * the text rests on words that stand in the thread.
 */
import { type Addresses, addressSet, noReply } from './addresses.ts';
import type { Assessment } from './assess.ts';
import { spokenDate } from './calendar.ts';
import type { Contact } from './deal.ts';
import {
  type Address,
  type Message,
  noMessageId,
  participants,
  type Reply,
  replySubject,
  type Thread,
} from './mail.ts';
import { dealTalk, isRep, type ReadMessageOf, type Rep, writtenByRep } from './talk.ts';
import { shorten } from './text.ts';

/** What a follow-up template may use. Plain text, one line each. */
export interface FollowUpFacts {
  /** Null when it is not known. */
  first_name: string | null;
  rep_name: string;
  /** What was last said, word for word and shortened. */
  said: string;
  /** When, as a spoken date in the template's language. */
  said_on: string;
}

/** A sentence of the draft and the words of the thread it rests on. */
export interface Evidence {
  sentence: string;
  messageId: string;
  quote: string;
}

export interface FollowUp {
  /** Name of the template: `follow-up/SITUATION.LANGUAGE`. */
  template: string;
  facts: FollowUpFacts;
  /** Message-ID of the mail that is followed up. */
  parent: string;
  /** The message the facts come from. */
  ground: { messageId: string; quote: string };
  reply: Omit<Reply, 'text'>;
}

export const languages = ['en', 'de', 'fr', 'es'] as const;

/** Who gets the follow-up: the people of the message answered, minus the rep, no-reply addresses, opted-out contacts and whom mail does not reach. */
export function recipientsOf(
  last: ReadMessageOf,
  rep: Rep,
  contacts: readonly Contact[],
  undeliverable: Addresses = addressSet([]),
): { to: Address[]; cc: Address[] } {
  const optedOut = addressSet(contacts.filter((each) => each.optOut === 'yes').flatMap((each) => each.emails));
  const seen = new Set<string>();
  const allowed = (address: Address): boolean => {
    const skip =
      isRep(address.address, rep) ||
      optedOut.has(address.address) ||
      undeliverable.has(address.address) ||
      noReply.test(address.address) ||
      !/^[^\s@"<>,;]+@[^\s@"<>,;]+$/.test(address.address) ||
      seen.has(address.address);
    seen.add(address.address);
    return !skip;
  };
  const { message, byRep } = last;
  const to = (byRep || !message.from ? message.to : [message.from]).filter(allowed);
  // To whom the rep was a hidden reader nobody shows that they read along.
  const addressed = byRep || [...message.to, ...message.cc].some(({ address }) => isRep(address, rep));
  const cc = (byRep ? message.cc : addressed ? [...message.to, ...message.cc] : []).filter(allowed);
  return to.length > 0 ? { to, cc } : { to: cc, cc: [] };
}

const titles = /^(?:(?:dr|prof|mr|mrs|ms|herr|frau|m|mme|sr|sra)\.?\s+)+/i;

function firstNameOf(to: Address | undefined, contacts: readonly Contact[]): string | null {
  const contact = contacts.find((each) => to && addressSet(each.emails).has(to.address));
  const name = (contact?.name || to?.name || '').replace(/["'<>]/g, '').trim();
  // "Berg, Dana" is a directory's way of writing it.
  const ordered = /^([^,]+),\s*(\S.*)$/.exec(name);
  const [first = ''] = (ordered?.[2] ?? name).replace(titles, '').split(/\s+/);
  // Only what looks like a name: the prospect's client writes this one. A dot within makes a link of it in many clients.
  return /^\p{L}[\p{L}\p{M}'’-]{0,39}\.?$/u.test(first) ? first : null;
}

/** RFC 5322 §3.6.4: the References of the message, or else what it says it answers. */
function ancestorsOf({ id, inReplyTo, references }: Message): string[] {
  const all = references.length > 0 || inReplyTo === null ? references : [inReplyTo];
  return all.filter((each) => each !== id && !noMessageId.test(each));
}

/**
 * Plans the follow-up of an assessment that allows one. Null when nobody is left to write to, or nothing was said that it could refer to. The reply answers the last message of the
 * thread and carries its References (RFC 5322 §3.6.4).
 */
export function planFollowUp(
  assessment: Assessment,
  threads: readonly Thread[],
  contacts: readonly Contact[],
  rep: Rep,
  now: Date,
): FollowUp | null {
  const thread = threads.find(({ ref }) => ref === assessment.threadRef);
  const reason = assessment.reasons.find(({ kind }) => kind === assessment.situation);
  if (!thread || !reason || assessment.situation === null) return null;
  const read = dealTalk([thread], contacts, rep);
  const last = read.findLast(({ reading }) => reading.kind === 'human');
  // The words it rests on must stand in this thread: of another, its people know nothing.
  const ground = read.find(({ message }) => message.id === reason.messageId);
  if (!last || !ground) return null;
  const { to, cc } = recipientsOf(last, rep, contacts, addressSet(assessment.undeliverable ?? []));
  const known = addressSet(contacts.flatMap(({ emails }) => emails));
  if (!to.some(({ address }) => known.has(address))) return null;
  // Nobody is told what somebody else was written (DESIGN §1, promise 5).
  const heard = new Set(participants(ground.message));
  if (![...to, ...cc].every(({ address }) => heard.has(address))) return null;
  const spoken = [last, ...read.toReversed()]
    .map(({ reading }) => reading.language)
    .find((language) => language !== null);
  const language = languages.find((each) => each === spoken) ?? 'en';
  const quote = shorten(reason.quote ?? ground.reading.text, 160);
  if (quote === '') return null;
  // What a person wrote, if any of it can be named: nobody answers an absence notice, or under its subject.
  const named = read.filter(({ message }) => !noMessageId.test(message.id));
  const answered = (named.findLast(({ reading }) => reading.kind === 'human') ?? named.at(-1))?.message ?? null;
  const own = last.message.from && writtenByRep(last.message, rep) ? last.message.from.address : rep.addresses[0];
  return {
    template: `follow-up/${assessment.situation}.${language}`,
    facts: {
      first_name: firstNameOf(to[0], contacts),
      rep_name: rep.name,
      said: quote,
      said_on: spokenDate(ground.message.date, rep.zone, language, now),
    },
    parent: last.message.id,
    ground: { messageId: ground.message.id, quote },
    reply: {
      threadRef: thread.ref,
      inReplyTo: answered?.id ?? null,
      references: answered ? [...ancestorsOf(answered), answered.id] : [],
      from: { name: rep.name, address: own ?? '' },
      to,
      cc,
      subject: replySubject(answered?.subject ?? last.message.subject),
    },
  };
}

/** The sentences of a rendered follow-up that state a fact, each with the words it rests on. */
export function evidenceOf(text: string, followUp: FollowUp): Evidence[] {
  const { facts, ground } = followUp;
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && (line.includes(facts.said) || line.includes(facts.said_on)))
    .map((sentence) => ({ sentence, messageId: ground.messageId, quote: ground.quote }));
}
