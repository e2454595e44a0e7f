/** The days of the demo's rep, acted out on every kind of mailbox: the same acts, the same verdicts, the same record. */
import { afterEach, describe, expect, it } from 'vitest';
import { playThrough } from '../../src/demo/acts.ts';
import { morningOf } from '../../src/demo/clock.ts';
import type { OpenDemoMailbox } from '../../src/demo/mailbox.ts';
import { openStage, type Stage } from '../../src/demo/stage.ts';
import { openDemoMailbox as onGmail } from '../fakes/gmail-demo.ts';
import { openDemoMailbox as onOutlook } from '../fakes/outlook-demo.ts';
import { dovecotMissing } from '../support/dovecot.ts';
import { openDemoMailbox as onDovecot } from '../support/dovecot-demo.ts';

let stage: Stage | null = null;
afterEach(async () => {
  await stage?.close();
  stage = null;
});

function story(name: string, openMailbox: OpenDemoMailbox): void {
  it(`goes as acted on ${name}`, async () => {
    stage = await openStage({ start: morningOf('2026-11-24'), running: false, openMailbox });
    const said: string[] = [];
    expect(await playThrough(stage, (line) => void said.push(line)), said.join('\n')).toEqual([]);
    expect(stage.decisionsCsv().map(({ deal_id, verdict }) => `${deal_id} ${verdict}`)).toEqual([
      'D-1042 sent_as_is',
      'D-1043 sent_edited',
      'D-1044 discarded',
      'D-1045 superseded',
      'D-1042 withdrawn',
      'D-1041 withdrawn',
    ]);
  });
}

describe("the main job in the demo's inbox", () => {
  story('Gmail', onGmail);
  story('Outlook', onOutlook);
  describe.skipIf(dovecotMissing)(`over IMAP (${dovecotMissing ?? 'Dovecot'})`, () => story('Dovecot', onDovecot));
});
