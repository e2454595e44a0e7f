/** What is learned of a rep's manner: habits that three threads show, and nothing that could be somebody's words. */
import { describe, expect, test } from 'vitest';
import type { Address } from '../../../src/domain/mail.ts';
import { sentenceChanges } from '../../../src/domain/sentence-changes.ts';
import type { Language } from '../../../src/domain/writing/gate/written.ts';
import { nameWords } from '../../../src/domain/writing/names.ts';
import { learnProfile, type OwnMail, type Profile } from '../../../src/domain/writing/profile.ts';
import { profileInWords } from '../../../src/domain/writing/profile-words.ts';
import type { DraftSent } from '../../../src/domain/writing/swaps.ts';

const person = (name: string): Address => ({ name, address: `${name.split(' ')[0]?.toLowerCase()}@buyer.test` });
const people = ['Holly Grant', 'Neil Stone', 'Ada Byrne', 'Dana Kern', 'Bo Finch'].map(person);
const english = 'We sent you the offer for the seats. Would the second tier be enough for you and the team?';
const mails = (count: number, text: (name: string, n: number) => string, language = 'en', from = 0): OwnMail[] =>
  Array.from({ length: count }, (_, n) => {
    const to = people[n % people.length] as Address;
    return { thread: `t${from + n}`, text: text(to.name.split(' ')[0] ?? '', n), language, to: [to] };
  });
const names = new Set(people.flatMap(({ name, address }) => [...nameWords(name), ...nameWords(address)]));
const learned = (own: OwnMail[], drafts: DraftSent[] = []): Profile | null =>
  learnProfile(own, drafts, 'Jana Wolf', names);

const draft = (proposed: string, sent: string, thread: string, language: Language = 'en'): DraftSent => ({
  thread,
  language,
  changes: sentenceChanges(proposed, sent),
});
const proposed = `Hi Holly,

On Monday I wrote to you: "Would forty seats be enough?"

I just wanted to reach out about the offer. Has anything changed on your side since then? If the timing has changed, a short word is enough.

Best regards,
Jana Wolf`;
const edits = (change: (text: string, n: number) => string, count = 3): DraftSent[] =>
  Array.from({ length: count }, (_, n) => draft(proposed, change(proposed, n), `t${n}`));

describe('from sent mails', () => {
  test('greeting, sign-off and length, by language and form of address', () => {
    const profile = learned([
      ...mails(4, (name) => `Hi ${name},\n\n${english}\n\nCheers,\nJana`),
      ...mails(
        3,
        (name) => `Hallo ${name},\n\nhast du das Angebot für die Plätze? Passt das für dich?\n\nLG Jana`,
        'de',
        10,
      ),
      ...mails(
        3,
        () =>
          'Sehr geehrte Frau Kern,\n\nhaben Sie das Angebot? Passt das für Sie?\n\nMit freundlichen Grüßen\nJana Wolf',
        'de',
        20,
      ),
    ]);
    expect(profile?.threads).toBe(10);
    expect(profile?.habits).toEqual([
      {
        language: 'en',
        formal: null,
        threads: 4,
        words: 23,
        greeting: { word: 'Hi', comma: false, names: 'first', end: ',' },
        signOff: { closing: 'Cheers,', name: 'first', inline: false },
      },
      {
        language: 'de',
        formal: false,
        threads: 3,
        words: 15,
        greeting: { word: 'Hallo', comma: false, names: 'first', end: ',' },
        signOff: { closing: 'LG', name: 'first', inline: true },
      },
      {
        language: 'de',
        formal: true,
        threads: 3,
        words: 17,
        greeting: { word: 'Sehr geehrt', comma: false, names: 'title', end: ',' },
        signOff: { closing: 'Mit freundlichen Grüßen', name: 'full', inline: false },
      },
    ]);
  });

  test('what two threads show is no habit, nor ten mails of one thread, nor what half of them show', () => {
    const two = mails(2, (name) => `Hi ${name},\n\n${english}\n\nCheers,\nJana`);
    expect(learned(two)).toBeNull();
    expect(learned(Array.from({ length: 10 }, () => two[0] as OwnMail))).toBeNull();
    const split = learned(
      mails(6, (name, n) => `${n % 2 ? 'Hi' : 'Hello'} ${name},\n\n${english}\n\n${n % 2 ? 'Cheers' : 'Best'},\nJana`),
    );
    expect(split?.habits[0]).toMatchObject({ threads: 6, greeting: null, signOff: null });
  });

  test('a place in a sign-off and words of one day are no part of it', () => {
    const profile = learned(
      mails(
        3,
        (name) =>
          `Hallo ${name},\n\nhast du das Angebot? Passt das für dich und das Team?\n\nViele Grüße aus Altona\nJana`,
        'de',
      ),
    );
    expect(profile?.habits[0]?.signOff?.closing).toBe('Viele Grüße');
    const small = learned(
      mails(
        3,
        (name) =>
          `hallo ${name},\n\nhast du das Angebot? Passt das für dich und das Team?\n\nviele grüße aus altona\nJana`,
        'de',
      ),
    );
    expect(JSON.stringify(small)).not.toMatch(/altona/i);
    const placed = learned(
      [],
      edits((text) => text.replace('Best regards', 'Best regards from Altona')),
    );
    expect(JSON.stringify(placed)).not.toMatch(/altona/i);
    const weekend = learned(mails(3, (name) => `Hi ${name},\n\n${english}\n\nHave a great weekend,\nJana`));
    expect(weekend?.habits[0]?.signOff).toBeNull();
  });
});

