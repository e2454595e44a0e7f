/**
 * The follow-up without a language model: code chooses people, subject, headers and facts; a template says them. Every fact in
 * the text rests on words that stand in the thread.
 */
import { type Addresses, addressSet, noReply } from '../addresses.ts';
import type { Assessment } from '../assess.ts';
import type { Contact } from '../deal.ts';
import { type Address, type Message, noMessageId, type Reply, replySubject, type Thread } from '../mail.ts';
import { fold } from '../reading/fold.ts';
import { tonguesOf } from '../reading/tongue.ts';
import { dealTalk, isRep, type ReadMessageOf, type Rep, writtenByRep } from '../talk.ts';
import { isForeign } from './foreign.ts';
import type { Language, Limits } from './gate/written.ts';
import { limitsFor } from './manner.ts';
import type { Profile } from './profile.ts';
import { hasBeenSeenBy, noNotes, type PublicNotes, type PublicToThread, publicToThread } from './public-to-thread.ts';

/** A sentence of the draft and the words of the thread it rests on. */
export interface Evidence {
  sentence: string;
  messageId: string;
  quote: string;
}

/** Everything that is decided before a word is written. */
export interface FollowUp {
  /** All that it may be written from. */
  context: PublicToThread;
  limits: Limits;
  /** Name of the template: `follow-up/SITUATION.LANGUAGE`. */
  template: string;
  /** Message-ID of the mail that is followed up. */
  parent: string;
  reply: Omit<Reply, 'text'>;
}

/** What is known of the rep beside the thread. */
export interface Voice {
  /** The rep's manner as learned; null: nothing has been learned. */
  profile: Profile | null;
  notes: PublicNotes;
  /** What the mailbox itself puts below every draft; absent: nothing. */
  signature?: string;
}

const noVoice: Voice = { profile: null, notes: noNotes };

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

/** The name by which the CRM knows the person, or else by which the mails do; empty where neither has one that looks like a name. */
function nameOf(to: Address | undefined, contacts: readonly Contact[]): string {
  const contact = contacts.find((each) => to && addressSet(each.emails).has(to.address));
  return (contact?.name || to?.name || '').replace(/^'|["<>]|'$/g, '').trim();
}

/** Clocks from Newfoundland to Hawaii: there 4/5 is April 5. */
const isAmerican = (minutes: number | undefined): boolean =>
  minutes !== undefined && minutes <= -240 && minutes >= -600;

/** The language of the latest mail that tells, of those that we write; English for any other, and where none tells. Latest first. */
function languageOfTalk(texts: readonly string[]): Language {
  for (const text of texts) {
    if (isForeign(text)) return 'en';
    const [tongue, ...others] = tonguesOf(fold(text));
    if (tongue && others.length === 0) return languages.find((each) => each === tongue) ?? 'en';
  }
  return languages.find((each) => tonguesOf(fold(texts.join('\n'))).includes(each)) ?? 'en';
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
  voice: Voice = noVoice,
): FollowUp | null {
  const thread = threads.find(({ ref }) => ref === assessment.threadRef);
  const { about, situation, stalled } = assessment;
  if (!thread || !about || situation === null || !stalled) return null;
  const read = dealTalk([thread], contacts, rep);
  const last = read.findLast(({ reading }) => reading.kind === 'human');
  // The words it rests on must stand in this thread: of another, its people know nothing. A calendar sends its notices beside.
  const notices = () => dealTalk(threads, contacts, rep).filter(({ reading }) => reading.kind !== 'human');
  const is = (id: string) => (each: ReadMessageOf) => each.message.id === id;
  const found = (id: string) => read.find(is(id)) ?? notices().find(is(id));
  const ground = found(about.messageId);
  const beside = about.beside && found(about.beside.messageId);
  if (!last || !ground || (about.beside && !beside)) return null;
  const { to, cc } = recipientsOf(last, rep, contacts, addressSet(assessment.undeliverable ?? []));
  const known = addressSet(contacts.flatMap(({ emails }) => emails));
  if (!to.some(({ address }) => known.has(address))) return null;
  // Nobody is told what somebody else was written (DESIGN §1, promise 5).
  if (![ground, ...(beside ? [beside] : [])].every((each) => hasBeenSeenBy(each, [...to, ...cc]))) return null;
  const language = languageOfTalk([last, ...read.toReversed()].map(({ reading }) => reading.text));
  if (about.quote.trim() === '') return null;
  // What a person wrote, if any of it can be named: nobody answers an absence notice, or under its subject.
  // Neither a subject nor a Message-ID may tell of a mail that went to somebody else.
  const named = read.filter((each) => !noMessageId.test(each.message.id) && hasBeenSeenBy(each, [...to, ...cc]));
  const answered = (named.findLast(({ reading }) => reading.kind === 'human') ?? named.at(-1))?.message ?? null;
  const subject = answered ?? last.message;
  const context = publicToThread(read, {
    topic: { ...about, situation, byRep: ground.byRep },
    subject: { messageId: subject.id, text: subject.subject },
    language,
    recipients: [...to, ...cc],
    nameOf: (who) => nameOf(who, contacts),
    to: to.map((each) => ({ ...each, name: nameOf(each, contacts) })),
    several: to.length > 1,
    contact: { name: nameOf(to[0], contacts), company: '' },
    rep,
    notes: voice.notes,
    now,
    monthFirst: language === 'en' && isAmerican(read.findLast(({ byRep }) => !byRep)?.message.utcOffset),
  });
  const earlier = context.messages.filter(({ author, messageId }) => author === 'rep' && messageId !== about.messageId);
  const own = last.message.from && writtenByRep(last.message, rep) ? last.message.from.address : rep.addresses[0];
  return {
    context,
    limits: { ...limitsFor(context, voice.profile, voice.signature), before: earlier.map(({ text }) => text) },
    template: `follow-up/${situation}.${language}`,
    parent: last.message.id,
    reply: {
      threadRef: thread.ref,
      inReplyTo: answered?.id ?? null,
      references: answered ? [...ancestorsOf(answered), answered.id] : [],
      from: { name: rep.name, address: own ?? '' },
      to,
      cc,
      subject: replySubject(subject.subject),
    },
  };
}
