/** Looks phrases up at a place in an answer, and mends typing errors in words that matter. */
import { months, units, weekdays } from '../reading/date-words.ts';
import { moreSmall } from './more-small.ts';
import { moreVerbs } from './more-verbs.ts';
import { isAnotherWord, isEveryday, isForm, isTypo } from './real-words.ts';
import { afterLeads, dayLeads, nobody, type SmallSense, small } from './small-words.ts';
import { tokensOf } from './tokens.ts';
import { type Sense, splitVerbs, verbs } from './verb-words.ts';

export type Meaning = Sense | SmallSense;

interface Phrase {
  words: readonly string[];
  meaning: Meaning;
  /** In which languages: bits for English, German, French, Spanish. */
  tongues: number;
}

export const wordsIn = (phrase: string): string[] => tokensOf(phrase).map(({ text }) => text);

export const phrasesIn = (list: string): string[][] => list.split('|').map(wordsIn);

function table(lists: Record<string, readonly string[]>): Map<string, Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const [meaning, tongues] of Object.entries(lists))
    for (const [tongue, list] of tongues.entries())
      for (const words of phrasesIn(list)) {
        const key = words[0] as string;
        const beside = found.get(key) ?? [];
        const same = beside.find((each) => each.meaning === meaning && each.words.join(' ') === words.join(' '));
        if (same) same.tongues |= 1 << tongue;
        else beside.push({ words, meaning: meaning as Meaning, tongues: 1 << tongue });
        found.set(key, beside);
      }
  return found;
}

/** The words of a meaning and more of them, tongue by tongue. */
const withMore = (
  lists: Record<string, readonly string[]>,
  more: Record<string, readonly string[] | undefined>,
): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(lists).map(([meaning, tongues]) => [
      meaning,
      tongues.map((list, tongue) => [list, more[meaning]?.[tongue - 1] ?? ''].filter((each) => each !== '').join('|')),
    ]),
  );

const allVerbs = withMore(verbs, moreVerbs);
const { all, rest, both, except, hold, ...others } = withMore(small, moreSmall);
const phrases = table({
  ...allVerbs,
  ...others,
  all: all!,
  rest: rest!,
  both: both!,
  except: except!,
});
const holdWords = table({ hold: hold! });

const english = 1;
export const french = 4;
export const spanish = 8;

export interface Match {
  meaning: Meaning;
  length: number;
  tongues: number;
}

/** Every phrase that begins at this word, in no order. */
export function matchesAt(words: readonly string[], at: number): Match[] {
  return matchesIn(phrases, words, at);
}

/** So many words of a hold's name begin here: "the hold", "la mise en attente". */
export const holdWordAt = (words: readonly string[], at: number): number[] =>
  matchesIn(holdWords, words, at).map(({ length }) => length);

function matchesIn(list: Map<string, Phrase[]>, words: readonly string[], at: number): Match[] {
  const found: Match[] = [];
  for (const phrase of list.get(words[at] ?? '') ?? [])
    if (phrase.words.every((word, next) => words[at + next] === word))
      found.push({ meaning: phrase.meaning, length: phrase.words.length, tongues: phrase.tongues });
  return found;
}

/** Whether a phrase of this meaning begins at the word; how many words it has, the longest. */
export function has(meaning: Meaning, words: readonly string[], at: number): number {
  return Math.max(0, ...matchesAt(words, at).map((match) => (match.meaning === meaning ? match.length : 0)));
}

/** Whether these words begin with a phrase of the meaning, and at most so many follow. */
export const leadsWith = (meaning: Meaning, words: readonly string[], more: number): boolean => {
  const length = has(meaning, words, 0);
  return length > 0 && words.length - length <= more;
};

const list = (words: string): ReadonlySet<string> => new Set(words.split('|').flatMap(wordsIn));
export const leadsToDay = list(dayLeads);
export const leadsAfter = list(afterLeads);
export const namesNobody = list(nobody);

const dateWords = [...months.keys(), ...weekdays.keys(), ...units.keys()];
const moreWords =
  'match report reports their there where which while those these other quick think thing first rappele rappelee appele reporte reportee change changed pass passed third last next week weeks month eine einer einem heute morgen ubermorgen tomorrow tonight today nachste nachsten kommende prochain prochaine proxima proximo demain manana apres-demain pasado pasada late passee passes pass';
