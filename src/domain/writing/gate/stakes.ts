/**
 * What a sentence may not say unless the right side said it: concessions, money matters, ways around the thread, attachments, results and the
 * rep's own undertakings. By kinds of words, folded, four languages each.
 */
import { inEach } from './tongues.ts';

/** A price let down or a thing given away. Only where the rep wrote it. */
export const concession = inEach(
  'discount\\p{L}*|rebate\\p{L}*|\\p{N}+ off|percent off|% off|price (?:cut|drop|reduction|match)|reduced price|(?:half|lower|best|better|special|reduced|cheaper) (?:price|rate|offer|deal)|half-price|cheap\\p{L}*|for free|(?<!feel |are |be )free|free of charge|no (?:extra )?(?:cost|charge|fee)|complimentary|waive\\p{L}*|on us|on the house|gift|refund\\p{L}*|money back|credit note|guarantee\\p{L}*|warrant\\p{L}*|bonus|voucher|coupon|exclusiv\\p{L}*|unlimited|lifetime|concession\\p{L}*|penalt\\p{L}*|liabilit\\p{L}*|net (?:\\p{N}+|thirty|sixty|ninety)|halve\\p{L}*|for nothing|nothing (?:to pay|will be charged)|(?:costs?|pay|owe) (?:you )?nothing|(?:bear|cover|absorb) the costs?|(?:take|takes|taking) (?:\\p{L}+ ){0,3}back|throw in|add (?:\\p{L}+ ){0,3}more',
  'rabatt\\p{L}*|nachlass\\p{L}*|preisnachlass\\p{L}*|skonto|ermassig\\p{L}*|vergunstig\\p{L}*|reduziert\\p{L}*|gunstig\\p{L}*|billig\\p{L}*|kostenlos\\p{L}*|kostenfrei\\p{L}*|gratis|umsonst|unentgeltlich\\p{L}*|geschenkt?|schenken?|ohne (?:aufpreis|berechnung|kosten)|verzicht\\p{L}*|erlass\\p{L}*|gutschrift\\p{L}*|gutschein\\p{L}*|erstatt\\p{L}*|garantie\\p{L}*|garantier\\p{L}*|gewahrleist\\p{L}*|halber preis|halben preis|sonderpreis\\p{L}*|sonderangebot\\p{L}*|bestpreis\\p{L}*|preissenkung|exklusiv\\p{L}*|unbegrenzt\\p{L}*|vertragsstrafe|haftung\\p{L}*|zahlungsziel\\p{L}*|kulanz\\p{L}*|halbier\\p{L}*|kostet (?:sie |dich |euch )?nichts|auf unsere kosten|geht auf uns|(?:nehmen|nehme|nimmt) (?:\\p{L}+ ){0,5}zuruck|zurucknehmen|obendrauf|zugabe',
  'remises?(?! (?:de|du|des) (?:documents?|dossiers?))|rabais|reductions?|ristournes?|escompte|gratuit\\p{L}*|offert|offerte|offerts|offertes|cadeaux?|sans frais|sans supplement|a titre gracieux|gracieu\\p{L}*|renon\\p{L}*|rembours\\p{L}*|un avoir|garanti\\p{L}*|exclusivite|exclusi\\p{L}*|illimite\\p{L}*|prix (?:reduit|special|casse|promotionnel)|tarif (?:reduit|special|preferentiel)|moitie prix|divis\\p{L}*|bon d.achat|penalites?|geste commercial|promotion\\p{L}*|moins cher\\p{L}*|moitie|coute(?:ra)? rien|a notre charge|(?:est|sont|sera) pour nous',
  'descuent\\p{L}*|rebaj\\p{L}*|bonific\\p{L}*|gratis|gratuit\\p{L}*|sin (?:coste|costo|cargo|recargo)|regal\\p{L}*|obsequi\\p{L}*|renunci\\p{L}*|reembols\\p{L}*|devolucion\\p{L}* (?:del|de) dinero|garanti\\p{L}*|exclusiv\\p{L}*|ilimitad\\p{L}*|precio (?:especial|reducido|rebajado)|mitad de precio|vale de|cupon\\p{L}*|penalizac\\p{L}*|promocion\\p{L}*|mas barat\\p{L}*|barat\\p{L}*|precio de amigo|la mitad|cuesta nada|(?:por|de) nuestra cuenta|devolv\\p{L}+|devuelv\\p{L}+|de regalo',
);

