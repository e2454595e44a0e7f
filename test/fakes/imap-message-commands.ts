/** Commands about the mails of the selected folder: reading, marking, finding, moving and removing them. */
import { type Command, done, flagsOf, folderOf, noMore, offered, pick, uidCode, writable } from './imap-command.ts';
import { bodyItem, bodyStructure, envelope } from './imap-message.ts';
import { compileSearch } from './imap-search.ts';
import type { Session } from './imap-server.ts';
import type { StoredMail } from './imap-store.ts';
import { BadCommand, formatInstant, literal, type Token, textOf } from './imap-syntax.ts';

function expunge(session: Session, mails: StoredMail[]): void {
  session.account!.remove(
    session.selection!.folder,
    mails.filter((mail) => mail.flags.has('\\Deleted')),
  );
}

/** COPY and MOVE. */
function transfer(session: Session, args: Token[], tag: string, byUid: boolean, moving: boolean): void {
  noMore(args, 2);
  const selection = moving ? writable(session) : session.selection!;
  const target = folderOf(session, args[1], 'TRYCREATE');
  const here = new Set(selection.folder.mails);
  const mails = pick(selection, args[0], byUid).flatMap(({ mail }) => (here.has(mail) ? [mail] : []));
  const copies = mails.map((mail) => session.account!.append(target, mail.raw, mail.flags, mail.date));
  const uids = (of: StoredMail[]) => of.map((mail) => mail.uid).join(',');
  const code = mails.length > 0 ? uidCode(session, `COPYUID ${target.uidValidity} ${uids(mails)} ${uids(copies)}`) : '';
  if (!moving) {
    done(session, tag, `${code}Copied`, byUid);
    return;
  }
  // RFC 6851 section 4.3: the new UIDs are told before the EXPUNGE lines.
  if (code) session.write(`* OK ${code}Moved\r\n`);
  session.account!.remove(selection.folder, mails);
  done(session, tag, 'Moved');
}

const macros: Record<string, string[]> = {
  FAST: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'],
  ALL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'],
  FULL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY'],
};

const fetchItems: Record<string, (mail: StoredMail) => string> = {
  UID: (mail) => `UID ${mail.uid}`,
  FLAGS: (mail) => `FLAGS (${[...mail.flags].join(' ')})`,
  INTERNALDATE: (mail) => `INTERNALDATE ${formatInstant(mail.date)}`,
  'RFC822.SIZE': (mail) => `RFC822.SIZE ${mail.raw.length}`,
  ENVELOPE: (mail) => `ENVELOPE ${envelope(mail.parsed)}`,
  BODYSTRUCTURE: (mail) => `BODYSTRUCTURE ${bodyStructure(mail.parsed)}`,
  BODY: (mail) => `BODY ${bodyStructure(mail.parsed, false)}`,
  RFC822: (mail) => `RFC822 ${literal(mail.raw)}`,
  'RFC822.HEADER': (mail) => `RFC822.HEADER ${literal(mail.parsed.header)}`,
  'RFC822.TEXT': (mail) => `RFC822.TEXT ${literal(mail.parsed.body)}`,
};

/** One item as a function, and whether asking for it marks the mail as read. */
function fetchItem(name: string): { show: (mail: StoredMail) => string; reads: boolean } {
  const plain = fetchItems[name.toUpperCase()];
  if (plain) return { show: plain, reads: /^RFC822(\.TEXT)?$/i.test(name) };
  const match = /^BODY(\.PEEK)?\[([^\]]*)\](?:<(\d{1,10})\.([1-9]\d{0,9})>)?$/i.exec(name);
  if (!match) throw new BadCommand(`Unknown fetch item ${name}`);
  const partial = match[3] === undefined ? null : { from: Number(match[3]), length: Number(match[4]) };
  return { show: (mail) => bodyItem(mail.parsed, match[2]!, partial), reads: match[1] === undefined };
}

function fetch(session: Session, args: Token[], tag: string, byUid: boolean): void {
  noMore(args, 2);
  const asked =
    args[1]!.kind === 'list'
      ? args[1]!.items.map((each) => textOf(each, 'A fetch item'))
      : [textOf(args[1], 'A fetch item')];
  const names = args[1]!.kind === 'atom' ? (macros[asked[0]!.toUpperCase()] ?? asked) : asked;
  if (byUid && !names.some((name) => name.toUpperCase() === 'UID')) names.unshift('UID');
  const items = names.map(fetchItem);
  const selection = session.selection!;
  for (const { mail, seq } of pick(selection, args[0], byUid)) {
    session.write(`* ${seq} FETCH (${items.map((item) => item.show(mail)).join(' ')})\r\n`);
    if (!selection.readOnly && items.some((item) => item.reads)) {
      session.account!.setFlags(selection.folder, mail, new Set([...mail.flags, '\\Seen']));
    }
  }
  done(session, tag, 'Fetched', byUid);
}

