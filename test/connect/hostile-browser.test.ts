/** Hostile and unlucky sign-ins as Chromium carries them out, for each kind that is connected in a browser. */
import { serve } from '@hono/node-server';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setupLink } from '../../src/node.ts';
import { chromiumMissing } from '../demo/chromium.ts';
import { freePort } from '../support/dovecot.ts';
import { minute } from '../support/service.ts';
import { openServed, type Served } from './served.ts';
import { type Account, type KindName, start, type World } from './world.ts';

const reason = chromiumMissing ? ` (skipped: ${chromiumMissing})` : '';
const rep = 'rep@acme.test';

let served: Served;
let world: World;
let kind: KindName;
let context: BrowserContext;
let page: Page;
let account: Account;
let other: Account;
let site: Awaited<ReturnType<typeof openSite>>;

/** Fills in the form; answers the address to which the page leads. */
async function begin(on: Page = page, typed: { name?: string } = {}): Promise<string> {
  await on.goto(`${served.url}/connect/${kind}?rep=${rep}`);
  if (typed.name) await on.getByLabel('Name, as mails are signed').fill(typed.name);
  await on.getByRole('button', { name: 'Go on' }).click();
  return (await on.locator('a.go').getAttribute('href')) ?? '';
}

/** The address to which the provider leads back, not yet visited. */
async function answerOf(url: string): Promise<URL> {
  const { headers } = await fetch(url, { redirect: 'manual' });
  return new URL(headers.get('location') ?? '');
}

async function status(url: string | URL, on: Page = page): Promise<number> {
  return (await on.goto(String(url)))?.status() ?? 0;
}

async function signIn(): Promise<number> {
  return status(await begin());
}

const callback = (query: string) => `${served.url}/connect/${kind}/callback?${query}`;

async function changed(change: (answer: URL) => void): Promise<number> {
  const answer = await answerOf(await begin());
  change(answer);
  return status(answer);
}

async function signedIn(): Promise<BrowserContext> {
  const made = await served.chromium.newContext();
  const first = await made.newPage();
  await first.goto(await setupLink(world.service.app));
  await first.getByRole('button', { name: 'Open the status page' }).click();
  return made;
}

/** In another browser, with the session cookie alone. */
async function inAnother(from: BrowserContext, act: (page: Page) => Promise<number>, names: string[]): Promise<number> {
  const made = await served.chromium.newContext();
  await made.addCookies((await from.cookies()).filter(({ name }) => names.includes(name)));
  try {
    return await act(await made.newPage());
  } finally {
    await made.close();
  }
}

/** Somebody else's site, whose page is what a test puts there. */
async function openSite() {
  const port = await freePort();
  const state = { html: '' };
  const fetch = () => new Response(state.html, { headers: { 'content-type': 'text/html' } });
  const server = await new Promise<ReturnType<typeof serve>>((ready) => {
    const made = serve({ fetch, hostname: '127.0.0.1', port }, () => ready(made));
  });
  return {
    url: `http://localhost:${port}/`,
    state,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}

/** Of the page to confirm that is open. */
const hidden = async (name: string) => (await page.locator(`form input[name="${name}"]`).getAttribute('value')) ?? '';

async function postedFromElsewhere(path: string, fields: Record<string, string>): Promise<number> {
  const inputs = Object.entries(fields).map(([name, value]) => `<input name="${name}" value="${value}">`);
  site.state.html = `<form method="post" action="${served.url}${path}">${inputs.join('')}<button>Win</button></form>`;
  await page.goto(site.url);
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.url().startsWith(served.url)),
    page.getByRole('button', { name: 'Win' }).click(),
  ]);
  return response.status();
}

