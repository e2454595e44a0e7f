/** Which meetings stand: invitations, updates, cancellations and answers as calendars send them (RFC 5545, RFC 5546). */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import type { Message } from '../../src/domain/mail.ts';
import { readMessage } from '../../src/domain/reading.ts';
import { facts, mail, ours, rep, thread } from './deals.ts';
import { policy } from './placements.ts';

interface Event {
  method?: string;
  uid?: string;
  start?: string;
  sequence?: number;
  /** Further lines of the event. */
  more?: string[];
}

const event = ({ uid = 'one@buyer.test', start = '20261112T100000', sequence, more = [] }: Event): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTART;TZID=Europe/Berlin:${start}`,
  ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`]),
  ...more,
  'END:VEVENT',
];
const calendar = (method: string, ...events: Event[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`, ...events.flatMap(event), 'END:VCALENDAR'].join('\r\n');

let sent = 0;
const invite = (day: string, given: Event = {}, change: Partial<Message> = {}) =>
  mail({
    id: `<i${sent++}@buyer.test>`,
    date: new Date(`${day}T09:00:00Z`),
    subject: 'Pilot',
    text: '',
    calendar: calendar(given.method ?? 'REQUEST', given),
    ...change,
  });
const cancel = (day: string, given: Event = {}, change: Partial<Message> = {}) =>
  invite(day, { method: 'CANCEL', ...given }, change);
const asked = ours({ date: new Date('2026-11-02T09:00:00Z') });

const verdict = (today: string, ...messages: Message[]): string | null => {
  const judged = assess(facts({ threads: [thread(asked, ...messages)] }), rep, policy, new Date(`${today}T11:00:00Z`));
  return judged.forbidden.find(({ rule }) => rule === 'meeting')?.text ?? null;
};
const booked = (day: string) => `a meeting is booked for ${day}`;

describe('of two meetings', () => {
  const other = { uid: 'two@buyer.test', start: '20261112T160000' };
  test('on one day the other stands when one is called off', () => {
    const both = [invite('2026-11-03'), invite('2026-11-04', other)];
    expect(verdict('2026-11-10', ...both, cancel('2026-11-05', { sequence: 1 }))).toBe(booked('2026-11-12'));
    expect(verdict('2026-11-10', ...both, cancel('2026-11-05'), cancel('2026-11-06', other))).toBeNull();
  });
  test('on two days too, also where the notice names no day', () => {
    const both = [invite('2026-11-03'), invite('2026-11-04', { ...other, start: '20261120T100000' })];
    const torn = cancel('2026-11-05', { uid: 'two@buyer.test' });
    torn.calendar = torn.calendar!.replace(/DTSTART.*\r\n/, '');
    expect(verdict('2026-11-10', ...both, torn)).toBe(booked('2026-11-12'));
    expect(verdict('2026-11-13', ...both, torn)).toBeNull();
  });
  test('known by their words alone the one of the same name is called off', () => {
    const words = (day: string, subject: string, text = 'When: 12 November 2026') =>
      mail({ id: `<w${sent++}@x>`, date: new Date(`${day}T09:00:00Z`), subject, text, attachments: ['invite.ics'] });
    const both = [words('2026-11-03', 'Invitation: Prices'), words('2026-11-04', 'Invitation: Security')];
    expect(verdict('2026-11-10', ...both, words('2026-11-05', 'Cancelled: Prices'))).toBe(booked('2026-11-12'));
    expect(
      verdict(
        '2026-11-10',
        ...both,
        words('2026-11-05', 'Cancelled: Prices'),
        words('2026-11-06', 'Cancelled: Security', ''),
      ),
    ).toBeNull();
  });
});

describe('a new version', () => {
  test('replaces the day', () => {
    const moved = invite('2026-11-04', { sequence: 1, start: '20261126T100000' });
    expect(verdict('2026-11-10', invite('2026-11-03', { sequence: 0 }), moved)).toBe(booked('2026-11-26'));
    expect(
      verdict(
        '2026-11-10',
        invite('2026-11-03', { sequence: 0, start: '20261126T100000' }),
        invite('2026-11-04', { sequence: 1, start: '20261109T100000' }),
      ),
    ).toBeNull();
  });
  test('is not undone by an older one that comes late', () => {
    const late = invite('2026-11-05', { sequence: 1 });
    expect(verdict('2026-11-10', invite('2026-11-04', { sequence: 2, start: '20261126T100000' }), late)).toBe(
      booked('2026-11-26'),
    );
  });
  test('after a cancellation stands', () => {
    expect(
      verdict(
        '2026-11-10',
        invite('2026-11-03'),
        cancel('2026-11-04', { sequence: 1 }),
        invite('2026-11-05', { sequence: 2 }),
      ),
    ).toBe(booked('2026-11-12'));
  });
  test('proposed by an attendee changes nothing', () => {
    const counter = invite('2026-11-04', { method: 'COUNTER', start: '20261109T100000' });
    expect(verdict('2026-11-10', invite('2026-11-03'), counter)).toBe(booked('2026-11-12'));
  });
});

describe('a series', () => {
  const weekly = (...more: string[]) =>
    invite('2026-11-03', { start: '20261105T100000', more: ['RRULE:FREQ=WEEKLY', ...more] });
  test('has a next meeting ahead', () => {
    expect(verdict('2026-11-10', weekly())).toBe(booked('2026-11-12'));
    expect(verdict('2027-01-10', weekly())).toBe(booked('2027-01-14'));
  });
  test('ends where it says', () => {
    const three = invite('2026-11-03', { start: '20261105T100000', more: ['RRULE:FREQ=WEEKLY;COUNT=3'] });
    expect(verdict('2026-11-13', three)).toBe(booked('2026-11-19'));
    expect(verdict('2026-11-20', three)).toBeNull();
  });
  test('leaves out what it excepts, and has what it adds', () => {
    expect(verdict('2026-11-10', weekly('EXDATE;TZID=Europe/Berlin:20261112T100000'))).toBe(booked('2026-11-19'));
    expect(verdict('2026-11-10', weekly('RDATE;TZID=Europe/Berlin:20261111T100000'))).toBe(booked('2026-11-11'));
  });
  test('goes on when one of its meetings is called off or moved', () => {
    const one = { start: '20261112T100000', more: ['RECURRENCE-ID;TZID=Europe/Berlin:20261112T100000'] };
    expect(verdict('2026-11-10', weekly(), cancel('2026-11-06', one))).toBe(booked('2026-11-19'));
    const moved = invite('2026-11-06', { ...one, start: '20261113T100000' });
    expect(verdict('2026-11-10', weekly(), moved)).toBe(booked('2026-11-13'));
    expect(
      verdict('2026-11-10', weekly(), moved, cancel('2026-11-07', { start: '20261105T100000', sequence: 1 })),
    ).toBeNull();
  });
  test('goes on when one of its meetings is called off in words', () => {
    const words = mail({
      id: '<words@x>',
      date: new Date('2026-11-06T09:00:00Z'),
      text: 'I have to cancel our next call.',
    });
    expect(verdict('2026-11-10', weekly(), words)).toBe(booked('2026-11-19'));
    const named = { ...words, text: 'I have to cancel our call on 19 November.' };
    expect(verdict('2026-11-10', weekly(), named)).toBe(booked('2026-11-12'));
    expect(verdict('2026-11-13', weekly(), named)).toBe(booked('2026-11-26'));
  });
  test('and an exception to it may come in one mail', () => {
    const both = invite('2026-11-03');
    both.calendar = calendar(
      'REQUEST',
      { start: '20261105T100000', more: ['RRULE:FREQ=WEEKLY'] },
      { start: '20261118T100000', more: ['RECURRENCE-ID;TZID=Europe/Berlin:20261112T100000'] },
    );
    expect(verdict('2026-11-10', both)).toBe(booked('2026-11-18'));
  });
  test.each(['FREQ=WEEKLY;BYDAY=', 'FREQ=WEEKLY;\r\n BYDAY=XX', 'nothing'])(
    'by a rule that is none (%s) has its first day',
    (rule) => {
      const torn = invite('2026-11-03', { more: [`RRULE:${rule}`, 'SEQUENCE:0'] });
      expect(verdict('2026-11-10', torn)).toBe(booked('2026-11-12'));
      expect(verdict('2026-11-13', torn)).toBeNull();
    },
  );
  test('goes on when its guest cannot come once', () => {
    const answer = (...more: string[]) =>
      invite('2026-11-06', {
        method: 'REPLY',
        start: '20261112T100000',
        more: ['ATTENDEE;PARTSTAT=DECLINED:mailto:dana@buyer.test', ...more],
      });
    const once = answer('RECURRENCE-ID;TZID=Europe/Berlin:20261112T100000');
    expect(verdict('2026-11-13', weekly(), once)).toBe(booked('2026-11-19'));
    expect(verdict('2026-11-13', weekly(), answer())).toBeNull();
    const alone = invite('2026-11-03', { more: ['RECURRENCE-ID;TZID=Europe/Berlin:20261112T100000'] });
    expect(verdict('2026-11-10', alone, once)).toBeNull();
  });
  test.each([
    'FREQ=SECONDLY;BYMONTH=3',
    'FREQ=WEEKLY;BYMONTH=2;INTERVAL=999999999',
    'FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2',
    'FREQ=DAILY;INTERVAL=7;BYDAY=MO',
    'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9',
    'FREQ=NEVER',
  ])('by the rule %s costs no more than any other', (rule) => {
    const begun = performance.now();
    verdict('2036-11-10', invite('2026-11-03', { start: '20260203T100000', more: [`RRULE:${rule}`] }));
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

describe('words that call off some meeting', () => {
  const said = (text: string, change: Partial<Message> = {}) =>
    mail({ id: `<s${sent++}@x>`, date: new Date('2026-11-06T09:00:00Z'), text, ...change });
  /** Of conversations of the deal, what forbids a draft as a meeting. */
  const judged = (...threads: Message[][]): string | null => {
    const talks = threads.map((messages, n) => ({ ref: `t${n}`, messages }));
    const { forbidden } = assess(facts({ threads: talks }), rep, policy, new Date('2026-11-10T11:00:00Z'));
    return forbidden.find(({ rule }) => rule === 'meeting')?.text ?? null;
  };
  const off = 'I have to cancel our call.';
  const other = { uid: 'two@buyer.test', start: '20261120T100000' };
  test('in another thread leave one of the calendar standing, unless they name its day', () => {
    expect(judged([invite('2026-11-03')], [asked, said(off)])).toBe(booked('2026-11-12'));
    expect(judged([invite('2026-11-03')], [asked, said('I have to cancel our call on 12 November.')])).toBeNull();
  });
  test('in its thread free the only one with that person', () => {
    expect(judged([asked, invite('2026-11-03'), said(off)])).toBeNull();
    expect(judged([asked, invite('2026-11-03')], [invite('2026-11-04', other), said(off)])).toBe(booked('2026-11-12'));
  });
  test('of somebody who takes no part in it free none', () => {
    const sam = { name: 'Sam Roth', address: 'sam@buyer.test' };
    expect(judged([asked, invite('2026-11-03'), said(off, { from: sam })])).toBe(booked('2026-11-12'));
  });
  test('free what was agreed on in words', () => {
    const agreed = [ours({ text: 'Shall we talk on 12 November?' }), said('Yes, 12 November suits me.')];
    const later = said(off, { date: new Date('2026-11-07T09:00:00Z') });
    expect(judged(agreed)).toBe(booked('2026-11-12'));
    expect(judged([...agreed, later])).toBeNull();
    expect(judged(agreed, [later])).toBeNull();
    expect(judged(agreed, [invite('2026-11-03', other), later])).toBe(booked('2026-11-12'));
  });
});

describe('an answer', () => {
  const answer = (day: string, who: string, part: string, change: Partial<Message> = {}) =>
    invite(
      day,
      { method: 'REPLY', more: [`ATTENDEE;PARTSTAT=${part}:mailto:${who}`] },
      { from: { name: '', address: who }, ...change },
    );
  const guests = (...who: string[]) =>
    invite(
      '2026-11-03',
      {
        more: [
          'ORGANIZER:mailto:robin@seller.test',
          ...who.map((each) => `ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${each}`),
        ],
      },
      {
        from: rep.addresses.map((address) => ({ name: '', address }))[0]!,
        place: 'sent',
        to: who.map((address) => ({ name: '', address })),
      },
    );
  const [dana, sam] = ['dana@buyer.test', 'sam@buyer.test'];
  test('of one guest who declines leaves the meeting to the other', () => {
    expect(verdict('2026-11-10', guests(dana, sam), answer('2026-11-04', dana, 'DECLINED'))).toBe(booked('2026-11-12'));
    expect(
      verdict(
        '2026-11-10',
        guests(dana, sam),
        answer('2026-11-04', dana, 'DECLINED'),
        answer('2026-11-05', sam, 'DECLINED'),
      ),
    ).toBeNull();
  });
  test('of the only guest who declines calls it off, until he accepts', () => {
    expect(verdict('2026-11-10', guests(dana), answer('2026-11-04', dana, 'DECLINED'))).toBeNull();
    expect(
      verdict(
        '2026-11-10',
        guests(dana),
        answer('2026-11-04', dana, 'DECLINED'),
        answer('2026-11-05', dana, 'ACCEPTED'),
      ),
    ).toBe(booked('2026-11-12'));
  });
  test('of the rep who declines calls off what the contact invited to', () => {
    const theirs = invite('2026-11-03', {
      more: ['ORGANIZER:mailto:dana@buyer.test', 'ATTENDEE:mailto:robin@seller.test'],
    });
    expect(
      verdict(
        '2026-11-10',
        theirs,
        answer('2026-11-04', 'robin@seller.test', 'DECLINED', { place: 'sent', to: [{ name: '', address: dana }] }),
      ),
    ).toBeNull();
  });
  test('in words alone counts for its author', () => {
    const declined = mail({
      date: new Date('2026-11-04T09:00:00Z'),
      id: '<d@x>',
      subject: 'Declined: Pilot',
      text: '',
      attachments: ['invite.ics'],
    });
    expect(verdict('2026-11-10', guests(dana), declined)).toBeNull();
    expect(verdict('2026-11-10', guests(dana, sam), declined)).toBe(booked('2026-11-12'));
  });
});

test('what is read of an invitation says which meeting it is', () => {
  const { meeting } = readMessage(
    invite('2026-11-03', { sequence: 2, more: ['RRULE:FREQ=WEEKLY;COUNT=9'] }),
    'Europe/Berlin',
  );
  expect(meeting).toMatchObject({ at: '2026-11-12', state: 'proposed', uid: 'one@buyer.test', sequence: 2 });
});

test('a day that cannot be is none: a calendar rolls it on to another', () => {
  const on = (start: string) => {
    const lines = ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', `DTSTART:${start}`];
    const whole = [...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
    return readMessage(mail({ subject: 'Invitation: a', text: '', calendar: whole }), 'Europe/Berlin').meeting?.at;
  };
  expect(on('20260630T100000Z')).toBe('2026-06-30');
  for (const start of ['20260631T100000Z', '20270229T100000', '20260432']) expect(on(start), start).toBeNull();
});
