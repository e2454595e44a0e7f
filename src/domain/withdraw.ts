/** When a draft of ours must go: it would say something that is no longer right. Only ever while it is untouched. */
import { type DealFacts, type Rep, readThreads } from './assess.ts';
import { civilDate } from './calendar.ts';
import { isOwnedBy } from './deal.ts';
import type { Policy } from './policy.ts';
import type { Judgement } from './verdict.ts';
import { workingDaysOf } from './working-days.ts';

export interface PlacedDraft {
  placedAt: Date;
  /** The deal's stage when it was placed. */
  stage: string;
  /** Message-ID of the mail that is followed up. */
  parent: string;
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
  for (const { message, reading, byRep } of read) {
    if (byRep || message.date <= since) continue;
    const who = message.from?.address ?? 'a contact';
    if (reading.kind === 'human') return `${who} answered`;
    // An absence or an error that was known when the draft was placed was weighed then.
    if (message.date <= placed.placedAt) continue;
    if (reading.kind === 'bounce' && !reading.late) return 'the last mail came back undelivered';
    if (reading.absence) return `${who} is away`;
  }
  const days = workingDaysOf(policy.region, policy.workingDays);
  const waited = days.between(civilDate(placed.placedAt, rep.zone), civilDate(now, rep.zone));
  if (waited >= policy.withdrawAfterWorkingDays) return `it lay untouched for ${waited} working days`;
  return null;
}
