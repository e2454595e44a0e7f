/** What stands outside of a deal's own threads keeps it without a draft: mail of no open deal, and the same people in other deals. */
import { describe, expect, test } from 'vitest';
import { assess, type DealFacts, readThreads } from '../../src/domain/assess.ts';
import { openBook } from '../../src/domain/book.ts';
import { mayConcern } from '../../src/domain/concern.ts';
import { boundConversations } from '../../src/domain/dry-run.ts';
import { type Finding, findingsIn, indexFindings } from '../../src/domain/findings.ts';
import type { Message } from '../../src/domain/mail.ts';
import { assessDay } from '../../src/domain/plan.ts';
import { restsIn, toColleague } from '../../src/domain/rests.ts';
import { whyLines } from '../../src/domain/why.ts';
import { contact, deal, facts, mail, ours, rep, thread } from './deals.ts';
import { policy } from './placements.ts';

const today = '2026-11-17';
const now = new Date(`${today}T11:00:00Z`);
const at = (day: number, change: Partial<Message> = {}) => ({
  id: `<${day}@out>`,
  date: new Date(Date.UTC(2026, 10, day, 9)),
  ...change,
});
const dana = { ...contact, emails: ['dana@buyer.test', 'd.berg@old.test'] };
const sam = { ...contact, id: 'c2', name: 'Sam Roth', emails: ['sam@buyer.test'] };
const [samAddress, robin] = [
  { name: 'Sam Roth', address: 'sam@buyer.test' },
  { name: 'Robin Rep', address: 'robin@seller.test' },
];

const found = (messages: Message[], change: Partial<Parameters<typeof findingsIn>[1]> = {}): Finding[] =>
  findingsIn([{ ref: 'out', messages }], { rep, today, contacts: [dana, sam], ...change });
const kinds = (...given: Parameters<typeof found>) => found(...given).map(({ kind, address }) => `${kind} ${address}`);
const outside = (...messages: Message[]) => indexFindings(found(messages));
const quiet = (change: Partial<DealFacts> = {}): DealFacts => facts({ contacts: [dana], ...change });
const never = (change: Partial<DealFacts>) => assess(quiet(change), rep, policy, now).never;

describe('of a thread is kept', () => {
  test.each<[string, Message[], string[]]>([
    ['a hold', [mail(at(9, { text: 'Please not before 1 December.' }))], ['hold dana@buyer.test']],
    ['an opt-out', [mail(at(9, { text: 'Please do not contact me any more.' }))], ['opt_out dana@buyer.test']],
    [
      'an absence',
      [mail(at(9, { text: 'I am away until 1 December.', signals: { 'auto-submitted': 'auto-replied' } }))],
      ['absence dana@buyer.test'],
    ],
    ['what nobody has opened', [mail(at(9, { read: false }))], ['unread dana@buyer.test']],
    [
      'what cannot be read',
      [mail(at(9, { text: '', signals: { 'content-type': 'multipart/encrypted' } }))],
      ['unreadable dana@buyer.test'],
    ],
    [
      'a bounce, for those whom the mail was to reach',
      [
        ours(at(2, { to: [samAddress] })),
        mail(at(3, { id: '<b>', text: 'Undelivered', from: { name: '', address: 'mailer-daemon@x.test' } })),
      ],
      ['bounce sam@buyer.test'],
    ],
    [
      'a meeting, for everybody who takes part',
      [mail(at(9, { to: [robin, samAddress], text: 'When: 20 November 2026', attachments: ['invite.ics'] }))],
      ['meeting dana@buyer.test', 'meeting sam@buyer.test'],
    ],
    [
      'of several meetings each with its people',
      [
        mail(at(9, { text: 'When: 20 November 2026', attachments: ['invite.ics'] })),
        mail(at(10, { from: samAddress, text: 'When: 25 November 2026', attachments: ['invite.ics'] })),
      ],
      ['meeting dana@buyer.test', 'meeting sam@buyer.test'],
    ],
    ['of a mail of ours, for its bounce', [ours(at(16))], ['sent dana@buyer.test']],
  ])('%s', (_, messages, expected) => {
    expect(kinds(messages)).toEqual(expected);
  });

  test.each<[string, Message[]]>([
    ['what was opened and says nothing of the kind', [mail(at(9))]],
    ['a hold that is over', [mail(at(2, { text: 'Please not before 10 November.' }))]],
    [
      'a hold that was lifted',
      [
        mail(at(2, { text: 'Please not before 1 December.' })),
        mail(at(3, { id: '<l>', text: 'Forget what I said about December, you can write to me again.' })),
      ],
    ],
    ['a hold of the rep’s own', [ours(at(2, { text: 'Please not before 1 December.' }))]],
    ['a newsletter that was opened', [mail(at(9, { signals: { 'list-unsubscribe': '<x>' } }))]],
    ['a mail among strangers', [mail(at(9, { from: { name: '', address: 'x@y.test' }, read: false }))]],
    ['a meeting that was', [mail(at(2, { text: 'When: 10 November 2026', attachments: ['invite.ics'] }))]],
    ['a mail of ours of long ago', [ours(at(2))]],
    [
      'a bounce of before our last mail',
      [
        ours(at(2, { id: '<o>' })),
        mail(at(3, { id: '<b>', text: 'Undelivered', from: { name: '', address: 'mailer-daemon@x.test' } })),
        ours(at(4)),
      ],
    ],
  ])('but not %s', (_, messages) => {
    expect(kinds(messages)).toEqual([]);
  });

  test('no text but the words of a rest', () => {
    const text = 'The plant is sold. Please not before 1 December. Our bank is Elbe.';
    expect(JSON.stringify(found([mail(at(9, { text, subject: 'Sold', read: false }))]))).not.toMatch(/Sold|Elbe|plant/);
    expect(found([mail(at(9, { text }))])[0]).toMatchObject({
      quote: 'Please not before 1 December.',
      until: '2026-12-01',
      scope: 'person',
    });
  });

  test('of a matter of its own no rest that concerns only that', () => {
    const topic = mail(at(9, { text: 'x' }));
    const read = found([mail(at(9, { text: 'Please not before 1 December.' }))])[0]!;
    const hold = {
      until: read.until,
      assumed: false,
      scope: 'topic',
      quote: 'x',
      optOut: false,
      theyReturn: false,
    } as const;
    const reading = { ...readingOf(topic), hold };
    expect(kinds([{ ...topic, reading }])).toEqual(['hold dana@buyer.test']);
    expect(kinds([{ ...topic, reading }], { ownMatter: true })).toEqual([]);
  });
});

