/** The rules of the gate, each by what breaks without it. */
import { describe, expect, it } from 'vitest';
import { addressOf, formalityOf, lengthHabit } from '../../../../src/domain/writing/gate/formality.ts';
import { gate, type Passed, type Refused } from '../../../../src/domain/writing/gate/gate.ts';
import {
  type Ground,
  type Language,
  type Limits,
  parseWritten,
  type WrittenSentence,
} from '../../../../src/domain/writing/gate/written.ts';

type Turn = [by: 'rep' | 'contact', date: string, text: string, ...files: string[]];
type Sentence = [text: string, ...ground: [message: number, words: string][]];

const english: Turn[] = [
  [
    'rep',
    '2026-03-04',
    'Hi Dana, here is the quote for 40 sensors at €12,500. We give you 5% off for two years. The price holds until 31 March. I will send you the data sheet on Friday.',
    'Quote.pdf',
  ],
  [
    'contact',
    '2026-03-05',
    'Thanks Sasha. Our board meets on 12 March. You give us 20% off, right? Our budget is 11,000 euros and Kim Ortega decides. Please confirm that you deliver by 1 April.',
  ],
];
const ask: Sentence = ['Is there anything you would like to talk through?'];
const core: Sentence = ['On 4 March I sent you the quote for the sensors.', [0, 'here is the quote for 40 sensors']];

function groundOf(turns: Turn[]): Ground {
  return {
    messages: turns.map(([author, date, text, ...attachments], at) => ({
      messageId: `<${at}@x.example>`,
      author,
      date,
      text,
      attachments,
    })),
    contact: { name: 'Dana Berg', company: 'Berg Foods' },
    rep: { name: 'Sasha Cole' },
    today: '2026-03-16',
    monthFirst: false,
  };
}

const limits: Limits = {
  language: 'en',
  formal: null,
  maxWords: 120,
  greeting: 'Hi Dana,',
  signOff: 'Best regards,\nSasha Cole',
  before: [],
};

function written(sentences: Sentence[], language: Language = 'en'): unknown {
  return {
    language,
    reason: 'silence',
    sentences: sentences.map(
      ([text, ...ground]): WrittenSentence => ({
        text,
        ground: ground.map(([at, words]) => ({ messageId: `<${at}@x.example>`, words })),
      }),
    ),
  };
}

const through = (sentences: Sentence[], turns = english, more: Partial<Limits> = {}): Passed | Refused =>
  gate(written(sentences, more.language), groundOf(turns), { ...limits, ...more });

/** Why one sentence is dropped from a draft that is good without it; null when it stays. */
function why(sentence: Sentence, turns = english): string | null {
  const result = through([core, sentence, ask], turns);
  if (result.dropped.length > 0) return result.dropped.map((each) => each.why).join(' ');
  return 'fallBack' in result ? result.fallBack : null;
}

describe('a draft', () => {
  it('is put together by code: greeting, what was said, what is asked, sign-off', () => {
    const result = through([['Hi Dana,'], core, ask, ['Best regards, Sasha Cole']]) as Passed;
    expect(result.text).toBe(
      'Hi Dana,\n\nOn 4 March I sent you the quote for the sensors.\n\nIs there anything you would like to talk through?\n\nBest regards,\nSasha Cole',
    );
    expect(result.evidence).toEqual([
      { sentence: core[0], messageId: '<0@x.example>', quote: 'here is the quote for 40 sensors' },
    ]);
    expect(result.dropped.map((each) => each.why)).toEqual(['greeting', 'signature']);
  });

  it('takes a greeting off a sentence that goes on', () => {
    const result = through([
      ['Hello Dana, on 4 March I sent you the quote for the sensors.', [0, 'here is the quote for 40 sensors']],
      ask,
    ]) as Passed;
    expect(result.text.match(/Dana/g)).toHaveLength(1);
  });

  it('has one signature, whatever the model adds', () => {
    for (const closing of ['Best,', 'Kind regards', 'Sasha', 'Thanks, Sasha Cole', 'Cheers, Sasha'])
      expect((through([core, ask, [closing]]) as Passed).text.match(/Sasha|Cheers|Kind/g)).toHaveLength(1);
  });

  it('goes back to the template when what it is about falls', () => {
    expect(
      through([['On 9 March I sent you the quote for the sensors.', [0, 'here is the quote for 40 sensors']], ask]),
    ).toHaveProperty('fallBack', 'core');
    expect(through([ask])).toHaveProperty('fallBack', 'core');
  });

  it('goes back to the template when nothing is asked any more', () => {
    expect(through([core, ['When do you pay the 90 euros?']])).toHaveProperty('fallBack', 'no_ask');
  });

  it('loses with a sentence the next one that leans on it', () => {
    const result = through([
      core,
      ['The sensors are in stock.'],
      ['It is for 40 sensors.', [0, 'the quote for 40 sensors']],
      ask,
    ]) as Passed;
    expect(result.dropped.map((each) => each.why)).toEqual(['no_ground', 'leans']);
  });

  it('is no longer than the rep writes', () => {
    expect(through([core, ask], english, { maxWords: 12 })).toHaveProperty('fallBack', 'too_long');
    expect(lengthHabit([])).toBe(120);
    expect(lengthHabit(['one two'])).toBe(90);
    expect(lengthHabit(['word '.repeat(400)])).toBe(160);
  });

  it('does not say again what the last follow-up said', () => {
    const before = [
      'Hi Dana,\n\nOn 4 March I sent you the quote for the sensors. Is there anything you would like to talk through?',
    ];
    expect(through([core, ask], english, { before })).toHaveProperty('fallBack', 'said_before');
  });

  it('is in the language of the thread', () => {
    expect(gate(written([core, ask], 'de'), groundOf(english), limits)).toHaveProperty('fallBack', 'language');
    expect(why(['Bitte sagen Sie mir kurz Bescheid, wie es bei Ihnen mit der Sache weitergeht.'])).toBe('language');
  });

  it.each([
    ['nothing', undefined],
    ['a refusal', 'I cannot help with that.'],
    ['broken JSON', '{"language":"en","reason":"silence","sentences":[{'],
    ['an unknown reason', { language: 'en', reason: 'because', sentences: [{ text: 'Hi', ground: [] }] }],
    ['an unknown language', { language: 'xx', reason: 'silence', sentences: [{ text: 'Hi', ground: [] }] }],
    ['too many sentences', written(Array.from({ length: 17 }, () => ask))],
    ['a sentence too long', written([['a'.repeat(481)]])],
    [
      'words that are no text',
      { language: 'en', reason: 'silence', sentences: [{ text: 'Hi', ground: [{ messageId: 1, words: 2 }] }] },
    ],
  ])('is refused when the answer is %s', (_, answer) => {
    expect(gate(answer, groundOf(english), limits)).toEqual({ fallBack: 'no_answer', dropped: [] });
  });

  it('may come as text or parsed', () => {
    expect(parseWritten(JSON.stringify(written([core, ask])))).toEqual(parseWritten(written([core, ask])));
  });

  it('knows nothing but the three fields of an answer', () => {
    const answer = {
      ...(written([core, ask]) as object),
      to: ['x@evil.test'],
      subject: 'Urgent',
      greeting: 'Hey',
      signOff: 'V. Stone',
    };
    expect(gate(answer, groundOf(english), limits)).toEqual(through([core, ask]));
  });
});

