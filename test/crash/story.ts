/** One run: the story from the first read to the end, with one death in it, and what must be true whenever that was. */

import { readPolicy } from '../../src/config-policy.ts';
import type { Crm } from '../../src/crm/crm.ts';
import { csv } from '../../src/crm/csv.ts';
import { ledgerAfter } from '../../src/db/ledger.ts';
import * as schema from '../../src/db/schema.ts';
import type { LedgerEntry, ledgerVerifier } from '../../src/domain/ledger.ts';
import type { Context, JobName } from '../../src/jobs/context.ts';
import { jobs } from '../../src/jobs/index.ts';
import { sweep } from '../../src/jobs/sweep.ts';
import { sha256 } from '../../src/lib/hash.ts';
import type { Log, LogFields } from '../../src/lib/log.ts';
import { imap } from '../../src/mailbox/imap.ts';
import type { Mailbox } from '../../src/mailbox/mailbox.ts';
import { shippedTemplates } from '../../src/node.ts';
import { minute } from '../support/service.ts';
import { headersOf } from '../support/stage.ts';
import {
  type Backend,
  countedCrm,
  countedMailbox,
  countedRest,
  countedStore,
  Dead,
  type Death,
  Ports,
} from './ports.ts';
import { type Act, acts, atMinute, type Draft, makeWorld, ownWords, password, perform, type World } from './world.ts';

/** Holds of minutes, so that few looks are needed; five working days until an untouched draft is taken back, as shipped. */
const policy = readPolicy(
  JSON.stringify({
    timeZone: 'Europe/Berlin',
    draftsFromHour: 0,
    digestOn: false,
    draftsPerDay: acts.length,
    stalledAfterWorkingDays: 10,
    holds: { trashProvisionalMs: minute, trashFinalMs: minute },
  }),
);
const { render } = shippedTemplates();
const intervals = { pollSeconds: 60, lookSeconds: 600, assessSeconds: 1_800 };
/** A dead process is started again after so long. */
const restartMs = 30_000;

/** What the log must say of each act in the end; null: nothing has been decided. */
const outcomes: Record<Act, { decision: string; verdict: string } | null> = {
  'sent as is': { decision: 'approved', verdict: 'sent_as_is' },
  'prospect answers': { decision: '', verdict: 'withdrawn' },
  'edited and saved': null,
  'deleted to trash': { decision: 'rejected', verdict: 'discarded' },
};

/** Parts of the service that a test may break, to see that it is noticed. */
export interface Sabotage {
  mailbox?: (mailbox: Mailbox, world: World) => Mailbox;
  crm?: (crm: Crm) => Crm;
  /** Nobody looks for what a dead process left undone. */
  noSweep?: boolean;
}

/** A database with its ledger, verified entry by entry as it grows. */
export interface Bench {
  backend: Backend;
  check: ReturnType<typeof ledgerVerifier>;
  seq: number;
  /** Lines that the ledger's file has gained since the last call; null where there is no such file. */
  newLines: (() => string[]) | null;
}

export interface Run {
  ports: Ports;
  violations: string[];
}

interface Life {
  work(): Promise<void>;
  bury(): Promise<void>;
}

