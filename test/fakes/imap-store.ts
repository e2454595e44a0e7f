/** The mails of the demo's IMAP accounts, in memory. Everything happens in one turn of the event loop, so nothing is locked. */
import { type Part, parseMail } from './imap-message.ts';

/** A stored mail. Its bytes never change; its flags do. */
export interface StoredMail {
  uid: number;
  /** latin1, one character a byte. */
  raw: string;
  /** With their backslash; system flags in the spelling of RFC 3501. */
  flags: Set<string>;
  /** INTERNALDATE. */
  date: Date;
  /** Grows with every change of flags, so that each connection knows what it has already told. */
  version: number;
  /** Taken apart on first use. */
  readonly parsed: Part;
}

/** A mailbox in IMAP's sense. */
export interface Folder {
  name: string;
  /** `\Drafts` and so on (RFC 6154), or null. */
  specialUse: string | null;
  uidValidity: number;
  uidNext: number;
  mails: StoredMail[];
}

/** System flags in their one spelling: clients may write `\seen`. */
const systemFlags = ['\\Answered', '\\Flagged', '\\Deleted', '\\Seen', '\\Draft'];

/** Every flag a client may keep. `\Recent` is not one of them. */
export function spelledFlag(flag: string): string {
  return systemFlags.find((each) => each.toLowerCase() === flag.toLowerCase()) ?? flag;
}

/** One account's folders. */
export class Account {
  readonly folders = new Map<string, Folder>();
  readonly #watchers = new Set<(folder: Folder) => void>();

  constructor() {
    this.create('INBOX', null);
    for (const name of ['Drafts', 'Sent', 'Trash', 'Junk', 'Archive']) this.create(name, `\\${name}`);
  }

  /** INBOX is the only name whose case does not matter (RFC 3501 section 5.1). */
  folder(name: string): Folder | null {
    return this.folders.get(name.toUpperCase() === 'INBOX' ? 'INBOX' : name) ?? null;
  }

  create(name: string, specialUse: string | null = null): Folder {
    const folder = { name, specialUse, uidValidity: 1_700_000_000 + this.folders.size, uidNext: 1, mails: [] };
    this.folders.set(name, folder);
    return folder;
  }

  append(folder: Folder, raw: string, flags: Iterable<string>, date: Date): StoredMail {
    let parsed: Part | null = null;
    const mail: StoredMail = {
      uid: folder.uidNext++,
      raw,
      flags: new Set([...flags].map(spelledFlag)),
      date,
      version: 0,
      get parsed() {
        parsed ??= parseMail(raw);
        return parsed;
      },
    };
    folder.mails.push(mail);
    this.#changed(folder);
    return mail;
  }

  setFlags(folder: Folder, mail: StoredMail, flags: Set<string>): void {
    if (flags.size === mail.flags.size && [...flags].every((flag) => mail.flags.has(flag))) return;
    mail.flags = flags;
    mail.version++;
    this.#changed(folder);
  }

  remove(folder: Folder, gone: StoredMail[]): void {
    if (gone.length === 0) return;
    const leaving = new Set(gone);
    folder.mails = folder.mails.filter((mail) => !leaving.has(mail));
    this.#changed(folder);
  }

  /** Calls back after each change in any folder, until the returned function is called. */
  watch(changed: (folder: Folder) => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  #changed(folder: Folder): void {
    for (const watcher of this.#watchers) watcher(folder);
  }
}
