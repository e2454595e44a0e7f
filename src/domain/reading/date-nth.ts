/** Days counted from another day or within a month: the first Monday in May · erste Maiwoche · a week on Friday · lundi en huit · the day after. */
import { addDays, addMonths, monthEnd, monthOf, nthWeekday, workingDayFrom, workingDayUpTo, yearOf } from './civil.ts';
import { monthAt } from './date-days.ts';
import { casualAt, weekdayAt } from './date-parts.ts';
import { relativeAt, thisUnit } from './date-units.ts';
import * as table from './date-words.ts';
import type { Word } from './fold.ts';
import { aDay, aPeriod, type DateContext, type Found, isNumber, skipArticles, wordAt } from './period.ts';

/** The first Monday in May, the second week of June, the last Friday of the month, erste Maihälfte, primera quincena de mayo. */
export function nthAt(words: readonly Word[], at: number, context: DateContext, original: string): Found | null {
  const one = wordAt(words, at);
  let next = at + 1;
  let nth = table.ordinals.get(one);
  if (nth === undefined && /^[1-5]$/.test(one) && /^(?:\.|st|nd|rd|th|er|ere|e|º|°|ª|a|o)$/.test(wordAt(words, next))) {
    nth = Number(one);
    next += 1;
  }
  if (nth === undefined) return null;
  const compound = /^(\p{L}+?)(woche|halfte)$/u.exec(wordAt(words, next));
  const named = compound ? (table.months.get(compound[1]!) ?? table.shortMonths.get(compound[1]!)) : undefined;
  if (compound && named !== undefined) {
    const year = yearOf(context.today) + (named < monthOf(context.today) ? 1 : 0);
    const month = `${year}-${String(named).padStart(2, '0')}-01`;
    return counted(compound[2] === 'woche' ? 'week' : 'half', nth, month, next - at + 1);
  }
  const word = wordAt(words, next);
  const weekday = table.weekdays.get(word);
  const half = /^(?:half|halfte|quincena|quinzaine|quinzena|moitie|mitad|meta|helft)$/.test(word);
  if (weekday === undefined && !half && table.units.get(word) !== 'week') return null;
  const inner = skipArticles(words, next + 1);
  if (inner === next + 1) return null;
  const month =
    monthAt(words, inner, context, original, true) ??
    relativeAt(words, inner, context) ??
    unitsOwn(words, next + 1, inner, context);
  if (month?.unit !== 'month') return null;
  return counted(weekday ?? (half ? 'half' : 'week'), nth, month.first, inner - at + month.length);
}

/** "Of the month", "du mois": the articles took the unit with them. */
function unitsOwn(words: readonly Word[], from: number, upTo: number, context: DateContext): Found | null {
  for (let at = from; at <= upTo; at++)
    if (table.units.get(wordAt(words, at)) === 'month')
      return { ...thisUnit('month', context.today, 0), length: at - upTo + 1 };
  return null;
}

function counted(what: number | 'week' | 'half', nth: number, month: string, length: number): Found | null {
  const [year, number] = [yearOf(month), monthOf(month)];
  if (what === 'half')
    return nth === 1
      ? aPeriod('month', month, `${month.slice(0, 8)}15`, length)
      : aPeriod('month', `${month.slice(0, 8)}16`, monthEnd(month), length);
  const weekday = what === 'week' ? 1 : what;
  const inMonth = [1, 2, 3, 4, 5]
    .map((n) => nthWeekday(year, number, weekday, n))
    .filter((day) => day <= monthEnd(month));
  const day = nth === -1 ? inMonth.at(-1) : inMonth[nth - 1];
  if (!day) return null;
  return what === 'week' ? aPeriod('week', day, addDays(day, 6), length) : aDay(day, length);
}

const dayNamed = (words: readonly Word[], at: number, context: DateContext): Found | null =>
  casualAt(words, at, context) ?? weekdayAt(words, at, context);

/** Days of "a week", "two weeks", "14 Tagen", "une semaine", as a distance between two days; null for other spans. */
function distanceAt(words: readonly Word[], at: number): { days: number; months: number; length: number } | null {
  const one = wordAt(words, at);
  const count = isNumber(one) && one.length < 3 ? Number(one) : table.numbers.get(one);
  if (count === undefined) return null;
  const unit = table.units.get(wordAt(words, at + 1));
  if (wordAt(words, at + 1) === 'fortnight') return { days: 14, months: 0, length: 2 };
  if (unit === 'week') return { days: 7 * count, months: 0, length: 2 };
  if (unit === 'day') return { days: count === 15 ? 14 : count === 8 ? 7 : count, months: 0, length: 2 };
  return unit === 'month' ? { days: 0, months: count, length: 2 } : null;
}

const shifted = (day: string, { days, months }: { days: number; months: number }): string =>
  months > 0 ? addMonths(day, months) : addDays(day, days);

/** A week on Friday · two weeks today · Montag in 14 Tagen · lundi en huit · maandag over een week · tomorrow week. */
export function shiftedAt(words: readonly Word[], at: number, context: DateContext): Found | null {
  const distance = distanceAt(words, at);
  if (distance) {
    let next = at + distance.length;
    if (/^(?:on|from|after|ab|vanaf|a|a-partir|vom)$/.test(wordAt(words, next))) next += 1;
    const day = dayNamed(words, next, context);
    if (
      !day ||
      day.past ||
      (next === at + distance.length &&
        !/^(?:monday|tuesday|wednesday|thursday|friday|today|tomorrow)$/.test(wordAt(words, next)))
    )
      return null;
    return aDay(shifted(day.first, distance), next - at + day.length);
  }
  const day = dayNamed(words, at, context);
  if (!day || day.past || day.unit !== 'day') return null;
  const next = at + day.length;
  const joint = wordAt(words, next);
  if (joint === 'en' && /^(?:huit|quinze)$/.test(wordAt(words, next + 1)))
    return aDay(addDays(day.first, wordAt(words, next + 1) === 'huit' ? 7 : 14), day.length + 2);
  if (joint === 'week' || joint === 'fortnight')
    return aDay(addDays(day.first, joint === 'week' ? 7 : 14), day.length + 1);
  if (!/^(?:in|over|dans|en|dentro|tra|fra|daqui)$/.test(joint)) return null;
  const from = next + (/^(?:de|a)$/.test(wordAt(words, next + 1)) ? 2 : 1);
  const later = distanceAt(words, from);
  return later && later.days % 7 === 0 ? aDay(shifted(day.first, later), from - at + later.length) : null;
}

