/** `npm run eval`: how well mail is read, on the labelled sets and on public mail where it is there. `--misses` prints each miss. `write` is about drafts. */
import { BadInput } from '../../src/errors.ts';
import * as measure from './measure.ts';
import { f1, precision, recall, type Score } from './score.ts';
import { runWrite } from './write/run.ts';

if (process.argv[2] === 'write') {
  const failed = await runWrite(process.argv.slice(3), (text) => process.stdout.write(text)).then(
    () => null,
    (error) => error,
  );
  if (failed !== null && !(failed instanceof BadInput)) throw failed;
  if (failed !== null) process.stderr.write(`${failed.message}\n`);
  process.exit(failed === null ? 0 : 2);
}
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = Object.entries(measure).filter(([name]) => only.length === 0 || only.includes(name));
const scores: Score[] = [];
for (const [, of] of wanted) scores.push(...(await of()));

const percent = (value: number) => value.toFixed(3);
process.stdout.write(`${'what'.padEnd(38)} precision  recall      F1    hits   false  missed\n`);
for (const score of scores) {
  const counts = [score.hits, score.false, score.missed].map((count) => String(count).padStart(7)).join(' ');
  process.stdout.write(
    `${score.name.padEnd(38)}     ${percent(precision(score))}   ${percent(recall(score))}   ${percent(f1(score))} ${counts}\n`,
  );
}
if (process.argv.includes('--misses')) {
  for (const { name, misses } of scores) {
    if (misses.length > 0) process.stdout.write(`\n${name}\n${misses.map((line) => `  ${line}\n`).join('')}`);
  }
}
