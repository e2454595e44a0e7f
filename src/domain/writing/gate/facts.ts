/** Whether the facts of one sentence stand in its ground, each by the side that may say it. */

import { fold } from '../../reading/fold.ts';
import { undertakes } from '../../reading/promise.ts';
import { sentencesOf } from '../../reading/sentences.ts';
import { falseClaim, takenForGranted } from './claims.ts';
import { partsOf } from './clauses.ts';
import { daysIn } from './days.ts';
import { unsaidFigure } from './figures.ts';
import type { GateContext, Quote } from './ground.ts';
import * as shape from './shape.ts';
import * as stakes from './stakes.ts';
import { condition, gives, offers } from './stance.ts';
import { strangers } from './strangers.ts';
import { unsupported } from './support.ts';
import { type InEach, inEach } from './tongues.ts';
import { contentOf, inCompound, indexOf, isEveryday, sameRoots, sharesWord, type WordIndex, wordsIn } from './words.ts';
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
  | 'insult'
  | 'price'
  | 'payment'
  | 'attachment'
  | 'promise'
  | 'result'
  | 'author'
  | 'words'
  | 'no_ground'
  | 'echo'
  | 'repeated';

/** A sentence in plain characters, with all that is asked of it. */
export interface Judged {
  sentence: string;
  folded: string;
  language: Language;
  question: boolean;
  polite: boolean;
  /** Its sentence ties it to what the reader likes: an offer, no undertaking. */
  conditional: boolean;
  /** A clause hung on to a sentence by a comma. */
  hung: boolean;
  quotes: readonly Quote[];
  /** Those of the sentences before. */
  before: readonly Quote[];
  /** Words that the sentences before this one have cited. */
  told: WordIndex;
  context: GateContext;
}

/** What speaks against a sentence; null when nothing does. `cited` is how many quotes it claimed, `before` the quotes of what goes before. */
export function causeAgainst(
  whole: string,
  quotes: readonly Quote[],
  cited: number,
  before: readonly Quote[],
  context: GateContext,
): Cause | null {
  const sentence = whole.replace(oath, '');
  // One false quote and nobody knows what the sentence rests on.
  if (quotes.length < cited) return 'quote';
  const { language } = context.limits;
  const told = indexOf(...before.filter(({ dictated }) => !dictated).map(({ around }) => around));
  const conditional = condition.test(fold(sentence)) || readily[language].test(fold(sentence));
  const judged = (text: string, question: boolean, hung = false): Judged => {
    const folded = fold(text);
    const polite = !question && shape.courtesy[language].test(folded);
    return { sentence: text, folded, language, question, polite, conditional, hung, quotes, before, told, context };
  };
  const asks = sentencesOf(sentence).every(({ text }) => shape.isQuestion(text) && shape.asksIndeed(text, language));
  const all = judged(sentence, asks);
  const why = unsaidFigure(all) ?? names(all) ?? stake(all) ?? undertaking(all);
  if (why) return why;
  for (const { text, question, hung } of partsOf(sentence, language)) {
    const clause = judged(text, question, hung);
    const granted = question ? takenForGranted(text, language) : null;
    const claims = granted === null ? [clause] : [clause, judged(granted, false)];
    for (const each of claims) {
      const cause = stake(each) ?? undertaking(each) ?? falseClaim(each) ?? unsupported(each);
      if (cause) return cause;
    }
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
    (word) =>
      known.all.has(word) ||
      context.shared.has(word) ||
      quotes.some(({ message }) => message.index.has(word)) ||
      (limits.language === 'de' && inCompound(word, context.sharedWords)),
    asWritten,
  ).length > 0
    ? 'name'
    : null;
}

const hasToken = (text: string, token: string): boolean =>
  ` ${text.replace(/[^\p{L}\p{N}-]+/gu, ' ')} `.includes(` ${token} `);

/** "Shall I keep a Sunday free for you?" gives nothing away. */
const keptFree = /(?<!\p{L})(?:keep|hold) (?:\p{L}+ ){1,5}free(?!\p{L})/u;

