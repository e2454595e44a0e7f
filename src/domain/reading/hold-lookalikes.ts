/** What has the words of a hold and is none. Folded; four languages. */
import { any } from './absence-words.ts';
import { it } from './hold-it.ts';
import { nl } from './hold-nl.ts';
import { pt } from './hold-pt.ts';

/** Said of goods, money, terms, places or of a third party: no matter of contact. */
export const otherMatters = any(
  "deliver\\p{L}*|ship(?:s|ped|ping|ment)?|unload\\p{L}*|truck|driver|pallets?|loading dock|visitor|parking (?:space|lot|bay|permit)s?|car park|valid|warrant(?:y|ies)|guarantee|cover to|policy|deposit|fitters?|installers?|(?:first|second|third|next|last|other) (?:drop|lot|batch|pallet|load|shipment|truck|box|unit|tranche|instal\\p{L}*)|goods-in|passwords?|passcode|log-?ins?|portal|(?:code|voucher|coupon|key|certificate|subscription|lease|trial|pilot|warranty|licen[cs]e) (?:is|does|doesn't|runs|ran|works|only|won't|starts?|expires?|ends?|lapses?|isn't|goes|up)|bids?|tenders? (?:must|are|have)|closing date|live (?:server|system|site)|production (?:server|system)|install|expir(?:es?|y|ed)|runs out|lapses?|tariff|payment|pay|paid|invoice|price|prices|discount|offer(?: is)?|vat|store is|shop is|opening hours|deadline|due (?:on|by|date)|overdue|bids?|licen[cs]e|(?:contract|agreement|deal|arrangement|tenancy) (?:\\p{L}+ ){0,2}(?:runs|ends|expires?|begins?|starts?|commences?|is up)|trial extended|fiscal year ends|release any money|goods|installed|ordered|the samples|changes from our side|office is closed from|crew works|tender is (?:closed|due|out)",
  'aufzug|treppe|strasse|brucke|liefer\\p{L}*|lkw|fahrer|lager|(?<!das |es |thema |sache )parken|gultig|zahl(?:en|t|ung\\p{L}*|ungsziel)|skonto|rechnung\\p{L}*|preis\\p{L}*|rabatt\\p{L}*|filiale|geschaft ist|laden ist|frist|\\p{L}*frist|\\p{L}*vertrag(?: \\p{L}+){0,3} (?:lauft|soll|beginnt|startet|endet|lief)|\\p{L}*vertrag (?:lauft|soll)|anlieferung\\p{L}*|abladen|einlagern|lauft noch|halle \\d|baustelle ab|vertragsbeginn|vertragsstart|mietbeginn|laufzeit|lizenz\\p{L}*|garantie|gewahrleistung|passwort|zugang\\p{L}*|gutschein|kennwort|(?:erste|zweite|dritte|nachste|letzte)[nr]? (?:palette|lieferung|charge|ladung|teil|halfte|sendung|los|fuhre|rate)|palette\\p{L}*|warenannahme|abgabeschluss|einsendeschluss|angebote bleiben|eingehende|livesystem|produktivsystem|anzahlung|monteure?|versicherung\\p{L}*|police|empfang ist|teststellung|einkaufsrichtlinie|anderungen|pumpen|fertig sein|stornier\\p{L}*|bestellung|termin|ausschreibung endet|storno',
  "livr\\p{L}*|camion\\p{L}*|magasin|boutique|garez|valable|regl\\p{L}*|pai(?:e|ement|ements|ons)|facture|tarifs?|prix|promo|remise|date limite|(?:contrat|accord|marche|engagement) (?:\\p{L}+ ){0,2}(?:court|demarre|commence|debute|prend|expire|finit|se termine)|colis|depot|preavis|bornes|annuler|quai|garantie|licence|prise d'effet|bail|abonnement|police|code (?:d'acces|promo)?|mot de passe|(?:premier|deuxieme|second|seconde|prochain|prochaine|dernier) (?:lot|palette|livraison|tranche|camion)|lot \\d|(?:le|les|du|des|ce|chaque) lots?|palettes?|plis|remise des|serveur|acompte|poseurs?|la ligne est|s'applique|entre en vigueur",
  'entreg\\p{L}*|camion|tienda|almacen esta|aparcar|aparcamiento|aparque\\p{L}*|valid[ao]|pag(?:amos|o|ar|os)|factura|precios?|descuento|promocion|plazo de|contrato(?: \\p{L}+){0,5} (?:dura|vence|termina)|pale|mercancia|instalad\\p{L}*|oferta es|repartidor|cancelar|preaviso|garantia|licencia(?! de)|contrato|poliza (?:actual|vence|dura)|contrasena|clave|codigo|cupon|(?:primer|segundo|tercer|proximo|primera|segunda)o? (?:pale|lote|pedido|camion|entrega|envio|partida)|pales?|lotes?|anticipo|instalador\\p{L}*|servidor|produccion|registro|la linea esta|depuradora|entra en vigor|alquiler',
  'renews|auto-?renew\\p{L}*|unless cancell?ed|applications?|entries|registrations?|expressions of interest|(?:will|can) (?:not )?be (?:accepted|rejected|considered|opened)|enrol?ment (?:closes|ends)|vouchers?|gift cards?|coupons?|trial accounts?|warehouse|depot|shop|store|showroom|reception|loading bay|gate|dock|notice period|clause|quotation|quote is|estimate is|shelf life|best before|lead time|instal+ment|rent|mortgage|stock|consignment|container|freight|customs|drop-?off|collection|pick-?up|maintenance window|outage',
  'angebote?s? (?:gilt|gelten|lauft)|gilt (?:noch )?bis|gelten (?:noch )?bis|bewerbungen|anmeldungen|anmeldeschluss|bewerbungsschluss|abgabetermin|einreichung\\p{L}*|unterlagen bis|nicht (?:mehr )?(?:berucksichtigt|berucksichtigen|offnen|geoffnet|annehmen)|gutscheine?|testaccount|testzugang|probe(?:betrieb|lauf|zugang|phase|zeit|abo|monat|exemplar|stellung|fahrt)\\p{L}*|laden|lager|depot|wareneingang|rampe|tor \\d|schalter|kundigungsfrist|klausel|kostenvoranschlag|haltbarkeit|lieferzeit|miete|container|fracht|zoll|abholung|wartungsfenster|spedition|speditionen',
  "candidatures?|inscriptions?|plis|soumissions?|delai (?:de (?:remise|candidature|depot)|passe)|passe ce delai|bons? d'achat|cheques? cadeaux?|coupons?|compte (?:d'essai|de test)|periode d'essai|entrepot|depot|guichet|accueil est|clause|devis (?:est|reste|court)|loyer|conteneur|fret|douane|enlevement|stock",
  'candidaturas?|inscripcion\\p{L}*|solicitudes|plazo|pliegos?|convocatoria|bases|no se admit\\p{L}*|cupon\\p{L}*|vale descuento|cheque regalo|tarjeta regalo|cuenta de prueba|periodo de prueba|almacen|bodega|deposito|sucursal|muelle|tienda|caduca\\p{L}*|venc(?:e|en|imiento)|clausula|presupuesto (?:es|vale|tiene)|contenedor|aduana|recogida|descarg\\p{L}*|existencias',
  '(?:extra|additional|no|service|set-?up|delivery) (?:\\p{L}+ )?(?:charges?|fees?)|insur\\p{L}*|kicks in|takes effect|comes into force|invoic\\p{L}*|bill(?:s|ed|ing)? (?:us|me)|parcels?|packages?|courier|to be submitted|must be in|quote from you|refund\\p{L}*|kick-?off is|(?:workshop|webinar|training|seminar|course|class|masterclass|roadshow|onboarding)s? (?:\\p{L}+ ){0,3}(?:is|are|starts?|begins?|takes?|runs?|opens?|happens?)',
  'in rechnung|fakturier\\p{L}*|paket\\p{L}*|kurier|einzureichen|vorzulegen|abzugeben|\\p{L}*antrage|tritt in kraft|erstattung|workshop (?:ist|findet)|findet statt|(?:training|schulung|webinar|seminar|workshop|kurs|montage|installation|inbetriebnahme)\\p{L}*(?: [\\p{L}\\d.]+){0,4} (?:ist|findet|stattfinden|beginnt|startet|kann|konnen)',
  'factur\\p{L}*|coursier|paquets?|a (?:remettre|deposer|rendre|renvoyer|transmettre)|entre en vigueur|rembours\\p{L}*|a lieu|aura lieu|agence',
  'factur\\p{L}*|paquetes?|mensajero|se entreg\\p{L}*|entregarse|presentarse|expedientes|entra en vigor|reembols\\p{L}*|tiene lugar|tendra lugar|el taller es|la formacion es|agencia|seguro',
  "(?:new|neue[nrs]?|nouvel(?:le)?|nueva?|nuovo|nuova|nova|nieuwe?) (?:\\p{L}+ )?(?:address|numbers?|adresse|anschrift|nummern?|numero|direccion|e-?mail|website|name|bankverbindung|telefono|indirizzo|adres)|(?:doesn't|does not|don't|do not|won't|will not|not) (?:arrive|ship|land|turn up|get here|be delivered|be installed)|(?:material|ware|maschinen?|anlage|gerate?) (?:\\p{L}+ ){0,3}(?:kommt|kommen|eintrifft|trifft)|(?:materiel|machine|marchandise)s? (?:n'arriv|arriv)\\p{L}*|(?:material|maquina|mercancia) (?:no )?lleg\\p{L}*|hardware|furniture|expedier|expedition\\p{L}*|exten(?:d|ds|ded|ding|sion)|entrance|driveway|site access|needs? signing|signed by",
  '(?:puede[sn]?|podeis|podria[ns]?) (?:mantener|guardar|reservar|respetar)\\p{L}*|mantener(?:la|lo|las|los|nos\\p{L}*)',
  'verlanger\\p{L}*|parkplatz\\p{L}*|zufahrt|einfahrt|(?:die|unsere|ihre) ware(?! (?:besser|schon|gut|mir|uns|es))',
  'prolong\\p{L}*|parking (?:est|sera|ferme)|acces (?:est|sera)|marchandises?',
  'suscripcion|se renueva\\p{L}*|ampliar\\p{L}*|prorrog\\p{L}*|aparcamiento|estacionamiento|acceso|mercancias?',
  pt.otherMatters,
  it.otherMatters,
  nl.otherMatters,
);

