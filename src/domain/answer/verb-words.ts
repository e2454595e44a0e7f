/** What a rep may say to an item, by meaning, in four languages, folded. A phrase is words with spaces; phrases are kept apart by "|". */

export const verbs = {
  /** A yes that answers a question too. */
  yes: [
    "yes|y|yep|yeah|yup|yea|yess|yse|aye|ok|okay|okey|oki|k|kk|sure|sure thing|go|go ahead|go for it|do it|please do|do that|do this|do|go with|agreed|agree|i agree|correct|right|that's right|true|works|works for me|lgtm|thumbs up|absolutely|definitely|of course|indeed|certainly|affirmative|let's do|yessir|yes sir|let's go|want|🆗|👍|✅|✔|✓|☑|👌",
    'ja|jo|jep|jup|jap|jawohl|ja bitte|klar|na klar|passt|passt so|passt fur mich|geht klar|in ordnung|i.o.|io|einverstanden|stimmt|richtig|korrekt|gerne|gern|mach das|bitte machen|machen|mach|unbedingt|auf jeden fall|naturlich|jawoll|nehmen|nimm|wollen wir|ok|okay|yep',
    "oui|ouais|oui oui|d'accord|dac|daccord|ca marche|ca roule|c'est bon|c'est ok|vas-y|vas y|allez-y|allez y|exact|bien sur|volontiers|ca me va|entendu|je prends|fais|faites|ok|okay|c bon|cest bon|cbon|c ok",
    'si|sí|vale|de acuerdo|claro|claro que si|por supuesto|adelante|hazlo|dale|correcto|exacto|listo|me parece bien|conforme|okey|ok|okay|sip|sipi',
  ],
  /** Praise: beside an item's number a yes, alone only good manners. */
  praise: [
    'fine|good|great|perfect|looks good|looks right|looks fine|looks ok|looks great|look good|sounds good|sounds right|sounds fine|sounds great|all good|good to go|happy|happy with|fine with|good with|ok with|okay with|excellent|awesome|nice|love it|cool',
    'gut|perfekt|prima|super|klingt gut|sieht gut aus|sehr gut|alles gut|top',
    'bon|parfait|tres bien|bien|nickel|super|impeccable|top|tout bon',
    'bien|esta bien|perfecto|muy bien|genial|estupendo|todo bien|perfecta|bueno',
  ],
  approve: [
    "approve|approves|approved|approving|approval|accept|accepted|accepts|accepting|confirm|confirmed|confirms|apply|applied|green light|greenlight|sign off|signed off|ok'd|okayed",
    'genehmigen|genehmige|genehmigt|genehmig|genehmigung|freigeben|freigegeben|freigabe|annehmen|angenommen|bestatigen|bestatigt|bestatige|zustimmen|zugestimmt|ubernehmen|ubernommen|durchfuhren|umsetzen|akzeptieren|akzeptiert|akzeptiere|absegnen|abgesegnet|ausfuhren|bewilligen|bewilligt|durchwinken',
    'approuver|approuve|approuves|approuvez|approuvee|approuves|valider|valide|validez|validee|validation|accepter|accepte|acceptes|acceptez|acceptee|confirmer|confirme|confirmez|appliquer|applique|autoriser|autorise|feu vert',
    'aprobar|apruebo|aprueba|aprobado|aprobada|aprobados|aprobadas|apruebe|apruebas|apruebes|aprobamos|aceptar|acepto|acepta|aceptado|aceptada|aceptes|confirmar|confirmo|confirma|confirmado|confirmada|validar|valido|valida|autorizar|autorizo|autoriza|aplicar|aplica|visto bueno|luz verde',
  ],
  no: [
    "no|n|nope|nah|nay|no thanks|no thank you|no way|not this one|not that one|not this|not that|absolutely not|definitely not|certainly not|don't do it|do not do it|please don't|rather not|better not|never|wrong|incorrect|not needed|not necessary|not relevant|not interested|👎|❌|✖|✗|✘|🚫|⛔|❎|bad",
    'nein|ne|nee|no|nix|niemals|auf keinen fall|keinesfalls|falsch|bitte nicht|lieber nicht|nicht|nein danke|ja nicht|nicht notig|nicht relevant|nicht interessant',
    'non|nan|non merci|pas question|surtout pas|faux|pas du tout|plutot pas|pas necessaire|pas besoin|pas celui-la|pas celui la',
    'no|nop|nope|no gracias|ni hablar|de ninguna manera|para nada|en absoluto|falso|incorrecto|mejor no|no hace falta',
  ],
  reject: [
    'reject|rejected|rejects|rejecting|decline|declined|declines|deny|denied|denies|refuse|refused|dismiss|dismissed|discard|veto|turn down|turned down|disapprove|disapproved|disagree|rejection|no-go|no go|veto',
    'ablehnen|abgelehnt|ablehnung|verwerfen|verworfen|verwirf|zuruckweisen|zuruckgewiesen',
    'refuser|refuse|refuses|refusez|refusee|rejeter|rejette|rejettes|rejetez|rejetee|decliner|ecarter|ecarte',
    'rechazar|rechazo|rechaza|rechazas|rechazado|rechazada|rechace|rechazados|denegar|deniego|deniega|denegado|denegada|descartar|descarta|descarto|descartado|desestimar|rechacemos',
  ],
  /** Not now. */
  later: [
    'not yet|not now|not right now|not at the moment|not just yet|later|later on|wait|wait with|wait on|another time|can wait|has to wait|have to wait|should wait|will have to wait',
    'noch nicht|jetzt nicht|jetzt noch nicht|nicht jetzt|momentan nicht|im moment nicht|gerade nicht|spater|warten|warte|abwarten|noch warten|noch abwarten|erst spater|wiedervorlage|nochmal|noch mal|spater nochmal|auf wiedervorlage|kann warten|konnen warten|muss warten|mussen warten|muss noch warten',
    "pas encore|pas maintenant|pas tout de suite|pas pour l'instant|pas pour le moment|plus tard|attendre|attends|attendez|on attend|patienter|pas de suite|encore attendre|a revoir|peut attendre|peuvent attendre",
    'aun no|todavia no|ahora no|por ahora no|de momento no|no todavia|no aun|mas tarde|luego|esperar|espera|espere|esperamos|esperemos|mas adelante|puede esperar|pueden esperar',
  ],
  snooze: [
    'snooze|snoozed|snoozing|snooz|postpone|postponed|postponing|defer|deferred|delay|delayed|remind|remind me|reminder|look again|look at it again|look at this again|ask me again|ask again|ask me|come back to me|come back|bring it back|bring back|bring up again|push|push back|push out|pushed|revisit|check again|come back to|bump',
    'verschieben|verschiebe|verschieb|verschoben|zuruckstellen|zuruckgestellt|aufschieben|aufgeschoben|vertagen|vertage|vertagt|erinner|erinnere|erinner mich|erinnere mich|erinnern|snoozen|nochmal fragen|nochmal anschauen|nochmal ansehen|schau ich nochmal|schaue ich nochmal|frag nochmal|frag mich|frag mich nochmal|nochmal vorlegen|vorlegen|wieder vorlegen|schieb|schiebe|schieben|verlegen|verlege|schlummern',
    'reporter|reporte|reportez|reportes|reporter|reportee|repousser|repousse|repoussez|remettre|remets|remettez|differer|differe|decaler|decale|decalez|ajourner|ajourne|rappelle|rappeler|rappelez|rappelle-moi|rappelle moi|rappelez-moi|rappel|redemande|redemander|redemande-moi|relance-moi|relance moi|relancez-moi|relancez moi|regarde a nouveau|on en reparle|en reparle|en reparler|snoozer',
    'posponer|pospon|pospongo|pospone|pospuesto|aplazar|aplaza|aplazo|aplazado|aplace|postergar|posterga|diferir|difiere|retrasar|retrasa|recuerdame|recordar|recordarme|recuerda|recuerdamelo|lo miro otra vez|miro otra vez|lo vuelvo a mirar|preguntame|preguntame otra vez|dejar para|deja para|dejalo para|dejamos para',
  ],
  hold: [
    "hold|on hold|put on hold|keep on hold|onhold|freeze|don't contact|do not contact|no contact|don't email|do not email|don't mail|don't write to|do not write to|don't chase|do not chase|on pause|don't follow up with|no follow-up|no emails to|holding",
    'halten|halte|halt|auf eis|auf eis legen|auf hold|ruhen|ruhen lassen|einfrieren|nicht kontaktieren|nicht anschreiben|nicht mehr anschreiben|nicht anmailen|kein kontakt|zuruckhalten|auf halt|auf pause|auf warteschleife|nicht melden',
    'en attente|mettre en attente|mets en attente|en pause|mettre en pause|geler|gele|gelez|suspendre|suspends|suspendez|ne pas contacter|ne contacte pas|ne contactez pas|ne contacter|ne pas relancer|ne relance pas|ne relancez pas|ne pas ecrire|en suspens|suspendu|suspendue|suspendus|en stand-by|en stand by|bloquer|bloque|bloquez',
    'en espera|poner en espera|pon en espera|en pausa|poner en pausa|congelar|congela|retener|reten|reten lo|retengo|retenido|retenida|retenidos|no contactar|no contactes|no contacte|no contacten|no escribir|no escribas|suspender|suspende|bloquear|bloquea|mantener en espera',
  ],
  lift: [
    'lift|lifted|lifting|unhold|un-hold|release|released|off hold|take off hold|unfreeze|unblock|free up|contact again|be contacted again|write to again|email again|off the hold|no longer on hold',
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
    'keep|keep it|keeping|maintain|stays|stay|keep holding|keep on|extend|extended|prolong|lengthen',
    'behalten|beibehalten|bleibt|bleiben|bleibt bestehen|verlangern|verlangere|verlangert|weiter pausieren|weiter halten|weiterhin pausieren|weiterhin halten|weiter ruhen lassen|weiter ruhen|weiter anhalten|weiterhin anhalten|bleibt angehalten|weiter angehalten|bleibt gesperrt|bleibt liegen',
    'garder|garde|gardez|reste suspendu|reste suspendue|reste en attente|reste en pause|reste bloque|reste bloquee|maintenir|maintiens|maintenez|prolonger|prolonge|prolongez',
    'mantener|manten|mantenga|conservar|mantengo|prolongar|prolonga|ampliar|amplia|extender|extiende|siga retenido|sigue retenido|siga retenida|sigue retenida|siga en espera|sigue en espera|siga en pausa|sigue en pausa|mantener retenido|mantener retenida',
  ],
  undo: [
    'undo|undone|undoing|un-do|revert|reverse|roll back|rollback|take back|unapprove|un-approve',
    'ruckgangig|ruckgangig machen|zurucknehmen|zuruckgenommen|widerrufen|widerrufe|zurucksetzen|ruckgaengig',
    'annuler|annule|annulez|defaire|defais|defaites|revenir en arriere|retablir|retablis',
    'deshacer|deshaz|deshaga|deshago|revertir|revierte|revierta|anular|anula|anule|dar marcha atras',
  ],
  pause: [
    'stop|pause|pausing|stopp|halt|stop it all|shut it off|everything on pause|all on pause',
    'stopp|stop|stoppen|stoppe|anhalten|pausieren|pausiere|pausier|pause|pause machen|aussetzen|aufhoren|halt|unterbrechen|alles auf pause|alles pausieren|mach pause|mach eine pause',
    'stop|arreter|arrete|arretez|arret|stopper|stoppe|stoppez|pause|faire une pause|fais une pause|faites une pause|on fait une pause|mettre en pause|mets en pause|suspendre|suspends|suspendez|pauser|tout en pause|tout mettre en pause|mets tout en pause|mettez tout en pause|met tout en pause',
    'stop|parar|para|pare|paren|pausa|pausar|pausad|detener|deten|detenga|haz una pausa|hacer una pausa|hacemos una pausa|poner en pausa|pon en pausa|alto|detenlo|paralo|parad|paradlo|pararlo|detenedlo|todo en pausa|ponlo todo en pausa|pon todo en pausa',
  ],
  resume: [
    'resume|resumed|resuming|continue|carry on|go on|start again|restart|unpause|un-pause|turn back on|keep going|start up again|back on|switch back on',
    "weiter|weitermachen|mach weiter|macht weiter|fortsetzen|fortfahren|wieder starten|wieder aufnehmen|weiter geht's|weiter gehts|wieder loslegen|wieder anfangen|wieder an|wieder einschalten",
    'reprendre|reprends|reprenez|on reprend|on peut reprendre|continuer|continue|continuez|redemarrer|redemarre|redemarrez|relance tout',
    'reanudar|reanuda|reanude|reanudamos|continuar|continua|continue|continuamos|sigue|seguir|seguimos|retomar|retoma|retomamos|reiniciar|reinicia|reanudad',
  ],
  sent: [
    "sent|did send|i did|did|have sent|was sent|is sent|been sent|went out|has gone out|it's out|is out|done|mailed|emailed|i have|i've sent",
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
    "deleted|discarded|threw away|threw it away|trashed|binned|scrapped|didn't|did not|haven't|have not|never did|unsent|delete it|got deleted|thrown away|did delete|wasn't sent|hasn't been sent|hasn't gone out|not out|still in my drafts|still in drafts|still in the drafts|in my drafts|in drafts|in the drafts|still a draft|only a draft|never went|never left|never went out",
    'geloscht|verworfen|weggeworfen|weggeschmissen|hab ich nicht|habe ich nicht|in den papierkorb|entsorgt|ungesendet|in den entwurfen|in meinen entwurfen|im entwurf|im entwurfsordner|nur ein entwurf|ging nicht raus|gingen nicht raus|ging nie raus|ist nicht raus|nicht raus|nicht rausgegangen|ging nicht|nicht gegangen',
    'supprime|supprimee|efface|effacee|jete|jetee|mis a la corbeille|a la corbeille|abandonne|dans les brouillons|dans mes brouillons|en brouillon|dans brouillons|toujours dans mes brouillons|toujours dans les brouillons|encore dans mes brouillons|encore dans les brouillons|encore en brouillon|toujours en brouillon',
    'borrado|borrada|borre|lo borre|eliminado|eliminada|lo elimine|descartado|tirado|a la papelera|no se envio|no se mando|no se enviaron|nunca se envio|en borradores|sigue en borradores|sigue en los borradores|sigue en mis borradores|en los borradores|en mis borradores|en borrador',
  ],
  none: [
    'none|neither|none of them|none of these|none of those|none of the above|no deal|neither of them|neither one|neither of these|neither of those|neither of the two|not any of them|none of the two|none of both|no match|not either|doesnt belong to either|does not belong to either|doesnt belong to any|does not belong to any|not one of them|neither fits|none fits|none of that|none of those deals',
    'keins|keiner|keine|keines|keinem|keins davon|keiner davon|keine davon|keines davon|weder noch|gar keins|zu keinem|keinen|keins von beiden|keiner von beiden|keines von beiden|keinem davon|zu keinem davon|keinem von beiden|zu keinem von beiden|gehort zu keinem|passt zu keinem|passt zu keinem von beiden|passt keiner|passt keins',
    "aucun|aucune|aucun des deux|aucune des deux|ni l'un ni l'autre|ni l'une ni l'autre|aucun d'eux|aucune affaire|n'appartient a aucun|a aucun|a aucune",
    'ninguno|ninguna|ninguno de los dos|ninguna de las dos|ninguno de ellos|ninguna de ellas|ni uno ni otro|ni el uno ni el otro|a ninguno|ningun negocio|de ninguno|no pertenece a ninguno|no es ninguno|ninguno es|ninguna de esas|ninguno de esos|ninguna de estas|ninguno de estos|ningun de esos',
  ],
  leave: [
    "leave|leave it|leave as is|leave it as is|leave open|leave it open|untouched|leave for now|open|leave as it is|don't touch|do not touch|leave untouched|stay open",
    'lassen|lass|lasse|lasse ich|lass ich|lasse ich offen|lass ich offen|lasse ich so|lass ich so|offen lassen|offen|so lassen|liegen lassen|stehen lassen|belassen|bleibt offen|bleiben offen|offen halten|lass offen|nicht anfassen',
    "laisser|laisse|laissez|laisser ouvert|laisse ouvert|laisser tel quel|laisse tel quel|ouvert|n'y touche pas|n y touche pas|on n'y touche pas|ne touche pas|ne touchez pas|ne pas toucher|en l'etat|tel quel|comme ca",
    'dejar|deja|deje|dejo|dejalo|dejala|dejar abierto|deja abierto|abierto|dejar como esta|dejo como esta|lo dejo como esta|los dejo como estan|deja como esta|no tocar|no toques|tal cual|como esta|dejad|dejalos',
  ],
  /** What was said of the item before. */
  same: [
    'too|as well|same|ditto|same for|likewise|same here|same goes|the same|also',
    'auch|ebenso|genauso|dito|ebenfalls|dasselbe|gleiches|ebenso',
    'aussi|pareil|idem|de meme|egalement|meme chose',
    'tambien|igual|lo mismo|idem|tampoco',
  ],
  /** The next four approve one kind of item. */
  add: [
    'add|add her|add him|create|include|be added',
    'anlegen|hinzufugen|aufnehmen|eintragen|erganzen|angelegt werden|hinzugefugt werden|aufgenommen werden',
    'ajouter|ajoute|ajoutez|ajoutes|creer|cree|creez',
    'anadir|anade|anada|anadelo|anadela|agregar|agrega|agrego|agregue|agregalo|agregala|crear|crea',
  ],
  update: [
    'update|save|change it|correct it|be updated',
    'aktualisieren|aktualisiere|andern|andere|eintragen|speichern|ubernehmen|aktualisiert werden|geandert werden',
    'mettre a jour|mets a jour|mettez a jour|actualiser|actualise|enregistrer|enregistre|modifier|modifie',
    'actualizar|actualiza|actualizo|actualice|guardar|guarda|cambiar|cambialo|cambia',
  ],
  move: [
    'move|move it|advance|move forward|move on|move ahead|be moved',
    'weiterschieben|hochstufen|vorrucken|weiterrucken',
    'avancer|avance|avancez|deplacer|deplace|deplacez|passer',
    'mover|mueve|muevelo|mueva|avanzar|avanza|pasar|pasalo|muevela|pasa|pasala|pase',
  ],
  close: [
    "close|close it|closed as lost|close as lost|close it as lost|close out|lost|it's lost|as lost|mark as lost|is dead|dead|can close|be closed|be marked as lost|be marked lost",
    'schliessen|schliess|schliesse|geschlossen|zumachen|kann zu|kann weg|kann geschlossen werden|zu machen|verloren|als verloren schliessen|als verloren markieren|abschliessen|geschlossen werden',
    'clore|clos|fermer|ferme|fermez|cloturer|cloture|cloturez|perdu|perdue|clore comme perdu|clore comme perdue|marquer comme perdu',
    'cerrar|cierra|cierre|cierro|cerrado|cerrada|perdido|perdida|dar por perdido|dar por perdida|cerrar como perdido|cerrar como perdida|cierralo|cierrala',
  ],
} as const;

