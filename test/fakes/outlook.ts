/**
 * Microsoft Graph's mail API as far as it is documented, in memory, on a loopback port: many accounts, one clock. What is not known for sure is a
 * switch (`outlook-store.ts`). The rep's acts are functions (`outlook-rep.ts`), never requests. Every request is recorded; `stop` fails when one of
 * them is not on the list of what may leave, or when an answer does not fit the published schema.
 */
import type { IncomingMessage } from 'node:http';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Address } from '../../src/domain/mail.ts';
import { htmlOf, quoteOf } from './outlook-body.ts';
import { type Push, subscriptions } from './outlook-push.ts';
import { normalId, Refused, render, select } from './outlook-query.ts';
import { type OutlookRep, outlookRep } from './outlook-rep.ts';
import { type Item, inReplyTo, likely, openStore, references, type Store, type Switches } from './outlook-store.ts';

export interface GraphOptions {
  now: () => Date;
  switches?: Partial<Switches>;
  /** What may leave: the kind's own list. */
  allow: Readonly<Record<string, number>>;
  /** Throws when a value does not fit the schema of that name. */
  validate?: (type: string, value: unknown) => void;
  /** Messages on a page, whatever is asked for. */
  pageSize?: number;
}

export interface Recorded {
  method: string;
  path: string;
  query: string;
  prefer: string;
  account: string;
}

export interface Fault {
  /** "METHOD path?query": the first requests that match are answered so. */
  on: RegExp;
  /** `before`: nothing happens. `after`: it happens, and then no answer comes. A number: that status. */
  answer: number | 'before' | 'after';
  code?: string;
  headers?: Record<string, string>;
  times?: number;
  /** So many that match are answered as ever before. */
  skip?: number;
}

export interface GraphAccount {
  owner: Address;
  aliases: string[];
  token: string;
  store: Store;
  rep: OutlookRep;
  /** Tokens are refused from now on. */
  revoked: boolean;
  /** Every request is answered with this code: no licence, suspended, access denied. */
  closed: { status: number; code: string } | null;
  push: Push;
  /** Most requests that were under way at once. */
  atOnce: number;
}

type Env = { Bindings: { incoming: IncomingMessage }; Variables: { account: GraphAccount } };

export type Graph = Awaited<ReturnType<typeof startGraph>>;

/** throttling-limits: four requests at once for one app and one mailbox. */
const maxAtOnce = 4;

