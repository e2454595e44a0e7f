/**
 * Whose turn it is between the rep's side and the other, over several people and side threads, and what says so: an open question, an
 * open promise, or a hold. A function of what was read, oldest message first; notes by machine are no turns.
 */
import { addDays } from './calendar.ts';
import { periodsIn } from './reading/dates.ts';
import { fold } from './reading/fold.ts';
import { ended as endedWords } from './reading/hold-lookalikes.ts';
import { sentencesOf } from './reading/sentences.ts';
import type { Reading } from './reading.ts';
import * as words from './turn-words.ts';
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
}

export function turnOfTalk(talk: readonly Said[], today: string): TurnNow {
  const people = talk.map((said, at) => ({ ...said, at })).filter(({ reading }) => reading.kind === 'human');
  const meeting = meetingAhead(talk, today);
  const last = people.at(-1);
  const nobody = (at: number | null, quote: string, since: string): TurnNow => ({
    turn: 'nobody',
    reason: 'none',
    at,
    quote,
    since,
    due: null,
    meeting,
  });
  if (!last) return nobody(null, '', today);
  const hold = holdNow(people, today);
  if (hold) return { ...hold, meeting };
  if (hasEnded(people)) return nobody(last.at, last.reading.text, last.date);
  const open = openMatter(people);
  if (meeting && (open.reason !== 'question' || open.booked)) return nobody(last.at, last.reading.text, last.date);
  const { booked: _, ...matter } = open;
  const met = meetingHeld(talk, today);
  if (!met || matter.turn !== 'theirs' || matter.at! > met.at) return { ...matter, meeting };
  // What was asked and promised before they met was talked about then; waiting begins anew.
  const said = people.findLast(({ byRep }) => byRep) ?? last;
  const since = met.day > last.date ? met.day : last.date;
  return { turn: 'theirs', reason: 'none', at: said.at, quote: said.reading.text, since, due: null, meeting };
}

/** The last meeting that was in a calendar, not called off, and is over; `at` is the place of its invitation. */
function meetingHeld(talk: readonly Said[], today: string): { at: number; day: string } | null {
  const at = talk.findLastIndex(({ reading }) => reading.meeting !== null);
  const meeting = talk[at]?.reading.meeting;
  if (!meeting?.at || meeting.state === 'cancelled' || meeting.at >= today) return null;
  return { at, day: meeting.at };
}

type Person = Said & { at: number };

/**
 * A hold that runs is nobody's turn, or theirs where they said that they come back; one that is over is ours from its day on. It stands
 * until the one who spoke it writes again; what somebody else of theirs asks meanwhile is a matter of its own.
 */
function holdNow(people: readonly Person[], today: string): Omit<TurnNow, 'meeting'> | null {
  const at = people.findLastIndex(({ byRep, reading }) => !byRep && (reading.hold !== null || reading.lifts));
  const last = people[at];
  const hold = last?.reading.hold;
  // "60 months" answers how long, and asks for no rest.
  if (!last || !hold || bareNumber.test(hold.quote)) return null;
  const base = { at: last.at, quote: hold.quote, due: null };
  const since = people.slice(at + 1);
  if (hold.until === null) return { ...base, turn: 'nobody', reason: 'none', since: last.date };
  if (since.some((each, index) => !each.byRep && each.from === last.from && !isNod(people, at + 1 + index)))
    return null;
  if (openQuestion(people.slice(at + 1), people)) return null;
  const promise = dated(last);
  if (promise && promise.until! >= last.date)
    return {
      ...base,
      quote: promise.text,
      turn: 'theirs',
      reason: 'promise',
      since: promise.until!,
      due: promise.until,
    };
  if (hold.theyReturn && !words.asksUs.test(fold(hold.quote)))
    return { ...base, turn: 'theirs', reason: 'promise', since: hold.until, due: hold.until };
  if (hold.until > today) return { ...base, turn: 'nobody', reason: 'none', since: last.date };
  const taken = people.some(({ byRep, date }) => byRep && date >= hold.until!);
  return taken ? null : { ...base, turn: 'ours', reason: 'question', since: hold.until };
}

