/** What was said, held against the items: who is meant, what a yes means to that kind, and what contradicts itself. */

import { changeKinds } from '../proposals/change.ts';
import type { Ref } from './edges.ts';
import type { Command, Wish } from './growing.ts';
import type { Said } from './heard.ts';
import { type Action, type Deed, type Item, isProposal, listed } from './items.ts';
import { optionsOf } from './options.ts';

interface Wanted {
  n: number;
  wish: Wish;
  until: string | null;
  reason: string | null;
  value: string | null;
  /** By a word that answers no question. */
  refuses: boolean;
  /** Meant for all or the rest: a word on the item itself goes before it. */
  general: boolean;
  /** Its place among the commands. */
  at: number;
}

export interface Settled {
  actions: Action[];
  unclear: boolean;
}

/** `touched`: items that were named where it was unclear; `murky`: something was unclear and nobody can tell of what. */
export function settle(
  said: readonly Said[],
  items: readonly Item[],
  touched: ReadonlySet<number>,
  murky = false,
): Settled {
  let unclear = false;
  const whole: Action[] = [];
  const wanted: Wanted[] = [];
  const explicit = explicitOf(said, items);
  // The rest is what is left of something, and of that every part has to be known.
  const unknown = murky || missesSome(said, items);
  const untouched = new Set([...touched, ...leftOut(said)]);
  let previous: Command | null = null;
  for (const [at, { command: raw, reason }] of said.entries()) {
    const command = completed(raw, previous);
    previous = command;
    if (command.wish === 'same') {
      unclear = true;
      continue;
    }
    const everything = wholeOf(command);
    if (everything) {
      whole.push({ n: null, do: everything, until: command.until, reason, value: null });
      continue;
    }
    // "6 a, actually b": another choice of the same.
    const [again] = command.refs.length === 0 ? command.option : [];
    if (again && wanted.some(({ n, value }) => n === again.n && value !== again.value)) {
      const value = again.value;
      wanted.push({ n: again.n, wish: 'choose', until: null, reason, value, refuses: false, general: false, at });
      continue;
    }
    const rest = command.refs.some(({ kind }) => kind === 'rest');
    const meant = rest && command.wish !== 'leave' && unknown ? null : itemsOf(command, items, explicit, untouched);
    if (meant === null && repeats(command, said[at - 1]?.command, items)) continue;
    if (meant === null) {
      unclear = true;
      continue;
    }
    unclear ||= meant.missing;
    for (const { item, general, wish, until } of meant.items)
      wanted.push({
        n: item.n,
        wish,
        until,
        reason,
        value: chosenOf(command, item),
        refuses: command.refuses,
        general,
        at,
      });
  }
  const each = decide(wanted, items);
  const all = oneWhole(whole);
  return { actions: [...each.actions, ...all.actions], unclear: unclear || each.unclear || all.unclear };
}

/** "3 too", "2 until Friday": what was wished before. */
function completed(command: Command, previous: Command | null): Command {
  if (command.wish === 'same' && previous && previous.wish !== 'same')
    return { ...command, wish: previous.wish, until: command.until ?? previous.until };
  // "Pause 3 until March" is about its mails.
  if (
    command.wish === 'pause' &&
    command.until &&
    command.refs.length > 0 &&
    command.refs.every(({ kind }) => kind === 'numbers')
  )
    return { ...command, wish: 'hold' };
  // A deal that is paused by its name is on hold.
  if (command.wish === 'pause' && command.refs.length > 0 && command.refs.every(({ kind }) => kind === 'any'))
    return { ...command, wish: 'hold' };
  // "Hold 1 until Monday and 2 until Friday" holds both; behind a comma it is not clear.
  if (command.bare && command.after && command.wish === 'snooze' && previous?.wish === 'hold' && previous.until)
    return { ...command, wish: command.after === 'and' ? 'hold' : 'same' };
  return command;
}

/** Stops and starts everything: with no item named, or with all of them. */
function wholeOf({ wish, refs, except }: Command): Deed | null {
  if ((wish !== 'pause' && wish !== 'resume') || except.length > 0) return null;
  return refs.length === 0 || (refs.length === 1 && refs[0]!.kind === 'all') ? wish : null;
}

