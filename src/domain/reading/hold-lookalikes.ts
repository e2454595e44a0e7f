/** What has the words of a hold and is none, and what ends one. Folded; four languages. */
import { any } from './absence-words.ts';

/** An earlier hold is over. */
export const lifting = any(
  "scrap (?:that|what|my)|forget (?:what i|about what|my|it[.,;:!])|but forget it|ignore (?:my|what i)|disregard (?:my|what i)|strike that|take (?:that|it) back|(?:no longer|don't|do not|needn't)(?: \\p{L}+){0,3} (?:have to|need to|need|must)? ?(?:hold off|wait|hang on)(?: any ?more| any longer| on our account)|(?:freeze|pause|stop|ban|hold|moratorium) (?:is|has been|was|got) (?:lifted|over|off)|thanks? (?:you )?for (?:waiting|your patience while|holding off|bearing)|we(?:'re| are) ready (?:when|now|to)|want to talk [^;]{0,20}after all|can (?:get going|go ahead|start) (?:again|now)|feel free to get going|(?:came|come) (?:through|in) early|change of plan|plans have changed|false alarm|you can (?:contact|call|write|mail|e-?mail)(?: to)? (?:me|us) (?:again|now)|no need to (?:hold off|wait) any|funding came in|earlier than (?:expected|planned|i thought)|we can (?:talk|speak|go) now|(?:i know )?i (?:said|asked)[^;]{0,40}\\bbut (?:we|i|it|things)|(?:budget|funding|approval|board)[^;]{0,20}(?:came|is|has been|was) (?:through|approved|released|in)[^;]{0,20}(?:so|and|,)",
  'vergessen sie(?:,)? was|vergiss(?:,)? was|kommando zuruck|(?:mussen|brauchen|musst|brauchst)(?: \\p{L}+){0,2} nicht (?:mehr|langer)[^;]{0,40}(?:warten|abwarten)|danke?,? (?:dass|furs|fur das) [^;]{0,40}(?:abgewartet|gewartet|warten|geduld)|jetzt sind wir so ?weit|(?:sperre|stopp|freigabe|haushaltssperre|budgetsperre|investitionsstopp)(?: \\p{L}+){0,2} (?:ist )?(?:aufgehoben|vorbei|da)|eigentlich wollt\\p{L}* [^;]{0,50}aber|hat sich erledigt|doch (?:schon )?(?:jetzt|fruher|gleich)|konnen (?:jetzt )?(?:wieder )?loslegen|hinfallig|schneller als gedacht|fruher als (?:gedacht|geplant)|budget ist (?:jetzt )?(?:doch )?(?:da|frei)',
  "oubliez ce que|oublie ce que|plus (?:la peine|besoin) d'attendre|merci d'avoir (?:patiente|attendu)|(?:gel|blocage|suspension|moratoire)(?: \\p{L}+){0,3} (?:est )?leve|on peut (?:reprendre|avancer|y aller)(?: \\p{L}+){0,2} ?(?:des|quand|maintenant|aujourd)|finalement (?:c'est bon|on peut|nous|le|la|pas besoin)|plus tot que prevu|changement de programme|contrordre|c'est debloque|(?:budget|projet|dossier) est (?:enfin )?(?:debloque|valide|libere)|vous pouvez (?:de nouveau |a nouveau |desormais )?(?:nous |me )(?:r?appeler|recontacter|ecrire)|fausse alerte",
  'olvida (?:lo que|lo de)|olvide (?:lo que|lo de)|olvidalo|ya no (?:hace falta|es necesario|tiene[ns]? que|hay que) (?:que )?esper\\p{L}*|gracias por (?:esperar|la espera|su espera)|ya podemos|ya (?:pued\\p{L}*|pod\\p{L}*) (?:llam|escrib|contact)\\p{L}*|(?:han|hemos|se ha) (?:descongelado|desbloqueado|levantado)|levantad[oa]|al final (?:han|hay|si|podemos)|antes de lo (?:previsto|esperado|pensado)|cambio de planes|cuando quieras nos ponemos|falsa alarma',
);

