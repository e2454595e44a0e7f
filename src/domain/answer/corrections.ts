/** A command that the rep took back in the next breath: "no to 2, sorry, I mean no to 3". */
import type { Command } from './growing.ts';
import type { Heard, Said } from './heard.ts';
import { countAt } from './number-words.ts';
import { has } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Where what was said ends, and where what was meant begins. */
export interface Correction {
  before: number;
  from: number;
  /** "I mean" takes back by itself; "sorry" only what was clearly said before it. */
  firm: boolean;
  /** Only another answer follows, for what was said before. */
  bare: boolean;
}

/** Stands around "I mean", and says no more. */
const around =
  /^(?:sorry|oops|ups|uups|upps|whoops|pardon|perdon|perdona|desole|desolee|verzeihung|entschuldigung|mist|excuse|excusez|disculpa|no|nein|non|nee|ne|wait|halt|moment|attends|attendez|espera|i|ich|je|naturlich|of|course|a|oh|ah|ach|mais|but|aber|pero|und|and|not|actually|eigentlich|doch|fait|en|realidad|mejor|dicho|ay|eh|euh|ehm|ahm|uh|um|er|hm|quatsch|merde|mince|vaya|me|my|mistake|bad|typo|error|[,.:…-])$/;

const set = (phrases: string): string[][] => phrases.split('|').map((phrase) => phrase.split(' '));

/** These take back as "I mean" does. */
const firmTurns = set(
  'correction|korrektur|rectification|correccion|strike that|make it|or rather|ich mein|mein ich|mein|besser gesagt|genauer gesagt|vielmehr|ou plutot|enfin plutot|mejor dicho|o mejor dicho|quise poner|ich wollte',
);
/** These where another item's answer follows, or another answer for the same. */
const weakTurns = set(
  'sorry|oops|ups|uups|upps|whoops|my bad|my mistake|typo|wait|hold on|no wait|hang on|pardon|desole|desolee|mince|oups|attends|attendez|non attends|entschuldigung|verzeihung|halt|moment|quatsch|ach nein|ach ne|ach nee|nee|perdon|perdona|disculpa|espera|vaya|ay no',
);
/** These only before another answer for the same: else they fill a pause. "Actually no" is asked about. */
const pauses = set('uh|um|er|ah|ahm|ehm|eh|euh|hm');

const isAt = (words: readonly string[], at: number, phrases: readonly string[][]): number =>
  Math.max(
    0,
    ...phrases.map((phrase) => (phrase.every((word, next) => words[at + next] === word) ? phrase.length : 0)),
  );

export const correctionIn = (tokens: readonly Token[]): Correction | null => firmIn(tokens) ?? weakIn(tokens);

function firmIn(tokens: readonly Token[]): Correction | null {
  const words = tokens.map(({ text }) => text);
  for (const at of words.keys()) {
    const meant = has('meant', words, at);
    const length = Math.max(meant, isAt(words, at, firmTurns));
    if (length === 0 || at + length >= words.length) continue;
    // "A la 4 le digo que no"
    if (words[at] === 'digo' && (words[at + 1] === 'que' || /^(?:l[aeo]s?|te|os|yo)$/.test(words[at - 1] ?? '')))
      continue;
    // "I meant to call him", "I mean it"
    const next = words[at + length]!;
    if (next === 'it' || (next === 'to' && tokens[at + length + 1]?.kind !== 'number')) continue;
    const from = meantFrom(tokens, at + length);
    if (meant > 0 || isAnswer(tokens, from))
      return { before: saidTo(words, at), from, firm: true, bare: isBare(tokens, from) };
  }
  return null;
}

function weakIn(tokens: readonly Token[]): Correction | null {
  const words = tokens.map(({ text }) => text);
  for (const at of words.keys()) {
    const weak = isAt(words, at, weakTurns);
    const length = weak || isAt(words, at, pauses);
    if (length === 0 || at + length >= words.length) continue;
    if (commands.test(words[at]!) && !(standsOut(words, at - 1) && standsOut(words, at + length))) continue;
    const from = meantFrom(tokens, at + length);
    const bare = isBare(tokens, from);
    if (bare || (weak > 0 && isAnswer(tokens, from) && !excuses(words, at, length)))
      return { before: saidTo(words, at), from, firm: false, bare };
  }
  return null;
}

