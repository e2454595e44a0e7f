/**
 * Reads what people and spreadsheets write into cells: amounts, dates, yes and no, addresses, stage words.
 * Never guesses: a cell that can be read in two ways is decided by the setting, else by the rest of its column,
 * else it is a problem. Pure; nothing here throws.
 */
import type { Contact, DealStatus } from '../domain/deal.ts';

export type Decimal = '.' | ',';
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What a cell says: a value, nothing, or why it cannot be used (the rest of a sentence after the quoted cell). */
export type Reading<T> = { value: T | null; problem?: undefined } | { value: null; problem: string };

const nothing = { value: null };
const value = <T>(read: T): Reading<T> => ({ value: read });
const problem = (text: string): Reading<never> => ({ value: null, problem: text });

/** Case, accents, spaces and punctuation away, so that "Deal - ID", "deal_id" and "DealId" are one word. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Spreadsheets run a cell that begins like a formula (OWASP "CSV Injection"), so such text is written with a quote
 * mark in front. `unquoted` undoes exactly this, also for text that began with a quote mark itself.
 */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;
export const quoted = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
export const unquoted = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

// ---- amounts ----

const CODES = new Set(Intl.supportedValuesOf('currency'));
const isCode = (word: string): boolean => CODES.has(word.toUpperCase());

/** What is left of an amount without currency, spaces and sign, or null when it is no number at all. */
function bare(text: string): { digits: string; minus: boolean; spaced: boolean } | null {
  let rest = text.normalize('NFKC').trim();
  const parenthesis = /^\((.*)\)$/.exec(rest);
  if (parenthesis) rest = parenthesis[1]!;
  rest = rest
    .replace(/^(-?)\s*(?:US|C|A|CA|AU|NZ|HK|S|R)?\p{Sc}\s*/u, '$1')
    .replace(/\s*\p{Sc}$/u, '')
    .replace(/^(-?)\s*(?:kr\.?|Fr\.?|Rs\.?)\s*(?=[\d-])/u, '$1')
    .replace(/\s*(?:kr\.?|Fr\.?|zł|Kč|Ft)$/u, '')
    .replace(/(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])/, (word) => (isCode(word) ? '' : word))
    .trim()
    // The Swiss and Germans write "no cents" as a dash.
    .replace(/(\d)[.,][-–—]+$/u, '$1')
    .trim();
  const sign = /^([-−+]?)\s*(.*?)([-−]?)$/u.exec(rest)!;
  const body = sign[2]!;
  const grouped = body.replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/gu, '');
  if (!/^[\d.,]+$/.test(grouped) || !/\d/.test(grouped) || grouped.length > 40) return null;
  const minus = parenthesis !== null || /[-−]/u.test(sign[1]! + sign[3]!);
  return { digits: grouped, minus, spaced: grouped !== body };
}

