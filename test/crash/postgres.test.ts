import { join } from 'node:path';
import { describe } from 'vitest';
import { migratePostgres, openPostgres } from '../../src/db/postgres.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { postgresMissing, startPostgres } from '../support/postgres.ts';
import { crashPoints } from './points.ts';

describe.skipIf(postgresMissing)(`a real server (${postgresMissing ?? 'PostgreSQL'})`, () => {
  crashPoints('postgres', async () => {
    const server = await startPostgres();
    const url = await server.database();
    await migratePostgres(url, join(import.meta.dirname, '../../drizzle'));
    const store = openPostgres(url, sha256);
    return {
      store,
      ledgerFile: null,
      async close() {
        await store.close();
        await server.stop();
      },
    };
  });
});
