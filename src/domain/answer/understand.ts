/**
 * What a rep's reply to a daily summary asks for. Only lines that the rep wrote count; every word of a command has to have its part in it; what
 * is unclear, contradicts itself or fits no item changes nothing and is asked back, and the clear parts beside it stand.
 */

import { ordinals } from '../reading/date-words.ts';
import { isBounce, isSignature, isToSomebody } from './addressee.ts';
import { type Correction, corrected, correctionIn, repeated, withdrawnAt } from './corrections.ts';
import { withSpokenMarks } from './dictation.ts';
import type { Context } from './edges.ts';
import { isLonely } from './grammar.ts';
import type { Wish } from './growing.ts';
import { type Heard, type Said, together } from './heard.ts';
import { type Action, type Item, isProposal, listed, type Understood } from './items.ts';
import { spelledOut } from './letters.ts';
import { meantOtherwise } from './misread.ts';
import { namesOf } from './names.ts';
import { optionsOf } from './options.ts';
import { has, leadsWith, type Meaning, matchesAt, mended, spanish } from './phrases.ts';
import { hear } from './sentence.ts';
import { sentencesOf } from './sentences.ts';
import { settle } from './settle.ts';
import { targetsOf } from './stages.ts';
import { type Token, tokensOf } from './tokens.ts';
import { verbs } from './verb-words.ts';
import { type Written, writtenIn } from './written.ts';

/**
 * `text` is the plain text of the reply as the mail program made it, of which 64 KiB are looked at; `today` is a civil date in the rep's zone,
 * from which days are counted. Pure; time grows with the text.
 */
export function understand(text: string, items: readonly Item[], today: string): Understood {
  const written = writtenIn(text, listed(items));
  const lines = written.lines.map((line) => tokensOf(line));
  const context = contextOf([...lines, ...written.below.map(({ line }) => tokensOf(line))].flat(), items, today);
  const above = listen(written.lines, context);
  const below = listen(
    written.below.map(({ line }) => line),
    context,
  );
  const left = besides(above, items);
  const { actions, unclear } = settle(
    above.said,
    items,
    new Set([...above.touched, ...below.touched, ...left]),
    above.unclear && above.touched.length === 0,
  );
  const more = (below.unclear || below.said.length > 0) && !onlyRepeats(written.below, actions, context);
  const asked = written.cut || more || left.length > 0;
  const { doubtful, lost } = meantOtherwise(actions, items, text, today);
  const sure = actions.filter((action) => !doubtful.includes(action));
  return { actions: inOrder(sure), askBack: asked || above.unclear || unclear || lost || doubtful.length > 0 };
}

/** Below the quote no more was said than above it: the same of the same items, by their numbers or right below them. */
function onlyRepeats(below: Written['below'], actions: readonly Action[], context: Context): boolean {
  const key = ({ n, do: deed, until, value }: Action): string => JSON.stringify([n, deed, until, value]);
  const told = new Set(actions.map(key));
  return (
    actions.length > 0 &&
    below.every(({ line, under }) => {
      const { said, unclear } = listen([line], context);
      if (unclear) return false;
      const placed = said.map((each) => ({
        ...each,
        command:
          isLonely(each.command) && under !== null
            ? { ...each.command, refs: [{ kind: 'numbers' as const, ns: [under] }] }
            : each.command,
      }));
      const again = settle(placed, context.items, new Set());
      return !again.unclear && again.actions.every((action) => told.has(key(action)));
    })
  );
}

/** "2 looks odd. The rest ok": who speaks of an item without deciding it does not mean it by "the rest" or "all". */
function besides({ said, beside }: Heard, items: readonly Item[]): number[] {
  const refs = said.flatMap(({ command }) => [...command.refs, ...command.except]);
  if (!refs.some(({ kind }) => kind === 'all' || kind === 'rest')) return [];
  const decided = new Set(refs.flatMap((ref) => (ref.kind === 'numbers' || ref.kind === 'any' ? ref.ns : [])));
  return items.filter((item) => isProposal(item) && beside.includes(item.n) && !decided.has(item.n)).map(({ n }) => n);
}

