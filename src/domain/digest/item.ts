/** What a digest asks the rep, one numbered item each, and what stands behind the number. */
import { canonical, type LedgerValue, type Sha256 } from '../ledger.ts';

export type ProposalKind = 'stage_change' | 'contact_update' | 'new_contact' | 'close_lost';
export type ItemKind = ProposalKind | 'unknown_sent' | 'match_question' | 'hold';

/** A deal to choose, under the name by which it is offered: no two of an item have one name. */
export interface Option {
  name: string;
  crmId: string;
  dealId: string;
}

/** What an answer is about, by our own ids. */
export type Target =
  | { kind: ProposalKind; change: string; hash: string }
  | { kind: 'unknown_sent'; placement: string }
  | { kind: 'match_question'; thread: string; options: Option[] }
  | {
      kind: 'hold';
      crmId: string;
      dealId: string;
      until: string | null;
      /** The rep's own, by its id; null: a prospect asked for it, in this mail and by these words. */
      pause: string | null;
      messageId: string;
      quote: string;
    };

export interface Item {
  /** 1, 2, 3 … in the order of the mail. */
  n: number;
  kind: ItemKind;
  /** As the mail shows it; null where the item is about no deal, or about no person. */
  deal: string | null;
  contact: string | null;
  /** One line: all that the mail says of it. */
  text: string;
  target: Target;
  /** SHA-256 of what was shown and of what stands behind it. */
  hash: string;
}

export function numbered(items: readonly Omit<Item, 'n' | 'hash'>[], sha256: Sha256): Item[] {
  return items.map((item, at) => {
    const shown = { kind: item.kind, deal: item.deal, contact: item.contact, text: item.text };
    const hash = sha256(canonical({ ...shown, target: item.target as unknown as LedgerValue }));
    return { n: at + 1, ...item, hash };
  });
}
