/** Randomness that can be had again by its seed, and bodies of entries that are as odd as a ledger allows. */
import type { LedgerEntry, LedgerValue } from '../../src/domain/ledger.ts';

export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
}

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return { below, pick: (from) => from[below(from.length)]! };
}

const texts = [
  '',
  'sent_as_is',
  'Grüße',
  'naïve café',
  '見積もり',
  'د.ا',
  '🙂',
  '👩‍🚀',
  'a\u0301',
  '\ufb33',
  '\u{10ffff}',
  '\uffff',
  '\ufffd',
  '\ufeff',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u0000',
  '\u001f\u007f',
  '\b\t\n\v\f\r',
  '"\\/',
  '</script>',
  '\u00a0',
  '\u202e',
  '1.0',
  'null',
  '{"seq":1}',
];
const names = [
  'deal',
  'crm',
  '10',
  '9',
  '01',
  '-1',
  '',
  '__proto__',
  'constructor',
  'seq',
  'hash',
  '\ufb33',
  '🙂',
  'é',
  'e\u0301',
  '\r',
  '\u2028',
  '"',
];
const numbers = [0, 1, -1, 10, 4_294_967_296, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];

export function randomBody(random: Random, depth = 4): LedgerEntry['body'] {
  const members = Array.from({ length: random.below(5) }, () => [random.pick(names), randomValue(random, depth - 1)]);
  return Object.fromEntries(members);
}

function randomValue(random: Random, depth: number): LedgerValue {
  const kind = random.below(depth > 0 ? 9 : 7);
  if (kind < 3) return random.pick(texts) + random.pick(texts);
  if (kind < 5) return random.pick(numbers);
  if (kind < 7) return random.pick([true, false, null]);
  if (kind < 8) return Array.from({ length: random.below(4) }, () => randomValue(random, depth - 1));
  return randomBody(random, depth);
}
