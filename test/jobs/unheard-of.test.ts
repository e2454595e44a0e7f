/** An attempt at placing a draft of which nobody heard again, and what the rep did with the draft before the next one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '../../src/db/schema.ts';
import { OutcomeUnknown, TryLater } from '../../src/errors.ts';
import { jobs } from '../../src/jobs/index.ts';
import type { Mailbox } from '../../src/mailbox/mailbox.ts';
import { type ImapServer, startImapServer } from '../fakes/imap-server.ts';
import { type MailClient, mailClient } from '../support/mail-client.ts';
import { day, minute, startService, type TestService } from '../support/service.ts';

const rep = 'robin@seller.example';
const at = new Date('2026-03-17T11:00:00Z');
let server: ImapServer;
let client: MailClient;
let service: TestService;
let proposalId: string;

beforeEach(async () => {
  server = await startImapServer({ users: [{ address: rep, password: 'secret' }] });
  client = await mailClient({ host: '127.0.0.1', port: server.port, user: rep, password: 'secret', now: () => at });
  const deals = `id,name,owner_email,stage,status,contact_emails\nD1,Docks,${rep},Proposal,open,ada@buyer.example\n`;
  service = await startService({ at, crm: { 'deals.csv': deals } });
  const reach = ['--host', '127.0.0.1', '--port', String(server.port), '--user', rep, '--secure', 'none'];
  await service.command(['connect', 'imap', '--rep', rep, ...reach, '--password-stdin'], 'secret');
  const date = new Date(at.getTime() - 9 * day);
  const text = 'Would the delivery in May suit your building schedule?';
  await client.writeByHand({ to: 'ada@buyer.example', subject: 'Loading docks', text, date });
  const { context, store } = service.app;
  await service.app.sweep();
  const quiet = { ...context, enqueue: async () => undefined };
  const [crm] = await store.db.select({ id: schema.crm.id }).from(schema.crm);
  await jobs['sync-deals'](quiet, crm?.id ?? '');
  const [mailbox] = await store.db.select({ id: schema.mailbox.id }).from(schema.mailbox);
  await jobs['sync-mailbox'](quiet, mailbox?.id ?? '');
  await jobs.assess(quiet, mailbox?.id ?? '');
  const [proposal] = await store.db.select({ id: schema.proposal.id }).from(schema.proposal);
  proposalId = proposal?.id ?? '';
});
afterEach(async () => {
  await service?.stop();
  await client?.close();
  await server?.stop();
});

/** Places, and the answer is lost: `stored` says whether the draft came to be. */
async function unheardOf(
  stored: boolean,
  error: Error = new OutcomeUnknown('The connection broke while a draft was stored.'),
): Promise<void> {
  const { context } = service.app;
  const mailbox = async (row: Parameters<typeof context.mailbox>[0]): Promise<Mailbox> => {
    const real = await context.mailbox(row);
    return {
      ...real,
      async placeDraft(reply, key) {
        if (stored) await real.placeDraft(reply, key);
        throw error;
      },
    };
  };
  await jobs['place-draft']({ ...context, mailbox, enqueue: async () => undefined }, proposalId);
}

const drafts = async () => (await client.list('Drafts')).length;
const idOfDraft = async (): Promise<string> => {
  const [draft] = await client.list('Drafts');
  return /^message-id:\s*(\S+)/im.exec(draft?.raw ?? '')?.[1] ?? '';
};
const placements = () => service.app.store.db.select().from(schema.placement);

describe('an attempt that was never heard of again', () => {
  it('is made again when it left nothing', async () => {
    await unheardOf(false);
    expect(await drafts()).toBe(0);
    await service.after(10 * minute);
    expect(await drafts()).toBe(1);
    expect(await placements()).toHaveLength(1);
  });

  it('is not made again when the draft is there', async () => {
    await unheardOf(true);
    await service.after(10 * minute);
    expect(await drafts()).toBe(1);
    expect(await placements()).toMatchObject([{ placedAt: at }]);
  });

  it.each([
    ['removed the draft without a trace', 0, async () => client.expunge(await idOfDraft())],
    [
      'stored it under another name',
      1,
      async () => client.saveEdit(await idOfDraft(), { text: 'Mine now' }, { messageId: 'new' }),
    ],
  ] as const)('is never made again once the rep has %s', async (_, left, act) => {
    await unheardOf(true);
    await act();
    for (let n = 0; n < 4; n++) await service.after(n < 2 ? 10 * minute : day);
    expect(await drafts()).toBe(left);
    const [proposal] = await service.app.store.db.select().from(schema.proposal);
    expect(proposal?.cancelled).toBe('a draft may have been left for it that is nowhere now');
    expect(await service.app.store.db.select().from(schema.proposal)).toHaveLength(1);
  });

  it('is made again whatever the rep did with another draft', async () => {
    const other = { to: 'someone@else.example', subject: 'Other', text: 'Mine', date: at };
    const own = await client.saveDraft(other);
    await unheardOf(false);
    await client.saveEdit(own, { text: 'Mine, longer' }, { messageId: 'new' });
    await service.after(10 * minute);
    expect(await drafts()).toBe(2);
  });

  it('of one that was refused nothing is left, so what the rep does in Drafts is not about it', async () => {
    await unheardOf(false, new TryLater('The server is busy.'));
    await client.saveDraft({ to: 'someone@else.example', subject: 'Other', text: 'Mine', date: at });
    await service.after(10 * minute);
    expect(await drafts()).toBe(2);
  });

  it('is dropped when the contact has answered since, and forgotten', async () => {
    await unheardOf(false);
    await client.receive({
      from: 'ada@buyer.example',
      subject: 'Re: Loading docks',
      text: 'Yes, it does.',
      date: at,
      inReplyTo: (await client.list('Sent')).map(({ raw }) => /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '')[0] ?? '',
    });
    await service.after(10 * minute);
    expect(await drafts()).toBe(0);
    expect(await placements()).toHaveLength(0);
  });
});
