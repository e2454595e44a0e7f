/** The last lines of a mail: how one was signed, and how the next is in the same manner. */
import { fold } from '../reading/fold.ts';
import { plainLine } from './gate/characters.ts';
import { hasAddress } from './gate/links.ts';
import type { Language } from './gate/written.ts';
import { nameWords, personOf } from './names.ts';

/** How somebody signs, without the name. */
export interface SignOffStyle {
  /** With its mark, "Best,"; empty where the name stands alone. */
  closing: string;
  name: 'first' | 'full' | 'initials' | 'none';
  /** The name on the line of the closing: "LG Jana". */
  inline: boolean;
}

export interface SignOff {
  /** Null where its words hold for one day only: "Have a great weekend". */
  closing: string | null;
  /** As it was written; empty for none. */
  name: string;
  inline: boolean;
}

const noun = 'regards|wishes|thanks|gruss(?:e|en)?|saludos?|abrazos?|salutations|rgds';
/** Closing words, folded and without their mark; whole lines. Names and places are no part of them. */
const closings = new RegExp(
  `^(?:${[
    `(?:with |and )?(?:(?:kind|kindest|best|warm|warmest|many|all my|my) ){0,2}(?:regards|wishes|thanks|rgds)`,
    '(?:all the |all )?best|sincerely|respectfully|warmly|cordially|cheers|take care|(?:talk|speak) soon|thx|ta|kr|br|rgds|best rgds',
    'yours(?: (?:sincerely|truly|faithfully))?|(?:sincerely|truly) yours',
    'thanks?(?: you)?(?: (?:very|so) much| a lot| again| in advance| and (?:best|kind|warm) regards){0,2}|many thanks(?: and (?:best|kind) regards)?|thank you and (?:best|kind) regards',
    '(?:mit )?(?:(?:freundlich|best|herzlich|lieb|viel|schon)e[nmrs]?,? ?(?:und )?){1,3}(?:gruss(?:e|en)?|dank)',
    'gruss(?:e|en)?|gruesse|lg|vg|bg|mfg|vlg|herzlichst|hochachtungsvoll|bis bald|danke(?:schon)?|danke dir|danke ihnen|(?:vielen|besten|herzlichen|lieben|tausend) dank(?: (?:vorab|im voraus))?|danke (?:vorab|im voraus)',
    '(?:danke|(?:vielen|besten|herzlichen) dank)(?: (?:vorab|im voraus))? und (?:(?:mit )?(?:freundlich|best|herzlich|lieb|viel|schon)e[nmrs]? )?gruss(?:e|en)?',
    "(?:bien |tres )?cordialement(?: votre)?|(?:bien )?a (?:vous|toi)|amicalement|amities|bises|cdlt|cdt|bav|(?:mes |avec mes |nos )?(?:(?:sincer|cordial|meilleur|respectueu)\\p{L}+ )?salutations(?: (?:distinguees|cordiales|sinceres))?|a bientot|au plaisir(?: de vous lire)?|(?:bonne|belle|excellente) journee(?: a vous| a toi)?|(?:un grand )?merci(?: (?:beaucoup|d'avance|encore|par avance|a vous|a toi)){0,2}(?: et (?:bien cordialement|bonne journee|a bientot))?",
    '(?:(?:un|reciba un|muchos) )?(?:(?:cordial|fuerte|gran|afectuoso|atento) )?(?:saludos?|abrazos?)(?: (?:cordial(?:es)?|afectuosos?|atentos?|y gracias))?|atentamente|atte|cordialmente|besos|un beso|quedo atent[oa]|(?:muchas |mil )?gracias(?: (?:de antemano|por adelantado|de nuevo))?(?: y (?:un )?(?:cordial )?saludos?)?|hasta pronto',
  ].join('|')})$`,
  'u',
);
/** The same for a day, or a part of one: not to be said again on another. */
const passing =
  /^(?:have an? (?:\p{L}+ ){1,3}|enjoy (?:the|your) (?:\p{L}+ ?){1,3}|happy (?:\p{L}+ ?){1,3}|see you (?:\p{L}+ ?){1,3}|until (?:\p{L}+ ?){1,2}|(?:\p{L}+e ){1,2}gruss(?:e|en)?|(?:ein |einen )?(?:schone[sn]?|gute[sn]?|angenehme[sn]?|erholsame[sn]?|frohe?) (?:\p{L}+ ?){1,3}|bis (?:\p{L}+ ?){1,2}|(?:bon|bonne|belle|excellent|joyeu\p{L}+) (?:\p{L}+[ -]?){1,3}|a (?:lundi|mardi|mercredi|jeudi|vendredi|demain)|(?:que tengas?n? )?(?:un )?(?:buen|buena|feliz) (?:\p{L}+ ?){1,4}|hasta (?:\p{L}+ ?){1,2})(?:weekend|week-end|day|evening|week|wochenende|tag|abend|woche|feierabend|soiree|semaine|fin de semana|dia|tarde|semana)?$/u;

