/**
 * What the rep wrote in a reply. It ends at the first line that is somebody else's: quoted, forwarded, or the head of a quote in any language. What
 * plainly stands below a marked quote was written too, yet nobody can tell to what it answers, and a quote may lose its mark on the way: it is only
 * looked at to ask back, and never carried out, even where nothing stands above.
 */
import { newText } from '../new-text.ts';
import { fold } from '../reading/fold.ts';
import {
  isAttribution,
  isBareHead,
  isDivider,
  isForward,
  isHeaderBlock,
  isLooseHead,
  isMarked,
  isNameAndDay,
  leadsOver,
  mayStartAttribution,
  startsAttribution,
} from './heads.ts';
import type { Item } from './items.ts';
import { wordsIn } from './phrases.ts';
import { reportedFrom } from './reported.ts';
import { plainLine } from './tokens.ts';

export interface Written {
  /** Lines of the rep's own, above anything quoted. */
  lines: string[];
  /** Lines between or below quoted ones that may be the rep's, each with the number of the item quoted last above it. */
  below: { line: string; under: number | null }[];
  /** The text went on beyond what is looked at, and no quote had begun. */
  cut: boolean;
}

/** Characters looked at: nobody answers a summary at greater length. */
export const longestAnswer = 65_536;

/** Text of an item that a person might write by chance is no sign of a quote. */
const shortestItem = 15;

export function writtenIn(text: string, items: readonly Item[]): Written {
  const lines = text
    .slice(0, longestAnswer)
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .split('\n')
    .map(plainLine);
  const listed = new Set(
    items.map(({ text: shown }) => squeezed(shown)).filter((shown) => shown.length >= shortestItem),
  );
  const firm = lines.findIndex((_, at) => beginsQuote(lines, at, listed));
  const loose = looseHeadIn(lines.slice(0, firm < 0 ? lines.length : firm), dealsIn(items));
  const start = loose < 0 ? firm : loose;
  const above = start < 0 ? lines : lines.slice(0, headStart(lines, start));
  const own = unsigned(newText(above.join('\n')).split('\n'));
  const apart = flowed(own).map((line) => ({ line, end: reportedFrom(line) }));
  const empty = own.every((line) => line === '');
  return {
    lines: apart.map(({ line, end }) => line.slice(0, end)),
    below: [
      ...[
        ...apart.flatMap(({ line, end }) => (end < line.length ? [line.slice(end)] : [])),
        ...(loose >= 0 ? looselyBelow(lines.slice(loose, firm < 0 ? lines.length : firm)) : []),
      ].map((line) => ({ line, under: null })),
      ...(firm < 0 ? [] : between(lines, firm, listed, empty && loose < 0)),
    ],
    cut: start < 0 && text.length > longestAnswer,
  };
}

/** The first head of a person's own making, or the first line below one of the rep's own that leads over to it. */
function looseHeadIn(lines: readonly string[], deals: ReadonlySet<string>): number {
  let leads = false;
  return lines.findIndex((line) => {
    if (line === '') return false;
    if (leads || isLooseHead(line)) return true;
    if (isNameAndDay(line) && !wordsIn(line).some((word) => deals.has(word))) return true;
    leads = leadsOver(line);
    return false;
  });
}

const dealsIn = (items: readonly Item[]): ReadonlySet<string> =>
  new Set(items.flatMap(({ deal }) => wordsIn(deal ?? '')));

/** Commands are short: what decides something below a loose head is found among these. */
const shortLine = 60;

