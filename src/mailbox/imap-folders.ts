/**
 * Which folder is what, and what moved since a cursor. IMAP has no list of changes: a folder tells its UIDVALIDITY
 * (while it stays, UIDs mean the same message), UIDNEXT (everything from here on is new), a count, and often a MODSEQ
 * that grows with every change. One LIST with STATUS tells all of that for all folders.
 */
import type { ListResponse } from 'imapflow';
import { z } from 'zod';
import type { Place } from '../domain/mail.ts';
import { NeedsPerson, TryLater } from '../errors.ts';
import type { ImapAccount, Session } from './imap-connection.ts';

export interface Folder {
  path: string;
  place: Place;
  /** Holds a second view of what lies in other folders: Gmail's "All Mail", a virtual folder. */
  wholeMail: boolean;
  /** As decimal text: 32 bits by the RFC, 64 in the wild. */
  uidValidity: string;
  uidNext: number;
  messages: number;
  unseen: number;
  /** Null where the server has no CONDSTORE (RFC 7162). */
  modseq: string | null;
}

export interface Folders {
  inbox: Folder;
  drafts: Folder;
  /** Null: this server keeps no sent copies we could see. */
  sent: Folder | null;
  trash: Folder | null;
  /** Everything followed, those above included. */
  all: Folder[];
  /** Paths of filed folders whose state the server did not tell, as with folders that may be listed but not read. */
  unreadable: string[];
}

/** Folder names that a person gave because the server does not mark them. */
export interface FolderNames {
  drafts?: string | undefined;
  sent?: string | undefined;
  trash?: string | undefined;
}

/**
 * Reads the folders of the owner and their state in one exchange where the server has LIST-STATUS (RFC 5819). Roles come from
 * the settings, else SPECIAL-USE (RFC 6154), else well-known names in many languages. Junk is not followed; where
 * there is a folder of all mail, it stands for every folder that has no role.
 */
export async function readFolders(session: Session, names: FolderNames, account: ImapAccount): Promise<Folders> {
  const hints = Object.fromEntries(
    Object.entries(names).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  const foreign = session.foreignPrefixes();
  const listed = (await session.list(hints)).filter(
    (folder) => selectable(folder) && !foreign.some((prefix) => folder.path.startsWith(prefix)),
  );
  for (const [role, name] of Object.entries(hints)) {
    if (listed.some((folder) => folder.path === name && folder.specialUse === useOf[role])) continue;
    throw new NeedsPerson(
      `${account.host} has no folder "${name}" for ${account.user}: correct the setting folders.${role}.`,
    );
  }
  const wholeMail = listed.some((folder) => folder.specialUse === '\\All');
  const all: Folder[] = [];
  const unreadable: string[] = [];
  for (const folder of listed) {
    const place = placeOf(folder, wholeMail);
    if (place === null) continue;
    const state = folder.status;
    if (state?.uidValidity === undefined || state.uidNext === undefined || state.messages === undefined) {
      if (place === 'filed') {
        unreadable.push(folder.path);
        continue;
      }
      // Half a list would look like folders that went away.
      throw new TryLater(`${account.host} did not tell the state of the folder "${folder.path}" of ${account.user}.`);
    }
    all.push({
      path: folder.path,
      place,
      wholeMail: folder.specialUse === '\\All',
      uidValidity: String(state.uidValidity),
      uidNext: state.uidNext,
      messages: state.messages,
      unseen: state.unseen ?? 0,
      modseq: state.highestModseq ? String(state.highestModseq) : null,
    });
  }
  const one = (place: Place) => all.find((folder) => folder.place === place) ?? null;
  const inbox = one('inbox');
  const drafts = one('drafts');
  if (!inbox) throw new NeedsPerson(`${account.host} shows no INBOX for ${account.user}: check the user name.`);
  if (!drafts) {
    throw new NeedsPerson(
      `${account.host} has no Drafts folder for ${account.user}: create one, or name it in the setting folders.drafts.`,
    );
  }
  return { inbox, drafts, sent: one('sent'), trash: one('trash'), all, unreadable };
}

const useOf: Record<string, string> = { drafts: '\\Drafts', sent: '\\Sent', trash: '\\Trash' };

const selectable = (folder: ListResponse) => !folder.flags.has('\\Noselect') && !folder.flags.has('\\NonExistent');

function placeOf(folder: ListResponse, wholeMail: boolean): Place | null {
  switch (folder.specialUse) {
    case '\\Inbox':
      return 'inbox';
    case '\\Sent':
      return 'sent';
    case '\\Drafts':
      return 'drafts';
    case '\\Trash':
      return 'trash';
    case '\\Junk':
    case '\\Flagged':
      return null;
    case '\\All':
      return 'filed';
    default:
      return wholeMail ? null : 'filed';
  }
}

const CursorShape = z.object({
  v: z.literal(1),
  /** Path to UIDVALIDITY, UIDNEXT, messages, unseen, MODSEQ. */
  f: z.record(z.string(), z.tuple([z.string(), z.number(), z.number(), z.number(), z.string().nullable()])),
});

export type Mark = Omit<Folder, 'place' | 'wholeMail'>;

/** Where each folder stood, by path. */
export type Marks = Map<string, Mark>;

/** Null when it is not a cursor of ours. */
export function readCursor(cursor: string): Marks | null {
  let value: unknown;
  try {
    value = JSON.parse(cursor);
  } catch {
    return null;
  }
  const parsed = CursorShape.safeParse(value);
  if (!parsed.success) return null;
  return new Map(
    Object.entries(parsed.data.f).map(([path, [uidValidity, uidNext, messages, unseen, modseq]]) => [
      path,
      { path, uidValidity, uidNext, messages, unseen, modseq },
    ]),
  );
}

export function writeCursor(folders: Iterable<Mark>): string {
  const entries = [...folders].map((each) => [
    each.path,
    [each.uidValidity, each.uidNext, each.messages, each.unseen, each.modseq],
  ]);
  return JSON.stringify({ v: 1, f: Object.fromEntries(entries) });
}

/** The mark of a folder, found under its old name when it was renamed: same UIDVALIDITY, and the old path is gone. */
export function markOf(folder: Folder, marks: Marks, present: Set<string>): Mark | null {
  const same = marks.get(folder.path);
  if (same) return same;
  for (const mark of marks.values()) {
    const renamed =
      !present.has(mark.path) && mark.uidValidity === folder.uidValidity && mark.uidNext <= folder.uidNext;
    if (renamed) return mark;
  }
  return null;
}

/** Whether nothing at all was done in a folder since its mark. Exact for arrivals and removals even without a MODSEQ. */
export function unmoved(folder: Folder, mark: Mark): boolean {
  return (
    folder.uidValidity === mark.uidValidity &&
    folder.uidNext === mark.uidNext &&
    folder.messages === mark.messages &&
    folder.unseen === mark.unseen &&
    folder.modseq === mark.modseq
  );
}
