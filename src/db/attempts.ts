/** Questions about sign-ins that were begun in a browser. Each step of one is taken by one caller only, however many try at once. */
import { and, eq, gt, lte } from 'drizzle-orm';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

export type AttemptRow = typeof schema.connectAttempt.$inferSelect;

/** Which attempt, and the proof that it is this browser's and this session's; all but `kind` are hashes. */
export interface AttemptKey {
  id: string;
  browser: string;
  session: string;
  kind: string;
}

const { connectAttempt } = schema;

function held({ id, browser, session, kind }: AttemptKey, stage: AttemptRow['stage'], now: Date) {
  return and(
    eq(connectAttempt.id, id),
    eq(connectAttempt.browser, browser),
    eq(connectAttempt.session, session),
    eq(connectAttempt.kind, kind),
    eq(connectAttempt.stage, stage),
    gt(connectAttempt.expiresAt, now),
  );
}

export async function saveAttempt(db: Db, row: typeof connectAttempt.$inferInsert): Promise<void> {
  await db.insert(connectAttempt).values(row);
}

/** Uses the `state` up: the attempt for the first caller, null for every other. */
export async function takeAsked(db: Db, key: AttemptKey, now: Date): Promise<AttemptRow | null> {
  const [row] = await db
    .update(connectAttempt)
    .set({ stage: 'answering' })
    .where(held(key, 'asked', now))
    .returning();
  return row ?? null;
}

export async function saveAnswered(db: Db, id: string, sealed: string, found: schema.Found): Promise<void> {
  await db.update(connectAttempt).set({ stage: 'answered', sealed, found }).where(eq(connectAttempt.id, id));
}

/** The attempt that this browser has to confirm. */
export async function findAnswered(db: Db, key: AttemptKey, now: Date): Promise<AttemptRow | null> {
  const [row] = await db
    .select()
    .from(connectAttempt)
    .where(held(key, 'answered', now));
  return row ?? null;
}

/** Takes the answered attempt away: for one caller only. */
export async function takeAnswered(db: Db, key: AttemptKey, now: Date): Promise<AttemptRow | null> {
  const [row] = await db
    .delete(connectAttempt)
    .where(held(key, 'answered', now))
    .returning();
  return row ?? null;
}

export async function dropAttempt(db: Db, id: string): Promise<void> {
  await db.delete(connectAttempt).where(eq(connectAttempt.id, id));
}

/** Forgets what nobody confirmed in time, tokens included. */
export async function dropExpiredAttempts(db: Db, now: Date): Promise<void> {
  await db.delete(connectAttempt).where(lte(connectAttempt.expiresAt, now));
}
