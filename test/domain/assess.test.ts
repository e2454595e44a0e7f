import { describe, expect, test } from 'vitest';
import { assess, type DealFacts } from '../../src/domain/assess.ts';
import type { Message } from '../../src/domain/mail.ts';
import { contact, deal, facts, mail, ours, rep, thread } from './deals.ts';
import { policy } from './placements.ts';

/** Noon in Berlin, on the day. The rep wrote on Tuesday, 3 November. */
const on = (day: string): Date => new Date(`${day}T11:00:00Z`);
const stalledDay = '2026-11-10';
const judge = (change: Partial<DealFacts> = {}, day = stalledDay) => assess(facts(change), rep, policy, on(day));
const talk = (...messages: Message[]) => ({ threads: [thread(...messages)] });
const later = (day: string, change: Partial<Message> = {}) => ({
  id: `<${day}@x>`,
  date: new Date(`${day}T09:00:00Z`),
  ...change,
});

describe('stalled', () => {
  test.each([
    ['four working days', '2026-11-09', false],
    ['five working days', '2026-11-10', true],
    ['over a weekend', '2026-11-08', false],
  ])('after %s of silence: %s', (_, day, stalled) => {
    expect(judge({}, day).stalled).toBe(stalled);
  });

  test('says since when, and quotes the question', () => {
    const words = {
      messageId: '<m2@seller.test>',
      quote: 'Would the second tier with forty seats be enough for you?',
    };
    expect(judge().reasons).toEqual([
      {
        kind: 'question_open',
        points: 0.5,
        text: expect.stringMatching(/^You asked on Tuesday,? 3 November and have had no answer for 5 working days\.$/),
        ...words,
      },
      { kind: 'silence', points: 1, text: 'They have had 5 working days to answer.', ...words },
      { kind: 'one_contact', points: 0.3, text: 'Dana Berg is the only contact of this deal.' },
    ]);
    expect(judge(talk(ours({ text: 'Here is the offer.' })))).toMatchObject({
      situation: 'silence',
      reasons: [{ kind: 'silence', quote: 'Here is the offer.' }, { kind: 'one_contact' }],
    });
  });

  test('counts days in the zone of the rep', () => {
    const late = talk(ours({ date: new Date('2026-11-03T23:30:00Z') }));
    expect(assess(facts(late), rep, policy, on(stalledDay)).stalled).toBe(false);
    expect(assess(facts(late), { ...rep, zone: 'UTC' }, policy, on(stalledDay)).stalled).toBe(true);
  });

  test('is not undone by machines, nor by our own other address', () => {
    const machine = mail(later('2026-11-09', { signals: { 'auto-submitted': 'auto-replied' }, text: 'Away.' }));
    expect(judge(talk(ours(), machine)).turn).toBe('theirs');
    const alias = ours(later('2026-11-04', { from: { name: '', address: 'r.rep@seller.test' } }));
    expect(judge(talk(ours(), alias), '2026-11-11').turn).toBe('theirs');
  });

  test('an overdue promise of theirs, whoever wrote last', () => {
    const promised = mail({ text: 'I will send the papers by Friday.', date: new Date('2026-11-03T09:00:00Z') });
    expect(judge(talk(promised), '2026-11-09')).toMatchObject({ stalled: false, turn: 'theirs' });
    const due = judge(talk(promised), '2026-11-10');
    expect(due).toMatchObject({ situation: 'promise_overdue', turn: 'theirs', never: null });
    expect(due.reasons[0]).toMatchObject({ quote: 'I will send the papers by Friday.', messageId: '<m1@buyer.test>' });
    expect(due.reasons[0]?.text).toMatch(
      /^Dana Berg promised this by Friday,? 6 November; it is Tuesday,? 10 November\.$/,
    );
    const kept = talk(promised, mail(later('2026-11-06', { text: 'Here they are.' })));
    expect(judge(kept, '2026-11-17').situation).not.toBe('promise_overdue');
  });

  test('our own turn is said, and never drafted', () => {
    const asked = judge(talk(mail({ text: 'What does it cost?' })));
    expect(asked).toMatchObject({ turn: 'ours', stalled: true, situation: null });
    expect(asked.never).toBe('it is your turn: the answer has to come from you');
    expect(judge(talk(mail()), '2026-11-05').stalled).toBe(false);
  });

  test('weighs more the longer it waits, within bounds', () => {
    const scores = ['2026-11-10', '2026-11-17', '2026-11-24', '2027-01-20'].map((day) => judge({}, day).score);
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(scores.at(-1)).toBeLessThanOrEqual(7);
    expect(judge({ deal: { ...deal, closeDate: '2026-11-20' } }).score).toBeCloseTo((scores[0] ?? 0) + 4 / 14, 3);
  });
});

