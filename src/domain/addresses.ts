/** When two addresses are one mailbox, and what the domain of an address says about its owner's company. */
import { getDomain } from 'tldts';
import lists from './mail-domains.json' with { type: 'json' };

const free = new Set<string>(lists.free);
const dotless = new Map<string, string>(Object.entries(lists.dotless));
const tenants = new Set<string>(lists.tenants);

/** Senders that nobody reads the answers of. */
export const noReply =
  /(?:^|[._+-])(?:no|do[-_]?not)[-_.]?reply|nicht[-_.]?antworten|ne[-_.]?pas[-_.]?repondre|^no[-_.]?responder|^(?:notifications?|mailer-daemon|postmaster)@|^bounces?[+@-]/i;

/** Addresses of a role, which are nobody's own. */
const role =
  /^(?:info|hello|hi|contact|kontakt|contacto|contatto|office|mail|sales|vertrieb|support|help|service|team|billing|accounts?|accounting|invoices?|rechnung(?:en)?|buchhaltung|finance|admin|administrator|webmaster|hostmaster|abuse|security|privacy|press|presse|marketing|news(?:letter)?|jobs|careers|hr|orders?|einkauf|purchasing|reception|alerts?|updates?|calendar|booking)@/;

/** The domain as it stands on the wire: lower-cased, in ASCII (IDNA, UTS 46), without a dot at its end. */
export function asciiDomain(domain: string): string {
  const plain = domain.normalize('NFC').toLowerCase().replace(/\.$/, '');
  if (/^[\x00-\x7f]*$/.test(plain) || /[\s/?#@:\\[\]]/.test(plain)) return plain;
  const url = URL.parse(`http://${plain}/`);
  return url?.hostname ?? plain;
}

/**
 * Equal for addresses that reach one mailbox: letter case, a "+tag", the two ways to write an international domain, and dots where the
 * domain is known to ignore them. To compare with, never to write to.
 */
export function addressKey(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 1) return address.trim().toLowerCase();
  const written = asciiDomain(address.slice(at + 1).trim());
  const domain = dotless.get(written) ?? written;
  const local = address.slice(0, at).trim().normalize('NFC').toLowerCase();
  const untagged = local.replace(/(?<=.)\+.*$/, '');
  return `${dotless.has(written) ? untagged.replaceAll('.', '') : untagged}@${domain}`;
}

/** A set of addresses that knows an address in each of its spellings. */
export interface Addresses {
  has(address: string): boolean;
}

export function addressSet(addresses: Iterable<string>): Addresses {
  const keys = new Set([...addresses].map(addressKey));
  return { has: (address) => keys.has(addressKey(address)) };
}

/**
 * What stands for the company behind an address: its registrable domain by the public suffix list, private suffixes included, so that
 * tenants of one host stay apart. Null where the domain is everybody's: free mail, the shipped list and `moreFree`.
 */
export function companyDomain(address: string, moreFree: readonly string[] = []): string | null {
  const host = asciiDomain(address.slice(address.lastIndexOf('@') + 1));
  const registrable = getDomain(host, { allowPrivateDomains: true }) ?? host;
  const isFree = (domain: string): boolean => free.has(domain) || moreFree.some((each) => asciiDomain(each) === domain);
  if (host === '' || isFree(host) || isFree(registrable)) return null;
  return tenants.has(registrable) ? host : registrable;
}

/** Whether an address may be a person's own, for all that can be seen of it. */
export function mayBePerson(address: string): boolean {
  return !noReply.test(address) && !role.test(address);
}
