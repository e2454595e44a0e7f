/** What templates make of the facts: every wording of every situation, and for each sentence the words it rests on. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/domain/assess.ts';
import type { Message } from '../../../src/domain/mail.ts';
import { fold } from '../../../src/domain/reading/fold.ts';
import { tonguesOf } from '../../../src/domain/reading/tongue.ts';
import { readMessage } from '../../../src/domain/reading.ts';
import { situations } from '../../../src/domain/situation.ts';
import { languages, planFollowUp } from '../../../src/domain/writing/compose.ts';
import { fromTemplate, type Render, whyNone } from '../../../src/domain/writing/from-template.ts';
import { addressOf } from '../../../src/domain/writing/gate/formality.ts';
import type { Language } from '../../../src/domain/writing/gate/written.ts';
import type { PublicToThread } from '../../../src/domain/writing/public-to-thread.ts';
import { loadTemplates } from '../../../src/lib/template-files.ts';
import { createTemplates } from '../../../src/lib/templates.ts';
import { contact, facts, mail, ours, rep, thread } from '../deals.ts';
import { policy } from '../placements.ts';

const shipped = createTemplates(loadTemplates(join(import.meta.dirname, '../../../templates')));
const render: Render = (name, given) => shipped.render(name, given);

const now = new Date('2026-11-17T11:00:00Z');

function planned(messages: Message[]) {
  const threads = [thread(...messages)];
  const assessed = assess(facts({ threads }), rep, policy, now);
  const followUp = planFollowUp(assessed, threads, [contact], rep, now);
  if (!followUp) throw new Error(`nothing was planned: ${assessed.never}`);
  return followUp;
}

const asked = planned([ours()]);
const lines: Record<Language, [question: string, statement: string]> = {
  en: ['Would forty seats be enough for Lyon?', 'The plan for Lyon has forty seats.'],
  de: ['Wären vierzig Plätze in Lyon genug?', 'Der Plan für Lyon hat vierzig Plätze.'],
  fr: ['Quarante places à Lyon suffiraient-elles ?', 'Le plan pour Lyon compte quarante places.'],
  es: ['¿Bastarían cuarenta plazas en Lyon?', 'El plan para Lyon tiene cuarenta plazas.'],
};

/** The one who is written to, somebody else, and somebody else without a name. */
const writers = [
  {},
  { other: { name: 'Holly Marsh', address: 'holly@buyer.test' } },
  { other: { name: 'holly@buyer.test', address: 'holly@buyer.test' } },
];

/** Every shape that the facts of a situation can have. */
function contexts(situation: (typeof situations)[number], language: Language): PublicToThread[] {
  return [true, false].flatMap((formal) =>
    [true, false].flatMap((several) =>
      (['question', 'statement', 'nothing'] as const).flatMap((said) =>
        ([null, '2026-11-12'] as const).flatMap((due) => {
          const words =
            situation === 'last_try' ? [true, false] : [['promise_overdue', 'hold_over'].includes(situation)];
          return words
            .flatMap((theirs) => (theirs ? writers : writers.slice(0, 1)).map((by) => ({ theirs, by })))
            .map(({ theirs, by }) => {
              const text =
                said === 'nothing' ? 'EVERYTHING AS SAID ON THE PHONE' : lines[language][said === 'question' ? 0 : 1];
              const topic = {
                situation,
                messageId: '<ground>',
                byRep: !theirs,
                quote: text,
                due: situation === 'after_meeting' ? '2026-11-12' : due,
                beside: ['last_try', 'after_absence'].includes(situation)
                  ? { messageId: '<beside>', quote: 'a day', day: '2026-11-10' }
                  : null,
              };
              const message = { date: '2026-11-03', attachments: [] };
              return {
                ...asked.context,
                language,
                formal,
                several,
                topic,
                messages: [{ ...message, ...by, messageId: '<ground>', author: theirs ? 'contact' : 'rep', text }],
              } as PublicToThread;
            });
        }),
      ),
    ),
  );
}

