/** Commands about folders: which there are, how full they are, opening one, putting a mail into one. */
import { type Command, done, flagsOf, folderOf, noMore, uidCode } from './imap-command.ts';
import type { Session } from './imap-server.ts';
import type { Folder } from './imap-store.ts';
import { BadCommand, listOf, nstring, parseInstant, Refused, type Token, textOf } from './imap-syntax.ts';

const statusItems: Record<string, (folder: Folder) => number> = {
  MESSAGES: (folder) => folder.mails.length,
  RECENT: () => 0,
  UIDNEXT: (folder) => folder.uidNext,
  UIDVALIDITY: (folder) => folder.uidValidity,
  UNSEEN: (folder) => folder.mails.filter((mail) => !mail.flags.has('\\Seen')).length,
};

function statusLine(folder: Folder, items: Token[]): string {
  const values = items.map((item) => {
    const name = textOf(item, 'A status item').toUpperCase();
    const value = statusItems[name];
    if (!value) throw new BadCommand(`Unknown status item ${name}`);
    return `${name} ${value(folder)}`;
  });
  return `* STATUS ${nstring(folder.name)} (${values.join(' ')})\r\n`;
}

function list(session: Session, args: Token[], tag: string, answer: 'LIST' | 'LSUB'): void {
  const rest = [...args];
  const extended = answer === 'LIST' && session.capabilities.has('LIST-EXTENDED');
  const selecting =
    extended && rest[0]?.kind === 'list'
      ? listOf(rest.shift(), 'Options').map((each) => textOf(each, 'An option'))
      : [];
  const reference = textOf(rest.shift(), 'A reference name');
  const pattern = rest.shift();
  const patterns = extended && pattern?.kind === 'list' ? pattern.items : [pattern];
  let returning: Token[] = [];
  if (extended && rest[0]?.kind === 'atom' && rest[0].text.toUpperCase() === 'RETURN') {
    rest.shift();
    returning = listOf(rest.shift(), 'Return options');
  }
  noMore(rest, 0);
  const status = returning.findIndex((each) => each.kind === 'atom' && each.text.toUpperCase() === 'STATUS');
  const onlySpecial = selecting.some((each) => each.toUpperCase() === 'SPECIAL-USE');
  const texts = patterns.map((each) => textOf(each, 'A pattern'));
  if (texts.length === 1 && texts[0] === '') {
    session.write(`* ${answer} (\\Noselect) "/" ""\r\n`);
    done(session, tag, `${answer} done`);
    return;
  }
  const tests = texts.map((text) => {
    const escaped = (reference + text)
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/%/g, '[^/]*');
    return new RegExp(`^${escaped}$`, /^inbox$/i.test(text) ? 'i' : '');
  });
  for (const folder of session.account!.folders.values()) {
    if (!tests.some((test) => test.test(folder.name)) || (onlySpecial && !folder.specialUse)) continue;
    const attributes = ['\\HasNoChildren'];
    if (folder.specialUse && session.capabilities.has('SPECIAL-USE')) attributes.push(folder.specialUse);
    if (extended && answer === 'LIST') attributes.push('\\Subscribed');
    session.write(`* ${answer} (${attributes.join(' ')}) "/" ${nstring(folder.name)}\r\n`);
    if (status >= 0) session.write(statusLine(folder, listOf(returning[status + 1], 'Status items')));
  }
  done(session, tag, `${answer} done`);
}

function select(session: Session, args: Token[], tag: string, readOnly: boolean): void {
  noMore(args, 1);
  session.selection = null;
  const folder = folderOf(session, args[0], 'NONEXISTENT');
  session.select(folder, readOnly);
  const unseen = folder.mails.findIndex((mail) => !mail.flags.has('\\Seen'));
  const flags = '\\Answered \\Flagged \\Deleted \\Seen \\Draft';
  session.write(
    [
      `* FLAGS (${flags})`,
      `* OK [PERMANENTFLAGS (${readOnly ? '' : `${flags} \\*`})] Flags that are kept`,
      `* ${folder.mails.length} EXISTS`,
      '* 0 RECENT',
      ...(unseen >= 0 ? [`* OK [UNSEEN ${unseen + 1}] First unseen`] : []),
      `* OK [UIDVALIDITY ${folder.uidValidity}] UIDs valid`,
      `* OK [UIDNEXT ${folder.uidNext}] Next UID`,
      `${tag} OK [${readOnly ? 'READ-ONLY' : 'READ-WRITE'}] ${folder.name} is open`,
      '',
    ].join('\r\n'),
  );
}

function append(session: Session, args: Token[], tag: string): void {
  const folder = folderOf(session, args[0], 'TRYCREATE');
  const rest = args.slice(1);
  const flags = rest[0]?.kind === 'list' ? flagsOf(listOf(rest.shift(), 'Flags')) : [];
  const date = rest.length > 1 ? parseInstant(textOf(rest.shift(), 'A date and time')) : new Date();
  noMore(rest, 1);
  if (rest[0]!.kind !== 'string') throw new BadCommand('A literal expected');
  const mail = session.account!.append(folder, rest[0]!.text, flags, date);
  done(session, tag, `${uidCode(session, `APPENDUID ${folder.uidValidity} ${mail.uid}`)}Appended`);
}

export const folderCommands: Record<string, Command> = {
  NAMESPACE: {
    state: 'account',
    needs: ['NAMESPACE'],
    run: (session, _args, tag) => {
      session.write('* NAMESPACE (("" "/")) NIL NIL\r\n');
      done(session, tag, 'One namespace');
    },
  },
  LIST: { state: 'account', run: (session, args, tag) => list(session, args, tag, 'LIST') },
  LSUB: { state: 'account', run: (session, args, tag) => list(session, args, tag, 'LSUB') },
  SUBSCRIBE: {
    state: 'account',
    run: (session, args, tag) => {
      folderOf(session, args[0]);
      done(session, tag, 'Always so');
    },
  },
  UNSUBSCRIBE: {
    state: 'account',
    run: (session, args, tag) => {
      folderOf(session, args[0]);
      done(session, tag, 'Noted');
    },
  },
  CREATE: {
    state: 'account',
    run(session, args, tag) {
      noMore(args, 1);
      const name = textOf(args[0], 'A folder').replace(/\/$/, '');
      if (session.account!.folder(name)) throw new Refused('The folder is there already', 'ALREADYEXISTS');
      session.account!.create(name);
      done(session, tag, 'Created');
    },
  },
  STATUS: {
    state: 'account',
    run(session, args, tag) {
      noMore(args, 2);
      session.write(statusLine(folderOf(session, args[0], 'NONEXISTENT'), listOf(args[1], 'Status items')));
      done(session, tag, 'Status told');
    },
  },
  SELECT: { state: 'account', run: (session, args, tag) => select(session, args, tag, false) },
  EXAMINE: { state: 'account', run: (session, args, tag) => select(session, args, tag, true) },
  APPEND: { state: 'account', run: append },
};
