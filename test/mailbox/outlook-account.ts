/** An Outlook account on the fake, for the contract suite and for tests of its own. */
import type { Address } from '../../src/domain/mail.ts';
import type { ClientSettings, Mailbox, MailboxKind } from '../../src/mailbox/mailbox.ts';
import { outlookKind } from '../../src/mailbox/outlook.ts';
import type { Account } from '../contract/mailbox.ts';
import { type OAuthFake, startOAuthServer } from '../fakes/oauth-server.ts';
import { type Graph, type GraphAccount, type GraphOptions, startGraph } from '../fakes/outlook.ts';
import { schemaCheck } from '../fakes/outlook-schema.ts';

/** The list does not depend on where the service is. */
export const allow = outlookKind().oauth!.allow;

const tuning = { operationSeconds: 20, pollSeconds: 60 };

export const validate = schemaCheck();

export function startFake(options: Partial<GraphOptions> = {}): Promise<Graph> {
  return startGraph({ now: () => new Date(), allow, ...(validate ? { validate } : {}), ...options });
}

export function openOn(
  graph: Graph,
  account: GraphAccount,
  more: {
    now?: () => Date;
    spent?: (units: number) => void;
    kind?: MailboxKind;
    client?: ClientSettings;
  } = {},
): Mailbox {
  const kind = more.kind ?? outlookKind({ api: graph.origin });
  const tokens = { refreshToken: 'r', accessToken: account.token, expiresAt: '2999-01-01T00:00:00Z', scopes: [] };
  return kind.open({ owner: account.owner, settings: {}, secret: JSON.stringify(tokens), tuning, ...more });
}

let next = 0;

export function freshAccount(graph: Graph): Account {
  const owner: Address = { name: 'Rep Ö', address: `rep${next++}@acme.test` };
  const account = graph.account(owner);
  let ahead = 0;
  let oauth: OAuthFake | null = null;
  return {
    owner,
    rep: account.rep,
    abilities: { joinsBySubject: false, autoSubmitted: false },
    threadRef: (messageId) =>
      [...account.store.items.values()].find((item) => item.internetMessageId === messageId)?.conversationId ??
      messageId,
    bodyOf: (folder, messageId) => account.store.find(folder, messageId)!.body.content,
    faults: {
      throttled: {
        begin() {
          graph.fault({ on: /^GET /, answer: 429, headers: { 'retry-after': '120' } });
          return 120_000;
        },
        pass(ms) {
          ahead += ms;
        },
      },
      async revoke() {
        account.revoked = true;
        // The refresh token is none of this server's: as good as revoked.
        oauth ??= await startOAuthServer();
      },
      restore() {
        account.revoked = false;
      },
    },
    open: () =>
      openOn(graph, account, {
        now: () => new Date(Date.now() + ahead),
        ...(oauth && {
          kind: outlookKind({ api: graph.origin, login: oauth.origin }),
          client: { ...oauth.client, tenant: 'acme' },
        }),
      }),
    async close() {
      await oauth?.stop();
    },
  };
}
