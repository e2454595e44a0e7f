import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Assessment, assess } from '../../src/domain/assess.ts';
import { addDays } from '../../src/domain/calendar.ts';
import { knownPeople } from '../../src/domain/people.ts';
import { type Picked, type PickOptions, pick, readySince } from '../../src/domain/pick.ts';
import { workingDaysOf } from '../../src/domain/working-days.ts';
import { contact, facts, rep } from './deals.ts';
import { policy } from './placements.ts';

const base = assess(facts(), rep, policy, new Date('2026-11-10T11:00:00Z'));
const of = (dealId: string, score: number, change: Partial<Assessment> = {}): Assessment => ({
  ...base,
  dealId,
  score,
  ...change,
});
const picked = (assessments: Assessment[], room: number, options?: PickOptions): string[] =>
  pick(assessments, room, options)
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

describe('passed over for long', () => {
  const pressing = [of('a', 9), of('b', 8), of('c', 7), of('d', 6)];
  const old = of('z', 1, { passedOver: 5 });

  test('takes the last place of the day', () => {
    expect(picked([...pressing, old], 3)).toEqual(['a', 'b', 'z']);
    expect(picked([...pressing, old], 2)).toEqual(['a', 'z']);
    expect(picked([...pressing, old, of('y', 2, { passedOver: 7 }), of('x', 3, { passedOver: 6 })], 3)).toEqual([
      'a',
      'b',
      'y',
    ]);
  });

  test('is drafted on the sixth working day, however pressing others are every day', () => {
    const calendar = workingDaysOf(null);
    let since: string | null = null;
    const taken: string[] = [];
    for (let day = '2026-11-02'; day < '2026-11-14'; day = addDays(day, 1)) {
      if (!calendar.works(day)) continue;
      const calm = of('z', 1, { passedOver: since ? calendar.between(since, day) : 0 });
      const today = pick([...pressing, calm], 3).find(({ dealId }) => dealId === 'z') as Picked;
      if (today.picked) taken.push(day);
      since = readySince(since, today, day);
    }
    // Monday to Monday.
    expect(taken).toEqual(['2026-11-09']);
    expect(since).toBe('2026-11-10');
  });

  test('takes no second one, and none that is the only one', () => {
    expect(picked([...pressing, old], 1)).toEqual(['a']);
    expect(picked([...pressing, old], 0)).toEqual([]);
    const oldest = of('c', 7, { passedOver: 9 });
    expect(picked([of('a', 9), of('b', 8), oldest, of('d', 6), old], 3)).toEqual(['a', 'b', 'c']);
  });

  test('is long from five working days on, and what must not be drafted does not rise', () => {
    expect(picked([...pressing, of('z', 1, { passedOver: 4 })], 3)).toEqual(['a', 'b', 'c']);
    expect(picked([...pressing, of('z', 1, { passedOver: 9, never: 'no' })], 3)).toEqual(['a', 'b', 'c']);
  });

  test('but not to one who gets another follow-up today', () => {
    const reaches = new Map([
      ['a', ['dana@buyer.test']],
      ['z', ['dana@buyer.test']],
    ]);
    expect(picked([...pressing, old], 3, { reaches })).toEqual(['a', 'b', 'c']);
    expect(picked([...pressing, old, of('y', 1, { passedOver: 5 })], 3, { reaches })).toEqual(['a', 'b', 'y']);
  });

  test('is counted over days without room, and begins anew once it was picked', () => {
    const [without] = pick([old], 0, { noRoom: 'today is no working day' });
    expect(without?.notPicked).toBe('today is no working day');
    expect(readySince('2026-11-03', without!, '2026-11-14')).toBe('2026-11-03');
    const [, passed] = pick([of('a', 9), of('b', 1)], 1);
    expect(readySince('2026-11-03', passed!, '2026-11-16')).toBe('2026-11-03');
    const [now] = pick([old], 1);
    expect(readySince('2026-11-03', now!, '2026-11-16')).toBeNull();
    const judged = (since: string | null) =>
      assess(facts({ readySince: since }), rep, policy, new Date('2026-11-17T11:00:00Z')).passedOver;
    // Tuesday to Tuesday.
    expect([judged('2026-11-10'), judged('2026-11-14'), judged(null)]).toEqual([5, 2, 0]);
  });
});

describe('one person', () => {
  const reaches = new Map([
    ['a', ['dana@buyer.test']],
    ['b', ['lee@other.test', 'Dana+x@buyer.test']],
    ['c', ['d.berg@old.test']],
    ['d', ['sam@buyer.test']],
  ]);
  const people = knownPeople([{ ...contact, emails: ['dana@buyer.test', 'd.berg@old.test'] }]);
  const deals = [of('a', 1), of('b', 4), of('c', 2), of('d', 3)];
  const why = (options: PickOptions) =>
    pick(deals, 3, { reaches, people, ...options }).map(({ notPicked }) => notPicked);

  test('is written to once a day, about the most pressing', () => {
    expect(why({})).toEqual([
      'dana@buyer.test gets another follow-up today',
      null,
      'd.berg@old.test gets another follow-up today',
      null,
    ]);
  });

  test('counts what was proposed earlier the day, and drafts that lie there, of other deals', () => {
    const written = (dealId: string, today: boolean) => ({
      written: [{ dealId, addresses: ['sam@buyer.test'], today }],
    });
    expect(why(written('x', true))[3]).toBe('sam@buyer.test gets another follow-up today');
    expect(why(written('x', false))[3]).toBe('another follow-up to sam@buyer.test lies in your drafts');
    expect(why(written('d', false))[3]).toBeNull();
  });
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
