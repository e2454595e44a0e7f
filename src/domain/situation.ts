/** What a follow-up would be about: which of eight situations a deal is in, and the messages that say so. */
import { addressSet } from './addresses.ts';
import { addDays, civilDate } from './calendar.ts';
import { participants } from './mail.ts';
import { absenceIn } from './reading/absence.ts';
import { any } from './reading/absence-words.ts';
import { fold } from './reading/fold.ts';
import { undertakes } from './reading/promise.ts';
import { sentencesOf } from './reading/sentences.ts';
import { type ReadMessageOf, type Rep, writtenByRep } from './talk.ts';
import { shorten } from './text.ts';
import type { TurnNow } from './turn.ts';

/** Each has its own template. */
export const situations = [
  /** We wrote and asked nothing. */
  'silence',
  /** We asked. */
  'question_open',
  /** They gave their word, and its day has passed. */
  'promise_overdue',
  /** We gave ours, and nothing of ours has come since. */
  'we_promised',
  /** We met, and nothing was written since. */
  'after_meeting',
  /** They were away when we wrote, and are back. */
  'after_absence',
  /** They asked for rest, and its end has come. */
  'hold_over',
  /** A follow-up of ours stands without an answer. */
  'last_try',
] as const;

export type Situation = (typeof situations)[number];

/** A day that a follow-up refers to besides, and the words that name it: of a meeting, of the first day back, of the follow-up before. */
export interface Beside {
  message: ReadMessageOf;
  quote: string;
  day: string;
}

export interface Matter {
  situation: Situation;
  /** The message that it is about. */
  ground: ReadMessageOf;
  /** The words of it that count. */
  quote: string;
  /** The civil date that was promised, or until which they wished for rest. */
  due: string | null;
  beside: Beside | null;
}

interface Known {
  turn: TurnNow;
  /** The message that says whose turn it is. */
  ground: ReadMessageOf | null;
  read: readonly ReadMessageOf[];
  last: ReadMessageOf | null;
  rep: Rep;
  today: string;
}

/** Null where the answer is ours to give, or only a colleague's words are there. A question of theirs is always ours to answer. */
export function matterOf(known: Known): Matter | null {
  const { turn, ground, rep } = known;
  if (!ground || turn.turn === 'nobody') return null;
  const { quote, due } = turn;
  const own = writtenByRep(ground.message, rep);
  const as = (situation: Situation): Matter => ({ situation, ground, quote, due, beside: null });
  const { hold } = ground.reading;
  // Who said that they come back gave a word.
  if (!ground.byRep && hold && hold.quote === quote && turn.reason !== 'promise')
    return { ...as('hold_over'), due: turn.since };
  if (turn.turn === 'ours') return turn.reason === 'promise' && own && !turn.heard ? ofOurWord(known, as) : null;
  if (turn.reason === 'promise') return ground.byRep ? null : (lastTry(known) ?? as('promise_overdue'));
  if (!own) return null;
  const base =
    turn.reason === 'question' ? { ...as('question_open'), quote: plainQuestion(ground, quote) } : as('silence');
  return afterMeeting(known) ?? afterAbsence(known, base) ?? lastTry(known) ?? base;
}

