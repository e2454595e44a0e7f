/** What the daily summary says, and what words of others in it can never do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/domain/answer/understand.ts';
import { aboveDigest } from '../../../src/domain/digest/acceptance.ts';
import { digestOf } from '../../../src/domain/digest/digest.ts';
import { inert, quoted } from '../../../src/domain/digest/inert.ts';
import { columns, laid, widthOf } from '../../../src/domain/digest/lay.ts';
import { digestMail, headersOf } from '../../../src/domain/digest/mail.ts';
import { witnessIn } from '../../../src/domain/witness.ts';
import { sha256 } from '../../../src/lib/hash.ts';
import { textOfHtml } from '../../../src/mailbox/html.ts';
import { shippedTemplates } from '../../../src/node.ts';
import { dayOf, fullDay, quietDay } from './facts.ts';

const templates = shippedTemplates();
const witness = { seq: 1234, head: 'f'.repeat(64) };

function mailOf(facts = fullDay) {
  const digest = digestOf(facts, sha256);
  if (!digest) throw new Error('there is nothing to say');
  return { ...digest, ...digestMail(digest, witness, templates.render) };
}

describe('a digest', () => {
  it('is none where there is nothing to say', () => {
    const { holds, notPicked, pauses } = fullDay;
    expect(digestOf({ ...quietDay, holds, notPicked, pauses }, sha256)).toBeNull();
    for (const name of ['drafts', 'decisions', 'proposals', 'sentQuestions', 'matchQuestions', 'trouble'] as const)
      expect(digestOf({ ...quietDay, [name]: fullDay[name] }, sha256), name).not.toBeNull();
  });

  it('is none for what was asked before, but shows it with what is new', () => {
    const old = <T extends object>(list: readonly T[]) => list.map((each) => ({ ...each, fresh: false }));
    const asked = {
      proposals: old(fullDay.proposals),
      sentQuestions: old(fullDay.sentQuestions),
      matchQuestions: old(fullDay.matchQuestions),
    };
    expect(digestOf({ ...quietDay, ...asked }, sha256)).toBeNull();
    expect(digestOf({ ...quietDay, ...asked, drafts: fullDay.drafts }, sha256)?.items).toHaveLength(5);
  });

  it('numbers what is to be answered, in the order in which it stands', () => {
    const { items, text } = mailOf();
    expect(items.map(({ n, kind }) => `${n} ${kind}`)).toEqual([
      '1 stage_change',
      '2 contact_update',
      '3 unknown_sent',
      '4 match_question',
      '5 hold',
      '-1 deal',
      '-2 deal',
      '-3 deal',
    ]);
    const numbers = [...text.matchAll(/^ \| (\d+)\. /gm)].map(([, n]) => Number(n));
    expect(numbers).toEqual([1, 2, 3, 4, 5]);
  });

  it('knows the deals that are shown without a number, and none twice', () => {
    const [first] = fullDay.proposals;
    const { crmId, dealId, deal } = first!;
    const drafts = [...fullDay.drafts, ...fullDay.drafts, { ...fullDay.drafts[0]!, crmId, dealId, deal }];
    const named = mailOf({ ...fullDay, drafts }).items.filter(({ kind }) => kind === 'deal');
    expect(named.map((each) => each.deal)).toEqual(['Acme renewal', 'Globex', 'Wayne tower']);
    expect(mailOf({ ...quietDay, drafts: fullDay.drafts }).text).toContain('leave a deal alone, with its name');
  });

  it('tells options of one name apart', () => {
    const item = mailOf().items.find(({ kind }) => kind === 'match_question');
    expect(item?.text).toBe(
      'Which deal does the conversation with “sam@soylent.example” belong to? a) Soylent (d-1), b) Soylent (d-2), c) Soylent Green',
    );
  });

  it('gives each item a hash of what is shown and of what stands behind it', () => {
    const [first] = mailOf().items;
    const [other] = fullDay.proposals;
    const changed = (change: object) => mailOf({ ...fullDay, proposals: [{ ...other!, ...change }] }).items[0]?.hash;
    expect(changed({})).toBe(first?.hash);
    for (const change of [
      { after: 'Won' },
      { said: 'Otherwise.' },
      { hash: 'c'.repeat(64) },
      { change: 'c9' },
      { deal: 'Other' },
    ])
      expect(changed(change)).not.toBe(first?.hash);
  });

  it('says everything in both parts', () => {
    const { text, html, subject } = mailOf();
    const plain = html
      .replaceAll('&#34;', '"')
      .replaceAll('&#39;', "'")
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    const flat = text.replace(/\n\s*\| /g, ' ').replace(/\s+/g, ' ');
    for (const words of [
      'Acme renewal',
      'Could you send us the offer for 40 seats',
      'Globex',
      'You sent the draft as it was.',
      "We're going with you, legal has the contract now.",
      'Negotiation',
      '+49 30 5550134',
      'Did you send this draft or delete it?',
      'Soylent Green',
      'Stark lighting',
      'Three drafts a day are enough.',
      'deals.csv has no column',
      'Tyrell',
      `Ledger: entry 1234, head ${'f'.repeat(64)}`,
    ])
      for (const part of [plain, flat]) expect(part).toContain(words);
    expect(html).toContain('href="https://mail.example/thread/1"');
    expect(text).toContain('https://mail.example/thread/1');
    expect(subject).toBe('Countersign, Monday 30 November: 1 draft, 2 to decide, 2 questions, something is wrong');
    expect(headersOf(witness, false)).toEqual({
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Countersign-Ledger': `1234 ${'f'.repeat(64)}`,
    });
  });

  it('loads nothing from anywhere', () => {
    const { html } = mailOf();
    expect(html).not.toMatch(
      /<(?:img|link|script|iframe|object|embed|form|input|svg|video|audio|base)\b|url\(|@import|@font-face/i,
    );
    expect([...html.matchAll(/https?:\/\/[^\s"'<]+/g)].map(([url]) => url)).toEqual(['https://mail.example/thread/1']);
  });

  it('counts what is too much for one mail', () => {
    const [proposal] = fullDay.proposals;
    const many = mailOf({
      ...fullDay,
      proposals: Array.from({ length: 57 }, (_, n) => ({ ...proposal!, change: `c${n}` })),
    });
    expect(many.items.filter(({ kind }) => kind === 'stage_change')).toHaveLength(20);
    expect(many.text).toContain('and 37 more');
    expect(many.html).toContain('and 37 more');
  });

  it('leads nowhere but to https', () => {
    const [draft] = fullDay.drafts;
    const { html, text } = mailOf({ ...fullDay, drafts: [{ ...draft!, url: 'javascript:alert(1)' }] });
    expect(html + text).not.toContain('javascript');
  });
});

/** What a prospect may write so that it looks like something else. */
const hostile = [
  '1 yes',
  'approve all',
  '\n1. yes\n2. yes\n',
  '\r\n\r\nall ok',
  'stop',
  `x\nLedger: entry 1, head ${'a'.repeat(64)}`,
  '\u2028approve 1\u2029',
  '” 1 yes “',
  '<b>1 yes</b><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp; \' "',
  '{{ ledger }}{% include "x" %}',
  '[click](https://evil.example/a) https://evil.example/b www.evil.example evil.com/c evil.com',
  'mailto:a@evil.example javascript:alert(1) tel:+4930',
  '\u202e\u2066reversed\u2069\u200b\u200d\ufeff\u{e0041}\u0000\u0007',
  `${'word '.repeat(40)}\napprove 1`,
  `${'x'.repeat(400)} approve all`,
  'ＡＰＰＲＯＶＥ ａｌｌ',
  'a\u0300\u0301\u0302\u0303\u0304\u0305'.repeat(50),
  '承認してください '.repeat(30),
  '',
  '   ',
];

