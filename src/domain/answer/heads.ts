/**
 * Where somebody else's words begin in a reply, in any language: by the shape of what mail programs put above a quote, a date, an address and a
 * colon, and by their words where the shape says too little. It errs on the side of a quote: what is taken for one is never carried out.
 */

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
  if (!endsHead.test(line)) return false;
  if (bracketed.test(line)) return true;
  if (wrote.test(line) && (dated(line) || clock.test(line) || address.test(line))) return true;
  if (dated(line) && clock.test(line)) return true;
  return address.test(line) && (dated(line) || clock.test(line));
}

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

/** "Original message", "forwarded message" and their kin, with dashes or by their words. */
const passed =
  /^\W{0,10}(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:transféré|réexpédié)|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem (?:encaminhada|reencaminhada)|begin doorgestuurd bericht|forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht|original message|ursprüngliche nachricht|originalnachricht|message d['’]origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|oprindelig meddelelse|ursprungligt meddelande|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|původní zpráva|исходное сообщение|пересылаемое сообщение|orijinal ileti|eredeti üzenet|mesaj original|αρχικό μήνυμα|元のメッセージ|原始邮件|原始郵件|원본 메시지|הודעה מקורית|الرسالة الأصلية|thư gốc|ข้อความเดิม|pesan asli|pôvodná správa|izvorna poruka|оригинално съобщение|вихідне повідомлення)\W{0,40}$/iu;
const isRule = (line: string): boolean => /^[-_=*~─━—–]{5,}$/u.test(line) || /^[-_=]{4,}\s?\S/.test(line);

const forwardWords =
  /forward|weitergeleitet|transf[ée]r|réexpédi|reenviad|inoltrat|encaminhad|doorgestuurd|vidarebefordra|videresend|пересыла|переслан|転送|转发|轉寄|전달/iu;
export const isForward = (line: string): boolean => line.length <= 600 && forwardWords.test(line);

export const isDivider = (line: string): boolean => line.length <= 600 && (passed.test(line) || isRule(line));

/** ">", "|" or initials and ">" before a line. */
export const isMarked = (line: string): boolean =>
  /^\s{0,8}(?:\p{Lu}{0,3}[>＞›»❯]|[|¦│┃▏])/u.test(line) && !(/^\s{0,8}>>/.test(line) && line.endsWith('<<'));
