/** Questions and requests for information that await an answer; rhetorical ones and those answered in the same breath do not. */
import { any } from './absence-words.ts';
import type { Sentence } from './sentences.ts';

const greeting = any(
  "how are you|how's it going|how is it going|how are things|you ok|all good|hope you",
  "wie geht'?s|wie gehts|wie geht es|alles gut|alles klar",
  'comment allez[- ]vous|comment vas[- ]tu|ca va|comment ca va',
  'que tal|como esta|como estas|como va todo|como andas',
);
const rhetorical = any(
  "who doesn't|who knows|isn't it|isn't that|you know what|guess what|remember when|what did i tell|shall we\\?$|why not|why am i|what can i say|what's not to|how cool|who would have",
  'wer mag kein\\p{L}*|wer weiss|ist das nicht|wissen sie was|weisst du was|wissen sie noch|weisst du noch|was hab ich gesagt|warum ich schreibe|warum nicht|na also|wer hatte',
  "qui n'aime|qui sait|n'est-ce pas|vous savez quoi|tu sais quoi|vous vous souvenez|tu te souviens|qu'est-ce que je disais|pourquoi j'ecris|pourquoi pas",
  'a quien no|quien sabe|no es una|sabes que\\?|sabe que\\?|te acuerdas|se acuerda|que te decia|que le decia|por que escribo|por que no\\?',
);
const answered = /^(?:because|weil|parce que|porque|yes|no,|ja,|oui|si,|ah|oh|never mind|i just saw|yes,)/;

const asksInWords = any(
  "(?:could|can|would|will) you (?:please )?(?:let me know|tell|send|confirm|check|clarify)|let me know (?:what|whether|if|when|how|which|who)|please (?:send|advise|confirm|let me know|tell|clarify|share)|(?:i|we)(?:'d| would)? (?:need|like|want|have) to know|wants? to know (?:who|what|when|how|whether|if|which)|tell me (?:what|how|when|who)|do you (?:have|deliver)|can you do|any (?:news|chance|update)",
  '(?:teilen|sagen|schreiben|schicken|senden|geben|nennen|bestatigen) sie (?:mir|uns)|(?:sag|schick|schreib|nenn|gib)(?:en|e|t)? (?:mir|uns)|(?:musste|mochte|mussten|wurde gern|brauche|will)(?: \\p{L}+){0,3} wissen|bitte um (?:ruckmeldung|antwort|auskunft|bestatigung|info|nachricht)|mochte wissen|will wissen|gehts? auch|liefert ihr|schicken sie (?:mir |uns )?(?:bitte )?(?:noch )?(?:den|die|das)',
  "merci de (?:m'|me |nous )(?:indiquer|dire|confirmer|preciser|envoyer|communiquer|faire savoir)|(?:dites|envoyez|indiquez|confirmez|precisez)[- ](?:moi|nous)|(?:besoin de|aimerais|voudrais|souhaite|dois) (?:connaitre|savoir)|demande qui|et vous livrez|pouvez-vous|pourriez-vous",
  '(?:agradeceria|agradeceriamos) que|(?:mandame|mandeme|enviame|envieme|digame|dime|indiqueme|indicame|confirmame|confirmeme|diganos|pasame|paseme)|necesit\\p{L}* saber|quiere saber|quisiera saber|y entregais|me (?:indica|dice|confirma)',
);
const noRequest = any(
  'if anything|no questions|if you (?:have|need)|asked (?:if|whether|ben)|wonder what|let me know if you need anything|just (?:send|book)',
  'bei fragen|keine fragen|wollten wissen|was wohl|einfach (?:alle|melden)|haben wir',
  'pour toute question|plus de questions|vouliez savoir|envoyez tout',
  'cualquier duda|no hay mas preguntas|preguntaba|mandalas todas',
);
const bareQuestion =
  /^(?:and |und |et |y )?(?:can|could|do|does|is|are|will|would|what|when|where|who|how|which|any|gibts|geht|gehts|liefert|kann|konnen|wer|was|wann|wo|wie|est-ce|vous livrez|y a|puede|hay|cuando|donde|como|entregais)\b/;

export function questionsIn(sentences: readonly Sentence[]): string[] {
  const found: string[] = [];
  sentences.forEach(({ text, folded }, at) => {
    const next = sentences[at + 1]?.folded ?? '';
    if (/\?["')\]]*$/.test(folded.trim())) {
      if (greeting.test(folded) && folded.length < 50) return;
      if (rhetorical.test(folded) || (answered.test(next) && !/\?$/.test(next))) return;
      if (/^remember\b|steht ja|c'est ecrit|lo pone/.test(folded)) return;
      found.push(trimmed(text));
      return;
    }
    if (noRequest.test(folded)) return;
    const asks = asksInWords.exec(folded);
    if (asks) found.push(trimmed(text));
    else if (bareQuestion.test(folded) && !/[.!]$/.test(folded) && at === sentences.length - 1)
      found.push(trimmed(text));
  });
  return found;
}

const trimmed = (text: string): string => text.replace(/^(?:\d{1,2}[.)]|[-*•])\s+/, '');
