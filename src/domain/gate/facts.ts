/** Whether the facts of one sentence stand in its ground, each by the side that may say it. */

import { fold } from '../reading/fold.ts';
import { promisesIn } from '../reading/promise.ts';
import { sentencesOf } from '../reading/sentences.ts';
import { type Amount, amountsIn, sameAmount } from './amounts.ts';
import { daysIn, isGiven, isLength, isSeason, isVague, type Said } from './days.ts';
import { amountsOf, daysOf, type GateContext, type Quote } from './ground.ts';
import { strangers } from './names.ts';
import * as shape from './shape.ts';
import * as stakes from './stakes.ts';
import { unsupported } from './support.ts';
import type { InEach } from './tongues.ts';
import { indexOf, sameRoots } from './words.ts';
import type { Language } from './written.ts';

/** Why a sentence is dropped. */
export type Cause =
  | 'characters'
  | 'address'
  | 'greeting'
  | 'signature'
  | 'aside'
  | 'unfinished'
  | 'language'
  | 'formality'
  | 'leans'
  | 'quote'
  | 'number'
  | 'day'
  | 'name'
  | 'concession'
  | 'price'
  | 'payment'
  | 'attachment'
  | 'promise'
  | 'result'
  | 'author'
  | 'words'
  | 'no_ground'
  | 'echo';

/** A sentence in plain characters, with all that is asked of it. */
export interface Judged {
  sentence: string;
  folded: string;
  language: Language;
  question: boolean;
  polite: boolean;
  quotes: readonly Quote[];
  context: GateContext;
}

/** What speaks against a sentence; null when nothing does. `cited` is how many quotes it claimed. */
export function causeAgainst(
  sentence: string,
  quotes: readonly Quote[],
  cited: number,
  context: GateContext,
): Cause | null {
  // One false quote and nobody knows what the sentence rests on.
  if (quotes.length < cited) return 'quote';
  const { language } = context.limits;
  const folded = fold(sentence);
  const question = sentencesOf(sentence).every(
    ({ text }) => shape.isQuestion(text) && shape.asksIndeed(text, language),
  );
  const polite = !question && shape.courtesy[language].test(folded);
  const judged = { sentence, folded, language, question, polite, quotes, context };
  return figures(judged) ?? names(judged) ?? stake(judged) ?? undertaking(judged) ?? unsupported(judged);
}

/** Asking for a talk may say how long: "ten minutes this week" states nothing. */
const talk =
  /(?<!\p{L})(?:call|chat|talk|speak|catch up|phone|telefon\p{L}*|gesprach|sprechen|austausch\p{L}*|appel\p{L}*|echang\p{L}*|parl\p{L}*|visio|llamada|hablar|hablamos|hablemos|charlar)(?!\p{L})/u;
/** "The two of you" counts nobody. */
const together =
  /(?<!\p{L})(?:two of (?:you|us)|three of us|vous deux|tous les deux|nous deux|los (?:dos|tres)(?=[ ,.?!]*$)|las dos(?=[ ,.?!]*$)|both)(?!\p{L})/u;

function figures({ sentence, language, folded, question, polite, quotes, context }: Judged): Cause | null {
  const { ground, limits } = context;
  const said = daysIn(sentence, ground.today, ground.monthFirst);
  const days = said.filter((each) => !isLength(each));
  const written =
    polite || question ? ground.messages.map(({ date }) => ({ first: date, last: date, part: undefined })) : [];
  const given = [...quotes.flatMap((quote) => daysOf(quote, context)), ...written];
  const call = talk.test(folded);
  const harmless = (day: Said): boolean =>
    ((question || (polite && call)) && isVague(day)) || ((polite || question) && isSeason(day)) || isNow(day);
  if (days.some((day) => !harmless(day) && !isGiven(day, given, ground.today))) return 'day';
  const dated = said.filter((each) => !isLength(each) || each.ago);
  const pair = together.exec(folded);
  const amounts = amountsIn(sentence, limits.language).filter(
    ({ start, end }) =>
      !dated.some((day) => start < day.end && end > day.start) &&
      !(pair && start >= pair.index && end <= pair.index + pair[0].length),
  );
  const brief = (amount: Amount): boolean =>
    amount.kind === 'span' && (amount.unit === 'minute' || amount.unit === 'hour') && (question || polite) && call;
  const missing = amounts.find(
    (amount) =>
      !brief(amount) && !quotes.some((quote) => amountsOf(quote, context).some((each) => sameAmount(amount, each))),
  );
  if (missing) return 'number';
  const valued = amounts.filter(({ kind }) => kind === 'money' || kind === 'percent');
  const byRep = quotes.filter(({ message }) => message.author === 'rep');
  const own = (amount: Amount): boolean =>
    byRep.some((quote) => amountsOf(quote, context).some((each) => sameAmount(amount, each)));
  const foreign = valued.filter((amount) => !own(amount));
  // What the prospect named is told as the prospect's own, and is no price.
  if (foreign.length > 0 && (!shape.youSaid[language].test(folded) || stakes.price[language].test(folded)))
    return 'price';
  return null;
}

