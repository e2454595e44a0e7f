/** Until when a hold lasts: of the days that its sentence, or a neighbour, names the latest that it leads up to. */
import { any } from './absence-words.ts';
import { addDays, monthOf, monthStart, workingDayFrom } from './civil.ts';
import type { DateContext, Period } from './dates.ts';
import { firstThen, oneLater } from './hold-cues.ts';
import { clauseOf } from './hold-scope.ts';
import { busy } from './hold-words.ts';
import { isReturn } from './returns.ts';
import type { Sentence } from './sentences.ts';
import { dayAfter, firstDayFree, leadOf } from './when.ts';

/** A hold that names no date ends after four weeks: an assumption, on the late side. */
const vagueDays = 28;

/** "Call me Thursday" proposes a meeting; a time farther off asks for rest until then. */
export const nearDays = 7;

const event = any(
  "meeting|board|committee|vote|votes|exam|exams|agm|sitting|session|closing|closes?|ends?|ended|finish\\p{L}*|published|audit|visit|merger|over|takes place|held|done|sit-down|hearing|wedding|launch|go-live|come(?:s)? out|spoken with|that's on|it's on|review|elections?|inspection|tender|trial|party|ceremony|inauguration|festival|conference|congress|show|fair|expo|tournament|stock-?take|inventory|cutover|migration|operation|surgery|funeral|gala|ballot|referendum|summit|year[- ]end|fiscal year|results",
  'sitzung|tagt|getagt|ausschuss|\\p{L}*versammlung|abschluss|closing|endet|prufung|konferenz|beirat|abstimmung|gremium|\\p{L}*sitzung|termin|wahl|messe|submission|\\p{L}*prufung|hochzeit|umzug|zu ende|geht bis|vorbei|rum|durch ist|weihnachtsmarkt|abgabe|audit|\\p{L}*fest|\\p{L}*feier|einweihung|inventur|stichtag|schluss|\\p{L}*tagung|kongress|turnier|verhandlung|operation|wahlen|\\p{L}*messe',
  'reunit|reunion|conseil|comite|assemblee|vote|clos|cloture|examen|audit|se termine|finit|publi\\p{L}*|congres|jury|commission|visite|essais|audience|ceremonie|inauguration|salon|foire|festival|colloque|seminaire|inventaire|mariage|obseques|operation|scrutin|seance|elections?|gala|resultats',
  'consejo|reune|reunion|asamblea|adjudicacion|comite|termin\\p{L}*|acab\\p{L}*|cierr\\p{L}*|auditoria|informe|examen\\p{L}*|feria|votacion|junta|presidente|boda|inventario|pleno|audiencia|ceremonia|inauguracion|festival|congreso|jornadas|operacion|juicio|comunion|elecciones|resultados',
);

const starts = any(
  'starts?|begin(?:s|ning)?|open(?:s|ing)? up|opens?|back|return\\p{L}*|onwards|available|arriv\\p{L}*',
  'startet|beginnt|fangt an|wieder|zuruck|ab|neu besetzt|anfangt',
  'debut\\p{L}*|commence|arrive|retour|rentre|reprendr\\p{L}*|reprend|a partir',
  'empieza|empezamos|comienza|arranca|vuelta|vuelvo|vuelve|a partir|regres\\p{L}*|o sea',
);

export const vague = ({ today }: DateContext): string => workingDayFrom(addDays(today, vagueDays));

