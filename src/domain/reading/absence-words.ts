/** Words of absence notes in seven languages, folded. */

/** The letters that folded text of the seven languages is made of; asking for these is several times quicker than for any letter. */
const letters = 'a-z\u00df-\u00f6\u00f8-\u00ff\u0153';

/** Looks for words as an expression does; of several lists the one that matches first in the text counts. */
export interface Words {
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
  source: string;
}

/** Characters from which one expression takes more than twice as long to compile as two halves of it. */
const large = 5_000;

/**
 * One of these, as whole words; `\p{L}` in them is one of `letters`. The lists are flat alternatives: no part of them repeats a repetition. What is
 * written with ss may stand with ß, which folding keeps.
 */
export function any(...lists: string[]): Words {
  const sources = grouped(lists).map(sourceOf);
  const expressions = sources.map((source) => new RegExp(source));
  return {
    source: sources.join('|'),
    test: rememberingLong((text) => expressions.some((expression) => expression.test(text))),
    exec: (text) =>
      expressions
        .map((expression) => expression.exec(text))
        .reduce((first, next) => (next && (!first || next.index < first.index) ? next : first), null),
  };
}

/** No sentence is longer. */
const sentenceLength = 1_000;

/** Each sentence of a message may ask the same of the whole message: the last long text has its answer remembered. */
function rememberingLong(test: (text: string) => boolean): (text: string) => boolean {
  let last: string | null = null;
  let answer = false;
  return (text) => {
    if (text.length <= sentenceLength) return test(text);
    if (text !== last) [last, answer] = [text, test(text)];
    return answer;
  };
}

/** The lists joined into as few as stay below `large`. */
function grouped(lists: readonly string[]): string[] {
  const groups: string[] = [];
  for (const list of lists) {
    const last = groups.at(-1);
    if (last !== undefined && last.length + list.length < large) groups[groups.length - 1] = `${last}|${list}`;
    else groups.push(list);
  }
  return groups;
}

function sourceOf(words: string): string {
  const source = words
    .replaceAll('ss', '(?:ss|ß)')
    .replaceAll('\\p{N}', '\\d')
    .replace(/\[[^\]]*\]/g, (set) => set.replaceAll('\\p{L}', letters))
    .replaceAll('\\p{L}', `[${letters}]`);
  return `(?<![${letters}])(?:${source})(?![${letters}])`;
}

