/**
 * What may be said of a draft, and in which words: the answer of `verdict.ts`. Nothing here looks at a mailbox.
 */
import type { Outgoing } from './observation.ts';

export type VerdictName =
  | 'pending'
  | 'scheduled'
  | 'sent_as_is'
  | 'sent_edited'
  | 'discarded'
  | 'superseded'
  | 'withdrawn'
  | 'unknown';

export type Flag = 'edited' | 'moved' | 'stale' | 'inferred';

export interface Evidence {
  scan: string;
  /** Provider's name of what was seen; empty for an absence. */
  ref: string;
  what: string;
}

/** What to ask the rep when the mailbox cannot say it. Holds no text, subject or address of a mail. */
export interface Question {
  text: string;
  /** What would answer it without asking. */
  settledBy: string;
}

export interface Judgement {
  verdict: VerdictName;
  flags: Flag[];
  /** A final verdict makes a decision. `discarded` is provisional until its hold ends. */
  final: boolean;
  /** One sentence for the rep. */
  why: string;
  evidence: Evidence[];
  /** Only of `unknown`. */
  question: Question | null;
  /** When time alone may change the verdict; null when only new mail can. */
  recheckAt: Date | null;
}

/** What proves sending, whatever else was seen. */
const proofOfSending =
  'A copy of it in Sent, or an answer to it, proves that it was sent; the draft back in Drafts reopens it.';

/** The questions that stay open, by what is not known. */
export const questions = {
  sentOrDeleted: { text: 'Did you send this draft or delete it?', settledBy: proofOfSending },
  sentOrUndone: { text: 'Did you send this draft or take it back at the last moment?', settledBy: proofOfSending },
  draftOrOther: {
    text: 'Was the mail that you sent in this thread the draft in other words, or did you write it instead?',
    settledBy: proofOfSending,
  },
  whoTookIt: { text: 'Did you delete this draft, or did you leave it to Countersign?', settledBy: proofOfSending },
} as const satisfies Record<string, Question>;

export function pending(flags: Flag[], why: string, evidence: Evidence[], recheckAt: Date | null): Judgement {
  return { verdict: 'pending', flags, final: false, why, evidence, question: null, recheckAt };
}

export function superseded(flags: Flag[], other: Outgoing, why: string, before: Evidence[] = []): Judgement {
  const evidence = [...before, { scan: other.scan.id, ref: other.seen.ref, what: 'another mail in the thread' }];
  return { verdict: 'superseded', flags, final: true, why, evidence, question: null, recheckAt: null };
}

export function unknown(why: string, evidence: Evidence[], question: Question): Judgement {
  return { verdict: 'unknown', flags: [], final: true, why, evidence, question, recheckAt: null };
}

export type DecisionName = 'approved' | 'approved_edited' | 'rejected';

/** The decision a final verdict is: sending approves, deleting rejects, everything else decides nothing. */
export function decisionOf(judgement: Pick<Judgement, 'verdict' | 'final'>): DecisionName | null {
  if (!judgement.final) return null;
  if (judgement.verdict === 'sent_as_is') return 'approved';
  if (judgement.verdict === 'sent_edited') return 'approved_edited';
  return judgement.verdict === 'discarded' ? 'rejected' : null;
}