function explicitOf(said: readonly Said[], items: readonly Item[]): Set<number> {
  const refs = said.flatMap(({ command }) => [...command.refs, ...command.except]);
  const known = new Set(items.map(({ n }) => n));
  return new Set(
    refs.flatMap((ref) => (ref.kind === 'numbers' || ref.kind === 'any' ? ref.ns.filter((n) => known.has(n)) : [])),
  );
}

/** "8 is right. You can save it.": without an item it says again what was said just before of one. */
function repeats(command: Command, before: Command | undefined, items: readonly Item[]): boolean {
  const [ref, ...more] = before?.refs ?? [];
  if (!before || !ref || more.length > 0 || command.refs.length > 0 || before.except.length > 0) return false;
  const [[item, ...others], known] = [one(ref, items, before.wish, before) ?? [], listed(items)];
  if (!item || others.length > 0 || !known.includes(item)) return false;
  const deed = ({ wish, until, refuses }: Command): string =>
    JSON.stringify(
      actionOf({ n: item.n, wish, until, reason: null, value: null, refuses, general: false, at: 0 }, item),
    );
  return deed(command) === deed(before) && deed(command) !== '"unclear"';
}

/** Some number or place that was said is of no item. */
const missesSome = (said: readonly Said[], items: readonly Item[]): boolean =>
  said.some(({ command: { refs } }) =>
    refs.some((ref) => ref.kind === 'numbers' && ref.ns.some((n) => !items.some((item) => item.n === n))),
  );

/** "All ok, all but 4": what one command leaves out, no other takes in for it is one of all. */
const leftOut = (said: readonly Said[]): number[] =>
  said.flatMap(({ command: { except, exceptWish } }) =>
    exceptWish ? [] : except.flatMap((ref) => (ref.kind === 'numbers' || ref.kind === 'any' ? ref.ns : [])),
  );

interface Meant {
  items: { item: Item; general: boolean; wish: Wish; until: string | null }[];
  /** Some number or name fits no item. */
  missing: boolean;
}

function itemsOf(
  command: Command,
  items: readonly Item[],
  explicit: ReadonlySet<number>,
  touched: ReadonlySet<number>,
): Meant | null {
  const { wish, refs, except, exceptWish } = command;
  if (refs.length === 0) return alone(command, items);
  const left = except.map((ref) => one(ref, items, exceptWish ?? wish, command));
  // Whom "all but" leaves out has to be known.
  if (left.some((each) => each === null)) return null;
  const out = left.flatMap((each) => each ?? []);
  // "1 and 3 but not 2" leaves open what is to become of 2.
  const general = refs.some(({ kind }) => kind === 'all' || kind === 'rest');
  const found: Meant = {
    items: exceptWish
      ? out.map((item) => ({ item, general: false, wish: exceptWish, until: command.exceptUntil }))
      : [],
    missing: !general && except.length > 0 && !exceptWish,
  };
  for (const ref of refs) {
    const all = ref.kind === 'all' || ref.kind === 'rest';
    const meant = all ? many(ref, command, items, explicit, touched) : one(ref, items, wish, command);
    if (meant === null || meant.length === 0) {
      if (all && meant) continue;
      found.missing = true;
      continue;
    }
    for (const item of meant)
      if (!out.includes(item)) found.items.push({ item, general: all, wish, until: command.until });
  }
  return found;
}

/** Without a number: the one item that is open. */
function alone({ wish, option, until }: Command, items: readonly Item[]): Meant | null {
  if (wish === 'leave') return { items: [], missing: false };
  const chosen = option[0];
  const [item, ...more] = listed(items);
  if (more.length > 0 || !item || wish === 'undo') return null;
  if (chosen && chosen.n !== item.n) return null;
  return { items: [{ item, general: false, wish, until }], missing: false };
}

/** Wishes that may be made of all listed proposals at once. */
const ofMany = new Set<Wish>(['yes', 'approve', 'no', 'snooze', 'leave']);

