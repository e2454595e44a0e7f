/**
 * Which words of the thread may be said again in a draft, and how. What the prospect wrote may be an attack, so only a plain sentence is quoted: no
 * address, no money, no order to anybody, and one clause that promises or asks for rest. Where there is none, a draft names the day and the subject.
 */
import * as acts from '../reading/act-words.ts';
import { periodsIn } from '../reading/dates.ts';
import { fold } from '../reading/fold.ts';
import { undertakes } from '../reading/promise.ts';
import { sentencesOf } from '../reading/sentences.ts';
import { tonguesOf } from '../reading/tongue.ts';
import { isForeign, tells } from './foreign.ts';
import { plainLine } from './gate/characters.ts';
import { fitsFormality } from './gate/formality.ts';
import { hasAddress } from './gate/links.ts';
import { greetingLength } from './gate/shape.ts';
import { concession, dictates, grave, payment } from './gate/stakes.ts';
import type { GroundMessage, Language } from './gate/written.ts';
import { isOneClause } from './one-clause.ts';

export interface Quotable {
  /** Word for word as they stand in the message, on one line. */
  words: string;
  /** As the draft says them: they end with a mark. A question of ours begins as one does after a colon. */
  said: string;
  question: boolean;
  /** Alone it does not tell what it is about. */
  vague: boolean;
}

interface Around {
  author: GroundMessage['author'];
  language: Language;
  formal: boolean;
  /** Words of the names of those greeted, folded. */
  names: ReadonlySet<string>;
  /** Civil dates: of the mail, and of the draft. */
  written: string;
  today: string;
  /** It is said as still open: a day in it that has passed, or that counts from its mail, would be wrong by now. */
  open: boolean;
}

/** Characters of a sentence that is quoted. */
const [shortest, longest] = [12, 180];

/** A sentence of ours that says something, where the whole mail is what they have had: what was offered, sent or counted before the rest. */
export function tellingSentence(text: string, around: Around): string | null {
  const found = sentencesOf(text.slice(0, 8_000))
    .slice(0, 60)
    .map(({ text: words }) => oneLine(words))
    .filter((words) => quotable(words, around)?.question === false && !isIdle(words) && !undertakes(fold(words)))
    .map((words) => ({ words, weight: weightOf(words) }));
  const best = Math.max(...found.map(({ weight }) => weight));
  return found.find(({ weight }) => weight === best)?.words ?? null;
}

function weightOf(words: string): number {
  const folded = fold(words);
  return (
    Number(acts.gives.test(folded) || telling.test(folded)) * 3 +
    Number(/\d/.test(words)) * 2 +
    Number(words.length > 40)
  );
}

/** What deals turn on. */
const telling =
  /(?<!\p{L})(?:quote|quotation|offer|proposal|price|sample|drawing|plan|contract|draft|spec\p{L}*|estimate|angebot\p{L}*|entwurf|muster|zeichnung\p{L}*|vertrag\p{L}*|preis\p{L}*|datenblatt|kalkulation|devis|offre|proposition|tarif\p{L}*|echantillon\p{L}*|contrat|plans?|presupuesto|oferta|propuesta|muestras?|contrato|plano|tarifa)(?!\p{L})/u;