/** No hold whatever else stands in the sentence. */
export const never = any(
  "(?:wasn't|weren't|was not|were not|hadn't) (?:able|allowed|free|around|going|in|here|at)|(?:i|we) (?:didn't|did not) (?:want|mean|like|wish|dare)|(?:i|we|he|she|they|nobody|(?<!(?:rather|prefer|wish|like|if) )you) (?:didn't|did not|couldn't|could not) (?:get|reach|call|reply|answer|write|hear|come|manage)|thanks? (?:you )?for (?:the|your|being so) patien\\p{L}*$|no need to wait|(?:don't|do not|not|needn't|won't|wouldn't|wouldn't) (?:have to |need to |want to |going to )?(?:wait|hold (?:this|it|things)|delay)|(?:don't|do not|never) hesitate|(?:don't|do not) (?:stop|forget)|(?:please |do not |don't |not )(?:don't |not )?cancel|any ?time|whenever (?:you|suits)|no rush|if i (?:don't|do not)|if (?:we|you) (?:don't|do not|haven't)|as you said|you (?:can't|cannot|couldn't|won't|aren't|can not) be (?:reached|contacted|in|there|here|available)|(?:he|she|they|you|nobody|no one|we|i) (?:have |has )?never (?:once )?(?:contacted|called|wrote|written|replied|got|heard|emailed|mailed|rang|phoned|came|received)|could(?: not|n't) reach|couldn't get hold|why did|(?:had|have had) to wait|we waited|(?:they|he|she) asked (?:us|me) to|(?:have|had|has) (?:been )?wait\\p{L}*|was off|were off|i was|we were|it took|took us|i had asked|told your compet\\p{L}*|not (?:too )?late|other (?:vendor|supplier)s? (?:may|can|have)|stop (?:by|asking|apologi[sz]ing|worrying|it)|last (?:week|month|year|time|april|may|march|spring|autumn|summer)|years? ago|opened [^;]{0,30}after|before noon|meetings all day|not to be e-?mailed before noon",
  'das reicht (?:mir|uns)|woll(?:te|ten)(?: \\p{L}+){0,6} nicht (?:\\p{L}+ )?(?:storen|belastigen|drangen|behelligen)|(?:danke|dank) (?:fur|fur die) (?:ihre |die |deine )?geduld|(?:nicht|nie) (?:bis |auf |mehr )?(?:[^;]{0,25})(?:warten)|warten sie (?:bitte )?nicht|jederzeit|zogern sie nicht|keine scheu|wenn ich (?:bis|vor)[^;]{0,25}nichts|habe? (?:ich |wir )?(?:sie |dich )?(?:letzte|gestern|vorgestern)[^;]{0,40}nicht erreicht|nicht erreicht|wir haben (?:bis|lange)[^;]{0,40}(?:gewartet|gebraucht|geglaubt|gedacht|gehofft)|gewartet|wieso|warum|weshalb|war (?:bis|letzte|gestern)|ich war|wir waren|(?:stornier|absag|cancel)\\p{L}*[^;]{0,30}nicht|nicht (?:stornier|absag|cancel)\\p{L}*|ein anderer anbieter|andere anbieter|anderen anbieter|hat(?:te|ten)? (?:damals|mich)|(?:habe?|haben|hatten?)(?: \\p{L}+){0,5} gehort|hat sich (?:vor|damals)|ignorieren|bestell ich (?:halt )?gleich|lieber jetzt|zur not auch|nicht zuruckgerufen',
  "ne (?:vous |te )?(?:voulais|voulions|pouvais|pouvions|souhaitais) pas|pas besoin d'attendre|n'attend(?:rais|rions|ez|ons) pas|n'hesitez pas|n'annul\\p{L}*|n'hesite pas|quand vous voulez|a tout moment|sans reponse de votre part|si je n'ai pas de nouvelles|n'ai pas (?:reussi|pu)|on a attendu|nous avons attendu|j'etais|n'etai\\p{L}*|n'etions|nous etions|etait|pourquoi|vos confreres|les autres (?:fournisseurs|prestataires)|arretez de vous excuser|la semaine derniere|le mois dernier|je rentre tout juste|je lis mes mails|allez-y|vous pouvez lui ecrire",
  'no (?:queria|queriamos|podia|podiamos|quise)(?! que)|no hace falta que esper\\p{L}*|no esper(?:aria|ariamos|es|e|eis)|no dud(?:es|e|en|eis)|cuando quieras escrib|si no (?:se|sabemos|tengo|hay) (?:nada|noticias|respuesta)|no pude|no pudimos|estuv\\p{L}*|estaba|por que|no (?:lo |la )?cancel\\p{L}*|no pares|no paren|a los otros|otros (?:comerciales|proveedores)|la semana pasada|el mes pasado|acabo de volver|pero contesto|te llego|perdona que no|no (?:olvid\\p{L}*)',
  '(?:must|has to|have to|needs? to|should|got to) (?:be|go|have|run)[^;]{0,40}(?:by|before) (?:then|that)|by then[^;,]{0,14}(?:must|has to|have to|needs? to)',
  'bis dahin(?: \\p{L}+){0,2} (?:muss|mussen|soll\\p{L}*|brauch\\p{L}*)|(?:muss|mussen)(?: \\p{L}+){0,5} bis dahin (?:\\p{L}+ )?(?:stehen|laufen|fertig|live|da|umgestellt)',
  "(?:d'ici la|avant (?:cela|ca))[^;]{0,20}(?:il faut|doit|doivent|faudra)|(?:il faut|doit|faudra)[^;]{0,50}d'ici la",
  'para entonces[^;]{0,20}(?:tiene|debe|hay)|(?:tiene que|debe)[^;]{0,50}(?:para|antes de) entonces',
  'gracias por (?:la|su|tu|vuestra) (?:paciencia|espera)|merci (?:pour|de) (?:votre|ta|la) patience|thank(?:s|ing|ed| you) (?:again |so much |very much )?for (?:(?:all )?(?:your|the) )?(?:waiting|patience|bearing)',
  pt.never,
  it.never,
  nl.never,
);

