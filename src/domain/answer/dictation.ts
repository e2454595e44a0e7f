/** Marks that somebody spoke and a phone wrote out: "two yes period three no", "drei nein Komma", "deux oui virgule". */
import { countAt } from './number-words.ts';
import { has, matchesAt, wordsIn } from './phrases.ts';
import type { Token } from './tokens.ts';
import { verbs } from './verb-words.ts';

/** `firm`: it is hardly ever another word; the others need an answer before them. */
const spoken: readonly { words: string[]; mark: string; firm: boolean }[] = (
  [
    ['comma|komma|virgule', ',', true],
    ['coma|dash|hyphen|bindestrich|tiret|guion', ',', false],
    ['full stop|new line|newline|next line|new paragraph|neue zeile|neuer absatz|nachste zeile', ';', true],
    ['a la ligne|nouvelle ligne|nouveau paragraphe|nueva linea|nuevo parrafo|punto y aparte', ';', true],
    ['punto y seguido|punto y coma|point virgule|semicolon|semikolon|strichpunkt', ';', true],
    ['period|punkt|point|punto|punto final|point final', ';', false],
    ['doppelpunkt|colon|deux points|dos puntos', ':', false],
    ["question mark|fragezeichen|point d'interrogation|signo de interrogacion", '?', true],
    ["exclamation mark|exclamation point|ausrufezeichen|point d'exclamation|signo de exclamacion", '!', true],
  ] as const
).flatMap(([list, mark, firm]) =>
  list
    .split('|')
    .map((phrase) => ({ words: wordsIn(phrase), mark, firm }))
    .toSorted((one, two) => two.words.length - one.words.length),
);

const article =
  /^(?:the|a|to|on|for|this|that|of|der|den|dem|die|das|zum|zu|bei|le|la|l|les|un|au|ce|du|el|al|del|este|los)$/;

/** The tokens with such words as the marks they stand for; a word of a name, and what numbers an item, stays. */
export function withSpokenMarks(tokens: readonly Token[], names: ReadonlySet<string>): Token[] {
  const words = tokens.map(({ text }) => text);
  const found: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const mark = at === 0 || tokens[at]!.kind !== 'word' || names.has(words[at]!) ? null : markAt(words, at);
    if (!mark) {
      found.push(tokens[at]!);
      continue;
    }
    const [first, last] = [tokens[at]!, tokens[at + mark.length - 1]!];
    found.push({ ...first, text: mark.text, raw: mark.text, end: last.end, kind: 'mark', glued: false });
    at += mark.length - 1;
  }
  return found;
}

function markAt(words: readonly string[], at: number): { text: string; length: number } | null {
  const each = spoken.find((one) => one.words.every((word, next) => words[at + next] === word));
  if (!each || article.test(words[at - 1]!)) return null;
  const [length, next] = [each.words.length, words[at + each.words.length]];
  const numbers = next !== undefined && (/^\d/.test(next) || countAt([next], 0) !== null);
  const answered = matchesAt([words[at - 1]!], 0).some(({ meaning }) => meaning in verbs);
  const counted = /^\d/.test(words[at - 1]!) || countAt([words[at - 1]!], 0) !== null;
  if (each.firm) return { text: each.mark, length };
  if (each.mark !== ';') return answered || counted ? { text: each.mark, length } : null;
  // "Zwei ja, Punkt drei nein" numbers an item, and "no point" is no answer with a mark behind it.
  if (each.words[0] !== 'period' && numbers && has('number', words, at) > 0) return null;
  if (each.words[0] === 'point' && words[at - 1] === 'no') return null;
  return answered || (next === undefined && !counted) ? { text: each.mark, length } : null;
}
