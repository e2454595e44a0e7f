/**
 * Speaks IMAP through imapflow: one connection, one exchange at a time, each with a deadline, failures turned into the
 * errors of `errors.ts`. Knows nothing of folders' roles or of mail.
 *
 * imapflow answers `false` or an empty list where a command was refused or the connection is already gone. Taken at
 * face value that reads "nothing there", the one mistake this product may not make, so every answer is checked here.
 */
import type { EventEmitter } from 'node:events';
import type {
  FetchMessageObject,
  FetchQueryObject,
  ImapFlow,
  ListResponse,
  MailboxObject,
  SearchObject,
} from 'imapflow';
import { BadInput, Gone, NeedsPerson, OutcomeUnknown, TryLater } from '../errors.ts';
import type { Tuning } from './mailbox.ts';

export interface ImapAccount {
  host: string;
  port: number;
  secure: 'tls' | 'starttls' | 'none';
  user: string;
  password: string;
}

/** Servers and routers drop connections that are old (commonly 30 minutes); ours is replaced before that. */
export const recycleMs = 25 * 60_000;

/** A connection in use. Every method is one exchange and keeps the deadline. */
export interface Session {
  has(capability: string): boolean;
  /** Prefixes of folders that belong to other people or are shared. */
  foreignPrefixes(): string[];
  list(hints: Record<string, string>): Promise<ListResponse[]>;
  /** Whether further exchanges are possible. */
  alive(): boolean;
  /** Selects a folder; for the first time in each use even when it was open before, so that what is seen is new. */
  select(path: string): Promise<MailboxObject>;
  /** Has the server say what is new in the selected folder. */
  refresh(): Promise<void>;
  /** UIDs, ascending, in the selected folder. */
  search(query: SearchObject): Promise<number[]>;
  /** As `search`, but null where the server refuses the question itself. */
  trySearch(query: SearchObject): Promise<number[] | null>;
  /** By UIDs in the selected folder; those that are gone are left out. */
  fetch(uids: number[] | string, query: FetchQueryObject): Promise<FetchMessageObject[]>;
  /** Throws OutcomeUnknown when no answer came. The folder must be selected: flags are filtered by what it allows. */
  append(path: string, raw: Buffer, flags: string[]): Promise<void>;
  /** \Deleted and UID EXPUNGE of exactly these; only with UIDPLUS. */
  expunge(uids: number[]): Promise<void>;
  move(uids: number[], path: string): Promise<void>;
  flagDeleted(uids: number[]): Promise<void>;
}

