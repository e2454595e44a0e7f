/** Which items words name: by number, by place in the list, by a name. */
import { units } from '../reading/date-words.ts';
import type { Context, Edge } from './edges.ts';
import { isCount } from './groups.ts';
import { listed } from './items.ts';
import { mentionAt } from './names.ts';
import { countAt, groupAt, lastAt, nthOf, numberWords } from './number-words.ts';
import type { Option } from './options.ts';
import { french, has, matchesAt, spanish } from './phrases.ts';
import type { Token } from './tokens.ts';
import { verbs } from './verb-words.ts';

/** "Uno de ellos", "l'un d'eux", "eine davon", and the "deux" of "l'un des deux": some, and not said which. */
const isOfThem = (words: readonly string[], at: number): boolean =>
  (words[at - 1] === 'sur' && (/^une?$/.test(words[at - 2] ?? '') || countAt(words, at - 2) !== null)) ||
  (words[at - 1] === 'aux' && !/^\d/.test(words[at] ?? '')) ||
  ofThem.test(words.slice(at + 1, at + 4).join(' ')) ||
  (/^(?:des|dos|der|los|las|lxs)$/.test(words[at - 1] ?? '') &&
    /^(?:un|une|uno|una|ein|eine|einer|eins|eines|einen|cual\p{L}*|l'?une?|de)$/u.test(words[at - 2] ?? ''));
const ofThem =
  /^(?:d eux|d elles|d entre (?:eux|elles)|de ell[oa]s|de est[oa]s|de es[oa]s|de l[oa]s \S+|des \S+|de ces|de (?:nos|mis|tus|sus)|davon|von (?:ihnen|denen|diesen|beiden|den)|der \S+|dieser)(?: |$)/;

const ordinalEnds = /^(?:st|nd|rd|th|er|ere|eme|ste|o|a)$/;

/** A summary has no more items. */
const highest = 999;

export const standsForOne =
  /^(?:the|that|this|which|other|only|first|second|third|last|new|old|right|wrong|correct|s|no|any|every)$/;

export function refEdges(tokens: readonly Token[], words: readonly string[], at: number, context: Context): Edge[] {
  const found: Edge[] = [];
  const prefix = numberPrefix(tokens, words, at);
  for (const { skip, cost } of [{ skip: 0, cost: 0 }, ...prefix]) {
    const one = numberAt(tokens, at + skip, context.spanish);
    if (!one || isCount(words, at + skip) || isOfThem(words, at + skip)) continue;
    const n = one.nth && isElsewhere(one.n, context) ? nowhere : one.n;
    found.push({ kind: 'ref', to: one.to, ref: { kind: 'numbers', ns: [n] }, cost, prefixed: skip > 0 });
    const range = rangeFrom(tokens, words, { ...one, from: at + skip }, context);
    if (range)
      found.push({ kind: 'ref', to: range.to, ref: { kind: 'numbers', ns: range.ns }, cost, prefixed: skip > 0 });
  }
  found.push(...placeEdges(words, at, context), ...countedAt(words, at, context));
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

/** "The 2nd" is the item of that number, unless another stands there. */
function isElsewhere(n: number, { items }: Context): boolean {
  const there = listed(items)[n - 1];
  return there !== undefined && there.n !== n;
}

/** "Les trois", "los cuatro": all, where there are so many. */
function countedAt(words: readonly string[], at: number, { items }: Context): (Edge & { kind: 'ref' })[] {
  const count = numberWords.get(words[at + 1] ?? '') ?? 0;
  const led = /^(?:les|los|las|aux)$/.test(words[at] ?? '') && !/^(?:a|para|de|sobre|hasta)$/.test(words[at - 1] ?? '');
  // "Las tres de la tarde", "los tres primeros"
  const goesOn = /^(?:y|et|de|en|h|heures|horas|premi|dern|prim|ult|jour|mois|sem|dia|mes)/.test(words[at + 2] ?? '');
  if (!led || goesOn || count < 3 || listed(items).length !== count) return [];
  return [{ kind: 'ref', to: at + 2, ref: { kind: 'all', count }, cost: 0 }];
}

/** By its place in the list: "the first", "the last one", "the first three". */
function placeEdges(words: readonly string[], at: number, { items }: Context): (Edge & { kind: 'ref' })[] {
  const shown = listed(items).map(({ n }) => n);
  if (shown.length < 2) return [];
  const place = (length: number, ns: number[], counted: boolean): Edge & { kind: 'ref' } => ({
    kind: 'ref',
    to: at + length,
    ref: { kind: 'numbers', ns },
    cost: 0,
    nth: true,
    counted,
  });
  // "Talking to the boss first"
  if (words[at] === 'first' && at > 1 && isAdverb(words, at)) return [];
  // "First thing tomorrow"
  if (/^(?:things?|times?|calls?|meetings?)$/.test(words[at + 1] ?? '')) return [];
  const group = groupAt(words, at);
  if (group && !units.has(words[at + group.length] ?? '')) {
    const ns =
      group.count > shown.length ? [nowhere] : shown.slice(...(group.first ? [0, group.count] : [-group.count]));
    return [place(group.length, ns, true)];
  }
  const last = lastAt(words, at);
  if (last > 0) return [{ ...place(last, [shown.at(-1)!], false), fromEnd: true }];
  const nth = nthOf(words[at] ?? '');
  const n = nth === undefined ? undefined : shown[nth - 1];
  // Far down a list a place may as well be the number of another item.
  return n === undefined || (nth! > mostPlaces && nth !== n && shown.includes(nth!)) ? [] : [place(1, [n], false)];
}

const isAdverb = (words: readonly string[], at: number): boolean =>
  (at + 1 === words.length || /^[,.:)-]$/.test(words[at + 1]!)) &&
  !/^(?:the|your|that|this|only|just|to|on|for|with|and|but|except|[,:-])$/.test(words[at - 1]!) &&
  matchesAt([words[at - 1]!], 0).every(({ meaning }) => !(meaning in verbs));

/** The number of no item. */
const nowhere = 0;
const mostPlaces = 3;

/** "7 the second one". */
export function nthOption(words: readonly string[], at: number, options: readonly Option[]) {
  const nth = lastAt(words, at) > 0 || words[at] === 'last' ? -1 : nthOf(words[at] ?? '');
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
  // "5 n #2 …": behind a number it is an answer.
  if (length === 0 || (words[at] === 'n' && tokens[at - 1]?.kind === 'number')) return [];
  let dot = 0;
  while (
    dot < 2 &&
    words[at] !== '#' &&
    (/^[.:°º]$/.test(words[at + length + dot] ?? '') || tokens[at + length + dot]?.raw === 'º')
  )
    dot += 1;
  if (tokens[at + length + dot]?.kind !== 'number' && !countAt(words, at + length + dot)) return [];
  const doubtful =
    /^(?:no|n)$/.test(words.slice(at, at + length).join('')) &&
    !/^[.°º]$/.test(words[at + length]!) &&
    !isNumberSign(tokens, at);
  return [{ skip: length + dot, cost: doubtful ? 4 : 0 }];
}

/** "Nº 8", "(no 8)", "la no 8", and "no 8" among French words: "no" is short for a number, and denies nothing. */
export function isNumberSign(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1]?.text ?? '', tokens[at]!, tokens[at + 1]];
  if (/[º°]/.test(token.raw)) return true;
  if (token.text !== 'no' || next?.kind !== 'number') return false;
  return /^(?:\(|la|el|le|les|los|las|du|del|al|au|de)$/.test(before) || isFrench(tokens);
}

/** Words of French alone, and none of Spanish, stand beside it. */
export function isFrench(tokens: readonly Token[]): boolean {
  const words = tokens.map(({ text }) => text).filter((word) => word !== 'no' && word !== 'si');
  const tongues = words.flatMap((_, at) => matchesAt(words, at).map((match) => match.tongues));
  return tongues.includes(french) && !tongues.includes(spanish);
}

/** "Le un", "numéro un": a number, and no article. */
const isCounted = (tokens: readonly Token[], at: number): boolean =>
  /^(?:le|numero|au|point)$/.test(tokens[at - 1]?.text ?? '') || countsOn(tokens, at);

/** "Un oui, deux non, trois oui"; of two it may be how many of each. */
const countsOn = (tokens: readonly Token[], at: number): boolean =>
  (at === 0 || tokens[at - 1]!.kind === 'mark') &&
  /^(?:oui|non)$/.test(tokens[at + 1]?.text ?? '') &&
  tokens
    .slice(at + 2, at + 20)
    .filter(({ text }, next, rest) => countAt([text], 0) && /^(?:oui|non)$/.test(rest[next + 1]?.text ?? '')).length >
    1;

/** Leads to a number that is called, or to a door. */
export const dialled = /^(?:ext|durchwahl|dw|tel|room|floor|suite|zimmer|etage|apparat|klappe|poste|planta)$/;

export function numberAt(
  tokens: readonly Token[],
  at: number,
  spanish: boolean,
): { n: number; to: number; nth?: boolean } | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.text === 'one' && standsForOne.test(tokens[at - 1]?.text ?? '')) return null;
  if (/^(?:un|une)$/.test(token.text) && isCounted(tokens, at)) return { n: 1, to: at + 1 };
  const count = countAt(wordsFrom(tokens, at), 0);
  // "Once Anna agrees" counts nothing.
  if (count && (token.text !== 'once' || spanish)) return { n: count.n, to: at + count.length };
  if (token.kind !== 'number' || Number(token.text) > highest || token.text.length > 3) return null;
  const [next, after] = [tokens[at + 1], tokens[at + 2]];
  // A time, a price, a share.
  if (next?.glued && /^[:.,]$/.test(next.text) && after?.glued && after.kind === 'number' && after.text.length !== 1)
    return null;
  if (next && /^[%€$£]$/.test(next.text)) return null;
  if (next?.glued && /^(?:w|wk|wks|d|mo|mos|hrs?)$/.test(next.text)) return null;
  // "1.5 weeks"
  if (next?.glued && /^[.,]$/.test(next.text) && after?.glued && units.has(tokens[at + 3]?.text ?? '')) return null;
  // "Until 6/1": a date, though nobody can tell which.
  const slash = next?.text === '/' ? at : tokens[at - 1]?.text === '/' ? at - 2 : -1;
  if (slash >= 0 && tokens[slash + 2]?.kind === 'number' && leadsDate.test(tokens[slash - 1]?.text ?? '')) return null;
  const before = tokens[at - 1];
  // "Ext. 4", "Durchwahl 4"
  if (dialled.test(before?.text === '.' ? (tokens[at - 2]?.text ?? '') : (before?.text ?? ''))) return null;
  // The "5" of "1.5".
  if (token.glued && before?.glued && before.text === '.' && tokens[at - 2]?.kind === 'number') return null;
  if (token.glued && before && /^[€$£]$/.test(before.text)) return null;
  const ordinal = next?.glued && ordinalEnds.test(next.text) ? 1 : 0;
  return { n: Number(token.text), to: at + 1 + ordinal, nth: ordinal > 0 };
}

