/** A placement as the domain judges it, put together from what is stored. */
import type { MailboxRow } from '../db/mailboxes.ts';
import type { PlacedProposal } from '../db/placements.ts';
import type { VerdictRules } from '../domain/explain.ts';
import type { Holds, Policy } from '../domain/policy.ts';
import type { PlacementFacts } from '../domain/verdict.ts';
import { repOf } from './context.ts';

export function placementFacts(row: MailboxRow, { placement, proposal }: PlacedProposal): PlacementFacts {
  const { reply } = proposal;
  return {
    messageId: placement.messageId ?? '',
    inReplyTo: reply.inReplyTo,
    subject: reply.subject,
    text: reply.text,
    to: reply.to.map(({ address }) => address),
    cc: reply.cc.map(({ address }) => address),
    placedAt: placement.placedAt ?? placement.intendedAt,
    own: repOf(row).addresses,
    withdrawnAt: placement.withdrawnAt,
    withdrawing: placement.withdrawAt !== null && placement.withdrawnAt === null,
    keepsSentCopies: row.keepsSentCopies,
  };
}

/** The installation's own holds win over those of the kind of mailbox. */
export function verdictRules(policy: Policy, holds: Holds): VerdictRules {
  const { similarity, similarityWords } = policy;
  return { similarity, similarityWords, holds: { ...holds, ...policy.holds } };
}
