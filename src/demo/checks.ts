/** What must be true of the record when the play is over, whatever was acted. */
import { readFile, writeFile } from 'node:fs/promises';
import { verifyFile } from '../commands/ledger-file.ts';
import type { Acted, Check } from './play.ts';
import { closedDeals, draftedSoFar, judgedDeals } from './record.ts';
import type { Stage } from './stage.ts';

/** decisions.csv says what was acted, in order, and nothing else. */
export function checkDecisions(stage: Stage, acted: Acted[], say: (line: string) => void, check: Check): void {
  const lines = stage.decisionsCsv();
  for (const { deal_id, decision, verdict, ledger_seq } of lines)
    say(`  decisions.csv  ${deal_id}  ${verdict}  ${decision || '(no decision)'}  ledger ${ledger_seq}`);
  const wanted = acted.map(({ dealId, decision, verdict }) => `${dealId},${decision},${verdict}`);
  const got = lines.map(({ deal_id, decision, verdict }) => `${deal_id},${decision},${verdict}`);
  check(got.join('\n') === wanted.join('\n'), `decisions.csv has these ${wanted.length} lines and no others`);
}

/** No draft was ever made where a rule forbids it, as long as it does. */
export async function checkRules(stage: Stage, check: Check): Promise<void> {
  const { expected, freeFrom } = stage.inbox;
  const drafts = await draftedSoFar(stage);
  const names = new Map(
    [...(await judgedDeals(stage)), ...(await closedDeals(stage))].map((each) => [each.dealId, each.deal]),
  );
  for (const [dealId, rule] of Object.entries(expected)) {
    if (rule === 'draft') continue;
    const mine = drafts.filter((draft) => draft.dealId === dealId);
    const free = freeFrom[dealId];
    const forbidden = mine.filter(({ day }) => free === undefined || day < free);
    const since = mine.length > 0 ? `; one since, as that was over on ${free}` : '';
    check(forbidden.length === 0, `no draft for ${names.get(dealId)} (${rule})${forbidden.length === 0 ? since : ''}`);
  }
}

/** The record proves itself: in the database, as a file alone, and not any more once a word in it is changed. */
export async function checkLedger(stage: Stage, check: Check): Promise<void> {
  const verify = async (path: string): Promise<{ code: number; said: string }> => {
    let said = '';
    const hear = (text: string): void => {
      said += text.trim();
    };
    const code = await verifyFile(path, { out: hear, err: hear });
    return { code, said };
  };
  const stored = await stage.command(['ledger', 'verify']);
  check(stored.code === 0, `ledger verify: ${stored.printed.trim()}`);
  const path = stage.file('ledger.jsonl');
  const { printed } = await stage.command(['ledger', 'export']);
  await writeFile(path, printed);
  check((await verify(path)).code === 0, 'the exported ledger verifies on the file alone');
  const forged = stage.file('forged.jsonl');
  await writeFile(forged, (await readFile(path, 'utf8')).replace('"rejected"', '"approved"'));
  const found = await verify(forged);
  check(found.code === 1, `one word changed in that file is found out: ${found.said}`);
}
