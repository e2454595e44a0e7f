/**
 * Never drafted (DESIGN §6): the rules in order, each a function with its sentence. A draft is allowed where none speaks. What only a whole
 * day can tell stands in `pick.ts` (the cap) and `plan.ts` (nobody is left to write to).
 */
import { addressSet, companyDomain } from './addresses.ts';
import { addDays, civilDate } from './calendar.ts';
import { authorOf, type DealCase, spoken, workingDaysInWords } from './deal-case.ts';
import type { Around } from './elsewhere.ts';
import { type Finding, restOf } from './findings.ts';
import { type HoldInForce, restInWords } from './holds-in-force.ts';
import { meetingsIn } from './meetings.ts';
import { kindInWords } from './rejections.ts';
import { addressesOf, isRep, saidIn, waitsToBeOpened } from './talk.ts';

export interface Forbidden {
  rule: RuleName;
  /** The end of "No draft: …". */
  text: string;
  /** Civil date on which this rule will say something else, where that is known. */
  until?: string;
}

type Said = Omit<Forbidden, 'rule'> | string | null;
type Why = (deal: DealCase, around: Around) => Said;

export type RuleName =
  | 'paused'
  | 'closed'
  | 'no_mail'
  | 'hold'
  | 'hold_elsewhere'
  | 'outside'
  | 'elsewhere'
  | 'opted_out'
  | 'bounced'
  | 'meeting'
  | 'unread'
  | 'unreadable'
  | 'ended'
  | 'not_stalled'
  | 'our_turn'
  | 'history'
  | 'just_written'
  | 'follow_ups'
  | 'draft_there'
  | 'followed_up'
  | 'rests'
  | 'rejected_kind';

export interface Rule {
  name: RuleName;
  why: Why;
}

/** In this order; of several that forbid, the first is the one that is said. */
export const rules: readonly Rule[] = [
  { name: 'paused', why: paused },
  { name: 'closed', why: closed },
  { name: 'no_mail', why: noMail },
  { name: 'hold', why: onHold },
  { name: 'hold_elsewhere', why: onHoldElsewhere },
  { name: 'outside', why: outside },
  { name: 'elsewhere', why: elsewhere },
  { name: 'opted_out', why: optedOut },
  { name: 'bounced', why: bounced },
  { name: 'meeting', why: meetingAhead },
  { name: 'unread', why: unread },
  { name: 'unreadable', why: unreadable },
  { name: 'ended', why: ended },
  { name: 'not_stalled', why: notStalled },
  { name: 'our_turn', why: ourTurn },
  { name: 'history', why: history },
  { name: 'just_written', why: justWritten },
  { name: 'follow_ups', why: followUps },
  { name: 'draft_there', why: draftThere },
  { name: 'followed_up', why: followedUp },
  { name: 'rests', why: rests },
  { name: 'rejected_kind', why: rejectedKind },
];

/** Where a deal is judged alone. */
export const nothing: Around = { holds: [], elsewhere: [], outside: [] };

/** Everything that forbids a draft, in order; empty where one is allowed. */
export function forbidden(deal: DealCase, around: Around = nothing, among: readonly Rule[] = rules): Forbidden[] {
  return among.flatMap(({ name, why }) => {
    const said = why(deal, around);
    if (said === null) return [];
    return [{ rule: name, ...(typeof said === 'string' ? { text: said } : said) }];
  });
}

/** From when on a draft is allowed if nothing else comes; null where that cannot be said. */
export function allowedFrom(forbids: readonly Pick<Forbidden, 'until'>[]): string | null {
  const ends = forbids.map(({ until }) => until ?? '');
  return ends.includes('') ? null : (ends.sort().at(-1) ?? null);
}

/** What a person of ours has said comes before anything that was read. */
function paused({ facts }: DealCase): Said {
  return facts.paused ?? null;
}

function closed({ facts }: DealCase): Said {
  return facts.deal.status === 'open' ? null : `the deal is ${facts.deal.status}`;
}

function noMail({ last }: DealCase): Said {
  return last ? null : 'no mail with a contact of this deal has been read';
}

