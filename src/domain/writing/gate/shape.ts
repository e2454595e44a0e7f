/** What sort of sentence one is: a question, a courtesy, a statement; a greeting or a signature; or no sentence of a mail at all. Folded words. */
import { fold } from '../../reading/fold.ts';
import { inEach } from './tongues.ts';
import type { Language } from './written.ts';

export const isQuestion = (sentence: string): boolean => /\?["')»”]*$/.test(sentence.trim());

/** Clauses that begin as statements do. Spanish marks its questions, French turns verb and subject round. */
const declarative = inEach(
  'the|this|that|your|our|my|i|we|you|he|she|it|they|there|here|please|as',
  'der|die|das|den|ich|wir|sie|du|ihr|er|es|unser\\p{L}*|mein\\p{L}*|dein\\p{L}*|ihre\\p{L}*|eine?|bitte|hier|hiermit',
  "le|la|les|l'\\p{L}+|je|j'\\p{L}+|nous|vous|tu|il|elle|ce|c'est|cela|votre|vos|notre|nos|mon|ma|veuillez|merci",
  'el|la|los|las|yo|su|sus|mi|nuestr\\p{L}+|este|esta|esto',
);
const turned = /-(?:t-)?(?:il|elle|ils|elles|on|vous|tu|nous|ce|je)(?!\p{L})|(?<!\p{L})est-ce que/u;

export const beginsAsStatement = (clause: string, language: Language): boolean =>
  declarative[language].exec(fold(clause).trim())?.index === 0 && !turned.test(fold(clause));

/** As French asks when it is spoken: "Vous avez pu en parler ?" */
const spoken =
  /^(?:alors,? )?(?:vous avez|tu as|vous aviez|tu avais) (?:\p{L}+ )?(?:pu|eu le temps|reussi a|recu|vu|lu|regarde)(?!\p{L})/u;

/** Whether a question asks; "The contract is signed?" tells. */
export function asksIndeed(sentence: string, language: Language): boolean {
  const folded = fold(sentence);
  if (language === 'es') return sentence.includes('¿');
  if (language === 'fr' && (turned.test(folded) || spoken.test(folded))) return true;
  return folded.split(/[,;:–—]\s/).some((clause) => declarative[language].exec(clause.trim())?.index !== 0);
}

/** Says why one writes, asks for an answer, offers help, thanks, wishes: nothing that could be true or false of the deal. */
export const courtesy = inEach(
  "yes,? (?:or )?no|welcome back|i don't want to (?:be|become|bother|push|rush|keep|press|pester|take)|i haven't|i have not|otherwise|if not|thank you|thanks|apolog\\p{L}*|it would (?:be|help)|would be (?:good|great|helpful|useful)|many thanks|grateful|i appreciate|appreciated|let me know|tell me|just (?:say|tell|reply|let)|say the word|(?:a|one) (?:short|quick|brief|one-line) (?:word|reply|answer|note|line)|either way|reply (?:to this|here)|(?:i'm|i am|we're|we are|i'd be|i'll be|happy|glad)(?: (?:also|always|still|only))? (?:happy|glad|delighted|flexible|here|available|pleased) ?(?:to)?|happy to|glad to|i can(?: also| gladly| of course| easily)?|i could|we can|we could|(?:a |any |some )?\\p{L}+ (?:\\p{L}+ ){0,6}would (?:do|be (?:enough|fine|great|helpful|plenty))|i'll gladly|i would gladly|no (?:rush|hurry|pressure|problem)|no need|hope|hoping|i hope|wish|good luck|all the best|take your time|feel free|don't hesitate|please|if|i(?:'m| am)(?: just| only)? (?:writing|following up|checking|coming back|getting back|reaching out|getting in touch|circling back)|i (?:just |only )?(?:wanted|want|thought|wondered|was wondering|would like|know|understand|realise|realize)|i'd (?:like|hate|love|be|appreciate|welcome|be grateful)|just (?:checking|coming back|following|a quick|wanted|wondering|getting)|following up|(?:a )?quick (?:note|reminder|question)|looking forward|i look forward|happy (?:new year|friday)|great to|it was (?:good|great|lovely|nice)|sorry|(?:i'll|i will|we'll) (?:plan around|adapt|adjust|work around|wait|be brief|leave|close|not|stop|happily|be happy|be glad|make time)|whenever|at your convenience|that way|any news|not a problem",
  'ja,? (?:oder )?nein|willkommen|will (?:keine?|nicht|dich|sie)|habe ich nicht|ich habe .{0,20}nicht|sonst|ansonsten|andernfalls|wir (?:konnen|konnten)|(?:konnen|konnten) wir|verzeih\\p{L}*|es ware|ware (?:es )?(?:gut|schon|hilfreich|toll)|danke|vielen dank|dankbar|besten dank|herzlichen dank|bescheid|sagen sie|sag (?:mir|einfach)|lassen sie|lass (?:es )?mich|geben sie|gib (?:mir)?|melden sie|meld dich|(?:eine|ein) kurze[srn]? (?:ruckmeldung|antwort|wort|nachricht|zeile|hinweis)|genugt|reicht|freue|freuen|wurde mich|gern|gerne|stehe|steht ihnen|zur verfugung|hoffe|hoffentlich|wunsche|kein problem|keine eile|kein druck|ohne eile|nur keine|falls|sollte(?:n|st|t)?|wenn|(?:ich )?(?:wollte|mochte|frage|komme|melde|schreibe|beziehe|kann|konnte|verstehe|weiss|wurde)(?: \\p{L}+)*|richte ich mich|verstandnis|entschuldig\\p{L}*|tut mir leid|schade|schon|einfach|jederzeit|viel erfolg|alles gute',
  "oui,? (?:ou )?non|bon retour|bienvenue|je ne (?:veux|voudrais|souhaite) pas (?:\\p{L}+ )?(?:devenir|etre|presser|deranger|insister|importuner|embeter)|je n'ai (?:pas|rien)|sinon|autrement|on (?:peut|pourrait)|excus\\p{L}*|pardon\\p{L}*|(?:vous|te) prie|il serait|ce serait|merci|remercie|dites(?:-moi| moi)|dis(?:-moi| moi)|faites(?:-moi| moi)|fais(?:-moi)?|n'hesite[sz]? pas|(?:une|un) (?:simple|courte?|breve|petite?) (?:reponse|confirmation|mot|message|ligne|relance)|suffit|suffira|reste a|restons a|disposition|disponible|volontiers|plaisir|ravie?s?|heureux|heureuse|espere|souhaite|je (?:peux|pourrais|voulais|voudrais|souhaitais|me permets|reviens|fais suite|prends|relance|sais|comprends|comprendrai\\p{L}*|m'adapte\\p{L}*|suis|reste|vous ecris|me demande|me demandais|tenais|aimerais|serais|m'interroge)|j'(?:espere|aimerais|ai bien|imagine)|nous (?:pouvons|pourrions|trouverons|restons)|si|s'il|s'ils|on (?:peut|en parle|s'appelle)|s'il vous|s'il te|rien ne presse|pas d'urgence|aucune urgence|prenez|prends (?:ton|le)|bonne (?:journee|semaine|continuation|chance)|desole\\p{L}*|meilleurs v\\p{L}+|tenez-moi|tiens-moi",
  'si,? (?:o )?no|bienvenid[oa]s?|no (?:quiero|quisiera|pretendo) (?:ser|resultar|molestar|insistir|agobiar|presionar|darte)|no (?:me )?he|(?:seria|convendria|vendria) (?:bien|bueno|util|fijar|ideal)|gracias|agradezco|agradeceria|digame|dime|diganme|avisame|aviseme|avisenme|hagame|hazme|basta|bastaria|(?:una|con una) (?:respuesta|linea|palabra) (?:breve|corta)|quedo (?:a|atent\\p{L}*|pendiente)|quedamos a|disposicion|con (?:mucho )?gusto|encantad\\p{L}*|espero|esperamos|deseo|ojala|puedo|podria|podriamos|podemos|queria|quisiera|quiero|me gustaria|me adapto|entiendo|comprendo|se que|le escribo|te escribo|les escribo|vuelvo|retomo|sigo pendiente|me pongo|si|sin (?:prisa|compromiso|problema)|no hay (?:prisa|problema)|no dude|no dudes|cualquier (?:novedad|duda|pregunta|cosa|comentario)|feliz|lo siento|siento|lamento|perdon\\p{L}*|disculp\\p{L}*|que (?:bueno|bien)|me alegr\\p{L}+|cuando (?:quiera|pueda|le|te|guste)\\p{L}*|mucha suerte|tomese|tomate',
);

/** One's own reaction to what the other told: it tells nothing new. */
export const reaction = inEach(
  "(?:great|good|glad|happy|delighted|pleased|lovely|sorry|nice) to (?:hear|read|see|know)|i was (?:very |so |really )?(?:sorry|glad|delighted|pleased|happy|thrilled)|glad (?:that|you|the|it)|thanks? (?:again )?for|thank you (?:again )?for|i(?:'ll| will)? know|i understand|i get that|i see|how are",
  'freut mich|freue mich|schon,? dass|gut zu (?:horen|wissen)|schade,? dass|tut mir leid|danke|vielen dank|verstehe|ich weiss',
  "ravie?|content\\p{L}*|heureu\\p{L}+|desole\\p{L}*|merci|je (?:sais|comprends)|j'en conviens|j'ai bien note",
  'me alegr\\p{L}+|que (?:bueno|bien|alegria)|encantad\\p{L}+|siento|lamento|gracias|entiendo|comprendo|se que',
);
/** What this very mail does: it comes back to something. */
export const returning = inEach(
  '(?:coming|come|getting|get|circling) back (?:to|on)|(?:following|follow) up|checking (?:in|that|whether|if)|getting in touch|reaching out|writing to',
  '(?:komme|kommen|melde|frage|schreibe|beziehe|mochte|wollte|erkundige)(?: \\p{L}+)*(?: (?:zuruck|nach|wieder|bei ihnen|bei dir|kurz))?',
  "(?:reviens|relance|reprends|fais suite|prends de vos|me permets|vous ecris|t'ecris|reprend|on parle|nous parlons|il s'agit)",
  '(?:vuelvo|retomo|escribo|me pongo (?:\\p{L}+ ){0,3}en contacto|sigo|retomar|me dirijo|hablamos de|se trata)',
);
/** What the rep did ask, write or send. */
export const asked = inEach(
  "i(?:'d| had| have|'ve)? (?:just |already |also |once )?(?:asked|wrote|written|sent|returned|answered|told|suggested|offered|mentioned|promised|explained|described|shared|outlined|said|suggested|recommended|put together|passed|forwarded|proposed)",
  '(?:ich|hatte ich|habe ich|hab ich)(?: [\\p{L}\\p{N}.-]+)* (?:gefragt|geschrieben|geschickt|gesendet|vorgeschlagen|angeboten|erwahnt|genannt|zugesagt|versprochen|beschrieben|erklart|erlautert|ubermittelt|zukommen lassen|zusammengestellt|gesagt|empfohlen|angekundigt|mitgeteilt)|fragte ich|schrieb ich|schlug ich|ging (?:das|die|der|unsere?|meine?) \\p{L}+',
  "je (?:vous |t'|te )?(?:demandais|ecrivais|proposais|disais|indiquais|expliquais|decrivais|devais|promettais)|(?:j'ai|j'avais|je vous ai|je t'ai|je vous avais|je t'avais|je vous l'ai|je te l'ai) (?:deja |bien |aussi )?(?:demande|ecrit|envoye|propose|indique|transmis|promis|explique|decrit|adresse|suggere|relance|conseille|prepare|dit|partage)\\p{L}*",
  '(?:pregunt(?:e|aba)|escribi|envie|mande|propuse|sugeri|comente|respondi|ofreci|indique|prometi|explique|explicaba|describi|dije|pase|prepare|iba a|(?:he|habia) (?:ofrecido|respondido|enviado|mandado|preguntado|escrito|propuesto|explicado|prometido|dicho|comentado))',
);
/** Done by the writer, and so nothing undertaken. */
export const haveDone = inEach(
  "i(?:'ve| have| had)(?: \\p{L}+){0,2} \\p{L}+(?:ed|en|t|ne)|i (?:left|kept|waited|held|made|took|gave|did)",
  '(?:ich|wir) (?:habe|haben|hatte|hatten)|(?:habe|haben|hatte|hatten) (?:ich|wir)',
  "j'ai|j'avais|(?:je|nous) (?:vous |te |t'|l'|les? )*(?:ai|avais|avons|avions)",
  '(?:he|hemos|habia) \\p{L}+(?:ado|ido|cho|sto|to)|(?:lo|la|le|te|les|os) deje',
);
/** What was planned: whether it came to pass is left open. */
export const planned = inEach(
  '(?:was|were) (?:due|going|supposed|meant|planning|hoping|expected|scheduled) to|(?:was|were) due|(?:was|were) (?:still |just )?\\p{L}+ing|had planned|wanted to|was to',
  'woll(?:te|ten|test|tet)|soll(?:te|ten|test|tet)|hatte\\p{L}* vor|vorgehabt|geplant',
  '(?:vous|tu) (?:\\p{L}+ )?\\p{L}{2,}iez|dev(?:ais|ait|aient|iez)|voul(?:ais|ait|aient|iez)|alla(?:is|it|ient|iez)|souhaita(?:is|it|ient|iez)|prevoya(?:is|it|ient|iez)|\\p{L}{3,}(?:ait|aient)',
  'iban? a|queria\\p{L}*|debia\\p{L}*|pensaba\\p{L}*|qued(?:o|aste|aron|amos) en|tenian? (?:que|previsto)|estaban? previst\\p{L}*|\\p{L}{3,}(?:aba|aban)',
);
/** Something has not come, or is still open. Whoever waits knows that. */
export const pending = inEach(
  "(?:hasn't|has not|haven't|have not|didn't|did not|don't|not|never) (?:\\p{L}+ ){0,4}(?:reached|arrived|received|receive|heard|hear|seen|see|got|come|had)|no (?:word|news|reply|answer)|without (?:an answer|a reply)|(?:is|are|'s|still|only thing|all that's) (?:still |only |now )?(?:missing|open|outstanding|pending|unanswered|undecided|waiting|to come|with)|awaiting|waiting (?:for|on)|i (?:still |only |just )?(?:owe|need)|all (?:i|we) need",
  '(?:noch )?(?:nichts|nicht|keine?) (?:\\p{L}+ ){0,3}(?:angekommen|erreicht|erhalten|bekommen|gehort|eingegangen|da|ruckmeldung|antwort|nachricht)|fehl(?:t|en|te|ten)|offen|aussteh\\p{L}*|steht (?:\\p{L}+ ){0,3}aus|(?:brauche|brauchte|benotige) ich|ich (?:brauche|brauchte|benotige)|warte[nt]?|schuldig|liegt (?:\\p{L}+ ){0,4}noch',
  "(?:n'ai|ne l'ai|ne m'est|ne m'a|n'est|ne sont|n'a) (?:\\p{L}+ ){0,5}(?:recu\\p{L}*|parvenu\\p{L}*|arrive\\p{L}*|eu)|pas (?:encore )?(?:recu|eu|parvenu)\\p{L}*|sans (?:nouvelles|reponse)|il (?:ne )?me (?:faut|faudrait)|j'(?:ai|aurais) besoin|manqu\\p{L}*|reste(?:nt)? (?:a|encore|en)|en (?:attente|suspens)|attend\\p{L}*|(?:la|le|les|vous|l') ?dois|est (?:\\p{L}+ )?encore",
  '(?:no|aun no|todavia no|sin) (?:\\p{L}+ ){0,3}(?:llegado|recibido|recibi|salido|visto|tenido|noticias|respuesta)|falt\\p{L}*|pendientes?|(?:solo )?necesit(?:o|aria)|queda por|esperando|a la espera|debo|sigue(?:n)?',
);

/** What is not said to be: behind "if", "whether", "once", "until". */
const mayBe: Record<Language, RegExp> = {
  en: /(?<!\p{L})(?:if|whether|once|hop(?:e|ing)|wonder\p{L}*|when|as soon as|until|unless|before|in case|what|(?<!, )which|how|what's)(?!\p{L})[^,;:.!?]{0,160}/gu,
  de: /(?<!\p{L})(?:wenn|falls|ob|hoff\p{L}*|sobald|bis|bevor|sofern|was|welche\p{L}*|wie|sollten?)(?!\p{L})[^,;:.!?]{0,160}/gu,
  fr: /(?<!\p{L})(?:si|s'il\p{L}*|espere\p{L}*|des que|une fois|lorsque|quand|avant|ce qu[ei]|ce qu'\p{L}+|quel\p{L}*|comment|ou en|tant que)(?!\p{L})[^,;:.!?]{0,160}/gu,
  es: /(?<!\p{L})(?:si(?!,)|cuando|espero|en cuanto|una vez|hasta que|antes de|lo que|que le|como|cual\p{L}*)(?!\p{L})[^,;:.!?]{0,160}/gu,
};

/** "Haben sich die Pläne geändert, …" is a condition too. */
const verbFirst = /^(?:haben|hat|hast|habt|ist|sind|sollte\p{L}*|wurde\p{L}*|falls)(?!\p{L})[^,?]{3,160},/u;
export const asserted = (folded: string, language: Language): string =>
  (language === 'de' ? folded.replace(verbFirst, ' ') : folded).replace(mayBe[language], ' ');

/** Tells of the rep's house or of the reader what only ground could: all but how the writer is and what would do. */
export const tells = inEach(
  "we|us|our|ours|you(?:'ve|'d|'ll| have| had| will| did| were| must|'re(?! welcome)| are(?! welcome))|your(?! (?:time|side|convenience|inbox|end|leisure|view|decision|answer|reply|thoughts|feedback))|i(?:'ve|'ll| have| had| will)(?! (?:not|never|no))|(?:has|have|had|is|are|was|were|'s|'re)(?: now| been| all| already| just)* (?!need|expect|requir|interest|delight|pleas|relat|limit|mention)\\p{L}{3,}ed|(?<=^)(?:yes|yep)(?!,? (?:or )?no)|agreed|done|everyone|everybody|everything|he|she|they|nobody|quotes?|offers?|proposals?|projects?|deal|documents?|paperwork",
  '(?:ich|wir) (?:habe|haben)(?!.{0,16}(?:nicht|nichts|nie|kein))|(?:habe|haben) (?:ich|wir)(?!.{0,16}(?:nicht|nichts|nie|kein))|wir|uns|unser\\p{L}*|(?:sie|du|ihr) (?:haben|hast|habt|sind|bist|seid|werden|wirst|mussen|musst|bekommen)|(?:haben|hast|habt|sind) (?:sie|du|ihr)|(?:ist|sind|war|wurde|wurden|wird) (?:\\p{L}+ ){0,4}(?:ge\\p{L}+(?:t|en)|ent\\p{L}+|be\\p{L}+t|ver\\p{L}+(?:t|en))|(?<=^)ja(?!,? (?:oder )?nein)|einverstanden|alle|alles|er|man|angebote?|vorschlage?|projekt|unterlagen',
  "nous|notre|nos|vous (?:avez|aviez|serez|aurez|etes|devez)|(?:votre|vos)(?! (?:temps|cote|reponse|avis|decision|retour|convenance))|j'ai(?! (?:bien |seulement )?(?:conscience|hate|l'impression|pense|cru|rien|pas))|(?<=^)oui(?!,? (?:ou )?non)|d'accord|entendu|tout(?! a fait)|tous|ils|elles|c'est (?:decide|fait|entendu|regle|bon)|devis|offres?|propositions?|projet|dossier",
  'nosotros|nos|nuestr\\p{L}+|\\p{L}{2,}(?:amos|emos|imos)|(?:ha|has|han|habeis) \\p{L}+(?:ado|ido)|(?<!no |no me |no lo |no la )he \\p{L}+(?:ado|ido)|su|sus|(?<=^)si(?=,)(?!, no)|de acuerdo|todos?|ellos|presupuesto|ofertas?|propuestas?|proyecto',
);

/** "As agreed": an arrangement that is carried out, not a thing agreed to. */
export const asArranged = inEach(
  'as (?:you )?(?:agreed|discussed|promised|arranged|requested|asked|suggested|you (?:asked|suggested|wished|requested)|planned|mentioned|i (?:mentioned|said|wrote|promised)|we (?:agreed|discussed|said))',
  'wie (?:vereinbart|besprochen|abgemacht|versprochen|gewunscht|erbeten|angekundigt|erwahnt|zugesagt|von ihnen \\p{L}+|sie \\p{L}+ (?:hatten|haben))',
  "comme (?:convenu|promis|prevu|discute|demande|annonce|indique|vous (?:me )?l[e']\\p{L}*|je vous l[e']\\p{L}*|je (?:vous |te )?le \\p{L}+)",
  'como (?:quedamos|acordamos|acordado|hablamos|prometi\\p{L}*|convenimos|(?:me )?pidio|me pediste|le indique|te comente|le comente|te dije|le dije|usted \\p{L}+)|segun lo (?:acordado|hablado)',
);

/** The reader is spoken of: what the prospect said may be told to the prospect only as that. */
export const secondPerson = inEach(
  'you|your|yours',
  'sie|ihnen|ihr|ihre|ihrem|ihren|ihrer|ihres|du|dich|dir|dein|deine|deinem|deinen|deiner|euch|euer|eure|eurem|euren|eurer',
  "vous|votre|vos|tu|te|toi|ton|ta|tes|t'\\p{L}+",
  'usted|ustedes|su|sus|le|les|tu|tus|te|ti|os|vuestr\\p{L}+|vosotr\\p{L}+|segun me|me (?:escribi\\p{L}+|dij\\p{L}+|coment\\p{L}+|cont\\p{L}+|indic\\p{L}+|pid\\p{L}+)|\\p{L}{3,}(?:aste|iste|asteis|isteis)|estabas|querias|tenias|ibas',
);
/** The writer, or the writer's house. */
export const firstPerson = inEach(
  "i|i'\\p{L}+|we|we'\\p{L}+|us|our|ours|me|my|mine",
  'ich|wir|uns|unser\\p{L}*|mir|mich|mein\\p{L}*',
  "je|j'\\p{L}+|nous|notre|nos|mon|ma|mes|moi|on",
  'yo|me|mi|mis|nos|nosotros|nuestr\\p{L}+|\\p{L}{2,}(?:amos|emos|imos)|(?:he|tengo|estoy|soy) \\p{L}+',
);
/** The reader said, asked, wanted or undertook it. */
export const youSaid = inEach(
  "you(?:'d| had| have|'ve| also| first| then| kindly| just| last)* (?:said|say|wrote|write|mention\\p{L}*|told|tell|asked|ask|want\\p{L}*|need\\p{L}*|were|plan\\p{L}*|hop\\p{L}+|promis\\p{L}*|confirm\\p{L}*|suggest\\p{L}*|request\\p{L}*|explain\\p{L}*|expect\\p{L}*|intend\\p{L}*|liked|let me know|replied|answered|thought|had|have|rais\\p{L}*|offered|sent)|your (?:\\p{L}+ ){0,3}(?:wanted|asked|needs?|needed|requested|said|told|is|are|was|were|meets?|takes?|usually)|from you|with your|you and|(?:had |has |have |also )?asked (?:whether|if|for|about)|wanted to know|wondered (?:whether|if)",
  '(?:sie|du|ihr) (?:\\p{L}+ ){0,6}(?:schrieb\\p{L}*|geschrieben|sagt\\p{L}*|gesagt|erwahnt\\p{L}*|frag\\p{L}+|gefragt|bat\\p{L}*|gebeten|woll\\p{L}+|mocht\\p{L}+|hatt\\p{L}+|habt|haben|nann\\p{L}+|genannt|plan\\p{L}+|mein\\p{L}+|brauch\\p{L}+|berichtet\\p{L}*|angekundigt)|(?:schrieb\\p{L}*|sagt\\p{L}*|erwahnt\\p{L}*|fragt\\p{L}*|bat\\p{L}*|woll\\p{L}+|hatt\\p{L}+|hast|haben|nann\\p{L}+|mein\\p{L}+) (?:sie|du|ihr)|nach (?:ihren|deinen) worten|(?:ihr|ihre|ihres|ihrem|ihren|dein|deine|euer|eure|eurem) \\p{L}+',
  "(?:vous|tu)(?: m'| me| nous| en| l'| y| avez| aviez| as| avais| vouliez)* ?(?:ecriv\\p{L}+|ecrit|dis\\p{L}+|dit|annonc\\p{L}+|demand\\p{L}+|indiqu\\p{L}+|propos\\p{L}+|mentionn\\p{L}+|souhait\\p{L}+|voul\\p{L}+|dev\\p{L}+|vis\\p{L}+|pens\\p{L}+|attend\\p{L}+|prepar\\p{L}+|ave\\p{L}+|parl\\p{L}+|expliqu\\p{L}+|prevoy\\p{L}+|renverri\\p{L}+|envo\\p{L}+|m'\\p{L}+|l'\\p{L}+)|(?:votre|vos|ton|ta|tes) \\p{L}+|(?:souhaitait|voulait) savoir|demandait si",
  '(?:usted|ustedes)? ?(?:me|nos)? ?(?:escribi(?:o|ste)|dij(?:o|iste)|dec(?:ia|ian|ias)|coment(?:o|aste)|mencion(?:o|aste)|cont(?:o|aste)|indic(?:o|aste)|pidi(?:o|eron|ste)|pregunt(?:o|aste|aba)|querian?|queria|quer\\p{L}s|esperab\\p{L}+|iba|iban|ibas|contab\\p{L}+|necesitab\\p{L}+|tenia\\p{L}*|propus\\p{L}+|dependi\\p{L}+|estab\\p{L}+|habl\\p{L}+s)|(?:su|sus|tu|tus|vuestr\\p{L}+) \\p{L}+|se (?:le|les|te|os) |preguntaba si|queria saber',
);
/** The reader asked for it. */
export const youAsked = inEach(
  "you(?:'d| had| have|'ve| also)* (?:ask\\p{L}*|request\\p{L}*|want\\p{L}*|need\\p{L}*|wish\\p{L}*)",
  '(?:sie|du|ihr) (?:\\p{L}+ ){0,6}(?:frag\\p{L}+|gefragt|bat\\p{L}*|gebeten|woll\\p{L}+|mocht\\p{L}+|wunsch\\p{L}+)|(?:frag\\p{L}+|bat\\p{L}*|woll\\p{L}+) (?:sie|du|ihr)',
  "(?:vous|tu)(?: m'| me| nous| avez| aviez| as| avais)* ?(?:m'\\p{L}+ )?(?:demand\\p{L}+|souhait\\p{L}+|voul\\p{L}+)",
  '(?:me |nos )?(?:pidi(?:o|eron|ste)|pregunt(?:o|aste|aba)|queri\\p{L}+|solicit\\p{L}+)',
);

const greetings =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|moin|servus|gruezi|gruss gott|bonjour|bonsoir|salut|cher|chere|hola|buenos dias|buenas tardes|buenas noches|buenas|estimad[oa]s?|apreciad[oa]s?|querid[oa]s?)(?![\p{L}-])/u;
const titled =
  /^(?:mr|mrs|ms|dr|prof|herr|frau|herrn|monsieur|madame|mme|senor|senora|sr|sra|don|dona|ing|lic|ingenier[oa]|doctora?|together|all|everyone|team|there|zusammen|tous|toutes|a|todos|y|und|et|and)$/;

/** Where the greeting of a sentence ends, 0 where it has none. Its names are of those given; its mark may be followed by the rest of the sentence. */
export function greetingLength(sentence: string, names: ReadonlySet<string>): number {
  const folded = fold(sentence);
  const start = greetings.exec(folded)?.[0].length;
  if (start === undefined) return 0;
  let end = 0;
  for (const { 0: word, index } of folded.slice(start).matchAll(/[\p{L}'-]+|[^\p{L}'\s-]/gu)) {
    if (/^[,:!.–]$/.test(word)) end = start + index + 1;
    else if (!titled.test(word) && !word.split(/['-]/).every((part) => names.has(part))) return end;
  }
  return sentence.length;
}

const closings =
  /^(?:(?:mit )?(?:(?:kind|best|warm|many|warmest) )?(?:regards|wishes)|(?:many |with )?thanks|best|all the best|sincerely|yours(?: sincerely| truly| faithfully)?|cheers|take care|talk soon|(?:viele|beste|liebe|herzliche|schone|freundliche|mit freundlichen|mit besten|mit herzlichen) gruss(?:e|en)?|gruss|gruesse|lg|vg|mfg|bis bald|(?:bien |tres |bien a vous )?cordialement|bien a (?:vous|toi)|sinceres salutations|salutations|amicalement|belle journee|bonne journee|a bientot|merci(?: et a bientot)?|(?:vielen |besten |herzlichen )?dank|danke|(?:muchas |mil )?gracias|bonne semaine|(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|saludos|atentamente|cordialmente|un abrazo|abrazos|quedo atent[oa])(?!\p{L})/u;

/** A sign-off or a signature: closing words, the rep's name, or both, and nothing else. */
export function isSignature(sentence: string, names: ReadonlySet<string>): boolean {
  const folded = fold(sentence).replaceAll('ß', 'ss').trim();
  let rest = folded;
  for (let more = 0; more < 3; more++)
    rest = rest.replace(closings, '').replace(/^[\s,!.–-]*(?:and|und|et|y|mit)?[\s,!.]+/, '');
  const words = rest.match(/\p{L}+/gu) ?? [];
  return (
    words.length <= 4 &&
    words.every((word) => names.has(word)) &&
    (rest !== folded || words.length > 0) &&
    !/\d/.test(rest)
  );
}

const head =
  /(?<!\p{L})(?:subject|betreff|objet|asunto|to|cc|bcc|cci|cco|from|an|von|de|para|reply-to|sender|date|datum|fecha|content-type|mime-version|message-id|in-reply-to|references|x-[a-z-]+)\s?:/u;
const placeholder =
  /\b(?:x{3,}|tbd|tba|lorem ipsum|n\/a|first name|last name|company name|insert (?:name|date|company)|vorname|nachname|firmenname|nombre de la empresa)\b|_{2,}|\.{4,}|\((?:name|date|firma|nom|nombre|datum|fecha|company|amount|your)[^)]{0,20}\)/;
const aside = inEach(
  "here(?:'s| is| are) (?:a|an|the|your|my|another) (?:\\p{L}+ )?(?:draft|email|mail|version|reply|response|follow-up|message|suggestion)|(?<=^)draft(?: email| mail| reply)? ?:|sure[,!]|certainly[,!]|of course, here|as an ai|language model|i (?:cannot|can't|am unable to) (?:help|assist|comply|write|do)|i'm unable to|i'm sorry, but i|(?<=^)note:|(?<=^)ps:|(?<=^)p\\.s\\.",
  'hier ist (?:ein|der|ihr|mein) (?:\\p{L}+ )?(?:entwurf|vorschlag|e-mail|mail|antwort)|(?<=^)entwurf ?:|gerne!|naturlich!|als ki|sprachmodell|ich kann (?:dabei |ihnen dabei )?nicht (?:helfen|weiterhelfen)|(?<=^)hinweis ?:',
  "voici (?:un|le|votre|mon|une) (?:\\p{L}+ )?(?:brouillon|projet|mail|courriel|message|version|reponse|proposition de)|(?<=^)brouillon ?:|bien sur[,!]|en tant qu'ia|modele de langage|je ne peux pas (?:vous )?aider|(?<=^)note ?:",
  'aqui (?:tiene|tienes|esta|va) (?:un|el|su|tu|una) (?:\\p{L}+ )?(?:borrador|correo|mensaje|version|respuesta)|(?<=^)borrador ?:|claro[,!] aqui|por supuesto[,!]|como (?:una )?ia|modelo de lenguaje|no puedo ayudar\\p{L}*|(?<=^)nota ?:',
);

/** Words about the mail instead of words of it: a header, a placeholder, "Here is a draft", a refusal. */
export function isAside(sentence: string, language: Language): boolean {
  const folded = fold(sentence);
  return head.test(folded) || placeholder.test(folded) || aside.en.test(folded) || aside[language].test(folded);
}

/** A sentence that leans on the one before it. */
const leaning =
  /^(?:that|this|it|these|those|which|therefore|so|but|however|otherwise|also|and|or|then|both|he|she|they|das (?:ist|war|ware|klingt|passt|heisst|heißt|hilft|gilt|wurde)|dies|diese[rsnm]?|er|deshalb|daher|aber|sonst|ausserdem|auch|und|oder|dann|beide|dort|damit|dabei|davon|dazu|ce|cela|ca|c'est|celui|celle|elle|il|ils|elles|mais|donc|sinon|aussi|et|ou|esto|eso|pero|por eso|asi|entonces|tambien|y|o|ademas)\s(?!(?:is|ware|ist|est|es) (?:there|da)|y a\b)/;
export const leans = (sentence: string): boolean => leaning.test(fold(sentence).replace(/^[¿¡"']+/, ''));
