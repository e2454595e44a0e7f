/**
 * What ends an earlier hold: an invitation to write or call now or on a near day, or words that take back that very hold. News on which a hold
 * may rest ("earlier than expected", "the budget is through") end none by themselves. Folded; flat alternatives with bounded gaps.
 */
import { any } from './absence-words.ts';
import { it } from './hold-it.ts';
import { otherMatters } from './hold-lookalikes.ts';
import { speaksToMachine } from './hold-machines.ts';
import { nl } from './hold-nl.ts';
import { pt } from './hold-pt.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** An earlier hold is over, perhaps: said of anything that was waited for. */
const news = any(
  "(?:forget|scrap|ignore|disregard|bin|strike|never mind|cancel) (?:about )?(?:what|everything|all|anything|whatever)(?: \\p{L}+){0,2} (?:i|we) (?:said|told|wrote|mentioned|asked)|(?:forget|scrap|ignore|disregard|bin|never mind|cancel) (?:about )?(?:the |my |our |that )?(?:january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|autumn|spring|summer|winter|easter|christmas|half-term|wait(?:ing)?|delay|hold|pause|freeze|embargo|moratorium|silence|(?:earlier|previous|last|other) (?:mail|e-?mail|message|note|request))|(?:no need|no reason|don't need|needn't|don't have to|do not have to|not necessary|unnecessary)[^;]{0,50}(?:any ?more|any longer|after all|now)(?= |[.,;:!]|$)|(?:back|up and about|on my feet|discharged|finished|done|recovered|home)[^;]{0,40}(?:early|earlier than|sooner than|ahead of (?:time|schedule|plan)|before (?:expected|planned))|(?:earlier|sooner|quicker|faster) than (?:expected|planned|i thought|we thought|hoped|feared|i said|i told)|(?:embargo|ban|freeze|quiet period|block|lock-?down|moratorium|purdah)(?:'s| is| has| was)(?: \\p{L}+)? (?:lifted|over|off|ended|gone|done)|(?<!(?:when|once|until|after|if|till|unless) (?:the|our) )(?:green light|go-ahead|sign-?off|money|funds|grant) (?:came|has come|is|arrived|landed)(?: \\p{L}+)? (?:in|through|early)|all clear|coast is clear|you (?:can|may) (?:resume|start again|pick (?:it|this|things) up again|come back to (?:me|us) now|get going|fire away)|back in (?:business|action)|brought forward|contrary to what i (?:said|wrote)|no longer (?:waiting|on hold|frozen|blocked|have to wait)|moved up the (?:timetable|date|schedule)",
  'vergess(?:en|t)?(?: sie)? (?:bitte )?(?:den |die |das |unsere |unseren |meine |mein |meinen )?(?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember|herbst|fruhjahr|sommer|winter|ostern|weihnachten|q[1-4]|kw|pause|sperre|funkstille|sperrfrist|letzte\\p{L}*|vorige\\p{L}*|bitte um|ganze)|vergiss (?:den|die|das|meine|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)|rolle ruckwarts|entwarnung|(?:schon|bereits|doch) (?:wieder|fruher|eher) (?:im|da|zuruck|fit|an|am|fertig|zu|auf|soweit|los)|doch (?:schon|bereits) (?:wieder|jetzt|im|am|ab|diese|nachste|morgen|heute)|(?:eher|fruher|schneller|zeitiger) (?:fertig|zuruck|wieder|entlassen|soweit|als (?:geplant|gedacht|erwartet|angekundigt|befurchtet))|zieh(?:en|e|t)?(?: (?:wir|es|das|sie))?(?: \\p{L}+)? vor|vorgezogen|nicht erst (?:im|am|nach|ab|in|zum|anfang|ende|mitte|wenn)[^;]{0,40}sondern|(?:sperre|stopp|freeze|pause|funkstille|sperrfrist|moratorium|embargo|einkaufsstopp|\\p{L}*sperre|\\p{L}*stopp)(?: \\p{L}+){0,3} (?:aufgehoben|beendet|vorbei|rum|gefallen|vom tisch|erledigt|ausgesetzt)|grunes licht (?:ist|kam|haben|liegt)|(?:konnen|durfen|kannst|darfst)(?: (?:sie|du|wir|ihr))?(?: \\p{L}+){0,6} (?:loslegen|weitermachen)|anders als (?:geschrieben|angekundigt|gesagt)|(?:kein|ohne) (?:weiteres )?warten(?: \\p{L}+){0,4} (?:notig|mehr|erforderlich)',
  "(?:oubliez|oublie|ignorez|laissez tomber|annulez)(?: \\p{L}+)? (?:ce que|mon (?:dernier|precedent|message)|ma (?:derniere|precedente|demande|consigne)|(?:le mois de |le |la |en )?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|rentree|delai|report|gel|pause|consigne))|finalement[^;]{0,50}(?:ne (?:patient|attend)\\p{L}*|plus (?:besoin|la peine)|pas (?:besoin|la peine)|vous pouvez|tu peux|je (?:peux|suis)|nous (?:pouvons|sommes)|disponible|dispo)|plus (?:besoin|la peine|de raison|necessaire) (?:d'|de )(?:attendre|patienter|temporiser)|(?:inutile|pas besoin|pas la peine|pas utile) (?:d'|de )(?:attendre|patienter)[^;]{0,40}(?:finalement|en fin de compte|tout compte fait)|finalement,? (?:inutile|pas besoin|pas la peine)|n'attendez plus|(?:plus tot|plus vite|avant) que (?:prevu|annonce|pense|je ne pensais)|en avance sur|feu vert (?:est|vient|nous est)|(?:avons|ai|a) (?:eu|recu|obtenu) le feu vert|(?:gel|blocage|suspension|moratoire|embargo|interdiction|pause)(?: \\p{L}+'?){0,4} ?(?:leve|terminee?|finie?|levee|derriere)|vous pouvez (?:donc |desormais |maintenant |a nouveau |de nouveau ){1,2}(?:relancer|reprendre|revenir|y aller)|changement de plans?|contre-ordre|contrairement a ce que",
  'olvid(?:a|e|en|ad|ate|ese|emos|emonos)(?: de)? (?:lo|mi|el mensaje|la espera|que|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)|al final (?:no (?:hace|hay|es|tiene\\p{L}*|necesit\\p{L}*|hara)|si |ya |podemos|puedo|se (?:ha |)adelant\\p{L}*|nos (?:han|aprob\\p{L}*))|ya no (?:hace falta|es necesario|es preciso|hay (?:que|por que)|tiene[ns]? que|hay motivo)|antes de lo (?:previsto|esperado|pensado|planeado|que|programado|anunciado)|antes de tiempo|(?:han|hemos|se ha|he) adelantado|se adelanto|adelantaron|(?:dieron|han dado|dado|tengo) (?:ya )?el alta|ya (?:estoy|estamos|ando) (?:de (?:vuelta|nuevo|regreso)|otra vez|disponible\\p{L}*|bien|recuperad\\p{L}*|al cien|operativ\\p{L}*)|ya (?:puede|pueden|puedes|podeis) (?:retomar|reanudar)\\p{L}*|(?:ya )?(?:tenemos|llego|nos dieron|hay) (?:la )?luz verde|sin efecto|se levanto|levantaron|levantado|(?:veda|bloqueo|congelacion|pausa|moratoria)(?: \\p{L}+){0,4} (?:termino|levant\\p{L}*|acabo|se acabo)|contrario a lo que',
  "scrap (?:that|what|my)|forget (?:what i|about what|my|it[.,;:!])|but forget it|ignore (?:my|what i)|disregard (?:my|what i)|strike that|take (?:that|it) back|(?:no longer|don't|do not|needn't)(?: \\p{L}+){0,3} (?:have to|need to|need|must)? ?(?:hold off|wait|hang on)(?: any ?more| any longer| on our account)|(?:freeze|pause|stop|ban|moratorium) (?:is|has been|was|got) (?:lifted|over|off)|thanks? (?:you )?for (?:waiting|your patience while|holding off|bearing)|we(?:'re| are) ready (?:when|now|to)|want to talk [^;]{0,20}after all|can (?:get going|go ahead|start) (?:again|now)|feel free to get going|(?:came|come) (?:through|in) early|change of plan|plans have changed|false alarm|no need to (?:hold off|wait) any|funding came in|earlier than (?:expected|planned|i thought)|we can (?:talk|speak|go) now|(?:i know )?i (?:said|asked)[^;]{0,40}\\bbut (?:we|i|it|things)|(?:budget|funding|approval|board)[^;]{0,20}(?:came|is|has been|was) (?:through|approved|released|in)[^;]{0,20}(?:so|and|,)",
  '(?:warten|abwarten|gedulden) (?:mussen|brauchen|musst|brauchst)(?: \\p{L}+){0,5} nicht (?:mehr|langer)|vergessen sie(?:,)? was|vergiss(?:,)? was|kommando zuruck|(?:mussen|brauchen|musst|brauchst)(?: \\p{L}+){0,2} nicht (?:mehr|langer)[^;]{0,40}(?:warten|abwarten)|danke?,? (?:dass|furs|fur das) [^;]{0,40}(?:abgewartet|gewartet|warten|geduld)|jetzt sind wir so ?weit|(?:sperre|stopp|freigabe|haushaltssperre|budgetsperre|investitionsstopp)(?: \\p{L}+){0,2} (?:ist )?(?:aufgehoben|vorbei|da)|eigentlich wollt\\p{L}* [^;]{0,50}aber|hat sich erledigt|doch (?:schon )?(?:jetzt|fruher|gleich)|konnen (?:jetzt )?(?:wieder )?loslegen|hinfallig|schneller als gedacht|fruher als (?:gedacht|geplant)|budget ist (?:jetzt )?(?:doch )?(?:da|frei)',
  "oubliez ce que|oublie ce que|plus (?:la peine|besoin) d'attendre|merci d'avoir (?:patiente|attendu)|(?:gel|blocage|suspension|moratoire)(?: \\p{L}+){0,3} (?:est )?leve|on peut (?:reprendre|avancer|y aller)(?: \\p{L}+){0,2} ?(?:des|quand|maintenant|aujourd)|finalement (?:c'est bon|on peut|nous|le|la|pas besoin)|plus tot que prevu|changement de programme|contrordre|c'est debloque|(?:budget|projet|dossier) est (?:enfin )?(?:debloque|valide|libere)|fausse alerte",
  'olvida (?:lo que|lo de)|olvide (?:lo que|lo de)|olvidalo|ya no (?:hace falta|es necesario|tiene[ns]? que|hay que) (?:que )?esper\\p{L}*|gracias por (?:esperar|la espera|su espera)|ya podemos|(?:han|hemos|se ha) (?:descongelado|desbloqueado|levantado)|levantad[oa]|al final (?:han|hay|si|podemos)|antes de lo (?:previsto|esperado|pensado)|cambio de planes|cuando quieras nos ponemos|falsa alarma',
  pt.lifting,
  it.lifting,
  nl.lifting,
);