/** Somebody else is away, and the matter goes on; or the writer is, and says so beside a wish. */
export const goesOn = any(
  "(?:but|so|still) (?:please|do|can you|could you)[^;.]{0,40}(?:now|anyway|already|today|straight away)|but i can|but i'm (?:here|still)|in (?:her|his|their) place|send it over|go ahead|i can sign|still (?:reading|checking)|reading mail|free now|any day after|works for the call|text me|could we do it before|do it before|back now|right away|today!|hurry|speed matters|need(?:s)? to be ordered now|already today",
  'aber (?:bitte|schicken|senden)[^;.]{0,40}(?:jetzt|schon|trotzdem|bereits|heute)|vertrete|ich ubernehme|kann unterschreiben|lese (?:abends |aber )?mit|trotzdem|ruhig schon|schon heute|noch heute|heute noch|also lieber vorher|lieber vorher|bin ich flexibel|jetzt gehts|gern jetzt|sofort|legen sie los|rufen sie die an|mittwoch 9|vorher bitte noch',
  "mais (?:merci|envoyez|pouvez-vous)[^;.]{0,40}(?:maintenant|quand meme|deja|des a present)|je peux signer|a sa place|mais je (?:suis|lis|peux)|des maintenant|des aujourd'hui|avant que je|on peut caler|je suis libre|dispo maintenant|vous pouvez lui",
  'pero (?:por favor|envi\\p{L}*|mand\\p{L}*)[^;.]{0,40}(?:ya|ahora|igualmente|de todas formas)|pero firmo|firmo yo|en su lugar|pero (?:yo|mi socia|contesto|estoy)|ahora puedo|puedes venir antes|mandadlo|dime (?:si|que|cuando|cuanto|donde)|mandamelo|a partir del martes si|contigo si',
);

