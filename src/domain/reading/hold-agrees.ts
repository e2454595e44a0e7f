/**
 * What goes forward: an order, a start, a signature, a meeting with its hour. A time beside it is when it happens, and asks for no rest.
 * Folded; flat alternatives with bounded gaps.
 */
import { any } from './absence-words.ts';
import type { Period } from './period.ts';
import { leadOf } from './when.ts';

/** They want it. */
const agrees = any(
  "(?:happy|glad|ready|pleased|delighted|keen|eager|set|all set|want|would like|we'd like|planning|plan|aim(?:ing)?|hope|hoping|able) to (?:proceed|go (?:ahead|live)|sign|order|move (?:forward|ahead)|start (?:on|in|from|with the|the)|begin|kick (?:it |this |things )?off|launch|roll (?:it |this )?out|install|onboard|work(?:ing)? with you)|(?:let's|lets|we(?:'ll| will| can| could| shall)?|i(?:'ll| will)|shall we|to) (?:start|begin|launch|kick (?:it |this |things )?off|go live|sign|order|install|roll (?:it |this )?out|book|confirm)(?! (?:look|talk|think|discuss|again|over|consider|evaluat|plan))|(?:hold|keep|save|reserve|block|book)(?: \\p{L}+){0,4} (?:slot|date|day|place|places|table|seats?|room|units?)|(?:keep|confirm|book|schedule)(?: \\p{L}+){0,3} (?:demo|call|meeting|appointment|session|slot|visit)|(?:keep (?:sending|coming|going)|go ahead|book (?:it|us|me)|count us in|sign us up|looking forward to|see you (?:on|at|there|then|next|this)|(?:happy|fine|good|ok|okay) with(?! (?:waiting|that))|we accept|it's a deal|please (?:prepare|proceed|confirm)|(?:send|mail|forward) (?:me |us |over |through )?(?:the |a |your )?(?:contract|agreement|order form|paperwork|papers|invoice|proposal|quote|po))",
  '(?:halt\\p{L}*|reservier\\p{L}*|blocken?)(?: sie)? (?:uns|mir)(?: \\p{L}+){0,2} (?:den|die|das)|reservieren sie|(?:wir|ich) (?:\\p{L}+ ){0,4}(?:starten|beginnen|unterschreib\\p{L}*|bestell\\p{L}*|loslegen|legen los|buchen|nehmen(?: \\p{L}+){0,3} an|zeichnen|einfuhren|umstellen)|(?:schick|send|mail|bereit)\\p{L}* (?:sie )?(?:uns |mir )?(?:bitte )?(?:schon )?(?:den|die|das|einen|eine|ein) (?:\\p{L}*vertrag\\p{L}*|\\p{L}*auftrag\\p{L}*|unterlagen|papiere|angebot|rechnung)|freu\\p{L}* (?:mich|uns|wir uns) (?:schon )?auf (?:die|den|das|unser|unsere)|legen sie los|(?:einverstanden|machen wir so|geht klar|auftrag ist erteilt)',
  "(?:reserv|gard|bloqu)\\p{L}*[- ](?:nous|moi)|(?:on|nous|je) (?:signe|signons|signerons|demarre|demarrons|commence|commencons|lance|lancons|commande|commandons|installe|valide|validons)|(?:envoyez|transmettez|adressez|preparez)[- ](?:moi|nous)? ?(?:donc |deja |svp )?(?:le|la|les|un|votre) (?:contrat|bon de commande|devis|facture|convention|documents?)|hate de (?:travailler|demarrer|commencer)|au plaisir de|c'est (?:d'accord|valide|parti)",
  '(?:reserv|guard|bloque)\\p{L}*(?:nos|me)|(?:empezamos|arrancamos|firmamos|lanzamos|comenzamos|pedimos|instalamos|queremos empezar|podemos empezar|empezariamos)|(?:mand|envi|prepar|pas)\\p{L}*(?:me|nos) (?:ya )?(?:el|la|los|las|un) (?:contrato|pedido|papeles|factura|presupuesto|oferta)|adelante con|con ganas de|trato hecho',
  '(?:comecamos|arrancamos|assinamos|avancamos com|envie-?(?:me|nos) o contrato|partiamo|firmiamo|iniziamo|cominciamo|mandateci il contratto|we beginnen|we starten|we tekenen|we gaan akkoord|stuur (?:ons|me) het contract)',
);