function store(session: Session, args: Token[], tag: string, byUid: boolean): void {
  const selection = writable(session);
  const match = /^([+-]?)FLAGS(\.SILENT)?$/i.exec(textOf(args[1], 'A store item'));
  if (!match) throw new BadCommand('FLAGS, +FLAGS or -FLAGS expected');
  const flags = flagsOf(args[2]?.kind === 'list' && args.length === 3 ? args[2].items : args.slice(2));
  for (const { mail, seq } of pick(selection, args[0], byUid)) {
    const kept = match[1] === '' ? [] : [...mail.flags].filter((flag) => match[1] === '+' || !flags.includes(flag));
    session.account!.setFlags(selection.folder, mail, new Set(match[1] === '-' ? kept : [...kept, ...flags]));
    // The one who changed it is answered here, and not told again as news.
    selection.told[seq - 1]!.version = mail.version;
    const uid = byUid ? `UID ${mail.uid} ` : '';
    if (!match[2]) session.write(`* ${seq} FETCH (${uid}${fetchItems.FLAGS!(mail)})\r\n`);
  }
  done(session, tag, 'Stored', byUid);
}

function search(session: Session, args: Token[], tag: string, byUid: boolean): void {
  const { told } = session.selection!;
  const test = compileSearch(args, { seq: told.length, uid: told.at(-1)?.mail.uid ?? 0 });
  const found = told.map(({ mail }, index) => ({ mail, seq: index + 1 })).filter(test);
  session.write(`* SEARCH${found.map(({ mail, seq }) => ` ${byUid ? mail.uid : seq}`).join('')}\r\n`);
  done(session, tag, 'Searched', byUid);
}

const uidCommands: Record<string, Pick<Command, 'needs' | 'run'> | undefined> = {
  FETCH: { run: (session, args, tag) => fetch(session, args, tag, true) },
  STORE: { run: (session, args, tag) => store(session, args, tag, true) },
  SEARCH: { run: (session, args, tag) => search(session, args, tag, true) },
  COPY: { run: (session, args, tag) => transfer(session, args, tag, true, false) },
  MOVE: { needs: ['MOVE'], run: (session, args, tag) => transfer(session, args, tag, true, true) },
  EXPUNGE: {
    needs: ['UIDPLUS'],
    run(session, args, tag) {
      noMore(args, 1);
      const picked = pick(writable(session), args[0], true);
      expunge(
        session,
        picked.map(({ mail }) => mail),
      );
      done(session, tag, 'Expunged');
    },
  },
};

/** UID before another command. */
function uid(session: Session, args: Token[], tag: string): void {
  const [name, ...rest] = args;
  const command = uidCommands[textOf(name, 'A command').toUpperCase()];
  if (!command || !offered(session, command)) throw new BadCommand('Unknown UID command');
  command.run(session, rest, tag);
}

export const messageCommands: Record<string, Command> = {
  CHECK: { state: 'selected', run: (session, _args, tag) => done(session, tag, 'Checked') },
  CLOSE: {
    state: 'selected',
    run(session, _args, tag) {
      const { folder, readOnly } = session.selection!;
      if (!readOnly) expunge(session, folder.mails);
      session.selection = null;
      done(session, tag, 'Closed');
    },
  },
  UNSELECT: {
    state: 'selected',
    needs: ['UNSELECT'],
    run(session, _args, tag) {
      session.selection = null;
      done(session, tag, 'Closed without expunging');
    },
  },
  EXPUNGE: {
    state: 'selected',
    run(session, args, tag) {
      noMore(args, 0);
      expunge(session, writable(session).folder.mails);
      done(session, tag, 'Expunged');
    },
  },
  FETCH: { state: 'selected', run: (session, args, tag) => fetch(session, args, tag, false) },
  STORE: { state: 'selected', run: (session, args, tag) => store(session, args, tag, false) },
  SEARCH: { state: 'selected', run: (session, args, tag) => search(session, args, tag, false) },
  COPY: { state: 'selected', run: (session, args, tag) => transfer(session, args, tag, false, false) },
  MOVE: { state: 'selected', needs: ['MOVE'], run: (session, args, tag) => transfer(session, args, tag, false, true) },
  UID: { state: 'selected', run: uid },
};