/** When in doubt about whom a hold covers, it covers the deal. */
function onHold({ holds }: DealCase): Said {
  return holdSaid(holds);
}

function onHoldElsewhere(_: DealCase, { holds }: Around): Said {
  return holdSaid(holds, ', in another deal');
}

/** The one that lasts longest; what was asked for before an absence. */
function holdSaid(holds: readonly HoldInForce[], where = ''): Said {
  const forGood = '9999';
  const end = ({ until }: HoldInForce): string => until ?? forGood;
  const [hold] = holds.toSorted((a, b) => Number(a.away) - Number(b.away) || (end(a) < end(b) ? 1 : -1));
  if (!hold) return null;
  const text = `${restInWords(hold)}${where}`;
  if (hold.until === null) return text;
  return { text, until: holds.map(end).sort().at(-1) ?? hold.until };
}

/** Rests that are found in mail of no open deal, or by another rep, and still stand. */
export function outsideHolds({ today }: DealCase, { outside: found }: Around): HoldInForce[] {
  return found.flatMap((each) => restOf(each) ?? []).filter(({ until }) => until === null || until > today);
}

const noDeal = 'in mail that belongs to no open deal';

/** Mail with the deal's people that belongs to no open deal may be about this one. */
function outside(deal: DealCase, around: Around): Said {
  const holds = outsideHolds(deal, around);
  return firstSaid([
    holdSaid(
      holds.filter(({ toColleague }) => !toColleague),
      `, ${noDeal}`,
    ),
    holdSaid(holds.filter(({ toColleague }) => toColleague)),
    ...around.outside.map((found) => foundSaid(deal, found, noDeal)),
  ]);
}

/** The same people in another deal: who waits for an answer there, or is met soon, gets no follow-up here. */
function elsewhere(deal: DealCase, around: Around): Said {
  return firstSaid(around.elsewhere.map((found) => foundSaid(deal, found, 'in another deal')));
}

/** Rests aside, which are said together. */
function foundSaid(deal: DealCase, { kind, address, date, until }: Finding, where: string): Said {
  const { last, today, days, rep } = deal;
  if (kind === 'unread') return `${address} wrote ${where} and you have not read it yet`;
  if (kind === 'meeting' && until !== null)
    return until < today
      ? null
      : { text: `a meeting with ${address} is booked for ${until}, ${where}`, until: addDays(until, 1) };
  if (kind === 'meeting')
    return days.between(civilDate(date, rep.zone), today) <= undatedMeetingDays
      ? `a meeting with ${address} has been booked ${where}`
      : null;
  if (last && date < last.message.date) return null;
  if (kind === 'waits') return `${address} waits for your answer ${where}`;
  if (kind === 'unreadable') return `${address} wrote something ${where} that cannot be read here`;
  return kind === 'bounce' ? `a mail to ${address} came back undelivered, ${where}` : null;
}

/** The first of them, until all are over. */
function firstSaid(said: readonly Said[]): Said {
  const all = said.flatMap((each) => (each === null ? [] : [typeof each === 'string' ? { text: each } : each]));
  const [first] = all;
  if (!first) return null;
  const until = allowedFrom(all);
  return until === null ? first.text : { text: first.text, until };
}

/** Unknown is not "no", but it forbids nothing: a CRM seldom says. One address of a person that opted out is all of them. */
function optedOut({ facts, people }: DealCase): Said {
  const out = (email: string): boolean => facts.optedOut?.has(email) ?? false;
  const written = addressSet(people);
  const gone = [...people].find(out);
  const contact = facts.contacts.find(
    ({ optOut, emails }) => (optOut === 'yes' || emails.some(out)) && emails.some((email) => written.has(email)),
  );
  if (!gone && !contact) return null;
  return `${contact?.name || gone || contact?.emails[0]} has opted out in the CRM`;
}