/** Said of goods, money, terms, places or of a third party: no matter of contact. */
export const otherMatters = any(
  'deliver\\p{L}*|ship(?:s|ped|ping|ment)?|unload\\p{L}*|truck|driver|pallets?|loading dock|visitor|parking|car park|valid|payment|pay|paid|invoice|price|prices|discount|offer(?: is)?|vat|store is|shop is|opening hours|deadline|due (?:on|by|date)|overdue|bids?|licen[cs]e|contract (?:runs|ends|expires)|trial extended|fiscal year ends|release any money|goods|installed|ordered|the samples|changes from our side|office is closed from|crew works|fiscal year|tender is',
  'aufzug|treppe|strasse|brucke|liefer\\p{L}*|lkw|fahrer|lager|parken|gultig|zahl(?:en|t|ung\\p{L}*|ungsziel)|skonto|rechnung\\p{L}*|preis\\p{L}*|rabatt\\p{L}*|filiale|geschaft ist|laden ist|frist|\\p{L}*frist|(?:rahmen)?vertrag lauft|lauft noch|halle|baustelle ab|empfang ist|teststellung|einkaufsrichtlinie|anderungen|pumpen|fertig sein|stornier\\p{L}*|bestellung|termin|ausschreibung endet|storno',
  'livr\\p{L}*|camion\\p{L}*|magasin|boutique|garez|valable|regl\\p{L}*|pai(?:e|ement|ements|ons)|facture|tarifs?|prix|promo|remise|date limite|contrat (?:actuel )?court|colis|depot|preavis|bornes|annuler|quai',
  'entreg\\p{L}*|camion|tienda|almacen esta|apar\\p{L}*|valid[ao]|pag(?:amos|o|ar|os)|factura|precios?|descuento|promocion|plazo de|contrato(?: \\p{L}+){0,5} (?:dura|vence|termina)|pale|mercancia|instalad\\p{L}*|oferta es|repartidor|cancelar|preaviso',
);

/** No hold whatever else stands in the sentence. */
export const never = any(
  "(?:i|we|he|she|they|nobody|you) (?:didn't|did not|couldn't|could not) (?:get|reach|call|reply|answer|write|hear|come|manage)|thanks? (?:you )?for (?:the|your|being so) patien\\p{L}*$|no need to wait|(?:don't|do not|not|needn't|won't|wouldn't|wouldn't) (?:have to |need to |want to |going to )?(?:wait|hold (?:this|it|things)|delay)|(?:don't|do not|never) hesitate|(?:don't|do not) (?:stop|forget)|please don't cancel|any ?time|whenever (?:you|suits)|no rush|if i (?:don't|do not)|if (?:we|you) (?:don't|do not|haven't)|as you said|never contacted me|could(?: not|n't) reach|couldn't get hold|why did|(?:had|have had) to wait|we waited|(?:they|he|she) asked (?:us|me) to|(?:have|had|has) (?:been )?wait\\p{L}*|was off|were off|i was|we were|it took|took us|i had asked|told your compet\\p{L}*|not (?:too )?late|other (?:vendor|supplier)s? (?:may|can|have)|stop (?:by|asking|apologi[sz]ing|worrying|it)|last (?:week|month|year|time|april|may|march|spring|autumn|summer)|years? ago|opened [^;]{0,30}after|before noon|meetings all day|not to be e-?mailed before noon",
  '(?:danke|dank) (?:fur|fur die) (?:ihre |die |deine )?geduld|(?:nicht|nie) (?:bis |auf |mehr )?(?:[^;]{0,25})(?:warten)|warten sie (?:bitte )?nicht|jederzeit|zogern sie nicht|keine scheu|wenn ich (?:bis|vor)[^;]{0,25}nichts|habe? (?:ich |wir )?(?:sie |dich )?(?:letzte|gestern|vorgestern)[^;]{0,40}nicht erreicht|nicht erreicht|wir haben (?:bis|lange)|gewartet|wieso|warum|weshalb|war (?:bis|letzte|gestern)|ich war|wir waren|ein anderer anbieter|andere anbieter|anderen anbieter|hat(?:te|ten)? (?:damals|mich)|gehort|hat sich (?:vor|damals)|ignorieren|bestell ich (?:halt )?gleich|lieber jetzt|zur not auch|nicht zuruckgerufen',
  "pas besoin d'attendre|n'attend(?:rais|rions|ez|ons) pas|n'hesitez pas|n'hesite pas|quand vous voulez|a tout moment|sans reponse de votre part|si je n'ai pas de nouvelles|n'ai pas (?:reussi|pu)|on a attendu|nous avons attendu|j'etais|n'etai\\p{L}*|n'etions|nous etions|etait|pourquoi|vos confreres|les autres (?:fournisseurs|prestataires)|arretez de vous excuser|la semaine derniere|le mois dernier|je rentre tout juste|je lis mes mails|allez-y|vous pouvez lui ecrire",
  'no hace falta que esper\\p{L}*|no esper(?:aria|ariamos|es|e|eis)|no dud(?:es|e|en|eis)|cuando quieras escrib|si no (?:se|sabemos|tengo|hay) (?:nada|noticias|respuesta)|no pude|no pudimos|estuv\\p{L}*|estaba|por que|no pares|no paren|a los otros|otros (?:comerciales|proveedores)|la semana pasada|el mes pasado|acabo de volver|pero contesto|te llego|perdona que no|no (?:olvid\\p{L}*)',
);

