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
import type { Place } from './mail.ts';
import type { Holds, Policy } from './policy.ts';
import { comparable, comparableNew, containment } from './text.ts';

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

/** One message seen during a look, with only what the judgement needs. */
export interface Seen {
  place: Place;
  /** Marked as a draft by the mailbox: one that was dragged into Sent or an archive is still a draft. */
  draft: boolean;
  ref: string;
  messageId: string;
  inReplyTo: string | null;
  references: string[];
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  text: string;
  attachments: string[];
  date: Date;
}

/** One look in every place a draft can be. */
export interface Scan {
  id: string;
  at: Date;
  /** False: some place was not read to the end; absence in it proves nothing. */
  complete: boolean;
  gap: string | null;
  seen: Seen[];
}

/** What we placed, and what we did to it since. */
export interface PlacementFacts {
  messageId: string;
  inReplyTo: string | null;
  subject: string;
  text: string;
  to: string[];
  cc: string[];
  placedAt: Date;
  /** The rep's addresses. */
  own: readonly string[];
  /** When we took it back, or set out to; null if never. */
  withdrawnAt: Date | null;
  /** Whether this mailbox has ever been seen to keep a copy of sent mail. */
  keepsSentCopies: boolean;
}

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

/** A clock of the rep's client may be wrong by this much; more cannot be told from an older mail. */
const clockSlackMs = 2 * 3_600_000;
/** A gap longer than this hides too much: a sent copy may have come and gone. */
const longGapMs = 7 * 86_400_000;
/** The draft must have been seen this shortly before it vanished, to say that what was sent instead is something else. */
const freshMs = 15 * 60_000;
/** A revision shorter than this may equal another mail by chance. */
const leastWordsForEquality = 8;

interface Revision {
  messageId: string;
  text: string;
  seenAt: Date;
}

/** Everything about the draft itself that the looks show, in order. */
interface History {
  ids: Set<string>;
  revisions: Revision[];
  /** Last look that saw it as a draft, and where. */
  lastDraft: { at: Date; scan: Scan; seen: Seen } | null;
  /** Looks after `lastDraft`, in order. */
  after: Scan[];
}

function answers(seen: Seen, ids: Set<string>): boolean {
  return (seen.inReplyTo !== null && ids.has(seen.inReplyTo)) || seen.references.some((id) => ids.has(id));
}

/**
 * Follows the draft through its re-saves. A client that gives a new Message-ID on save is followed by similarity to the last
 * revision; a draft that merely answers the same mail may be one that the rep began alone.
 */
function historyOf(placement: PlacementFacts, scans: readonly Scan[], policy: Policy): History {
  const ids = new Set([placement.messageId]);
  const revisions: Revision[] = [{ messageId: placement.messageId, text: placement.text, seenAt: placement.placedAt }];
  let lastDraft: History['lastDraft'] = null;
  let after: Scan[] = [];
  for (const scan of scans) {
    const drafts = scan.seen.filter(({ place }) => place === 'drafts');
    const last = revisions.at(-1) as Revision;
    const ours =
      drafts.findLast(({ messageId, text }) => ids.has(messageId) && comparable(text) !== comparable(last.text)) ??
      drafts.findLast(({ messageId }) => ids.has(messageId)) ??
      drafts.find(({ text }) => alike(last.text, text, policy) || alike(placement.text, text, policy));
    const moved = scan.seen.find(
      ({ place, draft, messageId }) =>
        ids.has(messageId) && (place === 'filed' || place === 'inbox' || (place === 'sent' && draft)),
    );
    const draft = ours ?? moved;
    if (!draft) {
      after.push(scan);
      continue;
    }
    ids.add(draft.messageId);
    lastDraft = { at: scan.at, scan, seen: draft };
    after = [];
    if (comparable(draft.text) !== comparable(last.text) || draft.messageId !== last.messageId)
      revisions.push({ messageId: draft.messageId, text: draft.text, seenAt: scan.at });
  }
  return { ids, revisions, lastDraft, after };
}

