/**
 * How plainly a sentence asks for rest: a wish for rest, for a later time, or the announcement of a return, each with a time, an event or
 * for good. What only looks like it weighs nothing; what is in doubt weighs little, and is a hold.
 */
import { addDays } from './civil.ts';
import type { DateContext, Period } from './dates.ts';
import { wordsOf } from './fold.ts';
import { goesForward, isDeadline, movesMeeting, proposesHour } from './hold-agrees.ts';
import * as cue from './hold-cues.ts';
import * as on from './hold-goes-on.ts';
import * as not from './hold-lookalikes.ts';
import * as rest from './hold-refrain.ts';
import { askingOf, clauseOf, isOfTopic } from './hold-scope.ts';
import { asksForRest, nearDays, negated, resolve, thenWords } from './hold-until.ts';
import * as words from './hold-words.ts';
import { undertakes } from './promise.ts';
import { leadOf } from './when.ts';

/** A sentence with what stands around it. */
export interface Said {
  /** As it was written. */
  text: string;
  folded: string;
  periods: Period[];
  context: DateContext;
  /** The whole message. */
  whole: string;
  /** The times it names are all over, or only wished well for. */
  over: boolean;
  /** The sentence before, and whether it names a time. */
  before: string;
  beforeTimed: boolean;
  /** Whether the sentence before or after names a time further off than a week. */
  besideLater: boolean;
  /** The message wants an answer at once. */
  pressing: boolean;
  /** The message says that a busy time is over. */
  resumed: boolean;
  /** It went to a list: what is said there is said to nobody in particular, unless in so many words. */
  toList: boolean;
}

/** "Could you call me next Tuesday?" proposes a day, a little farther off than that of a plain wish. */
const proposedDays = 10;

/** Characters from which a mail is long. */
export const wordyFrom = 1_200;

/** "Until we have shipped it", "sobald das Lager umgezogen ist": what happens at theirs first; the goods in it are no matter of ours. */
export const ownEvent =
  /\b(?:until|till|til|once|after|as soon as|bis|sobald|nachdem|jusqu'a ce que|une fois que?|des que|tant que|hasta que|en cuanto) (?:we|i|we've|i've|our|my|the|it|wir|ich|unser\p{L}*|der|die|das|nous|je|on|notre|nos|le|la|les|l'|el|los|las|nuestr\p{L}*)(?!\p{L})[^,;]*/gu;

/** Frozen budgets and suppliers who are not seen are matters of contact. */
export const contactMatters =
  /\b(?:vendors?|suppliers?|proveedor(?:es)?|fournisseurs?|anbieter|lieferanten|frozen|freeze|gestoppt|eingefroren|congelad\p{L}*|gelee?s?|budget|presupuesto|haushalt)\b/u;

export const isLater = (folded: string, period: Period, context: DateContext): boolean =>
  resolve(folded, period, context, false).date >
  // "After Thanksgiving" puts off, however near that is.
  addDays(context.today, period.unit === 'feast' && leadOf(folded, period) === 'after' ? 0 : nearDays);

const isDelivery =
  /\b(?:send|sends|sending|get you|get it to you|have it|deliver|pay|wire|sign|order|return the|schick\p{L}*|send\p{L}*|zusend\p{L}*|liefer\p{L}*|bekomm\p{L}*|erhalt\p{L}*|haben sie|uberweis\p{L}*|unterschreib\p{L}*|bestell\p{L}*|envoi\p{L}*|enverr\p{L}*|transmet\p{L}*|recevr\p{L}*|aurez|signer\p{L}*|command\p{L}*|mand\p{L}*|envi\p{L}*|recib\p{L}*|tendra\p{L}*|firm\p{L}*|pag\p{L}*|paso|pasare)\b/u;

const decides = /\b(?:decid\p{L}*|entscheid\p{L}*|tranch\p{L}*|planned|geplant|prevu|previsto|is on|findet)\b/u;

/** "She will write to you by the 20th", "you will have it on Friday": a word given, and no wish. */
const givesWord = (folded: string, periods: readonly Period[], first: boolean): boolean =>
  undertakes(folded) &&
  !cue.imperative.test(folded) &&
  !first &&
  (isDelivery.test(folded) ||
    periods.every((period) => {
      const lead = leadOf(folded, period);
      return /^(?:before|through|until)$/.test(lead) || (lead === 'at' && period.unit === 'day');
    }));

