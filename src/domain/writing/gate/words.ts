/** Words held against words: what a sentence says, and whether a text says it too in another form of the word. */
import { fold } from '../../reading/fold.ts';
import { everyday } from './everyday.ts';
import type { Language } from './written.ts';

/** A set of words that knows a word in its forms: "meets" is "meeting". */
export interface WordIndex {
  has(word: string): boolean;
}

const stem = 4;
/** Of long words this much tells: "renovation" and "renovate". */
const longStem = 6;

/** As many letters in front as two forms of one word share. */
function alike(a: string, b: string): boolean {
  const least = Math.min(Math.max(stem, Math.min(a.length, b.length) - 2), longStem);
  return a.slice(0, least) === b.slice(0, least) && Math.abs(a.length - b.length) <= 7;
}

/** Endings of words in the four languages. */
const endings = new Set(
  ' s es ed d ing er ers r ly e ies y ied ation ion ions al ally ment ments n en ern em t te ten tet st test et ung ungen lich liche lichen bar ent ez ons ais ait aient ions iez ant ante ants ee ees a ai as ont ra rai rez rons ront re is it i ie u ue us ir oir oire irai erai erez erons era eront erait eriez o amos an emos eis ia ias iamos ian aba abas aban abamos ado ada ados adas ido ida idos idas ando iendo ar arle arlo arla arme arte arnos aron ieron io aste iste aria eria iria are ere lo la le los las se me te nos mente ment'.split(
    ' ',
  ),
);

/** Whether two words differ by no more than their endings: "decide" and "decided", not "sense" and "sensor". */
function inflected(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  for (let cut = Math.max(stem, shared - 2); cut <= shared; cut++)
    if (endings.has(a.slice(cut)) && endings.has(b.slice(cut))) return true;
  return false;
}

/** Linear to build; a look-up sees the words with the same four letters in front. */
export function wordIndex(words: Iterable<string>, same: (a: string, b: string) => boolean = alike): WordIndex {
  const whole = new Set(words);
  const byStem = new Map<string, string[]>();
  for (const word of whole) {
    if (word.length < stem) continue;
    const key = word.slice(0, stem);
    const group = byStem.get(key);
    if (!group) byStem.set(key, [word]);
    else if (group.length < 200) group.push(word);
  }
  return {
    has: (word) =>
      whole.has(word) ||
      (word.length >= stem && (byStem.get(word.slice(0, stem)) ?? []).some((other) => same(word, other))),
  };
}

/** The words of a text, folded; "l'offre" is two. Numbers are none. */
export const wordsIn = (text: string): string[] =>
  fold(text)
    .replaceAll('ß', 'ss')
    .match(/\p{L}+/gu) ?? [];

/** Characters of one message that are looked at. */
const looked = 24_000;
export const indexOf = (...texts: string[]): WordIndex =>
  wordIndex(texts.flatMap((text) => wordsIn(text.slice(0, looked))));

const everydayIndex = Object.fromEntries(
  Object.entries(everyday).map(([language, words]) => [language, wordIndex(words, inflected)]),
) as Record<Language, WordIndex>;

export const isEveryday = (word: string, language: Language): boolean => everydayIndex[language].has(word);

/** The words of a sentence that say something of their own: neither small nor everyday ones. */
export function contentOf(text: string, language: Language): string[] {
  return [...new Set(wordsIn(text))].filter((word) => word.length > 2 && !isEveryday(word, language));
}

/** Whether a long word has one of the others in it, as German compounds do: "Saunasteuerung" and "Steuerung". */
export function inCompound(word: string, others: readonly string[]): boolean {
  if (word.length < 5) return false;
  const root = word.slice(0, Math.max(5, word.length - 2));
  return others.some(
    (other) =>
      other.length >= 5 && (other.includes(root) || word.includes(other.slice(0, Math.max(5, other.length - 2)))),
  );
}

/** Whether a text holds the words of another in some form. */
export function sameRoots(words: string, text: string): boolean {
  const index = indexOf(text);
  const roots = wordsIn(words);
  return roots.length === 0 ? text.includes(words) : roots.every((word) => index.has(word));
}

/** Whether a text holds one of the words in some form. */
export function sharesWord(words: readonly string[], text: string): boolean {
  const index = indexOf(text);
  return words.some((word) => index.has(word));
}