/** By their numbers, then what has none. */
const inOrder = (actions: readonly Action[]): Action[] => actions.toSorted((one, two) => placeOf(one) - placeOf(two));

const placeOf = ({ n }: Action): number => (n !== null && n > 0 ? n : Number.MAX_SAFE_INTEGER + (n ?? 1));

function contextOf(tokens: readonly Token[], items: readonly Item[], today: string): Context {
  const words = tokens.map(({ text }) => text);
  return {
    items,
    names: namesOf(items),
    options: items.flatMap((item) => {
      const options = optionsOf(item);
      return options.length > 0 ? [{ n: item.n, options }] : [];
    }),
    targets: targetsOf(items),
    today,
    spanish:
      words.some((_, at) =>
        matchesAt(words, at).some(
          ({ tongues, meaning }) =>
            tongues === spanish &&
            (meaning in verbs ||
              meaning === 'rest' ||
              meaning === 'all' ||
              meaning === 'manners' ||
              meaning === 'greeting'),
        ),
      ) || tokens.some(({ raw }) => raw.toLowerCase() === 'sí'),
    letters:
      (words.includes('y') && words.includes('n')) ||
      tokens.some(({ text }, at) => text === 'y' && isAnswer(tokens[at - 1], tokens[at + 1])),
  };
}

/** A "y" that is no "and": it stands alone, before a mark, or first. */
const isAnswer = (before: Token | undefined, after: Token | undefined): boolean =>
  before?.kind === 'number'
    ? after === undefined || after.kind === 'mark'
    : before === undefined || before.kind === 'mark';

/** More words than these are no answer; what goes on is not read, and asked about. */
const mostWords = 2_000;

function listen(lines: readonly string[], context: Context): Heard {
  const heard: Heard = { said: [], unclear: false, touched: [], beside: [] };
  const names = new Set(
    [...context.names, ...context.options.flatMap(({ options }) => options)].flatMap(({ words }) => words),
  );
  let [greeted, first, signed, named] = [false, true, false, false];
  let [read, away, decisive] = [0, false, false];
  for (const [at, line] of lines.entries()) {
    const tokens = tokensOf(line);
    if (tokens.length === 0) continue;
    if (at === 0 && isBounce(line)) return heard;
    read += tokens.length;
    away ||= anyHas('absence', tokens);
    decisive ||= decidingSenses.some((sense) => anyHas(sense, tokens));
    if (read > mostWords) return { ...heard, unclear: true };
    if (signed && !/^p\.?\s?[sd]\b/i.test(line)) {
      // Below a name there is an address; what reads as a command there is asked about.
      const more = lineHeard(tokens, line, names, context);
      const told = more.said.some(({ command }) => command.refs.length > 0 || command.wish === 'pause');
      heard.unclear ||= told && !(named && more.unclear);
      continue;
    }
    signed = false;
    if (!first && isSignature(lines, at, names)) {
      [signed, named] = [true, true];
      continue;
    }
    if (isSignOff(tokens) && !first) {
      signed = true;
      continue;
    }
    if (isToSomebody(tokens, names)) {
      // "Hi Zoe, 1 yes": a colleague or we.
      const comma = tokens.findIndex(({ text }) => text === ',');
      const behind = comma > 0 && comma < 4 ? lineHeard(tokens.slice(comma + 1), line, names, context) : null;
      heard.unclear ||=
        behind !== null &&
        !behind.unclear &&
        behind.said.some(({ command }) => command.refs.some(({ kind }) => kind === 'numbers'));
      greeted ||= first;
      first = false;
      continue;
    }
    first = false;
    const more = lineHeard(tokens, line, names, context);
    // In a letter to somebody else a command on a line of its own is asked about, and the rest is theirs.
    if (greeted) heard.unclear ||= more.said.some(({ command }) => command.refs.length > 0) && !more.unclear;
    else {
      heard.said.push(...more.said);
      heard.unclear ||= more.unclear;
      heard.touched.push(...more.touched);
      heard.beside.push(...more.beside);
    }
  }
  // An absence note asks for nothing, whatever else it says.
  if (away && !decisive && heard.touched.length === 0 && heard.said.every(({ command }) => isLonely(command)))
    return { ...heard, said: [], unclear: false };
  return heard;
}

