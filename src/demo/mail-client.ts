/**
 * The rep's mail client in the demo: what a person does with a draft, done over IMAP the way Roundcube and Thunderbird do it
 * (`facts/drafts.md` §3.2). Nothing leaves the machine: "sent" means a copy in Sent and the draft gone.
 */
import { randomUUID } from 'node:crypto';
import { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';
import { parseMail } from './imap-message.ts';
import { encodedWords, headerDate, mailbox, singleMail } from './inbox-mail.ts';

export type MailFolder = 'drafts' | 'inbox' | 'sent' | 'trash';

const folders: Record<MailFolder, string> = { drafts: 'Drafts', inbox: 'INBOX', sent: 'Sent', trash: 'Trash' };

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
  close(): Promise<void>;
}

/** Connects as the rep. `now` is the demo's clock: it dates what is sent and saved. */
export async function openMailClient(options: {
  port: number;
  user: string;
  password: string;
  name: string;
  now: () => Date;
}): Promise<MailClient> {
  const { now } = options;
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: options.port,
    secure: false,
    auth: { user: options.user, pass: options.password },
    logger: false,
    disableAutoIdle: true,
  });
  // The error also rejects the command under way; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  /** A mail never changes under its UID, so it is taken apart once. */
  const known = new Map<string, Omit<MailView, 'read'>>();

  async function inFolder<T>(folder: MailFolder, work: () => Promise<T>): Promise<T> {
    const lock = await client.getMailboxLock(folders[folder]);
    try {
      return await work();
    } finally {
      lock.release();
    }
  }

  async function rawOf(uid: number): Promise<{ raw: Buffer; flags: Set<string>; date: Date }> {
    const found = await client.fetchOne(String(uid), { source: true, flags: true, internalDate: true }, { uid: true });
    if (!found || found.source === undefined)
      throw new Error('This mail is not there any more: it was sent, edited or deleted meanwhile.');
    return { raw: found.source, flags: found.flags ?? new Set(), date: new Date(found.internalDate ?? now()) };
  }

  async function view(
    folder: MailFolder,
    uid: number,
    raw: Buffer,
    flags: Set<string>,
    arrived: Date,
  ): Promise<MailView> {
    const ref = refOf(folder, uid);
    let mail = known.get(ref);
    if (!mail) {
      mail = { ref, folder, ...(await readMail(raw, arrived)) };
      known.set(ref, mail);
    }
    return { ...mail, read: flags.has('\\Seen') };
  }

  async function listFolder(folder: MailFolder): Promise<MailView[]> {
    return inFolder(folder, async () => {
      // A folder that was open already is as old as the last command; the server tells its news with the next one.
      await client.noop();
      if (!client.mailbox || client.mailbox.exists === 0) return [];
      const present = await client.fetchAll('1:*', { flags: true, internalDate: true }, { uid: true });
      const unknown = present.filter((each) => !known.has(refOf(folder, each.uid))).map((each) => each.uid);
      const sources = new Map<number, Buffer>();
      if (unknown.length > 0) {
        for (const each of await client.fetchAll(unknown.join(','), { source: true }, { uid: true }))
          sources.set(each.uid, each.source!);
      }
      const views: MailView[] = [];
      for (const each of present) {
        const raw = sources.get(each.uid) ?? Buffer.alloc(0);
        views.push(await view(folder, each.uid, raw, each.flags ?? new Set(), new Date(each.internalDate ?? now())));
      }
      return views.sort((a, b) => b.date.getTime() - a.date.getTime());
    });
  }

  async function append(folder: MailFolder, raw: string | Buffer, flags: string[]): Promise<string> {
    // With its own folder selected the server's permanent flags are the right ones: imapflow drops flags by the selected folder's.
    return inFolder(folder, async () => {
      const stored = await client.append(folders[folder], raw, flags, now());
      if (!stored || stored.uid === undefined)
        throw new Error(`The mail server did not take the mail into ${folders[folder]}.`);
      return refOf(folder, stored.uid);
    });
  }

  async function deleteDraft(uid: number): Promise<void> {
    await inFolder('drafts', () => client.messageDelete(String(uid), { uid: true }));
  }

  return {
    async list() {
      return {
        drafts: await listFolder('drafts'),
        inbox: await listFolder('inbox'),
        sent: await listFolder('sent'),
        trash: await listFolder('trash'),
      };
    },

    async open(ref) {
      const { folder, uid } = parseRef(ref);
      return inFolder(folder, async () => {
        const { raw, flags, date } = await rawOf(uid);
        await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
        return view(folder, uid, raw, new Set([...flags, '\\Seen']), date);
      });
    },

    async saveEdit(ref, text) {
      const { uid } = parseRef(ref, 'drafts');
      const { raw } = await inFolder('drafts', () => rawOf(uid));
      const saved = await append('drafts', rewritten(raw, text, now()), ['\\Draft', '\\Seen']);
      await deleteDraft(uid);
      return saved;
    },

    async send(ref, text) {
      const { uid } = parseRef(ref, 'drafts');
      const { raw } = await inFolder('drafts', () => rawOf(uid));
      const sent = await append('sent', rewritten(raw, text ?? null, now()), ['\\Seen']);
      await deleteDraft(uid);
      return sent;
    },

    async remove(ref) {
      const { folder, uid } = parseRef(ref);
      await inFolder(folder, async () => {
        await rawOf(uid);
        await client.messageMove(String(uid), folders.trash, { uid: true });
      });
    },

    async writeByHand(ref, text) {
      const { folder, uid } = parseRef(ref);
      const { raw } = await inFolder(folder, () => rawOf(uid));
      const answered = await readMail(raw, now());
      const me = { name: options.name, address: options.user };
      const to = answered.from.address === me.address ? answered.to : [answered.from];
      return append('sent', replyMail(answered, me, to, text, now()), ['\\Seen']);
    },

    async receive(raw) {
      return append('inbox', raw, []);
    },

    async close() {
      await client.logout();
    },
  };
}

