/**
 * Whether a line holds a way out of the mail: an address of the web, of mail, of a phone or of an account, in any spelling a reader could put
 * together again. It judges by form and knows no list of bad names; what a rep wrote himself is taken out before.
 * No expression here has two gaps that can share a character.
 */
import { parse } from 'tldts';
import { fold } from '../../reading/fold.ts';
import { everyday } from './everyday.ts';
import type { GroundMessage } from './written.ts';

/** Names of schemes, hosts and file forms of the web. */
const webWord =
  /(?<!\p{L})(?:h[tx]{2}ps?|ftps?|www\d?|mailto|localhost|xn--|javascript|vbscript|com|org|html?|php|aspx?|url)(?!\p{L})/u;
const scheme = /(?<!\p{L})(?:data|tel|sms|file|blob|skype|callto|whatsapp|tg|ws|ldap|ssh|git|app|magnet|geo):\S/u;
const slashes = /\/\/|\p{L}\/\p{L}[\p{L}\p{N}-]*\/|\/$|\p{L}\/\s?[?&]/u;
/** A mark between two letters with no space: "evil.test", "evil,test", "evil…test". Abbreviations of single letters are looked at apart. */
const glued = /\p{L}[.,;:!?\u2026]+[\p{L}\p{N}]|\p{N}[.;:!?\u2026]+\p{L}{2}/u;
const abbreviation = /(?<![\p{L}\p{N}])(?:\p{L}\.){1,5}\p{L}?(?![\p{L}\p{N}])/gu;
/** A dot that stands alone, or is held by quotes or brackets. */
const looseDot = /\s\.\s?[\p{L}\p{N}]|[\p{L}\p{N}]\s?["'(\u2018-\u201e]{1,3}\s?[.,]\s?["')\u2018-\u201d]{1,3}|\(\W*\)/u;
/** A sentence does not begin in lower case; an address that was pulled apart does. */
const pulledApart = /(?<!\p{L})(\p{L}+)\.\s(?=\p{Ll})/gu;
const shortened = new Set(
  'z b d h u a o s i e g p m c f v bzw ca inkl exkl usw etc evtl ggf zzgl nr no approx incl excl vs st dr mr mrs ms sr sra mme mlle prof ex art abs std mio mrd tsd tel max min av bd cf env resp sog vgl jr núm num pag tlf ej aprox ud uds'.split(
    ' ',
  ),
);
/** Letters one by one: "m a l o". */
const spelledOut = /(?<![\p{L}\p{N}])\p{L}[ .-]{1,3}\p{L}[ .-]{1,3}\p{L}[ .-]{1,3}\p{L}(?![\p{L}\p{N}])/u;

const atWord =
  /\((?:at|ät|a|arroba|arobase|chez|dot|punkt|point|punto|ponto)\)|(?<!\p{L})(?:arroba|arobase|arrobase|klammeraffe|at-zeichen|at-sign|ät)(?!\p{L})|-(?:dot|at|punkt)-/iu;
const dotWord = /(?<![\p{L}\p{N}])(dot|punkt|point|punto|ponto|full stop|period)\s(\p{L}+)/gu;
/** Endings of hosts that are everyday words besides: "Punkt ist", "punto es". */
const alsoWords = new Set(Object.values(everyday).flat());

const phone = /(?<![\p{L}\p{N}])[+(]{0,2}\d(?:[ .()/-]{0,3}\d){6,}/gu;
const civilDate = /^(?:\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d))$/;
/** An amount in groups of three with its currency beside it. */
const grouped = /^\d{1,3}(?:[ .]\d{3})+$/;
const currencyBefore = /(?:[€£$¥]|chf|eur|usd|gbp)\s?$/;
const currencyAfter = /^(?:,\d\d)?\s?(?:[€£$¥]|chf|eur|usd|gbp|euro|dol|franc|pound|pfund|libras|peso)/;
/** IBANs, wallets, keys: long, and letters and digits in one. */
const account =
  /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?: ?[a-z\d]{3,4}){3,}|(?<![\p{L}\p{N}])(?=[a-z]{0,20}\d)(?=\d{0,20}[a-z])[a-z\d]{12,}/u;
