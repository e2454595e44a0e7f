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

/** Steps after which no further day is looked for: ten years of every day. */
const maxSteps = 4_000;

/**
 * Rules whose days come about regularly, as calendars write them. The library looks for the next day of any other without an end: "every
 * day that is a 30 February".
 */
const plainRules: Record<string, (parts: ReadonlyMap<string, string>, interval: number) => boolean> = {
  DAILY: (parts, interval) => only(parts, 'BYDAY') && (interval === 1 || !parts.has('BYDAY')),
  WEEKLY: (parts) => only(parts, 'BYDAY'),
  MONTHLY: (parts, interval) =>
    only(parts, 'BYDAY', 'BYMONTHDAY', 'BYSETPOS') &&
    (!parts.has('BYMONTHDAY') || interval === 1) &&
    /^-?[1-4]$/.test(parts.get('BYSETPOS') ?? '1'),
  YEARLY: (parts) =>
    only(parts, 'BYDAY', 'BYMONTHDAY', 'BYMONTH') && !/^-?(?:29|3\d)$/.test(parts.get('BYMONTHDAY') ?? ''),
};
const always = ['FREQ', 'INTERVAL', 'WKST', 'COUNT', 'UNTIL'];
const only = (parts: ReadonlyMap<string, string>, ...allowed: string[]): boolean =>
  [...parts.keys()].every((part) => always.includes(part) || allowed.includes(part));

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
  { start, rule, except, also }: Series,
  today: string,
  without: { has(day: string): boolean },
): { before: string | null; next: string | null } {
  const left = new Set(except);
  const found: { before: string | null; next: string | null } = { before: null, next: null };
  const take = (day: string): void => {
    if (left.has(day) || without.has(day)) return;
    if (day < today && day > (found.before ?? '')) found.before = day;
    if (day >= today && day < (found.next ?? '9999')) found.next = day;
  };
  for (const day of [start, ...also]) take(day);
  if (rule === null) return found;
  try {
    const days = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
    for (let step = 0; step < maxSteps; step++) {
      const day = days.next()?.toString().slice(0, 10);
      if (day === undefined || (day > today && found.next !== null && day >= found.next)) break;
      take(day);
    }
  } catch {
    // What the library refuses is no rule; the days that are named stand.
  }
  return found;
}
