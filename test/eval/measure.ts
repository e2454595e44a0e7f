/** Reads the labelled sets and counts what was understood. Each function gives one or more scores. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newText } from '../../src/domain/new-text.ts';
import { readMessage } from '../../src/domain/reading.ts';
import { isStalled, type Said, turnOfTalk, waitingOf } from '../../src/domain/turn.ts';
import { workingDaysOf } from '../../src/domain/working-days.ts';
import { parseMessage } from '../../src/mailbox/mime.ts';
import { corpusPath } from './corpus-path.ts';
import { judge, matchTexts, newScore, type Score, sameWords, tokenF1 } from './score.ts';
import { itemsOf, type Labelled, messageOf } from './sets.ts';

type Held = Labelled & {
  hold: { until: string | null; assumed: boolean; scope: string; quote: string; optOut: boolean } | null;
  lifts: boolean;
};

const weekday = (date: string) => new Date(`${date}T00:00Z`).getUTCDay();

/** Within one working day: nothing but a weekend and one day lies between. */
function near(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  const [from, to] = [one, other].sort() as [string, string];
  let days = 0;
  for (let at = Date.parse(from); at < Date.parse(to); ) {
    at += 86_400_000;
    const day = new Date(at).toISOString().slice(0, 10);
    if (weekday(day) % 6 !== 0) days += 1;
    if (days > 1) return false;
  }
  return true;
}

const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 160);

export function holds(): Score[] {
  const scores = {
    found: newScore('holds'),
    until: newScore('holds: until within a working day'),
    scope: newScore('holds: scope'),
    quote: newScore('holds: quote'),
    optOut: newScore('holds: opt-out'),
    assumed: newScore('holds: assumed'),
    lifts: newScore('holds: lifted'),
  };
  for (const item of itemsOf<Held>('holds')) {
    const { hold, lifts } = readMessage(messageOf(item), item.zone, item.role === 'rep');
    const line = (what: string) => `${item.id} ${what} | ${item.sentAt.slice(0, 10)} ${short(item.text)}`;
    if (item.lifts || lifts)
      judge(scores.lifts, item.lifts === lifts, () => line(item.lifts ? 'not lifted' : 'lifted'));
    if (item.hold && hold) {
      scores.found.hits += 1;
      judge(scores.until, near(item.hold.until, hold.until), () => line(`${hold.until} for ${item.hold?.until}`));
      judge(scores.scope, item.hold.scope === hold.scope, () => line(`${hold.scope} for ${item.hold?.scope}`));
      judge(scores.quote, sameWords(item.hold.quote, hold.quote), () =>
        line(`"${hold.quote}" for "${item.hold?.quote}"`),
      );
      judge(scores.optOut, item.hold.optOut === hold.optOut, () => line(`opt-out ${hold.optOut}`));
      judge(scores.assumed, item.hold.assumed === hold.assumed, () => line(`assumed ${hold.assumed} (${hold.until})`));
    } else if (item.hold) {
      scores.found.missed += 1;
      scores.found.misses.push(line('missed'));
    } else if (hold) {
      scores.found.false += 1;
      scores.found.misses.push(line(`false, until ${hold.until}`));
    }
  }
  return Object.values(scores);
}

export function promises(): Score[] {
  const found = newScore('promises');
  const due = newScore('promises: due');
  for (const item of itemsOf<Labelled & { promises: { due: string | null; quote: string }[] }>('promises')) {
    const read = readMessage(messageOf(item), item.zone, item.role === 'rep').promises;
    for (const [label, each] of matchTexts(
      found,
      item.promises,
      read,
      ({ quote }) => quote,
      ({ text }) => text,
      item.id,
    ))
      judge(
        due,
        label.due === each.until,
        () => `${item.id} ${each.until} for ${label.due} | ${item.sentAt.slice(0, 10)} ${short(item.text)}`,
      );
  }
  return [found, due];
}

export function questions(): Score[] {
  const found = newScore('questions');
  for (const item of itemsOf<Labelled & { questions: string[] }>('questions')) {
    const read = readMessage(messageOf(item), item.zone, item.role === 'rep').questions;
    matchTexts(
      found,
      item.questions,
      read,
      (text) => text,
      (text) => text,
      item.id,
    );
  }
  return [found];
}

export function absences(): Score[] {
  const found = newScore('absences');
  const until = newScore('absences: first day back');
  for (const item of itemsOf<Labelled & { absence: { until: string | null } | null }>('absences')) {
    const { absence, kind } = readMessage(messageOf(item), item.zone);
    const line = (what: string) =>
      `${item.id} ${kind} ${what} | ${item.sentAt.slice(0, 10)} ${item.subject} | ${short(item.text)}`;
    if (item.absence && absence) {
      found.hits += 1;
      judge(until, item.absence.until === absence.until, () => line(`${absence.until} for ${item.absence?.until}`));
    } else if (item.absence) {
      found.missed += 1;
      found.misses.push(line('missed'));
      judge(until, false, () => line('missed'));
    } else if (absence) {
      found.false += 1;
      found.misses.push(line(`false, until ${absence.until}`));
    }
  }
  return [found, until];
}

export function kinds(): Score[] {
  const score = newScore('kinds');
  for (const item of itemsOf<Labelled & { kind: string }>('kinds')) {
    const { kind } = readMessage(messageOf(item), 'UTC');
    judge(
      score,
      kind === item.kind,
      () =>
        `${item.id} ${kind} for ${item.kind} | ${JSON.stringify(item.headers)} ${item.from} | ${item.subject} | ${short(item.text)}`,
    );
  }
  return [score];
}

