/**
 * Where somebody else's words begin in a reply, in any language: by the shape of what mail programs put above a quote, a date, an address and a
 * colon, and by their words where the shape says too little. It errs on the side of a quote: what is taken for one is never carried out.
 */

import { months, shortMonths, weekdays } from '../reading/date-words.ts';
import { fold } from '../reading/fold.ts';
import { isOurs } from './phrases.ts';
import { endsTelling, isAutomatic, opensQuote, tells } from './reported.ts';
import { tokensOf } from './tokens.ts';

/** "wrote", as mail programs of some thirty languages have it above a quote. */
const wrote =
  /(?:^|[^\p{L}])(?:wrote|writes|schrieb|schrieben|geschrieben|(?:a )?[ée]crit|escribi[óo]|ha scritto|scrisse|schreef|geschreven|escreveu|skrev|skreiv|skrifaði|kirjoitti|napisa[łl]a?|napsala?|nap[íi]sala?|написал[аи]?|пишет|написа|пише|пиш[еа]|пісаў|yazd[ıi]|yazmış|viết|đã viết|a scris|írta|ezt írta|έγραψε|rašė|rakstīja|kirjutas|je napisala?|je napisao|napisao|napisala|menulis|menulis:|scríobh|ysgrifennodd|va escriure|idatzi du|shkroi)(?:$|[^\p{L}])|写道|寫道|写到|님이 작성|작성:|のメール|書きました|كتب|كتبت|نوشت|כתב|כתבה|מאת|เขียนว่า|เขียน|लिखा|লিখেছেন|எழுதினார்|hat geschrieben/iu;

const address = /[^\s<>()[\]@:,;]{1,80}@[^\s<>()@,;]{1,80}/u;
const bracketed = /[<([⟨]\s*(?:mailto:)?[^<>()\s@]{1,80}@[^<>()\s]{1,80}\s*[>)\]⟩]/u;
const clock = /(?:^|[^\d.:])[0-2]?\d\s?[:.hHч時시点時]\s?[0-5]\d/u;
const year = /(?:^|\D)(?:19|20|14|25)\d\d(?:\D|$)/u;
const shortDate = /(?:^|\D)\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}(?:\D|$)/u;
const dayNumber = /(?:^|\D)[0-3]?\d(?:\D|$)/u;
/** The line ends as the head of a quote does, marks that turn the direction of writing aside. */
const endsHead = /(?:[:：﹕]|wrote|schrieb|écrit|escribió|写道|寫道)\s*[-–—_*>]*$/iu;

const dated = (line: string): boolean => shortDate.test(line) || (year.test(line) && dayNumber.test(line));

