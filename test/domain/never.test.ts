/** Each rule of `never.ts` at its border: a working day less, just so, and one more, over New Year and Epiphany in Bavaria. */
import { describe, expect, test } from 'vitest';
import { assess, type DealFacts, readThreads } from '../../src/domain/assess.ts';
import type { Message } from '../../src/domain/mail.ts';
import { type RuleName, rules } from '../../src/domain/never.ts';
import { assessDay } from '../../src/domain/plan.ts';
import { contact, deal, facts, mail, ours, rep, thread } from './deals.ts';
import { policy } from './placements.ts';

// Thursday 1 January and Tuesday 6 January 2026 are holidays.
const bavarian = { ...policy, region: 'DE-BY' };
const on = (day: string): Date => new Date(`${day}T11:00:00Z`);
const judge = (change: Partial<DealFacts>, day: string) => assess(facts(change), rep, bavarian, on(day));
const forbids = (change: Partial<DealFacts>, day: string): RuleName[] =>
  judge(change, day).forbidden.map(({ rule }) => rule);
const talk = (...messages: Message[]) => ({ threads: [thread(...messages)] });
const at = (day: string, change: Partial<Message> = {}) => ({
  id: `<${day}@x>`,
  date: new Date(`${day}T09:00:00Z`),
  ...change,
});
const offer = { text: 'Here is the offer, as we said.' };
const mine = (day: string, change: Partial<Message> = {}) => ours(at(day, { ...offer, ...change }));
const theirs = (day: string, text: string, change: Partial<Message> = {}) => mail(at(day, { text, ...change }));

/** On the first day the rule forbids, on the second it does no more. */
const borders: [RuleName, string, Partial<DealFacts>, string, string][] = [
  ['not_stalled', 'their turn for five working days', talk(mine('2025-12-31')), '2026-01-08', '2026-01-09'],
  [
    'not_stalled',
    'twice what they usually need',
    talk(
      mine('2025-12-08'),
      theirs('2025-12-12', 'The plant manager wants to see it with his people first.'),
      mine('2025-12-15'),
      theirs('2025-12-19', 'He was here and looked at two of them with us.'),
      mine('2025-12-31'),
    ),
    // Eight working days instead of five.
    '2026-01-13',
    '2026-01-14',
  ],
  [
    'not_stalled',
    'a promise two working days overdue, a holiday between',
    talk(mine('2025-12-29'), theirs('2025-12-30', 'I will send you the papers by Friday.')),
    '2026-01-06',
    '2026-01-07',
  ],
  [
    'not_stalled',
    'our turn for more than two',
    talk(theirs('2026-01-02', 'What does the second tier cost?')),
    '2026-01-07',
    '2026-01-08',
  ],
  [
    'hold',
    'a hold, on the day before it ends',
    talk(theirs('2025-12-01', 'Please not before 9 January.'), mine('2025-12-02')),
    '2026-01-08',
    '2026-01-09',
  ],
  [
    'hold',
    'an absence, on the day before they are back',
    talk(
      mine('2025-12-19'),
      theirs('2025-12-19', 'I am back on 9 January.', { id: '<away>', signals: { 'auto-submitted': 'auto-replied' } }),
    ),
    '2026-01-08',
    '2026-01-09',
  ],
  [
    'meeting',
    'a meeting, to the end of its day',
    talk(mine('2025-12-19'), theirs('2025-12-22', 'When: 9 January 2026', { attachments: ['invite.ics'] })),
    '2026-01-09',
    '2026-01-10',
  ],
  [
    'meeting',
    'an invitation without a day, ten working days',
    talk(mine('2025-12-19'), theirs('2025-12-22', '', { attachments: ['invite.ics'] })),
    '2026-01-09',
    '2026-01-12',
  ],
  [
    'just_written',
    'a promise that the rep has asked for',
    talk(
      mine('2025-12-29'),
      theirs('2025-12-30', 'I will send you the papers by Friday.'),
      mine('2026-01-02', { text: 'I have not seen them yet.' }),
    ),
    '2026-01-09',
    '2026-01-12',
  ],
  [
    'rests',
    'a draft that was taken back',
    { ...talk(mine('2025-12-10')), lastDraft: { on: '2025-12-31', became: 'withdrawn' } },
    '2026-01-08',
    '2026-01-09',
  ],
  [
    'rests',
    'a draft that was rejected, twice as long',
    { ...talk(mine('2025-12-10')), lastDraft: { on: '2025-12-31', became: 'rejected' } },
    '2026-01-15',
    '2026-01-16',
  ],
  [
    'rejected_kind',
    'three of the kind rejected, for fifteen working days',
    { ...talk(mine('2025-12-10')), rejectedKinds: new Map([['silence', { on: '2025-12-31' }]]) },
    '2026-01-22',
    '2026-01-23',
  ],
];