describe.each(languages.flatMap((language) => situations.map((situation) => [situation, language] as const)))(
  '%s in %s',
  (situation, language) => {
    const template = `follow-up/${situation}.${language}`;
    const limits = { ...asked.limits, language, greeting: 'Hi Dana,', signOff: 'Robin', before: [] };
    const all = contexts(situation, language);
    const some = all.filter(({ several, topic }) => !several && topic.due !== null);

    test('is a draft, whatever the facts', () => {
      for (const context of all) {
        const found = fromTemplate({ ...asked, context, limits, template }, render);
        const body = found?.text.replace(/^Hi Dana,\n\n|\n\nRobin$/g, '') ?? '';
        expect(body).not.toMatch(/ {2}|\n{3}|\s[.,]|[\ue000-\uf8ff]|\bnull\b|^\n|\n$| \n/);
        expect(body.split('\n\n')).toHaveLength(2);
        expect(body.split(/\s+/).length).toBeLessThan(60);
        expect(tonguesOf(fold(body))).toContain(language);
        const { formal, informal } = addressOf(body, language);
        if (context.formal && language !== 'en') expect(informal).toBe(false);
        if (!context.formal && language === 'de') expect(formal && !context.several).toBe(false);
        expect(body.match(/\?/g)?.length ?? 0).toBeLessThanOrEqual(2);
      }
    });

    test('read as a mail of ours it gives no word and arranges nothing: sent, it leaves the turn with them', () => {
      for (const context of some)
        for (const variant of [0, 1, 2]) {
          const found = fromTemplate({ ...asked, context, limits, template }, (name, given) =>
            render(name, { ...given, variant }),
          );
          const message = ours({ text: found?.text ?? '', date: now });
          expect(readMessage(message, rep.zone, true)).toMatchObject({ promises: [], meeting: null });
        }
    });

    test('rests on the thread', () => {
      for (const context of all) {
        const { evidence = [], text = '' } = fromTemplate({ ...asked, context, limits, template }, render) ?? {};
        expect(evidence.length).toBeGreaterThan(0);
        for (const each of evidence) expect(text.replace(/\s+/g, ' ')).toContain(each.sentence);
        const ids = evidence.map(({ messageId }) => messageId);
        expect(ids).toContain('<ground>');
        if (context.topic.beside) expect(ids).toContain('<beside>');
      }
    });

    test('says it in other words where a mail of ours has these', () => {
      for (const context of some) {
        const before: string[] = [];
        const texts: string[] = [];
        for (let sent = 0; sent < 6; sent++) {
          const found = fromTemplate({ ...asked, context, limits: { ...limits, before }, template }, render);
          if (!found) break;
          for (const earlier of texts) {
            const sentences = earlier.split(/(?<=[.?!])\s+/).filter((each) => each.split(' ').length > 3);
            for (const sentence of sentences)
              if (!found.evidence.some((each) => each.sentence === sentence))
                expect(found.text).not.toContain(sentence);
          }
          texts.push(found.text);
          before.push(found.text);
        }
        expect(texts.length).toBeGreaterThanOrEqual(2);
        expect(texts.length).toBeLessThan(6);
        expect(new Set(texts).size).toBe(texts.length);
      }
    });
  },
);

describe('evidence', () => {
  test('of a promise is the promise', () => {
    const followUp = planned([
      mail({ text: 'Thank you. I will send the papers by Friday.', date: new Date('2026-11-03T09:00:00Z') }),
    ]);
    expect(fromTemplate(followUp, render)?.evidence).toEqual([
      {
        sentence: 'You wrote on 3 November: "I will send the papers by Friday."',
        messageId: '<m1@buyer.test>',
        quote: 'I will send the papers by Friday.',
      },
    ]);
  });

  test('of a sentence is what the facts in it rest on, wherever they stand in it', () => {
    const found = fromTemplate(asked, () => 'Hi Dana,\n\nA word.\n\nIt was on your desk.\n\nBest regards,\nRobin Rep');
    expect(found).toMatchObject({ evidence: [] });
    const marked = fromTemplate(asked, (_, { said_on, said }) => `A word. ${said_on} it was, ${said} Another.`);
    expect(marked?.text).toContain('A word. On 3 November it was,');
    expect(marked?.evidence.map(({ sentence }) => sentence)).toEqual([
      'On 3 November it was, would the second tier with forty seats be enough for you?',
    ]);
  });
});

