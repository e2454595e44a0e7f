/**
 * Finds what is due and puts it into the queue. The tables are the truth and the queue only a wake-up: whatever a crash left
 * half-done is found here.
 */
import { and, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { dropExpiredAttempts } from '../db/attempts.ts';
import { changesDue } from '../db/changes.ts';
import { answersDue, eraseDigests, mailboxesForDigest } from '../db/digests.ts';
import { accountsDue, pushDue } from '../db/mailboxes.ts';
import { unloggedDecisions, unplacedProposals } from '../db/placements.ts';
import { mailboxesToPropose } from '../db/recent-talk.ts';
import * as schema from '../db/schema.ts';
import { eraseAnswers } from '../db/writing.ts';
import { addDays, civilDate } from '../domain/calendar.ts';
import { digestDay } from '../domain/digest/due.ts';
import type { Context } from './context.ts';

export interface SweepIntervals {
  /** How old the last read of a mailbox or CRM may get; up to a fifth sooner, so that many accounts do not ask at the same moment. Seconds. */
  pollSeconds: number;
  /**
   * How old the last look at an open draft may get while nothing moves in its mailbox; what moves is looked at when the mailbox is read. Seconds,
   * below the quarter of an hour for which a look counts as fresh.
   */
  lookSeconds: number;
  /** How often deals are judged anew although nothing was read: days pass. Seconds. */
  assessSeconds: number;
}

/** Safe to run at any time, in any number of processes. */
export async function sweep(context: Context, intervals: SweepIntervals): Promise<void> {
  const { db } = context.store;
  const now = context.now();
  const before = (seconds: number): Date => new Date(now.getTime() - seconds * 1_000);
  await dropExpiredAttempts(db, now);
  await eraseAnswers(db, before(keptSeconds));
  await eraseDigests(db, before(keptSeconds));
  const due = async (table: typeof schema.crm | typeof schema.mailbox): Promise<string[]> =>
    (await accountsDue(db, table, before(intervals.pollSeconds * earliest), now))
      .filter((each) => each.syncedAt === null || pollAt(context, each.id, each.syncedAt, intervals.pollSeconds) <= now)
      .map(({ id }) => id);
  for (const id of await due(schema.crm)) await context.enqueue('sync-deals', id);
  for (const id of await due(schema.mailbox)) await context.enqueue('sync-mailbox', id);
  if (context.push)
    for (const id of await pushDue(db, [...context.push.kinds], now)) await context.enqueue('renew-push', id);
  for (const id of await mailboxesToSettle(context, before(intervals.lookSeconds), now))
    await context.enqueue('settle', id);
  for (const id of await mailboxesToAssess(context, before(intervals.assessSeconds)))
    await context.enqueue('assess', id);
  for (const { id } of await unplacedProposals(db, now)) await context.enqueue('place-draft', id);
  for (const id of await unloggedDecisions(db, now)) await context.enqueue('log-decision', id);
  for (const id of await mailboxesToPropose(db)) await context.enqueue('propose-changes', id);
  for (const id of await changesDue(db, now)) await context.enqueue('execute-change', id);
  for (const id of await mailboxesDigestDue(context, now)) await context.enqueue('digest', id);
  for (const { id, state } of await answersDue(db, now))
    await context.enqueue(state === 'seen' ? 'read-answer' : 'receipt', id);
}

/** How long answers of the language model, and what summaries said, are kept: 30 days. */
const keptSeconds = 30 * 86_400;

/** Polls come between four and five fifths of the interval: never later than it says, and not all at once. */
const earliest = 0.8;

/** When an account that was read then is read next. The same for every process, another one after each read. */
export function pollAt({ store }: Pick<Context, 'store'>, id: string, syncedAt: Date, pollSeconds: number): Date {
  const share = Number.parseInt(store.sha256(`${id}|${syncedAt.getTime()}`).slice(0, 8), 16) / 2 ** 32;
  return new Date(syncedAt.getTime() + pollSeconds * 1_000 * (earliest + (1 - earliest) * share));
}

/** Mailboxes with a draft that time alone may judge, or that has not been looked at for long. */
async function mailboxesToSettle({ store }: Context, lookedBefore: Date, now: Date): Promise<string[]> {
  const { placement } = schema;
  const rows = await store.db
    .selectDistinct({ id: placement.mailboxId })
    .from(placement)
    .innerJoin(
      schema.mailbox,
      sql`${schema.mailbox.id} = ${placement.mailboxId} and ${schema.mailbox.problem} is null and ${schema.mailbox.disconnectedAt} is null`,
    )
    .where(
      and(
        isNotNull(placement.placedAt),
        or(
          lte(placement.recheckAt, now),
          and(
            sql`not ${placement.final}`,
            or(lte(placement.unchangedAt, lookedBefore), sql`${placement.unchangedAt} is null`),
          ),
        ),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Mailboxes whose digest of today has not been made, or not been delivered. */
async function mailboxesDigestDue({ store, policy }: Context, now: Date): Promise<string[]> {
  if (!policy.digestOn) return [];
  // No zone is a day behind UTC.
  const rows = await mailboxesForDigest(store.db, now, addDays(civilDate(now, 'UTC'), -1));
  return rows
    .filter(({ timeZone, lastDay, made }) => {
      const day = digestDay(now, timeZone, policy);
      return day !== null && ((lastDay ?? '') < day || made === day);
    })
    .map(({ id }) => id);
}

async function mailboxesToAssess({ store }: Context, assessedBefore: Date): Promise<string[]> {
  const { mailbox } = schema;
  const rows = await store.db
    .select({ id: mailbox.id })
    .from(mailbox)
    .where(
      and(
        isNotNull(mailbox.syncedAt),
        isNull(mailbox.disconnectedAt),
        or(isNull(mailbox.assessedAt), lte(mailbox.assessedAt, assessedBefore)),
      ),
    );
  return rows.map(({ id }) => id);
}