export const thenWords =
  /\b(?:then|danach|dann|entonces|ensuite|after that|after|la|luego|d'apres|suivante|siguiente)\b/;

export const asksForRest = any(
  'wait for (?:my|me|us|our)|for now|for a while|at the moment|for the time being|a bit of space|some space|until you hear|further notice|bear with|sit tight|bit longer|right now',
  'bis auf weiteres|im moment|vorerst|erstmal|derzeit|einstweilen|zuruckhalten|zuruckzuhalten|ruhe bitte|bitte ruhe|nachhaken|geduld|nachsicht|keinen kontakt',
  "pour (?:le moment|l'instant)|jusqu'a nouvel ordre|dans l'intervalle|un peu de temps|actuellement|feu vert|pas la peine",
  'por (?:ahora|el momento)|de momento|hasta nuevo aviso|paciencia|ahora mismo|no hace falta que insista|un tiempo|a que (?:le|te|os|les|yo|nosotros)? ?\\p{L}+emos|a que (?:le|te) \\p{L}+',
);

/** "Until the money is in", "hasta tener el informe": what has to happen takes up the day it is said to happen on. */
const waitsFor =
  /\b(?:until|till|til|once|when|after|afterwards|hasta que|hasta tener|hasta|cuando|bis (?:zum |zur )?\p{L}+ |sobald|wenn|danach|avant d'avoir|tant que|quand|une fois|ensuite|apres|d'apres|despues|luego)\b/u;

const untilThen =
  /\b(?:until|till|til|bis|hasta|jusqu'a|d'ici|before|vorher|davor|dahin|antes|avant|so lange|solange|in the meantime|meanwhile|in der zwischenzeit|zwischenzeitlich|entre[- ]?temps|dans l'intervalle|mientras tanto|entre ?tanto)\b/;

const endsOn =
  /\b(?:ends?|finish\p{L}*|is on|that's on|closes?|endet|geht bis|dauert|se termine|finit|acab\p{L}*|termin\p{L}*|comes? out|come out)\b/u;

/** The latest day that the sentence leads up to; without one in it, that of its neighbours; without any, four weeks. */
export function untilOf(
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
      // "Not before 15 March, we have the auditors in": another clause names no event of that day.
      const cut = leadOf(text, period) === 'before' ? /[,;]/ : /;/;
      const around = `${text
        .slice(Math.max(0, period.start - 70), period.start)
        .split(cut)
        .at(-1)}${text.slice(period.start, period.end + 40).split(cut)[0]}`;
      const takenUp =
        (event.test(around) || extra) && !starts.test(text.slice(Math.max(0, period.start - 40), period.end + 25));
      return resolve(text, period, context, takenUp);
    });
  };
  // "Knee operation tomorrow, I'll call once I'm on my feet": the day is that of the reason.
  const waits = firstThen.exec(folded);
  if (
    waits &&
    all[at]!.length > 0 &&
    all[at]!.every(
      (period) =>
        period.end <= waits.index && resolve(folded, period, context, false).date <= addDays(context.today, nearDays),
    )
  )
    return { date: vague(context), assumed: true };
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
  return tellingOf(
    folded,
    all.flatMap((period, at) => {
      if (isExplained(folded, period, all[at + 1])) return [];
      // It stands where what it explains stood, and what led to that leads to it.
      return at > 0 && isExplained(folded, all[at - 1]!, period)
        ? [{ ...period, start: all[at - 1]!.start }]
        : [period];
    }),
  );
}

