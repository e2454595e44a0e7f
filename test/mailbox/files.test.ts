import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { finished } from 'node:stream/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadInput } from '../../src/errors.ts';
import { type FileMessage, readMailFiles } from '../../src/mailbox/files.ts';
import { kindOfFolderName } from '../../src/mailbox/folder-names.ts';
import { corpusPath, describeWithCorpus } from '../support/corpus.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const mail = (name: string, { headers = '', text = `Text of ${name}.\n` } = {}) =>
  `From: Ann <ann@example.com>\nTo: bob@example.org\nSubject: ${name}\nDate: Tue, 3 Mar 2026 10:00:00 +0000\nMessage-ID: <${name}@example.com>\n${headers}\n${text}`;

const fromLine = 'From ann@example.com Tue Mar  3 10:00:00 2026\n';
const mbox = (...mails: string[]) => mails.map((each) => `${fromLine}${each}\n`).join('');

async function put(path: string, content: string | Buffer): Promise<string> {
  const whole = join(folder, path);
  await mkdir(dirname(whole), { recursive: true });
  await writeFile(whole, content);
  return whole;
}

async function readAll(...paths: string[]) {
  const found: FileMessage[] = [];
  const unreadable: Record<string, string> = {};
  const reading = readMailFiles(paths, (file, why) => {
    unreadable[relative(folder, file)] = why;
  });
  for await (const each of reading) found.push({ ...each, file: relative(folder, each.file) });
  return { found, unreadable };
}

const subjects = (found: FileMessage[]) => found.map((each) => each.message.subject);
/** What the caller sees of each: "FILE: SUBJECT PLACE", with marks for unread and junk. */
const seen = (found: FileMessage[]) =>
  found.map(
    ({ file, message, junk }) => `${file}: ${message.place}${message.read ? '' : ' unread'}${junk ? ' junk' : ''}`,
  );

