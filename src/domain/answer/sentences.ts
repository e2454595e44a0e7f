/** Where one sentence of an answer ends and the next begins. */
import { has } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Before a full stop these are cut short. */
const abbreviated = new Set([
  'no',
  'nr',
  'num',
  'nos',
  's',
  'z',
  'b',
  'd',
  'h',
  'i',
  'o',
  'p',
  'st',
  'ext',
  'tel',
  'approx',
  'ca',
  'm',
  'mr',
  'mrs',
  'ms',
  'mme',
  'dr',
  'hr',
  'fr',
  'sr',
  'sra',
]);

/** Of these only before a number: "not yet, no. And …". */
const forNumber = /^(?:no|nr|num|nos)$/;

/** A full stop behind a number numbers what follows as often as it ends what went before: the grammar tells. */
export function sentencesOf(tokens: readonly Token[]): { words: Token[]; question: boolean }[] {
  const found: { words: Token[]; question: boolean }[] = [];
  let words: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    const stop =
      (token.text === '.' && !isCutShort(tokens[at - 1], next) && next?.text !== '.') ||
      // "Driving.. 1 yes"
      (token.text === '..' && tokens[at - 1]?.kind === 'word' && next?.glued !== true);
    if (!stop && !/^[!?;]$/.test(token.text)) {
      words.push(token);
      continue;
    }
    if (/^[!?]$/.test(next?.text ?? '') && words.length > 0 && token.text !== '?') continue;
    found.push({ words, question: token.text === '?' });
    words = [];
  }
  found.push({ words, question: false });
  for (let at = found.length - 1; at > 0; at--) {
    const [before, here] = [found[at - 1]!, found[at]!];
    // "4: she is still in. So no."
    const so = has(
      'so',
      here.words.map(({ text }) => text),
      0,
    );
    if (so === 0 || here.words.length - so !== 1 || here.question || before.question || before.words.length === 0)
      continue;
    const stop = tokens[tokens.indexOf(here.words[0]!) - 1]!;
    found.splice(at - 1, 2, { words: [...before.words, { ...stop, text: ',' }, ...here.words], question: false });
  }
  return found.filter((each) => each.words.length > 0 || each.question).filter(({ words: some }) => some.length > 0);
}

const isCutShort = (before: Token | undefined, next: Token | undefined): boolean =>
  before === undefined ||
  before.kind === 'number' ||
  next?.glued === true ||
  (abbreviated.has(before.text) && next !== undefined && (next.kind === 'number' || !forNumber.test(before.text)));
