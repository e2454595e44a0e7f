/** One sentence of an answer: its commands, the reasons beside them, and whether some of it is unclear. */
import { apology, names, type Scene } from './beside.ts';
import { type Context, type Edge, edgesOf } from './edges.ts';
import { foundBy, readWords } from './grammar.ts';
import type { Command } from './growing.ts';
import { type Heard, nothing, together } from './heard.ts';
import { listed as numbered } from './items.ts';
import { isMisread } from './misread.ts';
import { paired } from './pairs.ts';
import { type Part, partsOf } from './parts.ts';
import { has } from './phrases.ts';
import { cutsOf, dictated, listedIn, numberedIn, refusal, type Segment } from './segments.ts';
import { settle } from './settle.ts';
import { isOfAll, turnsRound } from './tails.ts';
import type { Token } from './tokens.ts';
import { asks, leavesToUs, namedIn, onlyManners } from './unclear.ts';
import { weigh } from './weigh.ts';

const none: ReadonlySet<number> = new Set();

/** "¿Me apruebas la 2, por favor?" asks for it. */
const polite = /^(?:porfa|favor|svp|stp|plait)$/;

/** Nobody writes a command in more words. */
const longest = 90;

/** More commas before numbers than these are no two commands. */
const mostCuts = 6;

/** `line` is the text in which the tokens have their places. */
export function hear(all: readonly Token[], line: string, question: boolean, context: Context): Heard {
  // "2 yes. But 3 no."
  const tokens = /^(?:but|aber|mais|pero)$/.test(all[0]?.text ?? '') && all[1]?.kind === 'number' ? all.slice(1) : all;
  if (tokens.length === 0) return nothing;
  const heard = (question ? null : hearPairs(tokens, line, context)) ?? hearPart(tokens, line, question, context, true);
  if (question) return heard;
  // What was read and comes to nothing may have its reason in it.
  const settled = heard.said.length > 0 ? settle(heard.said, context.items, none) : null;
  const clear = settled ? settled.actions.length > 0 || !settled.unclear : !heard.unclear;
  return clear ? heard : (hearHeaded(tokens, line, context) ?? heard);
}

/** "4: she has gone quiet, close it", "4 isn't dead, so no": behind a reason what is to be done with the items at the head. */
function hearHeaded(tokens: readonly Token[], line: string, context: Context): Heard | null {
  const words = tokens.map(({ text }) => text);
  const edges = edgesOf(tokens.slice(0, longest), context);
  const marked = words.findIndex((word, at) => at > 0 && at < 4 && /^[:-]$/.test(word));
  const head = marked > 0 ? marked : numbersTo(tokens);
  const [cut, tail] = cutBefore(words);
  if (head <= 0 || cut <= head || tail >= words.length) return null;
  const begin = head + (head === marked ? 1 : 0);
  const own = namedIn(edges, 0, head, context);
  if (own.length === 0 || namedIn(edges, head, edges.length, context).some((n) => !own.includes(n))) return null;
  const both =
    own.length === 2
      ? / (?:to |zu |zum |aux |a |for |fur )?(?:both|beiden|beides|beide|deux|ambos|ambas)(?: of them)?$/
      : null;
  const said = both ? words.slice(tail).join(' ').replace(both, '').split(' ').length : words.length - tail;
  const answer = tokens.slice(tail, tail + said);
  const refuses = answer.length === 1 && denials.test(answer[0]!.text);
  const spoilt = words.some(
    (word, at) =>
      (at >= begin && /\d/.test(word)) ||
      has('doubt', words, at) > 0 ||
      (at >= tail && has('condition', words, at) > 0) ||
      (at < cut && (refuses ? ifs.test(word) : hardly.test(word))) ||
      (at >= begin &&
        at < cut &&
        decisive.some((sense) => !(refuses && denies.has(sense)) && has(sense, words, at) > 0)),
  );
  if (spoilt || (marked < 0 && !/^(?:yes|no)$/.test(plainly(answer)))) return null;
  const heard = hearPart([...tokens.slice(0, begin), ...answer], line, false, context, false);
  const [only, ...more] = heard.said;
  if (!only || more.length > 0 || heard.unclear || only.reason !== null) return null;
  const last = words.findLastIndex((word, at) => at < cut && !/^[,:.-]$/.test(word));
  const why = line.slice(tokens[begin]!.start, tokens[Math.max(last, begin)]!.end).trim();
  return turnsRound(only.command, words.slice(begin, cut), context) && !refuses
    ? null
    : { ...heard, said: [{ ...only, reason: why }] };
}

