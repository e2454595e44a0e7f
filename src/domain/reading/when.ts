/** What a period means in its sentence: the word that leads to it, the first day after it, the day by which something is due. */
import { addDays, isoWeekday, workingDayFrom, workingDayUpTo } from './civil.ts';
import { articles } from './date-words.ts';
import type { Period } from './dates.ts';
import { wordsOf } from './fold.ts';

/** How the words before a period relate to it. `through` counts its last day, `until` does not say. */
export type Lead = 'after' | 'until' | 'through' | 'before' | 'from' | 'since' | 'during' | 'at';

const leads: [Lead, string][] = [
  [
    'after',
    'after nach nachdem apres tras despues pasado pasada pasados pasadas passe passee passees passer pase pasen dopo depois apos na past ubers uber',
  ],
  ['until', 'until till til tot untill'],
  ['through', 'bis jusqu jusque hasta ate fino through thru met sino'],
  ['before', 'before vor avant antes ahead prior by spatestens prima voor ici by'],
  ['from', 'from ab partir compter desde vanaf dal starting onwards vom a-partir'],
  ['since', 'since seit depuis'],
  ['during', 'during durante pendant wahrend over tijdens'],
];
const leadWords = new Map(leads.flatMap(([lead, words]) => words.split(' ').map((word) => [word, lead] as const)));

const backFrom = /^(?:vuelta|retour|regreso|rientro|ritorno|regresso|volta|ruckkehr|return)$/;

/** Words looked at before a period. */
const reach = 5;

/** The nearest leading word before the period, small words between them aside. */
export function leadOf(folded: string, period: Period): Lead {
  if (
    /(?<!run[ -])\bup to (?:and including )?(?:the )?$/.test(folded.slice(Math.max(0, period.start - 40), period.start))
  )
    return 'through';
  const before = wordsOf(folded.slice(Math.max(0, period.start - 60), period.start));
  // "It will be May before I can look at it."
  if (
    /\b(?:be|is|wird|sera|seront)$/.test(folded.slice(0, period.start).trimEnd()) &&
    /^,? (?:before|bis|avant que|antes de que)\b/.test(folded.slice(period.end))
  )
    return 'until';
  // "Through Labor Day (9/7)": what leads to the name leads to its day.
  const bracketed = /\(\s*$/.test(folded.slice(0, period.start));
  for (let at = before.length - 1; at >= Math.max(0, before.length - reach); at--) {
    const word = before[at]!.text;
    const lead = leadWords.get(word);
    // "Passé le 15" is after it; "il passe mardi" is on it.
    if (word === 'passe' && !/^\d/.test(folded.slice(period.start))) return 'at';
    // "A la vuelta de vacaciones", "au retour des fêtes": from a time one comes back when it is over.
    if (backFrom.test(word) && /^(?:feast|season)$/.test(period.unit)) return 'after';
    // After it in Dutch, on it in Portuguese.
    if (word === 'na' && /^(?:segunda|terca|quarta|quinta|sexta|proxima|semana|manha)/.test(folded.slice(period.start)))
      return 'at';
    if (lead) return lead === 'before' && before[at - 1]?.text === 'nicht' ? 'before' : lead;
    if (word === 'up' || word === 'a' || articles.has(word) || /^['(-]$/.test(word)) continue;
    if (
      /^(?:en|et|au|un|une|und|w|c|wc|\/|commencing|inclusive|including|einschliesslich|einschl|right|mindestens|least|earliest|voraussichtlich|voraus|wenigstens|au|moins|about|the|our|al|ai|alla|unserem|unserer|notre|nuestro|nuestra)$/.test(
        word,
      )
    )
      continue;
    if (bracketed) continue;
    return 'at';
  }
  return 'at';
}

const inclusive =
  /^[\s,(]*(?:inclusive|inclusief|inclus|incluse|inclu|included|inkl|einschliesslich|compris|compresi|compreso|incluido|incluida|incluse?|einschl|all inclusive|onwards)\b/;
const inclusiveBefore =
  /\b(?:einschliesslich|einschl\.?|inkl\.?|incl\.?|including|inclusive|y compris)\s*(?:den|dem|zum|the|le)?\s*$/;
const overAfter =
  /^[\s,]*(?:is|are|ist|sind|est|sont|has|hat|ya|a|will be|sera|soit)?\s*(?:over|rum|vorbei|behind|done|durch(?= ist| sind| war)|um(?! \d)|passe|passee|passees|fini|finie|termine|terminee|gone|finished|pasado|pasada)\b/;

/** "Before the year is out": of rest its end counts, of a promise its last day. */
const outAfter = /^[\s,]*(?:is|are|will be) (?:out|up)\b/;

/** The first working day on which the period is over, and whether that is an assumption. */
export function dayAfter(period: Period): { date: string; assumed: boolean } {
  return {
    date: period.after ?? workingDayFrom(addDays(period.last, 1)),
    assumed: period.after ? (period.afterAssumed ?? period.assumed) : period.unit === 'part' && period.part !== 'late',
  };
}

/** The first day that is free again, by the word that leads to the period. `event`: something takes the day up. */
export function firstDayFree(folded: string, period: Period, event: boolean): { date: string; assumed: boolean } {
  const lead = leadOf(folded, period);
  const rest = folded.slice(period.end, period.end + 30);
  const range = period.unit === 'day' && period.first !== period.last;
  const on = { date: period.on, assumed: period.assumed };
  if (period.unit === 'span') return on;
  if (lead === 'after' || overAfter.test(rest) || outAfter.test(rest) || range) return dayAfter(period);
  const counted =
    lead === 'through' ||
    inclusive.test(rest) ||
    inclusiveBefore.test(folded.slice(Math.max(0, period.start - 40), period.start));
  if (period.unit === 'weekend') return dayAfter(period);
  if (period.unit === 'day' || period.unit === 'feast')
    return event || (counted && !/^\s*onwards/.test(rest)) ? dayAfter(period) : on;
  if (lead === 'during') return dayAfter(period);
  if ((lead === 'until' || lead === 'through') && period.part === 'late')
    return { ...dayAfter(period), assumed: false };
  if (
    /\b(?:through|thru|inclusive|t\/m)\s*(?:the)?\s*$/.test(folded.slice(Math.max(0, period.start - 20), period.start))
  )
    return dayAfter(period);
  return on;
}

/** The last day on which a promise is kept: of a week its Friday, of a month its last working day. */
export function dueDay(folded: string, period: Period): string {
  const lead = leadOf(folded, period);
  if (lead === 'after' || overAfter.test(folded.slice(period.end, period.end + 30))) return dayAfter(period).date;
  const before = lead === 'before';
  switch (period.unit) {
    case 'day':
      return lead === 'from' ? period.on : period.last;
    case 'weekend':
      return before ? addDays(period.first, -1) : workingDayFrom(period.last);
    case 'week':
      // The end of a week is its Friday, whatever leads to it.
      if (isoWeekday(period.first) !== 1) return period.on;
      return before && !/^\d/.test(folded.slice(period.start))
        ? workingDayUpTo(addDays(period.first, -1))
        : workingDayUpTo(period.last);
    case 'month':
    case 'quarter':
    case 'half':
    case 'year':
      return before || lead === 'until' || lead === 'through'
        ? workingDayUpTo(addDays(period.first, -1))
        : lead === 'from'
          ? period.on
          : workingDayUpTo(period.last);
    default:
      return before && period.unit === 'feast' ? workingDayUpTo(addDays(period.first, -1)) : period.on;
  }
}
