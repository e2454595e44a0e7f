/**
 * A small IMAP4rev1 server (RFC 3501) in memory, for the demo: no maintained one can be embedded from npm. It listens on loopback
 * only, has no TLS and forgets everything when stopped. It is strict: what the grammar does not allow is answered with BAD.
 */
import { createServer, type Server, type Socket } from 'node:net';
import { offered } from './imap-command.ts';
import { commands } from './imap-commands.ts';
import { Account, type Folder, type StoredMail } from './imap-store.ts';
import { BadCommand, CommandReader, parseCommand, Refused } from './imap-syntax.ts';

/** What the server says it can do unless told otherwise. */
export const defaultCapabilities: readonly string[] = [
  'LITERAL+',
  'SASL-IR',
  'AUTH=PLAIN',
  'ID',
  'NAMESPACE',
  'ENABLE',
  'UNSELECT',
  'IDLE',
  'UIDPLUS',
  'MOVE',
  'SPECIAL-USE',
  'LIST-EXTENDED',
  'LIST-STATUS',
];

export interface ImapUser {
  address: string;
  password: string;
}

export interface ImapServer {
  /** On 127.0.0.1. */
  port: number;
  /** Puts a mail into a folder as if it had arrived. A string is stored as UTF-8. The first user's, unless another is named. Returns its UID. */
  append(folder: string, raw: string | Buffer, flags?: string[], date?: Date, user?: string): number;
  /** Ends all connections and forgets all mail. */
  stop(): Promise<void>;
}

/**
 * Starts a server on a free port of 127.0.0.1. `capabilities` replaces `defaultCapabilities`; a command whose extension is left
 * out is then unknown, as on a server that never had it.
 */
export async function startImapServer(options: {
  users: ImapUser[];
  capabilities?: readonly string[];
}): Promise<ImapServer> {
  const capabilities = new Set((options.capabilities ?? defaultCapabilities).map((each) => each.toUpperCase()));
  const accounts = new Map(options.users.map((user) => [user.address.toLowerCase(), { user, account: new Account() }]));
  const authenticate = (address: string, password: string) => {
    const found = accounts.get(address.toLowerCase());
    return found && found.user.password === password ? found.account : null;
  };
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    new Session(socket, capabilities, authenticate);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as { port: number }).port,
    append(folder, raw, flags = [], date = new Date(), user = options.users[0]!.address) {
      const account = accounts.get(user.toLowerCase())?.account;
      const target = account?.folder(folder);
      if (!account || !target) throw new Error(`The demo mailbox of ${user} has no folder ${folder}.`);
      const bytes = typeof raw === 'string' ? Buffer.from(raw, 'utf8') : raw;
      return account.append(target, bytes.toString('latin1'), flags, date).uid;
    },
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The folder a connection has selected, as far as the client has been told about it. */
export interface Selection {
  folder: Folder;
  readOnly: boolean;
  /** In the order of message sequence numbers. A mail stays here until its EXPUNGE has been told. */
  told: { mail: StoredMail; version: number }[];
  /** The highest UID told. */
  lastUid: number;
}

/** One connection. */
export class Session {
  readonly capabilities: ReadonlySet<string>;
  readonly authenticate: (address: string, password: string) => Account | null;
  account: Account | null = null;
  selection: Selection | null = null;
  readonly #socket: Socket;
  readonly #reader = new CommandReader(() => this.write('+ Ready for the literal\r\n'));
  #stopWatching = () => {};
  /** Takes the next line instead of the command table: the answer to a continuation request. */
  #answer: ((line: string) => void) | null = null;
  #idling = false;
  /** The tag of the command being answered. */
  #tag = '*';

