/** What a command of the demo's IMAP server is, and what several of them need. */
import type { Selection, Session } from './imap-server.ts';
import { type Folder, type StoredMail, spelledFlag } from './imap-store.ts';
import { BadCommand, parseSet, Refused, type Token, textOf } from './imap-syntax.ts';

export interface Command {
  /** When it is allowed: before login only, any time, logged in, or with a folder selected. */
  state: 'fresh' | 'any' | 'account' | 'selected';
  /** Unknown unless one of these capabilities is offered. */
  needs?: string[];
  run(session: Session, args: Token[], tag: string): void;
}

/** Ends a command: tells other connections' news first, as most servers do. */
export function done(session: Session, tag: string, text: string, expunges = true): void {
  session.tellNews(expunges);
  session.write(`${tag} OK ${text}\r\n`);
}

/** Throws unless a command has exactly so many arguments. */
export function noMore(args: Token[], count: number): void {
  if (args.length !== count) throw new BadCommand(`${count} arguments expected`);
}

/** The folder an argument names. `missing` is the response code for one that is not there. */
export function folderOf(session: Session, token: Token | undefined, missing: string | null = null): Folder {
  const folder = session.account!.folder(textOf(token, 'A folder'));
  if (!folder) throw new Refused('No such folder', missing);
  return folder;
}

/** The selected folder, unless it was opened with EXAMINE. */
export function writable(session: Session): Selection {
  if (session.selection!.readOnly) throw new Refused('The folder is open for reading only');
  return session.selection!;
}

/** Flags as arguments, in their one spelling. */
export function flagsOf(tokens: Token[]): string[] {
  return tokens.map((token) => {
    const flag = spelledFlag(textOf(token, 'A flag'));
    if (token.kind !== 'atom' || !/^(\\(Answered|Flagged|Deleted|Seen|Draft)|[^\\\]%*]+)$/.test(flag))
      throw new BadCommand('Not a flag');
    return flag;
  });
}

/** The mails of a set, with their sequence numbers. A UID that is not there is no mistake; a number is. */
export function pick(
  selection: Selection,
  token: Token | undefined,
  byUid: boolean,
): { mail: StoredMail; seq: number }[] {
  const text = textOf(token, 'A set of messages');
  const last = byUid ? (selection.told.at(-1)?.mail.uid ?? 0) : selection.told.length;
  const inside = parseSet(text, last);
  const numbers = text.match(/\d+/g)?.map(Number) ?? [];
  if (!byUid && (last === 0 || numbers.some((number) => number > last))) throw new BadCommand('Invalid messageset');
  return selection.told
    .map(({ mail }, index) => ({ mail, seq: index + 1 }))
    .filter(({ mail, seq }) => inside(byUid ? mail.uid : seq));
}

/** APPENDUID or COPYUID (RFC 4315), where the server has them. */
export function uidCode(session: Session, code: string): string {
  return session.capabilities.has('UIDPLUS') ? `[${code}] ` : '';
}

/** Whether this server has the extension a command belongs to. */
export function offered(session: Session, command: Pick<Command, 'needs'>): boolean {
  return !command.needs || command.needs.some((each) => session.capabilities.has(each));
}
