/**
 * Days, weeks, months, quarters, feasts and spans named in a sentence, in seven languages, as periods of civil dates. What
 * the words leave open is resolved on the late side and marked as assumed. Linear: each word is looked at with at most a dozen after it.
 */
import { strict } from 'chrono-node';
import { addDays, addMonths, civil, monthOf, workingDayFrom, yearOf } from './civil.ts';
import { dayMonthAt, dayNumberAt, monthAt, numericAt, yearAt } from './date-days.ts';
import { casualAt, partAt, weekAt, weekdayAt } from './date-parts.ts';
import { feastOf, quarterAt, seasonAt, spanAt, weekWithDay } from './date-units.ts';
import { type Word, wordsOf } from './fold.ts';
import { type DateContext, type Found, isNumber, type Period, wordAt } from './period.ts';

export type { DateContext, Period } from './period.ts';

/** Sentences are looked at no further than this; nobody writes a longer one. */
const maxWords = 400;

export function periodsIn(folded: string, context: DateContext, original = folded): Period[] {
  const words = wordsOf(folded).slice(0, maxWords);
  const found: Period[] = [];
  for (let at = 0; at < words.length; ) {
    const period = rangeAt(words, at, context) ?? periodAt(words, at, context, original);
    if (!period) {
      at += 1;
      continue;
    }
    const { length, ...rest } = period;
    found.push({ ...rest, start: words[at]!.start, end: words[at + length - 1]!.end });
    at += length;
  }
  return found.length > 0 || !/\d/.test(folded) ? joined(found, folded) : fromLibrary(folded, context);
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

const rangeWords =
  /^\s*(?:,?\s*(?:to|bis|au|al|a|ao|tot en met|t\/m|until|till|through|thru|et|and|und|y|e|en|-)\s+(?:the|zum|le|el|den|dem|il|tot|en met|and)?\s*|-\s*)$/;

/** "From 23.12. to 6.1.", "26 and 27 November": two days with nothing but such a word between them are one period. */
function joined(periods: Period[], folded: string): Period[] {
  const result: Period[] = [];
  for (const next of periods) {
    const before = result.at(-1);
    const between = before ? folded.slice(before.end, next.start) : '';
    if (
      before &&
      before.unit === 'day' &&
      next.unit === 'day' &&
      between.length < 14 &&
      rangeWords.test(between) &&
      !(/\b(?:and|und|et|y|e)\b/.test(between) && addDays(before.last, 10) < next.first)
    ) {
      // The first of the two may be over already, and was not meant for next year.
      const first = before.first < next.last ? before.first : addMonths(before.first, -12);
      result[result.length - 1] = { ...next, start: before.start, first, on: before.on };
    } else result.push(next);
  }
  return result;
}

/** "14 to 18 September", "7. bis 18.9.", "2 au 20 février", "18 t/m 22 mei": the first day takes its month from the second. */
function rangeAt(words: readonly Word[], at: number, context: DateContext): Found | null {
  if (!isNumber(wordAt(words, at))) return null;
  const day = Number(wordAt(words, at));
  if (day < 1 || day > 31) return null;
  let next = at + 1;
  if (wordAt(words, next) === '.' || /^(?:st|nd|rd|th|er)$/.test(wordAt(words, next))) next += 1;
  if (!/^(?:to|bis|au|al|a|ao|tot|t|through|thru|until|-|and|et|und|y|e)$/.test(wordAt(words, next))) return null;
  next += 1;
  while (next < at + 8 && /^(?:\/|m|zum|le|el|the|en|met)$/.test(wordAt(words, next))) next += 1;
  const last = dayMonthAt(words, next, context) ?? numericAt(words, next, context);
  if (!last) return null;
  const first = civil(yearOf(last.first), monthOf(last.first), day);
  if (!first || first >= last.last) return null;
  return { ...last, first, on: workingDayFrom(first), length: next - at + last.length };
}

function periodAt(words: readonly Word[], at: number, context: DateContext, original: string): Found | null {
  return (
    numericAt(words, at, context) ??
    partAt(words, at, context, original) ??
    dayMonthAt(words, at, context) ??
    weekAt(words, at, context) ??
    quarterAt(words, at, context) ??
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
