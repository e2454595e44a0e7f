import { describe, expect, it } from 'vitest';
import { costOf, inDecimals, millionths } from '../../src/domain/money.ts';

describe('money', () => {
  it('is exact, from text and back', () => {
    const amounts: [string, number, string][] = [
      ['0', 0, '0.00'],
      ['2', 2_000_000, '2.00'],
      ['2.5', 2_500_000, '2.50'],
      ['0.000001', 1, '0.000001'],
      ['0.15', 150_000, '0.15'],
      ['123456789.999', 123_456_789_999_000, '123456789.999'],
    ];
    for (const [text, amount, shown] of amounts) {
      expect(millionths(text)).toBe(amount);
      expect(inDecimals(amount)).toBe(shown);
    }
    for (const wrong of ['', 'x', '1,50', '-1', '1e3', '.5', '5.', '1.0000001', '1234567890'])
      expect(millionths(wrong)).toBeNull();
  });

  it('of tokens is rounded up, so that many small sums are never counted as less', () => {
    expect(costOf({ in: 1_000, out: 100 }, { in: 2_000_000, out: 10_000_000 })).toBe(3_000);
    expect(costOf({ in: 1, out: 0 }, { in: 150_000, out: 600_000 })).toBe(1);
    expect(costOf({ in: 1_000_000, out: 1_000_000 }, null)).toBe(0);
  });
});
