/** Words that say who said something, and where in a line somebody else's words begin: what is told of others is no command. */
import { fold } from '../reading/fold.ts';
import { has, type Meaning, matchesAt, wordsIn } from './phrases.ts';
import { verbs } from './verb-words.ts';

/** "Wrote", "says", "answered" of somebody else, in the languages that mail is written in. What only "I" says is none of them. */
const tellingWords = `
  wrote writes written said says replied replies responded responds answered commented stated added
  schrieb schreibt geschrieben sagte sagt gesagt meinte meint antwortete antwortet geantwortet erwiderte schreift geschriwwen
  écrit écrivait écrivit dit disait répond répondu répondit
  escribió escribe escrito escribiu dijo dice dicho respondió responde contestó contesta digué diu escrigué escriure escribía
  scritto scrisse scrive detto disse dice risposto rispose risponde
  escreveu escreve disse diz respondeu
  schreef schrijft geschreven zei zegt antwoordde geskryf skryf
  skrev skriver skrivit skreiv skrifaði skrifar sade säger sagde siger svarade svarede svarte sagði
  kirjoitti kirjoittaa sanoi vastasi kirjutas kirjutab ütles vastas
  rakstīja raksta teica rašė parašė rašo sakė
  napisał napisała pisze napisal napisala powiedział powiedziała odpisał odpisała
  napsal napsala píše řekl řekla napísal napísala odpísal
  írta írja mondta scris scrie spus
  написал написала написали пишет сказал сказала ответил ответила писал писала
  написав написала пише сказав сказала відповів
  напісаў напісала піша
  написа писа пише каза напиша рече написао
  napisao napisala napisali piše kaže rekao rekla
  έγραψε γράφει είπε απάντησε
  yazdı yazdi yazmış yazıyor dedi yazıb yozdi жазды
  idatzi ysgrifennodd scríobh sgrìobh kiteb shkroi shkruajti
  menulis berkata menjawab isinulat sumulat sinabi aliandika ameandika anaandika alisema amesema
  viết nói qoray rubuta ubhale wabhala waandika бичсэн skribis scripsit
  գրել գրեց գրում ասաց დაწერა წერს თქვა
  نوشت نوشته گفت كتب كتبت قال قالت لکھا کہا ጻፈ ጻፈች ጽፏል
  כתב כתבה כותב כותבת אמר אמרה
  लिखा लिखती लिखते कहा लिहिले म्हणाले लेख्नुभयो લખ્યું ਲਿਖਿਆ লিখেছেন লিখেছে লিখল বলেছেন
  எழுதினார் எழுதினாள் எழுதியது கூறியது கூறினார் రాశారు వ్రాశారు ಬರೆದರು ಬರೆದಿದ್ದಾರೆ എഴുതി പറഞ്ഞു ලිවීය ලියා`;
const telling = new Set(fold(tellingWords).trim().split(/\s+/));

/** In scripts that put no spaces between words. */
const runs = fold('写道|寫道|写到|写了|说|說|書きました|のメール|の発言|님이|작성|썼습니다|เขียน|กล่าว|ຂຽນ|សរសេរ|ရေး');
const tellingRun = new RegExp(runs, 'u');
const endsInRun = new RegExp(`(?:${runs})$`, 'u');

const oneself = new Set(
  'i we ich wir j ai nous yo nosotros ho abbiamo noi eu nós ik wij wy jag vi jeg я мы ми'.split(' ').map(fold),
);

const lettersIn = (line: string): string[] => fold(line).match(/[\p{L}\p{M}]+/gu) ?? [];

/** The place among the words at which somebody else is said to have said something; -1 where nobody is. "As I wrote" is nobody else. */
function tellingAt(words: readonly string[]): number {
  return words.findIndex(
    (word, at) =>
      (telling.has(word) || tellingRun.test(word)) &&
      ![at - 2, at - 1, at + 1].some((beside) => oneself.has(words[beside] ?? '')),
  );
}

/** Whether a line says that somebody else said something. */
export const tells = (line: string): boolean => tellingAt(lettersIn(line)) >= 0;

/** Whether that is its last word. */
export function endsTelling(line: string): boolean {
  if (endsInRun.test(fold(line))) return true;
  const words = lettersIn(line);
  return tellingAt(words.slice(-3)) === Math.min(2, words.length - 1) && words.length > 1;
}

/** What a machine puts before a note of absence. */
export const isAutomatic = (line: string): boolean =>
  /^(?:auto(?:mat(?:ic|ed))?[- ]?(?:reply|response|answer)|auto|out of (?:the )?office(?: reply)?|automatische (?:antwort|antwoord)|abwesenheits(?:notiz|nachricht)|reponse automatique|respuesta automatica|risposta automatica|resposta automatica)\s?:/.test(
    fold(line),
  );

