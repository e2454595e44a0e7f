import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FolderLock, lockDataFolder, readLock } from '../../src/db/lock-file.ts';
import { BadInput, NeedsPerson } from '../../src/errors.ts';

interface Answer {
  ok: boolean;
  name?: string;
  sentence?: string;
}

let home: string;
let dir: string;
let children: ChildProcess[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'countersign-lock-'));
  dir = join(home, 'data');
});
afterEach(async () => {
  const gone = children
    .filter((child) => child.exitCode === null && child.signalCode === null)
    .map((child) => kill(child));
  await Promise.all(gone);
  children = [];
  await rm(home, { recursive: true });
});

async function holder(): Promise<ChildProcess> {
  const child = fork(new URL('lock-holder.ts', import.meta.url).pathname, { execArgv: [] });
  children.push(child);
  await once(child, 'message');
  return child;
}

async function tell(child: ChildProcess, message: object | string): Promise<Answer> {
  child.send(message);
  const [answer] = await once(child, 'message');
  return answer as Answer;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** What is in a data folder, but for the socket of the owner that holds it. */
async function filesIn(path: string): Promise<string[]> {
  const names = await readdir(path);
  const doors = names.filter((name) => name.endsWith('.door'));
  expect(doors.length).toBeLessThanOrEqual(names.includes('countersign.lock') ? 1 : 0);
  return names.filter((name) => !name.endsWith('.door'));
}

const lockPath = () => join(dir, 'countersign.lock');
const ownerOnDisk = async () => JSON.parse(await readFile(lockPath(), 'utf8'));

/** Leaves the lock of a killed process and gives its pid. */
async function leaveStaleLock(): Promise<number> {
  const child = await holder();
  expect(await tell(child, { lock: dir })).toEqual({ ok: true });
  await kill(child);
  return child.pid!;
}

describe('lock of a data folder', () => {
  it('is refused at once to a second process, naming the first', async () => {
    const first = await holder();
    expect(await tell(first, { lock: dir })).toEqual({ ok: true });
    const second = await holder();
    const asked = performance.now();
    const answer = await tell(second, { lock: dir });
    expect(performance.now() - asked).toBeLessThan(1000);
    expect(answer).toMatchObject({ ok: false, name: 'BadInput' });
    expect(answer.sentence).toContain(`is in use by process PID ${first.pid}`);
    expect(answer.sentence).not.toContain('of ');
    expect(await readLock(dir)).toMatchObject({ pid: first.pid, live: true, info: { token: `of ${first.pid}` } });

    expect(await tell(first, 'release')).toEqual({ ok: true });
    expect(await tell(second, { lock: dir })).toEqual({ ok: true });
    expect(await readLock(dir)).toMatchObject({ pid: second.pid, live: true });
  });

  it('is refused to the same process too, also by another way to the folder', async () => {
    const lock = await lockDataFolder(dir);
    await symlink(dir, join(home, 'other-name'));
    for (const way of [dir, join(home, 'other-name')]) {
      await expect(lockDataFolder(way)).rejects.toThrow(BadInput);
      await expect(lockDataFolder(way)).rejects.toThrow(`in use by process PID ${process.pid}`);
    }
    await lock.release();
  });

  it('is private, updated whole, and gone after release', async () => {
    expect(await readLock(dir)).toBeNull();
    const lock = await lockDataFolder(dir, { url: 'one' });
    expect((await stat(lockPath())).mode & 0o777).toBe(0o600);
    await lock.update({ url: 'two', token: 'secret' });
    expect((await stat(lockPath())).mode & 0o777).toBe(0o600);
    expect(await readLock(dir)).toMatchObject({ pid: process.pid, live: true, info: { url: 'two', token: 'secret' } });
    await lock.release();
    await lock.release();
    expect(await filesIn(dir)).toEqual([]);
    expect(await readLock(dir)).toBeNull();
    await expect(lock.update({})).rejects.toThrow(BadInput);
  });

  it('passes to the next start when its owner was killed', async () => {
    const pid = await leaveStaleLock();
    expect(await readLock(dir)).toMatchObject({ pid, live: false });
    const lock = await lockDataFolder(dir);
    expect(await readLock(dir)).toMatchObject({ pid: process.pid, live: true });
    expect(await filesIn(dir)).toEqual(['countersign.lock']);
    await lock.release();
  });

  it('passes on when the system was started again since', async () => {
    const first = await lockDataFolder(dir);
    await writeFile(lockPath(), JSON.stringify({ ...(await ownerOnDisk()), bootId: 'of-another-boot' }));
    const second = await lockDataFolder(dir);
    // The first one lost it and must not remove what is not its own.
    await first.release();
    expect(await readLock(dir)).toMatchObject({ live: true });
    await second.release();
  });

  it.runIf(process.platform === 'linux')('passes on when its process id belongs to a later process', async () => {
    const lock = await lockDataFolder(dir);
    await writeFile(lockPath(), JSON.stringify({ ...(await ownerOnDisk()), processStart: '12' }));
    expect(await readLock(dir)).toMatchObject({ pid: process.pid, live: false });
    await (await lockDataFolder(dir)).release();
    await lock.release();
  });

  it.runIf(process.platform === 'linux')('passes on when its owner is dead but not yet reaped', async () => {
    // The shell becomes a process that never asks for its dead child, and only then is the child let go.
    const script = 'exec 3<&0; sh -c "read line" <&3 & echo $!; exec sleep 60';
    const parent = spawn('sh', ['-c', script], { stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(parent);
    const [said] = await once(parent.stdout!, 'data');
    const pid = Number(String(said));
    const stat = async (of: number) => (await readFile(`/proc/${of}/stat`, 'latin1')).split(' ');
    await expect.poll(async () => (await stat(parent.pid!))[1], { timeout: 20_000 }).toBe('(sleep)');
    parent.stdin!.end();
    await expect.poll(async () => (await stat(pid))[2], { timeout: 20_000 }).toBe('Z');
    const first = await lockDataFolder(dir);
    await writeFile(lockPath(), JSON.stringify({ ...(await ownerOnDisk()), pid, processStart: null }));
    await (await lockDataFolder(dir)).release();
    await first.release();
  });

  it.runIf(process.platform === 'linux')('is told across containers by the socket of its owner', async () => {
    const foreign = async () => {
      const owner = { ...(await ownerOnDisk()), pid: process.pid, pidNamespace: 'pid:[1]' };
      await writeFile(lockPath(), JSON.stringify(owner));
    };
    const living = await holder();
    await tell(living, { lock: dir });
    await foreign();
    await expect(lockDataFolder(dir)).rejects.toThrow(/of another container/);
    expect(await readLock(dir)).toMatchObject({ live: true });
    await kill(living);
    expect(await readLock(dir)).toMatchObject({ live: false });
    const lock = await lockDataFolder(dir);
    expect(await filesIn(dir)).toEqual(['countersign.lock']);
    await lock.release();
    expect(await readdir(dir)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('never passes on from a container that cannot be looked into', async () => {
    const lock = await lockDataFolder(dir);
    const inContainer = { ...(await ownerOnDisk()), pid: 999_999, pidNamespace: 'pid:[1]', door: '1:1' };
    await writeFile(lockPath(), JSON.stringify(inContainer));
    await expect(lockDataFolder(dir)).rejects.toThrow(
      /PID 999999 of another container .* or delete .*countersign\.lock/,
    );
    await lock.release();
  });

  it('is never stolen by age', async () => {
    const first = await holder();
    await tell(first, { lock: dir });
    await writeFile(lockPath(), JSON.stringify({ ...(await ownerOnDisk()), startedAt: '2001-01-01T00:00:00.000Z' }));
    await expect(lockDataFolder(dir)).rejects.toThrow(`PID ${first.pid}`);
  });

  it('leaves a lock file alone that says nothing of its owner', async () => {
    await mkdir(dir);
    for (const content of ['', 'garbage', '{}', '{"pid":0,"nonce":"a"}', '{"pid":12,"nonce":"../../x"}', 'null']) {
      await writeFile(lockPath(), content);
      await expect(lockDataFolder(dir)).rejects.toThrow(NeedsPerson);
      await expect(lockDataFolder(dir)).rejects.toThrow(/says nothing of its owner; delete it/);
      expect(await filesIn(dir)).toEqual(['countersign.lock']);
    }
  });

  it('is taken over behind a process that died while taking over', async () => {
    await leaveStaleLock();
    const dead = await ownerOnDisk();
    for (const [from, to] of [
      [dead.nonce, 'aaaa'],
      ['aaaa', 'bbbb'],
    ]) {
      await writeFile(`${lockPath()}.after-${from}`, JSON.stringify({ ...dead, nonce: to }));
      await writeFile(`${lockPath()}.${to}`, JSON.stringify({ ...dead, nonce: to }));
    }
    const lock = await lockDataFolder(dir);
    expect(await filesIn(dir)).toEqual(['countersign.lock']);
    await lock.release();
  });

  it('respects a process that is just taking over', async () => {
    const holding = await lockDataFolder(join(home, 'elsewhere'));
    const living = JSON.parse(await readFile(join(home, 'elsewhere', 'countersign.lock'), 'utf8'));
    await leaveStaleLock();
    const dead = await ownerOnDisk();
    await writeFile(`${lockPath()}.after-${dead.nonce}`, JSON.stringify(living));
    await expect(lockDataFolder(dir)).rejects.toThrow(`in use by process PID ${process.pid}`);
    await holding.release();
  });

  it('has one winner among twenty processes that find a stale lock, ten times over', async () => {
    await leaveStaleLock();
    const stale = lockPath();
    const contenders = await Promise.all(Array.from({ length: 20 }, holder));
    for (let round = 0; round < 10; round++) {
      const contested = join(home, `round-${round}`);
      await mkdir(contested);
      await copyFile(stale, join(contested, 'countersign.lock'));
      const answers = await Promise.all(contenders.map((child) => tell(child, { lock: contested })));
      const winners = contenders.filter((_, at) => answers[at]!.ok);
      expect(winners).toHaveLength(1);
      for (const answer of answers) {
        if (!answer.ok) expect(answer.sentence).toContain(`in use by process PID ${winners[0]!.pid}`);
      }
      expect(await readLock(contested)).toMatchObject({ pid: winners[0]!.pid, live: true });
      expect(await filesIn(contested)).toEqual(['countersign.lock']);
      await tell(winners[0]!, 'release');
    }
  });

  it('has one holder at a time under calls that start, win and let go in any order', async () => {
    await leaveStaleLock();
    const stale = await readFile(lockPath());
    for (let round = 0; round < 30; round++) {
      await writeFile(lockPath(), stale);
      let holding = 0;
      let won = 0;
      await Promise.all(
        Array.from({ length: 12 }, async () => {
          const lock: FolderLock | null = await lockDataFolder(dir).catch((error) => {
            if (error instanceof BadInput) return null;
            throw error;
          });
          if (!lock) return;
          won += 1;
          holding += 1;
          expect(holding).toBe(1);
          await lock.update({ round });
          holding -= 1;
          await lock.release();
        }),
      );
      expect(won).toBeGreaterThan(0);
      expect(await filesIn(dir)).toEqual([]);
    }
  });
});
