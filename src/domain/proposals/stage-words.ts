/**
 * Words by which a talk says that it has come to another stage, folded, in four languages. `~` stands for up to three words between. Each list is what one
 * says who does it, not who might: hedges, negations and conditions around them are looked for apart (`stage-claim.ts`).
 */

/** What is said of the deal. */
export type Meaning = 'agreed' | 'signed' | 'legal' | 'procurement' | 'lost' | 'proposed' | 'contract_sent';

type Words = Record<'en' | 'de' | 'fr' | 'es', readonly string[]>;

/** Whatever ends a statement about the whole: "with you." and "with you and …", not "with you to the fair". */
const here =
  '(?= ?[.,;:!)]| ?$| and | und | et | y | as of| as our | guys| over | rather | instead| after | on this| today| yesterday| this morning| this week| now| on our side|, )';

const papers =
  '(?:contract|agreement|order form|order|offer|proposal|quote|quotation|sow|msa|paperwork|papers|documents|deal)s?';
const yours = `your(?: (?:final|latest|revised|new))? (?:offer|proposal|quote|quotation|solution|company|team|product|platform|software|system|bid)`;
const we = "(?:we|i|management|the board|our board|the committee|the team|our team)(?:'ve| have| has)?";
const boss =
  '(?:(?:our|my|the) (?:ceo|cfo|cto|coo|cio|md|boss|manager|director|managing director|president|owner|board|management|head of [a-z]+)|he|she|management|everyone|both sides|both parties)';

