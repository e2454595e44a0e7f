/** Whether the days and numbers of a sentence are those of its ground, and money the rep's own or told as the prospect's. */
import { months, nextWords, thisWords, weekdays } from '../../reading/date-words.ts';
import { fold, wordsOf } from '../../reading/fold.ts';
import { type Amount, amountsIn, sameAmount } from './amounts.ts';
import { daysIn, type Given, isDefinite, isGiven, isLength, isSeason, isVague, type Said } from './days.ts';
import type { Cause, Judged } from './facts.ts';
import { amountsOf, dayOf, daysNamed, type Quote } from './ground.ts';
import { asked, asserted, haveDone, pending, planned, youSaid } from './shape.ts';
import { assent, price } from './stakes.ts';
import { denial, gives, offers } from './stance.ts';
import { sameRoots } from './words.ts';
import type { Language } from './written.ts';

/** Asking for a talk may say how long: "ten minutes this week" states nothing. */
const talk =
  /(?<!\p{L})(?:call|chat|talk|speak|spoke|catch up|phone|meeting|visit|besuch|telefon\p{L}*|gesprach|sprechen|austausch\p{L}*|appel\p{L}*|echang\p{L}*|parl\p{L}*|visio|llamada|hablar|hablamos|hablemos|charlar)(?!\p{L})/u;
/** "The two of you" counts nobody. */
const together =
  /(?<!\p{L})(?:two of (?:you|us)|you two|three of us|ihr (?:zwei|beiden)|vous deux|tous les deux|nous deux|los (?:dos|tres)(?=[ ,.?!]*$)|les deux(?= (?:me|nous|vont|conviennent))|las dos(?: cosas|(?=[ ,.?!]*$))|both)(?!\p{L})/u;

/** "Takes a month" is a length of one, "12 euros a month" is none. */
const oneLong =
  /(?<![\p{L}\p{N}])(?<![\p{N}€£$%]\s|euros?\s|dollars?\s|francs?\s|once\s|twice\s|per\s)(?:a|one|ein(?:e|en|em|er)?|un|une|una)\s(day|week|month|year|tag|woche|monat|jahr|jour|semaine|mois|an|dia|semana|mes|ano)(?!\p{L})(?! (?:ago|or so))/u;
function unsaidLength({ folded, question, polite, conditional, language, quotes }: Judged): boolean {
  const found = question || polite || conditional || pending[language].test(folded) ? null : oneLong.exec(folded);
  if (!found || /(?:vor|il y a|hace|depuis|seit|been|voila)\s$/u.test(folded.slice(0, found.index))) return false;
  return !quotes.some(({ around }) => around.includes(` ${found[1]}`) && oneLong.test(around));
}

/** How often the rep has written is counted in the thread. */
const times =
  /(?<!\p{L})(?:twice|two (?:times|mails|emails|messages|notes)|zweimal|zwei (?:mal|mails|nachrichten)|deux (?:fois|reprises|mails|messages)|dos (?:veces|correos|mensajes)|(?:three|drei|trois|tres) ?(?:times|mal|fois|veces|mails|emails|messages|nachrichten|correos|mensajes))(?!\p{L})/u;
function oftenEnough({ folded, context }: Judged): RegExpExecArray | null {
  const found = times.exec(folded);
  const written = context.messages.filter(({ author, note }) => author === 'rep' && !note).length;
  return found && written >= (/^(?:th|dr|tr)/.test(found[0]) ? 3 : 2) ? found : null;
}

