import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NeedsPerson } from '../../src/errors.ts';
import { loadOrCreateKey } from '../../src/lib/key-file.ts';
import { keyText } from '../../src/lib/seal.ts';

let home: string;
let path: string;
let dataDir: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'countersign-key-'));
  path = join(home, 'config', 'countersign', 'key');
  dataDir = join(home, 'data');
});
afterEach(() => rm(home, { recursive: true }));

async function put(content: string, mode = 0o600) {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  await chmod(path, mode);
}

describe('key file', () => {
  it('is made once, private, and read from then on', async () => {
    const first = await loadOrCreateKey({ path, dataDir, mayCreate: true });
    expect(first.created).toBe(true);
    expect(first.key).toHaveLength(32);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700);
    expect(await readFile(path, 'utf8')).toBe(`${keyText(first.key)}\n`);
    expect(await readdir(join(path, '..'))).toEqual(['key']);

    for (const mayCreate of [true, false]) {
      expect(await loadOrCreateKey({ path, dataDir, mayCreate })).toEqual({ key: first.key, created: false });
    }
  });

  it('differs from one installation to the next', async () => {
    const one = await loadOrCreateKey({ path, dataDir, mayCreate: true });
    const two = await loadOrCreateKey({ path: `${path}2`, dataDir, mayCreate: true });
    expect(one.key).not.toEqual(two.key);
  });

  it('says what is missing when it may not be made', async () => {
    const loading = loadOrCreateKey({ path, dataDir, mayCreate: false });
    await expect(loading).rejects.toThrow(NeedsPerson);
    await expect(loading).rejects.toThrow(/key file .* is missing.*put the file back/);
    expect(await readdir(home)).toEqual([]);
  });

  it('never lies inside the data folder, by whatever way in', async () => {
    await mkdir(join(dataDir, 'deep'), { recursive: true });
    await symlink(join(dataDir, 'deep'), join(home, 'innocent'));
    await writeFile(join(dataDir, 'real-key'), keyText(new Uint8Array(32)), { mode: 0o600 });
    await symlink(join(dataDir, 'real-key'), join(home, 'linked-key'));
    await symlink(dataDir, join(home, 'data-link'));
    const ways = [
      join(dataDir, 'key'),
      join(dataDir, 'not', 'there', 'yet', 'key'),
      `${home}/other/../data/key`,
      join(home, 'innocent', 'key'),
      join(home, 'linked-key'),
      dataDir,
    ];
    for (const way of ways) {
      for (const data of [dataDir, join(home, 'data-link')]) {
        const loading = loadOrCreateKey({ path: way, dataDir: data, mayCreate: true });
        await expect(loading, way).rejects.toThrow(/inside the data folder/);
      }
    }
    await symlink(join(dataDir, 'later'), join(home, 'dangling'));
    await expect(loadOrCreateKey({ path: join(home, 'dangling'), dataDir, mayCreate: true })).rejects.toThrow(
      NeedsPerson,
    );
    expect((await readdir(dataDir)).sort()).toEqual(['deep', 'real-key']);
  });

  it('may lie beside a data folder whose name begins alike', async () => {
    const beside = join(home, 'data-key', 'key');
    expect((await loadOrCreateKey({ path: beside, dataDir, mayCreate: true })).created).toBe(true);
    expect(
      await loadOrCreateKey({ path: join(home, '..data'), dataDir: home, mayCreate: false }).catch((e) => e.message),
    ).toMatch(/inside the data folder/);
  });

  it('refuses a key that others can read', async () => {
    for (const mode of [0o640, 0o604, 0o660, 0o644]) {
      await put(keyText(new Uint8Array(32)), mode);
      await expect(loadOrCreateKey({ path, dataDir, mayCreate: true })).rejects.toThrow(
        /can be read by other users; run: chmod 600/,
      );
    }
  });

  it('refuses what is not a key and leaves it alone', async () => {
    for (const content of [
      '',
      'password',
      keyText(new Uint8Array(31)),
      `${keyText(new Uint8Array(32))} x`,
      'A'.repeat(5000),
    ]) {
      await put(content);
      const loading = loadOrCreateKey({ path, dataDir, mayCreate: true });
      await expect(loading).rejects.toThrow(NeedsPerson);
      await expect(loading).rejects.toThrow(/does not hold a key/);
      if (content) await expect(loading).rejects.not.toThrow(content);
      expect(await readFile(path, 'utf8')).toBe(content);
    }
    await rm(path);
    await mkdir(path);
    await expect(loadOrCreateKey({ path, dataDir, mayCreate: true })).rejects.toThrow(/not a plain file/);
  });

  it('is the same for processes that start at once', async () => {
    const module = new URL('../../src/lib/key-file.ts', import.meta.url).href;
    const program = `
      import { loadOrCreateKey } from ${JSON.stringify(module)};
      const { key, created } = await loadOrCreateKey(${JSON.stringify({ path, dataDir, mayCreate: true })});
      console.log(JSON.stringify({ key: Buffer.from(key).toString('hex'), created }));`;
    const children = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    const answers = await Promise.all(
      children.map(async (child) => {
        const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
        return JSON.parse(said) as { key: string; created: boolean };
      }),
    );
    expect(new Set(answers.map((each) => each.key)).size).toBe(1);
    expect(answers.filter((each) => each.created)).toHaveLength(1);
    expect(await readdir(join(path, '..'))).toEqual(['key']);
  });
});
