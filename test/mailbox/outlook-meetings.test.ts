/** Meeting mails and delivery reports as Outlook gives them, up to what they mean for a deal. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import type { Thread } from '../../src/domain/mail.ts';
import { asReport } from '../../src/domain/reading/delivery-report.ts';
import { readMessage } from '../../src/domain/reading.ts';
import type { Mailbox } from '../../src/mailbox/mailbox.ts';
import { facts, rep } from '../domain/deals.ts';
import { policy } from '../domain/placements.ts';
import type { Graph, GraphAccount } from '../fakes/outlook.ts';
import type { Notice } from '../fakes/outlook-meetings.ts';
import type { Switches } from '../fakes/outlook-store.ts';
import { openOn, startFake } from './outlook-account.ts';

const owner = { name: 'Robin Rep', address: 'robin@seller.test' };
const alias = 'r.rep@seller.test';
const dana = '"Dana Berg" <dana@buyer.test>';

let graph: Graph;
let account: GraphAccount;
let mailbox: Mailbox;
let at: Date;

async function start(switches: Partial<Switches> = {}): Promise<void> {
  await graph?.stop();
  graph = await startFake({ now: () => at, switches });
  account = graph.account(owner, [alias]);
  mailbox = openOn(graph, account, { now: () => at });
  await account.rep.writeByHand({ to: dana, subject: 'Pilot', text: 'Shall we talk?', date: new Date(at) });
}

beforeEach(async () => {
  at = new Date('2026-11-02T09:00:00Z');
  await start();
});
afterEach(() => graph.stop());

/** A meeting mail that comes on that day of November. */
const notice = (day: number, change: Partial<Notice> & { from?: string; to?: string[]; text?: string } = {}) => {
  const { from = dana, to = [owner.address], text = 'Prices', ...rest } = change;
  const date = new Date(Date.UTC(2026, 10, day, 9));
  return account.rep.receiveMeeting(
    { from, to, subject: 'Pilot', text, date },
    { kind: 'request', uid: 'one', start: new Date('2026-11-12T09:00:00Z'), ...rest },
    from.includes(owner.address) ? 'sentitems' : 'inbox',
  );
};
const conversations = () => [...new Set([...account.store.items.values()].map(({ conversationId }) => conversationId))];
const threads = (): Promise<Thread[]> => Promise.all(conversations().map((ref) => mailbox.readThread(ref)));

async function verdict(today: string): Promise<string | null> {
  const judged = assess(facts({ threads: await threads() }), rep, policy, new Date(`${today}T11:00:00Z`));
  return judged.forbidden.find(({ rule }) => rule === 'meeting')?.text ?? null;
}
const booked = (day: string) => `a meeting is booked for ${day}`;

