/** Notices of a provider wake the job that reads, and nothing else; without any, polling finds the same. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeNotice } from '../../src/connect/notices.ts';
import * as schema from '../../src/db/schema.ts';
import { BadInput, TryLater } from '../../src/errors.ts';
import { renewAt } from '../../src/jobs/renew-push.ts';
import { pollAt } from '../../src/jobs/sweep.ts';
import type { PushNotice } from '../../src/mailbox/mailbox.ts';
import type { GraphAccount } from '../fakes/outlook.ts';
import { hour, minute } from '../support/service.ts';
import { home, mailboxOf, openWorld, start, type Visitor, type World } from './world.ts';

const rep = 'rep@acme.test';
const second = 1_000;
let world: World;
let account: GraphAccount;
let admin: Visitor;
/** What the kind makes of the next notice, when a test wants that. */
let reading: (() => Promise<PushNotice>) | null = null;
/** What arranging notices does. */
let arranged: { url: string; lifecycleUrl: string; secret: string }[] = [];
let arranging: () => Promise<{ until: Date } | null> = async () => null;

beforeAll(async () => {
  const deals = `id,name,owner_email,stage,status,contact_emails\nD1,Docks,${rep},Proposal,open,ada@buyer.example\n`;
  world = await openWorld({
    crm: { 'deals.csv': deals },
    change: (kind) => ({
      ...kind,
      oauth: { ...kind.oauth!, readPush: (...given) => (reading ? reading() : kind.oauth!.readPush(...given)) },
      open: (options) => ({
        ...kind.open(options),
        renewPush: async (target) => {
          arranged.push(target);
          return arranging();
        },
      }),
    }),
  });
  account = world.graph.account({ name: 'Rep', address: rep });
});
afterAll(() => world?.stop());
beforeEach(async () => {
  await world.clear();
  reading = null;
  arranged = [];
  arranging = async () => ({ until: new Date(world.service.now().getTime() + 70 * hour) });
  world.service.setClock(start);
  world.oauth.signIn(world.person(account));
  // However long a story is, the one access token will do.
  world.oauth.faults.lifeSeconds = 365 * 86_400;
  admin = await world.admin();
  await admin.connect(rep);
  await world.service.after(second);
  world.graph.requests.length = 0;
});

const post = async (path: string, body: unknown) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await world.service.app.web.request(`${home}${path}`, { method: 'POST', body: text });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const notice = (clientState: unknown, more: object = {}) => ({ value: [{ clientState, ...more }] });
/** Runs what waits in the queue, without a sweep; answers how much that was. */
const drain = () => world.service.app.queue.drain(world.service.app.context);
const reads = () => world.graph.requests.filter(({ path }) => path.endsWith('/delta')).length;