/** They took another, or want nothing: the talk has ended. */
export const ended = any(
  'went with|gone with|signed with|chose (?:another|someone)|decided (?:against|for another)|not interested|bought elsewhere|another (?:supplier|vendor|provider)|project is (?:dead|off|cancelled)',
  'mitbewerber|anderen anbieter entschieden|woanders (?:unterschrieben|gekauft|bestellt)|kein interesse|kein bedarf|projekt ist gestorben|abgesagt|anderweitig|fur (?:einen|eine) andere',
  'retenu un autre|signe ailleurs|autre fournisseur|autre prestataire|ne nous interesse pas|pas interesse|projet est (?:enterre|abandonne)|ca ne nous interesse',
  'con otra empresa|con otros|otro proveedor|no nos interesa|no me interesa|proyecto esta (?:muerto|parado)|hemos firmado con',
  'awarded (?:to|it)|(?:job|contract|order|work) (?:went|has gone) to|gone elsewhere|somebody local',
  'anderweitig vergeben|(?:auftrag|zuschlag)(?: \\p{L}+){0,5} (?:vergeben|gegangen|erhalten|bekommen)|an einen mitbewerber',
  'attribue\\p{L}*|confie\\p{L}* (?:a|la|le)|un confrere|autre (?:solution|cabinet|maison)',
  'adjudicad\\p{L}*|se lo llevo|se la llevo|nos quedamos con otr\\p{L}*|decidido por otr\\p{L}*|otra (?:opcion|gestoria|casa)',
  '(?:chosen|picked|selected|opted for|going with|decided on|gone for)[^;]{0,30}(?:different|another|other|someone else|somebody else|local)',
  '(?:fur|gegen) (?:ein|eine|einen) (?:anderen?|anderes|sie entschieden)',
  'decided (?:to go )?(?:with|for|on)|opted for|(?:haben|hat)(?: \\p{L}+){0,6} entschieden|(?:avons|ai|a) (?:finalement )?(?:choisi|retenu|opte|tranche)|(?:hemos|he|ha) (?:elegido|optado|escogido)',
  'firmamos con|firmado con|decantado por',
  'signe avec',
);

/** Words of somebody to somebody else. */
export const reported = any(
  'told (?:your|my|the|him|her|them|us|me)|he said|she said|they said|asked (?:him|her|them) (?:not )?to',
  '(?:er|sie) (?:sagte|meinte|schrieb)|hat (?:mir|ihm|ihr) gesagt',
  "(?:il|elle) (?:m'a|a) dit|leur ai dit|lui ai dit",
  'me dijo|les dije|le dije|les he dicho|le he dicho',
);

/** Nobody need wait, or nobody can. */
export const denied = any(
  "(?:don't|dont|do not|needn't|no need to) (?:put (?:it|this|things|us|that) off|hold back)|(?:no|zero|little|any) (?:need|reason|call|cause)(?: \\p{L}+){0,4} (?:to |for )(?:\\p{L}+ ){0,3}?(?:wait|hold|sit|hang|delay|put|stand|postpone|pause)\\p{L}*|(?:don't|dont|do not|doesn't|does not|needn't|won't|can't|cannot|can not|couldn't|shouldn't|wouldn't|not) (?:\\p{L}+ ){0,3}?(?:wait|delay|postpone|hang (?:on|about|around)|sit (?:on|around))(?! that long)(?!\\p{L})|(?:without|rather than|instead of|than|why|worth) wait(?:ing)?|(?:not|n't|never) (?:a case of |about )?waiting|no (?:waiting|delays?)|wait for (?:nothing|nobody|no one)",
  '(?:brauch|muss|soll|konn|kann|will|woll|durf|mocht)\\p{L}*(?: [\\p{L}\\d.]+){0,8} (?:nicht|nie|keinesfalls|keinen fall)(?: \\p{L}+){0,6} (?:warten|abwarten|zuwarten|gedulden|zuruckhalten|zogern)|(?:warten|abwarten)(?: \\p{L}+){0,2} (?:brauchen|mussen|musst|konnen|wollen|ist)(?: \\p{L}+){0,4} nicht|warten sie (?:\\p{L}+ )?nicht|kein(?:en)? grund,?(?: \\p{L}+){0,5} zu (?:warten|verschieben|vertagen)|(?:statt|ohne|kein grund|nicht notig|unnotig)(?: \\p{L}+){0,3} zu warten',
  "(?:pas (?:besoin|la peine|necessaire|utile|question)|(?:nul|aucun) besoin|aucune raison|inutile|sans|plutot que|au lieu|ne faut pas|ne (?:pouvons|peux|peut|voulons|veux|sert) (?:pas|plus|a rien))(?: \\p{L}+){0,2} (?:d'|de )?(?:attendre|patienter|d'attendre)(?! (?:une |de |ma |notre |mon )?(?:reponse|retour|nouvelle))|n'attend(?:ez|s|ons) (?:pas|plus)|ne patiente[zs]? (?:pas|plus)",
  '(?:no (?:hace falta|es necesario|es preciso|hay que|hay por que|tiene[ns]? que|tienes que|necesit\\p{L}*|pod\\p{L}*|pued\\p{L}*|quer\\p{L}*|quiero)|sin|en vez de|en lugar de|para que|imposible)(?: \\p{L}+){0,2} esper\\p{L}*(?! (?:respuesta|noticias))|no esper(?:e|en|es|eis)(?: \\p{L}+)? (?:a|al|hasta|mas|por)',
  "(?:hat|haben)(?: \\p{L}+){0,4} (?:niemand|keiner)(?: \\p{L}+){0,2} (?:gesagt|behauptet|verlangt)|(?:nobody|no one|none of us|we never|i never)(?: \\p{L}+)? (?:said|told|asked|claimed|wants you to wait)|personne n'a (?:dit|demande)|nadie (?:ha dicho|dijo|pidio|ha pedido)",
  "(?:can't|cannot|couldn't|won't) (?:hold (?:on|out)|hang on|last|hold)(?: \\p{L}+){0,3} (?:until|till|til|that long)|no need to (?:worry|hang|bother about)",
  '(?:konnen|kann|halten|halte)(?: \\p{L}+){0,3} nicht (?:bis|so lange|langer)(?: \\p{L}+){0,4} (?:aushalten|durchhalten|hinauszogern|aus|durch|verschieben|warten)',
  "(?:ne (?:pouvons|peux|peut)|n'arrive\\p{L}*)(?: \\p{L}+){0,2} (?:tenir|repousser|trainer|reporter)|ne vous (?:inquietez|en faites) pas",
  'no (?:podemos|puedo|se puede|aguantamos)(?: \\p{L}+){0,1} ?(?:aguantar|demorar\\p{L}*|retrasar\\p{L}*|aplazar\\p{L}*|posponer\\p{L}*)?(?: \\p{L}+)? (?:hasta|mas)(?= (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|tiempo|el|la|que llegue))|no se preocupe',
);

