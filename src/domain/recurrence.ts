/** The days of a recurring meeting (RFC 5545 §3.3.10), in bounded time whatever its rule says. */
import ICAL from 'ical.js';

export interface Series {
  /** Civil date of the first. */
  start: string;
  /** The rule as written, its end as a civil date; null where only further days are named. */
  rule: string | null;
  /** Civil dates left out, and added. */
  except: string[];
  also: string[];
}

/** Days of a series that are known: five years of every day, ten of what the library is slow to find, "the last working day of each month". */
const maxSteps = 2_000;
const maxSlowSteps = 120;
const maxYears = 25;

type Parts = ReadonlyMap<string, string>;

/**
 * Rules whose days come about regularly, as calendars write them. The library looks for the next day of any other without an end: "every
 * day that is a 30 February".
 */
const plainRules: Record<string, (parts: Parts, interval: number) => boolean> = {
  DAILY: (parts, interval) => only(parts, 'BYDAY') && weekdays(parts) && (interval === 1 || !parts.has('BYDAY')),
  WEEKLY: (parts) => only(parts, 'BYDAY') && weekdays(parts),
  MONTHLY: (parts) => only(parts, 'BYDAY', 'BYMONTHDAY', 'BYSETPOS') && daysOfMonth(parts),
  YEARLY: (parts) =>
    only(parts, 'BYDAY', 'BYMONTHDAY', 'BYMONTH') &&
    daysOfMonth(parts) &&
    parts.has('BYMONTH') === (parts.has('BYDAY') || parts.has('BYMONTHDAY')),
};

const common = ['FREQ', 'INTERVAL', 'WKST', 'COUNT', 'UNTIL'];
const only = (parts: Parts, ...allowed: string[]): boolean =>
  [...parts.keys()].every((part) => common.includes(part) || allowed.includes(part));

/** "Monday", not "the first Monday". */
const weekdays = (parts: Parts): boolean => !/\d/.test(parts.get('BYDAY') ?? '');

/** By weekdays, or by a number that every month has. */
const daysOfMonth = (parts: Parts): boolean =>
  !(parts.has('BYDAY') && parts.has('BYMONTHDAY')) &&
  !/5|\d\d/.test(parts.get('BYDAY') ?? '') &&
  /^-?(?:[1-9]|1\d|2[0-8])$/.test(parts.get('BYMONTHDAY') ?? '1') &&
  /^(?:-1|[1-4])$/.test(parts.get('BYSETPOS') ?? '1');

const maxRule = 300;

/** The rule with civil dates alone; null where it is none of the plain ones. */
export function plainRule(rule: string): string | null {
  if (rule.length > maxRule) return null;
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const isPlain = plainRules[parts.get('FREQ') ?? ''];
  if (!isPlain?.(parts, interval) || !(interval >= 1 && interval <= 100)) return null;
  return rule.replace(/UNTIL=(\d{4})-?(\d\d)-?(\d\d)[^;]*/, 'UNTIL=$1$2$3');
}

/** The last day before `today`, and the first on or after it, of those not in `without`; null where there is none. */
export function daysAround(
  series: Series,
  today: string,
  without: { has(day: string): boolean },
): { before: string | null; next: string | null } {
  const days = daysOf(series).filter((day) => !without.has(day));
  return { before: days.findLast((day) => day < today) ?? null, next: days.find((day) => day >= today) ?? null };
}

/** Asked again for every day that some notice names. */
const known = new WeakMap<Series, readonly string[]>();

function daysOf(series: Series): readonly string[] {
  const before = known.get(series);
  if (before) return before;
  const { start, rule, except, also } = series;
  const left = new Set(except);
  const days = [...new Set([start, ...also, ...daysByRule(rule, start)])].filter((day) => !left.has(day)).sort();
  known.set(series, days);
  return days;
}

function daysByRule(rule: string | null, start: string): string[] {
  const found: string[] = [];
  if (rule === null) return found;
  const lastYear = Number(start.slice(0, 4)) + maxYears;
  const steps = rule.includes('BYSETPOS') ? maxSlowSteps : maxSteps;
  try {
    const days = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
    for (let day = days.next(); day && found.length < steps && day.year < lastYear; day = days.next())
      found.push(day.toString().slice(0, 10));
  } catch {
    // What the library refuses is no rule; the days that are named stand.
  }
  return found;
}
