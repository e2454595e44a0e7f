/** Words that are what they are, though a slip away from a word of a command; and which slips a hand makes. */
import { everyday } from '../writing/gate/everyday.ts';

/** Folded: what a measurement over whole dictionaries found to be one slip or one ending away from a command's word, and to mean something else. */
const near = `
abgenommen abhalte abhalten abnehme abnehmen abschiessen anderes anders angelehnt angelehnte anlehnen anschicken anschliesse
anschliessen anschluss apuntala attended attendee attender attendri aufgeben aufgegeben aufrauen augusts behalter betatige betatigen
bewenden cambio causae cerro chang cierre cierta cierto closer closes closest conform conforma conformado conformar conformed conformee
conformer conformez conformo conforms continual continued continuel continues continuum contrae corrales correlate correle crate crete
dealer decal defait defaite defaits defis degager denier denis descarado descaro devais devait differ differed differs digerir digiere
dinner domino doner ecart ecarts echalote effaced eleve elever elevez envoy envoys esperer espero excerpt extrae fera ferez foret
fremdes garden gare garer garez geendet gefangen gehangen gelocht geschickt geschlissen geschock geschockt geschossen guard guards
halfte halted halter hangen hatte hatten heurtes hingen hinzu incorporate jouer jueces konner lassent lasses latter levant liasse
liberal libertad liberte libra librar liebre lisse lisser lofted lovers maimed manada manado manar mandat mandats mandel mantea mantel
mares maten mates mattes metales moats modified montas monte monten moths nachte nehmer olida overt paralela paralelas paralelo
paralelos paramo parente parentela parir paris parite parole paroles partei partia partidas partido partied partiel parties partir
partira partit parts passed passee passen passer passes patient patienten patrie patrons patties paused pausen pauses pease pedida
pedido pedidos perdre proces prolog prompte pusiere pusieren quarters quartets quina rapped rappeln rapper rarified rarify recu rehace
rehacemos rependre reported reporter reportero reporters reporto reprende resolver restat resuelve retasa retire retired retiree
reunidos reunimos reuse reused revere revetir schale schalen scheibe scheiben schied schief schiene schienen schier schiess schiesse
schiessen schliss schrieb schrieben scraped sehnen selle sender sengen setzer sparer spate spatel spaten speicher stapel stella steller
stimmung stumme stunde suer sues sunde sunden suprime suspender suspense tirada tirade tirador traen tranquilles trata tratar trimesters
trimetre unding unlock unset valia valid valise valises verende verendet verguss verlag verlage verlagern verlagert verlangen verlangt
verleger verlegt versant verschonen versender verser vertrag vertrage vertragen verzagen vienes voues vue ware waren warren warten waten
weiden weite weiten weitere weiteres wesen widerruf writer`;

const others: ReadonlySet<string> = new Set(near.trim().split(/\s+/));
const common: ReadonlySet<string> = new Set(Object.values(everyday).flat());

/** Whether it is a word of its own, and neither a slip nor another form of a command's word. */
export const isAnotherWord = (folded: string): boolean => others.has(folded);

/** Whether it is an everyday word of mails, which may still be another form of a command's word: "führen" of "führe". */
export const isEveryday = (folded: string): boolean => common.has(folded);

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', 'azertyuiop', 'qsdfghjklm', 'wxcvbn'];

/** Whether two keys lie side by side on the boards of our languages. */
const areBeside = (one: string, other: string): boolean =>
  rows.some((row) => row.includes(one) && row.includes(other) && Math.abs(row.indexOf(one) - row.indexOf(other)) === 1);

/** Whether only the last letter differs, or one more or fewer stands there: "cierres" and "cierre", "aprobá" and "aprobar". */
export function isForm(typed: string, meant: string): boolean {
  const stem = Math.max(typed.length, meant.length) - 1;
  return (
    Math.abs(typed.length - meant.length) <= 1 &&
    stem >= 5 &&
    typed.slice(0, stem) === meant.slice(0, stem) &&
    typed !== meant
  );
}

/**
 * Whether a hand may have typed the one for the other: two letters swapped, one left out, one twice, or the key beside. The first letter is
 * never another, and no slip makes another ending: that is another form.
 */
export function isTypo(typed: string, meant: string): boolean {
  if (typed === meant || typed[0] !== meant[0]) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  const [tail, wanted] = [typed.slice(at), meant.slice(at)];
  const [wrong = '', right = ''] = [tail[0], wanted[0]];
  if (typed.length === meant.length && wrong === wanted[1] && tail[1] === right && tail.slice(2) === wanted.slice(2))
    return true;
  if (typed.at(-1) !== meant.at(-1)) return false;
  if (typed.length === meant.length) return areBeside(wrong, right) && tail.slice(1) === wanted.slice(1);
  if (typed.length + 1 === meant.length) return tail === wanted.slice(1);
  if (typed.length !== meant.length + 1 || tail.slice(1) !== wanted) return false;
  return wrong === typed[at - 1] || areBeside(wrong, typed[at - 1] ?? '') || areBeside(wrong, right);
}