describe('words of others', () => {
  it.each(hostile)('%j: one line, short, no mark-up, nothing unseen, no link', (words) => {
    const { text, html, items } = mailOf(dayOf(words));
    for (const line of text.split('\n')) {
      const free = /^\s*(?:\| )?https:\/\/|^Ledger: /.test(line);
      if (!free) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
    }
    expect(html).not.toMatch(/<(?:b>1 yes|script|img)/i);
    expect(html.replaceAll('https://mail.example/thread/1', '')).not.toMatch(/https?:|www\.|javascript:|mailto:/i);
    expect(text.replaceAll('https://mail.example/thread/1', '')).not.toMatch(
      /https?:|www\.|javascript:|mailto:|evil\.com/i,
    );
    expect(`${text}${html}`).not.toMatch(/[\p{Cf}\p{Co}\p{Cn}\u2028\u2029\u0000-\u0009\u000b-\u001f]/u);
    for (const item of items) expect(`${item.text}${item.deal}${item.contact}`).not.toMatch(/[\r\n\u2028\u2029]/);
    expect(witnessIn(text)).toEqual([witness]);
  });

  it('stand at the beginning of no line, however it is broken', () => {
    const word = fc.constantFrom(
      'yes',
      '1',
      'approve',
      'all',
      'stop',
      'no',
      'to',
      '2',
      'x'.repeat(70),
      '\n',
      '“',
      '漢字',
      'hold',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 80 }), (list) => {
        const shape = /^(?: \|.*|[A-Z][A-Z ,:a-z]*|Countersign, .*|Ledger: entry .*|)$/;
        for (const line of mailOf(dayOf(list.join(' '))).text.split('\n')) expect(line).toMatch(shape);
      }),
      { numRuns: 200 },
    );
  });

  it('begin no line where an item or a label does', () => {
    // Each word may come first on a new line; together they fill every line that they are in.
    const words = Array.from(
      { length: 40 },
      (_, n) => ["Then: 'nothing'.", 'Asked until 4 May.', `${n}. Close as lost:`][n % 3],
    );
    const outer = (text: string): string[] =>
      text.split('\n').flatMap((line) => /^(?: \| {1,7})?[^ |]\S{0,11}/.exec(line)?.slice(0, 1) ?? []);
    for (let cut = 0; cut < 30; cut++) {
      const quote = `${'w'.repeat(cut)} ${words.join(' ')}`;
      const [draft] = fullDay.drafts;
      const hostile = mailOf({
        ...fullDay,
        drafts: [{ ...draft!, evidence: [{ quote }] }],
        proposals: fullDay.proposals.map((each) => ({ ...each, quote, before: quote, after: quote })),
        holds: fullDay.holds.map((each) => ({ ...each, quote })),
      });
      const plain = { ...fullDay, proposals: fullDay.proposals.map((each) => ({ ...each, before: 'x' })) };
      const labels = (text: string) => outer(text).map((line) => line.replace(/“.*/, ''));
      expect(labels(hostile.text)).toEqual(labels(mailOf(plain).text));
    }
  });

  it('stand in quotation marks of ours, whatever is in them, in both parts', () => {
    /** The mail as one line without what is quoted in it. */
    const ours = (facts: typeof fullDay): string[] => {
      const { text, html } = mailOf(facts);
      return [text.replace(/\n \| {8}/g, ' '), html.replace(/<bdi>|<\/bdi>/g, '')].map((part) =>
        part.replace(/“[^“”]*”/g, '“”').replace(/\s+/g, ' '),
      );
    };
    const named = (words: string): typeof fullDay => ({
      ...fullDay,
      drafts: fullDay.drafts.map((each) => ({
        ...each,
        deal: words,
        to: [words, words],
        evidence: [{ quote: words }],
      })),
      proposals: fullDay.proposals.map((each) => ({ ...each, deal: words, before: words, after: words, quote: words })),
      sentQuestions: fullDay.sentQuestions.map((each) => ({ ...each, deal: words, to: [words] })),
      matchQuestions: fullDay.matchQuestions.map((each) => ({
        ...each,
        people: [words, words],
        options: [{ ...each.options[0]!, name: words, because: [] }],
      })),
    });
    const closers = '“”„‟«»″‶〝〞〟＂❝❞❠⹂״ʺˮ˝˵˶🙶🙷"'.match(/./gu)!;
    for (const mark of [...closers, '’’', '‘‘', ',,', "''", '´´', '``', '′′', '‹‹', '’\u200b’'])
      expect(ours(named(`Dana${mark}, number 3: ${mark}Yes`)), mark).toEqual(ours(named('Dana')));
    expect(quoted("The customers' and the customer’s", 99)).toBe("“The customers' and the customer’s”");
  });

  it('close no quotation by a name in a sentence of ours', () => {
    const said = 'Dana” 2. Close as lost: “Other” has a new title.';
    const { text, html } = mailOf({ ...fullDay, proposals: fullDay.proposals.map((each) => ({ ...each, said })) });
    for (const part of [text, html]) expect(part).not.toMatch(/Dana”|“Other/);
  });

  it('say by quotation marks what is theirs, and by none what is ours', () => {
    const { text, html } = mailOf();
    for (const part of [text, html]) expect(part).not.toMatch(/["“]stop/);
  });

  it('show nothing that is not seen, and no towers of marks', () => {
    for (const blank of [
      '\u3164',
      '\uffa0',
      '\u115f',
      '\u2800',
      '\u{1d159}',
      '\u{13441}',
      '\u00a0',
      '\u3000',
      '\u034f',
      '\u17b5',
    ])
      expect([...inert(`a${blank.repeat(200)}b`)].length, blank.codePointAt(0)?.toString(16)).toBeLessThanOrEqual(3);
    expect(inert(`x${'\u0336\u0330\u0310'.repeat(80)}y`)).toMatch(/^x\p{M}{3}y$/u);
    expect(inert('a\u0489\u20dd b')).toBe('a b');
    expect(inert('\u0301\u0302 b')).toBe('b');
    for (const word of ['Nguyễn Ngọc Bảo', 'สวัสดีครับ ผู้จัดการ', 'नमस्ते', 'שָׁלוֹם', 'ខ្ញុំស្រឡាញ់', 'žluťoučký'])
      expect(inert(word)).toBe(word.normalize('NFC'));
  });

  it('keep their direction to themselves', () => {
    const [, update] = fullDay.proposals;
    const [before, after] = ['מנהלת רכש', 'סמנכלית תפעול'];
    const { html, text } = mailOf({
      ...fullDay,
      proposals: [{ ...update!, deal: before, before, after, quote: after }],
    });
    for (const value of [before, after]) {
      expect(html.split(`<bdi>“${value}”</bdi>`).length, value).toBe(html.split(value).length);
      // A label in Latin letters before each sets the direction of its line.
      for (const line of text.split('\n').filter((each) => each.includes(value)))
        expect(line).toMatch(/^ \| +[\w. ]+: “/);
    }
    expect(html).toMatch(/now<\/span> <bdi>“[^<>]*”<\/bdi> <span[^>]*>&rarr; then<\/span> <b><bdi>/);
  });

  it('stay between quotation marks of ours', () => {
    expect(quoted('He said "yes" and “no”')).toBe("“He said 'yes' and 'no'”");
    expect(inert('see evil.com, john.de@acme.com, v1.2, offer.pdf, e.g. this')).toBe(
      'see evil[.]com, john.de@acme.com, v1.2, offer.pdf, e.g. this',
    );
    expect(inert('x'.repeat(500))).toHaveLength(140);
  });

  it('are made inert in little time, whatever they are', () => {
    for (const piece of ['a.', '.', 'www.', 'http://', '<', '-', 'a-', '1.', '“', '\u200b', 'é.'])
      expect(inert(piece.repeat(200_000)).length).toBeLessThanOrEqual(140);
  });
});

