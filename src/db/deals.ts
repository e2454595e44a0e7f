/** Questions about deals and contacts, as last read from the CRM. */
import { and, asc, eq, ilike, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import { type Addresses, addressSet } from '../domain/addresses.ts';
import type { Contact, Deal } from '../domain/deal.ts';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

/** A deal of one of several CRMs. */
export interface StoredDeal extends Deal {
  crmId: string;
  /** The CRM has it no more. */
  gone: boolean;
}

type ContactRow = typeof schema.contact.$inferSelect;

const contactOf = ({ crmId: _, ...contact }: ContactRow): Contact => contact;

/** Stores what a CRM reported; what was there under the same id is replaced. */
export async function saveDeals(
  tx: Db,
  crmId: string,
  deals: Deal[],
  contacts: Contact[],
  gone: string[],
): Promise<void> {
  const fresh = (columns: string[]) =>
    Object.fromEntries(
      columns.map((column) => [column, sql.raw(`excluded.${column.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}`)]),
    );
  for (let at = 0; at < deals.length; at += 500) {
    const rows = deals.slice(at, at + 500).map((deal) => ({ ...deal, crmId, gone: false }));
    await tx
      .insert(schema.deal)
      .values(rows)
      .onConflictDoUpdate({
        target: [schema.deal.crmId, schema.deal.id],
        set: fresh(['name', 'owner', 'stage', 'status', 'amount', 'currency', 'closeDate', 'contactIds', 'gone']),
      });
  }
  for (let at = 0; at < contacts.length; at += 500) {
    const rows = contacts.slice(at, at + 500).map((contact) => ({ ...contact, crmId }));
    await tx
      .insert(schema.contact)
      .values(rows)
      .onConflictDoUpdate({
        target: [schema.contact.crmId, schema.contact.id],
        set: fresh(['name', 'emails', 'title', 'phone', 'optOut']),
      });
  }
  if (gone.length > 0)
    await tx
      .update(schema.deal)
      .set({ gone: true })
      .where(and(eq(schema.deal.crmId, crmId), inArray(schema.deal.id, gone)));
}

/** A rep as mailboxes have them. */
type Owner = Pick<typeof schema.mailbox.$inferSelect, 'rep' | 'repName' | 'aliases'>;

/** That this rep owns it, by address, alias or name, or that nobody is named as its owner (`isOwnedBy`). */
const ownedBy = ({ rep, repName, aliases }: Owner) =>
  or(inArray(schema.deal.owner, [rep, ...aliases, repName.toLowerCase()]), isNull(schema.deal.owner));

export async function openDealsOf(db: Db, rep: Owner): Promise<StoredDeal[]> {
  return db
    .select()
    .from(schema.deal)
    .where(and(ownedBy(rep), eq(schema.deal.status, 'open'), eq(schema.deal.gone, false)));
}

/** The rep's deals that are won or lost. */
export async function closedDealsOf(db: Db, rep: Owner): Promise<StoredDeal[]> {
  return db
    .select()
    .from(schema.deal)
    .where(and(ownedBy(rep), inArray(schema.deal.status, ['won', 'lost']), eq(schema.deal.gone, false)));
}

/** Deals by the CRM's id, or by a part of the name in either case; gone ones are not among them. */
export async function findDeals(db: Db, words: string): Promise<StoredDeal[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return db
    .select()
    .from(schema.deal)
    .where(and(eq(schema.deal.gone, false), or(eq(schema.deal.id, words), ilike(schema.deal.name, like))))
    .orderBy(asc(schema.deal.name), asc(schema.deal.id))
    .limit(50);
}

export async function findDeal(db: Db, crmId: string, id: string): Promise<StoredDeal | null> {
  const [row] = await db
    .select()
    .from(schema.deal)
    .where(and(eq(schema.deal.crmId, crmId), eq(schema.deal.id, id)));
  return row ?? null;
}

/** These deals, open or not; ones that are not known are left out. */
export async function dealsById(db: Db, crmId: string, ids: readonly string[]): Promise<StoredDeal[]> {
  const rows = await db
    .select()
    .from(schema.deal)
    .where(and(eq(schema.deal.crmId, crmId), inArray(schema.deal.id, [...ids])));
  return rows;
}

/** The contacts that these deals name. Deals of several CRMs may be mixed. */
export async function contactsOfDeals(db: Db, deals: readonly StoredDeal[]): Promise<Map<string, Contact[]>> {
  const byDeal = new Map<string, Contact[]>();
  for (const crmId of new Set(deals.map((deal) => deal.crmId))) {
    const mine = deals.filter((deal) => deal.crmId === crmId);
    const ids = [...new Set(mine.flatMap((deal) => deal.contactIds))];
    const rows: ContactRow[] = [];
    for (let at = 0; at < ids.length; at += 1_000)
      rows.push(
        ...(await db
          .select()
          .from(schema.contact)
          .where(and(eq(schema.contact.crmId, crmId), inArray(schema.contact.id, ids.slice(at, at + 1_000))))),
      );
    const byId = new Map(rows.map((row) => [row.id, contactOf(row)]));
    for (const deal of mine)
      byDeal.set(
        dealKey(deal),
        deal.contactIds.flatMap((id) => byId.get(id) ?? []),
      );
  }
  return byDeal;
}

/** Deals with this id, in whichever CRM. */
export async function dealsWithId(db: Db, id: string): Promise<StoredDeal[]> {
  return db.select().from(schema.deal).where(eq(schema.deal.id, id));
}

/** Every address that has opted out, whichever deal it belongs to, or none. */
export async function optedOutAddresses(db: Db): Promise<Addresses> {
  const rows = await db
    .select({ emails: schema.contact.emails })
    .from(schema.contact)
    .where(eq(schema.contact.optOut, 'yes'));
  return addressSet(rows.flatMap(({ emails }) => emails));
}

/** Since when each deal of a mailbox could have been picked and was not, as last judged, by deal key. */
export async function readySinceByDeal(db: Db, mailboxId: string): Promise<Map<string, string>> {
  const { crmId, dealId, readySince } = schema.assessment;
  const rows = await db
    .select({ crmId, id: dealId, readySince })
    .from(schema.assessment)
    .where(and(eq(schema.assessment.mailboxId, mailboxId), isNotNull(readySince)));
  return new Map(rows.flatMap((row) => (row.readySince === null ? [] : [[dealKey(row), row.readySince]])));
}

/** Days after which a deal in a stage counts as rotten, by CRM and the stage's id or name; only where the CRM says. */
export async function rotDaysByStage(db: Db): Promise<Map<string, number>> {
  const rows = await db.select({ id: schema.crm.id, stages: schema.crm.stages }).from(schema.crm);
  return new Map(
    rows.flatMap(({ id: crmId, stages }) =>
      stages.flatMap(({ id, name, rotDays }) =>
        rotDays === null ? [] : [id, name].map((stage): [string, number] => [dealKey({ crmId, id: stage }), rotDays]),
      ),
    ),
  );
}

/** One name for a deal across CRMs. */
export function dealKey(deal: { crmId: string; id: string }): string {
  return `${deal.crmId}/${deal.id}`;
}

/** The deal behind `dealKey`; no CRM's id holds a slash. */
export function dealOfKey(key: string): { crmId: string; dealId: string } {
  const at = key.indexOf('/');
  return { crmId: key.slice(0, at), dealId: key.slice(at + 1) };
}

/** The deals that something was judged, proposed or stopped for in this mailbox, whether they are open or not. */
export async function dealsAround(db: Db, mailboxId: string): Promise<{ crmId: string; id: string; name: string }[]> {
  const { assessment, proposal, change, pause, deal } = schema;
  const named = (table: typeof assessment | typeof proposal | typeof change | typeof pause) =>
    db.select({ crmId: table.crmId, dealId: table.dealId }).from(table).where(eq(table.mailboxId, mailboxId));
  const about = union(named(assessment), named(proposal), named(change), named(pause)).as('about');
  return db
    .select({ crmId: deal.crmId, id: deal.id, name: deal.name })
    .from(deal)
    .innerJoin(about, and(eq(about.crmId, deal.crmId), eq(about.dealId, deal.id)));
}
