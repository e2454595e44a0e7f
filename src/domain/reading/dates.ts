/**
 * Days, weeks, months, quarters, feasts and spans named in a sentence, in seven languages, as periods of civil dates. What
 * the words leave open is resolved on the late side and marked as assumed. Linear: each word is looked at with at most a dozen after it.
 */
import { strict } from 'chrono-node';
import { addDays, civil, monthOf, monthStart, workingDayFrom, yearOf } from './civil.ts';
import { dayMonthAt, dayNumberAt, monthAt, numericAt, yearAt } from './date-days.ts';
import { fiscalAt } from './date-fiscal.ts';
import { dayAfterAt, nextDay, nthAt, restAt, runningAt, shiftedAt } from './date-nth.ts';
import { casualAt, partAt, weekAt, weekdayAt } from './date-parts.ts';
import { joined, rangeAt } from './date-ranges.ts';
import { feastOf, quarterAt, seasonAt, spanAt, weekWithDay } from './date-units.ts';
import { type Word, wordsOf } from './fold.ts';
import type { DateContext, Found, Period } from './period.ts';

export type { DateContext, Period } from './period.ts';

/** Sentences are looked at no further than this; nobody writes a longer one. */
const maxWords = 400;

export function periodsIn(folded: string, context: DateContext, original = folded): Period[] {
  const words = wordsOf(folded).slice(0, maxWords);
  const found: Period[] = [];
  for (let at = 0; at < words.length; ) {
    const after = dayAfterAt(words, at);
    const before = found.findLast(({ unit, past }) => unit === 'day' && !past);
    const period =
      after > 0 && before
        ? nextDay(before.last, after)
        : (rangeAt(words, at, context) ?? periodAt(words, at, context, original));
    if (!period) {
      at += 1;
      continue;
    }
    const { length, ...rest } = period;
    const placed = { ...rest, start: words[at]!.start, end: words[at + length - 1]!.end };
    found.push(before && isBare(folded, placed) ? following(placed, before, context) : placed);
    at += length;
  }
  return found.length > 0 || !/\d/.test(folded) ? joined(found, folded) : fromLibrary(folded, context);
}

const isBare = (folded: string, { unit, start, end }: Period): boolean =>
  unit === 'day' &&
  /^\D{0,12}\d{1,2}\D{0,3}$/.test(folded.slice(start, end)) &&
  !/\p{L}{4}/u.test(folded.slice(start, end));

/** Days by which a day without a month may lie before the one that gives it its month. */
const sameTalk = 120;

/** "Until 8 January; back on the 11th": a day without a month comes after the day named before it, where that is near. */
function following(day: Period, before: Period, { today }: DateContext): Period {
  if (day.first >= before.last || before.last > addDays(today, sameTalk)) return day;
  const number = Number(day.first.slice(8));
  for (let ahead = 0; ahead < 3; ahead++) {
    const month = monthStart(before.last, ahead);
    const date = civil(yearOf(month), monthOf(month), number);
    if (date && date > before.last) return { ...day, first: date, last: date, on: workingDayFrom(date) };
  }
  return day;
}

/** Beyond this the library's own expressions take more than linear time. */
const maxLibraryCharacters = 300;

/**
 * Forms of a day that only the library knows ("3 days from now"). It comes second: of the labelled due days it reads 67 of 118, of
 * the days back 76 of 119.
 */
function fromLibrary(folded: string, context: DateContext): Period[] {
  const noon = { instant: new Date(`${context.today}T12:00:00Z`), timezone: 0 };
  return strict
    .parse(folded.slice(0, maxLibraryCharacters), noon, { forwardDate: true })
    .flatMap(({ index, text, start }) => {
      const day = start.isCertain('day') && start.isCertain('month') ? start.date().toISOString().slice(0, 10) : null;
      if (day === null) return [];
      return [
        {
          unit: 'day' as const,
          first: day,
          last: day,
          on: workingDayFrom(day),
          assumed: false,
          start: index,
          end: index + text.length,
        },
      ];
    });
}

function periodAt(words: readonly Word[], at: number, context: DateContext, original: string): Found | null {
  return (
    fiscalAt(words, at) ??
    numericAt(words, at, context) ??
    nthAt(words, at, context, original) ??
    shiftedAt(words, at, context) ??
    partAt(words, at, context, original) ??
    dayMonthAt(words, at, context) ??
    weekAt(words, at, context) ??
    quarterAt(words, at, context) ??
    restAt(words, at, context) ??
    runningAt(words, at, context) ??
    spanAt(words, at, context) ??
    weekWithDay(words, at, context) ??
    feastOf(words, at, context) ??
    seasonAt(words, at, context) ??
    monthAt(words, at, context, original) ??
    casualAt(words, at, context) ??
    weekdayAt(words, at, context) ??
    yearAt(words, at, context) ??
    dayNumberAt(words, at, context)
  );
}