/** Somebody, or a house, is not there. */
export const absentWords = any(
  "(?:on )?pto|not (?:around|contactable|reachable|at my desk)|moving house|away from (?:my desk|the office|work|my e-?mail)|not in (?:the office|today|tomorrow|until)|unavailable|off (?:sick|work|duty)|signed off|on (?:a )?(?:bereavement|compassionate|study|unpaid|garden(?:ing)?) leave|jury (?:service|duty)|in hospital|no access to (?:my )?e-?mail|(?:intermittent|sporadic|patchy|no) (?:access|wifi|signal|internet)|back at my desk|long weekend|exhibiting|annual shutdown|out of (?:the )?office|out of office|ooo|on (?:annual |parental |maternity |paternity |sick |medical |family )?leave|(?:annual|parental|maternity|paternity|sick) leave|on (?:vacation|holiday|sabbatical|jury service|jury duty|nights|maternity|paternity)|sabbatical|vacation|travell?ing|i'm (?:out|away|off)|i am (?:out|away|off|currently out|currently away)|be (?:out|away|off)|away (?:until|till|from|for|on|this|next)|we(?:'re| are) (?:closed|away|off)|(?:office|offices|school|team|company)s? (?:is|are|closes|will be) (?:closed|off|shut|today|on)|closed (?:for|from|until|until|today|on)|reopens?|gone (?:fishing|sailing|camping)|limited access|slow to respond|no signal|(?:won't|will not|not) (?:be )?(?:reading|checking|read) (?:my )?(?:e-?)?mails?|reduced hours|half[- ]term|(?:back|returning|return) (?:on|in|at|from|to|monday|tuesday|wednesday|thursday|friday|tomorrow|\\d)|at the beach|upon my return|when i(?:'m| am)? (?:back|return)|no one in|at a (?:congress|conference|trade fair|trade show)",
  'unerreichbar|nicht zu erreichen|nicht am arbeitsplatz|ferienhalber|ortsabwesend|bildungsurlaub|auf (?:schulung|seminar|lehrgang|tagung|kongress|kur)|dienstfrei|krankheitsbedingt|verhindert|arbeitsunfahig|urlaub\\p{L}*|abwesen\\p{L}*|nicht (?:im (?:buro|haus|dienst)|da|erreichbar|besetzt|am platz)|ausser haus|auf (?:dienstreise|fortbildung|messe|reisen|geschaftsreise|konzertreise|der hutte|baustelle)|fortbildung|elternzeit|mutterschutz|sabbat\\p{L}*|erkrankt|krankgeschrieben|krank|kur|reha|betriebsferien|praxisurlaub|\\p{L}*ferien|geschlossen|wieder (?:da|erreichbar|im|zuruck|fur sie|am|zu)|zuruck|bin (?:weg|raus|unterwegs)|ruckkehr|hier zu|im wk|draussen|sporadisch|elternurlaub|auszeit|betriebsruhe|gehts weiter|geht es weiter',
  'indisponible|injoignable|non joignable|pas joignable|en rtt|rtt|en conge\\p{L}*|arret de travail|en stage|conges payes|absences|absent|absente|absence|en conges?|conges?|vacances|en (?:deplacement|mission|voyage|formation|arret|arret maladie|teletravail)|arret maladie|de retour|retour|mon retour|fermee?s?|fermeture|reouverture|reprise|hors du bureau|ne (?:lis|releverai|leverai|consulte)|on ferme|au salon|conge (?:maternite|paternite|parental)|profite du soleil|souffler',
  'fuera del despacho|fuera del pais|feriado legal|licencia|permiso|de puente|de baja|no disponible|sin acceso al correo|en visita|dia libre|dias libres|de descanso|asuntos propios|me encuentro fuera|de comision de servicio|de vacaciones|vacaciones|fuera de (?:la )?oficina|estoy fuera|ausente|ausencia|de baja|baja (?:medica|maternal|paternal)|licencia de (?:maternidad|paternidad)|en licencia|permiso|de viaje|cerrad[oa]s?|cerramos|festivo|puente|vuelvo|volvemos|regreso|regresamos|me (?:re)?incorporo|nos (?:re)?incorporamos|reincorporacion|de vuelta|no (?:estoy|estare|laboramos)|en la feria|feria',
  'licenca|afastad[oa]|em viagem|em treinamento|em formacao|de baixa|de folga|indisponivel|sem acesso ao e-?mail|em reuniao externa|em visita|de licenca|de ferias|em ferias|ferias|ausente|ausencia|fora do (?:escritorio|pais)|estou fora|licenca (?:de )?(?:maternidade|paternidade|medica)|encerrad[oa]s?|fechad[oa]s?|regresso|regressamos|volto|voltamos|retorno|de volta|reabrimos|em formacao|recesso|ponte|viajando|carnaval|nao estarei',
  'non sono in servizio|non in servizio|non disponibile|indisponibile|in permesso|in missione|permesso|a letto|influenza|fuori citta|fuori stanza|operativ[oa]|in fiera|in aspettativa|non sono (?:in ufficio|in sede|raggiungibile|reperibile|presente)|in ferie|ferie|assente|assenza|fuori (?:sede|ufficio)|in (?:congedo|maternita|malattia|trasferta|viaggio|fiera)|congedo|malattia|chius[aoie]|chiusura|rientro|rientrero|torno|di ritorno|riapre|riapriamo|riprend\\p{L}*|al salone|ci rileggiamo|operativo di nuovo|di nuovo (?:operativ[oa]|in ufficio|disponibile|in sede)|vacanze|rinvaso|leggo la posta',
  'niet (?:aan het werk|werkzaam|in functie)|voorlopig niet|een dag vrij|vrije dag|ik ben vrij|vrij tot|er niet|afwezig|buiten kantoor|op een beurs|niet te bereiken|skivakantie|wintersport|ouderschapsverlof|vaderschapsverlof|bijzonder verlof|met (?:vakantie|verlof|zwangerschapsverlof|ziekteverlof)|op (?:vakantie|cursus|reis|zakenreis)|\\p{L}*vakantie|afwezig\\p{L}*|niet (?:aanwezig|op kantoor|bereikbaar)|\\p{L}*verlof|gesloten|terug|er weer|weer (?:terug|wel|aanwezig|op kantoor|bereikbaar)|wegens ziekte|ziek|sluiting|even weg|lees ik (?:geen|mijn) mail|proefvaart',
);

