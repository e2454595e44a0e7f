/** Whether the days and numbers of a sentence are those of its ground, and money the rep's own or told as the prospect's. */
import { type Amount, amountsIn, sameAmount } from './amounts.ts';
import { daysIn, isDefinite, isGiven, isLength, isSeason, isVague, type Said } from './days.ts';
import type { Cause, Judged } from './facts.ts';
import { amountsOf, dayOf, daysNamed, type Quote } from './ground.ts';
import { asked, youSaid } from './shape.ts';
import { price } from './stakes.ts';
import { gives, offers } from './stance.ts';
import type { Language } from './written.ts';

/** Asking for a talk may say how long: "ten minutes this week" states nothing. */
const talk =
  /(?<!\p{L})(?:call|chat|talk|speak|spoke|catch up|phone|meeting|visit|besuch|telefon\p{L}*|gesprach|sprechen|austausch\p{L}*|appel\p{L}*|echang\p{L}*|parl\p{L}*|visio|llamada|hablar|hablamos|hablemos|charlar)(?!\p{L})/u;
/** "The two of you" counts nobody. */
const together =
  /(?<!\p{L})(?:two of (?:you|us)|three of us|vous deux|tous les deux|nous deux|los (?:dos|tres)(?=[ ,.?!]*$)|las dos(?=[ ,.?!]*$)|both)(?!\p{L})/u;

/** The kind of a day or number that nobody said; null where all are said. */
export function unsaidFigure(judged: Judged): Cause | null {
  const said = daysIn(judged.sentence, judged.context.ground.today, judged.context.ground.monthFirst);
  if (said.some((day) => !isLength(day) && !mayBeSaid(day, judged))) return 'day';
  const amounts = amountsBeside(said, judged);
  if (amounts.some((amount) => !isBrief(amount, judged) && !isQuoted(amount, judged, judged.quotes))) return 'number';
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
  if (question || !offers[language].test(folded)) return null;
  const offered =
    amounts.some((amount) => !isBrief(amount, judged) && amount.kind !== 'mark' && !own(amount)) ||
    said.some((day) => isOffered(day, judged));
  return offered ? 'promise' : null;
}

const holds =
  (amount: Amount, { language }: Judged) =>
  (part: string): boolean =>
    amountsIn(part, language).some((each) => sameAmount(amount, each));

/** A day to come that only the prospect named, and that is not said to be the prospect's: "before your board meets on the 12th". */
function isOffered(day: Said, { folded, quotes, context, language }: Judged): boolean {
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
  const behind = quotes.map(({ message }) => dayOf(message));
  return (
    !isGiven(day, given('rep'), today) &&
    isGiven(
      day,
      given('contact').filter(({ last }) => last >= today),
      today,
    ) &&
    !isGiven(day, behind, today) &&
    offers[language].test(folded)
  );
}

/** Words after which a day may be that of a mail or a talk: "the quote you sent on Tuesday", "our call of 14 April". */
const telling =
  '(?:sent|returned|read|hear|heard|wrote|written|writing|said|asked|mentioned|told|spoke|called|suggested|offered|e-?mail|mail|message|note|quote|proposal|recap|time|call|meeting|visit|ge(?:schrieben|schickt|sagt|fragt|sendet)|schrieb\\p{L}*|schickte\\p{L}*|bat\\p{L}*|nachricht|angebot|vorschlag|gesprach|telefonat|besuch|besichtigung|envoy\\p{L}*|ecri\\p{L}*|disiez|disais|demand\\p{L}*|propos\\p{L}*|indiqu\\p{L}*|faite?|devis|appel|rencontre|reunion|echange|envi\\p{L}*|escrib\\p{L}*|mand\\p{L}*|dij\\p{L}*|pregunt\\p{L}*|propus\\p{L}*|correo|mensaje|llamada|visita|offerte|frage|question|pregunta)(?!\\p{L})';
