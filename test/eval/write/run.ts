/**
 * `npm run eval -- write`: the situations through the templates, and through a model where one is plugged in. `--print` shows each thread with its
 * draft, `--id X` one of them.
 */
import type { Render } from '../../../src/domain/plan.ts';
import { shippedTemplates } from '../../../src/node.ts';
import { columns, type Judged, judgeAll } from './judge.ts';
import { modelsNamed } from './model-writer.ts';
import { fromTemplates, situated, type Writer } from './situations.ts';

/** Each is a row of the table. */
const writersOf = (argv: readonly string[], render: Render): [name: string, writer: Writer][] => [
  ['templates', fromTemplates],
  ...modelsNamed(argv, render),
];

export async function runWrite(argv: readonly string[], out: (text: string) => void): Promise<void> {
  const id = argv[argv.indexOf('--id') + 1];
  const items = situated().filter((item) => !argv.includes('--id') || item.id === id);
  const { render } = shippedTemplates();
  const judged: [string, Judged[]][] = [];
  for (const [name, writer] of writersOf(argv, render)) judged.push([name, await judgeAll(items, render, writer)]);
  if (argv.includes('--print') || argv.includes('--id'))
    for (const [name, all] of judged) for (const each of all) out(shown(name, each));
  out(table(judged));
  if (argv.includes('--misses'))
    for (const [name, all] of judged)
      for (const { item, wrong } of all)
        for (const column of columns)
          for (const what of wrong[column]) out(`${name} ${item.id} ${column}: ${what.replace(/\s+/g, ' ')}\n`);
}

export function table(judged: readonly (readonly [string, readonly Judged[]])[]): string {
  const titles = ['writer', 'drafts', ...columns, 'words'];
  const rows = judged.map(([name, all]) => {
    const written = all.filter(({ text }) => text !== null);
    const wrong = columns.map((column) => all.reduce((sum, each) => sum + each.wrong[column].length, 0));
    const middle = written.map(({ words }) => words).sort((a, b) => a - b)[Math.floor(written.length / 2)] ?? 0;
    return [name, `${written.length}/${all.length}`, ...wrong, middle].map(String);
  });
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(12) : cell.padStart(11))).join('');
  return `${[titles, ...rows].map(line).join('\n')}\nColumns count what is wrong; "words" is the middle length.\n`;
}

const width = 72;

/** The thread on the left, the draft and what it rests on right. */
function shown(name: string, { item, text, evidence, wrong }: Judged): string {
  const left = item.mails.flatMap(({ by, at, text: said, subject }) => [
    `── ${by === 'r' ? item.rep.name : (item.contacts[Number(by.slice(1))]?.name ?? by)}, ${at}${subject ? `, "${subject}"` : ''}`,
    ...said.split('\n').flatMap(wrapped),
    '',
  ]);
  const right = [
    ...(text ?? `(none: ${wrong.refused.join(', ')})`).split('\n').flatMap(wrapped),
    '',
    ...evidence.flatMap(({ sentence, messageId, quote }) => wrapped(`· ${sentence} ← ${messageId}: ${quote}`)),
    ...columns.flatMap((column) => wrong[column].flatMap((what) => wrapped(`! ${column}: ${what}`))),
  ];
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    `${(left[at] ?? '').padEnd(width)} │ ${right[at] ?? ''}`.trimEnd(),
  );
  const title = `${item.id}, ${item.expect.situation}, "${item.subject}", ${item.now}, by ${name}`;
  return `${'═'.repeat(width * 2)}\n${title}\n${rows.join('\n')}\n`;
}

function wrapped(line: string): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of line.split(' ')) {
    if (row !== '' && row.length + word.length >= width) {
      rows.push(row);
      row = '';
    }
    row = row === '' ? word : `${row} ${word}`;
  }
  return [...rows, row];
}
