/**
 * `bench settle`: how long after a rep's client has stored the sent copy its decision is logged in the CRM, with default settings on a real
 * Dovecot; and what one pass over all open drafts of a large organisation costs the database.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Io } from '../../src/commands/io.ts';
import { runStored } from '../../src/commands/run.ts';
import { readConfig } from '../../src/config.ts';
import { seenRows } from '../../src/db/placements.ts';
import { migratePostgres, openPostgres } from '../../src/db/postgres.ts';
import * as schema from '../../src/db/schema.ts';
import type { Db } from '../../src/db/store.ts';
import type { Context } from '../../src/jobs/context.ts';
import { settle } from '../../src/jobs/settle.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { createLog } from '../../src/lib/log.ts';
import type { Look, Mailbox } from '../../src/mailbox/mailbox.ts';
import { openService } from '../../src/node.ts';
import { startDovecot } from '../support/dovecot.ts';
import { mailClient } from '../support/mail-client.ts';
import { startPostgres } from '../support/postgres.ts';
import { until } from '../support/run.ts';
import { day, minute, writeCrm } from '../support/service.ts';

export const settleReport = z.strictObject({
  name: z.literal('settle'),
  machine: z.strictObject({ cores: z.number().int(), node: z.string() }),
  /** From the moment the sent copy is stored to the moment its log line is written. Milliseconds. */
  sends: z.strictObject({ count: z.number().int(), p50: z.number(), p95: z.number(), max: z.number() }),
  pass: z.strictObject({
    placements: z.number().int(),
    mailboxes: z.number().int(),
    /** Each look is new and stored; each look shows what the last one did. Seconds for all. */
    firstSeconds: z.number(),
    unchangedSeconds: z.number(),
    /** Scans of whole tables and by index during both passes, as PostgreSQL counted them. */
    tables: z.array(
      z.strictObject({ table: z.string(), rows: z.number(), wholeTable: z.number(), byIndex: z.number() }),
    ),
    /** How PostgreSQL reads scans and observations of one placement, from the loaded tables. */
    plans: z.array(z.strictObject({ query: z.string(), lines: z.array(z.string()) })),
  }),
});

/** A decision should be logged while the rep still looks at the sent mail. */
const sendLimitMs = 5_000;
/** Grow with every look: a scan of one whole would cost more every day. */
const growing = ['scan', 'observation'];

/** What a report falls short of, in one sentence; null when nothing. */
export function shortcoming({ sends, pass }: Pick<Report, 'sends' | 'pass'>): string | null {
  const whole = pass.tables.filter(({ table, wholeTable }) => growing.includes(table) && wholeTable > 0);
  const said = [
    ...(sends.p95 >= sendLimitMs ? [`p95 of the sends is ${sends.p95} ms, and should be below ${sendLimitMs} ms`] : []),
    ...whole.map(
      ({ table, wholeTable }) => `the table ${table} was scanned whole ${wholeTable} times, and should never be`,
    ),
  ];
  return said.length > 0 ? `bench settle falls short: ${said.join('; ')}.` : null;
}

type Report = z.infer<typeof settleReport>;

/** All reps of the bench together send this often. */
const betweenSendsMs = 300;

const quantile = (sorted: number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0);

