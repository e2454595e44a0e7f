/**
 * Looks through the latest mails of a rep's deals for changes that the CRM has not: a stage, a field of a contact, a new contact, a deal that answers nobody.
 * Proposes what is new; what nobody decided in time, or what the CRM has by now, is dropped.
 */
import { eq } from 'drizzle-orm';
import { dealsForbiddenBy } from '../db/assessments.ts';
import { addChange, type ChangeRow, changesOf, endChange, outlivedChanges } from '../db/changes.ts';
import { contactsOfDeals, dealKey, openDealsOf, type StoredDeal } from '../db/deals.ts';
import { type CrmRow, findConnected, type MailboxRow } from '../db/mailboxes.ts';
import { pausesInForce } from '../db/pauses.ts';
import { type RecentMail, recentStrangers, recentTalk, stagesByCrm } from '../db/recent-talk.ts';
import * as schema from '../db/schema.ts';
import { addressSet } from '../domain/addresses.ts';
import { civilDate } from '../domain/calendar.ts';
import type { Contact, DealNow } from '../domain/deal.ts';
import { pausedNow } from '../domain/pause.ts';
import { assessDay } from '../domain/plan.ts';
import { type Change, compare, lastDay } from '../domain/proposals/change.ts';
import { proposeContact } from '../domain/proposals/contact.ts';
import { newAmong } from '../domain/proposals/known.ts';
import { proposeClosing, proposePerson, type Stranger } from '../domain/proposals/others.ts';
import { proposeStage } from '../domain/proposals/stage.ts';
import { workingDaysOf } from '../domain/working-days.ts';
import { factsOf } from './assess.ts';
import { type Context, repOf } from './context.ts';

/** Older words than this are history: who reads them today would not move a deal by them. */
const recentMs = 14 * 86_400_000;

type Found = Change & { crmId: string };

/** Safe to run twice: what is there is not proposed again. */
export async function proposeChanges(context: Context, mailboxId: string): Promise<void> {
  const { store, log } = context;
  await store.exclusively(`changes/${mailboxId}`, async () => {
    const row = await findConnected(store.db, mailboxId);
    if (!row) return;
    try {
      const desk = await openDesk(context, row);
      await dropOutlived(context, row, desk.today);
      await review(desk);
      await propose(desk);
    } catch (error) {
      // What was not found today is found by the next look: the mails are there.
      log.warn('changes-not-proposed', { mailbox: row.id, error });
    }
    await store.db.update(schema.mailbox).set({ proposedAt: context.now() }).where(eq(schema.mailbox.id, mailboxId));
  });
}

interface Desk {
  context: Context;
  row: MailboxRow;
  today: string;
  /** Open deals that no pause covers, by key. */
  deals: Map<string, StoredDeal>;
  contacts: Map<string, Contact[]>;
  talk: Map<string, RecentMail[]>;
  strangers: Map<string, Stranger[]>;
  crms: Map<string, CrmRow>;
  known: ChangeRow[];
  /** Deals that have not answered two follow-ups, as last judged. */
  silent: ReadonlySet<string>;
  /** What the CRM has now; asked once. */
  look(deal: { crmId: string; dealId: string }): Promise<DealNow | null>;
}

async function openDesk(context: Context, row: MailboxRow): Promise<Desk> {
  const { db } = context.store;
  const now = context.now();
  const today = civilDate(now, row.timeZone);
  const since = new Date(now.getTime() - recentMs);
  const open = await openDealsOf(db, row);
  const contacts = await contactsOfDeals(db, open);
  const pauses = (await pausesInForce(db)).filter(({ kind }) => kind === 'pause');
  const deals = open.filter((deal) => {
    const people = (contacts.get(dealKey(deal)) ?? []).flatMap(({ emails }) => emails);
    return pausedNow(pauses, { mailboxId: row.id, crmId: deal.crmId, dealId: deal.id, people }, today) === null;
  });
  const keyOf = ({ crmId, dealId }: { crmId: string; dealId: string }) => dealKey({ crmId, id: dealId });
  const crms = await stagesByCrm(db, [...new Set(deals.map(({ crmId }) => crmId))]);
  const looks = new Map<string, Promise<DealNow | null>>();
  return {
    context,
    row,
    today,
    deals: new Map(deals.map((deal) => [dealKey(deal), deal])),
    contacts,
    talk: Map.groupBy(await recentTalk(db, row.id, repOf(row), since), keyOf),
    strangers: Map.groupBy(await recentStrangers(db, row.id, since), keyOf),
    crms,
    known: await changesOf(db, row.id),
    silent: new Set((await dealsForbiddenBy(db, row.id, 'follow_ups')).map(keyOf)),
    look({ crmId, dealId }) {
      const key = dealKey({ crmId, id: dealId });
      const crm = crms.get(crmId);
      const found =
        looks.get(key) ?? (crm ? context.crm(crm).then((each) => each.readDeal(dealId)) : Promise.resolve(null));
      looks.set(key, found);
      return found;
    },
  };
}

