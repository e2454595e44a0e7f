/**
 * The state of one deal today: whose turn it is, whether it has stalled, what forbids writing, and the sentences a rep
 * would say about it. A function of what was read and the time; it may be run again at will.
 */
import { type Addresses, addressSet, companyDomain, noReply } from './addresses.ts';
import { addDays, civilDate, spokenDate, workingDaysBetween } from './calendar.ts';
import type { Contact, Deal } from './deal.ts';
import type { Message, Thread } from './mail.ts';
import { participants } from './mail.ts';
import type { Policy } from './policy.ts';
import { type Hold, type Reading, readMessage } from './reading.ts';
import { shorten } from './text.ts';

export type Turn = 'theirs' | 'ours' | 'none';

/** The situation that a follow-up would speak to; each has its own template. */
export type Situation = 'silence' | 'question_open' | 'promise_overdue';

export interface Reason {
  kind: Situation | 'our_turn' | 'close_date';
  /** A sentence for the rep. */
  text: string;
  messageId?: string;
  quote?: string;
}

export interface HoldInForce extends Pick<Hold, 'until' | 'scope' | 'quote'> {
  /** Not asked for: the person is away until then. */
  away: boolean;
  contact: string;
  messageId: string;
}

export interface Assessment {
  dealId: string;
  name: string;
  turn: Turn;
  stalled: boolean;
  reasons: Reason[];
  holds: HoldInForce[];
  /** Higher is more pressing. 0 for a deal that is not stalled. Parts are bounded: no deal can drown all others. */
  score: number;
  /** Why nothing may be drafted, in one sentence; null when a draft is allowed. */
  never: string | null;
  situation: Situation | null;
  /** The thread a follow-up would answer. */
  threadRef: string | null;
}

export interface DealFacts {
  deal: Deal;
  contacts: readonly Contact[];
  /** Threads bound to the deal, drafts excluded. */
  threads: readonly Thread[];
  /** Refs of threads that hold a draft now, ours or the rep's own. */
  threadsWithDraft: ReadonlySet<string>;
  /** Message-IDs that a follow-up has been proposed for, whatever became of it: nothing nags twice. */
  followedUp: ReadonlySet<string>;
  /** Addresses that have opted out anywhere in the CRM, whichever deal they belong to. */
  optedOut?: Addresses;
}

export interface Rep {
  name: string;
  /** Main address first, aliases after it; lower-cased. */
  addresses: readonly string[];
  /** IANA zone in which this rep's days are counted. */
  zone: string;
}

export interface ReadMessageOf {
  thread: Thread;
  message: Message;
  reading: Reading;
  byRep: boolean;
}

/** Whether an address is one of the rep's, a plus-address of one included. */
export function isRep(address: string, rep: Pick<Rep, 'addresses'>): boolean {
  return rep.addresses.includes(address.replace(/\+[^@]*(?=@)/, '')) || rep.addresses.includes(address);
}

/**
 * What was said between the rep and the other side, which is the deal's contacts and whoever else of outside wrote in its threads, such as an
 * assistant: whose turn it is, what was asked and promised follows from nothing else. A mail that went to a colleague alone, and a colleague's
 * word, are none of it.
 */
export function dealTalk(threads: readonly Thread[], contacts: readonly Contact[], rep: Rep): ReadMessageOf[] {
  const read = readThreads(threads, rep);
  const own = new Set(rep.addresses.map((address) => companyDomain(address)));
  const authors = read.flatMap(({ message, byRep }) => (byRep || !message.from ? [] : [message.from.address]));
  const outside = authors.filter((address) => {
    const domain = companyDomain(address);
    return !noReply.test(address) && (domain === null || !own.has(domain));
  });
  const theirs = addressSet([...contacts.flatMap(({ emails }) => emails), ...outside]);
  return read.filter(
    ({ message, reading }) => reading.kind === 'bounce' || participants(message).some((address) => theirs.has(address)),
  );
}

/** Every message of the deal with what it says, oldest first. */
export function readThreads(threads: readonly Thread[], rep: Rep): ReadMessageOf[] {
  return threads
    .flatMap((thread) =>
      thread.messages.map((message) => {
        // What lies in Sent is the rep's, whatever address it went out under.
        const byRep = message.place === 'sent' || isRep(message.from?.address ?? '', rep);
        return { thread, message, reading: readMessage(message, rep.zone, byRep), byRep };
      }),
    )
    .sort((a, b) => a.message.date.getTime() - b.message.date.getTime() || (a.message.id < b.message.id ? -1 : 1));
}

