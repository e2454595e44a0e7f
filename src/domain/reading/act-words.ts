/** Words by which a talk moves on: nods, orders, ends, agreements. Folded; what stands in a message counts for more than these. */
import { any } from './absence-words.ts';

/** The same alternatives wherever they stand, to be taken away. */
const everywhere = (...parts: string[]): RegExp => new RegExp(any(...parts).source, 'gu');

export const ordered = any(
  "paid(?=[.,!;]|$)|paid (?:this|today|yesterday|it|in full|just now|by)|(?:payment|transfer|deposit)(?: \\p{L}+){0,2} (?:sent|made|done|gone)|(?:have|has|just|we've|i've) paid",
  '(?:ist|wurde|habe|haben|heute|gestern|soeben)(?: \\p{L}+){0,3} (?:bezahlt|uberwiesen|beglichen)',
  "(?:regle|paye|vire)e? (?:ce|aujourd'hui|hier|ce jour)|virement (?:fait|effectue|parti|envoye)|(?:ai|avons) (?:regle|paye|vire)",
  '(?:pagad[oa]|transferid[oa])(?=[.!,]|$| hoy| esta| ayer)|transferencia (?:hecha|realizada|enviada)|(?:he|hemos) (?:pagado|hecho la transferencia)',
  "(?:i|we)(?:'ll| will) (?:have|take|go for)(?: \\p{L}+){0,3} (?:\\d+(?![\\d\\p{L}])|one|two|three|four|five|six|ten|a dozen|it|them|both|that one)",
  '(?:wir|ich) (?:nehmen|nehme)(?: \\p{L}+)? (?:\\d+|zwei|drei|vier|funf|sechs|zehn|beide|alle)|ja,? bitte bestellen',
  "(?:on|nous|je) (?:en )?(?:prend|prenons|prends)(?: \\p{L}+)? (?:\\d+|deux|trois|quatre|cinq|six|dix)|d'accord pour le devis",
  'adelante con (?:el|la|los|las|\\d+)|(?:pongame|ponme|ponnos|apuntame|apuntanos)(?: \\p{L}+)? (?:\\d+|un\\p{L}*|dos|tres|cuatro|cinco|seis|diez)',
  "(?:put|book|count|sign) (?:us|me) (?:down|in|up)|(?:would|we'd|i'd|we|i) (?:like|want|wish) to (?:order|place|proceed|go ahead|accept)|happy to (?:proceed|go ahead|accept|sign)|let's (?:do it|go for it|proceed|get it ordered)|go for it|(?:we|i) (?:accept|approve|hereby order)|(?:please )?(?:proceed|process|go ahead|book it|order it)(?: with)?(?: (?:the|this|our) order)?(?=\\s*[.,!]|$| and| with)|(?:quote|quotation|offer|order|proposal)(?: \\p{L}+){0,2} (?:accepted|approved|signed)|order stands",
  '(?:nehmen|nehme)(?: \\p{L}+){0,2} (?:das|ihr|dein|euer) angebot(?: \\p{L}+){0,2} an|angebot (?:ist )?angenommen|(?:erteilen|erteile|beauftragen|beauftrage|ordern|bestellen|bestelle)(?: (?:wir|ich|sie|ihnen|den|hiermit|dann|auftrag|euch|dich)){1,4}|(?:auftrag|bestellung)(?: \\p{L}+){0,3} (?:freigegeben|erteilt|raus|unterschrieben|ausgelost)|(?:konnen|kannst) (?:sie )?(?:so )?(?:bestellen|loslegen|einbuchen|einplanen|produzieren|liefern)|bestellt wie angeboten|machen wir so|dann machen wir das|so machen wir das|legen sie los|ist freigegeben|bitte (?:so )?(?:ausfuhren|einplanen|einbuchen|liefern)',
  "(?:on|nous|je) (?:part|partons|pars|valid\\p{L}*|accept\\p{L}*|commande|commandons|signons|signe)(?: \\p{L}+){0,2} (?:la commande|le devis|votre (?:offre|devis|proposition)|l'offre|comme ca|la-dessus|sur (?:la|le|cette|l'))|(?:je )?(?:vous )?confirme la commande|(?:vous pouvez|tu peux) (?:lancer|commander|y aller|enclencher)|feu vert|devis (?:accepte|valide|signe)|c'est bon pour (?:nous|moi|la commande)|lancez (?:la|le)|allez-y",
  '(?:confirm|acept|aprob)(?:o|amos|ado|ada)(?: \\p{L}+){0,2} (?:pedido|presupuesto|oferta|propuesta|compra|cotizacion)|(?:presupuesto|oferta|pedido|propuesta|cotizacion)(?: \\p{L}+){0,2} (?:aceptad[oa]|aprobad[oa]|firmad[oa]|confirmad[oa])|(?:pued\\p{L}*|podeis) (?:tramitar|lanzar|servir|cursar|empezar)|(?:tramit|lanz|curs)(?:a|e|ad|en) (?:el|la) (?:pedido|orden)|adelante(?=[.!,]|$)|procedemos|(?:nos|me) (?:apunto|apuntas|apuntais)|luz verde',
  "order (?:is )?attached|(?:we(?:'ll| will)?|i'll|let's) go ahead|go ahead with (?:it|the order)|ordered|placed the order|po (?:is )?attached|purchase order (?:is )?attached|consider it ordered|(?:we'll|i'll) take (?:it|them|both|the)|signed (?:copy|contract|order|quote) (?:is )?attached|signed(?:,| and)? (?:returned|attached|enclosed|scanned|sent|back|see attach\\p{L}*|sealed)|countersigned|hereby order",
  '(?:gut|super|prima|perfekt|ja|toll),? (?:das|so) machen wir|hiermit bestell\\p{L}*|bestellung (?:anbei|im anhang|ist raus|hangt an)|auftrag (?:anbei|im anhang|erteilt|ist erteilt)|bestellen hiermit|wir bestellen|ich bestelle|(?:wir nehmen|ich nehme) (?:ihn|sie|es|das|die|den)(?=\\s*(?:[.,!;)]|$)| (?:so|dann|gerne?|beide) ?)|unterschrieben(?:e[rsn]?)? (?:anbei|im anhang|zuruck)|wir schlagen zu',
  'commande (?:n\\S* ?\\S* )?(?:ci-jointe|jointe|en piece jointe|passee|signee|en pj)|bon de commande (?:signe )?(?:ci-)?joint|nous commandons|je commande|on (?:le|la|les) prend|nous (?:le|la|les) prenons|bon pour accord|devis signe',
  'pedido (?:adjunto|hecho|en adjunto|firmado)|orden de compra adjunta|(?:os|le|te|les) (?:hago|hacemos|paso|pasamos) el pedido|adelante con (?:la compra|el pedido|ello)|(?:nos|me) (?:lo|la|los|las) quedamos|(?:nos|me) (?:lo|la|los|las) quedo|presupuesto firmado',
);
/** They gave it up, or have what they need. */
export const overAndDone = any(
  "(?:it's|it|has|have|that's|that|order|job|work|contract)(?: \\p{L}+)? gone (?:to|with) (?:the|a|an|another|some)(?! (?:\\p{L}+ )?(?:board|committee|council|trustees|governors|legal|finance|director|boss|owner|lawyers?|meeting|printers?|head|team|group|team))|(?:the )?(?:cheaper|lower|local|other) (?:quote|bid|offer|option|supplier|firm|price) (?:won|got it|it is)|(?:beaten|pipped|undercut)|didn't (?:make|win|get) (?:it|the)|unsuccessful",
  'gegen (?:die|den|das|eine?n?|ihr|sie|diese)(?: \\p{L}+){0,2} (?:gestimmt|entschieden)|zuschlag (?:ging|geht|hat|haben)|leer aus|zu (?:einem|einer) (?:gunstiger\\p{L}*|ander\\p{L}*) (?:anbieter|firma)',
  "(?:choix|preference|marche|commande)(?: \\p{L}+){0,4} (?:porte|attribue|revenu|alle)\\p{L}* (?:sur|a|au|vers) (?:un|une|le|la|autre|votre concurrent)|(?:un|une) (?:autre|confrere|concurrent)\\p{L}* (?:a ete|a (?:remporte|decroche|eu|emporte)|l'a)",
  '(?:se (?:lo|la) )?(?:ha |han )?(?:llevado|adjudicado|ganado|quedado)(?: \\p{L}+){0,2} (?:otr[oa]|la competencia|una empresa)|(?:gano|ganaron|se llevo)(?: \\p{L}+){0,1} otr[oa]|(?:mas barat[oa]) (?:en|con) otr',
  "(?:won't|will not|not|isn't|aren't)(?: be)?(?: \\p{L}+)? (?:happening|going to happen|proceed(?:ing)?|going (?:ahead|forward|any further|further)|taking (?:it|this|that|you) (?:any )?(?:further|up on)|moving (?:forward|ahead)|pursu(?:e|ing)|buying|renewing|progressing)|(?:went|gone|going|go|ended up|end up|ended|signed|signing|bought|placed (?:it|the order)|plumped|opted|settled|sticking|staying|stay|stick|decided to (?:stay|stick|go))(?: \\p{L}+){0,2} (?:with|for|from|on) (?:an?other|someone|somebody|our (?:existing|current|old|usual|incumbent|own|local)|what we have|who we know|the (?:\\p{L}+ ){1,2}(?:dealer|people|lot|guys|firm|company|outfit|crowd|supplier|quote|bid|offer)|a (?:\\p{L}+ ){0,2}(?:firm|company|dealer|supplier|competitor|one|outfit|rival))|(?:fallen|fell) through|pulled the plug|(?:budget|capex|spend|spending|funding|money|project)(?: \\p{L}+){0,4} (?:cut|pulled|frozen|axed|gone|stopped|scrapped|canned|killed|shelved|dropped|withdrawn|turned down|rejected)|on the head|off the table|no longer (?:on the cards|a priority|looking|in the market|on)|decided (?:not to|against|to leave it)|pass on (?:this|it)|(?:have to|going to|gonna|we'll|i'll) (?:pass|leave it (?:there|at that))|(?:found|got|bought|ordered|sourced) (?:one|it|them|something|some)(?: \\p{L}+){0,3} (?:elsewhere|second[- ]hand|cheaper|local(?:ly)?|from|off|through|on ebay)|lost out|not (?:for us|this time)|(?:say|said|saying|voted|vote) no|that's that then|call it a day|close (?:this|the) (?:file|one|off)|all sorted (?:now|then|elsewhere|without)|turned (?:it|us|this) down|nothing (?:further|more|else) (?:needed|required|from you|to add)|that's (?:everything|all (?:i|we) need(?:ed)?)|all (?:i|we) need(?:ed)?",
  "hat sich(?: \\p{L}+){0,6} erledigt|(?:mitbewerb\\p{L}*|wettbewerb\\p{L}*|konkurrenz|konkurrent\\p{L}*|ander\\p{L}*)(?: \\p{L}+){0,4} (?:entschieden|gegangen|vergeben|bekommen|geworden|genommen|gekauft|bestellt|beauftragt|unterschrieben|zugesagt|gewahlt)|(?:entschieden|bestellt|gekauft|beauftragt|vergeben)(?: \\p{L}+){0,3} (?:bei|fur|an|gegen) (?:einen? |ein |das |die |den |eure?\\p{L}* |ihr\\p{L}* )?(?:ander\\p{L}*|mitbewerb\\p{L}*|wettbewerb\\p{L}*|konkurren\\p{L}*|sie|ihr angebot)|(?:nicht|keine?n?)(?: \\p{L}+){0,2} weiter ?(?:verfolg\\p{L}*|gefuhrt|betrieben)|(?:vorhaben|projekt|thema|invest\\p{L}*|anschaffung|budget|sache|umbau|neubau|auftrag|mittel)(?: \\p{L}+){0,6} (?:gestorben|vom tisch|beerdigt|gekippt|geplatzt|abgelehnt|abgesagt|gestrichen|eingestampft|eingestellt|auf eis|erledigt|begraben|gecancelt|storniert|gestoppt)|vom tisch|geplatzt|(?:muss|mussen|mochte|mochten|wollen|will)(?: \\p{L}+){0,5} (?:absagen|zuruckziehen)|(?:sagen|sage)(?: \\p{L}+){0,4} ab(?![\\p{L}])|macht nicht mit|(?:bleiben|bleibe|bleibt)(?: \\p{L}+){0,3} (?:bei|beim) (?:unser\\p{L}*|mein\\p{L}*|bisherig\\p{L}*|alt\\p{L}*|bewahrt\\p{L}*|aktuell\\p{L}*|jetzig\\p{L}*|bestehend\\p{L}*|vorhanden\\p{L}*) (?:\\p{L}+)|(?:lassen|lass)(?: (?:es|das|wir|die sache|jetzt|dann|doch|lieber)){1,4} (?:sein|bleiben|gut sein)|and\\p{L}*en weg|gebraucht (?:gekauft|gefunden|bekommen)|(?:brauchen|benotigen)(?: \\p{L}+){0,4} (?:nicht|keine?n?)(?: \\p{L}+){0,2} mehr|wird (?:leider )?(?:nichts|nix)(?: draus| daraus)?|(?:das )?war(?:'s|s)? (?:alles|schon alles)|mehr (?:brauche|brauchen) (?:ich|wir) nicht",
  "pas(?: \\p{L}+){0,4} suite|sans suite|pas (?:ete )?retenu\\p{L}*|n'(?:avons|ai|a|ont) pas (?:ete )?retenu|(?:parti\\p{L}*|partons|part|passe\\p{L}*|allons|alle\\p{L}*|signe\\p{L}*|commande|achete\\p{L}*|pris|prend|prenons|confie\\p{L}*|travaille\\p{L}*|tourne\\p{L}*)(?: \\p{L}+){0,2} (?:sur|avec|chez|par|vers|a|aupres)(?: (?:d'un|d'une|un|une|le|la|l'|votre|vos|quelqu'un|des))? ?(?:\\p{L}+ )?(?:autre|d'autre|concurrent\\p{L}*|confrere|fournisseur|local\\p{L}*|artisan|voisin|modele d'occasion)|(?:choisi|retenu|prefere|opte pour)(?: \\p{L}+){0,2} (?:autre|concurrent\\p{L}*|confrere|prestataire|solution)|(?:projet|budget|dossier|travaux|achat|investissement|operation|chantier)(?: \\p{L}+){0,5} (?:abandonne\\p{L}*|annule\\p{L}*|enterre\\p{L}*|refuse\\p{L}*|a l'eau|gele\\p{L}*|stoppe\\p{L}*|arrete\\p{L}*|classe\\p{L}*|clos|mort|supprime\\p{L}*)|(?:abandonne\\p{L}*|annule\\p{L}*|arrete\\p{L}*|enterre\\p{L}*|renonce\\p{L}*)(?: (?:a|au|tout))? ?(?:le |la |l'|ce |cet |cette |notre |mon )?(?:projet|achat|chantier|idee|dossier|investissement|operation)|tombe a l'eau|renonc\\p{L}*|c'est (?:mort|non)|ne (?:se )?fera (?:pas|plus)|(?:garde|gardons|conserve\\p{L}*|rest(?:e|ons))(?: \\p{L}+){0,2} (?:notre|nos|l'ancien\\p{L}*|avec notre)|plus d'actualite|d'occasion|ailleurs|dit non|rien d'autre|c'est tout ce qu'il (?:me|nous) fallait|tout est (?:regle|bon pour nous)|n'avons plus besoin|plus besoin de rien",
  '(?:al final|finalmente|hemos decidido|decidimos|han decidido|decidieron|optamos|hemos optado|se ha optado|nos vamos|nos fuimos|nos hemos ido|vamos a ir|nos quedamos|lo hacemos|lo haremos|lo hicimos|lo hemos hecho|trabajaremos|seguimos)(?: \\p{L}+){0,3} (?:otr[oa]s?|no|sin|la competencia|un proveedor|una empresa|alguien|el (?:de siempre|proveedor|vecino|actual)|la de siempre|los de siempre|nuestro proveedor)|(?:proyecto|obra|compra|inversion|tema|asunto|presupuesto|ampliacion|reforma|partida)(?: \\p{L}+){0,5} (?:cancel\\p{L}*|parad[oa]|paraliz\\p{L}*|suspend\\p{L}*|cae|caido|caida|anul\\p{L}*|descart\\p{L}*|muert[oa]|zanjad[oa]|cerrad[oa]|rechazad[oa]|tumb\\p{L}*|deneg\\p{L}*|abandon\\p{L}*|enterrad[oa])|(?:cancel\\p{L}*|suspend\\p{L}*|paraliz\\p{L}*|anul\\p{L}*|abandon\\p{L}*|descart\\p{L}*|tumb\\p{L}*|rechaz\\p{L}*)(?: \\p{L}+){0,2} (?:el|la|este|esta) (?:proyecto|obra|compra|inversion|ampliacion|reforma|tema|idea)|no (?:sale adelante|seguimos adelante|seguiremos|va a salir|va a ser posible|prosper\\p{L}*|vamos a (?:comprar|hacerlo|continuar|tirar))|se (?:nos )?(?:cayo|ha caido|cancelo|ha cancelado|paralizo|anulo)|(?:se )?(?:lo|la|los|las) (?:hemos |he |han )?(?:comprado|contratado|cogido|encargado|adjudicado|pedido|compramos|compre|contratamos|encargamos|adjudicaron|pedimos) (?:a|en|con|al)|(?:comprado|compramos|encontrado|encontramos) (?:un[oa]? )?(?:de segunda mano|mas barat[oa]|usad[oa])|ya no (?:nos|me) interesa|ya no (?:procede|hace falta)|lo dejamos (?:aqui|estar|correr|para otra)|desestim\\p{L}*|renunci\\p{L}*|ha(?:n)? dicho que no|dijeron que no|eso es todo|nada mas por (?:nuestra|mi) parte',
  "(?:went|gone|going) (?:with|for) (?:another|someone else|a (?:second|different|local|cheaper)|the (?:other|competition))|no longer (?:need|require|interested)|project (?:is|has been|was) (?:cancelled|canceled|shelved|dropped|scrapped)|(?:is|has been) called off|voted (?:against|it down)|not going ahead|won't be going ahead|decided against|closing (?:down|the business)|bought (?:one |it )?elsewhere",
  'hat sich (?:das |damit )?(?:leider |somit )?erledigt|dagegen gestimmt|(?:projekt|vorhaben|anschaffung) (?:ist|wurde|wird) (?:abgesagt|gestrichen|eingestellt|beerdigt)|abgeblasen|kein bedarf mehr|nehmen abstand|fur (?:einen|ein) ander\\p{L}+ (?:anbieter|angebot|produkt)? ?entschieden|woanders gekauft|bei jemand anderem|wird nichts mehr|geben (?:das geschaft|den betrieb) auf',
  "(?:projet|achat) (?:est |a ete )?(?:annule|abandonne|enterre)|(?:ne donne\\p{L}*|donnerons) pas suite|vote contre|choisi (?:un autre|une autre)|opte pour (?:un|une) autre|plus besoin|n'avons plus besoin|on laisse tomber|cesse(?:ons)? (?:notre |l')?activite|achete ailleurs",
  'al final (?:cierro|no|hemos|nos quedamos con|lo dejamos|cerramos)|(?:proyecto|compra) (?:se )?(?:ha )?(?:cancelad|suspendid|cancela|cayo)\\p{L}*|votaron en contra|otro proveedor|ya no (?:lo )?(?:necesitamos|hace falta|necesito)|lo compramos en otro|cierro el (?:taller|negocio)|me jubilo|no vamos a seguir adelante|descartad\\p{L}*',
);
export const received = any(
  'received|arrived|angekommen|eingegangen|bien recu|recu ce matin|recibid[oa]|llego|ha llegado',
);
export const closing = any(
  'received|thank you|thanks|wonderful|good luck|sorry to hear',
  'danke|wunderbar|viel erfolg|schade',
  'merci|bonne continuation|parfait',
  'gracias|suerte',
);