/** Nothing that a hold could be: other ways, other matters, denials, the past, those who wait for us. */
function looksOnly({ text, folded, whole, pressing, over, resumed }: Said, refrain: boolean, aimed: boolean): boolean {
  if (not.never.test(folded) || not.waitsForReader.test(folded)) return true;
  if (over || (not.denied.test(folded) && !aimed)) return true;
  if (not.goesOn.test(whole) && !refrain) return true;
  if (!refrain && not.neededBy.test(folded)) return true;
  if (!refrain && (resumed || (on.takenOn(whole) && !isOfTopic(folded, whole)))) return true;
  if (!refrain && !words.again.test(folded) && (on.closes(folded) || on.ownTerm.test(folded))) return true;
  if (!refrain && on.anothersReturn(text, folded)) return true;
  if (!aimed && on.technical.test(folded)) return true;
  return !aimed && (pressing || (!refrain && not.covers.test(whole)) || not.visits.test(whole));
}

/** "How do I stop the newsletter?" */
const wondersHow =
  /^(?:so |and )?[¿]?(?:how|where|can i|may i|wie|wo|kann ich|comment|ou|puis-je|como|donde|puedo)\b.*\?$/;

/** No more mail, ever: said outright, or as a denial of contact for good. */
export const optsOut = ({ folded, periods }: Pick<Said, 'folded' | 'periods'>): boolean =>
  (rest.optOut.test(folded) && !wondersHow.test(folded)) ||
  cue.oneWord.test(folded) ||
  (periods.length === 0 &&
    rest.refrainsContact.test(folded) &&
    cue.forever.test(folded) &&
    cue.ourselves.test(folded) &&
    !words.condition.test(folded) &&
    !rest.forNow.test(folded) &&
    !not.pastTense.test(folded));

/** What is asked for, or asked not to be, is talk. */
const ofTalk =
  /\b(?:talk\p{L}*|speak\p{L}*|discuss\p{L}*|call\p{L}*|ring|phone|write|contact\p{L}*|chase|in touch|reden|sprechen|telefonier\p{L}*|\p{L}*rufen|melden|schreiben|parler|reparl\p{L}*|discuter|r?appel(?:er|ez|le|ons)|ecri\p{L}*|hablar\p{L}*|hablamos|llam\p{L}*|escrib\p{L}*|falar|ligar|ligue|parlar\p{L}*|chiam\p{L}*|bellen|praten)\b/u;

/** Of one matter of several: when it is taken up again, or that it is left. */
const takesUp =
  /\b(?:revisit\p{L}*|come back to|pick up|talk about|discuss\p{L}*|park\p{L}*|leave|return to|wait\p{L}*|look at|reparl\p{L}*|revien\p{L}*|repren\p{L}*|de cote|laiss\p{L}*|retom\p{L}*|aparc\p{L}*|dejamos|dejar|vemos|miramos|sprechen|reden|kommen wir|lassen|aufgreifen|vertag\p{L}*|zuruckstell\p{L}*)\b/u;

