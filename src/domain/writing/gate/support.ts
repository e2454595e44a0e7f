/** Whether the words of a sentence are those of its ground, and told as whose they are. */

import { undertakes } from '../../reading/promise.ts';
import { containment } from '../../text.ts';
import { amountsIn } from './amounts.ts';
import { daysIn } from './days.ts';
import type { Cause, Judged } from './facts.ts';
import { daysNamed, type GateContext, type Quote } from './ground.ts';
import * as shape from './shape.ts';
import { assent, granted, price, sentOff, weighty } from './stakes.ts';
import { denial, gives, offers } from './stance.ts';
import { inEach } from './tongues.ts';
import { contentOf, inCompound, indexOf, sameRoots, wordsIn } from './words.ts';
import type { Language } from './written.ts';

/** A share of the prospect's very words from which a clause is the prospect's and not the rep's. */
const echoed = (text: string): number => (wordsIn(text).length < 10 ? 0.9 : 0.75);

/** What speaks against the words of a clause. */
export function unsupported(clause: Judged): Cause | null {
  const { quotes, context } = clause;
  const own = ownPart(clause);
  const theirs = context.messages.filter(({ author }) => author === 'contact');
  if (
    own !== null &&
    !shape.planned[clause.language].test(own) &&
    theirs.some(({ pieces }) => pieces.some((each) => containment(own, each, 4) >= echoed(own)))
  )
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
function contentIn({ sentence, language, context }: Judged): { content: string[]; figured: boolean; counted: boolean } {
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
  const counts = amounts.filter(({ kind }) => kind === 'count' || kind === 'mark');
  return {
    content,
    figured: days.length + amounts.length > 0,
    counted: days.length === 0 && counts.length === amounts.length,
  };
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
  // What may come to pass has not.
  const said = (arrangement === undefined ? folded : folded.replace(arrangement, ' ')).replace(eitherWay, ' ');
  let rest = shape.asserted(said, language);
  for (let more = 0; more < 12; more++) {
    const match = weighty[language].exec(rest);
    if (!match) break;
    found.push({ word: match[0], theirs: reader.test(rest.slice(0, match.index)) });
    rest = rest.slice(match.index + match[0].length);
  }
  return found;
}

/** Words of its own that a clause may have: more of them where it tells nothing and offers nothing. */
const ownWords = { told: 1, offered: 2, asked: 3 } as const;
/** Words that say something in a clause without ground. */
const mostUngrounded = 6;

/** Whether too many of these words are of nobody, or one too many the prospect's and not cited. */
function tooStrange(
  strange: readonly string[],
  { folded, question, context }: Judged,
  kind: keyof typeof ownWords,
  uncited: number,
): boolean {
  const theirs = strange.filter((word) => context.byContact.has(word)).length;
  const words = wordsIn(folded);
  // Names come in twos, large letters or not.
  const paired = !question && words.some((word, at) => strange.includes(word) && strange.includes(words[at + 1] ?? ''));
  if (paired || 2 * strange.length > words.length) return true;
  return theirs > uncited || strange.length > ownWords[kind];
}

/** Everyday words, one of nobody's at most, that tell nothing of either house. */
function isPlain({ folded, hung, language, context, told }: Judged, content: readonly string[]): boolean {
  const own = content.filter((word) => !context.shared.has(word) && !context.byContact.has(word) && !told.has(word));
  if (own.length < content.length || content.length > 1) return false;
  return (hung && content.length === 0) || !shape.tells[language].test(folded);
}

/** Whoever asks for a yes or a no has neither. */
const eitherWay = /(?<!\p{L})(?:yes or (?:a )?no|ja oder (?:ein )?nein|oui ou (?:un )?non|si o (?:un )?no)(?!\p{L})/gu;
/** Words for giving one's word. */
const vowed = /^(?:promis|versp[rb]|zugesag|engag|promet|commit)/u;
/** What was is told, and makes nothing so: "the team had liked it", "the budget was frozen". */
const past =
  /(?<!\p{L})(?:was|were|had|war|waren|hatten?|etait|etaient|avait|avaient|estaba|estaban|habia|habian|era|eran|tenia|tenian|vergangen|verstrichen|passed|gone by|ecoule\p{L}*|pasado)(?!\p{L})/u;

/** A clause with ground: its words stand there, and who says what is as it was. */
function supported(clause: Judged): Cause | null {
  const { folded, question, polite, hung, language, quotes, context, told } = clause;
  const { content, figured, counted } = contentIn(clause);
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
  const strange = unknown.filter((word) => !context.shared.has(word) && !told.has(word));
  const pending = shape.pending[language].test(folded);
  const mild = question || polite || pending || shape.reaction[language].test(folded);
  const offered = !question && offers[language].test(shape.asserted(folded, language));
  if (tooStrange(strange, clause, mild ? (offered ? 'offered' : 'asked') : 'told', 1)) return 'words';
  // Some word of it, be it an everyday one, is of the ground.
  const wordless = !figured && !wordsIn(folded).some((word) => word.length > 4 && inGround(word));
  const arranged = shape.asArranged[language].test(folded);
  if (wordless && !mild && !arranged && !hung && !isPlain(clause, content)) return 'words';
  const planned = shape.planned[language].test(folded);
  const asserts =
    !wordless && !mild && !reported && !denial[language].test(folded) && shape.asserted(folded, language) === folded;
  if (asserts && rep.length === used.length && rep.every(isAsked) && granted[language].test(folded)) return 'author';
  const onlyMeant = rep.length > 0 && rep.every((quote) => isToCome(quote, context));
  if (asserts && onlyMeant && sentOff[language].test(folded)) return 'result';
  const results = resultsIn(clause);
  const given = (result: Result): boolean =>
    (offered ? rep : result.theirs ? theirs : used).some((quote) =>
      planned && !offered
        ? sameRoots(result.word, quote.around)
        : gives(clause, quote, (part) => sameRoots(result.word, part)),
    ) ||
    // One's own word may be told as a promise, whatever it was given in.
    (vowed.test(result.word) && !offered && rep.some(({ around }) => undertakes(around)));
  if (!question && !pending && !results.every(given)) return 'result';
  if (concedes(clause, rep, theirs)) return 'author';
  if (mild || reported || theirs.length === 0 || (hung && content.length === 0)) return null;
  const long = wordsIn(folded).filter((word) => word.length > 3);
  const foreign = long.filter((word) => ofContact.has(word) && !ofRep.has(word)).length;
  if (rep.length > 0 && foreign <= long.filter((word) => ofRep.has(word)).length) return null;
  if (planned || arranged) return null;
  if (results.length > 0) return 'author';
  if (past.test(folded) && !ours.some((words) => words[language].test(folded))) return null;
  if (
    counted &&
    !ours.some((words) => words[language].test(folded)) &&
    theirs.every((quote) => isOfTheirs(quote, language))
  )
    return null;
  return shape.secondPerson[language].test(folded) ? null : 'author';
}

/** "I know that our last delivery was late" owns up to what the prospect holds against the rep's house. */
const concedes = ({ folded, question, language }: Judged, rep: readonly Quote[], theirs: readonly Quote[]): boolean =>
  !question &&
  rep.length === 0 &&
  theirs.some(({ around }) => shape.secondPerson[language].test(around)) &&
  owning[language].test(folded);
const owning = inEach(
  '(?:sorry|know|understand|realise|realize|admit|apologi[sz]e)(?!.*(?:you said|your)).* (?:our|my|we)',
  '(?:tut mir leid|weiss|verstehe|bedaure\\p{L}*|gebe zu|entschuldig\\p{L}*).* (?:unser\\p{L}*|mein\\p{L}*|wir)',
  '(?:desole\\p{L}*|sais|comprends|reconnais|navre\\p{L}*).* (?:notre|nos|nous|mon|ma)',
  '(?:siento|lamento|se que|entiendo|reconozco|perdon\\p{L}*|disculp\\p{L}*).* (?:nuestr\\p{L}+|mi)',
);

/** The rep only asked for it, or whether. */
const isAsked = ({ around }: Quote): boolean => shape.isQuestion(around);

/** The rep meant to do it on a day after that mail. */
const isToCome = (quote: Quote, context: GateContext): boolean =>
  undertakes(quote.around) && daysNamed(quote, context).some(({ last }) => last > quote.message.date);

/** Whether the prospect speaks of the prospect's own house alone: that may be told back as it is, with no word of ours. */
const isOfTheirs = ({ around }: Quote, language: Language): boolean => !shape.secondPerson[language].test(around);
const ours = [shape.firstPerson, price];

/** A clause without ground: a question, a courtesy, or everyday words that tell nothing of either house. */
function bare(clause: Judged): Cause | null {
  const { folded, question, polite, language, context, told } = clause;
  const { content } = contentIn(clause);
  const mild = question || polite || shape.pending[language].test(folded);
  const strange = content.filter((word) => !context.shared.has(word) && !told.has(word));
  if ((!mild && !isPlain(clause, content)) || wordsIn(folded).length < 2) return 'no_ground';
  if (
    tooStrange(strange, clause, offers[language].test(folded) ? 'offered' : 'asked', 0) ||
    content.length > mostUngrounded
  )
    return 'words';
  if (!question && !clause.conditional && shape.leans(folded) && assent[language].test(folded)) return 'result';
  return !question && resultsIn(clause).length > 0 ? 'result' : null;
}
