/**
 * Speaking to Microsoft Graph: the official client builds the requests, the gateway alone sends them, and failures are translated once, here. The
 * client's own middleware (retries, redirects, authentication) is left out: a repeated POST would be a second draft.
 */
import type { Client, Context, Middleware } from '@microsoft/microsoft-graph-client';
import { Gone, NeedsPerson, TryLater } from '../errors.ts';
import type { Gateway } from '../lib/gateway.ts';

/** Somebody changed the item since it was read. */
export class Changed extends TryLater {}

/** A delta link is worth nothing any more. */
export class StateLost extends TryLater {}

/** A request that the service does not want in this form. Nothing was changed. */
export class Refused extends NeedsPerson {}

/** What a list answers, a page at a time. */
export interface Page<T> {
  value: T[];
  '@odata.nextLink'?: string;
  '@odata.deltaLink'?: string;
}

export interface Graph {
  /** `path` below the version, with what comes after "?" in `query`, not yet encoded. */
  get<T>(path: string, query?: Record<string, string>): Promise<T>;
  /** The next page, or the next round, as the service named it. Throws StateLost for an address that is not the service's own. */
  follow<T>(link: string): Promise<Page<T>>;
  /** Every page. */
  list<T>(path: string, query: Record<string, string>): Promise<T[]>;
  post<T>(path: string, body: unknown): Promise<T>;
  /** With `etag` only while the item is as it was then: throws Changed. */
  patch<T>(path: string, body: unknown, etag?: string): Promise<T>;
  remove(path: string, etag?: string): Promise<void>;
}

/** Ids that survive moves; bodies as plain text, which the service makes better than we could. On every request, whatever it asks for. */
const prefer = 'IdType="ImmutableId", outlook.body-content-type="text", odata.maxpagesize=200';

export function openGraph(gateway: Gateway, origin: string, account: string): Graph {
  let client: Promise<Client> | null = null;
  /** The official client would wrap what the gateway throws into an error of its own. */
  const failures = new WeakMap<Response, unknown>();
  const middleware: Middleware = {
    async execute(context: Context) {
      context.response = await gateway.fetch(context.request, context.options).catch((error) => {
        const response = new Response(null, { status: 599 });
        failures.set(response, error);
        return response;
      });
    },
  };

  async function call(method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: unknown, etag?: string) {
    const { Client, ResponseType } = await import('@microsoft/microsoft-graph-client');
    client ??= Promise.resolve(Client.initWithMiddleware({ baseUrl: `${origin}/`, middleware }));
    const request = (await client)
      .api(path)
      .headers({ Prefer: prefer, ...(etag === undefined ? {} : { 'If-Match': etag }) })
      .responseType(ResponseType.RAW);
    const response: Response =
      method === 'post' || method === 'patch' ? await request[method](body) : await request[method]();
    if (failures.has(response)) throw failures.get(response);
    if (response.status === 204 || response.status === 202) return undefined;
    const answer = await response.json().catch(() => null);
    if (!response.ok) throw failureOf(response.status, String(answer?.error?.code ?? ''), account);
    return answer;
  }

  const encoded = (path: string, query: Record<string, string> = {}) => {
    const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
  };

  const graph: Graph = {
    get: async (path, query) => call('get', encoded(path, query)),
    async follow(link) {
      const base = `${origin}/v1.0/`;
      if (!link.startsWith(base)) throw new StateLost(`A page of ${account} lies outside of the mail service.`);
      return call('get', link.slice(base.length - 1));
    },
    async list<T>(path: string, query: Record<string, string>) {
      let page = await graph.get<Page<T>>(path, query);
      const all = [...page.value];
      while (page['@odata.nextLink'] !== undefined) {
        page = await graph.follow<T>(page['@odata.nextLink']);
        all.push(...page.value);
      }
      return all;
    },
    post: (path, body) => call('post', path, body),
    patch: (path, body, etag) => call('patch', path, body, etag),
    remove: (path, etag) => call('delete', path, undefined, etag),
  };
  return graph;
}

/** What an admin can do about each; by code, for the texts are in the tenant's language. */
const closed: Record<string, string> = {
  mailboxnotenabledforrestapi:
    'has no mailbox in Exchange Online: give it a licence with Exchange, or connect another one',
  mailboxnotsupportedforrestapi:
    'has no mailbox in Exchange Online: give it a licence with Exchange, or connect another one',
  erroraccountsuspend: 'is suspended by Microsoft: sign in to its mailbox and follow the instructions there',
  erroraccesssuspended: 'is suspended by Microsoft: sign in to its mailbox and follow the instructions there',
  erroraccessdenied:
    'does not let Countersign in (ErrorAccessDenied): check that its app has the permission Mail.ReadWrite, then connect it again',
  errorquotaexceeded: 'is full: make room in it',
};

function failureOf(status: number, code: string, account: string): Error {
  const known = closed[code.toLowerCase()];
  if (known) return new NeedsPerson(`The Outlook mailbox ${account} ${known}.`);
  if (status === 410 || /^(syncstate|resync)/i.test(code))
    return new StateLost(`The place up to which the mail of ${account} was read is gone.`);
  if (status === 404 || code === 'ErrorInvalidIdMalformed')
    return new Gone(`What was looked for in the mailbox ${account} is not there any more.`);
  if (status === 409 || status === 412) return new Changed(`A mail of ${account} was changed just now.`);
  const named = /^[\w-]{1,80}$/.test(code) ? code : `HTTP ${status}`;
  if (status === 401 || status === 403)
    return new NeedsPerson(`The mail service refuses access to ${account} (${named}): connect it again.`);
  if (status === 408 || status === 423) return new TryLater(`The mail service of ${account} is busy (${named}).`);
  return new Refused(
    `The mail service of ${account} refused a request (${named}): tell whoever maintains Countersign.`,
  );
}

/** A string inside an OData expression. */
export function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** An id as one segment of a path. */
export function at(id: string): string {
  return `/me/messages/${encodeURIComponent(id)}`;
}

/** Whole seconds, as filters want them. */
export function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
