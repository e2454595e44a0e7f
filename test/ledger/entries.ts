/** Ledgers to verify, made with the real format. */
import { entryHash, entryLine, type LedgerEntry, ledgerStart } from '../../src/domain/ledger.ts';
import { sha256 } from '../../src/lib/hash.ts';

/** Entry `seq` after one with the hash `prev`, as the service would write it; `set` changes members of it. */
export function madeEntry(seq: number, prev: string, set: Partial<LedgerEntry> = {}): LedgerEntry {
  const placement = `p${sha256(String(seq)).slice(0, 20)}`;
  const unhashed = {
    seq,
    at: new Date(Date.UTC(2026, 0, 1) + seq * 61_007).toISOString(),
    by: `rep${seq % 7}@seller.test`,
    kind: 'decision',
    key: `decision/${placement}-0`,
    body: {
      placement,
      crm: 'csv',
      deal: `D${seq}`,
      proposed: sha256(`proposed ${seq}`),
      decision: seq % 3 === 1 ? 'approved' : 'rejected',
      verdict: seq % 3 === 1 ? 'sent_as_is' : 'discarded',
      flags: seq % 5 === 0 ? ['moved'] : [],
      evidence: [{ kind: 'sent_copy', folder: 'Sent', message: `<${placement}@seller.test>`, scan: seq }],
      overturns: null,
      proposed_text: sha256(`text ${seq}`),
    },
    prev,
    ...set,
  };
  return { ...unhashed, hash: entryHash(unhashed, sha256) };
}

/** `count` more entries after those in `before`. */
export function madeEntries(
  count: number,
  set: Partial<LedgerEntry> = {},
  before: readonly LedgerEntry[] = [],
): LedgerEntry[] {
  let [seq, prev] = [before.length, before.at(-1)?.hash ?? ledgerStart];
  return Array.from({ length: count }, () => {
    const entry = madeEntry(++seq, prev, set);
    prev = entry.hash;
    return entry;
  });
}

/** The file of these entries. */
export const textOf = (entries: readonly LedgerEntry[]): string =>
  entries.map((entry) => `${entryLine(entry)}\n`).join('');
