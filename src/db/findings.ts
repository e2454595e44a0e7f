/** What was found in mail that belongs to no open deal. */
import { and, eq, inArray, lt, notInArray, or } from 'drizzle-orm';
import type { Finding } from '../domain/findings.ts';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

/** A thread by the provider's name and by the mails that are in it: it may be called otherwise by now. */
export interface ThreadName {
  ref: string;
  messageIds: readonly string[];
}

const { finding } = schema;

/** Who asked for rest has asked for it, also when the mail is gone. */
const rests: Finding['kind'][] = ['hold', 'opt_out'];

const ofMailbox = (mailboxId: string) => eq(finding.mailboxId, mailboxId);
const ofThread = (mailboxId: string, { ref, messageIds }: ThreadName) =>
  and(
    ofMailbox(mailboxId),
    or(
      messageIds.length > 0 ? inArray(finding.messageId, [...messageIds]) : undefined,
      and(eq(finding.threadRef, ref), notInArray(finding.kind, rests)),
    ),
  );

/**
 * Puts what was found in a thread now in the place of what was found in it before; a rest that was asked for in a mail which is gone from it stays. True
 * when that changed anything; safe to do twice.
 */
export async function replaceFindings(
  tx: Db,
  mailboxId: string,
  thread: ThreadName,
  found: readonly Finding[],
): Promise<boolean> {
  const before = await tx.select().from(finding).where(ofThread(mailboxId, thread));
  const rows = found.map((each) => ({ ...each, mailboxId, threadRef: thread.ref }));
  if (sameAs(before) === sameAs(rows)) return false;
  await tx.delete(finding).where(ofThread(mailboxId, thread));
  for (let at = 0; at < rows.length; at += 500)
    await tx
      .insert(finding)
      .values(rows.slice(at, at + 500))
      .onConflictDoNothing();
  return true;
}

type Row = typeof finding.$inferInsert;

const sameAs = (rows: readonly Row[]): string =>
  rows
    .map(({ threadRef, messageId, kind, address, until, scope, quote, date }) =>
      JSON.stringify([threadRef, messageId, kind, address, until, scope, quote, date]),
    )
    .sort()
    .join('\n');

/** A thread that is gone: nobody waits in it any more. */
export async function forgetGoneThread(tx: Db, mailboxId: string, ref: string): Promise<void> {
  await tx.delete(finding).where(ofThread(mailboxId, { ref, messageIds: [] }));
}

/** What a thread says that belongs to a deal by now: that deal has its words. */
export async function dropFindings(tx: Db, mailboxId: string, { ref, messageIds }: ThreadName): Promise<void> {
  const named = messageIds.length > 0 ? inArray(finding.messageId, [...messageIds]) : undefined;
  await tx.delete(finding).where(and(ofMailbox(mailboxId), or(named, eq(finding.threadRef, ref))));
}

/** A person has said that a thread is about no deal: a rest that was asked for its topic concerns none. */
export async function dropTopics(tx: Db, mailboxId: string, ref: string): Promise<void> {
  const topic = and(eq(finding.threadRef, ref), eq(finding.kind, 'hold'), eq(finding.scope, 'topic'));
  await tx.delete(finding).where(and(ofMailbox(mailboxId), topic));
}

/** What forbids nothing any more by `today`, a civil date: rests and meetings that are over, and mail sent before `sentBefore`. */
export async function dropOutlived(tx: Db, mailboxId: string, today: string, sentBefore: Date): Promise<void> {
  const sent = and(eq(finding.kind, 'sent'), lt(finding.date, sentBefore));
  await tx.delete(finding).where(and(ofMailbox(mailboxId), or(lt(finding.until, today), sent)));
}

/** Of a mailbox that nobody reads any more. */
export async function dropAllFindings(tx: Db, mailboxId: string): Promise<void> {
  await tx.delete(finding).where(ofMailbox(mailboxId));
}

export async function findingsOf(db: Db, mailboxId: string): Promise<Finding[]> {
  const rows = await db.select().from(finding).where(ofMailbox(mailboxId));
  return rows.map(({ mailboxId: _, threadRef: __, ...each }) => each);
}

/** Which of these Message-IDs are of mail that something was found in, and which of these threads. */
export async function knownInFindings(
  db: Db,
  mailboxId: string,
  messageIds: readonly string[],
  refs: readonly string[],
): Promise<{ messageIds: Set<string>; refs: Set<string> }> {
  const found = { messageIds: new Set<string>(), refs: new Set<string>() };
  const look = async (column: typeof finding.messageId | typeof finding.threadRef, values: readonly string[]) => {
    for (let at = 0; at < values.length; at += 1_000) {
      const rows = await db
        .select({ messageId: finding.messageId, ref: finding.threadRef })
        .from(finding)
        .where(and(ofMailbox(mailboxId), inArray(column, values.slice(at, at + 1_000))));
      for (const { messageId, ref } of rows) {
        found.messageIds.add(messageId);
        found.refs.add(ref);
      }
    }
  };
  await look(finding.messageId, messageIds);
  await look(finding.threadRef, refs);
  return found;
}

/** Threads with mail that nobody had opened when it was last read, by the provider's name. */
export async function unopenedOutside(db: Db, mailboxId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ ref: finding.threadRef })
    .from(finding)
    .where(and(ofMailbox(mailboxId), eq(finding.kind, 'unread')));
  return rows.map(({ ref }) => ref);
}
