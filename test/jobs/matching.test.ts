/** Threads find their deals on a real mail server: what is bound stays, what is ambiguous is asked, and a person's answer is for good. */
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runStored } from '../../src/commands/run.ts';
import { ledgerAfter } from '../../src/db/ledger.ts';
import { overviewOf } from '../../src/db/overview.ts';
import * as schema from '../../src/db/schema.ts';
import { BadInput } from '../../src/errors.ts';
import { statusPage } from '../../src/web/status.ts';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot.ts';
import { type ClientMail, type MailClient, mailClient } from '../support/mail-client.ts';
import { day, hour, minute, startService, type TestService } from '../support/service.ts';

const at = new Date('2026-03-17T11:00:00Z');
const users = ['robin', 'kim'].flatMap((name) =>
  Array.from({ length: 16 }, (_, n) => ({ user: `${name}${n}@seller.test`, password: `secret-${name}${n}` })),
);
const header = 'id,name,owner_email,stage,status,close_date,contact_emails';

describe.skipIf(dovecotMissing)(`matching (${dovecotMissing ?? 'on Dovecot'})`, () => {
  let dovecot: Dovecot;
  let service: TestService;
  let client: MailClient;
  let clients: MailClient[];
  let turn = -1;
  let [robin, kim] = ['', ''];

  beforeAll(async () => {
    dovecot = await startDovecot({ users });
  });
  afterAll(() => dovecot?.stop());
  beforeEach(async () => {
    turn++;
    [robin, kim] = [users[turn]?.user ?? '', users[16 + turn]?.user ?? ''];
    clients = [];
    client = await open(robin);
    service = await startService({ at, crm: { 'deals.csv': `${header}\n` } });
  });
  afterEach(async () => {
    for (const each of clients) await each.close();
    await service.stop();
  });

  const passwordOf = (user: string) => users.find((each) => each.user === user)?.password ?? '';
  async function open(user: string): Promise<MailClient> {
    const { host, port } = dovecot;
    const opened = await mailClient({
      host,
      port,
      user,
      password: passwordOf(user),
      now: () => service?.now() ?? at,
    });
    clients.push(opened);
    return opened;
  }
  const connect = async (user = robin) => {
    const reach = ['--host', dovecot.host, '--port', String(dovecot.port), '--user', user, '--secure', 'none'];
    await service.command(['connect', 'imap', '--rep', user, ...reach, '--password-stdin'], passwordOf(user));
    await service.after(minute);
  };
  /** Rows of deals.csv: id, status and contacts; the rest is the same for all. */
  const crm = async (
    ...rows: [id: string, status: string, contacts: string, more?: { owner?: string; close?: string }][]
  ) => {
    const file = join(service.dir, 'crm', 'deals.csv');
    const line = ([id, status, contacts, { owner = robin, close = '' } = {}]: (typeof rows)[number]) =>
      [id, `Deal ${id}`, owner, 'Proposal', status, close, contacts].join(',');
    writeFileSync(file, `${[header, ...rows.map(line)].join('\n')}\n`);
    utimesSync(file, new Date('2000-01-01T00:00:00Z'), new Date('2000-01-01T00:00:00Z'));
    await service.after(2 * minute);
  };
  const wrong = async (...argv: string[]): Promise<string> => {
    const ran = runStored(service.app, argv, '', () => undefined);
    await expect(ran).rejects.toBeInstanceOf(BadInput);
    return ran.then(
      () => '',
      (error: Error) => error.message,
    );
  };

  /** The rep asked nine days ago and got no answer. */
  const asked = (change: ClientMail = {}, from = client) =>
    from.writeByHand({
      to: 'dana@buyer.test',
      subject: 'Pilot',
      text: 'Would the first of April suit you for the start of the pilot?',
      date: new Date(at.getTime() - 9 * day),
      ...change,
    });
  const overview = () => overviewOf(service.app.store.db);
  const threads = () =>
    service.app.store.db.select().from(schema.thread).orderBy(schema.thread.boundAt, schema.thread.id);
  const bindings = async () => (await threads()).map(({ dealId }) => dealId);
  const subjects = async () => {
    const rows = await service.app.store.db.select().from(schema.message);
    return rows.map(({ subject }) => subject).sort();
  };
  const drafts = async (of = client) =>
    (await of.list('Drafts')).map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1]?.trim());
  const question = async () => {
    const lines = (await service.command(['questions', '--json'])).split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Record<string, unknown> & { thread: string });
  };
  const entries = async (kind: string) => {
    const found = [];
    for await (const entry of ledgerAfter(service.app.store.db, 0)) if (entry.kind === kind) found.push(entry);
    return found;
  };

  it('one contact on 2 open deals: asks without keeping a word, and an answer is for good', async () => {
    await asked();
    await crm(['D1', 'open', 'dana@buyer.test'], ['D2', 'open', 'dana@buyer.test']);
    await connect();
    expect(await drafts()).toEqual([]);
    expect(await subjects()).toEqual([]);
    const [open] = await question();
    expect(open).toMatchObject({
      rep: robin,
      people: ['dana@buyer.test'],
      lastMail: new Date(at.getTime() - 9 * day).toISOString(),
      candidates: [
        { crm: 'csv', deal: 'D1', name: 'Deal D1', status: 'open' },
        { crm: 'csv', deal: 'D2', name: 'Deal D2', status: 'open' },
      ],
    });
    const page = String(await statusPage(await overview(), service.now()));
    expect(page).toContain(`bind ${open?.thread} D1`);
    expect(page).toContain('dana@buyer.test is a contact of this deal, and of another one as well.');
    expect(await service.command(['status'])).toContain(`question ${open?.thread} of ${robin}`);
    expect(await service.command(['questions'])).toContain('D2 "Deal D2": dana@buyer.test is a contact');

    // Nothing has changed: it is neither read again nor asked anew.
    await service.after(hour);
    expect(await question()).toEqual([open]);

    const thread = open?.thread ?? '';
    expect(await service.command(['bind', thread, 'D2'])).toBe(
      'The thread belongs to the deal D2 "Deal D2". Recorded.\n',
    );
    expect(await service.command(['bind', thread, 'csv/D2'])).toBe(
      'The thread belongs to the deal D2 "Deal D2" already.\n',
    );
    expect(await question()).toEqual([]);
    expect(await service.command(['questions'])).toBe('No thread waits for an answer.\n');
    await service.after(minute);
    expect(await subjects()).toEqual(['Pilot']);
    expect(await drafts()).toEqual(['Re: Pilot']);
    const [stored] = await threads();
    expect(stored).toMatchObject({ dealId: 'D2', answeredBy: 'admin', due: false });
    expect(stored?.boundBecause).toMatch(/^The admin said so on 2026-03-17\.$/);
    expect(await entries('thread_bound')).toMatchObject([{ by: 'admin', body: { thread, deal: 'csv/D2', was: null } }]);

    // Whatever becomes of the deals, the answer stays.
    await crm(['D1', 'open', 'dana@buyer.test'], ['D2', 'lost', 'dana@buyer.test']);
    await client.receive({ from: 'dana@buyer.test', subject: 'Re: Pilot', text: 'Yes.', inReplyTo: await firstId() });
    await service.after(2 * minute);
    expect(await bindings()).toEqual(['D2']);
    expect(await subjects()).toEqual(['Pilot', 'Re: Pilot']);
    await service.verifyLedger();
  });

  const firstId = async () => (await service.app.store.db.select().from(schema.message))[0]?.id ?? '';

  it('an answer can be taken back by another one only: none destroys the text, and the draft goes', async () => {
    await asked();
    await crm(['D1', 'open', 'dana@buyer.test'], ['D2', 'open', 'sam@buyer.test']);
    await connect();
    expect(await drafts()).toEqual(['Re: Pilot']);
    const [bound] = await threads();
    const id = bound?.id ?? '';
    expect(bound).toMatchObject({ dealId: 'D1', answeredBy: null });
    expect(bound?.boundBecause).toBe('dana@buyer.test is a contact of this deal, and of no other open one.');
    expect(await service.command(['bind', id, 'none'])).toBe('The thread belongs to no deal. Recorded.\n');
    expect(await service.command(['bind', id, 'none'])).toBe('The thread belongs to no deal already.\n');
    expect(await subjects()).toEqual([]);
    await service.after(minute);
    expect(await drafts()).toEqual([]);
    expect(service.decisions()).toMatchObject([{ deal_id: 'D1', verdict: 'withdrawn' }]);
    expect(service.decisions()[0]?.text).toContain('the thread is not about this deal, as a person has said');
    // New mail in it, and a new look at the CRM, change nothing.
    await client.receive({
      from: 'dana@buyer.test',
      subject: 'Re: Pilot',
      text: 'Hello again.',
      inReplyTo: '<none@x>',
    });
    await crm(['D1', 'open', 'dana@buyer.test;new@buyer.test'], ['D2', 'open', 'sam@buyer.test']);
    expect((await threads()).find((each) => each.id === id)).toMatchObject({ dealId: null, answeredBy: 'admin' });
    await service.command(['bind', id, 'D2']);
    await service.after(minute);
    expect((await threads()).find((each) => each.id === id)).toMatchObject({ dealId: 'D2' });
    expect((await entries('thread_bound')).map(({ body }) => [body.was, body.deal])).toEqual([
      ['csv/D1', null],
      [null, 'csv/D2'],
    ]);
  });

  it('bind says in one sentence what is wrong, and changes nothing', async () => {
    await asked();
    await crm(['D1', 'open', 'dana@buyer.test'], ['D2', 'open', 'dana@buyer.test']);
    await connect();
    const thread = (await question())[0]?.thread ?? '';
    expect(await wrong('bind', 'nothing', 'D1')).toBe(
      'There is no thread "nothing": "questions" lists those that wait for an answer.',
    );
    expect(await wrong('bind', thread, 'D9')).toBe(
      'There is no deal "D9": give the id that the CRM has for it, or "none".',
    );
    await service.app.store.db.update(schema.deal).set({ gone: true });
    expect(await wrong('bind', thread, 'D1')).toBe('The deal "D1" is gone from the CRM: give another one, or "none".');
    for (const argv of [['bind'], ['bind', thread]]) expect(await wrong(...argv)).toContain('bind THREAD DEAL');
    expect(await wrong('bind', thread, 'D1', 'D2')).toBe(
      '"bind" has no use for "D2": leave it out; "help" says what it takes.',
    );
    expect(await question()).toHaveLength(1);
    expect(await entries('thread_bound')).toEqual([]);
  });

  it('a question is judged again when the CRM says something else: who else takes part settles it', async () => {
    await asked({ cc: 'sam@buyer.test' });
    await crm(['D1', 'open', 'dana@buyer.test'], ['D2', 'open', 'dana@buyer.test']);
    await connect();
    expect(await question()).toHaveLength(1);
    await crm(['D1', 'open', 'dana@buyer.test'], ['D2', 'open', 'dana@buyer.test;sam@buyer.test']);
    expect(await question()).toEqual([]);
    expect(await bindings()).toEqual(['D2']);
    expect((await threads())[0]?.boundBecause).toContain('no other one has everyone in the thread');
  });

  it('a question stays when one of its deals ends, for that may have been what it was about, until the talk goes on', async () => {
    const id = await asked();
    await crm(['D1', 'open', 'dana@buyer.test'], ['D2', 'open', 'dana@buyer.test']);
    await connect();
    const [before] = await question();
    await crm(['D1', 'won', 'dana@buyer.test', { close: '2026-03-16' }], ['D2', 'open', 'dana@buyer.test']);
    const [after] = await question();
    expect(after).toMatchObject({ thread: before?.thread, since: before?.since });
    expect(after?.candidates).toMatchObject([
      { deal: 'D1', status: 'won' },
      { deal: 'D2', status: 'open' },
    ]);
    await client.receive({ from: 'dana@buyer.test', subject: 'Re: Pilot', text: 'And the next year?', inReplyTo: id });
    await service.after(2 * minute);
    expect(await question()).toEqual([]);
    expect(await bindings()).toEqual(['D2']);
  });

  it('a question goes when none of its deals is open any more', async () => {
    await asked();
    await crm(['D1', 'open', 'dana@buyer.test'], ['D2', 'open', 'dana@buyer.test']);
    await connect();
    await crm(['D1', 'won', 'dana@buyer.test'], ['D2', 'lost', 'dana@buyer.test']);
    expect(await question()).toEqual([]);
    expect(await threads()).toEqual([]);
  });

  it('renewals after closed-won: the old thread stays with the old deal, a new one belongs to the new one', async () => {
    const old = await asked({ subject: 'First year' });
    await crm(['D1', 'open', 'dana@buyer.test']);
    await connect();
    await crm(['D1', 'won', 'dana@buyer.test', { close: '2026-03-17' }]);
    expect(await drafts()).toEqual([]);
    // Written while no open deal names the contact: nobody reads it yet.
    await client.receive({
      from: 'dana@buyer.test',
      subject: 'Next year',
      text: 'Shall we go on?',
      date: new Date('2026-03-19T08:00:00Z'),
    });
    await service.after(3 * day);
    expect(await subjects()).toEqual(['First year']);
    await crm(['D1', 'won', 'dana@buyer.test', { close: '2026-03-17' }], ['D2', 'open', 'dana@buyer.test']);
    expect(await subjects()).toEqual(['First year', 'Next year']);
    await client.receive({
      from: 'dana@buyer.test',
      subject: 'Re: First year',
      text: 'Thank you for all.',
      inReplyTo: old,
    });
    await service.after(2 * minute);
    const rows = await service.app.store.db.select().from(schema.message);
    const dealOf = new Map((await threads()).map(({ id, dealId }) => [id, dealId]));
    expect(rows.map(({ subject, threadId }) => [subject, dealOf.get(threadId)]).sort()).toEqual([
      ['First year', 'D1'],
      ['Next year', 'D2'],
      ['Re: First year', 'D1'],
    ]);
  });

  it('renewals after closed-won: mail of before the end is not the new deal’s, when neither was ever read', async () => {
    await asked({ subject: 'First year', date: new Date(at.getTime() - 60 * day) });
    await asked({ subject: 'Next year' });
    await crm(['D1', 'won', 'dana@buyer.test', { close: '2026-02-01' }], ['D2', 'open', 'dana@buyer.test']);
    await connect();
    expect(await subjects()).toEqual(['Next year']);
    expect(await question()).toEqual([]);
  });

  it('contact merged or with another address: the thread stays, and the new address counts in it', async () => {
    const id = await asked();
    await crm(['D1', 'open', 'dana@buyer.test']);
    await connect();
    expect(await drafts()).toEqual(['Re: Pilot']);
    await crm(['D1', 'open', 'dana@owner.test']);
    expect(await bindings()).toEqual(['D1']);
    await client.receive({
      from: 'dana@owner.test',
      subject: 'Re: Pilot',
      text: 'Yes, April suits us.',
      inReplyTo: id,
    });
    await service.after(2 * minute);
    expect(await subjects()).toEqual(['Pilot', 'Re: Pilot']);
    expect(await drafts()).toEqual([]);
    expect(service.decisions()[0]?.text).toContain('dana@owner.test answered');
  });

  it('reply from assistant: the thread goes on, nobody is nagged, and the assistant is shown as somebody new', async () => {
    const id = await asked();
    await client.receive({
      from: 'Pat <pat@buyer.test>',
      subject: 'Re: Pilot',
      text: 'Dana will look at it.',
      inReplyTo: id,
      date: new Date(at.getTime() - 8 * day),
    });
    await crm(['D1', 'open', 'dana@buyer.test']);
    await connect();
    expect(await subjects()).toEqual(['Pilot', 'Re: Pilot']);
    expect(await drafts()).toEqual([]);
    const [pat] = (await overview()).strangers;
    expect(pat).toMatchObject({ address: 'pat@buyer.test', name: 'Pat', deal: 'Deal D1', rep: robin });
    expect(String(await statusPage(await overview(), service.now()))).toContain('Pat, pat@buyer.test');
    expect(await service.command(['status'])).toContain('not in the CRM: Pat, pat@buyer.test, for Deal D1:');
    // Once the CRM knows them they are nobody new.
    await crm(['D1', 'open', 'dana@buyer.test;pat@buyer.test']);
    expect((await overview()).strangers).toEqual([]);
  });

  it('somebody at the company of a contact writes anew: shown, never matched, and no text is kept', async () => {
    await crm(['D1', 'open', 'dana@buyer.test']);
    await connect();
    await client.receive({ from: 'Boss <boss@buyer.test>', subject: 'Hello', text: 'Who are you?' });
    await client.receive({ from: 'no-reply@buyer.test', subject: 'Ticket', text: 'A ticket.' });
    await client.receive({
      from: 'carol@buyer.test',
      subject: 'News',
      text: 'All the news.',
      headers: { 'List-Unsubscribe': '<mailto:x@buyer.test>' },
    });
    await client.receive({ from: 'dana@elsewhere.test', subject: 'Hello', text: 'Hello.' });
    await service.after(2 * minute);
    expect((await overview()).strangers.map(({ address }) => address)).toEqual(['boss@buyer.test']);
    expect(await threads()).toEqual([]);
    expect(await subjects()).toEqual([]);
  });

  it('deal owner changed mid-thread: threads stay, only the present owner is drafted to', async () => {
    const other = await open(kim);
    const id = await asked({ cc: kim });
    await other.receive({
      from: robin,
      to: 'dana@buyer.test',
      cc: kim,
      subject: 'Pilot',
      text: 'Would the first of April suit you?',
      messageId: id,
      date: new Date(at.getTime() - 9 * day),
    });
    await crm(['D1', 'open', 'dana@buyer.test']);
    await connect();
    await connect(kim);
    expect(await drafts()).toEqual(['Re: Pilot']);
    expect(await bindings()).toEqual(['D1']);
    await crm(['D1', 'open', 'dana@buyer.test', { owner: kim }]);
    await service.after(15 * minute);
    expect(await drafts()).toEqual([]);
    expect(service.decisions()[0]?.text).toContain(`the deal is ${kim}'s now`);
    expect(await bindings()).toEqual(['D1', 'D1']);
    // What comes in the thread still belongs to it, in both mailboxes.
    await client.receive({ from: 'dana@buyer.test', subject: 'Re: Pilot', text: 'Yes.', inReplyTo: id });
    await service.after(2 * minute);
    expect(await subjects()).toEqual(['Pilot', 'Pilot', 'Re: Pilot']);
  });

  it('deal deleted after draft was placed: the untouched draft goes, the thread stays', async () => {
    await service.command(['connect', 'csv', '--dir', join(service.dir, 'crm'), '--complete-export', 'true']);
    await asked();
    await crm(['D1', 'open', 'dana@buyer.test'], ['D2', 'open', 'lee@other.test']);
    await connect();
    expect(await drafts()).toEqual(['Re: Pilot']);
    await crm(['D2', 'open', 'lee@other.test']);
    await service.after(15 * minute);
    expect(await drafts()).toEqual([]);
    expect(await bindings()).toEqual(['D1']);
    const [decision] = await service.app.store.db.select().from(schema.decision);
    expect(decision).toMatchObject({ verdict: 'withdrawn' });
    expect((await overview()).decisions[0]?.logProblem).toBeNull();
  });

  it('a list that rewrites From: the buyer behind it is answered, not the list', async () => {
    const id = await asked({ date: new Date('2026-03-02T09:00:00Z') });
    const answer = await client.receive({
      from: "'Dana Berg' via Sales <sales@seller.test>",
      to: 'sales@seller.test',
      subject: 'Re: Pilot',
      text: 'We will send the signed order by Friday, 6 March.',
      date: new Date('2026-03-03T09:00:00Z'),
      inReplyTo: id,
      headers: { 'List-ID': '<sales.seller.test>', 'Reply-To': 'Dana Berg <dana@buyer.test>' },
    });
    await client.flag('INBOX', answer, ['\\Seen']);
    await crm(['D1', 'open', 'dana@buyer.test']);
    await connect();
    expect(await drafts()).toEqual(['Re: Pilot']);
    const [draft] = await client.list('Drafts');
    expect(draft?.raw).toMatch(/^To: .*dana@buyer\.test/m);
    expect(draft?.raw).not.toContain('sales@seller.test');
  });

  it('forwarded thread with new subject, and the same subject reused: by what they refer to, not by what they are called', async () => {
    const first = await asked({ subject: 'Proposal' });
    await asked({ subject: 'Proposal', to: 'lee@other.test', date: new Date(at.getTime() - 8 * day) });
    await client.receive({
      from: 'legal@buyer.test',
      subject: 'FW: for your files',
      text: 'Kept.',
      inReplyTo: first,
      references: [first],
      date: new Date(at.getTime() - 7 * day),
    });
    await crm(['D1', 'open', 'dana@buyer.test'], ['D2', 'open', 'lee@other.test']);
    await connect();
    const rows = await service.app.store.db.select().from(schema.message);
    const dealOf = new Map((await threads()).map(({ id, dealId }) => [id, dealId]));
    expect(rows.map(({ subject, threadId }) => [subject, dealOf.get(threadId)]).sort()).toEqual([
      ['FW: for your files', 'D1'],
      ['Proposal', 'D1'],
      ['Proposal', 'D2'],
    ]);
  });
});
