/**
 * The one way to a provider that is reached over HTTP. A gateway holds the token of one account and lets out only what is on its list;
 * whoever holds a gateway can make no other request with that token, whatever the code around it asks for. That is how "cannot send" is
 * true where the provider's own permissions do not say so (`facts/security.md` §0.3).
 */
import { BadInput, NeedsPerson, OutcomeUnknown, TryLater } from '../errors.ts';

export interface GatewayOptions {
  /** Scheme, host and port of the provider's API; nothing else is ever contacted, redirects included. */
  origin: string;
  /**
   * What may leave: "METHOD /path/{}/more", where {} is one path segment, with what one call costs in the provider's own units. Batch
   * endpoints must not be on it: they carry requests that this list would not see.
   */
  allow: Readonly<Record<string, number>>;
  /** A bearer token; asked again, with the refused one, after a 401. */
  token: (refused: string | null) => Promise<string>;
  /** Whose account it is, for messages. */
  account: string;
  /** Requests of this account that may be under way at once. */
  atOnce: number;
  /** Deadline of one exchange. */
  seconds: number;
  /** Told after each request that left. */
  spent?: (units: number) => void;
  now: () => Date;
}

export interface Gateway {
  /**
   * As `fetch`, with the account's token. Throws BadInput for what is not on the list, before anything leaves; NeedsPerson when the token
   * is refused twice; TryLater on 429 and 503, with the time the provider names, and until then without asking again; OutcomeUnknown when a write got
   * no answer or a 5xx; TryLater when a read did. Every other answer is given back.
   */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** Whether such a request would be let out. */
  lets(method: string, url: string): boolean;
}

/** Every other header stays here: among them `X-HTTP-Method-Override`, which would turn one method into another. */
const passed = ['accept', 'content-type', 'prefer', 'if-match', 'consistencylevel', 'user-agent'];

export function openGateway(options: GatewayOptions): Gateway {
  const { allow, token, account, atOnce, seconds, spent, now } = options;
  const origin = new URL(options.origin).origin;
  const rules = Object.entries(allow).map(([rule, units]) => ({ ...readRule(rule), units }));
  const turn = turns(atOnce);
  let closedUntil: Date | null = null;

  function ruleFor(method: string, url: URL) {
    if (url.origin !== origin || url.username || url.password) return undefined;
    return rules.find((rule) => rule.method === method && rule.path.test(url.pathname));
  }

  async function exchange(request: Request, bearer: string): Promise<Response> {
    const headers = new Headers();
    for (const name of passed) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    headers.set('authorization', `Bearer ${bearer}`);
    const body = request.method === 'GET' ? null : await request.clone().arrayBuffer();
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(seconds * 1_000)]);
    let response: Response;
    try {
      // Not `error`, which Workers do not know: there every request would fail.
      response = await fetch(request.url, { method: request.method, headers, body, signal, redirect: 'manual' });
    } catch (error) {
      throw noAnswer(request, account, error);
    }
    if (
      response.type !== 'opaqueredirect' &&
      (response.status < 300 || response.status === 304 || response.status > 399)
    )
      return response;
    await response.body?.cancel();
    throw noAnswer(request, account, new Error(`redirected, HTTP ${response.status}`));
  }

  return {
    lets: (method, url) => ruleFor(method.toUpperCase(), new URL(url)) !== undefined,

    async fetch(input, init) {
      const request = new Request(input, init);
      const url = new URL(request.url);
      const rule = ruleFor(request.method, url);
      if (!rule)
        throw new BadInput(
          `The gateway of ${account} lets no "${request.method} ${url.origin}${url.pathname}" through; nothing was sent.`,
        );
      return turn(async () => {
        if (closedUntil && closedUntil > now()) throw tooMuch(account, closedUntil);
        let bearer = await token(null);
        let response = await exchange(request, bearer);
        spent?.(rule.units);
        if (response.status === 401) {
          await response.body?.cancel();
          bearer = await token(bearer);
          response = await exchange(request, bearer);
          spent?.(rule.units);
        }
        if (response.status === 401)
          throw new NeedsPerson(`${account} does not accept our access any more: connect it again.`);
        if (response.status === 429 || response.status === 503) {
          closedUntil = retryAt(response.headers.get('retry-after'), now());
          throw tooMuch(account, closedUntil);
        }
        if (response.status >= 500) throw noAnswer(request, account, new Error(`HTTP ${response.status}`));
        return response;
      });
    },
  };
}

function readRule(rule: string): { method: string; path: RegExp } {
  const [method = '', path = ''] = rule.split(' ');
  const segments = path.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // An encoded slash would be one segment here and two for a careless server.
  return { method, path: new RegExp(`^${segments.join('(?!\\.{1,2}(?:/|$))(?:(?!%2[fF]|%5[cC])[^/])+')}$`) };
}

function noAnswer(request: Request, account: string, cause: unknown): Error {
  return request.method === 'GET'
    ? new TryLater(`The mail service of ${account} gave no answer; it is asked again later.`, { cause })
    : new OutcomeUnknown(
        `The mail service of ${account} gave no answer to a change; look for it before trying again.`,
        {
          cause,
        },
      );
}

function tooMuch(account: string, at: Date): TryLater {
  return new TryLater(`The mail service of ${account} asks for a pause until ${at.toISOString()}.`, { retryAt: at });
}

/** RFC 9110 §10.2.3: seconds or a date; half a minute where neither is given; never more than a day. */
function retryAt(header: string | null, now: Date): Date {
  const seconds = /^\d+$/.test(header ?? '') ? Number(header) : (Date.parse(header ?? '') - now.getTime()) / 1_000;
  const wait = Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 86_400) : 30;
  return new Date(now.getTime() + wait * 1_000);
}

/** At most so many at once; the others wait in order of arrival. */
function turns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
