/** The pages of the service: a health check, the setup link, the status page behind it. No page acts on mail or deals. */
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import { consumeToken, holdsToken, issueToken } from '../db/admins.ts';
import { overviewOf } from '../db/overview.ts';
import type { Store } from '../db/store.ts';
import { BadInput } from '../errors.ts';
import { layout, statusPage, style } from './status.ts';

const sessionMs = 12 * 3_600_000;
/** How long a setup link may be opened. */
export const setupMs = 30 * 60_000;

export interface PagesOptions {
  store: Store;
  now: () => Date;
  /** The story of a draft as plain text; throws BadInput for an unknown id. Absent: the page is not there. */
  explain?: (placementId: string) => Promise<string>;
  /** Browsers come by https, although a proxy asks us by http. */
  https?: boolean;
}

export function pages({ store, now, explain, https = false }: PagesOptions): Hono {
  const web = new Hono();
  web.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  );
  web.get('/health', (c) => c.json({ ok: true }));
  web.get('/style.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }));

  // Opening the link changes nothing, for scanners open links; pressing the button does.
  web.get('/setup/:token', async (c) => {
    const token = c.req.param('token');
    if (!(await holdsToken(store.db, 'setup', token, store.sha256, now()))) return c.html(usedUp(), 410);
    return c.html(
      layout(
        'Countersign',
        html`<p>This link opens the status page in this browser. It works once.</p>
          <form method="post"><button>Open the status page</button></form>`,
      ),
    );
  });
  web.post('/setup/:token', async (c) => {
    if (!(await consumeToken(store.db, 'setup', c.req.param('token'), store.sha256, now())))
      return c.html(usedUp(), 410);
    const expires = new Date(now().getTime() + sessionMs);
    const session = await issueToken(store.db, 'session', expires, store.sha256, now());
    const secure = https || new URL(c.req.url).protocol === 'https:';
    setCookie(c, secure ? '__Host-countersign' : 'countersign', session, {
      httpOnly: true,
      secure,
      sameSite: 'Lax',
      path: '/',
      maxAge: sessionMs / 1_000,
    });
    return c.redirect('/', 303);
  });

  const signedIn = async (c: Parameters<typeof getCookie>[0]): Promise<boolean> => {
    const session = getCookie(c, '__Host-countersign') ?? getCookie(c, 'countersign') ?? '';
    return holdsToken(store.db, 'session', session, store.sha256, now());
  };
  web.get('/', async (c) => {
    if (!(await signedIn(c))) return c.html(needsSession(), 401);
    return c.html(statusPage(await overviewOf(store.db), now()), 200, { 'cache-control': 'no-store' });
  });
  if (explain)
    web.get('/drafts/:id', async (c) => {
      if (!(await signedIn(c))) return c.html(needsSession(), 401);
      try {
        const text = await explain(c.req.param('id'));
        return c.html(layout('What became of this draft', html`<pre>${text}</pre>`), 200, {
          'cache-control': 'no-store',
        });
      } catch (error) {
        if (error instanceof BadInput) return c.html(layout('Not found', html`<p>${error.message}</p>`), 404);
        throw error;
      }
    });
  web.notFound((c) =>
    c.html(layout('Not found', html`<p>There is no such page. <a href="/">The status page</a> is.</p>`), 404),
  );
  return web;
}

function needsSession() {
  return layout(
    'Countersign',
    html`<p>
      This page needs a session. Open the setup link that the service printed when it started, or print a new one with
      <code>npm run -s countersign -- setup-link</code>.
    </p>`,
  );
}

function usedUp() {
  return layout(
    'Countersign',
    html`<p>
      This link was used already or is older than 30 minutes. Print a new one with
      <code>npm run -s countersign -- setup-link</code>.
    </p>`,
  );
}
