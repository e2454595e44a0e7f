/** The deals among which an item asks to choose. */
import type { Item } from './items.ts';
import { isSlip, matchesAt, wordsIn } from './phrases.ts';
import type { Token } from './tokens.ts';
import { verbs } from './verb-words.ts';

export interface Option {
  /** As the item's text has it; `none` for none of them. */
  value: string;
  words: string[];
  /** "b", or "2", where the text lists them so. */
  mark: string | null;
}

/** Longer than any name of a deal. */
const longestName = 120;
const or = /\s+(?:or|oder|ou|o|u|vs\.?|and|und|et|y)\s+|\s*[,;/|]\s*/iu;
const firmOr = /\s(?:or|oder|ou|o|u)\s/iu;

export function optionsOf({ kind, text, deal }: Item): Option[] {
  if (kind !== 'match_question') return [];
  const found = [lettered(text), named(text), listed(text)].find((each) => each.length > 1);
  // "Is this about Acme?" has one.
  const only = deal !== null && text.includes(deal) ? [{ value: deal, mark: null }] : [];
  return (found ?? only).flatMap(({ value, mark }) => {
    const clean = trimmed(value);
    const words = wordsIn(clean);
    if (clean === '' || clean.length > longestName) return [];
    return [isNone(words) ? { value: 'none', words: [], mark } : { value: clean, words, mark }];
  });
}

/** Without quotes and marks around it; a bracket stays where it is closed. */
function trimmed(value: string): string {
  const clean = value.replace(/^[\s"'“”„«»‘’(]+/u, '').replace(/[\s"'“”„«»‘’.?!,;:]+$/u, '');
  return clean.endsWith(')') && !clean.includes('(') ? clean.slice(0, -1).trim() : clean.trim();
}

const isNone = (words: string[]): boolean =>
  matchesAt(words, 0).some(({ meaning, length }) => meaning === 'none' && length >= words.length);

/** "(a) Pilot, (b) Rollout", "A: Pilot B: Rollout", "1) Pilot 2) Rollout". */
function lettered(text: string): { value: string; mark: string | null }[] {
  const marks = [...text.matchAll(/(?:^|[\s(,;:])\(?([a-h]|[1-9])(?:\)|:|\.(?=\s)|\s[-–=])\s*/giu)];
  const inOrder = marks.filter(({ 1: mark }, index) => {
    const first = marks[0]?.[1]?.toLowerCase() ?? '';
    return mark?.toLowerCase() === String.fromCharCode(first.charCodeAt(0) + index);
  });
  if (inOrder.length < 2 || inOrder.length !== marks.length || !/^[a1]$/i.test(marks[0]?.[1] ?? '')) return [];
  return inOrder.map((match, index) => {
    const next = inOrder[index + 1];
    const value = text
      .slice(match.index + match[0].length, next?.index ?? text.length)
      .split(/[?.](?:\s|$)/)[0]!
      .replace(/[\s,;(]*(?:\b(?:or|oder|ou|o|and|und|et|y)\b)?[\s,;(]*$/iu, '');
    return { value, mark: match[1]!.toLowerCase() };
  });
}

/** "Which deal …: Pilot or Rollout?"; without a colon, the names in capitals or quotes around the "or". */
function named(text: string): { value: string; mark: string | null }[] {
  const sentence = text.split(/\n|\?(?=\s)/).find((each) => firmOr.test(each)) ?? '';
  if (sentence === '') return [];
  const afterColon = sentence.includes(': ') ? sentence.slice(sentence.lastIndexOf(': ') + 2) : '';
  if (firmOr.test(afterColon)) return afterColon.split(or).map((value) => ({ value, mark: null }));
  const found: string[] = [];
  const parts = sentence.split(new RegExp(`(${firmOr.source})`, 'iu'));
  const left = trailingNames(parts[0] ?? '');
  found.push(...left);
  for (let at = 2; at < parts.length; at += 2) found.push(...leadingName(parts[at] ?? ''));
  return found.map((value) => ({ value, mark: null }));
}

const letter = `(?:[\\p{L}\\p{N}&'’+-]|\\.(?=\\S))`;
const name = `(?:["“„«'‘][^"”“»'’]{1,${longestName}}["”“»'’]|\\p{Lu}${letter}*(?:\\s+(?:[\\p{Lu}\\p{N}]${letter}*|&|de|la|und|of|-|–))*(?:\\s\\([^()]{1,40}\\))?)`;
const leadIn = '(?:(?:to|the|zu|zum|zur|à|au|a|al|de|del|d’|with|for|für|pour|para|about|deal|the deal)\\s+)?';

function leadingName(text: string): string[] {
  const [found] = new RegExp(`^\\s*${leadIn}(${name})`, 'u').exec(text)?.slice(1) ?? [];
  return found === undefined ? [] : [found];
}

function trailingNames(text: string): string[] {
  // Only the end of what stands before counts; a name has few words.
  const end = text.slice(-2 * longestName).trimEnd();
  const all = [...end.matchAll(new RegExp(name, 'gu'))];
  return all
    .filter(({ index, 0: found }) => index + found.length === end.length || end[index + found.length] === ',')
    .map(([found]) => found);
}

/** "Deals: Alpha; Beta", "Which deal: Alpha / Beta?": a list without an "or". */
function listed(text: string): { value: string; mark: string | null }[] {
  const after = text.slice(text.lastIndexOf(': ') + 2).split(/[?.](?:\s|$)/)[0] ?? '';
  if (!text.includes(': ')) return [];
  const parts = after.split(/\s+\/\s+|;\s*|,\s+|\s+\|\s+/);
  return parts.every((each) => /^["“„«'‘]?[\p{Lu}\p{N}]/u.test(each))
    ? parts.map((value) => ({ value, mark: null }))
    : [];
}

export interface Chosen {
  to: number;
  value: string;
  /** Said by its letter or number. */
  marked: boolean;
}

/** The one option that these words name, where they name one. */
export function optionAt(tokens: readonly Token[], at: number, options: readonly Option[]): Chosen[] {
  const word = tokens[at]?.text ?? '';
  const found: Chosen[] = options.flatMap(({ mark, value }) =>
    mark !== null && mark === word ? [{ to: at + 1, value, marked: true }] : [],
  );
  let longest = 0;
  let named: Option[] = [];
  for (const option of options)
    for (let from = 0; from < option.words.length; from++) {
      let length = 0;
      while (
        from + length < option.words.length &&
        tokens[at + length] &&
        same(tokens[at + length]!.text, option.words[from + length]!)
      )
        length += 1;
      if (length === 0) continue;
      if (length > longest) [longest, named] = [length, []];
      if (length === longest && !named.includes(option)) named.push(option);
    }
  const run = tokens.slice(at, at + longest).map(({ text }) => text);
  if (named.length === 1 && (run.some(isOwn) || longest === named[0]!.words.length))
    found.push({ to: at + longest, value: named[0]!.value, marked: false });
  return found;
}

const same = (typed: string, meant: string): boolean => typed === meant || (meant.length >= 5 && isSlip(typed, meant));

/** No word that decides something by itself. */
const isOwn = (word: string): boolean =>
  word.length > 1 && !matchesAt([word], 0).some(({ meaning }) => meaning in verbs && meaning !== 'praise');
