/** Questions of the status page: how the accounts are, what lies in Drafts, what was decided, what a person is asked. */
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { namedQuestions, newContactsOf } from './questions.ts';
import { unreadMails } from './readings.ts';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

export type Overview = Awaited<ReturnType<typeof overviewOf>>;

/** Everything the status page shows, newest first; at most `limit` drafts and decisions. */
export async function overviewOf(db: Db, limit = 50) {
  const { mailbox, crm, placement, proposal, decision, deal, assessment, ledger } = schema;
  const dealOfProposal = and(eq(deal.crmId, proposal.crmId), eq(deal.id, proposal.dealId));
  const mailboxes = await db
    .select({
      id: mailbox.id,
      rep: mailbox.rep,
      kind: mailbox.kind,
      syncedAt: mailbox.syncedAt,
      problem: mailbox.problem,
      problemSince: mailbox.problemSince,
      disconnectedAt: mailbox.disconnectedAt,
    })
    .from(mailbox)
    .orderBy(mailbox.rep);
  const crms = await db
    .select({
      kind: crm.kind,
      syncedAt: crm.syncedAt,
      problem: crm.problem,
      problemSince: crm.problemSince,
      rowProblems: crm.rowProblems,
    })
    .from(crm)
    .orderBy(crm.kind);
  const drafts = await db
    .select({
      id: placement.id,
      deal: deal.name,
      rep: mailbox.rep,
      to: proposal.reply,
      placedAt: placement.placedAt,
      verdict: placement.verdict,
      flags: placement.flags,
      why: placement.why,
      question: placement.question,
      reasons: proposal.reasons,
      written: proposal.written,
    })
    .from(placement)
    .innerJoin(proposal, eq(proposal.id, placement.proposalId))
    .innerJoin(mailbox, eq(mailbox.id, placement.mailboxId))
    .leftJoin(deal, dealOfProposal)
    .where(and(eq(placement.final, false), isNotNull(placement.placedAt)))
    .orderBy(desc(placement.placedAt))
    .limit(limit);
  const decisions = await db
    .select({
      id: decision.id,
      placementId: decision.placementId,
      deal: deal.name,
      rep: mailbox.rep,
      at: decision.at,
      decision: decision.decision,
      verdict: decision.verdict,
      flags: decision.flags,
      why: decision.why,
      question: decision.question,
      ledgerSeq: decision.ledgerSeq,
      loggedAt: decision.loggedAt,
      logProblem: decision.logProblem,
    })
    .from(decision)
    .innerJoin(placement, eq(placement.id, decision.placementId))
    .innerJoin(proposal, eq(proposal.id, placement.proposalId))
    .innerJoin(mailbox, eq(mailbox.id, placement.mailboxId))
    .leftJoin(deal, dealOfProposal)
    .orderBy(desc(decision.at))
    .limit(limit);
  const stalled = await db
    .select({
      deal: deal.name,
      rep: mailbox.rep,
      score: assessment.score,
      reasons: assessment.reasons,
      picked: assessment.picked,
      notPicked: assessment.notPicked,
    })
    .from(assessment)
    .innerJoin(mailbox, eq(mailbox.id, assessment.mailboxId))
    .innerJoin(deal, and(eq(deal.crmId, assessment.crmId), eq(deal.id, assessment.dealId)))
    .where(eq(assessment.stalled, true))
    .orderBy(desc(assessment.score))
    .limit(limit);
  const [head] = await db
    .select({ seq: ledger.seq, hash: ledger.hash })
    .from(ledger)
    .orderBy(desc(ledger.seq))
    .limit(1);
  const manners = await db
    .select({ rep: mailbox.rep, profile: schema.manner.profile, off: schema.manner.off, since: schema.manner.since })
    .from(schema.manner)
    .innerJoin(mailbox, and(eq(mailbox.id, schema.manner.mailboxId), isNull(mailbox.disconnectedAt)))
    .orderBy(mailbox.rep);
  const questions = await namedQuestions(db, limit);
  const strangers = await newContactsOf(db, limit);
  const unread = await unreadMails(db);
  return {
    mailboxes: mailboxes.map((each) => ({ ...each, unread: unread.get(each.id) ?? 0 })),
    crms,
    drafts,
    decisions,
    stalled,
    manners,
    questions,
    strangers,
    head: head ?? null,
  };
}
