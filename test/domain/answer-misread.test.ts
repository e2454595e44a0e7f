/** Readings that would be wrong more often than right are asked about: nothing here is done of its own accord, or nothing but what is named. */
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/domain/answer/items.ts';
import { understand } from '../../src/domain/answer/understand.ts';

const items: Item[] = [
  {
    n: 1,
    kind: 'stage_change',
    deal: 'Acme Ltd',
    contact: 'Dana Berg',
    text: 'Acme Ltd: move from Proposal to Negotiation',
  },
  { n: 2, kind: 'contact_update', deal: 'Brightside Foods', contact: 'Omar Haddad', text: 'Omar Haddad: phone' },
  { n: 3, kind: 'new_contact', deal: 'Corvus Logistics', contact: 'Lena Fischer', text: 'Add Lena Fischer' },
  { n: 4, kind: 'close_lost', deal: 'Delta Print', contact: 'Tom Nowak', text: 'Delta Print: close as lost' },
  { n: 5, kind: 'hold', deal: 'Evergreen Dental', contact: 'Priya Shah', text: 'On hold until 15 January' },
  { n: 6, kind: 'unknown_sent', deal: 'Foxglove Media', contact: 'Ines Ortega', text: 'Did you send it?' },
  {
    n: 7,
    kind: 'match_question',
    deal: null,
    contact: 'Mark Olsen',
    text: 'Which deal: Harbour Pilot or Harbour Rollout?',
  },
];
const heard = (text: string) => {
  const { actions, askBack } = understand(text, items, '2026-11-30');
  return { did: actions.map(({ n, do: deed, until }) => `${n ?? 'all'} ${deed}${until ? ` ${until}` : ''}`), askBack };
};

describe('nothing is done, and it is asked', () => {
  test.each([
    ...['stop the hold on 5', 'stop the pause', 'arrête la pause', '5 lève pas la pause', '2 refuse pas'],
    ...[
      'pause from Monday',
      'Pause ab Montag',
      'pause tomorrow',
      'pause next week',
      'lift 5 on Monday',
      'resume all on 4 January',
    ],
    ...['Please pause from 1 to 5 January', 'pausa del 2 al 6 de enero', '5 extend by two weeks', '4 Montag (14.12.)'],
    ...['1 and 2: yes, no', '1 yes -> no', '1 no, later', '1 nein, später', '4 non, vendredi', '1 no, put it on hold'],
    ...[
      '4 not interested',
      '4 no answer',
      '4 no budget',
      '4 no concerns',
      '2 no tengo idea',
      '2 no news yet',
      '1 was Monday',
    ],
    ...[
      '4 je ne suis pas contre',
      '4 no hay inconveniente',
      '6 yes please',
      'did you add Lena',
      'I already added Lena',
    ],
    ...[
      '1 yes, back to Proposal',
      'move Acme to Proposal',
      "3 yes, it's Helena",
      '2 would be ok',
      '2 too good to be true',
    ],
    ...['snooze 4 until 12/1', 'hold 5 for the rest of January'],
  ])('%s', (text) => {
    const { did, askBack } = heard(text);
    expect(did).toEqual([]);
    expect(askBack).toBe(true);
  });
});

describe('only what is named is done', () => {
  test.each([
    ['1 yes, they all agreed', '1 approve'],
    ['1 ja, alle haben zugestimmt', '1 approve'],
    ["1 oui, ils sont tous d'accord", '1 approve'],
    ["2 no, that's all wrong", '2 reject'],
    ['1 yes, the others agreed', '1 approve'],
    ['1 yes, Lena approved', '1 approve'],
    ['1: yes, 3 people confirmed', '1 approve'],
    ['1 yes, Priya back Monday', '1 approve'],
  ])('%s', (text, deed) => expect(heard(text).did).toEqual([deed]));

  test('and a no that opens a sentence refuses no number', () => {
    for (const text of ['No, 1 and 2 yes', 'Nein, 1 und 2 ja']) expect(heard(text).did).not.toContain('1 reject');
  });
});

test('what begins now and ends on a day is done as before', () => {
  expect(heard('pause a week')).toEqual({ did: ['all pause 2026-12-07'], askBack: false });
  expect(heard('Pause bis Montag')).toEqual({ did: ['all pause 2026-12-07'], askBack: false });
  expect(heard('lift the hold on 5')).toEqual({ did: ['5 lift_hold'], askBack: false });
  expect(heard('1 yes, the rest no').did).toEqual(['1 approve', '2 reject', '3 reject', '4 reject']);
});