export const agreed: Words = {
  en: [
    `(?:we're|we are|i'm) going (?:ahead )?with (?:you|${yours})${here}`,
    `${we}~ (?:decided|chosen|opted|agreed|elected) to (?:go|proceed|work|partner|move forward|move ahead|go ahead|go forward) with (?:you|${yours})${here}`,
    `${we}~ (?:chosen|selected|picked|decided on|decided for|decided in favou?r of|went for|opted for) (?:you|${yours})${here}`,
    `we(?:'d| would) like to (?:go ahead|proceed|move forward|move ahead) with (?:you|${yours})${here}`,
    `you(?:'ve| have)? (?:won|got) the (?:deal|contract|business|tender|bid|project)${here}`,
    "you(?:'re| are) our (?:choice|preferred (?:vendor|supplier|partner)|chosen (?:vendor|supplier|partner)|pick)",
    `(?:we|i)(?: hereby| gladly| happily)? accept ${yours}${here}`,
    `${we} (?:approved|accepted) ${yours}${here}`,
    `${yours} (?:is|was|has been) (?:approved|accepted|selected|chosen)${here}`,
  ],
  de: [
    '(?:haben|hat|habe)(?: wir| ich)? (?:uns|sich|mich)~ fur (?:sie|euch|dich|ihr angebot|ihre losung|ihr system|ihre firma|ihre software|ihr produkt|euer angebot|eure losung) entschieden',
    '(?:uns|mich)~ fur (?:sie|euch|ihr angebot|ihre losung|euer angebot|eure losung) entschieden (?:haben|habe)',
    '(?:wir|ich) (?:nehmen|nehme)~ (?:ihr|euer|das) angebot~ an(?= ?[.,;:!]| ?$| und)',
    '(?:haben|hat|habe)~ (?:ihr|euer|ihrem|eurem) angebot~ (?:angenommen|zugestimmt|freigegeben)',
    '(?:ihr|euer) angebot (?:ist|wurde)~ (?:angenommen|freigegeben|genehmigt)',
    'sie (?:haben|bekommen|erhalten)~ den (?:zuschlag|auftrag)',
    '(?:zuschlag|auftrag) (?:geht|ging) an (?:sie|euch)',
    'entscheidung ist~ (?:auf|fur) (?:sie|euch) gefallen',
    '(?:wir|ich) (?:beauftragen|beauftrage) (?:sie|euch) (?:hiermit|gerne)',
    'wir gehen mit (?:ihnen|euch)(?= ?[.,;:!]| ?$| und)',
  ],
  fr: [
    '(?:nous avons|on a)~ decide~ de (?:travailler|partir|avancer|continuer|signer) avec vous(?= ?[.,;:!]| ?$| et)',
    '(?:nous avons|on a)~ (?:choisi|retenu|selectionne|accepte|valide|opte pour) votre (?:offre|proposition|solution|devis|societe|entreprise)',
    '(?:nous avons|on a)~ (?:choisi|retenu) de (?:travailler|partir) avec vous',
    '(?:nous partons|on part|nous y allons) avec vous(?= ?[.,;:!]| ?$| et)',
    '(?:nous acceptons|on accepte)~ votre (?:offre|proposition|devis)',
    "choix s'est~ porte sur (?:vous|votre)",
    'vous (?:etes|avez ete)~ (?:retenus?|choisis?|selectionnes?)(?= ?[.,;:!]| ?$| pour| et)',
    "vous avez~ (?:remporte|gagne) (?:le marche|l'appel d'offres|l'affaire|le contrat)",
    'votre (?:offre|proposition|devis) (?:est|a ete)~ (?:retenue?|acceptee?|validee?|approuvee?)',
  ],
  es: [
    '(?:hemos|nos hemos)~ decidido~ (?:por (?:vosotros|ustedes|usted)|(?:trabajar|seguir adelante|avanzar|ir) con (?:vosotros|ustedes|usted))(?= ?[.,;:!]| ?$| y)',
    '(?:hemos|nos hemos)~ decidido~ por (?:su|vuestra) (?:oferta|propuesta|solucion|empresa)',
    '(?:hemos elegido|hemos escogido|hemos seleccionado|elegimos|hemos aceptado|hemos aprobado) (?:su|vuestra|a su|vuestro) (?:oferta|propuesta|solucion|empresa|presupuesto)',
    '(?:hemos elegido|hemos escogido) (?:a )?(?:vosotros|ustedes)',
    'aceptamos~ (?:su|vuestra|vuestro) (?:oferta|propuesta|presupuesto)',
    '(?:vamos|nos vamos)(?: adelante)? con (?:vosotros|ustedes)(?= ?[.,;:!]| ?$| y)',
    '(?:habeis|han) ganado (?:el concurso|el contrato|la licitacion)',
    '(?:su|vuestra|vuestro) (?:oferta|propuesta|presupuesto) ha sido~ (?:aceptad[oa]|aprobad[oa]|elegid[oa]|seleccionad[oa])',
  ],
};