test.each(borders)('%s: %s', (rule, _, change, last, first) => {
  expect(forbids(change, last)).toContain(rule);
  expect(forbids(change, first)).not.toContain(rule);
  const { until } = judge(change, last).forbidden.find((each) => each.rule === rule) ?? {};
  if (until !== undefined) expect(until).toBe(first);
});

test('a rejected kind keeps no other one back, and says so', () => {
  const question = mine('2025-12-10', { text: 'Would forty seats be enough for you?' });
  const rejectedKinds = new Map([['silence' as const, { on: '2025-12-31' }]]);
  expect(forbids({ ...talk(question), rejectedKinds }, '2026-01-09')).not.toContain('rejected_kind');
  expect(judge({ ...talk(mine('2025-12-10')), rejectedKinds }, '2026-01-09').never).toBe(
    'you rejected the last three drafts of this kind (after silence): none are drafted until Friday 23 January, or until you reset it',
  );
});

test('without the holidays of the region it is sooner', () => {
  expect(assess(facts(talk(mine('2025-12-31'))), rep, policy, on('2026-01-07')).stalled).toBe(true);
  expect(judge(talk(mine('2025-12-31')), '2026-01-07').stalled).toBe(false);
});

test('history begins after the window', () => {
  expect(forbids(talk(mine('2026-01-09')), '2026-07-08')).not.toContain('history');
  expect(forbids(talk(mine('2026-01-09')), '2026-07-09')).toContain('history');
});

describe('follow-ups without an answer', () => {
  const days = ['2025-11-10', '2025-11-18', '2025-11-26', '2025-12-04'];
  test.each([
    [1, false],
    [2, false],
    [3, true],
    [4, true],
  ])('%i mails of ours: %s', (count, forbidden) => {
    expect(forbids(talk(...days.slice(0, count).map((day) => mine(day))), '2026-01-09').includes('follow_ups')).toBe(
      forbidden,
    );
  });

  test('an answer begins them anew', () => {
    const answered = theirs('2025-11-20', 'We look at it in the team, the plant manager first.');
    expect(forbids(talk(...days.map((day) => mine(day)), answered), '2026-01-09')).not.toContain('follow_ups');
  });
});

describe('what is there or not', () => {
  const quiet = mine('2025-12-31');
  const day = '2026-01-12';
  const side = (message: Message) => ({ threads: [thread(quiet), { ref: 'side', messages: [message] }] });
  test.each<[RuleName, Partial<DealFacts>]>([
    ['closed', { ...talk(quiet), deal: { ...deal, status: 'won' } }],
    ['no_mail', { threads: [] }],
    ['hold', talk(theirs('2025-12-01', 'Please do not contact us again.'), quiet)],
    ['opted_out', { ...talk(quiet), contacts: [{ ...contact, optOut: 'yes' }] }],
    ['opted_out', { ...talk(quiet), optedOut: new Set(['dana@buyer.test']) }],
    [
      'opted_out',
      {
        ...talk(quiet),
        contacts: [{ ...contact, emails: ['dana@buyer.test', 'd@old.test'] }],
        optedOut: new Set(['d@old.test']),
      },
    ],
    [
      'opted_out',
      {
        ...talk(mine('2025-12-31', { to: [{ name: '', address: 'dana+work@buyer.test' }] })),
        optedOut: new Set(['dana@buyer.test']),
      },
    ],
    [
      'bounced',
      talk(
        quiet,
        theirs('2025-12-31', 'Undelivered', { id: '<b>', from: { name: '', address: 'mailer-daemon@x.test' } }),
      ),
    ],
    [
      'bounced',
      talk(
        quiet,
        // By a clock that is behind.
        theirs('2025-12-30', 'Undelivered', {
          id: '<b>',
          from: { name: '', address: 'mailer-daemon@x.test' },
          inReplyTo: quiet.id,
        }),
      ),
    ],
    ['unread', side(theirs('2025-12-20', 'The plant manager has it now.', { read: false }))],
    [
      'unread',
      side(theirs('2026-01-02', 'It will do.', { read: false, from: { name: '', address: 'dana.private@home.test' } })),
    ],
    ['unreadable', side(theirs('2026-01-02', '', { signals: { 'content-type': 'multipart/encrypted' } }))],
    ['ended', talk(quiet, theirs('2026-01-02', 'We have decided to go with another vendor.'))],
    ['our_turn', talk(quiet, theirs('2026-01-02', 'What does the second tier cost?'))],
    ['our_turn', talk(mine('2025-12-31', { from: { name: 'Jo', address: 'jo@seller.test' }, place: 'inbox' }))],
    ['draft_there', { ...talk(quiet), threadsWithDraft: new Set(['thread-1']) }],
    ['draft_there', { ...side(mine('2025-12-01')), threadsWithDraft: new Set(['side']) }],
    ['followed_up', { ...talk(quiet), followedUp: new Set([quiet.id]) }],
  ])('%s (%#)', (rule, change) => {
    expect(forbids(change, day)).toContain(rule);
  });

  test('none of them, and a draft is allowed', () => {
    expect(judge(talk(quiet), day)).toMatchObject({ forbidden: [], never: null, again: null, stalled: true });
    expect(judge({ ...talk(quiet), lastDraft: { on: '2026-01-09', became: 'sent' } }, day).never).toBeNull();
  });
});

