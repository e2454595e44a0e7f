/** A person stops us, wholly or only our mail, and lets us go on; and says that a prospect's wish for rest is over. What restrains us works at once. */
import { and, eq, isNull } from 'drizzle-orm';
import { tryChangesNow } from '../db/changes.ts';
import { appendLedger } from '../db/ledger.ts';
import { findPause, type PauseRow } from '../db/pauses.ts';
import * as schema from '../db/schema.ts';
import { civilDate } from '../domain/calendar.ts';
import { restQuote } from '../domain/holds-in-force.ts';
import { isCivilDate, storable } from '../domain/input.ts';
import type { PauseKind } from '../domain/pause.ts';
import { BadInput } from '../errors.ts';
import type { Context } from './context.ts';

/** What is to rest: a person, a deal, all of one rep, or everything. */
export type PauseTarget =
  | { scope: 'person'; address: string }
  | { scope: 'deal'; crmId: string; dealId: string }
  | { scope: 'rep' }
  | { scope: 'all' };

export type PauseRequest = PauseTarget & {
  /** `pause` stops drafts and changes of the CRM, `hold` only drafts. */
  kind: PauseKind;
  /** Whose; null: every rep's. A pause of a rep needs one. */
  mailboxId: string | null;
  /** First civil date on which it no longer holds; null: until a person ends it. */
  until: string | null;
  by: string;
  reason?: string | null;
  evidence?: Record<string, string>;
};

/**
 * Stops at once: nothing more is drafted or placed, untouched drafts are taken back, and of a `pause` no change of the CRM is made. The same said again by the
 * same person while it holds changes nothing and gives back the one that holds. Throws BadInput for a day that is not to come.
 */
export async function pause(context: Context, request: PauseRequest): Promise<PauseRow> {
  const { store } = context;
  const { kind, scope, mailboxId, until, by, evidence = {} } = request;
  const reason = request.reason ? storable(request.reason) : null;
  const at = context.now();
  if (until !== null && (!isCivilDate(until) || until <= (await earliestToday(context, mailboxId))))
    throw new BadInput(`${until} is not to come: give a later day, or none.`);
  if (scope === 'rep' && mailboxId === null) throw new BadInput('Say which rep is to rest.');
  const { crmId, dealId, address } = targetOf(request);
  const row = await store.transaction(async (tx) => {
    const holding = await tx.select().from(schema.pause).where(isNull(schema.pause.liftedAt));
    const same = holding.find(
      (each) =>
        each.kind === kind &&
        each.scope === scope &&
        each.mailboxId === mailboxId &&
        each.crmId === crmId &&
        each.dealId === dealId &&
        each.address === address &&
        each.until === until &&
        // Whoever set one ends it: two who say the same have one each.
        each.by === by,
    );
    if (same) return same;
    const id = context.newId();
    const values = { id, kind, scope, mailboxId, crmId, dealId, address, until, by, reason, since: at };
    const [fresh] = await tx.insert(schema.pause).values(values).returning();
    const body = { pause: id, pause_kind: kind, scope, mailbox: mailboxId, crm: crmId, deal: dealId, until, evidence };
    const texts = { ...(address === null ? {} : { address }), ...(reason === null ? {} : { reason }) };
    await appendLedger(tx, { at, by, kind: 'paused', key: `paused/${id}`, body, texts }, context);
    return fresh as PauseRow;
  });
  context.log.info('paused', { kind, state: scope });
  await lookAnew(context, mailboxId);
  return row;
}

/** Ends a pause or a hold. Answers false where it had ended already. Throws BadInput for one that is not known. */
export async function resume(context: Context, id: string, by: string): Promise<boolean> {
  const { store } = context;
  const found = await findPause(store.db, id);
  if (!found) throw new BadInput(`There is no pause "${id}": "pauses" lists those that hold.`);
  const at = context.now();
  const ended = await store.transaction(async (tx) => {
    const mine = and(eq(schema.pause.id, id), isNull(schema.pause.liftedAt));
    const [row] = await tx.update(schema.pause).set({ liftedAt: at, liftedBy: by }).where(mine).returning();
    if (!row) return false;
    await tryChangesNow(tx);
    await appendLedger(tx, { at, by, kind: 'resumed', key: `resumed/${id}`, body: { pause: id } }, context);
    return true;
  });
  if (ended) await lookAnew(context, found.mailboxId);
  return ended;
}

