import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFiles, readLine } from '../../src/commands/read.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'countersign-read-'));
  await writeFile(
    join(dir, 'hold.eml'),
    mail(
      'dana@buyer.test',
      '<1@x.test>',
      'Please do not call me before the board meeting on 12 March.\nCan you send the price list?',
    ),
  );
  await writeFile(
    join(dir, 'own.eml'),
    mail(
      'sam@seller.test',
      '<2@x.test>',
      "Understood, I'll leave you alone until 12 March. I'll send the price list on Friday.",
    ),
  );
  await writeFile(
    join(dir, 'two.mbox'),
    `From a\n${mail('dana@buyer.test', '<3@x.test>', 'Please stop emailing me.')}\n\nFrom b\n${mail('dana@buyer.test', '<4@x.test>', 'Thanks.')}\n`,
  );
  await mkdir(join(dir, 'md', 'cur'), { recursive: true });
  await mkdir(join(dir, 'md', 'new'));
  await mkdir(join(dir, 'md', 'tmp'));
  await writeFile(join(dir, 'md', 'cur', '1767000000.1.host:2,S'), invitation);
  await writeFile(join(dir, 'no.eml'), '');
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const mail = (from: string, id: string, text: string, fields = '') =>
  `From: ${from}\r\nTo: sam@seller.test\r\nSubject: Pilot\r\nMessage-ID: ${id}\r\nDate: Wed, 4 Mar 2026 12:58:10 +0100\r\n${fields}\r\n${text}\r\n`;

const invitation = mail(
  'dana@buyer.test',
  '<5@x.test>',
  `--b
Content-Type: text/plain

Please join.
--b
Content-Type: text/calendar; method=REQUEST; charset=utf-8

BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:1
DTSTART;TZID=Europe/Berlin:20260319T100000
DTEND;TZID=Europe/Berlin:20260319T110000
SUMMARY:Pilot
END:VEVENT
END:VCALENDAR
--b--`.replaceAll('\n', '\r\n'),
  'Content-Type: multipart/alternative; boundary=b\r\n',
);

async function read(...names: string[]) {
  const [out, err]: string[][] = [[], []];
  const io = { out: (text: string) => void out!.push(text), err: (text: string) => void err!.push(text) };
  const options = {
    paths: names.map((name) => join(dir, name)),
    rep: 'Sam@Seller.test',
    zone: 'Europe/Berlin',
    json: true,
  };
  const code = await readFiles(options, io);
  return { code, err: err!.join(''), lines: out!.map((line) => readLine.parse(JSON.parse(line))) };
}

describe('read', () => {
  it('says what a contact asked for', async () => {
    const { code, lines } = await read('hold.eml');
    expect(code).toBe(0);
    expect(lines).toEqual([
      {
        file: join(dir, 'hold.eml'),
        messageId: '<1@x.test>',
        from: 'dana@buyer.test',
        date: '2026-03-04T11:58:10.000Z',
        kind: 'human',
        text: 'Please do not call me before the board meeting on 12 March.\nCan you send the price list?',
        questions: ['Can you send the price list?'],
        promises: [],
        hold: {
          until: '2026-03-13',
          scope: 'person',
          quote: 'Please do not call me before the board meeting on 12 March.',
        },
        optOut: false,
        absence: null,
        meeting: null,
      },
    ]);
  });

  it("takes no hold from the rep's own mail, and knows whose promise it is", async () => {
    const { lines } = await read('own.eml');
    expect(lines[0]).toMatchObject({ hold: null, promises: [{ by: 'rep', until: '2026-03-06' }] });
  });

  it('reads mbox files and Maildirs', async () => {
    const { lines } = await read('two.mbox', 'md');
    expect(lines.map(({ messageId, optOut }) => [messageId, optOut])).toEqual([
      ['<3@x.test>', true],
      ['<4@x.test>', false],
      ['<5@x.test>', false],
    ]);
    expect(lines[2]).toMatchObject({ kind: 'invitation', meeting: { at: '2026-03-19', state: 'proposed' } });
  });

  it('tells what is no mail, and fails only when nothing else was there', async () => {
    expect(await read('hold.eml', 'no.eml')).toMatchObject({ code: 0, err: expect.stringContaining('no.eml') });
    expect(await read('no.eml')).toMatchObject({ code: 1, lines: [] });
    await expect(read('gone.eml')).rejects.toThrow('There is no file or folder');
  });
});
