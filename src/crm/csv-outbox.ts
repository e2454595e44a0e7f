/**
 * What we say about deals, for people and for import into any CRM: `outbox/decisions.csv` and `outbox/changes.csv`,
 * only ever appended to. A record is complete when its line break is on the disk; one that a crash cut short is ours
 * to cut away, and is written again by the retry with the same key.
 *
 * Synchronous on purpose: within this process nothing can come between the look and the write. Other processes are
 * kept out by a lock file for the few milliseconds of one write.
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { NeedsPerson } from '../errors.ts';
import type { WriteResult } from './crm.ts';
import { quoted, unquoted } from './csv-values.ts';

/** Columns, and how many of the first of them tell one record from another. */
const FILES = {
  decisions: {
    columns: [
      ...['key', 'at', 'deal_id', 'deal', 'rep', 'contacts', 'decision', 'verdict', 'flags', 'text'],
      ...['proposed_hash', 'sent_hash', 'ledger_seq', 'overturns'],
    ],
    identity: ['key'],
  },
  changes: { columns: ['key', 'at', 'deal', 'contact', 'field', 'old', 'new'], identity: ['key', 'field'] },
} as const;

export type OutboxFile = keyof typeof FILES;
export type OutboxRecord = Record<string, string>;

/** One write takes milliseconds; a lock this old was left by a process whose number another one has now. */
const LOCK_STALE_MS = 600_000;
/** Between making the lock file and naming its owner there is no time to speak of. */
const UNNAMED_LOCK_STALE_MS = 10_000;
const LOCK_RETRY_MS = 1_000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? '';

const inQuotes = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** The last cell is always in quotes, so that a record that was cut short in it shows. */
function lineOf(columns: readonly string[], record: OutboxRecord): string {
  const cells = columns.map((column, index) => {
    const cell = quoted((record[column] ?? '').toWellFormed());
    return index === columns.length - 1 || /[",;\t\r\n]|^\s|\s$/.test(cell) ? inQuotes(cell) : cell;
  });
  return `${cells.join(',')}\n`;
}

interface Scan {
  /** Cells of every record, the header included. */
  records: string[][];
  /** Where the last record begins that has no line break; the length of the file when all have one. */
  tail: number;
  /** The cells of that record, when its quotes are closed. */
  tailCells: string[] | null;
}

/** Splits bytes into records. Works on bytes because a crash cuts anywhere, also inside a character. */
function scan(bytes: Buffer, from = 0): Scan {
  const records: string[][] = [];
  let cells: string[] = [];
  let cellAt = from;
  let tail = from;
  let isQuoted = false;
  let open = false;
  const endCell = (at: number) => {
    const raw = bytes.toString('utf8', cellAt, at);
    cells.push(unquoted(isQuoted ? raw.replace(/^"|"$/g, '').replaceAll('""', '"') : raw));
    isQuoted = false;
  };
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE && at === cellAt) {
      isQuoted = true;
      open = true;
    } else if (byte === QUOTE && isQuoted) open = !open;
    else if (!open && byte === COMMA) {
      endCell(at);
      cellAt = at + 1;
    } else if (!open && byte === NEWLINE) {
      endCell(bytes[at - 1] === RETURN && at > cellAt ? at - 1 : at);
      records.push(cells);
      cells = [];
      cellAt = tail = at + 1;
    }
  }
  if (tail === bytes.length) return { records, tail, tailCells: null };
  if (!open) endCell(bytes.length);
  return { records, tail, tailCells: open ? null : cells };
}

function readAll(fd: number): Buffer {
  const bytes = Buffer.alloc(fstatSync(fd).size);
  let length = 0;
  while (length < bytes.length) {
    const got = readSync(fd, bytes, length, bytes.length - length, length);
    if (got === 0) break;
    length += got;
  }
  return bytes.subarray(0, length);
}

