/** The bench itself, at a small size: its figures are there, something is chosen, and an index serves every question. */
import { describe, expect, it } from 'vitest';
import { postgresMissing } from '../support/postgres.ts';
import { chooseReport, run } from './choose.ts';
import { scannedWhole } from './choose-all.ts';

describe.skipIf(postgresMissing)(`bench choose (${postgresMissing ?? 'on PostgreSQL and PGlite'})`, () => {
  it('measures one rep, all reps and reading, and finds an index for each question', async () => {
    let printed = '';
    const out = (text: string): void => {
      printed += text;
    };
    const load = { oneRep: { deals: 20, messages: 100, runs: 3 }, sizes: [200, 600], mails: 40 };
    expect(await run({ out, err: () => undefined }, true, load)).toBe(0);
    const { oneRep, allReps, reading } = chooseReport.parse(JSON.parse(printed));
    expect(oneRep.map(({ store }) => store)).toEqual(['PostgreSQL', 'PGlite']);
    const [onPostgres, onPglite] = oneRep.map(({ picked }) => picked);
    expect(onPostgres).toBeGreaterThan(0);
    expect(onPglite).toBe(onPostgres);
    expect(allReps.growth.map(({ deals, reps, messages }) => [deals, reps, messages])).toEqual([
      [200, 1, 800],
      [600, 3, 2_400],
    ]);
    expect(allReps.proposals).toBe(9);
    const asked = (table: string) => allReps.plans.filter(({ query }) => query.includes(`from "${table}"`));
    for (const table of [
      'deal',
      'contact',
      'thread',
      'message',
      'finding',
      'rest',
      'proposal',
      'placement',
      'assessment',
    ]) {
      expect(asked(table), table).not.toEqual([]);
      for (const { lines } of asked(table)) expect(lines.join('\n'), table).not.toContain('Seq Scan');
    }
    expect(
      asked('contact')
        .flatMap(({ lines }) => lines)
        .join('\n'),
    ).toContain('contact_opted_out');
    expect(reading.mails).toBe(40);
    expect(reading.nasty.length).toBeGreaterThan(3);
  });
});

describe('bench choose, exit code', () => {
  const table = (name: string, rows: number, wholeTable: number) => ({ table: name, rows, wholeTable, byIndex: 1 });
  const plan = (line: string) => [{ query: 'select "text" from "message"', lines: [line] }];

  it('is none where what is large is read by index', () => {
    expect(scannedWhole({ tables: [table('message', 4_000_000, 0), table('crm', 1, 5_000)], plans: [] })).toBeNull();
    expect(scannedWhole({ tables: [table('mailbox', 5_000, 3)], plans: plan('  ->  Seq Scan on mailbox') })).toBeNull();
  });

  it('says in one sentence what was scanned whole', () => {
    const counted = scannedWhole({ tables: [table('contact', 20_000, 2)], plans: [] });
    expect(counted).toBe('bench choose falls short: the table contact was scanned whole 2 times.');
    const planned = scannedWhole({
      tables: [table('message', 20_000, 0)],
      plans: plan('  ->  Parallel Seq Scan on message'),
    });
    expect(planned).toContain('the plan of "select "text" from "message"" reads all of message');
  });
});
