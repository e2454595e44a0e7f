/** The bench itself, with few entries. */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { pythonMissing } from '../ledger/python.ts';
import { ledgerReport, run, tooSlow } from './ledger.ts';

describe.skipIf(pythonMissing)(`bench ledger (${pythonMissing ?? 'on two verifiers'})`, () => {
  it('exports and verifies what it made, and leaves nothing behind', async () => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('countersign-bench-ledger-'));
    const before = left();
    const printed: string[] = [];
    const io = { out: (text: string) => void printed.push(text), err: () => undefined };
    await run(io, true, 2_500);
    const report = ledgerReport.parse(JSON.parse(printed.join('')));
    expect(report.entries).toBe(2_500);
    expect(report.megabytes).toBeGreaterThan(1);
    expect(report.verify.map(({ verifier }) => verifier)).toEqual(['countersign', 'python']);
    for (const { seconds, entriesPerSecond } of [report.export, ...report.verify]) {
      expect(seconds).toBeGreaterThan(0);
      expect(entriesPerSecond).toBe(Math.round(2_500 / seconds));
    }
    expect(report.export.firstSeconds).toBeLessThanOrEqual(report.export.seconds);
    if (process.platform === 'linux')
      for (const { cpuSeconds, peakRssMb } of [report.export, ...report.verify]) {
        expect(cpuSeconds).toBeGreaterThan(0);
        expect(peakRssMb).toBeGreaterThan(5);
      }
    expect(left()).toEqual(before);
  });
});

describe('bench ledger, exit code', () => {
  const took = (seconds: number) => ({
    verifier: 'python' as const,
    seconds,
    entriesPerSecond: 1,
    cpuSeconds: 1,
    peakRssMb: 1,
  });

  it('is none within a minute for a million', () => {
    expect(tooSlow({ entries: 1_000_000, verify: [took(60)] })).toBeNull();
    expect(tooSlow({ entries: 10, verify: [took(1)] })).toBeNull();
  });

  it('says in one sentence who was slower', () => {
    const slow = tooSlow({ entries: 500_000, verify: [took(30), took(31)] });
    expect(slow).toBe(
      'bench ledger falls short: python took 31 s for 500000 entries, and 60 s for a million are allowed.',
    );
  });
});
