/** How a verdict came about: every look in order, what it showed, and what could be said after it. */
import type { Holds, Policy } from './policy.ts';
import { type Judgement, judge, type PlacementFacts, type Scan, type Seen } from './verdict.ts';

/** Everything of an installation's settings that a verdict depends on. */
export interface VerdictRules extends Pick<Policy, 'similarity' | 'similarityWords'> {
  holds: Holds;
}

export interface Step {
  scan: Scan;
  judgement: Judgement;
  /** Whether this look changed what can be said. */
  changed: boolean;
}

/** Judges again after each look, at the time of that look, and once more at `now`. The last step is today's verdict. */
export function explain(placement: PlacementFacts, scans: readonly Scan[], rules: VerdictRules, now: Date): Step[] {
  let before = '';
  const step = (scan: Scan, upTo: readonly Scan[], at: Date): Step => {
    // What we took back is known only from the moment on at which we did.
    const known = { ...placement, withdrawnAt: withdrawnBy(placement, at) };
    const judgement = judge(known, upTo, rules, rules.holds, at);
    const said = JSON.stringify([judgement.verdict, judgement.flags, judgement.final, judgement.why]);
    const changed = said !== before;
    before = said;
    return { scan, judgement, changed };
  };
  const steps = scans.map((scan, n) => step(scan, scans.slice(0, n + 1), scan.at));
  const last = scans.at(-1);
  if (last && last.at < now) steps.push(step({ ...last, id: '', at: now, seen: [] }, scans, now));
  return steps;
}

function withdrawnBy({ withdrawnAt }: PlacementFacts, at: Date): Date | null {
  return withdrawnAt !== null && withdrawnAt <= at ? withdrawnAt : null;
}

/** A sighting in a few words, without the text of the mail. */
export function inWords(seen: Seen): string {
  const words = {
    drafts: 'a draft',
    sent: 'a sent mail',
    trash: 'in trash',
    inbox: 'in the inbox',
    filed: 'in another folder',
  };
  const where = seen.draft && seen.place !== 'drafts' ? `${words[seen.place]}, still a draft` : words[seen.place];
  return `${where}: ${seen.messageId} of ${seen.date.toISOString()}, "${seen.subject}" (${seen.ref})`;
}
