/**
 * An authorization server on a loopback port: RFC 6749 code grant with PKCE (7636), `iss` in its answer (9207), rotating refresh tokens with
 * reuse detection (9700 §4.14.2), revocation (7009). Strict where a real one is; its faults are switched on by tests. Under other paths it has the manners of
 * Google: one issuer, a lasting token only for `access_type=offline`, and the same one for ever.
 */
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';

export interface Person {
  address: string;
  /** What the API accepts as theirs; told of each new one. */
  onToken(accessToken: string): void;
}

export interface Faults {
  /** The token endpoint answers so, this many times. */
  token: { times: number; answer: number | 'slow' | 'garbled' | 'closed'; error?: string; garbage?: string } | null;
  /** What it says of itself in the answer of the authorization; null: nothing. */
  iss: string | null | undefined;
  /** Granted, whatever was asked for. */
  scopes: string[] | null;
  /** The person says no, with this word. */
  refuse: string | null;
  /** Gives no refresh token. */
  noRefreshToken: boolean;
  /** An id_token of somebody else's comes along. */
  foreignIdToken: boolean;
  /** `rotate`: a used refresh token ends all of its family. `keep`: the old one stays good. */
  refresh: 'rotate' | 'keep';
  lifeSeconds: number;
  /** No `scope` in the answer of the token endpoint. */
  silentScope: boolean;
  revocation: number;
}

interface Grant {
  family: string;
  person: Person;
  scopes: string[];
  ended: boolean;
  lasting: Lasting;
}

/** `rotating`: each refresh gives a new refresh token. `same`: the first one stays. `none`: there is none. */
type Lasting = 'rotating' | 'same' | 'none';

export type OAuthFake = Awaited<ReturnType<typeof startOAuthServer>>;

const client = { id: 'our-app', secret: 'our-app-secret' };