const bareNumber = /^\W{0,3}\d{1,4} ?\p{L}{1,12}\W{0,3}$/u;

const dated = ({ reading }: Person) => latest(reading.promises.filter(({ until }) => until !== null));
const latest = (promises: Reading['promises']) =>
  promises.toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1))[0];

/** They took another, gave up, or ordered and we confirmed; and nothing was asked or promised since. */
function hasEnded(people: readonly Person[]): boolean {
  const at = people.findLastIndex((each, index) => !each.byRep && !isNod(people, index));
  const theirs = people[at];
  if (!theirs) return false;
  const after = people.slice(at + 1);
  if (theirs.reading.questions.length > 0 || after.some(({ reading }) => reading.questions.length > 0)) return false;
  const text = fold(theirs.reading.text);
  if (endedWords.test(text) || words.overAndDone.test(text)) return true;
  const ours = after.filter(({ byRep }) => byRep);
  if (words.ordered.test(text))
    return (
      ours.length > 0 &&
      !ours.some(({ reading }) =>
        reading.promises.some(({ text: said, until }) => until === null && !words.confirmation.test(fold(said))),
      )
    );
  // What they promised has come.
  const answer = fold(ours.at(-1)?.reading.text ?? '');
  return theirs.reading.promises.length > 0 && words.received.test(answer) && words.closing.test(answer);
}

/** Longer messages say something of their own. */
const nodCharacters = 70;
const bareCharacters = 40;

/**
 * A short word that answers nothing: thanks or a nod; or any few words after a message that asked nothing, for after a question
 * they are its answer.
 */
function isNod(people: readonly Person[], at: number): boolean {
  const each = people[at];
  if (!each) return false;
  const { text, questions, promises, hold } = each.reading;
  if (questions.length > 0 || promises.length > 0 || hold || text.length >= nodCharacters || /\d/.test(text))
    return false;
  const folded = fold(text);
  if (endedWords.test(folded) || words.overAndDone.test(folded) || words.ordered.test(folded)) return false;
  const before = people.slice(0, at).findLast(({ byRep }) => byRep !== each.byRep);
  const asked = (before?.reading.questions.length ?? 0) > 0;
  if (asked && words.yesOrNo.test(folded)) return false;
  if (words.nod.test(folded)) return !words.gives.test(folded);
  return before !== undefined && !asked && text.length < bareCharacters && !words.gives.test(folded);
}

/** Whether one message went to the author of another, or to one of those it went to. */
const reaches = (later: Person, people: readonly string[]): boolean =>
  later.to.length === 0 || people.length === 0 || people.some((address) => later.to.includes(address));

/** A question, or the word that something is still awaited. */
const asks = ({ reading }: Person): boolean => reading.questions.length > 0 || words.awaits.test(fold(reading.text));

/** The first question of theirs that nothing of ours has answered since. */
function openQuestion(asked: readonly Person[], people: readonly Person[]): Person | undefined {
  return asked.find(
    (each) =>
      !each.byRep &&
      asks(each) &&
      !people.some(
        (later, index) => later.byRep && later.at > each.at && reaches(later, [each.from]) && !isNod(people, index),
      ),
  );
}

/** The last word given by one side that its author has not followed up with anything since. */
function openPromise(people: readonly Person[], byRep: boolean): Person | undefined {
  return people.findLast(
    (each) =>
      each.byRep === byRep &&
      each.reading.promises.length > 0 &&
      !people.some(
        (later, index) =>
          later.byRep === byRep &&
          later.at > each.at &&
          (byRep ? reaches(later, each.to) : later.from === each.from) &&
          !isNod(people, index),
      ),
  );
}

