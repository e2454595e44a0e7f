/**
 * Which meetings of a deal stand today, folded from all that was said of them, oldest first: invitations and their new versions, what was
 * called off, who declined (RFC 5546). When in doubt a meeting stands, for nobody writes a reminder to somebody he is about to meet.
 */
import { addressKey, companyDomain, noReply } from './addresses.ts';
import { isoWeekday } from './calendar.ts';
import type { Meeting } from './reading/meeting.ts';
import { saysYes } from './reading/meeting-in-words.ts';
import { daysAround, type Series } from './recurrence.ts';
import type { Said } from './turn.ts';

/** A meeting by the place, in the list of everything said, of the notice that last set it. */
export interface Standing {
  day: string;
  at: number;
}

export interface Meetings {
  /** On or after today, the next one first. */
  ahead: Standing[];
  /** The last one that is over. */
  held: Standing | null;
  /** Civil dates of the invitations to meetings whose day nothing says. */
  undated: string[];
}

interface Entry {
  uid: string | undefined;
  title: string | undefined;
  /** In which conversations its notices stand. */
  threads: Set<string | undefined>;
  at: number;
  said: string;
  sequence: number;
  day: string | null;
  series: Series | null;
  off: boolean;
  /** Days of a series that are another day now, or none. */
  changed: Map<string, string | null>;
  people: Set<string>;
  declined: Set<string>;
  inWords: boolean;
}

/** Everybody whom the calendar of a notice names, lower-cased, with repeats. */
export const guestsOf = (meeting: Meeting | null): string[] =>
  meeting ? [meeting, ...(meeting.also ?? [])].flatMap(({ guests = [] }) => guests) : [];

export function meetingsIn(talk: readonly Said[], today: string): Meetings {
  const entries: Entry[] = [];
  const isOurs = ourHouse(talk);
  const proposed = new Map<string | undefined, Proposed>();
  talk.forEach((said, at) => {
    const { meeting, kind } = said.reading;
    if (kind === 'human') settleInWords(said, at, entries, proposed);
    else if (meeting) for (const each of [meeting, ...(meeting.also ?? [])]) apply(each, said, at, entries);
  });
  const ahead: Standing[] = [];
  let held: Standing | null = null;
  const undated: string[] = [];
  for (const entry of entries) {
    if (entry.off || allDeclined(entry, isOurs)) continue;
    const { before, next } = around(entry, today);
    if (next !== null) ahead.push({ day: next, at: entry.at });
    // Whether what was agreed in words has taken place, nobody knows.
    if (!entry.inWords && before !== null && before >= (held?.day ?? '')) held = { day: before, at: entry.at };
    if (isUndated(entry)) undated.push(entry.said);
  }
  return { ahead: ahead.sort((a, b) => (a.day < b.day ? -1 : 1)), held, undated };
}

function apply(meeting: Meeting, said: Said, at: number, entries: Entry[]): void {
  const entry = entryOf(meeting, said, entries);
  if (meeting.by !== undefined && entry) {
    // Who cannot come once comes the other times.
    if (meeting.occurrence !== undefined && entry.series) return;
    const who = addressKey(meeting.by);
    if (meeting.state === 'cancelled') entry.declined.add(who);
    else entry.declined.delete(who);
    return;
  }
  const isOld = entry !== undefined && meeting.sequence !== undefined && meeting.sequence < entry.sequence;
  if (isOld && meeting.occurrence === undefined) return;
  if (meeting.state === 'cancelled') {
    if (!entry) return;
    if (meeting.occurrence === undefined) entry.off = true;
    else entry.changed.set(meeting.occurrence, null);
    return;
  }
  if (entry && meeting.uid !== undefined) {
    renew(entry, meeting, said, at);
    return;
  }
  if (entry && meeting.at === entry.day) {
    entry.off = false;
    return;
  }
  // What named no day has one now; what names none is about the last.
  if (meeting.uid === undefined && meeting.at === null && entries.length > 0 && entry) return;
  if (meeting.uid === undefined && meeting.at !== null) {
    const open = entries.findIndex(({ uid, day, inWords }) => uid === undefined && day === null && !inWords);
    if (open >= 0) entries.splice(open, 1);
  }
  entries.push(newEntry(meeting, said, at));
}

