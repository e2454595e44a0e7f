/** The commands that may begin at a word, grown word by word through the lattice of what each may be. */
import type { Edge, Ref } from './edges.ts';
import { type Command, type Growing, start } from './growing.ts';
import type { Sense } from './verb-words.ts';
import { isKin, isPositive, wishOf } from './wishes.ts';

/** Steps taken for the commands from one word on; whoever needs more writes no command. */
const patience = 4_000;

export interface Found {
  command: Command;
  cost: number;
  /** To what it comes; where that is unclear, its own words. */
  outcome: readonly string[];
}

/** To what a command comes, one string a deed; null where it fits no item. */
export type Effect = (command: Command) => string[] | null;

export function commandsFrom(edges: readonly Edge[][], from: number): Omit<Found, 'outcome'>[] {
  const found = new Map<string, Omit<Found, 'outcome'>>();
  let steps = 0;
  const grow = (at: number, so: Growing): void => {
    if (++steps > patience) return;
    const wish = wishOf(so);
    if (wish) {
      const command: Command = {
        ...wish,
        refs: so.refs,
        except: so.except,
        option: so.option,
        bare: so.senses.length === 0 && so.day !== null,
        refuses: so.senses.some((sense) => sense === 'reject' || sense === 'approve'),
        after: null,
        from,
        to: at,
      };
      const key = `${at} ${signature(command)}`;
      const before = found.get(key);
      if (!before || before.cost > so.cost) found.set(key, { command, cost: so.cost });
    }
    for (const edge of edges[at] ?? []) {
      const next = step(so, edge, edges, at);
      if (next) grow(edge.to, next);
    }
  };
  // Within a sentence a yes is no opening word.
  const opens = from === 0 || edges[from - 1]!.some((edge) => edge.kind === 'sep' && edge.mark === '.');
  grow(from, opens ? start : { ...start, last: 'start' });
  return steps > patience ? [] : [...found.values()];
}

export const signature = ({ wish, refs, except, exceptWish, until, exceptUntil, option }: Command): string =>
  JSON.stringify([wish, refs, except, exceptWish, until, exceptUntil, option]);

