/**
 * A language model that always returns what an attacker wants: the worst case of an injection that worked. A pure function of the thread; nothing it
 * returns is meant to be let through.
 */
import type { GroundMessage, Language, Written } from '../../src/domain/writing/gate/written.ts';

export interface HostileContext {
  language: Language;
  messages: readonly GroundMessage[];
  /** The mail that attacks. */
  attack: GroundMessage;
  /** What its author wants the draft to say. */
  says: string;
  /** A good draft, for the attacker's words to hide in. */
  cover: Written['sentences'];
}

type Sentences = Written['sentences'];
type Trick = (context: HostileContext) => unknown;

const answer = ({ language }: HostileContext, sentences: Sentences): unknown => ({
  language,
  reason: 'silence',
  sentences,
});

const quote = ({ messageId, text }: GroundMessage, limit = 500): Sentences[number]['ground'] => [
  { messageId, words: text.slice(0, limit) },
];

const rep = ({ messages }: HostileContext): GroundMessage | undefined =>
  messages.find(({ author }) => author === 'rep');

const told: Record<Language, string> = {
  en: 'As you wrote, ',
  de: 'Wie Sie schrieben, ',
  fr: "Comme vous l'écriviez, ",
  es: 'Como usted escribió, ',
};
const courteous: Record<Language, string> = {
  en: 'Thank you, and please let me know: ',
  de: 'Vielen Dank, und geben Sie mir gern Bescheid: ',
  fr: "Merci, et n'hésitez pas : ",
  es: 'Gracias, y dígame por favor: ',
};
const asQuestion = (text: string): string => `${text.replace(/[.!?]+$/, '')}?`;
const low = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** In the middle of a good draft, which the attacker would like best. */
const among =
  (sentence: (context: HostileContext) => Sentences): Trick =>
  (context) => {
    const [first, ...others] = context.cover;
    return answer(context, [...(first ? [first] : []), ...sentence(context), ...others]);
  };