/** Days that one side has put to the other in a thread. */
interface Proposed {
  byRep: boolean;
  days: readonly string[];
}

/** A day is booked when one side takes it, or says yes to what the other has proposed; whoever calls it off frees it. */
function settleInWords(said: Said, at: number, entries: Entry[], proposed: Map<string | undefined, Proposed>): void {
  const { byRep, thread, reading } = said;
  const { meeting } = reading;
  const theirs = proposed.get(thread);
  const put = theirs && theirs.byRep !== byRep ? theirs.days : [];
  const offers = meeting?.offers ?? [];
  const book = (days: readonly string[]): void => {
    for (const day of days)
      if (!entries.some((entry) => !entry.off && on(entry, day)))
        entries.push({ ...newEntry({ at: day, state: 'accepted', inWords: true }, said, at) });
  };
  const free = (day: string | null): void => {
    const ahead = entries.filter((entry) => !entry.off && (isUndated(entry) || around(entry, said.date).next !== null));
    const entry = day === null ? meant(said, ahead) : ahead.findLast((each) => on(each, day));
    if (!entry) return;
    // Of a series only the next one, or the one that is named.
    const one = entry.series ? (day ?? around(entry, said.date).next) : null;
    if (one === null) entry.off = true;
    else entry.changed.set(one, null);
  };
  if (meeting?.state === 'cancelled') free(meeting.at);
  for (const day of meeting?.calledOff ?? []) free(day);
  if (meeting?.state === 'accepted' && meeting.at !== null) {
    book((meeting.offers ?? [meeting.at]).map((day) => asPut(day, put, reading.text)));
    proposed.delete(thread);
    return;
  }
  const both = offers.filter((day) => put.includes(day));
  if (meeting?.state === 'proposed' && both.length > 0) book(both);
  else if (!meeting && put.length > 0 && saysYes(reading.text)) book(put);
  if (offers.length > 0) proposed.set(thread, { byRep, days: offers });
  else if (put.length > 0) proposed.delete(thread);
}

/**
 * Which of the meetings ahead is called off by words that name no day: they may be about any meeting of their author's. The only one with that
 * person, where they stand in its thread; of what was agreed on in words alone the last in the thread, or the only one there is.
 */
function meant({ byRep, thread, from, to }: Said, ahead: readonly Entry[]): Entry | undefined {
  const others = (byRep ? to : [from]).map(addressKey);
  const shared = ahead.filter(({ people }) => others.some((each) => people.has(each)));
  const [only] = shared;
  if (only && shared.length === 1 && only.threads.has(thread)) return only;
  const agreed = ahead.filter(({ inWords }) => inWords);
  return agreed.findLast(({ threads }) => threads.has(thread)) ?? (ahead.length === 1 ? agreed[0] : undefined);
}

/** "Tuesday at 10 is great": the Tuesday that was put with its date, where the answer names none. */
function asPut(day: string, put: readonly string[], answer: string): string {
  if (put.includes(day) || new RegExp(`\\b${Number(day.slice(8))}\\b`).test(answer)) return day;
  return put.find((each) => each > day && isoWeekday(each) === isoWeekday(day)) ?? day;
}

function newEntry(meeting: Meeting, said: Said, at: number): Entry {
  const { uid, title, sequence = 0, occurrence, series = null } = meeting;
  return {
    uid,
    title,
    threads: new Set([said.thread]),
    at,
    said: said.date,
    sequence,
    day: occurrence === undefined ? meeting.at : null,
    series,
    off: false,
    changed: new Map(occurrence === undefined ? [] : [[occurrence, meeting.at]]),
    people: peopleOf(meeting, said),
    declined: new Set(),
    inWords: meeting.inWords ?? false,
  };
}

