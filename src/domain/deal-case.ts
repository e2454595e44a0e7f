/** One deal as it stands today: everything that the rules and the score look at, worked out once. */
import { type Addresses, addressSet } from './addresses.ts';
import { undeliverable } from './bounces.ts';
import { civilDate, spokenDate } from './calendar.ts';
import type { Contact, Deal } from './deal.ts';
import type { FindingIndex } from './findings.ts';
import { type HoldInForce, holdsInForce } from './holds-in-force.ts';
import { participants, type Thread } from './mail.ts';
import type { Policy } from './policy.ts';
import { type Matter, matterOf, type Situation } from './situation.ts';
import { dealTalk, type ReadMessageOf, type Rep, saidIn } from './talk.ts';
import { shorten } from './text.ts';
import { isStalled, type TurnNow, turnOfTalk, type Waiting, waitingOf } from './turn.ts';
import { type WorkingDays, workingDaysOf } from './working-days.ts';

export interface DealFacts {
  deal: Deal;
  contacts: readonly Contact[];
  /** Threads bound to the deal, drafts excluded. */
  threads: readonly Thread[];
  /** Refs of threads that hold a draft now, ours or the rep's own. */
  threadsWithDraft: ReadonlySet<string>;
  /** Message-IDs that a follow-up has been proposed for, whatever became of it: nothing nags twice. */
  followedUp: ReadonlySet<string>;
  /** Addresses that have opted out anywhere in the CRM, whichever deal they belong to. */
  optedOut?: Addresses;
  /** Addresses that mail did not reach, by reports outside of the deal's threads. */
  bounced?: Addresses;
  /** What was found in mail that belongs to no open deal; the same for all deals of a rep. */
  outside?: FindingIndex;
  /** What became of our last draft in this deal, and on which civil date that was known. */
  lastDraft?: { on: string; became: 'sent' | 'rejected' | 'withdrawn' };
  /** Kinds of which the rep rejected the last drafts, in whichever deal, and the civil date of the last rejection. */
  rejectedKinds?: Pick<ReadonlyMap<Situation, { on: string }>, 'get'>;
  /** Civil date since which the deal could have been picked and was not. */
  readySince?: string | null;
  /** A person has told us to leave it alone: the end of "No draft: …", and until which civil date where that is known. */
  paused?: { text: string; until?: string } | null;
  /** Days without activity after which the CRM calls a deal in this stage rotten. */
  rotDays?: number | null;
}

export type { Situation } from './situation.ts';

export interface DealCase {
  facts: DealFacts;
  rep: Rep;
  policy: Policy;
  now: Date;
  /** Civil date in the rep's zone. */
  today: string;
  days: WorkingDays;
  /** Oldest first. */
  read: readonly ReadMessageOf[];
  /** The last word of a person. */
  last: ReadMessageOf | null;
  /** Whom a follow-up would reach: everyone that the last word names. */
  people: ReadonlySet<string>;
  turn: TurnNow;
  /** The message that says whose turn it is. */
  ground: ReadMessageOf | null;
  waiting: Waiting | null;
  stalled: boolean;
  /** Whom mail does not reach. */
  undeliverable: Addresses;
  /** Of this deal's own people, spoken in this deal. */
  holds: readonly HoldInForce[];
  /** What a follow-up could refer to. */
  matter: Matter | null;
  situation: Situation | null;
}

export function caseOf(facts: DealFacts, rep: Rep, policy: Policy, now: Date): DealCase {
  const today = civilDate(now, rep.zone);
  const days = workingDaysOf(policy.region, policy.workingDays);
  const read = dealTalk(facts.threads, facts.contacts, rep);
  const said = saidIn(read, rep);
  const last = read.findLast(({ reading }) => reading.kind === 'human') ?? null;
  const turn = turnOfTalk(said, today);
  const ground = turn.at === null ? null : (read[turn.at] ?? null);
  const base = { facts, rep, policy, now, today, days, read, last, turn, ground };
  const found = matterOf(base);
  const waiting = sinceMeeting(found, turn, waitingOf(turn, said, today, days, policy), base);
  const stalled = isStalled(turn, waiting, today);
  // Of a word of ours that is not overdue there is nothing to say.
  const matter = found?.situation === 'we_promised' && !stalled ? null : found;
  return {
    ...base,
    waiting,
    people: new Set(last ? participants(last.message) : []),
    stalled,
    undeliverable: unreached(facts, read),
    holds: holdsInForce(read, today),
    matter,
    situation: matter?.situation ?? null,
  };
}

/** What we promised before a meeting waits from the meeting on, as long as any silence may. */
function sinceMeeting(
  matter: Matter | null,
  turn: TurnNow,
  waiting: Waiting | null,
  { days, today, policy }: Pick<DealCase, 'days' | 'today' | 'policy'>,
): Waiting | null {
  if (!waiting || matter?.situation !== 'after_meeting' || turn.turn !== 'ours') return waiting;
  return { by: 'silence', waited: days.between(matter.due ?? today, today), allowed: policy.stalledAfterWorkingDays };
}

function unreached({ bounced }: DealFacts, read: readonly ReadMessageOf[]): Addresses {
  const here = undeliverable(read);
  return { has: (address) => here.has(address) || (bounced?.has(address) ?? false) };
}

/** "Tuesday, 3 November", for a sentence to the rep. */
export function spoken({ rep, now }: DealCase, day: Date | string): string {
  return typeof day === 'string'
    ? spokenDate(new Date(`${day}T12:00:00Z`), 'UTC', 'en', now)
    : spokenDate(day, rep.zone, 'en', now);
}

/** Who wrote it: by the name that the CRM has; the address of anybody else, who may have chosen any name to be shown. */
export function authorOf({ message }: ReadMessageOf, { facts }: Pick<DealCase, 'facts'>): string {
  const address = message.from?.address;
  if (!address) return 'The contact';
  return facts.contacts.find(({ emails }) => addressSet(emails).has(address))?.name || address;
}

export const workingDaysInWords = (count: number): string => (count === 1 ? '1 working day' : `${count} working days`);

/** Whose turn it is, in a sentence. */
export function turnInWords(deal: DealCase): string {
  const { turn, ground, today } = deal;
  if (!ground) return 'Nobody has said anything yet.';
  const at = spoken(deal, ground.message.date);
  const who = ground.byRep ? 'You' : authorOf(ground, deal);
  if (turn.turn === 'nobody')
    return turn.meeting !== null && turn.meeting >= today
      ? `Nobody's turn: you meet on ${spoken(deal, turn.meeting)}.`
      : `Nobody's turn: ${ground.byRep ? 'you' : who} wrote on ${at}, and nothing waits for an answer.`;
  const whose = turn.turn === 'ours' ? 'Your turn' : 'Their turn';
  if (turn.reason === 'question' && deal.situation !== 'hold_over') return `${whose}: ${who} asked on ${at}.`;
  if (turn.reason === 'promise')
    return `${whose}: ${who} gave a word on ${at}${turn.due ? `, for ${spoken(deal, turn.due)}` : ''}.`;
  if (deal.situation === 'hold_over') return `${whose}: ${who} asked for rest until ${spoken(deal, turn.since)}.`;
  return `${whose}: ${who} wrote on ${at}.`;
}

/** The words that say whose turn it is, shortened. */
export const turnQuote = ({ turn }: DealCase): string => shorten(turn.quote, 240);
