/** The record that nobody changes. */
import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core';

/** The record. Entries are written once, in sequence, and never changed. */
export const ledger = pgTable('ledger', {
  seq: bigint({ mode: 'number' }).primaryKey(),
  /** Text, so that the hashed form survives any driver. */
  at: text().notNull(),
  by: text().notNull(),
  kind: text().notNull(),
  key: text().notNull().unique(),
  /** Canonical JSON. */
  body: text().notNull(),
  prev: text().notNull(),
  hash: text().notNull(),
});

/** Personal text that ledger entries commit to by salted hash; may be destroyed without breaking the chain. */
export const ledgerText = pgTable(
  'ledger_text',
  {
    commitment: text().primaryKey(),
    seq: bigint({ mode: 'number' }).notNull(),
    salt: text().notNull(),
    text: text().notNull(),
  },
  (table) => [index('ledger_text_seq').on(table.seq)],
);
