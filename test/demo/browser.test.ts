import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumMissing, startChromium } from './chromium.ts';
import { type DemoRun, runDemo } from './run-demo.ts';

const reason = chromiumMissing ? ` (skipped: ${chromiumMissing})` : '';

describe.skipIf(chromiumMissing)(`the demo in a browser${reason}`, () => {
  let run: DemoRun;
  let browser: Browser;
  let page: Page;
  let url: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    run = runDemo(['--day', '2026-11-24'], { COUNTERSIGN_DEMO_PORT: '0' });
    url = await vi.waitFor(() => /The demo is open on (\S+)/.exec(run.out())![1]!, { timeout: 120_000 });
    browser = await startChromium();
    page = await browser.newPage();
    // A day of the demo takes as long as the machine is busy.
    page.setDefaultTimeout(120_000);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(url);
  });
  afterAll(async () => {
    await browser?.close();
    run?.cleanUp();
  });

  const draftTo = (name: string): Locator => page.locator('.mail', { hasText: `To ${name}` });
  const notice = (): Promise<string | null> => page.locator('.notice').textContent();
  const deal = (name: string): Locator => page.locator('.list > li', { hasText: name });

  it('shows three drafts, the reasons for them, and why not the others', async () => {
    expect(await page.locator('.mail').count()).toBe(3);
    const picks = (await page.locator('.picks').textContent()) ?? '';
    expect(picks).toContain('Picked today: 3');
    expect(picks).toContain('Priya Ramaswan promised this by Friday 13 November; it is Tuesday 24 November.');
    expect(picks).toMatch(/Silvermere Brewing, four depots\s+eamon\.brackwell@silvermere\.example /);
  });

  it('sending a draft as it is approves it', async () => {
    await draftTo('Marcus Feldon').getByRole('button', { name: 'Send' }).click();
    expect(await notice()).toMatch(
      /Halden Paper Mills: Sent as it was → approved · ledger (\d+) · [0-9a-f]{12}… · logged in the CRM/,
    );
    const [, seq] = /ledger (\d+)/.exec((await notice()) ?? '') ?? [];
    expect(await page.locator('.ledger tr', { hasText: 'decision' }).allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^\\s*${seq}\\s*decision\\s`))]),
    );
    expect(await deal('Halden').locator('.timeline').innerText()).toContain('crm/outbox/decisions.csv: “maya.torrick@');
    expect(await page.locator('.mail').count()).toBe(2);
  });

  it('editing a draft and sending it approves what was sent', async () => {
    await draftTo('Jörg Hartwieg').getByRole('link', { name: 'Open and edit' }).click();
    const text = page.locator('textarea');
    await text.fill(`${await text.inputValue()}\n\nPS: Am Donnerstag bin ich in Ostheim.`);
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await notice()).toContain('Möbelwerk Ostheim, Werk 2: Draft, pending, edited.');
    await page.locator('.editor').getByRole('button', { name: 'Send' }).click();
    expect(await notice()).toMatch(/Möbelwerk Ostheim, Werk 2: Edited and sent → approved_edited · ledger \d+/);
  });

  it('deleting a draft rejects it, once that has stood for its hold', async () => {
    await draftTo('Priya Ramaswan').getByRole('button', { name: 'Delete' }).click();
    expect(await notice()).toMatch(/Castellan Foods, three sites: .*It lies in trash/);
    await page.getByRole('button', { name: 'Until the deletion counts' }).click();
    expect(await notice()).toMatch(/Castellan Foods, three sites: Deleted → rejected · ledger \d+/);
    // That takes a day in this kind of mailbox, and the next morning lies within it.
    expect(await notice()).toMatch(/New drafts: (?:Norvik.*Pellan|Pellan.*Norvik)/);
    expect(await page.getByRole('button', { name: 'Until the deletion counts' }).count()).toBe(0);
  });

  it('an answer of the prospect takes a draft back', async () => {
    await draftTo('Helene Marquesse').getByRole('button', { name: 'Helene Marquesse answers' }).click();
    expect(await notice()).toMatch(/Pellan Pharma Logistics: Taken back → no decision · ledger \d+/);
    await page.getByRole('link', { name: /^Drafts/ }).click();
    expect(await page.locator('.mail').count()).toBe(1);
  });

  it('says so when the mail is gone that a button is about', async () => {
    // Without scripts the page does not look for news by itself, and so stays behind.
    const stale = await browser.newPage({ javaScriptEnabled: false });
    await stale.goto(`${url}/?folder=drafts`);
    await page.locator('.mail').getByRole('button', { name: 'Send' }).click();
    await stale.locator('.mail').getByRole('button', { name: 'Send' }).click();
    expect(await stale.locator('.notice').textContent()).toContain('This mail is not there any more');
    await stale.close();
  });

  it('follows what happens elsewhere without being asked', async () => {
    const other = await browser.newPage();
    await other.goto(url);
    await page.goto(url);
    await other.getByRole('button', { name: /09:00$/ }).click();
    await other.close();
    await expect
      .poll(() => page.locator('.top time').textContent(), { timeout: 15_000 })
      .toContain('Thursday 26 November');
  });

  it('answers to nobody but this machine, and to no form of another page', async () => {
    const skip = (headers: Record<string, string>) =>
      fetch(`${url}/skip`, { method: 'POST', body: new URLSearchParams({ to: 'hour' }), headers });
    expect((await skip({ origin: 'http://elsewhere.example' })).status).toBe(403);
    expect((await skip({})).status).toBe(403);
    // The name of another site, pointed at this machine.
    const [answer] = await once(get(url, { headers: { host: 'elsewhere.example' } }), 'response');
    expect((answer as IncomingMessage).resume().statusCode).toBe(403);
    expect(complaints).toEqual([]);
  });

  it('ends when it is told to and leaves nothing behind', async () => {
    expect(run.leftovers()).toHaveLength(1);
    run.process.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(run.leftovers()).toEqual([]);
    expect(run.err()).toBe('');
  });
});
