/**
 * Commands in a run of words, every word of which has to have a part in one: what cannot be read so is no command. Where words can be read
 * in several ways, the fewest commands win; where those differ, nothing does.
 */
import type { Edge, Ref } from './edges.ts';
import type { Sense } from './verb-words.ts';

/** What a command wants done, before it is known to which kind of item. */
export type Wish =
  | 'yes'
  | 'approve'
  | 'add'
  | 'update'
  | 'move'
  | 'close'
  | 'no'
  | 'snooze'
  | 'hold'
  | 'keep'
  | 'lift'
  | 'undo'
  | 'pause'
  | 'resume'
  | 'sent'
  | 'not_sent'
  | 'none'
  | 'choose'
  | 'leave'
  | 'same';

export interface Command {
  wish: Wish;
  /** Empty where no item is named. */
  refs: Ref[];
  except: Ref[];
  /** What is wished for the exceptions, where something is. */
  exceptWish: Wish | null;
  until: string | null;
  exceptUntil: string | null;
  /** The deal chosen, and of which question it is one. */
  option: { n: number; value: string }[];
  /** Only a day was said, and no verb. */
  bare: boolean;
  /** What joins it to the command before in its sentence. */
  after: 'and' | 'mark' | null;
  from: number;
  to: number;
}

interface Partial {
  refs: Ref[];
  except: Ref[];
  inExcept: boolean;
  senses: Sense[];
  words: string[];
  exceptSenses: Sense[];
  not: boolean;
  /** A verb has to follow the denial. */
  awaits: boolean;
  /** Languages of the denial. */
  tongues: number;
  /** It only can or should be done. */
  modal: boolean;
  /** The denial began with "ne". */
  ne: boolean;
  yet: boolean;
  day: { until: string | null; weekday: boolean } | null;
  holdWord: boolean;
  open: number[];
  option: { n: number; value: string }[];
  /** What stands before: a list goes on only after "and", a comma or a number. */
  last: 'begin' | 'start' | 'number' | 'name' | 'and' | 'comma' | 'sep' | 'filler' | 'other';
  /** Nothing but marks and small words came after the last item named. */
  listing: boolean;
  cost: number;
}

const start: Partial = {
  refs: [],
  except: [],
  inExcept: false,
  senses: [],
  words: [],
  exceptSenses: [],
  not: false,
  awaits: false,
  tongues: 0,
  modal: false,
  ne: false,
  yet: false,
  day: null,
  holdWord: false,
  open: [],
  option: [],
  last: 'begin',
  listing: false,
  cost: 0,
};

/** Steps taken for the commands from one word on; whoever needs more writes no command. */
const patience = 4_000;

interface Found {
  command: Command;
  cost: number;
  /** To what it comes; where that is unclear, its own words. */
  outcome: readonly string[];
}

/** To what a command comes, one string a deed; null where it fits no item. */
export type Effect = (command: Command) => string[] | null;

function commandsFrom(edges: readonly Edge[][], from: number): Omit<Found, 'outcome'>[] {
  const found = new Map<string, Omit<Found, 'outcome'>>();
  let steps = 0;
  const grow = (at: number, so: Partial): void => {
    if (++steps > patience) return;
    const wish = wishOf(so);
    if (wish) {
      const command: Command = {
        ...wish,
        refs: so.refs,
        except: so.except,
        option: so.option,
        bare: so.senses.length === 0 && so.day !== null,
        after: null,
        from,
        to: at,
      };
      const key = `${at} ${signature(command)}`;
      const before = found.get(key);
      if (!before || before.cost > so.cost) found.set(key, { command, cost: so.cost });
    }
    for (const edge of edges[at] ?? []) {
      const next = step(so, edge, edges);
      if (next) grow(edge.to, next);
    }
  };
  // Within a sentence a yes is no opening word.
  const opens = from === 0 || edges[from - 1]!.some((edge) => edge.kind === 'sep' && edge.mark === '.');
  grow(from, opens ? start : { ...start, last: 'start' });
  return steps > patience ? [] : [...found.values()];
}

