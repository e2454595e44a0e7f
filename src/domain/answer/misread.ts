/** Readings of a command that are wrong more often than right, by the words around it: they are asked about instead. */
import { addDays } from '../calendar.ts';
import { fold } from '../reading/fold.ts';
import type { Context } from './edges.ts';
import type { Command } from './growing.ts';
import type { Said } from './heard.ts';
import type { Action, Item } from './items.ts';
import { kindsOf, plain } from './tails.ts';
import { agreeing } from './wishes.ts';

/** A sentence, and one of the commands heard in it. */
interface Reading {
  words: readonly string[];
  said: readonly Said[];
  index: number;
  context: Pick<Context, 'items' | 'targets'>;
}

/** Whether a command is better asked about than carried out. Pure; its steps are bounded by the words of the sentence. */
export function isMisread({ words, said, index, context }: Reading): boolean {
  const { command } = said[index]!;
  const next = said[index + 1]?.command;
  const before = said[index - 1]?.command;
  const own = plain(words.slice(command.from, command.to));
  const mine = plain(words.slice(command.from, next && next.from > command.to ? next.from : words.length));
  const tail = plain(words.slice(command.to, next && next.from > command.to ? next.from : words.length));
  const lead = plain(words.slice(0, command.from));
  const kinds = kindsOf(command, context.items);
  const waits = command.wish === 'hold' || command.wish === 'snooze';
  return (
    (before !== undefined && isReport(command, before, own)) ||
    opensWithNo(command, next, words) ||
    stopsTheStop(command, own) ||
    startsLater(command, own, mine) ||
    (kinds.includes('close_lost') &&
      command.wish === 'no' &&
      dead.test(mine) &&
      !/ (?:no|nein|non) [,.:;] /.test(` ${words.join(' ')} `)) ||
    (command.wish === 'no' && harmless.test(mine)) ||
    (agreeing.has(command.wish) &&
      (asking.test(lead) ||
        asking.test(own) ||
        (/^ ?(?:we|wir|on|nous) /.test(own) && / (?:continue|go on|carry on) /.test(own)))) ||
    (kinds.includes('unknown_sent') && command.wish === 'yes' && toDo.test(own)) ||
    (command.wish === 'choose' && ruledOut.test(mine)) ||
    (kinds.some((kind) => kind === 'new_contact' || kind === 'contact_update') &&
      agreeing.has(command.wish) &&
      amended.test(tail)) ||
    (kinds.includes('hold') && waits && longer.test(mine)) ||
    (agreeing.has(command.wish) && unsaid.test(own)) ||
    (waits && (past.test(own) || span.test(own))) ||
    (agreeing.has(command.wish) && kinds.includes('stage_change') && elsewhere(mine, command, context.targets))
  );
}

/** "No, 1 and 2 yes": the no is to something else. */
const opensWithNo = ({ wish, from }: Command, next: Command | undefined, words: readonly string[]): boolean =>
  wish === 'no' &&
  /^(?:no|nein|non|nope)$/.test(words[from]!) &&
  words[from + 1] === ',' &&
  next?.after === 'and' &&
  agreeing.has(next.wish);

const told =
  / (?:agreed|approved|confirmed|declined|rejected|refused|accepted|wrong|right|correct|there|team|zugestimmt|abgelehnt|bestatigt|genehmigt|falsch|korrekt|richtig|accord|faux|justes?|accepte|refuse|mal|bien|correcto|aprobado|rechazado) $/;

/** "1 yes, they all agreed", "1 yes, Lena approved": behind an answer of the same mind it tells why. */
function isReport({ refs, wish, after, bare }: Command, before: Command, own: string): boolean {
  if (after !== 'mark' || before.refs.some((ref) => !('ns' in ref))) return false;
  // "1 yes, Priya back Monday"
  if (bare && refs[0]?.kind === 'any' && before.refs.every(({ kind }) => kind === 'numbers')) return true;
  const same = agreeing.has(wish) ? agreeing.has(before.wish) : wish === 'no' && before.wish === 'no';
  const [ref] = refs;
  if (!same || !ref || refs.length !== 1) return false;
  if (ref.kind === 'all') return true;
  const named = ref.kind === 'any' && before.refs.every(({ kind }) => kind === 'numbers');
  return (ref.kind === 'rest' || named) && told.test(own);
}

