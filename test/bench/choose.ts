/**
 * `bench choose`: what it costs to choose today's deals, for one rep from the database to the picks, and for every rep of a large organisation; how
 * that grows with the number of deals; and how fast mail is read, which comes before.
 */
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import type { Io } from '../../src/commands/io.ts';
import { measureAllReps, scannedWhole } from './choose-all.ts';
import { measureOneRep, type OneRepLoad } from './choose-one.ts';
import { measureReading } from './choose-reading.ts';

const whole = z.number().int();

export const chooseReport = z.strictObject({
  name: z.literal('choose'),
  machine: z.strictObject({ cores: whole, node: z.string() }),
  /** One rep, from the first query to the picks; milliseconds. `firstSeconds`: the first time, when every mail is read too. */
  oneRep: z.array(
    z.strictObject({
      store: z.string(),
      deals: whole,
      messages: whole,
      firstSeconds: z.number(),
      runs: whole,
      p50: z.number(),
      p95: z.number(),
      max: z.number(),
      factsMs: z.number(),
      planMs: z.number(),
      picked: whole,
    }),
  ),
  /** Every rep once, on PostgreSQL; what was chosen is written down too. */
  allReps: z.strictObject({
    atOnce: whole,
    growth: z.array(
      z.strictObject({
        deals: whole,
        reps: whole,
        messages: whole,
        fillSeconds: z.number(),
        seconds: z.number(),
        msPerRep: z.number(),
        repsPerSecond: z.number(),
      }),
    ),
    proposals: whole,
    peakRssMb: whole,
    databaseMb: whole,
    tables: z.array(z.strictObject({ table: z.string(), rows: whole, wholeTable: whole, byIndex: whole })),
    plans: z.array(z.strictObject({ query: z.string(), lines: z.array(z.string()) })),
  }),
  reading: z.strictObject({
    source: z.string(),
    mails: whole,
    different: whole,
    seconds: z.number(),
    mailsPerSecond: whole,
    parseMs: z.number(),
    readMs: z.number(),
    slowest: z.strictObject({ ms: z.number(), what: z.string() }),
    nasty: z.array(z.strictObject({ what: z.string(), ms: z.number() })),
  }),
});
export type ChooseReport = z.infer<typeof chooseReport>;

export interface ChooseLoad {
  oneRep: OneRepLoad;
  /** Numbers of deals, ascending, each a multiple of a rep's 200. */
  sizes: readonly number[];
  mails: number;
}

const load: ChooseLoad = {
  oneRep: { deals: 200, messages: 4_000, runs: 30 },
  sizes: [1_000, 10_000, 100_000, 1_000_000],
  mails: 10_000,
};

/** Exit code 1 when a table that grows is read from end to end. The times are for a person to judge: they are the machine's too. */
export async function run(io: Io, json: boolean, { oneRep, sizes, mails }: ChooseLoad = load): Promise<number> {
  const tell = (text: string): void => io.err(text);
  const report: ChooseReport = chooseReport.parse({
    name: 'choose',
    machine: { cores: availableParallelism(), node: process.version },
    oneRep: await measureOneRep(oneRep, tell),
    reading: await measureReading(mails, tell),
    allReps: await measureAllReps(sizes, tell),
  });
  io.out(json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report));
  const short = scannedWhole(report.allReps);
  if (short) io.err(`${short}\n`);
  return short ? 1 : 0;
}

function inWords({ oneRep, allReps, reading }: ChooseReport): string {
  const padded = (value: number, width: number): string => String(value).padStart(width);
  return [
    ...oneRep.map(
      ({ store, deals, messages, firstSeconds, runs, p50, p95, factsMs, planMs }) =>
        `One rep, ${deals} deals, ${messages} messages, on ${store}: p50 ${p50} ms, p95 ${p95} ms in ${runs} runs (asking ${factsMs}, choosing ${planMs}); ${firstSeconds} s the first time, when all mail is read.`,
    ),
    `Every rep once, ${allReps.atOnce} at a time, with what was chosen written down; at most ${allReps.peakRssMb} MB of memory, a database of ${allReps.databaseMb} MB:`,
    '      deals   reps  messages     fill s        s   ms/rep   reps/s',
    ...allReps.growth.map(
      ({ deals, reps, messages, fillSeconds, seconds, msPerRep, repsPerSecond }) =>
        `  ${padded(deals, 9)} ${padded(reps, 6)} ${padded(messages, 9)} ${padded(fillSeconds, 10)} ${padded(seconds, 8)} ${padded(msPerRep, 8)} ${padded(repsPerSecond, 8)}`,
    ),
    'Scans of tables in the pass over the most deals:',
    ...allReps.tables.map(
      ({ table, rows, wholeTable, byIndex }) =>
        `  ${table.padEnd(12)} ${padded(rows, 8)} rows  ${padded(wholeTable, 6)} whole  ${padded(byIndex, 9)} by index`,
    ),
    `Reading ${reading.mails} mails (${reading.source}): ${reading.mailsPerSecond} a second, ${reading.parseMs} ms to take one apart and ${reading.readMs} ms to read it; the slowest ${reading.slowest.ms} ms (${reading.slowest.what}).`,
    ...reading.nasty.map(({ what, ms }) => `  700 kB of ${what}: ${ms} ms`),
    '',
  ].join('\n');
}
