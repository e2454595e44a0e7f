import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LedgerMirror, type MirrorEntry, openMirror } from '../../src/db/ledger-mirror.ts';
import { BadInput, NeedsPerson } from '../../src/errors.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-mirror-'));
  path = join(folder, 'new', 'ledger.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const entry = (seq: number): MirrorEntry & { body: string } => ({
  seq,
  hash: `h${seq}`,
  body: `Grüße \u2028 "quoted"\nand a line, № ${seq} 🙂`,
});
const entries = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => entry(from + at));
const line = (seq: number) => `${JSON.stringify(entry(seq))}\n`;

async function all(mirror: LedgerMirror): Promise<MirrorEntry[]> {
  const found: MirrorEntry[] = [];
  for await (const each of mirror.readAll()) found.push(each);
  return found;
}

/** A mirror file with these entries. */
async function written(upTo: number): Promise<Buffer> {
  const mirror = await openMirror(path);
  await mirror.append(entries(1, upTo));
  await mirror.close();
  return readFile(path);
}

describe('ledger mirror', () => {
  it('is made private and empty, and keeps what is appended', async () => {
    const mirror = await openMirror(path);
    expect([mirror.lastSeq, mirror.lastHash, await all(mirror)]).toEqual([0, null, []]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await mirror.append(entries(1, 3));
    await mirror.append([]);
    await mirror.append(entries(4, 4));
    expect([mirror.lastSeq, mirror.lastHash]).toEqual([4, 'h4']);
    expect(await all(mirror)).toEqual(entries(1, 4));
    await mirror.close();
    await mirror.close();

    const again = await openMirror(path);
    expect([again.lastSeq, again.lastHash]).toEqual([4, 'h4']);
    await again.append(entries(5, 6));
    expect(await all(again)).toEqual(entries(1, 6));
    await again.close();
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(7);
  });

  it('cuts off the last line torn at any byte, and goes on from there', async () => {
    const before = await written(2);
    const whole = Buffer.concat([before, Buffer.from(line(3))]);
    for (let length = before.length; length < whole.length; length++) {
      await writeFile(path, whole.subarray(0, length));
      const mirror = await openMirror(path);
      expect([mirror.lastSeq, mirror.lastHash], `cut at ${length}`).toEqual([2, 'h2']);
      expect((await stat(path)).size).toBe(before.length);
      await mirror.append([entry(3)]);
      await mirror.close();
      expect(await readFile(path)).toEqual(whole);
    }
  });

  it('cuts off a file that tears inside its only line', async () => {
    const whole = await written(1);
    for (let length = 0; length < whole.length; length++) {
      await writeFile(path, whole.subarray(0, length));
      const mirror = await openMirror(path);
      expect([mirror.lastSeq, (await stat(path)).size]).toEqual([0, 0]);
      await mirror.close();
    }
  });

  it('cuts off a last line that is there in length but not in content', async () => {
    const before = await written(2);
    for (const torn of [
      '\0'.repeat(500),
      `${'\0'.repeat(80)}\n`,
      `{"seq":3,"ha${'\0'.repeat(9)}\n`,
      '\n',
      '{"seq":3,"hash":"\xff"}\n',
    ]) {
      await writeFile(path, Buffer.concat([before, Buffer.from(torn, 'latin1')]));
      const mirror = await openMirror(path);
      expect(mirror.lastSeq).toBe(2);
      await mirror.close();
      expect(await readFile(path)).toEqual(before);
    }
  });

  it('names file and line of anything else that is broken, and touches nothing', async () => {
    await written(1);
    const cases: [content: string, line: number, how: RegExp][] = [
      [`${line(1)}garbage\n${line(2)}`, 2, /is not JSON/],
      [`\n${line(1)}`, 1, /is not JSON/],
      [`${line(1)}${line(2).slice(0, 20)}\n${line(3)}${line(4).slice(0, 9)}`, 2, /is not JSON/],
      [`${line(1)}${line(3)}`, 2, /holds entry 3 where entry 2 belongs/],
      [`${line(1)}${line(1)}`, 2, /holds entry 1 where entry 2 belongs/],
      [line(2), 1, /holds entry 2 where entry 1 belongs/],
      [`${line(1)}{"seq":2}\n`, 2, /is not a ledger entry/],
      [`${line(1)}{"seq":"2","hash":"h"}\n${line(3)}`, 2, /is not a ledger entry/],
      [`${line(1)}null\n`, 2, /is not a ledger entry/],
    ];
    for (const [content, at, how] of cases) {
      await writeFile(path, content);
      const opening = openMirror(path);
      await expect(opening, content).rejects.toThrow(NeedsPerson);
      await expect(opening).rejects.toThrow(how);
      await expect(opening).rejects.toThrow(`${path} is broken: line ${at} `);
      expect(await readFile(path, 'utf8')).toBe(content);
    }
  });

  it('refuses gaps, repeats and entries without a hash, and writes nothing of the batch', async () => {
    const mirror = await openMirror(path);
    await mirror.append(entries(1, 2));
    const before = await readFile(path);
    const bad = [
      [entry(4)],
      [entry(2)],
      [entry(3), entry(5)],
      [entry(3), entry(3)],
      [{ seq: 3 } as MirrorEntry],
      [entry(3.5)],
    ];
    for (const batch of bad) await expect(mirror.append(batch)).rejects.toThrow(BadInput);
    const huge = { ...entry(3), body: 'x'.repeat(16 * 1024 * 1024) };
    await expect(mirror.append([huge])).rejects.toThrow(/entry 3 .* too long/);
    expect(await readFile(path)).toEqual(before);
    await mirror.append([entry(3)]);
    expect(mirror.lastSeq).toBe(3);
    await mirror.close();
    await expect(mirror.append([entry(4)])).rejects.toThrow(BadInput);
    await expect(all(mirror)).rejects.toThrow(BadInput);
  });

  it('carries out calls that overlap one after the other', async () => {
    const mirror = await openMirror(path);
    const appending = Array.from({ length: 50 }, (_, at) => mirror.append([entry(at + 1)]));
    const closing = mirror.close();
    await Promise.all([...appending, closing]);
    const again = await openMirror(path);
    expect(await all(again)).toEqual(entries(1, 50));
    await again.close();
  });

  it('reads what was there when asked, also while more is appended, and may be left early', async () => {
    const mirror = await openMirror(path);
    await mirror.append(entries(1, 5));
    const seen: number[] = [];
    for await (const { seq } of mirror.readAll()) {
      seen.push(seq);
      if (seq < 4) await mirror.append([entry(5 + seq)]);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    for await (const { seq } of mirror.readAll()) if (seq === 2) break;
    expect(mirror.lastSeq).toBe(8);
    await mirror.close();
  });

  it('reads lines longer than a chunk', async () => {
    const mirror = await openMirror(path);
    const long = [1, 2, 3].map((seq) => ({ seq, hash: 'h', body: 'é'.repeat(300_000 + seq) }));
    await mirror.append(long);
    await mirror.close();
    const again = await openMirror(path);
    expect(await all(again)).toEqual(long);
    await again.close();
  });

  it('says what to do when the place cannot be written to', async () => {
    await writeFile(join(folder, 'new'), 'a file where the folder should be');
    await expect(openMirror(path)).rejects.toThrow(NeedsPerson);
  });

  it('loses nothing acknowledged when the process is killed', async () => {
    for (let round = 0; round < 5; round++) {
      const child = fork(new URL('mirror-writer.ts', import.meta.url).pathname, [path], { execArgv: [] });
      let acknowledged = 0;
      const enough = 20 + round * 13;
      child.on('message', (seq: number) => {
        acknowledged = seq;
        if (seq % 97 === enough) child.kill('SIGKILL');
      });
      await once(child, 'exit');
      // As a power cut may leave it: something of a line that was never acknowledged.
      await appendFile(path, '{"seq":');
      const mirror = await openMirror(path);
      expect(mirror.lastSeq).toBeGreaterThanOrEqual(acknowledged);
      expect(await all(mirror)).toHaveLength(mirror.lastSeq);
      await mirror.close();
    }
  });
});
