/** `ledger export` of a ledger that is longer than a pipe: from the service, and without one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exportLedger } from '../../src/commands/ledger.ts';
import { checkFile } from '../../src/commands/ledger-file.ts';
import { appendLedger, restoreLedger } from '../../src/db/ledger.ts';
import { lockDataFolder } from '../../src/db/lock-file.ts';
import { openPglite, type PgliteStore } from '../../src/db/pglite.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { madeEntries, textOf } from '../ledger/entries.ts';
import { addBlankDatabase } from '../support/blank-database.ts';
import { cli, ended, makeHome, type Ran, type Running, startNode } from '../support/run.ts';

const root = join(import.meta.dirname, '../..');
const entries = madeEntries(3_000, { by: 'line\u2028separator' });

let home: ReturnType<typeof makeHome>;

async function openStore(): Promise<PgliteStore> {
  return openPglite(home.env.COUNTERSIGN_DATA, join(root, 'drizzle'), sha256);
}

async function fill(): Promise<void> {
  await addBlankDatabase(home.env.COUNTERSIGN_DATA);
  const store = await openStore();
  await store.transaction((tx) => restoreLedger(tx, entries));
  await store.close();
}

function startExport(stdout: 'pipe' | number = 'pipe'): ChildProcess {
  return spawn(process.execPath, [join(root, 'src/cli.ts'), 'ledger', 'export'], {
    env: { ...process.env, ...home.env },
    stdio: ['ignore', stdout, 'pipe'],
  });
}

/** As `| head -c 1` does it: takes the first of it and closes the pipe. */
async function exportToHead(): Promise<Ran> {
  const child = startExport();
  child.stdout?.once('data', () => child.stdout?.destroy());
  return ended(child);
}

describe.each(['from the running service', 'without a service'])('%s', (where) => {
  let running: Running | null = null;
  beforeAll(async () => {
    home = makeHome();
    await fill();
    if (where === 'from the running service') running = await startNode(home.env);
  });
  afterAll(async () => {
    await running?.stop();
    home.remove();
  });

  test('it is whole, and byte for byte the mirror', async () => {
    const { code, out, err } = await cli(['ledger', 'export'], home.env);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out === textOf(entries)).toBe(true);
  });

  test('a reader that has enough is no failure, and the service goes on', async () => {
    for (let times = 0; times < 2; times++) expect(await exportToHead()).toMatchObject({ code: 0, err: '' });
    const { code, out } = await cli(['ledger', 'verify'], home.env);
    expect([code, out]).toEqual([0, `The ledger is whole: 3000 entries, head ${entries.at(-1)?.hash}.\n`]);
  });

  test.skipIf(process.platform !== 'linux')('a full disk is one', async () => {
    const { code, err } = await ended(startExport(openSync('/dev/full', 'w')));
    expect(code).toBe(1);
    expect(err).toMatch(/^The output cannot be written \(ENOSPC.*\): make room, or write it elsewhere\.\n$/);
  });

  test('a reader that takes its time loses nothing', async () => {
    const child = startExport();
    const file = join(home.dir, 'slow.jsonl');
    const done = ended(child);
    child.stdout?.pause().removeAllListeners('data');
    await pipeline(child.stdout!, createWriteStream(file, { highWaterMark: 1 }));
    expect((await done).code).toBe(0);
    expect((await checkFile(file)).check).toMatchObject({ whole: true, entries: 3_000 });
  });
});

describe('beside it', () => {
  beforeEach(() => {
    home = makeHome();
  });
  afterEach(() => home.remove());

  test('an answer that breaks off is a failure, and no shorter ledger', async () => {
    const server = createServer((_, response) => {
      response.write(`${JSON.stringify({ out: textOf(entries.slice(0, 2)) })}\n{"out":"`, () => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const lock = await lockDataFolder(home.env.COUNTERSIGN_DATA);
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await lock.update({ url, token: 'token' });
    const { code, out, err } = await cli(['ledger', 'export'], home.env);
    expect({ code, out }).toEqual({ code: 1, out: textOf(entries.slice(0, 2)) });
    expect(err).toBe(`The running service at ${url} ended before its answer: look at its log, or try again.\n`);
    await lock.release();
    server.close();
  });

  test('what is added meanwhile may be there or not: the file is whole', async () => {
    await fill();
    const store = await openStore();
    const file = join(home.dir, 'export.jsonl');
    const said: string[] = [];
    let added = 0;
    const taken = async () => {
      // Between each two pages, and while the next is asked for.
      const entry = { at: new Date(), by: 'robin@seller.test', kind: 'decision', key: `late/${added++}`, body: {} };
      const adding = store.transaction((tx) => appendLedger(tx, entry, { store, newId: () => 'id' }));
      if (added % 2 === 0) await adding;
      else adding.catch(() => undefined);
      return true;
    };
    expect(await exportLedger(store.db, { out: (text) => void said.push(text), err: () => undefined, taken })).toBe(0);
    writeFileSync(file, said.join(''));
    const { check } = await checkFile(file);
    expect(check).toMatchObject({ whole: true });
    expect(check.whole && check.entries).toBeGreaterThanOrEqual(3_000);
    expect(added).toBeGreaterThanOrEqual(3);
    await store.close();
    rmSync(file);
  });
});
