/** Whose turn it is, by the words of short talks: R is the rep, P the other side. */
import { describe, expect, it } from 'vitest';
import { turnOf } from './talks.ts';

describe("it is nobody's turn", () => {
  it.each([
    `R 05-11 Did you get a chance to look at the quote?
     P 05-12 We did but the board has put all spending on hold for this year, so we won't be taking it forward.
     R 05-12 Sorry to hear that. Do keep us in mind.`,
    `R 05-11 Any thoughts on the proposal?
     P 05-12 Thanks for following up. We've gone in a different direction.`,
    `R 05-11 Any thoughts on the proposal?
     P 05-12 Not something we'll be pursuing. Thanks anyway.`,
    `R 05-11 Shall we talk on Friday 22 May at 3pm?
     P 05-12 Works for me.`,
    `R 05-04 How are you getting on with the trial unit?
     P 05-06 It's not for us I'm afraid. Please arrange collection.
     R 05-06 Understood, collected today. Thanks for trying it.`,
    `R 05-04 Just checking in on the order form.
     P 05-06 Please take us off your list, we're closing the branch.`,
    `P 05-04 Hello, I'd like a demo of your software.
     R 05-05 With pleasure, Pat. When would suit you?
     P 05-06 How about 27 May at 10?
     R 05-06 Perfect, invite sent.`,
    `R 05-05 Pat, have you had the go-ahead?
     P 05-06 No, they turned it down flat. Sorry.
     R 05-07 That's a shame. Thanks for trying.
     P 05-07 You too.`,
    `R 05-11 Konnten Sie schon entscheiden?
     P 05-12 Ja, wir haben uns für einen regionalen Anbieter entschieden. Danke für Ihre Mühe.
     R 05-12 Schade, danke für die Info.`,
    `R 05-11 Wie geht es bei Ihnen weiter?
     P 05-12 Wir machen das jetzt doch mit unserem Hausmeister selbst, sorry.`,
    `R 05-11 Passt Ihnen der 26. Mai um 14 Uhr für ein Telefonat?
     P 05-12 Passt.`,
    `R 05-11 Sind die Tische gut angekommen?
     P 05-12 Ja, alles bestens, schon aufgebaut. Danke!
     R 05-12 Das freut mich sehr.`,
    `R 05-11 Ist die Freigabe schon da?
     P 05-12 Ja! Bestellung 4711 anbei.
     R 05-12 Herzlichen Dank, Auftrag ist bestätigt, Lieferung KW 25.`,
    `R 05-11 Où en est le projet ?
     P 05-12 Malheureusement la direction a tout arrêté.`,
    `R 05-11 Le 26 mai à 14 h vous irait pour un appel ?
     P 05-12 Ça me va.`,
    `R 05-11 Les tables sont-elles bien arrivées ?
     P 05-12 Oui, tout est déjà monté. Merci !
     R 05-12 Ravie de l'apprendre.`,
    `R 05-11 Avez-vous eu l'accord ?
     P 05-12 Oui ! Commande 4711 en pièce jointe.
     R 05-12 Merci beaucoup, commande bien enregistrée, livraison semaine 25.`,
    `R 05-11 ¿Os habéis decidido?
     P 05-12 Sí, al final hemos ido con otro proveedor. Gracias por todo.
     R 05-12 Una pena, gracias por avisar.`,
    `R 05-11 ¿Cómo va el proyecto?
     P 05-12 Lo vamos a hacer nosotros mismos.`,
    `R 05-11 ¿Cuándo hablamos?
     P 05-12 ¿El 26 de mayo a las 16:00?
     R 05-12 Perfecto, apuntado.`,
    `R 05-11 ¿Queréis también el mantenimiento?
     P 05-12 No, gracias, de eso nos encargamos nosotros.`,
    `R 05-11 ¿Novedades?
     P 05-12 El consejo votó en contra, lo siento.
     R 05-12 Qué se le va a hacer, gracias.`,
    `R 05-05 Hi Pat, how did the board take the proposal?
     P 05-07 Not well I'm afraid, it's a no this year.`,
    `P 05-12 We'd like to move the delivery to July.
     R 05-12 No problem. First or second half?
     P 05-12 second
     R 05-13 Booked for 21 July, Pat.
     P 05-13 Perfect.`,
    `R 05-12 Would you be open to a quick chat about your packaging?
     P 05-13 Not at this time, thank you.`,
    `R 05-12 Invoice 881 seems to be outstanding, could you have a look?
     P 05-13 Paid this morning, apologies.
     R 05-14 Received, thank you!`,
    `R 05-05 Could you sign the renewal by the 15th?
     P 05-06 Signed and returned herewith.
     R 05-06 Thanks Pat, all done for another year.`,
    `P 05-05 Please cancel our order 77.
     R 05-05 Cancelled, Pat, and the deposit has been refunded.
     P 05-06 Thanks.`,
    `R 05-05 Following up on my email of last week, is this still of interest?
     P 05-06 I've left the facilities team, and the project has been wound up.`,
    `R 05-05 Does Tuesday 26th at 10am or Wednesday work for the survey?
     P 05-06 Tuesday at 10 is great.
     R 05-06 Lovely, it's in the diary.`,
    `R 05-05 Ist das Thema bei Ihnen noch aktuell?
     P 05-06 Entschuldigen Sie das lange Schweigen. Der Konzern gibt uns jetzt einen Rahmenlieferanten vor, da kann ich nichts machen. Alles Gute.`,
    `R 05-05 Würde Ihnen Dienstag, 26.5. um 10 Uhr passen?
     P 05-06 Dienstag um 10 ist prima.`,
    `R 05-05 Le sujet est-il toujours d'actualité ?
     P 05-06 Désolé du silence. Le groupe nous impose désormais un fournisseur référencé, je n'y peux rien. Bonne continuation.`,
    `R 05-05 Mardi 26 mai à 10 h, ça vous irait ?
     P 05-06 Mardi 10 h c'est parfait.`,
    `R 05-05 ¿Sigue en pie el tema?
     P 05-06 No, se ha quedado en nada.`,
    `R 05-11 Möchten Sie den Vertrag verlängern?
     P 05-12 Nein, wir lassen ihn auslaufen.`,
    `R 05-11 Hätten Sie Zeit für ein kurzes Gespräch?
     P 05-12 Danke, kein Bedarf.`,
    `R 05-11 Auriez-vous un moment pour échanger ?
     P 05-12 Merci mais nous n'avons pas de besoin.`,
  ])('after %s', (lines) => expect(turnOf(lines)).toBe('nobody'));
});

