import { once } from 'node:events';
import { connect } from 'node:net';
import { ImapFlow } from 'imapflow';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultCapabilities, type ImapServer, startImapServer } from './imap-server.ts';

const user = { address: 'rep@seller.example', password: 'pass word "1" ü' };
const other = { address: 'other@seller.example', password: 'x' };

let server: ImapServer;
let clients: ImapFlow[] = [];

beforeEach(async () => {
  server = await startImapServer({ users: [user, other] });
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.logout().catch(() => client.close())));
  clients = [];
  await server.stop();
});

async function login(options: { to?: ImapServer; loginMethod?: string; as?: typeof user } = {}): Promise<ImapFlow> {
  const { address, password } = options.as ?? user;
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: (options.to ?? server).port,
    secure: false,
    auth: { user: address, pass: password, ...(options.loginMethod ? { loginMethod: options.loginMethod } : {}) },
    logger: false,
    disableAutoIdle: true,
  });
  clients.push(client);
  await client.connect();
  return client;
}

const crlf = (text: string) => text.replace(/\r?\n/g, '\r\n');

const plain = crlf(`From: Petra Kelm <petra@buyer.example>
To: "Rep, The" <rep@seller.example>, second@seller.example
Cc: cc@buyer.example
Subject: =?utf-8?Q?Angebot_f=C3=BCr_die_Rampe?=
Date: Mon, 02 Nov 2026 23:30:00 -0500
Message-ID: <plain@buyer.example>
In-Reply-To: <offer@seller.example>
References: <first@seller.example>
 <offer@seller.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Gr=C3=BC=C3=9Fe aus Ostheim, die lange Zeile geht hier wei=
ter.
`);

const mixed = crlf(`From: tom@buyer.example
To: rep@seller.example
Subject: Order form
Date: Tue, 10 Nov 2026 09:00:00 +0000
Message-ID: <mixed@buyer.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer.(1)"

This is a preamble.
--outer.(1)
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: 8bit

Signed, attached.
--inner
Content-Type: text/html; charset=utf-8

<p>Signed, <b>attached</b>.</p>
--inner--

--outer.(1)
Content-Type: application/pdf; name="order.pdf"
Content-Disposition: attachment; filename="order.pdf"
Content-Transfer-Encoding: base64

JVBERi0xLjQK
--outer.(1)--
`);

const bounce = crlf(`From: mailer@buyer.example
To: rep@seller.example
Subject: Undelivered
Date: Wed, 11 Nov 2026 09:00:00 +0000
Message-ID: <bounce@buyer.example>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b

Not delivered.
--b
Content-Type: message/rfc822

From: rep@seller.example
To: gone@buyer.example
Subject: Hello inside
Message-ID: <inside@seller.example>

Inner text.
--b--
`);

/** Three mails in INBOX: UIDs 1, 2 and 3. */
function fill(): void {
  server.append('INBOX', plain, ['\\Seen', '$Keyword'], new Date('2026-11-03T04:30:00Z'));
  server.append('INBOX', mixed, ['\\Flagged'], new Date('2026-11-10T09:00:00Z'));
  server.append('INBOX', bounce, [], new Date('2026-11-11T09:00:00Z'));
}

/** A bare conversation for what no well-behaved client sends: each entry goes out once the one before is answered. */
async function talk(lines: string[], to: ImapServer = server): Promise<string> {
  const socket = connect(to.port, '127.0.0.1').setEncoding('latin1');
  let heard = '';
  socket.on('data', (text) => {
    heard += text;
  });
  const until = async (wanted: RegExp) => {
    for (let from = heard.length; !wanted.test(heard.slice(from)) && !socket.closed; ) {
      await Promise.race([once(socket, 'data'), once(socket, 'close')]);
    }
  };
  await until(/^\* OK/);
  for (const line of lines) {
    const answered = until(/^(\w+ (OK|NO|BAD)|\* B|\+ )/m);
    socket.write(line, 'utf8');
    await answered;
  }
  socket.destroy();
  return heard;
}

