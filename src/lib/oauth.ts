/**
 * Access by OAuth 2 for accounts that are connected in a browser. What is stored (sealed) of an account are its `Tokens` as JSON. Refreshing
 * is single-flight across processes, and the new refresh token is stored in the transaction that used the old one up.
 */
import { NeedsPerson } from '../errors.ts';

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
}

/** Tokens run out this much earlier for us: the request that carries one takes time. */
const earlyMs = 60_000;

/** What `openGateway` wants: a token that is good now, refreshed when it ran out or was refused. */
export function tokenSource(options: TokenSourceOptions): (refused: string | null) => Promise<string> {
  const tokens = readTokens(options.secret, options.account);
  return async (refused) => {
    const fresh = Date.parse(tokens.expiresAt) - earlyMs > options.now().getTime();
    if (fresh && tokens.accessToken !== refused) return tokens.accessToken;
    throw new NeedsPerson(`The access to ${options.account} has run out: connect it again.`);
  };
}

function readTokens(secret: string, account: string): Tokens {
  try {
    return JSON.parse(secret) as Tokens;
  } catch {
    throw new NeedsPerson(`The stored access to ${account} cannot be read: connect it again.`);
  }
}