const longestLine = 60;
const linesLooked = 8;
/** Signature blocks of some clients stand below without a mark. */
const nameLine =
  /^(?:[–—-]\s?|i\. ?A\. |gez\. |\/)?(\p{Lu}[\p{L}\p{M}'’.-]{0,30}(?:\s\p{L}[\p{L}\p{M}'’.-]{0,30}){0,4}|\p{Ll}{1,2})[.,]?$/u;

const bareOf = (line: string): string =>
  fold(line)
    .replaceAll('ß', 'ss')
    .replace(/[\s,.!–—-]+$/, '')
    .replace(/^[\s–—-]+/, '');

const plainOf = (line: string): string =>
  bareOf(line)
    // "Viele Grüße aus Hamburg": the words without the place.
    .replace(/\s(?:aus|nach|from|de|depuis|desde)\s(?:[a-z]+ ?){1,3}$/, (place, at: number, whole: string) =>
      new RegExp(`(?:${noun})$`).test(whole.slice(0, at)) ? '' : place,
    );

/** Whether a whole line is closing words. */
export const isClosing = (line: string): boolean => line.length <= longestLine && closings.test(plainOf(line));

const place = /\s(?:aus|nach|from|de|depuis|desde)\s\p{Lu}[\p{L}'-]*(?:\s\p{L}[\p{L}'-]*){0,2}(?=[,.!]?$)/u;

/** Closing words without a place in them; null for those of one day, and where the place cannot be told from the words. */
export function bareClosing(closing: string | null): string | null {
  if (closing === '' || closing === null) return closing;
  const bare = closing.replace(place, '');
  return closings.test(bareOf(bare)) ? bare : null;
}

/**
 * How a mail of the rep is signed, by its new text; null where nothing of a sign-off is to be seen. `isRep`: whether these words are a name of the
 * rep. Looks at the last lines only.
 */
export function signOffOf(text: string, isRep: (name: string) => boolean): SignOff | null {
  const lines = text
    .slice(-800)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-linesLooked);
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] as string;
    const found = line.length <= longestLine ? closed(line, isRep) : null;
    if (!found || !inert(found.closing ?? '') || lines.slice(at + 1).some(isSentence)) continue;
    const below = nameLine.exec(lines[at + 1] ?? '')?.[1] ?? '';
    const name = found.name !== '' ? found.name : isRep(below) ? below.replace(/,$/, '') : '';
    return inert(name) ? { ...found, name } : null;
  }
  const behind = behindWords(lines.at(-1) ?? '', isRep);
  if (behind) return behind;
  // "– Sasha": a name and nothing else.
  for (const line of lines.slice(-4).toReversed()) {
    const name = nameLine.exec(line)?.[1] ?? '';
    if (name !== '' && isRep(name) && inert(line)) return { closing: '', name: line, inline: true };
  }
  return null;
}

/** Behind the last sentence of a line: "The list is attached. Thanks, Sasha". Below a longer mail it gets lines of its own, but where the words are short. */
function behindWords(line: string, isRep: (name: string) => boolean): SignOff | null {
  const tail = /[.!?…]\s(?!.*[.!?…]\s\p{L})([^.!?]{1,60}[.!?]?)$/u.exec(line.slice(-200))?.[1];
  if (tail === undefined || !inert(tail)) return null;
  const bare = tail.replace(/[.,]$/, '');
  if (isRep(bare)) return { closing: '', name: bare, inline: true };
  const found = closed(tail, isRep);
  if (!found?.closing) return null;
  const inline = found.inline && found.closing.length <= 5;
  // Germans put no comma there on a line of its own.
  const closing =
    inline || !/gruss|gruß|dank/.test(fold(found.closing)) ? found.closing : found.closing.replace(/,$/, '');
  return { closing, name: found.name.replace(/\.$/, ''), inline };
}