/** One matter open for us makes it ours, also in a side thread; otherwise the last turn between the two sides counts. */
function openMatter(people: readonly Person[]): Omit<TurnNow, 'meeting'> & { booked: boolean } {
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
    const promise = latest(from.reading.promises)!;
    return make(turn, 'promise', from, promise.text, promise.until);
  };
  const owed = openPromise(people, true);
  // Where a question goes with it that no day bounds, it is their answer that is waited for.
  const asksToo =
    owed !== undefined && owed.reading.questions.length > 0 && latest(owed.reading.promises)!.until === null;
  if (owed && !asksToo) return given('ours', owed);
  const question = openQuestion(people, people);
  if (question) return make('ours', 'question', question, question.reading.questions.at(-1) ?? question.reading.text);
  const promised = openPromise(people, false);
  if (promised) return given('theirs', promised);
  const heavy = people.findLast((_, index) => !isNod(people, index)) ?? last;
  const asked = people.findLast(({ byRep, reading }) => byRep && reading.questions.length > 0);
  if (asked && !answered(people, asked)) {
    const words = asked.reading.questions.at(-1)!;
    // "Thursday at 10?" is settled by the nod that makes it a meeting.
    const booked = clock.test(fold(words)) && people.some((each) => !each.byRep && each.at > asked.at);
    return { ...make('theirs', 'question', asked, words), booked };
  }
  return { ...make(heavy.byRep ? 'theirs' : 'ours', 'none', heavy, heavy.reading.text), booked: true };
}

/** Whether one of those asked has said more than a nod since, or somebody who comes in to answer for them. */
function answered(people: readonly Person[], asked: Person): boolean {
  const isNew = (from: string, at: number): boolean =>
    !people.some((each) => each.at < at && (each.from === from || each.to.includes(from)));
  return people.some(
    (each, index) =>
      !each.byRep &&
      each.at > asked.at &&
      (asked.to.length === 0 || asked.to.includes(each.from) || isNew(each.from, each.at)) &&
      !isNod(people, index),
  );
}

const clock =
  /\b(?:at|um|a las|a|vers)?\s*\d{1,2}(?:[:.h]\d\d| ?uhr| ?am\b| ?pm\b| ?h\b)|\b(?:at|um|a las|kl) \d{1,2}\b/;
/** The day of a meeting that lies ahead: from a calendar, or agreed on in words with its hour. */
function meetingAhead(talk: readonly Said[], today: string): string | null {
  // Of several meetings one may be called off and the others stand.
  const stands = new Map<string, boolean>();
  let latest: string | null = null;
  for (const { reading } of talk) {
    if (!reading.meeting) continue;
    const at: string | null = reading.meeting.at ?? latest;
    if (at !== null) stands.set(at, reading.meeting.state !== 'cancelled');
    latest = at;
  }
  const next = [...stands].filter(([at, booked]) => booked && at >= today).sort()[0];
  if (next) return next[0];
  const people = talk.filter(({ reading }) => reading.kind === 'human');
  const recent = people.slice(-3);
  for (const said of recent.toReversed()) {
    for (const { folded, text } of sentencesOf(said.reading.text)) {
      if (!clock.test(folded)) continue;
      const day = periodsIn(folded, { today: addDays(said.date, 0), monthFirst: false }, text).find(
        ({ unit }) => unit === 'day',
      );
      const agreement = people.slice(people.indexOf(said)).some(({ reading }) => words.agreed.test(fold(reading.text)));
      if (day && day.first >= today && agreement) return day.first;
    }
  }
  return null;
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
  const allowed = Math.max(patience.stalledAfterWorkingDays, 2 * medianReply(talk, days));
  return { by: 'silence', waited, allowed };
}

/** Whether the turn has waited longer than the policy, or this contact's own rhythm, allows. A promise of today is never overdue. */
export function isStalled(...given: Parameters<typeof waitingOf>): boolean {
  const waiting = waitingOf(...given);
  return waiting !== null && waiting.waited >= waiting.allowed && given[0].since < given[2];
}

/** Working days in which the other side usually answers; 0 below two answers. A new conversation answers nothing. */
export function medianReply(talk: readonly Said[], days: WorkingDays): number {
  const people = talk.filter(({ reading }) => reading.kind === 'human');
  const times = people.flatMap((said, at) => {
    const before = people.slice(0, at).findLast(({ thread }) => thread === said.thread);
    return !said.byRep && before?.byRep ? [days.between(before.date, said.date)] : [];
  });
  if (times.length < 2) return 0;
  const sorted = times.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