/** A price of the rep's house. Money the prospect named is the prospect's. */
export const price = inEach(
  'prices?|pricing|priced|rates?|costs?|fee|fees|tariff|floor',
  'preis\\p{L}*|kosten|kostet|tarif\\p{L}*|gebuhr\\p{L}*|satz|\\p{L}+preis\\p{L}*',
  'prix|tarifs?|couts?|coute\\p{L}*|frais',
  'precios?|tarifas?|costes?|costos?|cuesta\\p{L}*|cuota\\p{L}*',
);

/** Accounts, secrets and ways around the thread. Only where the rep wrote it. */
export const grave = inEach(
  'bank (?:account|details|data|transfer|code)s?|banking|iban|bic|swift|sort code|account (?:number|details|no)|wallet|bitcoin|crypto\\p{L}*|btc|gift cards?|vouchers?|wire|western union|paypal|passwords?|passcode|pin code|credentials?|log ?in|log in|sign in|sign-in|log on|verify your|click\\p{L}*|download\\p{L}*|scan the|qr code|whatsapp|telegram|wechat|signal app|text me|lawyers? will|lawsuit|sue|in court|to court|court (?:case|order)s?|legal action|debt collect\\p{L}*|overdue invoice|final notice|crm|prompt|system prompt|instructions?|language model|chatbot|assistant|as an ai|ai model|protocol|token|secret|confidential\\p{L}*|source code|ceo',
  'bank(?:verbindung|daten|konto|leitzahl|uberweisung|einzug)\\p{L}*|iban|bic|konto\\p{L}*|blz|uberweis\\p{L}*|bitcoin|krypto\\p{L}*|gutscheinkart\\p{L}*|geschenkkart\\p{L}*|paypal|passwor\\p{L}*|kennwor\\p{L}*|zugangsdaten|anmeldedaten|einloggen|anmelden (?:unter|auf|sie sich an)|klick\\p{L}*|herunterlad\\p{L}*|qr-code|whatsapp|telegram|anwalt wird|klage|gericht\\p{L}*|inkasso\\p{L}*|mahn\\p{L}*|crm|prompt|anweisung\\p{L}*|sprachmodell|chatbot|assistent|vertraulich\\p{L}*|geheim\\p{L}*|preisuntergrenze',
  'bancair\\p{L}*|iban|rib|virement|virez|virer|bitcoin|crypto\\p{L}*|cartes? cadeaux?|paypal|mots? de passe|identifiants?|connectez|se connecter|connexion|cliqu\\p{L}*|telecharg\\p{L}*|qr code|whatsapp|telegram|proces contre|tribunal|poursuites|mise en demeure|huissier|contentieux|crm|prompt|consignes?|instructions?|modele de langue|chatbot|assistant|confidentiel\\p{L}*|secret\\p{L}*|prix plancher|pdg',
  'bancari\\p{L}*|iban|cuenta (?:bancaria|corriente|nueva)|nueva cuenta|la cuenta es|transfer\\p{L}*|transfier\\p{L}*|bitcoin|cripto\\p{L}*|tarjetas? (?:de )?regalo|paypal|bizum|contrasenas?|credencial\\p{L}*|inicie sesion|iniciar sesion|haga clic|clic|clique\\p{L}*|descarg\\p{L}*|codigo qr|whatsapp|telegram|demanda judicial|tribunal\\p{L}*|juzgado|burofax|crm|prompt|instrucciones|modelo de lenguaje|chatbot|asistente|confidencial\\p{L}*|secret\\p{L}*|precio minimo',
);

