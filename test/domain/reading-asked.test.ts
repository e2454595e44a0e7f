/** What is asked, by kinds of grammar: what awaits an answer, and what only looks like it. */
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../src/domain/reading.ts';
import { messageOf } from '../eval/sets.ts';

const questions = (text: string): string[] => readMessage(messageOf({ text }), 'Europe/London').questions;

const kinds: Record<string, { asked: string[]; not: string[] }> = {
  'a request in the manner of an office': {
    asked: [
      'We would be obliged to have a copy of your certificate.',
      'We should be glad to receive your observations on the above.',
      'We would be grateful for confirmation of the above.',
      'I shall be obliged if you will forward the schedule of rates.',
      'The Council would like to know if the bins can be emptied by hand.',
      'Would like to know if you deliver to the islands.',
      'Grateful for sight of the latest accounts.',
      'Wondered if you had looked at the drawings.',
      'Could I trouble you for the data sheet.',
      'Wir erbitten Ihr Angebot bis 12. November.',
      "Nous restons dans l'attente de votre devis.",
      'You are requested to furnish proof of insurance.',
      'Wir bitten um Mitteilung, ob das Gerät förderfähig ist.',
      'Wir ersuchen um Übermittlung eines Anbots für zwei Schaukeln.',
      'Um Rückmeldung bis zum Monatsende wird gebeten.',
      'Es wird um Übersendung der Prüfbescheinigung gebeten.',
      'Wir wären Ihnen verbunden, wenn Sie uns die Laufzeit nennen würden.',
      'Teilen Sie dem Bauamt bitte mit, welche Fristen gelten.',
      'Nous vous saurions gré de nous indiquer la durée du marché.',
      'Nous vous serions obligés de nous transmettre votre attestation.',
      'Je vous serais reconnaissant de me faire connaître vos conditions.',
      'Vous voudrez bien nous faire connaître le délai retenu.',
      'Il vous est demandé de produire un extrait Kbis.',
      'Rogamos nos indiquen el plazo de entrega.',
      'Les agradeceríamos nos remitieran la ficha técnica.',
      'Se ruega confirmar la recepción del pliego.',
      'Sírvanse indicarnos la vigencia de la oferta.',
      'Tengan la bondad de remitirnos el certificado.',
      'Se solicita la remisión de la documentación pendiente.',
    ],
    not: [
      'Grateful for your help with the move.',
      "Nous restons dans l'attente de votre réponse.",
      'We are obliged to have the site surveyed every year.',
      'You are kindly invited to our open day.',
      'We are glad to receive your order.',
      'Wir bitten um Verständnis.',
      'Um Beachtung wird gebeten.',
      'Wir sind Ihnen sehr verbunden.',
      'Nous vous prions de nous excuser.',
      'Nous sommes obligés de fermer vendredi.',
      'Rogamos disculpen las molestias.',
      'Se ruega silencio en la sala.',
    ],
  },
  'what is needed or left open': {
    asked: [
      'Before I can raise the order I need the calibration interval and the name of your partner.',
      'To set you up as a supplier we need your registered address and your VAT number.',
      'The only open point is how long your fitters need.',
      'Offen ist nur, wie lange Ihr Montageteam braucht.',
      'Ungeklärt ist noch, wer die Abnahme macht.',
      'Für die Rechnung brauche ich noch Ihre Steuernummer und die Lieferanschrift.',
      'Reste à voir qui prend en charge le transport.',
      'Le seul point ouvert est la durée de la pose.',
      'Pour la commande il me faut votre SIRET et un RIB.',
      'Para emitir la factura necesito el NIT y la dirección fiscal.',
      'Solo queda por saber quién paga el transporte.',
      'Queda pendiente saber cuánto tarda el montaje.',
    ],
    not: [
      'We need the board to look at the price.',
      'All I need is a holiday.',
      'Das Tor ist offen, wie immer.',
      'Je ne manque de rien.',
      'No necesito nada más.',
    ],
  },
  'a question that ends without its mark': {
    asked: [
      "Two things. Who's covering the permit fees. We start soon.",
      "And what's your lead time on the glass, because our builder is getting restless. Thanks.",
      'How long is the warranty. We need it for the file.',
      'Wer zahlt die Gebühren. Wir fangen bald an.',
      'Und wie lang ist die Lieferzeit. Das müssen wir wissen.',
      'Qui paie les frais de dossier. On démarre bientôt.',
      'Quel est votre délai. On est pressés.',
      'Quién paga las tasas. Empezamos pronto.',
      'Cuál es el plazo. Vamos justos.',
    ],
    not: [
      'Who pays the piper calls the tune. Ha.',
      "What's done is done. Thanks.",
      'Wer zuerst kommt, mahlt zuerst. Gruß',
      'Qui ne dit mot consent. Bonne journée.',
      'Quien mucho abarca poco aprieta. Un saludo.',
    ],
  },
  'Portuguese, Italian and Dutch': {
    asked: [
      'Qual é o prazo de entrega?',
      'Gostaria de saber se entregam nos Açores.',
      'Podem enviar-nos a ficha técnica.',
      'Agradecemos que nos indiquem o preço.',
      'Solicitamos o envio do certificado.',
      'Qual è il termine di consegna?',
      'Vorrei sapere se consegnate in Sardegna.',
      'Potreste inviarci la scheda tecnica.',
      'Vi preghiamo di indicarci il prezzo.',
      'Si prega di confermare la ricezione.',
      'Wat is de levertijd?',
      'Ik zou graag willen weten of u in België levert.',
      'Kunt u ons de fiche sturen.',
      'Graag vernemen wij de prijs.',
      'Wij verzoeken u ons de prijs mee te delen.',
    ],
    not: [
      'Tudo bem?',
      'Como foi o fim de semana?',
      'Se tiver dúvidas, estou à disposição.',
      'Come va?',
      'Tutto bene?',
      'Se ha domande, resto a disposizione.',
      'Hoe gaat het?',
      'Alles goed?',
      'Heeft u vragen, laat het me weten.',
    ],
  },
  'a thing sent for, beside a word given': {
    asked: [
      "Just send me the final tags and I'll push it live.",
      'Schick mir einfach die Maße, dann rechne ich.',
      'Envoyez-moi les cotes et je chiffre.',
      'Mándame las medidas y te lo calculo.',
    ],
    not: ['Just send the bill, no rush.'],
  },
};