const digitWord =
  '(?:zero|nil|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|null|eins?|zwei|zwo|drei|vier|funf|sechs|sieben|acht|neun|un|deux|trois|quatre|cinq|sept|huit|neuf|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|\\d)';
const spokenDigits = new RegExp(`(?<!\\p{L})${digitWord}(?:[ ,.-]{1,2}${digitWord}){4}(?!\\p{L})`, 'u');

/** Whether a line, in plain characters, holds an address of any sort. Linear in the line. */
export function hasAddress(line: string): boolean {
  const folded = fold(line);
  const whole = folded.replace(abbreviation, ' ');
  return (
    webWord.test(folded) ||
    scheme.test(folded) ||
    slashes.test(folded) ||
    glued.test(whole) ||
    looseDot.test(whole) ||
    /%\p{L}|%\p{N}/u.test(folded) ||
    /&\p{L}{2,12};/u.test(folded) ||
    spelledOut.test(folded) ||
    isPulledApart(line) ||
    atWord.test(line.toLowerCase()) ||
    spellsDots(folded) ||
    hasNumberToCall(folded) ||
    account.test(folded) ||
    spokenDigits.test(folded)
  );
}

function isPulledApart(line: string): boolean {
  return [...line.matchAll(pulledApart)].some(([, word = '']) => !shortened.has(word.toLowerCase()));
}

/** "evil dot com": before the ending of a host, or twice. "The point is" is neither. */
function spellsDots(folded: string): boolean {
  const found = [...folded.matchAll(dotWord)];
  const ends = found.some(([, , next = '']) => !alsoWords.has(next) && isHostEnding(next));
  return ends || found.length > 1 || found.some(([, word]) => word === 'dot');
}

/** Endings that the public suffix list or RFC 2606 name. */
const isHostEnding = (word: string): boolean =>
  /^(?:test|example|invalid|local|onion)$/.test(word) || parse(`x.${word}`).isIcann === true;

function hasNumberToCall(folded: string): boolean {
  return [...folded.matchAll(phone)].some(({ 0: digits, index }) => {
    const bare = digits.trim();
    if (civilDate.test(bare)) return false;
    const [before, after] = [folded.slice(0, index), folded.slice(index + digits.length)];
    return !(grouped.test(bare) && (currencyBefore.test(before) || currencyAfter.test(after)));
  });
}

const longestOwn = 200;
const mostOwn = 100;

/** The addresses and numbers that the rep wrote in this thread: these very ones may be said again. */
export function ownAddresses(messages: readonly GroundMessage[]): string[] {
  const texts = messages.filter(({ author }) => author === 'rep').map(({ text }) => text);
  const tokens = texts.flatMap((text) =>
    text.split(/\s+/).map((token) => token.replace(/^[("'<]+|[)"'>.,;:!?]+$/g, '')),
  );
  const numbers = texts.flatMap((text) => [...text.matchAll(phone)].map(([digits]) => digits.trim()));
  const marked = tokens.filter((token) => token.length <= longestOwn && (token.includes('@') || hasAddress(token)));
  return [...new Set([...marked, ...numbers])]
    .filter((each) => each.length > 5 && each.length <= longestOwn)
    .slice(0, mostOwn);
}

/** A line without what the rep wrote, where it stands by itself. */
export function withoutOwn(line: string, own: readonly string[]): string {
  return own.reduce((rest, each) => {
    const parts = rest.split(each);
    if (parts.length === 1) return rest;
    return parts.reduce((left, right) =>
      (left === '' || /[\s("'«„“]$/.test(left)) && (right === '' || /^(?:[\s)"'»”“,;]|[.:!?](?:\s|$))/.test(right))
        ? `${left} ${right}`
        : `${left}${each}${right}`,
    );
  }, line);
}
