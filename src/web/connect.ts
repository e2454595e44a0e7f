/** Connecting and disconnecting mailboxes: for signed-in admins, in steps that each change as little as they can. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { addressesOf, clientOf, type Desk, isOAuth, missingSettings, type OAuthKind } from '../connect/desk.ts';
import { connectWithPassword, disconnect } from '../connect/save.ts';
import { attemptMs, begin, comeBack, confirm, refuse, toConfirm, type Visitor } from '../connect/sign-in.ts';
import { readWanted } from '../connect/wanted.ts';
import { findByRep, findConnected } from '../db/mailboxes.ts';
import { BadInput, Gone, Mismatch, NeedsPerson, sentenceOf, TryLater } from '../errors.ts';
import type { MailboxKind } from '../mailbox/mailbox.ts';
import {
  choicePage,
  confirmPage,
  disconnectPage,
  endedPage,
  formPage,
  leavePage,
  problemPage,
  type Typed,
} from './connect-pages.ts';
import { needsSession, type Sessions } from './session.ts';

type Env = { Variables: { session: string } };

const browserCookie = 'countersign-connect';

export function connectPages(desk: Desk, sessions: Sessions): Hono<Env> {
  const web = new Hono<Env>();
  const guard = async (c: Context<Env>, next: () => Promise<void>) => {
    c.header('cache-control', 'no-store');
    const session = await sessions.of(c);
    if (session === null) return c.html(needsSession(), 401);
    c.set('session', session);
    await next();
  };
  for (const path of ['/connect', '/connect/*', '/disconnect/*']) {
    web.use(path, guard);
    web.use(
      path,
      bodyLimit({ maxSize: 64 * 1_024, onError: (c) => c.html(problemPage('This form is too long.', null), 413) }),
    );
  }
  web.onError((error, c) => {
    const status = statusOf(error);
    if (status === 500) desk.log.error('page-failed', { error });
    return c.html(problemPage(sentenceOf(error), null), status, { 'cache-control': 'no-store' });
  });

  const kindOf = (c: Context): MailboxKind => {
    const kind = desk.kinds.find(({ name }) => name === c.req.param('kind'));
    if (!kind) throw new Gone('There is no such kind of mailbox.');
    return kind;
  };
  const oauthKindOf = (c: Context): OAuthKind => {
    const kind = kindOf(c);
    if (!isOAuth(kind)) throw new Gone(`${kind.title} is connected with a password.`);
    return kind;
  };
  const visitorOf = (c: Context<Env>): Visitor => ({
    browser: sessions.secret(c, browserCookie),
    session: c.get('session'),
  });
  /** The words of a form that was sent from our own page. */
  const wordsOf = async (c: Context<Env>): Promise<Typed> => {
    const body = await c.req.parseBody();
    sessions.checkForm(c, c.get('session'), body.token);
    const words = Object.entries(body).filter(([, value]) => typeof value === 'string');
    return Object.fromEntries(words) as Typed;
  };
  const form = (c: Context<Env>, kind: MailboxKind, typed: Typed, error: unknown = null) => {
    const page = {
      kind,
      typed,
      token: sessions.formToken(c.get('session')),
      ...helpFor(desk, kind),
    };
    const problem = error === null ? page.problem : sentenceOf(error);
    return c.html(formPage({ ...page, problem }), error === null ? 200 : statusOf(error));
  };

  web.get('/connect', (c) =>
    c.html(
      choicePage(
        desk.kinds.map((kind) => ({
          kind,
          missing: isOAuth(kind) ? missingSettings(kind, desk.clients[kind.name]) : [],
        })),
      ),
    ),
  );

  web.get('/connect/:kind', async (c) => {
    const known = await findByRep(desk.store.db, (c.req.query('rep') ?? '').toLowerCase());
    const typed: Typed = known
      ? { rep: known.rep, name: known.repName, aliases: known.aliases.join(', '), timeZone: known.timeZone }
      : { rep: c.req.query('rep') ?? '', timeZone: desk.timeZone };
    return form(c, kindOf(c), typed);
  });

  web.post('/connect/:kind', async (c) => {
    const kind = kindOf(c);
    const { password = '', ...typed } = await wordsOf(c);
    try {
      const { rep = '', name = '', aliases = '', timeZone = '' } = typed;
      const wanted = readWanted({ rep, name, aliases: aliases.split(','), timeZone }, desk.timeZone);
      if (!isOAuth(kind)) {
        await connectWithPassword(desk, kind, wanted, kind.parseSettings(settingsOf(kind, typed)), password);
        return c.redirect('/', 303);
      }
      const browser = crypto.randomUUID() + crypto.randomUUID();
      const url = await begin(desk, kind, wanted, { browser, session: c.get('session') });
      sessions.setSecret(c, browserCookie, browser, attemptMs / 1_000);
      const { scopes } = kind.oauth.server(clientOf(desk, kind));
      return c.html(
        leavePage(
          kind,
          wanted.rep,
          url,
          scopes.map((scope) => kind.oauth.meaning(scope) ?? scope),
        ),
      );
    } catch (error) {
      if (statusOf(error) === 500) desk.log.error('page-failed', { error });
      return form(c, kind, typed, error);
    }
  });

  web.get('/connect/:kind/callback', async (c) => {
    const kind = oauthKindOf(c);
    const answer = new URL(c.req.url).searchParams;
    // A provider's page where an admin agrees for everyone leads here too, with nothing to take.
    if (!['state', 'code', 'error'].some((name) => answer.has(name))) return c.redirect(`/connect/${kind.name}`, 303);
    try {
      const attempt = await comeBack(desk, kind, answer, visitorOf(c));
      // Away from an address that holds a code.
      return c.redirect(`/connect/${kind.name}/confirm?${new URLSearchParams({ attempt })}`, 303);
    } catch (error) {
      const status = statusOf(error);
      if (status === 500) desk.log.error('page-failed', { error });
      else desk.log.info('not-connected', { kind: kind.name, error });
      const consentUrl = error instanceof NeedsPerson ? helpFor(desk, kind).consentUrl : null;
      return c.html(problemPage(sentenceOf(error), `/connect/${kind.name}`, consentUrl), status);
    }
  });

  web.get('/connect/:kind/confirm', async (c) => {
    const kind = oauthKindOf(c);
    const grant = await toConfirm(desk, kind, c.req.query('attempt') ?? '', visitorOf(c));
    return c.html(confirmPage(kind, grant, sessions.formToken(c.get('session'))));
  });

  web.post('/connect/:kind/confirm', async (c) => {
    const kind = oauthKindOf(c);
    const { attempt = '', answer } = await wordsOf(c);
    if (answer === 'yes') await confirm(desk, kind, attempt, visitorOf(c));
    else await refuse(desk, kind, attempt, visitorOf(c));
    return c.redirect('/', 303);
  });

  web.get('/disconnect/:id', async (c) => {
    const row = await findConnected(desk.store.db, c.req.param('id'));
    if (!row) throw new Gone('There is no such connected mailbox.');
    return c.html(disconnectPage(row, sessions.formToken(c.get('session'))));
  });

  web.post('/disconnect/:id', async (c) => {
    await wordsOf(c);
    return c.html(endedPage(await disconnect(desk, c.req.param('id'))));
  });
  return web;
}

