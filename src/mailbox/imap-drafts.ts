/**
 * Leaving, finding and taking back our drafts. Messages never change under IMAP: a client that saves an edit stores a
 * new message and removes the old one, often with a new Message-ID (`facts/drafts.md` §3.2). So a draft is looked for by
 * every id it ever had and by the message it answers, and what we remove is exactly the message whose text we just read.
 */
import type { SearchObject } from 'imapflow';
import { type Message, participants, type Reply } from '../domain/mail.ts';
import { NeedsPerson, OutcomeUnknown, TryLater } from '../errors.ts';
import { composeMessage, draftMessageId, type NewMail, sameText } from './compose.ts';
import type { Session } from './imap-connection.ts';
import { type Folder, type Folders, readCursor, unmoved } from './imap-folders.ts';
import { fetchLocated, fetchMessages, idTerms, type Located, refOf, searchAny } from './imap-messages.ts';
import type { Reach } from './imap-threads.ts';
import type { Attempt, Delivered, Look, Placed, PlacementQuery, Sighting, Withdrawn } from './mailbox.ts';
import { parseMessage } from './mime.ts';

const dayMs = 86_400_000;

/**
 * Drafts first: there it is nearly always. Then where it went when it was sent or thrown away. Folders that were empty
 * when they were listed are in it too: by now the draft may have gone there.
 */
const inOrder = (folders: Folders): Folder[] => {
  const first = [folders.drafts, folders.sent, folders.trash, folders.inbox].filter((folder) => folder !== null);
  const others = folders.all.filter((folder) => !first.includes(folder));
  return [...first, ...others.sort((a, b) => Number(a.wholeMail) - Number(b.wholeMail))];
};

/** `facts/drafts.md` §3.1 and §4.6. */
export async function placeDraft(reach: Reach, reply: Reply, key: string, date: Date): Promise<Placed> {
  const messageId = draftMessageId(key, reach.owner.address);
  const raw = await composeMessage({ ...reply, messageId, date });
  return reach.connection.use(async (session) => {
    const folders = await reach.folders(session);
    const before = await findPlaced(session, folders, messageId);
    if (before) return before;
    const stored = await store(session, folders.drafts, raw, ['\\Draft', '\\Seen'], messageId);
    const [message] = (await afterWriting(() => fetchMessages(session, [stored]))).values();
    if (!message)
      throw new OutcomeUnknown(
        `The draft left for ${reach.owner.address} was gone at once; look for it before trying again.`,
      );
    const wrong = await differences(raw, message);
    if (wrong.length > 0) {
      // Ours, unseen and not what was meant. Where single messages cannot be removed the next look-up finds it.
      if (session.has('UIDPLUS')) await session.expunge([stored.uid]);
      throw new NeedsPerson(
        `The server of ${reach.owner.address} changed a draft while storing it (${wrong.join(', ')}): ask who runs it.`,
      );
    }
    return { ref: refOf(stored), message, existed: false };
  });
}

/**
 * One write makes a whole draft. Where it is not found, it was never stored if every message that Drafts has got since is still there: UIDs are
 * given in order and never again (RFC 9051 §2.3.1.1). A message that is missing may have been ours: removed for good, or stored anew by a client
 * that gives an edited draft another Message-ID.
 */
export async function draftLeft(
  reach: Reach,
  key: string,
  { cursor }: Attempt,
): Promise<Placed | 'nothing' | 'unknown'> {
  const messageId = draftMessageId(key, reach.owner.address);
  return reach.connection.use(async (session) => {
    const folders = await reach.folders(session);
    const found = await findPlaced(session, folders, messageId);
    if (found) return found;
    const { drafts } = folders;
    const before = readCursor(cursor)?.get(drafts.path);
    if (!before || before.uidValidity !== drafts.uidValidity) return 'unknown';
    if (before.uidNext === drafts.uidNext) return 'nothing';
    await session.select(drafts.path);
    const there = await session.search({ uid: `${before.uidNext}:${drafts.uidNext - 1}` });
    return there.length === drafts.uidNext - before.uidNext ? 'nothing' : 'unknown';
  });
}

async function findPlaced(session: Session, folders: Folders, messageId: string): Promise<Placed | null> {
  const found = await findById(session, inOrder(folders), messageId);
  return found && { ref: refOf(found.located), message: found.message, existed: true };
}

