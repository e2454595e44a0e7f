import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, linesOf } from '../../src/lib/lines.ts';

async function read(bytes: Uint8Array, chunk: number, maxBytes = 1_000): Promise<Line[]> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.slice(at, at + chunk);
  }
  const lines: Line[] = [];
  for await (const line of linesOf(chunks(), maxBytes)) lines.push(line);
  return lines;
}

const ended = (text: string | null): Line => ({ text, ended: true });

test('parts at LF and at nothing else', async () => {
  const text = 'a\r\n\u2028 \u2029\n\n\ufeffé\u0085\v\f\n';
  expect(await read(Buffer.from(text), 7)).toEqual(['a\r', '\u2028 \u2029', '', '\ufeffé\u0085\v\f'].map(ended));
});

test('tells of a last line without its LF, and that nothing is no line', async () => {
  expect(await read(Buffer.from('a\nb'), 9)).toEqual([ended('a'), { text: 'b', ended: false }]);
  expect(await read(Buffer.from(''), 9)).toEqual([]);
});

test('gives no text of what is no UTF-8 or too long, and goes on behind it', async () => {
  const bytes = Buffer.concat([
    Buffer.from('a\n\xff\n', 'latin1'),
    Buffer.from(`${'é'.repeat(5)}\n${'é'.repeat(6)}\nz\n`),
  ]);
  for (const chunk of [1, 3, 100])
    expect(await read(bytes, chunk, 10)).toEqual([
      ended('a'),
      ended(null),
      ended('é'.repeat(5)),
      ended(null),
      ended('z'),
    ]);
});

test('is the same in chunks of any size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), fc.integer({ min: 1, max: 9 }), async (texts, chunk) => {
      const wanted = texts.map((text) => text.toWellFormed().replaceAll('\n', ' '));
      const lines = await read(Buffer.from(wanted.map((text) => `${text}\n`).join('')), chunk);
      expect(lines).toEqual(wanted.map(ended));
    }),
  );
});
