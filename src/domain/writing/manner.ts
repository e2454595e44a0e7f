/**
 * How a rep writes in one thread: greeting, sign-off, length and form of address. Code writes the first and the last lines of every follow-up: as the rep
 * wrote to these people in this thread, else as the rep usually does, else as is usual in the language.
 */
import { fold } from '../reading/fold.ts';
import { comparable, sentences } from '../text.ts';
import type { Evidence } from './compose.ts';
import { addressOf, countWords, lengthFor, lengthHabit } from './gate/formality.ts';
import type { Language, Limits } from './gate/written.ts';
import { type Greeted, type Greeting, type GreetingStyle, greetingIn, greetingOf, wholeMail } from './greeting.ts';
import { isCalled, nameWords, personOf } from './names.ts';
import type { Habit, Profile } from './profile.ts';
import type { Addressee, Letter, PublicToThread } from './public-to-thread.ts';
import {
  isClosing,
  isNameOf,
  type SignOff,
  type SignOffStyle,
  signedName,
  signOffIn,
  signOffOf,
  usualClosing,
} from './sign-off.ts';
import { kindsOf, swapped } from './swaps.ts';
import { degreeOf, type Title, titleOf } from './titles.ts';

/**
 * What code decides about the text of a follow-up. `signature`: what the mailbox itself puts below every draft, empty for nothing; what stands there is
 * not said twice.
 */
export function limitsFor(context: PublicToThread, profile: Profile | null, signature = ''): Limits {
  const { language, formal, letters } = context;
  const habit = habitIn(profile, language, formal);
  const own = letters.filter(({ by }) => by === 'rep').map(({ text }) => text);
  const usual = habit && own.length === 0 ? lengthFor(habit.words) : lengthHabit(own);
  const swaps = (profile?.swaps ?? []).filter((each) => each.language === language);
  return {
    language,
    formal,
    maxWords: Math.max(fewestWords, Math.round(usual * (profile?.keeps ?? 1))),
    greeting: greetingFor(context, habit),
    signOff: swapped(signOffFor(context, habit, signature), swaps),
    before: [],
    avoid: swaps.map(({ phrase, instead }) => ({ phrase, instead })),
    leaveOut: profile?.leavesOut ?? [],
  };
}

const fewestWords = 40;

/** The habit of the language and form of address; where the thread does not tell how people are addressed, the more frequent one. */
function habitIn(profile: Profile | null, language: Language, formal: boolean | null): Habit | null {
  const spoken = (profile?.habits ?? []).filter((each) => each.language === language);
  return spoken.find((each) => each.formal === formal) ?? (formal === null ? (spoken[0] ?? null) : null);
}

/**
 * Whether the two sides address each other formally: by the latest words of the rep that tell, else by those of the other side, else by how they greet
 * each other; null where nothing tells. English has no forms.
 */
export function formalityBetween(letters: readonly Letter[], language: Language): boolean | null {
  if (language === 'en') return null;
  let theirs: boolean | null = null;
  for (const { by, text } of letters.toReversed()) {
    const told = formIn(text, language);
    if (told !== null && by === 'rep') return told;
    theirs ??= told;
  }
  return theirs ?? greetedFormally(letters, language);
}

/** How a text speaks to its reader; null where it does not tell, or does both. */
function formIn(text: string, language: Language): boolean | null {
  const { formal, informal } = addressOf(text.slice(0, 8_000), language);
  return formal === informal ? null : formal;
}

/** First names with these words go with "tú" and "tu"; "Bonjour Claire" goes with "vous" as well. Germans say "du" to whom they call by one. */
const closeWords: Record<Language, RegExp> = { en: /^$/, de: /^/, fr: /^(?:salut|coucou)/, es: /^(?:hola|querid)/ };

/** By the latest greeting with a name. */
function greetedFormally(letters: readonly Letter[], language: Language): boolean | null {
  for (const { by, text, to } of letters.toReversed()) {
    if (by === 'colleague') continue;
    const found = greetingOf(text, (word) => isCalled(word, wordsOf(to)));
    if (found?.names === 'title') return true;
    if (found?.names === 'first' && closeWords[language].test(fold(found.word))) return false;
  }
  return null;
}

const wordsOf = (people: readonly Addressee[]): string[] => people.flatMap(({ words }) => [...words]);

function greetingFor(context: PublicToThread, habit: Habit | null): string {
  const { language, letters, to } = context;
  const people = to.map((each) => greeted(each, context));
  let adapted: string | null = null;
  let ungreeted = false;
  for (const letter of ownLetters(context)) {
    const theirs = wordsOf(letter.to);
    const greeting = greetingOf(letter.text, (word) => isCalled(word, theirs));
    if (!greeting || !fitsForm(greeting, context.formal)) continue;
    // A short answer often has none where the mails before it do.
    if (greeting.names === 'silent') ungreeted ||= letter.same;
    else if (letter.same && greetsThem(greeting, context)) return greeting.line;
    else if (!greeting.whole) adapted ??= greetingIn(greeting, people, language);
  }
  if (adapted !== null) return adapted;
  if (ungreeted) return '';
  const usual = habit?.greeting && fitsForm(habit.greeting, context.formal) ? habit.greeting : null;
  // A habit of no greeting is one of running talks; what is taken up again after a silence begins with one.
  const learned = usual && usual.names !== 'silent' ? greetingIn(usual, people, language) : null;
  return learned ?? usualGreeting(people, language, context.formal, letters);
}

