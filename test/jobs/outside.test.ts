/** Mail that belongs to no open deal forbids what it must, from the mailbox to the draft that is taken back, and nothing else of it is kept. */
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../src/db/findings.ts';
import * as schema from '../../src/db/schema.ts';
import { placeDraft } from '../../src/jobs/place-draft.ts';
import { syncMailbox } from '../../src/jobs/sync-mailbox.ts';
import type { ClientMail, MailClient } from '../support/mail-client.ts';
import { day, hour, minute, type TestService } from '../support/service.ts';
import { at, withMailbox } from './mailbox.ts';

const header = 'id,name,owner_email,stage,status,close_date,contact_emails';

describe('outside of the deal’s own threads', () => {
  let service: TestService;
  let client: MailClient;
  let robin = '';
  let connectMailbox: () => Promise<void>;

  withMailbox(
    () => ({ 'deals.csv': `${header}\n` }),
    (opened) => {
      ({ service, client, robin, connect: connectMailbox } = opened);
    },
  );

  const connect = async () => {
    await connectMailbox();
    await service.after(minute);
  };
  /** Rows of deals.csv: id, status and contacts; the rest is the same for all. */
  const crm = async (...rows: [id: string, status: string, contacts: string, close?: string][]) => {
    const file = join(service.dir, 'crm', 'deals.csv');
    const line = ([id, status, contacts, close = '']: (typeof rows)[number]) =>
      [id, `Deal ${id}`, robin, 'Proposal', status, close, contacts].join(',');
    writeFileSync(file, `${[header, ...rows.map(line)].join('\n')}\n`);
    utimesSync(file, new Date('2000-01-01T00:00:00Z'), new Date('2000-01-01T00:00:00Z'));
    await service.after(2 * minute);
  };
  const ago = (days: number): Date => new Date(at.getTime() - days * day);
  /** The rep asked nine days ago and got no answer. */
  const asked = (change: ClientMail = {}) =>
    client.writeByHand({
      to: ['dana@buyer.test', 'sam@buyer.test'],
      subject: 'Pilot',
      text: 'Would the first of April suit you for the start of the pilot?',
      date: ago(9),
      ...change,
    });
  /** Of a thread of its own, which the rep has opened. */
  const opened = async (change: ClientMail): Promise<string> => {
    const id = await client.receive({ from: 'dana@buyer.test', subject: 'Depot', date: ago(6), ...change });
    await client.flag('INBOX', id, ['\\Seen']);
    return id;
  };
  const db = () => service.app.store.db;
  const drafts = async () => (await client.list('Drafts')).length;
  const found = async () => {
    const [{ id } = { id: '' }] = await db().select().from(schema.mailbox);
    return (await findingsOf(db(), id)).map(({ kind, address }) => `${kind} ${address}`).sort();
  };
  const why = (words = 'D1') => service.command(['why', words]);
  /** Dana and Sam are in D1 together; with Dana alone there is more than one deal, and nobody can tell which. */
  const deals = () =>
    crm(['D1', 'open', 'dana@buyer.test;sam@buyer.test'], ['D2', 'open', 'dana@buyer.test;lee@buyer.test']);

  const rest = 'The depot is being sold. Please do not contact me before 1 June.';

  it('a thread that is a question: its rest counts in every deal of the person, and nothing but the words of it is kept', async () => {
    await asked();
    await opened({ text: rest });
    await deals();
    await connect();
    expect(await drafts()).toBe(0);
    expect(await service.command(['questions'])).toContain('dana@buyer.test');
    expect(await found()).toEqual(['hold dana@buyer.test']);
    const told = await why();
    expect(told).toContain(
      'On hold: dana@buyer.test asked not to be contacted before 2026-06-01: "Please do not contact me',
    );
    expect(told).toContain('in mail that belongs to no open deal');
    const all = JSON.stringify([await db().select().from(schema.finding), await db().select().from(schema.message)]);
    expect(all).not.toMatch(/sold|Depot/);
    // Nothing is new: nothing is written.
    await service.after(hour);
    expect(await found()).toEqual(['hold dana@buyer.test']);
  });

  it.each<[string, ClientMail, string]>([
    ['an opt-out', { text: 'Please do not contact me any more.' }, 'opt_out dana@buyer.test'],
    [
      'an absence',
      { text: 'I am away until 1 June.', headers: { 'Auto-Submitted': 'auto-replied' } },
      'absence dana@buyer.test',
    ],
    [
      'what cannot be read',
      {
        text: 'x',
        headers: { 'Content-Type': 'multipart/encrypted; boundary=x; protocol="application/pgp-encrypted"' },
      },
      'unreadable dana@buyer.test',
    ],
  ])('%s in a thread of no deal forbids', async (_, mail, finding) => {
    await asked();
    await opened(mail);
    await deals();
    await connect();
    expect(await found()).toEqual([finding]);
    expect(await drafts()).toBe(0);
    await service.verifyLedger();
  });

  it('what says nothing of the kind forbids nothing', async () => {
    await asked();
    await opened({ text: 'Thank you, the invoice for the depot is paid.' });
    await deals();
    await connect();
    expect(await found()).toEqual([]);
    expect(await drafts()).toBe(1);
  });

  it('an unread mail takes a placed draft back, and forbids none once it is read', async () => {
    await asked();
    await deals();
    await connect();
    expect(await drafts()).toBe(1);
    const id = await client.receive({ from: 'dana@buyer.test', subject: 'Depot', text: 'The invoice is paid.' });
    await service.after(2 * minute);
    expect(await found()).toEqual(['unread dana@buyer.test']);
    expect(await drafts()).toBe(0);
    const [{ withdrawReason } = { withdrawReason: '' }] = await db().select().from(schema.placement);
    expect(withdrawReason).toBe('dana@buyer.test wrote another mail, which you have not read yet');
    await client.flag('INBOX', id, ['\\Seen']);
    await service.after(2 * minute);
    expect(await found()).toEqual([]);
  });

  it.each([
    ['a rest', rest, 'dana@buyer.test asked in another mail not to be contacted'],
    ['an opt-out', 'Please do not contact me any more.', 'dana@buyer.test asked in another mail not to be contacted'],
  ])('%s that arrives in another thread takes a placed draft back', async (_, text, reason) => {
    await asked();
    await deals();
    await connect();
    expect(await drafts()).toBe(1);
    await opened({ text, date: new Date(at.getTime() + hour) });
    await service.after(2 * hour);
    expect(await drafts()).toBe(0);
    const [{ withdrawReason } = { withdrawReason: '' }] = await db().select().from(schema.placement);
    expect(withdrawReason).toBe(reason);
  });

  it('an unread answer in another deal takes it back, too', async () => {
    await asked();
    const other = await client.writeByHand({
      to: ['dana@buyer.test', 'lee@buyer.test'],
      subject: 'Depot',
      text: 'Here is the plan.',
      date: ago(2),
    });
    await deals();
    await connect();
    expect(await drafts()).toBe(1);
    await client.receive({
      from: 'dana@buyer.test',
      to: [robin, 'lee@buyer.test'],
      subject: 'Re: Depot',
      text: 'Thank you, we look at it.',
      inReplyTo: other,
    });
    await service.after(2 * minute);
    expect(await found()).toEqual([]);
    expect(await drafts()).toBe(0);
    expect(await why()).toContain('dana@buyer.test wrote in another deal and you have not read it yet');
  });

  it('a bounce of another mail to the contact takes the draft back, though it names nobody', async () => {
    await asked({ to: 'dana@buyer.test' });
    const id = await client.writeByHand({ to: 'dana@buyer.test', subject: 'Depot', text: 'The plan.', date: ago(1) });
    await crm(['D1', 'open', 'dana@buyer.test']);
    // Of these two only the first thread is the deal's.
    await connect();
    await service.command(['bind', await threadOf('Depot'), 'none']);
    await service.after(minute);
    expect(await found()).toEqual(['sent dana@buyer.test']);
    await client.receive({
      from: 'Mail Delivery System <mailer-daemon@mx.test>',
      subject: 'Undelivered Mail Returned to Sender',
      text: 'The following address failed: <dana@buyer.test>: mailbox unavailable.',
      inReplyTo: id,
      references: [id],
      headers: { 'Auto-Submitted': 'auto-replied' },
      date: new Date(service.now().getTime() + minute),
    });
    await service.after(2 * minute);
    expect(await drafts()).toBe(0);
    expect(await found()).toEqual(['bounce dana@buyer.test', 'sent dana@buyer.test']);
    expect(await why()).toContain(
      'a mail to dana@buyer.test came back undelivered, in mail that belongs to no open deal',
    );
  });

  const threadOf = async (subject: string): Promise<string> => {
    const rows = await db().select().from(schema.message);
    return rows.find((row) => row.subject === subject)?.threadId ?? '';
  };

  it('a person’s "none" destroys the text and keeps the rest; a deal as answer takes it over', async () => {
    await asked({ to: 'dana@buyer.test' });
    await opened({ text: rest });
    await crm(['D1', 'open', 'dana@buyer.test']);
    await connect();
    const id = await threadOf('Depot');
    await service.command(['bind', id, 'none']);
    expect(await found()).toEqual(['hold dana@buyer.test']);
    expect(JSON.stringify(await db().select().from(schema.message))).not.toContain('sold');
    await service.after(minute);
    expect(await drafts()).toBe(0);
    await service.command(['bind', id, 'D1']);
    await service.after(minute);
    expect(await found()).toEqual([]);
    expect(await why()).toContain('No draft: dana@buyer.test asked not to be contacted before 2026-06-01.');
    expect(await drafts()).toBe(0);
  });

  it('an opt-out is not forgotten when its deal is closed', async () => {
    await asked({ subject: 'First year', date: ago(20), to: 'dana@buyer.test' });
    await opened({ subject: 'Re: First year', text: 'Please do not contact me any more.', date: ago(12) });
    await crm(['D1', 'open', 'dana@buyer.test']);
    await connect();
    await crm(['D1', 'lost', 'dana@buyer.test', '2026-03-17']);
    await service.after(day);
    await client.writeByHand({
      to: 'dana@buyer.test',
      subject: 'Second year',
      text: 'Would May suit you for a start?',
    });
    await crm(['D1', 'lost', 'dana@buyer.test', '2026-03-17'], ['D2', 'open', 'dana@buyer.test']);
    await service.pass(12 * day, day / 2);
    expect((await db().select().from(schema.thread)).map(({ dealId }) => dealId).sort()).toEqual(['D1', 'D2']);
    expect(await drafts()).toBe(0);
    expect(await why('D2')).toContain(
      'dana@buyer.test asked not to be contacted, in mail that belongs to no open deal',
    );
  });

  it('nor is that of somebody who is only copied in on the new deal', async () => {
    await asked({ subject: 'First year', date: ago(20), to: 'pat@agency.test' });
    const bye = { from: 'pat@agency.test', subject: 'Re: First year', date: ago(12) };
    await opened({ ...bye, text: 'Please do not contact me any more.' });
    await crm(['D1', 'open', 'pat@agency.test']);
    await connect();
    await crm(['D1', 'lost', 'pat@agency.test', '2026-03-06']);
    await asked({ subject: 'Second year', to: 'dana@buyer.test', cc: 'pat@agency.test' });
    await crm(['D1', 'lost', 'pat@agency.test', '2026-03-06'], ['D2', 'open', 'dana@buyer.test']);
    expect(await drafts()).toBe(0);
    expect(await why('D2')).toContain(
      'pat@agency.test asked not to be contacted, in mail that belongs to no open deal',
    );
  });

  it('a rest that arrives between a proposal and its draft drops the proposal', async () => {
    await asked();
    await opened({ from: 'lee@buyer.test', subject: 'Gate', text: 'It is open.' });
    await deals();
    await connect();
    expect(await drafts()).toBe(1);
    const { context } = service.app;
    const [{ id: mailboxId } = { id: '' }] = await db().select().from(schema.mailbox);
    // The same once more, with nothing placed yet.
    const [draft] = await db().select().from(schema.placement);
    const [proposal] = await db().select().from(schema.proposal);
    await db().execute(sql`truncate placement cascade`);
    expect(draft?.proposalId).toBe(proposal?.id);
    await client.expunge(draft?.messageId ?? '');
    await opened({ text: rest, date: new Date(service.now().getTime() + minute) });
    service.setClock(new Date(service.now().getTime() + 2 * minute));
    await syncMailbox(context, mailboxId);
    await placeDraft(context, proposal?.id ?? '');
    const [after] = await db().select().from(schema.proposal);
    expect(after?.cancelled).toBe('dana@buyer.test asked in another mail not to be contacted');
    expect(await drafts()).toBe(0);
  });

  it('a rest whose mail was deleted stays; what was not read goes with its mail', async () => {
    await asked();
    const first = await opened({ text: rest });
    const second = await client.receive({
      from: 'dana@buyer.test',
      subject: 'Gate',
      text: 'It is open.',
      date: ago(5),
    });
    await deals();
    await connect();
    expect(await found()).toEqual(['hold dana@buyer.test', 'unread dana@buyer.test']);
    await client.expunge(first, 'INBOX');
    await client.expunge(second, 'INBOX');
    await service.after(2 * minute);
    expect(await found()).toEqual(['hold dana@buyer.test']);
  });

  it('goes when the mailbox is disconnected, and is found anew when it is connected again', async () => {
    await asked();
    await opened({ text: rest });
    await deals();
    await connect();
    expect(await found()).toEqual(['hold dana@buyer.test']);
    await service.command(['disconnect', robin]);
    expect(await found()).toEqual([]);
    await connect();
    expect(await found()).toEqual(['hold dana@buyer.test']);
    expect(await drafts()).toBe(0);
  });

  it('is forgotten when it forbids nothing any more', async () => {
    await opened({ text: rest });
    await client.writeByHand({ to: 'dana@buyer.test', subject: 'Gate', text: 'It is open.', date: ago(1) });
    await deals();
    await connect();
    expect(await found()).toEqual(['hold dana@buyer.test', 'sent dana@buyer.test']);
    await service.after(8 * day);
    expect(await found()).toEqual(['hold dana@buyer.test']);
    service.setClock(new Date('2026-06-01T11:00:00Z'));
    await service.after(minute);
    expect(await found()).toEqual(['hold dana@buyer.test']);
    await service.after(day);
    expect(await found()).toEqual([]);
  });

  it('a wish for rest that somebody speaks for the contact’s company, and nothing else of theirs', async () => {
    await asked();
    await crm(['D1', 'open', 'dana@buyer.test;sam@buyer.test']);
    await connect();
    expect(await drafts()).toBe(1);
    const ina = { from: 'ina@buyer.test', subject: 'Gate', date: new Date(at.getTime() + hour) };
    await client.receive({ ...ina, text: 'The gate is open.' });
    await service.after(2 * minute);
    expect(await found()).toEqual([]);
    expect(await drafts()).toBe(1);
    await client.receive({
      ...ina,
      subject: 'Mails',
      text: 'The depot burnt. Please do not contact any of us before 1 June.',
    });
    await service.after(2 * hour);
    expect(await found()).toEqual(['hold ina@buyer.test']);
    expect(await drafts()).toBe(0);
    const kept = JSON.stringify([await db().select().from(schema.finding), await db().select().from(schema.message)]);
    expect(kept).not.toMatch(/burnt|Gate|gate/);
    expect(await service.command(['why', 'D1'])).toContain(
      'ina@buyer.test asked not to be contacted before 2026-06-01',
    );
  });

  it('a meeting whose guest stands in the calendar alone takes a placed draft back', async () => {
    await asked();
    await crm(['D1', 'open', 'dana@buyer.test;sam@buyer.test']);
    await connect();
    expect(await drafts()).toBe(1);
    const calendar = [
      ...['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:u', 'DTSTART:20260402T100000Z'],
      ...['ORGANIZER:mailto:jo@seller.test', 'ATTENDEE:mailto:dana@buyer.test', `ATTENDEE:mailto:${robin}`],
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n');
    await opened({
      from: 'jo@seller.test',
      subject: 'Invitation: Pilot',
      date: new Date(at.getTime() + hour),
      attachments: [{ filename: 'invite.ics', content: calendar }],
    });
    await service.after(2 * hour);
    expect(await found()).toEqual(['meeting dana@buyer.test']);
    expect(await drafts()).toBe(0);
    expect(await why()).toContain('a meeting with dana@buyer.test is booked for 2026-04-02');
  });

  it('one person gets one draft, and no other while it lies there', async () => {
    await asked({ to: 'dana@buyer.test', cc: 'sam@buyer.test' });
    await asked({ to: ['dana@buyer.test', 'lee@buyer.test'], subject: 'Depot', date: ago(12) });
    await deals();
    await connect();
    expect(await drafts()).toBe(1);
    const told = [await why('D1'), await why('D2')];
    expect(told.filter((each) => each.includes('Picked: there is a draft.'))).toHaveLength(1);
    expect(told.join('')).toContain('No draft: dana@buyer.test gets another follow-up today.');
    await service.after(day);
    expect(await drafts()).toBe(1);
    expect([await why('D1'), await why('D2')].join('')).toContain(
      'another follow-up to dana@buyer.test lies in your drafts',
    );
  });

  it('is asked for by an index', async () => {
    await db().execute(sql`set enable_seqscan = off`);
    const { rows } = (await db().execute(sql`explain select * from finding where mailbox_id = 'm'`)) as unknown as {
      rows: Record<string, string>[];
    };
    expect(JSON.stringify(rows)).toMatch(/Index/);
  });
});
