/** Numbers written out in four languages, folded. */

const table = (entries: Record<string, number>): ReadonlyMap<string, number> =>
  new Map(Object.entries(entries).flatMap(([words, value]) => words.split(' ').map((word) => [word, value] as const)));

/** "One" is an article in most of these and says nothing. */
const small = table({
  'two zwei zwo deux dos twice zweimal double doppelt doppelte doppelten doble': 2,
  'three drei trois tres thrice dreimal triple dreifach dreifache': 3,
  'four vier quatre cuatro viermal': 4,
  'five funf cinq cinco': 5,
  'six sechs seis': 6,
  'seven sieben sept siete': 7,
  'eight acht huit ocho': 8,
  'nine neun neuf nueve': 9,
  'ten zehn dix diez': 10,
  'eleven elf onze once': 11,
  'twelve zwolf douze doce dozen dutzend douzaine docena': 12,
  'thirteen dreizehn treize trece': 13,
  'fourteen vierzehn quatorze catorce': 14,
  'fifteen funfzehn quinze quince': 15,
  'sixteen sechzehn seize dieciseis': 16,
  'seventeen siebzehn diecisiete': 17,
  'eighteen achtzehn dieciocho': 18,
  'nineteen neunzehn diecinueve': 19,
  'twenty zwanzig vingt veinte': 20,
  'thirty dreissig dreißig trente treinta': 30,
  'forty vierzig quarante cuarenta': 40,
  'fifty funfzig cinquante cincuenta': 50,
  'sixty sechzig soixante sesenta': 60,
  'seventy siebzig septante setenta': 70,
  'eighty achtzig huitante ochenta quatrevingts': 80,
  'ninety neunzig nonante noventa': 90,
  'half halb halbe halben halber halbes halfte moitie demi demie mitad medio media': 0.5,
});
const units = table({ 'one ein eins un uno una et': 1 });
const large = table({
  'hundred hundert cent cents ciento cien cientos': 100,
  'thousand tausend mille mil k tsd': 1_000,
  'million millions millionen millones millon mio mn': 1_000_000,
});

/** "Veintidós" and "fünfundzwanzig" are one word. */
function compound(word: string): number | null {
  const german = /^(ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)und([a-zß]{6,9}zig|dreissig|dreißig)$/.exec(word);
  if (german) return (units.get(german[1]!) ?? small.get(german[1]!) ?? 0) + (small.get(german[2]!) ?? 0);
  const spanish = /^veinti(un|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)$/.exec(word);
  if (spanish) return 20 + (units.get(spanish[1]!) ?? small.get(spanish[1]!) ?? 0);
  const hundreds = /^(.{3,6}?)(hundert|tausend|cientos|cientas)$/.exec(word);
  if (hundreds) {
    const times = units.get(hundreds[1]!) ?? small.get(hundreds[1]!);
    return times === undefined ? null : times * (hundreds[2] === 'tausend' ? 1_000 : 100);
  }
  return null;
}

const one = (word: string): number | null => small.get(word) ?? compound(word) ?? null;

/** A number written out from word `at` on, with how many words it takes; null where none begins. At most eight words are one number. */
export function numberAt(words: readonly string[], at: number): { value: number; length: number } | null {
  const first = words[at] ?? '';
  let group = one(first) ?? (isTimes(words, at) ? (units.get(first) ?? 1) : null);
  if (group === null && large.has(first) && first.length > 3) group = 1;
  else if (group === null) return null;
  let next = at + (large.has(first) ? 0 : 1);
  let total = 0;
  let last = group;
  for (; next < at + 8; next++) {
    const word = words[next] ?? '';
    const factor = large.get(word);
    if (factor !== undefined) {
      group = Math.max(group, 1) * factor;
      if (factor >= 1_000) {
        total += group;
        group = 0;
      }
      last = factor;
      continue;
    }
    if (
      word === '-' ||
      ((word === 'and' || word === 'und' || word === 'y' || word === 'et') && adds(words[next + 1], last))
    )
      continue;
    if (!adds(word, last)) break;
    const value = one(word) ?? units.get(word)!;
    // "Quatre-vingts" is four times twenty, "soixante-quinze" sixty and fifteen.
    group = group === 4 && value === 20 ? 80 : group + value;
    last = value;
  }
  return { value: total + group, length: next - at };
}

/** "A hundred", "un millier", "one hundred": an article that counts. */
const isTimes = (words: readonly string[], at: number): boolean =>
  (units.has(words[at] ?? '') || words[at] === 'a') &&
  large.has(words[at + 1] ?? '') &&
  (words[at + 1] ?? '').length > 2;

/** Whether a word goes on with the number: less than what came before it. */
function adds(word: string | undefined, last: number): boolean {
  const value = one(word ?? '') ?? (word === 'et' ? null : (units.get(word ?? '') ?? null));
  if (value === null || value < 1) return false;
  return value < last && last >= 20 ? value < 20 || last >= 100 : last === 4 && value === 20;
}
