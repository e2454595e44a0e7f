/**
 * All that a follow-up may be written from (DESIGN §1, promise 5): what its recipients have seen already, and what the rep marked as public. Nothing
 * else can be handed to a template or a model: only `publicToThread` makes one.
 */
import { civilDate } from '../calendar.ts';
import { type Address, participants } from '../mail.ts';
import { guestsOf } from '../meetings.ts';
import type { Situation } from '../situation.ts';
import type { ReadMessageOf, Rep } from '../talk.ts';
import { shorten } from '../text.ts';
import { formalityOf } from './gate/manner.ts';
import type { Ground, GroundMessage, Language } from './gate/written.ts';

declare const onlyPublic: unique symbol;

/** What the follow-up is about: words that stand in one of the messages. */
export interface Topic {
  situation: Situation;
  messageId: string;
  /** Word for word, at most 160 characters. */
  quote: string;
  /** The civil date that was promised or waited for, or on which they met; null where none was named. */
  due: string | null;
  /** The day of the follow-up before, or the first one back from an absence, and the words that name it. */
  beside: { messageId: string; quote: string; day: string } | null;
}

export interface PublicToThread extends Ground {
  readonly [onlyPublic]: true;
  topic: Topic;
  /** Of the mail that is answered. */
  subject: { messageId: string; text: string };
  /** The follow-up goes to more than one. */
  several: boolean;
  language: Language;
  /** Whether both sides address each other formally; null where the thread does not tell. */
  formal: boolean | null;
  /** What the rep and the organisation marked as public, as messages of the rep's. */
  notes: readonly GroundMessage[];
}

/** Texts that an admin or a rep marked as public; empty where there are none. */
export interface PublicNotes {
  organisation: string;
  rep: string;
}

export const noNotes: PublicNotes = { organisation: '', rep: '' };

/** The ids under which public notes are cited. */
export const noteIds = { organisation: 'note:organisation', rep: 'note:rep' } as const;

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
    subject: PublicToThread['subject'];
    language: Language;
    /** To and Cc. */
    recipients: readonly Address[];
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
  const messages = talk
    .filter((each) => each.reading.kind === 'human' && hasBeenSeenBy(each, recipients))
    .map(
      ({ message, reading, byRep }): GroundMessage => ({
        messageId: message.id,
        author: byRep ? 'rep' : 'contact',
        date: civilDate(message.date, rep.zone),
        text: reading.text,
        attachments: message.attachments,
      }),
    );
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
    subject,
    several,
    language,
    formal: formalOf(messages, language),
    notes: noted,
  };
  return context as PublicToThread;
}

/** Where no word tells, "Hallo Nele" does: nobody greets so whom he calls Sie. */
function formalOf(messages: readonly GroundMessage[], language: Language): boolean | null {
  const told = formalityOf(
    messages.map(({ text }) => text),
    language,
  );
  if (told !== null) return told;
  const byRep = messages.filter(({ author }) => author === 'rep');
  return byRep.some(({ text }) => closeGreeting.test(text.trimStart())) ? false : null;
}

const closeGreeting =
  /^(?:hallo|hi|hey|lieber?|moin|servus|salut|coucou|hola|querid[oa]s?),? (?!(?:herr|frau|dr|prof|sra?|señora?|don|doña|monsieur|madame|m|mme|zusammen|todos|tous)\b)\p{Lu}\p{L}+(?: (?:und|et|y) \p{Lu}\p{L}+)?\s?[,:!]/iu;