describe('it is their turn', () => {
  it.each([
    `P 05-11 Can you quote for 30 chairs?
     R 05-12 Quote attached, Pat. Shout if anything's unclear.`,
    `R 05-11 Did you get a chance to look at the quote?
     P 05-12 Not yet, sorry. Will take a look this week and get back to you.`,
    `P 05-11 Could we see a reference customer?
     R 05-12 Of course, I'll ask one of them and come back to you.
     P 05-12 Brilliant, thanks.
     R 05-14 Hi Pat, you can call Jean Hall at Northwick Dairy on 0161 496 0000, she is expecting you.
     P 05-14 Thank you.`,
    `R 05-04 Quote attached.
     P 05-06 Thanks Rep, can you take the second item off and resend
     R 05-07 Done, see attached.`,
    `R 05-04 Should I keep the June slot for you?
     P 05-06 We're still waiting for planning permission.`,
    `R 05-04 I've attached the order form.
     P 05-06 Thanks. Our director is travelling but she'll sign it when she's back next week.`,
    `R 05-04 Was there anything missing in our offer?
     P 05-05 The insurance certificate.
     R 05-05 You'll get that tomorrow.
     R 05-06 Here it is, Pat.
     P 05-06 Received with thanks.`,
    `R 05-05 Pat, have you had the go-ahead?
     P 05-06 Still with finance.`,
    `R 05-04 Quote attached.
     P 05-05 Could you do anything on the price?
     R 05-06 Hi Pat, I can go to 4 % if you sign by the end of the month.
     P 05-07 Appreciated, we'll discuss.`,
    `R 05-11 Welche Farbe soll es sein?
     P 05-12 Das muss meine Chefin entscheiden.`,
    `P 05-11 Läuft das auch auf dem Mac?
     R 05-12 Ich frage unsere Entwickler und melde mich.
     P 05-12 Super, danke.
     R 05-14 Ja, ab Version 12.
     P 05-14 Gut zu wissen.`,
    `R 05-11 Ist die Freigabe schon da?
     P 05-12 Leider noch nicht, der Kollege ist krank.`,
    `R 05-11 Anbei das Angebot.
     P 05-12 Danke! Bitte Position 3 rausnehmen und neu schicken.
     R 05-12 Erledigt, siehe Anhang.`,
    `P 05-11 Bonjour, pouvez-vous nous chiffrer 30 chaises ?
     R 05-12 Bonjour, voici notre devis. N'hésitez pas si vous avez des questions.
     P 05-12 Merci, je regarde.`,
    `R 05-11 Avez-vous eu l'accord ?
     P 05-12 C'est encore au contrôle de gestion.`,
    `R 05-11 Pouvez-vous m'envoyer une photo de la plaque ?
     P 05-12 D'accord.`,
    `R 05-11 ¿De qué color las queréis?
     P 05-12 Eso lo decide mi jefa.`,
    `R 05-11 ¿Tenéis ya el visto bueno?
     P 05-12 ¡Sí! El pedido sale esta semana.`,
    `R 05-05 Hi Pat, how did the board take the proposal?
     P 05-07 They liked it! Just need the chair's signature, I'll have that by the 22nd.`,
    `P 05-12 The unit you sold us makes a grinding noise since yesterday.
     R 05-12 Sorry to hear that Pat. That's usually the belt; tighten the two bolts on the left and it should go away.
     P 05-12 Will try that, thanks.`,
    `R 05-12 Hi Pat, nice meeting you at the expo. I've attached our brochure.
     P 05-12 Nice to meet you too!`,
    `R 05-12 Invoice 881 seems to be outstanding, could you have a look?
     P 05-13 Sorry about that, it'll be paid in Friday's run.`,
    `R 05-05 Could you sign the renewal by the 15th?
     P 05-06 Legal want to check clause 9 first.`,
    `R 05-05 Are you still considering the upgrade?
     P 05-06 Yes! Just snowed under. I'll get to it after year end.`,
    `R 05-05 Any news?
     P 05-06 Should hear by Friday, I'll let you know.
     R 05-14 Hi Pat, did you hear?`,
    `R 05-05 Which of the two do you prefer?
     P 05-06 The bigger.
     R 05-06 Good choice, quote to follow.
     R 05-07 And here it is.`,
    `P 05-04 Hi, I'm looking for someone to service 14 dock doors across two sites. Do you cover Kent?
     R 05-05 We do. Shall we come and look at the doors?
     P 05-06 Good idea. Let me find a date that suits both site managers.`,
    `R 05-05 Does Tuesday or Wednesday work for the survey?
     P 05-06 Just checking with the site, bear with me.`,
    `P 05-04 Can you hold the price till July?
     R 05-06 Yes we can. Would you like me to send a revised order form?
     P 05-06 Thank you so much!`,
    `P 05-11 Our PO system is down. I'll raise the order once it's back.
     R 05-11 No problem, Pat.`,
    `R 05-05 Ist das Thema bei Ihnen noch aktuell?
     P 05-06 Ja, aber ich warte auf das neue Budget.
     R 05-06 Alles klar, danke.`,
    `P 05-11 Unser Bestellsystem steht. Sobald es wieder läuft, löse ich die Bestellung aus.
     R 05-11 Kein Problem.`,
    `R 05-05 Le sujet est-il toujours d'actualité ?
     P 05-06 Oui, mais j'attends le nouveau budget.
     R 05-06 Bien noté, merci.`,
    `P 05-04 Buscamos a alguien para mantener 14 puertas. ¿Llegáis a Getafe?
     R 05-05 Sí, tenemos dos técnicos allí. Te adjunto servicios y precios.
     P 05-06 Gracias, muy completo. Lo veo con el conserje.`,
    `P 05-04 ¿Podéis mantener el precio hasta julio?
     R 05-05 Necesito el visto bueno, hoy se lo pregunto a mi directora.
     P 05-05 Ok, gracias.
     R 05-06 Buenas noticias, dice que sí.
     P 05-06 ¡Genial!`,
    `R 05-11 Any feedback from the board?
     P 05-12 Nothing so far, sorry Rep. I'll chase them on Monday.`,
    `R 05-11 Gibt es eine Rückmeldung vom Vorstand?
     P 05-12 Bisher nicht, ich hake Montag nach.`,
    `R 05-11 Un retour du conseil ?
     P 05-12 La réunion est reportée au 28.`,
  ])('after %s', (lines) => expect(turnOf(lines)).toBe('theirs'));
});

