/** `npm run soak -- [HISTORIES [SEED]]`, or `--histories N --seed S`: many more histories than a test run can afford. */
import { parseArgs } from 'node:util';
import { run } from './run.ts';

function wanted(): { histories: number; seed: number } | null {
  try {
    const { values, positionals } = parseArgs({
      options: { histories: { type: 'string' }, seed: { type: 'string' } },
      allowPositionals: true,
    });
    const histories = Number(values.histories ?? positionals[0] ?? 100_000);
    const seed = Number(values.seed ?? positionals[1] ?? Math.floor(Math.random() * 2 ** 31));
    return Number.isInteger(histories) && histories > 0 && Number.isInteger(seed) ? { histories, seed } : null;
  } catch {
    return null;
  }
}

const options = wanted();
if (!options) {
  console.error('The soak takes two whole numbers, how many histories and the seed: npm run soak -- 100000 20261129.');
  process.exit(2);
}
const { histories, seed } = options;

console.error(`${histories} histories, seed ${seed}`);
const started = Date.now();
const { tally, counterexample, after } = run({ histories, seed }, (done) => {
  if (done % 5_000 === 0) console.error(`${done} after ${Math.round((Date.now() - started) / 1_000)} s`);
});
console.log(`${tally}`);
if (counterexample) {
  console.log(`\nHistory ${after} of seed ${seed} goes wrong. The shortest like it:\n\n${counterexample.join('\n')}`);
  process.exit(1);
}
console.log(`\n${tally.histories} histories, seed ${seed}: no wrong approval, no wrong rejection, no evidence missed.`);
