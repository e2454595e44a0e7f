/**
 * Meetings that people agree on in words: a day, and a yes to it, or the wish to meet then. Careful about what it takes for a booking: a day alone
 * is none, nor is one that something else is due on.
 */
import type { Words } from './absence-words.ts';
import { type DateContext, type Period, periodsIn } from './dates.ts';
import { isLastYears } from './last-year.ts';
import type { Meeting } from './meeting.ts';
import * as words from './meeting-words.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { leadOf } from './when.ts';

/** People who settle a day do so before they come to anything else. */
const looked = 60;
/** "Perfect." and "Works for me!": a yes of its own, to what stands beside it, comes first and is no longer. */
const bare = 30;
/** A mere "ok" or "agreed" stands at the beginning; farther on it may be about anything. */
const early = 20;
/** Nobody says at length that a day does not suit him. */
const refusal = 80;

/** What one mail does to a meeting; null where it does nothing. `byRep`: "let's talk on Friday" only proposes. */
export function meetingInWords(all: readonly Sentence[], context: DateContext, byRep: boolean): Meeting | null {
  const sentences = all.slice(0, looked);
  const said = sentences.map((sentence, at) => weigh(sentence, sentences[at - 1], sentences[at + 1], context, byRep));
  const days = (does: Does) =>
    said.flatMap((each) => each.filter((one) => one.does === does).flatMap((one) => one.days));
  const [taken, offers, unfit, off] = [days('accepts'), days('proposes'), days('refuses'), days('callsOff')];
  if (said.some((each) => each.some(({ does }) => does === 'callsOff'))) {
    // "Can we move it to Friday?" calls off one day and proposes another.
    const goes = [...offers, ...taken, ...days('movesTo')];
    const at = off.find((day) => !goes.includes(day)) ?? null;
    return { at, state: 'cancelled', inWords: true, ...(goes.length > 0 ? { offers: goes } : {}) };
  }
  const calledOff = unfit.length > 0 ? { calledOff: unfit } : {};
  if (taken.length > 0)
    return {
      at: taken[0]!,
      state: 'accepted',
      inWords: true,
      ...(taken.length > 1 ? { offers: taken } : {}),
      ...calledOff,
    };
  if (offers.length > 0) return { at: offers[0]!, state: 'proposed', inWords: true, offers, ...calledOff };
  return unfit.length > 0 ? { at: unfit[0]!, state: 'cancelled', inWords: true } : null;
}

type Does = 'accepts' | 'proposes' | 'refuses' | 'callsOff' | 'movesTo';
interface Done {
  does: Does;
  days: string[];
}

function weigh(
  { folded, text }: Sentence,
  before: Sentence | undefined,
  after: Sentence | undefined,
  context: DateContext,
  byRep: boolean,
): Done[] {
  if (words.callsOff.test(folded)) {
    const days = daysIn(folded, text, context);
    const goes = days.filter(({ start }) => towards.test(folded.slice(Math.max(0, start - 20), start)));
    return [
      done(
        'callsOff',
        days.filter((day) => !goes.includes(day)),
      ),
      done('movesTo', goes),
    ];
  }
  const aboutTalk = words.talk.test(folded) || words.hour.test(folded);
  const unfit = words.unfit.test(folded);
  const fits = !unfit && words.fits.test(folded);
  const yes = !unfit && beginsWith(words.yes, folded, early);
  const asks = text.trimEnd().endsWith('?');
  const beside = [before, after].some((each) => each !== undefined && isBareYes(each));
  if (!(fits || unfit || aboutTalk || (yes && beside))) return [];
  if (words.deeds.test(folded) && !words.invites.test(folded)) return [];
  const days = daysIn(folded, text, context);
  if (days.length === 0) return [];
  if (unfit) return refusing(folded, days);
  const open = words.provided.test(folded);
  if (asks && aboutTalk && after !== undefined && isBareYes(after) && !open) return [done('accepts', days)];
  if (!asks && !open) {
    if (aboutTalk && words.letUs.test(folded)) return [done(byRep ? 'proposes' : 'accepts', days)];
    if (fits || (aboutTalk && (yes || beside))) return [done('accepts', days)];
  }
  if (aboutTalk && (words.proposes.test(folded) || words.letUs.test(folded))) return [done('proposes', days)];
  // "Thursday, 30 April, 10 o'clock?" needs no more words.
  return asks && (fits || words.hour.test(folded)) ? [done('proposes', days)] : [];
}

