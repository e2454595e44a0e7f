/** "Si" without its accent: "yes" of somebody in haste, and "if" in French and in Spanish. */
import type { Name } from './names.ts';
import { has } from './phrases.ts';
import { isFrench } from './refs.ts';
import type { Token } from './tokens.ts';

/** Who does what the condition says, in French. */
const french =
  /^(?:le|les|l|il|ils|elle|elles|on|tu|vous|nous|je|j|c|ca|cela|ce|quelqu|personne|rien|jamais|besoin|possible|necessaire|tout|toutes?|tous|un|une|mon|ma|leur|notre|votre)$/;
/** Where what hangs on it ends. */
const ends = /^(?:[,;:.!?()/…–-]|y|e|et|pero|mais|si|no|non)$/;
/** Names an item, or says nothing. */
const small =
  /^(?:\d+|la|el|lo|los|las|a|al|del|de|para|por|con|que|tambien|gracias|mi|parte|yo|porfa|favor|numero|num|punto|propuesta|primer[oa]s?|segund[oa]|tercer[oa]|ultim[oa]|resto|demas|todo|todos|todas|claro|bueno|bien|ok|vale|pues|ya|asi|esta|este|esa|ese|se|te|l[oe]s?|me|he|ha|fue|quedo|quiero|estoy|correcto|perfecto|exacto|adelante|acuerdo|supuesto|dale|desde|luego|o|sip)$/;
/** Verbs that no "if" has before them: told of oneself, asked for, past. */
const firm = /(?:ad[oa]s?|(?:d|[aei])(?:l[aeo]s?)|ar|er|ir|i|e|io|o|aron|ieron|amos)$/;

/** Whether "si" at this word makes a condition: around it, up to the next marks, stands more than an item and what a yes to it would say. */
export function isIf(tokens: readonly Token[], at: number, names: readonly Name[]): boolean {
  if (/í/i.test(tokens[at]!.raw)) return false;
  const words = tokens.map(({ text }) => text);
  if (french.test(words[at + 1] ?? '') || isFrench(tokens)) return true;
  const after = words.slice(at + 1, at + 1 + mostWords);
  const stop = after.findIndex((word) => ends.test(word));
  const clause = stop < 0 ? after : after.slice(0, stop);
  const before = words.slice(0, at).slice(words.slice(0, at).findLastIndex((word) => ends.test(word)) + 1);
  const isName = (word: string): boolean => names.some((name) => name.words.includes(word));
  const isSmall = (word: string): boolean => small.test(word) || !/\p{L}/u.test(word);
  // "Avísame si la 1", "cierra la 4 si"
  if (!before.every((word) => isSmall(word) || isName(word) || has('opening', [word], 0) > 0)) return true;
  // "La 3 si va"
  if (clause.join() === 'va' && at + 2 === tokens.length) return false;
  const told = clause.some((word) => !isSmall(word) && isFirm(word));
  // "Si salió la 6, cierra la 4"
  if (told && stop >= 0 && !/^(?:\d+|la|el|y|e)$/.test(after[stop + 1] ?? '1')) return true;
  // "Si Karim confirme", yet "si a Karim".
  const named = clause.some((word) => !isSmall(word) && isName(word));
  if (named && (told || !leads.test(clause[0]!))) return true;
  return !clause.every((word) => isSmall(word) || isFirm(word) || isName(word));
}

const isFirm = (word: string): boolean =>
  (firm.test(word) && has('sent', [word], 0) > 0) ||
  (firm.test(word) && !word.endsWith('e') && firmSenses.some((sense) => has(sense, [word], 0) > 0));
const firmSenses = ['approve', 'add', 'update', 'move', 'close', 'yes', 'praise'] as const;
const leads = /^(?:a|al|de|del|con|para|por|lo|el|la)$/;
const mostWords = 12;
