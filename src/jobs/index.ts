/** The product's table of contents: every job by name, each a function of what it is lent and one key. */
import { assess } from './assess.ts';
import type { Context, JobName } from './context.ts';
import { digest } from './digest.ts';
import { executeChange } from './execute-change.ts';
import { logDecision } from './log-decision.ts';
import { placeDraft } from './place-draft.ts';
import { proposeChanges } from './propose-changes.ts';
import { readAnswer } from './read-answer.ts';
import { receipt } from './receipt.ts';
import { renewPush } from './renew-push.ts';
import { settle } from './settle.ts';
import { syncDeals } from './sync-deals.ts';
import { syncMailbox } from './sync-mailbox.ts';

export const jobs: Record<JobName, (context: Context, key: string) => Promise<void>> = {
  /** CRM id: what changed in its deals and contacts. */
  'sync-deals': syncDeals,
  /** Mailbox id: what is new in the threads of open deals. */
  'sync-mailbox': syncMailbox,
  /** Mailbox id: judge its deals, propose today's follow-ups. */
  assess,
  /** Proposal id: leave it as a draft. */
  'place-draft': placeDraft,
  /** Mailbox id: look for its drafts, judge, take back what is out of date. */
  settle,
  /** Decision id: log it against the deal. */
  'log-decision': logDecision,
  /** Mailbox id: propose what its latest mails call for in the CRM. */
  'propose-changes': proposeChanges,
  /** Change id: make what a person approved in the CRM. */
  'execute-change': executeChange,
  /** Mailbox id: put the summary of the day into its inbox, once. */
  digest,
  /** Answer id: carry out what the rep's answer to a digest asks for. */
  'read-answer': readAnswer,
  /** Answer id: say what was understood of it, and what came of that. */
  receipt,
  /** Mailbox id: have its provider tell of changes for some more time. */
  'renew-push': renewPush,
};
