/** What a push subscription of Pub/Sub posts, and the keys by which it proves itself. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface Claims {
  iss?: string;
  aud?: string;
  email?: string;
  email_verified?: boolean;
  exp?: number;
}

export type Pushes = Awaited<ReturnType<typeof startPushes>>;

/** A server of public keys on a loopback port, and who holds the private ones. */
export async function startPushes() {
  const [google, stranger] = await Promise.all([1, 2].map(() => generateKeyPair('RS256', { extractable: true })));
  const jwk = { ...(await exportJWK(google!.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const state = { status: 200, asked: 0 };
  const app = new Hono().get('/certs', (c) => {
    state.asked += 1;
    return c.json({ keys: [jwk] }, state.status as 200);
  });
  let origin = '';
  const server = await new Promise<ReturnType<typeof serve>>((ready) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => {
      origin = `http://127.0.0.1:${info.port}`;
      ready(started);
    });
  });
  return {
    keys: `${origin}/certs`,
    state,
    jwk,
    /** By Google, or by somebody with a key of their own and the same key id. */
    token(at: Date, claims: Claims, by: 'google' | 'stranger' = 'google'): Promise<string> {
      const seconds = Math.floor(at.getTime() / 1_000);
      return new SignJWT({ iat: seconds, exp: seconds + 3_600, sub: '113774264463038321964', ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT' })
        .sign((by === 'google' ? google : stranger)!.privateKey);
    },
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}

/** The body of a push (guides/push, "Receiving notifications"). */
export function pushBody(emailAddress: string, historyId: number): string {
  const data = Buffer.from(JSON.stringify({ emailAddress, historyId })).toString('base64');
  return JSON.stringify({
    message: { data, messageId: '2070443601311540', publishTime: '2026-11-24T09:00:00Z' },
    subscription: 'projects/acme/subscriptions/countersign',
  });
}
