/** In which of seven languages a text may be, by its small words, for word lists that would be other words elsewhere. */
import { wordsOf } from './fold.ts';

export type Tongue = 'en' | 'de' | 'fr' | 'es' | 'pt' | 'it' | 'nl';

const small: Record<Tongue, string> = {
  en: "the and you i we to for with is that have your are this will our on it my be of from by in at as not can but if so they he she was i'll get send back next week today tomorrow tonight monday tuesday wednesday thursday friday",
  de: 'einer einem und die der das wir sie ich ist nicht mit fur ihnen haben uns auf zu den dem ein eine bis am im wird werden sich es mir mich dir du bei von vom zum zur noch auch dann wenn ob aber woche heute morgen montag dienstag mittwoch donnerstag freitag gruss i',
  fr: 'le la les et vous nous je pour avec est des une votre notre pas que du de au aux en d l j qu c on ce cette sur dans mon ma mes te tu un ici avant sous demain aujourd lundi mardi mercredi jeudi vendredi semaine sera se ne il elle qui sont ont ou mai',
  es: 'el la los las y usted nosotros para con que una por del es su no en de al te le les os lo se me un mi nuestra nuestro mi esta manana hoy lunes martes miercoles jueves viernes semana si ya antes',
  // Of the next three only words that the ones above do not have.
  pt: 'manha ligo nao com uma um ate amanha do dos das ao pelo pela lhe lhes voces em eu ja feira obrigado obrigada vou segunda quarta quinta sexta sabado ontem o',
  it: 'forse magari il gli di che non del della dei nel vi ci entro domani venerdi lunedi martedi mercoledi giovedi grazie io noi sono ho le per ieri',
  nl: 'het een ik u wij je voor op van niet graag vrijdag maandag dinsdag woensdag donderdag morgen uiterlijk naar bij om ook nog kunt gisteren uit ons',
};
const tables = Object.entries(small).map(([tongue, words]) => [tongue as Tongue, new Set(words.split(' '))] as const);

/** Words looked at: the first few hundred tell. */
const looked = 300;

/** The four most written, one of which it is where nothing tells. */
const likely: Tongue[] = ['en', 'de', 'fr', 'es'];

/** The languages that fit a folded text best, most often one; the likely four where nothing tells. */
export function tonguesOf(folded: string): Tongue[] {
  const words = wordsOf(folded.slice(0, 4_000)).slice(0, looked);
  const hits = tables.map(([tongue, table]) => ({
    tongue,
    count: words.filter(({ text }) => table.has(text)).length,
  }));
  const best = Math.max(...hits.map(({ count }) => count));
  if (best === 0) return likely;
  return hits.filter(({ count }) => count === best || count >= 0.8 * best).map(({ tongue }) => tongue);
}