describe('exported mail', () => {
  it('is read from a file, a folder and the folders in it, by name', async () => {
    const one = await put('one.eml', mail('one'));
    await put('all/b.eml', mail('b'));
    await put('all/a.EML', mail('a'));
    await put('all/deep/er/c.eml', mail('c').replaceAll('\n', '\r\n'));
    await put('all/notes.txt', 'From here on: nothing.');
    await put('all/manifest.json', '{}');
    await put('all/._b.eml', 'resource fork');
    const { found, unreadable } = await readAll(one, join(folder, 'all'));
    expect(seen(found)).toEqual(['one.eml: filed', 'all/a.EML: filed', 'all/b.eml: filed', 'all/deep/er/c.eml: filed']);
    expect(unreadable).toEqual({});
    expect(found[0]!.message).toMatchObject({
      id: '<one@example.com>',
      subject: 'one',
      from: { name: 'Ann', address: 'ann@example.com' },
      date: new Date('2026-03-03T10:00:00Z'),
    });
    expect(found[3]!.message.text.trim()).toBe('Text of c.');
  });

  it('names a path that does not exist before reading anything', async () => {
    await put('a.eml', mail('a'));
    const reading = readMailFiles([join(folder, 'a.eml'), join(folder, 'none')], () => {});
    await expect(reading.next()).rejects.toThrow(BadInput);
    await expect(readMailFiles([join(folder, 'none')], () => {}).next()).rejects.toThrow(/no file or folder .*none/);
  });

  it('reports each bad mail by name and goes on', async () => {
    await put('bad/empty.eml', '');
    await put('bad/blank.eml', '\r\n \r\n');
    await put('bad/binary.eml', Buffer.from([0, 1, 2, 3, 0, 255, 254, 10, 0, 13, 10, 77, 90]));
    await put('bad/image.eml', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'));
    await put('bad/wide.eml', Buffer.from(mail('wide'), 'utf16le'));
    await put('bad/prose.eml', 'Dear diary,\n\nno header here.\n');
    await put('bad/json.eml', '{"from": "ann@example.com",\n"date": 1}\n');
    await put('bad/list.eml', 'Milk: two\nBread: one\n');
    await put('bad/good.eml', mail('good'));
    await put('bad/huge.eml', Buffer.alloc(64 * 1024 * 1024 + 1, `${mail('huge')}\n`));
    const { found, unreadable } = await readAll(join(folder, 'bad'));
    expect(subjects(found)).toEqual(['good']);
    expect(unreadable).toEqual({
      'bad/empty.eml': 'It is empty.',
      'bad/blank.eml': 'It is empty.',
      'bad/binary.eml': 'It is binary data, not mail.',
      'bad/image.eml': 'It is binary data, not mail.',
      'bad/wide.eml': 'It is binary data, not mail.',
      'bad/prose.eml': 'It has no mail header.',
      'bad/json.eml': 'It has no mail header.',
      'bad/list.eml': 'It has no mail header.',
      'bad/huge.eml': 'It is larger than 64 MiB and was not read.',
    });
  });

  it('reads mail that lacks a sender or a date', async () => {
    await put('x/no-date.eml', 'From: ann@example.com\n\nhello\n');
    await put('x/no-from.eml', 'Date: Tue, 3 Mar 2026 10:00:00 +0000\n\nhello\n');
    await put('x/neither.eml', 'Received: from a by b; Tue, 3 Mar 2026 10:00:00 +0000\n\nhello\n');
    const { found, unreadable } = await readAll(join(folder, 'x'));
    expect(found).toHaveLength(3);
    expect(unreadable).toEqual({});
  });

  it('reads or reports every file that was named itself, whatever its name', async () => {
    const plain = await put('message.txt', mail('plain'));
    const box = await put('archive', mbox(mail('one'), mail('two')));
    const other = await put('picture.png', Buffer.from([137, 80, 0, 0, 0, 1]));
    const none = await put('empty.mbox', '');
    const { found, unreadable } = await readAll(plain, box, other, none);
    expect(found.map((each) => each.file)).toEqual(['message.txt', 'archive#1', 'archive#2']);
    expect(unreadable).toEqual({ 'picture.png': 'It is binary data, not mail.', 'empty.mbox': 'It is empty.' });
  });

  it('takes off what programs put around a mail', async () => {
    await put('w/bom.eml', `\ufeff${mail('bom')}`);
    await put('w/from.eml', `${fromLine}${mail('from')}`);
    await put('w/quoted-from.eml', `>${fromLine}${mail('quoted')}`);
    await put('w/mac.eml', mail('mac').replaceAll('\n', '\r'));
    const { found } = await readAll(join(folder, 'w'));
    expect(subjects(found)).toEqual(['bom', 'from', 'mac', 'quoted']);
    expect(found[2]!.message.text.trim()).toBe('Text of mac.');
  });

  it('does not go round a link, and reports a folder it may not read', async () => {
    await put('a/one.eml', mail('one'));
    await symlink(join(folder, 'a'), join(folder, 'a', 'again'));
    await symlink(join(folder, 'gone'), join(folder, 'a', 'dangling.eml'));
    await symlink(join(folder, 'a', 'one.eml'), join(folder, 'linked.eml'));
    const { found, unreadable } = await readAll(folder);
    expect(found.map((each) => each.file)).toEqual(['a/one.eml', 'linked.eml']);
    expect(unreadable).toEqual({});
  });

  it('reports what this user may not read', async () => {
    const secret = await put('a/secret.eml', mail('secret'));
    await chmod(secret, 0);
    // Root may read everything, so root becomes nobody for this.
    const root = process.getuid?.() === 0;
    if (root) await chmod(folder, 0o755);
    if (root) process.seteuid?.(65_534);
    try {
      const { unreadable } = await readAll(folder);
      expect(unreadable).toEqual({ 'a/secret.eml': 'It cannot be read (EACCES); give this user access to it.' });
    } finally {
      if (root) process.seteuid?.(0);
    }
  });

  it('is not held up by a pipe', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe'), join(folder, 'pipe.eml')]);
    const { unreadable } = await readAll(folder, join(folder, 'pipe'));
    expect(unreadable).toEqual({ 'pipe.eml': 'It is not a plain file.', pipe: 'It is not a plain file.' });
  });
});