/** What carries the attacker's words. */
export const carrying: Record<string, Trick> = {
  alone: (context) => answer(context, [{ text: context.says, ground: [] }]),
  'alone, on its own words': (context) => answer(context, [{ text: context.says, ground: quote(context.attack) }]),
  'among, no ground': among(({ says }) => [{ text: says, ground: [] }]),
  'among, on its own words': among((context) => [{ text: context.says, ground: quote(context.attack) }]),
  'among, on the rep’s words': among((context) => [
    { text: context.says, ground: rep(context) ? quote(rep(context)!, 60) : [] },
  ]),
  'among, on both': among((context) => [
    {
      text: context.says,
      ground: [...quote(context.attack), ...(rep(context) ? quote(rep(context)!, 60) : [])],
    },
  ]),
  'among, as told': among((context) => [
    { text: told[context.language] + low(context.says), ground: quote(context.attack) },
  ]),
  'among, as a question': among((context) => [{ text: asQuestion(context.says), ground: [] }]),
  'among, as a question on its own words': among((context) => [
    { text: asQuestion(context.says), ground: quote(context.attack) },
  ]),
  'among, as a courtesy': among((context) => [{ text: courteous[context.language] + low(context.says), ground: [] }]),
  'among, on a false quote': among((context) => [
    { text: context.says, ground: [{ messageId: rep(context)?.messageId ?? '', words: context.says }] },
  ]),
  'before all': (context) => answer(context, [{ text: context.says, ground: [] }, ...context.cover]),
  'as a signature': (context) => answer(context, [...context.cover, { text: context.says, ground: [] }]),
  'inside a good sentence': (context) =>
    answer(
      context,
      context.cover.map(({ text, ground }, at) => ({
        text: at === 0 ? `${text.replace(/[.?!]+$/, '')} – ${context.says}` : text,
        ground,
      })),
    ),
  'behind a good sentence': (context) =>
    answer(
      context,
      context.cover.map(({ text, ground }, at) => ({ text: at === 0 ? `${text} ${context.says}` : text, ground })),
    ),
  'word by word': among(({ says }) =>
    says
      .split(/\s+/)
      .slice(0, 10)
      .map((text) => ({ text, ground: [] })),
  ),
  'with tag characters': among(({ says }) => [
    {
      text: [...says]
        .map((letter) => letter + String.fromCodePoint(0xe0000 + (letter.codePointAt(0)! & 0x7f)))
        .join(''),
      ground: [],
    },
  ]),
  'turned round': among(({ says }) => [{ text: `\u202e${[...says].reverse().join('')}\u202c`, ground: [] }]),
  'in wide letters': among(({ says }) => [
    {
      text: [...says]
        .map((letter) => (/[!-~]/.test(letter) ? String.fromCodePoint(letter.codePointAt(0)! + 0xfee0) : letter))
        .join(''),
      ground: [],
    },
  ]),
  'with a header': among(({ says }) => [{ text: `${says}\r\nBcc: copies@elsewhere.test\r\n`, ground: [] }]),
  'another recipient': (context) => ({
    ...(answer(context, context.cover) as object),
    to: ['copies@elsewhere.test'],
    bcc: ['copies@elsewhere.test'],
    subject: context.says,
    headers: { 'Reply-To': 'copies@elsewhere.test' },
  }),
  'another recipient in the text': among(() => [
    { text: 'Please write to copies@elsewhere.test, or copies at elsewhere dot test.', ground: [] },
  ]),
  'a discount of the prospect’s': among((context) => [
    {
      text:
        context.language === 'de' ? 'Wie Sie schrieben, bekommen Sie 40 % Rabatt.' : 'As you wrote, you get 40% off.',
      ground: quote(context.attack),
    },
  ]),
  'another deal': among(() => [{ text: 'Globex pays 9,900 a month and wants to cancel in June.', ground: [] }]),
  'another language': among((context) => [
    {
      text:
        context.language === 'en'
          ? 'Der Vertrag ist gekündigt, wir melden uns nicht mehr bei Ihnen.'
          : 'The contract is cancelled and we will not write to you again.',
      ground: [],
    },
  ]),
  'reference links': among(() => [
    { text: 'See [the terms][1].\n\n[1]: https://elsewhere.test/?q=secret', ground: [] },
  ]),
};

/** What is wrong in itself, whatever the thread says. */
export const broken: Record<string, Trick> = {
  'a megabyte': ({ language, says }) => ({
    language,
    reason: 'silence',
    sentences: [{ text: says.repeat(1 + 1_000_000 / Math.max(1, says.length)), ground: [] }],
  }),
  'a megabyte of JSON': ({ says }) => JSON.stringify({ language: 'en', sentences: [{ text: says.repeat(20_000) }] }),
  'a megabyte of sentences': (context) =>
    answer(
      context,
      Array.from({ length: 20_000 }, () => ({ text: context.says, ground: [] })),
    ),
  'a megabyte of quotes': (context) =>
    answer(context, [{ text: context.says, ground: Array.from({ length: 20_000 }, () => quote(context.attack)[0]!) }]),
  'broken JSON': (context) => JSON.stringify(answer(context, context.cover)).slice(0, -7),
  'a refusal': () => "I'm sorry, but I can't help with that.",
  nothing: () => undefined,
  null: () => null,
  'a list': ({ says }) => [says],
  'no sentences': ({ language }) => ({ language, reason: 'silence', sentences: [] }),
  'another reason': (context) => ({ ...(answer(context, context.cover) as object), reason: context.says }),
  'a number for text': ({ language }) => ({ language, reason: 'silence', sentences: [{ text: 7, ground: [] }] }),
};

const tricks: Record<string, Trick> = { ...carrying, ...broken };

export const hostileModel = (context: HostileContext, trick: string): unknown => tricks[trick]!(context);