/** What is said for politeness, or to show that a message came in; taken away, nothing may be left. Greetings and closings are among them. */
export const courtesies = everywhere(
  '(?:thanks|thank you|cheers)(?: (?:so|very) much)? for (?:the |your |that |this |all )?(?:\\p{L}+ )?(?:reminder|nudge|offer|quote|drawing|docs|documents|chat|call|visit|samples?|effort|time|prices?|files?|invoice|sending(?: \\p{L}+){0,2}|letting \\p{L}+ know|getting back(?: to \\p{L}+)?|coming(?: \\p{L}+)?)|oh|ah|oops|ooh|ha|wow|whoops|my bad|sorry|apologies',
  'dank\\p{L}*(?: (?:ihnen|dir|euch|schon|sehr))* fur(?:s| das| die| den| ihre?n?| deine?n?)? (?:\\p{L}+ )?(?:erinner\\p{L}*|angebot|nachfrage\\p{L}*|unterlagen|zeichnung|besuch|telefonat|muster|zeit|geduld|zusendung|rechnung|gesprach|nachhaken|mail|ubersendung|datei|dateien)|oh|ach|ah|ups|mensch|sorry|entschuldigung|pardon',
  "merci(?: (?:beaucoup|bien|a vous))*(?: pour| de| d')(?: (?:le|la|les|l'|votre|vos|cette|ce))? ?(?:rappel\\p{L}*|relance|offre|devis|visite|echange|appel|temps|documents?|plans?|facture|fichiers?)|oh|ah|oups|zut|desolee?|pardon",
  'gracias(?: a (?:ti|vosotros|usted))? por (?:el |la |los |las |tu |su |vuestra )?(?:recordar\\p{L}*|recordatorio|oferta|presupuesto|visita|llamada|tiempo|documentos?|plano|factura|fichero)|uy|ay|ah|oh|ups|perdon|perdona|disculpa\\p{L}*',
  "thank(?:s| you)(?: (?:very much|so much|a lot|a bunch|both|all|again|kindly|ever so|a million))?(?: (?:for|to) (?:(?:the|your|this|that|all|getting|coming) ){0,2}(?:(?:quick|prompt|swift|fast|speedy) )?(?:update|info|information|reply|response|message|mail|email|note|help|heads[- ]up|confirmation|confirming|patience|understanding|letting me know|letting us know|back to me|this|that|that one|you))?|thx|ta|tvm|cheers|many thanks|much (?:appreciated|obliged)|(?:really |very much )?appreciate(?:d)?(?: (?:it|that|this))?|great(?: stuff)?|perfect|ok|okay|okey|(?:i |we )?(?:'ve |have )?got (?:it|this|that|them)|(?:i|we) have (?:it|them)(?: now| here)?|i've got it|brilliant|super|superb|(?:safely |well |duly )?(?:received|they've landed|(?:it|they|all|everything)(?:'s|'ve| has| have)? (?:just )?(?:landed|arrived|come|came|turned up)|arrived|landed)(?: (?:already|safely|today|this morning|in one piece|ok|fine|well))*|lovely|(?:very |really |sounds |looks |all |that's |thats )?(?:good|great|fine)(?: stuff)?|noted|understood|cool|ace|wicked|magic|grand|champion|nice one|nice|cheers|legend|star|you're a star|you star|no (?:problem|worries|rush|bother|hurry)(?: (?:at all|there|on that|whatsoever))?|sure|excellent|spot on|of course|will do|smashing|fantastic|wonderful|congratulations|good luck|enjoy|speak (?:then|soon)|talk soon|hi|hello|hey|dear|morning|good (?:morning|afternoon|evening|day)|afternoon|evening|best(?: regards| wishes)?|kind regards|regards|sincerely|yours|all the best|have a (?:good|great|nice|lovely) (?:day|weekend|one|evening|week)|likewise|you too|same to you|as (?:ever|always)|that (?:works|helps)|very helpful|all clear|makes sense|fair enough|i (?:see|understand)|us too|seconded|sorted|mr|mrs|ms|miss|there|all|both|team|mate|so much|very much|again",
  '(?:vielen|herzlichen|besten|schonen|lieben|tausend) dank(?: (?:fur|nochmal|dafur|auch) ?(?:(?:die|das|den|ihre?|deine?|euer|eure|schnelle|rasche|kurze|prompte) ){0,3}(?:info|infos|information|informationen|ruckmeldung|antwort|nachricht|mail|hinweis|auskunft|unterlagen|muhe|hilfe|update)?)?|dank[e]?(?: (?:ihnen|dir|euch|sehr|schon|nochmals?|vielmals|dafur|auch|fur die info|fur die ruckmeldung|furs? \\p{L}+))?|merci vielmals|top|prima|super|passt(?: (?:so|fur mich|mir|uns))?|alles (?:klar|bestens|gut|gute)|gern(?:e)?(?: geschehen)?|in ordnung|perfekt|sehr (?:gut|schon|gerne?)|gut|verstanden|kein (?:problem|thema|stress|ding)|geht klar|bestens|wunderbar|klasse|freut (?:mich|uns)(?: (?:sehr|auch))?|bis dann|schones wochenende|viel erfolg|(?:herzlichen )?gluckwunsch|na klar|selbstverstandlich|ist (?:angekommen|notiert|da|eingegangen)|(?:gut )?angekommen|erhalten|habe? (?:ich )?(?:es |sie )?(?:erhalten|bekommen|notiert)|notiert|zur kenntnis genommen|zur akte genommen|ist zur akte genommen|okay|ok|hallo|hi|moin|servus|guten (?:tag|morgen|abend)|grussi?|grus gott|gruezi|sehr geehrter?|lieber?|herr|frau|herrn|(?:mit )?(?:freundlichen|besten|schonen|vielen|herzlichen|liebe|viele|beste|schone) grussen?|(?:mit )?(?:freundlichen|besten|schonen|herzlichen|vielen|lieben) gru\\S+en|(?:viele|beste|schone|liebe|herzliche) gru\\S+e|gru\\S+|lg|vg|mfg|ebenso|gleichfalls|auch|fein|toll|spitze|sauber|hervorragend|ausgezeichnet|klingt gut|das freut mich|nochmals?|euch|ihnen',
  "(?:un grand |mille )?merci(?: (?:beaucoup|bien|infiniment|encore|a (?:vous|toi|tous)|d'avance))*(?: (?:pour|de|du) (?:(?:votre|vos|ton|ta|le|la|les|ce|cette|cet|ces) )?(?:retour|reponse|info|infos|information|informations|message|mail|envoi|aide|precision|precisions|reactivite|patience|confirmation|suivi)(?: rapide)?)?|super|parfait|entendu|ok|okay|(?:c'est )?(?:bien )?recu|(?:c'est )?(?:bien )?note|tres bien|d'accord|ca marche|bon courage|pas de (?:souci|soucis|probleme)|avec plaisir|bel ete|bonnes? (?:vacances|fetes)|bonne (?:journee|soiree|continuation|fin de journee|semaine)|bon week-?end|genial|compris|felicitations|impeccable|nickel|top|excellent|bonjour|bonsoir|salut|cher|chere|madame|monsieur|mme|cordialement|bien cordialement|bien a vous|(?:a )?bientot|a (?:plus|tres vite)|de rien|je vous en prie|volontiers|bien sur|a vous aussi|vous aussi|pareillement|egalement|tous|toutes|c'est (?:parfait|super|bon|gentil|tres gentil|clair)|ca roule|tout est clair|vu",
  '(?:muchas |muchisimas |mil )?gracias(?: (?:por (?:(?:la|el|tu|su|todo|vuestra|los|las) )?(?:informacion|info|respuesta|aviso|avisar|rapidez|mensaje|correo|envio|ayuda|todo|atencion|detalle)|a (?:ti|usted|vosotros)|de nuevo|otra vez))*|genial|perfecto|vale|ok|okay|recibid[oa]s?|de acuerdo|asi lo hare|estupendo|excelente|muy (?:bien|amable)|apuntado|anotado|entendido|sin (?:prisas?|problemas?)|un (?:abrazo|saludo|cordial saludo)|saludos|cordiales|atentamente|buen (?:verano|fin de semana|finde|dia)|enhorabuena|suerte|quedo (?:al )?pendiente|listo|con gusto|claro|hola|buen[oa]s(?: (?:dias|tardes|noches))?|estimad[oa]|don|dona|senora?|igualmente|a ti|todo (?:claro|correcto|bien)|fantastico|fenomenal|bien|guapa?|hasta (?:luego|pronto)|lo (?:he )?recib[ií](?:do)?|ha llegado bien|que bien|me alegro',
);

