/**
 * Words behind an answer after which it is none any more: they take it back, put it off, ask for another thing, or tell the contrary of it. A yes needs no
 * reason, so that what speaks against it is believed rather than the yes.
 */

import type { Context } from './edges.ts';
import type { Command } from './growing.ts';
import type { Item } from './items.ts';
import { agreeing } from './wishes.ts';

/** Words with one blank around each, and no marks: what is looked for in it stands between blanks. */
export const plain = (words: readonly string[]): string =>
  ` ${words
    .join(' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

const phrases = (list: string): string[] => list.split('|').map((each) => ` ${each} `);

/** Said first behind an answer, they take it back. */
const takesBack = phrases(
  'scratch that|scratch it|strike that|forget it|forget that|forget about it|cancel that|cancel it|ignore that|ignore it|just kidding|kidding|joking|just joking|not really|or not|on second thought|on second thoughts|second thought|hold on|hang on|hold that|i take it back|i take that back|my mistake|my bad|no wait|wait|wait no|nope|actually no|actually not|actually wait|no actually|' +
    'vergiss es|vergiss das|vergessen sie|war ein scherz|scherz|war nur spass|nur spass|spass|war spass|doch nicht|doch nein|oder doch nicht|streich das|quatsch|blodsinn|moment|moment mal|halt|ne doch nicht|ach nein|ach ne|nein doch|mein fehler|warte mal|warte|' +
    'oublie|oubliez|oublie ca|oubliez ca|laisse tomber|laissez tomber|je rigole|je plaisante|blague|je blague|enfin non|non en fait|en fait non|finalement non|ou pas|plutot non|attends|attendez|minute|ah non|euh non|mon erreur|annule ca|annulez ca|' +
    'olvidalo|olvidelo|olvida eso|es broma|era broma|broma|bromeaba|mentira|mejor no|al final no|en realidad no|bueno no|digo no|no espera|espera|espere|perdon no|ay no|o no|cancela eso|mi error|que va',
);

/** Anywhere behind a yes they speak against it, put it off, or make it hang on something. */
const against = phrases(
  'disagree|i disagree|don t agree|dont agree|do not agree|not agree|incorrect|untrue|not true|isn t true|not right|isn t right|false|nonsense|pending|subject to|contingent|dependent on|depending on|awaiting|waiting for|waiting on|tomorrow i|i ll tell|i ll let|i will tell|i will let|i ll get back|will tell you|let you know|i ll come back|eventually|at some point|at some|some day|someday|one day|end of quarter|not today|first i|i first|once i|need to talk|have to talk|need to ask|have to ask|let me talk|let me ask|different|another one|not that|not this|' +
    'stimmt nicht|stimmt so nicht|stimmt aber nicht|unwahr|bin dagegen|dagegen|nicht einverstanden|vorbehaltlich|abhangig|unter vorbehalt|noch zu klaren|noch offen|steht noch aus|ausstehend|sag ich dir|sage ich dir|sag ich morgen|melde mich|gebe bescheid|geb bescheid|irgendwann|demnachst|bei gelegenheit|quartalsende|heute nicht|muss erst|erst noch|anderer|andere|anderes|nicht die|nicht der|nicht das|' +
    'pas d accord|faux|c est faux|inexact|pas vrai|sous reserve|en attente|suspendu a|je te dis|je vous dis|je te dirai|je vous dirai|te tiens au courant|vous tiens au courant|un jour|a l occasion|fin de trimestre|pas aujourd hui|d abord|je dois|il faut d abord|autre|pas celui|pas celle|on verra|nous verrons|' +
    'no estoy de acuerdo|en desacuerdo|falso|no es cierto|no es verdad|incorrecto|sujeto a|sujeta a|pendiente|a la espera|a expensas|te digo|ya te digo|le digo|te aviso|le aviso|ya te aviso|algun dia|en algun momento|fin de trimestre|hoy no|antes tengo|tengo que|primero|otro|otra|ese no|esa no',
);

/** Behind a yes to closing a deal as lost: the deal lives. */
const alive = phrases(
  'interested|still interested|alive|still open|still talking|in talks|won|we won|as won|signed with us|bought from us|keep|stays open|active|not lost|hope|continue|go on|' +
    'interessiert|interesse|lebt|noch offen|im gesprach|in gesprachen|gewonnen|bei uns unterschrieben|bleibt offen|aktiv|nicht verloren|hoffnung|machen weiter|macht weiter|weitermachen|' +
    'interesse|interessee|interesses|vivant|encore ouvert|en discussion|gagne|gagnee|signe avec nous|reste ouvert|active|pas perdu|pas perdue|espoir|continuent|continuer|continuons|' +
    'interesado|interesada|interesados|vivo|viva|sigue abierto|sigue abierta|en conversaciones|ganado|ganada|firmado con nosotros|sigue activo|no esta perdido|no esta perdida|esperanza|siguen|seguir|continuan|continuar',
);

/** Of a draft that was not sent, or not yet. */
const unsent = phrases(
  'deleted|delete|discarded|discard|threw|binned|trashed|removed|dumped|in drafts|draft|drafts|forgot|forgotten|will|i ll|going to|gonna|tomorrow|later|soon|haven t|have not|hasn t|didn t|did not|never|not yet|not sent|' +
    'geloscht|loschte|verworfen|weggeworfen|entwurf|entwurfen|vergessen|werde|wird|morgen|spater|bald|gleich|noch nicht|nicht|' +
    'supprime|supprimee|efface|effacee|jete|jetee|brouillon|brouillons|oublie|oubliee|vais|enverrai|demain|plus tard|bientot|pas encore|pas|' +
    'borrado|borre|borrada|elimine|eliminado|descarte|descartado|tire|borrador|borradores|olvide|olvidado|voy a|enviare|manana|luego|mas tarde|pronto|todavia no|aun no|no',
);

const sent = phrases(
  'sent|did send|have sent|went out|gone out|goes out|is out|shipped|mailed|emailed|by hand|' +
    'gesendet|geschickt|verschickt|abgeschickt|rausgegangen|raus|ging raus|versendet|gemailt|' +
    'envoye|envoyee|parti|partie|expedie|expediee|' +
    'enviado|enviada|envie|mande|mandado|salio',
);

const chose =
  /(?<= (?:contrataron|eligieron|escogieron|compraron|firmaron|fueron|optaron|contratado|elegido|comprado|firmado|ido|choisi|pris|signe|achete|partis|alles) )(?:a |con |por |chez |avec )?(?:un |une |l )?(?:otro|otra|autre) /g;

/** `words` are folded, and those behind the answer alone. */
export function turnsRound(command: Command, words: readonly string[], { items }: Pick<Context, 'items'>): boolean {
  const { wish } = command;
  // "El primero sí" names an item, "primero …" puts off.
  const text = plain(words).replaceAll(/ (?:el|la|al|del) primer[oa](?= )/g, ' ');
  const says = (list: readonly string[]): boolean => list.some((each) => text.includes(each));
  // "Revert 3, my mistake" says why.
  const owns = wish === 'undo' && /^ (?:my (?:mistake|bad)|mein fehler|mon erreur|mi error) $/.test(text);
  if (!owns && takesBack.some((each) => text.startsWith(each))) return true;
  if (wish === 'choose' && chooses.test(words[0] ?? '')) return true;
  const kinds = kindsOf(command, items);
  if (kinds.includes('unknown_sent')) {
    if (wish === 'yes' || wish === 'sent') return says(unsent);
    if (wish === 'no' || wish === 'not_sent') return says(sent) && !says(unsent);
  }
  if (!agreeing.has(wish)) return false;
  // "They hired another one" says why it is lost.
  const elsewhere = kinds.includes('close_lost') ? text.replaceAll(chose, ' ') : text;
  return against.some((each) => elsewhere.includes(each)) || (kinds.includes('close_lost') && says(alive));
}

/** Third persons: what they stop or go on with is theirs. */
const others =
  /^(?:they|he|she|er|sie|ils|il|elle|elles|ellos|ellas|ella|theyre|hes|shes|client|customer|kunde|kunden|cliente|clientes|clients)$/;

/** "Please continue", behind another answer: with that, and no word for the end of a pause. */
const goesOn =
  /^(?:continue|continuing|keep|carry|go|going|weiter|weitermachen|machen|continuez|continuer|continuons|sigue|seguid|sigamos|seguimos|continua|continuar)$/;

/** Whether a stop or a start of everything is meant so: it is not what others do ("machen Sie weiter" asks for it), and goes on from nothing said before. `words` are its own. */
export const isOfAll = ({ wish, after }: Command, words: readonly string[]): boolean =>
  // Before what is done: "s'il te plaît" and "1er juillet" are no persons.
  !words.slice(0, 2).some((word, at) => others.test(word) && !(word === 'sie' && /en$/.test(words[at - 1] ?? ''))) &&
  !(after === 'mark' && wish === 'resume' && words.some((word) => goesOn.test(word)));

/** "OK, I'll have a look": who goes on about themselves has said yes to that, and not to the one item there is. */
export const ofOneself = (words: readonly string[]): boolean => words.some((word) => oneself.test(word));
const oneself = /^(?:i|im|ill|ive|id|ich|hab|je|j|yo|me)$/;

/** "6 a, actually b". */
const chooses = /^(?:actually|rather|or|no|wait|better|lieber|oder|doch|eher|nein|plutot|ou|enfin|non|mejor|o|bueno)$/;

/** Kinds of the items that a command names; without a name, of the only one there is. */
export function kindsOf({ refs }: Command, items: readonly Item[]): Item['kind'][] {
  const ns = refs.flatMap((ref) => ('ns' in ref ? ref.ns : []));
  return items.filter(({ n }) => (refs.length === 0 ? items.length === 1 : ns.includes(n))).map(({ kind }) => kind);
}
