/**
 * Proof of sending: what shows that an outgoing mail is our draft. The table of `facts/drafts.md` §4.1, strongest first.
 *
 * | | evidence | what it takes | verdict |
 * |---|---|---|---|
 * | S1, S2 | the provider's own id, or our own mark | the adapter says `ours`: its Message-ID is then one of the draft | as S3 |
 * | S3 | it lies in Sent under a Message-ID the draft was seen with | nothing more | by its words |
 * | S4 | it holds the words of a revision, eight or more, is no older, is in the thread and goes to its people | the draft gone in two looks | by its words |
 * | S5 | it holds most words of a revision, is in the thread and goes to its people | the draft gone in two looks, and not by our hand since | `sent_edited inferred` |
 * | S6 | somebody else answers a Message-ID that only the draft had | the draft gone in one look | `sent_edited inferred` |
 * | S7 | the mail that was answered got `\\Answered` | too weak: any answer sets it, so it is not even read | none |
 *
 * "By its words": `sent_as_is` when text, subject, recipients and attachments are those proposed, else `sent_edited`. A copy must have stood for
 * `holds.sentMs`, which covers "undo send".
 */
import { type Evidence, type Judgement, pending, questions, unknown } from './judgement.ts';
import { addsNothing } from './new-text.ts';
import {
  alike,
  type History,
  historyOf,
  inSent,
  inThread,
  isSince,
  type Likeness,
  names,
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
import { comparable, comparableNew } from './text.ts';

/** A revision shorter than this may equal another mail by chance. */
const leastWordsForEquality = 8;

/** All that a judgement looks at. */
export interface Case {
  placement: PlacementFacts;
  scans: readonly Scan[];
  history: History;
  /** Mails of the rep since the draft was placed. */
  mails: Outgoing[];
  policy: Likeness;
  holds: Holds;
  now: Date;
}

export function caseOf(
  placement: PlacementFacts,
  scans: readonly Scan[],
  given: Pick<Case, 'policy' | 'holds' | 'now'>,
): Case {
  const history = historyOf(placement, scans, given.policy);
  return { placement, scans, history, mails: outgoing(placement, scans, history, given.holds), ...given };
}

/** The earliest look that shows another mail of the rep in the thread. */
export function otherMail({ placement, mails, history }: Case): Outgoing | null {
  return mails.find(({ seen }) => inThread(placement, seen, history.ids)) ?? null;
}

/**
 * What was sent stays sent, whatever comes later: a second device may store the draft once more, a stronger proof may speak of another
 * mail. So the looks are gone through in order, and the first that prove it count.
 */
export function firstProof(facts: Case, given: Pick<Case, 'policy' | 'holds' | 'now'>): Judgement | null {
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
  const proof = matches(facts).find(({ mail }) => mail.stood);
  return proof ? sent(facts, proof.by, proof.mail, proof.inferred) : answered(facts);
}

/** S3. */
function byId({ mails, history }: Case): Match[] {
  return mails
    .filter(({ seen }) => inSent(seen) && history.ids.has(seen.messageId))
    .map((mail) => ({ mail, by: 'S3: Message-ID of the draft', inferred: false }));
}

/** S4 and S5, which prove something once the draft is gone. */
export function byWords(facts: Case): Match[] {
  return [...byEqualWords(facts), ...byMostWords(facts)];
}

/**
 * Mails that may be the draft by their words: in its thread, to one of its people, and answering what it answers, where they say what they
 * answer. A mail to a colleague that holds the draft, or one in another thread, is not it.
 */
function maybeDraft({ placement, history, mails }: Case): Outgoing[] {
  const { ids, lastDraft } = history;
  const people = new Set([...placement.to, ...(lastDraft?.seen.to ?? [])]);
  const answered = new Set([...ids, ...(placement.inReplyTo === null ? [] : [placement.inReplyTo])]);
  return mails.filter(
    ({ seen }) =>
      inSent(seen) &&
      inThread(placement, seen, ids) &&
      (parentOf(seen) === null || names(seen, answered)) &&
      [...seen.to, ...seen.cc, ...seen.bcc].some((address) => people.has(address)),
  );
}

/** S4. */
function byEqualWords(facts: Case): Match[] {
  return maybeDraft(facts)
    .filter((mail) => facts.history.revisions.some((revision) => sameWords(revision, mail)))
    .map((mail) => ({ mail, by: 'S4: the words of the draft', inferred: false }));
}

/** S5. */
function byMostWords(facts: Case): Match[] {
  const { placement, history, policy } = facts;
  return (
    maybeDraft(facts)
      // Likeness counts only when the draft went by the rep's hand: not for a mail that was there before we took it back.
      .filter(({ scan }) => placement.withdrawnAt === null || scan.at > placement.withdrawnAt)
      .filter(({ seen }) => history.revisions.some((revision) => alike(revision.text, seen.text, policy)))
      .map((mail) => ({ mail, by: 'S5: most words of the draft', inferred: true }))
  );
}

/** All mails that are the draft, by the strongest evidence first. */
function matches(facts: Case): Match[] {
  const { lastDraft, after } = facts.history;
  // A client may remove the old state of a draft just before it stores the new one: two looks must miss it. And what lies elsewhere without
  // a mark may be a filed copy as well as the draft: it does not say that the draft is there.
  const maybeCopy = lastDraft !== null && !lastDraft.seen.draft && lastDraft.seen.place !== 'drafts';
  const isGone = maybeCopy || watchedMs(after) >= facts.holds.recheckMs;
  return isGone ? [...byId(facts), ...byWords(facts)] : byId(facts);
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
 * that then names the draft among its References. And anyone can write an id that they know into a header, so it counts only of a draft
 * that is gone, only of an id that no other mail has carried to them, and only in a whole look, which would show that mail.
 */
function answered(facts: Case): Judgement | null {
  const proof = facts.history.after.some(({ complete }) => complete) && answerTo(facts);
  if (!proof) return null;
  return {
    verdict: 'sent_edited',
    flags: ['inferred'],
    final: true,
    why: 'Somebody answered it, so it was sent; in which words cannot be known, for no copy was kept.',
    evidence: [proof],
    question: null,
    recheckAt: null,
  };
}

/** The earliest look with an answer to the draft by somebody else. */
export function answerTo({ placement, scans, history, mails }: Case): Evidence | null {
  const carried = (id: string): boolean =>
    mails.some(({ seen }) => seen.messageId !== id && names(seen, new Set([id])));
  for (const scan of scans.filter(({ complete }) => complete))
    for (const seen of scan.seen)
      if (answers(placement, seen, history.ids) && !carried(parentOf(seen) as string))
        return { scan: scan.id, ref: seen.ref, what: 'S6: an answer to the Message-ID of the draft' };
  return null;
}

function answers({ own }: PlacementFacts, seen: Seen, ids: ReadonlySet<string>): boolean {
  return (
    (seen.place === 'inbox' || seen.place === 'filed') && !own.includes(seen.from) && ids.has(parentOf(seen) ?? '')
  );
}

/** The draft as it was first read back: servers spell odd addresses anew, and put quotes and signatures below. */
export function firstSeen({ messageId }: PlacementFacts, scans: readonly Scan[]): Seen | undefined {
  return scans.flatMap(({ seen }) => seen).find((seen) => seen.place === 'drafts' && seen.messageId === messageId);
}

/** The words proposed and none besides: what stands below them as a quote or a signature stood in the thread, or in the draft, before. */
export function asWritten(placement: PlacementFacts, scans: readonly Scan[], text: string): boolean {
  // Either form: a client's re-wrapping may make a line look like the head of a quote.
  if (comparable(text) === comparable(placement.text)) return true;
  const known = [...(placement.known ?? []), firstSeen(placement, scans)?.text ?? ''];
  return comparableNew(text) === comparableNew(placement.text) && addsNothing(text, known);
}

/** Equal text, subject, recipients and attachments: the rep sent exactly what was proposed. */
function asProposed({ placement, scans }: Case, mail: Seen): boolean {
  return (
    asWritten(placement, scans, mail.text) &&
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

function sent(facts: Case, by: string, { seen, scan }: Outgoing, inferred: boolean): Judgement {
  const asIs = !inferred && asProposed(facts, seen);
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
    question: null,
    recheckAt: null,
  };
}

/** It may still be undone; a copy that went away again, with no draft in its place, is a riddle. */
export function sentJustNow(facts: Case): Judgement | null {
  const { scans, holds } = facts;
  const found = matches(facts);
  if (found.length === 0) return null;
  // Another copy, in its words, may wait for the second look that misses the draft.
  const copies = [...found, ...byWords(facts)].map(({ mail }) => ({
    mail,
    lost: scans.find(({ complete, at }) => complete && at > mail.lastAt),
  }));
  const { mail, lost } = copies.find((copy) => copy.lost === undefined) ?? (copies[0] as (typeof copies)[0]);
  const ripe = new Date(mail.since.getTime() + Math.max(holds.sentMs, holds.recheckMs));
  if (!lost) return pending([], 'It was sent a moment ago, which can still be undone.', [], ripe);
  return unknown(
    'A copy of it lay in Sent for a moment, and is nowhere now.',
    [
      { scan: mail.scan.id, ref: mail.seen.ref, what: 'in Sent' },
      { scan: lost.id, ref: '', what: 'nowhere' },
    ],
    questions.sentOrUndone,
  );
}
