/** What became of the drafts of many histories, a line a client. */
import { clients } from './clients.ts';
import type { Lived } from './histories.ts';

const columns = ['sent_as_is', 'sent_edited', 'discarded', 'superseded', 'withdrawn', 'pending', 'unknown'] as const;
const heads = ['as is', 'edited', 'discarded', 'superseded', 'withdrawn', 'pending', 'unknown'];

interface Row {
  histories: number;
  verdicts: Record<string, number>;
  /** Histories whose mailbox shows what the rep did, and those of them that ended without saying so. */
  evident: number;
  missed: number;
}

export class Tally {
  readonly #rows = new Map<string, Row>(
    clients.map(({ name }) => [name, { histories: 0, verdicts: {}, evident: 0, missed: 0 }]),
  );
  histories = 0;

  add({ client, verdict, evidence, decisions }: Lived): void {
    const row = this.#rows.get(client) as Row;
    this.histories++;
    row.histories++;
    row.verdicts[verdict] = (row.verdicts[verdict] ?? 0) + 1;
    if (!evidence) return;
    row.evident++;
    const decision = decisions.at(-1)?.decision ?? '';
    if (evidence === 'of sending' ? !decision.startsWith('approved') : decision !== 'rejected') row.missed++;
  }

  toString(): string {
    const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`);
    const lines = [
      ['client', 'histories', ...heads, 'with evidence', 'of these missed'],
      ...[...this.#rows].map(([name, { histories, verdicts, evident, missed }]) => [
        name,
        String(histories),
        ...columns.map((column) => share(verdicts[column] ?? 0, histories)),
        share(evident, histories),
        String(missed),
      ]),
    ];
    const widths = (lines[0] as string[]).map((_, n) => Math.max(...lines.map((line) => (line[n] as string).length)));
    return lines
      .map((line) => line.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!))).join('  '))
      .join('\n');
  }
}
