/**
 * Which sentence of a prospect is one promise, or one wish for rest, and nothing else. It is said again in a draft of ours, so what stands beside
 * either, an order, a statement about the reader, a number, is reason enough to leave it in its mail.
 */
import { periodsIn } from '../reading/dates.ts';
import { fold } from '../reading/fold.ts';
import { holdIn } from '../reading/hold.ts';
import { undertakes } from '../reading/promise.ts';
import { sentencesOf } from '../reading/sentences.ts';
import { brings } from '../situation.ts';
import type { Language } from './gate/written.ts';

const word = (alternatives: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'u');

/** Whether the words promise or ask for rest in one clause. `written`: the civil date of their mail. */
export function isOneClause(words: string, language: Language, written: string): boolean {
  const [sentence, ...others] = sentencesOf(words);
  if (!sentence || others.length > 0) return false;
  const folded = fold(words);
  const context = { today: written, monthFirst: false };
  if (hasNumber(folded, words, context)) return false;
  const clauses = folded
    .replace(/[.!?]+$/, '')
    .split(/\s*[,;:()]+\s*|\s[-\u2013\u2014]\s/)
    .filter((clause) => clause !== '' && !isDate(clause, context));
  const main = clauses.filter((clause) => !isAside(clause));
  const [only] = main;
  if (only === undefined || main.length > 1) return false;
  if (joins[language].test(only.replace(begging, ''))) return false;
  if (undertakes(only) || gives.test(only)) return (brings.test(only) || gives.test(only)) && isOfUs(only, language);
  return holdIn(sentencesOf(words), context).hold !== null && !tellsReader[language].test(only);
}

const isOfUs = (clause: string, language: Language): boolean =>
  !states[language].test(clause) && !tellsReader[language].test(clause) && !courtesy.test(clause);

/** A number that is no day, week or month: a code, a term, an amount. */
function hasNumber(folded: string, words: string, context: { today: string; monthFirst: boolean }): boolean {
  const days = periodsIn(folded, context, words).filter(({ unit }) => unit !== 'span');
  return [...folded.matchAll(/\p{N}+/gu)].some(
    ({ index }) => !days.some(({ start, end }) => index >= start && index < end),
  );
}

const isDate = (clause: string, context: { today: string; monthFirst: boolean }): boolean =>
  periodsIn(clause, context).some(({ start, end }) => start <= 4 && clause.length - end <= 2);

/** What may stand beside it: a courtesy, and a few words of the writer's own about the writer's side. */
const isAside = (clause: string): boolean =>
  alone.test(clause) ||
  (clause.split(' ').length <= 6 && ofSelf.test(clause) && !anyReader.test(clause) && !undertakes(clause));

const alone =
  /^(?:sure|yes|ok|okay|promised|please|thanks|thank you|sorry|klar|ja|gerne?|versprochen|bitte|danke|leider|promis|oui|merci|desolee?|stp|svp|d'accord|si|claro|vale|prometido|porfa|por favor|gracias|hi|hello|hallo|bonjour|hola)$/u;
const ofSelf =
  /^(?:my|our|we are|we're|i am|i'm|mein\p{L}*|unser\p{L}*|wir sind|ich bin|mon|ma|mes|notre|nos|nous sommes|je suis|mis?|nuestr[oa]s?|estamos|estoy|(?:too|zu|trop|demasiado) \p{L}+ (?:for|fur|pour|para) (?:us|me|uns|mich|nous|moi|nosotros|mi))(?!\p{L})/u;
const anyReader = word(
  'you|yours?|sie|ihnen|ihre?[nmrs]?|du|dir|dich|dein\\p{L}*|euch|eure?\\p{L}*|vous|votre|vos|tu|toi|ton|ta|tes|te|usted|ustedes|vuestr\\p{L}*|vosotros|tus|sus?|ti',
);

/** Words that begin a second clause or join one. */
const joins: Record<Language, RegExp> = {
  en: word(
    'and|or|nor|but|that|because|although|though|if|whether|when|while|once|unless|who|whose|whom|what|which|why|how|where|as|since|so|meanwhile',
  ),
  de: word(
    'und|oder|aber|sondern|dass|das[sß]|weil|denn|obwohl|wenn|falls|ob|sobald|wer|wie|was|wo|warum|damit|nachdem|bevor|wahrend|deren|dessen',
  ),
  fr: word("et|ou|mais|que|qu'\\p{L}+|qui|dont|parce|si|s'ils?|quand|lorsque|puisque|comment|pourquoi|comme"),
  es: word('y|e|o|pero|sino|que|porque|aunque|si|cuando|mientras|quien|como|donde|cuyo'),
};
const begging = /(?:ruego|rogamos|pido|pedimos) que /u;

/** A verb that says how something is. */
const states: Record<Language, RegExp> = {
  en: word('is|are|was|were|has|had|owes?'),
  de: word('ist|sind|war|waren|hat|hatte|hatten'),
  fr: word("est|sont|etait|c'est"),
  es: word('es|son|esta|estan|era|fue'),
};

/** The reader as the one who does or has something; "send you", "Ihnen", "je vous" only say to whom. */
const tellsReader: Record<Language, RegExp> = {
  en: word(
    "your|yours|you(?:'re|'ve|'ll|'d)|you (?:are|were|have|had|owe|did|do|will|would|must|should|can|could|may|need|to|\\p{L}+ed|gave|made|said|told)|(?<!(?:send|give|tell|get|let|show|call|mail|write|bring|owe|to|with|for|from|ask) )you",
  ),
  de: word('(?:sie|du|ihr) (?=\\p{L}+(?:t|en|st)(?!\\p{L}))|(?:dein|eur)\\p{L}*'),
  fr: word('votre|vos|ton|ta|tes|vous (?:etes|avez|devez|aviez)|tu'),
  es: word('vuestr\\p{L}*|tus?|sus?|ustedes|usted'),
};

const courtesy = word('please|bitte|veuillez|merci de|por favor');

/** What a word given brings, beside what is sent. */
const gives = word(
  "(?:i|we)(?:'ll| will) (?:give|get (?:\\p{L}+ ){1,5}to|sign|decide|return|reply|answer|call|tell|bring)(?: \\p{L}+)?",
);
