/**
 * Deals by plan: what happened in each, as a list of events, with the facts that follow from it and, apart from any rule of the product, what
 * must keep it without a draft. Readings are given with the messages: how words are read is tested elsewhere.
 */
import fc from 'fast-check';
import type { DealFacts } from '../../src/domain/assess.ts';
import { type Finding, type FindingKind, indexFindings } from '../../src/domain/findings.ts';
import type { Address, Message, Place } from '../../src/domain/mail.ts';
import type { Reading } from '../../src/domain/reading.ts';
import { contact, deal, rep } from './deals.ts';

/** A Wednesday. Epiphany, Tuesday the 6th, is a holiday in Bavaria, and so are New Year's Day and the two days of Christmas. */
export const today = '2026-01-14';
export const now = new Date(`${today}T11:00:00Z`);
export const region = 'DE-BY';
const holidays = new Set(['2025-11-01', '2025-12-25', '2025-12-26', '2026-01-01', '2026-01-06']);

/** The civil date so many days from today. */
export const dateOf = (day: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + day * 86_400_000).toISOString().slice(0, 10);

const works = (day: number): boolean => {
  const weekday = new Date(`${dateOf(day)}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(dateOf(day));
};

/** Working days that have begun between that day and today. */
export const workingDaysSince = (day: number): number => {
  let count = 0;
  for (let at = day + 1; at <= 0; at++) if (works(at)) count++;
  return count;
};

const day = (min: number, max: number) => fc.integer({ min, max });
const who = fc.constantFrom<(0 | 1)[]>(0, 0, 1);
const thread = fc.constantFrom<(0 | 1)[]>(0, 0, 0, 1);
/** In one case of four. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const theirWord = fc.record({
  kind: fc.constant('they' as const),
  who: fc.constantFrom<(0 | 1 | 'stranger')[]>(0, 0, 0, 1, 'stranger'),
  asks: fc.boolean(),
  /** Day of the promise; null in it: no day was named. */
  promises: maybe(fc.record({ due: fc.option(day(-30, 10)) })),
  hold: maybe(
    fc.record({
      until: fc.option(day(-25, 40), { freq: 6 }),
      optOut: fc.constantFrom(false, false, false, true),
      scope: fc.constantFrom<('person' | 'company' | 'topic')[]>('person', 'person', 'company', 'topic'),
    }),
  ),
  lifts: fc.constantFrom(false, false, false, false, true),
  read: fc.constantFrom(true, true, true, false),
});
const ourWord = fc.record({
  kind: fc.constantFrom<('rep' | 'colleague')[]>('rep', 'rep', 'rep', 'colleague'),
  who: fc.constantFrom<(0 | 1 | 'both')[]>(0, 0, 'both', 1),
  asks: fc.boolean(),
  /** Day of the promise; null in it: no day was named. */
  promises: maybe(fc.record({ due: fc.option(day(-30, 10)) })),
});
type MachineKind = 'away' | 'bounce' | 'late bounce' | 'bulk' | 'unreadable' | 'invitation';
const machine = fc.record({
  kind: fc.constantFrom<MachineKind[]>('away', 'bounce', 'late bounce', 'bulk', 'unreadable', 'invitation'),
  who,
  until: fc.option(day(-20, 20)),
  cancelled: fc.constantFrom(false, false, true),
  read: fc.boolean(),
});
const event = fc.record({
  day: day(-45, 0),
  thread,
  what: fc.oneof(
    { weight: 4, arbitrary: theirWord },
    { weight: 3, arbitrary: ourWord },
    { weight: 3, arbitrary: machine },
  ),
});

/** What a mail that belongs to no open deal says; `alias`: under another address of the first contact. */
const outside = fc.record({
  kind: fc.constantFrom<Exclude<FindingKind, 'waits'>[]>(
    'hold',
    'opt_out',
    'absence',
    'unread',
    'unreadable',
    'bounce',
    'meeting',
    'sent',
  ),
  who: fc.constantFrom<(0 | 1 | 'alias' | 'stranger')[]>(0, 0, 0, 1, 'alias', 'stranger'),
  day: day(-45, 0),
  until: fc.option(day(-25, 40), { freq: 6 }),
  scope: fc.constantFrom<('person' | 'company' | 'topic')[]>('person', 'company', 'topic'),
});

export const plans = fc.record({
  status: fc.constantFrom<('open' | 'won' | 'lost')[]>('open', 'open', 'open', 'open', 'open', 'open', 'won', 'lost'),
  /** The mail of ours that the deal begins with. */
  asked: fc.record({ day: day(-40, 0), asks: fc.boolean(), long: fc.constantFrom(0, 0, 0, 0, 0, -200) }),
  events: fc.array(event, { maxLength: 3 }),
  /** Whose thread holds a draft. */
  draft: fc.constantFrom<(0 | 1 | null)[]>(null, null, null, null, null, null, 0, 1),
  optedOut: fc.constantFrom(null, null, null, null, null, 'contact', 'alias'),
  followedUp: fc.constantFrom(false, false, false, false, false, true),
  lastDraft: maybe(
    fc.record({
      day: day(-25, 0),
      became: fc.constantFrom<('sent' | 'rejected' | 'withdrawn')[]>('sent', 'rejected', 'withdrawn'),
    }),
  ),
  /** The last drafts of every kind were rejected; when the last was. */
  rejected: maybe(maybe(maybe(day(-14, 0)))),
  /** Found in mail of no open deal. */
  outside: maybe(outside),
  /** Its first contact is that of the deal before it, too. */
  shares: fc.constantFrom(false, false, false, false, true),
});
export type Plan = typeof plans extends fc.Arbitrary<infer T> ? T : never;
type Event = Plan['events'][number];
type Timed = Event & { at: number; id: string };

const unread: Reading = {
  kind: 'human',
  text: '',
  language: 'en',
  questions: [],
  promises: [],
  hold: null,
  lifts: false,
  optOut: false,
  absence: null,
  meeting: null,
  late: false,
};

/** The rep has said to leave it alone. Not drawn, so that all that is drawn stays as it was: half of every tenth deal. */
const isPaused = (all: readonly Plan[], n: number): boolean => n % 10 === 9 && (all[n]?.asked.day ?? 0) % 2 !== 0;

/** The events in order, the first mail of ours among them. */
function timed({ asked, events }: Plan, n: number): Timed[] {
  const first: Event = {
    day: asked.day + asked.long,
    thread: 0,
    what: { kind: 'rep', who: 0, asks: asked.asks, promises: null },
  };
  return [first, ...events]
    .map((each, k) => ({
      ...each,
      id: `<${n}-${k}@x.test>`,
      at: Date.parse(`${dateOf(each.day)}T07:00:00Z`) + k * 60_000,
    }))
    .sort((a, b) => a.at - b.at);
}

/** Deal `n` shares its first contact with deal `n - 1` where the plan says so. */
const houseOf = (all: readonly Plan[], n: number): number => (n > 0 && all[n]?.shares ? houseOf(all, n - 1) : n);

function peopleOf(all: readonly Plan[], n: number): { dana: Address; sam: Address; alias: string } {
  const house = houseOf(all, n);
  return {
    dana: { name: 'Dana Berg', address: `dana@b${house}.test` },
    sam: { name: 'Sam Roth', address: `sam@c${n}.test` },
    alias: `d.berg@old${house}.test`,
  };
}

const robin: Address = { name: rep.name, address: rep.addresses[0] ?? '' };
const jo: Address = { name: 'Jo', address: 'jo@seller.test' };

function messageOf({ what, at, id }: Timed, { dana, sam }: { dana: Address; sam: Address }, n: number): Message {
  const text =
    'asks' in what && what.asks
      ? 'Would the tier with forty seats be enough for Lyon?'
      : 'The plant manager and his people have the three variants now.';
  const invites = what.kind === 'they' && what.lifts ? 'You may write to me again. ' : '';
  const make = (from: Address, to: Address[], place: Place, read: boolean, reading: Partial<Reading>): Message => ({
    id,
    inReplyTo: null,
    references: [],
    from,
    to,
    cc: [],
    bcc: [],
    subject: 'Pilot in Lyon',
    date: new Date(at),
    signals: {},
    text: invites + text,
    attachments: [],
    place,
    read,
    reading: { ...unread, text: invites + text, ...reading },
  });
  const questions = 'asks' in what && what.asks ? [text] : [];
  if (what.kind === 'they') {
    const author =
      what.who === 'stranger' ? { name: '', address: `office@other${n}.test` } : what.who === 0 ? dana : sam;
    const { hold, promises, lifts, read } = what;
    return make(author, [robin], 'inbox', read, {
      questions,
      promises: promises ? [{ text, until: promises.due === null ? null : dateOf(promises.due) }] : [],
      hold: hold && {
        until: hold.optOut || hold.until === null ? null : dateOf(hold.until),
        assumed: false,
        scope: hold.scope,
        quote: text,
        optOut: hold.optOut,
        theyReturn: false,
      },
      optOut: hold?.optOut ?? false,
      lifts: lifts && !hold,
    });
  }
  if ('asks' in what) {
    const to = what.who === 'both' ? [dana, sam] : [what.who === 0 ? dana : sam];
    const { promises } = what;
    return make(what.kind === 'rep' ? robin : jo, to, what.kind === 'rep' ? 'sent' : 'inbox', true, {
      questions,
      // A word that could be kept by a mail, so that it may be spoken of.
      promises: promises
        ? [{ text: 'I will send you the three variants.', until: promises.due === null ? null : dateOf(promises.due) }]
        : [],
    });
  }
  const until = what.until === null ? null : dateOf(what.until);
  const from = what.kind.includes('bounce')
    ? { name: '', address: 'mailer-daemon@x.test' }
    : what.who === 0
      ? dana
      : sam;
  return make(from, [robin], 'inbox', what.read, {
    ...(what.kind === 'away' ? { kind: 'auto_reply', absence: { until } as Reading['absence'] } : {}),
    ...(what.kind.includes('bounce') ? { kind: 'bounce', late: what.kind === 'late bounce' } : {}),
    ...(what.kind === 'bulk' ? { kind: 'bulk' } : {}),
    ...(what.kind === 'unreadable' ? { kind: 'unreadable' } : {}),
    ...(what.kind === 'invitation'
      ? { kind: 'invitation', meeting: { at: until, state: what.cancelled ? 'cancelled' : 'proposed' } }
      : {}),
  });
}

/** What was found outside, in the days of all these deals. */
function findingsOf(all: readonly Plan[]): Finding[] {
  return all.flatMap(({ outside }, n) => {
    if (!outside) return [];
    const { kind, who, until, scope } = outside;
    const { dana, sam, alias } = peopleOf(all, n);
    const address = { 0: dana.address, 1: sam.address, alias, stranger: `boss@b${houseOf(all, n)}.test` }[who];
    const rest = kind === 'hold' || kind === 'opt_out' || kind === 'absence';
    return [
      {
        kind,
        address,
        messageId: `<out-${n}@x.test>`,
        date: new Date(`${dateOf(outside.day)}T07:00:00Z`),
        until: kind === 'opt_out' || until === null ? null : dateOf(until),
        scope: rest && kind !== 'absence' ? scope : 'person',
        quote: rest ? 'Please let us rest.' : '',
      },
    ];
  });
}

/** The facts of deal `n` among all. */
export function factsOf(all: readonly Plan[], n: number): DealFacts {
  const plan = all[n] as Plan;
  const people = peopleOf(all, n);
  const events = timed(plan, n);
  const last = events.findLast(isPerson);
  const threads = ([0, 1] as const).flatMap((of) => {
    const messages = events.filter((each) => each.thread === of).map((each) => messageOf(each, people, n));
    return messages.length > 0 ? [{ ref: `t${n}-${of}`, messages }] : [];
  });
  return {
    deal: { ...deal, id: `d${n}`, status: plan.status },
    contacts: [
      {
        ...contact,
        id: `c${n}`,
        emails: [people.dana.address, people.alias],
        optOut: plan.optedOut === 'contact' ? 'yes' : 'no',
      },
      { ...contact, id: `s${n}`, name: 'Sam Roth', emails: [people.sam.address], optOut: 'unknown' },
    ],
    threads,
    threadsWithDraft: new Set(plan.draft === null ? [] : [`t${n}-${plan.draft}`]),
    followedUp: new Set(plan.followedUp && last ? [last.id] : []),
    // What the CRM says of a person it says for every deal of theirs.
    optedOut: new Set(
      all.flatMap(({ optedOut }, other) => {
        const { dana, alias } = peopleOf(all, other);
        return optedOut === 'alias' ? [alias] : optedOut === 'contact' ? [dana.address, alias] : [];
      }),
    ),
    outside: indexFindings(findingsOf(all)),
    paused: isPaused(all, n) ? { text: 'the rep paused the deal' } : null,
    ...(plan.rejected === null ? {} : { rejectedKinds: { get: () => ({ on: dateOf(plan.rejected ?? 0) }) } }),
    ...(plan.lastDraft ? { lastDraft: { on: dateOf(plan.lastDraft.day), became: plan.lastDraft.became } } : {}),
  };
}

const isPerson = ({ what }: Event): boolean => what.kind === 'they' || what.kind === 'rep' || what.kind === 'colleague';
const isOurs = ({ what }: Event): boolean => what.kind === 'rep' || what.kind === 'colleague';

interface Held {
  person: string | number;
  until: number;
  optOut: boolean;
  scope: string;
}

/** Every rest that the people of the deal asked for and did not lift, and every absence; `Infinity` is for good. The longest of them counts. */
function heldIn(plan: Plan, n: number): Held[] {
  let held: Held[] = [];
  for (const { what } of timed(plan, n)) {
    const person = 'who' in what ? (what.who as string | number) : '';
    if (what.kind === 'they' && what.hold) {
      const { until, optOut, scope } = what.hold;
      held.push({ person, until: optOut || until === null ? Number.POSITIVE_INFINITY : until, optOut, scope });
    } else if (what.kind === 'they' && what.lifts) held = held.filter((each) => each.person !== person);
    else if (what.kind === 'away' && what.until !== null)
      held.push({ person, until: what.until, optOut: false, scope: 'person' });
  }
  return held;
}

/** What must keep deal `n` without a draft, from the plan alone; empty where nothing must. */
export function obstaclesOf(all: readonly Plan[], n: number): string[] {
  const plan = all[n] as Plan;
  const events = timed(plan, n);
  const people = events.filter(isPerson);
  const last = people.at(-1) as Timed;
  const found: string[] = [];
  const must = (not: boolean, name: string): void => void (not && found.push(name));

  must(plan.status !== 'open', 'closed');
  must(
    heldIn(plan, n).some(({ until }) => until > 0),
    'hold, opt-out or absence',
  );
  const house = houseOf(all, n);
  const elsewhere = all.flatMap((other, k) => (k !== n && houseOf(all, k) === house ? [...heldIn(other, k)] : []));
  // The first contact is the same person in all of them; a company's word covers its deal's contacts.
  must(
    elsewhere.some(
      ({ person, until, optOut, scope }) =>
        until > 0 && (optOut || scope !== 'topic') && (person === 0 || scope === 'company'),
    ),
    'hold in another deal',
  );

  const named: string[] =
    last.what.kind === 'they'
      ? [last.what.who === 0 ? 'dana' : 'other']
      : [0, 'both'].includes((last.what as { who: number | string }).who)
        ? ['dana']
        : ['other'];
  const toSam =
    (last.what as { who: number | string }).who === 1 || (last.what as { who: number | string }).who === 'both';
  const out = all.some(({ optedOut }, k) => optedOut !== null && houseOf(all, k) === house);
  must(out && named.includes('dana'), 'opted out in the CRM');

  for (const [k, { outside: found }] of all.entries()) {
    if (!found) continue;
    const same = houseOf(all, k) === house;
    const { kind, who, until, scope } = found;
    // Sam is a contact of one deal only, a stranger of none; the company at Dana's domain is the same in every deal of hers.
    const concerned = who === 1 ? k === n : same && who !== 'stranger';
    const company = scope === 'company' && (who === 1 ? k === n : same && who !== 'alias');
    const lasts = until === null ? kind === 'hold' : until > 0;
    const isLifted = events.some(
      ({ what, at }) => what.kind === 'they' && what.lifts && at > Date.parse(`${dateOf(found.day)}T07:00:00Z`),
    );
    if (!isLifted) {
      must((concerned || company) && (kind === 'opt_out' || (kind === 'hold' && lasts)), `${kind} outside`);
      must(concerned && kind === 'absence' && until !== null && lasts, 'absence outside');
    }
    const reached = who === 1 ? k === n && toSam : concerned && named.includes('dana');
    must(reached && kind === 'unread', 'unread outside');
    const late = Date.parse(`${dateOf(found.day)}T07:00:00Z`) >= last.at;
    must(reached && late && kind === 'unreadable', 'unreadable outside');
    must(reached && late && kind === 'bounce' && who !== 'alias', 'bounce outside');
    must(reached && kind === 'meeting' && until !== null && until >= 0, 'meeting outside');
  }
  // A notice without a day may call off any of them.
  const meetsDana = ({ events: of }: Plan): boolean =>
    !of.some(({ what }) => what.kind === 'invitation' && what.cancelled) &&
    of.some(({ what }) => what.kind === 'invitation' && what.who === 0 && what.until !== null && what.until >= 0);
  const hers = named.includes('dana') ? all.filter((_, k) => k !== n && houseOf(all, k) === house) : [];
  must(
    hers.some((other) => other.events.some(({ what }) => what.kind === 'they' && what.who === 0 && !what.read)),
    'unread answer in another deal',
  );
  must(hers.some(meetsDana), 'meeting in another deal');

  const after = events.slice(events.indexOf(last));
  must(
    after.some(({ what }) => what.kind === 'bounce'),
    'bounce',
  );

  const invitations = events.filter(({ what }) => what.kind === 'invitation') as (Timed & {
    what: { until: number | null; cancelled: boolean };
  })[];
  const booked = new Map<number, boolean>();
  for (const { what } of invitations) if (what.until !== null) booked.set(what.until, !what.cancelled);
  const vague = invitations.some(({ what }) => what.until === null && what.cancelled);
  // A notice without a day may call off any of them: then nothing is asserted.
  must(!vague && [...booked].some(([at, stands]) => stands && at >= 0), 'meeting ahead');
  const lastInvitation = invitations.at(-1);
  must(
    lastInvitation !== undefined &&
      lastInvitation.what.until === null &&
      !lastInvitation.what.cancelled &&
      workingDaysSince(lastInvitation.day) <= 10,
    'meeting without a day',
  );

  must(
    events.some(({ what }) => (what.kind === 'they' || what.kind === 'unreadable') && !what.read),
    'unread answer',
  );
  must(
    after.some(({ what }) => what.kind === 'unreadable'),
    'unreadable answer',
  );
  must(plan.draft !== null && events.some((each) => each.thread === plan.draft), 'draft there');
  must(plan.followedUp, 'followed up already');

  const lastTheirs = people.findLastIndex((each) => !isOurs(each));
  must(people.length - 1 - lastTheirs >= 3, 'two unanswered follow-ups');
  must(isOurs(last) && workingDaysSince(last.day) < 2, 'just written');
  must(
    last.what.kind === 'they' && last.what.asks && !people.some(({ what }) => what.kind === 'they' && what.hold),
    'our turn',
  );
  // A word of ours that is not overdue yet, said to those who get the mail and kept by nothing since.
  const word = last.what.kind === 'rep' && !last.what.asks ? last.what.promises : null;
  const rested = people.some(({ what }) => what.kind === 'they' && what.hold);
  must(word != null && word.due !== null && word.due > -2 && !rested, 'our own word may still be kept');
  must(last.day < -180 && !events.some(({ what }) => what.kind === 'they' || what.kind === 'invitation'), 'history');
  must(isPaused(all, n), 'paused');
  const { lastDraft } = plan;
  must(lastDraft?.became === 'withdrawn' && workingDaysSince(lastDraft.day) < 5, 'rests after a withdrawal');
  must(lastDraft?.became === 'rejected' && workingDaysSince(lastDraft.day) < 10, 'rests after a rejection');
  must(plan.rejected !== null && workingDaysSince(plan.rejected) < 15, 'kind rejected');
  return found;
}
