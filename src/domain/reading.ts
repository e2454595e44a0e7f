/**
 * What one message says: who or what wrote it, its new text, questions, promises, holds, opt-out, absence, meeting.
 * Headers decide before words do (RFC 3834, RFC 3464). When in doubt about a hold, there is one.
 */
import * as chrono from 'chrono-node';
import { addDays, civilDate, zoneOffsetMinutes } from './calendar.ts';
import type { Message } from './mail.ts';
import { languageOf, newText, sentences, shorten } from './text.ts';

export type MessageKind = 'human' | 'auto_reply' | 'bounce' | 'bulk' | 'invitation' | 'unreadable';

export interface Promised {
  /** The sentence. */
  text: string;
  /** Civil date by which it was promised; null when none was named. */
  until: string | null;
}

export interface Hold {
  /** First day on which contact is fine again, YYYY-MM-DD; null means for good. */
  until: string | null;
  scope: 'person' | 'company' | 'topic';
  quote: string;
}

export interface Reading {
  kind: MessageKind;
  /** New text, without quote and signature. */
  text: string;
  language: string | null;
  questions: string[];
  promises: Promised[];
  hold: Hold | null;
  optOut: boolean;
  /** An absence notice: `until` is the first day back, null when the notice does not say. */
  absence: { until: string | null } | null;
  /** `at` is null when the invitation does not say it in its text. */
  meeting: { at: string | null; state: 'invited' | 'cancelled' } | null;
}

const autoSubject =
  /^\s*(?:auto(?:matic|matische)?[- ]?(?:reply|response|antwort)|out of (?:the )?office|abwesen(?:d|heit)|réponse automatique|absence(?:\s*:|\s*$| du bureau)|respuesta automática|fuera de la oficina|risposta automatica|resposta automática|automatisch antwoord)/i;

/** A calendar part, or one without a name, which the mailbox numbers. */
const calendarFile = /\.ics$|^text-calendar-\d+$/i;

function kindOf(message: Message, text: string): MessageKind {
  const { signals } = message;
  const sender = message.from?.address ?? '';
  const type = signals['content-type']?.toLowerCase() ?? '';
  // A report may also be a read receipt (RFC 8098), and a late delivery is not a failed one.
  const report = /multipart\/report/.test(type);
  if (report && /disposition-notification/.test(type)) return 'auto_reply';
  if (report || /^(?:mailer-daemon|postmaster)@/.test(sender))
    return /\b(?:delayed|verzögert)\b|\(delay\)/i.test(message.subject) ? 'auto_reply' : 'bounce';
  const auto = signals['auto-submitted']?.trim().toLowerCase();
  if (
    (auto && !auto.startsWith('no')) ||
    signals['x-autoreply'] ||
    signals['x-autorespond'] ||
    /auto_?reply/i.test(signals.precedence ?? '') ||
    autoSubject.test(message.subject)
  )
    return 'auto_reply';
  if (/text\/calendar/.test(type) || message.attachments.some((name) => calendarFile.test(name))) return 'invitation';
  if (signals['list-unsubscribe'] || /^\s*(?:bulk|list|junk)\b/i.test(signals.precedence ?? '')) return 'bulk';
  return text === '' && message.text.trim() === '' ? 'unreadable' : 'human';
}