/** Which character is the decimal mark as far as the cell itself tells; '' when it holds neither; null when open. */
function markOf(digits: string, spaced: boolean): Decimal | '' | null {
  const dots = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (dots === 0 && commas === 0) return '';
  if (dots > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  const only: Decimal = dots > 0 ? '.' : ',';
  const other: Decimal = only === '.' ? ',' : '.';
  if (dots + commas > 1) return other;
  const [before = '', after = ''] = digits.split(only);
  const couldGroup = after.length === 3 && /^[1-9]\d{0,2}$/.test(before) && !spaced;
  return couldGroup ? null : only;
}

/** The decimal mark that the clear cells of a column agree on; null when none is clear or they differ. */
export function decimalOf(cells: Iterable<string>): Decimal | null {
  const votes = new Set<Decimal>();
  for (const cell of cells) {
    const number = bare(cell);
    const mark = number ? markOf(number.digits, number.spaced) : null;
    if (mark) votes.add(mark);
  }
  return votes.size === 1 ? [...votes][0]! : null;
}

/**
 * An amount as decimal text: "1.234,56 €", "12,500.00", "1 234,56", "1'234.50". `decimal` decides only what the cell
 * leaves open ("1,234"). Never passes through a float. At most 40 characters of digits.
 */
export function readAmount(cell: string, decimal: Decimal | null): Reading<string> {
  if (cell === '' || /^[-–—]+$/u.test(cell)) return nothing;
  const number = bare(cell);
  if (!number) return problem('is no amount');
  const own = markOf(number.digits, number.spaced);
  const mark = own ?? decimal;
  if (mark === null) return problem('can be read in two ways: set decimal to "," or "."');
  const group = mark === '.' ? ',' : '.';
  const at = mark === '' ? -1 : number.digits.lastIndexOf(mark);
  const whole = at < 0 ? number.digits : number.digits.slice(0, at);
  const fraction = at < 0 ? '' : number.digits.slice(at + 1);
  const groups = whole.split(group);
  // Groups of three, or the Indian 12,34,567.
  const even = groups.slice(1).every((g) => g.length === 3);
  const indian = groups.length > 2 && groups.at(-1)!.length === 3 && groups.slice(1, -1).every((g) => g.length === 2);
  const ok = groups.length === 1 || ((even || indian) && /^\d{1,3}$/.test(groups[0]!));
  const plain = groups.join('');
  if (!ok || !/^\d*$/.test(plain) || !/^\d*$/.test(fraction)) return problem('is no amount');
  const text = (plain.replace(/^0+(?=\d)/, '') || '0') + (fraction ? `.${fraction}` : '');
  return value(number.minus && /[1-9]/.test(text) ? `-${text}` : text);
}

/** ISO 4217 code of a currency cell, or of an amount cell that names one. "$" and "¥" name several, so none. */
export function currencyOf(cell: string): string | null {
  const code = /(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])/.exec(cell)?.[0];
  if (code && isCode(code)) return code.toUpperCase();
  const signs: Record<string, string> = { '€': 'EUR', '£': 'GBP', '₹': 'INR', '₽': 'RUB', '₺': 'TRY', '₴': 'UAH' };
  return signs[/\p{Sc}/u.exec(cell)?.[0] ?? ''] ?? null;
}

// ---- dates ----

const DATE = /^(\d{1,4})([-./])\s?(\d{1,2})\2\s?(\d{1,4})(?:[T\s,]+\d{1,2}[:.h]\d{2}.*)?$/;

interface Parts {
  a: number;
  b: number;
  c: number;
  /** The orders under which this is a real date. */
  orders: DateOrder[];
  dots: boolean;
}

function partsOf(cell: string, setting: DateOrder | null = null): Parts | null {
  const match = DATE.exec(cell);
  if (!match) return null;
  const [first, mark, second, third] = [match[1]!, match[2]!, match[3]!, match[4]!];
  const parts = { a: Number(first), b: Number(second), c: Number(third), dots: mark === '.' };
  let orders: DateOrder[];
  if (first.length === 4 && third.length <= 2) orders = ['ymd'];
  else if (first.length <= 2 && third.length === 4) orders = ['dmy', 'mdy'];
  // Nobody puts a year of two digits first, unless told so.
  else if (first.length <= 2 && third.length === 2) orders = setting === 'ymd' ? ['ymd'] : ['dmy', 'mdy'];
  else return null;
  const real = orders.filter((order) => civil(parts, order) !== null);
  // Two readings that give the same day are one.
  const days = new Set(real.map((order) => civil(parts, order)));
  return { ...parts, orders: days.size === 1 ? real.slice(0, 1) : real };
}

function civil(parts: { a: number; b: number; c: number }, order: DateOrder): string | null {
  const { a, b, c } = parts;
  const [y, m, d] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const year = y < 100 ? 2000 + y : y;
  const date = new Date(Date.UTC(year, m - 1, d));
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return same && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : null;
}

/** The order that the clear cells of a column agree on; null when none is clear or they differ. */
export function dateOrderOf(cells: Iterable<string>): DateOrder | null {
  const votes = new Set<DateOrder>();
  for (const cell of cells) {
    const parts = partsOf(cell);
    if (parts?.orders.length === 1 && parts.orders[0] !== 'ymd' && parts.a !== parts.b) votes.add(parts.orders[0]!);
  }
  return votes.size === 1 ? [...votes][0]! : null;
}

/**
 * A civil date, YYYY-MM-DD, as written; a time of day behind it is dropped without moving zones. `order` decides
 * what the cell leaves open. Dots mean day first unless the setting says otherwise: no locale of CLDR writes
 * month.day.year. Years 1900 to 2200.
 */
