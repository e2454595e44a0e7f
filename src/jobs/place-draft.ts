/** Leaves a proposal as a draft: intent first, then look, act, read back, record (DESIGN §7). */
import { eq } from 'drizzle-orm';
import { contactsOfDeals, dealKey, findDeal, type StoredDeal } from '../db/deals.ts';
import { appendLedger } from '../db/ledger.ts';
import { findConnected, type MailboxRow } from '../db/mailboxes.ts';
import { keepPauses } from '../db/pauses.ts';
import { addScan, type PlacementRow, type ProposalRow } from '../db/placements.ts';
import { separated } from '../db/questions.ts';
import * as schema from '../db/schema.ts';
import { readThreads } from '../domain/assess.ts';
import { civilDate } from '../domain/calendar.ts';
import { isOwnedBy } from '../domain/deal.ts';
import type { Thread } from '../domain/mail.ts';
import { recipients } from '../domain/plan.ts';
import { addressesOf, waitsToBeOpened } from '../domain/talk.ts';
import { outsideReason } from '../domain/withdraw.ts';
import { Gone, OutcomeUnknown } from '../errors.ts';
import type { Mailbox, Placed } from '../mailbox/mailbox.ts';
import { type Context, hashOfLook, mailboxKey, repOf } from './context.ts';
import { besideDeal, findOutside } from './outside.ts';
import { pausedBecause } from './paused.ts';
import { seenOf } from './settle.ts';
import { noteUnreadable } from './sync-mailbox.ts';

/** Safe to run twice, and after a crash anywhere in it: the mailbox looks for the draft before it makes one. */
export async function placeDraft(context: Context, proposalId: string): Promise<void> {
  const { store } = context;
  const [proposal] = await store.db.select().from(schema.proposal).where(eq(schema.proposal.id, proposalId));
  if (!proposal || proposal.cancelled !== null) return;
  await store.exclusively(mailboxKey(proposal.mailboxId), async () => {
    const row = await findConnected(store.db, proposal.mailboxId);
    if (!row) return;
    try {
      await place(context, row, proposal, await context.mailbox(row));
    } catch (error) {
      await noteUnreadable(context, row, error);
      context.log.warn('draft-not-placed', { mailbox: row.id, error });
    }
  });
}

async function place(context: Context, row: MailboxRow, proposal: ProposalRow, mailbox: Mailbox): Promise<void> {
  const { store } = context;
  // One rep's follow-up to one mail has one key for ever, so that even a database restored from yesterday finds the draft. Secret,
  // for the Message-ID follows from it: the prospect knows rep and mail, and must not be able to name the draft before it was sent.
  const key = await context.secretName(`${row.rep}\n${proposal.parent}`);
  const [known] = await store.db.select().from(schema.placement).where(eq(schema.placement.key, key));
  if (known?.placedAt) return;
  const left = known ? await leftBefore(mailbox, proposal, known) : 'nothing';
  let placed = typeof left === 'string' ? null : left;
  // Rather none than a second one.
  const lost = left === 'unknown' ? 'a draft may have been left for it that is nowhere now' : null;
  const obstacle = placed ? null : (lost ?? (await obstacleTo(context, row, proposal, mailbox)));
  // Nothing came of the intent. Where that is not certain it stays, and with it the mail counts as followed up.
  if (obstacle !== null) return drop(context, proposal, obstacle, lost === null ? (known ?? null) : null);
  const id = known?.id ?? context.newId();
  const intendedAt = known?.intendedAt ?? context.now();
  const mark = known ? null : (await mailbox.changes(row.cursor)).cursor;
  if (!placed) {
    const paused = await store.transaction(async (tx) => {
      // Looking has taken its time, and a pause works at once.
      await keepPauses(tx);
      const why = await pausedBecause(context, row, proposal, recipients(proposal.reply), undefined, tx);
      if (why !== null || known) return why;
      await tx
        .insert(schema.placement)
        .values({ id, proposalId: proposal.id, mailboxId: row.id, key, intendedAt, mark });
      await record(tx, context, 'draft_intended', { placement: id, proposal: proposal.id, reply: proposal.replyHash });
      return null;
    });
    if (paused !== null) return drop(context, proposal, paused, known ?? null);
  }
  try {
    placed ??= await mailbox.placeDraft(proposal.reply, key);
  } catch (error) {
    // Refused: nothing was left, so whatever moves in Drafts from now on is not about this draft.
    if (!(error instanceof OutcomeUnknown))
      await store.db.update(schema.placement).set({ mark: null }).where(eq(schema.placement.id, id));
    throw error;
  }
  await store.transaction(async (tx) => {
    const [placement] = await tx
      .update(schema.placement)
      .set({ placedAt: placed.existed ? intendedAt : context.now(), messageId: placed.message.id, ref: placed.ref })
      .where(eq(schema.placement.id, id))
      .returning();
    if (!placement) return;
    // Found where the rep had taken it: whether it is still marked as a draft only a whole look tells.
    const look = placed.message.place === 'drafts' ? readBack(context, placed) : null;
    if (look) await addScan(tx, placement, look, context.newId, hashOfLook(context, look));
    await record(tx, context, 'draft_placed', {
      placement: id,
      message_id: placed.message.id,
      existed: placed.existed,
    });
  });
  context.log.info('draft-placed', { mailbox: row.id, placement: id });
  await context.enqueue('settle', row.id);
}