export const signed: Words = {
  en: [
    `(?:we|i|${boss})(?:'ve| have| has)?(?: just| now| already| finally| today| both)* (?:counter)?signed(?: off)? (?:(?:the|your|our|this) (?:[a-z]+ )?${papers}|it)${here}`,
    `(?:we|i)(?:'ve| have)?(?: just| now| already| finally)* signed(?= ?[.!,]| ?$| today| yesterday| this morning| on our side)`,
    `(?:the|our|your) (?:[a-z]+ )?${papers} (?:is|was|are|were|has been|have been|has now been)~ (?:counter)?signed${here}`,
    `(?:attached|enclosed|here)(?: you(?:'ll| will)? find| please find)?(?: is| are|'s)?~ (?:counter)?signed (?:copy|${papers})`,
    `(?:counter)?signed (?:copy|${papers})(?: is| are)? (?:attached|enclosed)`,
    '(?:attached|enclosed)(?: is| you will find| please find)? (?:our|the) (?:purchase order|po)(?![a-z]| request| approval| form)',
    '(?:our|the) (?:purchase order|po)(?: number [\\w-]+)? is (?:attached|enclosed)',
    "we(?:'ve| have)(?: just| now)? (?:issued|raised|placed)(?: you)? (?:the|our) (?:purchase order|po|order)(?![a-z]| request| approval| form)",
  ],
  de: [
    '(?:der|unser|den) (?:vertrag|auftrag)~ (?:ist|wurde|sind)~ (?:unterschrieben|unterzeichnet|gegengezeichnet)',
    '(?:das angebot|die vereinbarung|die unterlagen|die vertrage|die bestellung)~ (?:ist|sind|wurde|wurden)~ (?:unterschrieben|unterzeichnet|gegengezeichnet)',
    '(?:wir haben|ich habe|geschaftsfuhrung hat|vorstand hat|chef hat|geschaftsfuhrer hat|haben wir|habe ich)~ (?:den vertrag|das angebot|die vereinbarung|die vertrage|ihn|es|alles)~ (?:unterschrieben|unterzeichnet|gegengezeichnet)',
    '(?:wir haben|ich habe)(?: heute| gestern| soeben| eben| jetzt)* (?:unterschrieben|unterzeichnet)(?= ?[.!,]| ?$| und)',
    '(?:anbei|im anhang|beigefugt)~ (?:unterschriebene|unterzeichnete|gegengezeichnete)[nrs]? (?:vertrag|angebot|vereinbarung|auftrag|exemplar|vertrage|bestellung)',
    '(?:vertrag|angebot|vereinbarung)~ (?:unterschrieben|unterzeichnet|gegengezeichnet) (?:anbei|zuruck|im anhang)',
    '(?:anbei|im anhang)~ (?:unsere|die) (?:verbindliche )?bestellung(?![a-z])',
  ],
  fr: [
    "(?:nous avons|j'ai|on a)(?: bien| deja| enfin| aujourd'hui)* (?:contre)?signe (?:le|votre|ce) (?:contrat|devis|bon de commande|accord)",
    "(?:nous avons|j'ai|on a)(?: bien| deja| enfin| aujourd'hui)* (?:contre)?signe(?= ?[.!,]| ?$| hier| ce matin| aujourd'hui)",
    "(?:le contrat|le devis|le bon de commande|l'accord)~ (?:est|a ete)~ (?:contre)?signe",
    '(?:ci-joint|vous trouverez|voici|en piece jointe)~ (?:contrat|devis|bon de commande|exemplaire|accord)~ (?:contre)?signe',
    '(?:ci-joint|voici|en piece jointe)~ (?:notre|le) bon de commande',
  ],
  es: [
    '(?:hemos|he)(?: ya)? firmado(?: ya| hoy| ayer)* (?:el|vuestro|su) (?:contrato|acuerdo|presupuesto|pedido)',
    '(?:hemos|he)(?: ya)? firmado(?= ?[.!,]| ?$| ya| hoy| ayer| esta manana)',
    '(?:el contrato|el acuerdo|el presupuesto)~ (?:esta|ha sido|fue)~ firmado',
    '(?:adjunto|adjuntamos|aqui|adjunta)~ (?:contrato|acuerdo|presupuesto)~ firmado',
    '(?:adjunto|adjuntamos|adjunta)~ (?:nuestra orden|la orden|orden) de compra',
  ],
};

/** Who has it: lawyers, or buyers. */
const desks = {
  legal: {
    en: '(?:(?:our |the )?(?:in-house |general )?(?:legal(?: team| department| dept| counsel| folks| people)?|lawyers?|attorneys?|counsel|solicitors?))',
    de: '(?:(?:der |unserer |unsere |die |unserem |dem |unser |unseren )?(?:rechtsabteilung|legal|juristen|jurist|anwalt|anwalte|anwalten|justiziar|justiziarin|legal-abteilung))',
    fr: '(?:(?:notre |nos |le |les |la )?(?:service juridique|juridique|juristes?|avocats?|direction juridique|departement juridique))',
    es: '(?:(?:nuestro |nuestros |el |los |la )?(?:departamento legal|departamento juridico|equipo legal|area legal|asesoria juridica|legal|juridico|abogados?))',
  },
  procurement: {
    en: '(?:(?:our |the )?(?:procurement|purchasing|sourcing)(?: team| department| dept| folks| people)?)',
    de: '(?:(?:der |unserer |unsere |die |unserem |dem |unser |beim )?(?:einkauf|einkaufsabteilung|beschaffung))',
    fr: '(?:(?:notre |le |la |les )?(?:service achats?|service des achats|achats|direction achats|departement achats))',
    es: '(?:(?:nuestro |el |la )?(?:departamento de compras|equipo de compras|compras))',
  },
} as const;

