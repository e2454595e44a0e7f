/**
 * Exported mail from disk (Node only): .eml files, mbox files, Maildirs, and folders of any of them.
 *
 * Files have no ids, threads or cursors, so this is no `Mailbox`: it gives messages, and the caller groups them. Where a
 * message lay is read from what exporters leave: folder names, Maildir flags, Gmail's and Thunderbird's own fields.
 */
import type { Dirent } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Message, Place } from '../domain/mail.ts';
import { BadInput } from '../errors.ts';
import { kindOfFolderName, saysUnread } from './folder-names.ts';
import { receivedDate } from './mail-date.ts';
import { firstDate, fromLine, mailsOfMbox, maxMailBytes, type RawMail, tooLarge } from './mbox.ts';
import { parseMessage } from './mime.ts';

export interface FileMessage {
  /** The path as it was given and found; within an mbox file `PATH#N`, from 1. */
  file: string;
  /** `place` is `filed` unless a folder name or a field says more. `read` is true unless something says otherwise. */
  message: Message;
  /** When its server got it, by its newest Received; null where it has none. */
  arrived: Date | null;
  /** Whether it lay in a junk folder, which `place` cannot say. */
  junk: boolean;
}

/**
 * Every mail in these files and folders, folders in depth and by name, one at a time: memory stays within a few times the
 * largest mail. What is no mail (empty, binary, without a header, too large, not readable by this user) goes to
 * `onUnreadable` with its name and one sentence, and reading goes on. In a folder, files that do not look like mail are
 * passed over; a file that was named is always either read or reported. Throws BadInput, before anything else, when a
 * path does not exist.
 */
export async function* readMailFiles(
  paths: string[],
  onUnreadable: (file: string, why: string) => void,
): AsyncGenerator<FileMessage> {
  for (const path of paths) {
    if (!(await stat(path).catch(() => null)))
      throw new BadInput(`There is no file or folder ${path}; name mail that exists.`);
  }
  for (const path of paths) {
    for await (const source of sourcesIn(path, onUnreadable)) {
      if (source.kind === 'mail') {
        const mail = await readOne(source.path).catch((error) => cannotOpen(error));
        const message = await read(mail, source, source.path, onUnreadable);
        if (message) yield message;
        continue;
      }
      let count = 0;
      try {
        for await (const mail of mailsOfMbox(source.path)) {
          count += 1;
          const message = await read(mail, source, `${source.path}#${count}`, onUnreadable);
          if (message) yield message;
        }
      } catch (error) {
        // Only reading the file throws here; a caller that leaves the loop does not come by.
        if (!isSystemError(error)) throw error;
        onUnreadable(source.path, cannotOpen(error).problem);
      }
    }
  }
}

/** One file to read and what its place on disk says of the mail in it. */
interface Source {
  path: string;
  kind: 'mail' | 'mbox';
  /** Names of the folders around it, nearest last; for an mbox file its own name too. */
  folders: string[];
  /** Maildir flags, such as "FS"; null outside of a Maildir. */
  flags: string | null;
}

async function* sourcesIn(path: string, onUnreadable: (file: string, why: string) => void): AsyncGenerator<Source> {
  const whole = resolve(path);
  if ((await stat(path)).isDirectory()) {
    // Given its `cur` alone, the name of a Maildir is one step up.
    yield* folderSources(
      path,
      [basename(dirname(whole)), basename(whole)].slice(isLeafName(whole) ? 0 : 1),
      new Set(),
      onUnreadable,
    );
    return;
  }
  const around = basename(dirname(whole));
  const named = isLeafName(dirname(whole)) ? basename(dirname(dirname(whole))) : around;
  const source = await fileSource(path, [named], isLeafName(dirname(whole)), true).catch((error) => cannotOpen(error));
  if (source && 'problem' in source) onUnreadable(path, source.problem);
  else if (source) yield source;
}

const isLeafName = (path: string) => /^(?:cur|new)$/.test(basename(path));

