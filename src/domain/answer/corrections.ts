/** A command that the rep took back in the next breath: "no to 2, sorry, I mean no to 3". */
import type { Command } from './commands.ts';
import { has } from './phrases.ts';
import type { Heard, Said } from './sentence.ts';
import type { Token } from './tokens.ts';

/** Where what was said ends, and where what was meant begins. */
export interface Correction {
  before: number;
  from: number;
}

/** Stands around "I mean", and says no more. */
const around =
  /^(?:sorry|oops|ups|uups|upps|pardon|perdon|perdona|desole|desolee|verzeihung|entschuldigung|mist|excuse|excusez|disculpa|no|nein|non|wait|halt|moment|i|ich|je|naturlich|of|course|no|a|oh|ah|ach|mais|but|aber|pero|und|and|not|actually|eigentlich|doch|fait|en|realidad|mejor|dicho|ay|eh|euh|ehm|uh|um|er|hm|quatsch|merde|mince|vaya|me|my|mistake|bad|[,.:…-])$/;

export function correctionIn(tokens: readonly Token[]): Correction | null {
  const words = tokens.map(({ text }) => text);
  for (const at of words.keys()) {
    const length = has('meant', words, at);
    if (length === 0 || at + length >= words.length) continue;
    // "I meant to call him", "I mean it"
    const next = words[at + length]!;
    if (next === 'it' || (next === 'to' && tokens[at + length + 1]?.kind !== 'number')) continue;
    let before = at;
    while (before > 0 && around.test(words[before - 1]!)) before -= 1;
    // "2 no, I mean 3": what was refused keeps its no.
    if (before > 0 && before < at && /^(?:no|nein|non)$/.test(words[before]!) && !/^[,.:…-]$/.test(words[before - 1]!))
      before += 1;
    let from = at + length;
    while (from < words.length - 1 && /^(?:[,:.…-]|naturlich|of|course|claro)$/.test(words[from]!)) from += 1;
    return { before, from };
  }
  return null;
}

const numbersOf = ({ refs }: Command): number[] =>
  refs.flatMap((ref) => (ref.kind === 'numbers' || ref.kind === 'any' ? ref.ns : []));

/**
 * Takes the last thing said back where what was meant is plainly in its place: the same of one other item, or another thing of the same one.
 * Otherwise neither stands.
 */
export function corrected(said: readonly Said[], meant: Heard): { said: Said[]; meant: Heard } {
  const last = said.at(-1);
  if (!last) return { said: [...said], meant };
  const left = said.slice(0, -1);
  const old = numbersOf(last.command);
  const [begun, ...more] = meant.said;
  const first = begun && { ...begun, command: completed(begun.command, last.command) };
  const now = first ? numbersOf(first.command) : [];
  const sameItems = old.length > 0 && old.join() === now.join();
  const plain =
    first &&
    !meant.unclear &&
    (sameItems || (first.command.wish === last.command.wish && old.length === 1 && now.length > 0));
  if (plain) return { said: left, meant: { ...meant, said: [first, ...more] } };
  return { said: left, meant: { ...meant, said: more, unclear: true, touched: [...meant.touched, ...old, ...now] } };
}

/** "I mean no", "I mean Monday": of the item said before. */
function completed(now: Command, before: Command): Command {
  if (now.refs.length > 0 || now.option.length > 0 || before.refs.length === 0) return now;
  const waits = now.bare && (before.wish === 'hold' || before.wish === 'snooze');
  return { ...now, refs: before.refs, wish: waits ? before.wish : now.wish };
}

/** "… sorry, 3": only the item was said again, and the word for it is the one before. */
export function repeated(said: readonly Said[], tokens: readonly Token[]): Token[] | null {
  const last = said.at(-1);
  const word =
    last?.command.wish === 'no' ? 'no' : last?.command.wish === 'yes' || last?.command.wish === 'approve' ? 'ok' : null;
  const [first] = tokens;
  if (word === null || !first || !tokens.some(({ kind }) => kind === 'number')) return null;
  return [...tokens, { ...first, text: word, raw: word, kind: 'word', glued: false, start: tokens.at(-1)!.end }];
}
