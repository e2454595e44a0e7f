/**
 * Holds: "do not contact me until …", in the writer's own words. When in doubt there is one, until the later of the days that come
 * into question. What they mean, day by day, stands in test/eval/README.md.
 */
import { any } from './absence-words.ts';
import { addDays, workingDayFrom } from './civil.ts';
import { type DateContext, type Period, periodsIn } from './dates.ts';
import { wordsOf } from './fold.ts';
import * as not from './hold-lookalikes.ts';
import * as words from './hold-words.ts';
import { undertakes } from './promise.ts';
import type { Sentence } from './sentences.ts';
import { dayAfter, firstDayFree, leadOf } from './when.ts';

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

/** A hold that names no date ends after four weeks: an assumption, on the late side. */
const vagueDays = 28;
/** "Call me Thursday" proposes a meeting; a time farther off asks for rest until then. */
const nearDays = 7;

const event = any(
  "meeting|board|committee|vote|votes|exam|exams|agm|sitting|session|closing|closes?|ends?|ended|finish\\p{L}*|published|audit|visit|merger|over|takes place|held|done|sit-down|hearing|wedding|launch|go-live|come(?:s)? out|spoken with|that's on|it's on|review|election|inspection|tender|trial|party",
  'sitzung|tagt|getagt|ausschuss|\\p{L}*versammlung|abschluss|closing|endet|prufung|konferenz|beirat|abstimmung|gremium|\\p{L}*sitzung|termin|wahl|messe|submission|\\p{L}*prufung|hochzeit|umzug|zu ende|geht bis|vorbei|rum|durch ist|weihnachtsmarkt|abgabe|audit',
  'reunit|reunion|conseil|comite|assemblee|vote|clos|cloture|examen|audit|se termine|finit|publi\\p{L}*|congres|jury|commission|visite|essais',
  'consejo|reune|reunion|asamblea|adjudicacion|comite|termin\\p{L}*|acab\\p{L}*|cierr\\p{L}*|auditoria|informe|examen\\p{L}*|feria|votacion|junta|presidente|boda|inventario',
);
const starts = any(
  'starts?|begin(?:s|ning)?|open(?:s|ing)? up|opens?|back|return\\p{L}*|onwards|available|arriv\\p{L}*',
  'startet|beginnt|fangt an|wieder|zuruck|ab|neu besetzt|anfangt',
  'debut\\p{L}*|commence|arrive|retour|rentre|reprendr\\p{L}*|reprend|a partir',
  'empieza|empezamos|comienza|arranca|vuelta|vuelvo|vuelve|a partir|regres\\p{L}*|o sea',
);
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
  sentences.forEach((sentence, at) => {
    if (lifts && not.lifting.test(sentence.folded)) return;
    const weight = weigh(
      sentence,
      all[at]!,
      context,
      whole,
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

const vague = ({ today }: DateContext): string => workingDayFrom(addDays(today, vagueDays));

/** How plainly a sentence asks for rest; 0 is not at all. */
function weigh(
  { folded }: Sentence,
  periods: Period[],
  context: DateContext,
  whole: string,
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
  if (not.goesOn.test(whole) && !refrain) return 0;
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
const thenWords = /\b(?:then|danach|dann|entonces|ensuite|after that|after|la|luego|d'apres|suivante|siguiente)\b/;
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

const asksForRest = any(
  'wait for (?:my|me|us|our)|for now|for a while|at the moment|for the time being|a bit of space|some space|until you hear|further notice|bear with|sit tight|bit longer|right now',
  'bis auf weiteres|im moment|vorerst|erstmal|derzeit|einstweilen|zuruckhalten|zuruckzuhalten|ruhe bitte|bitte ruhe|nachhaken|geduld|nachsicht|keinen kontakt',
  "pour (?:le moment|l'instant)|jusqu'a nouvel ordre|dans l'intervalle|un peu de temps|actuellement|feu vert|pas la peine",
  'por (?:ahora|el momento)|de momento|hasta nuevo aviso|paciencia|ahora mismo|no hace falta que insista|un tiempo|a que (?:le|te|os|les|yo|nosotros)? ?\\p{L}+emos|a que (?:le|te) \\p{L}+',
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

/** "Until the money is in", "hasta tener el informe": what has to happen takes up the day it is said to happen on. */
const waitsFor =
  /\b(?:until|till|til|once|when|after|afterwards|hasta que|hasta tener|hasta|cuando|bis (?:zum |zur )?\p{L}+ |sobald|wenn|danach|avant d'avoir|tant que|quand|une fois|ensuite|apres|d'apres|despues|luego)\b/u;
const untilThen =
  /\b(?:until|till|til|bis|hasta|jusqu'a|d'ici|before|vorher|davor|dahin|antes|avant|so lange|solange)\b/;
const endsOn =
  /\b(?:ends?|finish\p{L}*|is on|that's on|closes?|endet|geht bis|dauert|se termine|finit|acab\p{L}*|termin\p{L}*|comes? out|come out)\b/u;

/** The latest day that the sentence leads up to; without one in it, that of its neighbours; without any, four weeks. */
function untilOf(
  sentences: readonly Sentence[],
  all: readonly Period[][],
  at: number,
  context: DateContext,
): { date: string; assumed: boolean } {
  const { folded } = sentences[at]!;
  const resolved = (index: number, extra: boolean, only?: readonly Period[]) => {
    const { folded: text } = sentences[index]!;
    const periods = only ?? (index === at ? all[index]! : all[index]!.filter((period) => !period.weak));
    return telling(text, periods).map((period) => {
      const around = text.slice(Math.max(0, period.start - 70), period.end + 40);
      const takenUp =
        (event.test(around) || extra) && !starts.test(text.slice(Math.max(0, period.start - 40), period.end + 25));
      return resolve(text, period, context, takenUp);
    });
  };
  const asking = clauseOf(folded, all[at]!);
  const direct = all[at]!.some((period) => leadOf(folded, period) !== 'at');
  const inClause = all[at]!.filter(
    (period) => asking !== folded && asking.includes(folded.slice(period.start, period.end)),
  );
  const asked = latest(resolved(at, !direct && waitsFor.test(folded), inClause), context);
  const every = latest(resolved(at, !direct && waitsFor.test(folded)), context);
  // "We renew in January, so write in November": the wish has a day of its own.
  const own = asked && asked.date > addDays(context.today, nearDays) ? asked : every;
  const dated = all[at]!.some(({ unit }) => unit === 'day' || unit === 'span');
  if (own && asksForRest.test(folded) && !direct && !dated && own.date < vague(context))
    return { date: vague(context), assumed: true };
  const after = sentences[at + 1];
  if (own && after && endsOn.test(after.folded))
    return latest([own, ...resolved(at + 1, true).filter((day) => !day.assumed)], context) ?? own;
  if (own) return own;
  const pointsBack = thenWords.test(folded) || untilThen.test(folded);
  const extra =
    waitsFor.test(folded) && !/\b(?:until|till|til|bis|hasta|jusqu'a) (?:then|dahin|entonces|la)\b/.test(folded);
  for (const distance of [1, 2, 3]) {
    for (const index of [at - distance, at + distance]) {
      if (!sentences[index]) continue;
      const near = latest(resolved(index, extra), context);
      if (near && (pointsBack || near.date > addDays(context.today, nearDays))) return near;
    }
  }
  return { date: vague(context), assumed: true };
}

/** Of several periods those that say most: a day or one with a leading word before a bare month; nothing weak beside others. */
function telling(folded: string, all: readonly Period[]): readonly Period[] {
  const strong = all.some((period) => !period.weak) ? all.filter((period) => !period.weak) : all;
  const plain = (period: Period) =>
    period.unit !== 'day' &&
    period.unit !== 'span' &&
    period.unit !== 'feast' &&
    leadOf(folded, period) === 'at' &&
    !negated(folded, period);
  const about = (period: Period) =>
    /\b(?:for|fur|pour|para)\s*$/.test(folded.slice(Math.max(0, period.start - 6), period.start)) &&
    period.unit !== 'span';
  const pointed = strong.filter(
    (period) => /^(?:after|until|through|before|from)$/.test(leadOf(folded, period)) || period.unit === 'day',
  );
  if (pointed.some((period) => leadOf(folded, period) !== 'at')) return pointed;
  const led = strong.filter((period) => !plain(period) && !about(period));
  if (led.some((period) => period.unit === 'day' || leadOf(folded, period) !== 'at')) return led;
  const direct = strong.filter((period) => !about(period));
  return direct.length > 0 ? direct : strong;
}

function resolve(
  folded: string,
  period: Period,
  context: DateContext,
  takenUp: boolean,
): { date: string; assumed: boolean } {
  return (
    current(folded, period, context) ??
    (negated(folded, period) ? dayAfter(period) : firstDayFree(folded, period, takenUp))
  );
}

function latest(days: { date: string; assumed: boolean }[], { today }: DateContext) {
  return days.filter(({ date }) => date > today).sort((a, b) => (a.date < b.date ? 1 : -1))[0];
}

/** "Not this week", "this month impossible": what runs now is waited out. */
function current(folded: string, period: Period, { today }: DateContext): { date: string; assumed: boolean } | null {
  if (period.unit === 'span' || period.unit === 'day' || period.unit === 'part' || period.first > today) return null;
  return leadOf(folded, period) === 'at' || leadOf(folded, period) === 'during'
    ? { ...dayAfter(period), assumed: false }
    : null;
}

/** "Not next week", "evitez le mois d'avril", "la semana que viene no". */
function negated(folded: string, period: Period): boolean {
  if (/^(?:day|span|part|weekend)$/.test(period.unit)) return false;
  if (leadOf(folded, period) === 'during')
    return /\b(?:not|\p{L}+n't|no|nicht|kein\p{L}*|pas|avoid|evit\p{L}*|nada|ni)\b/u.test(folded);
  if (
    period.unit === 'feast' &&
    /^[^,.;]{0,30}\b(?:nicht|not|pas|no)\b/.test(folded.slice(period.end, period.end + 40))
  )
    return true;
  if (leadOf(folded, period) !== 'at') return false;
  const before = folded.slice(Math.max(0, period.start - 24), period.start);
  const after = folded.slice(period.end, period.end + 26);
  return (
    /\b(?:not|nicht|evite[rz]?|evitez le mois|pas|ni|avoid|skip)\s+(?:(?:in|im|en|the|la|le|this|diese|auch|mois|d')\s*){0,3}$/.test(
      before,
    ) ||
    /^\s*(?:is |are |ist |est |es |sera )?(?:bitte )?(?:no good|not good|bad|impossible|imposible|schlecht|ungunstig|doesn't work|does not work|won't work|geht nicht|geht gar nicht|passt nicht|ne va pas|no me va|c'est mort|no\b(?! later)|nicht(?:s)? mehr|nichts|bitte nicht|auch nicht|non plus|pas\b|ni hablar)/.test(
      after,
    ) ||
    /\bbitte nichts\b|\bund nachste woche bitte nicht/.test(before + after)
  );
}

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

function scopeOf({ folded }: Sentence, periods: Period[], whole: string): Hold['scope'] {
  if (topicMark.test(folded) && contrast.test(whole)) return 'topic';
  if (
    contrast.test(whole) &&
    /\b(?:that|this) (?:out|aside)|\bwe don't want to hear about\b|\b(?:solar|software)\b/.test(folded)
  )
    return 'topic';
  const clause = clauseOf(folded, periods);
  if (bothSides.test(clause) && !/\bour\b|\bunser/.test(clause)) return 'person';
  if (companyWords.test(clause) && !personWords.test(clause)) return 'company';
  return 'person';
}

/** The part of a sentence in which it asks, and where that has no date of its own, the part with the date. */
function clauseOf(folded: string, periods: Period[]): string {
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
