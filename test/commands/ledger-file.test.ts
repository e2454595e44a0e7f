/** `ledger verify FILE`, and `--against` digests: what it says, and its exit codes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyFile } from '../../src/commands/ledger-file.ts';
import { witnessHeader, witnessLine, witnessValue } from '../../src/domain/witness.ts';
import { composeMessage } from '../../src/mailbox/compose.ts';
import { madeEntries, textOf } from '../ledger/entries.ts';
import { cli } from '../support/run.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const five = madeEntries(5);
const headOf = (seq: number): string => five[seq - 1]?.hash ?? '0'.repeat(64);

function file(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

interface Told {
  seq?: number;
  head?: string;
  text?: string;
  headers?: Record<string, string>;
}

/** A digest as a rep saves it. */
async function digest(name: string, told: Told): Promise<string> {
  const { seq = 3, head = headOf(seq) } = told;
  const robin = { name: 'Robin Rep', address: 'robin@seller.test' };
  const mail = {
    messageId: `<${name}@seller.test>`,
    from: robin,
    to: [robin],
    subject: 'Countersign: three drafts for today',
    date: new Date('2026-11-22T07:00:00Z'),
    text: told.text ?? `Good morning.\n\n${witnessLine(seq, head)}\n\n-- \nCountersign`,
    headers: told.headers ?? { [witnessHeader]: witnessValue({ seq, head }) },
  };
  return file(name, await composeMessage(mail));
}

async function verify(path: string, ...mails: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: [] as string[], err: [] as string[] };
  const io = { out: (text: string) => void said.out.push(text), err: (text: string) => void said.err.push(text) };
  const code = await verifyFile(path, io, mails);
  return { code, out: said.out.join(''), err: said.err.join('') };
}

describe('a file alone', () => {
  test('is whole as it was exported, and cut after a line', async () => {
    expect(await verify(file('a', textOf(five)))).toEqual({
      code: 0,
      out: `The ledger is whole: 5 entries, head ${headOf(5)}.\n`,
      err: '',
    });
    expect(await verify(file('a', textOf(five.slice(0, 3))))).toMatchObject({ code: 0, err: '' });
    expect(await verify(file('a', ''))).toMatchObject({ code: 0, out: expect.stringContaining('0 entries') });
  });

  test.each<[string, () => string | Uint8Array, string]>([
    [
      'a line without its end',
      () => textOf(five).slice(0, -1),
      'line 5 has no end: it was cut, or it is being written',
    ],
    ['a blank line', () => textOf(five).replace('\n', '\n\n'), 'line 2 is not as the ledger writes an entry'],
    ['a blank line at the end', () => `${textOf(five)}\n`, 'line 6 is not as the ledger writes an entry'],
    [
      'a line too long for one',
      () => `${' '.repeat(17 * 1024 * 1024)}\n`,
      'line 1 is not as the ledger writes an entry',
    ],
    [
      'bytes that are no UTF-8 where U+FFFD was',
      () => Buffer.from(textOf(madeEntries(1, { by: 'Ren\ufffd' })).replace('\ufffd', '\xff'), 'latin1'),
      'line 1 is not as the ledger writes an entry',
    ],
    [
      'one word changed',
      () => textOf(five).replace('"approved"', '"rejected"'),
      'entry 1 was changed after it was written',
    ],
    ['a line less', () => textOf(five.toSpliced(2, 1)), 'entry 3 is missing: 4 stands in its place'],
  ])('is not with %s', async (_, content, why) => {
    expect(await verify(file('b', content()))).toEqual({ code: 1, out: '', err: `The ledger is not whole: ${why}.\n` });
  });

  test('is whole with line separators in its texts', async () => {
    const entries = madeEntries(2, { by: 'one\u2028two\u2029three\u0085four\rfive' });
    expect(await verify(file('c', textOf(entries)))).toMatchObject({ code: 0, err: '' });
  });
});

