/** A mail server for sending that delivers nowhere: it keeps what it is given, for a test to read. */
import { createServer, type Socket } from 'node:net';

export interface SunkMail {
  /** Of the envelope. */
  from: string;
  to: string[];
  /** As it came, dots unstuffed, lines ended by CRLF. */
  raw: string;
  /** What the client called itself in EHLO. */
  greeting: string;
}

export interface SmtpSink {
  host: string;
  port: number;
  /** Oldest first. */
  mails: SunkMail[];
  stop(): Promise<void>;
}

/** Listens on a loopback port of its own. Speaks RFC 5321 without extensions: no TLS, no login. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    converse(socket, (mail) => mails.push(mail));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    host: '127.0.0.1',
    port: typeof address === 'object' && address ? address.port : 0,
    mails,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function converse(socket: Socket, keep: (mail: SunkMail) => void): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  const empty = () => ({ from: '', to: [] as string[] });
  const path = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? '';
  let greeting = '';
  let envelope = empty();
  let data: string[] | null = null;
  let rest = '';

  const command = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') greeting = line.slice(5).trim();
    if (verb === 'MAIL') envelope = { from: path(line), to: [] };
    if (verb === 'RCPT') envelope.to.push(path(line));
    if (verb === 'RSET') envelope = empty();
    if (verb === 'DATA') {
      data = [];
      say('354 go on');
    } else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else if (['EHLO', 'HELO', 'MAIL', 'RCPT', 'RSET', 'NOOP'].includes(verb)) say('250 ok');
    else say('502 not known here');
  };

  socket.setEncoding('latin1');
  say('220 sink ESMTP');
  socket.on('data', (chunk) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (data === null) command(line);
      else if (line === '.') {
        keep({ ...envelope, raw: `${data.join('\r\n')}\r\n`, greeting });
        data = null;
        envelope = empty();
        say('250 kept');
      } else data.push(line.startsWith('.') ? line.slice(1) : line);
    }
  });
}
