/** What stands outside of a deal's own threads: in mail of no open deal, in the threads of other deals, and what other reps were asked. */
import { dealKey } from '../db/deals.ts';
import { findingsOf } from '../db/findings.ts';
import type { MailboxRow } from '../db/mailboxes.ts';
import { liftedHolds } from '../db/pauses.ts';
import { threadsOfOthers } from '../db/readings.ts';
import { restsOfOthers } from '../db/rests.ts';
import { addressKey, addressSet, companyDomain } from '../domain/addresses.ts';
import { civilDate } from '../domain/calendar.ts';
import type { Contact } from '../domain/deal.ts';
import { type Finding, type FindingIndex, findingsIn, indexFindings } from '../domain/findings.ts';
import { liftedKey } from '../domain/lifted-holds.ts';
import { participants, type Thread } from '../domain/mail.ts';
import { toColleague } from '../domain/rests.ts';
import { isRep, type Rep } from '../domain/talk.ts';
import { type Context, repOf } from './context.ts';

/** With the deal in whose thread it was found; null: in mail of no deal. */
export type FoundOutside = Finding & { deal: string | null };

/**
 * Everything that concerns these contacts, but for what stands in the threads of `deals`; of the mail of other reps only wishes for rest. `since`: of threads of deals only those that went on at that
 * instant or later.
 */
export async function findOutside(
  context: Context,
  row: MailboxRow,
  deals: readonly { crmId: string; id: string }[],
  contacts: readonly Pick<Contact, 'emails'>[],
  since?: Date,
): Promise<FindingIndex<FoundOutside>> {
  const { db } = context.store;
  const rep = repOf(row);
  const freeMail = context.policy.freeMailDomains;
  const today = civilDate(context.now(), row.timeZone);
  const emails = contacts.flatMap((contact) => contact.emails);
  const known = addressSet(emails);
  const houses = new Set(emails.map((email) => companyDomain(email, freeMail)));
  houses.delete(null);
  const concerns = (address: string): boolean => known.has(address) || houses.has(companyDomain(address, freeMail));
  const threads = await threadsOfOthers(db, row.id, deals, rep, concerns, since);
  const byDeal = Map.groupBy(threads, ({ crmId, dealId }) => dealKey({ crmId, id: dealId }));
  const spoken = [...byDeal].flatMap(([deal, mine]) =>
    findingsIn(mine, { rep, today, contacts, freeMail, ownMatter: true }).map((each) => ({ ...each, deal })),
  );
  const lifted = await liftedHolds(db, row.id);
  const stands = (each: Finding): boolean => each.kind === 'opt_out' || !lifted.has(liftedKey(each));
  const kept = (await findingsOf(db, row.id)).filter(stands).map((each) => ({ ...each, deal: null }));
  const keys = [...new Set(emails.map(addressKey))];
  const companies = [...houses].filter((domain) => domain !== null);
  const told = await restsOfOthers(db, row.id, keys, companies);
  const asked = told.flatMap(toColleague).map((each) => ({ ...each, deal: null }));
  return indexFindings([...kept, ...spoken, ...asked], freeMail);
}

/** Whoever else takes part in these threads may be written to as well, though no open deal has them as a contact. */
export function othersIn(threads: readonly Thread[], rep: Rep): Pick<Contact, 'emails'>[] {
  const there = threads.flatMap(({ messages }) => messages.flatMap(participants));
  return [...new Set(there)].filter((address) => !isRep(address, rep)).map((address) => ({ emails: [address] }));
}

/** The same without what stands in the threads of one deal. */
export function besideDeal(index: FindingIndex<FoundOutside>, key: string): FindingIndex {
  return { about: (addresses) => index.about(addresses).filter(({ deal }) => deal !== key) };
}
