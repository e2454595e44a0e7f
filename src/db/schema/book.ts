/** The CRM as it was read last: deals, contacts, and whom it does not know. */
import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { crm, mailbox } from './accounts.ts';
import { instant } from './instant.ts';

export const deal = pgTable(
  'deal',
  {
    crmId: text('crm_id')
      .notNull()
      .references(() => crm.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    name: text().notNull(),
    owner: text(),
    stage: text().notNull(),
    status: text().$type<'open' | 'won' | 'lost'>().notNull(),
    amount: text(),
    currency: text(),
    closeDate: text('close_date'),
    contactIds: jsonb('contact_ids').$type<string[]>().notNull(),
    gone: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.crmId, table.id] }), index('deal_owner').on(table.owner, table.status)],
);

export const contact = pgTable(
  'contact',
  {
    crmId: text('crm_id')
      .notNull()
      .references(() => crm.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    name: text().notNull(),
    emails: jsonb().$type<string[]>().notNull(),
    title: text(),
    phone: text(),
    optOut: text('opt_out').$type<'yes' | 'no' | 'unknown'>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.crmId, table.id] }),
    // Few have opted out, and each assessment asks who has: addresses are compared in all their spellings, which no index knows.
    index('contact_opted_out').on(table.crmId).where(sql`${table.optOut} = 'yes'`),
  ],
);

/** Somebody at a contact's company whom the CRM does not know: to be asked about. Goes when they are a contact. */
export const newContact = pgTable(
  'new_contact',
  {
    mailboxId: text('mailbox_id')
      .notNull()
      .references(() => mailbox.id, { onDelete: 'cascade' }),
    crmId: text('crm_id').notNull(),
    dealId: text('deal_id').notNull(),
    address: text().notNull(),
    name: text().notNull(),
    because: text().notNull(),
    /** The message in which they were seen first. */
    messageId: text('message_id').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.mailboxId, table.crmId, table.dealId, table.address] })],
);