/** "Call Dana:", "forwarding to Tom:", "sag Tom:": what follows is for them. */
const handsOn =
  /^(?:(?:please|pls|bitte|merci de|por favor)[ ,]+)?(?:call|phone|ring|text|tell|ask|email|e-mail|mail|message|ping|write|forward(?:ing|ed)?|fwd|passing(?: this)? on|note|memo|ruf|sag|sage|frag|frage|schreib|schreibe|mail|weiterleit(?:en|ung)|weitergeleitet|leite|notiz|appelle|appeler|dis|dire|demande|demander|ecris|transfer(?:er|e)|note|llama|llamar|dile|decir|di|pregunta|preguntar|escribe|reenvi(?:ar|o|ado)|nota)(?![\p{L}\p{M}]) ?[^\d:]{1,60}:\s*\S/u;

/** "They approved 1", "sie haben 3 genehmigt", "il a dit oui à 3": who is no addressee has done it. */
const others =
  /^(?:they|he|she|(?:sie|er) (?:haben|hat|hatte|hatten)|(?:ils|elles|il|elle)(?: l')? ?(?:ont|a|avait)?|(?:ellos|ellas|el|ella)? ?(?:han|ha|habian)|essi hanno|lui ha|lei ha|zij hebben|hij heeft) /u;

/** Whether a sentence that begins so only tells what others said or did. */
function tellsOfOthers(sentence: string): boolean {
  const folded = fold(sentence);
  if (handsOn.test(folded)) return true;
  const words = wordsIn(sentence.slice(0, 200));
  return didIt(words, folded) || saidIt(words, sentence);
}

const deeds: readonly Meaning[] = ['approve', 'reject', 'lift', 'undo', 'move', 'close'];

/** "They approved 1", "sie haben 1 genehmigt", and not "they rejected our offer, 3 yes". */
function didIt(words: readonly string[], folded: string): boolean {
  const who = others.exec(folded);
  if (!who) return false;
  const first = wordsIn(who[0]).length;
  const clause = words.slice(0, stopIn(words, first));
  const done = [0, 1, 2].some((next) => deeds.some((deed) => has(deed, clause, first + next) > 0));
  return done && clause.slice(first).some((word) => /^\d/.test(word));
}

/** "Tom wrote: …", "she said yes to 3", and not "3 no, they wrote: …", where the rest is the reason. */
function saidIt(words: readonly string[], sentence: string): boolean {
  const at = tellingAt(words);
  if (at < 1 || at > 6) return false;
  const before = words.slice(0, at);
  if (
    before.some((word, place) => /^[\d,;:]/.test(word) || has('yes', words, place) > 0 || has('no', words, place) > 0)
  )
    return false;
  if (words[at + 1] === ':' || marksOf(sentence) > 0) return true;
  const from = words[at + 1] === ',' ? at + 2 : at + 1;
  const clause = words.slice(from, stopIn(words, from));
  // "They'd decide in Q3" is no command of theirs either.
  return clause.some((word) => /^\d/.test(word)) && clause.some((_, place) => decides(clause, place));
}

const decides = (words: readonly string[], at: number): boolean =>
  matchesAt(words, at).some(({ meaning }) => meaning in verbs);

const stopIn = (words: readonly string[], from: number): number => {
  const stop = words.findIndex((word, at) => at >= from && /^[,;:]$/.test(word));
  return stop < 0 ? words.length : stop;
};

const marksOf = (line: string): number => (line.match(/["“”„«»]/gu) ?? []).length;

/** The whole line, and no part of it, in quotation marks. */
const wholeQuoted = /^(?:["“”„«»][^"“”„«»]+["“”«»]|['‘‚‹][^'‘’‚‹›]+['’‘›]|`[^`]+`)[.,;!]?$/u;

/** As a receipt words what to reply, in quotation marks: they are copied with it. */
const ourOwn = /^["“„](?:undo [^"“”„«»]{1,80}|resume|stop)["”“]\.?$/iu;

/** A quotation begins with the line and does not end in it. */
export const opensQuote = (line: string): boolean => /^["“„«]/u.test(line) && marksOf(line) === 1;

/** From where on a line of the rep's own is somebody else's words, or for somebody else; its length where nothing of it is. */
export function reportedFrom(line: string): number {
  if (line.length > 600) return line.length;
  if (wholeQuoted.test(line)) return ourOwn.test(line) ? line.length : 0;
  let start = 0;
  for (const { index, 0: stop } of [...line.matchAll(/[.!?;]\s+/g), { index: line.length, 0: '' }]) {
    if (tellsOfOthers(line.slice(start))) return start;
    start = index + stop.length;
  }
  return line.length;
}
