/** Weekdays, calendar weeks, tomorrow and its kin, and parts of a month, quarter or year. */
import {
  addDays,
  addWorkingDays,
  agreeing,
  isoWeekday,
  isoWeekStart,
  monthEnd,
  monthStart,
  weekStart,
  workingDayFrom,
  workingDayUpTo,
  yearOf,
} from './civil.ts';
import { dayMonthAt, dayNumberAt, monthAt, numericAt, yearAt } from './date-days.ts';
import { quarterAt, relativeAt, seasonAt, thisUnit } from './date-units.ts';
import * as table from './date-words.ts';
import type { Word } from './fold.ts';
import { aDay, aPeriod, type DateContext, type Found, isNumber, skipArticles, wordAt } from './period.ts';

const casual = new Map([
  ['today', 0],
  ['heute', 0],
  ['aujourd', 0],
  ['hoy', 0],
  ['hoje', 0],
  ['oggi', 0],
  ['vandaag', 0],
  ['tonight', 0],
  ['tonite', 0],
  ['cob', 0],
  ['eod', 0],
  ['tomorrow', 1],
  ['morgen', 1],
  ['demain', 1],
  ['manana', 1],
  ['amanha', 1],
  ['domani', 1],
  ['tmrw', 1],
  ['tmr', 1],
  ['mittags', 0],
  ['ubermorgen', 2],
  ['overmorgen', 2],
  ['dopodomani', 2],
  ['ratito', 0],
]);

const theseWords = new Set('this diesen ce cet esta heute questa questo vanavond'.split(' '));
const withinWords = new Set('in dans a over within'.split(' '));
const weekends = new Set('weekend wochenende finde fds'.split(' '));

/** Tomorrow · übermorgen · après-demain · this afternoon · ce soir · esta noche · weekend. */
export function casualAt(words: readonly Word[], at: number, { today }: DateContext): Found | null {
  const one = wordAt(words, at);
  const two = wordAt(words, at + 1);
  if (
    theseWords.has(one) &&
    // "Ce sera" is no Italian evening.
    !(two === 'sera' && one !== 'questa') &&
    /^(?:afternoon|arvo|evening|morning|lunchtime|nachmittag|abend|mittag|soir|midi|matin|apres|noche|tarde|manana|mediodia|sera|pomeriggio)$/.test(
      two,
    )
  )
    return aDay(today, 2);
  if (
    withinWords.has(one) &&
    /^(?:the|la|lo|an|a|einer|une|five|ten)$/.test(two) &&
    /^(?:hour|minute|journee|stunde|heure)s?$/.test(wordAt(words, at + 2))
  )
    return aDay(today, 3);
  if (one === 'day' && two === 'after' && wordAt(words, at + 2) === 'tomorrow')
    return aDay(addWorkingDays(today, 2), 3);
  if (one === 'apres' || one === 'pasado' || one === 'depois') {
    const gap = two === '-' || two === 'de' ? 2 : 1;
    if (/^(?:demain|manana|amanha)$/.test(wordAt(words, at + gap))) return aDay(addWorkingDays(today, 2), gap + 1);
    return null;
  }
  if (
    weekends.has(one) ||
    (one === 'week' && two === '-' && wordAt(words, at + 2) === 'end') ||
    (one === 'fin' && two === 'de' && wordAt(words, at + 2) === 'semana')
  ) {
    const saturday = addDays(weekStart(today), isoWeekday(today) > 5 ? 12 : 5);
    return { ...aDay(saturday, one === 'week' || one === 'fin' ? 3 : 1), unit: 'weekend', last: addDays(saturday, 1) };
  }
  const days = casual.get(one);
  if (days === undefined) return null;
  // "Guten Morgen", "la mañana", "am Morgen" greet or tell the time.
  if (/^(?:morgen|manana)$/.test(one) && /^(?:guten|goede|la|am|heute|jeden|por|de|esta)$/.test(wordAt(words, at - 1)))
    return null;
  return aDay(addDays(today, days), one === 'aujourd' ? 1 + restOfToday(two, wordAt(words, at + 2)) : 1);
}

/** Words of "aujourd'hui" after its first: whoever types in haste leaves out the mark, and a line may end anywhere. */
const restOfToday = (two: string, three: string): number => {
  if (two === 'hui') return 1;
  return two === "'" ? (three === 'hui' ? 2 : 1) : 0;
};

