/**
 * The state of one deal today: whose turn it is, whether it has stalled, what forbids writing, and the sentences a rep
 * would say about it. A function of what was read and the time; it may be run again at will.
 */
import { caseOf, type DealCase, type DealFacts, type Situation, turnInWords, turnQuote } from './deal-case.ts';
import { type Around, aroundEach } from './elsewhere.ts';
import type { HoldInForce } from './holds-in-force.ts';
import { allowedFrom, type Forbidden, forbidden, nothing, outsideHolds, type Rule, rules } from './never.ts';
import type { Policy } from './policy.ts';
import { type Reason, scoreOf } from './score.ts';
import type { Matter } from './situation.ts';
import type { Rep } from './talk.ts';
import type { TurnNow, Waiting } from './turn.ts';

export { caseOf, type DealCase, type DealFacts, type Situation } from './deal-case.ts';
export type { HoldInForce } from './holds-in-force.ts';
export type { Reason } from './score.ts';
export { dealTalk, isRep, type ReadMessageOf, type Rep, readThreads } from './talk.ts';

export type Turn = TurnNow['turn'];

export interface Assessment {
  dealId: string;
  name: string;
  turn: Turn;
  /** Whose turn it is and by what, in a sentence, with the words that say so; they are empty where nobody said anything. */
  because: { text: string; messageId: string | null; quote: string };
  stalled: boolean;
  /** What is waited for, and how long that may take; null before a meeting, and when it is nobody's turn. */
  waiting: Waiting | null;
  /** The parts of the score. Empty for a deal that is not stalled. */
  reasons: Reason[];
  holds: HoldInForce[];
  /** Higher is more pressing. 0 for a deal that is not stalled. Parts are bounded: no deal can drown all others. */
  score: number;
  /** For how many working days it could have been picked and was not. */
  passedOver: number;
  /** Every rule that forbids a draft, in order. */
  forbidden: Forbidden[];
  /** The first of them; null when a draft is allowed. */
  never: string | null;
  /** Civil date from which a draft is allowed if nothing else comes, where that is known. */
  again: string | null;
  situation: Situation | null;
  /** What a follow-up would be about. */
  about: About | null;
  /** The thread a follow-up would answer. */
  threadRef: string | null;
  /** Whom mail does not reach: a follow-up leaves them out. */
  undeliverable?: readonly string[];
}

/** A `Matter` by the ids of its messages. */
export interface About {
  messageId: string;
  quote: string;
  due: string | null;
  beside: { messageId: string; quote: string; day: string } | null;
}

function aboutOf({ ground, quote, due, beside }: Matter): About {
  return {
    messageId: ground.message.id,
    quote,
    due,
    beside: beside && { messageId: beside.message.message.id, quote: beside.quote, day: beside.day },
  };
}

/** Judges one deal at `now`. Pure. */
export function assess(facts: DealFacts, rep: Rep, policy: Policy, now: Date): Assessment {
  const deal = caseOf(facts, rep, policy, now);
  return assessCase(deal, aroundEach([deal])[0]);
}

/** `around` stands outside of the deal's own threads. */
export function assessCase(deal: DealCase, around: Around = nothing, among: readonly Rule[] = rules): Assessment {
  const { facts, turn, stalled, waiting, last, ground, situation } = deal;
  const forbids = forbidden(deal, around, among);
  return {
    dealId: facts.deal.id,
    name: facts.deal.name,
    turn: turn.turn,
    because: { text: turnInWords(deal), messageId: ground?.message.id ?? null, quote: turnQuote(deal) },
    stalled,
    waiting,
    ...scoreOf(deal),
    holds: [...deal.holds, ...around.holds, ...outsideHolds(deal, around)],
    passedOver: facts.readySince ? deal.days.between(facts.readySince, deal.today) : 0,
    forbidden: forbids,
    never: forbids[0]?.text ?? null,
    again: allowedFrom(forbids),
    situation,
    about: deal.matter && aboutOf(deal.matter),
    threadRef: last?.thread.ref ?? null,
    undeliverable: [...deal.people].filter((address) => deal.undeliverable.has(address)),
  };
}
