/**
 * Rest that is asked for in the subject. Whoever answers writes there seldom, and most of it is the other's: only what stands in it as a part of
 * its own counts, and only what is plain.
 */
import type { DateContext } from './dates.ts';
import { fold } from './fold.ts';
import { type Hold, holdIn } from './hold.ts';
import { oneWord } from './hold-cues.ts';
import * as rest from './hold-refrain.ts';
import { sentencesOf } from './sentences.ts';

/** Characters of a subject that are looked at, and of a part that asks for something. */
const [looked, longest] = [300, 100];

/** Marks that set off what was added: "Re: Pilot - UNSUBSCRIBE", "Pilot (do not contact me before 1 June)". */
const seams = /\s[-–—|/]+\s|[:;()[\]]\s*/;

/** Whom it is to spare; "unsubscribe flow redesign" spares nobody. */
const spares =
  /(?<!\p{L})(?:me|us|mich|mir|uns|moi|nous|mijn?|mij|ons|(?:my|our|this|meine|unsere|diese|mon|cette|mi|esta) (?:address|e-?mail|name|data|number|details|adresse|daten|mail|direccion|correo)|(?:llam|escrib|contact|envi|mand|molest|quit|borr|elimin|sac|scriv|contatt)\p{L}{1,5}(?:me|nos|mi|ci))(?!\p{L})|(?<!\p{L})m'/u;
/** "Bitte keine weiteren Mails!": said to the end. */
const sendings =
  /(?:mails?|messages?|calls?|newsletters?|reminders?|werbung|nachrichten|anrufe|correos|mensajes|llamadas|appels|courriels|relances|berichten|messaggi|mensagens)(?: (?:please|bitte|svp|por favor|merci|thanks))?[\s.!]*$/;

/** "How to stop the newsletter": a title. */
const title =
  /^(?:how|where|why|when|what|who|wie|wo|warum|wann|was|comment|pourquoi|quand|como|donde|cuando|por que)(?!\p{L})/u;
const contact =
  /(?<!\p{L})(?:contact|call|write|e-?mail|mail|kontaktier|meld|schreib|anruf|anschreib|appel|ecri|relanc|llam|escrib|ligu|escrev|chiam|scriv|bel|schrijf)\p{L}*/u;
const denies = /(?<!\p{L})(?:no|not|never|nicht|kein\p{L}*|ne|pas|nao|non|niet|geen|\p{L}+n't)(?!\p{L})/u;

const isPlain = (folded: string, { optOut, until, assumed }: Hold): boolean =>
  !title.test(folded) &&
  (optOut
    ? oneWord.test(folded) || (rest.optOut.test(folded) && (spares.test(folded) || sendings.test(folded)))
    : until !== null && !assumed && denies.test(folded) && contact.test(folded));

/** The rest that a part of the subject plainly asks for, with that part as its quote. Of whom the subject is it cannot know; see `talk.ts`. */
export function holdInSubject(subject: string, context: DateContext): Hold | null {
  for (const part of subject.slice(0, looked).split(seams).reverse()) {
    const said = part.trim();
    if (said === '' || said.length > longest) continue;
    const { hold } = holdIn(sentencesOf(said), context);
    if (hold && isPlain(fold(said), hold)) return { ...hold, quote: said };
  }
  return null;
}
