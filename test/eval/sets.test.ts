import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

/** The form of the labelled sets; what the labels mean stands in README.md beside this file. */
const four = ['en', 'de', 'fr', 'es'] as const;
const seven = [...four, 'pt', 'it', 'nl'] as const;
const day = z.iso.date();
const moment = z.iso.datetime({ offset: true });
/** `supportedValuesOf` knows only one spelling of each zone; a formatter knows all of them. */
const isZone = (timeZone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
};
const zone = z.string().refine(isZone, 'not an IANA zone');
const address = z.string().regex(/^[^\s@]+@([a-z0-9-]+\.)+(example|test|com)$/);
const headers = z.record(z.string(), z.string());

const common = { id: z.string(), lang: z.enum(seven) };
const said = { ...common, sentAt: moment, zone, role: z.enum(['prospect', 'rep']), text: z.string().min(1) };
const mail = { ...common, from: address, subject: z.string(), headers, text: z.string() };

const sets = {
  holds: z.strictObject({
    ...said,
    hold: z
      .strictObject({
        until: day.nullable(),
        assumed: z.boolean(),
        scope: z.enum(['person', 'company', 'topic']),
        quote: z.string().min(1),
        optOut: z.boolean(),
      })
      .nullable(),
    lifts: z.boolean(),
  }),
  promises: z.strictObject({
    ...said,
    promises: z.array(z.strictObject({ by: z.enum(['us', 'them']), due: day.nullable(), quote: z.string().min(1) })),
  }),
  questions: z.strictObject({ ...said, questions: z.array(z.string().min(1)) }),
  absences: z.strictObject({
    ...mail,
    sentAt: moment,
    zone,
    absence: z.strictObject({ until: day.nullable(), deputy: address.nullable() }).nullable(),
  }),
  kinds: z.strictObject({
    ...mail,
    kind: z.enum(['human', 'auto_reply', 'bounce', 'bulk', 'invitation', 'unreadable']),
  }),
  threads: z.strictObject({
    ...common,
    region: z.string().regex(/^[A-Z]{2}(-[A-Z\d]{1,3})?$/),
    zone,
    today: day,
    rep: address,
    subject: z.string().min(1),
    messages: z
      .array(
        z.strictObject({
          from: address,
          to: z.array(address).min(1),
          cc: z.array(address),
          date: moment,
          headers,
          text: z.string().min(1),
        }),
      )
      .min(2)
      .max(9),
    turn: z.enum(['ours', 'theirs', 'nobody']),
    reason: z.enum(['question', 'promise', 'none']),
    stalled: z.boolean(),
    why: z.string().min(1),
  }),
};

type Name = keyof typeof sets;
type Item<N extends Name> = z.infer<(typeof sets)[N]>;

