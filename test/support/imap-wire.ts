/** The wire between us and an IMAP server: counted, scripted, or spoken by hand. */
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface CountingProxy {
  port: number;
  /** Bytes the server has sent since the last reset. */
  received(): number;
  /** Bytes the client has sent since the last reset. */
  sent(): number;
  /** Commands the client has sent since the last reset, by name. */
  commands(): string[];
  reset(): void;
  /** Cuts every connection that is open now. */
  cut(): void;
  stop(): Promise<void>;
}

export interface ProxyHooks {
  /** Runs before a command goes on to the server. */
  before?: (command: string) => Promise<void>;
  /** Whether an answer of the server is swallowed and the connection cut. */
  cutAt?: (answer: string) => boolean;
}

/** Stands in front of a server and counts; on a free port, or on the one named. */
export async function countingProxy(to: number, hooks: ProxyHooks = {}, at = 0): Promise<CountingProxy> {
  let bytes = 0;
  let up = 0;
  let commands: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      // Held back small packets would be measured as slowness of the server.
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    upstream.on('data', (chunk) => {
      bytes += chunk.length;
      if (hooks.cutAt?.(chunk.toString('latin1'))) client.destroy();
      else client.write(chunk);
    });
    let turn = Promise.resolve();
    client.on('data', (chunk) => {
      up += chunk.length;
      const names = [...chunk.toString('latin1').matchAll(/^[0-9A-Z]+ ((?:UID )?[A-Z]+)/gm)].map((found) => found[1]!);
      commands.push(...names);
      turn = turn.then(async () => {
        for (const name of names) await hooks.before?.(name);
        upstream.write(chunk);
      });
    });
  });
  const port = await listening(server, at);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    received: () => bytes,
    sent: () => up,
    commands: () => commands,
    reset() {
      bytes = 0;
      up = 0;
      commands = [];
    },
    cut,
    stop() {
      cut();
      return closed(server);
    },
  };
}

export interface ScriptedServer {
  port: number;
  stop(): Promise<void>;
}

/** What a scripted server does with one command; false leaves it to the default answers. */
export type Script = (command: string, tag: string, socket: Socket) => boolean;

/**
 * A server that knows just enough to log in and show INBOX and Drafts with one message each, and misbehaves as told.
 * Literals of APPEND are taken and counted as part of the conversation.
 */
export async function scriptedServer(script: Script, capabilities = 'IMAP4rev1'): Promise<ScriptedServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.write(`* OK [CAPABILITY ${capabilities}] ready\r\n`);
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        const [, tag, command] = /^([0-9A-Z]+) (.*)$/.exec(line) ?? [];
        if (tag && command && !script(command, tag, socket)) answer(command, tag, socket, capabilities);
      }
    });
  });
  const port = await listening(server);
  return {
    port,
    stop() {
      for (const socket of sockets) socket.destroy();
      return closed(server);
    },
  };
}

function answer(command: string, tag: string, socket: Socket, capabilities: string): void {
  const name = command.replace(/^UID /, '').split(' ')[0]!.toUpperCase();
  const lines: Record<string, string> = {
    CAPABILITY: `* CAPABILITY ${capabilities}\r\n`,
    LIST: '* LIST () "/" INBOX\r\n* LIST () "/" Drafts\r\n',
    LSUB: '* LSUB () "/" INBOX\r\n* LSUB () "/" Drafts\r\n',
    NAMESPACE: '* NAMESPACE (("" "/")) NIL NIL\r\n',
    STATUS: `* STATUS ${command.split(' ')[1]} (MESSAGES 1 UIDNEXT 2 UIDVALIDITY 7 UNSEEN 0)\r\n`,
    SELECT:
      '* 1 EXISTS\r\n* FLAGS (\\Seen \\Draft \\Deleted)\r\n* OK [PERMANENTFLAGS (\\Seen \\Draft \\Deleted)] x\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 2] x\r\n',
    SEARCH: '* SEARCH\r\n',
  };
  socket.write(`${lines[name] ?? ''}${tag} OK done\r\n`);
}

/** Says commands to a server and gives back everything it answered. */
export function converse(port: number, commands: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    let said = 0;
    const say = () => {
      if (said < commands.length) socket.write(`a${said} ${commands[said++]}\r\n`);
      else socket.end();
    };
    socket.on('data', (chunk) => {
      const before = text.length;
      text += chunk.toString('latin1');
      if (before === 0 || new RegExp(`^a${said - 1} (OK|NO|BAD)`, 'm').test(text.slice(before))) say();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

function listening(server: Server, port = 0): Promise<number> {
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

const closed = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));
