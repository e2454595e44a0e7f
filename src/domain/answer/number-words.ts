/** Numbers of items and their places in the list, in letters, folded: "twenty-one", "la dixième", "el último". */
import { ordinals } from '../reading/date-words.ts';

/** One row a language, from one on; what is spelled alike in two means the same. "Un" is an article more often than not. */
const rows = [
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
  'one deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
  'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
];
const tens = new Map(
  Object.entries({ twenty: 20, thirty: 30, zwanzig: 20, dreissig: 30, vingt: 20, trente: 30, veinte: 20, treinta: 30 }),
);

/** A number in one word. */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...rows.flatMap((row) => row.split(' ').map((word, index) => [word, index + 1] as const)),
  ...tens,
  ['zwo', 2] as const,
  ...'ein zwei drei vier funf sechs sieben acht neun'
    .split(' ')
    .flatMap((unit, index) => [
      [`${unit}undzwanzig`, 21 + index] as const,
      [`${unit}unddreissig`, 31 + index] as const,
    ]),
]);

const dash = /^[-–]$/;

/** So many words from this one on are a number, and which: "vingt-deux", "treinta y uno", "dix-sept". */
export function countAt(words: readonly string[], at: number): { n: number; length: number } | null {
  const word = words[at] ?? '';
  const one = numberWords.get(word);
  if (one === undefined) return null;
  const skip = dash.test(words[at + 1] ?? '') || /^(?:et|y)$/.test(words[at + 1] ?? '') ? 2 : 1;
  const tail = words[at + skip] ?? '';
  const unit = numberWords.get(tail) ?? (/^(?:un|une)$/.test(tail) ? 1 : undefined);
  const ten = tens.get(word);
  // "Twenty, one yes" keeps its comma; "veinte y uno" and "vingt et un" are one number, "twenty and one" are two.
  if (ten !== undefined && unit !== undefined && unit < 10) return { n: ten + unit, length: skip + 1 };
  if (word === 'dix' && skip === 2 && dash.test(words[at + 1]!) && unit !== undefined && unit > 6 && unit < 10)
    return { n: 10 + unit, length: 3 };
  return { n: one, length: 1 };
}

const higher = [
  'fifth funfte funften funftes funfter cinquieme quinto 5th',
  'sixth sechste sechsten sechstes sechster sixieme sexto',
  'seventh siebte siebten siebtes siebter siebente septieme septimo septima',
  'eighth achte achten achtes achter huitieme octavo octava',
  'ninth neunte neunten neuntes neunter neuvieme noveno novena',
  'tenth zehnte zehnten zehntes zehnter dixieme decimo decima',
];
const firsts = 'first ersten premiers premieres primeros primeras';
const lasts = 'last letzten derniers dernieres ultimos ultimas';
const onlyLast = 'last letzte letzten letztes letzter dernier derniere ultimo ultima';

/** Which in the list, from one on. Those that date words have too, such as the Spanish Thursday, are left to them. */
export const nthOf = (word: string): number | undefined => {
  const known = ordinals.get(word);
  if (known !== undefined) return known > 0 ? known : undefined;
  const place = higher.findIndex((row) => row.split(' ').includes(word));
  return place < 0 ? undefined : place + 5;
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const firstWords = set(firsts);
const lastWords = set(lasts);
const lastOne = set(onlyLast);
const two = set('couple beiden beide pair');

/** "The first three", "die letzten beiden", "les trois premiers", "los dos últimos": how many of which end. */
export function groupAt(
  words: readonly string[],
  at: number,
): { first: boolean; count: number; length: number } | null {
  const end = (index: number): boolean | null => {
    const word = words[index] ?? '';
    // "Top" praises too.
    const ahead = /^(?:top|bottom)$/.test(word) && words[index - 1] === 'the';
    return firstWords.has(word) || (ahead && word === 'top') ? true : lastWords.has(word) || ahead ? false : null;
  };
  const count = (from: number): { n: number; length: number } | null => {
    const word = words[from] ?? '';
    if (two.has(word)) return { n: 2, length: words[from + 1] === 'of' ? 2 : 1 };
    return /^\d{1,2}$/.test(word) ? { n: Number(word), length: 1 } : countAt(words, from);
  };
  const before = end(at);
  const behind = before === null ? null : count(at + 1);
  if (before !== null && behind && behind.n > 1) return { first: before, count: behind.n, length: 1 + behind.length };
  // Behind the count in the plural only: "les deux premiers", never "2 last".
  const ahead = /s$/.test(words[at + 1] ?? '') ? count(at) : null;
  const after = ahead ? end(at + ahead.length) : null;
  return ahead && ahead.n > 1 && ahead.length === 1 && after !== null
    ? { first: after, count: ahead.n, length: 2 }
    : null;
}

const ones = /^(?:one|item|point|entry|proposal|punkt|vorschlag|proposition|propuesta|punto)$/;

/** "The last one", "die letzte", "le dernier": so many words; a day, a mail and what goes on otherwise is none. */
export function lastAt(words: readonly string[], at: number): number {
  if (!lastOne.has(words[at] ?? '')) return 0;
  if (ones.test(words[at + 1] ?? '')) return 2;
  return led.test(words[at - 1] ?? '') ? 1 : 0;
}
const led = /^(?:the|die|der|das|den|dem|zur|zum|le|la|el|al|au|del|du)$/;
