import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadInput, NeedsPerson } from '../../src/errors.ts';
import { keyText, openKeyring, parseKey } from '../../src/lib/seal.ts';

const key = (fill: number) => new Uint8Array(32).fill(fill);
const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const wellFormed = fc.string({ unit: 'grapheme', maxLength: 300 });
const row = fc.string({ minLength: 1, maxLength: 40 });

/** The error, or undefined when it opened. Its message is checked never to hold the text. */
async function refusal(opening: Promise<string>): Promise<unknown> {
  return opening.then(
    () => undefined,
    (error) => error,
  );
}

describe('seal', () => {
  it('opens what it sealed, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(bytes32, wellFormed, row, async (bytes, text, bind) => {
        const ring = await openKeyring([{ id: 'k1', key: bytes }]);
        const sealed = await ring.seal(text, bind);
        expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]{22,}$/);
        expect(await ring.unseal(sealed, bind)).toBe(text);
      }),
    );
    const ring = await openKeyring([{ id: 'k1', key: key(1) }]);
    for (const text of ['', '\ufeffmark first', 'x'.repeat(200_000)]) {
      expect(await ring.unseal(await ring.seal(text, 'r'), 'r')).toBe(text);
    }
  });

  it('seals the same text differently each time', async () => {
    const ring = await openKeyring([{ id: 'k1', key: key(1) }]);
    const sealed = await Promise.all(Array.from({ length: 200 }, () => ring.seal('the same', 'row')));
    expect(new Set(sealed).size).toBe(200);
    expect(new Set(sealed.map((each) => each.split('.')[2])).size).toBe(200);
  });

  it('rejects every flipped bit of the sealed text', async () => {
    const ring = await openKeyring([
      { id: 'k1', key: key(1) },
      // The same bytes under ids one bit away: a relabelled text must not open either.
      { id: 'k0', key: key(1) },
      { id: 'k3', key: key(1) },
    ]);
    for (const secret of ['s', 'sa', 'sav', 'a long enough secret of several blocks of the cipher']) {
      const sealed = await ring.seal(secret, 'mailbox|7|secret|1');
      for (let at = 0; at < sealed.length; at++) {
        for (let bit = 0; bit < 8; bit++) {
          const flipped =
            sealed.slice(0, at) + String.fromCharCode(sealed.charCodeAt(at) ^ (1 << bit)) + sealed.slice(at + 1);
          const error = await refusal(ring.unseal(flipped, 'mailbox|7|secret|1'));
          expect(error, flipped).toBeInstanceOf(NeedsPerson);
          expect(String(error)).not.toContain('a long enough');
        }
      }
    }
  });

  it('rejects every flipped bit of the bytes inside', async () => {
    const ring = await openKeyring([{ id: 'k1', key: key(1) }]);
    await fc.assert(
      fc.asyncProperty(wellFormed, fc.nat(), async (text, pick) => {
        const [version, id, iv, ciphertext] = (await ring.seal(text, 'row')).split('.') as [
          string,
          string,
          string,
          string,
        ];
        const inside = Buffer.concat([Buffer.from(iv, 'base64url'), Buffer.from(ciphertext, 'base64url')]);
        const bit = pick % (inside.length * 8);
        inside[bit >> 3]! ^= 1 << (bit & 7);
        const changed = [
          version,
          id,
          inside.subarray(0, 12).toString('base64url'),
          inside.subarray(12).toString('base64url'),
        ];
        expect(await refusal(ring.unseal(changed.join('.'), 'row'))).toBeInstanceOf(NeedsPerson);
      }),
    );
  });

  it('rejects anything cut short, lengthened or made up', async () => {
    const ring = await openKeyring([{ id: 'k1', key: key(1) }]);
    const sealed = await ring.seal('secret', 'row');
    for (let length = 0; length < sealed.length; length++) {
      expect(await refusal(ring.unseal(sealed.slice(0, length), 'row'))).toBeInstanceOf(NeedsPerson);
    }
    for (const end of ['A', '=', '.', ' ', '\n', '.A']) {
      expect(await refusal(ring.unseal(sealed + end, 'row'))).toBeInstanceOf(NeedsPerson);
    }
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await refusal(ring.unseal(text, 'row'))).toBeInstanceOf(NeedsPerson);
      }),
    );
  });

  it('rejects a sealed text in another row', async () => {
    const ring = await openKeyring([{ id: 'k1', key: key(1) }]);
    await fc.assert(
      fc.asyncProperty(wellFormed, row, row, async (text, mine, other) => {
        fc.pre(mine !== other);
        expect(await refusal(ring.unseal(await ring.seal(text, mine), other))).toBeInstanceOf(NeedsPerson);
      }),
    );
  });

  it('rejects another key under the same id, and names a key that is missing', async () => {
    const sealed = await (await openKeyring([{ id: 'k1', key: key(1) }])).seal('secret', 'row');
    const wrong = await openKeyring([{ id: 'k1', key: key(2) }]);
    const other = await openKeyring([{ id: 'k2', key: key(1) }]);
    await expect(wrong.unseal(sealed, 'row')).rejects.toThrow(NeedsPerson);
    await expect(other.unseal(sealed, 'row')).rejects.toThrow(/sealed with the key "k1", which is not among/);
  });

  it('rotates: the old key still opens, the new one seals', async () => {
    const before = await openKeyring([{ id: '2025', key: key(1) }]);
    const after = await openKeyring([
      { id: '2026', key: key(2) },
      { id: '2025', key: key(1) },
    ]);
    const old = await before.seal('secret', 'row');
    expect(await after.unseal(old, 'row')).toBe('secret');
    expect(after.isCurrent(old)).toBe(false);
    const renewed = await after.seal(await after.unseal(old, 'row'), 'row');
    expect(after.isCurrent(renewed)).toBe(true);
    await expect(before.unseal(renewed, 'row')).rejects.toThrow(NeedsPerson);
  });

  it('is not fooled by a caller that wipes its key bytes', async () => {
    const bytes = key(5);
    const ring = await openKeyring([{ id: 'k', key: bytes }]);
    bytes.fill(0);
    const sealed = await ring.seal('secret', 'row');
    expect(await (await openKeyring([{ id: 'k', key: key(5) }])).unseal(sealed, 'row')).toBe('secret');
  });

  it('refuses wrong use', async () => {
    await expect(openKeyring([])).rejects.toThrow(BadInput);
    await expect(openKeyring([{ id: 'a.b', key: key(1) }])).rejects.toThrow(BadInput);
    await expect(openKeyring([{ id: 'a', key: new Uint8Array(16) }])).rejects.toThrow(BadInput);
    await expect(
      openKeyring([
        { id: 'a', key: key(1) },
        { id: 'a', key: key(2) },
      ]),
    ).rejects.toThrow(BadInput);
    const ring = await openKeyring([{ id: 'a', key: key(1) }]);
    await expect(ring.seal('lone \ud800', 'row')).rejects.toThrow(BadInput);
    await expect(ring.seal('text', '')).rejects.toThrow(BadInput);
  });
});

describe('parseKey', () => {
  it('reads the text of a key back, with space around it', () => {
    fc.assert(
      fc.property(bytes32, (bytes) => {
        expect(parseKey(` ${keyText(bytes)}\n`)).toEqual(bytes);
      }),
    );
  });

  it('refuses everything else without repeating it', () => {
    const good = keyText(key(255));
    const bad = [
      '',
      'short',
      good.slice(1),
      `${good}=`,
      good.replace('=', ''),
      `${good.slice(0, 42)}9=`,
      'ab'.repeat(32),
    ];
    for (const text of bad) {
      expect(() => parseKey(text)).toThrow(BadInput);
      if (text) expect(() => parseKey(text)).not.toThrow(text);
    }
  });
});