/** Whom they want to be written to. */
const me = '(?:me|us|my \\p{L}+|our \\p{L}+)';
const spur =
  '(?:actually|anyway|so|and|but|then|now|please|kindly|just|do|yes|sure|well|ok|okay|instead|by all means|of course)';

/** May write or call, or shall. Whoever invites names himself: "you can call our warehouse" is none. */
const contact = any(
  `you(?:'re| are)? (?:can|may|could|might|are (?:very |most )?welcome to|(?:very |most )?welcome to|(?:are )?free to|are allowed to)(?: (?:now|again|already|always|also|certainly|gladly|happily|please|then|once more|of course)){0,3} (?:contact|call|ring|phone|write(?: to)?|e-?mail|mail|message|text|talk to|speak to|approach|chase|try|reach(?: out to)?|get (?:back )?in touch with|come back to|get back to|follow up with|reach out|get (?:back )?in touch|write|call|mail|e-?mail|follow up)(?= ${me}(?!\\p{L})| (?:again|now)| *[.!,;]| *$)`,
  "(?:feel free|happy for you|glad for you|fine for you|ok(?:ay)? for you|no problem|(?:it's|it is|that's) (?:now |all )?(?:fine|ok|okay|alright|all right)) to (?:contact|call|ring|phone|write|e-?mail|mail|message|text|talk|speak|approach|try|reach|get (?:back )?in touch|come back|get back|follow up)",
  `(?:^|[,;:.!-] ?|(?:^|[ ,])(?:${spur},? ){1,2})(?:contact|call|ring|phone|write(?: to)?|e-?mail|mail|message|text|talk to|speak to|try|give|drop|get (?:back )?in touch with|come back to|get back to) (?:me|us)(?!\\p{L})(?! (?:on |at )?(?:the|an?|your|this|that|those|these|it|some|my|our)(?! (?:line|note|mail|call|ring|shout|buzz|bell|message|week|morning|afternoon|month))(?!\\p{L}))`,
  `(?:^|[,;:.!-] ?|(?:^|[ ,])(?:${spur},? ){1,2})(?:reach out|get (?:back )?in touch|do write)(?= |[.!,]|$)`,
  '(?:like|love|want) to hear from you|you can (?:start|resume) (?:contacting|calling|ringing|writing to|writing|e-?mailing|mailing|messaging|texting) (?:me|us)|(?:put|add|take|sign) (?:me|us) back (?:on|to|in)|re-?subscribe (?:me|us)',
  '(?:sie|du|ihr) (?:konnen|durfen|kannst|darfst|konnt|durft)(?: (?!nicht|nie|kein)\\p{L}+){0,6} (?:schreiben|anrufen|melden|mailen|anmailen|kontaktieren|anschreiben|ansprechen|durchklingeln)',
  '(?:konnen|durfen|kannst|darfst|konnt|durft) (?:sie|du|ihr)(?: (?!nicht|nie|kein)\\p{L}+){0,6} (?:schreiben|anrufen|melden|mailen|anmailen|kontaktieren|anschreiben|ansprechen|durchklingeln)',
  '(?:(?:rufen|schreiben|kontaktieren|mailen) sie (?:mich|mir|uns)|(?:ruf|ruft|schreib|schreibt|kontaktiere|mail) (?:mich|mir|uns)|melden sie sich|(?:meld|melde) dich|meldet euch)(?! (?:\\p{L}+ ){0,3}(?:nicht|nie|kein\\p{L}*))',
  "(?:vous pouvez|tu peux|pouvez-vous|libre a vous de)(?: (?!pas|plus|jamais)[\\p{L}']+){0,3} (?:me |m'|nous )(?:ecrire|appeler|rappeler|contacter|recontacter|joindre|relancer|solliciter|telephoner)|n'hesitez pas a (?:me |m'|nous )(?:ecrire|appeler|rappeler|contacter|recontacter|relancer)",
  '(?:appelez|rappelez|ecrivez|contactez|recontactez|relancez|telephonez|appelle|rappelle|ecris|contacte|recontacte|relance|telephone)-(?:moi|nous)(?! (?:pas|plus|jamais))',
  '(?:puede|pueden|puedes|podeis)(?: (?!no|nunca)\\p{L}+){0,3} (?:llam|escrib|contact|busc|marc|habl)[aei]r(?:me|nos)|(?:me|nos) (?:puede|pueden|puedes|podeis)(?: (?!no|nunca)\\p{L}+){0,3} (?:llamar|escribir|contactar|buscar)|(?<!no )(?<!nunca )(?:llam|escrib|contact)(?:a|e|en|ad|id)(?:me|nos)',
  '(?<!nao )(?:pode|podem|podes)(?: (?!nao|nunca)\\p{L}+){0,3} (?:ligar|escrever|contactar|contatar)|(?<!nao )(?:ligue|escreva|contacte|contate|liga|escreve)(?:-| )(?:me|nos)',
  '(?<!non )(?:puo|potete|puoi)(?: (?!non|mai)\\p{L}+){0,3} (?:scriver|chiamar|contattar|richiamar|ricontattar|telefonar)(?:mi|ci)|(?:mi|ci) (?:puo|potete|puoi)(?: (?!non|mai)\\p{L}+){0,3} (?:scrivere|chiamare|contattare|richiamare|ricontattare)|(?<!non )(?:mi|ci) (?:scriva|chiami|richiami|contatti|ricontatti)|(?:scriv|chiam|richiam|contatt)(?:a|i|ate|ete)(?:mi|ci)',
  '(?:u|je|jullie) (?:kunt|kun|kan|mag|mogen|kunnen)(?: (?!niet|nooit|geen)\\p{L}+){0,5} (?:bellen|mailen|schrijven|benaderen|contacteren)|(?:u|je|jullie) (?:kunt|kun|mag|mogen|kunnen) (?:me|mij|ons) (?:nu |gerust )?(?:weer|opnieuw)|(?:bel|mail|schrijf|belt|mailt) (?:me|mij|ons)(?! (?:niet|nooit))',
);

