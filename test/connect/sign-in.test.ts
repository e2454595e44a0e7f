/** Connecting in a browser, and every way that was thought of to have something connected that nobody confirmed. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { secretBinding } from '../../src/connect/desk.ts';
import { searchedAddress } from '../../src/db/schema.ts';
import { minute } from '../support/service.ts';
import {
  type Account,
  browser,
  home,
  type KindName,
  mailboxOf,
  openWorld,
  ours,
  start,
  type Visitor,
  type World,
} from './world.ts';

const rep = 'rep@acme.test';
const hostile = `<script>alert('1')</script>"'&<img src=x onerror=y>`;

const google = (name: string) => `https://www.googleapis.com/auth/${name}`;
const closed = (status: number, name: string) => ({ status, code: name, reason: name });

/** In what the providers differ. */
const manners = {
  outlook: {
    scopes: ['Mail.ReadWrite', 'User.Read', 'offline_access'],
    half: ['User.Read', 'offline_access'],
    nearly: ['Mail.ReadWrite.Shared', 'User.Read'],
    parameters: { response_mode: 'query' },
    asked: 'create, change and delete drafts and other mail in this mailbox. It does not allow sending.',
    aboutSending: 'This access cannot send mail',
    ended: 'The provider offers no way to end it from here',
    revoked: [] as string[],
    help: 'App registrations',
    adminConsent: true,
    noMailbox: closed(404, 'MailboxNotEnabledForRESTAPI'),
    withoutMailbox: 'give it a licence',
    suspended: closed(403, 'ErrorAccountSuspend'),
  },
  gmail: {
    scopes: [google('gmail.modify')],
    half: [google('gmail.readonly'), google('gmail.compose')],
    nearly: [google('gmail.modify.readonly')],
    parameters: { access_type: 'offline' },
    asked: 'Google has no permission for drafts that leaves sending out; Countersign never sends.',
    aboutSending: 'This access could send mail, for every permission of Google that allows drafts allows sending too',
    ended: 'The access was ended at the provider',
    revoked: ['refresh'],
    help: 'Google Auth Platform',
    adminConsent: false,
    noMailbox: closed(400, 'failedPrecondition'),
    withoutMailbox: 'turn Gmail on for it',
    suspended: closed(403, 'accountDisabled'),
  },
};

let world: World;
let kind: KindName;
let account: Account;
let other: Account;
let admin: Visitor;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());
beforeEach(async () => {
  await world.clear();
  world.service.setClock(start);
  world.oauth.signIn(world.person(account));
  admin = await world.admin(kind);
});

const queryOf = (path: string) => new URL(path, home).searchParams;
const back = (parameters: Record<string, string>) => `/connect/${kind}/callback?${new URLSearchParams(parameters)}`;

