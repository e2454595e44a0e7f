/** What mail programs put above a quote, in thirty languages: Gmail (and its kin) as one line, Outlook as a block, and some others' ways. */

const who = 'Countersign <robin@seller.test>';

/** One line each, as Gmail has it in that language. */
export const gmail: Record<string, string> = {
  en: `On Mon, Nov 30, 2026 at 7:02 AM ${who} wrote:`,
  de: `Am Mo., 30. Nov. 2026 um 07:02 Uhr schrieb ${who}:`,
  fr: `Le lun. 30 nov. 2026 à 07:02, ${who} a écrit :`,
  es: `El lun, 30 nov 2026 a las 7:02, Countersign (<robin@seller.test>) escribió:`,
  it: `Il giorno lun 30 nov 2026 alle ore 07:02 ${who} ha scritto:`,
  pt: `Em seg., 30 de nov. de 2026 às 07:02, ${who} escreveu:`,
  nl: `Op ma 30 nov 2026 om 07:02 schreef ${who}:`,
  da: `Den man. 30. nov. 2026 kl. 07.02 skrev ${who}:`,
  sv: `Den mån 30 nov. 2026 kl 07:02 skrev ${who}:`,
  nb: `man. 30. nov. 2026 kl. 07:02 skrev ${who}:`,
  fi: `ma 30. marrask. 2026 klo 7.02 ${who} kirjoitti:`,
  is: `Þann mán., 30. nóv. 2026 kl. 07:02 skrifaði ${who}:`,
  pl: `pon., 30 lis 2026 o 07:02 ${who} napisał(a):`,
  cs: `po 30. 11. 2026 v 7:02 odesílatel ${who} napsal:`,
  sk: `po 30. 11. 2026 o 7:02 ${who} napísal(a):`,
  hu: `Countersign <robin@seller.test> ezt írta (időpont: 2026. nov. 30., H, 7:02):`,
  ro: `În lun., 30 nov. 2026 la 07:02, ${who} a scris:`,
  bg: `На пн, 30.11.2026 г. в 7:02 ч. ${who} написа:`,
  hr: `pon, 30. stu 2026. u 07:02 ${who} napisao je:`,
  sl: `V V pon., 30. nov. 2026 ob 07:02 je oseba ${who} napisala:`,
  et: `Kuupäev E, 30. november 2026 kell 07:02 kirjutas ${who}:`,
  lv: `pirmd., 2026. g. 30. nov., plkst. 07:02 — lietotājs ${who} rakstīja:`,
  lt: `2026-11-30, pr, 07:02 ${who} rašė:`,
  el: `Στις Δευ 30 Νοε 2026 στις 7:02 π.μ., ο χρήστης ${who} έγραψε:`,
  ru: `пн, 30 нояб. 2026 г. в 07:02, ${who}:`,
  uk: `пн, 30 лист. 2026 р. о 07:02 ${who} пише:`,
  tr: `${who}, 30 Kas 2026 Pzt, 07:02 tarihinde şunu yazdı:`,
  ar: `في الاثنين، ٣٠ نوفمبر ٢٠٢٦ في ٧:٠٢ ص تمت كتابة ما يلي بواسطة ‪Countersign‬‏ <‪robin@seller.test‬‏>:‬`,
  he: `‫בתאריך יום ב׳, 30 בנוב׳ 2026 ב-7:02 מאת ‪Countersign‬‏ <‪robin@seller.test‬‏>:‬`,
  fa: `در تاریخ دوشنبه ۳۰ نوامبر ۲۰۲۶، ۷:۰۲ Countersign <robin@seller.test> نوشت:`,
  hi: `सोम, 30 नव॰ 2026 को 7:02 am बजे को ${who} ने लिखा:`,
  th: `ในวันที่ จ. 30 พ.ย. 2026 เวลา 07:02 ${who} เขียนว่า:`,
  vi: `Vào Th 2, 30 thg 11, 2026 vào lúc 07:02 ${who} đã viết:`,
  id: `Pada Sen, 30 Nov 2026 pukul 07.02 ${who} menulis:`,
  ja: `2026年11月30日(月) 7:02 ${who}:`,
  zh: `${who} 于2026年11月30日周一 07:02写道：`,
  ko: `2026년 11월 30일 (월) 오전 7:02, Countersign <robin@seller.test>님이 작성:`,
  ca: `Missatge de ${who} del dia dl., 30 de nov. 2026 a les 7:02:`,
};

