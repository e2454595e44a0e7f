/** Typing errors in commands are mended; a word that is another one is let be. */
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/domain/answer/items.ts';
import { mended } from '../../src/domain/answer/phrases.ts';
import { tokensOf } from '../../src/domain/answer/tokens.ts';
import { understand } from '../../src/domain/answer/understand.ts';
import { frequentWords } from './frequent-words.ts';

const none: ReadonlySet<string> = new Set();
const items: Item[] = [
  { n: 1, kind: 'stage_change', deal: 'Acme Ltd', contact: 'Dana Berg', text: 'Acme Ltd: move to Negotiation' },
  { n: 2, kind: 'contact_update', deal: 'Brightside', contact: 'Omar Haddad', text: 'Omar Haddad: new phone' },
  { n: 3, kind: 'close_lost', deal: 'Delta Print', contact: 'Tom Nowak', text: 'Delta Print: close as lost' },
];

describe('no frequent word becomes another', () => {
  test.each(Object.entries(frequentWords))('%s', (_, list) => {
    const words = [...new Set(tokensOf(list).map(({ text }) => text))];
    expect(words.length).toBeGreaterThan(300);
    expect(
      words.filter((word) => mended(word, none) !== word).map((word) => `${word} → ${mended(word, none)}`),
    ).toEqual([]);
  });
});

test.each([
  'Acme schrieb, dass sie kaufen',
  '3: the latter',
  '3 lots',
  '3 Hälfte',
  'wir hätten 3',
  '3 angelehnt',
  '3 wäre gut',
  '3 devais',
  '3 pedido',
  '3 vertragen',
  '3 weitere',
  '3 toe',
])('%s: nothing is done', (text) => expect(understand(text, items, '2026-11-30').actions).toEqual([]));

test.each([
  ['aprove', 'approve'],
  ['appove', 'approve'],
  ['approev', 'approve'],
  ['reejct', 'reject'],
  ['snozoe', 'snooze'],
  ['approoove', 'approve'],
  ['postpne', 'postpone'],
  ['genehmgien', 'genehmigen'],
  ['ablehnnen', 'ablehnen'],
  ['loeschen', 'loschen'],
  ['aprouve', 'approuve'],
  ['arpobar', 'aprobar'],
  ['rechzar', 'rechazar'],
  ['reanudas', 'reanudar'],
  ['tomorow', 'tomorrow'],
  ['feburary', 'february'],
  ['Montga', 'montag'],
])('%s is %s', (typed, meant) =>
  expect([typed.toLowerCase(), mended(typed.toLowerCase(), none)]).toEqual([typed.toLowerCase(), meant]),
);
