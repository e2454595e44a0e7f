import { describe, expect, test } from 'vitest';
import { ledgerStart } from '../../src/domain/ledger.ts';
import {
  contradiction,
  witnessIn,
  witnessInHeader,
  witnessLine,
  witnessOfMail,
  witnessValue,
} from '../../src/domain/witness.ts';

const head = 'ab12'.repeat(16);
const other = 'cd34'.repeat(16);

describe('the line of a digest', () => {
  test('reads back as it was written, wherever it stands', () => {
    expect(witnessLine(1234, head)).toBe(`Ledger: entry 1234, head ${head}`);
    for (const text of ['', 'Hello\n', 'Hello\r\n\r\n'])
      expect(witnessIn(`${text}${witnessLine(1234, head)}\r\nBye`)).toEqual([{ seq: 1234, head }]);
    expect(witnessIn(witnessLine(0, ledgerStart))).toEqual([{ seq: 0, head: ledgerStart }]);
    expect(witnessIn(`${witnessLine(7, head)}\n${witnessLine(7, head)}\n${witnessLine(8, other)}`)).toEqual([
      { seq: 7, head },
      { seq: 8, head: other },
    ]);
  });

  test.each([
    `> Ledger: entry 7, head ${head}`,
    `Dana wrote: Ledger: entry 7, head ${head}`,
    `Ledger: entry 7, head ${head}.`,
    `Ledger: entry 7, head ${head}0`,
    `Ledger: entry 7, head ${head.slice(1)}`,
    `Ledger: entry 7, head ${head.toUpperCase()}`,
    `Ledger: entry 07, head ${head}`,
    `Ledger: entry -7, head ${head}`,
    `Ledger: entry 7.0, head ${head}`,
    `Ledger: entry 99999999999999999, head ${head}`,
    `ledger: entry 7, head ${head}`,
  ])('is not %s', (text) => expect(witnessIn(text)).toEqual([]));
});

describe('the mail', () => {
  const text = witnessLine(7, head);
  const value = witnessValue({ seq: 7, head });

  test('may say it in its header, in its text, or in both', () => {
    expect(value).toBe(`7 ${head}`);
    for (const [values, body] of [
      [[value], ''],
      [[], text],
      [[value], text],
      [[`7  ${head} `, value], text],
    ] as const)
      expect(witnessOfMail(values, body)).toEqual({ seq: 7, head });
    expect(witnessOfMail([], 'Hello')).toBe('none');
  });

  test.each<[string, string[], string]>([
    ['another number in the text', [value], witnessLine(8, head)],
    ['another hash in the text', [value], witnessLine(7, other)],
    ['two lines', [], `${text}\n${witnessLine(7, other)}`],
    ['two fields', [value, `7 ${other}`], ''],
    ['a field that cannot be read', ['7'], text],
    ['only a field that cannot be read', [''], ''],
  ])('contradicts itself with %s', (_, values, body) => expect(witnessOfMail(values, body)).toBe('torn'));

  test('lists each of its fields once', () => {
    expect(witnessInHeader([value, 'x', value, 'y'])).toEqual([{ seq: 7, head }, null]);
  });
});

describe('a ledger against a witness', () => {
  const mail = 'the mail of 2026-11-22 (a.eml)';

  test('agrees when that entry has that hash, however far it has grown since', () => {
    for (const entries of [7, 8, 1_000]) expect(contradiction({ seq: 7, head }, entries, head, mail)).toBeNull();
    expect(contradiction({ seq: 0, head: ledgerStart }, 0, undefined, mail)).toBeNull();
  });

  test('says that it was cut, or written anew', () => {
    expect(contradiction({ seq: 7, head }, 5, undefined, mail)).toBe(
      `the ledger was cut after entry 5, but ${mail} witnessed entry 7`,
    );
    expect(contradiction({ seq: 7, head }, 9, other, mail)).toBe(
      `entry 7 is not the one that ${mail} witnessed: the ledger was written anew, or it is another`,
    );
    expect(contradiction({ seq: 0, head }, 9, undefined, mail)).toContain('entry 0 is not the one');
  });
});
