/**
 * Times that put nothing off: a busy time that is over, somebody else's absence while another takes the matter on, a works or a shop that
 * closes, a contract's own term, and the lines of programs and lists. Four languages, folded; flat alternatives with bounded gaps.
 */
import { any } from './absence-words.ts';

/** It was busy, and now it goes on. Not where that has yet to come ("once we are through it"). */
const resumed = any(
  "(?:we're|i'm|we are|i am|finally|now|just|we've come) (?:(?:now|finally|all|well|safely|just|happily) ){0,2}(?:through (?:it|that|the|all)|past (?:it|that|the worst)|over (?:it|the worst|the hump)|out the other (?:side|end)|out of the woods|caught up|back (?:to normal|on track|up to speed|at full))|(?:is|are|'s|'re|things) (?:now |finally |all )?(?:moving|running|back on|rolling|under way|up and running|settled|calm|quiet|sorted) (?:again|now|at last|this (?:week|month))|(?:all )?(?:behind (?:us|me) now|now (?:all )?behind (?:us|me)|in the rear-?view)|(?:the )?dust has settled|breathing again|can (?:finally|now|at last) (?:\\p{L}+ )?(?:turn|look|talk|focus|think|get|move|start|give|breathe)|(?:finally|now|at last) (?:have|got|getting|ready|free|able|found)|ready to (?:go|talk|start|move|sign|order|proceed)(?: \\p{L}+){0,2} (?:now|again|this week|today|straight away)|have (?:time|air|capacity|room|my head above water) again|pick(?:ing)? (?:it|this|things|the thread) (?:back )?up (?:now|again|today|this week)",
  '(?:wieder|endlich|jetzt|nun|mittlerweile|inzwischen)(?: \\p{L}+){0,2} (?:den rucken|den kopf|luft|zeit|kapazitat\\p{L}*|frei|ruhig\\p{L}*|land in sicht|startklar|normal\\p{L}*|bereit|durch|soweit|so weit)(?= |[,.!?]|$)|(?:jetzt|nun|endlich|inzwischen|mittlerweile) (?:geht|gehts|konnen wir|kann ich|haben wir|habe ich|sind wir|bin ich|lauft|sitzen wir|nehmen wir|ist (?:es|alles|das|wieder))|(?:haben|habe)(?: \\p{L}+){0,5} (?:uberstanden|hinter uns|hinter mir|geschafft|gemeistert)(?! haben)|lauft (?:jetzt |nun |alles )?wieder|gehts? (?:jetzt|nun|es) (?:\\p{L}+ )?(?:wieder|weiter|los)|(?:wir|ich) (?:sind|bin) (?:wieder |jetzt )?(?:uber den berg|aus dem grobsten|zuruck im|wieder im rennen|am ball)',
  "(?:nous |on )?(?:sommes|voila|enfin|desormais|maintenant|avons)(?: \\p{L}+'?){0,3} (?:disponibles?|sortis?|operationnels?|libres?|au calme|prets?|du temps|retrouve|souffl\\p{L}*|respir\\p{L}*|la tete hors|repris|derriere nous)(?! (?:qu'a|a partir|des le|apres))|(?:on|nous) (?:respire|soufflons|souffle|respirons)(?: \\p{L}+)? (?:enfin|a nouveau|de nouveau|un peu mieux|mieux)|(?:est|sont) (?:maintenant |desormais |enfin |bien |a present )?(?:derriere nous|termine\\p{L}*|passe\\p{L}*|relance\\p{L}*|reparti\\p{L}*)|c'est (?:reparti|derriere|enfin)|(?:nous|on) (?:reprenons|reprend|relance|relancons|repart|repartons) (?:le|la|les|ce|cette|enfin|maintenant|des)(?! (?:\\p{L}+ ){0,4}(?:apres|en|a partir))|les choses (?:se sont calmees|sont rentrees)",
  '(?:ya|por fin|ahora) (?:respiramos|hemos (?:salido|terminado|acabado|pasado|vuelto)|estamos (?:libres|de vuelta|otra vez|mas|listos|preparados|al dia|en condiciones)|tenemos (?:tiempo|hueco|capacidad)|tengo (?:tiempo|hueco|la cabeza)|podemos|puedo|paso (?:todo|lo peor)|ha pasado|esta (?:todo )?(?:en marcha|resuelto|calmado|tranquilo))|(?:volvemos|hemos vuelto) (?:a la normalidad|a la carga|al proyecto)|(?:se ha|se han) (?:calmado|normalizado|reactivado)|(?:el proyecto|esto|todo) (?:vuelve a|ya|sigue en) (?:marcha|andar|moverse|arrancar)|retomamos (?:ya|por fin|ahora|el proyecto,)|(?:lo peor|todo eso) (?:ya )?(?:ha pasado|paso|quedo atras)',
);