/** "Stop the hold", "stop the pause" ends it, as often as not. */
const stopsTheStop = ({ wish }: Command, own: string): boolean =>
  (wish === 'pause' || wish === 'hold' || wish === 'keep') &&
  / (?:stop|stopp|stoppen|stoppe|arrete|arretez|arreter|parar|para|quita|quitar) (?:the |die |das |la |le |l |de )*(?:hold|holding|pause|pausing|sperre|halt|pausa|suspension|attente|espera) /.test(
    own,
  );

const until =
  / (?:until|till|til|untill|thru|through|bis|jusqu|jusque|hasta|before|vor|avant|antes|for|fur|pendant|durante|during|por) /;
const lasting =
  / (?:a|an|one|two|three|four|\d+|eine|einen|einer|zwei|drei|vier|une|un|deux|trois|quatre|una|dos|tres|cuatro|couple|few|paar) (?:of |de )?(?:more )?(?:weeks?|days?|months?|wochen?|tage?|monate?|semaines?|jours?|mois|semanas?|dias?|mes|meses|quinzaine|w|d|wk|wks) /;
const starting = / (?:from|ab|vom|von|a partir|desde|starting|des|du|del|entre|between|zwischen) /;

/** "Pause from Monday", "pause tomorrow", "lift 5 on Monday": nothing here begins later, and what begins is not until when. */
function startsLater({ wish, until: end }: Command, own: string, mine: string): boolean {
  if (wish === 'pause' && end !== null) return starting.test(own) || (!until.test(own) && !lasting.test(own));
  if ((wish === 'hold' || wish === 'snooze') && / (?:pause|pausieren|pausa|mettre en pause|pausar) /.test(own))
    return starting.test(own);
  return (wish === 'lift' || wish === 'resume') && laterOn.test(mine);
}
const laterOn =
  / (?:on|am|le|el|next|nachste[nr]?|prochaine?|proxim[oa]) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|woche|monat|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miercoles|jueves|viernes|semaine|semana|mes|mois|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|okt|dez|mai|fev|avr|juin|juil|aout|dic|ene|abr|ago)\p{L}*) /u;

/** Why a deal is lost, and not that it is none. */
const dead =
  / (?:not interested|isn t interested|no (?:answer|reply|response|budget|interest|money|need|deal)|they declined|rejected us|haben abgelehnt|hat abgelehnt|kein (?:interesse|budget|bedarf)|keine (?:antwort|reaktion)|pas interesse[e]?s?|pas de (?:reponse|budget|besoin)|ils ont refuse|ha rechazado|han rechazado|no hay (?:presupuesto|interes|respuesta)|no (?:le|les) interesa) /;

/** "No concerns", "no idea": a no to something else. */
const harmless =
  / (?:no (?:concerns?|objections?|questions?|issues?|reasons?|point|brainer|news|info|comments?|decision|doubts?|importa|tengo|he \p{L}+(?:ado|ido|isto|echo)|hay (?:objecion\p{L}*|inconveniente\p{L}*|problema\p{L}*)|me (?:opongo|parece mal|consta)|es mala|rechaces)|not against|nicht (?:falsch|dagegen|schlecht)|nichts dagegen|pas (?:contre|d objection\p{L}*|verifie|le temps|d avis|refuse)|rien contre|never mind) /u;

const asking =
  /^ ?(?:did|have|has|why|will you|hast|habt|haben sie|warum|wieso|as tu|avez vous|pourquoi|has|habeis|por que)\b|^ ?(?:i|you|we|ich|du|je|tu|yo) (?:have |hab |habe |hast |ai |as |he |has )?(?:already|schon|bereits|deja|ya)\b/;

/** It is to be sent: so it was not. */
const toDo = / (?:please|pls|go ahead|do it|do|bitte|mach|macht|vas y|allez y|adelante|hazlo|dale|send it) /;

const ruledOut =
  / (?:nothing|isn t|isnt|doesn t|doesnt|can t be|cannot be|over|finished|ended|last year|nichts|vorbei|beendet|rien|faux|termine|nada|terminado|no es) /;

const amended =
  / (?:it s|its|he s|she s|hes|shes|er heisst|sie heisst|er ist|sie ist|c est|il est|elle est|elle s appelle|se llama|es) (?!ok|fine|right|correct|good|true|juste|bon|correct[oa]|cierto|richtig|korrekt)\p{L}+|^ (?:as|als|comme|como) /u;

