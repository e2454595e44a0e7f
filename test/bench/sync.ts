/**
 * `bench sync`: what it costs to read a mailbox on a real Dovecot for the first time, and then to keep up with it. Beside each
 * figure stands the bare fetch of the same data as the limit, for a slow machine or server slows both.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Io } from '../../src/commands/io.ts';
import { envelopeFields } from '../../src/mailbox/mime.ts';
import { type Dovecot, type DovecotUser, startDovecot } from '../support/dovecot.ts';
import { writeCrm } from '../support/service.ts';
import { fillFolder } from './fill.ts';
import {
  benchTime,
  dealsCsv,
  folders,
  type MailboxPlan,
  mailsOf,
  newMails,
  type RawMail,
  textMark,
} from './generated-mail.ts';
import type { Ask, BareTask, Reply, ServiceTask, TextsOf } from './measure.ts';
import { type Meter, meter, type Traffic } from './wire.ts';

const figures = z.strictObject({
  /** Medians over the runs, as are all that follow. Wall time. */
  ms: z.number().nonnegative(),
  roundTrips: z.number().int().nonnegative(),
  bytesUp: z.number().int().nonnegative(),
  bytesDown: z.number().int().nonnegative(),
  /** Of the process, in the course of the measurement, and just before it. */
  peakRssMb: z.number().positive(),
  rssBeforeMb: z.number().positive(),
});

const ratios = z.strictObject({
  ms: z.number(),
  roundTrips: z.number(),
  bytesUp: z.number(),
  bytesDown: z.number(),
  peakRss: z.number(),
});

const scenarios = [
  /** An empty database, and a server that has never been asked for the headers of this mailbox. */
  'first-read-cold',
  /** An empty database, and a server that keeps headers in its cache, as when a mail client uses the mailbox. */
  'first-read',
  'nothing-new',
  'new-mail',
] as const;

/** What `bench sync --json` prints. */
export const syncReport = z.strictObject({
  name: z.literal('sync'),
  machine: z.strictObject({ cores: z.number().int(), node: z.string() }),
  runs: z.strictObject({ firstRead: z.number().int(), nothingNew: z.number().int(), newMail: z.number().int() }),
  results: z.array(
    z.strictObject({
      scenario: z.enum(scenarios),
      /** Messages in the mailbox, and those of deals among them. */
      messages: z.number().int(),
      relevant: z.number().int(),
      mailboxMb: z.number(),
      newMessages: z.number().int(),
      newRelevant: z.number().int(),
      /** Wall times of the single runs. */
      runsMs: z.array(z.number()),
      ours: figures,
      limit: figures,
      ratio: ratios,
    }),
  ),
});
export type SyncReport = z.infer<typeof syncReport>;
type Result = SyncReport['results'][number];
type Figures = z.infer<typeof figures>;

export interface SyncSizes {
  /** Messages of each mailbox, the relevant ones included; later passes are measured on the last. */
  mailboxes: number[];
  relevant: number;
  deals: number;
  newMessages: number;
  newRelevant: number;
  runs: SyncReport['runs'];
}

export const fullSizes: SyncSizes = {
  mailboxes: [10_000, 50_000],
  relevant: 400,
  deals: 20,
  newMessages: 100,
  newRelevant: 8,
  runs: { firstRead: 3, nothingNew: 9, newMail: 3 },
};

/** Thrown when the service stored something else than it should: then its figures mean nothing. */
export class WrongResult extends Error {}

