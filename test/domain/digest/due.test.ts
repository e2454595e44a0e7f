/** On which day, and from when until when, a digest is due. */
import { describe, expect, it } from 'vitest';
import { digestDay, isLastHour } from '../../../src/domain/digest/due.ts';

const policy = { digestOn: true, digestAtHour: 7, region: 'DE-BY', workingDays: [1, 2, 3, 4, 5] };
const due = (at: string, zone = 'UTC', change: Partial<typeof policy> = {}) =>
  digestDay(new Date(at), zone, { ...policy, ...change });

describe('a digest is due', () => {
  it("from the hour of the policy on, in the rep's zone, until noon", () => {
    expect(due('2026-11-30T06:59:59Z')).toBeNull();
    expect(due('2026-11-30T07:00:00Z')).toBe('2026-11-30');
    expect(due('2026-11-30T11:59:59Z')).toBe('2026-11-30');
    expect(due('2026-11-30T12:00:00Z')).toBeNull();
    expect(due('2026-11-30T15:30:00Z', 'America/Los_Angeles')).toBe('2026-11-30');
    expect(due('2026-11-29T22:30:00Z', 'Asia/Tokyo')).toBe('2026-11-30');
    expect(due('2026-11-30T01:40:00Z', 'Asia/Kathmandu')).toBe('2026-11-30');
  });

  it('on working days of the region only', () => {
    expect(due('2026-11-28T08:00:00Z')).toBeNull();
    expect(due('2026-11-28T08:00:00Z', 'UTC', { workingDays: [6] })).toBe('2026-11-28');
    expect(due('2027-01-06T08:00:00Z')).toBeNull();
    expect(due('2027-01-06T08:00:00Z', 'UTC', { region: 'DE-BE' })).toBe('2027-01-06');
  });

  it('not where the policy wants none, and in the afternoon where it says so', () => {
    expect(due('2026-11-30T08:00:00Z', 'UTC', { digestOn: false })).toBeNull();
    expect(due('2026-11-30T16:59:00Z', 'UTC', { digestAtHour: 16 })).toBe('2026-11-30');
    expect(due('2026-11-30T18:00:00Z', 'UTC', { digestAtHour: 16 })).toBeNull();
  });

  it('once in an hour that the clocks have twice or not at all', () => {
    const zone = 'Europe/Berlin';
    expect(due('2026-03-30T05:00:00Z', zone)).toBe('2026-03-30');
    expect(due('2026-10-26T06:00:00Z', zone)).toBe('2026-10-26');
    expect(due('2026-10-26T05:59:00Z', zone)).toBeNull();
  });

  it('with one last hour in every day, whichever hour it begins at', () => {
    for (let digestAtHour = 0; digestAtHour < 24; digestAtHour++) {
      const hours = Array.from({ length: 24 }, (_, hour) => `2026-11-30T${String(hour).padStart(2, '0')}:30:00Z`);
      const inTime = hours.filter((at) => due(at, 'UTC', { digestAtHour }) !== null);
      const last = inTime.filter((at) => isLastHour(new Date(at), 'UTC', { digestAtHour }));
      expect(inTime.length, `${digestAtHour}`).toBeGreaterThan(0);
      expect(last, `${digestAtHour}`).toEqual(inTime.slice(-1));
    }
  });
});