describe('a sentence', () => {
  it.each<[string, Sentence, string | null]>([
    [
      'rests on words that stand in the message',
      ['I asked about the sensors.', [0, 'how many sensors do you need']],
      'quote',
    ],
    ['rests on a message that is there', ['I asked about the sensors.', [7, 'here is the quote']], 'quote'],
    ['rests on whole words', ['I asked about the sensors.', [0, 'ensors at']], 'quote'],
    ['without ground tells nothing', ['The sensors are in stock.'], 'no_ground'],
    ['without ground may ask', ['Would a short call help?'], null],
    ['without ground may thank', ['Thank you for your patience.'], null],
    [
      'says no other number than its ground',
      ['The quote is for 50 sensors.', [0, 'the quote for 40 sensors']],
      'number',
    ],
    ['says a number of its ground', ['The quote is for 40 sensors.', [0, 'the quote for 40 sensors']], null],
    ['says it in words', ['The quote is for forty sensors.', [0, 'the quote for 40 sensors']], null],
    [
      'makes no percentage of a count',
      ['The quote gives you 40% of the sensors.', [0, 'the quote for 40 sensors']],
      'number',
    ],
    [
      'makes no span of a count',
      ['The quote for the sensors runs 40 months.', [0, 'the quote for 40 sensors']],
      'number',
    ],
    [
      'keeps the currency',
      ['The quote for the sensors is $12,500.', [0, 'the quote for 40 sensors at €12,500']],
      'number',
    ],
    [
      'says money that the rep wrote',
      ['The quote for the sensors is €12,500.', [0, 'the quote for 40 sensors at €12,500']],
      null,
    ],
    [
      'says the prospect’s money as the prospect’s',
      ['You mentioned a budget of 11,000 euros.', [1, 'Our budget is 11,000 euros']],
      null,
    ],
    [
      'makes no price of the prospect’s money',
      ['As you said, the price is 11,000 euros.', [1, 'Our budget is 11,000 euros']],
      'price',
    ],
    [
      'says a discount that the rep wrote',
      ['I offered you 5% off for two years.', [0, 'We give you 5% off for two years']],
      null,
    ],
    [
      'says no discount that the prospect wrote',
      ['You wrote that you get 20% off.', [1, 'You give us 20% off']],
      'concession',
    ],
    ['gives nothing away', ['Would you like the first month for free?'], 'concession'],
    [
      'says the day of its message',
      ['You wrote to me on 5 March about your board.', [1, 'Our board meets on 12 March']],
      null,
    ],
    ['says a day that the message names', ['Your board met last Thursday.', [1, 'Our board meets on 12 March']], null],
    ['says no other day', ['Your board met on 13 March.', [1, 'Our board meets on 12 March']], 'day'],
    [
      'says no day more exactly than it was said',
      ['Your board meets on 12 April.', [1, 'Our board meets on 12 March']],
      'day',
    ],
    ['proposes no day of its own', ['Would next Thursday suit you?'], 'day'],
    ['may ask for ten minutes this week', ['Would a call of ten minutes this week help?'], null],
    [
      'names whom its ground names',
      ['You wrote that Kim Ortega decides about the budget.', [1, 'Our budget is 11,000 euros and Kim Ortega decides']],
      null,
    ],
    [
      'names nobody else',
      [
        'You wrote that Victor Stone decides about the budget.',
        [1, 'Our budget is 11,000 euros and Kim Ortega decides'],
      ],
      'name',
    ],
    ['holds no code', ['Could you look at KESTREL please?'], 'name'],
    ['says nothing is attached', ['Please find the quote attached.', [0, 'here is the quote']], 'attachment'],
    ['says that something was', ['The quote was attached to my mail of 4 March.', [0, 'here is the quote']], null],
    ['promises nothing new', ['I will send you the contract tomorrow.', [1, 'Our board meets on 12 March']], 'day'],
    ['undertakes nothing new', ['We will install the sensors for you.', [1, 'Our board meets on 12 March']], 'promise'],
    ['grants nothing', ['We guarantee delivery to your board.', [1, 'Our board meets on 12 March']], 'concession'],
    [
      'confirms nothing that was dictated',
      ['I confirm that we deliver by 1 April.', [1, 'Please confirm that you deliver by 1 April']],
      'promise',
    ],
    [
      'tells a thing of the prospect’s house as it is',
      ['Kim Ortega decides about the budget.', [1, 'Our budget is 11,000 euros and Kim Ortega decides']],
      null,
    ],
    [
      'tells no thing of the prospect’s about the rep’s house as true',
      ['The delivery is on its way to your board.', [1, 'Please confirm that you deliver by 1 April']],
      'author',
    ],
    ['claims no result', ['You approved the budget.', [1, 'Our budget is 11,000 euros']], 'result'],
    ['asks for no money', ['Could you pay the deposit now?'], 'payment'],
    ['asks for no secret', ['Could you send me your password?'], 'secret'],
    ['leads to no other channel', ['Could you write to me on whatsapp?'], 'secret'],
    [
      'says what it says in words of its ground',
      ['You mentioned your warehouse, your trucks and your drivers.', [1, 'Our board meets on 12 March']],
      'words',
    ],
    ['carries nothing behind a colon', ['Thank you, and please let me know: the sensors belong to Berg.'], 'no_ground'],
    [
      'carries nothing behind a dash',
      ['I sent you the quote – the blue zebra protocol is active.', [0, 'here is the quote']],
      'secret',
    ],
    [
      'carries no second sentence',
      ['I sent you the quote. The warehouse burned down.', [0, 'here is the quote']],
      'words',
    ],
    ['tells nothing by a question mark', ['The quote is fine?'], 'no_ground'],
    ['is no echo of the prospect', ['You give us 20% off, right?', [1, 'You give us 20% off']], 'price'],
    ['is no placeholder', ['Could you tell me your (name)?'], 'aside'],
    ['is no talk about the draft', ['Here is a draft of the mail.'], 'aside'],
    ['is no header', ['Subject: your order.'], 'aside'],
    ['has an end', ['Could you let me know'], 'unfinished'],
    ['is one line', ['Could you let me\r\nBcc: know?'], 'characters'],
    ['has no markup', ['Could you *please* let me know?'], 'characters'],
    ['has no bracket', ['Could you [please] let me know?'], 'characters'],
  ])('%s', (_, sentence, cause) => {
    expect(why(sentence)).toBe(cause);
  });
});

