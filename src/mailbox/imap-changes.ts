/** What is new or gone since a cursor: one look at all folders, then only those that moved. */
import { rootOf } from '../domain/conversation.ts';
import type { Place } from '../domain/mail.ts';
import type { Session } from './imap-connection.ts';
import { type Folder, type Folders, type Mark, markOf, readCursor, unmoved, writeCursor } from './imap-folders.ts';
import { envelopeFrom, fetchLocated } from './imap-messages.ts';
import type { Changes, NewMessage } from './mailbox.ts';

/** New headers read from one folder in one round; the rest comes with the next, so that an import of a whole archive is no flood. */
const maxNewAtOnce = 2000;

/** Repeatable: the same cursor gives the same messages again, as far as they still exist. */
export async function changesSince(
  session: Session,
  folders: Folders,
  cursor: string | null,
  atOnce = maxNewAtOnce,
): Promise<Changes> {
  if (cursor === null) return { kind: 'changes', cursor: writeCursor(folders.all), messages: [], touched: [] };
  const marks = readCursor(cursor);
  if (!marks)
    return {
      kind: 'start-over',
      cursor: writeCursor(folders.all),
      why: 'The place up to which mail was read cannot be understood.',
    };

  for (const folder of folders.all) {
    const mark = marks.get(folder.path);
    if (folder.place !== 'filed' && mark && mark.uidValidity !== folder.uidValidity) {
      const why = `The server numbered the folder "${folder.path}" anew (UIDVALIDITY ${mark.uidValidity} became ${folder.uidValidity}).`;
      return { kind: 'start-over', cursor: writeCursor(folders.all), why };
    }
  }

  const present = new Set([...folders.all.map((folder) => folder.path), ...folders.unreadable]);
  const messages: NewMessage[] = [];
  const touched = new Set<Place>();
  const reached: Mark[] = [];
  const kept = new Set<Mark>();
  for (const folder of folders.all) {
    const found = markOf(folder, marks, present);
    if (found) kept.add(found);
    // A filed folder numbered anew is read as a new one: repeats are allowed, misses are not.
    const mark = found?.uidValidity === folder.uidValidity ? found : null;
    if (mark && unmoved(folder, mark)) {
      reached.push(folder);
      continue;
    }
    const news = await newIn(session, folder, mark?.uidNext ?? 1, atOnce);
    messages.push(...news.messages);
    reached.push({ ...folder, uidNext: news.uidNext });
    // Any change of Drafts can be an edit of one of ours; elsewhere arrivals alone are told by `messages`.
    if (folder.place === 'drafts' || (await movedOtherwise(session, folder, mark, news.count)))
      touched.add(folder.place);
  }
  for (const path of folders.unreadable) {
    const mark = marks.get(path);
    // To be read from there when it can be read again.
    if (mark) {
      kept.add(mark);
      reached.push(mark);
    }
  }
  // A folder that is gone took its messages along.
  for (const mark of marks.values()) if (!kept.has(mark)) touched.add('filed');
  return { kind: 'changes', cursor: writeCursor(reached), messages, touched: [...touched] };
}

async function newIn(
  session: Session,
  folder: Folder,
  from: number,
  atOnce: number,
): Promise<{ messages: NewMessage[]; count: number; uidNext: number }> {
  if (folder.messages === 0 || folder.uidNext <= from) return { messages: [], count: 0, uidNext: folder.uidNext };
  await session.select(folder.path);
  // Never "N:*": that includes the last message even when it is older than N (RFC 9051 §9, seq-range).
  let uids = await session.search({ uid: `${from}:${folder.uidNext - 1}` });
  let uidNext = folder.uidNext;
  if (uids.length > atOnce) {
    uids = uids.slice(0, atOnce);
    uidNext = uids.at(-1)! + 1;
  }
  const located = await fetchLocated(session, folder, uids, false);
  return {
    // In a folder of all mail drafts show as well; their own folder reports them.
    messages: located
      .filter((each) => folder.place === 'drafts' || !each.draft)
      .map((each) => ({ ...envelopeFrom(each), threadRef: rootOf(each), place: each.place })),
    count: uids.length,
    uidNext,
  };
}

/** Whether something else than arrivals happened. Without a MODSEQ flags show only through the number of unread mails. */
async function movedOtherwise(session: Session, folder: Folder, mark: Mark | null, arrived: number): Promise<boolean> {
  if (!mark) return false;
  if (folder.messages !== mark.messages + arrived) return true;
  if (folder.modseq === null || mark.modseq === null) return folder.unseen !== mark.unseen;
  if (folder.modseq === mark.modseq || mark.messages === 0) return false;
  await session.select(folder.path);
  const flagged = await session.trySearch({
    uid: `1:${Math.max(1, mark.uidNext - 1)}`,
    modseq: BigInt(mark.modseq) + 1n,
  });
  return flagged === null || flagged.length > 0;
}
