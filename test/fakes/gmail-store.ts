/**
 * The mailbox behind the fake of Gmail: messages that never change but for their labels, drafts as containers around one, and a history of all that
 * happened (`facts/drafts.md` §1.2, §1.3).
 */
import { randomBytes } from 'node:crypto';
import { type Address, baseSubject } from '../../src/domain/mail.ts';
import { decodedWords, fieldOf, fieldsOf, type Part, payloadOf } from './gmail-mime.ts';

/** What nobody outside Google knows for sure, or what reports conflict about. The suites run in both positions of each. */
export interface Switches {
  /** A draft id lives through edits in the rep's client (§1.2: seen on web and iOS; others saw ids die on rewrites). */
  draftIdSurvivesEdit: boolean;
  /** Sending deletes the draft's message and adds another one with SENT (guides/drafts); otherwise the label moves (§1.3: UI sends unknown). */
  sendMakesNewMessage: boolean;
  /** The draft id lives on around the mail that was sent (§1.2, inbox-zero gmail/draft.ts: "sometimes"). */
  wrapperAfterSend: boolean;
  /** An edited subject makes another thread of the draft (§1.2, google_workspace_mcp#920). */
  subjectEditRethreads: boolean;
  /** A draft whose message is in trash is still a draft (§1.2, google_workspace_mcp#1035 of messages.trash; the UI is unknown). */
  trashedDraftStays: boolean;
  /** threads.get shows drafts, too ("ghost drafts" of §1.1 are in no conversation). */
  threadShowsDrafts: boolean;
  /** A record of a deletion says which labels the message had (not documented). */
  deletedLabels: boolean;
  /** What is seen of mail that waits for its time (§1.4: unknown). */
  scheduled: 'draft' | 'label' | 'hidden';
  /** Mail of the last two days is not in the search index yet (§1.5). */
  searchLags: boolean;
  /** What the composer makes of a plain draft when it saves it (§1.1, google_workspace_fastmcp2#71: HTML; with a plain part beside it or not). */
  clientsWrite: 'alternative' | 'html' | 'plain';
  /** Headers come decoded (RFC 2047), not as they are in the mail. */
  headersDecoded: boolean;
  /** Texts come in UTF-8 whatever their header says (gogcli#446). */
  bodiesAreUtf8: boolean;
  /** Long texts come by messages.attachments.get ("when the body data is sent as a separate attachment", MessagePartBody). */
  longTextIsAttached: boolean;
  /** The status of too many requests (guides/handle-errors: either). */
  limitStatus: 403 | 429;
}

export const likely: Switches = {
  draftIdSurvivesEdit: true,
  sendMakesNewMessage: true,
  wrapperAfterSend: false,
  subjectEditRethreads: true,
  trashedDraftStays: false,
  threadShowsDrafts: true,
  deletedLabels: true,
  scheduled: 'draft',
  searchLags: false,
  clientsWrite: 'alternative',
  headersDecoded: true,
  bodiesAreUtf8: true,
  longTextIsAttached: false,
  limitStatus: 403,
};

export interface Stored {
  id: string;
  threadId: string;
  labels: Set<string>;
  raw: Buffer;
  internalDate: Date;
  historyId: number;
  /** Message-ID; empty for none. */
  rfcId: string;
  headers: { name: string; value: string }[];
  payload: () => { payload: Part; attachments: Map<string, Buffer> };
}

export interface Entry {
  id: number;
  kind: 'messagesAdded' | 'messagesDeleted' | 'labelsAdded' | 'labelsRemoved';
  message: { id: string; threadId: string; labelIds?: string[] };
  labelIds?: string[];
}

export type Store = ReturnType<typeof openStore>;

/** Folders as the rep's client names them. What has none of these labels is archived. */
export const placing = ['TRASH', 'SPAM', 'DRAFT', 'SCHEDULED', 'SENT', 'INBOX'];

