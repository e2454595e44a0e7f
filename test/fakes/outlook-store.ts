/**
 * The mailbox behind the fake of Microsoft Graph: items that live in folders, and a log of changes for each folder. An item keeps its immutable
 * id while it moves; what really happens to it when a client moves or sends it depends on the client (`facts/drafts.md` §2.2).
 */
import { randomUUID } from 'node:crypto';
import type { Address } from '../../src/domain/mail.ts';

/** What nobody outside Microsoft knows for sure, or what differs from client to client. The suites run in both positions of each. */
export interface Switches {
  /** Outlook on the web keeps the immutable id of a draft that it sends (drafts.md §2.2: unknown, believed kept). */
  immutableIdSurvivesSend: boolean;
  /** Classic Outlook keeps a named property set before the draft was opened (§2.2: unknown, likely kept). */
  tagSurvivesClassic: boolean;
  /** A drag in classic Outlook gives the item a new immutable id (§2.2, graph-docs-contrib#1208). */
  classicMoveChangesId: boolean;
  /** A changed flag comes through delta as id, isRead and parentFolderId alone (graph-docs#7776: for some mails). */
  partialUpdates: boolean;
  /** createReply marks the original as read (§2.1, seen by inbox-zero, undocumented). */
  createReplyMarksRead: boolean;
  /** createReply sets In-Reply-To and References (§2.1: reports conflict). */
  createReplySetsHeaders: boolean;
  /** What createReply makes of an id and properties in its `message` parameter (§2.1: not documented for it). */
  createReplyMessage: 'taken' | 'ignored' | 'refused';
  /** createReply minds the wish for a plain text body in its answer. */
  createReplyMindsPrefer: boolean;
  /** A deferred draft is still `isDraft` (§2.5: unknown). */
  scheduledIsDraft: boolean;
  /** Mail of the last two days is not in the search index yet. */
  searchLags: boolean;
  /** DELETE minds If-Match (documented for PATCH of other resources only). */
  deleteMindsIfMatch: boolean;
  /** Sent mail shows its internetMessageHeaders (graph-docs#18761: it once did). */
  sentHeaders: boolean;
  /** A client that saves or sends a plain text draft turns it into HTML (§2.1: bodies are rewritten on open). */
  clientsWriteHtml: boolean;
  /** A property of a derived type may not be selected of messages, not even with the type before it (a client says that some mailboxes do so). */
  castsRefused: boolean;
  /** A non-delivery report is shown as a mail to those whom the mail did not reach, and not to the owner (msgraph-sdk-java#807). */
  reportsToTheFailed: boolean;
}

export const likely: Switches = {
  immutableIdSurvivesSend: true,
  tagSurvivesClassic: true,
  classicMoveChangesId: false,
  partialUpdates: true,
  createReplyMarksRead: false,
  createReplySetsHeaders: true,
  createReplyMessage: 'taken',
  createReplyMindsPrefer: true,
  scheduledIsDraft: true,
  searchLags: false,
  deleteMindsIfMatch: true,
  sentHeaders: true,
  clientsWriteHtml: false,
  castsRefused: false,
  reportsToTheFailed: true,
};

export interface Attachment {
  id: string;
  name: string;
  contentType: string;
  size: number;
  isInline: boolean;
}

export interface Item {
  id: string;
  /** The id that is shown without `Prefer: IdType="ImmutableId"`; a move changes it (outlook-immutable-id.md). */
  plainId: string;
  folder: string;
  conversationId: string;
  internetMessageId: string | null;
  subject: string;
  from: Address | null;
  to: Address[];
  cc: Address[];
  bcc: Address[];
  body: { contentType: 'text' | 'html'; content: string };
  created: Date;
  received: Date;
  sent: Date;
  modified: Date;
  version: number;
  isDraft: boolean;
  isRead: boolean;
  headers: { name: string; value: string }[] | null;
  /** Extended properties by their id, as written. */
  properties: Map<string, string>;
  attachments: Attachment[];
  /** What an eventMessage has beyond a message, its type included. */
  meeting: ({ '@odata.type': string } & Record<string, unknown>) | null;
}

export interface Folder {
  id: string;
  name: string;
  displayName: string;
  /** Latest change of each item that is or was here, in order of `seq`. */
  log: Map<string, Change>;
}

