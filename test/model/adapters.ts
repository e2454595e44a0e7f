/**
 * Histories lived in the fake of a provider and looked at through the real adapter: what the model of `histories.ts` takes for granted, that a look
 * reports what is there, is here the adapter's own doing, over HTTP, with faults.
 */
import fc from 'fast-check';
import { comparable } from '../../src/domain/text.ts';
import { judge, type Seen } from '../../src/domain/verdict.ts';
import { TryLater } from '../../src/errors.ts';
import { seenOf } from '../../src/jobs/settle.ts';
import type { Mailbox, PlacementQuery } from '../../src/mailbox/mailbox.ts';
import type { Rep as Client } from '../contract/mailbox.ts';
import { at, buyer, byHand, minute, ourId, ourText, rep as owner, parent, placed } from '../domain/placements.ts';
import { type Decided, Service } from './service.ts';

/** A provider with one account, on a clock. */
export interface World {
  mailbox: Mailbox;
  client: Client & {
    schedule?(messageId: string, until: Date): Promise<unknown>;
    cancelSchedule?(messageId: string): Promise<unknown>;
    undoSend?(messageId: string): Promise<unknown>;
  };
  threadRef(messageId: string): string;
  /** The next requests of a look fail. */
  fail(): void;
  /** Lets this happen just before the next reading request is carried out. */
  meanwhile(act: () => Promise<void>): void;
  /** The provider forgets what its cursors meant. */
  forget(): void;
  /** Changes whenever anything in the mailbox does. */
  version(): number;
  close(): Promise<void>;
}

export type OpenWorld = (options: { now: () => Date; dice: readonly number[] }) => Promise<World>;

const acts = [
  'send',
  'edit and send',
  'save as it is',
  'edit',
  'rewrite',
  'edit back',
  'delete',
  'delete for good',
  'restore',
  'write by hand',
  'delete and write by hand',
  'schedule',
  'cancel the schedule',
  'undo the sending',
  'move to a folder',
  'the prospect writes',
  'the prospect answers',
  'no answer from the provider',
  'the provider forgets',
  'nobody looks for two days',
] as const;
type Act = (typeof acts)[number];