/** The day named with these is the first day back. */
export const backWords = any(
  'next be|see (?:mail|e-?mail|your|messages)|check (?:mail|e-?mail|messages|my)|pick (?:your|my)|catch up|get to|back|return|returning|returns|reappear|resume|resumes|reopen|reopens|rejoin|next in|again|respond|reply|answer|read your|in the office|at my desk|pick (?:it|this|up)|attend to|deal with|get to (?:your|it)|available from|see you|catch up',
  'kummere ich mich|kummere mich|bearbeite|schaue|sehe|sitze|zuruck|wieder|ruckkehr|kehre|kehren|weiter|erst|lese|beantworte|antworte|erreichbar ab|melde mich|wiedersehen|am platz',
  'consulterai|consulte|regarderai|traiterai|lirai|retrouve|retrouverai|retour|reprise|reprends|reprendrai|reprendre|reouverture|rentr\\p{L}*|revien\\p{L}*|repren\\p{L}*|rouvr\\p{L}*|attendra|reponds|repondrai|lis|lirai|qu a partir|releverai|ouvre|rouvre|rouvrons|joignable|disponible|revoit|retrouve|retrouverai|nouveau|a nouveau|reprend|traiterai',
  'leer (?:el|mi) correo|vere (?:el|mi) correo|revisare|miraré|mirare|vuelv\\p{L}*|vuelta|volver\\p{L}*|volvemos|regres\\p{L}*|reanud\\p{L}*|reabr\\p{L}*|retom\\p{L}*|incorporo|incorporare|reincorporo|reincorporare|reincorporamos|reincorporacion|abrimos|reabrimos|contesto|contestare|respondo|respondere|atiendo|atendere|incorporacion|otra vez|de nuevo|nuevamente|leo|leere|retomo|retomare|disponible a partir',
  'verei|verifico|consulto|consultarei|regress\\p{L}*|volto|voltarei|voltamos|voltaremos|voltam|voltar|retorn\\p{L}*|retom\\p{L}*|reabr\\p{L}*|volta|respondo|responderei|leio|lerei|novamente|de novo|disponivel|reabertura',
  'guardero|vedro|controllero|consultero|rientr\\p{L}*|torno|tornero|torna|torniamo|torneremo|tornera|ritorn\\p{L}*|riapr\\p{L}*|riprend\\p{L}*|rileggiamo|rispondo|rispondero|operativ[oa]|nuovo|nuovamente|riapertura|disponibile (?:da|dal)|leggero|di ritorno',
  'bekijk|reageer|lees|terug|weer|heropen|antwoord|beantwoord|lees|opnieuw|pas(?= (?:weer|vanaf|op|in|na|over|volgende|maandag|dinsdag|woensdag|donderdag|vrijdag|\\d))|hervat|aanwezig vanaf|bereikbaar vanaf',
);

