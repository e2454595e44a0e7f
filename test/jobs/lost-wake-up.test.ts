/** The queue is only a wake-up: what a process could not tell it before it died is found in the tables. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as schema from '../../src/db/schema.ts';
import { jobs } from '../../src/jobs/index.ts';
import { type ImapServer, startImapServer } from '../fakes/imap-server.ts';
import { type MailClient, mailClient } from '../support/mail-client.ts';
import { day, minute, startService, type TestService } from '../support/service.ts';

const rep = 'robin@seller.example';
const at = new Date('2026-03-17T11:00:00Z');
let server: ImapServer;
let client: MailClient;
let service: TestService;

beforeAll(async () => {
  server = await startImapServer({ users: [{ address: rep, password: 'secret' }] });
  client = await mailClient({ host: '127.0.0.1', port: server.port, user: rep, password: 'secret', now: () => at });
  const deals = `id,name,owner_email,stage,status,contact_emails\nD1,Docks,${rep},Proposal,open,ada@buyer.example\n`;
  service = await startService({ at, crm: { 'deals.csv': deals } });
  const reach = ['--host', '127.0.0.1', '--port', String(server.port), '--user', rep, '--secure', 'none'];
  await service.command(['connect', 'imap', '--rep', rep, ...reach, '--password-stdin'], 'secret');
  await service.after(minute);
});
afterAll(async () => {
  await service?.stop();
  await client?.close();
  await server?.stop();
});

it('judges the deals of mail that was read just before the process died', async () => {
  const date = new Date(at.getTime() - 9 * day);
  const text = 'Would the delivery in May suit your building schedule?';
  await client.writeByHand({ to: 'ada@buyer.example', subject: 'Loading docks', text, date });
  const { context, store } = service.app;
  const [mailbox] = await store.db.select({ id: schema.mailbox.id }).from(schema.mailbox);
  await jobs['sync-mailbox']({ ...context, enqueue: async () => undefined }, mailbox?.id ?? '');
  expect(await client.list('Drafts')).toHaveLength(0);
  await service.after(1_000);
  expect(await client.list('Drafts')).toHaveLength(1);
});