/** No absence note says these. */
const decidingSenses: readonly Meaning[] = ['pause', 'snooze', 'approve', 'reject', 'undo', 'lift'];

const anyHas = (meaning: Meaning, tokens: readonly Token[]): boolean => {
  const words = tokens.map(({ text }) => text);
  return words.some((_, at) => has(meaning, words, at) > 0);
};

/** "Best, Robin". */
const isSignOff = (tokens: readonly Token[]): boolean =>
  leadsWith(
    'signOff',
    tokens.map(({ text }) => text),
    4,
  ) && tokens.every(({ kind }) => kind !== 'number');

function lineHeard(tokens: readonly Token[], line: string, names: ReadonlySet<string>, context: Context): Heard {
  const heard: Heard = { said: [], unclear: false, touched: [], beside: [] };
  for (const { words, question } of sentencesOf(withSpokenMarks(spelledOut(tokens), names))) {
    const meant = words.map((token, at) => {
      // "Q3" is no slip.
      const numbered = words[at + 1]?.kind === 'number' && words[at + 1]?.glued;
      if (isParticle(words, at)) return { ...token, text: 'schon' };
      return token.kind === 'word' && !numbered ? { ...token, text: mended(token.text, names) } : token;
    });
    const withdrawn = withdrawnAt(meant);
    if (withdrawn !== null && (withdrawn > 0 || heard.said.length > 0)) {
      withdraw(heard, withdrawn > 0 ? hear(meant.slice(0, withdrawn), line, false, context) : null);
      continue;
    }
    const correction = correctionIn(meant);
    if (correction && takesBack(heard, meant, correction, line, context)) {
      takeBack(heard, meant, correction, line, question, context);
      continue;
    }
    const more = hear(meant, line, question, context);
    if (!question && explain(heard.said.at(-1), more, meant, line)) continue;
    const last = heard.said.at(-1);
    if (last && takenBack(last, more, meant[0]!)) {
      heard.said.pop();
      heard.unclear = true;
      heard.touched.push(...last.command.refs.flatMap((ref) => ('ns' in ref ? ref.ns : [])));
      continue;
    }
    heard.said.push(...more.said);
    heard.unclear ||= more.unclear;
    heard.touched.push(...more.touched);
    heard.beside.push(...more.beside);
  }
  return heard;
}

/** "Hab i eh geschickt": it says no more than "anyway". */
const isParticle = (words: readonly Token[], at: number): boolean =>
  words[at]!.text === 'eh' &&
  words[at - 1]?.kind === 'word' &&
  words[at + 1]?.kind === 'word' &&
  [words[at - 1]!, words[at + 1]!].every(({ text }) => has('yes', [text], 0) + has('no', [text], 0) === 0);

/** "1 yes, scratch that": the last thing said is open again. */
function withdraw(heard: Heard, before: Heard | null): void {
  heard.said.push(...(before?.said ?? []));
  const last = heard.said.pop();
  heard.unclear = true;
  heard.touched.push(
    ...(before?.touched ?? []),
    ...(last?.command.refs ?? []).flatMap((ref) => (ref.kind === 'numbers' || ref.kind === 'any' ? ref.ns : [])),
  );
}

/** Something stands before it that it can take back; "sorry" takes back only what is clear. */
function takesBack(
  heard: Heard,
  tokens: readonly Token[],
  { before, firm }: Correction,
  line: string,
  context: Context,
) {
  if (before === 0) return heard.said.length > 0;
  if (firm) return true;
  const said = hear(tokens.slice(0, before), line, false, context);
  return !said.unclear && said.said.length > 0;
}

/** "6 a. No, b", "1 yes. No!": a no to what was just said, and to nothing else. */
const takenBack = ({ command }: Said, next: Heard, first: Token): boolean =>
  command.wish !== 'no' &&
  denies.test(first.text) &&
  next.said.every((each) => isLonely(each.command) || each.command.option.length > 0) &&
  (next.unclear || next.said.length > 0);

const denies = /^(?:no|nein|non|nope|wait|actually|moment|halt|oops|ups|enfin|mejor|eh)$/;

