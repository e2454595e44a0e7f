/** Tokens that renew themselves: by whom, when, and what each failure means. On both databases, for that is where two processes meet. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { secretBinding } from '../../src/connect/desk.ts';
import { renewIn } from '../../src/connect/renew.ts';
import { findMailbox } from '../../src/db/mailboxes.ts';
import { openPglite } from '../../src/db/pglite.ts';
import { migratePostgres, openPostgres } from '../../src/db/postgres.ts';
import * as schema from '../../src/db/schema.ts';
import type { Store } from '../../src/db/store.ts';
import { NeedsPerson, TryLater } from '../../src/errors.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { missingScopes, type OAuthServer, type Renew, revoke, type Tokens, tokenSource } from '../../src/lib/oauth.ts';
import { type Keyring, openKeyring } from '../../src/lib/seal.ts';
import { type OAuthFake, startOAuthServer } from '../fakes/oauth-server.ts';
import { type PostgresServer, postgresMissing, startPostgres } from '../support/postgres.ts';

const migrations = fileURLToPath(new URL('../../drizzle', import.meta.url));
const at = new Date('2026-11-24T09:00:00Z');
let now = at;
let oauth: OAuthFake;
let keyring: Keyring;
const person = { address: 'rep@acme.test', onToken: () => undefined };

beforeAll(async () => {
  oauth = await startOAuthServer();
  keyring = await openKeyring([{ id: 'k', key: new Uint8Array(32).fill(7) }]);
});
afterAll(() => oauth?.stop());
beforeEach(() => {
  now = at;
  oauth.reset();
});

const server = (): OAuthServer => ({
  issuer: `${oauth.origin}/acme/v2.0`,
  authorizationEndpoint: `${oauth.origin}/acme/oauth2/v2.0/authorize`,
  tokenEndpoint: `${oauth.origin}/acme/oauth2/v2.0/token`,
  revocationEndpoint: `${oauth.origin}/revoke`,
  scopes: ['read'],
  parameters: {},
});

function granted(): Tokens {
  const given = oauth.grant(person, ['read', 'offline']);
  return {
    refreshToken: given.refresh_token ?? '',
    accessToken: given.access_token,
    expiresAt: new Date(at.getTime() + 3_600_000).toISOString(),
    scopes: ['read', 'offline'],
  };
}

/** A secret that is kept in a variable: for what needs no database. */
function kept(tokens: Tokens): { renew: Renew; secret: () => string } {
  let secret = JSON.stringify(tokens);
  const renew: Renew = async (change) => {
    secret = await change(secret);
    return secret;
  };
  return { renew, secret: () => secret };
}

const source = (secret: string, renew: Renew, change: { seconds?: number; server?: OAuthServer } = {}) =>
  tokenSource({
    server: server(),
    client: oauth.client,
    secret,
    renew,
    account: person.address,
    now: () => now,
    ...change,
  });

const thrown = (work: Promise<unknown>) => work.then(() => null).catch((error) => error);
const later = (ms: number): void => {
  now = new Date(now.getTime() + ms);
};

