/** A service whose browser kinds lead to fakes: their mail services, and the authorization server before them. */
import { eq } from 'drizzle-orm';
import * as schema from '../../src/db/schema.ts';
import { createLog } from '../../src/lib/log.ts';
import { gmailKind } from '../../src/mailbox/gmail.ts';
import { imap } from '../../src/mailbox/imap.ts';
import type { MailboxKind } from '../../src/mailbox/mailbox.ts';
import { outlookKind } from '../../src/mailbox/outlook.ts';
import { setupLink } from '../../src/node.ts';
import { type FakeAccount, type FakeGmail, startGmail } from '../fakes/gmail.ts';
import { type OAuthFake, startOAuthServer } from '../fakes/oauth-server.ts';
import { type Graph, type GraphAccount, startGraph } from '../fakes/outlook.ts';
import { startService, type TestService } from '../support/service.ts';

export const home = 'http://127.0.0.1:4610';
export const start = new Date('2026-11-24T09:00:00Z');

export type KindName = 'outlook' | 'gmail';
export type Account = GraphAccount | FakeAccount;

export interface World {
  service: TestService;
  oauth: OAuthFake;
  graph: Graph;
  gmail: FakeGmail;
  /** The browser kinds by name. */
  kinds: Record<KindName, MailboxKind>;
  /** An account at the mail service of that kind. */
  account(kind: KindName, name: string, address: string, aliases?: string[]): Account;
  /** What both mail services were asked; a copy. */
  requests(): { method: string; path: string }[];
  logged: string[];
  /** Everything that the database holds of mailboxes and attempts, as text. */
  stored(): Promise<string>;
  mailboxes(): Promise<(typeof schema.mailbox.$inferSelect)[]>;
  attempts(): Promise<(typeof schema.connectAttempt.$inferSelect)[]>;
  /** Forgets every mailbox, and switches every fault off. */
  clear(): Promise<void>;
  /** A browser in which an admin is signed in. */
  admin(kind?: KindName): Promise<Visitor>;
  person(account: Account): { address: string; onToken(token: string): void };
  stop(): Promise<void>;
}

export interface WorldOptions {
  environment?: Record<string, string>;
  /** The kind with other properties. */
  change?: (kind: MailboxKind, oauth: OAuthFake) => MailboxKind;
  crm?: Record<string, string>;
  /** Where the keys are by which notices of Gmail prove themselves. */
  keys?: string;
}

export async function openWorld({ environment = {}, change, crm, keys }: WorldOptions = {}): Promise<World> {
  const oauth = await startOAuthServer();
  let service: TestService | null = null;
  const graph = await startGraph({ now: () => service?.now() ?? start, allow: outlookKind().oauth!.allow });
  const gmail = await startGmail({ now: () => service?.now() ?? start, allow: gmailKind().oauth!.allow });
  const login = { authorize: oauth.origin, token: oauth.origin };
  const changed = (made: MailboxKind) => change?.(made, oauth) ?? made;
  const kinds = {
    outlook: changed(outlookKind({ api: graph.origin, login: oauth.origin })),
    gmail: changed(gmailKind({ api: gmail.origin, login, ...(keys ? { keys } : {}) })),
  };
  const logged: string[] = [];
  service = await startService({
    at: start,
    ...(crm ? { crm } : {}),
    mailboxKinds: [imap, kinds.gmail, kinds.outlook],
    log: createLog({ level: 'debug', destination: { write: (line) => logged.push(line) } }),
    environment: {
      COUNTERSIGN_URL: home,
      COUNTERSIGN_CLIENT_OUTLOOK_ID: oauth.client.id,
      COUNTERSIGN_CLIENT_OUTLOOK_SECRET: oauth.client.secret,
      COUNTERSIGN_CLIENT_OUTLOOK_TENANT: 'acme',
      COUNTERSIGN_CLIENT_GMAIL_ID: oauth.client.id,
      COUNTERSIGN_CLIENT_GMAIL_SECRET: oauth.client.secret,
      ...environment,
    },
  });
  const running = service;
  const { db } = running.app.store;
  const world: World = {
    service: running,
    oauth,
    graph,
    gmail,
    kinds,
    account(kind, name, address, aliases = []) {
      if (kind === 'outlook') return graph.account({ name, address }, aliases);
      const sendAs = aliases.map((sendAsEmail) => ({ sendAsEmail, verificationStatus: 'accepted' }));
      return gmail.account({ name, address }, sendAs);
    },
    requests: () => [...graph.requests, ...gmail.requests],
    logged,
    mailboxes: () => db.select().from(schema.mailbox),
    attempts: () => db.select().from(schema.connectAttempt),
    async stored() {
      return JSON.stringify([await world.mailboxes(), await world.attempts()]);
    },
    async clear() {
      // What was counted of them is noted before they go.
      await running.app.sweep();
      for (const { id } of await world.mailboxes()) await running.app.forget(id);
      await db.delete(schema.mailbox);
      await db.delete(schema.connectAttempt);
      oauth.reset();
      graph.requests.length = 0;
      gmail.requests.length = 0;
      logged.length = 0;
    },
    async admin(kind) {
      const visitor = browser(running, kind);
      await visitor.open(new URL(await setupLink(running.app)).pathname, { method: 'POST' });
      return visitor;
    },
    person: (account) => ({
      address: account.owner.address,
      onToken: (token) => {
        account.token = token;
      },
    }),
    async stop() {
      await running.stop();
      await oauth.stop();
      await graph.stop();
      await gmail.stop();
    },
  };
  return world;
}

