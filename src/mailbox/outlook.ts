/**
 * Outlook, by Microsoft Graph, thinks in items that lie in folders and belong to conversations. A draft is an item like any other, with an id that
 * is meant to last (`Prefer: IdType="ImmutableId"`) and does where the rep uses Outlook on the web; classic Outlook gives a new id and a new
 * Message-ID to what it sends (`facts/drafts.md` §2.2). So the name of a thread is a `conversationId`, the name of a state of a draft is the item's
 * id and what it says, and a mark of our own, a property nobody else sets, tells ours from the rep's. The service has no history, only a list of
 * changes for each folder, which may leave things out: it says where to look, never what happened.
 * The permission asked for cannot send; nor can the gateway.
 */
import { z } from 'zod';
import type { Holds } from '../domain/policy.ts';
import { BadInput, NeedsPerson } from '../errors.ts';
import type { Mailbox, MailboxKind } from './mailbox.ts';
import { outlookAccess } from './outlook-access.ts';
import { type Graph, openGraph } from './outlook-api.ts';
import { changesSince } from './outlook-changes.ts';
import { draftLeft, placeDraft, withdrawDraft } from './outlook-drafts.ts';
import { observeDraft } from './outlook-look.ts';
import { readFolders } from './outlook-messages.ts';
import { renewPush } from './outlook-push.ts';
import { deliverToSelf, sentCopies } from './outlook-self.ts';
import { findThreads, type Reach, readThread, threadUrl } from './outlook-threads.ts';
import { openSignedIn } from './signed-in.ts';

const minutes = 60_000;
const hours = 60 * minutes;

/** `facts/drafts.md` §4.2: what lies in Sent Items was sent; a cached client that is offline may hide a draft for a day. */
const holds: Holds = {
  sentMs: 0,
  recheckMs: minutes,
  supersededMs: 2 * minutes,
  trashProvisionalMs: 15 * minutes,
  trashFinalMs: hours,
  vanishedProvisionalMs: 30 * minutes,
  vanishedFinalMs: 24 * hours,
};

/** throttling-limits: more of one app and one mailbox are refused, however few there were before. */
const atOnce = 4;

/** With other addresses for tests. */
export function outlookKind({
  api = 'https://graph.microsoft.com',
  login = 'https://login.microsoftonline.com',
}: {
  api?: string;
  login?: string;
} = {}): MailboxKind {
  const oauth = outlookAccess(api, login);
  return {
    name: 'outlook',
    title: 'Outlook',
    oauth,
    parseSettings(input) {
      const [name] = Object.keys(input);
      if (!z.strictObject({}).safeParse(input).success)
        throw new BadInput(`An Outlook mailbox has no setting "${name}": everything about it comes from signing in.`);
      return {};
    },
    open(options): Mailbox {
      const { owner, now = () => new Date() } = options;
      const account = owner.address;
      const gateway = openSignedIn(oauth, { ...options, now }, atOnce);
      const graph = openGraph(gateway, api, account);
      const reach: Reach = {
        graph,
        owner,
        now,
        own: once(async () => {
          const { address, aliases } = await readIdentity(graph, account);
          return new Set([account, address, ...aliases]);
        }),
        folders: once(() => readFolders(graph)),
      };
      const write = oneAfterAnother();
      return {
        holds,
        changes: (cursor) => changesSince(reach, cursor),
        findThreads: (addresses, since) => findThreads(reach, addresses, since),
        readThread: (ref) => readThread(reach, ref),
        placeDraft: (reply, key) => write(() => placeDraft(reach, reply, key)),
        draftLeft: (reply, key, { at }) => write(() => draftLeft(reach, reply, key, at)),
        observeDraft: (query) => observeDraft(reach, query),
        withdrawDraft: (query, expectedText) => write(() => withdrawDraft(reach, query, expectedText)),
        deliverToSelf: (mail, key) => write(() => deliverToSelf(reach, mail, key)),
        sentCopies: (messageId) => sentCopies(reach, messageId),
        threadUrl: (ref) => threadUrl(reach, ref),
        identity: () => readIdentity(graph, account),
        renewPush: (target) => renewPush(reach, target),
        async close() {},
      };
    },
  };
}

/** `connect outlook`: mailboxes of Microsoft 365. */
export const outlook = outlookKind();

async function readIdentity(graph: Graph, account: string): Promise<{ address: string; aliases: string[] }> {
  const $select = 'mail,userPrincipalName,proxyAddresses';
  const me = await graph.get<Partial<Record<'mail' | 'userPrincipalName', string>> & { proxyAddresses?: string[] }>(
    '/me',
    { $select },
  );
  const address = (me.mail ?? me.userPrincipalName ?? '').toLowerCase();
  if (!address.includes('@'))
    throw new NeedsPerson(`The Microsoft account ${account} has no mail address: connect one that has a mailbox.`);
  const proxies = (me.proxyAddresses ?? [])
    .filter((each) => /^smtp:/i.test(each))
    .map((each) => each.slice(5).toLowerCase());
  return { address, aliases: [...new Set(proxies)].filter((each) => each !== address) };
}

/** Asked for once, and again only after a failure. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | null = null;
  return () => {
    known ??= read().catch((error) => {
      known = null;
      throw error;
    });
    return known;
  };
}

/** Looking and then writing is one step: two at once would both find nothing. */
function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
