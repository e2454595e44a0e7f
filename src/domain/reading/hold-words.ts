/**
 * Words of holds in four languages, folded: what asks for rest, what asks for another time, what only looks like it. Flat
 * alternatives with bounded gaps; a gap never crosses the end of a sentence, because sentences are read one by one.
 */
import { any } from './absence-words.ts';
import { it } from './hold-it.ts';
import { nl } from './hold-nl.ts';
import { pt } from './hold-pt.ts';

/** Asks to be contacted, or to go on, at another time. */
export const again = any(
  "check in|(?:circle|come|came|get|got|check|loop|swing|bounce|go) back|get back to (?:me|us)|touch base|re-?connect|talk\\p{L}*|speak|spoke|spoken|chat|meet|regroup|revisit|resum(?:e|es|ing)|pick(?:ing)? (?:this|it|that|things|up)[^;]{0,20}|try (?:me|us|again|the (?:week|month)|in|mid|early|late|after|from|next)|(?:next|first) (?:window|slot|opportunity|chance|opening)|ask (?:me|us)? ?again|ask me|ping(?: me)?|(?:call|ring|phone|e-?mail|mail|write|contact|message|text|bug|poke|nudge|chase)(?: to)? (?:me|us|again)|write again|hit me up|catch (?:me|us)|catch up|reach out|drop (?:me|us)[^;]{0,12}|give (?:me|us) (?:a|another) (?:shout|ring|call|buzz|bell|nudge|try|poke)|shout|follow up|discuss|look (?:at|into) (?:it|this|that)|look at|let's|next one|better|in touch|human again|calm(?:s|er)|free(?:s|d)? up|deal with|start again|sit down|make time|all yours",
  'meld\\p{L}*|anruf\\p{L}*|ruf\\p{L}*|anklopf\\p{L}*|telefonier\\p{L}*|schnack\\p{L}*|sprech\\p{L}*|red(?:en|et|e)|weiter\\p{L}*|nachste[sr]? (?:fenster|gelegenheit|termin|chance)|nochmal\\p{L}*|noch mal|noch einmal|erneut|wieder|kommen sie|komm(?:t)? (?:\\p{L}+ ){0,3}(?:auf (?:mich|uns|sie|dich)|zuruck|wieder|vorbei)|nachfrag\\p{L}*|frag(?:en|t)? sie|frag|fragt|nachhak\\p{L}*|nachfass\\p{L}*|aufnehmen|nehmen|anschau\\p{L}*|schauen|zuruck|auf (?:sie|dich|euch|mich) zu|zukommen|gern|gerne|besser|probier\\p{L}*|versuch\\p{L}*|ohren|luft|zeit|befassen|widmen|angehen|anpack\\p{L}*|schreib\\p{L}*|treffen|zusammensetzen|kopf frei',
  'reven(?:ez|ir|ons|ue?s?)(?!ue)|revien\\p{L}*|recontact\\p{L}*|rappel\\p{L}*|relanc\\p{L}*|reparl\\p{L}*|rediscut\\p{L}*|revoy\\p{L}*|revoir|repren\\p{L}*|se (?:recontacte|cale|voit|parle|rappelle|reparle|revoit|retrouve)|ecri(?:vez|s)|je suis a (?:toi|vous)|prochaine? (?:fenetre|creneau|occasion|opportunite)|essay(?:ez|e)(?! de)|on regarde|on verra|verra|faites[- ]moi signe|respire|mieux|plus calme|appel\\p{L}*|contact\\p{L}*|disponible|discut\\p{L}*|reli(?:re|sez|rai|rons)|impeccable|sera (?:parfait|bien|mieux)',
  'vuelv\\p{L}*|volv\\p{L}*|retom\\p{L}*|hablamos|hablemos|hablar|convers\\p{L}*|contact\\p{L}*|escrib\\p{L}*|llam\\p{L}*|marc(?:ame|me|arme|a)|marqu\\p{L}*|proxim[oa] (?:ventana|oportunidad|hueco)|busc(?:ame|a|arme|enme)|lo vemos|vemos|verlo|miro|miramos|seguimos|quedamos|nos vemos|lo que quieras|cuando quieras|digo algo|mejor|todo tuyo|de nuevo|otra vez|avis\\p{L}*|ponerme|pongo con|retomar|me va bien',
  '(?:come|knock|swing|pop|stop)(?:ing)? (?:back|round|by|over|knocking|calling)|(?:ask|try|ping|nudge|prod|remind|pester|chase|shout|holler|write|ring|call|phone|text|e-?mail|drop|send|give|hit|catch|see|show|bring|raise|put|run|tell|bug|poke|contact|reach|approach|hassle|message)(?:ing)? (?:it |this |that )?(?:me|us|to me|to us|a (?:note|line|message|mail|call|ring)|up|again|past me|by me)|hearing from you|hear from you|another (?:go|look|try|crack|chat|conversation|stab)|reopen|re-?visit\\p{L}*|re-?engage|re-?start|re-?look|re-?group|re-?convene|re-?open|restart|pick up|look again|think again|talk again|start(?:ing)? (?:again|over|fresh)|(?:get|be|have) (?:a )?(?:chat|call|meeting|talk|word|look|conversation|sit-?down)|consider|review|think about|get (?:to|round to) (?:it|this)|turn to (?:it|this)|come to (?:it|this)|make time|see where|go (?:again|through)|touch base|continue|carry on|set (?:up|something)|find a (?:slot|time)|schedule|book',
  'durchruf\\p{L}*|durchklingel\\p{L}*|klingel\\p{L}*|durch|anklingel\\p{L}*|angreif\\p{L}*|aufgreif\\p{L}*|greif\\p{L}*|ansetz\\p{L}*|anlauf|neuer versuch|auf die matte|auf der matte|vorstellig|vorbei\\p{L}*|besprech\\p{L}*|unterhalt\\p{L}*|plauder\\p{L}*|quatsch\\p{L}*|hor\\p{L}* (?:wir|voneinander)|kontakt\\p{L}*|in verbindung|erinner\\p{L}*|anstups\\p{L}*|anpiep\\p{L}*|anmail\\p{L}*|mail\\p{L}*|anzuschau\\p{L}*|ansehen|sehen wir|seh ich|guck\\p{L}*|beschaftig\\p{L}*|prufen|loslegen|fortsetz\\p{L}*|starten|termin|erzahl\\p{L}*|kummer\\p{L}*|dran|drauf|da sein',
  'retent(?:ez|er|e)|tent(?:ez|e|er) (?:votre|ta) chance|re-?essay\\p{L}*|ressay\\p{L}*|refaire|refait\\p{L}*|refais\\p{L}*|rouvr\\p{L}*|rebasculer|resollicit\\p{L}*|re-?ecri\\p{L}*|recri\\p{L}*|recontact\\p{L}*|reprendr\\p{L}*|reprise|re-?planifi\\p{L}*|reevoqu\\p{L}*|retrouv\\p{L}*|relan\\p{L}*|rappelez|repass\\p{L}*|voyez|voyons|voir|regard(?:er|erai|erons|ez|ons|e)(?! to)|etudi\\p{L}*|examin\\p{L}*|avis\\p{L}*|parl\\p{L}*|echang\\p{L}*|caler|calons|cale|poser|faire (?:un|le) point|point|sonn(?:er|ez|erai|erons)|coup de fil|contactez|telephon\\p{L}*|revenir|a vous de|faites-moi|fais-moi|signe|ouvrir\\p{L}*',
  'insist\\p{L}*|intent\\p{L}*|prueb(?:e|en|es|a (?:de nuevo|otra vez|en|a))|prob(?:ar|ad|amos|aremos|emos|are)|reintent\\p{L}*|recuerd\\p{L}*|platic\\p{L}*|charl(?:amos|emos|ar|aremos|a)|comuni\\p{L}*|cuent\\p{L}*|cont(?:ame|eme|arme)|pregunt\\p{L}*|digame|dime|dame un toque|toque|telefone\\p{L}*|reanud\\p{L}*|retom\\p{L}*|revis(?:o|amos|are|aremos|ar|arlo|arla|emos|en|ando)|mir(?:are|aremos|arlo|ar)|estudi\\p{L}*|atend\\p{L}*|reun\\p{L}*|junt(?:amos|arnos|emonos)|ver(?:emos|lo|nos|la)|veamos|evalu\\p{L}*|sent(?:amos|arnos|emonos)|pon(?:emos|erme|gamonos)|agend\\p{L}*|coordin\\p{L}*|acuerd\\p{L}*|pas(?:ese|ate|arse)|conect\\p{L}*|sigamos|seguir|nos hablamos|me hablas|me habla|me escribe\\p{L}*|me llama\\p{L}*|me busca\\p{L}*|me marca\\p{L}*',
  '(?:time|moment|month|point) to (?:call|talk|speak|ring|write|try|ask|revisit|look)|shall we say|revert|reconvene|another look|pencil(?:led)?|diar(?:y|ise|ize)|note in your diary|all ears|in touch|get hold of|new (?:money|budget|year)|afresh|put (?:it|this|something) in',
  'auf wiedervorlage|wiedervorlage|vormerken|sehen wir weiter|sieht die welt|neu (?:angehen|bewerten|sprechen)|wieder fur|anlaufen|meldts|auf das thema|thema zuruck',
  "(?:on|nous) (?:se|nous) \\p{L}+|recontact|rappelle|courant|a l'ordre du jour|remettre (?:ca|cela)|remet(?:s|tons|tez)",
  'me busca|(?:lo |la )?(?:vemos|dejamos|retomemos)|retomemos|hable(?:mos)?|volver(?:nos)? a|de nuevo|me incorporo|encantad\\p{L}*',
  '(?:look|be|get)s? (?:\\p{L}+ )?(?:different|easier|quieter|calmer|brighter)',
  '(?:sieht|wird)(?: \\p{L}+){0,3} (?:anders|besser|ruhiger|entspannter)',
  '(?:sera|seront|ira|iront)(?: \\p{L}+)? (?:different|plus calme|plus simple)|(?:sera|estara|estaremos|ira)(?: \\p{L}+)? (?:distinto|diferente|mas (?:tranquil|facil)\\p{L}*)',
  'looking (?:at|into)|knock (?:again|once more)',
  // To be put in the diary, woken up, taken out of a drawer again.
  "diari[sz]e|(?:put|note|mark|pop|stick|jot) (?:me|us|it|this|that|a note)(?: \\p{L}+){0,2} (?:down|in)|(?:wake|revive|resurrect|unpark|un-?pause|dust|defrost|thaw|rekindle|resurface|surface|reappear|re-?emerge|resubmit|re-?send|re-?pitch|snooze|bookmark)(?: (?:it|this|that|me|us|things|the \\p{L}+))?(?: (?:up|off))?|(?:set|put|stick) (?:yourself )?(?:a|an) (?:reminder|alarm|note)|remind yourself|introduce yourself|all yours|at your disposal|(?:my|our) door(?: is|'s)? (?:open|opens)|a better (?:time|moment|month)|good time to|ready for you|fair game|rain ?check|round two",
  'vormerk\\p{L}*|(?:hervor|heraus|wieder )?(?:hol|zieh|kram|greif)\\p{L}* (?:\\p{L}+ ){0,4}(?:hervor|raus|heraus|aus der schublade|wieder auf)|auftauen|aufgetaut|aufweck\\p{L}*|reaktivier\\p{L}*|wiederbeleb\\p{L}*|aufwarm\\p{L}*|auf(?:s| das)? tapet|auf den tisch|auf die tagesordnung|in den kalender|im kalender|stellen sie sich|offene turen|offenes ohr|ganz ohr|steh\\p{L}* ihnen|zur verfugung|fur sie da|eine neue chance|neue runde|nachster anlauf|auf dem plan',
  "(?:re)?not(?:ez|e|er)(?:[- ](?:moi|nous|le|la|ca|cela))?(?: \\p{L}+){0,3}|reveill\\p{L}*|ressort\\p{L}*|sort(?:ir|ez|ons)(?: \\p{L}+){0,3} (?:tiroir|placard|carton)s?|remett\\p{L}*(?: \\p{L}+){0,3} (?:table|tapis|metier)|refrapp\\p{L}*|frapp\\p{L}*|relev(?:er|ez|erai|erons)|replong\\p{L}*|rebond\\p{L}*|reparaiss\\p{L}*|reapparaiss\\p{L}*|manifest(?:er|ez|erai|erons|e[rz]-vous)|presentez-vous|tout ouie|tout(?:e)? a vous|a votre disposition|porte (?:vous )?(?:sera|est) ouverte|inscri\\p{L}*(?: \\p{L}+){0,3} agenda|dans (?:votre|l'|mon) ?agenda|plante[zr]?(?: \\p{L}+){0,3} rappel|rouvr\\p{L}*|reouvr\\p{L}*",
  'apunt\\p{L}*|anot(?:a|e|ar|alo|elo|adlo|ad|amos|emos|are|ame|eme|en)|presentate|presentese|todo oidos|despiert\\p{L}*|despert\\p{L}*|resucit\\p{L}*|desempolv\\p{L}*|(?:saca|saque|sacad|sacar)(?:lo|melo|noslo)?(?: \\p{L}+){0,3} (?:cajon|nevera|congelador)|reaparec\\p{L}*|reaparezc\\p{L}*|asom\\p{L}*|resurg\\p{L}*|plante(?:ar|alo|elo|amelo|arlo|arme|amos|en)|poner(?:lo)? sobre la mesa|reactiv\\p{L}*|a (?:tu|su|vuestra) disposicion|todo (?:tuyo|suyo|vuestro)|soy (?:tuyo|suyo|vuestro)|puertas? abiertas?|en (?:la|tu|mi|su) agenda|reab\\p{L}*',
  pt.again,
  it.again,
  nl.again,
);

