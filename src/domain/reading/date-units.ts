/** Weeks, months, quarters, halves, years, seasons and spans, counted from the day of the mail. */
import {
  addDays,
  addMonths,
  addWorkingDays,
  monthEnd,
  monthOf,
  monthStart,
  weekStart,
  workingDayFrom,
  workingDayUpTo,
  yearOf,
} from './civil.ts';
import { fiscal, fiscalAt } from './date-fiscal.ts';
import * as table from './date-words.ts';
import { feastAt } from './feasts.ts';
import type { Word } from './fold.ts';
import { aDay, aPeriod, type DateContext, type Found, isNumber, skipArticles, wordAt } from './period.ts';

/** The week, month, quarter, half or year so many after that of `today`. */
export function thisUnit(unit: table.Unit, today: string, ahead: number): Omit<Found, 'length'> {
  const spread = (first: string, last: string) => aPeriod(unit, first, last, 1);
  if (unit === 'day' || unit === 'hour') return aDay(addDays(today, ahead), 1);
  if (unit === 'week') {
    const first = addDays(weekStart(today), 7 * ahead);
    return spread(first, addDays(first, 6));
  }
  const length = { month: 1, quarter: 3, half: 6, year: 12 }[unit];
  const start = Math.floor((monthOf(today) - 1) / length) * length + 1;
  const first = monthStart(`${today.slice(0, 5)}${String(start).padStart(2, '0')}-01`, ahead * length);
  return spread(first, monthEnd(first, length - 1));
}

/** "Next week on Monday", "nächste Woche Dienstag": the day counts. */
export function weekWithDay(words: readonly Word[], at: number, context: DateContext): Found | null {
  const found = relativeAt(words, at, context);
  if (found?.unit !== 'week' || found.past) return found;
  let next = at + found.length;
  while (next < at + found.length + 2 && /^(?:on|am|,|le|el)$/.test(wordAt(words, next))) next += 1;
  const weekday = table.weekdays.get(wordAt(words, next));
  return weekday ? aDay(addDays(found.first, weekday - 1), next - at + 1) : found;
}

const ofBooks = new Set(
  'fiscal geschaftsjahr geschaftsjahres haushaltsjahr haushaltsjahres wirtschaftsjahr wirtschaftsjahres budgetjahr exercice ejercicio esercizio exercicio boekjaar'.split(
    ' ',
  ),
);

