/** Times that a sentence names and that put nothing off: over already, wished well for, or the day of an earlier word. */
import { addDays, monthOf } from './civil.ts';
import type { DateContext, Period } from './dates.ts';
import * as not from './hold-lookalikes.ts';
import { dayAfter, leadOf } from './when.ts';

/** Named as what comes: it cannot be over. */
const coming =
  /(?<!\p{L})(?:next|new|coming|nachste[nrs]?|kommende[nrs]?|neue[nrs]?|prochaine?|suivante?|nouvel(?:le)?|proxim[oa]|que viene|siguiente|nuevo|prossim[oa]|volgend(?:e)?)(?!\p{L})/u;

/** What is told in a past tense and has yet to happen: "once the board has met on the 21st". */
const yetTo =
  /\b(?:until|till|til|once|after|when|before|bis|sobald|wenn|nachdem|bevor|jusqu|quand|une fois|apres|avant|hasta|cuando|en cuanto|despues|antes)\b/;

const agoBehind =
  /^\s*(?:ago|earlier|back(?! (?:to|in|at|on|from))|her\b|geleden|fa\b|atras|plus tot(?! (?:que|possible)))/;
const agoBefore =
  /\b(?:il y a|hace|desde hace|ha|past|last|since|seit|depuis|desde|letzten|vergangenen|derniers|dernieres|ultim[oa]s|pasad[oa]s|scors[ei]|afgelopen|back from|had|spent|took|lost|waited|ya) (?:\p{L}+ )?$/u;
const refuses = /\b(?:nicht|nichts|nix|kein\p{L}*|niemand|fruhestens)\b/u;
const lasting =
  /\b(?:for|fur|pendant|durante|per|por|gedurende|voor)\s+(?:about |nearly |almost |fast |presque |casi |over |the )?$/;

/** "Two weeks ago", "vor drei Monaten", "we had to wait for three weeks". */
function isAgo(folded: string, { start, end }: Period): boolean {
  const before = folded.slice(Math.max(0, start - 30), start);
  const clause = folded.slice(Math.max(0, start - 60), end);
  if (agoBehind.test(folded.slice(end, end + 14)) || agoBefore.test(before)) return true;
  if (/\bvor\s+(?:etwa |rund |gut |knapp |uber )?$/.test(before))
    return not.pastTense.test(folded) || !refuses.test(folded);
  return lasting.test(before) && told.test(clause);
}

/** Told of the past, in words that are of no other tense. */
const told =
  /\b(?:was|were|had|didn't|got|went|took|waited|worked|been|heard|tried|spent|ran|sat|lasted|kept|haben? (?:\p{L}+ ){0,6}ge\p{L}+|war|waren|hatten?|ging|lief|dauerte|avons|avez|ai|etait|etions|a dure|estuv\p{L}+|hemos|hubo|tuvimos|tuve|fueron)\b/u;

/** "Happy new year!", "schöne Feiertage", "bonne été". */
export const isGreeting = (folded: string, period: Period): boolean =>
  /(?:happy|merry|frohe[ns]?|frohes|schone[ns]?|gute[ns]?|bonnes?|bon|bel|belle|joyeu\p{L}+|feliz|felices|buone?|nice|great|lovely|enjoy)(?: (?:a|the|your|eine?[nr]?|die|den|neues|nouvelle))?\s*$/u.test(
    folded.slice(Math.max(0, period.start - 24), period.start),
  );

/** "Every fortnight", "alle zwei Wochen". */
const recurring =
  /\b(?:every|each|once a|twice a|per|jede[nrs]?|alle|pro|chaque|tous les|toutes les|par|cada|todos los|todas las|por)\s+(?:\d+ |\p{L}+ )?$/u;

/** "We waited until March", "since May": what seems most of a year ahead beside a past tense was the last one. */
export function isOver(folded: string, period: Period, { today }: DateContext): boolean {
  if (period.past || leadOf(folded, period) === 'since' || recurring.test(folded.slice(0, period.start))) return true;
  if (period.unit === 'span') return isAgo(folded, period);
  if (period.counted || coming.test(folded.slice(period.start, period.end))) return false;
  // "The ten-year figures": nobody asks for rest until then, unless a year is named as one that something leads up to.
  if (
    period.first > addDays(today, 1_100) &&
    !(/\d/.test(folded.slice(period.start, period.end)) && leadsUp(folded, period))
  )
    return true;
  if (/^20\d\d$/.test(folded.slice(period.end - 4, period.end)) || monthOf(period.first) === monthOf(today))
    return false;
  const lead = leadOf(folded, period);
  if (lead === 'after' && dayAfter(period).date <= today) return true;
  // In January nobody puts off anything until "after December": that was the last one.
  const byTheMoon = period.unit === 'feast' && period.afterAssumed === true;
  if (
    /^(?:after|until|through)$/.test(lead) &&
    period.first > addDays(today, 240) &&
    !byTheMoon &&
    period.unit !== 'part'
  )
    return true;
  const clause = folded.slice(Math.max(0, period.start - 60), period.end + 30);
  return period.first > addDays(today, 200) && not.pastTense.test(clause);
}

const leadsUp = (folded: string, period: Period): boolean =>
  /^(?:after|until|through|before|from)$/.test(leadOf(folded, period)) &&
  !/\bby(?: the(?: end of)?)?\s*$/.test(folded.slice(0, period.start));

/** "As I told your colleague on 3 October": the day of an earlier word, not of the next. */
export const saidOn = (folded: string, period: Period): boolean =>
  period.unit === 'day' &&
  (isEarlier(folded, period) ||
    (!yetTo.test(folded.slice(Math.max(0, period.start - 60), period.start)) &&
      /\b(?:told|wrote|said|mentioned|sent|asked|spoke|met|called|gesagt|geschrieben|schrieb|geschickt|gesprochen|telefoniert|dit|ecrit|envoye|parle|dije|dijo|escribi|hable|mande|comente)\b[^.;]{0,24}\b(?:on|of|am|vom|le|du|el|del|last)\s(?:the\s)?$/.test(
        folded.slice(Math.max(0, period.start - 60), period.start),
      )));

/** "Following Tuesday's meeting": what was settled on that day. */
const isEarlier = (folded: string, { start, end }: Period): boolean =>
  /^following /.test(folded.slice(start)) && /^['’]s /.test(folded.slice(end));
