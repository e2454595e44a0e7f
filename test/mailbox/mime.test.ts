import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../../src/errors.ts';
import { composeMessage, draftMessageId, type NewMail, sameText } from '../../src/mailbox/compose.ts';
import { textOfHtml } from '../../src/mailbox/html.ts';
import { parseEnvelope, parseMessage, textOfParts } from '../../src/mailbox/mime.ts';
import { bounded, maxTextBytes } from '../../src/mailbox/text-bounds.ts';

const mail = (change: Partial<NewMail> = {}): NewMail => ({
  messageId: '<k@acme.test>',
  from: { name: 'Rep', address: 'rep@acme.test' },
  to: [{ name: 'Buyer', address: 'buyer@corp.test' }],
  subject: 'Re: Offer',
  date: new Date('2026-03-04T05:06:07Z'),
  text: 'Hello',
  ...change,
});

const raw = (header: string, body = 'x') => `${header.trim().replace(/\n\s*(?=\S+:)/g, '\r\n')}\r\n\r\n${body}`;

describe('composing', () => {
  test.each([
    ['nothing', ''],
    ['no last line break', 'a\nb'],
    ['line breaks at the end', 'a\n\n\n'],
    ['trailing blanks', 'a  \nb\t\n  c '],
    ['long lines', `${'word '.repeat(1000)}\n${'x'.repeat(5000)}\n${'ü'.repeat(2000)}`],
    ['lines like separators', 'From here\n>From there\n.\n..\n--\n-- \n--boundary\n'],
    ['every script', 'Grüße 見積もり Привет שלום 👍🏽 e\u0301 \u00a0 \u2028 x'],
    ['signs of encodings', '=3D =\n=?utf-8?q?x?= &amp; <b>'],
  ])('%s comes back as it was', async (_, text) => {
    expect((await parseMessage(await composeMessage(mail({ text })))).text).toBe(text);
  });

  test('any text comes back', async () => {
    const letters = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\t',
      '=',
      '.',
      'ü',
      '>',
      '-',
      '👍',
      '\u00a0',
      'From ',
      'x'.repeat(80),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(letters, { maxLength: 60 }), async (parts) => {
        const text = parts.join('');
        expect((await parseMessage(await composeMessage(mail({ text })))).text).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  test('is one plain part, not flowed, in CRLF lines that every server takes', async () => {
    const bytes = await composeMessage(mail({ text: 'long line '.repeat(500), subject: 'Ü'.repeat(300) }));
    const text = bytes.toString('latin1');
    expect(text).not.toMatch(/format=flowed|multipart/i);
    expect(text).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
    expect(text).not.toMatch(/[^\r]\n/);
    expect(text).not.toMatch(/[^\x00-\x7f]/);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  test('headers come back as they were', async () => {
    const sent = mail({
      from: { name: 'Jörg, "der" Rep', address: 'rep@acme.test' },
      to: [
        { name: '', address: 'a@corp.test' },
        { name: '山田 <x>', address: 'b@corp.test' },
      ],
      cc: [{ name: "O'Neil; (x)", address: "o'neil+tag@corp.test" }],
      subject: 'Re: Größe – „Angebot“ 見積もり '.repeat(8).trim(),
      inReplyTo: '<p@x.test>',
      references: ['<r@x.test>', '<p@x.test>'],
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    const parsed = await parseMessage(await composeMessage(sent));
    expect(parsed).toMatchObject({
      id: '<k@acme.test>',
      from: sent.from,
      to: sent.to,
      cc: sent.cc,
      bcc: [],
      subject: sent.subject,
      date: sent.date,
      inReplyTo: '<p@x.test>',
      references: ['<r@x.test>', '<p@x.test>'],
      attachments: [],
    });
    expect(parsed.signals).toMatchObject({ 'auto-submitted': 'auto-generated' });
  });

  test('ids we made up are never written', async () => {
    const made = '<0123456789abcdef0123@no-message-id.invalid>';
    const text = (await composeMessage(mail({ inReplyTo: made, references: [made, '<r@x.test>'] }))).toString();
    expect(text).not.toContain('invalid');
    expect(text).toMatch(/^References: <r@x.test>/m);
    expect(text).not.toMatch(/^In-Reply-To/m);
  });

  const breaks = ['\r\nBcc: c@d.test', '\nBcc: c@d.test', '\rBcc: c@d.test', '\0', '\u2028'];
  test.each(breaks.map((each) => [JSON.stringify(each), each]))('%s in a header is refused', async (_, bad) => {
    const attempts: Partial<NewMail>[] = [
      { subject: `x${bad}` },
      { messageId: `<a@b.test>${bad}` },
      { inReplyTo: `<a@b.test>${bad}` },
      { references: [`<a@b.test>${bad}`] },
      { from: { name: `x${bad}`, address: 'a@b.test' } },
      { to: [{ name: '', address: `a@b.test${bad}` }] },
      { cc: [{ name: `x${bad}`, address: 'a@b.test' }] },
      { headers: { 'X-A': `x${bad}` } },
      { headers: { [`X-A${bad}`]: 'x' } },
    ];
    for (const change of attempts) await expect(composeMessage(mail(change))).rejects.toThrow(BadInput);
  });

  test.each(['', 'a', 'a@b.test, c@d.test', 'a@b.test>', '<a@b.test>', 'a b@c.test', '@b.test', 'x:a@b.test;'])(
    '%j is no address',
    async (address) => {
      await expect(composeMessage(mail({ to: [{ name: '', address }] }))).rejects.toThrow(BadInput);
    },
  );

  test.each(['Bcc', 'From', 'message-id', 'Content-Type', 'MIME-Version', 'X A', ''])(
    'the field %j cannot be set',
    async (name) => {
      await expect(composeMessage(mail({ headers: { [name]: 'x' } }))).rejects.toThrow(BadInput);
    },
  );
});

describe('reading', () => {
  test('header alone and whole mail give the same envelope', async () => {
    const samples = [
      await composeMessage(mail({ subject: 'Größe', references: ['<a@b.test>'] })),
      raw('From: A <a@b.test>\nSubject: no id, no date'),
      raw('Received: from x by y; Tue, 3 Mar 2026 10:00:00 +0100\nFrom: a@b.test\nDate: broken'),
      raw(
        'From: a@b.test\nContent-Type: multipart/mixed;\r\n boundary="b"\nMessage-ID: <m@b.test>',
        '--b\r\n\r\ntext\r\n--b--',
      ),
    ];
    for (const sample of samples) {
      const { text: _text, attachments: _attachments, ...envelope } = await parseMessage(sample);
      const header = sample.toString().split('\r\n\r\n')[0]!;
      expect(await parseEnvelope(header)).toEqual(envelope);
      expect(await parseEnvelope(`${header}\r\n\r\n`)).toEqual(envelope);
    }
  });

  test('a mail without a Message-ID gets one from its header, another mail another', async () => {
    const one = await parseMessage(raw('From: a@b.test\nDate: Tue, 3 Mar 2026 10:00:00 +0100\nSubject: S', 'x'));
    expect(one.id).toMatch(/^<[0-9a-f]{20}@no-message-id\.invalid>$/);
    expect(
      (await parseMessage(raw('X-New: 1\nFrom: a@b.test\nDate: Tue, 3 Mar 2026 10:00:00 +0100\nSubject: S', 'y'))).id,
    ).toBe(one.id);
    expect(
      (await parseMessage(raw('From: a@b.test\nDate: Tue, 3 Mar 2026 10:00:01 +0100\nSubject: S', 'x'))).id,
    ).not.toBe(one.id);
  });

  test.each([
    ['Message-ID: <a@b.test>', '<a@b.test>'],
    ['Message-ID: a@b.test', '<a@b.test>'],
    ['Message-ID:\r\n <a@b.test>', '<a@b.test>'],
    ['message-id: junk <a@b.test> junk', '<a@b.test>'],
  ])('%j', async (header, id) => {
    expect((await parseMessage(raw(header))).id).toBe(id);
  });

  test('references are ids, oldest first, each once, and not endless', async () => {
    const parsed = await parseMessage(
      raw(
        'References: <a@b.test>\r\n\t<c@d.test><a@b.test> junk, <e@f.test>\nIn-Reply-To: your mail of Monday <g@h.test>',
      ),
    );
    expect(parsed.references).toEqual(['<a@b.test>', '<c@d.test>', '<e@f.test>']);
    expect(parsed.inReplyTo).toBe('<g@h.test>');
    const many = Array.from({ length: 3000 }, (_, at) => `<${at}@x.test>`).join(' ');
    const { references } = await parseMessage(raw(`References: ${many}`));
    expect(references).toHaveLength(200);
    expect([references[0], references.at(-1)]).toEqual(['<0@x.test>', '<2999@x.test>']);
  });

  test.each([
    ['Tue, 3 Mar 2026 10:00:00 +0100', '2026-03-03T09:00:00Z'],
    ['3 Mar 2026 10:00 +0100 (CET)', '2026-03-03T09:00:00Z'],
    ['Tue, 03-Mar-2026 10:00:00 EST', '2026-03-03T15:00:00Z'],
    ['Tue, 3 Mar 26 10:00:00 GMT', '2026-03-03T10:00:00Z'],
    ['Tue, 3 Mar 2026 10:00:00', '2026-03-03T10:00:00Z'],
    ['2026-03-03T10:00:00+01:00', '2026-03-03T09:00:00Z'],
    ['Tue, 3 Mar 2026 25:00:00 +0100', null],
    ['foo 12', null],
    ['1', null],
    ['', null],
    ['Thu, 1 Jan 1970 00:00:00 +0000', null],
    ['Fri, 1 Jan 2100 00:00:00 +0000', null],
  ])('Date: %s', async (date, instant) => {
    const arrived = new Date('2026-03-05T00:00:00Z');
    const parsed = await parseMessage(raw(`Date: ${date}\nFrom: a@b.test`), { arrived });
    expect(parsed.date).toEqual(instant === null ? arrived : new Date(instant));
  });

  test('without a Date or an arrival the newest Received counts, and never the time of reading', async () => {
    const received =
      'Received: by b; Tue, 3 Mar 2026 10:00:05 +0000\nReceived: by a; Tue, 3 Mar 2026 10:00:00 +0000\nFrom: a@b.test';
    expect((await parseMessage(raw(received))).date).toEqual(new Date('2026-03-03T10:00:05Z'));
    expect((await parseMessage(raw('From: a@b.test'))).date.getUTCFullYear()).toBe(1980);
  });

  const [a, b] = ['Tue, 3 Mar 2026 10:00:00 +0000', 'Mon, 3 Mar 2025 10:00:00 +0000'];
  test.each<[string, { date: string; arrived?: string; received?: string; own?: boolean }, string]>([
    ['a year behind', { date: b, arrived: '2026-03-03T11:00:00Z' }, '2026-03-03T11:00:00Z'],
    ['a year behind, by its Received', { date: b, received: a }, '2026-03-03T10:00:00Z'],
    ['three days on its way', { date: a, arrived: '2026-03-06T10:00:00Z' }, '2026-03-03T10:00:00Z'],
    ['longer than any mail is', { date: a, arrived: '2026-03-06T10:00:01Z' }, '2026-03-06T10:00:01Z'],
    ['a day ahead', { date: a, arrived: '2026-03-02T10:00:00Z' }, '2026-03-03T10:00:00Z'],
    ['more than that', { date: a, arrived: '2026-03-02T09:59:59Z' }, '2026-03-02T09:59:59Z'],
    ['in a mailbox that was moved', { date: b, received: b, arrived: '2026-03-03T11:00:00Z' }, '2025-03-03T10:00:00Z'],
    ['stored late by its owner', { date: b, arrived: '2026-03-03T11:00:00Z', own: true }, '2025-03-03T10:00:00Z'],
    ['ahead, by its owner', { date: a, arrived: '2026-03-01T11:00:00Z', own: true }, '2026-03-01T11:00:00Z'],
  ])('a Date %s', async (_, { date, arrived, received, own }, instant) => {
    const mail = raw(`${received ? `Received: from c by d; ${received}\n` : ''}Date: ${date}\nFrom: a@b.test`);
    const parsed = await parseMessage(mail, {
      ...(arrived ? { arrived: new Date(arrived) } : {}),
      ...(own ? { own } : {}),
    });
    expect(parsed.date).toEqual(new Date(instant));
    expect(parsed.utcOffset).toBe(parsed.date.getTime() === Date.parse(date) ? 0 : undefined);
  });

  test('addresses are lower-cased, decoded, taken out of groups, and never invented', async () => {
    const parsed = await parseMessage(
      raw(
        'From: =?utf-8?Q?J=C3=B6rg_=3Cevil=40x.test=3E?= <Rep@ACME.test>\nTo: Team: a@b.test, "B, C" <b@b.test>;, undisclosed-recipients:;\nCc: MAILER-DAEMON, broken <, @',
      ),
    );
    expect(parsed.from).toEqual({ name: 'Jörg <evil@x.test>', address: 'rep@acme.test' });
    expect(parsed.to).toEqual([
      { name: '', address: 'a@b.test' },
      { name: 'B, C', address: 'b@b.test' },
    ]);
    expect(parsed.cc).toEqual([]);
  });

  test('signals are kept', async () => {
    const { signals } = await parseMessage(
      raw(
        'Auto-Submitted: auto-replied\nPrecedence: Bulk\nList-ID: <l.test>\nReturn-Path: <>\nX-Other: no\nContent-Type: multipart/report; report-type=delivery-status; boundary=b',
      ),
    );
    expect(signals).toEqual({
      'auto-submitted': 'auto-replied',
      precedence: 'Bulk',
      'list-id': '<l.test>',
      'return-path': '<>',
      'content-type': 'multipart/report; report-type=delivery-status; boundary=b',
    });
  });

  const part = (type: string, body: string, more = '') => `--b\r\nContent-Type: ${type}\r\n${more}\r\n${body}\r\n`;
  const multi = (kind: string, ...parts: string[]) =>
    raw(`Content-Type: multipart/${kind}; boundary=b`, `${parts.join('')}--b--\r\n`);

  test('of alternatives the plain one, unless it is blank', async () => {
    expect(
      (await parseMessage(multi('alternative', part('text/plain', 'plain'), part('text/html', '<p>html</p>')))).text,
    ).toBe('plain');
    expect(
      (await parseMessage(multi('alternative', part('text/plain', ' \r\n'), part('text/html', '<p>html</p>')))).text,
    ).toBe('html');
  });

  test('parts side by side are all read, attachments only named', async () => {
    const parsed = await parseMessage(
      multi(
        'mixed',
        part('text/html', '<p>first</p>'),
        part(
          'application/pdf',
          'JVBERi0=',
          'Content-Disposition: attachment; filename="=?utf-8?Q?=C3=9C.pdf?="\r\nContent-Transfer-Encoding: base64\r\n',
        ),
        part('text/plain', 'footer'),
        part('text/plain', 'not this', 'Content-Disposition: attachment; filename=notes.txt\r\n'),
        part('message/rfc822', 'Subject: inner\r\n\r\nnor this'),
      ),
    );
    expect(parsed.text).toBe('first\nfooter');
    expect(parsed.attachments).toEqual(['Ü.pdf', 'notes.txt', 'message-rfc822-3']);
  });

  test('unknown charsets and encodings are read as well as can be', async () => {
    for (const type of [
      'text/plain; charset=x-klingon',
      'text/plain; charset="',
      'text/plain; charset=utf-7',
      'text/plain; charset=iso-2022-jp',
    ]) {
      expect((await parseMessage(Buffer.from(raw(`Content-Type: ${type}`, 'hello \xe9'), 'latin1'))).text).toMatch(
        /^hello/,
      );
    }
    const latin = Buffer.from(raw('Content-Type: text/plain; charset=iso-8859-1', 'Gr\xfc\xdfe'), 'latin1');
    expect((await parseMessage(latin)).text).toBe('Grüße');
    expect((await parseMessage(raw('Content-Transfer-Encoding: x-uue', 'text'))).text).toBe('text');
  });

  test('flowed text is one line again', async () => {
    expect((await parseMessage(raw('Content-Type: text/plain; format=flowed', 'one \r\ntwo\r\nthree'))).text).toBe(
      'one two\nthree',
    );
  });

  test('a part by itself gives what the whole mail gives', async () => {
    const text = 'Grüße = ü \n\nzwei';
    const whole = await composeMessage(mail({ text }));
    const body = whole.subarray(whole.indexOf('\r\n\r\n') + 4);
    expect(
      await textOfParts([{ type: 'text/plain', parameters: { charset: 'utf-8' }, encoding: 'quoted-printable', body }]),
    ).toBe(text);
    const odd = {
      type: 'text/plain',
      parameters: { charset: 'utf-8\r\nX: y' },
      encoding: 'x\r\n\r\ny',
      body: Buffer.from('x'),
    };
    expect(await textOfParts([odd])).toBe('x');
  });
});

describe('hostile input', () => {
  const fast = async (work: () => unknown) => {
    const start = performance.now();
    await work();
    expect(performance.now() - start).toBeLessThan(3000);
  };

  test.each([
    ['nested groups', raw(`To: ${'g:'.repeat(20_000)}`)],
    ['a huge header', raw(`X: ${'a'.repeat(5_000_000)}\nFrom: a@b.test`)],
    ['many headers', `${'X-A: b\r\n'.repeat(200_000)}\r\nx`],
    ['long links', raw('From: a@b.test', 'http://a.test/'.repeat(300_000))],
    ['many parts', raw('Content-Type: multipart/mixed; boundary=b', '--b\r\n\r\nx\r\n'.repeat(50_000))],
    [
      'deep parts',
      raw(
        'Content-Type: multipart/mixed; boundary=0',
        Array.from(
          { length: 3000 },
          (_, at) => `--${at}\r\nContent-Type: multipart/mixed; boundary=${at + 1}\r\n\r\n`,
        ).join(''),
      ),
    ],
    ['encoded words', raw(`Subject: ${'=?utf-8?q?a?= '.repeat(20_000)}`)],
    ['at signs', raw(`From: <${'@'.repeat(100_000)}`)],
    ['nothing', ''],
    ['no end', 'From: a'],
  ])('%s', async (_, input) => {
    await fast(async () => {
      const parsed = await parseMessage(input);
      expect(Buffer.byteLength(parsed.text)).toBeLessThanOrEqual(256 * 1024);
    });
  });

  test.each([
    ['deep', `${'<div>'.repeat(50_000)}hi`],
    ['deep in a table', `${'<table><tr><td>'.repeat(20_000)}hi`],
    ['open', `${'<'.repeat(900_000)} hi`],
    ['attributes', `<a ${'b="c" '.repeat(150_000)}>hi</a>`],
    ['entities', `${'&amp;'.repeat(200_000)}hi`],
    ['wide', `${'<p>x</p>'.repeat(15_000)}<p>hi</p>`],
  ])('HTML that is %s', async (_, html) => {
    await fast(() => {
      expect(textOfHtml(html).includes('hi')).toBe(true);
    });
  });

  test('any bytes are read', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'From: ',
        'Content-Type: multipart/mixed; boundary=b\r\n',
        '\r\n\r\n',
        '--b\r\n',
        '--b--',
        'Date: ',
        '=?utf-8?b?',
        'text/html',
        '<p>',
        '<',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        const parsed = await parseMessage(pieces.join(''));
        expect(parsed.id).toMatch(/^<[^<>\s]+>$/);
        expect(Number.isFinite(parsed.date.getTime())).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test('HTML is read as a reader sees it', () => {
  expect(
    textOfHtml(
      '<style>p{}</style><h1>Title</h1><p>a <a href="http://x.test">link</a><img src="x" alt="pic"></p><ul><li>one<li>two</ul>',
    ),
  ).toBe('Title\n\na link\n\n * one\n * two');
  expect(textOfHtml('<p>new</p><blockquote><p>old</p></blockquote>')).toBe('new\n\n> old');
});

test('a draft id follows from its key and the domain of the owner', () => {
  expect(draftMessageId('0195-abc', 'rep@acme.test')).toBe('<0195-abc@acme.test>');
  expect(draftMessageId('a b/ü', 'rep@acme.test')).toMatch(/^<[0-9a-f]{40}@acme\.test>$/);
  expect(draftMessageId('k', 'rep@müller.test')).toBe('<k@localhost.invalid>');
});

test('texts are the same to a reader', () => {
  expect(sameText('a \r\nb\u00a0c\n\n', 'a\nb c')).toBe(true);
  expect(sameText('e\u0301', '\u00e9')).toBe(true);
  expect(sameText('a', 'a.')).toBe(false);
  expect(sameText('a\n\nb', 'a\nb')).toBe(false);
});

test('an empty line of a web client is one', () => {
  const composed = '<div dir="ltr">Hello,<div><br></div><div>did</div><div>you<br></div><p><br></p></div>';
  expect(textOfHtml(composed).trim()).toBe('Hello,\n\ndid\nyou');
  expect(textOfHtml('<div>a</div><div><br></div><div><br></div><div>b</div>')).toBe('a\n\n\nb');
});

test.each([
  [
    'lines',
    `${'> quoted for long\n'.repeat(40_000)}Not before June.`,
    /^> quoted.*\n(?:> quoted for long\n)*Not before June\.$/,
  ],
  ['one line', `First. ${'ü€😀 '.repeat(100_000)}Not before June.`, /^First\. [ü€😀 \n]*Not before June\.$/u],
  ['no character of one byte', '😀'.repeat(100_000), /^😀+\n😀+$/u],
])('of a long text both ends are kept: %s', async (_, text, kept) => {
  const bounds = bounded(text);
  expect(bounds).toMatch(kept);
  expect(Buffer.byteLength(bounds)).toBeLessThanOrEqual(maxTextBytes);
  expect(Buffer.byteLength(bounds)).toBeGreaterThan(maxTextBytes - 100);
  expect((await parseMessage(raw('From: a@b.test\nContent-Type: text/plain; charset=utf-8', text))).text).toBe(bounds);
});

test('of long HTML both ends are read', () => {
  const quoted = `<blockquote>${'<p>quoted for long</p>'.repeat(15_000)}${'<!-- styled -->'.repeat(60_000)}</blockquote>`;
  expect(textOfHtml(`<p>Above.</p>${quoted}<p>Not before June.</p>`)).toMatch(
    /^Above\.\n+> quoted[\s\S]*\n+Not before June\.$/,
  );
});
