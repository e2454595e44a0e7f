/** A PostgreSQL server: any number of processes share it. Runs on Node and on Workers. */
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Sha256 } from '../domain/ledger.ts';
import { TryLater } from '../errors.ts';
import { keyedMutex, type Store } from './store.ts';

/** Opens lazily: the first question connects. `max` connections at most. */
export function openPostgres(connectionString: string, sha256: Sha256, max = 10): Store {
  const sql = postgres(connectionString, { max, onnotice: () => undefined, connect_timeout: 10 });
  const db = drizzle(sql);
  // Holders of locks wait for connections to work with: both from one pool, and all could wait for ever.
  const locks = postgres(connectionString, {
    max: 100,
    onnotice: () => undefined,
    connect_timeout: 10,
    idle_timeout: 30,
  });
  const alone = keyedMutex();
  return {
    db,
    sha256,
    queue: { backend: 'postgres', connectionString },
    transaction: (work) => db.transaction((tx) => work(tx)),
    // The mutex first, so that one process holds at most one connection a key while it waits.
    exclusively: (key, work) =>
      alone(key, async () => {
        const connection = await locks.reserve();
        try {
          await connection`select pg_advisory_lock(hashtextextended(${key}, 0))`;
          try {
            return await work();
          } finally {
            await connection`select pg_advisory_unlock(hashtextextended(${key}, 0))`;
          }
        } finally {
          connection.release();
        }
      }),
    async close() {
      await Promise.all([sql.end({ timeout: 5 }), locks.end({ timeout: 5 })]);
    },
  };
}

/** Brings the tables up to date; several processes may try at once. Node only: reads the SQL files of a folder. */
export async function migratePostgres(connectionString: string, migrations: string): Promise<void> {
  const { migrate } = await import('drizzle-orm/postgres-js/migrator');
  const sql = postgres(connectionString, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  try {
    await sql`select pg_advisory_lock(hashtextextended('countersign/migrate', 0))`;
    await migrate(drizzle(sql), { migrationsFolder: migrations });
  } catch (error) {
    if (
      error instanceof Error &&
      /ECONNREFUSED|ENOTFOUND|CONNECT_TIMEOUT/.test(`${(error as { code?: string }).code} ${error.message}`)
    )
      throw new TryLater(
        'The PostgreSQL server that DATABASE_URL names does not answer: check host, port and that it runs.',
        {
          cause: error,
        },
      );
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
