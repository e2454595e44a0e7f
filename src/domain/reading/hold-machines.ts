/**
 * Text that speaks to a machine about its rules: nobody who invites a person to write again speaks so, and it ends no hold. Folded; flat
 * alternatives with bounded gaps.
 */
import { any } from './absence-words.ts';

/** What a machine would be told to set aside. */
const rules = {
  en: '(?:rules?|instructions?|prompts?|guidelines?|directives?|restrictions?|constraints?|safeguards?|guardrails?|polic(?:y|ies)|programming|commands?|settings?|filters?|protocols?)',
  de: '(?:regeln?|anweisung\\p{L}*|vorgaben?|instruktion\\p{L}*|befehle?|richtlinien?|einschrankung\\p{L}*|prompts?|programmierung|einstellung\\p{L}*)',
  fr: '(?:regles?|instructions?|consignes?|directives?|restrictions?|prompts?|programmation|parametres|limites)',
  es: '(?:reglas?|instrucci\\p{L}+|normas?|directrices|restricci\\p{L}+|prompts?|programacion|ordenes|limites)',
  pt: '(?:regras?|instruc\\p{L}+|normas?|diretrizes|restric\\p{L}+|prompts?)',
  it: '(?:regole|istruzioni|direttive|restrizioni|prompt|norme)',
  nl: '(?:regels?|instructies?|richtlijnen|beperkingen|opdrachten|prompts?)',
};

const aboutRules = any(
  `(?:ignor\\p{L}*|disregard\\p{L}*|forget|overrid\\p{L}*|bypass\\p{L}*|skip|break|drop|suspend|discard|cancel|delete|reset)[^.;!?]{0,30} ${rules.en}`,
  `(?:ignorier\\p{L}*|vergiss|vergesst|vergessen|missacht\\p{L}*|umgeh\\p{L}*|uberschreib\\p{L}*|losch\\p{L}*)[^.;!?]{0,30} ${rules.de}`,
  `(?:ignor\\p{L}*|oubli\\p{L}*|contourn\\p{L}*|annul\\p{L}*|outrepass\\p{L}*)[^.;!?]{0,30} ${rules.fr}`,
  `(?:ignor\\p{L}*|olvid\\p{L}*|omit\\p{L}*|salt\\p{L}*|anul\\p{L}*|desobede\\p{L}*)[^.;!?]{0,30} ${rules.es}`,
  `(?:ignor\\p{L}*|esquec\\p{L}*|anul\\p{L}*)[^.;!?]{0,30} ${rules.pt}`,
  `(?:ignor\\p{L}*|dimentic\\p{L}*|annull\\p{L}*)[^.;!?]{0,30} ${rules.it}`,
  `(?:negeer|vergeet|overschrijf|omzeil)[^.;!?]{0,30} ${rules.nl}`,
  `(?:your|previous|prior|earlier|system|new|updated|following|these) (?:system )?${rules.en}(?= *:| (?:are|is|have|has|no longer|say|tell|do|don't|allow|now))`,
  `(?:deine|ihre|neue|vorherige|bisherige|folgende)[nr]? ${rules.de}(?= *:| (?:sind|ist|gelten|lauten))`,
  `(?:vos|tes|nouvelles?|precedentes?) ${rules.fr}(?= *:| (?:sont|est|ne))|(?:tus|sus|nuevas?) ${rules.es}(?= *:| (?:son|es|ya))`,
);

/** Addressed as what it is. That somebody buys or sells an assistant says nothing. */
const toMachine = any(
  "(?:as|you are|you're|dear|hey|hello|attention|note to|message to) (?:now )?(?:an? |the |any |this )?(?:\\p{L}+ ){0,2}(?:ai|a\\.i\\.|llm|chatbot|bot|language model|(?:ai|virtual|digital|e-?mail|automated?) (?:assistant|agent))",
  '(?:als|du bist|sie sind|an) (?:ein(?:e|en)? |die |den |das )?(?:\\p{L}+ ){0,2}(?:ki|chatbot|bot|sprachmodell|ki-\\p{L}+|assistenzsystem)',
  "(?:en tant qu'|tu es |vous etes |a l'attention de (?:l')?)(?:une? )?(?:\\p{L}+ ){0,2}(?:ia|chatbot|robot|modele de langage|agent conversationnel)",
  '(?:como|eres|usted es|atencion) (?:una? )?(?:\\p{L}+ ){0,2}(?:ia|chatbot|robot|modelo de lenguaje|asistente virtual)',
  "(?:ai|ki|ia|llm|bots?|agents?|assistants?|models?) (?:\\p{L}+ ){0,2}(?:reading|processing|parsing|handling) (?:this|these)|(?:if|whether) you(?:'re| are) (?:an? )?(?:ai|bot|machine|model)|system (?:prompt|override|command)|prompt injection|jailbreak|developer mode|admin(?:istrator)? (?:mode|override|command)|llms?|(?:the|this) (?:bot|robot|algorithm|software|program|crm) (?:can|may|should|must|is allowed)",
  '(?:mark|flag|set|record|log|classify|treat|update|clear|delete|reset) (?:this|the|my|our|all|any)(?: \\p{L}+){0,3} (?:hold|holds|opt-?out|flag|status)|(?:hold|opt-?out)(?: \\p{L}+)? (?:flag|status|state|record|entry|rule)s?|hold *= *\\p{L}+',
);

/** "SYSTEM: …", "[assistant] …": how a talk with a machine is written down. */
const speaker =
  /(?:^|[\n.!?>)\]}"*#-]\s*|[[<{(])(?:system|assistant|user|admin|administrator|developer|root|ai|bot|agent|prompt|instructions?|assistent|systeme|sistema|asistente|assistente)\s*(?::|\]|>|\))/;

export const speaksToMachine = (folded: string): boolean =>
  aboutRules.test(folded) || toMachine.test(folded) || speaker.test(folded);
