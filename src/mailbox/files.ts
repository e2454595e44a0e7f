/**
 * Exported mail from disk (Node only): .eml files, mbox files, Maildirs, and folders of any of them.
 *
 * Files have no ids, threads or cursors, so this is no `Mailbox`: it gives messages, and the caller groups them. Where a
 * message lay is read from what exporters leave: folder names, Maildir flags, Gmail's and Thunderbird's own fields.
 */
import { createReadStream, type Dirent } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Message, Place } from '../domain/mail.ts';
import { BadInput } from '../errors.ts';
import { parseMessage } from './mime.ts';

export interface FileMessage {
  /** The path as it was given and found; within an mbox file `PATH#N`, from 1. */
  file: string;
  /** `place` is `filed` unless a folder name or a field says more. `read` is true unless something says otherwise. */
  message: Message;
  /** Whether it lay in a junk folder, which `place` cannot say. */
  junk: boolean;
}

/** A larger mail is reported, not loaded. */
export const maxMailBytes = 64 * 1024 * 1024;

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

type Raw = { raw: Buffer; arrived: Date | null } | { problem: string };

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

async function readOne(path: string): Promise<Raw> {
  const file = await stat(path);
  if (!file.isFile()) return { problem: 'It is not a plain file.' };
  if (file.size > maxMailBytes) return tooLarge;
  // The delivery time begins the name of a Maildir file.
  const seconds = /^(\d{9,10})\.[^/]+$/.exec(basename(path))?.[1];
  return { raw: await readFile(path), arrived: seconds ? new Date(Number(seconds) * 1000) : null };
}

const tooLarge = { problem: `It is larger than ${maxMailBytes / 1024 / 1024} MiB and was not read.` };

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof (error as NodeJS.ErrnoException | null)?.syscall === 'string';
}

/** A system's refusal in words; any other error is a fault of ours and passes. */
function cannotOpen(error: unknown): { problem: string } {
  if (!isSystemError(error)) throw error;
  return { problem: `It cannot be read (${error.code}); give this user access to it.` };
}

async function read(
  mail: Raw,
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
  let parsed: Awaited<ReturnType<typeof parseMessage>>;
  try {
    parsed = await parseMessage(raw);
  } catch {
    // Whatever was thrown may quote the mail.
    onUnreadable(file, 'It cannot be parsed as mail.');
    return null;
  }
  // Only where the mail itself has no date: converters write the time of the conversion, or one constant, into this.
  const undated = parsed.date.getTime() < firstDate;
  const { place, junk, read } = whereItLay(source, fields);
  return {
    file,
    message: { ...parsed, date: undated && mail.arrived ? mail.arrived : parsed.date, place, read },
    junk,
  };
}

/** `parseMessage` gives an earlier date to a mail of which nothing says when it was. */
const firstDate = Date.UTC(1980, 0, 2);

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

/** "From SENDER Mon Sep  9 17:57:43 2002", with a zone before or behind the year, or none. */
const fromLine = /^From .*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.*\b\d{1,2}:\d\d.*\b(?:19|20)\d\d\b/;
/** What one needs to see behind a separator's start to know that it is one: its line and the beginning of the next. */
const lookAhead = 2000;

/**
 * The mails of an mbox file (RFC 4155), ">From " turned back (mboxrd), read in pieces of 1 MiB. A separator is a From_ line
 * with a date that has an empty line before it or a header field behind it, because exporters forget either; without a
 * date it needs both.
 */
async function* mailsOfMbox(path: string): AsyncGenerator<Raw> {
  let parts: Buffer[] = [];
  let size = 0;
  let arrived: Date | null = null;
  let started = false;
  // Two line ends in front make the first line of the file one like all others.
  let window = Buffer.from('\n\n');
  /** Everything in the window before this has been searched. */
  let searched = 0;
  /** Everything in the window before this has been kept or is no part of a mail. */
  let begin = 0;

  const keep = (bytes: Buffer) => {
    size += bytes.length;
    if (size <= maxMailBytes) parts.push(bytes);
    else parts = [];
  };
  const finish = (): Raw => {
    const mail: Raw = size > maxMailBytes ? tooLarge : { raw: unescaped(Buffer.concat(parts)), arrived };
    parts = [];
    size = 0;
    return mail;
  };
  function* cut(atEnd: boolean): Generator<Raw> {
    for (;;) {
      const at = window.indexOf('\nFrom ', searched, 'latin1');
      if (at < 0) {
        searched = Math.max(searched, window.length - '\nFrom '.length + 1);
        break;
      }
      if (!atEnd && window.length - at < lookAhead) {
        searched = at;
        break;
      }
      searched = at + 1;
      const separator = separatorAt(window, at, !started);
      if (!separator) continue;
      keep(window.subarray(begin, at + 1));
      if (started) yield finish();
      // Whatever is before the first separator is no mail.
      parts = [];
      size = 0;
      started = true;
      arrived = separator.date;
      begin = separator.end;
      searched = begin - 1;
    }
    // The two bytes before a separator say whether an empty line is before it.
    const end = atEnd ? window.length : Math.max(begin, searched - 2);
    keep(window.subarray(begin, end));
    const done = Math.max(0, Math.min(end, searched - 2));
    window = window.subarray(done);
    searched -= done;
    begin = end - done;
    if (atEnd && started) yield finish();
  }

  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    window = Buffer.concat([window, chunk as Buffer]);
    yield* cut(false);
  }
  yield* cut(true);
}

