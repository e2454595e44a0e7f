/**
 * All that a follow-up may be written from (DESIGN §1, promise 5): what its recipients have seen already, and what the rep marked as public. Nothing
 * else can be handed to a template or a model: only `publicToThread` makes one.
 */

import { companyDomain } from '../addresses.ts';
import { civilDate } from '../calendar.ts';
import { type Address, participants } from '../mail.ts';
import { guestsOf } from '../meetings.ts';
import { fold } from '../reading/fold.ts';
import type { Situation } from '../situation.ts';
import { isRep, type ReadMessageOf, type Rep, writtenByRep } from '../talk.ts';
import { shorten } from '../text.ts';
import type { Ground, GroundMessage, Language } from './gate/written.ts';
import { formalityBetween } from './manner.ts';
import { nameWords } from './names.ts';
import { bareSubject, oneLine } from './quotable.ts';

declare const onlyPublic: unique symbol;

/** What the follow-up is about: words that stand in one of the messages. */
export interface Topic {
  situation: Situation;
  messageId: string;
  /** Whether the rep sent that message. */
  byRep: boolean;
  /** Word for word, at most 160 characters. */
  quote: string;
  /** The civil date that was promised or waited for, or on which they met; null where none was named. */
  due: string | null;
  /** The day of the follow-up before, or the first one back from an absence, and the words that name it. */
  beside: { messageId: string; quote: string; day: string } | null;
}

/** Somebody who is written to. */
export interface Addressee {
  /** As well as it is known; empty where it is not. */
  name: string;
  /** The words by which they may be called, folded. */
  words: readonly string[];
  /** Whether the name is that of their company, by the domain of the address. */
  company: boolean;
}

/** One of the messages, for how its people write to each other. */
export interface Letter {
  by: 'rep' | 'colleague' | 'contact';
  /** What its author newly wrote, and in which language; null where that cannot be told. */
  text: string;
  language: string | null;
  /** Whom it went to, openly. */
  to: readonly Addressee[];
  /** It is addressed to the very people that the follow-up is; one of theirs: they wrote it. */
  same: boolean;
}

export interface PublicToThread extends Ground {
  readonly [onlyPublic]: true;
  topic: Topic;
  /** Of the mail that is answered. */
  subject: {
    messageId: string;
    text: string;
    /** The rep wrote it first, or wrote its words in a mail: else it may say what we never would. */
    ours: boolean;
  };
  /** The follow-up goes to more than one. */
  several: boolean;
  language: Language;
  /** Whether both sides address each other formally; null where the thread does not tell. */
  formal: boolean | null;
  /** What the rep and the organisation marked as public, as messages of the rep's. */
  notes: readonly GroundMessage[];
  /** The people of To and of Cc. */
  to: readonly Addressee[];
  cc: readonly Addressee[];
  /** Oldest first. */
  letters: readonly Letter[];
}

/** Texts that an admin or a rep marked as public; empty where there are none. */
export interface PublicNotes {
  organisation: string;
  rep: string;
}

export const noNotes: PublicNotes = { organisation: '', rep: '' };

/** The ids under which public notes are cited. */
const noteIds = { organisation: 'note:organisation', rep: 'note:rep' } as const;

/** A message is public to a thread when everyone who gets the follow-up wrote it or was sent it, openly; a calendar's when it invited them. */
export function hasBeenSeenBy(
  { message, reading }: Pick<ReadMessageOf, 'message'> & Partial<Pick<ReadMessageOf, 'reading'>>,
  recipients: readonly Address[],
): boolean {
  const heard = new Set([...participants({ ...message, bcc: [] }), ...guestsOf(reading?.meeting ?? null)]);
  return recipients.every(({ address }) => heard.has(address));
}

/**
 * The only way to make one. `talk` is one thread, oldest first; of it those messages are kept that persons wrote and that all recipients have seen. Pure.
 */
