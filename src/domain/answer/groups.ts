/** Items named by what they are: "both mails", "everything of Acme", "the new contact". */
import type { Context, Edge } from './edges.ts';
import { type Item, type ItemKind, isProposal } from './items.ts';
import { mentionAt } from './names.ts';
import { has, phrasesIn, wordsIn } from './phrases.ts';
import { numberAt, rangeFrom } from './refs.ts';
import type { Token } from './tokens.ts';

type Group = Edge & { kind: 'ref' };

export function groupEdges(tokens: readonly Token[], words: readonly string[], at: number, context: Context): Group[] {
  return [
    ...everythingOf(tokens, words, at, context),
    ...mails(words, at, context),
    ...byKind(words, at, context),
    ...byTitle(words, at, context),
  ];
}

/** Leads from "all" to a name. */
const ofWords =
  /^(?:between|entre|zwischen|of|for|from|about|on|at|with|to|do|the|that|s|is|are|related|regarding|concerning|von|bei|zu|zum|zur|fur|mit|was|der|die|das|ce|qui|concerne|de|d|du|des|sur|pour|chez|lo|los|las|que|sea|del|para|con|sobre|a|things?|items?|punkte|points|puntos|proposals|vorschlage|stuff)$/;

/** "Everything of Acme": its proposals, at least two, as "all" answers no question. */
function everythingOf(tokens: readonly Token[], words: readonly string[], at: number, context: Context): Group[] {
  const length = Math.max(has('all', words, at), has('both', words, at));
  if (length === 0) return [];
  for (let next = at + length; next <= at + length + 4 && next < words.length; next++) {
    const mention = next > at + length || has('both', words, at) > 0 ? mentionAt(tokens, next, context.names) : null;
    if (mention) {
      const own = context.items.filter((item) => mention.ns.includes(item.n) && isProposal(item));
      if (
        !mention.sure ||
        own.length < 2 ||
        (has('both', words, at) > 0 && (own.length !== 2 || mention.ns.length !== 2))
      )
        return [];
      return [{ kind: 'ref', to: mention.to, ref: { kind: 'numbers', ns: own.map(({ n }) => n) }, cost: 0 }];
    }
    const one = next > at + length ? numberAt(tokens, next, context.spanish) : null;
    const range = one && rangeFrom(tokens, words, { ...one, from: next }, context);
    if (range) return [{ kind: 'ref', to: range.to, ref: { kind: 'numbers', ns: range.ns }, cost: 0 }];
    if (!ofWords.test(words[next]!)) return [];
  }
  return [];
}

const mailWords =
  /^(?:e?mails?|messages?|drafts?|nachrichten|entwurfe|courriels?|brouillons|correos?|borradores|mensajes?)$/;
const pluralMails =
  /^(?:e?mails|messages|drafts|nachrichten|entwurfe|courriels|brouillons|correos|borradores|mensajes)$/;
const counts = new Map(
  'two zwei deux dos 2:three drei trois tres 3:four vier quatre cuatro 4'
    .split(':')
    .flatMap((row, index) => row.split(' ').map((word) => [word, index + 2] as const)),
);

/** As many mails as were asked about: "both mails went out", "neither of the two was sent". */
function mails(words: readonly string[], at: number, { items }: Context): Group[] {
  const asked = items.filter(({ kind }) => kind === 'unknown_sent').map(({ n }) => n);
  const denied = has('none', words, at);
  const both = Math.max(has('both', words, at), denied);
  const all = has('all', words, at);
  let to = at + Math.max(both, all, 0);
  let count = both > 0 ? 2 : 0;
  while (
    to - at < 6 &&
    (/^(?:of|the|von|den|die|der|des|les|los|las|de|mes|mis|my|meine|meinen|dem)$/.test(words[to] ?? '') ||
      (counts.has(words[to] ?? '') && to > at))
  ) {
    count = counts.get(words[to]!) ?? count;
    to += 1;
  }
  if (to === at) {
    count = counts.get(words[at]!) ?? 0;
    to = count > 0 ? at + 1 : at;
  }
  if (count < 2 || count !== asked.length) return [];
  const named = mailWords.test(words[to] ?? '');
  // "Both went out" is said of mails and of nothing else.
  if (!named && (both === 0 || !isPast(words, to))) return [];
  return [
    {
      kind: 'ref',
      to: named ? to + 1 : to,
      ref: { kind: 'numbers', ns: asked },
      cost: 0,
      ...(denied > 0 ? { denied: true } : {}),
    },
  ];
}

/** Soon after it something was sent or was not. */
const isPast = (words: readonly string[], at: number): boolean =>
  [0, 1, 2].some((next) => has('sent', words, at + next) > 0 || has('unsent', words, at + next) > 0);

const people =
  /^(?:people|persons?|colleagues|others|times|reminders|shows|leute|personen|kollegen|haben|relances|personnes|fois|collegues|personas|veces|recordatorios)$/;