/** Something comes with these words: then they are no mere nod. */
export const gives = any(
  '(?:dropped|popped|put|uploaded)(?: \\p{L}+){0,2} (?:in|on|into) (?:the|your)',
  'gebe(?: \\p{L}+){0,2} mit|(?:hangt|hange)(?: \\p{L}+)? (?:dran|an)',
  "(?:je|nous) (?:vous |te |t')?(?:la |le |les |l')?(?:joins|joignons)",
  '(?:te|le|os|les) (?:lo |la |los |las )?dej(?:o|amos) (?:aqui|aca|abajo|adjunt\\p{L}*)',
  "attach\\p{L}*|enclos\\p{L}*|here (?:is|are|it|you|they|goes)|here's|herewith|below|as (?:requested|promised)",
  'anbei|im anhang|beigefugt|beiliegend|hier (?:ist|sind|die|der|das|kommt|kommen|nun)|angehangt|anliegend|siehe (?:anlage|anhang|pdf|unten)|in der anlage|(?:hangt|hangen|liegt|liegen) (?:an|bei)|wie (?:gewunscht|besprochen|versprochen|vereinbart)|nachgereicht|hochgeladen',
  'ci-(?:joint|apres|dessous)\\p{L}*|joint\\p{L}*|voici|voila|en (?:piece jointe|pj|annexe|pieces jointes)|comme (?:convenu|promis|demande)|(?:vous )?trouverez',
  'adjunt\\p{L}*|aqui (?:va|van|tiene|tienes|esta|estan|te|le|lo|la|os)|(?:te|le|os|les) (?:paso|mando|envio|dejo|pasamos|mandamos|enviamos)|(?:va|van) adjunt\\p{L}*|en (?:anexo|adjunto|el adjunto)|como (?:acordamos|quedamos|pediste|pidio|hablamos)',
);

export const agreed = any(
  "(?:is|are|that's|would be) (?:great|perfect|fine|good|ideal|lovely|ok)|suits?|fine by|good (?:for|with) (?:me|us)|that's (?:great|good|fine)|deal|it's a date|in the (?:diary|calendar)|invite (?:sent|accepted)|pencilled in|sounds good|looking forward to it",
  '(?:ist|sind|ware) (?:prima|super|perfekt|gut|ideal|bestens|ok|okay|recht|fein|toll)|passt|gerne?|geht klar|steht|einverstanden|freue? mich|ist (?:fix|notiert|eingeplant)|termin steht|machen wir',
  "(?:c'est|est|serait) (?:parfait|super|bien|bon|ideal|ok)|(?:me|nous|lui) (?:va|convient|irait)|ca (?:me |nous )?(?:va|marche|joue|roule)|(?:c'est )?(?:ok|bon) pour (?:moi|nous)|volontiers|avec plaisir|c'est (?:bon|cale|bloque|parfait)|ca colle",
  '(?:es|esta|seria) (?:perfecto|genial|bien|ideal)|(?:me|nos) (?:va|viene|vendria|parece|encaja) (?:bien|perfecto|genial|fenomenal)|(?:me|nos) (?:va|encaja|cuadra)|hecho|agendad[oa]|cerrad[oa]|queda(?:mos)? (?:asi|agendad[oa])',
  'see you|confirmed|booked|perfect|ok|works|as \\p{L}+ accepted|it is|done|suits|fine',
  'bis (?:zur|zum|dann|dahin)|eingetragen|bestatigt|passt|abgemacht|notiert|in ordnung',
  "c'est note|a (?:jeudi|lundi|mardi|mercredi|vendredi|bientot)|confirme|entendu|parfait|d'accord",
  'hecho|nos vemos|confirmado|de acuerdo|perfecto|apuntado|vale',
);

/** An answer, however short, where something was asked. */
export const yesOrNo =
  /^(?:yes|yep|yeah|no|nope|neither|both|either|ja|nein|jein|doch|beides|weder|oui|non|si|les deux|ambos|ninguno)(?!\p{L})/u;

