/** Days and months written out: 12.1. · 4/20 · 12 March · March 12th · the 12th · in May. */
import { addDays, civil, daysIn, monthEnd, monthOf, monthStart, workingDayFrom, yearOf } from './civil.ts';
import { relativeAt } from './date-units.ts';
import * as table from './date-words.ts';
import type { Word } from './fold.ts';
import { aDay, aPeriod, type DateContext, type Found, isNumber, wordAt } from './period.ts';

/** Beyond this a number is no slip of somebody who meant a day. */
const slips = 39;

/** The next such day after the mail was sent; a day that cannot be is read as the end of its month, and said to be unclear. */
function dayIn(month: number, day: number, year: number | null, context: DateContext, length: number): Found | null {
  if (month < 1 || month > 12 || day < 1 || day > slips) return null;
  let named = year ?? yearOf(context.today);
  if (
    year === null &&
    (civil(named, month, day) ?? monthEnd(`${named}-${String(month).padStart(2, '0')}-01`)) < context.today
  )
    named += 1;
  if (named < 1990 || named > 2100) return null;
  const date = civil(named, month, day);
  if (date) return aDay(date, length);
  const end = civil(named, month, daysIn(named, month))!;
  return { ...aDay(end, length), on: workingDayFrom(addDays(end, 1)), assumed: true, unclear: true };
}

const yearFrom = (text: string): number | null =>
  /^\d{4}$/.test(text) ? Number(text) : /^\d{2}$/.test(text) ? 2000 + Number(text) : null;

/** 12.1. · 12.1.2027 · 4/20 · 23/02/2026 · 2026-10-12. */
export function numericAt(words: readonly Word[], at: number, context: DateContext): Found | null {
  const one = wordAt(words, at);
  if (!isNumber(one)) return null;
  const [mark, other] = [wordAt(words, at + 1), wordAt(words, at + 2)];
  if (!isNumber(other) || !/^[./-]$/.test(mark)) return null;
  const close = (from: number, to: number) => words[to]!.start - words[from]!.end <= 1;
  if (!close(at, at + 1) || !close(at + 1, at + 2)) return null;
  const again = wordAt(words, at + 3) === mark && words[at + 4] && close(at + 2, at + 4 - 1) && close(at + 3, at + 4);
  const third = again ? wordAt(words, at + 4) : '';
  if (one.length === 4) return isNumber(third) ? dayIn(Number(other), Number(third), Number(one), context, 5) : null;
  // "9-10" is most often a stretch of something; "op 14-10" is a day.
  if (mark === '-' && !isNumber(third) && !/^(?:op|m|vanaf|tot|na|voor|el|le|il|dal|dia)$/.test(wordAt(words, at - 1)))
    return null;
  const year = isNumber(third) ? yearFrom(third) : null;
  const length = year !== null ? 5 : mark === '.' && wordAt(words, at + 3) === '.' ? 4 : 3;
  // "4.20" is a price, "3.5" a size: without a year a dot must follow, as it does in German dates.
  if (
    year === null &&
    mark === '.' &&
    length !== 4 &&
    !/^(?:am|vom|bis|ab|vor|nach|zum|dem|den|le|el|il)$/.test(wordAt(words, at - 1))
  )
    return null;
  if (one.length > 2 || other.length > 2) return null;
  const [day, month] =
    mark === '/' && context.monthFirst && Number(one) <= 12
      ? [Number(other), Number(one)]
      : [Number(one), Number(other)];
  if (Math.max(day, month) > 31 && year === null) return null;
  return dayIn(month, day, year, context, length) ?? dayIn(day, month, year, context, length);
}

const monthNamed = (text: string): number | undefined => table.months.get(text) ?? table.shortMonths.get(text);