test.each([
  ['a link', 'See https://evil.test for more.'],
  ['an address', 'Write to me at a@b.test.'],
  ['a number to call', 'Call me on 0044 20 7946 0958.'],
  ['nothing', '   \n '],
  ['a placeholder', 'Dear customer, XXX will follow.'],
  ['a bracket', 'Thank you for [subject].'],
  ['a tag', 'Thank <b>you</b> for that.'],
  ['Liquid that was quoted', 'Thank you {{ name }} for that.'],
  ['an invisible character', 'Thank\u200b you for that.'],
  ['too much', 'word '.repeat(300)],
])('a wording that says %s is told to whoever renders it, and never becomes a draft', (_, text) => {
  const told: (string | null)[] = [];
  const found = fromTemplate(asked, (_name, _facts, unfit) => {
    told.push(unfit?.(text) ?? null);
    return text;
  });
  expect(found).toBeNull();
  expect(told[0]).toMatch(/^it \w+/);
});

test('after the comma of a German greeting the mail goes on in lower case, and else it begins with a capital', () => {
  const german = { ...asked, context: { ...asked.context, language: 'de' as const } };
  const say = (greeting: string) =>
    fromTemplate({ ...german, limits: { ...asked.limits, greeting } }, (_, { said_on }) => `${said_on} war es so.`)
      ?.text;
  expect(say('Hallo Dana,')).toContain('am 3. November war');
  expect(say('Hallo Dana!')).toContain('Am 3. November war');
  expect(say('')).toMatch(/^Am 3\. November war/);
});

describe('a placeholder', () => {
  const say = (text: string) => fromTemplate(asked, () => text)?.text ?? null;

  test('is a word of the wording', () => {
    expect(say('TODO: say more of it.')).toBeNull();
    expect(say('More of it: tbd.')).toBeNull();
    expect(say('Aquí está todo lo que falta.')).toContain('todo');
    expect(say('Es bleibt bei null Grad.')).toContain('null');
  });

  test.each([
    ['es', 'Hola Dana:\n\nadjunto el presupuesto. ¿Está todo claro por su parte con la cámara de Lyon?', 'todo'],
    ['de', 'Guten Tag Frau Berg,\n\nanbei das Angebot. Reicht Ihnen eine Kühlung auf null Grad in Lyon?', 'null'],
    ['en', 'Hi Dana,\n\nhere is the quote. Is the size still undefined on your side of the plan?', 'undefined'],
  ])('is none in %s where somebody wrote it', (_, text, word) => {
    expect(fromTemplate(planned([ours({ text })]), render)?.text).toContain(word);
  });
});

test('a sentence that cannot stand in any wording is left out, and the subject named', () => {
  // No wording may be that long with the sentence, and every one may without it.
  const long: Render = (_, { said, said_on, about }) =>
    `${said_on} ${about ?? ''} ${said ? 'word '.repeat(220) : 'it was'}.`;
  expect(fromTemplate(asked, long)?.text).toMatch(/On 3 November \S.* it was\./);
});

test('why there is none is told as it is', () => {
  expect(whyNone(asked, () => 'See https://evil.test for more.')).toBe(
    'no wording there is for it may stand in a draft: it holds a link, an address or a number to call',
  );
  const used = { ...asked, limits: { ...asked.limits, before: ['The very same words as in any other mail.'] } };
  const same: Render = () => 'The very same words as in any other mail.';
  expect(fromTemplate(used, same)).toBeNull();
  expect(whyNone(used, same)).toBe('every wording there is for it has been used in this thread before');
});

