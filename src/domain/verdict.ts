/**
 * What became of a draft: a pure function of everything that was seen, the holds and the time. It never guesses. Sent and discarded
 * need evidence; absence is evidence only over whole looks without a gap. The source of every rule is `facts/drafts.md` §4.1.
 *
 * In this order, the first that can be said is:
 *   1. proof of sending (`proof.ts`, S1 to S6): stays, whatever comes later
 *   2. a copy that may still be undone, or that went away again: pending, then `unknown`
 *   3. taken back by our own hand: `withdrawn`, or `superseded` when the rep had written before
 *   4. a draft still, in its place or moved: `scheduled`, pending, or `superseded` beside another mail that has stood
 *   5. gone (`absence.ts`): `discarded`, `superseded`, `unknown`, each after its hold
 * Proof of sending overturns any verdict but a sent one.
 */
import { gone, inTrash } from './absence.ts';
import { type Flag, type Judgement, pending, questions, superseded, unknown } from './judgement.ts';
import {
  type Likeness,
  ofPlacement,
  type PlacementFacts,
  type Revision,
  type Scan,
  type Seen,
  watchedMs,
} from './observation.ts';
import type { Holds } from './policy.ts';
import {
  answerTo,
  asWritten,
  byWords,
  type Case,
  caseOf,
  firstProof,
  firstSeen,
  otherMail,
  sentJustNow,
} from './proof.ts';
import { comparable } from './text.ts';

export * from './judgement.ts';
export type { PlacementFacts, Scan, Seen } from './observation.ts';

/** Judges one placement at `now`. Scans in order of time. Pure; the same input gives the same verdict for ever. */
export function judge(
  placement: PlacementFacts,
  looks: readonly Scan[],
  policy: Likeness,
  holds: Holds,
  now: Date,
): Judgement {
  const scans = ofPlacement(placement, looks);
  const given = { policy, holds, now };
  const facts = caseOf(placement, scans, given);
  const proof = firstProof(facts, given);
  if (proof) return proof;
  const judgement = sentJustNow(facts) ?? takenBack(facts) ?? stillADraft(facts) ?? gone(facts);
  // Where we may have put it into Trash ourselves, its lying there is no rejection.
  if (judgement.verdict === 'discarded' && placement.withdrawing)
    return unknown(
      'The draft is gone; whether you or Countersign took it away cannot be told.',
      judgement.evidence,
      questions.whoTookIt,
    );
  // What a look that was not finished did not show may overturn a final verdict, and nobody else asks for another look.
  const latest = scans.at(-1);
  if (!judgement.final || !latest || latest.complete) return judgement;
  return { ...judgement, recheckAt: new Date(latest.at.getTime() + holds.recheckMs) };
}

/** Our own doing, unless the draft was seen again since. */
function takenBack(facts: Case): Judgement | null {
  const { placement, history, holds } = facts;
  const { withdrawnAt } = placement;
  const backAgain = history.lastDraft !== null && withdrawnAt !== null && history.lastDraft.at > withdrawnAt;
  if (withdrawnAt === null || backAgain) return null;
  const missed = watchedMs(history.after);
  if (missed < holds.recheckMs && byWords(facts).length > 0) {
    const latest = history.after.at(-1)?.at ?? withdrawnAt;
    const recheckAt = new Date(latest.getTime() + holds.recheckMs - missed);
    return pending([], 'A mail in its words lies in Sent; it is looked for once more.', [], recheckAt);
  }
  const proof = answerTo(facts);
  const other = otherMail(facts);
  if (other && other.scan.at <= withdrawnAt)
    return superseded([], other, 'You wrote another mail in this thread instead.');
  return {
    verdict: 'withdrawn',
    flags: [],
    final: true,
    why: 'Countersign took it back untouched.',
    evidence: [],
    question: null,
    // It was answered before it went, so a client was behind with removing what it had sent: one look without it proves that (S6).
    recheckAt: proof === null ? null : new Date(withdrawnAt.getTime() + holds.recheckMs),
  };
}

/** The rep has changed more than words: the subject, the people, or what is attached. Held against the draft as it was first read back. */
function dressed(placement: PlacementFacts, scans: readonly Scan[], draft: Seen): boolean {
  const first = firstSeen(placement, scans);
  const outside = ({ subject, to, cc, bcc, attachments }: Seen): string =>
    JSON.stringify([comparable(subject), ...[to, cc, bcc, attachments].map((list) => [...list].sort())]);
  return first !== undefined && outside(draft) !== outside(first);
}

/** In Drafts, or moved elsewhere, as far as the looks go: one that could not be finished says nothing about absence. */
function stillADraft(facts: Case): Judgement | null {
  const { placement, scans, history, holds, now } = facts;
  const { lastDraft, after, revisions } = history;
  const latest = after.at(-1);
  if (after.some(({ complete }) => complete) || latest?.seen.some(inTrash(facts))) return null;
  const flags: Flag[] = [];
  const last = revisions.at(-1) as Revision;
  if (!asWritten(placement, scans, last.text) || (lastDraft && dressed(placement, scans, lastDraft.seen)))
    flags.push('edited');
  if (lastDraft && lastDraft.seen.place !== 'drafts') flags.push('moved');
  const prospectWrote = scans.some(({ seen }) =>
    seen.some(
      ({ place, from, date }) =>
        (place === 'inbox' || place === 'filed') && placement.to.includes(from) && date > placement.placedAt,
    ),
  );
  if (prospectWrote) flags.push('stale');
  if (lastDraft?.seen.scheduled)
    return {
      ...pending(flags, 'It waits in the mailbox to be sent at its time, which will approve it.', [], null),
      verdict: 'scheduled',
    };
  const other = otherMail(facts);
  if (other && lastDraft) {
    // A client that is behind with its work may store the copy long before it removes the draft: what went out was no other mail, and it
    // counts (S4, S5) when the draft goes.
    if (byWords(facts).length > 0)
      return pending(flags, 'A mail in its words lies in Sent, and the draft still in Drafts.', [], null);
    const ripe = new Date(other.scan.at.getTime() + holds.supersededMs);
    if (now >= ripe && lastDraft.at >= ripe)
      return superseded(flags, other, 'You wrote another mail in this thread instead.');
    return pending(flags, 'You wrote in this thread; the draft is looked at once more.', [], ripe);
  }
  const gap = latest?.gap;
  return pending(flags, gap ? `The mailbox could not be read to the end: ${gap}.` : 'It lies in Drafts.', [], null);
}