/** Payment and its like: said back to the one who brought it up, never asked for unless the rep did. */
export const payment = inEach(
  'banks?|address(?:es)?|accounts?|pay|pays|paid|paying|payments?|invoic\\p{L}*|deposit|deposits|prepay\\p{L}*|upfront|up front|transfer\\p{L}*|remit\\p{L}*|billing|portal|website|web page|link|links|click|(?<!not |nothing )urgent\\p{L}*|immediately|nda',
  'bank|banken|adressen?|zahlen sie|zahlt|gezahlt|zu zahlen|bezahl\\p{L}*|anzahlung\\p{L}*|vorkasse|rechnung(?:en|s\\p{L}*)?|zahlung\\p{L}*|portal\\p{L}*|webseite|website|link|links|verlinkt|dringend|umgehend|unverzuglich|sofort',
  'banques?|adresses?|pay(?:er|ez|e|ons|es)|paiements?|regl(?:er|ez|ement\\p{L}*)|acomptes?|factur\\p{L}*|verse(?:r|z|ment\\p{L}*)|portail|site internet|site web|lien|liens|(?<!rien d.|pas )urgent\\p{L}*|immediat\\p{L}*',
  'bancos?|direccion (?:de correo|postal|web)|pag(?:o|os|ar|ue|uen|a|an|ado)|anticipo\\p{L}*|senal|factur\\p{L}*|abon(?:ar|e|o)|portal|pagina web|sitio web|enlaces?|urgent\\p{L}*|inmediat\\p{L}*',
);

/** Something that lies with the mail. Drafts carry nothing. */
export const attachment = inEach(
  'attach\\p{L}*|enclos\\p{L}*|appended',
  'anbei|lieg(?:t|en) (?:bei|an)(?! (?:ihnen|dir|uns|euch|ihr\\p{L}*|unser\\p{L}*|eur\\p{L}*|dein\\p{L}*|\\p{L}+ \\p{L}+|der|dem|\\d)\\b)|anhang\\p{L}*|angehangt\\p{L}*|beigefugt\\p{L}*|beiliegend\\p{L}*|beilage|fuge ich|anlage zu',
  'pieces? jointes?|piece-jointe|ci-joint\\p{L}*|ci joint\\p{L}*|joint|jointe|joins|joindre|en annexe|annexee?s?',
  'adjunt\\p{L}*|anex\\p{L}*',
);
/** What lay with an earlier mail. */
export const earlierMail = inEach(
  'my (?:last |previous |earlier )?(?:mail|email|e-mail|message|note)|your (?:last |previous |earlier )?(?:mail|email|message|note)|i (?:sent|attached|enclosed|mailed)|you (?:sent|attached|enclosed)',
  '(?:meiner|meine|ihrer|ihre|deiner|letzten?) (?:letzten? )?(?:e-mail|mail|nachricht)|geschickt|gesendet|angehangt hatte|beigefugt hatte',
  '(?:mon|votre|ton|dernier) (?:dernier )?(?:mail|message|courriel|e-mail)|(?:avais|ai) (?:joint|envoye)|(?:avais|ai) mis en piece jointe',
  '(?:mi|su|tu|ultimo) (?:ultimo )?(?:correo|mensaje|mail)|(?:le|te|os) (?:adjunte|envie|mande)|adjunte',
);

