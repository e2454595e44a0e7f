/**
 * What a thread says that forbids drafts elsewhere. Of mail with a contact that belongs to no open deal nothing else is kept: no text but the words of
 * a wish for rest.
 */
import { type Addresses, addressKey, addressSet, companyDomain } from './addresses.ts';
import { addDays, civilDate } from './calendar.ts';
import type { Contact } from './deal.ts';
import { type HoldInForce, holdsInForce } from './holds-in-force.ts';
import type { Thread } from './mail.ts';
import type { Hold } from './reading.ts';
import {
  addressesOf,
  dealTalk,
  isRep,
  peopleIn,
  type ReadMessageOf,
  type Rep,
  saidIn,
  waitsToBeOpened,
} from './talk.ts';
import { turnOfTalk } from './turn.ts';

/**
 * `waits`: opened and not answered. `sent` forbids nothing: a mail of the rep's, remembered for a while so that its bounce is known for one.
 */
export type FindingKind =
  | 'hold'
  | 'opt_out'
  | 'absence'
  | 'unread'
  | 'waits'
  | 'unreadable'
  | 'bounce'
  | 'meeting'
  | 'sent';

export interface Finding {
  kind: FindingKind;
  /** Whom it concerns, as the mail wrote the address. */
  address: string;
  messageId: string;
  /** Of the message. */
  date: Date;
  /** First day after a rest, or the day of a meeting; null: for good, or not known. */
  until: string | null;
  scope: Hold['scope'];
  /** The words of a rest; of what our own reader failed on the kind of error; empty of anything else. */
  quote: string;
  /** Another rep was told, who alone may see the words. */
  toColleague?: true;
}

/** What is to be found in, and for whom. */
export interface FindingContext {
  rep: Rep;
  /** Civil date in the rep's zone. */
  today: string;
  /** All people for whom anything is to be found. */
  contacts: readonly Pick<Contact, 'emails'>[];
  /** Domains of free mail beside the shipped list. */
  freeMail?: readonly string[];
  /** The thread has a matter of its own: a rest that was asked for it concerns no other. */
  ownMatter?: boolean;
}

/** Bounces come within days; after so many nothing is remembered for them. */
export const bounceDays = 7;

/** Everything that one thread, or the threads of one deal, say for others. Safe to work out again; a mail among strangers says nothing. */
export function findingsIn(threads: readonly Thread[], context: FindingContext): Finding[] {
  const { contacts, rep, freeMail = [] } = context;
  const talk = dealTalk(threads, contacts, rep);
  const known = addressSet(contacts.flatMap(({ emails }) => emails));
  const found = [
    ...rests(talk, context),
    ...unopened(talk, contacts),
    ...unreadable(talk),
    ...bounces(talk),
    ...meetingsOf(talk, context),
    ...sentLately(talk, context, known),
  ].filter(concernsAnyOf(contacts, freeMail));
  return [
    ...new Map(found.map((each) => [[each.kind, each.messageId, addressKey(each.address)].join(' '), each])).values(),
  ];
}

/** Whether it concerns one of these contacts, or was said for the company of one. */
export function concernsAnyOf(contacts: readonly Pick<Contact, 'emails'>[], freeMail: readonly string[]) {
  const emails = contacts.flatMap((contact) => contact.emails);
  const known = addressSet(emails);
  const houses = new Set(emails.map((email) => companyDomain(email, freeMail)));
  houses.delete(null);
  return ({ scope, address }: Pick<Finding, 'scope' | 'address'>): boolean =>
    known.has(address) || (scope === 'company' && houses.has(companyDomain(address, freeMail)));
}

const of = (kind: FindingKind, { message }: ReadMessageOf, address: string): Finding => ({
  kind,
  address,
  messageId: message.id,
  date: message.date,
  until: null,
  scope: 'person',
  quote: '',
});

const authorIn = ({ message }: ReadMessageOf): string => message.from?.address ?? '';

/** Wishes for rest that still stand, and absences. */
export function rests(talk: readonly ReadMessageOf[], { today, ownMatter }: FindingContext): Finding[] {
  const byId = new Map(talk.map((each) => [each.message.id, each]));
  return holdsInForce(talk, today).flatMap(({ until, scope, quote, away, optOut, contact, messageId }) => {
    const said = byId.get(messageId);
    if (!said || (ownMatter && scope === 'topic' && !optOut)) return [];
    const kind = optOut ? 'opt_out' : away ? 'absence' : 'hold';
    return [{ ...of(kind, said, contact), until, scope, quote }];
  });
}

/** What one of theirs may have written and nobody has opened. */
export function unopened(talk: readonly ReadMessageOf[], contacts: readonly Pick<Contact, 'emails'>[]): Finding[] {
  const known = addressesOf(contacts);
  return talk.filter((each) => waitsToBeOpened(each, known)).map((each) => of('unread', each, authorIn(each)));
}

/** What says that it is our turn, where they wrote it. */
export const waits = (said: ReadMessageOf): Finding[] =>
  said.byRep || said.reading.kind !== 'human' ? [] : [of('waits', said, authorIn(said))];

