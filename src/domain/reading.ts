/**
 * What one message says: who or what wrote it, its new text, questions, promises, holds, opt-out, absence, meeting.
 * Headers decide before words do (RFC 3834, RFC 3464). When in doubt about a hold, there is one.
 */
import { civilDate } from './calendar.ts';
import type { Message } from './mail.ts';
import { isOnlyQuote, newText } from './new-text.ts';
import { type Absence, absenceIn, writtenAbsence } from './reading/absence.ts';
import { type Acts, actsIn } from './reading/acts.ts';
import { askedBeside } from './reading/beside.ts';
import type { DateContext } from './reading/dates.ts';
import { deliveryOf } from './reading/delivery-report.ts';
import { type Hold, holdIn } from './reading/hold.ts';
import { holdInSubject } from './reading/hold-subject.ts';
import { kindOf, type MessageKind } from './reading/kind.ts';
import { isMachine } from './reading/machine.ts';
import { type Meeting, meetingOf } from './reading/meeting.ts';
import { meetingInWords } from './reading/meeting-in-words.ts';
import { type Promised, promisesIn } from './reading/promise.ts';
import { questionsIn } from './reading/question.ts';
import { withoutQuoted } from './reading/quoted.ts';
import { type Sentence, sentencesOf } from './reading/sentences.ts';
import { withoutName } from './reading/signed.ts';
import { type Unclear, unclearDay } from './reading/unclear.ts';
import { invisible, languageOf } from './text.ts';

export type { Absence, Hold, Meeting, MessageKind, Promised };

export interface Reading {
  kind: MessageKind;
  /** New text, without quote and signature. */
  text: string;
  language: string | null;
  questions: string[];
  promises: Promised[];
  hold: (Hold & Unclear) | null;
  /** The message ends an earlier hold. */
  lifts: boolean;
  optOut: boolean;
  /** An absence notice: `until` is the first day back, null when the notice does not say. */
  absence: Absence | null;
  meeting: Meeting | null;
  /** What its words do besides; absent for what was read before these were known, and for what no person wrote. */
  acts?: Acts;
  /** Our own reader failed on it, with this kind of error: it may say anything. Absent where it was read. */
  defect?: string;
  /** Certainly a machine's: nobody need have opened it. Absent where it may be a person's, whatever its kind. */
  machine?: true;
  /** A report that no delivery failed: it is late, or done. */
  late: boolean;
  /** Whom the mail did not reach, lower-cased addresses; absent where no report names anybody. */
  bounced?: string[];
}

/**
 * Characters of new text that are looked at for what it says; of a longer one the beginning and the end, for what matters stands there: a
 * last line may ask for no more mail. It bounds the time of one message whatever is in it.
 */
export const maxReadCharacters = 24_000;
const charactersAtEnd = 8_000;

/** Sentences looked at; a text of one-letter lines has thousands. Of more the first and the last. */
const maxSentences = 1_000;
const sentencesAtEnd = 300;

/** Both ends of a text, each cut at a line where there is one. */
export function bothEnds(text: string): string {
  if (text.length <= maxReadCharacters) return text;
  const start = text.slice(0, maxReadCharacters - charactersAtEnd);
  const end = text.slice(2 - charactersAtEnd);
  const [last, first] = [start.lastIndexOf('\n'), end.indexOf('\n')];
  // A line longer than half of what is kept is cut where it is.
  const head = last > start.length / 2 ? start.slice(0, last) : start;
  const tail = first >= 0 && first < end.length / 2 ? end.slice(first + 1) : end;
  return `${head.toWellFormed()}\n\n${tail.toWellFormed()}`;
}

function someSentencesOf(text: string): Sentence[] {
  const all = sentencesOf(text);
  if (all.length <= maxSentences) return all;
  return [...all.slice(0, maxSentences - sentencesAtEnd), ...all.slice(-sentencesAtEnd)];
}

/** Languages in which the month may stand before the day: only English, and only from America. */
const americanOffset = (minutes: number): boolean => minutes <= -240 && minutes >= -600;

/**
 * Reads one message. Its dates are counted in the sender's zone where the mail says it, else in `zone` (IANA), the rep's. `byRep`: a hold
 * spoken by the rep is none. Pure; the cost is linear in the text, of which at most `maxReadCharacters` are looked at. Never throws: whoever writes to
 * the rep would otherwise find a text that stops the mailbox. What it fails on is unreadable, and says so in `defect`.
 */
