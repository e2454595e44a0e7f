/**
 * Who or what wrote a message. Headers decide before words do: RFC 3464 (delivery reports), RFC 8098 (read receipts), RFC 3834
 * (automatic answers), RFC 5545 (calendars), RFC 2369 and 2919 (lists).
 */
import { isReplySubject, type Message } from '../mail.ts';
import { absentWords } from './absence-words.ts';
import { fold } from './fold.ts';
import * as notices from './kind-notices.ts';
import * as words from './kind-words.ts';
import { isLetter } from './letter.ts';

export type MessageKind = 'human' | 'auto_reply' | 'bounce' | 'bulk' | 'invitation' | 'unreadable';

/** Characters of a body that its kind is judged by. */
const looked = 4_000;

/** A calendar part, or one without a name, which the mailbox numbers. */
const calendarFile = /\.ics$|^text-calendar-\d+$/i;

/** `text` is the new text: what somebody quotes or forwards says nothing about who wrote. */
export function kindOf(message: Message, text: string): MessageKind {
  const { signals } = message;
  const type = (signals['content-type'] ?? '').toLowerCase();
  const subject = fold(message.subject);
  const body = fold(text.slice(0, looked));
  const whole = fold(message.text.slice(0, looked));
  const address = message.from?.address ?? '';
  const local = address.slice(0, address.lastIndexOf('@'));
  const auto = signals['auto-submitted']?.trim().toLowerCase() ?? '';
  const isReply = isReplySubject(message.subject) || /^r\s?:/i.test(message.subject) || message.inReplyTo !== null;

  if (/multipart\/report|report-type/.test(type))
    return /disposition-notification/.test(type) ? 'auto_reply' : 'bounce';
  if (enciphered(type, whole)) return 'unreadable';
  if (
    /text\/calendar|calendarmessage/.test(type) ||
    message.calendar ||
    message.attachments.some((name) => calendarFile.test(name))
  )
    return 'invitation';
  if (isBounce(message, local, subject, whole, isReply)) return 'bounce';
  if (isCalendar(subject, whole)) return 'invitation';
  if (whole.trim() === '' && words.calendarSubject.test(subject)) return 'invitation';
  if (illegible(message.text))
    return /\p{L}{3}/u.test(subject) && auto.startsWith('auto') ? 'auto_reply' : 'unreadable';
  const letter = isLetter(message, body);
  if (isAutoReply(message, local, auto, subject, body, isReply, letter)) return 'auto_reply';
  if (isBulk(message, local, subject, body, isReply, auto, letter)) return 'bulk';
  if (/^(?:accepted|declined|tentative)\b/.test(subject) && body.trim() === '') return 'invitation';
  return 'human';
}

/** A report that delivery is late and not that it failed. */
export function isLate(message: Pick<Message, 'subject' | 'text'>): boolean {
  return (
    words.lateText.test(fold(`${message.subject}\n${message.text.slice(0, looked)}`)) &&
    !/\bfail(?:ed|ure)\b/i.test(message.subject)
  );
}

function enciphered(type: string, body: string): boolean {
  return (
    /multipart\/encrypted|pkcs7-mime.*enveloped|smime-type=enveloped/.test(type) ||
    /^\s*-----begin pgp message/.test(body)
  );
}

/** What is left of UTF-8 that was read as something else, once or twice. */
const mojibake =
  /\u00c3[\u0080-\u00bf\u0192\u201a\u00a0-\u00ff]|\u00c2[\u0080-\u00bf]|\u00ef\u00bf\u00bd|\u00e2\u20ac|\ufffd/g;

/** Nothing to read, or mostly what a wrong charset, a cipher or a torn part leaves. */
function illegible(text: string): boolean {
  const start = text.slice(0, looked).replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ');
  const said = start.trim();
  if (/^%PDF-\d/.test(said) || (/^[A-Za-z0-9+/=\r\n]{40,}$/.test(said) && /[0-9+/=]/.test(said))) return true;
  if ((start.match(mojibake)?.length ?? 0) * 8 > said.length) return true;
  if (/^[?\s]{8,}$/.test(said)) return true;
  const letters = start.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const broken = start.match(/\ufffd/g)?.length ?? 0;
  return (letters === 0 && !/[\p{S}!?]/u.test(start.replaceAll('\ufffd', ''))) || broken > letters;
}