/** "It would be fine", "too good to be true". */
const unsaid = / (?:would|was|were|too good|ware|war|serait|etait|seria|era) /;
const past = / (?:was|were|already|since|war|seit|depuis|desde|etait) /;
/** "From 2 to 6 January" names days, and no items. */
const span = / (?:from|vom|du|del) \d{1,2} (?:to|bis|au|al) \d{1,2} /;

const stage =
  / (?:to|auf|nach|zu|a|au|en|stage|phase|etape|etapa) (?:closed )?(won|lost|proposal|discovery|demo|qualified|negotiation|gewonnen|verloren|angebot|gagnee?|perdue?|proposition|ganad[oa]|perdid[oa]|propuesta) /;

/** Another stage than the one that was asked about: "1 yes, back to Proposal". */
function elsewhere(mine: string, { refs }: Command, targets: Context['targets']): boolean {
  const named = stage.exec(mine)?.[1];
  const ns = refs.flatMap((ref) => ('ns' in ref ? ref.ns : []));
  const asked = targets.filter(({ n }) => ns.includes(n));
  return named !== undefined && asked.length > 0 && !asked.some(({ words }) => words.includes(named));
}

/** Counted from today it would be shorter than it is. */
const longer =
  / (?:more|another|extend by|by another|weitere[nrs]?|noch (?:ein|eine|einen|zwei|\d+)|prolonger de|de plus|ampliar|mas) (?:\p{L}+ |\d+ )?(?:weeks?|days?|months?|wochen?|tage?|monate?|semaines?|jours?|mois|semanas?|dias?|mes|meses)/u;

/** Nobody plans for longer without saying the year. */
const farDays = 300;

const answer = /^[\s>=→-]*(?:yes|no|ja|nein|oui|non|si|ok)[.!]?$/;
const day =
  /^\(?(?:\d{1,2}[./-]\d{1,2}[.]?|\d{1,2}[.]? \p{L}{3,9}|\p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miercoles|jueves|viernes)\)?$/u;
const later =
  /^(?:later(?: on)?|not now|too early|too soon|next (?:week|month)|(?:erst )?(?:spater|nachste woche|nachsten monat)|zu fruh|diese woche|plus tard|trop tot|la semaine prochaine|encore|mas tarde|demasiado pronto|esta semana|la semana que viene|(?:keep|hold|wait) until .{1,20}|put it on hold|on hold|auf \p{L}+ verschieben)[.!]?$/u;
const otherItems =
  /^(?:and |but |und |aber |et |mais |y |pero )?(?:the others?|die anderen?|der andere|das andere|l autre|les autres|el otro|la otra|los otros|sonst|ansonsten|the rest|den rest|le reste|el resto)(?![\p{L}\p{M}])/u;

/** Deeds whose reason shows that something else was meant, or whose day is too far to be: they are asked about. `lost`: a reason may hold a command. */
export function meantOtherwise(
  actions: readonly Action[],
  items: readonly Item[],
  text: string,
  today: string,
): { doubtful: Action[]; lost: boolean } {
  const far = /\b(?:19|20)\d\d\b/.test(text) || !/^(?:19|20|21)\d\d-/.test(today) ? null : addDays(today, farDays);
  const said = actions.map((action) => ({
    action,
    why: fold(action.reason ?? '')
      .replaceAll("'", ' ')
      .trim(),
  }));
  const names = items.flatMap(({ deal, contact }) =>
    [deal, contact].flatMap((each) => (each ? [fold(each), fold(each).split(' ')[0]!] : [])),
  );
  const doubtful = said.filter(({ action: { do: deed, until }, why }) => {
    if (far !== null && until !== null && until > far) return true;
    if (why === '') return false;
    if (why === 'pas' || (deed === 'lift_hold' && /^(?:pas|nicht|not) /.test(why))) return true;
    return (
      answer.test(why) ||
      ((deed === 'snooze' || deed === 'hold') && day.test(why)) ||
      (deed === 'reject' && (later.test(why) || day.test(why)))
    );
  });
  return {
    doubtful: doubtful.map(({ action }) => action),
    lost: said.some(({ why }) => otherItems.test(why) || names.includes(why)),
  };
}
