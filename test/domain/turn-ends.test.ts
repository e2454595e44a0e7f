/** How talks end: they took another, dropped it, or all is signed; and our courteous last word starts nothing anew. */
import { describe, expect, it } from 'vitest';
import { turnNow, turnOf } from './talks.ts';

/** What they write after our question, and how we take leave. */
const leave = (theirs: string, ours: string, asked = 'Have you been able to come to a view on the proposal?'): string =>
  `R 05-04 ${asked}\nP 05-06 ${theirs}\nR 05-06 ${ours}`;

describe("it is nobody's turn once they took another", () => {
  it.each([
    [
      "We've decided to go with Kessler Partners. It was close.",
      'Thank you for letting me know. I wish you every success with it.',
    ],
    ['In the end we went with Hartley & Sons.', 'Shame, but understood. All the best with it.'],
    ['The panel has appointed Fielding for this one.', 'Thanks for telling me, and good luck!'],
    ['We have signed with Acme last week, sorry.', 'No problem at all. All the best!'],
    ['We built our own in the end, sorry!', 'No worries, best of luck with it.'],
    [
      'Wir haben uns für die Firma Kessler entschieden. Danke für Ihre Mühe.',
      'Schade, aber danke für die offene Rückmeldung. Alles Gute!',
    ],
    ['Den Zuschlag hat die Brunner GmbH erhalten.', 'Danke für die Info, viel Erfolg mit dem Projekt.'],
    ['Am Ende ist es eine hauseigene Lösung geworden.', 'Kein Problem, alles Gute!'],
    ['On a finalement pris une solution maison, désolée ! Merci pour tout', 'Pas de souci, belle continuation.'],
    ['Nous avons retenu Dupont Frères pour ce lot.', 'Merci de nous avoir prévenus. Bonne continuation.'],
    ['Nous avons signé avec Lambert la semaine dernière.', 'Dommage, mais je comprends. Belle réussite !'],
    ['Al final hemos elegido a Garcés.', 'Gracias por avisar, mucha suerte.'],
    ['Hemos firmado con Aluminios Vega.', 'Lo entiendo, que vaya muy bien.'],
    ['Al final hemos montado una solución propia.', 'Sin problema, mucha suerte.'],
  ])('%s', (theirs, ours) => expect(turnOf(leave(theirs, ours))).toBe('nobody'));
});

describe("it is nobody's turn once they dropped it, whatever they still pay", () => {
  it.each([
    [
      'Wir haben heuer beschlossen, die Messe auszulassen. Danke für die Entwürfe, das Honorar überweisen wir natürlich.',
      'Schade, aber verständlich. Alles Gute!',
    ],
    [
      'Wir haben entschieden, in diesem Jahr nicht auszustellen. Die Rechnung begleichen wir selbstverständlich.',
      'Alles klar, alles Gute!',
    ],
    [
      "We've decided to skip the fair this year. We will of course pay for the drafts.",
      'A shame, but understood. All the best!',
    ],
    ["We're sitting this one out. We'll settle your invoice, of course.", 'Thanks for letting me know, all the best.'],
    [
      'Nous avons décidé de faire l’impasse cette année. Nous réglerons bien sûr les esquisses.',
      'Dommage, mais je comprends. Bonne continuation.',
    ],
    ['Hemos decidido saltarnos la feria este año. Los bocetos se los pagamos, claro.', 'Lo entiendo, mucha suerte.'],
  ])('%s', (theirs, ours) => expect(turnOf(leave(theirs, ours))).toBe('nobody'));
});

describe("it is nobody's turn once all is signed or set", () => {
  it.each([
    ["Lovely, that's us all squared away so. Thanks Hannah.", 'A pleasure doing business!'],
    ["Thanks, we're all set.", 'Great, have a good one!'],
    ['Perfect, everything is signed now. Thank you!', 'Wonderful, welcome aboard.'],
    ['Super, damit ist alles unter Dach und Fach. Danke!', 'Sehr gerne, auf gute Zusammenarbeit!'],
    ['Danke, jetzt ist alles geregelt.', 'Freut mich, schönes Wochenende!'],
    ['Parfait, tout est en ordre de notre côté. Merci !', 'Avec plaisir, bonne journée.'],
    ['Merci, tout est signé.', 'Ravi de travailler avec vous !'],
    ['Perfecto, todo firmado y en orden. Gracias.', 'Un placer, buen fin de semana.'],
    ['Gracias, ya está todo cerrado.', 'Encantado de trabajar con ustedes.'],
  ])('%s', (theirs, ours) =>
    expect(turnOf(leave(theirs, ours, 'Your countersigned copy is attached.'))).toBe('nobody'),
  );
});

it('is our turn while we owe something, though they are all set', () =>
  expect(turnOf("R 05-18 I'll send the invoice tomorrow.\nP 05-18 Great, everything is signed then, thanks!")).toBe(
    'ours',
  ));

describe('after a day named before, we write from the next', () => {
  const wishes = [
    'Our committee meets on 15 May. Please come back to us after that.',
    'The board sits on 15 May. Chase me again after the meeting.',
    'Der Ausschuss tagt am 15. Mai. Melden Sie sich bitte danach wieder.',
    'Le collège en parle le 15 mai. Revenez vers nous après cette date svp.',
    'El pleno es el 15 de mayo. Vuelva a escribirnos después.',
  ];
  it.each(wishes)('%s', (wish) => {
    expect(turnNow(`R 05-04 How is the project going?\nP 05-05 ${wish}\nR 05-05 Noted, thank you.`)).toMatchObject({
      turn: 'ours',
      reason: 'question',
      since: '2026-05-18',
    });
  });
});

describe('it is not over', () => {
  it.each([
    ['ours', "We've decided to go with you. Can you send the contract?"],
    ['ours', "We've decided to go with Premium. Can you send the contract?"],
    ['ours', "We're all set for the demo. What do we need to bring?"],
    ['ours', 'Is everything signed on your side?'],
    ['theirs', "We'll sign on Friday, once everything is settled with the bank."],
    ['theirs', 'Wir schicken den Vertrag am Freitag, sobald alles geregelt ist.'],
    ['ours', 'Wir haben uns für Variante B entschieden. Können Sie im Juni liefern?'],
    ['ours', 'Nous avons retenu la variante B. Quand pouvez-vous livrer ?'],
    ['ours', 'Hemos elegido el modelo B. ¿Cuándo lo entregan?'],
  ])('%s: %s', (turn, theirs) => expect(turnOf(`R 05-18 Any thoughts on Premium?\nP 05-19 ${theirs}`)).toBe(turn));
});
