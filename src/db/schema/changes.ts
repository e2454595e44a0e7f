/** What a person decides beside mail: changes of the CRM, pauses, and wishes for rest that are over. */

import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PauseKind, PauseScope } from '../../domain/pause.ts';
import type { ChangeKind, ChangeState, Ground, Values } from '../../domain/proposals/change.ts';
import { mailbox } from './accounts.ts';
import { instant } from './instant.ts';

/**
 * A change of the CRM that we suggest, and what became of it. What it says is never changed once it is shown: another `before` or `after` is another
 * row, with a hash of its own.
 */
export const change = pgTable(
  'change',
  {
    /** Also the key under which the CRM is written to. */
    id: text().primaryKey(),
    kind: text().$type<ChangeKind>().notNull(),
    mailboxId: text('mailbox_id')
      .notNull()
      .references(() => mailbox.id, { onDelete: 'cascade' }),
    crmId: text('crm_id').notNull(),
    dealId: text('deal_id').notNull(),
    /** The CRM's id of the contact that it changes; null where it changes none. */
    contactId: text('contact_id'),
    /** What the CRM had when it was proposed, and so what `undo` brings back. */
    before: jsonb().$type<Values>().notNull(),
    after: jsonb().$type<Values>().notNull(),
    ground: jsonb().$type<Ground>().notNull(),
    /** One sentence for the rep. */
    text: text().notNull(),
    /** Of all that is shown. */
    hash: text().notNull(),
    state: text().$type<ChangeState>().notNull().default('open'),
    createdAt: instant('created_at').notNull(),
    /** Last civil date on which it may be decided. */
    expiresOn: text('expires_on').notNull(),
    /** Civil date on which it is shown again. */
    snoozedUntil: text('snoozed_until'),
    /** The decision that it was approved by: consumed in the transaction that wrote this. */
    decisionId: text('decision_id'),
    decidedBy: text('decided_by'),
    /** Set before the CRM is written to. */
    sentAt: instant('sent_at'),
    /** How often the CRM was written to without showing it. */
    tries: integer().notNull().default(0),
    nextTryAt: instant('next_try_at'),
    endedAt: instant('ended_at'),
    /** Whether it was us who made it: only that can be undone. */
    made: boolean().notNull().default(false),
    /** What became of it, one sentence. */
    outcome: text(),
    /** The change that this one brings back; at most once. */
    undoes: text().unique(),
    /** The change in whose place this one came. */
    replaces: text(),
  },
  (table) => [
    index('change_mailbox').on(table.mailboxId, table.state),
    index('change_due').on(table.createdAt).where(sql`${table.state} = 'approved'`),
    index('change_deal').on(table.crmId, table.dealId),
  ],
);

/** Every word of a person on a change. Append-only. */
export const changeDecision = pgTable(
  'change_decision',
  {
    /** SHA-256 of what was said by whom on which evidence: the same word twice is one. */
    id: text().primaryKey(),
    changeId: text('change_id')
      .notNull()
      .references(() => change.id, { onDelete: 'cascade' }),
    hash: text().notNull(),
    do: text().$type<'approve' | 'reject' | 'snooze' | 'undo'>().notNull(),
    by: text().notNull(),
    how: text().$type<'reply' | 'page' | 'command'>().notNull(),
    evidence: jsonb().$type<Record<string, string>>().notNull(),
    /** Civil date. */
    until: text(),
    reason: text(),
    at: instant('at').notNull(),
    ledgerSeq: bigint('ledger_seq', { mode: 'number' }).notNull(),
  },
  (table) => [index('change_decision_change').on(table.changeId)],
);

/**
 * That nothing is to be done, by a person's word: a pause stops drafts and changes of the CRM, a hold only mail. It ends on its day, where it has one,
 * or by a person's word.
 */
export const pause = pgTable(
  'pause',
  {
    id: text().primaryKey(),
    kind: text().$type<PauseKind>().notNull(),
    scope: text().$type<PauseScope>().notNull(),
    /** Whose mail it stops; null: every rep's. */
    mailboxId: text('mailbox_id').references(() => mailbox.id, { onDelete: 'cascade' }),
    /** Of the scope "deal". */
    crmId: text('crm_id'),
    dealId: text('deal_id'),
    /** Of the scope "person". */
    address: text(),
    /** Civil date of the first day on which it no longer holds; null: until a person ends it. */
    until: text(),
    by: text().notNull(),
    reason: text(),
    since: instant('since').notNull(),
    liftedAt: instant('lifted_at'),
    liftedBy: text('lifted_by'),
  },
  (table) => [index('pause_in_force').on(table.since).where(sql`${table.liftedAt} is null`)],
);

/** A wish for rest that the rep says is over: by the mail and the words it stood in. */
export const liftedHold = pgTable(
  'lifted_hold',
  {
    mailboxId: text('mailbox_id')
      .notNull()
      .references(() => mailbox.id, { onDelete: 'cascade' }),
    messageId: text('message_id').notNull(),
    quote: text().notNull(),
    by: text().notNull(),
    at: instant('at').notNull(),
    reason: text(),
  },
  (table) => [primaryKey({ columns: [table.mailboxId, table.messageId, table.quote] })],
);
