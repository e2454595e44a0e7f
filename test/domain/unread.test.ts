/** What a contact may have written and nobody has opened forbids, and takes back, whatever it looks like. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import { findingsIn } from '../../src/domain/findings.ts';
import type { Message } from '../../src/domain/mail.ts';
import { readMessage } from '../../src/domain/reading.ts';
import { reasonToWithdraw } from '../../src/domain/withdraw.ts';
import { contact, facts, mail, ours, rep, thread } from './deals.ts';
import { policy } from './placements.ts';

const asked = ours({ date: new Date('2026-11-02T09:00:00Z') });
const now = new Date('2026-11-20T11:00:00Z');
const contacts = [{ ...contact, emails: [...contact.emails, 'news@buyer.test'] }];
const came = (change: Partial<Message>) =>
  mail({ id: '<came>', subject: 'Start date', date: new Date('2026-11-19T09:00:00Z'), read: false, ...change });
const around = (change: Partial<Message>) => facts({ contacts, threads: [thread(asked, came(change))] });

const news = { name: 'Buyer', address: 'news@buyer.test' };
const list = { 'list-unsubscribe': '<mailto:leave@x.test>' };
const auto = { 'auto-submitted': 'auto-replied' };
const reply = (more = '') =>
  `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261112T090000Z\r\nATTENDEE;PARTSTAT=DECLINED:mailto:dana@buyer.test\r\n${more}END:VEVENT\r\nEND:VCALENDAR`;
const declined = { subject: 'Declined: Start', calendar: reply(), text: '' };

/** Whether it waits to be opened. */
const cases: [string, boolean, Partial<Message>][] = [
  ['a person', true, {}],
  ['a person, with the header of a list', true, { signals: list }],
  ['a person, through a group', true, { signals: { 'list-id': '<purchasing.buyer.test>' } }],
  ['bulk without a header', true, { from: news, text: 'Order confirmation. Your order no. 4711 has been shipped.' }],
  [
    'bulk that answers',
    true,
    { from: news, signals: { precedence: 'bulk', 'auto-submitted': 'auto-generated' }, inReplyTo: asked.id },
  ],
  [
    'the order',
    true,
    { subject: 'Order confirmation', text: 'Order no. 4711 attached, 12,000 EUR, delivery 1 April.' },
  ],
  ['a newsletter', false, { from: news, signals: list, text: 'Read more in this issue.' }],
  ['a refusal with another day', true, { ...declined, text: 'Sorry, that day is out. Would 8 April do?' }],
  ['a refusal with a comment', true, { ...declined, calendar: reply('COMMENT:Rather in April\r\n') }],
  [
    'a refusal with a comment of a client',
    true,
    { ...declined, calendar: reply('ATTENDEE;X-RESPONSE-COMMENT="April":mailto:d@x\r\n') },
  ],
  ['another time proposed', true, { ...declined, calendar: reply().replace('REPLY', 'COUNTER') }],
  ['an invitation', true, { ...declined, calendar: reply().replace('REPLY', 'REQUEST') }],
  ['a refusal without a word', false, declined],
  [
    'a refusal in the words of a calendar',
    false,
    { ...declined, text: 'Dana Berg has declined this invitation.\n\nStart\nThursday 12 November' },
  ],
  [
    'the same with a note',
    true,
    { ...declined, text: 'Dana Berg has declined this invitation with this note:\n\nRather in April' },
  ],
  ['an absence note by its header', false, { signals: auto, text: 'I am away until 4 December. Sam knows more.' }],
  ['a receipt by its header', false, { signals: auto, text: 'Your request has been received.' }],
  [
    'an absence note and nothing else',
    false,
    {
      subject: 'Out of office',
      text: 'Hello,\n\nI am out of the office until 4 December. In urgent cases please contact my colleague.',
    },
  ],
  [
    'one that says more',
    true,
    { subject: 'Out of office', text: 'I am out of the office until 4 December. The first of April is fine.' },
  ],
  [
    'an answer before a journey',
    true,
    { text: 'The first of April is fine. Thank you for your mail. I am travelling until Tuesday.' },
  ],
  [
    'an answer with a ticket',
    true,
    {
      text: 'We have received your request and will process it within two days. Ticket number 4711. The first of April is confirmed.',
    },
  ],
  [
    'a receipt without a header',
    true,
    { text: 'Your request has been received. Our team will get back to you within two days.' },
  ],
  ['a read receipt', false, { signals: { 'content-type': 'multipart/report; report-type=disposition-notification' } }],
  [
    'an answer that cannot be told from a quote',
    true,
    { text: '-----Original Message-----\nFrom: Robin\nSent: Monday\n\nShall we?\n\nYes.' },
  ],
  ['a stranger’s newsletter', false, { signals: list, from: { name: 'X', address: 'x@other.test' } }],
];

describe.each(cases)('%s, unopened: %s', (_, waits, change) => {
  test('forbids', () => {
    const rules = (read: boolean) =>
      assess(around({ ...change, read }), rep, policy, now).forbidden.flatMap(({ rule }) =>
        rule === 'unread' ? [rule] : [],
      );
    expect(rules(false)).toEqual(waits ? ['unread'] : []);
    expect(rules(true)).toEqual([]);
  });
  test('forbids elsewhere', () => {
    const found = findingsIn([thread(came(change))], { rep, today: '2026-11-20', contacts });
    expect(found.some(({ kind }) => kind === 'unread')).toBe(waits);
  });
  test('takes a draft back', () => {
    const placed = { placedAt: new Date('2026-11-19T10:00:00Z'), stage: 'Proposal', parent: asked.id };
    const pending = { verdict: 'pending', flags: [] } as const;
    const why = reasonToWithdraw({ ...pending, flags: [] }, placed, around(change), rep, policy, now);
    expect(why !== null).toBe(waits);
  });
});

describe('a mail of which no new text is left', () => {
  const quote = 'On Mon, 2 Nov 2026 at 10:00, Robin Rep <robin@seller.test> wrote:\n> Shall we?\n>\n> Robin';
  test.each([
    [
      'is one that cannot be read',
      'unreadable',
      '-----Original Message-----\nFrom: Robin\nSent: Monday\n\nShall we?\n\nYes.',
    ],
    ['a signature may be the last of it', 'unreadable', '-- \nDana Berg\nPlease not before June.'],
    ['unless it is all quote', 'human', quote],
  ])('%s', (_, kind, text) => {
    expect(readMessage(mail({ text }), rep.zone)).toMatchObject({ kind, text: '' });
    expect(readMessage(ours({ text }), rep.zone, true).kind).toBe('human');
  });
  test.each([
    [
      'below the head of a quote',
      `-----Original Message-----\nFrom: Robin\nSent: Monday\n\n> Shall we?\n\nNot before June.`,
    ],
    ['below another mark', 'On Mon, 2 Nov 2026, Robin Rep wrote:\n| Shall we?\n| Robin\n\nNot before June.'],
    [
      'below a quoted disclaimer',
      `${quote}\n> This message is confidential and may be privileged.\n\nNot before June.`,
    ],
  ])('is not so where the answer stands %s', (_, text) => {
    expect(readMessage(mail({ text }), rep.zone)).toMatchObject({ kind: 'human', text: 'Not before June.' });
  });
  test('nor is what somebody forwards said by who does', () => {
    const text = '---------- Forwarded message ----------\nFrom: Kim\nSubject: x\n\n> Shall we?\n\nNot before June.';
    expect(readMessage(mail({ text }), rep.zone)).toMatchObject({ kind: 'unreadable', text: '', hold: null });
  });
});
