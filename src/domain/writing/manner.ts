/** How a rep writes: greeting, sign-off, length and form of address, for one thread. Code writes the first and the last line of every follow-up. */
import { formalityOf, lengthHabit } from './gate/manner.ts';
import type { Language, Limits } from './gate/written.ts';
import type { PublicToThread } from './public-to-thread.ts';

/** What was learned of a rep's manner over all deals: habits, never text of a thread. */
export interface Profile {
  /** Words of the rep's usual mail; null: not known. */
  usualWords: number | null;
}

const titles = /^(?:(?:dr|prof|mr|mrs|ms|herr|frau|m|mme|sr|sra)\.?\s+)+/i;

/** How to call somebody by the first name; null where what is known looks like none. */
export function firstNameOf(name: string): string | null {
  // "Berg, Dana" is a directory's way of writing it.
  const plain = name.replace(/["'<>]/g, '').trim();
  const ordered = /^([^,]+),\s*(\S.*)$/.exec(plain);
  const [first = ''] = (ordered?.[2] ?? plain).replace(titles, '').split(/\s+/);
  // Only what looks like a name: the prospect's client writes this one. A dot within makes a link of it in many clients.
  return /^\p{L}[\p{L}\p{M}'’-]{0,39}\.?$/u.test(first) ? first : null;
}

const greetings: Record<Language, string> = { en: 'Hi', de: 'Guten Tag', fr: 'Bonjour', es: 'Hola' };
const closings: Record<Language, string> = {
  en: 'Best regards,',
  de: 'Viele Grüße',
  fr: 'Bien cordialement,',
  es: 'Un saludo,',
};

/** What code decides about the text of a follow-up. */
export function limitsFor(context: PublicToThread, _profile: Profile | null): Limits {
  const { language, messages, contact, rep } = context;
  const first = firstNameOf(contact.name);
  const own = messages.filter(({ author }) => author === 'rep').map(({ text }) => text);
  return {
    language,
    formal: formalityOf(
      messages.map(({ text }) => text),
      language,
    ),
    maxWords: lengthHabit(own),
    greeting: `${greetings[language]}${first ? ` ${first}` : ''}${language === 'es' ? ':' : ','}`,
    signOff: `${closings[language]}\n${rep.name}`,
    before: [],
  };
}