/** Nobody is left whom mail reaches; or a report that names nobody of them is about the last mail, or came after it. */
function bounced({ read, last, people, facts, rep, undeliverable }: DealCase): Said {
  if (!last) return null;
  const cameBack = 'the last mail came back undelivered';
  const house = new Set(rep.addresses.map((address) => companyDomain(address)));
  const known = addressSet(facts.contacts.flatMap(({ emails }) => emails));
  const theirs = [...people].filter(
    (address) => !isRep(address, rep) && (known.has(address) || !house.has(companyDomain(address))),
  );
  if (theirs.length > 0 && theirs.every((address) => undeliverable.has(address))) return cameBack;
  const here = addressSet([...theirs, ...facts.contacts.flatMap(({ emails }) => emails)]);
  const bounce = read.findLast(
    ({ reading }) =>
      reading.kind === 'bounce' && !reading.late && !reading.bounced?.some((address) => here.has(address)),
  )?.message;
  if (!bounce) return null;
  const names = [bounce.inReplyTo, ...bounce.references].includes(last.message.id);
  // The reporting server's clock may be behind.
  return names || bounce.date >= last.message.date ? cameBack : null;
}

/** An invitation that names no day is waited for so many working days. */
const undatedMeetingDays = 10;

function meetingAhead(deal: DealCase): Said {
  const { turn, read, rep, today, days } = deal;
  if (turn.meeting !== null && turn.meeting >= today)
    return { text: `a meeting is booked for ${turn.meeting}`, until: addDays(turn.meeting, 1) };
  const waits = meetingsIn(saidIn(read, rep), today).undated.some(
    (said) => days.between(said, today) <= undatedMeetingDays,
  );
  return waits ? 'a meeting has been booked' : null;
}

function unread({ read, facts }: DealCase): Said {
  const contacts = addressesOf(facts.contacts);
  const waits = read.find((each) => waitsToBeOpened(each, contacts));
  return waits ? `${waits.message.from?.address ?? 'the contact'} wrote and you have not read it yet` : null;
}

/** It may be the answer; and of what we failed to read of the rep's own we do not know what it says either. */
function unreadable({ read, last }: DealCase): Said {
  const after = read.findLast(
    ({ reading, byRep }) => reading.kind === 'unreadable' && (!byRep || reading.defect !== undefined),
  );
  if (!after || (last && after.message.date < last.message.date)) return null;
  return `${after.message.from?.address ?? 'the contact'} wrote something that cannot be read here`;
}

function ended({ turn, holds, today }: DealCase): Said {
  if (holds.length > 0 || (turn.meeting !== null && turn.meeting >= today)) return null;
  return turn.turn === 'nobody' ? 'the talk has ended: nothing waits for an answer' : null;
}

function notStalled(deal: DealCase): Said {
  const { stalled, waiting, turn, today, days, matter } = deal;
  if (stalled || !waiting) return null;
  const { by, waited, allowed } = waiting;
  const since = (matter?.situation === 'after_meeting' ? matter.due : null) ?? turn.since;
  const until = afterWorkingDays(deal, since, allowed);
  if (by === 'our_turn')
    return {
      text: waited === 0 ? 'it is your turn since today' : `it is your turn since ${workingDaysInWords(waited)}`,
      until,
    };
  if (by === 'promise')
    return {
      text:
        turn.since >= today || days.between(turn.since, today) === 0
          ? `they have until ${spoken(deal, turn.since)}`
          : `what they promised for ${spoken(deal, turn.since)} is ${workingDaysInWords(waited)} late, which is not long`,
      until,
    };
  if (waited === 0) return { text: 'you wrote to them today', until };
  const rhythm = allowed > deal.policy.stalledAfterWorkingDays ? `: they usually answer within ${allowed / 2}` : '';
  return { text: `they have had ${workingDaysInWords(waited)} to answer, which is not long${rhythm}`, until };
}

/** A word of ours that is overdue may be spoken of; what they ask only the rep can answer. */
function ourTurn(deal: DealCase): Said {
  const { turn, situation, ground } = deal;
  if (situation !== null || turn.turn === 'nobody') return null;
  if (turn.turn === 'ours') return 'it is your turn: the answer has to come from you';
  return ground?.byRep
    ? `${authorOf(ground, deal)} wrote last: a follow-up has to come from there`
    : 'nothing was said that a follow-up could refer to';
}

