/** Absence notes: the first day back. */

import * as words from './absence-words.ts';
import { addDays, workingDayFrom } from './civil.ts';
import { type DateContext, type Period, periodsIn } from './dates.ts';
import { fold } from './fold.ts';
import { isLastYears } from './last-year.ts';
import { isReturn } from './returns.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Unclear, unclearDay } from './unclear.ts';
import { dayAfter, firstDayFree, leadOf } from './when.ts';

export interface Absence extends Unclear {
  /** First day back, a working day; null where the note does not say. */
  until: string | null;
}

/**
 * What an automatic answer says of an absence; null when it says of none, that nobody comes back, that a house took the mail in, or that a
 * shop is closed.
 */
export function absenceIn(subject: string, text: string, context: DateContext): Absence | null {
  const parts = [...sentencesOf(subject), ...sentencesOf(text)];
  const body = fold(text);
  if (parts.some(({ folded }) => words.goneWords.test(folded))) return null;
  const whole = `${fold(subject)}\n${body}`;
  const personal = words.personWords.test(body);
  if (words.receiptWords.test(whole) && !(personal && words.absentWords.test(body))) return null;
  if (words.customerWords.test(body) && !personal) return null;
  const until = dayBack(parts, context);
  const away =
    words.absentWords.test(whole) ||
    (words.restWords.test(whole) && (personal || until !== null)) ||
    // What answers by itself and names a day is away until then.
    until !== null;
  return away ? { until, ...unclearDay(`${subject}\n${text}`, context) } : null;
}

/**
 * A note a person wrote without any header that says so: away until a day, and nothing else said or asked. Where the subject announces it, whom
 * to ask meanwhile may stand beside it.
 */
export function writtenAbsence(subject: string, text: string, context: DateContext): Absence | null {
  const parts = sentencesOf(text);
  const whole = parts.map(({ folded }) => folded).join(' ');
  const announced = announces(fold(subject)) && words.personWords.test(whole);
  if (parts.length > 6 || whole.length > 400 || !(announced || words.absentWords.test(whole))) return null;
  if (words.overWords.test(whole) || words.goneWords.test(whole)) return null;
  // Beside a question only an address says that somebody else shall answer it.
  if (/\?/.test(whole) ? !(announced && /\S@\S/.test(whole)) : !announced && furtherMatters.test(whole)) return null;
  const until = dayBack(parts, context);
  return until === null ? null : { until, ...unclearDay(text, context) };
}

/** "OOO: Re: flights", "Bin dann mal weg", "de vacaciones": a subject of the note's own, and no answer under another's. */
const announces = (subject: string): boolean =>
  !/^\s*(?:re|aw|r|tr|fw|fwd|wg|rv|sv|antw?)\s*:/.test(subject) &&
  (words.absentWords.test(subject) || /\bweg$/.test(subject.trim()));

