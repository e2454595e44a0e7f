/**
 * `bench choose`, all reps: the job that judges a rep's deals, run for every rep of a large organisation on PostgreSQL; how that grows with the
 * number of deals, and whether the tables that grow are read by their indexes.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { migratePostgres, openPostgres } from '../../src/db/postgres.ts';
import type { Db, Store } from '../../src/db/store.ts';
import { assess } from '../../src/jobs/assess.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { startPostgres } from '../support/postgres.ts';
import { dealsPerRep, fillReps, messagesPerDeal } from './choose-fill.ts';
import { benchContext, migrations } from './choose-one.ts';
import { benchTime, day } from './choose-talk.ts';
import { measured } from './measure.ts';

/** As many as one process of the service works on at once. */
const atOnce = 4;
/** Smaller tables are rightly read whole. */
const large = 10_000;

export interface Growth {
  deals: number;
  reps: number;
  messages: number;
  /** Storing what was not there at the size before. */
  fillSeconds: number;
  /** Judging and choosing for every rep once, and writing it down. */
  seconds: number;
  msPerRep: number;
  repsPerSecond: number;
}

export interface AllReps {
  atOnce: number;
  growth: Growth[];
  /** Proposals made in the last pass: that it chose at all. */
  proposals: number;
  peakRssMb: number;
  databaseMb: number;
  /** Scans of whole tables and by index during the pass over the most deals, as PostgreSQL counted them. */
  tables: { table: string; rows: number; wholeTable: number; byIndex: number }[];
  /** How PostgreSQL reads for one rep at that size: each query of the job. */
  plans: { query: string; lines: string[] }[];
}

/** `sizes`: numbers of deals, each the multiple of a rep's, ascending. */
export async function measureAllReps(sizes: readonly number[], tell: (text: string) => void): Promise<AllReps> {
  const server = await startPostgres();
  const url = await server.database();
  await migratePostgres(url, migrations);
  const store = openPostgres(url, sha256);
  const growth: Growth[] = [];
  let peak = 0;
  let tables: AllReps['tables'] = [];
  let proposals = 0;
  try {
    for (const [step, deals] of sizes.entries()) {
      const now = new Date(benchTime.getTime() + step * day);
      const began = performance.now();
      await fillReps(store.db, sizes[step - 1] ?? 0, deals, now, tell);
      const fillSeconds = seconds(performance.now() - began);
      const reps = deals / dealsPerRep;
      const before = await scansCounted(store.db);
      const { ms, rssPeak } = await measured(() => pass(store, reps, now, tell));
      tables = since(before, await scansCounted(store.db));
      peak = Math.max(peak, rssPeak);
      proposals = await count(
        store.db,
        sql`select count(*)::int as n from proposal where created_at = ${now.toISOString()}::timestamptz`,
      );
      const perSecond = Math.round((reps / ms) * 10_000) / 10;
      const size = { deals, reps, messages: deals * messagesPerDeal, fillSeconds };
      growth.push({
        ...size,
        seconds: seconds(ms),
        msPerRep: Math.round((ms / reps) * 10) / 10,
        repsPerSecond: perSecond,
      });
      tell(`${deals} deals of ${reps} reps: filled in ${fillSeconds} s, chosen in ${seconds(ms)} s\n`);
    }
    const bytes = await count(store.db, sql`select pg_database_size(current_database())::float8 as n`);
    const last = new Date(benchTime.getTime() + sizes.length * day);
    return {
      atOnce,
      growth,
      proposals,
      peakRssMb: Math.round(peak / 1024),
      databaseMb: Math.round(bytes / 1024 / 1024),
      tables,
      plans: await plansOf(store, url, last, (sizes.at(-1) ?? 0) < large),
    };
  } finally {
    await store.close();
    await server.stop();
  }
}

const seconds = (ms: number): number => Math.round(ms / 100) / 10;

