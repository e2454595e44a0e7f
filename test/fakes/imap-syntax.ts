/**
 * The grammar of IMAP4rev1 commands (RFC 3501 section 9) for the demo's server: what a client sends as tokens, and what we
 * answer as wire text. Wire text is kept in "latin1" strings throughout, one character a byte, so that mail is passed on unchanged.
 */

/** One argument of a command. `text` holds bytes as latin1. */
export type Token =
  | { kind: 'atom'; text: string }
  | { kind: 'string'; text: string }
  | { kind: 'list'; items: Token[] };

/** The command cannot be understood: answered with BAD. */
export class BadCommand extends Error {}

/** The command was understood and refused: answered with NO, with a response code where there is one. */
export class Refused extends Error {
  readonly code: string | null;
  constructor(message: string, code: string | null = null) {
    super(message);
    this.code = code;
  }
}

/** A literal announced at the end of a line: `{12}`, or `{12+}` where the client does not wait for us. */
const announcement = /\{(\d{1,9})(\+?)\}$/;
const longestLine = 64 * 1024;
const longestLiteral = 32 * 1024 * 1024;

/** Cuts the bytes of a connection into commands, literals included. */
export class CommandReader {
  #bytes: Buffer = Buffer.alloc(0);
  /** Up to where the current command is already known to be complete. */
  #known = 0;
  #acknowledged = -1;
  readonly #proceed: () => void;

  /** `proceed` tells the client to send the literal it announced. */
  constructor(proceed: () => void) {
    this.#proceed = proceed;
  }

  add(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
  }

