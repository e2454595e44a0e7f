/** Questions about threads and their messages. Text is kept only for threads that belong to a deal. */
import { and, asc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { type Message, noMessageId, type Thread } from '../domain/mail.ts';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

export interface Binding {
  crmId: string;
  dealId: string;
  because: string;
}

export interface StoredThread extends Thread {
  id: string;
  mailboxId: string;
  crmId: string;
  dealId: string;
}

/** The thread row that already holds one of these messages or has this ref. */
export async function findThread(db: Db, mailboxId: string, ref: string, messageIds: string[]) {
  const [byRef] = await db
    .select()
    .from(schema.thread)
    .where(and(eq(schema.thread.mailboxId, mailboxId), eq(schema.thread.ref, ref)));
  if (byRef || messageIds.length === 0) return byRef ?? null;
  const [byMessage] = await db
    .select({ thread: schema.thread })
    .from(schema.message)
    .innerJoin(schema.thread, eq(schema.thread.id, schema.message.threadId))
    .where(and(eq(schema.message.mailboxId, mailboxId), inArray(schema.message.id, messageIds)))
    .limit(1);
  return byMessage?.thread ?? null;
}

/** Stores a thread that belongs to a deal, with its text. Messages that are there keep their text; place and read state follow. */
export async function saveThread(
  tx: Db,
  mailboxId: string,
  thread: Thread,
  binding: Binding,
  newId: () => string,
  now: Date,
): Promise<string> {
  const known = await findThread(
    tx,
    mailboxId,
    thread.ref,
    thread.messages.map((each) => each.id),
  );
  const id = known?.id ?? newId();
  if (!known)
    await tx.insert(schema.thread).values({
      id,
      mailboxId,
      ref: thread.ref,
      crmId: binding.crmId,
      dealId: binding.dealId,
      boundBecause: binding.because,
      boundAt: now,
    });
  else if (known.dealId === null)
    await tx
      .update(schema.thread)
      .set({
        crmId: binding.crmId,
        dealId: binding.dealId,
        boundBecause: binding.because,
        boundAt: now,
        candidates: [],
      })
      .where(eq(schema.thread.id, id));
  const rows = thread.messages.map((message) => ({
    ...message,
    mailboxId,
    threadId: id,
    sentAt: message.date,
  }));
  for (let at = 0; at < rows.length; at += 100)
    await tx
      .insert(schema.message)
      .values(rows.slice(at, at + 100))
      .onConflictDoUpdate({
        target: [schema.message.mailboxId, schema.message.id],
        set: { place: sql`excluded.place`, read: sql`excluded.read` },
      });
  return id;
}

/** A message as it came; what was read in it is left to `readings.ts`, which knows whether that still holds. */
export function messageOf(row: typeof schema.message.$inferSelect): Message {
  const { mailboxId: _, threadId: __, reading: ___, readAs: ____, sentAt, from, calendar, utcOffset, ...rest } = row;
  return {
    ...rest,
    from: from ?? null,
    date: sentAt,
    ...(calendar === null ? {} : { calendar }),
    ...(utcOffset === null ? {} : { utcOffset }),
  };
}

/** Every bound thread of a mailbox, or of one deal in it, with its messages in order of date. */
export async function boundThreads(
  db: Db,
  mailboxId: string,
  deal?: { crmId: string; id: string },
): Promise<StoredThread[]> {
  const rows = await db
    .select({ thread: schema.thread, message: schema.message })
    .from(schema.thread)
    .innerJoin(schema.message, eq(schema.message.threadId, schema.thread.id))
    .where(
      and(
        eq(schema.thread.mailboxId, mailboxId),
        isNotNull(schema.thread.dealId),
        deal ? and(eq(schema.thread.crmId, deal.crmId), eq(schema.thread.dealId, deal.id)) : undefined,
      ),
    )
    .orderBy(asc(schema.message.sentAt), asc(schema.message.id));
  const threads = new Map<string, StoredThread>();
  for (const { thread, message } of rows) {
    const stored = threads.get(thread.id) ?? {
      id: thread.id,
      mailboxId,
      ref: thread.ref,
      crmId: thread.crmId ?? '',
      dealId: thread.dealId ?? '',
      messages: [],
    };
    stored.messages.push(messageOf(message));
    threads.set(thread.id, stored);
  }
  return [...threads.values()];
}

/** Threads with mail to the rep that nobody had opened when it was last read, by the provider's name. */
export async function unopenedThreads(db: Db, mailboxId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ ref: schema.thread.ref })
    .from(schema.message)
    .innerJoin(schema.thread, eq(schema.thread.id, schema.message.threadId))
    .where(
      and(
        eq(schema.message.mailboxId, mailboxId),
        eq(schema.message.read, false),
        ne(schema.message.place, 'sent'),
        isNotNull(schema.thread.dealId),
      ),
    );
  return rows.map(({ ref }) => ref);
}

/** Which of these Message-IDs belong to stored threads: the thread's id by Message-ID. */
export async function threadsByMessage(db: Db, mailboxId: string, ids: string[]): Promise<Map<string, string>> {
  const real = ids.filter((id) => !noMessageId.test(id));
  const found = new Map<string, string>();
  for (let at = 0; at < real.length; at += 1_000) {
    const rows = await db
      .select({ id: schema.message.id, threadId: schema.message.threadId })
      .from(schema.message)
      .where(and(eq(schema.message.mailboxId, mailboxId), inArray(schema.message.id, real.slice(at, at + 1_000))));
    for (const row of rows) found.set(row.id, row.threadId);
  }
  return found;
}
