/**
 * Promises: the author's word that he or his house will do a thing for the other side, and until when. A clause promises where it says so
 * in its own words, or where words that may be a fact stand beside a time; a hope, hearsay or a condition in its sentence takes it back.
 */
import { type DateContext, type Period, periodsIn } from './dates.ts';
import { fold } from './fold.ts';
import { isLastYears } from './last-year.ts';
import { german } from './promise-de.ts';
import { english } from './promise-en.ts';
import { spanish } from './promise-es.ts';
import { french } from './promise-fr.ts';
import type { Grammar } from './promise-grammar.ts';
import { italian } from './promise-it.ts';
import { dutch } from './promise-nl.ts';
import { portuguese } from './promise-pt.ts';
import type { Sentence } from './sentences.ts';
import { type Tongue, tonguesOf } from './tongue.ts';
import { type Unclear, unclearDay } from './unclear.ts';
import { dayAfter, dueDay } from './when.ts';

export interface Promised extends Unclear {
  /** The words, letter by letter. */
  text: string;
  /** The last day on which it is kept; null when none was named. */
  until: string | null;
}

const grammars: Record<Tongue, Grammar> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  it: italian,
  nl: dutch,
};
const everyTongue = Object.keys(grammars) as Tongue[];

/** Where a clause ends: at a mark, or before a contrast or a reason. */
const clauseEnd =
  /[,;:()!?]+(?=\s|$)|\s-\s|\n|\s(?=(?:but|because|although|aber|sondern|denn|weil|mais|parce|pero|porque|aunque)\s)/g;

interface Clause {
  text: string;
  start: number;
}