const yetToCome =
  /\b(?:from|ab|a partir|then|dann|danach|ensuite|puis|entonces|luego|once|when|whenever|after|until|till|til|if|as soon as|before|by the time|unless|not|never|hope|wenn|sobald|bis|nachdem|falls|nicht|noch|erst|bevor|hoffe|hoffentlich|quand|des que|une fois|lorsque|apres|jusqu|si|avant|tant que|pas|ne|espere|cuando|en cuanto|hasta|si|una vez|antes|no|tras|mientras|espero)\b|n't\b/;

/** Nothing changes, somebody takes it on, the reader shall go on. */
const onward = any(
  "i(?:'ll| will) (?:find|arrange|sort|organi[sz]e|fix|book|send|sign|check)[^.;,]{1,30} myself|we(?:'ll| will)? (?:still )?(?:manage|cope|get by)|genau dafur|kriegen wir (?:\\p{L}+ )?hin|that's (?:exactly )?(?:why|when) we (?:need|use)|on se debrouille\\p{L}*|c'est pour (?:ca|cela) qu\\p{L}*|nos apanamos|por eso (?:mismo )?(?:necesitamos|queremos)",
  "(?:nothing|no|not(?:hing)? (?:else )?much) (?:else )?(?:changes?|need(?:s)? (?:to )?(?:stop|wait|change)|stops?|to stop|reason to (?:hold|stop|wait|slow))|(?:carry|press|keep|crack|plough|push) on(?! until)|carry(?:ing)? on with|(?:go|going|went) ahead|full steam|as (?:normal|usual|planned|before|agreed|discussed)|business as usual|takes? over (?:from|for|my|our)|no (?:interruption|disruption|impact|effect|change)|(?:can|could|will|shall|may|should) (?:still )?(?:proceed|progress|move (?:on|ahead|forward)|go on|continue|carry on|keep going|press on|run (?:as|in parallel))|(?:send|copy|ask|deal with|talk to|come to|reach|write to|phone|ring) (?:it |them |that )?(?:straight |direct(?:ly)? )?(?:to )?me\\b(?! (?:in|after|again|back|then|around|closer|mid|early|late|from|once|when|next|on|at the|monday|tuesday|wednesday|thursday|friday|tomorrow|mid|early|late|before|until|till|\\d))|i(?:'ll| will| can|'m| am)(?: \\p{L}+)? (?:cover\\p{L}*|stand(?:ing)? in|deputis\\p{L}*|look(?:ing)? after|tak(?:e|ing) (?:it |this )?over|sign (?:it|off|for)|handle|handling|deal(?:ing)? with|run(?:ning)? (?:it|this|the))|(?:without|in (?:his|her|their) (?:absence|place|stead))(?! (?:you|an? answer|(?:him|her|them),? (?:nothing|no|we|i)))|(?:she|he|they)(?:'ll| will| can|'s going to) (?:take (?:it|this|over)|pick (?:it|this) up|sign|handle|look after|deal|run|follow)|(?:my|your) contact (?:is|will be|until)|your (?:point of )?contact|while (?:he|she|they)(?:'s| is|'re| are) (?:away|off|out)|(?:doesn't|does not|won't|will not|needn't|shouldn't|no) (?:\\p{L}+ )?(?:affect|stop|delay|hold|change|prevent|keep|get in the way)",
  '(?:andert sich|hat sich)(?: \\p{L}+){0,4} (?:nichts|nix)|(?:nichts|nix)(?: \\p{L}+){0,3} andert|alles (?:bleibt|lauft|geht)(?: \\p{L}+){0,3} (?:beim alten|weiter|normal|wie (?:gehabt|geplant|besprochen))|(?:lauft|geht|machen wir|arbeiten wir|kann|konnen|konnten)(?: \\p{L}+){0,6} (?:weiter|weitergehen|weiterlaufen|weitermachen|weiterarbeiten|normal|wie (?:gewohnt|gehabt|geplant|besprochen)|vorantreiben|voranbringen|vorankommen)(?! (?:nach|ab|im|am|wenn|sobald))|ansprechpartner\\p{L}*|(?:ubernimmt|ubernehme|ubernehmen|betreue|betreut|erledigt|vertritt|unterschreibt)(?! (?:erst|ab))|(?:ohne|auch ohne) (?:ihn|sie|sein|ihr)\\p{L}*(?! (?:\\p{L}+ ){0,3}(?:nichts|nix|nicht|kein\\p{L}*|niemand))|wenden sie sich (?:\\p{L}+ ){0,3}an mich|(?:schicken|senden|mailen|geben|richten) sie(?: \\p{L}+){0,6} (?:gern\\p{L}? |ruhig |bitte )?(?:heute|jetzt|gleich|schon|direkt|sofort|trotzdem|weiterhin|an mich)(?! (?:wieder|nach|erst))|steht dem nichts im wege|kein grund|halt uns nicht',
  "(?:rien|cela|ca) ne (?:change|bouge|s'arrete|nous empeche|vous empeche)|(?:ne change rien|n'empeche|n'empechera)|(?:suit|suivra|reprend|gere|traite|pilote|signe|signera|remplace|assure|traitera) (?:votre|le|la|ce|ses|son|l'|les|a sa|vos)|(?:voyez|traitez|passez|adressez-vous|voir|continuez) (?:avec|par|a) moi|(?:vous|on|nous) (?:pouvez|pouvons|peut) (?:continuer|avancer|poursuivre|demarrer|signer|commander|lancer)|(?:on|nous) (?:continue|continuons|avance|avancons) (?:sans|comme|quand meme)|comme (?:prevu|convenu|d'habitude)|sans (?:lui|elle|eux|attendre)(?!,? (?:rien|on ne|nous ne|personne|je ne))|(?:c'est|ce sera) (?:moi|elle|lui) qui|je (?:suis|reste|serai) votre (?:interlocut|contact)\\p{L}*|en son absence|en attendant,? (?:voyez|adressez|ecrivez|appelez|contactez|passez|c'est|je)",
  '(?:nada|no) (?:cambia|se para|se detiene|cambiara|afecta|impide)|(?:seguimos|sigue|siguen|seguira|seguiremos|continuamos|continua|avanzamos|avanzad|adelante) (?:igual|ella|el|yo|como|sin|con (?:el tema|todo|el proyecto|lo)|adelante|en marcha|trabajando)|(?:lo|la|los|eso lo|te lo) (?:contesto|respondo|llevo|llevare|gestiono|gestionare|veo|firmo|atiendo|cubro|sustituyo|lleva|gestiona|firma|cubre|llevara) (?:yo|ella|el)|(?:podemos|podeis|pueden|puede|se puede) (?:seguir|avanzar|continuar|firmar|empezar|arrancar)|(?:trat|hab|ve|mand|envi|pas)\\p{L}* (?:conmigo|a mi)(?! (?:en|a partir|despues))|sin (?:el|ella|ellos|esperar)(?!,? (?:nada|no|nadie))|como siempre|con normalidad|no es (?:motivo|obstaculo)|(?:su|tu|vuestro) (?:contacto|interlocutor)',
);

