/** A Gmail account on the fake, for the contract suite and for tests of its own. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { simpleParser } from 'mailparser';
import type { Address } from '../../src/domain/mail.ts';
import { gmailKind } from '../../src/mailbox/gmail.ts';
import type { ClientSettings, Mailbox, MailboxKind } from '../../src/mailbox/mailbox.ts';
import type { Account } from '../contract/mailbox.ts';
import { type FakeAccount, type FakeGmail, type FakeOptions, startGmail } from '../fakes/gmail.ts';
import { schemaCheck } from '../fakes/gmail-schema.ts';

/** The list does not depend on where the service is. */
export const allow = gmailKind().oauth!.allow;

const tuning = { operationSeconds: 20, pollSeconds: 60 };

export const validate = schemaCheck();

export function startFake(options: Partial<FakeOptions> = {}): Promise<FakeGmail> {
  return startGmail({ now: () => new Date(), allow, ...(validate ? { validate } : {}), ...options });
}

export function openOn(
  fake: FakeGmail,
  account: FakeAccount,
  more: { now?: () => Date; spent?: (units: number) => void; kind?: MailboxKind; client?: ClientSettings } = {},
): Mailbox {
  const kind = more.kind ?? gmailKind({ api: fake.origin });
  const tokens = { refreshToken: 'r', accessToken: account.token, expiresAt: '2999-01-01T00:00:00Z', scopes: [] };
  return kind.open({ owner: account.owner, settings: {}, secret: JSON.stringify(tokens), tuning, ...more });
}

/** A small server on a free port of 127.0.0.1. The caller stops it. */
export async function listen(app: Hono): Promise<{ url: string; stop(): Promise<void> }> {
  let url = '';
  const server = await new Promise<ReturnType<typeof serve>>((ready) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => {
      url = `http://127.0.0.1:${info.port}`;
      ready(started);
    });
  });
  return { url, stop: () => new Promise((done) => server.close(() => done())) };
}

let next = 0;

export function freshAccount(fake: FakeGmail): Account {
  const owner: Address = { name: 'Rep Ö', address: `rep${next++}@acme.test` };
  const account = fake.account(owner, [
    { sendAsEmail: owner.address.replace('rep', 'alias'), displayName: 'Alias', verificationStatus: 'accepted' },
  ]);
  let ahead = 0;
  let login: Awaited<ReturnType<typeof listen>> | null = null;
  account.sendAs[0]!.signature = '<div dir="ltr"><b>Rep Ö</b><br>Acme GmbH &amp; Co.</div>';
  return {
    owner,
    rep: account.rep,
    abilities: { joinsBySubject: false },
    threadRef: (messageId) =>
      [...account.store.messages.values()].find(({ rfcId }) => rfcId === messageId)?.threadId ?? messageId,
    async bodyOf(folder, messageId) {
      const { text, html } = await simpleParser(account.store.find(folder, messageId)!.raw, { skipHtmlToText: true });
      return `${text ?? ''}\n${html || ''}`;
    },
    faults: {
      throttled: {
        begin() {
          fake.fault({ on: /^GET /, answer: 429, reason: 'rateLimitExceeded' });
          // No time is named with it; half the minute that the limit counts.
          return 30_000;
        },
        pass(ms) {
          ahead += ms;
        },
      },
      async revoke() {
        account.revoked = true;
        login ??= await listen(new Hono().post('/token', (c) => c.json({ error: 'invalid_grant' }, 400)));
      },
      restore() {
        account.revoked = false;
      },
    },
    open: () =>
      openOn(fake, account, {
        now: () => new Date(Date.now() + ahead),
        ...(login && {
          kind: gmailKind({ api: fake.origin, login: { authorize: login.url, token: login.url } }),
          client: { id: 'app', secret: 's' },
        }),
      }),
    async close() {
      await login?.stop();
    },
  };
}