export class ImapConnection {
  readonly #account: ImapAccount;
  readonly #tuning: Tuning;
  readonly #maxAgeMs: number;
  #client: ImapFlow | null = null;
  #since = 0;
  #tail: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(account: ImapAccount, tuning: Tuning, maxAgeMs = recycleMs) {
    this.#account = account;
    this.#tuning = tuning;
    this.#maxAgeMs = maxAgeMs;
  }

  /**
   * Lends the connection; others wait until `work` is done, because the selected folder is shared. Connects when
   * there is none. Never repeats `work`.
   */
  use<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const turn = this.#tail.then(async () => {
      const client = await this.#connected();
      try {
        return await work(sessionOf(client, this.#account, this.#tuning));
      } catch (error) {
        // A mistake of ours on a sound connection must not look like weather.
        if (client.usable && (error instanceof TypeError || error instanceof RangeError)) throw error;
        throw translated(error, this.#account);
      } finally {
        if (!client.usable) this.#drop(client);
      }
    });
    this.#tail = turn.catch(() => {});
    return turn;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const client = this.#client;
    this.#client = null;
    if (client?.usable) {
      await withDeadline(client, this.#account, 2, client.logout()).catch(() => {});
    }
    client?.close();
  }

  async #connected(): Promise<ImapFlow> {
    if (this.#closed)
      throw new TryLater(`The connection to ${this.#account.host} for ${this.#account.user} was closed.`);
    const old = this.#client;
    if (old?.usable && performance.now() - this.#since < this.#maxAgeMs) return old;
    if (old) this.#drop(old);
    const client = await openClient(this.#account, this.#tuning);
    client.once('close', () => this.#drop(client));
    this.#client = client;
    this.#since = performance.now();
    return client;
  }

  #drop(client: ImapFlow): void {
    if (this.#client === client) this.#client = null;
    client.close();
  }
}

/** Connects and logs in, or throws NeedsPerson or TryLater. The caller closes it. */
export async function openClient(
  account: ImapAccount,
  tuning: Tuning,
  more: { maxIdleTime?: number } = {},
): Promise<ImapFlow> {
  // Loaded here because it is large and an installation without IMAP never needs it.
  const { ImapFlow } = await import('imapflow');
  const patience = tuning.operationSeconds * 1000;
  const client = new ImapFlow({
    host: account.host,
    port: account.port,
    secure: account.secure === 'tls',
    ...(account.secure === 'tls' ? {} : { doSTARTTLS: account.secure === 'starttls' }),
    auth: { user: account.user, pass: account.password },
    logger: { trace: quiet, debug: quiet, info: quiet, error: quiet, warn: (entry) => heard(client, entry) },
    clientInfo: { name: 'Countersign', version: false, vendor: false, 'support-url': false },
    disableAutoIdle: true,
    // Offered there to some tenants in a broken form (facts/drafts.md §3.3).
    disableIMAP4rev2: /(^|\.)(office365|outlook)\.com$/i.test(account.host),
    connectionTimeout: patience,
    greetingTimeout: patience,
    // Body parts are asked for in bounded pieces; a server that sends more is not believed.
    maxLiteralSize: 16 * 1024 * 1024,
    ...more,
  });
  // Without a listener a dropped socket would end the process.
  client.on('error', () => {});
  try {
    await withDeadline(client, account, tuning.operationSeconds, client.connect());
  } catch (error) {
    client.close();
    throw translated(error, account);
  }
  // With it imapflow turns SINCE into YOUNGER (RFC 5032), which counts from this machine's clock and not from the instant asked for.
  client.capabilities.delete('WITHIN');
  return client;
}

function sessionOf(client: ImapFlow, account: ImapAccount, tuning: Tuning): Session {
  const exchange = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!client.usable) throw lost(account);
    return withDeadline(client, account, tuning.operationSeconds, work());
  };
  let selected: string | null = null;
  const write = async (work: () => Promise<boolean>): Promise<void> => {
    const done = await exchange(work);
    if (!done) {
      if (!client.usable) throw new OutcomeUnknown(`${account.host} hung up on ${account.user} during a change.`);
      throw new TryLater(`${account.host} refused a change in the mailbox of ${account.user}.`);
    }
  };
  const trySearch = async (query: SearchObject): Promise<number[] | null> => {
    const found = await exchange(() => client.search(query, { uid: true }));
    if (Array.isArray(found)) return found;
    if (!client.usable) throw lost(account);
    return null;
  };
  return {
    has: (capability) => client.capabilities.has(capability),
    foreignPrefixes: () =>
      [client.namespaces?.other, client.namespaces?.shared].flatMap((list) =>
        (list || []).flatMap((space) => (space.prefix ? [space.prefix] : [])),
      ),
    async list(hints) {
      // Of the folder this connection has selected a server may tell the state it last showed here; ask for news first.
      if (client.mailbox) await exchange(() => client.noop());
      return exchange(() =>
        client.list({
          specialUseHints: hints,
          statusQuery: { messages: true, uidNext: true, uidValidity: true, unseen: true, highestModseq: true },
        }),
      );
    },
    alive: () => client.usable,
    async select(path) {
      if (selected === path && client.mailbox && client.mailbox.path === path) return client.mailbox;
      const box = await exchange(() => client.mailboxOpen(path));
      if (!box) throw lost(account);
      selected = path;
      return box;
    },
    refresh: () => exchange(() => client.noop()),
    trySearch,
    async search(query) {
      const found = await trySearch(query);
      if (found) return found;
      throw new TryLater(`${account.host} refused a search in the mailbox of ${account.user}.`);
    },
    async fetch(uids, query) {
      if (uids.length === 0) return [];
      const found = await exchange(() =>
        client.fetchAll(typeof uids === 'string' ? uids : ranges(uids), query, { uid: true }),
      );
      // A connection that went away half-way gives what had come so far, without an error.
      if (!client.usable || !client.mailbox) throw lost(account);
      return found;
    },
    async append(path, raw, flags) {
      try {
        const stored = await exchange(() => client.append(path, raw, flags));
        if (!stored) throw lost(account);
      } catch (error) {
        // Only a tagged NO or BAD says that nothing was stored.
        if (isRefusal(error)) throw error;
        throw new OutcomeUnknown(
          `${account.host} did not say whether it stored a mail for ${account.user}; look before trying again.`,
          {
            cause: error,
          },
        );
      }
    },
    async expunge(uids) {
      // imapflow would fall back to a plain EXPUNGE, which also removes what the rep marked.
      if (!client.capabilities.has('UIDPLUS')) throw new TryLater(`${account.host} cannot remove single messages.`);
      await write(() => client.messageDelete(ranges(uids), { uid: true }));
    },
    move: (uids, path) => write(async () => (await client.messageMove(ranges(uids), path, { uid: true })) !== false),
    flagDeleted: (uids) => write(() => client.messageFlagsAdd(ranges(uids), ['\\Deleted'], { uid: true })),
  };
}

/** "1:3,7": short commands for the usual case of neighbours (RFC 9051 §9, sequence-set). */
export function ranges(uids: number[]): string {
  const sorted = [...new Set(uids)].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (sorted[end + 1] === sorted[end]! + 1) end += 1;
    parts.push(end === at ? String(sorted[at]) : `${sorted[at]}:${sorted[end]}`);
    at = end + 1;
  }
  return parts.join(',');
}

