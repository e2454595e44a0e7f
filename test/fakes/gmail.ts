/**
 * Gmail's API as far as it is documented, in memory, on a loopback port: many accounts, one clock. What is not known for sure is a switch
 * (`gmail-store.ts`). The rep's acts are functions (`gmail-rep.ts`), never requests. Every request is recorded and charged; `stop` fails when one of
 * them is not on the list of what may leave, or when an answer does not fit the published schema.
 */
import type { IncomingMessage } from 'node:http';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Address } from '../../src/domain/mail.ts';
import { pushBody } from './gmail-push.ts';
import { type GmailRep, gmailRep } from './gmail-rep.ts';
import { BadQuery, select } from './gmail-search.ts';
import { type Entry, likely, openStore, type Store, type Stored, type Switches } from './gmail-store.ts';

export interface FakeOptions {
  now: () => Date;
  switches?: Partial<Switches>;
  /** What may leave: the kind's own list. */
  allow: Readonly<Record<string, number>>;
  /** Throws when a value does not fit the schema of that name. */
  validate?: (type: string, value: unknown) => void;
  /** Entries on a page, whatever is asked for. */
  pageSize?: number;
  /** Units of one user in a minute (`facts/drafts.md` §1.5). */
  unitsPerMinute?: number;
}

export interface Recorded {
  method: string;
  path: string;
  query: string;
  account: string;
}

export interface Fault {
  /** "METHOD path?query": the first requests that match are answered so. */
  on: RegExp;
  /** `before`: nothing happens. `after`: it happens, and then no answer comes. `garbled`: it happens, and half the answer comes. A number: that status. */
  answer: number | 'before' | 'after' | 'garbled';
  reason?: string;
  headers?: Record<string, string>;
  times?: number;
}

export interface SendAs {
  sendAsEmail: string;
  displayName?: string;
  signature?: string;
  isPrimary?: boolean;
  verificationStatus?: string;
}

export interface FakeAccount {
  owner: Address;
  sendAs: SendAs[];
  token: string;
  store: Store;
  rep: GmailRep;
  /** Tokens are refused from now on. */
  revoked: boolean;
  /** Every request is answered with this reason: no mail service, API switched off, suspended. */
  closed: { status: number; reason: string } | null;
  /** Topics that were asked for. */
  watched: string[];
  /** Units charged, each with its time. */
  charged: { at: number; units: number }[];
}

type Env = { Bindings: { incoming: IncomingMessage }; Variables: { account: FakeAccount } };

export type FakeGmail = Awaited<ReturnType<typeof startGmail>>;

/** New costs where they were seen (§1.5), the documented table otherwise ("Per-method quota usage"); not those of the code that is tested. */
const costs: [RegExp, number][] = [
  [/^GET .*\/profile$/, 1],
  [/^GET .*\/sendAs$/, 1],
  [/^GET .*\/history$/, 2],
  [/^GET .*\/(messages|drafts)$/, 5],
  [/^GET .*\/messages\/[^/]+$/, 20],
  [/^GET .*\/attachments\/[^/]+$/, 5],
  [/^GET .*\/threads\/[^/]+$/, 40],
  [/^GET .*\/drafts\/[^/]+$/, 5],
  [/^(POST|DELETE) .*\/drafts/, 10],
  [/^POST .*\/messages$/, 25],
  [/^POST .*\/watch$/, 100],
];