/** Next week · diese Woche · la semaine prochaine · el mes que viene · next year. */
export function relativeAt(words: readonly Word[], at: number, context: DateContext): Found | null {
  const one = wordAt(words, at);
  const two = wordAt(words, at + 1);
  if (one === 'heuer') return { ...thisUnit('year', context.today, 0), length: 1 };
  const unit = table.units.get(two);
  const own = table.units.get(one);
  if (unit && unit !== 'hour' && unit !== 'day') {
    // Whose fiscal year begins when is seldom known: any other date counts before it.
    if (ofBooks.has(two)) {
      if (fiscalAt(words, at + 1)) return null;
      if (table.nextWords.has(one) || /^ne(?:w|ue[nrs]?)$/.test(one))
        return { ...thisUnit('year', context.today, 1), length: 2, weak: true };
    }
    if (table.nextWords.has(one)) {
      const afterNext = one === 'next' && wordAt(words, at - 1) === 'after' && wordAt(words, at - 2) === two;
      return { ...thisUnit(unit, context.today, afterNext ? 2 : 1), length: 2 };
    }
    if (one === 'ultimo' || one === 'ultima') return null;
    if (table.thisWords.has(one)) {
      // "This same week", "ce mois-ci" and its kin are the same.
      return { ...thisUnit(unit, context.today, 0), length: 2 };
    }
    if (table.lastWords.has(one)) return { ...thisUnit(unit, context.today, -1), length: 2, past: true };
    if (/^(?:new|neues|neuen|nouvelle|nuevo)$/.test(one) && unit === 'year' && two !== 'fiscal')
      return newYear(context, 2);
  }
  if (
    (table.nextWords.has(one) || one === 'new') &&
    /^(?:financial|budget|accounting)$/.test(two) &&
    wordAt(words, at + 2) === 'year'
  )
    return { ...thisUnit('year', context.today, 1), length: 3, weak: true };
  if (table.thisWords.has(one) && /^(?:misma|mismo|meme|same)$/.test(two)) {
    const unit = table.units.get(wordAt(words, at + 2));
    if (unit) return { ...thisUnit(unit, context.today, 0), length: 3 };
  }
  if (own && own !== 'hour' && own !== 'day') {
    if (
      /^(?:prochain|prochaine|proximo|proxima|siguiente|suivant|suivante|prossimo|prossima|entrante|seguinte)$/.test(
        two,
      )
    )
      return { ...thisUnit(own, context.today, 1), length: 2 };
    if (/^(?:que|qui|che)$/.test(two) && /^(?:viene|vient|vem|entra|entre|sigue|viene)$/.test(wordAt(words, at + 2)))
      return { ...thisUnit(own, context.today, 1), length: 3 };
    if (/^(?:dernier|derniere|pasado|pasada|passe|passee|scorso|scorsa|passada)$/.test(two))
      return { ...thisUnit(own, context.today, -1), length: 2, past: true };
    if (own === 'week' && two === 'after' && wordAt(words, at + 2) === 'next')
      return { ...thisUnit('week', context.today, 2), length: 3 };
    if (own === 'year' && /^(?:nuevo|novo|nuovo)$/.test(two)) return newYear(context, 2);
  }
  return null;
}

const newYear = ({ today }: DateContext, length: number): Found => {
  const first = `${yearOf(today) + 1}-01-01`;
  const day = workingDayFrom(`${yearOf(today) + 1}-01-07`);
  return { unit: 'feast', first, last: first, on: day, after: day, assumed: true, length };
};

