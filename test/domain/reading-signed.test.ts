/** Whose name is a month, a season or a feast signs with it, and asks for no rest. */
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../src/domain/reading.ts';
import { mail } from './deals.ts';

const office = { name: '', address: 'office@buyer.test' };
const holdOf = (text: string, from = office) =>
  readMessage(mail({ text, from, subject: 'Shelves' }), 'Europe/Berlin').hold?.quote ?? null;

const names =
  'Tom Winter|Anna Sommer|May Lee|June Hill|Karl August|Eva März|Joe Spring|Uwe Herbst|Anne Noël|Julio Diaz|Luc Avril|Ana Abril|Ute Ostern|Donna Summer|Nina Autumn|April Winter|May';

describe.each(names.split('|'))('%s', (name) => {
  const from = { name, address: 'x1@buyer.test' };
  test('signs below words of leave, at the end, or with a title below', () => {
    expect(holdOf(`Hi Robin,\n\nthanks, got it.\n\nBest\n${name}`, from)).toBeNull();
    expect(holdOf(`Hi Robin,\nWe shall look at it.\n${name.split(' ').at(-1)}`, from)).toBeNull();
    expect(holdOf(`Hi Robin,\nWe shall look at it.\n\nRegards,\n${name}\nHead of Sales`, from)).toBeNull();
  });
  test('signs from an address without a name', () => {
    expect(holdOf(`Hi Robin,\n\nwe shall look at it.\n\nKind regards,\n${name}`)).toBeNull();
  });
  test('signs below a wish, which stands', () => {
    expect(holdOf(`Please do not write to us before 1 February.\n\nBest\n${name}`, from)).toBe(
      'Please do not write to us before 1 February.',
    );
  });
});

test.each([
  ['nothing but the answer', 'May', 'May'],
  ['the answer below a greeting', 'Hi Robin,\nMay', 'May'],
  ['the answer with its point, above the name', 'Hi Robin,\nMay.\nMay Lee', 'May.'],
  ['a time below thanks', 'Hi Robin,\nthanks\nAfter Easter', 'After Easter'],
])('%s is no signature', (_, text, quote) => {
  expect(holdOf(text, { name: 'May Lee', address: 'may@buyer.test' })).toBe(quote);
});

test('a name is known by what stands before the @ as well', () => {
  for (const address of ['tom.winter@buyer.test', 'twinter@buyer.test', 'winter@buyer.test'])
    expect(holdOf('We shall look at it.\nWinter', { name: '', address }) === null, address).toBe(
      address !== 'twinter@buyer.test',
    );
  expect(holdOf('We shall look at it.\nTom Winter', { name: '', address: 'twinter@buyer.test' })).toBeNull();
});
