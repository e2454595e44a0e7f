/**
 * Conversations over IMAP, which has none: searches by ids and by people in every followed folder, headers only, then
 * `domain/conversation.ts` groups, then the text of what is asked for. The name of a thread is its root Message-ID.
 */
import type { SearchObject } from 'imapflow';
import { groupThreads } from '../domain/conversation.ts';
import { type Address, baseSubject, noMessageId, type Place, participants, type Thread } from '../domain/mail.ts';
import { Gone } from '../errors.ts';
import type { ImapConnection, Session } from './imap-connection.ts';
import type { Folder, Folders } from './imap-folders.ts';
import { fetchLocated, fetchMessages, fetchTraces, idTerms, type Located, searchAny } from './imap-messages.ts';
import type { SentCopy } from './mailbox.ts';

/** How a mailbox's operations reach it. */
export interface Reach {
  connection: ImapConnection;
  owner: Address;
  folders(session: Session): Promise<Folders>;
}

/** Older mails of a thread are looked for this far before the instant asked for. */
const lookBackMs = 365 * 86_400_000;
/** INTERNALDATE against SINCE: whole days, in the server's own zone (RFC 9051 §6.4.4). */
const dayMs = 86_400_000;
/** Rounds of following references; each costs a few searches a folder. */
const maxRounds = 5;
const maxSubjectHits = 300;
/** Messages whose text is held at a time while threads are handed out. */
const messagesAtOnce = 100;

const threadFields: ('message-id' | 'in-reply-to' | 'references')[] = ['message-id', 'in-reply-to', 'references'];

export async function readThread(reach: Reach, ref: string): Promise<Thread> {
  return reach.connection.use(async (session) => {
    const folders = followed(await reach.folders(session));
    const found = new Found();
    for (const folder of folders) await found.search(session, folder, idTerms([ref], threadFields), {});
    if (noMessageId.test(ref)) await findWithoutId(session, folders, found);
    let members = groupOf(found, ref, reach.owner);
    const asked = new Set([ref]);
    let subject: string | null = null;
    for (let round = 1; round < maxRounds && members.length > 0; round += 1) {
      const ask = idsOf(members).filter((id) => !asked.has(id));
      const base = baseSubject(members[0]!.subject);
      const bySubject = base !== subject ? base : '';
      if (ask.length === 0 && bySubject === '') break;
      for (const id of ask) asked.add(id);
      subject = base;
      await findAround(session, folders, found, members, ask, bySubject);
      members = groupOf(found, ref, reach.owner);
    }
    if (members.length === 0)
      throw new Gone(`No message of the conversation is left in the mailbox of ${reach.owner.address}.`);
    const texts = await fetchMessages(session, members);
    if (texts.size === 0)
      throw new Gone(`No message of the conversation is left in the mailbox of ${reach.owner.address}.`);
    return { ref: groupThreads(members, [reach.owner.address])[0]!.root, messages: [...texts.values()] };
  });
}

export async function* findThreads(reach: Reach, addresses: string[], since: Date): AsyncGenerator<Thread> {
  const wanted = new Set(addresses.map((address) => address.toLowerCase()));
  if (wanted.size === 0) return;
  const groups = await reach.connection.use(async (session) => {
    const folders = followed(await reach.folders(session));
    const found = new Found();
    const people: SearchObject[] = [...wanted].flatMap((address) => [
      { from: address },
      { to: address },
      { cc: address },
      { bcc: address },
    ]);
    for (const folder of folders)
      await found.search(session, folder, people, { since: new Date(since.getTime() - dayMs) });
    // A search for "a@b.test" also finds "aa@b.test".
    found.keep((each) => participants(each).some((address) => wanted.has(address)));
    const parts = groupThreads(found.all(), [reach.owner.address]);
    const known = new Set(found.all().map((each) => each.id));
    const roots = parts.map((part) => part.root);
    const named = parts.flatMap((part) => idsOf(part.members)).filter((id) => !known.has(id));
    const terms = [...idTerms(new Set(roots), threadFields), ...idTerms(new Set(named), ['message-id'])];
    const lookBack = { since: new Date(since.getTime() - lookBackMs) };
    for (const folder of folders) await found.search(session, folder, terms, lookBack);
    return groupThreads(found.all(), [reach.owner.address]).filter(({ members }) => {
      const named = members.some((each) => participants(each).some((address) => wanted.has(address)));
      return named && members.some((each) => each.date >= since);
    });
  });
  for (let at = 0; at < groups.length; ) {
    const some: typeof groups = [];
    for (
      let count = 0;
      at < groups.length && (some.length === 0 || count + groups[at]!.members.length <= messagesAtOnce);
      at += 1
    ) {
      count += groups[at]!.members.length;
      some.push(groups[at]!);
    }
    // The connection is not held while the caller works on a thread: it may want to use this mailbox itself.
    const texts = await reach.connection.use((session) =>
      fetchMessages(
        session,
        some.flatMap((group) => group.members),
      ),
    );
    for (const { root, members } of some) {
      const messages = members.flatMap((each) => texts.get(each) ?? []);
      if (messages.length > 0) yield { ref: root, messages };
    }
  }
}