/** "12 March", "12th of March 2027", "1 de septiembre", "8. Mai", "March 12th". */
export function dayMonthAt(words: readonly Word[], at: number, context: DateContext): Found | null {
  const yearAfter = (next: number): { year: number | null; next: number } => {
    const skip = /^(?:,|de|del)$/.test(wordAt(words, next)) ? 1 : wordAt(words, next) === '.' ? 1 : 0;
    const text = wordAt(words, next + skip);
    return /^20\d\d$/.test(text) ? { year: Number(text), next: next + skip + 1 } : { year: null, next };
  };
  const one = wordAt(words, at);
  if (isNumber(one) && one.length < 3) {
    let next = at + 1;
    if (/^(?:st|nd|rd|th|er|ter|te|e|\.|º|°|ª)$/.test(wordAt(words, next))) next += 1;
    if (/^(?:of|de|di|d|-)$/.test(wordAt(words, next))) next += wordAt(words, next + 1) === "'" ? 2 : 1;
    const month = monthNamed(wordAt(words, next));
    if (month === undefined) return null;
    const { year, next: end } = yearAfter(next + 1);
    return dayIn(month, Number(one), year, context, end - at);
  }
  const month = monthNamed(one);
  const day = wordAt(words, at + (wordAt(words, at + 1) === '.' ? 2 : 1));
  if (month === undefined || !isNumber(day) || day.length > 2 || Number(day) > 31) return null;
  let next = at + (wordAt(words, at + 1) === '.' ? 3 : 2);
  if (/^(?:st|nd|rd|th)$/.test(wordAt(words, next))) next += 1;
  // "10 May 11:00": a time is no day.
  if (wordAt(words, next) === ':' || /^(?:h|uhr|am|pm)$/.test(wordAt(words, next))) return null;
  const { year, next: end } = yearAfter(next);
  return dayIn(month, Number(day), year, context, end - at);
}

const leads =
  /^(?:in|im|until|till|til|by|before|after|from|for|during|of|since|next|this|last|early|mid|late|en|de|a|bis|ab|vor|nach|jusqu|des|des|of|through|around|d|l|em|ate|tot|vanaf|in|wieder|erst|y|and|und|et|or|oder)$/;

export function monthAt(
  words: readonly Word[],
  at: number,
  context: DateContext,
  original: string,
  company = false,
): Found | null {
  const one = wordAt(words, at);
  const month = table.months.get(one);
  if (month === undefined) return null;
  const before = wordAt(words, at - 1);
  const next = wordAt(words, at + 1);
  if (
    table.doubtfulMonths.has(one) &&
    !company &&
    !leads.test(before) &&
    !(before === "'" && leads.test(wordAt(words, at - 2)))
  ) {
    const letter = original[words[at]!.start] ?? '';
    const proper = letter !== letter.toLowerCase();
    if (one === 'may' || one === 'march') {
      if (!proper || /^(?:i|we|you|he|she|they|it|not|be)$/.test(next)) return null;
    } else if (one === 'mei' || one === 'marco') return null;
    // Italian for "never".
    if (one === 'mai' && next === 'piu') return null;
  }
  let year = yearOf(context.today);
  let length = 1;
  let past = false;
  const skip = /^(?:,|de|del)$/.test(next) ? 2 : 1;
  if (/^20\d\d$/.test(wordAt(words, at + skip))) {
    year = Number(wordAt(words, at + skip));
    length = skip + 1;
  } else {
    const still = [1, 2, 3].some((back) =>
      /^(?:noch|still|encore|todavia|aun|ancora|ainda|nog)$/.test(wordAt(words, at - back)),
    );
    if (month < monthOf(context.today) || (month === monthOf(context.today) && !company && !still)) year += 1;
    if (table.lastWords.has(before) && !/^(?:pasad[oa]|passe|passad[oa]|past)$/.test(before))
      [past, year] = [true, year - 1];
    const relative = relativeAt(words, at + skip, context);
    if (relative?.unit === 'year') [year, length] = [yearOf(relative.first), skip + relative.length];
  }
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return { ...aPeriod('month', first, monthEnd(first), length), ...(past ? { past } : {}) };
}