export async function startOAuthServer() {
  const faults: Faults = {
    token: null,
    iss: undefined,
    scopes: null,
    refuse: null,
    noRefreshToken: false,
    foreignIdToken: false,
    refresh: 'rotate',
    lifeSeconds: 3_600,
    silentScope: false,
    revocation: 200,
  };
  const usual = structuredClone(faults);
  const codes = new Map<string, Omit<Grant, 'family' | 'ended'> & { challenge: string; redirectUri: string }>();
  const live = new Map<string, Grant>();
  const used = new Map<string, Grant>();
  const grants: Grant[] = [];
  const exchanges: { grant: string; ok: boolean; error?: string }[] = [];
  const revoked: string[] = [];
  const asked: URLSearchParams[] = [];
  const waiting: (() => void)[] = [];
  let person: Person | null = null;
  let count = 0;
  let origin = '';
  const app = new Hono();

  app.get('/:tenant/oauth2/v2.0/authorize', (c) =>
    authorize(c, `${origin}/${c.req.param('tenant')}/v2.0`, () => 'rotating'),
  );
  app.get('/o/oauth2/v2/auth', (c) =>
    authorize(c, 'https://accounts.google.com', (query) => (query.get('access_type') === 'offline' ? 'same' : 'none')),
  );

  function authorize(c: Context, issuer: string, lasting: (query: URLSearchParams) => Lasting) {
    const query = new URL(c.req.url).searchParams;
    asked.push(query);
    const redirectUri = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== client.id) return c.text('unknown client', 400);
    const back = new URL(redirectUri);
    back.searchParams.set('state', query.get('state') ?? '');
    const iss = faults.iss === undefined ? issuer : faults.iss;
    if (iss !== null) back.searchParams.set('iss', iss);
    if (faults.refuse) {
      back.searchParams.set('error', faults.refuse);
      return c.redirect(back.href);
    }
    if (query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256' || !person)
      return c.text('PKCE with S256 is required', 400);
    const code = `code-${++count}-${crypto.randomUUID()}`;
    const scopes = faults.scopes ?? (query.get('scope') ?? '').split(' ');
    const challenge = query.get('code_challenge') ?? '';
    codes.set(code, { person, challenge, redirectUri, scopes, lasting: lasting(query) });
    back.searchParams.set('code', code);
    return c.redirect(back.href);
  }

  app.on('POST', ['/:tenant/oauth2/v2.0/token', '/token'], async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const grantType = form.get('grant_type') ?? '';
    const fail = (error: string, status: 400 | 401 = 400) => {
      exchanges.push({ grant: grantType, ok: false, error });
      return c.json({ error, error_description: 'As the fake sees it.' }, status, {
        'www-authenticate': 'Basic realm="fake"',
      });
    };
    const { token } = faults;
    if (token && token.times > 0) {
      token.times -= 1;
      if (token.answer === 'slow') await new Promise<void>((go) => waiting.push(go));
      if (token.answer === 'garbled') return c.body(token.garbage ?? '<html>maintenance</html>', 200);
      exchanges.push({ grant: grantType, ok: false, error: String(token.error ?? token.answer) });
      return c.json(
        token.error ? { error: token.error } : {},
        (typeof token.answer === 'number' ? token.answer : 503) as 400,
      );
    }
    if (form.get('client_id') !== client.id || form.get('client_secret') !== client.secret)
      return fail('invalid_client', 401);
    if (grantType === 'authorization_code') {
      const code = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (!code || code.challenge !== challenge || code.redirectUri !== form.get('redirect_uri'))
        return fail('invalid_grant');
      const { person: who, scopes, lasting } = code;
      const grant = { family: `family-${++count}`, person: who, scopes, lasting, ended: false };
      grants.push(grant);
      return c.json(tokensOf(grant, grantType));
    }
    if (grantType === 'refresh_token') {
      const given = form.get('refresh_token') ?? '';
      const reused = used.get(given);
      if (reused && faults.refresh === 'rotate') reused.ended = true;
      const grant = live.get(given) ?? (faults.refresh === 'keep' ? reused : undefined);
      if (!grant || grant.ended) return fail('invalid_grant');
      if (grant.lasting === 'rotating') {
        live.delete(given);
        used.set(given, grant);
      }
      return c.json(tokensOf(grant, grantType));
    }
    return fail('unsupported_grant_type');
  });

  app.post('/revoke', async (c) => {
    const token = new URLSearchParams(await c.req.text()).get('token') ?? '';
    if (faults.revocation !== 200) return c.body(null, faults.revocation as 503);
    revoked.push(token);
    const grant = live.get(token) ?? used.get(token);
    if (grant) grant.ended = true;
    return c.body(null, 200);
  });

  function tokensOf(grant: Grant, grantType: string) {
    const [access, refresh] = [`access-${++count}-${crypto.randomUUID()}`, `refresh-${++count}-${crypto.randomUUID()}`];
    grant.person.onToken(access);
    const none =
      faults.noRefreshToken || grant.lasting === 'none' || (grant.lasting === 'same' && grantType === 'refresh_token');
    if (!none) live.set(refresh, grant);
    exchanges.push({ grant: grantType, ok: true });
    const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return {
      access_token: access,
      token_type: 'Bearer',
      expires_in: faults.lifeSeconds,
      ...(none ? {} : { refresh_token: refresh }),
      ...(faults.silentScope ? {} : { scope: grant.scopes.join(' ') }),
      ...(faults.foreignIdToken
        ? { id_token: `${b64({ alg: 'none' })}.${b64({ iss: 'https://elsewhere.example', email: 'eve@evil.test' })}.` }
        : {}),
    };
  }

  const server = await new Promise<ReturnType<typeof serve>>((ready) => {
    const made = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => ready(made));
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    client,
    faults,
    grants,
    /** Every exchange at the token endpoint, in order. */
    exchanges,
    revoked,
    /** Queries of authorization requests. */
    asked,
    /** Whoever sits before the browser and agrees. */
    signIn(who: Person): void {
      person = who;
    },
    /** As after a consent: the first tokens of a new grant. */
    grant(who: Person, scopes: string[]) {
      const grant: Grant = { family: `family-${++count}`, person: who, scopes, lasting: 'rotating', ended: false };
      grants.push(grant);
      const given = tokensOf(grant, 'authorization_code');
      exchanges.pop();
      return given;
    },
    /** Ends every grant, as their owners may. */
    endAll(): void {
      for (const grant of grants) grant.ended = true;
    },
    release(): void {
      for (const go of waiting.splice(0)) go();
    },
    reset(): void {
      Object.assign(faults, structuredClone(usual));
      exchanges.length = 0;
      revoked.length = 0;
      asked.length = 0;
      for (const go of waiting.splice(0)) go();
    },
    async stop(): Promise<void> {
      for (const go of waiting.splice(0)) go();
      await new Promise<void>((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}