/** A head that may be an answer after all: it has a number that is no hour, or a quotation begins in it. */
const mayDecide = (line: string): boolean => /^["“„«]./u.test(line) || (/\d/.test(line) && !/\d:\d\d/.test(line));

function looselyBelow(lines: readonly string[]): string[] {
  if (isForward(lines[0]!)) return [];
  return lines.filter((line, at) => line.length <= shortLine && (at > 0 || mayDecide(line)) && !isMarked(line));
}

const squeezed = (line: string): string =>
  fold(line)
    .replace(/^[\s\d.):#*-]+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

function beginsQuote(lines: readonly string[], at: number, listed: ReadonlySet<string>): boolean {
  const line = lines[at]!;
  if (line === '') return false;
  if (isMarked(line) || isDivider(line) || isAttribution(line) || isHeaderBlock(lines, at)) return true;
  if (line.length >= shortestItem && line.length < 2_000 && listed.has(squeezed(line))) return true;
  const [second = '', third = ''] = lines.slice(at + 1, at + 3);
  if (isBareHead(line, second)) return true;
  // Wrapped once or twice; where a head begins on the next line, it is found there.
  if (second === '' || isMarked(second) || !mayStartAttribution(line) || isAttribution(second)) return false;
  if (isAttribution(`${line} ${second}`)) return true;
  if (third === '' || isMarked(third) || isAttribution(third) || isAttribution(`${second} ${third}`)) return false;
  return isAttribution(`${line} ${second} ${third}`);
}

/** The head of a quote begins on an earlier line where it was wrapped. */
function headStart(lines: readonly string[], start: number): number {
  let at = start;
  while (
    at > 0 &&
    start - at < 2 &&
    lines[at - 1] !== '' &&
    isAttribution(lines[start]!) &&
    startsAttribution(lines[at - 1]!)
  )
    at -= 1;
  return at;
}

/** What a phone or a mail program puts below by itself. */
const device =
  /^(?:\p{L}+[\s'’]){0,6}(?:sent|gesendet|envoy[ée]e?|enviado|inviato|verzonden|skickat|wysłane|get|holen|hol dir|laden|télécharge[rz]?|obtenir|obtener|obtén|descarga|scarica|download|diese nachricht|yahoo mail|from my|von meinem|von unterwegs|desde mi|depuis mon|de mon|dictated|diktiert|dicté|dictado)\b.{0,100}(?:iphone|ipad|android|samsung|galaxy|huawei|xiaomi|pixel|blackberry|yahoo|aol|proton|gmx|web\.de|mobile|mobil|handy|smartphone|telefon|phone|m[óo]vil|t[ée]l[ée]phone|portable|ios|mail app|unterwegs|tablet|thunderbird|watch|siri)/iu;

function unsigned(lines: readonly string[]): string[] {
  const at = lines.findIndex((line) => line.length <= 200 && (device.test(line) || /^(?:-{2,3}|—|–{2})$/.test(line)));
  return at < 0 ? [...lines] : lines.slice(0, at);
}

/** A mail program wraps lines at about this width. */
const wrapped = 60;
/** No mail program wraps a line to which the next word would still have gone. */
const narrowest = 68;

/** Lines that a mail program has wrapped, in one again. */
function flowed(lines: readonly string[]): string[] {
  const found: string[] = [];
  let [long, last] = [false, 0];
  for (const line of lines) {
    const full = last + 1 + line.split(' ', 1)[0]!.length > narrowest;
    if (long && full && /^\p{Ll}/u.test(line) && found.at(-1)!.length < 2_000) found[found.length - 1] += ` ${line}`;
    else found.push(line);
    long = line.length >= wrapped;
    last = line.length;
  }
  return found;
}

/** Lines of nobody's between marked ones; below an unmarked quote only where nothing stands above and nothing was passed on. */
function between(
  lines: readonly string[],
  start: number,
  listed: ReadonlySet<string>,
  empty: boolean,
): Written['below'] {
  // The summary has lines of its own beside its items: without marks, and with an answer above, all of it is the quote's.
  const marked = lines.findIndex(
    (line, at) => at >= start && (isMarked(line) || (empty && line !== '' && listed.has(squeezed(line)))),
  );
  if (lines.slice(start, start + 8).some(isForward)) return [];
  if (marked < 0 && !empty) return [];
  const from = marked < 0 ? start + 1 : marked + 1;
  const runs: { lines: string[]; under: number | null }[] = [];
  let under: number | null = null;
  for (let at = from - 1; at < lines.length; at++) {
    const line = lines[at]!;
    const n = /^(?:[>|]\s?){0,4}(\d{1,3})[.):]/.exec(line)?.[1];
    if (n !== undefined && (isMarked(line) || listed.has(squeezed(line)))) under = Number(n);
    if (at < from) continue;
    if (isMarked(line) || isTorn(lines, at) || listed.has(squeezed(line))) continue;
    if (line !== '' && beginsQuote(lines, at, listed)) {
      // A further quote without a mark: nothing below is anybody's to tell.
      if (isHeaderBlock(lines, at) || isDivider(line)) break;
      continue;
    }
    if (runs.at(-1)?.under !== under) runs.push({ lines: [], under });
    runs.at(-1)!.lines.push(line);
  }
  return runs.flatMap((run) => flowed(unsigned(run.lines)).map((line) => ({ line, under: run.under })));
}

/** The tail of a quoted line that was wrapped on its way. */
const isTorn = (lines: readonly string[], at: number): boolean =>
  lines[at] !== '' &&
  isMarked(lines[at - 1] ?? '') &&
  (lines[at - 1] ?? '').length >= wrapped &&
  isMarked(lines[at + 1] ?? '');
