/** Templates as shipped, with those of an admin in their places as long as these can be used. */
import { BadInput, messageOf } from '../errors.ts';
import { createTemplates, type Templates } from './templates.ts';

export interface Wording {
  /**
   * The text of a template for these facts. What an admin wrote and cannot be rendered, or what `unfit` has an objection to (the end of a sentence
   * about the text), is put aside, and the shipped wording rendered. Throws what that throws; BadInput for a template that does not exist.
   */
  render(name: string, facts: Record<string, unknown>, unfit?: (text: string) => string | null): string;
  /** What is wrong with templates of an admin's, each in a sentence with its place; empty where nothing is. */
  problems(): string[];
}

/** More than these are not remembered. */
const mostProblems = 100;

/** What else is known of an admin's templates, and how to find out more. */
export interface Trials {
  /** What of their folder cannot be read, each in a sentence. */
  unread?: readonly string[];
  /** Renders a template with sample facts as it will be in use, so that what is wrong with it shows before. */
  tryOut?: (name: string, render: Wording['render']) => void;
}

/**
 * `own` takes the place of `shipped` by name. One that is broken, or of a name that is not shipped, is left aside. `tell` hears of each problem once,
 * also of those that show only when they are tried or in use. Throws BadInput where a shipped template is broken.
 */
export function openWording(
  shipped: Record<string, string>,
  own: Record<string, string> = {},
  tell: (problem: string) => void = () => undefined,
  { unread = [], tryOut }: Trials = {},
): Wording {
  const found = new Set<string>();
  const note = (problem: string): void => {
    if (found.has(problem) || found.size >= mostProblems) return;
    found.add(problem);
    tell(problem);
  };
  const base = createTemplates(shipped);
  for (const problem of unread) note(`${problem} The shipped templates are used for it.`);
  const kept = keepUsable(shipped, own, note);
  const changed = kept ?? base;
  const wording: Wording = {
    render(name, facts, unfit) {
      if (changed !== base) {
        try {
          const text = changed.render(name, facts);
          const why = unfit?.(text) ?? null;
          if (why === null) return text;
          // Where the shipped wording is no better, it is the facts.
          const plain = base.render(name, facts);
          if (unfit?.(plain) === null) note(`The template ${name} cannot be used: ${why}; the shipped one is.`);
          return plain;
        } catch (error) {
          if (error instanceof BadInput) throw error;
          note(`${messageOf(error)} The shipped one is used.`);
        }
      }
      return base.render(name, facts);
    },
    problems: () => [...found],
  };
  if (kept && tryOut)
    for (const name of Object.keys(own).filter((each) => Object.hasOwn(shipped, each))) tryOut(name, wording.render);
  return wording;
}

/** The shipped templates with each of an admin's that can be read beside them; null where none can. */
function keepUsable(
  shipped: Record<string, string>,
  own: Record<string, string>,
  note: (problem: string) => void,
): Templates | null {
  let kept: Templates | null = null;
  let sources = shipped;
  for (const [name, source] of Object.entries(own)) {
    if (!Object.hasOwn(shipped, name)) {
      note(`There is no template ${name} that yours could take the place of: give it one of the shipped names.`);
      continue;
    }
    try {
      const changed = { ...sources, [name]: source };
      kept = createTemplates(changed);
      sources = changed;
    } catch (error) {
      note(`${messageOf(error)} The shipped one is used.`);
    }
  }
  return kept;
}