/** Each begins as an honest sign-in does, and ends with `expect`ed status and nothing that became a mailbox. */
const variants: [name: string, status: number, act: () => Promise<number>][] = [
  ['no session', 401, async () => (await browser(world.service, kind).open(back({ state: 'x', code: 'y' }))).status],
  ['a state that nobody made', 400, async () => (await admin.open(back({ state: 'forged', code: 'y' }))).status],
  ['no state', 400, async () => (await admin.open(back({ code: 'y' }))).status],
  ['an empty state', 400, async () => (await admin.open(back({ state: '', code: 'y' }))).status],
  [
    'two states',
    400,
    async () => (await admin.open(`${await admin.signIn((await admin.begin(rep)).url)}&state=x`)).status,
  ],
  [
    'the state of an attempt without its code',
    400,
    async () => {
      const query = queryOf(await admin.signIn((await admin.begin(rep)).url));
      return (await admin.open(back({ state: query.get('state')! }))).status;
    },
  ],
  [
    'a state used twice',
    400,
    async () => {
      const answer = await admin.signIn((await admin.begin(rep)).url);
      await admin.open(answer);
      return (await admin.open(answer)).status;
    },
  ],
  [
    'a state used up by an answer that failed',
    400,
    async () => {
      const answer = await admin.signIn((await admin.begin(rep)).url);
      await admin.open(back({ state: queryOf(answer).get('state')!, code: 'wrong' }));
      return (await admin.open(answer)).status;
    },
  ],
  [
    'the state of another browser, same admin',
    400,
    async () => {
      const answer = await admin.signIn((await admin.begin(rep)).url);
      const second = browser(world.service, kind);
      second.jar.set('countersign', admin.jar.get('countersign')!);
      return (await second.open(answer)).status;
    },
  ],
  [
    'the state of another admin in this browser',
    400,
    async () => {
      const answer = await admin.signIn((await admin.begin(rep)).url);
      const second = await world.admin(kind);
      second.jar.set('countersign-connect', admin.jar.get('countersign-connect')!);
      return (await second.open(answer)).status;
    },
  ],
  [
    'an attacker who sends their own answer to an admin',
    400,
    async () => {
      const attacker = await world.admin(kind);
      const answer = await attacker.signIn((await attacker.begin(rep)).url);
      await admin.begin(rep);
      return (await admin.open(answer)).status;
    },
  ],
  [
    'a state that is ten minutes old',
    400,
    async () => {
      const answer = await admin.signIn((await admin.begin(rep)).url);
      world.service.setClock(new Date(start.getTime() + 10 * minute));
      return (await admin.open(answer)).status;
    },
  ],
  [
    'an injected code: that of another sign-in',
    400,
    async () => {
      const attacker = await world.admin(kind);
      const theirs = queryOf(await attacker.signIn((await attacker.begin(rep)).url));
      const mine = queryOf(await admin.signIn((await admin.begin(rep)).url));
      return (await admin.open(back({ state: mine.get('state')!, code: theirs.get('code')! }))).status;
    },
  ],
  [
    'PKCE left out of the request on the way',
    400,
    async () => {
      const url = new URL((await admin.begin(rep)).url);
      const state = url.searchParams.get('state')!;
      url.searchParams.delete('code_challenge');
      url.searchParams.delete('code_challenge_method');
      expect((await fetch(url)).status).toBe(400);
      return (await admin.open(back({ state, code: 'x' }))).status;
    },
  ],
  [
    'another challenge put into the request',
    400,
    async () => {
      const url = new URL((await admin.begin(rep)).url);
      url.searchParams.set('code_challenge', 'A'.repeat(43));
      return (await admin.open(await admin.signIn(url.href))).status;
    },
  ],
  [
    'the answer of another issuer',
    400,
    async () => {
      world.oauth.faults.iss = 'https://accounts.evil.example';
      return (await admin.open(await admin.signIn((await admin.begin(rep)).url))).status;
    },
  ],
  [
    'a refusal that comes from another issuer',
    400,
    async () => {
      world.oauth.faults.iss = 'https://accounts.evil.example';
      world.oauth.faults.refuse = 'access_denied';
      return (await admin.open(await admin.signIn((await admin.begin(rep)).url))).status;
    },
  ],
  [
    'the answer of another tenant',
    400,
    async () => {
      world.oauth.faults.iss = `${world.oauth.origin}/evil/v2.0`;
      return (await admin.open(await admin.signIn((await admin.begin(rep)).url))).status;
    },
  ],
  [
    'two issuers',
    400,
    async () =>
      (await admin.open(`${await admin.signIn((await admin.begin(rep)).url)}&iss=https://evil.example`)).status,
  ],
  [
    'an answer with tokens in it',
    400,
    async () => (await admin.open(`${await admin.signIn((await admin.begin(rep)).url)}&id_token=x.y.z`)).status,
  ],
  [
    'a signed answer that nobody asked for',
    400,
    async () => (await admin.open(`${await admin.signIn((await admin.begin(rep)).url)}&response=x.y.z`)).status,
  ],
  [
    'the answer brought to another kind',
    404,
    async () => {
      const answer = await admin.signIn((await admin.begin(rep)).url);
      return (await admin.open(answer.replace(`/${kind}/`, '/imap/'))).status;
    },
  ],
  [
    'another mailbox than was named',
    409,
    async () => {
      world.oauth.signIn(world.person(other));
      const answer = await admin.open(await admin.signIn((await admin.begin(rep)).url));
      expect(answer.page).toContain('You named rep@acme.test, but the mailbox of other@acme.test answered');
      return answer.status;
    },
  ],
  [
    'another mailbox, whose address the admin claims as an alias',
    409,
    async () => {
      world.oauth.signIn(world.person(other));
      const { url } = await admin.begin(rep, { aliases: 'other@acme.test' });
      return (await admin.open(await admin.signIn(url))).status;
    },
  ],
  [
    'consent refused',
    403,
    async () => {
      world.oauth.faults.refuse = 'access_denied';
      return (await admin.open(await admin.signIn((await admin.begin(rep)).url))).status;
    },
  ],
  [
    'consent that only an admin may give',
    403,
    async () => {
      world.oauth.faults.refuse = 'consent_required';
      const answer = await admin.open(await admin.signIn((await admin.begin(rep)).url));
      expect(answer.page.includes('An admin of the organisation agrees for everyone')).toBe(manners[kind].adminConsent);
      return answer.status;
    },
  ],
  [
    'a refusal in words of markup',
    403,
    async () => {
      world.oauth.faults.refuse = hostile;
      const answer = await admin.open(await admin.signIn((await admin.begin(rep)).url));
      expect(answer.page).not.toContain('alert(');
      return answer.status;
    },
  ],
  [
    'half of the scopes',
    403,
    async () => {
      world.oauth.faults.scopes = manners[kind].half;
      const answer = await admin.open(await admin.signIn((await admin.begin(rep)).url));
      expect(answer.page).toContain(`${manners[kind].scopes[0]} is missing`);
      return answer.status;
    },
  ],
  [
    'a scope that is only nearly the right one',
    403,
    async () => {
      world.oauth.faults.scopes = manners[kind].nearly;
      return (await admin.open(await admin.signIn((await admin.begin(rep)).url))).status;
    },
  ],
  [
    'no lasting access',
    403,
    async () => {
      world.oauth.faults.noRefreshToken = true;
      return (await admin.open(await admin.signIn((await admin.begin(rep)).url))).status;
    },
  ],
  [
    'an account without a mailbox',
    403,
    async () => {
      account.closed = manners[kind].noMailbox;
      const answer = await admin.open(await admin.signIn((await admin.begin(rep)).url));
      account.closed = null;
      expect(answer.page).toContain(manners[kind].withoutMailbox);
      return answer.status;
    },
  ],
  [
    'a suspended account',
    403,
    async () => {
      account.closed = manners[kind].suspended;
      const { status } = await admin.open(await admin.signIn((await admin.begin(rep)).url));
      account.closed = null;
      return status;
    },
  ],
  [
    'a token endpoint that is down',
    503,
    async () => {
      world.oauth.faults.token = { times: 1, answer: 503 };
      return (await admin.open(await admin.signIn((await admin.begin(rep)).url))).status;
    },
  ],
  [
    'a token endpoint that answers a page',
    503,
    async () => {
      world.oauth.faults.token = { times: 1, answer: 'garbled' };
      return (await admin.open(await admin.signIn((await admin.begin(rep)).url))).status;
    },
  ],
  [
    'a registration whose secret ran out',
    403,
    async () => {
      world.oauth.faults.token = { times: 1, answer: 401, error: 'invalid_client' };
      return (await admin.open(await admin.signIn((await admin.begin(rep)).url))).status;
    },
  ],
  [
    'a confirmation without its form token',
    400,
    async () => {
      const { attempt } = await admin.upToConfirm(rep);
      return (await admin.send(`/connect/${kind}/confirm`, { attempt, answer: 'yes' })).status;
    },
  ],
  [
    "a confirmation with another session's form token",
    400,
    async () => {
      const token = await (await world.admin(kind)).token(`/connect/${kind}`);
      const { attempt } = await admin.upToConfirm(rep);
      return (await admin.send(`/connect/${kind}/confirm`, { attempt, token, answer: 'yes' })).status;
    },
  ],
  ...[
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'same-site', origin: 'null' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    {},
  ].map((headers): [string, number, () => Promise<number>] => [
    `a confirmation sent from elsewhere, ${JSON.stringify(headers)}`,
    400,
    async () => {
      const { attempt, to } = await admin.upToConfirm(rep);
      const token = await admin.token(to);
      const fields = { attempt, token, answer: 'yes' };
      return (await admin.send(`/connect/${kind}/confirm`, fields, headers as Record<string, string>)).status;
    },
  ]),
  [
    'a confirmation from another browser',
    400,
    async () => {
      const { attempt, to } = await admin.upToConfirm(rep);
      const token = await admin.token(to);
      const second = browser(world.service, kind);
      second.jar.set('countersign', admin.jar.get('countersign')!);
      return (await second.send(`/connect/${kind}/confirm`, { attempt, token, answer: 'yes' })).status;
    },
  ],
  [
    'a confirmation that is ten minutes late',
    400,
    async () => {
      const { attempt, to } = await admin.upToConfirm(rep);
      const token = await admin.token(to);
      world.service.setClock(new Date(start.getTime() + 10 * minute));
      return (await admin.send(`/connect/${kind}/confirm`, { attempt, token, answer: 'yes' })).status;
    },
  ],
  [
    'a confirmation of what was not answered yet',
    400,
    async () => {
      await admin.begin(rep);
      const attempt = (await world.attempts())[0]!.id;
      const token = await admin.token(`/connect/${kind}`);
      return (await admin.send(`/connect/${kind}/confirm`, { attempt, token, answer: 'yes' })).status;
    },
  ],
  [
    'a confirmation that says no',
    303,
    async () => {
      const { attempt, to } = await admin.upToConfirm(rep);
      const token = await admin.token(to);
      const { status } = await admin.send(`/connect/${kind}/confirm`, { attempt, token, answer: 'no' });
      expect(await world.attempts()).toEqual([]);
      return status;
    },
  ],
  [
    'a beginning without a session',
    401,
    async () => (await browser(world.service, kind).send(`/connect/${kind}`, { rep, token: 'x' })).status,
  ],
  [
    'a beginning from elsewhere',
    400,
    async () => {
      const token = await admin.token(`/connect/${kind}`);
      return (await admin.send(`/connect/${kind}`, { rep, token }, { 'sec-fetch-site': 'cross-site' })).status;
    },
  ],
  ['a kind that there is not', 404, async () => (await admin.open('/connect/nosuch')).status],
  [
    'a form as long as a book',
    413,
    async () => {
      const token = await admin.token(`/connect/${kind}`);
      return (await admin.send(`/connect/${kind}`, { rep, token, name: 'x'.repeat(70_000) })).status;
    },
  ],
];

