/**
 * Connecting in a browser: begin, come back, confirm (`facts/security.md` §1.3). A sign-in belongs to the browser and the session that began it, its `state`
 * works once, the mailbox that answers must be the one that was named, and nothing becomes a mailbox before somebody has seen and confirmed what was granted.
 */
import {
  type AttemptKey,
  dropAttempt,
  findAnswered,
  saveAnswered,
  saveAttempt,
  takeAnswered,
  takeAsked,
} from '../db/attempts.ts';
import { findByRep } from '../db/mailboxes.ts';
import type { Found, Wanted } from '../db/schema.ts';
import { BadInput, Mismatch, NeedsPerson } from '../errors.ts';
import {
  beginAuthorization,
  finishAuthorization,
  missingScopes,
  readTokens,
  refresh,
  type Tokens,
} from '../lib/oauth.ts';
import type { ClientSettings } from '../mailbox/mailbox.ts';
import { addressesOf, clientOf, type Desk, type OAuthKind } from './desk.ts';
import { renewIn } from './renew.ts';
import { saveMailbox } from './save.ts';

/** How long a sign-in may take, from its beginning to its confirmation. */
export const attemptMs = 10 * 60_000;

/** Who asks: the secret cookies of a browser and of its session. */
export interface Visitor {
  browser: string;
  session: string;
}

/** What is shown before it is confirmed. */
export interface Grant {
  attempt: string;
  wanted: Wanted;
  found: Found;
  /** Each granted scope with what it allows; null for one that the kind does not know. */
  permissions: { scope: string; meaning: string | null }[];
  aboutSending: string;
}

/** Where the browser is to go. Throws BadInput when settings are missing. */
export async function begin(desk: Desk, kind: OAuthKind, wanted: Wanted, visitor: Visitor): Promise<string> {
  const { store, keyring } = desk;
  const client = clientOf(desk, kind);
  const { redirectUri } = addressesOf(desk, kind.name);
  const begun = await beginAuthorization(kind.oauth.server(client), registrationOf(client), redirectUri, wanted.rep);
  const key = keyOf(desk, kind, store.sha256(begun.state), visitor);
  await saveAttempt(store.db, {
    ...key,
    wanted,
    stage: 'asked',
    sealed: await keyring.seal(begun.verifier, `attempt|${key.id}|verifier|1`),
    expiresAt: new Date(desk.now().getTime() + attemptMs),
  });
  return begun.url;
}

/**
 * Takes the answer with which the browser came back, and keeps it, sealed, until it is confirmed. Answers the attempt's id. Throws BadInput for an answer that
 * is not ours or too late, NeedsPerson when too little was granted or the mailbox does not open, Mismatch, TryLater; nothing is kept then.
 */
export async function comeBack(
  desk: Desk,
  kind: OAuthKind,
  answer: URLSearchParams,
  visitor: Visitor,
): Promise<string> {
  const { store, keyring } = desk;
  const client = clientOf(desk, kind);
  const { redirectUri } = addressesOf(desk, kind.name);
  const [state = '', ...more] = answer.getAll('state');
  const key = keyOf(desk, kind, store.sha256(state), visitor);
  const attempt = more.length === 0 && state !== '' ? await takeAsked(store.db, key, desk.now()) : null;
  if (!attempt)
    throw new BadInput(
      'This sign-in was used already, is older than ten minutes, or was begun in another browser or session: begin again.',
    );
  try {
    const { wanted } = attempt;
    const tokens = await finishAuthorization({
      server: kind.oauth.server(client),
      client: registrationOf(client),
      redirectUri,
      state,
      verifier: await keyring.unseal(attempt.sealed, `attempt|${attempt.id}|verifier|1`),
      answer,
      account: wanted.rep,
      now: desk.now(),
      seconds: desk.tuning.operationSeconds,
    });
    needed(kind, wanted, tokens);
    const looked = await look(desk, kind, client, wanted, tokens);
    const lasting = await withRefreshToken(desk, kind, wanted, looked, tokens);
    needed(kind, wanted, lasting);
    const found = { ...looked, scopes: lasting.scopes };
    const sealed = await keyring.seal(JSON.stringify(lasting), `attempt|${attempt.id}|tokens|1`);
    await saveAnswered(store.db, attempt.id, sealed, found);
    return attempt.id;
  } catch (error) {
    await dropAttempt(store.db, attempt.id);
    throw error;
  }
}

