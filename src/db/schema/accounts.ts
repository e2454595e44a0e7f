/** Who is connected: mailboxes with what was learned of their reps, CRMs, and the ways in. */

import { boolean, integer, json, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Stage } from '../../domain/deal.ts';
import type { Profile } from '../../domain/writing/profile.ts';
import { instant } from './instant.ts';

/** A rep's connected mailbox. The rep is the accountable one. */
export const mailbox = pgTable('mailbox', {
  id: text().primaryKey(),
  kind: text().notNull(),
  /** Lower-cased address of the rep. */
  rep: text().notNull().unique(),
  repName: text('rep_name').notNull(),
  /** Other addresses of the rep. */
  aliases: jsonb().$type<string[]>().notNull().default([]),
  timeZone: text('time_zone').notNull(),
  settings: jsonb().$type<Record<string, unknown>>().notNull(),
  /** Sealed; see lib/seal.ts. Empty once it is disconnected. */
  secret: text().notNull(),
  /** Another one each time it is connected: whoever holds it open under an older one opens it anew. A refreshed secret keeps it. */
  connection: text().notNull().default(''),
  /** The address of the account as the provider says, where it says so. */
  account: text(),
  /** Since when nobody reads it; its record stays. */
  disconnectedAt: instant('disconnected_at'),
  /** The word by which the provider's notices about it are known: sealed, for asking again, and as SHA-256, for looking up. */
  pushSecret: text('push_secret'),
  pushHash: text('push_hash').unique(),
  /** Notices come until then; null: none are arranged. */
  pushUntil: instant('push_until'),
  /** When the arrangement is made anew; null: at once. */
  pushRenewAt: instant('push_renew_at'),
  /** Why it could not be made the last time. Polling goes on without it. */
  pushProblem: text('push_problem'),
  cursor: text(),
  /** What it puts below every draft by itself; empty for nothing. */
  signature: text().notNull().default(''),
  keepsSentCopies: boolean('keeps_sent_copies').notNull().default(false),
  createdAt: instant('created_at').notNull(),
  syncedAt: instant('synced_at'),
  /** When its deals were judged last; null: something came since, they are due. */
  assessedAt: instant('assessed_at'),
  /** When changes of the CRM were looked for last. */
  proposedAt: instant('proposed_at'),
  /** One sentence for the admin, and since when; null when all is well. */
  problem: text(),
  problemSince: instant('problem_since'),
  failures: integer().notNull().default(0),
  nextTryAt: instant('next_try_at'),
  /** What the rep marked as public: any prospect may read it in a follow-up. */
  publicNote: text('public_note').notNull().default(''),
});

/** How a rep writes, as far as it was learned: habits, and never text of a mail. */
export const manner = pgTable('manner', {
  mailboxId: text('mailbox_id')
    .primaryKey()
    .references(() => mailbox.id, { onDelete: 'cascade' }),
  /** Null: nothing is known. Text, not `jsonb`: nothing looks into it here. */
  profile: json().$type<Profile>(),
  /** When it was learned last; null: to be learned anew. */
  learnedAt: instant('learned_at'),
  /** What was sent and decided before is never learned from: the rep had it erased. */
  since: instant('since'),
  /** Rejections before count no more towards a rest of their kind. */
  rejectionsSince: instant('rejections_since'),
  /** The rep wants nothing learned, and nothing used. */
  off: boolean().notNull().default(false),
});

/** What a mailbox has asked of its provider, by day (UTC): requests, and what they cost in the provider's own units. */
export const usage = pgTable(
  'usage',
  {
    mailboxId: text('mailbox_id')
      .notNull()
      .references(() => mailbox.id, { onDelete: 'cascade' }),
    /** YYYY-MM-DD. */
    day: text().notNull(),
    requests: integer().notNull(),
    units: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.mailboxId, table.day] })],
);

/** Contact addresses whose past mail has been read, so that a new contact costs one search and an old one none. */
export const searchedAddress = pgTable(
  'searched_address',
  {
    mailboxId: text('mailbox_id')
      .notNull()
      .references(() => mailbox.id, { onDelete: 'cascade' }),
    address: text().notNull(),
    searchedAt: instant('searched_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.mailboxId, table.address] })],
);

export const crm = pgTable('crm', {
  id: text().primaryKey(),
  kind: text().notNull().unique(),
  settings: jsonb().$type<Record<string, unknown>>().notNull(),
  secret: text(),
  cursor: text(),
  createdAt: instant('created_at').notNull(),
  syncedAt: instant('synced_at'),
  problem: text(),
  problemSince: instant('problem_since'),
  failures: integer().notNull().default(0),
  nextTryAt: instant('next_try_at'),
  /** Its stages, as last read. */
  stages: jsonb().$type<Stage[]>().notNull().default([]),
  /** Rows of the last read that could not be used, each a sentence. */
  rowProblems: jsonb('row_problems').$type<string[]>().notNull().default([]),
});

/** Browser sessions of admins and the one-time links that start them; only hashes of the tokens. */
export const adminToken = pgTable('admin_token', {
  hash: text().primaryKey(),
  kind: text().$type<'setup' | 'session'>().notNull(),
  expiresAt: instant('expires_at').notNull(),
});

/** A sign-in at a provider that was begun and is not confirmed yet. Short-lived: what nobody confirms is deleted. */
export const connectAttempt = pgTable('connect_attempt', {
  /** SHA-256 of the `state` sent along. */
  id: text().primaryKey(),
  /** SHA-256 of the cookie of the browser that began it, and of that of its session. */
  browser: text().notNull(),
  session: text().notNull(),
  kind: text().notNull(),
  wanted: jsonb().$type<Wanted>().notNull(),
  /** asked → answering (by one caller only) → answered; confirmed or refused ones are gone. */
  stage: text().$type<'asked' | 'answering' | 'answered'>().notNull(),
  /** Sealed: first the PKCE verifier, then the tokens. */
  sealed: text().notNull(),
  found: jsonb().$type<Found>(),
  expiresAt: instant('expires_at').notNull(),
});

/** The mailbox that an admin named. */
export interface Wanted {
  /** Lower case. */
  rep: string;
  name: string;
  aliases: string[];
  timeZone: string;
}

/** The mailbox that answered, and what was granted. */
export interface Found {
  address: string;
  aliases: string[];
  scopes: string[];
}
