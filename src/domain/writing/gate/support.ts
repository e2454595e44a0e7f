/** Whether the words of a sentence are those of its ground, and told as whose they are. */

import { containment } from '../../text.ts';
import { amountsIn } from './amounts.ts';
import { daysIn } from './days.ts';
import type { Cause, Judged } from './facts.ts';
import * as shape from './shape.ts';
import { weighty } from './stakes.ts';
import { gives, offers } from './stance.ts';
import { contentOf, inCompound, indexOf, sameRoots, wordsIn } from './words.ts';

/** A share of the prospect's very words from which a clause is the prospect's and not the rep's. */
const echoed = 0.75;

/** What speaks against the words of a clause. */
export function unsupported(clause: Judged): Cause | null {
  const { quotes, context } = clause;
  const own = ownPart(clause);
  const theirs = context.messages.filter(({ author }) => author === 'contact');
  if (own !== null && theirs.some(({ pieces }) => pieces.some((each) => containment(own, each, 4) >= echoed)))
    return 'echo';
  return quotes.length > 0 ? supported(clause) : bare(clause);
}

/**
 * What a clause says in the rep's own voice: "As you wrote, what is the capital of Brazil?" without its first words, for who repeats with them repeats.
 * Null where it tells in so many words what the reader said, wants or needs.
 */
function ownPart({ folded, question, language }: Judged): string | null {
  const told = shape.youSaid[language].exec(folded);
  const end = told ? told.index + told[0].length : 0;
  if (told && end < 60 && /^\s?[,:]/.test(folded.slice(end))) return folded.slice(end);
  return told && !question ? null : folded;
}

/** What a clause says of its own, beside its days and numbers, and whether it has such, which have been held against the ground. */
function contentIn({ sentence, language, context }: Judged): { content: string[]; figured: boolean } {
  const { today, monthFirst } = context.ground;
  const days = daysIn(sentence, today, monthFirst);
  const amounts = amountsIn(sentence, language);
  const capitals = new Set((sentence.match(/\p{Lu}[\p{L}\p{M}]*/gu) ?? []).flatMap(wordsIn));
  const figures = new Set(
    [...days.map(({ text }) => text), ...amounts.map(({ start, end }) => sentence.slice(start, end))].flatMap(wordsIn),
  );
  const { all, company } = context.names;
  const content = contentOf(sentence, language).filter(
    (word) => !figures.has(word) && !company.has(word) && !(all.has(word) && capitals.has(word)),
  );
  return { content, figured: days.length + amounts.length > 0 };
}

/** A word that binds, and whether it is the reader who is bound. */
interface Result {
  word: string;
  theirs: boolean;
}

const reader = /(?<!\p{L})(?:you|vous|tu|sie|ihr|du|usted|ustedes)(?!\p{L})[^,.;:]{0,14}$/u;

/** The words that bind in a clause, each of them. */
function resultsIn({ folded, language }: Judged): Result[] {
  const found: Result[] = [];
  const arrangement = shape.asArranged[language].exec(folded)?.[0];
  let rest = arrangement === undefined ? folded : folded.replace(arrangement, ' ');
  for (let more = 0; more < 12; more++) {
    const match = weighty[language].exec(rest);
    if (!match) break;
    found.push({ word: match[0], theirs: reader.test(rest.slice(0, match.index)) });
    rest = rest.slice(match.index + match[0].length);
  }
  return found;
}

/** A clause with ground: its words stand there, and who says what is as it was. */
function supported(clause: Judged): Cause | null {
  const { folded, question, polite, hung, language, quotes, context } = clause;
  const { content, figured } = contentIn(clause);
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
  if (wordless && !mild && !arranged && !hung) return 'words';
  const results = resultsIn(clause);
  const offered = polite && offers[language].test(folded);
  const given = (result: Result): boolean =>
    (offered ? rep : result.theirs ? theirs : used).some((quote) =>
      gives(clause, quote, (part) => sameRoots(result.word, part)),
    );
  if (!question && !late && !results.every(given)) return 'result';
  if (mild || reported || theirs.length === 0 || (hung && content.length === 0)) return null;
  const long = wordsIn(folded).filter((word) => word.length > 3);
  const foreign = long.filter((word) => ofContact.has(word) && !ofRep.has(word)).length;
  if (rep.length > 0 && foreign <= long.filter((word) => ofRep.has(word)).length) return null;
  if (results.length > 0) return 'author';
  const open = arranged || shape.planned[language].test(folded);
  return open || shape.secondPerson[language].test(folded) ? null : 'author';
}

/** A clause without ground: a question or a courtesy in everyday words. */
function bare(clause: Judged): Cause | null {
  const { folded, question, polite, hung, language, context, told } = clause;
  const { content } = contentIn(clause);
  const mild = question || polite || shape.notArrived[language].test(folded);
  if (!mild && !(hung && content.length === 0)) return 'no_ground';
  // A word of the prospect's has to be cited; of words that nobody wrote one may be the model's own.
  const strange = content.filter((word) => !context.byRep.has(word) && !told.has(word));
  if (strange.some((word) => context.byContact.has(word)) || strange.length > 1 || content.length > 4) return 'words';
  return !question && resultsIn(clause).length > 0 ? 'result' : null;
}
