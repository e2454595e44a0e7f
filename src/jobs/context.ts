/** What a job is lent: the store, the clock, and the accounts. Jobs reach for nothing else. */
import type { Crm } from '../crm/crm.ts';
import type { CrmRow, MailboxRow } from '../db/mailboxes.ts';
import type { Store } from '../db/store.ts';
import type { Rep } from '../domain/assess.ts';
import type { NewScan } from '../domain/observation.ts';
import type { Render } from '../domain/plan.ts';
import type { Policy } from '../domain/policy.ts';
import { NeedsPerson, TryLater } from '../errors.ts';
import type { Model } from '../lib/llm.ts';
import type { Log } from '../lib/log.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';

export type JobName =
  | 'sync-deals'
  | 'sync-mailbox'
  | 'assess'
  | 'place-draft'
  | 'settle'
  | 'log-decision'
  | 'execute-change'
  | 'digest'
  | 'read-answer'
  | 'receipt'
  | 'propose-changes'
  | 'renew-push';

export interface Context {
  store: Store;
  now(): Date;
  newId(): string;
  /** A name for a text that only this installation can work out; always the same. */
  secretName(text: string): Promise<string>;
  policy: Policy;
  log: Log;
  /** The connected mailbox; opened once a process and kept. */
  mailbox(row: MailboxRow): Promise<Mailbox>;
  crm(row: CrmRow): Promise<Crm>;
  /** Puts a job into the queue; one that waits already under this key is enough. */
  enqueue(job: JobName, key: string): Promise<void>;
  render: Render;
  /** The language model that writes follow-ups. Absent: templates do, and nothing is asked anywhere. */
  writer?: Writer;
  /** Where providers tell of changes. Absent without a public address: everything is polled then, which is enough. */
  push?: PushHome;
}

export interface Writer {
  model: Model;
  /** Millionths of a currency for a million tokens; null: money is not counted. */
  prices: { in: number; out: number } | null;
}

export interface PushHome {
  /** Kinds of mailbox that may be able to tell. */
  kinds: readonly string[];
  /** The public address of the pages, without a slash at its end. */
  url: string;
  seal(text: string, mailboxId: string): Promise<string>;
  unseal(sealed: string, mailboxId: string): Promise<string>;
}

export function repOf(row: MailboxRow): Rep {
  return { name: row.repName, addresses: [row.rep, ...row.aliases], zone: row.timeZone };
}

/** Only one job at a time may touch a mailbox, whichever job it is. */
export function mailboxKey(mailboxId: string): string {
  return `mailbox/${mailboxId}`;
}

/** When to try again after a failure: as told, else in half a minute, doubling to half an hour; hourly where a person has to act. */
export function nextTry(error: unknown, failures: number, now: Date): Date {
  if (error instanceof TryLater && error.retryAt) return error.retryAt;
  const seconds = error instanceof NeedsPerson ? 3_600 : Math.min(30 * 2 ** Math.min(failures, 10), 1_800);
  return new Date(now.getTime() + seconds * 1_000);
}

/** Equal for looks that showed the same. */
export function hashOfLook({ store }: Context, { complete, gap, seen }: NewScan): string {
  return store.sha256(JSON.stringify([complete, gap, seen]));
}
