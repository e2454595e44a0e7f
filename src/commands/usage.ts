/** What each command takes, so that nothing said on a command line is passed over in silence. */
import { BadInput } from '../errors.ts';
import type { Options } from './options.ts';

interface Usage {
  /** Options with a value, and what it is. */
  values?: Record<string, string>;
  /** Of those, the ones that may be given more than once. */
  lists?: readonly string[];
  flags?: readonly string[];
  /** Words beside the options at most; any number where it is absent. */
  words?: number;
}

/** `connect` has options of its own for each kind, and says itself which are wrong. */
const usages: Record<string, Usage> = {
  try: {
    values: { mail: 'PATH…', crm: 'DIR', rep: 'ADDRESS', name: 'NAME', now: 'TIME' },
    lists: ['mail'],
    flags: ['json'],
  },
  read: { values: { rep: 'ADDRESS', now: 'TIME' }, flags: ['json'] },
  understand: { values: { items: 'FILE', today: 'DATE' }, flags: ['json'], words: 0 },
  bench: { flags: ['json'], words: 1 },
  why: { flags: ['json'] },
  questions: { flags: ['json'], words: 0 },
  bind: { words: 2 },
  digest: { values: { rep: 'ADDRESS' }, flags: ['print'], words: 0 },
  manner: { values: { rep: 'ADDRESS' }, flags: ['json', 'erase', 'off', 'on', 'reset'], words: 0 },
  pause: { values: { until: 'DATE', reason: 'TEXT', rep: 'ADDRESS' }, flags: ['mail-only'], words: 2 },
  resume: { words: 1 },
  pauses: { flags: ['json'], words: 0 },
  changes: { flags: ['json'], words: 0 },
  decide: { values: { until: 'DATE', reason: 'TEXT' }, words: 3 },
  explain: { words: 1 },
  disconnect: { values: { rep: 'ADDRESS' }, words: 1 },
  ledger: { values: { against: 'DIGEST.eml' }, lists: ['against'] },
  doctor: { flags: ['model'], words: 0 },
  note: { values: { rep: 'ADDRESS', file: 'FILE' }, flags: ['show', 'erase'], words: 0 },
  status: { words: 0 },
  'setup-link': { words: 0 },
  config: { words: 0 },
};

/** Throws BadInput for an option or a word that this command has no use for, an option without its value, and one said twice. */
export function checkUsage(command: string, words: readonly string[], options: Options): void {
  const usage = usages[command];
  if (!usage) return;
  const { values = {}, lists = [], flags = [] } = usage;
  for (const [name, given] of Object.entries(options)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined && !flags.includes(name))
      throw new BadInput(`"${command}" has no option ${spelled(name)}: ${takes(usage)}; "help" lists all.`);
    if (value !== undefined && typeof given === 'boolean')
      throw new BadInput(`${spelled(name)} of "${command}" needs a value: give ${spelled(name)} ${value}.`);
    if (value === undefined && typeof given !== 'boolean')
      throw new BadInput(`${spelled(name)} of "${command}" takes no value: leave out "${[given].flat()[0]}".`);
    if (Array.isArray(given) && !lists.includes(name))
      throw new BadInput(`${spelled(name)} of "${command}" is given ${given.length} times: give it once.`);
  }
  if (usage.words !== undefined && words.length > usage.words)
    throw new BadInput(`"${command}" has no use for "${words[usage.words]}": leave it out; "help" says what it takes.`);
}

const spelled = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

function takes({ values = {}, flags = [] }: Usage): string {
  const all = [
    ...Object.entries(values).map(([name, value]) => `--${name} ${value}`),
    ...flags.map((name) => `--${name}`),
  ];
  return all.length === 0 ? 'it takes none' : `it takes ${all.join(', ')}`;
}

const time = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i;

/** The instant of `--now`: a civil date (its beginning in UTC) or a time of RFC 3339. Throws BadInput for any other, and for a day that cannot be. */
export function timeOf(written: string): Date {
  const parts = time.exec(written.trim());
  const [year, month, day, hour, minute, second] = (parts?.slice(1) ?? []).map((part) => Number(part ?? 0)) as number[];
  const instant = new Date(
    parts
      ? written
          .trim()
          .replace(' ', 'T')
          .replace(/([+-]\d\d)(\d\d)$/, '$1:$2')
      : Number.NaN,
  );
  const last = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  const isDay = (month ?? 0) >= 1 && (month ?? 0) <= 12 && (day ?? 0) >= 1 && (day ?? 0) <= last;
  if (Number.isNaN(instant.getTime()) || !isDay || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59)
    throw new BadInput(`"${written}" is not a time: give one such as --now 2026-11-22T09:00:00Z.`);
  return instant;
}
