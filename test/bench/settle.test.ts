/** The bench itself, at a small size: its figures are there and its verdicts right. */
import { describe, expect, it } from 'vitest';
import { dovecotMissing } from '../support/dovecot.ts';
import { postgresMissing } from '../support/postgres.ts';
import { run, settleReport, shortcoming } from './settle.ts';

const missing = dovecotMissing ?? postgresMissing;

describe.skipIf(missing)(`bench settle (${missing ?? 'on Dovecot and PostgreSQL'})`, () => {
  it('measures sends and a pass, and reads no observation without an index', async () => {
    let printed = '';
    const out = (text: string): void => {
      printed += text;
    };
    const io = { out, err: () => undefined };
    const code = await run(io, true, 20, 600);
    const { sends, pass } = settleReport.parse(JSON.parse(printed));
    expect(sends.count).toBe(20);
    expect(pass.placements).toBe(600);
    // How fast the sends are is the machine's affair; that the code says so is ours.
    expect(code).toBe(sends.p95 < 5_000 ? 0 : 1);
    for (const { table, wholeTable } of pass.tables)
      if (table === 'observation' || table === 'scan') expect(wholeTable, table).toBe(0);
    const lines = pass.plans.flatMap((plan) => plan.lines).join('\n');
    for (const index of ['scan_order', 'observation_scan_id_n_pk'])
      expect(lines).toMatch(new RegExp(`Index (Only )?Scan using ${index}|Bitmap Index Scan on ${index}`));
    expect(lines).not.toContain('Seq Scan');
  }, 180_000);
});

describe('bench settle, exit code', () => {
  const report = (p95: number, wholeTable: number, table: string): Parameters<typeof shortcoming>[0] => ({
    sends: { count: 20, p50: 1_000, p95, max: 90_000 },
    pass: {
      placements: 1,
      mailboxes: 1,
      firstSeconds: 1,
      unchangedSeconds: 1,
      tables: [{ table, rows: 1, wholeTable, byIndex: 1 }],
      plans: [],
    },
  });

  it('is none below five seconds and with every look read by an index', () => {
    expect(shortcoming(report(4_999, 0, 'scan'))).toBeNull();
    // Small tables are rightly read whole.
    expect(shortcoming(report(4_999, 7, 'deal'))).toBeNull();
  });

  it('says in one sentence what falls short', () => {
    expect(shortcoming(report(5_000, 0, 'scan'))).toMatch(/p95 of the sends is 5000 ms/);
    for (const table of ['scan', 'observation'])
      expect(shortcoming(report(100, 1, table))).toMatch(new RegExp(`the table ${table} was scanned whole 1 times`));
    expect(shortcoming(report(6_000, 2, 'scan'))?.match(/\.( |$)/g)).toHaveLength(1);
  });
});