function isBounce(message: Message, local: string, subject: string, body: string, isReply: boolean): boolean {
  // A daemon's From is often no address, and its envelope's sender always empty (RFC 3464 §2, RFC 5321 §6.1).
  const nobody = message.from === null || /^\s*<\s*>\s*$/.test(message.signals['return-path'] ?? '');
  const says = words.bounceSubject.test(subject) || words.bounceText.test(body);
  const late = notices.queued.test(body) && (notices.queuedSubject.test(subject) || notices.redirect.test(body));
  if (words.bounceSender.test(local))
    return !/^post[-_]?master/.test(local) || body.trim() === '' || says || nobody || late;
  if (words.autoSubject.test(subject)) return false;
  if (nobody) return says || late;
  if (words.noticeText.test(`${subject}\n${body}`)) return true;
  if (isReply) return false;
  if (words.noReply.test(local)) return says && words.bounceText.test(body);
  if (notices.queuedSubject.test(subject) && late && !notices.oneself.test(body)) return true;
  // Where no daemon sends it, a report names the address or gives the code; a person who tells of it seldom does.
  const exact =
    notices.redirect.test(body) ||
    /\b[45]\d\d\b|\b[45]\.\d{1,2}\.\d/.test(body) ||
    !(notices.oneself.test(body) || /\bme\b/.test(body));
  return (
    words.bounceSubject.test(subject) &&
    ((words.bounceText.test(body) && exact) || body.trim() === '') &&
    !/\?/.test(body)
  );
}

/** A calendar's own notice, known by its subject and its buttons. */
const isCalendar = (subject: string, body: string): boolean =>
  notices.calendarHead.test(subject) && notices.calendarText.test(body) && !notices.oneself.test(body);

function isAutoReply(
  { signals, subject: written }: Message,
  local: string,
  auto: string,
  subject: string,
  body: string,
  isReply: boolean,
  letter: boolean,
): boolean {
  if (signals['x-autoreply'] || signals['x-autorespond'] || /auto_?reply/i.test(signals.precedence ?? '')) return true;
  if (auto.startsWith('auto-replied')) return true;
  // Somebody asks about it, or the subject goes on to say something else.
  const spokenOf = notices.yourAutomatic.test(body) || /\?/.test(written) || /\?/.test(body);
  if (words.autoSubject.test(subject) && !spokenOf && headOnly(subject)) return true;
  const away = absentWords.test(subject) || absentWords.test(body);
  const machine = auto !== '' && !auto.startsWith('no');
  const desk = notices.desk.test(local);
  const noted =
    ((machine || !letter) && isReceipt(subject, body, isReply || machine || desk)) ||
    isRetired(body) ||
    (!isReply && (isAway(body) || thanksAway(body) || isClosed(local, subject, body)));
  if (machine && (away || words.autoText.test(body) || noted || notices.receipt.test(body))) return true;
  if (signals['x-auto-response-suppress'] && away && !/\?/.test(body)) return true;
  const matter = notices.yourAutomatic.test(body) || words.wasAway.test(body) || words.ownNeed.test(body);
  if (words.absenceSubject.test(subject) && !/\?/.test(body) && !matter) return true;
  return noted || (words.autoText.test(body) && !words.bulkText.test(body) && !spokenOf);
}

