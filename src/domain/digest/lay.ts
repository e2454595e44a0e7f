/**
 * The text part of a mail of ours, in lines of at most 78 columns (RFC 5322 §2.1.1). Where a line goes on below, the new one begins with a
 * bar and stands deeper than any label: words of others never begin a line where an item or a label does, wherever it was broken.
 */

export const columns = 78;

/** Items stand one column behind the bar, labels four; what goes on twice as far. */
const below = ` |${' '.repeat(8)}`;

/** A line that is one thing and cannot be broken: an address, or the witness of the ledger. */
const whole = /^\s*(?:\|\s*)?https:\/\/\S+$|^Ledger: /;

/** Lines of rendered templates, each broken where it is too long; more than one blank line in a row is one. */
export function laid(text: string): string {
  const lines = text.split('\n').flatMap((line) => brokenLine(line.trimEnd()));
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function brokenLine(line: string): string[] {
  if (whole.test(line) || widthOf(line) <= columns) return [line];
  const [lead = ''] = /^\s*(?:\|\s*)?/.exec(line) ?? [];
  const lines: string[] = [];
  let current = lead;
  let empty = true;
  for (const word of line
    .slice(lead.length)
    .split(' ')
    .flatMap((each) => pieces(each, columns - widthOf(below)))) {
    const longer = empty ? current + word : `${current} ${word}`;
    if (!empty && widthOf(longer) > columns) {
      lines.push(current);
      current = below + word;
    } else current = longer;
    empty = false;
  }
  return [...lines, current];
}

/** A word that fits no line is cut. */
function pieces(word: string, room: number): string[] {
  if (widthOf(word) <= room) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (widthOf(part + letter) > room) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

/** Letters that take two columns in a terminal (UAX #11, wide and full-width), as far as scripts tell. */
const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\p{Emoji_Presentation}]/u;

export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += wide.test(letter) ? 2 : /\p{Mn}/u.test(letter) ? 0 : 1;
  return width;
}
