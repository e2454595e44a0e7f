/**
 * Words of holds in four languages, folded: what asks for rest, what asks for another time, what only looks like it. Flat
 * alternatives with bounded gaps; a gap never crosses the end of a sentence, because sentences are read one by one.
 */
import { any } from './absence-words.ts';

/** Contact, as the other side would suffer it. */
const contactEn =
  'contact\\p{L}*|chas\\p{L}*|call(?:s|ing|ed)?|ring(?:ing)?|phone|e-?mail(?:s|ing|ed)?|mail(?:s|ing|ed)?|writ(?:e|ing)|follow(?:ing)?[- ]?up|reach(?:ing)?(?: out)?|bother\\p{L}*|nag\\p{L}*|ping\\p{L}*|push\\p{L}*|disturb\\p{L}*|remind\\p{L}*|outreach|correspondence|messag\\p{L}*|hear(?:ing)? (?:about|from)|talk(?:ing)?|discuss\\p{L}*|approach\\p{L}*|pester\\p{L}*|tempt|get in touch|send(?:ing)? (?:me |us )?(?:anything|stuff|more|offers)|go around|pitch(?:es|ing)?|knock\\p{L}*|check(?:ing)? in|touch(?:ing)? base';
const contactDe =
  'meld\\p{L}*|anruf\\p{L}*|ruf\\p{L}*|kontakt\\p{L}*|schreib\\p{L}*|anschreib\\p{L}*|stor\\p{L}*|ansprech\\p{L}*|nachhak\\p{L}*|nachfass\\p{L}*|nachfrag\\p{L}*|telefon\\p{L}*|anfrag\\p{L}*|ruckfrag\\p{L}*|nachricht\\p{L}*|(?:e-?)?mails?|gesprach\\p{L}*|ruhr\\p{L}*|behellig\\p{L}*|drangel\\p{L}*|drang\\p{L}*|nerv\\p{L}*|erinner\\p{L}*|austausch|werbung|angebote?|post|belastig\\p{L}*|vorschlag\\p{L}*|fragen';
const contactFr =
  'relanc\\p{L}*|contact\\p{L}*|recontact\\p{L}*|appel\\p{L}*|rappel\\p{L}*|ecri(?:re|vez|s|t|ve)|sollicit\\p{L}*|insist\\p{L}*|demarch\\p{L}*|telephon\\p{L}*|mails?|courriels?|messages?|evoqu\\p{L}*|echang\\p{L}*|parl\\p{L}*|derang\\p{L}*|envoi\\p{L}*|envoy\\p{L}*|nouvelles|joindre|deman\\p{L}*|presser|bousculer|embet\\p{L}*|propositions?|offres?';
const contactEs =
  'escrib\\p{L}*|llam\\p{L}*|contact\\p{L}*|insist\\p{L}*|correos?|mand\\p{L}*|molest\\p{L}*|habl\\p{L}*|envi\\p{L}*|mensajes?|busc\\p{L}*|marc\\p{L}*|presion\\p{L}*|persig\\p{L}*|propuestas?|ofertas?|recordatorios?|ponerse en contacto|visit\\p{L}*|incordi\\p{L}*';

const not = {
  en: "(?:do not|\\p{L}+n't|dont|not|never|no|nobody|no one|nothing|stop|refrain|rather not|avoid|without|won't|wouldn't|didn't|quit|cease|less)",
  de: '(?:nicht|nix|nichts|kein\\p{L}*|niemand|niemanden|nie|weder|keinesfalls|unterlass\\p{L}*|abseh\\p{L}*|bloss nicht|ohne)',
  fr: "(?:ne|n'|pas|plus|rien|aucun|aucune|inutile|evit\\p{L}*|suspend\\p{L}*|cess\\p{L}*|arret\\p{L}*|sans|personne)",
  es: '(?:no|ni|nada|nadie|ningun|ninguna|evit\\p{L}*|dej\\p{L}* de|abst\\p{L}*|sin|tampoco)',
};

