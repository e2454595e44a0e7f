import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dovecotMissing } from '../support/dovecot.ts';
import { measureSync, type SyncSizes, syncReport, tableOf } from './sync.ts';

const sizes: SyncSizes = {
  mailboxes: [300],
  relevant: 30,
  deals: 2,
  newMessages: 20,
  newRelevant: 3,
  runs: { firstRead: 1, nothingNew: 2, newMail: 2 },
};

describe.skipIf(dovecotMissing)(`bench sync (${dovecotMissing ?? 'on Dovecot'})`, () => {
  it('stores exactly the mail of deals and reports what that cost', async () => {
    const report = await measureSync(sizes, () => {}, new AbortController().signal);
    expect(syncReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report.results.map(({ scenario, messages }) => [scenario, messages])).toEqual([
      ['first-read-cold', 300],
      ['first-read', 300],
      ['nothing-new', 300],
      ['new-mail', 300],
    ]);
    for (const { ours, limit } of report.results) {
      expect(ours.roundTrips).toBeGreaterThan(0);
      expect(ours.bytesUp).toBeGreaterThan(0);
      expect(ours.bytesDown).toBeGreaterThan(0);
      expect(limit.roundTrips).toBeGreaterThan(0);
      expect(limit.peakRssMb).toBeLessThan(ours.peakRssMb);
    }
    expect(tableOf(report)).toContain('300 messages');
  }, 120_000);

  it('ends and leaves nothing behind when it is stopped', async () => {
    // Of its own, for other benches put theirs beside it meanwhile.
    const parent = mkdtempSync(join(tmpdir(), 'countersign-stopped-'));
    const stop = new AbortController();
    const told: string[] = [];
    const running = measureSync(
      sizes,
      (line) => {
        told.push(line);
        if (line.includes('first-read')) {
          expect(readdirSync(parent)).toHaveLength(1);
          stop.abort(new Error('Stopped.'));
        }
      },
      stop.signal,
      parent,
    );
    await expect(running).rejects.toThrow();
    expect(told.at(-1)).toMatch(/first-read/);
    expect(readdirSync(parent)).toEqual([]);
    rmSync(parent, { recursive: true });
  }, 60_000);
});
