/** The least that reading must reach on the labelled sets. What misses is named by `npm run eval -- --misses`. */
import { describe, expect, it } from 'vitest';
import { describeWithCorpus } from '../support/corpus.ts';
import { absences, holds, kinds, newTexts, promises, publicKinds, questions, threads } from './measure.ts';
import { f1, precision, recall, type Score } from './score.ts';

const named = (scores: Score[], name: string): Score => {
  const score = scores.find((each) => each.name === name);
  if (!score) throw new Error(`There is no score "${name}".`);
  return score;
};
/** A score of nothing would be perfect. */
const of = (scores: Score[], name: string, least: number): Score => {
  const score = named(scores, name);
  expect(score.hits + score.missed).toBeGreaterThanOrEqual(least);
  return score;
};

describe('on the labelled sets', () => {
  it('holds are found, with their day, whom they cover and their words', () => {
    const scores = holds();
    expect(recall(of(scores, 'holds', 800))).toBeGreaterThanOrEqual(0.985);
    expect(precision(of(scores, 'holds', 800))).toBeGreaterThanOrEqual(0.985);
    expect(recall(of(scores, 'holds: until within a working day', 780))).toBeGreaterThanOrEqual(0.98);
    expect(recall(of(scores, 'holds: scope', 780))).toBeGreaterThanOrEqual(0.95);
    expect(recall(of(scores, 'holds: quote', 780))).toBeGreaterThanOrEqual(0.97);
    expect(recall(of(scores, 'holds: opt-out', 780))).toBeGreaterThanOrEqual(0.99);
    expect(recall(of(scores, 'holds: lifted', 40))).toBeGreaterThanOrEqual(0.95);
  });
  it('promises are found, with their day', () => {
    const scores = promises();
    expect(f1(of(scores, 'promises', 240))).toBeGreaterThanOrEqual(0.95);
    expect(recall(of(scores, 'promises: due', 230))).toBeGreaterThanOrEqual(0.95);
  });
  it('questions are found', () => expect(f1(of(questions(), 'questions', 200))).toBeGreaterThanOrEqual(0.95));
  it('absences end on the day they say', () =>
    expect(recall(of(absences(), 'absences: first day back', 200))).toBeGreaterThanOrEqual(0.98));
  it('the kind of a mail is known', () => expect(recall(of(kinds(), 'kinds', 300))).toBeGreaterThanOrEqual(0.99));
  it('it is known whose turn it is, why, and whether it has stalled', () => {
    const scores = threads();
    expect(recall(of(scores, 'whose turn', 200))).toBeGreaterThanOrEqual(0.97);
    expect(recall(of(scores, 'whose turn: reason', 190))).toBeGreaterThanOrEqual(0.97);
    expect(recall(of(scores, 'stalled', 200))).toBeGreaterThanOrEqual(0.97);
  });
});

describeWithCorpus('on public mail', () => {
  it('new text is what the author wrote', () =>
    expect(recall(of(newTexts(), 'new text: talon, exact', 20))).toBeGreaterThanOrEqual(0.9));
  it('reports, lists and people are told apart', async () => {
    const scores = await publicKinds();
    expect(recall(of(scores, 'kinds: sisimai', 300))).toBeGreaterThanOrEqual(0.99);
    expect(recall(of(scores, 'kinds: ham', 500))).toBeGreaterThanOrEqual(0.99);
  });
});