describe('a meeting', () => {
  test('that is asked for is ahead on its day in the zone of the rep', async () => {
    await notice(3, { start: new Date('2026-11-12T23:30:00Z') });
    expect(await verdict('2026-11-10')).toBe(booked('2026-11-13'));
    expect(await verdict('2026-11-14')).toBeNull();
  });

  test('that the rep asks for is ahead, too', async () => {
    await notice(3, { from: `"Robin Rep" <${owner.address}>`, to: ['dana@buyer.test'] });
    expect(await verdict('2026-11-10')).toBe(booked('2026-11-12'));
  });

  test('is gone when it is called off, and another day when it is moved', async () => {
    await notice(3);
    await notice(3, { uid: 'two', start: new Date('2026-11-18T09:00:00Z') });
    await notice(4, { sequence: 1, start: new Date('2026-11-16T09:00:00Z') });
    expect(await verdict('2026-11-10')).toBe(booked('2026-11-16'));
    await notice(5, { kind: 'cancelled', sequence: 2 });
    expect(await verdict('2026-11-10')).toBe(booked('2026-11-18'));
    await notice(6, { kind: 'cancelled', uid: 'two', sequence: 1 });
    expect(await verdict('2026-11-10')).toBeNull();
  });

  test('stands by its latest version, whichever comes last', async () => {
    await notice(3, { sequence: 2, start: new Date('2026-11-16T09:00:00Z') });
    await notice(4, { sequence: 1 });
    expect(await verdict('2026-11-10')).toBe(booked('2026-11-16'));
  });

  test('is none when the only guest declines, and is one when they accept, perhaps', async () => {
    await notice(3, { from: `"Robin Rep" <${owner.address}>`, to: ['dana@buyer.test'] });
    await notice(4, { kind: 'declined', text: 'I cannot.' });
    expect(await verdict('2026-11-10')).toBeNull();
    await notice(5, { kind: 'tentative' });
    expect(await verdict('2026-11-10')).toBe(booked('2026-11-12'));
    await notice(6, { kind: 'declined' });
    await notice(7, { kind: 'accepted' });
    expect(await verdict('2026-11-10')).toBe(booked('2026-11-12'));
  });

  test.each(['2026-11-11T23:00:00Z', '2026-11-12T00:00:00Z', '2026-11-12T08:00:00Z'])(
    'of a whole day is that day, at whatever hour of UTC it begins (%s)',
    async (begin) => {
      await notice(3, { allDay: true, start: new Date(begin) });
      expect(await verdict('2026-11-10')).toBe(booked('2026-11-12'));
    },
  );

  test('is on the day that its own zone names, where that is told', async () => {
    await notice(3, { start: new Date('2026-11-12T23:30:00Z'), zone: 'Pacific Standard Time' });
    expect(await verdict('2026-11-10')).toBe(booked('2026-11-12'));
  });

  const range = {
    type: 'noEnd',
    startDate: '2026-11-03',
    endDate: '0001-01-01',
    recurrenceTimeZone: 'UTC',
    numberOfOccurrences: 0,
  };
  const pattern = { interval: 1, month: 0, dayOfMonth: 0, firstDayOfWeek: 'sunday', index: 'first' };
  test.each<[string, object, object, string]>([
    ['every week', { type: 'weekly', daysOfWeek: ['tuesday', 'friday'] }, {}, '2026-11-27'],
    ['every second week', { type: 'weekly', daysOfWeek: ['tuesday'], interval: 2 }, {}, '2026-12-01'],
    ['every day until a date', { type: 'daily' }, { type: 'endDate', endDate: '2026-11-26' }, '2026-11-26'],
    ['one day of every month', { type: 'absoluteMonthly', dayOfMonth: 3 }, {}, '2026-12-03'],
    [
      'the last Monday of every month',
      { type: 'relativeMonthly', daysOfWeek: ['monday'], index: 'last' },
      {},
      '2026-11-30',
    ],
    [
      'the second working day',
      {
        type: 'relativeMonthly',
        daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        index: 'second',
      },
      {},
      '2026-12-02',
    ],
    ['one day of every year', { type: 'absoluteYearly', dayOfMonth: 3, month: 11 }, {}, '2027-11-03'],
    [
      'a day of one month',
      { type: 'relativeYearly', daysOfWeek: ['tuesday'], index: 'first', month: 11 },
      {},
      '2027-11-02',
    ],
  ])('that comes again %s', async (_, change, end, next) => {
    const recurrence = { pattern: { ...pattern, ...change }, range: { ...range, ...end } };
    await notice(2, { start: new Date('2026-11-03T09:00:00Z'), recurrence });
    expect(await verdict('2026-11-26')).toBe(booked(next));
  });

  test('that comes again so often ends with the last', async () => {
    const recurrence = {
      pattern: { ...pattern, type: 'weekly', daysOfWeek: ['tuesday'] },
      range: { ...range, type: 'numbered', numberOfOccurrences: 3 },
    };
    await notice(2, { start: new Date('2026-11-03T09:00:00Z'), recurrence });
    expect(await verdict('2026-11-16')).toBe(booked('2026-11-17'));
    expect(await verdict('2026-11-18')).toBeNull();
  });

  test('whose series cannot be written down has its first day', async () => {
    await notice(2, { recurrence: { pattern: { ...pattern, type: 'relativeMonthly', daysOfWeek: [] }, range } });
    expect(await verdict('2026-11-10')).toBe(booked('2026-11-12'));
  });

  test('of very many keeps its day', async () => {
    await notice(3, { to: Array.from({ length: 900 }, (_, n) => `${'p'.repeat(90)}${n}@buyer.test`) });
    expect(await verdict('2026-11-10')).toBe(booked('2026-11-12'));
  });

  test('without an id is known by its title', async () => {
    await notice(3);
    await notice(4, { kind: 'cancelled' });
    for (const { properties } of account.store.items.values())
      for (const id of [...properties.keys()]) if (id.startsWith('Binary')) properties.delete(id);
    expect(await verdict('2026-11-10')).toBeNull();
  });

  test('of a series may be moved or called off alone', async () => {
    const weekly = { pattern: { ...pattern, type: 'weekly', daysOfWeek: ['tuesday'] }, range };
    await notice(2, { start: new Date('2026-11-03T09:00:00Z'), recurrence: weekly });
    await notice(3, { start: new Date('2026-11-12T09:00:00Z'), occurrence: '2026-11-10' });
    await notice(4, { kind: 'cancelled', start: new Date('2026-11-17T09:00:00Z'), occurrence: '2026-11-17' });
    expect(await verdict('2026-11-09')).toBe(booked('2026-11-12'));
    expect(await verdict('2026-11-13')).toBe(booked('2026-11-24'));
  });

  test('is no mail of a person, and says what it says as text', async () => {
    const id = await notice(3, { text: 'Prices < costs & more' });
    const message = (await threads()).flatMap(({ messages }) => messages).find((each) => each.id === id);
    expect(message?.text).toBe('Prices < costs & more');
    expect(readMessage(message!, rep.zone)).toMatchObject({ kind: 'invitation', questions: [] });
  });

  test('asks for nothing beyond the thread, and other mail has no calendar', async () => {
    await notice(3);
    await threads();
    const before = graph.requests.length;
    const read = await threads();
    expect(graph.requests.slice(before).map(({ path }) => path)).toEqual(read.map(() => '/v1.0/me/messages'));
    expect(read.flatMap(({ messages }) => messages).map(({ calendar }) => calendar === undefined)).toEqual([
      true,
      false,
    ]);
  });

  test('is known where its properties may not be selected, but for its series', async () => {
    await start({ castsRefused: true });
    await notice(3);
    expect(await verdict('2026-11-10')).toBe(booked('2026-11-12'));
    // It is tried once.
    const before = graph.requests.length;
    const read = await threads();
    expect(graph.requests.length - before).toBe(read.length);
    await notice(4, { kind: 'cancelled' });
    expect(await verdict('2026-11-10')).toBeNull();
  });
});

