/** What the readers of dates share: a period of civil dates, and the words it is read from. */
import { workingDayFrom } from './civil.ts';
import * as table from './date-words.ts';
import type { Word } from './fold.ts';

export interface Period {
  /** Place in the text. */
  start: number;
  end: number;
  unit: 'day' | table.Unit | 'season' | 'feast' | 'span' | 'weekend' | 'part';
  first: string;
  last: string;
  /** The day meant by "in", "on" or "from" it: a working day. */
  on: string;
  /** The first working day meant by "after" it, where that is not the one after `last`. */
  after?: string;
  assumed: boolean;
  afterAssumed?: boolean;
  /** A day that cannot be, such as 31 June: the words, for a person to look at. */
  unclear?: boolean;
  /** Which part of a month or year: "early May". */
  part?: table.Part;
  /** "A week" with nothing before it says that a time is meant. */
  weak?: boolean;
  /** Counted from another day, which it does not join with: "the day after", "the rest of May". */
  counted?: boolean;
  /** Days that a span lasts. */
  days?: number;
  /** Said to be over: "last May". */
  past?: boolean;
}

export interface DateContext {
  /** Civil date of the mail in its sender's zone. */
  today: string;
  /** Whether 4/5 is April 5. */
  monthFirst: boolean;
}

export type Found = Omit<Period, 'start' | 'end'> & { length: number };

export const wordAt = (words: readonly Word[], at: number): string => words[at]?.text ?? '';

/** A word that begins with a digit is a run of digits. Asked of every word by every reader: no expression here. */
export const isNumber = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57 && text.length < 5;
};

export const aDay = (date: string, length: number): Found => ({
  unit: 'day',
  first: date,
  last: date,
  on: workingDayFrom(date),
  assumed: false,
  length,
});

export const aPeriod = (unit: Period['unit'], first: string, last: string, length: number): Found => ({
  unit,
  first,
  last,
  on: workingDayFrom(first),
  assumed: false,
  length,
});

export function skipArticles(words: readonly Word[], at: number): number {
  let next = at;
  while (next < at + 4 && (table.articles.has(wordAt(words, next)) || /^['-]$/.test(wordAt(words, next)))) next += 1;
  return next;
}
