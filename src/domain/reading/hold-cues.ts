/**
 * Smaller words around a wish for rest: how it is asked, when it suits, what comes first. Four languages, folded.
 */
import { any } from './absence-words.ts';
import { it } from './hold-it.ts';
import { nl } from './hold-nl.ts';
import { pt } from './hold-pt.ts';

/** Asks for something, so that a question is a wish. */
export const request = any(
  '(?:could|can|would|will|may) (?:you|we|i ask)|mind|please|deal|if (?:you|we) (?:could|can|would|might)|(?:might|shall|may) (?:you|we)|i wonder (?:if|whether) you|any chance (?:you|we|of)|(?:can|could|would|may|might) (?:it|this|that|things)',
  '(?:konnten|konnen|wurden|durfte|kannst|konntest|darf) (?:sie|ich|du|wir|ihr)|bitte|mogen|durfen wir|ware es moglich|geht (?:das|es)|wurdest du|konntet ihr|wurdet ihr|haben sie verstandnis',
  '(?:pourriez|pouvez|voulez)[- ]vous|peux[- ]tu|pourrais[- ]tu|merci de|svp|pourrait-on|peut-on|pouvons-nous|serait-il possible|est-ce (?:possible|que (?:vous|tu) p\\p{L}+)|auriez-vous|voudriez-vous|ca vous (?:ennuie|derange)|vous pouvez|tu peux',
  '(?:podria|podrias|puede|puedes|podriais|puedo pedir\\p{L}*|le importa|te importa|seria posible|sera posible|podemos|podeis|pueden|podrian|me permiten?|nos permiten?|me da[ns]?|nos da[ns]?)|por favor|porfa',
  pt.request,
  it.request,
  nl.request,
);

/** "…, would you?" */
export const tag =
  /,?\s*(?:would you|will you|could you|please|ja|ok|okay|right|vale|deal|oui|si|d'accord|gut|passt das|nicht wahr|alright|no|ok for you|yeah|yes|yes please|fair enough|deal|eh|huh|if (?:that's|thats|that is) (?:ok|okay|alright|all right|fine|possible)(?: with you)?|sound(?:s)? (?:good|ok|fair)|oder|ok so|in ordnung|einverstanden|wenn(?:'s|s| es| das)? recht(?: ist)?|geht das|ginge das|bitte|abgemacht|voulez-vous|veux-tu|tu veux bien|si (?:vous|tu) (?:voulez|veux) bien|si (?:ca|cela) (?:vous|te) (?:va|convient)|ca (?:vous|te|marche|roule)(?: va)?|n'est-ce pas|hein|entendu|ca marche|vale si|le parece|te parece|les parece|estamos|de acuerdo|verdad|si no le importa|si (?:le|te|les) parece(?: bien)?|eh|sale|dale|bueno|quieres|quiere|puede ser|si puede ser)\s*\?+\s*$/;

/** Of what else is in a line that only names a time. */
export const fewWords =
  /^(?:ok|but|and|so|then|lieber|besser|bitte|please|eher|better|mejor|plutot|perhaps|maybe|vielleicht|pls|plz|thanks|thank|you|danke|merci|gracias|si|possible|instead|at|the|earliest|dann|pas|plus|tot|not|nicht|no|ni|la|las|los|le|les|el|l|d|de|der|die|das|den|dem|des|du|of|in|im|on|am|an|a|al|au|en|y|et|und|e|o|for|nach|vor|ab|bis|after|before|from|until|till|apres|avant|antes|despues|hasta|despues|frubestens|fruhestens|erst|wieder|noch|mal|nochmal|nur|gern|gerne|ja|oui|yes|otra|autre|other|week|semana|woche|semaine|rien|nada|nichts|nothing|auf|keinen|fall|wirklich|really|s|il|t|te|vous|plait|por|favor|svp|donc|par|exemple|tard|geht|es|ist|it|is|we|that|kein|auch|davor|danach|non|todo|mes|mois|monat|month|pues|mas|tarde|proxima|que|viene|erster|inutile|imposible|impossible|un|ein|einen|una|im|zum|zur|right|mejor|magari|misschien|talvez|forse|graag|meglio|liever|melhor|na|vuelta|regreso|retour|rentree|ritorno|rientro|regresso|de|het|op|dopo|prima|depois|em|no|ok|perhaps|peut|etre|quiza|quizas|works?|suits?|fits?|fine|good|perfect|ideal|passt|gut|perfekt|vale|bien|parfait|va)$/;

/** "Could you …?" */
export const toYou =
  /\b(?:could|can|would|will) you\b|\b(?:could|can|may|might) (?:i|we) (?:come|get|circle|ring|call|revert|be back)\b|\b(?:konnten|konnen|wurden) sie\b|\b(?:pourriez|pouvez)[- ]vous\b|\b(?:podria|podrias|puede|puedes)\b/;

