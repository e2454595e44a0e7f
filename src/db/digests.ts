/** Questions about digests and the answers to them. */
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Outcome } from '../domain/digest/outcome.ts';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

export type DigestRow = typeof schema.digest.$inferSelect;
export type AnswerRow = typeof schema.answer.$inferSelect;
export type FreshAnswer = Pick<AnswerRow, 'id' | 'mailboxId' | 'messageId' | 'digestId' | 'threadRef' | 'seenAt'>;

const { digest, answer, mailbox } = schema;

export async function digestOfDay(db: Db, mailboxId: string, day: string): Promise<DigestRow | null> {
  const [row] = await db
    .select()
    .from(digest)
    .where(and(eq(digest.mailboxId, mailboxId), eq(digest.day, day)));
  return row ?? null;
}

export async function findDigest(db: Db, id: string): Promise<DigestRow | null> {
  const [row] = await db.select().from(digest).where(eq(digest.id, id));
  return row ?? null;
}

/** When the last digest of a mailbox was made, or found to have nothing to say; null before the first. */
export async function lastDigestAt(db: Db, mailboxId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: digest.createdAt })
    .from(digest)
    .where(eq(digest.mailboxId, mailboxId))
    .orderBy(desc(digest.createdAt))
    .limit(1);
  return row?.at ?? null;
}

/** Those of a mailbox that were delivered since, the newest first. */
export async function digestsSince(db: Db, mailboxId: string, since: Date): Promise<DigestRow[]> {
  return db
    .select()
    .from(digest)
    .where(and(eq(digest.mailboxId, mailboxId), isNotNull(digest.messageId), gte(digest.createdAt, since)))
    .orderBy(desc(digest.createdAt));
}

/** Digests of other days that were never delivered: what they say is no longer so. */
export async function missDigests(tx: Db, mailboxId: string, today: string): Promise<void> {
  await tx
    .update(digest)
    .set({ state: 'missed' })
    .where(and(eq(digest.mailboxId, mailboxId), eq(digest.state, 'made'), sql`${digest.day} <> ${today}`));
}

/**
 * Mailboxes that may be tried now, with their zones, and the last day of a digest of theirs from the civil date `from` on. Asked every few seconds: what came
 * before is not looked at.
 */
export async function mailboxesForDigest(
  db: Db,
  now: Date,
  from: string,
): Promise<{ id: string; timeZone: string; lastDay: string | null; made: string | null }[]> {
  return db
    .select({
      id: mailbox.id,
      timeZone: mailbox.timeZone,
      lastDay: sql<string | null>`max(${digest.day})`,
      made: sql<string | null>`max(${digest.day}) filter (where ${digest.state} = 'made')`,
    })
    .from(mailbox)
    .leftJoin(digest, and(eq(digest.mailboxId, mailbox.id), gte(digest.day, from)))
    .where(
      and(
        isNull(mailbox.disconnectedAt),
        isNotNull(mailbox.syncedAt),
        or(isNull(mailbox.nextTryAt), lte(mailbox.nextTryAt, now)),
      ),
    )
    .groupBy(mailbox.id, mailbox.timeZone);
}

/** What was shown so long ago is erased: the words of others were in it. That it was shown, and the hashes of it, stay in the ledger. */
export async function eraseDigests(db: Db, before: Date): Promise<void> {
  const named = sql`(select coalesce(jsonb_agg(item || '{"text": "", "contact": null}'::jsonb), '[]'::jsonb)
    from jsonb_array_elements(${digest.items}) item where item->>'kind' not in ('hold', 'match_question'))`;
  await db
    .update(digest)
    .set({ text: '', html: '', items: named })
    .where(and(lt(digest.createdAt, before), sql`${digest.text} <> ''`));
}

/** Which digests these Message-IDs name, themselves or by a receipt that stands below them; by Message-ID. */
export async function digestsNamed(db: Db, mailboxId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < ids.length; at += 1_000) {
    const some = ids.slice(at, at + 1_000);
    const direct = await db
      .select({ id: digest.id, messageId: digest.messageId })
      .from(digest)
      .where(and(eq(digest.mailboxId, mailboxId), inArray(digest.messageId, some)));
    const receipts = await db
      .select({ id: answer.digestId, messageId: answer.receiptId })
      .from(answer)
      .where(and(eq(answer.mailboxId, mailboxId), inArray(answer.receiptId, some)));
    for (const { id, messageId } of [...direct, ...receipts]) if (messageId) found.set(messageId, id);
  }
  return found;
}

