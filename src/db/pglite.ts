/**
 * The embedded database: PostgreSQL in this process, in a folder. It survives a killed process, but it neither locks its folder nor
 * fsyncs (`facts/security.md` §2.4), so we do: one process a folder, and the ledger copied to an fsynced file that is played back
 * when the database lost its end.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { entryLine, type LedgerEntry, ledgerVerifier, type Sha256 } from '../domain/ledger.ts';
import { NeedsPerson } from '../errors.ts';
import { copyToMirror, ledgerAfter, restoreLedger } from './ledger.ts';
import { openMirror } from './ledger-mirror.ts';
import { type FolderLock, lockDataFolder } from './lock-file.ts';
import { type Db, keyedMutex, type Store } from './store.ts';

export interface PgliteStore extends Store {
  lock: FolderLock;
}

/**
 * Opens the folder, or throws BadInput at once when another process has it. `migrations` is the folder of SQL files.
 */
export async function openPglite(dir: string, migrations: string, sha256: Sha256): Promise<PgliteStore> {
  const lock = await lockDataFolder(dir);
  try {
    // PostgreSQL's own lock says nothing here, where every process is its 42. One that was killed as it made the file leaves it empty, and an
    // empty one stops every later start. Whoever is here holds the folder.
    await rm(join(dir, 'pg', 'postmaster.pid'), { force: true });
    const pglite = await PGlite.create(join(dir, 'pg'));
    const db = drizzle(pglite);
    await migrate(db, { migrationsFolder: migrations });
    const mirror = await openMirror(join(dir, 'ledger.jsonl'), (entry) => entryLine(entry as LedgerEntry));
    await reconcile(db, mirror, sha256);
    const alone = keyedMutex();
    return {
      db,
      sha256,
      lock,
      queue: { backend: 'pglite', pglite },
      async transaction(work) {
        const result = await db.transaction((tx) => work(tx));
        await alone('mirror', () => copyToMirror(db, mirror));
        return result;
      },
      exclusively: (key, work) => alone(`work/${key}`, work),
      async close() {
        await mirror.close();
        await pglite.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Makes database and mirror say the same: whichever has more entries gives them to the other. A contradiction stops the start. */
async function reconcile(db: Db, mirror: Awaited<ReturnType<typeof openMirror>>, sha256: Sha256): Promise<void> {
  const check = ledgerVerifier(sha256);
  const checkStored = ledgerVerifier(sha256);
  const stored = ledgerAfter(db, 0)[Symbol.asyncIterator]();
  const lost: LedgerEntry[] = [];
  for await (const line of mirror.readAll()) {
    const entry = line as unknown as LedgerEntry;
    const fault = check.add(entry);
    if (fault)
      throw new NeedsPerson(`The ledger file ledger.jsonl is damaged: ${fault}; put back a copy of it from a backup.`);
    const row = lost.length > 0 ? undefined : (await stored.next()).value;
    if (row === undefined) lost.push(entry);
    else if (row.hash !== entry.hash || checkStored.add(row) !== null)
      throw new NeedsPerson(
        `Entry ${entry.seq} of the ledger differs between the database and ledger.jsonl: keep both, and restore the folder from a backup.`,
      );
  }
  if (lost.length > 0) await db.transaction((tx) => restoreLedger(tx, lost));
  await copyToMirror(db, mirror);
}
