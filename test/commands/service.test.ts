/** `npm start` and the commands beside it, as processes. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addBlankDatabase } from '../support/blank-database.ts';
import { cli, makeHome, type Running, startNode, until } from '../support/run.ts';
import { writeCrm } from '../support/service.ts';

const deals = 'id,name,owner_email,stage,status,contact_emails\nD1,Acme,rep@acme.test,Proposal,open,buyer@corp.test\n';

describe('the service', () => {
  let home: ReturnType<typeof makeHome>;
  let running: Running | null = null;

  beforeEach(async () => {
    home = makeHome();
    await addBlankDatabase(home.env.COUNTERSIGN_DATA);
  });
  afterEach(async () => {
    await running?.stop();
    running = null;
    home.remove();
  });

  it('starts with nothing else installed, makes a key outside the data, and says where everything is', async () => {
    // Not even a database.
    rmSync(home.env.COUNTERSIGN_DATA, { recursive: true });
    running = await startNode(home.env);
    const key = join(home.dir, 'config/countersign/key');
    expect(running.greeting).toContain(key);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(key, 'utf8'), 'base64')).toHaveLength(32);
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${running.url}/health`)).json()).toEqual({ ok: true });
  });

  it('shows the status page to who opens the setup link, once', async () => {
    running = await startNode(home.env);
    expect((await fetch(running.url)).status).toBe(401);
    expect((await fetch(running.setupLink)).status).toBe(200);
    const opened = await fetch(running.setupLink, { method: 'POST', redirect: 'manual' });
    expect(opened.status).toBe(303);
    const cookie = opened.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const page = await fetch(running.url, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('No mailbox is connected yet');
    expect((await fetch(running.setupLink, { method: 'POST', redirect: 'manual' })).status).toBe(410);
  });

  it('takes commands while it runs, and prints a new setup link', async () => {
    running = await startNode(home.env);
    const crm = writeCrm(home.dir, { 'deals.csv': deals });
    const connected = await cli(['connect', 'csv', '--dir', crm], home.env);
    expect(connected).toMatchObject({ code: 0, err: '' });
    expect(connected.out).toContain('Found 1 deals.');
    await until('the CRM was read', async () => (await cli(['status'], home.env)).out.includes('crm csv: read 2'));
    const link = (await cli(['setup-link'], home.env)).out.trim();
    expect(link).toMatch(new RegExp(`^${running.url}/setup/`));
    expect((await fetch(link)).status).toBe(200);
    const exported = await cli(['ledger', 'export'], home.env);
    expect(
      exported.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).kind),
    ).toEqual(['crm_connected']);
    expect((await cli(['ledger', 'verify'], home.env)).out).toContain('The ledger is whole: 1 entries');
    expect((await cli(['ledger', 'verify', join(home.dir, 'data/ledger.jsonl')], home.env)).out).toContain(
      'whole: 1 entries',
    );
  });

  it('lets nobody run commands without the token of the lock file', async () => {
    running = await startNode(home.env);
    for (const authorization of ['', 'Bearer ', 'Bearer x', `Bearer ${'A'.repeat(43)}`]) {
      const answer = await fetch(`${running.url}/control`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ argv: ['ledger', 'export'], stdin: '' }),
      });
      expect(answer.status).toBe(403);
    }
  });

  it('refuses a second process on the same data within a second, naming the first', async () => {
    running = await startNode(home.env);
    await expect(startNode(home.env)).rejects.toThrow(`in use by process PID ${running.child.pid}`);
  });

  it('starts again after it was killed', async () => {
    running = await startNode(home.env);
    await cli(['connect', 'csv', '--dir', writeCrm(home.dir, { 'deals.csv': deals })], home.env);
    const { child } = running;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    running = await startNode(home.env);
    expect((await cli(['ledger', 'verify'], home.env)).out).toContain('whole: 1 entries');
  });

  it('does not start without the key that its secrets were sealed with', async () => {
    const crm = writeCrm(home.dir, { 'deals.csv': deals });
    // A CRM with a secret stands for any account that has one.
    expect((await cli(['connect', 'csv', '--dir', crm, '--password-stdin'], home.env, 'secret\n')).code).toBe(0);
    rmSync(join(home.dir, 'config'), { recursive: true });
    const refused = await cli(['status'], home.env);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/^The key file .* is missing, and the data holds secrets sealed with it.*\n$/);
    await expect(startNode(home.env)).rejects.toThrow('is missing');
  });
});

describe('wrong use', () => {
  it('ends with exit code 2 and one sentence', async () => {
    const home = makeHome();
    const wrong: [string[], RegExp][] = [
      [['fly'], /^There is no command "fly"; "help" lists them\.$/],
      [['connect'], /^Say what to connect: imap,( \w+,)* csv; "help" shows the options\.$/],
      [['connect', 'pigeon'], /^There is nothing to connect called "pigeon": it can be imap,( \w+,)* csv\.$/],
      [['connect', 'imap', '--rep', 'nobody'], /^Name the rep by address/],
      [['connect', 'imap', '--rep', 'rep@acme.test', '--host', 'h', '--user', 'u'], /--password-stdin/],
      [['connect', 'csv', '--dir', join(home.dir, 'nowhere')], /nowhere/],
      [['try', '--mail', 'x'], /^try needs --mail/],
      [['ledger', 'verify', join(home.dir, 'none.jsonl')], /^The ledger file .* cannot be read/],
      [['--policy', join(home.dir, 'none.json'), 'config'], /^The policy file .* cannot be read/],
      [['why'], /^Say which deal: why DEAL/],
      [['bench'], /^Name a bench/],
    ];
    for (const [args, sentence] of wrong) {
      const ran = await cli(args, home.env);
      expect(ran.err.trim(), args.join(' ')).toMatch(sentence);
      expect(ran.err.trim().split('\n'), args.join(' ')).toHaveLength(1);
      expect([1, 2], args.join(' ')).toContain(ran.code);
    }
    home.remove();
  });

  it('prints every setting with its meaning, and no secret', async () => {
    const key = Buffer.alloc(32, 9).toString('base64');
    const ran = await cli(['config'], { COUNTERSIGN_KEY: key, DATABASE_URL: 'postgres://rep:hidden@127.0.0.1/db' });
    expect(ran.code).toBe(0);
    expect(ran.out).not.toContain(key);
    expect(ran.out).not.toContain('hidden');
    for (const name of [
      'COUNTERSIGN_PORT = ',
      'draftsPerDay = 3',
      'withdrawAfterWorkingDays = 5',
      'COUNTERSIGN_POLL_SECONDS = 60',
    ])
      expect(ran.out).toContain(name);
  });
});
