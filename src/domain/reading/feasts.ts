/** Feasts that people name instead of dates: fixed ones, those that follow Easter, a weekday or the moon. */
import { addDays, easter, nthWeekday, workingDayFrom, yearOf } from './civil.ts';
import { moonFeasts, nextOf } from './feasts-moon.ts';
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
  [
    'easter monday|ostermontag|lundi de paques|lunes de pascua|pasquetta|lunedi dell angelo|lunedi di pasqua|2 e paasdag|tweede paasdag|paasmaandag',
    afterEaster(1),
  ],
  [
    'easter tuesday|osterdienstag|mardi de paques|martes de pascua|terca feira de pascoa|martedi di pasqua|paasdinsdag',
    afterEaster(2),
  ],
  [
    'easter sunday|ostersonntag|dimanche de paques|domingo de pascua|domingo de resurreccion|eerste paasdag',
    afterEaster(0),
  ],
  ['maundy thursday|grundonnerstag|jeudi saint|jueves santo', afterEaster(-3)],
  ['weiberfastnacht|jueves lardero', afterEaster(-52)],
  [
    'whit monday|pfingstmontag|lundi de pentecote|lunes de pentecostes|tweede pinksterdag|2 e pinksterdag|pinkstermaandag',
    afterEaster(50),
  ],
  ['hemelvaart|hemelvaartsdag|ascension day|christi himmelfahrt', afterEaster(39)],
  ['semana santa', afterEaster(-6, 1)],
  [
    'good friday|karfreitag|vendredi saint|viernes santo|venerdi santo|sexta feira santa|goede vrijdag',
    afterEaster(-2),
  ],
  ['karneval|fasching|fastnacht|carnaval|carnival|carnevale|carnavales', afterEaster(-52, -47)],
  ['mardi gras|veilchendienstag', afterEaster(-47)],
  ['rosenmontag', afterEaster(-48)],
  ['aschermittwoch|ash wednesday|miercoles de ceniza', afterEaster(-46)],
  ['himmelfahrt|ascension|ascensione', afterEaster(39)],
  ['pfingsten|pentecote|pentecostes|pentecoste|pinksteren|whitsun', afterEaster(49, 50)],
  ['fronleichnam|corpus christi|corpus|corpo de deus', afterEaster(60)],
  ['christmas|xmas|weihnachten|noel|navidad|navidades|natale|natal|kerst', yearEnd],
  [
    'fetes|feiertage|feiertagen|zwischen den jahren|festas|feste|fiestas navidenas|fetes de fin d annee|jahreswechsel|feestdagen|kerstdagen|kerstvakantie|weihnachtsferien|festivita|christmas holidays|christmas break|winter break|festive season|festive period|vacances de noel|vacaciones de navidad|ferie natalizie|vacanze di natale|ferias de natal',
    yearEnd,
  ],
  [
    'christmas eve|xmas eve|heiligabend|heilig abend|nochebuena|vigilia di natale|kerstavond|reveillon de noel',
    fixed('12', '24'),
  ],
  ['christmas day|1 weihnachtstag|1 weihnachtsfeiertag|eerste kerstdag|dia de navidad|jour de noel', fixed('12', '25')],
  [
    'boxing day|st stephen s day|zweiter weihnachtstag|2 weihnachtstag|stephanstag|santo stefano|tweede kerstdag|saint etienne',
    fixed('12', '26'),
  ],
  ['silvester|new year s eve|saint sylvestre|nochevieja|capodanno', fixed('12', '31')],
  ['nouvel an|jour de l an|neujahr|neujahrstag|new year s|new year s day|nieuwjaar|nieuwjaarsdag', fixed('01', '01')],
  [
    'reyes|dia de reyes|epifania|driekoningen|epiphany|dreikonig|heilige drei konige|epiphanie|befana',
    fixed('01', '06'),
  ],
  ['fallas', fixed('03', '15', '19')],
  ['san jose|st patrick s day', fixed('03', '17', '19')],
  ['feria de abril', afterEaster(14, 20)],
  ['assomption|assumption|maria himmelfahrt|la asuncion|asuncion', fixed('08', '15')],
  ['st john s|san juan|saint jean|sao joao', fixed('06', '24')],
  ['immacolata|la inmaculada|inmaculada|maria empfangnis', fixed('12', '08')],
  ['nikolaus|nikolaustag|dia de la constitucion|puente de la constitucion', fixed('12', '06')],
  ['sinterklaas', fixed('12', '05')],
  [
    'tag der arbeit|fete du travail|dia del trabajo|dia del trabajador|festa dei lavoratori|dia do trabalhador|dag van de arbeid',
    fixed('05', '01'),
  ],
  ['tag der deutschen einheit', fixed('10', '03')],
  ['reformationstag', fixed('10', '31')],
  ['bundesfeier|nationalfeiertag', fixed('08', '01')],
  ['fete nationale|bastille day', fixed('07', '14')],
  ['armistice|armistice day|remembrance day|veterans day', fixed('11', '11')],
  ['el pilar|puente del pilar|dia del pilar|fiesta nacional|dia de la hispanidad', fixed('10', '12')],
  ['dia de muertos|finados', fixed('11', '02')],
  ['festa della repubblica', fixed('06', '02')],
  ['koningsdag|king s day', fixed('04', '27')],
  ['bevrijdingsdag', fixed('05', '05')],
  ['australia day', fixed('01', '26')],
  ['anzac day|festa della liberazione', fixed('04', '25')],
  ['canada day', fixed('07', '01')],
  ['juneteenth', fixed('06', '19')],
  ['mlk day|martin luther king day', weekday(1, 1, 3)],
  ['presidents day|presidents s day|president s day', weekday(2, 1, 3)],
  ['early may bank holiday|may day', weekday(5, 1, 1)],
  ['toussaint|allerheiligen|todos los santos|todos os santos|all saints|all saints day|ognissanti', fixed('11', '01')],
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

