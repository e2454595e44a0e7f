import { afterEach, describe, expect, it } from 'vitest';
import { type DemoRun, runDemo } from './run-demo.ts';

let run: DemoRun;
afterEach(() => run.cleanUp());

/** Without the columns of the table, which are for people. */
const squeezed = (text: string): string => text.replace(/ +/g, ' ');

describe('the demo by script', () => {
  // A weekday in the middle, and the two around a weekend, where all dates in the inbox fall differently.
  it.each(['2026-11-24', '2026-11-27', '2026-11-29'])('plays through from %s', async (day) => {
    run = runDemo(['--headless', '--day', day]);
    expect(await run.ended, run.out() + run.err()).toBe(0);
    const said = squeezed(run.out());
    for (const line of [
      'deals have stalled, 5 may get a draft, 3 a day are enough',
      '✓ send: sent_as_is, approved',
      '✓ edit: sent_edited, approved_edited',
      '✓ delete: discarded, rejected',
      '✓ write-by-hand: superseded',
      '✓ prospect-first: withdrawn',
      '✓ leave-alone: withdrawn',
      '✓ the summary of the day lies in her own inbox, unread; it was sent nowhere',
      '✓ nothing is changed in the CRM before she answers',
      '✓ a receipt comes in the same conversation, once',
      '✓ the stage is changed, on her word',
      '✓ no draft for Silvermere Brewing, four depots (on hold)',
      '✓ no draft for Ferrant Ceramics (opted out)',
      '✓ decisions.csv has these 6 lines and no others',
      '✓ the exported ledger verifies on the file alone',
      'All as acted',
    ])
      expect(said).toContain(line);
    expect(said).not.toContain('✗');
    expect(said.match(/^ decisions\.csv D-.*ledger \d+$/gm)?.map((line) => line.replace(/ ledger.*/, ''))).toEqual([
      ' decisions.csv D-1042 sent_as_is approved',
      ' decisions.csv D-1043 sent_edited approved_edited',
      ' decisions.csv D-1044 discarded rejected',
      ' decisions.csv D-1045 superseded (no decision)',
      ' decisions.csv D-1042 withdrawn (no decision)',
      ' decisions.csv D-1041 withdrawn (no decision)',
    ]);
    expect(run.err()).toBe('');
    expect(run.leftovers()).toEqual([]);
  });

  it('fails when a verdict is not the one that was acted out', async () => {
    run = runDemo(['--headless', '--day', '2026-11-24', '--expect', 'delete=sent_as_is']);
    expect(await run.ended).toBe(1);
    expect(run.out()).toContain('✗ delete: sent_as_is, approved, but it was D-1044 discarded rejected\n');
    expect(run.err()).toContain('Not as acted: delete: sent_as_is');
    // And by the file too, which says otherwise than the script would have it.
    expect(run.err()).toContain('Not as acted: decisions.csv has these 6 lines');
    expect(run.leftovers()).toEqual([]);
  });

  it.each([
    [['--headless', '--expect', 'dance=sent_as_is'], 'is no expectation'],
    [['--day', 'someday'], 'is not a day'],
    [['--headles'], 'headles'],
  ])('says what is wrong with %j', async (args, why) => {
    run = runDemo(args);
    expect(await run.ended).toBe(2);
    expect(run.err()).toContain(why);
    expect(run.err().trim().split('\n')).toHaveLength(1);
  });
});
