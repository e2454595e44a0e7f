/** Everything that the words of one sentence may be, place by place: the lattice through which the grammar looks for commands. */
import { ordinals, units } from '../reading/date-words.ts';
import { daysIn } from './days.ts';
import { groupEdges, isCount } from './groups.ts';
import { type Item, listed } from './items.ts';
import { mentionAt, type Name } from './names.ts';
import { type Option, optionAt } from './options.ts';
import { has, holdWordAt, isOurs, matchesAt, phrasesIn, spanish } from './phrases.ts';
import { type Target, targetAt } from './stages.ts';
import type { Token } from './tokens.ts';
import { type Sense, splitVerbs, verbs } from './verb-words.ts';

/** Which items a command is about. `any`: one of these, by a name. */
export type Ref =
  | { kind: 'numbers'; ns: number[] }
  | { kind: 'any'; ns: number[] }
  | { kind: 'all'; count: number | null }
  | { kind: 'rest' }
  | { kind: 'both' };

export type Edge = { to: number } & (
  | {
      kind: 'ref';
      ref: Ref;
      cost: number;
      sure?: boolean;
      given?: boolean;
      nth?: boolean;
      prefixed?: boolean;
      denied?: boolean;
      thing?: boolean;
    }
  | { kind: 'verb'; sense: Sense; word: string; tongues: number }
  | { kind: 'head'; verb: number }
  | { kind: 'particle'; verb: number; sense: Sense }
  | { kind: 'not'; word: string; tongues: number }
  | { kind: 'modal' }
  | { kind: 'day'; until: string | null; weekday: boolean }
  | { kind: 'yet' }
  | { kind: 'and'; cost: number }
  | { kind: 'sep'; mark: string }
  | { kind: 'filler'; acts: boolean; cost?: number }
  | { kind: 'manners' }
  | { kind: 'opening'; yes: boolean; mild: boolean }
  | { kind: 'request' }
  | { kind: 'except'; not: boolean }
  | { kind: 'hold' }
  | { kind: 'target'; n: number }
  | { kind: 'option'; n: number; value: string; marked: boolean }
);

/** What a whole answer has in common. */
export interface Context {
  items: readonly Item[];
  names: readonly Name[];
  options: readonly { n: number; options: readonly Option[] }[];
  /** Stages to which deals are proposed to move. */
  targets: readonly Target[];
  today: string;
  /** Some word of it is Spanish: "y" is "and". */
  spanish: boolean;
  /** "y" stands for yes in it, so "n" for no. */
  letters: boolean;
}

const numberWords = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eins: 1,
    zwei: 2,
    zwo: 2,
    drei: 3,
    vier: 4,
    funf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    uno: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
  }),
);
const ordinalEnds = /^(?:st|nd|rd|th|er|ere|eme|ste|o|a)$/;

/** A summary has no more items. */
const highest = 999;

const splits = splitVerbs.flatMap(([heads, particles, sense], verb) => [
  { verb, sense, heads: phrasesIn(heads), particles: phrasesIn(particles) },
]);

export function edgesOf(tokens: readonly Token[], context: Context): Edge[][] {
  const words = tokens.map(({ text }) => text);
  const edges: Edge[][] = words.map((_, at) => [
    ...phraseEdges(tokens, words, at, context),
    ...splitEdges(words, at),
    ...refEdges(tokens, words, at, context),
    ...groupEdges(tokens, words, at, context),
    ...markEdges(tokens, at),
    ...targetAt(words, at, context.targets).map((target): Edge => ({ kind: 'target', ...target })),
    ...context.options.flatMap(({ n, options }) =>
      [...optionAt(tokens, at, options), ...nthOption(words, at, options)].map(
        (chosen): Edge => ({ kind: 'option', n, ...chosen }),
      ),
    ),
  ]);
  const isItem = (n: number): boolean => context.items.some((item) => item.n === n);
  for (const { from, ...day } of daysIn(tokens, context.today, isItem)) edges[from]!.push({ kind: 'day', ...day });
  // "2-3 weeks" is no item, and no day either.
  for (const at of words.keys())
    if (
      tokens[at]!.kind === 'number' &&
      /^(?:-|bis|to|a|or|oder|ou|o)$/.test(words[at + 1] ?? '') &&
      tokens[at + 2]?.kind === 'number' &&
      units.has(words[at + 3] ?? '')
    )
      edges[at] = [];
  return withNames(withoutPhrases(wholeVerbs(edges), words));
}

