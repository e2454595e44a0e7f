/** Each part of the score at its border, within its bound, and with the sentence a rep would say. */
import { describe, expect, test } from 'vitest';
import { assess, type DealFacts } from '../../src/domain/assess.ts';
import type { Message } from '../../src/domain/mail.ts';
import { isReady, type Picked, pick, readySince } from '../../src/domain/pick.ts';
import { type PartName, parts } from '../../src/domain/score.ts';
import { contact, deal, facts, mail, ours, rep, thread } from './deals.ts';
import { policy } from './placements.ts';

// Thursday 1 January and Tuesday 6 January 2026 are holidays.
const bavarian = { ...policy, region: 'DE-BY' };
const judge = (change: Partial<DealFacts>, day: string) =>
  assess(facts(change), rep, bavarian, new Date(`${day}T11:00:00Z`));
const part = (name: PartName, change: Partial<DealFacts>, day: string) =>
  judge(change, day).reasons.find(({ kind }) => kind === name);
const points = (...of: Parameters<typeof part>): number | undefined => part(...of)?.points;
const talk = (...messages: Message[]) => ({ threads: [thread(...messages)] });
const at = (day: string) => ({ id: `<${day}@x>`, date: new Date(`${day}T09:00:00Z`) });
const mine = (day: string, text = 'Here is the offer, as we said.') => ours({ ...at(day), text });
const theirs = (day: string, text: string) => mail({ ...at(day), text });
const quiet = talk(mine('2025-12-10'));
const spoken = (text: string | undefined) => text?.replaceAll(',', '');

test.each<[PartName, Partial<DealFacts>, [string, number | undefined][], string]>([
  [
    'silence',
    talk(mine('2025-12-31')),
    [
      ['2026-01-08', undefined],
      ['2026-01-09', 1],
      ['2026-01-12', 1.2],
      ['2026-02-20', 3],
    ],
    'Your mail of Wednesday 31 December 2025 has had no answer for 5 working days.',
  ],
  [
    'question_open',
    talk(mine('2025-12-31', 'Would forty seats be enough?')),
    [
      ['2026-01-08', undefined],
      ['2026-01-09', 0.5],
      ['2026-02-20', 0.5],
    ],
    'You asked on Wednesday 31 December 2025 and have had no answer for 5 working days.',
  ],
  [
    'promise_overdue',
    talk(mine('2025-12-29'), theirs('2025-12-30', 'I will send you the papers by Friday.')),
    [
      ['2026-01-06', undefined],
      ['2026-01-07', 2],
      ['2026-01-08', 2.5],
      ['2026-01-12', 3.5],
      ['2026-01-13', 4],
      ['2026-01-14', 4],
    ],
    'Dana Berg promised this by Friday 2 January; it is Wednesday 7 January.',
  ],
  [
    'hold_over',
    talk(theirs('2025-12-01', 'Please not before 2 January.'), mine('2025-12-02', 'Understood.')),
    [
      ['2026-01-07', undefined],
      ['2026-01-08', 1],
      ['2026-01-09', 1.333],
      ['2026-02-20', 3],
    ],
    'Dana Berg asked for rest until Friday 2 January, 3 working days ago.',
  ],
  [
    'our_turn',
    talk(theirs('2026-01-02', 'What does the second tier cost?')),
    [
      ['2026-01-07', undefined],
      ['2026-01-08', 1],
      ['2026-02-20', 3],
    ],
    'Dana Berg wrote on Friday 2 January and waits for you since 3 working days.',
  ],
  [
    'close_date',
    { ...quiet, deal: { ...deal, closeDate: '2026-01-26' } },
    [
      ['2026-01-12', undefined],
      ['2026-01-13', 0.071],
      ['2026-01-14', 0.143],
      ['2026-01-26', 1],
      ['2026-02-02', 1.5],
      ['2026-02-03', 1.5],
    ],
    'The close date in the CRM is Monday 26 January, in 13 days.',
  ],
  [
    'stage_rot',
    { ...talk(mine('2025-12-10')), rotDays: 28 },
    [
      ['2026-01-06', undefined],
      ['2026-01-07', 0.036],
      ['2026-01-08', 0.071],
      ['2026-02-20', 1],
    ],
    'The CRM calls a deal in "Proposal" stale after 28 days; the last mail is 28 days old.',
  ],
  [
    'skipped',
    { ...quiet, readySince: '2025-12-31' },
    [
      ['2025-12-31', undefined],
      ['2026-01-01', undefined],
      ['2026-01-02', 0.2],
      ['2026-01-05', 0.4],
      ['2026-01-06', 0.4],
      ['2026-01-07', 0.6],
      ['2026-01-16', 2],
      ['2026-01-19', 2],
    ],
    'Others have come before it for 1 working day.',
  ],
])('%s', (name, change, values, sentence) => {
  expect(values.map(([day]) => [day, points(name, change, day)])).toEqual(values);
  const [first = ''] = values.find(([, value]) => value !== undefined) ?? [];
  expect(spoken(part(name, change, first)?.text)).toBe(spoken(sentence));
});