describe.each(['outlook', 'gmail'] as const)('%s', (name) => {
  beforeAll(() => {
    kind = name;
    account = world.account(kind, 'Rep Ö', rep, ['rep.alias@acme.test']);
    other = world.account(kind, 'Other', 'other@acme.test');
  });

  describe('connecting in a browser', () => {
    it('asks for the least, with PKCE, and stores what was confirmed, sealed', async () => {
      const { url, page } = await admin.begin('Rep@Acme.test', { name: 'Robin', timeZone: 'Europe/Berlin' });
      expect(page).toContain(manners[kind].asked);
      const asked = new URL(url).searchParams;
      expect(Object.fromEntries(asked)).toMatchObject({
        response_type: 'code',
        client_id: 'our-app',
        redirect_uri: `${home}/connect/${kind}/callback`,
        scope: manners[kind].scopes.join(' '),
        ...manners[kind].parameters,
        code_challenge_method: 'S256',
        login_hint: rep,
      });
      expect(asked.has('prompt')).toBe(false);
      const answer = await admin.open(await admin.signIn(url));
      expect(answer.status).toBe(303);
      expect(answer.to).toMatch(new RegExp(`^/connect/${kind}/confirm\\?attempt=[0-9a-f]{64}$`));
      expect(await world.mailboxes()).toEqual([]);
      const confirm = await admin.open(answer.to);
      expect(confirm.page).toContain('It becomes the mailbox of');
      expect(confirm.page).toContain(manners[kind].asked);
      expect(confirm.page).toContain(manners[kind].aboutSending);
      const token = /name="token" value="([^"]+)"/.exec(confirm.page)?.[1] ?? '';
      const attempt = queryOf(answer.to).get('attempt') ?? '';
      const done = await admin.send(`/connect/${kind}/confirm`, { token, attempt, answer: 'yes' });
      expect([done.status, done.to]).toEqual([303, '/']);
      const row = await mailboxOf(world, rep);
      expect(row).toMatchObject({
        kind,
        repName: 'Robin',
        account: rep,
        aliases: ['rep.alias@acme.test'],
        timeZone: 'Europe/Berlin',
      });
      expect(await world.attempts()).toEqual([]);
      await world.service.after(1_000);
      expect((await mailboxOf(world, rep)).problem).toBeNull();
      const everywhere = (await world.stored()) + world.logged.join('') + confirm.page + page + answer.page;
      for (const secret of [
        account.token,
        'refresh-',
        'our-app-secret',
        queryOf(await admin.signIn(url)).get('code') ?? '-',
      ])
        expect(everywhere).not.toContain(secret);
    });

    it('takes an alias for the mailbox it belongs to, and knows the account behind it', async () => {
      expect((await admin.connect('rep.alias@acme.test')).status).toBe(303);
      expect(await mailboxOf(world, 'rep.alias@acme.test')).toMatchObject({ account: rep, aliases: [rep] });
    });

    it('connects again what needs attention, as the status page offers', async () => {
      await admin.connect(rep);
      const before = await mailboxOf(world, rep);
      world.oauth.endAll();
      account.revoked = true;
      await world.service.after(5 * minute);
      const status = await admin.open('/');
      expect(status.page).toMatch(
        /The access to rep@acme\.test was ended or has run out \(invalid_grant\): connect it again\./,
      );
      expect(status.page).toContain('since just now');
      expect(status.page).toContain(`<a href="/connect/${kind}?rep=rep%40acme.test">Connect again</a>`);
      expect((await admin.open(`/connect/${kind}?rep=rep%40acme.test`)).page).toContain('value="rep@acme.test"');
      account.revoked = false;
      await admin.connect(rep);
      await world.service.after(minute);
      const after = await mailboxOf(world, rep);
      expect(after).toMatchObject({ id: before.id, problem: null, cursor: expect.any(String) });
    });

    it('keeps the lasting token of the same account where the provider gives no new one', async () => {
      await admin.connect(rep);
      world.oauth.faults.noRefreshToken = true;
      world.oauth.faults.refresh = 'keep';
      expect((await admin.connect(rep)).status).toBe(303);
      world.oauth.faults.noRefreshToken = false;
      await world.service.after(120 * minute);
      expect(await mailboxOf(world, rep)).toMatchObject({ problem: null });
      expect(world.oauth.exchanges.at(-1)).toEqual({ grant: 'refresh_token', ok: true });
    });

    it('shows and stores what the lasting token allows, not what the sign-in alone was given', async () => {
      await admin.connect(rep);
      world.oauth.faults.noRefreshToken = true;
      world.oauth.faults.refresh = 'keep';
      const scopes = [...manners[kind].scopes, 'extra.of-the-sign-in'];
      world.oauth.faults.scopes = scopes;
      const { to, attempt } = await admin.upToConfirm(rep);
      const { page } = await admin.open(to);
      expect(page).toContain(manners[kind].scopes[0]);
      expect(page).not.toContain('extra.of-the-sign-in');
      expect((await world.attempts())[0]?.found?.scopes).toEqual(manners[kind].scopes);
      await admin.send(`/connect/${kind}/confirm`, { token: await admin.token(to), attempt, answer: 'yes' });
      const { desk } = world.service.app;
      const { id, secret } = await mailboxOf(world, rep);
      const stored = JSON.parse(await desk.keyring.unseal(secret, secretBinding('mailbox', id)));
      expect(stored.scopes).toEqual(manners[kind].scopes);
    });

    it('takes no stored token that is over for a lasting one', async () => {
      await admin.connect(rep);
      world.oauth.endAll();
      world.oauth.faults.noRefreshToken = true;
      const { url } = await admin.begin(rep);
      const { status, page } = await admin.open(await admin.signIn(url));
      expect(status).toBe(403);
      expect(page).toContain('remove this app under the connected apps of that account');
      expect(await world.attempts()).toEqual([]);
    });

    it('reads anew when the address has gone to another account, and only then', async () => {
      const shared = 'desk@acme.test';
      const db = world.service.app.store.db;
      world.oauth.signIn(world.person(world.account(kind, 'Old', 'old@acme.test', [shared])));
      await admin.connect(shared);
      await world.service.after(1_000);
      const { id, cursor } = await mailboxOf(world, shared);
      expect(cursor).not.toBeNull();
      await db.insert(searchedAddress).values({ mailboxId: id, address: 'buyer@buyer.test', searchedAt: start });
      await admin.connect(shared);
      expect(await mailboxOf(world, shared)).toMatchObject({ id, cursor, account: 'old@acme.test' });
      expect(await db.select().from(searchedAddress)).toHaveLength(1);
      world.oauth.signIn(world.person(world.account(kind, 'New', 'new@acme.test', [shared])));
      await admin.connect(shared);
      expect(await mailboxOf(world, shared)).toMatchObject({ id, cursor: null, account: 'new@acme.test' });
      expect(await db.select().from(searchedAddress)).toEqual([]);
    });

    it('believes no id_token', async () => {
      world.oauth.faults.foreignIdToken = true;
      await admin.connect(rep);
      expect((await mailboxOf(world, rep)).account).toBe(rep);
    });

    it('ends the access and keeps the record', async () => {
      await admin.connect(rep);
      const { id } = await mailboxOf(world, rep);
      await world.service.after(minute);
      const token = await admin.token(`/disconnect/${id}`);
      expect((await admin.send(`/disconnect/${id}`, { token: 'x' })).status).toBe(400);
      expect((await mailboxOf(world, rep)).disconnectedAt).toBeNull();
      const { page } = await admin.send(`/disconnect/${id}`, { token });
      expect(page).toContain(manners[kind].ended);
      // The refresh token, for with it everything that came of it ends.
      expect(world.oauth.revoked.map((each) => each.split('-')[0])).toEqual(manners[kind].revoked);
      expect(await mailboxOf(world, rep)).toMatchObject({
        secret: '',
        disconnectedAt: world.service.now(),
        pushHash: null,
      });
      const before = world.requests().length;
      await world.service.after(60 * minute);
      expect(world.requests()).toHaveLength(before);
      expect((await admin.open('/')).page).toContain('disconnected 1 h ago');
      expect(await world.service.verifyLedger()).toBeGreaterThan(1);
    });

    it('says so when the provider did not end the access', async () => {
      if (kind === 'outlook') return expect(world.kinds.outlook.oauth!.server({}).revocationEndpoint).toBeNull();
      await admin.connect(rep);
      world.oauth.faults.revocation = 503;
      const { id } = await mailboxOf(world, rep);
      const { page } = await admin.send(`/disconnect/${id}`, { token: await admin.token(`/disconnect/${id}`) });
      expect(page).toContain('but not ended at the provider');
      expect(await mailboxOf(world, rep)).toMatchObject({ secret: '', disconnectedAt: world.service.now() });
    });

    it('says with what help one registers an app, and which settings are missing', async () => {
      const { page } = await admin.open(`/connect/${kind}`);
      expect(page).toContain(` ${home}/connect/${kind}/callback`);
      expect(page).toContain(manners[kind].help);
      expect(page.includes('agrees for everyone, once')).toBe(manners[kind].adminConsent);
      const bare = { ...world.service.app.desk, clients: {} };
      const { begin } = await import('../../src/connect/sign-in.ts');
      const wanted = { rep, name: '', aliases: [], timeZone: 'UTC' };
      const asked = begin(bare, world.kinds[kind] as never, wanted, { browser: 'b', session: 's' });
      await expect(asked).rejects.toThrow(
        `set ${['ID', 'SECRET'].map((each) => `COUNTERSIGN_CLIENT_${kind.toUpperCase()}_${each}`).join(' and ')}`,
      );
      const nowhere = begin(
        { ...world.service.app.desk, url: () => 'http://countersign.lan' },
        world.kinds[kind] as never,
        wanted,
        { browser: 'b', session: 's' },
      );
      await expect(nowhere).rejects.toThrow(/set COUNTERSIGN_URL/);
    });

    it('tries a password before it stores it', async () => {
      const token = await admin.token('/connect/imap');
      expect((await admin.open('/connect/imap')).page).toMatch(/name="host"[\s\S]*name="secure"[\s\S]*name="password"/);
      const fields = {
        token,
        rep,
        host: '127.0.0.1',
        port: '1',
        secure: 'none',
        user: 'u',
        password: 'hunter2-secret',
      };
      const { status, page } = await admin.send('/connect/imap', fields);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(page).toContain('role="alert"');
      expect(page + world.logged.join('')).not.toContain('hunter2-secret');
      const plain = await admin.send('/connect/imap', { ...fields, host: 'mail.example' });
      expect(plain.page).toMatch(/Without encryption the password for u would cross the network/);
      expect(await world.mailboxes()).toEqual([]);
    });
  });

  describe('a hostile or unlucky sign-in stores nothing', () => {
    it.each(variants)('%s: %i', async (_, status, act) => {
      expect(await act()).toBe(status);
      expect(await world.mailboxes()).toEqual([]);
      // Each is told with a sentence of ours: none is a surprise.
      expect(world.logged.join('')).not.toContain('page-failed');
      expect((await world.stored()) + world.logged.join('')).not.toMatch(/access-\d|refresh-\d|code-\d|our-app-secret/);
      expect(world.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
    });

    it('one of fifty answers and one of fifty confirmations counts', async () => {
      const { url } = await admin.begin(rep);
      const answer = await admin.signIn(url);
      const answers = await Promise.all(Array.from({ length: 50 }, () => admin.open(answer)));
      expect(answers.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1);
      const attempt = (await world.attempts())[0]!.id;
      const token = await admin.token(`/connect/${kind}`);
      const fields = { attempt, token, answer: 'yes' };
      const all = await Promise.all(Array.from({ length: 50 }, () => admin.send(`/connect/${kind}/confirm`, fields)));
      expect(all.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1);
      expect(await world.mailboxes()).toHaveLength(1);
      expect(world.oauth.exchanges).toEqual([{ grant: 'authorization_code', ok: true }]);
    });

    it('an answer that nobody confirmed is forgotten, tokens included', async () => {
      await admin.upToConfirm(rep);
      expect(await world.attempts()).toHaveLength(1);
      await world.service.after(11 * minute);
      expect(await world.attempts()).toEqual([]);
    });

    it('leads nowhere else, whatever is asked for', async () => {
      for (const path of [
        `/connect/${kind}/callback?return_to=https://evil.example&next=//evil.example`,
        `/connect/${kind}/callback?admin_consent=True&tenant=evil`,
        `/connect/${kind}?rep=https://evil.example`,
      ]) {
        const { to } = await admin.open(path);
        expect(['', `/connect/${kind}`]).toContain(to);
      }
      const { url } = await admin.begin(rep, { redirect_uri: 'https://evil.example', login: 'https://evil.example' });
      expect(new URL(url).origin).toBe(world.oauth.origin);
      expect(new URL(url).searchParams.getAll('redirect_uri')).toEqual([`${home}/connect/${kind}/callback`]);
    });

    it('takes no address of its own from the request', async () => {
      const token = await admin.token(`/connect/${kind}`);
      const headers = { ...ours, host: 'evil.example', 'x-forwarded-host': 'evil.example' };
      const { page } = await admin.send(`/connect/${kind}`, { token, rep }, headers);
      expect(page).not.toContain('evil.example');
    });

    it('shows what was typed or granted as text only, and never a password', async () => {
      const token = await admin.token(`/connect/${kind}`);
      const typed = await admin.send(`/connect/${kind}`, { token, rep: hostile, name: hostile, aliases: hostile });
      expect(typed.status).toBe(400);
      world.oauth.faults.scopes = [...manners[kind].scopes, '<img/src=x>'];
      const { url } = await admin.begin(rep, { name: hostile });
      const { to } = await admin.open(await admin.signIn(url));
      const confirm = await admin.open(to);
      expect(confirm.page).toContain('&lt;img/src=x&gt;');
      const prefilled = await admin.open(`/connect/${kind}?rep=${encodeURIComponent(hostile)}`);
      for (const { page } of [typed, confirm, prefilled]) {
        expect(page).toContain('&lt;script&gt;alert(');
        expect(page).not.toMatch(/<script|<img|onerror=y>(?!.*&gt;)/);
      }
    });

    it('answers with a strict policy, no referrer, nothing stored, and cookies that no script sees', async () => {
      const token = await admin.token(`/connect/${kind}`);
      const { headers } = await admin.send(`/connect/${kind}`, { token, rep });
      for (const response of [
        headers,
        (await admin.open('/connect')).headers,
        (await admin.open(back({ state: 'x' }))).headers,
      ]) {
        expect(response.get('content-security-policy')).toBe(
          "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        );
        expect(response.get('referrer-policy')).toBe('no-referrer');
        expect(response.get('cache-control')).toBe('no-store');
      }
      expect(headers.get('set-cookie')).toMatch(
        /^countersign-connect=[\w-]{72}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
      );
    });

    it('names its cookies so that nobody else can set them, where browsers come by https', async () => {
      const { pages } = await import('../../src/web/pages.ts');
      const { app } = world.service;
      const web = pages({ store: app.store, now: () => world.service.now(), https: true, desk: app.desk });
      const { setupLink } = await import('../../src/node.ts');
      const path = new URL(await setupLink(app)).pathname;
      const made = await web.request(`http://proxy.internal${path}`, { method: 'POST' });
      expect(made.headers.get('set-cookie')).toMatch(
        /^__Host-countersign=\S+; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
    });
  });
});