/** A denial, a doubt, a "later": then it does not go forward yet. */
const holdsBack =
  /\b(?:not|never|no|nothing|nobody|without|\p{L}+n't|cannot|but|unless|until|till|before|later|earliest|only|again|nicht|nichts|kein\p{L}*|niemand|aber|erst|bis|vor|vorher|fruhestens|spater|sondern|wieder|nochmal|pas|rien|aucun\p{L}*|mais|jusqu|avant|seulement|plus tard|tot|reparl\p{L}*|rappel\p{L}*|no|nada|nadie|pero|hasta|antes|solo|mas adelante|nao|nem|mas|ate|so|non|ma|fino|prima|solo|niet|geen|maar(?=\s\p{L})|tot|voor|pas)\b/u;

export const goesForward = (folded: string): boolean => agrees.test(folded) && !holdsBack.test(folded);

/** An hour of the day, said as such. */
const hour =
  /\b(?:at|um|gegen|om|a las?|as|alle|around|vers|from) \d{1,2}(?:[:.h]\d{2}| ?(?:am|pm|h|uhr|uur|o'clock|hrs))?(?![\d/.-]|(?:st|nd|rd|th)\b| (?!(?:passt|works?|suits?|geht|ginge|convient|conviene|would|please|bitte|sharp)\b)\p{L}{3,})|\b\d{1,2}(?:[:h]\d{2}| ?(?:am|pm|uhr|uur)|h)\b/u;

/** "Does Tuesday at 10 suit you?": a meeting proposed, which wants an answer. */
export const proposesHour = (folded: string): boolean => hour.test(folded);

/** "Can we move our call to the 20th?": a meeting gets another day. */
export const movesMeeting = (folded: string): boolean => moves.test(folded) && meeting.test(folded);

const moves = any(
  '(?:hold|keep|save|reserve|move|moving|moved|shift|push|bring|change|re-?schedul\\p{L}*|swap|make it)',
  '(?:verschieb\\p{L}*|verschoben|verleg\\p{L}*|vorzieh\\p{L}*|umbuch\\p{L}*|ruck\\p{L}*)',
  '(?:decal\\p{L}*|deplac\\p{L}*|report\\p{L}*|repouss\\p{L}*|avanc\\p{L}*|replanifi\\p{L}*)',
  '(?:mov\\p{L}*|cambi\\p{L}*|pas\\p{L}+|adelant\\p{L}*|aplaz\\p{L}*|reprogram\\p{L}*|spostare|spostiamo|adiar|remarcar|verzetten|verplaatsen)',
);
const meeting = any(
  '(?:our |the |my )?(?:call|demo|meeting|appointment|session|slot|visit|catch-?up)',
  'termin\\p{L}*|\\p{L}*gesprach|besprechung|telefonat|treffen',
  'visio\\p{L}*|rdv|rendez-vous|reunion|entretien|appel|point',
  'reunion|cita|llamada|videollamada|riunione|appuntamento|chiamata|reuniao|chamada|afspraak|gesprek|vergadering',
);

/** All it names leads up to with "before" or "by", and nothing is denied: what has to be done until then. */
export const isDeadline = (folded: string, periods: readonly Period[]): boolean =>
  periods.length > 0 && periods.every((period) => leadOf(folded, period) === 'before') && !denies.test(folded);

const denies =
  /\b(?:not|\p{L}+n't|cannot|no|nothing|nobody|never|none|without|hardly|pointless|useless|impossible|difficult|unlikely|earliest|sooner|anything|wait|nicht|nichts|nix|kein\p{L}*|niemand|sinnlos|zwecklos|unmoglich|schwierig|kaum|warten|pas|rien|aucun\p{L}*|personne|jamais|inutile|impossible|difficile|mort|n'|ne|no|nada|nadie|ningun\p{L}*|imposible|dificil|nunca|ni|tampoco|nao|nem|ninguem|impossivel|non|nulla|niente|nessun\p{L}*|impossibile|niet|niets|niks|geen|niemand|onmogelijk)(?!\p{L})/u;