/** They wait for something of ours, and say so without a question. */
export const awaits = any(
  "outstanding|(?:only|just)(?: the \\p{L}+)? (?:left|missing|to come)|(?:still )?(?:missing|need|require|await|owed?)(?:ing)? (?:the|your|from you)(?!(?: [\\p{L}']+){0,4} (?:signature|approval|sign-?off|nod|ok|okay|go-ahead|blessing|consent|green light))|(?:still )?waiting (?:for|on) (?:your|the|you)|still waiting|(?:we|i) (?:still )?haven't (?:received|had|heard|seen)|not (?:yet )?received|have yet to (?:receive|hear)|still nothing|where is (?:it|the|my|our)",
  '(?:brauch|benotig|bleib|fehl|offen)\\p{L}* (?:ich |wir |mir |uns |jetzt |dann |nur |noch )*(?:noch|nur noch)|nur noch (?:die|der|das|den|ihre?)|(?:brauche|brauchte|brauchen|brauchten|benotige|benotigen) (?:ich|wir)|(?:warte|warten|wart) (?:ich |wir )?(?:noch |immer noch |weiterhin )(?:auf|immer)|(?:noch|bisher|bislang) (?:nichts|keine?n?) (?:\\p{L}+ )?(?:erhalten|bekommen|da|gehort|angekommen)|fehlt (?:mir|uns) noch|noch nichts da',
  "(?:manque|attends|attendons)(?: \\p{L}+){0,2} (?:plus que|a connaitre|a recevoir|que vous|votre|vos)|(?:il )?(?:me|nous) (?:reste|manque|faut|faudrait)|(?:j'attends|nous attendons|on attend) (?:toujours|encore|votre|vos|ton|tes)|toujours (?:rien|pas (?:recu|de nouvelles))|n'(?:ai|avons) (?:toujours )?(?:pas|rien) (?:encore )?recu",
  'quedo pendiente de (?:l[aeo]s?|tu|su|vuestr\\p{L}*|que)|(?:solo )?(?:me|nos) (?:falta|faltan|faltaria)|con (?:el|la|los|las) (?:\\p{L}+) (?:ya )?(?:cierro|cerramos|termino|preparo|puedo|podemos)|(?:sigo|seguimos|estoy|estamos) esperando|(?:aun|todavia) no (?:me |nos )?(?:ha llegado|han llegado|he recibido|hemos recibido|tengo|llega)|quedo a la espera de (?:su|tu|la|el|los|las)|no me ha llegado',
);

/** A hold that asks us to write, not one in which they will: "kommen Sie im Mai auf mich zu". */
export const asksUs = any(
  '(?<!ll )(?<!will )(?<!to )(?:get|be) (?:back )?in touch|(?<!ll )(?<!will )(?<!to )(?:chase|remind|nudge|prod) (?:me|us)',
  'drop (?:me|us) (?:a|an)|give (?:me|us) (?:a|another)|(?:try|ask|chase|nudge|ping|write|call|mail|email) (?:me |us )?(?:again|back|then|in|after|from|on)|(?<!ll )(?<!will )check back(?= )|please (?:get in touch|reach out|call|write)',
  '(?:melden|rufen|schreiben|kommen|fragen|erinnern|probieren|versuchen|haken|klopfen) sie|meldet euch|(?<!ich )(?<!wir )(?<!und )(?:meld|ruf|schreib|hak|erinner|probier|versuch|klopf)e? (?:dich|mir|mich|uns|nochmal|ruhig|gern|doch)',
  "(?:recontact|rappel|relanc|ecriv|contact|revien|sollicit)\\p{L}*(?:ez|ons|z)?[- ](?:moi|nous)|(?:merci de|veuillez|vous pouvez|pouvez-vous)(?: \\p{L}+){0,2} (?:recontacter|rappeler|relancer|revenir|ecrire)|n'hesitez pas a (?:me|nous)",
  '(?:volve|vuelve|vuelva|volved|vuelvan)(?: \\p{L}+)? (?:escrib|llam|contact|busc|consult|intent)\\p{L}*|(?:escrib|llam|contact|avis|busc|record|recuerd|consult|habl)(?:e|i|a|an|en|ad|id)?(?:me|nos)(?![\\p{L}])|(?:me|nos) (?:escrib|llam|contact|avis|busc|record|recuerd)\\p{L}*',
  '(?:call|ring|email|write to|write|contact|try|ping|chase|remind|catch|drop|give|message|nudge|poke) (?:me|us)|get back to (?:me|us)|come back to (?:me|us)|check (?:back )?(?:in )?with (?:me|us)|follow up|touch base',
  '(?:meld|ruf|schreib|komm|frag)e? (?:dich|doch|bitte)|(?<=bitte )(?:meld|ruf|schreib|komm|frag)e?|(?:melden|rufen|schreiben|kommen|fragen) sie|meldet euch',
  '(?:recontactez|rappelez|relancez|ecrivez|contactez|rappelle|recontacte|relance|ecris)[- ](?:moi|nous)|(?:revenez|reviens) vers (?:moi|nous)|reprenez contact',
  '(?:escrib|llam|contact|marc|busc|avis|recuerd|record)(?:a|e|ale|ele|en)(?:me|nos)|vuelv[ae] a (?:llamar|escribir|contactar)\\p{L}*',
);

/** After a day named before. */
export const afterThat = any(
  'after (?:that|this|then|the (?:\\p{L}+ )?(?:date|meeting|session|decision|vote))|afterwards|thereafter|once (?:that|it)(?: is|.s) (?:over|past|done)',
  'danach|im anschluss|anschliessend|hinterher|nach (?:diesem|dem|der|dieser) (?:termin|datum|tag|sitzung|entscheidung|beschluss)|wenn das (?:vorbei|durch|rum) ist',
  'apres (?:cela|ca|cette (?:date|reunion|decision)|ce (?:jour|delai|rendez-vous)|la (?:reunion|seance|decision))|ensuite|passe cette date|par la suite',
  'despues(?: de (?:eso|esa (?:fecha|reunion)|ese dia|la (?:reunion|decision)))?|pasada esa fecha|pasado ese dia|a partir de entonces|luego',
);

/** What a house sends by itself once one has ordered. */
export const confirmation = any(
  'confirmation|invoice|system',
  'auftragsbestatigung|bestatigung|rechnung',
  'confirmation|facture|accuse',
  'confirmacion|factura',
);

/** We take leave of somebody who has declined. */
export const farewell = any(
  "all the best|best of luck|good luck|(?:thank you|thanks|appreciate you)(?: \\p{L}+){0,2} (?:letting|telling|being (?:straight|honest|upfront|open|frank))|sorry to hear|(?:a )?(?:shame|pity)|no hard feelings|if (?:anything|things|that|circumstances|your plans) (?:ever )?changes?|door(?:'s| is)? (?:always )?open|keep (?:us|me) in mind|fair enough|understood(?: and respected)?|another time|next time|should (?:you|anything) (?:ever )?(?:need|change)|wish you|we respect|accept your decision",
  'alles gute|viel (?:erfolg|gluck|gelingen)|schade|bedau\\p{L}*|danke?(?: \\p{L}+){0,5} (?:offen\\p{L}*|ehrlich\\p{L}*|klar\\p{L}*|bescheid|absage|ruckmeldung)|vielleicht (?:ein andermal|beim nachsten mal|ergibt sich)|ein andermal|(?:beim )?nachsten? mal|stehe[n]?(?: \\p{L}+){0,4} zur verfugung|respektier\\p{L}*|verstandlich|kann ich (?:gut )?verstehen|tur(?: \\p{L}+){0,3} offen',
  "(?:bonne|belle) (?:continuation|chance|suite|route|reussite)|dommage|merci(?: \\p{L}+){0,3} (?:de (?:m'|nous |me )?(?:avoir )?(?:prevenu\\p{L}*|averti\\p{L}*|informe\\p{L}*|prevenir)|(?:pour|de) (?:votre|ta|ton|la|cette) (?:franchise|transparence|honnetete|sincerite|clarte))|une (?:autre|prochaine) fois|je (?:comprends|regrette)|nous regrettons|a l'avenir|plein succes|si (?:la situation|les choses) (?:change|evolue)\\p{L}*",
  'gracias(?: \\p{L}+){0,2} por (?:avisar\\p{L}*|decir\\p{L}*|tu (?:franqueza|sinceridad)|su (?:franqueza|sinceridad)|la (?:franqueza|sinceridad|claridad)|contar\\p{L}*)|suerte|(?:una |que )?(?:lastima|pena)|lo (?:siento|lamento|entiendo|comprendo)|otra vez sera|en otra ocasion|para la proxima|que (?:vaya|os vaya|te vaya|le vaya) (?:muy )?bien|si (?:algo )?cambia',
);

/** We confirm an order, in whatever words it was given. */
export const confirms = any(
  '(?:now )?booked (?:in )?for|(?:order|delivery|booking|slot)(?: \\p{L}+){0,3} (?:cancelled|rescheduled|moved|amended|changed)|(?:deposit|money|payment)(?: \\p{L}+){0,3} (?:refunded|returned)|all done for|order confirmation|(?:order|booking|purchase)(?: \\p{L}+){0,3} (?:is |has been )?(?:confirmed|booked|placed|logged|entered|in the system)|(?:booked|all booked|put) (?:in|you down)|confirmation (?:of (?:your )?order )?(?:is )?attached|welcome (?:aboard|on board)|order acknowledg\\p{L}*',
  '(?:ist|sind) (?:jetzt |nun |fix |fest )?(?:gebucht|eingeplant|storniert|umgebucht|verschoben)|auftragsbestatigung|bestellbestatigung|(?:bestellung|auftrag)(?: \\p{L}+){0,4} (?:bestatigt|eingebucht|erfasst|eingelastet|eingetaktet|angelegt|notiert)|danke?(?: \\p{L}+){0,4} (?:auftrag|bestellung|vertrauen)|willkommen (?:an bord|als kunde)',
  '(?:est|sont) (?:bien )?(?:reserve|planifie|programme|annule|decale|reporte)\\p{L}*|(?:confirmation|accuse)(?: \\p{L}+){0,3} (?:de )?commande|commande(?: \\p{L}+){0,3} (?:enregistree|confirmee|validee|passee|saisie|lancee)|merci (?:de|pour) (?:votre|ta|la|cette) (?:commande|confiance)|bienvenue (?:chez|parmi)',
  '(?:queda|quedan|esta|estan) (?:ya )?(?:reservad|programad|cancelad|anulad|aplazad|agendad)\\p{L}*|confirmacion (?:del?|de su|de tu) pedido|pedido(?: \\p{L}+){0,3} (?:confirmado|registrado|tramitado|cursado|en marcha|grabado)|gracias por (?:el|tu|su|vuestro|la) (?:pedido|compra|confianza)|bienvenid\\p{L}*',
);

