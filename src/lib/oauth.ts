/**
 * Access by OAuth 2 for accounts that are connected in a browser: authorization code with PKCE (RFC 6749, 7636, 9207, 9700), refresh, revocation.
 * What is stored (sealed) of an account are its `Tokens` as JSON. Refreshing is single-flight across processes, and the new refresh token is stored
 * in the transaction that used the old one up.
 */
import * as oauth from 'oauth4webapi';
import { BadInput, NeedsPerson, TryLater } from '../errors.ts';

/** What is kept of a grant. */
export interface Tokens {
  refreshToken: string;
  accessToken: string;
  /** ISO instant. */
  expiresAt: string;
  /** As the provider granted them, which may be less than was asked for. */
  scopes: string[];
}

/**
 * Changes the stored secret of an account: `change` gets the present one while no one else, in any process, can change it, and what it gives
 * back is stored in the same transaction. Answers the stored one.
 */
export type Renew = (change: (secret: string) => Promise<string>) => Promise<string>;

/** Where a provider's authorization lives, and what is asked of it. Plain data of each provider. */
export interface OAuthServer {
  issuer: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  /** RFC 7009; null where the provider has none. */
  revocationEndpoint: string | null;
  scopes: readonly string[];
  /** Further parameters of the authorization request. */
  parameters: Readonly<Record<string, string>>;
}

/** One's own registration with a provider. `secret` is empty for public clients. */
export interface OAuthClient {
  id: string;
  secret: string;
}

export interface TokenSourceOptions {
  server: OAuthServer;
  client: OAuthClient;
  /** The stored `Tokens`, as JSON. */
  secret: string;
  renew: Renew;
  account: string;
  now: () => Date;
  /** Deadline of one exchange; 20 when absent. */
  seconds?: number;
}

/** Tokens run out this much earlier for us: the request that carries one takes time. */
const earlyMs = 60_000;
/** `expires_in` is only recommended (RFC 6749 §5.1); a token without it is tried so long, and a refusal tells. */
const lifeWithoutWordMs = 3_600_000;
/** The words with which a server says that only a person can help; nothing else it does means that. */
const personWords = new Set([
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'access_denied',
  'invalid_scope',
  'interaction_required',
  'login_required',
  'consent_required',
  'account_selection_required',
]);

/** What `openGateway` wants: a token that is good now, refreshed when it ran out or was refused. */
export function tokenSource(options: TokenSourceOptions): (refused: string | null) => Promise<string> {
  const { account, now, renew } = options;
  let tokens = readTokens(options.secret, account);
  let renewing: Promise<Tokens> | null = null;
  const good = (each: Tokens, refused: string | null): boolean =>
    each.accessToken !== refused && Date.parse(each.expiresAt) - earlyMs > now().getTime();

  async function renewOnce(refused: string | null): Promise<Tokens> {
    const stored = await renew(async (secret) => {
      const present = readTokens(secret, account);
      // Somebody else was faster, here or in another process: theirs is taken, and nothing is used up.
      if (good(present, refused)) return secret;
      return JSON.stringify(await refresh(options, present));
    });
    return readTokens(stored, account);
  }

  return async (refused) => {
    if (good(tokens, refused)) return tokens.accessToken;
    renewing ??= renewOnce(refused).finally(() => {
      renewing = null;
    });
    tokens = await renewing;
    return tokens.accessToken;
  };
}

/**
 * One exchange of a refresh token. Scopes that the answer does not name stay those of `tokens`. Throws NeedsPerson when the grant is over, TryLater when
 * the provider could not be asked. Not safe to do twice with a token that rotates: call it inside of `renew`.
 */
export async function refresh(options: Omit<TokenSourceOptions, 'secret' | 'renew'>, tokens: Tokens): Promise<Tokens> {
  const { server, client, account, now, seconds } = options;
  const as = metadataOf(server);
  if (!client.id)
    throw new NeedsPerson(
      `The access to ${account} cannot be renewed, because our registration with its sign-in service is not in the settings any more: "doctor" says which are missing.`,
    );
  if (!tokens.refreshToken) throw new NeedsPerson(`The access to ${account} has run out: connect it again.`);
  try {
    const answer = await oauth.refreshTokenGrantRequest(
      as,
      { client_id: client.id },
      authOf(client),
      tokens.refreshToken,
      requestOptions(server, seconds),
    );
    return await readAnswer(as, client, answer, now(), tokens);
  } catch (error) {
    const word = errorWord(error);
    if (word === 'invalid_client' || word === 'unauthorized_client')
      throw new NeedsPerson(
        `The sign-in service of ${account} does not accept our registration (${word}): check its id and secret, which may have run out, then connect the mailbox again.`,
        { cause: bareCause(error) },
      );
    if (word !== null && personWords.has(word))
      throw new NeedsPerson(`The access to ${account} was ended or has run out (${word}): connect it again.`, {
        cause: bareCause(error),
      });
    throw silent(account, error);
  }
}

