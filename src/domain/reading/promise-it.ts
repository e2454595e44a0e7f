/** Promises in Italian, folded. */
import { any } from './absence-words.ts';
import { type Grammar, or } from './promise-grammar.ts';

const tells =
  '(?:invio|inviamo|mando|mandiamo|faccio (?:sapere|avere|pervenire)|facciamo (?:sapere|avere|pervenire)|chiamo|chiamiamo|richiamo|richiamiamo|confermo|confermiamo|rispondo|rispondiamo|scrivo|scriviamo|giro|giriamo|aggiorno|aggiorniamo|dico|porto|portiamo|consegno|consegniamo|preparo|prepariamo|spedisco|spediamo|contatto|contattiamo|ricontatto|trasmetto|comunico|comunichiamo)';

export const italian: Grammar = {
  undertakes: any(
    or(
      `(?:le|vi|ti|glielo|gliela|ve lo|ve la|te lo|te la) ${tells}`,
      '(?:le|vi|ti|lo|la|li|glielo|ve lo|te lo) (?!sar|avr|vedr|potr|dovr|vorr)\\p{L}{2,}(?:ero|iro|eremo|iremo)(?!\\p{L})',
      '(?!saremo|avremo|vedremo|potremo|dovremo|vorremo)\\p{L}{2,}(?:eremo|iremo)(?!\\p{L})',
      'me ne occupo|ce ne occupiamo|ci penso io|ci pensiamo noi|conti su di (?:me|noi)|promesso|provvedo|provvediamo|provvederemo',
    ),
  ),
  whenTimed: any(
    or(
      `(?<=^(?:[\\p{L}\\d]+ ){0,3})${tells}`,
      '(?:ricevera|riceverete|riceverai|avra|avrete|avrai)',
      '(?:parte|partira|arriva|arrivera|segue|seguira)',
      '(?:sara|saranno|viene|vengono|verra|verranno) (?:inviat|spedit|consegnat|pagat|pront|firmat|emess|evas|attiv)\\p{L}*',
    ),
  ),
  unless: any(
    'non|mai|forse|magari|potrei|vorrei|dovrei|potremmo|vorremmo|ieri|(?:in )?allegato|per favore|probabilmente',
  ),
  past: any('(?:ho|abbiamo|ha|hanno|e stat[oa]|sono stat[ie]) \\p{L}+'),
  unlessAfter: false,
  condition: any('(?:^|(?<=[,;] ))se'),
  bargain: any('vuole|volete|vuoi|prezzo|sconto|invia\\p{L}*|manda\\p{L}*|lei|voi|accetta\\p{L}*|conferma\\p{L}*'),
  byDefault: any('se (?:nulla|niente)|salvo'),
  notIn: any(
    'sper(?:o|iamo)|fornitore|corriere|(?:ha|hanno) detto|secondo|di solito|normalmente|se (?:vuole|volete|vuoi)',
  ),
};
