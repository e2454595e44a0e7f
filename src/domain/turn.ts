/**
 * Whose turn it is between the rep's side and the other, over several people and side threads, and what says so: an open question, an
 * open promise, or a hold. A function of what was read, oldest message first; notes by machine are no turns.
 */
import { addressSet } from './addresses.ts';
import { meetingsIn } from './meetings.ts';
import * as words from './reading/act-words.ts';
import { type Period, periodsIn } from './reading/dates.ts';
import { fold } from './reading/fold.ts';
import { pending } from './reading/pending-words.ts';
import { sentencesOf } from './reading/sentences.ts';
import { dayAfter } from './reading/when.ts';
import type { Reading } from './reading.ts';
import {
  asks,
  closes,
  does,
  ends,
  isConditional,
  isOrder,
  namesIn,
  onlyAsks,
  type Person,
  peopleIn,
  putsOff,
  takesLeave,
} from './turn-acts.ts';
import { clock, meetingHeld } from './turn-meetings.ts';
import type { WorkingDays } from './working-days.ts';

export interface Said {
  byRep: boolean;
  /** Civil date of the mail. */
  date: string;
  /** Lower-cased addresses: its author, and those it went to. */
  from: string;
  to: readonly string[];
  /** Which conversation of the deal it stands in; absent where there is only one. */
  thread?: string;
  /** A file goes with it. */
  attached?: boolean;
  reading: Reading;
}

export interface TurnNow {
  turn: 'ours' | 'theirs' | 'nobody';
  reason: 'question' | 'promise' | 'none';
  /** The message that says so, by its place in the list; null when nothing was said. */
  at: number | null;
  /** The words that say so. */
  quote: string;
  /** The day from which waiting is counted, or on which a promise falls due. */
  since: string;
  /** A dated promise: its day is waited for before it is overdue. */
  due: string | null;
  /** A meeting on or after today. */
  meeting: string | null;
  /** The last meeting that was held, by the message that made it; null where none was. */
  met: { day: string; at: number } | null;
  /** They have said more than a nod since the words that say whose turn it is. */
  heard: boolean;
}

type Matter = Omit<TurnNow, 'meeting' | 'met' | 'heard'>;

export function turnOfTalk(talk: readonly Said[], today: string): TurnNow {
  const people = peopleIn(talk);
  const meetings = meetingsIn(talk, today);
  const meeting = meetings.ahead[0]?.day ?? null;
  const last = people.at(-1);
  const nobody = (at: number | null, quote: string, since: string): TurnNow => ({
    turn: 'nobody',
    reason: 'none',
    at,
    quote,
    since,
    due: null,
    meeting,
    met: null,
    heard: false,
  });
  const heard = ({ at }: Matter): boolean => people.some((each) => !each.byRep && each.at > at! && !each.nods);
  if (!last) return nobody(null, '', today);
  const hold = holdNow(people, today);
  if (hold) return { ...hold, meeting, met: null, heard: heard(hold) };
  if (hasEnded(people)) return nobody(last.at, last.reading.text, last.date);
  const open = openMatter(people);
  if (meeting && (open.reason !== 'question' || open.booked)) return nobody(last.at, last.reading.text, last.date);
  const { booked: _, ...matter } = open;
  const met = meetingHeld(talk, people, meetings, today);
  const spoken = met !== null && matter.at! <= met.at && (matter.turn === 'theirs' || matter.at! >= met.from);
  const held = met && { day: met.day, at: met.at };
  if (!met || !spoken) return { ...matter, meeting, met: held, heard: heard(matter) };
  // What was asked and promised before they met was talked about then; waiting begins anew.
  const said = people.findLast(({ byRep }) => byRep) ?? last;
  const since = met.day > last.date ? met.day : last.date;
  const quote = said.reading.text;
  return { turn: 'theirs', reason: 'none', at: said.at, quote, since, due: null, meeting, met: held, heard: false };
}

/**
 * A hold that runs is nobody's turn, or theirs where they said that they come back; one that is over is ours from its day on. It stands
 * until the one who spoke it writes again; what somebody else of theirs asks meanwhile is a matter of its own.
 */