/** The items of one set; throws where a line is not of its form. */
function read<N extends Name>(name: N): Item<N>[] {
  const lines = readFileSync(new URL(`${name}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => sets[name].parse(JSON.parse(line)) as Item<N>);
}

const holds = read('holds');
const promises = read('promises');
const questions = read('questions');
const absences = read('absences');
const kinds = read('kinds');
const threads = read('threads');
const all = [...holds, ...promises, ...questions, ...absences, ...kinds, ...threads];

/** Those ids whose label breaks a rule; a failing test names them. */
const broken = <T extends { id: string }>(items: T[], rule: (item: T) => boolean) =>
  items.filter((item) => !rule(item)).map(({ id }) => id);

const isWeekday = (date: string) => ![0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay());

describe('every set', () => {
  test.each([
    ['holds', holds, { en: 130, de: 110, fr: 90, es: 90, pt: 20, it: 20, nl: 20 }],
    ['promises', promises, { en: 70, de: 50, fr: 50, es: 50 }],
    ['questions', questions, { en: 40, de: 35, fr: 30, es: 30 }],
    ['absences', absences, { en: 30, de: 25, fr: 25, es: 25, pt: 15, it: 15, nl: 15 }],
    ['kinds', kinds, { en: 45, de: 40, fr: 30, es: 30, pt: 15, it: 15, nl: 15 }],
    ['threads', threads, { en: 50, de: 35, fr: 25, es: 24 }],
  ])('%s has enough items in each language', (_, items, least) => {
    const counts = Object.fromEntries(
      Object.keys(least).map((lang) => [lang, items.filter((item) => item.lang === lang).length]),
    );
    expect(
      broken(
        Object.entries(least).map(([id, count]) => ({ id, count })),
        ({ id, count }) => counts[id]! >= count,
      ),
    ).toEqual([]);
    expect(items.length).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
  });

  test('ids are unique and name their language', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(broken(all, ({ id, lang }) => id.split('-')[1] === lang)).toEqual([]);
  });

  test('no message is there twice in its set', () => {
    for (const set of [holds, promises, questions]) {
      expect(new Set(set.map(({ text }) => text)).size).toBe(set.length);
    }
    for (const set of [absences, kinds]) {
      expect(new Set(set.map(({ from, subject, text }) => `${from}\n${subject}\n${text}`)).size).toBe(set.length);
    }
  });
});

describe('quotes are in the words of the author', () => {
  /** What the author wrote: everything above the first mark of a quotation. */
  const own = (text: string) =>
    text.split(/\n(?:>|On .+wrote:|Am .+schrieb|Le .+écrit|El .+escribió|-{5}|From:|Von:|De ?:)/)[0]!;

  test('of holds', () => {
    expect(broken(holds, ({ text, hold }) => !hold || own(text).includes(hold.quote))).toEqual([]);
  });
  test('of promises', () => {
    expect(broken(promises, (item) => item.promises.every(({ quote }) => own(item.text).includes(quote)))).toEqual([]);
  });
  test('of questions, in order', () => {
    expect(
      broken(questions, (item) => {
        const places = item.questions.map((question) => own(item.text).indexOf(question));
        return places.every((place, at) => place >= 0 && (at === 0 || place > places[at - 1]!));
      }),
    ).toEqual([]);
  });
});

describe('labels agree with each other', () => {
  test('about half of the messages are holds, and none is spoken by the rep', () => {
    const held = holds.filter(({ hold }) => hold);
    expect(held.length / holds.length).toBeGreaterThan(0.45);
    expect(held.length / holds.length).toBeLessThan(0.55);
    expect(broken(held, ({ role }) => role === 'prospect')).toEqual([]);
  });

  test('a hold ends on a working day after it was sent; an opt-out never ends', () => {
    expect(
      broken(holds, ({ hold, sentAt }) => !hold?.until || (hold.until > sentAt.slice(0, 10) && isWeekday(hold.until))),
    ).toEqual([]);
    expect(broken(holds, ({ hold }) => !hold?.optOut || hold.until === null)).toEqual([]);
    expect(broken(holds, ({ hold }) => !hold || hold.until !== null || !hold.assumed)).toEqual([]);
  });

  test('a promise is by the side of its author and not due before it was given', () => {
    expect(
      broken(promises, ({ role, sentAt, promises: given }) =>
        given.every(({ by, due }) => by === (role === 'rep' ? 'us' : 'them') && (!due || due >= sentAt.slice(0, 10))),
      ),
    ).toEqual([]);
  });

  test('an absence ends on a working day, and its deputy is named in the note', () => {
    expect(
      broken(absences, ({ absence, sentAt, text }) => {
        const { until = null, deputy = null } = absence ?? {};
        return (!until || (until > sentAt.slice(0, 10) && isWeekday(until))) && (!deputy || text.includes(deputy));
      }),
    ).toEqual([]);
  });

  test('threads are in order, end by today, and only an open turn can stall', () => {
    expect(
      broken(threads, ({ messages }) => messages.every(({ date }, at) => at === 0 || date >= messages[at - 1]!.date)),
    ).toEqual([]);
    expect(broken(threads, ({ messages, today }) => messages.at(-1)!.date.slice(0, 10) <= today)).toEqual([]);
    expect(
      broken(threads, ({ turn, reason, stalled }) => turn !== 'nobody' || (reason === 'none' && !stalled)),
    ).toEqual([]);
  });

  test('every kind is there in most languages', () => {
    for (const kind of ['human', 'auto_reply', 'bounce', 'bulk', 'invitation', 'unreadable']) {
      expect(new Set(kinds.filter((item) => item.kind === kind).map(({ lang }) => lang)).size).toBe(7);
    }
  });
});
