/** The whole way in Chromium: from the setup link to a mailbox that is read, told of changes, and disconnected. */
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setupLink } from '../../src/node.ts';
import { chromiumMissing, startChromium } from '../demo/chromium.ts';
import { type ImapServer, startImapServer } from '../fakes/imap-server.ts';
import type { GraphAccount } from '../fakes/outlook.ts';
import { notify } from '../fakes/outlook-push.ts';
import { freePort } from '../support/dovecot.ts';
import { minute } from '../support/service.ts';
import { mailboxOf, openWorld, type World } from './world.ts';

const reason = chromiumMissing ? ` (skipped: ${chromiumMissing})` : '';
const rep = 'rep@acme.test';

describe.skipIf(chromiumMissing)(`connecting in a browser${reason}`, () => {
  let world: World;
  let account: GraphAccount;
  let imap: ImapServer;
  let chromium: Browser;
  let page: Page;
  let server: ReturnType<typeof serve>;
  const complaints: string[] = [];

  beforeAll(async () => {
    const port = await freePort();
    world = await openWorld({
      environment: { COUNTERSIGN_URL: `http://127.0.0.1:${port}` },
      change: (kind, oauth) => ({
        ...kind,
        oauth: {
          ...kind.oauth!,
          // Another site than ours, as a provider's is: what cookies do on the way back depends on that.
          server: (client) => ({
            ...kind.oauth!.server(client),
            authorizationEndpoint: kind
              .oauth!.server(client)
              .authorizationEndpoint.replace(oauth.origin, oauth.origin.replace('127.0.0.1', 'localhost')),
          }),
        },
      }),
    });
    account = world.graph.account({ name: 'Rep Ö', address: rep });
    world.oauth.signIn(world.person(account));
    imap = await startImapServer({ users: [{ address: 'ivy@acme.test', password: 'secret' }] });
    const { web } = world.service.app;
    server = await new Promise((ready) => {
      const made = serve({ fetch: web.fetch, hostname: '127.0.0.1', port }, () => ready(made));
    });
    chromium = await startChromium();
    page = await chromium.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
  });
  afterAll(async () => {
    await chromium?.close();
    await new Promise((done) => server?.close(done));
    await imap?.stop();
    await world?.stop();
  });

  it('takes an admin from the setup link to a connected mailbox', async () => {
    await page.goto(await setupLink(world.service.app));
    await page.getByRole('button', { name: 'Open the status page' }).click();
    await page.getByRole('link', { name: 'Connect a mailbox' }).click();
    await page.getByRole('link', { name: 'Outlook' }).click();
    expect(await page.locator('ol li').first().textContent()).toContain('App registrations');
    await page.getByLabel('Address of the rep').fill(rep);
    await page.getByLabel('Name, as mails are signed').fill('Robin Rep');
    await page.getByRole('button', { name: 'Go on' }).click();
    expect(await page.locator('body').innerText()).toContain('Nothing is stored before you have seen and confirmed');
    await page.getByRole('link', { name: /^Sign in at localhost:/ }).click();
    await page.waitForURL(/\/connect\/outlook\/confirm\?attempt=/);
    const shown = await page.locator('body').innerText();
    expect(shown).toContain(`Connect ${rep}?`);
    expect(shown).toContain('It does not allow sending.');
    expect(shown).toContain('This access cannot send mail');
    expect(await world.mailboxes()).toEqual([]);
    await page.getByRole('button', { name: 'Connect this mailbox' }).click();
    await page.waitForURL(/\/$/);
    expect(await page.locator('tr', { hasText: rep }).innerText()).toContain('read never');
    await world.service.after(1_000);
    await page.reload();
    expect(await page.locator('tr', { hasText: rep }).innerText()).toContain('read just now');
    expect(await mailboxOf(world, rep)).toMatchObject({ repName: 'Robin Rep', problem: null, pushProblem: null });
  });

  it('has the provider tell of changes, which wakes the reading', async () => {
    expect(account.push.made).toHaveLength(1);
    world.graph.requests.length = 0;
    expect(await notify(account.push, { changeType: 'created', id: 'x' })).toEqual([202]);
    await world.service.app.queue.drain(world.service.app.context);
    expect(world.graph.requests.some(({ path }) => path.endsWith('/delta'))).toBe(true);
  });

  it('says so when another mailbox answers, and stores nothing', async () => {
    const before = await world.stored();
    await page.goto(new URL('/connect/outlook?rep=someone@acme.test', page.url()).href);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('link', { name: /^Sign in at/ }).click();
    expect(await page.getByRole('alert').textContent()).toBe(
      'You named someone@acme.test, but the mailbox of rep@acme.test answered: nothing was stored; sign out there, or name that one.',
    );
    expect(await world.stored()).toBe(before);
    // Chromium complains of the status itself.
    expect(complaints.splice(0).filter((text) => !text.includes('409'))).toEqual([]);
  });

  it('tries a mailbox with a password before it is stored', async () => {
    await page.goto(new URL('/connect/imap?rep=ivy@acme.test', page.url()).href);
    await page.getByLabel('Host').fill('127.0.0.1');
    await page.getByLabel('Port').fill(String(imap.port));
    await page.getByLabel('Encryption').selectOption('none');
    await page.getByLabel('User').fill('ivy@acme.test');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Try it and connect' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('ivy@acme.test');
    expect(await page.getByLabel('Password').inputValue()).toBe('');
    expect(await page.getByLabel('Host').inputValue()).toBe('127.0.0.1');
    await page.getByLabel('Password').fill('secret');
    await page.getByRole('button', { name: 'Try it and connect' }).click();
    await page.waitForURL(/\/$/);
    await world.service.after(minute);
    await page.reload();
    expect(await page.locator('tr', { hasText: 'ivy@acme.test' }).innerText()).toContain('read just now');
    expect(complaints.splice(0).filter((text) => !text.includes('403'))).toEqual([]);
  });

  it('disconnects', async () => {
    await page.locator('tr', { hasText: rep }).getByRole('link', { name: 'Disconnect' }).click();
    await page.getByRole('button', { name: 'Disconnect' }).click();
    expect(await page.locator('h1').textContent()).toBe(`${rep} is disconnected`);
    await page.getByRole('link', { name: 'Status' }).click();
    const row = page.locator('tr', { hasText: rep });
    expect(await row.innerText()).toContain('disconnected just now');
    await row.getByRole('link', { name: 'Connect again' }).click();
    expect(await page.getByLabel('Name, as mails are signed').inputValue()).toBe('Robin Rep');
    expect(complaints).toEqual([]);
  });
});