class Refused extends Error {
  readonly status: number;
  readonly reason: string;
  constructor(status: number, reason: string, message: string) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

const notFound = () => new Refused(404, 'notFound', 'Requested entity was not found.');
const invalid = (message: string) => new Refused(400, 'invalidArgument', message);

const base = '/gmail/v1/users/me';

export async function startGmail(options: FakeOptions) {
  const { now, unitsPerMinute = 6_000 } = options;
  const switches: Switches = { ...likely, ...options.switches };
  const wrong: string[] = [];
  const accounts: FakeAccount[] = [];
  const requests: Recorded[] = [];
  const faults: (Fault & { times: number })[] = [];
  const meanwhile: { on: RegExp; act: () => unknown }[] = [];
  const app = new Hono<Env>();
  let origin = '';

  const fitting = <T>(type: string, value: T): T => {
    try {
      options.validate?.(type, value);
    } catch (error) {
      wrong.push(String(error));
    }
    return value;
  };
  // guides/handle-errors: the old and the new form of naming a failure side by side.
  const refusal = (c: Context, status: number, reason: string, message: string, headers: Record<string, string> = {}) =>
    c.json(
      {
        error: {
          code: status,
          message,
          errors: [{ message, domain: 'global', reason }],
          status: reason.replace(/[A-Z]/g, '_$&').toUpperCase(),
        },
      },
      status as 400,
      headers,
    );

  app.use('*', async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const account = accounts.find(({ token }) => c.req.header('authorization') === `Bearer ${token}`);
    const what = `${c.req.method} ${pathname}`;
    requests.push({ method: c.req.method, path: pathname, query: search, account: account?.owner.address ?? '' });
    const fault = faults.find(({ on, times }) => times > 0 && on.test(`${what}${search}`));
    if (fault) fault.times -= 1;
    if (fault?.answer === 'before') {
      c.env.incoming.socket.destroy();
      return c.body(null);
    }
    if (typeof fault?.answer === 'number')
      return refusal(c, fault.answer, fault.reason ?? 'backendError', 'As asked.', fault.headers);
    if (!account || account.revoked) return refusal(c, 401, 'authError', 'Invalid Credentials');
    if (account.closed) return refusal(c, account.closed.status, account.closed.reason, 'This mailbox is closed.');
    const at = now().getTime();
    account.charged = account.charged.filter((each) => each.at > at - 60_000);
    const units = costs.find(([rule]) => rule.test(what))?.[1] ?? 0;
    if (account.charged.reduce((sum, each) => sum + each.units, units) > unitsPerMinute)
      return refusal(c, switches.limitStatus, 'rateLimitExceeded', 'Quota exceeded for quota metric.');
    account.charged.push({ at, units });
    c.set('account', account);
    const due = meanwhile.findIndex(({ on }) => on.test(what));
    if (due >= 0) await meanwhile.splice(due, 1)[0]?.act();
    await next();
    if (fault?.answer === 'after') c.env.incoming.socket.destroy();
    if (fault?.answer === 'garbled') c.res = c.body('{"messages": [', 200, { 'content-type': 'application/json' });
  });
  app.onError((error, c) => {
    if (error instanceof BadQuery) wrong.push(error.message);
    if (error instanceof Refused) return refusal(c, error.status, error.reason, error.message);
    wrong.push(String(error));
    return refusal(c, 500, 'backendError', String(error));
  });
  app.notFound((c) => refusal(c, 404, 'notFound', 'Not Found'));

  const storeOf = (c: Context<Env>) => c.get('account').store;
  const need = (store: Store, id: string | undefined): Stored => {
    if (!/^[0-9a-f]{1,16}$/.test(id ?? '')) throw invalid('Invalid id value');
    const found = store.messages.get(id ?? '');
    if (!found) throw notFound();
    return found;
  };
  const shown = (message: Stored, format: string, names: string[] = []) => {
    const { id, threadId, labels, internalDate, historyId, raw } = message;
    const head = {
      id,
      threadId,
      labelIds: [...labels],
      snippet: '',
      historyId: String(historyId),
      internalDate: String(internalDate.getTime()),
      sizeEstimate: raw.length,
    };
    const wanted = new Set(names.map((name) => name.toLowerCase()));
    const { payload } = format === 'raw' || format === 'minimal' ? { payload: null } : message.payload();
    const cut = payload && {
      mimeType: payload.mimeType,
      headers: payload.headers.filter(({ name }) => wanted.size === 0 || wanted.has(name.toLowerCase())),
    };
    const bodies = {
      full: { payload },
      metadata: { payload: cut },
      raw: { raw: raw.toString('base64url') },
      minimal: {},
    };
    return { ...head, ...bodies[format as keyof typeof bodies] };
  };
  /** A part of a list, and how to go on. */
  const page = <T>(c: Context, all: T[]): { some: T[]; next: { nextPageToken?: string } } => {
    const asked = Number(c.req.query('maxResults') ?? 100);
    if (!(asked >= 1 && asked <= 500)) throw invalid('Invalid maxResults');
    const size = Math.min(asked, options.pageSize ?? asked);
    const at = Number(c.req.query('pageToken') ?? 0);
    return { some: all.slice(at, at + size), next: all.length > at + size ? { nextPageToken: String(at + size) } : {} };
  };