function history({ last, turn, today, policy, rep }: DealCase): Said {
  if (!last) return null;
  const date = civilDate(last.message.date, rep.zone);
  // A rest that they asked for is no history.
  const since = turn.since > date ? turn.since : date;
  if (addDays(since, policy.firstReadDays) >= today) return null;
  return `the last mail is of ${date}: the silence is longer than the window of ${policy.firstReadDays} days`;
}

/** What they promised was asked for already: that gets as long for an answer as any other mail. */
function justWritten(deal: DealCase): Said {
  const { last, turn, policy, rep, today, days } = deal;
  if (!last?.byRep || turn.turn === 'nobody') return null;
  const date = civilDate(last.message.date, rep.zone);
  const reminded = turn.turn === 'theirs' && turn.due !== null && date >= turn.due;
  const patience = reminded ? policy.stalledAfterWorkingDays : turn.due !== null ? policy.promiseGraceWorkingDays : 0;
  const waited = days.between(date, today);
  if (waited >= patience) return null;
  return {
    text: waited === 0 ? 'you wrote to them today' : `you wrote to them ${workingDaysInWords(waited)} ago`,
    until: afterWorkingDays(deal, date, patience),
  };
}

/** Mails of ours at the end of the talk that nobody has answered, not counting the first of them. */
function followUps({ read, policy }: DealCase): Said {
  const people = read.filter(({ reading }) => reading.kind === 'human');
  const lastAnswer = people.findLastIndex(({ byRep }) => !byRep);
  const count = Math.max(0, people.length - lastAnswer - 2);
  return count >= policy.unansweredFollowUps
    ? `${count} follow-ups have had no answer: better close the deal or find another contact`
    : null;
}

function draftThere({ last, facts }: DealCase): Said {
  if (last && facts.threadsWithDraft.has(last.thread.ref)) return 'there is a draft in this thread already';
  return facts.threads.some(({ ref }) => facts.threadsWithDraft.has(ref))
    ? 'there is a draft in another thread of this deal'
    : null;
}

function followedUp({ last, facts }: DealCase): Said {
  return last && facts.followedUp.has(last.message.id) ? 'you have already decided on a follow-up to this mail' : null;
}

/** After a draft of ours that was not sent the deal rests: as long as any silence, and longer after a rejection. */
function rests(deal: DealCase): Said {
  const { facts, policy, today, days } = deal;
  const { lastDraft } = facts;
  if (!lastDraft || lastDraft.became === 'sent') return null;
  const rejected = lastDraft.became === 'rejected';
  const rest = rejected ? policy.restAfterRejectionWorkingDays : policy.stalledAfterWorkingDays;
  if (days.between(lastDraft.on, today) >= rest) return null;
  const until = afterWorkingDays(deal, lastDraft.on, rest);
  const what = rejected ? 'you rejected a draft' : 'a draft was taken back';
  return { text: `${what} on ${spoken(deal, lastDraft.on)}, and the deal rests until ${spoken(deal, until)}`, until };
}

/** Who rejects three of a kind in a row does not want that kind now: which situation, not which words. */
function rejectedKind(deal: DealCase): Said {
  const { facts, situation, policy, today, days } = deal;
  const rejected = situation === null ? undefined : facts.rejectedKinds?.get(situation);
  if (situation === null || !rejected || days.between(rejected.on, today) >= policy.restOfKindWorkingDays) return null;
  const until = afterWorkingDays(deal, rejected.on, policy.restOfKindWorkingDays);
  return {
    text: `you rejected the last three drafts of this kind (${kindInWords(situation)}): none are drafted until ${spoken(deal, until)}, or until you reset it`,
    until,
  };
}

/** The civil date on which so many working days have begun since. */
function afterWorkingDays({ days }: DealCase, from: string, count: number): string {
  let day = from;
  for (let begun = 0, looked = 0; begun < count && looked < 1_000; looked++) {
    day = addDays(day, 1);
    if (days.works(day)) begun += 1;
  }
  return day;
}