/** The rep's own mails in the language and form of address, the latest first; one mostly tells all. */
function* ownLetters({ letters, language, formal }: PublicToThread): Iterable<Letter> {
  for (const letter of letters.toReversed()) {
    const { by, language: spoken, text } = letter;
    if (by !== 'rep' || (spoken !== language && spoken !== null)) continue;
    if (formal === null || (formIn(text, language) ?? formal) === formal) yield letter;
  }
}

/** A title is no longer right once people say du. */
const fitsForm = ({ names }: GreetingStyle, formal: boolean | null): boolean => names !== 'title' || formal !== false;

/** Whether those greeted are the ones it goes to: by their names, as they sign, or as the rep calls them more than once. */
function greetsThem({ called }: Greeting, { to, cc, letters }: PublicToThread): boolean {
  if (called.length === 0) return true;
  const known = wordsOf([...to, ...cc]);
  const signed = letters.flatMap(({ by, same, text }) => (by === 'contact' && same ? nameWords(text.slice(-120)) : []));
  const times = (word: string): number =>
    letters.filter(
      ({ by, same, text }) =>
        by === 'rep' && same && nameWords(text.slice(0, 120)).some((each) => isCalled(word, [each])),
    ).length;
  return called.every(
    (word) => isCalled(word, known) || signed.some((each) => isCalled(word, [each])) || times(word) > 1,
  );
}

/** Whether somebody is called by this first name here: a short line of theirs at the end of a mail closes with it, or the rep greets by it. */
function isCalledHere(first: string, letters: readonly Letter[]): boolean {
  const signs = (line: string): boolean => {
    const words = nameWords(line);
    return words.length <= mostSigned && words.at(-1) === first;
  };
  const greets = (text: string): boolean => {
    const found = greetingOf(text, (word) => isCalled(word, [first]));
    return found?.names === 'first' && found.called.some((word) => isCalled(word, [first]));
  };
  return letters.some(({ by, text }) =>
    by === 'contact' ? text.slice(-200).split('\n').some(signs) : by === 'rep' && greets(text),
  );
}

/** Words in a line that somebody signs with: "Kind regards, Dana". */
const mostSigned = 4;

function greeted({ name, company }: Addressee, { letters, language }: PublicToThread): Greeted {
  const read = personOf(name);
  // One word, or what the company is called, may be nobody's.
  const doubtful = company || (read?.last === '' && read.title === '');
  const person = doubtful && !isCalledHere(nameWords(name)[0] ?? '', letters) ? null : read;
  const said = (theirs: boolean): string[] =>
    letters
      .filter(({ by }) => (by === 'contact') === theirs)
      .slice(-mostLetters)
      .map(({ text }) => text);
  const title = (): Title | null =>
    person && (titleOf(person, said(false), language) ?? titleOf(person, said(true), language));
  return { person, title: once(title) };
}

/** Mails of a side in which a title is looked for, the latest. */
const mostLetters = 30;

function once<T>(work: () => T): () => T {
  let known: { answer: T } | null = null;
  return () => {
    known ??= { answer: work() };
    return known.answer;
  };
}

const style = (word: string, names: GreetingStyle['names'], end: string, comma = false): GreetingStyle => ({
  word,
  names,
  end,
  comma,
});

/** What is usual, in the order in which it is tried. */
function usualGreeting(
  people: readonly Greeted[],
  language: Language,
  formal: boolean | null,
  letters: readonly Letter[],
): string {
  const close = formal === false;
  const several = people.length > 1;
  const tried: Record<Language, GreetingStyle[]> = {
    en: greetedFormally(letters, 'en')
      ? [style('Dear', 'title', ','), style('Dear', 'full', ',')]
      : [style('Hi', 'first', ',')],
    de: close
      ? [style('Hallo', 'first', ',')]
      : [
          style('Sehr geehrt', 'title', ','),
          ...(several ? [] : [style('Guten Tag', 'full', ',')]),
          style('Guten Tag', 'none', ','),
        ],
    fr: close ? [style('Bonjour', 'first', ',')] : [style('Bonjour', 'title', ','), style('Bonjour', 'none', ',')],
    es: close
      ? [style('Hola', 'first', ':', true), style('Hola', 'none', ':')]
      : [style('Estimad', 'title', ':'), style('Buenos días', 'none', ':')],
  };
  const withDegree = people.map(({ person, title }) => ({
    person: person && {
      ...person,
      full: `${language === 'de' || language === 'en' ? degreeOf(person.title) : ''}${person.full}`,
    },
    title,
  }));
  return tried[language].map((each) => greetingIn(each, withDegree, language)).find((each) => each !== null) ?? '';
}

