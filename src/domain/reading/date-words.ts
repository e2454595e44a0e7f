/** Words of dates in the seven languages, folded (no accents, lower case). One table a sort; a word in two languages means the same in both. */

const table = <T>(entries: Record<string, T>): ReadonlyMap<string, T> =>
  new Map(Object.entries(entries).flatMap(([words, value]) => words.split(' ').map((word) => [word, value] as const)));

export const months = table<number>({
  'january januar janner janvier enero janeiro gennaio januari': 1,
  'february februar feber fevrier febrero fevereiro febbraio februari': 2,
  'march marz maerz mars marzo marco maart': 3,
  'april avril abril aprile': 4,
  'may mai mayo maio maggio mei': 5,
  'june juni juin junio junho giugno': 6,
  'july juli juillet julio julho luglio': 7,
  'august aout agosto augustus': 8,
  'september septembre septiembre setiembre setembro settembre': 9,
  'october oktober octobre octubre outubro ottobre': 10,
  'november novembre noviembre novembro': 11,
  'december dezember decembre diciembre dezembro dicembre': 12,
});

/** Only next to a day number: alone they are other words too. */
export const shortMonths = table<number>({
  'jan janv ene gen': 1,
  'feb febr fev': 2,
  'mar mrz mrt': 3,
  'apr avr abr': 4,
  mag: 5,
  'jun giu': 6,
  'jul juil lug': 7,
  'aug ago': 8,
  'sep sept set': 9,
  'oct okt out ott': 10,
  nov: 11,
  'dec dez dic': 12,
});

/** Words for a month that are common words besides: they need company. */
export const doubtfulMonths = new Set(['may', 'march', 'mars', 'mai', 'mei', 'marco']);

export const weekdays = table<number>({
  'monday mon montag lundi lunes segunda lunedi maandag mondays': 1,
  'tuesday tue tues dienstag mardi martes terca martedi dinsdag': 2,
  'wednesday wed weds mittwoch mercredi miercoles quarta mercoledi woensdag': 3,
  'thursday thu thur thurs donnerstag jeudi jueves quinta giovedi donderdag': 4,
  'friday fri freitag vendredi viernes sexta venerdi vrijdag': 5,
  'saturday samstag sonnabend samedi sabado sabato zaterdag': 6,
  'sunday sonntag dimanche domingo domenica zondag': 7,
});

export type Unit = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

export const units = table<Unit>({
  'hour hours h stunde stunden heure heures hora horas ora ore uur': 'hour',
  'day days werktag werktage werktagen arbeitstag arbeitstage arbeitstagen werkdag werkdagen tag tage tagen tages jour jours dia dias giorno giorni dag dagen':
    'day',
  'week weeks woche wochen semaine semaines semana semanas settimana settimane weken wk wks': 'week',
  'month months monat monate monaten monats mois mes meses mese mesi maand maanden': 'month',
  'quarter quarters quartal quartals quartale trimestre trimestres kwartaal': 'quarter',
  'half halbjahr halbjahres semestre semester': 'half',
  'year years jahr jahre jahren jahres an annee annees ano anos anno anni jaar jaren fiscal geschaftsjahr geschaftsjahres haushaltsjahr haushaltsjahres wirtschaftsjahr wirtschaftsjahres budgetjahr exercice ejercicio esercizio exercicio boekjaar':
    'year',
});

export const numbers = table<number>({
  'a an one ein eine einen einem einer un une uno una um uma een': 1,
  'two zwei deux dos dois duas due twee zwo': 2,
  'three drei trois tres tre drie': 3,
  'four vier quatre cuatro quatro quattro': 4,
  'five funf cinq cinco cinque vijf': 5,
  'six sechs seis sei zes': 6,
  'seven sieben siete sete sette zeven': 7,
  'eight acht huit ocho oito otto': 8,
  'nine neun neuf nueve nove negen': 9,
  'ten zehn dix diez dez dieci tien': 10,
  'twelve zwolf douze doce doze dodici twaalf': 12,
  'fourteen vierzehn quatorze catorce': 14,
  'fifteen quinze quince quindici': 15,
  'thirty dreissig trente treinta': 30,
});

/** "A few", "some". */
export const few = new Set(
  'few some several paar einige einigen einiger mehrere quelques qques plusieurs unos unas algunos algunas varios varias qualche alcuni alcune alguns algumas enkele'.split(
    ' ',
  ),
);
/** "A couple of". */
export const couple = new Set('couple par paire'.split(' '));

export const ordinals = table<number>({
  'first erste ersten erstes erster premier premiere primer primera primero primeiro primeira primo prima eerste 1st': 1,
  'second zweite zweiten zweites zweiter deuxieme second seconde segundo segunda secondo tweede 2nd': 2,
  'third dritte dritten drittes dritter troisieme tercer tercero tercera terceiro terzo derde 3rd': 3,
  'fourth vierte vierten viertes vierter quatrieme cuarto cuarta quarto vierde 4th': 4,
  'last letzte letzten letztes letzter dernier derniere ultimo ultima laatste': -1,
});

export type Part = 'early' | 'mid' | 'late' | 'sometime';

export const parts = table<Part>({
  'early beginning anfang debut principios comienzos comienzo principio inicio inizio begin start anfangs primeros':
    'early',
  'mid middle mitte mi mediados mitad quincena meados meta metà medio halverwege': 'mid',
  'late end ende fin final finales fines fim fine eind einde': 'late',
  'sometime irgendwann courant': 'sometime',
});

export const nextWords = new Set(
  'next coming upcoming following nachste nachsten nachster nachstes kommende kommenden kommender kommendes folgende folgenden darauffolgenden prochain prochaine prochains prochaines proximo proxima siguiente prossimo prossima volgende komende suivant suivante viene entrante aanstaande vindouro volgend'.split(
    ' ',
  ),
);
export const thisWords = new Set(
  'this diese dieser diesen dieses diesem cette ce cet esta este questa questo deze dit current laufende laufenden laufendes'.split(
    ' ',
  ),
);
export const lastWords = new Set(
  'last past previous letzte letzten letzter letztes vergangene vergangenen vorige dernier derniere passe passee pasado pasada passado passada scorso scorsa vorig afgelopen'.split(
    ' ',
  ),
);

/** The first month of a season. */
export const seasons = table<number>({
  'spring fruhling fruhjahr printemps primavera lente voorjaar': 3,
  'summer sommer sommers ete verano verao estate zomer': 6,
  'autumn herbst automne otono outono autunno herfst': 9,
  'winter hiver invierno inverno': 12,
});

/** What makes "the holidays" those of the summer, and other words for the return in September. */
export const summerBreak = new Set(
  'sommerferien sommerpause sommerurlaub sommerloch rentree schuljahr schuljahres schuljahresbeginn schulbeginn schulanfang zomervakantie'.split(
    ' ',
  ),
);

/** Small words between a preposition and its date, or inside a date. */
export const articles = new Set(
  'the of ao aos alla allo de del du des d la le les l el los las der die das dem den il lo i gli o os as do da dos das zum zur am im vom beim on in at um em no na nel dia den kommenden around about circa gegen vers hacia sobre ca approximately roughly sometime like say maybe maybe perhaps wohl etwa so van het jour mes mois month months monats monat voraussichtlich'.split(
    ' ',
  ),
);
