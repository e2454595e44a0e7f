import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonical,
  commitment,
  entryHash,
  entryLine,
  type LedgerEntry,
  type LedgerValue,
  ledgerStart,
  ledgerVerifier,
  readEntry,
  wellFormed,
} from '../../src/domain/ledger.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('canonical JSON (RFC 8785)', () => {
  test.each<[string, LedgerValue, string]>([
    ['sorts members', { b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [
      'sorts by UTF-16 code units',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 },
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    ],
    ['escapes as little as can be', '\u20ac$\u000f\nA\'B"\\/\u2028', '"\u20ac$\\u000f\\nA\'B\\"\\\\/\u2028"'],
    ['has no white space', { a: { b: [] } }, '{"a":{"b":[]}}'],
    ['has one zero', -0, '0'],
    [
      'keeps the largest whole numbers',
      [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
      '[9007199254740991,-9007199254740991]',
    ],
  ])('%s', (_, value, text) => {
    expect(canonical(value)).toBe(text);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %d', (value) => {
    expect(() => canonical(value)).toThrow(RangeError);
  });

  test.each(['\ud83d', '\ude00\ud83d', 'a\udfffb'])('refuses half a character, as text and as name (%#)', (text) => {
    expect(() => canonical(text)).toThrow(RangeError);
    expect(() => canonical({ [text]: 1 })).toThrow(RangeError);
    expect(canonical(wellFormed({ [text]: [text] }))).toBe(canonical({ [text.toWellFormed()]: [text.toWellFormed()] }));
  });

  test('nests 32 deep and no deeper', () => {
    const nested = (depth: number): LedgerValue =>
      depth === 0 ? 1 : depth % 2 ? [nested(depth - 1)] : { a: nested(depth - 1) };
    expect(JSON.parse(canonical(nested(32)))).toEqual(nested(32));
    expect(() => canonical(nested(33))).toThrow(RangeError);
  });

  test('says the same for the same value, in whatever order it was built, and reads back', () => {
    const value = fc.jsonValue({ maxDepth: 3 }).filter((each) => !/\.|e[+-]|\b\d{16,}/.test(JSON.stringify(each)));
    fc.assert(
      fc.property(value, (each) => {
        const text = canonical(each as LedgerValue);
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(JSON.parse(canonical(JSON.parse(text)))));
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

function chain(bodies: LedgerEntry['body'][]): LedgerEntry[] {
  let prev = ledgerStart;
  return bodies.map((body, n) => {
    const at = new Date(Date.UTC(2026, 0, 1, n)).toISOString();
    const entry = { seq: n + 1, at, by: 'robin@seller.test', kind: 'decision', key: `decision/${n}`, body, prev };
    prev = entryHash(entry, sha256);
    return { ...entry, hash: prev };
  });
}

function check(entries: LedgerEntry[]) {
  const verifier = ledgerVerifier(sha256);
  for (const entry of entries) verifier.add(entry);
  return verifier.result();
}

describe('a ledger', () => {
  const five = chain([{ a: 1 }, { b: 'x' }, {}, { d: null }, { e: [1] }]);

  test('is whole as it was written, and while it grows', () => {
    expect(check([])).toEqual({ whole: true, entries: 0, head: ledgerStart });
    expect(check(five)).toEqual({ whole: true, entries: 5, head: five[4]?.hash });
    expect(check(five.slice(0, 3))).toEqual({ whole: true, entries: 3, head: five[2]?.hash });
  });

  test.each<[string, (entries: LedgerEntry[]) => LedgerEntry[], number]>([
    ['a changed body', (all) => all.with(1, { ...all[1]!, body: { b: 'y' } }), 2],
    ['another person', (all) => all.with(1, { ...all[1]!, by: 'else@seller.test' }), 2],
    ['another time', (all) => all.with(4, { ...all[4]!, at: '2026-01-01T00:00:00.000Z' }), 5],
    ['an entry less', (all) => all.toSpliced(2, 1), 3],
    ['an entry less, numbered anew', (all) => all.toSpliced(2, 1).map((each, n) => ({ ...each, seq: n + 1 })), 3],
    ['the first entry gone', (all) => all.slice(1), 1],
    ['two entries exchanged', (all) => all.with(1, all[2]!).with(2, all[1]!), 2],
    ['an entry twice', (all) => all.toSpliced(1, 0, all[1]!), 3],
    [
      'an entry forged with its own right hash',
      (all) => {
        const forged = { ...all[1]!, body: { b: 'y' } };
        return all.with(1, { ...forged, hash: entryHash(forged, sha256) });
      },
      3,
    ],
  ])('with %s is not', (_, spoil, where) => {
    expect(check(spoil([...five]))).toMatchObject({ whole: false, at: where });
  });

  test('stays broken, whatever comes after', () => {
    const verifier = ledgerVerifier(sha256);
    verifier.add({ ...five[0]!, key: 'x' });
    expect(verifier.add(five[0]!)).toContain('entry 1 was changed');
    expect(verifier.result()).toMatchObject({ whole: false, at: 1 });
  });

  test('shows any edit, deletion, reordering or cut in the middle', () => {
    const body = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()), { maxKeys: 4 });
    const spoiled = fc.tuple(
      fc.array(body, { minLength: 2, maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      fc.constantFrom('edit', 'delete', 'swap', 'cut'),
    );
    fc.assert(
      fc.property(spoiled, ([bodies, one, two, how]) => {
        const entries = chain(bodies);
        const a = one % (entries.length - 1);
        const b = a + 1 + (two % (entries.length - a - 1));
        const [first, second] = [entries[a]!, entries[b]!];
        const changed = {
          edit: () => entries.with(a, { ...first, body: { ...first.body, '': 'changed' } }),
          delete: () => entries.toSpliced(a, 1),
          swap: () => entries.with(a, second).with(b, first),
          cut: () => entries.toSpliced(a, b - a),
        }[how]();
        const result = check(changed);
        expect(result.whole).toBe(false);
        if (!result.whole) expect(result.at).toBe(a + 1);
      }),
    );
  });
});

describe('a line of a file', () => {
  const [entry] = chain([{ '9': 'Grüße \u2028', '10': { b: null, a: [-1, true] }, __x: '"\\/\u0007' }]) as [
    LedgerEntry,
  ];
  const line = entryLine(entry);

  test('is spelled in one way', () => {
    const { at, by, kind, key, prev, hash } = entry;
    const body = '{"10":{"a":[-1,true],"b":null},"9":"Grüße \u2028","__x":"\\"\\\\/\\u0007"}';
    expect(line).toBe(
      `{"seq":1,"at":"${at}","by":"${by}","kind":"${kind}","key":"${key}","body":${body},"prev":"${prev}","hash":"${hash}"}`,
    );
    expect(readEntry(line)).toEqual(entry);
  });

  test('is what the ledger wrote of any body', () => {
    const body = fc.dictionary(
      fc.string({ unit: 'binary' }),
      fc.oneof(fc.string({ unit: 'binary' }), fc.maxSafeInteger()),
    );
    fc.assert(
      fc.property(body, (each) => {
        const [one] = chain([wellFormed(each)]) as [LedgerEntry];
        expect(readEntry(entryLine(one))).toEqual(one);
      }),
    );
  });

  const { hash, ...bare } = entry;
  test.each<[string, string]>([
    ['members in another order', JSON.stringify({ hash, ...bare })],
    ['a body in another order', line.replace('"a":[-1,true],"b":null', '"b":null,"a":[-1,true]')],
    ['blanks', line.replace('":', '": ')],
    ['a blank behind it', `${line} `],
    ['a CR', `${line}\r`],
    ['a byte order mark', `\ufeff${line}`],
    ['an escape that is not needed', line.replace('"seq"', '"\\u0073eq"')],
    ['an escaped slash', line.replace('/', '\\/')],
    ['an escape in upper case', line.replace('\\u0007', '\\u000A')],
    ['a decimal point', line.replace('"seq":1', '"seq":1.0')],
    ['an exponent', line.replace('"seq":1', '"seq":1e0')],
    ['minus zero', line.replace('-1', '-0')],
    ['a number past what is exact', line.replace('-1', '9007199254740993')],
    ['an endless number', line.replace('-1', '1e999')],
    ['a name twice', line.replace('"seq":1', '"seq":1,"seq":1')],
    ['a name twice in the body', line.replace('"b":null', '"b":1,"b":null')],
    ['a member more', line.replace('"seq":1', '"seq":1,"also":1')],
    ['a member less', line.replace('"kind":"decision",', '')],
    ['a number as text', line.replace('"seq":1', '"seq":"1"')],
    ['a text as number', line.replace('"kind":"decision"', '"kind":1')],
    ['another form of time', line.replace('.000Z', 'Z')],
    ['a list for a body', line.replace(/"body":.*,"prev"/s, '"body":[],"prev"')],
    ['null for a body', line.replace(/"body":.*,"prev"/s, '"body":null,"prev"')],
    ['half a character', line.replace('"__x":"', '"__x":"\\ud83d')],
    ['nesting without end', line.replace('-1', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
    ['nothing', ''],
    ['null', 'null'],
    ['no JSON', line.slice(1)],
  ])('with %s is refused', (_, other) => {
    expect(other).not.toBe(line);
    expect(readEntry(other)).toBeNull();
    const verifier = ledgerVerifier(sha256);
    expect(verifier.addLine(other)).toBe('line 1 is not as the ledger writes an entry');
    expect(verifier.result()).toMatchObject({ whole: false, at: 1 });
  });

  test('goes through the chain as its entry does', () => {
    const verifier = ledgerVerifier(sha256);
    expect(verifier.addLine(line)).toBeNull();
    expect(verifier.head()).toBe(hash);
    expect(verifier.addLine(line)).toContain('entry 2 is missing');
    expect(verifier.addLine(null)).toContain('entry 2 is missing');
    expect(ledgerVerifier(sha256).addLine(null)).toContain('line 1');
  });

  test('that has no canonical form is a changed one in a database too', () => {
    const verifier = ledgerVerifier(sha256);
    expect(verifier.add({ ...entry, body: { a: 0.5 } })).toBe('entry 1 was changed after it was written');
  });
});

test('a commitment hides its text and holds to it', () => {
  expect(commitment('salt', 'text', sha256)).toBe(sha256('salt\ntext'));
  expect(commitment('salt', 'text', sha256)).not.toBe(commitment('other', 'text', sha256));
});
