/** Which characters may stand in a draft: those with which people write these languages, and nothing that hides, turns or marks up text. */

/** Typographic spaces and hyphens that are no more than a space and a hyphen. */
const spaces = /[\u00a0\u2007\u2009\u202f]/g;
const hyphens = /\u2011/g;

/**
 * Letters of Latin alphabets in their plain forms: of the wide, raised, mathematical and joined ones, and of other scripts, many look like these
 * and are not. No mark stands alone once the text is composed. No brackets but round ones, and no sign of markup or of an address.
 */
const allowed =
  /^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0130\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0218-\u021b\u1e9e\u1ea0-\u1ef90-9 .,;:!?'"\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a\u2013\u2014\u2026\u00bf\u00a1%\u20ac\u00a3$\u00a5&/+()\u00a7\u00b0\u00b2\u00b3-]*$/u;

/** One line in composed form with plain spaces, or null when it holds a character that no draft has: a line break, an invisible or unknown one. */
export function plainLine(text: string): string | null {
  const line = text.trim().normalize('NFC').replace(spaces, ' ').replace(hyphens, '-');
  return allowed.test(line) ? line.replace(/ {2,}/g, ' ') : null;
}
