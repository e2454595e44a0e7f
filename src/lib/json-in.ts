/** The JSON object in what a model wrote, where it was asked for nothing else and wrote around it all the same. */

/**
 * The first object that stands in a text, parsed: behind thoughts of a model that thinks aloud, in a fence, between sentences. Undefined where there is
 * none, or none that is whole. Linear in the text.
 */
export function jsonIn(text: string): unknown {
  const thought = text.lastIndexOf('</think>');
  const said = thought < 0 ? text : text.slice(thought + '</think>'.length);
  const start = said.indexOf('{');
  if (start < 0) return undefined;
  const end = endOf(said, start);
  if (end < 0) return undefined;
  try {
    return JSON.parse(said.slice(start, end));
  } catch {
    return undefined;
  }
}

/** Behind the brace that closes the one at `start`; -1 where none does. Braces within strings close nothing. */
function endOf(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const letter = text[at];
    if (quoted && letter === '\\') at++;
    else if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return at + 1;
  }
  return -1;
}