const enter = `a LOGIN rep@seller.example {16+}\r\n${user.password}\r\n`;

test.each(['LOGIN', 'AUTH=PLAIN'])(
  'logs in with %s, tells who it is and lists folders with their use',
  async (loginMethod) => {
    const client = await login({ loginMethod });
    expect(client.serverInfo).toMatchObject({ name: 'Countersign demo mailbox' });
    expect(client.namespace).toMatchObject({ prefix: '', delimiter: '/' });
    const folders = await client.list({ statusQuery: { messages: true, unseen: true, uidNext: true } });
    expect(
      folders.map((folder) => [folder.path, folder.specialUse, folder.subscribed, folder.status?.messages]),
    ).toEqual([
      ['INBOX', '\\Inbox', true, 0],
      ['Sent', '\\Sent', true, 0],
      ['Drafts', '\\Drafts', true, 0],
      ['Archive', '\\Archive', true, 0],
      ['Junk', '\\Junk', true, 0],
      ['Trash', '\\Trash', true, 0],
    ]);
  },
);

test('lists the same folders without the extensions, over LSUB', async () => {
  const bare = await startImapServer({ users: [user], capabilities: [] });
  const client = await login({ to: bare });
  const folders = await client.list();
  expect(folders.map((folder) => folder.path).sort()).toEqual(['Archive', 'Drafts', 'INBOX', 'Junk', 'Sent', 'Trash']);
  expect(folders.find((folder) => folder.path === 'Drafts')).toMatchObject({
    specialUse: '\\Drafts',
    subscribed: true,
  });
  expect(client.capabilities.has('UIDPLUS')).toBe(false);
  await client.logout();
  await bare.stop();
});

test('refuses a wrong password and keeps accounts apart', async () => {
  await expect(login({ as: { ...user, password: 'wrong' } })).rejects.toMatchObject({ authenticationFailed: true });
  fill();
  const client = await login({ as: other });
  expect(await client.status('INBOX', { messages: true })).toMatchObject({ messages: 0 });
});

test('fetches envelope, structure, flags, size and date', async () => {
  fill();
  const client = await login();
  const box = await client.mailboxOpen('INBOX');
  expect(box).toMatchObject({ exists: 3, uidNext: 4, readOnly: false });
  const [first, second, third] = await client.fetchAll('1:*', {
    envelope: true,
    bodyStructure: true,
    flags: true,
    size: true,
    internalDate: true,
  });
  expect(first).toMatchObject({
    uid: 1,
    size: Buffer.byteLength(plain),
    internalDate: new Date('2026-11-03T04:30:00Z'),
    envelope: {
      subject: 'Angebot für die Rampe',
      messageId: '<plain@buyer.example>',
      inReplyTo: '<offer@seller.example>',
      date: new Date('2026-11-03T04:30:00Z'),
      from: [{ name: 'Petra Kelm', address: 'petra@buyer.example' }],
      to: [
        { name: 'Rep, The', address: 'rep@seller.example' },
        { name: '', address: 'second@seller.example' },
      ],
      cc: [{ name: '', address: 'cc@buyer.example' }],
    },
    bodyStructure: { type: 'text/plain', encoding: 'quoted-printable', parameters: { charset: 'utf-8' }, lineCount: 2 },
  });
  expect([...first!.flags!]).toEqual(['\\Seen', '$Keyword']);
  expect(second!.bodyStructure).toMatchObject({
    type: 'multipart/mixed',
    childNodes: [
      {
        part: '1',
        type: 'multipart/alternative',
        childNodes: [
          { part: '1.1', type: 'text/plain' },
          { part: '1.2', type: 'text/html' },
        ],
      },
      {
        part: '2',
        type: 'application/pdf',
        disposition: 'attachment',
        dispositionParameters: { filename: 'order.pdf' },
        size: 12,
      },
    ],
  });
  expect(third!.bodyStructure).toMatchObject({
    type: 'multipart/report',
    childNodes: [
      { part: '1', type: 'text/plain' },
      { part: '2', type: 'message/rfc822', envelope: { subject: 'Hello inside' } },
    ],
  });
});

