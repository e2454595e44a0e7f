/**
 * What may be said of a draft that is in Drafts no more and of which no proof of sending was found. Absence is evidence only over whole
 * looks that followed one another without a gap (`facts/drafts.md` §4.1, holds of §4.2):
 *
 * | seen | for | said |
 * |---|---|---|
 * | not there | less than `recheckMs`, in two whole looks | pending |
 * | in trash, in its last state, marked as a draft | `trashProvisionalMs`, then `trashFinalMs` | `discarded`, then finally |
 * | nowhere | `vanishedProvisionalMs`, then `vanishedFinalMs` | `discarded`, then finally, where copies of sent mail are kept |
 * | another mail of the rep in the thread, unlike every revision, the draft seen just before or in trash | `recheckMs` | `superseded inferred` |
 * | another mail, and nothing seen just before | `recheckMs` | `unknown` |
 * | another draft that answers the same mail | as long as it lies there | pending, `edited` |
 *
 * What freezes the clock: any look that is not whole, a lost cursor, folders numbered anew, a time without looks. The clock goes on after it
 * and never back; a gap of more than seven days hides too much, and only proof of sending counts after it.
 */
import { type Evidence, type Judgement, pending, questions, superseded, unknown } from './judgement.ts';
import {
  inThread,
  isDraft,
  longestGapMs,
  type Outgoing,
  type Revision,
  type Scan,
  type Seen,
  watchedMs,
  wordsCount,
} from './observation.ts';
import { type Case, otherMail } from './proof.ts';
import { comparable, comparableNew, containment } from './text.ts';

/** A gap longer than this hides too much: a sent copy may have come and gone. */
const longGapMs = 7 * 86_400_000;
/** The draft must have been seen this shortly before it vanished, to say that what was sent instead is something else. */
const freshMs = 15 * 60_000;
/** Sharing less than this of any revision's words, a mail is something else. */
const mostSharedByOthers = 0.5;

/**
 * The draft as it was last seen, thrown away. An older state may have been thrown away by a client that was saving a newer
 * one, and a message without a draft's mark may be the sent copy.
 */
export function inTrash({ history }: Case): (seen: Seen) => boolean {
  const { ids, revisions, oldTrash } = history;
  const last = comparable((revisions.at(-1) as Revision).text);
  return ({ place, draft, ref, messageId, text }) =>
    place === 'trash' && draft && ids.has(messageId) && !oldTrash.has(ref) && comparable(text) === last;
}

/** Vanished, or in trash: what may be said, and when. */
export function gone(facts: Case): Judgement {
  const { placement, history, holds } = facts;
  const { after, ids } = history;
  const other = otherMail(facts);
  const anotherDraft = (look: Scan): boolean =>
    wordsCount(placement, look.at) && look.seen.some((seen) => isDraft(seen) && inThread(placement, seen, ids));
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
  const evidence: Evidence[] = [...new Set([first, latest])].map((look) => ({
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
    return unknown(
      'The draft vanished while the mailbox could not be read for a long time.',
      evidence,
      questions.sentOrDeleted,
    );

  const where = trashed ? 'It lies in trash' : 'It is nowhere in the mailbox';
  const provisionalMs = trashed ? holds.trashProvisionalMs : holds.vanishedProvisionalMs;
  const finalMs = trashed ? holds.trashFinalMs : holds.vanishedFinalMs;
  if (watched < provisionalMs) return pending([], `${where}.`, evidence, at(provisionalMs));
  if (!placement.keepsSentCopies)
    return unknown(
      'The draft is gone, and this mailbox has never kept a copy of sent mail.',
      evidence,
      questions.sentOrDeleted,
    );
  if (placement.withdrawnAt)
    return unknown(
      'It came back after Countersign had taken it back, and went again; by whose hand cannot be told.',
      evidence,
      questions.whoTookIt,
    );
  const unmarked = after
    .flatMap(({ id, seen }) => seen.map((each) => ({ scan: id, ...each })))
    .find(({ place, draft, messageId }) => place === 'trash' && !draft && ids.has(messageId));
  if (unmarked)
    return unknown(
      'What lies in trash is not marked as a draft; it may be a copy of what was sent.',
      [...evidence, { scan: unmarked.scan, ref: unmarked.ref, what: 'in trash, not a draft' }],
      questions.sentOrDeleted,
    );
  const final = watched >= finalMs;
  return {
    verdict: 'discarded',
    flags: [],
    final,
    why: final ? `${where}, and no copy was sent.` : `${where}; it counts as deleted once that has stood long enough.`,
    evidence,
    question: null,
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
    questions.draftOrOther,
  );
}
