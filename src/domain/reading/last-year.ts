/** Days without a year that are read as most of a year ahead, and are over. */
import { addDays } from './civil.ts';
import type { DateContext, Period } from './dates.ts';

/** "Since 30 September", said in October, or "on 5 March I wrote to you", said in that month: without a year, what seems most of a year ahead is over. */
export const isLastYears = (folded: string, { first, start, end }: Period, { today }: DateContext): boolean =>
  first > addDays(today, 300) && !/20\d\d/.test(folded.slice(start, end)) && !/^[\s,]*20\d\d/.test(folded.slice(end));
