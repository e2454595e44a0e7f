/** Which of eight situations a deal is in, and the messages that say so. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import type { Message } from '../../src/domain/mail.ts';
import { parts } from '../../src/domain/score.ts';
import { situations } from '../../src/domain/situation.ts';
import { facts, mail, ours, rep, thread } from './deals.ts';
import { policy } from './placements.ts';

const now = new Date('2026-11-18T11:00:00Z');
const at = (day: string, hour = 9) => ({ id: `<${day}-${hour}@x>`, date: new Date(`2026-11-${day}T0${hour}:00:00Z`) });
const mine = (day: string, text: string, change: Partial<Message> = {}) => ours({ ...at(day), text, ...change });
const theirs = (day: string, text: string, change: Partial<Message> = {}) => mail({ ...at(day), text, ...change });
const away = (day: string, text: string) =>
  theirs(day, text, { id: `<away-${day}@x>`, subject: 'Out of office', signals: { 'auto-submitted': 'auto-replied' } });
const met = (day: string, on: string, change: Partial<Message> = {}) =>
  mine(day, 'Demo', {
    id: `<met-${day}@x>`,
    subject: 'Invitation: Demo',
    calendar: [
      'BEGIN:VCALENDAR',
      'METHOD:REQUEST',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:1',
      `DTSTART:202611${on}T100000Z`,
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:dana@buyer.test',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n'),
    ...change,
  });
const judge = (...messages: Message[]) => assess(facts({ threads: [thread(...messages)] }), rep, policy, now);

const offer = 'Here is the offer, as we said.';
const question = 'Would forty seats be enough?';

test.each<[string | null, string, Message[], string | undefined]>([
  ['silence', 'we wrote', [mine('04', offer)], offer],
  ['question_open', 'we asked', [mine('04', question)], question],
  [
    'promise_overdue',
    'they promised',
    [mine('03', offer), theirs('04', 'I will send you the papers by 12 November.')],
    'I will send you the papers by 12 November.',
  ],
  [
    'promise_overdue',
    'they said that they come back on a day that has passed',
    [mine('03', offer), theirs('04', 'I will come back to you on 12 November.')],
    'I will come back to you on 12 November.',
  ],
  [
    'we_promised',
    'we promised',
    [theirs('09', 'Can you send me the drawing?'), mine('10', 'I will send you the drawing by 12 November.')],
    'I will send you the drawing by 12 November.',
  ],
  [
    'we_promised',
    'we promised, and they thanked us',
    [theirs('09', 'Can you send it?'), mine('10', 'I will send it by 12 November.'), theirs('11', 'Thanks!')],
    'I will send it by 12 November.',
  ],
  [
    null,
    'we promised, and they have asked since',
    [mine('10', 'I will send it by 12 November.'), theirs('11', 'And what would it cost?')],
    undefined,
  ],
  [
    null,
    'we promised, and they have told us something since',
    [mine('10', 'I will send it by 12 November.'), theirs('11', 'We have decided on the blue one with two doors.')],
    undefined,
  ],
  [
    null,
    'a colleague promised',
    [
      theirs('09', 'Can you send it?'),
      mine('10', 'I will send it by 12 November.', {
        place: 'inbox',
        from: { name: 'Jo', address: 'jo@seller.test' },
        cc: [{ name: 'Robin Rep', address: 'robin@seller.test' }],
      }),
    ],
    undefined,
  ],
  [
    null,
    'what we said is on its way is no word to keep',
    [mine('10', 'The samples went out to you this morning.')],
    undefined,
  ],
  ['after_meeting', 'we met', [mine('02', question), met('03', '10')], 'Invitation: Demo'],
  [
    'after_meeting',
    'we met, and had promised something before',
    [theirs('02', 'Tuesday the 10th at 11 works.'), mine('03', 'I will send you the invitation.'), met('03', '10')],
    'Invitation: Demo',
  ],
  ['silence', 'we met, and wrote since', [met('03', '09'), mine('10', offer)], offer],
  ['after_absence', 'they were away', [mine('03', question), away('03', 'I am back on 12 November.')], question],
  ['question_open', 'they are back since today', [mine('03', question), away('03', 'Back on 18 November.')], question],
  [
    'question_open',
    'they were away, and somebody reads along who was not told',
    [mine('03', question, { cc: [{ name: '', address: 'boss@buyer.test' }] }), away('03', 'I am back on 12 November.')],
    question,
  ],
  ['question_open', 'an absence before we wrote', [away('02', 'Back on 3 November.'), mine('04', question)], question],
  [
    'hold_over',
    'they asked for rest',
    [theirs('02', 'Please not before 12 November.')],
    'Please not before 12 November.',
  ],
  ['last_try', 'we asked twice', [mine('02', question), mine('09', 'Any news on this?')], question],
  [
    'last_try',
    'we wrote twice',
    [mine('02', offer), mine('09', 'The offer is valid until the end of the year.')],
    offer,
  ],
  ['silence', 'we wrote twice in a day', [mine('04', offer), ours({ ...at('04', 8), text: offer })], offer],
  [
    'question_open',
    'we asked in two ways',
    [mine('04', 'Would forty seats be enough? Please let me know which day suits you.')],
    question,
  ],
  [
    'question_open',
    'we asked once since their rest, and agreed to it before',
    [
      theirs('02', 'Please not before 9 November.'),
      mine('02', 'Of course, we will wait.', { id: '<ok@x>', date: new Date('2026-11-02T12:00:00Z') }),
      mine('10', 'Does it suit you to go on now?'),
    ],
    'Does it suit you to go on now?',
  ],
  [
    'last_try',
    'they promised, and we reminded them',
    [theirs('02', 'I will send it by 5 November.'), mine('09', 'Have you been able to send it?')],
    'I will send it by 5 November.',
  ],
  [
    'promise_overdue',
    'they promised without a day, and we thanked them',
    [theirs('04', 'I will send you the papers.'), mine('05', 'Thank you, that helps us a lot with the plan.')],
    'I will send you the papers.',
  ],
  [
    'question_open',
    'they answered the first of our two mails',
    [mine('02', question), theirs('03', 'Forty is fine.'), mine('04', 'Good. Which day suits you?')],
    'Which day suits you?',
  ],
])('%s: %s', (situation, _, messages, quote) => {
  const assessed = judge(...messages);
  expect(assessed.situation).toBe(situation);
  expect(assessed.about?.quote).toBe(quote);
});

test('of an absence notice only the words that name the day back are kept', () => {
  const notice = away('03', 'Thank you for your mail. I am in hospital in Turin. I am back on 12 November. Ask Kim.');
  const { about } = judge(mine('03', question), notice);
  expect(about?.beside).toEqual({ messageId: '<away-03@x>', quote: 'I am back on 12 November.', day: '2026-11-12' });
});

describe('our own word', () => {
  const word = [theirs('09', 'Can you send it?'), mine('10', 'I will send it by 13 November.')];
  const on = (day: string) =>
    assess(facts({ threads: [thread(...word)] }), rep, policy, new Date(`2026-11-${day}T11:00:00Z`)).never;
  test('is spoken of once it is overdue by the policy', () => {
    expect(on('12')).toContain('it is your turn');
    expect(on('17')).toContain('it is your turn since 2 working days');
    expect(on('18')).toBeNull();
  });
});

test('every situation has its part of the score, with the words it is about', () => {
  expect(parts.map(({ name }) => name)).toEqual(expect.arrayContaining([...situations]));
  for (const messages of [
    [mine('02', question), mine('09', 'Any news on this?')],
    [mine('02', question), met('03', '10')],
    [mine('03', question), away('03', 'I am back on 12 November.')],
    [theirs('09', 'Can you send it?'), mine('10', 'I will send it by 12 November.')],
  ]) {
    const { situation, reasons, about } = judge(...messages);
    const reason = reasons.find(({ kind }) => kind === situation);
    expect(reason).toMatchObject({ messageId: about?.messageId, quote: about?.quote });
    expect(reason?.text).toMatch(/^[A-Z].*\.$/);
    expect(reason?.points).toBeGreaterThan(0);
  }
});
