/** The ledger in the database, its mirror file, and an export: three times the same, byte for byte. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportLedger, verifyStored } from '../../src/commands/ledger.ts';
import { checkFile } from '../../src/commands/ledger-file.ts';
import { appendLedger, restoreLedger } from '../../src/db/ledger.ts';
import { openPglite, type PgliteStore } from '../../src/db/pglite.ts';
import type { LedgerEntry } from '../../src/domain/ledger.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { madeEntries } from '../ledger/entries.ts';
import { addBlankDatabase } from '../support/blank-database.ts';

const migrations = join(import.meta.dirname, '../../drizzle');
let dir: string;
let store: PgliteStore;
const mirrorFile = () => join(dir, 'ledger.jsonl');

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-ledger-'));
  await addBlankDatabase(dir);
  store = await openPglite(dir, migrations, sha256);
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true, force: true });
});

let ids = 0;
function append(set: { by?: string; key?: string; body?: LedgerEntry['body'] }): Promise<LedgerEntry> {
  const entry = {
    at: new Date('2026-11-22T07:00:00Z'),
    by: 'robin@seller.test',
    kind: 'decision',
    key: `key/${++ids}`,
    body: {},
  };
  return store.transaction((tx) => appendLedger(tx, { ...entry, ...set }, { store, newId: () => `id${++ids}` }));
}

async function exported(): Promise<string> {
  const said: string[] = [];
  expect(await exportLedger(store.db, { out: (text) => void said.push(text), err: () => undefined })).toBe(0);
  return said.join('');
}

const quiet = { out: () => undefined, err: () => undefined };

test('whatever an entry says, all three are the same and whole', async () => {
  await append({ body: { b: 1, '10': 'ten', '9': 'nine', '\ufb33': 1, '\u{1f600}': 2 } });
  await append({ by: 'line\u2028separator\u2029 and \u0085', body: { text: '\u0000\u001f\u007f"\\/\r\n' } });
  await append({ key: 'cut \ud83d', body: { 'cut \ude00': ['\ud83d', { deep: '\ude00' }] } });
  await append({ body: JSON.parse('{"__proto__":"a name like any other"}') });
  const text = await exported();
  expect(readFileSync(mirrorFile(), 'utf8')).toBe(text);
  expect((await checkFile(mirrorFile())).check).toMatchObject({ whole: true, entries: 4 });
  expect(await verifyStored(store.db, quiet)).toBe(0);
});

test('a text that was cut within a character is the same fact the second time', async () => {
  const first = await append({ key: 'cut \ud83d' });
  expect((await append({ key: 'cut \ud83d' })).hash).toBe(first.hash);
  expect((await checkFile(mirrorFile())).check).toMatchObject({ whole: true, entries: 1 });
});

test.each<[string, string]>([
  ['another word', '{"a":"x"}'],
  ['a number that no ledger holds', '{"a":0.5}'],
])('a database in which an entry was changed to %s does not open', async (_, body) => {
  await append({ body: { a: 1 } });
  await store.db.execute(sql`alter table ledger disable trigger all`);
  await store.db.execute(sql`update ledger set body = ${body}`);
  expect(await verifyStored(store.db, quiet)).toBe(1);
  await store.close();
  await expect(openPglite(dir, migrations, sha256)).rejects.toThrow('Entry 1 of the ledger differs');
  // What is closed after each test.
  rmSync(dir, { recursive: true });
  await addBlankDatabase(dir);
  store = await openPglite(dir, migrations, sha256);
});

test('a mirror that was moved away is written anew, page by page, as it was', async () => {
  await store.db.transaction((tx) => restoreLedger(tx, madeEntries(2_345)));
  const text = await exported();
  await store.close();
  rmSync(mirrorFile());
  store = await openPglite(dir, migrations, sha256);
  expect(readFileSync(mirrorFile(), 'utf8')).toBe(text);
  expect((await checkFile(mirrorFile())).check).toMatchObject({ whole: true, entries: 2_345 });
});
