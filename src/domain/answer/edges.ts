/** Everything that the words of one sentence may be, place by place: the lattice through which the grammar looks for commands. */
import { months, units } from '../reading/date-words.ts';
import { daysIn } from './days.ts';
import { groupEdges } from './groups.ts';
import type { Item } from './items.ts';
import type { Name } from './names.ts';
import { numberWords } from './number-words.ts';
import { type Option, optionAt } from './options.ts';
import { has, holdWordAt, isOurs, matchesAt, phrasesIn, spanish } from './phrases.ts';
import { isNumberSign, nthOption, refEdges, standsForOne } from './refs.ts';
import { isIf } from './si.ts';
import { type Target, targetAt } from './stages.ts';
import type { Token } from './tokens.ts';
import { type Sense, splitVerbs, verbs } from './verb-words.ts';

/** Which items a command is about. `any`: one of these, by a name. */
export type Ref =
  | { kind: 'numbers'; ns: number[] }
  | { kind: 'any'; ns: number[] }
  | { kind: 'all'; count: number | null }
  | { kind: 'rest'; count?: number }
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
      /** Several by their places: what stands within it is nothing else. */
      counted?: boolean;
      fromEnd?: boolean;
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
  | { kind: 'except'; not: boolean; denies: boolean }
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
    // "Still in my drafts", "está bien" are no runs of small words.
    const begins = here.some(
      (edge) =>
        edge.kind === 'verb' &&
        edge.to - at > 1 &&
        /^(?:(?:un)?sent|yes|praise|no)$/.test(edge.sense) &&
        !/^(?:please|pls|bitte)\b/.test(edge.word),
    );
    return goesOn || begins ? here.map((edge) => (edge.kind === 'filler' ? { ...edge, cost: 4 } : edge)) : here;
  });

const excusing = /^(?:sorry|apologies|for|thanks|thank|thx|cheers)$/;

/** Within "on leave" and "not sure" no word decides anything. */
function withoutPhrases(edges: Edge[][], words: readonly string[]): Edge[][] {
  let end = 0;
  return edges.map((here, at) => {
    const polite = has('manners', words, at);
    const length = Math.max(
      has('absence', words, at),
      has('doubt', words, at),
      polite > 2 && excusing.test(words[at]!) ? polite : 0,
    );
    if (length > 1) end = Math.max(end, at + length);
    return at < end
      ? here.filter((edge) => edge.to > end || !/^(?:verb|head|not|opening|except|modal)$/.test(edge.kind))
      : here;
  });
}

/** A name of several words is nothing else, and nothing begins within it: "Stop & Shop". */
function withNames(edges: Edge[][]): Edge[][] {
  let [from, to] = [-1, -1];
  return edges.map((here, at) => {
    const name = here.find(
      (edge) => edge.kind === 'ref' && (edge.counted || (edge.ref.kind === 'any' && edge.to - at > 1)),
    );
    if (name && at >= to) [from, to] = [at, name.to];
    if (at >= to || at === from)
      return at === from && name ? [name, ...here.filter(({ kind }) => kind === 'option')] : here;
    return [];
  });
}

/** Letters that an apostrophe has cut off; "one" beside what it stands for; "para" that is no stop. */
function isSmall(tokens: readonly Token[], at: number): boolean {
  const { text, glued } = tokens[at]!;
  if (/^[nljmtscdy]$/.test(text))
    return (
      (glued && tokens[at - 1]?.kind === 'word') || (tokens[at + 1]?.glued === true && tokens[at + 1]?.kind === 'word')
    );
  if (text === 'para') return at > 0;
  // "1 ok, 2 too, 4 no" says of 2 what was said of 1.
  if (text === 'too') return tokens[at - 1]?.kind !== 'number' && tokens[at + 1]?.kind === 'word';
  // "6 hab i eh geschickt"; at an end it doubts, or asks.
  if (text === 'eh') return at > 0 && tokens[at - 1]!.kind === 'word' && tokens[at + 1]?.kind === 'word';
  // "6 was not sent though"
  if (text === 'though' || text === 'tho') return at > 0 && (at + 1 === tokens.length || tokens[at + 1]!.text === ')');
  // "Approve only 1", "only approve 1"; elsewhere it is a condition.
  if (text === 'only') return isBesideApproval(tokens, at);
  if (text !== 'one') return true;
  const before = tokens[at - 1]?.text ?? '';
  return standsForOne.test(before) || (before !== '' && !isOurs(before) && tokens[at - 1]!.kind === 'word');
}

function isBesideApproval(tokens: readonly Token[], at: number): boolean {
  const approves = (index: number): boolean =>
    has('approve', [tokens[index]?.text ?? ''], 0) > 0 || has('yes', [tokens[index]?.text ?? ''], 0) > 0;
  return approves(at + 1) || (tokens[at + 1]?.kind === 'number' && (approves(at - 1) || approves(at - 2)));
}