function holdNow(people: readonly Person[], today: string): Matter | null {
  const at = people.findLastIndex(({ byRep, reading }) => !byRep && (reading.hold !== null || reading.lifts));
  const last = people[at];
  const hold = last?.reading.hold;
  // "60 months" answers how long, "we need a truck for three weeks" asks for a truck: neither asks for rest.
  if (!last || !hold || bareNumber.test(hold.quote)) return null;
  const weWrite = words.asksUs.test(fold(last.reading.text.slice(0, looked)));
  const request = !hold.quote.endsWith('?') && last.reading.questions.includes(hold.quote);
  if (!weWrite && (request || words.needs.test(fold(hold.quote)))) return null;
  if (hold.quote.endsWith('?') && clock.test(fold(hold.quote))) return null;
  if (!weWrite && answersWhen(last, people)) return null;
  const gives = last.reading.promises.some(({ text, until }) => until === null && hold.quote.includes(text));
  if (!weWrite && !hold.theyReturn && hold.assumed && gives) return null;
  if (!weWrite && !hold.theyReturn && !hold.optOut && goesItsWay(hold.quote)) return null;
  const base = { at: last.at, quote: hold.quote, due: null };
  const since = people.slice(at + 1);
  if (hold.until === null) return { ...base, turn: 'nobody', reason: 'none', since: last.date };
  if (since.some((each) => !each.byRep && each.from === last.from && !each.nods)) return null;
  if (openQuestion(people.slice(at + 1), people)) return null;
  const promise = weWrite ? undefined : dated(last);
  if (promise && promise.until! >= last.date)
    return {
      ...base,
      quote: promise.text,
      turn: 'theirs',
      reason: 'promise',
      since: promise.until!,
      due: promise.until,
    };
  if (hold.theyReturn && !weWrite)
    return { ...base, turn: 'theirs', reason: 'promise', since: hold.until, due: hold.until };
  const wish = wishedDay(last);
  const from = wish && wish < hold.until ? wish : hold.until;
  if (from > today) return { ...base, turn: 'nobody', reason: 'none', since: last.date };
  const taken = people.some(({ byRep, date }) => byRep && date >= from);
  return taken ? null : { ...base, turn: 'ours', reason: 'question', since: from };
}

/** "The committee meets on the 28th": it takes its course, and nobody asks for rest. */
const goesItsWay = (quote: string): boolean => {
  const folded = fold(quote);
  return pending.test(folded) && !words.refrains.test(folded);
};

/**
 * "No sense now in winter. Write to me from 7 September": the wish itself names the day, or goes by the one before it, "come back to us after
 * that"; null where neither.
 */
function wishedDay({ reading, date }: Person): string | null {
  let before: Period | undefined;
  for (const { folded, text } of sentencesOf(reading.text.slice(0, looked))) {
    const days = periodsIn(folded, { today: date, monthFirst: false }, text).filter(
      ({ unit, first }) => unit === 'day' && first > date,
    );
    before = days.at(-1) ?? before;
    if (!words.asksUs.test(folded)) continue;
    if (days[0]) return days[0].on;
    if (before && words.afterThat.test(folded)) return dayAfter(before).date;
  }
  return null;
}

/** "When would you need it?" is answered by a time, and nobody asks for rest. */
const answersWhen = (said: Person, people: readonly Person[]): boolean => {
  const before = people.slice(0, people.indexOf(said)).findLast(({ byRep }) => byRep);
  return words.whenNeeded.test(fold(before?.reading.questions.at(-1) ?? '')) && !said.reading.hold?.theyReturn;
};

/** Characters of a message in which its wish is looked for. */
const looked = 2_000;

const bareNumber = /^\W{0,3}\d{1,4} ?\p{L}{1,12}\W{0,3}$/u;

const dated = ({ reading }: Person) => latest(reading.promises.filter(({ until }) => until !== null));
const latest = (promises: Reading['promises']) =>
  promises.toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1))[0];

/**
 * The talk is over: they took another or gave up, we took our leave, they ordered and we confirmed, or what they promised has come; and nothing
 * was asked, promised or ordered since.
 */