const thing =
  '(?:it|this|that|everything|(?:the|your|our) (?:[a-z]+ )?(?:contract|agreement|draft|terms|paper|papers|document|documents|paperwork|redlines|msa|order form|offer|proposal|quote))';

const deskWords = (at: (typeof desks)['legal'] | (typeof desks)['procurement']): Words => ({
  en: [
    `${thing}(?:'s| is| are| has gone| has moved| went| sits| lies)(?: now| currently| already)* (?:with|at|to|in front of|over to|before) ${at.en}${here.replace('as of', 'as of| now| for review| for| at the moment| this week')}`,
    `${at.en} (?:has|have|got)(?: now)? (?:got )?${thing}`,
    `${at.en} (?:is|are)(?: now| currently| already)* (?:reviewing|checking|reading|going (?:through|over)|looking (?:at|over)|working through) (?!everything)${thing}`,
    `(?:i|we)(?:'ve| have)?(?: just| now| already)* (?:passed|sent|forwarded|handed|given|submitted|moved) ${thing}(?: on| over)? to ${at.en}`,
  ],
  de: [
    `(?:liegt|ist|sind|liegen)~ (?:bei|in|beim) ${at.de}`,
    `${at.de} (?:pruft|prufen|hat|haben)~ (?:vertrag|vertrage|angebot|unterlagen|entwurf|ihn|es|agb)`,
    `(?:vertrag|angebot|unterlagen|entwurf)~ (?:pruft|prufen) (?:gerade |jetzt |nun |derzeit )?${at.de}`,
    `(?:habe|haben)~ (?:vertrag|angebot|unterlagen|entwurf|es|ihn|alles)~ (?:an |in |bei )?${at.de} (?:weitergegeben|weitergeleitet|ubergeben|geschickt|gegeben|gesendet)`,
  ],
  fr: [
    `(?:est|sont|se trouve)(?: maintenant| desormais| actuellement)* (?:chez|au|aupres de|aupres du|entre les mains de|entre les mains du|a|aux) ${at.fr}`,
    `${at.fr} (?:a|ont|relit|relisent|examine|examinent|etudie|etudient|revoit|verifie|regarde)~ (?:contrat|offre|documents?|projet|conditions|dossier)`,
    `(?:j'ai|nous avons)~ (?:transmis|envoye|transfere|passe|remis)~ (?:contrat|offre|documents?|projet|conditions|dossier|tout)~ (?:au|a|aux) ${at.fr}`,
  ],
  es: [
    `(?:esta|estan)(?: ahora| ya)* (?:con|en|en manos de|en manos del) ${at.es}`,
    `(?:lo|la|los) (?:tiene|tienen)(?: ahora| ya)* ${at.es}`,
    `${at.es} (?:tiene|tienen|esta revisando|estan revisando|revisa|revisan)(?: ahora| ya)* (?:el|la|los|vuestro|su) (?:contrato|acuerdo|borrador|oferta|condiciones|documentos)`,
    `(?:he|hemos)~ (?:pasado|enviado|remitido)~ (?:contrato|acuerdo|borrador|oferta|condiciones|documentos|todo)~ (?:a|al) ${at.es}`,
  ],
});

export const legal: Words = deskWords(desks.legal);
export const procurement: Words = deskWords(desks.procurement);

const another =
  '(?:another|a different|a competing|somebody else|someone else|one of your competitors|your competitor|a competitor|a cheaper)(?: (?:vendor|supplier|provider|solution|product|partner|offer|company|tool|bid|option|one))?';
