/** Numbers in a text: counts, amounts of money, percentages, spans of time and times of day, as values that can be held against each other. */
import { units } from '../../reading/date-words.ts';
import { fold, type Word, wordsOf } from '../../reading/fold.ts';
import { remembering } from './memory.ts';
import { numberAt } from './number-words.ts';
import type { Language } from './written.ts';

export interface Amount {
  value: number;
  /** A `mark` names a place in a document: "clause 7". */
  kind: 'count' | 'mark' | 'money' | 'percent' | 'time' | 'span';
  /** The currency or the unit of time, where it is said. */
  unit: string | null;
  start: number;
  end: number;
}

const currencies: Record<string, string> = {
  '€': 'eur',
  '£': 'gbp',
  $: 'usd',
  '¥': 'jpy',
  eur: 'eur',
  euro: 'eur',
  euros: 'eur',
  gbp: 'gbp',
  pound: 'gbp',
  pounds: 'gbp',
  pfund: 'gbp',
  livres: 'gbp',
  libras: 'gbp',
  quid: 'gbp',
  usd: 'usd',
  dollar: 'usd',
  dollars: 'usd',
  dolares: 'usd',
  dolar: 'usd',
  bucks: 'usd',
  chf: 'chf',
  franken: 'chf',
  francs: 'chf',
  fr: 'chf',
  cents: 'cent',
  cent: 'cent',
  pence: 'cent',
  pesos: 'peso',
  peso: 'peso',
  mxn: 'peso',
  cad: 'usd',
  aud: 'usd',
};
const percents = new Set(['%', 'percent', 'prozent', 'pct', 'porcentaje']);
const scales: Record<string, number> = {
  k: 1e3,
  tsd: 1e3,
  mil: 1e3,
  mille: 1e3,
  thousand: 1e3,
  tausend: 1e3,
  m: 1e6,
  mio: 1e6,
  mn: 1e6,
  million: 1e6,
  millionen: 1e6,
  millions: 1e6,
  millones: 1e6,
};