/** Results and acts that bind: never said as a fact unless the ground says them. */
export const weighty = inEach(
  'approv\\p{L}*|accept\\p{L}*|agree\\p{L}*|sign|signs|signed|signing|order|orders|ordered|bought|buy|purchas\\p{L}*|confirm\\p{L}*|commit(?:s|ted|ting|ments?)?|reject\\p{L}*|refus\\p{L}*|declin\\p{L}*|deliver\\p{L}*|ship|shipped|install|installs|installed|installing|renew\\p{L}*|extend\\p{L}*|deal is|contract is|in force|won(?!.t)|lost (?:the|it|to|your|our)|launch\\p{L}*|authori[sz]\\p{L}*|grant\\p{L}*|fired|left the company|replac\\p{L}*|checked|verified|tested|logs|active|terminat\\p{L}*|cancel\\p{L}*|decided|settled|chosen|chose|selected|resolved|go(?:ing)? with|went with|go(?:ing)? ahead|green light|works for us|(?:fine|ok|okay|good|happy) (?:with|by|for) us|(?:i|we) no longer|quit|quits|resign\\p{L}*|withdr\\p{L}+|switch\\p{L}*|mistaken|wrong|changed|moved|ignore|disregard|forget (?:it|the|about|this|that|my|our|all)|mistakes?|too (?:high|expensive|dear)|you can (?:now )?(?:start|begin)|count on (?:us|me)|our word|on its way',
  'genehmig\\p{L}*|bewillig\\p{L}*|akzeptier\\p{L}*|angenommen|zugestimmt|zustimm\\p{L}*|unterschr\\p{L}*|unterzeichn\\p{L}*|bestell\\p{L}*|gekauft|kauf\\p{L}*|bestatig\\p{L}*|verpflicht\\p{L}*|abgelehnt|ablehn\\p{L}*|liefer(?:n|t|te|ten|e)|geliefert|installier\\p{L}*|verlanger\\p{L}*|gilt ab|in kraft|geschlossen|beschlossen|zugesichert|sichern .{0,20}zu|freigegeben|verlassen|ubernimmt|ersetzt|gepruft|eingegangen|beendet|kundig\\p{L}*|storn\\p{L}*|widerruf\\p{L}*|(?:vergessen|vergiss) (?:sie|es|das)|ignorier\\p{L}*|fehler|zu teuer|(?:sie|du|ihr) (?:konnen|kannst|konnt) (?:\\p{L}+ )?(?:anfangen|beginnen|loslegen|starten)|das passt so|verlassen sie sich|geandert|ist unterwegs',
  'approuv\\p{L}*|accept\\p{L}*|accord\\p{L}+|signe\\p{L}*|signons|command(?:e|er|ons|ez|ee|es)|achet\\p{L}*|confirm(?:e|ons|ez|ee|es|er)|engage\\p{L}*|refus\\p{L}*|livr(?:er|ons|ez|e|ee|es)|install(?:er|ons|ez|e|ee|es|erons)|renouvel\\p{L}*|prolong\\p{L}*|prend effet|en vigueur|conclu\\p{L}*|valid(?:e|er|ons|ee|es)|autoris\\p{L}*|quitte\\p{L}*|remplac\\p{L}*|verifie\\p{L}*|resili\\p{L}*|annul\\p{L}*|oubli(?:ez|e) (?:le|la|les|ce|tout)|ignore[zr]?|erreurs?|trop cher\\p{L}*|(?:vous pouvez|tu peux) (?:\\p{L}+ )?(?:commencer|demarrer)|comptez sur nous|marche conclu|est en route|(?:a|ont|avons|est) change\\p{L}*',
  'aprob\\p{L}*|acept\\p{L}*|acord\\p{L}+|firm(?:a|ar|o|ado|ada|amos|e|en)|pedid(?:o|os)|compr(?:a|ar|o|ado|amos)|confirm\\p{L}*|compromet\\p{L}*|rechaz\\p{L}*|entreg\\p{L}*|instalad\\p{L}*|instal(?:amos|aremos|o)|renov\\p{L}*|ampli\\p{L}*|prorrog\\p{L}*|en vigor|cerrado|autoriz\\p{L}*|concedid\\p{L}*|dejo la empresa|sustitu\\p{L}*|reemplaz\\p{L}*|verific\\p{L}*|hemos recibido|cancel\\p{L}*|rescind\\p{L}*|anul\\p{L}*|(?:ha|he|hemos|han|has) (?:\\p{L}+ )?(?:decidido|elegido|escogido|retirado)|decidi(?:o|mos|eron)|nos (?:parece bien|va bien|encaja|conviene)|de acuerdo|luz verde|olvid(?:e|a) (?:el|la|los|las|lo|todo)|ignor(?:e|a)|errores|un error|demasiado car\\p{L}*|(?:puede|puedes|pueden) (?:ya )?(?:empezar|comenzar|arrancar)|trato hecho|hecho esta|cuente con nosotros|va en camino|(?:ha|han|hemos) cambiado',
);