/** `at` is the line end before "From ". */
function separatorAt(window: Buffer, at: number, first: boolean): { date: Date | null; end: number } | null {
  const seen = window.toString('latin1', at + 1, at + lookAhead);
  const lineEnd = seen.indexOf('\n');
  const line = lineEnd < 0 ? seen : seen.slice(0, lineEnd);
  const end = lineEnd < 0 ? at + 1 + seen.length : at + 1 + lineEnd + 1;
  // Longer than can be seen: text.
  if (lineEnd < 0 && seen.length >= lookAhead - 1) return null;
  const dated = fromLine.test(line);
  const before = window.toString('latin1', Math.max(0, at - 2), at);
  const emptyBefore = before.endsWith('\n') || before === '\n\r' || first;
  const headerBehind = /^[!-9;-~]+[ \t]*:/.test(seen.slice(lineEnd + 1));
  const bare = /^From \S*\s*$/.test(line);
  const is = first || (dated && (emptyBefore || headerBehind)) || (bare && emptyBefore && headerBehind);
  return is ? { date: dated ? dateOf(line) : null, end } : null;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The date of a From_ line, UTC unless it has an offset (RFC 4155); null when it cannot be. */
function dateOf(line: string): Date | null {
  const found =
    /\b([A-Z][a-z]{2}) +(\d{1,2}) +(\d{1,2}):(\d\d)(?::(\d\d))?(?: +[A-Z]{1,5})?(?: +([+-]\d{4}))? +(\d{4})(?: +([+-]\d{4}))?/.exec(
      line,
    );
  if (!found || !months.includes(found[1]!)) return null;
  const [day, hour, minute, second, year] = [found[2], found[3], found[4], found[5] ?? 0, found[7]].map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const zone = Number(found[6] ?? found[8] ?? 0);
  const minutes = Math.trunc(zone / 100) * 60 + (zone % 100);
  const time = Date.UTC(year, months.indexOf(found[1]!), day, hour, minute, second) - minutes * 60_000;
  return time >= firstDate ? new Date(time) : null;
}

/** Without the empty line that belongs to the next separator, and with one ">" less before every quoted "From ". */
function unescaped(mail: Buffer): Buffer {
  let end = mail.length;
  if (mail[end - 1] === 10) {
    const crlf = mail[end - 2] === 13 ? 2 : 1;
    if (end === crlf || mail[end - crlf - 1] === 10) end -= crlf;
  }
  const content = mail.subarray(0, end);
  if (content.indexOf('>From ') < 0) return content;
  return Buffer.from(content.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}

// --------------------------------------------------------------------------------------------------------- places

/** Names of folders as mail programs and providers write them, in the languages they come in. Lower case, parted by "|". */
const folderNames: Record<Exclude<Place, 'filed'> | 'junk', string> = {
  inbox:
    'inbox|maildir|posteingang|boîte de réception|courrier entrant|bandeja de entrada|recibidos|entrada|caixa de entrada|a receber|posta in arrivo|in arrivo|postvak in|inkorg|inkorgen|inkomna|indbakke|innboks|saapuneet|odebrane|skrzynka odbiorcza|doručená pošta|doručené|beérkezett üzenetek|gelen kutusu|входящие|вхідні|受信トレイ|受信箱|收件箱|收件匣|받은편지함|받은 편지함',
  sent: 'sent|sent mail|sent-mail|sent items|sent messages|gesendet|gesendete elemente|gesendete objekte|gesendete nachrichten|gesendete mails|envoyés|envoyé|éléments envoyés|messages envoyés|courrier envoyé|enviados|enviado|elementos enviados|mensajes enviados|correo enviado|enviadas|itens enviados|e-mails enviados|mensagens enviadas|posta inviata|inviata|inviati|elementi inviati|messaggi inviati|verzonden|verzonden items|verzonden berichten|verzonden objecten|skickat|skickade|skickade objekt|skickade meddelanden|sendt|sendte|sendt post|sendt e-post|sendte elementer|lähetetyt|lähetetyt viestit|wysłane|elementy wysłane|wiadomości wysłane|odeslané|odeslaná pošta|odoslané|elküldött|elküldött elemek|elküldött üzenetek|gönderilmiş öğeler|gönderilmiş postalar|gönderilenler|отправленные|отправленная почта|надіслані|送信済み|送信済みメール|送信済みアイテム|已发送|已发送邮件|已傳送|寄件備份|보낸편지함|보낸 편지함',
  drafts:
    'drafts|draft|entwürfe|entwurf|brouillons|brouillon|borradores|borrador|bozze|rascunhos|rascunho|concepten|concept|utkast|kladder|kladde|luonnokset|kopie robocze|wersje robocze|szkice|koncepty|rozepsané|rozepsaná pošta|piszkozatok|taslaklar|черновики|чернетки|下書き|草稿|草稿箱|임시보관함|임시 보관함',
  trash:
    'trash|bin|deleted|deleted items|deleted messages|papierkorb|gelöscht|gelöschte elemente|gelöschte objekte|gelöschte nachrichten|corbeille|éléments supprimés|messages supprimés|papelera|elementos eliminados|eliminados|cestino|posta eliminata|elementi eliminati|lixeira|lixo|itens excluídos|itens eliminados|prullenbak|prullenmand|verwijderde items|papperskorg|papperskorgen|borttagna objekt|borttaget|papirkurv|slettet|slettet post|slettede elementer|søppel|roskakori|poistetut|kosz|elementy usunięte|koš|odstraněná pošta|odstraněné|kôš|lomtár|kuka|törölt elemek|çöp|çöp kutusu|silinmiş öğeler|корзина|удаленные|удалённые|кошик|ゴミ箱|ごみ箱|削除済みアイテム|已删除|已删除邮件|垃圾桶|휴지통',
  junk: 'junk|junk e-mail|junk email|junk mail|spam|bulk|bulk mail|spamverdacht|unerwünscht|unerwünschte werbung|indésirables|courrier indésirable|pourriel|correo no deseado|no deseado|posta indesiderata|indesiderata|lixo eletrónico|lixo eletrônico|lixo electrónico|ongewenst|ongewenste e-mail|ongewenste reclame|skräppost|søppelpost|uønsket|uønsket e-mail|uønsket mail|roskaposti|niechciane|wiadomości-śmieci|nevyžádaná pošta|nevyžádané|levélszemét|önemsiz|önemsiz e-posta|gereksiz|спам|нежелательная почта|небажана пошта|迷惑メール|スパム|垃圾邮件|垃圾郵件|스팸|스팸메일|스팸함',
};

const kindOfFolder = new Map<string, keyof typeof folderNames>(
  (Object.keys(folderNames) as (keyof typeof folderNames)[]).flatMap((kind) =>
    folderNames[kind].split('|').map((name) => [folded(name), kind] as const),
  ),
);

/** Labels with which Gmail's export says that a mail was not opened. */
const unreadLabels = new Set(
  'unread|ungelesen|non lus|non lu|messages non lus|no leídos|no leído|sin leer|da leggere|non letti|não lidas|não lidos|ongelezen|olästa|ulæst|ulæste|ulest|uleste|lukemattomat|nieprzeczytane|nepřečtené|olvasatlan|okunmamış|непрочитанные|непрочитані|未読|未读|未讀|읽지않음'
    .split('|')
    .map(folded),
);

/** A file system may store "ü" as two characters, and people do not agree on capitals. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** What a folder is by its name: "[Gmail]/Sent Mail", ".INBOX.Entw&APw-rfe", "Sent.mbox". Null when the name says nothing. */
export function kindOfFolderName(name: string): Exclude<Place, 'filed'> | 'junk' | null {
  const plain = name.replace(/\.(?:mbox|mbx|sbd)$/i, '');
  // Maildir++ and some servers part the levels with dots.
  for (const each of [plain, plain.split(/[./\\]/).at(-1)!]) {
    const kind = kindOfFolder.get(folded(fromModifiedUtf7(each)));
    if (kind) return kind;
  }
  return null;
}

/** Folder names beyond ASCII as IMAP servers store them (RFC 3501 §5.1.3). */
function fromModifiedUtf7(name: string): string {
  return name.replace(/&([A-Za-z0-9+,]*)-/g, (_, code: string) => {
    if (code === '') return '&';
    const bytes = Buffer.from(code.replaceAll(',', '/'), 'base64');
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  });
}

function whereItLay(source: Source, fields: Map<string, string>): { place: Place; junk: boolean; read: boolean } {
  const folder = source.folders.map(kindOfFolderName).findLast((kind) => kind !== null);
  const kinds = new Set<string | null | undefined>();
  let read = true;
  const labels = source.kind === 'mbox' ? labelsOf(fields.get('x-gmail-labels')) : [];
  if (labels.length > 0) {
    // Gmail's export is one file for everything, and its name says nothing.
    for (const label of labels) kinds.add(kindOfFolderName(label));
    read = !labels.some((label) => unreadLabels.has(folded(label)));
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