/** Where a list of numbers at the very beginning ends. */
function numbersTo(tokens: readonly Token[]): number {
  let at = 0;
  while (at < tokens.length && (tokens[at]!.kind === 'number' || (at > 0 && listing.test(tokens[at]!.text)))) at += 1;
  return at > 0 && tokens[at - 1]!.kind === 'number' ? at : 0;
}
const listing = /^(?:and|und|et|y|[,&+/])$/;

/** The last mark, or word that draws a conclusion, and where what follows it begins. */
function cutBefore(words: readonly string[]): [number, number] {
  const mark = words.findLastIndex((word) => /^[,:.-]$/.test(word));
  const so = words.findLastIndex((_, at) => at > 1 && has('so', words, at) > 0);
  const from = mark < 0 ? so : mark;
  if (from < 0) return [0, words.length];
  if (so > from) return [so, so + has('so', words, so)];
  return [from, from + (/^[,:.-]$/.test(words[from]!) ? 1 : has('so', words, from))];
}

const plainly = (answer: readonly Token[]): string => {
  const words = answer.map(({ text }) => text);
  const [yes, no] = [has('yes', words, 0), has('no', words, 0)];
  return no === words.length ? 'no' : yes === words.length ? 'yes' : '';
};
const denials = /^(?:no|nope|nein|nee|non)$/;
const denies: ReadonlySet<string> = new Set(['yes', 'no', 'reject']);
const ifs = /^(?:if|unless|wenn|falls|sofern|si)$/;
const hardly =
  /^(?:if|unless|wenn|falls|sofern|si|not|nicht|pas|no|kein|keine|never|nie|isnt|arent|wasnt|dont|doesnt)$/;
const decisive = ['yes', 'no', 'approve', 'reject', 'snooze', 'hold', 'lift', 'undo'] as const;

/** Two lists, of answers and of items, behind nothing that decides: "quick one: yes/no/yes for 2, 3 and 8". */
function hearPairs(tokens: readonly Token[], line: string, context: Context): Heard | null {
  const starts = tokens.flatMap(({ text }, at) => (at < mostLead && /^[:,-]$/.test(text) ? [at + 1] : []));
  for (const from of [0, ...starts]) {
    const pairs = paired(tokens, from);
    if (!pairs) continue;
    const lead = tokens.slice(0, from);
    const words = lead.map(({ text }) => text);
    const before = lead.length > 0 ? hearPart(lead, line, false, context, false) : nothing;
    if (words.some((word, at) => /^\d/.test(word) || has('condition', words, at) > 0)) return null;
    if (before.unclear || before.said.length > 0) return null;
    const touched = namedIn(edgesOf(tokens.slice(0, longest), context), 0, Math.min(tokens.length, longest), context);
    return pairs === 'none' ? { ...nothing, unclear: true, touched } : hearPart(pairs, line, false, context, true);
  }
  return null;
}

/** Words before two lists. */
const mostLead = 10;