/** That it is otherwise than before: "call me tomorrow" alone only names a day. */
const anew = any(
  'again|now|already|after all|any ?more|any longer|once more|actually|whenever|back (?:on|to|in)',
  'wieder|erneut|jetzt|nun|schon|bereits|ab sofort|nicht (?:mehr|langer)|kein\\p{L}* \\p{L}+ (?:mehr|notig)',
  "maintenant|desormais|a nouveau|de nouveau|des a present|finalement|en fin de compte|n'attend\\p{L}* plus|plus (?:besoin|la peine|de raison|necessaire|utile)",
  'ya|ahora|de nuevo|nuevamente|otra vez|volver|al final|finalmente',
  'ja|agora|novo|novamente|outra vez|voltar|afinal|mais|ora|adesso|gia|di nuovo|ancora|alla fine|piu',
  'weer|opnieuw|nu|toch|alvast|niet (?:meer|langer)',
);

/** Only if, only once, or a threat: no invitation. */
const provided = any(
  "if|unless|once|until|till|after|provided|only|should you|in case|then|afterwards|in an emergency|as soon as (?!you)|for (?:any |all |further |other ){0,3}(?:questions?|queries|enquiries|emergenc\\p{L}+|urgent \\p{L}+)|lawyer|report you|block|and (?:i|we|you)(?:'ll| will)",
  'falls|danach|dann|anschliessend|wenn|sollten|sofern|sobald|nachdem|erst|nur|nach|bei (?:\\p{L}+ )?(?:\\p{L}*fragen|notfallen)|im notfall|anwalt',
  "si|ensuite|puis|s'il|en cas|sauf|apres(?!-midi)|une fois|des qu\\p{L}*(?! possible)|lorsque|seulement|uniquement|pour toute|avocat",
  'si|luego|entonces|en caso|salvo|despues|tras|una vez|en cuanto|solo|unicamente|para (?:cualquier|consultas|dudas)|abogado',
  'se|caso|depois|assim que|so (?:se|quando|depois)|apenas|dopo|appena|solo|solamente|als|zodra|nadat|alleen|bij vragen',
);