/** `sends` is a multiple of 20: so many drafts a mailbox. */
export async function measureSends(sends: number, tell: (text: string) => void): Promise<Report['sends']> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const users = Array.from({ length: sends / 20 }, (_, n) => ({ user: `rep${n}@acme.test`, password: 'secret' }));
  const dovecot = await startDovecot({ users });
  // Nothing of the timing is changed; only that so many drafts may lie there at once, on any day of the week.
  const policy = { draftsPerDay: 20, draftsFromHour: 0, workingDays: [1, 2, 3, 4, 5, 6, 7], timeZone: 'UTC' };
  const environment = { COUNTERSIGN_DATA: join(dir, 'data'), COUNTERSIGN_KEY_FILE: join(dir, 'key') };
  const config = readConfig(environment, JSON.stringify(policy));
  const service = await openService(config, { supervise: true, log: createLog({ level: 'silent' }) });
  const clients = await Promise.all(
    users.map(({ user, password }) => mailClient({ host: dovecot.host, port: dovecot.port, user, password })),
  );
  try {
    const rows: string[] = [];
    for (const [n, client] of clients.entries())
      for (let deal = 0; deal < 20; deal++) {
        const to = `buyer${deal}@corp${n}.test`;
        rows.push(`D${n}-${deal},Deal ${n}-${deal},rep${n}@acme.test,Proposal,open,${to}`);
        const text = `Would the first of the month suit you for the start of pilot number ${deal}?`;
        await client.writeByHand({ to, subject: `Pilot ${deal}`, text, date: new Date(Date.now() - 9 * day) });
      }
    const deals = ['id,name,owner_email,stage,status,contact_emails', ...rows, ''].join('\n');
    const run = (argv: string[], stdin = '') => runStored(service.app, argv, stdin, () => undefined);
    await run(['connect', 'csv', '--dir', writeCrm(dir, { 'deals.csv': deals })]);
    await service.app.start();
    for (const { user, password } of users) {
      const server = ['--host', dovecot.host, '--port', String(dovecot.port), '--secure', 'none'];
      await run(['connect', 'imap', '--rep', user, '--user', user, ...server, '--password-stdin'], password);
    }
    const { db } = service.store;
    const count = async (table: typeof schema.placement | typeof schema.decision, where: ReturnType<typeof sql>) =>
      (await db.select({ n: sql<number>`count(*)::int` }).from(table).where(where))[0]?.n ?? 0;
    for (let placed = 0; placed < sends; ) {
      const goal = Math.min(sends, placed + 20);
      await until(`${goal} drafts lie there`, async () => {
        placed = await count(schema.placement, sql`placed_at is not null`);
        return placed >= goal;
      });
      tell(`${placed} of ${sends} drafts placed\n`);
    }
    const stored = new Map<string, number>();
    for (let deal = 0; deal < 20; deal++)
      for (const client of clients) {
        const [draft] = await client.list('Drafts');
        const id = /^Message-ID:\s*(\S+)/im.exec(draft?.raw ?? '')?.[1] ?? '';
        // The draft goes after the copy is stored, as in every client: that part is not the service's to wait for.
        await client.sendDraft(id, { messageId: 'keep', deleteDraft: 'keep' });
        stored.set(id, Date.now());
        await client.expunge(id);
        // People do not send in salvoes; without this the wait in line would be measured.
        await pause(betweenSendsMs);
      }
    // One that no wake-up reached waits for the next look that is due anyway: it is to be seen in the figures, not lost from them.
    let logged = 0;
    await until(
      'every decision is logged',
      async () => {
        const before = logged;
        logged = await count(schema.decision, sql`logged_at is not null`);
        if (logged > before) tell(`${logged} of ${sends} decisions logged\n`);
        return logged >= sends;
      },
      15 * minute,
    );
    const decided = await db
      .select({ id: schema.placement.messageId, at: schema.decision.loggedAt, verdict: schema.decision.verdict })
      .from(schema.decision)
      .innerJoin(schema.placement, sql`${schema.placement.id} = ${schema.decision.placementId}`);
    const wrong = decided.filter(({ verdict }) => verdict !== 'sent_as_is');
    if (wrong.length > 0) throw new Error(`${wrong.length} of ${sends} verdicts are wrong: ${wrong[0]?.verdict}.`);
    const times = decided.map(({ id, at }) => (at?.getTime() ?? 0) - (stored.get(id ?? '') ?? 0)).sort((a, b) => a - b);
    // A decision logged before the client came back to say that it had stored the copy took no time.
    const waited = times.map((ms) => Math.max(0, ms));
    return { count: waited.length, p50: quantile(waited, 0.5), p95: quantile(waited, 0.95), max: quantile(waited, 1) };
  } finally {
    for (const client of clients) await client.close();
    await service.close();
    await dovecot.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Looks come from memory here: what is measured is the database, for the mail servers are many and wait for nobody. */
export async function measurePass(placements: number, tell: (text: string) => void): Promise<Report['pass']> {
  const mailboxes = Math.max(1, Math.round(placements / 20));
  const server = await startPostgres();
  const url = await server.database();
  await migratePostgres(url, new URL('../../drizzle', import.meta.url).pathname);
  const store = openPostgres(url, sha256);
  let clock = new Date('2026-03-03T11:00:00Z');
  try {
    const { db } = store;
    tell(`storing ${placements} open placements of ${mailboxes} mailboxes\n`);
    const at = clock.toISOString();
    await db.execute(sql`insert into crm (id, kind, settings, created_at) values ('csv', 'csv', '{}', ${at})`);
    await db.execute(sql`insert into mailbox (id, kind, rep, rep_name, time_zone, settings, secret, keeps_sent_copies, created_at, synced_at)
      select 'm' || n, 'imap', 'rep' || n || '@acme.test', 'Rep', 'UTC', '{}', '', true, ${at}::timestamptz, ${at}::timestamptz from generate_series(0, ${mailboxes - 1}) n`);
    await db.execute(sql`insert into deal (crm_id, id, name, owner, stage, status, contact_ids)
      select 'csv', 'd' || n, 'Deal', 'rep' || (n / 20) || '@acme.test', 'Proposal', 'open', '[]' from generate_series(0, ${placements - 1}) n`);
    await db.execute(sql`insert into thread (id, mailbox_id, ref, crm_id, deal_id)
      select 't' || n, 'm' || (n / 20), 'ref' || n, 'csv', 'd' || n from generate_series(0, ${placements - 1}) n`);
    await db.execute(sql`insert into message (mailbox_id, id, thread_id, "references", "from", "to", cc, bcc, subject, sent_at, signals, text, attachments, place, read)
      select 'm' || (n / 20), '<' || n || '-' || k || '@x.test>', 't' || n, '[]', jsonb_build_object('name', '', 'address', 'rep' || (n / 20) || '@acme.test'), '[]', '[]', '[]', 'Pilot',
        ${at}::timestamptz - interval '10 days', '{}', 'Would the first of the month suit you?', '[]', 'sent', true from generate_series(0, ${placements - 1}) n, generate_series(1, 4) k`);
    await db.execute(sql`insert into proposal (id, kind, mailbox_id, crm_id, deal_id, thread_id, parent, day, reply, reply_hash, evidence, reasons, stage, created_at)
      select 'p' || n, 'follow_up', 'm' || (n / 20), 'csv', 'd' || n, 't' || n, '<' || n || '-4@x.test>', '2026-03-03',
        jsonb_build_object('threadRef', 'ref' || n, 'inReplyTo', '<' || n || '-4@x.test>', 'references', '[]'::jsonb, 'from', jsonb_build_object('name', '', 'address', 'rep@acme.test'), 'to', '[]'::jsonb, 'cc', '[]'::jsonb, 'subject', 'Re: Pilot', 'text', 'A word about the pilot, number ' || n || '.'),
        'h', '[]', '[]', 'Proposal', ${at}::timestamptz from generate_series(0, ${placements - 1}) n`);
    await db.execute(sql`insert into placement (id, proposal_id, mailbox_id, key, message_id, intended_at, placed_at)
      select 'l' || n, 'p' || n, 'm' || (n / 20), 'k' || n, '<k' || n || '@acme.test>', ${at}::timestamptz, ${at}::timestamptz from generate_series(0, ${placements - 1}) n`);
    await db.execute(
      sql`insert into scan (id, placement_id, n, "from", at, complete) select 's' || n, 'l' || n, 0, ${at}::timestamptz, ${at}::timestamptz, true from generate_series(0, ${placements - 1}) n`,
    );
    await db.execute(sql`insert into observation (scan_id, n, seen) select 's' || n, 0,
      jsonb_build_object('place', 'drafts', 'draft', true, 'ref', 'r' || n, 'messageId', '<k' || n || '@acme.test>', 'inReplyTo', '<' || n || '-4@x.test>', 'references', '[]'::jsonb, 'from', '', 'to', '[]'::jsonb, 'cc', '[]'::jsonb, 'bcc', '[]'::jsonb, 'subject', 'Re: Pilot', 'text', 'A word about the pilot, number ' || n || '.', 'attachments', '[]'::jsonb, 'date', ${at}::text)
      from generate_series(0, ${placements - 1}) n`);
    await db.execute(sql`analyze`);

    const hour = 3_600_000;
    const holds = {
      sentMs: 0,
      recheckMs: 60_000,
      supersededMs: 120_000,
      trashProvisionalMs: hour,
      trashFinalMs: 2 * hour,
      vanishedProvisionalMs: 2 * hour,
      vanishedFinalMs: 72 * hour,
    };
    const mailbox = {
      holds,
      observeDraft: async ({ messageId, inReplyTo }) => lookAt(messageId, inReplyTo ?? '', clock),
    } as Partial<Mailbox> as Mailbox;
    const context: Context = {
      store,
      now: () => clock,
      newId: () => crypto.randomUUID(),
      secretName: async () => '',
      policy: readConfig({}).policy,
      log: createLog({ level: 'silent' }),
      mailbox: async () => mailbox,
      crm: async () => Promise.reject(new Error('no CRM is asked here')),
      enqueue: async () => undefined,
      render: () => '',
    };
    const pass = async (): Promise<number> => {
      clock = new Date(clock.getTime() + 60_000);
      const began = performance.now();
      for (let n = 0; n < mailboxes; n++) await settle(context, `m${n}`);
      return Math.round(performance.now() - began) / 1_000;
    };
    const before = await scansCounted(store.db);
    const firstSeconds = await pass();
    tell(`first pass: ${firstSeconds} s\n`);
    await pass();
    const unchangedSeconds = await pass();
    tell(`a pass with nothing new: ${unchangedSeconds} s\n`);
    const after = await scansCounted(store.db);
    const tables = [...after].map(([table, { rows, whole, index }]) => ({
      table,
      rows,
      wholeTable: whole - (before.get(table)?.whole ?? 0),
      byIndex: index - (before.get(table)?.index ?? 0),
    }));
    return { placements, mailboxes, firstSeconds, unchangedSeconds, tables, plans: await plansOf(store.db) };
  } finally {
    await store.close();
    await server.stop();
  }
}

function lookAt(messageId: string, inReplyTo: string, at: Date): Look {
  const number = /\d+/.exec(messageId)?.[0] ?? '';
  const text = `A word about the pilot, number ${number}.`;
  const date = new Date(at.getTime() - (at.getTime() % 86_400_000));
  const message = {
    id: messageId,
    inReplyTo,
    references: [inReplyTo],
    from: null,
    to: [],
    cc: [],
    bcc: [],
    subject: 'Re: Pilot',
    date,
    signals: {},
    text,
    attachments: [],
    place: 'drafts' as const,
    read: true,
  };
  return { sightings: [{ place: 'drafts', ref: `r${number}`, draft: true, message }], complete: true, gap: null };
}

/** The plan of the one query that reads what was seen of a placement; without its cost, which differs from run to run. */
async function plansOf(db: Db): Promise<Report['pass']['plans']> {
  const rows = (await db.execute(sql`explain (costs off) ${seenRows(db, 'l0').getSQL()}`)) as unknown as {
    'QUERY PLAN': string;
  }[];
  return [{ query: 'scans and observations of a placement', lines: rows.map((row) => row['QUERY PLAN']) }];
}

/** How often PostgreSQL has scanned tables whole and by index so far. */
async function scansCounted(db: ReturnType<typeof openPostgres>['db']) {
  await db.execute(sql`select pg_stat_force_next_flush()`);
  // Other connections of the pool write their counts down when they become idle.
  await pause(1_500);
  const rows = (await db.execute(
    sql`select relname as table, n_live_tup::int as rows, seq_scan::int as whole, coalesce(idx_scan, 0)::int as index from pg_stat_user_tables where relname in ('placement', 'proposal', 'scan', 'observation', 'revision', 'thread', 'message', 'deal') order by relname`,
  )) as unknown as { table: string; rows: number; whole: number; index: number }[];
  return new Map(rows.map((row) => [row.table, row]));
}

export async function run(io: Io, json: boolean, sends = 200, placements = 10_000): Promise<number> {
  const tell = (text: string): void => io.err(text);
  const report: Report = settleReport.parse({
    name: 'settle',
    machine: { cores: availableParallelism(), node: process.version },
    sends: await measureSends(sends, tell),
    pass: await measurePass(placements, tell),
  });
  io.out(json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report));
  const short = shortcoming(report);
  if (short) io.err(`${short}\n`);
  return short ? 1 : 0;
}

function inWords({ sends, pass }: Report): string {
  const tables = pass.tables.map(
    ({ table, rows, wholeTable, byIndex }) =>
      `  ${table.padEnd(12)} ${String(rows).padStart(8)} rows  ${String(wholeTable).padStart(6)} whole  ${String(byIndex).padStart(8)} by index`,
  );
  return [
    `From the sent copy to the logged decision, ${sends.count} sends: p50 ${sends.p50} ms, p95 ${sends.p95} ms, at most ${sends.max} ms.`,
    `One pass over ${pass.placements} open placements of ${pass.mailboxes} mailboxes: ${pass.firstSeconds} s when every look is new, ${pass.unchangedSeconds} s when none is.`,
    'Scans of tables in three passes:',
    ...tables,
    '',
  ].join('\n');
}