const halfOfYear = (words: readonly Word[], at: number, next: number): boolean =>
  wordAt(words, next) === 'of' ||
  /^(?:|[,;.(]|in|until|till|til|before|by|after|during|for|from|not|of|our|your|is|this|next)$/.test(
    wordAt(words, wordAt(words, at - 1) === 'the' ? at - 2 : at - 1),
  );

/** Q3 · Q1 2027 · third quarter · 2. Quartal · second half of the year · zweites Halbjahr. */
export function quarterAt(words: readonly Word[], at: number, context: DateContext): Found | null {
  const one = wordAt(words, at);
  let nth = 0;
  let unit: 'quarter' | 'half' = 'quarter';
  let next = at;
  if (
    (one === 'q' || one === 't' || one === 'h') &&
    /^[1-4]$/.test(wordAt(words, at + 1)) &&
    words[at + 1]!.start - words[at]!.end <= (one === 'q' ? 1 : 0)
  ) {
    nth = Number(wordAt(words, at + 1));
    unit = one === 'h' ? 'half' : 'quarter';
    next = at + 2;
    if (unit === 'half' && nth > 2) return null;
  } else {
    const number = isNumber(one) ? Number(one) : table.ordinals.get(one);
    let unitAt = at + 1;
    if (isNumber(one))
      while (unitAt < at + 3 && /^(?:\.|er|e|eme|nd|rd|th|st|o|º)$/.test(wordAt(words, unitAt))) unitAt += 1;
    const named = table.units.get(wordAt(words, unitAt));
    if (
      number === undefined ||
      (named !== 'quarter' && named !== 'half') ||
      (isNumber(one) && unitAt === at + 1 && number > 2)
    )
      return null;
    if (isNumber(one) && unitAt === at + 1) return null;
    unit = named;
    nth = number === -1 ? (unit === 'half' ? 2 : 4) : number;
    // "Last quarter" is over, "im letzten Quartal" is yet to come.
    if (one === 'last' || (/^(?:dernier|ultimo)$/.test(one) && !/^(?:au|al|el|del)$/.test(wordAt(words, at - 1))))
      return null;
    next = unitAt + 1;
  }
  // "We'll pay the first half": of a sum, unless something leads to it or a year follows.
  if (unit === 'half' && wordAt(words, next - 1) === 'half' && !halfOfYear(words, at, next)) return null;
  const size = unit === 'quarter' ? 3 : 6;
  if (nth < 1 || nth > 12 / size) return null;
  let year: number | null = null;
  let end = next;
  const inner = skipArticles(words, next);
  const ofBooks = fiscalAt(words, inner);
  if (ofBooks?.unit === 'year')
    return fiscal(unit, monthStart(ofBooks.first, (nth - 1) * size), inner - at + ofBooks.length);
  if (/^20\d\d$/.test(wordAt(words, inner))) [year, end] = [Number(wordAt(words, inner)), inner + 1];
  else {
    const relative = relativeAt(words, inner, context);
    if (relative?.unit === 'year') [year, end] = [yearOf(relative.first), inner + relative.length];
    else if (table.units.get(wordAt(words, inner)) === 'year') end = inner + 1;
  }
  const start = (named: number) => `${named}-${String((nth - 1) * size + 1).padStart(2, '0')}-01`;
  const first = start(
    // In April "Q2" is the one that runs; in its last days it is the next.
    year ??
      (addMonths(start(yearOf(context.today)), size) > addDays(context.today, 20)
        ? yearOf(context.today)
        : yearOf(context.today) + 1),
  );
  return aPeriod(unit, first, monthEnd(first, size - 1), end - at);
}

const spanArticles = new Set('a an ein un una een the die les los las'.split(' '));

/** "Two weeks", "a few days", "the next 10 days", "14 Tage", "quinze jours", "a fortnight". */
export function spanAt(words: readonly Word[], at: number, context: DateContext): Found | null {
  let next = at;
  if (/^(?:fortnight|quinzaine)$/.test(wordAt(words, at))) return span(14, 'day', context, 1, false);
  const half = halfYearAt(words, at);
  if (half > 0) return span(6, 'month', context, half, false);
  const one = wordAt(words, next);
  let count = isNumber(one) && one.length < 4 ? Number(one) : (table.numbers.get(one) ?? 0);
  let vague = false;
  if (roundNumbers.has(one) && wordAt(words, at - 1) === 'sous')
    return roundSpan(words, at, roundNumbers.get(one)!, at, context);
  // "In the coming days", "dans les prochains jours": a few.
  if (
    table.nextWords.has(one) ||
    one === 'proximos' ||
    one === 'proximas' ||
    one === 'prossimi' ||
    one === 'prossime'
  ) {
    const ahead = table.few.has(wordAt(words, at + 1)) || table.couple.has(wordAt(words, at + 1)) ? 2 : 1;
    const word = wordAt(words, at + ahead);
    if (/^(?:days|weeks|tage|tagen|wochen|jours|semaines|dias|semanas|giorni|settimane|dagen|weken)$/.test(word))
      return span(
        ahead === 2 && table.couple.has(wordAt(words, at + 1)) ? 2 : 4,
        table.units.get(word)!,
        context,
        ahead + 1,
        true,
      );
    return null;
  }
  if (
    spanArticles.has(one) &&
    (table.few.has(wordAt(words, next + 1)) ||
      table.couple.has(wordAt(words, next + 1)) ||
      wordAt(words, next + 1) === 'fortnight')
  )
    next += 1;
  if (wordAt(words, next) === 'fortnight') return span(14, 'day', context, next - at + 1, false);
  const round = roundNumbers.get(wordAt(words, next));
  if (round && (count === 1 || /^(?:sous|la|une)$/.test(wordAt(words, at - 1))))
    return roundSpan(words, next, round, at, context);
  if (table.few.has(wordAt(words, next))) [count, vague] = [4, true];
  else if (table.couple.has(wordAt(words, next))) [count, vague] = [2, true];
  if (count === 0) return null;
  next += 1;
  while (
    next < at + 5 &&
    /^(?:of|de|d|'|more|weitere|weiteren|working|business|next|nachsten|good|full|volle|-|short)$/.test(
      wordAt(words, next),
    )
  )
    next += 1;
  const unit = table.units.get(wordAt(words, next));
  // "Another 10 next year" are ten of something.
  if (wordAt(words, next - 1) === 'next' && /^(?:day|week|month|quarter|year)$/.test(wordAt(words, next))) return null;
  // "9h" is an hour of the day.
  if (
    unit === 'hour' &&
    wordAt(words, next) === 'h' &&
    words[next]!.start === words[next - 1]!.end &&
    !inFront.test(wordAt(words, at - 1))
  )
    return null;
  if (!unit || (unit === 'year' && wordAt(words, next) === 'an' && count !== 1)) return null;
  // A week is eight days where both ends are counted, and two are fifteen.
  if (!vague && unit === 'day' && count === 15) count = 14;
  if (unit === 'day' && count === 8 && wordAt(words, next) === 'jours') count = 7;
  const working =
    workingWords.test(
      words
        .slice(at, next + 1)
        .map(({ text }) => text)
        .join(' '),
    ) || workingWords.test(wordAt(words, next + 1));
  const found =
    working && unit === 'day'
      ? { ...span(count, unit, context, next - at + 1, vague), ...on(addWorkingDays(context.today, count)) }
      : span(count, unit, context, next - at + 1, vague);
  const before = wordAt(words, at - 1);
  const meant =
    vague ||
    /^(?:in|dans|en|em|tra|fra|over|within|binnen|innerhalb|sous|another|weitere|for|fur|pour|por|durante|pendant|next|nachsten|prochaines|proximas|about|ici|inside|max|maximum|langstens|spatestens|hochstens|me|us|mir|uns|moi|nous|ca|etwa|nochmal|noch|it|bitte|please|reposar|least|om)$/.test(
      before,
    ) ||
    (/^(?:de|von|a)$/.test(before) &&
      /^(?:dentro|plazo|cabo|aqui|daqui|innerhalb|binnen|entro)$/.test(wordAt(words, at - 2))) ||
    fromNow.test(wordAt(words, next + 1)) ||
    (wordAt(words, next + 1) === 'from' && /^(?:now|today)$/.test(wordAt(words, next + 2)));
  return meant ? found : { ...found, weak: true };
}

/** Words of "half a year", "ein halbes Jahr", "medio año"; 0 where it does not stand here. */
function halfYearAt(words: readonly Word[], at: number): number {
  const said = words
    .slice(at, at + 3)
    .map(({ text }) => text)
    .join(' ');
  const found =
    /^(?:half a year|half an year|(?:ein|einem|einen|das|nachste) halbe[ns]? jahr|medio ano|meio ano|half jaar|mezzo anno)(?!\p{L})/u.exec(
      said,
    );
  return found ? found[0].split(' ').length : 0;
}

const inFront = /^(?:in|dans|within|sous|innerhalb|en|next|nachsten|prochaines)$/;
const workingWords =
  /(?<!\p{L})(?:working|business|werktagen?|arbeitstagen?|werkdagen|ouvres|ouvrables|habiles|laborables|uteis|lavorativi)(?!\p{L})/u;
const fromNow = /^(?:hence|later|time)$/;
const on = (day: string) => ({ first: day, last: day, on: day, after: day });

/** "Une quinzaine", "una decina": days by the score. */
const roundNumbers = new Map([
  ['huitaine', 7],
  ['dizaine', 10],
  ['decena', 10],
  ['decina', 10],
  ['douzaine', 12],
  ['quinzaine', 14],
  ['quindicina', 14],
  ['vingtaine', 20],
]);

function roundSpan(words: readonly Word[], next: number, days: number, at: number, context: DateContext): Found {
  const inner =
    /^(?:de|di|d)$/.test(wordAt(words, next + 1)) && table.units.get(wordAt(words, next + 2)) === 'day' ? 2 : 0;
  return span(days, 'day', context, next - at + 1 + inner, false);
}

export function span(count: number, unit: table.Unit, { today }: DateContext, length: number, assumed: boolean): Found {
  const days = unit === 'hour' ? Math.floor(count / 24) : count;
  const months = { month: 1, quarter: 3, half: 6, year: 12 }[unit as string];
  const end =
    unit === 'week'
      ? addDays(today, 7 * count)
      : months
        ? addMonths(today, months * count)
        : days <= 5
          ? addWorkingDays(today, days)
          : addDays(today, days);
  const on = workingDayFrom(end);
  const lasts = Math.round((Date.parse(end) - Date.parse(today)) / 86_400_000);
  return { unit: 'span', first: on, last: on, on, after: on, assumed, length, days: lasts };
}

export function feastOf(words: readonly Word[], at: number, context: DateContext): Found | null {
  const found = feastAt(words, at, context.today);
  if (!found) return null;
  return { unit: 'feast', assumed: false, ...found, on: found.on ?? workingDayFrom(found.first) };
}

export function seasonAt(words: readonly Word[], at: number, context: DateContext): Found | null {
  const one = wordAt(words, at);
  const fall = one === 'fall' && /^(?:the|in|this|until|till|next|by|before|after)$/.test(wordAt(words, at - 1));
  const month = fall ? 9 : table.seasons.get(one);
  const isBreak = table.summerBreak.has(one);
  if (month === undefined && !isBreak) return null;
  // A spring break is a week that each school has for itself.
  if (wordAt(words, at + 1) === 'break' && month !== 6) return null;
  // "A été signé" is no summer.
  if (one === 'ete' && !/^(?:'|en|cet|mi|plein|fin|debut|-|prochain|l|d)$/.test(wordAt(words, at - 1))) return null;
  // "Les vacances d'hiver" are named for a season, and not in all of it.
  if (
    /^(?:vacances|vacaciones|ferien|bel|belle|great|lovely)$/.test(
      wordAt(words, at - 1) === "'" || wordAt(words, at - 1) === 'de'
        ? wordAt(words, at - (wordAt(words, at - 1) === 'de' ? 2 : 3))
        : wordAt(words, at - 1),
    ) &&
    month !== 6
  )
    return null;
  const start = isBreak ? 7 : month!;
  const past =
    (table.lastWords.has(wordAt(words, at - 1)) && !/^pass/.test(wordAt(words, at - 1))) ||
    /^(?:dernier|derniere|pasad[oa]|passe|passad[oa]|scors[oa])$/.test(wordAt(words, at + 1));
  let year = yearOf(context.today);
  const begins = (named: number) => `${named}-${String(start).padStart(2, '0')}-01`;
  // Within a season its name is the one going on.
  if (monthEnd(begins(year), 2) < context.today) year += 1;
  const first = begins(year);
  if (start === 6 || isBreak) {
    const after = workingDayFrom(`${year < yearOf(context.today) ? year + 1 : year}-09-15`);
    const on = isBreak
      ? /^(?:rentree|schul\p{L}+)$/u.test(one)
        ? after
        : workingDayFrom(first)
      : workingDayUpTo(monthEnd(first));
    return {
      unit: 'season',
      first,
      last: monthEnd(first, 2),
      on,
      after,
      assumed: true,
      afterAssumed: true,
      length: 1,
      ...(past ? { past } : {}),
    };
  }
  const on = workingDayUpTo(monthEnd(first));
  return {
    unit: 'season',
    first,
    last: monthEnd(first, 2),
    on,
    assumed: true,
    afterAssumed: false,
    length: 1,
    ...(past ? { past } : {}),
  };
}
