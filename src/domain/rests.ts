/** What a person or a company asked one rep counts for every rep of the installation. Nothing else crosses from one mailbox to another, and no words. */
import { companyDomain } from './addresses.ts';
import { concernsAnyOf, type Finding, type FindingContext, rests } from './findings.ts';
import type { Thread } from './mail.ts';
import { dealTalk } from './talk.ts';

/** A wish for rest, or the word that ends those of before it. */
export interface Rest extends Pick<Finding, 'address' | 'messageId' | 'date' | 'until'> {
  kind: 'hold' | 'opt_out' | 'absence' | 'lift';
  /** The company that it was asked for; null: for the person alone. */
  company: string | null;
}

/**
 * What was asked in these threads by whoever takes part in them, or, with `known`, by those contacts alone and for their companies. A rest from one
 * topic concerns no other rep. Safe to work out again.
 */
export function restsIn(threads: readonly Thread[], context: FindingContext, known = false): Rest[] {
  const { contacts, rep, freeMail = [] } = context;
  const talk = dealTalk(threads, contacts, rep);
  const concerns = concernsAnyOf(contacts, freeMail);
  const asked = rests(talk, { ...context, ownMatter: true }).flatMap((found): Rest[] => {
    const { kind, address, messageId, date, until, scope } = found;
    if (known && !concerns(found)) return [];
    const company = scope === 'company' ? companyDomain(address, freeMail) : null;
    return kind === 'hold' || kind === 'opt_out' || kind === 'absence'
      ? [{ kind, address, messageId, date, until, company }]
      : [];
  });
  const lifted = talk.flatMap(({ message, reading, byRep }): Rest[] => {
    const address = message.from?.address ?? '';
    if (byRep || !reading.lifts || (known && !concerns({ address, scope: 'person' }))) return [];
    return [{ kind: 'lift', address, messageId: message.id, date: message.date, until: null, company: null }];
  });
  return [...asked, ...lifted];
}

/** As what it is for another rep, who is shown no words of it. */
export function toColleague({ kind, address, messageId, date, until, company }: Rest): Finding[] {
  if (kind === 'lift') return [];
  const scope = company === null ? 'person' : 'company';
  return [{ kind, address, messageId, date, until, scope, quote: '', toColleague: true }];
}
