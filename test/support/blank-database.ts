/**
 * An embedded database in which nothing is stored yet. To make one takes seconds, to copy it a twentieth of one: it is made once a machine for
 * each state of the migrations and the libraries, and a test that opens a folder of its own gets a copy.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { createLog } from '../../src/lib/log.ts';
import { openService } from '../../src/node.ts';

const root = join(import.meta.dirname, '../..');

/** Everything the blank database follows from. */
function stateOf(): string {
  const migrations = readdirSync(join(root, 'drizzle')).filter((name) => name.endsWith('.sql'));
  const files = ['package-lock.json', ...migrations.sort().map((name) => join('drizzle', name))];
  return sha256(files.map((name) => readFileSync(join(root, name), 'utf8')).join('\n')).slice(0, 16);
}

/** Puts a blank database into a data folder that has none yet. Safe in several processes at once. */
export async function addBlankDatabase(dataDir: string): Promise<void> {
  const blank = join(tmpdir(), `countersign-blank-${stateOf()}`);
  if (!existsSync(blank)) await make(blank);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  cpSync(blank, join(dataDir, 'pg'), { recursive: true });
}

async function make(blank: string): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-'));
  try {
    const environment = { COUNTERSIGN_DATA: join(dir, 'data'), COUNTERSIGN_KEY_FILE: join(dir, 'key') };
    const log = createLog({ level: 'silent' });
    const service = await openService(readConfig(environment, '{}'), { supervise: false, log });
    await service.close();
    // Whoever is first has made it; a folder in its place is as good.
    renameSync(join(dir, 'data', 'pg'), blank);
  } catch (error) {
    if (!existsSync(blank)) throw error;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
