/**
 * Makes an approved change in the CRM: held against what the person saw, written, read back (DESIGN §6, facts/crm.md §4.2). Whatever a crash leaves is looked
 * for before anything is tried again.
 */
import { and, eq } from 'drizzle-orm';
import type { Crm, WriteResult } from '../crm/crm.ts';
import { addChange, type ChangeRow, endChange, findChange, note } from '../db/changes.ts';
import { type CrmRow, findCrm, findMailbox, type MailboxRow } from '../db/mailboxes.ts';
import { keepPauses } from '../db/pauses.ts';
import * as schema from '../db/schema.ts';
import { civilDate } from '../domain/calendar.ts';
import type { DealNow } from '../domain/deal.ts';
import {
  type Compared,
  compare,
  fieldsOf,
  inWords,
  lastDay,
  proposedAnew,
  type Values,
} from '../domain/proposals/change.ts';
import { workingDaysOf } from '../domain/working-days.ts';
import { sentenceOf } from '../errors.ts';
import { type Context, nextTry } from './context.ts';
import { pausedBecause } from './paused.ts';

/** How often the CRM may confirm a change and then not show it. */
const mostTries = 5;

/** A pause is asked about again after so long; what ends it does not wait for that. */
const pausedMs = 15 * 60_000;

/** Safe to run twice, and after a crash anywhere in it. Does nothing unless the change is approved. */
export async function executeChange(context: Context, changeId: string): Promise<void> {
  const { store } = context;
  const asked = await findChange(store.db, changeId);
  if (asked?.state !== 'approved') return;
  await store.exclusively(`deal/${asked.crmId}/${asked.dealId}`, async () => {
    const row = await findChange(store.db, changeId);
    if (row?.state !== 'approved') return;
    const crmRow = await findCrm(store.db, row.crmId);
    const mailbox = await findMailbox(store.db, row.mailboxId);
    if (!crmRow || !mailbox) return;
    const paused = await pausedBecause(context, mailbox, row, peopleOf(row), ['pause']);
    if (paused !== null) return rest(context, row, paused);
    try {
      const crm = await context.crm(crmRow);
      await make({ context, row, crmRow, mailbox, crm });
    } catch (error) {
      context.log.warn('change-not-made', { change: row.id, error });
      await wait(context, row, sentenceOf(error), nextTry(error, row.tries, context.now()));
    }
  });
}

const rest = (context: Context, row: ChangeRow, paused: string): Promise<void> =>
  wait(context, row, paused, new Date(context.now().getTime() + pausedMs));

/** Whom a change brings in who is no contact of the deal yet. */
export const peopleOf = ({ after }: ChangeRow): string[] => fieldsOf(after).emails ?? [];

interface Desk {
  context: Context;
  row: ChangeRow;
  crmRow: CrmRow;
  mailbox: MailboxRow;
  crm: Crm;
}

async function make(desk: Desk): Promise<void> {
  const { context, crm, row } = desk;
  const before = await lookAt(desk);
  if (before.found.kind !== 'as_seen') return conclude(desk, before, row.sentAt !== null);
  if (isTooLate(desk)) {
    const { kind, dealId, contactId, before: had, after, ground, text } = row;
    const same = { kind, dealId, contactId, before: had, after, ground, text };
    return replace(desk, same, `Not made: it waited beyond ${row.expiresOn}, until which your yes stood.`);
  }
  if (row.tries >= mostTries)
    return end(desk, 'failed', 'The CRM took the change and does not show it: look at it there.');
  const at = context.now();
  const sentAt = row.sentAt ?? at;
  const tries = row.tries + 1;
  const intended = await context.store.transaction(async (tx): Promise<boolean | string> => {
    // Looking has taken its time, and a pause works at once.
    await keepPauses(tx);
    const paused = await pausedBecause(context, desk.mailbox, row, peopleOf(row), ['pause'], tx);
    if (paused !== null) return paused;
    // Whoever takes it back in this moment is first, or too late.
    const mine = and(eq(schema.change.id, row.id), eq(schema.change.state, 'approved'));
    const [taken] = await tx.update(schema.change).set({ sentAt, tries }).where(mine).returning();
    if (!taken) return false;
    const body = { hash: row.hash, decision: row.decisionId };
    await note(tx, row, 'intended', row.decidedBy ?? 'countersign', context, at, { body });
    return true;
  });
  if (typeof intended === 'string') return rest(context, row, intended);
  if (!intended) return;
  const sent = { ...desk, row: { ...row, sentAt, tries } };
  await judge(sent, await write(crm, row));
}

/** A yes stands as long as its proposal. What has been sent may have arrived, and what brings back is never too late. */
const isTooLate = ({ context, row, mailbox }: Desk): boolean =>
  row.sentAt === null && row.undoes === null && row.expiresOn < civilDate(context.now(), mailbox.timeZone);