test('fetches whole mails, headers, parts and pieces of them, byte for byte', async () => {
  fill();
  const client = await login();
  await client.mailboxOpen('INBOX');
  const whole = await client.fetchOne(
    '2',
    { source: true, headers: true, bodyParts: ['1', '1.1', '1.2.mime', '2', 'text', '3'] },
    { uid: true },
  );
  expect(whole).toBeTruthy();
  if (!whole) return;
  expect(whole.source!.toString('latin1')).toBe(mixed);
  expect(whole.headers!.toString()).toBe(mixed.slice(0, mixed.indexOf('\r\n\r\n') + 4));
  expect(whole.bodyParts!.get('1.1')!.toString()).toBe('Signed, attached.');
  expect(whole.bodyParts!.get('1.2.mime')!.toString()).toBe('Content-Type: text/html; charset=utf-8\r\n\r\n');
  expect(whole.bodyParts!.get('2')!.toString()).toBe('JVBERi0xLjQK');
  expect(whole.bodyParts!.get('1')!.toString()).toContain('--inner--');
  expect(whole.bodyParts!.get('text')!.toString()).toBe(mixed.slice(mixed.indexOf('\r\n\r\n') + 4));
  expect(whole.bodyParts!.get('3')).toBeFalsy();
  expect(whole.flags).toBeUndefined();

  const some = await client.fetchOne(
    '1',
    { headers: ['References', 'message-id'], source: { start: 6, maxLength: 10 } },
    { uid: true },
  );
  expect(some && some.headers!.toString()).toBe(
    'Message-ID: <plain@buyer.example>\r\nReferences: <first@seller.example>\r\n <offer@seller.example>\r\n\r\n',
  );
  expect(some && some.source!.toString()).toBe('Petra Kelm');

  const inner = await client.fetchOne('3', { bodyParts: ['2', '2.header', '2.text', '2.1', '1'] }, { uid: true });
  expect(inner && inner.bodyParts!.get('2.header')!.toString()).toMatch(
    /^From: rep@seller\.example[\s\S]*<inside@seller\.example>\r\n\r\n$/,
  );
  expect(inner && inner.bodyParts!.get('2.text')!.toString()).toBe('Inner text.');
  expect(inner && inner.bodyParts!.get('2.1')!.toString()).toBe('Inner text.');
  expect(inner && inner.bodyParts!.get('1')!.toString()).toBe('Not delivered.');

  const { content, meta } = await client.download('1', '1', { uid: true });
  const pieces: Buffer[] = [];
  for await (const piece of content!) pieces.push(piece as Buffer);
  expect(meta!.contentType).toBe('text/plain');
  expect(Buffer.concat(pieces).toString()).toContain('Grüße aus Ostheim, die lange Zeile geht hier weiter.');
});