/** Somebody else is away, and the matter goes on; or the writer is, and says so beside a wish. */
export const goesOn = any(
  "but i can|but i'm (?:here|still)|in (?:her|his|their) place|send it over|go ahead|i can sign|still (?:reading|checking)|reading mail|free now|any day after|works for the call|text me|could we do it before|do it before|back now|right away|today!|hurry|speed matters|need(?:s)? to be ordered now|already today",
  'vertrete|ich ubernehme|kann unterschreiben|lese (?:abends |aber )?mit|trotzdem|ruhig schon|schon heute|noch heute|heute noch|also lieber vorher|lieber vorher|bin ich flexibel|jetzt gehts|gern jetzt|sofort|legen sie los|rufen sie die an|mittwoch 9|vorher bitte noch',
  "je peux signer|a sa place|mais je (?:suis|lis|peux)|des maintenant|des aujourd'hui|avant que je|on peut caler|je suis libre|dispo maintenant|vous pouvez lui",
  'pero firmo|firmo yo|en su lugar|pero (?:yo|mi socia|contesto|estoy)|ahora puedo|puedes venir antes|mandadlo|dime|mandamelo|a partir del martes si|contigo si',
);

/** They took another, or want nothing: the talk has ended. */
export const ended = any(
  'went with|gone with|signed with|chose (?:another|someone)|decided (?:against|for another)|not interested|bought elsewhere|another (?:supplier|vendor|provider)|project is (?:dead|off|cancelled)',
  'mitbewerber|anderen anbieter entschieden|woanders (?:unterschrieben|gekauft|bestellt)|kein interesse|kein bedarf|projekt ist gestorben|abgesagt|anderweitig|fur (?:einen|eine) andere',
  'retenu un autre|signe ailleurs|autre fournisseur|autre prestataire|ne nous interesse pas|pas interesse|projet est (?:enterre|abandonne)|ca ne nous interesse',
  'con otra empresa|con otros|otro proveedor|no nos interesa|no me interesa|proyecto esta (?:muerto|parado)|hemos firmado con',
);

/** Words of somebody to somebody else. */
export const reported = any(
  'told (?:your|my|the|him|her|them|us|me)|he said|she said|they said|asked (?:him|her|them) (?:not )?to',
  '(?:er|sie) (?:sagte|meinte|schrieb)|hat (?:mir|ihm|ihr) gesagt',
  "(?:il|elle) (?:m'a|a) dit|leur ai dit|lui ai dit",
  'me dijo|les dije|le dije|les he dicho|le he dicho',
);