/** Asks not to be contacted. */
export const refrain = any(
  `${not.en}[^;,]{0,45}\\b(?:${contactEn})`,
  "(?:please|kindly|could you|can you|can (?:this|it|that)|must|have to|need to|has to|needs to|better to|let's|to) wait|wait (?:for (?:me|us|my|our)|till i|until i|until we)|hold (?:off|fire|on|your horses)|sit tight|bear with|stand by|hang (?:on|fire|tight)|leave (?:me|us|it|this|that|things|the \\p{L}+)(?: \\p{L}+){0,3}? ?(?:alone|be|with me|with us|until|till|til|for)|(?:want|like|prefer) to leave|leave (?:it|this|that)|(?:leave|left) (?:me|us) be|giv(?:e|ing) (?:me|us|it|this|things|them|her|him)(?: \\p{L}+){0,3} (?:time|weeks?|days?|months?|space|room)|a (?:bit|little) of space|some (?:breathing )?(?:space|room)|(?:park|shelve|postpone|defer|delay) (?:it|this|that|everything|the|our|things)|let me (?:get|finish|survive|come|clear)[^;]{0,40}first|(?:put|keep|leave|place) (?:\\p{L}+ ){1,3}on (?:hold|ice|pause|the back burner)|paus(?:e|ing)|hands off|keep off|stay away|keep (?:it|that|this) out|save yourself|spare (?:me|us|yourself)|no point|you don't exist|radio silence|let (?:it|this) rest|be patient|not ignoring|until further notice|breathing space|back off|cool off|hold (?:that|this) thought|lie low|no hurry to",
  `${not.de}[^;,]{0,60}(?<!\\p{L})(?:${contactDe})`,
  `(?:${contactDe})(?: \\p{L}+){0,4} ${not.de}(?!\\p{L})`,
  'abseh\\p{L}*|abzusehen|sehen sie (?:bitte )?von|ruhe|ruhen|in ruhe|abwarten|warten sie|abzuwarten|gedul\\p{L}*|nachsicht|zuruckhalten|zuruckzuhalten|pausier\\p{L}*|pause|ersparen|sparen sie|vertrosten|(?:gib|geben|gebt|lass|lassen|lasst) (?:sie )?(?:mir|uns)(?: \\p{L}+){0,4} (?:zeit|luft)|auf eis|hintanstellen|zuruckstellen|muss(?:en)?(?: \\p{L}+){0,3} warten|keinen kopf|ausser gefecht|bitte (?:\\p{L}+ ){0,2}nichts|bitte nicht|stillhalten|durchschnaufen',
  `${not.fr}[^;,]{0,45}(?<!\\p{L})(?:${contactFr})`,
  "pas la peine|inutile d|laiss(?:ez|e|er|ons)(?:[- ](?:moi|nous|nous|passer|le|la|les|tranquille|un peu|du temps|reposer)){1,2}|patient(?:er|ez|e)|patience|attend(?:re|ez|s|ons)|merci d'attendre|mett(?:ez|re|ons)(?: \\p{L}+){0,3} (?:en pause|entre parentheses|de cote)|suspendre|silence|sous l'eau|un peu de (?:temps|recul|patience)|donn(?:ez|e)[- ](?:moi|nous)(?: \\p{L}+){0,3} (?:temps|jours|semaines|mois)|lever le pied|pas plus tot|en pause|plus tard",
  `${not.es}[^;,]{0,45}(?<!\\p{L})(?:${contactEs})`,
  'dej(?:a|e|en|ad|ame|eme|enme|adme|emoslo|arlo|amos|alo|elo|enos|anos)(?: \\p{L}+){0,2}(?= hasta| para| reposar| en paz| tranquil| tranquila| unos| un| estar| descansar)|dej(?:ame|eme|anos|enos|adme|adnos)|dejemoslo|lo dejamos|dejarlo|aguant\\p{L}*|esper(?:a|e|en|ad|ar|ame|eme|emos|es)|paciencia|(?:dame|deme|danos|denos|dadme|darme|darnos|demos)(?: \\p{L}+){0,3} (?:tiempo|dias|semanas|meses|margen)|no tiene sentido|en pausa|paramos|aparcamos|aparcar|reposar|congelad\\p{L}*|no hace falta que insista|hasta nuevo aviso|no estoy para',
);

