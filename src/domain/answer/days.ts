/** Days to wait for, named in an answer: "till Friday", "two weeks", "bis 12.1.". By the reader of dates, and what a command means by them. */
import {
  addDays,
  addMonths,
  isoWeekday,
  monthEnd,
  monthOf,
  monthStart,
  weekStart,
  workingDayFrom,
} from '../reading/civil.ts';
import { months, numbers, shortMonths, units, weekdays } from '../reading/date-words.ts';
import { type Period, periodsIn } from '../reading/dates.ts';
import { leadsAfter, leadsToDay, phrasesIn } from './phrases.ts';
import { withoutShortcuts } from './short-days.ts';
import type { Token } from './tokens.ts';

/** A day named in an answer, by places of its words; `until` is null where the words leave it open or name none ahead. */
export interface Day {
  from: number;
  to: number;
  until: string | null;
  /** Only a weekday or a date was said: it may be past as well. */
  weekday: boolean;
}

/** Civil dates from which days are counted: years of four figures, and so far from their ends that no reckoning leaves them. */
export const firstCounted = '1970-01-01';
export const lastCounted = '2100-12-31';
export const isCounted = (today: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(today) && today >= firstCounted && today <= lastCounted;

/** A command has few words; a line with more dates than these is none. */
const mostDays = 8;

/** Every way to read words as a day ahead, with and without the words that lead to it; none where `today` is no day to count from. */
export function daysIn(tokens: readonly Token[], today: string, isItem: (n: number) => boolean): Day[] {
  const found: Day[] = [];
  if (!isCounted(today)) return found;
  for (const { from, to, until } of named(tokens, today).slice(0, mostDays)) {
    let start = from;
    // "Attends pour le 2": of an item's number only "until" makes a day.
    if (to - from === 1 && isItem(Number(tokens[from]!.text)) && !firmLead(tokens, from)) continue;
    // "Parfait le 1 et le 3.": in French and Spanish no dot makes a day.
    const dotted = to - from === 2 && tokens[from + 1]!.text === '.' && isItem(Number(tokens[from]!.text));
    if (dotted && articles.test(tokens[from - 1]?.text ?? '') && !firmLead(tokens, from)) continue;
    const weekday = mayBePast(tokens.slice(from, to));
    found.push({ from, to, until: until(false), weekday });
    let after = false;
    while (start > 0 && from - start < 4 && leads(tokens, start, from)) {
      start -= 1;
      after ||= leadsAfter.has(tokens[start]!.text);
      found.push({ from: start, to, until: until(after), weekday });
    }
  }
  return found;
}

const mayBePast = (words: readonly Token[]): boolean =>
  (words.length > 0 && weekdays.has(words[0]!.text) && withHour(words, 1) === words.length) ||
  (words.some(({ kind }) => kind === 'number') && !words.some(({ text }) => units.has(text)));

const articles = /^(?:el|la|le|los|las|les|y|et|al|au)$/;

const firmLead = (tokens: readonly Token[], from: number): boolean =>
  [1, 2].some((back) =>
    /^(?:until|till|til|bis|jusqu|hasta|avant|antes|before|vor)$/.test(tokens[from - back]?.text ?? ''),
  );

/** A denial leads to a day only with "before" or "until" behind it: "not before Monday". */
function leads(tokens: readonly Token[], start: number, from: number): boolean {
  const word = tokens[start - 1]!.text;
  // "Through January" is over with its last day.
  if (/^(?:through|thru)$/.test(word) && months.has(tokens[from]!.text)) return false;
  if (!/^(?:not|nicht|pas|no)$/.test(word)) return leadsToDay.has(word);
  const next = start < from ? tokens[start]!.text : '';
  return (word === 'no' ? /^(?:antes|hasta)$/ : /^(?:before|until|till|vor|avant)$/).test(next);
}

interface Named {
  from: number;
  to: number;
  until: (after: boolean) => string | null;
}

/** "Demain matin", "morgen früh": the day counts. */
const hours: readonly string[][] = phrasesIn(
  'morning|afternoon|evening|noon|lunchtime|fruh|in der fruh|vormittag|mittag|nachmittag|abend|matin|soir|midi|apres-midi|dans la matinee|por la manana|por la tarde|por la noche|en la manana|en la tarde|a primera hora|temprano',
);

const withHour = (tokens: readonly Token[], to: number): number =>
  to +
  Math.max(
    0,
    ...hours.map((words) => (words.every((word, next) => tokens[to + next]?.text === word) ? words.length : 0)),
  );

function named(said: readonly Token[], today: string): Named[] {
  const tokens = withoutShortcuts(said);
  const found: Named[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (isApart(tokens, at)) continue;
    const day =
      spanAt(tokens, at, today) ??
      weekdayAt(tokens, at, today) ??
      endAt(tokens, at, today) ??
      shortMonthAt(tokens, at, today) ??
      periodAt(tokens, at, today);
    if (!day) continue;
    const to = withHour(tokens, day.to);
    found.push({ ...day, to });
    at = to - 1;
  }
  return found;
}

/** "1 nächsten Monat", "1 semana que viene": the number is an item's. */
function isApart(tokens: readonly Token[], at: number): boolean {
  const word = (index: number): string => tokens[index]?.text ?? '';
  if (tokens[at]!.kind !== 'number' || tokens[at + 1]?.glued) return false;
  return (
    /^(?:next|nachste[nrs]?|kommende[nrs]?|diese[nrs]?)$/.test(word(at + 1)) ||
    (units.has(word(at + 1)) && comes.test(`${word(at + 2)} ${word(at + 3)}`))
  );
}

/** No day is named in more words, nor led to by more that matter to its reader. */
const longestDay = 8;
const longestLead = 2;

/** What the reader of dates finds at this very word: what stands before may join with it otherwise, as in "hold 1 till 12 January". */
function periodAt(tokens: readonly Token[], at: number, today: string): Named | null {
  if (/^(?:rest|resto|reste)$/.test(tokens[at]!.text)) return null;
  if (comingWords.test(tokens[at]!.text) && weekdays.has(tokens[at + 1]?.text ?? '')) return null;
  let from = at;
  // Of "jusqu'au 15" the reader knows the rest.
  const isLead = (index: number): boolean =>
    leadsToDay.has(tokens[index]!.text) && !(tokens[index]!.text === 'jusqu' && tokens[index + 1]!.text === 'au');
  while (from > 0 && at - from < longestLead && isLead(from - 1)) from -= 1;
  for (const length of [longestDay, 4, 3, 2]) {
    // "Aujourd'hui" is one word.
    const whole = tokens[at + length - 1]?.text === 'aujourd' ? 1 : 0;
    const { text, places } = spelled(tokens.slice(from, at + length + whole));
    const period = periodsIn(text, { today, monthFirst: false }, text).find(({ start }) => places[start] === at - from);
    if (!period) return null;
    // "1 till 12 January" may be the first and until the twelfth; no stretch of days is a day to wait for.
    const words = text.slice(period.start, period.end);
    // "Until the 15. 6 yes": apart, the second number is no month.
    if (/^\d{1,2}\.\s\d{1,2}$/.test(words)) continue;
    if (period.unit !== 'day' || period.first === period.last)
      return dayFound(tokens, { from, at }, period, { text, places }, today);
  }
  return null;
}

function dayFound(
  tokens: readonly Token[],
  { from, at }: { from: number; at: number },
  period: Period,
  { text, places }: { text: string; places: number[] },
  today: string,
): Named {
  const to = from + (places[period.end - 1] ?? at - from) + 1;
  const words = text.slice(period.start, period.end);
  const romance = [1, 2].some((back) =>
    /^(?:jusqu|au|le|hasta|al|el|del|avant|antes)$/.test(tokens[at - back]?.text ?? ''),
  );
  return { from: at, to, until: (after) => ahead(dayOf(period, words, romance, after, today), today) };
}

/** The words in one line as the reader of dates wants them, and of each of its characters the word. */
function spelled(tokens: readonly Token[]): { text: string; places: number[] } {
  let text = '';
  const places: number[] = [];
  for (const [at, token] of tokens.entries()) {
    if (at > 0 && !token.glued) text += ' ';
    while (places.length < text.length) places.push(-1);
    text += token.text;
    while (places.length < text.length) places.push(at);
  }
  // "Until 31.12": the last mark is left out as often as not.
  if (/(?:^|\s)(?:until|till|til) \d{1,2}\.\d{1,2}$/.test(text)) {
    text += '.';
    places.push(tokens.length - 1);
  }
  return { text, places };
}

const ahead = (day: string | null, today: string): string | null =>
  day !== null && day > today && day < addDays(today, 366 * 3) ? day : null;

function dayOf(period: Period, words: string, romance: boolean, after: boolean, today: string): string | null {
  if (period.past || period.unclear || period.unit === 'season') return null;
  if (isEitherWay(words) && !romance) return null;
  if (period.unit === 'span') return null;
  if (period.unit === 'weekend') return addDays(period.last, 1);
  if (after && period.unit === 'feast' && period.first !== period.last) return null;
  if (after) return period.assumed && period.unit !== 'part' ? null : workingDayFrom(addDays(period.last, 1));
  if (period.unit === 'part') {
    if (period.part === 'mid') return period.first;
    return period.part === 'late' ? period.last : null;
  }
  if (period.unit === 'feast' && (period.assumed || period.first !== period.last)) return null;
  // "This week" is over before it is waited for.
  return period.first <= today && period.last > today ? null : period.first;
}

/** "4/5" is another day on the other side of the ocean. */
function isEitherWay(words: string): boolean {
  const [, one = 0, two = 0] =
    /^(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?$/.exec(words.replaceAll(' ', ''))?.map(Number) ?? [];
  return one > 0 && one <= 12 && two <= 12 && one !== two;
}

const few = new Map([
  ['couple', 2],
  ['par', 2],
  ['paar', 0],
]);

/** In Spanish "un par de", while "par semaine" counts nothing. */
const isFew = (word: string, next: string): boolean => few.has(word) && (word !== 'par' || next === 'de');

/** "2 weeks", "a month", "une semaine", "10 days": counted by the calendar. */
function spanAt(tokens: readonly Token[], at: number, today: string): Named | null {
  const word = (index: number): string => tokens[index]?.text ?? '';
  let next = at;
  let count: number | undefined;
  if (word(at) === 'une' && word(at + 1) === 'quinzaine' && word(at + 2) !== 'de')
    return span(at, at + 2, addDays(today, 14));
  if (word(at) === 'fortnight' || (/^(?:a|one)$/.test(word(at)) && word(at + 1) === 'fortnight'))
    return span(at, at + (word(at) === 'fortnight' ? 1 : 2), addDays(today, 14));
  if (tokens[at]?.kind === 'number') count = Number(word(at));
  else if (/^(?:next|nachsten|prochains|prochaines|proximos|proximas)$/.test(word(at - 1)) && !numbers.has(word(at)))
    return null;
  else if (isFew(word(at), word(at + 1)) || isFew(word(at + 1), word(at + 2))) {
    if (!few.has(word(at))) next += 1;
    count = few.get(word(next));
    if (/^(?:of|de)$/.test(word(next + 1))) next += 1;
  } else if (word(at) === 'another' || word(at) === 'further') {
    // "Another week", "another two weeks"
    const counted = tokens[at + 1]?.kind === 'number' ? Number(word(at + 1)) : numbers.get(word(at + 1));
    if (counted !== undefined) next += 1;
    count = counted ?? 1;
    // "Mettez à jour" counts nothing.
  } else if (word(at) === 'a' && /^(?:jour|jours)$/.test(word(at + 1))) return null;
  else count = numbers.get(word(at));
  if (count === undefined) return null;
  next += 1;
  while (/^(?:more|weitere|weiteren|full|whole|ganze|ganzen|volle|good|mas|de|d)$/.test(word(next)) && next < at + 4)
    next += 1;
  const unit = units.get(word(next));
  if (!unit || unit === 'quarter' || unit === 'half' || word(next) === 'h') return null;
  if (unit === 'hour')
    return count < 24 || count % 24 > 0 ? span(at, next + 1, null) : span(at, next + 1, addDays(today, count / 24));
  if (count === 0) return span(at, next + 1, null);
  const ends = {
    day: () => (/^(?:working|business|werktag|arbeitstag|werkdag)/.test(word(next)) ? null : addDays(today, count)),
    week: () => addDays(today, 7 * count),
    month: () => addMonths(today, count),
    year: () => addMonths(today, 12 * count),
  };
  if (count > 366) return null;
  return span(at, next + 1, ends[unit]());
}

const comes = /^(?:que viene|(?:prochaine?|proxim[oa]|siguiente|entrante|suivante?)(?: |$))/;

const span = (from: number, to: number, day: string | null): Named => ({
  from,
  to,
  until: (after) => (after ? null : day),
});

/** Short names of weekdays that are other words too, by the words that have to lead to them. */
const briefly: readonly (readonly [RegExp, ReadonlyMap<string, number>])[] = [
  [/^(?:bis|am|auf|nachsten|kommenden|diesen|ab|zum|vor)$/, brief('mo di mi do fr sa so')],
  [/^(?:jusqu|a|au|le|ce|avant|jusque)$/, brief('lun mar mer jeu ven sam dim')],
  [/^(?:hasta|el|al|este|pal|del)$/, brief('lun mar mie jue vie sab dom')],
];

function brief(names: string): ReadonlyMap<string, number> {
  return new Map(names.split(' ').map((name, index) => [name, index + 1]));
}

/** The same alone behind an item's number: "1 ven.", "3 Do wieder". */
function aloneWeekday(tokens: readonly Token[], at: number): number | undefined {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before?.kind !== 'number' || before.glued || token === undefined) return undefined;
  const ends = after === undefined || after.kind === 'mark' || /^(?:wieder|nochmal|fruh|svp|porfa)$/.test(after.text);
  const name =
    /^(?:lun|jeu|ven|sam|dim|mie|jue|vie|sab|dom)$/.test(token.text) || /^(?:Mo|Di|Mi|Do|Fr|Sa)$/.test(token.raw);
  return ends && name ? briefly.map(([, names]) => names.get(token.text)).find((day) => day !== undefined) : undefined;
}

const briefWeekday = (word: string, before: string): number | undefined =>
  briefly.find(([lead, names]) => lead.test(before) && names.has(word))?.[1].get(word);

const comingWords = /^(?:next|nachste|nachsten|nachster|proximo)$/;
const laterWords = /^(?:prochain|prochaine|proximo)$/;

/** The next such day after today; "next Friday" only where no earlier Friday could be meant too. */
function weekdayAt(tokens: readonly Token[], at: number, today: string): Named | null {
  const word = (index: number): string => tokens[index]?.text ?? '';
  const weekday = weekdays.get(word(at)) ?? briefWeekday(word(at), word(at - 1)) ?? aloneWeekday(tokens, at);
  if (weekday === undefined) return null;
  let to = at + 1;
  const coming = addDays(today, ((weekday - isoWeekday(today) + 6) % 7) + 1);
  // A weekday with a day beside it is that day.
  const dot = word(to) === '.' || word(to) === ',' ? 1 : 0;
  const rest = word(to + dot) === 'the' || word(to + dot) === 'den' || word(to + dot) === 'le' ? 1 : 0;
  if (
    tokens[to + dot + rest]?.kind === 'number' &&
    ((rest > 0 && dot === 0) || !isCommandNumber(tokens, to + dot + rest))
  )
    return null;
  const inNextWeek = addDays(weekStart(today), 6 + weekday);
  if (/^(?:week|weeks)$/.test(word(to))) return fixed(at, to + 1, addDays(coming, 7));
  const skip = word(to) === 'de' && word(to + 1) === 'la' ? 2 : /^(?:of|in|der|de|la)$/.test(word(to)) ? 1 : 0;
  const [one, two, three] = [word(to + skip), word(to + skip + 1), word(to + skip + 2)];
  const nextWeek =
    /^(?:next|following|nachste|nachster|kommende|kommender) (?:week|woche)$/.test(`${one} ${two}`) ||
    /^(?:semaine prochaine|semana proxima|semana siguiente|semana entrante|proxima semana|nachster woche)$/.test(
      `${one} ${two}`,
    )
      ? 2
      : /^(?:la semaine prochaine|la proxima semana|la semana proxima|semana que viene|the next week)$/.test(
            `${one} ${two} ${three}`,
          )
        ? 3
        : 0;
  if (nextWeek > 0) return fixed(at, to + skip + nextWeek, inNextWeek);
  if (comingWords.test(word(at - 1))) return fixed(at, to, coming === inNextWeek ? coming : null);
  if (laterWords.test(word(to))) return fixed(at, to + 1, coming === inNextWeek ? coming : null);
  if (word(to) === 'que' && word(to + 1) === 'viene') to += 2;
  // "Monday morning": the day counts.
  if (/^(?:morning|afternoon|evening|morgen|vormittag|nachmittag|abend|fruh|matin|soir|midi)$/.test(word(to))) to += 1;
  return fixed(at, to, coming);
}

/** "until Friday 3 yes": what follows the weekday is the next command, no day of a month. */
function isCommandNumber(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1]?.text ?? '';
  if (after === '') return false;
  return !/^(?:\.|th|st|nd|rd|of|de)$/.test(after) && !months.has(after) && !shortMonths.has(after);
}

