/** The pages: who may see them, and that nothing in them is markup of somebody else's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '../../src/db/schema.ts';
import { setupLink } from '../../src/node.ts';
import { day, hour, minute, startService, type TestService } from '../support/service.ts';

const hostile = `<script>alert('1')</script>"'&<img src=x onerror=y>`;

describe('the pages', () => {
  let service: TestService;
  beforeAll(async () => {
    const deals = `id,name,owner_email,stage,status,contact_emails\nD1,"${hostile.replaceAll('"', '""')}",rep@acme.test,Proposal,open,buyer@corp.test\n`;
    service = await startService({ at: new Date('2026-03-03T11:00:00Z'), crm: { 'deals.csv': deals } });
    await service.after(minute);
    const { db } = service.app.store;
    const at = service.now();
    const sealed = await service.app.keyring.seal('x', 'mailbox|m|secret|1');
    await db.insert(schema.mailbox).values({
      id: 'm',
      kind: 'imap',
      rep: 'rep@acme.test',
      repName: 'Robin',
      timeZone: 'UTC',
      settings: {},
      secret: sealed,
      createdAt: at,
      syncedAt: at,
      problem: hostile,
      problemSince: at,
    });
    await db.insert(schema.assessment).values({
      mailboxId: 'm',
      crmId: 'csv',
      dealId: 'D1',
      at,
      turn: 'theirs',
      stalled: true,
      score: 1_000,
      reasons: [{ kind: 'silence', points: 1, text: hostile }],
      picked: false,
      notPicked: hostile,
    });
  });
  afterAll(() => service.stop());

  const request = (path: string, init?: RequestInit) => service.app.web.request(`http://127.0.0.1${path}`, init);
  const link = async () => new URL(await setupLink(service.app)).pathname;
  const cookieFrom = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

  it('show nothing of deals or mailboxes without a session', async () => {
    for (const path of ['/', '/drafts/x', '/drafts/..%2f']) {
      const response = await request(path);
      expect(response.status).toBe(401);
      expect(await response.text()).not.toContain('rep@acme.test');
      expect((await request(path, { headers: { cookie: 'countersign=forged' } })).status).toBe(401);
    }
  });

  it('give a session to one caller of a setup link, however many try at once', async () => {
    const path = await link();
    const all = await Promise.all(Array.from({ length: 50 }, () => request(path, { method: 'POST' })));
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(all.filter(({ status }) => status === 410)).toHaveLength(49);
  });

  it('take a setup link for half an hour and a session for twelve hours', async () => {
    const [late, used] = [await link(), await link()];
    const cookie = cookieFrom(await request(used, { method: 'POST' }));
    expect((await request('/', { headers: { cookie } })).status).toBe(200);
    const before = service.now();
    service.setClock(new Date(before.getTime() + 31 * minute));
    expect((await request(late, { method: 'POST' })).status).toBe(410);
    expect((await request('/', { headers: { cookie } })).status).toBe(200);
    service.setClock(new Date(before.getTime() + 12 * hour + minute));
    expect((await request('/', { headers: { cookie } })).status).toBe(401);
    service.setClock(before);
  });

  it('escape whatever comes from mails, files and servers', async () => {
    const cookie = cookieFrom(await request(await link(), { method: 'POST' }));
    const response = await request('/', { headers: { cookie } });
    const page = await response.text();
    expect(page).toContain('&lt;script&gt;alert(');
    expect(page).not.toMatch(/<script|<img|onerror=y>/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    const unknown = await request(`/drafts/${encodeURIComponent(hostile)}`, { headers: { cookie } });
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).not.toMatch(/<script|<img/);
  });

  it('store tokens as hashes only', async () => {
    const path = await link();
    const stored = JSON.stringify(await service.app.store.db.select().from(schema.adminToken));
    expect(stored).not.toContain(path.split('/').at(-1));
    service.setClock(new Date(service.now().getTime() + day));
    await link();
    expect(await service.app.store.db.select().from(schema.adminToken)).toHaveLength(1);
  });
});