describe('notices', () => {
  it('are asked for when a mailbox is connected, with a word that is stored sealed and as a hash', async () => {
    const [target] = arranged;
    expect(target).toMatchObject({ url: `${home}/push/outlook`, lifecycleUrl: `${home}/push/outlook/lifecycle` });
    expect(target?.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await mailboxOf(world, rep)).toMatchObject({
      pushUntil: new Date(start.getTime() + second + 70 * hour),
      pushRenewAt: new Date(start.getTime() + second + 24 * hour),
      pushProblem: null,
    });
    expect((await world.stored()) + world.logged.join('')).not.toContain(target?.secret);
  });

  it('wake the job that reads, at once and once however many come', async () => {
    const word = arranged[0]!.secret;
    const all = await Promise.all(Array.from({ length: 30 }, () => post('/push/outlook', notice(word))));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([202]));
    expect(await drain()).toBeLessThanOrEqual(3);
    const once = reads();
    expect(once).toBeGreaterThan(0);
    await post('/push/outlook', { value: Array.from({ length: 500 }, () => ({ clientState: word })) });
    await drain();
    expect(reads()).toBe(2 * once);
  });

  it.each([
    ['another word', () => notice('f'.repeat(64))],
    ['no word', () => notice(undefined)],
    ['an empty word', () => notice('')],
    ['a word that is none', () => notice({ $ne: null })],
    ['the hash of the word', async () => notice((await mailboxOf(world, rep)).pushHash)],
    ['the address instead of the word', () => notice(rep)],
    ['no list', () => ({})],
    ['an empty list', () => ({ value: [] })],
    ['no JSON', () => '<xml/>'],
    ['nothing', () => ''],
    ['words without end', () => ({ value: Array.from({ length: 300 }, (_, n) => ({ clientState: `w${n}` })) })],
    ['a book', () => 'x'.repeat(300_000)],
  ] as [string, () => unknown][])('with %s have no effect', async (_, body) => {
    const { status, text } = await post('/push/outlook', await body());
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toContain(rep);
    expect(await drain()).toBe(0);
    expect(world.graph.requests).toEqual([]);
  });

  it.each(['/push/imap', '/push/nosuch', '/push/outlook/other', '/push/__proto__'])(
    'at %s are taken by nobody',
    async (path) => {
      expect((await post(path, notice(arranged[0]!.secret))).status).toBe(404);
      expect(await drain()).toBe(0);
    },
  );

  it('are taken for no one whose registration is not in the settings', async () => {
    const { desk } = world.service.app;
    const request = {
      method: 'POST',
      query: new URLSearchParams(),
      headers: new Headers(),
      body: JSON.stringify(notice(arranged[0]!.secret)),
    };
    expect((await takeNotice({ ...desk, clients: {} }, 'outlook', request)).status).toBe(404);
    expect((await takeNotice(desk, 'outlook', request)).status).toBe(202);
  });

  it('answer a check as plain text, and nothing that could be taken for a page', async () => {
    const checked = await post('/push/outlook?validationToken=Validation%3A+Testing+%3Ctoken%3E', '');
    expect([checked.status, checked.text]).toEqual([200, 'Validation: Testing <token>']);
    expect(checked.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(checked.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await post(`/push/outlook?validationToken=${'x'.repeat(3_000)}`, '')).status).toBe(400);
    expect((await post('/push/outlook?validationToken=a%0Ab', '')).status).toBe(400);
  });

  it('that cannot be judged now are wanted again later; those that prove nothing are not', async () => {
    const asked = async (read: () => Promise<PushNotice>) => {
      reading = read;
      return (await post('/push/outlook', '{}')).status;
    };
    expect(await asked(() => Promise.reject(new TryLater('The keys of the provider could not be fetched.')))).toBe(503);
    expect(await asked(() => Promise.reject(new BadInput('The signature is wrong.')))).toBe(400);
    expect(await asked(() => Promise.reject(new Error('rep@acme.test did something')))).toBe(503);
    expect(await asked(async () => ({ answer: null, wake: [{ address: 'REP@acme.test' }], renew: [] }))).toBe(202);
    expect(await asked(async () => ({ answer: null, wake: [{ address: 'no@acme.test' }], renew: [] }))).toBe(404);
    expect(await drain()).toBeGreaterThan(0);
    expect(world.logged.join('')).not.toContain('did something');
  });

  it('ask a mailbox no sooner that was told to wait, and a disconnected one never', async () => {
    const { db } = world.service.app.store;
    const word = arranged[0]!.secret;
    const nextTryAt = new Date(world.service.now().getTime() + minute);
    await db.update(schema.mailbox).set({ nextTryAt });
    expect((await post('/push/outlook', notice(word))).status).toBe(202);
    expect(await drain()).toBe(0);
    const { id } = await mailboxOf(world, rep);
    await world.service.command(['disconnect', rep]);
    expect((await post('/push/outlook', notice(word))).status).toBe(404);
    await world.service.app.context.enqueue('sync-mailbox', id);
    await drain();
    expect(world.graph.requests).toEqual([]);
  });

  it('about the arrangement have it made anew', async () => {
    const word = arranged[0]!.secret;
    const { status } = await post('/push/outlook/lifecycle', notice(word, { lifecycleEvent: 'subscriptionRemoved' }));
    expect(status).toBe(202);
    await drain();
    expect(arranged.map(({ secret }) => secret)).toEqual([word, word]);
  });
});

describe('an arrangement', () => {
  it('is made again before it ends, by the sweep, and with the same word', async () => {
    await world.service.after(23 * hour);
    expect(arranged).toHaveLength(1);
    await world.service.after(2 * hour);
    expect(arranged).toHaveLength(2);
    for (let hours = 0; hours < 240; hours += 6) {
      await world.service.after(6 * hour);
      expect((await mailboxOf(world, rep)).pushUntil!.getTime()).toBeGreaterThan(world.service.now().getTime());
    }
    expect(new Set(arranged.map(({ secret }) => secret)).size).toBe(1);
  });

  it('that fails is tried again, is no problem of the mailbox, and reading goes on', async () => {
    arranging = () => Promise.reject(new TryLater('The mail service has no time.'));
    await world.service.after(25 * hour);
    expect(await mailboxOf(world, rep)).toMatchObject({ problem: null, pushProblem: 'The mail service has no time.' });
    arranging = async () => null;
    await world.service.after(minute);
    expect(await mailboxOf(world, rep)).toMatchObject({ problem: null, pushProblem: null, pushUntil: null });
    expect((await mailboxOf(world, rep)).syncedAt).toEqual(world.service.now());
  });

  it.each([
    [70 * hour, 24 * hour],
    [7 * 24 * hour, 24 * hour],
    [10 * hour, 5 * hour],
    [10 * second, minute],
    [-hour, minute],
    [null, 24 * hour],
  ])('that lasts %s ms is made again after %s ms', (lasts, after) => {
    const until = lasts === null ? null : new Date(start.getTime() + lasts);
    expect(renewAt(until, start)).toEqual(new Date(start.getTime() + after));
  });
});

