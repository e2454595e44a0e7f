/** Questions about placements: the drafts of ours, what was seen of them, and what they were judged to be. */
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { addDays } from '../domain/calendar.ts';
import { covering, type NewScan, type Revision } from '../domain/observation.ts';
import type { Judgement, Scan } from '../domain/verdict.ts';
import { dealKey } from './deals.ts';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

export type PlacementRow = typeof schema.placement.$inferSelect;
export type ProposalRow = typeof schema.proposal.$inferSelect;
/** Names a deal across CRMs. */
export interface DealName {
  crmId: string;
  dealId: string;
}

export interface PlacedProposal {
  placement: PlacementRow;
  proposal: ProposalRow;
}

const joined = (db: Db) =>
  db
    .select({ placement: schema.placement, proposal: schema.proposal })
    .from(schema.placement)
    .innerJoin(schema.proposal, eq(schema.proposal.id, schema.placement.proposalId));

export async function findPlacement(db: Db, id: string): Promise<PlacedProposal | null> {
  const [row] = await joined(db).where(eq(schema.placement.id, id));
  return row ?? null;
}

/** Placements of a mailbox to be looked at: placed and not final, or final but asked to be looked at again. */
export async function placementsToSettle(db: Db, mailboxId: string, now: Date): Promise<PlacedProposal[]> {
  return joined(db)
    .where(
      and(
        eq(schema.placement.mailboxId, mailboxId),
        isNotNull(schema.placement.placedAt),
        or(eq(schema.placement.final, false), lte(schema.placement.recheckAt, now)),
      ),
    )
    .orderBy(asc(schema.placement.placedAt));
}

/** Placements whose draft may still lie in the mailbox, by thread. */
export async function liveThreads(db: Db, mailboxId: string): Promise<Set<string>> {
  const rows = await db
    .select({ threadId: schema.proposal.threadId })
    .from(schema.placement)
    .innerJoin(schema.proposal, eq(schema.proposal.id, schema.placement.proposalId))
    .where(and(eq(schema.placement.mailboxId, mailboxId), eq(schema.placement.final, false)));
  return new Set(rows.map(({ threadId }) => threadId));
}

/** Asks for another look at placements of these threads that were not sent: later proof of sending overturns anything else. */
export async function askForLook(tx: Db, mailboxId: string, threadIds: string[], at: Date): Promise<void> {
  if (threadIds.length === 0) return;
  const ids = tx
    .select({ id: schema.placement.id })
    .from(schema.placement)
    .innerJoin(schema.proposal, eq(schema.proposal.id, schema.placement.proposalId))
    .where(
      and(
        eq(schema.placement.mailboxId, mailboxId),
        inArray(schema.proposal.threadId, threadIds),
        sql`${schema.placement.verdict} not in ('sent_as_is', 'sent_edited')`,
      ),
    );
  await tx.update(schema.placement).set({ recheckAt: at }).where(inArray(schema.placement.id, ids));
}

/** Placements that carry one of these Message-IDs, in any revision. */
export async function placementsByMessage(db: Db, mailboxId: string, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectDistinct({ id: schema.placement.id })
    .from(schema.placement)
    .leftJoin(schema.revision, eq(schema.revision.placementId, schema.placement.id))
    .where(
      and(
        eq(schema.placement.mailboxId, mailboxId),
        or(inArray(schema.placement.messageId, ids), inArray(schema.revision.messageId, ids)),
      ),
    );
  return rows.map(({ id }) => id);
}

/** The deals for which drafts of ours were left that carry one of these Message-IDs. */
export async function dealsOfDrafts(db: Db, mailboxId: string, ids: string[]): Promise<DealName[]> {
  const placements = await placementsByMessage(db, mailboxId, ids);
  if (placements.length === 0) return [];
  return db
    .selectDistinct({ crmId: schema.proposal.crmId, dealId: schema.proposal.dealId })
    .from(schema.placement)
    .innerJoin(schema.proposal, eq(schema.proposal.id, schema.placement.proposalId))
    .where(inArray(schema.placement.id, placements));
}

