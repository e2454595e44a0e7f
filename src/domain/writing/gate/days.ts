/** Days said in a sentence, and whether the ground names them or was written on them. */
import { addDays, isoWeekday } from '../../calendar.ts';
import { monthOf, yearOf } from '../../reading/civil.ts';
import {
  few,
  lastWords,
  months,
  nextWords,
  numbers,
  shortMonths,
  thisWords,
  units,
  weekdays,
} from '../../reading/date-words.ts';
import { periodsIn } from '../../reading/dates.ts';
import { fold, wordsOf } from '../../reading/fold.ts';
import type { Period } from '../../reading/period.ts';
import { remembering } from './memory.ts';

export interface Said {
  text: string;
  start: number;
  end: number;
  period: Period;
  /** Days back from today that "two weeks ago" reaches, first and last. */
  ago?: [string, string];
  /** "Before Christmas". */
  before: boolean;
}

/** Whether it is plain which day is meant, and not any Thursday: by its month, or because it lies behind. */
export const isDefinite = ({ text, period, ago, end }: Said, sentence: string): boolean =>
  ago !== undefined ||
  period.past === true ||
  /\d[./-]\d/.test(text) ||
  wordsOf(text).some(({ text: word }) => months.has(word) || lastWords.has(word)) ||
  lastWords.has(wordsOf(fold(sentence).slice(end, end + 20))[0]?.text ?? '');

/** A day or a stretch of days that the ground gives. */
export interface Given {
  first: string;
  last: string;
  part: Period['part'];
  unit: Period['unit'];
}