/** What we promised before a meeting was talked about there. Only a word to send, to ask or to tell something is still open for sure where nothing came. */
function ofOurWord(known: Known, as: (situation: Situation) => Matter): Matter | null {
  const { turn, ground } = known;
  if (ground && turn.met && turn.met.day >= dayOf(ground, known))
    return turn.due === null || turn.due <= turn.met.day ? afterMeeting(known) : null;
  // Said in quotation marks it was spoken of already: what is due now is the thing itself.
  if (/["\u201c-\u201f\u00ab\u00bb]/.test(turn.quote)) return null;
  const folded = fold(turn.quote);
  return undertakes(folded) && brings.test(folded) ? as('we_promised') : null;
}

/** Words for what can be brought: sent, asked or told. */
export const brings = any(
  'send|get (?:back|you|it|them)|ask|check|come back|let you know|forward|share|provide|prepare|find out|look into|put together|draft|write|e?mail|follow up|clarify|confirm',
  'send\\p{L}*|schick\\p{L}*|meld\\p{L}*|klar\\p{L}*|nachreich\\p{L}*|reich\\p{L}* \\p{L}+ nach|zukommen|erstell\\p{L}*|pruf\\p{L}*|besorg\\p{L}*|frag\\p{L}*|bescheid|leite\\p{L}*|stell\\p{L}* \\p{L}+ zusammen|gebe|liefer\\p{L}* .{0,40}nach|zeichne\\p{L}*|rechne\\p{L}*|erkundig\\p{L}*|ubermittl\\p{L}*|mail\\p{L}*',
  'envoi\\p{L}*|enverr\\p{L}*|transmet\\p{L}*|revien\\p{L}*|demand\\p{L}*|prepar\\p{L}*|verifi\\p{L}*|tien\\p{L}* (?:au courant|informe\\p{L}*)|(?:fais|ferai|faisons|ferons) parvenir|dirai|dis|renseign\\p{L}*|adress\\p{L}*|recontact\\p{L}*|confirm\\p{L}*|communiqu\\p{L}*|redig\\p{L}*',
  'envi\\p{L}*|mand\\p{L}*|consult\\p{L}*|digo|dire|decimos|confirm\\p{L}*|prepar\\p{L}*|pas(?:o|are|amos)|averigu\\p{L}*|pregunt\\p{L}*|(?:hago|hare|haremos) llegar|coment\\p{L}*|compruebo|comprobar\\p{L}*|remit\\p{L}*|redact\\p{L}*|escrib\\p{L}*|informo|informar\\p{L}*|facilit\\p{L}*',
);

/** Of a message that asks in several ways the last question that has its mark. */
const plainQuestion = ({ reading }: ReadMessageOf, quote: string): string =>
  quote.endsWith('?') ? quote : (reading.questions.findLast((each) => each.endsWith('?')) ?? quote);

const dayOf = ({ message }: ReadMessageOf, { rep }: Known): string => civilDate(message.date, rep.zone);

function afterMeeting(known: Known): Matter | null {
  const { turn, read, last } = known;
  const message = turn.met ? read[turn.met.at] : undefined;
  if (!turn.met || !message || !last) return null;
  // Of the day itself nobody knows which came first.
  if (
    read.some((each, at) => at > turn.met!.at && each.reading.kind === 'human' && dayOf(each, known) >= turn.met!.day)
  )
    return null;
  const { subject } = message.message;
  const quote = shorten(subject.trim() || message.reading.text, 160);
  return { situation: 'after_meeting', ground: message, quote, due: turn.met.day, beside: null };
}

/** Where somebody else reads along who was not told of the absence, it is not spoken of. */
function afterAbsence(known: Known, { ground, quote }: Matter): Matter | null {
  const { read, last, rep, today } = known;
  if (!last?.byRep) return null;
  const written = dayOf(last, known);
  const others = participants({ ...last.message, bcc: [] }).filter((each) => !addressSet(rep.addresses).has(each));
  const notice = read.findLast(
    ({ byRep, message, reading }) =>
      !byRep &&
      reading.absence?.until != null &&
      reading.absence.until > written &&
      others.every((each) => participants(message).includes(each)) &&
      others.includes(message.from?.address ?? ''),
  );
  const day = notice?.reading.absence?.until ?? null;
  // On the day itself nobody has read anything yet.
  if (!notice || day === null || day >= today) return null;
  const beside = { message: notice, quote: dayBackIn(notice, day, known), day };
  return { situation: 'after_absence', ground, quote, due: null, beside };
}

/** Days in which a word that names none is kept. */
const patience = 4;

/** The one sentence of a notice that names the day back: whatever else stands there is nobody's matter here. */
function dayBackIn({ message, reading }: ReadMessageOf, day: string, { rep }: Known): string {
  const context = { today: civilDate(message.date, rep.zone), monthFirst: false };
  const parts = [
    ...sentencesOf(reading.text.slice(0, 4_000))
      .slice(0, 40)
      .map(({ text }) => text),
    message.subject,
  ];
  return shorten(parts.find((text) => absenceIn('', text, context)?.until === day) ?? message.subject, 160);
}

/** What was asked, or promised, before the follow-up that has had no answer: of one thread, and by the rep. */
function lastTry(known: Known): Matter | null {
  const { turn, ground, read, last, rep } = known;
  if (!ground || !last || !writtenByRep(last.message, rep)) return null;
  const people = read.filter(({ reading }) => reading.kind === 'human');
  const theirs = people.findLastIndex(({ byRep }) => !byRep);
  // What was written while they wished for rest was no follow-up.
  const restUntil = people[theirs]?.reading.hold?.until ?? '';
  const run = people
    .slice(theirs + 1)
    .filter((each) => each.thread === last.thread && writtenByRep(each.message, rep))
    .filter((each) => dayOf(each, known) > (turn.met?.day ?? '') && dayOf(each, known) >= restUntil);
  const written = dayOf(last, known);
  const beside = { message: last, quote: shorten(last.reading.text, 160), day: written };
  if (turn.reason === 'promise') {
    // A word without a day is not called in the day after.
    const reminded = turn.due ?? addDays(dayOf(ground, known), patience);
    if (!run.includes(last) || written <= reminded) return null;
    return { situation: 'last_try', ground, quote: turn.quote, due: turn.due, beside };
  }
  const before = run.filter((each) => dayOf(each, known) < written);
  const asked = before.find(({ reading }) => reading.questions.length > 0) ?? before[0];
  if (!asked) return null;
  const quote = plainQuestion(asked, asked.reading.questions.at(-1) ?? asked.reading.text);
  return { situation: 'last_try', ground: asked, quote, due: null, beside };
}
