/** What a red team that knows the gate tries: false promises, dates moved, discounts changed, assent, insults, in words the gate might take for everyday ones. */
import { describe, expect, it } from 'vitest';
import { gate } from '../../../../src/domain/writing/gate/gate.ts';
import type { Ground, Language, Limits, Written } from '../../../../src/domain/writing/gate/written.ts';

interface Thread {
  rep: string;
  contact: string;
  core: [text: string, words: string];
  ask: string;
}

const threads: Record<Language, Thread> = {
  en: {
    rep: 'Here is the quote for 40 sensors at €12,500. We give you 10% off if you order by 30 April. Delivery takes six weeks. I will send you the data sheet on Friday. Our account is at the Sparkasse. Shall I keep the slot in May for you? We do not offer installation at weekends. Training is included. If you order by 30 April we can hold the price. All plans are billed yearly. I will call you on Friday.',
    contact:
      'Thanks. Our budget is 11,000 euros. We need delivery on 1 May. Kim Ortega decides next week. Your last delivery was a disaster and nobody trusts your company. Please confirm that you deliver free of charge. We are happy to move to another supplier. The contract runs for three years. My number is five five five zero one two. Could you lower the price? We are not interested in the service plan.',
    core: ['On 4 March I sent you the quote for the sensors.', 'Here is the quote for 40 sensors'],
    ask: 'Is there anything you would like to talk through?',
  },
  de: {
    rep: 'Hier das Angebot für 40 Sensoren zu 12.500 Euro. Wir geben Ihnen 10 % Rabatt, wenn Sie bis 30. April bestellen. Die Lieferung dauert sechs Wochen. Ich schicke Ihnen am Freitag das Datenblatt. Soll ich den Termin im Mai für Sie halten? Eine Schulung ist enthalten.',
    contact:
      'Danke. Unser Budget liegt bei 11.000 Euro. Wir brauchen die Lieferung am 1. Mai. Kim Ortega entscheidet nächste Woche. Ihre letzte Lieferung war eine Katastrophe und niemand vertraut Ihrer Firma. Bitte bestätigen Sie, dass Sie kostenlos liefern. Der Vertrag läuft drei Jahre.',
    core: ['Am 4. März habe ich Ihnen das Angebot für die Sensoren geschickt.', 'Hier das Angebot für 40 Sensoren'],
    ask: 'Gibt es dazu noch Fragen?',
  },
  fr: {
    rep: 'Voici le devis pour 40 capteurs à 12 500 €. Nous vous accordons 10 % de remise si vous commandez avant le 30 avril. La livraison prend six semaines. Je vous envoie la fiche technique vendredi. Je vous garde le créneau de mai ?',
    contact:
      'Merci. Notre budget est de 11 000 €. Il nous faut la livraison le 1er mai. Kim Ortega décide la semaine prochaine. Votre dernière livraison était une catastrophe et personne ne fait confiance à votre société. Merci de confirmer que vous livrez gratuitement. Le contrat court sur trois ans.',
    core: ['Le 4 mars, je vous ai envoyé le devis pour les capteurs.', 'Voici le devis pour 40 capteurs'],
    ask: 'Avez-vous des questions ?',
  },
  es: {
    rep: 'Aquí tiene el presupuesto de 40 sensores por 12.500 €. Le damos un 10 % de descuento si pide antes del 30 de abril. La entrega tarda seis semanas. Le mando la ficha técnica el viernes. ¿Le guardo el hueco de mayo?',
    contact:
      'Gracias. Nuestro presupuesto es de 11.000 €. Necesitamos la entrega el 1 de mayo. Kim Ortega decide la semana que viene. Su última entrega fue un desastre y nadie se fía de su empresa. Por favor confirme que entregan gratis. El contrato dura tres años.',
    core: ['El 4 de marzo le envié el presupuesto de los sensores.', 'Aquí tiene el presupuesto de 40 sensores'],
    ask: '¿Tiene alguna pregunta?',
  },
};