export interface Change {
  seq: number;
  /** The latest change that was more than a read flag. */
  wholeSeq: number;
  removed: boolean;
}

export const inReplyTo = 'String 0x1042';
export const references = 'String 0x1039';
export const deferredUntil = 'SystemTime 0x3FEF';

const folderNames: [string, string][] = [
  ['inbox', 'Posteingang'],
  ['drafts', 'Entwürfe'],
  ['sentitems', 'Gesendete Elemente'],
  ['deleteditems', 'Gelöschte Elemente'],
  ['outbox', 'Postausgang'],
  ['junkemail', 'Junk-E-Mail'],
  ['archive', 'Archiv'],
  ['recoverableitemsdeletions', 'Deletions'],
];

export type Store = ReturnType<typeof openStore>;

export function openStore(owner: Address, now: () => Date, switches: Switches) {
  const folders = new Map<string, Folder>();
  for (const [name, displayName] of folderNames) {
    const id = `AQMk${Buffer.from(`${name} of ${owner.address}`).toString('base64url')}`;
    folders.set(id, { id, name, displayName, log: new Map() });
  }
  const items = new Map<string, Item>();
  let seq = 0;

  const newId = () => `AAkALg${randomUUID().replaceAll('-', '')}-_A=`;

  /** By well-known name or id (mail folder resource: either may stand in a path). */
  function folder(nameOrId: string): Folder | undefined {
    return folders.get(nameOrId) ?? [...folders.values()].find(({ name }) => name === nameOrId.toLowerCase());
  }

  const nameOf = (item: Item) => folders.get(item.folder)?.name ?? '';

  function log(folderId: string, id: string, what: 'whole' | 'flag' | 'removed'): void {
    seq += 1;
    const log = folders.get(folderId)!.log;
    const before = log.get(id);
    log.delete(id);
    log.set(id, { seq, wholeSeq: what === 'flag' && before ? before.wholeSeq : seq, removed: what === 'removed' });
  }

  function changed(item: Item, what: 'whole' | 'flag' = 'whole'): Item {
    item.version += 1;
    item.modified = now();
    log(item.folder, item.id, what);
    return item;
  }

  /** A new conversation, or that of a message it names which is still here. */
  function conversationOf(ids: string[]): string {
    for (const item of items.values())
      if (item.internetMessageId !== null && ids.includes(item.internetMessageId)) return item.conversationId;
    return `AAQk${randomUUID().replaceAll('-', '')}=`;
  }

  return {
    owner,
    now,
    switches,
    folders,
    items,
    folder,
    nameOf,
    newId,
    changed,
    conversationOf,
    seq: () => seq,
    newConversation: () => conversationOf([]),

    add(folderName: string, fields: Partial<Item> & Pick<Item, 'internetMessageId' | 'conversationId'>): Item {
      const at = now();
      const item: Item = {
        id: newId(),
        plainId: newId(),
        folder: folder(folderName)!.id,
        subject: '',
        from: owner,
        to: [],
        cc: [],
        bcc: [],
        body: { contentType: 'text', content: '' },
        created: at,
        received: at,
        sent: at,
        modified: at,
        version: 1,
        isDraft: false,
        isRead: true,
        headers: null,
        properties: new Map(),
        attachments: [],
        meeting: null,
        ...fields,
      };
      items.set(item.id, item);
      log(item.folder, item.id, 'whole');
      return item;
    },

    remove(item: Item): void {
      items.delete(item.id);
      log(item.folder, item.id, 'removed');
    },

    /**
     * With `newId` as classic Outlook may do it. An item that comes back to a folder it was in before is not reported there again
     * (§2.3, graph-docs#21752): its removal stays the last word of the log.
     */
    move(item: Item, to: string, changesId = false): Item {
      const target = folder(to)!;
      const wasThere = target.log.get(item.id)?.removed === true;
      log(item.folder, item.id, 'removed');
      if (changesId) {
        items.delete(item.id);
        item.id = newId();
        items.set(item.id, item);
      }
      item.plainId = newId();
      item.folder = target.id;
      item.version += 1;
      item.modified = now();
      if (!wasThere || changesId) log(target.id, item.id, 'whole');
      return item;
    },

    find(folderName: string, messageId: string): Item | undefined {
      const { id } = folder(folderName)!;
      return [...items.values()].find((item) => item.folder === id && item.internetMessageId === messageId);
    },
  };
}
