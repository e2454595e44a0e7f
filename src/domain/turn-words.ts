/** Words by which a talk moves on: nods, orders, ends, agreements. Folded; what stands in a message counts for more than these. */
import { any } from './reading/absence-words.ts';

export const ordered = any(
  "order (?:is )?attached|(?:we(?:'ll| will)?|i'll|let's) go ahead|go ahead with (?:it|the order)|ordered|placed the order|po (?:is )?attached|purchase order (?:is )?attached|consider it ordered|(?:we'll|i'll) take (?:it|them|both|the)|signed (?:copy|contract|order|quote) (?:is )?attached|hereby order",
  'hiermit bestell\\p{L}*|bestellung (?:anbei|im anhang|ist raus|hangt an)|auftrag (?:anbei|im anhang|erteilt|ist erteilt)|bestellen hiermit|wir bestellen|ich bestelle|wir nehmen (?:ihn|sie|es|das|die|den)|ich nehme (?:ihn|sie|es|das)|unterschrieben(?:e[rsn]?)? (?:anbei|im anhang|zuruck)|wir schlagen zu',
  'commande (?:n\\S* ?\\S* )?(?:ci-jointe|jointe|en piece jointe|passee|signee|en pj)|bon de commande (?:signe )?(?:ci-)?joint|nous commandons|je commande|on (?:le|la|les) prend|nous (?:le|la|les) prenons|bon pour accord|devis signe',
  'pedido (?:adjunto|hecho|en adjunto|firmado)|orden de compra adjunta|(?:os|le|te|les) (?:hago|hacemos|paso|pasamos) el pedido|adelante con (?:la compra|el pedido|ello)|(?:nos|me) (?:lo|la|los|las) quedamos|(?:nos|me) (?:lo|la|los|las) quedo|presupuesto firmado',
);
/** They gave it up, or have what they need. */
export const overAndDone = any(
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

export const nod = any(
  'thanks?|thank you|thx|ta|great|perfect|ok|okay|got it|will look|brilliant|super|received|lovely|good stuff|cheers|noted|legal has it|shout|understood|no (?:problem|worries|rush)|fine|sure|excellent|appreciated?|spot on|of course|will do|sounds good|fantastic|smashing|wonderful|congratulations|good luck|enjoy|speak (?:then|soon)',
  'danke|merci vielmals|top|prima|super|passt|alles klar|gern|gerne|in ordnung|schau mal|schaue mal|perfekt|gut|verstanden|kein problem|geht klar|bestens|wunderbar|klasse|freut mich|bis dann|schonen|viel erfolg|gluckwunsch|na klar|selbstverstandlich',
  "merci|super|parfait|entendu|ok|bien recu|note|tres bien|d'accord|ca marche|bon courage|pas de (?:souci|probleme)|avec plaisir|c'est note|bel ete|bonnes? vacances|bonne (?:journee|continuation)|genial|compris|felicitations",
  'gracias|genial|perfecto|vale|ok|recibido|de acuerdo|asi lo hare|estupendo|excelente|muy bien|apuntado|anotado|entendido|sin (?:prisa|problema)|un abrazo|buen verano|enhorabuena|suerte|quedo (?:al )?pendiente|aclarado|listo|con gusto|claro',
);
/** Something comes with these words: then they are no mere nod. */
export const gives = any(
  "attached|enclosed|here (?:is|are|it|you)|here's|below",
  'anbei|im anhang|beigefugt|hier (?:ist|sind|die|der|das)|angehangt',
  'ci-joint\\p{L}*|joint\\p{L}*|voici|voila|en piece jointe',
  'adjunt\\p{L}*|aqui (?:va|tiene|tienes|esta)|te paso|le paso',
);

export const agreed = any(
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
  "(?:still )?waiting (?:for|on) (?:your|the|you)|still waiting|(?:we|i) (?:still )?haven't (?:received|had|heard|seen)|not (?:yet )?received|have yet to (?:receive|hear)|still nothing|where is (?:it|the|my|our)",
  '(?:warte|warten|wart) (?:ich |wir )?(?:noch |immer noch |weiterhin )(?:auf|immer)|(?:noch|bisher|bislang) (?:nichts|keine?n?) (?:\\p{L}+ )?(?:erhalten|bekommen|da|gehort|angekommen)|fehlt (?:mir|uns) noch|noch nichts da',
  "(?:j'attends|nous attendons|on attend) (?:toujours|encore|votre|vos|ton|tes)|toujours (?:rien|pas (?:recu|de nouvelles))|n'(?:ai|avons) (?:toujours )?(?:pas|rien) (?:encore )?recu",
  '(?:sigo|seguimos|estoy|estamos) esperando|(?:aun|todavia) no (?:me |nos )?(?:ha llegado|han llegado|he recibido|hemos recibido|tengo|llega)|quedo a la espera de (?:su|tu|la|el|los|las)|no me ha llegado',
);

/** A hold that asks us to write, not one in which they will: "kommen Sie im Mai auf mich zu". */
export const asksUs = any(
  '(?:call|ring|email|write to|write|contact|try|ping|chase|remind|catch|drop) (?:me|us)|get back to (?:me|us)|come back to (?:me|us)|check (?:back )?(?:in )?with (?:me|us)|follow up|touch base',
  '(?:meld|ruf|schreib|komm|frag)e? (?:dich|doch|bitte)|(?<=bitte )(?:meld|ruf|schreib|komm|frag)e?|(?:melden|rufen|schreiben|kommen|fragen) sie|meldet euch',
  '(?:recontactez|rappelez|relancez|ecrivez|contactez|rappelle|recontacte|relance|ecris)[- ](?:moi|nous)|(?:revenez|reviens) vers (?:moi|nous)|reprenez contact',
  '(?:escrib|llam|contact|marc|busc|avis|recuerd|record)(?:a|e|ale|ele|en)(?:me|nos)|vuelv[ae] a (?:llamar|escribir|contactar)\\p{L}*',
);

/** What a house sends by itself once one has ordered. */
export const confirmation = any(
  'confirmation|invoice|system',
  'auftragsbestatigung|bestatigung|rechnung',
  'confirmation|facture|accuse',
  'confirmacion|factura',
);
