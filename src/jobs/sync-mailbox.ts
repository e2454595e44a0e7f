/**
 * Reads what is new in a mailbox, of mail with the contacts of open deals only; of what belongs to none of them only what it forbids is kept. The first read pins the cursor before it searches,
 * so that nothing falls between; the cursor moves on only after everything before it is stored.
 */
import { eq } from 'drizzle-orm';
import { answersToRead, digestsNamed, digestsSince, type FreshAnswer, noteAnswer } from '../db/digests.ts';
import { dropOutlived, forgetGoneThread, knownInFindings, unopenedOutside } from '../db/findings.ts';
import { findConnected, type MailboxRow, noteProblem, noteSearched, noteSuccess, unsearched } from '../db/mailboxes.ts';
import { addScan, askForLook, placementsByMessage, placementsToSettle } from '../db/placements.ts';
import { dropKnownContacts, dropQuestion, threadsInQuestion } from '../db/questions.ts';
import { dropOutlivedRests } from '../db/rests.ts';
import * as schema from '../db/schema.ts';
import { threadsByMessage, unopenedThreads } from '../db/threads.ts';
import { addressKey } from '../domain/addresses.ts';
import { namesContact } from '../domain/book.ts';
import { civilDate } from '../domain/calendar.ts';
import { mayConcern } from '../domain/concern.ts';
import { bounceDays } from '../domain/findings.ts';
import { noMessageId, type Thread } from '../domain/mail.ts';
import { looksReported } from '../domain/reading/delivery-report.ts';
import { Gone, isDefect, sentenceOf } from '../errors.ts';
import type { Mailbox, NewMessage } from '../mailbox/mailbox.ts';
import { type Context, hashOfLook, mailboxKey, nextTry } from './context.ts';
import { bookHash, idsNamed, keepAnyThread, noteStrangers, openShelf, type Shelf } from './keep-thread.ts';

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

async function read(
  context: Context,
  row: MailboxRow,
  mailbox: Mailbox,
): Promise<{ threads: boolean; drafts: boolean }> {
  const { store, policy } = context;
  const shelf = await openShelf(context, row);
  const changes = await mailbox.changes(row.cursor);
  let threads = 0;
  const reread = async (ref: string): Promise<void> => {
    const thread = await mailbox.readThread(ref).catch((error) => {
      if (error instanceof Gone) return null;
      throw error;
    });
    // What was asked under a name is answered under it, should the mailbox call it otherwise by now.
    if (thread) await keep(asked.has(ref) ? { ...thread, ref } : thread);
    else
      await store.transaction(async (tx) => {
        await dropQuestion(tx, row.id, ref);
        await forgetGoneThread(tx, row.id, ref);
      });
    asked.delete(ref);
  };
  const keep = async (thread: Thread): Promise<void> => {
    const kept = await keepAnyThread(context, shelf, thread);
    if (kept !== null) threads++;
    // What was found may forbid a draft that lies there.
    drafts ||= kept === 'findings';
  };
  const asked = await refsInQuestion(context, shelf);
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
    const moved = changes.touched.includes('inbox') || changes.touched.includes('filed');
    for (const ref of await refsToRead(context, shelf, changes.messages, moved)) await reread(ref);
  }
  for (const ref of [...asked]) await reread(ref);
  const missing = await unsearched(store.db, row.id, shelf.addresses);
  if (missing.length > 0) {
    const since = new Date(context.now().getTime() - policy.firstReadDays * 86_400_000);
    for await (const thread of mailbox.findThreads(missing, since)) {
      sent ||= thread.messages.some(({ place }) => place === 'sent');
      await keep(thread);
      if (threads % 50 === 49) context.log.info('first-read', { mailbox: row.id, count: threads + 1 });
    }
  }
  const messages = changes.kind === 'changes' ? changes.messages : await besideDigests(context, row, mailbox);
  const answers = await answersAmong(context, row, messages);
  const now = context.now();
  const news = threads > 0 || row.syncedAt === null || missing.length > 0;
  const signature = news ? ((await mailbox.signature?.()) ?? '') : row.signature;
  await store.transaction(async (tx) => {
    await noteSearched(tx, row.id, missing, now);
    for (const answer of answers) await noteAnswer(tx, answer);
    const sentBefore = new Date(now.getTime() - (bounceDays + 1) * 86_400_000);
    const today = civilDate(now, row.timeZone);
    await dropOutlived(tx, row.id, today, sentBefore);
    await dropOutlivedRests(tx, row.id, today);
    await tx
      .update(schema.mailbox)
      // Should we die before anybody is told, the sweep sees that its deals are to be judged anew.
      .set({ cursor: changes.cursor, keepsSentCopies: sent, signature, ...(news ? { assessedAt: null } : {}) })
      .where(eq(schema.mailbox.id, row.id));
    await noteSuccess(tx, schema.mailbox, row.id, now);
  });
  if (threads > 0) context.log.info('threads-read', { mailbox: row.id, count: threads });
  for (const id of await answersToRead(store.db, row.id)) await context.enqueue('read-answer', id);
  return { threads: news, drafts };
}

