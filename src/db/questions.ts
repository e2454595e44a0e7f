/** Questions to a person: to which deal a thread belongs, and who the unknown people at contacts' companies are. */
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import * as schema from './schema.ts';
import type { Db } from './store.ts';
import { threadsByMessage } from './threads.ts';

export type ThreadRow = typeof schema.thread.$inferSelect;
type NewContactRow = typeof schema.newContact.$inferSelect;

/** A thread that waits for a person to say where it belongs. Its text and subject are not stored. */
export type ThreadQuestion = Pick<ThreadRow, 'id' | 'ref' | 'people' | 'candidates' | 'askedAt' | 'lastAt'> & {
  rep: string;
};

const isQuestion = and(isNotNull(schema.thread.askedAt), sql`jsonb_array_length(${schema.thread.candidates}) > 0`);

/** Every open question, the latest mail first; at most `limit`. */
export async function openQuestions(db: Db, limit = 1_000, mailboxId?: string): Promise<ThreadQuestion[]> {
  const { thread, mailbox } = schema;
  return db
    .select({
      id: thread.id,
      ref: thread.ref,
      rep: mailbox.rep,
      people: thread.people,
      candidates: thread.candidates,
      askedAt: thread.askedAt,
      lastAt: thread.lastAt,
    })
    .from(thread)
    .innerJoin(mailbox, eq(mailbox.id, thread.mailboxId))
    .where(and(isQuestion, mailboxId === undefined ? undefined : eq(thread.mailboxId, mailboxId)))
    .orderBy(desc(thread.lastAt), thread.id)
    .limit(limit);
}

/** Remembers that a thread waits for an answer. Since when stays as it was. No text is kept. */
export async function saveQuestion(
  tx: Db,
  question: Pick<ThreadRow, 'mailboxId' | 'ref' | 'candidates' | 'lastAt' | 'people' | 'bookHash'>,
  newId: () => string,
  now: Date,
): Promise<void> {
  const { mailboxId: _, ref: __, ...set } = question;
  await tx
    .insert(schema.thread)
    .values({ id: newId(), ...question, askedAt: now })
    .onConflictDoUpdate({ target: [schema.thread.mailboxId, schema.thread.ref], set: { ...set, due: false } });
}

/** Takes a question back: its thread is gone, or belongs to nobody any more. What a person answered stays. */
export async function dropQuestion(tx: Db, mailboxId: string, ref: string): Promise<void> {
  const { thread } = schema;
  await tx.delete(thread).where(and(eq(thread.mailboxId, mailboxId), eq(thread.ref, ref), isQuestion));
  await tx
    .update(thread)
    .set({ due: false })
    .where(and(eq(thread.mailboxId, mailboxId), eq(thread.ref, ref)));
}

/** A bound thread waits for nothing. */
export async function closeQuestion(tx: Db, threadId: string): Promise<void> {
  const none = { candidates: [], askedAt: null, lastAt: null, people: [], bookHash: null, due: false };
  await tx.update(schema.thread).set(none).where(eq(schema.thread.id, threadId));
}

/** Threads of a mailbox to be looked at again for what the CRM or a person has said: questions, and those that are due. */
export async function threadsInQuestion(db: Db, mailboxId: string): Promise<ThreadRow[]> {
  const { thread } = schema;
  return db
    .select()
    .from(thread)
    .where(and(eq(thread.mailboxId, mailboxId), sql`(${thread.due} or ${isQuestion})`))
    .orderBy(thread.id);
}

/** The deals of bound threads that hold one of these messages. */
export async function dealsByMessage(
  db: Db,
  mailboxId: string,
  ids: string[],
): Promise<{ crmId: string; dealId: string }[]> {
  const threads = [...new Set((await threadsByMessage(db, mailboxId, ids)).values())];
  if (threads.length === 0) return [];
  const rows = await db
    .selectDistinct({ crmId: schema.thread.crmId, dealId: schema.thread.dealId })
    .from(schema.thread)
    .where(and(inArray(schema.thread.id, threads), isNotNull(schema.thread.dealId)));
  return rows.map(({ crmId, dealId }) => ({ crmId: crmId ?? '', dealId: dealId ?? '' }));
}

/**
 * Why a follow-up of this deal may not lie in this thread any more: the CRM has the deal no more, or a person has said that the thread is another
 * deal's. Null when neither is so.
 */
export async function separated(
  db: Db,
  proposal: { crmId: string; dealId: string; threadId: string },
): Promise<string | null> {
  const { deal, thread } = schema;
  const [found] = await db
    .select({ gone: deal.gone })
    .from(deal)
    .where(and(eq(deal.crmId, proposal.crmId), eq(deal.id, proposal.dealId)));
  if (found?.gone) return 'the CRM has the deal no more';
  const [bound] = await db.select().from(thread).where(eq(thread.id, proposal.threadId));
  const moved = bound && (bound.crmId !== proposal.crmId || bound.dealId !== proposal.dealId);
  return moved ? 'the thread is not about this deal, as a person has said' : null;
}

/** Who is noted already stays as they were first seen. */
export async function saveNewContacts(tx: Db, rows: NewContactRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(schema.newContact).values(rows).onConflictDoNothing();
}

/** Forgets those whom the CRM knows by now. */
export async function dropKnownContacts(
  db: Db,
  mailboxId: string,
  isKnown: (address: string) => boolean,
): Promise<void> {
  const { newContact } = schema;
  const mine = eq(newContact.mailboxId, mailboxId);
  const rows = await db.selectDistinct({ address: newContact.address }).from(newContact).where(mine);
  const known = rows.map(({ address }) => address).filter(isKnown);
  if (known.length > 0) await db.delete(newContact).where(and(mine, inArray(newContact.address, known)));
}

/** Unknown people at the companies of open deals, the latest first; at most `limit`. */
export async function newContactsOf(db: Db, limit: number) {
  const { newContact, deal, mailbox } = schema;
  return db
    .select({
      address: newContact.address,
      name: newContact.name,
      because: newContact.because,
      seenAt: newContact.seenAt,
      deal: deal.name,
      rep: mailbox.rep,
    })
    .from(newContact)
    .innerJoin(mailbox, eq(mailbox.id, newContact.mailboxId))
    .innerJoin(deal, and(eq(deal.crmId, newContact.crmId), eq(deal.id, newContact.dealId)))
    .where(and(eq(deal.status, 'open'), eq(deal.gone, false)))
    .orderBy(desc(newContact.seenAt), newContact.address, newContact.dealId)
    .limit(limit);
}

/** Open questions whose candidates have their names and say whether they are still open. */
export async function namedQuestions(db: Db, limit?: number, mailboxId?: string) {
  const questions = await openQuestions(db, limit, mailboxId);
  const ids = [...new Set(questions.flatMap(({ candidates }) => candidates.map(({ dealId }) => dealId)))];
  const named = new Map<string, { name: string; status: string }>();
  for (let at = 0; at < ids.length; at += 1_000)
    for (const { crmId, id, name, status, gone } of await db
      .select()
      .from(schema.deal)
      .where(inArray(schema.deal.id, ids.slice(at, at + 1_000))))
      named.set(`${crmId}/${id}`, { name, status: gone ? 'gone' : status });
  return questions.map((question) => ({
    ...question,
    candidates: question.candidates.map((each) => ({
      ...each,
      ...(named.get(`${each.crmId}/${each.dealId}`) ?? { name: each.dealId, status: 'gone' }),
    })),
  }));
}