/** The job for each rep, in any order, a few at once. */
async function pass(store: Store, reps: number, now: Date, tell: (text: string) => void): Promise<void> {
  const context = benchContext(store, () => now);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let rep = next++; rep < reps; rep = next++) {
      await assess(context, `m${rep}`);
      if (rep > 0 && rep % 500 === 0) tell(`  ${rep} reps\n`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function count(db: Db, query: ReturnType<typeof sql>): Promise<number> {
  const [row] = (await db.execute(query)) as unknown as { n: number }[];
  return row?.n ?? 0;
}

/** Every question that the job asks for one rep, explained. `forced`: of tables so small that none would be asked otherwise. */
async function plansOf(store: Store, url: string, now: Date, forced: boolean): Promise<AllReps['plans']> {
  const asked = new Map<string, unknown[]>();
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const db = drizzle(client, { logger: { logQuery: (query, values) => void asked.set(query, values) } }) as Db;
    const spied: Store = { ...store, db, transaction: (work) => db.transaction((tx) => work(tx)) };
    await db.execute(sql`update mailbox set synced_at = ${now.toISOString()}::timestamptz where id = 'm0'`);
    asked.clear();
    await assess(
      benchContext(spied, () => now),
      'm0',
    );
    const questions = [...asked].filter(([query]) => /^(?:select|update|delete|with)\b/.test(query));
    await client.unsafe(`set enable_seqscan = ${forced ? 'off' : 'on'}`);
    const plans = [];
    for (const [query, values] of questions) {
      const rows = await client.unsafe(`explain (costs off) ${query}`, values as never[]);
      const lines = rows.map((row) => String(row['QUERY PLAN']));
      // A list of hundreds of ids says no more than its first.
      plans.push({ query: shortened(query, 300), lines: lines.map((line) => shortened(line, 160)) });
    }
    return plans;
  } finally {
    await client.end({ timeout: 5 });
  }
}

const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

type Scans = Map<string, { rows: number; whole: number; index: number }>;

async function scansCounted(db: Db): Promise<Scans> {
  await db.execute(sql`select pg_stat_force_next_flush()`);
  // Other connections of the pool write their counts down when they become idle.
  await pause(1_500);
  const rows = (await db.execute(
    sql`select relname as table, n_live_tup::int as rows, seq_scan::int as whole, coalesce(idx_scan, 0)::int as index from pg_stat_user_tables where schemaname = 'public' order by relname`,
  )) as unknown as { table: string; rows: number; whole: number; index: number }[];
  return new Map(rows.map((row) => [row.table, row]));
}

function since(before: Scans, after: Scans): AllReps['tables'] {
  return [...after]
    .map(([table, { rows, whole, index }]) => ({
      table,
      rows,
      wholeTable: whole - (before.get(table)?.whole ?? 0),
      byIndex: index - (before.get(table)?.index ?? 0),
    }))
    .filter(({ rows, byIndex, wholeTable }) => rows > 0 && byIndex + wholeTable > 0);
}

/** Tables that grow with the deals and were read from end to end, in one sentence; null when none was. */
export function scannedWhole({ tables, plans }: Pick<AllReps, 'tables' | 'plans'>): string | null {
  const counted = tables.filter(({ rows, wholeTable }) => rows > large && wholeTable > 0);
  const big = new Set(tables.filter(({ rows }) => rows > large).map(({ table }) => table));
  const planned = plans.flatMap(({ query, lines }) =>
    lines.flatMap((line) => {
      const table = /Seq Scan on "?(\w+)/.exec(line)?.[1] ?? '';
      return big.has(table) ? [`the plan of "${shortened(query, 80)}" reads all of ${table}`] : [];
    }),
  );
  const said = [
    ...counted.map(({ table, wholeTable }) => `the table ${table} was scanned whole ${wholeTable} times`),
    ...planned,
  ];
  return said.length > 0 ? `bench choose falls short: ${said.join('; ')}.` : null;
}