/** The kind of a day or number that nobody said; null where all are said. */
export function unsaidFigure(judged: Judged): Cause | null {
  const said = daysIn(judged.sentence, judged.context.ground.today, judged.context.ground.monthFirst);
  if (said.some((day) => !isLength(day) && !mayBeSaid(day, judged))) return 'day';
  const amounts = amountsBeside(said, judged);
  const isSaid = (amount: Amount): boolean =>
    isQuoted(amount, judged, judged.quotes) && !isOfAnother(amount, judged, judged.quotes);
  if (amounts.some((amount) => !isBrief(amount, judged) && !isSaid(amount))) return 'number';
  if (unsaidLength(judged)) return 'number';
  const byRep = judged.quotes.filter(({ message }) => message.author === 'rep');
  const own = (amount: Amount): boolean =>
    isQuoted(
      amount,
      judged,
      byRep.filter((quote) => gives(judged, quote, holds(amount, judged))),
    );
  const { folded, language, question } = judged;
  const valued = amounts.filter(({ kind }) => kind === 'money' || kind === 'percent');
  // What the prospect named is told as the prospect's own, and is no price.
  if (valued.some((amount) => !own(amount)) && (!youSaid[language].test(folded) || price[language].test(folded)))
    return 'price';
  const told = asserted(folded, language);
  const assents = assent[language].test(told) && theirsOnly(judged);
  if (question || !(assents || offers[language].test(told))) return null;
  if (assents && budget.test(told)) return 'promise';
  const offered =
    amounts.some(
      (amount) =>
        !isBrief(amount, judged) &&
        amount.kind !== 'mark' &&
        !own(amount) &&
        told.includes(folded.slice(amount.start, amount.end)),
    ) || said.some((day) => told.includes(day.text) && isOffered(day, judged, assents));
  return offered ? 'promise' : null;
}

const holds =
  (amount: Amount, { language }: Judged) =>
  (part: string): boolean =>
    amountsIn(part, language).some((each) => sameAmount(amount, each));

const budget = /(?<!\p{L})(?:budget\p{L}*|presupuesto|enveloppe)(?!\p{L})/u;
/** A yes that the prospect did not say: none of the quotes has such a word. */
const theirsOnly = ({ quotes, language }: Judged): boolean =>
  quotes.some(({ message }) => message.author === 'contact') &&
  !quotes.some(({ around }) => assent[language].test(around));

/** A day to come that only the prospect named, and that is not said to be the prospect's: "before your board meets on the 12th". */
function isOffered(day: Said, { folded, quotes, context, language }: Judged, assents: boolean): boolean {
  if (isLength(day) || isVague(day) || isSeason(day)) return false;
  const { today } = context.ground;
  if (
    /(?<!\p{L})(?:your|ihr\p{L}*|dein\p{L}*|euer|eure\p{L}*|votre|vos|ton|ta|tes|sus?|tus?)(?!\p{L})[^,.;]{0,50}$/u.test(
      folded.slice(0, day.start),
    )
  )
    return false;
  const given = (author: 'rep' | 'contact') =>
    quotes.filter(({ message }) => message.author === author).flatMap((quote) => daysNamed(quote, context));
  const behind = quotes.flatMap(({ message }) => dayOf(message));
  return (
    !isGiven(day, given('rep'), today) &&
    isGiven(
      day,
      given('contact').filter(({ last }) => last >= today),
      today,
    ) &&
    !isGiven(day, behind, today) &&
    (assents || offers[language].test(folded))
  );
}

/** Words after which a day may be that of a mail or a talk: "the quote you sent on Tuesday", "our call of 14 April". */
const telling =
  '(?:parl\\p{L}*|habl\\p{L}*|talked|discussed|agreed|vereinbart\\p{L}*|convenu\\p{L}*|acord\\p{L}+|sent|returned|read|hear|heard|wrote|written|writing|said|asked|mentioned|told|spoke|called|suggested|offered|e-?mail|mail|message|note|quote|proposal|recap|time|call|meeting|visit|ge(?:schrieben|schickt|sagt|fragt|sendet)|schrieb\\p{L}*|schickte\\p{L}*|bat\\p{L}*|nachricht|angebot|vorschlag|gesprach|telefonat|besuch|besichtigung|envoy\\p{L}*|ecri\\p{L}*|disiez|disais|demand\\p{L}*|propos\\p{L}*|indiqu\\p{L}*|faite?|devis|appel|rencontre|reunion|echange|envi\\p{L}*|escrib\\p{L}*|mand\\p{L}*|dij\\p{L}*|pregunt\\p{L}*|propus\\p{L}*|correo|mensaje|llamada|visita|offerte|frage|question|pregunta)(?!\\p{L})';
