/** Answers from memory: every rule takes the same few sentences apart. */

const most = 1_000;
/** Of longer texts nothing is remembered. */
const longest = 800;

/** The same answers as `work` gives, for the latest texts without doing it again. */
export function remembering<T>(work: (text: string, ...more: readonly (string | boolean)[]) => T): typeof work {
  const known = new Map<string, T>();
  return (text, ...more) => {
    if (text.length > longest) return work(text, ...more);
    const key = `${more.join(' ')} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = work(text, ...more);
    if (known.size >= most) known.clear();
    known.set(key, answer);
    return answer;
  };
}
