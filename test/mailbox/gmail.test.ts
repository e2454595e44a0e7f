import { afterAll, beforeAll, describe } from 'vitest';
import { mailboxContract } from '../contract/mailbox.ts';
import type { FakeGmail } from '../fakes/gmail.ts';
import type { Switches } from '../fakes/gmail-store.ts';
import { freshAccount, startFake } from './gmail-account.ts';

/** The other position of each. */
const other: { [name in keyof Switches]: Switches[name][] } = {
  draftIdSurvivesEdit: [false],
  sendMakesNewMessage: [false],
  wrapperAfterSend: [true],
  subjectEditRethreads: [false],
  trashedDraftStays: [true],
  threadShowsDrafts: [false],
  deletedLabels: [false],
  scheduled: ['label', 'hidden'],
  searchLags: [true],
  clientsWrite: ['html', 'plain'],
  headersDecoded: [false],
  bodiesAreUtf8: [false],
  longTextIsAttached: [true],
  limitStatus: [429],
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
  describe(`Gmail (${name})`, () => {
    let fake: FakeGmail;
    beforeAll(async () => {
      fake = await startFake({ switches, ...(pageSize === undefined ? {} : { pageSize }) });
    });
    afterAll(() => fake.stop());
    mailboxContract(`Gmail (${name})`, async () => freshAccount(fake), {
      heavy,
      faults: ['throttle', 'revoke'],
      rulesFileIntoSent: false,
    });
  });
}
