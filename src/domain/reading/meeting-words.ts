/** Words by which people agree on a meeting, propose its day and call it off. Folded; each list stands for one thing that is done. */
import { any } from './absence-words.ts';

/** What makes a day the day of a talk. */
export const talk = any(
  'calls?|meeting|meet|speak|talk|chat|demo|catch(?: |-)up|appointment|zoom|teams|session|phone|conversation|sync|visit',
  'termin\\p{L}*|gesprach\\p{L}*|telefonat|telefonieren|telefontermin|sprechen|treffen|besprechung|anruf|austausch\\p{L}*|videokonferenz|vor ort',
  'rendez-vous|rdv|appel|reunion|parler|parle|echanger|visio\\p{L}*|entretien|se voir|se voit|visite',
  'llamada|cita|hablar|hablamos|hablemos|vernos|vemos|videollamada|quedar|quedamos|visita',
  'reuniao|chamada|falar|falamos|conversar|encontro|ligacao|riunione|chiamata|appuntamento|sentirci|sentiamo|sentiamoci|parlare|parliamo|vederci|vediamo|vediamoci|incontro|telefonata|videochiamata',
  'afspraak|gesprek|bellen|spreken|overleg|overleggen|vergadering|afspreken|langskomen',
);

/** An hour of the day, or one of its names. */
export const hour =
  /(?<![\p{L}\d.,])(?:\d{1,2}[:.h]\d\d|\d{1,2} ?(?:am|pm|uhr|h|uur|o'clock)|(?:at|um|gegen|a las|a la|alle|as|om|vers) \d{1,2}|noon|midday|mittag|midi|mediodia|mezzogiorno|meio-dia)(?![\p{L}\d%])(?![.,]\d)/u;

/** A day is agreed to, whatever else is said. */
export const fits = any(
  "(?:works|suits|would work|would suit)(?: \\p{L}+)? (?:for|me|us|well|fine|great|perfectly)|(?:works|suits)(?= *[,.!;:)-]| *$)|see you|(?<=^|[,;:.-] |and )(?:talk|speak)(?: to| with)?(?: you)? (?:then|on|at|tomorrow|(?:mon|tues|wednes|thurs|fri)day)|(?:is|it's) (?:fine|good|great|perfect|ok|okay|confirmed|booked|set|in the (?:diary|calendar))|(?:i|we)(?:'ve| have)? (?:booked|blocked|scheduled|reserved)|(?:in|into|to) (?:my|our|the) (?:diary|calendar)|it is(?= *[,.!)]| *$)|(?:i|we)(?:'ll| will) (?:be there|dial in|join you)|looking forward to (?:our|the|meeting|speaking|talking|seeing) ",
  '(?:passt|passen)(?! (?:\\p{L}+ ){0,2}nicht)|geht klar|eingetragen|vorgemerkt|notiert|klappt|abgemacht|bis dann|(?<=^|[,;:.!-] )bis (?:montag|dienstag|mittwoch|donnerstag|freitag|morgen)|ist(?: fur \\p{L}+)? (?:gut|prima|perfekt|ok|okay|super|in ordnung|gebucht|reserviert|fest)',
  "(?:me|nous) (?:convient|va)|conviennent|c'est (?:note pour|parfait|confirme)|bon pour (?:moi|nous)|ok pour (?:moi|nous)|(?<=^|[,;:.!-] )a (?:lundi|mardi|mercredi|jeudi|vendredi|demain)",
  '(?:me|nos) (?:viene|va|vienen|van|queda|parece) (?:muy |perfectamente|bien|perfecto)\\p{L}*|apuntad[oa]|agendad[oa]|nos vemos|quedamos(?! con)',
  '(?:fica|ficamos|esta) (?:bem|otimo|marcad[oa]|combinad[oa]|agendad[oa])|combinado|marcado|(?:va|vanno|andrebbe) (?:bene|benissimo)|segnato|ci (?:sentiamo|vediamo)|(?<=^|[,;:.!-] )a (?:lunedi|martedi|mercoledi|giovedi|venerdi|domani)',
  '(?:is|zijn) (?:prima|goed|akkoord|perfect|uitstekend)|past (?:mij|ons|prima|goed)|komt (?:mij |ons )?(?:goed|prima) uit|lukt (?:mij|ons|prima)|genoteerd|ingepland|tot dan|(?<=^|[,;:.!-] )tot (?:maandag|dinsdag|woensdag|donderdag|vrijdag|morgen)',
);

/** A yes: to a day where one is named beside a talk or an hour, or in answer to a day that was proposed. */
export const yes = any(
  '(?:works|suits)|perfect|sounds (?:good|great|fine|perfect)|confirmed|(?:i|we) confirm|agreed|ok(?:ay)?|fine|great|sure|done|good for (?:me|us)|see you|it is',
  'passt|perfekt|einverstanden|in ordnung|bestatig\\p{L}*|gern\\p{L}*|geht klar|abgemacht|klappt|super|prima|bis dann|alles klar|eingetragen|notiert',
  "parfait|entendu|d'accord|confirm\\p{L}*|convient|ca marche|volontiers|c'est (?:note|bon)|ok pour",
  'de acuerdo|perfecto|confirm\\p{L}*|vale|me (?:viene|va|parece) bien|apuntado|nos vemos|estupendo|hecho|claro',
  'perfeito|combinado|pode ser|claro|perfetto|d.accordo|conferm\\p{L}*|va bene|volentieri|akkoord|prima|bevestig\\p{L}*|graag|goed|tot dan',
);

/** Settles a day where the other has the say, and proposes one where the rep has not been asked. */
export const letUs = any(
  "let's (?:speak|talk|meet|chat|do|say|have|catch up|go (?:with|for)|make it|connect|schedule)|let us (?:speak|talk|meet|say|have)|(?:happy|glad) to (?:meet|talk|speak|chat|do)",
  'lass(?:en sie)? uns|(?:sprechen|telefonieren|reden|treffen|sagen|machen) wir',
  'on se (?:parle|voit|retrouve|rappelle|appelle)|disons|parlons(?:-nous|-en)?|retrouvons-nous|voyons-nous',
  'hablemos|hablamos|digamos|veamonos|quedemos|quedamos|reunamonos',
  'vamos (?:falar|dizer|marcar)|falamos|falemos|sentiamoci|vediamoci|facciamo|diciamo|laten we|spreken we|dan bellen we',
);

/** A day is put to the other. */
export const proposes = any(
  "how about|what about|would(?: \\p{L}+){1,5} (?:work|suit|be (?:good|possible|ok|okay|fine|convenient))|could we|can we|shall we|should we|are you (?:free|available|around)|do you have (?:time|a slot|\\d+ minutes)|(?:i|we) (?:could|can) (?:do|offer|meet|talk|speak)|(?:i'm|i am|we're|we are) (?:free|available|around)|suggest|propose|(?:does|do)(?: \\p{L}+){1,6} (?:work|suit)",
  'wie ware|hatten sie|haben sie|hattest du|hast du|(?:konnten|konnen|sollen|wollen) wir|passt|passen|ginge|ich konnte|wir konnten|vorschlag\\p{L}*|schlage|schlagen|verfugbar',
  'pourriez|pourrions|pouvons|seriez|etes-vous|es-tu|disponibles?|propos\\p{L}*|conviendrait|convient|peut-on|pourrait-on',
  '(?:podemos|podriamos|podria|puede)|tiene\\p{L}* (?:tiempo|un hueco|disponibilidad)|que tal|(?:le|te|os|les) (?:viene|va|vendria|iria)|propongo|proponemos|estas? libre',
  'poderiamos|que tal|disponive\\p{L}*|proponho|possiamo|potremmo|che ne (?:dice|dici)|(?:le|ti|vi) (?:va|andrebbe)|disponibil\\p{L}*|propongo|kunnen we|zullen we|schikt|past|komt (?:het|u|je) |beschikbaar|stel voor',
);

/** The day does not suit. */
export const unfit = any(
  "(?:does not|doesn't|won't|will not|do not|don't|would not|wouldn't) (?:\\p{L}+ )?(?:work|suit)|(?:can't|cannot|can not|couldn't) (?:do|make|manage)|not (?:possible|available|free|able)|no good|unavailable",
  '(?:passt|passen|geht|klappt|kann|konnen|konnte|schaffe)(?: \\p{L}+){0,5} nicht|nicht (?:moglich|verfugbar|da|frei)|verhindert',
  'ne (?:me |nous )?(?:convient|conviennent|va|vais|peux|peut|pouvons|serai|suis) (?:\\p{L}+ )?pas|pas (?:possible|disponible|libre)|indisponible|empeche',
  'no (?:me |nos |le )?(?:viene|va|puedo|podemos|podre|estoy|estare|es posible|encaja)',
  'nao (?:me |nos )?(?:posso|podemos|da|vai|funciona|consigo|estou|serve)|non (?:mi |ci )?(?:posso|possiamo|va|riesco|sono|sara)|(?:kan|past|lukt|schikt|gaat)(?: \\p{L}+){0,4} niet|niet (?:mogelijk|beschikbaar)|verhinderd',
);

/** A meeting that is theirs and ours: "our call", "the call on Thursday", "Tuesday's meeting with you"; not "the board meeting", "the call with our supplier". */
const ours = {
  en: "(?:(?:our|the|this|that|your|my|today's|tomorrow's|next week's|this week's|(?:mon|tues|wednes|thurs|fri)day's|(?:mon|tues|wednes|thurs|fri)day) )(?:(?:next|first|second|planned|scheduled|upcoming|short|online|video|phone|zoom|teams|intro|introductory|follow-up|kick-off|(?:mon|tues|wednes|thurs|fri)day|morning|afternoon|\\d+ ?(?:am|pm|o'clock)|[\\d:.]+) ){0,2}(?:call|meeting|appointment|demo|session|chat|slot|visit|catch-up|conversation)(?! (?:with (?!you(?!\\p{L})|us(?!\\p{L}))|of |for (?:the|our|my|all)(?!\\p{L})|(?!on|at|with|tomorrow|today|tonight|this|next|to|for|from|until|till|and|or|but|because|due|as|i|we|you|please|back|later|again|a|after|anymore|any|has|is|was|had|must|needs|scheduled|planned|mon|tues|wednes|thurs|fri|if|since|so|unfortunately|by|in|around|up|forward|sorry|then|when|that)\\p{L}))",
  de: '(?:unser\\p{L}*|den|der|das|dem|die|dies\\p{L}*|ihr\\p{L}*|mein\\p{L}*|zum) (?:(?:geplant|morgig|heutig|gemeinsam|vereinbart|nachst|angesetzt|kommend|erst|zweit|kurz|virtuell)\\p{L}* ){0,2}(?:(?:telefon|video|online|demo|kennenlern|erst)?(?:termin|gesprach|telefonat|call|treffen|meeting|besprechung|demo|anruf|verabredung))(?! (?:mit (?!ihnen|dir|euch|uns)|fur (?:die|den|das|unsere?n?) (?!kommend|nachst)|des |der |vom (?!\\d|montag|dienstag|mittwoch|donnerstag|freitag)|beim? ))',
  fr: "(?:notre|le|la|l'|ce|cet|cette|votre|mon) ?(?:(?:prochain\\p{L}*|premier\\p{L}*|deuxieme) ){0,1}(?:rendez-vous|rdv|appel|reunion|visio\\p{L}*|point|entretien|demo\\p{L}*)(?: telephonique)?(?! (?:avec (?!vous|toi|nous)|interne|du (?!\\d|lundi|mardi|mercredi|jeudi|vendredi)|d'(?!aujourd)|des |de (?!lundi|mardi|mercredi|jeudi|vendredi|demain|cette|ce |la semaine|\\d)))",
  es: '(?:la|el|nuestr[oa]|mi|est[ae]|su|vuestr[oa]|tu) (?:(?:proxima|proximo|primera) ){0,1}(?:reunion|llamada|cita|videollamada|demo|visita)(?! (?:intern[oa]|con (?!usted|ustedes|vosotros|nosotros|tigo)|del (?!lunes|martes|miercoles|jueves|viernes|dia|\\d)|de (?!hoy|manana|esta|la semana|\\d)))',
  pt: '(?:a|o|nossa|nosso|esta|este|minha) (?:nossa |nosso )?(?:reuniao|chamada|visita|encontro|call|conversa)(?! (?:interna|com (?!voce|si|o senhor|a senhora)|d[oa] (?!dia|\\d)))',
  it: "(?:la|il|l'|nostr[oa]|quest[oa]) ?(?:nostr[oa] )?(?:riunione|chiamata|appuntamento|incontro|call|telefonata|videochiamata)(?! (?:interna|con (?!voi|lei|te)|del? (?!lunedi|martedi|mercoledi|giovedi|venerdi|\\d)))",
  nl: '(?:de|het|onze?|die|dit|mijn) (?:afspraak|gesprek|call|meeting|overleg|vergadering|demo|belafspraak)(?! (?:met (?!u|jou|jullie)|van (?!maandag|dinsdag|woensdag|donderdag|vrijdag|morgen|vandaag)))',
};
/** The sentence ends, or only says until when and why. */
const bareEnd =
  '(?= *[.,;:!?)-]| *$| (?:it|this|that|to|on|until|till|for (?:today|tomorrow|this|now)|please|today|tomorrow|this|next|again|and|because|due|as|unfortunately|after all|any ?more|at|then|since|i|we)(?!\\p{L}))';

/** Whoever says so calls a meeting off, or wants it on another day. */
export const callsOff = any(
  `(?:cancel|postpone|reschedule|move|push|shift|rearrange|rebook|delay|bring forward|put off|call off|skip|miss)(?: back)? ${ours.en}|(?:can|could|may|shall|might) (?:we|i|you)(?: please)? (?:move|push|shift|postpone|reschedule|rearrange) (?:it|this|that)(?! (?:by \\d|\\p{L}+ (?:order|delivery|machine)))(?=${bareEnd}| (?:back|forward|up|out|over))|(?:have|need|like|want|must|going) (?:to )?(?:cancel(?! (?:it|this|that)(?!\\p{L}))|reschedule|postpone)${bareEnd}(?! (?:this|that) (?!week|morning|afternoon|time|call|meeting)\\p{L})`,
  `(?<=^|[,;:.!-] |and |so |but |if |that )${ours.en}(?: (?!of|for|with the)\\p{L}+){0,5} (?:is|has been|was|must be|needs to be|has to be|will be) (?:cancell?ed|postponed|called off|moved|off)|(?:can't|cannot|can not|won't|unable to|not able to|no longer)(?: be able to)? (?:make|attend|join) ${ours.en}|(?:can't|cannot|can not|won't|unable to|not able to|no longer)(?: be able to)? make it(?: to ${ours.en})?(?= *[.,;:!?)-]| *$| (?:on|today|tomorrow|this|then|after all|any ?more|at|because|due|as|either|next|to ${ours.en})(?!\\p{L}))`,
  `${ours.de}(?: [\\p{L}\\d.]+){0,6} (?:absagen|verschieben|verlegen|vertagen|abgesagt|verschoben|canceln|stornieren|ausfallen|aus|entfallt|nicht (?:wahrnehmen|stattfinden))|(?:konnen|konnten|mussen|muss|musste)(?: \\p{L}+){0,3} (?:es|ihn|das|das ganze) (?:(?!liefer|bestell)\\p{L}+ ){0,3}(?:verschieben|verlegen|vertagen|absagen)|muss (?:ich )?(?:leider )?(?:fur \\p{L}+ )?absagen`,
  `(?:annuler|reporter|decaler|deplacer|repousser|reprogrammer|manquer) ${ours.fr}|(?:peut-on|pouvons-nous|pourrait-on|pourrions-nous|on peut|il faut) (?:le |la |l')(?:decaler|reporter|deplacer|repousser)|${ours.fr}(?: [\\p{L}\\d']+){0,3} (?:est|a ete) (?:annule|reporte|decale)e?|(?:dois|devons|doit) (?:malheureusement )?annuler(?= *[.,;:!?]| *$)`,
  `(?:cancelar|aplazar|mover|posponer|cambiar|anular|retrasar|reprogramar) ${ours.es}|(?:podemos|podriamos|puedo) (?:mover|cambiar|aplazar|posponer|retrasar)l[oa]|${ours.es}(?: [\\p{L}\\d]+){0,3} (?:se cancela|se aplaza|queda (?:cancelada|aplazada)|cancelada|aplazada)|tengo que cancelar(?= *[.,;:!?]| *$)`,
  `(?:cancelar|adiar|remarcar|desmarcar|mudar|reagendar) ${ours.pt}|(?:annullare|rimandare|spostare|disdire|posticipare|rinviare) ${ours.it}|possiamo (?:spostar|rimandar|rinviar)l[oa]`,
  `${ours.nl}(?: [\\p{L}\\d]+){0,5} (?:afzeggen|verzetten|verplaatsen|annuleren|uitstellen|afgezegd|verzet|niet door)|(?:kunnen we|kan ik) (?:het|hem|die|dit) (?:\\p{L}+ ){0,3}(?:verzetten|verplaatsen|uitstellen)`,
);

/** Deeds that have days of their own: what is agreed on then is no talk. */
export const deeds = any(
  '(?:send|sending|sent|deliver\\p{L}*|ship\\p{L}*|payment|pay|invoices?|sign|signed|order|orders|contract|install\\p{L}*|decide|deadline|release|go live|board|trustees|committee|council|internal(?:ly)?|their meeting)',
  '\\p{L}*(?:liefer|rechnung|unterschr|bestell|zahlung|vertrag|entscheid)\\p{L}*|vorstand\\p{L}*|gremi\\p{L}*|gemeinderat\\p{L}*|geschaftsfuhrung|intern\\p{L}*|schick\\p{L}*|sende\\p{L}*|ubersende\\p{L}*|montage|\\p{L}*frist',
  'livr\\p{L}*|envoy\\p{L}*|envoi\\p{L}*|factur\\p{L}*|sign(?:e|er|ons|ature)|command\\p{L}*|paiement|contrat|decid\\p{L}*|conseil|comite|interne',
  'entreg\\p{L}*|envi(?:ar|o|a|amos|are|aremos)|factura|firm(?:ar|a|amos|o)|pedido|pago|pagar|contrato|decid\\p{L}*|pleno|junta|consejo|comite|vota',
  'fatura|assin\\p{L}*|consegn\\p{L}*|invi(?:o|are|amo|ero)|fattura|ordine|contratto|lever\\p{L}*|stuur\\p{L}*|sturen|factuur|teken\\p{L}*|bestel\\p{L}*|betaling|contract',
);

/** What is sent so that a talk can be. */
export const invites = any(
  'invit\\p{L}*|dial-in|link|calendar|zoom|teams',
  'einladung|einwahl\\p{L}*|zugang\\p{L}*|kalender\\p{L}*',
  'lien|convite|enlace|invito|uitnodiging|agenda',
);

/** Nothing is settled yet. */
export const provided = any(
  'if|unless|provided|might|maybe|perhaps',
  'falls|wenn|sofern|vielleicht',
  "si|s'il|peut-etre|sauf",
  'quizas?|a lo mejor|se (?:for|der|puder|quiser|lhe|te|ti|le|vi|per)|talvez|forse|als|mits|misschien',
);
