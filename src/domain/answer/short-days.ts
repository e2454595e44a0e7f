/** Days that are said for short, written out for the reader of dates. */
import { weekdays } from '../reading/date-words.ts';
import type { Token } from './tokens.ts';

/** In place of what one says for short: "la semaine pro", "2 sem", "la otra semana". */
export const withoutShortcuts = (tokens: readonly Token[]): Token[] =>
  tokens.map((token, at) => {
    const long = longhand(token.text, tokens[at - 1], tokens[at + 1], tokens[at - 2]?.text ?? '');
    return long === token.text ? token : { ...token, text: long };
  });

function longhand(word: string, before: Token | undefined, after: Token | undefined, first: string): string {
  const [one, two] = [before?.text ?? '', after?.text ?? ''];
  const counted = before?.kind === 'number' && /^(?:in|fur|dans|en|de|d|ici|por|durante|pendant)$/.test(first);
  if (word === 'pro' && /^(?:semaine|sem)$/.test(one)) return 'prochaine';
  if (word === 'pro' && (one === 'mois' || weekdays.has(one))) return 'prochain';
  if (word === 'sem' && /^(?:pro|prochaine)$/.test(two)) return 'semaine';
  if (word === 'sem' && (two === 'que' || /^(?:proxima|esta)$/.test(one))) return 'semana';
  if (word === 'sem' && counted) return 'semaines';
  if (word === 'wo' && (counted || /^nachste$/.test(one))) return counted ? 'wochen' : 'woche';
  return word === 'otra' && one === 'la' && two === 'semana' ? 'proxima' : word;
}
