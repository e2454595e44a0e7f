import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../src/domain/mail.ts';
import { Gone, NeedsPerson, OutcomeUnknown } from '../../src/errors.ts';
import { imap } from '../../src/mailbox/imap.ts';
import { changesSince } from '../../src/mailbox/imap-changes.ts';
import { ImapConnection } from '../../src/mailbox/imap-connection.ts';
import { readFolders } from '../../src/mailbox/imap-folders.ts';
import type { Changes, Mailbox } from '../../src/mailbox/mailbox.ts';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot.ts';
import { converse, countingProxy } from '../support/imap-wire.ts';
import { type MailClient, mailClient } from '../support/mail-client.ts';

const password = 'secret-1';
const users = Array.from({ length: 30 }, (_, at) => ({ user: `rep${at}@acme.test`, password }));
const tuning = { operationSeconds: 20, pollSeconds: 60 };
const buyer = 'buyer@corp.test';

const changed = (changes: Changes) => {
  if (changes.kind !== 'changes') throw new Error(changes.why);
  return changes;
};

describe.skipIf(dovecotMissing !== null)('IMAP folders (needs dovecot)', () => {
  let server: Dovecot;
  let bare: Dovecot;
  let next = 0;
  let user: string;
  let rep: MailClient;
  const opened: Mailbox[] = [];

  beforeAll(async () => {
    server = await startDovecot({ users, shared: true });
    bare = await startDovecot({ users, folders: [{ name: 'Notes' }], without: ['UIDPLUS', 'MOVE'] });
  });
  afterAll(async () => {
    await server.stop();
    await bare.stop();
  });
  beforeEach(async () => {
    user = users[next++]!.user;
    rep = await mailClient({ host: server.host, port: server.port, user, password });
  });
  afterEach(async () => {
    await rep.close();
    await Promise.all(opened.splice(0).map((each) => each.close()));
  });

  function open(settings: Record<string, unknown> = {}): Mailbox {
    const mailbox = imap.open({
      owner: { name: 'Rep', address: user },
      settings: { host: server.host, port: server.port, secure: 'none', user, ...settings },
      secret: password,
      tuning,
      now: () => new Date('2026-03-04T05:06:07Z'),
    });
    opened.push(mailbox);
    return mailbox;
  }

  const reply = (parent: string): Reply => ({
    threadRef: parent,
    inReplyTo: parent,
    references: [parent],
    from: { name: 'Rep', address: user },
    to: [{ name: '', address: buyer }],
    cc: [],
    subject: 'Re: Offer',
    text: 'Any news?',
  });

  const query = (parent: string, messageId: string, placedAt = new Date()) => ({
    messageId,
    knownIds: [],
    refs: [],
    threadRef: parent,
    inReplyTo: parent,
    placedAt,
    recipients: [buyer],
  });

  test('names in the settings go before marks, and one that is not there is named', async () => {
    await rep.createFolder('My drafts');
    const mailbox = open({ folders: { drafts: 'My drafts' } });
    const parent = await rep.receive({ from: buyer, subject: 'Offer', text: 'x' });
    const placed = await mailbox.placeDraft(reply(parent), 'k');
    expect(await rep.count('My drafts', placed.message.id)).toBe(1);
    expect(placed.message.date).toEqual(new Date('2026-03-04T05:06:07Z'));
    const wrong = open({ folders: { sent: 'Nowhere' } }).changes(null);
    await expect(wrong).rejects.toThrow(NeedsPerson);
    await expect(wrong).rejects.toThrow(/127\.0\.0\.1 .*"Nowhere".*rep\d+@acme\.test.*folders\.sent/);
  });

  test('drafts carry the flags of drafts', async () => {
    const parent = await rep.receive({ from: buyer, subject: 'Offer', text: 'x' });
    await open().placeDraft(reply(parent), 'flags');
    const [draft] = await rep.list('Drafts');
    expect([...draft!.flags].filter((flag) => flag !== '\\Recent').sort()).toEqual(['\\Draft', '\\Seen']);
    expect(draft!.raw).not.toMatch(/format=flowed/i);
  });

  test('without a folder for drafts a person is asked; Sent and Trash may be missing', async () => {
    const there = { host: bare.host, port: bare.port, secure: 'none' };
    await expect(open(there).changes(null)).rejects.toThrow(/no Drafts folder for rep\d+@acme\.test.*folders\.drafts/);

    const other = await mailClient({ host: bare.host, port: bare.port, user, password });
    await other.createFolder('Drafts');
    const mailbox = open(there);
    const parent = await other.receive({ from: buyer, subject: 'Offer', text: 'x' });
    const placed = await mailbox.placeDraft(reply(parent), 'bare');
    const look = await mailbox.observeDraft(query(parent, placed.message.id));
    expect(look.complete).toBe(true);
    // This server has neither UID EXPUNGE nor MOVE: the draft is only marked, and so are no others.
    const own = await other.saveDraft({ to: buyer, subject: 'Own', text: 'x' });
    expect(await mailbox.withdrawDraft(query(parent, placed.message.id), placed.message.text)).toEqual({ done: true });
    const flags = new Map(
      (await other.list('Drafts')).map((each) => [/^Message-ID: (.*)$/im.exec(each.raw)![1]!.trim(), each.flags]),
    );
    expect(flags.get(placed.message.id)!.has('\\Deleted')).toBe(true);
    expect(flags.get(own)!.has('\\Deleted')).toBe(false);
    expect((await mailbox.observeDraft(query(parent, placed.message.id))).sightings.map((each) => each.place)).toEqual([
      'inbox',
    ]);
    expect(await mailbox.withdrawDraft(query(parent, placed.message.id), placed.message.text)).toEqual({
      done: false,
      why: 'not-a-draft',
    });
    await other.close();
  });

  test('a special folder numbered anew means start over, and a look with a gap', async () => {
    const mailbox = open();
    const parent = await rep.receive({ from: buyer, subject: 'Offer', text: 'x' });
    const placed = await mailbox.placeDraft(reply(parent), 'anew');
    const at = (await mailbox.changes(null)).cursor;
    expect((await mailbox.observeDraft(query(parent, placed.message.id))).complete).toBe(true);

    await rep.client.mailboxOpen('INBOX');
    server.doveadm('mailbox', 'delete', '-u', user, 'Drafts');
    server.doveadm('mailbox', 'create', '-u', user, 'Drafts');
    server.doveadm('mailbox', 'update', '-u', user, '--uid-validity', '4000000001', 'Drafts');

    const answer = await mailbox.changes(at);
    expect(answer).toMatchObject({ kind: 'start-over', why: expect.stringContaining('Drafts') });
    expect(changed(await mailbox.changes(answer.cursor)).messages).toEqual([]);
    const look = await mailbox.observeDraft(query(parent, placed.message.id));
    expect(look).toMatchObject({ complete: false, gap: expect.stringContaining('Drafts') });
    expect((await mailbox.observeDraft(query(parent, placed.message.id))).complete).toBe(true);
  });

  test('a renamed folder is no news, a new one is, a deleted one is touched', async () => {
    const mailbox = open();
    await rep.createFolder('Customers');
    const id = await rep.receive({ from: buyer, subject: 'A', text: 'x' }, 'Customers');
    const first = await mailbox.changes(null);
    await rep.renameFolder('Customers', 'Kunden');
    const renamed = changed(await mailbox.changes(first.cursor));
    expect(renamed.messages).toEqual([]);
    await rep.createFolder('Neu/Größe');
    const other = await rep.receive({ from: buyer, subject: 'B', text: 'x' }, 'Neu/Größe');
    const created = changed(await mailbox.changes(renamed.cursor));
    expect(created.messages.map((each) => [each.place, each.id])).toEqual([['filed', other]]);
    await rep.deleteFolder('Kunden');
    expect(changed(await mailbox.changes(created.cursor)).touched).toEqual(['filed']);
    expect((await mailbox.readThread(other)).messages).toHaveLength(1);
    expect(id).not.toBe(other);
  });

  test("other people's folders are not followed", async () => {
    const { cursor } = await open().changes(null);
    const id = await rep.receive({ from: buyer, subject: 'Shared', text: 'x' }, 'Public/Team');
    expect(await rep.count('Public/Team', id)).toBe(1);
    expect(changed(await open().changes(cursor)).messages).toEqual([]);
    expect(cursor).not.toContain('Public');
    await expect(open().readThread(id)).rejects.toThrow(Gone);
  });

  test('junk is not followed', async () => {
    const mailbox = open();
    const first = await mailbox.changes(null);
    const id = await rep.receive({ from: buyer, subject: 'Spam', text: 'x' }, 'Junk');
    expect(changed(await mailbox.changes(first.cursor)).messages).toEqual([]);
    await expect(mailbox.readThread(id)).rejects.toThrow(Gone);
  });

  test('a flood of new mail comes in rounds, without a miss', async () => {
    const account = { host: server.host, port: server.port, secure: 'none' as const, user, password };
    const connection = new ImapConnection(account, tuning);
    const round = (cursor: string | null) =>
      connection.use(async (session) =>
        changed(await changesSince(session, await readFolders(session, {}, account), cursor, 3)),
      );
    let cursor = (await round(null)).cursor;
    const sent: string[] = [];
    for (let at = 0; at < 8; at += 1) sent.push(await rep.receive({ from: buyer, subject: `M${at}`, text: 'x' }));
    const seen: string[] = [];
    for (let rounds = 0; rounds < 4; rounds += 1) {
      const changes = await round(cursor);
      cursor = changes.cursor;
      expect(changes.messages.length).toBeLessThanOrEqual(3);
      seen.push(...changes.messages.map((each) => each.id));
    }
    expect(seen).toEqual(sent);
    await connection.close();
  });

  test('an old connection is replaced between two uses', async () => {
    const proxy = await countingProxy(server.port);
    const account = { host: server.host, port: proxy.port, secure: 'none' as const, user, password };
    for (const [maxAge, logins] of [
      [60_000, 1],
      [0, 2],
    ] as const) {
      proxy.reset();
      const connection = new ImapConnection(account, tuning, maxAge);
      for (const _ of [1, 2]) await connection.use((session) => readFolders(session, {}, account));
      expect(proxy.commands().filter((command) => /^(LOGIN|AUTHENTICATE)$/.test(command))).toHaveLength(logins);
      await connection.close();
    }
    await proxy.stop();
  });

  test('a round in which nothing happened costs two commands, a look some more', async () => {
    const proxy = await countingProxy(server.port);
    const mailbox = open({ port: proxy.port });
    const parent = await rep.receive({ from: buyer, subject: 'Offer', text: 'x' });
    const placed = await mailbox.placeDraft(reply(parent), 'cost');
    const { cursor } = await mailbox.changes(null);
    proxy.reset();
    await mailbox.changes(cursor);
    expect(proxy.commands()).toEqual(['NOOP', 'LIST']);
    proxy.reset();
    await mailbox.observeDraft(query(parent, placed.message.id));
    expect(proxy.commands().length).toBeLessThanOrEqual(10);
    const first = await mailbox.observeDraft(query(parent, placed.message.id, placed.message.date));
    proxy.reset();
    expect(await mailbox.observeDraft(query(parent, placed.message.id, placed.message.date))).toEqual(first);
    expect(proxy.commands()).toEqual(['NOOP', 'LIST']);
    await rep.flag('Drafts', placed.message.id, ['\\Deleted']);
    const marked = await mailbox.observeDraft(query(parent, placed.message.id, placed.message.date));
    expect(marked.sightings.some((each) => each.place === 'drafts')).toBe(false);
    await mailbox.close();
    await proxy.stop();
  });

  test('a draft whose storing was not confirmed is found, not stored again', async () => {
    const proxy = await countingProxy(server.port, { cutAt: (answer) => answer.includes('APPENDUID') });
    const parent = await rep.receive({ from: buyer, subject: 'Offer', text: 'x' });
    const torn = open({ port: proxy.port });
    await expect(torn.placeDraft(reply(parent), 'torn')).rejects.toThrow(OutcomeUnknown);
    const again = await torn.placeDraft(reply(parent), 'torn');
    expect(again.existed).toBe(true);
    expect(await rep.count('Drafts', again.message.id)).toBe(1);
    await torn.close();
    await proxy.stop();
  });

  test.each(['sent', 'thrown away', 'edited'])(
    'a draft that is %s during a look is seen somewhere, or the look has a gap',
    async (act) => {
      const parent = await rep.receive({ from: buyer, subject: 'Offer', text: 'x' });
      const placed = await open().placeDraft(reply(parent), 'moving');
      for (const moment of ['SELECT', 'UID SEARCH', 'UID FETCH']) {
        // At the first, second, … command of this name.
        for (let nth = 1; nth <= 3; nth += 1) {
          const placedAgain = await open().placeDraft(reply(parent), `moving-${moment.length}-${nth}`);
          let id = placedAgain.message.id;
          let count = 0;
          const proxy = await countingProxy(server.port, {
            before: async (command) => {
              if (command !== moment) return;
              count += 1;
              if (count !== nth) return;
              if (act === 'sent') id = await rep.sendDraft(id, { messageId: 'keep' });
              else if (act === 'edited') id = await rep.saveEdit(id, { text: 'Edited' }, { messageId: 'new' });
              else await rep.deleteToTrash(id);
            },
          });
          const mailbox = open({ port: proxy.port });
          const original = placedAgain.message.id;
          const known = query(parent, original, placedAgain.message.date);
          const look = await mailbox.observeDraft({ ...known, recipients: [] });
          const seen = look.sightings.some((each) => each.message.id === original || each.message.id === id);
          expect({ moment, nth, seen: seen || !look.complete }).toEqual({ moment, nth, seen: true });
          await mailbox.close();
          await proxy.stop();
        }
      }
      expect(placed.existed).toBe(false);
    },
  );

  test('an edit saved between our reading and our removing survives', async () => {
    const parent = await rep.receive({ from: buyer, subject: 'Offer', text: 'x' });
    const placed = await open().placeDraft(reply(parent), 'race');
    let edited = '';
    const proxy = await countingProxy(server.port, {
      before: async (command) => {
        if (command === 'UID STORE' && edited === '')
          edited = await rep.saveEdit(placed.message.id, { text: 'Mine' }, { messageId: 'keep' });
      },
    });
    const mailbox = open({ port: proxy.port });
    expect(await mailbox.withdrawDraft(query(parent, placed.message.id), placed.message.text)).toEqual({
      done: false,
      why: 'changed',
    });
    expect(edited).not.toBe('');
    expect((await rep.list('Drafts')).map((each) => each.flags.has('\\Deleted'))).toEqual([false]);
    await mailbox.close();
    await proxy.stop();
  });

  test('a mail of 60 MB costs kilobytes', async () => {
    const id = await rep.receive({
      from: buyer,
      subject: 'Big',
      text: 'Hello',
      attachments: [{ filename: 'big.bin', content: Buffer.alloc(45 * 1024 * 1024, 'x') }],
    });
    const proxy = await countingProxy(server.port);
    const mailbox = open({ port: proxy.port });
    const thread = await mailbox.readThread(id);
    expect(thread.messages).toMatchObject([{ text: 'Hello', attachments: ['big.bin'] }]);
    expect(proxy.received()).toBeLessThan(100_000);
    await mailbox.close();
    await proxy.stop();
  });

  test('text is bounded', async () => {
    const id = await rep.receive({ from: buyer, subject: 'Long', text: 'ü'.repeat(5 * 1024 * 1024) });
    const proxy = await countingProxy(server.port);
    const mailbox = open({ port: proxy.port });
    const { text } = (await mailbox.readThread(id)).messages[0]!;
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(256 * 1024);
    expect(Buffer.byteLength(text)).toBeGreaterThan(200 * 1024);
    expect(text).toMatch(/^ü+\nü+$/);
    expect(proxy.received()).toBeLessThan(1_000_000);
    await mailbox.close();
    await proxy.stop();
  });

  test.each(['quoted-printable', 'base64', '8bit'])('of a long text in %s the end is read, too', async (encoding) => {
    const text = `Ganz oben.\r\n${'> für lange zitiert, und noch viel länger\r\n'.repeat(30_000)}Bitte nicht vor März.\r\n`;
    const encoded = {
      'quoted-printable': text.replaceAll('ü', '=C3=BC').replaceAll('ä', '=C3=A4'),
      base64: Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n'),
      '8bit': text,
    }[encoding];
    const header = `From: ${buyer}\r\nTo: ${user}\r\nMessage-ID: <long@x.test>\r\nSubject: Long\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}`;
    await rep.append('INBOX', Buffer.from(`${header}\r\n\r\n${encoded}`), [], new Date());
    const { text: read } = (await open().readThread('<long@x.test>')).messages[0]!;
    expect(read).toMatch(/^Ganz oben\.\n> für.*\n> für lange zitiert, und noch viel länger\nBitte nicht vor März\.$/s);
    expect(read).not.toContain('\ufffd');
    expect(Buffer.byteLength(read)).toBeLessThanOrEqual(256 * 1024);
  });

  test('a thread of 200 messages is read in few commands', async () => {
    const ids: string[] = [];
    const start = Date.now() - 300 * 3_600_000;
    for (let at = 0; at < 200; at += 1) {
      const mail = {
        subject: at === 0 ? 'Long' : 'Re: Long',
        text: `message ${at}`,
        date: new Date(start + at * 3_600_000),
        // Some name the first message too: found in fewer rounds, and found once.
        ...(at > 0 ? { inReplyTo: ids[at - 1]!, references: at % 2 ? [ids[0]!, ids[at - 1]!] : [ids[at - 1]!] } : {}),
      };
      ids.push(await (at % 3 ? rep.receive({ from: buyer, ...mail }) : rep.writeByHand({ to: buyer, ...mail })));
    }
    const proxy = await countingProxy(server.port);
    const mailbox = open({ port: proxy.port });
    expect((await mailbox.readThread(ids[120]!)).messages).toHaveLength(200);
    expect(proxy.commands().length).toBeLessThan(120);
    await mailbox.close();
    await proxy.stop();
  });

  test('broken dates, unknown charsets and missing headers do no harm', async () => {
    const raw = (header: string, body: string) =>
      Buffer.from(`From: ${buyer}\r\nTo: ${user}\r\n${header}\r\n\r\n${body}`, 'latin1');
    const arrived = new Date('2026-02-03T04:05:06Z');
    const at = (await open().changes(null)).cursor;
    await rep.append('INBOX', raw('Message-ID: <1@x.test>\r\nDate: yesterday\r\nSubject: D', 'x'), [], arrived);
    await rep.append(
      'INBOX',
      raw('Message-ID: <2@x.test>\r\nContent-Type: text/plain; charset=x-klingon\r\nSubject: C', 'h\xe9llo'),
      [],
      arrived,
    );
    await rep.append(
      'INBOX',
      raw('Message-ID: <3@x.test>\r\nContent-Type: multipart/mixed; boundary=gone', 'no parts'),
      [],
      arrived,
    );
    await rep.append('INBOX', Buffer.from('\r\nnothing but a body'), [], arrived);
    await rep.append(
      'INBOX',
      raw('Message-ID: <5@x.test>\r\nDate: Thu, 1 Jan 2099 00:00:00 +0000\r\nSubject: F', 'x'),
      [],
      arrived,
    );
    const behind = 'Date: Mon, 3 Feb 2025 04:05:06 +0000\r\nSubject: G';
    await rep.append('INBOX', raw(`Message-ID: <6@x.test>\r\n${behind}`, 'x'), [], arrived);
    const mailbox = open();
    const { messages } = changed(await mailbox.changes(at));
    expect(messages).toHaveLength(6);
    for (const each of messages) {
      expect(each.date).toEqual(arrived);
      expect((await mailbox.readThread(each.threadRef)).messages.map((one) => one.id)).toContain(each.id);
    }
    expect((await mailbox.readThread('<2@x.test>')).messages[0]!.text).toMatch(/^h.llo$/);
  });

  test("the server's own threading puts our draft into the thread", async () => {
    const root = await rep.receive({ from: buyer, subject: 'Offer', text: 'one' });
    const second = await rep.receive({
      from: buyer,
      subject: 'Re: Offer',
      text: 'two',
      inReplyTo: root,
      references: [root],
    });
    await rep.receive({ from: buyer, subject: 'Else', text: 'x' });
    await open().placeDraft({ ...reply(second), references: [root, second] }, 'threading');
    const talk = await converse(server.port, [
      `LOGIN ${user} ${password}`,
      'SELECT Drafts',
      'UID COPY 1 INBOX',
      'SELECT INBOX',
      'UID THREAD REFS UTF-8 ALL',
      'LOGOUT',
    ]);
    expect(talk).toContain('* THREAD (1 2 4)(3)');
  });

  test('a folder of all mail stands for the labels', async () => {
    const all = await startDovecot({
      users: [{ user, password }],
      folders: [
        { name: 'Drafts', use: '\\Drafts' },
        { name: 'Sent', use: '\\Sent' },
        { name: 'All', use: '\\All' },
        { name: 'Label' },
      ],
    });
    const there = await mailClient({ host: all.host, port: all.port, user, password });
    const mailbox = open({ port: all.port });
    const { cursor } = await mailbox.changes(null);
    expect(Object.keys(JSON.parse(cursor).f).sort()).toEqual(['All', 'Drafts', 'INBOX', 'Sent']);
    const parent = await there.receive({ from: buyer, subject: 'Offer', text: 'x' });
    const placed = await mailbox.placeDraft(reply(parent), 'all');
    // Such a folder shows a second copy of everything.
    await there.client.mailboxOpen('Drafts');
    await there.client.messageCopy('1:*', 'All');
    await there.client.mailboxOpen('INBOX');
    await there.client.messageCopy('1:*', 'All');
    const look = await mailbox.observeDraft(query(parent, placed.message.id));
    expect(look.sightings.map((each) => each.place).sort()).toEqual(['drafts', 'inbox']);
    expect(
      changed(await mailbox.changes(cursor))
        .messages.filter((each) => each.place === 'filed')
        .map((each) => each.id),
    ).toEqual([parent]);
    expect((await mailbox.readThread(parent)).messages.map((each) => each.place)).toEqual(['inbox']);
    await mailbox.close();
    await there.close();
    await all.stop();
  });
});
