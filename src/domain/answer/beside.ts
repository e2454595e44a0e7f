/** What words beside a command do to it: say why, spoil it, or say nothing. */

import type { Context, Edge } from './edges.ts';
import { type foundBy, isLonely, readWords } from './grammar.ts';
import type { Command } from './growing.ts';
import { nthOf } from './number-words.ts';
import { firm, type Part } from './parts.ts';
import { has, type Meaning } from './phrases.ts';
import { ofOneself, turnsRound } from './tails.ts';
import type { Token } from './tokens.ts';
import { countsItem, decides, namedIn, onlyManners, strong } from './unclear.ts';

export interface Scene {
  tokens: readonly Token[];
  words: readonly string[];
  edges: readonly Edge[][];
  line: string;
  context: Context;
  found: ReturnType<typeof foundBy>;
}

type Effect = 'talk' | 'reason' | 'unclear' | 'spoils';

/** What words beside a command do to it. */
export function effectOf(
  part: Part & { commands: null },
  before: Command | undefined,
  next: Part | undefined,
  scene: Scene,
): Effect {
  const { words, edges, context } = scene;
  const { from, to } = part;
  const within = (meaning: Meaning): boolean =>
    words.some((_, at) => at >= from && at < to && has(meaning, words, at) > 0);
  const first = from + has('because', words, from);
  const own = edges.slice(from, to).map((each) => each.filter((edge) => edge.to <= to));
  if (
    onlyManners(
      own.map((each) => each.map((edge) => ({ ...edge, to: edge.to - from }))),
      words.slice(from, to),
    )
  )
    return 'talk';
  // "Remind me of 4 on Friday but …": the day was meant for it.
  const waits = before && /^(?:snooze|hold|pause|keep)$/.test(before.wish) && before.until === null;
  if (waits && edges[from]!.some((edge) => edge.kind === 'day' && edge.to <= to)) return 'spoils';
  // "1 yes, with 4 I have to think first": of another item from its first words on.
  const broad = before?.refs.some(({ kind }) => kind === 'all' || kind === 'rest') ?? false;
  if (before && !broad && names({ ...part, to: Math.min(to, from + 3) }, before, scene)) return 'unclear';
  if (before && turnsRound(before, words.slice(first > from ? first : from, to), context)) return 'spoils';
  if (before && isLonely(before) && /^(?:yes|no)$/.test(before.wish) && ofOneself(words.slice(from, to)))
    return 'spoils';
  // "1 yes, as John", "6 a, or b": another thing than what was asked.
  if (before && !firm.has(before.wish) && /^(?:as|als|comme|como)$/.test(words[from]!) && to - from <= 3)
    return 'spoils';
  const reasoned = first > from && before !== undefined && firm.has(before.wish);
  // "3 no, solo es becaria"
  const merely = before?.wish === 'no' && only.test(words[from]!) && tells.test(words[from + 1] ?? '');
  if ((!merely && has('condition', words, from) > 0) || (first > from && has('condition', words, first) > 0))
    return 'spoils';
  // "1 yes, 2 I don't know", "nothing for 2": that is about another item.
  const few = to - from <= 10 ? to : from + 2;
  if (before ? names(part, before, scene) : countsItem(edges.slice(from, few), words.slice(from, few), context))
    return 'unclear';
  if (within('doubt') && !reasoned && !(before?.wish === 'no' && isStranger(words, from, to))) return 'spoils';
  // "1 no me lo hagas todavía" is no refusal.
  if (before?.wish === 'no' && /^(?:todavia|aun)$/.test(words[to - 1]!) && !/^\W+$/.test(words[from - 1] ?? ','))
    return 'spoils';
  // What follows a command belongs to it, else to the next.
  const neighbours = before ? [before] : (next?.commands ?? []);
  const acts = neighbours.some(({ wish }) => !firm.has(wish) && wish !== 'leave');
  if (acts && within('condition')) return 'spoils';
  const because = first > from;
  if (before && !firm.has(before.wish) && before.wish !== 'leave') {
    // "3 yes, next month": when, if not now?
    if (edges[from]!.some((edge) => edge.kind === 'day' && edge.to === to)) return 'spoils';
    if (within('amends') || (!because && has('amendsFirst', words, from) > 0)) return 'spoils';
    const another = edges[from]!.some((edge) => edge.kind === 'ref' && edge.ref.kind === 'numbers');
    if (!another && words.slice(from, to).some((word) => /\d|@/.test(word))) return 'spoils';
  }
  // "2 no, sorry, 3 no": whether it was taken back is not clear.
  if (before && next?.commands && apology.test(words[from]!)) return 'spoils';
  // "6 did not go out": what goes on with a denial was no yes.
  if (before?.wish === 'sent' && edges[from]!.some(({ kind }) => kind === 'not')) return 'spoils';
  if (hardCondition(words, from, to)) return 'spoils';
  if (
    !before &&
    /^\d+$/.test(words.slice(from, to).join('')) &&
    countsItem(edges.slice(from, to), words.slice(from, to), context)
  )
    return 'unclear';
  if (decides(edges, from, to, context, before !== undefined)) return before || next?.commands ? 'unclear' : 'talk';
  if (before && endsWithCommand(part, scene)) return 'unclear';
  // "Snooze 4, add Farah …": what begins with its own verb and speaks of another item is no reason.
  if (before && edges[from]!.some((edge) => edge.kind === 'verb' && ownVerbs.test(edge.sense))) {
    const own = before.refs.flatMap((ref) => (ref.kind === 'numbers' || ref.kind === 'any' ? ref.ns : []));
    if (namedIn(edges, from, to, context).some((n) => !own.includes(n))) return 'unclear';
  }
  // "Later, say tomorrow": until when?
  const isOpen = before && !before.until && /^(?:snooze|hold|pause)$/.test(before.wish);
  const dated = edges.slice(from, to).some((here) => here.some(({ kind }) => kind === 'day'));
  if (isOpen && dated && to - from <= 4 && !because && has('subject', words, from) === 0) return 'spoils';
  // "1 yes, no wait", "until Monday, no, Tuesday"
  const turns = before?.wish === 'no' ? /^(?:yes|approve)$/ : /^(?:no|reject)$/;
  const stands = before && !/^(?:leave|none|not_sent)$/.test(before.wish);
  if (stands && edges[from]!.some((edge) => edge.kind === 'verb' && turns.test(edge.sense))) return 'spoils';
  // "… , so push it to the 2nd": another day than the one before.
  const postpones = before && /^(?:snooze|hold)$/.test(before.wish) && before.until !== null && words[from - 1] !== '(';
  if (postpones && speaksOfDelay(edges, from, to)) return 'spoils';
  // "Hooli hold can be lifted"
  const held = before && /^(?:hold|keep)$/.test(before.wish);
  if (held && edges.slice(from, to).some((here) => here.some((edge) => edge.kind === 'verb' && edge.sense === 'lift')))
    return 'spoils';
  // "The rest no but 4: another week", "the rest no but mail to Ada went out"
  if (
    before &&
    before.except.length > 0 &&
    !before.exceptWish &&
    edges.slice(from, to).some((here) => here.some(({ kind }) => kind === 'day'))
  )
    return 'unclear';
  if (before && tellsOfMail(edges, from, to, before, context)) return 'unclear';
  const another = before?.until != null && words[from - 1] !== '(';
  if (another && edges[from]!.some((edge) => edge.kind === 'day' && edge.to === to)) return 'spoils';
  // "2 no, snooze it": another wish for the same item.
  if (before && edges[from]!.some((edge) => edge.kind === 'verb' && strong.has(edge.sense))) return 'spoils';
  // "Noll yes, 2 no": a name that nobody has.
  const answers = edges
    .slice(from, to)
    .some((each) => each.some((edge) => edge.kind === 'verb' && (edge.sense === 'yes' || edge.sense === 'no')));
  if (!before && answers && to - from <= 4) return 'unclear';
  // "1 yes, the number no": that decides something else.
  const ends = /^(?:yes|no|ja|nein|oui|non|si|ok)$/.test(words[to - 1]!);
  if (before && ends && has('subject', words, from) === 0 && to - from > 1 && to - from <= 5 && words[from - 1] === ',')
    return 'unclear';
  // "2 yes, the fifth no": a place that nobody can tell.
  if (before && ends && words.slice(from, to).some((word) => nthOf(word) !== undefined)) return 'unclear';
  // "6 sent it from the train": no reason without a mark.
  const marked = because || /^[,:(\-…;=]$/.test(words[from - 1] ?? '');
  if (before && (before.wish === 'sent' || before.wish === 'not_sent') && !marked) return 'talk';
  // "No to 4, the others go in": a reason is no word on all the rest.
  if (before && speaksOfRest(edges, words, from, to)) return 'unclear';
  return before || isGround(part, next, words) ? 'reason' : 'talk';
}

const only = /^(?:solo|solamente|only|nur|seulement|juste)$/;
const tells = /^(?:es|era|son|lleva|tiene|hace|esta|trabaja|is|was|ist|war|hat|est|etait|c)$/;
const ownVerbs = /^(?:add|update|move|close|approve|reject)$/;

/** A verb that puts off, and a day with it. */
const speaksOfDelay = (edges: readonly Edge[][], from: number, to: number): boolean => {
  const own = edges.slice(from, to).flat();
  return (
    own.some((edge) => edge.kind === 'day' && edge.until !== null) &&
    own.some((edge) => (edge.kind === 'verb' && edge.sense === 'snooze') || edge.kind === 'head')
  );
};

/** A mail that was asked about, by a name, and what became of it. */
function tellsOfMail(
  edges: readonly Edge[][],
  from: number,
  to: number,
  { refs }: Command,
  { items }: Context,
): boolean {
  const told = new Set(refs.flatMap((ref) => ('ns' in ref ? ref.ns : [])));
  const asked = new Set(items.flatMap(({ n, kind }) => (kind === 'unknown_sent' && !told.has(n) ? [n] : [])));
  const own = edges.slice(from, to).flat();
  return (
    own.some((edge) => edge.kind === 'ref' && edge.ref.kind === 'any' && edge.ref.ns.every((n) => asked.has(n))) &&
    own.some((edge) => edge.kind === 'verb' && (edge.sense === 'sent' || edge.sense === 'unsent'))
  );
}

/** Words on all the others, with a verb or at the end of what is said. */
function speaksOfRest(edges: readonly Edge[][], words: readonly string[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const length = has('rest', words, at);
    if (length === 0 || at + length > to) continue;
    if (at === from || at + length === to) return true;
    if (edges.slice(from, to).some((here) => here.some((edge) => edge.kind === 'verb'))) return true;
  }
  return false;
}

export const apology =
  /^(?:sorry|oops|ups|uups|pardon|perdon|desolee?|verzeihung|entschuldigung|excuse[sz]?|disculpa|wait)$/;

/** "5 no, don't know him" */
const isStranger = (words: readonly string[], from: number, to: number): boolean =>
  words
    .slice(from, to)
    .some((word, at, own) => word === 'know' && /^(?:him|her|them|this|that|who|anyone)$/.test(own[at + 1] ?? ''));

/** "… they left and 3 yes": what ends a reason is a command. */
function endsWithCommand({ from, to }: Part, { edges, found }: Scene): boolean {
  for (let at = from + 1; at < to; at++) {
    const read = readWords(edges, at, to, found);
    if (Array.isArray(read) && read.every((each) => !isLonely(each) && !each.bare && each.refs.length > 0)) return true;
  }
  return false;
}

/** Whether words speak, by its number, of an item that the command before does not: they begin with it, or are few. */
export function names({ from, to }: Part, before: Command, { words, edges, context }: Scene): boolean {
  const told = new Set(before.refs.flatMap((ref) => (ref.kind === 'numbers' || ref.kind === 'any' ? ref.ns : [])));
  const others = { ...context, items: context.items.filter(({ n }) => !told.has(n)) };
  const near = to - from <= 12 ? to : from + 1;
  return countsItem(edges.slice(from, near), words.slice(from, near), others);
}

/** "They signed, so 1 yes". */
const isGround = (part: Part & { commands: null }, next: Part | undefined, words: readonly string[]): boolean =>
  part.soBefore || (next?.commands != null && has('so', words, next.from) > 0);

const hardCondition = (words: readonly string[], from: number, to: number): boolean =>
  words.slice(from, to).some((word) => /^(?:if|unless|wenn|falls|sofern)$/.test(word));