/** Asks to be contacted, or to go on, at another time. */
export const again = any(
  "check in|(?:circle|come|came|get|got|check|loop|swing|bounce|go) back|get back to (?:me|us)|touch base|re-?connect|talk\\p{L}*|speak|spoke|spoken|chat|meet|regroup|revisit|resum(?:e|ing)|pick(?:ing)? (?:this|it|that|things|up)[^;]{0,20}|try (?:me|us|again)|ask (?:me|us)? ?again|ask me|ping(?: me)?|(?:call|ring|phone|e-?mail|mail|write|contact|message|text|bug|poke|nudge|chase)(?: to)? (?:me|us|again)|write again|hit me up|catch (?:me|us)|catch up|reach out|drop (?:me|us)[^;]{0,12}|give (?:me|us) (?:a|another) (?:shout|ring|call|buzz|bell|nudge|try|poke)|shout|follow up|discuss|look (?:at|into) (?:it|this|that)|look at|let's|next one|better|in touch|human again|calm(?:s|er)|free(?:s|d)? up|deal with|start again|sit down|make time|all yours",
  'meld\\p{L}*|anruf\\p{L}*|ruf\\p{L}*|anklopf\\p{L}*|telefonier\\p{L}*|schnack\\p{L}*|sprech\\p{L}*|red(?:en|et|e)|weiter\\p{L}*|nochmal\\p{L}*|noch mal|noch einmal|erneut|wieder|kommen sie|komm(?:t)?|nachfrag\\p{L}*|frag(?:en|t)? sie|frag|fragt|nachhak\\p{L}*|nachfass\\p{L}*|aufnehmen|nehmen|anschau\\p{L}*|schauen|zuruck|auf (?:sie|dich|euch|mich) zu|zukommen|gern|gerne|besser|probier\\p{L}*|versuch\\p{L}*|ohren|luft|zeit|befassen|widmen|angehen|anpack\\p{L}*|schreib\\p{L}*|treffen|zusammensetzen|kopf frei',
  'reven\\p{L}*|revien\\p{L}*|recontact\\p{L}*|rappel\\p{L}*|relanc\\p{L}*|reparl\\p{L}*|rediscut\\p{L}*|revoy\\p{L}*|revoir|repren\\p{L}*|se (?:recontacte|cale|voit|parle|rappelle|reparle|revoit|retrouve)|ecri(?:vez|s)|on regarde|on verra|verra|faites[- ]moi signe|respire|mieux|plus calme|appel\\p{L}*|contact\\p{L}*|disponible|discut\\p{L}*|reli\\p{L}*|impeccable|sera (?:parfait|bien|mieux)',
  'vuelv\\p{L}*|volv\\p{L}*|retom\\p{L}*|hablamos|hablemos|hablar|convers\\p{L}*|contact\\p{L}*|escrib\\p{L}*|llam\\p{L}*|marc(?:ame|me|arme|a)|busc(?:ame|a|arme|enme)|lo vemos|vemos|verlo|miro|miramos|seguimos|quedamos|nos vemos|lo que quieras|cuando quieras|digo algo|mejor|todo tuyo|de nuevo|otra vez|avis\\p{L}*|ponerme|pongo con|retomar|me va bien',
);

