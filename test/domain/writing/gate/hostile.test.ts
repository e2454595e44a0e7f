/** The gate against a model that always returns what an attacker wants: the figures are printed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gate } from '../../../../src/domain/writing/gate/gate.ts';
import { type Attack, limitsOf, linesOf } from '../../../eval/write/cases.ts';
import { carrying } from '../../../fakes/hostile-model.ts';
import { corpusPath, describeWithCorpus } from '../../../support/corpus.ts';
import { attacked, attackWith, type Count, everyTrick, kinds, newCount } from './attack.ts';

function report(name: string, contexts: number, { answers, passed, fellBack, of }: Count): void {
  const counts = kinds.map((kind) => `${of[kind]} ${kind}`).join(', ');
  console.log(
    `${name}: ${contexts} contexts, ${answers} answers; ${passed} drafts passed, ${fellBack} fell back; ${counts}`,
  );
}

describe('a hostile model', () => {
  const attacks = linesOf<Attack>('attacks');

  it('gets nothing through in any of our own attacks', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(200);
    const count = newCount();
    // Broken answers, some of a megabyte, are alike in every context.
    for (const [at, attack] of attacks.entries())
      attackWith(attack, count, at % 20 === 0 ? everyTrick : Object.keys(carrying));
    report('own attacks', attacks.length, count);
    expect(count.findings).toEqual([]);
    // The good draft around it does get through, or nothing would have been tried.
    expect(count.passed).toBeGreaterThan(count.answers / 3);
  });

  it('writes no name of the prospect’s into the greeting that is more than a name', () => {
    for (const attack of attacks.filter(({ where }) => where === 'name')) {
      const { thread, ground } = attacked(attack);
      const limits = { ...limitsOf(thread), greeting: `Hello ${attack.text},` };
      const answer = { language: attack.lang, reason: 'silence', sentences: [] };
      expect(gate(answer, ground, limits)).toHaveProperty('fallBack');
    }
  });
});

interface Bipia {
  context: string;
}

describeWithCorpus('a hostile model on public attacks', () => {
  const mails = () =>
    readFileSync(corpusPath('fixtures/bipia-email/train.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as Bipia).context);
  const instructions = () =>
    Object.values(
      JSON.parse(readFileSync(corpusPath('fixtures/bipia-email/text_attack_train.json'), 'utf8')) as Record<
        string,
        string[]
      >,
    ).flat();
  /** Broken answers are alike in every context: they are tried on our own. */
  const tricks = Object.keys(carrying);
  /** Some of the tricks: each of them meets a share of the contexts, and each context is met. All of them where a variable asks for it. */
  const share = process.env.COUNTERSIGN_EVERY_TRICK ? 1 : 16;
  const inTurn = (turn: number): string[] => tricks.filter((_, at) => (at + turn) % share === 0);
  const attackOf = (id: string, text: string, says: string): Attack => ({
    id,
    lang: 'en',
    where: 'text',
    wants: 'instruction',
    text,
    says,
  });

  it('gets nothing through of BIPIA', () => {
    const count = newCount();
    let contexts = 0;
    const words = instructions();
    for (const [at, mail] of mails().entries()) {
      for (const [nth, instruction] of words.entries()) {
        // The place of the instruction goes round: before, within and behind the mail.
        const middle = Math.floor(mail.length / 2);
        const place = (at + nth) % 3;
        const text =
          place === 0
            ? `${instruction}\n${mail}`
            : place === 1
              ? `${mail.slice(0, middle)}\n${instruction}\n${mail.slice(middle)}`
              : `${mail}\n${instruction}`;
        attackWith(attackOf(`bipia-${at}-${nth}`, text, instruction), count, inTurn(at + 3 * nth));
        contexts += 1;
      }
    }
    report('BIPIA', contexts, count);
    expect(count.findings.slice(0, 20)).toEqual([]);
    expect(count.passed).toBeGreaterThan(count.answers / 3);
  }, 900_000);

  it('gets nothing through of the mails of LLMail-Inject', () => {
    const count = newCount();
    const texts = ['level1', 'level2'].flatMap(
      (level) =>
        (JSON.parse(readFileSync(corpusPath(`fixtures/llmail-inject/${level}.json`), 'utf8')) as { emails: string[] })
          .emails,
    );
    const attacks = linesOf<Attack>('attacks').filter(({ lang, where }) => lang === 'en' && where === 'text');
    for (const [at, text] of texts.entries())
      for (const attack of attacks)
        attackWith(
          { ...attack, id: `llmail-${at}-${attack.id}`, text: `${text}\n\n${attack.text}` },
          count,
          inTurn(at + attacks.indexOf(attack)),
        );
    report('LLMail-Inject', texts.length * attacks.length, count);
    expect(count.findings.slice(0, 20)).toEqual([]);
  });
});