const goesWell = (tokens: readonly Token[], to: number): boolean =>
  tokens[to] === undefined ||
  tokens[to].kind !== 'word' ||
  /^(?:y|e|la|el|l[oa]s|con|tambien|porfa|gracias)$/.test(tokens[to].text);

/** The Spanish word, which decides, and not the German one, which says nothing. */
const isBad = (tokens: readonly Token[], at: number, { spanish: speaks }: Context): boolean =>
  speaks &&
  !/^(?:mach|macht|schau|schaut|guck|sag|wart|warte|erst|noch|denk|lass|ein|leg|setz|frag)$/.test(
    tokens[at - 1]?.text ?? '',
  );

const faulty = /^(?:wrong|bad|falsch|faux|falso)$/;

/** Small words that begin a command: no list of items goes on behind them. */
const acting = new Set(
  'put take give get make set pon poner ponga haz hacer hacemos dejar mets mettre mettez fais faire mach mache machen leg lege legen stell stelle stellen setz setze setzen proceed proceeding'.split(
    ' ',
  ),
);

const gerund = /^(?:moving|closing|adding|updating)$/;
const leadsGerund = /^(?:not|never|to|with|for|on|of|about|and|mind|by|approve|ok|yes|no)$/;
const endsOnly = /^(?:isnt|is not|arent|are not|aint)$/;
const fixedWords = /^(?:not|nicht|pas|no|en)$/;

/** "The rest of December" is none of the items. */
const ofTime = (words: readonly string[], at: number): boolean =>
  /^(?:of|de|du|del|des|vom)$/.test(words[at] ?? '') &&
  [1, 2].some((next) => months.has(words[at + next] ?? '') || units.has(words[at + next] ?? ''));