/** It is they who wait, for the reader. */
export const waitsForReader = any(
  "(?:expect|expecting|await|awaiting|waiting for|looking for) (?:to hear (?:back )?from you|your)|(?:as soon as|once|when) (?:i|we)(?:'ve| have)? (?:get|got|have|receive\\p{L}*|hear\\p{L}*|see)(?: \\p{L}+)? (?:your|from you)|(?:as soon as|once) you(?:'ve| have)? (?:send|sent|fix|fixed|confirm\\p{L}*|deliver\\p{L}*|answer\\p{L}*|repl\\p{L}*)|(?:until|till|til|unless|before|as long as) (?:you(?! (?:hear|get word|see me))|your \\p{L}+|(?:we|i)(?:'ve| have)? (?:\\p{L}+ )?(?:hear|heard|get|got|receive|received|have) (?:back |an answer |a reply |something )?(?:from you|your|the (?:\\p{L}+ ){1,3}from you))",
  '(?:erwart\\p{L}*|hoff\\p{L}*|wart\\p{L}*)(?: (?:ich|wir|noch|nun|jetzt|weiterhin|auf)){0,3} (?:ihre?n?|eure?n?|deine?n?|(?:dass|darauf, dass) sie)(?! (?:mail|anruf)\\p{L}* ab)|(?:sobald|wenn) (?:ich|wir) (?:\\p{L}+ ){0,2}(?:ihre?n?|eure?n?|deine?n?|von ihnen|von euch|von dir)(?! (?:anruf|mail))|(?:bis|solange|bevor|ehe|wenn)(?: \\p{L}+){0,3}? (?:sie|ihr|du|ihre \\p{L}+|eure \\p{L}+|von ihnen|von euch)(?! (?:von (?:mir|uns)|wieder))(?: \\p{L}+){0,6} (?:\\p{L}*antwort\\p{L}*|\\p{L}*schick\\p{L}*|\\p{L}*send\\p{L}*|gesandt|liefer\\p{L}*|geliefert|reparier\\p{L}*|klar\\p{L}*|geklart|bestatig\\p{L}*|kommt|gekommen|vorlieg\\p{L}*|da ist)',
  "(?:j'attends|nous attendons|on attend|dans l'attente de|en attente de|j'espere|nous esperons) (?:votre|vos|ton|ta|tes|de (?:votre|vos)|que vous|recevoir)|attendez-vous a|(?:des que|quand|une fois que) (?:j'ai|j'aurai|nous avons|nous aurons|je recois|on a|on aura)(?: \\p{L}+)? (?:votre|ta|vos|tes|de vous)|tant que (?:vous|tu)|jusqu'a ce que (?:vous|tu)(?! n'ayez pas de)|avant que (?:vous|tu)|tant que (?:je|nous|on) n'(?:ai|avons|a) pas (?:recu |eu )?(?:votre|vos|de reponse|la reponse)",
  '(?:espero|esperamos|a la espera de|en espera de|aguardo|aguardamos) (?:su|sus|tu|tus|vuestr[oa]s?|noticias|que (?:podamos|pueda|puedan|podais|puedas))|(?:aguardo|aguardamos) (?:a|o) (?:su|voss|seu)\\p{L}*|(?:aspetto|attendo|aspettiamo|attendiamo) (?:la|il|i|le) (?:su|vostr|tu)\\p{L}*|wacht(?:en)? (?:nog )?op (?:uw|je|jullie)|(?:en cuanto|cuando) (?:tenga|tengamos|reciba|recibamos)(?: \\p{L}+)? (?:tu|su|vuestra|vuestro|noticias tuyas|noticias suyas)|(?:en cuanto|cuando) (?:me|nos) (?:mandes?|mande|envi\\p{L}*|confirm\\p{L}*|respond\\p{L}*|contest\\p{L}*|pas\\p{L}*)|hasta que (?:no )?(?:me|nos|ustedes|usted|vosotros)(?: no)? (?:lo |la )?(?:contest\\p{L}*|respond\\p{L}*|envi\\p{L}*|mand\\p{L}*|confirm\\p{L}*|dig\\p{L}*|pas\\p{L}*|resuelv\\p{L}*|acl?ar\\p{L}*|de[ns]?|repar\\p{L}*)|(?:sin|mientras no) (?:su|tu|vuestra|me|nos) (?:respuesta|contest\\p{L}*|envi\\p{L}*)',
);

/** They want the reader at once. */
export const urgent = any(
  "(?<!not |n't |rien d'|pas |nada |nicht |nichts |niente di |anything |nothing |isn't that |non-|if |que l')urgent(?:ly)?|asap|a\\.s\\.a\\.p|straight away|straightaway|right away|immediately|emergency|losing (?:money|\\S?\\d+|\\p{L}+ quid|customers)|(?:phone|call|ring|contact|answer) (?:me|us) (?:today|now|this minute|at once)|sooner the better|in a hurry|needed yesterday|this very (?:week|day)",
  '(?<!nicht |nichts |nicht so |wenn es |wenns )(?:dringend|eilig(?=[.!]))|sofort|eilt(?! nicht)|schnellstmoglich|so schnell (?:es geht|wie moglich|es irgend geht)|unverzuglich|(?:verlieren wir|kostet uns) (?:jeden?|jede|taglich)|heute noch|noch heute|keine zeit zu verlieren|brauchen es jetzt',
  "(?<!pas |rien d'|que l')urgent\\p{L}*|urgence|au plus vite|des que possible|le plus (?:vite|tot|rapidement) possible|dans l'heure|tout de suite|immediatement|sans (?:attendre|delai|tarder)|aujourd'hui meme|ca presse",
  '(?<!no |nada )(?:urge|urgente|urgencia|urgentemente)|nos corre prisa|cuanto antes|lo antes posible|a la mayor brevedad|ya mismo|ya(?=\\s*[.!]*$)|ahora mismo me|inmediatamente|de inmediato|hoy mismo|esta misma semana',
  'umgehend|baldmoglichst|postwendend|so bald wie moglich|hand in hand',
  'be quick|hurry(?! to)|quickly please|beeilen|depechez|dese prisa|apurese',
);

