/** Promises in Dutch, folded. */
import { any } from './absence-words.ts';
import { type Grammar, or } from './promise-grammar.ts';

const does =
  '(?:stuur|sturen|mail|mailen|bel|bellen|zend|zenden|regel|regelen|laat|laten|kom|komen|geef|geven|bevestig|bevestigen|lever|leveren|meld|melden|maak|maken|zorg|zorgen|bezorg|bezorgen|betaal|betalen|teken|tekenen|breng|brengen|zoek|zoeken|pak|pakken|zet|zetten|check|checken)';
const infinitive =
  '(?:sturen|mailen|bellen|zenden|regelen|weten|komen|geven|bevestigen|leveren|melden|maken|zorgen|bezorgen|betalen|tekenen|brengen|uitzoeken|nakijken|doorgeven|navragen|toesturen|terugbellen|opsturen|contacteren)';

export const dutch: Grammar = {
  undertakes: any(
    or(
      `(?:ik|wij|we) ${does}(?! (?:niet|geen|nooit))`,
      `${does} (?:ik|wij|we)`,
      `(?:(?:ik|wij|we) (?:zal|zullen|ga|gaan)|(?:zal|zullen|ga|gaan) (?:ik|wij|we))(?: [\\p{L}\\d]+){0,10} ${infinitive}`,
      'komt (?:in orde|goed|voor elkaar)|beloofd|reken (?:maar )?op (?:mij|ons)|(?:u|je|jullie) hoort (?:nog )?van (?:mij|ons)|wordt geregeld|ik vraag het na',
    ),
  ),
  whenTimed: any(
    or(
      '(?:u|jij|je|jullie) (?:ontvangt|krijgt|hebt|heeft|hoort|ontvangen|krijgen)|(?:ontvangt|krijgt|heeft|hebt|krijg|ontvang) (?:u|je|jij|jullie)',
      '(?:wordt|worden)(?: [\\p{L}\\d]+){0,6} (?:verstuurd|verzonden|geleverd|betaald|gemaild|toegestuurd|opgehaald|geregeld|afgeleverd|overgemaakt|ondertekend)',
      '(?:gaat|gaan|komt|komen)(?: [\\p{L}\\d]+){0,5} (?:de deur uit|op de post|naar u|uw kant op)|(?:volgt|volgen)',
    ),
  ),
  unless: any(
    'niet|geen|nooit|misschien|wellicht|zou|zouden|gisteren|bijgevoegd|bijgaand|alstublieft|mogelijk|moet|moeten',
  ),
  past: any('(?:heb|hebben|heeft|is|zijn|werd|werden)(?: [\\p{L}\\d]+){0,8} (?:ge|ver|be|op)\\p{L}+(?=$)'),
  unlessAfter: true,
  condition: any('(?:^|(?<=[,;] ))(?:als|indien|mits)'),
  bargain: any('u|uw|je|jullie|prijs|korting|budget'),
  byDefault: any('als (?:niets|alles)|tenzij'),
  notIn: any(
    'hoop|hopen|hopelijk|leverancier|vervoerder|koerier|volgens|normaal|meestal|(?:zei|zegt) dat|heeft gezegd',
  ),
};
