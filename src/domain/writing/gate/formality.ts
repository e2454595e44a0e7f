/** How the two sides write to each other: formally or not, how long, and whether a text says again what an earlier one said. */
import { any } from '../../reading/absence-words.ts';
import { fold } from '../../reading/fold.ts';
import { containment } from '../../text.ts';
import type { Language } from './written.ts';

const informal = {
  de: any(
    'du|dich|dir|dein|deine|deinem|deinen|deiner|deines|euch|euer|eure|eurem|euren|eurer|hast du|ihr (?:habt|seid|konnt|wollt)',
  ),
  fr: any("tu|te|toi|ton|ta|tes|t'\\p{L}+|dis-moi|fais-moi"),
  es: any(
    'tu|tus|ti|contigo|os|vosotros|vuestr\\p{L}+|dime|avisame|cuentame|hazme|te|tienes|puedes|quieres|prefieres|necesitas|habeis|teneis|podeis|quereis|tendriais|opinas|\\p{L}{3,}(?:aste|iste)',
  ),
};
const formal = {
  de: any('Sie|Ihnen|Ihr|Ihre|Ihrem|Ihren|Ihrer|Ihres'.toLowerCase()),
  fr: any('vous|votre|vos'),
  es: any(
    'usted|ustedes|senora?|(?:le|les) (?:adjunto|envio|envie|mando|mande|escribo|escribi|agradezco|paso|confirmo|pregunto|pregunte|propuse|indique|recuerdo|comento|digo)|(?:confirmar|enviar|decir)le|que le parece|digame|aviseme|hagame|diganos',
  ),
};
/** Only with a capital does German mean the reader by these, but at the head of a sentence. */
const germanFormal =
  /(?<=[\p{L}\p{N},;] )(?:Sie|Ihnen|Ihr|Ihre|Ihrem|Ihren|Ihrer|Ihres)(?!\p{L})|^(?:Sie|Ihnen|Ihre)\s/u;

interface Address {
  formal: boolean;
  informal: boolean;
}

/** By which forms a text speaks to its reader. English has one. */
export function addressOf(text: string, language: Language): Address {
  if (language === 'en') return { formal: false, informal: false };
  // A meeting addresses nobody.
  const folded = fold(text).replaceAll('rendez-vous', 'rencontre');
  return {
    formal: language === 'de' ? germanFormal.test(text) : formal[language].test(folded),
    informal: informal[language].test(folded),
  };
}

/** Whether a thread is formal: by its latest message that tells; null where none does. Oldest first. */
export function formalityOf(texts: readonly string[], language: Language): boolean | null {
  const told = texts
    .map((text) => addressOf(text.slice(0, 8_000), language))
    .findLast((each) => each.formal !== each.informal);
  return told ? told.formal : null;
}

/** Whether a sentence addresses the reader as the thread does. Where the thread does not tell, both will do. */
export function fitsFormality(sentence: string, isFormal: boolean | null, language: Language): boolean {
  if (isFormal === null || language === 'en') return true;
  const { formal: polite, informal: close } = addressOf(sentence, language);
  // Several people are "vous" to a friend too, and "le" is no reader but a thing as often.
  return isFormal ? !close : language !== 'de' || !polite || close;
}

export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

const [fewest, mostWords] = [90, 160] as const;

/** Words that a follow-up may have by the rep's own mails: half as many again as the middle one of these, from 90 to 160. */
export function lengthHabit(texts: readonly string[]): number {
  const lengths = texts.map(countWords).sort((a, b) => a - b);
  return lengthFor(lengths[Math.floor(lengths.length / 2)] ?? 80);
}

/** The same by the words of the middle mail. */
export const lengthFor = (middle: number): number => Math.min(mostWords, Math.max(fewest, Math.round(middle * 1.5)));

/** The share of words in the same order from which a text is the earlier one again. */
const same = 0.6;

export const saysAgain = (text: string, before: readonly string[]): boolean =>
  before.some((earlier) => containment(text, earlier, 8) >= same);