/** What this browser has to confirm. Throws BadInput when there is nothing (any more). */
export async function toConfirm(desk: Desk, kind: OAuthKind, id: string, visitor: Visitor): Promise<Grant> {
  const attempt = await findAnswered(desk.store.db, keyOf(desk, kind, id, visitor), desk.now());
  if (!attempt?.found) throw nothingToConfirm();
  const { wanted, found } = attempt;
  return {
    attempt: id,
    wanted,
    found,
    permissions: found.scopes.map((scope) => ({ scope, meaning: kind.oauth.meaning(scope) })),
    aboutSending: kind.oauth.aboutSending(found.scopes),
  };
}

/** Makes it a connected mailbox: for one caller only. Answers the rep. */
export async function confirm(desk: Desk, kind: OAuthKind, id: string, visitor: Visitor): Promise<string> {
  const attempt = await takeAnswered(desk.store.db, keyOf(desk, kind, id, visitor), desk.now());
  if (!attempt?.found) throw nothingToConfirm();
  const { wanted, found } = attempt;
  const secret = await desk.keyring.unseal(attempt.sealed, `attempt|${id}|tokens|1`);
  const others = [found.address, ...found.aliases].filter((each) => each !== wanted.rep);
  const aliases = [...new Set([...wanted.aliases, ...others])];
  await saveMailbox(desk, { ...wanted, aliases }, { kind, settings: {}, secret, account: found.address });
  return wanted.rep;
}

/** Forgets what was granted. Access that an account of the same person already has is not touched, so nothing is revoked. */
export async function refuse(desk: Desk, kind: OAuthKind, id: string, visitor: Visitor): Promise<void> {
  await takeAnswered(desk.store.db, keyOf(desk, kind, id, visitor), desk.now());
}

function nothingToConfirm(): BadInput {
  return new BadInput('There is nothing to confirm: it was confirmed already, or is older than ten minutes.');
}

/** Whose mailbox answers, and that it can be read. */
async function look(
  desk: Desk,
  kind: OAuthKind,
  client: ClientSettings,
  wanted: Wanted,
  tokens: Tokens,
): Promise<Found> {
  const owner = { name: wanted.name, address: wanted.rep };
  const secret = JSON.stringify(tokens);
  const trial = kind.open({ owner, settings: {}, secret, client, tuning: desk.tuning, now: desk.now });
  try {
    const { address, aliases } = (await trial.identity?.()) ?? { address: '', aliases: [] };
    const all = [address, ...aliases].map((each) => each.toLowerCase());
    if (!all.includes(wanted.rep))
      throw new Mismatch(
        `You named ${wanted.rep}, but the mailbox of ${address || 'nobody'} answered: nothing was stored; sign out there, or name that one.`,
      );
    await trial.changes(null);
    return { address: address.toLowerCase(), aliases: all.slice(1), scopes: tokens.scopes };
  } finally {
    await trial.close();
  }
}

function needed(kind: OAuthKind, wanted: Wanted, { scopes }: Tokens): void {
  const missing = missingScopes(kind.oauth.needs, scopes);
  if (missing.length > 0)
    throw new NeedsPerson(
      `Too little was granted for ${wanted.rep}: ${missing.join(' and ')} is missing. Nothing was stored; begin again and agree to everything that is asked.`,
    );
}

/**
 * Some providers give a lasting token only for the first consent. Then the stored one of the same account is used, with what it allows itself: it is
 * refreshed once, and the scopes are those that this answer names, or the stored ones. The stored row is renewed with it, for the old token may be used up.
 */
async function withRefreshToken(
  desk: Desk,
  kind: OAuthKind,
  wanted: Wanted,
  found: Found,
  tokens: Tokens,
): Promise<Tokens> {
  if (tokens.refreshToken) return tokens;
  const none = new NeedsPerson(
    `The sign-in gave no lasting access to ${wanted.rep}: remove this app under the connected apps of that account, then begin again.`,
  );
  const known = await findByRep(desk.store.db, wanted.rep);
  if (!known?.secret || known.kind !== kind.name || known.account !== found.address) throw none;
  const client = clientOf(desk, kind);
  const options = {
    server: kind.oauth.server(client),
    client: registrationOf(client),
    account: wanted.rep,
    now: desk.now,
    seconds: desk.tuning.operationSeconds,
  };
  const renewed = await renewIn(
    desk,
    known.id,
  )(async (stored) => JSON.stringify(await refresh(options, readTokens(stored, wanted.rep)))).catch((error) => {
    throw error instanceof NeedsPerson ? none : error;
  });
  return readTokens(renewed, wanted.rep);
}

function keyOf({ store }: Desk, kind: OAuthKind, id: string, visitor: Visitor): AttemptKey {
  return { id, kind: kind.name, browser: store.sha256(visitor.browser), session: store.sha256(visitor.session) };
}

function registrationOf(client: ClientSettings) {
  return { id: client.id ?? '', secret: client.secret ?? '' };
}
