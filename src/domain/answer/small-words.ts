/** The small words around verbs, items and days, folded, phrases kept apart by "|". */

export const small = {
  /** Says nothing about what is to be done. */
  filler: [
    "only|until further notice|indefinitely|for now|for the moment|for the time being|right now|please|pls|plz|plse|to|on|for|with|the|a|an|it|its|it's|that|that's|thats|option|choice|belongs|belong|goes|refers|concerns|part|this|these|those|them|they|one|ones|me|my|mine|of|is|are|was|be|as|i|i'm|i'd|we|us|would|like|let's|lets|item|items|proposal|proposals|suggestion|change|deal|deals|number|numbers|thread|draft|mail|email|contact|question|in|from|at|by|so|then|now|here|there|again|already|just|both|him|her|he|she|his|you|put|take|give|get|make|set|my answer|answer|that one|really|thanks|thank you|thx|ty|cheers|guys|folks|people|about|re|regarding|s|m|d|r|u|ur|up|hereby|hi|hey|hello|still|wise|over|under|if possible|asap|straight away|right away|immediately|today's|is going to|have|has|had|did|quick|quickly|from my side|on my end|from my end|from me|just now|yesterday evening|yesterday afternoon|yesterday morning|last evening|this afternoon|minutes ago|an hour ago|yesterday|this morning|earlier|last night|last week|last friday|from my phone|from phone|myself|day|proceed|proceeding|want to|back|only one|drafts|mails|emails|messages|follow-up|followup|follow-ups|suggestions|reminder mail|note|sitting|were|unfortunately|sadly|luckily|mr|mrs|ms|is won|for good|once and for all|folder|outbox|kindly|file|account|acct|opp|opps|opportunity|client|customer|prospect|guy|lady|woman|man|chap|fella|crm|system|record|records|pipeline|gimme|lemme|em|sir|madam|mate|buddy|boss|pal|dude|team|do|does|got|being|too|straight|through to|on that one|on this one|on that|on this|w|yo|over to|stuff|thing|things|whole|side|as of now|as of today|starting now|starting today|from today|from now on|from now|effective immediately|today onwards|in my book|in my opinion|imo|from where i stand|fwiw|btw|by the way|tho|though|place|what you did|what was done|what you changed|gets|concerning|with respect to|in respect of|pertaining to|vis a vis|wrt|rgd|rgdg|reg|myself personally|from the train|from my mobile|by hand|manually|personally|link|assign|assigned|attach|matches|match|into|linked|relates|fits|fit|the answer is|answer is|the answer|answer's|gets a|get a|as well please|if you would|if you could|if you can|when you get a chance|at your end|your end|our end|our side|our|your|their|yesterday already|the other day|this evening|tonight|today already|a while ago|days ago|weeks ago|only today|call|gotta|wanna|ok'd|honestly|frankly|happy to|glad to|keen to|pleased to|ready to|sorted|handled|cheers mate|good sir|kind regards|listed|mentioned|suggested|proposed|as listed|as mentioned|as proposed|as suggested|as written|as shown|as planned|as discussed|as is|it is",
    'bis auf weiteres|vorerst|erstmal|furs erste|bitte|bitt|den|die|das|der|dem|des|ein|eine|einen|zu|zum|zur|fur|mit|bei|auf|es|ihn|sie|ihm|ihr|mir|mich|mein|meine|ich|wir|uns|ist|sind|war|wurde|wurden|mal|dann|jetzt|hier|da|noch|schon|doch|punkt|punkte|vorschlag|nummer|deal|kontakt|entwurf|frage|von|vom|an|am|danke|dankeschon|meinerseits|von meiner seite|von mir aus|gestern abend|gestern nachmittag|gestern|heute morgen|heute fruh|eben|bereits|setzen|setz|setze|legen|leg|lege|machen|mach|mache|stell|stelle|stellen|haben|hab|habe|wieder|so|also|einfach|kontaktdaten|sofort|gleich|kannst|mochte|geht|bin|dafur|dazu|er|sowie|selbst|leute|im|gehort|gehoren|option|variante|betrifft|leider|liegt|liegen|herr|herrn|frau|gewonnen|endlich|endgultig|ordner|postfach|entwurfe|mails|nachrichten|nachricht|erinnerung|selber|handisch|eigenhandig|personlich|i|euch|eh|ihrerseits|punkten|punkts|vorschlage|vorschlagen|eintrag|eintrage|faden|verlauf|konversation|thread|anfrage|zuordnen|zugeordnet|ordne|ordnen|zuweisen|beim|fr|hr|kollege|kollegin|kunde|kunden|dame|meines erachtens|aus meiner sicht|von hier aus|bei mir|heut|vorhin|vorgestern|gestern schon|letzte woche|letzten freitag|am freitag schon|gerade eben|grad|grade|ganz|direkt|umgehend|wohl|ruhig|gern|halt|nun|dort|dran|meinen|meiner|unser|unsere|unseren|neue|neuen|neuer|liegend|so weit|soweit|insoweit|hiermit|hierzu|dabei|davon|damit|daran|darauf|dessen|deren|jene|diese|dieser|diesen|dieses|diesem|kommt|kommen|wird|werden|worden|gewesen|steht|stehen|bleibt dabei|bekommt|bekommen|kriegt|kriegen|gibt|gibts|gibt es|hatte|waren|sei|damals|jeweils|beides mal|einmal|nochmals|euer|eure|euren|sache|sachen|ding|dinge|thema|themen|bitteschon|bidde|biddschon|dank|dankend|liste',
    "jusqu'a nouvel ordre|pour l'instant|pour le moment|s'il te plait|s'il vous plait|svp|stp|le|la|les|l|un|une|du|de|des|d|a|au|aux|pour|sur|avec|c'est|cest|est|sont|etait|ce|ca|cela|celui|celui-ci|celle|je|j|on|nous|moi|me|m|mon|ma|lui|il|elle|ils|elles|en|proposition|affaire|contact|point|numero|question|brouillon|mail|merci|de mon cote|hier soir|deja|hier|ce matin|alors|donc|maintenant|ici|mettre|mets|mettez|met|passe|etre|bien|veux|voudrais|vouloir|ai|ne|n|t|te|tu|vous|se|s|faire|fais|on fait|que|qu|concernant|quant|mise|plait|appartient|option|concerne|fil|ete|ont ete|monsieur|madame|mme|malheureusement|helas|gagne|gagnee|enfin|une bonne fois|de nouveau|relance|suivi|brouillons|mails|message|courriel",
    'hasta nuevo aviso|por ahora|de momento|por favor|porfa|porfavor|el|la|los|las|lo|le|un|una|de|del|al|a|en|para|por|con|es|son|era|este|esta|esto|ese|esa|eso|yo|me|mi|nos|propuesta|negocio|contacto|punto|numero|pregunta|borrador|correo|gracias|por mi parte|ayer por la tarde|anoche|ya|ayer|esta manana|ahora|entonces|aqui|poner|pon|ponga|dejar|hacer|haz|he|ha|se|que|sea|quiero|quisiera|ella|ellos|su|sobre|respecto|hay|te|tu|os|vamos|pertenece|opcion|corresponde|hilo|senor|senora|sr|sra|ganado|ganada|de una vez|por fin|lamentablemente|por desgracia|asi|pues|seguimiento|borradores|correos|mensaje|mail',
  ],
  /** A request, though it ends with a question mark. */
  request: [
    "can you|could you|would you|will you|can u|could u|would you mind|can we|could we|please can you|pls can you|can you please|could you please|would you please|please could you|i would like to|i'd like to|i want to|i would like|i'd like|i want|let's|go ahead and|feel free to|you can|you may|make sure to|you could|you might|you should|please do|kindly|do please|be so kind as to|i need you to|need you to|i'd want you to|i want you to|i'd like you to|i would like you to|would you be able to|are you able to|shall we|can we please|mind|do you mind|please go ahead and|just go ahead and|you're ok to|you're good to|you are free to|i'm happy for you to|happy for you to|let us|ready for you to|ok for you to",
    'kannst du|konnen sie|konntest du|konnten sie|wurdest du|wurden sie|konnen wir|kannst du bitte|konntest du bitte|ich mochte|ich wurde gern|ich wurde gerne|ich will|du kannst|sie konnen|magst du|konnt ihr|durft ihr|konntet ihr|wurdet ihr|konnt ihr bitte|konntet ihr bitte|konnen sie bitte|durfen sie|darfst du|kannste|kannst|konnts|konnt|durft|ihr konnt|ihr durft|durfen wir|kann man|konnte man|kannst du mal|konnt ihr mal|bitte konnt ihr|ich hatte gern|ich hatte gerne|ich mochte bitte|wurde gern|wurde gerne|mochte gern|mochte gerne|lasst uns|lass uns|gerne auch',
    "peux-tu|peux tu|pouvez-vous|pouvez vous|tu peux|vous pouvez|pourrais-tu|pourrais tu|pourriez-vous|pourriez vous|je veux|je voudrais|j'aimerais|on peut|merci de|merci d'|veuillez|est-ce que tu peux",
    'puedes|puede|podrias|podria|me puedes|quiero|quisiera|me gustaria|podemos|se puede|podeis|pueden|podriais|haz el favor de',
  ],
  /** Can or should be done, and so has not been. */
  modal: [
    'can be|should be|can|may be|must be|has to be|should go|can go|may go|ought to be|ought to go|should sit|needs to be|need to be|must go|has to go|may go ahead|could be|could go|might be|can all be|should all be|can now be|can also be|should also be|should now be|wants to be|want to be|is to be|are to be|will be|gets to be|ready to be|good to be|ok to be|okay to be|fine to be|can both be|should both be',
    'kann|konnen|soll|sollen|darf|durfen|werden|kann man|kann gerne|kann gern|kann auch|darf gerne|muss|mussen|durfte|konnte|konnten|sollte|sollten',
    'peut|peuvent|doit|doivent',
    'puede|pueden|se puede|debe|deben|tiene que|se debe',
  ],
  thanks: ['thanks|thank you|thx|many thanks|cheers', 'danke|vielen dank', 'merci', 'gracias|muchas gracias'],
  /** Decides something that we do not do by such a word. */
  vague: [
    'skip|cancel|ignore|drop|delete|remove|unsubscribe|archive|nothing|forget|forget it|cancel that|scratch that|🛑|opt out|none|quit|end',
    'abbestellen|abmelden|uberspringen|ignorieren|loschen|nichts|vergiss|vergiss es|abbrechen|storniere',
    'ignorer|ignore|passer|supprimer|supprime|rien|desabonner|desinscrire|oublie|laisse tomber',
    'ignorar|ignora|omitir|omite|saltar|borrar|nada|olvida|olvidalo|cancelar|cancela|baja|darme de baja',
  ],
  /** Beside a denial: not yet. */
  yet: ['yet|just yet', 'bis jetzt', 'pour autant', 'todavia|aun'],
  /** Opens a sentence and means nothing. */
  opening: [
    "ok|okay|alright|all right|so|well|hi|hey|hello|morning|good morning|good evening|good afternoon|hi there|hey there|hello there|hi all|hi team|hello team|right|thanks|thank you|thanks a lot|thx|yes|yeah|sure|perfect|great|good|cool|ps|p.s.|oh|ah|sorry|also|and|quick answers|answers|my answers|here you go|here are my answers|decisions|my decisions|update|re|countersign|hi countersign|hey countersign|hello countersign|dear countersign|finally|done|dear team|actually|correction|to be clear|in short|fine|howdy|hiya|yo|greetings|g'day|gday|evening|afternoon|gm|hi folks|hey folks|hi guys|hey guys|hey team|hey all|quick one|real quick|quickly|here goes|here we go|ok so|right so|righto|short version|for today|today|my take|my picks|in order|good day|top of the morning|hope you are well|hope you're well|hope all is well|sure thing|cheers for this|cheers for that|oops|whoops|oh no|argh|damn|oopsie|oops sorry|sorry sorry|hey hey|alrighty|aight|okey doke|hi both|hi you|thanks for this|thanks for that|thank you for this|thanks for the list|thanks for the summary|thanks for the update|ty for this|first things first|from my side|from me|my end|on my end|here's mine|here are mine|here you are|right then|ok then|well then|ok here goes|quick reply|quick answer|reply|feedback|my feedback|verdict|my verdict|on the train|in a rush|in a hurry|in haste|on the go|on the road|on mobile|from the car|for the record|as for today|re today|re today's list|re your list|so far|happy new year|happy monday|happy friday|good day all|hello again|hi again|morning team|morning all|morning folks|afternoon all|afternoon team|dear robot|hey robot|hi robot|bot|hey bot|please note|note|noted|ok noted|received|received thanks|great stuff|nice|lovely|brilliant|super|excellent",
    'ok|okay|also|so|hallo|hi|moin|moin moin|guten morgen|guten tag|guten abend|servus|danke|ja|klar|gut|na gut|super|perfekt|ach|und|hallo zusammen|hallo team|sorry|ach ja|antworten|meine antworten|gruss gott|gruezi|hallo countersign|hi zusammen|moin zusammen|eigentlich|korrektur|kurz|hier meine antworten|hoi|hoi zame|hoi zaeme|hoi mitenand|salut zame|sali zame|sali|salu|salu zame|gruezi mitenand|gruezi zame|gruezi wohl|tag|tag zusammen|tach|tachchen|moinsen|mahlzeit|ahoi|gude|guten|nabend|n abend|servus miteinander|servus zusammen|griass eich|griass euch|gruss euch|gruss dich|griass di|hallo miteinander|hallo ihr|hallo ihr lieben|hallo liebes team|liebes team|ihr lieben|guten morgen zusammen|guten morgen allerseits|allerseits|hey|hey zusammen|hey team|na dann|nun gut|also gut|alles klar|jut|schonen guten morgen|morgen zusammen|mojn|juten tach|juten morjen|danke dir|danke euch|vielen dank|herzlichen dank|besten dank|merci|merci vielmal|ups|uups|huch|hoppla|oje|ach so|achso|kurze antwort|kurz und knapp|kurzes feedback|ruckmeldung|meine ruckmeldung|hier meine ruckmeldung|hier die antworten|zu heute|fur heute|von unterwegs|aus dem zug|kurz von unterwegs|in eile|hi countersign|lieber bot|liebes system|ps|p.s.|nachtrag|na klar|na denn|jo',
    "ok|okay|alors|donc|bonjour|salut|coucou|merci|oui|bon|bien|parfait|super|ah|et|bonsoir|desole|mes reponses|reponses|bonjour countersign|bonjour a tous|bonjour l'equipe|allez|en fait|correction|voici|voici mes reponses",
    'ok|vale|pues|bueno|hola|buenos dias|buenas|buenas tardes|gracias|si|claro|perfecto|ah|y|perdon|perdona|a ver|entonces|mis respuestas|respuestas|hola countersign|hola equipo|hola a todos|hola buenas|en realidad|correccion|aqui van',
  ],
  not: [
    "not|don't|do not|didn't|did not|never|isn't|is not|haven't|have not|hasn't|wasn't|doesn't|does not|won't be|aint|need not|needn't|needn't be|should not|shouldn't|shall not|doesn't need to|does not need to|don't need to|do not need to|not going to|not gonna|wouldn't|would not|don't want to|do not want to|don't want|do not want|i'd rather not|i would rather not|we'd rather not|would rather not|rather not|i'd prefer not to|i'd prefer not|prefer not to|would prefer not to|no need to|not to|must not|mustn't|let's not|let us not|please don't|please do not|there's no need to|there is no need to|has no need to|we're not|we are not|i'm not|i am not",
    'nicht|nie|kein|keine|nicht mehr|muss nicht|mussen nicht|braucht nicht|brauchen nicht|braucht ihr nicht|brauchst du nicht|brauchen sie nicht|soll nicht|sollen nicht|sollte nicht|darf nicht|durfen nicht|lieber nicht|besser nicht|bloss nicht|auf keinen fall|keinesfalls|bitte nicht|nicht zu',
    'pas|ne pas|jamais|ne',
    'no|nunca|jamas|tampoco',
  ],
  hold: [
    'hold|the hold|holds|on-hold|freeze|block',
    'halt|hold|stopp|stop|mailstopp|versandstopp|sperre|pause|ruhe|ruhezeit|wartezeit|kontaktsperre|haltezeit|kontaktpause|ruhephase',
    'attente|mise en attente|pause|blocage|suspension|gel|mise en pause',
    'la espera|en espera|de espera|pausa|bloqueo|retencion|suspension|congelacion',
  ],
  all: [
    "all|all of them|all of these|all of those|everything|every one|them all|all items|all proposals|all of it|every single one|all the proposals|everything listed|all suggestions|the lot|the whole lot|everyone|all of em|em all|all em|all of that|all of this|the whole list|whole list|the whole thing|the entire list|entire list|the full list|across the board|every item|every proposal|every one of them|every one of these|every last one|every last one of them|all the above|all of the above|all listed|all these|all those|everything on the list|everything on here|everything here|all items listed|all listed items|everything you listed|each one|each of them|each and every one|everything above|all above|all that's listed|everything below|all of todays|all of today's items|all of today's proposals|all today's proposals|everything today|everything in the list|all in the list|all on the list|every proposal here|every item here|all items here|all proposals here|all your suggestions|all your proposals|all of your proposals|all of your suggestions|all the suggestions|each item|each proposal|the full set|the set|whole set|the whole set|the whole batch|whole batch|the batch|everything you proposed|everything you suggested|everything proposed|everything suggested|all things|all points|all changes|all the changes|all of the items|all of the proposals|all of the changes|every change|all entries|all lines|all numbers|every number|every single item|absolutely everything|absolutely all|literally everything|literally all",
    'alle|alles|allem|allen|samtliche|alle vorschlage|alle punkte|allen vorschlagen|alli|samtliche vorschlage|samtliche punkte|alle sachen|alle dinge|die ganze liste|ganze liste|alles davon|alle davon|alles zusammen|alle zusammen|komplett alles|restlos alles|alle eintrage|alles auf der liste|das ganze|den ganzen schwung|alle miteinander|jeder punkt|jeden punkt|jeden einzelnen',
    'tout|tous|toutes|toute|toutes les propositions|tout cela|tout ca|tous les points',
    'todo|todos|todas|toda|todas las propuestas|todo esto|todos los puntos',
  ],
  rest: [
    "rest|the rest|others|the others|all others|all the others|other ones|the other ones|everything else|all else|remaining|the remaining|the remaining ones|rest of them|the rest of them|all the rest|all other|all the other ones|anything else|rest of em|the rest of em|remainder|the remainder|remaining ones|remaining items|the remaining items|rest of the list|the rest of the list|all the remaining|all remaining|the other items|other items|the other proposals|other proposals|all the remaining ones|everything left|whatever's left|whatever is left|what's left|every other one|the rest of these|rest of these|the rest of those|the rest of it|the remaining proposals|rest of the items|the rest of the items|the rest of the proposals|all the other items|all other items|all the other proposals|all other proposals|every other item|all of the others|all of the rest|all that's left|everything that's left|everything that is left|those left|the ones left|the leftovers|what remains|whatever remains|everything remaining|the balance|others on the list|the other lines|everything besides|any others|the rest here|all the remaining items",
    'rest|der rest|den rest|dem rest|restliche|restlichen|alle anderen|alle ubrigen|die anderen|den anderen|allen anderen|die ubrigen|alles andere|allem anderen|sonst alles|alles ubrige|alle weiteren|ansonsten alle|ansonsten alles|ansonsten alle vorschlage|sonst alle|sonst alle vorschlage|alle anderen vorschlage|alle anderen punkte|die anderen vorschlage|die anderen punkte|die ubrigen vorschlage|die ubrigen punkte|alle ubrigen punkte|alle ubrigen vorschlage|die restlichen|die restlichen punkte|die restlichen vorschlage|restliche punkte|restliche vorschlage|der ganze rest|den ganzen rest|alle restlichen|alle sonstigen|das ubrige|allen ubrigen|alles weitere|alles sonstige|alles sonst|uebrige|ubrige|ubrigen',
    'le reste|reste|les autres|tous les autres|toutes les autres|tout le reste|aux autres|pour le reste|autres',
    'el resto|resto|los demas|las demas|lo demas|todo lo demas|los otros|las otras|todos los demas|todas las demas|demas|al resto|todo el resto',
  ],
  /** Before how many are left. */
  others: [
    'the other|the remaining|the last remaining|other|remaining|all other|all the other',
    'die anderen|die ubrigen|die restlichen|den anderen|den ubrigen|den restlichen|alle anderen|alle ubrigen',
    'les autres|aux autres',
    'los otros|las otras|los demas|las demas|los restantes|las restantes',
  ],
  both: [
    'both|both of them|the both|both of these|both of em|the pair|the two of them|both of those',
    'beide|beides|alle beide|beiden',
    'les deux|tous les deux|toutes les deux',
    'ambos|ambas|los dos|las dos',
  ],
  except: [
    'but|except|except for|apart from|besides|other than|minus|excluding|not|without|but not|except not|aside from|save for|with the exception of|bar|not counting|leaving out|leave out|leaving aside|but for|barring|excl|exc|exept|xcept|excpt|less|but leave out|with one exception|excepting|excludes|exclude|with exception of|apart frm|however not|though not|only not|just not|omitting|omit|with the exception being|sans',
    'ausser|bis auf|ohne|mit ausnahme von|nur nicht|aber nicht|abgesehen von|ausgenommen|nicht aber|abzuglich|mit einer ausnahme|exklusive|exkl|mit ausnahme der|mit ausnahme des|unter ausschluss von|nur ohne|bis eben auf|ausnahme|ausser der|ausser die|ausser den|nicht jedoch|jedoch nicht|allerdings nicht',
    "sauf|excepte|hormis|a part|hors|sauf le|sauf la|a l'exception de|mais pas",
    'menos|excepto|salvo|quitando|a excepcion de|pero no|con excepcion de|a excepcion del',
  ],
  and: [
    'and|&|+|and also|as well as|n|and then|an|plus|along with|together with|and likewise|then|also|and then also|and also please|and please|additionally|and finally|and lastly|and last|lastly|oh and|and oh|plus also|not to mention|&amp|in addition|and of course',
    'und|u|sowie|und auch|und dann|und ebenso|und genauso|plus|ausserdem|zusatzlich|zudem|und noch|und zwar auch|un|und ausserdem|dazu noch|und weiters|weiters',
    'et|et aussi|ainsi que|puis',
    'y|e|y tambien|asi como|mas',
  ],
  /** Up to: "1 to 3". */
  through: ['to|through|thru|-|till|until|..|–', 'bis|bis einschliesslich', "a|jusqu'a", 'a|al|hasta'],
  /** Before an item's number. */
  number: [
    "number|numbers|no|no.|nr|nr.|num|#|item|items|point|points|proposal|proposals|question|line|nos|entry|numer|nos.|ref|task|option number|entries|lines|bullet|bullets|row|rows|nbr|nr's|proposal no|item no|item number|item numbers|point number|proposal number",
    'nummer|nr|punkt|punkte|vorschlag|frage|position|pos|ziffer|nummern|zeile|eintrag',
    'numero|numeros|n°|nº|no|n|point|points|proposition|question|ligne|element|num|le point|la proposition',
    'numero|numeros|nº|n°|num|num.|punto|puntos|propuesta|pregunta|no|el punto|la propuesta|linea|opcion',
  ],
  because: [
    'because|cause|cuz|coz|bc|bcs|since|as|due to|given that|given|b/c|reason|reason being|reason is|becuase|cos|cus|bcos|bcoz|becos|because of|seeing as|seeing that|on account of|reason why|the reason is|the reason being|my reason',
    'weil|da|denn|wegen|grund|da ja|weils|aufgrund',
    "car|parce que|parce qu'|puisque|puisqu'|vu que|comme|a cause de|raison|etant donne que",
    'porque|pq|xq|pues|ya que|puesto que|dado que|debido a|motivo|razon|por',
  ],
  /** Makes another thing of what it stands beside. */
  condition: [
    'if|unless|but|provided|assuming|as long as|however|though|although|until|till|til|only|in case|when|once|as soon as|whenever|depending|except|instead|or|otherwise|either',
    'wenn|falls|sofern|sobald|aber|allerdings|jedoch|es sei denn|solange|vorausgesetzt|bis|nur|sondern|statt|oder|ansonsten|vorbehaltlich',
    "si|s'il|s'ils|mais|sauf|des que|quand|lorsque|a condition|pourvu|cependant|toutefois|une fois|jusqu|seulement|uniquement|plutot|ou|au lieu|sinon|tant que",
    'si|pero|sin embargo|siempre que|en cuanto|cuando|salvo|a menos que|aunque|hasta|solo|solamente|unicamente|o|en vez|en lugar|una vez|sino|mientras|excepto',
  ],
  /** Beside a yes it asks for another thing than what was proposed. */
  amends: [
    'hold on|hang on|change|changed|should|must|use|without|rather|wrong|fix|edit|adjust|rename|replace|swap|amend|modify|tweak|typo|misspelled|spelled|not until|not before|hold off|wait|pending|subject to|contingent|conditional|conditionally|tentatively|tentative|provisionally|provisional|awaiting|to be confirmed|tbc|almost|nearly|partly|half|not entirely|not quite',
    'andern|andere|geandert|sollte|soll|ohne|lieber|falsch|korrigieren|korrigier|korrigiere|anpassen|stattdessen|ersetzen|tippfehler|warte',
    'changer|change|changez|devrait|sans|faux|fausse|corriger|corrige|corrigez|adapter|modifier|modifie|remplacer|remplace|attends|attendez',
    'cambiar|cambia|deberia|sin|corregir|corrige|ajustar|reemplazar|modificar|modifica|espera',
  ],
  /** The same where it comes first: "yes, with the other number". */
  amendsFirst: [
    "change|with|to|as|make|set|first|after|before|then|title|needs|need|also|not|don't|doesn't|isn't|no|it's actually|than|put|add|please|just|keep|leave|name|it should|his name|her name",
    'mit|als|zuerst|erst|vorher|nachdem|danach|dann|nicht|kein|keine|nein|besser|bitte|auch|eigentlich|mach|setz|trag|auf|und',
    'avec|comme|apres|avant|puis|pas|non|mieux|aussi|en fait|mets|mettre|plus|et|ajoute',
    'con|como|despues|antes|luego|no|mejor|tambien|en realidad|pon|poner|y|anade|pasa',
  ],
  /** What came before it is why. */
  so: [
    'so|therefore|hence|thus|that s why',
    'deshalb|daher|deswegen|also|darum|somit',
    "donc|alors|du coup|c'est pourquoi",
    'asi que|por eso|por lo tanto|entonces|por tanto',
  ],
  /** Begins a reason without any mark before it. */
  subject: [
    "they|he|she|it|we|i|they're|he's|she's|we've|they've|there|nobody|no one|someone|he'd|she'd|they'd|you're|you|somebody|everybody|everyone|these guys|those guys|the client|the customer|the deal|client|customer|dude|their|his|her|legal|procurement|finance|management|nothing",
    'er|sie|es|wir|ich|die|der|das|man|niemand|dort|der kunde|die kundin|kunde|mein kontakt|unser kontakt|chef|der chef|der einkauf|einkauf|der vorstand|vorstand|geschaftsfuhrung|die kollegen|jemand|alle dort|seine|ihre|deren|dessen',
    'ils|il|elle|elles|on|je|j|nous|c|ca|personne',
    'ellos|el|ella|ellas|yo|nosotros|nadie',
  ],
  /** The same, where something is refused or put off. */
  grounds: [
    "wrong|old|already|too|the|this|that|those|these|has|have|had|was|is|are|were|got|went|his|her|their|our|my|just|not|still|no longer|left|moved|bought|chose|signed|outdated|duplicate|spam|intern|competitor|budget|waiting|needs|need|had|can't|cannot|won't|will|would|wouldn't|couldn't|don't|doesn't|isn't|wasn't|aren't|haven't|hasn't|hadn't|no more|never|nobody|no one|gone|quit|retired|fired|dead|no reply|no answer|going|bit|way|unclear|typo|same|another|different|someone|somebody|premature|early|stale|obsolete|nothing|none|all|it's|that's",
    'falsche|falscher|falsches|alte|alter|altes|schon|zu|hat|haben|hatte|ist|sind|war|waren|kein|keine|noch|sein|seine|ihr|ihre|unser|mein|nur|wurde|bereits|kennt|kenne|dieser|diese|dieses|macht|will|wollen|doppelt|spielt|spielen|lebt|leben|sitzt|arbeitet|meldet|hat noch|haben noch|ist noch|sind noch|der ist|die ist|das ist|lauft|laufen|kommt|kommen|braucht|brauchen|wartet|warten|muss|mussen|war ein|gibt|gehort|gehoren|geht|gehen|verhandelt|verhandeln|uberlegt|pruft|prufen|hab|habe|wir|erst|denn|weil|zwei|falsch|telefonat|termin|budget|ruft|rief|schrieb|schreibt|sagt|sagte|meint|meinte',
    'mauvais|mauvaise|ancien|ancienne|vieux|deja|trop|ont|est|sont|son|sa|leur|notre|mon|ma|le|la|les|ce|cet|cette|n|ne|plus|toujours|encore|pas',
    'mal|malo|mala|viejo|viejo|ya|demasiado|ha|han|es|esta|estan|son|fue|fueron|su|sus|nuestro|mi|ese|esa|este|la|los|se|me|nos|numero|sigue|siguen|solo|todavia|tiene|tienen',
  ],
  absence: [
    "out of office|out of the office|out-of-office|ooo|on leave|annual leave|parental leave|maternity leave|paternity leave|sick leave|on vacation|on holiday|on holidays|on pto|away from|currently away|am away|be away|limited access|no access|automatic reply|auto-reply|auto reply|autoreply|back in the office|back at my desk|travelling|traveling|out sick|until i return|when i return|upon my return|on my return|urgent matters|for urgent|out today|out until|off until|off sick|public holiday|delivery to the following|delivery has failed|failed permanently|could not be delivered|couldn't be delivered|undeliverable|delivery status notification|delivery failure|mail delivery failed|address not found|mailbox full|no such user|message blocked",
    'abwesend|abwesenheit|nicht im buro|ausser haus|im urlaub|in elternzeit|elternzeit|krankgeschrieben|krank|automatische antwort|abwesenheitsnotiz|wieder erreichbar|nicht erreichbar|wieder im buro|wieder da|keinen zugriff|dringenden fallen|in dringenden|dienstreise|auf reisen|meine vertretung|nicht am platz|feiertag|unzustellbar|nicht zugestellt werden|konnte nicht zugestellt werden|zustellung fehlgeschlagen|zustellfehler|mutterschutz|auf dienstreise|im mutterschutz|betriebsferien|in den ferien|ferienabwesenheit|wieder zuruck am',
    "absent|absente|absence|en conge|en conges|en vacances|en deplacement|reponse automatique|de retour le|de retour au|de retour en|de retour a|serai de retour|de retour lundi|de retour mardi|de retour mercredi|de retour jeudi|de retour vendredi|de retour demain|mon retour|a mon retour|cas d'urgence|en cas d'urgence|pas au bureau|acces limite|conge maternite|conge parental|indisponible|injoignable",
    'fuera de la oficina|fuera de oficina|ausente|ausencia|de vacaciones|respuesta automatica|de baja|sin acceso|acceso limitado|a mi regreso|a mi vuelta|de viaje|urgencias|asuntos urgentes|de permiso|estare de vuelta|volvere|regresare',
  ],
  /** Takes back what was said just before. */
  meant: [
    'i mean|i meant|meant|i ment|make that|scratch that',
    'meinte|ich meine|meinte ich|wollte sagen|sollte heissen|sollte sein',
    'je voulais dire|je veux dire|voulais dire|je parlais',
    'queria decir|quise decir|quiero decir|me referia|me refiero|digo',
  ],
  /** Leaves it to us what is to be done. */
  usual: [
    'as usual|as always|the usual|same as always|same as usual|same as last time|like last time|as before|you know the drill',
    'wie immer|wie ublich|wie gehabt|wie gewohnt|wie sonst|wie letztes mal|das ubliche',
    "comme d'habitude|comme d hab|comme toujours|comme la derniere fois|comme avant",
    'lo de siempre|como siempre|lo habitual|como de costumbre|como la ultima vez|igual que siempre',
  ],
  /** Of several it is not said which. */
  some: [
    'some|some of these|some of them|most|most of them|most of these|a few|half of them|a couple|one of them|one of these|one of those|two of them|two of these|three of them|several|some of it|part of it|parts of it|half of it',
    'einige|manche|ein paar|die meisten|teilweise|teils',
    'certains|certaines|quelques-uns|quelques-unes|la plupart|quelques',
    'algunos|algunas|unos cuantos|la mayoria|unas cuantas',
  ],
  /** Hands something on to somebody else. */
  passOn: [
    'fyi|fwd|fw|for your information|for your info|for info|cc|ccing|adding|looping in',
    'zur info|zur information|zur kenntnis|z k|zk|zki|zur kenntnisnahme|weitergeleitet|fur dich zur info',
    'pour info|pour information|pour votre information|pour ton information|pi|transfere',
    'para tu informacion|para su informacion|para tu info|reenvio|te reenvio|adjunto',
  ],
  /** Somebody else reads along. */
  copied: [
    "in copy|in cc|on cc|on copy|copying in|copying|looped in|looping in|cc'd|ccd|copied in",
    'in kopie|in cc|ins cc|im cc',
    'en copie|en cc',
    'en copia|en cc|con copia',
  ],
  greeting: [
    "hi|hello|hey|dear|good morning|morning|good afternoon|good evening|hiya|yo|howdy|greetings|g'day|gday|evening|afternoon",
    'hallo|hi|hey|liebe|lieber|moin|servus|guten morgen|guten tag|sehr geehrte|sehr geehrter|hallochen|gruss gott|na|hoi|sali|gruezi|gruess gott|griass di|tag|mahlzeit|liebes|werte|werter|salu',
    'bonjour|salut|coucou|cher|chere|bonsoir|hello',
    'hola|estimado|estimada|querido|querida|buenos dias|buenas tardes|buenas|buen dia',
  ],
  signOff: [
    'best|best regards|regards|kind regards|warm regards|warmest regards|all the best|cheers|sincerely|yours|yours sincerely|many thanks|br|rgds|kr|best wishes|thanks and regards|take care|xx|talk soon|cheerio|ta|thanks again|thx again|ttyl|cya|kind rgds|best rgds|with regards|with best regards|with kind regards|yours truly|yours faithfully|respectfully|warmly|tks|tx|thx|thanks|thank you|ty|cordially|ciao|thanks a lot|thanks much|regds|best regds|thanks & regards|have a good one|see you|bye|all best|warmest|have a good day|have a great day|have a nice day|have a good weekend|have a great weekend|speak soon|tata|ta ta|toodles|cheers all|cheers mate|thanks all|thanks guys|thanks team|thanks everyone|many thanks and regards|with thanks|thanks in advance|tia|all my best|over and out|xoxo|kindest|kindest regards|bestest|rgrds|good night|gn|onwards',
    'lg|vg|mfg|bg|gruss|grusse|gruesse|viele grusse|liebe grusse|beste grusse|freundliche grusse|mit freundlichen grussen|schone grusse|herzliche grusse|mit besten grussen|lieben gruss|besten gruss|viele gruesse|liebe gruesse|schonen gruss|freundlichen grusse|gruessle|bis dann|bis spater|bis morgen|bis die tage|tschuss|tschau|ciao|servus|pfiat di|pfiat eich|baba|mach es gut|machs gut|schonen feierabend|schonen tag|schonen abend|schones wochenende|einen schonen tag|en schone|en schone tag|uf widerluege|adieu|ade|liebs grussli|grussli|herzlich|herzlichst|grusse aus|gruss aus|viele grusse aus|vlg|glg|hg|bgr|mit bestem gruss|mit freundlichem gruss|besten dank und gruss|danke und gruss|danke und grusse|danke und viele grusse|danke gruss|merci und gruss|gruss und dank|sonnige grusse',
    'cordialement|bien cordialement|bien a vous|amicalement|cdlt|cdt|bien a toi|salutations|meilleures salutations|sinceres salutations|amities|bises|belle journee|a plus|a+',
    'saludos|un saludo|saludos cordiales|un cordial saludo|cordialmente|atentamente|atte|un abrazo|abrazos|saludo|slds',
  ],
  /** The answers stand elsewhere. */
  elsewhere: [
    'see below|below|inline|in line|in red|in blue|in bold|in green|see my answers|see comments|comments below|answers below|replies below|see above',
    'siehe unten|s. u.|unten|s.u.|in rot|in blau|inline|weiter unten|siehe meine antworten|antworten unten|in fett',
    'ci-dessous|voir ci-dessous|plus bas|voir plus bas|en rouge|en bleu|dans le texte|en gras|cf ci-dessous',
    'abajo|mas abajo|ver abajo|en rojo|en azul|debajo|a continuacion|en negrita',
  ],
  /** The rep is not sure. */
  doubt: [
    "maybe|perhaps|probably|possibly|i think|i guess|i would say|i'd say|id say|i say|guess|i suppose|not sure|unsure|don't know|do not know|dunno|no idea|no clue|hmm|hm|hmmm|mmm|umm|um|whatever|up to you|you decide|as you like|as you wish|as you see fit|either way|let me think|let me check|need to check|have to check|might|could be|depends|tbd|wait and see|we'll see|don't understand|don't get it|doesn't make sense|makes no sense|confused|unclear|you think is best|what you think|do whatever|i don't mind|don't care|don't mind|your call|kind of|sort of|kinda|sorta|think so|ish|idk|not certain|can't decide|can't tell|can't say|have to think|need to think|tough one|tricky|surprise me|eh|meh|possibly not|presumably|i'd rather|i believe|more or less|undecided|your choice|you choose|use your judgement|use your judgment|need more time|look into|🤷|🤔|❓|🤨|😬|iffy|on the fence|50/50|toss up|torn|no strong opinion|no opinion|no preference|can't remember|don't remember|do not remember|don't recall|hard to say|who knows|beats me|sleep on it|lemme check|lemme think|lemme see|need to ask|need to confirm|have to ask|tbc|need to double check|let me double check",
    'vielleicht|evtl|eventuell|wahrscheinlich|vermutlich|glaube|glaub|denke|denk|weiss nicht|weiss ich nicht|weiss noch nicht|keine ahnung|egal|mal sehen|mal schauen|schauen wir mal|schaun wir mal|wie du meinst|wie sie meinen|wie du willst|wie sie wollen|wie du denkst|kommt drauf an|kommt darauf an|unsicher|nicht sicher|muss ich prufen|muss ich noch|muss noch|konnte sein|ka|hm|hmm|mach was du willst|entscheide du|du entscheidest|eher|schwierig|mal gucken|sicher bin ich nicht|hab keine meinung|muss uberlegen|ich uberlege|uberlege noch|wurde sagen|tendenziell|bin mir nicht sicher|unschlussig|dein ding|such du aus|verstehe nicht|verstehe ich nicht|versteh nicht|versteh ich nicht|kapier ich nicht|unklar|keine meinung|na ja|naja|tja',
    "peut-etre|peut etre|probablement|sans doute|je crois|crois|je pense|pense|je suppose|sais pas|ne sais pas|sais plus|aucune idee|a voir|comme tu veux|comme vous voulez|comme tu le sens|ca depend|depend|pas sur|pas sure|pas certain|pas certaine|m'est egal|bof|ptet|hmm|hm|euh|faut voir|je dirais|plutot|tu decides|a toi de voir|c'est toi qui vois|reflechir|j'hesite|hesite|comprends pas|pas clair|pas compris|eventuellement",
    'quizas|quiza|tal vez|a lo mejor|probablemente|posiblemente|creo|supongo|no se|ni idea|no lo se|ya veremos|veremos|como quieras|como quiera|como veas|da igual|lo que veas|lo que quieras|lo que creas|depende|no estoy seguro|no estoy segura|hmm|hm|mmm|pienso|diria|tu decides|tu veras|me da igual|pensarlo|lo pensare|dudo|lo que te parezca|puede que|puede ser|no entiendo|no comprendo|no lo tengo claro|no esta claro|no me queda claro',
  ],
  /** No question, and nothing about the items: manners, receipts, what a phone proposes. */
  manners: [
    "thanks|thank you|thank you so much|thanks so much|thank you very much|thanks a lot|many thanks|thx|tx|tnx|ty|tysm|cheers|got it|noted|will do|sounds good|sounds great|looks good|looks great|great|awesome|perfect|excellent|wonderful|nice|cool|received|understood|no worries|no worry|no problem|no rush|no hurry|no stress|no prob|np|on it|i'm on it|all good|good morning|good night|have a nice day|have a good day|have a great day|have a great one|have a nice one|have a nice evening|have a good evening|have a good one|have a nice weekend|have a good weekend|have a great weekend|good work|great work|good job|great job|well done|nice work|love it|love this|interesting|amazing|fantastic|great stuff|super|super helpful|very helpful|helpful|that's great|that's helpful|appreciate it|much appreciated|appreciated|thanks for the update|thanks for the summary|thanks for this|thanks for sharing|thanks for the info|thanks for letting me know|sorry for the delay|sorry for the late reply|sorry for the late response|sorry for the slow reply|sorry about the delay|apologies for the delay|apologies for the late reply|sorry i'm late|sorry for being late|sorry about that|for the late reply|for the delay|for the delayed reply|for the slow reply|for being late|for the update|for the summary|for the info|for letting me know|for this|for your help|for the heads up|you're welcome|see you|talk soon|speak soon|good to know|i will|roger|roger that|copy that|ack|acknowledged|10-4|ok great|ok cool|ok thanks|so much|very much|a lot|happy to help|all set|everything's fine|🙏|😊|🙂|😀|😃|😄|🎉|🙌|👏|❤|💪|🚀|😉|🔥|💯|🤝|🥳|😁|will revert|will reply|for the reminder|hope you are well|hope you're well|hope all is well|hope this helps|hope that helps|talk later|speak later|chat later|more later|bye|bye now|see ya|cya|ttyl|you rock|legend|nice one|good stuff|keep it up|keep up the good work|ta|ta very much|wilco|have a good un|have fun|happy monday|happy friday|tgif|catch you later|much obliged|cheers for this|cheers for that|thanks again|thx again|thanks in advance|thanking you|you're a star|you're the best|ok thx|ok ty|great summary|good summary|nice summary|handy|very handy|rest is noted|all noted|all clear|crystal clear|loud and clear|👋|🫡",
    'danke|vielen dank|danke dir|danke schon|dankeschon|danke sehr|herzlichen dank|tausend dank|besten dank|danke euch|danke ihnen|merci|alles klar|verstanden|erhalten|zur kenntnis genommen|notiert|wird gemacht|wird erledigt|super|toll|prima|klasse|top|spitze|perfekt|kein problem|kein stress|keine eile|keine sorge|kein ding|guten morgen|guten tag|guten abend|schonen tag|schonen tag noch|schonen abend|schones wochenende|schonen feierabend|gute arbeit|super arbeit|interessant|klingt gut|sieht gut aus|gern geschehen|bis bald|bis dann|bis morgen|bin dran|mach ich|mache ich|passt danke|fur die info|fur die ubersicht|fur die nachricht|fur das update|fur die zusammenfassung|sehr hilfreich|hilfreich|freut mich|weiter so|macht weiter so|mach weiter so|weiter viel erfolg|weiterhin viel erfolg|viel erfolg|viel spass|gut gemacht|tolle arbeit|tolle ubersicht|super ubersicht|schone ubersicht|gute ubersicht|merci vielmal|vergelts gott|bestens|wunderbar|lieben dank|danke vielmals|danke vielmal|schonen sonntag|schone woche|schones wochenend|angenehmen tag|bis spater|bis nachher|bis die tage|habe die ehre|gehabt euch wohl|tschuss|tschau|servus|hab verstanden|ist notiert|lese ich spater|frohe weihnachten|guten rutsch|schone feiertage|frohe ostern|alles gute',
    "merci|merci beaucoup|merci bien|mille mercis|grand merci|bien recu|bien note|c'est note|note|compris|recu|super|parfait|genial|top|excellent|formidable|pas de probleme|pas de souci|pas de soucis|aucun probleme|aucun souci|sans souci|pas d'urgence|bonjour|bonsoir|bonne journee|bonne soiree|bon week-end|bon weekend|bonne continuation|a bientot|a plus|a demain|interessant|tres bien|entendu|je m'en occupe|pour l'info|pour l'information|pour le resume|pour la mise a jour|de rien|c'est gentil|beau travail|bon travail|tres utile|utile|ca roule|pour tout",
    'gracias|muchas gracias|mil gracias|muchisimas gracias|recibido|entendido|anotado|tomo nota|perfecto|genial|estupendo|excelente|super|fantastico|buen trabajo|ningun problema|no hay problema|sin problema|no pasa nada|no te preocupes|no hay prisa|sin prisa|buenos dias|buenas tardes|buenas noches|buen dia|buen fin de semana|feliz fin de semana|hasta luego|hasta pronto|hasta manana|interesante|de nada|me encargo|muy bien|muy util|que bien|todo bien|por el resumen|por la info|por la informacion|por avisar|enterado|enterada',
  ],
} as const;