const tells = new RegExp(`(?<!\\p{L})${telling}`, 'u');
const tellsHere = new RegExp(`(?<!\\p{L})${telling}(?: \\p{L}+){0,4} ?$`, 'u');
const ahead =
  /(?<!\p{L})(?:by|until|till|before|for|bis|zum|fur|vor|avant|jusqu\p{L}*(?:'au|'a)?|pour|d'ici|antes de|antes del|hasta|para)(?: \p{L}{1,4})?[ ,]*$/u;
/** What follows a day on which somebody wrote, asked or sent: "On 4 March I sent". */
const leads = (after: string, language: Language): boolean => {
  if (/^[ ,]*(?:hatt|hab|hast)\p{L}* (?:ich|wir|sie|du|ihr)(?!\p{L})/u.test(after)) return true;
  const verb = after.replace(/^[ ,]*(?:since |(?:me|te|le|les|os|nos|se) (?:l[oa]s? )?)?/, '');
  return [asked, youSaid].some(
    (words) => words[language].exec(verb)?.index === 0 || words[language].exec(after)?.index === 1,
  );
};

/** A quote names it, or was written on it; else it is no day but "this week" or "summer". */
function mayBeSaid(day: Said, { sentence, folded, language, question, polite, quotes, context }: Judged): boolean {
  const { today } = context.ground;
  const mild = question || polite;
  if (mild && isSeason(day)) return true;
  if ((question || (polite && talk.test(folded))) && isVague(day)) return true;
  const [before, after] = [folded.slice(Math.max(0, day.start - 60), day.start), folded.slice(day.end)];
  // A day by which something is due is none on which a mail was written.
  const toCome = day.ago === undefined && !(day.before && isSeason(day)) && ahead.test(before);
  const led =
    leads(after.replace(/^ (?:ago|since|pasad[oa]|dernier|derniere)(?!\p{L})/u, ''), language) &&
    !toCome &&
    day.start < 14;
  const named = quotes.flatMap((quote) => daysNamed(quote, context));
  // "On Tuesday you asked" is the day of the asking, whatever day was asked for.
  if (!led && isGiven(day, named, today)) return true;
  const whole = isDefinite(day, sentence) && (/\d/.test(day.text) || day.ago !== undefined || day.period.past === true);
  if (!led && (toCome || !(whole ? tells : tellsHere).test(before))) return false;
  // "Our talk yesterday": the talk was then, not when it was written of.
  const earlier = (quote: Quote): boolean =>
    daysNamed(quote, context).some(({ unit, last }) => unit === 'day' && last < quote.message.date);
  if (!led && quotes.some(earlier)) return false;
  // Where a month is named it is that one: a visit in December, written of in January.
  if (!led && !whole && named.some(({ unit }) => unit === day.period.unit)) return false;
  // "On Tuesday you wrote" tells of a mail; "would Tuesday suit you" does not.
  if (question && !led && !isDefinite(day, sentence)) return false;
  const messages = mild && isDefinite(day, sentence) ? context.messages : quotes.map(({ message }) => message);
  const [mine, yours] = [asked[language].test(folded), youSaid[language].test(folded)];
  const by = mine === yours || talk.test(folded) ? null : mine ? 'rep' : 'contact';
  return isGiven(day, messages.filter(({ author }) => by === null || author === by).map(dayOf), today);
}

/** The numbers of a sentence that are no part of its days. */
function amountsBeside(said: readonly Said[], { sentence, folded, language }: Judged): Amount[] {
  const days = said.filter((each) => !isLength(each) || each.ago);
  const pair = together.exec(folded);
  return amountsIn(sentence, language).filter(
    ({ start, end }) =>
      !days.some((day) => start < day.end && end > day.start) &&
      !(pair && start >= pair.index && end <= pair.index + pair[0].length),
  );
}

const isBrief = ({ kind, unit }: Amount, { folded, question, polite }: Judged): boolean =>
  kind === 'span' && (unit === 'minute' || unit === 'hour') && (question || polite) && talk.test(folded);

const isQuoted = (amount: Amount, { context }: Judged, quotes: Judged['quotes']): boolean =>
  quotes.some((quote) => amountsOf(quote, context).some((each) => sameAmount(amount, each)));