/** Of absence where a machine answers; in a person's mail they are other matters besides. */
export const restWords = any(
  "(?:don't|do not) work|not working|non-working day|day off|days off|working from|at the show|trade (?:show|fair)|on site|on a course|training|conference|civic duty|holidays?|gone|left for|sick|ill|hospital|shutdown|christmas|easter|spring break|off",
  'pause|frei|feiertag\\p{L}*|bruckentag|messe|schulung|arbeite(?: ich)?(?: \\p{L}+){0,2} nicht|unterwegs|krank\\p{L}*|weg|reise|kongress|pflege\\p{L}*|kurzarbeit|sabbatical|hochzeit|flitterwochen|umzug',
  'ne travaille pas|repos|salon|jour ferie|pont|malade|hospitalis\\p{L}*|formation|seminaire|reunion exterieure|la maison me revoit|teletravail|maternite|paternite|sans acces',
  'no trabajo|descanso|enferm[oa]|hospital|curso|feria|congreso|maternidad|paternidad|festivo|libre|boda|fuera|viaje',
  'nao trabalho|descanso|doente|hospital|curso|feira|congresso|feriado|folga|maternidade|paternidade|fora|viagem',
  'non lavoro|riposo|malat[oa]|ospedale|corso|fiera|congresso|festiv\\p{L}*|ponte|maternita|paternita|fuori|viaggio|trasferta|neve',
  'werk ik niet|werk niet|vrij|ziek|ziekte|beurs|cursus|congres|feestdag\\p{L}*|lang weekend|weg|reis|verhinderd',
);

/** Of one person, not of a house. */
/** A day of each week on which somebody never works; on others he does. */
export const weeklyOff = any(
  "(?:don't|do not|not|never) work(?:ing)?|(?:my )?(?:day off|non-working day)|off",
  'arbeite(?: ich)?(?: \\p{L}+){0,2} nicht|nicht (?:im buro|da)|frei',
  'ne travaille (?:pas|jamais)|ne suis pas (?:la|au bureau)|repos',
  'no (?:trabajo|estoy|laboro)|libro|descanso|libre',
  'nao (?:trabalho|estou)|folgo|folga',
  'non (?:lavoro|ci sono|sono in ufficio)|riposo|libero',
  'werk ik niet|werk niet|ben ik (?:er niet|vrij)|vrij',
);

export const personWords = any(
  "i (?:am|will|have|do|don't|can|can't|shall|may|won't|return|should|work|expect|hope|get|check|read|was|could)|i'm|i'll|i've|i'd|my|me",
  'ich|bin|mein\\p{L}*|mich|mir',
  "je|j'\\p{L}+|mon|ma|mes|me|m'\\p{L}+",
  'estoy|estare|me|mi|mis|vuelvo|regreso|mi',
  'estou|estarei|meu|minha|meus|volto|retorno|regresso|encontro-me|me',
  'sono|saro|mio|mia|rientro|rientrero|torno|mi',
  'ik|mijn|ben|mij',
);