const tells = new RegExp(`(?<!\\p{L})${telling}`, 'u');
const tellsHere = new RegExp(`(?<!\\p{L})${telling}(?: \\p{L}+){0,4} ?$`, 'u');
const ahead =
  /(?<!\p{L})(?:by|until|till|before|for|from|week of|bis|ab|zum|fur|vor|avant|jusqu\p{L}*(?:'au|'a)?|pour|d'ici|semaine du|a partir du?|antes de|antes del|hasta|para|semana del|desde)(?: \p{L}{1,4})?[ ,]*$/u;
/** What follows a day on which somebody wrote, asked or sent: "On 4 March I sent". */
const leads = (after: string, language: Language): boolean => {
  if (/^[ ,]*(?:hatt|hab|hast)\p{L}* (?:ich|wir|sie|du|ihr)(?!\p{L})/u.test(after)) return true;
  const verb = after.replace(
    /^[ ,]*(?:since |que |dass |seit(?:dem)? |desde que )?(?:(?:me|te|le|les|os|nos|se) (?:l[oa]s? )?)?/,
    '',
  );
  return [asked, youSaid].some(
    (words) => words[language].exec(verb)?.index === 0 || words[language].exec(after)?.index === 1,
  );
};

const agreedThen =
  /(?<!\p{L})(?:agreed|discussed|arranged|convenu|entendu|quedamos|acordamos|acordado|hablado|hablamos|wie)(?: (?:in|on|im|am|en|le|el|au|del?))? ?$/u;

/** A day with a name of its own ("Black Friday", "July 4th weekend"), in the very words of a quote. */
function isNamed({ text, start, period: { unit } }: Said, folded: string, quotes: readonly Quote[]): boolean {
  const [word = ''] = /[\p{L}\p{N}]{3,} $/u.exec(folded.slice(Math.max(0, start - 24), start)) ?? [];
  const weekday = weekdays.has(text) || unit === 'weekend';
  if (weekday ? word === '' || unnamed.test(word) : !isForeignMonth(text) && !isUnique(text, unit)) return false;
  const name = ` ${weekday ? word : ''}${text} `;
  return quotes.some(({ around }) => ` ${around.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(name));
}
/** "Mei" is a month elsewhere, and a name here. */
const isForeignMonth = (text: string): boolean => months.has(text) && !ownMonth.test(text);
const ownMonth =
  /^(?:jan|feb|fev|mar|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|aout|ago|sep|oct|okt|nov|dec|dez|dic|ene)/;

/** Feasts, seasons and "the new year", but not "next year". */
const isUnique = (text: string, unit: Said['period']['unit']): boolean =>
  unit === 'feast' ||
  unit === 'season' ||
  (unit === 'year' && !wordsOf(text).some(({ text: word }) => thisWords.has(word) || nextWords.has(word)));
const unnamed =
  /^(?:on|this|next|last|the|every|by|until|before|after|for|since|past|coming|same|that|and|or|from|am|bis|den|der|dem|vom|zum|seit|ab|kommenden|nachsten|letzten|diesen|vergangenen|und|oder|le|ce|du|au|avant|pour|depuis|el|este|del|para|hasta|desde|proximo|pasado|antes|dernier|prochain) $/u;

/** A quote names it, or was written on it; else it is no day but "this week" or "summer". */
function mayBeSaid(day: Said, judged: Judged): boolean {
  return isTold(day, judged) || isEchoed(day, judged) || liesBehind(day, judged);
}

/** Whether it tells what either side has said, asked or done. */
const isTelling = ({ folded, language }: Judged): boolean =>
  [asked, youSaid, haveDone, planned].some((words) => words[language].test(folded));

/**
 * "You wanted to write by the end of the week": what was said is told or asked with its day as it was said, whichever week that was. A sentence that states
 * something anew has to name a day that is right today.
 */
function isEchoed(day: Said, judged: Judged): boolean {
  const { sentence, question, polite, conditional, quotes, context } = judged;
  if (!(question || polite || conditional || isTelling(judged)) || opens(day, judged)) return false;
  const { monthFirst } = context.ground;
  return quotes.some((quote) => {
    const { message, around } = quote;
    if (` ${around.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${day.text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `))
      return true;
    // What has a date of its own is that date.
    if (/\d/.test(day.text) || wordsOf(day.text).some(({ text }) => months.has(text))) return false;
    const then = daysIn(sentence, message.date, monthFirst).find(({ start }) => start === day.start);
    return then !== undefined && !isLength(then) && isGiven(then, daysNamed(quote, context), message.date);
  });
}

/**
 * "At the end of April", "last week", "back in December": a stretch of time behind us in which mail of this thread was written. Where a quote names such a
 * stretch, it is that one that is spoken of.
 */
function liesBehind(day: Said, judged: Judged): boolean {
  const { sentence, folded, quotes, context } = judged;
  const { today, monthFirst } = context.ground;
  const { unit, part, unclear } = day.period;
  const stretch = isStretch(day) || unit === 'part' || part !== undefined;
  if (!stretch || unclear || !isTelling(judged) || ahead.test(folded.slice(0, day.start))) return false;
  const named = quotes.flatMap((quote) => daysNamed(quote, context));
  // "It was good to meet you yesterday": that was the day, not the one on which another mail was written.
  if (
    quotes.some(({ message, words }) =>
      daysIn(words, message.date, monthFirst).some(({ ago }) => ago?.[0] === ago?.[1] && ago),
    )
  )
    return false;
  const others = daysIn(sentence, today, monthFirst).filter(({ start }) => start !== day.start);
  const told = (each: Given): boolean => others.some((other) => isGiven(other, [each], today));
  if (named.some((each) => each.unit !== 'day' && !told(each)))
    return day.period.past === true && isGiven(day, named, today);
  return isGiven(day, context.messages.flatMap(dayOf), today);
}

/** Whether a sentence opens with the day on which somebody wrote: "On Tuesday you asked". */
const opens = (day: Said, { folded, language }: Judged): boolean =>
  day.start < 14 &&
  leads(folded.slice(day.end).replace(/^ (?:ago|since|pasad[oa]|dernier|derniere)(?!\p{L})/u, ''), language);

function isTold(
  day: Said,
  { sentence, folded, language, question, polite, conditional, quotes, before, context }: Judged,
): boolean {
  const { today } = context.ground;
  const mild = question || polite;
  if ((mild || conditional) && (isSeason(day) || isYearEnd(day))) return true;
  if ((question || (polite && (talk.test(folded) || !offers[language].test(folded)))) && isVague(day)) return true;
  const [lead, after] = [folded.slice(Math.max(0, day.start - 60), day.start), folded.slice(day.end)];
  // A day by which something is due is none on which a mail was written.
  const toCome = day.ago === undefined && !(day.before && isSeason(day)) && ahead.test(lead);
  const led =
    leads(after.replace(/^ (?:ago|since|pasad[oa]|dernier|derniere)(?!\p{L})/u, ''), language) &&
    !toCome &&
    day.start < 14;
  const named = quotes.flatMap((quote) => daysNamed(quote, context));
  // "On Tuesday you asked" is the day of the asking, whatever day was asked for.
  // "The week of 7 December" is read as a week, and is of that month and day.
  if (day.period.unit === 'week' && wordsOf(day.text).some(({ text }) => months.has(text)))
    return quotes.some(({ around }) => wordsOf(day.text).every(({ text }) => around.includes(text)));
  // "As agreed in July": when it was agreed.
  if (agreedThen.test(lead)) return isGiven(day, context.messages.flatMap(dayOf), today);
  const undone = denial[language].test(folded);
  if ((!led || undone) && (isGiven(day, named, today) || isNamed(day, folded, [...quotes, ...before]))) return true;
  // "Back in September": when it was written of, which is over.
  const messages = quotes.map(({ message }) => message);
  if (
    isStretch(day) &&
    !question &&
    back.test(lead) &&
    !named.some(({ unit }) => unit === day.period.unit) &&
    messages.some((message) => dayOf(message).some(({ first }) => isWithin(first, day, today)))
  )
    return true;
  const whole = isDefinite(day, sentence) && (/\d/.test(day.text) || day.ago !== undefined || day.period.past === true);
  if (!led && (toCome || !(whole ? tells : tellsHere).test(lead))) return false;
  // "Our talk yesterday": the talk was then, not when it was written of.
  const earlier = (quote: Quote): boolean =>
    daysNamed(quote, context).some(({ unit, last }) => unit === 'day' && last < quote.message.date);
  if (!led && quotes.some(earlier)) return false;
  // Where a month is named it is that one: a visit in December, written of in January.
  if (!led && !whole && !isSeason(day) && named.some(({ unit }) => unit === day.period.unit)) return false;
  // "On Tuesday you wrote" tells of a mail; "would Tuesday suit you" does not.
  if (question && !led && !isDefinite(day, sentence)) return false;
  const mails = mild && isDefinite(day, sentence) ? context.messages : messages;
  const [mine, yours] = [asked[language].test(folded), youSaid[language].test(folded)];
  const by = mine === yours || talk.test(folded) ? null : mine ? 'rep' : 'contact';
  return isGiven(day, mails.filter(({ author }) => by === null || author === by).flatMap(dayOf), today);
}

/** "In September the demo went well", "back in September". */
const back = /^(?:in|im|en|au mois de|en el mes de)? ?$|back in $/u;
const isYearEnd = ({ text }: Said): boolean => !/\d/.test(text) && /(?:year|jahr|annee|ano)/.test(text);
const isStretch = ({ period }: Said): boolean => ['week', 'month', 'quarter', 'season'].includes(period.unit);
/** Whether a day lies in the latest such stretch of time, which is over. */
function isWithin(day: string, { period: { first, last } }: Said, today: string): boolean {
  const back = first > today ? 1 : 0;
  if (back === 0 && last >= today) return false;
  const earlier = (date: string): string => `${Number(date.slice(0, 4)) - back}${date.slice(4)}`;
  return day >= earlier(first) && day <= earlier(last);
}

/** The numbers of a sentence that are no part of its days. */
function amountsBeside(said: readonly Said[], judged: Judged): Amount[] {
  const { sentence, folded, language } = judged;
  const days = said.filter((each) => !isLength(each) || each.ago);
  const pair = together.exec(folded) ?? oftenEnough(judged);
  return amountsIn(sentence, language).filter(
    ({ start, end }) =>
      !days.some((day) => start < day.end && end > day.start) &&
      // "20x40" is the name of a size, and as such a name.
      !/\d\p{L}\d/u.test(folded.slice(Math.max(0, start - 2), end + 2)) &&
      !(pair && start >= pair.index && end <= pair.index + pair[0].length),
  );
}

/** "In two words", "a line or two". */
const wordsOrTwo =
  /^[ -]?(?:words?|lines?|sentences?|worte?n?|zeilen?|satzen?|mots?|lignes?|phrases?|palabras?|lineas?|frases?)(?!\p{L})/u;
const orTwo = /(?<!\p{L})(?:words?|lines?|sentences?|minutes?) or $/u;
const isShortWord = ({ value, end, start }: Amount, { folded }: Judged): boolean =>
  value <= 3 && (wordsOrTwo.test(folded.slice(end)) || orTwo.test(folded.slice(0, start)));

const isBrief = (amount: Amount, judged: Judged): boolean => isShortWord(amount, judged) || isTalk(amount, judged);
const isTalk = ({ kind, unit }: Amount, { folded, question, polite }: Judged): boolean =>
  kind === 'span' && (unit === 'minute' || unit === 'hour') && (question || polite) && talk.test(folded);

/** Where the ground counts the same thing, it counts it otherwise: "6 surveyors" of "3 surveyors, 6 days". */
function isOfAnother({ value, end }: Amount, { folded, context }: Judged, quotes: Judged['quotes']): boolean {
  const counted = (text: string, from: number): string => /^[ -](\p{L}{4,})/u.exec(text.slice(from))?.[1] ?? '';
  const thing = counted(folded, end);
  if (thing === '') return false;
  const all = quotes.flatMap((quote) => {
    const words = fold(quote.words);
    return amountsOf(quote, context).map((amount) => ({
      value: amount.value,
      of: amount.kind === 'span' ? `${amount.unit}` : counted(words, amount.end),
    }));
  });
  const isSame = (of: string): boolean => of !== '' && sameRoots(thing, of);
  return (
    all.some(({ of }) => isSame(of)) && !all.some((each) => each.value === value && (each.of === '' || isSame(each.of)))
  );
}

const isQuoted = (amount: Amount, { context }: Judged, quotes: Judged['quotes']): boolean =>
  quotes.some((quote) => amountsOf(quote, context).some((each) => sameAmount(amount, each)));