const quiet = (): void => {};
const throttledEvent = 'asked-to-wait';

/**
 * imapflow sits out the pause that a server asks for, up to five minutes, before it says so; by then the deadline has passed, and the time named
 * is lost. Its log says it at once.
 */
function heard(client: EventEmitter, entry: unknown): void {
  const { err } = (entry ?? {}) as { err?: Failure };
  if (err?.code === 'ETHROTTLE') client.emit(throttledEvent, err);
}

/** A late exchange leaves the connection in an unknown state, so it ends with the connection. */
export async function withDeadline<T>(
  client: ImapFlow,
  account: ImapAccount,
  seconds: number,
  work: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let throttled = (_: unknown): void => {};
  const expired = new Promise<never>((_, reject) => {
    throttled = (error) => {
      reject(translated(error, account));
      client.close();
    };
    timer = setTimeout(() => {
      reject(new TryLater(`${account.host} did not answer ${account.user} within ${seconds} seconds.`));
      client.close();
    }, seconds * 1000);
  });
  const emitter: EventEmitter = client;
  emitter.on(throttledEvent, throttled);
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
    emitter.off(throttledEvent, throttled);
  }
}

const lost = (account: ImapAccount, cause?: unknown) =>
  new TryLater(`The connection to ${account.host} for ${account.user} was lost.`, { cause });

/** The parts of an imapflow or Node error that say what happened. */
interface Failure {
  code?: string;
  authenticationFailed?: boolean;
  tlsFailed?: boolean;
  serverResponseCode?: string;
  responseStatus?: string;
  throttleReset?: number;
}

const isRefusal = (error: unknown) => {
  const status = (error as Failure | null)?.responseStatus;
  return status === 'NO' || status === 'BAD';
};

const certificateCodes =
  /^(CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_(VERIFY|GET|DECRYPT|DECODE)|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/;

/** Turns what imapflow or Node threw into an error that says what to do. Ours pass as they are. */
function translated(error: unknown, account: ImapAccount): Error {
  const ours = [BadInput, Gone, NeedsPerson, OutcomeUnknown, TryLater];
  if (ours.some((kind) => error instanceof kind)) return error as Error;
  const failure = (error ?? {}) as Failure;
  const { host, port, user } = account;
  const options = { cause: error };
  const code = failure.code ?? '';
  // RFC 5530: the server cannot check the password just now, or wants fewer connections.
  const passing = ['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG'].includes(failure.serverResponseCode ?? '');
  if (failure.authenticationFailed && !passing) {
    return new NeedsPerson(
      `${host} refused the password for ${user}: connect the mailbox again with the right one.`,
      options,
    );
  }
  if (certificateCodes.test(code)) {
    return new NeedsPerson(
      `The certificate of ${host} cannot be trusted (${code}), so ${user} was not connected: ask who runs it.`,
      options,
    );
  }
  if (failure.tlsFailed || code.startsWith('ERR_SSL') || code === 'EPROTO') {
    return new NeedsPerson(
      `${host} does not offer encryption on port ${port} as asked for ${user}: check port and "secure".`,
      options,
    );
  }
  if (failure.serverResponseCode === 'OVERQUOTA') {
    return new NeedsPerson(`The mailbox of ${user} at ${host} is full: make room in it.`, options);
  }
  if (failure.serverResponseCode === 'NOPERM') {
    return new NeedsPerson(`${host} does not allow ${user} to do that: ask who runs it.`, options);
  }
  if (code === 'ETHROTTLE') {
    const retryAt = failure.throttleReset ? new Date(Date.now() + failure.throttleReset) : undefined;
    return new TryLater(`${host} asks ${user} to come back later.`, { ...options, ...(retryAt ? { retryAt } : {}) });
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new TryLater(`The name ${host} cannot be found (mailbox of ${user}).`, options);
  if (code === 'ECONNREFUSED')
    return new TryLater(`Nothing answers at ${host} port ${port} (mailbox of ${user}).`, options);
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return new TryLater(`${host} did not answer ${user} in time.`, options);
  if (isRefusal(error)) return new TryLater(`${host} refused a command for ${user}.`, options);
  return lost(account, error);
}
