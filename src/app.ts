/** Joins the parts: store, queue, accounts, pages. The same on Node and on Workers; what differs comes in as arguments. */
import type { Hono } from 'hono';
import type { Config } from './config.ts';
import { type Desk, leadsBack, secretBinding } from './connect/desk.ts';
import { renewIn } from './connect/renew.ts';
import type { Crm, CrmKind } from './crm/crm.ts';
import type { CrmRow, MailboxRow } from './db/mailboxes.ts';
import * as schema from './db/schema.ts';
import type { Store } from './db/store.ts';
import { addUsage, type Usage } from './db/usage.ts';
import { NeedsPerson } from './errors.ts';
import type { Context, PushHome } from './jobs/context.ts';
import { explainPlacement } from './jobs/explain-placement.ts';
import { openQueue, type Queue } from './jobs/queue.ts';
import { spendingOf } from './jobs/spending.ts';
import { sweep } from './jobs/sweep.ts';
import { openModel } from './lib/llm.ts';
import type { Log } from './lib/log.ts';
import type { Keyring } from './lib/seal.ts';
import { wait } from './lib/wait.ts';
import type { Wording } from './lib/wording.ts';
import type { Mailbox, MailboxKind } from './mailbox/mailbox.ts';
import { pages } from './web/pages.ts';

export interface Parts {
  store: Store;
  config: Config;
  keyring: Keyring;
  wording: Wording;
  log: Log;
  mailboxKinds: readonly MailboxKind[];
  crmKinds: readonly CrmKind[];
  now?: () => Date;
  newId?: () => string;
}

export interface App {
  context: Context;
  store: Store;
  keyring: Keyring;
  config: Config;
  mailboxKinds: readonly MailboxKind[];
  crmKinds: readonly CrmKind[];
  web: Hono;
  queue: Queue;
  /** Puts what is due into the queue. */
  sweep(): Promise<void>;
  /** What connecting a mailbox is lent. */
  desk: Desk;
  /** What is wrong with an admin's templates. */
  templateProblems(): string[];
  /** How browsers reach the pages; null while nobody serves them. */
  url: string | null;
  /** Works on its own from here: queue, sweeps, watching mailboxes. */
  start(): Promise<void>;
  /** Lets go of an account's open connection; the next use opens it with its present settings. */
  forget(id: string): Promise<void>;
  stop(): Promise<void>;
}

/** Opens queue and pages; nothing runs until `start`, or until somebody drains the queue. */
export async function openApp(parts: Parts, options: { supervise: boolean }): Promise<App> {
  const { store, config, keyring, log } = parts;
  const now = parts.now ?? (() => new Date());
  const newId = parts.newId ?? (() => crypto.randomUUID());
  const queue = await openQueue(store, log, options);
  const accounts = openAccounts(parts, now);
  const running = new AbortController();
  const context: Context = {
    store,
    now,
    newId,
    secretName: (text) => keyring.mac(text),
    policy: config.policy,
    log,
    render: parts.wording.render,
    ...(config.model
      ? { writer: { model: openModel(config.model, running.signal), prices: config.model.prices } }
      : {}),
    mailbox: accounts.mailbox,
    crm: accounts.crm,
    enqueue: (job, key) => queue.enqueue(job, key),
    // Only an address that was set is known to be reached from outside.
    ...(config.url && leadsBack(config.url) ? { push: pushHome(config.url, parts) } : {}),
  };
  const background: Promise<unknown>[] = [];
  const watches = new Map<string, { version: string; stop: AbortController }>();

  // A watch that failed is not started again before its account was connected anew: polling goes on, and finds out what is wrong.
  const watchAll = async (): Promise<void> => {
    for (const row of await store.db.select().from(schema.mailbox)) {
      const version = versionOf(row, renewing(parts.mailboxKinds, row));
      if (watches.get(row.id)?.version === version || running.signal.aborted) continue;
      watches.get(row.id)?.stop.abort();
      if (row.disconnectedAt) {
        watches.delete(row.id);
        continue;
      }
      const stop = new AbortController();
      watches.set(row.id, { version, stop });
      const mailbox = await accounts.mailbox(row);
      const watching = mailbox.watch?.(AbortSignal.any([running.signal, stop.signal]), () => {
        queue.enqueue('sync-mailbox', row.id).catch((error) => log.warn('wake-up lost', { error }));
      });
      if (watching) background.push(watching.catch((error) => log.warn('watch-ended', { mailbox: row.id, error })));
    }
  };
  const sweepOnce = async (): Promise<void> => {
    await sweep(context, config);
    await accounts.noteUsage();
  };

  const desk: Desk = {
    store,
    keyring,
    kinds: parts.mailboxKinds,
    clients: config.clients,
    tuning: { operationSeconds: config.operationSeconds, pollSeconds: config.pollSeconds },
    timeZone: config.policy.timeZone,
    now,
    newId,
    log,
    enqueue: context.enqueue,
    forget: accounts.forget,
    url: () => app.url,
  };
  const app: App = {
    context,
    store,
    keyring,
    config,
    desk,
    mailboxKinds: parts.mailboxKinds,
    crmKinds: parts.crmKinds,
    web: pages({
      store,
      now,
      explain: (id) => explainPlacement(context, id),
      templateProblems: parts.wording.problems,
      spending: () => spendingOf(store.db, config.policy, config.model, now()),
      https: config.url?.startsWith('https:') ?? false,
      desk,
    }),
    queue,
    templateProblems: parts.wording.problems,
    url: config.url,
    sweep: sweepOnce,
    async start() {
      await queue.work(context);
      background.push(
        every(config.sweepSeconds * 1_000, running.signal, async () => {
          await sweepOnce();
          await watchAll();
        }).catch((error) => log.error('sweep-ended', { error })),
      );
    },
    forget: accounts.forget,
    async stop() {
      running.abort();
      await queue.stop();
      await accounts.noteUsage();
      await accounts.closeAll();
      await Promise.allSettled(background);
    },
  };
  return app;

  async function every(ms: number, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      await work().catch((error) => log.error('sweep-failed', { error }));
      await wait(ms, signal);
    }
  }
}

