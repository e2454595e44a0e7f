/**
 * Lets through of a model's answer only what is grounded and inert. The prospect may have written the model's context and so, in effect, the answer:
 * nothing here trusts it. Every rule takes away; none adds a word.
 */

import { fold } from '../../reading/fold.ts';
import { tonguesOf } from '../../reading/tongue.ts';
import { type Evidence, languages } from '../compose.ts';
import { plainLine } from './characters.ts';
import { type Cause, causeAgainst } from './facts.ts';
import { countWords, fitsFormality, saysAgain } from './formality.ts';
import { contextOf, type GateContext, type Quote, quoted } from './ground.ts';
import { hasAddress, withoutOwn } from './links.ts';
import { courtesy, greetingLength, isAside, isQuestion, isSignature, leans, pending } from './shape.ts';
import { isEveryday, wordsIn } from './words.ts';
import { type Ground, type Language, type Limits, parseWritten, type WrittenSentence } from './written.ts';

export interface Dropped {
  sentence: string;
  why: Cause;
}

/** Why nothing of the answer is used. */
export type FallBack =
  | 'no_answer'
  | 'language'
  | 'greeting'
  | 'core'
  | 'no_ask'
  | 'too_little'
  | 'too_long'
  | 'said_before';

export interface Passed {
  text: string;
  /** Each sentence that rests on words of the thread, with these. */
  evidence: Evidence[];
  dropped: Dropped[];
}

export interface Refused {
  fallBack: FallBack;
  dropped: Dropped[];
}

interface Kept {
  text: string;
  quotes: Quote[];
}

/**
 * The follow-up that remains of what a model returned (text or parsed), or why the template is to be used. `dropped` names greetings and signatures
 * too: those are code's. Pure, never throws; the cost is linear in the thread, and an answer larger than any follow-up costs nothing.
 */
export function gate(answer: unknown, ground: Ground, limits: Limits): Passed | Refused {
  const dropped: Dropped[] = [];
  const refuse = (fallBack: FallBack): Refused => ({ fallBack, dropped });
  const written = parseWritten(answer);
  if (!written) return refuse('no_answer');
  if (written.language !== limits.language) return refuse('language');
  // A name comes from the prospect's own mail program; the sign-off is the rep's, with what the rep signs with.
  if (limits.greeting.split('\n').some((line) => !isInert(line, []))) return refuse('greeting');

  const context = contextOf(ground, limits);
  const kept: Kept[] = [];
  let core: 'none' | 'kept' | 'lost' = 'none';
  let gap = false;
  for (const sentence of written.sentences) {
    const before = kept.flatMap(({ quotes }) => quotes);
    const result = judged(sentence, before, context);
    const grounded = sentence.ground.length > 0;
    if (typeof result === 'string') {
      const harmless = result === 'greeting' || result === 'signature';
      dropped.push({ sentence: shown(sentence.text), why: result });
      if (!harmless && grounded && core === 'none') core = 'lost';
      if (!harmless) gap = true;
      continue;
    }
    if (gap && leans(result.text)) {
      dropped.push({ sentence: shown(result.text), why: 'leans' });
      continue;
    }
    if (kept.some(({ text }) => fold(text) === fold(result.text))) {
      dropped.push({ sentence: shown(result.text), why: 'repeated' });
      continue;
    }
    gap = false;
    if (result.quotes.length > 0 && core === 'none') core = 'kept';
    kept.push(result);
  }
  if (core !== 'kept') return refuse('core');
  const lost = dropped.filter(({ why }) => why !== 'greeting' && why !== 'signature').length;
  if (kept.length === 0 || lost > kept.length) return refuse('too_little');
  if (!kept.some(({ text }) => isAsk(text, limits.language))) return refuse('no_ask');
  const body = bodyOf(kept);
  if (countWords(body) > limits.maxWords) return refuse('too_long');
  if (!speaks(body, limits.language)) return refuse('language');
  if (saysAgain(body, limits.before)) return refuse('said_before');
  return {
    text: [limits.greeting, body, limits.signOff].filter((part) => part !== '').join('\n\n'),
    evidence: kept.flatMap(({ text, quotes }) =>
      quotes.map(({ message, words }) => ({ sentence: text, messageId: message.messageId, quote: words })),
    ),
    dropped,
  };
}

/** What is left of one sentence, or why nothing is. */
function judged({ text, ground: cited }: WrittenSentence, before: Quote[], context: GateContext): Kept | Cause {
  const { own, names, limits } = context;
  const line = text
    .trim()
    .replace(/[\u00a0\u2007\u2009\u202f ]+/g, ' ')
    .normalize('NFC');
  if (!isInert(line, own)) return plainLine(withoutOwn(line, own)) === null ? 'characters' : 'address';
  const plain = own.some((each) => line.includes(each)) ? line : plainLine(line)!;
  if (plain === '') return 'signature';
  const head = greetingLength(plain, names.contact);
  if (head === plain.length) return 'greeting';
  if (isSignature(plain, names.rep)) return 'signature';
  const rest = plain.slice(head).trim();
  if (isAside(rest, limits.language)) return 'aside';
  if (!/[.!?…]["')»”]*$/.test(rest)) return 'unfinished';
  if (countWords(rest) > 3 && !speaks(rest, limits.language)) return 'language';
  if (!fitsFormality(rest, limits.formal, limits.language)) return 'formality';
  const quotes = quoted(cited, context);
  const why = causeAgainst(withoutOwn(rest, own), quotes, cited.length, before, context);
  return why ?? { text: rest, quotes };
}

const isInert = (line: string, own: readonly string[]): boolean => {
  const plain = plainLine(withoutOwn(line, own));
  return plain !== null && !hasAddress(plain);
};

/** In the language, by its small words or else by its everyday ones. */
function speaks(text: string, language: Language): boolean {
  if (tonguesOf(fold(text)).includes(language)) return true;
  const words = wordsIn(text);
  const share = (of: Language): number => words.filter((word) => isEveryday(word, of)).length;
  return languages.every((other) => share(other) <= share(language));
}

/** A question, a courtesy, or what is still missing. */
const isAsk = (text: string, language: Language): boolean =>
  isQuestion(text) || courtesy[language].test(fold(text)) || pending[language].test(fold(text));

/** What was said stands by itself; what is asked follows in a paragraph of its own. */
function bodyOf(kept: readonly Kept[]): string {
  const turn = kept.findIndex(({ text }, at) => at > 0 && isQuestion(text));
  const at = turn > 0 ? turn : kept.length;
  return [kept.slice(0, at), kept.slice(at)]
    .filter((part) => part.length > 0)
    .map((part) => part.map(({ text }) => text).join(' '))
    .join('\n\n');
}

/** For a log that people read: one short line of harmless characters. */
const shown = (text: string): string =>
  text
    .slice(0, 200)
    .replace(/[^\p{L}\p{N}\p{P}\p{Sc} ]/gu, ' ')
    .toWellFormed();
