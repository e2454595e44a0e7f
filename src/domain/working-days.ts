/** Working days of a region: weekdays on which people work, without its public holidays. */
import Holidays, { type HolidaysTypes } from 'date-holidays';
import { addDays, isoWeekday } from './calendar.ts';

export interface WorkingDays {
  works(date: string): boolean;
  /** Working days that have begun since `from`'s day: a mail of Friday has waited one on Monday. 0 for negative distances. */
  between(from: string, to: string): number;
  /** The day itself, or the next working day. */
  from(date: string): string;
}

/** Longer distances are history: they are counted no further. */
const maxDays = 800;

const calendars = new Map<string, WorkingDays>();

/**
 * `region`: ISO 3166-2 or country ("DE-BE", "GB-ENG", "US"), or null for no public holidays. A region that the library does not know has
 * those of its country, an unknown country none. The same object for the same arguments.
 */
export function workingDaysOf(region: string | null, weekdays: readonly number[] = [1, 2, 3, 4, 5]): WorkingDays {
  const key = `${region ?? ''} ${[...weekdays].sort().join('')}`;
  let found = calendars.get(key);
  if (!found) {
    found = newCalendar(region, weekdays);
    calendars.set(key, found);
  }
  return found;
}

/** Whether public holidays are known for it. */
export function isRegion(region: string): boolean {
  return calendarOf(region) !== null;
}

function calendarOf(region: string): Holidays | null {
  const [country = '', state = ''] = region.toUpperCase().split('-');
  const all = new Holidays();
  if (!Object.hasOwn(all.getCountries(), country)) return null;
  const states = all.getStates(country) as Record<string, string> | undefined;
  return states && Object.hasOwn(states, state) ? new Holidays(country, state) : new Holidays(country);
}

/** Some are one entry for several days. A holiday of part of a day is one of the whole day. */
function daysOf({ date, start, end }: HolidaysTypes.Holiday): string[] {
  const first = date.slice(0, 10);
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  return Array.from({ length: count }, (_, n) => addDays(first, n));
}

function newCalendar(region: string | null, weekdays: readonly number[]): WorkingDays {
  const holidays = region === null ? null : calendarOf(region);
  const years = new Map<string, Set<string>>();
  const freeIn = (year: string): Set<string> => {
    let free = years.get(year);
    if (!free) {
      // One of the year before may last into this one.
      const known = [Number(year) - 1, Number(year)].flatMap((each) => holidays?.getHolidays(each) ?? []);
      free = new Set(known.filter(({ type }) => type === 'public').flatMap(daysOf));
      years.set(year, free);
    }
    return free;
  };
  const works = (date: string) => weekdays.includes(isoWeekday(date)) && !freeIn(date.slice(0, 4)).has(date);
  const counted = new Map<string, number[]>();
  /** Working days of its year up to and with this one. */
  const upTo = (date: string): number => {
    const year = date.slice(0, 4);
    const first = `${year}-01-01`;
    let counts = counted.get(year);
    if (!counts) {
      counts = [];
      for (let day = first; day.startsWith(year); day = addDays(day, 1))
        counts.push((counts.at(-1) ?? 0) + Number(works(day)));
      counted.set(year, counts);
    }
    return counts[Math.round((Date.parse(date) - Date.parse(first)) / 86_400_000)] ?? 0;
  };
  return {
    works,
    between(from, to) {
      if (to <= from) return 0;
      const earliest = addDays(to, -maxDays);
      const start = from < earliest ? earliest : from;
      let count = upTo(to) - upTo(start);
      for (let year = Number(start.slice(0, 4)); year < Number(to.slice(0, 4)); year++) count += upTo(`${year}-12-31`);
      return count;
    },
    from(date) {
      let day = date;
      for (let looked = 0; looked < 30 && !works(day); looked++) day = addDays(day, 1);
      return day;
    },
  };
}