/** The rep's house binds itself. */
export const binds = inEach(
  '(?:i|we)(?: hereby| also| can| will)?(?: have)? (?:accept|accepted|agree|agreed|approve|approved|confirm|confirmed|commit|guarantee|guaranteed|grant|granted|authori[sz]e|offer you|give you|let you have|waive|undertake|promise|pledge|sign|signed|order|ordered|receive|received|cancel|cancelled|extend|extended|decline|reject)|(?:your|the) (?:order|contract|deal) (?:is|are|has been)|you (?:get|have|receive) (?:a |an |the |it |net |all )',
  '(?:ich|wir) (?:\\p{L}+ ){0,2}(?:akzeptier\\p{L}*|bestatig\\p{L}*|genehmig\\p{L}*|garantier\\p{L}*|gewahr\\p{L}*|verpflicht\\p{L}*|verzicht\\p{L}*|schenk\\p{L}*|sicher(?:n|e) .{0,20}zu|verspreche\\p{L}*|biete\\p{L}* ihnen|bieten|liefer(?:n|e)|unterschreib\\p{L}*|storni\\p{L}*|kundig\\p{L}*)|(?:hiermit|bestatige ich|liefern wir|garantieren wir|gewahren wir)|(?:sie|ihr|du) (?:bekomm\\p{L}*|erhalt(?:en|st)?|krieg\\p{L}*)',
  "(?:je|nous)(?: vous| te| nous| m'| le| la| les| y)*(?: avons| ai)? ?(?:accept\\p{L}+|confirm\\p{L}+|approuv\\p{L}+|garanti\\p{L}+|engage\\p{L}+|renonc\\p{L}+|promet\\p{L}+|promis|accord\\p{L}+|offr\\p{L}+|livr\\p{L}+|sign\\p{L}+|annul\\p{L}+|resili\\p{L}+|autoris\\p{L}+)|vous (?:avez|aurez|obtenez|beneficiez d\\p{L}*) (?:un |une |\\p{N})",
  '(?:confirmo|confirmamos|aceptamos|acepto|aprobamos|apruebo|garantiz\\p{L}+|(?:me|nos) compromet\\p{L}+|renunci\\p{L}+|promet\\p{L}+|concedemos|concedo|ofrecemos|regalamos|entregamos|entregaremos|firmamos|firmo|cancelamos|anulamos|autoriz\\p{L}+|hemos recibido|he recibido)|(?:tiene|tienen|tienes|tendra|recibe|recibira) un\\p{L}* ',
);

/** Held, given or booked for the reader. */
export const granted = inEach(
  'yours|keep|keeping|kept|reserved|booked|holding|held|blocked',
  'gehort|gehoren|reservier\\p{L}*|gebucht|halte|halten|gehalten|vorgemerkt|geblockt',
  '(?:est|sont) a (?:vous|toi)|reserv\\p{L}*|garde|gardons|bloque\\p{L}*|retenu\\p{L}*',
  '(?:es|son) (?:suy|tuy|vuestr)\\p{L}+|reservad\\p{L}*|guard(?:o|amos|ado)|bloquead\\p{L}*',
);

/** A yes to what the other side named. */
export const assent = inEach(
  "(?:no|not a) (?:problem|issue)|fine|works?|enough|possible|ok|okay|happy with|you(?:'ll| will| can| shall) (?:\\p{L}+ )?(?:have|get)|suits|agreed|sure|it is|sorted|doable|noted",
  'kein problem|in ordnung|geht|klappt|passt|reicht|genugt|moglich|machbar|einverstanden|schaffen wir|bekommen sie|kommen wir hin|notiert',
  "(?:pas|aucun) (?:de |un )?(?:probleme|souci)|(?:me|nous) (?:va|convient|suffit)|suffit|possible|faisable|d'accord|entendu|note|c'est bon|vous l'aurez",
  '(?:no|ningun) (?:es |hay )?problema|(?:me|nos) (?:va bien|parece bien|basta|vale|sirve)|basta|posible|factible|de acuerdo|asi sera|lo tendra|anotad\\p{L}*|sin problema',
);