describe('polling alone', () => {
  it('finds what came within a poll of its coming, when every notice is lost', async () => {
    const threads = () => world.service.app.store.db.select().from(schema.message);
    const date = new Date(start.getTime() + 10 * second);
    world.service.setClock(date);
    account.rep.receive({ from: 'Ada <ada@buyer.example>', subject: 'Docks', text: 'When can you come?', date });
    let waited = 0;
    while ((await threads()).length === 0 && waited < 120) {
      await world.service.after(5 * second);
      waited += 5;
    }
    expect(waited).toBeLessThanOrEqual(60);
  });

  it('comes at most once an interval late, never early by more than a fifth, and not for all at once', () => {
    const { store } = world.service.app;
    const gaps = Array.from(
      { length: 500 },
      (_, n) => pollAt({ store }, `mailbox-${n}`, start, 60).getTime() - start.getTime(),
    );
    expect(Math.max(...gaps)).toBeLessThanOrEqual(60_000);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(48_000);
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeGreaterThan(11_000);
    expect(pollAt({ store }, 'm', start, 60)).toEqual(pollAt({ store }, 'm', start, 60));
  });
});

describe('commands', () => {
  it('connect prints the page, for it is done in a browser', async () => {
    const printed = await world.service.command(['connect', 'outlook', '--rep', rep]);
    expect(printed).toContain(`${home}/connect/outlook?rep=rep%40acme.test`);
    expect(await world.service.command(['status'])).toMatch(/mailbox rep@acme\.test \(outlook\): read 2026/);
  });

  it('doctor shows what was granted, and that each way to send is refused', async () => {
    const printed = await world.service.command(['doctor']);
    expect(printed).toMatch(/ok {4}key: .*, mode 0600/);
    expect(printed).toContain('ok    database: embedded');
    expect(printed).toContain('ok    reachable, answers as rep@acme.test');
    expect(printed).toContain('ok    granted Mail.ReadWrite: Read mail, and create, change and delete drafts');
    expect(printed).toContain('ok    sending: This access cannot send mail');
    for (const path of world.kinds.outlook.oauth!.sendPaths) expect(printed).toContain(`ok    gateway refuses ${path}`);
    expect(printed).toMatch(/notices: arranged until 2026-\S+, renewed 2026-\S+; polled every 60 s/);
    expect(printed).toContain('Nothing is wrong.');
    expect(printed).not.toMatch(/access-\d|refresh-\d|our-app-secret/);
  });

  it('doctor says what is wrong', async () => {
    world.oauth.endAll();
    account.revoked = true;
    await world.service.after(2 * minute);
    await expect(world.service.command(['doctor'])).rejects.toThrow(
      /ended with 1:[\s\S]*WRONG needs attention since 2026[\s\S]*WRONG not reachable: The access to rep@acme\.test/,
    );
    account.revoked = false;
  });

  it('doctor would see a gateway that lets a mail out', async () => {
    const { app } = world.service;
    const open = {
      ...world.kinds.outlook,
      oauth: { ...world.kinds.outlook.oauth!, allow: { 'POST /v1.0/me/sendMail': 1 } },
    };
    const { doctor } = await import('../../src/commands/doctor.ts');
    let printed = '';
    const out = (text: string): void => {
      printed += text;
    };
    expect(await doctor({ ...app, mailboxKinds: [open] }, { out, err: out })).toBe(1);
    expect(printed).toContain('WRONG gateway LETS OUT POST /v1.0/me/sendMail');
  });

  it('disconnect ends the access at a provider that offers that, and says so when it fails', async () => {
    const { desk } = world.service.app;
    const { disconnect } = await import('../../src/connect/save.ts');
    const { server } = world.kinds.outlook.oauth!;
    const revocationEndpoint = `${world.oauth.origin}/revoke`;
    const offering = {
      ...world.kinds.outlook,
      oauth: {
        ...world.kinds.outlook.oauth!,
        server: (client: Parameters<typeof server>[0]) => ({ ...server(client), revocationEndpoint }),
      },
    };
    const { id } = await mailboxOf(world, rep);
    world.oauth.faults.revocation = 503;
    const failed = await disconnect({ ...desk, kinds: [offering] }, id);
    expect(failed.told).toMatch(
      /deleted, but not ended at the provider \(The sign-in service of rep@acme\.test gave no usable answer/,
    );
    expect((await mailboxOf(world, rep)).secret).toBe('');
    world.oauth.faults.revocation = 200;
    await admin.connect(rep);
    const { told } = await disconnect({ ...desk, kinds: [offering] }, id);
    expect(told).toBe('The access was ended at the provider, and the stored one deleted.');
    expect(world.oauth.revoked).toEqual([expect.stringMatching(/^refresh-/)]);
    await expect(disconnect({ ...desk, kinds: [offering] }, id)).rejects.toThrow(/no such connected mailbox/);
  });

  it('disconnect ends the access once', async () => {
    expect(await world.service.command(['disconnect', rep])).toMatch(/Disconnected rep@acme\.test\..*stays\./);
    await expect(world.service.command(['disconnect', rep])).rejects.toThrow(
      /No mailbox of rep@acme\.test is connected/,
    );
    expect(await world.service.command(['status'])).toContain('disconnected 2026');
    const rows = await world.service.app.store.db.select().from(schema.mailbox).where(eq(schema.mailbox.rep, rep));
    expect(rows[0]).toMatchObject({ secret: '', pushSecret: null });
  });
});