/** It is not placed; `intent`: of which nothing came. */
async function drop(context: Context, { id, mailboxId }: ProposalRow, why: string, intent: PlacementRow | null) {
  await context.store.transaction(async (tx) => {
    await tx.update(schema.proposal).set({ cancelled: why }).where(eq(schema.proposal.id, id));
    if (intent) await tx.delete(schema.placement).where(eq(schema.placement.id, intent.id));
  });
  context.log.info('proposal-dropped', { mailbox: mailboxId, proposal: id });
  await context.enqueue('sync-mailbox', mailboxId);
}

/** The read-back is a look into one place only: it shows the draft, its silence about others proves nothing. */
function readBack(context: Context, placed: Placed) {
  const seen = seenOf({ place: 'drafts', ref: placed.ref, draft: true, message: placed.message });
  return { id: context.newId(), at: context.now(), complete: false, gap: 'read back after placing', seen: [seen] };
}

function record(
  tx: Parameters<typeof appendLedger>[0],
  context: Context,
  kind: string,
  body: { placement: string; [member: string]: string | boolean },
) {
  return appendLedger(
    tx,
    { at: context.now(), by: 'countersign', kind, key: `${kind}/${body.placement}`, body },
    context,
  );
}

/** What is there of an attempt before this one, of which nobody heard again. Without a mark nothing can be: it was refused. */
async function leftBefore(
  mailbox: Mailbox,
  { reply }: ProposalRow,
  { key, intendedAt, mark }: PlacementRow,
): Promise<Placed | 'nothing' | 'unknown'> {
  const left = await mailbox.draftLeft(reply, key, { at: intendedAt, cursor: mark ?? '' });
  return left === 'unknown' && mark === null ? 'nothing' : left;
}

/** What happened since the proposal was made that forbids it now; null when nothing did. */
async function obstacleTo(
  context: Context,
  row: MailboxRow,
  proposal: ProposalRow,
  mailbox: Mailbox,
): Promise<string | null> {
  const { reply, parent } = proposal;
  const paused = await pausedBecause(context, row, proposal, recipients(reply));
  if (paused !== null) return paused;
  const apart = await separated(context.store.db, proposal);
  if (apart !== null) return apart;
  const deal = await findDeal(context.store.db, proposal.crmId, proposal.dealId);
  if (deal && deal.status !== 'open') return `the deal is ${deal.status}`;
  if (deal && !isOwnedBy(deal, repOf(row))) return `the deal is ${deal.owner}'s now`;
  let thread: Thread;
  try {
    thread = await mailbox.readThread(reply.threadRef);
  } catch (error) {
    if (error instanceof Gone) return 'the thread is gone';
    throw error;
  }
  const rep = repOf(row);
  const read = readThreads([thread], rep);
  const last = read.findLast(
    ({ reading, byRep }) => reading.kind === 'human' || (reading.kind === 'unreadable' && !byRep),
  );
  if (last && last.message.id !== parent) return 'the thread has gone on since';
  const contacts = deal ? ((await contactsOfDeals(context.store.db, [deal])).get(dealKey(deal)) ?? []) : [];
  const known = addressesOf(contacts);
  if (read.some((each) => waitsToBeOpened(each, known)))
    return 'there is mail in the thread that you have not read yet';
  const elsewhere = deal ? await outsideOf(context, row, proposal, deal) : null;
  if (elsewhere !== null) return elsewhere;
  const look = await mailbox.observeDraft({
    messageId: '',
    // The rep's own draft may answer any of the last mails.
    knownIds: thread.messages.slice(-20).map(({ id }) => id),
    refs: [],
    threadRef: reply.threadRef,
    inReplyTo: reply.inReplyTo,
    placedAt: context.now(),
    recipients: [],
  });
  if (look.sightings.some(({ place }) => place === 'drafts')) return 'a draft of your own is in the thread';
  return look.complete ? null : `the mailbox could not be read to the end: ${look.gap}`;
}

/** What was found since in other mail of its people. */
async function outsideOf(
  context: Context,
  row: MailboxRow,
  { createdAt, reply }: ProposalRow,
  deal: StoredDeal,
): Promise<string | null> {
  const contacts = (await contactsOfDeals(context.store.db, [deal])).get(dealKey(deal)) ?? [];
  const reached = recipients(reply);
  const people = [...contacts, { emails: reached }];
  const outside = besideDeal(await findOutside(context, row, [deal], people, createdAt), dealKey(deal));
  const proposed = { recipients: reached, placedAt: createdAt, since: createdAt };
  return outsideReason({ contacts, outside }, proposed, civilDate(context.now(), row.timeZone));
}