/** What cannot be read, unless somebody wrote after it. */
export function unreadable(talk: readonly ReadMessageOf[]): Finding[] {
  const last = talk.findLastIndex(({ reading }) => reading.kind === 'human');
  return talk
    .slice(last + 1)
    .filter(({ byRep, reading }) => !byRep && reading.kind === 'unreadable')
    .map((each) => ({ ...of('unreadable', each, authorIn(each)), quote: each.reading.defect ?? '' }));
}

/** Those whom the last mail of the rep's side did not reach. */
export function bounces(talk: readonly ReadMessageOf[]): Finding[] {
  const last = talk.findLastIndex(({ reading }) => reading.kind === 'human');
  const sent = talk[last];
  const bounce = talk.findLast(({ reading }) => reading.kind === 'bounce' && !reading.late);
  if (!sent?.byRep || !bounce) return [];
  const names = [bounce.message.inReplyTo, ...bounce.message.references].includes(sent.message.id);
  // The reporting server's clock may be behind.
  if (!names && bounce.message.date < sent.message.date) return [];
  const written = [...sent.message.to, ...sent.message.cc].map(({ address }) => address);
  const failed = addressSet(bounce.reading.bounced ?? []);
  const named = written.filter((address) => failed.has(address));
  return (named.length > 0 ? named : written).map((address) => of('bounce', bounce, address));
}

/** Meetings that lie ahead, for every contact who takes part; of several with one person the last. */
export function meetingsOf(
  talk: readonly ReadMessageOf[],
  { rep, today, contacts }: Pick<FindingContext, 'rep' | 'today' | 'contacts'>,
): Finding[] {
  const known = addressSet(contacts.flatMap(({ emails }) => emails));
  const found = new Map<string, Finding>();
  const add = (there: readonly ReadMessageOf[], until: string | null): void => {
    const source = there.at(-1);
    for (const address of there.flatMap(peopleIn))
      if (source && known.has(address)) found.set(address, { ...of('meeting', source, address), until });
  };
  const last = talk.findLast(({ reading }) => reading.meeting !== null);
  const meeting = last?.reading.meeting;
  if (last && meeting?.at === null && meeting.state !== 'cancelled') add([last], null);
  for (const day of meetingDays(talk, rep, today)) {
    const invitations = talk.filter(({ reading }) => reading.meeting?.at === day);
    // Agreed on in words: by those who talked there.
    const thread = talk.at(-1)?.thread;
    add(invitations.length > 0 ? invitations : talk.filter((each) => each.thread === thread), day);
  }
  return [...found.values()];
}

function meetingDays(talk: readonly ReadMessageOf[], rep: Rep, today: string): string[] {
  const said = saidIn(talk, rep);
  const days: string[] = [];
  for (let from = today; days.length < mostMeetings; ) {
    const { meeting } = turnOfTalk(said, from);
    if (meeting === null) break;
    days.push(meeting);
    from = addDays(meeting, 1);
  }
  return days;
}

const mostMeetings = 20;

function sentLately(talk: readonly ReadMessageOf[], { rep, today }: FindingContext, known: Addresses): Finding[] {
  const sent = talk.findLast(({ byRep, reading }) => byRep && reading.kind === 'human');
  if (!sent || addDays(civilDate(sent.message.date, rep.zone), bounceDays) < today) return [];
  const address = [...sent.message.to, ...sent.message.cc].map((each) => each.address).find((each) => known.has(each));
  return address === undefined || isRep(address, rep) ? [] : [of('sent', sent, address)];
}

/** A rest, an opt-out or an absence as the rules know them; null where it is none of these. */
export function restOf({ kind, address, messageId, until, scope, quote, toColleague }: Finding): HoldInForce | null {
  if (kind !== 'hold' && kind !== 'opt_out' && kind !== 'absence') return null;
  const [away, optOut] = [kind === 'absence', kind === 'opt_out'];
  return { until, scope, quote, away, optOut, contact: address, messageId, ...(toColleague ? { toColleague } : {}) };
}

/** In an order that depends on nothing but the findings. */
const latestFirst = (a: Finding, b: Finding): number =>
  b.date.getTime() - a.date.getTime() || compare(a.messageId, b.messageId) || compare(a.kind, b.kind);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Findings by whom they concern. */
export interface FindingIndex<T extends Finding = Finding> {
  /** Those about one of these addresses, or about the company behind one; the latest first. */
  about(addresses: Iterable<string>): T[];
}

/** A rest of a whole company concerns everybody at its domain; nobody owns the domain of free mail. */
export function indexFindings<T extends Finding>(
  findings: readonly T[],
  freeMail: readonly string[] = [],
): FindingIndex<T> {
  const byAddress = Map.groupBy(findings, ({ address }) => addressKey(address));
  const byDomain = Map.groupBy(
    findings.filter(({ scope }) => scope === 'company'),
    ({ address }) => companyDomain(address, freeMail),
  );
  byDomain.delete(null);
  return {
    about(addresses) {
      const found = new Set<T>();
      for (const address of addresses) {
        for (const each of byAddress.get(addressKey(address)) ?? []) found.add(each);
        if (byDomain.size > 0) for (const each of byDomain.get(companyDomain(address, freeMail)) ?? []) found.add(each);
      }
      return [...found].sort(latestFirst);
    },
  };
}