/**
 * Threads that are to be read again without new mail: those that a person has answered about, and questions about people of whom the CRM says something
 * else by now.
 */
async function refsInQuestion(context: Context, shelf: Shelf): Promise<Set<string>> {
  const { db } = context.store;
  await dropKnownContacts(db, shelf.row.id, (address) => shelf.book.byAddress.has(addressKey(address)));
  const threads = await threadsInQuestion(db, shelf.row.id);
  const changed = threads.filter(({ due, people, bookHash: hash }) => due || bookHash(context, shelf, people) !== hash);
  return new Set(changed.map(({ ref }) => ref));
}

/** Mails in Sent that name a digest of this mailbox, or a receipt below one. */
async function answersAmong(
  { store, newId, now }: Context,
  row: MailboxRow,
  messages: readonly NewMessage[],
): Promise<FreshAnswer[]> {
  const sent = messages.filter(({ place, id }) => place === 'sent' && !noMessageId.test(id));
  const named = await digestsNamed(store.db, row.id, [...new Set(sent.flatMap(namedBy))]);
  if (named.size === 0) return [];
  return sent.flatMap((message) => {
    const digestId = namedBy(message)
      .map((id) => named.get(id))
      .find((id) => id !== undefined);
    if (digestId === undefined) return [];
    const { id: messageId, threadRef } = message;
    return [{ id: newId(), mailboxId: row.id, messageId, digestId, threadRef, seenAt: now() }];
  });
}

/** What a rep stops is stopped by the answer to a summary of any age; further back than this nobody looks for one that was missed. */
const lookedForMs = 30 * 86_400_000;

/** What has been written below the digests of late: where the cursor was lost, nobody tells of it. */
async function besideDigests({ store, now }: Context, row: MailboxRow, mailbox: Mailbox): Promise<NewMessage[]> {
  const found: NewMessage[] = [];
  for (const { threadRef } of await digestsSince(store.db, row.id, new Date(now().getTime() - lookedForMs))) {
    if (!threadRef) continue;
    const thread = await mailbox.readThread(threadRef).catch((error) => {
      if (error instanceof Gone) return null;
      throw error;
    });
    // Of two copies of what somebody sends to themselves the thread shows one; where it lies is asked of each when it is read.
    for (const message of thread?.messages ?? []) found.push({ ...message, threadRef, place: 'sent' });
  }
  return found;
}

/** What a mail answers, the nearest first. */
const namedBy = ({ inReplyTo, references }: NewMessage): string[] => [
  ...(inReplyTo ? [inReplyTo] : []),
  ...references.toReversed(),
];

/** Threads that new mail concerns: by a contact's address, or because it answers a message we hold. */
async function refsToRead(
  context: Context,
  shelf: Shelf,
  messages: NewMessage[],
  inboxMoved: boolean,
): Promise<Set<string>> {
  const { store } = context;
  const { row, book } = shelf;
  const mail = messages.filter(({ place }) => place !== 'drafts' && place !== 'trash');
  const ids = [...new Set(messages.flatMap(idsNamed))];
  const held = await threadsByMessage(store.db, row.id, ids);
  const outside = await knownInFindings(
    store.db,
    row.id,
    ids,
    mail.map(({ threadRef }) => threadRef),
  );
  const refs = new Set<string>();
  const isKnown = (id: string): boolean => held.has(id) || outside.messageIds.has(id);
  const concerns = (each: NewMessage): boolean =>
    namesContact(each, book) || outside.refs.has(each.threadRef) || idsNamed(each).some(isKnown);
  // Whom a delivery report is about stands in its text, as a rule.
  const inDoubt = (judged: () => boolean): boolean => {
    try {
      return judged();
    } catch (error) {
      context.log.error('header-not-read', { mailbox: row.id, error });
      return true;
    }
  };
  for (const each of mail) if (inDoubt(() => concerns(each) || looksReported(each))) refs.add(each.threadRef);
  const others = mail.filter(({ threadRef }) => !refs.has(threadRef));
  for (const each of others) if (inDoubt(() => mayConcern(each, book))) refs.add(each.threadRef);
  await noteStrangers(context, shelf, others).catch((error) => {
    if (!isDefect(error)) throw error;
    context.log.error('strangers-not-noted', { mailbox: row.id, error });
  });
  // Later proof of sending overturns any other verdict: a mail that carries a draft's id, or joins its thread, asks for a new look.
  const placements = await placementsByMessage(store.db, row.id, ids);
  const threadIds = [...new Set(messages.flatMap(idsNamed).flatMap((id) => held.get(id) ?? []))];
  const now = context.now();
  await askForLook(store.db, row.id, threadIds, now);
  for (const id of placements)
    await store.db.update(schema.placement).set({ recheckAt: now }).where(eq(schema.placement.id, id));
  // A mail that the rep has opened since: only flags moved, so only threads with unread mail are read again.
  if (inboxMoved)
    for (const unopened of [unopenedThreads, unopenedOutside])
      for (const ref of await unopened(store.db, row.id)) refs.add(ref);
  return refs;
}