const leadsToYear = new Set([
  '',
  ',',
  ...'in until till til before after from by bis vor nach ab avant apres en hasta antes de tot im of erst fruhestens nicht not wieder jahr jahre jahres year annee ano anno jaar para em ate fino prima prior dopo depois voor vanaf pas ici nel dal al du desde since through beyond past the for fur pour'.split(
    ' ',
  ),
]);

export function yearAt(words: readonly Word[], at: number, { today }: DateContext, company = false): Found | null {
  const one = wordAt(words, at);
  if (!isNumber(one) || !/^20[2-4]\d$/.test(one) || Number(one) < yearOf(today)) return null;
  if (!company && !leadsToYear.has(wordAt(words, at - 1))) return null;
  return aPeriod('year', `${one}-01-01`, `${one}-12-31`, 1);
}

/** "The 12th", "am 20.", "le 12", "el 28": the next such day. Needs an ordinal or a word before it, and no noun after it. */
export function dayNumberAt(words: readonly Word[], at: number, context: DateContext, company = false): Found | null {
  const one = wordAt(words, at);
  if (!isNumber(one) || one.length > 2) return null;
  const day = Number(one);
  if (day < 1 || day > 31) return null;
  const next = wordAt(words, at + 1);
  const adjacent = words[at + 1] !== undefined && words[at + 1]!.start === words[at]!.end;
  const ordinal =
    adjacent &&
    (/^(?:st|nd|rd|th)$/.test(next) ||
      (next === 'er' && day === 1) ||
      (/^(?:e|ste|de)$/.test(next) && wordAt(words, at - 1) === 'de'));
  const dotted = adjacent && next === '.';
  const before = wordAt(words, at - 1);
  const led =
    /^(?:le|au|du|el|al|del|dia|am|zum|den|dem|vom|bis|il|den|de|op|tot)$/.test(before) || (before === '.' && false);
  const german = dotted && /^(?:am|zum|bis|ab|vor|nach|dem|den|der|vom|seit|und)$/.test(before);
  const romance = /^(?:le|au|du|el|al|del|dia|il|hasta)$/.test(before);
  const dutch = /^(?:op|tot)$/.test(before);
  const after = wordAt(words, at + 1 + (dotted || ordinal ? 1 : 0));
  if (
    /^(?:h|:|%|€|euro|euros|uhr|am|pm|ish|heures|horas|mm|cm|m|kg|stuck|\/|st|x|o)$/.test(after) &&
    !(after === 'am' && german)
  )
    return null;
  if (!company && !ordinal && !german && !(romance && led) && !dutch) return null;
  if (ordinal && /^(?:floor|street|avenue|century|edition|time|anniversary|place|birthday)$/.test(after)) return null;
  // "Le 40 sacs", "las 2 cajas": a plain word after the number is what is counted.
  if (!ordinal && !dotted && !company && /^\p{L}{4,}$/u.test(after) && !romanceFollowers.test(after)) return null;
  const start = `${context.today.slice(0, 8)}${String(day).padStart(2, '0')}`;
  let date = civil(yearOf(context.today), monthOf(context.today), day);
  if (date === null || start <= context.today) {
    for (let ahead = 1; ahead <= 3; ahead++) {
      const month = monthStart(context.today, ahead);
      date = civil(yearOf(month), monthOf(month), day);
      if (date) break;
    }
  }
  return date ? aDay(date, 1 + (ordinal || dotted ? 1 : 0)) : null;
}

const romanceFollowers =
  /^(?:pour|avec|donc|mais|sans|faute|merci|compris|inclus|inclusive|porque|pero|para|como|juste|avant|apres|prochain|proximo|matin|soir|tarde|hasta|entonces|cuando|quand|afin|avance|puis|vous|nous|estare|estoy|ruego|favor)$/;
