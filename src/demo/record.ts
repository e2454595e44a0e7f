/** What the service wrote down, as the demo tells it: proposals, drafts, decisions, and the line in the CRM for each. */
import { and, asc, eq, gt, isNotNull, ne } from 'drizzle-orm';
import { recentLedger } from '../db/ledger.ts';
import * as schema from '../db/schema.ts';
import type { MailView } from './mailbox.ts';
import type { Stage } from './stage.ts';

/** A decision, or a draft that ended without one. */
export interface Decided {
  dealId: string;
  deal: string;
  placementId: string;
  /** Empty when nobody decided. */
  decision: 'approved' | 'approved_edited' | 'rejected' | '';
  verdict: string;
  flags: string[];
  /** One sentence. */
  why: string;
  at: Date;
  /** Its entry in the ledger. */
  seq: number;
  hash: string;
  /** Its record in crm/outbox/decisions.csv, by column; null until it stands there. */
  logged: Record<string, string> | null;
}

/** What was decided after a ledger entry, oldest first. */
export async function decidedAfter(stage: Stage, seq: number): Promise<Decided[]> {
  const { decision, placement, proposal, deal, ledger } = schema;
  const rows = await stage.app.store.db
    .select({
      id: decision.id,
      dealId: proposal.dealId,
      deal: deal.name,
      placementId: placement.id,
      decision: decision.decision,
      verdict: decision.verdict,
      flags: decision.flags,
      why: decision.why,
      at: decision.at,
      seq: decision.ledgerSeq,
      hash: ledger.hash,
    })
    .from(decision)
    .innerJoin(placement, eq(placement.id, decision.placementId))
    .innerJoin(proposal, eq(proposal.id, placement.proposalId))
    .innerJoin(deal, and(eq(deal.crmId, proposal.crmId), eq(deal.id, proposal.dealId)))
    .innerJoin(ledger, eq(ledger.seq, decision.ledgerSeq))
    .where(gt(decision.ledgerSeq, seq))
    .orderBy(asc(decision.ledgerSeq));
  const lines = new Map(stage.decisionsCsv().map((record) => [record.key, record]));
  return rows.map(({ id, ...row }) => ({ ...row, logged: lines.get(id) ?? null }));
}

/** One draft of ours, from proposal to the verdict of the moment. */
export interface Drafted {
  dealId: string;
  deal: string;
  placementId: string;
  messageId: string;
  /** The day in the rep's zone on which it counts against the limit. */
  day: string;
  placedAt: Date;
  reasons: string[];
  verdict: string;
  flags: string[];
  final: boolean;
  why: string;
  /** When time alone may change the verdict. */
  recheckAt: Date | null;
}

/** Every draft that was ever placed, oldest first. */
export async function draftedSoFar(stage: Stage): Promise<Drafted[]> {
  const { placement, proposal, deal } = schema;
  const rows = await stage.app.store.db
    .select({ placement, proposal, deal: deal.name })
    .from(placement)
    .innerJoin(proposal, eq(proposal.id, placement.proposalId))
    .innerJoin(deal, and(eq(deal.crmId, proposal.crmId), eq(deal.id, proposal.dealId)))
    .where(isNotNull(placement.placedAt))
    .orderBy(asc(placement.placedAt), asc(proposal.dealId));
  return rows.map(({ placement: draft, proposal: { dealId, day, reasons }, deal: name }) => ({
    dealId,
    deal: name,
    placementId: draft.id,
    messageId: draft.messageId ?? '',
    day,
    placedAt: draft.placedAt ?? draft.intendedAt,
    reasons: reasons.map(({ text }) => text),
    verdict: draft.verdict,
    flags: draft.flags,
    final: draft.final,
    why: draft.why,
    recheckAt: draft.recheckAt,
  }));
}

/** The draft of a deal as it lies in the rep's Drafts now; null when there is none. */
export async function draftInMailbox(stage: Stage, dealId: string): Promise<MailView | null> {
  const ids = (await draftedSoFar(stage)).filter((draft) => draft.dealId === dealId).map(({ messageId }) => messageId);
  const { drafts } = await stage.mail.list();
  return drafts.find(({ messageId }) => ids.includes(messageId)) ?? null;
}

/** How each open deal was last judged, best first: whether it has stalled, why, and why no draft was made now. */
export async function judgedDeals(stage: Stage) {
  const { assessment, deal } = schema;
  const rows = await stage.app.store.db
    .select({ assessment, deal: deal.name })
    .from(assessment)
    .innerJoin(deal, and(eq(deal.crmId, assessment.crmId), eq(deal.id, assessment.dealId)));
  return rows
    .map(({ assessment: { dealId, at, turn, score, stalled, reasons, notPicked }, deal: name }) => ({
      dealId,
      deal: name,
      at,
      turn,
      score,
      stalled,
      reasons: reasons.map(({ text }) => text),
      notPicked,
    }))
    .sort((a, b) => b.score - a.score || (a.dealId < b.dealId ? -1 : 1));
}

/** Deals that are not judged because they are over. */
export async function closedDeals(stage: Stage) {
  const { deal } = schema;
  const rows = await stage.app.store.db.select().from(deal).where(ne(deal.status, 'open'));
  return rows.map(({ id, name, status }) => ({ dealId: id, deal: name, why: `the deal is ${status}` }));
}

/** The number of the newest ledger entry. */
export async function ledgerHead(stage: Stage): Promise<number> {
  const [head] = await recentLedger(stage.app.store.db, 1);
  return head?.seq ?? 0;
}

/** A draft that is gone, of which only time can tell whether it was deleted for good. */
export const waitsForTime = (draft: Drafted): boolean => !draft.final && draft.recheckAt !== null;

/** Until no deleted draft waits for its hold any more. Each look says when the next one is worth it. */
export async function skipHold(stage: Stage): Promise<void> {
  for (let looks = 0; looks < 10; looks++) {
    const waiting = (await draftedSoFar(stage)).filter(waitsForTime);
    if (waiting.length === 0) return;
    await stage.skipTo(new Date(Math.min(...waiting.map(({ recheckAt }) => recheckAt?.getTime() ?? 0))));
  }
}
