/**
 * What is new or gone: the history of the mailbox since a cursor, all its types and no filter by label. Records say which messages something
 * happened to, not what it means: a draft that was sent is a message deleted and another one added, or one message with another label
 * (`facts/drafts.md` §1.3), and either shape only makes places and threads worth a look.
 */
import type { Place } from '../domain/mail.ts';
import { Gone } from '../errors.ts';
import type { HistoryPage } from './gmail-api.ts';
import { placeOf } from './gmail-messages.ts';
import type { Reach } from './gmail-threads.ts';
import type { Changes, NewMessage } from './mailbox.ts';

type Entry = NonNullable<HistoryPage['history']>[number];

/** Labels that say where a message lies: with one of them added it is new there. */
const placing = ['INBOX', 'SENT', 'DRAFT', 'TRASH', 'SCHEDULED'];
/** Others say nothing to us: stars, categories, what Gmail holds to be important. */
const telling = [...placing, 'UNREAD', 'SPAM'];

/** Heads that are read at once. */
const atOnce = 8;

/** Repeatable: the same history may be read again, for a week at least, sometimes only for hours. */
export async function changesSince(reach: Reach, text: string | null): Promise<Changes> {
  if (text === null) return { kind: 'changes', cursor: await cursorOfNow(reach), messages: [], touched: [] };
  const start = readCursor(text);
  // Taken before whoever reconciles looks around, so that nothing falls between (`facts/security.md` §2.5).
  const startOver = async (why: string): Promise<Changes> => ({
    kind: 'start-over',
    cursor: await cursorOfNow(reach),
    why,
  });
  if (start === null) return startOver('The place up to which mail was read cannot be understood.');
  const pages = await historySince(reach, start);
  if (pages === null) return startOver(`The history of ${reach.owner.address} does not reach back so far any more.`);
  // Of the first page: what came while the others were read is told again. Never back (lieer#203).
  const reached = BigInt(pages[0]?.historyId ?? '0');
  const cursor = cursorOf(reached > BigInt(start) ? String(reached) : start);
  const { added, touched } = readEntries(
    pages.flatMap(({ history }) => history ?? []),
    reach,
  );
  return { kind: 'changes', cursor, messages: await newMessages(reach, added), touched: [...touched] };
}

/** Threads that a message has gone from for good since a cursor; null where the history does not reach back so far. */
export async function goneSince(reach: Reach, cursor: string): Promise<Set<string> | null> {
  const start = readCursor(cursor);
  const pages = start === null ? null : await historySince(reach, start);
  const deleted = pages
    ?.flatMap(({ history }) => history ?? [])
    .flatMap(({ messagesDeleted }) => messagesDeleted ?? []);
  return deleted ? new Set(deleted.map(({ message }) => message?.threadId ?? '')) : null;
}

async function historySince({ gmail }: Reach, start: string): Promise<HistoryPage[] | null> {
  const pages: HistoryPage[] = [];
  try {
    for (let token: string | undefined; ; ) {
      const page = await gmail.history(start, token);
      pages.push(page);
      // A page may be empty and still name a next one (lieer#22).
      if (!page.nextPageToken) return pages;
      token = page.nextPageToken;
    }
  } catch (error) {
    if (error instanceof Gone) return null;
    throw error;
  }
}

/** Messages that are new somewhere, with the labels last told where any were, and places in which something else moved. */
function readEntries(entries: Entry[], { heads }: Reach) {
  const added = new Map<string, string[] | null>();
  const touched = new Set<Place>();
  const touch = (labels: readonly string[]) => {
    const place = placeOf(labels);
    if (place !== null) touched.add(place);
  };
  const see = (message: { id?: string | null; labelIds?: string[] | null } | undefined): [string, string[] | null] => {
    const id = message?.id ?? '';
    const labels = message?.labelIds ?? null;
    if (labels) heads.noteLabels(id, labels);
    return [id, labels];
  };
  for (const { messagesAdded, messagesDeleted, labelsAdded, labelsRemoved } of entries) {
    for (const { message } of messagesAdded ?? []) {
      const [id, labels] = see(message);
      added.set(id, labels);
      if (labels?.includes('DRAFT')) touched.add('drafts');
    }
    for (const { message, labelIds } of labelsAdded ?? []) {
      const [id, labels] = see(message);
      if (labelIds?.some((label) => placing.includes(label)) || added.has(id)) added.set(id, labels);
      if (labelIds?.some((label) => telling.includes(label))) touch([...(labels ?? []), ...labelIds]);
    }
    for (const { message, labelIds } of labelsRemoved ?? []) {
      const [id, labels] = see(message);
      // Back from trash or junk it is new where it is now.
      if (labelIds?.some((label) => label === 'TRASH' || label === 'SPAM') || added.has(id)) added.set(id, labels);
      if (labelIds?.some((label) => telling.includes(label))) touch(labels ?? []);
      for (const label of labelIds ?? []) if (placing.includes(label)) touch([label]);
    }
    for (const { message } of messagesDeleted ?? []) {
      const id = message?.id ?? '';
      const labels = message?.labelIds ?? heads.labels(id);
      added.delete(id);
      // Whether the record says what the message was is not written down; where nothing does, it may have been anything.
      if (labels) touch(labels);
      else for (const place of ['inbox', 'drafts', 'sent', 'trash'] as const) touched.add(place);
    }
  }
  return { added, touched };
}

async function newMessages({ heads }: Reach, added: Map<string, string[] | null>): Promise<NewMessage[]> {
  const found: NewMessage[] = [];
  const all = [...added];
  for (let at = 0; at < all.length; at += atOnce) {
    const some = all.slice(at, at + atOnce).map(async ([id, labels]) => ({ head: await heads.of(id), labels }));
    for (const { head, labels } of await Promise.all(some)) {
      const place = head && placeOf(labels ?? head.labels);
      if (head && place) found.push({ ...head.envelope, threadRef: head.threadId, place });
    }
  }
  return found;
}

async function cursorOfNow({ gmail }: Reach): Promise<string> {
  return cursorOf((await gmail.profile()).historyId ?? '0');
}

const cursorOf = (history: string): string => JSON.stringify({ v: 1, history });

function readCursor(text: string): string | null {
  try {
    const { v, history } = JSON.parse(text) as { v: unknown; history: unknown };
    return v === 1 && typeof history === 'string' && /^\d{1,20}$/.test(history) ? history : null;
  } catch {
    return null;
  }
}