/** Not ready, busy, or with somebody else of theirs: no answer yet, and nothing asked. */
export const notYet = any(
  "(?:need|needs|have|has|got|want|wants|ought|like) to (?:[\\p{L}'-]+ ){1,6}first|(?:first|before that) (?:i|we)(?:'ll| will)? (?:need|have|want|must)|hold(?:ing)? fire|give (?:me|us) (?:a )?(?:\\p{L}+ )?(?:day|days|week|bit|while|time)|(?:on (?:his|her|their|my|our)|waiting on (?:his|her|their|the|our|my))|(?:on (?:holiday|leave|site)|off sick|away)(?: \\p{L}+)? (?:till|until|this week)",
  '(?:muss|mussen|will|wollen|mochte|mochten|sollte|sollten)(?: [\\p{L}\\d]+){0,6} (?:erst|zuerst|vorher)(?: \\p{L}+){0,4}|erst (?:noch |mal |einmal )?(?:mit|meine\\p{L}*|unsere\\p{L}*|raussuchen|messen|fragen|klaren)|zeige?(?: \\p{L}+){0,4} (?:meine\\p{L}*|unsere\\p{L}*|dem|der)|(?:warte|warten) (?:ich |wir )?(?:noch )?auf (?!sie|ihre|dich|deine|eu)|(?:geben|gib|gebt) (?:sie )?(?:mir|uns)(?: \\p{L}+){0,3} (?:zeit|tag|tage|woche|wochen)',
  "d'abord|au prealable|avant de (?:decider|trancher|repondre|valider)|(?:vois|voit|voyons|demande|parle|montre)(?: \\p{L}+){0,2} (?:avec|a) (?:mon|ma|mes|notre|nos|le|la)",
  '(?:espere|espera|esperad|esperen) (?:un poco|un momento|unos|a que)|antes (?:tengo|tenemos|debo|hay|quiero)|primero (?:tengo|tenemos|debo|hay|quiero|voy)|(?:tengo|tenemos) que (?:\\p{L}+ ){0,2}(?:mirar|consultar|medir|preguntar|hablar)\\p{L}*',
  "not yet|not (?:had|got|made|been)(?: \\p{L}+){0,3} (?:yet|round)|still (?:looking|reviewing|discussing|thinking|deciding|going|working|mulling|weighing|comparing|debating|sitting|waiting (?:on|for)(?! you)|with(?! you)|being|in (?:review|discussion|committee)|undecided|open|up in the air|on my (?:desk|list|pile)|to be (?:decided|approved|discussed)|needs? (?:to be|sign|approv|board))|(?:under|in) (?:review|discussion|consideration)|being (?:reviewed|looked|discussed|considered)|(?:passed|forwarded|sent|handed|given|shared|put)(?: \\p{L}+){0,3} (?:on to|along to|over to|up to|to|with|in front of|past) (?:our|the|my|his|her|their|finance|legal|procurement|purchasing|accounts|\\p{L}+ in|it|hq|head office)|(?:our|the|my) (?:boss|manager|director|directors|board|cfo|ceo|fd|md|lawyers?|solicitors?|committee|partners?|trustees|accountant|team|it|legal|finance|procurement|principal|owner)(?: \\p{L}+){0,3} (?:has|have|is|are|needs?|wants?|to) (?:it|to (?:see|look|review|approve|sign|decide)|looking|reviewing|still|got it|them)|(?:legal|finance|procurement|accounts|purchasing|the board|it) (?:has|have|is|are) (?:it|got|looking|reviewing|on it|still)|looking (?:at|into|over|through) (?:it|this|them|your)|(?:i'm|we're|i am|we are|am|are) (?:reviewing|considering|comparing|weighing|digesting|mulling|discussing|going (?:through|over))|need(?:s)? (?:to |a (?:bit|little|few|day|couple))(?:talk|discuss|think|run|speak|chat|check|ask|consult|mull|digest|confer|sleep|more time|of time|days|longer)|(?:have|has|got|going|want|wants|like) to (?:talk|discuss|think|run (?:it|this)|speak|check|ask|consult|mull|digest|confer|sleep|measure|sit down)|let me (?:think|check|talk|discuss|ask|run|speak|see|digest|sleep|have a|look|chew|mull)|(?:will|i'll|we'll|going to) (?:look|have a (?:look|think|read|chat)|think|discuss|read|review|go through|digest|mull|chew|talk (?:it )?over|run it|consider|pass (?:it|this|that) on)|no (?:decision|news|update|answer|word|joy)(?: \\p{L}+){0,3} (?:yet|so far|as yet|from|either)?|(?:haven't|hasn't|have not|has not|didn't|couldn't|not)(?: \\p{L}+){0,4} (?:chance|time|round to|decided|looked|heard back|managed|got to|read|yet)|up to (?:my|our) (?:eyes|necks?|ears)|bear with|snowed under|swamped|hectic|flat out|manic|taking (?:a bit |a little |a while )?longer|dragging|getting there|in (?:progress|the works|hand|the pipeline)|on the fence|undecided|(?:board|committee|council|directors|partners|trustees)(?: \\p{L}+){0,2} (?:meets?|sits?|is meeting|are meeting|will|has to|have to|decides?|needs? to)|bit of a (?:backlog|delay|hold-?up)|(?:hard|difficult|impossible) to say|watch this space|on (?:my|our) (?:radar|list)|(?:in|on) (?:his|her|their) (?:inbox|desk|court|hands|pile)",
  '(?:noch|bisher|bislang|leider)(?: \\p{L}+){0,3} (?:nicht|keine?n?|nichts)(?: \\p{L}+){0,4} (?:geschafft|dazu gekommen|entschieden|angeschaut|angesehen|gesehen|zeit|entscheidung|ruckmeldung|antwort|soweit|so weit|durch|fertig|gekommen|besprochen|gehort|neues|fest|spruchreif)|noch nicht|noch nix|in (?:der )?(?:internen? )?(?:prufung|abstimmung|klarung|bearbeitung|umlauf|diskussion|beratung)|(?:liegt|liegen|ist|sind|ging|geht|hangt)(?: \\p{L}+){0,3} (?:bei (?:der|den|unser\\p{L}*|mein\\p{L}*|herrn|frau)|beim|zur (?:prufung|freigabe|unterschrift|ansicht|entscheidung)|auf dem (?:tisch|schreibtisch|stapel))|(?:weitergeleitet|weitergegeben|weitergereicht|vorgelegt|rumgeschickt|ubergeben)|(?:muss|mussen|werde|werden|wollen|will|mochte|mochten|sollte|sollten)(?: [\\p{L}\\d.,]+){0,8} (?:besprechen|abstimmen|klaren|abklaren|uberlegen|prufen|anschauen|ansehen|durchgehen|durchlesen|nachmessen|messen|absprechen|beraten|bereden|nachdenken|rechnen|durchrechnen|abnicken|freigeben|entscheiden|vergleichen|lesen|fragen|nachfragen|schlafen)|(?:schau|schaue|schauen|prufe|prufen|beraten|uberlege|uberlegen|klaren|klare|bespreche|besprechen|diskutieren|vergleichen|lese|lesen|rechnen|sichten|messe)(?: \\p{L}+){0,2} (?:ich|wir|das|es|noch|mal|gerade|intern|aktuell|in ruhe|derzeit|uns)|zieht sich|dauert(?: \\p{L}+){0,3} (?:noch|langer|etwas)|dauert noch|(?:brauch|benotig)\\p{L}*(?: \\p{L}+){0,2} (?:noch )?(?:etwas zeit|ein paar tage|bisschen zeit|ein bisschen|bedenkzeit|noch zeit|zeit)|sind noch (?:am|dran|in|unschlussig|uneins)|in (?:aller )?ruhe|in arbeit|(?:sind|bin|ist) (?:noch )?dran|land unter|viel (?:los|um die ohren|zu tun)|unschlussig|schwanken|hin- und hergerissen|(?:chef|chefin|geschaftsfuhrung|vorstand|geschaftsleitung|einkauf|gf|aufsichtsrat|rechtsabteilung|controlling|inhaber|technik|gemeinderat|kollege|kollegin|justiziar)(?: \\p{L}+){0,4} (?:entscheidet|prufen|prufte?|pruft|schaut|tagt|muss|hat das|hat es|sieht|sichtet|rechnet|abnicken|urlaub|schauen)|auf dem (?:schirm|zettel|radar)|nur uberflogen',
  "pas encore|pas (?:eu|trouve|pris)(?: \\p{L}+){0,3} (?:temps|occasion|minute|moment)|(?:en cours|a l'etude|en (?:attente|reflexion|discussion|validation|interne|relecture|examen|signature|circulation)|en train)|(?:dois|devons|doit|doivent|faut que|va falloir|reste a|besoin de|besoin d')(?: \\p{L}+){0,3} ?(?:voir|parler|discuter|consulter|valider|reflechir|verifier|demander|voie|parle|mesurer|trancher|relire|comparer|regarder|en parler|en discuter|arbitrer)|(?:j'en|on en|nous en) (?:parle|discute|reparle|discutons|parlons)|(?:je|nous|on) (?:le |la |l'|les )?(?:transmets|transmettons|transmet|fais suivre|fait suivre|regarde|regardons|etudie|etudions|reflechi\\p{L}*|examine|examinons|compare|comparons|consulte|consultons|vois (?:ca )?avec|voit (?:ca )?avec|verrai|laisse (?:reposer|decanter))|(?:ai|avons|a) (?:bien )?(?:transmis|remonte|fait suivre|soumis|passe)|(?:est|sont|part|parti|partie|reste) (?:\\p{L}+ )?(?:chez|entre les mains|sur le bureau|au service|a la signature|a la direction|aupres|dans les mains|a la compta|au juridique)|laissez-(?:moi|nous)|laisse-(?:moi|nous)|besoin (?:de|d'un peu de|d'un) (?:temps|delai|recul)|debord\\p{L}*|sous l'eau|la tete sous|ca traine|prend (?:du|plus de) temps|indecis\\p{L}*|(?:j'|on )?hesit\\p{L}*|(?:attend|attends|attendons|attendent)(?: \\p{L}+){0,1} (?:le|la|l'|les|que|un|une|mon|ma|notre|nos)|(?:mon|ma|notre|le|la|les|nos) (?:patron|patronne|direction|directeur|directrice|chef|conseil|comite|associes?|daf|gerant|comptable|mari|femme|dg|juriste|service juridique|architecte|achats?)(?: \\p{L}+){0,3} (?:regarde|doit|decide|valide|n'a|a le|examine|se reunit|tranche|etudie|doivent|l'a|veut)|ca (?:suit son cours|avance)|rien de (?:neuf|nouveau|decide)|pas de (?:nouvelles|decision|nouveau)",
  'todavia no|aun no|no(?: \\p{L}+){0,3} (?:todavia|aun)|(?:en (?:ello|estudio|revision|tramite|proceso|manos de|evaluacion|valoracion|juridico|administracion)|pendiente de (?:que )?(?:aprob\\p{L}*|firm\\p{L}*|el |la |mi |los |validar\\p{L}*|decid\\p{L}*|revis\\p{L}*))|(?:lo|la|los|las) (?:estamos|estoy|estan|esta) (?:viendo|mirando|revisando|valorando|estudiando|pensando|consultando|comparando|analizando)|(?:estamos|estoy|estan|esta|seguimos|sigo) (?:viendo|mirand\\p{L}*|revisand\\p{L}*|valorand\\p{L}*|estudiand\\p{L}*|pensand\\p{L}*|comparand\\p{L}*|analizand\\p{L}*|dandole|dudando|discutiendo)|(?:tengo|tenemos|tiene|tienen|hay|habria|falta|quiero|queremos|debo|debemos|necesito|necesitamos) (?:que )?(?:consult|habl|ver|coment|pens|revis|decid|mir|valor|medir|discut|estudi|leer|cuadr|pregunt)\\p{L}*|(?:dejame|dejeme|dejanos|dejadme|dejenos|permitame|deme|dame|denos) (?:que )?(?:\\p{L}+)|(?:lo|la|los|las) (?:consulto|hablo|hablamos|comento|comentamos|pienso|pensamos|miro|miramos|reviso|revisamos|veo|vemos|valoro|valoramos|estudio|estudiamos|mirare|veremos)|(?:se|te) l[oa] (?:he |hemos )?(?:pas|reenvi|traslad|envi)\\p{L}*|(?:(?:lo|la) tiene|(?:lo|la) tienen|(?:lo|la) lleva|esta en manos)|(?:he|hemos)(?: \\p{L}+)? (?:pasado|enviado|reenviado|trasladado)(?: \\p{L}+){0,3} (?:a|al)|(?:no|ni) (?:hemos|he|han|me ha|nos ha) (?:podido|tenido|decidido|dado|mirado|visto|llegado)|no he (?:podido|tenido)|a tope|liad[oa]s?|hasta arriba|va para largo|se (?:alarga|esta alargando|demora|retrasa)|(?:mi|el|la|los|nuestro|nuestra) (?:jefe|jefa|direccion|consejo|socio|socia|gerente|gerencia|comite|director|directora|financiero|abogado|junta|patronato|marido|mujer|compras)(?: \\p{L}+){0,3} (?:tiene|decide|lo|la|esta|debe|quiere|se reune|mira|revis)\\p{L}*|sin (?:novedad|noticias|novedades)',
);