/** Sender, sent, to, subject: the words over which Outlook puts its block. */
const labels: Record<string, [string, string, string, string]> = {
  en: ['From:', 'Sent:', 'To:', 'Subject:'],
  de: ['Von:', 'Gesendet:', 'An:', 'Betreff:'],
  fr: ['De :', 'Envoyé :', 'À :', 'Objet :'],
  es: ['De:', 'Enviado el:', 'Para:', 'Asunto:'],
  it: ['Da:', 'Inviato:', 'A:', 'Oggetto:'],
  pt: ['De:', 'Enviado:', 'Para:', 'Assunto:'],
  nl: ['Van:', 'Verzonden:', 'Aan:', 'Onderwerp:'],
  da: ['Fra:', 'Sendt:', 'Til:', 'Emne:'],
  sv: ['Från:', 'Skickat:', 'Till:', 'Ämne:'],
  nb: ['Fra:', 'Sendt:', 'Til:', 'Emne:'],
  fi: ['Lähettäjä:', 'Lähetetty:', 'Vastaanottaja:', 'Aihe:'],
  is: ['Frá:', 'Sent:', 'Til:', 'Efni:'],
  pl: ['Od:', 'Wysłano:', 'Do:', 'Temat:'],
  cs: ['Od:', 'Odesláno:', 'Komu:', 'Předmět:'],
  sk: ['Od:', 'Odoslané:', 'Komu:', 'Predmet:'],
  hu: ['Feladó:', 'Elküldve:', 'Címzett:', 'Tárgy:'],
  ro: ['De la:', 'Trimis:', 'Către:', 'Subiect:'],
  bg: ['От:', 'Изпратено:', 'До:', 'Относно:'],
  hr: ['Šalje:', 'Poslano:', 'Prima:', 'Predmet:'],
  sl: ['Od:', 'Poslano:', 'Za:', 'Zadeva:'],
  et: ['Saatja:', 'Saadetud:', 'Adressaat:', 'Teema:'],
  lv: ['No:', 'Nosūtīts:', 'Kam:', 'Tēma:'],
  lt: ['Nuo:', 'Išsiųsta:', 'Kam:', 'Tema:'],
  el: ['Από:', 'Στάλθηκε:', 'Προς:', 'Θέμα:'],
  ru: ['От:', 'Отправлено:', 'Кому:', 'Тема:'],
  uk: ['Від:', 'Надіслано:', 'Кому:', 'Тема:'],
  tr: ['Kimden:', 'Gönderildi:', 'Kime:', 'Konu:'],
  ar: ['من:', 'تم الإرسال:', 'إلى:', 'الموضوع:'],
  he: ['מאת:', 'נשלח:', 'אל:', 'נושא:'],
  th: ['จาก:', 'ส่ง:', 'ถึง:', 'เรื่อง:'],
  vi: ['Từ:', 'Đã gửi:', 'Đến:', 'Chủ đề:'],
  id: ['Dari:', 'Dikirim:', 'Kepada:', 'Subjek:'],
  ja: ['差出人:', '送信日時:', '宛先:', '件名:'],
  zh: ['发件人:', '发送时间:', '收件人:', '主题:'],
  ko: ['보낸 사람:', '보낸 날짜:', '받는 사람:', '제목:'],
};

const blockOf = ([from, sent, to, subject]: [string, string, string, string], sender: string): string =>
  `${from} ${sender}\n${sent} 30.11.2026 07:02\n${to} Robin Rep\n${subject} Your deals today`;

export const outlook: Record<string, string> = Object.fromEntries(
  Object.entries(labels).map(([tongue, words]) => [tongue, blockOf(words, who)]),
);

/** The same without an address, in bold, and below a rule. */
export const outlookBare: Record<string, string> = Object.fromEntries(
  Object.entries(labels).map(([tongue, words]) => [tongue, blockOf(words, 'Countersign')]),
);
export const outlookBold: Record<string, string> = Object.fromEntries(
  Object.entries(labels).map(([tongue, words]) => [
    tongue,
    blockOf(words.map((word) => `*${word}*`) as [string, string, string, string], who),
  ]),
);
export const outlookRuled: Record<string, string> = Object.fromEntries(
  Object.entries(labels).map(([tongue, words]) => [tongue, `________________________________\n${blockOf(words, who)}`]),
);