/** The query behind `scansOf`: each look of a placement with each thing it saw, in order. Apart, so that its plan can be asked for. */
export const seenRows = (db: Db, placementId: string) =>
  db
    .select({ scan: schema.scan, seen: schema.observation.seen })
    .from(schema.scan)
    .leftJoin(schema.observation, eq(schema.observation.scanId, schema.scan.id))
    .where(eq(schema.scan.placementId, placementId))
    .orderBy(asc(schema.scan.n), asc(schema.observation.n));

/** Every stored look at a placement, in order; the latest unchanged one stands at the end with a "+" behind its id. */
export async function scansOf(db: Db, placement: Pick<PlacementRow, 'id' | 'unchangedAt'>): Promise<Scan[]> {
  const rows = await seenRows(db, placement.id);
  const scans = new Map<string, Scan>();
  for (const { scan, seen } of rows) {
    const { id, from, at, complete, gap } = scan;
    const known: Scan = scans.get(id) ?? { id, from, at, complete, gap, seen: [] };
    if (seen) known.seen.push({ ...seen, date: new Date(seen.date) });
    scans.set(id, known);
  }
  const all = [...scans.values()];
  const last = all.at(-1);
  if (last && placement.unchangedAt && placement.unchangedAt > last.at)
    all.push(covering(last, { ...last, id: `${last.id}+`, at: placement.unchangedAt }));
  return all;
}

async function insertScan(tx: Db, placementId: string, n: number, scan: Scan): Promise<void> {
  const { id, from, at, complete, gap } = scan;
  await tx.insert(schema.scan).values({ id, placementId, n, from, at, complete, gap });
  if (scan.seen.length > 0)
    await tx
      .insert(schema.observation)
      .values(
        scan.seen.map((seen, index) => ({ scanId: id, n: index, seen: { ...seen, date: seen.date.toISOString() } })),
      );
}

/**
 * Adds a look to the record and gives back all of them. A look that shows just what the last one did, by its hash, moves only its time;
 * that time is written down as a look of its own before something else is.
 */
export async function addScan(
  tx: Db,
  placement: PlacementRow,
  scan: NewScan,
  newId: () => string,
  lookHash: string,
): Promise<Scan[]> {
  const before = await scansOf(tx, placement);
  const stored = before.filter(({ id }) => !id.endsWith('+'));
  const last = before.at(-1);
  if (last && placement.lookHash === lookHash) {
    await tx.update(schema.placement).set({ unchangedAt: scan.at }).where(eq(schema.placement.id, placement.id));
    const first = stored.at(-1) as Scan;
    return [...stored, covering(first, { ...first, id: `${first.id}+`, at: scan.at })];
  }
  let n = stored.length;
  if (last?.id.endsWith('+')) {
    last.id = newId();
    await insertScan(tx, placement.id, n++, last);
    stored.push(last);
  }
  const whole = covering(stored.at(-1), scan);
  await insertScan(tx, placement.id, n, whole);
  await tx.update(schema.placement).set({ unchangedAt: null, lookHash }).where(eq(schema.placement.id, placement.id));
  return [...stored, whole];
}

/** Notes for many placements at once that a look showed just what the last one did. */
export async function noteUnchanged(tx: Db, ids: readonly string[], at: Date): Promise<void> {
  for (let n = 0; n < ids.length; n += 1_000)
    await tx
      .update(schema.placement)
      .set({ unchangedAt: at })
      .where(inArray(schema.placement.id, ids.slice(n, n + 1_000)));
}

/** Records each state of the draft's text that was seen; what is recorded stays as it is. In order, ours first. */
export async function saveRevisions(tx: Db, placementId: string, revisions: readonly Revision[]): Promise<void> {
  const rows = revisions.map((revision, n) => ({ placementId, n, ...revision }));
  if (rows.length > 0) await tx.insert(schema.revision).values(rows).onConflictDoNothing();
}

