/** One placed draft and the looks at it, in few words, for the suites that judge. Times are minutes since it was placed. */

import { covering } from '../../src/domain/observation.ts';
import type { Holds, Policy } from '../../src/domain/policy.ts';
import { type Judgement, judge, type PlacementFacts, type Scan, type Seen } from '../../src/domain/verdict.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** `facts/drafts.md` §4.2, the column for IMAP. */
export const holds: Holds = {
  sentMs: 0,
  recheckMs: minute,
  supersededMs: 2 * minute,
  trashProvisionalMs: 30 * minute,
  trashFinalMs: 2 * hour,
  vanishedProvisionalMs: 2 * hour,
  vanishedFinalMs: 72 * hour,
};

export const policy: Policy = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  region: null,
  draftsFromHour: 6,
  digestOn: true,
  digestAtHour: 7,
  draftsPerDay: 3,
  stalledAfterWorkingDays: 5,
  promiseGraceWorkingDays: 2,
  restAfterRejectionWorkingDays: 10,
  restOfKindWorkingDays: 15,
  ourTurnAfterWorkingDays: 2,
  unansweredFollowUps: 2,
  withdrawAfterWorkingDays: 5,
  proposalExpiryWorkingDays: 5,
  firstReadDays: 180,
  similarity: 0.85,
  similarityWords: 25,
  freeMailDomains: [],
  modelTokensPerRepDay: 200_000,
  modelTokensPerDay: 5_000_000,
  modelMoneyPerDay: null,
  publicNote: '',
  holds: {},
};

export const rep = 'robin@seller.test';
export const buyer = 'dana@buyer.test';
export const parent = '<asked@seller.test>';
export const ourId = '<draft-1@seller.test>';

export const ourText = `Hi Dana,

On Tuesday, 3 November I wrote to you: "Would the second tier with forty seats be enough for the pilot in Lyon?"

Has anything changed on your side since then? If it is easier, tell me who else should look at it.

Best regards,
Robin Rep`;

/** Another mail about the same matter, in many of the same words. */
export const byHand = `Dear Dana,

the pilot in Lyon is on my list for Tuesday, and I would like to know who on your side should look at the forty seats. Tell me if the second
tier is enough, then I have the papers changed since it is easier for you.

Robin`;

export const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 10, 9) + minutes * minute);

export const placed: PlacementFacts = {
  messageId: ourId,
  inReplyTo: parent,
  subject: 'Re: Pilot in Lyon',
  text: ourText,
  to: [buyer],
  cc: [],
  placedAt: at(0),
  own: [rep, 'r.rep@seller.test'],
  withdrawnAt: null,
  keepsSentCopies: true,
  known: ['Would it do?\n\n-- \nRobin Rep\nSeller Ltd'],
};

let refs = 0;

export function seen(place: Seen['place'], change: Partial<Seen> = {}): Seen {
  return {
    place,
    draft: place === 'drafts' || place === 'trash',
    ref: `${place}-${++refs}`,
    messageId: ourId,
    inReplyTo: parent,
    references: [parent],
    from: rep,
    to: [buyer],
    cc: [],
    bcc: [],
    subject: placed.subject,
    text: ourText,
    attachments: [],
    date: at(10),
    ...change,
  };
}

export const draft = (change: Partial<Seen> = {}): Seen => seen('drafts', { ref: 'draft', ...change });
export const sent = (change: Partial<Seen> = {}): Seen => seen('sent', { ref: 'sent', ...change });
export const trashed = (change: Partial<Seen> = {}): Seen => seen('trash', { ref: 'trash', ...change });
/** From the buyer, in the inbox. */
export const inbound = (change: Partial<Seen> = {}): Seen =>
  seen('inbox', {
    ref: 'in',
    messageId: '<answer@buyer.test>',
    from: buyer,
    to: [rep],
    text: 'Yes, it would be.',
    inReplyTo: ourId,
    references: [parent, ourId],
    ...change,
  });

export const look = (minutes: number, ...shown: Seen[]): Scan => ({
  id: `look-${minutes}`,
  from: at(minutes),
  at: at(minutes),
  complete: true,
  gap: null,
  seen: shown,
});
export const broken = (minutes: number, ...shown: Seen[]): Scan => ({
  ...look(minutes, ...shown),
  complete: false,
  gap: 'the server was away',
});

/** The looks one behind the other, each covering the time since the one before it. */
export function inARow(scans: readonly Scan[]): Scan[] {
  const row: Scan[] = [];
  for (const scan of scans) row.push(covering(row.at(-1), scan));
  return row;
}

export function judged(scans: readonly Scan[], change: Partial<PlacementFacts> = {}, now?: Date): Judgement {
  return judge({ ...placed, ...change }, inARow(scans), policy, holds, now ?? scans.at(-1)?.at ?? at(0));
}

/** "sent_edited inferred", "discarded …": verdict, flags, and dots while it is not final. A pending one never is. */
export function verdictOf(scans: readonly Scan[], change: Partial<PlacementFacts> = {}, now?: Date): string {
  const { verdict, flags, final } = judged(scans, change, now);
  return [verdict, ...flags, ...(final || verdict === 'pending' ? [] : ['…'])].join(' ');
}
