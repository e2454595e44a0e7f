import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BadInput, NeedsPerson, OutcomeUnknown, TryLater } from '../../src/errors.ts';
import { imap } from '../../src/mailbox/imap.ts';
import { watchFolder } from '../../src/mailbox/imap-watch.ts';
import type { Mailbox } from '../../src/mailbox/mailbox.ts';
import { type Dovecot, dovecotMissing, freePort, startDovecot } from '../support/dovecot.ts';
import { countingProxy, type Script, scriptedServer } from '../support/imap-wire.ts';
import { mailClient } from '../support/mail-client.ts';

const user = 'rep@acme.test';
const secret = 'canary-password';
const owner = { name: 'Rep', address: user };
const opened: Mailbox[] = [];

function open(settings: Record<string, unknown>, operationSeconds = 20): Mailbox {
  const mailbox = imap.open({
    owner,
    settings: { host: '127.0.0.1', secure: 'none', user, ...settings },
    secret,
    tuning: { operationSeconds, pollSeconds: 60 },
  });
  opened.push(mailbox);
  return mailbox;
}

async function failure(work: Promise<unknown>): Promise<Error> {
  const error = await work.then(
    () => new Error('it worked'),
    (thrown: unknown) => thrown as Error,
  );
  expect(error.message).toContain('127.0.0.1');
  expect(error.message).toContain(user);
  // Nor where a log would print the whole error.
  expect(inspect(error, { depth: 12, showHidden: true })).not.toContain(secret);
  return error;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

describe('IMAP settings', () => {
  test('default to encryption', () => {
    expect(imap.parseSettings({ host: ' mail.acme.test ', user })).toMatchObject({
      host: 'mail.acme.test',
      port: 993,
      secure: 'tls',
    });
    expect(imap.parseSettings({ host: 'mail.acme.test', user, secure: 'starttls' })).toMatchObject({ port: 143 });
    expect(imap.parseSettings({ host: 'mail.acme.test', user, port: '1993' })).toMatchObject({ port: 1993 });
  });

  test.each([
    [{ user }, /"host"/],
    [{ host: 'imap://mail.acme.test', user }, /"host".*host name only/],
    [{ host: 'mail.acme.test:993', user }, /"host"/],
    [{ host: 'mail.acme.test' }, /"user"/],
    [{ host: 'mail.acme.test', user: 'a\r\nb' }, /"user"/],
    [{ host: 'mail.acme.test', user, port: 'x' }, /"port"/],
    [{ host: 'mail.acme.test', user, secure: 'yes' }, /"secure"/],
    [{ host: 'mail.acme.test', user, folder: {} }, /no setting "folder"/],
    [{ host: 'mail.acme.test', user, secure: 'none' }, /password for rep@acme\.test would cross the network/],
    [{ host: '127.0.0.1.evil.test', user, secure: 'none' }, /would cross/],
  ])('%j is one clear sentence', (input, said) => {
    expect(() => imap.parseSettings(input)).toThrow(BadInput);
    expect(() => imap.parseSettings(input)).toThrow(said);
  });

  test('plain text only here, or when asked for', () => {
    for (const host of ['localhost', '127.0.0.1', '::1'])
      expect(imap.parseSettings({ host, user, secure: 'none' })).toMatchObject({ host });
    expect(imap.parseSettings({ host: 'mail.acme.test', user, secure: 'none', allowPlain: true })).toMatchObject({
      secure: 'none',
    });
  });
});

describe('IMAP servers that misbehave', () => {
  test('nobody listens', async () => {
    const error = await failure(open({ port: await freePort() }).changes(null));
    expect(error).toBeInstanceOf(TryLater);
  });

  test('a name that does not exist', async () => {
    const mailbox = imap.open({
      owner,
      settings: { host: 'no-such-host.invalid', user },
      secret,
      tuning: { operationSeconds: 20, pollSeconds: 60 },
    });
    await expect(mailbox.changes(null)).rejects.toThrow(TryLater);
    await mailbox.close();
  });

  test.each(['connect', 'LIST', 'SEARCH'])('silence after %s ends with the deadline', async (moment) => {
    const script: Script = (command, _tag, socket) => {
      if (moment === 'connect') return true;
      if (!command.includes(moment)) return false;
      socket.pause();
      return true;
    };
    const server = await scriptedServer(script);
    const error = await failure(open({ port: server.port }, 0.3).readThread('<x@y.test>'));
    expect(error).toBeInstanceOf(TryLater);
    expect(error.message).toMatch(/0\.3 seconds|in time/);
    await server.stop();
  });

  test('hanging up in the middle of a literal loses nothing silently', async () => {
    const server = await scriptedServer((command, tag, socket) => {
      if (command.startsWith('UID SEARCH')) {
        socket.write(`* SEARCH 1\r\n${tag} OK done\r\n`);
        return true;
      }
      if (!command.startsWith('UID FETCH')) return false;
      socket.write('* 1 FETCH (UID 1 FLAGS () BODY[HEADER.FIELDS (FROM)] {5000}\r\nMessage-ID: <x@y.te');
      socket.end();
      return true;
    });
    expect(await failure(open({ port: server.port }).readThread('<x@y.test>'))).toBeInstanceOf(TryLater);
    await server.stop();
  });

  test('a refused search is not "nothing found"', async () => {
    const server = await scriptedServer((command, tag, socket) => {
      if (!command.startsWith('UID SEARCH')) return false;
      socket.write(`${tag} NO not today\r\n`);
      return true;
    });
    const mailbox = open({ port: server.port });
    expect(await failure(mailbox.readThread('<x@y.test>'))).toBeInstanceOf(TryLater);
    const query = {
      messageId: '<a@b>',
      knownIds: [],
      refs: [],
      threadRef: '<x@y.test>',
      inReplyTo: null,
      placedAt: new Date(),
      recipients: [],
    };
    expect(await mailbox.observeDraft(query)).toMatchObject({
      complete: false,
      gap: expect.stringContaining('Drafts'),
    });
    await server.stop();
  });

  const reply = {
    threadRef: '<x@y.test>',
    inReplyTo: '<x@y.test>',
    references: ['<x@y.test>'],
    from: owner,
    to: [{ name: '', address: 'buyer@corp.test' }],
    cc: [],
    subject: 'Re: Offer',
    text: 'x',
  };

  test.each(['hangs up', 'is silent', 'forgets'])(
    'a server that %s after the text of a draft leaves the outcome unknown',
    async (how) => {
      let appended = 0;
      const server = await scriptedServer((command, tag, socket) => {
        if (command.startsWith('APPEND')) {
          appended += 1;
          socket.write('+ go on\r\n');
          if (how === 'hangs up') setImmediate(() => socket.end());
          if (how === 'forgets') setImmediate(() => socket.write(`${tag} OK stored\r\n`));
          return true;
        }
        return false;
      });
      const mailbox = open({ port: server.port }, how === 'is silent' ? 1 : 20);
      await expect(mailbox.placeDraft(reply, 'k')).rejects.toThrow(OutcomeUnknown);
      expect(appended).toBe(1);
      await server.stop();
    },
  );

  test('a refused draft was certainly not stored', async () => {
    const server = await scriptedServer((command, tag, socket) => {
      if (!command.startsWith('APPEND')) return false;
      socket.write(`${tag} NO [OVERQUOTA] full\r\n`);
      return true;
    });
    const error = await failure(open({ port: server.port }).placeDraft(reply, 'k'));
    expect(error).toBeInstanceOf(NeedsPerson);
    expect(error.message).toMatch(/full/);
    await server.stop();
  });

  test('a server without STARTTLS is never spoken to in the clear', async () => {
    const said: string[] = [];
    const server = await scriptedServer((command) => {
      said.push(command);
      return false;
    });
    expect(await failure(open({ port: server.port, secure: 'starttls' }).changes(null))).toBeInstanceOf(NeedsPerson);
    expect(said.filter((command) => /LOGIN|AUTHENTICATE/.test(command))).toEqual([]);
    await server.stop();
  });

  test('a server that speaks no TLS', async () => {
    const server = await scriptedServer(() => false);
    expect(await failure(open({ port: server.port, secure: 'tls' }).changes(null))).toBeInstanceOf(NeedsPerson);
    await server.stop();
  });

  test('a server that throttles names the time to come back, and then it goes on', async () => {
    let throttling = true;
    const server = await scriptedServer((command, tag, socket) => {
      if (!throttling || !command.startsWith('STATUS')) return false;
      socket.write(`${tag} BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds\r\n`);
      return true;
    });
    const began = Date.now();
    const mailbox = open({ port: server.port });
    const error = await failure(mailbox.changes(null));
    expect(error).toBeInstanceOf(TryLater);
    expect((error as TryLater).retryAt?.getTime()).toBeGreaterThanOrEqual(began + 92_415);
    throttling = false;
    expect((await mailbox.changes(null)).kind).toBe('changes');
    await server.stop();
  });

  test('the server cannot check passwords just now', async () => {
    const server = await scriptedServer((command, tag, socket) => {
      if (!command.startsWith('LOGIN')) return false;
      socket.write(`${tag} NO [UNAVAILABLE] later\r\n`);
      return true;
    });
    expect(await failure(open({ port: server.port }).changes(null))).toBeInstanceOf(TryLater);
    await server.stop();
  });
});

describe.skipIf(dovecotMissing !== null)('IMAP connection (needs dovecot)', () => {
  let server: Dovecot;
  beforeAll(async () => {
    server = await startDovecot({ users: [{ user, password: secret }], tls: true });
  });
  afterAll(async () => {
    await server.stop();
  });
  const client = () => mailClient({ host: server.host, port: server.port, user, password: secret });

  test('a wrong password needs a person', async () => {
    const mailbox = imap.open({
      owner,
      settings: { host: server.host, port: server.port, secure: 'none', user },
      secret: `${secret}-wrong`,
      tuning: { operationSeconds: 20, pollSeconds: 60 },
    });
    const error = await failure(mailbox.changes(null));
    expect(error).toBeInstanceOf(NeedsPerson);
    expect(error.message).toBe(
      '127.0.0.1 refused the password for rep@acme.test: connect the mailbox again with the right one.',
    );
    await expect(mailbox.watch!(new AbortController().signal, () => {})).rejects.toThrow(NeedsPerson);
    await mailbox.close();
  });

  test.each([
    ['tls', () => server.tlsPort],
    ['starttls', () => server.port],
  ] as const)('a certificate nobody trusts needs a person: %s', async (secure, port) => {
    const error = await failure(open({ port: port(), secure }).changes(null));
    expect(error).toBeInstanceOf(NeedsPerson);
    expect(error.message).toMatch(/certificate/);
  });

  test('after a loss the next call connects again', async () => {
    const proxy = await countingProxy(server.port);
    const mailbox = open({ port: proxy.port });
    const { cursor } = await mailbox.changes(null);
    proxy.cut();
    // The loss may show only while a command is on its way; it then is an honest failure, and the call after that works.
    const first = await mailbox.changes(cursor).catch((error: unknown) => error);
    if (first instanceof Error) expect(first).toBeInstanceOf(TryLater);
    expect((await mailbox.changes(cursor)).kind).toBe('changes');
    await mailbox.close();
    await proxy.stop();
  });

  test('a closed mailbox says so', async () => {
    const mailbox = open({ port: server.port });
    await mailbox.changes(null);
    await mailbox.close();
    await expect(mailbox.changes(null)).rejects.toThrow(TryLater);
  });

  test('watching wakes on new mail, comes back after a loss, and ends when told', async () => {
    const rep = await client();
    const proxy = await countingProxy(server.port);
    const account = { host: server.host, port: proxy.port, secure: 'none' as const, user, password: secret };
    const stop = new AbortController();
    const waits: number[] = [];
    let wakes = 0;
    const woken = async (more: number) => {
      const goal = wakes + more;
      return async () => {
        while (wakes < goal) await pause(5);
      };
    };
    const ended = watchFolder(
      async () => 'INBOX',
      account,
      { operationSeconds: 20, pollSeconds: 60 },
      stop.signal,
      () => {
        wakes += 1;
      },
      async (ms) => {
        waits.push(ms);
      },
      () => 1,
    );
    while (!proxy.commands().includes('IDLE')) await pause(5);
    const byMail = await woken(1);
    await rep.receive({ from: 'buyer@corp.test', subject: 'A', text: 'x' });
    await byMail();
    const byReturn = await woken(1);
    proxy.cut();
    await byReturn();
    expect(waits[0]).toBe(1000);
    stop.abort();
    await ended;
    await proxy.stop();
    await rep.close();
  });

  test('watching a mailbox wakes on a sent copy as well as on new mail', async () => {
    const rep = await client();
    const proxy = await countingProxy(server.port);
    const mailbox = open({ port: proxy.port });
    const stop = new AbortController();
    let wakes = 0;
    const watching = mailbox.watch!(stop.signal, () => {
      wakes += 1;
    });
    while (proxy.commands().filter((name) => name === 'IDLE').length < 2) await pause(5);
    await rep.writeByHand({ to: 'buyer@corp.test', subject: 'B', text: 'y' });
    while (wakes === 0) await pause(5);
    const bySent = wakes;
    await rep.receive({ from: 'buyer@corp.test', subject: 'C', text: 'z' });
    while (wakes === bySent) await pause(5);
    stop.abort();
    await watching;
    await mailbox.close();
    await proxy.stop();
    await rep.close();
  });

  test('waits between attempts grow, with a limit', async () => {
    const stop = new AbortController();
    const waits: number[] = [];
    const account = { host: server.host, port: await freePort(), secure: 'none' as const, user, password: secret };
    await watchFolder(
      async () => 'INBOX',
      account,
      { operationSeconds: 20, pollSeconds: 60 },
      stop.signal,
      () => {},
      async (ms) => {
        if (waits.push(ms) === 12) stop.abort();
      },
      () => 1,
    );
    expect(waits.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
    expect(waits.at(-1)).toBe(300_000);
  });
});
