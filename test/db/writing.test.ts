/** The caps of a language model on PostgreSQL, with many processes' worth of questions at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratePostgres, openPostgres } from '../../src/db/postgres.ts';
import * as schema from '../../src/db/schema.ts';
import type { Store } from '../../src/db/store.ts';
import { book, type Caps, noteAnswer, spentByMailbox, spentOn } from '../../src/db/writing.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { type PostgresServer, postgresMissing, startPostgres } from '../support/postgres.ts';

const createdAt = new Date('2026-11-10T11:00:00Z');
const most = { in: 800, out: 200, cost: 50 };

describe.skipIf(postgresMissing)(`caps (${postgresMissing ?? 'on PostgreSQL'})`, () => {
  let server: PostgresServer;
  let stores: Store[];
  beforeAll(async () => {
    server = await startPostgres();
    const url = await server.database();
    await migratePostgres(url, new URL('../../drizzle', import.meta.url).pathname);
    stores = [openPostgres(url, sha256), openPostgres(url, sha256)];
    for (const id of ['m1', 'm2'])
      await stores[0]!.db.insert(schema.mailbox).values({
        id,
        kind: 'imap',
        rep: `${id}@seller.test`,
        repName: id,
        timeZone: 'UTC',
        settings: {},
        secret: '',
        createdAt,
      });
  });
  afterAll(async () => {
    for (const store of stores ?? []) await store.close();
    await server?.stop();
  });

  /** Twenty questions at once, from two processes, of two reps in turn. */
  const ask = (day: string, caps: Caps) =>
    Promise.all(
      Array.from({ length: 20 }, (_, n) => {
        const mailboxId = n % 2 === 0 ? 'm1' : 'm2';
        const question = { id: `${day}/${n}`, mailboxId, day, hash: `${n}`, model: 'x', createdAt };
        return book(stores[n % 2]!, question, most, caps);
      }),
    );
  const db = () => stores[0]!.db;

  it('let through exactly what there is room for, whoever asks at the same moment', async () => {
    const byRep = await ask('2026-11-10', { repTokens: 3_500, tokens: 100_000, money: null });
    expect(byRep.filter((reached) => reached === null)).toHaveLength(6);
    expect(byRep.filter((reached) => reached === 'rep_tokens')).toHaveLength(14);
    const byAll = await ask('2026-11-11', { repTokens: 100_000, tokens: 5_999, money: null });
    expect(byAll.filter((reached) => reached === null)).toHaveLength(5);
    expect(await spentOn(db(), '2026-11-11')).toEqual({ tokens: 5_000, cost: 250, questions: 5 });
    const byMoney = await ask('2026-11-12', { repTokens: 100_000, tokens: 100_000, money: 199 });
    expect(byMoney.filter((reached) => reached === null)).toHaveLength(3);
    expect(byMoney.filter((reached) => reached === 'money')).toHaveLength(17);
  });

  it('have room again for what a question did not take, and add up by rep', async () => {
    const day = '2026-11-13';
    const caps = { repTokens: 1_000, tokens: 10_000, money: null };
    const question = { id: 'first', mailboxId: 'm1', day, hash: 'h', model: 'x', createdAt };
    expect(await book(stores[0]!, question, most, caps)).toBeNull();
    expect(await book(stores[1]!, { ...question, id: 'second' }, most, caps)).toBe('rep_tokens');
    await noteAnswer(db(), 'first', { state: 'refused', tokensIn: 0, tokensOut: 0, cost: 0, answer: null });
    expect(await book(stores[1]!, { ...question, id: 'third' }, most, caps)).toBeNull();
    // Another request of the same question is booked on top of it.
    expect(await book(stores[1]!, { ...question, id: 'third' }, most, { ...caps, repTokens: 2_000 })).toBeNull();
    expect(await spentByMailbox(db(), [day])).toEqual([
      { mailboxId: 'm1', day, tokens: 2_000, cost: 100, questions: 1, reached: ['rep_tokens'] },
    ]);
  });
});
