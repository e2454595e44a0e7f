/** Every code point that Unicode has, and what of it may stand in a draft. */
import { describe, expect, it } from 'vitest';
import { plainLine } from '../../../../src/domain/writing/gate/characters.ts';
import { gate } from '../../../../src/domain/writing/gate/gate.ts';
import { core, groundWith, limits } from './quote.ts';

const ground = groundWith();
const most = 16;

/** Through the whole gate, each in a sentence of its own that passes without it. */
function passing(points: readonly number[]): number[] {
  const found: number[] = [];
  for (let at = 0; at < points.length; at += most) {
    const some = points.slice(at, at + most);
    const sentences = some.map((point) => ({ text: `Did it re${String.fromCodePoint(point)}ach you?`, ground: [] }));
    const { dropped } = gate({ language: 'en', reason: 'silence', sentences }, ground, limits);
    if (dropped.length !== some.length || dropped.some(({ why }) => why !== 'characters')) found.push(...some);
  }
  return found;
}

const pointsOf = (kind: RegExp): number[] => {
  const found: number[] = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    if (kind.test(String.fromCodePoint(point))) found.push(point);
  }
  return found;
};

describe('characters', () => {
  it('pass where nothing is wrong with them', () => {
    const sentence = { text: 'Did it reach you?', ground: [] };
    expect(gate({ language: 'en', reason: 'silence', sentences: [core, sentence] }, ground, limits)).toHaveProperty(
      'text',
    );
  });

  it.each([
    ['Cf', /\p{Cf}/u, 150],
    ['Cc', /\p{Cc}/u, 65],
    ['Co', /\p{Co}/u, 137_000],
    ['Cn', /\p{Cn}/u, 800_000],
  ] as const)('of %s never pass, any of them', (name, kind, least) => {
    const points = pointsOf(kind);
    expect(points.length).toBeGreaterThanOrEqual(least);
    console.log(`${name}: ${points.length} code points through the gate`);
    expect(passing(points)).toEqual([]);
  });

  it('that are half of one, or stand for nothing, never pass', () => {
    expect(plainLine('re\ud83dach')).toBeNull();
    expect(plainLine('re\udc00ach')).toBeNull();
    expect(plainLine('re\u2028ach')).toBeNull();
    expect(plainLine('re\u3164ach')).toBeNull();
    expect(plainLine('re\u2800ach')).toBeNull();
    expect(plainLine('re\ufe0fach')).toBeNull();
    expect(plainLine('re\u034fach')).toBeNull();
  });

  it('pass only if they are plain: letters of the Latin alphabets, digits, spaces and the marks of a sentence', () => {
    const passed: string[] = [];
    for (let point = 0; point <= 0x10ffff; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const letter = String.fromCodePoint(point);
      const plain = plainLine(`a${letter}b`);
      if (plain !== null) passed.push(plain.slice(1, -1));
    }
    const odd = [...new Set(passed)].filter(
      // What joins the letter before it is gone with it: "a" and an accent are one letter.
      (each) =>
        each !== ' ' &&
        each !== '' &&
        !/^(?:\p{Script=Latin}|[0-9]|[.,;:!?'"‘’‚“”„«»‹›–—…¿¡%€£$¥&/+()§°²³-])$/u.test(each),
    );
    expect(odd).toEqual([]);
    // Wide, mathematical, raised and joined letters are Latin too, and not plain.
    expect(passed.filter((each) => /\p{L}/u.test(each) && each.normalize('NFKC') !== each)).toEqual([]);
    expect(passed.length).toBeLessThan(600);
  });

  it('that people type are kept: accents, quotes, French spaces, a hyphen that holds', () => {
    expect(plainLine('Œuvre, façon, Größe, señor, ¿qué?, Łódź')).toBe('Œuvre, façon, Größe, señor, ¿qué?, Łódź');
    expect(plainLine('Est-ce prêt\u202f?')).toBe('Est-ce prêt ?');
    expect(plainLine('e\u0301te\u0301')).toBe('été');
    expect(plainLine('a\u2011b')).toBe('a-b');
    expect(plainLine('„so“, «así» and ‘this’')).toBe('„so“, «así» and ‘this’');
  });
});
