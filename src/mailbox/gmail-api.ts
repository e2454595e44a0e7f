/**
 * Speaking to Gmail: the official client builds the requests, the gateway alone sends them, and failures are translated once, here. The client's
 * retries are off: a repeated POST would be a second draft (`facts/security.md` §2.1).
 */
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import { BadInput, Gone, NeedsPerson, OutcomeUnknown, TryLater } from '../errors.ts';
import type { Gateway } from '../lib/gateway.ts';
import { allow, type Rule } from './gmail-access.ts';
import type { Pace } from './gmail-pace.ts';
import { envelopeFields } from './mime.ts';

export type Item = gmail_v1.Schema$Message;
export type Draft = gmail_v1.Schema$Draft;
export type HistoryPage = gmail_v1.Schema$ListHistoryResponse;
export type SendAs = gmail_v1.Schema$SendAs;

/** Which messages of the mailbox; without `q` the list is as fresh as the mailbox, with it as old as the index (`facts/drafts.md` §1.5). */
export interface Listing {
  q?: string;
  labelIds?: string[];
  includeSpamTrash?: boolean;
}

export interface Gmail {
  profile(): Promise<gmail_v1.Schema$Profile>;
  sendAs(): Promise<SendAs[]>;
  /** Throws Gone when the history does not reach back so far. */
  history(startHistoryId: string, pageToken?: string): Promise<HistoryPage>;
  /** All drafts, with the ids of their messages and threads alone. */
  drafts(): Promise<Draft[]>;
  draft(id: string): Promise<Draft>;
  createDraft(raw: Buffer, threadId: string): Promise<Draft>;
  /** At once and for good. */
  deleteDraft(id: string): Promise<void>;
  /** Newest first, ids alone, a page at a time. */
  messages(listing: Listing): AsyncIterable<Item[]>;
  /** `head`: only the headers an envelope needs. */
  message(id: string, what: 'head' | 'whole'): Promise<Item>;
  attachment(message: string, id: string): Promise<gmail_v1.Schema$MessagePartBody>;
  thread(id: string): Promise<gmail_v1.Schema$Thread>;
  /** Into a thread, or with null into one of its own; answers which. */
  insert(raw: Buffer, labelIds: string[], threadId: string | null): Promise<string>;
  watch(topicName: string): Promise<gmail_v1.Schema$WatchResponse>;
}

/** A request that the service does not want in this form. Nothing was changed. */
export class Refused extends NeedsPerson {}

const me = { userId: 'me' };
/** The most a page may hold (users.messages.list, users.drafts.list, users.history.list). */
const maxResults = 500;
/** Where the service does not say for how long. */
const pauseMs = 30_000;

export function openGmail(gateway: Gateway, origin: string, account: string, pace: Pace, now: () => Date): Gmail {
  let client: Promise<gmail_v1.Gmail> | null = null;

  async function load(): Promise<gmail_v1.Gmail> {
    // Gmail alone: the whole of googleapis takes a second and 150 MB.
    const { gmail } = await import('googleapis/build/src/apis/gmail/index.js');
    return gmail({
      version: 'v1',
      rootUrl: `${origin}/`,
      retry: false,
      responseType: 'json',
      validateStatus: () => true,
      fetchImplementation: (url, { method = 'GET', headers, body } = {}) =>
        gateway.fetch(url as string, { method, ...(headers ? { headers } : {}), ...(body ? { body } : {}) }),
    });
  }

  async function call<T>(
    rule: Rule,
    run: (users: gmail_v1.Resource$Users) => Promise<{ status: number; data: T }>,
  ): Promise<T> {
    pace.take(allow[rule]);
    client ??= load();
    const { status, data } = await run((await client).users).catch((error) => {
      // The client wraps what the gateway throws; anything else is an answer that broke off.
      const ours = [BadInput, NeedsPerson, OutcomeUnknown, TryLater].some((each) => error?.cause instanceof each);
      throw ours ? error.cause : noAnswer(rule, account, error);
    });
    // What the client cannot parse it hands out as text: read as an answer it would be an empty list.
    if (status !== 204 && (data === null || typeof data !== 'object') && status < 300)
      throw noAnswer(rule, account, new Error(`HTTP ${status} without JSON`));
    if (status >= 200 && status < 300) return data;
    throw failureOf(status, data, account, (ms) => pace.pauseUntil(new Date(now().getTime() + ms)));
  }

  const path = '/gmail/v1/users/me' as const;
  return {
    profile: () => call(`GET ${path}/profile`, (users) => users.getProfile(me)),
    sendAs: async () =>
      (await call(`GET ${path}/settings/sendAs`, (users) => users.settings.sendAs.list(me))).sendAs ?? [],
    history: (startHistoryId, pageToken) =>
      call(`GET ${path}/history`, (users) =>
        users.history.list({ ...me, startHistoryId, maxResults, ...(pageToken ? { pageToken } : {}) }),
      ),
    async drafts() {
      const all: Draft[] = [];
      for (let pageToken: string | undefined; ; ) {
        const page = await call(`GET ${path}/drafts`, (users) =>
          users.drafts.list({ ...me, maxResults, includeSpamTrash: true, ...(pageToken ? { pageToken } : {}) }),
        );
        all.push(...(page.drafts ?? []));
        if (!page.nextPageToken) return all;
        pageToken = page.nextPageToken;
      }
    },
    draft: (id) => call(`GET ${path}/drafts/{}`, (users) => users.drafts.get({ ...me, id, format: 'full' })),
    createDraft: (raw, threadId) =>
      call(`POST ${path}/drafts`, (users) =>
        // As `raw`: media uploads ignore the address the client was given (`facts/emulators.md` §1).
        users.drafts.create({ ...me, requestBody: { message: { raw: raw.toString('base64url'), threadId } } }),
      ),
    async deleteDraft(id) {
      await call(`DELETE ${path}/drafts/{}`, (users) => users.drafts.delete({ ...me, id }));
    },
    async *messages(listing) {
      for (let pageToken: string | undefined; ; ) {
        const page = await call(`GET ${path}/messages`, (users) =>
          users.messages.list({ ...me, maxResults, ...listing, ...(pageToken ? { pageToken } : {}) }),
        );
        yield page.messages ?? [];
        if (!page.nextPageToken) return;
        pageToken = page.nextPageToken;
      }
    },
    message: (id, what) =>
      call(`GET ${path}/messages/{}`, (users) =>
        users.messages.get({
          ...me,
          id,
          ...(what === 'head' ? { format: 'metadata', metadataHeaders: [...envelopeFields] } : { format: 'full' }),
        }),
      ),
    attachment: (messageId, id) =>
      call(`GET ${path}/messages/{}/attachments/{}`, (users) =>
        users.messages.attachments.get({ ...me, messageId, id }),
      ),
    thread: (id) => call(`GET ${path}/threads/{}`, (users) => users.threads.get({ ...me, id, format: 'full' })),
    async insert(raw, labelIds, threadId) {
      const stored = await call(`POST ${path}/messages`, (users) =>
        users.messages.insert({
          ...me,
          internalDateSource: 'dateHeader',
          requestBody: { raw: raw.toString('base64url'), labelIds, ...(threadId === null ? {} : { threadId }) },
        }),
      );
      return stored.threadId ?? '';
    },
    watch: (topicName) => call(`POST ${path}/watch`, (users) => users.watch({ ...me, requestBody: { topicName } })),
  };
}