/** A new version of an invitation, or of one meeting of a series. */
function renew(entry: Entry, meeting: Meeting, said: Said, at: number): void {
  if (meeting.occurrence !== undefined) {
    entry.changed.set(meeting.occurrence, meeting.at);
    return;
  }
  const { sequence = entry.sequence, series = null } = meeting;
  // A series that is planned anew names its exceptions anew.
  if (sequence > entry.sequence) entry.changed.clear();
  // Who declined one day was not asked about another.
  if (meeting.at !== entry.day) entry.declined.clear();
  Object.assign(entry, { sequence, series, day: meeting.at, off: false, at, said: said.date });
  entry.threads.add(said.thread);
  for (const address of peopleOf(meeting, said)) entry.people.add(address);
}

const peopleOf = ({ guests = [] }: Meeting, { from, to }: Said): Set<string> =>
  new Set([...guests, from, ...to].filter((address) => address !== '' && !noReply.test(address)).map(addressKey));

/** Which of the meetings known so far a notice is about. */
function entryOf(meeting: Meeting, { thread }: Said, entries: readonly Entry[]): Entry | undefined {
  const { uid, title, at, state, by } = meeting;
  if (uid !== undefined) {
    const same = entries.findLast((entry) => entry.uid === uid);
    // One that was known by its words alone may be called off by its calendar.
    return (
      same ?? (state === 'cancelled' ? entries.findLast((each) => each.uid === undefined && on(each, at)) : undefined)
    );
  }
  const standing = entries.filter(({ off }) => !off);
  const titled = title === undefined ? [] : standing.filter((entry) => entry.title === title);
  const named = titled.findLast((entry) => on(entry, at)) ?? (at === null ? titled.at(-1) : undefined);
  if (named) return named;
  const isNotice = state === 'cancelled' || by !== undefined;
  if (at !== null) return entries.findLast((each) => on(each, at) && (isNotice || each.title === title));
  return standing.findLast((entry) => entry.threads.has(thread)) ?? standing.at(-1);
}

const isUndated = ({ day, changed }: Entry): boolean => day === null && changed.size === 0;

/** Whether a meeting may take place on this day. */
const on = (entry: Entry, day: string | null): boolean => day !== null && around(entry, day).next === day;

function around({ day, series, changed }: Entry, today: string): { before: string | null; next: string | null } {
  const days = [...changed.values(), ...(day !== null && !changed.has(day) ? [day] : [])].filter(
    (each) => each !== null,
  );
  const regular = series ? daysAround(series, today, changed) : { before: null, next: null };
  const all = [...days, regular.before, regular.next].filter((each) => each !== null).sort();
  return {
    before: all.findLast((each) => each < today) ?? null,
    next: all.find((each) => each >= today) ?? null,
  };
}

/** Nobody of one side comes: everyone of theirs has declined, or everyone of ours. */
function allDeclined({ people, declined }: Entry, isOurs: (address: string) => boolean): boolean {
  return [true, false].some((ours) => {
    const side = [...new Set([...people, ...declined])].filter((address) => isOurs(address) === ours);
    return side.length > 0 && side.every((address) => declined.has(address));
  });
}

/** The rep's side: whoever of it has written, and their company. */
function ourHouse(talk: readonly Said[]): (address: string) => boolean {
  const written = talk.filter(({ byRep }) => byRep).map(({ from }) => from);
  const known = new Set(written.map(addressKey));
  const theirs = new Set(talk.filter(({ byRep }) => !byRep).map(({ from }) => companyDomain(from)));
  const domains = new Set(written.map((address) => companyDomain(address)).filter((each) => !theirs.has(each)));
  domains.delete(null);
  return (address) => known.has(address) || domains.has(companyDomain(address));
}
