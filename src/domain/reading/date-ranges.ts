/** Two days with "to" or its like between them, in one period: 3-14/8 · Aug 3-14 · du 3 au 14 août · vom 3.8. bis einschließlich 14.8. · t/m. */
import { addDays, addMonths, civil, monthOf, workingDayFrom, yearOf } from './civil.ts';
import { dayMonthAt, dayNumberAt, numericAt } from './date-days.ts';
import { weekdays } from './date-words.ts';
import type { Word } from './fold.ts';
import { type DateContext, type Found, isNumber, type Period, wordAt } from './period.ts';

const to = new Set(
  'to bis au al a ao aos tot t until till til through thru - and und et y e en i u ate fino sino jusqu'.split(' '),
);
/** Words that may stand beside the "to": "bis einschließlich zum", "tot en met", "jusqu'au", "t/m". */
const beside = new Set(
  "zum le el the il en met mit und / m den dem des die der o os dia dias inclusive including incl inkl einschl compris incluso einschliesslich einschließlich inklusive up ' . , on am a au al".split(
    ' ',
  ),
);
const loose = new Set(['and', 'und', 'et', 'y', 'e', 'en', 'i', 'u']);
/** The longest such run of words. */
const reach = 6;

/** The place after the words for "to", and whether they join rather than span ("26 and 27"); null when there are none. */
function afterTo(words: readonly Word[], at: number): { next: number; joins: boolean } | null {
  let next = at;
  let spans = false;
  let joins = false;
  for (; next < at + reach; next++) {
    const word = wordAt(words, next);
    if (to.has(word)) {
      if (loose.has(word)) joins = true;
      else spans = true;
    } else if (!beside.has(word)) break;
  }
  return spans || joins ? { next, joins: !spans } : null;
}

const skipWeekday = (words: readonly Word[], at: number): number => {
  if (!weekdays.has(wordAt(words, at))) return at;
  let next = at + 1;
  while (next < at + 4 && /^(?:,|\.|den|dem|the|le|el|il|dia|o|a|-|feira)$/.test(wordAt(words, next))) next += 1;
  return isNumber(wordAt(words, next)) ? next : at;
};

