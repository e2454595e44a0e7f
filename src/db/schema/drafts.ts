/** From a judgement to a decision: what was proposed, who wrote it, where it lay, what was seen of it. */

import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Reason } from '../../domain/assess.ts';
import type { VerdictRules } from '../../domain/explain.ts';
import type { Reply } from '../../domain/mail.ts';
import type { RuleName } from '../../domain/never.ts';
import type { SentenceChange } from '../../domain/sentence-changes.ts';
import type { Situation } from '../../domain/situation.ts';
import type { Flag, Evidence as Proof, Question, Seen, VerdictName } from '../../domain/verdict.ts';
import type { Authorship, Unanswered } from '../../domain/writing/authorship.ts';
import type { Evidence } from '../../domain/writing/compose.ts';
import type { Written } from '../../domain/writing/gate/written.ts';
import { mailbox } from './accounts.ts';
import { instant } from './instant.ts';

/** The last judgement of each deal: what the status page and `why` show. Rewritten by every assessment. */
export const assessment = pgTable(
  'assessment',
  {
    mailboxId: text('mailbox_id')
      .notNull()
      .references(() => mailbox.id, { onDelete: 'cascade' }),
    crmId: text('crm_id').notNull(),
    dealId: text('deal_id').notNull(),
    at: instant('at').notNull(),
    turn: text().notNull(),
    stalled: boolean().notNull(),
    /** Thousandths, for the ledger and the tables know whole numbers only. */
    score: integer().notNull(),
    reasons: jsonb().$type<Reason[]>().notNull(),
    picked: boolean().notNull(),
    notPicked: text('not_picked'),
    /** The first rule that forbids a draft. */
    rule: text().$type<RuleName>(),
    /** Civil date since which it could have been picked and was not. */
    readySince: text('ready_since'),
  },
  (table) => [primaryKey({ columns: [table.mailboxId, table.crmId, table.dealId] })],
);

/** What we suggest. `follow_up` carries the mail; its hash is what a decision is about. */
export const proposal = pgTable(
  'proposal',
  {
    id: text().primaryKey(),
    kind: text().$type<'follow_up'>().notNull(),
    mailboxId: text('mailbox_id')
      .notNull()
      .references(() => mailbox.id, { onDelete: 'cascade' }),
    crmId: text('crm_id').notNull(),
    dealId: text('deal_id').notNull(),
    threadId: text('thread_id').notNull(),
    /** Message-ID of the mail it follows up. */
    parent: text().notNull(),
    /** What it speaks to; null where that was not written down yet. */
    situation: text().$type<Situation>(),
    /** The day, in the rep's zone, whose limit it counts against. */
    day: text().notNull(),
    reply: jsonb().$type<Reply>().notNull(),
    replyHash: text('reply_hash').notNull(),
    evidence: jsonb().$type<Evidence[]>().notNull(),
    reasons: jsonb().$type<Reason[]>().notNull(),
    /** Who wrote the text; null: a template, before a model could. */
    written: jsonb().$type<Authorship>(),
    /** The deal's stage when it was made. */
    stage: text().notNull(),
    createdAt: instant('created_at').notNull(),
    /** Why it was dropped before it became a draft; null while it stands. */
    cancelled: text(),
  },
  (table) => [
    index('proposal_day').on(table.mailboxId, table.day),
    index('proposal_deal').on(table.crmId, table.dealId),
    uniqueIndex('proposal_parent').on(table.mailboxId, table.parent).where(sql`${table.cancelled} is null`),
  ],
);

/**
 * Questions to a language model. The row is there before the question leaves, with the most that it can cost; what it did cost and the answer come after. A
 * row that no answer came to keeps its most for ever, so that the caps hold whatever dies.
 */