const leadsDate = /^(?:until|till|til|by|before|bis|vor|jusqu|au|avant|hasta|al|antes)$/;

/** No number has more words. */
const wordsFrom = (tokens: readonly Token[], at: number): string[] => tokens.slice(at, at + 3).map(({ text }) => text);

/** The longest run that somebody spells with two numbers. */
const longestRange = 20;

/** Of two numbers that are listed those between, else all: then some are missing. */
export function rangeFrom(
  tokens: readonly Token[],
  words: readonly string[],
  one: { n: number; from: number; to: number },
  { items, spanish }: Context,
) {
  // "Du 2 au 7", yet "reporter le 2 au 7" waits until then.
  const span = /^(?:\.\.|…)$/.test(words[one.to] ?? '') || (words[one.to] === 'au' && words[one.from - 1] === 'du');
  const length = span ? 1 : has('through', words, one.to);
  if (length === 0) return null;
  const article = /^(?:the|le|la|el|der|die|das|zum|zur|number|numero|nummer)$/.test(words[one.to + length] ?? '')
    ? 1
    : 0;
  const two = numberAt(tokens, one.to + length + article, spanish);
  if (!two || two.n <= one.n || two.n - one.n > longestRange) return null;
  const run = Array.from({ length: two.n - one.n + 1 }, (_, index) => one.n + index);
  const isListed = (n: number): boolean => items.some((item) => item.n === n);
  return { to: two.to, ns: isListed(one.n) && isListed(two.n) ? run.filter(isListed) : run };
}