async function* folderSources(
  path: string,
  folders: string[],
  seen: Set<string>,
  onUnreadable: (file: string, why: string) => void,
): AsyncGenerator<Source> {
  let entries: Dirent[];
  try {
    const { dev, ino } = await stat(path);
    // A link to a folder around it would go round for ever.
    if (seen.has(`${dev}:${ino}`)) return;
    seen.add(`${dev}:${ino}`);
    entries = (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    onUnreadable(path, cannotOpen(error).problem);
    return;
  }
  const leaf =
    basename(path) === 'cur' ||
    (basename(path) === 'new' &&
      (await Promise.any(['../cur', '../tmp'].map((each) => stat(join(path, each)))).catch(() => null)));
  for (const entry of entries) {
    const inner = join(path, entry.name);
    const isFolder = entry.isSymbolicLink()
      ? await stat(inner).then(
          (found) => found.isDirectory(),
          () => null,
        )
      : entry.isDirectory();
    if (isFolder === null) continue;
    if (isFolder) {
      yield* folderSources(inner, [...folders, entry.name], seen, onUnreadable);
      continue;
    }
    const source = await fileSource(inner, folders, !!leaf, false).catch((error) => cannotOpen(error));
    if (source && 'problem' in source) onUnreadable(inner, source.problem);
    else if (source) yield source;
  }
}

/** What a file is. Null: no mail, to be passed over. `named`: the person gave this very path. */
async function fileSource(path: string, folders: string[], inMaildir: boolean, named: boolean): Promise<Source | null> {
  const name = basename(path);
  // What macOS leaves beside a file on foreign disks: the same name, no mail.
  if (!named && name.startsWith('._')) return null;
  const flags = maildirFlags.exec(name)?.[1] ?? (inMaildir ? '' : null);
  const single: Source = { path, kind: 'mail', folders, flags };
  if (flags !== null || /\.eml$/i.test(name)) return single;
  // Before opening: a pipe would wait for its writer for ever.
  if (!(await stat(path)).isFile()) return named ? single : null;
  const file = await open(path, 'r');
  let start: string;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1000), 0, 1000, 0);
    start = buffer.toString('latin1', 0, bytesRead).replace(/^[\r\n]+/, '');
  } finally {
    await file.close();
  }
  const isMbox = named || /\.(?:mbox|mbx)$/i.test(name) ? start.startsWith('From ') : fromLine.test(firstLine(start));
  if (isMbox) return { path, kind: 'mbox', folders: [...folders, name], flags: null };
  return named ? single : null;
}

const firstLine = (text: string) => text.split(/\r?\n/, 1)[0]!;

/** ":2,FS" at the end of a Maildir file name; ";" and "!" stand in for ":" where a file system forbids it. */
const maildirFlags = /[:;!]2,([A-Za-z]*)$/;

async function readOne(path: string): Promise<RawMail> {
  const file = await stat(path);
  if (!file.isFile()) return { problem: 'It is not a plain file.' };
  if (file.size > maxMailBytes) return tooLarge;
  // The delivery time begins the name of a Maildir file.
  const seconds = /^(\d{9,10})\.[^/]+$/.exec(basename(path))?.[1];
  return { raw: await readFile(path), arrived: seconds ? new Date(Number(seconds) * 1000) : null };
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof (error as NodeJS.ErrnoException | null)?.syscall === 'string';
}

/** A system's refusal in words; any other error is a fault of ours and passes. */
function cannotOpen(error: unknown): { problem: string } {
  if (!isSystemError(error)) throw error;
  return { problem: `It cannot be read (${error.code}); give this user access to it.` };
}

async function read(
  mail: RawMail,
  source: Source,
  file: string,
  onUnreadable: (file: string, why: string) => void,
): Promise<FileMessage | null> {
  if ('problem' in mail) {
    onUnreadable(file, mail.problem);
    return null;
  }
  const raw = withoutWrapping(mail.raw);
  const fields = fieldsOf(raw);
  const problem = whyNoMail(raw, fields);
  if (problem) {
    onUnreadable(file, problem);
    return null;
  }
  const { place, junk, read } = whereItLay(source, fields);
  let parsed: Awaited<ReturnType<typeof parseMessage>>;
  try {
    parsed = await parseMessage(raw, { own: place === 'sent' || place === 'drafts' });
  } catch {
    // Whatever was thrown may quote the mail.
    onUnreadable(file, 'It cannot be parsed as mail.');
    return null;
  }
  // Only where the mail itself has no date: converters write the time of the conversion, or one constant, into this.
  const undated = parsed.date.getTime() < firstDate;
  return {
    file,
    arrived: receivedDate(fields.get('received')),
    message: { ...parsed, date: undated && mail.arrived ? mail.arrived : parsed.date, place, read },
    junk,
  };
}

