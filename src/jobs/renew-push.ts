/** Arranges that a mailbox's provider tells of changes, and again before that ends. A notice is only a wake-up: without any, polling finds the same. */
import { eq } from 'drizzle-orm';
import { findConnected, type MailboxRow } from '../db/mailboxes.ts';
import * as schema from '../db/schema.ts';
import { sentenceOf } from '../errors.ts';
import { type Context, nextTry, type PushHome } from './context.ts';

const dayMs = 86_400_000;

/** Safe to run twice. Whatever goes wrong is noted beside the mailbox, and does not count as a problem of it. */
export async function renewPush(context: Context, mailboxId: string): Promise<void> {
  const { store, push, log } = context;
  const row = await findConnected(store.db, mailboxId);
  if (!row || !push) return;
  const note = (values: Partial<MailboxRow>) =>
    store.db.update(schema.mailbox).set(values).where(eq(schema.mailbox.id, row.id));
  try {
    const mailbox = await context.mailbox(row);
    const secret = await wordOf(context, push, row);
    const url = `${push.url}/push/${row.kind}`;
    const made = await mailbox.renewPush?.({ url, lifecycleUrl: `${url}/lifecycle`, secret });
    const now = context.now();
    await note({ pushUntil: made?.until ?? null, pushRenewAt: renewAt(made?.until ?? null, now), pushProblem: null });
  } catch (error) {
    const now = context.now();
    await note({ pushRenewAt: nextTry(error, 0, now), pushProblem: sentenceOf(error) });
    log.warn('push-not-renewed', { mailbox: row.id, error });
  }
}

/** Half-way to the end, and daily at least: a provider that was down meanwhile costs nothing. */
export function renewAt(until: Date | null, now: Date): Date {
  const leftMs = until ? Math.max(until.getTime() - now.getTime(), 120_000) : Number.POSITIVE_INFINITY;
  return new Date(now.getTime() + Math.min(leftMs / 2, dayMs));
}

/** The word that notices about this mailbox carry: made once, for arrangements that live on keep the one they were made with. */
async function wordOf({ store }: Context, push: PushHome, row: MailboxRow): Promise<string> {
  if (row.pushSecret !== null) return push.unseal(row.pushSecret, row.id);
  const word = [...crypto.getRandomValues(new Uint8Array(32))]
    .map((each) => each.toString(16).padStart(2, '0'))
    .join('');
  const sealed = await push.seal(word, row.id);
  // Kept before it is told: a notice may come while the arrangement is being made.
  await store.db
    .update(schema.mailbox)
    .set({ pushSecret: sealed, pushHash: store.sha256(word) })
    .where(eq(schema.mailbox.id, row.id));
  return word;
}
