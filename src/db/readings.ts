/** What was read in each message, kept beside its text, so that it is read once and not by every assessment. */
import { and, eq, gte, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import { withoutLifted } from '../domain/lifted-holds.ts';
import type { Message } from '../domain/mail.ts';
import { readerVersion } from '../domain/reading/version.ts';
import { type Reading, readMessage } from '../domain/reading.ts';
import { type Rep, writtenByRep } from '../domain/talk.ts';
import { dealKey } from './deals.ts';
import { liftedHolds } from './pauses.ts';
import * as schema from './schema.ts';
import type { Db } from './store.ts';
import { messageOf, type StoredThread } from './threads.ts';

/** Whole texts that are in memory at once while they are read; 256 KiB is the longest. */
const atOnce = 100;

/**
 * The threads of these deals with what was read in each message. Nobody needs the words then: `text`, `signals` and `attachments` stay in the
 * database and are empty here. What has not been read yet is read now and stored, in batches; so is what another reader read, or this one
 * before the mailbox changed its zone or its addresses.
 */
export async function threadsWithReadings(
  db: Db,
  mailboxId: string,
  deals: readonly { crmId: string; id: string }[],
  rep: Rep,
): Promise<StoredThread[]> {
  const wanted = new Set(deals.map(dealKey));
  const threads = (await boundTo(db, mailboxId)).filter((thread) => wanted.has(keyOf(thread)));
  return withoutLiftedHolds(db, mailboxId, await withReadings(db, mailboxId, threads, rep));
}

/**
 * The threads of all other deals that somebody takes part in whom `concerns` knows, as above. `since`: only those in which somebody of them did so at
 * that instant or later.
 */
export async function threadsOfOthers(
  db: Db,
  mailboxId: string,
  deals: readonly { crmId: string; id: string }[],
  rep: Rep,
  concerns: (address: string) => boolean,
  since?: Date,
): Promise<StoredThread[]> {
  const own = new Set(deals.map(dealKey));
  const others = (await boundTo(db, mailboxId)).filter((thread) => !own.has(keyOf(thread)));
  const ids = others.map(({ id }) => id);
  const named = new Set<string>();
  const { threadId, sentAt, from, to, cc } = schema.message;
  for (let at = 0; at < ids.length; at += 1_000) {
    const mine = inArray(threadId, ids.slice(at, at + 1_000));
    const rows = await db
      .select({ threadId, from, to, cc })
      .from(schema.message)
      .where(since ? and(mine, gte(sentAt, since)) : mine);
    for (const row of rows)
      if ([row.from, ...row.to, ...row.cc].some((each) => each && concerns(each.address))) named.add(row.threadId);
  }
  const mine = others.filter(({ id }) => named.has(id));
  return withoutLiftedHolds(db, mailboxId, await withReadings(db, mailboxId, mine, rep));
}

/** What the rep has lifted is not asked for any more; what is stored stays as it was read. */
async function withoutLiftedHolds(db: Db, mailboxId: string, threads: StoredThread[]): Promise<StoredThread[]> {
  const lifted = await liftedHolds(db, mailboxId);
  if (lifted.size === 0) return threads;
  for (const { messages } of threads)
    for (const message of messages)
      if (message.reading) message.reading = withoutLifted(message, message.reading, lifted);
  return threads;
}

/** One thread that is stored, as above; null where none of its messages is. */
export async function threadWithReadings(
  db: Db,
  thread: Omit<StoredThread, 'messages'>,
  rep: Rep,
): Promise<StoredThread | null> {
  const [read] = await withReadings(db, thread.mailboxId, [{ ...thread, messages: [] }], rep);
  return read ?? null;
}

const keyOf = ({ crmId, dealId }: StoredThread): string => dealKey({ crmId, id: dealId });

/** Every thread of a mailbox that belongs to a deal, without its messages. */
async function boundTo(db: Db, mailboxId: string): Promise<StoredThread[]> {
  const { id, ref, crmId, dealId } = schema.thread;
  const bound = await db
    .select({ id, ref, crmId, dealId })
    .from(schema.thread)
    .where(and(eq(schema.thread.mailboxId, mailboxId), isNotNull(dealId)));
  return bound.map((row) => ({ ...row, mailboxId, crmId: row.crmId ?? '', dealId: row.dealId ?? '', messages: [] }));
}

async function withReadings(
  db: Db,
  mailboxId: string,
  found: readonly StoredThread[],
  rep: Rep,
): Promise<StoredThread[]> {
  const threads = new Map(found.map((thread) => [thread.id, thread]));
  const heads = await headsOf(db, [...threads.keys()]);
  const unread = heads.filter((head) => head.readAs !== readerOf(head, rep) || head.reading === null);
  const readings = await readAnew(
    db,
    mailboxId,
    unread.map((head) => head.id),
    rep,
  );
  for (const { threadId, readAs: _, sentAt, from, reading, ...head } of heads)
    threads.get(threadId)?.messages.push({
      ...head,
      from: from ?? null,
      date: sentAt,
      text: '',
      signals: {},
      attachments: [],
      reading: readings.get(head.id) ?? (reading as Reading),
    });
  const full = [...threads.values()].filter(({ messages }) => messages.length > 0);
  // Here and not in the query: thousands of rows are in order already, or nearly so.
  for (const { messages } of full)
    messages.sort((a, b) => a.date.getTime() - b.date.getTime() || (a.id < b.id ? -1 : 1));
  return full;
}

/** All but the words of the messages of these threads, in no order. */
async function headsOf(db: Db, threadIds: readonly string[]) {
  const { message } = schema;
  const found = [];
  for (let at = 0; at < threadIds.length; at += 1_000)
    found.push(
      ...(await db
        .select({
          id: message.id,
          threadId: message.threadId,
          inReplyTo: message.inReplyTo,
          references: message.references,
          from: message.from,
          to: message.to,
          cc: message.cc,
          bcc: message.bcc,
          subject: message.subject,
          sentAt: message.sentAt,
          place: message.place,
          read: message.read,
          reading: message.reading,
          readAs: message.readAs,
        })
        .from(message)
        .where(inArray(message.threadId, threadIds.slice(at, at + 1_000)))),
    );
  return found;
}

/** A reading depends on nothing but the message and these; the same words mean the same reading. */
const readerOf = (message: Pick<Message, 'place' | 'from'>, rep: Rep): string =>
  `${readerVersion} ${writtenByRep(message, rep) ? 'rep' : 'contact'} ${rep.zone}`;

/** Reads these messages and stores what was read. Each batch is stored before the next: who dies has lost one. */
async function readAnew(db: Db, mailboxId: string, ids: readonly string[], rep: Rep): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>();
  for (let at = 0; at < ids.length; at += atOnce) {
    const rows = await db
      .select()
      .from(schema.message)
      .where(and(eq(schema.message.mailboxId, mailboxId), inArray(schema.message.id, ids.slice(at, at + atOnce))));
    const read = rows.map((row) => {
      const message = messageOf(row);
      const reading = readMessage(message, rep.zone, writtenByRep(message, rep));
      readings.set(message.id, reading);
      return { id: message.id, reading, read_as: readerOf(message, rep) };
    });
    await db.execute(sql`update message set reading = fresh.reading, read_as = fresh.read_as
      from json_to_recordset(${JSON.stringify(read)}::json) as fresh(id text, reading json, read_as text)
      where message.mailbox_id = ${mailboxId} and message.id = fresh.id`);
  }
  return readings;
}

/** How many mails our own reader failed on, by mailbox; a mailbox without any is not there. A better reader reads them anew. */
export async function unreadMails(db: Db): Promise<Map<string, number>> {
  const { message, finding } = schema;
  const kept = db
    .select({ mailboxId: message.mailboxId, id: message.id })
    .from(message)
    .where(sql`${message.reading}->>'defect' is not null`);
  const outside = db
    .select({ mailboxId: finding.mailboxId, id: finding.messageId })
    .from(finding)
    .where(and(eq(finding.kind, 'unreadable'), ne(finding.quote, '')));
  const counts = new Map<string, number>();
  for (const { mailboxId } of await union(kept, outside)) counts.set(mailboxId, (counts.get(mailboxId) ?? 0) + 1);
  return counts;
}
