import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPglite } from '../../src/db/pglite.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { addBlankDatabase } from '../support/blank-database.ts';
import { crashPoints } from './points.ts';

crashPoints('pglite', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-crash-'));
  await addBlankDatabase(dir);
  const store = await openPglite(dir, join(import.meta.dirname, '../../drizzle'), sha256);
  return {
    store,
    ledgerFile: join(dir, 'ledger.jsonl'),
    async close() {
      await store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
});