describe('lines', () => {
  it('are broken before column 79, words whole where they fit, and go on deeper', () => {
    const long = ` |    Then: ${'lorem ipsum '.repeat(20)}`;
    const [first, ...lines] = laid(long).trimEnd().split('\n');
    expect(first).toMatch(/^\| {4}Then: lorem/);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(widthOf(line)).toBeLessThanOrEqual(columns);
      expect(line).toMatch(/^ \| {8}\S/);
    }
    expect(
      laid(`| ${'w'.repeat(200)}`)
        .split('\n')
        .every((line) => line.length <= columns),
    ).toBe(true);
    expect(
      laid(`   | https://mail.example/${'w'.repeat(200)}`)
        .trimEnd()
        .split('\n'),
    ).toHaveLength(1);
  });
});

describe('to the reader of answers', () => {
  /** A line of a digest is read like any answer: it may be unclear, and must not do a thing. */
  const deeds = (facts: typeof fullDay) => {
    const mail = mailOf(facts);
    const lines = mail.text.split('\n').map((line) => line.trim());
    // Of what a program made of the HTML, nothing is read at all.
    const rest = aboveDigest(`Hello\n${textOfHtml(mail.html)}`, mail).trim();
    expect(rest).toBe('Hello');
    return lines.flatMap((line) =>
      understand(line, mail.items, facts.today).actions.map(({ do: deed }) => `${deed}: ${line}`),
    );
  };

  it('no line of a digest is a command', () => {
    expect(deeds(fullDay)).toEqual([]);
  });

  it.each(hostile)('not when everything in it is %j', (words) => {
    expect(deeds(dayOf(words))).toEqual([]);
  });

  it('not when deals and people are called like commands', () => {
    for (const words of [
      'yes',
      'ok',
      'Stop',
      '1 yes',
      'All ok',
      'approve',
      'no to 2',
      'Hold',
      'undo 1',
      'ja',
      'oui',
      'sí',
      '👍',
      'Resume',
    ])
      expect(deeds(dayOf(words))).toEqual([]);
  });
});
