/**
 * What can be done to an exported ledger, 10,000 times over, and whether both verifiers find it: ours, and the one in another language that
 * was written by the description of the format alone.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFile, verifyFile } from '../../src/commands/ledger-file.ts';
import type { LedgerEntry } from '../../src/domain/ledger.ts';
import { contradiction, witnessHeader, witnessLine, witnessValue } from '../../src/domain/witness.ts';
import { composeMessage } from '../../src/mailbox/compose.ts';
import { madeEntries, textOf } from './entries.ts';
import { python, pythonMissing, type Verdict, verdictsOf } from './python.ts';
import { type Random, randomBody, randomFrom } from './random.ts';
import { tampers } from './tampers.ts';

const files = 10_000;
/** Honest ledgers; each is tampered with as often as any other. */
const ledgers = 10;
const names = Object.keys(tampers);

/** As odd as a ledger may be; entries of the usual kind in between. */
function honestLedger(random: Random): LedgerEntry[] {
  let entries: LedgerEntry[] = [];
  for (let left = 2 + random.below(5); left > 0; left--) {
    entries = [
      ...entries,
      ...madeEntries(
        1,
        { body: randomBody(random), by: random.pick(['countersign', 'grüße@seller.test', 'two\u2028lines']) },
        entries,
      ),
    ];
    entries = [...entries, ...madeEntries(1, {}, entries)];
  }
  return [...entries, ...madeEntries(1, { by: 'renée@seller.test', key: 'größe/ñ' }, entries)];
}

interface Tampered {
  name: string;
  /** Within the folder of its ledger. */
  file: string;
}

interface Ledger {
  dir: string;
  entries: LedgerEntry[];
  files: Tampered[];
}

/** What our verifier says of a file, alone and against an entry that was witnessed. */
async function ours(path: string, { seq, hash: head }: LedgerEntry): Promise<{ alone: Verdict; witnessed: Verdict }> {
  const { check, hashAt } = await checkFile(path, [seq]);
  if (!check.whole) {
    const broken = { whole: false, entries: check.at - 1, head: null };
    return { alone: broken, witnessed: broken };
  }
  const alone = { whole: true, entries: check.entries, head: check.head };
  const denied = contradiction({ seq, head }, check.entries, hashAt.get(seq), 'it') !== null;
  return { alone, witnessed: denied ? { ...alone, whole: false, head: null } : alone };
}

/** What the second verifier says of files, in the same form. */
async function theirs(cwd: string, files: readonly string[], { seq, hash }: LedgerEntry) {
  const both = [verdictsOf(cwd, files), verdictsOf(cwd, files, [`${seq}:${hash}`])];
  const [alone, witnessed] = await Promise.all(both);
  return files.map((_, n) => ({ alone: alone![n]!, witnessed: witnessed![n]! }));
}

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-tamper-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** An honest ledger and its share of tampered files, each different from the honest one. */
function tamperedLedger(n: number): Ledger {
  const random = randomFrom(n);
  const entries = honestLedger(random);
  const honest = textOf(entries);
  const given = { entries, lines: honest.split('\n').slice(0, -1), random };
  const folder = join(dir, String(n));
  mkdirSync(folder);
  const made = Array.from({ length: files / ledgers }, (_, at) => {
    const name = names[(at * ledgers + n) % names.length]!;
    let content: string | Buffer = honest;
    while (Buffer.from(content).equals(Buffer.from(honest))) content = tampers[name]!.of(given);
    writeFileSync(join(folder, `${at}.jsonl`), content);
    return { name, file: `${at}.jsonl` };
  });
  return { dir: folder, entries, files: made };
}