/** The Message-IDs and the provider's names under which the draft was seen, in order. */
export async function revisionNames(db: Db, placementId: string): Promise<{ messageId: string; ref: string }[]> {
  return db
    .select({ messageId: schema.revision.messageId, ref: schema.revision.ref })
    .from(schema.revision)
    .where(eq(schema.revision.placementId, placementId))
    .orderBy(asc(schema.revision.n));
}

/** One draft of ours, as far as it matters to the judgement of another. */
export interface OurDraft {
  id: string;
  threadId: string;
  to: string[];
  placedAt: Date;
  /** Message-IDs in all its states. */
  ids: string[];
}

/** Every draft that was ever placed in a mailbox. */
export async function draftsOf(db: Db, mailboxId: string): Promise<OurDraft[]> {
  const rows = await joined(db).where(
    and(eq(schema.placement.mailboxId, mailboxId), isNotNull(schema.placement.placedAt)),
  );
  const states = await db
    .select({ id: schema.revision.placementId, messageId: schema.revision.messageId })
    .from(schema.revision)
    .innerJoin(schema.placement, eq(schema.placement.id, schema.revision.placementId))
    .where(eq(schema.placement.mailboxId, mailboxId));
  const ids = Map.groupBy(states, ({ id }) => id);
  return rows.map(({ placement, proposal }) => ({
    id: placement.id,
    threadId: proposal.threadId,
    to: proposal.reply.to.map(({ address }) => address),
    placedAt: placement.placedAt ?? placement.intendedAt,
    ids: [placement.messageId ?? '', ...(ids.get(placement.id) ?? []).map(({ messageId }) => messageId)],
  }));
}

/** Texts of a thread up to an instant. */
export async function textsOf(db: Db, threadId: string, until: Date): Promise<string[]> {
  const { message } = schema;
  const rows = await db
    .select({ text: message.text })
    .from(message)
    .where(and(eq(message.threadId, threadId), lte(message.sentAt, until)));
  return rows.map(({ text }) => text);
}

export async function saveJudgement(tx: Db, placementId: string, judgement: Judgement): Promise<void> {
  const { verdict, flags, final, why, question, recheckAt } = judgement;
  await tx
    .update(schema.placement)
    .set({ verdict, flags, final, why, question, recheckAt })
    .where(eq(schema.placement.id, placementId));
}

export async function lastDecision(db: Db, placementId: string) {
  const [row] = await db
    .select()
    .from(schema.decision)
    .where(eq(schema.decision.placementId, placementId))
    .orderBy(desc(schema.decision.n))
    .limit(1);
  return row ?? null;
}

