/**
 * Roundcube, served by PHP itself and used through a browser. Version 1.6.5 of Debian 12, tried in November 2026 on Dovecot 2.3.19 with its
 * default settings. What it does with a draft of ours:
 *
 *   open           nothing: the draft stays where and as it is
 *   save           APPEND to Drafts, flag \Seen without \Draft, under the same Message-ID; then the old UID is expunged, past Trash.
 *                  Also by itself every five minutes while there are changes
 *   send           SMTP, then a copy in Sent under the same Message-ID, flag \Seen; then the draft is expunged, past Trash
 *   send, when the draft was removed meanwhile: as ever, without complaint
 *   delete         moved to Trash at once, as it is: one that was saved here lies there without \Draft, but with its Date and arrival time
 *   headers        To, Subject, In-Reply-To and References are kept; From is written anew from the rep's identity; Date is new; fields it
 *                  does not know are dropped; X-Sender is added
 *   text           re-wrapped at 72 columns as format=flowed; charset and encoding chosen anew; no signature is added
 *   reply by hand  new Message-ID
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { freePort } from './dovecot.ts';

const program = '/var/lib/roundcube/public_html';
const defaults = '/etc/roundcube';
const schema = '/usr/share/roundcube/SQL/sqlite.initial.sql';

/**
 * Null when the tests that need Roundcube can run, else why not. Under CI=true a missing program is a failure, because a suite that is
 * always skipped tests nothing.
 */
export const roundcubeMissing: string | null = (() => {
  const absent = [program, schema, join(defaults, 'defaults.inc.php')].find((path) => !existsSync(path));
  const modules = spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout ?? '';
  const why = absent
    ? 'roundcube is not installed'
    : modules.includes('pdo_sqlite')
      ? null
      : 'php with sqlite is not installed';
  if (why && process.env.CI === 'true') throw new Error(`The Roundcube stories cannot run: ${why}.`);
  return why;
})();

interface Server {
  host: string;
  port: number;
}

export interface Roundcube {
  url: string;
  /** What it and PHP complained about, for a test that failed. */
  log(): string;
  stop(): Promise<void>;
}

/** Own settings, database and port; everything in a temporary folder. */
export async function startRoundcube({ imap, smtp }: { imap: Server; smtp: Server }): Promise<Roundcube> {
  const dir = mkdtempSync(join(tmpdir(), 'roundcube-'));
  for (const name of ['config', 'temp', 'log']) mkdirSync(join(dir, name));
  for (const name of ['defaults.inc.php', 'mimetypes.php'])
    copyFileSync(join(defaults, name), join(dir, 'config', name));
  const settings = {
    db_dsnw: `sqlite:///${dir}/roundcube.sqlite?mode=0600`,
    imap_host: `${imap.host}:${imap.port}`,
    smtp_host: `${smtp.host}:${smtp.port}`,
    smtp_user: '',
    smtp_pass: '',
    des_key: 'only-used-in-these-tests',
    drafts_mbox: 'Drafts',
    sent_mbox: 'Sent',
    trash_mbox: 'Trash',
    temp_dir: join(dir, 'temp'),
    log_dir: join(dir, 'log'),
    language: 'en_US',
    plugins: [],
  };
  const lines = Object.entries(settings).map(([key, value]) => `$config['${key}'] = ${JSON.stringify(value)};\n`);
  writeFileSync(join(dir, 'config', 'config.inc.php'), `<?php\n$config = [];\n${lines.join('')}`);
  const make = '$db = new PDO("sqlite:" . $argv[1]); $db->exec(file_get_contents($argv[2]));';
  const made = spawnSync('php', ['-r', make, join(dir, 'roundcube.sqlite'), schema], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`The database of Roundcube cannot be made: ${made.stderr}`);

  const port = await freePort();
  let said = '';
  const server: ChildProcess = spawn('php', ['-S', `127.0.0.1:${port}`, '-t', program], {
    env: { ...process.env, ROUNDCUBE_CONFIG_DIR: join(dir, 'config') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  server.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}/`;
  const log = () => {
    const errors = join(dir, 'log', 'errors.log');
    return said + (existsSync(errors) ? readFileSync(errors, 'utf8') : '');
  };
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) server.kill('SIGTERM');
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  for (let left = 200; !(await answers(url)); left -= 1) {
    if (server.exitCode !== null || left === 0) {
      const why = log();
      await stop();
      throw new Error(`Roundcube did not start: ${why}`);
    }
    await pause(50);
  }
  return { url, log, stop };
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode === 200));
    }).once('error', () => resolve(false));
  });
}

export interface Sitting {
  page: Page;
  /** Keeps a picture of what the rep sees now. */
  picture(what: string): Promise<void>;
  openFolder(name: string): Promise<void>;
  /** Rows of the list of mails, one a mail. */
  mails: Locator;
  /** Selects the topmost mail and waits until its text is shown beside the list. */
  select(): Promise<void>;
  /** Opens the only draft in the compose window. */
  openDraft(): Promise<void>;
  /** The text in the compose window. */
  text: Locator;
  /** Presses a button of the toolbar and waits for the notice that follows. */
  press(button: Locator, notice: string | RegExp): Promise<void>;
  close(): Promise<void>;
}

/** The rep logs in, in a browser profile of their own. `pictures` is the folder, and `title` the start of their names. */
export async function sitDown(
  browser: Browser,
  url: string,
  rep: { user: string; password: string },
  { folder, title }: { folder: string; title: string },
): Promise<Sitting> {
  mkdirSync(folder, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 1_280, height: 800 } });
  const page = await context.newPage();
  let pictures = 0;
  const picture = async (what: string) => {
    pictures += 1;
    await page.screenshot({ path: join(folder, `${title}-${pictures}-${what}.png`) });
  };
  const mails = page.locator('#messagelist tbody tr.message');
  const text = page.locator('#composebody');
  // While it waits for the server Roundcube ignores clicks.
  const idle = () => page.waitForFunction('document.readyState === "complete" && window.rcmail && !window.rcmail.busy');
  await page.goto(url);
  await page.fill('#rcmloginuser', rep.user);
  await page.fill('#rcmloginpwd', rep.password);
  await page.click('#rcmloginsubmit');
  await page.locator('#mailboxlist').waitFor();

  return {
    page,
    picture,
    mails,
    text,
    async openFolder(name) {
      await idle();
      await page.locator(`#mailboxlist a[rel="${name}"]`).click();
      await page.locator(`#mailboxlist li.selected > a[rel="${name}"]`).waitFor();
      await mails.first().waitFor();
      await picture(`folder-${name}`);
    },
    async select() {
      await idle();
      await mails.first().click();
      await page.frameLocator('#messagecontframe').locator('#messagebody').waitFor();
      await picture('mail-selected');
    },
    async openDraft() {
      await idle();
      await mails.first().dblclick();
      await text.waitFor();
      await picture('draft-opened');
    },
    async press(button, notice) {
      await idle();
      await button.click();
      await page.locator('#messagestack', { hasText: notice }).waitFor();
    },
    close: () => context.close(),
  };
}