/** Courtesies, and what goes with any mail. */
const idle =
  /^(?:(?:many |best |kind |warm )?(?:thanks|thank you|regards|wishes)|it was (?:a pleasure|good|great|nice|lovely)|(?:i )?hope|looking forward|i look forward|let me know|please (?:do not|don't|feel free|let me)|feel free|if you have (?:any )?(?:further )?questions|any questions|have a|danke|vielen dank|besten dank|herzlichen dank|ich hoffe|ich freue mich|(?:bei|fur) (?:ruck)?fragen|wenn sie fragen|melden sie sich|schone\p{L}* |freundliche|viele grusse|merci|je vous remercie|j'espere|n'hesitez|je reste|nous restons|dans l'attente|bonne |cordialement|au plaisir|gracias|muchas gracias|le agradezco|espero|quedo|quedamos|no dude|cualquier|un saludo|saludos|que tenga|feliz)/u;

const isIdle = (words: string): boolean => idle.test(fold(words)) || words.split(' ').length < 4;

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Words as they may be said again; null where they may not. */
export function quotable(text: string, around: Around): Quotable | null {
  const words = withoutLead(oneLine(text), around);
  const question = words.endsWith('?');
  if (!isPlain(words, around.language)) return null;
  if (around.author === 'contact' && !(isHarmless(words) && isOneClause(words, around.language, around.written)))
    return null;
  if (around.author === 'rep' && around.open && isDated(words, around)) return null;
  if (question && around.author === 'rep' && !fitsFormality(words, around.formal, around.language)) return null;
  const said = question && around.author === 'rep' ? afterColon(words, around.language) : ended(words);
  return { words, said, question, vague: isVague(words) };
}

/** A subject without its "Re:" and the like. */
export const bareSubject = (subject: string): string =>
  oneLine(subject).replace(/^(?:(?:re|aw|fwd?|wg|tr|rv|sv|vs|antw?|rif|res)(?:\[\d+\])?\s?:\s*)+/i, '');

/** A subject, as it may be named; null where it may not. */
export function quotableSubject(subject: string): string | null {
  const bare = bareSubject(subject);
  if (bare.length < 4 || bare.length > 70 || !isInert(bare) || !isHarmless(bare)) return null;
  return /[.!?:,;]$/.test(bare) ? null : bare;
}

/** "Tomorrow at 10", "on Friday", and "on 10 March" when it is over: read today it would be another day, or none to come. */
function isDated(words: string, { written, today }: Around): boolean {
  const daysOf = (day: string) =>
    periodsIn(fold(words), { today: day, monthFirst: false }, words).filter(({ unit }) => unit !== 'span');
  const then = daysOf(written);
  const now = daysOf(today);
  return then.some(
    ({ first, last }, at) =>
      last < today || (written !== today && (first !== now[at]?.first || last !== now[at]?.last)),
  );
}

const marks = /["\u201c-\u201f\u00ab\u00bb\u2039\u203a]/u;

function isInert(words: string): boolean {
  const plain = plainLine(words);
  return (
    plain !== null &&
    plain === words.normalize('NFC').replace(/[\u00a0\u2007\u2009\u202f]/g, ' ') &&
    !hasAddress(plain) &&
    !marks.test(plain) &&
    !isLoud(plain)
  );
}

const isLoud = (words: string): boolean => {
  const letters = words.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((each) => each !== each.toLowerCase());
  return (letters.length > 8 && capitals.length > letters.length * 0.6) || /[!?]{2,}/.test(words);
};

/** Where nothing tells, it may be any language. */
const speaks = (words: string, language: Language): boolean =>
  tonguesOf(fold(words)).includes(language) && tells(words, language) && !isForeign(words);

/** One whole sentence, and not the head or the foot of a list. */
function isPlain(words: string, language: Language): boolean {
  if (words.length < shortest || words.length > longest || !isInert(words)) return false;
  if (
    /^(?:[-*\u2022\u2013+]|\d{1,2}[.)])\s/.test(words) ||
    /[:,;(\u2013-]$/.test(words) ||
    /\u2026|\.\.\.$/.test(words)
  )
    return false;
  // "On 30.9." may go on: what looks like an end is a day.
  if (/(?<!\d)\d{1,2}\.$/.test(words)) return false;
  const open = words.split('(').length - words.split(')').length;
  return open === 0 && words.split(' ').length >= 3 && speaks(words, language);
}

/** Nothing in it tells anybody what to do or to write, and it brings no money into the draft. */
function isHarmless(words: string): boolean {
  const folded = fold(words);
  const money =
    /[%\u20ac$\u00a3\u00a5]|(?<!\p{L})(?:eur|usd|chf|gbp|euros?|dollars?|pounds?|percent|prozent|pour ?cent|por ?ciento)(?!\p{L})/u;
  const risky = [concession, grave, payment].some((each) => Object.values(each).some((list) => list.test(folded)));
  return !money.test(folded) && !risky && !dictates(folded);
}

/** A greeting on the same line, a heading, or a word that hangs on the sentence before is no part of what is said again. */
function withoutLead(words: string, { names }: Around): string {
  let rest = words.slice(greetingLength(words, names)).trim();
  const headed = /^[^?:]{1,60}:\s+(?=\S.{14,}\?$)/u.exec(rest);
  if (headed) rest = rest.slice(headed[0].length);
  const lead = rest.endsWith('?') ? joining.exec(fold(rest)) : null;
  if (!lead) return rest;
  const cut = rest.slice(lead[0].length);
  return cut.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

const joining =
  /^(?:and|but|so|also|then|now|well|und|aber|also|nun|et|mais|alors|donc|y|pero|entonces|asi que)(?:,)?\s(?=\S+\s\S+)/u;

/** A whole sentence, as one is written. */
const ended = (words: string): string =>
  (/[.!?]$/.test(words) ? words : `${words}.`).replace(/^\p{Ll}(?=\p{L}|\s|['’])/u, (letter) => letter.toUpperCase());

/** German writes a whole sentence after a colon with a capital; the others with none, if it begins with a word that has one by its place alone. */
function afterColon(words: string, language: Language): string {
  if (language === 'de') return words;
  return words.replace(/^(¿?)(\p{Lu}[\p{L}'’]*)/u, (all, mark: string, word: string) =>
    small[language].test(fold(word)) ? `${mark}${word.toLowerCase()}` : all,
  );
}

const small = {
  en: /^(?:is|are|was|were|do|does|did|have|has|had|can|could|would|will|should|shall|may|might|what|which|who|whom|whose|when|where|why|how|if|in|on|at|by|for|from|to|of|with|the|a|an|any|it|this|that|these|those|there|your|you|does|would|could|shall)$/,
  fr: /^(?:est|sont|etes|avez|as|es|peut|peux|pouvez|pourriez|pourrais|pourrait|souhaitez|souhaites|voulez|veux|preferez|preferes|seriez|serais|serait|faut|que|quel|quelle|quels|quelles|qui|quand|comment|combien|ou|pourquoi|a|au|aux|de|des|du|dans|en|pour|par|sur|le|la|les|l|un|une|votre|vos|ton|ta|tes|vous|tu|cela|ce|c|qu|y|d|si|auriez|aurais|convient|conviendrait|disposez|prevoyez|pensez|aimeriez|envisagez|devons|devrions|dois|peuvent|accepteriez|savez|sais)(?:['’]\p{L}+)?$/u,
  es: /^(?:que|cual|cuales|quien|quienes|cuando|cuanto|cuanta|cuantos|cuantas|como|donde|por|para|a|al|de|del|en|con|el|la|los|las|un|una|su|sus|tu|tus|le|les|te|os|se|lo|me|nos|es|esta|estan|son|hay|ha|han|has|puede|puedes|pueden|podria|podrias|podrian|podemos|quiere|quieres|prefiere|prefieres|necesita|necesitas|tiene|tienes|tienen|seria|sigue|siguen|encaja|cabe|va|vale|viene|sabe|sabes|cree|crees|tendria|conviene|funciona|queda|sirve|interesa)$/,
};

/** "Would that be enough?": what "that" is stands in the mail, and not in the question. */
const isVague = (words: string): boolean => {
  const folded = fold(words);
  const count = folded.split(' ').length;
  return count <= 7 || (count <= 12 && pointing.test(folded));
};
const pointing =
  /(?<!\p{L})(?:that|it|this|these|those|one|they|das|dies\p{L}*|es|damit|dazu|davon|dafur|daran|ihn|so|cela|ca|ceci|l'\p{L}+|en|y|eso|esto|ello|lo|asi)(?!\p{L})/u;