/** The head of a verb whose other part follows is seldom a small word: "take 3 back". */
const wholeVerbs = (edges: Edge[][]): Edge[][] =>
  edges.map((here, at) => {
    const verbs = here.flatMap((edge) => (edge.kind === 'head' ? [edge.verb] : []));
    const goesOn = edges
      .slice(at + 1, at + 6)
      .some((next) => next.some((edge) => edge.kind === 'particle' && verbs.includes(edge.verb)));
    // "Still in my drafts" is no run of small words.
    const begins = here.some((edge) => edge.kind === 'verb' && edge.to - at > 1 && /^(?:un)?sent$/.test(edge.sense));
    return goesOn || begins ? here.map((edge) => (edge.kind === 'filler' ? { ...edge, cost: 4 } : edge)) : here;
  });

/** Within "on leave" and "not sure" no word decides anything. */
function withoutPhrases(edges: Edge[][], words: readonly string[]): Edge[][] {
  let end = 0;
  return edges.map((here, at) => {
    const length = Math.max(has('absence', words, at), has('doubt', words, at));
    if (length > 1) end = Math.max(end, at + length);
    return at < end
      ? here.filter((edge) => edge.to > end || !/^(?:verb|head|not|opening|except)$/.test(edge.kind))
      : here;
  });
}

/** A name of several words is nothing else, and nothing begins within it: "Stop & Shop". */
function withNames(edges: Edge[][]): Edge[][] {
  let [from, to] = [-1, -1];
  return edges.map((here, at) => {
    const name = here.find((edge) => edge.kind === 'ref' && edge.ref.kind === 'any' && edge.to - at > 1);
    if (name && at >= to) [from, to] = [at, name.to];
    if (at >= to || at === from)
      return at === from && name ? [name, ...here.filter(({ kind }) => kind === 'option')] : here;
    return [];
  });
}

/** Letters that an apostrophe has cut off; "one" beside what it stands for; "para" that is no stop. */
function isSmall(tokens: readonly Token[], at: number): boolean {
  const { text, glued } = tokens[at]!;
  if (/^[nljmtscd]$/.test(text))
    return (
      (glued && tokens[at - 1]?.kind === 'word') || (tokens[at + 1]?.glued === true && tokens[at + 1]?.kind === 'word')
    );
  if (text === 'para') return at > 0;
  if (text !== 'one') return true;
  const before = tokens[at - 1]?.text ?? '';
  return standsForOne.test(before) || (before !== '' && !isOurs(before) && tokens[at - 1]!.kind === 'word');
}

/** "Si" without its accent, before a word that we do not know: "if", in French and in Spanish. */
function isIf(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return !/í/i.test(tokens[at]!.raw) && next?.kind === 'word' && !isOurs(next.text);
}

const faulty = /^(?:wrong|bad|falsch|faux|falso)$/;

const standsForOne =
  /^(?:the|that|this|which|other|only|first|second|third|last|new|old|right|wrong|correct|s|no|any|every)$/;

/** Small words that begin a command: no list of items goes on behind them. */
const acting = new Set(
  'put take give get make set pon poner ponga haz hacer hacemos dejar mets mettre mettez fais faire mach mache machen leg lege legen stell stelle stellen setz setze setzen proceed proceeding'.split(
    ' ',
  ),
);

const fixedWords = /^(?:not|nicht|pas|no|en)$/;