function step(so: Growing, edge: Edge, edges: readonly Edge[][], at: number): Growing | null {
  switch (edge.kind) {
    case 'filler':
      // "4 good / 2 no": a word that can decide is no small word behind an item.
      if (so.refs.length > 0 && (so.senses.length === 0 || so.last === 'comma') && !so.inExcept && decides(edges[at]!))
        return null;
      if (edge.acts && (so.last === 'and' || so.last === 'comma')) return { ...so, last: 'filler', listing: false };
      return {
        ...so,
        cost: so.cost + (edge.cost ?? 0),
        last: so.last === 'begin' ? 'start' : /^(?:and|comma|start)$/.test(so.last) ? so.last : 'filler',
      };
    case 'request':
      return {
        ...so,
        last: so.last === 'begin' ? 'start' : /^(?:and|comma|start)$/.test(so.last) ? so.last : 'filler',
      };
    case 'opening': {
      if (edge.yes && headsNumbers(edges, edge.to)) return null;
      // "Un oui, deux non": a yes with a word before it opens nothing.
      if (so.last !== 'begin' && (edge.yes || so.last !== 'start')) return null;
      // "Ok 1 and 2 no": without a mark behind it, it may be the first command.
      const marked = edges[edge.to]?.some(({ kind }) => kind === 'sep') ?? false;
      if (edge.yes && !marked && !edge.mild) return null;
      return { ...so, agreed: so.agreed || (edge.yes && !marked), cost: so.cost + (edge.yes && !marked ? 1 : 0) };
    }
    case 'sep':
      if (so.last === 'start' || so.last === 'begin') return edge.mark === '.' || edge.mark === '/' ? null : so;
      // "No. 2" is a number.
      if (edge.mark === '.' && so.refs.length === 0 && so.words.at(-1) === 'no') return null;
      // What stands in brackets behind an item says why, but for an option's letter.
      if (edge.mark === '(' && !edges[edge.to]?.some(({ kind }) => kind === 'option' || kind === 'ref')) return null;
      return {
        ...so,
        spokenTo:
          so.spokenTo || (edge.mark === ',' && so.last === 'name' && so.named === 'given' && so.senses.length === 0),
        last: /^[,/+&]$/.test(edge.mark) ? 'comma' : 'sep',
      };
    case 'and':
      return so.last === 'start' || so.last === 'begin' ? null : { ...so, last: 'and', cost: so.cost + edge.cost };
    case 'hold':
      return {
        ...so,
        holdWord: true,
        listing: false,
        last: so.last === 'start' || so.last === 'begin' ? 'filler' : so.last,
      };
    case 'ref':
      // "… not yet lost, 7: north": the number begins the next command.
      if (
        (so.senses.length > 0 || so.day) &&
        edge.ref.kind === 'numbers' &&
        isHeading(edges, edge.to) &&
        (so.refs.length > 0 || /^(?:comma|and|sep)$/.test(so.last))
      )
        return null;
      if (so.senses.length > 0 && /^(?:comma|sep|and)$/.test(so.last) && headsAnswer(edges, edge.to)) return null;
      // "Neither of the two went out"
      // "3 yes but not the phone number" asks for another 3.
      if (edge.thing && so.inExcept && !so.refs.some(({ kind }) => kind === 'all' || kind === 'rest')) return null;
      if (edge.denied)
        return so.not && so.senses.every((sense) => sense === 'sent')
          ? withRef(so, edge)
          : so.not || so.senses.length > 0
            ? null
            : withRef({ ...so, not: true, awaits: true, tongues: anyTongue }, edge);
      return withRef(so, edge);
    case 'verb':
      // In Spanish "no" denies what follows, in English it does not: "1 no yes".
      // "No: 3 + yes: 4": what heads the next numbers says nothing of those before.
      if (so.refs.length > 0 && so.senses.length === 0 && headsNumbers(edges, edge.to)) return null;
      return so.awaits && (so.tongues & edge.tongues) === 0 ? null : withSense(so, edge.sense, edge.word);
    case 'head':
      return so.open.length > 0 || so.senses.length > 0
        ? null
        : { ...so, open: [edge.verb], last: 'other', listing: false };
    case 'particle':
      if (!so.open.includes(edge.verb)) return null;
      if (so.refs.length > 0 && so.senses.length === 0 && headsNumbers(edges, edge.to)) return null;
      return withSense({ ...so, open: [] }, edge.sense, '');
    case 'not': {
      if (so.inExcept) return denyException(so, edge, edges);
      if (so.refs.length > 0 && headsNumbers(edges, edge.to)) return null;
      // "Ne ferme pas": one denial in two words.
      if (so.not && so.ne && !/^ne?$/.test(edge.word)) return { ...so, last: 'other', listing: false };
      // "No cierres nada" in Spanish too.
      if (so.not && /^(?:nada|nadie)$/.test(edge.word)) return { ...so, last: 'other', listing: false };
      // Only in German does a denial follow its verb.
      const behind = edge.word === 'nicht' && so.senses.length > 0;
      if (so.not || !(behind || leadsToVerb(edges, edge.to, 3))) return null;
      // It denies what follows, and "ok 1, pas ok" contradicts itself.
      if (!behind && so.senses.some(isPositive)) return null;
      return {
        ...so,
        not: true,
        notAfter: so.senses.length,
        never: /^(?:never|nie|jamais|nunca|jamas)$/.test(edge.word),
        awaits: !behind,
        tongues: edge.tongues,
        ne: /^ne?$/.test(edge.word),
        last: 'other',
        listing: false,
      };
    }
    case 'modal':
      return { ...so, modal: true, last: so.last === 'begin' ? 'start' : 'filler' };
    case 'yet':
      if (so.refs.length > 0 && headsNumbers(edges, edge.to)) return null;
      return { ...so, yet: true, last: so.last === 'begin' ? 'start' : 'filler' };
    case 'day':
      return so.day || so.option.length > 0
        ? null
        : {
            ...so,
            // Within a sentence a day rather belongs to what went before.
            cost: so.cost + (so.last === 'start' ? 1 : 0),
            day: { until: edge.until, weekday: edge.weekday },
            last: 'other',
            listing: false,
          };
    case 'target':
      // "The deal can go to Negotiation": the stage says what a yes to it would.
      if (!refersTo(so.refs, edge.n) || so.inExcept) return null;
      return so.senses.includes('move') ? { ...so, last: 'other', listing: false } : withSense(so, 'move', '');
    case 'except':
      if (so.inExcept || so.refs.length === 0) return null;
      if (!so.refs.some(({ kind }) => kind === 'all' || kind === 'rest') && !(edge.not && so.senses.length > 0))
        return null;
      // "Ok 1 pero no cierres 4" refuses the other.
      if (edge.not && leadsToVerb(edges, edge.to, 3)) return null;
      return { ...so, inExcept: true, exceptDenies: edge.denies, last: 'start' };
    case 'option': {
      const only = so.refs.length === 0 || refersTo(so.refs, edge.n);
      if (!only || so.option.some(({ n }) => n === edge.n) || so.inExcept) return null;
      // A letter by itself is a small word more often than not.
      if (edge.marked && so.refs.length === 0 && !/^(?:begin|start|filler)$/.test(so.last)) return null;
      return { ...so, option: [...so.option, { n: edge.n, value: edge.value }], last: 'other', listing: false };
    }
    default:
      return null;
  }
}

