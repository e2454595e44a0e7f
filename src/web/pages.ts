/** The pages of the service: a health check, the setup link, the status page behind it. No page acts on mail or deals. */
import { Hono } from 'hono';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import type { Desk } from '../connect/desk.ts';
import { consumeToken, holdsToken } from '../db/admins.ts';
import { overviewOf } from '../db/overview.ts';
import type { Store } from '../db/store.ts';
import { BadInput } from '../errors.ts';
import type { Spending } from '../jobs/spending.ts';
import { connectPages } from './connect.ts';
import { pushHooks } from './push.ts';
import { needsSession, sessions } from './session.ts';
import { layout, statusPage, style } from './status.ts';

/** How long a setup link may be opened. */
export const setupMs = 30 * 60_000;

export interface PagesOptions {
  store: Store;
  now: () => Date;
  /** The story of a draft as plain text; throws BadInput for an unknown id. Absent: the page is not there. */
  explain?: (placementId: string) => Promise<string>;
  /** What the language model has cost today. Absent, or answering null: there is none. */
  spending?: () => Promise<Spending | null>;
  /** What is wrong with an admin's templates. Absent: nothing can be. */
  templateProblems?: () => string[];
  /** Browsers come by https, although a proxy asks us by http. */
  https?: boolean;
  /** For connecting mailboxes and taking notices about them. Absent: those pages are not there. */
  desk?: Desk;
}

export function pages({ store, now, explain, spending, templateProblems, https = false, desk }: PagesOptions): Hono {
  const web = new Hono();
  const admins = sessions({ store, now, https, url: () => desk?.url() ?? null });
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
    await admins.start(c);
    return c.redirect('/', 303);
  });

  web.get('/', async (c) => {
    if ((await admins.of(c)) === null) return c.html(needsSession(), 401);
    const cost = (await spending?.()) ?? null;
    return c.html(statusPage(await overviewOf(store.db), now(), cost, templateProblems?.()), 200, {
      'cache-control': 'no-store',
    });
  });
  if (explain)
    web.get('/drafts/:id', async (c) => {
      if ((await admins.of(c)) === null) return c.html(needsSession(), 401);
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
  if (desk) {
    web.route('/', connectPages(desk, admins));
    web.route('/', pushHooks(desk));
  }
  web.notFound((c) =>
    c.html(layout('Not found', html`<p>There is no such page. <a href="/">The status page</a> is.</p>`), 404),
  );
  return web;
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
