/** What a rep may say to an item, by meaning, in four languages, folded. A phrase is words with spaces; phrases are kept apart by "|". */

export const verbs = {
  /** A yes that answers a question too. */
  yes: [
    "yes|y|yep|yeah|yup|yea|yess|yse|aye|ok|okay|okey|oki|k|kk|sure|sure thing|go|go ahead|go for it|do it|please do|do that|do this|do|go with|agreed|agree|i agree|correct|right|that's right|true|works|works for me|lgtm|thumbs up|absolutely|definitely|of course|indeed|certainly|affirmative|let's do|yessir|yes sir|let's go|want|🆗|👍|✅|✔|✓|☑|👌|yh|ye|yepp|uh huh|mhm|for sure|totally|hundred percent|hell yes|heck yes|okie|okey dokey|okie dokie|okey doke|okie doke|okay dokey|righto|right on|that's correct|that's the one|by all means|be my guest|proceed|please proceed|proceed with|go right ahead|crack on|crack on with|carry on with|continue with|press on with|run with|get on with|go forward with|move forward with|move ahead with|make it so|make it happen|ship it|a go|is a go|it's a go|do the needful|in favour of|in favor of|in favour|in favor|all for|fine by me|ok by me|okay by me|good by me|as proposed|as suggested|all correct|yes to|a yes|is a yes|yes please|yes pls|that's a yes|you bet|🟢|✅️|✔️|yass|yas|yasss",
    'ja|jo|jep|jup|jap|jawohl|ja bitte|klar|na klar|passt|passt so|passt fur mich|geht klar|in ordnung|i.o.|io|einverstanden|stimmt|richtig|korrekt|gerne|gern|mach das|bitte machen|machen|mach|unbedingt|auf jeden fall|naturlich|jawoll|nehmen|nimm|wollen wir|ok|okay|yep',
    "oui|ouais|oui oui|d'accord|dac|daccord|ca marche|ca roule|c'est bon|c'est ok|vas-y|vas y|allez-y|allez y|exact|bien sur|volontiers|ca me va|entendu|je prends|fais|faites|ok|okay|c bon|cest bon|cbon|c ok",
    'si|sí|vale|de acuerdo|claro|claro que si|por supuesto|adelante|hazlo|dale|correcto|exacto|listo|me parece bien|conforme|okey|ok|okay|sip|sipi',
  ],
  /** Praise: beside an item's number a yes, alone only good manners. */
  praise: [
    'fine|good|great|perfect|looks good|looks right|looks fine|looks ok|looks great|look good|sounds good|sounds right|sounds fine|sounds great|all good|good to go|happy|happy with|fine with|good with|ok with|okay with|excellent|awesome|nice|love it|cool|look right|look correct|look ok|look okay|look fine|look great|look accurate|looks correct|looks accurate|looks okay|looks about right|accurate|seems right|seems fine|seems ok|seems okay|seems good|seems correct|seem right|seem fine|seem ok|seem good|sound good|sound right|sound fine|checks out|check out|spot on|bang on|brilliant|brill|lovely|grand|sweet|solid|legit|peachy|ace|no issues|no issue|no issues with|no issue with|no objection|no objections|no objection to|no objections to|no problem with|no problems with|no worries with|makes sense|make sense|valid|is valid|right|correct|works great|works well|sounds about right|about right',
    'gut|perfekt|prima|super|klingt gut|sieht gut aus|sehr gut|alles gut|top',
    'bon|parfait|tres bien|bien|nickel|super|impeccable|top|tout bon',
    'bien|esta bien|perfecto|muy bien|genial|estupendo|todo bien|perfecta|bueno',
  ],
  approve: [
    "approve|approves|approved|approving|approval|accept|accepted|accepts|accepting|confirm|confirmed|confirms|apply|applied|green light|greenlight|sign off|signed off|ok'd|okayed|goes through|can go through|may go through|should go through|ok to go through|good to go through|put it through|push it through|wave it through|let it through|can go in|go live|ratify|ratified|authorise|authorize|authorised|authorized|okay it|ok it|endorse|endorsed|rubber stamp|stamp it|ready to go|good to proceed|process it|process|action it|actioned|implement|apply it|accept it|approve it|approve that|the go-ahead|go-ahead|apprv|apprvd|aprv|aprvd|appvd|oked|confirming|allow|allowed",
    'genehmigen|genehmige|genehmigt|genehmig|genehmigung|freigeben|freigegeben|freigabe|annehmen|angenommen|bestatigen|bestatigt|bestatige|zustimmen|zugestimmt|ubernehmen|ubernommen|durchfuhren|umsetzen|akzeptieren|akzeptiert|akzeptiere|absegnen|abgesegnet|ausfuhren|bewilligen|bewilligt|durchwinken',
    'approuver|approuve|approuves|approuvez|approuvee|approuves|valider|valide|validez|validee|validation|accepter|accepte|acceptes|acceptez|acceptee|confirmer|confirme|confirmez|appliquer|applique|autoriser|autorise|feu vert',
    'aprobar|apruebo|aprueba|aprobado|aprobada|aprobados|aprobadas|apruebe|apruebas|apruebes|aprobamos|aceptar|acepto|acepta|aceptado|aceptada|aceptes|confirmar|confirmo|confirma|confirmado|confirmada|validar|valido|valida|autorizar|autorizo|autoriza|aplicar|aplica|visto bueno|luz verde',
  ],
  no: [
    "no|n|nope|nah|nay|no thanks|no thank you|no way|not this one|not that one|not this|not that|absolutely not|definitely not|certainly not|don't do it|do not do it|please don't|rather not|better not|never|wrong|incorrect|not needed|not necessary|not relevant|not interested|👎|❌|✖|✗|✘|🚫|⛔|❎|bad|naw|nuh uh|no chance|no dice|not happening|not a chance|no can do|hell no|heck no|hard no|hard pass|hard pass on|i'll pass on|i will pass on|gonna pass on|thumbs down|negative|false|not ours|isn't ours|is not ours|not our deal|not required|not wanted|no need|no need for|a no|is a no|it's a no|that's a no|no to|no go|no good|not a fit|not keen|not keen on|not going ahead with|🔴|isn't|is not|aren't|are not|ain't|looks wrong|look wrong|seems wrong|looks incorrect",
    'nein|ne|nee|no|nix|niemals|auf keinen fall|keinesfalls|falsch|bitte nicht|lieber nicht|nicht|nein danke|ja nicht|nicht notig|nicht relevant|nicht interessant',
    'non|nan|non merci|pas question|surtout pas|faux|pas du tout|plutot pas|pas necessaire|pas besoin|pas celui-la|pas celui la',
    'no|nop|nope|no gracias|ni hablar|de ninguna manera|para nada|en absoluto|falso|incorrecto|mejor no|no hace falta',
  ],
  reject: [
    "reject|rejected|rejects|rejecting|decline|declined|declines|deny|denied|denies|refuse|refused|dismiss|dismissed|discard|veto|turn down|turned down|disapprove|disapproved|disagree|rejection|no-go|no go|veto|rej|rejct|do not approve|don't approve|thumbs down on|say no to|strike it|strike out|not approved|unapproved|disallow|disallowed",
    'ablehnen|abgelehnt|ablehnung|verwerfen|verworfen|verwirf|zuruckweisen|zuruckgewiesen',
    'refuser|refuse|refuses|refusez|refusee|rejeter|rejette|rejettes|rejetez|rejetee|decliner|ecarter|ecarte',
    'rechazar|rechazo|rechaza|rechazas|rechazado|rechazada|rechace|rechazados|denegar|deniego|deniega|denegado|denegada|descartar|descarta|descarto|descartado|desestimar|rechacemos',
  ],
  /** Not now. */
  later: [
    'not yet|not now|not right now|not at the moment|not just yet|later|later on|wait|wait with|wait on|another time|can wait|has to wait|have to wait|should wait|will have to wait|not today|not this week|sit on|sit on it|sit tight|sit tight on|let it sit|let it ride|park|park it|back burner|on the back burner|on back burner|table it|shelve|shelve it|shelved|wait a bit|wait a while|some other time|another day|circle back|circle back on|circle back to|next time|keep pending|keep it pending|give it time|give it a bit|give it more time|give me time|give me more time|not quite yet|hang fire|hang fire on|too soon for|table',
    'noch nicht|jetzt nicht|jetzt noch nicht|nicht jetzt|momentan nicht|im moment nicht|gerade nicht|spater|warten|warte|abwarten|noch warten|noch abwarten|erst spater|wiedervorlage|nochmal|noch mal|spater nochmal|auf wiedervorlage|kann warten|konnen warten|muss warten|mussen warten|muss noch warten',
    "pas encore|pas maintenant|pas tout de suite|pas pour l'instant|pas pour le moment|plus tard|attendre|attends|attendez|on attend|patienter|pas de suite|encore attendre|a revoir|peut attendre|peuvent attendre",
    'aun no|todavia no|ahora no|por ahora no|de momento no|no todavia|no aun|mas tarde|luego|esperar|espera|espere|esperamos|esperemos|mas adelante|puede esperar|pueden esperar',
  ],
  snooze: [
    'snooze|snoozed|snoozing|snooz|postpone|postponed|postponing|defer|deferred|delay|delayed|remind|remind me|reminder|look again|look at it again|look at this again|ask me again|ask again|ask me|come back to me|come back|bring it back|bring back|bring up again|push|push back|push out|pushed|revisit|check again|come back to|bump|snz|snoze|put off|put it off|punt|punt on|punt it|kick|kick it|kick it out|nudge me|nudge me on|nudge me about|ping me|ping me again|ping me about|ping me on|poke me|prod me|resurface|resurface it|show me again|show it again|remind me about|remind me of|remind me again|remind me on|chase me|chase me on|chase me about|follow up with me|ask me about|try me|try me again|try again|check back|check back on|check back with me|check in again|check with me|get back to me|get back to me on|come back to me on|raise it again|raise again|relook|re-look|circle back with me|bug me|bug me again|bug me about',
    'verschieben|verschiebe|verschieb|verschoben|zuruckstellen|zuruckgestellt|aufschieben|aufgeschoben|vertagen|vertage|vertagt|erinner|erinnere|erinner mich|erinnere mich|erinnern|snoozen|nochmal fragen|nochmal anschauen|nochmal ansehen|schau ich nochmal|schaue ich nochmal|frag nochmal|frag mich|frag mich nochmal|nochmal vorlegen|vorlegen|wieder vorlegen|schieb|schiebe|schieben|verlegen|verlege|schlummern',
    'reporter|reporte|reportez|reportes|reporter|reportee|repousser|repousse|repoussez|remettre|remets|remettez|differer|differe|decaler|decale|decalez|ajourner|ajourne|rappelle|rappeler|rappelez|rappelle-moi|rappelle moi|rappelez-moi|rappel|redemande|redemander|redemande-moi|relance-moi|relance moi|relancez-moi|relancez moi|regarde a nouveau|on en reparle|en reparle|en reparler|snoozer',
    'posponer|pospon|pospongo|pospone|pospuesto|aplazar|aplaza|aplazo|aplazado|aplace|postergar|posterga|diferir|difiere|retrasar|retrasa|recuerdame|recordar|recordarme|recuerda|recuerdamelo|lo miro otra vez|miro otra vez|lo vuelvo a mirar|preguntame|preguntame otra vez|dejar para|deja para|dejalo para|dejamos para',
  ],
  hold: [
    "hold|on hold|put on hold|keep on hold|onhold|freeze|don't contact|do not contact|no contact|don't email|do not email|don't mail|don't write to|do not write to|don't chase|do not chase|on pause|don't follow up with|no follow-up|no emails to|holding|pause emails to|pause mails to|pause outreach to|pause outreach on|hold off emailing|hold off contacting|hold mails to|hold emails to|hold all mails to|hold all emails to|no mails to|no more emails to|no more mails to|no outreach to|no outreach|don't reach out to|do not reach out to|don't message|don't ping|don't mail to|in abeyance|keep in abeyance|on ice|put on ice|go quiet on|go dark on|in hold|keep in hold|kept on hold",
    'halten|halte|halt|auf eis|auf eis legen|auf hold|ruhen|ruhen lassen|einfrieren|nicht kontaktieren|nicht anschreiben|nicht mehr anschreiben|nicht anmailen|kein kontakt|zuruckhalten|auf halt|auf pause|auf warteschleife|nicht melden',
    'en attente|mettre en attente|mets en attente|en pause|mettre en pause|geler|gele|gelez|suspendre|suspends|suspendez|ne pas contacter|ne contacte pas|ne contactez pas|ne contacter|ne pas relancer|ne relance pas|ne relancez pas|ne pas ecrire|en suspens|suspendu|suspendue|suspendus|en stand-by|en stand by|bloquer|bloque|bloquez',
    'en espera|poner en espera|pon en espera|en pausa|poner en pausa|congelar|congela|retener|reten|reten lo|retengo|retenido|retenida|retenidos|no contactar|no contactes|no contacte|no contacten|no escribir|no escribas|suspender|suspende|bloquear|bloquea|mantener en espera',
  ],
  lift: [
    'lift|lifted|lifting|unhold|un-hold|release|released|off hold|take off hold|unfreeze|unblock|free up|contact again|be contacted again|write to again|email again|off the hold|no longer on hold|come off hold|can come off hold|comes off hold|come off the hold|can come off|off of hold|thaw|unpark|unlock|let go|lift off|ok to email again|ok to contact again|can be contacted|can be contacted again|can be emailed|can be emailed again|start emailing|start emailing again|start contacting again|resume emailing|resume emails to|resume mails to|resume contact with|resume contact|resume outreach|resume outreach to|reopen contact|off ice',
    'aufheben|aufgehoben|freigeben|wieder freigeben|entsperren|auftauen|wieder aktivieren|reaktivieren|wieder aufnehmen|wieder anschreiben|man darf wieder|darf man wieder|wieder angeschrieben werden|wieder kontaktieren|wieder kontaktiert werden|wieder anmailen',
    'lever|leve|levez|leves|levee|debloquer|debloque|debloquez|debloques|liberer|libere|liberez|degeler|degele|peut de nouveau ecrire|etre recontacte|etre recontactee|peut a nouveau ecrire|reactiver|reactive|reactivez',
    'levantar|levanta|levante|levanto|liberar|libera|libere|desbloquear|desbloquea|desbloquee|descongelar|descongela|reactivar|reactiva|puede escribir otra vez|puede escribir de nuevo|puede volver a escribir',
  ],
  /** Lifts a hold where a word for the hold stands beside it. */
  remove: [
    'remove|end|cancel|drop|delete|clear|take off|ditch',
    'beenden|entfernen|losen|loschen|wegnehmen|rausnehmen',
    'enlever|enleve|enlevez|retirer|retire|retirez|supprimer|supprime|annuler|annule|annulez|fin de',
    'quitar|quita|quite|quito|anular|anula|eliminar|elimina|retirar|retira|cancelar|cancela',
  ],
  /** Left alone: until a day it is a hold. */
  spare: [
    'leave alone|leave in peace',
    'in ruhe lassen|in ruhe',
    'laisser tranquille|tranquille',
    'dejar en paz|en paz',
  ],
  keep: [
    'keep|keep it|keeping|maintain|stays|stay|keep holding|keep on|extend|extended|prolong|lengthen|remain|remains|leave on hold|leave it on hold|still on hold|stay on hold|remain on hold|stays on hold|remains on hold|continue the hold|hold stays|hold remains',
    'behalten|beibehalten|bleibt|bleiben|bleibt bestehen|verlangern|verlangere|verlangert|weiter pausieren|weiter halten|weiterhin pausieren|weiterhin halten|weiter ruhen lassen|weiter ruhen|weiter anhalten|weiterhin anhalten|bleibt angehalten|weiter angehalten|bleibt gesperrt|bleibt liegen',
    'garder|garde|gardez|reste suspendu|reste suspendue|reste en attente|reste en pause|reste bloque|reste bloquee|maintenir|maintiens|maintenez|prolonger|prolonge|prolongez',
    'mantener|manten|mantenga|conservar|mantengo|prolongar|prolonga|ampliar|amplia|extender|extiende|siga retenido|sigue retenido|siga retenida|sigue retenida|siga en espera|sigue en espera|siga en pausa|sigue en pausa|mantener retenido|mantener retenida',
  ],
  undo: [
    'undo|undone|undoing|un-do|revert|reverse|roll back|rollback|take back|unapprove|un-approve|restore|reinstate|rescind|retract|change it back|change back|switch it back|walk back|walk it back|roll it back|take it back|unwind|backtrack on|undo that|put it back',
    'ruckgangig|ruckgangig machen|zurucknehmen|zuruckgenommen|widerrufen|widerrufe|zurucksetzen|ruckgaengig',
    'annuler|annule|annulez|defaire|defais|defaites|revenir en arriere|retablir|retablis',
    'deshacer|deshaz|deshaga|deshago|revertir|revierte|revierta|anular|anula|anule|dar marcha atras',
  ],
  pause: [
    'stop|pause|pausing|stopp|halt|stop it all|shut it off|everything on pause|all on pause|hit pause|press pause|take a break|stand down|stop everything|pause everything|stop all emails|stop all mails|pause all emails|pause all mails|pause all outreach|pause it all|mute',
    'stopp|stop|stoppen|stoppe|anhalten|pausieren|pausiere|pausier|pause|pause machen|aussetzen|aufhoren|halt|unterbrechen|alles auf pause|alles pausieren|mach pause|mach eine pause',
    'stop|arreter|arrete|arretez|arret|stopper|stoppe|stoppez|pause|faire une pause|fais une pause|faites une pause|on fait une pause|mettre en pause|mets en pause|suspendre|suspends|suspendez|pauser|tout en pause|tout mettre en pause|mets tout en pause|mettez tout en pause|met tout en pause',
    'stop|parar|para|pare|paren|pausa|pausar|pausad|detener|deten|detenga|haz una pausa|hacer una pausa|hacemos una pausa|poner en pausa|pon en pausa|alto|detenlo|paralo|parad|paradlo|pararlo|detenedlo|todo en pausa|ponlo todo en pausa|pon todo en pausa',
  ],
  resume: [
    "resume|resumed|resuming|continue|carry on|go on|start again|restart|unpause|un-pause|turn back on|keep going|start up again|back on|switch back on|unmute|start back up|pick up again|pick it back up|pick back up|back to normal|get going again|turn it back on|switch it back on|go again|fire it up again|let's resume|kick off again",
    "weiter|weitermachen|mach weiter|macht weiter|fortsetzen|fortfahren|wieder starten|wieder aufnehmen|weiter geht's|weiter gehts|wieder loslegen|wieder anfangen|wieder an|wieder einschalten",
    'reprendre|reprends|reprenez|on reprend|on peut reprendre|continuer|continue|continuez|redemarrer|redemarre|redemarrez|relance tout',
    'reanudar|reanuda|reanude|reanudamos|continuar|continua|continue|continuamos|sigue|seguir|seguimos|retomar|retoma|retomamos|reiniciar|reinicia|reanudad',
  ],
  sent: [
    "sent|did send|i did|did|have sent|was sent|is sent|been sent|went out|has gone out|it's out|is out|done|mailed|emailed|i have|i've sent|sent it|sent that|already sent|hit send|pressed send|clicked send|fired off|fired it off|shot off|shot it off|sent off|sent it off|sent out|dispatched|delivered|got sent|it did|did go out|did go|did get sent|out the door|has been mailed|has been emailed|emailed it|mailed it",
    'ist gesendet worden|gesendet|geschickt|verschickt|abgeschickt|versendet|versandt|abgesendet|rausgeschickt|ist raus|raus|habe ich|hab ich|rausgegangen|ging raus|gegangen|abgesandt|gesandt|erledigt|versand',
    "envoye|envoyee|envoyes|envoyees|ai envoye|est parti|est partie|parti|je l'ai fait|c'est fait|expedie|expediee|mail envoye|fait|partis|parties|sont partis|sont parties|partie",
    'enviado|enviada|enviados|enviadas|envie|lo envie|mande|mandado|mandada|lo mande|salio|salieron|se envio|se enviaron|se mando|los envie|los mande|las envie|hecho|lo hice|enviamos|lo he enviado',
  ],
  /** Only beside a denial or "did": "6 send" may as well ask for it. */
  send: [
    'send|go out|gone out|been sent|went|leave my outbox',
    'senden|schicken|abschicken|rausgehen',
    'envoyer|partir',
    'enviar|mandar|salir',
  ],
  unsent: [
    "deleted|discarded|threw away|threw it away|trashed|binned|scrapped|didn't|did not|haven't|have not|never did|unsent|delete it|got deleted|thrown away|did delete|wasn't sent|hasn't been sent|hasn't gone out|not out|still in my drafts|still in drafts|still in the drafts|in my drafts|in drafts|in the drafts|still a draft|only a draft|never went|never left|never went out|never sent|never sent it|never got sent|never hit send|didn't hit send|did not hit send|forgot to send it|forgot to hit send|binned it|canned it|chucked it|chucked|ditched it|tossed it|tossed|got binned|didn't go|did not go|never did go out|sitting in drafts|sitting in my drafts|still sitting in drafts|still sitting in my drafts|stuck in drafts|stuck in my drafts|stuck in the outbox|stuck in my outbox|still in my outbox|still in the outbox|in my outbox|sat in drafts|still in draft|in draft",
    'geloscht|verworfen|weggeworfen|weggeschmissen|hab ich nicht|habe ich nicht|in den papierkorb|entsorgt|ungesendet|in den entwurfen|in meinen entwurfen|im entwurf|im entwurfsordner|nur ein entwurf|ging nicht raus|gingen nicht raus|ging nie raus|ist nicht raus|nicht raus|nicht rausgegangen|ging nicht|nicht gegangen',
    'supprime|supprimee|efface|effacee|jete|jetee|mis a la corbeille|a la corbeille|abandonne|dans les brouillons|dans mes brouillons|en brouillon|dans brouillons|toujours dans mes brouillons|toujours dans les brouillons|encore dans mes brouillons|encore dans les brouillons|encore en brouillon|toujours en brouillon',
    'borrado|borrada|borre|lo borre|eliminado|eliminada|lo elimine|descartado|tirado|a la papelera|no se envio|no se mando|no se enviaron|nunca se envio|en borradores|sigue en borradores|sigue en los borradores|sigue en mis borradores|en los borradores|en mis borradores|en borrador',
  ],
  none: [
    'none|neither|none of them|none of these|none of those|none of the above|no deal|neither of them|neither one|neither of these|neither of those|neither of the two|not any of them|none of the two|none of both|no match|not either|doesnt belong to either|does not belong to either|doesnt belong to any|does not belong to any|not one of them|neither fits|none fits|none of that|none of those deals|none of em|neither of em|neither deal|no deal at all|not a deal|nothing to do with either|unrelated to either|not related to either|has nothing to do with either|none of the deals|neither of the deals|not about either|not either of them|not either one|neither nor',
    'keins|keiner|keine|keines|keinem|keins davon|keiner davon|keine davon|keines davon|weder noch|gar keins|zu keinem|keinen|keins von beiden|keiner von beiden|keines von beiden|keinem davon|zu keinem davon|keinem von beiden|zu keinem von beiden|gehort zu keinem|passt zu keinem|passt zu keinem von beiden|passt keiner|passt keins',
    "aucun|aucune|aucun des deux|aucune des deux|ni l'un ni l'autre|ni l'une ni l'autre|aucun d'eux|aucune affaire|n'appartient a aucun|a aucun|a aucune",
    'ninguno|ninguna|ninguno de los dos|ninguna de las dos|ninguno de ellos|ninguna de ellas|ni uno ni otro|ni el uno ni el otro|a ninguno|ningun negocio|de ninguno|no pertenece a ninguno|no es ninguno|ninguno es|ninguna de esas|ninguno de esos|ninguna de estas|ninguno de estos|ningun de esos',
  ],
  leave: [
    "leave|leave it|leave as is|leave it as is|leave open|leave it open|untouched|leave for now|open|leave as it is|don't touch|do not touch|leave untouched|stay open|leave be|leave that|leave them|let it be|let them be|no change|no changes|hands off|leave as they are|leave them as they are|leave them be|leave it be|leave alone for now|keep as is|keep open|can stay open|can stay as is|stay as is|stays as is|stays open",
    'lassen|lass|lasse|lasse ich|lass ich|lasse ich offen|lass ich offen|lasse ich so|lass ich so|offen lassen|offen|so lassen|liegen lassen|stehen lassen|belassen|bleibt offen|bleiben offen|offen halten|lass offen|nicht anfassen',
    "laisser|laisse|laissez|laisser ouvert|laisse ouvert|laisser tel quel|laisse tel quel|ouvert|n'y touche pas|n y touche pas|on n'y touche pas|ne touche pas|ne touchez pas|ne pas toucher|en l'etat|tel quel|comme ca",
    'dejar|deja|deje|dejo|dejalo|dejala|dejar abierto|deja abierto|abierto|dejar como esta|dejo como esta|lo dejo como esta|los dejo como estan|deja como esta|no tocar|no toques|tal cual|como esta|dejad|dejalos',
  ],
  /** Of the rest only, which is so left alone. */
  skip: [
    'skip|ignore|forget|forget about|disregard|never mind|nevermind',
    'ignorieren|ignoriere|vergiss|uberspringen|uberspring',
    'ignorer|ignore|ignorez|oublie|oubliez|oublier',
    'ignorar|ignora|olvida|omitir|omite',
  ],
  /** What was said of the item before. */
  same: [
    'too|as well|same|ditto|same for|likewise|same here|same goes|the same|also|same with|same on|same deal for|same thing for|likewise for|ditto for|ditto on|same again for|same goes for',
    'auch|ebenso|genauso|dito|ebenfalls|dasselbe|gleiches|ebenso',
    'aussi|pareil|idem|de meme|egalement|meme chose',
    'tambien|igual|lo mismo|idem|tampoco',
  ],
  /** The next four approve one kind of item. */
  add: [
    'add|add her|add him|create|include|be added|adding|bring in|bring her in|bring him in|bring them in|put her in|put him in|put them in|add them|set her up|set him up|include her|include him|be included|create contact',
    'anlegen|hinzufugen|aufnehmen|eintragen|erganzen|angelegt werden|hinzugefugt werden|aufgenommen werden',
    'ajouter|ajoute|ajoutez|ajoutes|creer|cree|creez',
    'anadir|anade|anada|anadelo|anadela|agregar|agrega|agrego|agregue|agregalo|agregala|crear|crea',
  ],
  update: [
    'update|save|change it|correct it|be updated|updating|save that|save it|overwrite|refresh|use the new one|use the new number|use that one|note it',
    'aktualisieren|aktualisiere|andern|andere|eintragen|speichern|ubernehmen|aktualisiert werden|geandert werden',
    'mettre a jour|mets a jour|mettez a jour|actualiser|actualise|enregistrer|enregistre|modifier|modifie',
    'actualizar|actualiza|actualizo|actualice|guardar|guarda|cambiar|cambialo|cambia',
  ],
  move: [
    'move|move it|advance|move forward|move on|move ahead|be moved|moving|promote|promote it|progress it|bump up|bump it up|bump it along|shift it|push forward|push it forward|push ahead|push it ahead|move along|move it along|move up|move it up|move over|move it over|move it on|move it forward|move it ahead|step it up|level up|can move|be advanced|be promoted',
    'weiterschieben|hochstufen|vorrucken|weiterrucken',
    'avancer|avance|avancez|deplacer|deplace|deplacez|passer',
    'mover|mueve|muevelo|mueva|avanzar|avanza|pasar|pasalo|muevela|pasa|pasala|pase',
  ],
  close: [
    "close|close it|closed as lost|close as lost|close it as lost|close out|lost|it's lost|as lost|mark as lost|is dead|dead|can close|be closed|be marked as lost|be marked lost|closing|close lost|closed lost|close-lost|closed-lost|close off|close down|close it out|close it down|close it off|write off|write it off|write off as lost|mark lost|mark it lost|mark it as lost|mark it dead|mark as dead|mark as closed|pull the plug|pull the plug on|we lost|lost it|we lost it|is lost|was lost|has been lost|it's dead|wind up|wind it up|call it lost|kill off",
    'schliessen|schliess|schliesse|geschlossen|zumachen|kann zu|kann weg|kann geschlossen werden|zu machen|verloren|als verloren schliessen|als verloren markieren|abschliessen|geschlossen werden',
    'clore|clos|fermer|ferme|fermez|cloturer|cloture|cloturez|perdu|perdue|clore comme perdu|clore comme perdue|marquer comme perdu',
    'cerrar|cierra|cierre|cierro|cerrado|cerrada|perdido|perdida|dar por perdido|dar por perdida|cerrar como perdido|cerrar como perdida|cierralo|cierrala',
  ],
} as const;