/** Moved to a later time. */
export const postponed = any(
  '(?:postponed|pushed|moved|slipped|deferred|delayed|put off|kicked|bumped|rescheduled|shelved|on hold|on ice)[^;]{0,30}(?:to|until|till|into|by)',
  '(?:auf|bis|in)(?: \\p{L}+){1,5} (?:verschoben|vertagt|geschoben|verlegt|verlagert)|(?:verschoben|vertagt|zuruckgestellt|auf eis|verlegt)',
  '(?:report\\p{L}*|decal\\p{L}*|repouss\\p{L}*|remis\\p{L}?|ajourn\\p{L}*)[^;]{0,20}(?<!\\p{L})(?:a|au|en|jusqu)',
  '(?:aplazad\\p{L}*|pospuest\\p{L}*|retrasad\\p{L}*|pasad[oa]|movid[oa]|aparcad\\p{L}*)[^;]{0,20}(?<!\\p{L})(?:a|al|hasta|para)',
);

/** Too much to do for this. */
export const busy = any(
  'busy|hectic|flat out|tied up|swamped|snowed under|crazy|manic|mad(?:ness)?|stretched|slammed|underwater|up to my (?:neck|eyes)|heads down|in the middle of|no (?:time|capacity|bandwidth|headspace)|overloaded|rammed|chaos',
  'viel los|land unter|ausgelastet|eingespannt|ausgebucht|stressig|hektisch|dicht|keine (?:zeit|kapazitat\\p{L}*|luft)|stecken (?:wir )?mitten|im endspurt|hochsaison|hochbetrieb|zu tun|rund',
  "deborde\\p{L}*|overbooke\\p{L}*|charge\\p{L}*|pris\\p{L}{0,2}|plein(?:e)? (?:saison|cloture|inventaire|rush)|sous l'eau|sature\\p{L}*|pas une minute|pas le temps|la tete sous|en plein\\p{L}*",
  'liad\\p{L}*|a tope|desbordad\\p{L}*|ocupad\\p{L}*|saturad\\p{L}*|sin tiempo|hasta arriba|no doy abasto|de cabeza|en plen[ao]|a full',
);

/** They will come back by themselves. */
export const theyReturn = any(
  "(?:i|we)(?:'ll| will| shall|'d)? (?:will |then )?(?:come|get|circle|be) back|(?:i|we)(?:'ll| will| shall) (?:be in touch|ring|call|phone|write|let you know|pick|resume|contact|reach|update|e-?mail|say it|shout|ping|revert|give you|have|look|know more)|you(?:'ll| will) hear|back in touch|don't call us",
  '(?:ich|wir|i)? ?(?:meld\\p{L}*|komm(?:e|en)|ruf(?:e|en)?|geb(?:e|en)?|schreib(?:e|en)?|schau(?:e|en)?)(?: \\p{L}+){0,3} (?:mich|uns|bescheid|zu|zuruck|an|wieder|ihnen|dir|drauf)|melden uns|melde mich|meld mich|sie horen von|du horst von|kommen (?:wir )?(?:da |darauf |nach |dann )?(?:drauf |auf |darauf )?\\p{L}*|geb(?:e|en)? (?:\\p{L}+ )?bescheid|sprechen wir|wir sprechen|nehmen wir|schauen wir',
  "(?:je|nous|on) (?:vous |te |t'|lui )?(?:revien\\p{L}*|reviendr\\p{L}*|recontact\\p{L}*|fer(?:ai|ons)|fais|ferons|rappel\\p{L}*|appel\\p{L}*|tiens|tiendr\\p{L}*|reparl\\p{L}*|repren\\p{L}*|redis|dirai|dis|ecri\\p{L}*|verr\\p{L}*)|nous en reparl\\p{L}*|on en reparl\\p{L}*|fais signe|ferai signe",
  '(?:ya )?(?:le|te|os|les) (?:llam\\p{L}*|escrib\\p{L}*|dig\\p{L}*|dire\\p{L}*|avis\\p{L}*|cuent\\p{L}*|contact\\p{L}*|busc\\p{L}*|confirm\\p{L}*)|nos pondremos|me pondre|me pongo|ya (?:te|le|os) |lo vemos|lo veremos',
);

