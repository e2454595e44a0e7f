/** What a digest asks the rep, one numbered item each, and what stands behind the number. */
import type { Item as Listed } from '../answer/items.ts';
import { canonical, type LedgerValue, type Sha256 } from '../ledger.ts';
import type { ChangeKind } from '../proposals/change.ts';

/** A deal to choose, under the name by which it is offered: no two of an item have one name. */
export interface Option {
  name: string;
  crmId: string;
  dealId: string;
}

/** What an answer is about, by our own ids. */
export type Target =
  | { kind: ChangeKind; change: string; hash: string }
  | { kind: 'deal'; crmId: string; dealId: string }
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

/** As it is listed, and what an answer to it is about. */
export interface Item extends Listed {
  target: Target;
  /** SHA-256 of what was shown and of what stands behind it. */
  hash: string;
}

export type Unnumbered = Omit<Item, 'n' | 'hash'>;

/** `named`: those that are answered by their name alone. */
export function numbered(items: readonly Unnumbered[], named: readonly Unnumbered[], sha256: Sha256): Item[] {
  const as = (n: number, item: Unnumbered): Item => {
    const shown = { kind: item.kind, deal: item.deal, contact: item.contact, text: item.text };
    return { n, ...item, hash: sha256(canonical({ ...shown, target: item.target as unknown as LedgerValue })) };
  };
  return [...items.map((item, at) => as(at + 1, item)), ...named.map((item, at) => as(-at - 1, item))];
}