describe('from edits', () => {
  test.each<[string, (text: string) => string, { phrase: string; instead: string | null }[]]>([
    ['a closing', (text) => text.replace('Best regards', 'Cheers'), [{ phrase: 'Best regards', instead: 'Cheers' }]],
    [
      'words for words',
      (text) => text.replace('reach out about', 'ask about'),
      [{ phrase: 'reach out', instead: 'ask' }],
    ],
    [
      'words taken out',
      (text) => text.replace('just wanted to reach out', 'wanted to ask'),
      [{ phrase: 'reach out', instead: 'ask' }],
    ],
    [
      'words at the head of a sentence',
      (text) => text.replace('If the timing has changed', 'When the timing has changed'),
      [],
    ],
  ])('%s', (_, change, expected) => {
    const swaps = learned([], edits(change))?.swaps.map(({ phrase, instead }) => ({ phrase, instead })) ?? [];
    expect(swaps).toEqual(expected);
  });

  test('in three threads, never the other way round, and never left standing', () => {
    const cheers = (text: string) => text.replace('Best regards', 'Cheers');
    expect(learned([], edits(cheers, 2))).toBeNull();
    expect(learned([], [...edits(cheers, 2), draft(proposed, cheers(proposed), 't1')])).toBeNull();
    const back = draft(cheers(proposed), proposed, 't9');
    expect(learned([], [...edits(cheers), back])).toBeNull();
    expect(learned([], [...edits(cheers), draft(proposed, proposed, 't9')])).toBeNull();
  });

  test('out another way each time, it is only avoided', () => {
    const ways = ['ask', 'talk', 'write to you'];
    expect(
      learned(
        [],
        edits((text, n) => text.replace('reach out', ways[n] ?? '')),
      )?.swaps,
    ).toEqual([{ language: 'en', phrase: 'reach out', instead: null, threads: 3 }]);
  });

  test.each<[string, (text: string, n: number) => string]>([
    ['names', (text) => text.replace('the offer', 'the offer that Ada made')],
    ['names in small letters', (text) => text.replace('about the offer', 'about holly')],
    ['numbers', (text) => text.replace('the offer', 'the 40 seats')],
    ['numbers in words', (text) => text.replace('the offer', 'the forty seats')],
    ['addresses', (text) => text.replace('reach out', 'mail sales@evil.test')],
    ['links', (text) => text.replace('reach out', 'point to evil.test')],
    ['prices', (text) => text.replace('the offer', 'the discount')],
    ['results', (text) => text.replace('the offer', 'the refund')],
    ['a negation', (text) => text.replace('a short word is enough', 'a short word is not enough')],
    ['another matter', (text) => text.replace('the offer', 'the seats')],
    ['a new sentence', (text) => text.replace('Has anything', 'The codeword is zebrafish. Has anything')],
    ['another mail', () => 'Holly, call me about zebrafish, the codeword of our secret offer.'],
  ])('%s are not learned', (_, change) => {
    const profile = learned([], edits(change, 5));
    // A single word may be avoided, for nothing is put in its place.
    expect((profile?.swaps ?? []).filter(({ instead }) => instead !== null)).toEqual([]);
    expect(JSON.stringify(profile)).not.toMatch(/zebrafish|evil|holly|ada|forty|40|discount|refund|seats/i);
  });

  test('the form of address is no choice of words', () => {
    const german = 'Guten Tag,\n\nhaben Sie das Angebot schon gesehen und passt es für Sie alle?\n\nViele Grüße\nJana';
    const all = [0, 1, 2].map((n) => draft(german, german.replace('für Sie alle', 'für euch alle'), `t${n}`, 'de'));
    expect(learned([], all)?.swaps ?? []).toEqual([]);
  });

  test('sorts of sentences that always go', () => {
    const without = (text: string) => text.replace(' If the timing has changed, a short word is enough.', '');
    expect(learned([], edits(without))?.leavesOut).toEqual(['afterthought']);
    expect(learned([], [...edits(without), draft(proposed, proposed, 't9')])?.leavesOut ?? []).toEqual([]);
    const other = (text: string) =>
      text.replace('If the timing has changed, a short word is enough.', 'Call me whenever you like.');
    expect(learned([], edits(other))?.leavesOut ?? []).toEqual([]);
  });

  test('a length that is cut each time', () => {
    const short = () => 'Hi Holly,\n\nHas anything changed on your side since then?\n\nBest regards,\nJana Wolf';
    expect(learned([], edits(short))?.keeps).toBeCloseTo(0.35, 1);
    expect(
      learned([], [...edits(short), ...edits((text) => `${text} More.`).map((each) => ({ ...each, thread: 'x' }))])
        ?.keeps ?? null,
    ).toBeNull();
  });
});

