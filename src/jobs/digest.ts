/** Puts the summary of the day into the rep's own inbox: intent first, then look, act, record (DESIGN §7). */
import { and, eq, isNull } from 'drizzle-orm';
import { type DigestRow, digestOfDay, lastDigestAt, missDigests } from '../db/digests.ts';
import { appendLedger } from '../db/ledger.ts';
import { findConnected, type MailboxRow } from '../db/mailboxes.ts';
import * as schema from '../db/schema.ts';
import { listed } from '../domain/answer/items.ts';
import { civilDate } from '../domain/calendar.ts';
import { type Digest, digestOf } from '../domain/digest/digest.ts';
import { digestDay, isLastHour } from '../domain/digest/due.ts';
import { digestMail, headersOf } from '../domain/digest/mail.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { type Context, mailboxKey } from './context.ts';
import { digestFacts } from './digest-facts.ts';
import { noteUnreadable } from './sync-mailbox.ts';

/** A mailbox read longer ago than this may hold what the digest should say. */
const staleMs = 30 * 60_000;

/** Who it is from, beside the rep's own address: nobody else's would be true. */
export const sender = 'Countersign';

/** Once a day, and only with something to say. Safe to run twice, and after a crash anywhere in it: its key is stored before it is delivered. */
export async function digest(context: Context, mailboxId: string): Promise<void> {
  const { store, policy } = context;
  await store.exclusively(mailboxKey(mailboxId), async () => {
    const row = await findConnected(store.db, mailboxId);
    if (!row) return;
    const now = context.now();
    await missDigests(store.db, row.id, civilDate(now, row.timeZone));
    const day = digestDay(now, row.timeZone, policy);
    if (day === null) return;
    try {
      const mailbox = await context.mailbox(row);
      const made = (await digestOfDay(store.db, row.id, day)) ?? (await make(context, row, mailbox, day, now));
      if (made?.state === 'made') await deliver(context, row, mailbox, made);
    } catch (error) {
      await noteUnreadable(context, row, error);
      context.log.warn('digest-not-delivered', { mailbox: row.id, error });
    }
  });
}

/** Null while the day's drafts are still being made: soon they can be told. */
async function make(
  context: Context,
  row: MailboxRow,
  mailbox: Mailbox,
  day: string,
  now: Date,
): Promise<DigestRow | null> {
  const { store } = context;
  if (!(await isSettled(context, row, now)) && !isLastHour(now, row.timeZone, context.policy)) return null;
  const facts = await digestFacts(context, row, mailbox, await lastDigestAt(store.db, row.id));
  return saveDigest(context, row, day, digestOf(facts, store.sha256));
}

/** Read and judged today, and nothing of it waits to be placed. */
async function isSettled({ store }: Context, row: MailboxRow, now: Date): Promise<boolean> {
  const { proposal, placement } = schema;
  const judged = row.assessedAt !== null && civilDate(row.assessedAt, row.timeZone) === civilDate(now, row.timeZone);
  const read = row.syncedAt !== null && now.getTime() - row.syncedAt.getTime() <= staleMs;
  if (!judged || !read) return false;
  const waiting = await store.db
    .select({ id: proposal.id })
    .from(proposal)
    .leftJoin(placement, eq(placement.proposalId, proposal.id))
    .where(and(eq(proposal.mailboxId, row.id), isNull(proposal.cancelled), isNull(placement.placedAt)))
    .limit(1);
  return waiting.length === 0;
}

/** The ledger says what was asked under which hash, and the mail is the witness of that entry and all before it. */
async function saveDigest(
  context: Context,
  row: MailboxRow,
  day: string,
  found: Digest | null,
): Promise<DigestRow | null> {
  const { store, newId } = context;
  const id = newId();
  const key = store.sha256(`${newId()}${newId()}`).slice(0, 32);
  const at = context.now();
  const base = { id, mailboxId: row.id, day, key, createdAt: at };
  return store.transaction(async (tx) => {
    if (!found) {
      const nothing = {
        ...base,
        state: 'nothing' as const,
        subject: '',
        text: '',
        html: '',
        items: [],
        ledgerSeq: 0,
        ledgerHead: '',
      };
      await tx.insert(schema.digest).values(nothing).onConflictDoNothing();
      return null;
    }
    const items = listed(found.items).map(({ n, kind, hash }) => ({ n, kind, hash }));
    const body = { digest: id, mailbox: row.id, day, items };
    const entry = { at, by: 'countersign', kind: 'digest', key: `digest/${row.id}/${day}`, body };
    const { seq, hash } = await appendLedger(tx, entry, context);
    const mail = digestMail(found, { seq, head: hash }, context.render);
    const [made] = await tx
      .insert(schema.digest)
      .values({ ...base, ...mail, state: 'made', items: found.items, ledgerSeq: seq, ledgerHead: hash })
      .onConflictDoNothing()
      .returning();
    return made ?? null;
  });
}

async function deliver(context: Context, row: MailboxRow, mailbox: Mailbox, made: DigestRow): Promise<void> {
  const { subject, text, html, ledgerSeq, ledgerHead } = made;
  const from = { name: sender, address: row.rep };
  const headers = headersOf({ seq: ledgerSeq, head: ledgerHead }, false);
  const lies = await mailbox.deliverToSelf({ from, subject, text, html, headers }, made.key);
  const set = { state: 'delivered' as const, ...lies, deliveredAt: context.now() };
  await context.store.db.update(schema.digest).set(set).where(eq(schema.digest.id, made.id));
  context.log.info('digest-delivered', { mailbox: row.id });
}