describe('a token', () => {
  it('is used until a minute before its end, then renewed once for all who ask', async () => {
    const tokens = granted();
    const { renew, secret } = kept(tokens);
    const token = source(secret(), renew);
    later(3_600_000 - 60_001);
    expect(await token(null)).toBe(tokens.accessToken);
    expect(oauth.exchanges).toEqual([]);
    later(2);
    const all = await Promise.all(Array.from({ length: 20 }, () => token(null)));
    expect(new Set(all).size).toBe(1);
    expect(all[0]).not.toBe(tokens.accessToken);
    expect(oauth.exchanges).toEqual([{ grant: 'refresh_token', ok: true }]);
    expect(JSON.parse(secret())).toMatchObject({ accessToken: all[0], scopes: ['read', 'offline'] });
    expect(JSON.parse(secret()).refreshToken).not.toBe(tokens.refreshToken);
  });

  it('is renewed when it was refused, once each time', async () => {
    const { renew, secret } = kept(granted());
    const token = source(secret(), renew);
    const first = await token(null);
    const second = await token(first);
    expect(second).not.toBe(first);
    expect(await token(first)).toBe(second);
    expect(await token(null)).toBe(second);
    expect(oauth.exchanges).toHaveLength(1);
  });

  it('keeps its refresh token and scopes where the server does not repeat them', async () => {
    const tokens = granted();
    const { renew, secret } = kept(tokens);
    oauth.faults.noRefreshToken = true;
    oauth.faults.silentScope = true;
    const token = source(secret(), renew);
    await token(tokens.accessToken);
    expect(JSON.parse(secret())).toMatchObject({ refreshToken: tokens.refreshToken, scopes: tokens.scopes });
  });

  const person401 = [
    [400, 'invalid_grant', /ended or has run out \(invalid_grant\): connect it again/],
    [400, 'interaction_required', /connect it again/],
    [400, 'consent_required', /connect it again/],
    [401, 'invalid_client', /registration \(invalid_client\): check its id and secret/],
    [403, 'unauthorized_client', /registration \(unauthorized_client\)/],
  ] as const;
  it.each(person401)('%i with the word %s needs a person', async (answer, error, words) => {
    const { renew, secret } = kept(granted());
    const before = secret();
    oauth.faults.token = { times: 1, answer, error };
    const problem = await thrown(source(before, renew)(JSON.parse(before).accessToken));
    expect(problem).toBeInstanceOf(NeedsPerson);
    expect(problem.message).toMatch(words);
    expect(secret()).toBe(before);
  });

  it.each([
    [500, undefined],
    [502, 'invalid_grant'],
    [503, 'invalid_grant'],
    [429, 'invalid_grant'],
    [400, 'temporarily_unavailable'],
    [400, 'server_error'],
    [400, 'slow_down'],
    [400, 'a word that nobody knows'],
    [400, undefined],
    [404, undefined],
    [302, undefined],
  ] as const)('%i with the word %s never needs a person', async (answer, error) => {
    const { renew, secret } = kept(granted());
    const before = secret();
    oauth.faults.token = { times: 1, answer, ...(error ? { error } : {}) };
    const token = source(before, renew);
    const refused = JSON.parse(before).accessToken;
    expect(await thrown(token(refused))).toBeInstanceOf(TryLater);
    expect(secret()).toBe(before);
    // Nothing was used up: the next one gets it.
    expect(await token(refused)).toMatch(/^access-/);
  });

  it.each([
    '<html>',
    '',
    '{',
    '[]',
    'null',
    '{"token_type":"Bearer"}',
    '{"access_token":7,"token_type":"Bearer"}',
    '{"access_token":"a","token_type":"mac"}',
    '{"access_token":"a","token_type":"Bearer","expires_in":-1}',
  ])('a garbled answer (%s) never needs a person', async (garbage) => {
    const { renew, secret } = kept(granted());
    const before = secret();
    oauth.faults.token = { times: 1, answer: 'garbled', garbage };
    expect(await thrown(source(before, renew)(JSON.parse(before).accessToken))).toBeInstanceOf(TryLater);
    expect(secret()).toBe(before);
  });

  it('no answer in time, or nobody there, never needs a person', async () => {
    const { renew, secret } = kept(granted());
    const refused = JSON.parse(secret()).accessToken;
    oauth.faults.token = { times: 1, answer: 'slow' };
    expect(await thrown(source(secret(), renew, { seconds: 0.05 })(refused))).toBeInstanceOf(TryLater);
    const nobody = { ...server(), tokenEndpoint: 'http://127.0.0.1:1/token' };
    expect(await thrown(source(secret(), renew, { server: nobody })(refused))).toBeInstanceOf(TryLater);
  });

  it('is asked for by https only, except on this machine', async () => {
    const { renew, secret } = kept(granted());
    const refused = JSON.parse(secret()).accessToken;
    const plain = { ...server(), tokenEndpoint: 'http://login.example/token' };
    const problem = await thrown(source(secret(), renew, { server: plain })(refused));
    expect(problem).toBeInstanceOf(TryLater);
    expect(String(problem.cause.message)).toContain('OAUTH_HTTP_REQUEST_FORBIDDEN');
  });

  it('is in no error', async () => {
    const { renew, secret } = kept(granted());
    const { accessToken, refreshToken } = JSON.parse(secret()) as Tokens;
    oauth.faults.token = { times: 1, answer: 'garbled', garbage: `{"refresh_token":"${refreshToken}"` };
    const problem = await thrown(source(secret(), renew)(accessToken));
    for (let each = problem; each; each = each.cause)
      expect(`${each.message}${JSON.stringify(each)}`).not.toContain(refreshToken);
  });

  it('that is stored in no readable form needs a person', async () => {
    for (const secret of ['', 'x', '{}', 'null', '[]'])
      expect(() => source(secret, kept(granted()).renew)).toThrow(NeedsPerson);
  });
});