/** "Contract looks fine to me, by the way": said in passing, by whoever likes. */
export const aside = any(
  'by the way|btw|p\\.?s\\.?|incidentally|no rush',
  'ubrigens|nebenbei|p\\.?s\\.?|keine eile|eilt nicht',
  "au fait|au passage|p\\.?s\\.?|rien ne presse|pas d'urgence",
  'por cierto|de paso|p\\.?d\\.?|no corre prisa|sin prisa',
);

/** A yes in other words, where something was asked that can be agreed to. */
export const assent =
  /^(?:\p{L}+,? )?(?:perfect|ok|okay|fine|sure|works|agreed|absolutely|definitely|of course|go ahead|please do|spot on|sounds (?:good|great)|passt|perfekt|gerne?|in ordnung|geht klar|klar|einverstanden|genau|stimmt|richtig|parfait|d'accord|ca marche|entendu|volontiers|tout a fait|exact\p{L}*|avec plaisir|bien sur|perfecto|vale|de acuerdo|claro|por supuesto|exacto|correcto|adelante|hecho)(?!\p{L})/u;

/** Asks for something that a yes does not give. */
export const whQuestion =
  /(?<!\p{L})(?:what|which|who|whom|whose|when|where|why|how|was|welche\p{L}*|wer|wem|wen|wann|wo|wohin|warum|wieso|wie|wieviel\p{L}*|or|oder|quel\p{L}*|qui|quand|ou|pourquoi|comment|combien|que|cual\p{L}*|quien\p{L}*|cuando|donde|como|cuant\p{L}*|o)(?!\p{L})/u;

/** What has to come from them before we go on. */
export const onceTheirs = any(
  "(?:once|as soon as|when|if|after|the moment|provided|subject to) (?:\\p{L}+ ){0,6}(?:you|your|you've|it's|it|that|those|them|they|the \\p{L}+|we have|i have|we've|i've|is here|is in|arrives?|received)|(?:you|your|you've)(?: \\p{L}+){0,6} and (?:i|we)(?:'ll| will| can)|and (?:i|we) can (?:then )?(?:lock|book|start|get|place|go|confirm|finali[sz]e|reserve|price|schedule|order)",
  '(?:sobald|wenn|falls|sofern|nachdem|vorausgesetzt)',
  '(?:des que|des (?:reception|votre|la|le)|quand|lorsque|une fois|si|apres (?:reception|votre)|a reception)',
  '(?:cuando|en cuanto|una vez|si|tan pronto|apenas|al recibir)',
);
/** The same, said of them outright: so it is theirs also where our own house or a day stands beside it. "When you come on Friday" only tells when. */
export const onceYours = any(
  "(?:once|as soon as|if|the moment|provided(?: that)?) (?:you|your)|(?:after|upon|on|subject to)(?: (?:receipt|receiving|getting) (?:of )?)? ?your (?:confirmation|approval|answer|reply|go-ahead|ok|okay|feedback|signature|order|payment|deposit)|(?:please|kindly) (?:\\p{L}+ ){1,8}?(?:\\p{L}+,|and) (?:then )?(?:i|we)(?:'ll| will| can)",
  '(?:sobald|falls|sofern|wenn) (?:sie|du|ihr|ihre?|deine?|eure?)|nach (?:ihrer|deiner|eurer) (?:bestatigung|freigabe|antwort|zusage|ruckmeldung|unterschrift|bestellung|zahlung)',
  '(?:des que|une fois que|si) (?:vous|tu|votre|ton|ta)|(?:des|apres|a)(?: reception de)? (?:votre|ta|ton) (?:confirmation|accord|validation|reponse|retour|signature|commande|paiement)',
  '(?:cuando|en cuanto|si|una vez que|tan pronto como) (?:usted(?:es)?|me|nos|su|tu)|(?:tras|al recibir|con) (?:su|tu|vuestra) (?:confirmacion|aprobacion|respuesta|firma|pedido|pago|visto bueno)',
  '(?:assim que|se|quando) (?:voce|o senhor|a senhora|me|nos)|(?:non )?appena (?:lei|mi|ci|avra|avrete)|(?:zodra|als) (?:u|je|jullie|uw)',
);
export const ownHouse = any(
  'factory|works|warehouse|my (?:boss|manager|colleague|director)|our (?:\\p{L}+)|engineering|the (?:supplier|manufacturer|lab|workshop)',
  'werk|fabrik|lager|hersteller|mein\\p{L}* (?:chef\\p{L}*|kolleg\\p{L}*)|unser\\p{L}*|technik|lieferant\\p{L}*|labor',
  'usine|atelier|fournisseur|fabricant|mon (?:chef|collegue|responsable|directeur)|notre|nos|entrepot|labo\\p{L}*',
  'fabrica|taller|proveedor|fabricante|mi (?:jefe|jefa|companer\\p{L}*|director\\p{L}*)|nuestr\\p{L}*|almacen|laboratorio',
);

/** Something is not clear to them, missing or wrong, and they say so without asking. */
export const objects = any(
  "(?:our|my|the|his|her|their) (?:\\p{L}+ )?\\p{L}+(?:'d| would)? (?:wants?|wanted|like|likes|needs?|asks?|asked|insists?|is asking|are asking|worried|worries) (?:to (?:know|see|hear|have|understand|speak|talk)|about|whether|if|how|that it)|they(?:'d| would)? (?:want|wanted|like|need|asked|insist) (?:to (?:know|see|hear|have|understand|speak)|a|an|about|whether|if)",
  '(?:unser|mein|der|die)\\p{L}{0,3} \\p{L}+ (?:mochte|will|hatte|wurde)(?: \\p{L}+){0,4} (?:wissen|sehen|gerne?)|(?:unser|mein|der|die)\\p{L}{0,3} \\p{L}+ fragt(?: \\p{L}+){0,2},? (?:ob|wo|wie|was|wann|welche\\p{L}*)|(?:er|sie) (?:hatte|wurde) gerne?',
  '(?:notre|mon|ma|le|la|nos) \\p{L}+ (?:se demande\\p{L}*|demande|veut|voudrait|aimerait|souhaite|insiste)(?: (?:savoir|voir|avoir|connaitre|si|ou|comment|combien|quel\\p{L}*|un|une|pour|sur))',
  '(?:el|la|mi|nuestr[oa]|los|las)(?: (?:de|del|de la))? \\p{L}+ (?:pregunta|preguntan|quiere saber|quieren saber|quiere ver|quieren ver|pide|piden|querria|quisiera|le gustaria|insiste)',
  "(?:bit |little |not (?:quite |entirely |totally )?)?(?:unclear|not clear|not sure|confused|puzzled)(?: \\p{L}+){0,4} (?:whether|if|what|why|how|about|on)|(?:can't|cannot|couldn't|don't) (?:find|see|make out|open|work out)|(?:is|are|seems?|looks?|was) (?:missing|wrong|incorrect|too (?:high|expensive|dear|long|short|much|big|small|late|steep))|doesn't (?:add up|match|fit|work|say|mention|show|include)|over (?:our|the) budget",
  '(?:fehlt|fehlen)(?: \\p{L}+){0,6} (?:noch|angabe\\p{L}*|position|seite|unterschrift|anlage|anhang)|(?:mir|uns) fehl(?:t|en)|(?:mir|uns) ist(?: \\p{L}+){0,3} (?:unklar|nicht klar)|nicht (?:zu )?(?:finden|offnen|ersichtlich|nachvollzieh\\p{L}*)|(?:zu|deutlich zu|viel zu) (?:teuer|hoch|lang|kurz|gross|klein|spat|knapp)|stimmt (?:so )?nicht|stimmen (?:so )?nicht|geht so nicht|passt (?:so )?nicht|uber (?:unserem|dem) budget',
  "(?:il )?(?:me|nous) manque|pas (?:clair|precise|indique|mentionne)|je ne (?:vois|trouve|comprends) pas|(?:trop|bien trop|un peu) (?:cher|chere|long|longue|court|eleve\\p{L}*|grand|petit|tard|juste)|depasse|au-dessus de (?:notre|mon|nos)|ne correspond\\p{L}* pas|il y a une erreur|n'ouvre pas|s'ouvre pas",
  '(?:me|nos) (?:falta|faltan)|no (?:me |nos )?(?:queda|esta|veo|encuentro|entiendo|aparece|viene|cuadra|abre|coincide|incluye)\\p{L}*(?: \\p{L}+){0,3} ?(?:claro)?|(?:muy|demasiado|un poco|algo) (?:caro|cara|alto|alta|largo|larga|justo|justa|tarde|grande|pequen\\p{L}*)|se (?:nos )?(?:sale|pasa|va) de(?:l)? (?:presupuesto|precio)?|hay un error|supera',
);

/** They need or look for something, and say so instead of asking. */
export const needs = any(
  "(?<!(?:if|when|should|until|once|unless|what|all) )(?:we|i)(?:'re| are|'m| am)? (?:just )?(?:need|require|looking (?:for|to)|after|keen (?:on|to)|interested in|want|would like|'d like)(?! to (?:discuss|talk|think|check|speak|run|wait|hold|sleep|consult|leave|pause|see how|sign|get (?:it )?(?:sign|approv)))(?! (?:\\p{L}+ )?(?:time|a break|until|more time|a bit|(?:a few|a couple)(?: of)?(?: more)? (?:days?|weeks?|months?|minutes?)))|(?:we|i)(?:'d| would) (?:need|want|require|be after|love|like)(?! to (?:discuss|talk|think|check|wait|leave|hold))|would need|could do with(?! (?:\\p{L}+ )?(?:time|a break))|(?:kindly|please) (?:complete|return|fill|sign|send|quote|advise|amend|change|update|revise|add|remove|correct|resend|confirm|arrange|book|process|invoice|issue|price|include|provide|supply|forward|call|ring|note|make|use|address|bill|deliver|ship)",
  '(?:brauch|benotig|such)(?:e|en|t|te|ten|ts)(?! (?:\\p{L}+ ){0,3}(?:zeit|ruhe|pause|tage|wochen|luft|bedenkzeit|nicht|keine?n?))(?: (?:ich|wir|noch|dringend|kurzfristig|dafur|dazu|fur|unbedingt))|(?:wir|ich) (?:brauch|benotig|such)(?:e|en|te|ten)(?! (?:\\p{L}+ ){0,3}(?:zeit|ruhe|pause|tage|wochen|luft|bedenkzeit|nicht|keine?n?))|(?:hatte|hatten)(?: (?:ich|wir))? gerne?|bitte(?: [\\p{L}\\d.,]+){0,8} (?:bestellen|anbieten|andern|anpassen|streichen|erganzen|korrigieren|deckeln|aufnehmen|einrechnen|ausweisen|erhohen|reduzieren|stornieren|liefern|bestatigen|vorbereiten|schicken|senden|mailen|zusenden|anrufen|einplanen|reservieren|freigeben|ausstellen|berechnen|eintragen|tauschen|anlegen|abholen|vorbeikommen|prufen|klaren|nachbessern|uberarbeiten|aufteilen|herausnehmen|rausnehmen|angeben)|(?:rechnung|angebot|auftragsbestatigung|bestatigung|unterlagen|vertrag) (?:dann |bitte |dazu )+(?:an|per|mit|auf|ohne|gern|bis)',
  "(?:il )?(?:me|nous) (?:faudrait|faut)(?! (?:du|encore du|un peu de|plus de) temps)|(?:avons|ai|aurions|aurais|aura)(?: \\p{L}+)? besoin (?:de|d'|du|des)(?! ?(?:temps|reflechir|en parler|discuter|recul|l'accord|consulter))|(?:je|nous) (?:cherch\\p{L}*|recherch\\p{L}*|souhait\\p{L}*|voudr\\p{L}*|aimer\\p{L}*|desir\\p{L}*)(?! (?:reflechir|en parler|attendre|discuter|consulter|laisser|y reflechir|prendre le temps|vous (?:une|un)|bonne))|on (?:cherche|souhaite|voudrait|aimerait)(?! (?:reflechir|attendre|en parler))|merci (?:de|d') ?(?:bien vouloir )?(?:nous |me |m'|l'|les |le |la )*(?!(?:ne |votre|vos|cette|ce |la |tout|l'interet|avoir|m'avoir))\\p{L}+(?:er|ir|re)(?![\\p{L}])|(?:pensez a|veuillez|prevoyez|modifiez|corrigez|ajoutez|retirez|envoyez|refaites|revoyez|completez|adressez|mettez|changez)",
  '(?:necesit|precis|busc|requer|requier)(?:o|a|amos|ariamos|aria|imos|iremos)(?! (?:\\p{L}+ ){0,3}(?:tiempo|dias|semanas|pensar\\p{L}*|consultar\\p{L}*|hablar\\p{L}*|un respiro|margen))|(?<!no )(?:nos|me|le) (?:hace|hacen|haria|harian|vendria|vendrian) (?:falta|bien)(?! tiempo)|(?:querriamos|queriamos|queremos|quisieramos|quisiera|querria|desearia|me gustaria|nos gustaria|nos interesa|me interesa)(?! (?:pensar|consultar|esperar|hablarlo|valorarlo|verlo con))|(?:mand|envi|pas|prepar|hac|haz|cambi|quit|anad|agreg|corrig|correg|modific|ajust|revis|incluy|factur|reserv|apunt)(?:a|e|ad|en|adme|ame|eme|enme|anos|enos|adnos|alo|ala|elo|ela|ed)(?![\\p{L}])|quedo a la espera de',
);

/** They wait for somebody else: "waiting to hear from the landlord". */
export const waits = any(
  'wait(?:ing)? (?:to hear (?:back )?from|for|on)(?! you)|(?:depends on|down to|up to)(?! you)',
  '(?:warte|warten|wartet)(?: \\p{L}+){0,3} auf(?! (?:sie|ihre?n?|dich|deine?n?|euch|eure?n?)(?!\\p{L}))|hangt(?: \\p{L}+){0,3} (?:an|von)(?! (?:ihnen|euch))',
  "(?:attend|attends|attendons|attendent)(?: (?:encore|toujours|juste))? (?:le|la|les|un|une|mon|ma|notre|nos|que)|(?:attend|attends|attendons|attendent)(?= l')|depend (?:de|du)(?! vous)",
  '(?:esperando|esperamos|espero|a la espera de|pendientes? de)(?: a)?(?: que)? (?:el|la|los|las|un|una|mi|mis|nuestr\\p{L}*)|depende (?:de|del)(?! (?:usted|vosotros|ti))',
);

/** No to what was offered. */
export const declines =
  /^(?:(?:hi|hallo|hello|bonjour|hola|dear|cher|estimad[oa])[^.!?,]{0,20}[,.!]\s*)?(?:(?:oh|ah|hi|hallo|hello|bonjour|hola|thanks|thank you|danke|merci|gracias)?(?: but| aber| mais| pero)?[^\p{L}]{0,3})(?:no|nah|nope|nein|nee|ne|non|not (?:at (?:this time|the moment|present)|right now|for now|this (?:time|year)|really|for us)|we(?:'ll| will)? (?:leave it|pass|have (?:enough|plenty))|derzeit nicht|momentan nicht|im moment nicht|aktuell nicht|zurzeit nicht|eher nicht|lieber nicht|pas (?:pour (?:le moment|l'instant|nous)|cette (?:annee|fois)|vraiment)|por ahora no|de momento no|ahora no|este ano no)(?!\p{L})(?! idea| clue| problem| worries| rush| idee| probleme)/u;

