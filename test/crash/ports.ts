/**
 * The ports of the service, numbered: every database transaction, every statement that stands alone, every call on the mailbox and on
 * the CRM, every look at the clock, every new id and every job that is queued is a point, in the order in which they happen. At one of
 * them the process "dies": from then on every port of that life refuses, so nothing that still runs can have an effect.
 *
 * What the queue holds dies with the process. Locks are let go of, as a server does when a connection ends; they are no points.
 */
import type { PGlite } from '@electric-sql/pglite';
import type { Crm } from '../../src/crm/crm.ts';
import type { Store } from '../../src/db/store.ts';
import type { Context } from '../../src/jobs/context.ts';
import type { Mailbox } from '../../src/mailbox/mailbox.ts';

/**
 * `before`: it did not happen. `during`: it took effect and the answer is not known; of a transaction all statements ran and it was not
 * committed. `after`: it is done, and the next call on any port never comes; a transaction is committed and nobody was told.
 */
export const moments = ['before', 'during', 'after'] as const;
export type Moment = (typeof moments)[number];

export interface Death {
  point: number;
  moment: Moment;
  /** The rep does not wait for the service: whoever finds a draft acts on it before the process is started again. */
  meanwhile?: boolean;
}

/** What every port throws from the moment of death on. */
export class Dead extends Error {
  override name = 'Dead';
}

export interface Point {
  name: string;
  /** Whether it changes anything that outlives the process. */
  changes: boolean;
  /** How many changes there were before it and after it, and at which time of the story. Deaths that agree in both leave the same world. */
  before: string;
  after: string;
}

/** How one kind of point behaves when the process dies in it. */
interface Effect<T> {
  name: string;
  /** Asked after it happened. */
  changes: (result: T) => boolean;
  /** Does it; `then` runs at its very end, inside of it. */
  run: (then: () => void) => Promise<T>;
  /** Whether `run` undoes everything when `then` throws. */
  undone: boolean;
}

/** Counts points over one run, and dies in one of them. */
export class Ports {
  readonly points: Point[] = [];
  dead = false;
  died: Point | null = null;
  #death: Death | null;
  #atNext: Point | null = null;
  #changes = 0;
  #doing = '';
  #clock: () => Date;

  constructor(death: Death | null, clock: () => Date) {
    this.#death = death;
    this.#clock = clock;
  }

  /** The job whose calls are counted now: a part of every name. */
  set doing(job: string) {
    this.#doing = job;
  }

  /** A new process over the same world. It lives to the end. */
  reborn(): void {
    this.dead = false;
    this.#death = null;
    this.#atNext = null;
  }

  #die(point: Point): never {
    this.dead = true;
    this.died = point;
    throw new Dead(point.name);
  }

  #world(): string {
    return `${this.#changes} changes at ${this.#clock().toISOString()}`;
  }

  #refuse(): void {
    if (this.dead) throw new Dead('a call after death');
    if (this.#atNext) this.#die(this.#atNext);
  }

  #enter(name: string): { point: Point; at: (moment: Moment) => boolean } {
    this.#refuse();
    const before = this.#world();
    const point: Point = { name: `${this.#doing}: ${name}`, changes: false, before, after: before };
    const number = this.points.push(point);
    const at = (moment: Moment) => this.#death?.point === number && this.#death.moment === moment;
    if (at('before')) this.#die(point);
    return { point, at };
  }

  /** A point that changes nothing: to die in it or after it is to die before the next one. */
  touch(name: string): void {
    const { point, at } = this.#enter(name);
    if (at('during') || at('after')) this.#atNext = point;
  }

  async pass<T>({ name, changes, run, undone }: Effect<T>): Promise<T> {
    const { point, at } = this.#enter(name);
    const result = await run(() => {
      if (this.dead) throw new Dead(name);
      if (undone && at('during')) this.#die(point);
      // From here on it is as good as committed; what happens inside of it later happens after it.
      if (undone) this.#changes++;
    });
    if (this.dead) throw new Dead(name);
    point.changes = changes(result);
    if (point.changes && !undone) this.#changes++;
    point.after = this.#world();
    if (at('during') || (undone && at('after'))) this.#die(point);
    if (at('after')) this.#atNext = point;
    return result;
  }
}

/** A call that either happened or did not. */
function call<T>(name: string, changes: boolean, run: () => Promise<T>): Effect<T> {
  return { name, changes: () => changes, run, undone: false };
}

/** A database that is opened once and lent to one life after the other. */
export interface Backend {
  name: 'pglite' | 'postgres';
  store: Store;
  /** Counts the statements that stand alone; null: nobody does. */
  ports: Ports | null;
}

type Statement = <T>(text: string, run: () => Promise<T>) => Promise<T>;