/** Idempotent by key: a copy in any followed folder, also a thrown-away one, is enough. */
export async function deliverToSelf(
  reach: Reach,
  mail: Omit<NewMail, 'messageId' | 'to'>,
  key: string,
): Promise<Delivered> {
  const messageId = draftMessageId(key, reach.owner.address);
  const raw = await composeMessage({ ...mail, messageId, to: [reach.owner] });
  await reach.connection.use(async (session) => {
    const folders = await reach.folders(session);
    const places = [folders.inbox, ...inOrder(folders).filter((folder) => folder !== folders.inbox)];
    if (await locateById(session, places, messageId)) return;
    await store(session, folders.inbox, raw, [], messageId);
  });
  // A conversation is called by the mail that began it.
  return { messageId, threadRef: mail.references?.[0] ?? messageId };
}

async function store(
  session: Session,
  folder: Folder,
  raw: Buffer,
  flags: string[],
  messageId: string,
): Promise<Located> {
  // Selected first: imapflow drops flags that the selected folder, whichever it is, does not allow.
  const box = await session.select(folder.path);
  await session.append(folder.path, raw, flags);
  return afterWriting(async () => {
    const now = { ...folder, uidValidity: String(box.uidValidity), messages: box.exists + 1 };
    // Not by APPENDUID: without UIDPLUS imapflow guesses it, and guesses wrong when another client writes too.
    let found = await locateById(session, [now], messageId);
    if (!found) {
      // Some servers show a stored mail in the selected folder only after they were asked what is new.
      await session.refresh();
      found = await locateById(session, [now], messageId);
    }
    if (found) return found;
    throw new OutcomeUnknown(
      `A mail stored in "${folder.path}" cannot be found again; look for it before trying again.`,
    );
  });
}

/** After the write went through, a failure to read back must not look like a write that never happened. */
async function afterWriting<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OutcomeUnknown) throw error;
    throw new OutcomeUnknown('A mail was stored but could not be read back; look for it before trying again.', {
      cause: error,
    });
  }
}

async function locateById(session: Session, folders: Folder[], messageId: string): Promise<Located | null> {
  for (const folder of folders) {
    await session.select(folder.path);
    const uids = await searchAny(session, idTerms([messageId], ['message-id']));
    const located = (await fetchLocated(session, folder, uids)).filter((each) => each.id === messageId);
    if (located.length > 0) return located.at(-1)!;
  }
  return null;
}

async function findById(
  session: Session,
  folders: Folder[],
  messageId: string,
): Promise<{ located: Located; message: Message } | null> {
  const located = await locateById(session, folders, messageId);
  const [message] = located ? (await fetchMessages(session, [located])).values() : [];
  return located && message ? { located, message } : null;
}

/** What a reader or a client's threading would notice. */
async function differences(raw: Buffer, stored: Message): Promise<string[]> {
  const meant = await parseMessage(raw);
  const people = (message: Pick<Message, 'from' | 'to' | 'cc' | 'bcc'>) => participants(message).sort().join(' ');
  const checks: [string, boolean][] = [
    ['Message-ID', meant.id === stored.id],
    ['subject', meant.subject === stored.subject],
    ['recipients', people(meant) === people(stored)],
    ['In-Reply-To', meant.inReplyTo === stored.inReplyTo],
    ['References', meant.references.join(' ') === stored.references.join(' ')],
    ['text', sameText(meant.text, stored.text)],
  ];
  return checks.flatMap(([name, same]) => (same ? [] : [name]));
}

/** What a process remembers between looks. */
export interface Looked {
  /** UIDVALIDITY of each folder at the last look. */
  validities: Map<string, string>;
  /** Complete looks by their query, with the state of all folders they were taken in; the oldest first. */
  looks: Map<string, { folders: Folder[]; look: Look }>;
}

const maxLooks = 200;

/**
 * One look everywhere. Drafts is read before all other folders: a draft that leaves it meanwhile is then seen where it
 * went, or in both, but never in neither. While nothing at all moved in any folder the last look is given again, which
 * costs one listing; that needs a MODSEQ, without which a mark of deletion shows nowhere.
 */
