/**
 * Holds: "do not contact me until …", in the writer's own words. When in doubt there is one, until the later of the days that come
 * into question. What they mean, day by day, stands in test/eval/README.md.
 */
import { type DateContext, type Period, periodsIn } from './dates.ts';
import { fold } from './fold.ts';
import * as cue from './hold-cues.ts';
import { goesOnAnyway } from './hold-goes-on.ts';
import { liftIn } from './hold-lift.ts';
import * as not from './hold-lookalikes.ts';
import { isGreeting, isOver, saidOn } from './hold-over.ts';
import { weigh } from './hold-parts.ts';
import * as rest from './hold-refrain.ts';
import { clauseOf, goesOnBeside, scopeOf } from './hold-scope.ts';
import { thenWords, untilOf, vague } from './hold-until.ts';
import { isLater, optsOut, wordyFrom } from './hold-weigh.ts';
import * as words from './hold-words.ts';
import type { Sentence } from './sentences.ts';
import { leadOf } from './when.ts';

export interface Hold {
  /** First day on which contact is fine again, YYYY-MM-DD; null means for good. */
  until: string | null;
  /** Whether the words leave the day open; it is then resolved on the late side. */
  assumed: boolean;
  scope: 'person' | 'company' | 'topic';
  /** The words it rests on, letter by letter. */
  quote: string;
  /** The writer wants no more mail at all; `until` is then null. */
  optOut: boolean;
  /** They said that they will come back by themselves. */
  theyReturn: boolean;
}

export interface HoldsFound {
  hold: Hold | null;
  /** The message ends an earlier hold. */
  lifts: boolean;
}

/** `toList`: the message went to a mailing list. */
export function holdIn(sentences: readonly Sentence[], context: DateContext, toList = false): HoldsFound {
  const whole = sentences.map(({ folded }) => folded).join(' ');
  const found: Weighed[] = [];
  const named = sentences.map(({ folded, text }) => periodsIn(folded, context, text));
  const all = named.map((periods, at) =>
    periods.filter((period) => {
      const { folded } = sentences[at]!;
      // "Last spring we took half a year": how long that lasted.
      if (period.unit === 'span' && periods.some(({ past }) => past)) return false;
      return !saidOn(folded, period) && !isGreeting(folded, period) && !isOver(folded, period, context);
    }),
  );
  const later = sentences.map(({ folded }, at) => all[at]!.some((period) => isLater(folded, period, context)));
  const pressing = sentences.some(({ folded }) => not.urgent.test(folded) && !words.theyReturn.test(folded));
  const resumed = goesOnAnyway(sentences);
  const near = all.map((periods, at) => !later[at] && periods.some(({ first }) => first > context.today));
  // A long mail tells of much that ends: only what is said of oneself lifts anything there.
  const lift = liftIn(
    sentences,
    later,
    near,
    whole,
    (folded) => whole.length <= wordyFrom || cue.ourselves.test(folded),
  );
  sentences.forEach((sentence, at) => {
    if (lift && !lift.byInvitation && lift.of.has(at)) return;
    const weight = weigh({
      text: sentence.text,
      folded: sentence.folded,
      periods: all[at]!,
      context,
      whole,
      before: sentences[at - 1]?.folded ?? '',
      over: all[at]!.length === 0 && named[at]!.some((period) => isOver(sentence.folded, period, context)),
      beforeTimed: (all[at - 1] ?? []).length > 0,
      pressing,
      resumed,
      toList,
      besideLater: later[at - 1] === true || later[at + 1] === true,
    });
    if (weight > 0)
      found.push({
        hold: holdOf(sentences, all, at, context, whole),
        weight,
        dated: later[at]! || pointsAt(sentence.folded),
        named: later[at]!,
        beside: goesOnBeside(sentence.folded),
        wished: wishes(sentence.folded),
      });
  });
  if (lift && !lift.byInvitation) {
    const later = found.find(({ weight }) => weight >= 3)?.hold;
    return { hold: later ?? holdAfterLifting(sentences, all, context, whole), lifts: true };
  }
  // "Stop. Emailing. Me."
  if (
    found.length === 0 &&
    !toList &&
    whole.length < 80 &&
    optsOut({ folded: whole, periods: [] }) &&
    !not.never.test(whole) &&
    !not.channel.test(whole)
  ) {
    const quote = sentences.map(({ text }) => text).join(' ');
    return {
      hold: { until: null, assumed: false, scope: 'person', quote, optOut: true, theyReturn: false },
      lifts: false,
    };
  }
  const hold = longest(found, context);
  return { hold, lifts: lift !== null && hold === null };
}

/** "Not before then". */
const pointsAt = (folded: string): boolean => thenWords.test(folded) || cue.notEarlier.test(folded);

