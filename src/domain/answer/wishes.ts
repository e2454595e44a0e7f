/** What the verbs of one command mean together, and what they mean with a day or with a word for a hold beside them. */
import type { Growing, Wish } from './growing.ts';
import { onlyWithDay } from './more-verbs.ts';
import { phrasesIn } from './phrases.ts';
import type { Sense } from './verb-words.ts';

interface Wished {
  wish: Wish;
  exceptWish: Wish | null;
  until: string | null;
  exceptUntil: string | null;
}

/** What a command says so far, null while it says nothing or contradicts itself. */
export function wishOf(so: Growing): Wished | null {
  if (so.awaits || so.open.length > 0 || (so.inExcept && so.except.length === 0)) return null;
  const exceptWish =
    so.exceptSenses.length > 0
      ? together(so.exceptSenses, { ...so, not: so.exceptNot, notAfter: 0, never: false })
      : null;
  if (so.exceptSenses.length > 0 && !exceptWish) return null;
  const wish = mainWish(so);
  if (so.agreed && !so.ahead && so.refs.length > 0 && (wish === 'no' || wish === 'none' || wish === 'not_sent'))
    return null;
  if ((wish === 'yes' || wish === 'no') && isChat(so)) return null;
  if (!wish || (so.modal && !agreeable.has(wish) && !(wish === 'yes' && so.words.every((word) => proceeds.test(word)))))
    return null;
  // "Sent on Friday" is past.
  if (so.day?.weekday && wish === 'sent') return { wish, exceptWish, until: null, exceptUntil: null };
  // "Leave the rest but 4 next week"
  if (so.day && so.inExcept && !exceptWish && (wish === 'leave' || so.senses.includes('later'))) return null;
  if (so.day) {
    // "Move Acme, 3 next week" moves one and waits with the other.
    const delayed = wish === 'move' && so.refs.length > 1 ? null : timed(exceptWish ?? wish);
    // A day that cannot be told makes the whole unclear.
    if (!delayed || !so.day.until) return null;
    return exceptWish
      ? { wish, exceptWish: delayed, until: null, exceptUntil: so.day.until }
      : { wish: delayed, exceptWish, until: so.day.until, exceptUntil: null };
  }
  return { wish, exceptWish, until: null, exceptUntil: null };
}

/** "Delta is great", "ok, Tom": praise beside a name is of the deal or the person, and a bare yes may be said to somebody. */
const isChat = ({ refs, senses, words, named, spokenTo, inExcept }: Growing): boolean =>
  refs.length > 0 &&
  !inExcept &&
  ((named !== null &&
    senses.every(
      (sense, at) =>
        sense === 'praise' || (ofPeople.has(words[at] ?? '') && !(named === 'whole' && /^van?$/.test(words[at] ?? ''))),
    )) ||
    (spokenTo && senses.every((sense) => sense === 'praise' || sense === 'yes' || sense === 'no')));

/** What is said of people and of how things go as often as of what was asked. */
const ofPeople = new Set([
  ...['right', 'true', 'works', 'correct', 'stimmt', 'vrai', 'juste', 'cierto', 'c est vrai', 'ca va', 'c est beau'],
  ...[
    'va',
    'van',
    'va bien',
    'me gusta',
    'me gustan',
    'taugt mir',
    'absolut',
    'absolument',
    'me va',
    'correcta',
    'correcte',
  ],
]);

function mainWish(so: Growing): Wish | null {
  if (so.option.length > 0) {
    if (so.senses.some((sense) => sense !== 'yes' && sense !== 'praise' && sense !== 'move' && sense !== 'add'))
      return null;
    return so.option.length === 1 && !so.not && !so.holdWord ? 'choose' : null;
  }
  if (so.senses.length === 0) {
    if (so.not) return null;
    if (so.holdWord) return so.refs.length > 0 && so.day ? 'hold' : null;
    if (so.inExcept) return 'yes';
    return so.day ? 'snooze' : null;
  }
  const rest = so.refs.length > 0 && so.refs.every(({ kind }) => kind === 'rest');
  if (so.senses.includes('spare')) {
    if (!so.senses.every((each) => each === 'spare' || each === 'leave')) return null;
    return so.day ? 'hold' : rest && !so.not ? 'leave' : null;
  }
  // "Ignore 3" may refuse it or put it off; "ignore the rest" leaves it alone.
  if (so.senses.includes('skip')) return rest && so.senses.length === 1 && !so.not && !so.day ? 'leave' : null;
  if ((!so.day || so.refs.length === 0) && so.words.some((word) => needsDay.has(word))) return null;
  // "Y luego la 3" only goes on.
  if (so.ahead && so.words.join() === 'luego' && !so.day) return null;
  const wish = together(so.senses, so);
  // "Undo the last one" may mean what was done last.
  if (wish === 'undo' && so.fromEnd) return null;
  // "Kranbau weiter" may as well go on with the hold.
  if (wish === 'resume' && so.refs.length > 0 && so.words.some((word) => goesOn.has(word))) return null;
  // "All good", "passt alles" are as often good manners.
  const mild = so.senses.some((each, index) => each === 'praise' || mildly.has(so.words[index] ?? ''));
  const counted = so.refs.some((ref) => ref.kind === 'all' && ref.count !== null) && !so.senses.includes('praise');
  if (wish === 'yes' && mild && !counted && so.refs.some(({ kind }) => kind === 'all') && !so.inExcept) return null;
  // "Good" alone says nothing of an item.
  if (wish === 'yes' && so.refs.length === 0 && so.senses.every((each) => each === 'praise')) return null;
  return wish;
}