  app.get(`${base}/profile`, (c) => {
    const { owner, store } = c.get('account');
    const profile = {
      emailAddress: owner.address,
      messagesTotal: store.messages.size,
      threadsTotal: 0,
      historyId: String(store.historyId()),
    };
    return c.json(fitting('Profile', profile));
  });

  app.get(`${base}/settings/sendAs`, (c) => c.json(fitting('ListSendAsResponse', { sendAs: c.get('account').sendAs })));

  // users.history.list: ids are in order, records hold what happened; a start that is too old is not found.
  app.get(`${base}/history`, (c) => {
    const store = storeOf(c);
    const start = c.req.query('startHistoryId') ?? '';
    if (!/^\d+$/.test(start)) throw invalid('Invalid startHistoryId');
    if (c.req.query('labelId') ?? c.req.query('historyTypes')) wrong.push('The history was asked for in part.');
    if (Number(start) < store.oldest() || Number(start) > store.historyId()) throw notFound();
    const { some, next } = page(
      c,
      store.history.filter(({ id }) => id > Number(start)),
    );
    const record = ({ id, kind, message, labelIds }: Entry) => ({
      id: String(id),
      messages: [{ id: message.id, threadId: message.threadId }],
      [kind]: [{ message, ...(labelIds ? { labelIds } : {}) }],
    });
    // Without records there is no member for them (lieer#22).
    const history = some.length > 0 ? { history: some.map(record) } : {};
    return c.json(fitting('ListHistoryResponse', { ...history, ...next, historyId: String(store.historyId()) }));
  });

  app.get(`${base}/messages`, (c) => {
    const store = storeOf(c);
    const found = select(store, {
      q: c.req.query('q') ?? '',
      labelIds: c.req.queries('labelIds') ?? [],
      spamTrash: c.req.query('includeSpamTrash') === 'true',
    });
    const { some, next } = page(c, found);
    const messages = some.map(({ id, threadId }) => ({ id, threadId }));
    const listed = messages.length > 0 ? { messages } : {};
    return c.json(fitting('ListMessagesResponse', { ...listed, ...next, resultSizeEstimate: found.length }));
  });

  app.get(`${base}/messages/:id`, (c) => {
    const names = c.req.queries('metadataHeaders') ?? [];
    return c.json(
      fitting('Message', shown(need(storeOf(c), c.req.param('id')), c.req.query('format') ?? 'full', names)),
    );
  });

  app.get(`${base}/messages/:id/attachments/:attachment`, (c) => {
    const data = need(storeOf(c), c.req.param('id')).payload().attachments.get(c.req.param('attachment'));
    if (!data) throw notFound();
    return c.json(fitting('MessagePartBody', { size: data.length, data: data.toString('base64url') }));
  });

  app.post(`${base}/messages`, async (c) => {
    const { raw, labelIds, threadId } = (await c.req.json()) as { raw: string; labelIds: string[]; threadId?: string };
    const bytes = Buffer.from(raw, 'base64url');
    const written = new Date(/^Date: (.*)$/im.exec(bytes.toString('latin1'))?.[1] ?? '');
    const date = c.req.query('internalDateSource') === 'dateHeader' ? { date: written } : {};
    return c.json(
      fitting('Message', shown(storeOf(c).add(bytes, labelIds, { ...date, threadId: threadId ?? null }), 'minimal')),
    );
  });

  app.get(`${base}/threads/:id`, (c) => {
    const id = c.req.param('id');
    if (!/^[0-9a-f]{1,16}$/.test(id)) throw invalid('Invalid id value');
    const all = [...storeOf(c).messages.values()].filter(({ threadId }) => threadId === id);
    if (all.length === 0) throw notFound();
    const messages = all
      .filter(({ labels }) => switches.threadShowsDrafts || !labels.has('DRAFT'))
      .map((message) => shown(message, c.req.query('format') ?? 'full'));
    return c.json(fitting('Thread', { id, historyId: String(storeOf(c).historyId()), messages }));
  });