/** Decisions that the CRM has not logged yet and whose time has come. */
export async function unloggedDecisions(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: schema.decision.id })
    .from(schema.decision)
    .where(
      and(
        isNull(schema.decision.loggedAt),
        or(isNull(schema.decision.logNextTryAt), lte(schema.decision.logNextTryAt, now)),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Proposals that stand and have no draft yet, in mailboxes that may be tried now. */
export async function unplacedProposals(db: Db, now: Date): Promise<{ id: string; mailboxId: string }[]> {
  return db
    .select({ id: schema.proposal.id, mailboxId: schema.proposal.mailboxId })
    .from(schema.proposal)
    .innerJoin(schema.mailbox, eq(schema.mailbox.id, schema.proposal.mailboxId))
    .leftJoin(schema.placement, eq(schema.placement.proposalId, schema.proposal.id))
    .where(
      and(
        isNull(schema.proposal.cancelled),
        isNull(schema.placement.placedAt),
        isNull(schema.mailbox.disconnectedAt),
        or(isNull(schema.mailbox.nextTryAt), lte(schema.mailbox.nextTryAt, now)),
      ),
    )
    .orderBy(schema.proposal.createdAt, schema.proposal.id);
}

/** Whether a deal has a draft, or will have one, of this day. */
export async function draftOfDay(
  db: Db,
  mailboxId: string,
  deal: { crmId: string; dealId: string },
  day: string,
): Promise<boolean> {
  const { proposal } = schema;
  const [row] = await db
    .select({ id: proposal.id })
    .from(proposal)
    .leftJoin(schema.placement, eq(schema.placement.proposalId, proposal.id))
    .where(
      and(
        eq(proposal.mailboxId, mailboxId),
        eq(proposal.crmId, deal.crmId),
        eq(proposal.dealId, deal.dealId),
        eq(proposal.day, day),
        isNull(proposal.cancelled),
        or(isNull(schema.placement.id), eq(schema.placement.final, false)),
      ),
    );
  return row !== undefined;
}

/** How many drafts count against the limit of a day in the rep's zone. */
export async function proposalsOfDay(db: Db, mailboxId: string, day: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(schema.proposal)
    .where(
      and(eq(schema.proposal.mailboxId, mailboxId), eq(schema.proposal.day, day), isNull(schema.proposal.cancelled)),
    );
  return row?.count ?? 0;
}

/** Follow-ups that are proposed for a day, or will be a draft yet, and drafts that may still lie there, of whichever day. */
export async function followUpsThere(db: Db, mailboxId: string, day: string): Promise<ProposalRow[]> {
  const { proposal, placement } = schema;
  const fresh = await db
    .select({ proposal })
    .from(proposal)
    .leftJoin(placement, eq(placement.proposalId, proposal.id))
    .where(
      and(
        eq(proposal.mailboxId, mailboxId),
        // What waits longer than that for a mailbox to answer is dropped for another reason.
        gte(proposal.day, addDays(day, -14)),
        isNull(proposal.cancelled),
        or(eq(proposal.day, day), isNull(placement.placedAt)),
      ),
    );
  const lying = await joined(db).where(and(eq(placement.mailboxId, mailboxId), eq(placement.final, false)));
  return [...new Map([...fresh, ...lying].map((row) => [row.proposal.id, row.proposal])).values()];
}

/** What became of the last draft of each deal that was decided since, by deal key. */
export async function lastDrafts(
  db: Db,
  mailboxId: string,
  since: Date,
): Promise<Map<string, { at: Date; became: 'sent' | 'rejected' | 'withdrawn' }>> {
  const { decision, placement, proposal } = schema;
  const rows = await db
    .select({ crmId: proposal.crmId, id: proposal.dealId, at: decision.at, decision: decision.decision })
    .from(placement)
    .innerJoin(proposal, eq(proposal.id, placement.proposalId))
    .innerJoin(decision, eq(decision.placementId, placement.id))
    .where(and(eq(placement.mailboxId, mailboxId), gte(decision.at, since)))
    .orderBy(asc(decision.ledgerSeq));
  const became = { rejected: 'rejected', approved: 'sent', approved_edited: 'sent', '': 'withdrawn' } as const;
  return new Map(rows.map((row) => [dealKey(row), { at: row.at, became: became[row.decision] }]));
}

/** Messages that a follow-up has been proposed for; one that was dropped and certainly never became a draft counts only on its day. */
export async function messagesFollowedUp(db: Db, mailboxId: string, today: string): Promise<Set<string>> {
  const rows = await db
    .select({ parent: schema.proposal.parent })
    .from(schema.proposal)
    .leftJoin(schema.placement, eq(schema.placement.proposalId, schema.proposal.id))
    .where(
      and(
        eq(schema.proposal.mailboxId, mailboxId),
        or(isNull(schema.proposal.cancelled), eq(schema.proposal.day, today), isNotNull(schema.placement.id)),
      ),
    );
  return new Set(rows.map(({ parent }) => parent));
}