const needsDay = new Set(onlyWithDay.flatMap((list) => phrasesIn(list).map((words) => words.join(' '))));

/** A refusal, and why: "no, too early". */
const early = /\b(?:fruh|tot|pronto)$/;

const goesOn = new Set([
  'weiter',
  'continue',
  'go on',
  'carry on',
  'sigue',
  'seguir',
  'seguimos',
  'continuar',
  'continua',
  'continuer',
  'continuez',
  'on continue',
  'continuons',
  'poursuivez',
  'poursuis',
  'poursuivre',
  'siga',
  'sigan',
  'siguele',
]);

const mildly = new Set([
  'passt',
  'passt so',
  'ca marche',
  'ca roule',
  'c est bon',
  'works',
  'geht klar',
  'right',
  'true',
  'stimmt',
  'ca va',
  'c est beau',
  'cest beau',
  'va bien',
  'haut hin',
  'ca joue',
  'passt schon',
  'passt soweit',
  'passt so weit',
  'soweit ok',
  'soweit gut',
  'so weit ok',
  'so weit gut',
  'kein problem',
  'pas de probleme',
  'aucun probleme',
  'sans probleme',
  'va',
  'van',
  'vamos',
  'pas de souci',
  'pas de soucis',
  'sin problema',
  'sin problemas',
  'ningun problema',
  'no hay problema',
  'geht schon klar',
]);

/** "Not yet" and its kin, beside what is not to be done yet. */
const denies = /\b(?:nicht|not|pas|no)\b/;
/** A state, and nothing to be done: "not lost yet" says little. */
const states = /^(?:lost|dead|is dead|verloren|tot|ist tot|gestorben|perdue?|morte?|perdid[oa]|muert[oa]|its lost)$/;

/** What was approved, as a thing that may be undone. */
const approvals = new Set(['approval', 'freigabe', 'genehmigung', 'zustimmung', 'validation', 'aprobacion']);

type Wishes = { [sense in Sense]?: Wish };

/** Of one mind: "keep 5 on hold". */
export const isKin = (one: Sense, two: Sense): boolean =>
  [one, two].every((sense) => sense === 'keep' || sense === 'hold' || sense === 'leave');

export const isPositive = (sense: Sense): boolean => sense in positive;

const positive: Wishes = {
  yes: 'yes',
  praise: 'yes',
  approve: 'approve',
  add: 'add',
  update: 'update',
  move: 'move',
  close: 'close',
};

const others: Wishes = {
  no: 'no',
  reject: 'no',
  later: 'snooze',
  snooze: 'snooze',
  hold: 'hold',
  keep: 'keep',
  lift: 'lift',
  undo: 'undo',
  pause: 'pause',
  resume: 'resume',
  sent: 'sent',
  unsent: 'not_sent',
  none: 'none',
  leave: 'leave',
  same: 'same',
};

