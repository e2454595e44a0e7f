/**
 * The exclusive lock of a PGlite data folder (Node only). PGlite has none: two processes on one folder both acknowledge
 * their writes and one of them loses all of its own (measured, `facts/security.md` §2.4).
 *
 * The lock is one file, put in place by `link`, which fails when the name is taken and shows the whole content at once.
 * It is held by a living process and by nothing else: age never matters. Taking over from a dead owner goes through a
 * claim, a file named after the owner it follows, so that only one process can follow it; a claim of which the maker
 * died is followed in the same way. The last of that chain is the owner, and its file then replaces the lock.
 *
 * Process ids say nothing across containers (both may be process 1), so the owner also listens on a socket in the folder:
 * the kernel refuses a connection as soon as it is dead, whoever asks.
 *
 * Limit: it guards processes of one running system, containers included, not two machines that share a network folder.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, readlinkSync } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { BadInput, messageOf, NeedsPerson, TryLater } from '../errors.ts';

/** Whatever other processes should know of the owner, such as a control URL and its token; JSON. */
export type LockInfo = Record<string, unknown>;

export interface FolderLock {
  /** Gives the folder free. Twice is safe. */
  release(): Promise<void>;
  /** Replaces the info, at once and whole. Throws BadInput after `release`. */
  update(info: LockInfo): Promise<void>;
}

/** What the lock file says of its owner. */
export interface LockOwner {
  pid: number;
  /** UTC instant, ISO 8601: when the lock was taken. For people; nothing is decided by it. */
  startedAt: string;
  info: LockInfo;
  /** Whether the owner still runs, as far as can be told from here; in doubt it does. */
  live: boolean;
}

interface Owner extends Omit<LockOwner, 'live'> {
  /** Changes with every boot of the system; null where the system has none. */
  bootId: string | null;
  /** Process ids mean something only within one namespace: a container has its own process 1. */
  pidNamespace: string | null;
  /** Clock ticks from boot to the start of the process; tells it from a later one with the same id. */
  processStart: string | null;
  /** Device and inode of the socket it listens on; null where it has none. */
  door: string | null;
  nonce: string;
}

const lockName = 'countersign.lock';

/**
 * Takes the lock of a data folder, which is made (mode 0700) when it is not there. Throws BadInput at once, naming the
 * process, when a living process holds it, this one included. Throws NeedsPerson when the lock file cannot be read or made.
 */
export async function lockDataFolder(dir: string, info: LockInfo = {}): Promise<FolderLock> {
  const path = join(dir, lockName);
  const nonce = randomBytes(12).toString('hex');
  const me: Owner = {
    pid: process.pid,
    bootId: bootId(),
    pidNamespace: pidNamespace(),
    processStart: processOf(process.pid)?.start ?? null,
    door: null,
    startedAt: new Date().toISOString(),
    nonce,
    info,
  };
  const draft = `${path}.${nonce}`;
  let door: Server | null = null;
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    // Before anybody can read of us: a door that does not answer yet would look like that of a dead owner.
    const opened = await openDoor(doorOf(path, nonce));
    door = opened?.server ?? null;
    me.door = opened?.file ?? null;
    await writeWhole(draft, me);
    await take(dir, draft, nonce);
    await sweep(dir, nonce);
  } catch (error) {
    door?.close();
    if (error instanceof BadInput || error instanceof NeedsPerson || error instanceof TryLater) throw error;
    throw new NeedsPerson(
      `The data folder ${dir} cannot be locked (${messageOf(error)}); give this user write access to a local disk.`,
      { cause: error },
    );
  } finally {
    await unlink(draft).catch(() => {});
  }

  let held = true;
  return {
    async release() {
      if (!held) return;
      held = false;
      // Somebody may have removed the file by hand, and another process taken the folder.
      if ((await read(path))?.nonce === nonce) await unlink(path);
      if (door) await new Promise((closed) => door.close(closed));
    },
    async update(next) {
      if (!held || (await read(path))?.nonce !== nonce) {
        throw new BadInput(`The lock of the data folder ${dir} is not held any more.`);
      }
      const renewed = `${draft}.next`;
      await writeWhole(renewed, { ...me, info: next });
      await rename(renewed, path);
    },
  };
}

/** Who holds or held the folder; null when nobody does. Throws NeedsPerson for a lock file that cannot be read. */
export async function readLock(dir: string): Promise<LockOwner | null> {
  const path = join(dir, lockName);
  const owner = await read(path);
  if (!owner) return null;
  const { pid, startedAt, info } = owner;
  return { pid, startedAt, info, live: !(await isDead(path, owner)) };
}

