/** The whole way in Chromium: from the setup link to a mailbox that is read, told of changes, and disconnected. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setupLink } from '../../src/node.ts';
import { chromiumMissing } from '../demo/chromium.ts';
import type { FakeAccount } from '../fakes/gmail.ts';
import { pushBody } from '../fakes/gmail-push.ts';
import { type ImapServer, startImapServer } from '../fakes/imap-server.ts';
import type { GraphAccount } from '../fakes/outlook.ts';
import { notify } from '../fakes/outlook-push.ts';
import { minute } from '../support/service.ts';
import { openServed, type Served, subscription } from './served.ts';
import { type Account, mailboxOf, type World } from './world.ts';

const reason = chromiumMissing ? ` (skipped: ${chromiumMissing})` : '';

/** In what the providers differ. */
const providers = [
  {
    kind: 'outlook',
    title: 'Outlook',
    rep: 'rep@acme.test',
    step: 'App registrations',
    asked: 'It does not allow sending.',
    aboutSending: 'This access cannot send mail',
    arranged: (account: Account) => (account as GraphAccount).push.made.length,
    tell: async ({ account }: { account: Account }) =>
      (await notify((account as GraphAccount).push, { changeType: 'created', id: 'x' }))[0],
    reads: /\/delta$/,
    ended: 'offers no way to end it from here',
    revoked: 0,
  },
  {
    kind: 'gmail',
    title: 'Gmail',
    rep: 'gina@acme.test',
    step: 'Google Cloud console',
    asked: 'Google has no permission for drafts that leaves sending out; Countersign never sends.',
    aboutSending: 'This access could send mail',
    arranged: (account: Account) => (account as FakeAccount).watched.length,
    async tell({ account, served }: { account: Account; served: Served }) {
      const { pushes, url, world } = served;
      const { audience: aud, account: email } = subscription;
      const claims = { iss: 'https://accounts.google.com', aud, email, email_verified: true };
      const authorization = `Bearer ${await pushes.token(world.service.now(), claims)}`;
      const body = pushBody(account.owner.address, 1);
      return (await fetch(`${url}/push/gmail`, { method: 'POST', body, headers: { authorization } })).status;
    },
    reads: /\/history$/,
    ended: 'The access was ended at the provider',
    revoked: 1,
  },
] as const;

describe.skipIf(chromiumMissing)(`connecting in a browser${reason}`, () => {
  let served: Served;
  let world: World;
  let imap: ImapServer;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    served = await openServed();
    world = served.world;
    imap = await startImapServer({ users: [{ address: 'ivy@acme.test', password: 'secret' }] });
    page = await served.chromium.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(await setupLink(world.service.app));
    await page.getByRole('button', { name: 'Open the status page' }).click();
  });
  afterAll(async () => {
    await imap?.stop();
    await served?.stop();
  });

  describe.each(providers)('$title', (provider) => {
    const { kind, title, rep } = provider;
    let account: Account;
    beforeAll(() => {
      account = world.account(kind, 'Rep Ö', rep);
      world.oauth.signIn(world.person(account));
    });

    it('takes an admin from the status page to a connected mailbox', async () => {
      await page.goto(served.url);
      await page.getByRole('link', { name: 'Connect a mailbox' }).click();
      await page.getByRole('link', { name: title }).click();
      expect(await page.locator('ol li').first().textContent()).toContain(provider.step);
      await page.getByLabel('Address of the rep').fill(rep);
      await page.getByLabel('Name, as mails are signed').fill('Robin Rep');
      await page.getByRole('button', { name: 'Go on' }).click();
      expect(await page.locator('body').innerText()).toContain('Nothing is stored before you have seen and confirmed');
      await page.getByRole('link', { name: /^Sign in at localhost:/ }).click();
      await page.waitForURL(new RegExp(`/connect/${kind}/confirm\\?attempt=`));
      const shown = await page.locator('body').innerText();
      expect(shown).toContain(`Connect ${rep}?`);
      expect(shown).toContain(provider.asked);
      expect(shown).toContain(provider.aboutSending);
      const known = (await world.mailboxes()).map((each) => each.rep);
      expect(known).not.toContain(rep);
      await page.getByRole('button', { name: 'Connect this mailbox' }).click();
      await page.waitForURL(/\/$/);
      expect(await page.locator('tr', { hasText: rep }).first().innerText()).toContain('read never');
      await world.service.after(1_000);
      await page.reload();
      expect(await page.locator('tr', { hasText: rep }).first().innerText()).toContain('read just now');
      expect(await mailboxOf(world, rep)).toMatchObject({
        kind,
        repName: 'Robin Rep',
        problem: null,
        pushProblem: null,
      });
    });

    it('has the provider tell of changes, which wakes the reading', async () => {
      expect(provider.arranged(account)).toBe(1);
      const before = world.requests().length;
      const read = () => world.requests().filter(({ path }) => provider.reads.test(path)).length;
      const reads = read();
      expect(await provider.tell({ account, served })).toBe(202);
      await world.service.app.queue.drain(world.service.app.context);
      expect(world.requests().length).toBeGreaterThan(before);
      expect(read()).toBeGreaterThan(reads);
    });

    it('says so when another mailbox answers, and stores nothing', async () => {
      const before = await world.stored();
      await page.goto(`${served.url}/connect/${kind}?rep=someone@acme.test`);
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('link', { name: /^Sign in at/ }).click();
      expect(await page.getByRole('alert').textContent()).toBe(
        `You named someone@acme.test, but the mailbox of ${rep} answered: nothing was stored; sign out there, or name that one.`,
      );
      expect(await world.stored()).toBe(before);
      // Chromium complains of the status itself.
      expect(complaints.splice(0).filter((text) => !text.includes('409'))).toEqual([]);
    });

    it('disconnects', async () => {
      await page.goto(served.url);
      await page.locator('tr', { hasText: rep }).first().getByRole('link', { name: 'Disconnect' }).click();
      await page.getByRole('button', { name: 'Disconnect' }).click();
      expect(await page.locator('h1').textContent()).toBe(`${rep} is disconnected`);
      expect(await page.locator('body').innerText()).toContain(provider.ended);
      expect(world.oauth.revoked).toHaveLength(provider.revoked);
      await page.getByRole('link', { name: 'Status' }).click();
      const row = page.locator('tr', { hasText: rep });
      expect(await row.innerText()).toContain('disconnected just now');
      await row.getByRole('link', { name: 'Connect again' }).click();
      expect(await page.getByLabel('Name, as mails are signed').inputValue()).toBe('Robin Rep');
      expect(complaints).toEqual([]);
    });
  });

  it('tries a mailbox with a password before it is stored', async () => {
    await page.goto(`${served.url}/connect/imap?rep=ivy@acme.test`);
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
    expect(await page.locator('tr', { hasText: 'ivy@acme.test' }).first().innerText()).toContain('read just now');
    expect(complaints.splice(0).filter((text) => !text.includes('403'))).toEqual([]);
  });
});