/** Verbs too: "wait with 3", "lift the hold on 5". */
const commands = /^(?:wait|hold|hang|halt|moment|attends|attendez|espera)$/;
const standsOut = (words: readonly string[], at: number): boolean =>
  at < 0 || /^[,.:…-]$/.test(words[at] ?? '') || isYesOrNo(words, at);

const withdrawals = new Set(
  'scratch that|strike that|ignore that|forget that|forget it|cancel that|never mind|nevermind|hold on|hang on|wait|no wait|actually wait|moment|stopp moment|vergiss es|vergiss das|streich das|moment mal|oublie|oublie ca|laisse tomber|attends|non attends|espera|no espera|olvidalo|olvida eso'.split(
    '|',
  ),
);

/** "1 yes, scratch that", "… no wait": where what stood before it ends, if all the rest takes it back. */
export function withdrawnAt(tokens: readonly Token[]): number | null {
  const words = tokens.map(({ text }) => text);
  const mark = words.findLastIndex((word, at) => /^[,.:…-]$/.test(word) && at < words.length - 1);
  const tail = words.slice(mark + 1).filter((word) => !/^[,.:…-]$/.test(word));
  return withdrawals.has(tail.join(' ')) ? Math.max(0, mark) : null;
}

function saidTo(words: readonly string[], at: number): number {
  let before = at;
  while (before > 0 && around.test(words[before - 1]!)) before -= 1;
  // "2 no, I mean 3": what was refused keeps its no.
  if (before > 0 && before < at && /^(?:no|nein|non)$/.test(words[before]!) && !/^[,.:…-]$/.test(words[before - 1]!))
    return before + 1;
  return before;
}

/** Behind marks, and behind a no that only turns away from what was said: "wait no 3 yes". */
function meantFrom(tokens: readonly Token[], after: number): number {
  const words = tokens.map(({ text }) => text);
  let from = after;
  while (from < words.length - 1 && /^(?:[,:.…-]|naturlich|of|course|claro)$/.test(words[from]!)) from += 1;
  let beyond = from;
  while (beyond < words.length - 1 && /^(?:no|nein|non|nee|ne|not|[,:.-])$/.test(words[beyond]!)) beyond += 1;
  const last = words.slice(beyond).some((word) => isYesOrNo([word], 0));
  return beyond > from && isNumbered(tokens, beyond) && last ? beyond : from;
}

const isYesOrNo = (words: readonly string[], at: number): boolean =>
  has('yes', words, at) > 0 ||
  has('no', words, at) > 0 ||
  has('approve', words, at) > 0 ||
  has('reject', words, at) > 0;

const determiner = /^(?:the|number|item|die|der|das|den|nummer|punkt|le|la|l|numero|point|el|los|las|punto|#)$/;

const isNumbered = (tokens: readonly Token[], at: number): boolean => {
  const skip = determiner.test(tokens[at]?.text ?? '') ? 1 : 0;
  const token = tokens[at + skip];
  return token?.kind === 'number' || (token !== undefined && countAt([token.text], 0) !== null);
};

/** An item's number with an answer, or an answer. */
const isAnswer = (tokens: readonly Token[], at: number): boolean => {
  const words = tokens.map(({ text }) => text);
  return isNumbered(tokens, at) || isYesOrNo(words, at);
};

const toAnother = /^(?:to|for|on|with|auf|zu|zum|zur|bei|fur|pour|a|al|au|para|con|mit|avec|the|die|der|das|le|la|el)$/;

/** "Sorry no", "äh nein, doch nicht": an answer, and no item behind it. */
function isBare(tokens: readonly Token[], at: number): boolean {
  const words = tokens.map(({ text }) => text);
  const length = Math.max(has('yes', words, at), has('no', words, at));
  if (length === 0) return false;
  const next = words[at + length];
  return next === undefined || !(toAnother.test(next) || isNumbered(tokens, at + length) || isYesOrNo([next], 0));
}

/** "2 no sorry, 3 yes": it goes with the refusal. */
const excuses = (words: readonly string[], at: number, length: number): boolean =>
  /^(?:no|nope|nein|non)$/.test(words[at - 1] ?? '') && /^[,.]$/.test(words[at + length] ?? '');

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
  // "1 and 2 yes, sorry no": of which of them?
  const vague = begun && begun.command.refs.length === 0 && !begun.command.bare && old.length > 1;
  const sameItems = old.length > 0 && old.join() === now.join() && !vague;
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