/** A rule on the server can file what came from outside into Sent: the traces of its way are told. */
export async function sentCopies(reach: Reach, messageId: string): Promise<SentCopy[]> {
  return reach.connection.use(async (session) => {
    const { sent } = await reach.folders(session);
    if (!sent || sent.messages === 0) return [];
    await session.select(sent.path);
    const uids = await searchAny(session, idTerms([messageId], ['message-id']));
    // Searches match parts of values.
    const located = (await fetchLocated(session, sent, uids)).filter(({ id, deleted }) => id === messageId && !deleted);
    if (located.length === 0) return [];
    const traces = await fetchTraces(
      session,
      located.map(({ uid }) => uid),
    );
    const messages = await fetchMessages(session, located);
    return [...messages].map(([{ uid, draft }, message]) => ({
      message,
      draft,
      // Not seen is not proven absent.
      trace: traces.get(uid) ?? ['received: could not be read'],
    }));
  });
}

const followed = (folders: Folders) =>
  folders.all.filter((folder) => folder.messages > 0 && folder.place !== 'drafts' && folder.place !== 'trash');

/** Of copies of one mail the one in the plainest place counts. */
const preference: Record<Place, number> = { inbox: 0, sent: 1, filed: 2, trash: 3, drafts: 4 };

/** Headers read so far, each message once. */
class Found {
  readonly #byPlace = new Map<string, Located>();

  async search(session: Session, folder: Folder, terms: SearchObject[], also: SearchObject): Promise<void> {
    if (terms.length === 0) return;
    await session.select(folder.path);
    await this.add(session, folder, await searchAny(session, terms, also));
  }

  async add(session: Session, folder: Folder, uids: number[]): Promise<void> {
    const fresh = uids.filter((uid) => !this.#byPlace.has(`${uid} ${folder.path}`));
    for (const each of await fetchLocated(session, folder, fresh)) {
      // A thread never contains a draft, wherever it lies.
      if (!each.draft) this.#byPlace.set(`${each.uid} ${folder.path}`, each);
    }
  }

  keep(wanted: (each: Located) => boolean): void {
    for (const [key, each] of this.#byPlace) if (!wanted(each)) this.#byPlace.delete(key);
  }

  all(): Located[] {
    return [...this.#byPlace.values()].sort((a, b) => preference[a.place] - preference[b.place]);
  }
}

function groupOf(found: Found, ref: string, owner: Address): Located[] {
  const groups = groupThreads(found.all(), [owner.address]);
  return groups.find(({ root, members }) => root === ref || idsOf(members).includes(ref))?.members ?? [];
}

/** Every id that messages have or name. */
function idsOf(members: Located[]): string[] {
  return [
    ...new Set(members.flatMap((each) => [each.id, ...each.references, ...(each.inReplyTo ? [each.inReplyTo] : [])])),
  ].filter((id) => !noMessageId.test(id));
}

/** Mails without a Message-ID cannot be searched by the id we made up; they are few, so all are looked at. */
async function findWithoutId(session: Session, folders: Folder[], found: Found): Promise<void> {
  for (const folder of folders) await found.search(session, folder, [{ not: { header: { 'message-id': true } } }], {});
}

/**
 * What belongs to messages that were found: by ids, and answers that name no message by their subject. Both in one visit of
 * each folder, and only of mail that can be new enough: a server has to look at every mail of a search without a date.
 */
async function findAround(
  session: Session,
  folders: Folder[],
  found: Found,
  members: Located[],
  ids: string[],
  subject: string,
): Promise<void> {
  const since = new Date(members[0]!.date.getTime() - 46 * dayMs);
  const known = new Set(found.all().map((each) => each.id));
  // Whatever names a message that is here is younger than it. What is only named so far can be of any age.
  const allKnown = ids.every((id) => known.has(id));
  const terms = idTerms(ids, allKnown ? ['in-reply-to', 'references'] : threadFields);
  for (const folder of folders) {
    await found.search(session, folder, terms, allKnown ? { since } : {});
    if (subject === '') continue;
    await session.select(folder.path);
    // Some servers refuse a search in UTF-8 (RFC 9051 §6.4.4, BADCHARSET); then the thread is what its ids say.
    const uids = await session.trySearch({ subject: subject.slice(0, 200), since });
    if (uids) await found.add(session, folder, uids.slice(-maxSubjectHits));
  }
}
