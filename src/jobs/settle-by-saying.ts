/** The rep says what became of a draft, where the mailbox could not: the question is settled by their word, and by nothing less. */
import { eq } from 'drizzle-orm';
import { appendLedger } from '../db/ledger.ts';
import { findPlacement, lastDecision } from '../db/placements.ts';
import * as schema from '../db/schema.ts';
import { civilDate } from '../domain/calendar.ts';
import type { Context } from './context.ts';

export interface Said {
  sent: boolean;
  /** Address of the rep. */
  by: string;
  /** Message-ID of the mail that says so. */
  messageId: string;
}

/**
 * Writes a decision over one that left it open. The verdict stays `unknown`, for nothing was seen: proof of sending overturns this as it would have the question.
 * Safe to repeat; `done` is false where it is settled otherwise.
 */
export async function settleBySaying(
  context: Context,
  placementId: string,
  { sent, by, messageId }: Said,
): Promise<{ done: boolean; text: string }> {
  const { store } = context;
  const found = await findPlacement(store.db, placementId);
  if (!found) return { done: false, text: 'That draft is not known any more.' };
  const { placement, proposal } = found;
  const decision = sent ? 'approved' : 'rejected';
  const text = sent ? 'Noted: you sent the draft.' : 'Noted: you did not send the draft.';
  const settled = await store.transaction(async (tx) => {
    // One writer at a time: two answers at once would both find the question open.
    const [held] = await tx.select().from(schema.placement).where(eq(schema.placement.id, placementId)).for('update');
    const last = await lastDecision(tx, placementId);
    if (!held || !last) return null;
    if (last.decision !== '' || last.verdict !== 'unknown') return last.decision === decision ? 'before' : null;
    const n = last.n + 1;
    const id = `${placement.key}-${n}`;
    const at = context.now();
    const evidence = [{ scan: '', ref: messageId, what: 'the rep said so, in answer to a summary' }];
    const entry = await appendLedger(
      tx,
      {
        at,
        by,
        kind: 'decision',
        key: `decision/${id}`,
        body: {
          placement: placementId,
          crm: proposal.crmId,
          deal: proposal.dealId,
          proposed: proposal.replyHash,
          decision,
          verdict: last.verdict,
          flags: [],
          evidence,
          overturns: last.id,
        },
      },
      context,
    );
    await tx.insert(schema.decision).values({
      id,
      placementId,
      n,
      decision,
      verdict: last.verdict,
      flags: [],
      why: `${by} said on ${civilDate(at, 'UTC')} that it was ${sent ? 'sent' : 'not sent'}.`,
      evidence,
      question: null,
      rules: last.rules,
      sentText: null,
      changes: [],
      sentHash: '',
      at,
      overturns: last.id,
      ledgerSeq: entry.seq,
    });
    await tx.update(schema.placement).set({ question: null }).where(eq(schema.placement.id, placementId));
    await tx.update(schema.mailbox).set({ assessedAt: null }).where(eq(schema.mailbox.id, placement.mailboxId));
    return id;
  });
  if (settled === null)
    return { done: false, text: `It is settled already: ${(await latestWhy(context, placementId)) ?? ''}` };
  if (settled !== 'before') {
    await context.enqueue('log-decision', settled);
    await context.enqueue('assess', placement.mailboxId);
  }
  return { done: true, text };
}

async function latestWhy({ store }: Context, placementId: string): Promise<string | null> {
  return (await lastDecision(store.db, placementId))?.why ?? null;
}
