/**
 * The contract of a CRM. It is the owner of deals, stages and contacts; we add log notes, and change what a person
 * approved, exactly as they saw it. Ids and cursors are the provider's own. Failures to reach it are thrown as in
 * `errors.ts`; the answer of a write is returned.
 */
import type { Contact, Deal, DealNow, Stage } from '../domain/deal.ts';

export interface DealChanges {
  deals: Deal[];
  contacts: Contact[];
  /** Ids of deals that are certainly gone. A row that merely vanished from a file is not. */
  gone: string[];
  cursor: string;
  /** Rows that could not be used, each one sentence with its place. The rest goes on. */
  problems: string[];
}

/** What is logged against a deal when a person has decided, or we took a draft back. */
export interface LogEntry {
  at: Date;
  rep: string;
  contacts: string[];
  /** Empty where nobody decided anything: superseded, withdrawn, unknown. */
  decision: 'approved' | 'approved_edited' | 'rejected' | '';
  verdict: string;
  flags: string[];
  /** One or two sentences for a person reading the deal. */
  text: string;
  /** SHA-256 of what was proposed, and of what was really sent; hex, empty when there is none. */
  proposedHash: string;
  sentHash: string;
  /** Ledger sequence number of the same fact. */
  ledgerSeq: number;
  /** Key of the entry that this one corrects. */
  overturns: string | null;
}

export type WriteResult =
  | { kind: 'ok' }
  | { kind: 'conflict'; current: string }
  | { kind: 'validation'; fields: { name: string; message: string }[] }
  | { kind: 'gone' }
  | { kind: 'denied'; why: string }
  | { kind: 'retry-at'; at: Date }
  /** No answer: look before retrying. */
  | { kind: 'unknown' };

export interface Crm {
  /** What changed since; with null, everything. At least once. Returns the same cursor when nothing changed. */
  changedDeals(cursor: string | null): Promise<DealChanges>;
  stages(): Promise<Stage[]>;
  contactsOf(dealId: string): Promise<Contact[]>;
  /**
   * A deal with its people as they are at this moment, what was written here and only waits to be taken over included; null when it is not there. What a
   * write is held against before it is made, and looked for with after it.
   */
  readDeal(dealId: string): Promise<DealNow | null>;
  findContacts(emails: string[]): Promise<Contact[]>;
  /** Appends a note. Idempotent by key, across restarts. */
  log(dealId: string, entry: LogEntry, key: string): Promise<WriteResult>;
  setStage(dealId: string, to: string, expected: string, key: string): Promise<WriteResult>;
  updateContact(
    contactId: string,
    set: Partial<Contact>,
    expected: Partial<Contact>,
    key: string,
  ): Promise<WriteResult>;
  addContact(dealId: string, contact: Omit<Contact, 'id'>, key: string): Promise<WriteResult>;
  close(): Promise<void>;
}

/** One kind of CRM: what `connect` asks for, and how to open it. */
export interface CrmKind {
  name: string;
  parseSettings(input: Record<string, unknown>): Record<string, unknown>;
  open(options: { settings: Record<string, unknown>; secret: string | null; now: () => Date }): Crm;
}