/** Somebody is away, and the writer is there in his place. */
export const covers = any(
  '(?:eu )?trato (?:eu )?d[oa]|substituo|fico eu|me ne occupo io|(?:la|lo) sostituisco|ne faccio le veci|ik neem (?:voor \\p{L}+ )?waar|ik vervang|neem (?:ik )?(?:het )?over',
  "(?:i'm|i am|i'll be|we're|we are)(?: \\p{L}+)? (?:minding|covering|standing in|looking after|filling in|holding the fort|deputi[sz]ing|picking up|handling|taking over|running (?:it|this|that|things|her|his|their)|stepping in|your contact|in charge)|(?:her|his|their) (?:desk|cover|inbox|stand-in|deputy)|in (?:her|his|their) (?:absence|stead)|on (?:her|his|their) behalf|on behalf of|i(?:'ll| will| can) (?:answer|help|take (?:it|this|your|over)|deal)|(?:use|try|ask|write to|send it to|deal with|talk to) me (?:instead|meanwhile|in the meantime|until)|carry on with",
  'in vertretung (?:von|fur)|im namen von|im auftrag von|vertrete|vertretung (?:bin|mache|ubernehme)|springe ein|spring ein|ubernehme|kummere mich(?: \\p{L}+){0,3} (?:um|so lange|solange|derweil)|(?:so lange|solange|derweil|bis dahin|in der zwischenzeit) (?:bin ich|an mich|uber mich|gern(?:e)? (?:an|mit) mi|mache ich|betreue ich)|ich mache(?: \\p{L}+){0,2} weiter|wenden sie sich(?: \\p{L}+){0,3} an mich|stellvertret\\p{L}*|halte die stellung',
  "au nom de|de la part de|je (?:la|le|les) remplace|je reprends (?:ses|son|sa|le|les)|je prends le relais|j'assure (?:l'interim|son|sa|la)|je gere(?: \\p{L}+){0,2} (?:ses|son|sa)|je suis (?:ses|son) dossiers?|je m'occupe de (?:ses|son|sa|tout)|adressez-moi|en son absence|passez par moi|voyez avec moi (?:d'ici|en attendant)",
  'en nombre de|de parte de|yo (?:la|lo|le) (?:cubro|sustituyo|reemplazo|suplo)|yo (?:veo|llevo|atiendo|me ocupo|me encargo|gestiono) (?:de )?(?:sus|su|lo suyo|sus pedidos)|(?:la|lo) (?:sustituyo|reemplazo|cubro|suplo) yo|en su (?:ausencia|lugar)|(?:mientras tanto|entretanto|entre tanto)[^;]{0,20}(?:yo|conmigo|a mi|me)|quedo yo|hablen conmigo|tratelo conmigo|yo me (?:encargo|ocupo|quedo)|veo sus|llevo sus',
  "(?:i|we)(?:'ve| have)? (?:have|got|has)?(?: \\p{L}+){0,2} (?:authority|proxy|mandate|power of attorney|permission to sign|sign-off)",
  '(?:habe|hab)(?: \\p{L}+){0,3} (?:vollmacht|prokura|befugnis|freigabe)|entscheide ich|bin (?:ich )?zeichnungsberechtigt',
  "j'ai (?:la |une |sa )?(?:delegation|procuration|signature)|c'est moi qui (?:signe|decide|gere|m'en occupe)",
  'tengo (?:poder(?:es)?|firma|autorizacion)|(?:firmo|decido|cubro|sustituyo|reemplazo) yo|l[ao] cubro',
  "(?:i've|i have|we've) taken (?:over|on)|taken over from (?:her|him|them)",
  '(?:habe|hab)(?: \\p{L}+){0,3} ubernommen|fallt (?:\\p{L}+ ){0,5}aus',
  "j'ai repris|je (?:la|le|les) supplee|j'ai pris la suite",
  '(?:la|lo|le) (?:sustituyo|cubro|reemplazo|suplo)|he (?:tomado|cogido) (?:el relevo|sus)|tome el relevo',
  "(?:until then|in the meantime|meanwhile|till then),? \\p{L}+ (?:decides|signs|has|handles|covers|runs|takes|looks|deals)|asked me to (?:get|take|deal|handle|finish|carry|sign|close|look after)|but i(?:'m| am| can| have|'ve)(?: \\p{L}+)? (?:authori[sz]ed|sign|allowed|able)|i can sign",
  '(?:bis dahin|so lange|solange|derweil|in der zwischenzeit),? (?:entscheidet|unterschreibt|ubernimmt|macht|vertritt|betreut|hat) \\p{L}+|aber ich (?:darf|kann|habe|bin)|(?:darf|kann) (?:ich )?(?:auch |selbst )?unterschreiben',
  '(?:d.ici la|en attendant|entre-temps),? \\p{L}+ (?:decide|signe|gere|assure|prend|remplace|suit|s.occupe)|mais je (?:peux|suis|signe)|je peux signer',
  '(?:hasta entonces|mientras tanto|entretanto),? \\p{L}+ (?:decide|firma|lleva|gestiona|atiende|se ocupa|se encarga)|pero (?:yo )?(?:puedo|tengo|firmo|estoy)|puedo firmar|firmar yo',
);

/** Come and see us there. */
export const visits = any(
  '(?:stand|booth|hall) \\p{L}?\\d+|our (?:stand|booth)|see you (?:there|at)|hope to see you|will you be there|see you (?:\\p{L}+ ){0,2}at the',
  '(?:halle|stand) \\p{L}?\\d+|(?:am|an den|an unserem|unserem|unseren) (?:\\p{L}*stand)|sind sie dabei|(?:wir sehen uns|sehen wir uns|treffen wir uns) (?:auf|bei) (?:der|dem)|stellen(?: [^;,]{0,50})? aus(?=[,.])|schauen sie(?: \\p{L}+){0,2} vorbei',
  '(?:stand|hall) \\p{L}?\\d+|(?:notre|au|sur le) stand|on se (?:voit|retrouve) (?:au|a la|sur le|sur la)|serez-vous (?:des notres|la|present)',
  '(?:stand|pabellon|caseta) \\p{L}?\\d+|(?:nuestro|al|por el) (?:stand|caseta)|nos vemos en (?:la|el) (?:feria|congreso|stand|salon|evento)|vendra\\p{L}*(?=\\?)',
);

