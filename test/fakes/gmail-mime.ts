/** How Gmail shows a mail that is stored as it came: a tree of parts with their content decoded, files left out (REST users.messages, MessagePart). */
import type { Switches } from './gmail-store.ts';

export interface Part {
  partId: string;
  mimeType: string;
  filename: string;
  headers: { name: string; value: string }[];
  body: { size: number; data?: string; attachmentId?: string };
  parts?: Part[];
}

export type View = Pick<Switches, 'headersDecoded' | 'bodiesAreUtf8' | 'longTextIsAttached'>;

/** From where on a text comes as an attachment, where that is so. */
const longText = 10_000;

/** The tree, and what is behind each attachment id. */
export function payloadOf(raw: Buffer, view: View): { payload: Part; attachments: Map<string, Buffer> } {
  const attachments = new Map<string, Buffer>();

  function read(source: Buffer, partId: string): Part {
    const end = source.indexOf('\r\n\r\n');
    const head = (end < 0 ? source : source.subarray(0, end)).toString('utf8');
    const content = end < 0 ? Buffer.alloc(0) : source.subarray(end + 4);
    const headers = fieldsOf(head);
    const typeField = fieldOf(headers, 'content-type') || 'text/plain';
    const mimeType = (/^[^;\s]+/.exec(typeField)?.[0] ?? 'text/plain').toLowerCase();
    const type = parametersOf(typeField);
    const dispositionField = fieldOf(headers, 'content-disposition');
    const filename = parametersOf(dispositionField).get('filename') ?? type.get('name') ?? '';
    const part = { partId, mimeType, filename, headers: shown(headers, view) };
    const boundary = type.get('boundary');
    if (mimeType.startsWith('multipart/') && boundary !== undefined) {
      const parts = split(content, boundary).map((each, n) => read(each, partId === '' ? String(n) : `${partId}.${n}`));
      return { ...part, body: { size: 0 }, parts };
    }
    const bytes = decoded(content, fieldOf(headers, 'content-transfer-encoding'));
    const isText = mimeType.startsWith('text/') && filename === '' && !/^attachment/i.test(dispositionField);
    const data = isText && view.bodiesAreUtf8 ? inUtf8(bytes, type.get('charset')) : bytes;
    if (isText && !(view.longTextIsAttached && data.length > longText))
      return { ...part, body: { size: data.length, data: data.toString('base64url') } };
    const attachmentId = `ANGjdJ${Buffer.from(`part ${partId}`).toString('base64url')}`;
    attachments.set(attachmentId, data);
    return { ...part, body: { size: data.length, attachmentId } };
  }

  return { payload: read(raw, ''), attachments };
}

/** Unfolded, in order. */
export function fieldsOf(head: string): { name: string; value: string }[] {
  return head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0 ? [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }] : [];
    });
}

export const fieldOf = (headers: { name: string; value: string }[], name: string): string =>
  headers.find((each) => each.name.toLowerCase() === name)?.value ?? '';

function shown(headers: { name: string; value: string }[], { headersDecoded }: View) {
  if (!headersDecoded) return headers;
  return headers.map(({ name, value }) => ({
    name,
    value: /^(from|to|cc|bcc|reply-to|sender)$/i.test(name) ? decodedPeople(value) : decodedWords(value),
  }));
}

export function decodedWords(value: string): string {
  return value.replace(/(\?=)\s+(?==\?)/g, '$1').replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (words) => {
    const bytes = [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, kind, text = '']) =>
      kind?.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' ')),
    );
    return Buffer.concat(bytes).toString();
  });
}

/** A decoded name may hold what would end it. */
function decodedPeople(value: string): string {
  return value.replace(/((?:=\?[^?\s]+\?[bq]\?[^?]*\?=\s*)+)</gi, (_, words: string) => {
    const name = decodedWords(words.trim());
    return /[",<>@;:()\\]/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}" <` : `${name} <`;
  });
}

/** RFC 2045 §5.1 with the continuations and character sets of RFC 2231. */
function parametersOf(field: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, rawName = '', quotedValue, plain] of field.matchAll(
    /;\s*([\w*-]+)=(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g,
  )) {
    const [name = ''] = rawName.toLowerCase().split('*');
    const value = (quotedValue ?? plain ?? '').replace(/\\(.)/g, '$1');
    found.set(
      name,
      (found.get(name) ?? '') +
        (rawName.endsWith('*') ? decodeURIComponent(value.replace(/^[\w-]*'[\w-]*'/, '')) : value),
    );
  }
  for (const [name, value] of found) found.set(name, decodedWords(value));
  return found;
}

function split(content: Buffer, boundary: string): Buffer[] {
  const mark = Buffer.from(`--${boundary}`);
  const parts: Buffer[] = [];
  let start = content.indexOf(mark);
  while (start >= 0) {
    const from = content.indexOf('\r\n', start) + 2;
    const next = content.indexOf(mark, from);
    if (next < 0) break;
    parts.push(content.subarray(from, next - 2));
    if (content.subarray(next + mark.length, next + mark.length + 2).toString() === '--') break;
    start = next;
  }
  return parts;
}

function decoded(content: Buffer, encoding: string): Buffer {
  if (/base64/i.test(encoding)) return Buffer.from(content.toString('latin1'), 'base64');
  return /quoted-printable/i.test(encoding) ? quotedPrintable(content.toString('latin1')) : content;
}

function quotedPrintable(text: string): Buffer {
  const bytes = text
    .replace(/[ \t]*=\r\n/g, (soft) => soft.slice(0, soft.indexOf('=')))
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

function inUtf8(bytes: Buffer, charset: string | undefined): Buffer {
  return /^(utf-?8|us-ascii)?$/i.test(charset ?? '') ? bytes : Buffer.from(new TextDecoder(charset).decode(bytes));
}
