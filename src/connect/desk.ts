/** What connecting is lent: the kinds, one's own registrations, where secrets are kept. */
import type { Store } from '../db/store.ts';
import { BadInput } from '../errors.ts';
import type { JobName } from '../jobs/context.ts';
import type { Log } from '../lib/log.ts';
import type { Keyring } from '../lib/seal.ts';
import type { ClientSettings, MailboxKind, OAuthAccess, Tuning } from '../mailbox/mailbox.ts';

export interface Desk {
  store: Store;
  keyring: Keyring;
  kinds: readonly MailboxKind[];
  /** One's own registrations with providers, by name of the kind. */
  clients: Readonly<Record<string, ClientSettings>>;
  tuning: Tuning;
  /** Of reps who have none of their own. */
  timeZone: string;
  now(): Date;
  newId(): string;
  log: Log;
  enqueue(job: JobName, key: string): Promise<void>;
  /** Lets go of an open connection, so that the next use opens it as it is stored. */
  forget(mailboxId: string): Promise<void>;
  /** How browsers reach the pages, without a slash at its end; null while that is not known. */
  url(): string | null;
}

/** A kind that is connected in a browser. */
export type OAuthKind = MailboxKind & { oauth: OAuthAccess };

/** How a secret is bound to its row, so that it opens nowhere else. */
export function secretBinding(table: 'mailbox' | 'crm', id: string): string {
  return `${table}|${id}|secret|1`;
}

/** What has to be registered with the provider of a kind. Throws BadInput while the public address is not one that a provider leads back to. */
export function addressesOf(desk: Pick<Desk, 'url'>, kind: string): { redirectUri: string; pushUrl: string } {
  const url = desk.url();
  if (url === null || !leadsBack(url))
    throw new BadInput(
      'A sign-in service leads back only to an https address, or to this machine: set COUNTERSIGN_URL to the address under which browsers reach these pages.',
    );
  return { redirectUri: `${url}/connect/${kind}/callback`, pushUrl: `${url}/push/${kind}` };
}

/** https, or this very machine. */
export function leadsBack(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

/** The name of a setting of one's own registration in the environment. */
export function clientSettingName(kind: string, name: string): string {
  return `COUNTERSIGN_CLIENT_${kind}_${name}`.toUpperCase();
}

/** Settings of a registration that are missing, as they are named in the environment. Without these two nobody can be asked; others have defaults. */
export function missingSettings(kind: OAuthKind, client: ClientSettings = {}): string[] {
  return Object.keys(kind.oauth.clientSettings)
    .filter((name) => (name === 'id' || name === 'secret') && !client[name])
    .map((name) => clientSettingName(kind.name, name));
}

/** One's own registration for a kind. Throws BadInput that names what is missing. */
export function clientOf(desk: Pick<Desk, 'clients'>, kind: OAuthKind): ClientSettings {
  const client = desk.clients[kind.name] ?? {};
  const missing = missingSettings(kind, client);
  if (missing.length > 0)
    throw new BadInput(
      `To connect ${kind.title} it needs an app registration of your own: set ${missing.join(' and ')}, then start again.`,
    );
  return client;
}

export function isOAuth(kind: MailboxKind): kind is OAuthKind {
  return kind.oauth !== undefined;
}
