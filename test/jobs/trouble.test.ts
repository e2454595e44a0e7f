/** Bad servers, bad mail and bad files, seen from the whole service: one sentence on the status page, the rest goes on, nothing is lost. */
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { overviewOf } from '../../src/db/overview.ts';
import * as schema from '../../src/db/schema.ts';
import { statusPage } from '../../src/web/status.ts';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot.ts';
import { type CountingProxy, countingProxy, type ScriptedServer, scriptedServer } from '../support/imap-wire.ts';
import { type MailClient, mailClient } from '../support/mail-client.ts';
import { day, hour, minute, startService, type TestService } from '../support/service.ts';

const at = new Date('2026-03-03T11:00:00Z');
const users = ['well', 'ill'].flatMap((name) =>
  [...'0123456789'].map((n) => ({ user: `${name}${n}@acme.test`, password: `secret-${name}${n}` })),
);

describe.skipIf(dovecotMissing)(`trouble (${dovecotMissing ?? 'on Dovecot'})`, () => {
  let dovecot: Dovecot;
  let service: TestService;
  let clients: MailClient[];
  let stops: (() => Promise<void>)[];
  let turn = -1;
  let [well, ill] = [users[0], users[0]];

  beforeAll(async () => {
    dovecot = await startDovecot({ users });
  });
  afterAll(() => dovecot?.stop());
  beforeEach(async () => {
    turn++;
    [well, ill] = [users[turn], users[10 + turn]];
    clients = [];
    stops = [];
    const rows = [well, ill].map((user, n) => `D${n},Deal ${n},${user?.user},Proposal,open,buyer${n}@corp.test`);
    const deals = ['id,name,owner_email,stage,status,contact_emails', ...rows, ''].join('\n');
    service = await startService({ at, crm: { 'deals.csv': deals } });
  });
  afterEach(async () => {
    for (const client of clients) await client.close();
    await service.stop();
    for (const stop of stops) await stop();
  });

  async function open(user: (typeof users)[number] | undefined): Promise<MailClient> {
    const { host, port } = dovecot;
    const client = await mailClient({ host, port, user: user?.user ?? '', password: user?.password ?? '' });
    clients.push(client);
    return client;
  }

  /** The rep asked seven working days ago and got no answer. */
  const asked = (client: MailClient, to: string, extra: object = {}) =>
    client.writeByHand({
      to,
      subject: 'Pilot',
      text: 'Would the first of April suit you for the start of the pilot?',
      date: new Date(at.getTime() - 9 * day),
      ...extra,
    });

  const connect = (user: (typeof users)[number] | undefined, port = dovecot.port) =>
    service.command(
      [
        'connect',
        'imap',
        '--rep',
        user?.user ?? '',
        '--host',
        '127.0.0.1',
        '--port',
        String(port),
        '--user',
        user?.user ?? '',
        '--secure',
        'none',
        '--password-stdin',
      ],
      `${user?.password}\n`,
    );

  const overview = () => overviewOf(service.app.store.db);
  const problemOf = async (user: (typeof users)[number] | undefined) =>
    (await overview()).mailboxes.find(({ rep }) => rep === user?.user)?.problem ?? null;
  const page = async () => String(await statusPage(await overview(), service.now()));

  it('stores no mailbox that does not answer as it should', async () => {
    const none = { user: ill?.user ?? '', password: 'wrong' };
    await expect(connect(none)).rejects.toThrow(/password/);
    await expect(connect(ill, 1)).rejects.toThrow(/127\.0\.0\.1/);
    expect((await overview()).mailboxes).toEqual([]);
    expect(await service.verifyLedger()).toBe(1);
  });

  it('goes on with the others when a server goes away, and catches up when it is back', async () => {
    const [wellClient, illClient] = [await open(well), await open(ill)];
    let proxy: CountingProxy = await countingProxy(dovecot.port);
    const { port } = proxy;
    await connect(well);
    await connect(ill, port);
    await service.after(minute);
    await proxy.stop();
    await asked(wellClient, 'buyer0@corp.test');
    await asked(illClient, 'buyer1@corp.test');
    await service.pass(4 * minute, 2 * minute);
    expect(await problemOf(well)).toBeNull();
    expect(await problemOf(ill)).toMatch(/^[^\n]*127\.0\.0\.1[^\n]*$/);
    expect(await page()).toContain('127.0.0.1');
    expect(await wellClient.list('Drafts')).toHaveLength(1);
    expect(await illClient.list('Drafts')).toHaveLength(0);

    proxy = await countingProxy(dovecot.port, {}, port);
    stops.push(() => proxy.stop());
    await service.pass(hour, 20 * minute);
    expect(await problemOf(ill)).toBeNull();
    expect(await illClient.list('Drafts')).toHaveLength(1);
  });

  it('waits for a person when the password was changed, and goes on once it is connected anew', async () => {
    const client = await open(ill);
    await connect(ill);
    await service.after(minute);
    const [row] = await service.app.store.db.select().from(schema.mailbox);
    const stale = await service.app.keyring.seal('old password', `mailbox|${row?.id}|secret|1`);
    await service.app.store.db.update(schema.mailbox).set({ secret: stale });
    await asked(client, 'buyer1@corp.test');
    await service.after(2 * minute);
    const problem = await problemOf(ill);
    expect(problem).toMatch(/refused the password/);
    const [before] = await service.app.store.db.select().from(schema.mailbox);
    await service.pass(20 * minute, 5 * minute);
    const [after] = await service.app.store.db.select().from(schema.mailbox);
    expect(after?.failures).toBe(before?.failures);
    expect(after?.problemSince).toEqual(before?.problemSince);
    await connect(ill);
    await service.after(minute);
    expect(await problemOf(ill)).toBeNull();
    expect(await client.list('Drafts')).toHaveLength(1);
  });

  it('survives a server that hangs up in the middle of a literal', async () => {
    const wellClient = await open(well);
    await asked(wellClient, 'buyer0@corp.test');
    const server: ScriptedServer = await scriptedServer((command, tag, socket) => {
      if (!/^UID FETCH|^FETCH|^UID SEARCH/i.test(command)) return false;
      socket.write(`* 1 FETCH (UID 1 BODY[] {5000}\r\nSubject: half`);
      socket.destroy();
      return tag !== '';
    });
    stops.push(() => server.stop());
    await connect(ill, server.port);
    await connect(well);
    await service.pass(4 * minute, 2 * minute);
    expect(await wellClient.list('Drafts')).toHaveLength(1);
    expect(await problemOf(ill)).toMatch(/^[^\n]*127\.0\.0\.1[^\n]*\.$/);
  });

  it('reads what can be read of odd mail: no Message-ID, a broken date, an unknown charset, 60 MB', async () => {
    const client = await open(ill);
    const arrived = new Date(at.getTime() - 9 * day);
    const body = 'Would the first of April suit you for the start of the pilot?';
    const head = (extra: string) => `From: ${ill?.user}\r\nTo: buyer1@corp.test\r\nSubject: Pilot\r\n${extra}\r\n`;
    await client.append(
      'Sent',
      `${head('Date: the day before yesterday\r\nContent-Type: text/plain; charset=x-martian\r\n')}${body}`,
      ['\\Seen'],
      arrived,
    );
    const big = Buffer.alloc(60 * 1024 * 1024, 'QUJD')
      .toString('latin1')
      .replace(/(.{76})/g, '$1\r\n');
    const parts = `--b\r\nContent-Type: text/plain\r\n\r\nThe plan is attached.\r\n--b\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${big}\r\n--b--\r\n`;
    await client.append(
      'INBOX',
      `From: buyer1@corp.test\r\nTo: ${ill?.user}\r\nSubject: Plan\r\nMessage-ID: <plan@corp.test>\r\nDate: ${new Date(arrived.getTime() - day).toUTCString()}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}`,
      ['\\Seen'],
      new Date(arrived.getTime() - day),
    );
    await connect(ill);
    await service.after(minute);
    expect(await problemOf(ill)).toBeNull();
    const messages = await service.app.store.db.select().from(schema.message);
    expect(messages.map(({ subject }) => subject).sort()).toEqual(['Pilot', 'Plan']);
    const plan = messages.find(({ subject }) => subject === 'Plan');
    expect(plan?.text.trim()).toBe('The plan is attached.');
    expect(plan?.attachments).toEqual(['plan.pdf']);
    const pilot = messages.find(({ subject }) => subject === 'Pilot');
    expect(pilot?.id).toMatch(/@no-message-id\.invalid>$/);
    expect(pilot?.sentAt.toISOString()).toBe(arrived.toISOString());
    // A mail that nothing can refer to is answered by its subject alone.
    const drafts = await client.list('Drafts');
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.raw).toMatch(/^Subject: Re: Pilot/m);
    expect(drafts[0]?.raw).not.toMatch(/no-message-id/);
    await service.pass(2 * hour, 30 * minute);
    expect(await client.list('Drafts')).toHaveLength(1);
  });

  it('keeps the last good deals when a CSV file is broken, and says which line', async () => {
    const client = await open(well);
    await asked(client, 'buyer0@corp.test');
    await connect(well);
    await service.after(minute);
    expect(await client.list('Drafts')).toHaveLength(1);
    const file = join(service.dir, 'crm', 'deals.csv');
    const past = new Date('2000-01-01T00:00:00Z');
    const write = (text: string) => {
      writeFileSync(file, text);
      utimesSync(file, past, past);
    };
    write('name,stage\nDeal 0,Proposal\n');
    await service.after(2 * minute);
    const [crm] = (await overview()).crms;
    expect(crm?.problem).toMatch(/^deals\.csv[^\n]*\bid\b/);
    expect(await page()).toContain('deals.csv');
    expect(await client.list('Drafts')).toHaveLength(1);
    write(
      `id,name,owner_email,stage,status,contact_emails\nD0,Deal 0,${well?.user},Won,won,buyer0@corp.test\nD0,Again,,,,\n`,
    );
    await service.pass(2 * hour, 30 * minute);
    expect((await overview()).crms[0]?.problem).toMatch(/line 3 repeats/);
    expect(await client.list('Drafts')).toHaveLength(1);
    write(`id,name,owner_email,stage,status,contact_emails\nD0,Deal 0,${well?.user},Won,won,buyer0@corp.test\n`);
    await service.pass(2 * hour, 30 * minute);
    expect((await overview()).crms[0]?.problem).toBeNull();
    expect(await client.list('Drafts')).toHaveLength(0);
    expect(service.decisions()).toMatchObject([{ deal_id: 'D0', decision: '', verdict: 'withdrawn' }]);
    expect(service.decisions()[0]?.text).toContain('the deal is won');
  });
});