export const others: Record<string, string> = {
  'Apple Mail, English': 'On Nov 30, 2026, at 07:02, Countersign <robin@seller.test> wrote:',
  'Apple Mail, British': 'On 30 Nov 2026, at 07:02, Countersign <robin@seller.test> wrote:',
  'Apple Mail, German': 'Am 30.11.2026 um 07:02 schrieb Countersign <robin@seller.test>:',
  'Apple Mail, French': 'Le 30 nov. 2026 à 07:02, Countersign <robin@seller.test> a écrit :',
  'Apple Mail, Spanish': 'El 30 nov 2026, a las 7:02, Countersign <robin@seller.test> escribió:',
  'Apple Mail, Italian': 'Il giorno 30 nov 2026, alle ore 07:02, Countersign <robin@seller.test> ha scritto:',
  'Apple Mail, Japanese': '2026/11/30 7:02、Countersign <robin@seller.test>のメール:',
  'Apple Mail, Chinese': '2026年11月30日 07:02，Countersign <robin@seller.test> 写道：',
  'Apple Mail, Korean': '2026. 11. 30. 오전 7:02, Countersign <robin@seller.test> 작성:',
  'Apple Mail, Russian': '30 нояб. 2026 г., в 07:02, Countersign <robin@seller.test> написал(а):',
  'Apple Mail forwards': 'Begin forwarded message:',
  'Apple Mail forwards, German': 'Anfang der weitergeleiteten Nachricht:',
  'Thunderbird, English': 'On 11/30/26 07:02, Countersign wrote:',
  'Thunderbird, German': 'Am 30.11.26 um 07:02 schrieb Countersign:',
  'Thunderbird, French': 'Le 30/11/2026 à 07:02, Countersign a écrit :',
  'Thunderbird, Spanish': 'El 30/11/26 a las 7:02, Countersign escribió:',
  'Thunderbird, Polish': 'W dniu 30.11.2026 o 07:02, Countersign pisze:',
  'Thunderbird, Czech': 'Dne 30. 11. 26 v 7:02 Countersign napsal(a):',
  'Thunderbird, Russian': '30.11.2026 07:02, Countersign пишет:',
  'Thunderbird, Japanese': '2026/11/30 7:02, Countersign wrote:',
  'Thunderbird forwards': '-------- Forwarded Message --------',
  'Thunderbird forwards, German': '-------- Weitergeleitete Nachricht --------',
  'Thunderbird forwards, Spanish': '-------- Mensaje reenviado --------',
  'Yahoo, English': 'On Monday, November 30, 2026 at 07:02:11 AM GMT+1, Countersign <robin@seller.test> wrote:',
  'Yahoo, German':
    'Am Montag, 30. November 2026 um 07:02:11 MEZ hat Countersign <robin@seller.test> Folgendes geschrieben:',
  'Yahoo, French': 'Le lundi 30 novembre 2026 à 07:02:11 UTC+1, Countersign <robin@seller.test> a écrit :',
  'Yahoo, Spanish': 'El lunes, 30 de noviembre de 2026, 07:02:11 CET, Countersign <robin@seller.test> escribió:',
  'Yahoo, Italian': 'Il lunedì 30 novembre 2026 alle ore 07:02:11 CET, Countersign <robin@seller.test> ha scritto:',
  'Yahoo, Portuguese':
    'Em segunda-feira, 30 de novembro de 2026 07:02:11 BRT, Countersign <robin@seller.test> escreveu:',
  'Yahoo, dashes': '--- On Mon, 30/11/26, Countersign <robin@seller.test> wrote:',
  Zoho: '---- On Mon, 30 Nov 2026 07:02:11 +0100 Countersign <robin@seller.test> wrote ----',
  ProtonMail:
    '------- Original Message -------\nOn Monday, November 30th, 2026 at 7:02 AM, Countersign <robin@seller.test> wrote:',
  Outlook: '-----Original Message-----',
  'Outlook, German': '-----Ursprüngliche Nachricht-----',
  'Outlook, French': "-----Message d'origine-----",
  'Outlook, Spanish': '-----Mensaje original-----',
  'Outlook, Russian': '-----Исходное сообщение-----',
  'Outlook, Japanese': '-----元のメッセージ-----',
  GMX: 'Gesendet: Montag, 30. November 2026 um 07:02 Uhr\nVon: "Countersign" <robin@seller.test>\nAn: robin@seller.test\nBetreff: Deine Deals',
  'Gmail forwards': '---------- Forwarded message ---------\nFrom: Countersign <robin@seller.test>',
  'Gmail forwards, German': '---------- Forwarded message ---------\nVon: Countersign <robin@seller.test>',
  'Lotus Notes': 'Countersign <robin@seller.test>\n30.11.2026 07:02\n\nAn\nRobin Rep\nThema\nYour deals today',
};