/** "Friday doesn't work, could you do Monday?": what stands behind the refusal is put instead. */
function refusing(folded: string, days: readonly Period[]): Done[] {
  const at = words.unfit.exec(folded)?.index ?? 0;
  const instead = at + Math.max(0, folded.slice(at).search(/[,;:]|(?<!\p{L})(?:but|aber|mais|pero|mas|ma|maar) /u));
  const [refused, put] = [
    days.filter(({ start }) => start < instead || instead === at),
    days.filter(({ start }) => start > instead && instead > at),
  ];
  if (put.length > 0) return [done('refuses', refused), done('proposes', put)];
  return folded.length <= refusal ? [done('refuses', refused)] : [];
}

const done = (does: Does, days: readonly Period[]): Done => ({
  does,
  days: [...new Set(days.map(({ first }) => first))],
});

/** The new day of a meeting that moves: "to Friday", "auf den 12. Mai". */
const towards = /(?<!\p{L})(?:to|until|till|auf|au|a|al|para|naar)(?: (?:the|next|den|le|la|il|o|de))?\s*$/u;

const isBareYes = ({ folded }: Sentence): boolean =>
  folded.length <= bare && beginsWith(words.yes, folded, 12) && !words.unfit.test(folded) && !folded.endsWith('?');

const beginsWith = (some: Words, folded: string, within: number): boolean =>
  (some.exec(folded)?.index ?? folded.length) <= within;

/** Days that something takes place on, from today on: not "by Friday", not "since Monday". */
function daysIn(folded: string, text: string, context: DateContext): Period[] {
  return periodsIn(folded, context, text).filter(
    (period, at, all) =>
      period.unit === 'day' &&
      !period.past &&
      period.first >= context.today &&
      !isLastYears(folded, period, context) &&
      // An hour of today is a talk; today alone is any day.
      (period.first > context.today || words.hour.test(folded)) &&
      !isBorder(folded, period) &&
      !isNearer(folded, period, all[at + 1]),
  );
}

/** "By Friday", "after Monday"; neither "the walk-through on Friday" nor the Portuguese "na sexta-feira". */
function isBorder(folded: string, period: Period): boolean {
  const before = folded.slice(Math.max(0, period.start - 20), period.start);
  if (/-through \p{L}{1,4} $/u.test(before)) return false;
  if (/(?<!\p{L})na $/u.test(before) && /^(?:segunda|terca|quarta|quinta|sexta)/.test(folded.slice(period.start)))
    return false;
  return /^(?:until|through|before|since|after|from)$/.test(leadOf(folded, period));
}

/** "Thursday, 30 April": the more exact of the two comes last. */
const isNearer = (folded: string, { end }: Period, next: Period | undefined): boolean =>
  next?.unit === 'day' &&
  /^[\s,(]{1,3}(?:\p{L}{2,3} )?$/u.test(folded.slice(end, next.start)) &&
  /\d/.test(folded.slice(next.start, next.end));

/** A yes to a day that the other has proposed: said at the beginning, and nothing against it. */
export function saysYes(text: string): boolean {
  const sentences = sentencesOf(text.slice(0, 1_000));
  // A greeting may stand before it.
  const said = sentences.slice(0, 4).map(({ folded }) => folded);
  return (
    said.some(
      (folded) => folded.length < 120 && (words.yes.test(folded) || words.fits.test(folded)) && !folded.endsWith('?'),
    ) && !said.some((folded) => words.unfit.test(folded))
  );
}
