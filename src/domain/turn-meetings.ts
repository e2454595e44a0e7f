/** The last meeting of a talk that was held: from a calendar, or agreed on in words with its hour. Which stand ahead is in `meetings.ts`. */
import { isoWeekday } from './calendar.ts';
import type { Meetings } from './meetings.ts';
import { periodsIn } from './reading/dates.ts';
import { fold } from './reading/fold.ts';
import { sentencesOf } from './reading/sentences.ts';
import type { Said } from './turn.ts';
import { does, type Person } from './turn-acts.ts';

/** Characters of a message in which days are looked for. */
const looked = 2_000;

/** An hour of the day. */
export const clock =
  /\b(?:at|um|a las|a|vers)?\s*\d{1,2}(?:[:.h]\d\d| ?uhr| ?am\b| ?pm\b| ?h\b)|\b(?:at|um|a las|kl) \d{1,2}\b/;
/** A meeting, and the messages in which it was made: from the one that names its day to the one that settles it. */
interface Met {
  from: number;
  at: number;
  day: string;
}

/** The last meeting that is over: of a calendar, and where there was none, agreed on in words. */
export function meetingHeld(
  talk: readonly Said[],
  people: readonly Person[],
  { held }: Pick<Meetings, 'held'>,
  today: string,
): Met | null {
  if (held) return { from: held.at + 1, ...held };
  const invited = talk.some(({ reading }) => reading.kind === 'invitation' && reading.meeting !== null);
  return invited ? null : (agreedMeetings(people).find(({ day }) => day < today) ?? null);
}

interface NamedDay {
  first: string;
  /** With its number, and not by its weekday alone. */
  named: boolean;
}

/** The days of a sentence: "Thursday, 10 September": the more exact of the two comes last. */
const daysIn = ({ folded, text }: { folded: string; text: string }, { date }: Person): NamedDay[] =>
  periodsIn(folded, { today: date, monthFirst: false }, text)
    .filter(({ unit }) => unit === 'day')
    .map(({ first, start, end }) => ({ first, named: /\d/.test(folded.slice(start, end)) }));

const exactDays = (said: Person): string[] =>
  sentencesOf(said.reading.text.slice(0, looked)).flatMap((sentence) =>
    daysIn(sentence, said).flatMap(({ first, named }) => (named ? [first] : [])),
  );

/** Meetings with their hour agreed on in words, the last first. */
function agreedMeetings(people: readonly Person[]): Met[] {
  const found: Met[] = [];
  for (const said of people.slice(-8).toReversed()) {
    if (!clock.test(fold(said.reading.text))) continue;
    for (const { folded, text } of sentencesOf(said.reading.text)) {
      if (!clock.test(folded)) continue;
      const day = daysIn({ folded, text }, said).at(-1);
      // What is only put forward has to be taken up by somebody else.
      const only = said.reading.questions.some((question) => fold(question).includes(folded));
      const agreement = people
        .slice(people.indexOf(said) + (only ? 1 : 0))
        .find((each) => does(each, 'agrees') && (!only || each.byRep !== said.byRep));
      if (!day || day.first < said.date || !agreement) continue;
      // "Tuesday at 10 is great": the Tuesday that was put forward with its date.
      const dated = day.named
        ? undefined
        : people.slice(0, people.indexOf(said)).findLast((each) => each.byRep !== said.byRep);
      const meant = dated && exactDays(dated).find((each) => isoWeekday(each) === isoWeekday(day.first));
      found.push({ from: said.at, at: agreement.at, day: meant ?? day.first });
    }
  }
  return found;
}
