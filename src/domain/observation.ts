/**
 * What the looks at a placement show, brought into order: the draft through its re-saves, the mails the rep sent since, and how
 * long was really watched. Nothing here decides anything; `verdict.ts` does.
 */
import type { Place } from './mail.ts';
import type { Holds, Policy } from './policy.ts';
import { comparable, comparableNew, containment } from './text.ts';

/** One message seen during a look, with only what the judgement needs. */
export interface Seen {
  place: Place;
  /** Marked as a draft by the mailbox: one that was dragged into Sent or an archive is still a draft. */
  draft: boolean;
  /** It waits to be sent at a time that the rep has set (`facts/drafts.md` §2.5). */
  scheduled?: boolean;
  /** The provider itself vouches that this is the placed draft or what became of it (S1, S2). */
  ours?: boolean;
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

/**
 * One look in every place a draft can be, and what it covers: the time from `from` to `at`, in which nothing can have come and gone for long
 * without its showing. Whoever did not look puts one in that is not complete, which says for which time nothing is known.
 */
export interface Scan {
  id: string;
  /** Up to when the look before it covers; `at` itself where that one was not complete or there is none. */
  from: Date;
  /** When it was taken: the end of what it covers. */
  at: Date;
  /** False: some place was not read to the end; absence in it proves nothing. */
  complete: boolean;
  gap: string | null;
  seen: Seen[];
}

/** A look that has just been taken. */
export type NewScan = Omit<Scan, 'from'>;

/** Puts a look behind those before it. An incomplete one says from when on nothing is known. */
export function covering(before: Scan | undefined, scan: NewScan): Scan {
  const joined = before !== undefined && (before.complete || !scan.complete);
  return { ...scan, from: joined ? before.at : scan.at };
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
  /** We set out to take it back, and whether we did was never written down. */
  withdrawing?: boolean;
  /** Whether this mailbox has ever been seen to keep a copy of sent mail. */
  keepsSentCopies: boolean;
  /** Message-IDs of the rep's other drafts of ours, in all their states: what bears one is no evidence about this one. */
  otherIds?: readonly string[];
  /**
   * When the next draft of ours came into the thread, or to one of the same people; null while there is none. From then on a mail in such words may
   * be that one.
   */
  nextPlacedAt?: Date | null;
  /** Texts that stood in the thread before: what a client puts below a mail as a quote or a signature is in them. */
  known?: readonly string[];
}

/** The looks without what belongs to another draft of ours. */
export function ofPlacement({ messageId, otherIds = [] }: PlacementFacts, scans: readonly Scan[]): readonly Scan[] {
  const others = new Set(otherIds.filter((id) => id !== messageId));
  if (others.size === 0) return scans;
  return scans.map((scan) =>
    scan.seen.some((seen) => others.has(seen.messageId))
      ? { ...scan, seen: scan.seen.filter((seen) => !others.has(seen.messageId)) }
      : scan,
  );
}

/** Whether words and thread alone may still speak of this draft. */
export const wordsCount = ({ nextPlacedAt = null }: PlacementFacts, at: Date): boolean =>
  nextPlacedAt === null || at <= nextPlacedAt;

/** From where on one text counts as another one, changed. */
export type Likeness = Pick<Policy, 'similarity' | 'similarityWords'>;

/** A clock of the rep's client may be wrong by this much; more cannot be told from an older mail by its date alone. */
const clockSlackMs = 2 * 3_600_000;
/** A mail that a complete look did not show and a later one does is new, though its date is off by up to this. */
const oldestArrivalMs = 86_400_000;

export interface Revision {
  /** The provider's name of it; empty for what we meant to place. */
  ref: string;
  messageId: string;
  text: string;
  seenAt: Date;
}

/** Everything about the draft itself that the looks show, in order. */
export interface History {
  ids: Set<string>;
  revisions: Revision[];
  /** Last look that saw it as a draft, and where. */
  lastDraft: { at: Date; seen: Seen } | null;
  /** Looks after `lastDraft`, in order. */
  after: Scan[];
  /** Copies that lay in trash while the draft was still there: older states that a client threw away on saving. */
  oldTrash: Set<string>;
}

/** Whether a message answers, or continues below, one of these. */
export function names(seen: Seen, ids: ReadonlySet<string>): boolean {
  return (seen.inReplyTo !== null && ids.has(seen.inReplyTo)) || seen.references.some((id) => ids.has(id));
}

/** The one message that this one answers (RFC 5322 §3.6.4). */
export function parentOf(seen: Seen): string | null {
  return seen.inReplyTo ?? seen.references.at(-1) ?? null;
}

/** Equal but for what clients do to a text; most looks show the very same one. */
const sameText = (one: string, other: string): boolean => one === other || comparable(one) === comparable(other);

/** Whether `theirs` still says most of `ours`. */
export function alike(ours: string, theirs: string, likeness: Likeness): boolean {
  return containment(comparableNew(ours), comparableNew(theirs), likeness.similarityWords) >= likeness.similarity;
}

/** Whether a message belongs to the draft's conversation. */
export function inThread(placement: PlacementFacts, seen: Seen, ids: ReadonlySet<string>): boolean {
  if (names(seen, ids) || (placement.inReplyTo !== null && names(seen, new Set([placement.inReplyTo])))) return true;
  const sameSubject = comparable(seen.subject).toLowerCase() === comparable(placement.subject).toLowerCase();
  return sameSubject && [...seen.to, ...seen.cc, ...seen.bcc].some((address) => placement.to.includes(address));
}

/**
 * Follows the draft through its re-saves. A client that gives a new Message-ID on save is followed by similarity to the last
 * revision; a draft that merely answers the same mail may be one that the rep began alone.
 */
export function historyOf(placement: PlacementFacts, scans: readonly Scan[], likeness: Likeness): History {
  const ids = new Set([placement.messageId]);
  const revisions: Revision[] = [
    { ref: '', messageId: placement.messageId, text: placement.text, seenAt: placement.placedAt },
  ];
  const oldTrash = new Set<string>();
  let lastDraft: History['lastDraft'] = null;
  let after: Scan[] = [];
  for (const scan of scans) {
    const last = revisions.at(-1) as Revision;
    for (const { ours, messageId } of scan.seen) if (ours) ids.add(messageId);
    const draft = draftIn(scan, placement, ids, last, likeness);
    if (!draft) {
      after.push(scan);
      continue;
    }
    ids.add(draft.messageId);
    lastDraft = { at: scan.at, seen: draft };
    for (const each of [...after, scan].flatMap(({ seen }) => seen)) if (each.place === 'trash') oldTrash.add(each.ref);
    // Restored under the name it had in trash: thrown away again, it is the draft.
    oldTrash.delete(draft.ref);
    after = [];
    if (!sameText(draft.text, last.text) || draft.messageId !== last.messageId)
      revisions.push({ ref: draft.ref, messageId: draft.messageId, text: draft.text, seenAt: scan.at });
  }
  return { ids, revisions, lastDraft, after, oldTrash };
}

/** A draft, wherever the rep put it, and not thrown away. */
export function isDraft({ place, draft }: Seen): boolean {
  return place === 'drafts' || (draft && place !== 'trash');
}

/** The draft as one look shows it. While a client saves, the old state and the new one may both be there: the new one counts. */
function draftIn(
  scan: Scan,
  placement: PlacementFacts,
  ids: ReadonlySet<string>,
  last: Revision,
  likeness: Likeness,
): Seen | undefined {
  const drafts = scan.seen.filter(isDraft);
  const known = drafts.filter(({ place, messageId }) => place === 'drafts' && ids.has(messageId));
  return (
    known.findLast(({ text }) => !sameText(text, last.text)) ??
    known.at(-1) ??
    drafts.find(
      (seen) =>
        wordsCount(placement, scan.at) &&
        inThread(placement, seen, ids) &&
        (alike(last.text, seen.text, likeness) || alike(placement.text, seen.text, likeness)),
    ) ??
    // Neither in Drafts nor in Sent, it is taken for the draft even without a mark: not every server keeps marks.
    scan.seen.find(
      ({ place, draft, messageId }) =>
        ids.has(messageId) && (place === 'filed' || place === 'inbox' || (place === 'sent' && draft)),
    )
  );
}

/** A mail of the rep since the draft was placed. */
export interface Outgoing {
  seen: Seen;
  /** The look that first showed it. */
  scan: Scan;
  lastAt: Date;
  /** It came between two looks, whatever its date says. */
  arrived: boolean;
  /** Since when it has lain there without a break, and whether that was long enough to be past any "undo". */
  since: Date;
  stood: boolean;
}

/**
 * Outgoing mail since the draft was placed, oldest first. A copy may be filed beside the mail it answers, or thrown away. A mail
 * that was gone again before `sentMs`, with the draft back in its place, was taken back by the rep and is none.
 */
export function outgoing(
  placement: PlacementFacts,
  scans: readonly Scan[],
  { ids, lastDraft }: History,
  holds: Holds,
): Outgoing[] {
  const found = new Map<string, Outgoing>();
  const copies = new Map<string, { since: Date; lastAt: Date }>();
  let lastComplete: Date | null = null;
  for (const scan of scans) {
    for (const seen of scan.seen) {
      if (!isOutgoing(placement, seen, ids)) continue;
      const name = `${seen.place} ${seen.ref} ${seen.messageId}`;
      const copy = copies.get(name);
      // Taken back and sent again it begins anew, though its Message-ID may be the same.
      const unbroken = copy && !(lastComplete && lastComplete > copy.lastAt);
      const since = unbroken ? copy.since : scan.at;
      copies.set(name, { since, lastAt: scan.at });
      const standing = { lastAt: scan.at, since, stood: scan.at.getTime() - since.getTime() >= holds.sentMs };
      // Two mails may bear one Message-ID; copies of one mail have its words.
      const mail = `${seen.messageId}\n${seen.text}`;
      const known = found.get(mail);
      if (!known) found.set(mail, { seen, scan, arrived: lastComplete !== null, ...standing });
      // Of several copies the one in Sent counts, and of those the first to stand.
      else if (inSent(known.seen) && (known.stood || !inSent(seen)))
        found.set(mail, { ...known, lastAt: scan.at, stood: known.stood || standing.stood });
      else found.set(mail, { ...known, seen, ...standing });
    }
    if (scan.complete) lastComplete = scan.at;
  }
  // Back in its place, or thrown away from there before a look saw it.
  const backAt = (mail: Outgoing): boolean => {
    if (lastDraft !== null && lastDraft.at > mail.lastAt) return true;
    const inTrash = (scan: Scan): Seen[] =>
      scan.seen.filter((seen) => seen.place === 'trash' && seen.draft && ids.has(seen.messageId));
    const before = new Set(
      scans.filter(({ at }) => at <= mail.lastAt).flatMap((scan) => inTrash(scan).map(({ ref }) => ref)),
    );
    return scans.some((scan) => scan.at > mail.lastAt && inTrash(scan).some(({ ref }) => !before.has(ref)));
  };
  return [...found.values()].filter(
    (mail) =>
      (ids.has(mail.seen.messageId) || (isSince(mail, placement.placedAt) && wordsCount(placement, mail.scan.at))) &&
      (mail.stood || !backAt(mail)),
  );
}

function isOutgoing(placement: PlacementFacts, seen: Seen, ids: ReadonlySet<string>): boolean {
  if (seen.draft || seen.messageId === placement.inReplyTo) return false;
  if (seen.place === 'sent') return true;
  // A known id outside Sent may be the draft without its mark.
  return seen.place !== 'drafts' && placement.own.includes(seen.from) && !ids.has(seen.messageId);
}

export const inSent = (seen: Seen): boolean => seen.place === 'sent';

/** Written at or after an instant, as far as the rep's clock can be trusted. */
export function isSince({ seen, arrived }: Pick<Outgoing, 'seen' | 'arrived'>, instant: Date): boolean {
  return seen.date.getTime() >= instant.getTime() - (arrived ? oldestArrivalMs : clockSlackMs);
}

/**
 * How long complete looks followed one another without a gap between them: the time that counts towards a hold. A gap freezes the
 * clock, it does not turn it back.
 */
export function watchedMs(looks: readonly Scan[], counts: (look: Scan) => boolean = () => true): number {
  let watched = 0;
  for (let n = 1; n < looks.length; n++) {
    const [before, look] = [looks[n - 1] as Scan, looks[n] as Scan];
    if (joins(before, look) && counts(before) && counts(look)) watched += look.at.getTime() - before.at.getTime();
  }
  return watched;
}

/** Both whole, and the second covers all the time since the first. */
function joins(before: Scan, look: Scan): boolean {
  return before.complete && look.complete && look.from <= before.at;
}

/** The longest stretch that no complete look covers, since the draft was last seen. */
export function longestGapMs(from: Date, looks: readonly Scan[]): number {
  let longest = 0;
  let last = from;
  for (const look of looks.filter(({ complete }) => complete)) {
    longest = Math.max(longest, look.from.getTime() - last.getTime());
    last = look.at;
  }
  return longest;
}