const digits = /\d{1,3}(?:[ .,'](?=\d{3}(?!\d))\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,4})?/g;
const timeOfDay = /^\d{1,2}(?::\d\d| ?h ?\d\d| ?h(?!\p{L})| ?uhr| ?[ap]\.?m(?!\p{L}))/u;

/** "1.200" and "1,200" are both 1200: nobody writes three places behind the comma in a mail. */
function numberOf(written: string): number {
  const bare = written.replace(/[ ']/g, '');
  const marks = [...bare.matchAll(/[.,]/g)].map(({ index }) => index);
  const last = marks.at(-1);
  if (last === undefined) return Number(bare);
  const whole = Number(bare.replace(/[.,]/g, ''));
  if (bare.length - last - 1 === 3 || (marks.length > 1 && bare[marks[0]!] === bare[last])) return whole;
  return Number(`${bare.slice(0, last).replace(/[.,]/g, '')}.${bare.slice(last + 1)}`);
}

/** Number words of one language that are other words elsewhere: "once", "media", "neuf". */
const only: Record<string, Language> = {
  once: 'es',
  medio: 'es',
  media: 'es',
  mitad: 'es',
  mil: 'es',
  dos: 'es',
  tres: 'es',
  cent: 'fr',
  cents: 'fr',
  neuf: 'fr',
  sept: 'fr',
  mille: 'fr',
  elf: 'de',
  acht: 'de',
  halbe: 'de',
  six: 'en',
};
const alsoFrench = new Set(['six', 'double', 'triple']);

/** All numbers of a text in this language, each once. Pure and linear. */
export const amountsIn = (text: string, language: Language): readonly Amount[] => remembered(text, language);

const remembered = remembering((text, language) => amountsOf(text, language as Language));

function amountsOf(text: string, language: Language): Amount[] {
  const folded = fold(text);
  const found: Amount[] = [];
  for (const { 0: written, index } of folded.matchAll(digits)) {
    const end = index + written.length;
    const before = found.at(-1);
    if (before && index < before.end) continue;
    const time = timeOfDay.exec(folded.slice(index, index + 12));
    if (time && !/^\d{3}/.test(written)) {
      const [hour = 0, minute = 0] = time[0].split(/\D+/).map(Number);
      found.push({
        value: (/p\.?m/.test(time[0]) && hour < 12 ? hour + 12 : hour) * 100 + minute,
        kind: 'time',
        unit: null,
        start: index,
        end: index + time[0].length,
      });
      continue;
    }
    found.push(measured(folded, numberOf(written), index, end));
  }
  const words = wordsOf(folded);
  const texts = words.map((word) => word.text);
  for (let at = 0; at < words.length; ) {
    const foreign =
      Object.hasOwn(only, texts[at]!) &&
      only[texts[at]!] !== language &&
      !(language === 'fr' && alsoFrench.has(texts[at]!));
    const number = foreign || isJoined(words, at) ? null : numberAt(texts, at);
    if (!number) {
      at += 1;
      continue;
    }
    const [start, end] = [words[at]!.start, words[at + number.length - 1]!.end];
    if (!found.some((each) => start < each.end && end > each.start))
      found.push(measured(folded, number.value, start, end));
    at += number.length;
  }
  return found;
}

/** Letters right behind digits are no number of their own: "24k", "2 m". */
const isJoined = (words: readonly Word[], at: number): boolean =>
  /\d$/.test(words[at - 1]?.text ?? '') && words[at]!.text.length < 4;

/** Words before the number of a place in a document. */
const place =
  /(?:§|(?<!\p{L})(?:clause|article|section|page|item|point|no|klausel|artikel|seite|punkt|nr|abschnitt|annexe|clausula|articulo|pagina|punto)\.?)\s?$/u;

function measured(folded: string, read: number, start: number, stop: number): Amount {
  let end = stop;
  let value = read;
  const next = () => /^\s?(\p{L}+|[%€£$¥])/u.exec(folded.slice(end, end + 24));
  const scale = next();
  if (scale && Object.hasOwn(scales, scale[1]!) && (scale[1]!.length > 1 || /^\p{L}/u.test(folded[end] ?? ''))) {
    value *= scales[scale[1]!]!;
    end += scale[0].length;
  }
  const after = next();
  const word = after?.[1] ?? '';
  const perCent = /^\s?(?:pour ?cent|por ?ciento|per ?cent|v\. ?h)/.exec(folded.slice(end, end + 14));
  if (perCent || percents.has(word)) return { value, kind: 'percent', unit: '%', start, end };
  const before = /(?:(?<!\p{L})(chf|eur|usd|gbp|mxn|fr)\.?|([€£$¥]))\s?$/u.exec(
    folded.slice(Math.max(0, start - 6), start),
  );
  const mark = before?.[1] ?? before?.[2];
  const currency = mark ?? (Object.hasOwn(currencies, word) ? word : null);
  if (currency) return { value, kind: 'money', unit: currencies[currency] ?? currency, start, end };
  const unit = units.get(word) ?? (/^min(?:s|uten?|utes?|utos?)?$/.test(word) ? 'minute' : null);
  if (unit && word.length > 1) return { value, kind: 'span', unit, start, end: end + (after?.[0].length ?? 0) };
  const kind = place.test(folded.slice(Math.max(0, start - 14), start)) ? 'mark' : 'count';
  return { value, kind, unit: null, start, end };
}

/** Whether a number of the ground says what the sentence says. Money may stand without its currency, a
 * span without its unit; nothing else changes its kind. */
export function sameAmount(said: Amount, ground: Amount): boolean {
  if (said.value !== ground.value) return false;
  if (said.kind === ground.kind) return said.unit === ground.unit || said.unit === null || ground.unit === null;
  if (said.kind === 'money') return ground.kind === 'count';
  return said.kind === 'count' && (ground.kind === 'money' || ground.kind === 'span');
}
