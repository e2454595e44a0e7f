/** Promises in Spanish, folded. */
import { any } from './absence-words.ts';
import { type Grammar, or } from './promise-grammar.ts';

const toYou = '(?:(?:te|le|les|os)(?: (?:lo|la|los|las))?|se (?:lo|la|los|las|le|les))';
const it = '(?:lo|la|los|las)';
/** Verbs that thank, ask or tell where they stand, and undertake nothing. */
const onlyWords =
  '(?:agrade[cz]|inform(?:o|amos) (?:de )?que|inform(?:o|amos) de|rueg|rog(?:o|amos)|pid(?:o|e)|pedim|escrib(?:o|imos) (?:para|porque|por)|recuerd|record(?:amos)|interes|parec|gust|falt|molest|import|deb[oe]|debem|quier|quer|pued|podem|podr|teng(?:o)? (?:que|dicho)|cre[oe]|sient|lament|felicit|dese|adjunt|coment(?:o|amos) que|invit|recomiend|recomend|sugier|suger|sal(?:e|en) (?:a|por|mas)|cuest|conviene|encaj|va bien|viene|vien|encant|urg|ofrec|salud|espera|espero|esper(?:amos)|dig(?:o)? que no|part(?:e)?|consult(?:o|aba)$|est(?:oy|amos|a|an|ara|are|aremos)|er[ae]|es(?!\\p{L})|son|sere|sera|seria|habr|hab|han|ha(?!\\p{L})|he(?!\\p{L})|hemos|sub(?:e|en|ir|imos)|necesit|precis|dej(?:o|amos) (?:para|hasta|en)|confirm(?:o|amos) (?:que|la recepcion|el pedido|haber)|pens(?:ar|amos|are)|v(?:oy|amos) a (?:pensar|ver|estar)|v(?:emos|ere|eremos|era)(?! con| si)(?!\\p{L})|almohada)';
/** First person, now or later, or anybody of the house later. */
const mine = `(?!${onlyWords})\\p{L}+(?:o|oy|amos|emos|imos|are|ere|ire|dre|dremos|dra|dran|ara|era|ira|aran|eran|iran)`;
const theirs =
  '(?:escribe|llama|manda|envia|pasa|lleva|deja|dejan|trae|contacta|responde|contesta|confirma|visita|entrega|informa|avisa|da|dice|hace|prepara|instala|atiende|ayuda|explica|presenta|remite|reenvia|facilita|cuenta|llega|llegan|busca|recoge|agenda|reserva|monta|arregla|cambia|repone|abona|ingresa|paga|firma|mandan|envian|llaman|pasan|llevan|entregan|contactan|responden|escriben|visitan|hacen|dan|traen|sale|salen)';
const first =
  '(?:hablo|reviso|revisamos|consulto|consultamos|pregunto|preguntamos|preparo|preparamos|miro|miramos|confirmo|confirmamos|envio|enviamos|mando|mandamos|paso|pasamos|firmo|firmamos|relleno|rellenamos|gestiono|gestionamos|tramito|tramitamos|averiguo|averiguamos|compruebo|comprobamos|busco|buscamos|organizo|organizamos|reservo|reservamos|pago|pagamos|hago|hacemos|transfiero|transferimos|resuelvo|resolvemos|arreglo|arreglamos|redacto|redactamos|apuro|aviso|avisamos|llamo|llamamos|contesto|contestamos|respondo|respondemos|entrego|entregamos|digo|decimos|cuento|verifico|verificamos|valido|validamos|coordino|coordinamos|agendo|agendamos|programo|reenvio|reenviamos|escaneo|imprimo|cotizo|cotizamos|calculo|calculamos|emito|emitimos|abono|abonamos|actualizo|corrijo|corregimos|modifico|completo|adelanto|comparto|compartimos|subo el|subo la|subo los|veo con|vemos con|comento con|comentamos con|lo comento|presento|presentamos|facilito|remito|remitimos|despacho|despachamos|insisto con|reclamo|empiezo|empezamos|arranco|arrancamos|servimos|sirvo|monto|montamos|instalo|instalamos|aprieto|me pongo|nos ponemos|me acerco|paso por|vuelvo a|retomo|dejo|dejamos|quedo en|quedamos en|quedo de|quedamos de)';
const given =
  '(?:enviad|remitid|entregad|pagad|abonad|transferid|firmad|emitid|tramitad|despachad|corregid|repuest|reparad|instalad|listad|list|ingresad|devuelt|sustituid|resuelt|mandad|recogid|activad|hech|disponible|facturad|actualizad|confirmad|solucionad|reembolsad)(?:o|a|os|as)?';