const isNow = ({ text }: Said): boolean => /^(?:this|the) (?:time|moment)$/.test(text);

function names({ sentence, quotes, context }: Judged): Cause | null {
  const { names: known, limits } = context;
  const said = indexOf(...quotes.flatMap(({ message }) => [message.text, ...message.attachments]));
  const texts = quotes.map(({ message }) => message);
  const asWritten = (token: string): boolean =>
    texts.some(
      ({ text, author }) =>
        hasToken(text, token) && (author === 'rep' || !/\p{Lu}{6}|\p{L}\p{N}*\p{L}\p{N}/u.test(token)),
    );
  return strangers(sentence, limits.language, (word) => known.all.has(word) || said.has(word), asWritten).length > 0
    ? 'name'
    : null;
}

const hasToken = (text: string, token: string): boolean =>
  ` ${text.replace(/[^\p{L}\p{N}-]+/gu, ' ')} `.includes(` ${token} `);

function stake({ folded, language, question, polite, quotes, context }: Judged): Cause | null {
  const byRep = quotes.filter(({ message }) => message.author === 'rep').map(({ around }) => around);
  const says = (words: InEach, texts: readonly string[]): boolean => {
    const found = words[language].exec(folded);
    return found === null || texts.some((text) => sameRoots(found[0], text));
  };
  if (!says(stakes.concession, byRep) || !says(stakes.grave, byRep)) return 'concession';
  const told = shape.youSaid[language].test(folded) && !question && !polite;
  const all = quotes.filter(({ dictated }) => !dictated).map(({ around }) => around);
  if (!says(stakes.payment, told ? all : byRep)) return 'payment';
  if (stakes.attachment[language].test(folded)) {
    const lay = quotes.some(
      ({ message }) =>
        message.author === 'rep' &&
        (message.attachments.length > 0 || stakes.attachment[language].test(fold(message.text))),
    );
    const past =
      stakes.earlierMail[language].test(folded) ||
      daysIn(folded, context.ground.today, false).some(({ period, ago }) => period.past || ago);
    if (!lay || !past) return 'attachment';
  }
  return null;
}

/** What is undertaken in the rep's name the rep has undertaken before. */
function undertaking({ sentence, language, folded, quotes, context }: Judged): Cause | null {
  const { today, monthFirst } = context.ground;
  const byRep = quotes.filter(({ message }) => message.author === 'rep').map(({ around }) => around);
  const bound = stakes.binds[language].exec(folded);
  if (bound && !byRep.some((text) => stakes.binds[language].test(text) || sameRoots(bound[0], text))) return 'promise';
  const made = promisesIn(sentencesOf(sentence), { today, monthFirst });
  if (made.length === 0 || harmlessly.test(folded)) return null;
  // "On 5 February I asked" lies behind, whatever a calendar makes of it.
  const given = quotes.flatMap((quote) => daysOf(quote, context)).filter(({ last }) => last < today);
  const days = daysIn(sentence, today, monthFirst).filter((day) => !isLength(day));
  const behind = days.length > 0 && days.every((day) => isGiven(day, given, today));
  const toldByRep = quotes
    .filter(({ message }) => message.author === 'rep')
    .flatMap((quote) => daysOf(quote, context).slice(1));
  const asTold = days.length > 0 && days.every((day) => isGiven(day, toldByRep, today));
  if (behind || asTold) return null;
  if (days.length === 0 && shape.returning[language].test(folded)) return null;
  return byRep.some((text) => promisesIn(sentencesOf(text), { today, monthFirst }).length > 0) ? null : 'promise';
}

/** To wait, to adapt, to explain: nothing anybody could hold against the rep. */
const harmlessly =
  /(?<!\p{L})(?:(?:i'll|i will|we'll) (?:gladly|happily|adapt|adjust|plan|wait|hold off|leave|close|stop|keep it|be (?:happy|glad|brief|patient))|richte ich mich|erklare ich|gehe ich|gern|gerne|m'adapt\p{L}+|je comprendrai|je serai|volontiers|trouverons|me adapt\p{L}+|con (?:mucho )?gusto|lo vemos|hablamos|i can|je peux|je pourrais|puedo|podria)(?!\p{L})/u;
