/** The header part of a mail as it stands there: its lines, and the raw values of its fields (RFC 5322 §2.2). */

const maxHeaderBytes = 128 * 1024;

/** Header lines up to the empty one, still folded and in their bytes (latin1), bounded. */
export function headerBlock(bytes: Buffer): string[] {
  const head = bytes.subarray(0, maxHeaderBytes).toString('latin1');
  const end = head.search(/\r?\n\r?\n/);
  return (end < 0 ? head : head.slice(0, end)).split(/\r?\n/);
}

/** Unfolded raw values by lower-cased name; of repeated fields the first, which is the newest for trace fields. */
export function fieldsOf(lines: string[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { name, value } of unfolded(lines)) if (!first.has(name)) first.set(name, value);
  return first;
}

/** What servers write into a mail on its way, or when they deliver it; a client that stores its own mail writes none of it. */
export const traceFields = [
  'received',
  'x-received',
  'return-path',
  'authentication-results',
  'arc-authentication-results',
  'received-spf',
  'delivered-to',
  'x-delivered-to',
  'x-original-to',
  'envelope-to',
  'x-forwarded-to',
  'resent-from',
] as const;

const isTrace = new Set<string>(traceFields);

/** Those of a mail, as `SentCopy.trace` has them; at most 100. */
export function traceIn(fields: readonly { name: string; value: string }[]): string[] {
  return fields
    .filter(({ name }) => isTrace.has(name.toLowerCase()))
    .slice(0, 100)
    .map(({ name, value }) => `${name.toLowerCase()}: ${value}`.slice(0, 500));
}

/** The unfolded raw values of every field of this lower-cased name, in their order. */
export function valuesOf(lines: string[], name: string): string[] {
  return unfolded(lines).flatMap((field) => (field.name === name ? [field.value] : []));
}

/** Every field, in order. */
export function unfolded(lines: string[]): { name: string; value: string }[] {
  const fields: { name: string; value: string }[] = [];
  let open: { name: string; value: string } | null = null;
  for (const line of lines) {
    if (/^[ \t]/.test(line)) {
      if (open) open.value += ` ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    const name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : '';
    open = name === '' ? null : { name, value: line.slice(colon + 1).trim() };
    if (open) fields.push(open);
  }
  return fields;
}
