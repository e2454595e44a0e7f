/** Fills folders as fast as IMAP allows: many messages in one APPEND (RFC 3502), sent without waiting (RFC 7888). */
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { DovecotUser } from '../support/dovecot.ts';
import type { FolderName, RawMail } from './generated-mail.ts';

/** Messages in one command: the server keeps or refuses all of one command together. */
const atOnce = 500;

/** RFC 9051 `date-time`. */
function dateTime(date: Date): string {
  const [, dayOfMonth, month, year, time] = date.toUTCString().split(' ');
  return `"${dayOfMonth}-${month}-${year} ${time} +0000"`;
}

/** Stores mails in the order given. `stored` hears of each that was accepted, with its UID. */
export async function fillFolder(
  port: number,
  { user, password }: DovecotUser,
  folder: FolderName,
  mails: AsyncIterable<RawMail> | Iterable<RawMail>,
  stored: (mail: RawMail, uid: number) => void,
): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  socket.on('error', () => {});
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const answer = async (tag: string): Promise<string> => {
    for (;;) {
      const { value: line, done } = await lines.next();
      if (done) throw new Error('The server hung up while the mailbox was filled.');
      if (line.startsWith(`${tag} OK`)) return line;
      if (line.startsWith(`${tag} `)) throw new Error(`The mailbox could not be filled: ${line}`);
    }
  };
  const send = async (bytes: string | Buffer): Promise<void> => {
    if (!socket.write(bytes) && !socket.destroyed) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  };
  try {
    await send(`a LOGIN ${user} ${password}\r\n`);
    await answer('a');
    let batch: RawMail[] = [];
    let tag = 0;
    const flush = async (): Promise<void> => {
      if (batch.length === 0) return;
      tag += 1;
      await send(`f${tag} APPEND ${folder}`);
      for (const { raw, seen, date } of batch) {
        await send(` (${seen ? '\\Seen' : ''}) ${dateTime(date)} {${raw.length}+}\r\n`);
        await send(raw);
      }
      await send('\r\n');
      const [, first, last] = /APPENDUID \d+ (\d+)(?::(\d+))?/.exec(await answer(`f${tag}`)) ?? [];
      if (Number(last ?? first) - Number(first) + 1 !== batch.length)
        throw new Error(`The server did not say where it put new mail of ${folder}.`);
      for (const [at, mail] of batch.entries()) stored(mail, Number(first) + at);
      batch = [];
    };
    for await (const mail of mails) if (batch.push(mail) === atOnce) await flush();
    await flush();
  } finally {
    socket.destroy();
  }
}
