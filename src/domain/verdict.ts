/**
 * What became of a draft: a pure function of everything that was seen, the holds and the time. It never guesses. Sent and discarded
 * need evidence; absence is evidence only over complete looks without a gap. The source of every rule is `facts/drafts.md` §4.1.
 *
 * Evidence that an outgoing mail is our draft, strongest first:
 *   S3  it has a Message-ID that the draft was seen with
 *   S4  its new text equals a revision we saw, it goes to the same thread, and the draft is gone
 *   S5  it holds most of our words, same thread, draft gone: `sent_edited`, flag `inferred`
 *   S6  somebody answered a Message-ID that only the draft had: sent, but in what words we cannot know
 * (S1 and S2 are a provider's own proofs and reach us as a known Message-ID.)
 */
import {
  alike,
  type History,
  historyOf,
  inSent,
  inThread,
  isDraft,
  isSince,
  type Likeness,
  longestGapMs,
  type Outgoing,
  outgoing,
  type PlacementFacts,
  parentOf,
  type Revision,
  type Scan,
  type Seen,
  watchedMs,
} from './observation.ts';
import type { Holds } from './policy.ts';
import { comparable, comparableNew, containment } from './text.ts';

export type { PlacementFacts, Scan, Seen } from './observation.ts';

export type VerdictName =
  | 'pending'
  | 'scheduled'
  | 'sent_as_is'
  | 'sent_edited'
  | 'discarded'
  | 'superseded'
  | 'withdrawn'
  | 'unknown';

export type Flag = 'edited' | 'moved' | 'stale' | 'inferred';

export interface Evidence {
  scan: string;
  /** Provider's name of what was seen; empty for an absence. */
  ref: string;
  what: string;
}

export interface Judgement {
  verdict: VerdictName;
  flags: Flag[];
  /** A final verdict makes a decision. `discarded` is provisional until its hold ends. */
  final: boolean;
  /** One sentence for the rep. */
  why: string;
  evidence: Evidence[];
  /** When time alone may change the verdict; null when only new mail can. */
  recheckAt: Date | null;
}

/** A gap longer than this hides too much: a sent copy may have come and gone. */
const longGapMs = 7 * 86_400_000;
/** The draft must have been seen this shortly before it vanished, to say that what was sent instead is something else. */
const freshMs = 15 * 60_000;
/** A revision shorter than this may equal another mail by chance. */
const leastWordsForEquality = 8;
/** Sharing less than this of any revision's words, a mail is something else. */
const mostSharedByOthers = 0.5;

/** All that a judgement looks at. */
interface Case {
  placement: PlacementFacts;
  scans: readonly Scan[];
  history: History;
  /** Mails of the rep since the draft was placed. */
  mails: Outgoing[];
  policy: Likeness;
  holds: Holds;
  now: Date;
}

/** Judges one placement at `now`. Scans in order of time. Pure; the same input gives the same verdict for ever. */
export function judge(
  placement: PlacementFacts,
  scans: readonly Scan[],
  policy: Likeness,
  holds: Holds,
  now: Date,
): Judgement {
  const given = { policy, holds, now };
  const facts = caseOf(placement, scans, given);
  const proof = firstProof(facts, given);
  if (proof) return proof;
  const judgement = sentJustNow(facts) ?? takenBack(facts) ?? stillADraft(facts) ?? gone(facts);
  // Where we may have put it into Trash ourselves, its lying there is no rejection.
  if (judgement.verdict === 'discarded' && placement.withdrawing)
    return unknown('The draft is gone; whether you or Countersign took it away cannot be told.', judgement.evidence);
  // What a look that was not finished did not show may overturn a final verdict, and nobody else asks for another look.
  const latest = scans.at(-1);
  if (!judgement.final || !latest || latest.complete) return judgement;
  return { ...judgement, recheckAt: new Date(latest.at.getTime() + holds.recheckMs) };
}

function caseOf(
  placement: PlacementFacts,
  scans: readonly Scan[],
  given: Pick<Case, 'policy' | 'holds' | 'now'>,
): Case {
  const history = historyOf(placement, scans, given.policy);
  return { placement, scans, history, mails: outgoing(placement, scans, history, given.holds), ...given };
}

