/** By which title somebody may be addressed: only by one that stands in the thread, or before the name itself. Nobody's gender is guessed. */
import { fold } from '../reading/fold.ts';
import type { Language } from './gate/written.ts';
import type { PersonName } from './names.ts';

export interface Title {
  gender: 'f' | 'm';
  /** "Frau Dr. Kern", "Sra. Ruiz": title, degree and surname. */
  spoken: string;
}

/** As they stand in text, folded; how the title is written before a name in a greeting. */
const forms: Record<Language, Record<Title['gender'], { said: string; written: string }>> = {
  en: { f: { said: 'mrs|ms|miss', written: 'Ms' }, m: { said: 'mr', written: 'Mr' } },
  de: { f: { said: 'frau', written: 'Frau' }, m: { said: 'herrn?', written: 'Herr' } },
  fr: { f: { said: 'madame|mme', written: 'Madame' }, m: { said: 'monsieur|m(?=\\.)|mr', written: 'Monsieur' } },
  es: {
    f: { said: 'sra|senora|srta|dona', written: 'Sra.' },
    m: { said: 'sr|senor|don', written: 'Sr.' },
  },
};
const genders = ['f', 'm'] as const;
const degrees = '(?:(?:prof|dr|dra|ing|dipl|lic)\\.?[ -]{0,2}){0,4}';

/** Titles that are written small within a sentence. */
const small = /^(?:madame|monsieur|don|dona|senora?)(?!\p{L})/u;

/** Characters of one text in which a title is looked for. */
const looked = 8_000;

const spelled = (said: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}.])(?:${said})\\.?\\s{1,2}(${degrees})((?:(?:von|van|und|zu|zum|zur|vom|de|del|der|den|du|la|le)\\s){0,4}\\p{L}[\\p{L}'’-]{1,39})`,
    'gu',
  );
const expressions = Object.fromEntries(
  Object.entries(forms).map(([language, { f, m }]) => [language, { f: spelled(f.said), m: spelled(m.said) }]),
) as Record<Language, Record<Title['gender'], RegExp>>;

/**
 * The title of a person in a language, as these texts have it; null where they have none or do not agree. Linear in the texts.
 */
export function titleOf(person: PersonName, texts: readonly string[], language: Language): Title | null {
  const surname = person.last;
  if (surname === '') return null;
  const own = genders.find((gender) =>
    new RegExp(`^(?:${forms[language][gender].said})(?![\\p{L}])`, 'u').test(fold(person.title)),
  );
  const found = new Map<Title['gender'], string>();
  for (const text of texts) {
    const [plain, folded] = [text.slice(0, looked), fold(text.slice(0, looked))];
    for (const gender of genders)
      for (const match of folded.matchAll(expressions[language][gender])) {
        const [whole, degree = '', surnames = ''] = match;
        // "Frau Kern-Weber" is not Frau Kern; Spaniards leave the second surname out.
        if (!isSurname(surnames, person)) continue;
        // "We miss Grant": a title is written large, but where the language does not.
        if (!/\p{Lu}/u.test(plain[match.index] ?? '') && !small.test(whole)) continue;
        const at = match.index + whole.length - surnames.length - degree.length;
        // Spaniards write both "Sr." and "señor".
        const title = /^senora?/.exec(whole) ? (gender === 'f' ? 'señora' : 'señor') : forms[language][gender].written;
        const name = plain.slice(at, match.index + whole.length).replace(/\s+/g, ' ');
        if (!found.has(gender)) found.set(gender, `${title} ${name}`);
      }
  }
  if (own) found.set(own, found.get(own) ?? `${forms[language][own].written} ${degreeOf(person.title)}${surname}`);
  const [one, another] = [...found];
  if (!one || another) return null;
  return { gender: one[0], spoken: one[1] };
}

/** "Dr. " of "Frau Dr."; empty where there is no degree. */
export function degreeOf(title: string): string {
  const degree = title.match(/(?:Prof|Dra?)\.?/giu) ?? [];
  return degree.length > 0 ? `${degree.join(' ')} ` : '';
}

function isSurname(name: string, { full, first }: PersonName): boolean {
  const given = fold(first);
  const words = fold(full).split(' ');
  const last = name.split(' ').at(-1) ?? '';
  return last !== given && words.indexOf(last) > (given === '' ? -1 : 0);
}
