/** `bench choose`, one rep: what it takes to choose among 200 deals with 4,000 messages, from the database to the picks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { findMailbox, type MailboxRow } from '../../src/db/mailboxes.ts';
import { openPglite } from '../../src/db/pglite.ts';
import { migratePostgres, openPostgres } from '../../src/db/postgres.ts';
import * as schema from '../../src/db/schema.ts';
import type { Store } from '../../src/db/store.ts';
import { saveThread } from '../../src/db/threads.ts';
import { planDay } from '../../src/domain/plan.ts';
import { factsOf } from '../../src/jobs/assess.ts';
import { type Context, repOf } from '../../src/jobs/context.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { createLog } from '../../src/lib/log.ts';
import { shippedTemplates } from '../../src/node.ts';
import { addBlankDatabase } from '../support/blank-database.ts';
import { startPostgres } from '../support/postgres.ts';
import { benchTime, buyerOf, messageOf, repOfBench } from './choose-talk.ts';

export interface OneRepLoad {
  deals: number;
  messages: number;
  runs: number;
}

export interface OneRep {
  store: string;
  deals: number;
  messages: number;
  /** Everything read for the first time, and stored. */
  firstSeconds: number;
  runs: number;
  /** Milliseconds from the first query to the picks. */
  p50: number;
  p95: number;
  max: number;
  /** Medians of the two parts: asking the database, and judging and choosing. */
  factsMs: number;
  planMs: number;
  picked: number;
}

export const migrations = new URL('../../drizzle', import.meta.url).pathname;

/** What a job is lent, without mailboxes: nothing is placed. */
export function benchContext(store: Store, now = () => benchTime): Context {
  return {
    store,
    now,
    newId: () => crypto.randomUUID(),
    secretName: async () => '',
    policy: readConfig({}, JSON.stringify({ timeZone: 'UTC', draftsFromHour: 0 })).policy,
    log: createLog({ level: 'silent' }),
    mailbox: () => Promise.reject(new Error('no mailbox is asked here')),
    crm: () => Promise.reject(new Error('no CRM is asked here')),
    enqueue: async () => undefined,
    render: shippedTemplates().render,
  };
}

/** On PostgreSQL and on the embedded database, one after the other. */
export async function measureOneRep(load: OneRepLoad, tell: (text: string) => void): Promise<OneRep[]> {
  const server = await startPostgres();
  const dir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  try {
    const url = await server.database();
    await migratePostgres(url, migrations);
    await addBlankDatabase(dir);
    const found: OneRep[] = [];
    for (const [name, open] of [
      ['PostgreSQL', async () => openPostgres(url, sha256)],
      ['PGlite', () => openPglite(dir, migrations, sha256)],
    ] as const) {
      const store = await open();
      try {
        found.push(await measureOn(name, store, load));
      } finally {
        await store.close();
      }
      const { p50, p95 } = found.at(-1) as OneRep;
      tell(`one rep on ${name}: p50 ${p50} ms, p95 ${p95} ms\n`);
    }
    return found;
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function measureOn(name: string, store: Store, { deals, messages, runs }: OneRepLoad): Promise<OneRep> {
  const row = await fill(store, deals, messages);
  const context = benchContext(store);
  const today = benchTime.toISOString().slice(0, 10);
  const choose = async () => {
    const began = performance.now();
    const facts = await factsOf(context, row, today);
    const known = performance.now();
    const { policy, render } = context;
    const plan = planDay([...facts.values()], repOf(row), policy, policy.draftsPerDay, render, benchTime);
    const done = performance.now();
    return { factsMs: known - began, planMs: done - known, ms: done - began, picked: plan.drafts.length };
  };
  const first = await choose();
  const measured: Awaited<ReturnType<typeof choose>>[] = [];
  for (let run = 0; run < runs; run++) measured.push(await choose());
  const part = (of: 'ms' | 'factsMs' | 'planMs', share: number) =>
    quantile(
      measured.map((each) => each[of]),
      share,
    );
  return {
    store: name,
    deals,
    messages,
    firstSeconds: Math.round(first.ms) / 1_000,
    runs,
    p50: part('ms', 0.5),
    p95: part('ms', 0.95),
    max: part('ms', 1),
    factsMs: part('factsMs', 0.5),
    planMs: part('planMs', 0.5),
    picked: first.picked,
  };
}

/** Of milliseconds, with one decimal. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0) * 10) / 10;
}

export async function fill(store: Store, deals: number, messages: number): Promise<MailboxRow> {
  const rep = repOfBench(0);
  const { db } = store;
  const account = { kind: 'imap', settings: {}, secret: '', createdAt: benchTime, syncedAt: benchTime };
  await db.insert(schema.crm).values({ ...account, id: 'csv', kind: 'csv' });
  await db.insert(schema.mailbox).values({ ...account, id: 'm0', rep, repName: 'Robin Rep', timeZone: 'UTC' });
  const length = Math.round(messages / deals);
  for (let deal = 0; deal < deals; deal++) {
    const [id, crmId] = [`d${deal}`, 'csv'];
    const person = { name: 'Dana Berg', emails: [buyerOf(deal)], title: null, phone: null, optOut: 'unknown' as const };
    await db.insert(schema.contact).values({ crmId, id, ...person });
    const state = { name: `Deal ${deal}`, owner: rep, stage: 'Proposal', status: 'open' as const, contactIds: [id] };
    await db.insert(schema.deal).values({ crmId, id, ...state });
    const talk = Array.from({ length }, (_, n) => messageOf(deal, rep, deal, n, length, 3));
    const thread = { ref: `ref${deal}`, messages: talk };
    const binding = { crmId, dealId: id, because: 'bench' };
    await db.transaction((tx) => saveThread(tx, 'm0', thread, binding, () => crypto.randomUUID(), benchTime));
  }
  await db.execute('analyze');
  return (await findMailbox(db, 'm0')) as MailboxRow;
}