describe('one_contact', () => {
  test.each([
    [[], undefined],
    [[contact], 0.3],
    [[contact, { ...contact, id: 'c2', emails: ['sam@buyer.test'] }], undefined],
  ])('%#', (contacts, value) => {
    // Nobody's contact is in the talk where the CRM names none.
    expect(points('one_contact', { ...quiet, contacts }, '2026-01-09')).toBe(value);
  });
});

test('the sum is that of the parts, each within its bound, whatever the facts', () => {
  const extreme = {
    deal: { ...deal, closeDate: '1970-01-01' },
    rotDays: 1,
    readySince: '1970-01-01',
  };
  for (const messages of [
    [mine('2025-09-10', 'Would forty seats be enough?')],
    [theirs('2025-09-10', 'I will send you the papers by Friday.')],
    [theirs('2025-09-10', 'What does it cost?')],
  ]) {
    const { score, reasons } = judge({ ...extreme, ...talk(...messages) }, '2026-02-20');
    expect(reasons.length).toBeGreaterThan(3);
    for (const { kind, points: got } of reasons)
      expect(got).toBeLessThanOrEqual(parts.find(({ name }) => name === kind)?.most ?? 0);
    expect(score).toBeCloseTo(
      reasons.reduce((sum, each) => sum + each.points, 0),
      3,
    );
  }
});

test('nothing is scored that has not stalled, and our notes in the CRM are no activity', () => {
  expect(judge({ ...talk(mine('2026-01-08')), readySince: '2025-12-01' }, '2026-01-09')).toMatchObject({
    score: 0,
    reasons: [],
  });
});

test('a deal that others came before rises above a more pressing one', () => {
  const calm = facts({ ...talk(mine('2025-12-31')), deal: { ...deal, id: 'calm' } });
  const urgent = facts({ ...talk(mine('2025-12-30')), deal: { ...deal, id: 'urgent', closeDate: '2026-01-20' } });
  const first = (readySince: string | null) =>
    pick(
      [{ ...calm, readySince }, urgent].map((each) => assess(each, rep, bavarian, new Date('2026-01-12T11:00:00Z'))),
      1,
    ).find(({ picked }) => picked)?.dealId;
  expect(first(null)).toBe('urgent');
  expect(first('2026-01-08')).toBe('urgent');
  expect(first('2026-01-02')).toBe('calm');
});

test('since when a deal is ready is kept until it is picked, or is not ready any more', () => {
  const ready = { ...judge(quiet, '2026-01-09'), picked: false, notPicked: 'x' } as Picked;
  expect(isReady(ready)).toBe(true);
  expect(readySince(null, ready, '2026-01-09')).toBe('2026-01-09');
  expect(readySince(undefined, ready, '2026-01-09')).toBe('2026-01-09');
  expect(readySince('2026-01-02', ready, '2026-01-09')).toBe('2026-01-02');
  expect(readySince('2026-01-02', { ...ready, picked: true }, '2026-01-09')).toBeNull();
  expect(readySince('2026-01-02', { ...ready, never: 'no' }, '2026-01-09')).toBeNull();
});

test('a writer is called as the CRM has them, and by the address where it has them not', () => {
  const wrote = (address: string): string | undefined => {
    const from = { name: 'Dana”, number 3: “Yes', address };
    const question = { ...theirs('2026-01-02', 'What does the second tier cost?'), from };
    return part('our_turn', talk(mine('2025-12-29'), question), '2026-01-08')?.text;
  };
  expect(wrote('Dana@buyer.test')).toMatch(/^Dana Berg wrote on /);
  expect(wrote('eve@buyer.test')).toMatch(/^eve@buyer\.test wrote on /);
});
