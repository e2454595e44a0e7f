/**
 * The stage of the demo: the real service on its embedded database, connected to a mailbox and a CRM folder that exist only here.
 * Nothing of the service is replaced. Its clock is the demo's, and its jobs run when the stage says so.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { and, eq, isNotNull, lte } from 'drizzle-orm';
import type { App } from '../app.ts';
import { runStored } from '../commands/run.ts';
import { readConfig } from '../config.ts';
import * as schema from '../db/schema.ts';
import { keyedMutex } from '../db/store.ts';
import { openService } from '../node.ts';
import { startClock } from './clock.ts';
import { type DemoInbox, demoInbox } from './inbox.ts';
import type { MailClient, OpenDemoMailbox } from './mailbox.ts';

const minute = 60_000;
/** A deletion counts only while it is watched: the service calls it a gap when nobody looked for an hour. */
const watchfulStep = 50 * minute;
/** While no verdict hangs on the time, it is enough to look now and then. */
const restfulStep = 360 * minute;
/** What a rep at the page would wait for; a deleted draft takes longer, for which there is a button. */
const patience = 5 * minute;

export interface Stage {
  app: App;
  /** Whose mailbox it is, and what is expected of each deal. */
  inbox: DemoInbox;
  mail: MailClient;
  /** What a visitor may be told of the mailbox. */
  hints: string[];
  now(): Date;
  /** Lets somebody do something in the mailbox, a minute later, and the service understand it. */
  act<T>(work: (mail: MailClient) => Promise<T>): Promise<T>;
  /** Moves the clock on, the service at work all the way. */
  skipTo(time: Date): Promise<void>;
  /** Does whatever is due by now. */
  work(): Promise<void>;
  /** Runs a command as `cli.ts` would; answers its exit code and what it printed. */
  command(argv: string[], stdin?: string): Promise<{ code: number; printed: string }>;
  /** A file of the demo's own folder, which goes away with it. */
  file(name: string): string;
  /** The records of crm/outbox/decisions.csv and of changes.csv beside it, by column. */
  decisionsCsv(): Record<string, string>[];
  changesCsv(): Record<string, string>[];
  close(): Promise<void>;
}

/** Opens everything and reads mailbox and CRM for the first time. A `running` clock goes on by itself. */
export async function openStage(options: {
  start: Date;
  running: boolean;
  openMailbox: OpenDemoMailbox;
  /** Another mailbox and CRM than the demo's, and other settings. */
  inbox?: DemoInbox;
  environment?: Record<string, string>;
  policy?: Record<string, unknown>;
}): Promise<Stage> {
  const { start, running, openMailbox } = options;
  const folder = mkdtempSync(join(tmpdir(), 'countersign-demo-'));
  const clock = startClock(start, running);
  const now = clock.now;
  const inbox = options.inbox ?? demoInbox(start);
  const { rep } = inbox;
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Whatever ends the process, but for a kill, leaves nothing behind.
  process.once('exit', remove);
  const open: { close(): Promise<unknown> }[] = [];
  const close = async () => {
    for (const each of open.splice(0).reverse()) await each.close();
    remove();
    process.off('exit', remove);
  };
  try {
    const mailbox = await openMailbox({ rep, now });
    open.push(mailbox);
    for (const mail of inbox.mails) await mailbox.put(mail);
    writeCrm(join(folder, 'crm'), inbox);

    const environment = {
      COUNTERSIGN_DATA: join(folder, 'data'),
      COUNTERSIGN_KEY_FILE: join(folder, 'key'),
      COUNTERSIGN_POLL_SECONDS: '5',
      COUNTERSIGN_LOG: 'warn',
      ...options.environment,
    };
    const config = readConfig(environment, JSON.stringify({ timeZone: rep.zone, ...options.policy }));
    const service = await openService(config, { supervise: false, now, mailboxKinds: mailbox.kinds });
    open.push(service);
    const { app, store } = service;
    const { mail } = mailbox;

    const command: Stage['command'] = async (argv, stdin = '') => {
      let printed = '';
      const code = await runStored(app, argv, stdin, ({ out, err }) => {
        printed += (out ?? '') + (err ?? '');
      });
      return { code, printed };
    };
    const { code, printed } = await command(['connect', 'csv', '--dir', join(folder, 'crm')]);
    if (code !== 0) throw new Error(`connect csv failed: ${printed}`);
    await mailbox.connect(app);

    /** One thing after the other: a click and the passing of time would otherwise mix. */
    const inTurn = keyedMutex();
    const work = async () => {
      await app.sweep();
      await app.queue.drain(app.context);
    };
    const nextLook = async (before: Date): Promise<Date | null> => {
      const { recheckAt, final } = schema.placement;
      const due = and(eq(final, false), isNotNull(recheckAt), lte(recheckAt, before));
      const [soonest] = await store.db.select({ recheckAt }).from(schema.placement).where(due).orderBy(recheckAt);
      return soonest?.recheckAt ?? null;
    };
    const passTo = async (time: Date) => {
      while (now() < time) {
        const step = (await nextLook(time)) ? watchfulStep : restfulStep;
        clock.forwardTo(new Date(Math.min(time.getTime(), now().getTime() + step)));
        await work();
      }
    };
    const understand = async () => {
      for (const { id } of await store.db.select({ id: schema.mailbox.id }).from(schema.mailbox))
        await app.context.enqueue('sync-mailbox', id);
      await work();
      const until = new Date(now().getTime() + patience);
      for (let next = await nextLook(until); next && next > now(); next = await nextLook(until)) await passTo(next);
    };
    await work();

    return {
      app,
      inbox,
      mail,
      hints: mailbox.hints,
      now,
      act: (does) =>
        inTurn('stage', async () => {
          // Mails are dated to the second, and what comes before what matters.
          clock.forwardTo(new Date(now().getTime() + minute));
          const result = await does(mail);
          await understand();
          return result;
        }),
      skipTo: (time) => inTurn('stage', () => passTo(time)),
      work: () => inTurn('stage', work),
      command,
      file: (file) => join(folder, file),
      decisionsCsv: () => readCsv(join(folder, 'crm', 'outbox', 'decisions.csv')),
      changesCsv: () => readCsv(join(folder, 'crm', 'outbox', 'changes.csv')),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The CRM as a folder of exported files, old enough to count as written to the end. */
function writeCrm(dir: string, { deals, contacts, stages }: DemoInbox): void {
  mkdirSync(dir, { recursive: true });
  const past = new Date('2000-01-01T00:00:00Z');
  for (const [name, text] of Object.entries({ deals, contacts, stages })) {
    writeFileSync(join(dir, `${name}.csv`), text);
    utimesSync(join(dir, `${name}.csv`), past, past);
  }
}

function readCsv(path: string): Record<string, string>[] {
  try {
    return parse(readFileSync(path, 'utf8'), { columns: true, bom: true }) as Record<string, string>[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