export async function observeDraft(reach: Reach, query: PlacementQuery, looked: Looked): Promise<Look> {
  const key = JSON.stringify(query);
  return reach.connection.use(async (session) => {
    const folders = await reach.folders(session);
    const last = looked.looks.get(key);
    looked.looks.delete(key);
    if (last && sameState(folders.all, last.folders)) {
      looked.looks.set(key, last);
      return last.look;
    }
    const gaps = renumbered(folders, looked.validities);
    const sightings: Sighting[] = [];
    const ids = idsOf(query);
    let inPlace = false;
    for (const folder of inOrder(folders)) {
      // While the draft is where it was, nothing of it can be in a folder that was empty just before.
      if (folder.messages === 0 && inPlace) continue;
      try {
        await session.select(folder.path);
        // A folder of all mail shows a second copy of what lies in the others, our draft included.
        const known = folder.wholeMail ? new Set(sightings.map((each) => each.message.id)) : new Set<string>();
        const { found, torn } = await candidatesIn(session, folder, query, known);
        for (const [each, message] of found) {
          sightings.push({ place: each.place, ref: refOf(each), draft: each.draft, message });
          if (folder.place === 'drafts' && ids.has(each.id)) inPlace = true;
        }
        if (torn) gaps.push(`The folder "${folder.path}" was changed while it was read.`);
      } catch (error) {
        // A dead connection is no look at all; one folder that cannot be read only leaves a gap.
        if (!(error instanceof Error) || !session.alive()) throw error;
        gaps.push(`The folder "${folder.path}" could not be read.`);
      }
    }
    const look: Look = { sightings, complete: gaps.length === 0, gap: gaps[0] ?? null };
    if (look.complete) looked.looks.set(key, { folders: folders.all, look });
    for (const oldest of looked.looks.keys()) if (looked.looks.size > maxLooks) looked.looks.delete(oldest);
    return look;
  });
}

/**
 * Reads one folder; once more when a candidate went away meanwhile. A client stores an edit before it removes the old
 * state, so what took its place is then there. Torn: something went away the second time as well.
 */
async function candidatesIn(
  session: Session,
  folder: Folder,
  query: PlacementQuery,
  known: Set<string>,
): Promise<{ found: Map<Located, Message>; torn: boolean }> {
  for (let again = false; ; again = true) {
    if (again) await session.refresh();
    const uids = await searchAny(session, termsFor(folder, query));
    const located = await fetchLocated(session, folder, uids);
    const wanted = located.filter((each) => isCandidate(each, folder, query) && !known.has(each.id));
    const found = await fetchMessages(session, wanted);
    const torn = located.length < uids.length || found.size < wanted.length;
    const marked = folder.place === 'drafts' && located.some((each) => each.deleted);
    if (again || !(torn || marked)) return { found, torn };
  }
}

/** All folders or none: a folder may have been listed just before a draft went there, and another just after. */
function sameState(now: Folder[], before: Folder[]): boolean {
  const marks = new Map(before.map((folder) => [folder.path, folder]));
  return (
    now.length === before.length &&
    now.every((folder) => {
      const mark = marks.get(folder.path);
      return mark !== undefined && folder.modseq !== null && unmoved(folder, mark);
    })
  );
}

/** Folders whose UIDs lost their meaning, or that are gone, since the last look of this process. */
function renumbered(folders: Folders, validities: Map<string, string>): string[] {
  const gaps: string[] = [];
  const present = new Set(folders.all.map((folder) => folder.path));
  for (const path of validities.keys()) {
    if (present.has(path)) continue;
    if (folders.unreadable.includes(path)) {
      gaps.push(`The folder "${path}" could not be read.`);
      continue;
    }
    gaps.push(`The folder "${path}" is gone since the last look.`);
    validities.delete(path);
  }
  for (const folder of folders.all) {
    const before = validities.get(folder.path);
    if (before !== undefined && before !== folder.uidValidity)
      gaps.push(`The folder "${folder.path}" was numbered anew since the last look.`);
    validities.set(folder.path, folder.uidValidity);
  }
  return gaps;
}

const idsOf = (query: PlacementQuery) => new Set([query.messageId, ...query.knownIds]);

