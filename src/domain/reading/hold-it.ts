/** Words of holds and of opting out in Italian, folded: flat alternatives with bounded gaps, which `any` puts between whole words. */
const verbs =
  '(?:scriv|contatt|ricontatt|mand|invi|chiam|richiam|telefon|disturb|cerc|importun|sollecit|insist|assill|sped)\\p{L}*';
const contact = `(?:${verbs}|messagg\\p{L}*|telefonat\\p{L}*|e-?mail|mail|chiamat\\p{L}*|comunicazion\\p{L}*|pubblicita|offert\\p{L}*|propost\\p{L}*|newsletter|contatti|contatto)`;

export const it = {
  contact,
  refrain: `(?:non|senza|evit\\p{L}*|nessuno|smett\\p{L}*|nessuna?)(?!\\p{L})[^;,]{0,45}(?<!\\p{L})(?:${verbs}|messagg\\p{L}*|telefonat\\p{L}*)|(?:un po' di|un poco di|abbi\\p{L}*|porti|portate|avere) (?:pazienza|tempo)|(?:mi|ci) (?:dia|diano|date)(?: \\p{L}+){0,2} (?:tempo|giorni|settiman\\p{L}|mes\\p{L})|da(?:te)?m(?:i|mi)(?: \\p{L}+){0,2} (?:tempo|giorni|settiman\\p{L}|mes\\p{L})|(?:ho|abbiamo) bisogno di (?:\\p{L}+ ){0,2}(?:tempo|giorni|settimane|mesi)|(?:lasci\\p{L}*|aspett\\p{L}*|attend\\p{L}*|rimand\\p{L}*|rinvi\\p{L}*|rimandiamo)(?: \\p{L}+){0,4} (?:a|al|fino|per|dopo|alla)`,
  refrainsContact: `(?:non|senza|evit\\p{L}*)(?: \\p{L}+){0,3} (?:scriv|contatt|ricontatt|chiam|richiam|telefon|disturb|cerc|insist|sollecit)\\p{L}*`,
  optOut: `non (?:mi |ci )?(?:\\p{L}+ )?${verbs}(?: [\\p{L}-]+){0,3} ?(?:mai )?piu(?! (?:presto|tardi|avanti))|(?:smett|pianta|piantate|finit|cess|bast)\\p{L}* (?:subito |immediatamente )?(?:di|con)(?: \\p{L}+){0,2} ${contact}|basta (?:con )?(?:le |i |queste |questi |gli |altre )?${contact}|(?:mi |ci )?(?:tolg|togl|cancell|rimuov|elimin|lev|depenn|esclud)\\p{L}*[^;]{0,40}(?:list\\p{L}*|mailing|database|archivi\\p{L}*|rubric\\p{L}*|indirizzari\\p{L}*|elenc\\p{L}*|banc\\p{L}* dati|crm)|(?:cancell|rimuov|elimin)(?:ate|i|a|arm|are|iate)(?:mi|ci|i)?(?: (?:i miei|il mio|la mia|i nostri|il nostro|la nostra) (?:dat\\p{L}*|indirizz\\p{L}*|contatt\\p{L}*|nominativ\\p{L}*|numer\\p{L}*|e-?mail|mail)|(?=\\s*[.!]))|non (?:desider|vogli|voglio|vogliamo|intend|gradi|acconsent|autorizz)\\p{L}* (?:piu )?(?:di )?(?:ricevere|essere (?:piu )?(?:contattat|disturbat|chiamat|ricontattat)\\p{L}*|sentire)|disiscri\\p{L}*|mai piu ${contact}|ness?una? (?:altra|altro|ulteriore) ${contact}|lasci\\p{L}*(?:mi|ci)? in pace|non (?:mi |ci )?(?:scriv|mand|invi|sped)\\p{L}* (?:\\p{L}+ )?(?:altro|altre \\p{L}+|nient'altro)|mi oppongo|revoco il`,
  again:
    'risent\\p{L}*|sentiamoci|sentirci|sentiamo|ricontatt\\p{L}*|contatt\\p{L}*|richiam\\p{L}*|chiam\\p{L}*|scriv\\p{L}*|riscriv\\p{L}*|riprend\\p{L}*|riparl\\p{L}*|parliam\\p{L}*|parlarne|riprov\\p{L}*|rived\\p{L}*|vediam\\p{L}*|vederci|aggiorn\\p{L}*|meglio|di nuovo|nuovamente|si faccia (?:viv|sent)\\p{L}*|fatevi (?:viv|sent)\\p{L}*|fatti (?:viv|sent)\\p{L}*',
  theyReturn:
    '(?:la|ti|vi|le) (?:ricontatt|richiam|contatt|chiam|scriv|aggiorn)\\p{L}*|(?:le|vi|ti) (?:faccio|faro|faremo|facciamo) sapere|mi (?:faccio|faro) (?:viv[oa]|sentire)|ci (?:faremo|facciamo) (?:vivi|sentire)|ci (?:sentiamo|risentiamo)|sar(?:o|emo) (?:io|noi) a',
  standstill:
    "(?:non|nulla|niente|nessun\\p{L}*|impossibile|bloccat\\p{L}*|sospes\\p{L}*)[^;]{0,70}(?<!\\p{L})(?:prima (?:di|del|dell|della|dei|che|d)|fino|questo mese|questa settimana|quest'anno)|(?:prima di|prima del\\p{L}*|fino a\\p{L}*)[^;]{0,70}(?<!\\p{L})(?:non|nulla|niente|nessun\\p{L}*|impossibile)|non prima|solo (?:a|da|dal|dopo|in|nel|ad|dalla)|soltanto (?:a|da|dal|dopo|in|nel)|se ne (?:parla|riparla)",
  postponed:
    '(?:rimandat\\p{L}*|rinviat\\p{L}*|spostat\\p{L}*|slittat\\p{L}*|posticipat\\p{L}*)[^;]{0,20}(?<!\\p{L})(?:a|al|alla|ad|fino)',
  busy: 'occupatissim\\p{L}*|molto occupat\\p{L}*|incasinat\\p{L}*|sommers\\p{L}*|oberat\\p{L}*|presissim\\p{L}*|pres[oi] da|non ho (?:un attimo|tempo)|pien[oai] di lavoro',
  away: 'in ferie|ferie|assente|assenza|fuori (?:sede|ufficio)|rientro|rientrero|torno|tornero|in trasferta|in congedo|maternita|vacanza',
  forNow: "per (?:ora|adesso|il momento)|al momento|momentaneamente|fino a nuovo avviso|per un po'",
  request:
    '(?:puo|potete|potrebbe|potreste|potresti|puoi)|per favore|per cortesia|la prego|vi prego|ti prego|cortesemente|gentilmente',
  persons: 'io|mio|mia|nostr\\p{L}*|sono|saro|torno|posso|possiamo|abbiamo|siamo|ho',
  first: 'dopo (?:il|la|le|i|gli|lo|che|l|aver)|appena|non appena|una volta|quando (?:avro|avremo|saro|saremo|il|la)',
  notEarlier:
    '(?:prima,|prima di allora|fino ad allora|nel frattempo)[^;]{0,50}(?:non|nulla|niente|nessun\\p{L}*)|(?:non|nulla|niente)[^;]{0,40}(?:prima di allora|fino ad allora|prima(?= *[.!,]))',
  lifting:
    "(?:ora|adesso|gia) (?:puo|potete|puoi|mi puo|ci potete) (?:gia )?(?:chiam|scriv|contatt|richiam|ricontatt)\\p{L}*|non (?:serve|occorre|c'e bisogno di|e necessario|bisogna) (?:piu )?(?:aspettare|attendere) (?:oltre|piu)?|non (?:serve|occorre|c'e) piu (?:bisogno di )?(?:aspettare|attendere)",
  never:
    "non (?:serve|occorre|c'e bisogno di|e necessario|bisogna|si deve) (?:aspettare|attendere)|non esit\\p{L}*|in qualsiasi momento|quando vuole|quando volete",
  otherMatters:
    'consegn\\p{L}*|fattur\\p{L}*|pagament\\p{L}*|negozio|magazzino|webinar|corso (?:e|inizia)|contratto|scadenz\\p{L}*|merce|sconto|ordine',
  company: 'noi|nostr\\p{L}*|nessuno|siamo|abbiamo|\\p{L}{3,}remo|scrivetec\\p{L}*|contattatec\\p{L}*|ci',
  person: 'io|mi|me|sono|ho|\\p{L}{3,}(?:temi|rmi|ami|imi)',
};