const signature = ({ wish, refs, except, exceptWish, until, exceptUntil, option }: Command): string =>
  JSON.stringify([wish, refs, except, exceptWish, until, exceptUntil, option]);

function step(so: Partial, edge: Edge, edges: readonly Edge[][]): Partial | null {
  switch (edge.kind) {
    case 'filler':
      if (edge.acts && (so.last === 'and' || so.last === 'comma')) return { ...so, last: 'filler', listing: false };
      return {
        ...so,
        last: so.last === 'begin' ? 'start' : /^(?:and|comma|start)$/.test(so.last) ? so.last : 'filler',
      };
    case 'request':
      return {
        ...so,
        last: so.last === 'begin' ? 'start' : /^(?:and|comma|start)$/.test(so.last) ? so.last : 'filler',
      };
    case 'opening': {
      // "Un oui, deux non": a yes with a word before it opens nothing.
      if (so.last !== 'begin' && (edge.yes || so.last !== 'start')) return null;
      // "Ok 1 and 2 no": without a mark behind it, it may be the first command.
      const marked = edges[edge.to]?.some(({ kind }) => kind === 'sep') ?? false;
      if (edge.yes && !marked && !edge.mild) return null;
      return { ...so, cost: so.cost + (edge.yes && !marked ? 1 : 0) };
    }
    case 'sep':
      if (so.last === 'start' || so.last === 'begin') return edge.mark === '.' || edge.mark === '/' ? null : so;
      // What stands in brackets behind an item says why, but for an option's letter.
      if (edge.mark === '(' && !edges[edge.to]?.some(({ kind }) => kind === 'option' || kind === 'ref')) return null;
      return { ...so, last: /^[,/+&]$/.test(edge.mark) ? 'comma' : 'sep' };
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
      return withRef(so, edge);
    case 'verb':
      // In Spanish "no" denies what follows, in English it does not: "1 no yes".
      return so.awaits && (so.tongues & edge.tongues) === 0 ? null : withSense(so, edge.sense, edge.word);
    case 'head':
      return so.open.length > 0 || so.senses.length > 0
        ? null
        : { ...so, open: [edge.verb], last: 'other', listing: false };
    case 'particle':
      if (!so.open.includes(edge.verb)) return null;
      return withSense({ ...so, open: [] }, edge.sense, '');
    case 'not': {
      // "Ne ferme pas": one denial in two words.
      if (so.not && so.ne && edge.word !== 'ne') return { ...so, last: 'other', listing: false };
      // Only in German does a denial follow its verb.
      const behind = edge.word === 'nicht' && so.senses.length > 0;
      if (so.not || !(behind || leadsToVerb(edges, edge.to, 3))) return null;
      // It denies what follows, and "ok 1, pas ok" contradicts itself.
      if (!behind && so.senses.some((sense) => sense in positive)) return null;
      return {
        ...so,
        not: true,
        awaits: !behind,
        tongues: edge.tongues,
        ne: edge.word === 'ne',
        last: 'other',
        listing: false,
      };
    }
    case 'modal':
      return { ...so, modal: true, last: so.last === 'begin' ? 'start' : 'filler' };
    case 'yet':
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
    case 'except':
      if (so.inExcept || so.refs.length === 0) return null;
      if (!so.refs.some(({ kind }) => kind === 'all' || kind === 'rest') && !(edge.not && so.senses.length > 0))
        return null;
      return { ...so, inExcept: true, last: 'start' };
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

/** Whether a verb comes next, small words aside. */
function leadsToVerb(edges: readonly Edge[][], at: number, reach: number): boolean {
  const here = edges[at] ?? [];
  if (here.some(({ kind }) => kind === 'verb')) return true;
  return reach > 0 && here.some((edge) => edge.kind === 'filler' && leadsToVerb(edges, edge.to, reach - 1));
}

const refersTo = (refs: readonly Ref[], n: number): boolean =>
  refs.length === 1 && (refs[0]!.kind === 'any' || refs[0]!.kind === 'numbers') && refs[0]!.ns.includes(n);

function withRef(so: Partial, { ref, cost, sure = true, nth = false }: Edge & { kind: 'ref' }): Partial | null {
  const list = so.inExcept ? so.except : so.refs;
  // "The first two" are others than the first and the second.
  const last = ref.kind === 'numbers' && !nth ? 'number' : 'name';
  const put = (refs: Ref[]): Partial => ({
    ...so,
    [so.inExcept ? 'except' : 'refs']: refs,
    last,
    listing: true,
    cost: so.cost + cost,
  });
  if (list.length === 0) return so.option.every(({ n }) => refersTo([ref], n)) ? put([ref]) : null;
  const before = list.at(-1)!;
  if (!so.listing) return null;
  // "3 (Ada Wong)", "Ada from Umbrella": the same item, said twice.
  const both = common(before, ref);
  if (both && sure && /^(?:number|name|filler|sep|comma)$/.test(so.last)) return put([...list.slice(0, -1), both]);
  const goesOn =
    so.last === 'and' || so.last === 'comma' || (so.last === 'number' && ref.kind === 'numbers' && !nth && cost === 0);
  if (
    !goesOn ||
    ref.kind === 'all' ||
    ref.kind === 'both' ||
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

function withSense(so: Partial, sense: Sense, word: string): Partial | null {
  if (refusesBehind.has(word) && (so.refs.length === 0 || so.senses.length > 0)) return null;
  if (so.words.some((each) => refusesBehind.has(each))) return null;
  if (so.words.at(-1) === 'no' && so.last === 'other' && denied.test(word)) return null;
  // "All but 2 yes", yet "all yes but snooze 2".
  const ofException = so.senses.length > 0 || so.except.length === 0 || so.exceptSenses.length > 0;
  const list = so.inExcept && ofException ? 'exceptSenses' : 'senses';
  if (so[list].length >= 4) return null;
  // "Hold 5 - go ahead with 1" neither.
  if (/^(?:sep|comma|and)$/.test(so.last) && sense === 'yes' && so.senses.some((each) => !(each in positive)))
    return null;
  // "Yes and lift the hold" are two things.
  if (so.last === 'and' && so.senses.length > 0 && so.senses.every((each) => each === 'yes') && !(sense in positive))
    return null;
  // "1 yes, snooze 2": beyond a mark another verb is rather another command's.
  const beyond = so.listing || /^(?:sep|comma|and)$/.test(so.last);
  const apart = so.refs.length > 0 && so.senses.length > 0 && beyond ? 2 : 0;
  return {
    ...so,
    awaits: false,
    cost: so.cost + apart,
    [list]: [...so[list], sense],
    words: list === 'senses' ? [...so.words, word] : so.words,
    last: 'other',
    listing: false,
  };
}

interface Wished {
  wish: Wish;
  exceptWish: Wish | null;
  until: string | null;
  exceptUntil: string | null;
}

/** What a command says so far, null while it says nothing or contradicts itself. */
function wishOf(so: Partial): Wished | null {
  if (so.awaits || so.open.length > 0 || (so.inExcept && so.except.length === 0)) return null;
  const exceptWish = so.exceptSenses.length > 0 ? together(so.exceptSenses, { ...so, not: false }) : null;
  if (so.exceptSenses.length > 0 && !exceptWish) return null;
  const wish = mainWish(so);
  if (!wish || (so.modal && !agreeable.has(wish))) return null;
  // "Sent on Friday" is past.
  if (so.day?.weekday && wish === 'sent') return { wish, exceptWish, until: null, exceptUntil: null };
  if (so.day) {
    const delayed = timed(exceptWish ?? wish);
    // A day that cannot be told makes the whole unclear.
    if (!delayed || !so.day.until) return null;
    return exceptWish
      ? { wish, exceptWish: delayed, until: null, exceptUntil: so.day.until }
      : { wish: delayed, exceptWish, until: so.day.until, exceptUntil: null };
  }
  return { wish, exceptWish, until: null, exceptUntil: null };
}

function mainWish(so: Partial): Wish | null {
  if (so.option.length > 0) {
    if (so.senses.some((sense) => sense !== 'yes' && sense !== 'praise' && sense !== 'move' && sense !== 'add'))
      return null;
    return so.option.length === 1 && !so.not && !so.holdWord ? 'choose' : null;
  }
  if (so.senses.length === 0) {
    if (so.not) return null;
    if (so.holdWord) return so.refs.length > 0 && so.day ? 'hold' : null;
    if (so.inExcept) return 'yes';
    return so.day ? 'snooze' : null;
  }
  if (so.senses.includes('spare'))
    return so.senses.every((each) => each === 'spare' || each === 'leave') && so.day ? 'hold' : null;
  const wish = together(so.senses, so);
  // "Kranbau weiter" may as well go on with the hold.
  if (wish === 'resume' && so.refs.length > 0 && so.words.some((word) => goesOn.has(word))) return null;
  // "All good", "passt alles" are as often good manners.
  const mild = so.senses.some((each, index) => each === 'praise' || mildly.has(so.words[index] ?? ''));
  if (wish === 'yes' && mild && so.refs.some(({ kind }) => kind === 'all') && !so.inExcept) return null;
  // "Good" alone says nothing of an item.
  if (wish === 'yes' && so.refs.length === 0 && so.senses.every((each) => each === 'praise')) return null;
  return wish;
}

const goesOn = new Set([
  'weiter',
  'continue',
  'go on',
  'carry on',
  'sigue',
  'seguir',
  'seguimos',
  'continuar',
  'continua',
  'continuer',
  'continuez',
  'on continue',
]);

const mildly = new Set([
  'passt',
  'passt so',
  'ca marche',
  'ca roule',
  'c est bon',
  'works',
  'geht klar',
  'right',
  'true',
  'stimmt',
]);

/** "Not yet" and its kin, beside what is not to be done yet. */
const denies = /\b(?:nicht|not|pas|no)\b/;
/** A state, and nothing to be done: "not lost yet" says little. */
const states = /^(?:lost|dead|is dead|verloren|perdue?|perdid[oa]|its lost)$/;

type Wishes = { [sense in Sense]?: Wish };

const positive: Wishes = {
  yes: 'yes',
  praise: 'yes',
  approve: 'approve',
  add: 'add',
  update: 'update',
  move: 'move',
  close: 'close',
};

const others: Wishes = {
  no: 'no',
  reject: 'no',
  later: 'snooze',
  snooze: 'snooze',
  hold: 'hold',
  keep: 'keep',
  lift: 'lift',
  undo: 'undo',
  pause: 'pause',
  resume: 'resume',
  sent: 'sent',
  unsent: 'not_sent',
  none: 'none',
  leave: 'leave',
  same: 'same',
};

/** What several verbs of one command mean together: "2 no, reject it", "yes, lift it". */
function together(senses: readonly Sense[], so: Partial): Wish | null {
  const has = (sense: Sense): boolean => senses.includes(sense);
  if (so.holdWord) return aboutHold(senses, so);
  if (has('remove')) return null;
  if (has('send')) {
    const rest = senses.filter((sense) => sense !== 'send');
    if (so.not && rest.every((sense) => sense === 'no')) return 'not_sent';
    if (!so.not && rest.length > 0 && rest.every((sense) => sense === 'sent' || sense === 'yes') && has('sent'))
      return 'sent';
    return !so.not && rest.length > 0 && rest.every((sense) => sense === 'unsent' || sense === 'no') && has('unsent')
      ? 'not_sent'
      : null;
  }
  const denied = senses.some((sense, index) => sense === 'later' && denies.test(so.words[index] ?? ''));
  const rest = senses.filter((sense) => sense !== 'later' && sense !== 'no');
  // "Noch nicht gesendet", "not closed yet", "no, not yet".
  if (denied && rest.every((sense) => sense === 'sent') && rest.length > 0) return 'not_sent';
  if (denied && !so.not && rest.every((sense) => sense in positive && sense !== 'praise')) return 'snooze';
  if (so.not) {
    if (has('sent') && senses.every((sense) => ['sent', 'no', 'unsent'].includes(sense))) return 'not_sent';
    if (!senses.every((sense) => sense in positive || sense === 'no') || rest.length === 0) return null;
    // "No, don't approve", yet not "ja, nein, doch nicht".
    if (has('no') && senses[0] !== 'no') return null;
    const denied = rest.map((sense) => positive[sense] as Wish);
    if (!denied.reduce<Wish | null>((one, two) => (one ? joint(one, two) : null), denied[0]!)) return null;
    if (so.yet) return so.words.some((word) => states.test(word)) ? null : 'snooze';
    return 'no';
  }
  if (so.yet) return null;
  const ranked = [...new Set(senses.map((sense) => positive[sense] ?? others[sense] ?? null))];
  if (ranked.includes(null)) return null;
  return ranked.reduce<Wish | null>((one, two) => (one && two ? joint(one, two) : null), ranked[0] ?? null);
}

/** What "can be done" asks to be done. */
const agreeable = new Set<Wish>(['choose', 'approve', 'close', 'add', 'update', 'move', 'lift', 'undo', 'no']);

const positives = new Set<Wish>(['yes', 'approve', 'add', 'update', 'move', 'close']);
/** After a yes these say what is agreed to. */
const afterYes = new Set<Wish>(['lift', 'undo', 'hold', 'keep', 'snooze', 'resume', 'pause', 'sent', 'same']);

function joint(one: Wish, two: Wish): Wish | null {
  if (one === two) return one;
  const pair = [one, two];
  if (one === 'yes' && (positives.has(two) || afterYes.has(two))) return two;
  if (two === 'yes' && (positives.has(one) || afterYes.has(one))) return one;
  if (pair.includes('approve') && positives.has(one) && positives.has(two)) return one === 'approve' ? two : one;
  if (pair.includes('no') && pair.includes('not_sent')) return 'not_sent';
  if (pair.includes('no') && pair.includes('none')) return 'none';
  if (pair.includes('keep') && pair.includes('hold')) return 'keep';
  if (pair.includes('leave') && pair.includes('hold')) return 'keep';
  if (pair.includes('leave') && pair.includes('snooze')) return 'snooze';
  if (pair.includes('same') && pair.includes('no')) return 'same';
  return null;
}

/** With a word for the hold beside it: lifted, kept, or put on. */
function aboutHold(senses: readonly Sense[], so: Partial): Wish | null {
  if (so.not || senses.length === 0) return null;
  const rest = senses.filter((sense) => sense !== 'yes');
  if (rest.length === 0) return null;
  if (
    rest.every((sense) => ['lift', 'remove', 'pause', 'undo', 'resume', 'approve'].includes(sense)) &&
    rest.some((sense) => sense === 'lift' || sense === 'remove' || sense === 'pause')
  )
    return rest.every((sense) => sense === 'pause') && so.refs.length === 0
      ? null
      : rest.some((sense) => sense === 'lift' || sense === 'remove')
        ? 'lift'
        : null;
  return rest.every((sense) => sense === 'keep' || sense === 'hold' || sense === 'leave') ? 'keep' : null;
}

/** What a wish becomes with a day: only what waits has one. */
function timed(wish: Wish): Wish | null {
  if (wish === 'leave' || wish === 'move') return 'snooze';
  if (wish === 'keep') return 'hold';
  return wish === 'snooze' || wish === 'hold' || wish === 'pause' || wish === 'same' ? wish : null;
}

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
 * The commands that these words are, all of them, from `from` to `to`. Null where they are none or where it is not clear which: then `several`
 * says so. Time grows with the words, as the number of steps from each is bounded.
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
      if (edge.to > to || !/^(?:sep|and|manners|filler)$/.test(edge.kind)) continue;
      // Praise may be manners, or a yes.
      const price = edge.kind === 'manners' && edges[at]!.some(({ kind }) => kind === 'verb') ? 1 : 0;
      // Small words before a command are its own.
      for (const reading of best[edge.to] ?? [])
        if (edge.kind !== 'filler' || reading.commands.length === 0)
          here.push({ ...reading, cost: reading.cost + price });
    }
    for (const { command, cost, outcome } of found(at)) {
      // A day alone, and a stop, stand apart from what they do not concern.
      const number = command.bare && edges[at]!.some((edge) => edge.kind === 'ref' && edge.ref.kind === 'numbers');
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