const variants: [name: string, status: number, act: () => Promise<number>][] = [
  ['a state that nobody made', 400, () => status(callback('state=forged&code=y'))],
  ['no state', 400, () => status(callback('code=y'))],
  ['two states', 400, () => changed(({ searchParams }) => searchParams.append('state', 'x'))],
  ['a state without its code', 400, () => changed(({ searchParams }) => searchParams.delete('code'))],
  [
    'an answer opened twice',
    400,
    async () => {
      const answer = await answerOf(await begin());
      await page.goto(answer.href);
      return status(answer);
    },
  ],
  [
    'an answer opened in a browser without a session',
    401,
    async () => {
      const answer = await answerOf(await begin());
      return inAnother(context, (second) => status(answer, second), []);
    },
  ],
  [
    'an answer opened in another browser of the same session',
    400,
    async () => {
      const answer = await answerOf(await begin());
      return inAnother(context, (second) => status(answer, second), ['countersign']);
    },
  ],
  [
    'an answer of an attacker that an admin is led to',
    400,
    async () => {
      const attacker = await signedIn();
      const answer = await answerOf(await begin(await attacker.newPage()));
      await attacker.close();
      await begin();
      site.state.html = `<a href="${answer.href.replaceAll('&', '&amp;')}">Prize</a>`;
      await page.goto(site.url);
      const [response] = await Promise.all([
        page.waitForResponse((each) => each.url() === answer.href),
        page.getByRole('link', { name: 'Prize' }).click(),
      ]);
      return response.status();
    },
  ],
  [
    'the code of another sign-in',
    400,
    async () => {
      const theirs = await answerOf(await begin());
      return changed(({ searchParams }) => searchParams.set('code', theirs.searchParams.get('code') ?? ''));
    },
  ],
  [
    'another challenge put into the request',
    400,
    async () => {
      const url = new URL(await begin());
      url.searchParams.set('code_challenge', 'A'.repeat(43));
      return status(url);
    },
  ],
  [
    'the answer of another issuer',
    400,
    async () => {
      world.oauth.faults.iss = 'https://accounts.evil.example';
      return signIn();
    },
  ],
  ['an answer with tokens in it', 400, () => changed(({ searchParams }) => searchParams.set('id_token', 'x.y.z'))],
  [
    'consent refused',
    403,
    async () => {
      world.oauth.faults.refuse = 'access_denied';
      return signIn();
    },
  ],
  [
    'a refusal in words of markup',
    403,
    async () => {
      world.oauth.faults.refuse = '<img src=x onerror=alert(1)>';
      return signIn();
    },
  ],
  [
    'another mailbox than was named',
    409,
    async () => {
      world.oauth.signIn(world.person(other));
      return signIn();
    },
  ],
  [
    'a scope that is only nearly the right one',
    403,
    async () => {
      world.oauth.faults.scopes = ['Mail.ReadWrite.Shared', 'https://www.googleapis.com/auth/gmail.readonly'];
      return signIn();
    },
  ],
  [
    'an answer without a refresh token',
    403,
    async () => {
      world.oauth.faults.noRefreshToken = true;
      return signIn();
    },
  ],
  [
    'a sign-in service that is down',
    503,
    async () => {
      world.oauth.faults.token = { times: 1, answer: 503 };
      return signIn();
    },
  ],
  [
    'an answer that is ten minutes late',
    400,
    async () => {
      const answer = await answerOf(await begin());
      world.service.setClock(new Date(start.getTime() + 10 * minute));
      return status(answer);
    },
  ],
  [
    // SameSite: the browser sends no cookie along.
    'a confirmation that another site posts, with everything it could know',
    401,
    async () => {
      await signIn();
      const fields = { attempt: await hidden('attempt'), token: await hidden('token'), answer: 'yes' };
      return postedFromElsewhere(`/connect/${kind}/confirm`, fields);
    },
  ],
  [
    'a beginning that another site posts',
    401,
    async () => {
      await begin();
      await page.goto(`${served.url}/connect/${kind}`);
      return postedFromElsewhere(`/connect/${kind}`, { token: await hidden('token'), rep });
    },
  ],
  [
    'a page to confirm inside of a frame of another site',
    200,
    async () => {
      await signIn();
      site.state.html = `<iframe src="${page.url().replaceAll('&', '&amp;')}"></iframe>`;
      const code = await status(site.url);
      const shown = await page.frames().at(-1)!.locator('body').innerText();
      expect(page.frames()).toHaveLength(2);
      expect(shown).not.toContain('Connect this mailbox');
      return code;
    },
  ],
  [
    'a name of markup, up to the page to confirm',
    200,
    async () => {
      await page.goto(await begin(page, { name: `<img src=x onerror="alert(1)"><script>alert(2)</script>` }));
      expect(await page.locator('img, script').count()).toBe(0);
      expect(await page.locator('body').innerText()).toContain('<script>alert(2)</script>');
      return 200;
    },
  ],
  [
    'a confirmation that says no',
    200,
    async () => {
      await signIn();
      await page.getByRole('button', { name: 'Do not connect it' }).click();
      expect(await world.attempts()).toEqual([]);
      return 200;
    },
  ],
];

describe.skipIf(chromiumMissing)(`hostile sign-ins in a browser${reason}`, () => {
  beforeAll(async () => {
    served = await openServed();
    world = served.world;
    site = await openSite();
  });
  afterAll(async () => {
    await served?.stop();
    await site?.stop();
  });

  describe.each(['outlook', 'gmail'] as const)('%s', (name) => {
    const dialogs: string[] = [];
    beforeAll(async () => {
      kind = name;
      account = world.account(kind, 'Rep', rep);
      other = world.account(kind, 'Other', 'other@acme.test');
    });
    beforeEach(async () => {
      await world.clear();
      world.service.setClock(start);
      world.oauth.signIn(world.person(account));
      context = await signedIn();
      page = await context.newPage();
      dialogs.length = 0;
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      return () => context.close();
    });

    it('an honest one goes through, so that the others fail for their own reasons', async () => {
      expect(await signIn()).toBe(200);
      await page.getByRole('button', { name: 'Connect this mailbox' }).click();
      await page.waitForURL(/\/$/);
      expect(await world.mailboxes()).toMatchObject([{ kind, rep }]);
      // Back, and once more.
      await page.goBack();
      expect(await page.locator('body').innerText()).not.toContain('Connect this mailbox');
      expect(await world.mailboxes()).toHaveLength(1);
    });

    // Each in one kind: a browser takes its time, and `sign-in.test.ts` tries its own table on both.
    it.each(variants.filter((_, n) => n % 2 === (name === 'gmail' ? 0 : 1)))('%s: %i', async (_, expected, act) => {
      expect(await act()).toBe(expected);
      expect(await world.mailboxes()).toEqual([]);
      expect(dialogs).toEqual([]);
      expect(world.logged.join('')).not.toContain('page-failed');
      expect(world.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
    });
  });
});