export type Visitor = ReturnType<typeof browser>;

/** What a browser does that connects mailboxes of a kind: keeps cookies, sends forms as their page has them. Redirects are answers here. */
export function browser(service: TestService, kind: KindName = 'outlook') {
  const jar = new Map<string, string>();
  const visitor = {
    jar,
    async open(path: string, init: RequestInit = {}) {
      const headers = new Headers(init.headers);
      headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
      const response = await service.app.web.request(new URL(path, home), { ...init, headers });
      for (const cookie of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
        jar.set(name, value);
      }
      const page = await response.text();
      return { status: response.status, page, headers: response.headers, to: response.headers.get('location') ?? '' };
    },
    /** The token that the forms of a page carry. */
    async token(path: string): Promise<string> {
      return /name="token" value="([^"]+)"/.exec((await visitor.open(path)).page)?.[1] ?? '';
    },
    async send(path: string, fields: Record<string, string>, headers: Record<string, string> = ours) {
      return visitor.open(path, { method: 'POST', body: new URLSearchParams(fields), headers });
    },
    /** Fills in the form; answers the address that the page leads to. */
    async begin(rep: string, more: Record<string, string> = {}) {
      const token = await visitor.token(`/connect/${kind}`);
      const { page, status } = await visitor.send(`/connect/${kind}`, { token, rep, ...more });
      const url = /class="go" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
      return { status, page, url };
    },
    /** Signs in where the page leads to; answers where that leads back to. */
    async signIn(url: string): Promise<string> {
      const response = await fetch(url, { redirect: 'manual' });
      const back = new URL(response.headers.get('location') ?? 'http://nowhere.invalid');
      return back.pathname + back.search;
    },
    async upToConfirm(rep: string) {
      const { url } = await visitor.begin(rep);
      const answer = await visitor.open(await visitor.signIn(url));
      return { ...answer, attempt: new URL(answer.to || '/', home).searchParams.get('attempt') ?? '' };
    },
    async connect(rep: string) {
      const { to, attempt } = await visitor.upToConfirm(rep);
      const token = await visitor.token(to);
      return visitor.send(`/connect/${kind}/confirm`, { token, attempt, answer: 'yes' });
    },
  };
  return visitor;
}

/** As browsers mark what a page of ours sends; its origin is "null", for our pages send no referrer. */
export const ours = { 'sec-fetch-site': 'same-origin', origin: 'null' };

/** Lets a stored access token run out. */
export async function mailboxOf(world: World, rep: string) {
  const [row] = await world.service.app.store.db.select().from(schema.mailbox).where(eq(schema.mailbox.rep, rep));
  return row!;
}
