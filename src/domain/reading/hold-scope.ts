/** Whom a hold covers: the person, the house, or one of several matters. */
import { any } from './absence-words.ts';
import type { Period } from './dates.ts';
import type { Hold } from './hold.ts';
import { it } from './hold-it.ts';
import { nl } from './hold-nl.ts';
import { pt } from './hold-pt.ts';
import * as rest from './hold-refrain.ts';
import * as words from './hold-words.ts';
import type { Sentence } from './sentences.ts';

const companyWords = any(
  "we|we'd|we're|we'll|we've|us|our|ours|nobody|no one|everyone|all vendors|vendors|employees|my team|any of my team|whole factory|the clinic|the trustees|the company|our team|management|procurement|(?:anybody|anyone|nobody|no one|everyone|everybody) (?:here|in this|at)|this (?:building|company|office|house|firm)|our",
  'wir|uns|unser\\p{L}*|hier jemand|niemand|alle investitionen|geschaftsfuhrung|mitarbeitend\\p{L}*|keine mitarbeiter|kollegen|gemeinde|keine vertrage|hier (?:\\p{L}+ )?(?:keiner|niemand|wird|geht|ist)|im hause',
  "nous|notre|nos|on ne|nos equipes|personne chez|nos achats|nos collegues|l'entreprise|(?:mes|mon|ma) associee?s? et moi|chez nous|la direction et moi",
  'nos|nosotros|nuestr\\p{L}*|danos|os avisemos|todo el grupo|nadie de|la empresa|los miembros|una cooperativa|estamos|llamaremos|tengamos|\\p{L}{3,}(?:remos|riamos|abamos)|volvemos|deseamos|solicitamos|rogamos|agradecemos|podemos|tenemos|queremos|decidimos|denos|dennos|dadnos|nosotros|quisieramos|preferimos|necesitamos',
  pt.company,
  it.company,
  nl.company,
);

/** What binds the whole house, whoever writes. */
const houseWide = any(
  '(?:freeze|ban|stop|moratorium|embargo) on all|all (?:capex|spend(?:ing)?|investments?|purchas\\p{L}*|projects?)|company-?wide',
  'alle (?:investitionen|projekte|ausgaben|beschaffungen)|(?:haushalts|ausgaben|investitions|budget|einstellungs)(?:sperre|stopp)|hausweit|konzernweit',
  'tous les (?:investissements|achats|projets)|toutes les depenses|gel (?:des|de tous)',
  'todas las (?:compras|inversiones)|todos los (?:proyectos|gastos)|congelacion de',
);

const personWords = any(
  "i|i'm|i'd|i'll|i've|me",
  'ich|mich|mir',
  "je|j'\\p{L}+|moi|me",
  'yo|me|conmigo|aguantame|dejame|dejeme|dame|deme|llamame|escribeme|buscame|marcame',
  pt.person,
  it.person,
  nl.person,
);

