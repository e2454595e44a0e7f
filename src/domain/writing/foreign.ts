/**
 * Whether a text is in a language in which no draft is written. Its small words, and letters that no other has, tell; a draft is then English, and
 * quotes nothing of it.
 */
import type { Language } from './gate/written.ts';

/** Small words, as written, whether another language has them too or not: the one with most of them in the text is its own. */
const own: Record<Language, string> = {
  en: "the a an and or but to of in on at by for from with as is are was be been have has had do does did can could will would shall should may not no yes if so that this these those it its it's i i'm i'll you your we our us they their he she his her my me what which who when where how why any all there here than then thanks please hi get send need just after before about still",
  de: 'der die das den dem des ein eine einen einem einer und oder aber zu in im an am auf aus bei mit nach von vom vor für über ist sind war wird werden haben hat kann können nicht kein keine ja nein wenn ob dass es ich wir uns sie ihr ihnen ihre ihren mir mich was wie wer wann welche welcher noch auch nur schon so danke bitte hallo zum zur bis um als man dank vielen guten tag herr frau',
  fr: 'le la les l un une des du de d et ou mais à au aux en dans sur par pour avec sans est sont a ont été être avez avons ne pas n plus si que qu qui quoi quel quelle quand ce c cette ces il elle on nous vous je j tu mon ma votre vos notre nos y merci bonjour s se quelle quels comment combien très bien encore m me',
  es: 'el la los las un una unos unas de del y o pero a al en con por para sin es son está están ha han he hay ser no sí si que qué quién cuál cuándo cómo se lo le les me te nos su sus mi tu nuestro nuestra usted ustedes yo gracias hola más muy ya este esta esto eso como cuando también antes',
};
const others = {
  nl: 'de het een en of maar te in op aan bij met naar van voor uit over om is zijn was wordt worden heb hebben heeft kan kunnen kunt niet geen ja nee als dat dit die deze er ik wij we ons onze u uw je jij jullie mij wat welke wie wanneer waar hoe nog ook al dank bedankt graag groet dag beste zullen zal moet door dan tot',
  ca: 'el la els les un una uns unes l d i o però a al als del dels de en amb per sense és són està ha han hem he no sí si que què qui quin quina quan com es ho li ens us vos em seu seva nostre nostra vostre mi jo gràcies hola més molt ja aquest aquesta això també abans des fins ve pot podeu tenim necessitem encara mirarem',
  it: 'il lo la i gli le l un una uno di del della dei delle e o ma a al alla in nel con per da dal su è sono ha hanno ho abbiamo non sì se che chi quale quando come si ci vi mi lei noi voi io suo sua nostro nostra vostro grazie buongiorno più molto già questo questa anche prima può',
  pt: 'o a os as um uma de do da dos das e ou mas em no na nos nas ao à com por para sem é são está foi tem têm há não sim se que quem qual quando como lhe me nos seu sua nosso nossa você vocês eu obrigado obrigada olá mais muito já este esta isto também antes bom dia até pelo pela',
  sv: 'och eller men att i på av för från med till om är var har hade kan kunna ska skulle inte ingen ja nej när där det den de en ett vi oss vår er ni du jag mig min vad vilken vilket vem hur hej tack som så också nu innan efter behöver hälsningar',
  da: 'og eller men at i på af for fra med til om er var har havde kan kunne skal skulle ikke ingen ja nej når der det den de en et vi os vores jer i du jeg mig min hvad hvilken hvem hvor hvordan hej tak som så også nu inden efter hilsen ud bruge',
  pl: 'i lub ale do na w we z ze od po za o u przez dla jest są był czy nie tak jak jaki jaka jakie kto kiedy gdzie co że to ten ta te się go ją ich nas nam mnie my pan pani państwo proszę dziękuję dziękujemy dzień dobry może mogę już jeszcze bardzo tego tej ofertę pozdrawiam',
  ro: 'și sau dar de la în pe cu din pentru fără este sunt a au am nu da dacă că care ce cine când cum se o un il ne vă dumneavoastră noi eu mai foarte mulțumim mulțumesc bună ziua acest această acesta la',
  cs: 'a nebo ale do na v ve z ze od po za o u pro je jsou byl ne ano jak jaký kdo kdy kde co že to ten ta se ho ji nás nám mi my vy vás vám prosím děkuji děkujeme dobrý den může už ještě velmi',
  tr: 've veya ama için ile bir bu şu o da de mi mı ne nasıl kim hangi biz siz ben var yok değil çok daha teşekkürler teşekkür merhaba lütfen olarak',
  fi: 'ja tai mutta on ovat ei kyllä jos että se tämä ne me te minä sinä hän mikä kuka milloin missä miten kiitos hei myös vielä jo ensi olemme',
  hu: 'a az és vagy de hogy nem igen ha ez is van volt mi ön önök én már még nagyon köszönöm köszönjük egy ki mikor hol jó',
};

type Table = readonly [string, ReadonlySet<string>];
const tables = (words: Record<string, string>): Table[] =>
  Object.entries(words).map(([language, list]) => [language, new Set(list.split(' '))]);
const owned = tables(own);
const foreign = tables(others);

/** Letters of none of the four. A single name with one is outweighed by the small words around it. */
const letters = /[ąćęłńśźżřěůčšžășțşğıőűåøæãõđ]/u;
const latin = /[\p{Script=Latin}]/u;
/** Characters looked at. */
const looked = 4_000;

const wordsIn = (text: string): string[] =>
  text
    .slice(0, looked)
    .normalize('NFC')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];
const most = (words: readonly string[], all: readonly Table[]): number =>
  Math.max(...all.map(([, table]) => words.filter((word) => table.has(word)).length));

/** Most of its letters are not Latin, or more of its small words and letters are those of another language than of any of the four. */
export function isForeign(text: string): boolean {
  const words = wordsIn(text);
  if (words.filter((word) => !latin.test(word)).length * 2 > words.length) return true;
  const strange = words.filter((word) => letters.test(word)).length;
  return Math.max(most(words, foreign), strange) > most(words, owned);
}

/** Some small word tells that it is in this language. */
export const tells = (text: string, language: Language): boolean =>
  most(
    wordsIn(text),
    owned.filter(([each]) => each === language),
  ) > 0;