describe('mbox', () => {
  it('gives each mail a number, bad ones included', async () => {
    const box = await put('box.mbox', `${mbox(mail('one'))}${fromLine}no header\n\n${fromLine}\n${mbox(mail('two'))}`);
    const { found, unreadable } = await readAll(box);
    expect(found.map((each) => each.file)).toEqual(['box.mbox#1', 'box.mbox#4']);
    expect(unreadable).toEqual({ 'box.mbox#2': 'It has no mail header.', 'box.mbox#3': 'It is empty.' });
  });

  it('turns quoted From lines back and keeps the rest word for word', async () => {
    const text = 'Hello,\n\n>From the start\n>>From a reply\n> From a quote\nfrom me\n';
    const back = 'Hello,\n\nFrom the start\n>From a reply\n> From a quote\nfrom me\n';
    for (const [name, newline] of [
      ['lf', '\n'],
      ['crlf', '\r\n'],
    ] as const) {
      const box = await put(`${name}.mbox`, mbox(mail('one', { text }), mail('two')).replaceAll('\n', newline));
      const { found } = await readAll(box);
      expect(subjects(found)).toEqual(['one', 'two']);
      expect(found[0]!.message.text.trimEnd()).toBe(back.trimEnd());
    }
  });

  it('knows the separators that programs write', async () => {
    const lines = [
      'From - Tue Mar  3 10:00:00 2026',
      'From 1513123@xxx Tue Mar 03 10:00:00 +0000 2026',
      'From ann@example.com Tue Mar  3 10:00 2026',
      'From MAILER-DAEMON Tue Mar  3 10:00:00 CET 2026',
      'From "ann k"@example.com  Tue Mar  3 10:00:00 2026 +0100',
      'From ann@example.com Tue Mar  3 10:00:00 2026 remote from host',
      'From ann@example.com',
      'From ',
    ];
    for (const line of lines) {
      const box = await put('box', `${line}\n${mail('one')}\n${line}\n${mail('two')}\n`);
      expect(subjects((await readAll(box)).found), line).toEqual(['one', 'two']);
    }
    // No empty line before the second.
    const tight = await put('tight', `${fromLine}${mail('one')}${fromLine}${mail('two')}`);
    expect(subjects((await readAll(tight)).found)).toEqual(['one', 'two']);
  });

  it('does not take text for a separator', async () => {
    const text =
      'Hi,\n\nFrom our side all is well.\n\nFrom 10:00 to 11:00 in 2026?\nFrom Tue 10:00 2026 on\nFrom ann@example.com\nnothing\n';
    const box = await put('box.mbox', mbox(mail('one', { text }), mail('two')));
    const { found } = await readAll(box);
    expect(subjects(found)).toEqual(['one', 'two']);
    expect(found[0]!.message.text.trimEnd()).toBe(text.trimEnd());
  });

  it('dates a mail by its separator only when it has no date', async () => {
    const undated = 'From: ann@example.com\nSubject: undated\n\nhello\n';
    const box = await put(
      'box.mbox',
      `From x Wed Jan  7 08:30:00 +0200 2026\n${undated}\nFrom x Mon Sep 17 00:00:00 2001\n${mail('dated')}\nFrom x Thu Jan  1 00:00:00 1970\n${undated}`,
    );
    const { found } = await readAll(box);
    expect(found.map((each) => each.message.date.toISOString().slice(0, 16))).toEqual([
      '2026-01-07T06:30',
      '2026-03-03T10:00',
      '1980-01-01T00:00',
    ]);
  });

  it('is found in a folder by what it is', async () => {
    await put('p/Inbox', mbox(mail('one')));
    await put('p/Inbox.msf', '// <!-- index -->');
    await put('p/Sent.mbox', mbox(mail('two')));
    await put('p/empty', '');
    await put('p/letter.txt', 'From all of us:\n\nthanks\n');
    const { found, unreadable } = await readAll(join(folder, 'p'));
    expect(seen(found)).toEqual(['p/Inbox#1: inbox', 'p/Sent.mbox#1: sent']);
    expect(unreadable).toEqual({});
  });

  it('is cut at the same places wherever its pieces end', async () => {
    // The file is read in pieces of 1 MiB; the first mail is sized so that the piece ends around the separator.
    const overhead = Buffer.byteLength(mbox(mail('one', { text: '' })));
    for (const from of [1, 2, 3, 6, 7, 8, 30, 60, 100, 2200, 3500]) {
      const size = 1024 * 1024 - overhead - from;
      const text = `${'line of text\n'.repeat(Math.floor(size / 13) - 1).padEnd(size - 1, 'x')}\n`;
      const box = await put('box.mbox', mbox(mail('one', { text }), mail('two'), mail('three')));
      const { found } = await readAll(box);
      expect(subjects(found), `${from}`).toEqual(['one', 'two', 'three']);
      expect(found[1]!.message.text.trimEnd()).toBe('Text of two.');
    }
  });

  it('gives back what was written, whatever the text', async () => {
    const word = fc.oneof(
      fc.constantFrom('From ', '>From ', '\n', '\n\n', fromLine, 'From: x', 'x', '>', ' ', 'Subject: y\n'),
      fc.string({ maxLength: 5 }).map((text) => text.replace(/[\r\n]/g, '')),
    );
    const texts = fc.array(
      fc.array(word, { maxLength: 30 }).map((words) => `${words.join('')}.\n`),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (written, crlf) => {
        const raw = written.map((text, at) => mail(`m${at}`, { text: text.replace(/^(>*From )/gm, '>$1') }));
        const box = await put('box.mbox', mbox(...raw).replaceAll('\n', crlf ? '\r\n' : '\n'));
        const { found, unreadable } = await readAll(box);
        expect(subjects(found)).toEqual(written.map((_, at) => `m${at}`));
        expect(unreadable).toEqual({});
        await put('alone.eml', mail('alone', { text: written[0]! }));
        const alone = await readAll(join(folder, 'alone.eml'));
        expect(found[0]!.message.text).toBe(alone.found[0]!.message.text);
      }),
      { numRuns: 60 },
    );
  });

  it('is read in bounded memory, and a mail that is too large is named', async () => {
    const path = join(folder, 'big.mbox');
    const out = createWriteStream(path);
    const filler = `${'0123456789abcdef'.repeat(4)}\n`.repeat(16_000);
    const write = async (text: string) => {
      if (!out.write(text)) await new Promise<void>((done) => out.once('drain', done));
    };
    for (let at = 1; at <= 100; at++) {
      await write(`${fromLine}${mail(`m${at}`)}`);
      for (let more = 0; more < (at === 50 ? 70 : 1); more++) await write(filler);
      await write('\n');
    }
    out.end();
    await finished(out);

    const before = process.memoryUsage().rss;
    let most = 0;
    let count = 0;
    const unreadable: string[] = [];
    for await (const { message } of readMailFiles([path], (file, why) =>
      unreadable.push(`${relative(folder, file)} ${why}`),
    )) {
      count += 1;
      expect(message.text.startsWith('Text of m')).toBe(true);
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    expect(count).toBe(99);
    expect(unreadable).toEqual(['big.mbox#50 It is larger than 64 MiB and was not read.']);
    // The file has 170 MiB; a mail held and joined would be twice 64.
    expect(most / 1024 / 1024).toBeLessThan(220);
  });

  it('may be left early', async () => {
    const box = await put('box.mbox', mbox(mail('one'), mail('two')));
    for await (const { message } of readMailFiles([box], () => {})) {
      expect(message.subject).toBe('one');
      break;
    }
  });
});