const agoBefore =
  /(?:(?<!\p{L})(?:vor|il y a|voila|(?:cela|ca) fait|hace|depuis|seit|desde hace|han pasado|(?:has|have|'s) been)\s(?:\p{L}+\s){0,2})$/u;
const agoAfter =
  /^\s(?:ago|earlier|back|since|her|vergangen|verstrichen|(?:se )?sont (?:ecoules?|ecoulees|passees?)|han pasado|have (?:passed|gone by))(?!\p{L})/u;
const lengths = { hour: 0, day: 1, week: 7, month: 30, quarter: 91, half: 182, year: 365 } as const;

/** The days a text names. `today` is the day it is written on. */
export const daysIn = (text: string, today: string, monthFirst: boolean): readonly Said[] =>
  remembered(text, today, monthFirst);

const remembered = remembering((text, today, monthFirst) => daysOf(text, String(today), monthFirst === true));

function daysOf(text: string, today: string, monthFirst: boolean): Said[] {
  const folded = fold(text);
  const found = periodsIn(folded, { today, monthFirst }, text);
  const said = found.map((period) => ({
    text: folded.slice(period.start, period.end),
    start: period.start,
    end: period.end,
    period,
    before:
      /(?<!\p{L})(?:before|vor(?: den| der)?|avant(?: les?| la)?|antes de(?:l| la| las| los)?|ahead of)(?: the)? $/u.test(
        folded.slice(0, period.start),
      ),
    ...agoOf(folded, period, today),
  }));
  for (const { index, 0: word } of folded.matchAll(
    /(?<!\p{L})(?:(?:day before )?yesterday|(?:vor)?gestern|(?:avant-)?hier|(?:ante)?ayer|anoche)(?!\p{L})/gu,
  )) {
    const first = addDays(today, /^(?:day|vor|avant|ante)/.test(word) ? -2 : -1);
    const [start, end] = [index, index + word.length];
    said.push({
      text: word,
      start,
      end,
      period: { unit: 'day', first, last: first, on: first, assumed: false, start, end },
      before: false,
      ago: [first, first],
    });
  }
  return said;
}

/** "Two weeks ago" is a time, "two weeks" a length. */
function agoOf(folded: string, { unit, start, end }: Period, today: string): Pick<Said, 'ago'> {
  if (unit !== 'span') return {};
  if (!agoBefore.test(folded.slice(Math.max(0, start - 24), start)) && !agoAfter.test(folded.slice(end, end + 10)))
    return {};
  const words = wordsOf(folded.slice(start, end)).map((word) => word.text);
  const length = words.map((word) => units.get(word)).find((each) => each !== undefined) ?? 'day';
  const named = words
    .map((word) => numbers.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : undefined))
    .find((each) => each !== undefined);
  const about = words.some((word) => few.has(word)) || /^(?:couple|paar)$/.test(words[1] ?? '');
  const days = (named ?? (about ? 2 : 1)) * lengths[length];
  const slack = Math.max(1, Math.round(lengths[length] * (about ? 1.5 : 0.6)));
  return { ago: [addDays(today, -days - slack), addDays(today, -Math.max(0, days - slack))] };
}

/** Whether the words are a length of time: they are held against numbers, not against days. */
export const isLength = ({ period, ago }: Said): boolean =>
  ago === undefined && (period.unit === 'span' || period.unit === 'hour');

/** This week, next month, this year: no day, and so what a question may ask about. */
export function isVague({ period, text }: Said): boolean {
  const first = wordsOf(text)[0]?.text ?? '';
  const relative = wordsOf(text).some(({ text: word }) => thisWords.has(word) || nextWords.has(word));
  return (
    (['week', 'month', 'quarter', 'half', 'year'].includes(period.unit) && relative && !/\d/.test(text)) ||
    /^(?:today|heute|aujourd'hui|aujourd|hoy|laufe|course|cours|transcurso)$/.test(first)
  );
}

export const isSeason = ({ period }: Said): boolean => period.unit === 'season' || period.unit === 'feast';

/** How many days off a day of the week may lie: "on Tuesday", "last Tuesday". */
const near = { bare: 14, last: 10 };
const distance = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

/** Whether one of the given days is the one said. A day is never said more exactly than it is given. */
export function isGiven(said: Said, given: readonly Given[], today: string): boolean {
  // There is no 33 April.
  return !said.period.unclear && given.some((each) => fits(said, each, today));
}

function fits({ text, period, ago, before }: Said, { first, last: until, part, unit }: Given, today: string): boolean {
  // The last week of August may end in September, and is of August.
  const last = unit === 'week' && period.unit !== 'week' && first.slice(0, 7) !== until.slice(0, 7) ? first : until;
  if (ago) return ago[0] <= last && first <= ago[1] && first === last;
  const oneDay = first === until;
  if (period.unit === 'day') {
    const words = wordsOf(text).map((word) => word.text);
    const weekday = words.map((word) => weekdays.get(word)).find((each) => each !== undefined);
    const number = words.map((word) => /^\d{1,2}$/.test(word) && Number(word)).find((each) => each !== false);
    const month =
      words.some((word) => months.has(word) || (number !== undefined && shortMonths.has(word))) ||
      /\d[./-]\d/.test(text);
    if (!oneDay) return false;
    if (weekday !== undefined && isoWeekday(first) !== weekday) return false;
    if (/\b\d{4}\b/.test(text)) return period.first === first;
    if (month) return period.first.slice(5) === first.slice(5) && distance(first, today) < 330;
    if (number !== undefined && weekday === undefined)
      return Number(first.slice(8)) === number && distance(first, today) < 62;
    if (number !== undefined) return Number(first.slice(8)) === number;
    if (words.some((word) => nextWords.has(word)))
      return period.first === first || (weekday !== undefined && first > today && distance(first, today) <= near.bare);
    if (period.past && first > today) return false;
    if (weekday !== undefined) return distance(first, today) <= (period.past ? near.last : near.bare);
    return period.first === first;
  }
  if (period.unit === 'part' || period.part !== undefined) {
    const [, month, day] = first.split('-').map(Number);
    const sameMonth =
      month === monthOf(period.first) || (period.unit !== 'part' && first <= period.last && last >= period.first);
    if (!sameMonth) return false;
    // "Der Start im Juli" is no part of July.
    if (part !== undefined || /^(?:start|begin)(?!\p{L})/u.test(text))
      return part === period.part || part === undefined;
    const [low, high] =
      period.part === 'early' ? [1, 12] : period.part === 'mid' ? [9, 22] : period.part === 'late' ? [19, 31] : [1, 31];
    return (oneDay || unit === 'week') && day! >= low && day! <= high;
  }
  if (period.unit === 'month') {
    const named = wordsOf(text).some(({ text: word }) => months.has(word));
    if (!named || /\d{4}/.test(text)) return first >= period.first && last <= period.last;
    return monthOf(first) === monthOf(period.first) && monthOf(last) === monthOf(first) && distance(first, today) < 330;
  }
  if (isSeasonUnit(period.unit)) return sameYearly(period, first, last) || (before && isShortlyBefore(period, last));
  // "Week 41" is read as the one to come, and may be the one just over.
  if (
    period.unit === 'week' &&
    /\d/.test(text) &&
    first >= addDays(period.first, -371) &&
    last <= addDays(period.last, -364)
  )
    return distance(first, today) < 60;
  if (period.unit === 'year') return yearOf(first) === yearOf(period.first);
  return first >= period.first && last <= period.last;
}

const isSeasonUnit = (unit: Period['unit']): boolean => unit === 'season' || unit === 'feast';
/** "Before Christmas": within some weeks of it. */
const isShortlyBefore = (period: Period, day: string): boolean => {
  const feast = `${day.slice(0, 4)}${period.first.slice(4)}`;
  return day < feast && distance(feast, day) < 50;
};
const sameYearly = (period: Period, first: string, last: string): boolean =>
  first.slice(5) >= period.first.slice(5) && last.slice(5) <= period.last.slice(5);