/** "Thanks!" at the head of a mail closes nothing. */
const isSentence = (line: string): boolean => line.split(' ').length > 4 && /[.!?…:]$/.test(line);

const inert = (line: string): boolean => line === '' || (plainLine(line) !== null && !hasAddress(line));

/** One line that closes a mail, with the rep's name behind the words or without. */
function closed(line: string, isRep: (name: string) => boolean): SignOff | null {
  if (isClosing(line)) return { closing: line, name: '', inline: false };
  const plain = plainOf(line);
  if (passing.test(plain)) return { closing: null, name: '', inline: false };
  // "LG Jana", "Best, Sasha", "Thanks! – Sasha"
  for (const space of line.matchAll(/\s/g)) {
    const [head, name] = [line.slice(0, space.index), line.slice(space.index + 1).trim()];
    if (name !== '' && isRep(name.replace(/^[–—-]\s?|[.,]$/g, '')) && closings.test(plainOf(head)))
      return { closing: head, name, inline: true };
  }
  return null;
}

/** The rep's name as the rep signs with it: `written` is what stood there. */
export function nameKindOf(written: string, repName: string): SignOffStyle['name'] {
  const words = nameWords(written);
  if (words.length === 0) return written === '' ? 'none' : 'initials';
  if (/^\p{Lu}{1,3}\.?$/u.test(written.trim()) && !nameWords(repName).includes(words[0] ?? '')) return 'initials';
  return words.length > 1 ? 'full' : 'first';
}

/** Whether words are a name of somebody: some of the name's, a short form of them, or the initials. */
export function isNameOf(written: string, name: string): boolean {
  const own = nameWords(name);
  const words =
    fold(written)
      .replaceAll('ß', 'ss')
      .match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || own.length === 0) return false;
  const initials = own.map((each) => each[0]).join('');
  const bare = words.join('');
  if (bare.length <= 3 && (bare === initials || (bare.length === 1 && bare === initials[0]))) return true;
  const isOwn = (word: string): boolean =>
    own.includes(word) || (word.length >= 3 && own.some((each) => each.startsWith(word)));
  return (
    words.filter(isOwn).length > 0 &&
    words.every((word) => isOwn(word) || word.length === 1 || /^(?:dr|prof|von|van|de|der)$/.test(word))
  );
}

function initialsOf(name: string): string {
  return (name.match(/(?<![\p{L}\p{M}])\p{L}/gu) ?? []).join('').toUpperCase();
}

const defaults: Record<Language, { formal: string; informal: string; unknown: string }> = {
  en: { formal: 'Kind regards,', informal: 'Best regards,', unknown: 'Best regards,' },
  de: { formal: 'Mit freundlichen Grüßen', informal: 'Viele Grüße', unknown: 'Viele Grüße' },
  fr: { formal: 'Cordialement,', informal: 'Bien à toi,', unknown: 'Bien cordialement,' },
  es: { formal: 'Un cordial saludo,', informal: 'Un saludo,', unknown: 'Un saludo,' },
};

/** Closing words where no habit is known. */
export const usualClosing = (language: Language, formal: boolean | null): string =>
  defaults[language][formal === null ? 'unknown' : formal ? 'formal' : 'informal'];

/** The rep's name in this form; empty where the rep is known by an address only. */
export function signedName(kind: SignOffStyle['name'], repName: string): string {
  const person = personOf(repName);
  if (kind === 'none' || repName.includes('@')) return '';
  if (kind === 'initials') return initialsOf(repName);
  return (kind === 'first' && person?.first) || repName;
}

/** Closing and name as they stand below a mail. */
export function signOffIn({ closing, name, inline }: { closing: string; name: string; inline: boolean }): string {
  if (name === '') return closing.replace(/,$/, '');
  if (closing === '') return name;
  return inline ? `${closing} ${name}` : `${closing}\n${name}`;
}
