/**
 * Years of the books: fiscal year 2027 · FY27 · Q2 FY27 · Geschäftsjahr 2026/27 · exercice 2027. When a house's year begins is seldom said: one
 * year's number is read as the calendar year, two as a year that begins in the last quarter of the first; both are assumptions.
 */
import { addDays, monthEnd, monthStart, workingDayFrom } from './civil.ts';
import type { Word } from './fold.ts';
import { aPeriod, type Found, isNumber, wordAt } from './period.ts';

const named =
  /^(?:fy|gj|wj|geschaftsjahr(?:es)?|wirtschaftsjahr(?:es)?|haushaltsjahr(?:es)?|budgetjahr(?:es)?|rechnungsjahr|exercice|ejercicio|esercizio|exercicio|boekjaar|begrotingsjaar)$/;
const year = /^(?:year|jahr|annee|ano|anno|jaar)$/;
const ofBooks =
  /^(?:fiscal|fiscale|financial|budget|accounting|budgetaire|comptable|contable|presupuestario|contabile)$/;

/** Words from here that name such a year without its number; 0 where none do. */
function lengthOf(words: readonly Word[], at: number): number {
  const [one, two] = [wordAt(words, at), wordAt(words, at + 1)];
  if (named.test(one)) return ofBooks.test(two) ? 2 : 1;
  if (ofBooks.test(one)) return year.test(two) ? 2 : one === 'fiscal' ? 1 : 0;
  return year.test(one) && ofBooks.test(two) ? 2 : 0;
}

const fullYear = (text: string): number | null =>
  /^20[2-4]\d$/.test(text) ? Number(text) : /^[2-4]\d$/.test(text) ? 2000 + Number(text) : null;

/** The number or the two of a year: its first month, and how many words say so. */
function numberAt(words: readonly Word[], at: number): { first: string; length: number } | null {
  let from = at;
  while (from < at + 2 && /^(?:['.]|of|de|del)$/.test(wordAt(words, from))) from += 1;
  if (!isNumber(wordAt(words, from))) return null;
  const one = fullYear(wordAt(words, from));
  if (one === null) return null;
  const two = /^[/-]$/.test(wordAt(words, from + 1)) ? fullYear(wordAt(words, from + 2)) : null;
  return two === one + 1
    ? { first: `${one}-10-01`, length: from - at + 3 }
    : { first: `${one}-01-01`, length: from - at + 1 };
}

/** The year whose name begins here, or the quarter of it that is named after it. */
export function fiscalAt(words: readonly Word[], at: number): Found | null {
  const name = lengthOf(words, at);
  const number = name > 0 ? numberAt(words, at + name) : numberAt(words, at);
  if (!number) return null;
  const length = name > 0 ? name : lengthOf(words, at + number.length);
  if (length === 0) return null;
  const next = at + length + number.length;
  const quarter = wordAt(words, next) === 'q' ? Number(wordAt(words, next + 1)) : 0;
  return quarter >= 1 && quarter <= 4
    ? fiscal('quarter', monthStart(number.first, (quarter - 1) * 3), next - at + 2)
    : fiscal('year', number.first, next - at);
}

export function fiscal(unit: 'year' | 'half' | 'quarter', first: string, length: number): Found {
  const last = monthEnd(first, { year: 11, half: 5, quarter: 2 }[unit]);
  return {
    ...aPeriod(unit, first, last, length),
    assumed: true,
    after: workingDayFrom(addDays(last, 1)),
    afterAssumed: true,
  };
}