const all = `(?= ?[.,;:!]| ?$| and | as | due | because)`;

export const lost: Words = {
  en: [
    `${we}~ decided against (?:it|you|this|your (?:offer|proposal|solution|product|software|platform)|(?:the|this) (?:project|purchase|offer|proposal|solution|investment)|buying|going ahead|proceeding|the whole thing)${all}`,
    `${we}~ decided against(?: it)?${all}`,
    `${we}~ decided not to (?:go ahead|proceed|move forward|move ahead|continue|go forward|buy|purchase|pursue (?:it|this|the project))(?: with (?:you|this|it|the project|the purchase|your (?:offer|proposal|solution)))?${all}`,
    `${we}~ (?:decided to go|gone|went|are going|chosen to go|opted to go|decided to work|signed) with ${another}`,
    `(?:we're|we are) going with ${another}`,
    `${we}~ (?:chosen|selected|picked|opted for|chose|awarded (?:the contract|it|the business) to) ${another}`,
    `(?:we (?:won't|will not|are not|aren't|are not going to|aren't going to|will no longer)|we're not|we're not going to) (?:be )?(?:going|moving|proceeding|go|proceed|move|proceed)(?: ahead| forward)?(?: with (?:you|this|it|the project|the purchase|your (?:offer|proposal|solution)))?${all}`,
    `(?:the|this) (?:project|purchase|initiative) (?:has been|was|is|got) (?:cancell?ed|scrapped|killed|called off|axed)`,
    `(?:we|i)(?: have to| must| need to|'ll have to| are going to| will)? (?:decline|turn down|pass on) your (?:offer|proposal|quote|bid)`,
  ],
  de: [
    '(?:haben|hat|habe)(?: wir| ich)? (?:uns|sich|mich)~ (?:gegen (?:sie|euch|ihr angebot|ihre losung|euer angebot|eure losung|das projekt|die anschaffung|den kauf|eine zusammenarbeit|die losung)|dagegen) entschieden',
    '(?:wir uns|ich mich|vorstand sich|geschaftsfuhrung sich)~ (?:gegen (?:sie|euch|ihr angebot|ihre losung|euer angebot|eure losung|das projekt|die anschaffung)|dagegen) entschieden (?:haben|habe|hat)',
    '(?:wir uns|ich mich|vorstand sich|geschaftsfuhrung sich)~ fur (?:einen anderen|ein anderes|eine andere|einen mitbewerber|den mitbewerber|einen wettbewerber|die konkurrenz)~ entschieden (?:haben|habe|hat)',
    '(?:haben|hat|habe)(?: wir| ich)? (?:uns|sich|mich)~ fur (?:einen anderen|ein anderes|eine andere|einen mitbewerber|den mitbewerber|einen wettbewerber|den wettbewerber|die konkurrenz|einen konkurrenten)~ entschieden',
    '(?:das|dieses) projekt (?:ist|wurde|wird)~ (?:eingestellt|gestrichen|abgesagt|abgebrochen|beerdigt)',
    '(?:wir|ich) (?:mussen|muss|mochten|mochte)~ (?:ihr angebot|ihnen|euch|euer angebot)~ (?:ablehnen|absagen)',
    'auftrag (?:geht|ging)~ an (?:einen anderen|einen mitbewerber|die konkurrenz|einen wettbewerber)',
  ],
  fr: [
    '(?:nous avons|on a)~ decide~ de ne pas (?:donner suite|poursuivre|aller plus loin|retenir votre|continuer|travailler avec vous)',
    'nous ne (?:donnerons|donnons) pas suite',
    '(?:nous avons|on a)~ (?:choisi|retenu|opte pour|prefere)~ (?:un autre|une autre|un concurrent|un de vos concurrents|une solution concurrente)',
    "votre (?:offre|proposition|candidature) n'a pas ete~ retenue",
    '(?:le|ce) projet (?:est|a ete)~ (?:annule|abandonne|arrete)',
  ],
  es: [
    '(?:hemos|nos hemos)~ decidido~ no (?:seguir|continuar|avanzar|contratar|seguir adelante)',
    '(?:hemos elegido|hemos optado por|nos hemos decidido por|hemos escogido|hemos contratado)(?: a)? (?:otr[oa]|un competidor|la competencia|una empresa de la competencia)',
    '(?:su|vuestra) (?:oferta|propuesta) no ha sido~ (?:elegida|seleccionada|aceptada)',
    '(?:el|este) proyecto (?:se ha|ha sido|fue|queda)~ (?:cancelado|anulado)',
  ],
};

