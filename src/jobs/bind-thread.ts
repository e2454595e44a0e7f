/** A person says to which deal a thread belongs, or that it belongs to none. */
import { eq } from 'drizzle-orm';
import { dealKey } from '../db/deals.ts';
import { dropTopics } from '../db/findings.ts';
import { appendLedger } from '../db/ledger.ts';
import { findConnected } from '../db/mailboxes.ts';
import type { ThreadRow } from '../db/questions.ts';
import * as schema from '../db/schema.ts';
import { boundThreads } from '../db/threads.ts';
import { BadInput } from '../errors.ts';
import { type Context, mailboxKey } from './context.ts';
import { keepFindings, openShelf } from './keep-thread.ts';

/**
 * Binds for good: only another answer changes it. Recorded as `by`, who said so. The thread is read by the next sync; what was stored of one that
 * belongs to no deal is destroyed, but for what it forbids. Saying the same twice changes nothing and answers false. Throws BadInput for a thread that is not known.
 */
export async function bindThread(
  context: Context,
  threadId: string,
  deal: { crmId: string; id: string } | null,
  by: string,
): Promise<boolean> {
  const { store } = context;
  const { thread, message, mailbox } = schema;
  const find = async () => (await store.db.select().from(thread).where(eq(thread.id, threadId)))[0];
  const found = await find();
  if (!found) throw new BadInput(`There is no thread "${threadId}": "questions" lists those that wait for an answer.`);
  const changed = await store.exclusively(mailboxKey(found.mailboxId), async () => {
    const before = await find();
    if (!before) throw new BadInput(`The thread "${threadId}" has just gone: "questions" lists what is left.`);
    const same = before.crmId === (deal?.crmId ?? null) && before.dealId === (deal?.id ?? null);
    if (same && before.answeredBy !== null) return false;
    const at = context.now();
    const binding = {
      crmId: deal?.crmId ?? null,
      dealId: deal?.id ?? null,
      boundBecause: deal ? `${by.includes('@') ? by : `The ${by}`} said so on ${at.toISOString().slice(0, 10)}.` : null,
      boundAt: deal ? at : null,
    };
    const told = deal ? null : await lastWords(context, before);
    const closed = { candidates: [], askedAt: null, lastAt: null, people: [], bookHash: null };
    await store.transaction(async (tx) => {
      await tx
        .update(thread)
        .set({ ...binding, ...closed, answeredBy: by, due: deal !== null })
        .where(eq(thread.id, threadId));
      if (!deal) {
        await dropTopics(tx, before.mailboxId, before.ref);
        if (told) await keepFindings(tx, context, told.shelf, told.thread, true);
        await tx.delete(message).where(eq(message.threadId, threadId));
      }
      await tx.update(mailbox).set({ assessedAt: null }).where(eq(mailbox.id, before.mailboxId));
      const was = before.dealId === null ? null : dealKey({ crmId: before.crmId ?? '', id: before.dealId });
      const body = { thread: threadId, mailbox: before.mailboxId, deal: deal ? dealKey(deal) : null, was };
      const key = `thread_bound/${threadId}/${context.newId()}`;
      await appendLedger(tx, { at, by, kind: 'thread_bound', key, body }, context);
    });
    return true;
  });
  if (changed)
    for (const job of ['sync-mailbox', 'assess', 'settle'] as const) await context.enqueue(job, found.mailboxId);
  return changed;
}

/** A thread whose text is about to be destroyed, for what it forbids; null where none of it is stored, or nobody reads its mailbox. */
async function lastWords(context: Context, { id, mailboxId, crmId, dealId }: ThreadRow) {
  const { db } = context.store;
  const row = await findConnected(db, mailboxId);
  if (!row || crmId === null || dealId === null) return null;
  const thread = (await boundThreads(db, mailboxId, { crmId, id: dealId })).find((each) => each.id === id);
  return thread ? { thread, shelf: await openShelf(context, row) } : null;
}