/** Changes when the account is connected anew, and not when a secret that renews itself did. */
function versionOf(row: MailboxRow | CrmRow, renews = false): string {
  const { secret, settings } = row;
  return JSON.stringify(['connection' in row && row.connection, !renews && secret, !secret, settings]);
}

function pushHome(url: string, { keyring, mailboxKinds }: Parts): PushHome {
  const binding = (id: string): string => `mailbox|${id}|push|1`;
  return {
    url,
    kinds: mailboxKinds.filter(({ oauth }) => oauth).map(({ name }) => name),
    seal: (text, id) => keyring.seal(text, binding(id)),
    unseal: (sealed, id) => keyring.unseal(sealed, binding(id)),
  };
}

/** Opens each account once a process and keeps it; a changed secret or setting opens it anew. */
function openAccounts({ store, config, keyring, mailboxKinds, crmKinds }: Parts, now: () => Date) {
  const open = new Map<string, { version: string; account: Promise<Mailbox | Crm> }>();
  /** Asked of providers since it was last written down, by mailbox and day. */
  const spent = new Map<string, { id: string; day: string } & Usage>();

  function count(id: string, units: number): void {
    const day = now().toISOString().slice(0, 10);
    const so = spent.get(`${id} ${day}`) ?? { id, day, requests: 0, units: 0 };
    spent.set(`${id} ${day}`, { id, day, requests: so.requests + 1, units: so.units + units });
  }

  async function lend<T extends Mailbox | Crm>(id: string, version: string, make: () => Promise<T>): Promise<T> {
    const known = open.get(id);
    if (known?.version === version) return known.account as Promise<T>;
    if (known) await forget(id);
    const account = make();
    open.set(id, { version, account });
    account.catch(() => open.delete(id));
    return account;
  }

  async function forget(id: string): Promise<void> {
    const known = open.get(id);
    open.delete(id);
    await known?.account.then((account) => account.close()).catch(() => undefined);
  }

  return {
    forget,
    mailbox: (row: MailboxRow): Promise<Mailbox> =>
      lend(row.id, versionOf(row, renewing(mailboxKinds, row)), async () => {
        const kind = kindNamed(mailboxKinds, row.kind);
        const secret = await keyring.unseal(row.secret, secretBinding('mailbox', row.id));
        const tuning = { operationSeconds: config.operationSeconds, pollSeconds: config.pollSeconds };
        return kind.open({
          owner: { name: row.repName, address: row.rep },
          settings: row.settings,
          secret,
          tuning,
          renew: renewIn({ store, keyring }, row.id),
          client: config.clients[row.kind] ?? {},
          spent: (units) => count(row.id, units),
          now,
        });
      }),
    /** A crash loses the count of a few seconds, which nothing hangs on. */
    async noteUsage(): Promise<void> {
      const entries = [...spent.values()];
      spent.clear();
      for (const { id, day, ...usage } of entries) await addUsage(store.db, id, day, usage);
    },
    crm: (row: CrmRow): Promise<Crm> =>
      lend(row.id, versionOf(row), async () => {
        const kind = kindNamed(crmKinds, row.kind);
        const secret = row.secret === null ? null : await keyring.unseal(row.secret, secretBinding('crm', row.id));
        return kind.open({ settings: row.settings, secret, now });
      }),
    closeAll: async (): Promise<void> => {
      for (const id of [...open.keys()]) await forget(id);
    },
  };
}

/** Whether the secrets of this kind of mailbox renew themselves. */
function renewing(kinds: readonly MailboxKind[], row: MailboxRow): boolean {
  return kinds.some(({ name, oauth }) => name === row.kind && oauth !== undefined);
}

function kindNamed<T extends { name: string }>(kinds: readonly T[], name: string): T {
  const kind = kinds.find((each) => each.name === name);
  if (!kind)
    throw new NeedsPerson(
      `This version knows no account of the kind "${name}": connect it again with a version that does.`,
    );
  return kind;
}

/** Whether anything is sealed already: a new key would open none of it. */
export async function hasSecrets(store: Store): Promise<boolean> {
  const [row] = await store.db.select({ id: schema.mailbox.id }).from(schema.mailbox).limit(1);
  const [crm] = await store.db.select({ secret: schema.crm.secret }).from(schema.crm).limit(1);
  return row !== undefined || Boolean(crm?.secret);
}