export interface LiftRequest {
  mailboxId: string;
  /** The mail in which the rest was asked for, and the words as they were shown. */
  messageId: string;
  quote: string;
  by: string;
  reason?: string | null;
  evidence?: Record<string, string>;
}

/**
 * The rep says that a wish for rest is over. It counts no more for this rep; another mail that asks for rest counts anew. Saying it twice changes nothing and
 * answers false. Throws BadInput where no such wish is stored, and for a wish for no mail at all, which only the person takes back.
 */
export async function liftHold(context: Context, request: LiftRequest): Promise<boolean> {
  const { store } = context;
  const { mailboxId, messageId, quote, by, evidence = {} } = request;
  const reason = request.reason ? storable(request.reason) : null;
  const kind = await askedFor(context, request);
  if (kind === null) throw new BadInput('No mail with these words asks for rest: look at the holds again.');
  if (kind === 'opt_out')
    throw new BadInput('They want no mail at all: only they can take that back, by writing that you may write.');
  const at = context.now();
  const lifted = await store.transaction(async (tx) => {
    const values = { mailboxId, messageId, quote, by, at, reason };
    const [fresh] = await tx.insert(schema.liftedHold).values(values).onConflictDoNothing().returning();
    if (!fresh) return false;
    const key = `hold_lifted/${store.sha256(JSON.stringify([mailboxId, messageId, quote]))}`;
    const body = { mailbox: mailboxId, message: messageId, evidence };
    const texts = { quote, ...(reason === null ? {} : { reason }) };
    await appendLedger(tx, { at, by, kind: 'hold_lifted', key, body, texts }, context);
    return true;
  });
  if (lifted) await lookAnew(context, mailboxId);
  return lifted;
}

/** What was asked for in that mail in these words; null for nothing. */
async function askedFor(
  { store: { db } }: Context,
  { mailboxId, messageId, quote }: LiftRequest,
): Promise<'rest' | 'opt_out' | null> {
  const { message, finding } = schema;
  const [row] = await db
    .select({ reading: message.reading, subject: message.subject })
    .from(message)
    .where(and(eq(message.mailboxId, mailboxId), eq(message.id, messageId)));
  const { reading } = row ?? {};
  if (
    row &&
    reading &&
    (reading.hold || reading.absence || reading.optOut) &&
    restQuote(reading, row.subject) === quote
  )
    return reading.optOut ? 'opt_out' : 'rest';
  const [found] = await db
    .select({ kind: finding.kind })
    .from(finding)
    .where(and(eq(finding.mailboxId, mailboxId), eq(finding.messageId, messageId), eq(finding.quote, quote)));
  if (!found || quote === '') return null;
  return found.kind === 'opt_out' ? 'opt_out' : 'rest';
}

function targetOf(target: PauseTarget): { crmId: string | null; dealId: string | null; address: string | null } {
  const none = { crmId: null, dealId: null, address: null };
  if (target.scope === 'person') return { ...none, address: target.address.trim().toLowerCase() };
  return target.scope === 'deal' ? { ...none, crmId: target.crmId, dealId: target.dealId } : none;
}

/** The civil date where the mailbox is, or the earliest among all. */
async function earliestToday(context: Context, mailboxId: string | null): Promise<string> {
  const { mailbox } = schema;
  const rows = await context.store.db.select({ id: mailbox.id, zone: mailbox.timeZone }).from(mailbox);
  const zones = rows.filter(({ id }) => mailboxId === null || id === mailboxId).map(({ zone }) => zone);
  const days = (zones.length > 0 ? zones : [context.policy.timeZone]).map((zone) => civilDate(context.now(), zone));
  return days.sort()[0] ?? '';
}

/** Judges the deals anew, and looks whether a draft must go. */
async function lookAnew(context: Context, mailboxId: string | null): Promise<void> {
  const { mailbox } = schema;
  const { db } = context.store;
  const concerned = mailboxId === null ? undefined : eq(mailbox.id, mailboxId);
  const rows = await db.update(mailbox).set({ assessedAt: null }).where(concerned).returning({ id: mailbox.id });
  for (const { id } of rows) {
    await context.enqueue('settle', id);
    await context.enqueue('assess', id);
  }
}
