/**
 * Who or what wrote a message. Headers decide before words do: RFC 3464 (delivery reports), RFC 8098 (read receipts), RFC 3834
 * (automatic answers), RFC 5545 (calendars), RFC 2369 and 2919 (lists).
 */
import { isReplySubject, type Message } from '../mail.ts';
import { absentWords } from './absence-words.ts';
import { fold } from './fold.ts';
import * as words from './kind-words.ts';

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
  if (whole.trim() === '' && words.calendarSubject.test(subject)) return 'invitation';
  if (illegible(message.text))
    return /\p{L}{3}/u.test(subject) && auto.startsWith('auto') ? 'auto_reply' : 'unreadable';
  if (isAutoReply(signals, auto, subject, body)) return 'auto_reply';
  if (isBulk(message, local, subject, body, isReply, auto)) return 'bulk';
  if (/^(?:accepted|declined|tentative)\b/.test(subject) && body.trim() === '') return 'invitation';
  return 'human';
}

/** A report that delivery is late and not that it failed. */
export function isLate(message: Message): boolean {
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

/** Nothing to read, or mostly what a wrong charset leaves. */
function illegible(text: string): boolean {
  const start = text.slice(0, looked);
  if (!/[\p{L}\p{N}]/u.test(start)) return start.includes('\ufffd') || !/[\p{S}!?]/u.test(start);
  const broken = start.split('\ufffd').length - 1;
  return broken > 0 && broken > (start.match(/[\p{L}\p{N}]/gu)?.length ?? 0);
}

function isBounce(message: Message, local: string, subject: string, body: string, isReply: boolean): boolean {
  // A daemon's From is often no address, and its envelope's sender always empty (RFC 3464 §2, RFC 5321 §6.1).
  const nobody = message.from === null || /^\s*<\s*>\s*$/.test(message.signals['return-path'] ?? '');
  const says = words.bounceSubject.test(subject) || words.bounceText.test(body);
  if (words.bounceSender.test(local)) return !/^post[-_]?master/.test(local) || body.trim() === '' || says || nobody;
  if (words.autoSubject.test(subject)) return false;
  if (nobody) return says;
  if (words.noticeText.test(`${subject}\n${body}`)) return true;
  if (isReply) return false;
  if (words.noReply.test(local)) return says && words.bounceText.test(body);
  return words.bounceSubject.test(subject) && (words.bounceText.test(body) || body.trim() === '') && !/\?/.test(body);
}

function isAutoReply(signals: Message['signals'], auto: string, subject: string, body: string): boolean {
  if (signals['x-autoreply'] || signals['x-autorespond'] || /auto_?reply/i.test(signals.precedence ?? '')) return true;
  if (auto.startsWith('auto-replied')) return true;
  if (words.autoSubject.test(subject)) return true;
  const away = absentWords.test(subject) || absentWords.test(body);
  if (auto !== '' && !auto.startsWith('no') && (away || words.autoText.test(body))) return true;
  if (signals['x-auto-response-suppress'] && away && !/\?/.test(body)) return true;
  if (words.absenceSubject.test(subject) && !/\?/.test(body)) return true;
  return words.autoText.test(body) && !words.bulkText.test(body) && !/\?/.test(body);
}

function isBulk(
  message: Message,
  local: string,
  subject: string,
  body: string,
  isReply: boolean,
  auto: string,
): boolean {
  const { signals } = message;
  if (words.noReply.test(local)) return true;
  if (auto !== '' && !auto.startsWith('no')) return true;
  const precedence = (signals.precedence ?? '').trim().toLowerCase();
  const listed =
    signals['list-unsubscribe'] !== undefined ||
    signals['list-id'] !== undefined ||
    /^(?:bulk|list|junk)/.test(precedence);
  if (listed && isReply) return false;
  const role = words.roleSender.test(local);
  if (listed) {
    // A list of people talking tags its subjects or says that it is one; a newsletter is a list of its sender's own.
    const talk = /^\s*\[[^\]]{1,40}\]/.test(subject) || precedence.startsWith('list');
    return role || !talk;
  }
  if (isReply) return false;
  return words.bulkText.test(body) && !/\?\s*$/.test(body.trim());
}
