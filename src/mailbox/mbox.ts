/** mbox files (Node only): many mails in one file, parted by lines that begin with "From ". */
import { createReadStream } from 'node:fs';

/** The bytes of one mail and when it arrived, or why there are none. */
export type RawMail = { raw: Buffer; arrived: Date | null } | { problem: string };

/** A larger mail is reported, not loaded. */
export const maxMailBytes = 64 * 1024 * 1024;

export const tooLarge = { problem: `It is larger than ${maxMailBytes / 1024 / 1024} MiB and was not read.` };

/** `parseMessage` gives an earlier date to a mail of which nothing says when it was. */
export const firstDate = Date.UTC(1980, 0, 2);

/** "From SENDER Mon Sep  9 17:57:43 2002", with a zone before or behind the year, or none. */
export const fromLine = /^From .*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.*\b\d{1,2}:\d\d.*\b(?:19|20)\d\d\b/;
/** What one needs to see behind a separator's start to know that it is one: its line and the beginning of the next. */
const lookAhead = 2000;

/**
 * The mails of an mbox file (RFC 4155), ">From " turned back (mboxrd), read in pieces of 1 MiB. A separator is a From_ line
 * with a date that has an empty line before it or a header field behind it, because exporters forget either; without a
 * date it needs both.
 */
export async function* mailsOfMbox(path: string): AsyncGenerator<RawMail> {
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
  const finish = (): RawMail => {
    const mail: RawMail = size > maxMailBytes ? tooLarge : { raw: unescaped(Buffer.concat(parts)), arrived };
    parts = [];
    size = 0;
    return mail;
  };
  function* cut(atEnd: boolean): Generator<RawMail> {
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