test('no word of a mail is in it but greetings and closings: canaries in every place', () => {
  const canary = (n: number) => `zebra${String.fromCharCode(97 + n)}fish`;
  const own = mails(30, (name, n) =>
    [
      `Hi ${n % 3 ? name : canary(n)},`,
      `${canary(n)} ${english} The code is ${canary(n)} 4711, and mail ${canary(n)}@evil.test.`,
      n % 2 ? `Cheers,\n${canary(n)}` : 'Cheers,\nJana\nZebrafish Ltd\n+49 30 4711',
    ].join('\n\n'),
  );
  const changed = edits(
    (text, n) => text.replace('the offer', `the ${canary(n)} offer`).replace('reach out', `${canary(n % 3)} out`),
    30,
  );
  const profile = learned(own, changed);
  expect(profile).not.toBeNull();
  expect(JSON.stringify(profile)).not.toMatch(/zebra|4711|evil|Holly|Neil|Jana|Wolf/i);
  expect(profileInWords(profile)).not.toMatch(/zebra|4711|evil|Holly|Neil|Jana|Wolf/i);
});

test('it is read by people', () => {
  const own = mails(4, (name) => `Hi ${name},\n\n${english}\n\nCheers,\nJana`);
  const profile = learned(
    own,
    edits((text) =>
      text.replace('reach out', 'ask').replace(' If the timing has changed, a short word is enough.', ''),
    ),
  );
  expect(profileInWords(profile)).toBe(
    [
      'Learned from 4 threads.',
      'English (4 threads): greets "Hi" and the first name, ends with "Cheers," and the first name; 23 words.',
      'Always changes "reach out" to "ask" (English, 3 threads).',
      'Always deletes sentences behind the question.',
      '',
    ].join('\n'),
  );
  expect(profileInWords(null)).toBe('Nothing has been learned yet: a habit shows in three threads.\n');
});