test.each<[string, Parameters<ImapFlow['search']>[0], number[]]>([
  ['everything', { all: true }, [1, 2, 3]],
  ['by flag', { seen: true }, [1]],
  ['by absent flag', { seen: false, flagged: false }, [3]],
  ['drafts', { draft: true }, []],
  ['by keyword', { keyword: '$Keyword' }, [1]],
  ['by UID set', { uid: '2:*' }, [2, 3]],
  ['by sequence set', { seq: '1,3' }, [1, 3]],
  ['by sender', { from: 'PETRA' }, [1]],
  ['by recipient', { to: 'second@' }, [1]],
  ['by copy', { cc: 'cc@buyer' }, [1]],
  ['by blind copy', { bcc: 'x' }, []],
  ['by decoded subject', { subject: 'für die' }, [1]],
  ['by decoded body', { body: 'grüße aus ostheim, die lange Zeile geht hier weiter' }, [1]],
  ['by text in a header', { text: 'order form' }, [2]],
  ['by text in an alternative', { body: 'Signed, attached' }, [2]],
  ['by the header of an enclosed mail', { text: 'Hello inside' }, [3]],
  ['by the text of an enclosed mail only', { body: 'Hello inside' }, []],
  ['by text of an enclosed mail', { body: 'Inner text' }, [3]],
  ['by Message-ID', { header: { 'message-id': '<mixed@buyer.example>' } }, [2]],
  ['by a folded header', { header: { references: '<offer@seller.example>' } }, [1]],
  ['by the presence of a header', { header: { 'in-reply-to': true } }, [1]],
  ['since a day', { since: new Date('2026-11-10T12:00:00Z') }, [2, 3]],
  ['before a day', { before: new Date('2026-11-10T00:00:00Z') }, [1]],
  ['on a day', { on: new Date('2026-11-10T12:00:00Z') }, [2]],
  ['sent on the day of the sender', { sentOn: new Date('2026-11-02T12:00:00Z') }, [1]],
  ['sent since', { sentSince: new Date('2026-11-11T00:00:00Z') }, [3]],
  ['sent before', { sentBefore: new Date('2026-11-03T00:00:00Z') }, [1]],
  ['either', { or: [{ from: 'tom@' }, { from: 'petra@' }, { subject: 'nothing' }] }, [1, 2]],
  ['not', { not: { from: 'tom@' } }, [1, 3]],
  ['not both', { not: { from: 'tom@', flagged: false } }, [1, 2, 3]],
  [
    'either of two groups',
    {
      or: [
        { from: 'tom@', seen: true },
        { from: 'petra@', seen: true },
      ],
    },
    [1],
  ],
  ['by size', { larger: Buffer.byteLength(mixed) - 1 }, [2]],
])('searches %s', async (_name, query, found) => {
  fill();
  const client = await login();
  await client.mailboxOpen('INBOX');
  expect(await client.search(query, { uid: true })).toEqual(found);
});

test('keeps an appended mail byte for byte, with its flags and date, and names its UID', async () => {
  const client = await login();
  await client.mailboxOpen('Drafts');
  const raw = Buffer.from(crlf('Message-ID: <ours@x.example>\nSubject: {5}\n\nBytes: \xff ü "{9+}"\n'), 'latin1');
  const appended = await client.append('Drafts', raw, ['\\Draft', '\\seen', 'Tag'], new Date('2026-11-05T06:07:08Z'));
  expect(appended).toMatchObject({ uid: 1, seq: 1 });
  const stored = await client.fetchOne('1', { source: true, flags: true, internalDate: true }, { uid: true });
  expect(stored && stored.source!.equals(raw)).toBe(true);
  expect(stored && [...stored.flags!].sort()).toEqual(['Tag', '\\Draft', '\\Seen']);
  expect(stored ? stored.internalDate : null).toEqual(new Date('2026-11-05T06:07:08Z'));
  await expect(client.append('Nowhere', raw)).rejects.toMatchObject({ serverResponseCode: 'TRYCREATE' });
});

test('sets, adds and removes flags', async () => {
  fill();
  const client = await login();
  await client.mailboxOpen('INBOX');
  const flags = async () => {
    const mail = await client.fetchOne('2', { flags: true }, { uid: true });
    return mail ? [...mail.flags!].sort() : null;
  };
  await client.messageFlagsAdd('2', ['\\Seen', 'Custom'], { uid: true });
  expect(await flags()).toEqual(['Custom', '\\Flagged', '\\Seen']);
  await client.messageFlagsRemove('2', ['\\Flagged'], { uid: true, silent: true });
  expect(await flags()).toEqual(['Custom', '\\Seen']);
  await client.messageFlagsSet('2', ['\\Answered'], { uid: true });
  expect(await flags()).toEqual(['\\Answered']);
});

