/** What was read in a message is read once, and anew when whoever reads it has changed. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { threadsWithReadings } from '../../src/db/readings.ts';
import * as schema from '../../src/db/schema.ts';
import { saveThread, unopenedThreads } from '../../src/db/threads.ts';
import type { Message } from '../../src/domain/mail.ts';
import { readMessage } from '../../src/domain/reading.ts';
import { mail, ours, rep, thread } from '../domain/deals.ts';
import { type PostgresServer, postgresMissing, startPostgres } from '../support/postgres.ts';
import { startService, type TestService } from '../support/service.ts';

const at = new Date('2026-11-10T09:00:00Z');
const deal = { crmId: 'csv', id: 'd1' };

describe.each(['PGlite', 'PostgreSQL'])('stored readings, on %s', (where) => {
  const missing = where === 'PostgreSQL' ? postgresMissing : null;
  describe.skipIf(missing)(missing ?? 'it is here', () => {
    let server: PostgresServer | null = null;
    let service: TestService;
    const db = () => service.app.store.db;
    beforeAll(async () => {
      server = where === 'PostgreSQL' ? await startPostgres() : null;
      service = await startService({ at, ...(server ? { databaseUrl: await server.database() } : {}) });
      const settings = { kind: 'imap', settings: {}, secret: '', createdAt: at };
      await db()
        .insert(schema.mailbox)
        .values({ id: 'm', rep: 'robin@seller.test', repName: 'Robin Rep', timeZone: rep.zone, ...settings });
    });
    beforeEach(async () => {
      await db().delete(schema.thread);
    });
    afterAll(async () => {
      await service.stop();
      await server?.stop();
    });

    const save = (...messages: Message[]) =>
      db().transaction((tx) =>
        saveThread(
          tx,
          'm',
          thread(...messages),
          { crmId: 'csv', dealId: 'd1', because: 'test' },
          () => crypto.randomUUID(),
          at,
        ),
      );
    const stored = async (as = rep) => (await threadsWithReadings(db(), 'm', [deal], as))[0]!.messages;
    /** What nobody would read in it: whoever gives this back has not read the mail. */
    const mark = () =>
      db()
        .update(schema.message)
        .set({ reading: { ...readMessage(mail(), 'UTC'), text: 'marked' } });

    it('are what reading gives, and the words stay where they are', async () => {
      const asked = mail({ text: 'Please do not contact me before 1 December. Is the price per seat?\n\n> old words' });
      await save(asked, ours({ date: new Date('2026-11-04T09:00:00Z') }));
      const [theirs, own] = await stored();
      expect(theirs).toEqual({ ...asked, text: '', reading: readMessage(asked, rep.zone) });
      expect(own?.reading).toEqual(readMessage(ours(), rep.zone, true));
    });

    it('are read once', async () => {
      await save(mail());
      await stored();
      await mark();
      expect((await stored())[0]?.reading?.text).toBe('marked');
      await save(mail({ read: false }));
      expect((await stored())[0]?.reading?.text).toBe('marked');
    });

    it.each([
      ['an older reader', () => db().update(schema.message).set({ readAs: 'older contact Europe/Berlin' }), rep],
      ['another zone', async () => undefined, { ...rep, zone: 'Asia/Tokyo' }],
      ['a stranger who is the rep by now', async () => undefined, { ...rep, addresses: ['dana@buyer.test'] }],
      [
        'an inbox, now in Sent',
        () =>
          db()
            .update(schema.message)
            .set({ place: 'sent' as const }),
        rep,
      ],
    ])('of %s are read anew', async (_, change, as) => {
      await save(mail());
      await stored();
      await mark();
      await change();
      expect((await stored(as))[0]?.reading?.text).toBe(mail().text);
      const [row] = await db().select().from(schema.message).where(eq(schema.message.id, mail().id));
      expect(row?.reading?.text).toBe(mail().text);
    });

    it('leave out threads of other deals, and read more than one batch', async () => {
      const many = Array.from({ length: 230 }, (_, n) => mail({ id: `<${n}@buyer.test>`, text: `Number ${n}.` }));
      await save(...many);
      expect((await stored()).map(({ reading }) => reading?.text).sort()).toEqual(many.map(({ text }) => text).sort());
      expect(await threadsWithReadings(db(), 'm', [{ crmId: 'csv', id: 'd2' }], rep)).toEqual([]);
    });

    it('can be stored where a cut falls into a character', async () => {
      const text = `Please do not contact me before 1 December ${'x😀'.repeat(3_000)}`;
      await save(mail({ text }));
      expect((await stored())[0]?.reading?.hold?.until).toBe('2026-12-01');
    });

    it('do not hide which threads wait to be opened', async () => {
      await save(mail({ read: false }), ours({ read: false }));
      expect(await unopenedThreads(db(), 'm')).toEqual(['thread-1']);
      await save(mail({ read: true }));
      expect(await unopenedThreads(db(), 'm')).toEqual([]);
    });
  });
});