function stake(judged: Judged): Cause | null {
  const { folded, language, question, polite, quotes, context } = judged;
  const byRep = quotes.filter(({ message }) => message.author === 'rep');
  const says = (words: InEach, some: readonly Quote[], text = folded): boolean => {
    const found = words[language].exec(text)?.[0];
    return found === undefined || some.some((quote) => gives(judged, quote, (part) => sameRoots(found, part)));
  };
  // "I keep your slot free" gives no month free: what is given away has to be named as well.
  const offer = question ? folded.replace(keptFree, ' ') : folded;
  const given = stakes.concession[language].exec(offer)?.[0] ?? '';
  const others = wordsIn(folded.replace(given, ' ')).filter((word) => word.length > 3);
  const named = byRep.filter(({ around }) => sharesWord(others, around));
  if (!says(stakes.concession, named, offer)) return 'concession';
  if (!says(stakes.grave, byRep) || movesMoney(judged, byRep)) return 'secret';
  if (stakes.insult[language].test(folded)) return 'insult';
  // A question about it, or its telling, goes to the one who wrote of it.
  const told = question || polite || shape.youSaid[language].test(folded);
  const names = stakes.payment[language].exec(folded)?.[0];
  const some = told ? quotes.filter(({ dictated }) => !dictated) : byRep;
  if (names !== undefined && !some.some(({ around }) => sameRoots(names, around))) return 'payment';
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

/** Where our money goes is said in the rep's own words or not at all. */
function movesMoney({ folded }: Judged, byRep: readonly Quote[]): boolean {
  if (!ourMoney.test(folded)) return false;
  const words = wordsIn(folded).filter((word) => word.length > 3);
  return !byRep.some(({ around }) => words.every((word) => sameRoots(word, around)));
}
const ourMoney =
  /(?<!\p{L})(?<!(?:por|de)\s)(?:our|my|unser\p{L}*|mein\p{L}*|notre|mon|nuestr\p{L}|mi)\s(?:\p{L}+\s)?(?:accounts?|banks?|konto|bank|compte|banque|cuenta|banco)(?!\p{L})/u;

/** What is undertaken in the rep's name the rep has undertaken before, or it is about this mail and a talk. */
function undertaking(judged: Judged): Cause | null {
  const { language, folded, question, conditional, quotes } = judged;
  const byRep = quotes.filter(({ message }) => message.author === 'rep');
  // What the rep did say is told, not said anew.
  if (shape.asked[language].test(folded) && byRep.length > 0) return null;
  const bound = stakes.binds[language].exec(folded)?.[0];
  const binding = (part: string): boolean => stakes.binds[language].test(part) || sameRoots(bound!, part);
  if (bound !== undefined && !byRep.some((quote) => gives(judged, quote, binding))) return 'promise';
  if (
    question ||
    conditional ||
    shape.haveDone[language].test(folded) ||
    shape.planned[language].test(folded) ||
    !undertakes(folded)
  )
    return null;
  const clauses = folded.split(/[,;:]\s/).filter(undertakes);
  const harmless = (clause: string): boolean =>
    apology.test(clause) ||
    shape.returning[language].test(clause) ||
    (contentOf(clause, language).length === 0 && !stakes.doing[language].test(clause));
  if ((clauses.length > 0 ? clauses : [folded]).every(harmless)) return null;
  const restated = ({ around }: Quote): boolean =>
    wordsIn(folded).every((word) => word.length < 5 || isEveryday(word, language) || sameRoots(word, around));
  return byRep.some((quote) => undertakes(quote.around) || offers[language].test(quote.around) || restated(quote))
    ? null
    : 'promise';
}

/** Glad to do it: an offer that waits for the reader. */
const readily = inEach(
  'happy to|glad to|gladly|happily|with pleasure',
  'gern|gerne',
  'volontiers|avec plaisir',
  'con (?:mucho )?gusto|encantad\\p{L}+',
);
/** An oath stresses what goes before it and is none without. */
const oath = /,? (?:i promise|versprochen|promis|(?:se |te )?lo prometo|prometido)(?=[.!]?$)/iu;
const apology = /(?<!\p{L})(?:apolog|entschuld|verzeih|excus|pardon|disculpa|perdon)/u;