test('copies, moves and deletes by UID, and says which UIDs came of it', async () => {
  fill();
  const client = await login();
  await client.mailboxOpen('INBOX');
  const copied = await client.messageCopy('1:2', 'Archive', { uid: true });
  expect(copied && [...copied.uidMap!]).toEqual([
    [1, 1],
    [2, 2],
  ]);
  const moved = await client.messageMove('2', 'Trash', { uid: true });
  expect(moved && [...moved.uidMap!]).toEqual([[2, 1]]);
  await client.messageFlagsAdd('3', ['\\Deleted'], { uid: true });
  // UID EXPUNGE of one mail leaves another that is marked as deleted.
  expect(await client.messageDelete('1', { uid: true })).toBe(true);
  expect(await client.search({ all: true }, { uid: true })).toEqual([3]);
  expect(await client.status('Archive', { messages: true, uidNext: true, unseen: true })).toMatchObject({
    messages: 2,
    uidNext: 3,
    unseen: 1,
  });
  await client.mailboxClose();
  expect(await client.status('INBOX', { messages: true })).toMatchObject({ messages: 0 });
});

test('moves and deletes without UIDPLUS and MOVE too', async () => {
  const capabilities = defaultCapabilities.filter((each) => each !== 'UIDPLUS' && each !== 'MOVE');
  const plainer = await startImapServer({ users: [user], capabilities });
  plainer.append('INBOX', plain);
  const client = await login({ to: plainer });
  await client.mailboxOpen('INBOX');
  await client.messageMove('1', 'Trash', { uid: true });
  expect(await client.search({ all: true }, { uid: true })).toEqual([]);
  expect(await client.status('Trash', { messages: true })).toMatchObject({ messages: 1 });
  expect(await client.append('INBOX', mixed)).toMatchObject({ uid: 2 });
  await client.logout();
  await plainer.stop();
});

test('reading a part without peeking marks the mail as read, but not in a folder opened for reading only', async () => {
  fill();
  const heard = await talk([
    enter,
    'b EXAMINE INBOX\r\n',
    'c FETCH 3 BODY[1]\r\n',
    'd SELECT INBOX\r\n',
    'e FETCH 3 BODY[1]\r\n',
  ]);
  const [examined, selected] = heard.split('d OK');
  expect(examined).not.toContain('FLAGS (\\Seen)');
  expect(selected).toMatch(
    /\* 3 FETCH \(BODY\[1\] \{14\}\r\nNot delivered\.\)\r\n\* 3 FETCH \(UID 3 FLAGS \(\\Seen\)\)\r\ne OK/,
  );
});

test('tells an idling connection what another one does', async () => {
  fill();
  const [watcher, actor] = [await login(), await login()];
  await watcher.mailboxOpen('INBOX');
  await actor.mailboxOpen('INBOX');
  const idling = watcher.idle();

  const exists = once(watcher, 'exists');
  await actor.append('INBOX', plain, ['\\Flagged']);
  expect((await exists)[0]).toMatchObject({ path: 'INBOX', count: 4, prevCount: 3 });

  const flags = once(watcher, 'flags');
  await actor.messageFlagsAdd('3', ['\\Seen'], { uid: true });
  expect((await flags)[0]).toMatchObject({ seq: 3, uid: 3 });

  const expunged = once(watcher, 'expunge');
  await actor.messageMove('2', 'Trash', { uid: true });
  expect((await expunged)[0]).toMatchObject({ path: 'INBOX', seq: 2 });

  const again = once(watcher, 'exists');
  server.append('INBOX', mixed);
  expect((await again)[0]).toMatchObject({ count: 4, prevCount: 3 });

  // Any command ends IDLE; both connections then agree.
  expect(await watcher.search({ all: true }, { uid: true })).toEqual([1, 3, 4, 5]);
  await idling;
  await actor.noop();
  expect(await actor.search({ all: true }, { uid: true })).toEqual([1, 3, 4, 5]);
});