describe('revoking', () => {
  it('ends the grant, and says so of one that is ended', async () => {
    const secret = JSON.stringify(granted());
    expect(await revoke(server(), oauth.client, secret, person.address)).toBe(true);
    expect(await revoke(server(), oauth.client, secret, person.address)).toBe(true);
    const refused = await thrown(source(secret, kept(JSON.parse(secret)).renew)(JSON.parse(secret).accessToken));
    expect(refused).toBeInstanceOf(NeedsPerson);
    oauth.faults.revocation = 503;
    expect(await thrown(revoke(server(), oauth.client, secret, person.address))).toBeInstanceOf(TryLater);
    expect(await revoke({ ...server(), revocationEndpoint: null }, oauth.client, secret, person.address)).toBe(false);
  });
});

describe('scopes', () => {
  it.each([
    [[['a', 'b']], ['a', 'b'], []],
    [[['a', 'b']], ['B', 'A', 'c'], []],
    [[['a', 'b']], ['a'], ['b']],
    [[['a'], ['b', 'c', 'd']], ['b', 'c'], ['a']],
    [
      [
        ['a', 'b'],
        ['c', 'd', 'e'],
      ],
      ['d', 'e'],
      ['c'],
    ],
    [[['a']], [], ['a']],
  ] as [string[][], string[], string[]][])('of %j, with %j, miss %j', (needs, have, missing) => {
    expect(missingScopes(needs, have)).toEqual(missing);
  });
});

type Place = { stores: Store[]; close(): Promise<void> };