export type Sense = keyof typeof verbs;

/** A verb whose parts stand around the item: "lehne 2 ab", "take 3 back". Heads, particles, sense. */
export const splitVerbs: readonly (readonly [string, string, Sense])[] = [
  ['lehne|lehn|lehnen', 'ab', 'reject'],
  ['weise|weis|weisen', 'zuruck', 'reject'],
  ['turn|vote', 'down', 'reject'],
  ['heb|hebe|heben', 'auf|wieder auf', 'lift'],
  ['gib|gebe|geben|geb', 'frei|wieder frei', 'approve'],
  ['nimm|nehme|nehmen', 'an', 'approve'],
  ['stimme|stimm|stimmen', 'zu', 'approve'],
  ['fuhre|fuhr|fuhren', 'durch', 'approve'],
  ['setze|setz|setzen', 'um', 'approve'],
  ['give|gives', 'the go|go|the green light|green light|the ok|an ok|ok|a go', 'approve'],
  ['let', 'through', 'approve'],
  ['lege|leg|legen', 'an', 'add'],
  ['fuge|fug|fugen', 'hinzu', 'add'],
  ['trage|trag|tragen', 'ein', 'add'],
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
  ['lass|lasse|lassen', 'in ruhe|ruhen', 'spare'],
  ['laisse|laissez|laisser', 'tranquille', 'spare'],
  ['deja|dejar|deje', 'en paz|tranquilo|tranquila', 'spare'],
  ['halte|halt|halten', 'zuruck|an', 'hold'],
  ['leave|keep', 'open|as is|as it is|untouched', 'leave'],
  ['lass|lasse', 'offen|liegen|so|stehen', 'leave'],
  ['laisse|laissez|laisser', 'ouvert|tel quel|comme ca', 'leave'],
  ['deja|dejar|deje', 'abierto|abierta|como esta|tal cual', 'leave'],
  ['mach|mache|machen', 'zu', 'close'],
  ['kann|konnen', 'zu|weg', 'close'],
  ['nimm|nehme|nehmen|nehmt', 'auf', 'add'],
  ['nimm|nehme|nehmen|nehmt', 'raus|weg|heraus', 'remove'],
  ['leg|lege|legen', 'vor|wieder vor|nochmal vor|erneut vor', 'snooze'],
  ['schalte|schalt|schalten', 'frei', 'approve'],
  ['segne|segnen', 'ab', 'approve'],
  ['gib|geben|gebe', 'grunes licht|das ok|ein ok|mein ok|freigabe', 'approve'],
  ['donne|donnez|donner', 'le feu vert|mon accord', 'approve'],
  ['doy|da|den|de|dar', 'el visto bueno|luz verde|el ok|por buena|por bueno|por buenas', 'approve'],
  ['da|dar|de|doy|den|dad', 'de alta', 'add'],
  ['da|dar|de|doy|den|dad', 'por perdida|por perdido|por cerrada|por muerta', 'close'],
  ['ging|gingen|geht', 'raus|heraus', 'sent'],
  ['schiebe|schieb|schieben', 'eine phase weiter|weiter|hoch', 'move'],
  ['setz|setze|setzen', 'aus', 'pause'],
  ['remets|remettez|remettre', "comme avant|comme c'etait|comme il etait|dans l'etat", 'undo'],
  ['laisse|laissez|laisser|laissons', 'de cote|comme ils sont|comme elles sont|en suspens', 'leave'],
  ['garde|gardez|laisse|laissez', 'bloque|bloquee', 'keep'],
  ['deja|deje|dejad', 'bloqueada|bloqueado', 'keep'],
];