/** Sent, as something done. */
export const sentOff = inEach(
  "(?:i|we)(?: have|'ve| had)? (?:\\p{L}+ )?(?:sent|e?mailed|delivered|posted|shipped|forwarded|shared)|on (?:its|the|their) way",
  '(?:habe|haben|hatte|hatten) (?:\\p{L}+ ){0,8}(?:geschickt|gesendet|geliefert|ubermittelt|verschickt)|ist unterwegs',
  '(?:ai|avais|avons) (?:\\p{L}+ ){0,2}(?:envoye|transmis|livre|adresse)\\p{L}*|est en route',
  '(?:le|te|les|os) (?:envie|mande|pase|entregue)|(?:he|hemos|habia) (?:enviado|mandado|entregado)|(?:va|esta) en camino',
);

/** Everyday words of doing something for the reader: an undertaking, where a person says so of himself. Of writing, talking and waiting they are none. */
export const doing = inEach(
  'send|give|take(?! (?:it|this|that) (?:as|from)|n)|bring|provide|offer|start|begin|do|arrange|handle|manage|cover|complete|finish|resolve|settle|tackle|change|prepare|put|place|support|organi[sz]e|see to|sort|reserve|hold(?! off)|keep your|make sure|ensure|check|go (?:with|for)|get (?:it|you|that|this|them)',
  'schick\\p{L}*|send\\p{L}*|gebe|geben|bring\\p{L}*|biet\\p{L}*|mach(?:e|en)|erledig\\p{L}*|ubernehm\\p{L}*|kummer\\p{L}*|besorg\\p{L}*|bereite|liefer\\p{L}*|stell\\p{L}*|sorg\\p{L}*|starte\\p{L}*|fange|fangen|beginn\\p{L}*|andere|losen|organisier\\p{L}*|reservier\\p{L}*',
  'envo\\p{L}*|enver\\p{L}*|donn\\p{L}*|transmet\\p{L}*|apport\\p{L}*|fourni\\p{L}*|propos\\p{L}*|commenc\\p{L}*|charg\\p{L}*|occup\\p{L}*|prepar\\p{L}*|change\\p{L}*|regl\\p{L}*|reserv\\p{L}*|organis\\p{L}*|fera|ferons|mettr\\p{L}*|mettons|prendrai|prendrons|garant\\p{L}*',
  'envi\\p{L}*|mand\\p{L}*|doy|damos|dare\\p{L}*|entreg\\p{L}*|traer\\p{L}*|llevo|llevar\\p{L}*|ofre\\p{L}*|empez\\p{L}*|empiez\\p{L}*|encarg\\p{L}*|ocup\\p{L}*|prepar\\p{L}*|cambi\\p{L}*|reserv\\p{L}*|organiz\\p{L}*|hare|haremos|pondr\\p{L}*|ponemos|resolv\\p{L}*',
);

/** What nobody writes to a customer, whoever wrote it before. */
export const insult = inEach(
  'stupid\\p{L}*|idiot\\p{L}*|fools?|foolish|morons?|liars?|lying|lazy|incompeten\\p{L}*|pathetic|disgust\\p{L}*|shut up|damn\\p{L}*|fuck\\p{L}*|shit\\p{L}*|bastards?|thie(?:f|ves)|frauds?|fraudulent|scam\\p{L}*|crooks?|clowns?|useless|worthless|ridiculous|ugly|dumb|jerk|losers?|(?:you|your company) (?:fail|failed|suck)|wasted? (?:my|our) time|lose your job|how bad you|you(?:.re| are) (?:\\p{L}+ )?(?:bad|awful|terrible)|awful|joke|racist\\p{L}*|kill\\p{L}*|die|dead',
  'dumm\\p{L}*|idiot\\p{L}*|lugner\\p{L}*|lugen|lugst|faul(?:e|er|en|es|pelz)?|unfahig\\p{L}*|inkompeten\\p{L}*|erbarmlich\\p{L}*|ekelhaft\\p{L}*|halt die klappe|verdammt\\p{L}*|scheiss\\p{L}*|arsch\\p{L}*|dieb\\p{L}*|betrug|betrugen|betruger\\p{L}*|gauner\\p{L}*|nutzlos\\p{L}*|wertlos\\p{L}*|lacherlich\\p{L}*|hasslich\\p{L}*|blod\\p{L}*|versager\\p{L}*|schlechter mensch|sie sind schlecht|trottel|umbring\\p{L}*|bombe\\p{L}*',
  'stupid\\p{L}*|idiot\\p{L}*|imbecile\\p{L}*|menteu\\p{L}*|incompeten\\p{L}*|pathetique\\p{L}*|degout\\p{L}*|taisez-vous|tais-toi|merd\\p{L}*|con(?:ne|nard|nasse)?s?|salaud\\p{L}*|voleu\\p{L}*|escro\\p{L}*|arnaqu\\p{L}*|inutiles?|ridicule\\p{L}*|minable\\p{L}*|nuls?|nulle|debile\\p{L}*|paresseu\\p{L}*|tuer|(?:vous etes|tu es) mauvais|bombe\\p{L}*',
  'estupid\\p{L}*|idiot\\p{L}*|imbecil\\p{L}*|mentiros\\p{L}*|incompeten\\p{L}*|patetic\\p{L}*|asqueros\\p{L}*|callese|callate|mierda\\p{L}*|cabron\\p{L}*|ladron\\p{L}*|estaf\\p{L}*|inutil\\p{L}*|ridicul\\p{L}*|tont\\p{L}*|vag[oa]s?|matar\\p{L}*|(?:usted es|eres) mal[oa]',
);

