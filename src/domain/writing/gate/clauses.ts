/** The clauses of a sentence, each of which has to stand by itself: a courtesy carries nothing behind its colon, dash or comma. */
import { sentencesOf } from '../../reading/sentences.ts';
import { asksIndeed, beginsAsStatement, isQuestion } from './shape.ts';
import { wordsIn } from './words.ts';
import type { Language } from './written.ts';

export interface Part {
  text: string;
  question: boolean;
  /** Only hung on to a sentence by a comma, or set before its question. */
  hung: boolean;
}

/** Clauses shorter than this belong to what stands before them. */
const leastWords = 3;
const marks = /(?<=[:;])\s|\s[–—-]\s|\s?[–—]\s?|[()]/;

/** A subject with its verb after a comma: a main clause of its own. */
const ownClause: Record<Language, RegExp> = {
  en: /,\s(?=(?:you|we|they|he|she) |i (?:have|will|can|am)|(?:the|your|our|my) (?:\p{L}+ ){1,3}(?:is|are|was|were|has|have|will) )/iu,
  de: /,\s(?=(?:ich|wir|Sie|sie|du|ihr|er) \p{Ll}|(?:der|die|das|unser\p{L}*|Ihr\p{L}*) (?:\p{Ll}+ )?\p{Lu})/u,
  fr: /,\s(?=(?:je|nous|vous|tu|il|elle|ils) |j'|(?:le|la|les|votre|vos|notre|nos) \p{L}+ |l'\p{L}+ )/iu,
  es: /,\s(?=(?:usted|ustedes|nosotros|yo) |(?:el|la|los|las|su|sus|nuestr\p{L}+) (?:\p{L}+ ){1,3}(?:es|son|esta|está|están|va|van|ha|han) )/iu,
};
/** "You wrote, the offer sounds fair": what follows is what was written. */
const reports = /(?:schrieb|sag|mein|hoff|glaub|denk|find|erwähn)\p{L}*(?: \p{L}+){0,2}$/iu;

export function partsOf(sentence: string, language: Language): Part[] {
  return wholeSentences(sentence).flatMap((text) => {
    const parts: string[] = [];
    for (const part of text.split(marks)) {
      const short = [part, parts.at(-1) ?? part].some((each) => wordsIn(each).length < leastWords);
      if (parts.length > 0 && short) parts[parts.length - 1] += ` ${part}`;
      else if (/\p{L}/u.test(part)) parts.push(part);
    }
    return parts.flatMap((part, at) => {
      const asked = isQuestion(text) && asksIndeed(part, language);
      // "One question about the tubs:" is of the question.
      const opens =
        isQuestion(text) && at < parts.length - 1 && part.endsWith(':') && !beginsAsStatement(part, language);
      const question = opens || (asked && (at === parts.length - 1 || language !== 'es' || part.includes('¿')));
      return [{ text: part, question, hung: false }, ...hungOn(part, question, language)];
    });
  });
}

/** "Sie hatten mich gebeten, die Geräte anzubieten": no clause with a subject of its own. */
const infinitive = /(?:\szu\s\p{Ll}+n|\p{Ll}zu\p{Ll}{3,}n)[.!?]?$/u;

/** What follows an abbreviation is no sentence: "zzgl. MwSt." */
function wholeSentences(text: string): string[] {
  const found: string[] = [];
  for (const { text: each } of sentencesOf(text)) {
    if (found.length > 0 && wordsIn(each).length < 2) found[found.length - 1] += ` ${each}`;
    else found.push(each);
  }
  return found;
}

function hungOn(part: string, question: boolean, language: Language): Part[] {
  const pieces = part.split(ownClause[language]);
  const tails = pieces.flatMap((text, at) =>
    at > 0 && !infinitive.test(text) && wordsIn(text).length >= leastWords && !reports.test(pieces[at - 1]!)
      ? [{ text, question: isQuestion(text) && asksIndeed(text, language), hung: true }]
      : [],
  );
  const [head = '', ...rest] = part.split(/,\s/);
  const stated = question && rest.length > 0 && wordsIn(head).length >= leastWords && beginsAsStatement(head, language);
  return stated ? [{ text: head, question: false, hung: true }, ...tails] : tails;
}