/**
 * What was sent stays sent, whatever comes later: a second device may store the draft once more, a stronger proof may speak of another
 * mail. So the looks are gone through in order, and the first that prove it count.
 */
function firstProof(facts: Case, given: Pick<Case, 'policy' | 'holds' | 'now'>): Judgement | null {
  const { placement, scans, history } = facts;
  // What was known of the draft after fewer looks is part of what is known after all: what proves nothing by now never did.
  const known = new Map<string, boolean>();
  const proves = (seen: Seen): boolean => {
    if (answers(placement, seen, history.ids)) return true;
    if (!inSent(seen) || seen.draft) return false;
    const name = `${seen.messageId}\n${seen.text}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const now = history.ids.has(seen.messageId) || (inThread(placement, seen, history.ids) && inWordsOf(facts, seen));
    known.set(name, now);
    return now;
  };
  const mayShow = ({ seen }: Scan): boolean => seen.some(proves);
  for (let n = scans.findIndex(mayShow); n !== -1 && n < scans.length; n++) {
    const last = n === scans.length - 1;
    const proof = provenSent(
      last ? facts : caseOf(asOf(placement, (scans[n] as Scan).at), scans.slice(0, n + 1), given),
    );
    if (proof) return proof;
  }
  return null;
}

function inWordsOf({ history, policy }: Case, { text }: Seen): boolean {
  return history.revisions.some(
    (revision) => comparableNew(revision.text) === comparableNew(text) || alike(revision.text, text, policy),
  );
}

/** What we took back is known only from the moment on at which we did. */
function asOf(placement: PlacementFacts, at: Date): PlacementFacts {
  const { withdrawnAt } = placement;
  return { ...placement, withdrawnAt: withdrawnAt !== null && withdrawnAt <= at ? withdrawnAt : null };
}

interface Match {
  mail: Outgoing;
  by: string;
  inferred: boolean;
}

/** S3 to S6. */
function provenSent(facts: Case): Judgement | null {
  const { placement, history, holds } = facts;
  // A client may remove the old state of a draft just before it stores the new one: two looks must miss it.
  const draftGone = watchedMs(history.after) >= holds.recheckMs;
  const proof = [...byId(facts), ...(draftGone ? byWords(facts) : [])].find(({ mail }) => mail.stood);
  if (proof) return sent(placement, proof.by, proof.mail, proof.inferred);
  return answered(facts);
}

/** S3. */
function byId({ mails, history }: Case): Match[] {
  return mails
    .filter(({ seen }) => inSent(seen) && history.ids.has(seen.messageId))
    .map((mail) => ({ mail, by: 'S3: Message-ID of the draft', inferred: false }));
}

/** S4 and S5, which prove something once the draft is gone. */
function byWords({ placement, history, mails, policy }: Case): Match[] {
  const { ids, revisions } = history;
  const related = mails.filter(({ seen }) => inSent(seen) && inThread(placement, seen, ids));
  return [
    ...related
      .filter((mail) => revisions.some((revision) => sameWords(revision, mail)))
      .map((mail) => ({ mail, by: 'S4: the words of the draft', inferred: false })),
    ...related
      // Likeness counts only when the draft went by the rep's hand: not for a mail that was there before we took it back.
      .filter(({ scan }) => placement.withdrawnAt === null || scan.at > placement.withdrawnAt)
      .filter(({ seen }) => revisions.some((revision) => alike(revision.text, seen.text, policy)))
      .map((mail) => ({ mail, by: 'S5: most words of the draft', inferred: true })),
  ];
}

/** S4: equal words, in a mail that is not older than they are. */
function sameWords(revision: Revision, mail: Outgoing): boolean {
  const text = comparableNew(mail.seen.text);
  return (
    text.split(' ').length >= leastWordsForEquality &&
    comparableNew(revision.text) === text &&
    isSince(mail, revision.seenAt)
  );
}

/**
 * S6. Only a direct answer counts: an answer further down may go back to a mail that the rep wrote by hand below the draft, in a client
 * that then names the draft among its References.
 */
function answered({ placement, scans, history }: Case): Judgement | null {
  // Anyone can write an id into a header; only of a draft that is gone may an answer say that it was sent.
  if (!history.after.some(({ complete }) => complete)) return null;
  for (const scan of scans)
    for (const seen of scan.seen)
      if (answers(placement, seen, history.ids))
        return {
          verdict: 'sent_edited',
          flags: ['inferred'],
          final: true,
          why: 'Somebody answered it, so it was sent; in which words cannot be known, for no copy was kept.',
          evidence: [{ scan: scan.id, ref: seen.ref, what: 'S6: an answer to the Message-ID of the draft' }],
          recheckAt: null,
        };
  return null;
}

function answers({ own }: PlacementFacts, seen: Seen, ids: ReadonlySet<string>): boolean {
  return (
    (seen.place === 'inbox' || seen.place === 'filed') && !own.includes(seen.from) && ids.has(parentOf(seen) ?? '')
  );
}

/**
 * The rep has changed more than words: the subject, the people, or what is attached. Held against the draft as it was first read back, for
 * servers spell odd addresses anew.
 */
function dressed(placement: PlacementFacts, scans: readonly Scan[], draft: Seen): boolean {
  const first = scans
    .flatMap(({ seen }) => seen)
    .find(({ place, messageId }) => place === 'drafts' && messageId === placement.messageId);
  const outside = ({ subject, to, cc, bcc, attachments }: Seen): string =>
    JSON.stringify([comparable(subject), ...[to, cc, bcc, attachments].map((list) => [...list].sort())]);
  return first !== undefined && outside(draft) !== outside(first);
}

/** Equal text, subject, recipients and attachments: the rep sent exactly what was proposed. */
function asProposed(placement: PlacementFacts, mail: Seen): boolean {
  return (
    // Either form: a client's re-wrapping may make a line look like the head of a quote.
    (comparableNew(mail.text) === comparableNew(placement.text) ||
      comparable(mail.text) === comparable(placement.text)) &&
    comparable(mail.subject) === comparable(placement.subject) &&
    sameSet(mail.to, placement.to) &&
    sameSet(mail.cc, placement.cc) &&
    mail.bcc.length === 0 &&
    mail.attachments.length === 0
  );
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every((each) => right.has(each));
}

function sent(placement: PlacementFacts, by: string, { seen, scan }: Outgoing, inferred: boolean): Judgement {
  const asIs = !inferred && asProposed(placement, seen);
  return {
    verdict: asIs ? 'sent_as_is' : 'sent_edited',
    flags: inferred ? ['inferred'] : [],
    final: true,
    why: asIs
      ? 'A copy of it lies in Sent, in the words that were proposed.'
      : inferred
        ? 'A mail in Sent holds most of its words, and the draft is gone.'
        : 'A copy of it lies in Sent, changed before it was sent.',
    evidence: [{ scan: scan.id, ref: seen.ref, what: by }],
    recheckAt: null,
  };
}

/** It may still be undone; a copy that went away again, with no draft in its place, is a riddle. */
function sentJustNow(facts: Case): Judgement | null {
  const { scans, history, holds } = facts;
  const draftGone = watchedMs(history.after) >= holds.recheckMs;
  const [found] = [...byId(facts), ...(draftGone ? byWords(facts) : [])];
  if (!found) return null;
  const { mail } = found;
  const lost = scans.find(({ complete, at }) => complete && at > mail.lastAt);
  if (lost)
    return unknown('A copy of it lay in Sent for a moment, and is nowhere now.', [
      { scan: mail.scan.id, ref: mail.seen.ref, what: 'in Sent' },
      { scan: lost.id, ref: '', what: 'nowhere' },
    ]);
  const ripe = new Date(mail.since.getTime() + holds.sentMs);
  return pending([], 'It was sent a moment ago, which can still be undone.', [], ripe);
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
  const other = otherMail(facts);
  if (other && other.scan.at <= withdrawnAt)
    return superseded([], other, 'You wrote another mail in this thread instead.');
  const why = 'Countersign took it back untouched.';
  return { verdict: 'withdrawn', flags: [], final: true, why, evidence: [], recheckAt: null };
}

/** The earliest look that shows another mail of the rep in the thread. */
function otherMail({ placement, mails, history }: Case): Outgoing | null {
  return mails.find(({ seen }) => inThread(placement, seen, history.ids)) ?? null;
}

/**
 * The draft as it was last seen, thrown away. An older state may have been thrown away by a client that was saving a newer
 * one, and a message without a draft's mark may be the sent copy.
 */
function inTrash({ history }: Case): (seen: Seen) => boolean {
  const { ids, revisions, oldTrash } = history;
  const last = comparable((revisions.at(-1) as Revision).text);
  return ({ place, draft, ref, messageId, text }) =>
    place === 'trash' && draft && ids.has(messageId) && !oldTrash.has(ref) && comparable(text) === last;
}

/** In Drafts, or moved elsewhere, as far as the looks go: one that could not be finished says nothing about absence. */
function stillADraft(facts: Case): Judgement | null {
  const { placement, scans, history, holds, now } = facts;
  const { lastDraft, after, revisions } = history;
  const latest = after.at(-1);
  if (after.some(({ complete }) => complete) || latest?.seen.some(inTrash(facts))) return null;
  const flags: Flag[] = [];
  const last = revisions.at(-1) as Revision;
  if (
    comparableNew(last.text) !== comparableNew(placement.text) ||
    (lastDraft && dressed(placement, scans, lastDraft.seen))
  )
    flags.push('edited');
  if (lastDraft && lastDraft.seen.place !== 'drafts') flags.push('moved');
  const prospectWrote = scans.some(({ seen }) =>
    seen.some(
      ({ place, from, date }) =>
        (place === 'inbox' || place === 'filed') && placement.to.includes(from) && date > placement.placedAt,
    ),
  );
  if (prospectWrote) flags.push('stale');
  const other = otherMail(facts);
  if (other && lastDraft) {
    // A client that is behind with its work may store the copy long before it removes the draft, and what went out was no other mail.
    const inItsWords = byWords(facts).at(-1)?.mail;
    const ripeMs = inItsWords ? holds.vanishedProvisionalMs : holds.supersededMs;
    const ripe = new Date((inItsWords ?? other).scan.at.getTime() + ripeMs);
    if (now >= ripe && lastDraft.at >= ripe)
      return superseded(flags, other, 'You wrote another mail in this thread instead.');
    return pending(flags, 'You wrote in this thread; the draft is looked at once more.', [], ripe);
  }
  const gap = latest?.gap;
  return pending(flags, gap ? `The mailbox could not be read to the end: ${gap}.` : 'It lies in Drafts.', [], null);
}

/** Vanished, or in trash: what may be said, and when. */
function gone(facts: Case): Judgement {
  const { placement, history, holds } = facts;
  const { after, ids } = history;
  const other = otherMail(facts);
  const anotherDraft = (look: Scan): boolean =>
    look.seen.some((seen) => isDraft(seen) && inThread(placement, seen, ids));
  // While a draft lay there that may be ours, rewritten, nothing was gone.
  const without = other ? after : after.slice(after.findLastIndex(anotherDraft) + 1);
  const first = without.find(({ complete }) => complete);
  const latest = without.findLast(({ complete }) => complete);
  if (!first || !latest)
    return without.length < after.length
      ? pending(['edited'], 'Another draft answers the same mail; it may be ours, rewritten.', [], null)
      : pending([], 'The mailbox cannot be read; the clock stands still until it can.', [], null);
  const isTrashed = inTrash(facts);
  const holdsIt = (look: Scan): boolean => look.seen.some(isTrashed);
  const trashed = holdsIt(latest);
  // Trash must hold it to the end of its hold; once emptied, only the longer hold for a vanished draft counts.
  const watched = trashed ? watchedMs(without, holdsIt) : watchedMs(without);
  const at = (ms: number): Date => new Date(latest.at.getTime() + ms - watched);
  const evidence: Evidence[] = [first, latest].map((look) => ({
    scan: look.id,
    ref: look.seen.find(isTrashed)?.ref ?? '',
    what: holdsIt(look) ? 'in trash' : 'nowhere',
  }));

  const missed = watchedMs(without);
  if (missed < holds.recheckMs) {
    const recheckAt = new Date(latest.at.getTime() + holds.recheckMs - missed);
    return pending([], 'It is not in Drafts any more; it is looked for once more.', evidence, recheckAt);
  }
  if (other) return replaced(facts, other, evidence, after.some(holdsIt));
  if (longestGapMs(history.lastDraft?.at ?? placement.placedAt, after) > longGapMs)
    return unknown('The draft vanished while the mailbox could not be read for a long time.', evidence);

  const where = trashed ? 'It lies in trash' : 'It is nowhere in the mailbox';
  const provisionalMs = trashed ? holds.trashProvisionalMs : holds.vanishedProvisionalMs;
  const finalMs = trashed ? holds.trashFinalMs : holds.vanishedFinalMs;
  if (watched < provisionalMs) return pending([], `${where}.`, evidence, at(provisionalMs));
  if (!placement.keepsSentCopies)
    return unknown('The draft is gone, and this mailbox has never kept a copy of sent mail.', evidence);
  if (placement.withdrawnAt)
    return unknown(
      'It came back after Countersign had taken it back, and went again; by whose hand cannot be told.',
      evidence,
    );
  const unmarked = after
    .flatMap(({ id, seen }) => seen.map((each) => ({ scan: id, ...each })))
    .find(({ place, draft, messageId }) => place === 'trash' && !draft && ids.has(messageId));
  if (unmarked)
    return unknown('What lies in trash is not marked as a draft; it may be a copy of what was sent.', [
      ...evidence,
      { scan: unmarked.scan, ref: unmarked.ref, what: 'in trash, not a draft' },
    ]);
  const final = watched >= finalMs;
  return {
    verdict: 'discarded',
    flags: [],
    final,
    why: final ? `${where}, and no copy was sent.` : `${where}; it counts as deleted once that has stood long enough.`,
    evidence,
    recheckAt: final ? null : at(finalMs),
  };
}

/** The draft is gone and another mail of the rep is in the thread: something else, or the draft in words we never saw. */
function replaced(facts: Case, other: Outgoing, evidence: Evidence[], wasTrashed: boolean): Judgement {
  const { after, revisions, lastDraft } = facts.history;
  const text = comparableNew(other.seen.text);
  const differs = revisions.every(
    (revision) => containment(comparableNew(revision.text), text, 1) < mostSharedByOthers,
  );
  // What was deleted for good before that mail came stays so: the rep merely did something else later.
  const before = after.filter(({ at }) => at < other.scan.at);
  const deleted = differs && gone({ ...facts, mails: [], history: { ...facts.history, after: before } });
  if (deleted && deleted.verdict === 'discarded' && deleted.final) return deleted;
  const [first] = after;
  const sawItLate = first?.complete && lastDraft !== null && first.at.getTime() - lastDraft.at.getTime() <= freshMs;
  if (differs && (sawItLate || wasTrashed))
    return superseded(['inferred'], other, 'The draft is gone and you wrote another mail in the thread.', evidence);
  return unknown(
    'You wrote in this thread and the draft is gone; whether that mail was the draft, changed, cannot be told.',
    [...evidence, { scan: other.scan.id, ref: other.seen.ref, what: 'another mail in the thread' }],
  );
}

function pending(flags: Flag[], why: string, evidence: Evidence[], recheckAt: Date | null): Judgement {
  return { verdict: 'pending', flags, final: false, why, evidence, recheckAt };
}

function superseded(flags: Flag[], other: Outgoing, why: string, before: Evidence[] = []): Judgement {
  const proof = { scan: other.scan.id, ref: other.seen.ref, what: 'another mail in the thread' };
  return { verdict: 'superseded', flags, final: true, why, evidence: [...before, proof], recheckAt: null };
}

function unknown(why: string, evidence: Evidence[]): Judgement {
  return { verdict: 'unknown', flags: [], final: true, why, evidence, recheckAt: null };
}

export type DecisionName = 'approved' | 'approved_edited' | 'rejected';

/** The decision a final verdict is: sending approves, deleting rejects, everything else decides nothing. */
export function decisionOf(judgement: Pick<Judgement, 'verdict' | 'final'>): DecisionName | null {
  if (!judgement.final) return null;
  if (judgement.verdict === 'sent_as_is') return 'approved';
  if (judgement.verdict === 'sent_edited') return 'approved_edited';
  return judgement.verdict === 'discarded' ? 'rejected' : null;
}