describe.each(Object.entries(kinds))('%s', (_, { asked, not }) => {
  test.each(asked)('%s', (text) => expect(questions(text).length).toBeGreaterThan(0));
  test.each(not)('is not asked: %s', (text) => expect(questions(text)).toEqual([]));
});

describe('asks nothing', () => {
  test.each([
    // Small talk.
    "How's the new office treating you?",
    'How are you settling in at the new place?',
    'Wie lebt es sich im neuen Büro?',
    'Haben Sie sich im neuen Gebäude gut eingelebt?',
    'Vous êtes bien installés dans vos nouveaux bureaux ?',
    '¿Qué tal se está en la oficina nueva?',
    '¿Cómo os trata la oficina nueva?',
    'How was Lisbon?',
    "Wie war's in Lissabon?",
    'Na, wieder gesund?',
    'Comment était Lisbonne ?',
    'Alors, remis de vos émotions ?',
    '¿Qué tal por Lisboa?',
    // Rhetorical.
    "Wouldn't that be nice?",
    'Remember me?',
    'Wer rastet, der rostet, nicht wahr?',
    'Wozu hat man Freunde?',
    '¿No es maravilloso?',
    "Do I look like I've a crystal ball?",
    'Am I made of money?',
    'Since when do we pay for parking?',
    'Why make it hard when it can be easy?',
    'Who was going to turn down a discount like that?',
    'Sehe ich aus wie ein Hellseher?',
    'Bin ich Krösus?',
    'Warum kompliziert, wenn es auch einfach geht?',
    'Wer würde so einen Rabatt schon ausschlagen?',
    "Est-ce que j'ai l'air d'un devin ?",
    'Pourquoi compliquer les choses quand on peut faire simple ?',
    'Qui refuserait une remise pareille ?',
    '¿Tengo yo cara de adivino?',
    '¿Para qué complicarse si se puede hacer fácil?',
    '¿Quién se iba a negar a un descuento así?',
    '¿Quién va a rechazar algo así?',
    // Answered by its own author.
    "Is it anybody's fault? Probably mine.",
    'Whose idea was it? Mine.',
    'Wer war schuld? Vermutlich ich.',
    'Ist das jemandes Schuld? Wahrscheinlich meine.',
    "C'est la faute de quelqu'un ? Sans doute la mienne.",
    '¿Es culpa de alguien? Seguramente mía.',
    // No answer wanted.
    'The comparison is attached, no need to answer.',
    'Keine Antwort nötig, nur zur Info.',
    'Inutile de répondre, simple information.',
    'No hace falta que conteste, es solo para su información.',
  ])('%s', (text) => expect(questions(`Hello,\n\n${text}\n\nBest regards\nSam`)).toEqual([]));
});

describe('is asked once', () => {
  test.each([
    [
      'Für die Beschaffung fehlt mir noch das Datenblatt. Könnten Sie mir das zustellen?',
      'Könnten Sie mir das zustellen?',
    ],
    ["Il me manque encore le nom du contact. Vous pourriez m'envoyer ça ?", "Vous pourriez m'envoyer ça ?"],
    ['I am still missing the data sheet. Could you send it over?', 'Could you send it over?'],
    ['Me falta la ficha técnica. ¿Me la puede mandar?', '¿Me la puede mandar?'],
    [
      'Your page says per seat but the deck says per run?? Which is it',
      'Your page says per seat but the deck says per run??',
    ],
    [
      'Auf der Seite steht pro Platz, im Angebot pro Lauf? Was stimmt',
      'Auf der Seite steht pro Platz, im Angebot pro Lauf?',
    ],
  ])('%s', (text, question) => expect(questions(text)).toEqual([question]));
});
