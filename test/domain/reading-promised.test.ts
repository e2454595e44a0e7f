/** What is a promise, by kinds of grammar: how many, and the day of each. All is said on Tuesday, 3 November 2026. */
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../src/domain/reading.ts';
import { messageOf } from '../eval/sets.ts';

const due = (text: string, byRep = true): (string | null)[] =>
  readMessage(messageOf({ text, sentAt: '2026-11-03T09:00:00+00:00' }), 'Europe/London', byRep).promises.map(
    ({ until }) => until,
  );

/** Of each kind: what promises, with its days, and what only looks like it. */
const kinds: Record<string, { given: [string, ...(string | null)[]][]; not: string[] }> = {
  'a thing that comes, without its verb or with it': {
    given: [
      ['Intro to our CTO coming in a separate thread', null],
      ['Revised pricing coming in my next email.', null],
      ['The drawings are coming under separate cover.', null],
      ['Full breakdown to follow in a second mail.', null],
      ['Contract coming over tomorrow.', '2026-11-04'],
      ['Die Vorstellung unserer Technik folgt in einer eigenen Mail.', null],
      ['Details folgen in einer separaten Nachricht.', null],
      ['Die Bestellnummer folgt umgehend.', null],
      ['Die Zeichnung kommt in einer zweiten Mail.', null],
      ['Le plan arrive dans un mail séparé.', null],
      ['Le détail suit dans un prochain message.', null],
      ['Devis à suivre dans un second mail.', null],
      ['El presupuesto va en un correo aparte.', null],
      ['Los planos llegan en otro correo.', null],
      ['El detalle os llega en un correo aparte.', null],
    ],
    not: [
      'Winter is coming.',
      'More people are coming to the fair than last year.',
      'Der Winter kommt.',
      'Es kommen mehr Leute zur Messe als im Vorjahr.',
      "L'hiver arrive.",
      'Cada vez llegan más visitas a la feria.',
    ],
  },
  'what will be live, ready or open by a day': {
    given: [
      ['Your login will be live by lunchtime Friday.', '2026-11-06'],
      ['Access will be open to you from Thursday.', '2026-11-05'],
      ['The portal goes live for you on Friday.', '2026-11-06'],
      ['Ihr Zugang ist am Freitag freigeschaltet.', '2026-11-06'],
      ['Ihr Konto ist bis Freitag startklar.', '2026-11-06'],
      ['Votre compte sera opérationnel vendredi.', '2026-11-06'],
      ['Tes accès seront ouverts demain.', '2026-11-04'],
      ['Tu acceso estará operativo el viernes.', '2026-11-06'],
      ['La cuenta quedará activa mañana.', '2026-11-04'],
    ],
    not: [
      'The office will be open until Friday.',
      'Das Büro ist bis Freitag geöffnet.',
      'La oficina estará abierta hasta el viernes.',
    ],
  },
  'what gets done by a day': {
    given: [
      ['Deposit gets released in two weeks.', '2026-11-17'],
      ['The refund will be processed by Friday.', '2026-11-06'],
      ['Your ticket gets escalated today.', '2026-11-03'],
      ['Die Anzahlung wird am Freitag freigegeben.', '2026-11-06'],
      ['Die Rechnung wird morgen gebucht.', '2026-11-04'],
      ["L'acompte est débloqué vendredi.", '2026-11-06'],
      ['La facture sera réglée vendredi.', '2026-11-06'],
      ['El anticipo se libera el viernes.', '2026-11-06'],
      ['La factura se paga mañana.', '2026-11-04'],
      ['El pedido será enviado el viernes.', '2026-11-06'],
    ],
    not: [
      'The deposit was released two weeks ago.',
      'Die Anzahlung wurde am Freitag freigegeben.',
      "L'acompte a été débloqué vendredi.",
      'El anticipo se liberó el viernes.',
    ],
  },
  'what somebody will be doing': {
    given: [
      ["I'll be sending the offer over on Friday.", '2026-11-06'],
      ['We will be issuing the invoice tomorrow.', '2026-11-04'],
      ['Le estaremos enviando la propuesta antes del viernes.', '2026-11-06'],
      ['Te estaré confirmando el jueves.', '2026-11-05'],
      ['Estaremos mandando los planos mañana.', '2026-11-04'],
      ['Os estaremos llamando el viernes.', '2026-11-06'],
    ],
    not: [
      'We will be exhibiting in Leeds on Friday.',
      'Estaremos exponiendo en Madrid el viernes.',
      'Estaremos en la feria el jueves.',
    ],
  },
  'two words given in one breath': {
    given: [
      ['We will keep you posted, and I will invoice the survey on 27 November.', null, '2026-11-27'],
      ["I'll send the plan tomorrow and we'll call you on Friday.", '2026-11-04', '2026-11-06'],
      ['Aufmaß machen wir morgen, Plan kriegen Sie dann Freitag.', '2026-11-04', '2026-11-06'],
      ['Ich schicke den Plan morgen und wir rufen Sie am Freitag an.', '2026-11-04', '2026-11-06'],
      ['Ich schicke den Plan heute ab, dann haben Sie ihn am Freitag.', '2026-11-06'],
      ["I'll post it today and you'll have it on Friday.", '2026-11-06'],
      ['Le muestro el plano mañana y lo tiene el viernes.', '2026-11-06'],
      ["Je m'en occupe demain et je vous communique les résultats vendredi.", '2026-11-04', '2026-11-06'],
      ['La démo est réglée ce soir et tu as les accès demain 9h.', '2026-11-03', '2026-11-04'],
      ['Las muestras te llegan el viernes y la ficha te la mando yo ahora mismo.', '2026-11-06', null],
      ['Te mando el plano mañana y te llamo el viernes.', '2026-11-04', '2026-11-06'],
    ],
    not: [],
  },
  'somebody who comes, and what lands': {
    given: [
      ['Someone will be round to measure up on Thursday.', '2026-11-05'],
      ['The engineer is booked in for Thursday morning.', '2026-11-05'],
      ['On it.', null],
      ['PO lands Friday.', '2026-11-06'],
      ["Let me check and I'll confirm by Friday.", '2026-11-06'],
    ],
    not: ['The plane lands on Friday.', 'The hall is booked for Thursday.'],
  },
  'the day after one named before': {
    given: [
      ['The board sits on 10 November. The day after we will tell you the outcome.', '2026-11-11'],
      ['Die Gremien tagen am 10. November. Am Tag danach werde ich Sie unterrichten.', '2026-11-11'],
      ['Le conseil a lieu le 10 novembre. Je vous appelle le lendemain.', '2026-11-11'],
      ['La junta es el 10 de noviembre. Al día siguiente le llamo.', '2026-11-11'],
    ],
    not: [],
  },
  'Portuguese, Italian and Dutch': {
    given: [
      ['Envio a proposta amanhã.', '2026-11-04'],
      ['Vou enviar o contrato até sexta-feira.', '2026-11-06'],
      ['Enviaremos a fatura na segunda-feira.', '2026-11-09'],
      ['Vou verificar e já lhe digo.', null],
      ['Amanhã de manhã ligo para si.', '2026-11-04'],
      ['O contrato segue na sexta-feira.', '2026-11-06'],
      ['Até sexta-feira terá a nossa resposta.', '2026-11-06'],
      ['Le invio il preventivo domani.', '2026-11-04'],
      ['Vi manderemo il contratto entro venerdì.', '2026-11-06'],
      ['Verifico e le faccio sapere.', null],
      ['La chiamo lunedì mattina.', '2026-11-09'],
      ['Riceverete la fattura lunedì.', '2026-11-09'],
      ['Entro venerdì avrà la nostra risposta.', '2026-11-06'],
      ['Me ne occupo io.', null],
      ['Ik stuur u morgen de offerte.', '2026-11-04'],
      ['We sturen het contract uiterlijk vrijdag.', '2026-11-06'],
      ['Ik zoek het uit en laat het u weten.', null],
      ['Ik bel u maandag terug.', '2026-11-09'],
      ['U ontvangt vrijdag de factuur.', '2026-11-06'],
      ['Vrijdag heeft u ons antwoord.', '2026-11-06'],
      ['Ik regel het.', null],
    ],
    not: [
      'Enviei a proposta ontem.',
      'Talvez envie na sexta-feira.',
      'O fornecedor entrega na sexta-feira.',
      'Ho inviato il preventivo ieri.',
      'Forse lo mando venerdì.',
      'Il fornitore consegna venerdì.',
      'Ik heb de offerte gisteren gestuurd.',
      'Misschien stuur ik het vrijdag.',
      'De leverancier levert vrijdag.',
    ],
  },
  'today in other words': {
    given: [
      ['Je te redis ça cet aprem', '2026-11-03'],
      ['On vous rappelle cet après-midi.', '2026-11-03'],
      ['Je vous envoie le devis en fin de matinée.', '2026-11-03'],
      ['Esta misma mañana le remito el plano.', '2026-11-03'],
      ["I'll have it for you before the week is out.", '2026-11-06'],
      ['Te lo mando antes de terminar la semana.', '2026-11-06'],
      ['Se lo mando esta misma tarde.', '2026-11-03'],
      ['Hoy mismo te llamo.', '2026-11-03'],
      ['Lo envío esta noche.', '2026-11-03'],
      ["I'll ring you this arvo.", '2026-11-03'],
      ["We'll send it this very afternoon.", '2026-11-03'],
      ['Das schicke ich noch heute Vormittag raus.', '2026-11-03'],
      ['Ich melde mich heute Nachmittag.', '2026-11-03'],
      ['Le responderé el día de hoy.', '2026-11-03'],
    ],
    not: [],
  },
  'what has been done': {
    given: [],
    not: [
      'Die Unterlagen habe ich am Montag an unseren Datenschutz weitergegeben.',
      'Das Angebot haben wir gestern an den Einkauf weitergereicht.',
      'Die Palette ist seit Montag unterwegs, Tracking hatten Sie ja bekommen.',
      'The pallet has been on its way since Monday.',
      'I passed the papers to our lawyers on Monday.',
      "J'ai transmis les documents lundi à notre juriste.",
      'La palette est en route depuis lundi.',
      'El señor Ruiz nos llamó el lunes.',
      'He pasado los papeles a compras el lunes.',
      'El palé está en camino desde el lunes.',
    ],
  },
  'what is asked of the other': {
    given: [],
    not: [
      'Let me have your best figure by Monday please.',
      'Let me have the drawings by Friday.',
      'Let me get your answer by Friday.',
      'Lassen Sie mir bis Freitag Ihren besten Preis zukommen.',
      'Faites-moi passer votre meilleur prix avant vendredi.',
      'Déjame tu mejor precio antes del viernes.',
    ],
  },
  'neither waiting nor wishing': {
    given: [],
    not: [
      "We'll see how it goes.",
      "I'll see what happens on Friday.",
      'Drücken wir die Daumen!',
      'Hoffen wir das Beste.',
      'Croisons les doigts.',
      'Il faut que je vérifie auprès de notre juriste.',
      'Il faudrait que je demande au chef.',
      'Tengo que consultarlo con mi jefe.',
      'Crucemos los dedos.',
      'Ya veremos cómo va.',
    ],
  },
};

describe.each(Object.entries(kinds))('%s', (_, { given, not }) => {
  if (given.length > 0)
    test.each(given.map(([text, ...days]) => ({ text, days })))('$text', ({ text, days }) =>
      expect(due(text)).toEqual(days),
    );
  if (not.length > 0) test.each(not)('is no promise: %s', (text) => expect(due(text)).toEqual([]));
});