export function readMessage(message: Message, zone: string, byRep = false): Reading {
  try {
    const reading = readWords(message, zone, byRep);
    const { kind, text, absence } = reading;
    const machine = !byRep && isMachine(message, { kind, text, away: absence !== null });
    return machine ? { ...reading, machine: true } : reading;
  } catch (error) {
    return unread(error);
  }
}

const nothingRead: Reading = {
  kind: 'unreadable',
  text: '',
  language: null,
  questions: [],
  promises: [],
  hold: null,
  lifts: false,
  optOut: false,
  absence: null,
  meeting: null,
  late: false,
};

/** Of a message that our own code failed on: nothing is known of it. Only the error's kind is kept, for its sentence may quote the mail. */
export const unread = (error: unknown): Reading => ({
  ...nothingRead,
  defect: error instanceof Error ? error.name : typeof error,
});

/** Of so many mails, for a person who can see to it. */
export const unreadInWords = (count: number): string =>
  `${count === 1 ? '1 mail' : `${count} mails`} could not be read because of a fault of ours, and nothing is drafted there: look at the log, and tell whoever maintains Countersign.`;

function readWords(message: Message, zone: string, byRep: boolean): Reading {
  const text = newText(message.text).normalize('NFC').replace(invisible, '');
  const seen = kindOf(message, text);
  const kind = byRep
    ? ofRep(seen)
    : seen === 'human' && text === '' && !isOnlyQuote(message.text)
      ? 'unreadable'
      : seen;
  const language = languageOf(`${text}\n${message.subject}`);
  const context = contextOf(message, zone, language);
  const reading: Reading = { ...nothingRead, kind, text, language };
  if (kind === 'bounce') {
    const { failed, late } = deliveryOf(message);
    return { ...reading, late, ...(failed.length > 0 ? { bounced: failed } : {}) };
  }
  const said = bothEnds(withoutName(text, message.from));
  if (kind === 'auto_reply') reading.absence = absenceIn(message.subject.slice(0, 500), said, context);
  if (kind === 'invitation') reading.meeting = meetingOf(message, zone, context);
  // A mail without a word has only its subject to say it in.
  if (kind === 'unreadable') return byRep || text.trim() !== '' ? reading : { ...reading, ...restIn(context, message) };
  if (kind !== 'human') {
    if (byRep) return reading;
    const hold = askedBeside(message, { kind, text: said }, context);
    return { ...reading, hold: hold && { ...hold, ...unclearDay(hold.quote, context) }, optOut: hold?.optOut ?? false };
  }
  const sentences = someSentencesOf(said);
  reading.questions = questionsIn(sentences);
  const own = sentences.map(withoutQuoted);
  reading.promises = promisesIn(own, context);
  reading.acts = actsIn(said);
  reading.meeting = meetingInWords(own, context, byRep);
  if (byRep) return reading;
  reading.absence = writtenAbsence(message.subject.slice(0, 500), said, context);
  return { ...reading, ...restIn(context, message, sentences) };
}

/** What is asked for in the words or, where they ask for nothing, in the subject. */
function restIn(
  context: DateContext,
  message: Message,
  sentences: readonly Sentence[] = [],
): Pick<Reading, 'hold' | 'lifts' | 'optOut'> {
  const toList = isListMail(message);
  const { hold: written, lifts } = holdIn(sentences, context, toList);
  const hold = written ?? (lifts || toList ? null : holdInSubject(message.subject, context));
  return { hold: hold && { ...hold, ...unclearDay(hold.quote, context) }, lifts, optOut: hold?.optOut ?? false };
}

/** "Order confirmation attached" is a notice where a shop says it; a rep writes his own. */
const ofRep = (kind: MessageKind): MessageKind => (kind === 'bulk' ? 'human' : kind);

/** RFC 2919, and what lists said before it. */
const isListMail = ({ signals }: Message): boolean =>
  signals['list-id'] !== undefined || /^\s*(?:list|bulk|junk)/i.test(signals.precedence ?? '');

function contextOf({ date, utcOffset }: Message, zone: string, language: string | null): DateContext {
  const today =
    utcOffset === undefined
      ? civilDate(date, zone)
      : new Date(date.getTime() + utcOffset * 60_000).toISOString().slice(0, 10);
  const monthFirst = (language === 'en' || language === null) && utcOffset !== undefined && americanOffset(utcOffset);
  return { today, monthFirst };
}