test('does not renumber under a client that speaks in sequence numbers', async () => {
  fill();
  const actor = await login();
  await actor.mailboxOpen('INBOX');
  const socket = connect(server.port, '127.0.0.1').setEncoding('latin1');
  let heard = '';
  socket.on('data', (text) => {
    heard += text;
  });
  const say = async (line: string, until: RegExp) => {
    socket.write(line);
    while (!until.test(heard)) await once(socket, 'data');
  };
  await say(enter, /^a OK/m);
  await say('b SELECT INBOX\r\n', /^b OK/m);
  await actor.messageDelete('1', { uid: true });
  heard = '';
  await say('c FETCH 3 (UID)\r\n', /^c OK/m);
  expect(heard).toMatch(/^\* 3 FETCH \(UID 3\)\r\nc OK/);
  heard = '';
  await say('d NOOP\r\n', /^d OK/m);
  expect(heard).toMatch(/^\* 1 EXPUNGE\r\nd OK/);
  socket.destroy();
});

test.each([
  ['an unknown command', 'x XYZZY\r\n', /^x BAD/m],
  ['a command of an extension it lacks', 'x COMPRESS DEFLATE\r\n', /^x BAD/m],
  ['a command before its time', 'x FETCH 1 FLAGS\r\n', /^x BAD Select/m],
  ['two logins', 'x LOGIN a b\r\n', /^x BAD/m],
  ['an open parenthesis', 'x STATUS INBOX (MESSAGES\r\n', /^x BAD/m],
  ['an open quote', 'x SELECT "INBOX\r\n', /^x BAD/m],
  ['two spaces', 'x SELECT  INBOX\r\n', /^x BAD/m],
  ['a command without a name', 'x\r\n', /^\* BAD/m],
  ['an unknown status item', 'x STATUS INBOX (COLOUR)\r\n', /^x BAD/m],
  ['a folder that is not there', 'x SELECT Nowhere\r\n', /^x NO \[NONEXISTENT\]/m],
])('answers %s as the standard says', async (_name, line, answer) => {
  expect(await talk([enter, line])).toMatch(answer);
});

test.each([
  ['an unknown fetch item', 'x FETCH 1 COLOUR\r\n', /^x BAD/m],
  ['an unknown section', 'x FETCH 1 BODY[HEADERS]\r\n', /^x BAD/m],
  ['a number that is not there', 'x FETCH 4 FLAGS\r\n', /^x BAD/m],
  ['a UID that is not there', 'x UID FETCH 99 FLAGS\r\n', /^x OK/m],
  ['an unknown search key', 'x SEARCH COLOUR red\r\n', /^x BAD/m],
  ['an unknown character set', 'x SEARCH CHARSET KOI8-R ALL\r\n', /^x NO \[BADCHARSET \(UTF-8\)\]/m],
  ['an impossible date', 'x SEARCH SINCE yesterday\r\n', /^x BAD/m],
  [
    'a set by numbers, and a literal inside of a search',
    'x SEARCH 1:2 SUBJECT {5+}\r\nOrder\r\n',
    /^\* SEARCH 2\r\nx OK/m,
  ],
  [
    'a macro',
    'x FETCH 1 FAST\r\n',
    /^\* 1 FETCH \(FLAGS \(\\Seen \$Keyword\) INTERNALDATE "03-Nov-2026 04:30:00 \+0000" RFC822.SIZE \d+\)/m,
  ],
  [
    'fetches by field with "not"',
    'x FETCH 3 BODY.PEEK[HEADER.FIELDS.NOT (From To Date Message-ID Content-Type)]\r\n',
    /\{24\}\r\nSubject: Undelivered\r\n\r\n\)/m,
  ],
])('with a folder open, answers %s', async (_name, line, answer) => {
  fill();
  expect(await talk([enter, 'b SELECT INBOX\r\n', line])).toMatch(answer);
});

test('asks for a literal that the client does not send by itself', async () => {
  const heard = await talk(['a LOGIN {20}\r\n', 'other@seller.example {1}\r\n', 'x\r\n', 'b NOOP\r\n']);
  expect(heard.match(/^\+ /gm)).toHaveLength(2);
  expect(heard).toMatch(/^a OK/m);
});

test('closes a connection that sends a line without end', async () => {
  expect(await talk(['x'.repeat(70_000)])).toContain('* BYE Line too long');
});