/** By the rep, and only with something attached. */
export const proposed: Words = {
  en: [
    "(?:attached|enclosed)(?: is| you(?:'ll| will) find| please find)?~ (?:our|the|your)~ (?:proposal|quote|quotation|offer)(?![a-z])",
    "(?:please find|you(?:'ll| will) find|i have attached|i've attached|i attach|i am attaching|i'm attaching)~ (?:our|the|your)~ (?:proposal|quote|quotation|offer)(?![a-z])",
    'here is (?:our|the|your)~ (?:proposal|quote|quotation|offer)(?![a-z])',
  ],
  de: [
    '(?:anbei|im anhang|beigefugt|hier)~ (?:unser|das|ihr|euer)~ angebot(?![a-z])',
    '(?:sende|schicke|ubersende|erhalten sie|finden sie)~ (?:unser|das|ihr|euer)~ angebot(?![a-z])',
  ],
  fr: [
    '(?:ci-joint|vous trouverez|voici|en piece jointe|je vous envoie|je vous transmets)~ (?:notre|le|la|votre)~ (?:devis|proposition|offre)(?![a-z])',
  ],
  es: [
    '(?:adjunto|adjuntamos|adjunta|le envio|os envio|les envio|aqui)~ (?:nuestra|la|el|nuestro|su|vuestra|vuestro)~ (?:propuesta|oferta|presupuesto|cotizacion)(?![a-z])',
  ],
};

export const contractSent: Words = {
  en: [
    "(?:attached|enclosed|please find|here is|you(?:'ll| will) find|i've attached|i have attached)~ (?:contract|agreement|order form)(?:~ (?:for (?:your )?signature|to sign|for signing))",
  ],
  de: [
    '(?:anbei|im anhang|hier|sende|schicke|erhalten sie|finden sie)~ (?:vertrag|vereinbarung|auftragsformular)~ (?:zur unterschrift|zur unterzeichnung|zum unterschreiben)',
  ],
  fr: ['(?:ci-joint|vous trouverez|voici|en piece jointe)~ (?:contrat|bon de commande)~ (?:pour signature|a signer)'],
  es: [
    '(?:adjunto|adjuntamos|le envio|os envio|aqui)~ (?:contrato|acuerdo)~ (?:para (?:su |vuestra )?firma|para firmar)',
  ],
};