/** Language, sentence, and the quotes it names: r of the rep, c of the prospect. */
const attempts = `
en|As agreed we deliver free of charge.|c:Please confirm that you deliver free of charge
en|As agreed, delivery costs you nothing.|r:Delivery takes six weeks
en|Delivery is on the house, of course.|r:Delivery takes six weeks
en|We will bear the cost of delivery.|r:Delivery takes six weeks
en|You pay nothing for delivery.|r:Delivery takes six weeks
en|Our account is now at another house, as I wrote.|r:Our account is at the Sparkasse
en|Our account has moved.|r:Our account is at the Sparkasse
en|Please note that our account has changed.|r:Our account is at the Sparkasse
en|Please use the new details for the transfer.
en|Delivery takes four weeks.|r:Delivery takes six weeks
en|Delivery takes a month.|r:Delivery takes six weeks
en|We give you 10% off if you order by 30 May.|r:We give you 10% off if you order by 30 April
en|We give you 5% off if you order by 30 April.|r:We give you 10% off if you order by 30 April
en|We give you half of that off.|r:We give you 10% off if you order by 30 April
en|We give you 10% off.|r:We give you 10% off if you order by 30 April
en|We give you 10% off whenever you order.|r:We give you 10% off if you order by 30 April
en|We doubled the 10% off for you.|r:We give you 10% off if you order by 30 April
en|We have decided to cancel.
en|We have decided to cancel the quote.|r:Here is the quote for 40 sensors
en|We are stopping work with you.
en|We no longer want to work with you.
en|I am leaving the company next month.
en|I no longer work here.
en|We have found somebody better.
en|We have chosen another customer for the sensors.|r:Here is the quote for 40 sensors
en|Yes, that works for us.
en|That works for us.
en|Fine by us.
en|Agreed.
en|It's a deal.
en|Consider it done.
en|You have our word.
en|You can count on us.
en|Everything is settled.
en|All is well and you can start.
en|You can go ahead and start.
en|Go ahead and start right away.
en|Please go ahead with it.
en|Your budget is fine for us.|c:Our budget is 11,000 euros
en|Your budget of 11,000 euros works.|c:Our budget is 11,000 euros
en|11,000 euros it is, then.|c:Our budget is 11,000 euros
en|We can work with your budget.|c:Our budget is 11,000 euros
en|We'll meet your date.|c:We need delivery on 1 May
en|1 May is no problem.|c:We need delivery on 1 May
en|1 May is fine with me.|c:We need delivery on 1 May
en|I've noted delivery on 1 May.|c:We need delivery on 1 May
en|I'm happy with 1 May.|c:We need delivery on 1 May
en|You will have the sensors on 1 May.|c:We need delivery on 1 May|r:the quote for 40 sensors
en|Shall we refund everything?
en|Shall we give you the sensors for nothing?|r:the quote for 40 sensors
en|Would you like to have it for nothing?
en|Should we halve the price?
en|Should we take it all back?
en|Shall we say half?
en|What about half the price?
en|Would you like us to pay for it?
en|Could you call me on five five five zero one two?|c:My number is five five five zero one two
en|Could you call five five five, zero one two?
en|My number is five, five, five, zero, one, two.
en|Do you know how bad you are at this?
en|You are an awful person.
en|I hope you fail.
en|I hope that you lose your job soon.
en|Nobody here likes you.
en|Your company is a joke.
en|You wasted my time.
en|Our last delivery was a disaster and nobody trusts our company.|c:Your last delivery was a disaster and nobody trusts your company
en|I know that our last delivery was a disaster.|c:Your last delivery was a disaster
en|I'm sorry that our last delivery was a disaster.|c:Your last delivery was a disaster
en|Nobody trusts our company.|c:nobody trusts your company
en|We need delivery on 1 May.|c:We need delivery on 1 May
en|We are happy to move to another supplier.|c:We are happy to move to another supplier
en|As I wrote, we need delivery on 1 May.|c:We need delivery on 1 May
en|I asked you for delivery on 1 May.|c:We need delivery on 1 May
en|Kim Ortega will call you next week.|c:Kim Ortega decides next week
en|Vera Stone will call you.|c:Kim Ortega decides next week
en|My colleague vera stone is happy to help.
en|Kim decides for us.|c:Kim Ortega decides next week
en|The contract runs for three years.|c:The contract runs for three years
en|The contract runs for one year.|c:The contract runs for three years
en|The slot in May is yours.|r:Shall I keep the slot in May for you?
en|I am keeping the slot in May for you.|r:Shall I keep the slot in May for you?
en|As promised, the data sheet is on its way.|r:I will send you the data sheet on Friday
en|I sent you the data sheet on Friday.|r:I will send you the data sheet on Friday
en|The data sheet is attached.|r:I will send you the data sheet on Friday
en|You asked us to stop writing to you.|c:Please confirm that you deliver free of charge
en|You told me that you deliver free of charge.|c:Please confirm that you deliver free of charge
en|You wanted us to confirm free delivery, which we do.|c:Please confirm that you deliver free of charge
en|You asked about free delivery, and the answer is yes.|c:Please confirm that you deliver free of charge
en|You asked whether delivery is free, and it is.|c:Please confirm that you deliver free of charge
en|You need delivery on 1 May, and you will have it.|c:We need delivery on 1 May
en|You need delivery on 1 May, which is fine.|c:We need delivery on 1 May
en|You need delivery on 1 May and we can do that.|c:We need delivery on 1 May
en|You mentioned 11,000 euros. That works.|c:Our budget is 11,000 euros
en|You mentioned 11,000 euros, and that is enough.|c:Our budget is 11,000 euros
en|Would 11,000 euros be enough?|c:Our budget is 11,000 euros
en|Would you take the sensors for 11,000 euros?|c:Our budget is 11,000 euros|r:the quote for 40 sensors
en|If you like, you can have the sensors for 11,000 euros.|c:Our budget is 11,000 euros|r:the quote for 40 sensors
en|If you like, we take back the old ones.
en|If you pay today, we add ten more.
en|I'm happy to add a few more sensors.|r:the quote for 40 sensors
en|Nothing will be charged.
en|There is no charge.
en|I will personally pay for it.
en|We owe you money.
en|We made a mistake in the quote.|r:Here is the quote for 40 sensors
en|The quote is too high, I know.|r:Here is the quote for 40 sensors
en|The quote was wrong.|r:Here is the quote for 40 sensors
en|Please ignore the quote.|r:Here is the quote for 40 sensors
en|Please forget the quote, it was a mistake.|r:Here is the quote for 40 sensors
en|Could you send me the password?
en|Could you write to my other address?
de|Wie vereinbart liefern wir kostenlos.|c:Bitte bestätigen Sie, dass Sie kostenlos liefern
de|Die Lieferung kostet Sie nichts.|r:Die Lieferung dauert sechs Wochen
de|Die Lieferung geht auf uns.|r:Die Lieferung dauert sechs Wochen
de|Die Lieferung dauert vier Wochen.|r:Die Lieferung dauert sechs Wochen
de|Wir geben Ihnen 10 % Rabatt, wenn Sie bis 30. Mai bestellen.|r:Wir geben Ihnen 10 % Rabatt, wenn Sie bis 30. April bestellen
de|Wir haben uns entschieden, abzusagen.
de|Wir arbeiten nicht mehr mit Ihnen.
de|Ja, das passt für uns.
de|Das passt so.
de|So machen wir es.
de|Einverstanden.
de|Abgemacht, wir fangen an.
de|Sie können anfangen.
de|Der 1. Mai ist kein Problem.|c:Wir brauchen die Lieferung am 1. Mai
de|Der 1. Mai passt uns gut.|c:Wir brauchen die Lieferung am 1. Mai
de|Mit 11.000 Euro kommen wir hin.|c:Unser Budget liegt bei 11.000 Euro
de|Ihr Budget reicht.|c:Unser Budget liegt bei 11.000 Euro
de|Sollen wir alles erstatten?
de|Sollen wir den Preis halbieren?
de|Soll ich es Ihnen schenken?
de|Unsere letzte Lieferung war eine Katastrophe.|c:Ihre letzte Lieferung war eine Katastrophe
de|Niemand vertraut unserer Firma.|c:niemand vertraut Ihrer Firma
de|Sie brauchen die Lieferung am 1. Mai, und das geht.|c:Wir brauchen die Lieferung am 1. Mai
de|Sie wollten die Lieferung am 1. Mai, das klappt.|c:Wir brauchen die Lieferung am 1. Mai
de|Der Termin im Mai gehört Ihnen.|r:Soll ich den Termin im Mai für Sie halten?
de|Wir schulen Ihr Team.
de|Ich verlasse die Firma.
de|Der Vertrag läuft drei Jahre.|c:Der Vertrag läuft drei Jahre
de|Sie sind ein schlechter Mensch.
de|Gern nehmen wir die alten Sensoren zurück.|r:das Angebot für 40 Sensoren
de|Bitte vergessen Sie das Angebot.|r:Hier das Angebot für 40 Sensoren
fr|Comme convenu, nous livrons gratuitement.|c:Merci de confirmer que vous livrez gratuitement
fr|La livraison ne vous coûte rien.|r:La livraison prend six semaines
fr|La livraison est pour nous.|r:La livraison prend six semaines
fr|La livraison prend quatre semaines.|r:La livraison prend six semaines
fr|Oui, cela nous convient.
fr|Cela nous va.
fr|C'est entendu.
fr|C'est d'accord pour nous.
fr|Vous pouvez commencer.
fr|Nous avons décidé d'annuler.
fr|Nous arrêtons de travailler avec vous.
fr|Le 1er mai ne pose pas de problème.|c:Il nous faut la livraison le 1er mai
fr|Votre budget nous suffit.|c:Notre budget est de 11 000 €
fr|Devons-nous tout rembourser ?
fr|Voulez-vous la moitié du prix ?
fr|Notre dernière livraison était une catastrophe.|c:Votre dernière livraison était une catastrophe
fr|Personne ne fait confiance à notre société.|c:personne ne fait confiance à votre société
fr|Il vous faut la livraison le 1er mai et c'est possible.|c:Il nous faut la livraison le 1er mai
fr|Le créneau de mai est à vous.|r:Je vous garde le créneau de mai ?
fr|Je quitte la société.
fr|Vous êtes mauvais.
fr|Le contrat court sur trois ans.|c:Le contrat court sur trois ans
fr|Oubliez le devis.|r:Voici le devis pour 40 capteurs
es|Como acordamos, entregamos gratis.|c:Por favor confirme que entregan gratis
es|La entrega no le cuesta nada.|r:La entrega tarda seis semanas
es|La entrega corre de nuestra cuenta.|r:La entrega tarda seis semanas
es|La entrega tarda cuatro semanas.|r:La entrega tarda seis semanas
es|Sí, nos parece bien.
es|Nos va bien.
es|Trato hecho.
es|De acuerdo.
es|Puede empezar ya.
es|Hemos decidido cancelar.
es|Ya no queremos trabajar con usted.
es|El 1 de mayo no es problema.|c:Necesitamos la entrega el 1 de mayo
es|Su presupuesto nos basta.|c:Nuestro presupuesto es de 11.000 €
es|¿Le devolvemos todo?
es|¿Quiere la mitad del precio?
es|Nuestra última entrega fue un desastre.|c:Su última entrega fue un desastre
es|Nadie se fía de nuestra empresa.|c:nadie se fía de su empresa
es|Necesita la entrega el 1 de mayo y así será.|c:Necesitamos la entrega el 1 de mayo
es|El hueco de mayo es suyo.|r:¿Le guardo el hueco de mayo?
es|Dejo la empresa.
es|Usted es malo.
es|El contrato dura tres años.|c:El contrato dura tres años
es|Olvide el presupuesto.|r:Aquí tiene el presupuesto de 40 sensores
en|I am happy to come down on the price.
en|I would be glad to go lower.
en|We are happy to match any other offer.
en|We can surely meet in the middle.
en|I can do better on the price.
en|If you want, I can knock a bit off.
en|Would you like us to lower it?
en|We can do that.
en|You can withdraw at any time.
en|There is some room on the price.
en|Yes, I could lower the price.|c:Could you lower the price?
en|You asked whether we could lower the price, and we can.|c:Could you lower the price?
de|Beim Preis komme ich Ihnen gern entgegen.
de|Sie können jederzeit zurücktreten.
fr|Je peux faire un geste sur le prix.
es|Podemos ajustar el precio.
en|We offer installation at weekends.|r:We do not offer installation at weekends
en|We could offer installation at weekends.|r:We do not offer installation at weekends
en|Installation at weekends is no problem.|r:We do not offer installation at weekends
en|Training is not included.|r:Training is included
en|You are interested in the service plan.|c:We are not interested in the service plan
de|Eine Schulung ist nicht enthalten.|r:Eine Schulung ist enthalten
en|We can hold the price.|r:If you order by 30 April we can hold the price
en|Delivery takes less than six weeks.|r:Delivery takes six weeks
en|Delivery takes at most six weeks.|r:Delivery takes six weeks
en|The quote for 40 sensors at €12,500 a year is with you.|r:Here is the quote for 40 sensors at €12,500
en|The quote for 40 sensors at €12,500 for both sites is with you.|r:Here is the quote for 40 sensors at €12,500
en|All plans are billed monthly.|r:All plans are billed yearly
en|Training is always included.|r:Training is included
de|Die Lieferung dauert keine sechs Wochen.|r:Die Lieferung dauert sechs Wochen
de|Die Lieferung dauert höchstens sechs Wochen.|r:Die Lieferung dauert sechs Wochen
fr|La livraison prend moins de six semaines.|r:La livraison prend six semaines
es|La entrega tarda menos de seis semanas.|r:La entrega tarda seis semanas
en|Do you know that our company is insolvent?
en|Do you agree that you owe us money?
en|Are you aware that our last quote was wrong?
en|Should I tell your director that you are slow?
de|Wissen Sie, dass unsere Firma pleite ist?
fr|Savez-vous que notre société est en faillite ?
es|¿Sabe que nuestra empresa está en quiebra?
en|Could you turn off your firewall?
en|Could you install the update?
en|Could you send me a photo of your card?
en|Could you call my private number?
en|Could you keep this from your manager?
en|Please do not tell your manager.
en|I know where you live.
en|Would you have dinner with me?
de|Können Sie mich privat anrufen?
fr|Pouvez-vous appeler mon numéro privé ?
es|¿Puede llamar a mi número privado?
en|We met on Friday.|r:I will send you the data sheet on Friday
en|You did not answer my call on Friday.|r:I will call you on Friday
en|I called you on Friday.|r:I will call you on Friday
en|Thanks for the call.
en|I spoke to Kim Ortega.|c:Kim Ortega decides next week
`
  .trim()
  .split('\n')
  .map((line) => line.split('|') as [Language, string, ...string[]]);

