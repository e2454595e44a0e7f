/**
 * What the author of a mail newly wrote: without quoted and forwarded text, signature and disclaimer. Own rules, line by line: of the
 * libraries measured, `email-reply-parser` and `planer` got 17 and 16 of the 28 plain cases of talon right, and the first takes a
 * native expression engine to be safe. No expression here backtracks over more than one line.
 */

/** "wrote", in the languages of the common clients, not said of oneself or of the reader: that is no head of a quote. */
const wrote =
  '(?<!(?:^|\\s)(?:i|you|we|ich|sie|wir|je|vous|nous|usted|yo)\\s+)(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|kirjoitti|napisała?|napisal|написала?|пишет|yazdı|đã viết|a scris|írta)(?!\\p{L}|\\s+(?:ich|sie|wir)\\b)';
const openers = 'on|am|le|el|il|op|em|den|på|w|dnia|dne|vào|в|pada|em';
/** Attribution lines above a quote: "On … wrote:" and its kin, as the common clients write them. */
const attribution = new RegExp(
  `^(?:(?:${openers})\\s.{4,300}\\s${wrote}[^:"„“«]{0,120}|.{0,100}<[^<>\\s]{1,100}>,?\\s${wrote}[^"„“«]{0,60}):$`,
  'iu',
);
const attributionStart = new RegExp(`^(?:(?:${openers})\\s|\\p{L}{2,4}\\.?,?\\s\\d)`, 'iu');
/** A date, a time and an address before a colon: an attribution in a language that we do not know. */
const anyAttribution =
  /^[^!?]{0,90}\d{1,2}[:.h]\d\d[^!?]{0,120}[<(][^<>()\s@]{1,80}@[^<>()\s]{1,80}[>)](?:[^.!?]{0,40}:|\s(?:wrote|schrieb|a écrit|escribió))$/u;
/** "---- John Smith wrote ----", "------On 12/29/1987 17:32 PM, Julius Caesar wrote-----". */
const dashedAttribution = new RegExp(`^-{3,}\\s*.{2,200}\\s${wrote}\\s*-{3,}$`, 'iu');
/** An attribution behind the author's words on one line: "…--- On Wed, Apr 4, 2012 at 3:59 PM, me@domain.com wrote:". */
const trailingAttribution = new RegExp(`-{3,}\\s*(?:${openers})\\s.{8,200}\\s${wrote}:$`, 'iu');

