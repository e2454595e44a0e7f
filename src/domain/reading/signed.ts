/**
 * The lines on which an author only signs: people are called May, August, Winter, Noël. What is looked for in a mail is not looked for there. A name
 * is known by the From, or by its place below words of leave.
 */
import type { Address } from '../mail.ts';
import { wordsBeside } from './acts.ts';
import { fold } from './fold.ts';

/** Longer than any line with a name alone, or with words of leave. */
const longestLine = 60;
/** Lines at the end in which somebody signs: a name, a title, a firm, a street. */
const linesAtEnd = 8;
const mostWords = 5;

const nameShaped = /^[–—-]{0,2}\s?\p{Lu}[\p{L}\p{M}'’-]*\.?(?:\s\p{L}[\p{L}\p{M}'’-]*\.?){0,4}$/u;
const greets =
  /^(?:hi|hey|hello|dear|good|hallo|liebe[rs]?|sehr|guten|moin|servus|bonjour|bonsoir|salut|cher|chere|hola|buen[oa]s?|estimad[oa]s?|ola|oi|car[oa]|prezad[oa]|ciao|gentile|egregi[oa]|buongiorno|beste|geachte|dag)\b/;
/** Thanks stand above an answer as well: "Thanks! / After Easter". */
const thanks =
  /^(?:many |best |vielen |besten |herzlichen |mille |muchas |muito )?(?:th|ta\b|dank|merci|gracias|obrigad|grazie|bedankt)/;

/** The same text, as long, with blanks in the place of the lines on which its author signs. Linear in the text. */
export function withoutName(text: string, from: Address | null): string {
  const lines = text.split('\n');
  const written = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const last = written.slice(1).slice(-linesAtEnd);
  for (const at of last) {
    const line = lines[at]!.trim();
    if (line.length > longestLine || !nameShaped.test(line)) continue;
    const place = written.indexOf(at);
    const above = fold(lines[written[place - 1]!]!.trim());
    // "Hi Sasha, / May": all that is said, and no name.
    const says = !(place === 1 && greets.test(above));
    const ends = place === written.length - 1 || isLeave(above);
    if (says && ((ends && isOwn(line, from)) || (place > 1 && takesLeave(above) && !line.endsWith('.'))))
      lines[at] = ' '.repeat(lines[at]!.length);
  }
  return lines.join('\n');
}

/** Nothing but words of courtesy. */
const isLeave = (folded: string): boolean =>
  folded.length <= longestLine && !greets.test(folded) && wordsBeside(folded).length === 0;

/** Courtesy that can only stand above a name. */
const takesLeave = (folded: string): boolean =>
  isLeave(folded) && !/[.!?]$/.test(folded) && (folded.endsWith(',') || !thanks.test(folded));

const wordsIn = (text: string): string[] => fold(text).match(/\p{L}+/gu) ?? [];

/** Every word of the line belongs to the name in the From, or the line spells what stands before the @: "Tom Winter", "twinter@". */
function isOwn(line: string, from: Address | null): boolean {
  const said = wordsIn(line);
  if (!from || said.length === 0 || said.length > mostWords || line.endsWith('.')) return false;
  const local = wordsIn(from.address.replace(/@[^@]*$/, ''));
  const known = new Set([...wordsIn(from.name), ...local]);
  const [first = '', ...rest] = said;
  const spelt = [said.join(''), `${first.slice(0, 1)}${rest.join('')}`, `${rest.join('')}${first}`];
  return said.every((word) => known.has(word)) || (rest.length > 0 && spelt.includes(local.join('')));
}
