/** What a rep changed before sending, sentence by sentence. */
import { diffArrays } from 'diff';
import { newText } from './new-text.ts';
import { comparable, sentences } from './text.ts';

export interface SentenceChange {
  kind: 'kept' | 'removed' | 'added';
  text: string;
}

/** More sentences than this are not compared: the record says so with one removed and one added text. */
const mostSentences = 2_000;

/**
 * The sentences of what was proposed and of what was sent, in reading order. Sentences that a client merely re-wrapped or re-encoded are
 * kept ones. Quotes and signatures are left out on both sides.
 */
export function sentenceChanges(proposed: string, sent: string): SentenceChange[] {
  const [before, after] = [proposed, sent].map((text) => sentences(newText(text, true))) as [string[], string[]];
  if (before.length + after.length > mostSentences)
    return [
      { kind: 'removed', text: newText(proposed, true) },
      { kind: 'added', text: newText(sent, true) },
    ];
  return diffArrays(before, after, { comparator: (a, b) => comparable(a) === comparable(b) }).flatMap((part) =>
    part.value.map(
      (text): SentenceChange => ({ kind: part.added ? 'added' : part.removed ? 'removed' : 'kept', text }),
    ),
  );
}