/** One process: fresh connections, an empty queue. */
function live(backend: Backend, ports: Ports, world: World, sabotage: Sabotage, trouble: string[]): Life {
  const queue = new Set<string>();
  const accounts: { close(): Promise<void> }[] = [];
  let mailbox: Mailbox | null = null;
  let crm: Crm | null = null;
  const noted = (event: string, fields?: LogFields): void => {
    if (!ports.dead) trouble.push(`${event}: ${fields?.error ?? ''}`);
  };
  const log: Log = { debug() {}, info() {}, warn: noted, error: noted };
  const rest = countedRest(
    {
      now: world.tick,
      newId: world.newId,
      async enqueue(job, key) {
        queue.add(`${job} ${key}`);
      },
    },
    ports,
  );
  const context: Context = {
    ...rest,
    secretName: async (text) => sha256(text).slice(0, 32),
    store: countedStore(backend, ports),
    policy,
    log,
    render,
    async mailbox(row) {
      if (mailbox) return mailbox;
      const owner = { name: row.repName, address: row.rep };
      const tuning = { operationSeconds: 20, pollSeconds: 60 };
      const real = imap.open({ owner, settings: row.settings, secret: password, tuning, now: rest.now });
      accounts.push(real);
      mailbox = countedMailbox(sabotage.mailbox?.(real, world) ?? real, ports);
      return mailbox;
    },
    async crm(row) {
      if (crm) return crm;
      const real = csv.open({ settings: row.settings, secret: null, now: rest.now });
      accounts.push(real);
      crm = countedCrm(sabotage.crm?.(real) ?? real, ports);
      return crm;
    },
  };
  return {
    async work() {
      backend.ports = ports;
      try {
        ports.doing = 'sweep';
        if (!(sabotage.noSweep && ports.died)) await sweep(context, intervals);
        for (const entry of queue) {
          queue.delete(entry);
          const [job, key] = entry.split(' ') as [JobName, string];
          ports.doing = job;
          await jobs[job](context, key);
          if (ports.dead) throw new Dead(job);
        }
      } finally {
        backend.ports = null;
      }
    },
    async bury() {
      for (const account of accounts) await account.close();
    },
  };
}

/** Plays the story. What the test itself cannot go on with is a violation too. */
export async function play(bench: Bench, death: Death | null, sabotage: Sabotage = {}): Promise<Run> {
  const { backend } = bench;
  const world = await makeWorld(backend.store);
  const ports = new Ports(death, () => step);
  const trouble: string[] = [];
  let step = world.now();
  const placed: Draft[] = [];
  /** On every draft that nobody has acted on yet. */
  const theyAct = async (): Promise<void> => {
    for (const draft of await world.drafts()) {
      if (placed.some(({ act }) => act === draft.act)) continue;
      placed.push(draft);
      await perform(world, draft);
    }
  };
  let life = live(backend, ports, world, sabotage, trouble);
  /** The service works until nothing is left to do. If it dies meanwhile it is started again. */
  const workAt = async (at: Date): Promise<void> => {
    step = at;
    world.setClock(at);
    try {
      await life.work();
    } catch (error) {
      if (!ports.dead) throw error;
      await life.bury();
      if (death?.meanwhile) {
        world.setClock(new Date(at.getTime() + restartMs / 2));
        await theyAct();
      }
      ports.reborn();
      life = live(backend, ports, world, sabotage, trouble);
      await workAt(new Date(at.getTime() + restartMs));
    }
  };
  try {
    const violations: string[] = [];
    for (const minutes of [0, 2]) await workAt(atMinute(minutes));
    world.setClock(atMinute(5));
    await theyAct();
    const after = await snapshot(world);
    for (const minutes of [6, 8, 10]) await workAt(atMinute(minutes));
    // Six working days on.
    await workAt(atMinute(8 * 1_440));
    violations.push(...(await faults(bench, world, placed, after)));
    if (trouble.length > 0) violations.push(`the log complains: ${trouble.join('; ')}`);
    if (death && !ports.died) violations.push('nothing died');
    return { ports, violations };
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await catchUp(bench);
    return { ports, violations: [`the story broke off: ${why}`] };
  } finally {
    await life.bury();
    await world.close();
  }
}

const folders = ['INBOX', 'Drafts', 'Sent', 'Trash', 'Junk', 'Archive'] as const;
type Snapshot = Record<(typeof folders)[number], string[]>;

async function snapshot(world: World): Promise<Snapshot> {
  const all = {} as Snapshot;
  for (const folder of folders) all[folder] = await world.mails(folder);
  return all;
}

/** What ledger and file have gained, verified on the way. */
async function catchUp(
  bench: Bench,
): Promise<{ entries: LedgerEntry[]; fault: string | null; lines: string[] | null }> {
  const entries: LedgerEntry[] = [];
  let fault: string | null = null;
  for await (const entry of ledgerAfter(bench.backend.store.db, bench.seq)) {
    fault ??= bench.check.add(entry);
    entries.push(entry);
    bench.seq = entry.seq;
  }
  return { entries, fault, lines: bench.newLines?.() ?? null };
}

