/**
 * Requests in the manner of an office, folded: "um Rückmeldung wird gebeten", "you are requested to furnish", "sírvanse indicarnos"; and what is told
 * to be open or needed, which asks for it. Flat alternatives with bounded gaps.
 */
import { any } from './absence-words.ts';
import { factsDe, factsEn, factsEs } from './question-words.ts';

/** What leads to the thing that is to be known. */
const unknownEn = '(?:what|which|who|when|where|why|how|whether|if)';
const unknownDe =
  '(?:(?:ab|bis|bei|mit|von|zu|in|an|auf|fur|nach|aus) )?(?:was|welche\\p{L}*|wer|wem|wen|wann|wo|wohin|warum|wie|wieviel\\p{L}*|ob)';
const unknownFr = "(?:ce (?:que|qu'|qui)|quel\\p{L}*|qui|quand|ou|pourquoi|comment|combien|si|s'il|s'ils|a qui)";
const unknownEs = '(?:que|cual\\p{L}*|quien\\p{L}*|cuando|donde|por que|como|cuant\\p{L}*|si|a (?:quien|cuanto))';

/** What an office asks for in German, as a noun. */
const askedDe = `(?:ruckmeldung|mitteilung|ruckantwort|erledigung|\\p{L}*(?:ubersendung|zusendung|ubermittlung|vorlage|einreichung|abgabe|bekanntgabe|erganzung|nachreichung|benennung|stellungnahme|offerte|angebots?|anbots?|kostenvoranschlag\\p{L}*)|${factsDe})`;

export const formalRequests = any(
  `(?:would|should|shall|'d) be (?:\\p{L}+ )?(?:obliged|grateful|glad|pleased|thankful) (?:to (?:have|receive|be (?:given|told|sent|informed|advised)|learn)|for (?:(?:your|the|a|an|some|any|further|written|early) ){0,2}(?:\\p{L}+ )?${factsEn}|if you (?:will|would|could|can|might))`,
  '(?:you|tenderers|bidders|suppliers|contractors|applicants|your (?:company|firm|office))(?: are| is)(?: (?:kindly|hereby|therefore|also|respectfully))? (?:requested|required|asked) to (?:furnish|provide|supply|submit|send|state|confirm|indicate|complete|return|quote|forward|produce|advise|inform|specify|clarify)',
  `(?:only|one|sole|last|remaining|main) (?:open |outstanding |unresolved |remaining )?(?:point|item|issue|matter|question)(?: \\p{L}+){0,4} (?:is|being|remains) ${unknownEn}`,
  `(?:i|we)(?: still| also| just| only)? need (?:the|your)(?: (?!to |from |by |for |before |until )\\p{L}+){1,6} (?:${factsEn}|(?:vat|tax|company) (?:id|number|registration))`,
  `^(?:and |also |much )?(?:grateful|obliged|thankful) (?:for (?:sight of|(?:your|the|a|an|some|any|early|written) (?:\\p{L}+ )?${factsEn})|if you|to (?:have|receive|know|learn))|^(?:and |just |also )?wondered ${unknownEn}|(?:could|can|may|might) (?:i|we) (?:trouble|bother|press|ask) you (?:for|to)|(?:erbitte|erbitten)(?: (?:ich|wir))? (?:ihre?n?|eine?n?)|(?:restons|reste|demeurons|demeure) (?:dans l'attente|en attente) de (?:votre|vos) (?!(?:\\p{L}+ )?(?:reponse|retour|lecture|disposition))\\p{L}+`,
  '^do (?:advise|let (?:me|us) know|tell (?:me|us)|confirm)',
  `(?:bitten|bitte|ersuchen|ersuche|erbitten)(?: \\p{L}+){0,3} um (?:\\p{L}+ ){0,2}${askedDe}`,
  `um (?:\\p{L}+ ){0,2}${askedDe}(?: [\\p{L}\\d.-]+){0,8} (?:gebeten|ersucht|bitten|bitte|ersuchen|ersuche)`,
  `(?:ungeklart|offen|unklar|fraglich|unbeantwortet)(?: (?:ist|ware|bleibt|noch|nur|dabei|lediglich|allein|jetzt|mir|uns|fur uns)){1,4},? ${unknownDe}`,
  "(?:serai[st]|serions|serons|saurai[st]|saurions|saurons)(?: \\p{L}+)? (?:oblige\\p{L}*|reconnaissant\\p{L}*|gre)(?= d| si| pour)|(?:vous voudrez|tu voudras) bien(?= me | nous | m')|il (?:vous )?est demande(?= d)|(?:auriez-vous|ayez|avoir) (?:l'(?:obligeance|amabilite)|la (?:bonte|gentillesse))(?= d)",
  `reste a (?:voir|savoir|determiner|preciser|definir) ${unknownFr}|(?:seul|dernier) point (?:encore )?(?:ouvert|en suspens|a eclaircir)|(?:il )?(?:me|nous) faut (?:encore |aussi )?(?:votre|vos)(?= )`,
  'se (?:ruega|solicita|agradece|agradecera|agradeceria|pide|requiere)(?: \\p{L}+){0,2} (?:confirm|remi[st]|envi|indi[cq]|aport|present|inform|acus|comuni[cq]|facilit|detall|adjunt|complet|respuesta)\\p{L}*|(?:sirvase|sirvanse|sirva) \\p{L}+r(?:me|nos|lo|la)?(?!\\p{L})|(?:tenga|tengan|ten|tened) (?:la (?:bondad|amabilidad|gentileza)|a bien)',
  `(?:queda|quedaria|falta|resta)(?: \\p{L}+){0,2} (?:saber|conocer|aclarar|definir|concretar) ${unknownEs}|(?:necesit|precis|falt)\\p{L}* (?:el|la|su|los|las|sus|vuestr[oa]) (?:nit|ruc|cuit|rnc|${factsEs})`,
);
