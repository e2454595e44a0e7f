/**
 * The words of a mail: what its author newly wrote, and a form in which two texts can be compared although clients
 * re-wrap, re-encode and decorate them. No expression here backtracks over more than one line.
 */

/** Attribution lines above a quote: "On … wrote:" and its kin, as the common clients write them. */
const attribution =
  /^(?:on|am|le|el|il|op|em|den|den\s|on\s)\b.{4,300}(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev)\b.{0,120}:\s*$/i;

const quoteMarker =
  /^\s*(?:-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|forwarded (?:message|by)|weitergeleitete nachricht).{0,80}|_{20,}|begin forwarded message:|anfang der weitergeleiteten nachricht:)\s*-*\s*$/i;

/** First line of the header block that Outlook puts above a quote. */
const headerBlockStart = /^\s*\*?(?:from|von|de|da|van)\s*:\*?\s.{1,300}$/i;
const headerBlockLine =
  /^\s*\*?(?:sent|gesendet|envoyé|enviado|inviato|verzonden|date|datum|fecha|to|an|à|para|a|aan|cc|subject|betreff|objet|asunto|oggetto|onderwerp)\s*:\*?/i;

const signatureStart =
  /^(?:--\s?|—\s?|sent from my .{1,40}|get outlook for .{1,20}|von meinem .{1,40} gesendet|envoyé de mon .{1,40}|enviado desde mi .{1,40})$/i;

/**
 * What the author newly wrote: without quoted and forwarded text and without the signature. A mail that is nothing but
 * quote gives the empty text.
 */
export function newText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    if (quoteMarker.test(line) || attribution.test(line.trim())) break;
    // Attribution lines are often wrapped once or twice.
    if (/^\s*(?:on|am|le|el|il|op|em|den)\b/i.test(line)) {
      const joined = `${line} ${lines[at + 1] ?? ''}`.trim();
      if (attribution.test(joined) || attribution.test(`${joined} ${(lines[at + 2] ?? '').trim()}`)) {
        if (/^\s*>/.test(lines[at + 2] ?? '') || /:\s*$/.test(joined) || /:\s*$/.test(lines[at + 2] ?? '')) break;
      }
    }
    if (
      headerBlockStart.test(line) &&
      lines.slice(at + 1, at + 5).filter((next) => headerBlockLine.test(next)).length >= 2
    )
      break;
    if (signatureStart.test(line.trimEnd())) break;
    // Answers between quoted lines are the author's: only the quoted lines go.
    if (/^\s{0,3}>/.test(line)) continue;
    kept.push(line.trimEnd());
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Zero-width and directional characters, soft hyphens and byte-order marks: clients add and drop them at will. */
const invisible = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Query parameters that link trackers append. */
const trackers = /([?&])(?:utm_[a-z]+|mc_[a-z]+|fbclid|gclid|msclkid|_hs[a-z]+)=[^&\s)>\]]*/gi;

/**
 * A form that stays equal when a client re-wraps lines, changes spaces and quotation marks or re-encodes the text: NFKC,
 * no invisible characters, straight quotes, all white space one space. Two texts with equal forms say the same words in the
 * same order (`facts/drafts.md` §4.1, "Normalise").
 */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(trackers, '$1')
    .replace(/[?&]+(?=[\s)>\]]|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `comparable` of what the author newly wrote, with a known signature cut from the end. */
export function comparableNew(text: string, signature = ''): string {
  const whole = comparable(newText(text));
  const sign = comparable(signature);
  return sign && whole.endsWith(sign) ? whole.slice(0, -sign.length).trim() : whole;
}

function words(text: string): string[] {
  return (
    comparable(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * How much of `original` is still in `changed`: the share of its words, counted with repeats, that the other text holds.
 * 0 to 1; 0 when the original has fewer than `leastWords` words, because short texts resemble each other by chance.
 */
export function containment(original: string, changed: string, leastWords: number): number {
  const ours = words(original);
  if (ours.length < leastWords) return 0;
  const counts = new Map<string, number>();
  for (const word of words(changed)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of ours) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      counts.set(word, left - 1);
      found++;
    }
  }
  return found / ours.length;
}

/** The sentences of a text. Line breaks inside a paragraph do not end a sentence; blank lines and list marks do. */
export function sentences(text: string): string[] {
  return text
    .split(/\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)/)
    .flatMap((paragraph) =>
      paragraph
        .replace(/\s+/g, ' ')
        .split(/(?<=[.!?…]["')\]]?)\s+(?=[\p{Lu}\p{N}"'(¿¡])/u)
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
  en: [
    'the',
    'and',
    'you',
    'to',
    'for',
    'with',
    'we',
    'is',
    'that',
    'have',
    'your',
    'are',
    'this',
    'will',
    'our',
    'on',
  ],
  de: [
    'und',
    'die',
    'der',
    'das',
    'wir',
    'sie',
    'ich',
    'ist',
    'nicht',
    'mit',
    'für',
    'ihnen',
    'haben',
    'uns',
    'auf',
    'zu',
  ],
  fr: ['le', 'la', 'les', 'et', 'vous', 'nous', 'je', 'pour', 'avec', 'est', 'des', 'une', 'votre', 'pas', 'que', 'du'],
  es: ['el', 'la', 'los', 'y', 'usted', 'nosotros', 'para', 'con', 'que', 'una', 'por', 'del', 'es', 'su', 'no', 'en'],
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