describe('mail that belongs to no open deal forbids a draft', () => {
  const hold = mail(at(9, { text: 'Please not before 1 December.' }));
  test.each<[string, RegExp, Message[]]>([
    ['a hold', /^dana@buyer\.test asked not to be contacted before 2026-12-01, in mail that belongs to no/, [hold]],
    ['an opt-out', /asked not to be contacted, in mail/, [mail(at(9, { text: 'Please do not contact me any more.' }))]],
    [
      'under another address',
      /^d\.berg@old\.test asked/,
      [{ ...hold, from: { name: '', address: 'd.berg@old.test' } }],
    ],
    [
      'an absence',
      /is away until 2026-12-01/,
      [mail(at(9, { text: 'I am away until 1 December.', signals: { 'auto-submitted': 'auto-replied' } }))],
    ],
    [
      'an unread answer',
      /^dana@buyer\.test wrote in mail that belongs to no open deal and you/,
      [mail(at(9, { read: false }))],
    ],
    [
      'what cannot be read',
      /cannot be read here/,
      [mail(at(9, { text: '', signals: { 'content-type': 'multipart/encrypted' } }))],
    ],
    [
      'a bounce',
      /^a mail to dana@buyer\.test came back undelivered, in mail that/,
      [
        ours(at(9)),
        mail(at(9, { id: '<b>', text: 'Undelivered', from: { name: '', address: 'mailer-daemon@x.test' } })),
      ],
    ],
    [
      'a meeting',
      /a meeting with dana@buyer\.test is booked for 2026-11-20/,
      [mail(at(9, { text: 'When: 20 November 2026', attachments: ['invite.ics'] }))],
    ],
  ])('%s', (_, sentence, messages) => {
    expect(never({ outside: outside(...messages) })).toMatch(sentence);
  });

  test.each<[string, Message[]]>([
    ['somebody else’s unread mail', [mail(at(9, { from: samAddress, read: false }))]],
    ['somebody else’s hold', [{ ...hold, from: samAddress }]],
    [
      'what could not be read before the last mail of the deal',
      [mail(at(1, { text: '', signals: { 'content-type': 'multipart/encrypted' } }))],
    ],
    ['a mail of ours', [ours(at(16))]],
  ])('but not %s', (_, messages) => {
    expect(never({ outside: outside(...messages) })).toBeNull();
  });

  test('a company’s rest concerns everybody at its domain, and nobody by free mail', () => {
    const company: Finding = {
      kind: 'hold',
      address: 'sam@buyer.test',
      messageId: '<x>',
      date: now,
      until: '2026-12-01',
      scope: 'company',
      quote: 'We all need rest until December.',
    };
    expect(never({ outside: indexFindings([company]) })).toMatch(/sam@buyer\.test asked/);
    expect(never({ outside: indexFindings([{ ...company, scope: 'person' }]) })).toBeNull();
    expect(never({ outside: indexFindings([company], ['buyer.test']) })).toBeNull();
  });

  test('until the day, where it has one; who writes in the deal that we may write has lifted it', () => {
    const before = { outside: outside(hold) };
    expect(assess(quiet(before), rep, policy, now).again).toBe('2026-12-01');
    expect(assess(quiet(before), rep, policy, new Date('2026-12-01T11:00:00Z')).never).toBeNull();
    const lifting = mail(at(10, { id: '<lift>' }));
    const lifted = { ...lifting, reading: { ...readingOf(lifting), lifts: true } };
    const rules = assess(quiet({ ...before, threads: [thread(ours(), lifted)] }), rep, policy, now).forbidden;
    expect(rules.map(({ rule }) => rule)).not.toContain('outside');
  });

  test('and is told with its words', () => {
    const judged = assess(quiet({ outside: outside(hold) }), rep, policy, now);
    expect(whyLines({ ...judged, picked: false, notPicked: judged.never })).toContain(
      'On hold: dana@buyer.test asked not to be contacted before 2026-12-01: "Please not before 1 December."',
    );
  });
});