function alike(ours: string, theirs: string, policy: Policy): boolean {
  return containment(comparableNew(ours), comparableNew(theirs), policy.similarityWords) >= policy.similarity;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every((each) => right.has(each));
}

/** Equal text, subject, recipients and attachments: the rep sent exactly what was proposed. */
function asProposed(placement: PlacementFacts, sent: Seen): boolean {
  return (
    comparableNew(sent.text) === comparableNew(placement.text) &&
    comparable(sent.subject) === comparable(placement.subject) &&
    sameSet(sent.to, placement.to) &&
    sameSet(sent.cc, placement.cc) &&
    sent.bcc.length === 0 &&
    sent.attachments.length === 0
  );
}

/** Judges one placement at `now`. Scans in order of time. Pure; the same input gives the same verdict for ever. */
export function judge(
  placement: PlacementFacts,
  scans: readonly Scan[],
  policy: Policy,
  holds: Holds,
  now: Date,
): Judgement {
  const history = historyOf(placement, scans, policy);
  return (
    provenSent(placement, scans, history, policy, holds, now) ??
    takenBack(placement, scans, history) ??
    stillADraft(placement, scans, history, holds, now) ??
    gone(placement, scans, history, holds)
  );
}

/** Outgoing mail of the rep since the draft was placed, each with the look that first showed it. */
function outgoing(placement: PlacementFacts, scans: readonly Scan[]): { seen: Seen; scan: Scan }[] {
  const found = new Map<string, { seen: Seen; scan: Scan }>();
  for (const scan of scans)
    for (const seen of scan.seen)
      if (
        seen.place === 'sent' &&
        !seen.draft &&
        !found.has(seen.ref) &&
        seen.date.getTime() >= placement.placedAt.getTime() - clockSlackMs
      )
        found.set(seen.ref, { seen, scan });
  return [...found.values()];
}

/** Whether an outgoing mail belongs to the draft's conversation. */
function inThread(placement: PlacementFacts, seen: Seen, ids: Set<string>): boolean {
  const parents = new Set([...ids, ...(placement.inReplyTo ? [placement.inReplyTo] : [])]);
  if (answers(seen, parents)) return true;
  const sameSubject = comparable(seen.subject).toLowerCase() === comparable(placement.subject).toLowerCase();
  return sameSubject && [...seen.to, ...seen.cc].some((address) => placement.to.includes(address));
}

function sentJudgement(
  placement: PlacementFacts,
  by: string,
  sent: { seen: Seen; scan: Scan },
  inferred: boolean,
): Judgement {
  const asIs = !inferred && asProposed(placement, sent.seen);
  return {
    verdict: asIs ? 'sent_as_is' : 'sent_edited',
    flags: inferred ? ['inferred'] : [],
    final: true,
    why: asIs
      ? 'A copy of it lies in Sent, in the words that were proposed.'
      : inferred
        ? 'A mail in Sent holds most of its words, and the draft is gone.'
        : 'A copy of it lies in Sent, changed before it was sent.',
    evidence: [{ scan: sent.scan.id, ref: sent.seen.ref, what: by }],
    recheckAt: null,
  };
}