export type SmallSense = keyof typeof small;

/** Words that lead to a day: "till", "bis zum", "jusqu'au". What follows "after" is over first. */
export const dayLeads =
  "thru|until|till|til|untill|untl|unitl|'til|to|for|by|on|in|from|after|before|not before|not until|through|the|next|bis|auf|am|fur|ab|zum|zur|nach|vor|im|erst|fruhestens|nicht vor|um|nochmal|jusqu|au|a|aux|pour|le|la|l|d|de|du|dans|des|apres|avant|pas avant|en|un|une|encore|hasta|al|el|para|por|del|dentro|despues|antes|no antes|los|las|once|wieder|kommenden|starting|around|say|again|noch|durante|pendant|during|eine|einen|der|die|dem|den|wk|bis zur|ici|minimum|at least|mindestens|au moins|at|early|jusque|partir|recien|nachsten|desde|pal";
export const afterLeads = 'after|nach|apres|despues';

/** Names of us and of everybody, which are nobody's name. */
export const nobody =
  'there|all|team|everyone|everybody|countersign|bot|robot|ai|assistant|again|folks|guys|zusammen|leute|alle|alles|ihr|tous|toutes|equipe|l|a|todos|equipo|buenas|you|both|back|the|from|und|and|et|y|yes|no|ok|ja|nein|oui|non|si|morning|moin|to|it|this|system|support|computer|friend|friends|service|liebes|my|dear|zame|zaeme|mitenand|miteinander|zusamme|allerseits|beinand|lieben|eich|euch|dich|di|both|crew|gang';
