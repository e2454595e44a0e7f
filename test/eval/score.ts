/** Counts of hits and misses, and what follows from them. */

export interface Score {
  name: string;
  hits: number;
  /** Found where there is none. */
  false: number;
  /** There and not found. */
  missed: number;
  /** One line each, for `--misses`. */
  misses: string[];
}

export const newScore = (name: string): Score => ({ name, hits: 0, false: 0, missed: 0, misses: [] });

export const precision = ({ hits, false: wrong }: Score): number => (hits + wrong === 0 ? 1 : hits / (hits + wrong));
export const recall = ({ hits, missed }: Score): number => (hits + missed === 0 ? 1 : hits / (hits + missed));
export const f1 = (score: Score): number => {
  const [p, r] = [precision(score), recall(score)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
};

/** One of two answers was right or not: a miss is both a wrong and a missing answer. */
export function judge(score: Score, right: boolean, line: () => string): void {
  if (right) score.hits += 1;
  else {
    score.false += 1;
    score.missed += 1;
    score.misses.push(line());
  }
}

const tokens = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Token F1 of two texts, as counted sets. */
export function tokenF1(one: string, other: string): number {
  const [a, b] = [tokens(one), tokens(other)];
  if (a.length === 0 && b.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const token of a) counts.set(token, (counts.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of b) {
    const left = counts.get(token) ?? 0;
    if (left === 0) continue;
    counts.set(token, left - 1);
    common += 1;
  }
  return common === 0 ? 0 : (2 * common) / (a.length + b.length);
}

/** Whether two quotes point at the same words: most of the shorter one stands in the longer. */
export function sameWords(one: string, other: string): boolean {
  const [a, b] = [tokens(one), tokens(other)].sort((x, y) => x.length - y.length) as [string[], string[]];
  const longer = new Set(b);
  return a.length > 0 && a.filter((token) => longer.has(token)).length / a.length >= 0.6;
}

/** Pairs found with labelled texts, each used once. */
export function matchTexts<L, F>(
  score: Score,
  labelled: L[],
  found: F[],
  text: (each: L) => string,
  foundText: (each: F) => string,
  name: string,
): [L, F][] {
  const left = [...found];
  const pairs: [L, F][] = [];
  for (const label of labelled) {
    const at = left.findIndex((each) => sameWords(text(label), foundText(each)));
    if (at < 0) {
      score.missed += 1;
      score.misses.push(`${name} missed: ${text(label)}`);
    } else {
      pairs.push([label, left[at]!]);
      left.splice(at, 1);
      score.hits += 1;
    }
  }
  for (const each of left) {
    score.false += 1;
    score.misses.push(`${name} false: ${foundText(each)}`);
  }
  return pairs;
}
