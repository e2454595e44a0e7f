/**
 * Reads what is new in a mailbox, of mail with the contacts of open deals only. The first read pins the cursor before it searches,
 * so that nothing falls between; the cursor moves on only after everything before it is stored.
 */
import { eq } from 'drizzle-orm';
import { contactsOfDeals, openDealsOf, type StoredDeal } from '../db/deals.ts';
import { findConnected, type MailboxRow, noteProblem, noteSearched, noteSuccess, unsearched } from '../db/mailboxes.ts';
import { addScan, askForLook, placementsByMessage, placementsToSettle } from '../db/placements.ts';
import * as schema from '../db/schema.ts';
import { boundThreads, findThread, saveQuestion, saveThread, threadsByMessage } from '../db/threads.ts';
import { participants, type Thread } from '../domain/mail.ts';
import { dealsByAddress, matchThread } from '../domain/matching.ts';
import { Gone, sentenceOf } from '../errors.ts';
import type { Mailbox, NewMessage } from '../mailbox/mailbox.ts';
import { type Context, hashOfLook, mailboxKey, nextTry, repOf } from './context.ts';

/** Safe to run twice, and after a crash anywhere in it. */
export async function syncMailbox(context: Context, mailboxId: string): Promise<void> {
  const { store, log } = context;
  await store.exclusively(mailboxKey(mailboxId), async () => {
    const row = await findConnected(store.db, mailboxId);
    if (!row) return;
    try {
      const changed = await read(context, row, await context.mailbox(row));
      if (changed.drafts) await context.enqueue('settle', mailboxId);
      if (changed.threads) await context.enqueue('assess', mailboxId);
    } catch (error) {
      await noteUnreadable(context, row, error);
      log.warn('mailbox-problem', { mailbox: mailboxId, error });
    }
  });
}

/**
 * Notes that a mailbox could not be read, and for each open draft that there is a gap in what we saw: until the next complete
 * look its absence proves nothing.
 */
export async function noteUnreadable(context: Context, row: MailboxRow, error: unknown): Promise<void> {
  const now = context.now();
  await context.store.transaction(async (tx) => {
    await noteProblem(tx, schema.mailbox, row, sentenceOf(error), nextTry(error, row.failures, now), now);
  });
  await noteGap(context, row.id, 'the mailbox could not be read');
}

async function noteGap(context: Context, mailboxId: string, gap: string): Promise<void> {
  const { store, newId } = context;
  const at = context.now();
  for (const { placement } of await placementsToSettle(store.db, mailboxId, at)) {
    const scan = { id: newId(), at, complete: false, gap, seen: [] };
    await store.transaction((tx) => addScan(tx, placement, scan, newId, hashOfLook(context, scan)));
  }
}

interface Book {
  deals: Map<string, StoredDeal>;
  /** Contact address to the keys of open deals. */
  byAddress: Map<string, string[]>;
}

/** The open deals of the rep and the addresses that lead to them. */
async function openBook(context: Context, row: MailboxRow): Promise<Book> {
  const deals = await openDealsOf(context.store.db, row);
  const contacts = await contactsOfDeals(context.store.db, deals);
  // All of them are this rep's, by address or by name.
  const keyed = deals.map((deal) => ({ ...deal, owner: null, id: `${deal.crmId}/${deal.id}` }));
  const book = { deals: new Map(deals.map((deal) => [`${deal.crmId}/${deal.id}`, deal])) };
  const byAddress = dealsByAddress(keyed, [...new Set([...contacts.values()].flat())], row.rep);
  for (const own of repOf(row).addresses) byAddress.delete(own);
  return { ...book, byAddress };
}

