/** Questions about proposed changes of the CRM, and the ways in which one comes and ends. */
import { and, asc, eq, inArray, isNull, lt, lte, or } from 'drizzle-orm';
import type { LedgerValue } from '../domain/ledger.ts';
import { canonical, wellFormed } from '../domain/ledger.ts';
import { type Change, type ChangeState, changeHash } from '../domain/proposals/change.ts';
import { appendLedger, type Writer } from './ledger.ts';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

export type ChangeRow = typeof schema.change.$inferSelect;

const { change } = schema;

export async function findChange(db: Db, id: string): Promise<ChangeRow | null> {
  const [row] = await db.select().from(change).where(eq(change.id, id));
  return row ?? null;
}

/** The change that came in the place of another; null where none did. */
export async function replacementOf(db: Db, id: string): Promise<ChangeRow | null> {
  const [row] = await db.select().from(change).where(eq(change.replaces, id));
  return row ?? null;
}

/** The same, kept from everyone else until the transaction ends. */
export async function lockChange(tx: Db, id: string): Promise<ChangeRow | null> {
  const [row] = await tx.select().from(change).where(eq(change.id, id)).for('update');
  return row ?? null;
}

/** What a rep is to be shown on this civil date, oldest first: open, and snoozed until now. */
export async function changesToDecide(db: Db, mailboxId: string, today: string): Promise<ChangeRow[]> {
  const rows = await db
    .select()
    .from(change)
    .where(
      and(
        eq(change.mailboxId, mailboxId),
        or(eq(change.state, 'open'), and(eq(change.state, 'snoozed'), lte(change.snoozedUntil, today))),
      ),
    )
    .orderBy(asc(change.createdAt), asc(change.id));
  return rows.filter(({ expiresOn }) => expiresOn >= today);
}

/** Every change of a mailbox's deals, whatever became of it. */
export async function changesOf(db: Db, mailboxId: string): Promise<ChangeRow[]> {
  return db.select().from(change).where(eq(change.mailboxId, mailboxId)).orderBy(asc(change.createdAt), asc(change.id));
}

/** Approved ones that may be tried now. */
export async function changesDue(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: change.id })
    .from(change)
    .where(and(eq(change.state, 'approved'), or(isNull(change.nextTryAt), lte(change.nextTryAt, now))))
    .orderBy(asc(change.createdAt), asc(change.id));
  return rows.map(({ id }) => id);
}

/** Approved ones are tried again at once, for what they waited for is over. */
export async function tryChangesNow(tx: Db): Promise<void> {
  await tx.update(change).set({ nextTryAt: null }).where(eq(change.state, 'approved'));
}

/** What nobody has decided in time. */
export async function outlivedChanges(db: Db, mailboxId: string, today: string): Promise<ChangeRow[]> {
  return db
    .select()
    .from(change)
    .where(
      and(eq(change.mailboxId, mailboxId), inArray(change.state, ['open', 'snoozed']), lt(change.expiresOn, today)),
    );
}

export type NewChange = Change &
  Pick<ChangeRow, 'mailboxId' | 'crmId' | 'expiresOn'> &
  Partial<Pick<ChangeRow, 'state' | 'undoes' | 'replaces' | 'decisionId' | 'decidedBy'>>;

/** Writes a proposal down, and that it was made. */
export async function addChange(tx: Db, fresh: NewChange, writer: Writer, at: Date): Promise<ChangeRow> {
  const { before: had, after: wanted, ground: words, text: sentence } = fresh;
  const sound = wellFormed({ before: had, after: wanted, ground: { ...words }, text: sentence });
  const shown = { ...fresh, ...sound };
  const hash = changeHash(shown, writer.store.sha256);
  const [row] = await tx
    .insert(change)
    .values({ ...shown, id: writer.newId(), hash, createdAt: at })
    .returning();
  if (!row) throw new Error('A change was not stored.');
  const { before, after, text, ground } = row;
  await note(tx, row, 'proposed', 'countersign', writer, at, {
    body: { hash, change_kind: row.kind, ground: ground.messageId, replaces: row.replaces, undoes: row.undoes },
    texts: { before: canonical(before), after: canonical(after), text, quote: ground.quote },
  });
  return row;
}

/** Ends a change: it is in this state now, and why. */
export async function endChange(
  tx: Db,
  row: ChangeRow,
  end: { state: ChangeState; outcome: string; made?: boolean; by?: string },
  writer: Writer,
  at: Date,
): Promise<void> {
  const { state, outcome, made = false, by = 'countersign' } = end;
  await tx.update(change).set({ state, outcome, made, endedAt: at, nextTryAt: null }).where(eq(change.id, row.id));
  const kind = state === 'done' && row.undoes !== null ? 'undone' : state;
  const body = { hash: row.hash, decision: row.decisionId, made, undoes: row.undoes };
  await note(tx, row, kind, by, writer, at, { body, texts: { outcome } });
}

/** One entry of the ledger about a change; `step` names it, and with `key` tells it from others of its kind. */
export async function note(
  tx: Db,
  row: Pick<ChangeRow, 'id' | 'crmId' | 'dealId'>,
  step: string,
  by: string,
  writer: Writer,
  at: Date,
  { key = '', body, texts }: { key?: string; body: { [key: string]: LedgerValue }; texts?: Record<string, string> },
): Promise<number> {
  const kind = `change_${step}`;
  const entry = {
    at,
    by,
    kind,
    key: [kind, row.id, key].filter(Boolean).join('/'),
    body: { change: row.id, crm: row.crmId, deal: row.dealId, ...body },
    ...(texts ? { texts } : {}),
  };
  return (await appendLedger(tx, entry, writer)).seq;
}