  /** The next whole command without its line end, or null until more arrives. */
  next(): string | null {
    for (;;) {
      const end = this.#bytes.indexOf('\r\n', this.#known);
      if (end < 0) {
        if (this.#bytes.length - this.#known > longestLine) throw new BadCommand('Line too long');
        return null;
      }
      const announced = announcement.exec(this.#bytes.toString('latin1', this.#known, end));
      if (!announced) {
        const command = this.#bytes.toString('latin1', 0, end);
        this.#bytes = this.#bytes.subarray(end + 2);
        this.#known = 0;
        this.#acknowledged = -1;
        return command;
      }
      const size = Number(announced[1]);
      if (size > longestLiteral) throw new BadCommand('Literal too large');
      if (announced[2] === '' && this.#acknowledged !== end) {
        this.#acknowledged = end;
        this.#proceed();
      }
      if (this.#bytes.length < end + 2 + size) return null;
      this.#known = end + 2 + size;
    }
  }
}

/** Splits a whole command into tag, name and arguments. */
export function parseCommand(wire: string): { tag: string; name: string; args: Token[] } {
  const head = /^([^\s(){%*"\\+\]]+) ([A-Za-z-]+)(?: |$)/.exec(wire);
  if (!head) throw new BadCommand('A command is a tag, a name and arguments');
  const reader = new TokenReader(wire, head[0].length);
  return { tag: head[1]!, name: head[2]!.toUpperCase(), args: reader.all() };
}

class TokenReader {
  readonly #wire: string;
  #at: number;

  constructor(wire: string, at: number) {
    this.#wire = wire;
    this.#at = at;
  }

  all(): Token[] {
    if (this.#at >= this.#wire.length) return [];
    const tokens = this.#spaced(() => this.#at >= this.#wire.length);
    return tokens;
  }

  #spaced(atEnd: () => boolean): Token[] {
    const tokens: Token[] = [];
    while (!atEnd()) {
      if (tokens.length > 0) {
        // `SEARCH OR (SEEN)(DRAFT)` is wrong by the grammar; a strict server finds the client's mistake.
        if (this.#wire[this.#at] !== ' ') throw new BadCommand('Arguments are separated by one space');
        this.#at++;
      }
      tokens.push(this.#token());
    }
    return tokens;
  }

  #token(): Token {
    const char = this.#wire[this.#at];
    if (char === undefined) throw new BadCommand('Unexpected end of the command');
    if (char === '(') return this.#list();
    if (char === '"') return this.#quoted();
    if (char === '{') return this.#literal();
    return this.#atom();
  }

  #list(): Token {
    this.#at++;
    const items = this.#spaced(() => this.#at >= this.#wire.length || this.#wire[this.#at] === ')');
    if (this.#wire[this.#at] !== ')') throw new BadCommand('A parenthesis is not closed');
    this.#at++;
    return { kind: 'list', items };
  }

  #quoted(): Token {
    const match = /"((?:[^"\\\r\n]|\\["\\])*)"/y;
    match.lastIndex = this.#at;
    const found = match.exec(this.#wire);
    if (!found) throw new BadCommand('A quoted string is not closed');
    this.#at = match.lastIndex;
    return { kind: 'string', text: found[1]!.replace(/\\(.)/g, '$1') };
  }

  #literal(): Token {
    const match = /\{(\d+)\+?\}\r\n/y;
    match.lastIndex = this.#at;
    const found = match.exec(this.#wire);
    if (!found) throw new BadCommand('Not a literal');
    const start = match.lastIndex;
    this.#at = start + Number(found[1]);
    return { kind: 'string', text: this.#wire.slice(start, this.#at) };
  }

  /** An atom, a flag, a sequence set, or a fetch item whose section may hold spaces: `BODY.PEEK[HEADER.FIELDS (TO CC)]<0.99>`. */
  #atom(): Token {
    const match = /(?:[^\s(){"[\]\x00-\x1f\x7f]|\[[^\]\r\n]*\])+/y;
    match.lastIndex = this.#at;
    const found = match.exec(this.#wire);
    if (!found) throw new BadCommand('Unexpected character');
    this.#at = match.lastIndex;
    return { kind: 'atom', text: found[0] };
  }
}

/** The text of an atom or string argument. */
export function textOf(token: Token | undefined, what: string): string {
  if (!token || token.kind === 'list') throw new BadCommand(`${what} expected`);
  return token.text;
}

/** The items of a parenthesised argument. */
export function listOf(token: Token | undefined, what: string): Token[] {
  if (token?.kind !== 'list') throw new BadCommand(`${what} expected in parentheses`);
  return token.items;
}

/** A set such as `1:3,7,9:*` as a test. `last` is the number that `*` stands for. */
export function parseSet(text: string, last: number): (value: number) => boolean {
  const ranges = text.split(',').map((part) => {
    const match = /^(\*|[1-9]\d{0,9})(?::(\*|[1-9]\d{0,9}))?$/.exec(part);
    if (!match) throw new BadCommand('Not a set of message numbers');
    const [from, to] = [match[1]!, match[2] ?? match[1]!].map((end) => (end === '*' ? last : Number(end)));
    return from! <= to! ? [from!, to!] : [to!, from!];
  });
  return (value) => ranges.some(([from, to]) => value >= from! && value <= to!);
}

/** Whether an argument has the shape of a set of message numbers. */
export function isSet(text: string): boolean {
  return /^[\d*][\d*:,]*$/.test(text);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A `date` of SEARCH, such as `5-Nov-2026`, as YYYY-MM-DD: civil dates compare as text. */
export function parseCivilDate(text: string): string {
  const match = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(text);
  const month = match ? months.indexOf(match[2]!.toLowerCase()) : -1;
  if (!match || month < 0) throw new BadCommand('Not a date');
  return `${match[3]}-${String(month + 1).padStart(2, '0')}-${match[1]!.padStart(2, '0')}`;
}

/** A `date-time` of APPEND, such as `" 5-Nov-2026 09:30:00 +0100"`. */
export function parseInstant(text: string): Date {
  const match = /^([ \d]\d-[A-Za-z]{3}-\d{4}) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/.exec(text);
  const instant = match ? new Date(`${parseCivilDate(match[1]!.trim())}T${match[2]}${match[3]}:${match[4]}`) : null;
  if (!instant || Number.isNaN(instant.getTime())) throw new BadCommand('Not a date and time');
  return instant;
}

/** INTERNALDATE as it is answered, in UTC. */
export function formatInstant(date: Date): string {
  const [, day, month, year, time] = /^\w+, (\d\d) (\w+) (\d+) ([\d:]+)/.exec(date.toUTCString())!;
  return `"${day}-${month}-${year} ${time} +0000"`;
}

/** An nstring: NIL, quoted where that can hold it, a literal otherwise. */
export function nstring(text: string | null): string {
  if (text === null) return 'NIL';
  if (text.length < 1000 && /^[\x20-\x7e]*$/.test(text)) return `"${text.replace(/["\\]/g, '\\$&')}"`;
  return literal(text);
}

/** Bytes as a literal. */
export function literal(text: string): string {
  return `{${text.length}}\r\n${text}`;
}