const known = new Set([
  ...[...phrases.values(), ...holdWords.values()].flat().flatMap(({ words }) => words),
  ...splitVerbs.flatMap(([heads, particles]) => [heads, particles].flatMap((each) => phrasesIn(each).flat())),
  ...leadsToDay,
  ...namesNobody,
  ...dateWords,
  ...moreWords.split(' '),
]);

/** A word that the grammar or the reader of dates uses. */
export const isOurs = (word: string): boolean => known.has(word);

const dateWord = new Set(dateWords);

/** A word that says something by itself, and not only in a phrase. */
export const standsAlone = (word: string): boolean =>
  matchesAt([word], 0).length > 0 || leadsToDay.has(word) || dateWord.has(word);

/** Shorter words are one slip away from too many others. */
const shortestMended = 6;

/** Words whose typing errors are mended: verbs, and the words of days. */
const mendable = [
  ...new Set([
    ...Object.entries(verbs)
      .filter(([sense]) => !['praise', 'same', 'none', 'no'].includes(sense))
      .flatMap(([sense, lists]) =>
        lists
          .flatMap((each) => phrasesIn(each))
          .flatMap((words) => (words.length === 1 ? words : []))
          // A short yes is a slip away from other words.
          .filter((word) => sense !== 'yes' || word.length >= 9),
      ),
    ...splitVerbs.flatMap(([heads]) => phrasesIn(heads).flatMap((words) => (words.length === 1 ? words : []))),
    ...dateWords,
    ...'until please except everything tomorrow ubermorgen nachste prochaine proxima semaine semana'.split(' '),
  ]),
].filter((word) => word.length >= shortestMended);

/** By first letter: nobody mistypes that. */
const mendableBy = Map.groupBy(mendable, (word) => word[0] as string);

const longhand = new Map(
  Object.entries({
    tmrw: 'tomorrow',
    tmr: 'tomorrow',
    tomoz: 'tomorrow',
    tmw: 'tomorrow',
    tmrow: 'tomorrow',
    tmro: 'tomorrow',
    tomo: 'tomorrow',
    tommorow: 'tomorrow',
    tommorrow: 'tomorrow',
    tomorow: 'tomorrow',
    nite: 'night',
    rdy: 'ready',
    cld: 'could',
    shld: 'should',
    pleas: 'please',
    plese: 'please',
    becuz: 'because',
    bcuz: 'because',
    appr: 'approve',
    apprve: 'approve',
    approv: 'approve',
    apporve: 'approve',
    rejet: 'reject',
    snze: 'snooze',
    everythng: 'everything',
    evrything: 'everything',
    exept: 'except',
    evry: 'every',
    tom: 'tom',
    nxt: 'next',
    wk: 'week',
    wks: 'weeks',
    mnth: 'month',
    w: 'week',
    sem: 'semaine',
    tues: 'tuesday',
    wedn: 'wednesday',
    yest: 'yesterday',
    yday: 'yesterday',
    thru: 'through',
    dnt: 'dont',
    vllt: 'vielleicht',
    naechste: 'nachste',
    aprv: 'approve',
    xmas: 'christmas',
    jusque: 'jusqu',
    jusquau: 'jusqu',
    jusqua: 'jusqu',
    asta: 'hasta',
    pa: 'para',
    q: 'que',
    xfa: 'porfa',
    porfis: 'porfa',
    tmb: 'tambien',
    tb: 'tambien',
    tbn: 'tambien',
    maniana: 'manana',
    pr: 'pour',
    ossi: 'aussi',
    oci: 'aussi',
    ouii: 'oui',
    dmain: 'demain',
    dem: 'demain',
    stp: 'stp',
    pk: 'porque',
    tt: 'tout',
    ts: 'tous',
    mtn: 'maintenant',
    jms: 'jamais',
    dsl: 'desole',
    ned: 'nicht',
    net: 'nicht',
    nod: 'nicht',
    nid: 'nicht',
    nit: 'nicht',
    isch: 'ist',
    guet: 'gut',
    guat: 'gut',
    guad: 'gut',
    basst: 'passt',
    bassd: 'passt',
    ois: 'alles',
    oisse: 'alles',
    scho: 'schon',
    heut: 'heute',
    moagn: 'morgen',
    morn: 'morgen',
    nomal: 'nochmal',
    nomoi: 'nochmal',
    naechscht: 'nachste',
    gschickt: 'geschickt',
    gsendet: 'gesendet',
    abglehnt: 'abgelehnt',
    freigebn: 'freigeben',
    bite: 'bitte',
    udn: 'und',
    teh: 'the',
    feber: 'februar',
    ick: 'ich',
    icke: 'ich',
    jeht: 'geht',
    jut: 'gut',
    jerne: 'gerne',
    jestern: 'gestern',
    det: 'das',
    ooch: 'auch',
    nich: 'nicht',
    nihct: 'nicht',
    nciht: 'nicht',
    nict: 'nicht',
    stimt: 'stimmt',
    bittte: 'bitte',
    dnake: 'danke',
    auser: 'ausser',
    naechster: 'nachster',
    naechsten: 'nachsten',
    schliesen: 'schliessen',
    loeschen: 'loschen',
    approoved: 'approved',
    aproved: 'approved',
    yeas: 'yes',
    snoooze: 'snooze',
    untill: 'until',
    wensday: 'wednesday',
    wendesday: 'wednesday',
    firday: 'friday',
    thurday: 'thursday',
    thrusday: 'thursday',
    tusday: 'tuesday',
    mondy: 'monday',
    donnerstg: 'donnerstag',
    freitga: 'freitag',
    mittwcoh: 'mittwoch',
    adn: 'and',
  }).filter(([short]) => short !== 'tom' && short !== 'w' && short !== 'sem'),
);

