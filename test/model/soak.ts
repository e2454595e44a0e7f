/** `node test/model/soak.ts [--histories N] [--seed S]`: many more histories than a test run can afford. */
import { parseArgs } from 'node:util';
import { run } from './run.ts';

const { values } = parseArgs({ options: { histories: { type: 'string' }, seed: { type: 'string' } } });
const histories = Number(values.histories ?? 100_000);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(histories) || histories < 1 || !Number.isInteger(seed)) {
  console.error('--histories and --seed take whole numbers.');
  process.exit(2);
}

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