interface ThreadItem extends Labelled {
  region: string;
  today: string;
  rep: string;
  subject: string;
  messages: { from: string; to: string[]; cc: string[]; date: string; headers: Record<string, string>; text: string }[];
  turn: string;
  reason: string;
  stalled: boolean;
  why: string;
}

export function threads(): Score[] {
  const scores = { turn: newScore('whose turn'), reason: newScore('whose turn: reason'), stalled: newScore('stalled') };
  const patience = { stalledAfterWorkingDays: 5, promiseGraceWorkingDays: 2, ourTurnAfterWorkingDays: 2 };
  for (const item of itemsOf<ThreadItem>('threads')) {
    const house = item.rep.split('@')[1]!;
    const talk: Said[] = item.messages
      .filter(({ from, to, cc }) => ![from, ...to, ...cc].every((address) => address.endsWith(`@${house}`)))
      .map((each) => {
        const byRep = each.from.endsWith(`@${house}`);
        const message = messageOf({ ...each, sentAt: each.date, subject: item.subject });
        const to = [...each.to, ...each.cc];
        return {
          byRep,
          date: each.date.slice(0, 10),
          from: each.from,
          to,
          reading: readMessage(message, item.zone, byRep),
        };
      });
    const now = turnOfTalk(talk, item.today);
    const waiting = waitingOf(now, talk, item.today, workingDaysOf(item.region), patience);
    const stalled = isStalled(now, waiting, item.today);
    const line = (what: string) =>
      `${item.id} ${what} (${item.why}) | ${now.since} "${short(now.quote).slice(0, 60)}" | last: ${short(item.messages.at(-1)!.text).slice(0, 90)}`;
    judge(scores.turn, now.turn === item.turn, () => line(`${now.turn} ${now.reason} for ${item.turn} ${item.reason}`));
    if (now.turn === item.turn)
      judge(scores.reason, now.reason === item.reason, () => line(`${now.reason} for ${item.reason}`));
    judge(scores.stalled, stalled === item.stalled, () => line(`stalled ${stalled}, ${now.turn}`));
  }
  return Object.values(scores);
}

/** Exact and token F1 of the new text on public replies; nothing where the corpus is absent. */
export function newTexts(): Score[] {
  const talon = newScore('new text: talon, exact');
  const tokens = newScore('new text: talon, token F1 ≥ 0.9');
  const crisp = newScore('new text: crisp, exact');
  const talonCases =
    corpusJson<{ test: string; fn: string; input: string; expected: string | string[] }[]>(
      'fixtures',
      'talon',
      'cases.json',
    ) ?? [];
  const byInput = Map.groupBy(
    talonCases.filter(({ fn }) => fn !== 'extract_from_html'),
    ({ input }) => input,
  );
  for (const [input, cases] of byInput) {
    const got = newText(input);
    // Some inputs stand there twice with different answers: any of them is right.
    const expected = cases.map((each) => [each.expected].flat()[0] ?? '');
    const line = () =>
      `${cases[0]!.test} ${JSON.stringify(got).slice(0, 160)} for ${JSON.stringify(expected[0]).slice(0, 160)}`;
    judge(
      talon,
      expected.some((each) => squeezed(each) === squeezed(got)),
      line,
    );
    judge(
      tokens,
      expected.some((each) => tokenF1(each, got) >= 0.9),
      line,
    );
  }
  for (const { fixture, asserts } of corpusJson<
    { fixture: string | null; asserts: { on: string; expected: string; literal: boolean }[] }[]
  >('fixtures', 'crisp-email-reply-parser', 'cases.json') ?? []) {
    const first = asserts.find(({ on, literal }) => literal && /^(?:fragments\[0\].*trim\(\)|text)$/.test(on));
    if (!first || !fixture) continue;
    const got = newText(
      readFileSync(corpusPath('fixtures', 'crisp-email-reply-parser', 'test', 'fixtures', `${fixture}.txt`), 'utf8'),
    );
    judge(crisp, squeezed(got) === squeezed(first.expected), () => `${fixture} ${JSON.stringify(got.slice(-200))}`);
  }
  return [talon, tokens, crisp].filter(({ hits, missed }) => hits + missed > 0);
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

function corpusJson<T>(...path: string[]): T | null {
  return existsSync(corpusPath(...path)) ? (JSON.parse(readFileSync(corpusPath(...path), 'utf8')) as T) : null;
}

/** Delivery reports and absence notes as mailers write them, and mail of lists and people. */
export async function publicKinds(): Promise<Score[]> {
  const reports = newScore('kinds: sisimai');
  const ham = newScore('kinds: ham');
  const folder = corpusPath('fixtures', 'sisimai', 'maildir', 'bsd');
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const kind = await kindOfFile(join(folder, name));
    const right = name.startsWith('rfc3834') ? 'auto_reply' : 'bounce';
    judge(reports, kind === right, () => `${name} ${kind} for ${right}`);
  }
  for (const each of corpusJson<{ file: string; thread_size: number; in_reply_to: string; subject: string }[]>(
    'mail',
    'manifest.json',
  ) ?? []) {
    if (!each.file.startsWith('spamassassin-ham/')) continue;
    const kind = await kindOfFile(corpusPath('mail', each.file));
    // A person's mail in a conversation is human; what stands alone may be a list's own.
    const talk = /^re:/i.test(each.subject) || each.in_reply_to !== '';
    judge(ham, kind === 'human' || (!talk && kind === 'bulk'), () => `${each.file} ${kind} | ${each.subject}`);
  }
  return [reports, ham].filter(({ hits, missed }) => hits + missed > 0);
}

async function kindOfFile(path: string): Promise<string> {
  const parsed = await parseMessage(readFileSync(path));
  return readMessage({ ...parsed, place: 'inbox', read: true }, 'UTC').kind;
}

export { proposals } from './proposals.ts';