/** Said of contact in the same breath: then it is none. */
const refuses = any(
  "not|never|no longer|dejar|evitar|ahorr\\p{L}*|sparen|lassen|arreter|cesser|smettere|parar|ophouden|\\p{L}+n't|dont|cannot|stop|nobody|nicht|nie|niemals|kein\\p{L}*|aufhoren|ne|n'\\p{L}+|jamais|arretez|cessez|nao|nunca|jamas|deje|dejen|non|mai|niet|nooit|geen",
);

/** Takes back a wait: there is none any more. Of what is waited for see `otherMatters`. */
const takesBack = any(
  "(?:no need|no reason|no point|don't need|needn't|need not|don't have to|do not have to|don't (?:\\p{L}+ )?need to|no longer (?:have to |need to |any need to |necessary to )?|not necessary|unnecessary)(?: (?!send|bring|order|pay|print)\\p{L}+){0,4}? ?(?:wait(?!\\p{L}* (?:for|on) (?:me|us|him|her|them)(?!\\p{L}))|waiting|hold off|holding off|hang on|hold back|sit on (?:it|this|that))(?!\\p{L})",
  '(?:(?:muss|mussen|brauch|musst|brauchst|braucht|musst)\\p{L}*)(?: \\p{L}+){0,5} nicht (?:mehr|langer)(?: [\\p{L}\\d.]+){0,5} (?:(?:zu )?warten|abwarten|abzuwarten|gedulden|zuruckhalten|zuruckzuhalten)|(?:warten|abwarten|gedulden) (?:mussen|brauchen|musst|brauchst)(?: \\p{L}+){0,5} nicht (?:mehr|langer)|(?:kein|ohne) (?:weiteres )?warten(?: \\p{L}+){0,4} (?:notig|mehr|erforderlich)',
  "(?:plus|pas) (?:besoin|la peine|de raison|necessaire|utile) (?:d'|de )(?:attendre|patienter|temporiser)|inutile (?:d'|de )(?:attendre|patienter)|(?:n'attend|ne patient)(?:ez|ons|e|s) (?:plus|pas jusqu)\\p{L}*",
  '(?:no|ya no|al final no) (?:hace falta|es necesario|es preciso|hay (?:que|por que)|tiene[ns]? (?:que|por que)|tienes que|hay motivo para) (?:que )?(?:\\p{L}+ )?(?:esper|aguard)\\p{L}*',
  "nao (?:e|ha|precisa|precisam)(?: mais)? ?(?:preciso|necessario|necessidade)? ?(?:de )?esperar mais|non (?:serve|occorre|c'e bisogno di|e necessario|bisogna) piu (?:aspettare|attendere)|non (?:serve|occorre|c'e) piu (?:bisogno di )?(?:aspettare|attendere)|(?:hoeft|hoef|hoeven)(?: \\p{L}+)? niet (?:meer|langer) te wachten",
);