/** What has to happen first. */
export const condition = any(
  'after|once|when(?! (?:do|can|will|would|could|did|is|are) )|as soon as|until|till|til|before|while|not before',
  'nach|nachdem|sobald|wenn|bis|solange|vor|bevor|erst|fruhestens|ehe|sofern',
  "apres|une fois|quand|des que|jusqu|avant|tant que|lorsque|d'ici|le temps (?:de|que|d)|a la rentree|pendant",
  'despues|tras|cuando|en cuanto|hasta|antes|mientras|una vez|pasad[oa]s?|a la vuelta|a partir',
);

/** Nothing goes on, or nobody decides, until a time. */
export const standstill = any(
  "(?:not|\\p{L}+n't|no|nothing|nobody|no one|never|none|cannot|neither)(?![^;]{0,20}(?:hesitate|forget|problem))[^;]{0,90}\\b(?:before|until|till|til|sooner|earlier)|(?:frozen|freeze|paused?|stopped|halted|suspended|blocked|on hold|postponed|deferred|off the table)[^;]{0,60}\\b(?:until|till|til|for)|(?:before|until|till|til)[^;]{0,60}(?:not|n't|no|nothing|nobody|never)|not (?:this|next|in|during)|(?:not|\\p{L}+n't|no|nothing|nobody)[^;]{0,60}\\bthis side of|(?:useless|buried|swamped|flat out|snowed under|tied up|heads down|underwater|out of action|unavailable|no good)[^;]{0,30}(?:until|till|through|for)|at the earliest|not a minute sooner|earliest|nothing (?:moves|happens)",
  '(?:nicht|nichts|nix|kein\\p{L}*|niemand|nirgends|geht nichts)[^;]{0,90}(?<!\\p{L})(?:vor|bis|bevor|ehe|dieses|diese|nachste)|(?:vor|bis|bevor|ehe|vorher|davor|dahin|lange|solange)(?!\\p{L})[^;]{0,90}(?:nicht|nichts|nix|kein\\p{L}*|niemand|keinem)|fruhestens|erst (?:wieder |dann |ab |im |in |nach |am |ende |anfang |mitte |nachste\\p{L}* )|(?:gestoppt|eingefroren|verschoben|vertagt|gestrichen|auf eis)|(?:nicht|nichts) mehr|dieses jahr nicht|(?:diese|nachste)\\p{L}* woche\\p{L}*[^;]{0,30}nicht',
  "(?:pas|rien|aucun|aucune|personne|plus|gel\\p{L}*|bloqu\\p{L}*|report\\p{L}*|suspendu\\p{L}*|impossible|non plus)[^;]{0,60}(?<!\\p{L})(?:avant|jusqu|d'ici|tant que|ce mois|cette semaine|cette annee)|(?:avant|jusqu|d'ici|tant que)[^;]{0,80}(?:pas|rien|aucun|aucune|personne|plus|impossible)|pas (?:ce|cette|en|au|avant)|au plus tot|pas plus tot|rien avant|gel\\p{L}*",
  '(?:no|nada|nadie|ni|congelad\\p{L}*|parad\\p{L}*|bloquead\\p{L}*|aplazad\\p{L}*|suspendid\\p{L}*|imposible)[^;]{0,70}(?<!\\p{L})(?:antes|hasta|este|esta)|(?:antes|hasta|este mes|esta semana)[^;]{0,80}(?<!\\p{L})(?:no|nada|nadie|ni|imposible)|nada hasta|como (?:muy )?pronto|antes imposible|antes no|ahorita no|no antes',
);