function provenSent(
  placement: PlacementFacts,
  scans: readonly Scan[],
  history: History,
  policy: Policy,
  holds: Holds,
  now: Date,
): Judgement | null {
  const { ids, revisions, after } = history;
  const mails = outgoing(placement, scans);
  const known = mails.find(({ seen }) => ids.has(seen.messageId));
  if (known) {
    const ripe = new Date(known.scan.at.getTime() + holds.sentMs);
    if (now < ripe) return pending([], 'It was sent a moment ago, which can still be undone.', [], ripe);
    return sentJudgement(placement, 'S3: Message-ID of the draft', known, false);
  }
  const draftGone = after.some(({ complete }) => complete);
  if (draftGone) {
    const related = mails.filter(({ seen }) => inThread(placement, seen, ids));
    for (const mail of related) {
      const text = comparableNew(mail.seen.text);
      const equal = revisions.some(
        (revision) =>
          text.split(' ').length >= leastWordsForEquality &&
          comparableNew(revision.text) === text &&
          mail.seen.date.getTime() >= revision.seenAt.getTime() - clockSlackMs,
      );
      if (equal) return sentJudgement(placement, 'S4: the words of the draft', mail, false);
    }
    const similar = related.find(({ seen }) => revisions.some((revision) => alike(revision.text, seen.text, policy)));
    if (similar) return sentJudgement(placement, 'S5: most words of the draft', similar, true);
  }
  for (const scan of scans) {
    const answer = scan.seen.find(
      (seen) =>
        (seen.place === 'inbox' || seen.place === 'filed') && !placement.own.includes(seen.from) && answers(seen, ids),
    );
    if (answer)
      return {
        verdict: 'sent_edited',
        flags: ['inferred'],
        final: true,
        why: 'Somebody answered it, so it was sent; in which words cannot be known, for no copy was kept.',
        evidence: [{ scan: scan.id, ref: answer.ref, what: 'S6: an answer to the Message-ID of the draft' }],
        recheckAt: null,
      };
  }
  return null;
}

function takenBack(placement: PlacementFacts, scans: readonly Scan[], history: History): Judgement | null {
  const { withdrawnAt } = placement;
  const backAgain = history.lastDraft !== null && withdrawnAt !== null && history.lastDraft.at > withdrawnAt;
  if (withdrawnAt === null || backAgain) return null;
  const other = otherAnswer(placement, scans, history.ids);
  if (other && other.scan.at <= withdrawnAt)
    return superseded([], other, 'You wrote another mail in this thread instead.');
  return {
    verdict: 'withdrawn',
    flags: [],
    final: true,
    why: 'Countersign took it back untouched.',
    evidence: [],
    recheckAt: null,
  };
}

function pending(flags: Flag[], why: string, evidence: Evidence[], recheckAt: Date | null): Judgement {
  return { verdict: 'pending', flags, final: false, why, evidence, recheckAt };
}

/** The earliest look that shows another mail of the rep in the thread. */
function otherAnswer(
  placement: PlacementFacts,
  scans: readonly Scan[],
  ids: Set<string>,
): { seen: Seen; scan: Scan } | null {
  return outgoing(placement, scans).find(({ seen }) => inThread(placement, seen, ids)) ?? null;
}

function stillADraft(
  placement: PlacementFacts,
  scans: readonly Scan[],
  history: History,
  holds: Holds,
  now: Date,
): Judgement | null {
  const { lastDraft, after, ids, revisions } = history;
  const inTrash = after.at(-1)?.seen.some(({ place, messageId }) => place === 'trash' && ids.has(messageId));
  // Looks that could not be finished say nothing: the draft counts as there until a complete look misses it.
  const missed = after.filter(({ complete }) => complete);
  if (missed.length > 0 || inTrash) return null;
  const flags: Flag[] = [];
  const last = revisions.at(-1) as Revision;
  if (comparableNew(last.text) !== comparableNew(placement.text)) flags.push('edited');
  if (lastDraft && lastDraft.seen.place !== 'drafts') flags.push('moved');
  const answered = scans.some(({ seen }) =>
    seen.some(
      ({ place, from, date }) =>
        (place === 'inbox' || place === 'filed') && placement.to.includes(from) && date > placement.placedAt,
    ),
  );
  if (answered) flags.push('stale');
  const other = otherAnswer(placement, scans, ids);
  if (other && lastDraft) {
    const ripe = new Date(other.scan.at.getTime() + holds.supersededMs);
    if (now >= ripe && lastDraft.at >= ripe)
      return superseded(flags, other, 'You wrote another mail in this thread instead, and the draft is still there.');
    return pending(flags, 'You wrote in this thread; the draft is looked at once more.', [], ripe);
  }
  const gap = after.at(-1)?.gap;
  return pending(flags, gap ? `The mailbox could not be read to the end: ${gap}.` : 'It lies in Drafts.', [], null);
}

/**
 * How long complete looks followed one another without a gap between them: the time that counts towards a hold. A gap freezes the
 * clock, it does not turn it back.
 */