/** Without a byte order mark and the mbox line that some programs leave in front, and with LF where a Mac wrote CR. */
function withoutWrapping(raw: Buffer): Buffer {
  let mail = raw;
  if (mail.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) mail = mail.subarray(3);
  if (mail.indexOf(10) < 0 && mail.indexOf(13) >= 0) {
    mail = Buffer.from(mail);
    for (let at = mail.indexOf(13); at >= 0; at = mail.indexOf(13, at)) mail[at] = 10;
  }
  while (/^>?From [^\n]*\n/.test(mail.toString('latin1', 0, 1000))) mail = mail.subarray(mail.indexOf(10) + 1);
  return mail;
}

/** Unfolded header fields by lower-cased name, the first of each; at most 128 KiB of header is looked at. */
function fieldsOf(raw: Buffer): Map<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of raw.toString('latin1', 0, 128 * 1024).split(/\r?\n/)) {
    if (line === '') break;
    const field = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line);
    if (/^[ \t]/.test(line)) {
      if (last !== '') fields.set(last, `${fields.get(last)} ${line.trim()}`);
    } else {
      last = field && !fields.has(field[1]!.toLowerCase()) ? field[1]!.toLowerCase() : '';
      if (field && last !== '') fields.set(last, field[2]!.trim());
    }
  }
  return fields;
}

/** One of these makes it mail: a text file, too, may begin with a word and a colon. */
const mailField =
  /^(?:from|date|to|cc|bcc|sender|reply-to|subject|message-id|in-reply-to|references|received|return-path|delivered-to|mime-version|content-[a-z-]+|resent-[a-z-]+|x-[a-z0-9-]+)$/;

function whyNoMail(raw: Buffer, fields: Map<string, string>): string | null {
  const start = raw.toString('latin1', 0, 4096);
  if (raw.length <= start.length && start.trim() === '') return 'It is empty.';
  if ([...fields.keys()].some((name) => mailField.test(name))) return null;
  return start.includes('\0') ? 'It is binary data, not mail.' : 'It has no mail header.';
}

// ---------------------------------------------------------------------------------------------------------- mbox

function whereItLay(source: Source, fields: Map<string, string>): { place: Place; junk: boolean; read: boolean } {
  const folder = source.folders.map(kindOfFolderName).findLast((kind) => kind !== null);
  const kinds = new Set<string | null | undefined>();
  let read = true;
  const labels = source.kind === 'mbox' ? labelsOf(fields.get('x-gmail-labels')) : [];
  if (labels.length > 0) {
    // Gmail's export is one file for everything, and its name says nothing.
    for (const label of labels) kinds.add(kindOfFolderName(label));
    read = !labels.some(saysUnread);
  } else {
    kinds.add(folder);
  }
  if (source.flags !== null) {
    // maildir(5): Seen, Trashed, Draft.
    read = source.flags.includes('S');
    if (source.flags.includes('T')) kinds.add('trash');
    if (source.flags.includes('D')) kinds.add('drafts');
  } else if (source.kind === 'mbox') {
    const status = fields.get('status');
    if (status !== undefined) read = status.includes('R');
    // Thunderbird: 1 read, 8 deleted, though it stays in the file until that is compacted.
    const mozilla = Number.parseInt(fields.get('x-mozilla-status') ?? '', 16);
    if (!Number.isNaN(mozilla)) {
      read = (mozilla & 1) !== 0;
      if (mozilla & 8) kinds.add('trash');
    }
  } else if (fields.get('x-unsent') === '1') {
    // How Outlook saves a draft as a file.
    kinds.add('drafts');
  }
  const place = (['drafts', 'trash', 'sent', 'inbox'] as const).find((each) => kinds.has(each)) ?? 'filed';
  return { place, junk: kinds.has('junk'), read };
}

function labelsOf(value: string | undefined): string[] {
  if (!value) return [];
  const joined = value.replace(/\?=\s+=\?/g, '?==?');
  const text = joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, code: string) =>
    (way.toLowerCase() === 'b'
      ? Buffer.from(code, 'base64')
      : Buffer.from(
          code
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/gi, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        )
    ).toString('latin1'),
  );
  // A character may be cut between two encoded words, so the bytes are decoded together.
  return Buffer.from(text, 'latin1')
    .toString()
    .split(',')
    .map((label) => label.replace(/^\s*"?|"?\s*$/g, ''))
    .filter((label) => label !== '');
}
