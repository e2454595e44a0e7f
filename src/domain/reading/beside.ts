/**
 * What a person asks for beside a machine's words: no more mail, or rest until a day. In an absence note, in the comment of a declined
 * invitation, in a mail that only looks like many. Never what the machine itself says: the footer of a newsletter is no wish of its reader.
 */
import type { Message } from '../mail.ts';
import { absentWords, any } from './absence-words.ts';
import type { DateContext } from './dates.ts';
import { type Hold, holdIn } from './hold.ts';
import type { MessageKind } from './kind.ts';
import { redirect } from './kind-notices.ts';
import { noReply } from './kind-words.ts';
import { isPersonal } from './letter.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

export interface Notice {
  kind: MessageKind;
  /** Its new text. */
  text: string;
}

/** Tells the reader how to leave a list, or asks whether he wants to. */
const footer = any(
  "unsubscribe|click|link|preferences|opt(?:ing)?(?: |-)?out|reply stop|(?:e-?mail|contact|write|mail|call|bother) you|you(?:'d| would)? (?:no longer|prefer|wish|want|like)|receive",
  'abmelden|abbestellen|klicken|newsletter|erhalten|empfangen|(?:ihnen|sie|euch|dich) (?:\\p{L}+ )?(?:nicht mehr|keine)(?: \\p{L}+){0,3} (?:senden|schicken|anschreiben)',
  'desinscri\\p{L}*|desabonn\\p{L}*|cliqu\\p{L}*|recevoir|lettre',
  'darse de baja|baja|clic|haga clic|recibir|boletin|cancelar (?:la |su )?suscripcion',
  'clique|receber|subscricao|clicca|ricevere|disiscriv\\p{L}*|iscrizione|klik|afmelden|uitschrijven|ontvangen|nieuwsbrief',
);

/** Something is asked of the reader: a machine's sentences state. */
const wishes = any(
  "please|pls|kindly|don't|do not|stop|remove|take (?:me|us)|no (?:more|further)|get back to|come back to|not interested|leave (?:me|us)",
  'bitte|nicht mehr|keine (?:weiteren|mails?|anrufe|werbung)|streichen|loschen|nehmen sie|melden sie|kein interesse',
  "merci (?:de|d')|veuillez|s'il (?:vous|te) plait|svp|ne(?: \\p{L}+){1,3} plus|plus de (?:mails?|messages?|appels?)|arretez|cessez|retirez|recontact\\p{L}*|rappelez|revenez|pas interesse\\p{L}*",
  'por favor|no (?:me|nos)|dej(?:e|en|a|ad) de|quit\\p{L}*|elimin\\p{L}*|borr\\p{L}*|vuelv(?:a|an|e) a|no (?:mas|estamos interesad\\p{L}*)',
  'nao (?:me|nos)|par(?:e|em) de|retir\\p{L}*|remov\\p{L}*|voltem? a|per (?:favore|cortesia)|non (?:mi|ci)|smett\\p{L}*|cancell(?:i|ate|atemi|ateci)|toglie\\p{L}*|ricontatt\\p{L}*|graag|alstublieft|niet meer|geen (?:mails?|berichten)|verwijder\\p{L}*|haal',
);

/** "Do not answer this message": nobody's wish to be left alone. */
const thisMail =
  /(?<!\p{L})(?:this|diese[rs]?|ce|cet|cette|este|esta|est[ea]|quest[oa]|deze|dit) (?:\p{L}+ )?(?:e-?mail|mail|message|nachricht|courriel|mensaje|correo|mensagem|messaggio|bericht|address|adresse)(?!\p{L})/u;

/** "If you …", "to stop …": a way to be left, not a wish. */
const offered = /^(?:if|to|should|in case|wenn|falls|um|sollten|si|pour|para|se|per|als|om|caso) /;

/** Speaks of whoever writes: "take me off", "remove us from your list". */
const oneself =
  /(?<!\p{L})(?:me|mich|mir|moi|m'\p{L}+|mij|mi|eu|i|ich|je|yo|ik|io|(?:nos|us|uns|nous|ons|ci)(?= .{0,40}(?:your|ihre\p{L}*|votre|vos|su|sus|tu|uw|seu|sua|vostr\p{L}*|suo|sua)(?!\p{L}))|(?:mail|email|e-mail|call|contact|writ)ing us)(?!\p{L})/u;

/** "Give us until June": of a person's own house, where a person writes. */
const ourselves =
  /(?<!\p{L})(?:us|we|our|uns|wir|unser\p{L}*|nous|notre|nos|nosotros|nuestr[oa]s?|noi|nostr[oa]|ci|ons|onze?|wij)(?!\p{L})/u;

export function askedBeside(message: Message, { kind, text }: Notice, context: DateContext): Hold | null {
  const sentences = sentencesOf(kind === 'invitation' ? commentIn(message, text) : text).filter((each) =>
    mayAsk(each, kind, isPersonal(message)),
  );
  if (sentences.length === 0 || (kind === 'bulk' && noReply.test(localOf(message)))) return null;
  const { hold } = holdIn(sentences, context);
  if (!hold || hold.optOut) return hold;
  // That they come back by themselves is the absence.
  return kind === 'auto_reply' && hold.theyReturn ? null : hold;
}

const localOf = ({ from }: Message): string => (from?.address ?? '').replace(/@[^@]*$/, '');

function mayAsk({ folded }: Sentence, kind: MessageKind, personal: boolean): boolean {
  if (footer.test(folded) || offered.test(folded) || /https?:|\?$/.test(folded)) return false;
  if (!wishes.test(folded) || thisMail.test(folded)) return false;
  if (kind === 'auto_reply') return !absentWords.test(folded) && !redirect.test(folded) && !backWords.test(folded);
  return kind === 'invitation' || oneself.test(folded) || (personal && ourselves.test(folded));
}

/** "Before I am back", "nach meiner Rückkehr": until when the note itself says. */
const backWords = any(
  "(?:i'm|i am|i will be|i) (?:back|return)|my (?:return|absence)",
  'meine[rn]? (?:ruckkehr|abwesenheit)|wieder (?:da|hier|zuruck|im)',
  'mon (?:retour|absence)|de retour|mi (?:vuelta|regreso|ausencia)|(?:meu|o meu) regresso|(?:mio|il mio) (?:ritorno|rientro)|mijn (?:terugkeer|afwezigheid)',
);

/** A calendar's answer may carry a comment in its calendar part (RFC 5545 §3.8.1.4), in its text, or behind its title. */
export function commentIn({ subject, calendar = '' }: Message, text: string): string {
  const property =
    /^COMMENT[^:\r\n]{0,200}:([^\r\n]{0,2000}(?:\r?\n[ \t][^\r\n]{0,200}){0,40})/im.exec(calendar)?.[1] ?? '';
  const comment = property
    .replace(/\r?\n[ \t]/g, '')
    .replace(/\\n/gi, '\n')
    .replace(/\\([,;\\])/g, '$1');
  const behind = subject
    .slice(0, 500)
    .split(/\s[-\u2013\u2014]\s/)
    .slice(1)
    .join('. ');
  return [text, comment, behind].filter((part) => part.trim() !== '').join('\n\n');
}
