/**
 * How pressing a stalled deal is: a sum of named parts, each bounded, so that no deal can drown all others, and each with a sentence that a
 * rep would say. They grow with the days and do not jump, so that a small change of the facts is a small change of the order.
 */
import { addDays, civilDate } from './calendar.ts';
import { authorOf, type DealCase, spoken, turnQuote, workingDaysInWords } from './deal-case.ts';
import type { Situation } from './situation.ts';
import { shorten } from './text.ts';

export type PartName = Situation | 'our_turn' | 'close_date' | 'stage_rot' | 'one_contact' | 'skipped';

/** One part of the score, and why: what the rep, the ledger and `why` are told. */
export interface Reason {
  kind: PartName;
  points: number;
  /** A sentence for the rep. */
  text: string;
  messageId?: string;
  quote?: string;
}

type Found = Omit<Reason, 'kind'> | null;

export interface Part {
  name: PartName;
  /** Points are never more. */
  most: number;
  of(deal: DealCase): Found;
}

/** In the order in which they are said. The first that speaks is what a follow-up is about. */
export const parts: readonly Part[] = [
  { name: 'promise_overdue', most: 4, of: promiseOverdue },
  { name: 'hold_over', most: 3, of: holdOver },
  { name: 'question_open', most: 0.5, of: questionOpen },
  { name: 'silence', most: 3, of: silence },
  { name: 'after_meeting', most: 3, of: afterMeeting },
  { name: 'after_absence', most: 3, of: afterAbsence },
  { name: 'last_try', most: 2, of: lastTry },
  { name: 'we_promised', most: 3, of: wePromised },
  { name: 'our_turn', most: 3, of: ourTurn },
  { name: 'close_date', most: 1.5, of: closeDate },
  { name: 'stage_rot', most: 1, of: stageRot },
  { name: 'one_contact', most: 0.3, of: oneContact },
  { name: 'skipped', most: 2, of: skipped },
];

/** Nothing for a deal that is not stalled. */
export function scoreOf(deal: DealCase): { score: number; reasons: Reason[] } {
  if (!deal.stalled) return { score: 0, reasons: [] };
  const reasons = parts.flatMap(({ name, most, of }) => {
    const found = of(deal);
    return found ? [{ kind: name, ...found, points: round(Math.max(0, Math.min(most, found.points))) }] : [];
  });
  return { score: round(reasons.reduce((sum, { points }) => sum + points, 0)), reasons };
}

/** Thousandths: what is compared is what is stored. */
const round = (points: number): number => Math.round(points * 1_000) / 1_000;

/** What a sentence rests on. */
function grounds(deal: DealCase): Pick<Reason, 'messageId' | 'quote'> {
  const { matter, ground } = deal;
  if (matter) return { messageId: matter.ground.message.id, quote: shorten(matter.quote, 240) };
  return { ...(ground ? { messageId: ground.message.id } : {}), quote: turnQuote(deal) };
}

/** One point each time the silence has lasted as long as it may. */
const waitingPoints = ({ waiting }: DealCase): number => (waiting ? waiting.waited / Math.max(1, waiting.allowed) : 0);

function silence(deal: DealCase): Found {
  const { situation, waiting, ground, turn, rep } = deal;
  if (!ground || !waiting || (situation !== 'silence' && situation !== 'question_open')) return null;
  const waited = workingDaysInWords(waiting.waited);
  const text =
    situation === 'question_open'
      ? `They have had ${waited} to answer.`
      : turn.since > civilDate(ground.message.date, rep.zone)
        ? `Nothing has come since ${spoken(deal, turn.since)}, ${waited} ago.`
        : `Your mail of ${spoken(deal, ground.message.date)} has had no answer for ${waited}.`;
  return { points: waitingPoints(deal), text, ...grounds(deal) };
}

function questionOpen(deal: DealCase): Found {
  const { situation, waiting, ground } = deal;
  if (situation !== 'question_open' || !ground || !waiting) return null;
  const text = `You asked on ${spoken(deal, ground.message.date)} and have had no answer for ${workingDaysInWords(waiting.waited)}.`;
  return { points: 0.5, text, ...grounds(deal) };
}

function promiseOverdue(deal: DealCase): Found {
  const { situation, waiting, ground, turn, today } = deal;
  if (situation !== 'promise_overdue' || !ground || !waiting) return null;
  const who = authorOf(ground, deal);
  const text = turn.due
    ? `${who} promised this by ${spoken(deal, turn.due)}; it is ${spoken(deal, today)}.`
    : `${who} promised this on ${spoken(deal, ground.message.date)}, and it has not come for ${workingDaysInWords(waiting.waited)}.`;
  // A day that was named weighs more than a word without one.
  return { points: turn.due ? 1 + waiting.waited / 2 : waitingPoints(deal), text, ...grounds(deal) };
}

