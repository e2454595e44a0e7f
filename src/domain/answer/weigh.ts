/** Commands of a sentence weighed against what stands beside them. */
import { effectOf, type Scene } from './beside.ts';
import type { Edge } from './edges.ts';
import { type Heard, nothing, type Said } from './heard.ts';
import type { Part } from './parts.ts';
import { has } from './phrases.ts';
import { asks, daysOf, namedIn } from './unclear.ts';

export function weigh(parts: readonly Part[], scene: Scene): Heard {
  const { words, edges, context } = scene;
  if (parts.every(({ commands }) => commands === null)) {
    const unclear =
      parts.some((part) => part.commands === null && (part.several || partAsks(part, scene))) ||
      asks(words, edges, context, false);
    return {
      ...nothing,
      unclear,
      touched: unclear ? namedIn(edges, 0, words.length, context) : [],
      beside: spokenOf(parts, scene),
    };
  }
  const said: Said[][] = parts.map(({ commands }) => (commands ?? []).map((command) => ({ command, reason: null })));
  const spoiled = new Set<number>();
  let unclear = false;
  for (const [index, part] of parts.entries()) {
    if (part.commands) continue;
    const before = lastCommands(said, index);
    const chosen = before >= 0 && said[before]!.at(-1)?.command.wish === 'choose';
    const effect = part.several
      ? 'unclear'
      : effectOf(part, before >= 0 ? said[before]!.at(-1)?.command : undefined, parts[index + 1], scene);
    if (effect === 'spoils' || (effect === 'unclear' && chosen)) {
      unclear = true;
      for (const near of [lastCommands(said, index), index + 1])
        if (near >= 0 && near < parts.length) spoiled.add(near);
    } else if (effect === 'unclear') unclear = true;
    else if (effect === 'reason') giveReason(parts, said, index, scene);
  }
  // "Out of office: back Jan 4".
  if (
    words.some((_, at) => has('absence', words, at) > 0) &&
    !said.flat().some(({ command }) => command.refs.length > 0 || command.wish === 'pause') &&
    !(isBack(words, edges) && said.flat().some(({ command }) => command.wish === 'resume'))
  )
    return nothing;
  const lost = [...spoiled].flatMap((index) =>
    parts[index]?.commands ? namedIn(edges, parts[index]!.from, parts[index]!.to, context) : [],
  );
  const loose = unclear
    ? parts.flatMap((part) => (part.commands ? [] : namedIn(edges, part.from, part.to, context)))
    : [];
  return {
    said: said.flatMap((each, index) => (spoiled.has(index) ? [] : each)),
    unclear,
    touched: [...lost, ...loose],
    beside: spokenOf(parts, scene),
  };
}

/** "Back at my desk, please resume": here and now. */
const isBack = (words: readonly string[], edges: readonly Edge[][]): boolean =>
  words.some((word) => /^(?:back|wieder|zuruck|retour|vuelta|volvi)$/.test(word)) &&
  !words.some((word) => ahead.test(word)) &&
  !edges.some((here) => here.some(({ kind }) => kind === 'day'));
const ahead =
  /^(?:will|ll|be|when|once|until|till|if|werde|wird|wenn|sobald|bis|ab|erst|serai|quand|jusqu|estare|cuando|hasta)$/;

/** Items whose number or name stands in words that are no command. */
const spokenOf = (parts: readonly Part[], { words, edges, context }: Scene): number[] => {
  const inDays = daysOf(edges);
  return parts.flatMap(({ from, to, commands }) =>
    commands
      ? []
      : [
          ...namedIn(edges, from, to, context),
          ...words
            .slice(from, to)
            .flatMap((word, at) => (/^\d+$/.test(word) && !inDays.has(from + at) ? [Number(word)] : [])),
        ],
  );
};

function partAsks({ from, to }: Part, { words, edges, context }: Scene): boolean {
  const inDays = daysOf(edges);
  const own = edges.slice(from, to).map((here, index) =>
    here.flatMap((edge) => {
      if (edge.to > to || (edge.kind === 'ref' && inDays.has(from + index))) return [];
      return { ...edge, to: edge.to - from };
    }),
  );
  return asks(words.slice(from, to), own, context, false);
}

function lastCommands(said: readonly Said[][], before: number): number {
  for (let at = before - 1; at >= 0; at--) if (said[at]!.length > 0) return at;
  return -1;
}

function giveReason(
  parts: readonly Part[],
  said: readonly Said[][],
  index: number,
  { tokens, words, line }: Scene,
): void {
  const part = parts[index]!;
  const forward = part.commands === null && lastCommands(said, index) < 0;
  const target = forward ? said[index + 1]?.[0] : said[lastCommands(said, index)]?.at(-1);
  if (!target) return;
  const from = part.from + has('because', words, part.from);
  if (from >= part.to) return;
  const text = line.slice(tokens[from]!.start, tokens[part.to - 1]!.end).trim();
  if (text !== '') target.reason = target.reason === null ? text : `${target.reason}, ${text}`;
}
