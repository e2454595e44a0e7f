/** What somebody asked one rep counts for all of them: from the mail of one to the drafts of another, and nothing else crosses. */
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '../../src/db/schema.ts';
import { type ImapServer, startImapServer } from '../fakes/imap-server.ts';
import { type ClientMail, type MailClient, mailClient } from '../support/mail-client.ts';
import { day, hour, minute, startService, type TestService } from '../support/service.ts';

/** A Tuesday. */
const at = new Date('2026-03-17T11:00:00Z');
const password = 'secret-1';
const users = Array.from({ length: 40 }, (_, n) => ({ address: `rep${n}@seller.test`, password }));
const ago = (days: number): Date => new Date(at.getTime() - days * day);
const stop = 'Please stop emailing me. The depot burnt.';

describe('a rest that a colleague was asked for', () => {
  let server: ImapServer;
  let service: TestService;
  let reps: string[] = [];
  let robin: MailClient;
  let kim: MailClient;
  let turn = 0;
  let writes = 0;

  beforeAll(async () => {
    server = await startImapServer({ users });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    reps = users.slice(turn, turn + 2).map(({ address }) => address);
    turn += 2;
    service = await startService({ at, crm: { 'deals.csv': rows('D1 0', 'D2 1') } });
    [robin, kim] = (await Promise.all(
      reps.map((user) =>
        mailClient({ host: '127.0.0.1', port: server.port, user, password, now: () => service.now() }),
      ),
    )) as [MailClient, MailClient];
    await robin.writeByHand({
      to: 'dana@buyer.test',
      subject: 'Pilot',
      text: 'Would the first of April suit you for the start of the pilot?',
      date: ago(9),
    });
  });
  afterEach(async () => {
    await robin.close();
    await kim.close();
    await service.stop();
  });

  /** Deals by id and the place of their owner among the reps. */
  const rows = (...deals: string[]): string => {
    const line = (each: string): string => {
      const [id = '', owner = '0'] = each.split(' ');
      return `${id},Deal ${id},${reps[Number(owner)]},Proposal,open,,dana@buyer.test\n`;
    };
    return `id,name,owner_email,stage,status,close_date,contact_emails\n${deals.map(line).join('')}`;
  };
  const crm = async (...deals: string[]) => {
    const file = join(service.dir, 'crm', 'deals.csv');
    writeFileSync(file, rows(...deals));
    // A change of the owner alone leaves the file as long as it was: by its time it is known to have changed.
    const written = new Date(Date.UTC(2000, 0, ++writes));
    utimesSync(file, written, written);
    await service.after(2 * minute);
  };
  const connect = async () => {
    // Kim first: what she was told long ago is known before Robin's deals are judged.
    for (const user of reps.toReversed()) {
      const reach = ['--host', '127.0.0.1', '--port', String(server.port), '--user', user, '--secure', 'none'];
      await service.command(['connect', 'imap', '--rep', user, ...reach, '--password-stdin'], password);
      await service.after(minute);
    }
    await service.after(hour);
  };
  const told = async (text: string, change: ClientMail = {}): Promise<void> => {
    const id = await kim.receive({ from: 'dana@buyer.test', subject: 'Depot', date: ago(6), text, ...change });
    await kim.flag('INBOX', id, ['\\Seen']);
  };
  const drafts = async () => (await robin.list('Drafts')).length;
  const why = (id = 'D1') => service.command(['why', id]);

  it.each([
    ['an opt-out', stop, {}, 'No draft: dana@buyer.test asked a colleague of yours not to be contacted.'],
    [
      'a hold',
      'The depot burnt. Please do not contact me before 1 June.',
      {},
      'No draft: dana@buyer.test asked a colleague of yours not to be contacted before 2026-06-01.',
    ],
    [
      'an absence',
      'I am away until 1 June. The depot burnt.',
      { headers: { 'Auto-Submitted': 'auto-replied' } },
      'No draft: dana@buyer.test is away until 2026-06-01, as a colleague of yours was told.',
    ],
  ])('%s: no draft, and no word of it is shown', async (_, text, change, sentence) => {
    await told(text, change);
    await connect();
    expect(await drafts()).toBe(0);
    const said = await why();
    expect(said).toContain(sentence);
    expect(said).not.toMatch(/burnt|Please|emailing|"I am/);
    const db = service.app.store.db;
    expect(JSON.stringify(await db.select().from(schema.rest))).not.toMatch(/burnt|Please|emailing/);
  });

  it('nothing but rests crosses', async () => {
    await kim.receive({ from: 'dana@buyer.test', subject: 'Depot', date: ago(6), text: 'What does it cost?' });
    await told('', {
      subject: 'Invitation: Depot',
      attachments: [
        {
          filename: 'invite.ics',
          content:
            'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTART:20260402T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
        },
      ],
    });
    await connect();
    expect(await why('D2')).toContain('2026-04-02');
    expect(await drafts()).toBe(1);
  });

  it('of the whole company, by somebody whom the CRM does not know, takes a placed draft back', async () => {
    await connect();
    expect(await drafts()).toBe(1);
    const ina = { from: 'ina@buyer.test', date: new Date(service.now().getTime() + minute) };
    await told('The depot burnt. Please do not contact any of us before 1 June.', ina);
    await service.after(hour);
    expect(await drafts()).toBe(0);
    expect(await why()).toContain(
      'No draft: ina@buyer.test asked a colleague of yours not to be contacted before 2026-06-01.',
    );
  });

  it('of a person takes a placed draft back', async () => {
    await connect();
    expect(await drafts()).toBe(1);
    await told(stop, { date: new Date(service.now().getTime() + minute) });
    await service.after(hour);
    expect(await drafts()).toBe(0);
    const [{ withdrawReason } = { withdrawReason: '' }] = await service.app.store.db.select().from(schema.placement);
    expect(withdrawReason).toBe('dana@buyer.test asked a colleague of yours not to be contacted');
  });

  it('ends when the person lifts it, to whichever rep, in whichever thread', async () => {
    await told('Please do not contact me before 1 June.');
    await told('Forget what I said about June, you can write to me again.', { subject: 'Gate', date: ago(5) });
    await connect();
    expect(await drafts()).toBe(1);
  });

  it('stays with the deal when its owner changes, and when the old one leaves', async () => {
    await told('Please do not contact me before 1 June.');
    await crm('D2 1');
    await connect();
    await service.command(['disconnect', reps[1] ?? '']);
    await crm('D2 0');
    await service.after(hour);
    expect(await drafts()).toBe(0);
    expect(await why('D2')).toContain('asked a colleague of yours not to be contacted before 2026-06-01');
  });

  it('is asked for by an index', async () => {
    const { db } = service.app.store;
    await db.execute(sql`set enable_seqscan = off`);
    for (const column of ['address_key', 'company']) {
      const plan = await db.execute(sql`explain select * from rest where ${sql.identifier(column)} in ('a', 'b')`);
      expect(JSON.stringify(plan)).toMatch(/rest_(?:address|company)/);
    }
  });
});
