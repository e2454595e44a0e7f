/** Words of holds and of opting out in Dutch, folded: flat alternatives with bounded gaps, which `any` puts between whole words. */
const sendings =
  '(?:e-?mails?|mails?|mailtjes?|berichten|bericht|reclame|telefoontjes?|aanbiedingen|nieuwsbrie(?:f|ven)|contact|post|oproepen|voorstellen|spam)';
const verbs =
  '(?:mailen|bellen|opbellen|schrijven|appen|benaderd?(?:en)?|gebeld|gemaild|contacteren|gecontacteerd|lastiggevallen|lastigvallen|lastig te vallen|storen|sturen|toesturen|ontvangen|krijgen|opnemen|zoeken|horen)';

export const nl = {
  contact: `(?:${sendings}|${verbs})`,
  refrain: `(?:niet|geen|nooit|niemand|niets|niks|zonder|stop\\p{L}*)(?!\\p{L})[^;,]{0,45}(?<!\\p{L})(?:${verbs}|${sendings}|bel|mail|stuur|schrijf|benader|stoor)|(?:mail|bel|schrijf|stuur|benader|contacteer|stoor|app|zoek|neem|vraag)\\p{L}* (?:mij|me|ons|u)?(?: \\p{L}+){0,4} (?:niet|geen|pas)|(?:geef|geeft|geven) (?:u )?(?:me|mij|ons)(?: \\p{L}+){0,3} (?:tijd|dagen|weken|week|maand|maanden)|(?:wat|even|beetje|meer|een) (?:geduld|tijd|rust)|(?:laat|laten|wacht|wachten|parkeer|leg)(?: \\p{L}+){0,5} (?:tot|totdat|na|rusten|liggen|wachten|stil)`,
  refrainsContact: `(?:niet|nooit|geen)(?: \\p{L}+){0,4} (?:mailen|bellen|opbellen|schrijven|benaderen|contacteren|storen|contact)|(?:mail|bel|schrijf|benader|contacteer|stoor) (?:mij|me|ons)(?: \\p{L}+){0,2} (?:niet|nooit)`,
  optOut: `(?:mail|bel|schrijf|stuur|benader|contacteer|app|stoor|spam|val|neem|zoek)\\p{L}*(?: (?:u|jullie))? ?(?:mij|me|ons)?(?: \\p{L}+){0,3} (?:niet|nooit|geen)(?: [\\p{L}-]+){0,3} meer(?! (?:voor|tot|deze|dit|na))|nooit (?:meer )?(?:\\p{L}+ ){0,2}${verbs}|(?:wil|willen|wens\\p{L}*|hoef|hoeven|verzoek\\p{L}*|gelieve|graag|a\\.?u\\.?b|alstublieft|alsjeblieft)(?: [\\p{L}-]+){0,5} (?:niet|nooit|geen)(?: [\\p{L}-]+){0,4} (?:meer|langer)(?: [\\p{L}-]+){0,4} ${verbs}|(?<!(?:heb|hebben|had|hadden|kreeg|kregen|ontving|ontvingen|zag|er) )geen (?:\\p{L}+ )?${sendings} meer(?! (?:ontvangen|gehad|gekregen|binnen|gezien|voor|tot))|niet (?:meer|langer) (?:\\p{L}+ ){0,2}(?:mailen|bellen|benaderen|contacteren|lastigvallen|lastig te vallen)|(?:haal|haalt|halen|verwijder|verwijdert|verwijderen|schrap|schrappen|gooi|schrijf|meld|zet|wis)\\p{L}* (?:u |jullie )?(?:mij|me|ons|mijn \\p{L}+|onze \\p{L}+|dit \\p{L}+)(?: \\p{L}+){0,3} (?:van|uit|af|lijst|bestand|database)|(?:mijn|onze|dit) (?:\\p{L}+ )?(?:adres|e-?mailadres|gegevens|nummer|naam)(?: \\p{L}+){0,6} (?:te )?(?:verwijderen|schrappen|wissen|halen)|(?:stop|stopt|hou|houd|kap)(?: \\p{L}+){0,2} (?:met|op met)(?: \\p{L}+){0,3} (?:${verbs}|${sendings})|uitschrijven|schrijf (?:me|mij|ons) uit|(?:laat|laten) (?:me|mij|ons) (?:\\p{L}+ ){0,2}met rust|maak bezwaar tegen|trek mijn toestemming`,
  again:
    'contact(?: \\p{L}+){0,4} op|opnemen|bel|bellen|mail me|mail mij|mailen|schrijf|probeer\\p{L}*|opnieuw|weer|nog eens|spreken|praten|terugkom\\p{L}*|terugbel\\p{L}*|komen?|liever|beter|oppakken|oppikken|hervat\\p{L}*|afspreken|kijken',
  theyReturn:
    '(?:ik|wij) (?:zelf )?(?:bel|mail|meld|laat|kom|neem|hoor|zoek)\\p{L}*|we (?:bellen|mailen|melden|komen|laten|nemen|zoeken)|(?:neem|bel|mail|meld|laat|kom|nemen|bellen|mailen|laten|komen) (?:ik|wij)|u hoort (?:\\p{L}+ ){0,2}van|je hoort (?:\\p{L}+ ){0,2}van',
  standstill:
    '(?:bevroren|geblokkeerd|stilgelegd|opgeschort|gesloten)[^;]{0,40}(?<!\\p{L})(?:tot|voor)|(?:niet|niets|niks|geen|niemand|nooit)[^;]{0,70}(?<!\\p{L})(?:voor|tot|totdat|voordat|eerder|deze (?:week|maand)|dit (?:jaar|kwartaal))|(?:voor|tot)[^;]{0,70}(?<!\\p{L})(?:niet|niets|niks|geen|niemand)|(?<!\\p{L})pas (?:in|na|weer|vanaf|over|op|begin|eind|medio|volgende?|tegen|als)|ten vroegste|op zijn vroegst',
  postponed:
    '(?:uitgesteld|verschoven|verplaatst|doorgeschoven|verzet|op de lange baan)(?:[^;]{0,20}(?<!\\p{L})(?:tot|naar))?',
  busy: 'druk(?:ke|te)?|volgeboekt|overspoeld|geen tijd|handen vol|erg bezet|komen om in',
  away: '(?:op|met) (?:vakantie|verlof|reis|zwangerschapsverlof|ouderschapsverlof)|vakantie|\\p{L}*verlof|afwezig|terug|weer (?:aanwezig|bereikbaar)|er niet|buiten kantoor',
  forNow:
    'voorlopig|op dit moment|momenteel|nu even|even niet|voor nu|voor het ogenblik|tot nader (?:order|bericht)|de komende tijd',
  request:
    '(?:kunt|kun|kan|wilt|wil|zou|zoudt|zouden) (?:u|je|jij|jullie|ik|we|wij|het|dit)|graag|gelieve|a\\.?u\\.?b|alstublieft|alsjeblieft|svp',
  persons: 'ik|mij|mijn|wij|ons|onze|u|uw|jullie',
  first: 'na (?:de|het|mijn|onze|afloop)|zodra|nadat|als (?:ik|we|wij|de|het|mijn|onze)|eens',
  notEarlier:
    '(?:voor die tijd|tot dan|tot die tijd|eerder|daarvoor)[^;]{0,50}(?:niet|niets|niks|geen|niemand)|(?:niet|niets|niks|geen)[^;]{0,40}(?:voor die tijd|tot dan|eerder|daarvoor)',
  lifting:
    '(?:u|je|jullie) (?:kunt|kun|mag|mogen|kunnen) (?:me|mij|ons) (?:nu |gerust )?(?:weer|opnieuw)|(?:hoeft|hoef|hoeven)(?: \\p{L}+)? niet (?:meer|langer) te wachten|niet langer wachten',
  never:
    '(?:hoeft|hoef|hoeven)(?: \\p{L}+){0,2} niet(?: \\p{L}+){0,2} te wachten|niet wachten|aarzel niet|schroom niet|op elk moment|wanneer u wilt',
  otherMatters:
    'levering\\p{L}*|leveren|levert|levertijd|geleverd|factuur|facturen|betaling|betalen|betaald|winkel|magazijn|bestelling\\p{L}*|webinar|korting|offerte (?:is|geldt|loopt)|vervaldatum',
  company: 'wij|ons|onze|niemand',
  person: 'ik|mij|mijn',
};