  app.get(`${base}/drafts`, (c) => {
    const store = storeOf(c);
    if (c.req.query('q')) wrong.push('Drafts were searched, which lags.');
    const spamTrash = c.req.query('includeSpamTrash') === 'true';
    const all = [...store.drafts].flatMap(([id, message]) => {
      const { threadId, labels } = store.messages.get(message)!;
      return labels.has('TRASH') && !spamTrash ? [] : [{ id, message: { id: message, threadId } }];
    });
    const { some, next } = page(c, all);
    const listed = some.length > 0 ? { drafts: some } : {};
    return c.json(fitting('ListDraftsResponse', { ...listed, ...next, resultSizeEstimate: all.length }));
  });

  const draftOf = (store: Store, id: string): Stored => {
    const found = store.messages.get(store.drafts.get(id) ?? '');
    if (!found) throw notFound();
    return found;
  };

  app.get(`${base}/drafts/:id`, (c) => {
    const id = c.req.param('id');
    return c.json(fitting('Draft', { id, message: shown(draftOf(storeOf(c), id), c.req.query('format') ?? 'full') }));
  });

  app.post(`${base}/drafts`, async (c) => {
    const store = storeOf(c);
    const { message } = (await c.req.json()) as { message: { raw: string; threadId?: string } };
    if (message.threadId && ![...store.messages.values()].some(({ threadId }) => threadId === message.threadId))
      throw notFound();
    const stored = store.add(Buffer.from(message.raw, 'base64url'), ['DRAFT'], { threadId: message.threadId ?? null });
    const id = store.newDraftId();
    store.drafts.set(id, stored.id);
    const { threadId, labels } = stored;
    return c.json(fitting('Draft', { id, message: { id: stored.id, threadId, labelIds: [...labels] } }));
  });

  // users.drafts.delete: at once and for good. Around a mail that was sent it took the mail with it (inbox-zero#1480).
  app.delete(`${base}/drafts/:id`, (c) => {
    const store = storeOf(c);
    const message = draftOf(store, c.req.param('id'));
    if (message.labels.has('SENT')) wrong.push('A mail that was sent was deleted.');
    store.drafts.delete(c.req.param('id'));
    store.remove(message);
    return c.body(null, 204);
  });

  app.post(`${base}/watch`, async (c) => {
    const { topicName } = (await c.req.json()) as { topicName: string };
    if (!/^projects\/[\w-]+\/topics\/[\w-]+$/.test(topicName)) throw invalid('Invalid topicName');
    c.get('account').watched.push(topicName);
    const expiration = String(now().getTime() + 7 * 86_400_000);
    return c.json(fitting('WatchResponse', { historyId: String(storeOf(c).historyId()), expiration }));
  });

  const server = await new Promise<ReturnType<typeof serve>>((ready) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => {
      origin = `http://127.0.0.1:${info.port}`;
      ready(started);
    });
  });

  return {
    origin,
    requests,
    switches,
    accounts,

    /** A new, empty account. */
    account(owner: Address, sendAs: SendAs[] = []): FakeAccount {
      const store = openStore(owner, now, switches);
      const account: FakeAccount = {
        owner,
        sendAs: [{ sendAsEmail: owner.address, displayName: owner.name, signature: '', isPrimary: true }, ...sendAs],
        token: `token-${accounts.length}-${crypto.randomUUID()}`,
        store,
        rep: gmailRep(store),
        revoked: false,
        closed: null,
        watched: [],
        charged: [],
      };
      accounts.push(account);
      return account;
    },

    fault(fault: Fault): void {
      faults.push({ times: 1, ...fault });
    },

    /** The rep does something just before the next request that matches ("METHOD path") is carried out. */
    meanwhile(on: RegExp, act: () => unknown): void {
      meanwhile.push({ on, act });
    },

    /** Posts what the push subscription of the topic would, with that token. */
    push: (url: string, account: FakeAccount, token: string) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: pushBody(account.owner.address, account.store.historyId()),
      }),

    /** Throws when something left that may not, or an answer was none of the service's. */
    async stop(): Promise<void> {
      await new Promise<void>((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      const rules = Object.keys(options.allow).map(
        (rule) => new RegExp(`^${rule.replace(/[.*+?^$|[\]\\()]/g, '\\$&').replaceAll('{}', '[^/]+')}$`),
      );
      for (const { method, path } of requests)
        if (!rules.some((rule) => rule.test(`${method} ${path}`))) wrong.push(`${method} ${path} is not on the list.`);
      if (wrong.length > 0) throw new Error([...new Set(wrong)].join('\n'));
    },
  };
}
