/** From the bytes of a file that somebody exported to rows of text with line numbers. Knows nothing of deals. */
import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as pause } from 'node:timers/promises';
import { type CsvError, parse } from 'csv-parse';
import { NeedsPerson, TryLater } from '../errors.ts';
import { fold, unquoted } from './csv-values.ts';

/** One record. `line` counts from 1 and is where the record begins: a cell may hold line breaks. */
export interface Row {
  line: number;
  /** Trimmed, and freed of the quote mark that keeps spreadsheets from running it. */
  cells: string[];
}

export interface Table {
  /** The file's name for sentences: "deals.csv". */
  file: string;
  header: string[];
  rows: Row[];
  /** One sentence for each row that was left out. */
  problems: string[];
}

/** A file as it lay there when it had been quiet for long enough. */
export interface Snapshot {
  file: string;
  bytes: Buffer;
  sha256: string;
  stamp: string;
  modifiedAt: Date;
}

/** What one connection saw of a file before, and when (by the given clock). */
export type Seen = Map<string, { stamp: string; at: number }>;

/** A file counts when it has not changed for this long. */
const QUIET_MS = 2_000;
/** A time stamp this far ahead of the clock tells nothing about age: one of the two is wrong, or set by hand. */
const CLOCK_APART_MS = 86_400_000;
/** An unfinished file that has not grown for this long will not grow any more. */
const ABANDONED_MS = 3_600_000;
/** About half a million rows: the deals have to fit into memory together. */
const LARGEST_MB = 64;
/** Longer than any real record, in characters; a quote that is never closed swallows the file until here. */
const LONGEST_RECORD = 1_000_000;
const CHUNK = 65_536;

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? 'unknown error';

type Stat = { size: bigint; mtimeNs: bigint; ino: bigint };
const stampFrom = (found: Stat): string => `${found.size}:${found.mtimeNs}:${found.ino}`;

/** Size, time and inode of a file: while these stay, so do its contents. '' when it cannot be looked at. */
export async function stampOf(dir: string, file: string): Promise<string> {
  return stat(join(dir, file), { bigint: true }).then(stampFrom, () => '');
}

/**
 * Reads a file that has been quiet for 2 s, judged by its modification time against `now`, or by having looked the
 * same to us 2 s ago. Null when it is not there. Throws TryLater while somebody may be writing it, NeedsPerson when
 * it cannot be read or is larger than 64 MB.
 */
export async function snapshot(dir: string, file: string, now: Date, seen: Seen): Promise<Snapshot | null> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(join(dir, file), 'r');
    const found = await handle.stat({ bigint: true });
    if (!found.isFile()) throw new NeedsPerson(`${file} in ${dir} is not a file: put the exported file there.`);
    if (found.size > LARGEST_MB * 1_048_576) {
      throw new NeedsPerson(`${file} in ${dir} is larger than ${LARGEST_MB} MB: export fewer deals.`);
    }
    const stamp = stampFrom(found);
    const modified = Number(found.mtimeNs / 1_000_000n);
    requireQuiet(file, stamp, modified, now.getTime(), seen);
    const bytes = await handle.readFile();
    if (stampFrom(await handle.stat({ bigint: true })) !== stamp || BigInt(bytes.length) !== found.size) {
      throw new TryLater(`${file} changed while it was read: it will be read when it is quiet.`, {
        retryAt: new Date(now.getTime() + QUIET_MS),
      });
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { file, bytes, sha256, stamp, modifiedAt: new Date(modified) };
  } catch (error) {
    if (error instanceof NeedsPerson || error instanceof TryLater) throw error;
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    // Spreadsheets on Windows hold a file while it is open in them.
    if (code === 'EBUSY' || code === 'EMFILE') {
      throw new TryLater(`${file} is in use by another program: it will be read later.`, { cause: error });
    }
    const why = `${file} in ${dir} cannot be read (${code}): give this program the right to read it.`;
    throw new NeedsPerson(why, { cause: error });
  } finally {
    await handle?.close();
  }
}

function requireQuiet(file: string, stamp: string, modified: number, now: number, seen: Seen): void {
  const age = now - modified;
  if (age >= QUIET_MS || age < -CLOCK_APART_MS) return;
  // The clock of a network share may run ahead of ours: then two looks of our own decide.
  const earlier = seen.get(file);
  if (earlier?.stamp === stamp && now - earlier.at >= QUIET_MS) return;
  if (earlier?.stamp !== stamp) seen.set(file, { stamp, at: now });
  throw new TryLater(`${file} was changed less than 2 seconds ago: it will be read when it is quiet.`, {
    retryAt: new Date((age >= 0 ? modified + 1 : now) + QUIET_MS),
  });
}

/** UTF-8 (with or without BOM), UTF-16 in both orders, and else Windows-1252, which has a character for every byte. */
function decode(bytes: Buffer): string {
  const [a = 0, b = 0] = bytes;
  // Without a BOM, UTF-16 shows in the first letter of the header, which is ASCII in every export we know.
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && bytes.length > 1)) return decodeAs('utf-16le', bytes);
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0)) return decodeAs('utf-16be', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeAs('windows-1252', bytes);
  }
}

