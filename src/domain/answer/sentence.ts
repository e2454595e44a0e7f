/** One sentence of an answer: its commands, the reasons beside them, and whether some of it is unclear. */
import { type Context, type Edge, edgesOf } from './edges.ts';
import { type Command, foundBy, isLonely, readWords, type Wish } from './grammar.ts';
import { has, leadsWith, type Meaning } from './phrases.ts';
import { settle } from './settle.ts';
import type { Token } from './tokens.ts';

export interface Said {
  command: Command;
  reason: string | null;
}

export interface Heard {
  said: Said[];
  /** Something was asked or left open. */
  unclear: boolean;
  /** Items named where it was unclear: "all" and "the rest" leave them alone. */
  touched: number[];
}

const none: ReadonlySet<number> = new Set();
const nothing: Heard = { said: [], unclear: false, touched: [] };

/** Nobody writes a command in more words. */
const longest = 90;

/** A part of the sentence: commands, or words that are none. */
type Part = { from: number; to: number } & (
  | { commands: Command[] }
  | { commands: null; several: boolean; soBefore: boolean }
);

/** `line` is the text in which the tokens have their places. */
export function hear(tokens: readonly Token[], line: string, question: boolean, context: Context): Heard {
  if (tokens.length === 0) return nothing;
  const words = tokens.slice(0, longest).map(({ text }) => text);
  const edges = edgesOf(tokens.slice(0, longest), context);
  if (onlyManners(edges, words)) return nothing;
  if (tokens.length > longest)
    return {
      ...nothing,
      unclear: asks(words, edges, context, question),
      touched: namedIn(edges, 0, words.length, context),
    };
  const found = foundBy(edges, (command) => {
    const { actions, unclear } = settle([{ command, reason: null }], context.items, none);
    return unclear ? null : actions.length > 0 ? actions.map((action) => JSON.stringify(action)) : [command.wish];
  });
  const whole = readWords(edges, 0, words.length, found);
  const touched = (): number[] => namedIn(edges, 0, words.length, context);
  if (question && !(Array.isArray(whole) && beginsWithRequest(edges)))
    return { said: [], unclear: true, touched: touched() };
  if (whole === 'several') return { said: [], unclear: true, touched: touched() };
  // "See you Monday"
  const [only] = Array.isArray(whole) ? whole : [];
  if (only?.bare && only.refs.length === 0 && edges[0]!.some(({ kind }) => kind === 'manners')) return nothing;
  if (whole !== 'none')
    return { said: whole.map((command) => ({ command, reason: null })), unclear: false, touched: [] };
  return weigh(partsOf(words, edges, found, context.items.length === 1), {
    tokens,
    words,
    edges,
    line,
    found,
    context,
  });
}