describe('a delivery report', () => {
  const from = '"Microsoft Outlook" <MicrosoftExchange0a1b2c3d@seller.test>';
  const type = 'multipart/report; report-type=delivery-status; boundary="b"';
  /** As the transport of Exchange words it. */
  const classic = (to: string) => `<html><body><p><b>Delivery has failed to these recipients or groups:</b></p>
<p><a href="mailto:${to}">Dana Berg (${to})</a><br>The email address you entered couldn't be found. Please check it and try again.</p>
<p><b>Diagnostic information for administrators:</b></p><p>Generating server: VI1PR01.eurprd01.seller.test</p>
<p>${to}<br>Remote server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by address lookup'</p>
<p>Original message headers:</p><pre>Received: from VI1PR02.eurprd01.seller.test (2603::1) by VI1PR01.eurprd01.seller.test
From: Robin Rep &lt;${owner.address}&gt;
To: other@buyer.test</pre></body></html>`;
  /** As Microsoft 365 words it. */
  const modern = (
    to: string,
    sender: string,
  ) => `<html><body><table><tr><td>Your message to ${to} couldn't be delivered.</td></tr>
<tr><td><b>dana</b> wasn't found at <b>buyer.test</b>.</td></tr></table>
<table><tr><td>robin</td><td>Office 365</td><td>dana</td></tr><tr><td><b>Action Required</b></td><td></td><td>Recipient</td></tr></table>
<p>Unknown To address</p><p><b>Original Message Details</b></p>
<table><tr><td>Created Date:</td><td>11/9/2026 9:00:00 AM</td></tr><tr><td>Sender Address:</td><td>${sender}</td></tr>
<tr><td>Recipient Address:</td><td>${to}</td></tr><tr><td>Subject:</td><td>Pilot</td></tr></table>
<p><b>Error Details</b></p><p>Reported error: 550 5.1.10 RESOLVER.ADR.RecipientNotFound</p></body></html>`;
  const delayed = `<html><body><p><b>Delivery is delayed to these recipients or groups:</b></p><p>dana@buyer.test (dana@buyer.test)</p>
<p>Subject: Pilot</p><p>This message hasn't been delivered yet. Delivery will continue to be attempted.</p></body></html>`;
  const delivered = `<html><body><p><b>Your message has been delivered to the following recipients:</b></p><p>dana@buyer.test (dana@buyer.test)</p>
<p>Subject: Pilot</p></body></html>`;

  async function readReport(what: 'NDR' | 'DR' | 'Delayed', html: string, change: object = {}) {
    const parent = [...account.store.items.values()][0]!.internetMessageId!;
    const subject = `${what === 'NDR' ? 'Undeliverable' : 'Delivery report'}: Pilot`;
    const report = {
      from,
      subject,
      html,
      inReplyTo: parent,
      headers: { 'Content-Type': type },
      date: new Date('2026-11-03T09:00:00Z'),
    };
    const id = await account.rep.receiveReport(what, ['dana@buyer.test'], { ...report, ...change });
    const [thread] = await threads();
    const message = asReport(thread!.messages.find((each) => each.id === id)!);
    return { message, reading: readMessage(message, rep.zone) };
  }

  for (const [position, reportsToTheFailed] of [
    ['shown as a mail to the failed', true],
    ['shown as a mail to the rep', false],
  ] as const)
    describe(position, () => {
      beforeEach(() => start({ reportsToTheFailed }));

      test.each([
        ['in the words of the transport', classic('dana@buyer.test')],
        ['in the words of the service', modern('dana@buyer.test', owner.address)],
      ])('names whom the mail did not reach, %s', async (_, html) => {
        const { message, reading } = await readReport('NDR', html);
        expect(reading).toMatchObject({ kind: 'bounce', late: false, bounced: ['dana@buyer.test'] });
        expect(message.to.map(({ address }) => address)).not.toContain('dana@buyer.test');
      });

      test('forbids to write to them', async () => {
        await readReport('NDR', modern('dana@buyer.test', owner.address));
        const judged = assess(facts({ threads: await threads() }), rep, policy, new Date('2026-11-10T09:00:00Z'));
        expect(judged.forbidden.map(({ rule }) => rule)).toContain('bounced');
      });

      test('on a mail of an alias does not name the rep', async () => {
        const { reading } = await readReport('NDR', modern('dana@buyer.test', alias), { to: alias });
        expect(reading.bounced).toEqual(['dana@buyer.test']);
      });

      test('is one by its class alone, where no header came with it', async () => {
        const { reading } = await readReport('NDR', classic('dana@buyer.test'), { headers: undefined });
        expect(reading).toMatchObject({ kind: 'bounce', bounced: ['dana@buyer.test'] });
      });
    });

  test('of a mail that is late, or has come, names nobody', async () => {
    for (const [what, html] of [
      ['Delayed', delayed],
      ['DR', delivered],
    ] as const) {
      const { reading } = await readReport(what, html);
      expect(reading).toMatchObject({ kind: 'bounce' });
      expect(reading.bounced).toBeUndefined();
    }
  });
});