/**
 * Holds, opt-outs and absences that the contacts spoke and that still stand. A hold spoken by the rep is none. Their latest word
 * counts, but an absence shortens nothing that they asked for, and who opted out stays so.
 */
function holdsInForce(read: readonly ReadMessageOf[], today: string): HoldInForce[] {
  const held = new Map<string, HoldInForce>();
  for (const { message, reading, byRep } of read) {
    if (byRep) continue;
    const contact = message.from?.address ?? '';
    const before = held.get(contact);
    if (before?.until === null) continue;
    const { hold, absence, optOut } = reading;
    if (reading.lifts) held.delete(contact);
    const until = optOut ? null : (hold?.until ?? absence?.until);
    if (until === undefined || (until === null && !optOut && !hold)) continue;
    if (!hold && !optOut && before && until !== null && before.until !== null && before.until >= until) continue;
    const quote = (!optOut && hold?.quote) || shorten(reading.text || message.subject, 240);
    const away = !hold && !optOut;
    held.set(contact, { until, scope: hold?.scope ?? 'person', quote, away, contact, messageId: message.id });
  }
  return [...held.values()].filter((hold) => hold.until === null || hold.until > today);
}

/** Whose turn it is: the last word of a person decides. */
export function turnOf(read: readonly ReadMessageOf[]): Turn {
  const last = read.findLast(({ reading }) => reading.kind === 'human');
  if (!last) return 'none';
  return last.byRep ? 'theirs' : 'ours';
}

/** Mails of the rep at the end of the talk that nobody has answered, not counting the first of them. */
function unansweredFollowUps(read: readonly ReadMessageOf[]): number {
  const people = read.filter(({ reading }) => reading.kind === 'human');
  const lastAnswer = people.findLastIndex(({ byRep }) => !byRep);
  return Math.max(0, people.length - lastAnswer - 2);
}

function overduePromise(read: readonly ReadMessageOf[], today: string, policy: Policy) {
  // A promise is settled by anything its author wrote later; what is still open is in their last mail.
  const last = read.findLast(({ byRep, reading }) => !byRep && reading.kind === 'human');
  if (!last) return null;
  const promise = last.reading.promises.find(
    ({ until }) =>
      until !== null && workingDaysBetween(until, today, policy.workingDays) >= policy.promiseGraceWorkingDays,
  );
  return promise?.until ? { ...last, promise: { text: promise.text, until: promise.until } } : null;
}

/** Judges one deal at `now`. Pure. */
export function assess(facts: DealFacts, rep: Rep, policy: Policy, now: Date): Assessment {
  const { deal } = facts;
  const today = civilDate(now, rep.zone);
  const workingDays = (since: Date): number =>
    workingDaysBetween(civilDate(since, rep.zone), today, policy.workingDays);
  const say = (at: Date): string => spokenDate(at, rep.zone, 'en', now);
  const read = dealTalk(facts.threads, facts.contacts, rep);
  const turn = turnOf(read);
  const last = read.findLast(({ reading }) => reading.kind === 'human');
  const holds = holdsInForce(read, today);
  const result: Assessment = {
    dealId: deal.id,
    name: deal.name,
    turn,
    stalled: false,
    reasons: [],
    holds,
    score: 0,
    never: null,
    situation: null,
    threadRef: last?.thread.ref ?? null,
  };
  if (!last) return { ...result, never: 'no mail with a contact of this deal has been read' };
  const waited = workingDays(last.message.date);
  const overdue = overduePromise(read, today, policy);
  const who = (each: ReadMessageOf): string => each.message.from?.name || each.message.from?.address || 'The contact';

  // A reminder already written after the promised day gets as long for an answer as any other mail.
  const reminded = overdue !== null && civilDate(last.message.date, rep.zone) > overdue.promise.until;
  const patience = reminded ? policy.stalledAfterWorkingDays : policy.promiseGraceWorkingDays;
  if (overdue && (turn === 'ours' || waited >= patience)) {
    result.situation = 'promise_overdue';
    result.reasons.push({
      kind: 'promise_overdue',
      text: `${who(overdue)} promised this by ${say(new Date(`${overdue.promise.until}T12:00:00Z`))}, and it has not come.`,
      messageId: overdue.message.id,
      quote: overdue.promise.text,
    });
  } else if (turn === 'theirs' && waited >= policy.stalledAfterWorkingDays) {
    const question = last.reading.questions.at(-1);
    result.situation = question ? 'question_open' : 'silence';
    result.reasons.push({
      kind: result.situation,
      text: question
        ? `You asked on ${say(last.message.date)} and have had no answer for ${waited} working days.`
        : `Your mail of ${say(last.message.date)} has had no answer for ${waited} working days.`,
      messageId: last.message.id,
      quote: shorten(question ?? last.reading.text, 240),
    });
  } else if (turn === 'ours' && waited > policy.ourTurnAfterWorkingDays) {
    result.reasons.push({
      kind: 'our_turn',
      text: `${who(last)} wrote on ${say(last.message.date)} and waits for you since ${waited} working days.`,
      messageId: last.message.id,
      quote: shorten(last.reading.questions.at(-1) ?? last.reading.text, 240),
    });
  }
  result.stalled = result.reasons.length > 0;
  if (!result.stalled) return { ...result, never: notStalledYet(turn, waited) };

  const closeSoon = deal.closeDate !== null && deal.closeDate <= addDays(today, 14);
  if (closeSoon) result.reasons.push({ kind: 'close_date', text: `The close date in the CRM is ${deal.closeDate}.` });
  result.score =
    Math.min(waited / policy.stalledAfterWorkingDays, 3) +
    (result.situation === 'promise_overdue' ? 2 : 0) +
    (result.situation === 'question_open' ? 0.5 : 0) +
    (closeSoon ? 1 : 0);
  result.never = forbids(facts, result, read, last, policy, today, waited);
  return result;
}

