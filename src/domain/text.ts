/**
 * The words of a mail in a form in which two texts can be compared although clients re-wrap, re-encode and decorate them.
 * No expression here backtracks over more than one line.
 */
import { newText } from './new-text.ts';

/** Of texts longer than this nothing is remembered. */
const longestRemembered = 8_192;
const mostRemembered = 500;

/** The same answers, the latest of them from memory: a judgement asks about the same few texts after every look. */
function remembering<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = work(text);
    if (known.size >= mostRemembered) known.clear();
    if (text.length <= longestRemembered) known.set(text, answer);
    return answer;
  };
}

/** Characters that show nothing (Unicode Default_Ignorable_Code_Point): clients add and drop them at will. */
export const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** Query parameters that link trackers append. */
const tracker = /^(?:utm_[a-z]+|mc_[a-z]+|fbclid|gclid|msclkid|_hs[a-z]+)=/i;

function withoutTrackers(url: string): string {
  const [, path, query, fragment] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  if (!query) return url;
  const kept = query.split('&').filter((each) => !tracker.test(each));
  return `${path}${kept.length > 0 ? `?${kept.join('&')}` : ''}${fragment ?? ''}`;
}

/**
 * A form that stays equal when a client re-wraps lines, changes spaces and quotation marks or re-encodes the text: NFKC,
 * no invisible characters, straight quotes, all white space one space. Two texts with equal forms say the same words in the
 * same order (`facts/drafts.md` §4.1, "Normalise").
 */
export const comparable = remembering((text: string): string =>
  text
    // NFKC would make 102 of a ten with a raised two.
    .replace(/[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]/g, (digit) => `^${digit}`)
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\b(?:https?:\/\/|www\.)[^\s<>"')\]]+/gi, withoutTrackers)
    .replace(/\s+/g, ' ')
    .trim(),
);

const comparableNewText = remembering((text) => comparable(newText(text, true)));

/** `comparable` of what the author newly wrote, with a known signature cut from the end. */
export function comparableNew(text: string, signature = ''): string {
  const whole = comparableNewText(text);
  const sign = comparable(signature);
  return sign && whole.endsWith(sign) ? whole.slice(0, -sign.length).trim() : whole;
}

const words = remembering(
  (text): readonly string[] =>
    comparable(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
);

/** So many words in a row are hardly the same by chance. */
const runLength = 3;

/**
 * How much of `original` still stands in `changed`: the share of its words in runs of three that the other text holds too. Words alone
 * would not do: a long mail about the same matter holds most of them. 0 to 1; 0 when the original has fewer than `leastWords`
 * words, because short texts resemble each other by chance.
 */
export function containment(original: string, changed: string, leastWords: number): number {
  const ours = words(original);
  if (ours.length < Math.max(1, leastWords)) return 0;
  const length = Math.min(runLength, ours.length);
  const runsIn = (text: string) => (length === runLength ? runs(text) : runsOf(words(text), length));
  const counts = new Map<string, number>();
  for (const run of runsIn(changed)) counts.set(run, (counts.get(run) ?? 0) + 1);
  const found = new Set<number>();
  for (const [at, run] of runsIn(original).entries()) {
    const left = counts.get(run) ?? 0;
    if (left === 0) continue;
    counts.set(run, left - 1);
    for (let word = at; word < at + length; word++) found.add(word);
  }
  return found.size / ours.length;
}

const runs = remembering((text): readonly string[] => runsOf(words(text), runLength));

function runsOf(all: readonly string[], length: number): string[] {
  return all.slice(0, Math.max(0, all.length - length + 1)).map((_, at) => all.slice(at, at + length).join(' '));
}

/** Not after a title, nor in a German date: "Dr. Berg", "15. Januar". */
const sentenceEnd =
  /(?<=[.!?…]["')\]]?)(?<!\b(?:Dr|Mr|Mrs|Ms|Prof|Nr)\.)(?<!\b\d{1,2}\.(?=\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Quartal)))\s(?=[\p{Lu}\p{N}"'(¿¡])/u;

/** The sentences of a text. Line breaks inside a paragraph do not end a sentence; blank lines and list marks do. */
export function sentences(text: string): string[] {
  return text
    .split(/\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)/)
    .flatMap((paragraph) =>
      paragraph
        .replace(/\s+/g, ' ')
        .split(sentenceEnd)
        .map((sentence) => sentence.trim()),
    )
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** At most `limit` characters, cut at a word, with an ellipsis; on one line. */
export function shorten(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  // Half a character is no text: no database would take it.
  const cut = line.slice(0, limit - 1).toWellFormed();
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

const stopWords: Record<string, string[]> = {
  en: 'the and you to for with we is that have your are this will our on'.split(' '),
  de: 'und die der das wir sie ich ist nicht mit für ihnen haben uns auf zu'.split(' '),
  fr: 'le la les et vous nous je pour avec est des une votre pas que du'.split(' '),
  es: 'el la los y usted nosotros para con que una por del es su no en'.split(' '),
};

/** The language of a text, by its small words: en, de, fr, es, or null when it is none of them or cannot be told. */
export function languageOf(text: string): string | null {
  const all = words(text.slice(0, 8_000));
  const scored = Object.entries(stopWords)
    .map(([language, stops]) => ({ language, hits: all.filter((word) => stops.includes(word)).length }))
    .sort((a, b) => b.hits - a.hits);
  const [best, next] = scored;
  if (!best || !next || best.hits < 2 || best.hits === next.hits || best.hits / all.length < 0.04) return null;
  return best.language;
}
