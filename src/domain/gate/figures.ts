/** Whether the days and numbers of a sentence are those of its ground, and money the rep's own or told as the prospect's. */
import { type Amount, amountsIn, sameAmount } from './amounts.ts';
import { daysIn, isDefinite, isGiven, isLength, isSeason, isVague, type Said } from './days.ts';
import type { Cause, Judged } from './facts.ts';
import { amountsOf, dayOf, daysNamed } from './ground.ts';
import { youSaid } from './shape.ts';
import { price } from './stakes.ts';
import { gives, offers } from './stance.ts';

/** Asking for a talk may say how long: "ten minutes this week" states nothing. */
const talk =
  /(?<!\p{L})(?:call|chat|talk|speak|catch up|phone|telefon\p{L}*|gesprach|sprechen|austausch\p{L}*|appel\p{L}*|echang\p{L}*|parl\p{L}*|visio|llamada|hablar|hablamos|hablemos|charlar)(?!\p{L})/u;
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
    amounts.some((amount) => !isBrief(amount, judged) && !isMark(amount, folded) && !own(amount)) ||
    said.some((day) => isOffered(day, judged));
  return offered ? 'promise' : null;
}

/** "Clause 7", "§5": the name of a place in a document. */
const isMark = ({ start }: Amount, folded: string): boolean =>
  /(?:§|(?<!\p{L})(?:clause|article|section|page|item|point|no|klausel|artikel|seite|punkt|nr|abschnitt|articolo|annexe|clausula|articulo|pagina|punto)\.?)\s?$/u.test(
    folded.slice(Math.max(0, start - 14), start),
  );

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

/** A quote names it, or was written on it; else it is no day but "this week" or "summer". */
function mayBeSaid(day: Said, { sentence, folded, question, polite, quotes, context }: Judged): boolean {
  const { today } = context.ground;
  const { messages } = context;
  const mild = question || polite;
  if (mild && isSeason(day)) return true;
  if ((question || (polite && talk.test(folded))) && isVague(day)) return true;
  if (
    isGiven(
      day,
      quotes.flatMap((quote) => daysNamed(quote, context)),
      today,
    )
  )
    return true;
  // "On Tuesday you wrote" tells of a mail; "would Tuesday suit you" does not.
  if (question && !isDefinite(day, sentence)) return false;
  const written = quotes.map(({ message }) => message);
  return isGiven(day, (mild && isDefinite(day, sentence) ? messages : written).map(dayOf), today);
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