/** "All but 4, don't close that": it denies what is said of the exception, and nothing of the rest. */
function denyException(so: Growing, edge: Edge & { kind: 'not' }, edges: readonly Edge[][]): Growing | null {
  if (so.exceptNot && so.ne && edge.word !== 'ne') return { ...so, last: 'other', listing: false };
  const behind = edge.word === 'nicht' && so.exceptSenses.length > 0;
  if (so.exceptNot || so.except.length === 0 || !(behind || leadsToVerb(edges, edge.to, 3))) return null;
  return {
    ...so,
    exceptNot: true,
    awaits: !behind,
    tongues: edge.tongues,
    ne: edge.word === 'ne',
    last: 'other',
    listing: false,
  };
}

const anyTongue = 15;

const decides = (here: readonly Edge[]): boolean =>
  here.some(
    (edge) =>
      edge.kind === 'verb' && /^(?:yes|praise|no|approve|reject)$/.test(edge.sense) && !/^bitte\b/.test(edge.word),
  );

/** Numbers that a colon ends: "2, 5: no". */
function headsAnswer(edges: readonly Edge[][], at: number): boolean {
  if (isHeading(edges, at)) return true;
  const joined = edges[at]?.find((edge) => edge.kind === 'and' || (edge.kind === 'sep' && /^[,+&]$/.test(edge.mark)));
  const next = joined && edges[joined.to]?.find((edge) => edge.kind === 'ref' && edge.ref.kind === 'numbers');
  return next ? headsAnswer(edges, next.to) : false;
}

/** A colon follows, and a number. */
export const headsNumbers = (edges: readonly Edge[][], at: number): boolean =>
  isHeading(edges, at) && (edges[at + 1]?.some((edge) => edge.kind === 'ref' && edge.ref.kind === 'numbers') ?? false);

/** A colon follows. */
const isHeading = (edges: readonly Edge[][], at: number): boolean =>
  edges[at]?.some((edge) => edge.kind === 'sep' && edge.mark === ':') ?? false;

/** Whether a verb comes next, small words aside. */
function leadsToVerb(edges: readonly Edge[][], at: number, reach: number): boolean {
  const here = edges[at] ?? [];
  if (here.some(({ kind }) => kind === 'verb')) return true;
  return reach > 0 && here.some((edge) => edge.kind === 'filler' && leadsToVerb(edges, edge.to, reach - 1));
}

const refersTo = (refs: readonly Ref[], n: number): boolean =>
  refs.length === 1 && (refs[0]!.kind === 'any' || refs[0]!.kind === 'numbers') && refs[0]!.ns.includes(n);

function withRef(
  so: Growing,
  { ref, cost, sure = true, given, nth = false, prefixed = false, fromEnd = false }: Edge & { kind: 'ref' },
): Growing | null {
  const list = so.inExcept ? so.except : so.refs;
  // "The first two" are others than the first and the second.
  const last = ref.kind === 'numbers' && !nth ? 'number' : 'name';
  const put = (refs: Ref[]): Growing => ({
    ...so,
    [so.inExcept ? 'except' : 'refs']: refs,
    last,
    listing: true,
    fromEnd: so.fromEnd || fromEnd,
    named: given === undefined || (list.length > 0 && so.named === null) ? null : given ? 'given' : 'whole',
    spokenTo: given === true && list.length === 0 && so.senses.length > 0 && so.last !== 'filler',
    ahead: so.ahead || so.senses.length > 0,
    cost: so.cost + cost,
  });
  // "Yes, 1 and 2" is a command; "hold, 3" is rather two.
  // "… so no and 1 is fine": no list begins with "and".
  if (list.length === 0 && so.last === 'and' && !so.inExcept && so.senses.length > 0) return null;
  const torn = list.length === 0 && so.last === 'comma' && so.senses.some((each) => !isPositive(each) && each !== 'no');
  if (torn) return { ...put([ref]), cost: so.cost + cost + 1 };
  if (list.length === 0) return so.option.every(({ n }) => refersTo([ref], n)) ? put([ref]) : null;
  const before = list.at(-1)!;
  if (!so.listing) return null;
  // "12 and 13 both yes", "1, 2 and 3 all ok": those just named.
  const named = list.reduce((count, each) => count + (each.kind === 'numbers' ? each.ns.length : 1), 0);
  const again =
    (ref.kind === 'both' && named === 2) || (ref.kind === 'all' && named > 1 && (ref.count ?? named) === named);
  if (again && /^(?:number|name|filler)$/.test(so.last)) return { ...so, last: 'name' };
  // "Tom, 1 yes" is said to Tom.
  if (so.named === 'given' && ref.kind === 'numbers' && so.last === 'comma') return null;
  // "3 (Ada Wong)", "Ada from Umbrella": the same item, said twice.
  const both = common(before, ref);
  if (both && sure && /^(?:number|name|filler|sep|comma)$/.test(so.last)) return put([...list.slice(0, -1), both]);
  const goesOn =
    so.last === 'and' || so.last === 'comma' || (so.last === 'number' && ref.kind === 'numbers' && !nth && !prefixed);
  if (
    !goesOn ||
    ref.kind === 'all' ||
    ref.kind === 'both' ||
    // "2 (whatever was said of it), the rest ok": only an "and" takes both.
    (ref.kind === 'rest' && so.last !== 'and') ||
    before.kind === 'all' ||
    before.kind === 'rest' ||
    before.kind === 'both'
  )
    return null;
  return put([...list, ref]);
}