/** Moved to a later time. */
export const postponed = any(
  "(?:it|this|that|everything)(?:'ll| will|'d| would)? (?:have to|need to|has to|needs to|must) (?:be|wait)|(?:postponed|pushed|moved|slipped|deferred|delayed|put off|kicked|bumped|rescheduled|shelved|on hold|on ice)[^;]{0,30}(?:to|until|till|into|by)",
  '(?:auf|bis|in)(?: \\p{L}+){1,5} (?:verschoben|vertagt|geschoben|verlegt|verlagert)|(?:verschoben|vertagt|zuruckgestellt|auf eis|verlegt)',
  '(?:report\\p{L}*|decal\\p{L}*|repouss\\p{L}*|remis\\p{L}?|ajourn\\p{L}*)[^;]{0,20}(?<!\\p{L})(?:a|au|en|jusqu)',
  '(?:aplazad\\p{L}*|pospuest\\p{L}*|retrasad\\p{L}*|pasad[oa]|movid[oa]|aparcad\\p{L}*)[^;]{0,20}(?<!\\p{L})(?:a|al|hasta|para)',
  pt.postponed,
  it.postponed,
  nl.postponed,
);

/** Too much to do for this. */
export const busy = any(
  'busy|hectic|flat out|tied up|swamped|snowed under|crazy|manic|mad(?:ness)?|stretched|slammed|underwater|up to my (?:neck|eyes)|heads down|in the middle of|no (?:time|capacity|bandwidth|headspace)|overloaded|rammed|chaos',
  'viel los|land unter|ausgelastet|eingespannt|ausgebucht|stressig|hektisch|dicht|keine (?:zeit|kapazitat\\p{L}*|luft)|stecken (?:wir )?mitten|im endspurt|hochsaison|hochbetrieb|zu tun|rund',
  "deborde\\p{L}*|overbooke\\p{L}*|(?:tres|trop|assez|bien|plutot|agenda|planning|mois|semaines?|periode|emploi du temps|trimestre)(?: \\p{L}+)? charge\\p{L}*|chargee?s|chargees|prise?s?|plein(?:e)? (?:saison|cloture|inventaire|rush)|sous l'eau|sature\\p{L}*|pas une minute|pas le temps|la tete sous|en plein\\p{L}*",
  'liad\\p{L}*|a tope|desbordad\\p{L}*|ocupad\\p{L}*|saturad\\p{L}*|sin tiempo|hasta arriba|no doy abasto|de cabeza|en plen[ao]|a full',
  'quiet period|closed period|blackout|purdah|nightmare|disaster|bedlam|circus|(?:a lot|lots|plenty|so much|too much) (?:going )?on|in meetings all (?:day|week)|back[- ]to[- ]back|drown\\p{L}*|buried|eaten alive|eating us alive|eating me alive|run(?:ning)? off (?:my|our) feet|rushed off|snowed|knee-?deep|up to (?:my|our) (?:ears|eyeballs|neck|eyes|elbows)|full (?:on|up|plate|calendar|diary)|no (?:headspace|spare|slack|free|room|availability)|maxed|overwhelm\\p{L}*|frantic|hammered|chocka|chockers|peak season|harvest|stocktake|year-?end|quarter-?end|month-?end|audit season|crunch|head down|up against it|firefight\\p{L}*|plate is full|owns my calendar|all hands|nuts|insane|packed|booked (?:up|solid)|not (?:around|available|reachable|contactable)|out of action',
  'hochdruck|absauf\\p{L}*|saufen ab|uberlast\\p{L}*|zugeschuttet|zugedeckt|voll|bis (?:oben|uber beide ohren|zum hals)|rappelvoll|keinen kopf|kein(?:en)? (?:nerv|freie\\p{L}*)|frisst|ernte|(?:wein|trauben)lese|(?:in|bei|nach|vor|mit) der lese|saison|inventur|jahresabschluss|quartalsabschluss|umstellung|umbau|umzug|im stress|stress|hektik|druck|am rotieren|rotier\\p{L}*|brennt|hutte brennt|zu nichts|geht (?:nix|nichts|gar nichts)|zugestopft|ausgebucht|eingedeckt|kopf voll|hande voll|ohren',
  "dans le jus|dans le rouge|jusqu'au cou|jusque-la|submerg\\p{L}*|noye\\p{L}*|deborde|pleine bourre|charrette|cour(?:s|ons) partout|pas (?:de|une) (?:minute|seconde|dispo\\p{L}*)|bilan|inventaire|vendanges|moissons|recolte|cloture|coup de feu|la tete dans|plein comme|complet|surcharge(?:e|s|es)|surcharges|a fond|moissons|demenag\\p{L}*|indisponible",
  'ahogad\\p{L}*|agobiad\\p{L}*|enterrad\\p{L}*|hasta (?:el cuello|las cejas|las orejas|la coronilla|el tope|las manitas)|sin (?:un )?(?:minuto|hueco|tiempo|respiro)|tapad\\p{L}*|complicad\\p{L}*|vendimia|cosecha|campana|cierre|inventario|auditoria|temporada alta|mudanza|obras|corriendo|como loc[oa]|lleno|llena|apretad\\p{L}*|no me da la vida|no llego|copad\\p{L}*|enfrascad\\p{L}*|metid\\p{L}*',
  'panic|bereave\\p{L}*|funeral|passed away|died|grie(?:f|ve|ving)|mourning|treading water|short-?staffed|understaffed|off sick|thick of it|in the weeds|rushed|pandemonium|mayhem|too much on',
  'trauer\\p{L}*|gestorben|verstorben|beerdigung|todesfall|unterbesetzt|chaos|der laden brennt|uber den kopf|viel um die ohren|personalmangel|ausnahmezustand|notbetrieb',
  'panique|deuil|deces|decede\\p{L}*|obseques|enterrement|sous-effectif|bouscul\\p{L}*|trop (?:charge|de travail|a faire)|la folie|le rush|rush|cueillette|en pleine?|tendu\\p{L}*',
  'duelo|luto|fallec\\p{L}*|entierro|a mil|de locos|lio|jaleo|caos|mucho (?:trabajo|lio)|demasiad[oa]|faltos de personal|cortos de personal|hasta las trancas|en plena',
  'hands full|(?:bandwidth|capacity|time|headspace|appetite|diary|calendar) (?:is|are) (?:nil|zero|gone|none|full|limited)|other (?:things|fish|priorities|worries|problems)|bigger (?:fish|problems)|war zone|plate (?:is )?full|mid-\\p{L}+|head above water|come up for air|closing our books|close our books',
  'hande voll|andere (?:sorgen|baustellen|prioritaten|themen)|auf die bremse|schaffe? (?:ich|das|es)(?: \\p{L}+){0,4} nicht|todesfall|trauerfall',
  "mains pleines|d'autres (?:chats|soucis|priorites|urgences)|bat son plein|n'y arriverai pas|haute saison",
  'manos llenas|otras (?:preocupaciones|prioridades|cosas)|no llego|temporada (?:alta|fuerte)|no damos abasto|fallecimiento',
  pt.busy,
  it.busy,
  nl.busy,
);