describe.skipIf(pythonMissing)(`an exported ledger (${pythonMissing ?? 'on two verifiers'})`, () => {
  test(`is found out ${files} times`, async () => {
    const found = new Map(names.map((name) => [name, { files: 0, alone: 0, witnessed: 0 }]));
    for (let n = 0; n < ledgers; n++) {
      const ledger = tamperedLedger(n);
      const last = ledger.entries.at(-1)!;
      const told = theirs(
        ledger.dir,
        ledger.files.map(({ file }) => file),
        last,
      );
      const mine = [];
      for (const { file } of ledger.files) mine.push(await ours(join(ledger.dir, file), last));
      // They agree on the verdict, and on how far the file is right.
      const named = (verdicts: object[]) => verdicts.map((each, at) => ({ ...ledger.files[at], ...each }));
      expect(named(mine), `seed ${n}`).toEqual(named(await told));
      for (const [at, { name }] of ledger.files.entries()) {
        const counted = found.get(name)!;
        counted.files += 1;
        counted.alone += mine[at]!.alone.whole ? 0 : 1;
        counted.witnessed += mine[at]!.witnessed.whole ? 0 : 1;
      }
      rmSync(ledger.dir, { recursive: true });
    }
    const rows = [...found].map(
      ([name, each]) =>
        `${Object.values(each)
          .map((number) => String(number).padStart(6))
          .join(' ')}  ${name}`,
    );
    console.log(['Ledgers tampered with, found by both verifiers alone, and against a digest:', ...rows].join('\n'));
    for (const [name, each] of found) {
      expect(each.files, name).toBeGreaterThan(200);
      expect(each, name).toEqual({
        files: each.files,
        alone: tampers[name]!.alone ? each.files : 0,
        witnessed: each.files,
      });
    }
    expect([...found.values()].reduce((sum, each) => sum + each.witnessed, 0)).toBe(files);
  });

  test('is never found out when nobody touched it, and it has grown or not', async () => {
    const folder = join(dir, 'honest');
    mkdirSync(folder);
    const entries = honestLedger(randomFrom(99));
    const grown = Array.from({ length: 60 }, (_, more) => [...entries, ...madeEntries(more, {}, entries)]);
    for (const [more, all] of grown.entries()) writeFileSync(join(folder, `${more}.jsonl`), textOf(all));
    const paths = grown.map((_, more) => `${more}.jsonl`);
    for (const witness of [entries[0]!, entries.at(-1)!]) {
      const expected = grown.map((all) => ({ whole: true, entries: all.length, head: all.at(-1)!.hash }));
      const both = expected.map((each) => ({ alone: each, witnessed: each }));
      expect(await theirs(folder, paths, witness)).toEqual(both);
      expect(await Promise.all(paths.map((path) => ours(join(folder, path), witness)))).toEqual(both);
    }
    expect(await verdictsOf(folder, ['0.jsonl'], [`0:${'0'.repeat(64)}`])).toMatchObject([{ whole: true }]);
  });

  test('is never found out where it is honest, however odd', async () => {
    const folder = join(dir, 'odd');
    mkdirSync(folder);
    const all = Array.from({ length: 200 }, (_, n) => honestLedger(randomFrom(1_000 + n)));
    for (const [n, entries] of all.entries()) writeFileSync(join(folder, `${n}.jsonl`), textOf(entries));
    const expected = all.map((entries) => ({ whole: true, entries: entries.length, head: entries.at(-1)!.hash }));
    const paths = all.map((_, n) => `${n}.jsonl`);
    expect(await verdictsOf(folder, paths)).toEqual(expected);
    const mine = await Promise.all(paths.map((path, n) => ours(join(folder, path), all[n]!.at(-1)!)));
    expect(mine.map(({ witnessed }) => witnessed)).toEqual(expected);
  });

  test('is found cut and forked by the digest in a mailbox', async () => {
    const random = randomFrom(7);
    const entries = honestLedger(random);
    const given = { entries, lines: textOf(entries).split('\n').slice(0, -1), random };
    const { seq, hash } = entries.at(-1)!;
    const robin = { name: 'Robin Rep', address: 'robin@seller.test' };
    const text = `Nothing today.\n\n${witnessLine(seq, hash)}\n`;
    const headers = { [witnessHeader]: witnessValue({ seq, head: hash }) };
    const mail = {
      messageId: '<d@seller.test>',
      from: robin,
      to: [robin],
      subject: 'Today',
      date: new Date('2026-11-22T07:00:00Z'),
      text,
      headers,
    };
    writeFileSync(join(dir, 'digest.eml'), await composeMessage(mail));
    const quiet = { out: () => undefined, err: () => undefined };
    const path = join(dir, 'a.jsonl');
    for (const [name, { alone, of }] of Object.entries(tampers).filter(([, each]) => !each.alone))
      for (let times = 0; times < 20; times++) {
        writeFileSync(path, of(given));
        expect(await verifyFile(path, quiet), name).toBe(alone ? 1 : 0);
        expect(await verifyFile(path, quiet, [join(dir, 'digest.eml')]), name).toBe(1);
      }
  });

  test('of lines as long as they may be, and longer', async () => {
    const fitting = 16 * 1024 * 1024 - Buffer.byteLength(textOf(madeEntries(1, { body: { a: '' } }))) + 1;
    for (const [length, whole] of [
      [fitting, true],
      [fitting + 1, false],
      [fitting * 2, false],
    ] as const) {
      writeFileSync(join(dir, 'long.jsonl'), textOf(madeEntries(1, { body: { a: 'x'.repeat(length) } })));
      const [verdict] = await verdictsOf(dir, ['long.jsonl']);
      expect(verdict!.whole).toBe(whole);
      expect((await ours(join(dir, 'long.jsonl'), madeEntries(1)[0]!)).alone).toEqual(verdict);
    }
  });
});

describe.skipIf(pythonMissing)(`the second verifier (${pythonMissing ?? 'python3'})`, () => {
  const two = madeEntries(2);

  test('ends with the same exit codes', async () => {
    writeFileSync(join(dir, 'two.jsonl'), textOf(two));
    writeFileSync(join(dir, 'bad.jsonl'), textOf(two.toReversed()));
    const against = `--against 2:${two[1]!.hash}`;
    const codes: [string, number][] = [
      ['two.jsonl', 0],
      [`${against} two.jsonl`, 0],
      ['bad.jsonl two.jsonl', 1],
      [`--against 2:${two[0]!.hash} two.jsonl`, 1],
      [`${against} --against 2:${two[0]!.hash} two.jsonl`, 1],
      [`--against 3:${two[1]!.hash} two.jsonl`, 1],
      ['none.jsonl', 2],
      ['.', 2],
      ['', 2],
      [against, 2],
      ['--against two.jsonl', 2],
      ['two.jsonl --against', 2],
      ['--against 2 two.jsonl', 2],
      [`--against 02:${two[1]!.hash} two.jsonl`, 2],
      ['--verbose two.jsonl', 2],
    ];
    for (const [args, code] of codes) {
      const ran = await python(args.split(' ').filter(Boolean), dir);
      expect({ args, code: ran.code }).toEqual({ args, code });
      expect(ran.err !== '', args).toBe(code === 2);
    }
  });

  test('reads standard input', async () => {
    expect(await python(['-'], dir, textOf(two))).toEqual({
      code: 0,
      out: `-: whole, 2 entries, head ${two[1]!.hash}\n`,
      err: '',
    });
  });
});
