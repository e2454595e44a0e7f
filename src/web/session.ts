/** Who is signed in, and that a form was sent by a page of ours: same origin, and a token that only its session knows. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { holdsToken, issueToken } from '../db/admins.ts';
import type { Store } from '../db/store.ts';
import { BadInput } from '../errors.ts';
import { layout } from './status.ts';

const sessionMs = 12 * 3_600_000;

export interface SessionOptions {
  store: Store;
  now: () => Date;
  /** Browsers come by https, although a proxy asks us by http. */
  https: boolean;
  /** How browsers reach the pages, where that is known. */
  url: () => string | null;
}

export type Sessions = ReturnType<typeof sessions>;

export function sessions({ store, now, https, url }: SessionOptions) {
  const isSecure = (c: Context): boolean => https || new URL(c.req.url).protocol === 'https:';
  /** `__Host-` cannot be set by another host or over http. */
  const cookieName = (c: Context, name: string): string => (isSecure(c) ? `__Host-${name}` : name);

  function setSecret(c: Context, name: string, value: string, seconds: number): void {
    setCookie(c, cookieName(c, name), value, {
      httpOnly: true,
      secure: isSecure(c),
      // Lax: a provider's page leads back here, and the browser that began has to be known then.
      sameSite: 'Lax',
      path: '/',
      maxAge: seconds,
    });
  }

  return {
    setSecret,
    secret: (c: Context, name: string): string => getCookie(c, cookieName(c, name)) ?? '',

    async start(c: Context): Promise<void> {
      const expires = new Date(now().getTime() + sessionMs);
      setSecret(
        c,
        'countersign',
        await issueToken(store.db, 'session', expires, store.sha256, now()),
        sessionMs / 1_000,
      );
    },

    /** The token of the session, or null. */
    async of(c: Context): Promise<string | null> {
      const session = getCookie(c, cookieName(c, 'countersign')) ?? '';
      return (await holdsToken(store.db, 'session', session, store.sha256, now())) ? session : null;
    },

    /** What the forms of a session carry. */
    formToken: (session: string): string => store.sha256(`form|${session}`),

    /** Throws BadInput for a form that was not sent by a page of ours in this session. */
    checkForm(c: Context, session: string, token: unknown): void {
      const site = c.req.header('sec-fetch-site');
      const origin = c.req.header('origin');
      // Browsers send "null" as origin of our own forms, for our pages send no referrer; then the other header decides, which no page can set.
      const ours =
        site === undefined
          ? origin !== undefined && [new URL(url() ?? c.req.url).origin, new URL(c.req.url).origin].includes(origin)
          : site === 'same-origin';
      const expected = store.sha256(`form|${session}`);
      // Hashes are compared, so that the time it takes tells nothing of the token.
      const known = typeof token === 'string' && store.sha256(token) === store.sha256(expected);
      if (!ours || !known)
        throw new BadInput('This form was not sent from these pages: open the page again and send it from there.');
    },
  };
}

export function needsSession() {
  return layout(
    'Countersign',
    html`<p>
      This page needs a session. Open the setup link that the service printed when it started, or print a new one with
      <code>npm run -s countersign -- setup-link</code>.
    </p>`,
  );
}