/** A contrast, a wish, or somebody else: then the absence is beside the point. */
const furtherMatters =
  /(?<!\p{L})(?:colega|collega|companer[oa]|behalf|who is|die gerade|qui est|que esta|por isso|por eso|deshalb|deswegen|daher|therefore|hence|tratem|but|aber|mais|pero|mas|ma|maar|please|bitte|merci d[e']|expedi\p{L}*|commander|por favor|per favore|graag|deliver|liefern|livrez|entreg\p{L}*|send|schicken|colleague|kollegin|kollege|collegue|companera|so could|also lieber|before then|store|shop|laden|geschaft|filiale|magasin|tienda|loja|negozio|winkel|should|sollten|devrions|deberiamos|he is|she is|herr|frau|let's|talk|declin\p{L}*|rejected|abgelehnt|refus\p{L}*|rechaz\p{L}*|recus\p{L}*|rifiut\p{L}*|geweiger\p{L}*|invitation|invito|convite|uitnodiging|invitacion|remind|erinner\p{L}*|rappelons|recordamos|lembramos|ricordiamo|herinner\p{L}*|informamos|mandame|enviame|asi que|donc|quindi|dus|portanto|so that|si quieres|if you|wenn sie|si vous|se vuoi|otherwise|apart from that|sonst|sinon|por lo demas|altrimenti|joignable|reachable|erreichbar bin ich|adelante|contesto|mand\p{L}*|entro|tenir compte|depot|usine|atelier|livraison\p{L}*|inventa\p{L}*|inventur|stock-?take|clients?|kund\p{L}*|partenaires|clientes|an mich|to me|warehouse|lager|entrepot|almacen|armazem|magazzino|magazijn|sprechen|hablamos|parle|call|ruf\p{L}*|order|quote|proposal|offer|angebot|devis|oferta|contract|vertrag)(?!\p{L})/u;

/** Best evidence first: the day of the return, the last day away, what is named at all. */
function dayBack(parts: Sentence[], context: DateContext): string | null {
  const candidates = parts.flatMap(({ folded, text }) => {
    const periods = periodsIn(folded, context, text);
    return periods
      .filter((period) => !period.past && period.last > context.today && !isLastYears(folded, period, context))
      .map((period) => ({ folded, period, ...judged(folded, period, periods) }));
  });
  const working = candidates.filter(({ folded, period }) => !isWeeklyOff(folded, period));
  // Of equals the later: what is named first is often the reason.
  const best = (working.length > 0 ? working : candidates).reduce<(typeof candidates)[number] | null>(
    (top, next) => (next.rank > (top?.rank ?? 0) || (next.rank === top?.rank && next.date > top.date) ? next : top),
    null,
  );
  return best && best.date > context.today ? best.date : null;
}

/** "Le mercredi je ne travaille pas, je vous lirai demain". */
function isWeeklyOff(folded: string, { unit, start, end }: Period): boolean {
  if (unit !== 'day' || /\d/.test(folded.slice(start, end))) return false;
  const from = Math.max(...[',', ';', ':', '.'].map((mark) => folded.lastIndexOf(mark, start - 1))) + 1;
  const clause = folded.slice(from, end + (folded.slice(end).search(/[,;:.]|$/) ?? 0));
  return (
    words.weeklyOff.test(clause) &&
    !words.backWords.test(clause) &&
    !/\b(?:until|till|bis|jusqu|hasta|ate|fino|tot|next|this|from|ab)\b/.test(clause)
  );
}

function judged(folded: string, period: Period, all: readonly Period[]): { rank: number; date: string } {
  const lead = leadOf(folded, period);
  const around = folded.slice(Math.max(0, period.start - 60), period.end + 45);
  const clause = around;
  const range = period.first !== period.last && period.unit === 'day';
  // Dutch "tot" leads to the first day back, also from another day.
  const upTo = range && /(?<!\p{L})tot(?! en met)(?!\p{L})/u.test(folded.slice(period.start, period.end));
  if (upTo) return { rank: 3, date: workingDayFrom(period.last) };
  const ends = lead === 'until' || lead === 'through' || range;
  if (ends) return { rank: range && period.unit === 'day' ? 3 : 4, date: firstDayFree(folded, period, false).date };
  const returning = isReturn(folded, period, all);
  if (returning) return { rank: period.unit === 'day' || period.unit === 'week' ? 5 : 4.5, date: period.on };
  if (period.unit === 'span') return { rank: period.weak ? 1.5 : 2, date: period.on };
  // Of two days one is that of the return: the other is where the absence begins.
  const begins = all.some((other) => isReturn(folded, other, all));
  if (words.backWords.test(clause) && lead !== 'since' && !begins) {
    const from =
      lead === 'from' &&
      !/\b(?:wieder|zuruck|retour|respond|vuelvo|weer|lis|lees|nuovo|erst|in|operativo|da|back|reponds|mail)\b/.test(
        folded.slice(period.end, period.end + 40),
      ) &&
      !words.backWords.test(folded.slice(Math.max(0, period.start - 40), period.start));
    return { rank: from ? 2 : period.unit === 'day' || period.unit === 'week' ? 5 : 2.5, date: period.on };
  }
  if (period.unit === 'week' || period.unit === 'feast') return { rank: 1.2, date: dayAfter(period).date };
  if (period.unit === 'day') {
    const away = words.absentWords.test(folded) || /\bbank holiday|festivo|fuori|ausser\b/.test(folded);
    return { rank: away ? 1 : 0.9, date: away ? workingDayFrom(addDays(period.last, 1)) : period.on };
  }
  return { rank: 0.5, date: period.on };
}