/** They will come back by themselves. */
export const theyReturn = any(
  "(?:i|we)(?:'ll| will| shall|'d)? (?:will |then )?(?:come|get|circle|be) back|(?:i|we)(?:'ll| will| shall) (?:be in touch|ring|call|phone|write|let you know|pick|resume|contact|reach|update|e-?mail|say it|shout|ping|revert|give you|have|look|know more)|you(?:'ll| will) hear|back in touch|don't call us",
  '(?:ich|wir|i)? ?(?:meld\\p{L}*|komm(?:e|en)|ruf(?:e|en)?|geb(?:e|en)?|schreib(?:e|en)?|schau(?:e|en)?)(?: \\p{L}+){0,3} (?:mich|uns|bescheid|zu|zuruck|an|wieder|ihnen|dir|drauf)|melden uns|melde mich|meld mich|sie horen von|du horst von|kommen (?:wir )?(?:da |darauf |nach |dann )?(?:drauf |auf |darauf )?\\p{L}*|geb(?:e|en)? (?:\\p{L}+ )?bescheid|sprechen wir|wir sprechen|nehmen wir|schauen wir',
  "(?:je|nous|on) (?:vous |te |t'|lui )?(?:revien\\p{L}*|reviendr\\p{L}*|recontact\\p{L}*|fer(?:ai|ons)|fais|ferons|rappel\\p{L}*|appel\\p{L}*|tiens|tiendr\\p{L}*|reparl\\p{L}*|repren\\p{L}*|redis|dirai|dis|ecri\\p{L}*|verr\\p{L}*)|nous en reparl\\p{L}*|on en reparl\\p{L}*|fais signe|ferai signe",
  '(?:ya )?(?:le|te|os|les) (?:llam\\p{L}*|escrib\\p{L}*|dig\\p{L}*|dire\\p{L}*|avis\\p{L}*|cuent\\p{L}*|contact\\p{L}*|busc\\p{L}*|confirm\\p{L}*)|nos pondremos|me pondre|me pongo|ya (?:te|le|os) |lo vemos|lo veremos',
  "(?:i|we)(?:'ll| will| shall|'d)? (?:\\p{L}+ )?(?:shout|holler|follow up|report back|reach out|touch base|drop you|let you|give you|get (?:back|in touch|hold)|be (?:back|in touch)|come (?:to|back|find)|find you|return|revert|raise|resume|ring|write|phone|call|mail|e-?mail|message|text|contact|ping|speak|turn to|circle|pick up|reconnect|look)|(?:ill|well|will|shall) (?:shout|holler|be in touch|ring|call|write|ping|get back|come back|let (?:you|u) know|text|mail|email|reply|revert|drop|give)|expect (?:to hear|a call|word) from|(?:it'll|it will) be (?:me|us) (?:who|calling|ringing)|leave it to (?:me|us)|ball'?s? (?:is )?(?:in (?:my|our) court|with (?:me|us))|(?:my|our) move|when (?:i'm|we're|i am|we are) ready",
  '(?:ich|wir)(?: \\p{L}+){0,4} (?:lasse?n? (?:von|wieder)|greif\\p{L}*|nehm\\p{L}*(?: \\p{L}+){0,4} (?:kontakt|auf|faden)|ruhre?n?|sag\\p{L}* bescheid|sprech\\p{L}*|klingel\\p{L}*|reagier\\p{L}*|antwort\\p{L}*|benachrichtig\\p{L}*|informier\\p{L}*|geben? laut)|(?:greife|nehme|ruhre|lasse|klingle|antworte|informiere|nehmen|lassen|informieren)(?: \\p{L}+)? (?:ich|wir)|(?:lasse|lassen)(?: \\p{L}+){0,2} (?:von mir|von uns) horen|von (?:uns|mir) horen|horen (?:sie )?(?:dann )?von|gebe? laut|sind wir(?: \\p{L}+){0,2} (?:fur sie|bereit|soweit|so weit|startklar)|bin ich(?: \\p{L}+){0,2} (?:fur sie|bereit|soweit)|kommen wir(?: \\p{L}+){0,3} auf|von uns aus|meinerseits|unsererseits',
  "(?:je|nous|on) (?:vous |te |t'|lui |en |y )?(?:re)?(?:prendr\\p{L}*|prends|prenons|donn\\p{L}*|previendr\\p{L}*|bipe|previens|averti\\p{L}*|sonn\\p{L}*|tien(?:s|t|drai|drons)|inform\\p{L}*|recri\\p{L}*|parler\\p{L}*|appeler\\p{L}*|repass\\p{L}*|sera\\p{L}* a (?:vous|toi))|c'est (?:moi|nous) qui|de mon cote (?:je|des)|(?:ferai|ferons|fera) signe|(?:re)?prendrai contact|reprendrons contact|vous aurez (?:de mes|de nos) nouvelles|vous tiendrai|vous tiendrons",
  '(?:yo|nosotros) (?:le|te|les|os|lo|la) |(?:te|le|les|os) (?:doy|damos|dare|daremos|hablo|hablamos|hablare|llamo|marco|marcare|busco|mando|escribo|aviso|cuento|digo|contacto|contactamos|confirmo|comento|respondo|contesto)|me (?:comunico|comunicare|reporto|reportare|contacto|pondre|acerco)|nos (?:comunic\\p{L}*|reportamos|contact\\p{L}*|pondremos|ponemos)|(?:retomamos|retomaremos|retomo|retomare|volvemos|volveremos|vuelvo|volvere)(?: \\p{L}+){0,4}|(?:dare|daremos|doy|damos) (?:senales|noticias|un toque)|aviso yo|llamo yo|escribo yo|tendra noticias|podremos (?:atender|ver|hablar|recib)\\p{L}*|podre (?:atender|ver|hablar|recib)\\p{L}*',
  pt.theyReturn,
  it.theyReturn,
  nl.theyReturn,
);