/** "Let's not wait until September": theirs and ours, and so the very wait. */
const letUsNot = any(
  "(?:let's|let us) not (?:wait|hold off|hang on)|warten wir nicht|n'attendons (?:pas|plus)|no esperemos|nao esperemos|non aspettiamo|laten we niet wachten",
);

const month =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|marz|mai|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|q[1-4]|autumn|spring|summer|winter|easter|christmas|herbst|fruhjahr|sommer|ostern|weihnachten|rentree|verano|otono)';
const rest =
  '(?:wait(?:ing)?|hold(?:ing)?(?: off)?|paus(?:e|ing)|freeze|embargo|moratorium|silence|warten|pause|sperre|funkstille|sperrfrist|attendre|attente|gel|esper\\p{L}*|pausa)';

/** "Forget what I said about September", "das mit Oktober hat sich erledigt": the very hold, by its day or by what it was. */
const unsaid = any(
  `(?:forget|scrap|ignore|disregard|bin|strike|never mind)(?: about)? (?:what|everything|all|anything|whatever) (?:i|we) (?:said|told|wrote|mentioned|asked)(?: \\p{L}+){0,4} (?:${month}|${rest})(?! [\\p{L}]+(?:s|tion|ment)(?!\\p{L}))|(?:forget|scrap|never mind)(?: about)? (?:the |my |our |that )?(?:${month}|wait(?:ing)?|pause|freeze|embargo|silence)(?= *[,.!;:-]| *$| after all)|you (?:can|may) (?:forget|ignore|scrap) (?:${month}|the (?:wait|pause|freeze))(?= *[,.!;:-]| *$)`,
  `vergess\\p{L}*(?: sie)?,?(?: \\p{L}+){0,4} (?:${month}|${rest})(?= *[,.!;:-]| *$| (?:gesagt|geschrieben))|(?:das|die sache) mit (?:dem |der )?(?:${month}|${rest}) hat sich erledigt`,
  `(?:oubliez|oublie|ignorez|laissez tomber) (?:ce que|ma demande|ma consigne|mon message|la|le|l')(?: ?[\\p{L}']+){0,5}? ?(?:${month}|${rest})(?= *[,.!;:-]| *$)`,
  `olvid(?:a|e|en|ad|ate|ese|emos)(?: de)? (?:lo|mi|la|el)?(?: ?\\p{L}+){0,6}? ?(?:${month}|${rest})(?= *[,.!;:-]| *$| a )`,
);