const fixed = (from: number, to: number, day: string | null): Named => ({
  from,
  to,
  until: (after) => (after && day ? workingDayFrom(addDays(day, 1)) : day),
});

/** "Until Jan": its first day, where a word leads to it and no number stands beside it. */
function shortMonthAt(tokens: readonly Token[], at: number, today: string): Named | null {
  const month = shortMonths.get(tokens[at]!.text);
  const led = /^(?:until|till|til|bis|jusqu|hasta|in|en|to)$/.test(tokens[at - 1]?.text ?? '');
  const beside = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  if (month === undefined || !led || tokens[beside]?.kind === 'number' || tokens[at]!.text === 'mar') return null;
  const ahead = (month - monthOf(today) + 11) % 12;
  return fixed(at, beside, monthStart(today, ahead + 1));
}

/** "End of the month", said on its last day, is the next one's. */
function endAt(tokens: readonly Token[], at: number, today: string): Named | null {
  const words = tokens
    .slice(at, at + 4)
    .map(({ text }) => text)
    .join(' ');
  const month =
    /^(?:end of (?:the |this )?month|month end|eom|ende (?:des|dieses) monats|monatsende|fin (?:du|de) mois|fin de mes|final de mes|finales de mes|fines de mes)(?= |$)/.exec(
      words,
    );
  const year =
    /^(?:end of (?:the |this )?year|year end|eoy|ende des jahres|jahresende|fin d annee|fin de l annee|fin de ano|final de ano)(?= |$)/.exec(
      words,
    );
  const next = /^(?:an prochain|annee prochaine|neuen jahr)(?= |$)/.test(words);
  if (next) return fixed(at, at + 2, `${Number(today.slice(0, 4)) + 1}-01-01`);
  if (year) return fixed(at, at + year[0].split(' ').length, `${today.slice(0, 4)}-12-31`);
  if (!month) return null;
  const length = month[0].split(' ').length;
  const end = monthEnd(today);
  return fixed(at, at + length, end > today ? end : monthEnd(today, 1));
}
