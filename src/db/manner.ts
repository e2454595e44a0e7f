/** Questions about how a rep writes: what it is learned from, and what was learned. */
import { and, asc, desc, eq, gte, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { civilDate } from '../domain/calendar.ts';
import type { Address } from '../domain/mail.ts';
import type { Outcome } from '../domain/rejections.ts';
import { languageOf } from '../domain/text.ts';
import { languages } from '../domain/writing/compose.ts';
import type { OwnMail } from '../domain/writing/profile.ts';
import type { DraftSent } from '../domain/writing/swaps.ts';
import type { MailboxRow } from './mailboxes.ts';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

export type MannerRow = typeof schema.manner.$inferSelect;

export async function findManner(db: Db, mailboxId: string): Promise<MannerRow | null> {
  const [row] = await db.select().from(schema.manner).where(eq(schema.manner.mailboxId, mailboxId));
  return row ?? null;
}

/** Writes these members down; what is not named stays. */
export async function saveManner(
  tx: Db,
  mailboxId: string,
  change: Partial<Omit<MannerRow, 'mailboxId'>>,
): Promise<void> {
  await tx
    .insert(schema.manner)
    .values({ mailboxId, ...change })
    .onConflictDoUpdate({ target: schema.manner.mailboxId, set: change });
}

/** A decision teaches something: what was learned is learned anew when it is asked for. */
export async function forgetLearned(tx: Db, mailboxId: string): Promise<void> {
  await tx.update(schema.manner).set({ learnedAt: null }).where(eq(schema.manner.mailboxId, mailboxId));
}

/** While a transaction has it nobody else changes what is known of the rep's manner. Answers whether the mailbox is connected. */
export async function lockManner(tx: Db, mailboxId: string): Promise<boolean> {
  const { mailbox } = schema;
  const [row] = await tx
    .select({ disconnectedAt: mailbox.disconnectedAt })
    .from(mailbox)
    .where(eq(mailbox.id, mailboxId))
    .for('update');
  return row !== undefined && row.disconnectedAt === null;
}

/** What was learned is gone; from when on it may be learned again, and whether at all, stays. */
export async function eraseManner(tx: Db, mailboxId: string): Promise<void> {
  await tx.update(schema.manner).set({ profile: null, learnedAt: null }).where(eq(schema.manner.mailboxId, mailboxId));
}

/** The latest of a rep's mails in threads of deals are enough; so are the latest drafts. */
const most = { mails: 400, drafts: 200 } as const;

/** The rep's own mails to people in threads of deals since an instant, the latest ones, oldest first; of each only what was read in it. */
export async function ownMails(db: Db, row: MailboxRow, since: Date): Promise<OwnMail[]> {
  const { message, thread } = schema;
  const addresses = [row.rep, ...row.aliases];
  const found = await db
    .select({ id: message.id })
    .from(message)
    .innerJoin(thread, eq(thread.id, message.threadId))
    .where(
      and(
        eq(message.mailboxId, row.id),
        isNotNull(thread.dealId),
        gte(message.sentAt, since),
        or(eq(message.place, 'sent'), inArray(sql`${message.from}->>'address'`, addresses)),
        isNotNull(message.reading),
      ),
    )
    .orderBy(desc(message.sentAt), desc(message.id))
    .limit(most.mails);
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const rows = await db
    .select({
      thread: message.threadId,
      to: message.to,
      cc: message.cc,
      kind: sql<string>`${message.reading}->>'kind'`,
      text: sql<string>`${message.reading}->>'text'`,
      language: sql<string | null>`${message.reading}->>'language'`,
    })
    .from(message)
    .where(and(eq(message.mailboxId, row.id), inArray(message.id, ids)))
    .orderBy(asc(message.sentAt), asc(message.id));
  return rows
    .filter(({ kind }) => kind === 'human')
    .map(({ thread: of, to, cc, text, language }) => ({ thread: of, to: [...to, ...cc], text, language }));
}

/** The last decision of each draft of a rep since an instant, in order. */
async function decided(db: Db, mailboxId: string, since: Date, limit: number) {
  const { decision, placement, proposal } = schema;
  const rows = await db
    .select({
      id: decision.id,
      placement: decision.placementId,
      decision: decision.decision,
      at: decision.at,
      situation: proposal.situation,
    })
    .from(decision)
    .innerJoin(placement, eq(placement.id, decision.placementId))
    .innerJoin(proposal, eq(proposal.id, placement.proposalId))
    .where(and(eq(placement.mailboxId, mailboxId), gte(decision.at, since)))
    .orderBy(desc(decision.ledgerSeq))
    .limit(limit);
  // A later decision about one draft overturns the one before.
  const last = new Map<string, (typeof rows)[number]>();
  for (const each of rows) if (!last.has(each.placement)) last.set(each.placement, each);
  return [...last.values()].reverse();
}

/** Drafts of ours that the rep sent since an instant, sentence by sentence, with their text and whom they went to. */
export async function draftsSent(
  db: Db,
  mailboxId: string,
  since: Date,
): Promise<(DraftSent & { people: Address[]; text: string })[]> {
  const { decision, placement, proposal } = schema;
  const sent = (await decided(db, mailboxId, since, most.drafts)).filter((each) =>
    each.decision.startsWith('approved'),
  );
  if (sent.length === 0) return [];
  const rows = await db
    .select({ thread: proposal.threadId, reply: proposal.reply, changes: decision.changes })
    .from(decision)
    .innerJoin(placement, eq(placement.id, decision.placementId))
    .innerJoin(proposal, eq(proposal.id, placement.proposalId))
    .where(
      inArray(
        decision.id,
        sent.map(({ id }) => id),
      ),
    )
    .orderBy(asc(decision.ledgerSeq));
  return rows.flatMap(({ thread, changes, reply }) => {
    const language = languages.find((each) => each === languageOf(reply.text));
    return language ? [{ thread, language, changes, people: [...reply.to, ...reply.cc], text: reply.text }] : [];
  });
}

/** What became of the drafts of a rep, by kind, since rejections count; in order of decision. */
export async function outcomesOf(db: Db, row: MailboxRow): Promise<Outcome[]> {
  const manner = await findManner(db, row.id);
  const since = Math.max(manner?.since?.getTime() ?? 0, manner?.rejectionsSince?.getTime() ?? 0);
  const rows = await decided(db, row.id, new Date(since), most.drafts);
  const became = { approved: 'sent', approved_edited: 'edited', rejected: 'rejected' } as const;
  return rows.flatMap(({ decision, situation, at }) =>
    decision === '' || situation === null
      ? []
      : [{ situation, became: became[decision], on: civilDate(at, row.timeZone) }],
  );
}

/** The names of deals and contacts of a rep's threads, of which no word is a habit. */
export async function namesAround(db: Db, mailboxId: string): Promise<string[]> {
  const { deal, thread, contact } = schema;
  const deals = await db
    .selectDistinct({ crmId: deal.crmId, name: deal.name, contactIds: deal.contactIds })
    .from(deal)
    .innerJoin(thread, and(eq(thread.crmId, deal.crmId), eq(thread.dealId, deal.id)))
    .where(eq(thread.mailboxId, mailboxId));
  const ids = [...new Set(deals.flatMap(({ contactIds }) => contactIds))];
  const names = deals.map(({ name }) => name);
  for (let at = 0; at < ids.length; at += 1_000) {
    const rows = await db
      .select({ name: contact.name, emails: contact.emails })
      .from(contact)
      .where(inArray(contact.id, ids.slice(at, at + 1_000)));
    names.push(...rows.flatMap(({ name, emails }) => [name, ...emails]));
  }
  return names;
}
