/** Promises in German, folded. */
import { any } from './absence-words.ts';
import { type Grammar, or } from './promise-grammar.ts';

/** Stems of verbs by which one does something for another: sending, telling, asking around, deciding, doing. */
const stem =
  '(?:(?:zu|nach|uber|ver|ab|be|ein|aus|an|weiter|frei|durch|vor|zuruck|mit|er|ruck|unter|um|gegen|ent)?(?:schick|send|reich|mail|leit|geb|sag|frag|pruf|klar|sprech|mach|stell|bereit|richt|trag|ruf|bring|leg|buch|rechn(?!en? (?:fest |damit|mit))|(?<=\\p{L})arbeit|arbeit(?=\\p{L}{1,2} (?:daran|dran|es|das|ihn|sie|die|den|ihr)(?!\\p{L})|.{1,80} (?:ein|aus|nach|durch|ab)$)|schreib|(?<=\\p{L})such|such(?=.{1,80} (?:raus|heraus|aus|zusammen|fur sie|fur dich)(?!\\p{L}))|zahl|pack|lad|druck|hol|nehm|weis|mess|forder|arrangier|setz|pass|schau|lass|liefer|bestatig|antwort|(?<=\\p{L})plan|plan(?=.{1,80} (?:ein|mit ein)(?!\\p{L})))|meld|gib|kummer|scan|scann|full|hang|hinterleg|reservier|besorg|liefer|erledig|erkundig|halt|ubernehm|organisier|vereinbar|find|aktualisier|korrigier|kontaktier|informier|unterricht|benachrichtig|veranlass|beauftrag|ubermittl|ubermittel|hak|nachhak|fass|tausch|ersetz|kalkulier|mitteil|streich|versuch|bemuh|schalt|aktivier|installier|nenn|zeig|bericht|entscheid|besuch|besichtig|sorg|regel|regl|beschaff|fertig|schaff|verschieb|verlanger|sperr|losch|unterbreit|garantier|versprech|sicher|skizzier|nerv|los(?=\\p{L}{1,2} .{1,80} aus(?!\\p{L}))|locher|drangel|loch|ander(?=n)|fax|bohr|dreh|treff(?=.{1,60} (?:entscheidung|auswahl|vorbereitung\\p{L}*|vorkehrung\\p{L}*))|tu|raum|trommel|priorisier|diskutier|spiel|notier|merk|vermess|optimier|erganz|formulier|ubersetz|begleich|signier|unterzeichn|krieg)';
const verb = `${stem}(?:e|en|n|le|re|ern|eln)(?!\\p{L})`;
const shortVerb = `${stem}(?:e|en|n|le|re|ern|eln)?(?!\\p{L})`;
const we = '(?:ich|wir|i)';
/** Words between a pronoun and its verb. */
const gap =
  '(?: (?!(?:kann|konnen|soll|sollen|muss|mussen|will|wollen|darf|durfen|mochte|wurde|wurden|bin|sind|war|waren|hatte|hatten|habe?|haben|brauche?|brauchen|benotigen|freuen?|danken?|hoffen?|weiss|wissen|denken?|glauben?|bitten?|finden?|warten?|ziehen|gehe davon|gehen davon|werde|werden)(?!\\p{L}))[\\p{L}\\p{N}.&-]+){0,6}?';
const you = '(?:ihnen|sie|dir|dich|euch|bei ihnen|mit ihnen|auf sie|auf dich|an sie)';
const somebody =
  '(?:ruft|schickt|schreibt|steht|stehen|fahrt|fahren|schaut|schauen|reist|taucht|meldet|bringt|liefert|kontaktiert|setzt|nimmt|gibt|sendet|kommt|holt|besucht|erledigt|unterschreibt|ubernimmt|kummert|informiert|antwortet|beantwortet|zeigt|richtet|mailt|stellt|teilt|uberweist|zahlt|bezahlt|veranlasst|klart|pruft|leitet|berat|begleitet|erklart|bereitet|misst|bespricht|geht|sagt|macht|tauscht|repariert|montiert|vereinbart|reicht|lasst|wird sich|werden sich|melden|rufen|schicken|kommen|bringen|liefern|setzen|senden|geben)';
