/** Notices of new mail: only those that Google signed for our own service account wake anybody. */

import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BadInput, TryLater } from '../../src/errors.ts';
import { gmailKind } from '../../src/mailbox/gmail.ts';
import type { OAuthAccess, PushRequest } from '../../src/mailbox/mailbox.ts';
import { type Claims, type Pushes, pushBody, startPushes } from '../fakes/gmail-push.ts';
import { startFake } from './gmail-account.ts';

const at = new Date('2026-11-24T09:00:00Z');
const client = {
  id: 'app',
  secret: 's',
  topic: 'projects/acme/topics/mail',
  push_audience: 'https://c.test/push/gmail',
  push_account: 'push@acme.iam.gserviceaccount.com',
};
const good: Claims = {
  iss: 'https://accounts.google.com',
  aud: client.push_audience,
  email: client.push_account,
  email_verified: true,
};

let pushes: Pushes;
let readPush: OAuthAccess['readPush'];

beforeEach(async () => {
  pushes = await startPushes();
  readPush = gmailKind({ keys: pushes.keys }).oauth!.readPush;
});
afterEach(() => pushes.stop());

function request(token: string | null, body = pushBody('Rep@Acme.test', 1_234)): PushRequest {
  const headers = new Headers(token === null ? {} : { authorization: `Bearer ${token}` });
  return { method: 'POST', query: new URLSearchParams(), headers, body };
}

describe('a notice', () => {
  test('that is good wakes the mailbox of the address', async () => {
    const token = await pushes.token(at, good);
    expect(await readPush(request(token), client, at)).toEqual({
      answer: null,
      wake: [{ address: 'rep@acme.test' }],
      renew: [],
    });
    await readPush(request(token), client, at);
    // The keys are kept.
    expect(pushes.state.asked).toBe(1);
  });

  test('comes as the service posts it', async () => {
    const fake = await startFake({ now: () => at });
    const account = fake.account({ name: 'Rep', address: 'rep@acme.test' });
    const seen: unknown[] = [];
    const hook = new Hono().post('/push', async (c) => {
      const { method, headers } = c.req.raw;
      const notice = { method, query: new URLSearchParams(), headers, body: await c.req.text() };
      seen.push((await readPush(notice, client, at)).wake);
      return c.body(null, 204);
    });
    let url = '';
    const server = await new Promise<ReturnType<typeof serve>>((ready) => {
      const started = serve({ fetch: hook.fetch, hostname: '127.0.0.1', port: 0 }, (info) => {
        url = `http://127.0.0.1:${info.port}/push`;
        ready(started);
      });
    });
    try {
      expect((await fake.push(url, account, await pushes.token(at, good))).status).toBe(204);
      expect(seen).toEqual([[{ address: 'rep@acme.test' }]]);
    } finally {
      await new Promise((done) => server.close(done));
      await fake.stop();
    }
  });

  test.each<[string, Claims]>([
    ['for somebody else', { aud: 'https://other.test/push' }],
    ['of another service account', { email: 'push@evil.iam.gserviceaccount.com' }],
    ['of an address that is not verified', { email_verified: false }],
    ['of another issuer', { iss: 'https://evil.test' }],
    ['that has run out', { exp: Math.floor(at.getTime() / 1_000) - 120 }],
  ])('%s is refused', async (_, claims) => {
    const token = await pushes.token(at, { ...good, ...claims });
    await expect(readPush(request(token), client, at)).rejects.toThrow(BadInput);
  });

  test('signed by a stranger is refused', async () => {
    await expect(readPush(request(await pushes.token(at, good, 'stranger')), client, at)).rejects.toThrow(BadInput);
  });

  test('without a signature, or signed with the public key as a secret, is refused', async () => {
    const seconds = Math.floor(at.getTime() / 1_000);
    const claims = { ...good, iat: seconds, exp: seconds + 60 };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = `${part({ alg: 'none', kid: 'k1' })}.${part(claims)}.`;
    const confused = await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .sign(Buffer.from(pushes.jwk.n!, 'base64url'));
    for (const token of [none, confused, 'x', null])
      await expect(readPush(request(token), client, at)).rejects.toThrow(BadInput);
    // None of these is worth asking for keys.
    expect(pushes.state.asked).toBe(0);
  });

  test.each(['', 'null', '{"message":{}}', '{"message":{"data":"eA=="}}', `{"message":{"data":"e30="}}`])(
    'with the body %j is refused',
    async (body) => {
      await expect(readPush(request(await pushes.token(at, good), body), client, at)).rejects.toThrow(BadInput);
    },
  );

  test('that is very long is refused', async () => {
    const body = `${pushBody('rep@acme.test', 1)}${' '.repeat(70_000)}`;
    await expect(readPush(request(await pushes.token(at, good), body), client, at)).rejects.toThrow(BadInput);
  });

  test.each(['push_audience', 'push_account'])('is refused while %s is not set', async (name) => {
    const token = await pushes.token(at, good);
    await expect(readPush(request(token), { ...client, [name]: '' }, at)).rejects.toThrow(/not set up/);
  });

  test('whose keys cannot be read is for later', async () => {
    const token = await pushes.token(at, good);
    pushes.state.status = 503;
    await expect(readPush(request(token), client, at)).rejects.toThrow(TryLater);
    const nowhere = gmailKind({ keys: 'http://127.0.0.1:1/certs' }).oauth!.readPush;
    await expect(nowhere(request(token), client, at)).rejects.toThrow(TryLater);
  });
});