export async function startGraph(options: GraphOptions) {
  const switches: Switches = { ...likely, ...options.switches };
  const validate = options.validate ?? (() => {});
  const accounts: GraphAccount[] = [];
  const requests: Recorded[] = [];
  const wrong: string[] = [];
  const faults: (Fault & { times: number })[] = [];
  const underWay = new Map<GraphAccount, number>();
  const meanwhile: { on: RegExp; act: () => unknown }[] = [];
  let epoch = 0;
  let origin = '';
  const app = new Hono<Env>();

  const refusal = (c: Context, status: number, code: string, message: string, headers: Record<string, string> = {}) => {
    const error = {
      code,
      message,
      innerError: { date: '2026-01-01T00:00:00', 'request-id': 'r', 'client-request-id': 'r' },
    };
    validate('publicError', { code, message });
    return c.json({ error }, status as 400, headers);
  };

  app.use('*', async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const account = accounts.find(({ token }) => c.req.header('authorization') === `Bearer ${token}`);
    const prefer = c.req.header('prefer') ?? '';
    requests.push({
      method: c.req.method,
      path: pathname,
      query: search,
      prefer,
      account: account?.owner.address ?? '',
    });
    const due = faults.filter(({ on, times }) => times > 0 && on.test(`${c.req.method} ${pathname}${search}`));
    const fault = due.find(({ skip = 0 }) => skip === 0);
    for (const each of due) each.skip = Math.max(0, (each.skip ?? 0) - 1);
    if (fault) fault.times -= 1;
    if (fault?.answer === 'before') {
      c.env.incoming.socket.destroy();
      return c.body(null);
    }
    if (typeof fault?.answer === 'number')
      return refusal(c, fault.answer, fault.code ?? 'UnknownError', 'As asked.', fault.headers);
    if (!account || account.revoked)
      return refusal(c, 401, 'InvalidAuthenticationToken', 'Access token has expired or is not yet valid.');
    if (account.closed) return refusal(c, account.closed.status, account.closed.code, 'This mailbox is closed.');
    c.set('account', account);
    const now = (underWay.get(account) ?? 0) + 1;
    underWay.set(account, now);
    account.atOnce = Math.max(account.atOnce, now);
    try {
      const due = meanwhile.findIndex(({ on }) => on.test(`${c.req.method} ${pathname}`));
      if (due >= 0) await meanwhile.splice(due, 1)[0]?.act();
      if (now > maxAtOnce)
        return refusal(c, 429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
          'retry-after': '1',
        });
      // So that requests of one moment are really under way together.
      await new Promise((go) => setImmediate(go));
      await next();
    } finally {
      underWay.set(account, (underWay.get(account) ?? 1) - 1);
    }
    if (fault?.answer === 'after') c.env.incoming.socket.destroy();
  });
  app.onError((error, c) =>
    error instanceof Refused
      ? refusal(c, error.status, error.code, error.message)
      : refusal(c, 500, 'generalException', String(error)),
  );
  app.notFound((c) => refusal(c, 404, 'BadRequest', 'Resource not found for the segment.'));

  const viewOf = (c: Context<Env>) => ({
    select: c.req.query('$select')?.split(',') ?? null,
    expand: c.req.query('$expand') ?? null,
    ...preferences(c),
  });
  const preferences = (c: Context<Env>) => {
    const prefer = c.req.header('prefer') ?? '';
    return {
      immutable: prefer.includes('IdType="ImmutableId"'),
      text: prefer.includes('outlook.body-content-type="text"'),
    };
  };
  const show = (c: Context<Env>, item: Item, view = viewOf(c)) => {
    const message = render(c.get('account').store, item, view);
    validate(typeOf(message), message);
    return message;
  };
  const itemOf = (c: Context<Env>): Item => {
    const { store } = c.get('account');
    const id = c.req.param('id') ?? '';
    if (!/^AA[\w-]+={0,2}$/.test(id)) throw new Refused(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');
    const { immutable } = preferences(c);
    const found = [...store.items.values()].find((item) => (immutable ? item.id : item.plainId) === id);
    if (!found) throw new Refused(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
    return found;
  };
  const folderOf = (c: Context<Env>, nameOrId: string) => {
    const folder = c.get('account').store.folder(nameOrId);
    if (!folder) throw new Refused(404, 'ErrorItemNotFound', 'The specified folder could not be found in the store.');
    return folder;
  };

  app.get('/v1.0/me', (c) => {
    const { owner, aliases } = c.get('account');
    return c.json({
      id: '48d31887-5fad-4d73-a9f5-3c356e68a038',
      mail: owner.address,
      userPrincipalName: owner.address,
      displayName: owner.name,
      proxyAddresses: [
        `SMTP:${owner.address}`,
        ...aliases.map((each) => `smtp:${each}`),
        'x500:/o=ExchangeLabs/cn=rep',
      ],
    });
  });

  app.get('/v1.0/me/mailFolders/:folder', (c) => {
    const { id, displayName } = folderOf(c, c.req.param('folder'));
    const folder = {
      id,
      displayName,
      parentFolderId: 'AQMkroot',
      childFolderCount: 0,
      totalItemCount: 0,
      unreadItemCount: 0,
    };
    validate('mailFolder', folder);
    return c.json(folder);
  });

  const list = (c: Context<Env>, folderName: string | null) => {
    const { store } = c.get('account');
    const query = (name: string) => c.req.query(name) ?? null;
    const top = Number(query('$top') ?? 10);
    if (!(top >= 1 && top <= 1000)) throw new Refused(400, 'ErrorInvalidUrlQuery', 'The page size is not allowed.');
    const size = Math.min(top, options.pageSize ?? top);
    const skip = Number(query('$skip') ?? 0);
    const found = select(store, folderName === null ? null : folderOf(c, folderName), {
      filter: query('$filter'),
      orderby: query('$orderby'),
      search: query('$search'),
    });
    const value = found.slice(skip, skip + size).map((item) => show(c, item));
    const url = new URL(c.req.url);
    url.searchParams.set('$skip', String(skip + size));
    return c.json({
      '@odata.context': `${origin}/v1.0/$metadata#users('x')/messages`,
      value,
      ...(found.length > skip + size ? { '@odata.nextLink': `${origin}${url.pathname}${url.search}` } : {}),
    });
  };
  app.get('/v1.0/me/messages', (c) => list(c, null));
  app.get('/v1.0/me/mailFolders/:folder/messages', (c) => list(c, c.req.param('folder')));

  // delta-query-messages.md: links name the folder in parentheses, tokens hold the options of the first request.
  const delta = (c: Context<Env>, folderName: string) => {
    const { store } = c.get('account');
    const folder = folderOf(c, folderName);
    const state = deltaState(c, folder.id, epoch, store.seq());
    const asked = Number(/odata\.maxpagesize=(\d+)/.exec(c.req.header('prefer') ?? '')?.[1] ?? 10);
    const size = Math.min(asked, options.pageSize ?? asked);
    const since = state.since === null ? Number.NEGATIVE_INFINITY : Date.parse(state.since);
    const due = [...folder.log].filter(([id, change]) => {
      if (change.seq <= state.after) return false;
      if (change.removed) return !state.initial;
      return (store.items.get(id)?.received.getTime() ?? 0) >= since;
    });
    const page = due.slice(0, size);
    const value = page.map(([id, change]) => {
      const item = store.items.get(id);
      const shown = preferences(c).immutable ? id : (item?.plainId ?? id);
      if (change.removed || !item) return { id: shown, '@removed': { reason: 'deleted' } };
      if (!state.initial && switches.partialUpdates && change.wholeSeq <= state.base)
        return { '@odata.etag': `W/"${item.version}"`, id: shown, isRead: item.isRead, parentFolderId: item.folder };
      return show(c, item, { select: state.select, expand: state.expand, ...preferences(c) });
    });
    for (const each of value) validate(typeOf(each), each);
    const more = due.length > page.length;
    const next = more
      ? { ...state, after: page.at(-1)![1].seq }
      : { ...state, after: store.seq(), base: store.seq(), initial: false };
    const link = `${origin}/v1.0/me/mailfolders('${folder.id}')/messages/delta?$${more ? 'skip' : 'delta'}token=${Buffer.from(JSON.stringify(next)).toString('base64url')}`;
    return c.json({
      '@odata.context': `${origin}/v1.0/$metadata#Collection(message)`,
      [more ? '@odata.nextLink' : '@odata.deltaLink']: link,
      value,
    });
  };
  app.get('/v1.0/me/mailFolders/:folder/messages/delta', (c) => delta(c, c.req.param('folder')));
  app.get("/v1.0/me/:folder{mailfolders\\('[^/]+'\\)}/messages/delta", (c) =>
    delta(c, decodeURIComponent(c.req.param('folder')).slice("mailfolders('".length, -2)),
  );

  app.get('/v1.0/me/messages/:id', (c) => c.json(show(c, itemOf(c))));

  app.get('/v1.0/me/messages/:id/attachments', (c) => {
    const fields = c.req.query('$select')?.split(',') ?? null;
    if (!fields || fields.includes('contentBytes')) wrong.push('The content of attachments was asked for.');
    const value = itemOf(c).attachments.map((each) => ({
      '@odata.type': '#microsoft.graph.fileAttachment',
      ...each,
    }));
    for (const each of value) validate('attachment', each);
    return c.json({ value });
  });

  app.delete('/v1.0/me/messages/:id/attachments/:attachment', (c) => {
    const item = itemOf(c);
    item.attachments = item.attachments.filter(({ id }) => id !== c.req.param('attachment'));
    c.get('account').store.changed(item);
    return c.body(null, 204);
  });

  const ifMatch = (c: Context<Env>, item: Item) => {
    const tag = c.req.header('if-match');
    if (tag && tag !== '*' && tag !== `W/"CQAAABYAAA${item.version}"`)
      throw new Refused(
        412,
        'ErrorIrresolvableConflict',
        'The change key passed in the request does not match the current change key.',
      );
  };

  app.patch('/v1.0/me/messages/:id', async (c) => {
    const { store } = c.get('account');
    const item = itemOf(c);
    const change = (await c.req.json()) as Writable;
    ifMatch(c, item);
    const flagOnly = Object.keys(change).every((name) => name === 'isRead');
    // message-update.md: these only while isDraft is true.
    if (
      !item.isDraft &&
      ['subject', 'body', 'toRecipients', 'ccRecipients', 'internetMessageId'].some((name) => name in change)
    )
      throw new Refused(400, 'ErrorInvalidPropertySet', 'This property is only writable on drafts.');
    write(item, change);
    store.changed(item, flagOnly ? 'flag' : 'whole');
    return c.json(show(c, item));
  });

  app.delete('/v1.0/me/messages/:id', (c) => {
    const { store } = c.get('account');
    const item = itemOf(c);
    if (switches.deleteMindsIfMatch) ifMatch(c, item);
    // message-delete: moved to Deleted Items; from there to the Recoverable Items.
    store.move(item, store.nameOf(item) === 'deleteditems' ? 'recoverableitemsdeletions' : 'deleteditems');
    return c.body(null, 204);
  });

  app.post('/v1.0/me/messages/:id/move', async (c) => {
    const { destinationId } = (await c.req.json()) as { destinationId: string };
    const { id } = folderOf(c, destinationId);
    return c.json(show(c, c.get('account').store.move(itemOf(c), id)), 201);
  });

  const createReply = async (c: Context<Env>, all: boolean) => {
    const { store, owner } = c.get('account');
    const original = itemOf(c);
    const text = await c.req.text();
    const { message = {} } = (text === '' ? {} : JSON.parse(text)) as { message?: Writable };
    if (Object.keys(message).length > 0 && switches.createReplyMessage === 'refused')
      throw new Refused(400, 'ErrorInvalidRequest', 'The request is invalid.');
    const draft = store.add('drafts', {
      internetMessageId: `<${crypto.randomUUID()}@prod.outlook.com>`,
      // graph-docs#4355: on a draft it makes a thread of its own.
      conversationId: original.isDraft ? store.newConversation() : original.conversationId,
      subject: /^re:/i.test(original.subject) ? original.subject : `Re: ${original.subject}`,
      to: original.from ? [original.from] : [],
      cc: all ? [...original.to, ...original.cc].filter(({ address }) => address !== owner.address) : [],
      body: { contentType: 'html', content: htmlOf(quoteOf(original)) },
      isDraft: true,
      // Pictures inside the quoted text come along.
      attachments: original.attachments
        .filter(({ isInline }) => isInline)
        .map((each) => ({ ...each, id: `AAatt${crypto.randomUUID()}=` })),
    });
    if (switches.createReplySetsHeaders && original.internetMessageId) {
      const before = original.properties.get(normalId(references));
      draft.properties.set(normalId(inReplyTo), original.internetMessageId);
      draft.properties.set(normalId(references), [before, original.internetMessageId].filter(Boolean).join(' '));
    }
    if (switches.createReplyMessage === 'taken') write(draft, message);
    if (switches.createReplyMarksRead && !original.isRead) {
      original.isRead = true;
      store.changed(original, 'flag');
    }
    return c.json(show(c, draft, switches.createReplyMindsPrefer ? viewOf(c) : { ...viewOf(c), text: false }), 201);
  };
  app.post('/v1.0/me/messages/:id/createReply', (c) => createReply(c, false));
  app.post('/v1.0/me/messages/:id/createReplyAll', (c) => createReply(c, true));

  app.post('/v1.0/me/mailFolders/:folder/messages', async (c) => {
    const { store } = c.get('account');
    const fields = (await c.req.json()) as Writable;
    const headers = fields.internetMessageHeaders ?? [];
    for (const { name } of headers)
      if (!/^x-/i.test(name))
        throw new Refused(
          400,
          'InvalidInternetMessageHeader',
          `The internet message header name '${name}' should start with 'x-' or 'X-'.`,
        );
    const item = store.add(folderOf(c, c.req.param('folder')).name, {
      internetMessageId: `<${crypto.randomUUID()}@prod.outlook.com>`,
      conversationId: store.newConversation(),
      headers: headers.length > 0 ? headers : null,
    });
    write(item, fields);
    const answered = item.properties.get(normalId(inReplyTo));
    if (answered) item.conversationId = store.conversationOf([answered]);
    // drafts.md §2.1: PidTagMessageFlags and PidTagMessageDeliveryTime at creation; without the flags it is a draft.
    const flags = item.properties.get(normalId('Integer 0x0E07'));
    item.isDraft = flags === undefined || (Number(flags) & 8) !== 0;
    item.isRead = flags !== undefined && (Number(flags) & 1) !== 0;
    const delivered = item.properties.get(normalId('SystemTime 0x0E06'));
    if (delivered) item.received = new Date(delivered);
    return c.json(show(c, item), 201);
  });

  subscriptions(app, (c: Context) => (c as Context<Env>).get('account').push, options.now, validate);

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
    account(owner: Address, aliases: string[] = []): GraphAccount {
      const store = openStore(owner, options.now, switches);
      const account: GraphAccount = {
        owner,
        aliases,
        token: `token-${accounts.length}-${crypto.randomUUID()}`,
        store,
        rep: outlookRep(store),
        revoked: false,
        closed: null,
        push: { made: [] },
        atOnce: 0,
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

    /** Every delta link handed out so far is worth nothing any more (410, delta-query-overview). */
    expireDeltas(): void {
      epoch += 1;
    },

    /** Throws when something left that may not, or an answer was none of the service's. */
    async stop(): Promise<void> {
      await new Promise<void>((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      const rules = Object.keys(options.allow).map(
        (rule) => new RegExp(`^${rule.replace(/[.*+?^$|[\]\\()]/g, '\\$&').replaceAll('{}', '[^/]+')}$`),
      );
      for (const { method, path, prefer } of requests) {
        if (!rules.some((rule) => rule.test(`${method} ${path}`))) wrong.push(`${method} ${path} is not on the list.`);
        if (!prefer.includes('IdType="ImmutableId"')) wrong.push(`${method} ${path} did not ask for immutable ids.`);
      }
      if (wrong.length > 0) throw new Error([...new Set(wrong)].join('\n'));
    },
  };
}

/** By the schema's name. */
const typeOf = (message: Record<string, unknown>): string =>
  String(message['@odata.type'] ?? '#microsoft.graph.message').replace('#microsoft.graph.', '');

interface Writable {
  subject?: string;
  body?: Item['body'];
  from?: Recipient;
  toRecipients?: Recipient[];
  ccRecipients?: Recipient[];
  bccRecipients?: Recipient[];
  internetMessageId?: string;
  isRead?: boolean;
  singleValueExtendedProperties?: { id: string; value: string }[];
  internetMessageHeaders?: { name: string; value: string }[];
}

interface Recipient {
  emailAddress: { name?: string; address: string };
}

function write(item: Item, fields: Writable): void {
  const person = ({ emailAddress: { name = '', address } }: Recipient): Address => ({ name, address });
  if (fields.subject !== undefined) item.subject = fields.subject;
  if (fields.body) item.body = { ...fields.body };
  if (fields.from) item.from = person(fields.from);
  if (fields.toRecipients) item.to = fields.toRecipients.map(person);
  if (fields.ccRecipients) item.cc = fields.ccRecipients.map(person);
  if (fields.bccRecipients) item.bcc = fields.bccRecipients.map(person);
  if (fields.internetMessageId !== undefined) item.internetMessageId = fields.internetMessageId;
  if (fields.isRead !== undefined) item.isRead = fields.isRead;
  for (const { id, value } of fields.singleValueExtendedProperties ?? []) item.properties.set(normalId(id), value);
}

interface DeltaState {
  folder: string;
  epoch: number;
  /** Changes up to here were given. */
  after: number;
  /** Where the round began. */
  base: number;
  initial: boolean;
  since: string | null;
  select: string[] | null;
  expand: string | null;
}

function deltaState(c: Context, folder: string, epoch: number, seq: number): DeltaState {
  const token = c.req.query('$skiptoken') ?? c.req.query('$deltatoken');
  if (token !== undefined) {
    let state: DeltaState;
    try {
      state = JSON.parse(Buffer.from(token, 'base64url').toString());
    } catch {
      throw new Refused(400, 'SyncStateInvalid', 'The sync state is not valid.');
    }
    if (state.epoch !== epoch || state.folder !== folder)
      throw new Refused(410, 'syncStateNotFound', 'The sync state generation is not found; continuity was lost.');
    return state;
  }
  const filter = c.req.query('$filter') ?? null;
  const since = filter === null ? null : (/^receivedDateTime (?:ge|gt) (\S+Z)$/.exec(filter)?.[1] ?? '');
  if (since === '')
    throw new Refused(400, 'ErrorInvalidUrlQuery', 'Only receivedDateTime can be filtered in a delta query.');
  if (c.req.query('$search') !== undefined)
    throw new Refused(400, 'ErrorInvalidUrlQuery', 'No search in a delta query.');
  return {
    folder,
    epoch,
    after: 0,
    base: seq,
    initial: true,
    since,
    select: c.req.query('$select')?.split(',') ?? null,
    expand: c.req.query('$expand') ?? null,
  };
}
