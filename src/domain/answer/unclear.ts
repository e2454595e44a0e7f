/** Words of an answer that are no command, and yet were meant to decide something: they have to be asked back. */
import type { Context, Edge } from './edges.ts';
import { has, type Meaning } from './phrases.ts';
import { dialled } from './refs.ts';

/** Thanks, a greeting, "got it": every word has its part in good manners, one of them says so. */
export function onlyManners(edges: readonly Edge[][], words: readonly string[]): boolean {
  const reach: (0 | 1 | 2)[] = [1];
  for (let at = 0; at < words.length; at++) {
    const so = reach[at] ?? 0;
    if (so === 0) continue;
    for (const edge of edges[at]!) {
      // "Thanks 👌"
      const thumb = so === 2 && edge.kind === 'verb' && edge.sense === 'yes' && thumbs.test(edge.word);
      const polite = edge.kind === 'manners' || thumb;
      if (
        !polite &&
        edge.kind !== 'filler' &&
        edge.kind !== 'sep' &&
        edge.kind !== 'and' &&
        !(edge.kind === 'opening' && !firmYes.test(words[at]!))
      )
        continue;
      const next = polite || so === 2 ? 2 : 1;
      reach[edge.to] = Math.max(reach[edge.to] ?? 0, next) as 1 | 2;
    }
  }
  return reach[words.length] === 2;
}
const thumbs = /^(?:👍|👌|✅|✔)$/u;
const firmYes = /^(?:yes|yeah|ja|oui|si|right|claro|klar)$/;

export const isNamed = (edge: Edge): boolean => edge.kind === 'ref' && edge.ref.kind === 'any' && !edge.thing;

/** Places of words that belong to a day of several. */
export const daysOf = (edges: readonly Edge[][]): ReadonlySet<number> =>
  new Set(
    edges.flatMap((here, at) =>
      here.flatMap((edge) =>
        edge.kind === 'day' && edge.to - at > 1 ? Array.from({ length: edge.to - at }, (_, next) => at + next) : [],
      ),
    ),
  );

/** A number of an item beside a verb. */
export function decides(
  edges: readonly Edge[][],
  from: number,
  to: number,
  { items }: Context,
  beside = false,
): boolean {
  for (let at = from; at < to; at++)
    for (const edge of edges[at]!) {
      if (edge.kind !== 'ref' || edge.to > to) continue;
      const { ref } = edge;
      if (ref.kind !== 'any' && !(ref.kind === 'numbers' && ref.ns.some((n) => items.some((item) => item.n === n))))
        continue;
      // Beside a command "Bill called" is a reason, and "hold Evergreen" none.
      const by = ref.kind === 'any' ? (beside ? strong : deciding) : null;
      const around = by && beside ? [at - 1, at - 2, at - 3, at - 4] : [edge.to, edge.to + 1, at - 1, at - 2];
      const near = around.filter((next) => next >= from && next < to);
      const ended = by === null && endsAt(edges, from, at);
      if (ended) return true;
      if (near.some((next) => edges[next]!.some((each) => each.kind === 'verb' && (by === null || by.has(each.sense)))))
        return true;
    }
  return false;
}

/** A verb of several words ends just before, or a small word before: "go ahead with 1". */
const endsAt = (edges: readonly Edge[][], from: number, at: number): boolean =>
  edges
    .slice(Math.max(from, at - 5), at)
    .some((here, index) =>
      here.some(
        (edge) =>
          edge.kind === 'verb' &&
          edge.to > Math.max(from, at - 5) + index + 1 &&
          (edge.to === at || edge.to === at - 1),
      ),
    );

/** Verbs that nobody uses but to decide. */
export const strong: ReadonlySet<string> = new Set([
  'approve',
  'reject',
  'snooze',
  'hold',
  'lift',
  'undo',
  'pause',
  'resume',
]);
const deciding: ReadonlySet<string> = new Set([...strong, 'add', 'close', 'move']);
const answering = /^(?:yes|no|ja|nein|oui|non|si|nope|yep|nee)$/;

/** What items are about. */
const parts =
  /^(?:contact|phone|number|stage|title|kontakt|telefon|telefonnummer|nummer|phase|numero|telephone|etape|contacto|telefono|etapa)$/;

/** "As usual": we are to know what that is. Yet "great as usual" thanks. */
export const leavesToUs = (words: readonly string[], edges: readonly Edge[][]): boolean =>
  words.length <= 6 &&
  words.some((_, at) => has('usual', words, at) > 0) &&
  !edges.some((here) => here.some(({ kind }) => kind === 'manners'));

/** A short line, as commands are. */
const short = 10;

