/** Texts of date words that end anywhere: none may stop the reader, and no period may reach beyond its text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodsIn } from '../../src/domain/reading/dates.ts';
import { fold } from '../../src/domain/reading/fold.ts';
import { readMessage } from '../../src/domain/reading.ts';
import { messageOf } from '../eval/sets.ts';

const folder = join(import.meta.dirname, '../../src/domain/reading');
const context = { today: '2026-03-17', monthFirst: false };

/** Every word that the readers of dates know stands in their sources. */
const words = [
  ...new Set(
    readdirSync(folder)
      .filter((name) => /^(?:date|feast|period|civil)/.test(name))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/(?<![\p{L}])\p{L}{1,16}(?![\p{L}])/gu) ?? [])
      .map((word) => word.toLowerCase()),
  ),
];
const marks = ['-', "'", '.', ',', '/', ':', '°', '(', ')', '–', '&'];
const numbers = ['1', '2', '8', '11', '30', '31', '42', '99', '2026', '1e9', '00'];

function periodsOf(text: string): void {
  const folded = fold(text);
  for (const { start, end, first, last } of periodsIn(folded, context, text)) {
    expect(start, text).toBeGreaterThanOrEqual(0);
    expect(end, text).toBeGreaterThan(start);
    expect(end, text).toBeLessThanOrEqual(folded.length);
    expect(`${first} ${last}`, text).toMatch(/^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/);
  }
}

describe('words of dates, cut off anywhere', () => {
  it('are many', () => {
    expect(words.length).toBeGreaterThan(600);
    for (const word of ['aujourd', 'tomorrow', 'ubermorgen', 'semana']) expect(words).toContain(word);
  });

  it.each(['aujourd', 'aujourd hui', "aujourd'", "aujourd'hui", 'Je vous rappelle aujourd hui'])('%s', (text) => {
    expect(readMessage(messageOf({ text: `Bonjour,\n\n${text}\n\nDana` }), 'Europe/Berlin')).toMatchObject({
      kind: 'human',
    });
    expect(periodsIn(fold(text), context)).toMatchObject([{ first: '2026-03-17', end: text.length }]);
  });

  it('alone, and before each mark and number', () => {
    for (const word of words)
      for (const next of ['', ...marks, ...numbers])
        for (const before of ['', 'in ', 'le ', '12 ', 'next ']) periodsOf(`${before}${word} ${next}`);
  });

  it('in 20,000 mixtures', () => {
    const part = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...words) },
      fc.constantFrom(...marks),
      fc.constantFrom(...numbers),
    );
    const text = fc.tuple(fc.array(part, { minLength: 1, maxLength: 7 }), fc.constantFrom(' ', ''));
    fc.assert(
      fc.property(text, ([parts, between]) => periodsOf(parts.join(between))),
      { numRuns: 20_000 },
    );
  });

  it('in 2,000 mails', () => {
    const part = fc.oneof(fc.constantFrom(...words), fc.constantFrom(...marks, ...numbers, '\n', '\n\n'));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        expect(readMessage(messageOf({ text: parts.join(' ') }), 'Europe/Berlin')).not.toHaveProperty('defect');
      }),
      { numRuns: 2_000 },
    );
  });
});
