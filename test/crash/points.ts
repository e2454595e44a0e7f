/** Dies at every point of the story, at each moment, and looks whether every promise was kept. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/db/store.ts';
import { ledgerVerifier } from '../../src/domain/ledger.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { composeMessage, draftMessageId } from '../../src/mailbox/compose.ts';
import type { Mailbox } from '../../src/mailbox/mailbox.ts';
import { parseMessage } from '../../src/mailbox/mime.ts';
import { type Backend, countStatements, type Death, type Moment, moments, type Point } from './ports.ts';
import { type Bench, play, type Sabotage } from './story.ts';

/**
 * `pglite:92:during` plays just that one, `pglite:92:during:meanwhile` the one in which the rep acts while the process is dead; `all` also
 * plays every death that leaves the same world as another one.
 */
const wish = process.env.COUNTERSIGN_CRASH ?? '';
const replay = /^(pglite|postgres):(\d+):(before|during|after)(:meanwhile)?$/.exec(wish);
if (wish !== '' && wish !== 'all' && !replay)
  throw new Error(`COUNTERSIGN_CRASH is no point such as pglite:92:during: ${wish}`);

export interface OpenDatabase {
  store: Store;
  /** Where its ledger is copied to; null: nowhere. */
  ledgerFile: string | null;
  close(): Promise<void>;
}

/** As the variable names it. */
const nameOf = (backend: string, { point, moment, meanwhile }: Death): string =>
  `${backend}:${point}:${moment}${meanwhile ? ':meanwhile' : ''}`;

/**
 * Every death that leaves something else behind. A dead process remembers nothing, so deaths between the same two changes at the same time of
 * the story are one: a clock, an id, a question or a queued job changes nothing, and to die after one effect is to die before the next. In
 * the middle of each change it dies all the same.
 */
function deathsAt(points: readonly Point[]): Death[] {
  const all = points.flatMap((point, index) =>
    moments.map((moment) => ({ point, death: { point: index + 1, moment } })),
  );
  if (wish === 'all') return all.map(({ death }) => death);
  const worlds = new Set<string>();
  const isNew = (world: string): boolean => !worlds.has(world) && worlds.add(world).has(world);
  const at = (moment: Moment) => all.filter(({ death }) => death.moment === moment);
  const chosen = [
    ...at('during').filter(({ point }) => point.changes),
    ...at('after').filter(({ point }) => point.changes && isNew(point.after)),
    ...at('before').filter(({ point }) => isNew(point.before)),
  ];
  return chosen.map(({ death }) => death).sort((a, b) => a.point - b.point);
}

/** The same with a rep who acts before the process is back, once there may be a draft. */
function deathsMeanwhile(points: readonly Point[], deaths: readonly Death[]): Death[] {
  const first = points.findIndex(({ name }) => name.endsWith('mailbox.placeDraft')) + 1;
  const time = points[first - 1]?.before.split(' at ')[1] ?? '';
  const early = deaths.filter(({ point, moment }) => point > first || (point === first && moment !== 'before'));
  return early
    .filter(({ point }) => points[point - 1]?.before.endsWith(time))
    .map((death) => ({ ...death, meanwhile: true }));
}

