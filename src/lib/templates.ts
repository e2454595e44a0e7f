/**
 * Wording that an admin may edit: Liquid templates to plain text. Templates see the facts they are given and each other,
 * and nothing else: no files, no prototypes, no hidden default for a name that is not there.
 */
import { Liquid, type LiquidError, type Template } from 'liquidjs';
import { BadInput, NeedsPerson } from '../errors.ts';

export interface Templates {
  /**
   * The text of a template for these facts. Every name a template mentions has to be among them: give null for what is
   * absent, since undefined counts as unknown. Dates come out in UTC. Takes at most a second and gives at most 256 Ki
   * characters. Throws BadInput for a template that does not exist, NeedsPerson with template, line and column when it
   * names an unknown variable or goes over a limit.
   */
  render(name: string, facts: Record<string, unknown>): string;
  /** The names of all templates, sorted. */
  readonly names: string[];
}

const maxOutputCharacters = 256 * 1024;
const maxSourceCharacters = 256 * 1024;
const maxMilliseconds = 1000;

/**
 * Reads all templates, so that a mistake shows at start and not in a rep's mailbox. `sources` maps a name such as
 * `mail/digest` to its text; `{% render 'mail/footer' %}` takes another of them. Throws BadInput with template, line and
 * column for a syntax error, an unknown filter or tag, and a template named in another that does not exist.
 */
export function createTemplates(sources: Record<string, string>): Templates {
  const known = new Map(Object.entries(sources));
  const engine = new Liquid({
    // In memory: the engine then never asks the disk.
    templates: Object.assign(Object.create(null), sources),
    relativeReference: false,
    cache: true,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    timezoneOffset: 0,
    locale: 'en-US',
    parseLimit: maxSourceCharacters,
    renderLimit: maxMilliseconds,
    memoryLimit: 16 * 1024 * 1024,
  });

  const parsed = new Map<string, Template[]>();
  for (const [name, source] of known) {
    try {
      const template = engine.parse(source, name);
      // Follows `render`, `include` and `layout`, which parsing alone does not.
      engine.analyzeSync(template);
      parsed.set(name, template);
    } catch (error) {
      throw new BadInput(`${where(error, name)}: ${reason(error)}.`, { cause: error });
    }
  }

  /** "The template mail/digest, line 3, column 7". */
  function where(error: unknown, name: string): string {
    const token = (error as Partial<LiquidError>).token;
    const missing = token ? null : missingIn(error);
    if (missing !== null) {
      // Analysis knows no place; it follows only names that stand in the source in quotes.
      for (const [at, source] of known) {
        const found = [`'${missing}'`, `"${missing}"`]
          .map((quoted) => source.indexOf(quoted))
          .find((each) => each >= 0);
        if (found === undefined) continue;
        const lines = source.slice(0, found).split('\n');
        return `The template ${at}, line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
      }
    }
    // An unknown variable comes without the name of its file, and may be in a template that this one took in.
    const at = token?.file ?? [...known].find(([, source]) => source === token?.input)?.[0] ?? name;
    const [line, column] = token?.getPosition() ?? [1, 1];
    return `The template ${at}, line ${line}, column ${column}`;
  }

  return {
    names: [...known.keys()].sort(),
    render(name, facts) {
      const template = parsed.get(name);
      if (!template) throw new BadInput(`There is no template ${name}; put it back or name one that exists.`);
      let text: string;
      try {
        text = engine.renderSync(template, facts);
      } catch (error) {
        throw new NeedsPerson(`${where(error, name)}: ${reason(error)}; mend the template.`, { cause: error });
      }
      if (text.length > maxOutputCharacters) {
        throw new NeedsPerson(
          `The template ${name} gives ${text.length} characters, more than ${maxOutputCharacters}; make it shorter.`,
        );
      }
      return text;
    },
  };
}

/** Only what the template's own source says goes into a message: the engine's words may quote a fact. */
function reason(error: unknown): string {
  const { message, name, originalError, token } = error as LiquidError;
  if (name === 'UndefinedVariableError') return `undefined variable: ${token.getText()}`;
  if (error instanceof RangeError || originalError instanceof RangeError) return 'it takes in itself without end';
  const plain = originalError?.message ?? message.replace(/, file:.*$/s, '').replace(/, line:\d+, col:\d+$/, '');
  if (plain.startsWith('ENOENT'))
    return `there is no such template to take in: ${token?.getText() ?? missingIn(error)}`;
  const telling = /^(?:undefined filter: |(?:memory alloc|template render|parse length) limit exceeded)/.test(plain);
  return telling || /^(?:ParseError|TokenizationError)$/.test(name) ? plain : 'it cannot be rendered';
}

/** The name in the engine's complaint that there is no such template, whichever way it was looked for. */
function missingIn(error: unknown): string | null {
  return (
    /^ENOENT: (?:Failed to lookup "(.*?)" in|(.*)$)/
      .exec((error as Error).message)
      ?.slice(1)
      .find(Boolean) ?? null
  );
}