function noAnswer(rule: Rule, account: string, cause: unknown): Error {
  return rule.startsWith('GET')
    ? new TryLater(`The mail service of ${account} gave no whole answer; it is asked again later.`, { cause })
    : new OutcomeUnknown(
        `The mail service of ${account} gave no whole answer to a change; look for it before trying again.`,
        { cause },
      );
}

/** What an admin can do about each; by reason, for messages are made for people and change (guides/handle-errors, AIP-193). */
const closed: Record<string, string> = {
  failedprecondition: 'has no mail service: turn Gmail on for it in the admin console, or connect another one',
  accessnotconfigured: 'cannot be reached: enable the "Gmail API" in the Google Cloud project of your client',
  service_disabled: 'cannot be reached: enable the "Gmail API" in the Google Cloud project of your client',
  insufficientpermissions:
    'does not let Countersign do its work: connect it again and leave all permissions ticked on the page of Google',
  access_token_scope_insufficient:
    'does not let Countersign do its work: connect it again and leave all permissions ticked on the page of Google',
  domainpolicy: 'is closed to apps by the admin of its Workspace: allow Countersign under "API controls"',
  accountdisabled: 'is suspended: an admin of its Workspace can restore it',
};

const rateReasons = ['ratelimitexceeded', 'userratelimitexceeded', 'quotaexceeded'];

function failureOf(status: number, data: unknown, account: string, pause: (ms: number) => TryLater): Error {
  const reasons = reasonsIn(data);
  // Most limits are told by 403 (guides/handle-errors); 429 and 503 the gateway has taken.
  if (status === 403 && reasons.some((each) => rateReasons.includes(each))) return pause(pauseMs);
  if (status === 403 && reasons.includes('dailylimitexceeded')) return pause(3_600_000);
  const known = reasons.find((each) => each in closed);
  if (known !== undefined) return new NeedsPerson(`The Gmail mailbox ${account} ${closed[known]}.`);
  if (status === 404) return new Gone(`What was looked for in the mailbox ${account} is not there any more.`);
  const named = reasons[0] ?? `HTTP ${status}`;
  if (status === 409 || status === 412 || status === 408)
    return new TryLater(`The mail service of ${account} is busy (${named}).`);
  if (status === 403)
    return new NeedsPerson(`The mail service refuses access to ${account} (${named}): connect it again.`);
  return new Refused(
    `The mail service of ${account} refused a request (${named}): tell whoever maintains Countersign.`,
  );
}

/** Lower-cased words of both forms in which Google names a failure. */
function reasonsIn(data: unknown): string[] {
  const error = (data as { error?: { errors?: unknown; details?: unknown; status?: unknown } } | null)?.error;
  const listed = [error?.errors, error?.details].flatMap((each) => (Array.isArray(each) ? each : []));
  return [...listed.map((each) => each?.reason), error?.status]
    .filter((each): each is string => typeof each === 'string' && /^[\w-]{1,80}$/.test(each))
    .map((each) => each.toLowerCase());
}

export function absent(error: unknown): null {
  if (error instanceof Gone) return null;
  throw error;
}
