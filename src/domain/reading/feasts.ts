/** Feasts that people name instead of dates: fixed ones, those that follow Easter, and some that follow a weekday. */
import { addDays, easter, nthWeekday, workingDayFrom, yearOf } from './civil.ts';
import type { Word } from './fold.ts';

interface Feast {
  first: string;
  last: string;
  on?: string;
  after?: string;
  afterAssumed?: boolean;
  length: number;
}

type Days = (year: number) => [first: string, last: string];

const fixed =
  (month: string, first: string, last = first): Days =>
  (year) => [`${year}-${month}-${first}`, `${year}-${month}-${last}`];
const afterEaster =
  (first: number, last = first): Days =>
  (year) => [addDays(easter(year), first), addDays(easter(year), last)];
const weekday =
  (month: number, day: number, nth: number, shift = 0): Days =>
  (year) => {
    const date = addDays(nthWeekday(year, month, day, nth), shift);
    return [date, date];
  };

/** After these nobody is back before Epiphany. */
const yearEnd = fixed('12', '24', '31');

/** By folded words; the longest name that fits counts. */
const feasts: [names: string, days: Days][] = [
  ['easter|ostern|paques|pascua|pasqua|pascoa|pasen', afterEaster(0, 1)],
  ['semana santa', afterEaster(-6, 1)],
  ['good friday|karfreitag|vendredi saint|viernes santo', afterEaster(-2)],
  ['karneval|fasching|fastnacht|carnaval|carnival|carnevale', afterEaster(-52, -47)],
  ['mardi gras|veilchendienstag', afterEaster(-47)],
  ['rosenmontag', afterEaster(-48)],
  ['aschermittwoch|ash wednesday|miercoles de ceniza', afterEaster(-46)],
  ['himmelfahrt|ascension|ascensione', afterEaster(39)],
  ['pfingsten|pentecote|pentecostes|pentecoste|pinksteren|whitsun', afterEaster(49, 50)],
  ['fronleichnam|corpus christi', afterEaster(60)],
  ['christmas|xmas|weihnachten|noel|navidad|navidades|natale|natal|kerst', yearEnd],
  [
    'fetes|feiertage|feiertagen|zwischen den jahren|festas|feste|fiestas navidenas|fetes de fin d annee|jahreswechsel',
    yearEnd,
  ],
  ['silvester|new year s eve|saint sylvestre|nochevieja|capodanno', fixed('12', '31')],
  ['nouvel an|neujahr|new year s', fixed('01', '01')],
  ['reyes|epiphany|dreikonig|heilige drei konige|epiphanie|befana', fixed('01', '06')],
  ['fallas', fixed('03', '15', '19')],
  ['san jose|st patrick s day', fixed('03', '17', '19')],
  ['feria de abril', afterEaster(14, 20)],
  ['toussaint|allerheiligen|todos los santos|ognissanti', fixed('11', '01')],
  ['ferragosto', fixed('08', '15')],
  ['fiestas patrias', fixed('09', '18', '19')],
  ['halloween', fixed('10', '31')],
  ['anzac day', fixed('04', '25')],
  ['canada day', fixed('07', '01')],
  ['juneteenth', fixed('06', '19')],
  ['bastille day', fixed('07', '14')],
  ['boxing day', fixed('12', '26')],
  ['armistice|veterans day|remembrance day', fixed('11', '11')],
  ['saint jean|san juan|johanni|midsummer', fixed('06', '24')],
  ['san isidro', fixed('05', '15')],
  ['el pilar', fixed('10', '12')],
  ['dia de muertos', fixed('11', '02')],
  ['assomption|maria himmelfahrt|la asuncion', fixed('08', '15')],
  ['tag der deutschen einheit', fixed('10', '03')],
  ['nikolaus', fixed('12', '06')],
  ['thanksgiving', weekday(11, 4, 4)],
  ['black friday', weekday(11, 4, 4, 1)],
  ['cyber monday', weekday(11, 4, 4, 4)],
  ['labor day|labour day', weekday(9, 1, 1)],
  [
    'memorial day',
    (year) =>
      [25, 26, 27, 28, 29, 30, 31]
        .map((day) => `${year}-05-${day}`)
        .filter((day) => new Date(day).getUTCDay() === 1)
        .map((day): [string, string] => [day, day])[0]!,
  ],
  ['independence day|fourth of july', fixed('07', '04')],
  ['columbus day', weekday(10, 1, 2)],
];

