/** Words by which machines give themselves away, in seven languages, folded. Headers are asked first. */
import { any } from './absence-words.ts';

/** Said of the mail itself, at the head of its subject: an answer by machine. */
export const autoSubject =
  /^\s*(?:auto(?:matic|matische[rs]?|matisch|mated)?[- ]?(?:reply|response|antwort|antwoord|reactie)|auto(?:matic|mated)? (?:reply|response|message)|automatische (?:antwort|abwesenheitsnotiz|reactie)|reponse automatique|message automatique|respuesta automatica|mensaje automatico|risposta automatica|messaggio automatico|resposta automatica|mensagem automatica|automatisch (?:antwoord|bericht))\b/;

/** Subjects of absence notes, which people write over mails of their own too. */
export const absenceSubject =
  /^\s*(?:(?:re|aw|r|sv)\s?:\s*)?(?:out of (?:the )?office|ooo\b|away (?:from|until|till)|on (?:leave|vacation|holiday)\b|abwesen(?:d|heit\p{L}*)\s*(?:$|:|bis|vom|-)|nicht im (?:buro|haus)|message d'absence|absence du bureau|hors du bureau|fuera de (?:la )?oficina|fora do escritorio|fuori (?:ufficio|sede)|niet (?:aanwezig|op kantoor)|afwezig\s*(?:$|:|wegens|tot|van)|(?:vacation|absence|absente?|ausente|ausencia|assente|assenza|urlaub|vacances|vacaciones|ferias|ferie|vakantie)\s*(?:[:!.-]|$|jusqu|until|bis|hasta|ate|fino|tot|du |del |vom |van ))/u;

/** Who says so is back: the absence is told of, and over. */
export const wasAway = any(
  '(?:i|we) (?:was|were|have been|had been|\\p{L}+ been)(?: \\p{L}+){0,3} (?:out|away|off|ill|sick|absent|on (?:leave|holiday|vacation))',
  '(?:war|waren)(?: \\p{L}+){0,5} (?:abwesend|weg|unterwegs|krank|nicht da|im urlaub|in urlaub|ausser haus)',
  "(?:j'etais|j'ai ete|nous etions)(?: \\p{L}+){0,3} (?:absente?|malade|en conges?|en vacances|en deplacement)",
  '(?:estuve|estaba|he estado)(?: \\p{L}+){0,3} (?:fuera|ausente|enferm[oa]|de (?:baja|vacaciones|viaje))',
  '(?:estive|estava)(?: \\p{L}+){0,3} (?:fora|ausente|doente|de (?:baixa|ferias)|em viagem)|(?:ero|sono stat[oa])(?: \\p{L}+){0,3} (?:fuori|assente|malat[oa]|in (?:ferie|viaggio))|was(?: \\p{L}+){0,3} (?:afwezig|ziek|weg|op (?:vakantie|reis))|ben(?: \\p{L}+){1,4} geweest',
);

/** Somebody needs something, and says so of himself: no note to everybody does. */
export const ownNeed = any(
  "(?:i|we)(?:'d| would| do)? (?:need|want|require)|(?:i|we)(?:'d| would) like|(?:mochte|mochten|wollen)(?: (?:ich|wir))?|(?:brauche|brauchen wir|wir brauchen|benotige|benotigen wir|wir benotigen)|(?:j'ai|nous avons) besoin|il (?:me|nous) faut",
  '(?:necesito|necesitamos|me hace falta|preciso|precisamos|ho bisogno|abbiamo bisogno|mi serve|ci serve|(?:ik|we|wij) (?:heb|hebben)(?: \\p{L}+){0,5} nodig)',
);

/** "This is an automated response." */
export const autoText =
  /\b(?:automat(?:ed|ic(?:ally generated)?) (?:response|reply|answer)|(?:response|reply|answer) (?:was|is|has been) (?:sent |generated )?automatic|(?:antwort|nachricht) (?:wurde|wird) automatisch|automatisch (?:erzeugte|erstellte|generierte) (?:antwort|nachricht)|automatische antwort|reponse (?:envoyee |generee )?automatique(?:ment)?|respuesta (?:enviada )?automatica|resposta automatica|risposta automatica|automatisch (?:antwoord|bericht)|mensagem automatica|mensaje automatico|messaggio automatico|message automatique|autoresponder)\b/;

/** Nobody in particular wrote it, and no answer is wanted. */
export const bulkText =
  /\b(?:unsubscribe(?! (?:me|us|my|(?:link|button) (?:is|was|does|in your|on your)))|view (?:this (?:e-?mail|message) )?in (?:your )?browser|manage (?:your )?(?:subscription|preferences|notifications)|notification preferences|opt out of|mailbox (?:is not|isn't) monitored|you (?:are receiving|receive) this (?:e-?mail|message|because)|because you subscribed|system notification|newsletter abbestellen|sie erhalten diese (?:e-?mail|nachricht|mail)|vous recevez ce (?:message|mail|courriel)|recib(?:e|es|iste) este (?:correo|mensaje|e-?mail)|recebe(?:u)? este (?:e-?mail|mensagem)|ricev(?:i|e) questa (?:e-?mail|mail)|(?:je|u) ontvangt deze (?:e-?mail|mail)|newsletter abmelden|im browser (?:ansehen|anzeigen|offnen)|benachrichtigungen verwalten|systemnachricht|automatische benachrichtigung|kein handlungsbedarf|antworten sie nicht auf diese|se desinscrire|desabonner|voir en ligne|ne pas repondre a ce (?:message|courriel|mail)|notification automatique|aucune action de votre part|darse de baja|ver en (?:el|tu) navegador|no respond(?:as|a) a este|aviso automatico|cancelar (?:a |la )?(?:subscricao|suscripcion|assinatura)|nao responda a (?:este|esta)|area de cliente|annulla(?:re)? l'iscrizione|cancellati|disiscriv|non rispondere a quest|area riservata|afmelden|meld je af|uitschrijven|bekijk (?:in|online)|niet (?:te )?(?:antwoorden|reageren) op (?:dit|deze)|no longer wish to receive|(?:per|pour|para|um|om) (?:non|ne plus|no|nao|keine?|geen)(?: \p{L}+){0,5} (?:ricevere|recevoir|recibir|receber|erhalten|bekommen|ontvangen))\b/u;

/** Left of the @ of senders that are no person. */
export const noReply =
  /(?:^|[._-])(?:no[._-]?reply|do[._-]?not[._-]?reply|ne[._-]?pas[._-]?repondre|no[._-]?responder|nao[._-]?respond(?:a|er)|non[._-]?rispondere|niet[._-]?(?:antwoorden|beantwoorden)|donotreply)(?:[+\d].{0,60})?$/;
export const roleSender =
  /^(?:news|newsletter|updates?|notifications?|alerts?|avvisi|meldingen|alertas|marketing|survey|umfrage|encuesta|opina|webinars?|promo(?:tions?)?|offers?|deals|digest|announce(?:ments?)?|mailing|campaigns?|boletin|lettre|nieuwsbrief|club|system|hello|hola|bonjour|info|post|events?|community|store|shop|sales|ventas|growth?|groei|team|editor|list|lists|bounce)\b/;

export const bounceSender =
  /^(?:mailer-daemon|post[-_]?master|mail-daemon|mailerdaemon|mdaemon|mail\.?delivery|bounces?)(?:[+.-].*)?$/;
export const bounceSubject =
  /^\s*(?:complaint about message from|loop alert|there was an error sending|you \S+ are not (?:a )?member|undeliver|undelivered|returned? (?:mail|to sender)|mail (?:delivery|system) (?:failed|failure|error|status|problem)|delivery (?:status|failure|has failed|failed|problem|report|notification)|failure notice|failed (?:mail|delivery)|message (?:rejected|blocked|not delivered|undeliverable)|delayed (?:mail|message)|warning: (?:message|could not)|mail could not|unzustellbar(?:e|:| )|zustellung (?:fehlgeschlagen|unmoglich)|verzogerte zustellung|nicht zustellbar|zustellungsfehler|echec de (?:la )?(?:remise|distribution)|non remis|remise (?:differee|impossible)|courrier retourne|message non distribue|no se puede entregar|error de entrega|entrega (?:retrasada|fallida)|correo devuelto|no entregado|mensaje no entregado|nao entregue|falha na entrega|caixa de correio cheia|entrega atrasada|non recapitabile|mancato recapito|casella piena|mancata consegna|onbestelbaar|mailbox vol|niet bezorgd|bezorging (?:mislukt|vertraagd)|mailbox (?:full|is full|unavailable)|user unknown|nondeliverable|could not be delivered|cannot be delivered)/;
/** Reports that are data: a mail service's own, or a list's. */
export const noticeText =
  /"(?:notification|event)type"\s*:\s*"(?:bounce|complaint|reject)"|complaint about message from \d|you are not a member of this mailing list|duplicated message-id in/;
export const bounceText =
  /\b(?:could not be delivered to|permanent errors?|was not delivered|not be delivered|delivering your mail|(?:could not|couldn't|cannot|can not|wasn't able to|was not able to|unable to|failed to) (?:be )?deliver|deliver(?:y|ed) (?:has )?failed|permanent (?:fatal )?error|undeliverable|was rejected by|recipient address rejected|user unknown|mailbox (?:is )?(?:full|unavailable|not found)|quota exceeded|no such user|address (?:you entered )?couldn't be found|konnte (?:noch )?nicht zugestellt|nachrichtenzustellung|postfach .{0,30}voll|n'a pas (?:pu etre remis|encore ete distribue)|echec de la remise|no (?:pudo|se pudo) (?:ser )?entrega|aun no se ha entregado|no se pudo entregar|falha na entrega|nao foi possivel entregar|nao pode ser entregue|endereco nao encontrado|indirizzo inesistente|adres niet gevonden|kon niet (?:worden )?bezorgd|adresse introuvable|adresse inconnue|ultrapassou a quota|devolvida ao remetente|impossibile recapitare|superato la quota|restituito al|kan niet worden bezorgd|limiet bereikt|teruggestuurd|message delayed|will (?:keep trying|retry)|5\.\d\.\d)\b/;
export const lateText =
  /\b(?:delay(?:ed)?|verzoger\p{L}*|noch nicht zugestellt|weitere versuche|differee|pas encore ete|nouvelle tentative|retrasad[ao]|aun no se ha|seguira intentando|atrasad[ao]|ainda nao|ritardat[ao]|vertraagd|warning message only|will (?:keep trying|retry)|not yet been delivered)\b/u;

/** Subjects that calendars write. A person writes "Accepted: in principle", and something below it. */
export const calendarSubject =
  /^\s*(?:accepted|declined|tentative(?:ly accepted)?|cancell?ed(?: event)?|invitation|updated invitation|new time proposed|zugesagt|abgelehnt|mit vorbehalt|abgesagt|einladung|terminvorschlag|accepte|refuse|annule|invitation|aceptad[ao]|rechazad[ao]|cancelad[ao]|invitacion|aceite|recusad[ao]|convite|accettato|rifiutato|annullato|invito|geaccepteerd|afgewezen|geannuleerd|uitnodiging)\s*:/;