describe('how long a contact may take', () => {
  const sam = { name: 'Sam Berg', address: 'sam@buyer.test' };
  const dana = { name: 'Dana Berg', address: 'dana@buyer.test' };
  /** A question to one person and the answer so many days later. */
  const round = (who: typeof sam, on: string, answered: string) => [
    ours({ id: `<q${on}@seller.test>`, to: [who], date: new Date(on), text: 'Could you confirm the address?' }),
    mail({ id: `<a${on}@buyer.test>`, from: who, date: new Date(answered), text: 'Yes, it is the old one.' }),
  ];
  const slow = [...round(dana, '2026-08-03T09:00:00Z', '2026-08-17T09:00:00Z')];
  const quick = ['2026-07-06', '2026-07-08', '2026-07-10'].flatMap((day) =>
    round(sam, `${day}T08:00:00Z`, `${day}T15:00:00Z`),
  );
  const last = ours({ id: '<last@seller.test>', to: [dana], date: new Date('2026-11-03T09:00:00Z') });
  const allowed = (...messages: ReturnType<typeof mail>[]) =>
    judge(talk(...messages, last), '2026-11-12').waiting?.allowed;

  test('is twice their own usual time, whatever others of the deal take', () => {
    expect(allowed()).toBe(policy.stalledAfterWorkingDays);
    expect(allowed(...slow)).toBe(20);
    expect(allowed(...quick, ...slow)).toBe(20);
    expect(allowed(...quick)).toBe(policy.stalledAfterWorkingDays);
  });
});

test('whose turn it is', () => {
  const turn = (...messages: Message[]) => judge(talk(...messages), '2026-11-04').turn;
  expect(turn()).toBe('nobody');
  expect(turn(ours())).toBe('theirs');
  expect(turn(ours(), mail(later('2026-11-04', { text: 'Forty would be too few.' })))).toBe('ours');
  expect(turn(ours(), mail(later('2026-11-04')))).toBe('theirs');
  expect(turn(mail({ signals: { precedence: 'bulk' } }))).toBe('nobody');
});