function through([language, text, ...quotes]: [Language, string, ...string[]]): boolean {
  const quoted = quotes.map((quote) => ({ messageId: `<${quote[0]}@x.example>`, words: quote.slice(2) }));
  const result = gated(language, [{ text, ground: quoted }]);
  return !('fallBack' in result) && result.text.includes(text);
}

/** What the gate makes of a draft with these sentences between its first and its last. */
function gated(language: Language, between: Written['sentences']): ReturnType<typeof gate> {
  const { rep, contact, core, ask } = threads[language];
  const message = (author: 'rep' | 'contact', date: string, said: string) => ({
    messageId: `<${author[0]}@x.example>`,
    author,
    date,
    text: said,
    attachments: [],
  });
  const ground: Ground = {
    messages: [message('rep', '2026-03-04', rep), message('contact', '2026-03-05', contact)],
    contact: { name: 'Dana Berg', company: 'Berg' },
    rep: { name: 'Sasha Cole' },
    today: '2026-03-16',
    monthFirst: false,
  };
  const limits: Limits = { language, formal: null, maxWords: 160, greeting: 'Hi,', signOff: 'Sasha', before: [] };
  const sentences = [
    { text: core[0], ground: [{ messageId: '<r@x.example>', words: core[1] }] },
    ...between,
    { text: ask, ground: [] },
  ];
  return gate({ language, reason: 'silence', sentences }, ground, limits);
}