/** What has to happen first. */
export const condition = any(
  'after|once|when(?! (?:do|can|will|would|could|did|is|are) )|as soon as|until|till|til|before|while|not before',
  'nach|nachdem|sobald|wenn|bis|solange|vor|bevor|erst|fruhestens|ehe|sofern',
  "apres|une fois|quand|des que|jusqu|avant|tant que|lorsque|d'ici|le temps (?:de|que|d)|a la rentree|pendant",
  'despues|tras|cuando|en cuanto|hasta|antes|mientras|una vez|pasad[oa]s?|a la vuelta|a partir',
  'ahead of|prior to|this side of|in advance of|post|pending|following|past',
  'im vorfeld|nach|hinter (?:mir|uns)|mit beginn|ab',
  "en attendant|d'ici|prealablement|a l'issue|suite a|sitot|a partir|des",
  'previo a|de aqui a|a partir de|al termino|luego de|finalizad[oa]s?|terminad[oa]s?|acabad[oa]s?|a mi (?:regreso|vuelta)',
  pt.first,
  it.first,
  nl.first,
);

/** Nothing goes on, or nobody decides, until a time. */
export const standstill = any(
  "(?:not|\\p{L}+n't|no|nothing|nobody|no one|never|none|cannot|neither)(?![^;]{0,20}(?:hesitate|forget|problem))[^;]{0,90}\\b(?:before|until|till|til|sooner|earlier)|(?:frozen|freeze|paused?|stopped|halted|suspended|blocked|on hold|postponed|deferred|off the table)[^;]{0,60}\\b(?:until|till|til|for)|(?:before|until|till|til)[^;]{0,60}(?:not|n't|no|nothing|nobody|never)|not (?:this|next|in|during)|(?:not|\\p{L}+n't|no|nothing|nobody)[^;]{0,60}\\bthis side of|(?:useless|buried|swamped|flat out|snowed under|tied up|heads down|underwater|out of action|unavailable|no good)[^;]{0,30}(?:until|till|through|for)|at the earliest|not a minute sooner|earliest|nothing (?:moves|happens)",
  '(?:nicht|nichts|nix|kein\\p{L}*|niemand|nirgends|geht nichts)[^;]{0,90}(?<!\\p{L})(?:vor|bis|bevor|ehe|dieses|diese|nachste)|(?:vor|bis|bevor|ehe|vorher|davor|dahin|lange|solange)(?!\\p{L})[^;]{0,90}(?:nicht|nichts|nix|kein\\p{L}*|niemand|keinem)|fruhestens|erst (?:wieder |dann |ab |im |in |nach |am |ende |anfang |mitte |nachste\\p{L}* )|(?:gestoppt|eingefroren|verschoben|vertagt|gestrichen|auf eis)|(?:nicht|nichts) mehr|dieses jahr nicht|(?:diese|nachste)\\p{L}* woche\\p{L}*[^;]{0,30}nicht',
  "(?:pas|rien|aucun|aucune|personne|plus|gel(?:ee?s?|er|ons|ez|ait|era)?|bloqu\\p{L}*|report\\p{L}*|suspendu\\p{L}*|impossible|non plus)[^;]{0,60}(?<!\\p{L})(?:avant|jusqu|d'ici|tant que|ce mois|cette semaine|cette annee)|(?:avant|jusqu|d'ici|tant que)[^;]{0,80}(?:pas|rien|aucun|aucune|personne|plus|impossible)|pas (?:ce|cette|en|au|avant)|au plus tot|pas plus tot|rien avant|gel(?:ee?s?|er|ons|ez|ait|era)?",
  '(?:no|nada|nadie|ni|congelad\\p{L}*|parad\\p{L}*|bloquead\\p{L}*|aplazad\\p{L}*|suspendid\\p{L}*|imposible)[^;]{0,70}(?<!\\p{L})(?:antes|hasta|este|esta)|(?:antes|hasta|este mes|esta semana)[^;]{0,80}(?<!\\p{L})(?:no|nada|nadie|ni|imposible)|nada hasta|como (?:muy )?pronto|antes imposible|antes no|ahorita no|no antes',
  "(?:not|\\p{L}+n't|cannot|no|nothing|nobody)[^;]{0,60}\\b(?:for|over|in|during) (?:the next|another|the coming)|(?:ne|n'|pas|rien|aucun\\p{L}*)[^;]{0,60}(?<!\\p{L})(?:pendant|durant|dans) les (?:\\p{L}+ )?proch\\p{L}*|(?:no|nada|ni)[^;]{0,60}(?<!\\p{L})(?:durante|en) (?:las|los) (?:\\p{L}+ )?proxim[oa]s|(?:nachste\\p{L}*|kommende\\p{L}*) (?:\\p{L}+ )?(?:wochen|monaten?|tagen?)[^;]{0,40}(?:nicht|nichts|nix|kein\\p{L}*)",
  "(?:not|\\p{L}+n't|no|nothing|nobody|never)[^;]{0,70}\\b(?:ahead of|prior to|this side of|in advance of|pending)|closed to[^;]{0,50}\\b(?:until|till|til|for|at)|(?:not|\\p{L}+n't)[^;]{0,60}\\b(?:this (?:week|month|quarter|year|half|season))",
  '(?:nichts|nix|nicht|kein\\p{L}*|ruht|steht|liegt|gesperrt|geschlossen|dicht|aufgebraucht|verplant)[^;]{0,60}(?<!\\p{L})(?:vor|bis|im vorfeld)',
  "(?:ne|n'|pas|rien|aucun\\p{L}*|personne)[^;]{0,70}(?<!\\p{L})(?:d'ici|en amont|avant)",
  '(?:no|nada|nadie|ningun\\p{L}*)[^;]{0,70}(?<!\\p{L})(?:antes|de aqui a|previo a)|(?:de aqui a|antes de|hasta)[^;]{0,60}(?:no|nada|ningun\\p{L}*)',
  pt.standstill,
  it.standstill,
  nl.standstill,
);