/** Everything that is not as it must be at the end, one sentence each. */
async function faults(bench: Bench, world: World, placed: Draft[], after: Snapshot): Promise<string[]> {
  const found: string[] = [];
  const is = (what: string, got: unknown, wanted: unknown): void => {
    const [one, other] = [JSON.stringify(got), JSON.stringify(wanted)];
    if (one !== other) found.push(`${what}: ${one} instead of ${other}`);
  };
  const { db } = bench.backend.store;

  // Drafts: one for each deal, never another one; the rep's edit is the fifth mail that came into the folder.
  is('drafts placed', placed.map(({ act }) => act).sort(), [...acts].sort());
  is('mails ever put into Drafts', await world.everInDrafts(), acts.length + 1);
  const now = await snapshot(world);
  const copies = Object.values(now)
    .flat()
    .map((raw) => headersOf(raw)['message-id'] ?? '');
  for (const { act, messageId } of placed)
    is(
      `copies of the draft "${act}" in all folders`,
      copies.filter((id) => id === messageId).length,
      act === 'prospect answers' ? 0 : 1,
    );
  // Only what was taken back is gone; all else lies there byte for byte as the rep left it. Nothing was sent but by the rep.
  const withdrawn = placed.find(({ act }) => act === 'prospect answers')?.messageId;
  const kept = after.Drafts.filter((raw) => headersOf(raw)['message-id'] !== withdrawn);
  is('Drafts', now.Drafts, kept);
  for (const folder of folders) if (folder !== 'Drafts') is(folder, now[folder], after[folder]);
  const own = Buffer.from(ownWords).toString('base64').slice(0, 40);
  is('drafts with the words of the rep', now.Drafts.filter((raw) => raw.includes(own)).length, 1);

  // Decisions: in the database, in the ledger, in the CRM's file.
  const proposals = await db.select().from(schema.proposal);
  const placements = await db.select().from(schema.placement);
  const decisions = await db.select().from(schema.decision);
  is(
    'proposals',
    proposals.map(({ dealId, cancelled }) => [dealId, cancelled]).sort(),
    acts.map((act) => [act, null]).sort(),
  );
  is('placements', placements.length, acts.length);
  const rows = world.decisions();
  for (const act of acts) {
    const proposal = proposals.find(({ dealId }) => dealId === act);
    const placement = placements.find(({ proposalId }) => proposalId === proposal?.id);
    const wanted = outcomes[act] ? [outcomes[act]] : [];
    const mine = decisions.filter(({ placementId }) => placementId === placement?.id);
    is(
      `decisions on "${act}"`,
      mine.map(({ decision, verdict }) => ({ decision, verdict })),
      wanted,
    );
    is(`logged decisions on "${act}"`, mine.filter(({ loggedAt }) => loggedAt !== null).length, wanted.length);
    const lines = rows.filter(({ deal_id }) => deal_id === act);
    is(
      `lines of decisions.csv on "${act}"`,
      lines.map(({ decision, verdict }) => ({ decision, verdict })),
      wanted,
    );
    is(
      `judgement of "${act}"`,
      [placement?.verdict, placement?.final],
      outcomes[act] ? [outcomes[act].verdict, true] : ['pending', false],
    );
  }
  is('lines of decisions.csv', rows.length, 3);

  // The ledger: whole, each fact once, and the same in its file.
  const { entries, fault, lines } = await catchUp(bench);
  if (fault) found.push(`the ledger: ${fault}`);
  const kinds: Record<string, number> = {};
  for (const { kind } of entries) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const each = { proposal: 4, draft_intended: 4, draft_placed: 4, draft_withdrawn: 1, decision: 3, decision_logged: 3 };
  is('entries of the ledger', Object.entries(kinds).sort(), Object.entries(each).sort());
  const copied = entries.map((entry) => JSON.stringify(entry));
  if (lines) is('the file of the ledger', lines, copied);
  return found;
}