/** "Fuer" has one written out; "toe" and "doe" have none. */
const shortestUmlaut = 4;

/** Words longer than this are looked up as they are. */
const longestMended = 24;

/** The word meant: umlauts written out, letters drawn out, one slip in a word that matters. `names` are never mended away. */
export function mended(word: string, names: ReadonlySet<string>): string {
  if (names.has(word) || word.length > longestMended) return word;
  const long = longhand.get(word);
  if (long && /^wks?$/.test(word)) return long;
  if (known.has(word)) return word;
  if (long) return long;
  if (isAnotherWord(word)) return word;
  const spanishVerb = withoutPronoun(word);
  if (spanishVerb) return spanishVerb;
  const umlauts = word.replace(/([aou])e/g, '$1');
  if (word.length >= shortestUmlaut && umlauts !== word && known.has(umlauts)) return umlauts;
  const short = word.replace(/(.)\1{2,}/gu, '$1');
  if (short !== word && known.has(short)) return short;
  const doubled = word.replace(/(.)\1{2,}/gu, '$1$1');
  if (doubled !== word && known.has(doubled)) return doubled;
  // "Noo", "yess".
  const single = word.replace(/(.)\1$/u, '$1');
  if (single !== word && matchesAt([single], 0).some(({ meaning }) => meaning === 'yes' || meaning === 'no'))
    return single;
  const found = (mendableBy.get(word[0] as string) ?? []).filter(
    (each) => (isTypo(word, each) && !isEveryday(word)) || (isForm(word, each) && !onlyEnglish(each)),
  );
  // Of forms of one verb any will do.
  return found[0] !== undefined && found.every((each) => each.slice(0, 4) === found[0]?.slice(0, 4)) ? found[0] : word;
}

/** English verbs have few forms, all of them listed, and many words that differ in the last letter. */
const onlyEnglish = (word: string): boolean => matchesAt([word], 0).every(({ tongues }) => tongues === english);

/** "Retenlo", "reanudarlo": a Spanish verb and what it is about in one word. */
function withoutPronoun(word: string): string | null {
  const verb = /^(.{4,}?)(?:(?:me|se|te|nos)?l[oae]s?|me|te|nos)$/.exec(word)?.[1];
  return verb && matchesAt([verb], 0).some(({ meaning, tongues }) => meaning in verbs && (tongues & spanish) > 0)
    ? verb
    : null;
}

/** Two letters swapped, or in words of six and more one wrong, missing or too many. */
export function isSlip(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  const [tail, wanted] = [typed.slice(at), meant.slice(at)];
  if (tail[0] === wanted[1] && tail[1] === wanted[0] && tail.slice(2) === wanted.slice(2)) return tail !== wanted;
  if (meant.length < 6 && !(meant.length === 5 && tail.length !== wanted.length)) return false;
  return tail.slice(1) === wanted.slice(1) || tail.slice(1) === wanted || tail === wanted.slice(1);
}
