/** Lines of a stream of bytes. */
import { isUtf8 } from 'node:buffer';

export interface Line {
  /** Without its LF; null when it is no UTF-8, or longer than was allowed. A byte order mark or a CR is part of it. */
  text: string | null;
  /** False for a last line that lacks its LF. */
  ended: boolean;
}

/**
 * Parts at LF alone: readline parts at CR, U+2028 and U+2029 too, and JSON leaves these two in a text as they are. Keeps no more than one
 * line of `maxBytes` in memory; a longer one is read to its end and told as null.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array): void => {
    length += part.length;
    if (length <= maxBytes) parts.push(part);
    else parts = [];
  };
  const line = (ended: boolean): Line => {
    const bytes =
      parts.length === 1 ? Buffer.from(parts[0]!.buffer, parts[0]!.byteOffset, length) : Buffer.concat(parts);
    const text = length <= maxBytes && isUtf8(bytes) ? bytes.toString('utf8') : null;
    parts = [];
    length = 0;
    return { text, ended };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      take(chunk.subarray(start, end));
      yield line(true);
      start = end + 1;
    }
    if (start < chunk.length) take(chunk.subarray(start));
  }
  if (length > 0) yield line(false);
}