/** Thanks, a greeting, "got it": every word has its part in good manners, one of them says so. */
function onlyManners(edges: readonly Edge[][], words: readonly string[]): boolean {
  const reach: (0 | 1 | 2)[] = [1];
  for (let at = 0; at < words.length; at++) {
    const so = reach[at] ?? 0;
    if (so === 0) continue;
    for (const edge of edges[at]!) {
      const polite = edge.kind === 'manners';
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
const firmYes = /^(?:yes|yeah|ja|oui|si|right|claro|klar)$/;

const beginsWithRequest = (edges: readonly Edge[][]): boolean => {
  let at = 0;
  for (let steps = 0; steps < 6; steps++) {
    const here = edges[at] ?? [];
    if (here.some(({ kind }) => kind === 'request')) return true;
    const next = here.find(({ kind }) => kind === 'opening' || kind === 'sep' || kind === 'filler');
    if (!next) return false;
    at = next.to;
  }
  return false;
};

const isBoundary = (words: readonly string[], at: number): boolean =>
  at >= words.length || /^[,:\-.()/…·=[\]]$/.test(words[at]!) || has('because', words, at) > 0;

/** From the left, the longest runs that are commands up to a mark; what is none goes up to the next. */
function partsOf(
  words: readonly string[],
  edges: readonly Edge[][],
  found: ReturnType<typeof foundBy>,
  alone: boolean,
): Part[] {
  const parts: Part[] = [];
  const ends = words.map((_, at) => at).filter((at) => isBoundary(words, at));
  ends.push(words.length);
  let at = 0;
  while (at < words.length) {
    // "… and 3. Kind regards, Robin"
    if (at > 0 && leadsWith('signOff', words.slice(at), 4) && !words.slice(at).some((word) => /\d/.test(word))) break;
    if (/^[,:\-.()/…·=[\]]$/.test(words[at]!)) {
      at += 1;
      continue;
    }
    const part = commandPart(at, ends, edges, found, alone);
    if (part) parts.push(part);
    else {
      const end = ends.find((each) => each > at) ?? words.length;
      parts.push(...looseParts(at, end, words, edges, found, alone));
    }
    at = parts.at(-1)!.to;
  }
  return parts;
}

function commandPart(
  at: number,
  ends: readonly number[],
  edges: readonly Edge[][],
  found: ReturnType<typeof foundBy>,
  alone: boolean,
): Part | null {
  for (let index = ends.length - 1; index >= 0 && ends[index]! > at; index--) {
    const to = ends[index]!;
    const read = readWords(edges, at, to, found);
    if (read === 'several') return { from: at, to, commands: null, several: true, soBefore: false };
    // "2 no, stimmt nicht": what names no item says more of the one before.
    if (read !== 'none' && !(at > 0 && !alone && read.some((each) => isLonely(each))))
      return { from: at, to, commands: read };
  }
  return null;
}

const firm = new Set<Wish>([
  'no',
  'snooze',
  'hold',
  'lift',
  'sent',
  'not_sent',
  'pause',
  'choose',
  'undo',
  'keep',
  'resume',
  'none',
]);

/** "2 no they bought elsewhere", "they signed so 1 yes": a reason without a mark between. */
function looseParts(
  from: number,
  to: number,
  words: readonly string[],
  edges: readonly Edge[][],
  found: ReturnType<typeof foundBy>,
  alone: boolean,
): Part[] {
  const loose = (at: number, end: number, soBefore = false): Part => ({
    from: at,
    to: end,
    commands: null,
    several: false,
    soBefore,
  });
  for (let cut = to - 1; cut > from; cut--) {
    if (!startsReason(words, cut, edges) || leadsOn.test(words[cut - 1]!) || has('later', words, cut) > 0) continue;
    const read = readWords(edges, from, cut, found);
    const last = Array.isArray(read) ? read.at(-1) : undefined;
    if (!last || !Array.isArray(read) || (last.refs.length === 0 && !alone)) continue;
    const subject = has('subject', words, cut) > 0 || edges[cut]!.some(isNamed);
    // "Snooze 3 a while" says until when.
    const waits = last.wish === 'snooze' || last.wish === 'hold' || last.wish === 'pause';
    if ((firm.has(last.wish) && (subject || !waits)) || (subject && last.wish !== 'leave'))
      return [{ from, to: cut, commands: read }, loose(cut, to)];
  }
  for (let cut = from + 1; cut < to; cut++) {
    const length = has('so', words, cut);
    if (length === 0) continue;
    const read = readWords(edges, cut + length, to, found);
    if (Array.isArray(read)) return [loose(from, cut, true), { from: cut + length, to, commands: read }];
  }
  return [loose(from, to)];
}

const startsReason = (words: readonly string[], at: number, edges: readonly Edge[][]): boolean =>
  !(words[at] === 'it' && !isSaid.test(words[at + 1] ?? '')) && begins(words, at, edges);

/** "It is old" is a reason, "do it" none. */
const isSaid = /^(?:is|was|s|has|had|will|went|isnt|wasnt|does|doesnt|seems|should|would|got|belongs)$/;

const begins = (words: readonly string[], at: number, edges: readonly Edge[][]): boolean =>
  has('subject', words, at) > 0 ||
  has('grounds', words, at) > 0 ||
  /(?:aron|ieron|amos|imos)$/.test(words[at]!) ||
  edges[at]!.some(isNamed);

/** A day or a name ought to follow. */
const leadsOn =
  /^(?:for|to|until|till|til|by|in|on|bis|auf|fur|um|pour|pendant|a|por|para|hasta|durante|d|de|with|mit|avec|con)$/;

const isNamed = (edge: Edge): boolean => edge.kind === 'ref' && edge.ref.kind === 'any';

interface Scene {
  tokens: readonly Token[];
  words: readonly string[];
  edges: readonly Edge[][];
  line: string;
  context: Context;
  found: ReturnType<typeof foundBy>;
}

function weigh(parts: readonly Part[], scene: Scene): Heard {
  const { words, edges, context } = scene;
  if (parts.every(({ commands }) => commands === null)) {
    const unclear =
      parts.some((part) => part.commands === null && (part.several || partAsks(part, scene))) ||
      asks(words, edges, context, false);
    return { said: [], unclear, touched: unclear ? namedIn(edges, 0, words.length, context) : [] };
  }
  const said: Said[][] = parts.map(({ commands }) => (commands ?? []).map((command) => ({ command, reason: null })));
  const spoiled = new Set<number>();
  let unclear = false;
  for (const [index, part] of parts.entries()) {
    if (part.commands) continue;
    const before = lastCommands(said, index);
    const effect = part.several
      ? 'unclear'
      : effectOf(part, before >= 0 ? said[before]!.at(-1)?.command : undefined, parts[index + 1], scene);
    if (effect === 'spoils') {
      unclear = true;
      for (const near of [lastCommands(said, index), index + 1])
        if (near >= 0 && near < parts.length) spoiled.add(near);
    } else if (effect === 'unclear') unclear = true;
    else if (effect === 'reason') giveReason(parts, said, index, scene);
  }
  // "Out of office: back Jan 4".
  if (
    words.some((_, at) => has('absence', words, at) > 0) &&
    !said.flat().some(({ command }) => command.refs.length > 0 || command.wish === 'pause')
  )
    return nothing;
  const lost = [...spoiled].flatMap((index) =>
    parts[index]?.commands ? namedIn(edges, parts[index]!.from, parts[index]!.to, context) : [],
  );
  const loose = unclear
    ? parts.flatMap((part) => (part.commands ? [] : namedIn(edges, part.from, part.to, context)))
    : [];
  return {
    said: said.flatMap((each, index) => (spoiled.has(index) ? [] : each)),
    unclear,
    touched: [...lost, ...loose],
  };
}

function partAsks({ from, to }: Part, { words, edges, context }: Scene): boolean {
  const inDays = daysOf(edges);
  const own = edges.slice(from, to).map((here, index) =>
    here.flatMap((edge) => {
      if (edge.to > to || (edge.kind === 'ref' && inDays.has(from + index))) return [];
      return { ...edge, to: edge.to - from };
    }),
  );
  return asks(words.slice(from, to), own, context, false);
}

/** Places of words that belong to a day of several. */
const daysOf = (edges: readonly Edge[][]): ReadonlySet<number> =>
  new Set(
    edges.flatMap((here, at) =>
      here.flatMap((edge) =>
        edge.kind === 'day' && edge.to - at > 1 ? Array.from({ length: edge.to - at }, (_, next) => at + next) : [],
      ),
    ),
  );

function lastCommands(said: readonly Said[][], before: number): number {
  for (let at = before - 1; at >= 0; at--) if (said[at]!.length > 0) return at;
  return -1;
}

type Effect = 'talk' | 'reason' | 'unclear' | 'spoils';

/** What words beside a command do to it. */
function effectOf(
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
  const reasoned = first > from && before !== undefined && firm.has(before.wish);
  if (has('condition', words, from) > 0 || (first > from && has('condition', words, first) > 0)) return 'spoils';
  // "1 yes, 2 I don't know": that is about another item.
  if (before && names(part, before, scene)) return 'unclear';
  if (within('doubt') && !reasoned) return 'spoils';
  // What follows a command belongs to it, else to the next.
  const neighbours = before ? [before] : (next?.commands ?? []);
  const acts = neighbours.some(({ wish }) => !firm.has(wish) && wish !== 'leave');
  if (acts && within('condition')) return 'spoils';
  const because = first > from;
  if (before && !firm.has(before.wish) && before.wish !== 'leave') {
    if (within('amends') || (!because && has('amendsFirst', words, from) > 0)) return 'spoils';
    const another = edges[from]!.some((edge) => edge.kind === 'ref' && edge.ref.kind === 'numbers');
    if (!another && words.slice(from, to).some((word) => /\d|@/.test(word))) return 'spoils';
  }
  if (hardCondition(words, from, to)) return 'spoils';
  if (
    !before &&
    /^\d+$/.test(words.slice(from, to).join('')) &&
    countsItem(edges.slice(from, to), words.slice(from, to), context)
  )
    return 'unclear';
  if (decides(edges, from, to, context, before !== undefined)) return before || next?.commands ? 'unclear' : 'talk';
  if (before && endsWithCommand(part, scene)) return 'unclear';
  // "2 no, snooze it": another wish for the same item.
  if (before && edges[from]!.some((edge) => edge.kind === 'verb' && strong.has(edge.sense))) return 'spoils';
  // "Noll yes, 2 no": a name that nobody has.
  const answers = edges
    .slice(from, to)
    .some((each) => each.some((edge) => edge.kind === 'verb' && (edge.sense === 'yes' || edge.sense === 'no')));
  if (!before && answers && to - from <= 4) return 'unclear';
  // "6 sent it from the train": no reason without a mark.
  const marked = because || /^[,:(\-…;=]$/.test(words[from - 1] ?? '');
  if (before && (before.wish === 'sent' || before.wish === 'not_sent') && !marked) return 'talk';
  return before || isGround(part, next, words) ? 'reason' : 'talk';
}

/** "… they left and 3 yes": what ends a reason is a command. */
function endsWithCommand({ from, to }: Part, { edges, found }: Scene): boolean {
  for (let at = from + 1; at < to; at++) {
    const read = readWords(edges, at, to, found);
    if (Array.isArray(read) && read.every((each) => !isLonely(each) && !each.bare && each.refs.length > 0)) return true;
  }
  return false;
}

/** Whether words speak, by its number, of an item that the command before does not: they begin with it, or are few. */
function names({ from, to }: Part, before: Command, { words, edges, context }: Scene): boolean {
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

/** A number of an item beside a verb. */
function decides(edges: readonly Edge[][], from: number, to: number, { items }: Context, beside = false): boolean {
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
      if (near.some((next) => edges[next]!.some((each) => each.kind === 'verb' && (by === null || by.has(each.sense)))))
        return true;
    }
  return false;
}

function giveReason(
  parts: readonly Part[],
  said: readonly Said[][],
  index: number,
  { tokens, words, line }: Scene,
): void {
  const part = parts[index]!;
  const forward = part.commands === null && lastCommands(said, index) < 0;
  const target = forward ? said[index + 1]?.[0] : said[lastCommands(said, index)]?.at(-1);
  if (!target) return;
  const from = part.from + has('because', words, part.from);
  if (from >= part.to) return;
  const text = line.slice(tokens[from]!.start, tokens[part.to - 1]!.end).trim();
  if (text !== '') target.reason = target.reason === null ? text : `${target.reason}, ${text}`;
}

/** Verbs that nobody uses but to decide. */
const strong: ReadonlySet<string> = new Set(['approve', 'reject', 'snooze', 'hold', 'lift', 'undo', 'pause', 'resume']);
const deciding: ReadonlySet<string> = new Set([...strong, 'add', 'close', 'move']);
const answering = /^(?:yes|no|ja|nein|oui|non|si|nope|yep|nee)$/;

/** What items are about. */
const parts =
  /^(?:contact|phone|number|stage|title|kontakt|telefon|telefonnummer|nummer|phase|numero|telephone|etape|contacto|telefono|etapa)$/;

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
  if (within('elsewhere') && words.length <= short) return true;
  if (decides(edges, 0, words.length, context)) return true;
  if (numbersFirst(edges, context)) return true;
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
  if (words.length > short || has('thanks', words, 0) > 0) return false;
  if (has('vague', words, 0) > 0 && words.length <= 5) return true;
  if (answering.test(words[0]!)) return true;
  // "The new contact is fine"
  if (
    words.some((word) => parts.test(word)) &&
    kinds.some((edge) => edge.kind === 'verb' && (edge.sense === 'yes' || edge.sense === 'praise'))
  )
    return true;
  if (
    kinds.some((edge) => edge.kind === 'ref' && edge.ref.kind === 'all') &&
    kinds.some((edge) => edge.kind === 'verb' && edge.sense === 'yes')
  )
    return true;
  if (kinds.some((edge) => edge.kind === 'option' && !edge.marked) && words.length <= short) return true;
  if (words.length <= 8 && countsItem(edges, words, context)) return true;
  if (edges[0]!.some((edge) => edge.kind === 'verb' && strong.has(edge.sense) && edge.word !== 'para')) return true;
  return kinds.some((edge) => edge.kind === 'verb' && strong.has(edge.sense) && !weakHere.test(edge.word));
}
const weakHere = /^(?:come back|back on|on hold|passer|halt|para|remets|lass|fait|weiter|rappel|reminder)$/;

/** An item's number that is no part of a day or a time. */
function countsItem(edges: readonly Edge[][], words: readonly string[], { items }: Context): boolean {
  const inDay = daysOf(edges);
  return words.some(
    (word, at) =>
      !inDay.has(at) &&
      !/^(?:at|um|gegen|around|las)$/.test(words[at - 1] ?? '') &&
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

function namedIn(edges: readonly Edge[][], from: number, to: number, { items }: Context): number[] {
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