/** We put the matter away ourselves. */
export const closesFile = any(
  '(?:close|closing|shut|park) (?:this|the (?:file|case|ticket|quote|thread|enquiry|inquiry)|it|my file|things)(?: (?:off|out|down|here|on my side|our end))?|take (?:this|you|it) off (?:my|the|our) list|(?:last|final) (?:email|mail|message|note) from me',
  '(?:schliesse|schliessen|lege|legen)(?: (?:ich|wir|den|die|das|dann|hiermit|unsere\\p{L}?|damit)){1,4} (?:vorgang|akte|anfrage|thema|angebot)|(?:vorgang|akte|anfrage)(?: \\p{L}+){0,4} (?:geschlossen|ab|zu den akten)',
  '(?:clos|class|ferm|archiv)\\p{L}*(?: \\p{L}+){0,2} (?:dossier|demande|sujet|affaire|offre)',
  '(?:cierro|cerramos|archivo|archivamos|doy por cerrad[oa]|damos por cerrad[oa])(?: \\p{L}+){0,3} (?:tema|expediente|asunto|oferta|solicitud|ficha|caso)?',
);

/** Asks how far they are. */
export const asksHowFar = any(
  'what do you (?:think|make|reckon)|your (?:thoughts|view|verdict|impression)|was (?:halten|meinen|sagen) sie|wie (?:gefallt|gefallen|finden|fanden)|(?:que|qu.en|qu.est-ce que vous) (?:en )?(?:pensez|dites)|(?:que|como|cual) (?:os|te|le|les) (?:parece|parecio|ha parecido)|como l[oa] ve',
  'any (?:\\p{L}+ )?(?:news|update|updates|word|luck|joy|progress|movement|decision|feedback|thoughts)|(?:have|has|did|had|do|are) (?:you|they|she|he|the \\p{L}+|your \\p{L}+|it)(?: all| both)? (?:had|been able|managed?|get|got|have|decided|decide|come|heard|hear|made|seen|looked|spoken|approved|signed|any closer|any further)|yet\\?|what.s (?:holding|the (?:status|latest|verdict|score)|happening|next|new)|where (?:do|are) (?:we|you|things)(?: \\p{L}+)? (?:stand|with|at|up to)|how did (?:it|the|your|they)|how (?:far|are (?:you|things)|is it|did it)',
  '(?:gibt|gibts|haben|hat|ist|liegt)(?: [\\p{L}-]+){0,5} (?:ruckmeldung|antwort|entscheidung|ergebnis|nachricht|feedback|freigabe|zusage)|wie (?:geht|sieht|steht|weit|hat|haben|kam|lief)|woran|(?:gibt|gibts|gibt es|haben|habt|hast|konnten|konntet|konntest|ist|sind|liegt|wie weit|wie steht|wie sieht)(?: [\\p{L}-]+){0,8}? (?:schon|bereits|neues|neuigkeiten|was neues|aus|stand|entschieden|durch|da|inzwischen)',
  '(?:un|des|une|vos) (?:retours?|nouvelles?|decision|reponse)|qu.en|comment (?:ca|va|avance|s.est|a)|du nouveau|des nouvelles|ou en (?:est|etes|sont)|(?:avez|as|a|ont)[- ](?:vous|tu|t-il|t-elle|ils)(?: \\p{L}+){0,2} (?:pu|eu|decide|tranche|avance|recu|parle|vu)|deja',
  '(?:alguna|hay) (?:\\p{L}+ )?(?:respuesta|decision|novedad|noticia)|que tal|sigue en pie|novedades?|alguna noticia|noticias|(?:habeis|has|ha|han) (?:podido|decidido|visto|hablado|mirado|recibido)|ya|en que punto|como (?:va|vamos|lo llevas|lo llevais)',
);