function hasEnded(people: readonly Person[]): boolean {
  const closed = people.findLastIndex((each) => !each.nods);
  if (closed >= 0 && closes(people[closed]!)) return true;
  const theirLast = people.findLastIndex(({ byRep }) => !byRep);
  const weighty = people.findLastIndex((each) => !each.byRep && (ends(each) || !each.nods));
  const at = weighty < 0 ? theirLast : weighty;
  const theirs = people[at];
  if (!theirs) return false;
  const lastEnd = people.findLastIndex((each) => !each.byRep && ends(each) && !asks(each));
  const since = people.slice(lastEnd + 1);
  if (lastEnd >= 0 && !since.some((each) => asks(each) || each.reading.promises.length > 0 || isOrder(each)))
    return true;
  const after = people.slice(at + 1);
  if (theirs.reading.questions.length > 0 || after.some(({ reading }) => reading.questions.length > 0)) return false;
  const ours = after.filter(({ byRep }) => byRep);
  const answer = ours.at(-1);
  // "Not for us. Please collect the machine": done, and nothing more is said of it.
  if (answer && ends(theirs) && wordGiven(answer).length === 0) return true;
  const owes = ours.some(({ reading }) =>
    reading.promises.some(({ text, until }) => until === null && !words.confirmation.test(fold(text))),
  );
  if (!answer || owes) return false;
  if ((isOrder(theirs) && wordGiven(theirs).length === 0) || does(answer, 'confirms')) return true;
  if (theirs.reading.promises.length > 0) return does(answer, 'received') && does(answer, 'thanks');
  return takesLeave(answer) && !asks(theirs) && !putsOff(theirs);
}

/** Whether one message went to the author of another, or to one of those it went to. */
const reaches = (later: Person, people: readonly string[]): boolean =>
  later.to.length === 0 || people.length === 0 || people.some((address) => later.to.includes(address));

/** The first question of theirs that nothing of ours has answered since. */
function openQuestion(asked: readonly Person[], people: readonly Person[]): Person | undefined {
  return asked.find(
    (each) =>
      !each.byRep &&
      asks(each) &&
      !people.some((later) => later.byRep && later.at > each.at && reaches(later, [each.from]) && !later.nods),
  );
}

/** What was promised and is neither an order in other words, nor a request, nor what comes with the message. */
const wordGiven = (each: Person): Reading['promises'] =>
  each.reading.promises.filter((promise) =>
    promise.until === null && does(each, 'gives') && words.gives.test(fold(promise.text))
      ? false
      : each.byRep
        ? !isConditional(promise)
        : promise.until !== null || !isOrder(each) || !words.ordered.test(fold(promise.text)),
  );

/** The last word given by one side that its author has not followed up with anything since. */
function openPromise(people: readonly Person[], byRep: boolean): Person | undefined {
  return people.findLast(
    (each) =>
      each.byRep === byRep &&
      wordGiven(each).length > 0 &&
      !people.some(
        (later) =>
          later.byRep === byRep &&
          later.at > each.at &&
          (byRep ? reaches(later, each.to) : later.from === each.from) &&
          !later.nods,
      ),
  );
}

/** A word without a day that may hang on their answer, unless it is somebody else who has to be asked first. */
const hangsOnThem = ({ text, until }: Reading['promises'][number]): boolean =>
  until === null && !words.asksElsewhere.test(fold(text));

/** One matter open for us makes it ours, also in a side thread; otherwise the last turn between the two sides counts. */
function openMatter(people: readonly Person[]): Matter & { booked: boolean } {
  const last = people.at(-1)!;
  const make = (
    turn: 'ours' | 'theirs',
    reason: TurnNow['reason'],
    from: Person,
    quote: string,
    due: string | null = null,
  ) => ({
    turn,
    reason,
    at: from.at,
    quote,
    since: due ?? (turn === 'theirs' ? last.date : from.date),
    due,
    booked: false,
  });
  const given = (turn: 'ours' | 'theirs', from: Person) => {
    const promise = latest(wordGiven(from))!;
    return make(turn, 'promise', from, promise.text, promise.until);
  };
  const owed = openPromise(people, true);
  // Where a question goes with it that no day bounds, it is their answer that is waited for.
  const asksToo = owed !== undefined && owed.reading.questions.length > 0 && wordGiven(owed).every(hangsOnThem);
  if (owed && !asksToo) return given('ours', owed);
  const question = openQuestion(people, people);
  if (question) return make('ours', 'question', question, question.reading.questions.at(-1) ?? question.reading.text);
  const promised = openPromise(people, false);
  if (promised) return given('theirs', promised);
  const heavy = people.findLast((each) => !each.nods && !(putsOff(each) && !each.byRep)) ?? last;
  const asked = people.findLast((each) => each.byRep && openAsking(each, people) !== null);
  if (asked) {
    const words = openAsking(asked, people)!;
    // "Thursday at 10?" is settled by the nod that makes it a meeting.
    const booked = clock.test(fold(words)) && people.some((each) => !each.byRep && each.at > asked.at);
    return { ...make('theirs', 'question', asked, words), booked };
  }
  if (heavy.byRep || putsOff(heavy)) return { ...make('theirs', 'none', heavy, heavy.reading.text), booked: true };
  // They answered, objected or ordered, and it is for us to take it from there.
  return { ...make('ours', 'question', heavy, heavy.reading.text), booked: true };
}

