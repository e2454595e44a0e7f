/** Requests and small talk in Portuguese, Italian and Dutch, folded: the basics. Flat alternatives with bounded gaps. */
import { any } from './absence-words.ts';

export const moreRequests = any(
  '(?:gostaria|gostariamos|queria|queriamos|preciso|precisamos|precisava) (?:de )?(?:saber|conhecer|confirmar|receber|entender)|(?:podem|pode|poderia|poderiam|podes|podia)(?: \\p{L}+)? \\p{L}+r-(?:nos|me)|solicit(?:o|amos) (?:o envio|a confirmacao|a remessa|a indicacao|informacao)|(?:diga|digam|envie|enviem|mande|mandem|confirme|confirmem|indique|indiquem)-(?:me|nos)',
  '(?:vorrei|vorremmo|volevo|volevamo|mi piacerebbe|desidero|desideriamo) (?:sapere|capire|conoscere|ricevere)|(?:potreste|potete|potrebbe|puo|puoi|potresti) (?:\\p{L}+ )?\\p{L}{3,}r(?:mi|ci|melo|celo)|(?:vi|la) pre(?:go|ghiamo) di (?!scus)\\p{L}+|si prega di (?!notare|non)\\p{L}+re|(?:mi|ci) (?:dica|mandi|invii|confermi|faccia sapere|fate sapere|mandate|inviate|confermate)|(?:fatemi|fateci|fammi|facci) sapere (?:se|quando|quanto|come|chi|cosa|quale)',
  '(?:zou|zouden|wil|willen)(?: (?:ik|wij|we|graag|nog|ook|willen)){1,5} weten|(?:kunt|kan|kun|zou|wilt|wil) (?:u|je|jij|jullie)(?: \\p{L}+){1,8} (?:sturen|mailen|weten|bevestigen|doorgeven|toesturen|geven|vertellen|aangeven)|graag (?:vernemen|ontvangen|horen) (?:wij|we|ik)|(?:wij|we|ik) (?:vernemen|ontvangen|horen|verneem|ontvang|hoor) graag|(?:wij|we|ik) verzoek(?:en)? u|laat (?:het )?(?:me|mij|ons) weten (?:of|wat|wanneer|hoe|welke|wie)|graag uw (?:reactie|antwoord|bevestiging|offerte|prijs)',
);

export const moreGreetings = any(
  'tudo bem(?=\\W*$)|como foi o (?:fim de semana|natal)|como foram as (?:ferias|festas)|como (?:vai|esta|estao)(?: voce| tudo)?(?=\\W*$)',
  "(?:come (?:va|sta|state|stai)|tutto bene)(?=\\W*$)|com'e andat[oa] (?:il|la|le) (?:weekend|fine settimana|vacanz\\p{L}*|fiera)",
  "hoe (?:gaat|is) (?:het|'t)(?: met (?:u|je|jou|jullie))?(?=\\W*$)|alles goed(?=\\W*$)|hoe was (?:het|uw|je) (?:weekend|vakantie|beurs)|(?:fijn|goed) weekend gehad",
);
