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

/** The unfolded raw values of every field of this lower-cased name, in their order. */
export function valuesOf(lines: string[], name: string): string[] {
  return unfolded(lines).flatMap((field) => (field.name === name ? [field.value] : []));
}

function unfolded(lines: string[]): { name: string; value: string }[] {
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
