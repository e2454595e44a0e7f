/** What can be counted of a draft: whether it is about the right thing, grounded, in the right language and form of address, and new. */
import type { Message } from '../../../src/domain/mail.ts';
import { fold } from '../../../src/domain/reading/fold.ts';
import { tonguesOf } from '../../../src/domain/reading/tongue.ts';
import { comparable, sentences } from '../../../src/domain/text.ts';
import type { Evidence, FollowUp } from '../../../src/domain/writing/compose.ts';
import type { Render } from '../../../src/domain/writing/from-template.ts';
import { addressOf, countWords, saysAgain } from '../../../src/domain/writing/gate/formality.ts';
import { courtesy } from '../../../src/domain/writing/gate/shape.ts';
import type { Language } from '../../../src/domain/writing/gate/written.ts';
import { type Attempt, dayOf, type Situated, type Writer } from './situations.ts';

export interface Judged {
  item: Situated;
  text: string | null;
  evidence: Evidence[];
  /** What is wrong, each with its sentence; the columns of the table. */
  wrong: Record<Column, string[]>;
  words: number;
}

export const columns = [
  'situation',
  'refused',
  'ungrounded',
  'language',
  'address',
  'mention',
  'repeats',
  'length',
  'opener',
] as const;
export type Column = (typeof columns)[number];

/** An easy way out, or a word of excuse, states nothing of the deal. */
const allowsNo =
  /(?<!\p{L})(?:a plain no is|ein kurzes nein ist|un simple non|un simple "no" me|just answer with a no|genugt mir ein nein|me basta un no|je vous prie d'excuser|excuse-moi)(?!\p{L})/u;

/** What any mail could begin with. */
const openers: Record<Language, RegExp> = {
  en: /hope (?:this|you|all|everything)|just (?:checking|wanted|following|circling|touching)|checking in|touch(?:ing)? base|circl(?:e|ing) back|following up on|bump(?:ing)? this|reach(?:ing)? out/,
  de: /nachhaken|ich hoffe|wollte (?:nur|mal|mich|kurz|einmal)|mal nachfragen|in erinnerung rufen|den stand der dinge|kurz nachfassen/,
  fr: /j'espere que|me permets de (?:vous|te) relancer|petite relance|je (?:me permets|viens vers vous)|sauf erreur|prendre de vos nouvelles/,
  es: /espero que|solo queria|me pongo en contacto|queria hacer seguimiento|te escribo para|le escribo para|espero (?:se|te|le) encuentre/,
};

export async function judgeAll(items: readonly Situated[], render: Render, writer: Writer): Promise<Judged[]> {
  const all: Judged[] = [];
  for (const item of items) {
    const { deal, draft, messages } = dayOf(item, render);
    const attempt: Attempt = draft
      ? await writer(draft.followUp, draft)
      : { refused: deal.notPicked ?? 'there is no draft' };
    all.push(judge(item, deal.situation, draft?.followUp ?? null, messages, attempt));
  }
  return all;
}

export function judge(
  item: Situated,
  situation: string | null,
  followUp: FollowUp | null,
  messages: readonly Message[],
  attempt: Attempt,
): Judged {
  const wrong = Object.fromEntries(columns.map((column) => [column, [] as string[]])) as Judged['wrong'];
  const { expect, lang } = item;
  if (situation !== expect.situation) wrong.situation.push(`${situation}, not ${expect.situation}`);
  if ('refused' in attempt || !followUp) {
    wrong.refused.push('refused' in attempt ? attempt.refused : 'no follow-up');
    return { item, text: null, evidence: [], wrong, words: 0 };
  }
  const { text, evidence } = attempt;
  const { greeting, signOff, maxWords } = followUp.limits;
  const body = text.replace(greeting, '').replace(signOff, '').trim();
  const words = countWords(body);
  wrong.ungrounded.push(...ungrounded(body, evidence, messages, lang));
  if (!tonguesOf(fold(body)).includes(lang)) wrong.language.push(body);
  if (followUp.context.language !== lang) wrong.language.push(followUp.context.language);
  wrong.address.push(...addressed(body, item, followUp));
  for (const word of expect.mention) if (!has(body, word)) wrong.mention.push(`lacks "${word}"`);
  for (const word of expect.not) if (has(text, word)) wrong.mention.push(`has "${word}"`);
  const own = messages.filter(({ from }) => from?.address === item.rep.address).map((message) => message.text);
  if (saysAgain(body, own)) wrong.repeats.push(body);
  if (words > maxWords || words < 8) wrong.length.push(`${words} words`);
  if (openers[lang].test(fold(body))) wrong.opener.push(openers[lang].exec(fold(body))?.[0] ?? '');
  return { item, text, evidence, wrong, words };
}

const has = (text: string, word: string): boolean =>
  comparable(text).toLowerCase().includes(comparable(word).toLowerCase());

function addressed(body: string, { lang, expect }: Situated, { context }: FollowUp): string[] {
  if (expect.formal === null) return [];
  const { formal, informal } = addressOf(body, lang);
  const found: string[] = [];
  if (context.formal !== expect.formal) found.push(`read as ${context.formal}`);
  // Several friends are "vous", too.
  if (expect.formal ? informal : formal && !(lang === 'fr' && context.several)) found.push(body);
  return found;
}

/** Sentences that state something and rest on nothing, and grounds that are not there. */
function ungrounded(
  body: string,
  evidence: readonly Evidence[],
  messages: readonly Message[],
  lang: Language,
): string[] {
  const found: string[] = [];
  for (const { messageId, quote } of evidence) {
    const message = messages.find(({ id }) => id === messageId);
    const whole = comparable(`${message?.subject ?? ''} ${message?.text ?? ''}`);
    if (!message || !whole.includes(comparable(quote.replace(/…$/, '')))) found.push(`false ground: ${quote}`);
  }
  for (const sentence of sentences(body)) {
    const rests = evidence.filter((each) => each.sentence === sentence);
    const asks = /\?["”“»]?$/.test(sentence) || courtesy[lang].test(fold(sentence)) || allowsNo.test(fold(sentence));
    if (rests.length === 0 && (!asks || /\d/.test(sentence))) found.push(sentence);
    for (const passage of sentence.match(/["„«]\s?[^"“»]{4,}\s?["“»]/gu) ?? []) {
      const words = comparable(passage.slice(1, -1)).trim().replace(/\.$/, '').toLowerCase();
      const there = messages.some((each) => comparable(`${each.subject} ${each.text}`).toLowerCase().includes(words));
      if (!there) found.push(`quotes what nobody wrote: ${passage}`);
    }
  }
  return found;
}