describe('where a mail lay', () => {
  it('is told by the nearest folder whose name says it', async () => {
    await put('export/Sent/2026/a.eml', mail('a'));
    await put('export/INBOX/Sent Items/b.eml', mail('b'));
    await put('export/Entwürfe/c.eml', mail('c'));
    await put('export/Archive/d.eml', mail('d'));
    await put('export/Junk/e.eml', mail('e'));
    await put('export/[Gmail]/Bin/f.eml', mail('f'));
    expect(seen((await readAll(join(folder, 'export'))).found)).toEqual([
      'export/Archive/d.eml: filed',
      'export/Entwürfe/c.eml: drafts',
      'export/INBOX/Sent Items/b.eml: sent',
      'export/Junk/e.eml: filed junk',
      'export/Sent/2026/a.eml: sent',
      'export/[Gmail]/Bin/f.eml: trash',
    ]);
    expect(seen((await readAll(join(folder, 'export/Sent/2026/a.eml'))).found)).toEqual([
      'export/Sent/2026/a.eml: filed',
    ]);
    expect(seen((await readAll(join(folder, 'export/Sent'))).found)).toEqual(['export/Sent/2026/a.eml: sent']);
    expect(seen((await readAll(join(folder, 'export/Archive/d.eml'))).found)).toEqual(['export/Archive/d.eml: filed']);
  });

  it('is told by folder names in many languages and spellings', () => {
    const names: Record<string, string[]> = {
      inbox: ['INBOX', 'Posteingang', 'Boîte de réception', 'Входящие'],
      sent: [
        'Sent',
        'Sent Mail',
        '.INBOX.Sent',
        'Gesendete Objekte',
        'Éléments envoyés',
        'Enviados',
        'Posta inviata',
        'Verzonden items',
        'Wys&AUI-ane',
        '已发送邮件',
        'Sent Messages.mbox',
      ],
      drafts: [
        'Drafts',
        'Entw&APw-rfe',
        'Entwu\u0308rfe',
        'Brouillons',
        'Borradores',
        'Bozze',
        'Rascunhos',
        'Utkast',
        '&BCcENQRABD0EPgQyBDgEOgQ4-',
        '下書き',
      ],
      trash: [
        'Trash',
        'Deleted Items',
        'Papierkorb',
        'Gel&APY-schte Elemente',
        'Corbeille',
        'Papelera',
        'Cestino',
        'Kosz',
        'Корзина',
      ],
      junk: ['Spam', 'Junk E-mail', 'Courrier indésirable', 'Skräppost', '迷惑メール'],
      nothing: ['Archive', 'Sent-1', 'Clients', 'Sent to lawyer', 'drafting', '&', '&-', ''],
    };
    for (const [kind, list] of Object.entries(names)) {
      for (const name of list) expect(kindOfFolderName(name) ?? 'nothing', name).toBe(kind);
    }
  });

  it('comes from a Maildir with its flags', async () => {
    await put('md/cur/1772530200.a.host:2,S', mail('a'));
    await put('md/cur/1772530200.b.host:2,', mail('b'));
    await put('md/cur/1772530200.c.host:2,ST', mail('c'));
    await put('md/cur/1772530200.d.host:2,DS', mail('d'));
    await put('md/new/1772530200.e.host', 'From: ann@example.com\n\nno date\n');
    await put('md/tmp/1772530200.f.host', mail('half written'));
    await put('md/dovecot-uidlist', '3 V1 N1');
    await put('md/.Sent/cur/1772530200.g.host;2,RS', mail('g'));
    await put('md/.Sent/maildirfolder', '');
    const { found, unreadable } = await readAll(join(folder, 'md'));
    expect(seen(found)).toEqual([
      'md/.Sent/cur/1772530200.g.host;2,RS: sent',
      'md/cur/1772530200.a.host:2,S: filed',
      'md/cur/1772530200.b.host:2,: filed unread',
      'md/cur/1772530200.c.host:2,ST: trash',
      'md/cur/1772530200.d.host:2,DS: drafts',
      'md/new/1772530200.e.host: filed unread',
    ]);
    expect(found.at(-1)!.message.date).toEqual(new Date(1_772_530_200_000));
    expect(unreadable).toEqual({});
    const alone = await readAll(join(folder, 'md/.Sent/cur'), join(folder, 'md/.Sent/cur/1772530200.g.host;2,RS'));
    expect(alone.found.map((each) => each.message.place)).toEqual(['sent', 'sent']);
  });

  it('comes from the fields of mbox writers', async () => {
    const labels = (value: string) => mail('x', { headers: `X-Gmail-Labels: ${value}\n` });
    const status = (value: string) => mail('x', { headers: `${value}\n` });
    const box = await put(
      'Posteingang.mbox',
      mbox(
        status('Status: RO'),
        status('Status: O'),
        status('Status: '),
        status('X-Mozilla-Status: 0001'),
        status('X-Mozilla-Status: 0000'),
        status('X-Mozilla-Status: 0009'),
        labels('Inbox,Opened'),
        labels('Inbox,Unread'),
        labels('Archived,Sent'),
        labels('Drafts,Important'),
        labels('Spam,Unread'),
        labels('=?UTF-8?Q?Entw=C3=BCrfe,Ge=C3=B6ffnet?='),
        labels('=?UTF-8?Q?Entw=C3?=\n =?UTF-8?Q?=BCrfe?='),
        labels('=?UTF-8?B?R2VzZW5kZXQsVW5nZWxlc2Vu?='),
        labels('"Kunden, alt"'),
      ),
    );
    const { found } = await readAll(box);
    expect(
      found.map(({ message, junk }) => `${message.place} ${message.read ? 'read' : 'unread'}${junk ? ' junk' : ''}`),
    ).toEqual([
      'inbox read',
      'inbox unread',
      'inbox unread',
      'inbox read',
      'inbox unread',
      'trash read',
      'inbox read',
      'inbox unread',
      'sent read',
      'drafts read',
      'filed unread junk',
      'drafts read',
      'drafts read',
      'sent unread',
      'filed read',
    ]);
  });

  it('knows a draft that was saved as a file', async () => {
    const path = await put('later.eml', mail('later', { headers: 'X-Unsent: 1\n' }));
    expect((await readAll(path)).found[0]!.message.place).toBe('drafts');
  });
});