export function openStore(owner: Address, now: () => Date, switches: Switches) {
  const messages = new Map<string, Stored>();
  /** Draft id to message id. */
  const drafts = new Map<string, string>();
  const history: Entry[] = [];
  /** Thread of every Message-ID ever seen, with its subject: an answer joins by both. */
  const threadOf = new Map<string, { threadId: string; subject: string }>();
  let historyId = 1_000;
  let oldest = historyId;

  const newId = () => `19${randomBytes(7).toString('hex')}`;

  function log(kind: Entry['kind'], { id, threadId, labels }: Stored, labelIds?: string[]): number {
    // Ids grow, not by one.
    historyId += 3;
    const shown = kind !== 'messagesDeleted' || switches.deletedLabels ? { labelIds: [...labels] } : {};
    history.push({ id: historyId, kind, message: { id, threadId, ...shown }, ...(labelIds ? { labelIds } : {}) });
    return historyId;
  }

  function threadFor(headers: Stored['headers'], wanted: string | null): string | null {
    const subject = baseSubject(decodedWords(fieldOf(headers, 'subject')));
    const named = `${fieldOf(headers, 'references')} ${fieldOf(headers, 'in-reply-to')}`.match(/<[^<>\s]+>/g) ?? [];
    const known = named.reverse().flatMap((id) => threadOf.get(id) ?? []);
    const fits = known.find((each) => each.subject === subject && (wanted === null || each.threadId === wanted));
    return fits?.threadId ?? null;
  }

  return {
    owner,
    now,
    switches,
    messages,
    drafts,
    history,
    newDraftId: () => `r${randomBytes(6).readUIntBE(0, 6)}`,
    historyId: () => historyId,
    oldest: () => oldest,
    /** Nothing before now is known any more (users.history.list: "sometimes only a few hours"). */
    expireHistory(): void {
      oldest = historyId;
    },

    /** Three conditions put a mail in the thread that is asked for (guides/threads); otherwise it gets one of its own. */
    add(raw: Buffer, labels: string[], more: { threadId?: string | null; date?: Date } = {}): Stored {
      const end = raw.indexOf('\r\n\r\n');
      const headers = fieldsOf((end < 0 ? raw : raw.subarray(0, end)).toString('utf8'));
      const id = newId();
      const rfcId = fieldOf(headers, 'message-id');
      const threadId = threadFor(headers, more.threadId ?? null) ?? id;
      if (rfcId) threadOf.set(rfcId, { threadId, subject: baseSubject(decodedWords(fieldOf(headers, 'subject'))) });
      let read: ReturnType<Stored['payload']> | null = null;
      const stored: Stored = {
        id,
        threadId,
        labels: new Set(labels),
        raw,
        internalDate: more.date ?? now(),
        historyId: 0,
        rfcId,
        headers,
        payload() {
          read ??= payloadOf(raw, switches);
          return read;
        },
      };
      messages.set(id, stored);
      stored.historyId = log('messagesAdded', stored);
      return stored;
    },

    remove(message: Stored): void {
      messages.delete(message.id);
      log('messagesDeleted', message);
    },

    label(message: Stored, add: string[], remove: string[] = []): void {
      const added = add.filter((label) => !message.labels.has(label));
      const removed = remove.filter((label) => message.labels.has(label));
      for (const label of added) message.labels.add(label);
      for (const label of removed) message.labels.delete(label);
      if (added.length > 0) message.historyId = log('labelsAdded', message, added);
      if (removed.length > 0) message.historyId = log('labelsRemoved', message, removed);
    },

    draftIdOf: (messageId: string) => [...drafts].find(([, id]) => id === messageId)?.[0],

    find(folder: string, rfcId: string): Stored | undefined {
      return [...messages.values()].find((each) => each.rfcId === rfcId && folderOf(each) === folder);
    },
  };
}

export function folderOf({ labels }: Stored): string {
  return placing.find((label) => labels.has(label)) ?? 'ARCHIVE';
}
