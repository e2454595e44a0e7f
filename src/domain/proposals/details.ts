/** Telephone numbers, titles and addresses as mails write them. What comes from a mail is checked before anybody sees it: it may become a field of the CRM. */
import { fold } from '../reading/fold.ts';

/** A number with its country, or one with a label before it. A fax is none. */
const phone =
  /(?:\+|\b00)[1-9](?:[\s./-]?(?:\(\d{1,5}\)|\d{1,12})){2,9}(?!\d)|\(?\b0\d{1,5}\)?(?:[\s./-]{0,3}\d{1,9}){1,6}(?!\d)|(?<![\d+])(?:1[\s.-])?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)/g;
const label =
  /(?<!\p{L})(?:tel|telefon|telephone|telefono|tlf|phone|ph|mobile|mobil|mob|cell|cellphone|handy|direct|direkt|durchwahl|office|buro|fon|t|m|p|d|o|movil|portable|gsm|natel)\b\.?[^\p{L}\d+(]{0,4}$/u;
/** Half of a number. */
const extension = /^\s{0,2},?\s?(?:x|ext|extension|durchwahl|dw|poste)\b\.?\s{0,2}\d/;
const fax = /(?<!\p{L})(?:fax|telefax|f)\b\.?[^\p{L}\d+(]{0,4}$/u;

/** The numbers in a line, as written; those without a country only behind a label, unless all are asked for. */
export function phonesIn(line: string, all = false): string[] {
  const folded = fold(line);
  return [...line.matchAll(phone)].flatMap(({ index, 0: found }) => {
    const before = folded.slice(Math.max(0, index - 24), index);
    if (fax.test(before) || extension.test(folded.slice(index + found.length))) return [];
    const plain = found.replace(/\s+/g, ' ').trim();
    const international = /^(?:\+|00)/.test(plain);
    return isPhone(plain) && (all || international || label.test(before)) ? [plain] : [];
  });
}

/** E.164 has at most 15 digits; fewer than 7 reach nobody from outside. */
export function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return (
    digits >= 7 && digits <= 15 && text.length <= 32 && /^[+\d()\s./-]+$/.test(text) && !/^\d{4}-\d\d-\d\d/.test(text)
  );
}

/** Whether two ways to write a number may be one: the country or its leading zero may be left out. */
export function samePhone(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^0+/, ''));
  if (!a || !b) return false;
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  return short.length >= 6 && long.endsWith(short);
}

/** Words of which a title has at least one, folded. */
const titleWord =
  /(?<!\p{L})(?:ceo|cfo|cto|coo|cio|cmo|cpo|cro|ciso|md|vp|svp|evp|avp|chief|president|vice[- ]president|director|directrice|directeur|direktor|direktorin|manager|managerin|head|lead|leader|leiter|leiterin|leitung|teamleiter|teamleiterin|teamlead|\p{L}*leiter(?:in)?|geschaftsfuhrer|geschaftsfuhrerin|geschaftsfuhrung|prokurist|prokuristin|vorstand|inhaber|inhaberin|founder|co-founder|cofounder|owner|partner|partnerin|engineer|ingenieur|ingenieurin|ingeniero|ingeniera|architect|consultant|berater|beraterin|analyst|specialist|spezialist|referent|referentin|sachbearbeiter|sachbearbeiterin|buyer|einkaufer|einkauferin|purchaser|controller|controllerin|accountant|coordinator|koordinator|koordinatorin|supervisor|administrator|assistant|assistentin|assistent|officer|executive|secretary|treasurer|principal|professor|developer|planner|technician|representative|advisor|responsable|chef|cheffe|gerant|gerante|acheteur|acheteuse|charge|chargee|jefe|jefa|gerente|directora|encargado|encargada|coordinador|coordinadora|comprador|compradora|asesor|asesora)(?!\p{L})/u;

/** What a line of a signature may hold beside a title. */
const noTitle = /[@\d<>{}[\]\\=#*_"]|https?:|www\.|\.(?:com|de|fr|es|org|net|io|test)\b/i;
const company =
  /(?<!\p{L})(?:gmbh|ag|kg|ohg|se|inc|ltd|llc|llp|plc|corp|corporation|limited|sarl|sas|sa|sl|slu|bv|nv|street|strasse|road|avenue|rue|calle|platz|suite)\b/u;
const sentence =
  /(?<!\p{L})(?:i|we|you|is|are|was|will|please|thanks?|ich|wir|sie|ist|sind|bitte|danke|je|nous|vous|est|merci|yo|es|gracias|on behalf of|i\. ?a|i\. ?v)(?!\p{L})/u;

/** Whether a line is a title and nothing else. */
export function isTitle(line: string): boolean {
  const text = line.trim();
  if (text.length < 2 || text.length > 80 || noTitle.test(text) || /[.!?:;]$/.test(text)) return false;
  const folded = fold(text);
  if (!/^[\p{L}\p{M}\s,&/()'’.+-]+$/u.test(text) || company.test(folded) || sentence.test(folded)) return false;
  return titleWord.test(folded) && /^[\p{Lu}\p{Lt}]/u.test(text) && text.split(/\s+/).length <= 9;
}

const short: readonly [RegExp, string][] = [
  [/\bvice[- ]president\b/g, 'vp'],
  [/\bchief executive officer\b/g, 'ceo'],
  [/\bchief financial officer\b/g, 'cfo'],
  [/\bchief technology officer\b|\bchief technical officer\b/g, 'cto'],
  [/\bchief operating officer\b/g, 'coo'],
  [/\bchief information officer\b/g, 'cio'],
  [/\bmanaging director\b/g, 'md'],
  [/\bsenior\b/g, 'sr'],
  [/\bmanager\b/g, 'mgr'],
  [/\bdirector\b/g, 'dir'],
  [/\binformation technology\b/g, 'it'],
  [/\boperations\b/g, 'ops'],
];

/** Equal for two ways to write one title: abbreviations, order marks and small words aside. */
export function sameTitle(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) =>
    short
      .reduce((left, [long, brief]) => left.replace(long, brief), fold(text))
      .replace(/(?<!\p{L})(?:of|the|for|and|de|des|du|la|le|el|der|die|das|fur|und|et|y)(?!\p{L})/gu, '')
      .replace(/[^\p{L}]/gu, ''),
  );
  return a === b;
}

/** A mail address that may be a person's own. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 && /^[a-z0-9][a-z0-9._%+'-]{0,63}@[a-z0-9](?:[a-z0-9-]{0,62}\.)+[a-z]{2,24}$/i.test(text);