/** A house took the mail in: a number, or its word that somebody will see to it. */
export const receiptWords = any(
  '(?:booking|reservation|order|ticket|appointment)[^.?!]{0,60}(?:is|has been) confirmed|(?:buchung|reservierung|bestellung|ticket|termin)[^.?!]{0,60}(?:bestatigt)|(?:reservation|commande|billet|rendez-vous)[^.?!]{0,60}(?:est|a ete) confirme\\p{L}*|(?:reserva|pedido|billete|compra|cita)[^.?!]{0,60}(?:esta|ha sido|queda) confirmad\\p{L}*|(?:prenotazione|ordine|biglietto)[^.?!]{0,60}confermat\\p{L}*|(?:boeking|reservering|bestelling)[^.?!]{0,60}bevestigd',
  '(?:we|our team|our desk) (?:have |has )?(?:received|got)|(?:request|message|enquiry|inquiry|ticket|case|order) (?:has been|was|is) (?:received|registered|logged|created|opened)|ticket (?:number|no|id|\\d+)|reference number|case number|confirm (?:that we have received|receipt)|do not change the subject|(?:aim|endeavour) to (?:answer|reply|respond)',
  '(?:anfrage|nachricht|ticket|meldung|bestellung) (?:ist|wurde|ist bei uns|wird)(?: \\p{L}+){0,3} (?:eingegangen|bearbeitet|registriert|erfasst|erhalten|angelegt)|haben ihre (?:anfrage|nachricht|meldung) erhalten|unter der nummer|ticketnummer|vorgangsnummer|eingangsbestatigung|(?:antwort|bearbeitung) (?:kann|konnte) .{0,40}(?:dauern|verzogern)',
  'accus\\p{L}* (?:de )?reception|avons bien recu votre (?:demande|message|mail)|(?:demande|message|ticket) (?:a (?:bien )?ete|est) (?:enregistre|transmis|recu|pris|prise|enregistree|transmise)\\p{L}*|numero de (?:ticket|dossier)|un (?:technicien|conseiller) vous repondra',
  'hemos recibido (?:su|tu|vuestra)|(?:su|tu) (?:solicitud|consulta|mensaje|ticket) (?:ha sido|fue|con folio|ha quedado)|numero de (?:caso|ticket|folio)|con (?:folio|numero)|(?:la atencion|la respuesta) puede (?:demorar|tardar)|acuse de recibo',
  'recebemos (?:o |a )?(?:seu|sua|vosso)|(?:seu|sua) (?:chamado|pedido|solicitacao|mensagem) (?:foi|esta)|numero do (?:chamado|ticket|pedido)|prazo de resposta',
  '(?:sua|vostra|tua) (?:richiesta|segnalazione|email) (?:e stata|e stato)|abbiamo ricevuto|presa in carico|numero di (?:ticket|pratica)|tempi di risposta',
  'hebben (?:uw|je|jouw) (?:vraag|melding|bericht|aanvraag|verzoek)(?: \\p{L}+){0,2} ontvangen|(?:melding|ticket) \\d+|meldingsnummer|ticketnummer|kan het antwoord|binnen (?:een|\\d|twee) werkdag\\p{L}*',
);

/** A shop or works tells its customers when it is closed: nobody they talk to is away. */
export const customerWords = any(
  'dear (?:customers?|clients?|guests?|patients?)|our (?:shop|store|showroom)|the (?:shop|store|showroom)|orders? (?:placed|received|online)|will ship from|deliveries|our customers',
  'liebe kund\\p{L}*|(?:sehr )?geehrte kund\\p{L}*|verehrte kund\\p{L}*|liebe gaste|(?:unser\\p{L}*|der|das|die) (?:laden|geschaft|filiale|lager|ausstellung|werksverkauf|onlineshop)|anliefer\\p{L}*|bestellungen (?:werden|gehen)',
  'chers? clients?|cher(?:e)?s clientes?|aimable clientele|notre clientele|(?:le|notre|la) (?:magasin|boutique|atelier|depot|entrepot)|commandes (?:recues|passees)',
  'estimad[oa]s? clientes?|querid[oa]s? clientes?|apreciad[oa]s? clientes?|(?:la|nuestra|el|nuestro) (?:tienda|almacen|showroom|taller|local)|pedidos (?:web|online|recibidos)',
  'prezad[oa]s? clientes?|car[oa]s? clientes?|estimad[oa]s? clientes|(?:a|nossa|o|nosso) (?:loja|armazem|showroom|oficina)|pedidos feitos|encomendas (?:feitas|recebidas)',
  'gentil[ei] client\\p{L}*|cari clienti|gentile clientela|nostra clientela|(?:il|nostro|la|nostra) (?:negozio|magazzino|punto vendita|showroom)|le spedizioni',
  'beste klant(?:en)?|geachte klant(?:en)?|(?:onze|de|ons) (?:winkel|showroom|magazijn|webshop)|bestellingen',
);

