/** Text in the plain form in which words are looked up: every place in it is the same place in the original. */

const plain = new Map<string, string>([
  ...[...'‘’‚‛`´ʼ'].map((mark) => [mark, "'"] as const),
  ...[...'“”„‟«»'].map((mark) => [mark, '"'] as const),
  ...[...'‐‑‒–—―'].map((mark) => [mark, '-'] as const),
  ...[...'\u00a0\u2007\u202f\u2009'].map((space) => [space, ' '] as const),
]);

function plainOf(letter: string): string {
  let found = plain.get(letter);
  if (found === undefined) {
    const bare = letter.normalize('NFD')[0]?.toLowerCase() ?? letter;
    // One place stays one place: what would grow is left as it is.
    found = bare.length === 1 ? bare : letter;
    if (plain.size < 10_000) plain.set(letter, found);
  }
  return found;
}

/** Lower case, without accents, with straight quotes and hyphens; as long as `text`, so that indices agree. */
export function fold(text: string): string {
  return text.replace(/[^\x00-\x7f]/g, plainOf).toLowerCase();
}

/** A run of letters, a run of digits, or one other character. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

export function wordsOf(folded: string): Word[] {
  return Array.from(folded.matchAll(/\d+|\p{L}+|[^\s]/gu), ({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}
