/** Delivery reports: for whom they speak, wherever they lie and whatever they name (RFC 3464). */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import { namesContact, openBook } from '../../src/domain/book.ts';
import { boundConversations } from '../../src/domain/dry-run.ts';
import type { Message } from '../../src/domain/mail.ts';
import { matchThread } from '../../src/domain/matching.ts';
import { planDay } from '../../src/domain/plan.ts';
import { asReport } from '../../src/domain/reading/delivery-report.ts';
import { readMessage } from '../../src/domain/reading.ts';
import { contact, deal, facts, mail, ours, rep, thread } from './deals.ts';
import { policy } from './placements.ts';

interface Fate {
  to: string;
  action: string;
  status: string;
}
const gone = (to: string): Fate => ({ to, action: 'failed', status: '5.1.1' });
const waits = (to: string): Fate => ({ to, action: 'delayed', status: '4.4.1' });

const robin = { name: 'Robin Rep', address: 'robin@seller.test' };
const statusOf = (...fates: Fate[]) =>
  [
    'Reporting-MTA: dns; mx.seller.test',
    ...fates.map(
      ({ to, action, status }) =>
        `\nOriginal-Recipient: rfc822;${to}\nFinal-Recipient: rfc822; ${to}\nAction: ${action}\nStatus: ${status}`,
    ),
  ].join('\n');
let sent = 0;
const report = (day: string, text: string, change: Partial<Message> = {}): Message =>
  mail({
    id: `<r${sent++}@mx.seller.test>`,
    from: { name: '', address: 'mailer-daemon@mx.seller.test' },
    to: [robin],
    date: new Date(`${day}T10:00:00Z`),
    subject: 'Undelivered Mail Returned to Sender',
    signals: { 'content-type': 'multipart/report; report-type=delivery-status; boundary=x' },
    text,
    ...change,
  });

