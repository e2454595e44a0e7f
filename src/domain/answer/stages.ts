/** The stage to which an item proposes to move its deal, as words: "Acme can go to Negotiation" agrees, another stage does not. */
import type { Item } from './items.ts';
import { wordsIn } from './phrases.ts';

export interface Target {
  n: number;
  words: string[];
}

/** Text of an item beyond this tells nothing more of its stage. */
const longest = 300;
const to =
  /\s(?:to|nach|auf|a|à|en|in|vers|→|->|➔)\s+(\p{L}[\p{L}-]{1,30}(?:\s\p{Lu}[\p{L}-]{1,30}){0,2})(?=\s*(?:[?.,:;"“„«]|$|\s(?:setzen|verschieben|stellen|bewegen)\b))/u;

export const targetsOf = (items: readonly Item[]): Target[] =>
  items.flatMap(({ n, kind, text }) => {
    const stage = kind === 'stage_change' ? to.exec(text.slice(0, longest))?.[1] : undefined;
    return stage ? [{ n, words: wordsIn(stage) }] : [];
  });

/** Whose stage these words name, and where they end. */
export const targetAt = (
  words: readonly string[],
  at: number,
  targets: readonly Target[],
): { n: number; to: number }[] =>
  targets.flatMap(({ n, words: stage }) =>
    stage.every((word, next) => words[at + next] === word) ? [{ n, to: at + stage.length }] : [],
  );