test('of several meetings one may be called off, and the other stands', () => {
  const invite = (day: string, when: string, subject = 'Invitation: Pilot') =>
    theirs(day, `When: ${when} 2026`, { attachments: ['invite.ics'], subject });
  const both = [mine('2025-12-19'), invite('2025-12-22', '12 January'), invite('2025-12-23', '20 January')];
  const called = invite('2025-12-29', '20 January', 'Cancelled: Pilot');
  expect(judge(talk(...both, called), '2026-01-09').never).toBe('a meeting is booked for 2026-01-12');
  expect(forbids(talk(...both, called), '2026-01-13')).not.toContain('meeting');
});

test('the first rule in order is the one that is said', () => {
  const all = facts({
    ...talk(theirs('2025-12-01', 'Please do not contact us again.'), mine('2026-01-12')),
    deal: { ...deal, status: 'lost' },
    threadsWithDraft: new Set(['thread-1']),
  });
  const { never, forbidden } = assess(all, rep, bavarian, on('2026-01-12'));
  expect(never).toBe('the deal is lost');
  const order = rules.map(({ name }) => name);
  expect(forbidden.map(({ rule }) => rule)).toEqual(
    order.filter((name) => forbidden.some(({ rule }) => rule === name)),
  );
});

describe('a hold that was spoken in another deal', () => {
  const day = on('2026-01-09');
  const sam = { ...contact, id: 'c2', name: 'Sam Roth', emails: ['sam@buyer.test'] };
  const held = (text: string) =>
    facts({
      deal: { ...deal, id: 'd2' },
      contacts: [contact, sam],
      threads: [{ ref: 'x', messages: [theirs('2025-12-01', text)] }],
    });
  const never = (one: DealFacts, other: DealFacts) => assessDay([one, other], rep, bavarian, day)[0]?.never;
  const quiet = facts(talk(mine('2025-12-31')));

  test('holds for the same person here', () => {
    expect(never(quiet, held('Please not before 2 March.'))).toBe(
      'dana@buyer.test asked not to be contacted before 2026-03-02, in another deal',
    );
    expect(never(quiet, held('Please do not contact me again.'))).toMatch(/asked not to be contacted/);
  });

  test('holds under every address that the CRM has of them', () => {
    const alias = facts({
      contacts: [{ ...contact, emails: ['d@new.test'] }],
      threads: [{ ref: 'y', messages: [mine('2025-12-31', { to: [{ name: '', address: 'd@new.test' }] })] }],
    });
    const other = held('Please not before 2 March.');
    other.contacts = [{ ...contact, emails: ['dana@buyer.test', 'd@new.test'] }];
    expect(never(alias, other)).toMatch(/asked not to be contacted before 2026-03-02/);
  });

  test('does not concern others', () => {
    const alone = facts({
      contacts: [sam],
      threads: [{ ref: 'y', messages: [mine('2025-12-31', { to: [{ name: '', address: 'sam@buyer.test' }] })] }],
    });
    expect(never(alone, held('Please not before 2 March.'))).toBeNull();
  });
});

test('a rest that was asked for good without being an opt-out is kept, and may be lifted', () => {
  const forGood = {
    until: null,
    assumed: false,
    scope: 'person',
    quote: 'x',
    optOut: false,
    theyReturn: false,
  } as const;
  const said = theirs('2025-12-01', 'We shall come to you if ever.');
  const { reading } = readingOf(said);
  const rest = { ...said, reading: { ...reading, hold: { ...forGood } } };
  expect(forbids(talk(rest, mine('2025-12-31')), '2026-01-09')).toContain('hold');
  const lifted = theirs('2025-12-02', 'Do write, whenever you like.');
  const lifting = { ...lifted, reading: { ...readingOf(lifted).reading, lifts: true } };
  expect(forbids(talk(rest, lifting, mine('2025-12-31')), '2026-01-09')).not.toContain('hold');
});

const readingOf = (message: Message) => {
  const [read] = readThreads([thread(message)], rep);
  if (!read) throw new Error('nothing was read');
  return read;
};
