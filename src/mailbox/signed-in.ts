/** What mailboxes that are connected in a browser have in common. */
import { type Gateway, openGateway } from '../lib/gateway.ts';
import { tokenSource } from '../lib/oauth.ts';
import type { OAuthAccess, OpenOptions } from './mailbox.ts';

/** The gateway of one account, with a token that renews itself. No traffic before its first request; `atOnce` requests may be under way. */
export function openSignedIn(oauth: OAuthAccess, options: OpenOptions & { now: () => Date }, atOnce: number): Gateway {
  const { owner, secret, tuning, renew, client = {}, spent, now } = options;
  const account = owner.address;
  const token = tokenSource({
    server: oauth.server(client),
    client: { id: client.id ?? '', secret: client.secret ?? '' },
    secret,
    renew: renew ?? ((change) => change(secret)),
    account,
    now,
  });
  const { origin, allow } = oauth;
  const seconds = tuning.operationSeconds;
  return openGateway({ origin, allow, token, account, atOnce, seconds, ...(spent ? { spent } : {}), now });
}