const decodeAs = (encoding: string, bytes: Buffer): string => new TextDecoder(encoding).decode(bytes);

/** The delimiter under which most titles are known ones; failing that, the one that makes most columns. */
function sniff(text: string, known: ReadonlySet<string>): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of [',', ';', '\t', '|']) {
    const titles = headerCells(text.slice(0, CHUNK), delimiter);
    const score = titles.filter((title) => known.has(fold(title))).length * 1_000 + titles.length;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function headerCells(head: string, delimiter: string): string[] {
  const cells = [''];
  let open = false;
  for (const character of head) {
    if (character === '"') open = !open;
    else if (!open && character === delimiter) cells.push('');
    else if (!open && (character === '\n' || character === '\r')) break;
    else cells[cells.length - 1] += character;
  }
  return cells;
}

/**
 * The rows of a file. A row with the wrong number of cells or with a NUL byte becomes a problem; the rest goes on.
 * Throws NeedsPerson for a file that is empty or no table, and TryLater for one that ends inside a quoted cell:
 * it may still be being written (NeedsPerson when it has not grown for an hour).
 */
export async function readTable(
  from: Snapshot,
  options: { delimiter: string | null; known: ReadonlySet<string>; now: Date },
): Promise<Table> {
  const { file } = from;
  let text = decode(from.bytes);
  let line = 0;
  // Excel's own way to name the delimiter.
  const named = /^"?sep=(.)"?(?:\r\n|\n|\r)/.exec(text);
  if (named) {
    text = text.slice(named[0].length);
    line = 1;
  }
  if (text.trim() === '') {
    throw new NeedsPerson(`${file} is empty: export it again with a line of column names on top.`);
  }
  const delimiter = options.delimiter ?? named?.[1] ?? sniff(text, options.known);
  const table: Table = { file, header: [], rows: [], problems: [] };
  const offset = line;
  const parser = parse({
    delimiter,
    relax_column_count: true,
    // A stray quote inside a cell is text, as spreadsheets read it.
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_RECORD,
    // Taken here and not from the stream: the stream drops what it has read when a later row fails.
    on_record: (record: string[], context) => {
      addRow(table, line + 1, record);
      line = offset + context.lines;
      return null;
    },
  });
  try {
    // In pieces, so that a large file leaves the process time for other work.
    const done = pipeline(Readable.from(piecesOf(text), { objectMode: false }), parser);
    parser.resume();
    await done;
  } catch (error) {
    throw notATable(error, from, line + 1, options.now);
  }
  return table;
}

async function* piecesOf(text: string): AsyncGenerator<Buffer> {
  // Cut on text and then encoded, a surrogate pair must stay whole.
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + CHUNK, text.length);
    if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1]!)) end += 1;
    // Streams alone go on without ever letting a timer or a socket in.
    await pause();
    yield Buffer.from(text.slice(at, end));
    at = end;
  }
}

function addRow(table: Table, line: number, record: string[]): void {
  const { file, header } = table;
  const cells = record.map((cell) => unquoted(cell).trim());
  if (cells.every((cell) => cell === '')) return;
  if (header.length === 0) {
    if (cells.some((cell) => cell.includes('\0'))) {
      throw new NeedsPerson(`${file} holds binary data, not a table: export it again as CSV.`);
    }
    header.push(...cells);
    return;
  }
  if (cells.some((cell) => cell.includes('\0'))) {
    table.problems.push(`${file} line ${line} holds a NUL byte and was left out: export it again.`);
    return;
  }
  // Empty cells behind the last column are only a trailing delimiter.
  while (cells.length > header.length && cells.at(-1) === '') cells.pop();
  if (cells.length !== header.length) {
    const wrong = `has ${cells.length} cells where the header has ${header.length}`;
    table.problems.push(`${file} line ${line} ${wrong} and was left out: check its quotes and delimiters.`);
    return;
  }
  table.rows.push({ line, cells });
}

function notATable(error: unknown, from: Snapshot, line: number, now: Date): Error {
  if (error instanceof NeedsPerson) return error;
  const code = (error as CsvError).code;
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    const what = `${from.file} ends inside a quoted cell of the row that begins in line ${line}`;
    if (now.getTime() - from.modifiedAt.getTime() > ABANDONED_MS) {
      return new NeedsPerson(`${what}: close the quote, or export the file again.`, { cause: error });
    }
    return new TryLater(`${what}: if nobody is writing it any more, close the quote.`, {
      cause: error,
      retryAt: new Date(now.getTime() + 5 * QUIET_MS),
    });
  }
  const what = `${from.file} is not a table from line ${line} on (${code ?? 'unknown error'})`;
  return new NeedsPerson(`${what}: check the quotes there, or export the file again.`, { cause: error });
}