/** A line that says who wrote what follows. */
export function isAttribution(line: string): boolean {
  if (line.length > 600) return false;
  if (/^[-–—_=*~#]{3}/u.test(line) && /[-–—_=*~#]{3}$/u.test(line) && /\p{L}/u.test(line)) return true;
  if (!endsHead.test(line)) return isClosed(line);
  if (bracketed.test(line)) return true;
  if (wrote.test(line) && (dated(line) || clock.test(line) || address.test(line))) return true;
  if (dated(line) && clock.test(line)) return true;
  return address.test(line) && (dated(line) || clock.test(line));
}

/** Without a colon: a sender in brackets with a day or an hour beside, or a last word that says "wrote" behind them. */
const isClosed = (line: string): boolean =>
  line.length <= 200 &&
  !/^\W{0,3}\d{1,2}\s/u.test(line) &&
  (dated(line) || clock.test(line)) &&
  (bracketed.test(line) || endsTelling(line));

/** The first part of an attribution that was wrapped: a date and a time, or an opening word and a date. */
const opening =
  /^(?:on|am|le|el|il|op|em|den|på|w|dnia|dne|vào|v|в|на|pada|em|il giorno|a|la|på|i|da|din|dňa|у|στις|ב|בתאריך|في|در|ใน|vers|om|kl)\s/iu;
export const startsAttribution = (line: string): boolean =>
  line.length <= 600 &&
  ((dated(line) && (clock.test(line) || opening.test(line))) ||
    (/\d/.test(line) && opening.test(line) && (clock.test(line) || address.test(line))));

/** May be the first part of one, by anything that one has in it. */
export const mayStartAttribution = (line: string): boolean =>
  line.length <= 600 &&
  (dated(line) ||
    clock.test(line) ||
    bracketed.test(line) ||
    opening.test(line) ||
    /<$/.test(line) ||
    wrote.test(line));

const fromWords =
  'from|von|de|da|van|fra|frá|från|fran|od|от|от кого|lähettäjä|kimden|gönderen|feladó|expeditor|de la|από|від|saatja|no|nuo|siuntėjas|nga|čalje|dari|từ|จาก|差出人|送信者|发件人|寄件者|寄件人|보낸 사람|보낸사람|发送者|מאת|من|از|प्रेषक|প্রেরক|avsändare|remitente|expéditeur|expediteur|absender|mittente|afzender|nadawca|odesílatel|pošiljatelj|šalje|sender|de parte de';
const fieldWords =
  'sent|til|efni|adressaat|zadeva|относно|изпратено|до|gesendet|envoyé|envoyée|envoye|enviado|enviado el|enviada|enviada em|inviato|verzonden|sendt|skickat|wysłano|wysłane|data wysłania|отправлено|дата|дата отправки|надіслано|lähetetty|päivämäärä|gönderilme tarihi|gönderildi|tarih|elküldve|dátum|dátum odoslania|trimis|ημερομηνία|στάλθηκε|saadetud|kuupäev|nosūtīts|išsiųsta|dikirim|tanggal|đã gửi|ngày|ส่ง|วันที่|送信日時|日付|日時|发送时间|发送日期|寄件日期|日期|보낸 날짜|날짜|보낸날짜|נשלח|תאריך|تاريخ الإرسال|التاريخ|تم الإرسال|تاریخ|दिनांक|date|datum|data|fecha|dato|odesláno|odoslané|poslano|to|an|à|para|a|aan|til|till|do|кому|kime|alıcı|címzett|către|catre|προς|saaja|kam|kepada|đến|ถึง|宛先|收件人|收件者|받는 사람|받는사람|אל|إلى|به|प्रति|komu|prima|za|cc|kopie|copie|subject|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|temat|тема|aihe|konu|tárgy|subiect|θέμα|teema|tēma|tema|subjek|perihal|chủ đề|tiêu đề|หัวเรื่อง|เรื่อง|件名|主题|主旨|제목|נושא|الموضوع|موضوع|विषय|předmět|predmet|asia|vastaanottaja|destinataire|destinatario|empfänger|reply-to|antwort an';
const fromLine = new RegExp(`^[*_]{0,2}(?:${fromWords})\\s?[:：][*_]{0,2}\\s*\\S`, 'iu');
const fieldLine = new RegExp(`^[*_]{0,2}(?:${fieldWords})\\s?[:：]`, 'iu');
/** Any label before a value, in letters that we do not know. */
const anyField = /^[*_]{0,2}[\p{L}\p{M}][\p{L}\p{M} .-]{0,28}\s?[:：][*_]{0,2}\s*\S/u;

/** A sender on one line, a date and a time on the next, as Notes has it. */
export const isBareHead = (line: string, next: string): boolean =>
  line.length <= 200 &&
  /^[^<>]{0,80}<[^<>\s]{1,80}@[^<>\s]{1,80}>$/u.test(line) &&
  next.length <= 80 &&
  dated(next) &&
  clock.test(next);

/** The headers that some mail programs put above what they quote without a mark. */
export function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const near = (lines[at] ?? '').slice(0, 600);
  const below = lines.slice(at + 1, at + 6).map((line) => line.slice(0, 600));
  if (fromLine.test(near)) {
    const fields = below.filter((line) => fieldLine.test(line) || fromLine.test(line)).length;
    if (fields >= (address.test(near) ? 1 : 2)) return true;
    if (address.test(near) && below.slice(0, 3).some((line) => anyField.test(line))) return true;
  }
  // Headers in an order of their own: the date first, or the subject.
  if (fieldLine.test(near) && below.slice(0, 3).some((line) => fromLine.test(line) && address.test(line))) return true;
  if (!anyField.test(near)) return false;
  const labelled = [near, ...below.slice(0, 3)].filter((line) => anyField.test(line));
  return (
    labelled.length >= 3 &&
    labelled.some((line) => address.test(line)) &&
    labelled.some((line) => clock.test(line) || year.test(line))
  );
}

/** Longer lines are no heads that a person or a chat has written. */
const longestLoose = 120;

/** "Message from Dana:", "her mail:", "quoting Dana:", "original:", "see below", "begin quote", "to me". */
const introduces =
  /^(?:(?:an? |eine? |un[ea]? |the |die |la |le |el )?(?:e-?mail|message|mail|note|nachricht|mensaje|correo|courriel|messaggio|bericht|mensagem) (?:from|by|of|von|de|da|van|di|del) .{1,60}:|(?:.{0,30}(?:her|his|their|its|'s|seine?|ihre?|son|sa|leur|su) )(?:e-?mail|mail|message|answer|reply|response|words|text|nachricht|antwort|worte|reponse|respuesta|mensaje|correo) ?:|(?:forwarded|weitergeleitet|transmis|transfere|reenviado|inoltrato|doorgestuurd|encaminhado) (?:by|from|von|par|por|da|door) .{1,60}|(?:quoting|quote|zitat(?: von)?|citando(?: a)?|citation(?: de)?|cita(?: de)?|cito)\b.{0,60}:|(?:begin |start (?:of )?)?quote\W*|original(?:e|text|mail)?:|(?:(?:please|pls|bitte|fyi)[,:]? )?(?:see|read)(?: mail| message| text| thread| the mail)? below|siehe(?: bitte)? unten|s\. ?u\.?|voir(?: mail)? ci-dessous|ci-dessous|ver(?: mas)? abajo|mas abajo|vedi sotto|zie(?: hier)? onder|ver abaixo|to me|an mich|a moi|para mi|<\/?(?:quote|blockquote)>|\[\/?quote[^\]]{0,40}\]|[*~•·.]{3,4}|(?:[*~•·] ){2,}[*~•·]|["“”„«»]) ?[.:!]?$/u;
const forwards = /^(?:fwd?|wg|tr|rv|enc|doorst|vs|vb|videresendt|i) ?: ?\S/iu;

/**
 * A head that no mail program has made, but a person, a chat or a page from which it was copied: a name and "wrote", a name and an hour, a sender
 * alone. Whatever stands below is asked about where it decides something.
 */
export function isLooseHead(line: string): boolean {
  if (line === '' || line.length > longestLoose) return false;
  if (isAutomatic(line) || opensQuote(line) || introduces.test(fold(line)) || forwards.test(line)) return true;
  if (/^-- ?\p{Lu}/u.test(line) && namesOnly(line)) return true;
  if (isSender(line)) return true;
  if (/^\W{0,3}\d{1,3}\b/u.test(line) && !clock.test(line) && !dated(line)) return false;
  if (/[:：]\W*$/u.test(line) && tells(line)) return true;
  if (endsTelling(line) && (opening.test(line) || line.split(' ').length <= 3 || !/[a-z]$/i.test(line))) return true;
  return isNameAndHour(line);
}

/** Below a line of the rep's own that ends in "Dana wrote:" stand her words. */
export const leadsOver = (line: string): boolean => line.length <= 600 && /[:：]["“„«]?$/u.test(line) && tells(line);

/** "From: Dana Berg" without anything else; in one tongue the word says no, and in one yes, which begin answers. */
function isSender(line: string): boolean {
  if (!fromLine.test(line)) return /^[^<>\d]{0,80}<[^<>\s]{1,80}@[^<>\s]{1,80}>$/u.test(line);
  return address.test(line) || (!/^\W*(?:no|da|a)\W/i.test(line) && namesOnly(line.replace(/^[^:：]*[:：]/u, '')));
}

/** Up to five words, all of them names as far as can be told, and no word of a command. */
function namesOnly(text: string): boolean {
  const words = tokensOf(text).filter(({ kind }) => kind === 'word');
  return (
    words.length > 0 &&
    words.length <= 5 &&
    !/\d/.test(text) &&
    words.every(
      ({ text: word, raw }) => /^(?:\p{Lu}|\p{Lo}|de|von|van|der|den|la|di|bin|al)/u.test(raw) && !isOurs(word),
    )
  );
}

/** Words that stand in a date and its hour beside numbers, in the languages of most mail programs. */
const hourWords =
  /(?<![\p{L}\p{M}])(?:[ap]\.?m\.?|at|um|à|a|las|la|alle|ore|klo|kl|o|om|v|в|uhr|h|gmt|utc|cet|cest|est|pst|on|am|le|el|the|of|de|den|du|mon|tue|wed|thu|fri|sat|sun|\d{1,2}(?:st|nd|rd|th))(?![\p{L}\p{M}])/giu;

/** "Dana Berg, 30 Nov 2026 07:02", "[Dana Berg, 07:02]", "30.11.2026 07:02", "7:02 AM (2 hours ago)". */
function isNameAndHour(line: string): boolean {
  if (!clock.test(line)) return false;
  if (/^\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)? \([^()]{1,30}\)$/iu.test(line)) return true;
  const rest = line
    .replace(hourWords, ' ')
    .replace(/[\d:.,/|()[\]+–—-]+/gu, ' ')
    .trim();
  const left = tokensOf(rest).filter(({ text }) => !isDayWord(text));
  if (left.length === 0)
    return dated(line) || (/\d/.test(line.replace(clock, '')) && tokensOf(rest).length > 0 && year.test(line));
  return namesOnly(left.map(({ raw }) => raw).join(' '));
}

/** "Dana Berg, 30 November 2026". A deal of this name would be left alone until then: the caller knows its deals. */
export function isNameAndDay(line: string): boolean {
  if (line.length > longestLoose || !year.test(line) || !/^\p{L}/u.test(line)) return false;
  const rest = line.replace(hourWords, ' ').replace(/[\d:.,/|()[\]+–—-]+/gu, ' ');
  const left = tokensOf(rest).filter(({ text }) => !isDayWord(text));
  return /\d\D/.test(line) && left.length > 0 && namesOnly(left.map(({ raw }) => raw).join(' '));
}

const isDayWord = (word: string): boolean => months.has(word) || shortMonths.has(word) || weekdays.has(word);

/** "Original message", "forwarded message" and their kin, with dashes or by their words. */
const passed =
  /^\W{0,10}(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:transféré|réexpédié)|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem (?:encaminhada|reencaminhada)|begin doorgestuurd bericht|forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht|original message|ursprüngliche nachricht|originalnachricht|message d['’]origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|oprindelig meddelelse|ursprungligt meddelande|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|původní zpráva|исходное сообщение|пересылаемое сообщение|orijinal ileti|eredeti üzenet|mesaj original|αρχικό μήνυμα|元のメッセージ|原始邮件|原始郵件|원본 메시지|הודעה מקורית|الرسالة الأصلية|thư gốc|ข้อความเดิม|pesan asli|pôvodná správa|izvorna poruka|оригинално съобщение|вихідне повідомлення)\W{0,40}$/iu;
const isRule = (line: string): boolean => /^[-_=*~─━—–]{5,}$/u.test(line) || /^[-_=]{4,}\s?\S/.test(line);

const forwardWords =
  /^(?:fwd?|wg)\s?:|forward|weitergeleitet|transf[ée]r|réexpédi|reenviad|inoltrat|encaminhad|doorgestuurd|vidarebefordra|videresend|пересыла|переслан|転送|转发|轉寄|전달/iu;
export const isForward = (line: string): boolean => line.length <= 600 && forwardWords.test(line);

export const isDivider = (line: string): boolean => line.length <= 600 && (passed.test(line) || isRule(line));

/** ">", "|" or initials and ">" before a line. */
export const isMarked = (line: string): boolean =>
  /^\s{0,8}(?:\p{Lu}{0,3}[>＞›»❯]|[|¦│┃▏]|&gt;|::\s)/u.test(line) &&
  !(/^\s{0,8}>>/.test(line) && line.endsWith('<<')) &&
  !/^\s{0,8}»[^»«]{1,200}«\W?$/u.test(line);
