/** Whether an answer, or a line of it, is meant for somebody else: a colleague who was greeted, or to whom it was passed on. */
import { has, isOurs, matchesAt, namesNobody } from './phrases.ts';
import { type Token, tokensOf } from './tokens.ts';

/** "Hi Tom,", "@Lisa", "FYI", "Sabine, kannst du …". */
export function isToSomebody(tokens: readonly Token[], names: ReadonlySet<string>): boolean {
  const words = tokens.map(({ text }) => text);
  if (words[0] === '@' && tokens[1]?.kind === 'word') return true;
  if (has('passOn', words, 0) > 0) return true;
  // "+ Marion in copy", "I put Nerea in cc"
  if (words.slice(0, 8).some((_, at) => has('copied', words, at) > 0) && tokens[0]?.kind !== 'number') return true;
  if (words.length <= 5 && words.some((word) => word === 'fyi')) return true;
  const greeting = Math.max(has('greeting', words, 0), words[0] === 'hi' || words[0] === 'hallo' ? 1 : 0);
  if (
    greeting > 0 &&
    tokens[greeting] &&
    isCapital(tokens[greeting]!) &&
    tokens[greeting + 1]?.text === ',' &&
    !namesNobody.has(tokens[greeting]!.text)
  )
    return true;
  if (greeting > 0 && titles.test(words[greeting] ?? '') && tokens[greeting + 1]?.kind === 'word') return true;
  if (greeting > 0 && isName(tokens, greeting)) {
    const after = tokens[greeting + 1];
    const end = !after || /^[,!.:\-–]$/.test(after.text) || isCapital(after) || has('request', words, greeting + 1) > 0;
    return end || isCapital(tokens[greeting]!);
  }
  // "Lisa, could you …": a name that stands alone before a comma, of nobody in the list.
  const [first, comma] = tokens;
  // "Demandez-moi" is one word.
  if (comma?.text === '-' && comma.glued) return false;
  if (!first || !/^[,\-–]$/.test(comma?.text ?? '') || !isName(tokens, 0) || !isCapital(first)) return false;
  if (names.has(first.text)) return false;
  return (
    tokens.length > 3 && (has('request', words, 2) > 0 || has('filler', words, 2) > 0 || asksSomebody.test(words[2]!))
  );
}

/** What one asks of a colleague. */
const asksSomebody =
  /^(?:echa|echale|mira|miralo|dime|puedes|ves|schau|guck|sag|siehst|regarde|jette|dis|tu|peux|take|have|look|check|see|any|do|does|what|was|que|que|kannst|weisst|sais|sabes)$/;

const titles = /^(?:mr|mrs|ms|herrn?|frau|monsieur|madame|mme|senora?|sra?)$/;

const isCapital = (token: Token): boolean => token.kind === 'word' && /^\p{Lu}/u.test(token.raw);

/** A word that is no word of ours: so it is a name. */
const isName = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.text.length < 2 || namesNobody.has(token.text)) return false;
  return matchesAt([token.text], 0).length === 0;
};

/** A name alone behind an empty line, and below it a firm, an address or a number to call. `names` are those of items. */
export function isSignature(lines: readonly string[], at: number, names: ReadonlySet<string>): boolean {
  if (lines[at - 1] !== '') return false;
  const tokens = tokensOf(lines[at]!);
  const whole =
    tokens.length >= 2 && tokens.length <= 4 && tokens.every((token) => isCapital(token) && !names.has(token.text));
  const below = lines.slice(at + 1).filter((line) => line !== '');
  return (
    whole &&
    !tokens.every(({ text }) => isOurs(text)) &&
    below.length > 0 &&
    below.length <= mostBelow &&
    below.some((line) => firm.test(line.slice(0, 200)))
  );
}
/** Lines below a name. */
const mostBelow = 8;
const firm =
  /\b(?:GmbH|AG|KG|UG|Ltd|Limited|Inc|LLC|PLC|Corp|S\.?A|S\.?L|SARL|SAS|B\.?V|Oy|AB|Tel|Phone|Mobil|Mobile|Telefon|Sales|Account|Vertrieb|Manager|Director|Executive|Leiter|Leiterin|Key)\b|@|www\.|\+\d|\d{5}|\(0\)|\b0\d{2,}|[·|•]/u;

/** What a mail server writes of a mail that it could not deliver. */
export const isBounce = (line: string): boolean =>
  /^(?:delivery (?:to|has|status|failure)|undeliver|mail delivery|message (?:not delivered|blocked)|your message (?:to|could|wasn)|address not found|unzustellbar|zustellung|ihre nachricht (?:an|konnte)|die zustellung|message non distribu|échec de la remise|non remis|no se (?:ha podido|pudo) entregar|no se puede entregar|mensaje no entregado)/iu.test(
    line,
  );