function signOffFor(context: PublicToThread, habit: Habit | null, signature: string): string {
  const { rep, language, formal, letters, contact } = context;
  const own = letters.filter(({ by }) => by === 'rep');
  const others = nameWords(contact.name);
  const isRep = (name: string): boolean =>
    isNameOf(name, rep.name) ||
    // A name that the rep goes by and the CRM does not know; what the other side is called stands below a mail that was quoted badly.
    (nameWords(name).length === 1 &&
      !isCalled(name, others) &&
      own.filter(({ text }) => nameWords(text.slice(-120)).includes(nameWords(name)[0] ?? '')).length > 1);
  let name: string | undefined;
  let shown: SignOff | undefined;
  let quick: SignOff | undefined;
  for (const { text } of ownLetters(context)) {
    const seen = signOffOf(text, isRep);
    name ??= seen?.name || undefined;
    const isWhole = seen?.closing !== '' || countWords(text.slice(0, 4_000)) >= wholeMail;
    if (seen && seen.closing !== null && isWhole) shown ??= seen;
    // "Done. Sasha" is signed as the mails before it are, where these are signed otherwise.
    else if (seen && seen.closing !== null) quick ??= seen;
    if (shown && name) break;
  }
  shown ??= quick;
  const signed = signature !== '' && says(signature, rep.name);
  // What the rep leaves to the signature stands there; where no signature comes, a mail still says who wrote it.
  const nameIn = (kind: SignOffStyle['name']): string => name ?? signedName(kind === 'none' ? 'first' : kind, rep.name);
  if (shown) {
    const { closing, inline } = shown;
    return signOffIn({
      closing: closing ?? '',
      name: shown.name || (signed ? '' : nameIn('full')),
      inline: shown.name !== '' && inline,
    });
  }
  // Who leaves even the closing to the signature has it there, or has none.
  const isClosed = signature.split('\n').some((line) => isClosing(line.trim()));
  const isBare = own.some(({ text }) => countWords(text.slice(0, 4_000)) >= wholeMail);
  if (signed && (isClosed || isBare)) return '';
  const usual = habit?.signOff;
  if (usual) {
    const written = usual.name === 'none' && signed ? '' : nameIn(usual.name);
    return signOffIn({ ...usual, name: signed && usual.name === 'full' ? '' : written });
  }
  const closing = usualClosing(language, formal);
  return signOffIn({ closing, name: signed ? '' : nameIn(formal === false ? 'first' : 'full'), inline: false });
}

/** Whether a signature names the rep. */
const says = (signature: string, repName: string): boolean => {
  const words = nameWords(signature.slice(0, 400));
  return nameWords(repName).every((word) => words.includes(word));
};

/**
 * A follow-up as it is left: the rep's words for those that the rep always changes, without sorts of sentences that the rep always deletes, and begun in
 * a capital where no greeting with a comma stands before. `text` is greeting, body and sign-off.
 */
export function inManner(text: string, limits: Limits): string {
  const { greeting, signOff, avoid = [], leaveOut = [] } = limits;
  const head = greeting !== '' && text.startsWith(greeting) ? greeting : '';
  const tail = signOff !== '' && text.endsWith(signOff) ? signOff : '';
  const body = text.slice(head.length, text.length - tail.length).trim();
  const kept = leaveOut.length === 0 ? body : withoutSorts(body, leaveOut);
  const said = swapped(kept, avoid);
  // What begins otherwise is not ours to begin.
  const goesOn = head.endsWith(',') || head !== greeting;
  const begun = goesOn ? said : said.slice(0, 1).toUpperCase() + said.slice(1);
  return [head, begun, tail].filter((part) => part !== '').join('\n\n');
}

/** The evidence of a text that is left in the rep's manner: its sentences as they stand there. */
export const evidenceInManner = (evidence: readonly Evidence[], { avoid = [] }: Limits): Evidence[] =>
  evidence.map((each) => ({ ...each, sentence: swapped(each.sentence, avoid) }));

function withoutSorts(body: string, leaveOut: NonNullable<Limits['leaveOut']>): string {
  const all = sentences(body);
  // A last word for the sign-off's place: nothing of the body is the last line here.
  const sorts = kindsOf([...all, '']);
  const gone = new Set(all.filter((_, at) => leaveOut.includes(sorts[at] ?? ('' as never))).map(comparable));
  return body
    .split(/\n{2,}/)
    .map((paragraph) => {
      const own = sentences(paragraph);
      return own.some((each) => gone.has(comparable(each)))
        ? own.filter((each) => !gone.has(comparable(each))).join(' ')
        : paragraph;
    })
    .filter((paragraph) => paragraph.trim() !== '')
    .join('\n\n');
}
