/** The whole service in this process, on a clock that the test moves. Jobs run when the test says so. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { App } from '../../src/app.ts';
import { runStored } from '../../src/commands/run.ts';
import { readConfig } from '../../src/config.ts';
import { ledgerAfter } from '../../src/db/ledger.ts';
import { ledgerVerifier } from '../../src/domain/ledger.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { createLog, type Log } from '../../src/lib/log.ts';
import type { MailboxKind } from '../../src/mailbox/mailbox.ts';
import { openService } from '../../src/node.ts';
import { addBlankDatabase } from './blank-database.ts';

export interface TestService {
  app: App;
  dir: string;
  now(): Date;
  /** Moves the clock, then does all that has become due. */
  after(ms: number): Promise<void>;
  /** Moves the clock in steps, doing what is due after each. */
  pass(ms: number, stepMs: number): Promise<void>;
  setClock(at: Date): void;
  /** Runs a command as `cli.ts` would; answers what it printed. Fails unless its exit code is 0. */
  command(argv: string[], stdin?: string): Promise<string>;
  /** Rows of crm/outbox/decisions.csv. */
  decisions(): Record<string, string>[];
  /** Throws unless the ledger is whole; answers its length. */
  verifyLedger(): Promise<number>;
  /** Lets go of the database, so that another process can have it; `app` is of no use until `resume`. */
  suspend(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestServiceOptions {
  databaseUrl?: string;
  policy?: Record<string, unknown>;
  at: Date;
  /** Files of the CRM folder, by name. */
  crm?: Record<string, string>;
  /** Further settings. */
  environment?: Record<string, string>;
  /** Kinds that lead to fakes; the shipped ones when absent. */
  mailboxKinds?: readonly MailboxKind[];
  /** Where log lines go. */
  log?: Log;
}

/** Writes the files of a CRM folder, old enough to count as finished. */
export function writeCrm(dir: string, files: Record<string, string>): string {
  const folder = join(dir, 'crm');
  mkdirSync(folder, { recursive: true });
  const past = new Date('2000-01-01T00:00:00Z');
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    utimesSync(join(folder, name), past, past);
  }
  return folder;
}

export async function startService(options: TestServiceOptions): Promise<TestService> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-'));
  let clock = options.at;
  if (!options.databaseUrl) await addBlankDatabase(join(dir, 'data'));
  const environment = {
    COUNTERSIGN_DATA: join(dir, 'data'),
    COUNTERSIGN_KEY_FILE: join(dir, 'key'),
    COUNTERSIGN_OPERATION_SECONDS: '20',
    ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
    ...options.environment,
  };
  const policy = JSON.stringify({ timeZone: 'Europe/Berlin', draftsFromHour: 0, digestOn: false, ...options.policy });
  const log = options.log ?? createLog({ level: process.env.TEST_LOG ? 'debug' : 'silent' });
  const open = () =>
    openService(readConfig(environment, policy), {
      supervise: false,
      now: () => clock,
      log,
      ...(options.mailboxKinds ? { mailboxKinds: options.mailboxKinds } : {}),
    });
  let service: Awaited<ReturnType<typeof open>> | null = await open();
  const app = (): App => {
    if (!service) throw new Error('The service is suspended.');
    return service.app;
  };
  const settle = async (): Promise<void> => {
    await app().sweep();
    await app().queue.drain(app().context);
  };
  const suspend = async (): Promise<void> => {
    await service?.close();
    service = null;
  };
  const command: TestService['command'] = async (argv, stdin = '') => {
    let printed = '';
    const code = await runStored(app(), argv, stdin, ({ out, err }) => {
      printed += (out ?? '') + (err ?? '');
    });
    if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${printed}`);
    return printed;
  };
  if (options.crm) await command(['connect', 'csv', '--dir', writeCrm(dir, options.crm)]);
  return {
    get app() {
      return app();
    },
    dir,
    now: () => clock,
    setClock: (at) => {
      clock = at;
    },
    async after(ms) {
      clock = new Date(clock.getTime() + ms);
      await settle();
    },
    async pass(ms, stepMs) {
      for (let left = ms; left > 0; left -= stepMs) {
        clock = new Date(clock.getTime() + Math.min(stepMs, left));
        await settle();
      }
    },
    command,
    decisions() {
      try {
        const text = readFileSync(join(dir, 'crm', 'outbox', 'decisions.csv'), 'utf8');
        return parse(text, { columns: true, bom: true }) as Record<string, string>[];
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      }
    },
    async verifyLedger() {
      const verifier = ledgerVerifier(sha256);
      for await (const entry of ledgerAfter(app().store.db, 0)) verifier.add(entry);
      const result = verifier.result();
      if (!result.whole) throw new Error(result.why);
      return result.entries;
    },
    suspend,
    async resume() {
      service ??= await open();
    },
    async stop() {
      await suspend();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
