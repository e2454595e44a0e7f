/** The demo's mail client over any fake whose rep acts in the same process, and how the service is connected to such an account. */
import { simpleParser } from 'mailparser';
import type { App } from '../../src/app.ts';
import { saveMailbox } from '../../src/connect/save.ts';
import type { DemoMail } from '../../src/demo/inbox-mail.ts';
import {
  type Folders,
  type MailClient,
  type MailFolder,
  type MailView,
  readMail,
  replyMail,
} from '../../src/demo/mailbox.ts';
import type { Address } from '../../src/domain/mail.ts';
import type { Tokens } from '../../src/lib/oauth.ts';
import type { MailboxKind } from '../../src/mailbox/mailbox.ts';
import type { Rep } from '../contract/mailbox.ts';
import type { ClientMail } from '../support/mail-client.ts';

/** A mail as the fake's store holds it. */
export type Stored = Omit<MailView, 'ref'>;

/** `stored` lists what lies in the four folders that the demo shows; a draft's text is what stands above its quote. */
export function demoClient(options: {
  rep: Rep;
  owner: Address;
  stored: () => Stored[] | Promise<Stored[]>;
  now: () => Date;
}): MailClient {
  const { rep, owner, stored, now } = options;
  const refOf = ({ folder, messageId }: Stored): string => `${folder}-${Buffer.from(messageId).toString('base64url')}`;

  async function all(): Promise<MailView[]> {
    const mails = (await stored()).map((each) => ({ ...each, ref: refOf(each) }));
    return mails.sort((a, b) => b.date.getTime() - a.date.getTime());
  }
  async function need(ref: string, only?: MailFolder): Promise<MailView> {
    const mail = (await all()).find((each) => each.ref === ref);
    if (!mail || (only && mail.folder !== only))
      throw new Error('This mail is not there any more: it was sent, edited or deleted meanwhile.');
    return mail;
  }
  const after = (folder: MailFolder, messageId: string) => refOf({ folder, messageId } as Stored);

  return {
    async list() {
      const mails = await all();
      const folders: Folders = { drafts: [], inbox: [], sent: [], trash: [] };
      for (const mail of mails) folders[mail.folder].push(mail);
      return folders;
    },
    async open(ref) {
      const mail = await need(ref);
      await rep.flag(rep.names[mail.folder], mail.messageId, ['\\Seen']);
      return { ...mail, read: true };
    },
    async saveEdit(ref, text) {
      const { messageId } = await need(ref, 'drafts');
      return after('drafts', await rep.saveEdit(messageId, { text }, { messageId: 'keep' }));
    },
    async send(ref, text) {
      const { messageId } = await need(ref, 'drafts');
      const edit = text === undefined ? {} : { edit: text };
      return after('sent', await rep.sendDraft(messageId, { messageId: 'keep', date: now(), ...edit }));
    },
    async remove(ref) {
      const { folder, messageId } = await need(ref);
      if (folder === 'drafts') await rep.deleteToTrash(messageId);
      else await rep.move(messageId, rep.names[folder], rep.names.trash);
    },
    async writeByHand(ref, text) {
      const answered = await need(ref);
      const to = answered.from.address === owner.address ? answered.to : [answered.from];
      return after('sent', await rep.writeByHand(await clientMail(replyMail(answered, owner, to, text, now()))));
    },
    async receive(raw) {
      return after('inbox', await rep.receive(await clientMail(raw)));
    },
  };
}

/** Puts a mail of the demo's inbox where it lies when the demo begins. */
export async function putMail(rep: Rep, { folder, raw, flags, date }: DemoMail): Promise<void> {
  const mail = { ...(await clientMail(raw)), date };
  if (folder === 'Sent') {
    await rep.writeByHand(mail);
    return;
  }
  const id = await rep.receive(mail);
  if (flags.includes('\\Seen')) await rep.flag(rep.names.inbox, id, ['\\Seen']);
  if (folder === 'Trash') await rep.move(id, rep.names.inbox, rep.names.trash);
  if (folder === 'Archive') await rep.move(id, rep.names.inbox, rep.names.archive);
}

/** Fields that `ClientMail` names itself. */
const named = ['from', 'to', 'cc', 'subject', 'date', 'message-id', 'in-reply-to', 'references', 'mime-version'];

/** A raw mail as the rep's clients take it. */
async function clientMail(raw: string): Promise<ClientMail> {
  const parsed = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
  const seen = await readMail(Buffer.from(raw), new Date());
  const written = ({ name, address }: { name: string; address?: string }) => `"${name}" <${address}>`;
  const list = (field: typeof parsed.to) => [field ?? []].flat().flatMap(({ value }) => value.map(written));
  const headers = parsed.headerLines
    .filter(({ key }) => !named.includes(key) && !key.startsWith('content-'))
    .map(({ key, line }): [string, string] => [key, line.slice(key.length + 1).trim()]);
  return {
    from: written(seen.from),
    to: list(parsed.to),
    cc: list(parsed.cc),
    subject: seen.subject,
    messageId: seen.messageId,
    ...(parsed.inReplyTo ? { inReplyTo: parsed.inReplyTo } : {}),
    references: seen.references,
    date: seen.date,
    text: seen.text,
    ...(typeof parsed.html === 'string' ? { html: parsed.html } : {}),
    headers: Object.fromEntries(headers),
    attachments: parsed.attachments.map(({ filename, content }, n) => ({
      filename: filename ?? `part-${n + 1}.ics`,
      content,
    })),
  };
}

/** Connects the service to an account of a kind that is connected in a browser, as if an admin had gone through its pages. */
export async function connectTokens(app: App, kind: MailboxKind, rep: Address, accessToken: string): Promise<void> {
  const tokens: Tokens = { refreshToken: 'demo', accessToken, expiresAt: '2999-01-01T00:00:00Z', scopes: [] };
  const { timeZone } = app.config.policy;
  const wanted = { rep: rep.address, name: rep.name, aliases: [], timeZone };
  const secret = JSON.stringify(tokens);
  await saveMailbox(app.desk, wanted, { kind, settings: {}, secret, account: rep.address });
}