/** Puts the ports between drizzle and its driver; statements inside a transaction go past them. */
export function countStatements(name: Backend['name'], store: Store): Backend {
  const backend: Backend = { name, store, ports: null };
  const statement: Statement = (text, run) => {
    const { ports } = backend;
    return ports ? ports.pass(standing(text, run)) : run();
  };
  if (name === 'pglite') throughPglite((store.queue as { pglite: PGlite }).pglite, statement);
  else throughPostgres((store.db as unknown as { $client: PostgresClient }).$client, statement);
  return backend;
}

function standing<T>(text: string, run: () => Promise<T>): Effect<T> {
  const [, verb = ''] = /^\s*(\w+)/.exec(text) ?? [];
  const [, table = ''] = /\b(?:from|into|update)\s+"(\w+)"/.exec(text) ?? [];
  // Only the copy to the ledger's file reads the ledger outside a transaction. Entries that were found are not in the file yet.
  if (verb === 'select' && table === 'ledger')
    return {
      ...call('db copy of the ledger', true, run),
      changes: (result) => (result as { rows: unknown[] }).rows.length > 0,
    };
  return call(`db ${verb} ${table}`, verb !== 'select', run);
}

function throughPglite(pglite: PGlite, statement: Statement): void {
  const query = pglite.query.bind(pglite);
  pglite.query = (text, ...rest) => statement(text, () => query(text, ...rest));
}

interface PostgresClient {
  unsafe(text: string, ...rest: unknown[]): { values(): PromiseLike<unknown> } & PromiseLike<unknown>;
}

/** postgres.js begins a statement when it is waited for, not when it is made; it begins its own transactions through `unsafe` too. */
function throughPostgres(client: PostgresClient, statement: Statement): void {
  const unsafe = client.unsafe.bind(client);
  client.unsafe = (text, ...rest) =>
    text.startsWith('begin')
      ? unsafe(text, ...rest)
      : {
          // biome-ignore lint/suspicious/noThenProperty: what drizzle waits for is no promise there either
          then: (done, failed) => statement(text, async () => unsafe(text, ...rest)).then(done, failed),
          values: () => statement(text, async () => unsafe(text, ...rest).values()),
        };
}

export function countedStore({ store }: Backend, ports: Ports): Store {
  return {
    ...store,
    transaction: (work) => {
      const run = (then: () => void) =>
        store.transaction(async (tx) => {
          const result = await work(tx);
          then();
          return result;
        });
      return ports.pass({ name: `db transaction in ${callerInSource()}`, changes: () => true, run, undone: true });
    },
  };
}

/** The function of ours that is calling. */
function callerInSource(): string {
  const frame = new Error().stack?.split('\n').find((line) => /\/src\/(?:jobs|db)\//.test(line)) ?? '';
  const [, name, file] = /at (?:async )?(?:(\S+) \()?.*\/src\/([^:?]+)/.exec(frame) ?? [];
  return name ?? file ?? 'an unknown place';
}

const writesToMailbox = new Set(['placeDraft', 'withdrawDraft', 'deliverToSelf']);
const readsOfCrm = new Set(['changedDeals', 'stages', 'contactsOf', 'findContacts']);

/** Every method through the ports. `close` is how a life ends, not what it does; `watch` only wakes. */
function counted<T extends object>(account: T, word: string, writes: (method: string) => boolean, ports: Ports): T {
  return new Proxy(account, {
    get(target, method: string) {
      const member = Reflect.get(target, method) as unknown;
      if (typeof member !== 'function' || method === 'close') return member;
      if (method === 'watch') return undefined;
      const name = `${word}.${method}`;
      return (...args: unknown[]) => {
        if (method === 'findThreads') return each(name, member.apply(target, args) as AsyncIterable<unknown>, ports);
        // A failure that a death inside caused is a death; anything else is the account's own.
        const run = async () => {
          try {
            return (await member.apply(target, args)) as unknown;
          } catch (error) {
            throw ports.dead ? new Dead(name) : error;
          }
        };
        return ports.pass(call(name, writes(method), run));
      };
    },
  });
}

async function* each<T>(name: string, items: AsyncIterable<T>, ports: Ports): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await ports.pass(call(name, false, () => iterator.next()));
      if (done) return;
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}

export const countedMailbox = (mailbox: Mailbox, ports: Ports): Mailbox =>
  counted(mailbox, 'mailbox', (method) => writesToMailbox.has(method), ports);

export const countedCrm = (crm: Crm, ports: Ports): Crm =>
  counted(crm, 'crm', (method) => !readsOfCrm.has(method), ports);

/** Clock, ids and queue. */
export function countedRest(
  rest: Pick<Context, 'now' | 'newId' | 'enqueue'>,
  ports: Ports,
): Pick<Context, 'now' | 'newId' | 'enqueue'> {
  return {
    now() {
      ports.touch('clock');
      return rest.now();
    },
    newId() {
      ports.touch('new id');
      return rest.newId();
    },
    async enqueue(job, key) {
      ports.touch(`enqueue ${job}`);
      await rest.enqueue(job, key);
    },
  };
}
