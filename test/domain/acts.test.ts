/** What a message does in a talk, in words that stand in no labelled set. */
import { describe, expect, it } from 'vitest';
import { type Act, actsIn } from '../../src/domain/reading/acts.ts';

const cases: [Act, string, string][] = [
  ['ends', 'We have gone with another firm, sorry.', 'We have gone through the numbers.'],
  ['ends', 'Das Vorhaben ist leider gestrichen.', 'Das Vorhaben ist spannend.'],
  ['ends', 'Nous ne donnerons pas suite.', 'Nous lisons la suite.'],
  ['ends', 'Al final nos quedamos con otro proveedor.', 'Al final de la calle, a la derecha.'],
  ['orders', 'Put us down for six.', 'Put it on the shelf.'],
  ['orders', 'Wir nehmen Ihr Angebot an.', 'Wir nehmen den Zug.'],
  ['orders', 'Vous pouvez lancer la fabrication.', 'Vous pouvez en parler.'],
  ['orders', 'Pedido confirmado por nuestra parte.', 'Pedido en duda.'],
  ['notYet', 'Still with our board.', 'Yours is the best.'],
  ['notYet', 'Wir sind noch in der Abstimmung.', 'Wir sind zufrieden.'],
  ['notYet', 'Pas encore, on en discute lundi.', 'Très joli.'],
  ['notYet', 'Lo estamos valorando.', 'Nos encanta.'],
  ['gives', 'The drawing is attached.', 'The drawing is nice.'],
  ['gives', 'Siehe Anlage.', 'Siehe da!'],
  ['waits', 'Waiting on the landlord.', 'Waiting on you.'],
  ['waits', 'Wir warten auf den Statiker.', 'Wir warten auf Ihre Antwort.'],
  ['leaves', 'Schade, alles Gute für Sie!', 'Alles klar.'],
  ['confirms', 'Order confirmation attached.', 'Order form attached.'],
];

describe('a message', () => {
  it.each(cases)('%s: "%s", not "%s"', (act, does, doesNot) => {
    expect(actsIn(does).does).toContain(act);
    expect(actsIn(doesNot).does).not.toContain(act);
  });

  it.each([
    'Thanks Mo!',
    'Perfect, thank you so much for the quick reply.',
    'Vielen Dank für die schnelle Rückmeldung, alles klar.',
    'Merci beaucoup pour votre retour.',
    '¡Muchas gracias por la información!',
  ])('of mere courtesy says nothing: %s', (text) => expect(actsIn(text).beside).toEqual([]));

  it('keeps what is said beside the courtesies, and leaves a long one alone', () => {
    expect(actsIn('Thanks, the blue one.').beside).toEqual(['the', 'blue', 'one']);
    expect(actsIn('word '.repeat(40)).beside).toBeNull();
  });
});