function many(
  ref: Ref,
  { wish }: Command,
  items: readonly Item[],
  explicit: ReadonlySet<number>,
  touched: ReadonlySet<number>,
): Item[] | null {
  // "Der Rest bleibt so": nothing of it changes.
  if (ref.kind === 'rest' && wish === 'keep') return [];
  if (!ofMany.has(wish)) return null;
  const proposals = items.filter((item) => isProposal(item));
  if (ref.kind === 'rest') {
    const left = proposals.filter(({ n }) => !explicit.has(n) && !touched.has(n));
    const counted = ref.count === left.length && explicit.size > 0;
    return ref.count === undefined || counted ? left : null;
  }
  if (ref.kind === 'all' && ref.count !== null && ref.count !== proposals.length) return null;
  return proposals.filter(({ n }) => !touched.has(n));
}

function one(ref: Ref, items: readonly Item[], wish: Wish, { option }: Command): Item[] | null {
  if (ref.kind === 'both') {
    const two = listed(items);
    return two.length === 2 && two.every((item) => isProposal(item)) ? two : null;
  }
  if (ref.kind === 'numbers') {
    const found = ref.ns.map((n) => items.find((item) => item.n === n));
    return found.some((item) => item === undefined) ? null : (found as Item[]);
  }
  if (ref.kind !== 'any') return null;
  const all = items.filter(({ n }) => ref.ns.includes(n));
  // A deal without a number can only be left alone: of other wishes it is no other meaning.
  const named = unnumbered.has(wish) || listed(all).length === 0 ? all : listed(all);
  const chosen = option[0];
  if (chosen) return named.some(({ n }) => n === chosen.n) ? named.filter(({ n }) => n === chosen.n) : null;
  if (named.length === 1) return named;
  const fitting = named.filter(({ kind }) => kindFor[wish]?.includes(kind) ?? false);
  return fitting.length === 1 ? fitting : null;
}

/** Wishes that a deal without a number may have. */
const unnumbered = new Set<Wish>(['hold', 'keep', 'lift', 'undo']);

/** Of several items of one name, the one that a wish can only mean. */
const kindFor: { [wish in Wish]?: Item['kind'][] } = {
  lift: ['hold'],
  yes: [...changeKinds, 'unknown_sent', 'match_question'],
  no: [...changeKinds, 'unknown_sent', 'match_question'],
  approve: [...changeKinds],
  resume: ['hold'],
  keep: ['hold'],
  hold: ['hold'],
  sent: ['unknown_sent'],
  not_sent: ['unknown_sent'],
  choose: ['match_question'],
  none: ['match_question'],
  add: ['new_contact'],
  update: ['contact_update'],
  move: ['stage_change'],
  close: ['close_lost'],
};

function chosenOf({ option, wish }: Command, item: Item): string | null {
  return wish === 'choose' ? (option.find(({ n }) => n === item.n)?.value ?? null) : null;
}

/** One deed an item, none where two contradict each other; a word on one item goes before a word on all. */
function decide(wanted: readonly Wanted[], items: readonly Item[]): Settled {
  const actions: Action[] = [];
  let unclear = false;
  const numbers = [...new Set(wanted.map(({ n }) => n))];
  for (const n of numbers) {
    const item = items.find((each) => each.n === n)!;
    const own = wanted.filter((each) => each.n === n);
    const special = own.filter(({ general }) => !general);
    const general = own.filter((each) => each.general);
    // "2 no. All ok": the last word on everything meant everything.
    const late =
      special.length > 0 &&
      general.some(({ at, wish }) => at > special.at(-1)!.at && special.some((each) => each.wish !== wish));
    const results = (special.length > 0 && !late ? special : own).map((each) => actionOf(each, item));
    if (results.some((result) => result === 'unclear')) {
      unclear = true;
      continue;
    }
    const done = results.filter((result) => result !== 'nothing' && result !== 'unclear');
    const kinds = new Set(
      results.map((result) => (typeof result === 'string' ? result : JSON.stringify({ ...result, reason: null }))),
    );
    if (kinds.size > 1) {
      unclear = true;
      continue;
    }
    const action = done.find(({ reason }) => reason !== null) ?? done[0];
    if (action) actions.push(action);
  }
  return { actions, unclear };
}