/** "not before", "circle back in", "hold off until": the person asks for silence until some time. */
const holdWords: RegExp[] = [
  /(?:\b(?:not|cannot|no)|n't)\b[^.?!]{0,60}\b(?:before|until|till)\b/i,
  /\b(?:circle|come|get|check|loop) back\b[^.?!]{0,40}\b(?:in|after|on|next|once|when|then|from)\b/i,
  /\b(?:reach out|touch base|follow up|reconnect|talk|speak|revisit|pick (?:this|it) (?:back )?up)\b[^.?!]{0,30}\b(?:again\b[^.?!]{0,20})?\b(?:after|in (?:q[1-4]|the new year|january|february|march|april|may|june|july|august|september|october|november|december|\w+ (?:weeks?|months?))|next (?:month|quarter|year))\b/i,
  /\b(?:hold off|wait|pause|park (?:this|it))\b[^.?!]{0,30}\b(?:until|till|for|before)\b/i,
  /\b(?:erst|nicht)\b(?:[^.?!]|\d\.){0,40}\b(?:nach|vor|ab|im|wieder)\b(?:[^.?!]|\d\.){0,60}\b(?:melden|kontakt|sprechen|telefonieren|schreiben)/i,
  /\bmelden\b[^.?!]{0,40}\b(?:erst|wieder|nach|ab|im)\b/i,
];
/** Sentences with the same words that ask for nothing of the kind. */
const notAHold =
  /\b(?:no need to wait|(?:don't|do not) (?:have to |need to )?wait|could not reach|couldn't reach|closed until|not (?:too )?late)\b/i;

const optOutWords =
  /\b(?:stop (?:e-?mailing|contacting|writing)|unsubscribe me|remove me from|take me off|(?:do not|don't) (?:contact|e-?mail|call|write to) (?:me|us)|please (?:do not|don't) (?:contact|e-?mail)|(?:do not|don't) (?:contact|e-?mail|write)\b[^.?!]{0,20}\b(?:again|any ?more)|keine weiteren (?:e-?)?mails(?! (?:bekommen|erhalten))|keine (?:e-?)?mails mehr|nicht mehr (?:kontaktieren|anschreiben)|ne (?:me|nous) contactez plus|no me escriba(?:n)? más)\b/i;

const promiseWords =
  /\b(?:i|we)(?:'ll| will| shall|'m going to|'re going to| am going to| are going to)\b|\b(?:ich|wir) (?:werde|werden|schicke|schicken|sende|senden|melde|melden)\b|\byou(?:'ll| will) (?:have|get|receive)\b/i;

/** A hold that names no date ends after four weeks: an assumption, on the late side. */
const vagueHoldDays = 28;

/** A mail's own date, in the zone in which the words "Friday" and "tomorrow" in it are meant. */
interface Said {
  at: Date;
  zone: string;
  language: string | null;
}

const untilWord =
  /\b(?:before|until|till|after|by|from|bis|nach|vor|ab|avant|après|jusqu'au|antes de|después de|hasta)\s+(?:the|zum|dem|den|der|le|el|la)?\s*$/i;

/** Of the dates in an absence notice the one of the return counts. */
const backWord = /\b(?:back|return(?:ing)?|zurück|de retour|de vuelta)\b[^.]{0,20}$/i;

/** "until Q3", which the date parser does not know: the quarter's first day, in the year named or the next one in which it lies ahead. */
function quarterIn(sentence: string, said: Said): { date: string; before: string } | null {
  const found = /\b(in|until|till|before|after|from|im|bis|vor|ab|nach)\s+q([1-4])\b(?:\s*(?:of\s*)?(20\d\d))?/i.exec(
    sentence,
  );
  if (!found) return null;
  const [, word = '', quarter, named] = found;
  const today = civilDate(said.at, said.zone);
  const startIn = (year: number): string => `${year}-${String((Number(quarter) - 1) * 3 + 1).padStart(2, '0')}-01`;
  const year = Number(named ?? today.slice(0, 4));
  const start = named || startIn(year) > today ? startIn(year) : startIn(year + 1);
  // After a quarter is after its last day.
  const date = /^(?:after|nach)$/i.test(word) ? addDays(addDays(start, 95).slice(0, 8).concat('01'), -1) : start;
  return { date, before: sentence.slice(0, found.index + word.length + 1) };
}

/** Looking for dates takes quadratic time in a sentence without an end. */
const longestSentence = 1_000;

function pieces(sentence: string): string[] {
  const count = Math.ceil(sentence.length / longestSentence);
  return Array.from({ length: count }, (_, n) => sentence.slice(n * longestSentence, (n + 1) * longestSentence));
}

function laterDate(sentence: string, said: Said, leadsUp = untilWord): { date: string; before: string } | null {
  const { language } = said;
  const parser =
    language === 'de' ? chrono.de : language === 'fr' ? chrono.fr : language === 'es' ? chrono.es : chrono.en;
  const reference = { instant: said.at, timezone: zoneOffsetMinutes(said.at, said.zone) };
  const found = parser.parse(sentence, reference, { forwardDate: true });
  // Of several dates the one that the sentence leads up to: "not before the 12th, as I wrote on the 3rd".
  const named = found.find(({ index }) => leadsUp.test(sentence.slice(0, index))) ?? found.at(-1);
  if (!named) return null;
  const day = named.end ?? named.start;
  const two = (part: 'month' | 'day'): string => String(day.get(part)).padStart(2, '0');
  return { date: `${day.get('year')}-${two('month')}-${two('day')}`, before: sentence.slice(0, named.index) };
}

function holdIn(sentence: string, said: Said): Hold | null {
  if (notAHold.test(sentence) || !holdWords.some((words) => words.test(sentence))) return null;
  const named = quarterIn(sentence, said) ?? laterDate(sentence, said);
  // "before the 12th", "until Friday": fine on the day itself. "after the 12th": fine the day after.
  const after = named && /\b(?:after|nach|après|después)\b[^.?!]{0,60}$/i.test(named.before);
  const until = named
    ? after
      ? addDays(named.date, 1)
      : named.date
    : addDays(civilDate(said.at, said.zone), vagueHoldDays);
  return { until, scope: 'person', quote: shorten(sentence, 240) };
}

/** First day back, from "back on 3 March", "until 2 March", "returning Monday". */
function absenceUntil(text: string, said: Said): string | null {
  for (const sentence of sentences(text).flatMap(pieces)) {
    const back = /\b(?:back|return(?:ing)?|wieder|zurück|de retour|de vuelta)\b/i.test(sentence);
    const until = /\b(?:until|till|through|bis|jusqu|hasta)\b/i.test(sentence);
    const named = back || until ? laterDate(sentence, said, backWord) : null;
    if (named) return until && !back ? addDays(named.date, 1) : named.date;
  }
  return null;
}

/**
 * Reads one message. `zone` (IANA) is the one in which its dates are counted. Pure; the cost is linear in the text, which the
 * mailbox has bounded.
 */
export function readMessage(message: Message, zone: string): Reading {
  const text = newText(message.text);
  const kind = kindOf(message, text);
  const language = languageOf(`${text}\n${message.subject}`);
  const said: Said = { at: message.date, zone, language };
  const reading: Reading = {
    kind,
    text,
    language,
    questions: [],
    promises: [],
    hold: null,
    optOut: false,
    absence: null,
    meeting: null,
  };
  if (kind === 'auto_reply') reading.absence = { until: absenceUntil(`${message.subject}.\n\n${text}`, said) };
  if (kind === 'invitation') {
    const when = /^[ \t]*(?:when|wann|quand|cuándo)[ \t]*:[ \t]*(\S.{3,119})$/im.exec(message.text)?.[1];
    reading.meeting = {
      at: when ? (laterDate(when, said)?.date ?? null) : null,
      state: /^\s*(?:cancel|declined|abgesagt|abgelehnt|annul|refusé)/i.test(message.subject) ? 'cancelled' : 'invited',
    };
  }
  if (kind !== 'human') return reading;
  // Most clients write apostrophes that the words above do not have.
  for (const sentence of sentences(text.replace(/[\u2018\u2019]/g, "'")).flatMap(pieces)) {
    if (/\?["')\]]?$/.test(sentence)) reading.questions.push(shorten(sentence, 300));
    if (optOutWords.test(sentence) && !/\b(?:before|until|till|bis|vor)\b/i.test(sentence)) reading.optOut = true;
    const hold = holdIn(sentence, said);
    if (hold) reading.hold = hold;
    else if (promiseWords.test(sentence) && !sentence.endsWith('?'))
      reading.promises.push({ text: shorten(sentence, 300), until: laterDate(sentence, said)?.date ?? null });
  }
  return reading;
}