describe('a file against digests', () => {
  test('is the witnessed one, now and when it has grown', async () => {
    const mails = [await digest('3.eml', {}), await digest('5.eml', { seq: 5 })];
    const { code, out, err } = await verify(file('a', textOf(five)), ...mails);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').slice(1)).toEqual([
      `Entry 3 is the one that the mail of 2026-11-22 (${mails[0]}) witnessed.`,
      `Entry 5 is the one that the mail of 2026-11-22 (${mails[1]}) witnessed.`,
      '',
    ]);
  });

  test('was cut', async () => {
    const mail = await digest('5.eml', { seq: 5 });
    const { code, out, err } = await verify(file('a', textOf(five.slice(0, 4))), await digest('3.eml', {}), mail);
    expect(code).toBe(1);
    expect(out).toContain('Entry 3 is the one');
    expect(err).toBe(
      `The ledger is not proved: the ledger was cut after entry 4, but the mail of 2026-11-22 (${mail}) witnessed entry 5.\n`,
    );
  });

  test('was written anew from some entry on', async () => {
    const forked = [...five.slice(0, 2), ...madeEntries(4, { by: 'else@seller.test' }, five.slice(0, 2))];
    const path = file('a', textOf(forked));
    expect(await verify(path)).toMatchObject({ code: 0 });
    const { code, err } = await verify(path, await digest('2.eml', { seq: 2 }), await digest('4.eml', { seq: 4 }));
    expect(code).toBe(1);
    expect(err).toMatch(
      /^The ledger is not proved: entry 4 is not the one that the mail of 2026-11-22 .* witnessed: .*\n$/,
    );
  });

  test('that is broken is held against the digests from before the break', async () => {
    const path = file('a', textOf(five.toSpliced(3, 1)));
    const { code, out, err } = await verify(path, await digest('2.eml', { seq: 2 }), await digest('5.eml', { seq: 5 }));
    expect(code).toBe(1);
    expect(out).toContain('Entry 2 is the one');
    expect(err.split('\n')).toEqual([
      'The ledger is not whole: entry 4 is missing: 5 stands in its place.',
      expect.stringMatching(
        /^The ledger is not proved: nothing from entry 4 on can be held against entry 5, which the mail/,
      ),
      '',
    ]);
  });

  test.each<[string, Told, RegExp]>([
    ['header and text disagree', { text: witnessLine(4, headOf(4)) }, /says two things of it/],
    ['its text does', { text: `${witnessLine(3, headOf(3))}\n${witnessLine(4, headOf(4))}` }, /says two things of it/],
    ['its header was spoiled', { headers: { [witnessHeader]: '3' } }, /says two things of it/],
    ['its hash was changed in both', { head: 'f'.repeat(64) }, /entry 3 is not the one/],
  ])('proves nothing when %s', async (_, told, says) => {
    const { code, out, err } = await verify(file('a', textOf(five)), await digest('x.eml', told));
    expect([code, out.split('\n').length]).toEqual([1, 2]);
    expect(err).toMatch(says);
  });

  test.each<[string, Told]>([
    ['its header alone', { text: 'Nothing today.' }],
    ['its text alone', { headers: {} }],
  ])('takes %s', async (_, told) => {
    expect(await verify(file('a', textOf(five)), await digest('x.eml', told))).toMatchObject({ code: 0, err: '' });
  });

  test('reads a digest that a server has kept as HTML, and one with another zone', async () => {
    const mail = `From: robin@seller.test\nDate: Mon, 23 Nov 2026 01:30:00 +0900\nContent-Type: text/html\n\n<p>Good morning</p><p>${witnessLine(3, headOf(3))}</p>\n`;
    const { code, out } = await verify(file('a', textOf(five)), file('h.eml', mail));
    expect([code, out]).toEqual([0, expect.stringContaining('the mail of 2026-11-23')]);
  });
});

describe('at the command line', () => {
  test('takes --against more than once, before the file and behind it, and what a shell spreads', async () => {
    const path = file('a', textOf(five));
    const [one, two] = [await digest('1.eml', { seq: 1 }), await digest('2.eml', { seq: 2 })];
    for (const args of [
      [path, '--against', one, '--against', two],
      ['--against', one, path, `--against=${two}`],
      [path, '--against', one, two],
    ]) {
      const { code, out, err } = await cli(['ledger', 'verify', ...args]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out.match(/^Entry . is the one/gm)).toHaveLength(2);
    }
    expect(await cli(['ledger', 'verify', file('cut', textOf(five.slice(0, 1))), '--against', two])).toMatchObject({
      code: 1,
    });
  });

  test.each<[string, string[], RegExp]>([
    ['no such file', ['verify', 'DIR/none'], /^The ledger file .*none cannot be read: .*$/],
    ['a folder', ['verify', 'DIR'], /^The ledger file .* cannot be read: it is a folder\.$/],
    ['no such mail', ['verify', 'DIR/a', '--against', 'DIR/none.eml'], /^The mail .*none\.eml cannot be read: .*$/],
    [
      'a mail that is no digest',
      ['verify', 'DIR/a', '--against', 'DIR/a'],
      /^The mail .*a names no entry of a ledger: .*$/,
    ],
    ['a digest without a file', ['verify', '--against', 'DIR/a'], /^--against holds a file against a digest: .*$/],
    ['--against without a mail', ['verify', 'DIR/a', '--against'], /^--against of "ledger" needs a value: .*$/],
    ['two files', ['verify', 'DIR/a', 'DIR/b'], /^"ledger verify" proves one file: leave out ".*b"\.$/],
    ['a file to export to', ['export', 'DIR/a'], /^"ledger export" prints everything and takes nothing else: .*$/],
    [
      'a digest to export',
      ['export', '--against', 'DIR/a'],
      /^"ledger export" prints everything and takes nothing else: .*$/,
    ],
    ['no verb', [], /^Say "ledger export" or "ledger verify"\.$/],
  ])('refuses %s', async (_, args, says) => {
    file('a', textOf(five));
    const { code, out, err } = await cli(['ledger', ...args.map((arg) => arg.replace('DIR', dir))]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trimEnd()).toMatch(says);
    expect(err.trimEnd()).not.toContain('\n');
  });
});