/** A works, a line, a shop that stops and starts by its calendar. */
const house =
  '(?:plant|factory|works|mill|site|line|production|shop|store|warehouse|depot|kitchen|restaurant|hotel|canteen|showroom|branch|workshop|yard|werk|fabrik|produktion|halle|linie|anlage|band|laden|geschaft|filiale|lager|werkstatt|kuche|kantine|standort|betrieb|usine|atelier|site|magasin|entrepot|production|ligne|depot|boutique|chaine|cuisine|fabrica|planta|linea|produccion|taller|tienda|almacen|nave|obrador|cocina|local|office|buro|bureaux?|oficinas?)';
const houseCloses = any(
  `${house}(?: [\\p{L}-]+){0,5} (?:stops?|stand(?:s)? still|closes?|(?:is|are|will be) (?:\\p{L}+ )?(?:shut|closed|down|idle|off)|shuts? (?:down)?|reopens?|restarts?|goes down|runs? again|macht|steht|ruht|schliesst|pausiert|(?:ist|sind|bleibt|bleiben|hat|haben) (?:[\\p{L}\\d.]+ ){0,8}(?:dicht|zu|geschlossen|still|aus|pause|betriebsferien|betriebsruhe)|lauft (?:erst|wieder|ab)|ferme|(?:est|sera|seront|sont|reste) (?:\\p{L}+ )?(?:a l'arret|ferme\\p{L}*|arrete\\p{L}*|en (?:arret|maintenance|pause))|s'arrete|rouvre|redemarre|para|cierra|(?:esta|estara|permanece|queda) (?:\\p{L}+ )?(?:parad|cerrad|detenid)\\p{L}*|reabre|arranca|vuelve a)`,
  '(?:annual|yearly|summer|winter|christmas|maintenance|planned) (?:shutdown|closure|stoppage|outage)|werksferien|werkferien|betriebsferien|produktionspause|revisionsstillstand|fermeture annuelle|arret (?:annuel|technique|de production)|parada (?:anual|tecnica|de produccion|programada)|cierre anual',
);