/** "Automatic reply" and then nothing, or a colon; not "Automatic reply on your site is broken". */
const headOnly = (subject: string): boolean => /[:(]/.test(subject) || subject.trim().split(/\s+/).length <= 4;

/** A ticket tool's word that it has the request; a person says "I", and asks. */
const isReceipt = (subject: string, body: string, likely: boolean): boolean =>
  !/\?/.test(body) &&
  !notices.oneself.test(body) &&
  notices.receipt.test(`${subject}\n${body}`) &&
  (notices.handled.test(body) || (likely && body.length < 600));

/** "This mailbox is no longer read, write to …": nobody speaks, and another address follows. */
const isRetired = (body: string): boolean =>
  body.length < 700 &&
  !/\?/.test(body) &&
  notices.retired.test(body) &&
  notices.redirect.test(body) &&
  !speaks.test(body);

/** "I am on leave until Monday; in urgent cases write to …": said to everybody. */
const isAway = (body: string): boolean =>
  body.length < 500 &&
  !/\?/.test(body) &&
  /\d/.test(body) &&
  notices.meanwhile.test(body) &&
  notices.redirect.test(body) &&
  absentWords.test(body) &&
  !notices.appointed.test(body);

/** "Thank you for your mail. I am travelling until Tuesday": what every writer is told first. */
const thanksAway = (body: string): boolean =>
  body.length < 400 &&
  !/\?/.test(body) &&
  thanksFirst(body) &&
  absentWords.test(body) &&
  !words.wasAway.test(body) &&
  !words.ownNeed.test(body) &&
  !notices.appointed.test(body);

/** Before anything else: who has said something and then thanks, answers. */
function thanksFirst(body: string): boolean {
  const thanks = notices.thanksForMail.exec(body.slice(0, 80));
  return thanks !== null && !/[.!?]\s/.test(body.slice(0, thanks.index));
}

/** "We are closed from 3 to 21 August": a house tells everybody, under that head or from nobody's address, and asks for nothing. */
const isClosed = (local: string, subject: string, body: string): boolean =>
  body.length < 400 &&
  (words.roleSender.test(local) || notices.desk.test(local) || notices.closedHouse.test(subject)) &&
  !/\?|https?:/.test(body) &&
  /\d/.test(body) &&
  notices.closedHouse.test(body) &&
  !notices.oneself.test(body) &&
  !words.ownNeed.test(body) &&
  !notices.please.test(body) &&
  !notices.byTitle.test(body);

/** "I no longer do purchasing": a person tells who does. */
const speaks =
  /(?<!\p{L})(?:i'm|i am|i no longer|i have moved|ich bin (?:\p{L}+ ){0,2}(?:nicht mehr fur|jetzt)|je ne m'occupe|je suis|je n'ai|ya no estoy|no llevo|soy|estou|sono passat\p{L}|ho cambiato|non mi occupo|ik ben (?:nu|niet meer verantwoordelijk)|ik doe)(?!\p{L})/u;

function isBulk(
  message: Message,
  local: string,
  subject: string,
  body: string,
  isReply: boolean,
  auto: string,
  letter: boolean,
): boolean {
  const { signals } = message;
  if (words.noReply.test(local)) return true;
  if (auto !== '' && !auto.startsWith('no')) return true;
  const precedence = (signals.precedence ?? '').trim().toLowerCase();
  const listed =
    signals['list-unsubscribe'] !== undefined ||
    signals['list-id'] !== undefined ||
    /^(?:bulk|list|junk)/.test(precedence);
  const many = notices.toMany.test(body);
  // Tools of sales and of lists put these headers on one person's mail to another, too.
  const toOne = letter && !many && !words.bulkText.test(body) && !/https?:/.test(body);
  if (listed && (isReply || toOne)) return false;
  const role = words.roleSender.test(local);
  if (listed) {
    // A list of people talking tags its subjects or says that it is one; a newsletter is a list of its sender's own.
    const talk = /^\s*\[[^\]]{1,40}\]/.test(subject) || precedence.startsWith('list');
    return role || !talk;
  }
  if (isReply) return false;
  if (notices.unfilled.test(message.subject) || notices.unfilled.test(message.text.slice(0, looked))) return true;
  const personal = toOne || notices.oneself.test(body);
  if (notices.shop.test(`${subject}\n${body}`) && !personal && !/\?/.test(body) && /\d/.test(body)) return true;
  if (notices.account.test(`${subject}\n${body}`) && !personal && !/\?/.test(body) && (role || /https?:/.test(body)))
    return true;
  // One word leaves a list, and is no list's.
  if (body.trim().length < 40 && !/https?:/.test(body)) return false;
  if (words.bulkText.test(body)) return !(personal && /\?|!/.test(body)) && !(!many && /\?\s*$/.test(body.trim()));
  // A link, and nobody who speaks.
  const nobody = (role || notices.desk.test(local) || notices.yours.test(subject)) && !personal && !/\?/.test(body);
  if (nobody && (/https?:/.test(body) || (many && manyTimes(body) > 1))) return true;
  return many && !personal && manyTimes(body) > (role ? 1 : 2);
}

/** How many different things only mail to many says. */
function manyTimes(body: string): number {
  const everywhere = new RegExp(notices.toMany.source, 'g');
  return new Set(Array.from(body.matchAll(everywhere), ([found]) => found)).size;
}
