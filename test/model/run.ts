/** Lives through many random histories, for the suite and for the soak. */
import fc from 'fast-check';
import { histories, live } from './histories.ts';
import type { Judge } from './service.ts';
import { Tally } from './tally.ts';

export interface Run {
  seed: number;
  tally: Tally;
  /** The shortest history found that goes wrong, line by line; null when none did. */
  counterexample: string[] | null;
  /** How many histories it took to find it. */
  after: number;
}

/** A counterexample is readable long before it is the shortest of all. */
const triesToShorten = 4_000;

export function run(
  options: { histories: number; seed: number; judge?: Judge },
  progress: (done: number) => void = () => {},
): Run {
  const tally = new Tally();
  let tries = 0;
  const property = fc.property(histories, (history) => {
    if (tries > triesToShorten) return true;
    const lived = live(history, options.judge);
    if (lived.faults.length > 0 || tries > 0) tries++;
    else {
      tally.add(lived);
      progress(tally.histories);
    }
    return lived.faults.length === 0;
  });
  const result = fc.check(property, { numRuns: options.histories, seed: options.seed });
  const [worst] = result.counterexample ?? [];
  const counterexample = worst ? live(worst, options.judge).lines : null;
  return { seed: options.seed, tally, counterexample, after: result.numRuns };
}