/** Makes a new name in a folder durable. Not every system can open a folder; those keep names by themselves. */
function syncFolder(folder: string): void {
  let fd: number | undefined;
  try {
    fd = openSync(folder, 'r');
    fsyncSync(fd);
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(codeOf(error))) throw error;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

export class Outbox {
  readonly #folder: string;
  readonly #now: () => Date;
  /** Identities in a file as long as it looks the same, so that not every note reads the whole file. */
  readonly #known = new Map<OutboxFile, { stamp: string; identities: Set<string> }>();

  /** What was read of a file as long as it looks the same. */
  readonly #read = new Map<OutboxFile, { stamp: string; records: readonly OutboxRecord[] }>();

  constructor(folder: string, now: () => Date) {
    this.#folder = folder;
    this.#now = now;
  }

  /** Whether a record with this key is complete in the file. Takes no lock and repairs nothing. */
  has(file: OutboxFile, key: string): boolean {
    return this.records(file).some((record) => record.key === key);
  }

  /** The complete records of the file, oldest first. Takes no lock and repairs nothing. */
  records(file: OutboxFile): readonly OutboxRecord[] {
    try {
      const stamp = stampFrom(statSync(this.#path(file), { bigint: true }));
      const last = this.#read.get(file);
      if (last?.stamp === stamp) return last.records;
      const { records, tailCells } = scan(readFileSync(this.#path(file)));
      const { columns } = FILES[file];
      const complete = (tailCells ? [...records, tailCells] : records)
        .slice(1)
        .filter((cells) => cells.length >= columns.length)
        .map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])));
      this.#read.set(file, { stamp, records: complete });
      return complete;
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
      throw this.#unreadable(file, error);
    }
  }

  /**
   * Appends the records that are not there yet, and returns when they are on the disk. Idempotent by key (changes: by
   * key and field), across restarts and after a torn write. `retry-at` while another process writes, `denied` when the
   * folder may not be written, `unknown` when the disk did not confirm. Throws NeedsPerson for a file that is not as
   * we wrote it, a missing CRM folder and a full disk; nothing is added then.
   */
  add(file: OutboxFile, records: OutboxRecord[]): WriteResult {
    try {
      this.#makeFolder();
      const lock = this.#lock();
      if (!lock) return { kind: 'retry-at', at: new Date(this.#now().getTime() + LOCK_RETRY_MS) };
      try {
        return this.#append(file, records);
      } finally {
        rmSync(lock, { force: true });
      }
    } catch (error) {
      const code = codeOf(error);
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
        return { kind: 'denied', why: `${this.#folder} cannot be written (${code}): give this program the right to.` };
      }
      if (code === 'ENOSPC' || code === 'EDQUOT') {
        const why = `The disk is full and ${file}.csv in ${this.#folder} could not be written: make room.`;
        throw new NeedsPerson(why, { cause: error });
      }
      if (error instanceof NeedsPerson) throw error;
      throw this.#unreadable(file, error);
    }
  }

  #path(file: OutboxFile): string {
    return join(this.#folder, `${file}.csv`);
  }

  #unreadable(file: OutboxFile, cause: unknown): NeedsPerson {
    const code = codeOf(cause) || 'unknown error';
    return new NeedsPerson(`${this.#path(file)} cannot be used (${code}): check the folder and its rights.`, { cause });
  }

  #makeFolder(): void {
    try {
      mkdirSync(this.#folder);
      syncFolder(dirname(this.#folder));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') {
        const parent = dirname(this.#folder);
        throw new NeedsPerson(`The folder ${parent} does not exist: put it back, or connect the right one.`);
      }
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }

  #append(file: OutboxFile, records: OutboxRecord[]): WriteResult {
    const { columns, identity } = FILES[file];
    const identityOf = (cells: readonly string[]) =>
      JSON.stringify(identity.map((column) => cells[(columns as readonly string[]).indexOf(column)] ?? ''));
    const ofRecord = (record: OutboxRecord) => JSON.stringify(identity.map((column) => record[column]?.toWellFormed()));
    const path = this.#path(file);
    const fd = openSync(path, 'a+');
    try {
      let end = fstatSync(fd).size;
      const before = stampOf(fd);
      let identities = this.#remembered(file, fd);
      const firstLook = identities === null;
      let lead = '';
      if (!identities) {
        const header = `${columns.join(',')}\n`;
        const bytes = readAll(fd);
        const found = scan(bytes);
        const wanted = records.map(ofRecord);
        const { cut, missingNewline } = this.#judgeTail(file, bytes, found, (cells) =>
          wanted.includes(identityOf(cells)),
        );
        if (cut !== null) {
          ftruncateSync(fd, cut);
          end = cut;
        }
        if (end === 0) lead = header;
        else if (missingNewline) lead = '\n';
        const complete = missingNewline && found.tailCells ? [...found.records, found.tailCells] : found.records;
        identities = new Set(
          complete
            .slice(1)
            .filter((cells) => cells.length >= columns.length)
            .map(identityOf),
        );
      }
      const missing = records.filter((record) => !identities.has(ofRecord(record)));
      const text = lead + missing.map((record) => lineOf(columns, record)).join('');
      if (text !== '') writeAll(fd, Buffer.from(text), end);
      try {
        // Also when nothing is missing: an earlier write may have ended before its fsync did.
        fsyncSync(fd);
        // The file's name may be as new as its first line, also when a crash came between the two.
        if (firstLook) syncFolder(this.#folder);
      } catch {
        return { kind: 'unknown' };
      }
      for (const record of missing) identities.add(ofRecord(record));
      const stamp = stampOf(fd);
      this.#known.set(file, { stamp, identities });
      if (!firstLook && this.#read.get(file)?.stamp === before) this.#extend(file, missing, stamp);
      else this.#read.delete(file);
      return { kind: 'ok' };
    } finally {
      closeSync(fd);
    }
  }

  /** What was read, with what was just appended to it: reading it all again would cost more with each change. */
  #extend(file: OutboxFile, added: readonly OutboxRecord[], stamp: string): void {
    const { columns } = FILES[file];
    const fresh = added.map((record) =>
      Object.fromEntries(columns.map((column) => [column, (record[column] ?? '').toWellFormed()])),
    );
    const { records = [] } = this.#read.get(file) ?? {};
    this.#read.set(file, { stamp, records: [...records, ...fresh] });
  }

  #remembered(file: OutboxFile, fd: number): Set<string> | null {
    const known = this.#known.get(file);
    return known && known.stamp === stampOf(fd) ? known.identities : null;
  }

  /** What to do about a last record without a line break, and whether this is our file at all. */
  #judgeTail(
    file: OutboxFile,
    bytes: Buffer,
    found: Scan,
    isWanted: (cells: string[]) => boolean,
  ): { cut: number | null; missingNewline: boolean } {
    const { columns } = FILES[file];
    const header = columns.join(',');
    // A spreadsheet that saved the file may have put a byte order mark in front.
    const start = bytes.toString('utf8', 0, header.length + 5).replace(/^\ufeff/, '');
    // The very first write was cut short.
    if (bytes.length <= header.length && header.startsWith(bytes.toString('utf8')))
      return { cut: 0, missingNewline: false };
    if (!start.startsWith(header) || !/^\r?\n/.test(start.slice(header.length))) throw this.#notOurs(file);
    if (found.tail === bytes.length) return { cut: null, missingNewline: false };
    // An editor may have dropped the last line break of a good record; but one that is being written again was never
    // confirmed, and may have lost its end.
    const whole = found.tailCells !== null && found.tailCells.length >= columns.length;
    if (whole && !isWanted(found.tailCells!)) return { cut: null, missingNewline: true };
    // Never cut more than one record: good ones behind an open quote mean that somebody else made that quote.
    for (let at = bytes.indexOf(NEWLINE, found.tail); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
      const behind = scan(bytes, at + 1).records[0];
      if (behind && behind.length >= columns.length && !Number.isNaN(Date.parse(behind[1]!))) throw this.#notOurs(file);
    }
    return { cut: found.tail, missingNewline: false };
  }

  #notOurs(file: OutboxFile): NeedsPerson {
    return new NeedsPerson(
      `${this.#path(file)} is not as it was written here: move it away and work with a copy, and a new one will be started.`,
    );
  }

  /** The path of the lock that is now ours, or null while another process has it. */
  #lock(): string | null {
    const path = join(this.#folder, '.lock');
    for (let tries = 0; tries < 3; tries++) {
      try {
        const fd = openSync(path, 'wx');
        try {
          writeAll(fd, Buffer.from(`${process.pid} ${hostname()} ${randomUUID()}`), 0);
          return path;
        } catch (error) {
          rmSync(path, { force: true });
          throw error;
        } finally {
          closeSync(fd);
        }
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
        if (!this.#breakIfStale(path)) return null;
      }
    }
    return null;
  }

  #breakIfStale(path: string): boolean {
    try {
      const owner = readFileSync(path, 'utf8');
      const age = this.#now().getTime() - statSync(path).mtimeMs;
      const [pid, host] = owner.split(' ');
      const dead = host === hostname() && !isAlive(Number(pid));
      if (!dead && age < (owner === '' ? UNNAMED_LOCK_STALE_MS : LOCK_STALE_MS)) return false;
      // Two may find the same stale lock, and the slower one must not remove the new lock of the faster.
      const aside = `${path}.${process.pid}`;
      renameSync(path, aside);
      const isIt = readFileSync(aside, 'utf8') === owner;
      if (!isIt) linkSync(aside, path);
      rmSync(aside, { force: true });
      return isIt;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return true;
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  }
}

/** Our own number in a lock is left over from an earlier life (in a container it is always 1): we hold none here. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

const stampFrom = ({ size, mtimeNs, ino }: { size: bigint; mtimeNs: bigint; ino: bigint }): string =>
  `${size}:${mtimeNs}:${ino}`;

const stampOf = (fd: number): string => stampFrom(fstatSync(fd, { bigint: true }));

/** Writes everything, or takes back what was written of it. */
function writeAll(fd: number, bytes: Buffer, base: number): void {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
  } catch (error) {
    ftruncateSync(fd, base);
    throw error;
  }
}