const bothSides =
  /\b(?:let's|let us|lass uns|lassen sie uns(?! (?:bitte )?(?:in ruhe|in frieden|zeit|\p{L}+ zeit|noch|erst|\p{L}+ bis))|lasst uns|reparlons(?:-en)?|laissons|reprenons|revoyons-nous|nous en reparlerons|nos echanges|nos vemos|hablamos|retomamos)\b/u;

/** What only two can do. */
const jointly =
  /\b(?:we|us)(?:'ll| can| could| will| might| should| shall)? (?:\p{L}+ ){0,2}(?:speak|talk|chat|catch up|meet|find a (?:slot|time)|re-?connect|regroup|pick (?:it |this |things )?(?:back )?up|do (?:this|it)|touch base|discuss|push (?:this|it|our)|postpone (?:this|it|our))|\b(?:sprechen|reden|telefonieren|horen|treffen|sehen) wir|\b(?:konnen|wollen|sollen|sollten) wir (?:das|es|dies)\b|\b(?!melden|ruhren|kommen|haben)\p{L}{3,12}en wir (?:das|es|uns)\b|\bwir (?:vertagen|verschieben) (?:das|es)\b|\bwir (?:\p{L}+ ){0,4}(?:telefonieren|sprechen|reden|zusammensetzen)|\bon (?:se|en) (?:re)?(?:parle|cale|voit|appelle)|\b(?:hablamos|nos vemos|nos juntamos|quedamos|sentiamoci|ci sentiamo|ci risentiamo|praten we|spreken we)/u;

const topicMark = any(
  "bring(?:ing)? up (?:the|that|this)|mention(?:ing)? (?:the|that|this)|rais(?:e|ing) (?:the|that|this)|(?:prices?|quotes?|anything|more) (?:on|for|about) (?:those|these|that|this|them)|the \\p{L}+ (?:i'd|we'd|i'll|we'll)",
  '(?:den|die|das) (?:\\p{L}+ ){1,2}(?:bitte|erst|lieber|lassen wir)',
  'that one|this one|(?:the|our|your) [^,;]{3,40} - (?:park|leave|hold|skip|shelve|forget)|as for|regarding|(?:about|on|of) the (?:\\p{L}+ ){0,2}\\p{L}+|the (?:\\p{L}+ ){0,2}\\p{L}+ (?:bit|part|piece|side|project|topic|module|contract|is one for|can wait|has to wait|will have to|can sleep|can rest|is parked|is on hold|idea)|on the \\p{L}+ (?:side|front)',
  'zur|zum|das thema|was (?:die|das|den|der)|uber (?:die|das|den)|wegen (?:der|des|dem)|in sachen|beim thema|mit (?:dem|der) (?:\\p{L}+ )?thema|bei (?:der|dem|den)|(?:die|der|das) \\p{L}+ (?:dagegen|hingegen|lassen)',
  "pour (?:le|la|les|l')|quant (?:a|au|aux)|cote|sur (?:le|la|les) (?:volet|sujet|partie|question|\\p{L}+)|au sujet d\\p{L}+|concernant|s'agissant|a propos d\\p{L}+|de (?:la|l'|ces)|en ce qui concerne|le sujet",
  '(?:el|la|los|las) [^,;]{3,40} (?:lo|la|los|las) (?:\\p{L}+(?:mos|eis|ais|remos)|deja\\p{L}*|aparca\\p{L}*)|lo de|lo del|sobre (?:el|la|los|las)|(?:de|con|por) (?:los|las) \\p{L}+|acerca d\\p{L}+|por lo que (?:toca|respecta)|el asunto|en cuanto a|el tema|respecto',
);

const contrast = any(
  'keep sending|carry on with|(?:die|den|das) (?:\\p{L}+ ){1,2}(?:bestellen|nehmen|machen) wir',
  "c'est d'accord|c'est bon|ok pour|on valide|on prend|si (?:que )?(?:seguimos|quiero|queremos|me interesa|nos interesa)|con (?:el|la|los|las) [^,;]{3,40} si(?!\\p{L})",
  "we'll take|we will take|the others|separate matter|(?:may|can|should|do) (?:proceed|go ahead|continue|carry on|keep)|in the meantime|on the other hand|the rest(?! of)|everything else|as planned|by all means|keep (?:me|us) posted|do (?:send|keep|let|quote|ship|call|carry)|keep (?:\\p{L}+ ){1,3}coming|is another matter|(?:the|our|your) (?:\\p{L}+ )?\\p{L}+ (?:is|are) (?:fine|ok|okay|urgent|good)|go ahead|fine as it stands|we're good|are fine|is fine|still take|send those|good on|happy with|can proceed",
  'dagegen|hingegen|alles andere|der rest|alles ubrige|ubrigen|gerne? weiter|weiterhin|wie besprochen|brauchte ich aber|brauche ich aber|brauchen wir aber|aber gern|ja gern|verlangern|wie gehabt|fertig machen|noch anbieten|konnen sie|passt so|gern bestellen|machen wir',
  "par contre|en revanche|le reste(?! d)|pour le reste|tout le reste|oui,|ou en est|restent? d'actualite|avancez|poursuiv\\p{L}*|oui pour|il nous (?:les|la|le) faut|envoyez|d'accord pour|vite|bon de commande",
  'adelante|del resto|si que|en cambio|el resto(?! d)|lo demas|por lo demas|sigue (?:en pie|adelante)|siguen (?:en pie|adelante)|si lo|si la|si los|si las|urgen|si,|si quiero|si queremos|si me interesa\\p{L}*|pasame|perfecto|los? si|seguimos con|confirmado',
);

/** What is said of the other matters. */
export const goesOnBeside = (folded: string): boolean => contrast.test(folded) && !rest.refrain.test(folded);

/** One matter of several, the others of which go on. */
export const isOfTopic = (folded: string, whole: string): boolean =>
  (topicMark.test(folded) && contrast.test(whole)) ||
  (/\b(?:that|this) (?:out|aside)|\bwe don't want to hear about\b|\b(?:solar|software)\b/.test(folded) &&
    contrast.test(whole));

/** Both sides: "when shall we speak?". */
const isJoint = (folded: string): boolean =>
  (bothSides.test(folded) || jointly.test(folded)) &&
  !/\bour\b(?! (?:call|chat|conversation|demo|meeting|talk))|\bunser|\bnosotros\b/.test(folded);

/** Read in the words that ask, else in the whole of their sentence. */
export function scopeOf({ folded }: Sentence, periods: Period[], whole: string): Hold['scope'] {
  if (isOfTopic(folded, whole)) return 'topic';
  if (houseWide.test(folded)) return 'company';
  for (const text of [clauseOf(folded, periods), folded]) {
    if (isJoint(text) || personWords.test(text)) return 'person';
    if (companyWords.test(text)) return 'company';
  }
  return 'person';
}

/** The parts of a sentence that ask, without those that only name a time or a reason; empty where it is all one. */
export function askingOf(folded: string): string {
  const parts = partsOf(folded);
  return parts.length === 1 ? '' : parts.filter(asks).join(' ');
}

/** The parts of a sentence, between its commas and before its "but" and "so". */
export const partsOf = (folded: string): string[] =>
  folded.split(
    /(?<=[,;:])\s|\s-\s|\s(?=(?:but|aber|pero|mais|so|and i|and we|und ich|und wir|und dann|et je|et nous|y te|y le|y os|y ya|y luego) )/,
  );

const asks = (part: string): boolean =>
  rest.refrain.test(part) ||
  rest.optOut.test(part) ||
  words.again.test(part) ||
  words.standstill.test(part) ||
  words.theyReturn.test(part);

/** The part of a sentence in which it asks, and where that has no date of its own, the part with the date. */
export function clauseOf(folded: string, periods: Period[]): string {
  const parts = partsOf(folded);
  if (parts.length === 1) return folded;
  const asking = parts.filter(asks);
  const isDated = (part: string) => periods.some((period) => part.includes(folded.slice(period.start, period.end)));
  const chosen = asking.length === 0 || !asking.some(isDated) ? [...parts.filter(isDated), ...asking] : asking;
  return chosen.length > 0 ? chosen.join(' ') : folded;
}