export type Sense = keyof typeof verbs;

/** A verb whose parts stand around the item: "lehne 2 ab", "take 3 back". Heads, particles, sense. */
export const splitVerbs: readonly (readonly [string, string, Sense])[] = [
  ['lehne|lehn|lehnen', 'ab', 'reject'],
  ['weise|weis', 'zuruck', 'reject'],
  ['turn|vote', 'down', 'reject'],
  ['heb|hebe|heben', 'auf|wieder auf', 'lift'],
  ['gib|gebe|geben|geb', 'frei|wieder frei', 'approve'],
  ['nimm|nehme|nehmen', 'an', 'approve'],
  ['stimme|stimm', 'zu', 'approve'],
  ['fuhre|fuhr', 'durch', 'approve'],
  ['setze|setz', 'um', 'approve'],
  ['give|gives', 'the go|go|the green light|green light|the ok|an ok|ok|a go', 'approve'],
  ['let|put|wave', 'through', 'approve'],
  ['sign', 'off|off on', 'approve'],
  ['mark|flag|log|count', 'as lost|lost|as dead|dead|as closed|as closed lost|closed lost|closed', 'close'],
  ['write', 'off', 'close'],
  ['move|push|bump', 'along|forward|ahead|up|over|on', 'move'],
  ['bring', 'in|on board', 'add'],
  ['kick|punt', 'out|back|down the road|to', 'snooze'],
  ['change|switch|walk', 'back', 'undo'],
  ['not', 'yet|just yet', 'later'],
  ['keep|leave', 'pending|parked', 'later'],
  ['let', 'go', 'lift'],
  ['ok to email|ok to contact|can email|can contact|can write to|fine to contact|fine to email', 'again', 'lift'],
  ['lege|leg', 'an', 'add'],
  ['fuge|fug', 'hinzu', 'add'],
  ['trage|trag', 'ein', 'add'],
  ['nimm|nehme|nehmen', 'zuruck', 'undo'],
  ['take', 'back', 'undo'],
  ['roll', 'back', 'undo'],
  ['take', 'off', 'remove'],
  ['bring|show', 'up again|up|back|back up|again', 'snooze'],
  ['stelle|stell|stellen', 'zuruck', 'snooze'],
  ['schieb|schiebe', 'auf', 'snooze'],
  ['push|move|put', 'back|off|out', 'snooze'],
  ['leg|lege|legen', 'auf eis', 'hold'],
  ['leave|let', 'alone|in peace|be', 'spare'],
  ['lass|lasse', 'in ruhe|ruhen', 'spare'],
  ['laisse|laissez|laisser', 'tranquille', 'spare'],
  ['deja|dejar|deje', 'en paz|tranquilo|tranquila', 'spare'],
  ['halte|halt', 'zuruck|an', 'hold'],
  ['leave|keep', 'open|as is|as it is|untouched', 'leave'],
  ['lass|lasse', 'offen|liegen|so|stehen', 'leave'],
  ['laisse|laissez|laisser', 'ouvert|tel quel|comme ca', 'leave'],
  ['deja|dejar|deje', 'abierto|abierta|como esta|tal cual', 'leave'],
  ['mach|mache', 'zu', 'close'],
];
