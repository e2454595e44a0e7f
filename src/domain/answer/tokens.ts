/** An answer as words, numbers, marks and emoji, each with its place. */
import { fold } from '../reading/fold.ts';
import { invisible } from '../text.ts';

export interface Token {
  /** Folded: lower case, no accents; a word's typing errors may be mended. */
  text: string;
  raw: string;
  start: number;
  end: number;
  kind: 'word' | 'number' | 'mark' | 'emoji';
  /** Nothing stands between it and the token before it. */
  glued: boolean;
}

/** Letters, a run of digits, "didn't" in one, or one other character. */
const piece = /\p{L}*n['’]t(?!\p{L})|[\p{L}\p{M}]+|\d+|\.{3,}|\.\.|\p{Extended_Pictographic}|\S/gu;

/** What colours or joins an emoji, makes a key of a digit, or shows nothing. */
const decoration = /[\u{1f3fb}-\u{1f3ff}\u20e3\u{1f9d1}\u2640\u2642]/gu;

/** One line, without what shows nothing, its digits Latin ones. As long lines as there are: callers bound them. */
export const plainLine = (line: string): string =>
  line
    .normalize('NFC')
    .replace(invisible, '')
    .replace(decoration, '')
    .replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitOf(digit)))
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t]/g, ' ')
    .trim();

/** The decimal digits of a script stand in a row of ten that begins at a place divisible by them or known from its zero. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) as number;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

/** Marks that people and phones set or leave out at will. */
const silent = /^['’‘"“”„«»*_`´¿¡]$/;

export function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  let end = -1;
  for (const { 0: raw, index } of line.matchAll(piece)) {
    const glued = end === index;
    end = index + raw.length;
    if (silent.test(raw)) continue;
    const word = raw.startsWith('...') ? '…' : fold(raw);
    tokens.push({
      text: word.replace(/['’]/g, '').replaceAll('ß', 'ss'),
      raw,
      start: index,
      end,
      kind: kindOf(raw),
      glued,
    });
  }
  return tokens;
}

function kindOf(raw: string): Token['kind'] {
  if (/^\d/.test(raw)) return 'number';
  if (/^\p{L}/u.test(raw)) return 'word';
  return /^\p{Extended_Pictographic}/u.test(raw) || '✓✔☑✗✘✖'.includes(raw) ? 'emoji' : 'mark';
}