/** Not by this way, but by another. */
export const channel = any(
  '(?:the |my |our )?(?:landline|desk phone|office line|switchboard|fax|old (?:number|address|e-?mail))|hard cop(?:y|ies)|paper (?:invoices?|statements?|copies|catalogues?|catalogs?|brochures?)|(?:printed|by post)(?: \\p{L}+){0,2} (?:catalogues?|brochures?|copies)|by post|(?:in|on) paper|(?:an? )?e-?mail (?:is enough|will do|suffices|is fine|is plenty|works better)|(?:rather than|instead of) (?:calling|phoning|ringing)|no need to (?:call|ring|phone|write|reply|answer|print)',
  'festnetz|papier(?!korb)\\p{L}*|per (?:post|fax)|\\p{L}*katalog\\p{L}*|alte (?:nummer|adresse|mailadresse)|durchwahl|(?:eine )?mail (?:reicht|genugt)|gedruckt\\p{L}*|brauchen (?:mich |uns )?nicht (?:extra )?(?:anrufen|zuruckrufen|anzurufen|antworten|zu antworten)',
  '(?:evitez |sur )?le fixe|papier|par (?:la poste|courrier|fax)|le standard|ancien(?:ne)? (?:numero|adresse)|un (?:simple )?(?:mail|courriel|e-mail)(?: \\p{L}+){0,4} suffi\\p{L}*|suffit|pas besoin de (?:me |nous )?(?:rappeler|appeler|repondre|imprimer|telephoner)|catalogues? (?:imprime|papier)',
  '(?:al|el) fijo|en papel|de papel|impres[oa]s?|por (?:correo postal|fax)|(?:a|por) la centralita|(?:numero|correo) (?:antiguo|viejo)|(?:con|basta)(?: \\p{L}+){0,3} (?:un correo|un mail|un mensaje|el pdf)|no hace falta que (?:me |nos )?(?:llam\\p{L}*|contest\\p{L}*|respond\\p{L}*|imprim\\p{L}*)',
);

