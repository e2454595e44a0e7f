/**
 * A sentence heard part by part. What stands in one part is no reason against what another asks: "the stock-take is the last week of July, so ping
 * me in August". So a sentence that asks for nothing as a whole is weighed again by its parts, each by its own words.
 */
import { wordsOf } from './fold.ts';
import * as cue from './hold-cues.ts';
import { ownTerm } from './hold-goes-on.ts';
import * as not from './hold-lookalikes.ts';
import * as rest from './hold-refrain.ts';
import { partsOf } from './hold-scope.ts';
import { thenWords } from './hold-until.ts';
import { contactMatters, isLater, ownEvent, type Said, weighPart } from './hold-weigh.ts';
import * as words from './hold-words.ts';

/** A part that hangs on another and says nothing by itself, or that speaks of the reader. */
const subordinate =
  /^(?:(?:and|und|et|y|but|aber|mais|pero) )?(?:if|unless|because|since|as|that|which|who|whose|where|whether|although|though|while|than|i know|wenn|falls|weil|dass|ob|obwohl|wahrend|si|que|qui|dont|parce|puisque|comme|bien que|alors que|porque|ya que|aunque|mientras|cuyo)\b/u;

/** A length of time and nothing besides. */
const howLong =
  /^(?:(?:and|und|et|y|for|about|roughly|fur|etwa|rund|ca|circa|pendant|pour|durant|environ|durante|por|unos|unas|\.) )*(?:a|an|ein(?:e|en|em)?|une?|una?|\d+|\p{L}+) (?:days?|weeks?|months?|years?|tage?n?|wochen?|monate?n?|jahre?n?|jours?|semaines?|mois|dias?|semanas?|mes(?:es)?)(?: (?:long|lang|durant))?[\s,.;:!]*$/u;

/** Below this a part of a sentence does not speak for itself. */
const alone = 2;

/** "Rather after", "only then": a time that is compared with now. */
const compares =
  /\b(?:rather|better|instead|earliest|at least|only|lieber|eher|besser|erst|fruhestens|plutot|mieux|seulement|au plus tot|mejor|solo|recien|melhor|meglio|piuttosto|liever|beter)\b/u;

/** "But not until …", "nur nicht vor …": what is not yet is what the talk is about. */
const elliptic =
  /^(?:(?:but|just|only|sorry|yet|aber|nur|eben|leider|und|mais|juste|et|pero|solo|y),? ){0,3}(?:not|nothing|nicht|nix|nichts|erst|pas|rien|no|nada) (?:\p{L}+ )?(?:until|till|til|before|vor|bevor|ehe|nach|wenn|avant|tant que|antes|hasta)(?!\p{L})/u;

/** How plainly a sentence asks for rest, as a whole or in one of its parts; 0 where it does not. */
export function weigh(said: Said): number {
  const all = weighPart(said);
  const weight = all > 0 ? all : weightOfParts(said);
  const answers =
    (not.countsMore.test(said.folded) || not.triedFor.test(said.folded)) && !rest.refrain.test(said.folded);
  return weight > 0 && (answers || isOldWait(said)) ? 0 : weight;
}

/** It was put off once, or another makes them wait: told of, and not asked for. */
const isOldWait = ({ folded, periods, context }: Said): boolean =>
  not.madeToWait.test(folded) ||
  (not.wasPutOff.test(folded) &&
    !rest.refrainsContact.test(folded) &&
    !periods.some((period) => isLater(folded, period, context)));

function weightOfParts(said: Said): number {
  // Only what names a later time can be heard otherwise.
  if (!said.periods.some((period) => isLater(said.folded, period, said.context))) return 0;
  const parts = partsIn(said.folded);
  if (parts.length < 2 || not.reported.test(said.folded)) return 0;
  if (not.neededBy.test(said.folded) && !rest.refrain.test(said.folded)) return 0;
  const asks = /\?\s*$/.test(said.folded);
  let goods = false;
  let timed = false;
  let most = 0;
  for (const [start, end] of parts) {
    const part = said.folded.slice(start, end);
    const periods = said.periods
      .filter((period) => period.start >= start && period.end <= end)
      .map((period) => ({ ...period, start: period.start - start, end: period.end - start }));
    const aside =
      subordinate.test(part) || (goods && !ofContact(part) && !(compares.test(part) && wordsOf(part).length < 6));
    const points = timed && thenWords.test(part);
    // "We would like to try it at gates 5 to 9, for four weeks": how long something lasts.
    if (howLong.test(part) && !rest.refrain.test(said.folded)) continue;
    if (!aside && elliptic.test(part)) most = Math.max(most, alone);
    if (!aside && (periods.length > 0 || points)) {
      const folded = asks ? part.replace(/[\s,;:?]*$/, ' ?') : part;
      const weight = weighPart({
        ...said,
        text: said.text.slice(start, end),
        folded,
        periods,
        beforeTimed: said.beforeTimed || timed,
        besideLater: said.besideLater || timed,
      });
      if (weight >= alone && (periods.length === 0 || isApart(part, said))) most = Math.max(most, weight);
    }
    goods ||= (not.otherMatters.test(part.replace(ownEvent, ' ')) || ownTerm.test(part)) && !contactMatters.test(part);
    timed ||= periods.some((period) => isLater(part, period, said.context));
  }
  return most;
}

/** It says who should do what, or compares: a bare time beside goods is theirs ("from July, invoices to the new address"). */
const isApart = (part: string, said: Said): boolean =>
  ofContact(part) ||
  words.standstill.test(part) ||
  compares.test(part) ||
  cue.movesMatter.test(part) ||
  !not.otherMatters.test(said.folded);

const ofContact = (part: string): boolean =>
  words.again.test(part) || words.theyReturn.test(part) || rest.refrainsContact.test(part) || cue.reachable.test(part);

/** Where the parts of a sentence stand. */
function partsIn(folded: string): [number, number][] {
  let from = 0;
  return partsOf(folded).map((part) => {
    const start = folded.indexOf(part, from);
    from = start + part.length;
    return [start, from];
  });
}
