/**
 * The main job, end to end: real mail on a real IMAP server, a CSV CRM, the whole service; every act of a rep ends in the right
 * verdict and the right line in the log. Runs against any database.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '../../src/db/schema.ts';
import type { MailClient } from '../support/mail-client.ts';
import { day, hour, minute, startService, type TestService } from '../support/service.ts';
import {
  type Act,
  acts,
  draftOf,
  outcomes,
  perform,
  type Scene,
  type Stage,
  setStage,
  stagePolicy,
} from '../support/stage.ts';

export function mainJobStory(name: string, openDatabase: () => Promise<string | undefined>): void {
  describe(`the main job on ${name}`, () => {
    let stage: Stage;
    let service: TestService;
    const drafts = {} as Record<Act, { id: string; text: string }>;
    const scene = (act: Act): Scene => stage.scenes[act];
    /** The rows logged for one act, in order. */
    const logged = (act: Act): Record<string, string>[] =>
      service.decisions().filter(({ deal_id }) => deal_id === scene(act).thread.name);

    beforeAll(async () => {
      stage = await setStage();
      const databaseUrl = await openDatabase();
      service = await startService({
        databaseUrl,
        policy: stagePolicy,
        at: stage.at,
        crm: { 'deals.csv': stage.deals },
      });
      for (const act of acts) await service.command(scene(act).connect.argv, scene(act).connect.stdin);
      await service.after(minute);
    }, 120_000);

    afterAll(async () => {
      await service?.stop();
      await stage?.close();
    });

    it('leaves one draft in each stalled thread', async () => {
      for (const act of acts) {
        const draft = await draftOf(scene(act));
        expect([...(draft?.flags ?? [])], act).toEqual(expect.arrayContaining(['\\Draft', '\\Seen']));
        const { thread } = scene(act);
        const last = thread.mails.at(-1)?.message;
        expect(draft?.headers['in-reply-to']).toBe(last?.id);
        expect(draft?.headers.references?.split(/\s+/).at(-1)).toBe(last?.id);
        const proposals = await service.app.store.db.select().from(schema.proposal);
        const proposal = proposals.find(({ dealId }) => dealId === thread.name);
        expect(proposal?.evidence.length).toBeGreaterThan(0);
        const people = thread.mails
          .flatMap(({ message }) => [message.from, ...message.to, ...message.cc])
          .map((person) => person?.address);
        const to = proposal?.reply.to.map(({ address }) => address) ?? [];
        expect(to).not.toHaveLength(0);
        expect(to).not.toContain(thread.rep);
        for (const address of to) expect(people).toContain(address);
        drafts[act] = { id: draft?.id ?? '', text: proposal?.reply.text ?? '' };
      }
    });

    it("puts draft and thread together as Dovecot's own THREAD REFS sees them", async () => {
      for (const act of acts) {
        const { client, thread } = scene(act);
        const imap = client.client;
        await client.createFolder('Together');
        for (const folder of ['INBOX', 'Sent', 'Drafts']) {
          await imap.mailboxOpen(folder);
          if (imap.mailbox && imap.mailbox.exists > 0) await imap.messageCopy('1:*', 'Together', { uid: true });
        }
        await imap.mailboxOpen('Together');
        const uidOf = async (id: string) =>
          ((await imap.search({ header: { 'message-id': id } }, { uid: true })) || [])[0];
        const draft = await uidOf(drafts[act].id);
        const parent = await uidOf(thread.mails.at(-1)?.message.id ?? '');
        expect(parent).toBeDefined();
        const together = (await threadRefs(client)).find((group) => group.includes(draft ?? -1));
        expect(together, act).toContain(parent);
        await client.deleteFolder('Together');
      }
    });

    it('proposes nothing twice while drafts wait', async () => {
      await service.pass(2 * hour, 30 * minute);
      for (const act of acts) expect((await draftOf(scene(act)))?.id).toBe(drafts[act].id);
      expect(service.decisions()).toHaveLength(0);
    });

    it('sees what each rep does', async () => {
      const later: ((date: Date) => Promise<unknown>)[] = [];
      for (const act of acts) {
        const rest = await perform(act, scene(act), drafts[act].text, service.now());
        if (rest) later.push(rest);
      }
      await service.after(minute);
      for (const rest of later) await rest(service.now());
      await service.pass(5 * minute, minute);

      const slow: Act[] = ['deleted to trash', 'expunged', 'left alone'];
      for (const act of acts) expect(logged(act), act).toMatchObject(slow.includes(act) ? [] : [outcomes[act]]);
      // What is no longer right is taken back, and not into Trash, where it would look like the rep's doing.
      for (const act of ['answered by hand', 'prospect first'] as const) {
        expect(await draftOf(scene(act))).toBeNull();
        expect(await scene(act).client.count('Trash', drafts[act].id)).toBe(0);
      }
    });

    it('takes a deletion for a rejection only after its hold', async () => {
      await service.pass(100 * minute, 20 * minute);
      expect(logged('deleted to trash')).toEqual([]);
      await service.pass(40 * minute, 20 * minute);
      expect(logged('deleted to trash')).toMatchObject([outcomes['deleted to trash']]);
      await service.pass(66 * hour, 50 * minute);
      expect(logged('expunged')).toEqual([]);
      await service.pass(6 * hour, 50 * minute);
      expect(logged('expunged')).toMatchObject([outcomes.expunged]);
      expect(logged('left alone')).toEqual([]);
    }, 240_000);

    it('takes back what lay untouched for five working days', async () => {
      expect(await draftOf(scene('left alone'))).not.toBeNull();
      await service.pass(4 * day, 55 * minute);
      expect(logged('left alone')).toMatchObject([outcomes['left alone']]);
      expect(await draftOf(scene('left alone'))).toBeNull();
    }, 240_000);

    it('keeps a whole record, one line a decision', async () => {
      expect(await service.verifyLedger()).toBeGreaterThan(acts.length * 4);
      for (const act of acts) expect(logged(act), act).toHaveLength(1);
    });

    it('explains each verdict from the record alone', async () => {
      const placements = await service.app.store.db.select().from(schema.placement);
      for (const act of acts) {
        const id = placements.find(({ messageId }) => messageId === drafts[act].id)?.id ?? '';
        const told = await service.command(['explain', id]);
        const verdicts = [...told.matchAll(/^ {2}→ ([a-z_]+)/gm)].map((match) => match[1]);
        expect(verdicts[0], told).toBe('pending');
        expect(verdicts.at(-1) === 'as' ? verdicts.findLast((name) => name !== 'as') : verdicts.at(-1), told).toBe(
          outcomes[act].verdict,
        );
      }
    });
  });
}

/** Dovecot's answer to UID THREAD REFS, as groups of UIDs. */
async function threadRefs(client: MailClient): Promise<number[][]> {
  let groups: unknown[] = [];
  const connection = client.client as unknown as {
    exec(command: string, args: object[], options: object): Promise<{ next(): void }>;
  };
  const atoms = ['REFS', 'UTF-8', 'ALL'].map((value) => ({ type: 'ATOM', value }));
  const THREAD = async (untagged: { attributes?: unknown[] }) => {
    groups = untagged.attributes ?? [];
  };
  const response = await connection.exec('UID THREAD', atoms, { untagged: { THREAD } });
  response.next();
  const flat = (value: unknown): number[] =>
    Array.isArray(value) ? value.flatMap(flat) : [Number((value as { value: string }).value)];
  return groups.map(flat);
}
