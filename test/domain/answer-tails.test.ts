/** What stands behind an answer may make it none; and talk beside names, or of others, is no answer. Held against what each text must never do. */
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/domain/answer/items.ts';
import { understand } from '../../src/domain/answer/understand.ts';

const today = '2026-11-30';
const items: Item[] = [
  {
    n: 1,
    kind: 'stage_change',
    deal: 'Acme Ltd renewal',
    contact: 'Dana Berg',
    text: 'Legal has it. “Qualified” becomes “Negotiation”.',
  },
  { n: 2, kind: 'contact_update', deal: 'Brightside', contact: 'Omar Haddad', text: '“+44 1” becomes “+44 2”.' },
  {
    n: 3,
    kind: 'close_lost',
    deal: 'Delta Print',
    contact: 'Tom Nowak',
    text: 'Two follow-ups went unanswered. “Proposal” becomes “Lost”.',
  },
  { n: 4, kind: 'new_contact', deal: 'Evergreen', contact: 'Ina Falk', text: 'Ina Falk joined the thread.' },
  { n: 5, kind: 'unknown_sent', deal: 'Fjord', contact: 'kim@fjord.example', text: 'Did you send the draft to Kim?' },
  {
    n: 6,
    kind: 'match_question',
    deal: null,
    contact: 'Lea',
    text: 'Which deal does the conversation with Lea belong to? a) Gamma new, b) Gamma renewal',
  },
  { n: 7, kind: 'hold', deal: 'Helios', contact: 'Max Roth', text: 'On hold until 12 January.' },
];
const deeds = (text: string, given = items): string[] =>
  understand(text, given, today).actions.map(({ n, do: deed, value }) =>
    [n ?? 'all', deed, value ?? ''].join(' ').trim(),
  );
const asks = (text: string, given = items): boolean => understand(text, given, today).askBack;

describe('a yes is none any more', () => {
  test.each([
    ...[
      'scratch that',
      'forget it',
      'cancel that',
      'kidding',
      'actually no',
      'on second thought leave it',
      'or not',
    ].map((tail) => `1 yes, ${tail}`),
    ...['pending legal', 'subject to legal approval', "I'll tell you tomorrow", 'as Closed', 'eventually'].map(
      (tail) => `1 yes, ${tail}`,
    ),
    ...['vergiss es', 'war ein Scherz', 'vorbehaltlich Freigabe', 'stimmt aber nicht', 'irgendwann'].map(
      (tail) => `1 ja, ${tail}`,
    ),
    ...['laisse tomber', 'je plaisante', 'enfin non', 'sous réserve du juridique', "pas d'accord"].map(
      (tail) => `1 oui, ${tail}`,
    ),
    ...['olvídalo', 'es broma', 'sujeto a legal', 'pendiente de firma', 'no es cierto'].map((tail) => `1 sí, ${tail}`),
    ...[
      'they are still interested',
      'I disagree',
      'we won',
      'false',
      'next month',
      'on Friday',
      'they want to continue',
    ].map((tail) => `3 yes, ${tail}`),
    ...['noch interessiert', 'die machen weiter'].map((tail) => `3 ja, ${tail}`),
    '4 add him as John',
  ])('%j', (text) => {
    expect(deeds(text)).not.toContain(`${text[0]} approve`);
    expect(asks(text)).toBe(true);
  });

  test('but what speaks for it is why', () => {
    expect(deeds('1 yes, legal confirmed yesterday')).toEqual(['1 approve']);
    expect(deeds('1 ja, Dana hat unterschrieben')).toEqual(['1 approve']);
    expect(deeds('3 no, they are still interested')).toEqual(['3 reject']);
    expect(deeds('3 yes, they bought elsewhere')).toEqual(['3 approve']);
  });
});

describe('of a draft the answer and what goes on about it agree', () => {
  test.each([
    ...['I deleted it', "it's still in drafts", 'I will', 'tomorrow', 'I forgot'].map((tail) => `5 yes, ${tail}`),
    ...['5 ja, gelöscht', '5 oui, supprimé', '5 sí, lo borré'],
    ...['I sent it', 'it went out', 'I did send it'].map((tail) => `5 no, ${tail}`),
  ])('%j is asked back', (text) => {
    expect(deeds(text)).toEqual([]);
    expect(asks(text)).toBe(true);
  });
});

describe('talk decides nothing', () => {
  test.each([
    ...[
      'Tom is happy',
      'Tom is great',
      'Great, Tom',
      'Thanks Tom, great',
      'Delta is happy',
      'Great Delta!',
      'Tom is right',
    ],
    ...[
      'Sounds good Tom',
      'Danke Tom, passt',
      'Merci Tom, parfait',
      'Gracias Tom, perfecto',
      'Yes Tom',
      'ok, Tom',
      'Sorry Tom, no',
    ],
  ])('beside a name: %j', (text) => {
    expect(deeds(text)).toEqual([]);
  });

  test('and who is spoken to is not the item', () => {
    expect(deeds('Tom, 1 yes')).toEqual(['1 approve']);
    expect(deeds('Tom yes, Omar no')).toEqual(['2 reject', '3 approve']);
    expect(deeds('yes to Tom')).toEqual(['3 approve']);
  });

  test.each([
    ...[
      "OK I'll have a look",
      "Okay, I'll call Tom",
      'Yes, I am working on it',
      "Yes, I'm in the office",
      'Ja, ich schau mal',
    ],
  ])('of oneself, where one item is open: %j', (text) => {
    expect(deeds(text, [items[2]!])).toEqual([]);
  });
});

test('a doubt within a command is none', () => {
  for (const text of ['3 est peut-être perdu', '3 is perhaps lost', '3 ist vielleicht verloren']) {
    expect(deeds(text), text).toEqual([]);
    expect(asks(text), text).toBe(true);
  }
  expect(deeds("pause jusqu'au 1er juillet s'il te plaît")).toEqual(['all pause']);
  expect(deeds('3 yes, they signed with someone else')).toEqual(['3 approve']);
});

describe('everything stops and goes on by a word of its own', () => {
  test.each([
    ['1 no, they want to continue', ['1 reject']],
    ['1 no, they stopped', ['1 reject']],
    ['2 yes, please continue', ['2 approve']],
    ['1 yes, keep going', ['1 approve']],
    ['3 nein, die machen weiter', ['3 reject']],
    ['3 non, on continue', ['3 reject']],
    ['1 yes. Stop.', ['1 approve', 'all pause']],
    ['go on', ['all resume']],
    ['1 yes and pause until Monday', ['1 approve', 'all pause']],
  ])('%j', (text, expected) => {
    expect(deeds(text)).toEqual(expected);
  });
});

test('a choice that is changed in the same breath is none', () => {
  for (const text of ['6 a. No, b', '6 a, actually b']) expect(deeds(text), text).not.toContain('6 answer Gamma new');
});

test('a number with a point in it is no item', () => {
  for (const text of ['1.5 yes', '1.3 yes']) expect(deeds(text), text).toEqual([]);
});