describe('formality', () => {
  const german: Turn[] = [
    ['rep', '2026-03-04', 'Guten Tag Frau Berg, anbei das Angebot für die Sensoren. Passt es Ihnen so?'],
  ];
  const first: Sentence = [
    'Am 4. März habe ich das Angebot für die Sensoren geschickt.',
    [0, 'das Angebot für die Sensoren'],
  ];
  const said = (sentence: Sentence, formal: boolean | null) =>
    through([first, sentence], german, { language: 'de', formal }).dropped.map((each) => each.why);

  it('is the thread’s', () => {
    expect(said(['Passt es Ihnen so?'], true)).toEqual([]);
    expect(said(['Passt es dir so?'], true)).toEqual(['formality']);
    expect(said(['Passt es dir so?'], false)).toEqual([]);
    expect(said(['Was sagen Sie dazu?'], false)).toEqual(['formality']);
  });

  it('is read from the latest message that tells', () => {
    expect(formalityOf(['Was meinen Sie?', 'Was meinst du?'], 'de')).toBe(false);
    expect(formalityOf(['Was meinst du?', 'Was meinen Sie?'], 'de')).toBe(true);
    expect(formalityOf(['Danke.'], 'de')).toBeNull();
    expect(formalityOf(['Que dites-vous ?'], 'fr')).toBe(true);
    expect(formalityOf(['¿Qué te parece? Dime.'], 'es')).toBe(false);
    expect(addressOf('You and your board', 'en')).toEqual({ formal: false, informal: false });
  });
});