/** A contract, a lease, an offer with a term of its own. */
export const ownTerm = any(
  '(?:contract|lease|licen[cs]e|agreement|tenancy|subscription|warranty|arrangement|retainer|policy|notice period)(?: \\p{L}+){0,6} (?:runs?|ran|ends?|expires?|is up|lapses?|finish\\p{L}*|comes? to an end|renews?|starts?|begins?|terminates?)|(?:tied|locked|signed up|bound) (?:in|to|into)',
  '\\p{L}*(?:vertrag|vertrage|lizenz|miete|leasing|abo|laufzeit|bindung)(?: [\\p{L}-]+){0,6} (?:lauft|laufen|endet|enden|startet|beginnt|verlangert|gilt|aus)|(?:lauft|endet|laufen)(?: \\p{L}+){0,4} \\p{L}*(?:vertrag|lizenz|laufzeit|leasing)|abgabefrist|einreichfrist',
  "(?:contrat|bail|abonnement|licence|engagement|convention|location)(?: [\\p{L}']+){0,5} (?:court|expire|se termine|prend fin|finit|demarre|debute|commence|s'acheve|arrive a)|(?:emmenagement|demarrage|mise en service)(?: \\p{L}+){0,5} (?:se fera|aura|est|sera)",
  '(?:contrato|prueba|periodo|alquiler|suscripcion|licencia|acuerdo|poliza|leasing)(?: \\p{L}+){0,6} (?:vence|termina|acaba|dura|caduca|empieza|empezaria|arranca|finaliza|expira)',
);