/** A sign-in that was begun: where the browser goes, and what has to be kept until it comes back. */
export interface Begun {
  url: string;
  state: string;
  verifier: string;
}

/** Begins a sign-in. `hint` is the address of the account that is wanted, for the provider to offer first. */
export async function beginAuthorization(
  server: OAuthServer,
  client: OAuthClient,
  redirectUri: string,
  hint: string,
): Promise<Begun> {
  const [state, verifier] = [oauth.generateRandomState(), oauth.generateRandomCodeVerifier()];
  const url = new URL(server.authorizationEndpoint);
  const asked = {
    ...server.parameters,
    response_type: 'code',
    client_id: client.id,
    redirect_uri: redirectUri,
    scope: server.scopes.join(' '),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    login_hint: hint,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return { url: url.href, state, verifier };
}

export interface AnswerOptions {
  server: OAuthServer;
  client: OAuthClient;
  redirectUri: string;
  state: string;
  verifier: string;
  /** The query with which the browser came back. */
  answer: URLSearchParams;
  account: string;
  now: Date;
  seconds?: number;
}

/**
 * Takes a sign-in to its tokens; a code works once. `refreshToken` is empty where the provider gave none. Throws BadInput when the answer is not one to our
 * question (another issuer, a code that is used up), NeedsPerson when somebody said no, TryLater when the provider could not be asked.
 */
export async function finishAuthorization(options: AnswerOptions): Promise<Tokens> {
  const { server, client, redirectUri, state, verifier, answer, account, now, seconds } = options;
  const as = metadataOf(server);
  let parameters: URLSearchParams;
  try {
    parameters = oauth.validateAuthResponse(as, { client_id: client.id }, answer, state);
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) throw refusal(error.error, account, error);
    throw new BadInput(
      'The answer did not come from the sign-in service that was asked, or is incomplete: begin again.',
      {
        cause: bareCause(error),
      },
    );
  }
  if (!parameters.get('code')) throw new BadInput('The answer of the sign-in service holds no code: begin again.');
  try {
    const response = await oauth.authorizationCodeGrantRequest(
      as,
      { client_id: client.id },
      authOf(client),
      parameters,
      redirectUri,
      verifier,
      requestOptions(server, seconds),
    );
    return await readAnswer(as, client, response, now, { refreshToken: '', scopes: [...server.scopes] });
  } catch (error) {
    const word = errorWord(error);
    if (word === 'invalid_grant')
      throw new BadInput('The sign-in was used already, has run out, or was not ours: begin again.', {
        cause: bareCause(error),
      });
    if (word !== null) throw refusal(word, account, error);
    throw silent(account, error);
  }
}

/** Ends a grant at the provider (RFC 7009). False where that is not offered. Throws TryLater when it could not be done; twice is safe. */
export async function revoke(
  server: OAuthServer,
  client: OAuthClient,
  secret: string,
  account: string,
  seconds?: number,
): Promise<boolean> {
  if (server.revocationEndpoint === null) return false;
  const { refreshToken } = readTokens(secret, account);
  const as = metadataOf(server);
  try {
    const answer = await oauth.revocationRequest(
      as,
      { client_id: client.id },
      authOf(client),
      refreshToken,
      requestOptions(server, seconds),
    );
    await oauth.processRevocationResponse(answer);
    return true;
  } catch (error) {
    // RFC 7009 answers 200 for a token that is ended already; some servers say that it is unknown.
    if (['invalid_token', 'invalid_grant'].includes(errorWord(error) ?? '')) return true;
    throw silent(account, error);
  }
}

