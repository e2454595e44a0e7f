/**
 * The addresses a rep writes from, and their signatures. Gmail adds none to drafts made by an app (`facts/drafts.md` §1.5), so we do, below the
 * usual "-- "; and wherever a mail of the rep is read it is cut off again, so that texts compare as they were written.
 */
import type { Address } from '../domain/mail.ts';
import { comparable } from '../domain/text.ts';
import type { SendAs } from './gmail-api.ts';
import { textOfHtml } from './html.ts';

export interface Identity {
  address: string;
  name: string;
  /** Plain text; empty for none. */
  signature: string;
  primary: boolean;
}

export interface Identities {
  all: Identity[];
  /** Every signature seen by this process: one that was just changed still stands below older drafts. */
  signatures: string[];
}

/** Those that Google has verified; the account's own address needs no verification and has no status. */
export function identitiesOf(sendAs: SendAs[]): Identity[] {
  return sendAs
    .filter(({ isPrimary, verificationStatus }) => isPrimary || verificationStatus === 'accepted')
    .map(({ sendAsEmail, displayName, signature, isPrimary }) => ({
      address: (sendAsEmail ?? '').toLowerCase(),
      name: displayName ?? '',
      signature: textOfHtml(signature ?? '').trim(),
      primary: isPrimary === true,
    }));
}

/** Whom a draft is from: the address asked for where the owner may write from it, otherwise that of the account. */
export function senderFor({ all }: Identities, wanted: Address): { from: Address; signature: string } {
  const identity =
    all.find(({ address }) => address === wanted.address.toLowerCase()) ?? all.find((each) => each.primary);
  if (!identity) return { from: wanted, signature: '' };
  const { address, name, signature } = identity;
  return { from: address === wanted.address ? wanted : { address, name: wanted.name || name }, signature };
}

export function withSignature(text: string, signature: string): string {
  const there = signature === '' || comparable(text).endsWith(comparable(signature));
  return there ? text : `${text}\n\n-- \n${signature}`;
}

/** What stands above one of these signatures, to the letter as it was given to `withSignature`. */
export function withoutSignature(text: string, signatures: readonly string[]): string {
  const marks = [...text.matchAll(/(?:^|\n)--[ \u00a0]?\n/g)];
  for (const mark of marks.reverse()) {
    const below = comparable(text.slice(mark.index + mark[0].length));
    if (signatures.some((each) => each !== '' && comparable(each) === below))
      return text.slice(0, mark.index).replace(/\n$/, '');
  }
  return text;
}
