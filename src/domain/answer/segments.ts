/** A sentence in which each item's number begins what is said of it: "1) ok 2) no", "number one is fine number two no he left". */
import type { Context, Edge } from './edges.ts';
import { has } from './phrases.ts';
import type { Token } from './tokens.ts';
import { daysOf } from './unclear.ts';

/** What is said of some items, their numbers first. */
export interface Segment {
  from: number;
  to: number;
  ns: number[];
}

/** Leads to an item's number, or fills the pause before it. */
const lead =
  /^(?:number|item|point|punkt|nummer|nr|numero|num|no|n|the|die|der|das|den|zu|zum|zur|bei|fur|mit|le|la|l|el|al|a|au|pour|para|por|del|de|du|con|to|for|on|and|und|et|y|then|dann|puis|luego|eh|euh|ah|ahm|ehm|uh|um|er|#|[,;.:/&+-])$/;
/** A number in letters is an item's only behind one of these. */
const tells = /^(?:number|item|point|punkt|nummer|nr|numero|num|die|der|das|le|la|el|al|au|#)$/;
/** Said where a mark was meant. */
export const dictated = /^(?:komma|punkt|virgule|point|coma|punto|comma|period|full|stop)$/;
const listMark = /^[):.=-]$/;

/** "1) … 2) …": every number of the list bears the mark of the first. */
export function listedIn(tokens: readonly Token[], edges: readonly Edge[][], context: Context): Segment[] | null {
  const mark = tokens[1];
  if (tokens[0]?.kind !== 'number' || !mark?.glued || !listMark.test(mark.text)) return null;
  const segments = segmentsOf(tokens, edges, context, (at) => {
    const [next, after] = [tokens[at + 1], tokens[at + 2]];
    return next?.glued === true && next.text === mark.text && after !== undefined && !after.glued;
  });
  return segments?.every(({ from }) => tokens[from]!.kind === 'number') ? segments : null;
}

/** The same without marks. */
export const numberedIn = (tokens: readonly Token[], edges: readonly Edge[][], context: Context): Segment[] | null =>
  segmentsOf(tokens, edges, context, () => true);

function segmentsOf(
  tokens: readonly Token[],
  edges: readonly Edge[][],
  context: Context,
  isHead: (at: number) => boolean,
): Segment[] | null {
  const words = tokens.map(({ text }) => text);
  const inDays = daysOf(edges);
  const found: (Segment & { head: number })[] = [];
  let end = 0;
  for (const at of words.keys()) {
    const number = at < end || inDays.has(at) || !isHead(at) ? null : numberAt(tokens, edges, at, context);
    if (!number) continue;
    let from = at;
    const least = found.at(-1)?.head ?? 0;
    while (from > least && lead.test(words[from - 1]!) && !refuses(words, from - 1)) from -= 1;
    // "2: no / 1 + 3: yes": the numbers joined to a head are headed with it.
    const joined = found.length > 0 ? joinedTo(tokens, edges, at, least, context) : [];
    if (joined.length > 0) from = joined[0]!.at;
    number.ns = [...joined.map(({ n }) => n), ...number.ns];
    const last = found.at(-1);
    // "1 and 3 ok" is said of both, "three, er, three no" of one.
    if (last && from <= last.head) {
      if (last.ns.join() === number.ns.join()) last.from = at;
      last.ns = [...new Set([...last.ns, ...number.ns])];
    } else {
      if (last) last.to = from;
      found.push({ from, to: words.length, ns: number.ns, head: at });
    }
    found.at(-1)!.head = number.to;
    end = number.to;
  }
  const [first, ...more] = found;
  if (!first || more.length === 0 || !opensOnly(edges, first.from)) return null;
  // "1, remind me of 4": behind a comma or such a word the number ends what went before.
  if (found.some(({ head, from }) => words[head] === ',' || (from > 0 && leadsOn.test(words[from - 1]!)))) return null;
  return found.map(({ from, to, ns }, index) => {
    const start = index === 0 ? from : skipped(words, from, to);
    let stop = to;
    while (stop > start + 1 && (/^[,;.]$/.test(words[stop - 1]!) || dictated.test(words[stop - 1]!))) stop -= 1;
    return { from: start, to: stop, ns };
  });
}

/** Numbers that "and", a comma or a plus joins to the one at this place, behind a mark or an answer. */
function joinedTo(tokens: readonly Token[], edges: readonly Edge[][], head: number, least: number, context: Context) {
  const found: { at: number; n: number }[] = [];
  let at = head;
  while (at - 2 > least && /^(?:[,+&]|and|und|et|y)$/.test(tokens[at - 1]!.text) && tokens[at - 2]!.kind === 'number') {
    const number = numberAt(tokens, edges, at - 2, context);
    if (number?.ns.length !== 1 || number.to !== at - 1) break;
    found.unshift({ at: at - 2, n: number.ns[0]! });
    at -= 2;
  }
  while (at - 1 > least && /^(?:and|und|et|y)$/.test(tokens[at - 1]!.text)) at -= 1;
  const answered = edges.slice(least, at).some((here) => here.some(({ kind, to }) => kind === 'verb' && to === at));
  return tokens[at - 1]?.kind === 'mark' || answered ? found : [];
}

/** "1 claro que no, 2 …": before a mark "no" leads to no number. */
const refuses = (words: readonly string[], at: number): boolean =>
  /^(?:no|n)$/.test(words[at]!) && /^[,;:/|+&…-]$/.test(words[at + 1] ?? '');

/** Marks and "and" before a segment belong to none. */
function skipped(words: readonly string[], from: number, to: number): number {
  let at = from;
  while (
    at < to - 1 &&
    /^(?:[,;.:&+/-]|and|und|et|y|then|dann|puis|luego|eh|euh|ah|ahm|ehm|uh|um|er)$/.test(words[at]!)
  )
    at += 1;
  return at;
}

function numberAt(tokens: readonly Token[], edges: readonly Edge[][], at: number, { items }: Context) {
  if (at >= tokens.length) return null;
  const before = tokens[at - 1]?.text ?? '';
  if (/^(?:um|at|gegen|las)$/.test(before) && tokens[at]!.kind === 'number') return null;
  if (tokens[at]!.kind !== 'number' && !tells.test(before)) return null;
  const known = (n: number): boolean => items.some((item) => item.n === n);
  const refs = edges[at]!.flatMap((edge) =>
    edge.kind === 'ref' && edge.ref.kind === 'numbers' && !edge.prefixed && edge.ref.ns.every(known)
      ? [{ ns: edge.ref.ns, to: edge.to }]
      : [],
  );
  return refs.toSorted((one, two) => two.to - one.to)[0] ?? null;
}

/** "All yes, only 3 no". */
const merely =
  /^(?:only|just|but|however|though|although|tho|nur|bloss|lediglich|aber|jedoch|allerdings|seul|seulement|juste|mais|cependant|solo|solamente|pero)$/;
const self = /^(?:i|we|ich|wir|je|j|on|nous|yo)$/;
const turns = /^(?:,|but|however|although|though|whereas|while|aber|jedoch|wahrend|mais|cependant|pero|mientras)$/;

/** Marks and words between two commands of which the second begins with an item's number: "ok 1 and 3, 4 on Friday". */
export function cutsOf(tokens: readonly Token[], edges: readonly Edge[][], context: Context): [number, number][] {
  const inDays = daysOf(edges);
  return tokens.flatMap(({ text }, at): [number, number][] => {
    if (at === 0 || inDays.has(at) || !turns.test(text)) return [];
    if (text !== ',' && /^(?:,|not|nicht|pas|no)$/.test(tokens[at - 1]!.text)) return [];
    let begin = at + 1;
    while (begin < tokens.length && merely.test(tokens[begin]!.text)) begin += 1;
    let next = begin;
    while (next < tokens.length && lead.test(tokens[next]!.text)) next += 1;
    // "All yes, only not 3" may leave it open.
    if (begin > at + 1 && /^(?:nicht|not|pas)$/.test(tokens.at(-1)!.text)) return [];
    // "I accept 1 but I reject 2"
    while (text !== ',' && next < tokens.length - 1 && self.test(tokens[next]!.text)) next += 1;
    const named = (edges[next] ?? []).some(
      (edge) => (edge.kind === 'ref' && edge.ref.kind === 'any') || edge.kind === 'not' || edge.kind === 'verb',
    );
    return numberAt(tokens, edges, next, context) || (named && text !== ',') ? [[at, begin]] : [];
  });
}

/** "Yes - 1 …" agrees to it. */
const decides = (edge: Edge): boolean =>
  (edge.kind === 'filler' && edge.cost !== undefined) || (edge.kind === 'opening' && edge.yes && !edge.mild);

const leadsOn =
  /^(?:about|of|re|regarding|until|till|til|with|by|in|from|at|after|before|than|uber|an|von|bis|auf|nach|vor|ab|sur|jusqu|avec|dans|apres|avant|chez|sobre|hasta|en|tras|desde)$/;

/** Only a greeting and small words stand before. */
function opensOnly(edges: readonly Edge[][], to: number): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < to; at++)
    if (reached.has(at))
      for (const edge of edges[at]!)
        if (/^(?:opening|filler|sep|and|manners)$/.test(edge.kind) && !decides(edge)) reached.add(edge.to);
  return reached.has(to);
}

const hard = /^(?:if|unless|wenn|falls|sofern|sauf|salvo)$/;

/** Behind a refusal the rest up to the next number says why, unless it takes it back. */
export function refusal(words: readonly string[], edges: readonly Edge[][]): number | null {
  for (let at = 1; at < Math.min(words.length - 1, 6); at++) {
    const no = edges[at]!.find((edge) => edge.kind === 'verb' && (edge.sense === 'no' || edge.sense === 'reject'));
    if (!no || /^\d/.test(words[no.to] ?? '')) continue;
    const rest = words.slice(no.to);
    const spoilt =
      has('condition', rest, 0) > 0 || rest.some((word, next) => hard.test(word) || has('doubt', rest, next) > 0);
    const tells = has('subject', rest, 0) > 0 || has('grounds', rest, 0) > 0 || has('because', rest, 0) > 0;
    const decided =
      !tells &&
      edges
        .slice(no.to)
        .some((here) =>
          here.some(
            (edge) =>
              edge.kind === 'verb' && !/^(?:praise|close|move|add|keep|sent|later|same|leave)$/.test(edge.sense),
          ),
        );
    return rest.length === 0 || spoilt || decided ? null : no.to;
  }
  return null;
}
