/**
 * Answers to several items put together from words, ways to name an item and ways to join them, in four languages: each item gets its own answer or is asked
 * back, and never that of another.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/domain/answer/understand.ts';
import { proposals as items } from './proposal-items.ts';

const today = '2026-11-30';
const words = {
  en: {
    approve: ['yes', 'y', 'ok', 'approve', 'yep', 'fine', 'go ahead', '👍', 'correct', 'approved', 'sure', 'good'],
    reject: ['no', 'n', 'nope', 'reject', 'rejected', 'nah', '👎', "don't", 'decline', 'not ok', 'wrong'],
    snooze: ['not yet', 'later', 'snooze', 'not now'],
    and: ['and', '&'],
  },
  de: {
    approve: ['ja', 'ok', 'passt', 'freigeben', 'genehmigt', 'jep', 'stimmt', 'in Ordnung', 'gut'],
    reject: ['nein', 'nicht', 'ablehnen', 'nö', 'abgelehnt', 'passt nicht', 'falsch', 'keinesfalls'],
    snooze: ['noch nicht', 'später', 'erst später'],
    and: ['und'],
  },
  fr: {
    approve: ['oui', 'ok', "d'accord", 'valider', 'validé', 'bon', 'ça marche', 'c’est bon', 'parfait'],
    reject: ['non', 'refuser', 'refusé', "pas d'accord", 'surtout pas', 'rejeter', 'faux', 'niet'],
    snooze: ['pas encore', 'plus tard'],
    and: ['et'],
  },
  es: {
    approve: ['sí', 'si', 'ok', 'vale', 'aprobar', 'aprobado', 'de acuerdo', 'bien', 'dale', 'correcto'],
    reject: ['no', 'rechazar', 'rechazado', 'para nada', 'ni hablar', 'mejor no', 'mal'],
    snooze: ['todavía no', 'más tarde', 'aún no'],
    and: ['y'],
  },
};

/** Ways to put an answer to a number; what has a mark of its own inside stands on a line of its own. */
const inLine = ['N W', 'N: W', 'W N', 'W: N', '#N W'];
const ownLine = ['N. W', 'N) W', 'N - W', 'N, W', 'N = W'];

const composed = (language: keyof typeof words) => {
  const { and, ...answers } = words[language];
  const list = fc.constantFrom(', ', '+', ...and.map((each) => ` ${each} `));
  const answer = fc
    .constantFrom(...(Object.keys(answers) as (keyof typeof answers)[]))
    .chain((deed) => fc.constantFrom(...answers[deed]).map((word) => ({ deed, word })));
  const style = fc.oneof(
    fc.tuple(
      fc.constantFrom(...inLine),
      fc.constantFrom(
        ', ',
        '; ',
        '\n',
        ' ',
        ' / ',
        ' | ',
        ' - ',
        '. ',
        ' + ',
        ' … ',
        ...and.map((each) => ` ${each} `),
      ),
    ),
    fc.tuple(fc.constantFrom(...ownLine), fc.constantFrom('\n', '; ', '\n\n')),
  );
  return fc
    .tuple(
      style,
      fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 2 }),
      fc.array(fc.record({ answer, two: fc.integer({ max: 3, min: 0 }), list }), { minLength: 2, maxLength: 4 }),
    )
    .map(([[frame, join], numbers, parts]) => {
      const left = [...numbers];
      const wanted: string[] = [];
      const said: string[] = [];
      for (const {
        answer: { deed, word },
        two,
        list: comma,
      } of parts) {
        const ns = left.splice(0, two === 0 && left.length > 1 ? 2 : 1).sort();
        if (ns.length === 0) break;
        wanted.push(...ns.map((n) => `${n} ${deed}`));
        said.push(frame.replace('W', word).replace('N', ns.join(comma)));
      }
      return { text: said.join(join), wanted };
    });
};

describe.each(Object.keys(words) as (keyof typeof words)[])('answers put together (%s)', (language) => {
  test('each is of its own item', () => {
    let [looked, clear] = [0, 0];
    fc.assert(
      fc.property(composed(language), ({ text, wanted }) => {
        const { actions, askBack } = understand(text, items, today);
        const did = actions.map(({ n, do: deed }) => `${n} ${deed}`);
        looked += 1;
        if (did.length === wanted.length && !askBack) clear += 1;
        expect(
          did.filter((each) => !wanted.includes(each)),
          text,
        ).toEqual([]);
        // Nothing is lost in silence.
        if (!askBack) expect(did.sort(), text).toEqual(wanted.sort());
      }),
      { numRuns: 2_000, seed: 20261130 },
    );
    expect(clear / looked).toBeGreaterThan(0.8);
  });
});