/** "After year end (31 March)": the day in brackets is the one meant. */
const isExplained = (folded: string, { end }: Period, next: Period | undefined): boolean =>
  next?.unit === 'day' && /^\s*\(\s*(?:the |de[rmn] |le |el |o |il |am |on |so )?$/.test(folded.slice(end, next.start));

function tellingOf(folded: string, all: readonly Period[]): readonly Period[] {
  const returns = all.length > 1 ? all.filter((period) => isReturn(folded, period, all)) : [];
  if (returns.length > 0) return returns;
  // "The Christmas promotions" are no day.
  const attribute = ({ unit, end }: Period) =>
    unit === 'feast' && /^ (?:\p{L}{3,}(?:s|ion|ing|geschaft|sale|rush|party|menu)|season)\b/u.test(folded.slice(end));
  const firm = all.filter((period) => !period.weak && !attribute(period));
  const strong = firm.length > 0 ? firm : all;
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

export function resolve(
  folded: string,
  period: Period,
  context: DateContext,
  takenUp: boolean,
): { date: string; assumed: boolean } {
  if (/^(?:week|weekend|month)$/.test(period.unit) && oneLater.test(folded)) return dayAfter(period);
  if (/\bthis side of (?:the )?$/.test(folded.slice(Math.max(0, period.start - 20), period.start)))
    return dayAfter(period);
  const running = runningMonth(folded, period, context);
  if (running) return running;
  return (
    current(folded, period, context) ??
    (negated(folded, period) ? dayAfter(period) : firstDayFree(folded, period, takenUp))
  );
}

export function latest(days: { date: string; assumed: boolean }[], { today }: DateContext) {
  return days.filter(({ date }) => date > today).sort((a, b) => (a.date < b.date ? 1 : -1))[0];
}

const denies =
  /\b(?:not|\p{L}+n't|no|nothing|never|impossible|nicht|nix|nichts|kein\p{L}*|pas|rien|plus|aucun\p{L}*|non|nada|ni|imposible|nao|impossivel|non|impossibile|niet|geen|bad|schlecht|mal|out|away|weg|fuera|closed|zu)\b/u;

/** "No calls in May", said in May: the month that runs, not the next of that name. */
function runningMonth(folded: string, period: Period, { today }: DateContext) {
  const { unit, first, start } = period;
  if (unit !== 'month' || monthOf(first) !== monthOf(today) || first <= today) return null;
  const before = folded.slice(Math.max(0, start - 20), start);
  const said =
    /\b(?:in|im|en|for|during|durant|pendant|durante|this|mes de|mois de|nicht|not|pas|no)\s+(?:the |le |el )?$/.test(
      before,
    );
  const passing = /\b(?:passer|vorbei|pasar|pass)\s+(?:le mois de |mes de )?$/.test(before);
  return (passing || (said && denies.test(folded)) || negated(folded, period)) && !/\b20\d\d\b/.test(folded)
    ? { date: workingDayFrom(monthStart(today, 1)), assumed: false }
    : null;
}

/** "Not this week", "this month impossible": what runs now is waited out. */
function current(folded: string, period: Period, { today }: DateContext): { date: string; assumed: boolean } | null {
  if (period.unit === 'span' || period.unit === 'day' || period.unit === 'part' || period.first > today) return null;
  // "Our budget for this year is 20k" puts nothing off.
  if (period.unit !== 'season' && !denies.test(folded) && !busy.test(folded)) return null;
  return leadOf(folded, period) === 'at' || leadOf(folded, period) === 'during' ? dayAfter(period) : null;
}

/** "Not next week", "evitez le mois d'avril", "la semana que viene no". */
export function negated(folded: string, period: Period): boolean {
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
  if (
    /^(?:week|month|quarter)$/.test(period.unit) &&
    /\b(?:no|nada de|ningun\p{L}*|ni una?|keine?n?|pas (?:de|d')|aucune?s?|zero)(?: \p{L}+){1,3} (?:(?:la|le|les|el|in|im|en|during|this|the|diese) ){0,2}$/u.test(
      folded.slice(Math.max(0, period.start - 50), period.start),
    )
  )
    return true;
  return (
    /\b(?:not|nicht|evite[rz]?|evitez le mois|laissez passer(?: le mois de)?|(?:no|nein|non) (?:for|fur|pour|para)|pas|ni|avoid|skip)\s+(?:(?:in|im|en|the|la|le|this|diese|auch|mois|d')\s*){0,3}$/.test(
      before,
    ) ||
    /^\s*(?:is |are |ist |est |es |sera )?(?:bitte )?(?:ya no|n'est plus|nicht mehr|nimmer|nix mehr|no good|not good|bad|impossible|imposible|schlecht|ungunstig|c'est (?:cuit|rape|fichu|foutu)|lukt (?:het |dat |me )?niet|esta (?:p{L}+ )?impossivel|e impossibile|non (?:va|si puo|riesco)|nao (?:da|consigo|posso)|doesn't work|does not work|won't work|geht nicht|geht gar nicht|passt nicht|ne va pas|no me va|c'est mort|no\b(?! later)|nicht(?:s)? mehr|nichts|bitte nicht|auch nicht|non plus|pas\b|ni hablar)/.test(
      after,
    ) ||
    /\bbitte nichts\b|\bund nachste woche bitte nicht/.test(before + after)
  );
}
