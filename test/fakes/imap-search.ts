/** SEARCH (RFC 3501 section 6.4.4): its keys as a test on one mail. */
import { decodedFields, decodedText, decodeHeader, type Part } from './imap-message.ts';
import { type StoredMail, spelledFlag } from './imap-store.ts';
import { BadCommand, isSet, parseCivilDate, parseSet, Refused, type Token, textOf } from './imap-syntax.ts';

/** A mail with the number it has in this connection. */
export interface Numbered {
  mail: StoredMail;
  seq: number;
}
type Test = (numbered: Numbered) => boolean;

/** What `*` stands for. */
interface Last {
  seq: number;
  uid: number;
}

const flagKeys: Record<string, [flag: string, wanted: boolean]> = {
  ANSWERED: ['\\Answered', true],
  DELETED: ['\\Deleted', true],
  DRAFT: ['\\Draft', true],
  FLAGGED: ['\\Flagged', true],
  SEEN: ['\\Seen', true],
  UNANSWERED: ['\\Answered', false],
  UNDELETED: ['\\Deleted', false],
  UNDRAFT: ['\\Draft', false],
  UNFLAGGED: ['\\Flagged', false],
  UNSEEN: ['\\Seen', false],
};

/** Compiles the arguments of SEARCH. Several keys mean "and". */
export function compileSearch(args: Token[], last: Last): Test {
  const keys = [...args];
  if (keys[0]?.kind === 'atom' && keys[0].text.toUpperCase() === 'CHARSET') {
    keys.shift();
    const charset = textOf(keys.shift(), 'A character set');
    if (!/^(utf-8|us-ascii)$/i.test(charset)) throw new Refused('Unknown character set', 'BADCHARSET (UTF-8)');
  }
  if (keys.length === 0) throw new BadCommand('A search key expected');
  return all(keys, last);
}

function all(keys: Token[], last: Last): Test {
  const tests: Test[] = [];
  while (keys.length > 0) tests.push(oneKey(keys, last));
  return (numbered) => tests.every((test) => test(numbered));
}

/** Takes one key and its arguments off the front of `keys`. */
function oneKey(keys: Token[], last: Last): Test {
  const token = keys.shift();
  if (!token) throw new BadCommand('A search key expected');
  if (token.kind === 'list') {
    if (token.items.length === 0) throw new BadCommand('Empty parentheses');
    return all([...token.items], last);
  }
  if (token.kind === 'string') throw new BadCommand('A search key is not a string');
  const key = token.text.toUpperCase();
  const argument = () => textOf(keys.shift(), `An argument of ${key}`);

  const flag = flagKeys[key];
  if (flag) return ({ mail }) => mail.flags.has(flag[0]) === flag[1];
  if (isSet(key)) {
    const inside = parseSet(key, last.seq);
    return ({ seq }) => inside(seq);
  }
  switch (key) {
    case 'ALL':
    // No mail is ever \Recent here: each connection would otherwise have to be told a different story.
    case 'OLD':
      return () => true;
    case 'NEW':
    case 'RECENT':
      return () => false;
    case 'UID': {
      const inside = parseSet(argument(), last.uid);
      return ({ mail }) => inside(mail.uid);
    }
    case 'KEYWORD':
    case 'UNKEYWORD': {
      const keyword = spelledFlag(argument()).toLowerCase();
      return ({ mail }) => [...mail.flags].some((each) => each.toLowerCase() === keyword) === (key === 'KEYWORD');
    }
    case 'NOT': {
      const test = oneKey(keys, last);
      return (numbered) => !test(numbered);
    }
    case 'OR': {
      const [left, right] = [oneKey(keys, last), oneKey(keys, last)];
      return (numbered) => left(numbered) || right(numbered);
    }
    case 'FROM':
    case 'TO':
    case 'CC':
    case 'BCC':
    case 'SUBJECT':
      return header(key, argument());
    case 'HEADER':
      return header(argument(), argument());
    case 'BODY': {
      const wanted = folded(argument());
      return ({ mail }) => decodedText(mail.parsed).toLowerCase().includes(wanted);
    }
    case 'TEXT': {
      const wanted = folded(argument());
      return ({ mail }) => {
        const text = `${decodedFields(mail.parsed)}\n${decodedText(mail.parsed, true)}`;
        return text.toLowerCase().includes(wanted);
      };
    }
    case 'LARGER':
    case 'SMALLER': {
      const size = Number(argument());
      if (!Number.isInteger(size)) throw new BadCommand('Not a number');
      return ({ mail }) => (key === 'LARGER' ? mail.raw.length > size : mail.raw.length < size);
    }
    case 'BEFORE':
    case 'ON':
    case 'SINCE':
      return day(key, argument(), (mail) => mail.date.toISOString().slice(0, 10));
    case 'SENTBEFORE':
    case 'SENTON':
    case 'SENTSINCE':
      return day(key.slice(4), argument(), (mail) => sentDay(mail.parsed));
    default:
      throw new BadCommand(`Unknown search key ${key}`);
  }
}

/** Wire bytes as text for comparison: case does not matter in SEARCH. */
function folded(wire: string): string {
  return Buffer.from(wire, 'latin1').toString('utf8').toLowerCase();
}

/** An empty `wanted` asks whether the field is there at all. */
function header(name: string, value: string): Test {
  const field = name.toLowerCase();
  const wanted = folded(value);
  return ({ mail }) =>
    mail.parsed.fields.some((each) => each.name === field && decodeHeader(each.value).toLowerCase().includes(wanted));
}

/** Dates are compared as days, without time and zone (RFC 3501 section 6.4.4). */
function day(key: string, argument: string, of: (mail: StoredMail) => string | null): Test {
  const wanted = parseCivilDate(argument);
  return ({ mail }) => {
    const here = of(mail);
    if (here === null) return false;
    if (key === 'BEFORE') return here < wanted;
    return key === 'ON' ? here === wanted : here >= wanted;
  };
}

/** The day in the Date header, in the sender's own zone. */
function sentDay(mail: Part): string | null {
  const value = mail.fields.find((field) => field.name === 'date')?.value ?? '';
  const match = /(\d{1,2}) ([A-Za-z]{3}) (\d{4})/.exec(value);
  return match ? parseCivilDate(`${match[1]}-${match[2]}-${match[3]}`) : null;
}