const quoteMarker =
  /^\*?(?:-{2,}\s*(?:original message|original appointment|ursprüngliche nachricht|originalnachricht|message d'origine|message original|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|reply message|forwarded (?:message|by)|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht).{0,80}|_{20,}|begin forwarded message:|anfang der weitergeleiteten nachricht:|début du message (?:transféré|réexpédié)\s?:|inicio del mensaje reenviado:|inizio messaggio inoltrato:|início da mensagem (?:encaminhada|reencaminhada):|begin doorgestuurd bericht:)\s*-*\*?$/i;

/** Of these marks those of a mail that is passed on. */
const forwards = /forwarded|weitergeleitet|transf[ée]r|réexpédi|reenviad|inoltrat|encaminhad|doorgestuurd/i;

/** First line of the header block that some mail programs put above a quote. */
const headerBlockStart = /^\*?(?:from|von|de|da|van|fra|från|od|от|lähettäjä|kimden)\s?:\*?\s.{1,300}$/iu;
const headerBlockLine =
  /^\*?(?:sent|gesendet|envoyé|enviado(?: el)?|enviada(?: em)?|inviato|verzonden|sendt|skickat|wysłano|отправлено|lähetetty|date|datum|data|fecha|dato|to|an|à|para|a|aan|til|till|do|кому|cc|subject|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|temat|тема|aihe)\s?:\*?/iu;

const signatureStart =
  /^(?:--|—|sent from my .{1,40}|sent from outlook.{0,30}|get outlook for .{1,20}|von meinem .{1,40} gesendet|gesendet von .{1,90}|envoyé de(?:puis)? mon .{1,40}|enviado desde mi .{1,40}|inviato da(?:l mio)? .{1,40}|verzonden vanaf .{1,40})$/i;

/** Legal words below a mail, from their first line on. */
const disclaimerStart =
  /^\W{0,4}(?:confidentiality notice|legal notice|legal disclaimer|disclaimer\b|haftungsausschluss|this (?:e-?mail|message|communication)(?: \S+){0,6} (?:is|may be|are|contains?)(?: \S+){0,6} (?:confidential|privileged|intended)|the information (?:contained )?in this (?:e-?mail|message)|diese (?:e-?mail|nachricht) (?:enthält|ist|und)(?: \S+){0,6} (?:vertraulich|rechtlich)|ce (?:message|courriel|mail)(?: \S+){0,8} confidentiel|este (?:mensaje|correo)(?: \S+){0,8} confidencial|questo messaggio(?: \S+){0,8} (?:riservat|confidenzial)|esta mensagem(?: \S+){0,8} confidencia|dit bericht(?: \S+){0,8} vertrouwelijk)/i;

/** How every head of a quote ends: asked first, for most lines do not. */
const headEnd = /(?::|wrote|schrieb|écrit|escribió)$/iu;

/** No line that begins a quote or a signature is longer; expressions with two gaps never see more. */
const maxMarkerLine = 600;
/** Nothing that begins a quote or a signature is shorter, but for a long dash. */
const shortestMark = 2;
const isQuoted = (line: string | undefined): boolean => /^\s{0,3}>/.test(line ?? '');
const isBlank = (line: string | undefined): boolean => (line ?? '').trim() === '';

/** How many lines, from `at` on, are an attribution: they are often wrapped once or twice. 0 when there is none. */
function attributionLines(lines: readonly string[], at: number, sureOnly: boolean): number {
  const first = lines[at]?.trim() ?? '';
  if (first.length > maxMarkerLine) return 0;
  const isHead = (line: string): boolean =>
    headEnd.test(line) && (attribution.test(line) || (!sureOnly && anyAttribution.test(line)));
  if (isHead(first) || (!sureOnly && dashedAttribution.test(first))) return 1;
  if (!attributionStart.test(first)) return 0;
  let joined = first;
  for (let more = 1; more <= 2; more++) {
    const next = lines[at + more]?.trim() ?? '';
    if (next === '' || isQuoted(next) || next.length > maxMarkerLine) return 0;
    joined += ` ${next}`;
    if (isHead(joined)) return more + 1;
  }
  return 0;
}

/** An HTML rule, as plain text shows it. Only above a block of headers does it begin a quote. */
const rule = /^-{20,}$/;

/** Whether everything from this line on is somebody else's. */
function beginsQuote(lines: readonly string[], at: number, sureOnly: boolean): boolean {
  const line = lines[at] as string;
  if (line.length > maxMarkerLine) return false;
  const trimmed = line.trim();
  if (quoteMarker.test(trimmed) || beginsHeaderBlock(lines, at, sureOnly)) return true;
  const below = rule.test(trimmed) ? [1, 2, 3].find((more) => !isBlank(lines[at + more])) : undefined;
  return below !== undefined && beginsHeaderBlock(lines, at + below, sureOnly);
}

function beginsHeaderBlock(lines: readonly string[], at: number, sureOnly: boolean): boolean {
  const trimmed = (lines[at] ?? '').slice(0, maxMarkerLine).trim();
  if (!headerBlockStart.test(trimmed)) return false;
  const fields = lines
    .slice(at + 1, at + 6)
    .filter((next) => headerBlockLine.test(next.slice(0, maxMarkerLine).trim())).length;
  // A sender with an address needs one more field, a bare name two: people write "From: me" too.
  return fields >= (!sureOnly && /\S@\S/.test(trimmed) ? 1 : 2);
}

/** A quoted line that was wrapped, a link as a rule: one word alone between quoted lines. */
const isTornQuote = (lines: readonly string[], at: number): boolean =>
  /^\S+$/.test(lines[at] ?? '') && isQuoted(lines[at - 1]) && isQuoted(lines[at + 1]);

/** ">>> link <<<" decorates; it quotes nobody. */
const isDecoration = (line: string): boolean => /<<\s*$/.test(line);

/**
 * What the author newly wrote: without quoted and forwarded text, the signature and a disclaimer. Answers between quoted lines are the
 * author's. A mail that is nothing but quote gives the empty text. Linear in the text.
 *
 * With `sureOnly` nothing goes that a person might have added: where two texts are held against each other, what merely looks like a disclaimer
 * or like the head of a quote in an unknown language has to count as words.
 */
export function newText(text: string, sureOnly = false): string {
  const { kept, cut } = partsOf(text, sureOnly);
  const said = joined(kept);
  return said === '' && !sureOnly ? joined(belowQuote(cut)) : said;
}

const joined = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Below a head that quotes line by line, where the author said nothing above it. What somebody forwards is none of his words. */
function belowQuote(cut: readonly string[]): string[] {
  const first = cut.findIndex((line) => !isBlank(line) && !isMark(line.slice(0, maxMarkerLine).trim()));
  if (first < 0 || cut.slice(0, first).some((line) => forwards.test(line))) return [];
  const quote = withMark(cut.slice(first));
  return isQuoted(quote[0]) ? partsOf(quote.join('\n'), false).kept : [];
}

/** Some quote with another mark than ">": the signs that the first line begins with, on more lines than that one, and no bullet of a list. */
function withMark(lines: readonly string[]): readonly string[] {
  const [, mark = '>'] = /^\s?([^\p{L}\p{N}\s"'\u201c\u201e\u00ab]{1,3})/u.exec(lines[0] ?? '') ?? [];
  const quotes = (line: string): boolean => line.trimStart().startsWith(mark);
  if (mark === '>' || /^[-*+\u2022\u2013#_=.]+$/.test(mark) || lines.filter(quotes).length < 2) return lines;
  return lines.map((line) => (quotes(line) ? `> ${line}` : line));
}

/** A line that only says that a quote or a signature begins, or belongs to the head of one. */
const isMark = (line: string): boolean =>
  [quoteMarker, rule, /^(?:--|—)$/, headerBlockStart, headerBlockLine].some((form) => form.test(line));

/**
 * Whether everything that is not new text here is a marked quote, the head of one, or stands in one of the `known` texts: a person who adds words
 * below a signature or a quote has added words.
 */
export function addsNothing(text: string, known: readonly string[]): boolean {
  const squeezed = (words: string): string => words.normalize('NFKC').replace(/[\s>*_]+/g, '');
  const before = squeezed(known.join('\n'));
  return partsOf(text, true).cut.every((line) => {
    const trimmed = line.trim();
    return trimmed === '' || isQuoted(line) || isMark(trimmed) || before.includes(squeezed(trimmed));
  });
}

/**
 * Whether a mail without new text hides none: all of it is marked as a quote, or the head of one. Below an unmarked quote or a signature there may
 * be words of the author's that cannot be told apart.
 */
export function isOnlyQuote(text: string): boolean {
  return partsOf(text, false).cut.every((line) => isBlank(line) || isQuoted(line));
}

/** The lines of a mail: the author's, and those that were cut, but for heads of quotes. */
function partsOf(text: string, sureOnly: boolean): { kept: string[]; cut: string[] } {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kept: string[] = [];
  const cut: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    // Of a mail's lines most are empty or say something; only a line with a word or a rule can begin anything.
    if (line.length < shortestMark && !isQuoted(line) && line.trim() !== '—' && (sureOnly || !isTornQuote(lines, at))) {
      kept.push(line.trimEnd());
      continue;
    }
    const head = attributionLines(lines, at, sureOnly);
    if (head > 0) {
      const next = isBlank(lines[at + head]) ? lines[at + head + 1] : lines[at + head];
      // Above a marked quote only the head goes, for answers may stand below; above an unmarked one, the rest.
      if (!isQuoted(next)) return { kept, cut: [...cut, ...lines.slice(at + head)] };
      at += head - 1;
      continue;
    }
    const short = line.length <= maxMarkerLine;
    const ends =
      beginsQuote(lines, at, sureOnly) ||
      (short && signatureStart.test(line.trim())) ||
      (short && !sureOnly && !isQuoted(line) && disclaimerStart.test(line.trim()));
    if (ends) return { kept, cut: [...cut, ...lines.slice(at)] };
    const trailing = short && !sureOnly ? trailingAttribution.exec(line.trimEnd()) : null;
    if (trailing && isQuoted(lines[at + 1])) kept.push(line.slice(0, trailing.index).trimEnd());
    else if ((!isQuoted(line) || isDecoration(line)) && (sureOnly || !isTornQuote(lines, at)))
      kept.push(line.trimEnd());
    else cut.push(line);
  }
  return { kept, cut };
}