/** The writer is away and leaves the matter until then. */
export const away = any(
  "(?:i'm|i am|i'll be|i will be|we're|we are|we'll be|im|on|off|out)(?: \\p{L}+){0,3} (?:leave|away|off|out|travel\\p{L}*|holiday|vacation|married|shut|closed|sick|sabbatical|surgery|hospital)|(?:sick|parental|maternity|paternity|annual) leave|(?:go|going|gone) (?:quiet|dark|off grid|offline)|off the grid|out of reach|unreachable|back (?:on|in|at|from|\\p{L}+ \\d|\\d)|return(?:ing)? (?:on|in)",
  'urlaub|elternzeit|mutterschutz|reha|kur|krank\\p{L}*|(?:bin|ist|sind)(?: \\p{L}+){0,6} (?:weg|raus|unterwegs|nicht da|nicht im haus|auf baustelle|auf messe|auf reisen|wieder da)|baustelle|wieder (?:da|im|am|zuruck|erreichbar)|betriebsruhe|nicht arbeitsfahig|kurzarbeit',
  'en conges?|conge (?:maternite|paternite|parental)|vacances|de retour|retour|je rentre|je pars|absent\\p{L}*|usine fermee|fermee?s?|arret maladie|pause estivale|hospitalis\\p{L}*|essais en mer',
  'vacaciones|de baja|de viaje|vuelvo|volvere|de vuelta|de permiso|fuera|cerrad\\p{L}*|no estoy|me incorporo|regreso|de examenes',
  '(?:maternity|paternity|parental|sick|annual|bereavement|study|compassionate) leave|honeymoon|hospital|operation|surgery|trekking|hiking|walking the|sailing|abroad|overseas|cruise|retreat|secondment|convalesc\\p{L}*|recover\\p{L}*|laid up|signed off|on (?:nights|tour|site|the road)|no (?:signal|wi-?fi|internet|reception)|no one is covering|nobody is covering|jury (?:duty|service)|chemo|bedridden',
  'auszeit|sabbatical|kreuzfahrt|flitterwochen|op|operation|krankenhaus|klinik|auf tour|auf (?:der )?(?:alm|hutte|see|montage|schulung|lehrgang|fortbildung|messe|kreuzfahrt|hochzeitsreise|weltreise|pilgerreise)|jakobsweg|lehrgang|schulung|betriebsferien|kein netz|ohne netz|handy (?:aus|bleibt)|bis und mit|inkl',
  "deplacement|en formation|en stage|hopital|operation|operee?|convalescence|croisiere|voyage de noces|en mission|a l'etranger|en (?:tournee|mer|montagne|salon|deplacement)|sur un salon|arret|injoignable|sans reseau|pas de reseau|rentrant",
  'hospital|operacion|operan|opero|quirofano|luna de miel|crucero|extranjero|de gira|en ruta|sin cobertura|sin senal|licencia|permiso|paternidad|maternidad|curso|convalec\\p{L}*|reposo|de feria|en la feria|de vacaciones|descanso|recuper\\p{L}*',
  pt.away,
  it.away,
  nl.away,
);

/** And then it goes on: what makes an absence a hold. */
export const thenOn = any(
  "then|until then|before then|before that|after that|pick (?:it|this|up)|talk|reconnect|catch up|when i'm back|on my return|nothing will|will have to wait|resume|after",
  'dann|danach|bis dahin|so lange|solange|warten|weiter|vorher|faden|anschliessend|ab da',
  "a ce moment|ensuite|d'ici la|apres|repren\\p{L}*|reprendr\\p{L}*|attendre|attend|entre[- ]temps|on en reparle",
  'entonces|seguimos|luego|despues|lo miro|lo vemos|retomamos|hasta ese dia|me pongo',
);