function holdOver(deal: DealCase): Found {
  const { situation, waiting, ground, turn } = deal;
  if (situation !== 'hold_over' || !ground || !waiting) return null;
  const text = `${authorOf(ground, deal)} asked for rest until ${spoken(deal, turn.since)}, ${workingDaysInWords(waiting.waited)} ago.`;
  return { points: waitingPoints(deal), text, ...grounds(deal) };
}

function afterMeeting(deal: DealCase): Found {
  const { matter, waiting } = deal;
  if (matter?.situation !== 'after_meeting' || !waiting) return null;
  const text = `You met on ${spoken(deal, matter.due ?? deal.today)}, and nothing has been written for ${workingDaysInWords(waiting.waited)}.`;
  return { points: waitingPoints(deal), text, ...grounds(deal) };
}

function afterAbsence(deal: DealCase): Found {
  const { matter, waiting } = deal;
  if (matter?.situation !== 'after_absence' || !matter.beside || !waiting) return null;
  const { message, day } = matter.beside;
  const wrote = `Your mail of ${spoken(deal, matter.ground.message.date)} has had no answer`;
  const text = `${wrote}; ${authorOf(message, deal)} was away until ${spoken(deal, day)}, ${workingDaysInWords(waiting.waited)} ago.`;
  return { points: waitingPoints(deal), text, ...grounds(deal) };
}

function lastTry(deal: DealCase): Found {
  const { matter, waiting } = deal;
  if (matter?.situation !== 'last_try' || !matter.beside || !waiting) return null;
  const { ground, beside } = matter;
  const first = ground.byRep ? 'You wrote' : `${authorOf(ground, deal)} promised this`;
  const text = `${first} on ${spoken(deal, ground.message.date)}, you followed up on ${spoken(deal, beside.day)}, and nothing has come since.`;
  return { points: waitingPoints(deal), text, ...grounds(deal) };
}

function wePromised(deal: DealCase): Found {
  const { situation, turn, waiting } = deal;
  if (situation !== 'we_promised' || !waiting) return null;
  const by = turn.due ? ` by ${spoken(deal, turn.due)}` : '';
  return {
    points: waitingPoints(deal),
    text: `You promised this${by}, ${workingDaysInWords(waiting.waited)} ago.`,
    ...grounds(deal),
  };
}

function ourTurn(deal: DealCase): Found {
  const { turn, situation, waiting, ground } = deal;
  if (turn.turn !== 'ours' || situation !== null || !ground || !waiting) return null;
  const text =
    turn.reason === 'promise'
      ? `You promised this${turn.due ? ` by ${spoken(deal, turn.due)}` : ''}, ${workingDaysInWords(waiting.waited)} ago.`
      : `${authorOf(ground, deal)} wrote on ${spoken(deal, ground.message.date)} and waits for you since ${workingDaysInWords(waiting.waited)}.`;
  return { points: waitingPoints(deal), text, ...grounds(deal) };
}

/** Days before the close date from which it counts: nothing then, one point on the day itself. */
const closeDays = 14;

function closeDate(deal: DealCase): Found {
  const { facts, today } = deal;
  const { closeDate: date } = facts.deal;
  if (date === null || date > addDays(today, closeDays - 1)) return null;
  const left = daysBetween(today, date);
  const when = left === 0 ? 'today' : left > 0 ? `in ${daysInWords(left)}` : `${daysInWords(-left)} ago`;
  return {
    points: (closeDays - left) / closeDays,
    text: `The close date in the CRM is ${spoken(deal, date)}, ${when}.`,
  };
}

/** Counted from the last mail: our own log notes are no activity, and since when a deal is in its stage not every CRM says. */
function stageRot(deal: DealCase): Found {
  const { facts, today, last, rep } = deal;
  if (!facts.rotDays || !last) return null;
  const idle = daysBetween(civilDate(last.message.date, rep.zone), today);
  if (idle < facts.rotDays) return null;
  return {
    points: (idle - facts.rotDays + 1) / facts.rotDays,
    text: `The CRM calls a deal in "${facts.deal.stage}" stale after ${daysInWords(facts.rotDays)}; the last mail is ${daysInWords(idle)} old.`,
  };
}

function oneContact({ facts }: DealCase): Found {
  const [contact, ...others] = facts.contacts;
  if (!contact || others.length > 0) return null;
  return {
    points: 0.3,
    text: `${contact.name || contact.emails[0] || 'One person'} is the only contact of this deal.`,
  };
}

/** A deal that could have been picked and was not rises day by day. */
function skipped({ facts, days, today }: DealCase): Found {
  if (!facts.readySince) return null;
  const count = days.between(facts.readySince, today);
  if (count === 0) return null;
  return { points: count / 5, text: `Others have come before it for ${workingDaysInWords(count)}.` };
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

const daysInWords = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
