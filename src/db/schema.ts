/**
 * The tables behind the words of the product. Times are UTC instants; civil dates and amounts are text. Text of mail is kept
 * only for threads that belong to a deal, and of others the words of a wish for rest. `ledger`, `scan`, `observation`, `revision` and `decision` are append-only; triggers
 * hold that for the ledger.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Reason } from '../domain/assess.ts';
import type { Stage } from '../domain/deal.ts';
import type { Item } from '../domain/digest/item.ts';
import type { Outcome } from '../domain/digest/outcome.ts';
import type { VerdictRules } from '../domain/explain.ts';
import type { Finding, FindingKind } from '../domain/findings.ts';
import type { Address, Reply, Signals } from '../domain/mail.ts';
import type { PauseKind, PauseScope } from '../domain/pause.ts';
import type { ChangeKind, ChangeState, Ground, Values } from '../domain/proposals/change.ts';
import type { Reading } from '../domain/reading.ts';
import type { Rest } from '../domain/rests.ts';
import type { SentenceChange } from '../domain/sentence-changes.ts';
import type { Situation } from '../domain/situation.ts';
import type { Flag, Evidence as Proof, Question, Seen, VerdictName } from '../domain/verdict.ts';
import type { Authorship, Unanswered } from '../domain/writing/authorship.ts';
import type { Evidence } from '../domain/writing/compose.ts';
import type { Written } from '../domain/writing/gate/written.ts';
import type { Profile } from '../domain/writing/profile.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

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

/** A deal that a thread may belong to, and why. */
export interface StoredCandidate {
  crmId: string;
  dealId: string;
  because: string[];
}

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
