/** Whether the facts of one sentence stand in its ground, each by the side that may say it. */

import { fold } from '../../reading/fold.ts';
import { promisesIn } from '../../reading/promise.ts';
import { sentencesOf } from '../../reading/sentences.ts';
import { partsOf } from './clauses.ts';
import { daysIn, isGiven, isLength } from './days.ts';
import { unsaidFigure } from './figures.ts';
import { dayOf, daysNamed, type GateContext, type Quote } from './ground.ts';
import { strangers } from './names.ts';
import * as shape from './shape.ts';
import * as stakes from './stakes.ts';
import { gives } from './stance.ts';
import { unsupported } from './support.ts';
import type { InEach } from './tongues.ts';
import { indexOf, sameRoots, sharesWord, type WordIndex, wordsIn } from './words.ts';
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
  | 'secret'
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
  /** A clause hung on to a sentence by a comma. */
  hung: boolean;
  quotes: readonly Quote[];
  /** Words that the sentences before this one have cited. */
  told: WordIndex;
  context: GateContext;
}

/** What speaks against a sentence; null when nothing does. `cited` is how many quotes it claimed, `before` the quotes of what goes before. */
export function causeAgainst(
  sentence: string,
  quotes: readonly Quote[],
  cited: number,
  before: readonly Quote[],
  context: GateContext,
): Cause | null {
  // One false quote and nobody knows what the sentence rests on.
  if (quotes.length < cited) return 'quote';
  const { language } = context.limits;
  const told = indexOf(...before.filter(({ dictated }) => !dictated).map(({ around }) => around));
  const judged = (text: string, question: boolean, hung = false): Judged => {
    const folded = fold(text);
    const polite = !question && shape.courtesy[language].test(folded);
    return { sentence: text, folded, language, question, polite, hung, quotes, told, context };
  };
  const asks = sentencesOf(sentence).every(({ text }) => shape.isQuestion(text) && shape.asksIndeed(text, language));
  const whole = judged(sentence, asks);
  const why = unsaidFigure(whole) ?? names(whole) ?? stake(whole) ?? undertaking(whole);
  if (why) return why;
  for (const { text, question, hung } of partsOf(sentence, language)) {
    const clause = judged(text, question, hung);
    const cause = stake(clause) ?? undertaking(clause) ?? unsupported(clause);
    if (cause) return cause;
  }
  return null;
}

function names({ sentence, quotes, context }: Judged): Cause | null {
  const { names: known, limits } = context;
  const texts = quotes.map(({ message }) => message);
  const asWritten = (token: string): boolean =>
    texts.some(
      ({ text, author }) =>
        hasToken(text, token) && (author === 'rep' || !/\p{Lu}{6}|\p{L}\p{N}*\p{L}\p{N}/u.test(token)),
    );
  return strangers(
    sentence,
    limits.language,
    (word) => known.all.has(word) || quotes.some(({ message }) => message.index.has(word)),
    asWritten,
  ).length > 0
    ? 'name'
    : null;
}

const hasToken = (text: string, token: string): boolean =>
  ` ${text.replace(/[^\p{L}\p{N}-]+/gu, ' ')} `.includes(` ${token} `);

function stake(judged: Judged): Cause | null {
  const { folded, language, question, polite, quotes, context } = judged;
  const byRep = quotes.filter(({ message }) => message.author === 'rep');
  const says = (words: InEach, some: readonly Quote[]): boolean => {
    const found = words[language].exec(folded)?.[0];
    return found === undefined || some.some((quote) => gives(judged, quote, (part) => sameRoots(found, part)));
  };
  // "I keep your slot free" gives no month free: what is given away has to be named as well.
  const given = stakes.concession[language].exec(folded)?.[0] ?? '';
  const others = wordsIn(folded.replace(given, ' ')).filter((word) => word.length > 3);
  const named = byRep.filter(({ around }) => sharesWord(others, around));
  if (!says(stakes.concession, named)) return 'concession';
  if (!says(stakes.grave, byRep)) return 'secret';
  const told = shape.youSaid[language].test(folded) && !question && !polite;
  if (!says(stakes.payment, told ? quotes.filter(({ dictated }) => !dictated) : byRep)) return 'payment';
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
function undertaking(judged: Judged): Cause | null {
  const { sentence, language, folded, quotes, context } = judged;
  const { today, monthFirst } = context.ground;
  const byRep = quotes.filter(({ message }) => message.author === 'rep');
  const bound = stakes.binds[language].exec(folded)?.[0];
  const binding = (part: string): boolean => stakes.binds[language].test(part) || sameRoots(bound!, part);
  if (bound !== undefined && !byRep.some((quote) => gives(judged, quote, binding))) return 'promise';
  const made = promisesIn(sentencesOf(sentence), { today, monthFirst });
  if (made.length === 0 || harmlessly.test(folded)) return null;
  // "On 5 February I asked" lies behind, whatever a calendar makes of it.
  const given = quotes
    .flatMap((quote) => [dayOf(quote.message), ...daysNamed(quote, context)])
    .filter(({ last }) => last < today);
  const days = daysIn(sentence, today, monthFirst).filter((day) => !isLength(day));
  const behind = days.length > 0 && days.every((day) => isGiven(day, given, today));
  const toldByRep = quotes
    .filter(({ message }) => message.author === 'rep')
    .flatMap((quote) => daysNamed(quote, context));
  const asTold = days.length > 0 && days.every((day) => isGiven(day, toldByRep, today));
  if (behind || asTold) return null;
  if (days.length === 0 && (shape.returning[language].test(folded) || shape.asked[language].test(folded))) return null;
  return byRep.some(({ around }) => promisesIn(sentencesOf(around), { today, monthFirst }).length > 0)
    ? null
    : 'promise';
}

/** To wait, to adapt, to explain, to come back: nothing anybody could hold against the rep. */
const harmlessly =
  /(?<!\p{L})(?:(?:i'll|i will|we'll) (?:gladly|happily|adapt|adjust|plan|wait|hold off|leave|close|stop|keep (?:it|this)|come back|check back|be (?:happy|glad|brief|patient)|find)|(?:come|get) back to you|richte ich mich|erklare ich|gehe ich|finden wir|suchen wir|melde ich mich|komme ich|gern|gerne|m'adapt\p{L}+|je comprendrai|je serai|je reviendrai|chercherons|verrons|volontiers|trouverons|me adapt\p{L}+|buscaremos|veremos|volvere|(?:te|le|les) escribo|con (?:mucho )?gusto|encantad\p{L}+|lo vemos|hablamos|i can|je peux|je pourrais|puedo|podria)(?!\p{L})/u;
