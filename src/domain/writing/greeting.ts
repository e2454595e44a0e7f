/** The first line of a mail: how one was written, and how the next is in the same manner. */
import { fold } from '../reading/fold.ts';
import { plainLine } from './gate/characters.ts';
import { countWords } from './gate/formality.ts';
import { hasAddress } from './gate/links.ts';
import type { Language } from './gate/written.ts';
import { nameWords, type PersonName } from './names.ts';
import type { Title } from './titles.ts';

/** How somebody greets, without whom. */
export interface GreetingStyle {
  /** "Hi", "Sehr geehrt": gendered words without their ending. Empty where the name alone stands. */
  word: string;
  /** A comma behind the word: "Hola, Marta". */
  comma: boolean;
  /** `none`: the word alone; `silent`: no greeting at all. */
  names: 'first' | 'full' | 'title' | 'group' | 'none' | 'silent';
  /** What it ends with: "," or " –"; empty for nothing. */
  end: string;
}

export interface Greeting extends GreetingStyle {
  /** As it was written, on a line of its own, but for the time of day. */
  line: string;
  /** The words of its names. */
  called: string[];
  /** Its names could not be taken apart: it fits those it was written to, and nobody else. */
  whole?: true;
}

/** One of those who are greeted. */
export interface Greeted {
  person: PersonName | null;
  /** Looked for when it is asked for. */
  title(): Title | null;
}

/** Words that begin a greeting, folded. Of those that tell the time of day what stands at any: nobody knows when a draft is sent. */
const timeless =
  'hi|hello|hey|dear|greetings|hallo|hallochen|guten tag|liebe[rs]?|sehr geehrte[rs]?|geehrte[rs]?|werte[rs]?|moin moin|moin|servus|gruezi|gruss gott|gruß gott|gruss dich|gruß dich|tag|hoi|bonjour|salut|coucou|chere?s?|hola|muy buenas|estimad[oa]s?|apreciad[oa]s?|querid[oa]s?';
const timed: Record<string, string> = {
  'good morning': 'Hello',
  'good afternoon': 'Hello',
  'good evening': 'Hello',
  'good day': 'Hello',
  morning: 'Hi',
  'guten morgen': 'Guten Tag',
  'guten abend': 'Guten Tag',
  morgen: 'Hallo',
  bonsoir: 'Bonjour',
  'buenos dias': 'Buenos días',
  'buen dia': 'Buenos días',
  'buenas tardes': 'Buenos días',
  'buenas noches': 'Buenos días',
  buenas: 'Hola',
};
const opening = new RegExp(`^(?:${Object.keys(timed).join('|')}|${timeless})(?![\\p{L}'-])`, 'u');

/** Endings by gender: German adjectives, French and Spanish ones. */
const gendered: [stem: RegExp, f: string, m: string][] = [
  [/^(?:sehr geehrt|geehrt|lieb|wert)(?=e?[rs]?$)/, 'e', 'er'],
  [/^(?:estimad|apreciad|querid)(?=[oa]?s?$)/, 'a', 'o'],
];

/** The word without its gender, so that it fits anybody; any other word as it is. */
function ungendered(word: string): string {
  const folded = fold(word);
  if (/^cheres?$|^chers?$/.test(folded)) return 'Cher';
  const stem = gendered.flatMap(([form]) => form.exec(folded)?.[0] ?? []).at(0);
  return stem === undefined ? word : word.slice(0, stem.length);
}

const isGendered = (word: string): boolean =>
  /^chere?s?$/.test(fold(word)) || gendered.some(([form]) => form.test(fold(word)));

function agreeing(word: string, gender: 'f' | 'm'): string {
  if (fold(word) === 'cher') return gender === 'f' ? 'Chère' : 'Cher';
  const form = gendered.find(([stem]) => stem.test(fold(word)));
  return form ? `${word}${gender === 'f' ? form[1] : form[2]}` : word;
}

const title =
  /^(?:dr|prof|mr|mrs|ms|miss|herrn?|frau|m|mme|mlle|sra?|srta|dona?|ing|lic|madame|monsieur|senora?|dipl)\.?$/;
