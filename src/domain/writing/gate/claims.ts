/** What a clause claims beside its words: a price let down, the contrary of its ground, a wider figure, a talk that never was, an improper request. */
import { fold } from '../../reading/fold.ts';
import { undertakes } from '../../reading/promise.ts';
import { amountsIn } from './amounts.ts';
import type { Cause, Judged } from './facts.ts';
import type { Quote } from './ground.ts';
import { isQuestion, pending, youSaid } from './shape.ts';
import { price } from './stakes.ts';
import { condition, denial, offers } from './stance.ts';
import { inEach } from './tongues.ts';
import { sameRoots, wordsIn } from './words.ts';
import type { Language } from './written.ts';

/** What speaks against what a clause claims; null when nothing does. */
export const falseClaim = (clause: Judged): Cause | null =>
  yields(clause) ?? reverses(clause) ?? unties(clause) ?? widens(clause) ?? invents(clause) ?? oversteps(clause);

const ofRep = (quotes: readonly Quote[]): Quote[] => quotes.filter(({ message }) => message.author === 'rep');

/** Coming down in price and being flexible about it. */
const yielding = inEach(
  '(?:come|came|coming|go|going) (?:down|lower)(?! on (?:one|either|which))|(?:lower|reduce) (?:the price|our price|my price|it)|(?:adjust|improve|sharpen|drop) (?:the|our|my) price\\p{L}*|off (?:the|our) price|(?:in the middle|halfway|half way)|(?:meet|match) (?:your|any|their|another|the other|that) (?:\\p{L}+ )?(?:number|price|figure|offer|quote)s?|(?:do|can|could) better|(?:knock|shave|take) (?:something|some|a (?:bit|little|few)|\\p{L}+ percent) off|flexible (?:on|about|with|over) (?:the |our )?(?:price|cost|fee|term)\\p{L}*|negotiab\\p{L}*|negotiat\\p{L}*|split the difference|whatever you (?:need|want|like|ask)|(?:room|leeway) (?:on|in|with) the (?:price|quote)|throw\\p{L}* in|thrown in',
  'entgegen(?:komm\\p{L}*|zukommen)?(?=[.,!?]|$)|(?:preis\\p{L}*|damit) (?:\\p{L}+ ){0,4}(?:runter|herunter|nach|senken|reden|verhandel\\p{L}*|scheitern)|spielraum|verhandelbar|verhandeln',
  '(?:un|quelque) (?:petit )?(?:geste|effort)|arrangement|negocia\\p{L}*|baisser|ajuster (?:le|notre|nos|les) (?:prix|tarif)\\p{L}*|marge de manoeuvre',
  '(?:ajust\\p{L}+|baj\\p{L}+|mejor\\p{L}+|negoci\\p{L}+) (?:el|los|nuestr\\p{L}+|un poco) ?(?:precio|tarifa|oferta)\\p{L}*|margen (?:en|con) el precio|negociable\\p{L}*|a mitad de camino',
);
/** Letting the reader out again, where somebody may. */
const leaving = inEach(
  '(?:back|pull) out|withdraw|cancel',
  'zurucktreten|zurucktrittst|aussteigen',
  'retracter|revenir en arriere',
  'desistir|echarse atras|cancelar',
);
/** Words about a price that leave it as it is. */
const explains = inEach(
  'explain|go (?:through|over)|walk|break down|show|send',
  'erklar\\p{L}*|erlauter\\p{L}*|durchgeh\\p{L}*|zeig\\p{L}*|schick\\p{L}*|aufschlussel\\p{L}*',
  'expliqu\\p{L}*|detaill\\p{L}*|montr\\p{L}*|envo\\p{L}*|parcour\\p{L}*',
  'explic\\p{L}*|detall\\p{L}*|desglos\\p{L}*|mostr\\p{L}*|envi\\p{L}*|repas\\p{L}*',
);
/** The rep's house can or will, whatever it is. */
const ready = inEach(
  "(?:we|i)(?:'d|'ll| can| could| will| would| may)",
  '(?:wir|ich) (?:konn\\p{L}*|kann|werde\\p{L}*|wurde\\p{L}*)',
  '(?:je|nous|on) (?:p[eo]u\\p{L}+)',
  'pued\\p{L}+|pod\\p{L}+',
);
const allows = inEach(
  "(?:i|we)(?:'\\p{L}+)?|us|you (?:can|may|could)",
  'ich|wir|uns|(?:sie|du|ihr) (?:konnen|kannst|konnt)',
  "je|j'\\p{L}+|nous|on|(?:vous|tu) (?:pouvez|peux)",
  '\\p{L}{2,}(?:amos|emos|imos)|puedo|podria|podriamos|(?:puede|puedes|pueden)',
);
/** "... and we can": a yes to whatever was asked. */
const elliptic =
  /(?:^|(?:and|und|et|y),? |, )(?:(?:yes|of course|sure),? )?(?:(?:i|we) (?:certainly |surely |gladly )?(?:can|could|will|would)(?: do (?:that|it|so))?|das (?:konnen|machen) wir|wir (?:konnen|machen) das|(?:nous (?:le )?pouvons|c'est possible)|podemos(?: hacerlo)?|(?:my|our) answer is yes)[.!]?$/u;

function yields({ folded, language, question, quotes, conditional }: Judged): Cause | null {
  const rep = ofRep(quotes);
  if (!question && !conditional && rep.length === 0 && elliptic.test(folded)) return 'promise';
  const said = folded.replace(retold[language], ' ');
  const found =
    yielding[language].exec(said)?.[0] ?? (allows[language].test(said) ? leaving[language].exec(said)?.[0] : undefined);
  const priced = price[language].exec(said)?.[0];
  const offered = [offers, ready].some((words) => words[language].test(said)) && !explains[language].test(said);
  const named = found ?? (offered && !youSaid[language].test(folded) ? priced : undefined);
  if (named === undefined) return null;
  return rep.some(({ around }) => sameRoots(named, around)) ? null : 'concession';
}
/** "You asked whether we could lower the price" tells what was asked. */
const retold: Record<Language, RegExp> = {
  en: /you (?:had |have |also )*(?:asked|wanted to know|wondered) (?:whether|if|about) [^,;:]*/u,
  de: /(?:sie|du) (?:hatte\p{L}* |habe\p{L}* )?(?:gefragt|fragte\p{L}*|wollte\p{L}* wissen),? ob [^,;:]*/u,
  fr: /vous (?:m'avez |avez |aviez )?(?:demande|demandiez)[^,;:]* si [^,;:]*/u,
  es: /(?:pregunto|preguntaste|preguntaba|queria saber) si [^,;:]*/u,
};

const clauses = /(?<=[.!?;:])\s|,\s|\s(?=(?:but|aber|sondern|mais|pero|sino)\s)/u;
const yet = /(?<!\p{L})(?:yet|still|so far|noch|bisher|encore|toujours|aun|todavia)(?!\p{L})/u;

/** The very words of the ground with or without their "not". */
function reverses({ folded, language, question, quotes }: Judged): Cause | null {
  if (question || yet.test(folded) || pending[language].test(folded)) return null;
  const long = wordsIn(folded).filter((word) => word.length > 3 && !little.test(word));
  if (long.length < 2) return null;
  const parts = quotes
    .flatMap(({ around }) => around.split(clauses))
    .filter((part) => long.every((word) => sameRoots(word, part)));
  const denied = denial[language].test(folded.replace(noProblem, ' '));
  return parts.length > 0 && parts.every((part) => denial[language].test(part) !== denied) ? 'result' : null;
}
const noProblem = /(?<!\p{L})(?:no|kein|pas de|ningun) (?:problem\p{L}*|issue|souci)/u;
const little =
  /^(?:problem\p{L}*|issue|souci|could|would|will|konn\p{L}*|pourr\p{L}*|podr\p{L}*|does|have|been|your|nicht|kein\p{L}*|eine?\p{L}?|ihre?\p{L}?|unser\p{L}*|votre|notre|know|that|dass)$/u;

/** What was offered on a condition, offered without. */
function unties({ folded, language, question, quotes }: Judged): Cause | null {
  if (question || condition.test(folded) || !price[language].test(folded)) return null;
  if (![offers, ready].some((words) => words[language].test(folded))) return null;
  const long = wordsIn(folded).filter((word) => word.length > 3 && !little.test(word));
  const parts = ofRep(quotes)
    .flatMap(({ around }) => around.split(/(?<=[.!?])\s/))
    .filter((part) => long.filter((word) => sameRoots(word, part)).length >= 2);
  return parts.length > 0 && parts.every((part) => condition.test(part)) ? 'concession' : null;
}

/** Before a figure: less or more than it. */
const bound =
  /(?<!\p{L})(?:less than|fewer than|more than|under|below|above|at least|at most|up to|half of|hochstens|maximal|mindestens|weniger als|mehr als|unter|bis zu|keine|moins de|plus de|au moins|au plus|jusqu'a|menos de|mas de|al menos|como maximo)(?=\s(?:\p{L}{1,3}\s)?[€$£]?$)/u;
/** Behind a figure: for what or how often. */
const each: Record<Language, RegExp> = {
  en: /^[^,.;]{0,12}?(?<!\p{L})(?:a (?=(?:day|week|month|year|piece|head|user|site))|per |each |every |for (?:both|all) )(\p{L}{3,})(?!\p{L})(?! ago)/u,
  de: /^[^,.;]{0,12}?(?<!\p{L})(?:pro |im (?=(?:monat|jahr))|je |fur (?:beide|alle) )(\p{L}{3,})/u,
  fr: /^[^,.;]{0,12}?(?<!\p{L})(?:par |chaque |pour (?:les deux|tous les) )(\p{L}{2,})/u,
  es: /^[^,.;]{0,12}?(?<!\p{L})(?:(?:al|a la|por) (?=(?:dia|semana|mes|ano|hora|sede|usuario|unidad|persona))|cada |para (?:los dos|ambos) )(\p{L}{2,})/u,
};
const period =
  /(?<!\p{L})(?:monthly|yearly|annual|annually|weekly|monatlich|jahrlich|wochentlich|mensuel|annuel|mensual|anual)\p{L}*/u;
/** Words that widen what they stand with. */
const wide =
  /(?<!\p{L})(?:all (?:included|in|parts)|everything|all the rest|always|for life|alles inklusive|mit allem|tout compris|a vie|todo incluido|siempre|de por vida)(?!\p{L})/u;

/** A figure of the ground with another bound, for another time or for more things than there. */
function widens({ sentence, folded, language, question, polite, quotes }: Judged): Cause | null {
  if (quotes.length === 0) return null;
  const stands = (words: string): boolean => quotes.some(({ around }) => sameRoots(words, around));
  const stretched = amountsIn(sentence, language).some(({ start, end }) => {
    const before = bound.exec(folded.slice(Math.max(0, start - 30), start))?.[0];
    const after = each[language].exec(folded.slice(end, end + 50))?.[1];
    return [before, after].some((words) => words !== undefined && !stands(words));
  });
  if (stretched) return 'number';
  if (question || polite) return null;
  return [period, wide].some((words) => !stands(words.exec(folded)?.[0] ?? '')) ? 'number' : null;
}

/** A talk or a meeting that has been. */
const met = inEach(
  "(?:we|i)(?:'ve| have| had)? (?:just )?(?:met|spoke|spoken|talked)|i(?:'ve| have| had)? (?:just |also )?(?:called|phoned|rang|visited)|(?:answer|pick up|miss|missed|returned?|for) (?:my|the|our|your) (?:\\p{L}+ )?(?:call|talk|meeting|visit)|(?:good|great|nice|lovely) to (?:talk|speak|meet|see you)|(?:discussed|agreed|said) (?:on|over) the (?:phone|telephone)|did not (?:come|show)",
  'telefoniert|(?:habe|haben) (?:ich|wir|uns)? ?(?:\\p{L}+ ){0,5}(?:gesprochen|angerufen)|(?:wir uns|uns) (?:\\p{L}+ ){0,4}getroffen|am telefon besprochen|telefonisch besprochen|(?:fur|nach) (?:das|unserem|den|dem) (?:\\p{L}+ )?(?:gesprach|telefonat|treffen|besuch)',
  "(?:avons|ai|sommes|nous) (?:\\p{L}+ )?(?:parle|rencontre\\p{L}*|appele\\p{L}*|telephone|discute)|(?:convenu|discute) au telephone|(?:pour|apres) (?:notre|l'|votre) ?(?:\\p{L}+ )?(?:appel|entretien|echange|rencontre|visite)",
  '(?:hablamos|nos vimos|nos reunimos)(?: por telefono)?|(?:por|tras) (?:la|su|nuestra) (?:llamada|reunion|visita)',
);
const talks =
  /(?<!\p{L})(?:call\p{L}*|phone\p{L}*|met|meet\p{L}*|spoke\p{L}*|talk\p{L}*|visit\p{L}*|saw|see|seeing|chat\p{L}*|telef\p{L}*|gesprach\p{L}*|gesproch\p{L}*|getroffen|treffen|anruf\p{L}*|angerufen|besuch\p{L}*|besprech\p{L}*|besproch\p{L}*|termin\p{L}*|parl\p{L}*|appel\p{L}*|rencontr\p{L}*|entretien|echang\p{L}*|discut\p{L}*|reunion\p{L}*|habl\p{L}*|llam\p{L}*|vimos|reunimos|charl\p{L}*|demo\p{L}*|fair|messe|salon|feria|show\p{L}*|tour|having (?:me|us)|conoc\p{L}+|workshop)(?!\p{L})/u;

function invents({ folded, language, question, quotes, before, context }: Judged): Cause | null {
  if (question || !met[language].test(folded)) return null;
  const texts = [
    ...[...quotes, ...before].map(({ around }) => around),
    ...context.messages.filter(({ author }) => author === 'rep').map(({ folded: text }) => text),
  ];
  const been = (part: string): boolean => talks.test(part) && !isQuestion(part) && !undertakes(part);
  return texts.some((text) => text.split(/(?<=[.!?])\s/).some(been)) ? null : 'result';
}

/** What no follow-up asks for or says: secrecy, devices, what is private, threats and advances. */
const improper = inEach(
  "(?:turn|switch) off|disable|install the|uninstall|firewall|(?:photo|picture|copy|scan) of your|private (?:number|phone|account|address|mobile)|home address|birthday|keep (?:this|it) (?:from|between)|(?:do not|don't|without) tell(?:ing)?|come alone|where you live|dinner|regret|last chance|love me|miss you|hotel|spam folder|first hit|open (?:the|this) (?:\\p{L}+ )?file|other (?:customers|clients|supplier\\p{L}*)|were you fired|everyone in your",
  '(?:schalten|schalte|machen) (?:\\p{L}+ ){1,5}(?:aus|ab)(?=[.?!])|ausschalten|abschalten|deaktivier\\p{L}*|installieren|firewall|(?:foto|kopie) (?:\\p{L}+ ){1,3}(?:karte|ausweis\\p{L}*)|privat (?:anrufen|erreichen)|privatnummer|private\\p{L}? (?:nummer|adresse|konto)|bleib\\p{L}* unter uns|niemandem|wo (?:sie|du) wohn\\p{L}*|abendessen|bereuen|letzte chance|geburtstag',
  'desactiv\\p{L}*|eteindre|eteignez|installer|pare-feu|(?:photo|copie) de votre|numero (?:prive|personnel)|adresse privee|(?:reste|rester|garde[rz]?) (?:\\p{L}+ )?entre nous|(?:ne dites|sans (?:le )?dire)|ou vous habitez|diner|regrett\\p{L}*|derniere chance|anniversaire',
  'desactiv\\p{L}*|apagu?e\\p{L}*|instalar|cortafuegos|(?:foto|copia) de su|numero (?:privado|particular)|direccion privada|(?:quede|quedar) entre nosotros|no (?:le )?diga\\p{L}*|donde (?:vive|vives)|cenar|lamentara\\p{L}*|ultima oportunidad|cumpleanos',
);
function oversteps({ folded, language, quotes }: Judged): Cause | null {
  const found = improper[language].exec(folded)?.[0];
  return found === undefined || ofRep(quotes).some(({ around }) => sameRoots(fold(found), around)) ? null : 'words';
}

/** What a question takes for granted behind its "that". */
const presumed: Record<Language, RegExp> = {
  en: /(?<!\p{L})(?:know|knew|aware|agree|hear|heard|true|remember|realise|realize|tell \p{L}+(?: \p{L}+)?|admit|understand) that (.+)/iu,
  de: /(?<!\p{L})(?:wissen|wussten|weißt|gehört|bewusst|stimmt|einverstanden|erinner\p{L}*|zu|sagen|klar)[^?,]{0,40}, dass (.+)/iu,
  fr: /(?<!\p{L})(?:sav\p{L}+|sais|consci\p{L}+|vrai|accord|entendu|souven\p{L}+|dire)(?:-vous|-tu)?(?: \p{L}+){0,3} (?:que |qu['’])(.+)/iu,
  es: /(?<!\p{L})(?:sab\p{L}+|consciente|cierto|verdad|acuerdo|oído|recuerd\p{L}+|decirle)(?: \p{L}+){0,3} (?:de )?que (.+)/iu,
};
export const takenForGranted = (question: string, language: Language): string | null =>
  presumed[language].exec(question)?.[1] ?? null;
