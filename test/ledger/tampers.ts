/** Ways to tamper with an exported ledger. Each gives another file than it was given. */
import { canonical, entryHash, type LedgerEntry, type LedgerValue, ledgerStart } from '../../src/domain/ledger.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { madeEntries, madeEntry, textOf } from './entries.ts';
import { bodyTexts, memberTexts } from './forged-texts.ts';
import { type Random, randomBody } from './random.ts';

/** An honest ledger of at least four entries, and a random source. */
export interface Given {
  entries: readonly LedgerEntry[];
  /** Its lines, without their LF. */
  lines: readonly string[];
  random: Random;
}

interface Tamper {
  /** Whether the file shows it by itself; else only a witness does. */
  alone: boolean;
  of(given: Given): string | Buffer;
}

const file = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** With one line changed. */
function withLine({ lines, random }: Given, change: (line: string) => string): string {
  const n = random.below(lines.length);
  return file(lines.with(n, change(lines[n]!)));
}

/** With something in place of the first of what is found in some line. */
function replaced({ lines, random }: Given, what: RegExp, change: (found: string) => string): string {
  const fitting = lines.flatMap((line, n) => (what.test(line) ? [n] : []));
  const n = random.pick(fitting);
  return file(lines.with(n, lines[n]!.replace(what, change)));
}

/** Entries hashed and chained anew from the index `from` on, each as if it were honest. */
function chained(entries: readonly LedgerEntry[], from: number): LedgerEntry[] {
  let prev = entries[from - 1]?.hash ?? ledgerStart;
  return entries.map((entry, n) => {
    if (n < from) return entry;
    const unhashed = { ...entry, seq: n + 1, prev };
    prev = entryHash(unhashed, sha256);
    return { ...unhashed, hash: prev };
  });
}

/** One entry of a ledger changed in one member. */
function changed({ entries, random }: Given, n: number): LedgerEntry {
  const entry = entries[n]!;
  const member = random.pick(['at', 'by', 'kind', 'key', 'body'] as const);
  const value = {
    at: new Date(Date.parse(entry.at) + random.pick([1, -1, 60_000, 86_400_000])).toISOString(),
    by: 'else@seller.test',
    kind: 'decision_logged',
    key: `${entry.key}1`,
    body: random.pick([{ ...entry.body, decision: 'rejectet' }, { ...entry.body, more: random.below(9) }, {}]),
  }[member];
  return { ...entry, [member]: value };
}

