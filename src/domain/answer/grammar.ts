/**
 * Commands in a run of words, every word of which has to have a part in one: what cannot be read so is no command. Where words can be read
 * in several ways, the fewest commands win; where those differ, nothing does.
 */
import { commandsFrom, type Effect, type Found, signature } from './commands.ts';
import type { Edge } from './edges.ts';
import type { Command } from './growing.ts';

/** Several commands cost more than one, and one without an item beside others costs most. */
const lonely = 10;

interface Reading {
  commands: Command[];
  outcome: readonly string[];
  cost: number;
}

/** So many ways to read a run of words are kept; of more nothing is clear. */
const mostReadings = 8;

/**
 * The commands that these words are, all of them, from `from` to `to`; `none` where some word has no part in one, `several` where it is not
 * clear which they are. Time grows with the words, as the number of steps from each is bounded.
 */
export function readWords(
  edges: readonly Edge[][],
  from: number,
  to: number,
  found: (at: number) => Found[],
): Command[] | 'none' | 'several' {
  const best: (Reading[] | null)[] = Array.from({ length: to + 1 }, () => null);
  best[to] = [{ commands: [], outcome: [], cost: 0 }];
  for (let at = to - 1; at >= from; at--) {
    const here: Reading[] = [];
    for (const edge of edges[at] ?? []) {
      const greets = edge.kind === 'opening' && !edge.yes && at === from;
      if (edge.to > to || !(greets || /^(?:sep|and|manners|filler)$/.test(edge.kind))) continue;
      // Praise may be manners, or a yes, and "bis morgen" a day.
      const price = edge.kind === 'manners' && edges[at]!.some(({ kind }) => kind === 'verb' || kind === 'day') ? 1 : 0;
      // Small words before a command are its own.
      for (const reading of best[edge.to] ?? [])
        if (edge.kind !== 'filler' || reading.commands.length === 0)
          here.push({ ...reading, cost: reading.cost + price });
    }
    for (const { command, cost, outcome } of found(at)) {
      // A day alone, and a stop, stand apart from what they do not concern.
      const number =
        command.bare && edges[at]!.some((edge) => edge.kind === 'ref' && /^(?:numbers|rest)$/.test(edge.ref.kind));
      if ((command.bare || stops(command)) && !number && at > from && !follows(edges, from, at)) continue;
      if (stops(command) && command.to < to && !follows(edges, from, command.to)) continue;
      const rest = command.to <= to ? best[command.to] : null;
      for (const reading of rest ?? []) {
        const price = 1 + cost + (isLonely(command) ? lonely : 0);
        here.push({
          commands: [at > from ? { ...command, after: joins(edges, from, at) } : command, ...reading.commands],
          outcome: [...outcome, ...reading.outcome],
          cost: price + reading.cost,
        });
      }
    }
    // Small words at the end are none, unless they are all there is: "a" may be an option.
    const some = at === from ? here.filter(({ commands }) => commands.length > 0) : here;
    if (some.length === 0) continue;
    const least = Math.min(...some.map(({ cost }) => cost));
    const kept = new Map(
      here.filter(({ cost }) => cost === least).map((each) => [[...new Set(each.outcome)].sort().join('\n'), each]),
    );
    best[at] = [...kept.values()].slice(0, mostReadings);
  }
  const readings = best[from] ?? [];
  const [only] = readings;
  if (!only || only.commands.length === 0) return 'none';
  if (readings.length > 1) return 'several';
  if (only.commands.length > 1 && only.commands.some((command) => isLonely(command))) return 'none';
  return only.commands;
}

const joins = (edges: readonly Edge[][], from: number, at: number): 'and' | 'mark' =>
  edges.slice(from, at).some((here) => here.some(({ kind, to }) => kind === 'and' && to === at)) ? 'and' : 'mark';

const stops = ({ wish, refs }: Command): boolean => refs.length === 0 && (wish === 'pause' || wish === 'resume');

/** A mark or "and" ends just before this word. */
const follows = (edges: readonly Edge[][], from: number, at: number): boolean =>
  edges.slice(from, at).some((here) => here.some(({ kind, to }) => (kind === 'sep' || kind === 'and') && to === at));

/** Without an item it can only be meant for the one that is open; a pause concerns none. */
export const isLonely = ({ refs, wish, option }: Command): boolean =>
  refs.length === 0 && option.length === 0 && wish !== 'pause' && wish !== 'resume';

/**
 * The commands from each word on, found once. Of several that the same words may be, those that do not fit the items they name are
 * none ("freigeben" approves a proposal and lets a hold go), and those that come to the same are one.
 */
export function foundBy(edges: readonly Edge[][], effect: Effect): (at: number) => Found[] {
  const known: Found[][] = [];
  return (at) => (known[at] ??= fitting(commandsFrom(edges, at), effect));
}

/** What a command that fits no item costs more than one that does. */
const unfit = 3;

function fitting(found: readonly Omit<Found, 'outcome'>[], effect: Effect): Found[] {
  const byEnd = Map.groupBy(found, ({ command }) => command.to);
  return [...byEnd.values()].flatMap((beside) => {
    const good = new Map<string, Found>();
    const cheapFirst = beside.toSorted((one, two) => one.cost - two.cost);
    for (const each of cheapFirst) {
      const outcome = effect(each.command);
      const key = outcome?.join('\n');
      if (outcome && key !== undefined && !good.has(key)) good.set(key, { ...each, outcome });
    }
    if (good.size > 0) return [...good.values()];
    // What fits nothing gives way to what does.
    return beside.map((each) => ({ ...each, cost: each.cost + unfit, outcome: [signature(each.command)] }));
  });
}
