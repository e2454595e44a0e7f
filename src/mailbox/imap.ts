/**
 * IMAP thinks in folders. A message is a UID in a folder and never changes; the same mail in two folders is two
 * messages, and moving makes a new one. There are no threads and no drafts as such: a thread is what Message-ID,
 * In-Reply-To and References say, a draft is a message that lies in the folder for drafts. Nothing tells that a draft
 * was sent; a client puts a copy into Sent and removes the draft, under the same Message-ID or another one
 * (`facts/drafts.md` §3.2). So here a cursor is the state of every folder, the name of a thread is its root Message-ID,
 * the name of a state of a draft is folder, UIDVALIDITY and UID, and looking for a draft is a search in all folders.
 */
import { isIP } from 'node:net';
import { z } from 'zod';
import type { Holds } from '../domain/policy.ts';
import { BadInput } from '../errors.ts';
import { changesSince } from './imap-changes.ts';
import { type ImapAccount, ImapConnection } from './imap-connection.ts';
import { deliverToSelf, draftLeft, type Looked, observeDraft, placeDraft, withdrawDraft } from './imap-drafts.ts';
import { readFolders } from './imap-folders.ts';
import { findThreads, type Reach, readThread, sentCopies } from './imap-threads.ts';
import { type FindFolder, watchFolder } from './imap-watch.ts';
import type { Mailbox, MailboxKind } from './mailbox.ts';

const minutes = 60_000;
const hours = 60 * minutes;

/** `facts/drafts.md` §4.2: a sent copy counts at once; a draft that left no trace may sit in the outbox of an offline client. */
const holds: Holds = {
  sentMs: 0,
  recheckMs: minutes,
  supersededMs: 2 * minutes,
  trashProvisionalMs: 30 * minutes,
  trashFinalMs: 2 * hours,
  vanishedProvisionalMs: 2 * hours,
  vanishedFinalMs: 72 * hours,
};

const line = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^[^\r\n\0]*$/, 'may not hold a line break');
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);

const Settings = z.strictObject({
  host: line.regex(/^[^\s/@:]+$|^\[?[0-9a-f:.]+\]?$/i, 'is a host name only, without "imap://" and without a port'),
  port: z.coerce.number().int().min(1).max(65_535).optional(),
  /** `tls`: from the first byte (RFC 8314). `starttls`: upgraded, or no connection. `none`: only on this machine. */
  secure: z.enum(['tls', 'starttls', 'none']).default('tls'),
  user: line,
  /** Names of folders that the server does not mark. */
  folders: z.strictObject({ drafts: line.optional(), sent: line.optional(), trash: line.optional() }).default({}),
  /** Allows `none` on other hosts: the password then crosses the network unprotected. */
  allowPlain: flag.default(false),
});

type ImapSettings = z.infer<typeof Settings>;

function parseSettings(input: Record<string, unknown>): ImapSettings & { port: number } {
  const parsed = Settings.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const name = issue.path.join('.');
    throw new BadInput(
      issue.code === 'unrecognized_keys'
        ? `An IMAP mailbox has no setting "${issue.keys[0]}": it has host, port, secure, user, folders and allowPlain.`
        : `The IMAP setting "${name}" is missing or wrong: ${issue.message}.`,
    );
  }
  const settings = parsed.data;
  if (settings.secure === 'none' && !settings.allowPlain && !isLoopback(settings.host)) {
    throw new BadInput(
      `Without encryption the password for ${settings.user} would cross the network: set secure to "tls" or "starttls".`,
    );
  }
  return { ...settings, port: settings.port ?? (settings.secure === 'tls' ? 993 : 143) };
}

function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

/** `connect imap`: any IMAP4rev1 server, with a password. */
export const imap: MailboxKind = {
  name: 'imap',
  title: 'IMAP',
  usage: `  connect imap --rep ADDRESS --host HOST --user USER --password-stdin
      [--port N] [--secure tls|starttls|none] [--name NAME] [--alias ADDRESS]… [--time-zone ZONE]
      [--folder-drafts NAME] [--folder-sent NAME] [--folder-trash NAME]
      The password is read from standard input. The mailbox is tried before it is stored.
`,
  fields: [
    { name: 'host', label: 'Host', required: true },
    { name: 'port', label: 'Port (993, or 143 for starttls, when empty)' },
    { name: 'secure', label: 'Encryption', choices: ['tls', 'starttls', 'none'] },
    { name: 'user', label: 'User', required: true },
    { name: 'folders.drafts', label: 'Folder of drafts, where the server does not mark it' },
    { name: 'folders.sent', label: 'Folder of sent mail, likewise' },
    { name: 'folders.trash', label: 'Folder of deleted mail, likewise' },
  ],
  parseSettings,
  open({ owner, settings, secret, tuning, now = () => new Date() }): Mailbox {
    const { host, port, secure, user, folders: names } = parseSettings(settings);
    const account: ImapAccount = { host: host.replace(/^\[|\]$/g, ''), port, secure, user, password: secret };
    const connection = new ImapConnection(account, tuning);
    const reach: Reach = { connection, owner, folders: (session) => readFolders(session, names, account) };
    const looked: Looked = { validities: new Map(), looks: new Map() };
    return {
      holds,
      changes: (cursor) =>
        connection.use(async (session) => changesSince(session, await reach.folders(session), cursor)),
      findThreads: (addresses, since) => findThreads(reach, addresses, since),
      readThread: (ref) => readThread(reach, ref),
      placeDraft: (reply, key) => placeDraft(reach, reply, key, now()),
      draftLeft: (_, key, attempt) => draftLeft(reach, key, attempt),
      observeDraft: (query) => observeDraft(reach, query, looked),
      withdrawDraft: (query, expectedText) => withdrawDraft(reach, query, expectedText),
      deliverToSelf: ({ answers, ...mail }, key) => deliverToSelf(reach, { ...mail, ...answers, date: now() }, key),
      sentCopies: (messageId) => sentCopies(reach, messageId),
      async watch(signal, wake) {
        // A sent copy decides most drafts, and an answer makes one wrong: neither should wait for the next poll.
        const inbox: FindFolder = async () => 'INBOX';
        const sent: FindFolder = () =>
          connection.use(async (session) => (await reach.folders(session)).sent?.path ?? null);
        const failed = new AbortController();
        const either = AbortSignal.any([signal, failed.signal]);
        const watches = [inbox, sent].map((find) => watchFolder(find, account, tuning, either, wake));
        await Promise.all(watches).finally(() => failed.abort());
      },
      close: () => connection.close(),
    };
  },
};