/** The Message-IDs of the receipts that were given below a digest. */
export async function receiptsOf(db: Db, digestId: string): Promise<string[]> {
  const rows = await db
    .select({ id: answer.receiptId })
    .from(answer)
    .where(and(eq(answer.digestId, digestId), isNotNull(answer.receiptId)));
  return rows.flatMap(({ id }) => id ?? []);
}

/** Notes a mail that answers a digest; once, however often it is seen. */
export async function noteAnswer(tx: Db, fresh: FreshAnswer): Promise<void> {
  await tx.insert(answer).values(fresh).onConflictDoNothing();
}

/** Answers of a mailbox that nobody has read. */
export async function answersToRead(db: Db, mailboxId: string): Promise<string[]> {
  const rows = await db
    .select({ id: answer.id })
    .from(answer)
    .where(and(eq(answer.mailboxId, mailboxId), eq(answer.state, 'seen')));
  return rows.map(({ id }) => id);
}

export async function findAnswer(db: Db, id: string): Promise<AnswerRow | null> {
  const [row] = await db.select().from(answer).where(eq(answer.id, id));
  return row ?? null;
}

/** The same, kept from everyone else until the transaction ends. */
export async function lockAnswer(tx: Db, id: string): Promise<AnswerRow | null> {
  const [row] = await tx.select().from(answer).where(eq(answer.id, id)).for('update');
  return row ?? null;
}

/**
 * The same words in answer to the same digest, read before and not long ago, and nothing else said since: a copy of one mail. After other words the same ones
 * are said anew: stop, resume, stop.
 */
export async function readLike(
  db: Db,
  { id, mailboxId, digestId }: Pick<AnswerRow, 'id' | 'mailboxId' | 'digestId'>,
  wordsHash: string,
  since: Date,
): Promise<boolean> {
  const rows = await db
    .select({ digestId: answer.digestId, wordsHash: answer.wordsHash, readAt: answer.readAt })
    .from(answer)
    .where(
      and(
        eq(answer.mailboxId, mailboxId),
        isNotNull(answer.wordsHash),
        sql`${answer.id} <> ${id}`,
        inArray(answer.state, ['read', 'done']),
        gte(answer.readAt, since),
      ),
    );
  const isLike = (row: (typeof rows)[number]): boolean => row.digestId === digestId && row.wordsHash === wordsHash;
  const last = (of: typeof rows): number => Math.max(...of.map(({ readAt }) => readAt?.getTime() ?? 0), 0);
  const like = rows.filter(isLike);
  return like.length > 0 && last(like) > last(rows.filter((row) => !isLike(row)));
}

/** What came of the answers to a digest, in the order in which they were read. */
export async function outcomesOf(db: Db, digestId: string): Promise<Outcome[]> {
  const rows = await db
    .select({ outcomes: answer.outcomes })
    .from(answer)
    .where(and(eq(answer.digestId, digestId), inArray(answer.state, ['read', 'done'])))
    .orderBy(asc(answer.readAt), asc(answer.seenAt), asc(answer.id));
  return rows.flatMap(({ outcomes }) => outcomes);
}

/** Answers that wait to be read, and those that wait for their receipt, of mailboxes that may be tried now. */
export async function answersDue(db: Db, now: Date): Promise<Pick<AnswerRow, 'id' | 'state'>[]> {
  return db
    .select({ id: answer.id, state: answer.state })
    .from(answer)
    .innerJoin(mailbox, eq(mailbox.id, answer.mailboxId))
    .where(
      and(
        inArray(answer.state, ['seen', 'read']),
        isNull(mailbox.disconnectedAt),
        or(isNull(mailbox.nextTryAt), lte(mailbox.nextTryAt, now)),
      ),
    )
    .orderBy(asc(answer.seenAt), asc(answer.id));
}