/** The values of a line spelled by another hand: `order` of the names, `blank` behind colons and commas. */
function respelled(value: LedgerValue, order: (names: string[]) => string[], blank: string): string {
  if (Array.isArray(value)) return `[${value.map((each) => respelled(each, order, blank)).join(`,${blank}`)}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = order(Object.keys(value)).map(
    (name) => `${JSON.stringify(name)}:${blank}${respelled(value[name]!, order, blank)}`,
  );
  return `{${members.join(`,${blank}`)}}`;
}

/** One entry with this text for a member, however it is spelled, hashed over just that; those behind it chained to it. */
function forged({ entries, random }: Given, member: keyof LedgerEntry, text: string): string {
  const n = random.below(entries.length);
  const texts = Object.fromEntries(Object.entries(entries[n]!).map(([name, value]) => [name, canonical(value)]));
  texts[member] = text;
  const names = ['at', 'body', 'by', 'key', 'kind', 'prev', 'seq'];
  const hash = sha256(`{${names.map((name) => `"${name}":${texts[name]}`).join(',')}}`);
  const order = ['seq', 'at', 'by', 'kind', 'key', 'body', 'prev'];
  const line = `{${order.map((name) => `"${name}":${texts[name]}`).join(',')},"hash":"${hash}"}`;
  const rest = chained([...entries.slice(0, n), { ...entries[n]!, hash }, ...entries.slice(n + 1)], n + 1).slice(n + 1);
  return `${textOf(entries.slice(0, n))}${line}\n${textOf(rest)}`;
}

function bytesOf({ lines }: Given): Buffer {
  return Buffer.from(file(lines));
}

/** Of an entry's number or one in its body. */
const numberIn = ({ random }: Given): RegExp => random.pick([/(?<="seq":)\d+/, /(?<="scan":)\d+/]);

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

export const tampers: Record<string, Tamper> = {
  'a member edited': {
    alone: true,
    of: (given) => {
      const n = given.random.below(given.entries.length);
      return textOf(given.entries.with(n, changed(given, n)));
    },
  },
  'a hash or number edited': {
    alone: true,
    of: (given) =>
      replaced(given, given.random.pick([/(?<="prev":")\w/, /(?<="hash":")\w/, /(?<="seq":)\d/]), (digit) =>
        digit === '7' ? '8' : '7',
      ),
  },
  'a word replaced': {
    alone: true,
    of: (given) => replaced(given, /approved|rejected|discarded|sent_as_is/, (word) => `${word.slice(1)}${word[0]}`),
  },
  'an entry edited and hashed anew': {
    alone: true,
    of: (given) => {
      // The last one would be a fork.
      const n = given.random.below(given.entries.length - 1);
      const entry = changed(given, n);
      return textOf(given.entries.with(n, { ...entry, hash: entryHash(entry, sha256) }));
    },
  },
  'lines deleted': {
    alone: true,
    of: ({ lines, random }) => {
      const from = random.below(lines.length - 1);
      return file(lines.toSpliced(from, 1 + random.below(lines.length - 1 - from)));
    },
  },
  'an entry deleted, the rest numbered anew': {
    alone: true,
    of: ({ entries, random }) => {
      const left = entries.toSpliced(random.below(entries.length - 1), 1);
      return textOf(left.map((entry, n) => ({ ...entry, seq: n + 1 })));
    },
  },
  'lines in another order': {
    alone: true,
    of: ({ lines, random }) => {
      const from = random.below(lines.length - 1);
      const to = from + 2 + random.below(lines.length - from - 1);
      const part = lines.slice(from, to);
      const moved = random.pick([
        part.toReversed(),
        [...part.slice(1), part[0]!],
        [part.at(-1)!, ...part.slice(0, -1)],
      ]);
      return file([...lines.slice(0, from), ...moved, ...lines.slice(to)]);
    },
  },
  'lines twice': {
    alone: true,
    of: ({ lines, random }) => {
      const from = random.below(lines.length);
      const part = lines.slice(from, from + 1 + random.below(3));
      return file(lines.toSpliced(from + random.pick([0, part.length]), 0, ...part));
    },
  },
  'a line of another ledger': {
    alone: true,
    of: (given) => {
      const n = given.random.below(given.lines.length);
      const other = textOf([madeEntry(n + 1, sha256('another'), { body: randomBody(given.random) })]).trimEnd();
      return file(given.lines.toSpliced(n, given.random.below(2), other));
    },
  },
  'two ledgers in one file': {
    alone: true,
    of: ({ lines, random }) => file([...lines, ...lines.slice(0, 1 + random.below(lines.length))]),
  },
  'cut after a line': {
    alone: false,
    of: ({ lines, random }) => file(lines.slice(0, random.below(lines.length))),
  },
  'cut within a line': {
    alone: true,
    of: (given) => {
      const bytes = bytesOf(given);
      const cuts = [...bytes.keys()].filter((at) => at > 0 && bytes[at - 1] !== 10);
      return bytes.subarray(0, given.random.pick(cuts));
    },
  },
  'a fork: an entry changed': {
    alone: false,
    of: (given) => {
      const n = given.random.below(given.entries.length);
      return textOf(chained(given.entries.with(n, changed(given, n)), n));
    },
  },
  'a fork: entries left out': {
    alone: false,
    of: ({ entries, random }) => {
      const n = random.below(entries.length - 1);
      return textOf(chained(entries.toSpliced(n, 1 + random.below(2)), n));
    },
  },
  'a fork: an entry put in': {
    alone: false,
    of: ({ entries, random }) => {
      const n = random.below(entries.length + 1);
      const entry = madeEntry(n + 1, ledgerStart, { body: randomBody(random) });
      // At the end it would be an honest one.
      return textOf(
        chained(entries.toSpliced(Math.min(n, entries.length - 1), 0, entry), Math.min(n, entries.length - 1)),
      );
    },
  },
  'another ledger altogether': {
    alone: false,
    of: ({ entries }) => textOf(madeEntries(entries.length + 1, { by: 'else@seller.test' })),
  },
  'names in another order': {
    alone: true,
    of: (given) =>
      withLine(given, (line) => {
        const order = given.random.pick([
          (names: string[]) => names.toReversed(),
          (names: string[]) => names.toSorted(),
          (names: string[]) => [...names.slice(1), names[0]!],
        ]);
        return respelled(JSON.parse(line), (names) => (names.length > 1 ? order(names) : names), '');
      }),
  },
  blanks: {
    alone: true,
    of: (given) => {
      const { random } = given;
      const blank = random.pick([' ', '  ', '\t', '\r', '\u00a0', '\v', '\u2028']);
      return withLine(given, (line) =>
        random.pick([
          () => respelled(JSON.parse(line), (names) => names, blank),
          () => blank + line,
          () => line + blank,
          () => line.replace(':', `${blank}:`),
          () => line.replace('{', `{${blank}`),
        ])(),
      );
    },
  },
  'blank lines': {
    alone: true,
    of: ({ lines, random }) =>
      file(lines.toSpliced(random.below(lines.length + 1), 0, random.pick(['', ' ', '\r', '#', '{}', 'null', '[]']))),
  },
  'CR LF': {
    alone: true,
    of: (given) =>
      either(
        given,
        () => file(given.lines).replaceAll('\n', '\r\n'),
        () => withLine(given, (line) => `${line}\r`),
      ),
  },
  'CR for LF': { alone: true, of: ({ lines }) => lines.map((line) => `${line}\r`).join('') },
  'a byte order mark': {
    alone: true,
    of: (given) =>
      either(
        given,
        () => `\ufeff${file(given.lines)}`,
        () => withLine(given, (line) => `\ufeff${line}`),
      ),
  },
  'UTF-16': {
    alone: true,
    of: (given) => {
      const bytes = Buffer.from(file(given.lines), 'utf16le');
      return given.random.below(2) === 0 ? bytes : Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]);
    },
  },
  'escapes that say the same': {
    alone: true,
    of: (given) =>
      replaced(
        given,
        given.random.pick([/[a-z]/, /[@/<>]/, /[\u0080-\uffff]/, /decision/]),
        (found) => `${escaped(found)}${found.slice(1)}`,
      ),
  },
  'a letter spelled another way': {
    alone: true,
    of: (given) =>
      replaced(given, given.random.pick([/[éüßö]/, /(?<=")a/]), (letter) =>
        given.random.pick([letter.normalize('NFD'), '\u0430', `${letter}\u200b`, letter.toUpperCase(), '\ufffd', '']),
      ),
  },
  'bytes that are no UTF-8': {
    alone: true,
    of: (given) => {
      const bytes = bytesOf(given);
      const bad = given.random.pick([[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x80]]);
      const at = bytes.indexOf('"by":"', given.random.below(bytes.length / 2)) + 6;
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(bad), bytes.subarray(at)]);
    },
  },
  'a number spelled another way': {
    alone: true,
    of: (given) =>
      replaced(given, numberIn(given), (number) =>
        given.random.pick([
          `${number}.0`,
          `${number}e0`,
          `${number}E+0`,
          `0${number}`,
          `-${number}`,
          `+${number}`,
          `"${number}"`,
          `${number}.`,
          `0x${number}`,
          `${number}n`,
          `1_${number}`,
        ]),
      ),
  },
  'a huge number': {
    alone: true,
    of: (given) =>
      replaced(given, numberIn(given), () =>
        given.random.pick([
          '9007199254740992',
          '9007199254740993',
          '-9007199254740992',
          '18446744073709551616',
          '1e308',
          '1e999',
          '-1e999',
          '9'.repeat(400),
          '9'.repeat(5_000),
          'NaN',
          'Infinity',
          '-Infinity',
        ]),
      ),
  },
  'a name twice': {
    alone: true,
    of: (given) =>
      replaced(
        given,
        given.random.pick([/"seq":\d+/, /"kind":"\w+"/, /"crm":"\w+"/, /"hash":"\w+"/, /"deal":"\w+"/]),
        (member) => {
          const other = member.replace(/\w"?$/, (end) => (end.length > 1 ? 'x"' : '9'));
          return given.random.pick([`${member},${member}`, `${other},${member}`, `${member},${other}`]);
        },
      ),
  },
  'a member more or less': {
    alone: true,
    of: (given) =>
      given.random.below(2) === 0
        ? replaced(given, /"(?:at|by|kind|key|prev)":"[^"]*",/, (member) =>
            given.random.pick(['', `${member}"note":1,`, `"":"",${member}`, `"__proto__":{},${member}`]),
          )
        : replaced(given, /(?<="(?:seq|at|by|kind|key|prev|hash)":)(?:"[^"]*"|\d+)/, () =>
            given.random.pick(['null', 'true', '[]', '{}', '0', '""', '[1]']),
          ),
  },
  'a body that no ledger writes, hashed and chained as it stands': {
    alone: true,
    of: (given) => forged(given, 'body', given.random.pick(bodyTexts)),
  },
  'a member that no ledger writes, hashed and chained as it stands': {
    alone: true,
    of: (given) => {
      const [member, text] = given.random.pick(memberTexts);
      return forged(given, member, text);
    },
  },
  'bytes changed': {
    alone: true,
    of: (given) => {
      const bytes = bytesOf(given);
      for (let times = 1 + given.random.below(3); times > 0; times--)
        bytes[given.random.below(bytes.length)]! ^= 1 << given.random.below(8);
      return bytes;
    },
  },
  'bytes put in': {
    alone: true,
    of: (given) => {
      const bytes = bytesOf(given);
      // Before the last LF: behind it, it could be a line of its own only.
      const at = given.random.below(bytes.length);
      const more = Array.from({ length: 1 + given.random.below(4) }, () => given.random.below(256));
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(more), bytes.subarray(at)]);
    },
  },
  'bytes taken out': {
    alone: true,
    of: (given) => {
      const bytes = bytesOf(given);
      const at = given.random.below(bytes.length - 1);
      return Buffer.concat([
        bytes.subarray(0, at),
        bytes.subarray(Math.min(at + 1 + given.random.below(4), bytes.length - 1)),
      ]);
    },
  },
};

function either<T>({ random }: Given, one: () => T, other: () => T): T {
  return random.below(2) === 0 ? one() : other();
}