/** "Ask me after half-term?" is a wish; "when did you call me?" is none. */
export const tellsMe =
  /^(?!(?:who|what|when|why|how|should|shall|did|do|does|where|may|warum|wer|wann|wie|was|soll|sollen|pourquoi|qui|quand|comment|por que|quien|cuando|como|debo|deberia)\b).{0,60}\b(?:ask|try|call|ring|write|contact|ping|catch|check in with|melden sie|rufen sie|rappelez|recontactez|contactez|relancez|llam|escrib|contact)\p{L}{0,5}[ -]?(?:to )?(?:me|us|sich|mich|uns|moi|nous)\b/u;

/** Verbs of sending things, which is not coming back. */
export const sends = /\b(?:send|schick\p{L}*|envoi\p{L}*|envi\p{L}*|mand\p{L}*)\b/u;

/** Something else comes first; not what the reader does ("when you have the price"), and no hour ("after 2"). */
export const firstThen =
  /\b(?:(?:after|once|as soon as)(?! (?:you|upon|\d{1,2}(?:\s|$)|all|lunch|hours|much|careful|long|some|many|several|due|weighing|talking|considering|reviewing|looking|(?:a (?:good|great) deal|a lot|lots|plenty|weeks|months|days|rounds) of|consideration|reflection|thinking|discuss[a-z]*|which|that))|when(?! (?:you|do|can|will|would|is|are|suits))|nachdem|sobald|wenn(?! (?:sie|du|ihr|es geht|moglich))|nach(?! (?:\d{1,2} uhr|wie vor|langem|einigem|vielem|vielen|mehreren|grundlicher|ihnen|hause|reiflicher|langer|interner|rucksprache|prufung|mir|unserer meinung))|une fois|des que|quand(?! (?:vous|tu|meme))|apres(?! (?:\d{1,2} ?h|mure|reflexion|discussion|examen|echange|concertation|vous))|en cuanto|cuando(?! (?:quieras|quiera|puedas|pueda|tengas|tengais|lo tengas|lo tengais|lleg))|tras(?! (?:darle|dar|much[oa]s?|larg[oa]s?|pensarp{L}*|estudiarp{L}*|analizarp{L}*|valorarp{L}*|hablarp{L}*|una larga|varias|vari[oa]s|la reflex|reflex))|despues(?! de las \d)|pasad[oa]s?|terminad[oa]s?|acabad[oa]s?|finalizad[oa]s?|a la vuelta|a mi (?:regreso|vuelta)|al terminar|al acabar|luego de|a l'issue|suite a|sitot|if (?:and when|at all)|assim que|logo que|quando tiver|depois (?:que|de)|appena|quando (?:avro|avremo)|dopo (?:che|il|la|le|l)|zodra|nadat)\b/;

/** "Melden Sie sich" asks, "melden wir uns" promises. */
export const imperative =
  /\b\p{L}{3,12}en sie\b|\b(?:please|kindly|bitte|por favor|svp|merci de|veuillez|priere de|rogamos|ruego|le pido|agradeceria)\b/u;

/** It does not suit now. */
export const badMoment = any(
  "(?:timing|time)(?: \\p{L}+){0,2}(?:'s| is|n't| isn't) (?:not |just |really |never )?(?:off|wrong|bad|right|ideal|great|good)|(?:wrong|bad|poor|awkward) tim(?:e|ing)|not the (?:right|best) (?:time|moment)|bad time|bad moment|not a good (?:time|week|month|moment)|not now|not right now|rubbish timing|swamped",
  '(?:grade|gerade|im moment|momentan)(?: \\p{L}+)? (?:schlecht|ungunstig|unpassend|nicht)|schlechter zeitpunkt|jetzt nicht',
  'pas le (?:bon )?moment|mauvais moment|pas maintenant|mal tombe|tombe mal',
  '(?:non e|nao e|niet)(?: \\p{L}+){0,3} (?:momento|moment|altura|prioridade|priorita)|geen prioriteit|ma(?:u|l) momento|ahora no|ahorita no|no es (?:el |un )?(?:buen )?momento|me pilla mal',
);

/** Only once that is done. */
export const afterwards = any(
  "(?:only|then|not until|best|better) (?:after|afterwards|then)|after(?:wards| that)|once (?:that|it)(?:'s| is) (?:done|over|through)",
  '(?:erst |dann |gern |gerne )?(?:danach|hinterher|im anschluss)(?: (?:erst|wieder|gern\\p{L}*))?',
  '(?:seulement |plutot )?(?:apres(?=\\s*(?:[.!,]|$))|ensuite|une fois (?:ca|cela) (?:fait|passe))',
  '(?:mejor |solo )?(?:despues(?=\\s*(?:[.!,]|$))|luego)|(?:solo |so )?(?:depois|dopo|daarna)(?=\\s*(?:[.!,]|$))',
);

/** Somebody else is meant. */
export const thirdParty = any(
  "(?:he|she|they|anna|colleague)(?:'s| is| are)|(?:my|our) (?:\\p{L}+ )?(?:pa|ea|assistant|secretary|receptionist|boss|colleague|manager|accountant|bookkeeper|lawyer|director|buyer|ceo|cfo)(?:'s| is| are| will)",
  '(?:frau|herr|kollegin|kollege|chef) \\p{L}* ?(?:ist|war)|(?:mein|unser)\\p{L}* (?:\\p{L}+ )?(?:assist|sekret|chef|kolleg|vorgesetzt|buchhalt|einkauf|geschaftsfuhr)\\p{L}* (?:ist|sind|war)',
  '(?:mon|ma|notre) (?:\\p{L}+ )?(?:assistant|secretaire|chef|collegue|patron|comptable|acheteu|direct)\\p{L}* (?:est|sera)|(?:elle|il) est|(?:mme|mlle|m|madame|monsieur) \\p{L}+ (?:est|sera)|collegue',
  '(?:mi|nuestr[oa]) (?:\\p{L}+ )?(?:ayudante|asistente|secretari|jef|contable|director|gerente)\\p{L}* (?:no )?(?:esta|estara)|esta de vacaciones|companer\\p{L}*|(?:la srta|el sr|la sra|don|dona) \\p{L}+ esta',
);

/** "Not sooner", "vorher nicht", "d'ici là rien": with a time beside it, which may stand in the sentence before. */
export const notEarlier = any(
  "(?:not|no|nothing|nobody|no one|none|never|hardly|useless|pointless|impossible|unreachable|\\p{L}+n't|cannot|dead|buried|flat out|swamped|out|away|mad|hell|chaos|silence)[^;]{0,60}\\b(?:before (?:then|that|this|she|he|it|they)|beforehand|any (?:sooner|earlier)|sooner|earlier|(?:till|until|til) (?:then|that)|by then|prior)|(?:anything|everything|calls?|mails?) (?:before|earlier|sooner)[^;]{0,40}(?:bin|wasted?|ignored|useless|pointless|unread|deleted)|(?:not|no|nothing|never|and not|none) (?:any )?(?:sooner|earlier|before)|not a (?:day|minute|moment|second|word|peep)|at the (?:very )?earliest|(?:until|till|til|before) then",
  '(?:vorher|fruher|davor|zuvor|eher|bis dahin|so ?lange|in der zwischenzeit|vor dem)(?!\\p{L})[^;]{0,70}(?:nicht|net|nix|nichts|kein\\p{L}*|niemand|nie|sinnlos|zwecklos|schwierig|schlecht|unmoglich|nur|noch|weg|dicht|voll|ruh\\p{L}*|geduld)|(?:nicht|net|nix|nichts|kein\\p{L}*|niemand|bitte)[^;]{0,50}(?:vorher|fruher|davor|zuvor|eher|bis dahin|so lange|solange)|(?:bis dahin|so lange)|fruhestens',
  "(?:d'ici la|avant (?:cela|ca)|jusque-la|entre[- ]?temps|dans l'intervalle|avant,|plus tot)[^;]{0,70}(?:ne|n'|pas|rien|personne|aucun\\p{L}*|non|impossible|interdit\\p{L}*|injoignable)|(?:ne|n'|pas|rien|personne|aucun\\p{L}*|impossible|non)[^;]{0,50}(?:d'ici la|avant(?! (?:de|que|d'))|jusque-la|plus tot)|qu'a (?:ce moment|partir)|au plus tot|^avant, ",
  '(?:antes(?! de)|antes de (?:eso|esa fecha|ese)|hasta entonces|hasta ese|mientras tanto|entre ?tanto)[^;]{0,70}(?:no|nada|nadie|ni|imposible|inutil|dificil)|(?:no|nada|nadie|ni|imposible|ningun\\p{L}*)[^;]{0,50}(?:antes(?! de)|hasta entonces)|(?:y )?no antes|antes (?:no|ni|imposible)|como (?:muy )?pronto|hasta entonces',
  pt.notEarlier,
  it.notEarlier,
  nl.notEarlier,
);

/** It suits, it is preferred: beside a later time, a wish for that time. */
export const fits = any(
  'suits?|fine|better|best|ideal(?:ly)?|perfect|great|good|works?|prefer\\p{L}*|rather|easier|happy|sensible|realistic(?:ally)?|soon enough|early enough|more like it|earliest|would be|could be|should be|makes sense|more sense|welcome|glad|worth|free|available|contactable|reachable|around|open to|hope to|keen|interested|possible|likely|maybe|perhaps|only|again|then|wait',
  'passt|passend\\p{L}*|besser|bess?tens|am besten|ideal|gern|gerne|lieber|eher|perfekt|recht|gut|prima|schon|realistisch|sinnvoll\\p{L}*|fruh genug|gunstig\\p{L}*|reicht|genugt|erst|wieder|frei|verfugbar|erreichbar|ansprechbar|greifbar|freu\\p{L}*|interess\\p{L}*|moglich|denkbar|vielleicht|dann|danach|vormerk\\p{L}*|notier\\p{L}*|einplan\\p{L}*',
  'mieux|ideal|idealement|parfait|bien|bon|bonne|volontiers|plutot|prefer\\p{L}*|conv(?:ient|iendrait)|arrange\\p{L}*|possible|realiste|disponible|dispo|joignable|libre|plaisir|peut-etre|eventuellement|seulement|des que|ensuite|interess\\p{L}*|envisag\\p{L}*|assez tot|la bonne (?:periode|date)',
  'mejor|ideal|idealmente|perfecto|bien|conviene|convendria|prefer\\p{L}*|prefier\\p{L}*|vale|libre|disponible|localizable|gusto|encantad\\p{L}*|posible|quiza|quizas|tal vez|talvez|recien|solo|luego|despues|entonces|interes\\p{L}*|buen momento|a tiempo|calma|tranquil\\p{L}*',
);

/** Somebody of this conversation is in it. */
export const persons = any(
  "am|will|i|i'm|i'll|i've|i'd|im|ill|me|my|we|we're|we'll|we've|us|our|you|your|you'll",
  'bin|hab|habe|ich|i|mich|mir|mein\\p{L}*|wir|uns|unser\\p{L}*|sie|ihnen|ihr\\p{L}*|du|dich|dir|hier|bei uns',
  "je|j'\\p{L}+|moi|me|m'\\p{L}+|mon|ma|nous|notre|nos|on|vous|votre|vos|tu|te|toi|chez",
  'yo|mi|mis|nosotros|nuestr\\p{L}*|usted|ustedes|aqui|aca|estoy|estare|vuelvo|volvere|tengo|tendre|voy|ire|puedo|podre|salgo|saldre|ando|sigo|regreso|regresare|llego|prefiero|quiero|necesito|hablo|\\p{L}{3,}(?:amos|emos|imos|ame|eme|enme|anos|enos)',
  pt.persons,
  it.persons,
  nl.persons,
);

/** "Back from the 5th": reachable again, and so not before. */
export const reachable = any(
  '(?:contactable|reachable|available|around|back|online|at my desk|in the office|functional|human|alive|myself|with you)(?: again| once more)?(?=[^;,]{0,12}\\b(?:from|on|in|after|as of|by)\\b)|(?:again|only|not)(?: \\p{L}+){0,3} (?:contactable|reachable|available)|back (?:at|in|from|on)',
  'wieder (?:ansprechbar|erreichbar|da|verfugbar|greifbar|an bord|im einsatz|am start|im buro|im haus|im dienst|am platz|einsatzbereit|zu sprechen|zuruck|fur sie da|online|fit)',
  "(?:joignable|disponible|dispo|de retour|au bureau|operationnel\\p{L}*)(?: (?:de nouveau|a nouveau))?(?: \\p{L}+'?){0,2} ?(?:a partir|a compter|des|qu'a|que|apres|le)",
  '(?:localizable|disponible|operativ[oa]|de vuelta|de regreso|activ[oa])(?: (?:de nuevo|otra vez))? (?:a partir|desde|el|despues|en)|(?:atend|contest|respond|recib|habl|ver|revis)\\p{L}*(?: \\p{L}+){0,3} (?:a partir|recien|hasta)',
);

/** The week, month or day after the one that is named. */
export const oneLater =
  /\b(?:(?:week|month|monday|one) (?:after(?! next)|following|thereafter)|(?:woche|monat|montag) (?:drauf|darauf|danach|nachher)|(?:semaine|mois|lundi) (?:d'apres|suivante?|apres)|(?:semana|mes|lunes) (?:siguiente|posterior|despues)|la (?:otra|siguiente) si)\b/;

/** Whom the wish spares. */
export const ourselves = any(
  "me|us|my|our|i|we|i'd|myself|ourselves|nobody here|this (?:address|number)",
  'mich|mir|uns|meine?\\p{L}*|unser\\p{L}*|ich|wir',
  "moi|nous|me|m'|mon|ma|mes|nos|notre|je|m'\\p{L}+|j'\\p{L}+",
  '\\p{L}*(?:me|nos)|mi|mis|nuestr\\p{L}*|nosotros|yo',
  pt.persons,
  it.persons,
  nl.persons,
);

/** Asks for patience and says no more: rest until they speak. */
export const patience = any(
  "need (?:a (?:moment|day|bit) )?to (?:think|reflect|sleep on)|think it over|bedenkzeit|(?:daruber|das|erst|noch) (?:\\p{L}+ )?(?:nachdenken|schlafen)|besoin d(?:e |')(?:y )?reflechir|temps de (?:la )?reflexion|(?:necesito|tengo que|quiero) pensarlo|preciso de pensar|devo pensarci|moet er(?: even)? over nadenken",
  '(?:hold|holding) (?:your horses|off|fire|on for)|sit tight|bear with|(?:be|being|bit|little|some|of) patien(?:t|ce)|hang (?:fire|tight)|stand by|leave (?:it|this|that) with (?:me|us)',
  'gedul\\p{L}*|nachsicht|abwarten|zuwarten|(?:lass|lasst|lassen|gelassen|lasse)[^;]{0,40}in (?:ruhe|frieden)|(?:brauch|bitte um|mehr|etwas|unsere|meine)\\p{L}*[^;]{0,14} ruhe|stillhalten|warten sie(?: \\p{L}+){0,4} ab',
  'patients?|patient(?:er|ez|e|iez)|patience|(?:un peu|davantage) de temps|tranquilles?|ne (?:me |nous )?(?:pressez|bousculez)',
  'paciencia|aguard\\p{L}*|esper(?:e|en|ese|ame|eme|enos|anos|ense)|no (?:me |nos )?(?:apur\\p{L}*|presion\\p{L}*|agobi\\p{L}*)|tiempo por favor',
  'hold (?:all |any )?(?:your |the |further )?(?:calls?|mails?|e-?mails?)|(?:pressed|hit|pressing|hitting) pause|(?:take|taking|need|having|took) a (?:break|pause|breather)|show some (?:consideration|respect)',
  '(?:eine |kurze )?pause|abstand|auszeit|respekt|verschnaufpause|\\p{L}*verbot',
  "(?:faire|marquer|fait|faisons|prendre) une pause|respecter|un temps (?:mort|d'arret)|attendre (?:que|notre|mon|ma)",
  '(?:hacer|haciendo|hagamos|tomar|tomarnos|necesit\\p{L}*) (?:una|un) (?:pausa|parentesis|respiro|descanso)|respet\\p{L}*|esper\\p{L}* a que|esperar que',
  'let (?:me|us)[^;]{0,50}first|first things first',
  'erst (?:die|der|das|den|mal|meine?|unsere?)[^;]{0,40} dann',
  "d'abord[^;]{0,40} (?:ensuite|puis|apres)|primero[^;]{0,40} (?:luego|despues|ya)",
);

/** Rests, and says so: with "for now" beside it, nothing goes on. */
export const atRest = any(
  "off|on (?:hold|ice|pause)|frozen|suspended|paused|closed|shelved|parked|stopped|halted|no (?:capacity|bandwidth|budget|money|headspace|appetite|time|resources?)|not (?:looking|buying|ready|able|taking|in a position)|can't|cannot|unable",
  '(?:auf eis|gestoppt|ausgesetzt|eingefroren|pausiert|geschlossen|zuruckgestellt)|(?:keine?n?|null) (?:kapazitat\\p{L}*|budget|geld|zeit|luft|bedarf|mittel|ressourcen|kopf)|land unter|nicht (?:moglich|machbar|drin)|geht (?:\\p{L}+ )?(?:nicht|nix|nichts)',
  '(?:gelee?s?|suspendu\\p{L}*|arrete\\p{L}*|bloque\\p{L}*|ferme\\p{L}*)|(?:pas|plus|aucun) (?:de |le )?(?:budget|temps|besoin|capacite|place|moyens)|impossible|ne pouvons (?:pas|rien)|en (?:pause|suspens|stand-by|attente)',
  '(?:congelad|parad|suspendid|detenid|bloquead|cerrad|aparcad)\\p{L}*|(?:sin|no hay|no tenemos) (?:presupuesto|tiempo|capacidad|recursos|dinero|hueco)|imposible|no podemos|no puedo|en (?:pausa|espera|suspenso)',
  "(?:not|\\p{L}+n't|no)[^;]{0,30}(?:proceed|go(?:ing)? (?:ahead|forward|further)|mov(?:e|ing)|pursu\\p{L}*|need|commit\\p{L}*|decid\\p{L}*|switch\\p{L}*|chang\\p{L}*|tak(?:e|ing) on|start\\p{L}*|invest\\p{L}*|priority)",
  '(?:nicht|kein\\p{L}*|nichts)[^;]{0,30}(?:weiter|verfolg\\p{L}*|brauch\\p{L}*|bedarf|entscheid\\p{L}*|anfangen|investier\\p{L}*|wechsel\\p{L}*|geplant|vorgesehen|thema|angehen|prioritat)|\\p{L}*(?:verbot|sperre|stopp)',
  "(?:ne|n'|pas)[^;]{0,30}(?:suite|avanc\\p{L}*|besoin|decid\\p{L}*|engag\\p{L}*|invest\\p{L}*|chang\\p{L}*|priorit\\p{L}*|projet|poursuiv\\p{L}*)",
  '(?:no|ni)[^;]{0,30}(?:segui\\p{L}*|avanz\\p{L}*|adelante|necesit\\p{L}*|decid\\p{L}*|invert\\p{L}*|cambi\\p{L}*|priorid\\p{L}*|proyecto|compr\\p{L}*)',
);

/** The matter rests, and that is all they say. */
export const onIce = any(
  "(?:this|it|that|everything|project|purchase|initiative|programme|program|tender|all|(?:this|that) one)(?:'s| is| are| has been| have been| was)(?: \\p{L}+){0,2} (?:on (?:ice|hold|pause|the back burner|the shelf)|parked|shelved|mothballed|paused|frozen|suspended)",
  '(?:das|es|alles|projekt|vorhaben|thema|sache|anschaffung)(?: \\p{L}+){0,3} (?:auf eis|ruht|pausiert|auf halde|zuruckgestellt|ausgesetzt|eingefroren)',
  "(?:c'est|tout est|projet|dossier|sujet|achat)(?: \\p{L}+){0,3} (?:en pause|gele|gelee|suspendue?|en stand-by|en sommeil|au point mort|en attente|a l'arret)",
  '(?:esto|todo|proyecto|tema|compra|asunto)(?: \\p{L}+){0,3} (?:en pausa|parad[oa]|congelad[oa]|paralizad[oa]|en espera|en el aire)',
  '(?:projeto|assunto|progetto|tutto|project|alles)(?: \\p{L}+){0,3} (?:em pausa|suspenso|parado|in pausa|fermo|sospeso|bloccato|in de ijskast|stil|on hold)',
);

/** For good. Beside a denial of contact it ends the mail. */
export const forever = any(
  'ever|ever again|again|any ?more|any longer|for good|permanently|forever|once and for all|in (?:the )?future|from now on|going forward|at all|never|by any means|in any (?:way|form)',
  'nie wieder|nie mehr|niemals|dauerhaft|endgultig|fur immer|ein fur alle ?mal|kunftig|zukunftig|in zukunft|nicht mehr|nicht weiter|nicht langer|uberhaupt nicht',
  "plus jamais|jamais|definitivement|une (?:bonne )?fois pour toutes|a l'avenir|desormais|dorenavant|pour toujours|d'aucune (?:maniere|facon)",
  'nunca|jamas|nunca mas|mas|definitivamente|de una (?:buena )?vez|en (?:el|lo) (?:futuro|sucesivo)|en adelante|para siempre|por ningun medio|de ningun(?:a)? (?:modo|manera|forma)',
);

/** A mail of one word, as lists are left. */
export const oneWord =
  /^\s*(?:please |kindly |bitte |svp |por favor )?(?:stop|unsubscribe|remove|remove me|opt[- ]?out|abmelden|abbestellen|austragen|loschen|desinscription|desinscrire|desabonnement|desabonner|baja|cancelar|borrar|no more|basta|enough|leave me alone|go away|(?:can|could|will|would) you (?:please |just )?stop|just stop)(?: please| me| bitte| svp| por favor| merci| thanks)?\s*[.!]*\s*$/;

/** Asks back what to do, or who, when and why: no wish. */
export const asksBack =
  /(?:^[¿¡"'(]*|[,:;.] ?[¿¡]?|\b(?:and|und|et|y|or|oder|ou|o) )(?:so |also |alors |entonces )?(?:who|what|when|why|how|where|which|should|shall (?:i|we)(?! (?:say|talk|speak|catch|reconvene|pick|park|leave|revisit|make it|do (?:it|this)|aim|regroup))|do you|does|did|is|are|was|were|have you|has|may i|would it|will it|wer|was|wann|wie|warum|wieso|welche\p{L}*|wo|soll|sollen|sollten|gilt|halten|ist|sind|haben|hat|darf ich|muss|reicht|quel\p{L}*|qui|quand|comment|pourquoi|ou|combien|dois|doit|devons|faut-il|est-ce (?:que (?:je|nous)|un)|votre|vos|que|cual\p{L}*|quien|cuando|como|por que|donde|cuanto\p{L}*|debo|debemos|conviene|espero|es|son|la|el|su)\b/u;

/** At another time, whenever that is. */
export const someLater = any(
  '(?:another|some other|a later|a better) (?:time|day|date|week|month|occasion|point)|later(?: on)?|later in the \\p{L}+|further down|down the (?:line|road|track)|in due course|eventually|one day',
  '(?:ein )?ander(?:es )?mal|andermal|spater|zu gegebener zeit|irgendwann|ein anderer tag|zu einem (?:spateren|anderen) zeitpunkt',
  "(?:un autre|une autre) (?:jour|moment|fois|mois|periode|semaine)|plus tard|ulterieurement|en temps (?:voulu|utile)|a l'occasion|une prochaine fois",
  '(?:otro|otra) (?:dia|mes|momento|semana|vez|ocasion)|mas (?:adelante|tarde)|en su momento|posteriormente|cuando toque',
);

/** Weighs for himself whether to wait. */
export const musing =
  /(?:^[¿¡"'(]*|[,:;.] ?[¿¡]?|\b(?:or|oder|ou|o) )(?:(?:would|will|does) it (?:be|hurt|matter|make)|should (?:i|we)|shall (?:i|we)(?! (?:say|talk|speak|catch|reconvene|pick|park|leave|revisit|make it|do (?:it|this)|aim|regroup))|is it (?:better|worth|wise|ok|okay)|do (?:i|we) (?:have|need) to|am i better|soll(?:en|te|ten)? (?:ich|wir|man)|lohnt|(?:me|nos) conviene|conviene|merece la pena|vale la pena|es mejor|ware es (?:besser|klug|sinnvoll|schlimm)|muss(?:en)? (?:ich|wir)|(?:est-ce que je )?dois(?:-je)?|devons|faut-il|faudrait-il|vaut-il|vaudrait|est-ce qu'il|conviene|convendria|espero|esperamos|debo|debemos|deberia\p{L}*|merece|vale la pena|hay que|seria (?:mejor|malo|una locura))\b/u;

/** "Il faudra attendre que …", "habrá que esperar a que …". */
export const waitsForEvent = any(
  'wait(?:ing)? (?:until|till|for (?!you|your)|to (?:see|hear))',
  '(?:warten|abwarten|gedulden)(?: \\p{L}+)?,? (?:bis|wie|ob|was|auf (?!sie|ihre))',
  "(?:j')?attend(?:re|ez|ons|s) (?:que|la|le|les|l'|notre|mon|nos)",
  'esper(?:ar|en|e|emos) (?:a que|que|al|a la|el|la|los|las)',
);

/** They take the first step themselves, if there is one. */
export const ownStep = any(
  "ourselves|myself|should the need|if (?:we need|the need|need be|(?:it|that|this|things?|anything|circumstances|priorities|the situation)(?: \\p{L}+)? (?:becomes?|changes?|crops? up|comes? up))|if (?:and when|ever)|as and when|in our own time|when (?:we're|i'm|we are|i am) ready",
  'von uns aus|von mir aus|von selbst|selbst|bei bedarf|(?:falls|wenn|sollte) sich(?: \\p{L}+){0,3} (?:andert|andern|ergibt|ergeben)|unaufgefordert|wenn(?:s| es) (?:passt|so ?weit ist)|zu gegebener zeit',
  "c'est (?:moi|nous) qui|le cas echeant|si (?:cela|ca|la situation|le besoin|les choses|quelque chose|nos besoins)(?: \\p{L}+){0,2} (?:change|changent|evolue|evoluent|presente)|en cas de besoin|si besoin|au besoin|de nous-memes|en temps (?:voulu|utile)|quand ce sera",
  'nosotros(?=\\s*(?:[.!,]|$))|nosotros mismos|yo mism[oa]|si (?:\\p{L}+ ){0,2}(?:cambia|cambian|surge|surgiera|cambiara)|si hace falta|llegado el caso|en su momento|cuando (?:toque|sea|podamos|pueda)',
);

const waiting = any(
  'wait(?:ing|ed)?|hold(?:ing)? off|put(?:ting)? (?:it|this|that) off|postpon\\p{L}*|delay\\p{L}*|sit(?:ting)? (?:it|this) out',
  '\\p{L}*warten|abgewartet|gewartet|verschieben|vertagen|aufschieben',
  'attend(?:re|ions|ait|s|ons)|patient(?:er|ions)|repousser|reporter|differer',
  '(?:me|nos) esper(?:o|amos)|esper(?:ar|amos|aramos|asemos|ase|ara)(?:nos|me)?|aguant(?:ar|amos)(?:nos)?|aplaz(?:ar|amos)(?:lo)?|esperar|aspettare|aspettiamo|wachten|afwachten',
);
/** "Could we wait until May?", "shall we leave it till then?": put as a question, and yet a wish. */
const asksLeave =
  /\b(?:(?:can|could|might|may) (?:we|i|this|that|it|you)|would you|will you|shall we|let's|mind|please|(?:konnen|konnten|durfen|durften|wollen|kann|konnte|darf|durfte) (?:wir|ich|das|es|sie)|bitte|(?:peut|pourrait)-on|on peut|(?:pouvons|pourrions)-nous|(?:pouvez|pourriez)-vous|svp|(?:podemos|podriamos|podria|podrias|puede|puedes|podeis|te importa|le importa)|por favor)\b/u;

/** "Would we be better off waiting?": the writer asks whether to wait, which is no wish to. */
export const wondersToWait = (folded: string): boolean => waiting.test(folded) && !asksLeave.test(folded);

/** "Stick a pin in it till summer", "heben wir uns das auf für den Herbst": the matter, named by a pronoun, is moved to a time. */
export const movesMatter = {
  test: (folded: string): boolean => moves.some((each) => each.test(folded)),
};
const moves = [
  // "It will have to be next year."
  /^(?:(?:so|but|then|dann|alors|entonces|also|pero|mais|aber),? )?(?:it(?:'ll| will)(?: have to| probably| rather| more likely){0,2} be|das wird(?: wohl| dann| erst| eher){0,2}|ce sera(?: plutot| donc)?(?: pour)?|(?:ya )?sera(?: ya)?(?: para)?|tendra que ser(?: en| para)?) /,
  /^(?:(?:please|let's|lets|just|best|so|but|maybe|perhaps|could you|can you|can we|shall we|ok|okay|then|and|we'll|i'll|i'd|we'd|better|rather),? ){0,4}(?!(?:i|we|you|he|she|they|it|the|our|my|your|this|that|these|there|is|are|was|do|does|did|has|have|send|buy|order|pay|deliver|ship|install|sign|finish|use|get|need|return|bring|want|like|did)\b)[a-z]{2,12} (?:[a-z]{1,10} ){0,3}(?:it|this|that|things) [^,;?]{0,30}\b(?:till|til|until|for|into|to|in)\b/,
  /(?:^|, )(?:bitte )?(?!(?:schick|send|liefer|bestell|kauf|unterschreib|brauch|nutz|hab|mach)\p{L}*)\p{L}{3,12}n (?:wir|sie) (?:uns |mir |bitte ){0,2}(?:das|es|dies|die sache|das thema) [^,;?]{0,30}\b(?:auf|fur|bis|in|im|nach)\b/u,
  /(?:^|, )(?!(?:envo|livr|command|achet|sign|pay|utilis)\p{L}*)\p{L}{3,12}(?:ons|ez)[- ](?:moi[- ])?(?:ca|cela|le|la|tout ca) [^,;?]{0,30}(?<!\p{L})(?:pour|jusqu|a|au|en|apres)(?!\p{L})/u,
  /(?:^|, )(?!(?:env|mand|entreg|compr|firm|pag|us|pid)\p{L}*)\p{L}{2,10}(?:alo|elo|emoslo|amoslo|adlo|edlo|enlo|enmelo|amelo|emelo) [^,;?]{0,30}(?<!\p{L})(?:para|hasta|a|en|pa)(?!\p{L})/u,
] as const;

/** Denied until something has taken place, whose day may stand behind it. */
export const notBefore = any(
  "(?:not|no|never|nothing|cannot|\\p{L}+n't)(?! (?:mind|later|objection|problem))(?: [^,;.]{0,60})? (?:before|until|till|ahead of|prior to)",
  '(?:nicht|nichts|nie|kein\\p{L}*)(?: [^,;.]{0,60})? (?:vor|bevor|bis)',
  "(?:pas|rien|jamais|impossible)(?: [^,;.]{0,60})? (?:avant|d'ici)",
  '(?:no|nada|nunca|imposible)(?: [^,;.]{0,60})? (?:antes|hasta)',
  '(?:nao|nada|nunca)(?: [^,;.]{0,60})? (?:antes|ate)|(?:non|niente|mai)(?: [^,;.]{0,60})? (?:prima|fino)|(?:niet|niets|geen)(?: [^,;.]{0,60})? (?:voor|tot)',
);

/** It begins with the denial: there is nobody in it, for it is said to the reader. */
export const deniedFirst =
  /^(?:(?:please|bitte|svp|s'il vous plait|por favor|sorry|but|aber|mais|pero|mas|ma|maar|a call|calls|me|us),?:? )?(?:not|nothing|nicht|nichts|pas|rien|no|nada|nao|non|niente|niet|niets)(?!\p{L})/u;
