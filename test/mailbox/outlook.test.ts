import { afterAll, beforeAll, describe } from 'vitest';
import { mailboxContract } from '../contract/mailbox.ts';
import type { Graph } from '../fakes/outlook.ts';
import type { Switches } from '../fakes/outlook-store.ts';
import { freshAccount, startFake } from './outlook-account.ts';

/** The other position of each. */
const other: { [name in keyof Switches]: Switches[name][] } = {
  immutableIdSurvivesSend: [false],
  tagSurvivesClassic: [false],
  classicMoveChangesId: [true],
  partialUpdates: [false],
  createReplyMarksRead: [true],
  createReplySetsHeaders: [false],
  createReplyMessage: ['ignored', 'refused'],
  createReplyMindsPrefer: [false],
  scheduledIsDraft: [false],
  searchLags: [true],
  deleteMindsIfMatch: [false],
  sentHeaders: [false],
  clientsWriteHtml: [true],
  castsRefused: [true],
  reportsToTheFailed: [false],
};

const positions = Object.entries(other).flatMap(([name, values]) =>
  values.map((value): [string, Partial<Switches>] => [`${name}: ${value}`, { [name]: value }]),
);
const allOther = Object.fromEntries(Object.entries(other).map(([name, values]) => [name, values[0]]));

/** Every promise of a mailbox, with everything unknown as it is likely, each the other way, and all of it the other way with small pages. */
for (const [name, switches, pageSize, heavy] of [
  ['as is likely', {}, undefined, true],
  ...positions.map(([position, each]) => [position, each, undefined, false] as const),
  ['all the other way, three on a page', allOther, 3, true],
] as const) {
  describe(`Outlook (${name})`, () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await startFake({ switches, ...(pageSize === undefined ? {} : { pageSize }) });
    });
    afterAll(() => graph.stop());
    mailboxContract(`Outlook (${name})`, async () => freshAccount(graph), { heavy, faults: ['throttle', 'revoke'] });
  });
}
