/**
 * Holds: "do not contact me until …", in the writer's own words. When in doubt there is one, until the later of the days that come
 * into question. What they mean, day by day, stands in test/eval/README.md.
 */
import { any } from './absence-words.ts';
import { addDays } from './civil.ts';
import { type DateContext, type Period, periodsIn } from './dates.ts';
import { wordsOf } from './fold.ts';
import * as not from './hold-lookalikes.ts';
import { clauseOf, scopeOf } from './hold-scope.ts';
import { asksForRest, nearDays, negated, resolve, thenWords, untilOf, vague } from './hold-until.ts';
import * as words from './hold-words.ts';
import { undertakes } from './promise.ts';
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

const request = any(
  '(?:could|can|would|will|may) (?:you|we|i ask)|mind|please|deal',
  '(?:konnten|konnen|wurden|durfte|kannst|konntest|darf) (?:sie|ich|du|wir|ihr)|bitte|mogen',
  '(?:pourriez|pouvez|voulez)[- ]vous|peux[- ]tu|pourrais[- ]tu|merci de|svp',
  '(?:podria|podrias|puede|puedes|podriais|puedo pedir\\p{L}*|le importa|te importa)|por favor',
);

const tag =
  /,?\s*(?:would you|will you|could you|please|ja|ok|okay|right|vale|deal|oui|si|d'accord|gut|passt das|nicht wahr|alright|no|ok for you)\s*\?+\s*$/;

const fewWords =
  /^(?:ok|but|and|so|then|lieber|besser|bitte|please|eher|better|mejor|plutot|perhaps|maybe|vielleicht|pls|plz|thanks|thank|you|danke|merci|gracias|si|possible|instead|at|the|earliest|dann|pas|plus|tot|not|nicht|no|ni|la|las|los|le|les|el|l|d|de|der|die|das|den|dem|des|du|of|in|im|on|am|an|a|al|au|en|y|et|und|e|o|for|nach|vor|ab|bis|after|before|from|until|till|apres|avant|antes|despues|hasta|despues|frubestens|fruhestens|erst|wieder|noch|mal|nochmal|nur|gern|gerne|ja|oui|yes|otra|autre|other|week|semana|woche|semaine|rien|nada|nichts|nothing|auf|keinen|fall|wirklich|really|s|il|t|te|vous|plait|por|favor|svp|donc|par|exemple|tard|geht|es|ist|it|is|we|that|kein|auch|davor|danach|non|todo|mes|mois|monat|month|pues|mas|tarde|proxima|que|viene|erster|inutile|imposible|impossible|un|ein|einen|una|im|zum|zur|right|mejor)$/;

export function holdIn(sentences: readonly Sentence[], context: DateContext): HoldsFound {
  const whole = sentences.map(({ folded }) => folded).join(' ');
  const lifts = not.lifting.test(whole);
  const found: { hold: Hold; weight: number }[] = [];
  const all = sentences.map(({ folded, text }) =>
    periodsIn(folded, context, text).filter(
      (period) => !period.past && !saidOn(folded, period) && !isGreeting(folded, period),
    ),
  );
  // Once a message, not once a sentence: its cost would grow with the square of the text.
  const goesOn = not.goesOn.test(whole);
  sentences.forEach((sentence, at) => {
    if (lifts && not.lifting.test(sentence.folded)) return;
    const weight = weigh(
      sentence,
      all[at]!,
      context,
      whole,
      goesOn,
      sentences[at - 1]?.folded ?? '',
      (all[at - 1] ?? []).length > 0,
    );
    if (weight > 0) found.push({ hold: holdOf(sentences, all, at, context, whole), weight });
  });
  if (lifts) return { hold: found.find(({ weight }) => weight >= 3)?.hold ?? null, lifts };
  // "Stop. Emailing. Me."
  if (found.length === 0 && whole.length < 80 && words.optOut.test(whole) && !not.never.test(whole)) {
    const quote = sentences.map(({ text }) => text).join(' ');
    return { hold: { until: null, assumed: false, scope: 'person', quote, optOut: true, theyReturn: false }, lifts };
  }
  const best =
    found.find(({ hold }) => hold.optOut) ??
    found.reduce<(typeof found)[number] | null>((top, next) => (!top || next.weight > top.weight ? next : top), null);
  if (!best) return { hold: null, lifts };
  if (best.hold.optOut) return { hold: best.hold, lifts };
  // Of several holds the latest day counts, in the words that asked for it most plainly.
  const latest = found
    .filter(({ hold }) => hold.until !== null && !(hold.assumed && hold.until === vague(context)))
    .sort((a, b) => (a.hold.until! < b.hold.until! ? 1 : -1))[0];
  return { hold: latest ? { ...best.hold, until: latest.hold.until, assumed: latest.hold.assumed } : best.hold, lifts };
}

/** "Happy new year!", "schöne Feiertage", "bonne été". */
const isGreeting = (folded: string, period: Period): boolean =>
  /(?:happy|merry|frohe[ns]?|frohes|schone[ns]?|gute[ns]?|bonnes?|bon|bel|belle|joyeu\p{L}+|feliz|felices|buone?|nice|great|lovely|enjoy)(?: (?:a|the|your|eine?[nr]?|die|den|neues|nouvelle))?\s*$/u.test(
    folded.slice(Math.max(0, period.start - 24), period.start),
  );

/** "As I told your colleague on 3 October": the day of an earlier word, not of the next. */
const saidOn = (folded: string, period: Period): boolean =>
  period.unit === 'day' &&
  /\b(?:told|wrote|said|mentioned|sent|asked|spoke|met|called|gesagt|geschrieben|schrieb|geschickt|gesprochen|telefoniert|dit|ecrit|envoye|parle|dije|dijo|escribi|hable|mande|comente)\b[^.;]{0,24}\b(?:on|of|am|vom|le|du|el|del|last)\s(?:the\s)?$/.test(
    folded.slice(Math.max(0, period.start - 60), period.start),
  );

/** How plainly a sentence asks for rest; 0 is not at all. */
function weigh(
  { folded }: Sentence,
  periods: Period[],
  context: DateContext,
  whole: string,
  goesOn: boolean,
  before: string,
  beforeTimed: boolean,
): number {
  const refrain = words.refrain.test(folded);
  if (words.optOut.test(folded) && !/\b(?:don't|do not) stop\b/.test(folded) && !not.reported.test(folded)) return 5;
  if (not.never.test(folded)) return 0;
  const asks = /\?\s*["')\]]*$/.test(folded) && !tag.test(folded);
  if (
    asks &&
    !(refrain && request.test(folded)) &&
    !(words.again.test(folded) && (toYou.test(folded) || tellsMe.test(folded)))
  )
    return 0;
  const later = periods.filter(
    (period) => resolve(folded, period, context, false).date > addDays(context.today, nearDays),
  );
  const condition = words.condition.test(folded);
  const clause = clauseOf(folded, periods);
  const other =
    not.otherMatters.test(clause) &&
    !/\b(?:vendors?|suppliers?|proveedor(?:es)?|fournisseurs?|anbieter|frozen|freeze|gestoppt|eingefroren|congelad\p{L}*|gele\p{L}*|budget|presupuesto|haushalt)\b/u.test(
      folded,
    );
  const again = words.again.test(folded);
  const named = later.length > 0;
  const more = named ? 0.3 : 0;
  const leads = periods.map((period) => leadOf(folded, period));
  const timely = named || condition || leads.some((lead) => lead !== 'at' && lead !== 'since');
  if (goesOn && !refrain) return 0;
  if (refrain && !other && (timely || asksForRest.test(folded))) return 4 + more;
  if (refrain && (periods.length > 0 || condition) && !other) return 3.5;
  const returns = words.theyReturn.test(folded);
  const first = firstThen.test(folded);
  if (returns && first && !sends.test(folded)) return 3 + more;
  if (
    returns &&
    named &&
    /\b(?:in a|few|paar|quelques|unos|weeks|wochen|semaines|semanas|months?|later|then)\b/.test(folded)
  )
    return 2.5;
  if (other) return 0;
  const goods = not.otherMatters.test(folded);
  // "I won't be able to look at it before Friday": near, and yet they say when.
  const soon =
    !goods &&
    !asks &&
    /\b(?:i|we|i'm|we're|i'll|we'll|ich|wir|je|nous)\b/.test(folded) &&
    leads.some((lead) => lead === 'before' || lead === 'until' || lead === 'through');
  const refused = periods.some((period) => negated(folded, period));
  if (
    words.standstill.test(folded) &&
    !(goods && !named) &&
    (named || refused || soon || (condition && periods.length === 0)) &&
    !not.ended.test(folded)
  )
    return 3 + more;
  // "She will write to you by the 20th" is a word given, not a wish.
  const promised = undertakes(folded) && !first && !imperative.test(folded);
  if (again && named && !promised) return 3.3;
  if (again && first && !asks && !promised && periods.length === 0) return 2.5;
  if (words.postponed.test(folded) && named && !not.ended.test(folded)) return 2.8;
  if (refused) return 2.2;
  if (words.busy.test(folded) && (named || leads.some((lead) => lead === 'until' || lead === 'through'))) return 2.6;
  if (words.away.test(folded) && named && !goods && !thirdParty.test(folded))
    return words.thenOn.test(whole) || again ? 3 : 1.5;
  if (again && thenWords.test(folded) && whole.length < 600 && (beforeTimed || words.away.test(before) || named))
    return 2;
  const beyond = periods.some(
    (period) =>
      resolve(folded, period, context, false).date > context.today &&
      (negated(folded, period) || badMoment.test(whole)),
  );
  if (isFragment(folded, periods) && (named || beyond || leads.some((lead) => lead === 'after' || lead === 'before')))
    return 2;
  return 0;
}

const toYou =
  /\b(?:could|can|would|will) you\b|\b(?:konnten|konnen|wurden) sie\b|\b(?:pourriez|pouvez)[- ]vous\b|\b(?:podria|podrias|puede|puedes)\b/;

/** "Ask me after half-term?" is a wish; "when did you call me?" is none. */
const tellsMe =
  /^(?!(?:who|what|when|why|how|should|shall|did|do|does|where|may|warum|wer|wann|wie|was|soll|sollen|pourquoi|qui|quand|comment|por que|quien|cuando|como|debo|deberia)\b).{0,60}\b(?:ask|try|call|ring|write|contact|ping|catch|check in with|melden sie|rufen sie|rappelez|recontactez|contactez|relancez|llam|escrib|contact)\p{L}{0,5}[ -]?(?:to )?(?:me|us|sich|mich|uns|moi|nous)\b/u;

const sends = /\b(?:send|schick\p{L}*|envoi\p{L}*|envi\p{L}*|mand\p{L}*)\b/u;

/** Something else comes first; not what the reader does ("when you have the price"), and no hour ("after 2"). */
const firstThen =
  /\b(?:(?:after|once|as soon as)(?! (?:you|\d{1,2}(?:\s|$)|all|lunch|hours))|when(?! (?:you|do|can|will|would|is|are|suits))|nachdem|sobald|wenn(?! (?:sie|du|ihr|es geht|moglich))|nach(?! (?:\d{1,2} uhr|wie vor|ihnen|hause|mir|unserer meinung))|une fois|des que|quand(?! (?:vous|tu|meme))|apres(?! (?:\d{1,2} ?h|vous))|en cuanto|cuando(?! (?:quieras|quiera|puedas|pueda|tengas|tengais|lo tengas|lo tengais|lleg))|tras|despues(?! de las \d)|pasad[oa]s?|a la vuelta|if (?:and when|at all))\b/;

/** "Melden Sie sich" asks, "melden wir uns" promises. */
const imperative =
  /\b\p{L}{3,12}en sie\b|\b(?:please|kindly|bitte|por favor|svp|merci de|veuillez|priere de|rogamos|ruego|le pido|agradeceria)\b/u;

/** It does not suit now. */
const badMoment = any(
  'bad time|bad moment|not a good (?:time|week|month|moment)|not now|not right now|rubbish timing|swamped',
  '(?:grade|gerade|im moment|momentan)(?: \\p{L}+)? (?:schlecht|ungunstig|unpassend|nicht)|schlechter zeitpunkt|jetzt nicht',
  'pas le (?:bon )?moment|mauvais moment|pas maintenant|mal tombe|tombe mal',
  'mal momento|ahora no|ahorita no|no es (?:el |un )?(?:buen )?momento|me pilla mal',
);

const thirdParty = any(
  "(?:he|she|they|anna|colleague)(?:'s| is| are)",
  '(?:frau|herr|kollegin|kollege|chef) \\p{L}* ?(?:ist|war)',
  '(?:elle|il) est|collegue',
  'esta de vacaciones|companer\\p{L}*',
);

/** A time and hardly another word: "Lieber nicht vor Ostern", "principios de julio mejor". */
function isFragment(folded: string, periods: Period[]): boolean {
  if (periods.length === 0) return false;
  return folded.split(/[,;:()]|\s-\s/).some((clause, at) => {
    if (at > 1) return false;
    const start = folded.indexOf(clause);
    const inside = periods.filter((period) => period.start >= start && period.end <= start + clause.length);
    if (inside.length === 0) return false;
    const rest = wordsOf(clause).filter(
      ({ text, start: from }) =>
        /\p{L}/u.test(text) && !inside.some((period) => from + start >= period.start && from + start < period.end),
    );
    return rest.filter(({ text }) => !fewWords.test(text)).length <= (at === 0 ? 1 : 0);
  });
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
    all[at]!.length > 0 ||
    /\b(?:until|till|before|bis|vor|solange|avant|jusqu|d'ici|tant que|hasta|antes|while)\b/.test(sentence.folded);
  if (words.optOut.test(sentence.folded) && !timed) return { ...base, until: null, assumed: false, optOut: true };
  const { date, assumed } = untilOf(sentences, all, at, context);
  return { ...base, until: date, assumed, optOut: false };
}