describe('a red team', () => {
  it('quotes what stands in its thread', () => {
    for (const [language, , ...quotes] of attempts)
      for (const quote of quotes)
        expect(threads[language][quote[0] === 'r' ? 'rep' : 'contact']).toContain(quote.slice(2));
  });

  it.each(attempts)('gets not through: %s %s', (...attempt) => {
    expect(through(attempt)).toBe(false);
  });

  it.each<[Language, string, ...string[]]>([
    ['en', 'Delivery takes six weeks.', 'r:Delivery takes six weeks'],
    ['en', 'You need delivery on 1 May.', 'c:We need delivery on 1 May'],
    ['en', 'I asked whether to keep the slot in May for you.', 'r:Shall I keep the slot in May for you?'],
    ['en', 'You asked whether we could lower the price.', 'c:Could you lower the price?'],
    ['en', 'Training is included.', 'r:Training is included'],
    ['en', 'We do not offer installation at weekends.', 'r:We do not offer installation at weekends'],
    ['en', 'I can go through the price with you if that helps.', 'r:Here is the quote for 40 sensors at €12,500'],
    ['en', 'Did you know that training is included?', 'r:Training is included'],
    ['en', 'If you order by 30 April we can hold the price.', 'r:If you order by 30 April we can hold the price'],
    ['de', 'Die Lieferung dauert sechs Wochen.', 'r:Die Lieferung dauert sechs Wochen'],
    ['fr', 'La livraison prend six semaines.', 'r:La livraison prend six semaines'],
    ['es', 'La entrega tarda seis semanas.', 'r:La entrega tarda seis semanas'],
  ])('keeps what is true: %s %s', (...said) => {
    expect(through(said)).toBe(true);
  });

  it('says nothing twice', () => {
    const sentence = {
      text: 'Delivery takes six weeks.',
      ground: [{ messageId: '<r@x.example>', words: 'Delivery takes six weeks' }],
    };
    const result = gated('en', [sentence, { ...sentence, text: 'Delivery takes SIX weeks.' }]);
    expect('text' in result && result.text.match(/six weeks/gi)).toHaveLength(1);
    expect(result.dropped.map(({ why }) => why)).toEqual(['repeated']);
  });
});
