/** What a contact says of their own telephone, title and address where the CRM has it otherwise: in their signature, or in so many words. In doubt nothing. */
import { addressKey, addressSet, companyDomain, mayBePerson } from '../addresses.ts';
import type { Contact } from '../deal.ts';
import type { Message } from '../mail.ts';
import { newText } from '../new-text.ts';
import { fold } from '../reading/fold.ts';
import { sentencesOf } from '../reading/sentences.ts';
import { invisible, shorten } from '../text.ts';
import type { Change } from './change.ts';
import { isAddress, isPhone, isTitle, phonesIn, samePhone, sameTitle } from './details.ts';
import { signatureOf } from './signature.ts';

type Field = 'phone' | 'title' | 'emails';

interface Told {
  field: Field;
  value: string;
  quote: string;
}

/** A mail of the contact's that a person wrote. */
export type OwnMail = Pick<Message, 'id' | 'from' | 'text'>;

/**
 * Of a contact's own mails, oldest first: one change a field, by the latest mail that says anything of it. `freeMail`: domains that say nothing about a company,
 * beside the shipped list.
 */
export function proposeContact(
  deal: { id: string },
  contact: Contact,
  mails: readonly OwnMail[],
  freeMail: readonly string[] = [],
): Change[] {
  const own = addressSet(contact.emails);
  const latest = new Map<Field, Told & { messageId: string }>();
  for (const mail of mails) {
    if (!mail.from || !own.has(mail.from.address)) continue;
    for (const told of toldIn(mail, contact, freeMail)) latest.set(told.field, { ...told, messageId: mail.id });
  }
  return [...latest.values()].flatMap((told) => changeOf(deal, contact, told) ?? []);
}

/** What is said in so many words counts before what the signature says. */
function toldIn(mail: OwnMail, contact: Contact, freeMail: readonly string[]): Told[] {
  const text = newText(mail.text).normalize('NFC').replace(invisible, '');
  if (text.length > 20_000) return [];
  const said = sentencesOf(text).flatMap(({ text: sentence }) =>
    saidIn(sentence.replace(/\s+/g, ' '), contact, freeMail),
  );
  const names = [contact.name, mail.from?.name ?? ''];
  const signature = signatureOf(mail.text, names);
  const written: Told[] = [];
  if (signature) {
    const quote = shorten(signature.lines.join(' | '), 240);
    const known = contact.phone !== null && signature.phones.some((each) => samePhone(each, contact.phone ?? ''));
    if (signature.phone && !known) written.push({ field: 'phone', value: signature.phone, quote });
    if (signature.title) written.push({ field: 'title', value: signature.title, quote });
  }
  return [...written.filter(({ field }) => !said.some((each) => each.field === field)), ...said];
}

const mine =
  '(?:my (?:new|direct|updated) (?:[a-z]+ ){0,2}(?:number|phone|mobile|cell|line)|my (?:mobile|phone|cell|telephone)(?: number)? (?:has changed|is now|changed)|meine neue (?:[a-z]+ )?(?:nummer|telefonnummer|handynummer|mobilnummer|rufnummer|durchwahl)|meine (?:nummer|telefonnummer|handynummer|mobilnummer|durchwahl)(?: hat sich geandert| ist (?:jetzt|nun|ab sofort))|mon nouveau (?:numero|portable|mobile)|mi nuevo (?:numero|telefono|movil))';
const saysPhone = new RegExp(`(?<!\\p{L})${mine}(?!\\p{L})`, 'u');
const saysAddress =
  /(?<!\p{L})(?:my new (?:e-?mail(?: address)?|address|mail address)|my (?:e-?mail|e-?mail address|address) (?:has changed|is now|changed|will change)|(?:use|update|note) my new (?:e-?mail|address)|meine neue (?:e-?mail|e-?mail-?adresse|mailadresse|mail-adresse|adresse)|meine (?:e-?mail-?adresse|mailadresse|adresse)(?: hat sich geandert| ist (?:jetzt|nun|ab sofort)| lautet (?:jetzt|nun|ab sofort))|ma nouvelle adresse|mon nouvel e-?mail|mon nouveau mail|mon adresse (?:e-?mail )?(?:a change|est desormais|est maintenant)|mi nuev[oa] (?:correo|direccion|e-?mail|mail)|mi (?:correo|direccion)(?: de correo)? (?:ha cambiado|es ahora|ahora es))(?!\p{L})/u;