/** No, as far as it goes: nothing yet. */
export const notSoFar =
  /^(?:(?:hi|hello|hallo|bonjour|hola|morning|moin|salut)[^.!?]{0,20}[,.!] ?)?(?:sorry,? |leider |helas,? |desolee?,? |lo siento,? )?(?:no|nope|nah|afraid not|not (?:yet|so far|really|a (?:thing|word|peep|dicky bird))|nothing|nada|nein|leider nein|leider nicht|noch nicht|bisher nicht|nix|nichts|non|pas encore|toujours (?:pas|rien)|rien|still nothing|immer noch (?:nicht|nichts)|aun no|todavia no|de momento no|por ahora no)(?: (?:i'm afraid|im afraid|sorry|yet|so far|leider|bisher|malheureusement|helas|todavia|aun|por ahora))?(?=[.,!;\n]|$)/u;

/** A question that offers something. */
export const offers = any(
  'open to|(?:quick|short|brief) (?:chat|call|word|look)|shall (?:we|i)|should (?:we|i)|would you like|do you (?:want|need)|want me to|fancy|interested|can (?:i|we)|may (?:i|we)',
  '(?:soll|sollen|darf|durfen|kann|konnen) (?:ich|wir)|mochten sie|mochtest du|wollen sie|willst du|brauchen sie|hatten sie interesse|interesse',
  '(?:souhaitez|voulez|desirez)-vous|souhaitez|voulez|(?:puis-je|pouvons-nous|dois-je)|interesse\\p{L}*|on (?:part|continue|renouvelle)',
  '(?:quier|quer)\\p{L}*|(?:le|te|os|les) (?:interesa|reservo|preparo|mando|envio|apetece|parece si)|necesit\\p{L}*|(?:puedo|podemos)',
);

/** Goods were brought, sent or set up by us. */
export const delivers = any(
  'deliver\\p{L}*|shipp?\\p{L}*|van|lorry|truck|driver|pallets?|install\\p{L}*|fitt\\p{L}*|courier|arrive\\p{L}*|parcel|goods|landed|unload\\p{L}*|set up|on its way',
  '\\p{L}*liefer\\p{L}*|versand\\p{L}*|verschickt|lkw|fahrer|palette\\p{L}*|montage|montier\\p{L}*|aufgebaut|installier\\p{L}*|angekommen|spedition|paket\\p{L}*|unterwegs|eingetroffen|ware',
  'livr\\p{L}*|expedi\\p{L}*|camion|chauffeur|palettes?|pose|poseurs?|install\\p{L}*|mont(?:age|e)|colis|arriv\\p{L}*|transporteur|marchandise',
  'entreg\\p{L}*|envi(?:ad|o)\\p{L}*|camion|repartidor|pales?|instal\\p{L}*|montad\\p{L}*|montaje|paquete|lleg\\p{L}*|transportista|mercancia',
);

/** What is only there to be read, looked at or tried. */
export const onTrial = any(
  'contract|invoice|mail|email|message|documents?|paperwork|letter|figures|drawings?|link|samples?|trial|demo|loan|quote|quotation|brochure|catalogue|catalog|swatch\\p{L}*|offer|proposal',
  '\\p{L}*vertrag|\\p{L}*rechnung|mail|nachricht|unterlagen|zeichnung\\p{L}*|zahlen|link|\\p{L}*muster\\p{L}*|\\p{L}*test\\p{L}*|demo\\p{L}*|leih\\p{L}*|\\p{L}*angebot|prospekt|katalog|probe\\p{L}*',
  'contrat|facture|mail|message|documents?|plans?|lien|echantillons?|essai|demo\\p{L}*|pret|devis|plaquette|catalogue|brochure|offre|proposition',
  'contrato|factura|correo|mensaje|documentos?|planos?|enlace|muestras?|prueba|demo\\p{L}*|prestamo|presupuesto|catalogo|folleto|oferta|propuesta|cotizacion',
);

/** Puts forward a day or an hour. */
export const proposes = any(
  'monday|tuesday|wednesday|thursday|friday|tomorrow|mon|tue|tues|wed|thu|thur|thurs|fri|next week|this week|at \\d{1,2}|(?:\\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \\d{1,2})|\\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)|\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}[:.]\\d\\d|\\d{1,2} ?(?:am|pm)',
  'montag\\p{L}*|dienstag\\p{L}*|mittwoch\\p{L}*|donnerstag\\p{L}*|freitag\\p{L}*|morgen|ubermorgen|(?:nachste|diese) woche|am \\d{1,2}\\.|um \\d{1,2}|\\d{1,2} uhr',
  'lundi|mardi|mercredi|jeudi|vendredi|demain|la semaine prochaine|cette semaine|le \\d{1,2}|\\d{1,2} ?h(?:\\d\\d)?',
  'lunes|martes|miercoles|jueves|viernes|manana|la semana que viene|esta semana|el (?:dia )?\\d{1,2}|a las \\d{1,2}',
);

/** Somebody else has to be asked or something looked up before it can be done. */
export const asksElsewhere = any(
  "(?:check|ask|speak|talk|find out|confirm|verify|enquire|chase|consult)(?:ing)?(?: \\p{L}+){0,3} (?:with|to|the|our|my|at|from)(?! you)|i(?:'ll| will) (?:check|find out|ask|look into|investigate)|let me (?:check|find|ask)",
  '(?:frag|klar|erkundig|sprech|besprech|pruf|kummer|schau)\\p{L}*(?: \\p{L}+){0,3} (?:mit|bei|beim|im|in|nach|ab|das|es)',
  "(?:demand|interrog|vo[iy]|parl|verif|renseign|consult)\\p{L}*(?: \\p{L}+){0,2} (?:a|au|avec|aupres|si|la|le|l'|notre|mon)",
  '(?:pregunt|consult|habl|comprueb|comprob|averigu|mir|verific)\\p{L}*(?: \\p{L}+){0,2} (?:a|al|en|con|si)',
);

/** Asks for a thing or a word: "ok" promises it and does not give it. */
export const asksForThing = any(
  '(?:can|could|would|will|might) you (?:please |kindly |just |also |possibly |perhaps ){0,2}(?:send|share|give|tell|let|forward|provide|mail|email|measure|check|ask|fill|sign|return|get|find|pass|drop|supply|put|take|upload|show|look|have)',
  '(?:konnen|konnten|kannst|konntest|wurden|wurdest|mochten|schicken|senden|geben|nennen|mailen) sie(?: \\p{L}+){0,8} (?:schicken|senden|geben|nennen|mailen|sagen|prufen|ausmessen|messen|mitteilen|zukommen|zusenden|ausfullen|unterschreiben|fragen|klaren|nachsehen|schauen)',
  "(?:pouvez|pourriez|peux|pourrais|voulez|voudriez)[- ](?:vous|tu)(?: (?:bien|me|m'|nous|le|la|les|aussi|deja|svp)){0,3} ?(?:envoyer|dire|donner|transmettre|mesurer|verifier|demander|remplir|signer|renvoyer|communiquer|preciser|indiquer|fournir|faire)",
  '(?:puede|pueden|puedes|podeis|podria|podrian|podrias|podriais)(?: \\p{L}+){0,2} (?:enviar|mandar|pasar|decir|dar|medir|mirar|preguntar|rellenar|firmar|devolver|facilitar|indicar|hacer|comprobar)\\p{L}*|(?:me|nos) (?:mandas|envias|pasas|dices|das|manda|envia|pasa|dice|da|mandais|pasais|decis)',
);

/** A word of rest or of a later time, without which nothing but a course of things is told. */
export const refrains = any(
  "not|\\p{L}+n't|no|nothing|never|until|till|wait|before|back|again|later|then|hold|park|pause|revisit|once|after|when|leave|busy|away",
  'nicht|nichts|nix|kein\\p{L}*|erst|bis|warten|wieder|spater|dann|vorher|sobald|nach|wenn|zuruck|ruhen|pause|melden|ruhe',
  "pas|plus|rien|aucun\\p{L}*|jusqu\\p{L}*|(?<!j')attend\\p{L}*|attends(?! (?:le|les|un|mon|ma|notre|nos) )|avant|apres|revenir|revenez|ensuite|quand|une fois|pause|plus tard|laissez",
  'no|nada|hasta|esper\\p{L}*|antes|despues|luego|cuando|vuelv\\p{L}*|mas tarde|mas adelante|pausa|una vez|deja\\p{L}*',
);

/** A no that leaves nothing to wait for, and is no "not yet". */
export const flatly = any(
  'not (?:at this time|right now|for now|at the moment|at present|this (?:time|year)|for us)|no,? thanks?|no,? thank you|leave it',
  '(?:derzeit|momentan|im moment|aktuell|zurzeit|eher|lieber) nicht|nein,? danke',
  "pas (?:pour (?:le moment|l'instant|nous)|cette (?:annee|fois))|non,? merci",
  '(?:por ahora|de momento|ahora|este ano) no|no,? gracias',
);

/** Asks for a fact: which, where, how many. */
export const asksFact = any(
  '(?:or|oder) (?:the|a|an|den|die|das|dem|eine?n?|in|auf|with|mit|ohne|without|\\d)',
  '(?:quand|combien|comment|a quelle heure|lequel|laquelle|lesquels|ou)(?= ?[?])',
  '(?:ou|o) (?:le|la|les|un|une|el|los|las|en|avec|con|sans|sin|plutot)',
  '(?<=^|[,:;.!?-] |and |so |hi |also )(?:which|what|where|when|who|whom|whose|how (?:many|much|big|long|wide|high|old|often|far|heavy|tall|deep))',
  '(?<=^|[,:;.!?-] |und |also |auch )(?:(?:mit|in|an|auf|fur|von|zu|bei|bis|ab|aus) )?(?:welche\\p{L}*|wohin|wo|wann|wer|wem|wen|womit|wofur|wie (?:viele?|lang|gross|hoch|breit|schwer|alt|oft|tief)|wieviel\\p{L}*)',
  '(?<=^|[,:;.!?-] |et |donc )(?:(?:a|de|en|pour|avec|dans|chez|sur) )?(?:quel\\p{L}*|ou|quand|qui|combien)',
  '(?<=^|[,:;.!?¿-] ?|y |pues )(?:(?:a|de|en|para|con|por) )?(?:donde|cuando|cuant\\p{L}*|cual\\p{L}*|quien\\p{L}*|que (?!tal|os|te|le|les)\\p{L}+)',
);

/** Asks by when it is wanted. */
export const whenNeeded = any(
  'when (?:do|would|will|did|are|is|should) (?:you|it|the|they)(?: \\p{L}+){0,3} (?:need|want|like|require|start|starting|plan|planning|live|move|moving|open|opening|finish|ready|begin)|(?:by when|what date|which month|how soon)',
  '(?:bis wann|wann|ab wann)(?: \\p{L}+){0,5} (?:brauch\\p{L}*|benotig\\p{L}*|start\\p{L}*|los|plan\\p{L}*|soll\\p{L}*|eroffn\\p{L}*|fertig|beginn\\p{L}*|haben|lieferung|montage)|(?:bis wann|wann|ab wann) (?:brauch|benotig|soll|start|mochten|hatten)\\p{L}*',
  "(?:pour quand|quand|a quelle date|a partir de quand)(?: [\\p{L}'-]+){0,5} (?:besoin|faut|faudrait|demarr\\p{L}*|commenc\\p{L}*|ouvr\\p{L}*|livr\\p{L}*|souhait\\p{L}*|voul\\p{L}*)|pour quand",
  '(?:para cuando|cuando|que fecha|a partir de cuando)(?: \\p{L}+){0,4} (?:necesit\\p{L}*|hace falta|haria falta|quer\\p{L}*|quier\\p{L}*|empez\\p{L}*|empiez\\p{L}*|arranc\\p{L}*|abr\\p{L}*)|para cuando',
);

/** It has been approved. */
export const approved = any(
  "(?<!(?:not|n't|be|get|getting|been|until|if|once|when|to) )(?:approved|signed off|okayed|ok'd|green-?lit|rubber[- ]stamped|given the (?:go-ahead|nod|green light|ok))|(?:got|have|has) (?:the )?(?:approval|sign-?off|go-ahead|green light|thumbs up)",
  '(?<!(?:nicht|wird|werden|noch) )(?:genehmigt|freigegeben|bewilligt|abgesegnet|abgenickt|zugestimmt)(?! werden)|grunes licht|(?:freigabe|genehmigung|okay|ok) (?:ist da|liegt vor|haben wir|erhalten)',
  "(?:est|a ete|ont|a|c'est|tout) (?:bien )?(?:valide|approuve|accepte|signe)(?!r)\\p{L}*|(?:oui|super),? valide\\p{L}*|feu vert",
  '(?<!(?:sin|ser|este|sea) )(?:aprobad[oa]|autorizad[oa]|aprobo|aprobaron|autorizaron)|(?:han|ha) (?:aprobado|autorizado|dado el visto bueno)|(?:tenemos|hay) (?:ya )?(?:luz verde|el visto bueno|aprobacion)',
);

/** Said with what disappoints. */
export const regrets = any(
  'sorry|afraid|unfortunately|apolog\\p{L}*|regret\\p{L}*|sadly|in the end',
  'leider|tut mir leid|bedau\\p{L}*|entschuldig\\p{L}*|schade|nichts fur ungut',
  'desole\\p{L}*|malheureusement|helas|regret\\p{L}*|navre\\p{L}*|finalement',
  'lo siento|lamento|lamentamos|desgraciadamente|por desgracia|perdon\\p{L}*|al final',
);
