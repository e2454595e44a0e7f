/** Words of absence notes in seven languages, folded. */

/** The letters that folded text of the seven languages is made of; asking for these is several times quicker than for any letter. */
const letters = 'a-z\u00df-\u00f6\u00f8-\u00ff\u0153';

/** One of these, as whole words; `\p{L}` in them is one of `letters`. The lists are flat alternatives: no part of them repeats a repetition. */
export const any = (...words: string[]) => {
  const source = words
    .join('|')
    .replace(/\[[^\]]*\]/g, (set) => set.replaceAll('\\p{L}', letters))
    .replaceAll('\\p{L}', `[${letters}]`);
  return new RegExp(`(?<![${letters}])(?:${source})(?![${letters}])`);
};

/** Somebody, or a house, is not there. */
export const absentWords = any(
  "out of (?:the )?office|out of office|ooo|on (?:annual |parental |maternity |paternity |sick |medical |family )?leave|(?:annual|parental|maternity|paternity|sick) leave|on (?:vacation|holiday|sabbatical|jury service|jury duty|nights|maternity|paternity)|sabbatical|vacation|travell?ing|i'm (?:out|away|off)|i am (?:out|away|off|currently out|currently away)|be (?:out|away|off)|away (?:until|till|from|for|on|this|next)|we(?:'re| are) (?:closed|away|off)|(?:office|offices|school|team|company)s? (?:is|are|closes|will be) (?:closed|off|shut|today|on)|closed (?:for|from|until|until|today|on)|reopens?|gone (?:fishing|sailing|camping)|limited access|slow to respond|no signal|(?:won't|will not|not) (?:be )?(?:reading|checking|read) (?:my )?(?:e-?)?mails?|reduced hours|half[- ]term|(?:back|returning|return) (?:on|in|at|from|to|monday|tuesday|wednesday|thursday|friday|tomorrow|\\d)|at the beach|upon my return|when i(?:'m| am)? (?:back|return)|no one in|at a (?:congress|conference|trade fair|trade show)",
  'urlaub\\p{L}*|abwesen\\p{L}*|nicht (?:im (?:buro|haus|dienst)|da|erreichbar|besetzt|am platz)|ausser haus|auf (?:dienstreise|fortbildung|messe|reisen|geschaftsreise|konzertreise|der hutte|baustelle)|fortbildung|elternzeit|mutterschutz|sabbat\\p{L}*|erkrankt|krankgeschrieben|krank|kur|reha|betriebsferien|praxisurlaub|\\p{L}*ferien|geschlossen|wieder (?:da|erreichbar|im|zuruck|fur sie|am|zu)|zuruck|bin (?:weg|raus|unterwegs)|ruckkehr|hier zu|im wk|draussen|sporadisch|elternurlaub|auszeit|betriebsruhe|gehts weiter|geht es weiter',
  'absent|absente|absence|en conges?|conges?|vacances|en (?:deplacement|mission|voyage|formation|arret|arret maladie|teletravail)|arret maladie|de retour|retour|mon retour|fermee?s?|fermeture|reouverture|reprise|hors du bureau|ne (?:lis|releverai|leverai|consulte)|on ferme|au salon|conge (?:maternite|paternite|parental)|profite du soleil|souffler',
  'de vacaciones|vacaciones|fuera de (?:la )?oficina|estoy fuera|ausente|ausencia|de baja|baja (?:medica|maternal|paternal)|licencia de (?:maternidad|paternidad)|en licencia|permiso|de viaje|cerrad[oa]s?|cerramos|festivo|puente|vuelvo|volvemos|regreso|regresamos|me (?:re)?incorporo|nos (?:re)?incorporamos|reincorporacion|de vuelta|no (?:estoy|estare|laboramos)|en la feria|feria',
  'de ferias|em ferias|ferias|ausente|ausencia|fora do (?:escritorio|pais)|estou fora|licenca (?:de )?(?:maternidade|paternidade|medica)|encerrad[oa]s?|fechad[oa]s?|regresso|regressamos|volto|voltamos|retorno|de volta|reabrimos|em formacao|recesso|ponte|viajando|carnaval|nao estarei',
  'in ferie|ferie|assente|assenza|fuori (?:sede|ufficio)|in (?:congedo|maternita|malattia|trasferta|viaggio|fiera)|congedo|malattia|chius[aoie]|chiusura|rientro|rientrero|torno|di ritorno|riapre|riapriamo|riprend\\p{L}*|al salone|ci rileggiamo|operativo di nuovo|di nuovo (?:operativ[oa]|in ufficio|disponibile|in sede)|vacanze|rinvaso|leggo la posta',
  'met (?:vakantie|verlof|zwangerschapsverlof|ziekteverlof)|op (?:vakantie|cursus|reis|zakenreis)|\\p{L}*vakantie|afwezig\\p{L}*|niet (?:aanwezig|op kantoor|bereikbaar)|\\p{L}*verlof|gesloten|terug|er weer|weer (?:terug|wel|aanwezig|op kantoor|bereikbaar)|wegens ziekte|ziek|sluiting|even weg|lees ik (?:geen|mijn) mail|proefvaart',
);

/** The day named with these is the first day back. */
export const backWords = any(
  'back|return|returning|returns|reopen|reopens|resume|next in|again|respond|reply|answer',
  'zuruck|wieder|ruckkehr|kehre|kehren|weiter|erst',
  'retour|reprise|reprends|reprendrai|reouverture|rentre|rentrerai|reviens|reviendrai|attendra|reponds|repondrai|lis|qu a partir|releverai|ouvre|rouvre|rouvrons',
  'vuelvo|volvere|volvemos|regreso|regresare|regresamos|incorporo|reincorporo|reincorporamos|reincorporacion|vuelta|abrimos|reabrimos|contesto|respondo|atiendo|incorporacion',
  'regresso|regressamos|volto|voltarei|voltamos|retorno|retornarei|reabrimos|volta|respondo',
  'rientro|rientrero|torno|tornero|ritorno|riapre|riapriamo|riprendono|riprende|rileggiamo|rispondo|operativo|nuovo|riapertura',
  'terug|weer|heropen|antwoord',
);

/** Not away: they are not coming back, or only took the mail in. */
export const goneWords = any(
  'no longer (?:works?|with|employed|at|part)|has left|have left|left the company|retired|retirement|moved on',
  'nicht mehr (?:fur|bei|im|in)|ausgeschieden|ruhestand|verlassen|in rente|pensioniert',
  "a quitte|ne fait plus partie|n'est plus|ne travaille plus|a la retraite|retraite",
  'ya no (?:forma|trabaja|esta)|jubil\\p{L}*|ha dejado',
  'ja nao (?:trabalha|faz|esta)|reformei|reformou|aposent\\p{L}*|deixou',
  'non (?:lavora|fa) piu|in pensione|ha lasciato',
  'niet (?:meer|langer) (?:werkzaam|in dienst|bij)|met pensioen|werkt niet meer|uit dienst',
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
