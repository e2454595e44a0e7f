/** Items named by their deal or contact instead of their number. */
import type { Item } from './items.ts';
import { isSlip, standsAlone, wordsIn } from './phrases.ts';
import type { Token } from './tokens.ts';

export interface Mention {
  to: number;
  /** Numbers of the items that the name may mean. */
  ns: number[];
  /** The whole name of a deal or contact was said. */
  whole: boolean;
  /** A word of it is none of the grammar's. */
  sure: boolean;
  /** Only a person's first name was said, as one speaks to somebody. */
  given: boolean;
}

/** Of a name alone these say nothing. */
const common = new Set(
  'gmbh ag kg ohg ug se mbh ltd limited inc llc llp plc corp corporation co company group gruppe holding sa sas sarl sl slu spa srl bv nv oy ab as the of and und et y de la le les el los las der die das du des von van di da mr mrs ms dr herr frau m mme sr sra deal projekt project projet proyecto'.split(
    ' ',
  ),
);

/** A deal's or contact's name, as words, and the item it belongs to. */
export interface Name {
  words: string[];
  n: number;
  person: boolean;
}

export function namesOf(items: readonly Item[]): Name[] {
  return items.flatMap(({ n, deal, contact }) =>
    [deal, contact].flatMap((name) => (name ? [{ words: wordsIn(name), n, person: name === contact }] : [])),
  );
}

/** The longest run of words at this place that stands in a name, and whose it may be. Null where it may be any word. */
export function mentionAt(tokens: readonly Token[], at: number, names: readonly Name[]): Mention | null {
  let longest = 0;
  let found: { n: number; whole: boolean; given: boolean }[] = [];
  for (const { words, n, person } of names)
    for (let from = 0; from < words.length; from++) {
      const length = runLength(tokens, at, words, from);
      if (length === 0 || !tells(tokens, at, length, words.length)) continue;
      if (length > longest) [longest, found] = [length, []];
      if (length === longest)
        found.push({
          n,
          whole: length === words.length,
          given: person && from === 0 && length === 1 && words.length > 1,
        });
    }
  if (longest === 0) return null;
  const whole = found.some((each) => each.whole);
  const ns = [...new Set(found.filter((each) => !whole || each.whole).map(({ n }) => n))];
  const words = tokens.slice(at, at + longest).map(({ text }) => text);
  const given = found.every((each) => each.given);
  return { to: at + longest, ns, whole, sure: whole || ownWords(words).length > 0, given };
}

function runLength(tokens: readonly Token[], at: number, words: readonly string[], from: number): number {
  let length = 0;
  while (from + length < words.length && tokens[at + length]) {
    const [typed, meant] = [tokens[at + length]!.text, words[from + length]!];
    // "Ruths thread"
    const owns = meant.length >= 3 && typed === `${meant}s`;
    if (typed !== meant && !owns && !(meant.length >= 6 && isSlip(typed, meant))) break;
    length += 1;
  }
  // A name does not end with a mark or a small word that goes on elsewhere.
  while (length > 0 && length < words.length - from && !/[\p{L}\p{N}]/u.test(words[from + length - 1]!)) length -= 1;
  return length;
}

/** Whether a run of words can only be the name: a word that is none of the grammar's, or several. */
function tells(tokens: readonly Token[], at: number, length: number, whole: number): boolean {
  const words = tokens.slice(at, at + length).map(({ text }) => text);
  if (ownWords(words).length > 0) return true;
  // "All In", yet not "all in": words of the grammar are a name in capitals, or when all of it was said.
  const capitals = tokens.slice(at, at + length).every(({ raw, kind }) => kind !== 'word' || /^\p{Lu}/u.test(raw));
  return length > 1 && (length === whole || (capitals && words.some((word) => word.length > 2 && !common.has(word))));
}

const ownWords = (words: string[]): string[] =>
  words.filter((word) => word.length > 2 && /\p{L}/u.test(word) && !common.has(word) && !standsAlone(word));
