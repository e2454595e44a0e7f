/** How much of the text of a mail is kept. */

/** Bytes of text given back at most, as UTF-8. */
export const maxTextBytes = 256 * 1024;
/** Of these the bytes that are kept of the end of a longer text. */
export const endBytes = maxTextBytes / 4;

/** Line ends as "\n", and at most `maxTextBytes`: of a longer text both ends, for an answer may stand below all that it quotes. */
export function bounded(text: string): string {
  const clean = text.replaceAll('\r\n', '\n');
  const bytes = Buffer.from(clean);
  if (bytes.length <= maxTextBytes) return clean;
  const end = characterAt(bytes, maxTextBytes - endBytes - 1);
  const start = characterAt(bytes, bytes.length - endBytes + 3);
  // At a line, unless it is longer than half of what is kept: a torn line may lose its quote mark.
  const lastLine = bytes.lastIndexOf(10, end - 1);
  const firstLine = bytes.indexOf(10, start);
  const head = bytes.subarray(0, lastLine > end / 2 ? lastLine : end);
  const tail = bytes.subarray(firstLine >= 0 && firstLine < bytes.length - endBytes / 2 ? firstLine + 1 : start);
  return `${head}\n${tail}`;
}

/** Back to the start of a character, at most three bytes, so that a cut leaves no half one. */
function characterAt(bytes: Buffer, at: number): number {
  let start = at;
  while (start > 0 && (bytes[start]! & 0xc0) === 0x80) start -= 1;
  return start;
}
