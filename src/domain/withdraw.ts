/** When a draft of ours must go: it would say something that is no longer right. Only ever while it is untouched. */
import { addressSet } from './addresses.ts';
import { type DealFacts, type Rep, readThreads } from './assess.ts';
import { civilDate } from './calendar.ts';
import { isOwnedBy } from './deal.ts';
import { restOf } from './findings.ts';
import { knownPeople } from './people.ts';
import type { Policy } from './policy.ts';
import { addressesOf, waitsToBeOpened } from './talk.ts';
import type { Judgement } from './verdict.ts';
import { workingDaysOf } from './working-days.ts';

export interface PlacedDraft {
  placedAt: Date;
  /** The deal's stage when it was placed. */
  stage: string;
  /** Message-ID of the mail that is followed up. */
  parent: string;
  /** To and Cc. */
  recipients?: readonly string[];
  /** What else has come between, as the caller knows it; null when nothing has. */
  obstacle?: string | null;
}

/**
 * Why the draft must be taken back, as the end of "taken back because …"; null to leave it. `facts` are those of its deal now. A draft that
 * the rep has edited, or that is no longer pending, is never taken back.
 */
export function reasonToWithdraw(
  judgement: Pick<Judgement, 'verdict' | 'flags'>,
  placed: PlacedDraft,
  facts: DealFacts,
  rep: Rep,
  policy: Policy,
  now: Date,
): string | null {
  if (
    judgement.verdict === 'superseded' &&
    !judgement.flags.includes('edited') &&
    !judgement.flags.includes('inferred')
  )
    return 'you answered the thread yourself';
  if (judgement.verdict !== 'pending' || judgement.flags.includes('edited') || judgement.flags.includes('moved'))
    return null;
  if (placed.obstacle) return placed.obstacle;
  if (!isOwnedBy(facts.deal, rep)) return `the deal is ${facts.deal.owner}'s now`;
  if (facts.deal.status !== 'open') return `the deal is ${facts.deal.status}`;
  if (facts.deal.stage !== placed.stage) return `the deal moved from "${placed.stage}" to "${facts.deal.stage}"`;
  const read = readThreads(facts.threads, rep);
  // Since the mail that is followed up, not since the placing: an answer may have been on its way for long.
  const since = read.find(({ message }) => message.id === placed.parent)?.message.date ?? placed.placedAt;
  const contacts = addressesOf(facts.contacts);
  for (const each of read) {
    const { message, reading, byRep } = each;
    if (byRep || message.date <= since) continue;
    const who = message.from?.address ?? 'a contact';
    if (reading.kind === 'human') return `${who} answered`;
    if (reading.kind === 'unreadable') return `${who} wrote something that cannot be read here`;
    if (waitsToBeOpened(each, contacts)) return `${who} wrote, and you have not read it yet`;
    // An absence or an error that was known when the draft was placed was weighed then.
    if (message.date <= placed.placedAt) continue;
    if (reading.kind === 'bounce' && !reading.late) return 'the last mail came back undelivered';
    if (reading.absence) return `${who} is away`;
    if (reading.meeting && reading.meeting.state !== 'cancelled') return 'a meeting has been booked';
  }
  const outside = outsideReason(facts, { ...placed, since }, civilDate(now, rep.zone));
  if (outside !== null) return outside;
  const days = workingDaysOf(policy.region, policy.workingDays);
  const waited = days.between(civilDate(placed.placedAt, rep.zone), civilDate(now, rep.zone));
  if (waited >= policy.withdrawAfterWorkingDays) return `it lay untouched for ${waited} working days`;
  return null;
}

/**
 * What has been found since outside of the deal's threads that forbids a follow-up to these people: a rest whenever it was asked for, an answer of
 * after `since`, the mail that is followed up, anything else of after the placing. As above.
 */
export function outsideReason(
  { contacts, outside }: Pick<DealFacts, 'contacts' | 'outside'>,
  { recipients = [], placedAt, since }: Pick<PlacedDraft, 'recipients' | 'placedAt'> & { since: Date },
  today: string,
): string | null {
  if (!outside) return null;
  const people = knownPeople(contacts);
  const reached = people.everyAddressOf(recipients);
  const all = people.everyAddressOf([...reached, ...contacts.flatMap(({ emails }) => emails)]);
  for (const found of outside.about(all)) {
    const rest = restOf(found);
    if (!rest || (rest.until !== null && rest.until <= today)) continue;
    if (!rest.away)
      return `${rest.contact} asked ${rest.toColleague ? 'a colleague of yours' : 'in another mail'} not to be contacted`;
    if (found.date > placedAt) return `${rest.contact} is away`;
  }
  for (const { kind, address, date, until } of outside.about(reached)) {
    if (kind === 'unread' && date > since) return `${address} wrote another mail, which you have not read yet`;
    if (date <= placedAt) continue;
    if (kind === 'unreadable') return `${address} wrote something elsewhere that cannot be read here`;
    if (kind === 'meeting' && (until === null || until >= today)) return `a meeting with ${address} has been booked`;
    if (kind === 'bounce' && addressSet(recipients).has(address)) return `a mail to ${address} came back undelivered`;
  }
  return null;
}