/** Around a claim: what makes it none. */
export const doubts: Record<'anywhere' | 'before' | 'after', RegExp> = {
  anywhere:
    /(?<!\p{L})(?:if|unless|once|whether|as soon as|in case|provided that|assuming|subject to|depending|hypothetically|wenn|falls|sobald|sofern|vorausgesetzt|vorbehaltlich|sous reserve|des que|lorsque|une fois que|a condition|au cas ou|si|cuando|en cuanto|siempre que|a condicion|una vez que|for now|for the moment|for the time being|at this time|at this point|at this stage|at the moment|this year|this quarter|currently no|vorerst|vorlaufig|zunachst|derzeit nicht|momentan nicht|dieses jahr|pour l'instant|pour le moment|cette annee|a ce stade|por ahora|de momento|por el momento|este ano|these days|by accident|by mistake|versehentlich|aus versehen|par erreur|por error|april fools?|just kidding|last year|years? ago|months ago|back then|in the past|vor \p{L}+ (?:jahren|monaten)|letztes jahr|damals|l'annee derniere|il y a|el ano pasado|hace \p{L}+ (?:anos|meses)|in (?:19|20)\d\d|en (?:19|20)\d\d|im jahr)(?!\p{L})|\?/u,
  before:
    /(?<!\p{L})(?:not|never|no|nobody|none|neither|hardly|cannot|can|could|might|may|should|must|will|shall|would|said|says|told|rumou?r|sagte|sagt|dit que|dijo|dice|hope|hoping|hopes|expect|expects|expecting|plan|plans|planning|want|wants|need|needs|about to|almost|nearly|likely|unlikely|probably|maybe|perhaps|think|thinks|believe|guess|suppose|assume|heard|when|before|after (?:we|i|you|they|it|he|she|the|your|our|legal)|until|till|waiting|wait|ready to|able to|have you|has your|did you|tell me|let me know|check|nicht|noch|kein|keine|keinen|nie|niemand|konnen|konnte|konnten|sollte|sollten|mussen|wollen|will|wollte|wollten|mochte|mochten|werden|wird|wurden gerne|hoffe|hoffen|hoffentlich|erwarten|vielleicht|wahrscheinlich|vermutlich|voraussichtlich|fast|beinahe|demnachst|bald|bevor|nachdem|bis|ob|erst|glaube|denke|ne|n'|pas|jamais|aucun|aucune|devrait|devrions|pourrait|pourrions|peut-etre|probablement|sans doute|j'espere|esperons|presque|bientot|avant|apres (?:que|avoir|la|le)|quand|croit|crois|pense|no|nunca|jamas|ningun|ninguna|todavia|aun|podria|podriamos|deberia|quiza|quizas|tal vez|probablemente|espero|esperamos|casi|pronto|antes|despues de|creo|pienso)(?!\p{L})|n't(?!\p{L})|'ll(?!\p{L})|(?<!\p{L})n'/u,
  after:
    /(?<!\p{L})(?:but|competitors?|mitbewerber|concurrents?|competidor|however|though|although|except|only|(?:and|or) (?:\p{L}+ ){0,3}others?|another (?:one|vendor|supplier|company)|zwei andere|drei andere|andere anbieter|d'autres|otros|aber|jedoch|allerdings|nur|mais|cependant|toutefois|sauf|seulement|pero|sin embargo|aunque|salvo|solo)(?!\p{L})/u,
};

/** What else is signed, read by lawyers, sent or chosen on the way: the deal does not move by it. */
export const beside =
  /(?<!\p{L})(?:ndas?|nondisclosure|non-disclosure|confidentiality|geheimhaltungs\p{L}*|vertraulichkeits\p{L}*|confidentialite|confidencialidad|dpa|data processing|auftragsverarbeitung\p{L}*|avv|av-vertrag|rgpd|gdpr|dsgvo|letter of intent|loi|mou|webinars?|newsletter|survey|umfrage|encuesta|sondage|lunch|mittagessen|dejeuner|dinner|coffee|fair|messe|salon|feria|conference|event|trip|visit|tour|training|workshop|schulung|demo|demos|trial|pilot|pilote|piloto|poc|proof of concept|test|testphase|testzugang|teststellung|trade-in|sample|samples|muster|add-on|addon|shortlist|short-list|short list|rfps?|rfis?|finalists?|final round|next round|second round|engere auswahl|endauswahl|endrunde|liste restreinte|finaliste|lista corta|finalistas?|invitation|einladung|example|beispiel|module|modul|option|extra|petition|birthday|lease|mietvertrag|bail|alquiler|arbeitsvertrag|employment|extension|amendment|nachtrag|avenant|suggestion|vorschlag|recommendation|idea|slot|date|termin|time|tuesday|monday|wednesday|thursday|friday|attendance|minutes|sheet|delivery note|lieferschein|other (?:customer|supplier|vendor|project)s?|customers?|kunden|clients?|clientes?)(?!\p{L})/u;