type Next = (today: string) => Omit<Feast, 'length'> | null;

const yearly =
  (days: Days): Next =>
  (today) => {
    let year = yearOf(today) - 1;
    while (days(year)[1] < today) year += 1;
    const [first, last] = days(year);
    if (days !== yearEnd) return { first, last };
    return { first, last, after: workingDayFrom(`${yearOf(last) + 1}-01-07`), afterAssumed: true };
  };

const byFirstWord = new Map<string, { words: string[]; next: Next }[]>();
const known: [names: string, next: Next][] = [
  ...feasts.map(([names, days]): [string, Next] => [names, yearly(days)]),
  ...moonFeasts.map((feast): [string, Next] => [
    feast.names,
    (today) => {
      const next = nextOf(feast, today);
      return next && { ...next, after: workingDayFrom(addDays(next.last, 1)), afterAssumed: true };
    },
  ]),
];
for (const [names, next] of known)
  for (const name of names.split('|')) {
    const words = name.split(' ');
    const list = byFirstWord.get(words[0]!) ?? [];
    list.push({ words, next });
    list.sort((a, b) => b.words.length - a.words.length);
    byFirstWord.set(words[0]!, list);
  }

/** Vacation by another name: the summer's in one half of the year, Christmas in the other. */
const holidayWords = /^(?:holidays|vacaciones|vacances|ferien|ferie|ferias|fiestas)$/;

/** Words that a feast's name takes up, with the marks inside it; 0 where it does not stand here. */
function lengthOf(words: readonly Word[], at: number, name: readonly string[]): number {
  let next = at;
  for (const part of name) {
    while (next > at && /^['.-]$/.test(words[next]?.text ?? '')) next += 1;
    if (words[next]?.text !== part) return 0;
    next += 1;
  }
  return next - at;
}

/** The feast named at this word, next after `today`; null when there is none. */
export function feastAt(words: readonly Word[], at: number, today: string): Feast | null {
  const word = words[at]?.text ?? '';
  const fits = byFirstWord.get(word)?.find(({ words: name }) => lengthOf(words, at, name) > 0);
  const next = fits?.next(today);
  if (fits && next) return { ...next, length: lengthOf(words, at, fits.words) };
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
