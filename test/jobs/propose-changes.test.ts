/** From a mail in the mailbox to a proposal, its approval and the CRM; and everything that must give none. */
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ChangeRow } from '../../src/db/changes.ts';
import * as schema from '../../src/db/schema.ts';
import { decideChange } from '../../src/jobs/decide-change.ts';
import type { ClientMail, MailClient } from '../support/mail-client.ts';
import { day, hour, minute, type TestService } from '../support/service.ts';
import { at, withMailbox } from './mailbox.ts';

const stages = `id,name,order,status
s1,Offer,1,open
s2,Legal,2,open
s3,Won,3,won
s4,Lost,4,lost
`;
const contacts = `id,email,name,title,phone,opt_out
c1,dana@buyer.test,Dana Berg,Buyer,,no
`;

const dealsOf = (rep: string, stage: string) =>
  `id,name,owner_email,stage,status,close_date,contact_emails\nD1,Pilot,${rep},${stage},open,,dana@buyer.test\n`;

describe('proposals', () => {
  let service: TestService;
  let client: MailClient;
  let robin = '';
  let connectMailbox: () => Promise<void>;

  withMailbox(
    (rep) => ({ 'deals.csv': dealsOf(rep, 'Offer'), 'contacts.csv': contacts, 'stages.csv': stages }),
    (opened) => {
      ({ service, client, robin, connect: connectMailbox } = opened);
    },
  );

  const exported = (stage: string) => {
    const file = join(service.dir, 'crm', 'deals.csv');
    writeFileSync(file, dealsOf(robin, stage));
    utimesSync(file, service.now(), service.now());
  };
  const connect = async () => {
    await connectMailbox();
    // Mails are read, deals judged, and then changes looked for.
    await service.pass(3 * minute, minute);
  };
  let asked = '';
  const begun = async (days = 5) => {
    asked = await client.writeByHand({
      to: 'dana@buyer.test',
      subject: 'Pilot',
      text: 'Would the first of April suit you for the start of the pilot?',
      date: new Date(at.getTime() - days * day),
    });
  };
  const told = async (text: string, change: ClientMail = {}) => {
    const id = await client.receive({
      from: 'Dana Berg <dana@buyer.test>',
      subject: 'Re: Pilot',
      inReplyTo: asked,
      text,
      date: new Date(service.now().getTime() - hour),
      ...change,
    });
    await client.flag('INBOX', id, ['\\Seen']);
    return id;
  };
  const rows = async (state?: string): Promise<ChangeRow[]> =>
    (await service.app.store.db.select().from(schema.change)).filter((row) => !state || row.state === state);
  const open = async () => (await rows('open')).map(({ text }) => text);
  const decide = (row: ChangeRow, what: 'approve' | 'reject') =>
    decideChange(service.app.context, {
      changeId: row.id,
      hash: row.hash,
      by: robin,
      how: 'reply',
      evidence: { message: '<a@seller.test>', what, at: service.now().toISOString() },
      do: what,
    });
  const written = (): Record<string, string>[] =>
    parse(readFileSync(join(service.dir, 'crm', 'outbox', 'changes.csv'), 'utf8'), { columns: true });

  it('a stage that the contact named is proposed with the words, once, and made when it is approved', async () => {
    await begun();
    const id = await told('Hi Robin,\n\nLegal has it now, give them a week.\n\nDana');
    await connect();
    const [row] = await rows();
    expect(row).toMatchObject({
      kind: 'stage_change',
      before: { stage: 's1' },
      after: { stage: 's2' },
      ground: { messageId: id, quote: 'Legal has it now, give them a week.' },
      text: 'Move the deal "Pilot" from "Offer" to "Legal".',
      expiresOn: '2026-03-24',
    });
    await service.pass(2 * day, 6 * hour);
    expect(await rows()).toHaveLength(1);
    expect((await decide(row!, 'approve')).kind).toBe('approved');
    await service.after(minute);
    expect(written().map(({ deal, old, new: next }) => [deal, old, next])).toEqual([['D1', 'Offer', 'Legal']]);
    await service.pass(2 * day, 6 * hour);
    expect(await rows('done')).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });

  it('what was rejected does not come again, another word does, in the place of one that waits', async () => {
    await begun();
    await told('Legal has it now.');
    await connect();
    const [first] = await rows('open');
    await decide(first!, 'reject');
    await service.pass(day, 6 * hour);
    expect(await open()).toEqual([]);
    await told('Legal has it now, really.');
    await service.pass(2 * hour, 20 * minute);
    expect(await open()).toEqual(['Move the deal "Pilot" from "Offer" to "Legal".']);
    await told('We signed! Copy attached.');
    await service.pass(2 * hour, 20 * minute);
    expect(await open()).toEqual(['Move the deal "Pilot" from "Offer" to "Won".']);
    expect((await rows('superseded')).map(({ outcome }) => outcome)).toEqual(['Something else was said since.']);
  });

  it('after five working days it is dropped, and does not come back', async () => {
    await begun();
    await told('Legal has it now.');
    await connect();
    await service.pass(9 * day, 12 * hour);
    expect((await rows()).map(({ state }) => state)).toEqual(['expired']);
  });

  it('what the CRM has by now is no longer asked about', async () => {
    await begun();
    await told('Legal has it now.');
    await connect();
    exported('Legal');
    await service.pass(2 * hour, 20 * minute);
    expect(await rows()).toMatchObject([{ state: 'superseded', outcome: 'The CRM has it by now.' }]);
  });

  it('one that follows an approved change begins where that ended, though no export shows it yet', async () => {
    await begun();
    await told('Legal has it now.');
    await connect();
    await decide((await rows())[0]!, 'approve');
    await service.after(minute);
    await told('We signed! Copy attached.');
    await service.pass(2 * hour, 20 * minute);
    expect(await open()).toEqual(['Move the deal "Pilot" from "Legal" to "Won".']);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a stranger', () => told('We signed!', { from: 'Sam Low <sam@elsewhere.test>', cc: 'dana@buyer.test' })],
    ['a machine', () => told('We signed!', { headers: { 'Auto-Submitted': 'auto-replied' } })],
    ['the quote of the rep', () => told('Thanks.\n\n> We signed the contract.\n> Legal has it now.')],
    ['history', () => told('We signed!', { date: new Date(at.getTime() - 30 * day) })],
    [
      'the rep’s own hope',
      () =>
        client.writeByHand({
          to: 'dana@buyer.test',
          subject: 'Re: Pilot',
          inReplyTo: asked,
          text: 'We signed the contract.',
        }),
    ],
  ])('%s moves nothing, and the contact does', async (_, write) => {
    await begun(40);
    await write();
    await connect();
    const moves = async () => (await rows()).filter(({ kind }) => kind === 'stage_change');
    expect(await moves()).toEqual([]);
    await told('We signed!', { date: new Date(service.now().getTime() + minute) });
    await service.pass(2 * hour, 20 * minute);
    expect(await moves()).toHaveLength(1);
  });

  it('a signature fills what the CRM has not, a field each, and one that is rejected does not come with the next mail', async () => {
    await begun();
    const signature = '\n\nKind regards,\nDana Berg\nHead of Purchasing\nTel. +49 30 901820';
    await told(`Thank you, that helps.${signature}`);
    await connect();
    expect((await open()).sort()).toEqual([
      'Give Dana Berg the telephone number "+49 30 901820"; the CRM has none.',
      'Give Dana Berg the title "Head of Purchasing"; the CRM has "Buyer".',
    ]);
    const waiting = await rows('open');
    await decide(waiting.find(({ after }) => after.title)!, 'reject');
    await decide(waiting.find(({ after }) => after.phone)!, 'approve');
    await service.after(minute);
    expect(written().map(({ contact, field, new: next }) => [contact, field, next])).toEqual([
      ['c1', 'phone', "'+49 30 901820"],
    ]);
    await told(`One more thing: how long is the warranty?${signature}`);
    await service.pass(day, 6 * hour);
    expect(await open()).toEqual([]);
  });

  it('a colleague who joined the thread is proposed as a contact, under the name of the mail', async () => {
    await begun();
    await told('Sam will take this on.', { cc: 'Sam Low <sam@buyer.test>' });
    await connect();
    const [row] = await rows('open');
    expect(row).toMatchObject({ kind: 'new_contact', after: { name: 'Sam Low', emails: 'sam@buyer.test' } });
    expect(row?.text).toMatch(/^Add "Sam Low" \(sam@buyer\.test\) to the deal "Pilot": /);
    await decide(row!, 'approve');
    await service.after(minute);
    expect(written().map(({ field, new: next }) => [field, next])).toEqual([
      ['contact', 'sam@buyer.test'],
      ['name', 'Sam Low'],
      ['email', 'sam@buyer.test'],
    ]);
    await service.pass(day, 6 * hour);
    expect(await open()).toEqual([]);
  });

  it('a deal that answers no two follow-ups is proposed to be closed, until it answers', async () => {
    await begun(40);
    for (const days of [30, 20])
      await client.writeByHand({
        to: 'dana@buyer.test',
        subject: 'Re: Pilot',
        inReplyTo: asked,
        text: 'Have you had a moment to look at the pilot?',
        date: new Date(at.getTime() - days * day),
      });
    await connect();
    await service.pass(2 * hour, 20 * minute);
    expect(await open()).toEqual([
      'Close the deal "Pilot" as lost, from "Offer" to "Lost": 2 follow-ups have had no answer.',
    ]);
    await told('Sorry for the silence! We are on it.');
    await service.pass(2 * hour, 20 * minute);
    expect(await rows()).toMatchObject([{ state: 'superseded', outcome: 'The deal is no longer silent.' }]);
  });

  it('nothing is proposed in a deal that is paused', async () => {
    await begun();
    await told('Legal has it now.');
    await service.command(['pause', 'all']);
    await connect();
    expect(await rows()).toEqual([]);
  });
});