describe('a report', () => {
  const failed = (message: Message) => readMessage(message, 'UTC').bounced;
  test('names whom the mail did not reach', () => {
    expect(failed(report('2026-11-03', statusOf(gone('Dana@Buyer.test'))))).toEqual(['dana@buyer.test']);
    expect(failed(report('2026-11-03', `It failed.\n\n${statusOf(gone('a@x.test'), waits('b@x.test'))}`))).toEqual([
      'a@x.test',
    ]);
    expect(failed(report('2026-11-03', statusOf({ to: 'a@x.test', action: 'failed', status: '4.4.7' })))).toEqual([
      'a@x.test',
    ]);
  });
  test('in words alone names whom it speaks of, and not what it quotes', () => {
    const text =
      'Your message to dana@buyer.test could not be delivered: user unknown.\n\nReturn-Path: <robin@seller.test>\nTo: dana@buyer.test, sam@buyer.test';
    expect(failed(report('2026-11-03', text, { signals: {} }))).toEqual(['dana@buyer.test']);
  });
  test('may name them in its header', () => {
    const signals = { 'x-failed-recipients': 'dana@buyer.test, sam@buyer.test' };
    expect(failed(report('2026-11-03', 'Delivery failed.', { signals }))).toEqual([
      'dana@buyer.test',
      'sam@buyer.test',
    ]);
  });
  test('that a mail is late, or has come, is none that it failed', () => {
    for (const fate of [waits('a@x.test'), { to: 'a@x.test', action: 'delivered', status: '2.1.5' }])
      expect(readMessage(report('2026-11-03', statusOf(fate)), 'UTC')).toMatchObject({ kind: 'bounce', late: true });
    expect(failed(report('2026-11-03', statusOf(waits('a@x.test'))))).toBeUndefined();
  });
  test('may say so without saying whose it is', () => {
    const text = (fate: string) => `Your message to dana@buyer.test: see below.\n\nAction: ${fate}`;
    for (const fate of ['delivered', 'Delayed', 'relayed'])
      expect(readMessage(report('2026-11-03', text(fate)), 'UTC')).toMatchObject({ kind: 'bounce', late: true });
    for (const fate of ['failed', 'required'])
      expect(failed(report('2026-11-03', text(fate)))).toEqual(['dana@buyer.test']);
  });
  test('of many recipients is read in bounded time', () => {
    const begun = performance.now();
    failed(report('2026-11-03', statusOf(...Array.from({ length: 5_000 }, (_, n) => gone(`p${n}@x.test`)))));
    failed(report('2026-11-03', 'a@'.repeat(100_000), { signals: {} }));
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

const sam = { name: 'Sam Lee', address: 'sam@buyer.test' };
const dana = { name: 'Dana Berg', address: 'dana@buyer.test' };
const contacts = [contact, { ...contact, id: 'c2', name: 'Sam Lee', emails: [sam.address] }];
const on = (day: string, change: Partial<Message> = {}) =>
  ours({ id: `<o${sent++}@seller.test>`, date: new Date(`${day}T09:00:00Z`), to: [dana], ...change });
const judge = (...messages: Message[]) => {
  const [report, ...others] = messages.toReversed();
  const threads = [thread(...others), { ref: 'reports', messages: [report!] }];
  return assess(facts({ contacts, threads }), rep, policy, new Date('2026-11-23T11:00:00Z'));
};
const rules = (...messages: Message[]) => judge(...messages).forbidden.map(({ rule }) => rule);

describe('a deal', () => {
  test('whose only recipient a mail did not reach gets no draft, though the report names no mail of ours', () => {
    expect(rules(on('2026-11-03'), report('2026-11-03', statusOf(gone(dana.address))))).toContain('bounced');
  });
  test('gets none either when the report is older than the last mail', () => {
    expect(rules(on('2026-11-03'), on('2026-11-09'), report('2026-11-03', statusOf(gone(dana.address))))).toContain(
      'bounced',
    );
  });
  test('is free when the contact has written since', () => {
    const answer = mail({ date: new Date('2026-11-05T09:00:00Z'), text: 'My mailbox works again.' });
    expect(
      rules(on('2026-11-03'), answer, on('2026-11-09'), report('2026-11-03', statusOf(gone(dana.address)))),
    ).not.toContain('bounced');
  });
  test('is free when it is somebody else that was not reached, or a mail is only late', () => {
    expect(rules(on('2026-11-03'), report('2026-11-02', statusOf(gone('else@other.test'))))).not.toContain('bounced');
    expect(rules(on('2026-11-03'), report('2026-11-03', statusOf(waits(dana.address))))).not.toContain('bounced');
  });
  test('gets none when a report about the last mail names an address that is nobody here', () => {
    const last = on('2026-11-03');
    expect(rules(last, report('2026-11-03', statusOf(gone('d.berg@private.test')), { inReplyTo: last.id }))).toContain(
      'bounced',
    );
  });
  test('of two recipients writes to the one that is left', () => {
    const both = on('2026-11-03', { to: [dana, sam] });
    const back = report('2026-11-03', statusOf(gone(dana.address)), { inReplyTo: both.id });
    const threads = [thread(both, back)];
    const day = (now: string) =>
      planDay([facts({ contacts, threads })], rep, policy, 3, (_, { said }) => `"${said}"`, new Date(now));
    const { deals, drafts } = day('2026-11-23T11:00:00Z');
    expect(deals[0]?.never).toBeNull();
    expect(drafts[0]?.reply.to.map(({ address }) => address)).toEqual([sam.address]);
    const gone2 = report('2026-11-03', statusOf(gone(sam.address)), { inReplyTo: both.id });
    expect(
      planDay(
        [facts({ contacts, threads: [thread(both, back, gone2)] })],
        rep,
        policy,
        3,
        () => '',
        new Date('2026-11-23T11:00:00Z'),
      ).drafts,
    ).toEqual([]);
  });
});

describe('over all mail', () => {
  const mails = (...more: Message[]) => {
    const { facts: found } = boundConversations(
      [on('2026-11-03'), ...more],
      { deals: [deal], contacts },
      rep,
      new Date('2026-11-23T11:00:00Z'),
    );
    return assess(found[0]!, rep, policy, new Date('2026-11-23T11:00:00Z')).forbidden.map(({ rule }) => rule);
  };
  test('a report in a thread of its own is found by whom it names', () => {
    expect(mails()).not.toContain('bounced');
    expect(mails(report('2026-11-03', statusOf(gone(dana.address))))).toContain('bounced');
    expect(mails(report('2026-11-03', statusOf(gone('else@other.test'))))).not.toContain('bounced');
  });
});

test('a report belongs to the deals of whom it names, by its header', () => {
  const back = asReport(report('2026-11-03', statusOf(gone(dana.address))));
  expect(back.signals['x-failed-recipients']).toBe(dana.address);
  const book = openBook(
    [{ key: 'd1', number: 'd1', name: 'Lyon', owner: null, closeDate: null, contacts: [contact] }],
    rep.addresses,
  );
  expect(namesContact(back, book)).toBe(true);
  expect(matchThread([back], book)).toMatchObject({ kind: 'bound', deal: 'd1' });
  expect(matchThread([asReport(report('2026-11-03', statusOf(gone('else@other.test'))))], book).kind).toBe('none');
});
