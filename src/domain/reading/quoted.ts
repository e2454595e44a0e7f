/** Words in quotation marks are somebody's from before: who says them again promises and arranges nothing by them. */
import type { Sentence } from './sentences.ts';

/** Opened where a word could begin; "12" is a measure. To the end of the sentence where nothing closes it. */
const passage = /(?<=^|[\s:(])"\s?(?=\S)[^"]{0,1000}(?:"|$)/g;

/** The same sentence with blanks for what it quotes; each letter stays where it was. */
export function withoutQuoted({ text, folded, start }: Sentence): Sentence {
  return { text, folded: folded.replace(passage, (found) => ' '.repeat(found.length)), start };
}
