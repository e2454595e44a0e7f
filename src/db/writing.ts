/** Questions to the language model: booked before they are asked, corrected after, and what they cost in a day. */
import { and, desc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { Unanswered } from '../domain/writing/authorship.ts';
import type { Written } from '../domain/writing/gate/written.ts';
import * as schema from './schema.ts';
import type { Db, Store } from './store.ts';

export type WritingRow = typeof schema.writing.$inferSelect;

export interface Spent {
  tokens: number;
  /** Millionths of the currency of the prices. */
  cost: number;
  questions: number;
}

export interface Caps {
  repTokens: number;
  tokens: number;
  /** Null: no limit. */
  money: number | null;
}

/** Which of the caps of a day is in the way. */
export type Reached = 'rep_tokens' | 'tokens' | 'money';

/** Any number; only one process at a time may look at what is left and take of it. */
const spendingLock = 7_203_312;

/**
 * Adds one request of a question to what the day costs, if the caps leave room for all of it; else says which does not. A question that has no row yet gets
 * one.
 */
export async function book(
  store: Store,
  question: Pick<WritingRow, 'id' | 'mailboxId' | 'day' | 'hash' | 'model' | 'createdAt'>,
  most: { in: number; out: number; cost: number },
  caps: Caps,
): Promise<Reached | null> {
  const { writing } = schema;
  const { day, mailboxId } = question;
  return store.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${spendingLock})`);
    const tokens = most.in + most.out;
    const all = await spentOn(tx, day);
    const reached: Reached | null =
      (await spentOn(tx, day, mailboxId)).tokens + tokens > caps.repTokens
        ? 'rep_tokens'
        : all.tokens + tokens > caps.tokens
          ? 'tokens'
          : caps.money !== null && all.cost + most.cost > caps.money
            ? 'money'
            : null;
    const taken = reached === null ? most : { in: 0, out: 0, cost: 0 };
    await tx
      .insert(writing)
      .values({ ...question, state: reached ?? 'asked', tokensIn: taken.in, tokensOut: taken.out, cost: taken.cost })
      .onConflictDoUpdate({
        target: writing.id,
        set: {
          tokensIn: sql`${writing.tokensIn} + ${taken.in}`,
          tokensOut: sql`${writing.tokensOut} + ${taken.out}`,
          cost: sql`${writing.cost} + ${taken.cost}`,
        },
      });
    return reached;
  });
}

/** What came of a question that was booked, and what it did cost. */
export async function noteAnswer(
  db: Db,
  id: string,
  known: { state: 'answered' | Unanswered; tokensIn: number; tokensOut: number; cost: number; answer: Written | null },
): Promise<void> {
  await db.update(schema.writing).set(known).where(eq(schema.writing.id, id));
}

/** Questions of a mailbox that were asked before in these very words, latest first. */
export async function questionsLike(db: Db, mailboxId: string, hashes: string[]): Promise<WritingRow[]> {
  const { writing } = schema;
  if (hashes.length === 0) return [];
  return db
    .select()
    .from(writing)
    .where(and(eq(writing.mailboxId, mailboxId), inArray(writing.hash, hashes)))
    .orderBy(desc(writing.createdAt), desc(writing.id));
}

const { writing: table } = schema;
/** Sums of many rows are larger than the numbers of one: text, for any driver. */
const sums = {
  tokens: sql<string>`coalesce(sum(${table.tokensIn}::bigint + ${table.tokensOut}), 0)`,
  cost: sql<string>`coalesce(sum(${table.cost}), 0)`,
  questions: sql<string>`count(*) filter (where ${table.tokensIn} > 0 or ${table.state} = 'answered')`,
};

const spentIn = (row: { tokens: string; cost: string; questions: string } | undefined): Spent => ({
  tokens: Number(row?.tokens ?? 0),
  cost: Number(row?.cost ?? 0),
  questions: Number(row?.questions ?? 0),
});

/** Of a civil day; of one mailbox, or of all. What is booked counts as spent. */
export async function spentOn(db: Db, day: string, mailboxId?: string): Promise<Spent> {
  const { writing } = schema;
  const [row] = await db
    .select(sums)
    .from(writing)
    .where(and(eq(writing.day, day), mailboxId === undefined ? undefined : eq(writing.mailboxId, mailboxId)));
  return spentIn(row);
}

/** What each mailbox spent on each of these civil days, and which caps were in its way; in one question, for one mailbox or for all. */
export async function spentByMailbox(
  db: Db,
  days: string[],
  mailboxId?: string,
): Promise<(Spent & { mailboxId: string; day: string; reached: Reached[] })[]> {
  const { writing } = schema;
  const reached = ['rep_tokens', 'tokens', 'money'] as const;
  const rows = await db
    .select({
      mailboxId: writing.mailboxId,
      day: writing.day,
      ...sums,
      states: sql<string[]>`array_agg(distinct ${writing.state})`,
    })
    .from(writing)
    .where(and(inArray(writing.day, days), mailboxId === undefined ? undefined : eq(writing.mailboxId, mailboxId)))
    .groupBy(writing.mailboxId, writing.day);
  return rows.map(({ mailboxId, day, states, ...row }) => ({
    mailboxId,
    day,
    ...spentIn(row),
    reached: reached.filter((cap) => states.includes(cap)),
  }));
}

/** Answers hold words of threads: what was answered before then is erased, what it cost stays. */
export async function eraseAnswers(db: Db, before: Date): Promise<void> {
  const { writing } = schema;
  const old = and(isNotNull(writing.answer), lt(writing.createdAt, before));
  // Asked every few seconds, and hardly ever is there one: to look is cheaper than to write nothing.
  const [any] = await db.select({ id: writing.id }).from(writing).where(old).limit(1);
  if (any) await db.update(writing).set({ answer: null }).where(old);
}