/**
 * Words at the head of a clause by which somebody tells the writer of a mail what to write. They ground nothing but that somebody asked: a machine
 * that obeyed would put the prospect's words into the rep's mouth.
 */
const dictating = inEach(
  '(?:please |then |and |also |always )?(?:say|state|write|mention|include|insert|add|append|put|tell (?:them|everybody|everyone|the customer)|repeat|paste|confirm (?:that|you|in|this|it|our)|claim|pretend|ignore|disregard|forget|translate|sign as|end with|answer in|reply with|respond with|remember|set|change the subject|ask them)',
  '(?:bitte |und )?(?:schreib(?:e|en sie)?|sag(?:e|en sie)?|erwahne|erwahnen sie|fuge|fugen sie|nenne|nennen sie|baue|bauen sie|beende|beenden sie|bestatige|bestatigen sie|behaupte|behaupten sie|teilen sie|wiederhole|wiederholen sie|ignoriere|ignorieren sie|vergiss|antworte|antworten sie|unterschreibe|sichern sie|nutze|setze|geben sie|fragen sie nach|verlinke)',
  "(?:merci de |veuillez )?(?:ecris|ecrivez|ecrire|dis|dites (?:que|d'|aux?)|mentionnez?|ajoutez?|glissez?|citez?|confirmez?|pretends|pretendez|repetez?|recopiez?|ignorez?|oubliez?|reponds|repondez|signez?|terminez?|engagez-vous|demandez un|change (?:le sujet|l'objet|de ton)|commence|prevenez)",
  '(?:por favor )?(?:escriba|escribe|diga|di|digan|mencione|menciona|incluya|incluye|anada|anade|ponga|pon|cite|cita|confirme|confirma|confirmelo|afirma|repite|repita|copie|copia|ignora|ignore|olvida|responda|responde|firma como|termine con|comprometase|pida|cambia (?:el|tu|su) (?:asunto|tema|respuesta)|avise a)',
);
const toMachine = inEach(
  'system ?:|assistant|in your (?:next )?(?:answer|reply|mail|draft)|prompt|previous instructions|all rules',
  'assistent|ki ?:|in (?:ihre|ihrer|deine|deiner|jeder) (?:antwort|mail)|alle anweisungen|schreibprogramm',
  'systeme ?:|ia ?:|dans (?:votre|ta) reponse|tes instructions|tes consignes|redacteur automatique',
  'sistema ?:|asistente|en (?:su|tu) respuesta|las instrucciones|tus instrucciones',
);

/** Whether folded words of a prospect dictate, in whatever language. */
export function dictates(folded: string): boolean {
  const clauses = folded.split(/[.!?;:,\n"]+/).map((clause) => clause.trim().replace(/^\W+/, ''));
  return (
    Object.values(toMachine).some((words) => words.test(folded)) ||
    Object.values(dictating).some((words) => clauses.some((clause) => words.exec(clause)?.index === 0))
  );
}
