/**
 * The ledger's second home: an append-only file of one JSON line an entry, written through to the disk (Node only).
 * PGlite never syncs, so a power cut can take acknowledged entries from the database; it is replayed from here on start
 * (`facts/security.md` §2.4). Only the holder of the data folder's lock may open it.
 */
import { constants, type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { maxLineBytes } from '../domain/ledger.ts';
import { BadInput, messageOf, NeedsPerson } from '../errors.ts';

/** A ledger entry as far as the mirror looks into it; what else it has is kept. */
export interface MirrorEntry {
  /** 1 for the first entry, then without gaps. */
  seq: number;
  hash: string;
}

export interface LedgerMirror {
  /** The last entry on disk; 0 when there is none. */
  readonly lastSeq: number;
  /** Its hash; null when there is none. */
  readonly lastHash: string | null;
  /**
   * Puts entries on the disk and returns once they are there. Calls are carried out one after the other. Throws BadInput,
   * having written nothing, when a seq does not follow the one before. Throws NeedsPerson when the disk fails; nothing of
   * the batch counts then, and the mirror has to be opened again.
   */
  append(entries: readonly MirrorEntry[]): Promise<void>;
  /** Every entry on disk at the time of the call, from the first. May be left early. */
  readAll(): AsyncIterable<MirrorEntry>;
  /** Waits for what is being written. Twice is safe. */
  close(): Promise<void>;
}

/**
 * Opens the mirror, or makes it (mode 0600) with its folder. Reads it whole and checks every line and the sequence, not
 * the hashes. A torn last line is what a crash leaves of a write that was never acknowledged: it is cut off. Anything else
 * that is broken throws NeedsPerson with file and line, and changes nothing. `lineOf` is an entry's JSON, on one line.
 */
export async function openMirror(
  path: string,
  lineOf: (entry: MirrorEntry) => string = JSON.stringify,
): Promise<LedgerMirror> {
  let file: FileHandle;
  try {
    file = await openOrCreate(path);
  } catch (error) {
    throw new NeedsPerson(
      `The ledger file ${path} cannot be opened (${messageOf(error)}); let this user write there.`,
      {
        cause: error,
      },
    );
  }
  let lastSeq = 0;
  let lastHash: string | null = null;
  /** Bytes of whole, checked lines. Everything is appended here. */
  let size = 0;
  try {
    for await (const { entry, end } of entriesOf(path, file, (await file.stat()).size)) {
      lastSeq = entry.seq;
      lastHash = entry.hash;
      size = end;
    }
    if ((await file.stat()).size > size) {
      await file.truncate(size);
      await file.sync();
    }
  } catch (error) {
    await file.close();
    throw error;
  }

  let state: 'open' | 'failed' | 'closed' = 'open';
  let queue: Promise<void> = Promise.resolve();

  async function write(entries: readonly MirrorEntry[]): Promise<void> {
    if (state === 'closed') throw new BadInput(`The ledger file ${path} is closed.`);
    if (state === 'failed')
      throw new NeedsPerson(`The ledger file ${path} failed before; start again to open it anew.`);
    const last = entries.at(-1);
    if (!last) return;
    let expected = lastSeq + 1;
    for (const { seq, hash } of entries) {
      if (seq !== expected || typeof hash !== 'string') {
        throw new BadInput(
          `The ledger file ${path} expects entry ${expected} with its hash and was given entry ${seq}.`,
        );
      }
      expected += 1;
    }
    const lines = entries.map((entry) => Buffer.from(`${lineOf(entry)}\n`));
    const tooLong = lines.findIndex((line) => line.length > maxLineBytes);
    // Reading would take it for a torn line.
    if (tooLong >= 0) throw new BadInput(`The entry ${entries[tooLong]!.seq} is too long for the ledger file ${path}.`);
    const bytes = Buffer.concat(lines);
    try {
      for (let written = 0; written < bytes.length; ) {
        const { bytesWritten } = await file.write(bytes, written, bytes.length - written, size + written);
        written += bytesWritten;
      }
      await file.sync();
    } catch (error) {
      // After a failed sync the system may already have dropped the bytes and call the next sync a success: what is really
      // on the disk shows only when the file is read anew.
      state = 'failed';
      await file.truncate(size).catch(() => {});
      throw new NeedsPerson(
        `The ledger file ${path} cannot be written (${messageOf(error)}); make room or mend the disk.`,
        {
          cause: error,
        },
      );
    }
    size += bytes.length;
    lastSeq = last.seq;
    lastHash = last.hash;
  }

  return {
    get lastSeq() {
      return lastSeq;
    },
    get lastHash() {
      return lastHash;
    },
    append(entries) {
      const done = queue.then(() => write(entries));
      queue = done.catch(() => {});
      return done;
    },
    async *readAll() {
      if (state === 'closed') throw new BadInput(`The ledger file ${path} is closed.`);
      const upTo = size;
      const reader = await open(path, 'r');
      try {
        for await (const { entry } of entriesOf(path, reader, upTo)) yield entry;
      } finally {
        await reader.close();
      }
    },
    async close() {
      await queue;
      if (state === 'closed') return;
      state = 'closed';
      await file.close();
    },
  };
}

async function openOrCreate(path: string): Promise<FileHandle> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  // Also when it was there already: the process that made it may have died before this.
  const parent = await open(folder, 'r').catch(() => null);
  // Not every system lets a folder be synced; those that need it do.
  await parent?.sync().catch(() => {});
  await parent?.close();
  return file;
}