/** Of what a message of ours asks the last that nobody has answered; null where all is answered, or nothing was asked. */
function openAsking(asked: Person, people: readonly Person[]): string | null {
  const { questions, promises, text } = asked.reading;
  const asking = questions.length > 0 ? questions : promises.filter(isConditional).map((each) => each.text);
  const all = asking.length > 0 || !does(asked, 'awaits') ? asking : [text];
  return all.findLast((words) => !isAnswered(people, asked, addressed(asked, words))) ?? null;
}

/** Those whom a question names, "Fay, who signs at your end?", or all to whom it went. */
function addressed({ reading, to }: Person, question: string): readonly string[] {
  if (to.length < 2) return to;
  const folded = fold(reading.text);
  const end = folded.indexOf(fold(question)) + question.length;
  const before = folded.slice(Math.max(0, end - question.length - 60), end);
  const called = to
    .map((address) => ({
      address,
      at: Math.max(-1, ...namesIn(address).flatMap((name) => calledAt(before, name))),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)[0];
  return called ? [called.address] : to;
}

const calledAt = (folded: string, name: string): number[] =>
  Array.from(folded.matchAll(/\p{L}{3,}(?=\s?[,:!.?])/gu)).flatMap(({ index, 0: word }) =>
    name.startsWith(word) ? [index] : [],
  );

/** Whether one of those asked has said more than a nod since, or somebody who comes in to answer for them. */
function isAnswered(people: readonly Person[], asked: Person, whom: readonly string[]): boolean {
  const isNew = (from: string, at: number): boolean =>
    !people.some((each) => each.at < at && (each.from === from || each.to.includes(from)));
  return people.some(
    (each) =>
      !each.byRep &&
      each.at > asked.at &&
      (whom.length === 0 || whom.includes(each.from) || isNew(each.from, each.at)) &&
      !each.nods &&
      !putsOff(each) &&
      !onlyAsks(each),
  );
}

export interface Patience {
  stalledAfterWorkingDays: number;
  promiseGraceWorkingDays: number;
  ourTurnAfterWorkingDays: number;
}

/** How long somebody has waited, and from when on that is too long. */
export interface Waiting {
  by: 'silence' | 'promise' | 'our_turn';
  /** Working days since the turn's `since`. */
  waited: number;
  /** From so many working days on the deal has stalled. */
  allowed: number;
}

/** What is waited for: nothing before a meeting, or when it is nobody's turn. Silence is measured by the policy or twice this contact's own rhythm. */
export function waitingOf(
  now: TurnNow,
  talk: readonly Said[],
  today: string,
  days: WorkingDays,
  patience: Patience,
): Waiting | null {
  if (now.turn === 'nobody' || (now.meeting !== null && now.meeting >= today)) return null;
  const waited = days.between(now.since, today);
  if (now.turn === 'ours') return { by: 'our_turn', waited, allowed: patience.ourTurnAfterWorkingDays + 1 };
  if (now.due !== null) return { by: 'promise', waited, allowed: patience.promiseGraceWorkingDays };
  const ground = now.at === null ? undefined : talk[now.at];
  const waitedFor = ground?.byRep ? ground.to : [ground?.from ?? ''];
  const allowed = Math.max(patience.stalledAfterWorkingDays, 2 * medianReply(talk, days, waitedFor));
  return { by: 'silence', waited, allowed };
}

/** Whether the turn has waited longer than the policy, or this contact's own rhythm, allows. A promise of today is never overdue. */
export function isStalled({ since }: TurnNow, waiting: Waiting | null, today: string): boolean {
  return waiting !== null && waiting.waited >= waiting.allowed && since < today;
}

/**
 * Working days in which these people usually answer in this deal; 0 where they never have. Whoever else answers quickly does not make them late.
 * A new conversation answers nothing.
 */
export function medianReply(talk: readonly Said[], days: WorkingDays, of: readonly string[] = []): number {
  const people = talk.filter(({ reading }) => reading.kind === 'human');
  const asked = addressSet(of);
  const times = people.flatMap((said, at) => {
    const before = people.slice(0, at).findLast(({ thread }) => thread === said.thread);
    return !said.byRep && asked.has(said.from) && before?.byRep ? [days.between(before.date, said.date)] : [];
  });
  if (times.length === 0) return 0;
  const sorted = times.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
