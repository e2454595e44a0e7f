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
  // A cut leaves no half character: the one at it goes.
  let end = maxTextBytes - endBytes - 1;
  while (end > 0 && isInside(bytes[end])) end -= 1;
  let start = bytes.length - endBytes;
  while (isInside(bytes[start])) start += 1;
  // At a line, unless it is longer than half of what is kept: a torn line may lose its quote mark.
  const lastLine = bytes.lastIndexOf(10, end - 1);
  const firstLine = bytes.indexOf(10, start);
  const head = bytes.subarray(0, lastLine > end / 2 ? lastLine : end);
  const tail = bytes.subarray(firstLine >= 0 && firstLine < bytes.length - endBytes / 2 ? firstLine + 1 : start);
  return `${head}\n${tail}`;
}

/** Whether a byte goes on with a character of UTF-8. */
const isInside = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;