export function weighPart(said: Said): number {
  const { folded, periods, context, whole, before, beforeTimed, besideLater } = said;
  if (not.channel.test(folded)) return 0;
  const aimed = rest.refrainsContact.test(folded);
  const refrain = aimed || rest.refrain.test(folded);
  // In a long mail much is said of mail and of times that is no wish to anybody.
  const wordy = whole.length > wordyFrom;
  if (
    optsOut(said) &&
    !/\b(?:don't|do not) stop\b/.test(folded) &&
    !not.reported.test(folded) &&
    (!(wordy || said.toList) || cue.ourselves.test(folded))
  )
    return 5;
  if (looksOnly(said, refrain, aimed)) return 0;
  const asks = /\?\s*["')\]]*$/.test(folded) && !cue.tag.test(folded);
  const again = words.again.test(folded);
  if (asks && !aimed && (cue.musing.test(folded) || cue.wondersToWait(folded))) return 0;
  const later = periods.some((period) => isLater(folded, period, context));
  if (
    asks &&
    !(refrain && cue.request.test(folded)) &&
    !(again && (cue.toYou.test(folded) || cue.tellsMe.test(folded))) &&
    !(later && !cue.asksBack.test(folded))
  )
    return 0;

  const onDays = periods.length > 0 && periods.every(({ unit }) => unit === 'day');
  if (!refrain && onDays && (asks || !again) && proposesHour(folded)) return 0;
  if (!refrain && onDays && asks && again && periods.every(({ last }) => last <= addDays(context.today, proposedDays)))
    return 0;
  if (!aimed && onDays && movesMeeting(folded)) return 0;
  if (!refrain && !words.busy.test(folded) && goesForward(folded)) return 0;
  // "We'd like it before Christmas": what must be there by then.
  if (!refrain && isDeadline(folded, periods) && !thenWords.test(folded)) return 0;

  const wished = aimed || cue.request.test(folded) || cue.imperative.test(folded);
  if (said.toList && !(wished && cue.ourselves.test(folded) && (later || refrain))) return 0;
  if (wordy && !wished && !again && !words.theyReturn.test(folded)) return 0;
  const timeless = folded.replace(not.hours, ' ');
  // "In a meeting until 11, call me after".
  if (timeless !== folded && periods.length === 0 && !refrain) return 0;
  const condition = words.condition.test(timeless);
  const named = later;
  const more = named ? 0.3 : 0;
  const leads = periods.map((period) => leadOf(folded, period));
  const led = leads.some((lead) => lead === 'until' || lead === 'through');
  const timely = named || condition || leads.some((lead) => lead !== 'at' && lead !== 'since');
  const goods = not.otherMatters.test(folded.replace(ownEvent, ' '));
  // "Our contract runs until the end of 2027, no point in talking before": a reason, and a wish of its own.
  const parts = refrain || cue.imperative.test(folded) ? askingOf(folded) : '';
  const asking = ofTalk.test(parts) ? parts : '';
  const other =
    not.otherMatters.test((asking || clauseOf(folded, periods)).replace(ownEvent, ' ')) &&
    !contactMatters.test(folded) &&
    !aimed;
  const first = cue.firstThen.test(timeless);
  const returns = words.theyReturn.test(folded);

  const forNow = rest.forNow.test(folded) || asksForRest.test(folded);
  if (wordy && !wished && !named) return 0;
  if (refrain && !other && cue.waitsForEvent.test(folded)) return 3.4;
  if (refrain && !other && (timely || returns || forNow || besideLater)) return 4 + more;
  if (refrain && periods.length > 0 && !other) return 3.5;
  if (named && takesUp.test(folded) && isOfTopic(folded, whole) && !asks && !givesWord(folded, periods, first))
    return 3;
  const busy = words.busy.test(folded);
  if (returns && asks && words.busy.test(whole)) return 2.4;
  if (!other && !wordy && !asks) {
    if (refrain && cue.patience.test(folded)) return 3.1;
    if (busy && cue.afterwards.test(folded)) return 2.3;
    if (forNow && cue.atRest.test(folded)) return 2.9;
    // "It's chaos here, I'll get back to you", "another time perhaps".
    if (
      returns &&
      (busy ||
        words.busy.test(before) ||
        cue.waitsForEvent.test(before) ||
        cue.ownStep.test(folded) ||
        forNow ||
        cue.patience.test(folded) ||
        cue.badMoment.test(folded))
    )
      return 2.4;
    if (busy && forNow && !/\?/.test(whole)) return 2;
    if (cue.onIce.test(folded) && periods.length === 0) return 1.8;
    if (
      cue.someLater.test(folded) &&
      !goods &&
      (words.busy.test(whole) || forNow || rest.forNow.test(before) || cue.badMoment.test(whole))
    )
      return 2.3;
  }
  if (other) return 0;
  if (returns && first && !cue.sends.test(folded)) return 3 + more;
  const waits = cue.notEarlier.test(timeless);
  if (waits && (named || besideLater) && !goods) return 3.2;
  if (returns && named && !isDelivery.test(folded) && !givesWord(folded, periods, first)) return 2.5;
  // "I won't be able to look at it before Friday": near, and yet they say when.
  const soon =
    !goods && !asks && !cue.thirdParty.test(folded) && cue.persons.test(folded) && (led || leads.includes('before'));
  const refused = periods.some((period) => negated(folded, period));
  if (
    words.standstill.test(timeless) &&
    !(goods && !(named && (again || contactMatters.test(folded)))) &&
    (named || refused || soon || (condition && periods.length === 0)) &&
    !not.ended.test(folded)
  )
    return 3 + more;
  const promised = givesWord(folded, periods, first);
  if (again && named && !promised) return 3.3;
  if (again && first && !asks && !promised && periods.length === 0) return 2.5;
  if (words.postponed.test(folded) && named && !not.ended.test(folded)) return 2.8;
  if (refused) return 2.2;
  // "Not before the board meeting on the 12th", however near that is.
  if (
    cue.notBefore.test(folded) &&
    periods.some(({ unit, first: day }) => unit === 'day' && day > context.today) &&
    (cue.deniedFirst.test(folded) || cue.persons.test(folded)) &&
    !(goods || asks || promised || isDelivery.test(folded) || cue.thirdParty.test(folded) || not.ended.test(folded))
  )
    return 2.2;
  if (named && !asks && !goods && !promised && !isDelivery.test(folded) && cue.movesMatter.test(folded)) return 2.1;
  if (periods.length > 0 && cue.oneLater.test(folded)) return 2.7;
  if (busy && (named || led || first)) return 2.6;
  // "Flat out, ask me next week".
  if (busy && again && !asks && !goods && !promised && periods.some(({ on }) => on > context.today)) return 2;
  if (cue.reachable.test(folded) && !cue.thirdParty.test(folded) && (named || leads.includes('from'))) return 2.4;
  if (words.away.test(folded) && named && !goods && !cue.thirdParty.test(folded))
    return words.thenOn.test(whole) || again ? 3 : cue.persons.test(folded) ? 1.5 : 0;
  if (again && thenWords.test(folded) && whole.length < 600 && (beforeTimed || words.away.test(before) || named))
    return 2;
  const beyond = periods.some(
    (period) =>
      resolve(folded, period, context, false).date > context.today &&
      (negated(folded, period) || cue.badMoment.test(whole) || words.busy.test(before)),
  );
  if (
    isFragment(folded, periods) &&
    !decides.test(folded) &&
    !goods &&
    (named || beyond || leads.some((lead) => lead === 'after' || lead === 'before'))
  )
    return 2;
  // In doubt: a later time, somebody of this talk, and a word of what would suit.
  const doubtful = cue.fits.test(folded) || again || busy || contactMatters.test(folded);
  const onADay = periods.every((period, at) => period.unit === 'day' && leads[at] === 'at') && !condition;
  const firm = periods.some((period) => !period.weak && isLater(folded, period, context));
  // "We decide on the 20th" is their own matter.
  if (onADay && decides.test(folded)) return 0;
  if (firm && !wordy && doubtful && cue.persons.test(folded) && !goods && !promised && !not.ended.test(whole)) return 1;
  // "After the trade fair, sure."
  if (
    first &&
    (periods.length === 0 || named) &&
    !asks &&
    !goods &&
    !promised &&
    !isDelivery.test(folded) &&
    !not.ended.test(whole) &&
    wordsOf(folded).length < 12
  )
    return 1.6;
  // An event to wait for, and no day.
  if (first && cue.imperative.test(folded) && !goods && !asks && !cue.sends.test(folded) && !isDelivery.test(folded))
    return 1.5;
  return 0;
}

/** A time and hardly another word: "Lieber nicht vor Ostern", "principios de julio mejor". */
function isFragment(folded: string, periods: Period[]): boolean {
  if (periods.length === 0) return false;
  return folded.split(/[,;:()]|\s-\s/).some((clause, at) => {
    if (at > 1) return false;
    const start = folded.indexOf(clause);
    const inside = periods.filter((period) => period.start >= start && period.end <= start + clause.length);
    if (inside.length === 0) return false;
    const others = wordsOf(clause).filter(
      ({ text, start: from }) =>
        /\p{L}/u.test(text) && !inside.some((period) => from + start >= period.start && from + start < period.end),
    );
    return others.filter(({ text }) => !cue.fewWords.test(text)).length <= (at === 0 ? 1 : 0);
  });
}