function phraseEdges(tokens: readonly Token[], words: readonly string[], at: number, context: Context): Edge[] {
  const found: Edge[] = [];
  const longest = new Map<string, number>();
  // "No idea" and "no problem" are no "no".
  const blocked = Math.max(has('doubt', words, at), words[at] === 'ok' ? 0 : has('manners', words, at));
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
    const to = at + length;
    if (
      meaning === 'filler' &&
      length === 1 &&
      (!isSmall(tokens, at) || (words[at] === 'mal' && isBad(tokens, at, context)))
    )
      continue;
    // "Por qué cerrar la 4" asks.
    if (meaning === 'filler' && /^qué$/i.test(tokens[to - 1]!.raw)) continue;
    // "Ne ferme plus la 4"
    const denies =
      words[at] === 'plus' && length === 1 && words.slice(Math.max(0, at - 4), at).some((word) => /^ne?$/.test(word));
    if (denies && meaning === 'and') {
      found.push({ kind: 'not', to, word: 'plus', tongues });
      continue;
    }
    if (length < verb && (meaning === 'filler' || meaning === 'opening' || meaning === 'and')) continue;
    if (words[at] === 'si' && (meaning in verbs || meaning === 'opening') && isIf(tokens, at, context.names)) continue;
    // "(no 8)", "nº 8" number it.
    if (words[at] === 'no' && length === 1 && isNumberSign(tokens, at)) continue;
    if (meaning in verbs) {
      const word = words.slice(at, to).join(' ');
      if (
        word === 'y' &&
        (context.spanish ||
          !context.letters ||
          /^(?:la|el|l[oa]s|lo|con|para|por|de|del|al?|que)$/.test(words[to] ?? ''))
      )
        continue;
      // "La 1 va", yet "va mal", "va a cerrar".
      if (/^va[mn]?(?:os)?$/.test(word) && !goesWell(tokens, to)) continue;
      // "Il a validé la 1" tells of somebody.
      const told =
        /^(?:a|as|ont|avez|avait|avaient|aurait|auraient)$/.test(words[at - 1] ?? '') &&
        /é(?:e|s|es)?$/i.test(tokens[at]!.raw);
      if (told && meaning !== 'sent' && meaning !== 'unsent') continue;
      // "Jean m'a laissé un message", "sigue viva"
      if (meaning === 'leave' && /é$/i.test(tokens[at]!.raw)) continue;
      if (
        /^(?:sigue|continua)$/.test(word) &&
        tokens[to]?.kind === 'word' &&
        !/^(?:asi|con|nomas|adelante|por|porfa|todo|el|la)$/.test(words[to]!)
      )
        continue;
      // "Top ce résumé"
      if (word === 'resume' && (/é/i.test(tokens[at]!.raw) || /^(?:ce|le|du|un|ton|votre)$/.test(words[at - 1] ?? '')))
        continue;
      // "Glacier para la semana que viene"
      if (
        word === 'para' &&
        at > 0 &&
        tokens[at - 1]!.kind !== 'mark' &&
        /^(?:la|el|los|las|lo|manana|dentro|finales)$/.test(words[to] ?? '')
      )
        continue;
      // "2 is right, 3 isn't"
      if (endsOnly.test(word) && to < words.length && tokens[to]!.kind !== 'mark' && !/^(?:and|but)$/.test(words[to]!))
        continue;
      // "Yes to closing it", yet "Acme is moving" tells something.
      if (gerund.test(word) && at > 0 && tokens[at - 1]!.kind !== 'mark' && !leadsGerund.test(words[at - 1]!)) continue;
      // "They put me on hold", "stop by on Friday"
      const whose = words[at - 1] === 'on' ? words[at - 2] : words[at - 1];
      if (meaning === 'hold' && /^(?:me|us|im|m|am)$/.test(whose ?? '')) continue;
      if (word === 'stop' && /^(?:by|in|over)$/.test(words[to] ?? '')) continue;
      // "Hold on" waits for what is said next; "I approved 1" tells of the past.
      if (word === 'hold' && words[to] === 'on' && (to + 1 >= words.length || tokens[to + 1]!.kind === 'mark'))
        continue;
      if (/^(?:approv|reject|declin|confirm|accept)\w*ed$/.test(word) && /^(?:i|we)$/.test(words[at - 1] ?? ''))
        continue;
      // "No, wrong deal" says why.
      if (faulty.test(word) && tokens[to]?.kind === 'word' && !/^(?:please|one|pls|thanks)$/.test(words[to]!)) continue;
      found.push({ kind: 'verb', to, sense: meaning as Sense, word, tongues });
    } else if (meaning === 'manners' && words[at] === 'will' && tokens[to]?.kind === 'number') continue;
    else if (meaning === 'filler' || meaning === 'manners')
      longest.set(meaning, Math.max(longest.get(meaning) ?? 0, length));
    // "Update: 1 yes", yet "update Lee's number"
    else if (meaning === 'opening' && words[at] === 'update' && tokens[to]?.kind !== 'mark') continue;
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
      found.push({
        kind: 'except',
        to,
        not: to - at > 1 && /^(?:not|nicht|pas|no)$/.test(words[to - 1]!),
        denies: /^(?:not|nicht|pas|no)$/.test(words[to - 1]!),
      });
    else if (meaning === 'all') found.push(...allEdges(words, to));
    else if (meaning === 'rest' && !ofTime(words, to)) found.push({ kind: 'ref', to, ref: { kind: 'rest' }, cost: 0 });
    else if (meaning === 'others') found.push(...otherEdges(words, to));
    else if (meaning === 'both') found.push({ kind: 'ref', to, ref: { kind: 'both' }, cost: 0 });
    else if (meaning === 'and') {
      const letter = words[at] as string;
      if (letter === 'n' && context.letters) continue;
      const joins =
        context.spanish ||
        (letter === 'y' && !context.letters && tokens[at - 1]?.kind === 'number' && at + 2 === tokens.length);
      if (/^[ye]$/.test(letter) && !joins && tongues === spanish) continue;
      found.push({ kind: 'and', to, cost: letter === 'n' ? 1 : 0 });
    }
  }
  for (const [kind, length] of longest)
    found.push({ kind: kind as 'filler' | 'manners', to: at + length, acts: length === 1 && acting.has(words[at]!) });
  if (words[at] === 'mal' && isBad(tokens, at, context))
    found.push({ kind: 'verb', to: at + 1, sense: 'no', word: 'mal', tongues: spanish });
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

/** "The other three": as many as are left. */
function otherEdges(words: readonly string[], at: number): Edge[] {
  const word = words[at] ?? '';
  const count = numberWords.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined);
  return count === undefined || count < 2 ? [] : [{ kind: 'ref', to: at + 1, ref: { kind: 'rest', count }, cost: 0 }];
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

function markEdges(tokens: readonly Token[], at: number): Edge[] {
  const { text, kind } = tokens[at]!;
  if (kind === 'emoji' && /^[\u27a1\u2192]/.test(text)) return [{ kind: 'sep', to: at + 1, mark: ':' }];
  // Other faces than those that decide or doubt something are manners.
  if (kind === 'emoji' && matchesAt([text], 0).length === 0) return [{ kind: 'manners', to: at + 1 }];
  if (kind !== 'mark') return [];
  return /^[,:\-=.()[\]/!>→;…•·|#+&]$/.test(text) ? [{ kind: 'sep', to: at + 1, mark: text }] : [];
}
