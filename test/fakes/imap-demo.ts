/**
 * The demo's mailbox over IMAP: a small server in memory, and a rep's client that does with drafts what Roundcube and Thunderbird do
 * (`facts/drafts.md` §3.2).
 */
import { ImapFlow } from 'imapflow';
import type { App } from '../../src/app.ts';
import { runStored } from '../../src/commands/run.ts';
import { headerDate } from '../../src/demo/inbox-mail.ts';
import {
  type MailClient,
  type MailFolder,
  type MailView,
  type OpenDemoMailbox,
  readMail,
  replyMail,
} from '../../src/demo/mailbox.ts';
import { imap } from '../../src/mailbox/imap.ts';
import { parseMail } from './imap-message.ts';
import { startImapServer } from './imap-server.ts';

const password = 'demo';

export const openDemoMailbox: OpenDemoMailbox = async ({ rep, now }) => {
  const server = await startImapServer({ users: [{ address: rep.address, password }] });
  const { port } = server;
  const client = await openImapClient({ port, user: rep.address, password, name: rep.name, now });
  return {
    put({ folder, raw, flags, date }) {
      server.append(folder, raw, flags, date);
    },
    mail: client,
    kinds: [imap],
    connect: (app) => connectImap(app, rep, { host: '127.0.0.1', port, password }),
    hints: [
      `Any mail program works too: IMAP on 127.0.0.1:${port}, no encryption, ${rep.address}, password "${password}".`,
    ],
    async close() {
      await client.close();
      await server.stop();
    },
  };
};

const folders: Record<MailFolder, string> = { drafts: 'Drafts', inbox: 'INBOX', sent: 'Sent', trash: 'Trash' };

/** As an admin connects an IMAP mailbox at the command line. */
export async function connectImap(
  app: App,
  rep: { name: string; address: string },
  at: { host: string; port: number; password: string },
): Promise<void> {
  const reach = ['--host', at.host, '--port', String(at.port), '--secure', 'none', '--user', rep.address];
  let printed = '';
  const argv = ['connect', 'imap', '--rep', rep.address, '--name', rep.name, ...reach, '--password-stdin'];
  const code = await runStored(app, argv, at.password, ({ out, err }) => {
    printed += (out ?? '') + (err ?? '');
  });
  if (code !== 0) throw new Error(`connect failed: ${printed}`);
}

/** Connects as the rep. `now` is the demo's clock: it dates what is sent and saved. */
export async function openImapClient(options: {
  host?: string;
  port: number;
  user: string;
  password: string;
  name: string;
  now: () => Date;
}): Promise<MailClient & { close(): Promise<void> }> {
  const { now } = options;
  const client = new ImapFlow({
    host: options.host ?? '127.0.0.1',
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