async function dropOutlived(context: Context, row: MailboxRow, today: string): Promise<void> {
  const outlived = await outlivedChanges(context.store.db, row.id, today);
  if (outlived.length === 0) return;
  await context.store.transaction(async (tx) => {
    for (const each of outlived)
      await endChange(tx, each, { state: 'expired', outcome: 'Nobody decided it in time.' }, context, context.now());
  });
}

/** Undecided ones that the CRM has gone beyond: nobody is asked about them any more. */
async function review({ context, known, deals, silent, look }: Desk): Promise<void> {
  for (const each of known) {
    if (each.state !== 'open' && each.state !== 'snoozed') continue;
    const key = dealKey({ crmId: each.crmId, id: each.dealId });
    if (!deals.has(key)) continue;
    const found = compare(each, await look(each));
    const answered = each.kind === 'close_lost' && !silent.has(key);
    if (found.kind === 'as_seen' && !answered) continue;
    const outcome =
      found.kind === 'there'
        ? 'The CRM has it by now.'
        : found.kind === 'as_seen'
          ? 'The deal is no longer silent.'
          : 'The CRM has gone on since it was proposed.';
    await context.store.transaction((tx) =>
      endChange(tx, each, { state: 'superseded', outcome }, context, context.now()),
    );
    each.state = 'superseded';
  }
}

async function propose(desk: Desk): Promise<void> {
  const { context, row, known, today } = desk;
  const { policy, store, log } = context;
  const found: Found[] = [];
  for (const [key, deal] of desk.deals) {
    const stored = { deal, contacts: desk.contacts.get(key) ?? [] };
    if (newAmong(saidOf(desk, key, stored), known).length === 0) continue;
    // By what the CRM has this moment: what was stored of it may be older.
    const now = await desk.look({ crmId: deal.crmId, dealId: deal.id });
    if (now) found.push(...saidOf(desk, key, now));
  }
  found.push(...(await closings(desk)));
  const expiresOn = lastDay(today, policy.proposalExpiryWorkingDays, workingDaysOf(policy.region, policy.workingDays));
  for (const { change, replaces } of newAmong(found, known)) {
    if (compare(change, await desk.look(change)).kind !== 'as_seen') continue;
    const old = known.filter(({ id }) => replaces.some((each) => each.id === id));
    await store.transaction(async (tx) => {
      const outcome = 'Something else was said since.';
      for (const each of old) await endChange(tx, each, { state: 'superseded', outcome }, context, context.now());
      const fresh = { ...change, mailboxId: row.id, expiresOn, replaces: old[0]?.id ?? null };
      await addChange(tx, fresh, context, context.now());
    });
    log.info('change-proposed', { mailbox: row.id, kind: change.kind });
  }
}

/** What the mails of a deal call for, with the CRM as it is. */
function saidOf(desk: Desk, key: string, { deal, contacts }: DealNow): Found[] {
  const { context, crms } = desk;
  const { freeMailDomains } = context.policy;
  const crmId = desk.deals.get(key)?.crmId ?? '';
  const mails = desk.talk.get(key) ?? [];
  const known = addressSet(contacts.flatMap(({ emails }) => emails));
  const talk = mails.filter(({ message, byRep }) => byRep || known.has(message.from?.address ?? ''));
  const theirs = talk.filter(({ byRep, reading }) => !byRep && reading.kind === 'human').map(({ message }) => message);
  const stage = proposeStage(deal, crms.get(crmId)?.stages ?? [], talk);
  const people = (desk.strangers.get(key) ?? []).flatMap((stranger) => proposePerson(deal, stranger) ?? []);
  const fields = contacts.flatMap((contact) => proposeContact(deal, contact, theirs, freeMailDomains));
  return [...(stage ? [stage] : []), ...fields, ...people].map((change) => ({ ...change, crmId }));
}

/** Deals that have not answered two follow-ups; judged anew, for a day may have passed. */
async function closings({ context, row, deals, silent, crms, today, look }: Desk): Promise<Found[]> {
  const wanted = new Set([...silent].filter((key) => deals.has(key)));
  if (wanted.size === 0) return [];
  const facts = [...(await factsOf(context, row, today)).values()];
  const found: Found[] = [];
  for (const assessment of assessDay(facts, repOf(row), context.policy, context.now())) {
    const deal = wanted.has(assessment.dealId) ? deals.get(assessment.dealId) : undefined;
    const now = deal && (await look({ crmId: deal.crmId, dealId: deal.id }));
    if (!deal || !now) continue;
    const change = proposeClosing(now.deal, crms.get(deal.crmId)?.stages ?? [], assessment);
    if (change) found.push({ ...change, crmId: deal.crmId });
  }
  return found;
}