/** Scopes of the smallest set that was not granted whole; empty when one was. Case and the service's address before a scope do not matter to some providers: each kind lists its spellings. */
export function missingScopes(needs: readonly (readonly string[])[], granted: readonly string[]): string[] {
  const have = new Set(granted.map((scope) => scope.toLowerCase()));
  const gaps = needs.map((set) => set.filter((scope) => !have.has(scope.toLowerCase())));
  return gaps.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

/** The stored form; throws NeedsPerson when it is none. */
export function readTokens(secret: string, account: string): Tokens {
  try {
    const tokens = JSON.parse(secret) as Tokens;
    if (typeof tokens.refreshToken === 'string' && typeof tokens.accessToken === 'string') return tokens;
  } catch {
    // Said below.
  }
  throw new NeedsPerson(`The stored access to ${account} cannot be read: connect it again.`);
}

function metadataOf(server: OAuthServer): oauth.AuthorizationServer {
  return {
    issuer: server.issuer,
    authorization_endpoint: server.authorizationEndpoint,
    token_endpoint: server.tokenEndpoint,
    ...(server.revocationEndpoint === null ? {} : { revocation_endpoint: server.revocationEndpoint }),
  };
}

function authOf(client: OAuthClient): oauth.ClientAuth {
  return client.secret ? oauth.ClientSecretPost(client.secret) : oauth.None();
}

/** Addresses are constants of a provider; only a test puts one on this machine, where there is no TLS. */
function requestOptions(server: OAuthServer, seconds = 20) {
  const here = ['127.0.0.1', '[::1]'].includes(new URL(server.tokenEndpoint).hostname);
  return { [oauth.allowInsecureRequests]: here, signal: AbortSignal.timeout(seconds * 1_000) };
}

async function readAnswer(
  as: oauth.AuthorizationServer,
  client: OAuthClient,
  response: Response,
  now: Date,
  before: Pick<Tokens, 'refreshToken' | 'scopes'>,
): Promise<Tokens> {
  const answer = await oauth.processGenericTokenEndpointResponse(as, { client_id: client.id }, await bare(response));
  const lifeMs = answer.expires_in === undefined ? lifeWithoutWordMs : answer.expires_in * 1_000;
  return {
    refreshToken: answer.refresh_token ?? before.refreshToken,
    accessToken: answer.access_token,
    expiresAt: new Date(now.getTime() + Math.min(lifeMs, 366 * 86_400_000)).toISOString(),
    // Left out where it is what was asked for, or as before (RFC 6749 §5.1, §6).
    scopes: answer.scope === undefined ? before.scopes : answer.scope.split(' ').filter(Boolean),
  };
}

/**
 * Without an id_token, which nobody asked for: whose account it is the API says. And without a challenge, which would hide the error word.
 */
async function bare(response: Response): Promise<Response> {
  const text = await response.text();
  const headers = { 'content-type': response.headers.get('content-type') ?? '' };
  const { status } = response;
  try {
    const { id_token: _, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return new Response(JSON.stringify(rest), { status, headers });
  } catch {
    return new Response(status === 204 ? null : text, { status, headers });
  }
}

/** The error word of a server that answered in order; null for a 5xx, 429, timeout or garbled answer. */
function errorWord(error: unknown): string | null {
  return error instanceof oauth.ResponseBodyError && error.status <= 403 ? error.error : null;
}

function refusal(word: string, account: string, cause: unknown): Error {
  if (['temporarily_unavailable', 'server_error'].includes(word)) return silent(account, cause);
  if (word === 'invalid_client' || word === 'unauthorized_client')
    return new NeedsPerson(
      `The sign-in service does not accept our registration (${word}): check its id, its secret, which may have run out, and its redirect address.`,
      { cause: bareCause(cause) },
    );
  const named = /^[a-z_]{1,60}$/.test(word) ? word : 'an unknown error';
  return new NeedsPerson(
    word === 'access_denied'
      ? `Access to ${account} was refused at the sign-in (access_denied): somebody said no, or an admin of the organisation has to agree first.`
      : `The sign-in for ${account} ended with ${named}: begin again, or ask an admin of the organisation to agree first.`,
    { cause: bareCause(cause) },
  );
}

function silent(account: string, cause: unknown): TryLater {
  return new TryLater(`The sign-in service of ${account} gave no usable answer; it is asked again later.`, {
    cause: bareCause(cause),
  });
}

/** Only what kind of error it was: its message and its own cause may quote an answer, and so a token. */
function bareCause(error: unknown): Error {
  const code = (error as { code?: unknown } | null)?.code;
  return new Error([error instanceof Error ? error.name : typeof error, code].filter(Boolean).join(' '));
}
