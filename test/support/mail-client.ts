/**
 * The rep's own mail client, as far as a server can tell: it stores, edits, moves and removes messages over IMAP on a
 * connection of its own. What is "sent" goes nowhere; only the traces a client leaves are made (`facts/drafts.md` §3.2).
 */
import { randomUUID } from 'node:crypto';
import { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';

export interface ClientMail {
  from?: string;
  to?: string | string[];
  cc?: string | string[];
  subject?: string;
  text?: string;
  html?: string;
  /** With angle brackets; absent: a new one. Null: none at all. */
  messageId?: string | null;
  inReplyTo?: string;
  references?: string[];
  /** Of the Date header, and of arrival. */
  date?: Date;
  headers?: Record<string, string>;
  attachments?: { filename: string; content: string | Buffer }[];
}

export interface FolderNames {
  inbox: string;
  drafts: string;
  sent: string;
  trash: string;
  archive: string;
}

export interface ClientOptions {
  host: string;
  port: number;
  user: string;
  password: string;
  folders?: Partial<FolderNames>;
  /** Dates mails that are given no date of their own; absent: the system's clock. */
  now?: () => Date;
}

export interface SendOptions {
  /** What the client does with the Message-ID of the draft. */
  messageId: 'keep' | 'new';
  /** The rep changes the text in the compose window before sending, without saving. */
  edit?: string;
  /** Where the draft goes. Thunderbird, K-9 and Roundcube expunge. */
  deleteDraft?: 'expunge' | 'trash' | 'keep';
  /** Some clients keep no copy of what they send. */
  sentCopy?: boolean;
  date?: Date;
}

export type MailClient = Awaited<ReturnType<typeof mailClient>>;

/** Connects; the caller closes it. Every function that stores a mail answers its Message-ID. */
export async function mailClient({ host, port, user, password, folders = {}, now = () => new Date() }: ClientOptions) {
  const names: FolderNames = {
    inbox: 'INBOX',
    drafts: 'Drafts',
    sent: 'Sent',
    trash: 'Trash',
    archive: 'Archive',
    ...folders,
  };
  const client = new ImapFlow({
    host,
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    // A story may leave it alone for long.
    socketTimeout: 7_200_000,
  });
  client.on('error', () => {});
  await client.connect();

  const newId = () => `<${randomUUID()}@client.test>`;

  async function select(folder: string) {
    await client.mailboxOpen(folder);
  }

  /** Stores bytes as they are. */
  async function append(folder: string, raw: string | Buffer, flags: string[] = [], arrived?: Date): Promise<void> {
    // Flags are filtered by the folder that is selected.
    await select(folder);
    await client.append(folder, typeof raw === 'string' ? raw.replace(/\r?\n/g, '\r\n') : raw, flags, arrived);
  }

  async function store(folder: string, mail: ClientMail, flags: string[], arrived?: Date): Promise<string> {
    const id = mail.messageId === undefined ? newId() : mail.messageId;
    const date = mail.date ?? now();
    await append(folder, await compose({ ...mail, date, messageId: id }), flags, arrived ?? date);
    return id ?? '';
  }

  async function uidsOf(folder: string, messageId: string): Promise<number[]> {
    await select(folder);
    const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
    return Array.isArray(found) ? found : [];
  }

  async function uidOf(folder: string, messageId: string): Promise<number> {
    const [uid] = await uidsOf(folder, messageId);
    if (uid === undefined) throw new Error(`There is no ${messageId} in ${folder}.`);
    return uid;
  }

  async function readDraft(messageId: string): Promise<ClientMail> {
    const uid = await uidOf(names.drafts, messageId);
    const found = await client.fetchOne(String(uid), { uid: true, source: true }, { uid: true });
    const source = found ? found.source : undefined;
    if (!source) throw new Error(`The draft ${messageId} cannot be read.`);
    const mail = await simpleParser(source);
    const people = (list: typeof mail.to) =>
      [list ?? []].flat().flatMap((each) => each.value.map((one) => one.address ?? ''));
    return {
      from: mail.from?.text ?? user,
      to: people(mail.to),
      cc: people(mail.cc),
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo } : {}),
      references: [mail.references ?? []].flat(),
    };
  }

  async function remove(folder: string, messageId: string): Promise<void> {
    const uid = await uidOf(folder, messageId);
    await client.messageDelete(String(uid), { uid: true });
  }

  async function move(messageId: string, from: string, to: string): Promise<void> {
    const uid = await uidOf(from, messageId);
    await client.messageMove(String(uid), to, { uid: true });
  }

  return {
    names,
    append,
    move,

    /** A mail from outside reaches the inbox, unread. */
    receive: (mail: ClientMail, folder = names.inbox) => store(folder, { to: user, ...mail }, []),

    /** The rep writes and sends a mail of their own. */
    writeByHand: (mail: ClientMail) => store(names.sent, { from: user, ...mail }, ['\\Seen']),

    /** The rep starts a mail of their own and saves it as a draft. */
    saveDraft: (mail: ClientMail) => store(names.drafts, { from: user, ...mail }, ['\\Draft', '\\Seen']),

    /** The rep edits a draft and saves it: a new message, then the old one is removed. */
    async saveEdit(
      messageId: string,
      change: Partial<ClientMail>,
      how: { messageId: 'keep' | 'new' } = { messageId: 'new' },
    ): Promise<string> {
      const old = await uidOf(names.drafts, messageId);
      const id = how.messageId === 'keep' ? messageId : newId();
      await store(names.drafts, { ...(await readDraft(messageId)), date: now(), ...change, messageId: id }, [
        '\\Draft',
        '\\Seen',
      ]);
      await select(names.drafts);
      await client.messageDelete(String(old), { uid: true });
      return id;
    },

    /** The rep opens a draft and sends it. Answers the Message-ID of what went out. */
    async sendDraft(messageId: string, how: SendOptions): Promise<string> {
      const draft = await readDraft(messageId);
      const id = how.messageId === 'keep' ? messageId : newId();
      const mail = {
        ...draft,
        messageId: id,
        date: how.date ?? now(),
        ...(how.edit === undefined ? {} : { text: how.edit }),
      };
      if (how.sentCopy !== false) await store(names.sent, mail, ['\\Seen']);
      if (how.deleteDraft === 'trash') await move(messageId, names.drafts, names.trash);
      else if (how.deleteDraft !== 'keep') await remove(names.drafts, messageId);
      return id;
    },

    deleteToTrash: (messageId: string) => move(messageId, names.drafts, names.trash),
    restoreFromTrash: (messageId: string) => move(messageId, names.trash, names.drafts),
    /** Removed for good, without a trace. */
    expunge: (messageId: string, folder = names.drafts) => remove(folder, messageId),

    async flag(folder: string, messageId: string, flags: string[]): Promise<void> {
      await client.messageFlagsAdd(String(await uidOf(folder, messageId)), flags, { uid: true });
    },

    createFolder: (path: string) => client.mailboxCreate(path),
    deleteFolder: (path: string) => client.mailboxDelete(path),
    renameFolder: (path: string, to: string) => client.mailboxRename(path, to),

    /** How many copies of a message lie in a folder. */
    count: async (folder: string, messageId: string) => (await uidsOf(folder, messageId)).length,

    /** Sources and flags of everything in a folder, oldest first. */
    async list(folder: string): Promise<{ raw: string; flags: Set<string> }[]> {
      await select(folder);
      if (!client.mailbox || client.mailbox.exists === 0) return [];
      const found = await client.fetchAll('1:*', { uid: true, flags: true, source: true });
      return found.map((each) => ({ raw: each.source?.toString() ?? '', flags: each.flags ?? new Set() }));
    },

    /** The connection itself, for a test that needs an odd command. */
    client,
    close: () => client.logout().catch(() => {}),
  };
}

/** All text of the mail with this Message-ID, HTML included, decoded. */
export async function bodyOf({ list }: MailClient, folder: string, messageId: string): Promise<string> {
  const found = (await list(folder)).find(({ raw }) => raw.includes(messageId));
  if (!found) throw new Error(`There is no ${messageId} in ${folder}.`);
  const { text, html } = await simpleParser(found.raw, { skipHtmlToText: true, skipTextToHtml: true });
  return `${text ?? ''}\n${html || ''}`;
}

/** As a desktop client writes it: other encodings and line breaks than our own composer. */
async function compose(mail: ClientMail): Promise<Buffer> {
  const { messageId, headers = {}, ...rest } = mail;
  const composer = new MailComposer({
    ...rest,
    ...(messageId ? { messageId } : {}),
    headers: { 'User-Agent': 'Rep Mail 1.0', ...headers },
    encoding: 'base64',
    newline: 'win',
  });
  const raw = await composer.compile().build();
  return messageId === null
    ? Buffer.from(raw.toString('latin1').replace(/^Message-ID:.*(?:\r\n[ \t].*)*\r\n/im, ''), 'latin1')
    : raw;
}