describe('never drafted', () => {
  const invitation = (change: Partial<Message>) =>
    mail(later('2026-11-03', { attachments: ['invite.ics'], ...change }));
  const hold = (text: string) => mail({ text, date: new Date('2026-11-02T09:00:00Z') });
  test.each<[string, RegExp, Partial<DealFacts>]>([
    [
      'a hold',
      /dana@buyer\.test asked not to be contacted before 2026-12-01/,
      talk(hold('Please not before 1 December.'), ours()),
    ],
    [
      'a hold in another thread',
      /asked not to be contacted/,
      { threads: [thread(ours()), { ref: 'thread-2', messages: [hold('Please not before 1 December.')] }] },
    ],
    [
      'an opt-out in a mail',
      /^dana@buyer\.test asked not to be contacted$/,
      talk(hold('Please stop emailing me.'), ours()),
    ],
    [
      'an opt-out, an absence since',
      /^dana@buyer\.test asked not to be contacted$/,
      talk(
        hold('Please stop emailing me.'),
        ours(),
        mail(later('2026-11-04', { text: 'I am back on 9 November.', signals: { 'auto-submitted': 'auto-replied' } })),
      ),
    ],
    [
      'an opt-out, kind words since',
      /^dana@buyer\.test asked not to be contacted$/,
      talk(
        hold('Please stop emailing me.'),
        mail(later('2026-11-02', { text: 'Not before Friday, as I said.' })),
        ours(),
      ),
    ],
    ['an opt-out in the CRM', /Dana Berg has opted out in the CRM/, { contacts: [{ ...contact, optOut: 'yes' }] }],
    [
      'an absence',
      /away until 2026-11-16/,
      talk(
        ours(),
        mail(later('2026-11-04', { text: 'I am back on 16 November.', signals: { 'auto-submitted': 'auto-replied' } })),
      ),
    ],
    [
      'a bounce',
      /came back undelivered/,
      talk(ours(), mail(later('2026-11-04', { from: { name: '', address: 'mailer-daemon@buyer.test' } }))),
    ],
    ['a won deal', /the deal is won/, { deal: { ...deal, status: 'won' } }],
    ['a lost deal', /the deal is lost/, { deal: { ...deal, status: 'lost' } }],
    [
      'a meeting ahead',
      /a meeting is booked for 2026-11-12/,
      talk(ours(), invitation({ text: 'When: 12 November 2026' })),
    ],
    [
      'a meeting today',
      /a meeting is booked for 2026-11-10/,
      talk(ours(), invitation({ text: 'When: 10 November 2026' })),
    ],
    ['a meeting without a day', /a meeting has been booked/, talk(ours(), invitation({ text: '' }))],
    [
      'an unread answer',
      /wrote and you have not read it yet/,
      talk(mail({ read: false, text: 'I will send the papers by Friday.' })),
    ],
    [
      'an unread answer elsewhere',
      /wrote and you have not read it yet/,
      {
        threads: [
          thread(ours()),
          { ref: 'thread-2', messages: [mail({ read: false, date: new Date('2026-11-01T09:00:00Z') })] },
        ],
      },
    ],
    [
      'two follow-ups unanswered',
      /2 follow-ups have had no answer/,
      talk(ours(later('2026-10-12')), ours(later('2026-10-20')), ours()),
    ],
    ['a draft in the thread', /there is a draft in this thread already/, { threadsWithDraft: new Set(['thread-1']) }],
    ['a mail that was followed up', /already decided on a follow-up/, { followedUp: new Set(['<m2@seller.test>']) }],
    ['no mail at all', /no mail with a contact/, { threads: [] }],
  ])('through %s', (_, why, change) => {
    expect(judge(change).never).toMatch(why);
  });

  test('through a talk that is history', () => {
    expect(judge({}, '2027-09-01').never).toMatch(/longer than the window of 180 days/);
  });

  test.each<[string, Partial<DealFacts>]>([
    ['a hold that has ended', talk(hold('Please not before 5 November.'), ours())],
    ['a hold that the rep spoke', talk(ours({ text: 'I will not write before 1 December.' }))],
    ['a meeting that is over', talk(ours(), invitation({ text: 'When: 9 November 2026' }))],
    [
      'a meeting called off',
      talk(
        ours(),
        invitation({ text: 'When: 12 November 2026' }),
        invitation({ id: '<x>', subject: 'Cancelled: Pilot' }),
      ),
    ],
    [
      'an absence that is over',
      talk(
        ours(),
        mail(later('2026-11-04', { text: 'I am back on 10 November.', signals: { 'auto-submitted': 'auto-replied' } })),
      ),
    ],
    [
      'a bounce of an earlier mail',
      talk(mail(later('2026-10-20', { from: { name: '', address: 'mailer-daemon@buyer.test' } })), ours()),
    ],
    ['one follow-up', talk(ours(later('2026-10-20')), ours())],
    [
      'an opt-out of somebody not in the thread',
      { contacts: [contact, { ...contact, id: 'c2', emails: ['x@buyer.test'], optOut: 'yes' }] },
    ],
    ['a CRM that does not say', { contacts: [{ ...contact, optOut: 'unknown' }] }],
    [
      'a newsletter unread',
      {
        contacts: [{ ...contact, emails: [...contact.emails, 'news@buyer.test'] }],
        threads: [
          thread(ours()),
          {
            ref: 't2',
            messages: [
              mail({
                read: false,
                signals: { 'list-unsubscribe': '<x>' },
                from: { name: 'Buyer', address: 'news@buyer.test' },
              }),
            ],
          },
        ],
      },
    ],
    ['a draft in another thread', { threadsWithDraft: new Set(['thread-9']) }],
  ])('but in spite of %s', (_, change) => {
    expect(judge(change)).toMatchObject({ stalled: true, never: null });
  });

  test('an absence shortens no hold, and a later word of the contact counts', () => {
    const held = hold('Please not before 1 December.');
    const away = mail(
      later('2026-11-04', { text: 'I am back on 9 November.', signals: { 'auto-submitted': 'auto-replied' } }),
    );
    expect(judge(talk(held, ours(), away)).holds).toMatchObject([{ until: '2026-12-01' }]);
    const sooner = mail(later('2026-11-03', { text: 'You may call, but not before 20 November.' }));
    expect(judge(talk(held, sooner), '2026-11-12').holds).toMatchObject([{ until: '2026-11-20' }]);
  });
});
