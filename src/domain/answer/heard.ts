/** What was heard of some words: the commands in them, and what they leave open. */
import type { Command } from './growing.ts';

export interface Said {
  command: Command;
  reason: string | null;
}

export interface Heard {
  said: Said[];
  /** Something was asked or left open. */
  unclear: boolean;
  /** Items named where it was unclear: "all" and "the rest" leave them alone. */
  touched: number[];
  /** Items named in words that ask for nothing. */
  beside: number[];
}

export const nothing: Heard = { said: [], unclear: false, touched: [], beside: [] };

export const together = (heard: readonly Heard[]): Heard => ({
  said: heard.flatMap(({ said }) => said),
  unclear: heard.some(({ unclear }) => unclear),
  touched: heard.flatMap(({ touched }) => touched),
  beside: heard.flatMap(({ beside }) => beside),
});