export const writing = pgTable(
  'writing',
  {
    id: text().primaryKey(),
    mailboxId: text('mailbox_id')
      .notNull()
      .references(() => mailbox.id, { onDelete: 'cascade' }),
    /** The rep's civil date, on which it counts. */
    day: text().notNull(),
    /** SHA-256 of prompt, model and settings. */
    hash: text().notNull(),
    model: text().notNull(),
    /** "asked" until something is known of it, then "answered" or why there is no answer. */
    state: text().$type<'asked' | 'answered' | Unanswered>().notNull(),
    tokensIn: integer('tokens_in').notNull(),
    tokensOut: integer('tokens_out').notNull(),
    /** Millionths of the currency of the prices. */
    cost: bigint({ mode: 'number' }).notNull(),
    /** Holds words of the thread: erased after 30 days. */
    answer: jsonb().$type<Written>(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('writing_day').on(table.day, table.mailboxId),
    index('writing_hash').on(table.mailboxId, table.hash),
    index('writing_kept').on(table.createdAt).where(sql`${table.answer} is not null`),
  ],
);

/** One draft of ours. The row is the intent: it is there before the draft is. */
export const placement = pgTable(
  'placement',
  {
    id: text().primaryKey(),
    proposalId: text('proposal_id')
      .notNull()
      .unique()
      .references(() => proposal.id),
    mailboxId: text('mailbox_id')
      .notNull()
      .references(() => mailbox.id, { onDelete: 'cascade' }),
    /** Key given to the mailbox; the Message-ID follows from it. One rep's follow-up to one message has one key. */
    key: text().notNull().unique(),
    messageId: text('message_id'),
    /** The provider's name of the draft as it was placed. */
    ref: text(),
    intendedAt: instant('intended_at').notNull(),
    /** Cursor of the mailbox's changes from just before; null where nothing of an attempt can be in the mailbox. */
    mark: text(),
    placedAt: instant('placed_at'),
    /** Set before we take it back, with the reason. */
    withdrawAt: instant('withdraw_at'),
    withdrawReason: text('withdraw_reason'),
    withdrawnAt: instant('withdrawn_at'),
    /** The last judgement, kept for queries; `scan` and `observation` are what it follows from. */
    verdict: text().$type<VerdictName>().notNull().default('pending'),
    flags: jsonb().$type<Flag[]>().notNull().default([]),
    final: boolean().notNull().default(false),
    why: text().notNull().default(''),
    question: jsonb().$type<Question>(),
    recheckAt: instant('recheck_at'),
    /** SHA-256 of what the last stored look showed, and the latest look that showed just the same. */
    lookHash: text('look_hash'),
    unchangedAt: instant('unchanged_at'),
  },
  (table) => [
    index('placement_open').on(table.mailboxId, table.final),
    index('placement_message').on(table.mailboxId, table.messageId),
  ],
);

/** Each text in which the draft was seen. */
export const revision = pgTable(
  'revision',
  {
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id, { onDelete: 'cascade' }),
    n: integer().notNull(),
    /** The provider's name of it. */
    ref: text().notNull().default(''),
    messageId: text('message_id').notNull(),
    text: text().notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.placementId, table.n] }), index('revision_message').on(table.messageId)],
);

/** One look for one draft. */
export const scan = pgTable(
  'scan',
  {
    id: text().primaryKey(),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id, { onDelete: 'cascade' }),
    n: integer().notNull(),
    /** What it covers: from here to `at`. */
    from: instant('from').notNull(),
    at: instant('at').notNull(),
    complete: boolean().notNull(),
    gap: text(),
  },
  (table) => [unique('scan_order').on(table.placementId, table.n)],
);

/** What a look saw. */
export const observation = pgTable(
  'observation',
  {
    scanId: text('scan_id')
      .notNull()
      .references(() => scan.id, { onDelete: 'cascade' }),
    n: integer().notNull(),
    seen: jsonb().$type<Omit<Seen, 'date'> & { date: string }>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scanId, table.n] })],
);

/** What a final verdict decided, once for each; a later one may overturn it. */
export const decision = pgTable(
  'decision',
  {
    /** Also the key under which the CRM logs it. */
    id: text().primaryKey(),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id),
    n: integer().notNull(),
    /** approved, approved_edited, rejected; empty when nobody decided. */
    decision: text().$type<'approved' | 'approved_edited' | 'rejected' | ''>().notNull(),
    verdict: text().notNull(),
    flags: jsonb().$type<Flag[]>().notNull(),
    why: text().notNull(),
    evidence: jsonb().$type<Proof[]>().notNull(),
    /** What to ask the rep, and what would settle it; only where it is not known. */
    question: jsonb().$type<Question>(),
    /** Holds and policy that the verdict was reached under, so that anyone can reach it again. */
    rules: jsonb().$type<VerdictRules>().notNull(),
    sentText: text('sent_text'),
    /** What was proposed against what was sent, sentence by sentence; empty when nothing was sent. */
    changes: jsonb().$type<SentenceChange[]>().notNull(),
    sentHash: text('sent_hash').notNull(),
    at: instant('at').notNull(),
    overturns: text(),
    ledgerSeq: bigint('ledger_seq', { mode: 'number' }).notNull(),
    loggedAt: instant('logged_at'),
    /** Why logging failed the last time; null when it did not. */
    logProblem: text('log_problem'),
    logNextTryAt: instant('log_next_try_at'),
  },
  (table) => [unique('decision_order').on(table.placementId, table.n), index('decision_at').on(table.at)],
);
