/** One letter for a yes or a no behind an item's number: "1 j", "2 n", "3: s". */
import type { Token } from './tokens.ts';

/** By their letters in four languages; "n" is a no in all. */
const meant: { [letter: string]: string } = { y: 'yes', j: 'ja', s: 'si', o: 'oui', n: 'no' };

/** "1 o 2" and "1 y 2" are none: behind the letter the line or the next answer has to begin. */
export function spelledOut(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => {
    const long = meant[token.text];
    if (!long || token.kind !== 'word') return token;
    const back = /^[:.,)=-]$/.test(tokens[at - 1]?.text ?? '') ? 2 : 1;
    if (tokens[at - back]?.kind !== 'number' || (back === 1 && token.glued && token.text !== 'y')) return token;
    const next = tokens[at + 1];
    const ends =
      next === undefined || (/^[,;.!]$/.test(next.text) && (next.text !== '.' || tokens[at + 2] === undefined));
    const goesOn = next?.kind === 'number' && /^[jsn]$/.test(token.text) && answers(tokens, at + 1);
    return ends || goesOn ? { ...token, text: long } : token;
  });
}

/** A number with a letter behind it. */
const answers = (tokens: readonly Token[], at: number): boolean => meant[tokens[at + 1]?.text ?? ''] !== undefined;
