/** The follow-up as a template says it: its text, and for each sentence the words of the thread that the facts in it rest on. */
import { fold } from '../reading/fold.ts';
import { sentences } from '../text.ts';
import type { Evidence, FollowUp } from './compose.ts';
import { plainLine } from './gate/characters.ts';
import { countWords } from './gate/formality.ts';
import { hasAddress } from './gate/links.ts';
import { isAside } from './gate/shape.ts';
import type { Language } from './gate/written.ts';
import { greetingOf } from './greeting.ts';
import { evidenceInManner, inManner } from './manner.ts';
import { oneLine } from './quotable.ts';
import { isClosing } from './sign-off.ts';
import { type Facts, type Resting, type TemplateFacts, templateFacts } from './template-facts.ts';

/**
 * Renders a template by name; throws on an unknown one. What an admin wrote and `unfit` has an objection to, or what fails, is put aside, and
 * the shipped wording used.
 */
export type Render = (
  template: string,
  facts: Record<string, unknown>,
  unfit?: (text: string) => string | null,
) => string;

export interface Templated {
  text: string;
  evidence: Evidence[];
}

/** Where each fact stands is marked with characters that no fact and no wording has: which facts a sentence uses is then seen, not guessed. */
const firstMark = 0xe000;
const endMark = '\uf8ff';
const marks = /[\ue000-\uf8ff]/;

/** Other wordings that are tried where an earlier mail has the same words. */
const mostVariants = 6;

/** Null where every wording that there is has been used in this thread before, or none may stand in a draft. Pure where `render` is. */
export function fromTemplate(followUp: FollowUp, render: Render): Templated | null {
  const { limits } = followUp;
  const { facts, rests, wordings } = wordingsOf(followUp, render);
  const best = wordings
    .filter(({ unfit, repeats }) => unfit === null && repeats < mostRepeated)
    .reduce<Wording | null>((least, each) => (least && least.repeats <= each.repeats ? least : each), null);
  if (!best) return null;
  const parts = [facts.greeting, best.body.text, facts.sign_off];
  return {
    text: inManner(parts.filter((part) => part !== '').join('\n\n'), limits),
    evidence: evidenceInManner(evidenceOf(best.body, rests), limits),
  };
}

/** Why what a template made of these facts may not stand in a draft, as the end of a sentence; null when it may. */
export const objectionTo = (raw: string, facts: TemplateFacts, language: Language): string | null =>
  objection(bodyOf(raw, facts, language), facts, language);

/** Why `fromTemplate` has none, as the end of "No draft: …". */
export function whyNone(followUp: FollowUp, render: Render): string {
  const { wordings } = wordingsOf(followUp, render);
  const [first] = wordings;
  return first?.unfit != null && wordings.every(({ unfit }) => unfit !== null)
    ? `no wording there is for it may stand in a draft: ${first.unfit}`
    : 'every wording there is for it has been used in this thread before';
}

interface Wording {
  body: Body;
  /** The end of a sentence; null: it may stand in a draft. */
  unfit: string | null;
  /** From 0 to 1: how much of it stands in an earlier mail. */
  repeats: number;
}

type Worded = Facts & { wordings: Wording[] };

/** With what was said word for word; without it where no wording with it may stand. */
function wordingsOf(followUp: FollowUp, render: Render): Worded {
  const quoting = wordingsWith(templateFacts(followUp.context, followUp.limits), followUp, render);
  if (quoting.facts.said === null || quoting.wordings.some(({ unfit }) => unfit === null)) return quoting;
  return wordingsWith(templateFacts(followUp.context, followUp.limits, false), followUp, render);
}

/** Each other wording that there is, up to the first that no earlier mail has. */
function wordingsWith(known: Facts, { context, limits, template }: FollowUp, render: Render): Worded {
  const { facts } = known;
  const { language, messages, topic } = context;
  const ground = messages.find(({ messageId, author }) => messageId === topic.messageId && author === 'rep');
  const before = [...limits.before, ...(ground ? [ground.text] : [])];
  const wordings: Wording[] = [];
  for (let variant = 0; variant < mostVariants; variant++) {
    const raw = render(template, markedFacts({ ...facts, variant }), (text) => objectionTo(text, facts, language));
    const body = bodyOf(raw, facts, language);
    if (wordings.some((each) => each.body.text === body.text)) break;
    const unfit = objection(body, facts, language);
    const repeats = unfit === null ? repeated(body, before) : 0;
    wordings.push({ body, unfit, repeats });
    if (unfit === null && repeats === 0) break;
  }
  return { ...known, wordings };
}

type Marked = Omit<TemplateFacts, 'greeting' | 'sign_off'>;

const names = (facts: Marked): (keyof Marked)[] => Object.keys(facts) as (keyof Marked)[];

/** The facts as a template is given them. */
export function markedFacts({ greeting, sign_off, ...facts }: TemplateFacts): Record<string, unknown> {
  const values = names(facts).map((name, at): [string, unknown] => {
    const value = facts[name];
    return [name, typeof value === 'string' ? `${String.fromCharCode(firstMark + at)}${value}${endMark}` : value];
  });
  return { greeting, sign_off, ...Object.fromEntries(values) };
}

/** A text without its marks, and where they were. */
interface Body {
  text: string;
  spans: { name: keyof TemplateFacts; start: number; end: number }[];
}

