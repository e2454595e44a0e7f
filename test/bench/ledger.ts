/**
 * `bench ledger`: how long a long ledger takes to be exported from the embedded database, and to be verified as a file, by our verifier and by
 * the one in Python; and how much memory each takes. Everything lies in a temporary folder that goes away.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Io } from '../../src/commands/io.ts';
import { restoreLedger } from '../../src/db/ledger.ts';
import { openPglite } from '../../src/db/pglite.ts';
import { type LedgerEntry, ledgerStart } from '../../src/domain/ledger.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { madeEntry } from '../ledger/entries.ts';
import { pythonMissing, verifyScript } from '../ledger/python.ts';
import { addBlankDatabase } from '../support/blank-database.ts';
import { ended } from '../support/run.ts';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'src/cli.ts');
const whole = z.number().int();
const figures = {
  /** From the start of the process to its end. */
  seconds: z.number(),
  entriesPerSecond: whole,
  /** Of all its threads: what it would take on a machine that does nothing else, or less. Like the next, 0 where there is no /proc. */
  cpuSeconds: z.number(),
  peakRssMb: whole,
};

export const ledgerReport = z.strictObject({
  name: z.literal('ledger'),
  machine: z.strictObject({ cores: whole, node: z.string() }),
  entries: whole,
  megabytes: z.number(),
  fillSeconds: z.number(),
  /** From PGlite. `firstSeconds`: until the first entry is there, which is opening the database and proving its mirror. */
  export: z.strictObject({ firstSeconds: z.number(), ...figures }),
  verify: z.array(z.strictObject({ verifier: z.enum(['countersign', 'python']), ...figures })),
});
export type LedgerReport = z.infer<typeof ledgerReport>;

/** What a verifier may take for a million entries. */
const limitSeconds = 60;

/** Exit code 1 when a verifier does not find the whole ledger whole, or takes more than a minute for a million entries. */
export async function run(io: Io, json: boolean, entries = 1_000_000): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-bench-ledger-'));
  try {
    const file = join(dir, 'export.jsonl');
    const env = { COUNTERSIGN_DATA: join(dir, 'data'), COUNTERSIGN_KEY_FILE: join(dir, 'key') };
    const began = performance.now();
    const head = await fill(env.COUNTERSIGN_DATA, entries, (text) => io.err(text));
    const fillSeconds = secondsSince(began);
    const exported = await measure([process.execPath, cli, 'ledger', 'export'], { env, file, entries });
    const verifiers = [
      { verifier: 'countersign' as const, command: [process.execPath, cli, 'ledger', 'verify', file] },
      ...(pythonMissing ? [] : [{ verifier: 'python' as const, command: ['python3', verifyScript, file] }]),
    ];
    const verify: LedgerReport['verify'] = [];
    for (const { verifier, command } of verifiers) {
      const { said, firstSeconds: _, ...taken } = await measure(command, { env, entries });
      if (!said.includes(`${entries} entries, head ${head}`)) throw new Error(`${verifier} said: ${said}`);
      io.err(`  verified by ${verifier} in ${taken.seconds} s\n`);
      verify.push({ verifier, ...taken });
    }
    const { said: _, ...taken } = exported;
    const report = ledgerReport.parse({
      name: 'ledger',
      machine: { cores: availableParallelism(), node: process.version },
      entries,
      megabytes: Math.round(statSync(file).size / 1e5) / 10,
      fillSeconds,
      export: taken,
      verify,
    });
    io.out(json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report));
    const short = tooSlow(report);
    if (short) io.err(`${short}\n`);
    return short ? 1 : 0;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** One sentence when a verifier is slower than a million entries a minute; null when none is. Less than a second says nothing. */
export function tooSlow({ entries, verify }: Pick<LedgerReport, 'entries' | 'verify'>): string | null {
  const allowed = Math.max(1, (limitSeconds * entries) / 1_000_000);
  const slow = verify.find(({ seconds }) => seconds > allowed);
  if (!slow) return null;
  return `bench ledger falls short: ${slow.verifier} took ${slow.seconds} s for ${entries} entries, and ${limitSeconds} s for a million are allowed.`;
}

/** A database with so many entries; gives back the hash of the last. */
async function fill(dataDir: string, entries: number, tell: (text: string) => void): Promise<string> {
  await addBlankDatabase(dataDir);
  const store = await openPglite(dataDir, join(root, 'drizzle'), sha256);
  let prev = ledgerStart;
  for (let seq = 0; seq < entries; ) {
    const page: LedgerEntry[] = [];
    while (page.length < 10_000 && seq < entries) {
      const entry = madeEntry(++seq, prev);
      prev = entry.hash;
      page.push(entry);
    }
    await store.transaction((tx) => restoreLedger(tx, page));
    if (seq % 100_000 === 0) tell(`  ${seq} entries stored\n`);
  }
  await store.close();
  return prev;
}

/** Runs a command to its end, its output in `file` where one is named. Throws when it fails. */
async function measure(
  [command = '', ...args]: readonly string[],
  { env, file, entries }: { env: Record<string, string>; file?: string; entries: number },
) {
  const output = file === undefined ? ('pipe' as const) : openSync(file, 'w');
  const began = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', output, 'pipe'] });
  let [peakKb, cpuSeconds, firstSeconds] = [0, 0, 0];
  const look = setInterval(() => {
    peakKb = Math.max(peakKb, peakOf(child.pid));
    cpuSeconds = Math.max(cpuSeconds, cpuOf(child.pid));
    if (firstSeconds === 0 && file !== undefined && statSync(file).size > 0) firstSeconds = secondsSince(began);
  }, 20);
  const { code, out, err } = await ended(child);
  clearInterval(look);
  if (typeof output === 'number') closeSync(output);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${out}${err}`);
  const seconds = secondsSince(began);
  const entriesPerSecond = Math.round(entries / seconds);
  return {
    said: out,
    firstSeconds: firstSeconds || seconds,
    seconds,
    entriesPerSecond,
    cpuSeconds,
    peakRssMb: Math.round(peakKb / 1024),
  };
}

/** Kilobytes of a process at their highest so far: the system keeps count, so that to look now and then is enough. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Seconds that a process has used of all processors so far (proc(5), utime and stime, in hundredths). */
function cpuOf(pid: number | undefined): number {
  try {
    const [, ...behindName] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const fields = behindName.join(') ').split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

const secondsSince = (began: number): number => Math.round((performance.now() - began) / 10) / 100;

function inWords({ entries, megabytes, export: exported, verify }: LedgerReport): string {
  return [
    `${entries} entries, ${megabytes} MB.`,
    `Exported in ${exported.seconds} s, the first entry after ${exported.firstSeconds} s; at most ${exported.peakRssMb} MB of memory.`,
    ...verify.map(
      ({ verifier, seconds, cpuSeconds, entriesPerSecond, peakRssMb }) =>
        `Verified by ${verifier} in ${seconds} s (${cpuSeconds} of them worked), ${entriesPerSecond} entries a second; at most ${peakRssMb} MB of memory.`,
    ),
    '',
  ].join('\n');
}
