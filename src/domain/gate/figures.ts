/** Whether the days and numbers of a sentence are those of its ground, and money the rep's own or told as the prospect's. */
import { type Amount, amountsIn, sameAmount } from './amounts.ts';
import { daysIn, isDefinite, isGiven, isLength, isSeason, isVague, type Said } from './days.ts';
import type { Cause, Judged } from './facts.ts';
import { amountsOf, dayOf, daysNamed } from './ground.ts';
import { youSaid } from './shape.ts';
import { price } from './stakes.ts';

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
  const foreign = amounts.some(
    (amount) => (amount.kind === 'money' || amount.kind === 'percent') && !isQuoted(amount, judged, byRep),
  );
  // What the prospect named is told as the prospect's own, and is no price.
  const { folded, language } = judged;
  return foreign && (!youSaid[language].test(folded) || price[language].test(folded)) ? 'price' : null;
}

/** A quote names it, or was written on it; else it is no day but "this week" or "summer". */
function mayBeSaid(day: Said, { sentence, folded, question, polite, quotes, context }: Judged): boolean {
  const { today, messages } = context.ground;
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