const saysTitle =
  /(?<!\p{L})(?:i am now|i'm now|i have been promoted to|i've been promoted to|i was promoted to|my new (?:title|role|position) is|ich bin (?:jetzt|nun|ab sofort|seit \p{L}+)|meine neue (?:position|funktion|rolle) ist|je suis (?:desormais|maintenant)|mon nouveau poste est|(?:ahora soy|soy ahora)|mi nuevo (?:cargo|puesto) es) /u;
/** Not mine, not yet, or not certain. */
const doubtful =
  /\?|(?<!\p{L})(?:his|her|their|our|colleague'?s?|assistant'?s?|not|don't|if|soon|will get|will have|getting|until|ihre|seine|unsere|kollegin|kollege|nicht|falls|wenn|bald|bekomme|son|sa|leur|notre|collegue|ne|pas|si|bientot|su|nuestro|nuestra|companero|companera|no|pronto|isn't|doesn't|private|privat\p{L}*|personal|personnel\p{L}*|joke)(?!\p{L})/u;

function saidIn(sentence: string, contact: Contact, freeMail: readonly string[]): Told[] {
  const folded = fold(sentence);
  if (doubtful.test(folded)) return [];
  const quote = shorten(sentence, 240);
  const found: Told[] = [];
  if (saysPhone.test(folded)) {
    const at = saysPhone.exec(folded)?.index ?? 0;
    // Behind "my new number" a number needs no label.
    const numbers = [...new Set(phonesIn(`tel ${sentence.slice(at).replace(/^[^\d+(]{1,80}/, '')}`))].filter(isPhone);
    if (numbers.length === 1) found.push({ field: 'phone', value: numbers[0]!, quote });
  }
  if (saysAddress.test(folded)) {
    const at = saysAddress.exec(folded)?.index ?? 0;
    const named = sentence.slice(at).match(/[^\s<>,;:"'()@[\]]{1,64}@[^\s<>,;:"'()@[\]]{1,200}/g) ?? [];
    const [address, another] = [...new Set(named.map((each) => each.replace(/[.!]+$/, '').toLowerCase()))];
    if (address && !another && mayBecome(address, contact, freeMail))
      found.push({ field: 'emails', value: address, quote });
  }
  const title = saysTitle.exec(folded);
  if (title) {
    const rest = sentence.slice(title.index + title[0].length).replace(/^(?:the|our|a|an|die|der|das|le|la|el) /i, '');
    const words =
      rest.split(/(?:[.,;!]|\s(?:at|bei|chez|en|and|und|et|y|so|since|seit|here|hier|ici)\s)/)[0]?.trim() ?? '';
    if (isTitle(words)) found.push({ field: 'title', value: words, quote });
  }
  return found;
}

/** A role's, a machine's or a free mail's address is no new one of a person at a company. */
function mayBecome(address: string, { emails }: Contact, freeMail: readonly string[]): boolean {
  if (!isAddress(address) || !mayBePerson(address)) return false;
  const company = companyDomain(address, freeMail);
  return company !== null && !emails.some((each) => addressKey(each) === addressKey(address));
}

function changeOf(deal: { id: string }, contact: Contact, told: Told & { messageId: string }): Change | null {
  const { field, value, quote, messageId } = told;
  const now = field === 'emails' ? contact.emails.join('; ') : (contact[field] ?? '');
  if (field === 'phone' && now !== '' && samePhone(now, value)) return null;
  if (field === 'title' && now !== '' && sameTitle(now, value)) return null;
  // The old address stays: mail from it is still theirs.
  const next = field === 'emails' ? [value, ...contact.emails].join('; ') : value;
  const what = { phone: 'telephone number', title: 'title', emails: 'mail address' }[field];
  const who = contact.name || contact.emails[0];
  const had = field === 'emails' ? `main address "${contact.emails[0] ?? ''}"` : now === '' ? 'none' : `"${now}"`;
  return {
    kind: 'contact_update',
    dealId: deal.id,
    contactId: contact.id,
    before: { [field]: now },
    after: { [field]: next },
    ground: { messageId, quote },
    text: `Give ${who} the ${what} "${value}"; the CRM has ${had}.`,
  };
}
