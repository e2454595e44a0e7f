/** Working days as a rep counts them: weekdays without the public holidays of the region. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isoWeekday } from '../../src/domain/calendar.ts';
import { workingDaysOf } from '../../src/domain/working-days.ts';

const between = (from: string, to: string, week?: number[]) => workingDaysOf(null, week).between(from, to);

describe('without public holidays', () => {
  test.each([
    ['the same day', '2026-11-03', '2026-11-03', 0],
    ['the next day', '2026-11-03', '2026-11-04', 1],
    ['Friday to Saturday', '2026-11-06', '2026-11-07', 0],
    ['Friday to Monday', '2026-11-06', '2026-11-09', 1],
    ['Saturday to Sunday', '2026-11-07', '2026-11-08', 0],
    ['Sunday to Monday', '2026-11-08', '2026-11-09', 1],
    ['a week', '2026-11-03', '2026-11-10', 5],
    ['over the turn of the year', '2026-12-31', '2027-01-04', 2],
    ['over a leap day', '2028-02-28', '2028-03-01', 2],
    ['backwards', '2026-11-04', '2026-11-03', 0],
  ])('%s', (_, from, to, days) => {
    expect(between(from, to)).toBe(days);
  });

  test('of other weeks', () => {
    expect(between('2026-11-05', '2026-11-08', [7, 1, 2, 3, 4])).toBe(1);
    expect(between('2026-11-05', '2026-11-19', [1, 1, 2])).toBe(4);
    expect(between('2026-11-05', '2026-11-19', [])).toBe(0);
  });

  test('are those that one would count one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000 }),
        fc.integer({ min: 0, max: 400 }),
        fc.subarray([1, 2, 3, 4, 5, 6, 7]),
        (start, days, work) => {
          const from = addDays('2020-01-01', start);
          let count = 0;
          for (let n = 1; n <= days; n++) if (work.includes(isoWeekday(addDays(from, n)))) count++;
          expect(between(from, addDays(from, days), work)).toBe(count);
        },
      ),
    );
  });
});

describe('in a region', () => {
  test.each([
    // All Saints' is a holiday in Bavaria, not in Berlin; 1 November 2027 is a Monday.
    ['DE-BY', '2027-10-29', '2027-11-02', 1],
    ['DE-BE', '2027-10-29', '2027-11-02', 2],
    ['DE-BY', '2026-12-23', '2026-12-28', 2],
    ['US', '2026-11-25', '2026-11-27', 1],
    ['GB-ENG', '2026-12-24', '2026-12-29', 1],
  ])('%s from %s to %s: %i', (region, from, to, days) => {
    expect(workingDaysOf(region).between(from, to)).toBe(days);
  });

  test.each([
    ['RO', ['2026-01-01', '2026-01-02']],
    ['KR', ['2026-02-17', '2026-02-18', '2026-02-19']],
    ['TR', ['2026-05-27', '2026-05-28', '2026-05-29']],
    ['SA', ['2026-05-26', '2026-05-27', '2026-05-28']],
  ])('a holiday of several days in %s is free on each: %s', (region, days) => {
    for (const day of days) expect(workingDaysOf(region).works(day), day).toBe(false);
  });

  test('the next working day is no holiday', () => {
    expect(workingDaysOf('DE-BY').from('2027-10-30')).toBe('2027-11-02');
    expect(workingDaysOf(null).from('2027-10-30')).toBe('2027-11-01');
  });
});