/** Words that are no command: whether they were meant to decide something, so that it has to be asked back. */
export function asks(words: readonly string[], edges: readonly Edge[][], context: Context, question: boolean): boolean {
  if (question) return true;
  const within = (meaning: Meaning): boolean => words.some((_, at) => has(meaning, words, at) > 0);
  const kinds = edges.flat();
  if (within('absence') && !kinds.some((edge) => edge.kind === 'verb' && strong.has(edge.sense))) return false;
  if (within('doubt') && words.length <= 2 * short) return true;
  if (words.length <= 2 && words.every((word) => /^\d+$/.test(word))) return true;
  // "If in doubt, yes"
  if (
    has('condition', words, 0) > 0 &&
    words.length <= short &&
    kinds.some((edge) => edge.kind === 'verb' && (edge.sense === 'yes' || edge.sense === 'no'))
  )
    return true;
  // "Some of these are right"
  if (
    has('some', words, 0) > 0 &&
    (words.length <= 5 || (words.length <= short && kinds.some(({ kind }) => kind === 'verb')))
  )
    return true;
  if (within('elsewhere') && words.length <= short) return true;
  if (decides(edges, 0, words.length, context)) return true;
  if (numbersFirst(edges, context)) return true;
  // "El 1 solo si el jefe lo ve bien"
  if (within('condition') && words.length <= 2 * short && countsItem(edges, words, context)) return true;
  // "Pas le 3"
  if (words.length <= 6 && edges[0]!.some(({ kind }) => kind === 'not') && countsItem(edges, words, context))
    return true;
  const named = kinds.some((edge) => edge.kind === 'ref' && edge.ref.kind === 'any');
  if (named && (kinds.some((edge) => edge.kind === 'verb' && edge.sense !== 'praise') || words.length <= 3))
    return true;
  if (
    kinds.some((edge) => edge.kind === 'ref' && edge.ref.kind === 'all') &&
    kinds.some((edge) => edge.kind === 'except')
  )
    return true;
  if (named && (edges[0]!.some(isNamed) || edges[0]!.some(({ kind }) => kind === 'not')) && words.length <= short)
    return true;
  // "The second one is fine but the rest no", "… but give 4 another month"
  if (words.length <= 2 * short && !/^(?:i|ill|ich|je|yo)$/.test(words[0]!)) {
    const verb = kinds.some((edge) => edge.kind === 'verb');
    if (verb && kinds.some((edge) => edge.kind === 'ref' && edge.ref.kind === 'rest')) return true;
    if (verb && kinds.some(({ kind }) => kind === 'day') && countsItem(edges, words, context)) return true;
  }
  if (words.length > short || has('thanks', words, 0) > 0) return false;
  const polite = /^(?:please|pls|bitte)$/.test(words[0]!) ? 1 : 0;
  if (has('vague', words, polite) > 0 && words.length <= 6 + polite) return true;
  if (answering.test(words[0]!) || (words.length <= 4 && answering.test(words.at(-1)!))) return true;
  // "The new contact is fine"
  if (
    words.some((word) => parts.test(word)) &&
    kinds.some((edge) => edge.kind === 'verb' && (edge.sense === 'yes' || edge.sense === 'praise'))
  )
    return true;
  if (
    kinds.some((edge) => edge.kind === 'ref' && edge.ref.kind === 'all') &&
    kinds.some((edge) => edge.kind === 'verb' && (edge.sense === 'yes' || edge.sense === 'praise'))
  )
    return true;
  if (kinds.some((edge) => edge.kind === 'option' && !edge.marked) && words.length <= short) return true;
  if (words.length <= 8 && countsItem(edges, words, context)) return true;
  if (edges[0]!.some((edge) => edge.kind === 'verb' && strong.has(edge.sense) && edge.word !== 'para')) return true;
  return kinds.some((edge) => edge.kind === 'verb' && strong.has(edge.sense) && !weakHere.test(edge.word));
}
const weakHere = /^(?:come back|back on|on hold|passer|halt|para|remets|lass|fait|weiter|rappel|reminder)$/;

/** An item's number that is no part of a day or a time. */
export function countsItem(edges: readonly Edge[][], words: readonly string[], { items }: Context): boolean {
  const inDay = daysOf(edges);
  return words.some(
    (word, at) =>
      !inDay.has(at) &&
      !/^(?:at|um|gegen|around|las)$/.test(words[at - 1] ?? '') &&
      !dialled.test(words[at - 1] === '.' ? (words[at - 2] ?? '') : (words[at - 1] ?? '')) &&
      /^\d/.test(word) &&
      items.some(({ n }) => n === Number(word)),
  );
}

/** The line begins with an item's number. */
function numbersFirst(edges: readonly Edge[][], { items }: Context): boolean {
  const at = edges[0]!.some(({ kind }) => kind === 'opening') ? [0, 1, 2] : [0];
  return at.some((index) =>
    (edges[index] ?? []).some(
      (edge) =>
        edge.kind === 'ref' &&
        edge.ref.kind === 'numbers' &&
        edge.ref.ns.some((n) => items.some((item) => item.n === n)),
    ),
  );
}

export function namedIn(edges: readonly Edge[][], from: number, to: number, { items }: Context): number[] {
  const known = new Set(items.map(({ n }) => n));
  const inDays = daysOf(edges);
  return edges
    .slice(from, to)
    .flatMap((each, index) =>
      each.flatMap((edge) =>
        edge.kind === 'ref' && !inDays.has(from + index) && (edge.ref.kind === 'numbers' || edge.ref.kind === 'any')
          ? edge.ref.ns.filter((n) => known.has(n))
          : [],
      ),
    );
}