const byFirstWord = new Map<string, { words: string[]; days: Days }[]>();
for (const [names, days] of feasts)
  for (const name of names.split('|')) {
    const words = name.split(' ');
    const list = byFirstWord.get(words[0]!) ?? [];
    list.push({ words, days });
    list.sort((a, b) => b.words.length - a.words.length);
    byFirstWord.set(words[0]!, list);
  }

/** Vacation by another name: the summer's in one half of the year, Christmas in the other. */
const holidayWords = /^(?:holidays|vacaciones|vacances|ferien|ferie|ferias|fiestas)$/;

/** The feast named at this word, next after `today`; null when there is none. */
export function feastAt(words: readonly Word[], at: number, today: string): Feast | null {
  const word = words[at]?.text ?? '';
  const fits = byFirstWord.get(word)?.find(({ words: name }) => {
    let next = at;
    return name.every((part) => {
      while (/^['-]$/.test(words[next]?.text ?? '')) next += 1;
      const same = words[next]?.text === part;
      next += 1;
      return same;
    });
  });
  if (fits) {
    let year = yearOf(today) - 1;
    while (fits.days(year)[1] < today) year += 1;
    const [first, last] = fits.days(year);
    const length =
      fits.words.length +
      (words.slice(at, at + fits.words.length + 3).filter(({ text }, n) => n < fits.words.length + 2 && text === "'")
        .length > 0
        ? 1
        : 0);
    if (fits.days !== yearEnd) return { first, last, length };
    return { first, last, after: workingDayFrom(`${yearOf(last) + 1}-01-07`), afterAssumed: true, length };
  }
  if (holidayWords.test(word)) return holidays(words, at, today);
  return null;
}

/**
 * "After the holidays" in autumn means the year's end, "après les vacances" in early summer those of the summer; anybody's own holidays
 * ("my holiday", "mes congés") have no date that we know.
 */
function holidays(words: readonly Word[], at: number, today: string): Feast | null {
  const before = words[at - 1]?.text ?? '';
  const beforeThat = words[at - 2]?.text ?? '';
  if (/^(?:my|our|mes|nos|mis|nuestras|meine|meinen|unsere|mie|nostre|minhas|his|her|your|vos|school)$/.test(before))
    return null;
  const month = Number(today.slice(5, 7));
  const summerNamed =
    /^(?:summer|verano|ete|estive|verao)$/.test(before) ||
    /^(?:verano|ete|estive|verao)$/.test(words[at + 2]?.text ?? '');
  const back =
    beforeThat === 'vuelta' ||
    before === 'de' ||
    before === 'les' ||
    before === 'las' ||
    before === 'the' ||
    before === 'den' ||
    before === 'die';
  if (!summerNamed && !back) return null;
  const year = yearOf(today);
  if (summerNamed || (month >= 4 && month <= 8)) {
    const named = month > 9 ? year + 1 : year;
    return {
      first: `${named}-07-01`,
      last: `${named}-08-31`,
      after: workingDayFrom(`${named}-09-15`),
      afterAssumed: true,
      length: 1,
    };
  }
  if (month >= 9)
    return {
      first: `${year}-12-24`,
      last: `${year}-12-31`,
      after: workingDayFrom(`${year + 1}-01-07`),
      afterAssumed: true,
      length: 1,
    };
  return null;
}
