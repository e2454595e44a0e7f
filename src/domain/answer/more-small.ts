/** More of the small words around verbs, items and days, in German, French and Spanish, folded: beside those of `small`. */
import type { Three } from './more-verbs.ts';
import type { SmallSense } from './small-words.ts';

export const moreSmall: { readonly [sense in SmallSense]?: Three } = {
  vague: ['', 'on verra|on verra bien', 'ya se vera|ya lo vemos|luego vemos'],
  absence: [
    '',
    "toute urgence|pour toute urgence|d'urgence|des mon retour|a mon retour|serai de retour|suis absent|suis absente|conge parental|arret maladie",
    'para urgencias|cualquier urgencia|en cuanto vuelva|cuando regrese|cuando vuelva|estare fuera|fuera hasta|incapacidad|licencia medica',
  ],
  both: [
    '',
    'aux deux|des deux|aux deux points',
    'a los dos|a las dos|a ambos|a ambas|de ambos|de ambas|con ambos|con ambas',
  ],
  filler: [
    'uber|geht um|es geht um|handelt sich um|es handelt sich um|gemeint|ist gemeint|die arbeit|die mails|den versand|ab sofort|ab heute|ab jetzt|hiermit|langst|langst schon|unterwegs|von unterwegs|vom handy|vom handy aus|per handy|vom iphone|vom telefon|vom telefon aus|aus dem auto|aus dem zug|vom laptop aus|wieder wegen|nochmal wegen|mich wegen|die anderung|der anderung|anderung bei|anderung an|anderung von|anderung zu|hangt|steckt|zuordnen|zugeordnet|ordne|ordnen|ordne ich|zuzuordnen|lauft unter|zahlt|zahlt zum|zahlt zur|markieren|markiere|deines|meins|halt|eh|freundlicherweise|ma|meiner meinung nach|meinem eindruck nach|meines erachtens|aus meiner sicht|nun|ganz|dieser|diesen|diese|dieses|ihnen|was gemacht wurde|was du gemacht hast|was sie gemacht haben|nach wie vor|nun mal|alsdann|zeit|geschwind|schnell|direkt|unverzuglich|umgehend|vorschlage|hinsichtlich|bezuglich|betreffend|betreffs',
    "surtout|il s'agit de|s'agit de|il s'agit du|s'agit du|les envois|les relances|le suivi|le travail|des aujourd'hui|des maintenant|des a present|a partir d'aujourd'hui|a partir de maintenant|dossier|dossiers|fiche|la fiche|fiches|sujet|au sujet|a propos|propos|cas|suis|cette|cet|ces|y|bien vouloir|depuis mon telephone|depuis mon portable|depuis mon mobile|de mon telephone|depuis le train|depuis mon bureau|du bureau|ce qui a ete fait|ce que tu as fait|ce que vous avez fait|releve|relevent|rattacher|rattachez|rattache|rattachez-le|classer|classez|classe|associer|associez|lier|liez|affecter|affectez|marquer|marquez|marque|numeros|points|affaires|propositions|a mon avis|selon moi|quant a moi|en ce qui concerne|s'agissant|avec moi|l'ensemble des|d'ailleurs|par ailleurs|tout de suite|immediatement|des que possible|rapidement|desormais|toi|votre|vos|ta|leur|lundi dernier|gentiment|le changement de|le changement d'|au changement de|le passage de|la fermeture de|la fermeture d'|la cloture de|la cloture d'|l'ajout de|l'ajout d'|a l'ajout de|a l'ajout d'|a la cloture de|a la cloture d'|a la fermeture de|a la fermeture d'|la mise a jour de|la mise a jour d'|le portable de|le portable d'|le numero de|le numero d'|le nouveau numero de|le nouveau numero d'|le nouveau portable de|le mail de|le titre de|le titre d'|le poste de|l'adresse de|l'adresse d'|le tarif|le devis|la soumission|l'offre|la liste|la brochure|la documentation|le contrat|la facture|le document|les tarifs|la relance|le dossier|aujourd'hui|ce midi|mardi dernier|jeudi dernier|vendredi dernier|la semaine derniere|moi aussi|par contre|en revanche|du coup|pour le coup|a l'inverse|en outre",
    'quedo|se trata de|trata de|los envios|el trabajo|desde hoy|desde ya|desde ahora|a partir de hoy|a partir de ahora|a partir de ya|desde este momento|en cuanto a|en cuanto al|acerca de|acerca del|por lo que respecta a|estoy|queda|quedan|trato|tratos|oportunidad|ficha|expediente|nomas|desde el movil|desde mi movil|desde el celular|desde mi celular|desde el telefono|desde mi telefono|desde el coche|desde el tren|del celular|desde el cel|lo que se hizo|lo que hiciste|lo que hizo|lo que ha hecho|lo de|la de|marca|marcar|marque|marquen|asigna|asignalo|asignala|asignar|asocia|asociar|asocialo|vincula|vincular|ponlo|ponla|ponlos|ponelo|ponela|pongalo|pongala|pone|pongan|poned|metelo en|metela en|mi opinion|en mi opinion|a mi juicio|asi pues|nada mas|de inmediato|inmediatamente|cuanto antes|enseguida|ahorita|hoy mismo|cuestion|asunto|ultimamente|vosotros|ustedes|usted|les|las mias|numeros|puntos|propuestas|el cambio de|el cambio del|el cambio|al cambio de|el cierre de|el cierre del|al cierre de|al cierre del|el alta de|al alta de|la actualizacion de|el paso de|el movil de|el celular de|el telefono de|el correo de|el cargo de|el puesto de|el numero de|el numero nuevo de|el nuevo numero de|el nuevo telefono de|el nuevo movil de|el nuevo celular de|la lista|la tarifa|el presupuesto|la cotizacion|la oferta|el contrato|la factura|el documento|el seguimiento|el recordatorio|la documentacion|el catalogo|los precios|el lunes pasado|el martes pasado|el jueves pasado|el viernes pasado|la semana pasada|esta tarde|hace rato|hace un rato|tranquilamente|el celular nuevo de|el movil nuevo de|el correo nuevo de|el telefono nuevo de|el cargo nuevo de|el nuevo cargo de|el nuevo correo de|el puesto nuevo de|en cambio|por otro lado|por otra parte|por el contrario|eso si|a su vez|le digo|les digo|te digo que|le digo que',
  ],
  request: [
    'bitte sie|ich bitte sie|ich bitte dich|ich bitte um|bitte um|konnt ihr|konnts ihr|konntet ihr|wurdet ihr|mogen sie|seien sie so nett|sei so nett|sei so gut|seid so gut|ware nett|ich wunsche|wir mochten|wir wollen|ihr konnt|du darfst|sie durfen|ihr durft|konnts|konnen sie bitte|konnten sie bitte|kannst mir|kannst du mir',
    "je vous prie de|je vous prie de bien vouloir|je te prie de|je vous remercie de|je te remercie de|je vous remercie de bien vouloir|merci de bien vouloir|vous prie de|vous remercie de|ayez l'amabilite de|auriez-vous l'amabilite de|est-il possible de|serait-il possible de|je souhaite|je souhaiterais|nous souhaitons|il faut|il faudrait|faudrait|tu pourrais|vous pourriez|n'hesitez pas a|n'hesite pas a|priere de|il convient de|bien vouloir|veuillez bien|j'aimerais bien|je desire|pensez a|pense a|tu devrais|vous devriez|auriez-vous la gentillesse de",
    'me gustaria que|les pido|le pido|te pido|os pido|le ruego|les ruego|te ruego|necesito que|quiero que|quisiera que|pido que|ruego que|haga el favor de|hagan el favor de|tenga a bien|sirvase|favor de|por favor de|puedes por favor|podrias por favor|podria por favor|si puedes|ya puedes|ya puede|ya pueden|ya se puede|conviene|hay que|habria que|me gustaria|queria|querria|tenga la amabilidad de|tiene que|tienes que|le agradezco que|les agradezco que|te agradezco que|agradezco que|agradeceria que|le agradeceria que|le agradeceria|podes|queres|tenes que',
  ],
  not: [
    'nimmer|nimma|mitnichten',
    "n|n'|rien|personne|plus rien|inutile de|inutile d'|pas la peine de|pas la peine d'|pas besoin de|pas besoin d'|ce n'est pas la peine de|n'est pas la peine de|faut pas|il ne faut pas|il faut pas|ne faut pas|pas question de|pas question d'|hors de question de|hors de question d'|je ne veux pas|je veux pas|je ne veux plus|je ne souhaite pas|nous ne souhaitons pas|on ne|evitez de|evitez d'|evite de|evite d'|surtout ne|surtout n'|n'allez pas|ne va pas|n'allez surtout pas|gardez-vous de|interdiction de|interdiction d'|defense de|pas la peine qu'on",
    'ni|nada|nadie|ni se te ocurra|ni se le ocurra|ni se les ocurra|ni se os ocurra|no se te ocurra|no se le ocurra|no se les ocurra|que no se te ocurra|ni pensar en|ni hablar de|no vayas a|no vaya a|no vayan a|no vayais a|no quiero que|no queremos que|no quiero|no queremos|no hace falta|no es necesario|no hay que|no es preciso|no merece la pena|no tiene sentido|nada de|prohibido|evita|evitad|eviten|evite|no hay por que|no debes|no deben|no debemos',
  ],
  some: [
    'eine davon|eins davon|einen davon|eines davon|einer davon|einen von|eine von|einer von|eines von|einer der|eine der|eines der|zwei davon|drei davon',
    "un d'eux|une d'elles|l'un d'eux|l'une d'elles|un d'entre eux|une d'entre elles|l'un d'entre eux|l'une d'entre elles|l'un des|l'une des|un des|une des|deux d'entre eux|deux d'entre elles|deux d'entre",
    'uno de ellos|una de ellas|uno de los|una de las|uno de esos|una de esas|uno de estos|una de estas|dos de ellos|dos de ellas|dos de los|dos de las|alguno de ellos|alguna de ellas|alguno|alguna',
  ],
  hold: [
    'sperrung|auftragssperre|sperrfrist|blockade|blockierung|haltefrist|sperrvermerk|stillhaltefrist',
    'le blocage|du blocage|gel|verrou|mise en veille|stand-by|mise en suspens',
    'el bloqueo|del bloqueo|parada|congelamiento|freno|bloqueos|el stop',
  ],
  all: [
    'alles zusammen|allesamt|alle miteinander|alle punkte|alle vorschlage|saemtliche|samtliches|das alles|alles hier|die ganze liste|das ganze|ganze liste',
    "l'ensemble|ensemble|l'integralite|la totalite|toute la liste|tous les dossiers|toutes les lignes|chacun|chacune|tous les numeros|l'ensemble des points|tout en bloc|en bloc",
    'todito|toditos|todita|toditas|toda la lista|la lista entera|todas las opciones|todos ellos|todas ellas|el total|en bloque|el lote entero',
  ],
  rest: [
    'alles sonstige|das ubrige|ubrige|ubrigen|die restlichen|alle restlichen|das restliche|den ubrigen|alles weitere|die weiteren|alle anderen punkte|vom rest|beim rest|zum rest|die andern|alle andern|der ganze rest|den ganzen rest|restlichen punkte',
    "au reste|tout le restant|le restant|du reste|les suivants|les autres points|l'ensemble du reste|toutes les autres|les restants",
    'lo restante|los restantes|las restantes|todo lo restante|lo otro|todo lo otro|los demas puntos|con el resto|del resto|a lo demas|a los demas|a las demas|con lo demas|las otras|los otros',
  ],
  except: [
    'mit ausnahme der|mit ausnahme des|exklusive|exkl|ausgeschlossen|nur ohne|abzuglich|nur nicht die',
    "sauf pour|sauf l'|excepte le|excepte la|a l'exception du|a l'exception de la|hormis le|hormis la|excepte pour|en dehors de|en dehors du|moins|mais pas le|mais pas la",
    'salvo la|salvo el|excepto la|excepto el|a excepcion de la|con excepcion del|exceptuando|descontando|fuera de|quitando la|quitando el|menos el|menos la|pero no la|pero no el',
  ],
  and: [
    'sowie auch|samt|plus|und zusatzlich|und dann',
    'pis|et puis|plus|et egalement|mais aussi',
    'ademas de|ademas|y tambien la|al igual que|y luego',
  ],
  number: [
    'nrn|nummero|pkt|vorschlag nr|nummer nr|ad|posten|thema',
    'nos|numeros|le numero|n os|dossier|item',
    'nro|nros|item|items|el numero|la numero|tema|puntos|renglon',
  ],
  because: [
    'weils ja|nachdem|zumal|sintemal|von wegen|grund ist',
    'pcq|parcque|paske|parce|pck|etant donne|attendu que|du fait que|au motif que|motif',
    'xk|porq|pork|pk|dado|visto que|a causa de|por culpa de|motivo de|que me voy|que me|que estoy|que salgo|que nos vamos|que voy|que no estoy|que ya|que aun|que todavia|que andan|que anda|que siguen|que sigue|por que|es que',
  ],
  condition: [
    'unter vorbehalt|unter der bedingung|nur falls|nur wenn|erst wenn|bevor|insofern|je nachdem|im fall|im falle',
    'sous reserve|a moins que|a condition que|du moment que|en supposant|au cas ou|si jamais|pour peu que|en fonction',
    'bajo reserva|a reserva|siempre y cuando|con tal|a condicion|en caso de|en caso que|a no ser que|como mucho|segun',
  ],
  amends: [
    'korrektur|anderungen|abandern|anpassung|umbenennen|richtigstellen|verbessern|mit anderung|mit anderungen',
    'modif|modifs|modification|modifications|correction|corrections|ajuster|ajustez|rectifier|rectifiez|renommer',
    'cambios|modificacion|correccion|correcciones|corrija|ajusta|ajuste|rectificar|rectifica|renombrar|con cambios',
  ],
  grounds: [
    'nix|nichts|kenn|kennen|gibt|ham|wurden|weils|keiner|niemand|weiss|mag|mochten|wollten|warten|gekauft|gewechselt|ausgeschieden|gekundigt|chef|budget|konkurrenz|is',
    'aucun|aucune|rien|encore|leur|leurs|mauvaises|fausse|budget|concurrent|client|nos|pris|prise|partie|quitte',
    'que|aun|todavia|seguimos|estamos|siguen|hay|hace|falta|sin|cambio|presupuesto|competencia|nada|ninguno|tienen|tenemos|hemos|se|espero|esperando|esperaba|esperamos|ando|anda|andan|siguen|continua|continuan',
  ],
  subject: [
    'der chef|kunde|der kunde|die kundin|mei|de',
    'le client|la cliente|quelqu|ils ont|elle a|nous',
    'el cliente|la clienta|alguien|ustedes|nosotras',
  ],
  doubt: [
    'nicht so sicher|nicht ganz sicher|nicht wirklich sicher|bin unsicher|kein plan|koa ahnung|was weiss ich|mir wurscht|mir wurst|wurscht|ganz egal|was meinst du|was meinen sie|such dir was aus|wohl eher|kunftig mal|nicht genau',
    "je sais pas trop|trop savoir|mystere|comme bon vous semble|comme bon te semble|a vous de voir|je ne sais|j'en sais rien|aucune opinion|sans avis|peu importe|peu m'importe|pas convaincu|pas convaincue|je vous laisse juge|laisse decider|vous laisse decider|te laisse decider|a vous de decider|a toi de decider|faites au mieux|fais au mieux|comme vous le sentez|au choix|tire au sort|pile ou face|decidez pour moi|decide pour moi|vous laisse choisir|te laisse choisir|vous laisse voir|te laisse voir|me souviens pas|ne me souviens|ne me souviens plus|me souviens plus|me rappelle pas|ne me rappelle|me rappelle plus|ne m'en souviens|m'en souviens plus|m'en souviens pas|aucun souvenir|l'une ou l'autre|l'un ou l'autre|n'importe laquelle|n'importe lequel|un sur deux|une sur deux",
    'de que va|de que trata|a que viene|que lo apruebe|que la apruebe|que lo confirme|que la confirme|que lo valide|que la valide|ni fu ni fa|me parece que|me da lo mismo|lo mismo da|como gustes|como gustes tu|como prefieras|como prefiera|vete a saber|a saber|no sabria|no sabria decir|ya vere|quien sabe|sabe|sepa|capaz que|capaz|igual y|chance|yo que se|dejo decidir|les dejo decidir|te dejo decidir|decide tu|decidan ustedes|decidid vosotros|decidi vos|en tus manos|en sus manos|lo que mejor veas|lo que mejor te parezca|a tu criterio|a su criterio|lo que digas|decide por mi|escoge tu|elige tu|tu eliges|no me acuerdo|no recuerdo|no lo recuerdo|ya no me acuerdo|ni me acuerdo|no la recuerdo|me acuerdo|cualquiera|la que sea|el que sea|el que quieras|la que quieras|cualquiera de las dos|cualquiera de los dos',
  ],
  // A yes in "claro que no" is none.
  manners: [
    'merci vielmals|merci vilmal|pfiat di|pfiat eich|pfiat euch|pfiadi|tschuss|tschau|ciao|ade|adieu|baba|bis spater|vergelts gott|dank dir|dank ihnen|dank euch|danke vielmals|gruezi|servus|moin|habe die ehre|griass di|griass eich|schone woche|schone woche noch|schonen sonntag|guten start|einen schonen tag|wunsche einen schonen tag|zusammen|mitenand',
    'absolument pas|certainement pas|evidemment pas|carrement pas|evidemment que non|bien sur que non|mais non|bonne fin de journee|bonne semaine|bonne reception|excellente journee|tres bonne journee|je vous en prie|je t en prie|merci d avance|merci par avance|merci encore|avec mes remerciements|a tantot|bon courage|bonne matinee|bon apres-midi|bonne apres-midi|a tout a l heure|bien a vous|salutations distinguees|au plaisir|bienvenue|merci infiniment|bon matin|continuez comme ca|continue comme ca|continuez ainsi|continuez comme cela|bonne fin de semaine|bonnes fetes|bonne annee|bon conge|meilleurs voeux|bon boulot|beau boulot|chapeau|bravo|tres clair|tres complet|bien joue|bonne route|bon appetit',
    'claro que no|por supuesto que no|desde luego que no|obvio que no|pues no|obviamente no|seguro que no|que tengas buen dia|que tenga buen dia|que tengan buen dia|que tengas un buen dia|feliz dia|feliz tarde|feliz semana|buena semana|buena tarde|linda tarde|lindo dia|quedo atento|quedo atenta|quedo pendiente|mil gracias|gracias mil|con gusto|a la orden|gracias de antemano|se agradece|bendiciones|buen finde|que descanses|chao|chau|nos vemos|un placer|igualmente|sigan asi|sigue asi|seguid asi|siga asi|seguir asi|que sigan asi|felices fiestas|feliz ano|feliz navidad|buen laburo|que estes bien|que esten bien|un saludo|muy claro|bravo|bien hecho|saludos a todos|que pases buen dia',
  ],
  opening: [
    'grias di|griass di|griass eich|gruss dich|gruss euch|gruezi|gruezi mitenand|gruezi zusammen|hoi|hoi zame|tach|mahlzeit|tag|tagchen|na dann|also gut|nun|gut dann|so dann|naturlich|erledigt|rasch|schnell|kurze antworten|liebes team|wie besprochen',
    "effectivement|bon alors|alors voila|voila|en bref|bref|pour info|rapidement|bonjour a toutes|chers tous|cher|re bonjour|rebonjour|bon matin|ok alors|bonne journee|salut l'equipe|en reponse|suite a votre message|madame|monsieur|madame monsieur|comme convenu|j'ai relu la liste|j'ai lu la liste|allo|allo allo|yo|re|rebonsoir|hello|bien le bonjour|bonjour bonjour|chere equipe",
    'sale|orale|venga|dale|simon|listo|que tal|buen dia|buenas noches|holi|hey|buenos dias equipo|estimados|estimado equipo|a ver|a ver si|mira|mire|oye|oiga|vamos alla|rapido|en breve|bueno pues|veamos|muy buenas|quihubo|que onda|como acordamos|hola que tal|alo|buenass|holaa|que hubo|saludos|oigan|miren|ea|hala',
  ],
};