async function take(dir: string, draft: string, nonce: string): Promise<void> {
  const path = join(dir, lockName);
  // Every round in which this process does not win, another one did something; a hundred of those do not happen.
  for (let round = 0; round < 100; round++) {
    if (await linkNew(draft, path)) return;
    const owners = await chain(path);
    const last = owners.at(-1);
    if (!last) continue;
    if (!(await isDead(path, last))) {
      // A claim behind a lock that has been replaced since is that of a loser who will notice: look again for the winner.
      if (owners.length > 1 && (await read(path))?.nonce !== owners[0]!.nonce) continue;
      throw new BadInput(inUse(dir, last));
    }
    const claim = claimAfter(path, last.nonce);
    if (!(await linkNew(draft, claim))) continue;
    // Another process may have finished its own takeover between our look and our claim: then this claim follows an owner
    // that leads nowhere any more. If the chain still ends with us, nobody else can have it: every name in it is taken.
    if ((await chain(path)).at(-1)?.nonce === nonce) return rename(draft, path);
    await unlink(claim).catch(() => {});
  }
  throw new TryLater(`The data folder ${dir} is being taken by other processes; start again.`);
}

/** The owner in the lock file, then whoever claimed to follow it, and so on. Empty when there is no lock file. */
async function chain(path: string): Promise<Owner[]> {
  const owners: Owner[] = [];
  let next = await read(path);
  while (next) {
    owners.push(next);
    next = await read(claimAfter(path, next.nonce));
  }
  return owners;
}

const doorOf = (path: string, nonce: string) => `${path}.${nonce}.door`;
const claimAfter = (path: string, nonce: string) => `${path}.after-${nonce}`;

/** Removes our own claim and what dead processes left. Only for the holder of the lock: then no old claim counts. */
async function sweep(dir: string, nonce: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!name.startsWith(`${lockName}.`)) continue;
    const file = join(dir, name);
    const owner = name.endsWith('.door') ? null : await read(file).catch(() => null);
    const left = owner
      ? owner.nonce === nonce || (await isDead(join(dir, lockName), owner))
      : name.endsWith('.door') && (await isShut(file));
    if (left) await unlink(file).catch(() => {});
  }
}

function inUse(dir: string, owner: Owner): string {
  const who = `The data folder ${dir} is in use by process PID ${owner.pid}`;
  return owner.pidNamespace === pidNamespace()
    ? `${who} since ${owner.startedAt}; stop that process first.`
    : `${who} of another container since ${owner.startedAt}; stop it first, or delete ${join(dir, lockName)} if that container is gone.`;
}

/** True only on proof. What cannot be seen from here counts as running. */
async function isDead(path: string, owner: Owner): Promise<boolean> {
  const boot = bootId();
  if (owner.bootId !== null && boot !== null && owner.bootId !== boot) return true;
  if (owner.pidNamespace !== pidNamespace()) {
    const door = doorOf(path, owner.nonce);
    // The very file it listens on: through another mount the same name may be another file, on which nobody ever listened.
    return owner.door !== null && owner.door === (await fileId(door)) && isShut(door);
  }
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM means that it runs as another user.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  const running = processOf(owner.pid);
  if (!running) return false;
  // A killed process keeps its id until its parent has asked for it, which in a container may be never.
  if (running.state === 'Z' || running.state === 'X') return true;
  return owner.processStart !== null && owner.processStart !== running.start;
}

/** Opens a socket that answers while this process lives. Null where there can be none: other systems, long paths, odd disks. */
async function openDoor(path: string): Promise<{ server: Server; file: string } | null> {
  // unix(7): a name has room for 107 bytes, and a longer one may be cut without a word.
  if (process.platform !== 'linux' || Buffer.byteLength(path) > 100) return null;
  const server = createServer((socket) => socket.destroy());
  try {
    server.listen(path);
    await once(server, 'listening');
    server.on('error', () => {});
    server.unref();
    const file = await fileId(path);
    if (file) return { server, file };
  } catch {
    // Without a door an owner in another container counts as running, which is safe.
  }
  server.close();
  return null;
}

/** Whether a socket file is there on which nobody listens any more. */
function isShut(door: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(door);
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
  });
}

async function fileId(path: string): Promise<string | null> {
  return stat(path).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => null,
  );
}

function bootId(): string | null {
  return orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
}

function pidNamespace(): string | null {
  return orNull(() => readlinkSync('/proc/self/ns/pid'));
}

/** proc(5): the third field of /proc/PID/stat is the state, the 22nd the start; the name before may hold spaces and ")". */
function processOf(pid: number): { state: string; start: string } | null {
  const stat = orNull(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields?.[0] && fields[19] ? { state: fields[0], start: fields[19] } : null;
}

function orNull(look: () => string): string | null {
  try {
    return look();
  } catch {
    return null;
  }
}

async function writeWhole(path: string, owner: Owner): Promise<void> {
  // Mode 0600: the info may hold a token.
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(owner)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives a file a second name; false when that name is taken. */
async function linkNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function read(path: string): Promise<Owner | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new NeedsPerson(`The lock file ${path} cannot be read (${messageOf(error)}); let this user read it.`, {
      cause: error,
    });
  }
  const owner = parse(text);
  if (owner) return owner;
  throw new NeedsPerson(
    `The lock file ${path} says nothing of its owner; delete it if no Countersign runs on that folder.`,
  );
}

function parse(text: string): Owner | null {
  try {
    const owner = JSON.parse(text) as Owner;
    return Number.isSafeInteger(owner.pid) && owner.pid > 0 && /^[\w-]+$/.test(owner.nonce) ? owner : null;
  } catch {
    return null;
  }
}