/** What stands between greeting and sign-off. */
function bodyOf(raw: string, { greeting, sign_off: signOff, ...facts }: TemplateFacts, language: Language): Body {
  let rest = raw.trim();
  if (greeting !== '' && rest.startsWith(greeting)) rest = rest.slice(greeting.length);
  if (signOff !== '' && rest.endsWith(signOff)) rest = rest.slice(0, -signOff.length);
  const source = rest
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  // After the comma of a greeting German goes on in lower case.
  const goesOn = language === 'de' && greeting.endsWith(',');
  const all = names(facts);
  const spans: Body['spans'] = [];
  const open: Body['spans'] = [];
  let text = '';
  for (const letter of source) {
    if (letter === endMark) {
      const span = open.pop();
      if (span) spans.push({ ...span, end: text.length });
    } else if (marks.test(letter)) {
      const name = all[letter.charCodeAt(0) - firstMark];
      if (name) open.push({ name, start: text.length, end: text.length });
    } else {
      const first = text === '' ? !goesOn : open.at(-1)?.start === text.length && endsSentence.test(text);
      text += first ? letter.toLocaleUpperCase() : letter;
    }
  }
  return { text, spans };
}

const endsSentence = /(?:[.!?]["”“»]?\s+|\n)$/;

/** Of a wording's own words: "todo" is "all" in Spanish, and what people write has its own. */
const placeholders = [/(?<!\p{L})(?:xxx+|tbd|lorem|undefined|name here)(?!\p{L})|\.{4}/iu, /(?<!\p{L})TODO(?!\p{L})/u];

/** Why a text may not stand in a draft, as the end of a sentence; null when it may. */
function objection({ text, spans }: Body, facts: TemplateFacts, language: Language): string | null {
  if (text === '') return 'it says nothing';
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.some((line) => plainLine(line) === null)) return 'it holds a character that no draft may have';
  if (lines.some((line) => hasAddress(plainLine(line) ?? ''))) return 'it holds a link, an address or a number to call';
  const own = withoutFacts(text, spans);
  if (placeholders.some((each) => each.test(own))) return 'it holds a placeholder';
  if (own.split('\n').some((line) => isHead(line, facts))) return 'it greets or signs off a second time';
  if (own.split('\n').some((line) => isAside(line, language)))
    return 'it speaks about the draft instead of to its reader';
  return countWords(text) > 200 ? 'it has more than 200 words' : null;
}

/** A line that greets or signs off, as this rep does or as anybody may. */
function isHead(line: string, { greeting, sign_off: signOff }: TemplateFacts): boolean {
  const plain = fold(line.trim());
  const known = `${greeting}\n${signOff}`.split('\n').filter((each) => each.trim() !== '');
  if (known.some((each) => plain === fold(each.trim())) || isClosing(line.trim())) return true;
  const found = greetingOf(line.trim(), () => false);
  return found !== null && found.names !== 'silent' && found.end !== '';
}

/** Words in a row that make a phrase. */
const phrase = 5;
/** The share of repeated words from which a wording is the earlier one again. */
const mostRepeated = 0.5;

/** The share of a wording's own words, facts aside, that stand in the same order in an earlier mail; all where a whole sentence does. */
function repeated({ text, spans }: Body, before: readonly string[]): number {
  if (before.length === 0) return 0;
  const earlier = before.map((each) => ` ${wordsOf(each).join(' ')} `);
  let words = 0;
  let again = 0;
  for (const sentence of withoutFacts(text, spans).split(/(?<=[.!?])\s+|\n+/)) {
    const pieces = sentence.split(fact).map(wordsOf);
    // Beside a fact stand words that any mail has there: "on", "and".
    const counts = pieces
      .filter(({ length }) => length >= 3)
      .map((piece) => [piece.length, wordsAgain(piece, earlier)]);
    const [all, found] = [0, 1].map((of) => counts.reduce((sum, each) => sum + each[of]!, 0)) as [number, number];
    // A whole sentence is noticed, however much stands beside it.
    if (all >= phrase - 1 && found === all) return 1;
    words += all;
    again += found;
  }
  return words === 0 ? 0 : again / words;
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** How many of these words stand in one of the earlier mails with those around them. */
function wordsAgain(words: readonly string[], earlier: readonly string[]): number {
  const length = Math.min(phrase, words.length);
  const found = new Set<number>();
  for (let at = 0; at + length <= words.length; at++)
    if (earlier.some((each) => each.includes(` ${words.slice(at, at + length).join(' ')} `)))
      for (let word = at; word < at + length; word++) found.add(word);
  return found.size;
}

const fact = '\ue000';

/** Each fact as one character, so that words on both sides of it are no phrase. */
function withoutFacts(text: string, spans: Body['spans']): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    // A sentence that ends in a fact ends there.
    rest += `${text.slice(from, start)} ${fact}${/[.!?]$/.test(text.slice(start, end)) ? '. ' : ' '}`;
    from = end;
  }
  return rest + text.slice(from);
}

function evidenceOf({ text, spans }: Body, rests: Partial<Record<keyof TemplateFacts, Resting>>): Evidence[] {
  const found: Evidence[] = [];
  const plain = text.replace(/\s/g, ' ');
  let from = 0;
  for (const sentence of sentences(text)) {
    const start = plain.indexOf(sentence, from);
    if (start < 0) continue;
    from = start + sentence.length;
    for (const span of spans.filter((each) => each.start >= start && each.start < from)) {
      const rest = rests[span.name];
      if (
        !rest ||
        found.some(
          (each) =>
            each.sentence === sentence && each.messageId === rest.messageId && each.quote === oneLine(rest.quote),
        )
      )
        continue;
      found.push({ sentence, messageId: rest.messageId, quote: oneLine(rest.quote) });
    }
  }
  return found;
}
