/** Whether a quote really gives what its words name: refused, asked or tied to a condition it does not. */
import type { Judged } from './facts.ts';
import type { Quote } from './ground.ts';
import { asked, isQuestion, youAsked } from './shape.ts';
import { inEach } from './tongues.ts';
import { contentOf, indexOf } from './words.ts';

export const denial = inEach(
  "not|\\p{L}+n't|cannot|no(?!-)|never|none|neither|unable",
  'nicht|kein\\p{L}*|nie|niemals|weder',
  "ne|n'\\p{L}+|pas|aucune?|jamais",
  'no|nunca|tampoco|jamas|ningun\\p{L}*',
);
/** What is tied to something, or to what the reader likes. */
export const condition =
  /(?<!\p{L})(?:if|unless|provided|as long as|only when|wenn|falls|sofern|sobald|si|s'ils?|a condition|siempre que|con tal)(?!\p{L})([^,.;:!?]{0,200})/u;

/** The rep's side offers, accepts or is ready for something. */
export const offers = inEach(
  "(?:i|we)(?:'ll|'d| can| could| will| would| may| shall)(?: also| gladly| happily| of course)? (?!(?:still )?(?:need|like|love|hate)|be (?:grateful|interested|curious)|know|see|hear|understand|appreciate|look|talk|discuss|speak|explain|answer|help|go through|walk|join|put you|wait|plan)\\p{L}+|(?:happy|glad|pleased|delighted|ready|willing) to (?!hear|read|see|know|learn)\\p{L}+|(?:i|we) (?:do|make|accept|match|meet|agree|offer|confirm|go with|deliver|take)",
  '(?:ich|wir) (?:konnen|kann|konnten|konnte|wurden|wurde|werden|werde|machen|mache|gehen|gehe|akzeptieren|akzeptiere|kommen|bieten|biete|nehmen|nehme|liefern|liefere|schaffen)|(?:konnen|kann|konnten|wurden|werden|machen|gehen|liefern|bieten|nehmen) (?:wir|ich)|gern(?:e)? \\p{L}+ (?:wir|ich)',
  "(?:je|nous|on) (?:vous |te )?(?:peux|peut|pouvons|pourrais|pourrions|accepte|acceptons|fais|faisons|propose|proposons|sommes pret\\p{L}*|suis pret\\p{L}*|livre|livrons|prends|prenons)|d'accord pour",
  '(?:puedo|podemos|podria|podriamos|acepto|aceptamos|hago|hacemos|ofrezco|ofrecemos|propongo|proponemos|entrego|entregamos|con (?:mucho )?gusto (?:se )?\\p{L}+mos)',
);

/** Where a denial ends: it is of its own clause. */
const joint =
  /[;:–—]\s|,\s(?=(?:and|but|so|which|though|und|aber|sondern|denn|mais|et|donc|car|pero|y|sino|porque|que|i|we|ich|wir|je|nous|on|yo)\s)|\s(?=(?:but|aber|sondern|mais|pero|sino)\s)|\s(?=(?:and|und|et|y)\s(?:\p{L}+\s){0,2}(?:no|not|don't|nicht|kein\p{L}*|ne)\s)/u;

/** Whether one of the quote's sentences that has the words says them as the sentence does. */
export function gives({ folded, question, language }: Judged, quote: Quote, has: (part: string) => boolean): boolean {
  const said = indexOf(folded);
  const denied = (text: string): boolean =>
    text.split(joint).some((clause) => has(clause) && denial[language].test(clause));
  return quote.around.split(/(?<=[.!?])\s/).some((part) => {
    if (!has(part) || denied(part) !== denied(folded)) return false;
    if (isQuestion(part) && !question && !youAsked[language].test(folded) && !asked[language].test(folded))
      return false;
    const tied = condition.exec(part);
    if (!tied || condition.test(folded)) return true;
    return contentOf(tied[1]!, language).some((word) => said.has(word));
  });
}
