/** Amounts of money, exact: whole millionths of a currency. */

/** Of a decimal text such as "0.15" or "2"; null for anything else. */
export function millionths(amount: string): number | null {
  const parts = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(amount.trim());
  if (!parts) return null;
  return Number(parts[1]) * 1_000_000 + Number((parts[2] ?? '').padEnd(6, '0'));
}

/** As decimal text, with two decimals at least. */
export function inDecimals(amount: number): string {
  const [whole, part] = [Math.floor(amount / 1_000_000), amount % 1_000_000];
  const decimals = String(part)
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  return `${whole}.${decimals}`;
}

/** What tokens cost at prices for a million of each, rounded up; 0 without prices. */
export function costOf(tokens: { in: number; out: number }, prices: { in: number; out: number } | null): number {
  return prices === null ? 0 : Math.ceil((tokens.in * prices.in + tokens.out * prices.out) / 1_000_000);
}