/** `splits`: it may fall apart at its items' numbers. */
function hearPart(tokens: readonly Token[], line: string, question: boolean, context: Context, splits: boolean): Heard {
  const words = tokens.slice(0, longest).map(({ text }) => text);
  const edges = edgesOf(tokens.slice(0, longest), context);
  if (onlyManners(edges, words)) return nothing;
  if (tokens.length > longest)
    return {
      ...nothing,
      unclear: asks(words, edges, context, question),
      touched: namedIn(edges, 0, words.length, context),
    };
  if (splits && !question) {
    const listed = listedIn(tokens, edges, context);
    if (listed) return together(listed.map((each) => hearSegment(each, tokens, line, context).heard));
  }
  const found = foundBy(edges, (command) => {
    const { actions, unclear } = settle([{ command, reason: null }], context.items, none);
    return unclear ? null : actions.length > 0 ? actions.map((action) => JSON.stringify(action)) : [command.wish];
  });
  const whole = readWords(edges, 0, words.length, found);
  const scene = { tokens, words, edges, line, found, context };
  const alone = numbered(context.items).length === 1;
  const touched = (): number[] => namedIn(edges, 0, words.length, context);
  if (question && !(Array.isArray(whole) && (beginsWithRequest(edges) || polite.test(words.at(-1)!))))
    return asked(partsOf(words, edges, found, alone), scene);
  // What can be read and yet fits no item may be several things, each with its number.
  const fits =
    Array.isArray(whole) &&
    !settle(
      whole.map((command) => ({ command, reason: null })),
      context.items,
      none,
    ).unclear;
  if (splits && !question && !fits) {
    const segments = numberedIn(tokens, edges, context) ?? [];
    const apart = segments.map((each) => hearSegment(each, tokens, line, context));
    const firm = segments.every(
      ({ from }, at) => !apart[at - 1]?.heard.said.at(-1)?.reason || answersAt(tokens, edges, from),
    );
    if (apart.length > 0 && firm && apart.every(({ clear }) => clear)) return together(apart.map(({ heard }) => heard));
    const halves = cutsOf(tokens, edges, context)
      .slice(0, mostCuts)
      .flatMap(([end, begin]) => {
        const both = [tokens.slice(0, end), tokens.slice(begin)].map((half) =>
          hearPart(half, line, false, context, false),
        );
        return both.every(standsAlone) && areApart(both) ? [together(both)] : [];
      });
    if (halves.length === 1) return halves[0]!;
  }
  if (whole === 'several') return { ...nothing, unclear: true, touched: touched() };
  // "See you Monday"
  const [only] = Array.isArray(whole) ? whole : [];
  if (only?.bare && only.refs.length === 0 && edges[0]!.some(({ kind }) => kind === 'manners')) return nothing;
  if (whole === 'none' && leavesToUs(words, edges)) return { ...nothing, unclear: true, touched: touched() };
  const heard =
    whole === 'none'
      ? weigh(partsOf(words, edges, found, alone), scene)
      : { ...nothing, said: whole.map((command) => ({ command, reason: null })) };
  return onlyMeant(heard, scene);
}

/** Without stops and starts of everything that others are said to make, and without a yes whose own words tell the contrary. */
function onlyMeant(heard: Heard, { words, context }: Scene): Heard {
  const own = ({ from, to }: Command): string[] => words.slice(from, to);
  const ofAll = ({ wish, refs }: Command): boolean => (wish === 'pause' || wish === 'resume') && refs.length === 0;
  const theirs = heard.said.filter(({ command }) => ofAll(command) && !isOfAll(command, own(command)));
  const meant = heard.said.filter((each) => !theirs.includes(each));
  const round = meant.filter(({ command }, index) => {
    if (isMisread({ words, said: meant, index, context })) return true;
    const tails = theirs.filter((each) => each.command.from >= command.to).map((each) => own(each.command));
    // "2 is perhaps lost"
    const refuses = command.wish === 'no' || command.wish === 'not_sent';
    if (!refuses && own(command).some((_, at, some) => has('doubt', some, at) > 0)) return true;
    const next = meant.find((each) => each.command.from >= command.to);
    const mine = words.slice(
      command.from,
      Math.min(next?.command.from ?? words.length, anotherAt(words, command, context)),
    );
    return [...(command.wish === 'yes' ? [mine] : []), ...tails].some((tail) => turnsRound(command, tail, context));
  });
  if (round.length === 0) return { ...heard, said: meant };
  const touched = round.flatMap(({ command }) =>
    command.refs.flatMap((ref) => (ref.kind === 'numbers' || ref.kind === 'any' ? ref.ns : [])),
  );
  return {
    ...heard,
    said: meant.filter((each) => !round.includes(each)),
    unclear: true,
    touched: [...heard.touched, ...touched],
  };
}

/** Behind a mark another item's number ends what is said of this one: "1 yes, with 4 I have to think first". */
function anotherAt(words: readonly string[], { to, refs }: Command, { items }: Context): number {
  const own = refs.flatMap((ref) => (ref.kind === 'numbers' || ref.kind === 'any' ? ref.ns : []));
  const begins = words.findIndex(
    (word, at) =>
      at >= to &&
      /^[,.;]$/.test(word) &&
      [1, 2].some((next) => items.some(({ n }) => words[at + next] === String(n) && !own.includes(n))),
  );
  return begins < 0 || own.length === 0 ? words.length : begins;
}