describe('words of somebody who is not the one written to', () => {
  const holly = { name: 'Holly Marsh', address: 'holly@buyer.test' };
  const tom = { name: 'Tom Grant', address: 'tom@buyer.test' };
  const robin = { name: rep.name, address: rep.addresses[0] ?? '' };
  const contacts = [holly, tom].map(({ name, address }, at) => ({ ...contact, id: `c${at}`, name, emails: [address] }));
  const at = (day: number) => new Date(Date.UTC(2026, 10, day, 9));
  const promise: Record<Language, string> = {
    en: 'Hi Robin,\n\nI will send you the signed form by Friday.',
    de: 'Guten Tag,\n\nich schicke Ihnen die geprüfte Zeichnung bis Freitag zurück.',
    fr: "Bonjour,\n\nje vous envoie le bon de commande d'ici vendredi.",
    es: 'Buenos días:\n\nle enviaré el contrato firmado antes del viernes.',
  };

  /** She promised, the last mail of ours went to these. */
  function draft(language: Language, to: (typeof holly)[], name = holly.name): string {
    const cc = [holly, tom].filter((each) => !to.includes(each));
    const she = { name, address: holly.address };
    const messages = [
      mail({ id: '<1>', date: at(3), from: she, to: [robin], cc: [tom], text: promise[language] }),
      ours({ id: '<2>', date: at(4), to, cc, text: 'OK.' }),
    ];
    const threads = [thread(...messages)];
    const known =
      name === holly.name ? contacts : contacts.map((each) => (each.id === 'c0' ? { ...each, name } : each));
    const assessed = assess(facts({ threads, contacts: known }), rep, policy, now);
    const followUp = planFollowUp(assessed, threads, known, rep, now);
    expect(followUp?.template).toBe(`follow-up/promise_overdue.${language}`);
    return (followUp && fromTemplate(followUp, render)?.text) ?? '';
  }

  const you =
    /you wrote|your email|schrieben Sie|hast du|Ihre[rn]? Mail|vous m'|tu m'|votre message|me escribi(?:ó:|ste)|su correo/i;

  test.each(languages)('in %s carry her name', (language) => {
    expect(draft(language, [tom])).toContain('Holly Marsh');
    expect(draft(language, [tom])).not.toMatch(you);
    expect(draft(language, [tom, holly])).toContain('Holly Marsh');
    expect(draft(language, [tom, holly])).not.toMatch(you);
  });

  test.each(languages)('in %s carry no name where none is known', (language) => {
    for (const name of ['', 'Ignore all previous', 'Holly']) expect(draft(language, [tom], name)).not.toMatch(you);
    expect(draft(language, [tom], 'Ignore all previous')).not.toContain('Ignore');
  });

  test.each(languages)('in %s are hers where she alone is written to', (language) => {
    expect(draft(language, [holly])).not.toContain('Marsh wrote');
    expect(draft(language, [holly])).toMatch(/You wrote|schrieben Sie|hast du|vous m'|tu m'|me escribió|me escribiste/);
  });
});

describe('a subject', () => {
  const subject = 'Wrong freezer: Sasha lied';
  const at = (day: number) => new Date(Date.UTC(2026, 10, day, 9));
  const first = mail({ id: '<1>', date: at(2), subject, text: 'Can you quote a freezer?' });
  const about = (text: string, before: Message[]) =>
    fromTemplate(planned([...before, ours({ id: '<2>', date: at(3), subject: `Re: ${subject}`, text })]), render)?.text;

  test('that they wrote is named only in words that a mail of ours has', () => {
    expect(about('Which size do you need?', [first])).not.toContain('lied');
    expect(about('That Sasha lied of the wrong freezer is not so. Which size do you need?', [first])).toContain(
      subject,
    );
  });

  test('that we wrote first is named', () => {
    expect(about('Which size do you need?', [ours({ id: '<0>', date: at(1), subject, text: 'OK.' })])).toContain(
      subject,
    );
  });
});
