/** The daily summary and the answers to it. */

import { sql } from 'drizzle-orm';
import { bigint, boolean, index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { Item } from '../../domain/digest/item.ts';
import type { Outcome } from '../../domain/digest/outcome.ts';
import { mailbox } from './accounts.ts';
import { instant } from './instant.ts';

/**
 * The summary of a day for a rep. Written before it is delivered, with the key that its Message-ID follows from, so that it is delivered once; what was
 * shown in it stays as it is.
 */
export const digest = pgTable(
  'digest',
  {
    id: text().primaryKey(),
    mailboxId: text('mailbox_id')
      .notNull()
      .references(() => mailbox.id, { onDelete: 'cascade' }),
    /** Civil date in the rep's zone. */
    day: text().notNull(),
    /** nothing: there was nothing to say that day · made: to be delivered · delivered · missed: its day was over first. */
    state: text().$type<'nothing' | 'made' | 'delivered' | 'missed'>().notNull(),
    /** 128 random bits: who has not got the mail cannot name it. */
    key: text().notNull().unique(),
    /** As the mailbox says; null until it is delivered. */
    messageId: text('message_id'),
    threadRef: text('thread_ref'),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    /** What was asked, under which numbers, and what stands behind each. */
    items: jsonb().$type<Item[]>().notNull(),
    /** The ledger's witness: the entry that says that this was made. */
    ledgerSeq: bigint('ledger_seq', { mode: 'number' }).notNull(),
    ledgerHead: text('ledger_head').notNull(),
    createdAt: instant('created_at').notNull(),
    deliveredAt: instant('delivered_at'),
  },
  (table) => [
    unique('digest_day').on(table.mailboxId, table.day),
    index('digest_kept').on(table.createdAt).where(sql`${table.text} <> ''`),
    index('digest_message').on(table.mailboxId, table.messageId),
  ],
);

/** A mail of the rep that answers a digest: noted when it is seen, read once, and answered by one receipt. */
export const answer = pgTable(
  'answer',
  {
    id: text().primaryKey(),
    mailboxId: text('mailbox_id')
      .notNull()
      .references(() => mailbox.id, { onDelete: 'cascade' }),
    /** Its own Message-ID: the same mail is read once. */
    messageId: text('message_id').notNull(),
    digestId: text('digest_id')
      .notNull()
      .references(() => digest.id, { onDelete: 'cascade' }),
    threadRef: text('thread_ref').notNull(),
    seenAt: instant('seen_at').notNull(),
    /** seen: to be read · ignored: none of the rep's words, or a copy · read: decided, its receipt to be written · done. */
    state: text().$type<'seen' | 'ignored' | 'read' | 'done'>().notNull().default('seen'),
    /** Why it decides nothing; for an admin. */
    ignored: text(),
    /** When the rep wrote it, by its Date. */
    at: instant('at'),
    /** SHA-256 of the rep's words. */
    wordsHash: text('words_hash'),
    askBack: boolean('ask_back').notNull().default(false),
    /** What was understood, and what came of each. */
    outcomes: jsonb().$type<Outcome[]>().notNull().default([]),
    readAt: instant('read_at'),
    /** As of a digest. */
    receiptKey: text('receipt_key').unique(),
    receiptId: text('receipt_id'),
    receiptedAt: instant('receipted_at'),
  },
  (table) => [
    unique('answer_message').on(table.mailboxId, table.messageId),
    index('answer_state').on(table.state),
    index('answer_receipt').on(table.mailboxId, table.receiptId),
  ],
);