/** A mail with which a prospect answers, to be given to `receive`. Comes from the first recipient of a mail of the rep's, or from the sender of their own. */
export function prospectAnswer(mail: MailView, rep: { name: string; address: string }, text: string, at: Date): string {
  const from = mail.from.address === rep.address ? mail.to[0]! : mail.from;
  return replyMail(mail, from, [rep], text, at);
}

type Address = { name: string; address: string };

function replyMail(
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

async function readMail(raw: Buffer, arrived: Date): Promise<Omit<MailView, 'ref' | 'folder' | 'read'>> {
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

/** What clients read back from a draft. Anything else, such as our own X- fields, they drop. */
const keptFields = ['from', 'reply-to', 'to', 'cc', 'bcc', 'subject', 'message-id', 'in-reply-to', 'references'];

/** The draft again with a new date and, unless null, a new text. Keeps its Message-ID, as Roundcube and an unedited Thunderbird draft do. */
function rewritten(raw: Buffer, text: string | null, at: Date): Buffer {
  const draft = parseMail(raw.toString('latin1'));
  const keep = (wanted: (name: string) => boolean) =>
    draft.fields
      .filter((field) => wanted(field.name))
      .map((field) => field.raw.replace(/\r?\n?$/, '\r\n'))
      .join('');
  const head = `${keep((name) => keptFields.includes(name))}Date: ${headerDate(at)}\r\n`;
  if (text === null) {
    const mime = keep((name) => name === 'mime-version' || name.startsWith('content-'));
    return Buffer.from(`${head}${mime}\r\n${draft.body}`, 'latin1');
  }
  const body = `${text.replace(/\r\n?/g, '\n').trimEnd()}\n`.replace(/\n/g, '\r\n');
  const mime = 'MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n';
  return Buffer.concat([Buffer.from(`${head}${mime}\r\n`, 'latin1'), Buffer.from(body)]);
}

function refOf(folder: MailFolder, uid: number): string {
  return `${folder}-${uid}`;
}

function parseRef(ref: string, only?: MailFolder): { folder: MailFolder; uid: number } {
  const match = /^(drafts|inbox|sent|trash)-([1-9]\d{0,9})$/.exec(ref);
  if (!match || (only && match[1] !== only))
    throw new Error(`No ${only ? 'draft' : 'mail'} is called "${ref.slice(0, 40)}".`);
  return { folder: match[1] as MailFolder, uid: Number(match[2]) };
}
