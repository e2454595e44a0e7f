/**
 * The rep's own Gmail: what the web client and the apps do to the store (`facts/drafts.md` §1.2). A save makes another message, with the Message-ID
 * kept or not; nothing is sent anywhere, only the traces are left.
 */
import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { ClientMail, FolderNames, SendOptions } from '../support/mail-client.ts';
import { folderOf, placing, type Store, type Stored } from './gmail-store.ts';

export type GmailRep = ReturnType<typeof gmailRep>;

export function gmailRep(store: Store) {
  const { switches, owner, now } = store;
  const names: FolderNames = { inbox: 'INBOX', drafts: 'DRAFT', sent: 'SENT', trash: 'TRASH', archive: 'ARCHIVE' };
  const newId = () => `<${randomUUID()}@mail.gmail.com>`;
  const hidden = new Map<string, { raw: Buffer; threadId: string }>();

  function need(folder: string, messageId: string): Stored {
    const found = store.find(folder, messageId);
    if (!found) throw new Error(`There is no ${messageId} in ${folder}.`);
    return found;
  }

  async function add(labels: string[], mail: ClientMail): Promise<Stored> {
    const date = mail.date ?? now();
    const messageId = mail.messageId === undefined ? newId() : mail.messageId;
    return store.add(await compose({ from: `${owner.name} <${owner.address}>`, ...mail, date, messageId }), labels, {
      date,
    });
  }

  function newDraft(message: Stored, draftId = store.newDraftId()): Stored {
    store.drafts.set(draftId, message.id);
    return message;
  }

  /** The mail as the composer has it open. */
  async function opened({ raw }: Stored): Promise<ClientMail> {
    const mail = await simpleParser(raw, { skipTextToHtml: true });
    const people = (list: typeof mail.to) =>
      [list ?? []]
        .flat()
        .flatMap((each) => each.value.map(({ name, address }) => `${name ? `"${name}" ` : ''}<${address}>`));
    return {
      from: mail.from?.text ?? owner.address,
      to: people(mail.to),
      cc: people(mail.cc),
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo } : {}),
      references: [mail.references ?? []].flat(),
      attachments: mail.attachments.map(({ filename = 'file', content }) => ({ filename, content })),
    };
  }

  /** As the composer writes it: every line a block, and a plain part wrapped at 78 beside it. */
  function written(mail: ClientMail): ClientMail {
    const text = (mail.text ?? '').replace(/\r\n/g, '\n').replace(/\n$/, '');
    if (switches.clientsWrite === 'plain') return { ...mail, text };
    const { text: _, ...rest } = mail;
    const html = htmlOf(text);
    return switches.clientsWrite === 'html' ? { ...rest, html } : { ...rest, html, text: wrapped(text) };
  }

  /** Another message in the place of the old one; an edited subject, or headers gone, may make another thread of it. */
  async function replace(old: Stored, change: Partial<ClientMail>, labels: string[]): Promise<Stored> {
    const before = await opened(old);
    const raw = await compose({ ...written({ ...before, ...change }), date: change.date ?? now() });
    const stay = !switches.subjectEditRethreads && change.subject !== undefined;
    const next = store.add(raw, labels, { threadId: old.threadId, date: change.date ?? now() });
    if (stay) next.threadId = old.threadId;
    return next;
  }

  async function save(old: Stored, change: Partial<ClientMail>): Promise<Stored> {
    const draftId = store.draftIdOf(old.id);
    const next = await replace(old, change, ['DRAFT']);
    if (draftId !== undefined) store.drafts.delete(draftId);
    newDraft(next, switches.draftIdSurvivesEdit && draftId !== undefined ? draftId : store.newDraftId());
    store.remove(old);
    return next;
  }

  function dropDraft(message: Stored): void {
    const draftId = store.draftIdOf(message.id);
    if (draftId !== undefined) store.drafts.delete(draftId);
  }

  const rep = {
    names,
    async receive(mail: ClientMail, folder = names.inbox): Promise<string> {
      const labels = folder === names.archive ? ['UNREAD'] : [folder, 'UNREAD'];
      return (await add(labels, { to: owner.address, ...mail })).rfcId;
    },
    writeByHand: async (mail: ClientMail) => (await add(['SENT'], mail)).rfcId,
    saveDraft: async (mail: ClientMail) => newDraft(await add(['DRAFT'], mail)).rfcId,

    saveEdit: async (
      messageId: string,
      change: Partial<ClientMail>,
      how: { messageId: 'keep' | 'new' } = { messageId: 'new' },
    ) =>
      (
        await save(need(names.drafts, messageId), {
          ...change,
          messageId: how.messageId === 'keep' ? messageId : newId(),
        })
      ).rfcId,

    async sendDraft(messageId: string, how: SendOptions): Promise<string> {
      const draft = need(names.drafts, messageId);
      const draftId = store.draftIdOf(draft.id);
      const id = how.messageId === 'keep' ? messageId : newId();
      const leave = how.deleteDraft ?? 'expunge';
      const relabelled =
        !switches.sendMakesNewMessage && how.messageId === 'keep' && how.edit === undefined && leave === 'expunge';
      let sent: Stored | null = null;
      if (how.sentCopy !== false && relabelled) {
        sent = draft;
        store.label(draft, ['SENT'], ['DRAFT']);
        if (how.date) draft.internalDate = how.date;
      } else if (how.sentCopy !== false) {
        const edit = how.edit === undefined ? {} : { text: how.edit };
        sent = await replace(draft, { ...edit, messageId: id, date: how.date ?? now() }, ['SENT']);
      }
      if (leave === 'keep') return id;
      dropDraft(draft);
      if (sent && switches.wrapperAfterSend && draftId !== undefined) store.drafts.set(draftId, sent.id);
      if (leave === 'trash') store.label(draft, ['TRASH'], ['DRAFT']);
      else if (sent !== draft) store.remove(draft);
      return id;
    },

    async deleteToTrash(messageId: string): Promise<void> {
      const draft = need(names.drafts, messageId);
      if (switches.trashedDraftStays) return store.label(draft, ['TRASH']);
      dropDraft(draft);
      store.label(draft, ['TRASH'], ['DRAFT']);
    },
    async restoreFromTrash(messageId: string): Promise<void> {
      const draft = need(names.trash, messageId);
      store.label(draft, ['DRAFT'], ['TRASH']);
      // "After being discarded and recreated" it has another id (google_workspace_mcp#1035).
      if (store.draftIdOf(draft.id) === undefined) newDraft(draft);
    },
    async expunge(messageId: string, folder = names.drafts): Promise<void> {
      const message = need(folder, messageId);
      dropDraft(message);
      store.remove(message);
    },
    /** Out of Drafts only in name: Gmail has no other place for a draft (guides/drafts). */
    async move(messageId: string, from: string, to: string): Promise<void> {
      const message = need(from, messageId);
      if (from === names.drafts) dropDraft(message);
      store.label(message, placing.includes(to) ? [to] : [], [from, ...(to === names.trash ? ['INBOX'] : [])]);
    },
    /** Only being read is a label; there is no mark of deletion. */
    async flag(folder: string, messageId: string, flags: string[]): Promise<void> {
      const message = need(folder, messageId);
      if (flags.includes('\\Seen')) store.label(message, [], ['UNREAD']);
    },
    count: async (folder: string, messageId: string) =>
      [...store.messages.values()].filter((each) => each.rfcId === messageId && folderOf(each) === folder).length,

    /** Opens and closes it: the composer saves what it made of it (§1.1). */
    open: async (messageId: string) => (await save(need(names.drafts, messageId), { messageId })).rfcId,
    attach: async (messageId: string, filename: string) =>
      (await save(need(names.drafts, messageId), { messageId, attachments: [{ filename, content: 'x' }] })).rfcId,

    async schedule(messageId: string): Promise<void> {
      const draft = need(names.drafts, messageId);
      if (switches.scheduled === 'draft') return;
      dropDraft(draft);
      if (switches.scheduled === 'label') return store.label(draft, ['SCHEDULED'], ['DRAFT']);
      hidden.set(messageId, draft);
      store.remove(draft);
    },
    async cancelSchedule(messageId: string): Promise<void> {
      if (switches.scheduled === 'draft') return;
      if (switches.scheduled === 'label') {
        const message = need('SCHEDULED', messageId);
        store.label(message, ['DRAFT'], ['SCHEDULED']);
        newDraft(message);
        return;
      }
      const { raw, threadId } = hidden.get(messageId)!;
      newDraft(store.add(raw, ['DRAFT'], { threadId }));
    },
    /** Undo send: back in Drafts, as another draft. */
    async undoSend(messageId: string): Promise<void> {
      const sent = need(names.sent, messageId);
      dropDraft(sent);
      newDraft(store.add(sent.raw, ['DRAFT'], { threadId: sent.threadId }));
      store.remove(sent);
    },
  };
  return rep;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function htmlOf(text: string): string {
  const [first = '', ...rest] = text.split('\n').map((line) => escaped(line).replaceAll('  ', ' &nbsp;') || '<br>');
  return `<div dir="ltr">${first}${rest.map((line) => `<div>${line}</div>`).join('')}</div>`;
}

function wrapped(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => line.match(/.{1,78}(?:\s|$)|\S+\s?/gu)?.map((each) => each.trimEnd()) ?? [''])
    .join('\n');
}

async function compose(mail: ClientMail): Promise<Buffer> {
  const { messageId, headers = {}, ...rest } = mail;
  const composer = new MailComposer({ ...rest, ...(messageId ? { messageId } : {}), headers, newline: 'win' });
  const raw = await composer.compile().build();
  return messageId === null
    ? Buffer.from(raw.toString('latin1').replace(/^Message-ID:.*(?:\r\n[ \t].*)*\r\n/im, ''), 'latin1')
    : raw;
}