async function read(
  context: Context,
  row: MailboxRow,
  mailbox: Mailbox,
): Promise<{ threads: boolean; drafts: boolean }> {
  const { store, policy } = context;
  const book = await openBook(context, row);
  const changes = await mailbox.changes(row.cursor);
  let threads = 0;
  let drafts = row.cursor === null;
  let sent = row.keepsSentCopies;
  if (changes.kind === 'start-over') {
    await noteGap(context, row.id, changes.why);
    await store.db.delete(schema.searchedAddress).where(eq(schema.searchedAddress.mailboxId, row.id));
    context.log.warn('cursor-lost', { mailbox: row.id });
    drafts = true;
  } else {
    drafts ||= changes.touched.length + changes.messages.length > 0;
    sent ||= changes.messages.some(({ place }) => place === 'sent');
    for (const ref of await refsToRead(
      context,
      row,
      book,
      changes.messages,
      changes.touched.includes('inbox') || changes.touched.includes('filed'),
    )) {
      const thread = await mailbox.readThread(ref).catch((error) => {
        if (error instanceof Gone) return null;
        throw error;
      });
      if (thread && (await keep(context, row, book, thread))) threads++;
    }
  }
  const missing = await unsearched(store.db, row.id, [...book.byAddress.keys()]);
  if (missing.length > 0) {
    const since = new Date(context.now().getTime() - policy.firstReadDays * 86_400_000);
    for await (const thread of mailbox.findThreads(missing, since)) {
      sent ||= thread.messages.some(({ place }) => place === 'sent');
      if (await keep(context, row, book, thread)) threads++;
      if (threads % 50 === 49) context.log.info('first-read', { mailbox: row.id, count: threads + 1 });
    }
  }
  const now = context.now();
  const news = threads > 0 || row.syncedAt === null || missing.length > 0;
  await store.transaction(async (tx) => {
    await noteSearched(tx, row.id, missing, now);
    await tx
      .update(schema.mailbox)
      // Should we die before anybody is told, the sweep sees that its deals are to be judged anew.
      .set({ cursor: changes.cursor, keepsSentCopies: sent, ...(news ? { assessedAt: null } : {}) })
      .where(eq(schema.mailbox.id, row.id));
    await noteSuccess(tx, schema.mailbox, row.id, now);
  });
  if (threads > 0) context.log.info('threads-read', { mailbox: row.id, count: threads });
  return { threads: news, drafts };
}

/** Threads that new mail concerns: by a contact's address, or because it answers a message we hold. */
async function refsToRead(
  context: Context,
  row: MailboxRow,
  book: Book,
  messages: NewMessage[],
  inboxMoved: boolean,
): Promise<Set<string>> {
  const { store } = context;
  const mail = messages.filter(({ place }) => place !== 'drafts' && place !== 'trash');
  const named = (each: NewMessage): string[] => [
    each.id,
    ...each.references,
    ...(each.inReplyTo ? [each.inReplyTo] : []),
  ];
  const ids = [...new Set(messages.flatMap(named))];
  const held = await threadsByMessage(store.db, row.id, ids);
  const refs = new Set<string>();
  for (const each of mail) {
    const concerns =
      participants(each).some((address) => book.byAddress.has(address)) || named(each).some((id) => held.has(id));
    if (concerns) refs.add(each.threadRef);
  }
  // Later proof of sending overturns any other verdict: a mail that carries a draft's id, or joins its thread, asks for a new look.
  const placements = await placementsByMessage(store.db, row.id, ids);
  const threadIds = [...new Set(messages.flatMap(named).flatMap((id) => held.get(id) ?? []))];
  const now = context.now();
  await askForLook(store.db, row.id, threadIds, now);
  for (const id of placements)
    await store.db.update(schema.placement).set({ recheckAt: now }).where(eq(schema.placement.id, id));
  // A mail that the rep has opened since: only flags moved, so only threads with unread mail are read again.
  if (inboxMoved)
    for (const thread of await boundThreads(store.db, row.id))
      if (thread.messages.some(({ read: opened, place }) => !opened && place !== 'sent')) refs.add(thread.ref);
  return refs;
}

/** Stores a thread if it belongs to a deal. True when it does. */
async function keep(context: Context, row: MailboxRow, book: Book, thread: Thread): Promise<boolean> {
  const { store, newId } = context;
  const ids = thread.messages.map(({ id }) => id);
  const known = await findThread(store.db, row.id, thread.ref, ids);
  if (known?.dealId) {
    const { crmId, dealId, boundBecause } = known;
    const binding = { crmId: crmId ?? '', dealId, because: boundBecause ?? '' };
    await store.transaction((tx) => saveThread(tx, row.id, thread, binding, newId, context.now()));
    return true;
  }
  const people = [...new Set(thread.messages.flatMap(participants))];
  const match = matchThread(people, repOf(row).addresses, book.byAddress);
  if (match.kind === 'none') return false;
  if (match.kind === 'ambiguous') {
    await store.transaction((tx) => saveQuestion(tx, row.id, thread.ref, match.dealIds, newId));
    return false;
  }
  const deal = book.deals.get(match.dealId) as StoredDeal;
  const binding = { crmId: deal.crmId, dealId: deal.id, because: match.why };
  await store.transaction((tx) => saveThread(tx, row.id, thread, binding, newId, context.now()));
  return true;
}