export function publicToThread(
  talk: readonly ReadMessageOf[],
  about: {
    topic: Topic;
    subject: Omit<PublicToThread['subject'], 'ours'>;
    language: Language;
    /** What somebody is called; absent: as their own mail has it. */
    nameOf?: (who: Address) => string;
    /** Everyone who gets it. */
    recipients: readonly Address[];
    /** Of these the ones it is addressed to, as they are called; absent: the contact. The others are in copy. */
    to?: readonly Address[];
    several: boolean;
    contact: { name: string; company: string };
    rep: Rep;
    notes: PublicNotes;
    now: Date;
    monthFirst: boolean;
  },
): PublicToThread {
  const { topic, subject, several, language, recipients, contact, rep, notes, now, monthFirst } = about;
  const today = civilDate(now, rep.zone);
  const seen = talk.filter((each) => each.reading.kind === 'human' && hasBeenSeenBy(each, recipients));
  const to = about.to ?? recipients.slice(0, 1).map((each) => ({ ...each, name: contact.name }));
  const nameOf = about.nameOf ?? (({ name }) => name);
  const isOnly = (address: string) => to.length === 1 && to[0]?.address === address;
  const messages = seen.map(
    ({ message, reading, byRep }): GroundMessage => ({
      messageId: message.id,
      author: byRep ? 'rep' : 'contact',
      ...(byRep || !message.from || isOnly(message.from.address)
        ? {}
        : { other: { ...message.from, name: nameOf(message.from) } }),
      date: civilDate(message.date, rep.zone),
      text: reading.text,
      attachments: message.attachments,
    }),
  );
  const letters = seen.map((each) => letterOf(each, to, rep));
  const noted = (['organisation', 'rep'] as const).flatMap((of): GroundMessage[] =>
    notes[of].trim() === ''
      ? []
      : [{ messageId: noteIds[of], author: 'rep', date: today, text: notes[of].trim(), attachments: [] }],
  );
  const context: Omit<PublicToThread, typeof onlyPublic> = {
    messages,
    contact,
    rep: { name: rep.name },
    today,
    monthFirst,
    topic: { ...topic, quote: shorten(topic.quote, 160) },
    subject: { ...subject, ours: isOurs(subject.text, talk) },
    several,
    language,
    formal: formalityBetween(letters, language),
    notes: noted,
    to: to.map(addressee),
    cc: recipients.filter(({ address }) => !to.some((each) => each.address === address)).map(addressee),
    letters,
  };
  return context as PublicToThread;
}

/** The first mail with this subject is the rep's, and no answer; or a mail of the rep's has all its words. */
function isOurs(subject: string, talk: readonly ReadMessageOf[]): boolean {
  const bare = bareSubject(subject);
  const first = talk.find(({ message }) => bareSubject(message.subject) === bare);
  if (first?.byRep && oneLine(first.message.subject) === bare) return true;
  const written = new Set(talk.filter(({ byRep }) => byRep).flatMap(({ reading }) => longWords(reading.text)));
  return longWords(bare).every((each) => written.has(each));
}

const longWords = (text: string): string[] => fold(text).match(/\p{N}+|\p{L}{3,}/gu) ?? [];

const addressee = ({ name, address }: Address): Addressee => ({
  name,
  words: [...nameWords(name), ...nameWords(address)],
  company: isDomainOf(nameWords(name), address),
});

function letterOf({ message, reading, byRep }: ReadMessageOf, to: readonly Address[], rep: Rep): Letter {
  const addressed = message.to.filter(({ address }) => !isRep(address, rep));
  const author = message.from?.address ?? '';
  const same = byRep
    ? addressed.length === to.length && addressed.every(({ address }) => to.some((each) => each.address === address))
    : to.some(({ address }) => address === author);
  return {
    by: !byRep ? 'contact' : writtenByRep(message, rep) ? 'rep' : 'colleague',
    text: reading.text,
    language: reading.language,
    to: [...message.to, ...message.cc].map(addressee),
    same,
  };
}

/** "Bracken Foods" at bracken-foods.example. */
function isDomainOf(words: readonly string[], address: string): boolean {
  const domain = companyDomain(address);
  return domain !== null && words.length > 0 && fold(domain.split('.')[0] ?? '').replaceAll('-', '') === words.join('');
}