function phraseEdges(tokens: readonly Token[], words: readonly string[], at: number, context: Context): Edge[] {
  const found: Edge[] = [];
  const longest = new Map<string, number>();
  // "No idea" and "no problem" are no "no".
  const blocked = Math.max(has('doubt', words, at), has('manners', words, at));
  const matches = matchesAt(words, at);
  // "Noch nicht" is no "noch" before a "nicht", "en espera" no "en".
  const verb = Math.max(
    0,
    ...matches.map(({ meaning, length }) =>
      meaning in verbs && meaning !== 'no' && words.slice(at, at + length).some((word) => fixedWords.test(word))
        ? length
        : 0,
    ),
  );
  for (const { meaning, length, tongues } of matches) {
    if (blocked > length && (meaning === 'not' || (meaning in verbs && meaning !== 'praise'))) continue;
    if (meaning === 'filler' && length === 1 && !isSmall(tokens, at)) continue;
    if (length < verb && (meaning === 'filler' || meaning === 'opening' || meaning === 'and')) continue;
    const to = at + length;
    if (meaning in verbs) {
      const word = words.slice(at, to).join(' ');
      if (word === 'y' && context.spanish) continue;
      if (word === 'si' && isIf(tokens, at)) continue;
      // "Glacier para la semana que viene"
      if (
        word === 'para' &&
        at > 0 &&
        tokens[at - 1]!.kind !== 'mark' &&
        /^(?:la|el|los|las|lo|manana|dentro|finales)$/.test(words[to] ?? '')
      )
        continue;
      // "No, wrong deal" says why.
      if (faulty.test(word) && tokens[to]?.kind === 'word' && !/^(?:please|one|pls|thanks)$/.test(words[to]!)) continue;
      found.push({ kind: 'verb', to, sense: meaning as Sense, word, tongues });
    } else if (meaning === 'filler' || meaning === 'manners')
      longest.set(meaning, Math.max(longest.get(meaning) ?? 0, length));
    else if (meaning === 'opening')
      found.push({
        kind: 'opening',
        to,
        yes: has('yes', words, at) > 0,
        mild: !/^(?:yes|yeah|ja|oui|si|sure|claro|right)$/.test(words[at]!),
      });
    else if (meaning === 'request') found.push({ kind: 'request', to });
    else if (meaning === 'not') found.push({ kind: 'not', to, word: words[at]!, tongues });
    else if (meaning === 'modal') found.push({ kind: 'modal', to });
    else if (meaning === 'yet') found.push({ kind: 'yet', to });
    else if (meaning === 'except')
      found.push({ kind: 'except', to, not: to - at > 1 && /^(?:not|nicht|pas|no)$/.test(words[to - 1]!) });
    else if (meaning === 'all') found.push(...allEdges(words, to));
    else if (meaning === 'rest') found.push({ kind: 'ref', to, ref: { kind: 'rest' }, cost: 0 });
    else if (meaning === 'both') found.push({ kind: 'ref', to, ref: { kind: 'both' }, cost: 0 });
    else if (meaning === 'and') {
      const letter = words[at] as string;
      if (letter === 'n' && context.letters) continue;
      if (/^[ye]$/.test(letter) && !context.spanish && tongues === spanish) continue;
      found.push({ kind: 'and', to, cost: letter === 'n' ? 1 : 0 });
    }
  }
  for (const [kind, length] of longest)
    found.push({ kind: kind as 'filler' | 'manners', to: at + length, acts: length === 1 && acting.has(words[at]!) });
  for (const length of holdWordAt(words, at)) found.push({ kind: 'hold', to: at + length });
  return found;
}

/** "All", "all three": then there have to be three. */
function allEdges(words: readonly string[], to: number): Edge[] {
  const all: Edge = { kind: 'ref', to, ref: { kind: 'all', count: null }, cost: 0 };
  const skip = /^(?:the|los|las|les|die|of)$/.test(words[to] ?? '') ? 1 : 0;
  const word = words[to + skip] ?? '';
  const count = numberWords.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined);
  return count === undefined ? [all] : [all, { kind: 'ref', to: to + skip + 1, ref: { kind: 'all', count }, cost: 0 }];
}

function splitEdges(words: readonly string[], at: number): Edge[] {
  const found: Edge[] = [];
  const begins = (phrase: string[]): boolean => phrase.every((word, next) => words[at + next] === word);
  for (const { verb, sense, heads, particles } of splits) {
    for (const phrase of heads) if (begins(phrase)) found.push({ kind: 'head', to: at + phrase.length, verb });
    for (const phrase of particles)
      if (begins(phrase)) found.push({ kind: 'particle', to: at + phrase.length, verb, sense });
  }
  return found;
}

function refEdges(tokens: readonly Token[], words: readonly string[], at: number, context: Context): Edge[] {
  const found: Edge[] = [];
  const prefix = numberPrefix(tokens, words, at);
  for (const { skip, cost } of [{ skip: 0, cost: 0 }, ...prefix]) {
    const one = numberAt(tokens, at + skip);
    if (!one || isCount(words, at + skip)) continue;
    found.push({ kind: 'ref', to: one.to, ref: { kind: 'numbers', ns: [one.n] }, cost, prefixed: skip > 0 });
    const range = rangeFrom(tokens, words, one);
    if (range)
      found.push({ kind: 'ref', to: range.to, ref: { kind: 'numbers', ns: range.ns }, cost, prefixed: skip > 0 });
  }
  const nth = ordinals.get(words[at] ?? '');
  if (nth !== undefined && nth > 0 && listed(context.items).length > 1) {
    const item = listed(context.items)[nth - 1];
    if (item) found.push({ kind: 'ref', to: at + 1, ref: { kind: 'numbers', ns: [item.n] }, cost: 0, nth: true });
  }
  const mention = mentionAt(tokens, at, context.names);
  if (mention)
    found.push({
      kind: 'ref',
      to: mention.to,
      ref: { kind: 'any', ns: mention.ns },
      cost: 0,
      sure: mention.sure,
      given: mention.given,
    });
  return found;
}