const joint = /^(?:and|und|et|y|e|u|&|\+)$/;
const particle = /^(?:van|von|de|del|della|der|den|di|da|dos|du|la|las|le|los|ten|ter|zu|zum|vom)$/;
const group =
  /^(?:all|both|everyone|everybody|team|folks|there|guys|you (?:both|two|all)|sir or madam|zusammen|alle(?: zusammen)?|allerseits|ihr (?:beiden|lieben|zwei)|beide|(?:meine )?damen und herren|kolleginnen und kollegen|a (?:tous|toutes|vous)(?: les deux| deux)?|(?:mes|mesdames,?|madame,) messieurs?|tous|toutes|a (?:todos|todas|ambos|ambas|los dos|las dos)|todos|todas|equipo|senores|senoras y senores|ambos)(?! \p{Lu})(?![\p{L}'-])/u;

/** Longer is no greeting. */
const longest = 120;
const mostNames = 10;

/**
 * The greeting of a mail, by its new text; null where it cannot be told how it greets. `theirs`: whether a word is a name of somebody it was written
 * to, for names behind a comma and names that stand alone. Linear, and bounded by the first lines.
 */
export function greetingOf(text: string, theirs: (word: string) => boolean): Greeting | null {
  const lines = text.trimStart().slice(0, 400).split('\n');
  const first = (lines[0] ?? '').trim();
  const found = inLine(first, theirs);
  if (!found) return !opening.test(fold(first)) && isSilent(first, text, theirs) ? silent : null;
  if (found.rest !== '') return inert(found.greeting);
  const next = (lines[1] ?? '').trim();
  const second = opening.test(fold(next)) ? inLine(next, theirs) : null;
  if (second?.rest !== '') return inert(found.greeting);
  const { line, called } = second.greeting;
  const { greeting } = found;
  return inert({ ...greeting, line: `${greeting.line}\n${line}`, called: [...greeting.called, ...called] });
}

const silent: Greeting = { word: '', comma: false, names: 'silent', end: '', line: '', called: [] };

/** Words from which a mail is more than a quick answer, which shows little of how somebody greets and signs. */
export const wholeMail = 20;

/** A mail that is long enough to be greeted in, and begins with a sentence. */
function isSilent(first: string, text: string, theirs: (word: string) => boolean): boolean {
  const words = first.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  return countWords(text.slice(0, 4_000)) >= wholeMail && words.length >= 5 && !words.slice(0, 5).some(theirs);
}

const inert = (greeting: Greeting): Greeting | null =>
  greeting.line.length <= longest &&
  greeting.line.split('\n').every((line) => plainLine(line) !== null && !hasAddress(line))
    ? greeting
    : null;

function inLine(line: string, theirs: (word: string) => boolean): { greeting: Greeting; rest: string } | null {
  const short = line.slice(0, 2 * longest);
  const folded = fold(short);
  const start = opening.exec(folded)?.[0] ?? '';
  const { end, names, called, kind, comma } = namesFrom(short, start.length, start === '', theirs);
  if (start === '' && kind === 'none') return null;
  const mark = /^\s?([,:!.–—-])(?=\s|$)/u.exec(short.slice(end));
  const more = mark ? null : restOfName(short.slice(end));
  if (more) {
    const said = `${timed[start] ?? short.slice(0, start.length)}${short.slice(start.length).trimEnd()}`;
    const style = {
      word: ungendered(timed[start] ?? start),
      comma,
      names: kind === 'title' ? kind : ('full' as const),
      end: more.end,
    };
    return { greeting: { ...style, line: said, called: [...called, ...more.called], whole: true }, rest: '' };
  }
  // "Sehr geehrter Herr" and then what is not understood: half of it would be an insult.
  if (!mark && kind === 'title' && called.length === 0 && /\S/.test(short.slice(end))) return null;
  const left = short.slice(end + (mark?.[0].length ?? 0));
  // "Madame" and "Holly" without a mark may begin a sentence; what goes on without a space is no name.
  if (!mark && (start === '' || /^\S/.test(left))) return null;
  const rest = left.trim();
  const spaced = mark ? (/[–—-]/.test(mark[1] ?? '') ? ` ${mark[1]}` : (mark[1] ?? '')) : rest === '' ? '' : ',';
  const word = timed[start] ?? short.slice(0, start.length);
  const shown = `${word}${names === '' ? '' : `${word === '' ? '' : comma ? ', ' : ' '}${names}`}${spaced}`;
  return {
    greeting: { word: ungendered(word), comma, names: kind, end: spaced, line: shown, called },
    rest,
  };
}

/** What still belongs to a name up to the mark at the end of the line: "von und zu Hohenfels", "v. d. Leyen", "-Ing. Klein"; null where it is other words. */
function restOfName(left: string): { called: string[]; end: string } | null {
  const end = /[,:!]$/.exec(left.trimEnd())?.[0];
  if (end === undefined || left.length > longest) return null;
  const parts = left
    .trimEnd()
    .slice(0, -1)
    .split(/\s+/)
    .filter((part) => part !== '');
  const isPart = (part: string): boolean =>
    /^(?:-?\p{Lu}|\p{Ll}{1,2}(?:['’]\p{Lu}|\.$))[\p{L}\p{M}'’.-]*$/u.test(part) ||
    particle.test(fold(part)) ||
    joint.test(fold(part));
  if (parts.length > mostNames || !parts.every(isPart) || !/\p{Lu}/u.test(parts.at(-1) ?? '')) return null;
  const called = parts.filter((part) => /\p{Lu}/u.test(part)).flatMap(nameWords);
  return called.length > 0 ? { called, end } : null;
}

interface Names {
  end: number;
  names: string;
  called: string[];
  kind: Exclude<GreetingStyle['names'], 'silent'>;
  comma: boolean;
}

type Part = 'title' | 'joint' | 'particle' | 'name' | 'other';

function partOf(text: string): Part {
  const folded = fold(text);
  if (title.test(folded) && /^(?:\p{Lu}|do[nñ]|señor)/u.test(text)) return 'title';
  if (joint.test(folded)) return 'joint';
  if (/^\p{Lu}/u.test(text) && !/^gru(?:ss|ß)/.test(folded)) return 'name';
  return particle.test(folded) ? 'particle' : 'other';
}

/** The names from a place of the line on, and where they end. Those behind a comma, and those that stand `alone`, have to be known. */
function namesFrom(line: string, start: number, alone: boolean, theirs: (word: string) => boolean): Names {
  const token = /\s*(,?)\s*([\p{L}\p{M}'’-]+\.?|&|\+)/uy;
  const called: string[] = [];
  let [end, at, people, titled] = [start, start, 0, false];
  let before: Part = alone ? 'other' : 'joint';
  for (let count = 0; count < mostNames; count++) {
    token.lastIndex = at;
    const [whole = '', comma = '', written = ''] = token.exec(line) ?? [];
    if (written === '') break;
    const from = at + whole.length - written.length;
    const folded = fold(line.slice(from));
    const together = called.length === 0 ? group.exec(folded) : null;
    if (together) return namesOf(line, start, from + together[0].length, [], 'group');
    // "Hi Ingrid, hi Tomas": the second word joins two names.
    const again = called.length > 0 ? opening.exec(folded)?.[0] : undefined;
    const part = again === undefined ? partOf(written) : 'joint';
    // The dot of a degree is its own, that of a name ends the sentence.
    const text = part === 'name' ? written.replace(/\.$/, '') : (again ?? written);
    at = from + text.length;
    const opens = before === 'joint' || before === 'title' || before === 'particle';
    if (part === 'other' || (part === 'joint' && called.length === 0)) break;
    // "Hallo Dana, der Zugang …" goes on.
    if (comma !== '' && (part === 'particle' || (part === 'joint' && again === undefined))) break;
    if (part === 'title' && called.length > 0 && !opens) break;
    if (part === 'particle' && before !== 'name' && before !== 'title' && before !== 'particle') break;
    if (part === 'name' && !theirs(text) && (comma !== '' ? !endsAt(line, at) : alone && !opens)) break;
    if (part === 'name') {
      if (comma !== '' || before === 'joint' || called.length === 0) people += 1;
      called.push(text);
    }
    titled ||= part === 'title';
    if (part === 'name' || part === 'title') end = at;
    before = part;
  }
  const kind = titled ? 'title' : called.length === 0 ? 'none' : called.length > people ? 'full' : 'first';
  return namesOf(line, start, end, called, kind);
}

function namesOf(line: string, start: number, end: number, called: string[], kind: Names['kind']): Names {
  const between = line.slice(start, end);
  return {
    end,
    names: between.replace(/^[\s,]+/, '').replace(/\s+/g, ' '),
    called,
    kind,
    comma: /^\s*,/.test(between),
  };
}

const endsAt = (line: string, at: number): boolean => /^\s*[,:!.]?\s*$/.test(line.slice(at));

const and: Record<Language, string> = { en: 'and', de: 'und', fr: 'et', es: 'y' };

function listed(names: readonly string[], language: Language): string {
  const last = names.at(-1) ?? '';
  // Before the same sound "y" is "e".
  const word = language === 'es' && /^h?i(?!e)/i.test(fold(last)) ? 'e' : and[language];
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}

const together: Record<Language, string> = { en: 'all', de: 'zusammen', fr: 'à tous', es: 'a todos' };

/** More are greeted as a group. */
const mostNamed = 3;

/** These people greeted in this style; null where it does not fit them: a title or a gender that is not known. */
export function greetingIn(style: GreetingStyle, people: readonly Greeted[], language: Language): string | null {
  const { word, comma, end } = style;
  if (style.names === 'silent') return '';
  const names = people.length > mostNamed ? 'group' : style.names;
  const put = (name: string): string => `${word}${word === '' ? '' : comma ? ', ' : ' '}${name}${end}`;
  if (names === 'title') {
    const titles = people.map((each) => each.title());
    if (titles.some((each) => each === null)) return null;
    return titles
      .map((each, at) => {
        const head = agreeing(word, each?.gender ?? 'f');
        const shown = at === 0 ? head : head.slice(0, 1).toLowerCase() + head.slice(1);
        return `${shown}${shown === '' ? '' : comma ? ', ' : ' '}${each?.spoken}`;
      })
      .join(', ')
      .concat(end);
  }
  const [only] = people;
  if (isGendered(word)) {
    const gender = only?.title()?.gender;
    const name = names === 'full' ? only?.person?.full : only?.person?.first;
    return people.length === 1 && gender && name ? `${agreeing(word, gender)} ${name}${end}` : null;
  }
  if (names === 'none') return word === '' ? null : `${word}${end}`;
  const named = people.flatMap(({ person }) => (names === 'full' ? person?.full : person?.first) || []);
  if (names !== 'group' && named.length === people.length) return put(listed(named, language));
  if (word === '') return null;
  if (people.length < 2) return names === 'group' ? null : `${word}${end}`;
  return `${word} ${together[language]}${end}`;
}
