/**
 * What the demo needs of a mailbox: an account that exists only on this machine, the client its rep sits in, and how the service is connected to it.
 * "Sent" means that the traces of sending are left in the mailbox; nothing leaves the machine.
 */
import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import type { App } from '../app.ts';
import type { MailboxKind } from '../mailbox/mailbox.ts';
import { type DemoMail, encodedWords, headerDate, mailbox, singleMail } from './inbox-mail.ts';

/** Opens an empty mailbox for one rep. `now` is the demo's clock: it dates what is sent and saved. */
export type OpenDemoMailbox = (options: {
  rep: { name: string; address: string };
  now: () => Date;
}) => Promise<DemoMailbox>;

export interface DemoMailbox {
  /** A mail that lies there already when the demo begins. */
  put(mail: DemoMail): Promise<void> | void;
  mail: MailClient;
  /** Kinds of mailbox that the service is to know, this one among them. */
  kinds: readonly MailboxKind[];
  /** Connects the service to it. Throws when that fails. */
  connect(app: App): Promise<void>;
  /** What a visitor is told beside the address of the page; empty when there is nothing. */
  hints: string[];
  close(): Promise<void>;
}

export type MailFolder = 'drafts' | 'inbox' | 'sent' | 'trash';

/** A mail as the page shows it. */
export interface MailView {
  /** Names this mail until it is edited, moved or deleted. */
  ref: string;
  folder: MailFolder;
  messageId: string;
  references: string[];
  from: { name: string; address: string };
  /** To and Cc. */
  to: { name: string; address: string }[];
  subject: string;
  date: Date;
  /** Plain text, quotes and signature included. */
  text: string;
  attachments: string[];
  read: boolean;
}

/** Newest first. */
export type Folders = Record<MailFolder, MailView[]>;

export interface MailClient {
  list(): Promise<Folders>;
  /** The mail, marked as read. Throws when it is gone. */
  open(ref: string): Promise<MailView>;
  /** Saves a draft's new text as a new message with the same Message-ID, then removes the old one. Returns the new ref. */
  saveEdit(ref: string, text: string): Promise<string>;
  /** "Sends" a draft, with another text if one is given: a copy into Sent, then the draft is removed. Returns the ref in Sent. */
  send(ref: string, text?: string): Promise<string>;
  /** Moves a mail to Trash. */
  remove(ref: string): Promise<void>;
  /** The rep answers a mail without looking at any draft: straight into Sent. Returns the ref there. */
  writeByHand(ref: string, text: string): Promise<string>;
  /** A mail arrives in the inbox, unread. Returns its ref. */
  receive(raw: string): Promise<string>;
}

/** A mail with which a prospect answers, to be given to `receive`. Comes from the first recipient of a mail of the rep's, or from the sender of their own. */
export function prospectAnswer(mail: MailView, rep: { name: string; address: string }, text: string, at: Date): string {
  const from = mail.from.address === rep.address ? mail.to[0]! : mail.from;
  return replyMail(mail, from, [rep], text, at);
}

type Address = { name: string; address: string };

/** An answer as plain text, from anyone. */
export function replyMail(
  answered: Pick<MailView, 'messageId' | 'references' | 'subject'>,
  from: Address,
  to: Address[],
  text: string,
  at: Date,
): string {
  const subject = /^(re|aw):/i.test(answered.subject) ? answered.subject : `Re: ${answered.subject}`;
  return singleMail(
    {
      From: mailbox(from),
      To: to.map(mailbox).join(', '),
      Subject: encodedWords(subject),
      Date: headerDate(at),
      'Message-ID': `<${randomUUID()}@mail.${from.address.split('@')[1]}>`,
      'In-Reply-To': answered.messageId,
      References: [...answered.references, answered.messageId].join('\r\n '),
    },
    text,
  );
}

/** Takes a raw mail apart for the page. `arrived` stands in for a missing date. */
export async function readMail(raw: Buffer, arrived: Date): Promise<Omit<MailView, 'ref' | 'folder' | 'read'>> {
  const mail = await simpleParser(raw, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  });
  const people = [mail.to, mail.cc].flat().flatMap((each) => each?.value ?? []);
  const plain = (each: { name: string; address?: string }) => ({
    name: each.name,
    address: (each.address ?? '').toLowerCase(),
  });
  return {
    messageId: mail.messageId ?? '',
    references: [mail.references ?? []].flat(),
    from: plain(mail.from?.value[0] ?? { name: '', address: '' }),
    to: people.map(plain),
    subject: mail.subject ?? '',
    date: mail.date ?? arrived,
    text: (mail.text ?? '').replace(/\r\n/g, '\n').trimEnd(),
    attachments: mail.attachments.map((each) => each.filename ?? each.contentType),
  };
}
