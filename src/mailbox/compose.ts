/** Mail of ours, written through nodemailer's composer alone. */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { type Address, noMessageId } from '../domain/mail.ts';
import { BadInput } from '../errors.ts';

export interface NewMail {
  messageId: string;
  from: Address;
  to: Address[];
  cc?: Address[];
  subject: string;
  date: Date;
  inReplyTo?: string | null;
  references?: string[];
  text: string;
  /** Beside the text, for clients that show HTML (multipart/alternative). */
  html?: string;
  /** Further fields; none of those above can be set here. */
  headers?: Record<string, string>;
}

/**
 * One mail of plain text, with HTML beside it where there is some, UTF-8, not flowed and not re-wrapped: reading it again gives the same text. Made-up ids
 * (`noMessageId`) are left out. Throws BadInput when a header value holds a line break or NUL, or an address or id
 * is none (`facts/security.md` §1.7).
 */
export async function composeMessage(mail: NewMail): Promise<Buffer> {
  const ids = (list: string[]) => list.filter((id) => !noMessageId.test(id)).map((id) => headerId(id));
  const extra = Object.entries(mail.headers ?? {}).map(([name, value]) => {
    const known =
      /^(from|to|cc|bcc|sender|reply-to|subject|date|message-id|in-reply-to|references|mime-version|content-.*)$/i;
    if (!/^[A-Za-z][A-Za-z0-9-]{0,70}$/.test(name) || known.test(name)) {
      throw new BadInput(`The header field "${printable(name)}" cannot be set on a mail of ours.`);
    }
    return { key: name, value: headerText(value, name) };
  });
  const composer = new MailComposer({
    messageId: headerId(mail.messageId),
    from: headerAddress(mail.from),
    to: mail.to.map(headerAddress),
    cc: (mail.cc ?? []).map(headerAddress),
    subject: headerText(mail.subject, 'Subject'),
    date: mail.date,
    inReplyTo: mail.inReplyTo ? ids([mail.inReplyTo])[0] : undefined,
    references: ids(mail.references ?? []),
    headers: extra,
    // Quoted-printable always: the composer's other choice for long lines is format=flowed, which re-wraps them.
    text: {
      // As bytes: the composer fails outside of any promise on an empty string.
      content: Buffer.from(wireText(mail.text)),
      contentType: 'text/plain; charset=utf-8',
      contentTransferEncoding: 'quoted-printable',
    },
    ...(mail.html === undefined
      ? {}
      : {
          html: {
            content: Buffer.from(wireText(mail.html)),
            contentType: 'text/html; charset=utf-8',
            contentTransferEncoding: 'quoted-printable',
          },
        }),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/**
 * The Message-ID that follows from a key: the same key gives the same id for ever, so that a draft can be looked for
 * before it is written (`facts/drafts.md` §4.6). In the domain of the owner, as a client's own would be.
 */
export function draftMessageId(key: string, address: string): string {
  const plain = /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/.test(key)
    ? key
    : createHash('sha256').update(key).digest('hex').slice(0, 40);
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return `<${plain}@${/^[A-Za-z0-9.-]{1,250}$/.test(domain) ? domain : 'localhost.invalid'}>`;
}

/** Whether two texts are the same to a reader: line ends, trailing blanks, composed letters and hard spaces aside. */
export function sameText(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

function comparable(text: string): string {
  const lines = text
    .normalize('NFC')
    .replaceAll('\u00a0', ' ')
    .split(/\r\n?|\n/);
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}

/** Text as it can travel: CRLF lines, no lone surrogates, no NUL (RFC 5322 §4, RFC 3629). */
function wireText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(/\r\n?|\n/g, '\r\n')
    .concat('\r\n');
}

function headerText(value: string, name: string): string {
  if (/[\r\n\0\u0085\u2028\u2029]/.test(value)) {
    throw new BadInput(`The header field ${name} may not hold a line break or NUL.`);
  }
  return value.toWellFormed();
}

function headerId(id: string): string {
  if (!/^<[\x21-\x3b\x3d\x3f-\x7e]{1,990}>$/.test(id)) throw new BadInput(`"${printable(id)}" is not a Message-ID.`);
  return id;
}

function headerAddress(address: Address): { name: string; address: string } {
  if (
    !/^[^\s<>@,;:"\\()[\]\x00-\x1f]+@[^\s<>@,;:"\\()\x00-\x1f]+$/.test(address.address) ||
    address.address.length > 320
  ) {
    throw new BadInput(`"${printable(address.address)}" is not a mail address.`);
  }
  return { name: headerText(address.name, 'with a name'), address: address.address };
}

const printable = (value: string) => value.replace(/[\x00-\x1f\u0085\u2028\u2029]/g, ' ').slice(0, 80);
