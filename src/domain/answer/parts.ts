/** A sentence taken apart: runs of words that are commands, and what stands beside them. */

import { headsNumbers } from './commands.ts';
import type { Edge } from './edges.ts';
import { type foundBy, isLonely, readWords } from './grammar.ts';
import type { Command, Wish } from './growing.ts';
import { has, leadsWith } from './phrases.ts';
import { daysOf, isNamed } from './unclear.ts';

/** A part of the sentence: commands, or words that are none. */
export type Part = { from: number; to: number } & (
  | { commands: Command[] }
  | { commands: null; several: boolean; soBefore: boolean }
);

const isBoundary = (words: readonly string[], at: number): boolean =>
  at >= words.length || /^[,:\-.()/…·=[\]]$/.test(words[at]!) || has('because', words, at) > 0;

/** From the left, the longest runs that are commands up to a mark; what is none goes up to the next. */
export function partsOf(
  words: readonly string[],
  edges: readonly Edge[][],
  found: ReturnType<typeof foundBy>,
  alone: boolean,
): Part[] {
  const parts: Part[] = [];
  const inDays = daysOf(edges);
  const ends = words.map((_, at) => at).filter((at) => isBoundary(words, at) && !inDays.has(at));
  ends.push(words.length);
  let at = 0;
  while (at < words.length) {
    // "… and 3. Kind regards, Robin"
    if (at > 0 && leadsWith('signOff', words.slice(at), 4) && !words.slice(at).some((word) => /\d/.test(word))) break;
    if (/^[,:\-.()/…·=[\]]$/.test(words[at]!)) {
      at += 1;
      continue;
    }
    const part = commandPart(at, ends, edges, found, alone);
    if (part) parts.push(part);
    else {
      const end = ends.find((each) => each > at) ?? words.length;
      parts.push(...looseParts(at, end, words, edges, found, alone));
    }
    at = parts.at(-1)!.to;
  }
  return parts;
}

function commandPart(
  at: number,
  ends: readonly number[],
  edges: readonly Edge[][],
  found: ReturnType<typeof foundBy>,
  alone: boolean,
): Part | null {
  for (let index = ends.length - 1; index >= 0 && ends[index]! > at; index--) {
    const to = ends[index]!;
    // "3 & not yet: 5": that is of the 5.
    if (headsNumbers(edges, to)) continue;
    const read = readWords(edges, at, to, found);
    if (read === 'several') return { from: at, to, commands: null, several: true, soBefore: false };
    // "2 no, stimmt nicht": what names no item says more of the one before.
    if (read !== 'none' && !(at > 0 && !alone && read.some((each) => isLonely(each))))
      return { from: at, to, commands: read };
  }
  return null;
}

export const firm = new Set<Wish>([
  'no',
  'snooze',
  'hold',
  'lift',
  'sent',
  'not_sent',
  'pause',
  'choose',
  'undo',
  'keep',
  'resume',
  'none',
]);

/** "2 no they bought elsewhere", "they signed so 1 yes": a reason without a mark between. */
function looseParts(
  from: number,
  to: number,
  words: readonly string[],
  edges: readonly Edge[][],
  found: ReturnType<typeof foundBy>,
  alone: boolean,
): Part[] {
  const loose = (at: number, end: number, soBefore = false): Part => ({
    from: at,
    to: end,
    commands: null,
    several: false,
    soBefore,
  });
  // "2 no they just moved": the reason begins with who did.
  const withSubject = (at: number, cut: number, end: number): Part[] => {
    const earlier = has('subject', words, cut - 1) > 0 ? readWords(edges, at, cut - 1, found) : 'none';
    const begin = Array.isArray(earlier) ? cut - 1 : cut;
    const read = Array.isArray(earlier) ? earlier : (readWords(edges, at, cut, found) as Command[]);
    return [{ from: at, to: begin, commands: read }, loose(begin, end)];
  };
  for (let cut = to - 1; cut > from; cut--) {
    if (!startsReason(words, cut, edges) || leadsOn.test(words[cut - 1]!) || has('later', words, cut) > 0) continue;
    // "Haben nur verschoben" is no condition: the reason begins before it.
    if (has('condition', words, cut) > 0) continue;
    const read = readWords(edges, from, cut, found);
    const last = Array.isArray(read) ? read.at(-1) : undefined;
    if (!last || !Array.isArray(read) || (last.refs.length === 0 && !alone)) continue;
    const subject = has('subject', words, cut) > 0 || edges[cut]!.some(isNamed);
    // "Snooze 3 a while" says until when.
    const waits = last.wish === 'snooze' || last.wish === 'hold' || last.wish === 'pause';
    if ((firm.has(last.wish) && (subject || !waits)) || (subject && last.wish !== 'leave'))
      return withSubject(from, cut, to);
  }
  for (let cut = from + 1; cut < to; cut++) {
    const length = has('so', words, cut);
    if (length === 0) continue;
    const read = readWords(edges, cut + length, to, found);
    if (Array.isArray(read)) return [loose(from, cut, true), { from: cut + length, to, commands: read }];
  }
  return [loose(from, to)];
}

const startsReason = (words: readonly string[], at: number, edges: readonly Edge[][]): boolean =>
  !(words[at] === 'it' && !isSaid.test(words[at + 1] ?? '')) && begins(words, at, edges);

/** "It is old" is a reason, "do it" none. */
const isSaid = /^(?:is|was|s|has|had|will|went|isnt|wasnt|does|doesnt|seems|should|would|got|belongs)$/;

const begins = (words: readonly string[], at: number, edges: readonly Edge[][]): boolean =>
  has('subject', words, at) > 0 ||
  has('grounds', words, at) > 0 ||
  /(?:aron|ieron|amos|imos)$/.test(words[at]!) ||
  edges[at]!.some(isNamed);

/** A day or a name ought to follow. */
const leadsOn =
  /^(?:for|to|until|till|til|by|in|on|of|from|at|about|bis|auf|fur|um|von|bei|zu|pour|pendant|chez|a|por|para|hasta|durante|d|de|with|mit|avec|con)$/;