/** To whom they want it said. */
const toUs =
  /\b(?:me|us|hear(?:ing)? from you|all ears|mich|mir|uns|moi|m'|nous|vers|tout ouie|me|nos|\p{L}{3,}(?:me|nos)|conmigo|todo oidos)(?!\p{L})/u;
const toMe = /\b(?:me|mich|mir|moi|conmigo|\p{L}{3,}(?:ame|eme|rme))(?!\p{L})/u;

/** "Call me", "wir melden uns", "don't chase us": it speaks of contact, and of now. */
const wishes = (folded: string): boolean =>
  !not.pastTense.test(folded) &&
  !/\b(?:deja|already|bereits|ya (?:le|les|te|os)) \p{L}/u.test(folded) &&
  (rest.refrainsContact.test(folded) ||
    rest.optOut.test(folded) ||
    words.theyReturn.test(folded) ||
    (words.again.test(folded) && (cue.imperative.test(folded) || cue.request.test(folded) || toUs.test(folded))));

interface Weighed {
  hold: Hold;
  weight: number;
  /** It names a later time itself, or points at one. */
  dated: boolean;
  /** It names that time itself. */
  named: boolean;
  /** It is about what goes on beside the matter that rests. */
  beside: boolean;
  /** It says who shall do what, and is no mere reason for it. */
  wished: boolean;
}

/** Below this a sentence names a time more than it asks for rest. */
const plainly = 1.5;

/** Of several holds the latest day counts, in the words that asked for it most plainly; what rests of one matter shortens and lengthens nothing else. */
function longest(all: readonly Weighed[], context: DateContext): Hold | null {
  const some = all.some(({ hold }) => hold.scope === 'topic');
  const ofAll = all.filter(({ hold, beside }) => hold.scope !== 'topic' && !(some && beside));
  const found = ofAll.some(({ weight }) => weight >= plainly)
    ? ofAll
    : all.filter(({ hold, beside }) => hold.scope === 'topic' || !(some && beside));
  if (found.length === 0) return null;
  const forGood = found.filter(({ hold }) => hold.until === null);
  // "I have asked before not to be written to. Take me off the list": of two the one that asks now.
  if (forGood.length > 0) return (forGood.find(({ wished }) => wished) ?? forGood[0]!).hold;
  const wished = found.filter((each) => each.wished && each.weight >= plainly);
  const dated = found.filter((each) => each.dated && each.weight >= 2);
  // A day of its own goes before "then", and before a reason.
  const best = [
    wished.filter(({ named }) => named),
    dated.filter(({ named }) => named),
    wished.filter((each) => each.dated),
    dated,
    wished,
    found,
  ]
    .find((some) => some.length > 0)!
    .reduce<Weighed | null>((top, next) => (!top || next.weight > top.weight ? next : top), null);
  if (!best) return null;
  const latest = found
    .filter((each) => {
      const { hold, weight, wished: asks } = each;
      return (
        weight >= Math.min(plainly, best.weight) &&
        !(hold.assumed && hold.until === vague(context)) &&
        // The reason's own day, where that is open, moves no wish that names its day.
        (asks || !best.wished || !hold.assumed) &&
        (each === best || each.dated || !best.hold.assumed)
      );
    })
    .sort((a, b) => (a.hold.until! < b.hold.until! ? 1 : -1))[0];
  const theyReturn = found.some(({ hold }) => hold.theyReturn);
  // "Nothing moves here before June. Write to me then": it is that person who wants the mail.
  const forMe = best.hold.scope === 'company' && wished.some(({ hold }) => toMe.test(fold(hold.quote)));
  return {
    ...best.hold,
    ...(forMe && { scope: 'person' as const }),
    theyReturn,
    ...(latest && { until: latest.hold.until, assumed: latest.hold.assumed }),
  };
}

/** "Not in March after all, you may call from 15 February": what ends one hold may name the day of the next. */
function holdAfterLifting(
  sentences: readonly Sentence[],
  all: readonly Period[][],
  context: DateContext,
  whole: string,
): Hold | null {
  for (const [at, { folded }] of sentences.entries()) {
    const from = all[at]!.filter(
      (period) => /^(?:from|after|before)$/.test(leadOf(folded, period)) && isLater(folded, period, context),
    );
    if (from.length === 0 || !(cue.persons.test(folded) || words.again.test(folded))) continue;
    return holdOf(
      sentences,
      all.map((periods, index) => (index === at ? from : periods)),
      at,
      context,
      whole,
    );
  }
  return null;
}

function holdOf(
  sentences: readonly Sentence[],
  all: readonly Period[][],
  at: number,
  context: DateContext,
  whole: string,
): Hold {
  const sentence = sentences[at]!;
  const base = {
    scope: scopeOf(sentence, all[at]!, whole),
    quote: sentence.text,
    theyReturn:
      words.theyReturn.test(sentence.folded) ||
      (words.theyReturn.test(whole) &&
        /\b(?:after|then|afterwards|danach|dann|anschliessend|apres|ensuite|despues|luego|entonces)\b/.test(whole)),
  };
  const timed =
    all[at]!.some(({ last }) => last > context.today) ||
    /\b(?:until|till|before|bis|vor|solange|avant|jusqu|d'ici|tant que|hasta|antes|while)\b/.test(sentence.folded) ||
    // "I'll come back once it is quiet, do not chase me": they speak next, and so it is not for good.
    (words.theyReturn.test(sentence.folded) && words.condition.test(sentence.folded));
  if (
    optsOut({ folded: sentence.folded, periods: all[at]! }) &&
    !timed &&
    !rest.forNow.test(clauseOf(sentence.folded, all[at]!))
  )
    return { ...base, until: null, assumed: false, optOut: base.scope !== 'topic' };
  const { date, assumed } = untilOf(sentences, all, at, context);
  return { ...base, until: date, assumed, optOut: false };
}
