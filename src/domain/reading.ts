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
  /^\s*(?:auto(?:matic|matische)?[- ]?(?:reply|response|antwort)|out of (?:the )?office|abwesen|réponse automatique|absence|respuesta automática|fuera de la oficina|risposta automatica|resposta automática|automatisch antwoord)/i;

function kindOf(message: Message, text: string): MessageKind {
  const { signals } = message;
  const sender = message.from?.address ?? '';
  const type = signals['content-type']?.toLowerCase() ?? '';
  if (/^(?:mailer-daemon|postmaster)@/.test(sender) || /multipart\/report/.test(type)) return 'bounce';
  const auto = signals['auto-submitted']?.trim().toLowerCase();
  if (
    (auto && !auto.startsWith('no')) ||
    signals['x-autoreply'] ||
    signals['x-autorespond'] ||
    /auto_?reply/i.test(signals.precedence ?? '') ||
    autoSubject.test(message.subject)
  )
    return 'auto_reply';
  if (/text\/calendar/.test(type) || message.attachments.some((name) => /\.ics$/i.test(name))) return 'invitation';
  if (signals['list-unsubscribe'] || /^\s*(?:bulk|list|junk)\b/i.test(signals.precedence ?? '')) return 'bulk';
  return text === '' && message.text.trim() === '' ? 'unreadable' : 'human';
}

/** "not before", "circle back in", "hold off until": the person asks for silence until some time. */
const holdWords: RegExp[] = [
  /\b(?:not|n't|no)\b[^.?!]{0,60}\b(?:before|until|till)\b/i,
  /\b(?:circle|come|get|check|loop) back\b[^.?!]{0,40}\b(?:in|after|on|next|once|when|then|from)\b/i,
  /\b(?:reach out|touch base|follow up|reconnect|talk|speak|revisit|pick (?:this|it) (?:back )?up)\b[^.?!]{0,30}\b(?:again\b[^.?!]{0,20})?\b(?:after|in (?:q[1-4]|the new year|january|february|march|april|may|june|july|august|september|october|november|december|\w+ (?:weeks?|months?))|next (?:month|quarter|year))\b/i,
  /\b(?:hold off|wait|pause|park (?:this|it))\b[^.?!]{0,30}\b(?:until|till|for|before)\b/i,
  /\b(?:erst|nicht)\b[^.?!]{0,40}\b(?:nach|vor|ab|im|wieder)\b[^.?!]{0,60}\b(?:melden|kontakt|sprechen|telefonieren|schreiben)/i,
  /\bmelden\b[^.?!]{0,40}\b(?:erst|wieder|nach|ab|im)\b/i,
];
/** Sentences with the same words that ask for nothing of the kind. */
const notAHold =
  /\b(?:no need to wait|don't (?:have to )?wait|could not reach|couldn't reach|closed until|not (?:too )?late)\b/i;

const optOutWords =
  /\b(?:stop (?:e-?mailing|contacting|writing)|unsubscribe me|remove me from|take me off|do not (?:contact|e-?mail|write)|don't (?:contact|e-?mail|write to) (?:me|us)|keine (?:weiteren )?(?:e-?)?mails|nicht mehr (?:kontaktieren|anschreiben)|ne (?:me|nous) contactez plus|no me escriba(?:n)? más)\b/i;

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

function laterDate(sentence: string, said: Said): { date: string; text: string } | null {
  const { language } = said;
  const parser =
    language === 'de' ? chrono.de : language === 'fr' ? chrono.fr : language === 'es' ? chrono.es : chrono.en;
  const reference = { instant: said.at, timezone: zoneOffsetMinutes(said.at, said.zone) };
  const found = parser.parse(sentence, reference, { forwardDate: true });
  const last = found.at(-1);
  if (!last) return null;
  const { start } = last;
  const month = String(start.get('month')).padStart(2, '0');
  const day = String(start.get('day')).padStart(2, '0');
  return { date: `${start.get('year')}-${month}-${day}`, text: last.text };
}

function holdIn(sentence: string, said: Said): Hold | null {
  if (notAHold.test(sentence) || !holdWords.some((words) => words.test(sentence))) return null;
  const named = laterDate(sentence, said);
  // "before the 12th", "until Friday": fine on the day itself. "after the 12th": fine the day after.
  const after = named && /\b(?:after|nach|après|después)\b[^.?!]{0,60}$/i.test(sentence.split(named.text)[0] ?? '');
  const until = named
    ? after
      ? addDays(named.date, 1)
      : named.date
    : addDays(civilDate(said.at, said.zone), vagueHoldDays);
  return { until, scope: 'person', quote: shorten(sentence, 240) };
}

/** First day back, from "back on 3 March", "until 2 March", "returning Monday". */
function absenceUntil(text: string, said: Said): string | null {
  for (const sentence of sentences(text)) {
    const back = /\b(?:back|return(?:ing)?|wieder|zurück|de retour|de vuelta)\b/i.test(sentence);
    const until = /\b(?:until|till|through|bis|jusqu|hasta)\b/i.test(sentence);
    const named = back || until ? laterDate(sentence, said) : null;
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
    const when = /^\s*(?:when|wann|quand|cuándo)\s*:\s*(.{4,120})$/im.exec(message.text)?.[1];
    reading.meeting = {
      at: when ? (laterDate(when, said)?.date ?? null) : null,
      state: /^\s*(?:cancel|abgesagt|annul)/i.test(message.subject) ? 'cancelled' : 'invited',
    };
  }
  if (kind !== 'human') return reading;
  for (const sentence of sentences(text)) {
    if (/\?["')\]]?$/.test(sentence)) reading.questions.push(shorten(sentence, 300));
    if (optOutWords.test(sentence) && !/\b(?:before|until|till|bis|vor)\b/i.test(sentence)) reading.optOut = true;
    const hold = holdIn(sentence, said);
    if (hold) reading.hold = hold;
    else if (promiseWords.test(sentence) && !sentence.endsWith('?'))
      reading.promises.push({ text: shorten(sentence, 300), until: laterDate(sentence, said)?.date ?? null });
  }
  return reading;
}