const given =
  '(?:nachgereicht|zugeschickt|zugesandt|zugesendet|geschickt|gesendet|versandt|versendet|verschickt|geliefert|ausgeliefert|nachgeliefert|angeliefert|uberwiesen|gutgeschrieben|erstattet|ruckerstattet|bezahlt|beglichen|ubermittelt|zugestellt|abgeholt|erledigt|gemacht|ersetzt|ausgetauscht|repariert|bestatigt|gemailt|angerufen|zuruckgerufen|kontaktiert|informiert|freigeschaltet|freigegeben|eingerichtet|korrigiert|angepasst|behoben|nachgebessert|unterschrieben|zuruckgeschickt|rausgeschickt|weitergeleitet|beantwortet|montiert|installiert|nachgetragen|ubergeben|geklart|vorgelegt|eingereicht|ausgestellt|storniert|getauscht|gebucht|verbucht)';
const house =
  '(?:unsere?[mnrs]?|mein|meine[mnrs]?|die|der|das|unser) (?:team|technik|buchhaltung|einkauf|vertrieb|innendienst|rechtsabteilung|versand|lager|service|support|fachabteilung|werkstatt|labor|\\p{L}*(?:kolleg|mitarbeiter|assisten|chef|monteur|techniker|fahrer|frau|mann|partner|sekretar|anwalt|berater|leiter|meister|kurier|bote|ingenieur|wart(?:in)?|azubi|sohn|tochter|vorgesetzt)\\p{L}*)';

/** Said to the reader, and nothing done for him. */
const onlyWords =
  '(?:dank|wunsch|glaub|vertrau|schuld|stimm|gratulier|empfehl|rat(?:e|en)|kann|konn|mocht|darf|durf|wurd|wollt|will|woll|muss|soll|hab|hatt|bin|sind|war|werd|bleib|begegn|geh|steh|lieg|gehor|glich|folg(?:e|en) ihnen|schreib|komm|teil|versicher|hoff|biet|helf|wisse|weiss|verdank|dacht)\\p{L}*';

