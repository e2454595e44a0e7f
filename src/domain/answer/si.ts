/** "Si" without its accent: "yes" of somebody in haste, and "if" in French and in Spanish. */
import type { Name } from './names.ts';
import { has } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Who does what the condition says, in French. */
const french =
  /^(?:le|les|l|il|ils|elle|elles|on|tu|vous|nous|je|j|c|ca|cela|ce|quelqu|personne|rien|jamais|besoin|possible|necessaire|tout|toutes?|tous|un|une|mon|ma|leur|notre|votre)$/;
/** Where what hangs on it ends. */
const ends = /^(?:[,;:.!?()/…–-]|y|e|et|pero|mais|si|no|non)$/;
/** Names an item, or says nothing. */
const small =
  /^(?:\d+|la|el|lo|los|las|a|al|del|de|para|por|con|que|tambien|gracias|porfa|favor|numero|num|punto|propuesta|primer[oa]s?|segund[oa]|tercer[oa]|ultim[oa]|resto|demas|todo|todos|todas|claro|bueno|bien|ok|vale|pues|ya|asi|esta|este|esa|ese|se|te|l[oe]s?|me|he|ha|fue|quedo|quiero|estoy|correcto|perfecto|exacto|adelante|acuerdo|supuesto|dale|desde|luego)$/;
/** Verbs that no "if" has before them: told of oneself, asked for, past. */
const firm = /(?:ad[oa]s?|(?:d|[aei])(?:l[aeo]s?)|ar|er|ir|i|e|io|o|aron|ieron|amos)$/;

/** Whether "si" at this word makes a condition: what follows it up to the next mark is more than an item and what a yes to it would say. */
export function isIf(tokens: readonly Token[], at: number, names: readonly Name[]): boolean {
  if (/í/i.test(tokens[at]!.raw)) return false;
  const next = tokens[at + 1]?.text ?? '';
  if (french.test(next)) return true;
  const words = tokens.slice(at + 1, at + 1 + mostWords).map(({ text }) => text);
  const stop = words.findIndex((word) => ends.test(word));
  const clause = stop < 0 ? words : words.slice(0, stop);
  // "La 3 si va"
  if (clause.join() === 'va' && at + 2 === tokens.length) return false;
  // "Si Karim confirme", yet "si a Karim".
  const named = clause.some((word) => !small.test(word) && names.some((name) => name.words.includes(word)));
  if (named && (!leads.test(clause[0]!) || clause.some((word) => !small.test(word) && isFirm(word)))) return true;
  const known = (word: string): boolean =>
    small.test(word) || isFirm(word) || names.some((name) => name.words.includes(word));
  return clause.some((word, place) => tokens[at + 1 + place]!.kind === 'word' && !known(word));
}

const isFirm = (word: string): boolean => firm.test(word) && firmSenses.some((sense) => has(sense, [word], 0) > 0);
const firmSenses = ['approve', 'add', 'update', 'move', 'close', 'sent', 'yes', 'praise', 'manners', 'filler'] as const;
const leads = /^(?:a|al|de|del|con|para|por|lo|el|la)$/;
const mostWords = 12;