/** The writer is away and leaves the matter until then. */
export const away = any(
  "(?:i'm|i am|i'll be|i will be|we're|we are|we'll be|im|on|off|out)(?: \\p{L}+){0,3} (?:leave|away|off|out|travel\\p{L}*|holiday|vacation|married|shut|closed|sick|sabbatical|surgery|hospital)|(?:sick|parental|maternity|paternity|annual) leave|(?:go|going|gone) (?:quiet|dark|off grid|offline)|off the grid|out of reach|unreachable|back (?:on|in|at|from|\\p{L}+ \\d|\\d)|return(?:ing)? (?:on|in)",
  'urlaub|elternzeit|mutterschutz|reha|kur|krank\\p{L}*|(?:bin|ist|sind)(?: \\p{L}+){0,3} (?:weg|raus|unterwegs|nicht da|nicht im haus|auf baustelle|auf messe|auf reisen|wieder da)|baustelle|wieder (?:da|im|am|zuruck|erreichbar)|betriebsruhe|nicht arbeitsfahig|kurzarbeit',
  'en conges?|conge (?:maternite|paternite|parental)|vacances|de retour|retour|je rentre|je pars|absent\\p{L}*|usine fermee|fermee?s?|arret maladie|pause estivale|hospitalis\\p{L}*|essais en mer',
  'vacaciones|de baja|de viaje|vuelvo|volvere|de vuelta|de permiso|fuera|cerrad\\p{L}*|no estoy|me incorporo|regreso|de examenes',
);

/** And then it goes on: what makes an absence a hold. */
export const thenOn = any(
  "then|until then|before then|before that|after that|pick (?:it|this|up)|talk|reconnect|catch up|when i'm back|on my return|nothing will|will have to wait|resume|after",
  'dann|danach|bis dahin|so lange|solange|warten|weiter|vorher|faden|anschliessend|ab da',
  "a ce moment|ensuite|d'ici la|apres|repren\\p{L}*|reprendr\\p{L}*|attendre|attend|entre[- ]temps|on en reparle",
  'entonces|seguimos|luego|despues|lo miro|lo vemos|retomamos|hasta ese dia|me pongo',
);