describe('the same person in another deal', () => {
  const other = (...messages: Message[]): DealFacts =>
    facts({
      deal: { ...deal, id: 'd2' },
      contacts: [dana, sam],
      threads: [{ ref: 'other', messages }],
    });
  const first = (...messages: Message[]) => assessDay([quiet(), other(...messages)], rep, policy, now)[0]?.never;

  test.each<[string, RegExp, Message]>([
    ['an unread answer', /^dana@buyer\.test wrote in another deal and you have not/, mail(at(9, { read: false }))],
    [
      'an unread answer from another address of theirs',
      /^d\.berg@old\.test wrote in another deal/,
      mail(at(9, { read: false, from: { name: '', address: 'd.berg@old.test' } })),
    ],
    [
      'a later question that waits for the rep',
      /^dana@buyer\.test waits for your answer in another deal/,
      mail(at(12, { text: 'What does the second tier cost?' })),
    ],
    [
      'what cannot be read',
      /^dana@buyer\.test wrote something in another deal that cannot be read here/,
      mail(at(9, { text: '', signals: { 'content-type': 'multipart/encrypted' } })),
    ],
    [
      'a meeting ahead',
      /^a meeting with dana@buyer\.test is booked for 2026-11-20, in another deal/,
      mail(at(9, { text: 'When: 20 November 2026', attachments: ['invite.ics'] })),
    ],
  ])('%s', (_, sentence, message) => {
    expect(first(message)).toMatch(sentence);
  });

  test.each<[string, Message]>([
    ['somebody else’s unread answer', mail(at(9, { read: false, from: samAddress }))],
    ['a question of before our last word here', mail(at(1, { text: 'What does the second tier cost?' }))],
    ['a meeting that was', mail(at(2, { text: 'When: 10 November 2026', attachments: ['invite.ics'] }))],
    [
      'somebody else’s meeting',
      mail(at(9, { from: samAddress, text: 'When: 20 November 2026', attachments: ['invite.ics'] })),
    ],
  ])('but not %s', (_, message) => {
    expect(first(message)).toBeNull();
  });

  test('a mail to the same address that came back, and not one to another of theirs', () => {
    const to = (address: string) => [
      ours(at(9, { to: [{ name: '', address }] })),
      mail(at(10, { id: '<b>', text: 'Undelivered', from: { name: '', address: 'mailer-daemon@x.test' } })),
    ];
    expect(first(...to('dana@buyer.test'))).toBe('a mail to dana@buyer.test came back undelivered, in another deal');
    expect(first(...to('d.berg@old.test'))).toBeNull();
  });

  test('a company’s rest concerns a deal with others of that company', () => {
    const message = mail(at(9, { from: samAddress, text: 'We all need rest until December.' }));
    const hold = {
      until: '2026-12-01',
      assumed: false,
      scope: 'company',
      quote: 'x',
      optOut: false,
      theyReturn: false,
    } as const;
    const spoken = { ...message, reading: { ...readingOf(message), hold } };
    const its = facts({ deal: { ...deal, id: 'd2' }, contacts: [sam], threads: [{ ref: 'o', messages: [spoken] }] });
    const judged = (among: string[] = []) =>
      assessDay([quiet(), its], rep, { ...policy, freeMailDomains: among }, now)[0]?.never;
    expect(judged()).toBe('sam@buyer.test asked not to be contacted before 2026-12-01, in another deal');
    expect(judged(['buyer.test'])).toBeNull();
  });
});

