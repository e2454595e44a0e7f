/** Who leaves one item out, or says something odd of it, has not said yes to it, nor no to the others: whatever the words, in four languages. */
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/domain/answer/understand.ts';
import { proposals } from './proposal-items.ts';

const today = '2026-11-30';
const items = proposals.slice(0, 4);

const phrases = {
  en: {
    all: [
      'approve all',
      'all ok',
      'all yes',
      'yes to all',
      'everything is fine',
      'all good',
      'ok to everything',
      'go ahead with all of them',
      'please approve everything',
    ],
    but: ['except', 'but', 'but not', 'other than', 'apart from', 'save for', 'minus', 'without', 'excluding', 'bar'],
    tail: [
      '',
      ', not that one',
      ", don't close it",
      ', no',
      ' (not closing that)',
      ", that's a no",
      ', that one stays open',
      '. Not that one',
      ' please, still talking',
      ", don't touch it",
      ', leave it',
      ', he is still in',
    ],
    rest: [
      'rest ok',
      'the rest yes',
      'the others are fine',
      'approve the others',
      'everything else ok',
      'rest is good',
      'all others yes',
      'remaining ones ok',
    ],
    odd: [
      'show me that one again in 10 days',
      'bring it back Thursday',
      'hmm',
      'nope',
      "don't",
      'not convinced',
      'wait with it',
      'I have doubts',
      'leave',
      'needs work',
      'not now',
      'rather not',
      'who is that',
      'call me about it',
      'give me a week',
      'back in May',
    ],
  },
  de: {
    all: [
      'alle freigeben',
      'alles ok',
      'alle ja',
      'ja zu allen',
      'alles passt',
      'alles freigeben',
      'bitte alle genehmigen',
      'alles klar',
    ],
    but: [
      'außer',
      'bis auf',
      'ohne',
      'nur nicht',
      'aber nicht',
      'ausgenommen',
      'mit Ausnahme von',
      'nicht aber',
      'nur die',
    ],
    tail: [
      '',
      ', die nicht',
      ', die nicht schließen',
      ' (nicht schließen)',
      ', nein',
      ', das nicht',
      '. Die nicht',
      ' nicht',
      ', die bleibt offen',
      ', lass die',
      ', der ist noch dran',
      ', den nicht anlegen',
    ],
    rest: [
      'Rest ok',
      'der Rest ja',
      'die anderen passen',
      'die übrigen freigeben',
      'alles andere ok',
      'sonst alles ja',
      'die restlichen ok',
      'ansonsten alles ok',
    ],
    odd: [
      'zeig mir nochmal in 10 Tagen',
      'lieber nicht',
      'hm',
      'nö',
      'auf keinen Fall',
      'da bin ich unsicher',
      'warten',
      'kommt später',
      'lassen',
      'stimmt so nicht',
      'erst nächste Woche',
      'ruf mich dazu an',
      'wer ist das',
      'will ich nochmal sehen',
      'wieder vorlegen',
      'bloß nicht',
    ],
  },
  fr: {
    all: [
      'tout valider',
      'tout ok',
      'oui à tout',
      "j'approuve tout",
      'tout est bon',
      'validez tout',
      'ok pour tout',
      "d'accord pour tout",
    ],
    but: [
      'sauf',
      'sauf le',
      'hormis le',
      'excepté le',
      'mais pas le',
      'à part le',
      'sans le',
      "à l'exception du",
      'moins le',
    ],
    tail: [
      '',
      ', pas celui-là',
      ', ne le fermez pas',
      ' (ne pas clore)',
      ', non',
      ', celui-là non',
      '. Pas celui-là',
      ', laissez-le ouvert',
      ', il hésite encore',
      ", n'y touchez pas",
      ', à ne pas clore',
    ],
    rest: [
      'le reste ok',
      'le reste oui',
      'les autres sont bons',
      'validez les autres',
      'tout le reste ok',
      'pour les autres oui',
      'le reste est bon',
      'les autres ok',
    ],
    odd: [
      'remontrez-le-moi dans 10 jours',
      'plutôt pas',
      'bof',
      'nan',
      'surtout pas',
      "j'hésite",
      'attendez',
      'plus tard',
      'laissez',
      "c'est faux",
      'la semaine prochaine',
      'appelez-moi',
      "c'est qui",
      'à revoir',
      'pas question',
      'on en reparle',
    ],
  },
  es: {
    all: ['aprobar todo', 'todo ok', 'sí a todo', 'apruebo todo', 'todo bien', 'todos sí', 'ok a todo', 'dale a todo'],
    but: [
      'menos',
      'menos el',
      'salvo el',
      'excepto el',
      'pero no el',
      'quitando el',
      'sin el',
      'a excepción del',
      'todo menos el',
    ],
    tail: [
      '',
      ', ese no',
      ', no lo cierres',
      ' (no cerrar)',
      ', no',
      ', ese que no',
      '. Ese no',
      ', déjalo abierto',
      ', sigue vivo',
      ', no lo toques',
      ', que no se cierre',
    ],
    rest: [
      'los demás ok',
      'el resto sí',
      'los otros bien',
      'aprueba los otros',
      'todo lo demás ok',
      'el resto está bien',
      'los demás sí',
      'lo demás ok',
    ],
    odd: [
      'vuélvemelo a enseñar en 10 días',
      'mejor no',
      'mmm',
      'nop',
      'ni hablar',
      'tengo dudas',
      'espera',
      'más tarde',
      'déjalo',
      'está mal',
      'la semana que viene',
      'llámame',
      'quién es',
      'a revisar',
      'para nada',
      'luego lo vemos',
    ],
  },
};

const articles = { en: ['', 'number '], de: ['', 'die '], fr: ['', 'le '], es: ['', 'el '] };

/** Of so many combinations one is looked at; all of them took a minute when they were written. */
const share = 5;

function* answers(language: keyof typeof phrases, n: number): Generator<string> {
  const { all, but, tail, rest, odd } = phrases[language];
  for (const yes of all)
    for (const except of but)
      for (const why of tail) for (const mark of [' ', ', ']) yield `${yes}${mark}${except} ${n}${why}`;
  for (const others of rest)
    for (const words of odd) {
      for (const article of articles[language])
        for (const mark of [' ', ': ', ' - ', ', '])
          for (const next of [', ', '. ', '; ', '\n']) yield `${article}${n}${mark}${words}${next}${others}`;
      for (const next of [', ', '. ', '; ', '\n']) yield `${others}${next}${n} ${words}`;
    }
}

describe.each(Object.keys(phrases) as (keyof typeof phrases)[])('an answer to all but one (%s)', (language) => {
  test.each([2, 4])('approves not number %d, and refuses no other', (n) => {
    let [looked, clear] = [0, 0];
    const wrong: string[] = [];
    for (const [index, text] of [...answers(language, n)].entries()) {
      if (index % share !== n % share) continue;
      looked += 1;
      const { actions, askBack } = understand(text, items, today);
      if (!askBack && actions.length > 0) clear += 1;
      const bad = actions.filter((action) => (action.n === n ? action.do === 'approve' : action.do !== 'approve'));
      if (bad.length > 0)
        wrong.push(`${JSON.stringify(text)}: ${bad.map((each) => `${each.n} ${each.do}`).join(', ')}`);
    }
    expect(wrong).toEqual([]);
    // A reader that asks about everything keeps this promise, too.
    expect(clear / looked).toBeGreaterThan(0.4);
  });
});
