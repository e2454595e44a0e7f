/**
 * Words of others in a mail of ours. Whatever a prospect writes stays on one line, short, behind a label and inside of quotation marks of ours, and
 * holds nothing that a mail program makes a link of, that shows nothing, or that turns the direction of the text (`facts/security.md` §1.1).
 */
import { parse } from 'tldts';
import { invisible, shorten } from '../text.ts';

/** Characters of a quote, at most. */
const quoteLimit = 140;
/** Of a name: of a deal, a person, a stage. */
export const nameLimit = 60;

/** Longer ones are cut before anything looks at them. */
const longest = 4_000;

/** Control, format, private and unassigned characters, line and paragraph separators. */
const unshown = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** With a scheme, or as mail programs guess one: "https://…", "mailto:…", "www.…". */
const address = /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|(?:mailto|tel|sms|javascript|data|file):|www\.)[^\s<>"“”]*/giu;

/** Words with a dot in them; whether they end in a domain is asked of the list. */
const dotted =
  /(?<![\p{L}\p{N}@._-])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}(?:[/?#][^\s<>"“”]*|:\d[^\s<>"“”]*|(?![\p{L}\p{N}@-]))/gu;

/** One line of text that is text and nothing else. Mail addresses stay: a person has to see them. */
export function inert(text: string, limit = quoteLimit): string {
  const plain = text
    .slice(0, longest)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(invisible, '')
    .replace(unshown, '')
    .replace(/\ufffd/g, '')
    .replace(address, '[link]')
    .replace(dotted, (word) => (!isDomain(word) ? word : /[/?#:]/.test(word) ? '[link]' : cut(word)));
  return shorten(plain, limit);
}

/** What a mail program would make a link of. */
function isDomain(word: string): boolean {
  const host = word.replace(/[/?#:].*$/s, '').toLowerCase();
  const found = parse(host, { extractHostname: false, validateHostname: false });
  return found.isIcann === true && found.domain !== null;
}

/** "evil[.]test": read as before, and no link. */
const cut = (word: string): string => word.replaceAll('.', '[.]');

/** In quotation marks that only we can close. */
export function quoted(text: string, limit = quoteLimit): string {
  return `“${inert(text, limit).replace(/["“”„‟«»″〝〞〟＂]/g, "'")}”`;
}