/** Exit code 1 when what was stored is not exactly what belongs to deals. */
export async function run(io: Io, json: boolean): Promise<number> {
  const interrupted = new AbortController();
  const onSignal = () => interrupted.abort(new Error('Stopped.'));
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  try {
    const report = await measureSync(fullSizes, (line) => io.err(`${line}\n`), interrupted.signal);
    io.out(json ? `${JSON.stringify(report)}\n` : tableOf(report));
    return 0;
  } catch (error) {
    if (interrupted.signal.aborted) return 130;
    if (!(error instanceof WrongResult)) throw error;
    io.err(`${error.message}\n`);
    return 1;
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

/** Starts a server and everything else it needs, and stops all of it, also when aborted. Its files lie in a new folder in `parent`. */
export async function measureSync(
  sizes: SyncSizes,
  tell: (line: string) => void,
  signal: AbortSignal,
  parent = tmpdir(),
): Promise<SyncReport> {
  const undo: (() => unknown)[] = [];
  const dir = mkdtempSync(join(parent, 'countersign-bench-'));
  undo.push(() => rmSync(dir, { recursive: true, force: true }));
  try {
    const users = sizes.mailboxes.map((count, n) => ({ user: `rep${count}@acme.test`, password: `secret-${n}` }));
    const dovecot = await startDovecot({
      users,
      folders: [
        { name: 'Drafts', use: '\\Drafts' },
        { name: 'Sent', use: '\\Sent' },
        { name: 'Trash', use: '\\Trash' },
        { name: 'Archive', use: '\\Archive' },
        { name: 'Projects' },
        { name: 'Newsletters' },
      ],
    });
    undo.push(() => dovecot.stop());
    const wire = await meter(dovecot.port);
    undo.push(() => wire.stop());
    const results: Result[] = [];
    for (const [n, messages] of sizes.mailboxes.entries()) {
      const plan = { rep: users[n]!.user, messages, relevant: sizes.relevant, deals: sizes.deals };
      const bench = new MailboxBench({ plan, user: users[n]!, dovecot, wire, dir: join(dir, String(n)), tell, signal });
      undo.push(() => bench.stop());
      await bench.fill();
      results.push(await bench.firstRead('first-read-cold', 1));
      results.push(await bench.firstRead('first-read', sizes.runs.firstRead));
      if (n < sizes.mailboxes.length - 1) continue;
      results.push(await bench.nothingNew(sizes.runs.nothingNew));
      results.push(await bench.newMail(sizes.runs.newMail, sizes.newMessages, sizes.newRelevant));
    }
    const machine = { cores: availableParallelism(), node: process.version };
    return syncReport.parse({ name: 'sync', machine, runs: sizes.runs, results });
  } finally {
    for (const each of undo.reverse()) await each();
  }
}

interface Given {
  plan: MailboxPlan;
  user: DovecotUser;
  dovecot: Dovecot;
  wire: Meter;
  dir: string;
  tell: (line: string) => void;
  signal: AbortSignal;
}

type Run = Reply & Traffic;

/** A message of a deal, where the server put it. */
interface Known {
  id: string;
  folder: string;
  textPart: string;
  uid: number;
}

/** One mailbox and what is measured on it, in the order of the methods. */
class MailboxBench {
  readonly #given: Given;
  readonly #relevant: Known[] = [];
  readonly #children = new Set<Child>();
  #crm = '';
  #database = '';
  #databases = 0;
  #bytes = 0;

  constructor(given: Given) {
    this.#given = given;
  }

  async fill(): Promise<void> {
    const { plan, tell, dir } = this.#given;
    const began = performance.now();
    for (const folder of folders) {
      await this.#store(folder, mailsOf(plan, folder), (mail, uid) => this.#note(mail, uid));
      tell(`${plan.rep}: ${folder} filled, ${seconds(performance.now() - began)}`);
    }
    if (this.#relevant.length !== plan.relevant)
      throw new Error(`${this.#relevant.length} messages of deals were made instead of ${plan.relevant}.`);
    this.#crm = writeCrm(dir, { 'deals.csv': dealsCsv(plan) });
  }

  /**
   * Every run on a database of its own. The last one stays for the passes that follow. A server is cold but once: the bare
   * fetch before it has it look at the mail of deals only.
   */
  async firstRead(scenario: 'first-read-cold' | 'first-read', runs: number): Promise<Result> {
    const ours: Run[] = [];
    const limit: Run[] = [];
    for (let n = 0; n < runs; n += 1) {
      for (const kind of ['limit', 'ours'] as const) {
        if (kind === 'limit') limit.push(await this.#once(await this.#bare(false), this.#readAll(this.#relevant)));
        else {
          if (this.#database) rmSync(this.#database, { recursive: true });
          this.#databases += 1;
          this.#database = join(this.#given.dir, `database-${this.#databases}`);
          ours.push(this.#checked(await this.#once(await this.#service(true, 0), { kind: 'sync' })));
        }
        this.#tell(scenario, kind, n, kind === 'limit' ? limit : ours);
      }
    }
    return this.#result(scenario, ours, limit, 0, 0);
  }

  async nothingNew(runs: number): Promise<Result> {
    const measure = async (child: Child, ask: Ask, kind: 'ours' | 'limit'): Promise<Run[]> => {
      const done: Run[] = [];
      for (let n = 0; n < runs; n += 1) {
        const run = await this.#ask(child, ask);
        done.push(kind === 'ours' ? this.#checked(run) : run);
        this.#tell('nothing-new', kind, n, done);
      }
      await child.end();
      return done;
    };
    const limit = await measure(await this.#bare(true), { kind: 'status' }, 'limit');
    const ours = await measure(await this.#service(false, 0), { kind: 'sync' }, 'ours');
    return this.#result('nothing-new', ours, limit, 0, 0);
  }

  /** Every run with as much new mail again. */
  async newMail(runs: number, all: number, relevant: number): Promise<Result> {
    const { plan } = this.#given;
    const service = await this.#service(false, 1);
    const bare = await this.#bare(true);
    const ours: Run[] = [];
    const limit: Run[] = [];
    for (let n = 0; n < runs; n += 1) {
      const arrived: { mail: RawMail; uid: number }[] = [];
      const mails = Map.groupBy(await newMails(plan, n, all, relevant), (mail) => mail.folder);
      for (const [folder, some] of mails) await this.#store(folder, some, (mail, uid) => arrived.push({ mail, uid }));
      const before = this.#relevant.length;
      for (const { mail, uid } of arrived) this.#note(mail, uid);
      const headers = [...Map.groupBy(arrived, ({ mail }) => mail.folder)].map(([folder, some]) => ({
        folder,
        uids: some.map(({ uid }) => uid),
      }));
      limit.push(await this.#ask(bare, { ...this.#readAll(this.#relevant.slice(before)), headers }));
      this.#tell('new-mail', 'limit', n, limit);
      ours.push(this.#checked(await this.#ask(service, { kind: 'sync' })));
      this.#tell('new-mail', 'ours', n, ours);
      this.#open(arrived);
      // Not measured, so that every run begins alike.
      this.#checked(await this.#ask(service, { kind: 'sync' }));
    }
    await service.end();
    await bare.end();
    return this.#result('new-mail', ours, limit, all, relevant);
  }

  async stop(): Promise<void> {
    for (const child of this.#children) await child.kill();
  }

  #store(
    folder: RawMail['folder'],
    mails: AsyncIterable<RawMail> | RawMail[],
    stored: (m: RawMail, uid: number) => void,
  ) {
    const { dovecot, user, signal } = this.#given;
    return fillFolder(dovecot.port, user, folder, mails, (mail, uid) => {
      signal.throwIfAborted();
      this.#bytes += mail.raw.length;
      stored(mail, uid);
    });
  }

  /** The rep opens what came from contacts. */
  #open(arrived: { mail: RawMail; uid: number }[]): void {
    const unread = arrived.filter(({ mail }) => mail.relevant && !mail.seen);
    const { dovecot, user } = this.#given;
    for (const [folder, some] of Map.groupBy(unread, ({ mail }) => mail.folder)) {
      const uids = some.map(({ uid }) => uid).join(',');
      dovecot.doveadm('flags', 'add', '-u', user.user, '\\Seen', 'mailbox', folder, 'uid', uids);
    }
  }

  #note({ folder, relevant }: RawMail, uid: number): void {
    if (relevant) this.#relevant.push({ ...relevant, folder, uid });
  }

  #readAll(relevant: Known[]): Extract<Ask, { kind: 'read' }> {
    const groups = Map.groupBy(relevant, ({ folder, textPart }) => `${folder} ${textPart}`);
    const texts: TextsOf[] = [...groups.values()].map((group) => ({
      folder: group[0]!.folder,
      textPart: group[0]!.textPart,
      uids: group.map(({ uid }) => uid),
    }));
    return { kind: 'read', fields: [...envelopeFields], headers: [], texts };
  }

  /** The service on the database of this mailbox; `hour` after the clock of the bench. */
  #service(fresh: boolean, hour: number): Promise<Child> {
    const { user, wire } = this.#given;
    const at = new Date(benchTime.getTime() + hour * 3_600_000).toISOString();
    const task: ServiceTask = { ...user, port: wire.port, dir: this.#database, fresh, crm: this.#crm, at };
    return this.#start('measure-service.ts', task);
  }

  #bare(connected: boolean): Promise<Child> {
    const task: BareTask = { ...this.#given.user, port: this.#given.wire.port, connected };
    return this.#start('measure-bare.ts', task);
  }

  async #start(file: string, task: ServiceTask | BareTask): Promise<Child> {
    this.#given.signal.throwIfAborted();
    const child = new Child(file, task, this.#given.signal);
    this.#children.add(child);
    child.ended.finally(() => this.#children.delete(child));
    await child.ready();
    return child;
  }

  async #once(child: Child, ask: Ask): Promise<Run> {
    const run = await this.#ask(child, ask);
    await child.end();
    return run;
  }

  async #ask(child: Child, ask: Ask): Promise<Run> {
    this.#given.wire.take();
    const reply = await child.ask(ask);
    if (ask.kind === 'read') {
      const wanted = ask.texts.reduce((sum, { uids }) => sum + uids.length, 0);
      if (reply.texts !== wanted)
        throw new WrongResult(`The bare fetch read ${reply.texts} texts instead of ${wanted}.`);
    }
    return { ...reply, ...this.#given.wire.take() };
  }

  /** Exactly the messages of deals are stored, each with its own text. */
  #checked(run: Run): Run {
    if (run.problem !== null) throw new WrongResult(`The service could not read the mailbox: ${run.problem}`);
    const wanted = new Set(this.#relevant.map(({ id }) => id));
    const missing = [...wanted].filter((id) => !run.stored.some((each) => each.id === id));
    const foreign = run.stored.filter(({ id }) => !wanted.has(id));
    const garbled = run.stored.filter(({ id, text }) => wanted.has(id) && !text.includes(textMark(id)));
    if (missing.length + foreign.length + garbled.length > 0)
      throw new WrongResult(
        `Of ${wanted.size} messages of deals ${missing.length} were not stored (${missing[0] ?? 'none'}), ` +
          `${garbled.length} with another text (${garbled[0]?.id ?? 'none'}), ` +
          `and ${foreign.length} others were (${foreign[0]?.id ?? 'none'}).`,
      );
    return run;
  }

  #tell(scenario: string, kind: string, n: number, runs: Run[]): void {
    this.#given.tell(`${this.#given.plan.rep}: ${scenario}, ${kind}, run ${n + 1}: ${seconds(runs.at(-1)!.ms)}`);
  }

  #result(
    scenario: Result['scenario'],
    runs: Run[],
    bareRuns: Run[],
    newMessages: number,
    newRelevant: number,
  ): Result {
    const { messages, relevant } = this.#given.plan;
    const mailboxMb = Math.round(this.#bytes / 1e6);
    const ours = figuresOf(runs);
    const limit = figuresOf(bareRuns);
    const ratio = {
      ms: share(ours.ms, limit.ms),
      roundTrips: share(ours.roundTrips, limit.roundTrips),
      bytesUp: share(ours.bytesUp, limit.bytesUp),
      bytesDown: share(ours.bytesDown, limit.bytesDown),
      peakRss: share(ours.peakRssMb, limit.peakRssMb),
    };
    const runsMs = runs.map(({ ms }) => Math.round(ms));
    return { scenario, messages, relevant, mailboxMb, newMessages, newRelevant, runsMs, ours, limit, ratio };
  }
}

/** A measuring process. */
class Child {
  readonly ended: Promise<void>;
  readonly #process: ChildProcess;
  readonly #stop: () => void;

  constructor(file: string, task: ServiceTask | BareTask, signal: AbortSignal) {
    const path = fileURLToPath(new URL(file, import.meta.url));
    // Out of our process group, or a Ctrl-C would end it under the hands of whoever waits for its answer.
    this.#process = fork(path, [JSON.stringify(task)], { serialization: 'advanced', execArgv: [], detached: true });
    this.#stop = () => this.#process.kill('SIGKILL');
    signal.addEventListener('abort', this.#stop, { once: true });
    this.ended = new Promise((resolve) => {
      this.#process.once('exit', () => {
        signal.removeEventListener('abort', this.#stop);
        resolve();
      });
    });
  }

  ready(): Promise<unknown> {
    return this.#next();
  }

  ask(ask: Ask): Promise<Reply> {
    const reply = this.#next();
    this.#process.send(ask);
    return reply as Promise<Reply>;
  }

  /** Lets it close its database and go. */
  async end(): Promise<void> {
    if (this.#process.connected) this.#process.disconnect();
    await this.ended;
  }

  async kill(): Promise<void> {
    this.#stop();
    await this.ended;
  }

  #next(): Promise<unknown> {
    return Promise.race([
      new Promise((resolve) => this.#process.once('message', resolve)),
      this.ended.then(() => {
        throw new Error('A measuring process ended before it answered; see above for why.');
      }),
    ]);
  }
}

function figuresOf(runs: Run[]): Figures {
  const median = (of: (run: Run) => number) => runs.map(of).sort((a, b) => a - b)[Math.floor((runs.length - 1) / 2)]!;
  return {
    ms: Math.round(median(({ ms }) => ms) * 10) / 10,
    roundTrips: median(({ roundTrips }) => roundTrips),
    bytesUp: median(({ bytesUp }) => bytesUp),
    bytesDown: median(({ bytesDown }) => bytesDown),
    peakRssMb: Math.round(median(({ rssPeak }) => rssPeak) / 1024),
    rssBeforeMb: Math.round(median(({ rssBefore }) => rssBefore) / 1024),
  };
}

const share = (ours: number, limit: number) => (limit > 0 ? Math.round((ours / limit) * 100) / 100 : 0);
const seconds = (ms: number) => (ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

export function tableOf({ machine, runs, results }: SyncReport): string {
  const head = ['', '', 'time', 'round trips', 'up', 'down', 'peak RSS', 'before'];
  const rows = results.flatMap(
    ({ scenario, messages, mailboxMb, relevant, newMessages, newRelevant, ours, limit, ratio }) => {
      const row = (name: string, each: Figures) => [
        name,
        seconds(each.ms),
        String(each.roundTrips),
        kilobytes(each.bytesUp),
        kilobytes(each.bytesDown),
        `${each.peakRssMb} MB`,
        `${each.rssBeforeMb} MB`,
      ];
      const what = newMessages > 0 ? `${newMessages} new, ${newRelevant} of deals` : `${relevant} of deals`;
      const times = [ratio.ms, ratio.roundTrips, ratio.bytesUp, ratio.bytesDown, ratio.peakRss].map(
        (each) => `×${each}`,
      );
      return [
        [scenario, ...row('service', ours)],
        [`${messages} messages, ${mailboxMb} MB`, ...row('bare fetch', limit)],
        [what, 'ratio', ...times, ''],
      ];
    },
  );
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]!.length)));
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
  const about =
    `bench sync: ${machine.cores} cores, Node ${machine.node}. One cold first read a mailbox, else medians of ` +
    `${runs.firstRead} first reads, ${runs.nothingNew} with nothing new, ${runs.newMail} with new mail.`;
  return `${about}\n\n${lines.join('\n')}\n`;
}