export const spanish: Grammar = {
  undertakes: any(
    or(
      `${toYou} ${mine}`,
      `${it} (?!${onlyWords})\\p{L}{2,}(?:are|ere|ire|dre|remos)`,
      `${toYou} (?:estare|estaremos|estara|estaran) (?!esperando|agradeciendo|pensando|escuchando|viendo)\\p{L}+ndo`,
      '(?<=^(?:(?:el|la|los|las|un|una|su|tu|mi|y) )?)[\\p{L}-]+(?: (?:de|del|para|con) [\\p{L}-]+){0,2}(?: (?:te|le|os|les))? (?:va|van|llega|llegan|sale|salen|sigue|siguen) (?:en|por) (?:(?:un|otro|el|mi) )?(?:\\p{L}+ )?(?:correo|mail|mensaje|hilo|e-mail)(?: (?:aparte|separado|siguiente|distinto|proximo))?(?=$)',
      `(?:te|le|les|os|se)(?: (?:lo|la|los|las))? ${theirs}`,
      `(?:voy|vamos) a (?!pensar|ver(?! (?:con|si|que dice))|estar|tener|ser|necesitar|esperar|seguir|cancelar|dejar|estudiar sin|subir|cerrar|consultarlo con|querer|poder|salir|irme)\\p{L}+r(?:te|le|les|os|lo|la|los|las|telo|selo|oslo|sela|tela|selos|selas)?`,
      `(?:quedo|quedamos) (?:en|de) \\p{L}+r(?:te|le|les|os|telo|selo|lo|la)?(?!me|nos)`,
      `(?:me|nos|se) (?:pongo|ponemos|pone|ponen|pondre|pondremos|pondra|pondran) en contacto|(?:me|nos) (?:encargo|encargamos|encargare|encargaremos|ocupo|ocupamos|ocupare|comprometo|comprometemos|informo|pongo|ponemos|pondre|pondremos|entero|enterare)`,
      '(?:dej|dej[ae])\\p{L}* en (?:mis|nuestras) manos|(?:corre|va) de (?:mi|nuestra) cuenta|eso esta hecho|dalo por hecho|delo por hecho|dadlo por hecho|cuenta con|cuente con|contad con|cuenten con|sin falta|es un compromiso|(?:tiene|tienes) mi palabra|prometido|comprometid[oa](?=$)|palabra(?=$)|te lo prometo|se lo prometo|palabra de|tiene mi palabra|tienes mi palabra|yo me ocupo|me ocupo yo|me encargo yo|lo tengo en cuenta y|ahora mismo (?:lo|la|los|las|te|le|os|les|reviso|miro|envio|mando|llamo|preparo|hago)|respuesta (?:mia|nuestra)|noticias (?:mias|nuestras)|yo te aviso|yo le aviso|quedo pendiente de (?:enviar|mandar|confirmar)\\p{L}*|en eso estoy y',
      '(?:me|nos) asegur(?:o|amos|are|aremos)|(?:lo|la|los|las) (?:cambi|sustitu|repon|arregl|correg|corrij|modific|ajust|anad|inclu|apunt|anot)\\p{L}*(?:o|amos|imos|emos)',
      '(?:lo|la|los|las) (?:miro|reviso|consulto|pregunto|comento|apuro|firmo|hablo|preparo|veo con|vemos con|confirmo|pago|pagamos|transferimos|transfiero|relleno|mando|envio|hago|gestiono|averiguo|tramito|agendo|coordino|agenda|hace|prepara|gestiona|lleva hoy|corrijo|resuelvo|arreglo|cierro)',
      `(?<=^|y )${first} (?:en cuanto|cuando|nada mas|apenas|tan pronto|una vez)`,
      `(?:hablo|consulto|pregunto|lo miro|lo veo|reviso|averiguo|compruebo|gestiono|tramito|confirmo|preguntamos|consultamos|hablamos|lo comento) (?:con|en|a|al|y|si|lo|la|el|los|las|mi|su|tu|que|cuando|esto|eso)`,
    ),
  ),
  whenTimed: any(
    or(
      '(?:tiene|tienes|teneis|tienen|tendra(?! que)|tendras(?! que)|tendreis|tendran|recibira|recibiras|recibireis|recibiran|recibe|recibes|recibis|reciben|dispondra|dispondreis|dispondran|vera|veran)(?! (?:que|razon|usted razon))',
      `(?<!no |que |se |nos |me )${first}`,
      `${it} (?!${onlyWords})\\p{L}+(?:o|oy|amos|emos|imos)`,
      '(?!queremos|estare|estaremos|sere|seremos|podre|podremos|vere|veremos|tendre que|tendremos que|habre|subiremos|cerraremos|pensare|pensaremos|esperare|necesitare|necesitaremos|saldre de|querre)\\p{L}{2,}(?:are|ere|ire|(?:ven|ten|pon|sal|val|ben)dre|remos)',
      '(?:llega|llegan|llegara|llegaran|sale|salen|saldra|saldran|ira|iran)(?! (?:a|al) (?!su|tu|vuestr))',
      '(?:llega|llegan|llegara|llegaran|sale|salen|saldra|saldran|ira|iran)(?: [\\p{L}\\p{N}]+){0,5}? (?:el|la|los|las)(?!\\p{L})|(?:llega|llegan|llegara|llegaran|sale|salen|saldra|saldran|ira|iran|va|van|estara|estaran|queda|quedan|quedara|quedaran|esta|estan)(?: [\\p{L}\\p{N}]+){0,5}? (?:te|le|os|les|a su|a tu|a vuestro|a vuestra|en su|en tu|en vuestro|de nuestro|de nuestra|hoy|manana|pagad\\p{L}+|list\\p{L}+|enviad\\p{L}+|hech\\p{L}+|firmad\\p{L}+|resuelt\\p{L}+|para)',
      '(?:estare|estaremos) (?:envi|mand|remit|llam|confirm|entreg|pas|prepar|contact|inform|avis|factur|pag|abon|revis|firm|tramit|instal|compart|facilit)\\p{L}*ndo(?:te|le|les|os|lo|la|los|las|selo|telo)?',
      'se (?:libera|paga|abona|envia|manda|entrega|emite|tramita|factura|despacha|ingresa|transfiere)n?',
      '(?:su|sus|tu|tus|vuestr\\p{L}*) (?:\\p{L}+ ){1,3}(?:estara|estaran|esta|estan|quedara|quedaran|queda|quedan) (?:operativ|activ|list|abiert|disponible|en marcha|en linea|habilitad)\\p{L}*',
      `(?:sera|seran|queda|quedara|quedaran|se (?:le|les|os|te) |estara|estaran) ?(?:ha )?${given}`,
      '(?:de|por) (?:nuestra|mi) parte|por (?:nuestro|mi) lado|de nuestro lado',
      '(?:nuestro|nuestra|mi|el|la|un|una) (?:socio|jefe|jefa|tecnico|tecnica|equipo|gerente|comercial|director|directora|companer\\p{L}|encargad[oa]|oficial|montador\\p{L}*|instalador\\p{L}*|operario|gente|ayudante|secretaria|hermano|hijo|hija|cunado|colega|abogado|mujer|marido|repartidor|chofer|administracion|contabilidad|departamento|taller|tesorer[oa]|cajer[oa]|contable|gestor[oa]|ingenier[oa]|carpinter[oa]|electricista|fontaner[oa])(?: [\\p{L}]+){0,4}? (?:se acerca|pasa|se pasa|se desplaza|va|ira|viene|acude|mide|toma|llega|trae|firma|firmara|paga|pagara|manda|mandara|envia|enviara|pasa|pasara|llama|llamara|visita|visitara|entrega|entregara|instala|hace|hara|prepara|prepararan?|revisa|resuelve|confirma|confirmara|lo \\p{L}+|la \\p{L}+)',
      '(?<=^(?:(?:nuev[oa]s?|el|la|los|las|un|una|su|tu|vuestro|vuestra|mi|nuestro|nuestra|y|nuevo|nueva) ){0,2})(?!.* (?:es|esta|estan|era|fue|son|ha|han|caduca|vence|acaba|acaban|termina|terminan|empieza|empiezan|expira|finaliza|sigue|siguen|debe|deben|cuesta|incluye|tiene|tendra|vale|vuelve|va|van|dura|corre|rige)(?!\\p{L}))(?:cambios|correcciones|comentarios|observaciones|cifras|numeros|datos|boceto|borrador|version|tabla|calculos?|certificados?|formularios?|precios|tarifas|maqueta|acta|respuesta|presupuesto|oferta|pedido(?: en firme)?|contrato|factura|pago|transferencia|planos?|muestras?|documentacion|confirmacion|informe|cotizacion|orden de compra|abono|propuesta|llamada|lista|pliego|decision|firma),?(?: \\p{L}+){0,3} (?:el|antes|manana|hoy|esta|este|para|en|a (?:mas|final|primera|mediados|principios)|lunes|martes|miercoles|jueves|viernes|la semana)',
      '(?:puedo|podemos) \\p{L}+r(?:te|le|les|os|telo|selo|lo|la)',
      '(?:en|los de|las de|desde) (?:administracion|contabilidad|compras|almacen|produccion|taller|logistica|juridico|fabrica)(?: \\p{L}+){0,2} (?:pag|envi|mand|prepar|entreg|firm|hac|mont|saca)\\p{L}*',
      '(?:nos quedamos con|compramos|pedimos|firmamos)',
      '(?<=^(?:\\p{L}+ ){0,4})en (?:su|tu|vuestro|vuestra) (?:correo|bandeja|mesa|poder|buzon|cuenta)',
    ),
  ),
  unless: any(
    or(
      'no(?! (?:mas|despues) )|nunca|jamas|tampoco|imposible|ni',
      '\\p{L}{2,}r(?:ia|ias|iamos|iais|ian)(?<!(?:secretar|prior|mater|histor|catego|librer|ingenier|asesor|auditor|mayor|averi|consultor|memor|carpinter|tuber|bater|galer|feder|teor)ia)|hubiera|hubieramos|habria|quisiera|pudiera|ibamos a|iba a|iban a|ibas a',
      'adjunto|adjunta|adjuntos|adjuntamos|por favor|ruego|quiza|quizas|tal vez|ojala|a lo mejor|ya veremos|almohada|pensar\\p{L}*',
      '(?:he|hemos|ha|han|habia|habiamos) \\p{L}+(?:ado|ido|cho|sto|rto)|ayer|anteayer',
    ),
  ),
  past: any('se (?:pag|envi|mand|firm|entreg|realiz|tramit|abon|hic|emit|recib|acord)\\p{L}*(?:o|aron|ieron)'),
  unlessAfter: false,
  condition: any(
    '(?:^|(?<=[,;:.(-] ?)|(?<=(?<!\\p{L})(?:y|pero|o|pues|entonces|porque) ))(?:si(?! (?:no le|no te|todo lo|,|senor))|en caso de|siempre que|a menos que|salvo que)',
  ),
  bargain: any(
    'usted|ustedes|tu|tus|te|le|les|me|nos (?:pasa|manda|envia)\\p{L}*|su|sus|vuestr\\p{L}*|quier\\p{L}*|quer\\p{L}*|precios?|descuento|presupuesto|dinero|condiciones|oferta|ayud\\p{L}*|posible|interes\\p{L}*|mejor|lic\\p{L}*|pid\\p{L}*|ped[ií]\\p{L}*|compr\\p{L}*|firm(?:a|an|as|ais)',
  ),
  byDefault: any('si (?:nada|nadie|no|todo)|salvo (?:que|contraorden|imprevisto|aviso)|a menos que'),
  notIn: any(
    or(
      'ojala|no (?:creo|creemos) que|dud(?:o|amos) que|cada (?:mes|semana|dia|ano)|por eso (?:te|le|os) escrib|(?:le|les|me|nos) (?:dije|dijo|dijeron|preguntaron)|boletin|newsletter|automaticamente|almohada|ya veremos|esper(?:o|amos|ando)(?! (?:su|tu|vuestra) )|a ver si|confiamos en que|confio en que|si todo va|en teoria|en principio|normalmente|siempre (?:los|las|el|a|en|pag)|(?:pag|contest|respond|entreg|envi)\\p{L}* siempre|por norma|por lo general|suele|suelen|solemos|quiza|quizas|tal vez|puede que|igual (?:os|te|le|les)|no (?:te |le |os |les )?(?:puedo|podemos|prometo)|no depende|no (?:lo )?se',
      '(?:calcula|calculan|cree|creen|estima|preve|anuncia|anuncian|dice|dicen|dijo|dijeron|dicho|asegura|aseguran|aseguro|afirma|promete|prometio|comento) que(?! (?:si|no|ok|vale|adelante)(?!\\p{L}))|segun(?! (?:lo|salga|llegue|tenga))|al parecer|o eso dice|por lo visto|supuestamente|me dijeron|nos dijeron|me han dicho|(?:le|te|os|les) habia|(?:tenias|tenia|tenian|ibas|iba|quedaste|quedo|quedaron) (?:que|a|en) \\p{L}+(?:me|nos|melo|noslo)',
      '(?<!lo |lo de |la de )(?:^|(?<=[,;:.(] ?))(?:el|la|los|las) que|quien(?:es)? \\p{L}+|todo el que|todos los que|cualquier cliente|todos (?:los|nuestros) clientes|todo cliente|los precios (?:sub|aument)\\p{L}*|subiremos|nuestras? tarifas? (?:sub|aument)\\p{L}*',
      'si (?:quieres?|quieren|quereis|me (?:pasa|manda|envia|dices?|dice|das|da)\\p{L}*|prefieres?|gustas?|gusta|lo desea|le parece|te parece|os parece)|por si quer\\p{L}+|digame|dime|por si',
    ),
  ),
};