/** What no person says: paths, addresses, logs, commands, rules of dashes. */
export const technical =
  /:\/\/|(?:^|[\s(])~?\/?[\w.-]{2,60}\/[\w.-]{1,60}\/[\w./-]|[\w.-]{3,60}\.(?:pl|pm|c|h|cc|py|so|conf|cf|log|txt|eml|rpm|tar|gz)\b|-{8,}|_{8,}|={4,}|\w\[\d+\]:|<[^<>\s]{6,120}@[^<>\s]{1,120}>|\w{1,40}[+]\w{1,40}[+]|@[\w.-]+ said:|(?:^|\s)--?\w{3,}=|\b\d{1,2}:\d{2}:\d{2}\b|\bdev[=/]|^[\d.\s:/-]+$|^[a-z]{2,12}-\d{1,6}(?:\.\d{1,6}){1,6}/;

/** Whether what the message names is over, or another's, and the matter goes on. */
export const goesOnAnyway = (sentences: readonly { folded: string }[]): boolean =>
  sentences.some(({ folded }) => resumed.test(folded) && !yetToCome.test(folded));

export const takenOn = (folded: string): boolean => onward.test(folded);

const returns = any(
  'back|returns?|returning|rejoins?|starts? again|in again',
  'zuruck|wieder (?:da|im|an|zuruck)|kommt|ruckkehr',
  'revient|rentre|retour|reprend|retrouve',
  'vuelve|regresa|se (?:re)?incorpora|de vuelta|estara de nuevo',
);
const somebody = any(
  'she|he|(?:my|our) (?:\\p{L}+ )?(?:boss|colleague|director|manager|buyer|partner|assistant|cfo|ceo|coo|owner|chair|md|husband|wife)|(?:mr|mrs|ms|dr|miss)\\.? \\p{L}+',
  '(?:frau|herr|kollege|kollegin|chef|chefin|dr\\.) \\p{L}+|(?:mein|unser)\\p{L}* (?:chef|kolleg|geschaftsfuhr|einkauf|leiter|partner|vorgesetzt)\\p{L}*',
  '(?:mme|mlle|m\\.|mr|madame|monsieur|le daf|la daf|le directeur|la directrice|le patron) ?\\p{L}*|(?:mon|ma|notre) (?:chef|collegue|directeur|directrice|patron|associe|responsable|acheteu)\\p{L}*|elle|il',
  '(?:la senora|el senor|la sra|el sr|sra|sr|don|dona)\\.? \\p{L}+|(?:mi|nuestr[oa]) (?:jef|companer|director|gerente|soci|responsable|comprador)\\p{L}*|ella|el director|la directora',
);
const named =
  /^(?:\p{Lu}\p{Ll}+)(?:'s| is| will be| ist| kommt| revient| rentre| est| vuelve| regresa| estara| estará)\s/u;
const pronoun =
  /^(?:let|what|when|where|how|who|we|it|this|that|ich|wir|es|das|je|nous|ce|cela|esto|that|there|here|business|everything|all)\b/i;
const leavesIt = any(
  'then|until|till|til|before|not|nothing|nobody|wait|decide[sd]?|decision|talk|call|speak',
  'dann|danach|erst|bis|vor|vorher|nicht|nichts|niemand|warten|entscheid\\p{L}*|sprechen|melden|reden',
  "alors|ensuite|apres|avant|jusqu\\p{L}*|pas|rien|attendre|decid\\p{L}*|tranch\\p{L}*|ne|n'|reparl\\p{L}*|rappel\\p{L}*",
  'entonces|luego|despues|antes|hasta|no|nada|nadie|esperar|decid\\p{L}*|hablamos|llam\\p{L}*',
);

/** Another's return, in a sentence that leaves nothing until then. */
export const anothersReturn = (text: string, folded: string): boolean =>
  returns.test(folded) &&
  !leavesIt.test(folded) &&
  (somebody.test(folded) || (named.test(text) && !pronoun.test(text)));

/** The house's own calendar, in a sentence that asks for no rest. */
export const closes = (folded: string): boolean => houseCloses.test(folded);
