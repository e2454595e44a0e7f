/**
 * Whose turn it is between the rep's side and the other, over several people and side threads, and what says so: an open question, an
 * open promise, or a hold. A function of what was read, oldest message first; notes by machine are no turns.
 */
import { addDays } from './calendar.ts';
import { any } from './reading/absence-words.ts';
import { periodsIn } from './reading/dates.ts';
import { fold } from './reading/fold.ts';
import { ended as endedWords } from './reading/hold-lookalikes.ts';
import { sentencesOf } from './reading/sentences.ts';
import type { Reading } from './reading.ts';
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
  const open = openMatter(people, today);
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

/** A hold that runs is nobody's turn, or theirs where they said that they come back; one that is over is ours from its day on. */
function holdNow(people: readonly Person[], today: string): Omit<TurnNow, 'meeting'> | null {
  let at = people.findLastIndex(({ byRep, reading }) => !byRep && (reading.hold !== null || reading.lifts));
  const last = people[at];
  const hold = last?.reading.hold;
  if (!last || !hold) return null;
  const base = { at: last.at, quote: hold.quote, due: null };
  if (hold.until === null) return { ...base, turn: 'nobody', reason: 'none', since: last.date };
  if (people.slice(at + 1).some(({ byRep }) => !byRep)) return null;
  if (hold.theyReturn) return { ...base, turn: 'theirs', reason: 'promise', since: hold.until, due: hold.until };
  if (hold.until > today) return { ...base, turn: 'nobody', reason: 'none', since: last.date };
  at = people.findIndex(({ byRep, date }) => byRep && date >= hold.until!);
  return at >= 0 ? null : { ...base, turn: 'ours', reason: 'question', since: hold.until };
}

const ordered = any(
  "order attached|we(?:'ll| will)? go ahead|ordered|po attached|consider it ordered",
  'hiermit bestellt|bestellung anbei|bestellen hiermit|wir bestellen',
  'commande ci-jointe|bon de commande ci-joint|nous commandons',
  'pedido adjunto|os hacemos el pedido|pedido hecho',
);
const closing = any(
  'received|thank you|thanks|wonderful|good luck|sorry to hear',
  'danke|wunderbar|viel erfolg|schade',
  'merci|bonne continuation|parfait',
  'gracias|suerte',
);

/** They took another or ordered, and nothing was asked since. */
function hasEnded(people: readonly Person[]): boolean {
  const at = people.findLastIndex(({ byRep }) => !byRep);
  const theirs = people[at];
  if (!theirs) return false;
  const after = people.slice(at + 1);
  if (theirs.reading.questions.length > 0 || after.some(({ reading }) => reading.questions.length > 0)) return false;
  const words = fold(theirs.reading.text);
  if (endedWords.test(words)) return true;
  if (ordered.test(words))
    return (
      after.length > 0 && !after.some(({ reading }) => reading.promises.length > 0 && !/system/i.test(reading.text))
    );
  // What they promised has come.
  const answer = after.at(-1);
  return (
    theirs.reading.promises.length > 0 &&
    answer !== undefined &&
    /\b(?:received|arrived|angekommen|eingegangen|bien recu|recu ce matin|recibido)\b/.test(
      fold(answer.reading.text),
    ) &&
    closing.test(fold(answer.reading.text))
  );
}

const nod = any(
  'thanks?|thank you|thx|great|perfect|ok|okay|got it|will look|brilliant|super|received|lovely|good stuff|cheers|noted|legal has it|shout',
  'danke|top|prima|super|passt|alles klar|gern|in ordnung|schau mal|schaue mal|perfekt|gut',
  'merci|super|parfait|entendu|ok|bien recu|noté|note',
  'gracias|genial|perfecto|vale|ok|recibido|de acuerdo|asi lo hare',
);
/** A short word that answers nothing. */
const isNod = ({ reading }: Person): boolean =>
  reading.questions.length === 0 &&
  reading.promises.length === 0 &&
  reading.text.length < 60 &&
  nod.test(fold(reading.text)) &&
  !/\d/.test(reading.text);

function openMatter(people: readonly Person[], _today: string): Omit<TurnNow, 'meeting'> & { booked: boolean } {
  const last = people.at(-1)!;
  const weight = people.findLastIndex((each) => !isNod(each));
  const main = people[weight] ?? last;
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
  const promise = (from: Person) =>
    from.reading.promises.toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1))[0];
  const lastTheirs = people.findLast((each) => !each.byRep && !isNod(each));
  const lastOurs = people.findLast((each) => each.byRep && !isNod(each));
  // Ours: what we promised, then what they asked, when nothing of ours has come since.
  const word = lastOurs && promise(lastOurs);
  // Where a question goes with it that no day bounds, it is their answer that is waited for.
  const asksToo = lastOurs !== undefined && lastOurs.reading.questions.length > 0 && word?.until === null;
  if (lastOurs && word && !asksToo && !people.some((each) => !each.byRep && each.at > lastOurs.at && !isNod(each))) {
    return make('ours', 'promise', lastOurs, word.text, word.until);
  }
  if (lastTheirs && !people.some((each) => each.byRep && each.at > lastTheirs.at)) {
    const question = lastTheirs.reading.questions.at(-1);
    if (question) return make('ours', 'question', lastTheirs, question);
    const theirs = promise(lastTheirs);
    if (theirs) return make('theirs', 'promise', lastTheirs, theirs.text, theirs.until);
    if (main === lastTheirs) return { ...make('ours', 'none', lastTheirs, lastTheirs.reading.text), booked: true };
  }
  const given = lastTheirs && promise(lastTheirs);
  if (given && lastTheirs) return make('theirs', 'promise', lastTheirs, given.text, given.until);
  const asked = people.findLast((each) => each.byRep && each.reading.questions.length > 0);
  if (asked && !answered(people, asked)) {
    const question = asked.reading.questions.at(-1)!;
    // "Thursday at 10?" is settled by the nod that makes it a meeting.
    return {
      ...make('theirs', 'question', asked, question),
      booked: clock.test(fold(question)) && people.some((each) => !each.byRep && each.at > asked.at),
    };
  }
  return { ...make('theirs', 'none', lastOurs ?? last, (lastOurs ?? last).reading.text), booked: true };
}

/** Whether one of those asked has said more than a nod since. */
function answered(people: readonly Person[], asked: Person): boolean {
  return people.some((each) => !each.byRep && each.at > asked.at && asked.to.includes(each.from) && !isNod(each));
}

const clock =
  /\b(?:at|um|a las|a|vers)?\s*\d{1,2}(?:[:.h]\d\d| ?uhr| ?am\b| ?pm\b| ?h\b)|\b(?:at|um|a las|kl) \d{1,2}\b/;
const agreed = any(
  'see you|confirmed|booked|perfect|ok|works|as \\p{L}+ accepted|it is|done|suits|fine',
  'bis (?:zur|zum|dann|dahin)|eingetragen|bestatigt|passt|abgemacht|notiert|in ordnung',
  "c'est note|a (?:jeudi|lundi|mardi|mercredi|vendredi|bientot)|confirme|entendu|parfait|d'accord",
  'hecho|nos vemos|confirmado|de acuerdo|perfecto|apuntado|vale',
);

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
      const agreement = people.slice(people.indexOf(said)).some(({ reading }) => agreed.test(fold(reading.text)));
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
