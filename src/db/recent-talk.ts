/** The latest mails of bound threads, with their whole text: what a person wrote of themselves stands below what they said. */
import { and, eq, gte, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Message } from '../domain/mail.ts';
import type { Stranger } from '../domain/proposals/others.ts';
import { type Reading, readMessage } from '../domain/reading.ts';
import { type Rep, writtenByRep } from '../domain/talk.ts';
import * as schema from './schema.ts';
import type { Db } from './store.ts';
import { messageOf } from './threads.ts';

export interface RecentMail {
  crmId: string;
  dealId: string;
  message: Message;
  reading: Reading;
  /** The rep's own; not a colleague's. */
  byRep: boolean;
}

/** Mails of a mailbox's deals that were sent at `since` or later, oldest first. */
export async function recentTalk(db: Db, mailboxId: string, rep: Rep, since: Date): Promise<RecentMail[]> {
  const { message, thread } = schema;
  const rows = await db
    .select({ message, crmId: thread.crmId, dealId: thread.dealId })
    .from(message)
    .innerJoin(thread, eq(thread.id, message.threadId))
    .where(and(eq(message.mailboxId, mailboxId), gte(message.sentAt, since), isNotNull(thread.dealId)))
    .orderBy(message.sentAt, message.id);
  return rows.map((row) => {
    const mail = messageOf(row.message);
    const byRep = writtenByRep(mail, rep);
    const reading = row.message.reading ?? readMessage(mail, rep.zone, byRep);
    return { crmId: row.crmId ?? '', dealId: row.dealId ?? '', message: mail, reading, byRep };
  });
}

/** Who is new in mails of a mailbox's open deals that were sent at `since` or later. */
export async function recentStrangers(
  db: Db,
  mailboxId: string,
  since: Date,
): Promise<(Stranger & { crmId: string; dealId: string })[]> {
  const { newContact, message } = schema;
  return db
    .select({
      crmId: newContact.crmId,
      dealId: newContact.dealId,
      address: newContact.address,
      name: newContact.name,
      because: newContact.because,
      messageId: newContact.messageId,
    })
    .from(newContact)
    .innerJoin(message, and(eq(message.mailboxId, newContact.mailboxId), eq(message.id, newContact.messageId)))
    .where(and(eq(newContact.mailboxId, mailboxId), gte(message.sentAt, since)))
    .orderBy(newContact.dealId, newContact.address);
}

/** Mailboxes whose deals were judged since changes were last looked for. */
export async function mailboxesToPropose(db: Db): Promise<string[]> {
  const { mailbox } = schema;
  const rows = await db
    .select({ id: mailbox.id })
    .from(mailbox)
    .where(
      and(
        isNull(mailbox.disconnectedAt),
        isNotNull(mailbox.assessedAt),
        or(isNull(mailbox.proposedAt), lt(mailbox.proposedAt, mailbox.assessedAt)),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Stages of each CRM, as last read. */
export async function stagesByCrm(db: Db, crmIds: readonly string[]) {
  const rows = await db
    .select()
    .from(schema.crm)
    .where(inArray(schema.crm.id, [...crmIds]));
  return new Map(rows.map((row) => [row.id, row]));
}
