/** Names and codes in a sentence: capital letters where the language has none of its own, and letters mixed with digits. */
import { months, weekdays } from '../../reading/date-words.ts';
import { fold } from '../../reading/fold.ts';
import { isEveryday, wordsIn } from './words.ts';
import type { Language } from './written.ts';

/** Capitals of their own: days, months, languages and what is written large everywhere. */
const always = new Set([
  ...months.keys(),
  ...weekdays.keys(),
  ..."i i'm i'd i'll i've ok okay christmas easter english german french spanish mr mrs ms dr prof mme mlle m sr sra srta don dona vat ht ttc iva mwst pdf q cet".split(
    ' ',
  ),
]);
const germanAddress = /^(?:sie|ihnen|ihr|ihre|ihrem|ihren|ihrer|ihres|du|dich|dir|dein|deine|euch|euer|eure)$/;
const honorific = /^(?:herr|herrn|frau|dr|prof|firma|mr|mrs|ms|monsieur|madame|senor|senora|ingeniero|mme|sr|sra)$/;
/** Words before a German noun that a name seldom has: articles, possessives, what is said of things. */
const determiner =
  /^(?:d(?:er|ie|as|en|em|es)|ein(?:e[nmrs]?)?|kein(?:e[nmrs]?)?|(?:mein|dein|sein|ihr|unser|euer|eur)(?:e[nmrs]?)?|dies(?:e[nmrs]?)|jed(?:e[nmrs])|welch(?:e[nmrs])|all(?:e[nmrs]?)|viel(?:e[nmrs]?)?|wenig(?:e[nmrs]?)?|beid(?:e[nmrs]?)|im|am|zum|zur|vom|beim|ins|ans|etwas|nichts|mehr|zu|per|ohne|um|als|pro|ab|\d+|und|oder|noch|fur|uber|mit|nach|auf|an|aus|in|bei|von|bis|seit|wegen|gern|gerne|\p{L}+(?:e[nmrs]?|er|es))$/u;
/** Endings that make a noun of another word. */
const made =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tat|taten|ment|mente|nis|nisse|ling|ismus|enz|anz|ur|ik|ie|ei|zeit|zeiten|plan|plane|preis|frage|fragen|punkt|punkte|stand|seite|tag|tage|woche|jahr|monat|monate)$/;

interface Token {
  text: string;
  folded: string;
  index: number;
  first: boolean;
}

function tokensOf(sentence: string): Token[] {
  return [...sentence.matchAll(/[\p{L}\p{N}]+(?:[-&][\p{L}\p{N}]+)*/gu)].map(({ 0: text, index }) => ({
    text,
    folded: fold(text).replaceAll('ß', 'ss'),
    index,
    first: /(?:^|[.!?:¿¡"„“«]\s?)["'¿¡„“«]*$/u.test(sentence.slice(0, index)),
  }));
}

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);
/** "KESTREL88", "d0t", "iPhone7x": no word. "24k", "2nd" and "M40" are measures and models, seen elsewhere as numbers. */
const isCode = (text: string): boolean =>
  /\p{L}/u.test(text) && /\p{N}/u.test(text) && !/^\d+(?:k|m|h|x|st|nd|rd|th|er|e|o|a|kg|km|cm|mm)$/iu.test(text);
const isShout = (text: string): boolean => /^\p{Lu}{6,}$/u.test(text);

/**
 * The names and codes of a sentence that nobody said: `known` is asked for each of their words, `byRep` for codes and words in capitals, which
 * are words only where the rep used them or the ground names them as they are.
 */
export function strangers(
  sentence: string,
  language: Language,
  known: (word: string) => boolean,
  asWritten: (token: string) => boolean,
): string[] {
  const tokens = tokensOf(sentence);
  return tokens
    .filter((token, at) => {
      if (isCode(token.text) || isShout(token.text)) return !asWritten(token.text);
      if (!isCapital(token.text) && !/\p{Ll}\p{Lu}/u.test(token.text)) return false;
      const parts = wordsIn(token.text);
      if (always.has(token.folded) || parts.every((part) => known(part) || always.has(part))) return false;
      const before = tokens[at - 1];
      if (before && honorific.test(before.folded)) return true;
      if (token.first) return !isEveryday(token.folded, language) && isName(tokens[at + 1], known);
      return language !== 'de' || !isGermanNoun(tokens, at);
    })
    .map(({ text }) => text);
}

/** A first word followed by another unknown name: "Victor Stone". */
const isName = (next: Token | undefined, known: (word: string) => boolean): boolean =>
  next !== undefined &&
  isCapital(next.text) &&
  !known(next.folded) &&
  !always.has(next.folded) &&
  !germanAddress.test(next.folded);

function isGermanNoun(tokens: readonly Token[], at: number): boolean {
  const { folded, text } = tokens[at]!;
  if (germanAddress.test(folded) || isEveryday(folded, 'de') || made.test(folded)) return true;
  if (/^\p{Lu}{2,}$/u.test(text)) return false;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (
    next &&
    isCapital(next.text) &&
    next.index === tokens[at]!.index + text.length + 1 &&
    !germanAddress.test(next.folded) &&
    !isEveryday(next.folded, 'de')
  )
    return false;
  return before !== undefined && !isCapital(before.text) && determiner.test(before.folded);
}