export const histories = fc.record({
  dice: fc.array(fc.nat({ max: 11 }), { minLength: 16, maxLength: 16 }),
  acts: fc.array(
    fc.record({
      wait: fc.constantFrom(0.3, 2, 12, 50, 400),
      act: fc.oneof(
        { weight: 1, arbitrary: fc.constantFrom<Act>('send', 'delete', 'edit', 'edit and send') },
        { weight: 3, arbitrary: fc.constantFrom<Act>(...acts) },
      ),
      newId: fc.boolean(),
      /** In the middle of a look, or between two. */
      midLook: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});
export type History = typeof histories extends fc.Arbitrary<infer T> ? T : never;

export interface Lived {
  faults: string[];
  verdict: string;
  lines: string[];
}

const lookEvery = 50;

/** One state of what the rep really did. */
interface Truth {
  draft: string;
  text: string;
  state: 'there' | 'in trash' | 'gone' | 'scheduled' | 'sent';
  /** `evident`: it went out under an id, or in words, by which a look had shown the draft, or in most of our own. */
  sends: { id: string; changed: boolean; evident: boolean }[];
  fate: 'lies there' | 'deleted' | 'taken back';
  wroteByHand: boolean;
  moved: boolean;
}

export async function live({ dice, acts: wanted }: History, open: OpenWorld): Promise<Lived> {
  let time = 0;
  const lines: string[] = [];
  const tell = (when: number, line: string): void => {
    lines.push(`${when.toFixed(1)} min: ${line}`);
  };
  const world = await open({ now: () => at(time), dice });
  try {
    const { client, mailbox } = world;
    await client.writeByHand({
      to: buyer,
      subject: 'Pilot in Lyon',
      text: 'Would the second tier do?',
      messageId: parent,
      date: at(-9 * 24 * 60),
    });
    const reply = {
      threadRef: world.threadRef(parent),
      inReplyTo: parent,
      references: [parent],
      from: { name: 'Robin Rep', address: owner },
      to: [{ name: 'Dana', address: buyer }],
      cc: [],
      subject: placed.subject,
      text: ourText,
    };
    const { ref, message } = await mailbox.placeDraft(reply, 'model');
    /** The model's name of our draft, and the mailbox's. */
    const inModel = (id: string): string => (id === message.id ? ourId : id);
    const inMailbox = (id: string): string => (id === ourId ? message.id : id);

    const truth: Truth = {
      draft: message.id,
      text: ourText,
      state: 'there',
      sends: [],
      fate: 'lies there',
      wroteByHand: false,
      moved: false,
    };
    let truthSeen = structuredClone(truth);
    const known = new Map<string, Seen>();
    let reported: Seen[] = [];
    const interned = (seen: Seen): Seen => {
      const named = {
        ...seen,
        messageId: inModel(seen.messageId),
        inReplyTo: seen.inReplyTo && inModel(seen.inReplyTo),
        references: seen.references.map(inModel),
      };
      const key = JSON.stringify(named);
      const same = known.get(key) ?? named;
      known.set(key, same);
      return same;
    };
    const query = (): PlacementQuery => ({
      messageId: message.id,
      knownIds: [...service.knownIds].map(inMailbox),
      refs: [...new Set([ref, ...service.revisionRefs])],
      threadRef: reply.threadRef,
      inReplyTo: parent,
      placedAt: placed.placedAt,
      recipients: [buyer],
    });
    const first = await mailbox.observeDraft({
      messageId: message.id,
      knownIds: [],
      refs: [ref],
      threadRef: reply.threadRef,
      inReplyTo: parent,
      placedAt: placed.placedAt,
      recipients: [buyer],
    });
    const own = first.sightings.find(({ place }) => place === 'drafts');
    if (!own) throw new Error('The draft that was just placed is not seen.');
    const service: Service = new Service({
      mailbox: { reported: () => reported, remove: () => {} },
      rep: { draft: interned(seenOf(own)), dealMoved: false, takenBack: () => {} },
      asksAdapter: true,
      judge,
      holds: mailbox.holds,
      keepsSentCopies: true,
      tell,
    });
    const faults: string[] = [];
    service.onDecision = (decided) => {
      const fault = faultIn(decided, truth, truthSeen);
      if (fault) faults.push(fault);
    };

    /** What the mailbox and the query were when the adapter last looked, and how often that was taken for granted since. */
    let looked = { state: '', again: 0 };
    const stateNow = (): string => `${world.version()} ${service.knownIds.size} ${service.revisionRefs.length}`;
    const see = async (): Promise<void> => {
      const before = structuredClone(truth);
      try {
        const changes = await mailbox.changes(cursor);
        cursor = changes.cursor;
        lost ||= changes.kind === 'start-over';
        const asked = stateNow();
        const { sightings, complete, gap } = await mailbox.observeDraft(query());
        reported = sightings
          .map(seenOf)
          .map(interned)
          .sort((a, b) => (a.ref < b.ref ? -1 : 1));
        // What happened during a look it may have missed.
        const still = before.state === truth.state && before.sends.length === truth.sends.length;
        if (still) truthSeen = before;
        if (!complete) tell(time, `  (the look is not complete: ${gap})`);
        service.look(time, complete ? (lost ? 'start over' : 'complete') : 'partial', []);
        looked = { state: complete && still ? asked : '', again: 0 };
        lost = false;
      } catch (error) {
        if (!(error instanceof TryLater)) throw error;
        looked = { state: '', again: 0 };
        service.look(time, 'failed', []);
      }
    };
    const look = async (): Promise<void> => {
      // The same mailbox, looked at again and again: one look in 25 is the adapter's.
      if (looked.state === stateNow() && ++looked.again % 25 !== 0) service.look(time, 'complete', []);
      else await see();
      await takeBack();
    };
    const lookAt = async (): Promise<void> => {
      await see();
      await takeBack();
    };
    const takeBack = async (): Promise<void> => {
      if (!service.wantsBack) return;
      const taken = await mailbox.withdrawDraft(query(), message.text);
      if (!taken.done) return;
      truth.state = 'gone';
      truth.fate = 'taken back';
      service.tookBack(time);
    };
    let cursor = (await mailbox.changes(null)).cursor;
    let lost = false;

    const shown: Doing['shown'] = {
      id: (id) => service.knownIds.has(inModel(id)),
      // Few words are equal by chance.
      text: (text) =>
        text.split(/\s+/).length >= 10 &&
        service.scans.some(({ seen }) =>
          seen.some(
            ({ place, messageId, text: words }) =>
              // A rewrite under another id is not followed: the rep may have begun another draft.
              place === 'drafts' && service.knownIds.has(messageId) && comparable(words) === comparable(text),
          ),
        ),
    };
    const pass = async (until: number): Promise<void> => {
      while (time + lookEvery < until) {
        time += lookEvery;
        await look();
      }
      time = Math.max(time, until);
    };
    for (const { wait, act, newId, midLook } of wanted) {
      await pass(time + wait);
      const does = () => doIt(act, { world, truth, shown, time, tell, messageId: newId ? 'new' : 'keep' });
      if (act === 'nobody looks for two days') time += 2_880;
      else if (midLook) {
        world.meanwhile(does);
        await lookAt();
      } else {
        await does();
        if (act === 'no answer from the provider') world.fail();
      }
      time += 0.1;
      await lookAt();
    }
    if (truth.state === 'scheduled') {
      await pass(time + 300);
      await doIt('send', { world, truth, shown, time, tell, messageId: 'keep' });
    }
    const end = time + mailbox.holds.vanishedFinalMs / minute + 4 * lookEvery;
    for (const wait of [1, 2, 5]) {
      time += wait;
      await look();
    }
    await pass(end);

    const missed = missedIn(service, truth);
    if (missed) faults.push(missed);
    for (const fault of faults) lines.push(`wrong: ${fault}`);
    const { verdict, final } = service.judgement;
    return { faults, verdict: final ? verdict : 'pending', lines };
  } finally {
    await world.close();
  }
}

interface Doing {
  world: World;
  truth: Truth;
  /** Whether a look has shown the draft under this id, or in these words. */
  shown: { id(id: string): boolean; text(text: string): boolean };
  time: number;
  tell: (time: number, line: string) => void;
  messageId: 'keep' | 'new';
}

const little = (text: string): string => `${text}\n\nPS: in the office all week.`;
const rewritten = 'Dana, may I ring you on Monday about the seats? Robin';

/** What cannot be done in this state is not done. */
async function doIt(act: Act, { world, truth, shown, time, tell, messageId }: Doing): Promise<void> {
  const { client } = world;
  const date = at(time);
  const there = truth.state === 'there' && !truth.moved;
  tell(time, `${act}${there || act.startsWith('the') ? '' : ` (${truth.state})`}`);
  const save = async (text: string): Promise<void> => {
    if (!there) return;
    truth.draft = await client.saveEdit(truth.draft, { text, date }, { messageId });
    truth.text = text;
  };
  const send = async (edit?: string): Promise<void> => {
    if (truth.state === 'scheduled') {
      await client.cancelSchedule?.(truth.draft);
      truth.state = 'there';
    }
    if (truth.state !== 'there' || truth.moved) return;
    const changed = edit !== undefined || truth.text !== ourText;
    const id = await client.sendDraft(truth.draft, { messageId, date, ...(edit === undefined ? {} : { edit }) });
    const text = edit ?? truth.text;
    const evident = (id === truth.draft && shown.id(id)) || text.startsWith(ourText) || shown.text(text);
    truth.sends.push({ id, changed, evident });
    truth.state = 'sent';
  };
  const byHandNow = async (): Promise<void> => {
    truth.wroteByHand = true;
    const thread = { subject: placed.subject, inReplyTo: parent, references: [parent] };
    await client.writeByHand({ from: owner, to: buyer, text: byHand, date, ...thread });
  };
  const remove = async (forGood: boolean): Promise<void> => {
    if (!there) return;
    if (forGood) await client.expunge(truth.draft);
    else await client.deleteToTrash(truth.draft);
    truth.state = forGood ? 'gone' : 'in trash';
    truth.fate = 'deleted';
  };
  switch (act) {
    case 'send':
      return send();
    case 'edit and send':
      return send(little(truth.text));
    case 'save as it is':
      return save(truth.text);
    case 'edit':
      return save(little(truth.text));
    case 'rewrite':
      return save(rewritten);
    case 'edit back':
      return save(ourText);
    case 'delete':
      return remove(false);
    case 'delete for good':
      return remove(true);
    case 'restore':
      if (truth.state !== 'in trash') return;
      await client.restoreFromTrash(truth.draft);
      truth.state = 'there';
      truth.fate = 'lies there';
      return;
    case 'write by hand':
      return byHandNow();
    case 'delete and write by hand':
      await remove(false);
      return byHandNow();
    case 'schedule':
      if (!there || !client.schedule) return;
      await client.schedule(truth.draft, at(time + 300));
      truth.state = 'scheduled';
      return;
    case 'cancel the schedule':
      if (truth.state !== 'scheduled') return;
      await client.cancelSchedule?.(truth.draft);
      truth.state = 'there';
      return;
    case 'undo the sending': {
      // Only within the seconds that a client gives: what was seen as sent for longer stays sent.
      if (!there || !client.undoSend) return;
      const id = await client.sendDraft(truth.draft, { messageId: 'keep', date });
      await client.undoSend(id);
      return;
    }
    case 'move to a folder':
      if (!there) return;
      await client.move(truth.draft, client.names.drafts, client.names.archive);
      truth.moved = true;
      return;
    case 'the prospect writes':
      await client.receive({ from: buyer, subject: placed.subject, text: 'One more thing.', date, inReplyTo: parent });
      return;
    case 'the prospect answers': {
      const sent = truth.sends.at(-1);
      if (!sent) return;
      const named = { inReplyTo: sent.id, references: [parent, sent.id] };
      await client.receive({ from: buyer, subject: placed.subject, text: 'Thank you.', date, ...named });
      return;
    }
    case 'the provider forgets':
      return world.forget();
    default:
  }
}

/** What is wrong with a decision at the moment it is made. A rejection speaks of the last look that was whole. */
function faultIn({ judgement, decision }: Decided, truth: Truth, truthSeen: Truth): string | null {
  const inferred = judgement.flags.includes('inferred');
  const { sends } = truth;
  const right =
    decision === null ||
    (decision === 'approved' && sends.some(({ changed }) => !changed)) ||
    (decision === 'approved_edited' && sends.some(({ changed }) => changed || inferred)) ||
    (decision === 'rejected' && truthSeen.sends.length === 0 && truthSeen.fate === 'deleted');
  const did = sends.map(({ changed }) => (changed ? 'sent it changed' : 'sent it as it was')).join(', ');
  return right ? null : `${decision}, but what the rep did is: ${did || truth.fate}. ${judgement.why}`;
}

/** So that silence is no way to pass: what the mailbox plainly shows is said in the end. */
function missedIn({ decisions, judgement }: Service, truth: Truth): string | null {
  const last = decisions.at(-1)?.decision ?? null;
  if (truth.wroteByHand || truth.fate === 'taken back') return null;
  if (truth.sends.some(({ evident }) => evident) && !last?.startsWith('approved'))
    return `${judgement.verdict} to the end, but it was sent and the mailbox shows it. ${judgement.why}`;
  if (truth.sends.length === 0 && truth.state === 'in trash' && last !== 'rejected')
    return `${judgement.verdict} to the end, but it was deleted and lies in trash. ${judgement.why}`;
  return null;
}

/** A history is odd or plain by one throw of the dice. */
export const thrown =
  (dice: readonly number[]) =>
  <T>(n: number, values: readonly T[]): T =>
    values[(dice[n] ?? 0) % values.length] as T;
