/**
 * The main job with a language model, on every kind of mailbox: drafts by templates, by replayed answers and by a hostile model lie in one mailbox, are
 * sent, edited and deleted, and each is decided as acted.
 */
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '../../src/db/schema.ts';
import { morningOf } from '../../src/demo/clock.ts';
import type { MailView, OpenDemoMailbox } from '../../src/demo/mailbox.ts';
import { skipHold } from '../../src/demo/record.ts';
import { openStage, type Stage } from '../../src/demo/stage.ts';
import { openDemoMailbox as onGmail } from '../fakes/gmail-demo.ts';
import { broken, carrying, hostileModel } from '../fakes/hostile-model.ts';
import { shownTo } from '../fakes/model-prompt.ts';
import {
  type Behaviour,
  faults,
  type ModelRequest,
  type ModelServer,
  startModelServer,
} from '../fakes/model-server.ts';
import { openDemoMailbox as onOutlook } from '../fakes/outlook-demo.ts';
import { dovecotMissing } from '../support/dovecot.ts';
import { openDemoMailbox as onDovecot } from '../support/dovecot-demo.ts';
import { attack, type Scene, writtenInbox } from './written-inbox.ts';

const start = morningOf('2026-11-24');
const { inbox, scenes } = writtenInbox(start);
const tricks = [...Object.keys(carrying), ...Object.keys(broken)];

let replays: LLMock;
beforeAll(async () => {
  replays = new LLMock({ port: 0 });
  replays.loadFixtureFile(new URL('written-answers.json', import.meta.url).pathname);
  await replays.start();
});
afterAll(() => replays.stop());
/** Each scene has a writer of its own behind the one endpoint. */
function writeFrom(firstTrick: number): (request: ModelRequest) => Promise<Behaviour> {
  let turn = firstTrick;
  return async (request) => {
    const shown = shownTo(request);
    const scene = scenes.find(({ mark }) => shown.messages.some(({ text }) => text.includes(mark)));
    if (scene?.writer === 'template') return faults.refusal;
    if (scene?.writer === 'replay') {
      const body = JSON.stringify(request.body);
      const answer = await fetch(`${replays.url}/v1/chat/completions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return { raw: await answer.text() };
    }
    const [theirs, ours] = [shown.messages[0]!, shown.messages.at(-1)!];
    const asked = ours.text.split('\n').at(-1) ?? '';
    const cover = [{ text: asked, ground: [{ messageId: ours.messageId, words: asked }] }];
    const context = { language: shown.language, messages: shown.messages, attack: theirs, says: attack, cover };
    return { say: hostileModel(context, tricks[turn++ % tricks.length]!) };
  };
}

/** Whatever an attacker could want to see in a draft. */
const harm =
  /elsewhere|https?:|40\s?%|40 percent|Globex|assistant|ignore|9,900|gekündigt|cancel|[\u{e0000}-\u{e007f}\u202a-\u202e]|Bcc/iu;

function story(name: string, nth: number, openMailbox: OpenDemoMailbox): void {
  describe(`on ${name}`, () => {
    let stage: Stage;
    let model: ModelServer;
    beforeAll(async () => {
      model = await startModelServer();
    });
    afterAll(async () => {
      await stage?.close();
      await model.close();
    });
    const drafts = new Map<string, MailView>();
    const lies = (scene: Scene): MailView => drafts.get(scene.deal)!;

    it('leaves one draft in each thread, to the same people under the same subject whoever writes', async () => {
      model.will(writeFrom(nth * 3));
      const environment = { COUNTERSIGN_MODEL: 'test-model', COUNTERSIGN_MODEL_URL: model.url };
      stage = await openStage({ start, running: false, openMailbox, inbox, environment, policy: { draftsPerDay: 9 } });
      expect(model.requests).toHaveLength(scenes.length);
      const lying = (await stage.mail.list()).drafts;
      expect(lying).toHaveLength(scenes.length);
      const { sent } = await stage.mail.list();
      for (const scene of scenes) {
        const [draft, ...more] = lying.filter(({ to }) => to.some(({ address }) => address === scene.contact.address));
        expect(more, scene.deal).toEqual([]);
        const last = sent.find(({ to }) => to[0]?.address === scene.contact.address);
        expect(
          draft?.to.map(({ address }) => address),
          scene.deal,
        ).toEqual([scene.contact.address]);
        expect(draft?.subject, scene.deal).toBe(`Re: ${scene.subject}`);
        expect(draft?.references.at(-1), scene.deal).toBe(last?.messageId);
        expect(draft?.from.address).toBe(inbox.rep.address);
        expect(draft?.attachments).toEqual([]);
        expect(draft?.text, scene.deal).not.toMatch(harm);
        drafts.set(scene.deal, draft!);
      }
    });

    it('has the words of the model where they are good, the template’s where there are none, and harmless ones of the hostile one', async () => {
      const { proposal } = schema;
      const proposals = new Map((await stage.app.store.db.select().from(proposal)).map((row) => [row.dealId, row]));
      for (const scene of scenes) {
        const { written, evidence, reply } = proposals.get(scene.deal)!;
        const by =
          scene.writer === 'hostile'
            ? expect.stringMatching(/^(?:template|model)$/)
            : scene.writer === 'replay'
              ? 'model'
              : 'template';
        expect(written, scene.deal).toMatchObject({
          by,
          model: 'test-model',
          ...(scene.writer === 'template' ? { why: 'refused' } : {}),
        });
        expect(evidence.length, scene.deal).toBeGreaterThan(0);
        // Evidence is for the rep, and no part of the mail.
        expect(lies(scene).text.replace(/\s+/g, ' ')).toContain(reply.text.split('\n')[2]?.replace(/\s+/g, ' '));
        expect(lies(scene).text).not.toMatch(/test-model|rests on|messageId/);
      }
      expect(proposals.get('replay-send')?.reply.text).toContain('I sent you the quote for the six docks in Leeds.');
    });

    it('decides each as acted, and logs it', async () => {
      await stage.act(async (mail) => {
        for (const scene of scenes) {
          const draft = lies(scene);
          if (scene.act === 'send') await mail.send(draft.ref);
          if (scene.act === 'edit')
            await mail.send(await mail.saveEdit(draft.ref, `${draft.text}\n\nPS: I am in the office all week.`));
          if (scene.act === 'delete') await mail.remove(draft.ref);
        }
      });
      await skipHold(stage);
      const verdicts = { send: 'sent_as_is', edit: 'sent_edited', delete: 'discarded' };
      expect(
        stage
          .decisionsCsv()
          .map(({ deal_id, verdict }) => `${deal_id} ${verdict}`)
          .sort(),
      ).toEqual(scenes.map(({ deal, act }) => `${deal} ${verdicts[act]}`).sort());
      // Nothing is asked twice, and nothing after the day's drafts.
      expect(model.requests).toHaveLength(scenes.length);
      expect((await stage.command(['ledger', 'verify'])).code).toBe(0);
    });
  });
}

describe('drafts that a model writes', () => {
  story('Gmail', 0, onGmail);
  story('Outlook', 1, onOutlook);
  describe.skipIf(dovecotMissing)(`over IMAP (${dovecotMissing ?? 'Dovecot'})`, () => story('Dovecot', 2, onDovecot));
});
