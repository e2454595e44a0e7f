/**
 * Whether a mail is certainly a machine's, so that nobody need have opened it. What only looks like a notice, a newsletter or an absence note may
 * be a person's answer: there the words decide its kind, and headers alone make it certain.
 */
import { mayBePerson } from '../addresses.ts';
import type { Message } from '../mail.ts';
import { absentWords } from './absence-words.ts';
import { commentIn } from './beside.ts';
import { fold } from './fold.ts';
import type { MessageKind } from './kind.ts';
import * as notices from './kind-notices.ts';
import * as words from './kind-words.ts';
import { sentencesOf } from './sentences.ts';

export interface Seen {
  kind: MessageKind;
  /** Its new text. */
  text: string;
  /** An absence was read in it. */
  away: boolean;
}

export function isMachine(message: Message, { kind, text, away }: Seen): boolean {
  switch (kind) {
    case 'bounce':
      return isReport(message) || nobodySent(message);
    case 'auto_reply':
      return isReport(message) || saysAutomatic(message) || (away && isOnlyNote(text));
    case 'invitation':
      return isPlainAnswer(message, text);
    case 'bulk':
      return isMassMail(message);
    default:
      return false;
  }
}

/** RFC 6522: delivery reports and read receipts. */
const isReport = ({ signals }: Message): boolean =>
  /multipart\/report|report-type/i.test(signals['content-type'] ?? '');

const localOf = ({ from }: Message): string => (from?.address ?? '').replace(/@[^@]*$/, '');

const nobodySent = (message: Message): boolean =>
  message.from === null ||
  words.bounceSender.test(localOf(message)) ||
  /^\s*<\s*>\s*$/.test(message.signals['return-path'] ?? '');

/** RFC 3834, and what was said before it. */
const saysAutomatic = ({ signals }: Message): boolean =>
  /^\s*auto-/i.test(signals['auto-submitted'] ?? '') ||
  signals['x-autoreply'] !== undefined ||
  signals['x-autorespond'] !== undefined ||
  /auto_?reply/i.test(signals.precedence ?? '');

/** A greeting, thanks and a name say nothing. */
const fewWords = 3;

/** Every clause of it tells of the absence, or where to turn meanwhile. */
const isOnlyNote = (text: string): boolean =>
  sentencesOf(text)
    .flatMap(({ folded }) =>
      folded.split(/[,;:]|(?<!\p{L})(?:and|und|et|y|e|en|but|aber|mais|pero|mas|ma|maar)(?!\p{L})/u),
    )
    .every((clause) => ofNote.some((form) => form.test(clause)) || clause.trim().split(/\s+/).length <= fewWords);

const ofNote = [absentWords, notices.thanksForMail, notices.meanwhile, notices.redirect, words.autoText];

/** Accepted or declined, and not a word with it: no comment, no other time proposed (RFC 5546 §3.2.3). */
function isPlainAnswer(message: Message, text: string): boolean {
  const { calendar = '', signals, subject } = message;
  const answers = calendar
    ? /^METHOD[^:\r\n]{0,100}:\s*REPLY/im.test(calendar)
    : /method=["']?reply/i.test(signals['content-type'] ?? '') || notices.calendarAnswer.test(fold(subject));
  if (!answers || /x-response-comment\s*=/i.test(calendar)) return false;
  return commentIn(message, isCalendarText(text) ? '' : text) === '';
}

/** "Dana Berg has accepted this invitation.", and then what the calendar tells of the meeting. */
function isCalendarText(text: string): boolean {
  const first = fold(text.trimStart().split('\n', 1)[0] ?? '');
  return (
    notices.calendarText.test(first) &&
    /\p{L}\.?\s*$/u.test(first) &&
    !/\?/.test(text) &&
    !notices.oneself.test(fold(text))
  );
}

/** Says by its header that it goes to many, answers nothing, and comes from an address that is no person's. */
const isMassMail = (message: Message): boolean =>
  (message.signals['list-unsubscribe'] !== undefined ||
    message.signals['list-id'] !== undefined ||
    /^\s*(?:bulk|list|junk)/i.test(message.signals.precedence ?? '') ||
    saysAutomatic(message)) &&
  message.inReplyTo === null &&
  message.references.length === 0 &&
  isMassAddress(message);

const isMassAddress = (message: Message): boolean =>
  !mayBePerson(message.from?.address ?? '') ||
  words.roleSender.test(localOf(message)) ||
  words.noReply.test(localOf(message));
