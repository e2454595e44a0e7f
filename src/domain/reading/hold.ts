/**
 * Holds: "do not contact me until …", in the writer's own words. When in doubt there is one, until the later of the days that come
 * into question. What they mean, day by day, stands in test/eval/README.md.
 */
import { type DateContext, type Period, periodsIn } from './dates.ts';
import * as cue from './hold-cues.ts';
import { goesOnAnyway } from './hold-goes-on.ts';
import * as not from './hold-lookalikes.ts';
import { speaksToMachine } from './hold-machines.ts';
import { isGreeting, isOver, saidOn } from './hold-over.ts';
import * as rest from './hold-refrain.ts';
import { clauseOf, scopeOf } from './hold-scope.ts';
import { thenWords, untilOf, vague } from './hold-until.ts';
import { isLater, optsOut, weigh, wordyFrom } from './hold-weigh.ts';
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
  // A long mail tells of much that ends: only what is said of oneself lifts anything there.
  const lifting =
    whole.length > wordyFrom
      ? sentences.some(({ folded }) => not.lifting.test(folded) && cue.ourselves.test(folded))
      : not.lifting.test(whole);
  const lifts = lifting && !speaksToMachine(whole);
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
  sentences.forEach((sentence, at) => {
    if (lifts && not.lifting.test(sentence.folded)) return;
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
      });
  });
  if (lifts) {
    const later = found.find(({ weight }) => weight >= 3)?.hold;
    return { hold: later ?? holdAfterLifting(sentences, all, context, whole), lifts };
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
    return { hold: { until: null, assumed: false, scope: 'person', quote, optOut: true, theyReturn: false }, lifts };
  }
  return { hold: longest(found, context), lifts };
}

/** "Not before then". */
const pointsAt = (folded: string): boolean => thenWords.test(folded) || cue.notEarlier.test(folded);

interface Weighed {
  hold: Hold;
  weight: number;
  /** It names a later time itself, or points at one. */
  dated: boolean;
}

/** Below this a sentence names a time more than it asks for rest. */
const plainly = 1.5;

/** Of several holds the latest day counts, in the words that asked for it most plainly; what rests of one matter shortens and lengthens nothing else. */
function longest(all: readonly Weighed[], context: DateContext): Hold | null {
  const ofAll = all.filter(({ hold }) => hold.scope !== 'topic');
  const found = ofAll.some(({ weight }) => weight >= plainly) ? ofAll : all;
  const forGood = found.find(({ hold }) => hold.until === null);
  if (forGood) return forGood.hold;
  const dated = found.filter((each) => each.dated && each.weight >= 2.5);
  const best = (dated.length > 0 ? dated : found).reduce<Weighed | null>(
    (top, next) => (!top || next.weight > top.weight ? next : top),
    null,
  );
  if (!best) return null;
  const latest = found
    .filter(
      ({ hold, weight }) =>
        weight >= Math.min(plainly, best.weight) && !(hold.assumed && hold.until === vague(context)),
    )
    .sort((a, b) => (a.hold.until! < b.hold.until! ? 1 : -1))[0];
  const theyReturn = found.some(({ hold }) => hold.theyReturn);
  return { ...best.hold, theyReturn, ...(latest && { until: latest.hold.until, assumed: latest.hold.assumed }) };
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
    /\b(?:until|till|before|bis|vor|solange|avant|jusqu|d'ici|tant que|hasta|antes|while)\b/.test(sentence.folded);
  if (
    optsOut({ folded: sentence.folded, periods: all[at]! }) &&
    !timed &&
    !rest.forNow.test(clauseOf(sentence.folded, all[at]!))
  )
    return { ...base, until: null, assumed: false, optOut: base.scope !== 'topic' };
  const { date, assumed } = untilOf(sentences, all, at, context);
  return { ...base, until: date, assumed, optOut: false };
}