/** What leads to two bare numbers that are days: "from the 21st to the 25th", "del 21 al 25". */
const betweenDays =
  /^(?:from|between|vom|von|zwischen|du|entre|del|dal|van|de|do|dias|of|the|der|den|dem|le|el|il|-|:|\()$/;

/** A range whose first day takes its month from the second, or the second from the first. */
export function rangeAt(words: readonly Word[], at: number, context: DateContext): Found | null {
  return fromNumber(words, at, context) ?? toNumber(words, at, context);
}

/** "14 to 18 September", "7. bis 18.9.", "from the 21st to the 25th". */
function fromNumber(words: readonly Word[], at: number, context: DateContext): Found | null {
  const day = Number(wordAt(words, at));
  if (!isNumber(wordAt(words, at)) || day < 1 || day > 31) return null;
  let next = at + 1;
  if (/^(?:\.|st|nd|rd|th|er|º|°)$/.test(wordAt(words, next))) next += 1;
  const sep = afterTo(words, next);
  if (!sep) return null;
  next = skipWeekday(words, sep.next);
  const dated = dayMonthAt(words, next, context) ?? numericAt(words, next, context);
  const led =
    betweenDays.test(wordAt(words, at - 1)) &&
    (/^(?:from|vom|von|du|del|dal|van|entre|between|zwischen|dias|do)$/.test(wordAt(words, at - 1)) ||
      betweenDays.test(wordAt(words, at - 2)));
  const bare = dated || !led || sep.joins ? null : dayNumberAt(words, next, context, true);
  const last = dated ?? bare;
  if (!last) return null;
  // "9 bis 17 Uhr am 14.": hours are no days.
  if (bare && /^(?:uhr|h|am|pm|:|uur|horas|heures|ore|%|€)$/.test(wordAt(words, next + bare.length))) return null;
  const first = civil(yearOf(last.first), monthOf(last.first), day);
  if (!first || first >= last.last) return null;
  return { ...last, first, on: workingDayFrom(first), length: next - at + last.length };
}

/** "Aug 3-14", "August 3 through 14". */
function toNumber(words: readonly Word[], at: number, context: DateContext): Found | null {
  if (isNumber(wordAt(words, at))) return null;
  const start = dayMonthAt(words, at, context);
  if (!start) return null;
  const sep = afterTo(words, at + start.length);
  if (!sep || sep.joins) return null;
  const day = Number(wordAt(words, sep.next));
  if (
    !isNumber(wordAt(words, sep.next)) ||
    day > 31 ||
    dayMonthAt(words, sep.next, context) ||
    numericAt(words, sep.next, context)
  )
    return null;
  const suffix = /^(?:st|nd|rd|th)$/.test(wordAt(words, sep.next + 1)) ? 1 : 0;
  if (/^(?:uhr|h|am|pm|:)$/.test(wordAt(words, sep.next + 1 + suffix))) return null;
  const last = civil(yearOf(start.first), monthOf(start.first), day);
  if (!last || last <= start.first) return null;
  return { ...start, last, length: sep.next - at + 1 + suffix };
}

const between =
  /^[\s,.]*(?:(?:to|bis|au|al|a|ao|aos|tot|t|until|till|til|through|thru|and|und|et|y|e|en|i|u|ate|fino|jusqu|zum|le|el|the|il|met|mit|m|den|dem|der|die|o|os|dia|inclusive|including|incl|inkl|einschl|einschlie(?:ss|ß)lich|inklusive|y compris|incluso|up|on|am)(?!\p{L})|[-/'.,\s])*$/u;
const spans = /(?<!\p{L})(?:to|bis|au|al|a|ao|aos|tot|t|until|till|til|through|thru|ate|fino|jusqu)(?!\p{L})|-/u;
const joins = /(?<!\p{L})(?:and|und|et|y|e|en|i)(?!\p{L})/u;
/** Beyond so many days two days with "and" between them are two matters. */
const apart = 10;

/** "From 23.12. to 6.1.", "26 and 27 November": two days with nothing but such words between them are one period. */
export function joined(periods: Period[], folded: string): Period[] {
  const result: Period[] = [];
  for (const next of periods) {
    const before = result.at(-1);
    const words = before ? folded.slice(before.end, next.start) : '';
    const one =
      (before && words.length < 30 && between.test(words) && asOne(before, next, words)) ||
      (before && lasting(before, next, folded));
    if (one) result[result.length - 1] = one;
    else result.push(next);
  }
  return result;
}

const fromThen =
  /(?<!\p{L})(?:from|as of|as from|starting|beginning|commencing|ab|vom|von|a partir d[ue]|a compter d[ue]|des|depuis|desde|a partir de|dal|da|vanaf)\s+(?:the |dem |den |el |le |il |o |dia )?$/u;
const meanwhile =
  /^[\s,]*(?:(?:on|onwards)[\s,]+)?(?:(?:for|fur|auf|pendant|pour|durante|por|per|voor|lang|gedurende)[\s]+)?(?:the |die |les |los )?$/u;

/** "Six months starting 1 June". */
const starting =
  /^[\s,]*(?:starting|beginning|commencing|a partir d[ue]|a compter d[ue]|desde|a partir de|vanaf|a partire da|con inicio)\s+(?:on |from |the |el |le |dem |den )?$/;

/** "From Monday for three weeks", "ab morgen drei Wochen in Reha": a day, and how long it lasts from then. */
function lasting(before: Period, next: Period, folded: string): Period | null {
  if (
    before.unit === 'span' &&
    before.days &&
    next.unit === 'day' &&
    starting.test(folded.slice(before.end, next.start))
  ) {
    const last = addDays(next.first, before.days - 1);
    return { ...next, start: before.start, last, counted: true, after: workingDayFrom(addDays(last, 1)) };
  }
  if (before.unit !== 'day' || before.past || next.unit !== 'span' || !next.days || next.days < 5) return null;
  if (!meanwhile.test(folded.slice(before.end, next.start))) return null;
  if (!fromThen.test(folded.slice(Math.max(0, before.start - 20), before.start))) return null;
  const last = addDays(before.first, next.days - 1);
  return {
    ...next,
    unit: 'day',
    start: before.start,
    first: before.first,
    last,
    on: before.on,
    counted: true,
    after: workingDayFrom(addDays(last, 1)),
  };
}

function asOne(before: Period, next: Period, words: string): Period | null {
  if (!daily(before) || !daily(next) || next.counted) return null;
  const span = spans.test(words);
  if (!span && !joins.test(words)) return null;
  let { first } = before;
  let { last, on } = next;
  // "From Monday to Wednesday", said on a Tuesday: the second follows the first.
  if (first > last && addDays(last, 7) > first && first <= addDays(last, 7))
    [last, on] = [addDays(last, 7), addDays(on, 7)];
  // The first of the two may be over already, and was not meant for next year.
  else if (first > last) first = addMonths(first, -12);
  if (!span && addDays(before.last, apart) < last) return null;
  return { ...next, unit: 'day', start: before.start, first, last, on: before.on };
}

const daily = ({ unit, first, last }: Period): boolean => unit === 'day' || (unit === 'feast' && first === last);