/** "No to 2, sorry, I mean 3": what was meant goes in the place of what was said. */
function takeBack(
  heard: Heard,
  tokens: readonly Token[],
  { before, from, bare }: Correction,
  line: string,
  question: boolean,
  context: Context,
): void {
  const first = hear(tokens.slice(0, before), line, false, context);
  // "4 no. Ah no, I meant 3": that no is of no item.
  const said = {
    ...first,
    said: first.said.filter(({ command }) => listed(context.items).length === 1 || !isLonely(command)),
  };
  const all = [...heard.said, ...said.said];
  const rest = ofSame(all.at(-1), tokens.slice(from), bare);
  const plain: Heard = { said: [], unclear: false, touched: [], beside: [] };
  const second = correctionIn(rest);
  if (second && second.before > 0) takeBack(plain, rest, second, line, question, context);
  else Object.assign(plain, hear(rest, line, question, context));
  const stop = rest.findIndex(({ text }) => text === '.');
  const again = repeated(all, stop < 0 ? rest : rest.slice(0, stop));
  const meant =
    again && plain.said.length === 0 && !question
      ? together([hear(again, line, false, context), hear(stop < 0 ? [] : rest.slice(stop + 1), line, false, context)])
      : plain;
  const result = corrected(all, meant);
  heard.said = [...result.said, ...result.meant.said];
  heard.unclear ||= said.unclear || result.meant.unclear;
  heard.touched.push(...said.touched, ...result.meant.touched);
  heard.beside.push(...said.beside, ...result.meant.beside);
}

/** "2 yes, sorry no, he left": the other answer is of the item said before. */
function ofSame(last: Said | undefined, tokens: readonly Token[], bare: boolean): readonly Token[] {
  const [ref, ...more] = last?.command.refs ?? [];
  const [first] = tokens;
  if (!bare || !first || more.length > 0 || ref?.kind !== 'numbers' || ref.ns.length !== 1) return tokens;
  const n = String(ref.ns[0]);
  return [{ ...first, text: n, raw: n, kind: 'number', glued: false }, { ...first, glued: false }, ...tokens.slice(1)];
}

/** "No to 2. They bought elsewhere.": the next sentence says why, where it has to be said and is no command. */
function explain(last: Said | undefined, next: Heard, tokens: readonly Token[], line: string): boolean {
  if (!last || last.reason !== null || next.said.length > 0 || tokens.length < 2) return false;
  if (next.unclear && !tellsOfIts(last, next, tokens)) return false;
  if (!explained.has(last.command.wish)) return false;
  const words = tokens.map(({ text }) => text);
  const because = has('because', words, 0);
  if (
    because === 0 &&
    has('subject', words, 0) === 0 &&
    has('grounds', words, 0) === 0 &&
    !/^\p{Lu}/u.test(tokens[0]!.raw)
  )
    return false;
  if (leadsWith('manners', words, 3) || leadsWith('signOff', words, 3) || leadsWith('absence', words, 3)) return false;
  last.reason = line.slice(tokens[because]?.start ?? tokens[0]!.start, tokens.at(-1)!.end).trim();
  return true;
}

/** "3 no. Fiona wants to see references": it begins with a name of the item that was refused, and decides nothing. */
function tellsOfIts({ command }: Said, next: Heard, tokens: readonly Token[]): boolean {
  const own = command.refs.flatMap((ref) => (ref.kind === 'numbers' || ref.kind === 'any' ? ref.ns : []));
  const words = tokens.map(({ text }) => text);
  const firm: readonly Meaning[] = [...decidingSenses, 'yes', 'no', 'condition', 'doubt'];
  return (
    command.wish === 'no' &&
    next.touched.some((n) => own.includes(n)) &&
    // "First" counts no item here.
    (next.touched.every((n) => own.includes(n)) || words.some((word) => ordinals.has(word))) &&
    // "Wrong Lee" says why.
    !words.some(
      (word, at) => /\d/.test(word) || (!faulty.test(word) && firm.some((sense) => has(sense, words, at) > 0)),
    )
  );
}
const faulty = /^(?:wrong|falsch\p{L}*|fauss?e?|mauvais|incorrect\p{L}*|malo?)$/u;
const explained = new Set<Wish>(['no', 'hold', 'lift', 'undo', 'snooze']);