/** What the CRM's answer means, and what it shows after it. */
async function judge(desk: Desk, result: WriteResult): Promise<void> {
  const { context, row } = desk;
  switch (result.kind) {
    case 'ok':
    case 'conflict': {
      const after = await lookAt(desk);
      if (after.found.kind !== 'as_seen') return conclude(desk, after, result.kind === 'ok');
      return wait(context, row, 'The CRM does not show the change yet.', nextTry(null, row.tries, context.now()));
    }
    case 'validation':
      return invalid(desk, result.fields);
    case 'gone':
      return end(desk, 'failed', 'The CRM does not have it any more.');
    case 'denied':
      return end(desk, 'failed', `The CRM refused it: ${result.why}`);
    case 'retry-at':
      return wait(context, row, 'The CRM asks for patience.', result.at);
    case 'unknown':
      return wait(context, row, 'The CRM did not confirm; it is looked for.', nextTry(null, row.tries, context.now()));
  }
}

interface Look {
  found: Compared;
  now: DealNow | null;
}

async function lookAt({ crm, row }: Desk): Promise<Look> {
  const now = await crm.readDeal(row.dealId);
  return { found: compare(row, now, row.undoes !== null), now };
}

function write(crm: Crm, { id, kind, dealId, contactId, before, after }: ChangeRow): Promise<WriteResult> {
  if (kind === 'contact_update') return crm.updateContact(contactId ?? '', fieldsOf(after), fieldsOf(before), id);
  if (kind !== 'new_contact') return crm.setStage(dealId, after.stage ?? '', before.stage ?? '', id);
  const { name = '', emails = [], title = null, phone = null } = fieldsOf(after);
  return crm.addContact(dealId, { name, emails, title, phone, optOut: 'unknown' }, id);
}

/** The CRM does not show what the person saw: it is there, or something else is. */
async function conclude(desk: Desk, { found, now }: Look, byUs: boolean): Promise<void> {
  if (found.kind === 'gone') return end(desk, 'failed', `The CRM does not have the ${found.what} any more.`);
  if (found.kind === 'there')
    return end(desk, 'done', byUs ? 'It is made.' : 'The CRM had it already: nothing was written.', byUs);
  if (found.kind !== 'differs' || !now) return;
  return differs(desk, found.now, now);
}

/** Somebody else was there first: an undo gives way, and anything else is proposed anew from what is there. */
async function differs(desk: Desk, now: Values, { deal }: DealNow): Promise<void> {
  const { row, crmRow } = desk;
  const names = new Map(crmRow.stages.map(({ id, name }) => [id, name]));
  const has = inWords(now, names);
  if (row.undoes !== null)
    return end(desk, 'failed', `Not undone, for somebody has changed it since: the CRM has ${has} now.`);
  const anew = proposedAnew(row, now, deal, names);
  if (!anew) return end(desk, 'failed', `Not made: the deal is ${deal.status} now.`);
  return replace(desk, anew, `Not made: the CRM has ${has} now, not what was shown.`);
}

/** What the CRM wants first is told in a proposal of its own; a value that it does not take will not become better. */
async function invalid(desk: Desk, fields: { name: string; message: string }[]): Promise<void> {
  const { row } = desk;
  const told = fields.map(({ name, message }) => `${name} ${message}`).join('; ');
  const own = Object.keys(row.after);
  if (row.undoes !== null || fields.some(({ name }) => own.includes(name)))
    return end(desk, 'failed', `The CRM does not take it: ${told}.`);
  const { kind, dealId, contactId, before, after, ground, text } = row;
  const needs = `The CRM wants first: ${told}.`;
  // Told before and still so: another proposal would say the same.
  if (text.endsWith(needs)) return end(desk, 'failed', needs);
  return replace(
    desk,
    { kind, dealId, contactId, before, after, ground, text: `${text} ${needs}` },
    `Not made. ${needs}`,
  );
}

async function replace(
  { context, row, mailbox }: Desk,
  anew: NonNullable<ReturnType<typeof proposedAnew>>,
  outcome: string,
): Promise<void> {
  const { policy, store } = context;
  const at = context.now();
  const { kind, dealId, contactId, before, after, ground, text } = anew;
  const days = workingDaysOf(policy.region, policy.workingDays);
  const expiresOn = lastDay(civilDate(at, mailbox.timeZone), policy.proposalExpiryWorkingDays, days);
  await store.transaction(async (tx) => {
    await endChange(tx, row, { state: 'superseded', outcome }, context, at);
    const shown = { kind, dealId, contactId, before, after, ground, text };
    await addChange(
      tx,
      { ...shown, mailboxId: row.mailboxId, crmId: row.crmId, expiresOn, replaces: row.id },
      context,
      at,
    );
  });
  context.log.info('change-proposed-anew', { change: row.id });
}

async function end(desk: Desk, state: 'done' | 'failed', outcome: string, made = false): Promise<void> {
  const { context, row } = desk;
  const by = row.decidedBy ?? 'countersign';
  await context.store.transaction((tx) => endChange(tx, row, { state, outcome, made, by }, context, context.now()));
  context.log.info('change-ended', { change: row.id, state });
  if (made) await context.enqueue('sync-deals', row.crmId);
}

/** Looked at again then, with why it waits. */
async function wait({ store }: Context, row: ChangeRow, why: string, at: Date): Promise<void> {
  await store.db.update(schema.change).set({ outcome: why, nextTryAt: at }).where(eq(schema.change.id, row.id));
}
