/** `bench choose`, reading: from the bytes of a mail to what it says, for public mail where it is there and made-up mail where not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMessage } from '../../src/domain/reading.ts';
import { parseMessage } from '../../src/mailbox/mime.ts';
import { corpusPath } from '../eval/corpus-path.ts';
import { folders, mailsOf } from './generated-mail.ts';

export interface ReadingSpeed {
  /** Where the mails come from. */
  source: string;
  mails: number;
  /** Different ones among them. */
  different: number;
  seconds: number;
  mailsPerSecond: number;
  /** Milliseconds a mail: taking it apart, and reading what it says. */
  parseMs: number;
  readMs: number;
  slowest: { ms: number; what: string };
  /** 700 kB each, made to be slow. */
  nasty: { what: string; ms: number }[];
}

const big = 700_000;
const filled = (unit: string): string => unit.repeat(Math.ceil(big / unit.length)).slice(0, big);
const nasty: Record<string, string> = {
  'lines of quotes': filled('> Please do not call before the board meeting on 12 June, and send the offer.\n'),
  'quotes in quotes': filled(`${'>'.repeat(60)} On Mon, 2 Mar 2026 at 10:00, Dana <dana@buyer.test> wrote:\n`),
  'heads of quotes': filled('On Mon, 2 Mar 2026 at 10:00, Dana Berg <dana@buyer.test> said\n'),
  'answers between quotes': filled('> Is it blue?\nYes, and I will send you the other one on Friday.\n'),
  'a hold in each sentence': filled('Please do not contact us before 12 June. '),
  'one sentence of dates': filled('12.12. 3/4 next week '),
};

/** Reads `mails` mails, the same ones again and again where there are fewer, then the nasty ones. */
export async function measureReading(mails: number, tell: (text: string) => void): Promise<ReadingSpeed> {
  const { source, raws } = await sample();
  const many = Array.from({ length: mails }, (_, n) => raws[n % raws.length] as { what: string; raw: Buffer });
  let [parse, read] = [0, 0];
  let slowest = { ms: 0, what: '' };
  for (const [n, { what, raw }] of many.entries()) {
    const { parseMs, readMs } = await readOne(raw);
    parse += parseMs;
    read += readMs;
    if (parseMs + readMs > slowest.ms) slowest = { ms: tenths(parseMs + readMs), what };
    if (n > 0 && n % 2_000 === 0) tell(`  ${n} mails read\n`);
  }
  const hostile = [];
  for (const [what, text] of Object.entries(nasty)) {
    const raw = Buffer.from(`From: dana@buyer.test\nTo: rep@seller.test\nSubject: Re: Pilot\n\nThank you.\n\n${text}`);
    const { parseMs, readMs } = await readOne(raw);
    hostile.push({ what, ms: tenths(parseMs + readMs) });
  }
  const speed = Math.round((mails / (parse + read)) * 1_000);
  tell(`${mails} mails read, ${speed} a second\n`);
  return {
    source,
    mails,
    different: Math.min(mails, raws.length),
    seconds: tenths((parse + read) / 1_000),
    mailsPerSecond: speed,
    parseMs: hundredths(parse / mails),
    readMs: hundredths(read / mails),
    slowest,
    nasty: hostile,
  };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
const hundredths = (value: number): number => Math.round(value * 100) / 100;

async function readOne(raw: Buffer): Promise<{ parseMs: number; readMs: number }> {
  const began = performance.now();
  const parsed = await parseMessage(raw);
  const known = performance.now();
  readMessage({ ...parsed, place: 'inbox', read: true }, 'Europe/Berlin');
  return { parseMs: known - began, readMs: performance.now() - known };
}

/** The public mail, else what `bench sync` fills mailboxes with. */
async function sample(): Promise<{ source: string; raws: { what: string; raw: Buffer }[] }> {
  const root = corpusPath('mail');
  if (existsSync(join(root, 'manifest.json'))) {
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.eml'));
    return { source: 'public mail', raws: files.sort().map((what) => ({ what, raw: readFileSync(join(root, what)) })) };
  }
  const raws = [];
  const plan = { rep: 'rep@seller.test', messages: 1_500, relevant: 1_000, deals: 100 };
  for (const folder of folders)
    for await (const { raw } of mailsOf(plan, folder)) raws.push({ what: `${folder} ${raws.length}`, raw });
  return { source: 'made up', raws };
}