/** That it goes on, they and we: beside the news it is an invitation. */
const goesOn = any(
  "(?:call|ring|phone|write to|e-?mail|mail|contact|text) (?:me|us|whenever|any ?time|today|tomorrow|now|when you)|give (?:me|us) a (?:call|ring|shout|buzz|bell)|(?:can|could|shall) (?:you|we) (?:talk|speak|meet|call|chat|get on|start|resume|go (?:on|ahead))|(?:let's|lets|let us|we can|we could|want to|ready to|happy to|like to) (?:talk|speak|meet|chat|go|get going|start|pick|resume|carry on|continue|proceed|move (?:on|ahead|forward))|when are you (?:free|available|around)|are you (?:free|available|around)|feel free|go ahead|get going|fire away|(?:we're|we are|i'm|i am) (?:ready|all yours)|shall we|where do (?:i|we) sign|you (?:can|may) (?:resume|start|pick|come|go|call|write|contact|proceed|continue)|(?:no|not) (?:\\p{L}+ ){0,2}(?:hold off|wait)",
  '(?:rufen|schreiben) sie (?:mich|mir|uns)|(?:ruf|schreib) (?:mich|mir|uns)|melden sie sich|meld dich|(?:konnen|kann|durfen|kannst|darfst)(?: \\p{L}+){0,6} (?:loslegen|weitermachen|reden|sprechen|anrufen|melden|schreiben|telefonieren|starten|fortfahren|anfangen)|legen sie los|leg los|haben sie (?:\\p{L}+ ){0,2}zeit|hast du (?:\\p{L}+ ){0,2}zeit|(?:durfen|konnen|kannst|darfst)(?: sie| du)?(?: \\p{L}+){0,2} sich(?: \\p{L}+){0,3} melden|telefonat\\?|telefonieren wir|sprechen wir|lassen sie uns',
  '(?:appelez|rappelez|contactez|recontactez|ecrivez|appelle|rappelle|relancez)-(?:moi|nous)|(?:on|nous) (?:peut|pouvons)(?: \\p{L}+)? (?:reprendre|avancer|se parler|en parler|y aller|continuer|demarrer|parler)|vous pouvez(?: \\p{L}+){0,2} (?:relancer|reprendre|me|nous|y aller|continuer)|je peux vous (?:recevoir|parler|voir|appeler)|vous etes (?:joignable|disponible|libre)|etes-vous (?:joignable|disponible|libre)|reprenons|allons-y|parlons',
  '(?:llam|escrib|contact)\\p{L}{1,4}(?:me|nos)|(?:ya )?podemos (?:seguir|hablar|empezar|retomar|continuar|avanzar)|(?:puede|puedes|pueden|podeis)(?: \\p{L}+){0,2} (?:venir|llamar\\p{L}*|escribir\\p{L}*|hablar)|cuando (?:quieras|quiera|quieran|puedas|pueda) (?:nos|hablamos|empezamos)|sigamos|retomemos|hablamos|hablemos|adelante',
  'podemos (?:falar|avancar|retomar|continuar)|vamos (?:falar|retomar)|possiamo (?:parlare|riprendere|continuare|sentirci)|sentiamoci|we kunnen (?:praten|verder|doorgaan)|laten we',
);

