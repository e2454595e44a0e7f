/** On a server that several processes share: what is read while others append is a ledger as it once was. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportLedger } from '../../src/commands/ledger.ts';
import { appendLedger, restoreLedger } from '../../src/db/ledger.ts';
import { migratePostgres, openPostgres } from '../../src/db/postgres.ts';
import type { Store } from '../../src/db/store.ts';
import { ledgerVerifier } from '../../src/domain/ledger.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { madeEntries } from '../ledger/entries.ts';
import { type PostgresServer, postgresMissing, startPostgres } from '../support/postgres.ts';

describe.skipIf(postgresMissing)(`an export from PostgreSQL (${postgresMissing ?? 'while others append'})`, () => {
  let server: PostgresServer;
  let stores: Store[];

  beforeAll(async () => {
    server = await startPostgres();
    const url = await server.database();
    await migratePostgres(url, join(import.meta.dirname, '../../drizzle'));
    stores = Array.from({ length: 4 }, () => openPostgres(url, sha256, 2));
    await stores[0]!.transaction((tx) => restoreLedger(tx, madeEntries(2_950)));
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await server.stop();
  });

  test('is whole every time, and longer', async () => {
    const [reader, ...writers] = stores as [Store, ...Store[]];
    let reading = true;
    const write = async (store: Store, writer: number): Promise<void> => {
      for (let n = 0; reading; n++) {
        const entry = { at: new Date(), by: 'robin@seller.test', kind: 'decision', key: `${writer}/${n}`, body: {} };
        await store.transaction((tx) => appendLedger(tx, entry, { store, newId: () => 'id' }));
      }
    };
    const writing = writers.map(write);
    const lengths: number[] = [];
    while (lengths.length < 10 || lengths.at(-1)! < 3_100) {
      const verifier = ledgerVerifier(sha256);
      const out = (text: string): void => {
        for (const line of text.split('\n').slice(0, -1)) verifier.addLine(line);
      };
      expect(await exportLedger(reader.db, { out, err: () => undefined })).toBe(0);
      const check = verifier.result();
      expect(check).toMatchObject({ whole: true });
      lengths.push(check.whole ? check.entries : 0);
    }
    reading = false;
    await Promise.all(writing);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect(lengths[0]).toBeGreaterThanOrEqual(2_950);
  });
});
