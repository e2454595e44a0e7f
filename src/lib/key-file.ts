/** The file that holds the key of an installation (Node only). It never lies with the data: a backup would carry both. */
import { randomBytes } from 'node:crypto';
import { constants, type FileHandle, link, lstat, mkdir, open, realpath, unlink } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { BadInput, messageOf, NeedsPerson } from '../errors.ts';
import { keyText, parseKey } from './seal.ts';

export interface KeyFileOptions {
  /** Where the key is or will be. Links are followed. */
  path: string;
  /** The folder of the data, which need not exist yet. */
  dataDir: string;
  /** Whether a new key may be made. False once anything is sealed: a new key would open none of it. */
  mayCreate: boolean;
}

/**
 * Reads the key, or makes one (mode 0600, in a folder of mode 0700) when there is none and `mayCreate`. Two processes that
 * start at once get the same key. Throws NeedsPerson when the key lies inside the data folder, can be read by others, is
 * not a key, or is missing and may not be made; nothing is written then.
 */
export async function loadOrCreateKey(options: KeyFileOptions): Promise<{ key: Uint8Array; created: boolean }> {
  const path = resolve(options.path);
  const inData = relative(await whereItReallyIs(resolve(options.dataDir)), await whereItReallyIs(path));
  if (inData === '' || (inData !== '..' && !inData.startsWith(`..${sep}`) && !isAbsolute(inData))) {
    throw new NeedsPerson(
      `The key file ${path} lies inside the data folder, so a backup of the data would carry its own key; move the key elsewhere.`,
    );
  }
  const found = await readKey(path);
  if (found) return { key: found, created: false };
  if (!options.mayCreate) {
    throw new NeedsPerson(
      `The key file ${path} is missing, and the data holds secrets sealed with it; put the file back from your own copy, or connect every account again with a new key.`,
    );
  }
  const made = await createKey(path);
  if (made) return { key: made, created: true };
  const theirs = await readKey(path);
  if (theirs) return { key: theirs, created: false };
  throw new NeedsPerson(`The key file ${path} appeared and vanished again while starting; start again.`);
}

async function readKey(path: string): Promise<Uint8Array | null> {
  let file: FileHandle;
  try {
    // Non-blocking, or a pipe at this path would hold the start up for ever.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw new NeedsPerson(`The key file ${path} cannot be opened (${messageOf(error)}); let this user read it.`, {
      cause: error,
    });
  }
  try {
    const stat = await file.stat();
    if (!stat.isFile())
      throw new NeedsPerson(`The key file ${path} is not a plain file; name a file that holds the key.`);
    // Windows has no such bits: its files answer 0666 whatever their access list says.
    if (process.platform !== 'win32' && stat.mode & 0o077) {
      throw new NeedsPerson(`The key file ${path} can be read by other users; run: chmod 600 ${path}`);
    }
    const { bytesRead, buffer } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return parseKey(buffer.toString('latin1', 0, bytesRead));
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    throw new NeedsPerson(
      `The key file ${path} does not hold a key (the base64 text of 32 bytes); put the right file back from your own copy.`,
    );
  } finally {
    await file.close();
  }
}

/** Null when another process made one first. */
async function createKey(path: string): Promise<Uint8Array | null> {
  const folder = dirname(path);
  const key = new Uint8Array(randomBytes(32));
  const draft = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(`${keyText(key)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    try {
      // A link fails when the name is taken and shows the whole file at once: no other process ever reads half a key.
      await link(draft, path);
    } finally {
      await unlink(draft);
    }
    // Without this a power cut could forget the name, and with it everything sealed since.
    for (const each of [folder, dirname(folder)]) await syncFolder(each);
  } catch (error) {
    if (isCode(error, 'EEXIST')) return null;
    throw new NeedsPerson(`The key file ${path} cannot be made (${messageOf(error)}); let this user write there.`, {
      cause: error,
    });
  }
  return key;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  // Not every system lets a folder be opened or synced; those that need it do.
  await folder?.sync().catch(() => {});
  await folder?.close();
}

/** The path with every link of its existing part resolved; what does not exist yet is taken as it is written. */
async function whereItReallyIs(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'ENOTDIR')) {
      throw new NeedsPerson(`The path ${path} cannot be followed (${messageOf(error)}); let this user read it.`, {
        cause: error,
      });
    }
    const itself = await lstat(path).catch(() => null);
    if (itself?.isSymbolicLink()) {
      throw new NeedsPerson(`The path ${path} is a link to something that is not there; mend or remove the link.`);
    }
    const parent = dirname(path);
    return parent === path ? path : join(await whereItReallyIs(parent), basename(path));
  }
}

function isCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException)?.code === code;
}
