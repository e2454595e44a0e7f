import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Assessment, assess } from '../../src/domain/assess.ts';
import { pick } from '../../src/domain/pick.ts';
import { facts, rep } from './deals.ts';
import { policy } from './placements.ts';

const base = assess(facts(), rep, policy, new Date('2026-11-10T11:00:00Z'));
const of = (dealId: string, score: number, change: Partial<Assessment> = {}): Assessment => ({
  ...base,
  dealId,
  score,
  ...change,
});
const picked = (assessments: Assessment[], room: number): string[] =>
  pick(assessments, room)
    .filter((each) => each.picked)
    .map(({ dealId }) => dealId);

test('takes the most pressing, as many as there is room for', () => {
  expect(picked([of('a', 1), of('b', 3), of('c', 2), of('d', 4)], 3)).toEqual(['b', 'c', 'd']);
  expect(picked([of('a', 1)], 0)).toEqual([]);
  expect(picked([of('a', 1)], -2)).toEqual([]);
  expect(picked([], 3)).toEqual([]);
});

test('goes by deal id where scores are equal, whatever the order given', () => {
  expect(picked([of('c', 1), of('a', 1), of('b', 1)], 2)).toEqual(['a', 'b']);
  expect(picked([of('b', 1), of('c', 1), of('a', 1)], 2)).toEqual(['b', 'a']);
});

test('says why not', () => {
  const result = pick(
    [
      of('a', 9, { never: 'the deal is won' }),
      of('b', 2),
      of('c', 1),
      of('d', 0, { stalled: false, never: 'too early' }),
    ],
    1,
  );
  expect(result.map(({ notPicked }) => notPicked)).toEqual([
    'the deal is won',
    null,
    'others matter more today, and the daily limit is reached',
    'too early',
  ]);
});

test('picks at most the limit, only what is allowed, and nothing less pressing than what it left', () => {
  const assessments = fc.uniqueArray(
    fc.record({
      id: fc.string({ maxLength: 4 }),
      score: fc.integer({ min: 0, max: 5 }),
      never: fc.constantFrom(null, 'no'),
    }),
    { selector: ({ id }) => id },
  );
  fc.assert(
    fc.property(assessments, fc.integer({ min: -1, max: 6 }), (list, room) => {
      const all = pick(
        list.map(({ id, score, ...rest }) => of(id, score, rest)),
        room,
      );
      const chosen = all.filter((each) => each.picked);
      const left = all.filter((each) => !each.picked && each.never === null);
      expect(all.map(({ dealId }) => dealId)).toEqual(list.map(({ id }) => id));
      expect(chosen.length).toBeLessThanOrEqual(Math.max(0, room));
      for (const each of chosen) {
        expect(each).toMatchObject({ stalled: true, never: null, notPicked: null });
        for (const other of left) expect(each.score).toBeGreaterThanOrEqual(other.score);
      }
      if (left.length > 0) expect(chosen.length).toBe(Math.max(0, room));
      for (const each of all) expect(each.picked).toBe(each.notPicked === null);
    }),
  );
});