test('a dry run sees it, too', () => {
  const messages = [ours({ to: [samAddress] }), mail(at(9, { text: 'Please not before 1 December.' }))];
  const other = { ...deal, id: 'd2', contactIds: ['c1'] };
  const crm = { deals: [{ ...deal, contactIds: ['c2', 'c1'] }, other], contacts: [dana, sam] };
  const judged = (among: Message[]) => {
    const { facts: all } = boundConversations(among, crm, rep, now);
    return assessDay(all, rep, policy, now).find(({ dealId }) => dealId === 'd1')?.never;
  };
  expect(judged(messages.slice(0, 1))).toBeNull();
  expect(judged(messages)).toBe(
    'dana@buyer.test asked not to be contacted before 2026-12-01, in mail that belongs to no open deal',
  );
});

describe('what another rep was asked', () => {
  const colleague = (messages: Message[], known = false) =>
    restsIn([{ ref: 'out', messages }], { rep, today, contacts: [dana] }, known);
  const told = (...messages: Message[]) => ({ outside: indexFindings(colleague(messages).flatMap(toColleague)) });
  const hold = mail(at(9, { text: 'The plant is sold. Please not before 1 December.' }));
  const pat = { name: '', address: 'pat@agency.test' };

  test.each<[string, string, Message]>([
    ['a hold', 'dana@buyer.test asked a colleague of yours not to be contacted before 2026-12-01', hold],
    [
      'an opt-out',
      'dana@buyer.test asked a colleague of yours not to be contacted',
      mail(at(9, { text: 'Please do not contact me any more.' })),
    ],
    [
      'a company’s, by anybody of it',
      'ina@buyer.test asked a colleague of yours not to be contacted before 2026-12-01',
      mail(
        at(9, {
          from: { name: '', address: 'ina@buyer.test' },
          text: 'Please do not contact any of us before 1 December.',
        }),
      ),
    ],
    [
      'an absence',
      'dana@buyer.test is away until 2026-12-01, as a colleague of yours was told',
      mail(at(9, { text: 'I am away until 1 December.', signals: { 'auto-submitted': 'auto-replied' } })),
    ],
  ])('%s forbids a draft, and is told without its words', (_, sentence, message) => {
    const judged = assess(quiet(told(message)), rep, policy, now);
    expect(judged.never).toBe(sentence);
    expect(whyLines({ ...judged, picked: false, notPicked: judged.never })).toContain(`On hold: ${sentence}`);
  });

  test.each<[string, Message]>([
    ['what nobody has opened', mail(at(9, { read: false }))],
    ['a meeting', mail(at(9, { text: 'When: 20 November 2026', attachments: ['invite.ics'] }))],
    ['somebody else’s hold', { ...hold, from: samAddress }],
    ['a hold that is over', mail(at(2, { text: 'Please not before 10 November.' }))],
  ])('but not %s', (_, message) => {
    expect(never(told(message))).toBeNull();
  });

  test('of a thread of a deal by everybody in it, of any other by the contacts and for their companies', () => {
    const both = [hold, { ...hold, id: '<pat@x>', from: pat }];
    expect(colleague(both).map(({ address }) => address)).toEqual(['dana@buyer.test', 'pat@agency.test']);
    expect(colleague(both, true).map(({ address }) => address)).toEqual(['dana@buyer.test']);
  });

  test('a rest from one topic stays where it was asked for', () => {
    const topic = {
      until: '2026-12-01',
      assumed: false,
      scope: 'topic',
      quote: 'x',
      optOut: false,
      theyReturn: false,
    } as const;
    const message = mail(at(9, { text: 'x' }));
    expect(colleague([{ ...message, reading: { ...readingOf(message), hold: topic } }])).toEqual([]);
  });

  test('and the word that lifts it', () => {
    const lifts = mail(at(10, { id: '<l>', text: 'Forget what I said about December, you can write to me again.' }));
    expect(colleague([lifts])).toMatchObject([{ kind: 'lift', address: 'dana@buyer.test', until: null }]);
  });
});

