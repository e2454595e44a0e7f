/** What a digest is made of: plain facts, as they are stored. Nothing here is safe to show before `digest.ts` made it so. */
import type { ChangeKind } from '../proposals/change.ts';

/** A deal by its name, and which it is. */
export interface DealFact {
  crmId: string;
  dealId: string;
  deal: string;
}

/** A draft of today that lies in the mailbox. */
export interface DraftFact extends DealFact {
  /** Names or addresses of whom it is to. */
  to: readonly string[];
  /** Why this deal and why today, in sentences of ours. */
  why: readonly string[];
  /** Words of the thread that the draft rests on. */
  evidence: readonly { quote: string }[];
  /** The conversation in the rep's own client; null where the provider has no such address. */
  url: string | null;
}

/** What the rep did with a draft, as understood. */
export interface DecisionFact extends DealFact {
  verdict: string;
  why: string;
}

/** Whether it is news: it came since the last digest, or is asked for the last time. What is none is shown, and is no reason for a digest. */
interface News {
  fresh: boolean;
}

export interface ProposalFact extends DealFact, News {
  change: string;
  kind: ChangeKind;
  /** Of exactly what is shown. */
  hash: string;
  contact: string;
  /** One sentence of ours. */
  said: string;
  before: string;
  after: string;
  /** The words it rests on; empty where it rests on none. */
  quote: string;
  /** Civil date after which it is not asked any more. */
  expiresOn: string | null;
}

/** A draft of which nobody knows whether it was sent. */
export interface SentQuestion extends DealFact, News {
  placement: string;
  to: readonly string[];
  question: string;
}

/** A thread that may belong to several deals. */
export interface MatchQuestion extends News {
  thread: string;
  /** Who takes part in it. */
  people: readonly string[];
  options: readonly { crmId: string; dealId: string; name: string; because: readonly string[] }[];
  url: string | null;
}

export interface HoldFact extends DealFact {
  contact: string;
  /** Civil date; null: for good. */
  until: string | null;
  /** The rep's own, by its id; null: a prospect asked for it. */
  pause: string | null;
  /** Where it was asked for, and in which words; empty where the rep said it. */
  messageId: string;
  quote: string;
  /** One sentence of ours. */
  said: string;
}

export interface DigestFacts {
  /** Civil date in the rep's zone. */
  today: string;
  drafts: readonly DraftFact[];
  decisions: readonly DecisionFact[];
  proposals: readonly ProposalFact[];
  sentQuestions: readonly SentQuestion[];
  matchQuestions: readonly MatchQuestion[];
  holds: readonly HoldFact[];
  notPicked: readonly (DealFact & { why: string })[];
  /** Sentences: a mailbox or a CRM that is ill, spending that has reached its limit. */
  trouble: readonly string[];
  /** Sentences: what a person has stopped. */
  pauses: readonly string[];
}
