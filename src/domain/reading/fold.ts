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

/** As `/\d+|\p{L}+|\S/gu` would find them, several times as fast: every sentence is taken apart more than once. */
export function wordsOf(folded: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < folded.length; ) {
    const start = at;
    const code = folded.codePointAt(at)!;
    const kind = kindOf(code);
    at += code > 0xffff ? 2 : 1;
    if (kind === 'space') continue;
    if (kind !== 'other')
      for (let next: number; at < folded.length; at += next > 0xffff ? 2 : 1) {
        next = folded.codePointAt(at)!;
        if (kindOf(next) !== kind) break;
      }
    words.push({ text: folded.slice(start, at), start, end: at });
  }
  return words;
}

type Kind = 'space' | 'digit' | 'letter' | 'other';

const kindByExpression = (code: number): Kind => {
  const letter = String.fromCodePoint(code);
  if (/\d/.test(letter)) return 'digit';
  if (/\p{L}/u.test(letter)) return 'letter';
  return /\s/.test(letter) ? 'space' : 'other';
};
const asciiKinds = Array.from({ length: 128 }, (_, code) => kindByExpression(code));
const kindOf = (code: number): Kind => asciiKinds[code] ?? kindByExpression(code);
