/** Deals that a summary shows without a number: they can be left alone by their name, and nothing else. */
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/domain/answer/items.ts';
import { understand } from '../../src/domain/answer/understand.ts';

const today = '2026-11-30';
const proposals: Item[] = [
  { n: 1, kind: 'stage_change', deal: 'Brightside pilot', contact: 'Omar Haddad', text: 'Move to Negotiation' },
  { n: 2, kind: 'close_lost', deal: 'Delta Print', contact: 'Tom Nowak', text: 'Close as lost' },
];
const deal = (n: number, name: string): Item => ({ n, kind: 'deal', deal: name, contact: null, text: name });
const items = [...proposals, deal(-1, 'Acme renewal'), deal(-2, 'Brightside rollout')];

const deeds = (text: string, given = items) => {
  const { actions, askBack } = understand(text, given, today);
  return [actions.map(({ n, do: deed, until }) => `${n} ${deed} ${until}`).join(', '), askBack];
};

describe('a deal without a number', () => {
  test.each([
    ['hold Acme until 12 Jan', '-1 hold 2027-01-12'],
    ['Acme renewal: hold till Friday', '-1 hold 2026-12-04'],
    ['snooze Acme until Friday', '-1 hold 2026-12-04'],
    ['leave Acme alone until January 12', '-1 hold 2027-01-12'],
    ['undo Acme', '-1 undo null'],
    ['Acme bitte bis Freitag zurückstellen', '-1 hold 2026-12-04'],
    ['1 yes, hold Acme until Friday', '1 approve null, -1 hold 2026-12-04'],
    ['hold Brightside rollout until Friday', '-2 hold 2026-12-04'],
  ])('%j', (text, expected) => {
    expect(deeds(text)).toEqual([expected, false]);
  });

  test('is in no list, no count and no "all"', () => {
    expect(deeds('all ok')).toEqual(['1 approve null, 2 approve null', false]);
    expect(deeds('both yes')).toEqual(['1 approve null, 2 approve null', false]);
    expect(deeds('yes', [proposals[0]!, deal(-1, 'Acme renewal')])).toEqual(['1 approve null', false]);
    expect(deeds('yes', [deal(-1, 'Acme renewal')])).toEqual(['', true]);
    expect(deeds('-1 hold until Friday')).toEqual(['1 hold 2026-12-04', false]);
  });

  test('takes no yes and no no, and a name shared with an item is the item where only that can be meant', () => {
    expect(deeds('Acme yes')).toEqual(['', true]);
    expect(deeds('Acme no')).toEqual(['', true]);
    expect(deeds('Brightside yes')).toEqual(['1 approve null', false]);
    // Which of the two is to rest nobody can tell.
    expect(deeds('hold Brightside until Friday')).toEqual(['', true]);
  });
});