/** Not away: they are not coming back, or only took the mail in. */
export const goneWords = any(
  'no longer (?:works?|working|with|employed|at|part|an? employee)|(?:has|have) left(?! (?:for|the office|early|my desk))|left the (?:company|business|firm)|retired|retirement|moved (?:on|to pastures)|my last (?:working )?day(?! before)(?! in the office before)|passed away|deceased|changed jobs?',
  'nicht mehr (?:fur|bei|im unternehmen|in unserem|in der firma|in unserer|beschaftigt|tatig|angestellt)|arbeite[t]? (?:hier )?nicht mehr|ausgeschieden|ruhestand|unternehmen verlassen|verlassen (?:hat|habe)|firma verlassen|in rente|pensioniert|verstorben',
  "(?:a|ai|j'ai) quitte|ne (?:fait|fais|font) plus partie|n'est plus|ne travaille plus|n'y travaille plus|a la retraite|cesse (?:ses|mes) fonctions|depart de (?:sa|son)",
  'ya no (?:forma|formo|trabaja|trabajo|labora|laboro|esta con|pertenece)|jubil\\p{L}*|(?:ha|he) dejado|dejo de (?:trabajar|laborar|formar)|dejo la empresa|fallecio',
  'ja nao (?:trabalha|trabalho|faz|faco|esta (?:na|connosco))|nao (?:trabalha|trabalho|faz|faco) mais|reformei|reformou|aposent\\p{L}*|deixou|deixei|(?:foi|fui|se) desligad[oa]|desligou-se',
  'non (?:lavora|lavoro|fa|faccio) piu|in pensione|(?:ha|ho) lasciato|cessato',
  'niet (?:meer|langer) (?:werkzaam|in dienst|bij)|met pensioen|werkt? (?:hier )?niet meer|uit dienst|andere baan|heeft ons verlaten',
  // What somebody did here has ended.
  '(?:role|employment|contract|position|assignment|secondment|engagement|time (?:here|with|at))(?: \\p{L}+){0,4} (?:ended|has ended|finished|came to an end|was terminated)|(?:tatigkeit|beschaftigung|anstellung|arbeitsverhaltnis|vertrag|mandat|zeit (?:bei|hier))(?: \\p{L}+){0,4} (?:endete|ist beendet|beendet|ausgelaufen)',
  "(?:fonctions|contrat|mission|poste)(?: \\p{L}+){0,4} (?:ont pris fin|a pris fin|pris fin|s'est termine\\p{L}*|est termine\\p{L}*)|(?:relacion|contrato|etapa|puesto|labor)(?: \\p{L}+){0,5} (?:termino|finalizo|acabo|ha (?:terminado|finalizado|concluido))",
  '(?:funcoes|contrato|vinculo|cargo)(?: \\p{L}+){0,4} (?:terminaram|terminou|cessaram|cessou|findou)|(?:incarico|rapporto|contratto|mandato)(?: \\p{L}+){0,4} (?:e terminato|e cessato|e concluso|si e concluso)|(?:dienstverband|contract|functie|opdracht)(?: \\p{L}+){0,4} (?:eindigde|is beeindigd|is geeindigd|liep af|is afgelopen)',
);

/** Of somebody else, a shop, or over already. */
export const overWords = any(
  "holiday,? thanks|lovely holiday|since yesterday|back to work now|back now|just (?:back|got back|returned)|i'm back",
  'urlaub war|seit (?:gestern|heute) wieder|war (?:im|in) urlaub|bis gestern',
  'bien rentree?|rentre de|je rentre tout juste|de retour depuis',
  'ya de vuelta|acabo de volver|estuvimos de|estuve de|he vuelto',
  'ja voltei|acabei de voltar|estive de',
  'ferie sono finite|sono tornat[oa]|rientrat[oa]',
  'terug van|net terug|ben terug van',
);
