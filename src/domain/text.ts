/**
 * The words of a mail: what its author newly wrote, and a form in which two texts can be compared although clients
 * re-wrap, re-encode and decorate them. No expression here backtracks over more than one line.
 */

/** "wrote", in the languages of the common clients, not said of oneself or of the reader: that is no head of a quote. */
const wrote =
  '(?<!(?:^|\\s)(?:i|you|we|ich|sie|wir|je|vous|nous|usted|yo)\\s+)(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev)(?!\\p{L}|\\s+(?:ich|sie|wir)\\b)';
/** Attribution lines above a quote: "On … wrote:" and its kin, as the common clients write them. */
const attribution = new RegExp(
  `^(?:(?:on|am|le|el|il|op|em|den)\\b.{4,300}\\s${wrote}[^:"„“«]{0,120}|.{0,100}<[^<>\\s]{1,100}>,?\\s${wrote}[^"„“«]{0,60}):$`,
  'iu',
);
const attributionStart = /^(?:on|am|le|el|il|op|em|den)\b/i;

const quoteMarker =
  /^(?:-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|forwarded (?:message|by)|weitergeleitete nachricht).{0,80}|_{20,}|begin forwarded message:|anfang der weitergeleiteten nachricht:)\s*-*$/i;

/** First line of the header block that Outlook puts above a quote. */
const headerBlockStart = /^\*?(?:from|von|de|da|van)\s?:\*?\s.{1,300}$/i;
const headerBlockLine =
  /^\*?(?:sent|gesendet|envoyé|enviado(?: el)?|enviada(?: em)?|inviato|verzonden|date|datum|data|fecha|to|an|à|para|a|aan|cc|subject|betreff|objet|asunto|assunto|oggetto|onderwerp)\s?:\*?/i;

const signatureStart =
  /^(?:--|—|sent from my .{1,40}|get outlook for .{1,20}|von meinem .{1,40} gesendet|envoyé de mon .{1,40}|enviado desde mi .{1,40})$/i;

/** No line that begins a quote or a signature is longer; expressions with two gaps never see more. */
const maxMarkerLine = 600;
const isQuoted = (line: string | undefined): boolean => /^\s{0,3}>/.test(line ?? '');

/** How many lines, from `at` on, are an attribution: they are often wrapped once or twice. 0 when there is none. */
function attributionLines(lines: readonly string[], at: number): number {
  const first = lines[at]?.trim() ?? '';
  if (first.length > maxMarkerLine) return 0;
  if (attribution.test(first)) return 1;
  if (!attributionStart.test(first)) return 0;
  let joined = first;
  for (let more = 1; more <= 2; more++) {
    const next = lines[at + more]?.trim() ?? '';
    if (next === '' || isQuoted(next) || next.length > maxMarkerLine) return 0;
    joined += ` ${next}`;
    if (attribution.test(joined)) return more + 1;
  }
  return 0;
}

/** An HTML rule, as plain text shows it. Only above a block of headers does it begin a quote. */
const rule = /^-{20,}$/;

function beginsHeaderBlock(lines: readonly string[], at: number): boolean {
  return (
    headerBlockStart.test((lines[at] ?? '').slice(0, maxMarkerLine).trim()) &&
    lines.slice(at + 1, at + 6).filter((next) => headerBlockLine.test(next.slice(0, maxMarkerLine).trim())).length >= 2
  );
}

/** Whether everything from this line on is somebody else's. */
function beginsQuote(lines: readonly string[], at: number): boolean {
  const line = lines[at] as string;
  if (line.length > maxMarkerLine) return false;
  const trimmed = line.trim();
  const ruled = rule.test(trimmed) ? [1, 2, 3].find((more) => lines[at + more]?.trim()) : undefined;
  return (
    quoteMarker.test(trimmed) ||
    beginsHeaderBlock(lines, at) ||
    (ruled !== undefined && beginsHeaderBlock(lines, at + ruled))
  );
}

/**
 * What the author newly wrote: without quoted and forwarded text and without the signature. Answers between quoted lines are the
 * author's. A mail that is nothing but quote gives the empty text.
 */
export function newText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const head = attributionLines(lines, at);
    if (head > 0) {
      const next = lines[at + head]?.trim() === '' ? lines[at + head + 1] : lines[at + head];
      // Above a marked quote only the head goes, for answers may stand below; above an unmarked one, the rest.
      if (!isQuoted(next)) break;
      at += head - 1;
      continue;
    }
    if (beginsQuote(lines, at) || (line.length <= maxMarkerLine && signatureStart.test(line.trim()))) break;
    if (!isQuoted(line)) kept.push(line.trimEnd());
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

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
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

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
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\b(?:https?:\/\/|www\.)[^\s<>"')\]]+/gi, withoutTrackers)
    .replace(/\s+/g, ' ')
    .trim(),
);

const comparableNewText = remembering((text) => comparable(newText(text)));

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
  const cut = line.slice(0, limit - 1);
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