function clausesOf(folded: string): Clause[] {
  const found: Clause[] = [];
  let from = 0;
  const add = (end: number) => {
    const raw = folded.slice(from, end);
    const text = raw.trim().replace(/[.…"']{1,6}$/, '');
    if (text !== '') found.push({ text: text.replace(/\s+/g, ' '), start: from + raw.indexOf(text[0]!) });
  };
  for (const { index, 0: mark } of folded.matchAll(clauseEnd)) {
    // "On Tuesday, 6 July, our driver": the date between commas is no clause.
    if (
      mark === ',' &&
      (/^\s\d/.test(folded.slice(index + 1, index + 3)) || /,\s\d[^,]{0,24}$/.test(folded.slice(from, index)))
    )
      continue;
    add(index);
    from = index + mark.length;
  }
  add(folded.length);
  return found;
}

/** The clauses in which something is undertaken. `timed`: the sentence names a time. */
function undertaking(folded: string, timed: boolean, tongues: readonly Tongue[]): Clause[] {
  return clausesOf(folded).filter(({ text }) =>
    tongues.some((tongue) => {
      const grammar = grammars[tongue];
      const outright = grammar.undertakes.exec(text);
      const words = outright ?? (timed && !grammar.past.test(text) ? grammar.whenTimed.exec(text) : null);
      if (!words) return false;
      const upTo = grammar.unlessAfter ? text.length : words.index + words[0].length;
      return (
        !grammar.unless.test(text.slice(0, upTo)) &&
        !grammar.notIn.test(folded) &&
        mayHappen(folded, grammar, timed && outright !== null)
      );
    }),
  );
}

/**
 * "If you send the readings we will …" bargains. "Unless I hear otherwise …" takes nothing back, and "if the sample passes we ship on Monday"
 * is a word given, where it is `firm`: said outright and with a time.
 */
function mayHappen(folded: string, { condition, bargain, byDefault }: Grammar, firm: boolean): boolean {
  const at = condition.exec(folded)?.index;
  if (at === undefined || byDefault.test(folded)) return true;
  const rest = folded.slice(at);
  const until = rest.indexOf(',');
  return firm && !bargain.test(until < 0 ? rest : rest.slice(0, until));
}

/** Whether somebody undertakes to do something, a time being named or not. */
export const undertakes = (folded: string): boolean => undertaking(folded, false, everyTongue).length > 0;

/** An oath, or a debt owned up to: it stresses the promise beside it and is none of its own there. */
const oath =
  /^(?:and |und |et |y )?(?:i promise|promised?|you have my word|my word on it|word of honou?r|scout's honou?r|hand on heart|without fail|i owe you \D{1,60}|(?:i'm )?on it|bin dran|ich bin dran|je suis dessus|on est dessus|estoy en ello|das (?:ubernehme|erledige|mache|klare) ich|i'll (?:take care of|see to|handle) (?:it|that|this)|leave (?:it|that|this) (?:with|to) me|je m'en (?:occupe|charge)|(?:yo )?me (?:encargo|ocupo)(?: yo)?|hand drauf|versprochen|ehrenwort|mein wort drauf|sie haben mein wort|promis|juré|jure|c'est promis|parole|sans faute|vous avez ma parole|prometido|te lo prometo|se lo prometo|palabra|sin falta)\W{0,6}$/u;

export function promisesIn(sentences: readonly Sentence[], context: DateContext): Promised[] {
  const promised = sentencesPromising(sentences, context);
  const weighty = promised.filter(({ text }) => !oath.test(fold(text)));
  return weighty.length > 0 ? weighty : promised;
}

function sentencesPromising(sentences: readonly Sentence[], context: DateContext): Promised[] {
  const tongues = tonguesOf(sentences.map(({ folded }) => folded).join(' '));
  const promisedIn = ({ text, folded }: Sentence, before: Sentence | undefined): Promised[] => {
    const periods = timesIn(folded, text, context);
    const given = undertaking(folded, periods.length > 0, tongues);
    if (given.length === 0 && !(periods.length > 0 && assentBy.test(folded))) return [];
    const until = dueIn(folded, given, periods, context) ?? dayAfterThat(folded, before, context);
    return [{ text, until, ...unclearDay(text, context) }];
  };
  return sentences.flatMap((sentence, at) =>
    isQuestion(sentence.folded)
      ? []
      : partsOf(sentence, context, tongues).flatMap((part) => promisedIn(part, sentences[at - 1])),
  );
}

/** "The board sits on the 19th. The day after we will tell you": goes by the day that the sentence before names. */
function dayAfterThat(folded: string, before: Sentence | undefined, context: DateContext): string | null {
  if (!before || !theDayAfter.test(folded)) return null;
  const day = timesIn(before.folded, before.text, context).findLast(({ unit }) => unit === 'day');
  return day ? dayAfter(day).date : null;
}

const theDayAfter =
  /(?<!\p{L})(?:(?:the )?(?:day after|next day|following day)|(?:am )?tag danach|tags darauf|am (?:nachsten|folgenden) tag|am folgetag|(?:le )?lendemain|(?:el|al) dia siguiente)(?! (?:tomorrow|the|my|our|your|next)(?!\p{L}))(?!\p{L})/u;

/** "Klar, bis Mittwoch": a yes and by when, which is all that need be said to somebody who asked. */
const assentBy =
  /^(?:\p{L}{2,12},? )?(?:sure|yes|yep|yeah|ok|okay|of course|no problem|certainly|absolutely|will do|can do|klar|na klar|ja|gern|gerne|naturlich|selbstverstandlich|mach ich|geht klar|oui|bien sur|d'accord|volontiers|pas de probleme|si|claro|vale|por supuesto|sin problema)[,.! -]{1,3}(?:by|before|until|no later than|bis|spatestens|noch|d'ici|avant|au plus tard|antes|para|a mas tardar|hasta|tonight|tomorrow|this (?:afternoon|evening)|later today|first thing|heute|morgen|ce soir|demain|cet apres-midi|esta (?:tarde|noche)|manana|hoy)(?:,? (?!(?:passt|geht|works|suits|ok|va|vale|bien)(?!\p{L}))[\p{L}\d.:']+){0,6}[.! ]*$/u;

/** "You'll have it Monday, ok?" asks for nothing. */
const isQuestion = (folded: string): boolean =>
  /\?\s*["')\]]*$/.test(folded) && !/, (?:ok|okay|alright|right|ja|gut|vale|d'accord|oui|deal)\s?\?\s*$/.test(folded);

/** Times by a name that no calendar knows, and the same in plain words, which must be no longer. */
const namedTimes: readonly (readonly [RegExp, string])[] = [
  [
    /(?<!\p{L})(?:cet aprem|en fin (?:de matinee|d'apres-midi)|this very (?:morning|afternoon|evening)|esta misma (?:manana|tarde|noche))(?!\p{L})/gu,
    'today',
  ],
  [
    /(?<!\p{L})(?:before the week(?: is|'s) (?:out|over|up)|bevor die woche (?:um|rum|vorbei|zu ende) ist|avant que la semaine (?:se termine|s'acheve)|antes de (?:finalizar|acabar|terminar|cerrar) la semana|antes de que (?:acabe|termine) la semana)(?!\p{L})/gu,
    'this week',
  ],
];

/** The same letters in the same places, such times said in plain words. */
const plainly = (folded: string): string =>
  namedTimes.reduce((text, [name, plain]) => text.replace(name, (found) => plain.padEnd(found.length)), folded);

const timesIn = (folded: string, text: string, context: DateContext): Period[] =>
  periodsIn(plainly(folded), context, text).filter(
    (period) => !period.past && !isLastYears(folded, period, context) && !(period.weak && period.unit === 'span'),
  );

/** "After the board of the 10th": what comes first takes up its day. */
const waits =
  /(?:^|[^\p{L}])(?:after|once|as soon as|nachdem|nach (?:der|dem|den|des|unser\p{L}*|mein\p{L}*|\p{L}*(?:schluss|sitzung|prufung|freigabe|messe|urlaub|rucksprache|abnahme))|sobald|wenn|apres|une fois|des que|despues de|tras|cuando|en cuanto|una vez)(?!\p{L})(?! (?:nichts|alles|rien|tout|nada|todo)(?!\p{L}))[^.;]{0,50}$/u;

/** Of several days the last; a day says more than the week or feast it lies in. What the promise itself says counts before its reasons. */
function dueIn(folded: string, given: Clause[], named: Period[], context: DateContext): string | null {
  const own = named.filter(({ start }) =>
    given.some((clause) => start >= clause.start && start <= clause.start + clause.text.length),
  );
  const all = own.length > 0 ? own : named;
  const days = all.filter(({ unit }) => unit === 'day');
  const due = (days.length > 0 ? days : all).map((period) =>
    period.unit === 'day' && waits.test(folded.slice(Math.max(0, period.start - 70), period.start))
      ? dayAfter(period).date
      : dueDay(folded, period),
  );
  return (
    due
      .filter((day) => day >= context.today)
      .sort()
      .at(-1) ?? null
  );
}

const firstPerson =
  /(?<!\p{L})(?:i|we|i'll|we'll|i'm|i've|let me|ich|wir|lassen sie mich|lass mich|je|j'\p{L}+|nous|laissez-moi|dejeme|dejame)(?!\p{L})|(?<!\p{L})(?:le|te|os|les|lo|la|los|las|se|me) \p{L}+o(?!\p{L})|(?<!\p{L})(?:hablo|pregunto|consulto|relleno|firmo|miro|reviso|preparo|veo|voy)(?!\p{L})/u;

/** "The driver brings it today and I will call", "we will keep you posted and I will send". */
const byAnother = (first: string, second: string): boolean =>
  (!firstPerson.test(first) && firstPerson.test(second)) ||
  (/^(?:we|wir|nous|on)(?!\p{L})/u.test(first) && /^(?:i|ich|je|j')(?!\p{L})/u.test(second));

/** A subject of its own, and so a promise of its own; "you'll have it" and "and ring you" go on with the first. */
const ownSubject =
  /^(?:(?:the|a|an|our|my|your|der|die|das|ein|eine|unser\p{L}*|mein\p{L}*|ihr\p{L}*|le|la|les|un|une|notre|nos|mon|ma|votre|el|los|las|una|nuestr\p{L}*|mi|su)\s+\p{L}|(?:i|we|ich|wir|je|j'|nous|on|yo)(?!\p{L})|(?:te|le|os|les)\s+\p{L}+(?:o|mos|re)(?!\p{L})|(?:vous|tu) (?!l'|l[ae]s? )\p{L}|(?:you|sie|du|ihr)(?!\p{L})(?!.{0,16} (?:it|them|ihn|es) ))/u;

/** In German a thing is known by its capital: "Plan kriegen Sie". */
const hasSubject = ({ text, folded }: Sentence): boolean =>
  ownSubject.test(folded) || (/^\p{Lu}/u.test(text) && !/^[\p{L}]+ (?:sie|du|ihr|ihnen|dir)(?!\p{L})/u.test(folded));

/** At once: as good as a time where one promise is told from another. */
const atOnce =
  /(?<!\p{L})(?:right (?:away|now)|straight away|at once|immediately|sofort|umgehend|jetzt gleich|tout de suite|immediatement|ahora mismo|enseguida|de inmediato)(?!\p{L})/u;

/** Places in one sentence at which it is tried to part it; nobody promises more in one breath. */
const maxJoints = 6;

/**
 * The parts of a sentence that may promise each for itself: what a semicolon parts, what each has its own time, and "the driver brings it
 * today and I will call you tomorrow", where somebody else gives the first half.
 */
function partsOf(sentence: Sentence, context: DateContext, tongues: readonly Tongue[], depth = 3): Sentence[] {
  const { text, folded, start } = sentence;
  const isTimed = (part: Sentence) => periodsIn(plainly(part.folded), context).length > 0;
  const promises = (part: Sentence) => undertaking(part.folded, isTimed(part), tongues).length > 0;
  const cut = (index: number, joint: number): [Sentence, Sentence] => [
    { text: text.slice(0, index), folded: folded.slice(0, index), start },
    { text: text.slice(index + joint), folded: folded.slice(index + joint), start: start + index + joint },
  ];
  const joints = [
    ...folded.matchAll(
      /;\s+(?:y |and |und |et )?|,? (?:and |und |et |y )?(?<=\s)\(?[1-9][).] |,? (?:and|und|et|y) |, (?=\p{L})/gu,
    ),
  ].slice(0, maxJoints);
  for (const { index, 0: joint } of joints) {
    const [first, second] = cut(index, joint.length);
    const loose = !/[;\d]/.test(joint);
    // The second without a time of its own is only the end of the first; so may a first without one be only its beginning.
    if (loose && !isTimed(second) && !atOnce.test(second.folded)) continue;
    const apart = (isTimed(first) && hasSubject(second)) || (joint !== ', ' && byAnother(first.folded, second.folded));
    if (loose && !apart) continue;
    if (!promises(first) || !promises(second)) continue;
    return [first, ...(depth > 0 ? partsOf(second, context, tongues, depth - 1) : [second])];
  }
  return [sentence];
}