function oneWhole(whole: readonly Action[]): Settled {
  // "No mails for two weeks, stop everything": the same, with its end and without.
  const ended = whole.filter(({ until }) => until !== null);
  if (ended.length > 0 && ended.length < whole.length && new Set(whole.map(({ do: deed }) => deed)).size === 1)
    return oneWhole(ended);
  const kinds = new Set(whole.map(({ do: deed, until }) => `${deed} ${until}`));
  if (kinds.size > 1) return { actions: [], unclear: true };
  const best = whole.find(({ reason }) => reason !== null) ?? whole[0];
  return { actions: best ? [best] : [], unclear: false };
}

/** What a wish means to an item of this kind; what it does not fit is unclear. */
function actionOf({ wish, until, reason, value, refuses }: Wanted, item: Item): Action | 'nothing' | 'unclear' {
  const action = (deed: Deed, what: string | null = null): Action => ({
    n: item.n,
    do: deed,
    until,
    reason,
    value: what,
  });
  const { kind } = item;
  if (kind === 'deal' && !unnumbered.has(wish) && !(wish === 'snooze' && until))
    return wish === 'leave' ? 'nothing' : 'unclear';
  switch (wish) {
    case 'leave':
      return 'nothing';
    case 'snooze':
      if (kind === 'hold' || kind === 'deal') return until ? action('hold') : 'unclear';
      return kind === 'unknown_sent' && !until ? 'unclear' : action('snooze');
    case 'hold':
      return action('hold');
    case 'undo':
      return action('undo');
    case 'keep':
      return kind === 'hold' || kind === 'deal' ? action('hold') : 'unclear';
    case 'lift':
    case 'resume':
      return kind === 'hold' || kind === 'deal' ? action('lift_hold') : 'unclear';
    case 'approve':
      // In German the same word lets a hold go.
      return isProposal(item) ? action('approve') : 'unclear';
    case 'yes':
      if (isProposal(item)) return action('approve');
      if (kind === 'match_question' && onlyOption(item)) return action('answer', onlyOption(item));
      return kind === 'unknown_sent' && asksWhetherSent(item) ? action('answer', 'sent') : 'unclear';
    case 'no':
      if (isProposal(item)) return action('reject');
      if (refuses) return 'unclear';
      if (kind === 'match_question' && onlyOption(item)) return action('answer', 'none');
      return kind === 'unknown_sent' && asksWhetherSent(item) ? action('answer', 'not_sent') : 'unclear';
    case 'add':
      return kind === 'new_contact' ? action('approve') : 'unclear';
    case 'update':
      return kind === 'contact_update' ? action('approve') : 'unclear';
    case 'move':
      return kind === 'stage_change' ? action('approve') : 'unclear';
    case 'close':
      return kind === 'close_lost' ? action('approve') : 'unclear';
    case 'sent':
    case 'not_sent':
      return kind === 'unknown_sent' ? action('answer', wish) : 'unclear';
    case 'none':
      return kind === 'match_question' ? action('answer', 'none') : 'unclear';
    case 'choose':
      return kind === 'match_question' && value !== null && optionsOf(item).length > 0
        ? action('answer', value)
        : 'unclear';
    default:
      return 'unclear';
  }
}

/** Where only one deal is in question, a yes chooses it. */
const onlyOption = (item: Item): string | null => {
  const [one, ...more] = optionsOf(item);
  return one && more.length === 0 && one.value !== 'none' ? one.value : null;
};

/** "Did you send it?" has a yes and a no; "sent or deleted?" and "did you delete it?" have other ones. */
const asksWhetherSent = ({ text }: Item): boolean =>
  !/\b(?:delet|discard|verworf|gel(?:ö|oe)sch|l(?:ö|oe)sch|supprim|efface|borr(?!ador)|elimin|descart)/iu.test(text);
