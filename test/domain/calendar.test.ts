import { describe, expect, test } from 'vitest';
import { addDays, civilDate, isoWeekday, localHour, spokenDate, zoneOffsetMinutes } from '../../src/domain/calendar.ts';

describe('a zone', () => {
  const late = new Date('2026-11-03T23:30:00Z');

  test('has its own day and hour', () => {
    expect(civilDate(late, 'UTC')).toBe('2026-11-03');
    expect(civilDate(late, 'Europe/Berlin')).toBe('2026-11-04');
    expect(civilDate(late, 'America/Los_Angeles')).toBe('2026-11-03');
    expect(civilDate(late, 'Pacific/Kiritimati')).toBe('2026-11-04');
    expect(localHour(late, 'Europe/Berlin')).toBe(0);
    expect(localHour(late, 'Asia/Kolkata')).toBe(5);
  });

  test.each([
    ['Europe/Berlin', '2026-03-29T00:59:59Z', 60],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 120],
    ['Europe/Berlin', '2026-10-25T00:59:59Z', 120],
    ['Europe/Berlin', '2026-10-25T01:00:00Z', 60],
    ['America/New_York', '2026-07-01T12:00:00Z', -240],
    ['Asia/Kathmandu', '2026-07-01T12:00:00Z', 345],
    ['UTC', '1969-12-31T23:59:30Z', 0],
  ])('%s at %s is %i minutes ahead', (zone, instant, minutes) => {
    expect(zoneOffsetMinutes(new Date(instant), zone)).toBe(minutes);
  });

  test.each(['Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'Australia/Lord_Howe', 'Africa/Casablanca', 'UTC'])(
    '%s has the day that its clocks show, at every quarter of an hour',
    (zone) => {
      const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
      const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...day });
      for (const year of [1975, 2011, 2026]) {
        const start = Date.UTC(year, 0, 1);
        for (let quarter = 0; quarter < 365 * 96; quarter += 1) {
          const at = new Date(start + quarter * 900_000);
          const civil = civilDate(at, zone);
          if (civil !== shown.format(at)) expect(civil, at.toISOString()).toBe(shown.format(at));
        }
      }
    },
  );

  test('loses no day when the clocks change', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });
});

test('weekdays are those of ISO 8601', () => {
  expect(['2026-11-02', '2026-11-07', '2026-11-08'].map(isoWeekday)).toEqual([1, 6, 7]);
});

test('a spoken date names the year only when it is another', () => {
  const now = new Date('2026-11-10T12:00:00Z');
  const spoken = (instant: string, language: string) => spokenDate(new Date(instant), 'Europe/Berlin', language, now);
  expect(spoken('2026-11-03T23:30:00Z', 'en')).toMatch(/^Wednesday,? 4 November$/);
  expect(spoken('2025-11-03T12:00:00Z', 'en')).toMatch(/3 November 2025$/);
  expect(spoken('2026-11-03T12:00:00Z', 'de')).toBe('Dienstag, 3. November');
  expect(spoken('2026-11-03T12:00:00Z', 'fr')).toBe('mardi 3 novembre');
  expect(spoken('2026-11-03T12:00:00Z', 'es')).toBe('martes, 3 de noviembre');
});