/** No more mail, ever. With a time beside it this is a hold like others. */
export const optOut = any(
  "unsubscribe (?:me|us)|(?:take|remove|delete|strike|drop) (?:me|us|my \\p{L}+|our \\p{L}+|this address)[^;]{0,25}(?:off|from|list)|stop[\\s.,!]+(?:e-?mailing|contacting|calling|writing|messaging|mailing|spamming|chasing|sending)(?:[\\s.,!]+(?:to )?(?:me|us|these|this|things|anyone|stuff))?|(?:do not|don't|dont|never|not to|not)[^;]{0,12}(?:contact|e-?mail|call|write|message|mail|phone|approach)(?!\\p{L})[^;]{0,40}(?:again|any ?more|ever|going forward|any longer|for marketing|in future|in the future)|(?:removed|taken off|deleted|unsubscribed|struck)(?: \\p{L}+)? (?:from|off)|(?:no|any) (?:more|further|longer)(?: \\p{L}+){0,2} (?:of (?:these|those|your) )?(?:e-?mails?|newsletters?|mails?|contact|calls?|messages?|approaches|offers)|(?:don't|do not) (?:ever )?(?:want|wish)[^;]{0,20}(?:hear from you|e-?mails?|be contacted)|lose my (?:number|address|e-?mail)|(?:do not|don't) (?:contact|e-?mail|call|write) (?:me|us)|off your (?:list|mailing list|database)|^please (?:do not|don't) (?:contact|e-?mail|call|write)(?=\\s*[.!]?$)",
  'keine (?:weiteren |weitere )?(?:e-?mails?|mails?|werbung|werbemails|nachrichten|anrufe|angebote|post|newsletter|kontaktaufnahme)(?: \\p{L}+){0,4} mehr|keine? weitere[nrs]? (?:e-?mails?|mails?|anrufe|nachrichten|angebote|kontakt\\p{L}*|werbung|informationen|schreiben|zusendung\\p{L}*)(?! (?:bekommen|erhalten))|(?:gar )?nicht mehr(?: \\p{L}+){0,4} (?:anruf\\p{L}*|schreib\\p{L}*|kontaktier\\p{L}*|anschreib\\p{L}*|belastig\\p{L}*|meld\\p{L}*)|(?:schreib|ruf|kontaktier|meld|belastig)\\p{L}* (?:sie |ihr )?(?:mir|mich|uns|sich)?(?: \\p{L}+){0,2} ?nicht mehr|(?:von|auf) weiteren? (?:e-?mails?|mails?|anrufen|nachrichten|kontakt\\p{L}*|schreiben)[^;]{0,15}(?:ab|verzicht\\p{L}*|abzusehen|abseh\\p{L}*)|aus (?:ihrem|dem|eurem|deinem|ihrer|eurer|deiner|der) (?:verteiler|kartei|liste|datenbank|mailingliste|adressliste|mailverteiler|system)|(?:streich|losch|entfern|nehm|nimm)\\p{L}* (?:sie )?(?:bitte )?(?:mich|uns|meine|unsere)|(?:kunftig|in zukunft)(?: \\p{L}+){0,3} (?:sparen|unterlassen|verzichten)|widerspreche|unterlass\\p{L}*[^;]{0,40}(?:werbung|mails?|anrufe|kontakt\\p{L}*|zusendung\\p{L}*|nachrichten)|nicht mehr (?:\\p{L}+ )?(?:kontaktiert|angerufen|angeschrieben|belastigt)',
  "ne plus (?:m'|me |nous )?(?:ecrire|contacter|appeler|solliciter|relancer|envoyer|adresser|deranger|demarcher|importuner)|(?:ne )?(?:m'|me |nous )(?:ecrivez|contactez|appelez|sollicitez|relancez|envoyez|derangez) plus|n'(?:appelez|ecrivez|envoyez|insistez) plus|cess(?:er|ez)(?: de | tout| vos| toute| ces)[^;]{0,20}|arretez (?:de (?:m'|me |nous )|vos|tout)[^;]{0,20}|supprim(?:er|ez)(?: mes| nos| mon| mon adresse)[^;]{0,20}|desinscri\\p{L}*|desabonn\\p{L}*|retir(?:er|ez)(?:[- ]moi|[- ]nous| mon| mes)[^;]{0,20}|ne (?:souhaite|souhaitons|veux|voulons|desire) plus (?:recevoir|etre)|plus (?:aucun|aucune) (?:mail|message|courriel|appel)",
  'no (?:me|nos) (?:escrib\\p{L}*|llam\\p{L}*|contact\\p{L}*|envi\\p{L}*|mand\\p{L}*|molest\\p{L}*)(?: \\p{L}+)? mas(?! (?:hasta|antes))|no (?:quiero|queremos|deseo|deseamos|quisiera)(?: recibir| seguir recibiendo)? mas (?:correos|mensajes|llamadas|emails|ofertas|publicidad|propuestas)|(?:elimin|borr|quit|suprim|tach)\\p{L}* (?:mis datos|mi (?:correo|direccion|email)|nuestros datos|me de|nos de)|(?:quit|borr|elimin|sac)(?:eme|enme|ame|adme|enos|anos|adnos)|(?:danos|darme|darnos|dame|denme|dennos|deme|dadme|dadnos) de baja|de baja de (?:tod|su|la|vuestra|tu)|no vuelv\\p{L}* a (?:ponerse en contacto|llamar\\p{L}*|escribir\\p{L}*|contactar\\p{L}*|molestar\\p{L}*)|no (?:quiero|queremos|deseo) que (?:me|nos) (?:vuelv\\p{L}*|escrib\\p{L}*|llam\\p{L}*|contact\\p{L}*)|(?:que )?no (?:me|nos) vuelv\\p{L}* a|dej(?:e|en|a|ad) de (?:escribir\\p{L}*|llamar\\p{L}*|enviar\\p{L}*|mandar\\p{L}*|molestar\\p{L}*|contactar\\p{L}*)|ni un correo mas|no mas (?:correos|llamadas|mensajes)',
  'nao (?:me|nos) (?:contact\\p{L}*|escrev\\p{L}*|envi\\p{L}*) mais|non (?:mi|ci) (?:contatt\\p{L}*|scriv\\p{L}*) piu|niet meer (?:mailen|bellen|benaderen|contacteren)',
);