const rest =
  /^(?:rest|remainder|reste|resto|restliche[nrs]?|ubrige[nrs]?|gesamte[nrs]?|all|most|throughout|whole|entire|ganze[nrs]?|toute?|tod[oa]|tutt[oa]|hele)$/;

/** The rest of the year · all of May · toute la semaine · für den Rest der Woche · le reste du mois · el resto del año: free again once it is over. */
export function restAt(words: readonly Word[], at: number, context: DateContext): Found | null {
  if (!rest.test(wordAt(words, at))) return null;
  const next = skipUnitArticles(words, at + 1);
  const whole = monthAt(words, next, context, '', true) ?? relativeAt(words, next, context);
  const unit = table.units.get(wordAt(words, next));
  const found = whole ?? (unit && unit !== 'hour' && unit !== 'day' ? thisUnit(unit, context.today, 0) : null);
  if (!found || found.past) return null;
  // In May "the rest of May" is the one that runs.
  const running = found.unit === 'month' && monthOf(found.first) === monthOf(context.today);
  const last = running ? monthEnd(context.today) : found.last;
  const after = workingDayFrom(addDays(last, 1));
  const length = next - at + (whole?.length ?? 1);
  return {
    unit: 'part',
    part: 'late',
    first: after,
    last: after,
    on: after,
    after,
    assumed: false,
    counted: true,
    length,
  };
}

/** The unit that runs now, named as what something happens in or ends with: im Laufe der Woche · before the week is out. */
export function runningAt(words: readonly Word[], at: number, context: DateContext): Found | null {
  const one = wordAt(words, at);
  if (
    /^(?:course|laufe|lauf|courant|largo|transcurso|corso|loop|curso|decorrer|during|dans|wahrend|innerhalb|within|inside)$/.test(
      one,
    )
  ) {
    const next = skipUnitArticles(words, at + 1);
    const word = wordAt(words, next);
    if (next === at + 1) return null;
    if (/^(?:journee|matinee|apres)$/.test(word)) return aDay(context.today, next - at + 1);
    const unit = table.units.get(word);
    // "Dans la semaine du 12" is another week.
    if (
      /^(?:du|de|del|of|der|des|vom|ab|prochaine?|suivante?|proxim[oa]|siguiente|que|next|\d+)$/.test(
        wordAt(words, next + 1),
      )
    )
      return null;
    if (!unit || unit === 'hour') return unit === 'hour' && one !== 'dans' ? aDay(context.today, next - at + 1) : null;
    return unit === 'day'
      ? aDay(context.today, next - at + 1)
      : { ...thisUnit(unit, context.today, 0), length: next - at + 1 };
  }
  const unit = table.units.get(one);
  if (unit !== 'week' && unit !== 'month' && unit !== 'quarter' && unit !== 'year') return null;
  const after = [1, 2, 3].map((ahead) => wordAt(words, at + ahead));
  const ends =
    /^(?:is|'|s|ist|est|se|ne)$/.test(after[0]!) &&
    after.some((word) => /^(?:out|over|up|done|through|um|rum|vorbei|termine|finie|acheve)$/.test(word));
  const ended =
    /^(?:ends?|acabe|acabar|termine|finalice|acaba|termina|endet|closes?|ended)$/.test(after[0]!) ||
    /^(?:acabe|termine|finalice|acaba|termina|acabar|terminar)$/.test(wordAt(words, at - 2));
  if (!ends && !ended) return null;
  const { first, last } = thisUnit(unit, context.today, 0);
  const end = workingDayUpTo(last);
  return { unit: 'part', part: 'late', first, last, on: end, assumed: false, length: 1 };
}

function skipUnitArticles(words: readonly Word[], at: number): number {
  let next = at;
  while (
    next < at + 4 &&
    /^(?:of|the|this|der|des|diese[rsmn]?|de|del|d|la|le|l|cette|ce|du|los|las|el|esta|este|da|do|desta|deste|della|del|di|van|deze|dit|een|-|')$/.test(
      wordAt(words, next),
    )
  )
    next += 1;
  return next;
}

/** "The day after", "le lendemain", "am Tag darauf", "al día siguiente": counted from the day named before it. */
export function dayAfterAt(words: readonly Word[], at: number): number {
  const said = words.slice(at, at + 4).map(({ text }) => text);
  const phrase = said.join(' ');
  const found =
    /^(?:day after(?! tomorrow)|(?:following|next) day|lendemain|jour suivant|jour d '|tags darauf|tag (?:darauf|danach|drauf)|(?:folgenden|nachsten|darauffolgenden) tag(?!e)|dia siguiente|dia despues|dia seguinte|giorno (?:dopo|seguente|successivo)|indomani|dag erna|dag daarna|daags (?:erna|daarna)|volgende dag)(?!\p{L})/u.exec(
      phrase,
    );
  return found ? found[0].split(' ').length : 0;
}

export const nextDay = (day: string, length: number): Found => {
  const date = addDays(day, 1);
  return { ...aDay(date, length), counted: true };
};