/** The entries in the first `size` bytes, each with the offset behind its line; a torn last line is left out. */
async function* entriesOf(
  path: string,
  file: FileHandle,
  size: number,
): AsyncGenerator<{ entry: MirrorEntry; end: number }> {
  let line = 0;
  let seq = 0;
  for await (const { bytes, end, whole } of linesOf(file, size)) {
    line += 1;
    if (!whole && end === size) return;
    const value = whole ? parse(bytes) : undefined;
    if (value === undefined && end === size) return;
    if (value === undefined) throw broken(path, line, 'is not JSON');
    const entry = value as MirrorEntry | null;
    if (typeof entry?.hash !== 'string' || !Number.isSafeInteger(entry.seq))
      throw broken(path, line, 'is not a ledger entry');
    if (entry.seq !== seq + 1) throw broken(path, line, `holds entry ${entry.seq} where entry ${seq + 1} belongs`);
    seq = entry.seq;
    yield { entry, end };
  }
}

function broken(path: string, line: number, how: string): NeedsPerson {
  return new NeedsPerson(
    `The ledger file ${path} is broken: line ${line} ${how}; restore it from a backup, or move it away to have it written anew from the database.`,
  );
}

/** Lines without their newline. `whole` is false for a line that lacks it or is too long to be one of ours. */
async function* linesOf(
  file: FileHandle,
  size: number,
): AsyncGenerator<{ bytes: Buffer; end: number; whole: boolean }> {
  const chunk = Buffer.alloc(256 * 1024);
  let parts: Buffer[] = [];
  let length = 0;
  for (let at = 0; at < size; ) {
    const { bytesRead } = await file.read(chunk, 0, Math.min(chunk.length, size - at), at);
    if (bytesRead === 0) return;
    let start = 0;
    for (;;) {
      const newline = chunk.subarray(0, bytesRead).indexOf(10, start);
      const stop = newline < 0 ? bytesRead : newline;
      length += stop - start;
      // Copied, because the chunk is read into again.
      if (length <= maxLineBytes) parts.push(Buffer.from(chunk.subarray(start, stop)));
      if (newline < 0) break;
      yield { bytes: Buffer.concat(parts), end: at + newline + 1, whole: length <= maxLineBytes };
      parts = [];
      length = 0;
      start = newline + 1;
    }
    at += bytesRead;
  }
  if (length > 0) yield { bytes: Buffer.concat(parts), end: size, whole: false };
}

/** Undefined when it is not JSON in UTF-8. */
function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