/** Verbs of what is over: a month beside them that seems far ahead was the last one. */
export const pastTense =
  /\b(?:was|were|had|did|ended|expired|finished|launched|signed|closed(?= in)|didn't|ran|went|came|sat|took|got|began|held|lost|left|made|met|kept|told|said|asked|waited|lasted|loved|used|cost|heard|tried|bought|spent|worked|stopped|started|finished|wanted|decided|promised|since|war|waren|hatten?|ging|gingen|lief|liefen|dauerte|kam|kamen|stand|wartete[nt]?|gewartet|(?<!\bmir )(?<!\bihnen )gehort(?! (?:ein|dem|der|uns|ganz))|probiert|versucht|getestet|gekauft|unterschrieben|gesagt|wurden?|wollten?|sollten?|gab|blieb|bekam|mussten?|konnten?|gehabt|gewesen|gelaufen|etait|etions|etaient|avait|avions|avaient|avons|avez|ont|fut|dura|duree?|devait|pouvait|courait|voulait|attendu|patiente|eu|ete|estuv\p{L}+|estaba\p{L}*|fue|fueron|fuimos|tuv\p{L}+|hubo|habia\p{L}*|dijo|dijeron|dijimos|duro|funciono|llego|empezo|termino|acabo|quedo|encanto|entrego|espero|pidi\p{L}+|pasad[oa]s?|iba|ibamos|hizo|hicimos|seit|depuis|desde)\b/u;

/** "Until 6", "bis 16 Uhr", "hasta las siete": an hour is no day. */
export const hours =
  /\b(?:opens? at|closes? at|until|till|til|before|after|by|from|bis|vor|nach|ab|jusqu'a|jusqu'|avant|apres|vers|hasta|antes de|despues de|a partir de|desde|sobre|tipo|around|about|gegen)(?: (?:about|gegen|ca|around|las|la|les|say|mas o menos)){0,2} ?(?:\d{1,2}(?:[:.h]\d{0,2})?(?: ?(?:h|uhr|heures?|am|pm|o'clock|hrs?|horas?)\b|(?=\s*(?:[,;!?]|$|then|or|and|und|et|y|because|in the (?:morning|afternoon|evening)|at night)))|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|noon|lunch|lunchtime|midday)\b(?! (?:weeks?|days?|months?|years?))|(?:mittags?|zehn|elf|zwolf|acht|neun|vier|drei|funf|sechs|sieben) ?(?:uhr)?\b(?! (?:wochen?|tagen?|monaten?|jahren?))|midi|las (?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)|la una|mediodia)/gu;

/** Their own need by a day, which presses and does not rest. */
export const neededBy = any(
  '(?:no|not) later than|at the (?:very )?latest|spatestens|au plus tard|a mas tardar|como (?:muy )?tarde|o mais tardar|al piu tardi|uiterlijk',
  '(?:need|require|want|must have|have to have)(?! (?:\\p{L}+ ){0,3}(?:time|space|rest|peace|until|more))[^;]{0,50}(?<!(?:not|nothing|nobody|anything) )\\b(?:before|by)(?: (?:then|that|the|\\d|\\p{L}+)|(?=\\s*(?:[.!,]|$)))',
  '(?:brauch|benotig)\\p{L}*(?! (?:\\p{L}+ ){0,4}(?:zeit|ruhe|luft|pause|nicht|nichts|gar|keine?n?|erst))[^;]{0,50}(?:vor(?:her)?|bis (?:dahin|zum (?!hals)|spatestens)|fur (?:\\p{L}+ )?(?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember|ostern|weihnachten|die saison|den sommer|den winter))',
  "(?:il (?:me|nous) faut|avons besoin|ai besoin)(?! (?:\\p{L}+ ){0,4}(?:temps|calme|delai))[^;]{0,50}(?:avant|d'ici|pour le \\d)|(?:voulons|veux|voudrais|voudrions)(?: [\\p{L}']+){1,4} avant(?=\\s*(?:[.!,]|$))",
  // What must arrive by a day, and what shall be sent before it.
  '(?:have|has|need|needs|ought|are|is) to (?:reach|be with|arrive|be in|come in|get to|land|be received)[^;]{0,40}(?<!(?:not|nothing) )\\b(?:by|before)|(?:must|should|shall) (?:reach|be with|arrive|be in|come in|get to|land)[^;]{0,40}\\b(?:by|before)|(?:send|get|let|sign|finish|book|order|answer|have)(?: \\p{L}+){0,6} (?:before|by) (?:then|that|i (?:go|leave)|we (?:go|leave|close))|let (?:me|us) have[^;]{0,40}\\b(?:by|before)|(?:tenders?|bids?|applications?|submissions?) closes?|let.s (?:get (?:going|started|moving|on with)|do this|crack on)|(?:want|need|like) to \\p{L}+(?: \\p{L}+){0,3} before (?:then|that)',
  '(?:muss|mussen|sollt?e?n?|mochten)(?: [\\p{L}\\d.]+){0,4} bis(?: [\\p{L}\\d.]+){1,6} (?:eingehen|eingegangen|vorliegen|da sein|ankommen|bei uns sein|vorhanden)|(?:schick|send|mail|liefer|bestell|unterschreib)\\p{L}*(?: \\p{L}+){0,6} (?:vorher|davor|noch vor)|woll\\p{L}* (?:wir|ich) (?:\\p{L}+ ){0,2}(?:vorher|davor|noch vor)(?! (?:\\p{L}+ ){0,3}(?:nicht|nichts|nix|keine?n?))',
  "(?:doi(?:t|vent)|devr(?:a|ont)) (?:nous |me )?(?:parvenir|arriver|etre (?:remis|recu|chez nous)\\p{L}*)[^;]{0,30}(?:avant|d'ici|au plus tard)|(?:envoy|transmett|adress)\\p{L}*(?:[- ]\\p{L}+'?){0,6} (?:avant(?=\\s*(?:[.!,]|$)| (?:cela|ca|mon|que je))|d'ici la)",
  '(?:deben|debe|tienen que|tiene que|han de) (?:llegar\\p{L}*|estar|presentarse|recibirse)[^;]{0,40}(?:antes|hasta)|(?:envi|mand|pas)\\p{L}*(?: \\p{L}+){0,6} antes(?=\\s*(?:[.!,]|$)| de que me)',
  '(?:tiene[ns]? que|debe[ns]?|han de|hay que) \\p{L}+r(?:se)?[^;]{0,50}antes(?=\\s*(?:[.!,]|$)| de)|(?:necesit|precis)\\p{L}*(?! (?:\\p{L}+ ){0,3}(?:tiempo|calma|margen|unos|unas))[^;]{0,50}(?:antes|para entonces|para el \\d)|(?:queremos|quiero|quisiera) \\p{L}+r\\p{L}*(?: \\p{L}+){0,3} antes(?=\\s*(?:[.!,]|$))',
);

/** It was put off, once: no wish, unless it names a day that has yet to come. */
export const wasPutOff = any(
  "(?:we|i|they|he|she)(?:'d| had) (?:\\p{L}+ ){0,2}(?:put|pushed|parked|postponed|left|delayed|shelved|waited|held|deferred|planned|wanted|agreed|moved)|(?:we|they|i) (?:put|pushed|parked|postponed|delayed|shelved|deferred)(?: \\p{L}+){1,3} (?:off |back )?(?:until|till|to)(?: \\p{L}+){1,6} (?:and|which) (?:regret\\p{L}*|was|it)|back then|at the time",
  'hatten?(?: \\p{L}+){1,8} (?:geschoben|verschoben|vertagt|geparkt|zuruckgestellt|liegen ?gelassen|gewartet|abgewartet|aufgeschoben)|damals',
  "(?:avais|avait|avions|avaient)(?: \\p{L}+)? (?:repousse|reporte|decale|mis|laisse|attendu|gele|differe)\\p{L}*|a l'epoque",
  '(?:habia|habiamos|habian)(?: \\p{L}+)? (?:dejado|aplazado|pospuesto|aparcado|esperado|retrasado)|en su dia|en aquel entonces',
  'tinhamos (?:\\p{L}+ )?(?:adiado|deixado)|avevamo (?:\\p{L}+ )?(?:rimandato|rinviato|lasciato)|hadden (?:\\p{L}+ ){1,5}(?:uitgesteld|verschoven|geparkeerd)',
);

/** How long something is tried or used: "run the pilot in two plants, for three months". */
export const triedFor = any(
  '(?:try|trial|test|run|pilot|use|rent|hire|lease|borrow)\\p{L}*[^;]{0,60}(?:^| )for (?:the )?(?:a|an|\\d+|\\p{L}+) (?:days?|weeks?|months?)',
  '(?:\\d+|\\p{L}+) (?:tage?|wochen?|monate?) (?:lang )?(?:aus)?(?:probier|test|nutz|miet|leih)\\p{L}*',
  '(?:essay|test|utilis|lou|emprunt)\\p{L}*[^;]{0,60} (?:pendant|durant|pour) (?:une?|\\d+|\\p{L}+) (?:jours?|semaines?|mois)',
  '(?:prob|us|alquil|ensay)\\p{L}*[^;]{0,60} (?:durante|por) (?:una?|\\d+|\\p{L}+) (?:dias?|semanas?|mes(?:es)?)',
);

/** "About 40, and another 10 next year": so many of something, which is an answer. */
export const countsMore =
  /\b(?:another|further|additional|weitere|zusatzliche|noch|autres|otros|otras|altri|altre|outros|outras) \d+ (?:(?:more|mehr|de plus|mas|in|im|en|no|nel) )?(?:the )?(?:next|nachst\p{L}*|folgend\p{L}*|prochain\p{L}*|an|ano|proxim\p{L}*|prossim\p{L}*)(?!\p{L})/u;

/** Somebody else makes the writer wait, which is why he writes. */
export const madeToWait = any(
  "(?:they|he|she|somebody|your \\p{L}+|the others?) (?:told|asked|made|want(?:ed)?|have|keep|kept) (?:us|me)[^;]{0,30}wait\\p{L}*|on nous a (?:dit|demande) d'attendre|nous fait (?:patienter|attendre)|nos (?:dijeron|pidieron|han dicho)[^;]{0,20}esper\\p{L}*|nos da\\p{L}* largas|vertrost\\p{L}* uns|(?:man|er|sie) (?:hat|haben|sagte)[^;]{0,30}(?:warten|gedulden)",
);