/** A clause of its own: what is denied in one is not denied in the next. */
const clausesOf = (folded: string): string[] =>
  folded.split(/[;:,]| - |(?<!\p{L})(?:but|aber|mais|pero|mas|ma|maar) /u);

/** "You can write again", "call me tomorrow": with no condition, no later day, and not about goods. */
const invites = (folded: string): boolean =>
  !folded.trimEnd().endsWith('?') &&
  !provided.test(folded) &&
  !otherMatters.test(folded) &&
  anew.test(folded) &&
  clausesOf(folded).some((clause) => contact.test(clause.trim()) && !refuses.test(clause));

/** Sentences looked at: whoever lifts a hold says so in few. */
const looked = 60;

/** Whether a person's text plainly invites to write, call or mail again: the only thing that ends an opt-out. Pure. */
export function invitesContact(text: string): boolean {
  const sentences = sentencesOf(text.slice(0, 24_000)).slice(0, looked);
  const whole = sentences.map(({ folded }) => folded).join(' ');
  return !speaksToMachine(whole) && sentences.some(({ folded }) => invites(folded));
}

/** How a message ends an earlier hold. */
export interface Lift {
  /** By a mere invitation: it gives way to a wish for rest in the same message. */
  byInvitation: boolean;
  /** The sentences that do, which are no hold themselves. */
  of: ReadonlySet<number>;
}

/**
 * `later`: whether each sentence names a day farther off, which invites nobody now; `near`: whether it names none but near days, whose wait
 * is not that of a hold. `aboutUs`: what of the message may lift anything at all.
 */
export function liftIn(
  sentences: readonly Sentence[],
  later: readonly boolean[],
  near: readonly boolean[],
  whole: string,
  aboutUs: (folded: string) => boolean,
): Lift | null {
  if (speaksToMachine(whole)) return null;
  const on = goesOn.test(whole);
  const of = (how: (folded: string, at: number) => boolean) =>
    sentences.flatMap(({ folded }, at) => (aboutUs(folded) && how(folded, at) ? [at] : []));
  const said = of(
    (folded, at) =>
      !otherMatters.test(folded) &&
      ((!near[at] &&
        !folded.endsWith('?') &&
        ((takesBack.test(folded) && anew.test(folded)) || letUsNot.test(folded))) ||
        unsaid.test(folded) ||
        (on && news.test(folded))),
  );
  if (said.length > 0) return { byInvitation: false, of: new Set(said) };
  const invited = of((folded, at) => !later[at] && invites(folded));
  return invited.length > 0 ? { byInvitation: true, of: new Set(invited) } : null;
}