async function onPglite(): Promise<Place> {
  const dir = mkdtempSync(join(tmpdir(), 'refresh-'));
  const store = await openPglite(dir, migrations, sha256);
  return {
    // One process: two openings of the mailbox in it.
    stores: [store, store],
    async close() {
      await store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

let postgres: PostgresServer;
async function onPostgres(): Promise<Place> {
  const url = await postgres.database();
  await migratePostgres(url, migrations);
  const stores = [openPostgres(url, sha256), openPostgres(url, sha256)];
  return {
    stores,
    async close() {
      for (const store of stores) await store.close();
    },
  };
}

const places: [string, string | null, () => Promise<Place>][] = [
  ['the embedded database', null, onPglite],
  ['PostgreSQL, through two pools as of two processes', postgresMissing, onPostgres],
];
describe.each(places)('on %s', (name, missing, open) => {
  let place: Place;
  const id = 'm';
  beforeAll(async () => {
    if (missing) return;
    if (name.startsWith('PostgreSQL')) postgres = await startPostgres();
    place = await open();
  });
  afterAll(async () => {
    await place?.close();
    if (name.startsWith('PostgreSQL')) await postgres?.stop();
  });
  afterEach(async () => {
    await place?.stores[0]?.db.delete(schema.mailbox);
  });

  async function store(tokens: Tokens): Promise<void> {
    await place.stores[0]!.db.insert(schema.mailbox).values({
      id,
      kind: 'x',
      rep: person.address,
      repName: 'R',
      timeZone: 'UTC',
      settings: {},
      secret: await keyring.seal(JSON.stringify(tokens), secretBinding('mailbox', id)),
      createdAt: at,
    });
  }
  const stored = async (): Promise<Tokens> => {
    const row = await findMailbox(place.stores[0]!.db, id);
    return JSON.parse(await keyring.unseal(row!.secret, secretBinding('mailbox', id)));
  };
  const sources = (tokens: Tokens) =>
    place.stores.map((each) => source(JSON.stringify(tokens), renewIn({ store: each, keyring }, id)));

  it.skipIf(missing)('two who renew at once renew once, and both go on with the same token', async () => {
    const tokens = granted();
    await store(tokens);
    later(3_600_000);
    for (let round = 0; round < 5; round++) {
      oauth.exchanges.length = 0;
      const both = sources(await stored());
      const all = await Promise.all([...both, ...both].map((token) => token(null)));
      expect(new Set(all).size).toBe(1);
      expect(oauth.exchanges).toEqual([{ grant: 'refresh_token', ok: true }]);
      expect((await stored()).accessToken).toBe(all[0]);
      later(3_600_000);
    }
  });

  it.skipIf(missing)('two whose token was refused renew once', async () => {
    const tokens = granted();
    await store(tokens);
    const all = await Promise.all(sources(tokens).map((token) => token(tokens.accessToken)));
    expect(new Set(all).size).toBe(1);
    expect(oauth.exchanges).toHaveLength(1);
  });

  it.skipIf(missing)(
    'an answer that was not stored any more: asked again, or connected again, never a wrong token',
    async () => {
      for (const refresh of ['keep', 'rotate'] as const) {
        oauth.reset();
        oauth.faults.refresh = refresh;
        const tokens = granted();
        await store(tokens);
        const real = renewIn({ store: place.stores[0]!, keyring }, id);
        // The process dies between the server's answer and the commit.
        const dying: Renew = (change) =>
          real(async (secret) => {
            await change(secret);
            throw new Error('killed');
          });
        await expect(source(JSON.stringify(tokens), dying)(tokens.accessToken)).rejects.toThrow('killed');
        expect(await stored()).toEqual(tokens);
        const again = source(JSON.stringify(tokens), real)(tokens.accessToken);
        if (refresh === 'keep') expect(await again).toBe((await stored()).accessToken);
        else await expect(again).rejects.toThrow(/invalid_grant\): connect it again/);
        await place.stores[0]!.db.delete(schema.mailbox);
      }
    },
  );

  it.skipIf(missing)('what is connected anew while a token is being renewed stays', async () => {
    const [tokens, anew] = [granted(), granted()];
    await store(tokens);
    oauth.faults.token = { times: 1, answer: 'slow', error: 'temporarily_unavailable' };
    const renewing = sources(tokens)[0]!(tokens.accessToken).catch(() => null);
    await expect.poll(() => oauth.faults.token?.times).toBe(0);
    const sealed = await keyring.seal(JSON.stringify(anew), secretBinding('mailbox', id));
    const replacing = place.stores[1]!.db.update(schema.mailbox)
      .set({ secret: sealed })
      .then(() => undefined);
    oauth.release();
    await Promise.all([renewing, replacing]);
    expect(await stored()).toEqual(anew);
  });

  it.skipIf(missing)('a secret of another mailbox, or of none, opens nothing', async () => {
    const tokens = granted();
    await store(tokens);
    const sealed = await keyring.seal(JSON.stringify(tokens), secretBinding('mailbox', 'other'));
    await place.stores[0]!.db.update(schema.mailbox).set({ secret: sealed });
    expect(await thrown(sources(tokens)[0]!(tokens.accessToken))).toBeInstanceOf(NeedsPerson);
    await place.stores[0]!.db.update(schema.mailbox).set({ secret: '' });
    expect(await thrown(sources(tokens)[0]!(tokens.accessToken))).toBeInstanceOf(NeedsPerson);
    expect(oauth.exchanges).toEqual([]);
  });
});
