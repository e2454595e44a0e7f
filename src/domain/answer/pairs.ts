/** As many answers as items, each list by itself: "yes/yes/no for 2, 3 and 8", "2, 3, 8: ja, ja, nein". */
import { countAt } from './number-words.ts';
import { matchesAt } from './phrases.ts';
import type { Token } from './tokens.ts';

interface List {
  tokens: Token[];
  to: number;
  /** A stroke stands between two of them. */
  slashed: boolean;
}

/** Longer lists are none. */
const mostPairs = 20;

const letters: { [letter: string]: 'yes' | 'no' } = { y: 'yes', j: 'yes', s: 'yes', o: 'yes', n: 'no' };

function answerOf({ text, kind }: Token): 'yes' | 'no' | null {
  if (kind === 'number' || kind === 'mark') return null;
  const senses = new Set(matchesAt([text], 0).map(({ meaning }) => meaning));
  if (senses.has('yes') || senses.has('approve')) return 'yes';
  if (senses.has('no') || senses.has('reject')) return 'no';
  return letters[text] ?? null;
}

const between = /^(?:[,/;&+|]|and|und|et|y|e|u)$/;
const leads =
  /^(?:[:,=(-]|for|to|on|fur|zu|bei|auf|pour|para|a|al|is|are|it|s|the|items?|numbers?|nr|no|nummern?|punkte?|les|le|la|el|los|las|die|der|den|numeros?|c|est)$/;

function listAt(tokens: readonly Token[], from: number, lengthAt: (at: number) => number): List {
  const found: Token[] = [];
  let [at, to, slashed] = [from, from, false];
  while (at < tokens.length && found.length < mostPairs) {
    const length = lengthAt(at);
    if (length === 0) break;
    found.push({ ...tokens[at]!, end: tokens[at + length - 1]!.end });
    at += length;
    to = at;
    while (at < tokens.length && between.test(tokens[at]!.text)) {
      slashed ||= tokens[at]!.text === '/' && lengthAt(at + 1) > 0;
      at += 1;
    }
  }
  return { tokens: found, to, slashed };
}

const answersAt = (tokens: readonly Token[], from: number): List =>
  listAt(tokens, from, (at) => (tokens[at] && answerOf(tokens[at]!) ? 1 : 0));

/** Numbers in digits, or in one word. */
const numbersAt = (tokens: readonly Token[], from: number): List =>
  listAt(tokens, from, (at) => {
    const token = tokens[at];
    if (token?.kind === 'number' && token.text.length <= 3) return 1;
    return token && countAt([token.text], 0) ? 1 : 0;
  });

/** The same said item by item; `none` where the lists do not go together, null where this is something else. */
export function paired(tokens: readonly Token[], from: number): Token[] | 'none' | null {
  const answersFirst = answersAt(tokens, from);
  const first = answersFirst.tokens.length > 0 ? answersFirst : numbersAt(tokens, from);
  if (first.tokens.length < 2) return null;
  let at = first.to;
  while (at < tokens.length && leads.test(tokens[at]!.text)) at += 1;
  const second = first === answersFirst ? numbersAt(tokens, at) : answersAt(tokens, at);
  const [answers, numbers] = first === answersFirst ? [first, second] : [second, first];
  const differ = new Set(answers.tokens.map((token) => answerOf(token))).size > 1;
  if (!differ) return null;
  // Answers without items are asked about, even where there are as many.
  if (numbers.tokens.length === 0) return null;
  const rest = tokens.slice(second.to).filter(({ text }, index) => index > 0 || !/^[.)]$/.test(text));
  const each = rest.length > 0 && respectively.test(rest[0]!.text);
  if (!(answers.slashed || answers.tokens.length > 2 || each)) return null;
  // What goes on without a mark is no list of answers.
  const next = tokens[second.to];
  if (next && next.kind !== 'mark' && !respectively.test(next.text)) return null;
  if (answers.tokens.length !== numbers.tokens.length) return 'none';
  return joined(numbers.tokens, answers.tokens, each ? rest.slice(1) : rest);
}

const respectively = /^(?:respectively|jeweils|respectivement|respectivamente|resp)$/;

const joined = (numbers: readonly Token[], answers: readonly Token[], rest: readonly Token[]): Token[] => [
  ...numbers.flatMap((number, index) => {
    const answer = { ...answers[index]!, glued: false };
    const word = answerOf(answer) as string;
    const mark: Token = { ...answer, text: ',', raw: ',', kind: 'mark', glued: true };
    return [...(index > 0 ? [mark] : []), { ...number, glued: false }, { ...answer, text: word, raw: word }];
  }),
  ...rest,
];
