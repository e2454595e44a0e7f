/**
 * How a person may be called. Names come from the mail program of whoever wrote, and so from anybody: what does not look like a person's name is none,
 * and nobody's gender is guessed from one.
 */
import { fold } from '../reading/fold.ts';
import { plainLine } from './gate/characters.ts';
import { hasAddress } from './gate/links.ts';

export interface PersonName {
  /** Empty where only the surname is known: "Dr. Berg". */
  first: string;
  /** Empty where only one name is known. */
  last: string;
  /** First name and surname as they stand, without titles. */
  full: string;
  /** The titles that stood before it, "Frau Prof. Dr."; mostly empty. */
  title: string;
}

/** Longer than any name in a mail that is one. */
const longest = 80;
const mostWords = 6;

const titles =
  /^(?:(?:dr|prof|mr|mrs|ms|miss|herr|frau|m|mme|mlle|sr|sra|srta|don|dona|ing|lic|dipl|mag|med|madame|monsieur|senor|senora|phd|mba)\.?-?)$/;
const particles =
  /^(?:van|von|de|del|della|der|den|di|da|do|dos|du|la|las|le|los|ten|ter|zu|zum|zur|vom|y|e|af|el|al|bin|ibn|st\.?)$/;
/** A company, a department or a machine. */
const nobody =
  /^(?:gmbh|ltd|limited|inc|llc|llp|plc|corp|company|sarl|srl|slu|bv|nv|oy|team|support|sales|info|office|services?|einkauf|vertrieb|buchhaltung|abteilung|verwaltung|sekretariat|zentrale|kundenservice|kundendienst|purchasing|procurement|department|dept|helpdesk|customers?|accounts|accounting|billing|marketing|reception|achats|compras|ventas|ventes|comptabilite|administracion|admin|administrator|system|noreply|mailer|daemon|postmaster|newsletter|notifications?|desk|helpline|hotline|workshop|warehouse|foods|holdings?|solutions|logistics|industries|systems|software|consulting|group|gruppe|groupe|grupo|unknown|undisclosed|recipients)$/;
/** Rank, nobility and clergy, where they begin a name: nobody is called by the first name behind one. */
const rank =
  /^(?:sir|dame|lord|lady|capt|captain|major|lt|lieutenant|col|colonel|general|sgt|sergeant|count|countess|baron|baroness|baronin|graf|grafin|freiherr|freifrau|furst|furstin|prinz|prinzessin|prince|princess|duke|duchess|rev|reverend|father|pastor|pfarrer|rabbi|imam|sheikh|judge|maitre|comte|comtesse|hauptmann|oberst|kapitan|capitan|capitaine|padre|fray)$/;
/** Legal forms that are names as well in other letters: "José Sá". */
const legal = /^(?:AG|KG|UG|SA|SAS|SL|AB|AS|Co)\.?$/;
/** What an attacker has to say to whoever reads a name as an instruction. No name begins so, and one surname may be among it: "Tell". */
const command =
  /^(?:ignore|disregard|forget|click|visit|open|download|install|send|forward|reply|delete|transfer|wire|pay|approve|confirm|verify|reset|execute|run|print|write|tell|say|call|buy|please|urgent|important|attention|previous|instructions?|prompt|assistant|password|invoice|payment|free|now|here|the|this|that|your|our|and|all|not|ignoriere|klicken?|klick|sende|senden|uberweise|uberweisen|offne|offnen|bitte|dringend|anweisungen?|hier|ignorez|cliquez|envoyez|ouvrez|virez|payez|veuillez|urgente?|instructions|ici|ignora|ignore|haga|haz|envie|envia|abra|abre|pague|transfiera|instrucciones|aqui|clic|favor)$/;

const word = /^\p{L}[\p{L}\p{M}'’-]{0,39}\.?$/u;

const isInitial = (text: string): boolean => /^\p{L}\.?$/u.test(text);
const isShouted = (text: string): boolean =>
  !isInitial(text) && text === text.toUpperCase() && text !== text.toLowerCase();
const titled = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?<![\p{L}\p{M}'’])\p{L}|(?<=\p{L}['’])\p{L}(?=\p{L}{2})/gu, (letter) => letter.toUpperCase());

/** "Berg, Dana (Purchasing)" is Dana Berg; null for what is no person's name: a link, a command, a company, 300 characters. */
export function personOf(written: string): PersonName | null {
  if (written.length > longest) return null;
  const shown = written.trim().replace(/^["'<]+|["'>]+$/g, '');
  const plain = plainLine((shown.split(/\s[|/–—-]\s/)[0] ?? '').replace(/\s*\([^()]*\)/g, ''));
  if (plain === null) return null;
  const [before = '', after, more] = plain.split(',').map((part) => part.trim());
  if (more !== undefined) return null;
  // "Dana Berg, PhD" is no directory's way of writing it.
  const turned = after !== undefined && !titles.test(fold(after)) ? `${after} ${before}` : before;
  const all = turned.split(/\s+/).filter((each) => each !== '');
  const from = all.findIndex((each) => !titles.test(fold(each)));
  const words = all.slice(from).filter((each, at) => at === 0 || !titles.test(fold(each)));
  if (from < 0 || words.length > mostWords || hasAddress(words.join(' '))) return null;
  const folded = words.map((each) => fold(each).replace(/\.$/, ''));
  const orders = folded.filter((each) => command.test(each)).length;
  if (orders > 1 || command.test(folded[0] ?? '') || folded.includes('via')) return null;
  if (words.some((each, at) => !word.test(each) || nobody.test(folded[at] ?? '') || legal.test(each))) return null;
  return arranged(words, all.slice(0, from).join(' '));
}

/** The surname may stand first where it alone is written large, as directories do. */
function arranged(words: readonly string[], title: string): PersonName | null {
  const large = words.map(isShouted);
  const some = large.includes(true) && large.includes(false);
  const inOrder =
    some && large[0] ? [...words.filter((_, at) => !large[at]), ...words.filter((_, at) => large[at])] : words;
  const named = inOrder.map((each, at) =>
    isShouted(each) || (each === each.toLowerCase() && !(at > 0 && particles.test(fold(each)))) ? titled(each) : each,
  );
  const [first = '', ...others] = named;
  const full = named.join(' ');
  if (others.length === 0)
    return title === '' ? { first, last: '', full, title } : { first: '', last: first, full, title };
  const from = others.findIndex((each) => particles.test(fold(each)));
  // What follows a particle is the surname.
  const last = from >= 0 ? others.slice(from).join(' ') : (others.at(-1) ?? '');
  // An initial is nothing to call somebody by.
  const unnamed = isInitial(first) || rank.test(fold(first).replace(/\.$/, ''));
  return { first: unnamed ? '' : first, last, full, title };
}

/** How to call somebody by the first name; null where what is known looks like none. */
export const firstNameOf = (name: string): string | null => personOf(name)?.first || null;

/** The words of a name, folded, that may stand in a greeting of its owner; of an address those before the @. */
export function nameWords(name: string): string[] {
  return (
    fold(name.slice(0, 200))
      .replaceAll('ß', 'ss')
      .replace(/@.*$/, '')
      .match(/\p{L}+/gu) ?? []
  ).filter((each) => each.length > 1 && !titles.test(each));
}

/** Whether somebody of these names is meant by this word: it is one of them, or a short form as "Alex" of "Alexandra". */
export function isCalled(called: string, names: readonly string[]): boolean {
  const plain = fold(called).replaceAll('ß', 'ss');
  return names.some((name) => name === plain || (plain.length >= 3 && name.startsWith(plain)));
}
