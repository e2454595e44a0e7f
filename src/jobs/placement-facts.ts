/** A placement as the domain judges it, put together from what is stored. */
import type { MailboxRow } from '../db/mailboxes.ts';
import { type OurDraft, type PlacedProposal, textsOf } from '../db/placements.ts';
import type { Db } from '../db/store.ts';
import type { VerdictRules } from '../domain/explain.ts';
import type { Holds, Policy } from '../domain/policy.ts';
import type { PlacementFacts } from '../domain/verdict.ts';
import { repOf } from './context.ts';

/** `drafts` are all that were ever placed in the mailbox. */
export async function placementFacts(
  db: Db,
  row: MailboxRow,
  { placement, proposal }: PlacedProposal,
  drafts: readonly OurDraft[],
): Promise<PlacementFacts> {
  const { reply } = proposal;
  const placedAt = placement.placedAt ?? placement.intendedAt;
  const others = drafts.filter(({ id }) => id !== placement.id);
  const people = new Set(reply.to.map(({ address }) => address));
  const next = others
    .filter((other) => other.placedAt > placedAt)
    .filter(({ threadId, to }) => threadId === proposal.threadId || to.some((address) => people.has(address)))
    .map((other) => other.placedAt.getTime());
  return {
    messageId: placement.messageId ?? '',
    inReplyTo: reply.inReplyTo,
    subject: reply.subject,
    text: reply.text,
    to: reply.to.map(({ address }) => address),
    cc: reply.cc.map(({ address }) => address),
    placedAt,
    own: repOf(row).addresses,
    withdrawnAt: placement.withdrawnAt,
    withdrawing: placement.withdrawAt !== null && placement.withdrawnAt === null,
    keepsSentCopies: row.keepsSentCopies,
    otherIds: others.flatMap(({ ids }) => ids),
    nextPlacedAt: next.length > 0 ? new Date(Math.min(...next)) : null,
    known: await textsOf(db, proposal.threadId, placedAt),
  };
}

/** The installation's own holds win over those of the kind of mailbox. */
export function verdictRules(policy: Policy, holds: Holds): VerdictRules {
  const { similarity, similarityWords } = policy;
  return { similarity, similarityWords, holds: { ...holds, ...policy.holds } };
}
