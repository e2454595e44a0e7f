/** What a folder holds, by its name. */
import type { Place } from '../domain/mail.ts';

/** Names of folders as mail programs and providers write them, in the languages they come in. Lower case, parted by "|". */
const folderNames: Record<Exclude<Place, 'filed'> | 'junk', string> = {
  inbox:
    'inbox|maildir|posteingang|boîte de réception|courrier entrant|bandeja de entrada|recibidos|entrada|caixa de entrada|a receber|posta in arrivo|in arrivo|postvak in|inkorg|inkorgen|inkomna|indbakke|innboks|saapuneet|odebrane|skrzynka odbiorcza|doručená pošta|doručené|beérkezett üzenetek|gelen kutusu|входящие|вхідні|受信トレイ|受信箱|收件箱|收件匣|받은편지함|받은 편지함',
  sent: 'sent|sent mail|sent-mail|sent items|sent messages|gesendet|gesendete elemente|gesendete objekte|gesendete nachrichten|gesendete mails|envoyés|envoyé|éléments envoyés|messages envoyés|courrier envoyé|enviados|enviado|elementos enviados|mensajes enviados|correo enviado|enviadas|itens enviados|e-mails enviados|mensagens enviadas|posta inviata|inviata|inviati|elementi inviati|messaggi inviati|verzonden|verzonden items|verzonden berichten|verzonden objecten|skickat|skickade|skickade objekt|skickade meddelanden|sendt|sendte|sendt post|sendt e-post|sendte elementer|lähetetyt|lähetetyt viestit|wysłane|elementy wysłane|wiadomości wysłane|odeslané|odeslaná pošta|odoslané|elküldött|elküldött elemek|elküldött üzenetek|gönderilmiş öğeler|gönderilmiş postalar|gönderilenler|отправленные|отправленная почта|надіслані|送信済み|送信済みメール|送信済みアイテム|已发送|已发送邮件|已傳送|寄件備份|보낸편지함|보낸 편지함',
  drafts:
    'drafts|draft|entwürfe|entwurf|brouillons|brouillon|borradores|borrador|bozze|rascunhos|rascunho|concepten|concept|utkast|kladder|kladde|luonnokset|kopie robocze|wersje robocze|szkice|koncepty|rozepsané|rozepsaná pošta|piszkozatok|taslaklar|черновики|чернетки|下書き|草稿|草稿箱|임시보관함|임시 보관함',
  trash:
    'trash|bin|deleted|deleted items|deleted messages|papierkorb|gelöscht|gelöschte elemente|gelöschte objekte|gelöschte nachrichten|corbeille|éléments supprimés|messages supprimés|papelera|elementos eliminados|eliminados|cestino|posta eliminata|elementi eliminati|lixeira|lixo|itens excluídos|itens eliminados|prullenbak|prullenmand|verwijderde items|papperskorg|papperskorgen|borttagna objekt|borttaget|papirkurv|slettet|slettet post|slettede elementer|søppel|roskakori|poistetut|kosz|elementy usunięte|koš|odstraněná pošta|odstraněné|kôš|lomtár|kuka|törölt elemek|çöp|çöp kutusu|silinmiş öğeler|корзина|удаленные|удалённые|кошик|ゴミ箱|ごみ箱|削除済みアイテム|已删除|已删除邮件|垃圾桶|휴지통',
  junk: 'junk|junk e-mail|junk email|junk mail|spam|bulk|bulk mail|spamverdacht|unerwünscht|unerwünschte werbung|indésirables|courrier indésirable|pourriel|correo no deseado|no deseado|posta indesiderata|indesiderata|lixo eletrónico|lixo eletrônico|lixo electrónico|ongewenst|ongewenste e-mail|ongewenste reclame|skräppost|søppelpost|uønsket|uønsket e-mail|uønsket mail|roskaposti|niechciane|wiadomości-śmieci|nevyžádaná pošta|nevyžádané|levélszemét|önemsiz|önemsiz e-posta|gereksiz|спам|нежелательная почта|небажана пошта|迷惑メール|スパム|垃圾邮件|垃圾郵件|스팸|스팸메일|스팸함',
};

const kindOfFolder = new Map<string, keyof typeof folderNames>(
  (Object.keys(folderNames) as (keyof typeof folderNames)[]).flatMap((kind) =>
    folderNames[kind].split('|').map((name) => [folded(name), kind] as const),
  ),
);

/** Labels with which Gmail's export says that a mail was not opened. */
const unreadLabels = new Set(
  'unread|ungelesen|non lus|non lu|messages non lus|no leídos|no leído|sin leer|da leggere|non letti|não lidas|não lidos|ongelezen|olästa|ulæst|ulæste|ulest|uleste|lukemattomat|nieprzeczytane|nepřečtené|olvasatlan|okunmamış|непрочитанные|непрочитані|未読|未读|未讀|읽지않음'
    .split('|')
    .map(folded),
);

/** A file system may store "ü" as two characters, and people do not agree on capitals. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** What a folder is by its name: "[Gmail]/Sent Mail", ".INBOX.Entw&APw-rfe", "Sent.mbox". Null when the name says nothing. */
export function kindOfFolderName(name: string): Exclude<Place, 'filed'> | 'junk' | null {
  const plain = name.replace(/\.(?:mbox|mbx|sbd)$/i, '');
  // Maildir++ and some servers part the levels with dots.
  for (const each of [plain, plain.split(/[./\\]/).at(-1)!]) {
    const kind = kindOfFolder.get(folded(fromModifiedUtf7(each)));
    if (kind) return kind;
  }
  return null;
}

/** Folder names beyond ASCII as IMAP servers store them (RFC 3501 §5.1.3). */
function fromModifiedUtf7(name: string): string {
  return name.replace(/&([A-Za-z0-9+,]*)-/g, (_, code: string) => {
    if (code === '') return '&';
    const bytes = Buffer.from(code.replaceAll(',', '/'), 'base64');
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  });
}

/** Whether a label of Gmail's export says that a mail was not opened. */
export function saysUnread(label: string): boolean {
  return unreadLabels.has(folded(label));
}
