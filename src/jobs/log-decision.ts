/** Logs a decision against its deal in the CRM. */
import { eq } from 'drizzle-orm';
import type { LogEntry, WriteResult } from '../crm/crm.ts';
import { appendLedger } from '../db/ledger.ts';
import { findCrm, findMailbox } from '../db/mailboxes.ts';
import { findPlacement } from '../db/placements.ts';
import * as schema from '../db/schema.ts';
import { sentenceOf } from '../errors.ts';
import { type Context, nextTry } from './context.ts';

/** Safe to run twice: the CRM takes the same key once. */
export async function logDecision(context: Context, decisionId: string): Promise<void> {
  const { store } = context;
  const [decision] = await store.db.select().from(schema.decision).where(eq(schema.decision.id, decisionId));
  if (!decision || decision.loggedAt) return;
  const placed = await findPlacement(store.db, decision.placementId);
  if (!placed) return;
  const { placement, proposal } = placed;
  const crmRow = await findCrm(store.db, proposal.crmId);
  const mailbox = await findMailbox(store.db, proposal.mailboxId);
  if (!crmRow || !mailbox) return;
  const entry: LogEntry = {
    at: decision.at,
    rep: mailbox.rep,
    contacts: proposal.reply.to.map(({ address }) => address),
    decision: decision.decision,
    verdict: decision.verdict,
    flags: decision.flags,
    text: sentenceFor(decision, placement.withdrawReason, mailbox.rep),
    proposedHash: proposal.replyHash,
    sentHash: decision.sentHash,
    ledgerSeq: decision.ledgerSeq,
    overturns: decision.overturns,
  };
  let failure: unknown = null;
  try {
    const crm = await context.crm(crmRow);
    const result = await store.exclusively(`deal/${proposal.crmId}/${proposal.dealId}`, () =>
      crm.log(proposal.dealId, entry, decision.id),
    );
    // A deal that is gone cannot be logged against; the ledger has the decision all the same.
    if (result.kind !== 'ok' && result.kind !== 'gone') failure = problemOf(result);
  } catch (error) {
    failure = error;
  }
  const now = context.now();
  if (failure !== null) {
    await store.db
      .update(schema.decision)
      .set({
        logProblem: typeof failure === 'string' ? failure : sentenceOf(failure),
        logNextTryAt: nextTry(failure, 3, now),
      })
      .where(eq(schema.decision.id, decisionId));
    context.log.warn('decision-not-logged', { decision: decisionId, error: failure });
    return;
  }
  await store.transaction(async (tx) => {
    await tx
      .update(schema.decision)
      .set({ loggedAt: now, logProblem: null, logNextTryAt: null })
      .where(eq(schema.decision.id, decisionId));
    const body = { decision: decisionId, crm: proposal.crmId, deal: proposal.dealId };
    await appendLedger(
      tx,
      { at: now, by: 'countersign', kind: 'decision_logged', key: `decision_logged/${decisionId}`, body },
      context,
    );
  });
  context.log.info('decision-logged', { decision: decisionId });
}

function problemOf(result: WriteResult): string {
  switch (result.kind) {
    case 'denied':
      return `The CRM refused the log note: ${result.why}.`;
    case 'validation':
      return `The CRM refused the log note: ${result.fields.map(({ name, message }) => `${name}: ${message}`).join('; ')}.`;
    default:
      return 'The CRM did not confirm the log note; it is looked for and tried again.';
  }
}

type DecisionRow = typeof schema.decision.$inferSelect;

/** What a person reading the deal in the CRM should know, in one or two sentences. */
function sentenceFor(decision: DecisionRow, withdrawReason: string | null, rep: string): string {
  const about = {
    sent_as_is: `${rep} sent the proposed follow-up as it was.`,
    sent_edited: `${rep} sent the proposed follow-up in other words.`,
    discarded: `${rep} deleted the proposed follow-up.`,
    superseded: `${rep} wrote another mail instead of the proposed follow-up.`,
    withdrawn: `The proposed follow-up was taken back because ${withdrawReason ?? 'it was out of date'}.`,
    unknown:
      decision.decision === '' ? `What became of the proposed follow-up is not known. ${decision.why}` : decision.why,
  }[decision.verdict];
  return decision.overturns ? `${about ?? decision.why} This corrects an earlier entry.` : (about ?? decision.why);
}