function watchedMs(looks: readonly Scan[]): number {
  let watched = 0;
  for (let n = 1; n < looks.length; n++) {
    const [before, look] = [looks[n - 1] as Scan, looks[n] as Scan];
    if (before.complete && look.complete) watched += look.at.getTime() - before.at.getTime();
  }
  return watched;
}

/** The longest stretch without a complete look since the draft was last seen. */
function longestGapMs(from: Date, looks: readonly Scan[]): number {
  let longest = 0;
  let last = from;
  let broken = false;
  for (const look of looks) {
    if (!look.complete) broken = true;
    else {
      if (broken) longest = Math.max(longest, look.at.getTime() - last.getTime());
      broken = false;
      last = look.at;
    }
  }
  return longest;
}

/** Vanished, or in trash: what may be said, and when. */
function gone(placement: PlacementFacts, scans: readonly Scan[], history: History, holds: Holds): Judgement {
  const { lastDraft, after, ids, revisions } = history;
  const first = after.find(({ complete }) => complete);
  const latest = after.findLast(({ complete }) => complete);
  if (!first || !latest)
    return pending([], 'The mailbox cannot be read; the clock stands still until it can.', [], null);
  const inTrash = ({ place, messageId }: Seen): boolean => place === 'trash' && ids.has(messageId);
  const trashed = latest.seen.find(inTrash);
  // Trash must hold it to the end of its hold; once emptied, only the longer hold for a vanished draft counts.
  const looks = trashed ? after.slice(after.findIndex(({ seen }) => seen.some(inTrash))) : after;
  const watched = watchedMs(looks);
  const at = (ms: number): Date => new Date(latest.at.getTime() + ms - watched);
  const since = lastDraft?.at ?? placement.placedAt;
  const evidence: Evidence[] = [first, latest].map((look) => ({
    scan: look.id,
    ref: look.seen.find(inTrash)?.ref ?? '',
    what: look.seen.some(inTrash) ? 'in trash' : 'nowhere',
  }));

  const other = otherAnswer(placement, scans, ids);
  const strange = latest.seen.some(
    ({ place, inReplyTo }) => place === 'drafts' && inReplyTo !== null && inReplyTo === placement.inReplyTo,
  );
  if (strange && !other)
    return pending(['edited'], 'Another draft answers the same mail; it may be ours, rewritten.', [], null);
  if (watched < holds.recheckMs)
    return pending([], 'It is not in Drafts any more; it is looked for once more.', evidence, at(holds.recheckMs));

  if (other) {
    const text = comparableNew(other.seen.text);
    const differs = revisions.every((revision) => containment(comparableNew(revision.text), text, 1) < 0.5);
    const sawItLate = lastDraft !== null && first === after[0] && first.at.getTime() - since.getTime() <= freshMs;
    const proof = [...evidence, { scan: other.scan.id, ref: other.seen.ref, what: 'another mail in the thread' }];
    if (differs && (sawItLate || after.some(({ seen }) => seen.some(inTrash))))
      return superseded(['inferred'], other, 'The draft is gone and you wrote another mail in the thread.', evidence);
    return unknown(
      'You wrote in this thread and the draft is gone; whether that mail was the draft, changed, cannot be told.',
      proof,
    );
  }
  if (longestGapMs(since, after) > longGapMs)
    return unknown('The draft vanished while the mailbox could not be read for a long time.', evidence);

  const where = trashed ? 'It lies in trash' : 'It is nowhere in the mailbox';
  const provisionalMs = trashed ? holds.trashProvisionalMs : holds.vanishedProvisionalMs;
  const finalMs = trashed ? holds.trashFinalMs : holds.vanishedFinalMs;
  if (watched < provisionalMs) return pending([], `${where}.`, evidence, at(provisionalMs));
  if (!placement.keepsSentCopies)
    return unknown('The draft is gone, and this mailbox has never kept a copy of sent mail.', evidence);
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

function superseded(flags: Flag[], other: { seen: Seen; scan: Scan }, why: string, before: Evidence[] = []): Judgement {
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
