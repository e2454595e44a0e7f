/**
 * The rep's own Outlook: what the web client and classic Outlook do to the store (`facts/drafts.md` §2.2). Message-ID `keep` is Outlook on the web,
 * `new` is classic Outlook. Nothing is sent anywhere; only the traces are left.
 */
import { randomUUID } from 'node:crypto';
import type { Address } from '../../src/domain/mail.ts';
import type { ClientMail, FolderNames, SendOptions } from '../support/mail-client.ts';
import { htmlOf, line, textOf } from './outlook-body.ts';
import { meetingFields, type Notice, reportClass } from './outlook-meetings.ts';
import { normalId } from './outlook-query.ts';
import { deferredUntil, type Item, inReplyTo, references, type Store } from './outlook-store.ts';

export type OutlookRep = ReturnType<typeof outlookRep>;

/** Named properties of classic Outlook's items may be lost; those of the mail itself are not. */
const isNamed = (id: string) => id.includes('{');

export function outlookRep(store: Store) {
  const { switches, owner, now } = store;
  const names: FolderNames = {
    inbox: 'inbox',
    drafts: 'drafts',
    sent: 'sentitems',
    trash: 'deleteditems',
    archive: 'archive',
  };

  function need(folder: string, messageId: string): Item {
    const item = store.find(folder, messageId);
    if (!item) throw new Error(`There is no ${messageId} in ${folder}.`);
    return item;
  }

  function add(folder: string, mail: ClientMail, fields: Partial<Item>): string {
    const id = mail.messageId === undefined ? `<${randomUUID()}@client.test>` : mail.messageId;
    const named = [...(mail.references ?? []), ...(mail.inReplyTo ? [mail.inReplyTo] : [])];
    const at = mail.date ?? now();
    const item = store.add(folder, {
      internetMessageId: id,
      conversationId: store.conversationOf(named.reverse()),
      subject: mail.subject ?? '',
      ...(mail.from ? { from: person(mail.from) } : {}),
      to: people(mail.to),
      cc: people(mail.cc),
      body:
        mail.html !== undefined
          ? { contentType: 'html', content: mail.html }
          : { contentType: 'text', content: mail.text ?? '' },
      // Seconds are all the service keeps.
      received: at,
      sent: at,
      headers: mail.headers ? Object.entries(mail.headers).map(([name, value]) => ({ name, value })) : null,
      attachments: (mail.attachments ?? []).map(({ filename, content }) => ({
        id: `AAatt${randomUUID()}=`,
        name: filename,
        contentType: 'application/octet-stream',
        size: content.length,
        isInline: false,
      })),
      ...fields,
    });
    if (mail.inReplyTo) item.properties.set(normalId(inReplyTo), mail.inReplyTo);
    if (mail.references?.length) item.properties.set(normalId(references), mail.references.join(' '));
    return id ?? '';
  }

  /** New words above what is quoted below. */
  function rewrite(item: Item, text: string | undefined): void {
    const before = textOf(item.body).replaceAll('\r\n', '\n');
    const quote = before.indexOf(`\n${line}\n`);
    const whole = text === undefined ? before : `${text}${quote < 0 ? '' : before.slice(quote)}`;
    if (text === undefined && !switches.clientsWriteHtml) return;
    item.body = switches.clientsWriteHtml
      ? { contentType: 'html', content: htmlOf(whole) }
      : { contentType: 'text', content: whole };
  }

  function asClassic(item: Item): void {
    if (!switches.tagSurvivesClassic)
      for (const id of [...item.properties.keys()]) if (isNamed(id)) item.properties.delete(id);
  }

  /** A new item in the place of the old one. */
  function copyOf(item: Item, folder: string, change: Partial<Item>): Item {
    const { id: _, plainId: __, folder: ___, properties, ...rest } = item;
    const copy = store.add(folder, { ...rest, properties: new Map(properties), created: now(), ...change });
    return copy;
  }

  const rep = {
    names,
    receive: async (mail: ClientMail, folder = names.inbox) =>
      add(folder, { to: owner.address, ...mail }, { isRead: false }),
    /** A meeting mail comes, or lies in another folder: an invitation of the rep's own in Sent Items. */
    receiveMeeting: async (mail: ClientMail, notice: Notice, folder = names.inbox) =>
      add(
        folder,
        { to: owner.address, ...mail },
        {
          isRead: folder !== names.inbox,
          // Outlook writes the text of meeting mails as HTML.
          body: { contentType: 'html', content: mail.html ?? htmlOf(mail.text ?? '') },
          ...meetingFields(notice),
        },
      ),
    /** A report on a mail of the rep's comes; `about` are those whom it is about. */
    receiveReport: async (what: 'NDR' | 'DR' | 'Delayed', about: string[], mail: ClientMail) =>
      add(
        names.inbox,
        { ...mail, to: what === 'NDR' && switches.reportsToTheFailed ? about : (mail.to ?? owner.address) },
        { isRead: false, properties: new Map([reportClass(what)]) },
      ),
    writeByHand: async (mail: ClientMail) => add(names.sent, mail, {}),
    saveDraft: async (mail: ClientMail) => add(names.drafts, mail, { isDraft: true }),

    async saveEdit(
      messageId: string,
      change: Partial<ClientMail>,
      how: { messageId: 'keep' | 'new' } = { messageId: 'new' },
    ): Promise<string> {
      const old = need(names.drafts, messageId);
      const item =
        how.messageId === 'keep'
          ? old
          : copyOf(old, names.drafts, { internetMessageId: `<${randomUUID()}@client.test>` });
      if (how.messageId === 'new') {
        asClassic(item);
        store.remove(old);
      }
      rewrite(item, change.text);
      if (change.subject !== undefined) item.subject = change.subject;
      if (change.to !== undefined) item.to = people(change.to);
      if ('inReplyTo' in change && change.inReplyTo === undefined) {
        item.properties.delete(normalId(inReplyTo));
        item.properties.delete(normalId(references));
        item.conversationId = store.newConversation();
      }
      store.changed(item);
      return item.internetMessageId ?? '';
    },

    async sendDraft(messageId: string, how: SendOptions): Promise<string> {
      const draft = need(names.drafts, messageId);
      const keep = how.messageId === 'keep';
      const id = keep ? messageId : `<${randomUUID()}@client.test>`;
      const at = how.date ?? now();
      const fate = { isDraft: false, received: at, sent: at, internetMessageId: id };
      const leave = how.deleteDraft ?? 'expunge';
      if (how.sentCopy === false) {
        if (leave === 'expunge') store.remove(draft);
      } else if (keep && switches.immutableIdSurvivesSend && leave === 'expunge') {
        rewrite(draft, how.edit);
        Object.assign(draft, fate);
        store.move(draft, names.sent);
      } else {
        const sent = copyOf(draft, names.sent, fate);
        if (!keep) asClassic(sent);
        rewrite(sent, how.edit);
        if (leave === 'expunge') store.remove(draft);
      }
      if (leave === 'trash') store.move(draft, names.trash);
      return id;
    },

    deleteToTrash: async (messageId: string) => {
      store.move(need(names.drafts, messageId), names.trash);
    },
    restoreFromTrash: async (messageId: string) => {
      store.move(need(names.trash, messageId), names.drafts);
    },
    /** Purged: not even in the recoverable items. */
    expunge: async (messageId: string, folder = names.drafts) => store.remove(need(folder, messageId)),
    move: async (messageId: string, from: string, to: string) => {
      store.move(need(from, messageId), to, switches.classicMoveChangesId);
    },

    /** Only being read is a flag here; there is no mark of deletion. */
    async flag(folder: string, messageId: string, flags: string[]): Promise<void> {
      const item = need(folder, messageId);
      if (flags.includes('\\Seen')) item.isRead = true;
      store.changed(item, 'flag');
    },

    async count(folder: string, messageId: string): Promise<number> {
      const { id } = store.folder(folder)!;
      return [...store.items.values()].filter((item) => item.folder === id && item.internetMessageId === messageId)
        .length;
    },

    /** Shift and Delete: to the recoverable items. */
    deleteForGood: async (messageId: string) => {
      store.move(need(names.drafts, messageId), 'recoverableitemsdeletions');
    },
    /** Send later in Outlook on the web: it waits in Drafts (§2.5). */
    schedule: async (messageId: string, until: Date) => {
      const item = need(names.drafts, messageId);
      item.properties.set(normalId(deferredUntil), until.toISOString());
      item.isDraft = switches.scheduledIsDraft;
      store.changed(item);
    },
    cancelSchedule: async (messageId: string) => {
      const item = need(names.drafts, messageId);
      item.properties.delete(normalId(deferredUntil));
      item.isDraft = true;
      store.changed(item);
    },
    /** Delay delivery in classic Outlook: it waits in the Outbox. */
    delay: async (messageId: string, until: Date) => {
      const item = need(names.drafts, messageId);
      item.properties.set(normalId(deferredUntil), until.toISOString());
      store.move(item, 'outbox');
    },
    /** Undo send: back in Drafts. */
    undoSend: async (messageId: string) => {
      const item = need(names.sent, messageId);
      item.isDraft = true;
      store.move(item, names.drafts);
    },
    /** An edited subject may make another conversation of it (office-js#5566). */
    editSubject: async (messageId: string, subject: string) => {
      const item = need(names.drafts, messageId);
      Object.assign(item, { subject, conversationId: store.newConversation() });
      store.changed(item);
    },
    attach: async (messageId: string, name: string) => {
      const item = need(names.drafts, messageId);
      item.attachments.push({
        id: `AAatt${randomUUID()}=`,
        name,
        contentType: 'application/pdf',
        size: 1,
        isInline: false,
      });
      store.changed(item);
    },
  };
  return rep;
}

function person(text: string): Address {
  const found = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(text);
  return found ? { name: found[1] as string, address: found[2] as string } : { name: '', address: text.trim() };
}

function people(list: string | string[] | undefined): Address[] {
  return [list ?? []].flat().map(person);
}