/** What is wrong with the settings, and what helps: all of it from the kind. */
function helpFor(desk: Desk, kind: MailboxKind) {
  if (!isOAuth(kind)) return { problem: null, consentUrl: null, help: null };
  try {
    const urls = addressesOf(desk, kind.name);
    const help = kind.oauth.help(urls);
    try {
      const client = clientOf(desk, kind);
      return { problem: null, help, consentUrl: kind.oauth.adminConsentUrl?.(client, urls.redirectUri) ?? null };
    } catch (error) {
      return { problem: sentenceOf(error), help, consentUrl: null };
    }
  } catch (error) {
    return { problem: sentenceOf(error), help: null, consentUrl: null };
  }
}

/** Only what the kind's form asks for, without what was left empty; "folders.drafts" goes inside of `folders`. */
function settingsOf(kind: MailboxKind, typed: Typed): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const { name } of kind.fields ?? []) {
    const value = typed[name]?.trim();
    if (!value) continue;
    const [outer = '', inner] = name.split('.');
    settings[outer] = inner === undefined ? value : { ...(settings[outer] as object | undefined), [inner]: value };
  }
  return settings;
}

function statusOf(error: unknown): 400 | 403 | 404 | 409 | 500 | 503 {
  if (error instanceof Mismatch) return 409;
  if (error instanceof BadInput) return 400;
  if (error instanceof NeedsPerson) return 403;
  if (error instanceof Gone) return 404;
  return error instanceof TryLater ? 503 : 500;
}
