/** Words of the command line into options. */
import { parseArgs } from 'node:util';

export type Options = Record<string, string | boolean | string[]>;

/** Options that take no value: what follows one of them is a word of its own. */
const flags = new Set([
  'json',
  'password-stdin',
  'help',
  'show',
  'erase',
  'model',
  'off',
  'on',
  'reset',
  'mail-only',
  'print',
]);

/** `--name value`, `--name=value`, `--flag`; a repeated option becomes a list; what stands alone is a word. */
export function optionsOf(argv: string[]): { words: string[]; options: Options } {
  const { tokens } = parseArgs({ args: argv, strict: false, allowPositionals: true, tokens: true });
  const words: string[] = [];
  // Without a prototype: any name may be typed, "constructor" too.
  const options: Options = Object.create(null);
  let open: string | null = null;
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (open === null) words.push(token.value);
      else options[open] = several(options[open], token.value);
      open = null;
    } else if (token.kind === 'option') {
      open = null;
      if (token.value !== undefined) options[token.name] = several(options[token.name], token.value);
      else {
        options[token.name] ??= true;
        if (!flags.has(token.name)) open = token.name;
      }
    }
  }
  return { words, options };
}

function several(before: Options[string] | undefined, value: string): string | string[] {
  if (before === undefined || typeof before === 'boolean') return value;
  return [...[before].flat(), value];
}