function common(one: Ref, two: Ref): Ref | null {
  if (one.kind === 'numbers' && one.ns.length === 1 && two.kind === 'any' && two.ns.includes(one.ns[0]!)) return one;
  if (one.kind === 'any' && two.kind === 'numbers' && two.ns.length === 1 && one.ns.includes(two.ns[0]!)) return two;
  if (one.kind !== 'any' || two.kind !== 'any') return null;
  const ns = one.ns.filter((n) => two.ns.includes(n));
  return ns.length > 0 ? { kind: 'any', ns } : null;
}

/** A word that refuses only what was named before it. */
const refusesBehind = new Set(['nicht', 'never', 'ne']);

/** In Spanish "no" denies the verb behind it. */
const denied = /^(?:rechaz|deneg|denieg|descart|desestim|pospon|aplaz|levant)/;

function withSense(so: Growing, sense: Sense, word: string): Growing | null {
  if (refusesBehind.has(word) && (so.refs.length === 0 || so.senses.length > 0)) return null;
  if (so.words.some((each) => refusesBehind.has(each))) return null;
  if (so.words.at(-1) === 'no' && so.last === 'other' && denied.test(word)) return null;
  // "All but 2 yes", yet "all yes but snooze 2".
  const ofException = so.senses.length > 0 || so.except.length === 0 || so.exceptSenses.length > 0;
  // "All except 3 no": of which of them?
  if (so.inExcept && !ofException && (sense === 'no' || sense === 'reject')) return null;
  const list = so.inExcept && ofException ? 'exceptSenses' : 'senses';
  // "Ok 1, aber nicht 4 schließen" asks for no 4.
  if (list === 'exceptSenses' && so.exceptDenies && isPositive(sense)) return null;
  if (so[list].length >= 4) return null;
  // "All fine but 4, no" says it of the one left out.
  if (so.inExcept && list === 'senses' && !isPositive(sense) && /^(?:sep|comma|filler)$/.test(so.last)) return null;
  // "Hold 5 - go ahead with 1" neither.
  if (/^(?:sep|comma|and)$/.test(so.last) && sense === 'yes' && so.senses.some((each) => !isPositive(each)))
    return null;
  // "Yes and lift the hold" are two things.
  if (so.last === 'and' && so.senses.length > 0 && so.senses.every((each) => each === 'yes') && !isPositive(sense))
    return null;
  // "All fine, snooze 4"
  const ofAll = so.refs.some(({ kind }) => kind === 'all' || kind === 'rest');
  if (
    ofAll &&
    /^(?:sep|comma|and)$/.test(so.last) &&
    list === 'senses' &&
    so.senses.some(isPositive) &&
    !isPositive(sense)
  )
    return null;
  // "1 yes, snooze 2": beyond a mark another verb is rather another command's.
  const beyond = so.ahead || so.listing || /^(?:sep|comma|and)$/.test(so.last);
  const apart =
    so.refs.length > 0 && so.senses.length > 0 && beyond && !so.senses.some((each) => isKin(each, sense)) ? 2 : 0;
  // "1 next year, extend 5 till Friday": so it is behind a day.
  const late = so.day !== null && so.senses.length === 0 && /^(?:sep|comma|and)$/.test(so.last) ? 2 : 0;
  return {
    ...so,
    awaits: false,
    cost: so.cost + apart + late,
    [list]: [...so[list], sense],
    words: list === 'senses' ? [...so.words, word] : so.words,
    last: 'other',
    listing: false,
  };
}
