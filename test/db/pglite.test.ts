/** The embedded database opens again whatever moment its process was killed at. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPglite } from '../../src/db/pglite.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { addBlankDatabase } from '../support/blank-database.ts';

const migrations = join(import.meta.dirname, '../../drizzle');
let dir: string;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-pglite-'));
  await addBlankDatabase(dir);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test.each([
  ['made its own lock file and wrote nothing into it yet', ''],
  [
    'written the number of a process that lives',
    `${process.pid}\n/elsewhere\n1796017174\n5432\n\n\n       20         1\n`,
  ],
])('a process that was killed when it had %s', async (_, content) => {
  writeFileSync(join(dir, 'pg', 'postmaster.pid'), content);
  const store = await openPglite(dir, migrations, sha256);
  await store.close();
});

test('without that such a folder would never open again', async () => {
  writeFileSync(join(dir, 'pg', 'postmaster.pid'), '');
  await expect(PGlite.create(join(dir, 'pg'))).rejects.toThrow('initialize');
});