describe('it is our turn', () => {
  it.each([
    `R 05-11 Any thoughts on the proposal?
     P 05-12 Looks good. Does it include training?`,
    `P 05-11 Could we see a reference customer?
     R 05-12 Of course, I'll ask one of them and come back to you.
     P 05-12 Brilliant, thanks.`,
    `R 05-04 Quote attached.
     P 05-06 Thanks. Just one thing, the delivery address is wrong.`,
    `R 05-04 Should I keep the June slot for you?
     P 05-06 Yes please.`,
    `P 05-04 Hello, I'd like a demo of your software.`,
    `R 05-05 Pat, have you had the go-ahead?
     P 05-06 PO 4411 attached.`,
    `R 05-04 Would you like the service contract as well?
     P 05-05 Depends what it costs.`,
    `R 05-11 Passt das Angebot so?
     P 05-12 Ja, bitte die Auftragsbestätigung schicken.`,
    `P 05-11 Wir suchen einen gebrauchten Stapler.`,
    `P 05-11 Nehmen Sie Altgeräte zurück?
     R 05-12 Ja. Können Sie mir das Typenschild fotografieren und schicken?
     P 05-12 Hier das Foto.`,
    `R 05-11 Le devis vous convient-il ?
     P 05-12 Oui, on y va.`,
    `P 05-11 Nous cherchons un chariot d'occasion.`,
    `R 05-11 ¿Te encaja el presupuesto?
     P 05-12 Casi. El plazo se nos va.`,
    `P 05-11 ¿Funciona en Mac?
     R 05-12 Lo pregunto a desarrollo y te digo.
     P 05-12 Genial, gracias.`,
    `R 05-11 ¿Me puedes mandar una foto de la placa?
     P 05-12 Aquí va.`,
    `P 05-12 The unit you sold us makes a grinding noise since yesterday.`,
    `R 05-12 Hi Pat, nice meeting you at the expo. I've attached our brochure.
     P 05-13 Great, thanks. We're particularly interested in model C.`,
    `R 05-12 Would you be open to a quick chat about your packaging?
     P 05-13 Possibly. Who do you work with in our sector?`,
    `P 05-05 Could we do a site visit?
     R 05-06 Let me check the engineers' diary.`,
    `R 05-05 Which of the two do you prefer?
     P 05-06 Either would do, we care more about the price.`,
    `P 05-04 Hi, I'm looking for someone to service 14 dock doors across two sites. Do you cover Kent?
     R 05-05 We do. Attached our service levels and a price per door.
     P 05-06 Thanks. Another firm quoted 15 % less.`,
    `P 05-04 Can you hold the price till July?
     R 05-06 Yes we can. Would you like me to send a revised order form?
     P 05-06 Yes please, that would be great.`,
    `P 05-04 Können Sie den Preis bis Juli halten?
     R 05-05 Das muss ich intern abklären, ich frage heute meine Chefin.
     P 05-05 OK, danke.`,
    `P 05-04 Nous cherchons quelqu'un pour l'entretien de 14 portes. Vous couvrez Lille ?
     R 05-05 Oui. Ci-joint nos prestations et tarifs.
     P 05-06 On a une offre 15 % moins chère.`,
    `P 05-04 Buscamos a alguien para mantener 14 puertas. ¿Llegáis a Getafe?
     R 05-05 Sí. Te adjunto servicios y precios.
     P 05-06 Gracias. Lo que pasa es que 48 horas de respuesta es mucho para nosotros.`,
    `P 05-04 ¿Podéis mantener el precio hasta julio?
     R 05-05 Necesito el visto bueno, hoy se lo pregunto a mi directora.
     P 05-05 Ok, gracias.`,
    `R 05-11 How many people will use it?
     P 05-12 About 40, but another 10 next year.`,
    `R 05-11 Did the demo help?
     P 05-12 It did, the team loved it. Our director wants to know about data security.`,
    `R 05-11 Do you need the crane too?
     P 05-12 No, we have one here. Please go ahead with the rest.`,
    `R 05-11 Shall I book the course for ten people?
     P 05-12 Make it twelve.`,
    `R 05-04 All set for the 1st of June?
     P 05-05 We are. One thing, can we start at 7 instead of 8?`,
    `R 05-11 Haben Sie ein Budget im Kopf?
     P 05-12 Rund 20.000, der Vorstand hat das letzten Monat genehmigt.`,
    `R 05-11 Wann brauchen Sie die Anlage?
     P 05-12 Vor dem Sommer, das Projekt startet im Juli.`,
    `R 05-11 Möchten Sie den Vertrag verlängern?
     P 05-12 Grundsätzlich ja, aber nicht zu dem Preis.`,
    `R 05-11 Avez-vous un budget ?
     P 05-12 Environ 20 000, validé par la direction le mois dernier.`,
    `R 05-11 Il vous faut aussi la grue ?
     P 05-12 Non, on en a une. Allez-y pour le reste.`,
    `R 05-11 ¿Qué sistema usáis ahora?
     P 05-12 Otra solución, de 2012.`,
    `R 05-11 ¿Con cuál os quedáis?
     P 05-12 Con la otra, la B.`,
  ])('after %s', (lines) => expect(turnOf(lines)).toBe('ours'));
});
