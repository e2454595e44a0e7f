/** Sentences with their place in the text. Unlike `sentences` of text.ts these keep each letter where it was. */

import { months, units } from './date-words.ts';
import { fold } from './fold.ts';

export interface Sentence {
  text: string;
  folded: string;
  /** Place of `text` in the whole. */
  start: number;
}

/** No sentence is longer: what comes after is the next one. Looking for dates and cues is linear, yet not free. */
const longest = 1_000;
const titles =
  /(?:\b(?:dr|mr|mrs|ms|prof|nr|st|hr|fr|sr|sra|srta|mme|mlle|m|no|tel|ca|bzw|usw|inkl|einschl|incl|excl|ca|lt|bspw|z\.b|d\.h|std|evtl|ggf|vs|e\.g|i\.e|approx|dott|dra|geom|mw|abs|art|pos|str|exmos)|\b[a-z])\.$/;

export function sentencesOf(text: string): Sentence[] {
  const folded = fold(text);
  const found: Sentence[] = [];
  const add = (from: number, to: number) => {
    let start = from;
    while (start < to && /\s/.test(folded[start]!)) start += 1;
    let end = to;
    while (end > start && /\s/.test(folded[end - 1]!)) end -= 1;
    for (; end - start > longest; start += longest) push(start, start + longest);
    push(start, end);
  };
  const push = (start: number, end: number) => {
    if (end > start && /[\p{L}\p{N}]/u.test(folded.slice(start, end)))
      // A cut may leave half a character, which no database would take.
      found.push({ text: text.slice(start, end).toWellFormed(), folded: folded.slice(start, end), start });
  };
  let from = 0;
  for (const { index, 0: mark } of folded.matchAll(
    /[.!?…]{1,5}["')\]]?(?=\s)|\n\s*\n|\n(?=\s*(?:[-*•]|\d{1,2}[.)])\s)|\n/g,
  )) {
    const end = index + mark.length;
    if (mark.includes('\n') ? !endsAtBreak(folded, from, index, end) : !endsSentence(folded, text, from, end)) continue;
    add(from, end);
    from = end;
  }
  add(from, folded.length);
  return found;
}

/** A line break ends a sentence after a short line (a greeting, a name) and before a list; a wrapped line goes on. */
function endsAtBreak(folded: string, from: number, at: number, end: number): boolean {
  if (/\n\s*\n/.test(folded.slice(at, end)) || /^\s*(?:[-*•]|\d{1,2}[.)])\s/.test(folded.slice(end, end + 10)))
    return true;
  const line = folded.slice(Math.max(from, folded.lastIndexOf('\n', at - 1) + 1), at);
  return line.length < 50;
}

function endsSentence(folded: string, text: string, from: number, end: number): boolean {
  const before = folded.slice(Math.max(from, end - 12), end);
  const next = folded.slice(end).slice(0, 40).trimStart();
  const word = /^\p{L}+/u.exec(next)?.[0] ?? '';
  if (/[!?…]/.test(before.slice(-1)) || /\.["')\]]$/.test(before)) return true;
  if (titles.test(before)) return false;
  // "12. Mai", "2. Quartal", "der 14. oder der 16.": in German a number with a dot is an ordinal.
  if (/\b\d{1,2}\.$/.test(before)) {
    const letter = text.slice(end).trimStart()[0] ?? '';
    return word !== '' && !months.has(word) && !units.has(word) && letter !== letter.toLowerCase();
  }
  return true;
}