/** "7 the second one". */
function nthOption(words: readonly string[], at: number, options: readonly Option[]) {
  const nth = ordinals.get(words[at] ?? '');
  const option =
    nth === undefined ? undefined : options.filter(({ value }) => value !== 'none').at(nth > 0 ? nth - 1 : -1);
  return option ? [{ to: at + 1, value: option.value, marked: true }] : [];
}

/** "Number 3", "#3", "no. 3"; without its dot "no 3" may refuse. */
function numberPrefix(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
): { skip: number; cost: number }[] {
  const length = has('number', words, at);
  if (length === 0) return [];
  const dot = /^[.:°º]$/.test(words[at + length] ?? '') && words[at] !== '#' ? 1 : 0;
  if (tokens[at + length + dot]?.kind !== 'number' && !numberWords.has(words[at + length + dot] ?? '')) return [];
  const doubtful = /^(?:no|n)$/.test(words.slice(at, at + length).join('')) && !/^[.°º]$/.test(words[at + length]!);
  return [{ skip: length + dot, cost: doubtful ? 4 : 0 }];
}

/** "Le un", "numéro un": a number, and no article. */
const isCounted = (tokens: readonly Token[], at: number): boolean =>
  /^(?:le|numero|au|point)$/.test(tokens[at - 1]?.text ?? '');

function numberAt(tokens: readonly Token[], at: number): { n: number; to: number } | null {
  const token = tokens[at];
  if (!token) return null;
  const word =
    numberWords.get(token.text) ?? (/^(?:un|une)$/.test(token.text) && isCounted(tokens, at) ? 1 : undefined);
  if (token.text === 'one' && standsForOne.test(tokens[at - 1]?.text ?? '')) return null;
  if (word !== undefined) return { n: word, to: at + 1 };
  if (token.kind !== 'number' || Number(token.text) > highest || token.text.length > 3) return null;
  const [next, after] = [tokens[at + 1], tokens[at + 2]];
  // A time, a price, a share.
  if (next?.glued && /^[:.,]$/.test(next.text) && after?.glued && after.kind === 'number' && after.text.length !== 1)
    return null;
  if (next && /^[%€$£]$/.test(next.text)) return null;
  const before = tokens[at - 1];
  // The "5" of "1.5".
  if (token.glued && before?.glued && before.text === '.' && tokens[at - 2]?.kind === 'number') return null;
  if (token.glued && before && /^[€$£]$/.test(before.text)) return null;
  const ordinal = next?.glued && ordinalEnds.test(next.text) ? 1 : 0;
  return { n: Number(token.text), to: at + 1 + ordinal };
}

/** The longest run that somebody spells with two numbers. */
const longestRange = 20;

function rangeFrom(tokens: readonly Token[], words: readonly string[], one: { n: number; to: number }) {
  const length = words[one.to] === '..' ? 1 : has('through', words, one.to);
  if (length === 0) return null;
  const two = numberAt(tokens, one.to + length);
  if (!two || two.n <= one.n || two.n - one.n > longestRange) return null;
  return { to: two.to, ns: Array.from({ length: two.n - one.n + 1 }, (_, index) => one.n + index) };
}

function markEdges(tokens: readonly Token[], at: number): Edge[] {
  const { text, kind } = tokens[at]!;
  if (kind === 'emoji' && /^[\u27a1\u2192]/.test(text)) return [{ kind: 'sep', to: at + 1, mark: ':' }];
  // Other faces than those that decide or doubt something are manners.
  if (kind === 'emoji' && matchesAt([text], 0).length === 0) return [{ kind: 'manners', to: at + 1 }];
  if (kind !== 'mark') return [];
  return /^[,:\-=.()[\]/!>→;…•·|#+&]$/.test(text) ? [{ kind: 'sep', to: at + 1, mark: text }] : [];
}
