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

/** Letters and symbols that have no ink, and are no white space to Unicode: fillers, the Braille blank, the null notehead, blank hieroglyphs. */
const blank = /[\u115f\u1160\u3164\uffa0\u2800\u{1d159}\u{13441}\u{13442}]+/gu;

/** Marks that enclose, and marks on nothing. */
const unborne = /\p{Me}|(?<![\p{L}\p{N}\p{P}\p{S}\p{M}])\p{M}+/gu;

/** No script writes more marks on one letter than three. */
const stacked = /(\p{M}{3})\p{M}+/gu;

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
    .replace(blank, ' ')
    .replace(invisible, '')
    .replace(unshown, '')
    .replace(unborne, '')
    .replace(stacked, '$1')
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

/**
 * What looks like a quotation mark of two strokes, beside the straight one that our own sentences have: of any script, a prime, a letter, an ornament, or
 * two of one stroke.
 */
const marks = /[“”„‟«»″‴‶‷⁗〃〝〞〟＂❝❞❠⹂״ʺˮ˝˵˶᳓🙶🙷🙸]|['‘’‚‛‹›❛❜❟`´ʹʻʼʽʾʿˈˊˋ′‵＇｀՚׳ꞌ]{2,}/gu;

/** A sentence of ours with names and values in it: inert, and no name closes a quotation. */
export const told = (text: string, limit: number): string => inert(text, limit).replace(marks, "'");

/** In quotation marks that only we can close. */
export const quoted = (text: string, limit = quoteLimit): string => `“${unmarked(inert(text, limit))}”`;

/** Without any quotation mark of two strokes. */
export const unmarked = (plain: string): string => plain.replaceAll('"', "'").replace(marks, "'");