describe('of mail in which no contact is named', () => {
  const judged = (messages: Message[], freeMailDomains: string[] = []) => {
    const crm = { deals: [deal], contacts: [dana] };
    const { facts: all } = boundConversations([ours(), ...messages], crm, rep, now, { freeMailDomains });
    return assessDay(all, rep, { ...policy, freeMailDomains }, now)[0]?.never ?? null;
  };
  const by = (address: string, text: string, change: Partial<Message> = {}) =>
    mail(at(9, { from: { name: '', address }, subject: 'Your mails', text, ...change }));
  const all = 'Please do not contact any of us before 1 December.';

  test('a wish for rest counts that somebody speaks for a contact’s company', () => {
    expect(judged([by('ina@buyer.test', all)])).toBe(
      'ina@buyer.test asked not to be contacted before 2026-12-01, in mail that belongs to no open deal',
    );
    expect(judged([by('legal@mail.buyer.test', 'Please stop contacting anybody at our company.')])).toMatch(
      /^legal@mail\.buyer\.test asked not to be contacted, in/,
    );
  });

  test.each<[string, Message]>([
    ['somebody’s own wish', by('ina@buyer.test', 'Please do not contact me before 1 December.')],
    ['what nobody has opened', by('ina@buyer.test', 'Here is the plan.', { read: false })],
    [
      'an absence',
      by('ina@buyer.test', 'I am away until 1 December.', { signals: { 'auto-submitted': 'auto-replied' } }),
    ],
    ['a company that is no contact’s', by('ina@other.test', all)],
  ])('but not %s', (_, message) => {
    expect(judged([message])).toBeNull();
  });

  test('nobody speaks for a domain of free mail', () => {
    expect(judged([by('ina@buyer.test', all)], ['buyer.test'])).toBeNull();
  });

  const invitation = (organiser: string, guest: string) =>
    by(organiser, '', {
      subject: 'Pilot',
      calendar: [
        ...['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:u', 'DTSTART:20261126T100000Z'],
        ...[`ORGANIZER:mailto:${organiser}`, `ATTENDEE:mailto:${guest}`, 'ATTENDEE:mailto:robin@seller.test'],
        ...['END:VEVENT', 'END:VCALENDAR'],
      ].join('\r\n'),
    });

  test.each(['jo@seller.test', 'pat@buyer.test', 'lee@agency.test'])(
    'a meeting counts whose guest stands in the calendar alone, by %s',
    (organiser) => {
      const booked = 'a meeting with dana@buyer.test is booked for 2026-11-26, in mail that belongs to no open deal';
      expect(judged([invitation(organiser, 'dana@buyer.test')])).toBe(booked);
      expect(judged([invitation(organiser, 'sam@buyer.test')])).toBeNull();
    },
  );

  test.each<[string, boolean, Partial<Message>]>([
    ['by its kind', true, { signals: { 'content-type': 'text/calendar; method=REQUEST' } }],
    ['by what its client calls it', true, { signals: { 'content-class': 'urn:content-classes:calendarmessage' } }],
    ['by its subject', true, { subject: 'Einladung: Pilot' }],
    ['by a contact’s company', true, { from: { name: '', address: 'ina@buyer.test' } }],
    [
      'of a list by it',
      false,
      { from: { name: '', address: 'ina@buyer.test' }, to: [], signals: { 'list-id': '<x.test>' } },
    ],
    ['and no other', false, {}],
  ])(
    'a mail among strangers is read that shows itself an invitation, or is of a contact’s company: %s',
    (_, is, change) => {
      const book = openBook([{ ...deal, key: 'd1', number: '1', contacts: [dana] }], rep.addresses);
      expect(mayConcern(by('jo@seller.test', '', change), book)).toBe(is);
    },
  );

  test('in a thread of a deal such a meeting is the deal’s, and counts in the guest’s other deals', () => {
    const talk = [ours(), invitation('jo@seller.test', 'dana@buyer.test')];
    expect(never({ threads: [thread(...talk)] })).toBe('a meeting is booked for 2026-11-26');
    const other = facts({
      deal: { ...deal, id: 'd2' },
      contacts: [dana, sam],
      threads: [{ ref: 'o', messages: talk }],
    });
    expect(assessDay([quiet(), other], rep, policy, now)[0]?.never).toBe(
      'a meeting with dana@buyer.test is booked for 2026-11-26, in another deal',
    );
  });
});

function readingOf(message: Message) {
  const [read] = readThreads([thread(message)], rep);
  if (!read) throw new Error('nothing was read');
  return read.reading;
}