/** "2 mails", "one of them" and "les deux" are no item's number. */
export const isCount = (words: readonly string[], at: number): boolean =>
  pluralMails.test(words[at + 1] ?? '') ||
  people.test(words[at + 1] ?? '') ||
  (words[at + 1] === 'of' && /^(?:them|these|those|us|our|the|my)$/.test(words[at + 2] ?? '')) ||
  (counts.has(words[at]!) && !/^\d/.test(words[at]!) && /^(?:les|los|las|the|beiden)$/.test(words[at - 1] ?? ''));

const kinds: readonly (readonly [ItemKind, string[][], RegExp | null])[] = [
  [
    'stage_change',
    phrasesIn(
      "stage change|stage move|change of stage|stage|stage update|new stage|pipeline stage|next stage|phasenwechsel|stufenwechsel|phasenanderung|changement d'etape|changement de phase|etape|phase|stufe|etapa|fase|cambio de etapa|cambio de fase",
    ),
    null,
  ],
  [
    'new_contact',
    phrasesIn(
      'new contact|new person|new guy|new lady|new colleague|new stakeholder|new name|new one at|neuer kontakt|neuen kontakt|neue kontakt|der neue kontakt|nouveau contact|nouvelle personne|nuevo contacto|contacto nuevo|nueva persona',
    ),
    null,
  ],
  [
    'contact_update',
    phrasesIn(
      'phone number|new number|phone|phone change|phone update|new phone|new phone number|mobile|new mobile|mobile number|new mobile number|cell|new cell|cell number|new cell number|cell phone|extension|new extension|direct line|direct dial|new direct line|nummer von|nummer bei|rufnummer|durchwahl von|telefonnummer|neue nummer|neue telefonnummer|handynummer|numero de telephone|nouveau numero|telephone|numero de telefono|nuevo numero|numero nuevo|telefono',
    ),
    /phone|tel[eé]|handy|mobil|cell|m[óo]vil|nummer|extension|\bdirect|\bext\b|\+\d{2}|\d{3}/i,
  ],
  [
    'contact_update',
    phrasesIn(
      'new email|new email address|email address|email update|new e-mail|e-mail address|new address|neue mailadresse|neue e-mail-adresse|neue adresse|mailadresse|nouvelle adresse|nouvel email|nouveau mail|nuevo correo|correo nuevo|nueva direccion',
    ),
    /@/,
  ],
  [
    'contact_update',
    phrasesIn(
      'job title|new title|new role|title change|title|role|new job title|new position|promotion|neue funktion|neue position|neuer titel|nouveau poste|nouvelle fonction|nuevo cargo|nuevo puesto',
    ),
    /title|role|funktion|position|titel|poste|fonction|cargo|puesto/i,
  ],
];

/** By its kind: the one item of it, where its text is about that. */
function byKind(words: readonly string[], at: number, { items }: Context): Group[] {
  // "Sent from my phone"
  if (/^(?:my|mon|mi|meinem|meiner|mein|du|del)$/.test(words[at - 1] ?? '')) return [];
  return kinds.flatMap(([kind, phrases, about]) => {
    const own = items.filter((item: Item) => item.kind === kind);
    // Of several a name beside it tells which.
    const of = own.filter(({ text }) => own.length > 1 || !about || about.test(text));
    if (of.length === 0) return [];
    return phrases
      .filter((phrase) => phrase.every((word, next) => words[at + next] === word))
      .map(
        (phrase): Group => ({
          kind: 'ref',
          to: at + phrase.length,
          ref: { kind: 'any', ns: of.map(({ n }) => n) },
          cost: 0,
          thing: true,
        }),
      );
  });
}

const threadWords =
  /^(?:thread|threads|mail|email|e-mail|message|conversation|chat|faden|nachricht|verlauf|entwurf|draft|fil|courriel|brouillon|echange|hilo|correo|mensaje|borrador|conversacion)$/;
const inQuotes = /["“”„«»]([^"“”„«»]{1,60})["“”„«»]/gu;

/** By its title in quotes, beside a word for a thread: "the keys thread", "thread Keys". */
function byTitle(words: readonly string[], at: number, { items }: Context): Group[] {
  const before = threadWords.test(words[at] ?? '') ? 1 : 0;
  return items.flatMap(({ n, kind, text }) => {
    if (kind !== 'match_question' && kind !== 'unknown_sent') return [];
    return [...text.slice(0, longestText).matchAll(inQuotes)].flatMap(([, title = '']): Group[] => {
      const own = wordsIn(title);
      const is = own.length > 0 && own.every((word, next) => words[at + before + next] === word);
      const end = at + before + own.length;
      const behind = before === 0 && threadWords.test(words[end] ?? '') ? 1 : 0;
      return is && before + behind > 0
        ? [{ kind: 'ref', to: end + behind, ref: { kind: 'any', ns: [n] }, cost: 0, thing: true }]
        : [];
    });
  });
}

/** Text of an item beyond this has no title. */
const longestText = 300;