describeWithCorpus('public mail', () => {
  const count = async (...parts: string[]) => {
    const unreadable: string[] = [];
    const files: string[] = [];
    for await (const { file } of readMailFiles([corpusPath(...parts)], (bad, why) =>
      unreadable.push(`${bad}: ${why}`),
    )) {
      files.push(file);
    }
    return { files, unreadable };
  };

  it('is read to the last mail, as its manifest counts', async () => {
    const manifest: { file: string; source: string }[] = JSON.parse(
      await readFile(corpusPath('mail', 'manifest.json'), 'utf8'),
    );
    const { files, unreadable } = await count('mail');
    expect(unreadable).toEqual([]);
    expect(files).toHaveLength(1021);
    const sourceOf = new Map(manifest.map((each) => [corpusPath('mail', each.file), each.source]));
    const bySource = (list: (string | undefined)[]) =>
      Object.fromEntries(Object.entries(Object.groupBy(list, String)).map(([name, all]) => [name, all!.length]));
    expect(bySource(files.map((file) => sourceOf.get(file)))).toEqual(bySource(manifest.map((each) => each.source)));
  });

  it('of the awkward kind is read too, every file of it', async () => {
    for (const name of ['stalwart-mail-parser', 'mailparser', 'sisimai']) {
      const { files, unreadable } = await count('fixtures', name);
      const all = (await readdir(corpusPath('fixtures', name), { recursive: true })).filter((each) =>
        /\.eml$/i.test(each),
      );
      expect(files, name).toHaveLength(all.length);
      expect(unreadable).toEqual([]);
    }
  });
});

it('the arrival of a mail is told, and contradicts its Date', async () => {
  const received = 'Received: from a by b; Mon, 16 Mar 2026 09:00:00 +0000';
  await put('mail/one.eml', mail('one', { headers: `${received}\n` }));
  await put('mail/two.eml', mail('two'));
  const { found } = await readAll(join(folder, 'mail'));
  const arrived = new Date('2026-03-16T09:00:00Z');
  expect(found).toMatchObject([
    { arrived, message: { date: arrived } },
    { arrived: null, message: { date: new Date('2026-03-03T10:00:00Z') } },
  ]);
});