function notStalledYet(turn: Turn, waited: number): string {
  const days = waited === 1 ? '1 working day' : `${waited} working days`;
  if (turn === 'none') return 'nobody has written anything that waits for an answer';
  if (waited === 0) return turn === 'ours' ? 'it is your turn since today' : 'you wrote to them today';
  return turn === 'ours' ? `it is your turn since ${days}` : `they have had ${days} to answer, which is not long`;
}

/** The first rule that forbids a draft (DESIGN §6, "Never drafted"), as a sentence for the rep. */
function forbids(
  facts: DealFacts,
  assessment: Assessment,
  read: readonly ReadMessageOf[],
  last: ReadMessageOf,
  policy: Policy,
  today: string,
  waited: number,
): string | null {
  const { deal, contacts, threadsWithDraft, followedUp } = facts;
  if (deal.status !== 'open') return `the deal is ${deal.status}`;
  const [hold] = assessment.holds;
  if (hold?.away) return `${hold.contact} is away until ${hold.until}`;
  if (hold)
    return hold.until
      ? `${hold.contact} asked not to be contacted before ${hold.until}`
      : `${hold.contact} asked not to be contacted`;
  const people = participants(last.message);
  const written = addressSet(people);
  const gone = people.find((address) => facts.optedOut?.has(address));
  if (gone) return `${gone} has opted out in the CRM`;
  const optedOut = contacts.find(
    (contact) => contact.optOut === 'yes' && contact.emails.some((email) => written.has(email)),
  );
  if (optedOut) return `${optedOut.name || optedOut.emails[0]} has opted out in the CRM`;
  const bounced = read.findLast(({ reading }) => reading.kind === 'bounce' && !reading.late);
  if (bounced && bounced.message.date >= last.message.date) return 'the last mail came back undelivered';
  const meeting = read.findLast(({ reading }) => reading.meeting !== null)?.reading.meeting;
  if (meeting && meeting.state !== 'cancelled' && (meeting.at === null ? waited <= 10 : meeting.at >= today))
    return meeting.at ? `a meeting is booked for ${meeting.at}` : 'a meeting has been booked';
  const unread = read.find(({ message, byRep, reading }) => !byRep && !message.read && reading.kind === 'human');
  if (unread) return `${unread.message.from?.address ?? 'the contact'} wrote and you have not read it yet`;
  if (assessment.situation === null) return 'it is your turn: the answer has to come from you';
  if (waited * 1.4 > policy.firstReadDays)
    return `the talk ended ${waited} working days ago, longer than the window of ${policy.firstReadDays} days`;
  const followUps = unansweredFollowUps(read);
  if (followUps >= policy.unansweredFollowUps)
    return `${followUps} follow-ups have had no answer: better close the deal or find another contact`;
  if (threadsWithDraft.has(last.thread.ref)) return 'there is a draft in this thread already';
  if (followedUp.has(last.message.id)) return 'you have already decided on a follow-up to this mail';
  return null;
}