function termsFor(folder: Folder, query: PlacementQuery): SearchObject[] {
  const known = idsOf(query);
  const parent = query.inReplyTo ? [query.inReplyTo] : [];
  const since = new Date(query.placedAt.getTime() - dayMs);
  const recently = (terms: SearchObject[]) => terms.map((term) => ({ since, ...term }));
  const own = idTerms(known, ['message-id']);
  switch (folder.place) {
    case 'drafts':
      return [...own, ...idTerms([...known, ...parent], ['in-reply-to', 'references'])];
    case 'trash':
      return [...own, ...recently(idTerms([...known, ...parent], ['in-reply-to', 'references']))];
    case 'sent': {
      const people = query.recipients.flatMap((address): SearchObject[] => [
        { to: address },
        { cc: address },
        { bcc: address },
      ]);
      return [...own, ...recently([...idTerms([...known, ...parent], ['in-reply-to', 'references']), ...people])];
    }
    default: {
      // Filed copies of sent mail answer the same message; answers to our mail name it; recipients may write anew.
      const people = query.recipients.map((address): SearchObject => ({ from: address }));
      return [...own, ...recently([...idTerms([...known, ...parent], ['in-reply-to', 'references']), ...people])];
    }
  }
}

/** Searches match parts of values and whole days; what they found is checked here. */
function isCandidate(each: Located, folder: Folder, query: PlacementQuery): boolean {
  const known = idsOf(query);
  // Marked as deleted in Drafts: gone for the rep, whenever the client removes it. In Trash it says the same as unmarked.
  if (folder.place === 'drafts' && each.deleted) return false;
  if (known.has(each.id)) return true;
  const named = [...each.references, ...(each.inReplyTo ? [each.inReplyTo] : [])];
  const related = named.some((id) => known.has(id) || id === query.inReplyTo);
  if (folder.place === 'drafts') return related;
  // The date is the sender's own clock.
  if (each.date.getTime() < query.placedAt.getTime() - dayMs) return false;
  if (related) return true;
  const people = new Set(query.recipients.map((address) => address.toLowerCase()));
  if (folder.place === 'sent') return [...each.to, ...each.cc, ...each.bcc].some((one) => people.has(one.address));
  return folder.place !== 'trash' && each.from !== null && people.has(each.from.address);
}

/**
 * Removes the draft when every state of it that lies in Drafts still has our text. An edit is another message with
 * another UID, so one that happens between our reading and our removing is never touched.
 */
export async function withdrawDraft(reach: Reach, query: PlacementQuery, expectedText: string): Promise<Withdrawn> {
  return reach.connection.use(async (session): Promise<Withdrawn> => {
    const folders = await reach.folders(session);
    if (folders.drafts.messages === 0) return { done: false, why: 'not-a-draft' };
    const candidates = async () => {
      await session.select(folders.drafts.path);
      const uids = await searchAny(session, termsFor(folders.drafts, query));
      return (await fetchLocated(session, folders.drafts, uids)).filter((each) =>
        isCandidate(each, folders.drafts, query),
      );
    };
    const states = await candidates();
    const known = idsOf(query);
    const ours = states.filter((each) => known.has(each.id));
    if (ours.length === 0) return { done: false, why: states.length > 0 ? 'changed' : 'not-a-draft' };
    // Another draft that answers the same message may be ours, saved by a client that gives new ids.
    if (ours.length < states.length) return { done: false, why: 'changed' };
    const texts = await fetchMessages(session, ours);
    if (texts.size < ours.length)
      throw new TryLater(`The drafts of ${reach.owner.address} are being changed just now.`);
    if ([...texts.values()].some((message) => !sameText(message.text, expectedText)))
      return { done: false, why: 'changed' };
    const gone = ours.map((each) => each.uid);
    if (session.has('UIDPLUS')) await session.expunge(gone);
    else if (session.has('MOVE') && folders.trash) await session.move(gone, folders.trash.path);
    // A plain EXPUNGE would also remove what the rep marked in another client. Every client shows the mark.
    else await session.flagDeleted(gone);
    // The rep may have saved an edit since our reading; then the message we removed was already a thing of the past.
    await session.refresh();
    return (await candidates()).length > 0 ? { done: false, why: 'changed' } : { done: true };
  });
}