/** "1 no he said 2 is fine": behind a reason a bare number begins an answer only with its verb at once. */
function answersAt(tokens: readonly Token[], edges: readonly Edge[][], from: number): boolean {
  const before = tokens[from - 1]!;
  // A dictated mark ends the reason.
  if (dictated.test(tokens[from]!.text)) return true;
  if (tells.test(before.text)) return false;
  if (before.kind === 'mark' || tokens[from]!.kind !== 'number') return true;
  const next = edges[from + (tokens[from + 1]?.kind === 'mark' ? 2 : 1)] ?? [];
  return next.some(({ kind }) => kind === 'verb' || kind === 'option' || kind === 'head');
}
const tells =
  /^(?:said|says|told|thinks?|wants?|has|have|had|are|is|needs?|bought|gave|sagt|sagte|meint|meinte|hat|haben|will|dit|disait|veut|ont|sont|dice|dijo|quiere|tiene|tienen|hay|that|dass|que)$/;

const standsAlone = ({ said, unclear }: Heard): boolean =>
  !unclear && said.length > 0 && said.every(({ command }) => command.refs.length > 0 && !command.bare);

/** None of them speaks of an item that another speaks of. */
function areApart(heard: readonly Heard[]): boolean {
  const numbers = heard.map(({ said }) =>
    said.flatMap(({ command }) =>
      // A word on one goes before a word on all.
      command.refs.flatMap((ref) => {
        if (ref.kind === 'numbers' || ref.kind === 'any') return ref.ns;
        const allOk = ref.kind === 'all' && (command.wish === 'yes' || command.wish === 'approve');
        return allOk && command.except.length === 0 ? [] : [Number.NaN];
      }),
    ),
  );
  const all = numbers.flatMap((each) => [...new Set(each)]);
  return new Set(all).size === all.length && !all.includes(Number.NaN);
}

/** What is said of the items whose numbers begin it; `clear` where that is of them and of nothing else. */
function hearSegment(
  { from, to, ns }: Segment,
  tokens: readonly Token[],
  line: string,
  context: Context,
): { heard: Heard; clear: boolean } {
  const own = tokens.slice(from, to);
  const isOwn = (heard: Heard): boolean =>
    !heard.unclear &&
    heard.said.length > 0 &&
    heard.said.every(({ command }) =>
      command.refs.every(
        (ref) => (ref.kind === 'numbers' || ref.kind === 'any') && ref.ns.every((n) => ns.includes(n)),
      ),
    ) &&
    ns.every((n) => heard.said.some(({ command }) => command.refs.some((ref) => 'ns' in ref && ref.ns.includes(n))));
  const words = own.map(({ text }) => text);
  const heard = hearPart(own, line, false, context, false);
  // "2 no, sorry, 3 no" may take the first back.
  if (to < tokens.length && words.some((word) => apology.test(word))) return { heard, clear: false };
  if (isOwn(heard)) return { heard, clear: true };
  const headed = hearHeaded(own, line, context);
  if (headed && isOwn(headed)) return { heard: headed, clear: true };
  const cut = refusal(words, edgesOf(own, context));
  if (cut === null) return { heard, clear: false };
  const refused = hearPart(own.slice(0, cut), line, false, context, false);
  if (!isOwn(refused)) return { heard, clear: false };
  const why = own.slice(cut + has('because', words, cut));
  const reason = line.slice(why[0]?.start ?? own.at(-1)!.end, own.at(-1)!.end).trim();
  const last = refused.said.at(-1)!;
  // "5: nope / 1": another item is no reason.
  const others = context.items.filter(({ n }) => !ns.includes(n)).map(({ n }) => String(n));
  if (why.some(({ text }) => others.includes(text))) return { heard: { ...heard, unclear: true }, clear: false };
  if (
    turnsRound(
      last.command,
      why.map(({ text }) => text),
      context,
    )
  )
    return { heard, clear: false };
  return {
    heard: {
      ...refused,
      said: [...refused.said.slice(0, -1), { ...last, reason: reason === '' ? last.reason : reason }],
    },
    clear: true,
  };
}

/** "1 yes, 2?": a question about another item leaves what stands before it. */
function asked(parts: readonly Part[], scene: Scene): Heard {
  const { words, edges, context } = scene;
  const last = parts.at(-1);
  const before = parts.slice(0, -1);
  const command = before.at(-1)?.commands?.at(-1);
  const touched = namedIn(edges, 0, words.length, context);
  if (!last || last.commands || !command || !names(last, command, scene)) return { ...nothing, unclear: true, touched };
  const heard = weigh(before, scene);
  return { ...heard, unclear: true, touched: [...heard.touched, ...namedIn(edges, last.from, last.to, context)] };
}

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
