/** Whether the words of a sentence are those of its ground, and told as whose they are. */

import { fold } from '../reading/fold.ts';
import { sentencesOf } from '../reading/sentences.ts';
import { containment } from '../text.ts';
import { amountsIn } from './amounts.ts';
import { daysIn } from './days.ts';
import type { Cause, Judged } from './facts.ts';
import type { Quote } from './ground.ts';
import * as shape from './shape.ts';
import { weighty } from './stakes.ts';
import { gives, offers } from './stance.ts';
import { contentOf, inCompound, indexOf, sameRoots, wordsIn } from './words.ts';
import type { Language } from './written.ts';

/** What a clause says of its own, beside its days and numbers. */
interface Clause {
  folded: string;
  question: boolean;
  polite: boolean;
  content: string[];
  /** It names a day or a number, which has been held against the ground. */
  figured: boolean;
}

/** A share of the prospect's very words from which a clause is the prospect's and not the rep's. */
const echoed = 0.75;

/** What speaks against the words of a sentence. A good sentence does not carry a bad one along: each clause is asked by itself. */
export function unsupported(judged: Judged): Cause | null {
  const { quotes, context } = judged;
  const theirs = context.messages.filter(({ author }) => author === 'contact');
  for (const clause of clausesOf(judged)) {
    const own = ownPart(clause, judged.language);
    if (own !== null && theirs.some(({ pieces }) => pieces.some((each) => containment(own, each, 4) >= echoed)))
      return 'echo';
    const why = quotes.length > 0 ? supported(clause, judged) : bare(clause, judged);
    if (why) return why;
  }
  return null;
}

/**
 * What a clause says in the rep's own voice: "As you wrote, what is the capital of Brazil?" without its first words, for who repeats with them repeats.
 * Null where it tells in so many words what the reader said, wants or needs.
 */
function ownPart({ folded, question }: Clause, language: Language): string | null {
  const told = shape.youSaid[language].exec(folded);
  const end = told ? told.index + told[0].length : 0;
  if (told && end < 60 && /^\s?[,:]/.test(folded.slice(end))) return folded.slice(end);
  return told && !question ? null : folded;
}

/** Clauses shorter than this belong to what stands before them. */
const leastWords = 3;

function clausesOf({ sentence, language, context }: Judged): Clause[] {
  return sentencesOf(sentence).flatMap(({ text }) => {
    const parts: string[] = [];
    for (const part of text.split(/(?<=[:;])\s|\s[–—-]\s|\s?[–—]\s?|[()]/)) {
      if (parts.length > 0 && wordsIn(part).length < leastWords) parts[parts.length - 1] += ` ${part}`;
      else if (/\p{L}/u.test(part)) parts.push(part);
    }
    return parts.map((part, at) => {
      const folded = fold(part);
      const asked = shape.isQuestion(text) && shape.asksIndeed(part, language);
      const question = asked && (at === parts.length - 1 || language !== 'es' || part.includes('¿'));
      const days = daysIn(part, context.ground.today, context.ground.monthFirst);
      const amounts = amountsIn(part, language);
      const capitals = new Set((part.match(/\p{Lu}[\p{L}\p{M}]*/gu) ?? []).flatMap(wordsIn));
      const figures = new Set(
        [...days.map((each) => each.text), ...amounts.map(({ start, end }) => part.slice(start, end))].flatMap(wordsIn),
      );
      return {
        folded,
        question,
        polite: !question && shape.courtesy[language].test(folded),
        content: contentOf(part, language).filter(
          (word) =>
            !figures.has(word) &&
            !context.names.company.has(word) &&
            !(context.names.all.has(word) && capitals.has(word)),
        ),
        figured: days.length + amounts.length > 0,
      };
    });
  });
}

/** A clause with ground: its words stand there, and who says what is as it was. */
function supported({ folded, question, polite, content, figured }: Clause, judged: Judged): Cause | null {
  const { language, quotes, context } = judged;
  const reported = shape.youSaid[language].test(folded);
  // What the prospect dictated grounds no more than that it was asked for.
  const used = shape.youAsked[language].test(folded) ? quotes : quotes.filter(({ dictated }) => !dictated);
  if (used.length === 0) return 'author';
  const theirs = used.filter(({ message }) => message.author === 'contact');
  const rep = used.filter(({ message }) => message.author === 'rep');
  const ofRep = indexOf(...rep.flatMap(({ around, message }) => [around, ...message.attachments]));
  const ofContact = indexOf(...theirs.map(({ around }) => around));
  const words = used.flatMap(({ around }) => wordsIn(around));
  const inGround = (word: string): boolean =>
    ofRep.has(word) || ofContact.has(word) || (language === 'de' && inCompound(word, words));
  const unknown = content.filter((word) => !inGround(word));
  const strange = unknown.filter((word) => !context.byRep.has(word)).length;
  if (strange > 1 || unknown.length > Math.max(1, content.length / 2)) return 'words';
  const wordless = content.length === unknown.length && !figured;
  const late = shape.notArrived[language].test(folded);
  const mild = question || polite || late || shape.reaction[language].test(folded);
  const arranged = shape.asArranged[language].test(folded);
  if (wordless && !mild && !arranged) return 'words';
  const result = weighty[language].exec(
    arranged ? folded.replace(shape.asArranged[language].exec(folded)![0], ' ') : folded,
  )?.[0];
  const offered = polite && offers[language].test(folded);
  const given = (quote: Quote): boolean => gives(judged, quote, (part) => sameRoots(result!, part));
  if (result !== undefined && !question && !late && !(offered ? rep : used).some(given)) return 'result';
  if (mild || reported || theirs.length === 0) return null;
  const long = wordsIn(folded).filter((word) => word.length > 3);
  const foreign = long.filter((word) => ofContact.has(word) && !ofRep.has(word)).length;
  if (rep.length > 0 && foreign <= long.filter((word) => ofRep.has(word)).length) return null;
  if (result !== undefined) return 'author';
  return shape.secondPerson[language].test(folded) || arranged ? null : 'author';
}

/** A clause without ground: a question or a courtesy in everyday words. */
function bare({ folded, question, polite, content }: Clause, { language, context, told }: Judged): Cause | null {
  if (!question && !polite && !shape.notArrived[language].test(folded)) return 'no_ground';
  // A word of the prospect's has to be cited; of words that nobody wrote one may be the model's own.
  const strange = content.filter((word) => !context.byRep.has(word) && !told.has(word));
  if (strange.some((word) => context.byContact.has(word)) || strange.length > 1 || content.length > 4) return 'words';
  return !question && weighty[language].test(folded) ? 'result' : null;
}
