/** Mail with contacts of open deals, and of other mail what it forbids. */

import { sql } from 'drizzle-orm';
import { boolean, index, integer, json, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { Finding, FindingKind } from '../../domain/findings.ts';
import type { Address, Signals } from '../../domain/mail.ts';
import type { Reading } from '../../domain/reading.ts';
import type { Rest } from '../../domain/rests.ts';
import { mailbox } from './accounts.ts';
import { instant } from './instant.ts';

/** A conversation that belongs to a deal, or that waits for a person to say to which. */
export const thread = pgTable(
  'thread',
  {
    id: text().primaryKey(),
    mailboxId: text('mailbox_id')
      .notNull()
      .references(() => mailbox.id, { onDelete: 'cascade' }),
    /** The provider's own name of it. */
    ref: text().notNull(),
    crmId: text('crm_id'),
    dealId: text('deal_id'),
    /** Why it was bound, for a person. */
    boundBecause: text('bound_because'),
    boundAt: instant('bound_at'),
    /** Who said to which deal it belongs, or to none for good; null: nobody. */
    answeredBy: text('answered_by'),
    /** Deals it may belong to while that is a question, strongest first; empty otherwise. */
    candidates: jsonb().$type<StoredCandidate[]>().notNull().default([]),
    /** Of a question: since when, its last mail, which contacts take part, and SHA-256 of what the CRM said about them then. */
    askedAt: instant('asked_at'),
    lastAt: instant('last_at'),
    people: jsonb().$type<string[]>().notNull().default([]),
    bookHash: text('book_hash'),
    /** To be read again, because a person has said where it belongs. */
    due: boolean().notNull().default(false),
  },
  (table) => [unique('thread_ref').on(table.mailboxId, table.ref), index('thread_deal').on(table.crmId, table.dealId)],
);

/** A message of a bound thread. */
export const message = pgTable(
  'message',
  {
    mailboxId: text('mailbox_id').notNull(),
    /** Message-ID. */
    id: text().notNull(),
    threadId: text('thread_id')
      .notNull()
      .references(() => thread.id, { onDelete: 'cascade' }),
    inReplyTo: text('in_reply_to'),
    references: jsonb().$type<string[]>().notNull(),
    from: jsonb().$type<Address | null>(),
    to: jsonb().$type<Address[]>().notNull(),
    cc: jsonb().$type<Address[]>().notNull(),
    bcc: jsonb().$type<Address[]>().notNull(),
    subject: text().notNull(),
    sentAt: instant('sent_at').notNull(),
    signals: jsonb().$type<Signals>().notNull(),
    text: text().notNull(),
    /** Its iCalendar part. */
    calendar: text(),
    /** Minutes that the sender's clock was ahead of UTC. */
    utcOffset: integer('utc_offset'),
    attachments: jsonb().$type<string[]>().notNull(),
    place: text().$type<'inbox' | 'sent' | 'drafts' | 'trash' | 'filed'>().notNull(),
    read: boolean().notNull(),
    /**
     * What was read in it, and by which reader, as whose word, in which zone; null: nobody has read it yet. Text, not `jsonb`: nothing looks into it
     * here, and to write thousands of them out again is most of what choosing would cost the database.
     */
    reading: json().$type<Reading>(),
    readAs: text('read_as'),
  },
  (table) => [
    primaryKey({ columns: [table.mailboxId, table.id] }),
    index('message_thread').on(table.threadId, table.sentAt),
    // Mail to the rep is opened sooner or later: few are in it, and every look at a mailbox in which flags moved asks.
    index('message_unopened')
      .on(table.mailboxId, table.threadId)
      .where(sql`${table.read} = false and ${table.place} <> 'sent'`),
    // Next to none is in it: what our own reader failed on.
    index('message_defect').on(table.mailboxId).where(sql`${table.reading}->>'defect' is not null`),
  ],
);

/**
 * What mail with a contact of an open deal says for that deal, where the mail itself belongs to no open deal: no text, but the words of a wish for
 * rest. Written anew whenever its thread is read.
 */
export const finding = pgTable(
  'finding',
  {
    mailboxId: text('mailbox_id')
      .notNull()
      .references(() => mailbox.id, { onDelete: 'cascade' }),
    /** The provider's own name of the thread. */
    threadRef: text('thread_ref').notNull(),
    messageId: text('message_id').notNull(),
    kind: text().$type<FindingKind>().notNull(),
    /** Whom it concerns. */
    address: text().notNull(),
    date: instant('date').notNull(),
    /** Civil date. */
    until: text(),
    scope: text().$type<Finding['scope']>().notNull(),
    quote: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.mailboxId, table.messageId, table.kind, table.address] }),
    index('finding_thread').on(table.mailboxId, table.threadRef),
    index('finding_defect').on(table.mailboxId).where(sql`${table.kind} = 'unreadable' and ${table.quote} <> ''`),
  ],
);

/**
 * Who has asked for rest in any thread that was read, or has lifted one: it counts for every rep, and nothing else crosses between mailboxes. No words.
 * Kept when the mailbox is no longer read.
 */
export const rest = pgTable(
  'rest',
  {
    mailboxId: text('mailbox_id')
      .notNull()
      .references(() => mailbox.id, { onDelete: 'cascade' }),
    messageId: text('message_id').notNull(),
    kind: text().$type<Rest['kind']>().notNull(),
    address: text().notNull(),
    /** Equal for all spellings of the address. */
    addressKey: text('address_key').notNull(),
    /** Domain of the company that it was asked for. */
    company: text(),
    date: instant('date').notNull(),
    /** Civil date. */
    until: text(),
  },
  (table) => [
    primaryKey({ columns: [table.mailboxId, table.messageId, table.kind, table.address] }),
    index('rest_address').on(table.addressKey),
    index('rest_company').on(table.company).where(sql`${table.company} is not null`),
  ],
);

/** A deal that a thread may belong to, and why. */
export interface StoredCandidate {
  crmId: string;
  dealId: string;
  because: string[];
}