export function crashPoints(backend: Backend['name'], open: () => Promise<OpenDatabase>): void {
  describe(`a process that dies at any point, on ${backend}`, () => {
    let database: OpenDatabase;
    let bench: Bench;
    let points: Point[];

    beforeAll(async () => {
      database = await open();
      bench = benchOn(backend, database);
      const { ports, violations } = await play(bench, null);
      expect(violations, 'the story without a death').toEqual([]);
      points = ports.points;
    }, 120_000);

    afterAll(() => database?.close());

    /** What is wrong after one death, told so that it can be played alone. */
    const violationsAfter = async (death: Death, sabotage: Sabotage = {}): Promise<string[]> => {
      const { ports, violations } = await play(bench, death, sabotage);
      const { name } = points[death.point - 1] as Point;
      const strayed = ports.points[death.point - 1]?.name;
      if (strayed !== name)
        violations.push(`the point was "${name}" and is now "${strayed}": the story is not repeatable`);
      return violations.map((each) => `COUNTERSIGN_CRASH=${nameOf(backend, death)} (${name}): ${each}`);
    };

    it('keeps every promise', async () => {
      const deaths = deathsAt(points);
      const every = [...deaths, ...deathsMeanwhile(points, deaths)];
      const [, where, point, moment, meanwhile] = replay ?? [];
      const asked = { point: Number(point), moment: moment as Moment, meanwhile: meanwhile !== undefined };
      const chosen = replay ? (where === backend ? [asked] : []) : every;
      const started = performance.now();
      const violations: string[] = [];
      for (const death of chosen) violations.push(...(await violationsAfter(death)));
      const changing = points.filter(({ changes }) => changes).length;
      const seconds = Math.round((performance.now() - started) / 1_000);
      console.log(
        `${backend}: ${points.length} points, ${changing} of them change something; ${points.length * moments.length} deaths, ` +
          `${deaths.length} that leave different worlds, ${every.length - deaths.length} more with a rep who acts meanwhile; ` +
          `${chosen.length} runs in ${seconds} s, ${violations.length} violations.`,
      );
      expect(points.length).toBeGreaterThanOrEqual(60);
      expect(changing).toBeGreaterThanOrEqual(60);
      expect(violations).toEqual([]);
    }, 1_800_000);

    describe.skipIf(replay)('notices', () => {
      const first = (ending: string): number => points.findIndex(({ name }) => name.endsWith(ending)) + 1;

      it('a mailbox that does not look before it places', async () => {
        const death: Death = { point: first('mailbox.placeDraft'), moment: 'during' };
        const found = await violationsAfter(death, { mailbox: placesBlindly });
        expect(found.join('\n')).toContain('mails ever put into Drafts: 6 instead of 5');
      });

      it('a CRM that logs twice', async () => {
        const death: Death = { point: first('crm.log'), moment: 'during' };
        const found = await violationsAfter(death, { crm: logsUnderNewKeys });
        expect(found.join('\n')).toContain('lines of decisions.csv: 4 instead of 3');
      });

      it('a service that does not take up what was left undone', async () => {
        const death: Death = { point: first('db transaction in save'), moment: 'after' };
        const found = await violationsAfter(death, { noSweep: true });
        expect(found.join('\n')).toContain('drafts placed: []');
      });
    });
  });
}

let logged = 0;
const logsUnderNewKeys: Sabotage['crm'] = (crm) => ({
  changedDeals: (cursor) => crm.changedDeals(cursor),
  stages: () => crm.stages(),
  contactsOf: (deal) => crm.contactsOf(deal),
  findContacts: (emails) => crm.findContacts(emails),
  readDeal: (deal) => crm.readDeal(deal),
  log: (deal, entry, key) => crm.log(deal, entry, `${key}-${++logged}`),
  setStage: (...change) => crm.setStage(...change),
  updateContact: (...change) => crm.updateContact(...change),
  addContact: (...change) => crm.addContact(...change),
  close: () => crm.close(),
});

const placesBlindly: Sabotage['mailbox'] = (mailbox, world) => {
  const placeDraft: Mailbox['placeDraft'] = async (reply, key) => {
    const messageId = draftMessageId(key, world.rep);
    const raw = await composeMessage({ ...reply, messageId, date: world.now() });
    world.stuff(raw);
    const message = { ...(await parseMessage(raw)), place: 'drafts' as const, read: true };
    return { ref: 'somewhere', message, existed: false };
  };
  return { ...mailbox, placeDraft, draftLeft: placeDraft };
};

function benchOn(name: Backend['name'], { store, ledgerFile }: OpenDatabase): Bench {
  return {
    backend: countStatements(name, store),
    check: ledgerVerifier(sha256),
    seq: 0,
    newLines: ledgerFile === null ? null : newLinesOf(ledgerFile),
  };
}

function newLinesOf(path: string): () => string[] {
  let read = 0;
  return () => {
    const file = openSync(path, 'r');
    const bytes = Buffer.alloc(fstatSync(file).size - read);
    readSync(file, bytes, 0, bytes.length, read);
    closeSync(file);
    read += bytes.length;
    return bytes.toString().split('\n').slice(0, -1);
  };
}
