/** Deals, stages and contacts as a CRM has them, in plain data. */

export type DealStatus = 'open' | 'won' | 'lost';

export interface Deal {
  /** The CRM's own id; opaque. */
  id: string;
  name: string;
  /** Address of the rep who owns it, lower-cased, or a name where the CRM gives no address; null when it says nothing. */
  owner: string | null;
  stage: string;
  status: DealStatus;
  /** Decimal text such as "12500.00", never a float; null when unknown. */
  amount: string | null;
  /** ISO 4217, upper-case; null when unknown. */
  currency: string | null;
  /** Civil date, YYYY-MM-DD. */
  closeDate: string | null;
  contactIds: string[];
}

/** Whether a deal is this rep's: by address, alias or name. One that nobody owns is everyone's. */
export function isOwnedBy(deal: Pick<Deal, 'owner'>, rep: { name: string; addresses: readonly string[] }): boolean {
  return deal.owner === null || rep.addresses.includes(deal.owner) || deal.owner === rep.name.toLowerCase();
}

export interface Contact {
  id: string;
  name: string;
  /** Lower-cased, the main one first. */
  emails: string[];
  title: string | null;
  phone: string | null;
  /** Unknown is not "no": it is "the CRM does not say". */
  optOut: 'yes' | 'no' | 'unknown';
}

export interface Stage {
  id: string;
  name: string;
  order: number;
  status: DealStatus;
  /** Days after which the CRM itself calls a deal in this stage rotten. */
  rotDays: number | null;
}

/** A deal and its contacts at one moment. */
export interface DealNow {
  deal: Deal;
  contacts: Contact[];
}