/** What several verbs of one command mean together: "2 no, reject it", "yes, lift it". */
function together(senses: readonly Sense[], so: Growing): Wish | null {
  const has = (sense: Sense): boolean => senses.includes(sense);
  // "Freigabe von 3 zurücknehmen": what was approved is the object.
  if (has('undo') && so.words.some((word) => approvals.has(word)))
    return together(
      senses.filter((_, index) => !approvals.has(so.words[index] ?? '')),
      { ...so, words: so.words.filter((word) => !approvals.has(word)) },
    );
  if (so.holdWord) return aboutHold(senses, so);
  if (has('remove')) return null;
  if (has('send')) {
    const rest = senses.filter((sense) => sense !== 'send');
    if (so.not && rest.every((sense) => sense === 'no')) return 'not_sent';
    if (!so.not && rest.length > 0 && rest.every((sense) => sense === 'sent' || sense === 'yes') && has('sent'))
      return 'sent';
    return !so.not && rest.length > 0 && rest.every((sense) => sense === 'unsent' || sense === 'no') && has('unsent')
      ? 'not_sent'
      : null;
  }
  const denied = senses.some((sense, index) => sense === 'later' && denies.test(so.words[index] ?? ''));
  const rest = senses.filter((sense) => sense !== 'later' && sense !== 'no');
  if (
    has('no') &&
    has('later') &&
    !so.not &&
    senses.every((each, at) => each === 'no' || early.test(so.words[at] ?? ''))
  )
    return 'no';
  // "Noch nicht gesendet", "not closed yet", "no, not yet".
  if (denied && rest.every((sense) => sense === 'sent') && rest.length > 0) return 'not_sent';
  // "No, it is not lost yet" refuses.
  if (denied && !so.not && has('no') && rest.length > 0 && so.words.some((word) => states.test(word))) return 'no';
  if (denied && !so.not && rest.every((sense) => sense in positive && sense !== 'praise')) return 'snooze';
  if (so.not) {
    // "Sent, not deleted" denies the other one.
    if (has('sent') && has('unsent') && so.notAfter > 0) return null;
    if (has('sent') && senses.every((sense) => ['sent', 'no', 'unsent'].includes(sense))) return 'not_sent';
    if (so.never || !senses.every((sense) => sense in positive || sense === 'no') || rest.length === 0) return null;
    // "It is not moving, so yes"
    if (has('yes') && senses.at(-1) === 'yes' && senses.length > 1 && so.notAfter === 0) return null;
    // "No, don't approve", yet not "ja, nein, doch nicht".
    if (has('no') && senses[0] !== 'no') return null;
    const denied = rest.map((sense) => positive[sense] as Wish);
    if (!denied.reduce<Wish | null>((one, two) => (one ? joint(one, two) : null), denied[0]!)) return null;
    if (so.yet) return so.words.some((word) => states.test(word)) ? null : 'snooze';
    return 'no';
  }
  if (so.yet) return null;
  const ranked = [...new Set(senses.map((sense) => positive[sense] ?? others[sense] ?? null))];
  if (ranked.includes(null)) return null;
  return ranked.reduce<Wish | null>((one, two) => (one && two ? joint(one, two) : null), ranked[0] ?? null);
}

const proceeds = /^(?:go ahead|go|proceed|go forward with|kann so|konnen so|passen|weiter)$/;

/** What "can be done" asks to be done. */
const agreeable = new Set<Wish>(['choose', 'approve', 'close', 'add', 'update', 'move', 'lift', 'undo', 'no']);

/** Wishes that agree to a proposal. */
export const agreeing: ReadonlySet<Wish> = new Set<Wish>(['yes', 'approve', 'add', 'update', 'move', 'close']);
/** After a yes these say what is agreed to. */
const afterYes = new Set<Wish>(['lift', 'undo', 'hold', 'keep', 'snooze', 'resume', 'pause', 'sent', 'same']);

function joint(one: Wish, two: Wish): Wish | null {
  if (one === two) return one;
  const pair = [one, two];
  if (pair.includes('same')) return one === 'same' ? two : one;
  if (one === 'yes' && (agreeing.has(two) || afterYes.has(two))) return two;
  if (two === 'yes' && (agreeing.has(one) || afterYes.has(one))) return one;
  if (pair.includes('approve') && agreeing.has(one) && agreeing.has(two)) return one === 'approve' ? two : one;
  if (pair.includes('no') && pair.includes('not_sent')) return 'not_sent';
  if (pair.includes('no') && pair.includes('none')) return 'none';
  if (pair.includes('keep') && pair.includes('hold')) return 'keep';
  if (pair.includes('leave') && pair.includes('hold')) return 'keep';
  if (pair.includes('leave') && pair.includes('snooze')) return 'snooze';
  if (pair.includes('same') && pair.includes('no')) return 'same';
  return null;
}

/** With a word for the hold beside it: lifted, kept, or put on. */
function aboutHold(senses: readonly Sense[], so: Growing): Wish | null {
  if (so.not || senses.length === 0) return null;
  const rest = senses.filter((sense) => sense !== 'yes');
  if (rest.length === 0) return null;
  if (
    rest.every((sense) => ['lift', 'remove', 'pause', 'undo', 'resume', 'approve'].includes(sense)) &&
    rest.some((sense) => sense === 'lift' || sense === 'remove' || sense === 'pause')
  )
    return rest.every((sense) => sense === 'pause') && so.refs.length === 0
      ? null
      : rest.some((sense) => sense === 'lift' || sense === 'remove')
        ? 'lift'
        : null;
  return rest.every((sense) => sense === 'keep' || sense === 'hold' || sense === 'leave') ? 'keep' : null;
}

/** What a wish becomes with a day: only what waits has one. */
function timed(wish: Wish): Wish | null {
  if (wish === 'leave' || wish === 'move') return 'snooze';
  if (wish === 'keep') return 'hold';
  return wish === 'snooze' || wish === 'hold' || wish === 'pause' || wish === 'same' ? wish : null;
}
