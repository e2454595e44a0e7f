/** The bench itself, at a small size: its figures are there and its verdicts right. */
import { describe, expect, it } from 'vitest';
import { dovecotMissing } from '../support/dovecot.ts';
import { postgresMissing } from '../support/postgres.ts';
import { run, settleReport } from './settle.ts';

const missing = dovecotMissing ?? postgresMissing;

describe.skipIf(missing)(`bench settle (${missing ?? 'on Dovecot and PostgreSQL'})`, () => {
  it('measures sends and a pass, and reads no observation without an index', async () => {
    let printed = '';
    const out = (text: string): void => {
      printed += text;
    };
    const io = { out, err: () => undefined };
    expect(await run(io, true, 20, 600)).toBe(0);
    const { sends, pass } = settleReport.parse(JSON.parse(printed));
    expect(sends.count).toBe(20);
    expect(pass.placements).toBe(600);
    for (const { table, wholeTable } of pass.tables)
      if (table === 'observation' || table === 'scan') expect(wholeTable, table).toBe(0);
  }, 180_000);
});