/** "Montagnachmittag". */
const partOfDay = /(?:nachmittag|vormittag|mittag|morgen|abend|fruh)$/;

const shortNames = new Set('mon tue wed thu fri tues thurs'.split(' '));

/** Other languages have words like these ("mon frère"): alone they need company. */
function inCompany(words: readonly Word[], at: number): boolean {
  if (at > 0) return /^(?:on|by|until|till|til|from|before|after|or|and|for|to|,|-|\()$/.test(wordAt(words, at - 1));
  const after = wordAt(words, 1);
  return (
    wordAt(words, 0) !== 'mon' ||
    !/^\p{L}{3}/u.test(after) ||
    /^(?:and|works?|would|morning|afternoon|next|till|until|suits?)$/.test(after)
  );
}

/** Monday · next Tuesday · lundi prochain · Montag in einer Woche · Wednesday week. */
export function weekdayAt(words: readonly Word[], at: number, context: DateContext): Found | null {
  const one = wordAt(words, at);
  const next = table.nextWords.has(one);
  const current = table.thisWords.has(one);
  // "Mardi passe" is over; "il passe mardi" is to come.
  const last = table.lastWords.has(one) && !one.startsWith('passe');
  const dayAt = next || current || last ? at + 1 : at;
  const name = wordAt(words, dayAt);
  const weekday =
    table.weekdays.get(name) ?? (name.length > 6 ? table.weekdays.get(name.replace(partOfDay, '')) : undefined);
  if (weekday === undefined) return null;
  // Portuguese counts its weekdays: "segunda" alone is "second".
  if (
    /^(?:segunda|terca|quarta|quinta|sexta)$/.test(name) &&
    wordAt(words, dayAt + 2) !== 'feira' &&
    !(
      /^(?:terca|quarta|quinta|sexta)$/.test(name) &&
      /^(?:na|ate|nesta|esta|proxima|desde|para)$/.test(wordAt(words, dayAt - 1)) &&
      !table.units.has(wordAt(words, dayAt + 1))
    )
  )
    return null;
  let length = dayAt - at + (wordAt(words, dayAt + 2) === 'feira' ? 3 : 1);
  if (shortNames.has(name) && !next && !current && !inCompany(words, at)) return null;
  if (/^(?:mon|tue|wed|thu|fri)$/.test(name) && wordAt(words, dayAt + 1) === '.') length += 1;
  const today = context.today;
  // "Montag, den 4. Mai": the weekday only goes with its date.
  let dated = at + length;
  while (dated < at + length + 3 && /^(?:,|den|dem|the|le|el|il|dia|de|o|a)$/.test(wordAt(words, dated))) dated += 1;
  const date0 = numericAt(words, dated, context) ?? dayMonthAt(words, dated, context);
  if (date0) return { ...date0, length: dated - at + date0.length };
  let date = addDays(today, ((weekday - isoWeekday(today) + 6) % 7) + 1);
  const after = wordAt(words, at + length);
  const afterThat = wordAt(words, at + length + 1);
  if (last || /^(?:dernier|pasado|passe|passado|scorso)$/.test(after))
    return { ...aDay(addDays(date, -7), length), past: true };
  if (
    (next && !(one === 'coming' || one === 'kommenden' || one === 'komende' || one === 'aanstaande')) ||
    /^(?:prochain|proximo|prossimo|next)$/.test(after) ||
    (after === 'que' && afterThat === 'viene')
  ) {
    date = addDays(weekStart(today), 6 + weekday);
    if (!next) length += after === 'que' ? 2 : 1;
  } else if (after === 'en' && /^(?:huit|quinze)$/.test(afterThat)) {
    date = addDays(date, afterThat === 'huit' ? 7 : 14);
    length += 2;
  } else if (after === 'week') {
    date = addDays(date, 7);
    length += 1;
  } else if (
    after === 'in' &&
    /^(?:einer|a|1)$/.test(afterThat) &&
    /^(?:woche|week)$/.test(wordAt(words, at + length + 2))
  ) {
    date = addDays(date, 7);
    length += 3;
  } else {
    // "Monday next week", "nächste Woche Dienstag".
    const relative = relativeAt(words, at + length, context);
    if (relative?.unit === 'week') {
      date = addDays(relative.first, weekday - 1);
      length += relative.length;
    }
  }
  // "Monday 20th", "mercredi 28": the number is the day of a month in which the two agree.
  let numberAt = at + length;
  while (numberAt < at + length + 3 && /^(?:,|the|den|dem|le|el|il|o|dia)$/.test(wordAt(words, numberAt)))
    numberAt += 1;
  const numbered = dayNumberAt(words, numberAt, context, true);
  // "Monday 8 & 9:30", "Friday 9 and 10": hours, where the next such day is most of a year ahead.
  const agreed =
    numbered &&
    agreeing(
      weekday,
      Number(wordAt(words, numberAt)),
      today,
      numbered.length > 1 || (numberAt > at + length && wordAt(words, numberAt - 1) !== ',') ? 12 : 2,
    );
  if (agreed) return aDay(agreed, numberAt - at + numbered.length);
  return aDay(date, length);
}

function isoWeek(week: number, { today }: DateContext, length: number): Found | null {
  if (week < 1 || week > 53) return null;
  let first = isoWeekStart(yearOf(today), week);
  if (addDays(first, 6) < today) first = isoWeekStart(yearOf(today) + 1, week);
  return aPeriod('week', first, addDays(first, 6), length);
}

/** The week of a day: "week of 13 April", "w/c 13th". */
function weekOf(words: readonly Word[], inner: number, at: number, context: DateContext): Found | null {
  const day =
    numericAt(words, inner, context) ?? dayMonthAt(words, inner, context) ?? dayNumberAt(words, inner, context, true);
  if (!day) return null;
  // "W/c 12th": a week is named by its Monday where there is one so numbered.
  const bare = isNumber(wordAt(words, inner)) && day.length < 3;
  const monday = bare ? agreeing(1, Number(wordAt(words, inner)), context.today, 2) : null;
  const first = monday ?? weekStart(day.first);
  return aPeriod('week', first, addDays(first, 6), inner - at + day.length);
}

/** KW 3 · week 5 · semaine 17 · week of 13 April · the week after next. */
export function weekAt(words: readonly Word[], at: number, context: DateContext): Found | null {
  const one = wordAt(words, at);
  const wc =
    one === 'wc' ? 1 : one === 'w' && wordAt(words, at + 1) === '/' && /^[cb]$/.test(wordAt(words, at + 2)) ? 3 : 0;
  if (wc > 0) {
    const found = weekOf(words, skipArticles(words, at + wc), at, context);
    if (found) return found;
  }
  // "S42", "in der 42. KW".
  if (
    one === 's' &&
    /^\d\d$/.test(wordAt(words, at + 1)) &&
    words[at + 1]!.start === words[at]!.end &&
    /^(?:en|la|semaine|ici|fin|debut|avant|des)$/.test(wordAt(words, at - 1))
  )
    return isoWeek(Number(wordAt(words, at + 1)), context, 2);
  if (isNumber(one) && /^[.°]$/.test(wordAt(words, at + 1)) && /^(?:kw|kalenderwoche)$/.test(wordAt(words, at + 2)))
    return isoWeek(Number(one), context, 3);
  if (one === 'kw' || one === 'kalenderwoche' || table.units.get(one) === 'week') {
    const next = at + (/^[.°]$/.test(wordAt(words, at + 1)) ? 2 : 1);
    const week = Number(wordAt(words, next));
    if (isNumber(wordAt(words, next)) && one !== 'weeks') {
      const found = isoWeek(week, context, next - at + 1);
      if (found) return found;
    }
    if (
      /^(?:after|following|of|del|du|de|vom|ab|der|starting|commencing|beginning|van|dal)$/.test(wordAt(words, at + 1))
    ) {
      const found = weekOf(words, skipArticles(words, at + 2), at, context);
      if (found) return found;
    }
  }
  if (one === 'ubernachste' || one === 'ubernachsten') {
    const unit = table.units.get(wordAt(words, at + 1));
    if (unit) return { ...thisUnit(unit, context.today, 2), length: 2 };
  }
  return null;
}

const compoundParts = new Map<string, [table.Part, table.Unit]>([
  ['monatsende', ['late', 'month']],
  ['monatsanfang', ['early', 'month']],
  ['monatsmitte', ['mid', 'month']],
  ['quartalsende', ['late', 'quarter']],
  ['jahresende', ['late', 'year']],
  ['jahresanfang', ['early', 'year']],
  ['jahresmitte', ['mid', 'year']],
  ['monatsletzten', ['late', 'month']],
  ['monatsletzter', ['late', 'month']],
  ['eom', ['late', 'month']],
  ['eoy', ['late', 'year']],
  ['eow', ['late', 'week']],
  ['wochenmitte', ['mid', 'week']],
  ['finmes', ['late', 'month']],
]);

/** "Early May", "Mitte des Monats", "fin juin", "the end of next week", "Monatsende Mai". */
export function partAt(words: readonly Word[], at: number, context: DateContext, original: string): Found | null {
  const one = wordAt(words, at);
  const compound = compoundParts.get(one);
  if (compound) {
    const month = table.months.get(wordAt(words, at + 1));
    const whole = month ? monthAt(words, at + 1, context, original, true) : null;
    return partOf(compound[0], whole ?? thisUnit(compound[1], context.today, 0), 1 + (whole?.length ?? 0));
  }
  const unitEnd = table.units.get(one);
  if (unitEnd && unitEnd !== 'hour' && unitEnd !== 'day') {
    const gap = wordAt(words, at + 1) === '-' ? 2 : wordAt(words, at + 1) === "'" ? 3 : 1;
    if (wordAt(words, at + gap) === 'end' && unitEnd !== 'week')
      return partOf('late', thisUnit(unitEnd, context.today, 0), gap + 1);
  }
  // "Later this week", "half oktober" and "op de helft" of nothing else.
  if (one === 'later' && table.thisWords.has(wordAt(words, at + 1))) {
    const unit = table.units.get(wordAt(words, at + 2));
    return unit && unit !== 'day' && unit !== 'hour' ? partOf('late', thisUnit(unit, context.today, 0), 3) : null;
  }
  const part = one === 'half' && table.months.has(wordAt(words, at + 1)) ? 'mid' : table.parts.get(one);
  if (!part) return null;
  const next = skipArticles(words, at + 1);
  const whole =
    relativeAt(words, next, context) ??
    quarterAt(words, next, context) ??
    monthAt(words, next, context, original, true) ??
    seasonAt(words, next, context) ??
    yearAt(words, next, context, true);
  if (whole) return partOf(part, whole, next - at + whole.length);
  // "End of the month", "fin de mes": the articles were the unit's own.
  for (let unitAt = at + 1; unitAt <= next; unitAt++) {
    const unit = table.units.get(wordAt(words, unitAt));
    if (unit === 'hour' || unit === undefined) continue;
    // "Mi dia due settimane" is Italian, and no middle of a day.
    if (unit === 'day') return one === 'mi' ? null : aDay(context.today, unitAt - at + 1);
    if (unitAt === at + 1 && !/^(?:eind|fin|final|finales|monats)/.test(one)) continue;
    return partOf(part, thisUnit(unit, context.today, 0), unitAt - at + 1);
  }
  return null;
}

function partOf(part: table.Part, whole: Omit<Found, 'length'>, length: number): Found {
  const { first, last, unit } = whole;
  if (unit === 'week' || unit === 'day') {
    if (part !== 'late') return { ...whole, length };
    const friday = workingDayUpTo(last);
    return { ...whole, first: friday, last, on: friday, length };
  }
  const month = monthStart(first);
  const end = workingDayUpTo(unit === 'season' ? monthEnd(first) : last);
  const late: Found = { unit: 'part', part, first: end, last, on: end, assumed: true, length };
  if (part === 'late' || part === 'sometime') return late;
  if (unit === 'month') {
    const day = `${month.slice(0, 8)}${part === 'early' ? '10' : '15'}`;
    return { ...late, first: part === 'early' ? first : day, last: day, on: workingDayFrom(day) };
  }
  if (part === 'early') {
    const day = workingDayUpTo(monthEnd(first));
    return { ...late, first, last: day, on: day };
  }
  const middle = addDays(first, Math.floor((Date.parse(last) - Date.parse(first)) / 2 / 86_400_000));
  return { ...late, first: middle, last: middle, on: workingDayFrom(middle) };
}