  constructor(
    socket: Socket,
    capabilities: ReadonlySet<string>,
    authenticate: (address: string, password: string) => Account | null,
  ) {
    this.#socket = socket;
    this.capabilities = capabilities;
    this.authenticate = authenticate;
    socket.setNoDelay(true);
    socket.on('data', (bytes) => this.#receive(bytes));
    // A client that vanishes is ordinary; without a listener it would end the process.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#stopWatching());
    this.write(`* OK [CAPABILITY ${this.capabilityLine()}] Demo mailbox ready\r\n`);
  }

  capabilityLine(): string {
    return ['IMAP4rev1', ...this.capabilities].join(' ');
  }

  write(text: string): void {
    if (this.#socket.writable) this.#socket.write(Buffer.from(text, 'latin1'));
  }

  end(): void {
    this.#socket.end();
  }

  /** Asks for one more line and hands it over. */
  ask(prompt: string, answer: (line: string) => void): void {
    this.#answer = answer;
    this.write(`+ ${prompt}\r\n`);
  }

  login(account: Account): void {
    this.account = account;
    this.#stopWatching = account.watch((folder) => {
      if (this.#idling && folder === this.selection?.folder) this.tellNews(true);
    });
  }

  select(folder: Folder, readOnly: boolean): void {
    const told = folder.mails.map((mail) => ({ mail, version: mail.version }));
    this.selection = { folder, readOnly, told, lastUid: folder.uidNext - 1 };
  }

  /** From now until DONE, news are told as they happen (RFC 2177). */
  idle(done: () => void): void {
    this.#idling = true;
    this.ask('idling', (line) => {
      this.#idling = false;
      if (line.toUpperCase() !== 'DONE') throw new BadCommand('DONE expected');
      done();
    });
    this.tellNews(true);
  }

  /**
   * Tells what changed in the selected folder since it was last told. Without `expunges` nothing is renumbered: a client
   * that speaks in sequence numbers would otherwise mean the wrong mail (RFC 3501 section 7.4.1).
   */
  tellNews(expunges: boolean): void {
    const selection = this.selection;
    if (!selection) return;
    const present = new Set(selection.folder.mails);
    const news: string[] = [];
    if (expunges) {
      for (let index = selection.told.length - 1; index >= 0; index--) {
        if (present.has(selection.told[index]!.mail)) continue;
        selection.told.splice(index, 1);
        news.push(`* ${index + 1} EXPUNGE\r\n`);
      }
    }
    for (const [index, entry] of selection.told.entries()) {
      if (entry.version === entry.mail.version || !present.has(entry.mail)) continue;
      entry.version = entry.mail.version;
      news.push(`* ${index + 1} FETCH (UID ${entry.mail.uid} FLAGS (${[...entry.mail.flags].join(' ')}))\r\n`);
    }
    const arrived = selection.folder.mails.filter((mail) => mail.uid > selection.lastUid);
    if (arrived.length > 0) {
      selection.told.push(...arrived.map((mail) => ({ mail, version: mail.version })));
      selection.lastUid = arrived.at(-1)!.uid;
      news.push(`* ${selection.told.length} EXISTS\r\n`);
    }
    if (news.length > 0) this.write(news.join(''));
  }

  #receive(bytes: Buffer): void {
    this.#reader.add(bytes);
    try {
      for (let wire = this.#reader.next(); wire !== null; wire = this.#reader.next()) this.#handle(wire);
    } catch (error) {
      // Only the reader throws here: the stream cannot be understood any further.
      this.write(`* BYE ${error instanceof BadCommand ? error.message : 'Internal error'}\r\n`);
      this.end();
    }
  }

  #handle(wire: string): void {
    const answer = this.#answer;
    this.#answer = null;
    if (answer) {
      this.#answering(this.#tag, () => answer(wire));
      return;
    }
    this.#tag = /^[^\s(){%*"\\+\]]+(?= )/.exec(wire)?.[0] ?? '*';
    this.#answering(this.#tag, () => {
      const { tag, name, args } = parseCommand(wire);
      const command = commands[name];
      if (!command || !offered(this, command)) {
        throw new BadCommand(`Unknown command ${name}`);
      }
      if (command.state === 'fresh' && this.account) throw new BadCommand('Already logged in');
      if ((command.state === 'account' || command.state === 'selected') && !this.account)
        throw new BadCommand('Log in first');
      if (command.state === 'selected' && !this.selection) throw new BadCommand('Select a folder first');
      command.run(this, args, tag);
    });
  }

  #answering(tag: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof Refused) this.write(`${tag} NO ${error.code ? `[${error.code}] ` : ''}${error.message}\r\n`);
      else if (error instanceof BadCommand) this.write(`${tag} BAD ${error.message}\r\n`);
      else this.write(`${tag} NO [SERVERBUG] Internal error\r\n`);
    }
  }
}