export function readDate(cell: string, order: DateOrder | null, setting: DateOrder | null = null): Reading<string> {
  if (cell === '' || /^[-–—]+$/u.test(cell)) return nothing;
  const parts = partsOf(cell, setting);
  if (!parts || parts.orders.length === 0) return problem('is no date');
  const wanted = setting ?? (parts.dots && parts.orders.includes('dmy') ? 'dmy' : order);
  const use = parts.orders.length === 1 ? parts.orders[0]! : wanted && parts.orders.includes(wanted) ? wanted : null;
  if (!use) return problem('can be read in two ways: set dateOrder to dmy, mdy or ymd');
  return value(civil(parts, use)!);
}

// ---- words ----

const words = (text: string): Set<string> => new Set(text.split(' ').map(fold));
const YES = words(
  'yes y true t 1 x ✓ ja j oui o vrai sí si s verdadero sim sì vero on wahr da tak igen ano kyllä evet',
);
const NO = words('no n false f 0 nein non faux falso não nao nee nej nei off falsch ne nie nem hayır ei');
const OUT = words(
  'unsubscribed opted-out optedout opt-out abgemeldet désabonné dado-de-baja uitgeschreven disiscritto',
);
const IN = words('subscribed opted-in optedin opt-in angemeldet abonné');
// Pipedrive's marketing status: these say nothing about what the person asked for.
const UNSAID = words('no-consent bounced archived unknown unbekannt n/a');

/** Yes or no in the languages and spellings of exports; null when it says neither, or nothing. */
export function readYesNo(cell: string): Reading<boolean> {
  if (/^[✓✔☑]/u.test(cell)) return value(true);
  const word = fold(cell);
  if (word === '') return nothing;
  if (YES.has(word)) return value(true);
  return NO.has(word) ? value(false) : problem('is neither yes nor no');
}

/** Whether a contact opted out. Empty is unknown; so is a word that we do not know, and that is a problem. */
export function readOptOut(cell: string): Reading<Contact['optOut']> {
  const word = fold(cell);
  if (OUT.has(word)) return value('yes');
  if (IN.has(word)) return value('no');
  if (UNSAID.has(word)) return nothing;
  const read = readYesNo(cell);
  if (read.problem) return read;
  return read.value === null ? nothing : value(read.value ? 'yes' : 'no');
}

const WON = words(
  'won closed-won close-won gewonnen gewonnen-abgeschlossen gagné gagnée ganado ganada vinto vinta ganho',
);
const LOST = words(
  'lost closed-lost close-lost closed deleted verloren perdu perdue perdido perdida perso persa abandoned',
);
const OPEN = words(
  'open offen active aktiv in-progress new neu pending ouvert ouverte abierto abierta aperto aberto lopend',
);
WON.add('closedandwon');

/** The status that a stage or status word names; null when it names none. Ends such as "Lost - no budget" count. */
export function statusOf(text: string): DealStatus | null {
  const parts = text.split(/\s*[-–—:(|/,]\s*/u);
  const tries = [text, parts.slice(0, 2).join(''), parts[0] ?? ''].map(fold);
  for (const word of tries) {
    if (WON.has(word)) return 'won';
    if (LOST.has(word)) return 'lost';
    if (OPEN.has(word)) return 'open';
  }
  return null;
}

// ---- addresses ----

const ADDRESS = /^[^\s@<>()[\],;:"\\\p{Cc}]{1,64}@[^\s@<>()[\],;:"\\\p{Cc}.]+(?:\.[^\s@<>()[\],;:"\\\p{Cc}.]+)+$/u;

/** A plain mail address, lower-cased; null when it is none. Length as RFC 5321 §4.5.3.1 allows. */
export function addressOf(text: string): string | null {
  const plain = text.trim().toLowerCase();
  return plain.length <= 254 && ADDRESS.test(plain) ? plain : null;
}

/** The addresses of a cell, lower-cased, each once, and the pieces that are none. "Jane Doe <jane@x.example>" counts. */
export function addressesIn(cell: string): { addresses: string[]; others: string[] } {
  const addresses = new Set<string>();
  const others: string[] = [];
  for (const part of cell.split(/[;,\n|]/)) {
    const inner = /[<(]([^<>()]*@[^<>()]*)[>)]/.exec(part)?.[1];
    // Addresses may be separated by spaces alone; a piece with neither @ nor a neighbour is a name.
    for (const piece of inner ? [inner] : part.includes('@') ? part.trim().split(/\s+/) : [part]) {
      const address = addressOf(piece.replace(/^mailto:/i, ''));
      if (address) addresses.add(address);
      else if (piece.trim()) others.push(piece.trim());
    }
  }
  return { addresses: [...addresses], others };
}
