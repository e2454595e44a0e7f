/** The commands of the demo's IMAP server, by name. Each writes its own answer; a thrown error becomes BAD or NO. */
import { type Command, done, noMore } from './imap-command.ts';
import { folderCommands } from './imap-folder-commands.ts';
import { messageCommands } from './imap-message-commands.ts';
import type { Session } from './imap-server.ts';
import { BadCommand, Refused, type Token, textOf } from './imap-syntax.ts';

function enter(session: Session, tag: string, address: string, password: string): void {
  const account = session.authenticate(address, password);
  if (!account) throw new Refused('Wrong address or password', 'AUTHENTICATIONFAILED');
  session.login(account);
  session.write(`${tag} OK [CAPABILITY ${session.capabilityLine()}] Logged in\r\n`);
}

function authenticate(session: Session, args: Token[], tag: string): void {
  if (textOf(args[0], 'A mechanism').toUpperCase() !== 'PLAIN') throw new Refused('Only PLAIN is offered');
  const answer = (line: string) => {
    if (line === '*') throw new BadCommand('Cancelled');
    // RFC 4616: authorization identity, NUL, name, NUL, password.
    const [, address, password] = Buffer.from(line, 'base64').toString('utf8').split('\0');
    if (address === undefined || password === undefined) throw new BadCommand('Not a PLAIN answer');
    enter(session, tag, address, password);
  };
  if (args.length > 2) throw new BadCommand('Too many arguments');
  if (args[1]) answer(textOf(args[1], 'An initial response'));
  else session.ask('', answer);
}

/** Every command there is; a name that is missing here is answered with BAD. */
export const commands: Record<string, Command | undefined> = {
  CAPABILITY: {
    state: 'any',
    run(session, args, tag) {
      noMore(args, 0);
      session.write(`* CAPABILITY ${session.capabilityLine()}\r\n`);
      done(session, tag, 'Capabilities told');
    },
  },
  NOOP: {
    state: 'any',
    run: (session, args, tag) => {
      noMore(args, 0);
      done(session, tag, 'Nothing done');
    },
  },
  LOGOUT: {
    state: 'any',
    run(session, _args, tag) {
      session.write(`* BYE Good-bye\r\n${tag} OK Logged out\r\n`);
      session.end();
    },
  },
  ID: {
    state: 'any',
    needs: ['ID'],
    run(session, args, tag) {
      noMore(args, 1);
      session.write('* ID ("name" "Countersign demo mailbox")\r\n');
      done(session, tag, 'Pleased to meet you');
    },
  },
  LOGIN: {
    state: 'fresh',
    run(session, args, tag) {
      noMore(args, 2);
      const utf8 = (token: Token | undefined, what: string) =>
        Buffer.from(textOf(token, what), 'latin1').toString('utf8');
      enter(session, tag, utf8(args[0], 'A name'), utf8(args[1], 'A password'));
    },
  },
  AUTHENTICATE: { state: 'fresh', needs: ['AUTH=PLAIN'], run: authenticate },
  ENABLE: {
    state: 'account',
    needs: ['ENABLE'],
    // Nothing can be enabled here; RFC 5161 wants that said, not refused.
    run: (session, _args, tag) => {
      session.write('* ENABLED\r\n');
      done(session, tag, 'Nothing enabled');
    },
  },
  IDLE: {
    state: 'account',
    needs: ['IDLE'],
    run: (session, args, tag) => {
      noMore(args, 0);
      session.idle(() => done(session, tag, 'Idled'));
    },
  },
  ...folderCommands,
  ...messageCommands,
};
