/** Questions and requests for information that await an answer; rhetorical ones and those answered in the same breath do not. */
import { wordsOf } from './fold.ts';
import * as words from './question-words.ts';
import { formalRequests } from './request-formal.ts';
import { moreGreetings, moreRequests } from './request-more.ts';
import { noAsking, requests } from './request-words.ts';
import type { Sentence } from './sentences.ts';

const asked = /\?["')\]]*$/;

/** Of nothing longer is a question mere courtesy. */
const longestGreeting = 70;

export function questionsIn(sentences: readonly Sentence[]): string[] {
  const found: string[] = [];
  sentences.forEach(({ text, folded }, at) => {
    const next = sentences[at + 1]?.folded ?? '';
    const before = sentences[at - 1]?.text;
    if (found.length > 0 && before !== undefined && found.at(-1) === trimmed(before) && words.tail.test(folded)) return;
    if (asked.test(folded.trim())) {
      if (!asksNothing(folded, next, at + 2 < sentences.length)) found.push(trimmed(text));
    } else if (!words.noRequest.test(folded) && !noAsking.test(folded) && !words.asksForIt.test(next)) {
      const last = at === sentences.length - 1 && !/[.!]$/.test(folded);
      const begins = afterLead(folded);
      if (
        words.asksInWords.test(folded) ||
        requests.test(folded) ||
        formalRequests.test(folded) ||
        moreRequests.test(folded) ||
        words.plainQuestion.test(begins) ||
        words.inverted.test(folded) ||
        words.inverted.test(begins) ||
        (words.bareQuestion.test(begins) && (last || !/[.!:]$/.test(folded)))
      )
        found.push(trimmed(text));
    }
  });
  return found;
}

/** What follows a greeting or a heading: "Hi Tom, does it fit", "Delivery though - are we talking days". */
const afterLead = (folded: string): string =>
  folded
    .replace(
      /^(?:hi|hello|hey|hallo|moin|servus|bonjour|salut|hola|buenas|thanks|danke|merci|gracias)(?![\p{L}])[^,;:]{0,30},\s+/u,
      '',
    )
    .replace(/^[^.:;]{1,40}(?::| -)\s+/, '');

/** `goesOn`: more follows than the next sentence. */
function asksNothing(folded: string, next: string, goesOn: boolean): boolean {
  const asks = folded.split(/[:;]\s/).at(-1)!;
  if (folded.length < longestGreeting && (words.greeting.test(asks) || moreGreetings.test(asks))) return true;
  if (words.anyQuestions.test(folded)) return true;
  if (words.rhetorical.test(folded) || words.echoed.test(folded)) return true;
  if (isTitle(folded)) return true;
  if (/\?/.test(next)) return false;
  if (words.answered.test(next) || (words.whatIf.test(folded) && words.thenSo.test(next))) return true;
  if (words.whyAsk.test(folded) && words.reason.test(next)) return true;
  // "What's the holdup? Legal." and "Warum wir so lange gebraucht haben?" are answered by their own author.
  const brief = wordsOf(next).filter(({ text }) => /\p{L}/u.test(text)).length;
  const wh =
    /^(?:so |and |und |et |y )?[¿"'(]*(?:what|why|who|where|when|how|was|warum|wieso|wer|wo|wann|wie|que|quoi|pourquoi|qui|ou|quand|quel|por que|quien|donde|cuando|cual)\b/;
  if (wh.test(folded) && goesOn && brief > 0 && brief < 4 && /\.$/.test(next) && !closing.test(next)) return true;
  return words.tells.test(folded) && brief > 0;
}

const closing =
  /^(?:ta|thanks?|thank you|thx|cheers|regards|best|kind|many|merci|danke\p{L}*|gracias|saludos|gruss\p{L}*|viele|mit|lg|vg|mfg|cordialement|bien|un saludo|atentamente|sorry|please|bitte)\b/u;

/** «Faut-il isoler ?» is what somebody wrote or read, where the sentence opens the quotation marks before the question. */
const isTitle = (folded: string): boolean => {
  const marks = folded.split('"').length - 1;
  return marks % 2 === 1 || (/\?\s*"$/.test(folded) && !folded.startsWith('"'));
};

const trimmed = (text: string): string => text.replace(/^(?:\d{1,2}[.)]|[-*•])\s+/, '');
