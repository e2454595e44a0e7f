/** Arithmetic on civil dates, YYYY-MM-DD, as sentences mean them. No zone and no clock. */
import { addDays, isoWeekday } from '../calendar.ts';

export { addDays, isoWeekday };

const two = (value: number): string => String(value).padStart(2, '0');

/** Null for a day that cannot be, such as 31 June. */
export function civil(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export const yearOf = (date: string): number => Number(date.slice(0, 4));
export const monthOf = (date: string): number => Number(date.slice(5, 7));
export const dayOf = (date: string): number => Number(date.slice(8, 10));

/** The first day of the month so many months on. */
export function monthStart(date: string, months = 0): string {
  const at = yearOf(date) * 12 + monthOf(date) - 1 + months;
  return `${Math.floor(at / 12)}-${two((at % 12) + 1)}-01`;
}

export const monthEnd = (date: string, months = 0): string => addDays(monthStart(date, months + 1), -1);

/** The same day of a later month, or its last where it is shorter. */
export function addMonths(date: string, months: number): string {
  const start = monthStart(date, months);
  return `${start.slice(0, 8)}${two(Math.min(dayOf(date), daysIn(yearOf(start), monthOf(start))))}`;
}

export const weekStart = (date: string): string => addDays(date, 1 - isoWeekday(date));

/** Monday of an ISO 8601 week: week 1 holds 4 January. */
export const isoWeekStart = (year: number, week: number): string => addDays(weekStart(`${year}-01-04`), (week - 1) * 7);

/** Days on which business rests in every country we read: a date in a sentence is moved over these and no others. */
const restDays = new Set(['01-01', '12-25', '12-26']);
const works = (date: string): boolean => isoWeekday(date) < 6 && !restDays.has(date.slice(5));

/** The day itself, or the next one on which people work. */
export function workingDayFrom(date: string): string {
  let day = date;
  while (!works(day)) day = addDays(day, 1);
  return day;
}

/** The day itself, or the last one before it on which people work. */
export function workingDayUpTo(date: string): string {
  let day = date;
  while (!works(day)) day = addDays(day, -1);
  return day;
}

/** So many working days on. */
export function addWorkingDays(date: string, days: number): string {
  let day = date;
  for (let left = days; left > 0; left--) day = workingDayFrom(addDays(day, 1));
  return day;
}

/** Easter Sunday, by the anonymous Gregorian computus. */
export function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - (b >> 2) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * (c >> 2) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`;
}

/** The nth such weekday of a month. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): string {
  const first = `${year}-${two(month)}-01`;
  return addDays(first, ((weekday - isoWeekday(first) + 7) % 7) + (nth - 1) * 7);
}

/** A weekday and a day number that agree: the next month of so many in which they do. */
export function agreeing(weekday: number, day: number, today: string, months = 12): string | null {
  for (let ahead = 0; ahead <= months; ahead++) {
    const month = monthStart(today, ahead);
    const date = addDays(month, day - 1);
    if (date >= today && monthOf(date) === monthOf(month) && isoWeekday(date) === weekday) return date;
  }
  return null;
}