export const german: Grammar = {
  undertakes: any(
    or(
      `(?:ich|wir) (?:sehe|sehen|schau|schaue|schauen) zu(?=$)|werd(?:e|en)?'s ich|ich werd(?:e|en)?'s \\p{L}+`,
      `(?:unser\\p{L}*|mein\\p{L}*|herr|frau)(?: [\\p{L}.-]+){1,4} (?!(?:hat|ist|fallt|gefallt|passt|dankt|geht|tut|fehlt|steht|gehort|schuldet|reicht|bringt|hilft|taugt|wird|kostet|sagt|gratuliert|wunscht)(?!\\p{L}))\\p{L}{3,}t (?:ihnen|dir|euch)`,
      `${we}${gap} ${verb}`,
      '(?:komm|kommen?)(?: [\\p{L}\\p{N}.:-]+){0,8}? (?:auf (?:sie|dich|euch)|vorbei|zu (?:ihnen|dir|euch)|bei (?:ihnen|dir|euch))',
      `${we} ${shortVerb}`,
      `${shortVerb} ${we}`,
      `(?:wird|werden)(?: [\\p{L}.-]+){0,4}? ${you}(?: [\\p{L}\\p{N}.:-]+){0,8}? (?:[\\p{L}]{0,7}(?:${stem})|uber\\p{L}+|sein|kommen|durchgeb)(?:en|n)(?=$)`,
      `(?:${we} werden?|werden? ${we})(?! \\p{L}+ (?:sein|haben)$)(?=.{0,160}\\p{L}n$)(?!.*(?<!\\p{L})(?:sein|haben|brauchen|mussen|konnen|warten|anheben|erhohen|senken|nachdenken|bleiben|uberlegen|sehen|entscheiden mussen|benotigen|verzichten|wollen|durfen|absehen)$)`,
      `(?<=^|und |dann |ok |passt |also )(?:schicke?|sende?|melde?|ruf|rufe|sage?|frage?|klare?|gebe?|kummere?|mach|mache|scanne?|bring|bringe|maile?|schaue?|lasse?|reiche?|uberweise|fulle?|nehme?|bestelle?|hole?|leite?|prufe?|erledige?|besorge?|organisiere?|bestatige?|schreibe?|liefere?|unterschreibe?|buche?|reserviere?|stelle?|komme|trage?|setze?|halte?) (?:ich|wir|es|sie|ihn|ihnen|dir|mich|uns|euch|das|den|die|der|noch|gleich|nochmal|morgen|heute|montag|dienstag|mittwoch|donnerstag|freitag|bis|am|im|auf|sofort|umgehend|alles|dann|nach)`,
      `(?:unser\\p{L}*|mein\\p{L}*|herr|frau|herrn|kolleg\\p{L}*|\\p{L}+ (?:aus|von) (?:der|dem|unser\\p{L}*)|er|der|die|es|sie)(?: [\\p{L}.-]+){0,6}? ${somebody}(?: [\\p{L}\\p{N}.:-]+){0,6}? ${you}`,
      `${somebody} (?:sich )?(?:[\\p{L}\\p{N}.:-]+ ){0,4}?(?:bei|mit) (?:ihnen|dir|euch)|${somebody} (?:ihnen|dir|euch)`,
      `(?:versprochen|(?:haben sie|hast du) (?:mein|unser) wort|darauf konnen sie bauen|ehrenwort|hand drauf|garantiert(?=$)|wird gemacht|wird erledigt|bin dran|sind dran|verlassen sie sich|verlass dich|konnen sich (?:darauf |auf \\p{L}+ )?verlassen|kannst dich (?:darauf |auf mich )?verlassen|mach ich|mache ich|machen wir|geht klar|wird prompt|ruckmeldung folgt|antwort folgt|folgt in kurze|folgt umgehend|folgt gleich|auf mich konnen|kummere mich|nehme mich|geb(?:e)? bescheid|sage? bescheid|meld(?:e)? mich|melden uns|gebe ruckmeldung|geb\\p{L}? laut|ruhre mich|ruhr mich|habe? ich (?:auf dem|aufm) (?:schirm|zettel)|sorge? dafur|ich bleibe? dran|wir bleiben dran|bleibe dran|kriegen wir hin|ich kriege das hin)`,
      `^(?:dann |ok |und )?${stem}e(?!\\p{L})(?! (?:mir|mich|uns|bitte|dich|euch|doch|sie|mal|du|ihr)(?!\\p{L}))`,
      `(?<=\\p{L} )(?:bekommen|erhalten|kriegen) (?:sie|ihr)(?=$)|(?<=\\p{L} )(?:bekommst|kriegst|erhaltst) du(?=$)`,
      // Whatever is done "for you": the reader stands in the dative.
      `${we} (?!${onlyWords})\\p{L}{2,}(?:e|en|n) (?:[\\p{L}\\d.]+ ){0,3}(?:ihnen|dir|euch)(?!\\p{L})`,
      `(?<=^(?:(?:die|der|das|den|eine?n?|ihre?|unsere?|meine?|deren|und|ok|dann) )?)(?!(?:winter|sommer|fruhling|herbst|regen|schnee|weihnachten|ostern|zeit|tag|frost|hilfe) )[\\p{L}-]+(?: (?:unsere[rs]?|meine[rs]?|zu[mr]?|von|fur|der|des) [\\p{L}-]+){0,2} (?:folgt|folgen|kommt|kommen)(?: (?:gleich|umgehend|in kurze|zeitnah|separat|gesondert|noch|dann|per \\p{L}+|sofort|nach|demnachst|in (?:einer|der|meiner|einem|den|die) (?:[\\p{L}]+ )?(?:e-?mail|mail|nachricht|schreiben|thread|tagen)))*(?=$)`,
      `(?:sie|du|ihr) (?:horst|hort|horen|bekommst|kriegst|erhaltst)(?: \\p{L}+){0,4} (?:von (?:mir|uns)|bescheid)|(?:horen|horst|hort) (?:sie|du|ihr)(?: \\p{L}+){0,4} von (?:mir|uns)`,
    ),
  ),
  whenTimed: any(
    or(
      '(?:steht|stehen|liegt|liegen)(?: [\\p{L}\\d.]+){0,6} bereit',
      '(?:sie|du|ihr)(?: \\p{L}+){0,2}? (?:bekommen|erhalten|haben|horen|kriegen|bekommst|kriegst|hast|horst|kriegt|bekommt|konnen (?:mit|von))|(?:bekommen|erhalten|horen|haben|kriegen|bekommst|kriegst|hast|kriegt) (?:sie|du|ihr)',
      '(?:geht|gehen|kommt|kommen|folgt|folgen|liegt|liegen|trifft|treffen)(?: [\\p{L}\\p{N}.:-]+){0,6} (?:ihnen|dir|euch|bei ihnen|bei dir|raus|zu|ein|vor|in ihrem \\p{L}+|auf ihrem \\p{L}+|unterwegs|von uns|von mir|von unser\\p{L}+|in die post|auf den weg|auf die reise|an sie|an dich|per \\p{L}+)',
      '(?:geht|gehen|verlasst|verlassen)(?: [\\p{L}\\p{N}.-]+){0,4}? (?:raus|zu|los|unser \\p{L}+|unsere \\p{L}+|das haus|unser haus|das lager|das werk)|(?<!der \\p{L}+er )(?:kommt|folgt|kommen|folgen)(?! (?:sie|ihr|du|der \\p{L}+er)(?!\\p{L}))|liegt (?:ihnen|dir|euch)|(?:ist|sind|liegt|liegen)(?: [\\p{L}\\p{N}.:-]+){0,5} (?:auf (?:ihrem|deinem|eurem) \\p{L}+|bei (?:ihnen|dir|euch)|auf dem tisch|unterwegs|in (?:ihrem|deinem|eurem) \\p{L}+|da(?=$)|fertig|vor ort)',
      `(?:wird|werden)(?: [\\p{L}\\p{N}.,:-]+){0,10} ${given}`,
      '(?:ihre?|deine?|eure?) [\\p{L}-]+(?: \\p{L}+)? (?:ist|sind|steht|stehen)(?: [\\p{L}\\p{N}.:]+){0,6} (?:freigeschaltet|startklar|aktiv|live|eingerichtet|bereit|online|betriebsbereit|nutzbar|zuganglich)',
      '(?:ist|sind|wird|werden)(?: [\\p{L}\\p{N}.-]+){0,6} (?:terminiert|angewiesen|eingeplant|vorgemerkt|veranlasst|beauftragt|eingestellt|angestossen|eingetaktet|zur zahlung freigegeben)',
      `(?:(?:unser|mein)\\p{L}*|der|die) (?:[\\p{L}]*(?:meister|monteur|technik|fahrer|kolleg|chef|mitarbeiter|leute|team|fitter|geselle|installateur|bauleiter)\\p{L}*)(?: [\\p{L}\\p{N}.-]+){0,5} (?:vorbei|an|vor ort|raus|hin|los)(?=$| )`,
      `(?:${house})(?: [\\p{L}.-]+){0,4}? ${somebody}|${somebody}(?: \\p{L}+){0,2}? (?:${house})`,
      '(?:kann|konnen) (?:ich|wir)|(?:ich|wir) (?:kann|konnen)',
      '(?:konnen|konnt|kannst) (?:sie|ihr|du)(?: [\\p{L}\\d.]+){0,5} (?:haben|abholen|mitnehmen|erwarten)(?=$)|(?:wissen|wisst|weisst) (?:sie|ihr|du) (?:mehr|bescheid|es)',
      '(?<=^(?:(?:neue[nrs]?|fertige[nrs]?|aktualisierte[nrs]?|endgultige[nrs]?|die|der|das|den|ein|eine|einen|ihre?|deine?|unsere?|meine?|und|unterschriebene\\p{L}?|korrigierte\\p{L}?|neue\\p{L}?) ){0,3})(?!.* (?:ist|sind|war|waren|hat|haben|fehlt|fehlen|lauft|endet|gilt)(?!\\p{L}))(?:anderungen|anmerkungen|kommentare|korrekturen|zahlen|werte|daten|skizze|entwurf|kalkulation|berechnung|aufstellung|version|fassung|preise|preisliste|vorschlag|termin|auswertung|zertifikate?|formular|plan|plane|bilder|fotos|link|versand|abholung|gutschrift|uberweisung|ruckruf|antwort|ruckmeldung|bescheid|angebot|rechnung|vertrag|unterlagen|info|infos|muster|liste|zeichnung\\p{L}*|protokoll|bestellung|freigabe|entscheidung|nachricht|unterschrift|zahlung|ware|lieferung)(?: \\p{L}+){0,3}? (?:von (?:mir|uns)|bis|heute|morgen|ubermorgen|am|kommt|folgt|montag|dienstag|mittwoch|donnerstag|freitag|noch|spatestens|anfang|mitte|ende|nachste|diese)',
      '(?<=\\p{L} )(?:bekommen|erhalten|kriegen) (?:sie|ihr)(?=$)|von (?:mir|uns)|unsererseits|meinerseits|von unserer seite',
      `(?:ich|wir)(?: [\\p{L}\\p{N}.-]+){0,6} (?:fertig|durch|soweit|so weit)`,
    ),
  ),
  unless: any(
    or(
      'nicht(?! (?:spater|vergessen))|ersuche\\p{L}*|erbitte\\p{L}*|kein\\p{L}*|nie|niemals|nix|nichts|kaum|weder',
      'wurde?|wurden|wurdest|hatte|hatten|hattest|ware|waren|war|konnte|konnten|sollte|sollten|sollen|soll|wollte|wollten|wolle|mochte|mochten|musste|mussten|muss|mussen|brauchte|brauchten|durfte|durften|ginge|hatt',
      '(?:habe?|haben|hab)(?: [\\p{L}\\p{N}.-]+){0,8} (?:ge\\p{L}+|\\p{L}{2,7}ge\\p{L}+|\\p{L}+iert|uberwiesen|bestellt|erhalten|versendet|verschickt|bekommen|erreicht|beantwortet)$',
      'anbei|hiermit|beiliegend|beigefugt|im anhang|angehangt|vielleicht|eventuell|evtl|womoglich|moglicherweise|hoffentlich|hoffe|wohl|bitte|uberlegung|durch den kopf|druber nach|daruber nach|uberleg\\p{L}*|gegen sie|entschieden haben|umplanen|ubrigens',
      'bestandskunden|druber schlafen|daruber schlafen|eine nacht|ubers wochenende',
      '^(?!bekommen|erhalten|horen|haben|kriegen)\\p{L}{3,}en sie|^(?:wann|ob|wer|wie|was|warum|wo|dass|weil|damit|bevor|obwohl|woran|womit)|hat|haben sie recht|brauche?|brauchen|benotig\\p{L}*|freue|hatten gern|fehlt|fehlen|auf (?:der|einer) (?:\\p{L}+ )?messe|auf messe|(?:kann|konnen)(?: \\p{L}+){0,3} erst|teil(?=$)|planen?(?=$)|(?:darf|kann|konnen|durfen|soll|sollen|muss|mussen|will|wollen)(?=$)|lass uns|uns im kreis|sonst \\p{L}+ (?:wir|ich)|bestatig\\p{L}* (?:ich |wir )?(?:ihnen )?(?:hiermit|den (?:erhalt|eingang)|dass)|zahl\\p{L}* (?:\\p{L}+ )?(?:erst|nur|immer)',
    ),
  ),
  past: any(
    'seit|leute (?:von|vom|der)|handwerker|prufer|gutachter|besucher?|gaste|(?:frau|herr|chef\\p{L}*|budget|geld|\\p{L}*kolleg\\p{L}*) (?:\\p{L}+ ){0,2}(?:ist|da)|(?:ist|sind|wurden?|ward|habe?n?)(?: [\\p{L}\\d.]+){0,6} (?:raus|weg|angekommen|eingetroffen|gekommen|gegangen)(?=$)',
  ),
  unlessAfter: true,
  condition: any(
    '(?:^|(?<=[,;:.(-] ?)|(?<=(?<!\\p{L})(?:und|aber|denn|also|nur) ))(?:falls|sofern|angenommen|vorausgesetzt|wenn(?! (?:ich|wir) (?:zuruck|wieder|da|so ?weit|durch|fertig|im|bin)|(?:\\p{L}+ ){1,4}(?:da|zuruck|vorbei|durch|fertig|soweit|rum|vorliegt|vorliegen|steht|stehen|hat|haben|ist|sind|bin)(?: ist| sind| bin)?(?=[,.])))|wenn (?:sie|du|ihr)',
  ),
  bargain: any(
    'sie|ihnen|ihr\\p{L}*|du|dir|dein\\p{L}*|euch|eu(?:er|re)\\p{L}*|preis\\p{L}*|kondition\\p{L}*|rabatt\\p{L}*|budget|mittel|geld|angebot|hilft|interesse|moglich|recht|passt|besser|ginge|gewunscht',
  ),
  byDefault: any(
    'wenn (?:nichts|alles|niemand|keiner)|(?:falls|sofern|wenn)(?: \\p{L}+){0,4} (?:nicht|nichts|kein\\p{L}*|niemand)(?! \\p{L}*geht)|wenn nicht',
  ),
  notIn: any(
    or(
      'hoffentlich|daumen|(?:ich |wir )?hoffe|wir hoffen|hoffen wir|(?:glaube|denke) (?:ich )?nicht|bezweifl\\p{L}*|mal schauen|mal sehen|schau ma|schauen wir mal|kann (?:ich )?nichts versprechen|(?:kann|will) (?:ich )?(?:nichts|nix)|versprechen kann|ohne gewahr|im idealfall|wenn alles gut|wenn alles klappt|normalerweise|grundsatzlich|prinzipiell|stets|(?:zahlen|zahlt|liefern|antworten) (?:\\p{L}+ )?immer|(?<!(?:noch|wie) )immer|jeweils|in der regel|im regelfall|im normalfall|theoretisch|im prinzip|ublicherweise|gewohnlich|erfahrungsgemass',
      '(?<!gebe? )laut(?= \\p{L})|angeblich|so steht es|wie es heisst|heisst es|hat(?:te)? (?:mir |uns |ihnen )?(?:wohl )?(?:gesagt|versprochen|gemeint|zugesagt|angekundigt)|(?:er|sie|lieferant|spedition|hersteller|architekt|verkaufer) (?:meint|meinte|sagt|sagte|behauptet|will|wollte)|(?:kurier|paketdienst|bote|lieferant|spedition|spediteur|hersteller|zoll|reederei|bank|post|konkurrenz|mitbewerber|wettbewerber) (?:\\p{L}+ )?(?:stellt|liefert|schickt|kommt|bringt|will|wird|holt)|die spedition|(?:sie|du|ihr) (?:wollten|wolltest|wolltet|hatten|hattest|sollten|sagten|meinten)',
      'sollten sie|solltest du|wer (?:bis|vor|ab|jetzt|bestellt|bucht|mochte)|jeder(?:,)? der|alle(?:,)? die|alle kunden|jeder kunde',
      'in (?:aller )?ruhe|(?:schon|langst|bereits) (?:geschickt|gesendet|gemailt|geliefert)|seit (?:gestern|vorgestern|letzter)',
    ),
  ),
};
