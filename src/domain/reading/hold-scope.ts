/** Whom a hold covers: the person, the house, or one of several matters. */
import { any } from './absence-words.ts';
import type { Period } from './dates.ts';
import type { Hold } from './hold.ts';
import * as words from './hold-words.ts';
import type { Sentence } from './sentences.ts';

const companyWords = any(
  "we|we'd|we're|we'll|we've|us|our|ours|nobody|no one|everyone|all vendors|vendors|employees|my team|any of my team|whole factory|the clinic|the trustees|the company|our team|management|procurement|cfo",
  'wir|uns|unser\\p{L}*|hier jemand|niemand|alle investitionen|geschaftsfuhrung|mitarbeitend\\p{L}*|keine mitarbeiter|kollegen|gemeinde|keine vertrage',
  "nous|notre|nos|on ne|nos equipes|personne chez|nos achats|nos collegues|l'entreprise",
  'nos|nosotros|nuestr\\p{L}*|danos|os avisemos|todo el grupo|nadie de|la empresa|los miembros|una cooperativa|estamos|llamaremos|tengamos',
);

const personWords = any(
  "i|i'm|i'd|i'll|i've|me",
  'ich|mich|mir',
  "je|j'\\p{L}+|moi|me",
  'yo|me|conmigo|aguantame|dejame|dejeme|dame|deme|llamame|escribeme|buscame|marcame',
);

const bothSides =
  /\b(?:let's|let us|lass uns|lassen sie uns|lasst uns|reparlons(?:-en)?|laissons|reprenons|revoyons-nous|nous en reparlerons|nos echanges|nos vemos|hablamos|retomamos)\b/;

const topicMark = any(
  'as for|regarding|the \\p{L}+ (?:bit|part|piece|side|project|topic|module)|on the \\p{L}+ (?:side|front)',
  'zur|zum|das thema|was (?:die|das|den|der)|bei (?:der|dem|den)|(?:die|der|das) \\p{L}+ (?:dagegen|hingegen|lassen)',
  "pour (?:le|la|les|l')|quant a|cote|en ce qui concerne|le sujet",
  'lo de|lo del|en cuanto a|el tema|respecto',
);

const contrast = any(
  "go ahead|fine as it stands|we're good|are fine|is fine|still take|send those|good on|happy with|can proceed",
  'dagegen|hingegen|verlangern|wie gehabt|fertig machen|noch anbieten|konnen sie|passt so|gern bestellen|machen wir',
  "par contre|en revanche|oui pour|il nous (?:les|la|le) faut|envoyez|d'accord pour|vite|bon de commande",
  'adelante|si que|urgen|si,|pasame|perfecto|los? si|seguimos con|confirmado',
);

export function scopeOf({ folded }: Sentence, periods: Period[], whole: string): Hold['scope'] {
  if (topicMark.test(folded) && contrast.test(whole)) return 'topic';
  if (
    /\b(?:that|this) (?:out|aside)|\bwe don't want to hear about\b|\b(?:solar|software)\b/.test(folded) &&
    contrast.test(whole)
  )
    return 'topic';
  const clause = clauseOf(folded, periods);
  if (bothSides.test(clause) && !/\bour\b|\bunser/.test(clause)) return 'person';
  if (companyWords.test(clause) && !personWords.test(clause)) return 'company';
  return 'person';
}

/** The part of a sentence in which it asks, and where that has no date of its own, the part with the date. */
export function clauseOf(folded: string, periods: Period[]): string {
  const parts = folded.split(/(?<=[,;:])\s|\s-\s|\s(?=(?:but|aber|pero|mais|so|also) )/);
  if (parts.length === 1) return folded;
  const asking = parts.filter(
    (part) =>
      words.refrain.test(part) ||
      words.optOut.test(part) ||
      words.again.test(part) ||
      words.standstill.test(part) ||
      words.theyReturn.test(part),
  );
  const isDated = (part: string) => periods.some((period) => part.includes(folded.slice(period.start, period.end)));
  const chosen = asking.length === 0 || !asking.some(isDated) ? [...parts.filter(isDated), ...asking] : asking;
  return chosen.length > 0 ? chosen.join(' ') : folded;
}
