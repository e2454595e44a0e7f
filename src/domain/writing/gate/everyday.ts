/**
 * The everyday words of follow-ups, folded: small words, and the verbs and nouns of writing, meeting, waiting and deciding. What a draft
 * says besides them has to stand in the thread. Prices, payments, concessions and results are no everyday words.
 */
import type { Language } from './written.ts';

const english = `
video term terms behind third pest nuisance swallow heart provided providing feet convincing leeway plenty didn doesn don isn aren wasn weren haven hasn hadn couldn wouldn shouldn won ll ve re satisfied satisfy turn turned perform performed behave
behaved longer shorten lengthen expand adapt tweak amend amended version versions smoothly breakdown finalise finalize wrap settle settled
settling straightforward helpful clarification clarifications aside besides regardless otherwise curious anything awkward ideal ideally
doubt doubts kindly earliest ours theirs vacation holiday break background prior suggestion suggestions reminded revisiting outcome outcomes
verdict reaction reactions internally recap summary summarise summarize decide decides timing workable realistic headway progressed
materialise hang hung choosing choose chose chosen couple speed entrance the a an and or but so if as at by for from in into of off on onto
out over to up with without within about above after again against all almost already also although always among another any anyone anyway
are around away back be been before began begin beginning being below best better between both bit can cannot could did do does doing done
down during each early either else end ends ended enough even ever every everyone everything far few fine first following forward further
get gets getting give given gives giving glad gladly go goes going gone good great grateful had happen happened happening happy hard has
have having hear heard hello help helped helps her here him his hope hoped hopes hoping how however i idea instead interest interested
interesting it its itself just keep keen kept kind know known last late later latest least leave left less let lets like likely little long
look looked looking looks lot love lovely made make makes making many may maybe me mean means meant meantime might mind mine moment more
most moved much must my myself near nearly need needed needs never new news next nice no none nor not note nothing now occasion old once one
ones only open opened opening option other others our ourselves part pass past perhaps person people pick picked picking piece place plan
planned planning plans please pleased pleasure point points possible possibly prefer preferred probably proper properly put putting question
questions quick quickly quiet quite rather reach reached reaching read ready real really reason recent recently regards remain remains
remember remind reminder reply replied replies rest result results right room rush said same say saying says see seem seems seen send
sending sent several shall share shared she short shorter shortly should show side similar simple simpler simply since situation small
smaller some someone something sometime soon sooner sorry sort sound sounds speak spoke spoken stage stand stands start started still stop
such suggest suggested suit suits suited sure take taken takes taking talk talked talking tell telling than thank thanks that their them
then there these they thing things think thinking this those though thought thoughts through time times today together told too took topic
touch towards try trying two under until update updates upon us use used useful usual usually very view wait waited waiting want wanted
wants was way ways we week weeks well went were what whatever when whenever where whether which while who whole whose why will wish wishes
wonder wondered wondering word words work worked working works would write writes writing written wrote year yes yet you your yours yourself
answer answered answers answering ask asked asking asks call calls called calling catch chance change changed changes check checked checking
clear clearer clearly clarify close closed colleague colleagues come comes coming comment comments compare connect consider considered
contact continue conversation conversations correct cover covers current currently date day days decided decision deciding delay delayed
delighted detail details diary calendar different difficult direct directly discuss discussed discussing discussion document documents
easier easy email emails mail mails message expect expected expecting explain fair feel feels feedback figure finally find finding fit fits
fitting flexible follow followed form found full group hands hesitate hold holding holidays busy information inbox introduce involve
involved issue item join line list listen loop main manage managed matter matters meet meeting meetings met mention mentioned miss missed
missing month months name nuisance obstacle offer offered offers okay opinion original overview pace page paper paperwork particular
perspective phone photo photos picture pressing prepare prepared previous priority problem proceed process progress project promised
proposal proposed provide quote quoted raise raised receive received refer reference regarding remaining resume return review reviewed
revisit ring safe safely schedule section seat shape showing sides spare specific spot step steps stuck support supposed team teams thread
track understand understood welcome whichever wise worth years ten fifteen minute minutes slot swing lean leaning trouble bother bothering
appreciate appreciated reassure afterwards ahead along alternative alternatively answerable anyone's apply arrived arrive arrives aware
based basis beyond brief briefly cause certain circulate clash comfortable comfort complete completed concern concerns concerned conclusion
convenient copy deal depend depends earlier effort encourage encouraged enquire enquiry enquiries enjoy enjoyed ensure entirely event
evaluate evaluated evaluating expectations experience extra fall feasible figured finished gather gentle glimpse glance guess guidance
handle handy heads honest honestly impression impressions input intend intended internal knew live lookout materials mutual naturally notice
obvious offering ongoing outstanding overlook overlooked overall patient patience pause pending period perfect ping play plenty poor
potential practical preference preferences present presented pretty prompt quarter queries query quicker realise reconnect relevant rely
requirement requirements resolve respond responded response responses retake revert saw scope slip slipped slow smooth somebody spend stay
straight suitable suppose surely surface swamped sync tackle thoroughly timeline timeframe timetable tomorrow top trust understandable
understandably unless unsure urgency via visit walk weigh whoever wording workload worries worry interim park parked rework reworked rerun
pop samples sample post peace chase chased chasing nudge pester pestering nagging afternoons afternoon mornings morning evening reachable
assume assuming guessing imagine rough roughly figures numbers quantity quantities amount size sizes colour color office desk partner
partners board manager boss owner customer client crew staff somewhere anywhere elsewhere nowhere everybody somehow slightly somewhat entire
final finalised forget forgot forgotten fresh freely gap gaps grab guy guys half hassle hurry ideas inconvenience inconvenient individual
inform keeping knowing lately lighter lined lines load longest lose loose luck memory middle minded mistake mix model models moments
momentum mood negative neutral nobody normal nudging numerous obviously occupied odd opportunity organise owe outline overdue overwhelmed
overwhelming packed paragraph personally pile piled plate popped position possibility postpone postponed prefers promise promising proof
purpose purposes quickest racing range reading realised rearrange reassured regular regularly rehash relax relief reminders report reports
request requested requests respect retry revise revised rhythm rolling rushed sake scenario scene schedules screen seasons seconds sense
separate serious session sharing sheet shift shot showed shown sight sign simplest simultaneously sit sitting smoothest solution sounded
sounding special spread standing starting state stays sticking story stress stressful struggling subject succeed success summer winter
spring autumn switch symbol system table talks target task tasks term terms text thorough throw tight till tip tired title tour trace travel
traveling travelling trial trip truth type typical unanswered uncertain unclear undecided unfortunately urgent user valuable various vice
viewpoint visible voice warm watch weather weekend widely winding wonderful yesterday afterward felt flag flagged keener leads letting
looped plain preferring promptly puts run runs running slots squeeze turns unexpected wherever window windows wouldnt hasty haste brush
brushed bits pieces sorted sorting hopefully wishing seeing turning approach approaching approached easily accurate accurately adjustment
adjustments adjust adjusted aim aimed attention available availability convenience demo demonstration door doors example examples explained
explanation explanations face familiar faster favour favor feature features fewer forth fully handful head highlight impact important
importance inclined initial instance introduction journey leaving lesson level limit limited local location matches match matching minimum
needing nicely noted notes number occasionally wide operation opposite own pair participants passing perfectly permanent phase physical plus
practice precise precisely presence pressure previously principle private progressing proposals purely rain receipt recommend recommendation
recommendations record refine refined remotely rounds route routine seriously serve serves set setting setup sets signals silence sincere
single skip skipped space specifically standard steady stepping stick straightaway strong structure style suggesting summarising sun supply
swap switching takeaway tailor tailored tempo tend theory thereafter thoughtful throughout timely tone total totally touchpoint tough
transition treat truly tune twist unable unchanged visited visiting visits warmly wave weekly widen width wider willing workshop yourselves
`;
const german = `
ruckstand verzug erinnerung hinterher schuldig geschuldet stand stande lage zeichen vorhaben vergangen verstrichen
dieser diese dieses diesem diesen saison geworden werden laufzeit durchspielen durchspielt video verzug ruckkehr postfach fertig spatestens leben recht dritte dritten sofern vorausgesetzt mitspielt nervensage mut scheitern hindernis vorgemerkt vormerken uberzeugend mischung platz luft geschwankt festgelegt festlegen weitergeholfen nein zufrieden fassung fassungen naher nahere naheren ausfuhrlich ausfuhrlicher aufgeschlusselt aufschlusseln verlaufen verlief geschlagen
schlagen klappen klappt geklappt funktionieren funktioniert abschluss abschliessen abgeschlossen grunes licht entspricht entsprechen
vorstellungen vorstellung erwartungen erwartung kurzer kurzere kurzeren langer langere ausreichend ausgereicht umsetzen umsetzbar machbar
realistisch ubersicht zusammenfassung zusammengefasst reagiert reaktion eindruck eindrucke ruhe ruhig gelassen angenehm erholsam erholsame
erholt urlaub ferien sommer winter guten jahreswechsel wohlbehalten weitergekommen vorangekommen voran sachlage lage lagen entwickelt
entwicklung wahl wahlen gewahlt auswahl vergleich vergleichen hinsehen zeichen angekommen stattfinden stattgefunden fand statt
zuversichtlich losgehen starten gestartet der die das den dem des ein eine einen einem einer eines und oder aber denn doch so wenn falls als
wie ob dass weil da damit dann dort hier in im ins an am ans auf aus bei beim bis durch fur gegen mit nach ohne seit uber uberhaupt um unter
von vom vor zu zum zur zwischen wegen trotz wahrend ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihnen ihn mein meine meinen
meinem meiner meines dein deine deinen deinem deiner sein seine seinen ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer
euer eure euren eurem eurer kein keine keinen keiner nicht nichts nie noch schon bereits erst nur auch sehr mehr weniger viel viele vielen
vielleicht wohl eben gerade jetzt nun heute bald spater fruher inzwischen mittlerweile bisher zuletzt zunachst zuerst danach davor dazu
dafur dabei davon daruber darauf daran darum dagegen deshalb daher deswegen also etwas alles alle allen aller beide beiden jemand jemanden
niemand man anderer andere anderen anderes anders selbst wieder weiter weitere weiteren weiteres weiterhin weitermachen zuruck vorbei ist
sind war waren bin bist seid sei ware wurde wurden wird werden worden wirst habe haben hat hatte hatten hast habt gehabt kann konnen konnten
konnte konntest kannst konnt muss mussen musste mussten soll sollen sollte sollten will wollen wollte wollten wolltest wolltet darf durfen
durfte mag mogen mochte mochten magst lasst lassen lass gehen geht ging gegangen gehe kommen komme kommt kam gekommen kommst machen mache
macht gemacht tun tut getan stehen steht stand gestanden stehe sehen sehe sieht gesehen schauen schaue schau nachschauen anschauen ansehen
angesehen angeschaut schreiben schreibe schrieb schrieben geschrieben schriebst antworten antwort antworte sagen sagt sagte sagten sag
gesagt sprechen spreche spricht gesprochen besprechen besprochen besprechung reden rede redet geredet gesprach gesprache telefonieren
telefonat telefonisch telefon anrufen anruf rufe melden melde meldet meldest gemeldet meldung ruckmeldung nachricht nachrichten mail mails
email brief zeilen fragen frage fragt fragte fragten gefragt fragst nachfragen nachfrage rucksprache bitten bitte bittet baten gebeten bat
danke dank danken dankbar freuen freue freut freude froh gern gerne hoffen hoffe hoffentlich wunschen wunsche wunsch horen hore gehort
wissen weiss wisst wusste denken denke gedanken gedacht meint meinst meinung glauben glaube finden finde findet gefunden geben gibt gab
gegeben gebe gib nehmen nehme nimmt genommen bringen halten halte halt gehalten bleiben bleibt blieb geblieben brauchen brauche braucht
brauchten brauchst gebraucht helfen hilft helfe geholfen hilfe hilfreich hinweis passen passt passte passend passendes gepasst klaren klart
geklart klar klarung erklaren erklare offen offene offenen uberlegen uberlegt uberlegung uberlegungen entscheiden entscheidung
entscheidungen entschieden planen planung geplant plan plane einplanen vereinbaren vereinbart vereinbarung vereinbarten ausmachen
vorschlagen vorgeschlagen vorschlag vorschlage schlage anbieten angebot angebote angebots schicken schicke schickt geschickt zusenden
gesendet senden sende gesandt zugeschickt erhalten erhielt bekommen bekam ankommen erreichen erreicht weitergehen weitergeht weitergeleitet
fortsetzen anpassen angepasst andern geandert anderung anderungen verschieben verschoben warten warte wartet gewartet aufgreifen anknupfen
ankundigen angekundigt erwahnen erwahnt erwahnten nennen genannt beziehen beziehe bezug betreff erinnern erinnere erinnerung erkundigen
erkundigt liegen liegt lag gelegen aussehen beurteilen beurteilt einschatzen einschatzung prufen gepruft prufung durchgehen vorstellen
vorgestellt kennenlernen treffen getroffen termin termine besuch besuchen zeit zeiten zeitplan zeitlich tag tage tagen woche wochen monat
monate jahr jahre moment augenblick minuten minute stunde ende anfang mitte letzte letzten letzter letztes nachste nachsten nachster
nachstes erste ersten erster kurz kurze kurzen kurzes kurzlich gut gute gutes guter besser bester beste besten schone schonen schones
moglich moglichkeit moglicherweise einfach einfacher leicht leichter genau genauso richtig wichtig direkt gemeinsam zusammen neu neue neuen
neues neuigkeiten sinn sache sachen thema themen punkt punkte schritt schritte weg seite person ansprechpartner kollege kollegen kollegin
kolleginnen team mitarbeiter leute interesse interessant interessiert problem probleme schwierigkeiten grund informationen information
unterlagen details einzelheiten zahlen uberblick ergebnis verfugung jederzeit bescheid wort worte fall hand kopf augen auge neuesten
verlieren verloren gelegenheit gelegenheiten zustandig genugt genugen reicht reichen infrage herzlich herzlichen lieb liebe lieber liebes
grusse gruss freundlich freundlichen hallo morgen abend schade leider naturlich selbstverstandlich sicher sicherlich bestimmt
dazwischengekommen angelegenheit zusagen stellen stelle gestellt kontakt verbindung verstandnis verstehe verstehen verstanden eilt eile
druck umstande muhe aufwand variante varianten losung losungen version vorhaben projekt moglichst zugang ablauf vorgehen weiterhelfen
unterstutzen unterstutzung beantworten beantwortet einwande bedenken sorge sorgen vorab nochmals nochmal einmal mal erneut gefallen gefallt
gefiel klingen klingt klang klinge scheint scheinen offenbar richten richte rechnen gelaufen laufen lauft lief ausgegangen ausgefallen
zugesagt zugehen zugegangen dauern dauert gedauert bewegen bewegt erledigen erledigt fehlen fehlt fehle festlegen feststehen fest ansprechen
gespannt neugierig offenlassen aktuell aktuelle aktuellen aktueller weiterverfolgen verfolgen bearbeiten intern interne abstimmen abgestimmt
abstimmung absprache austauschen austausch abwarten eingeplant vorgesehen ursprunglich dringend gelegentlich nebenbei zwischenzeitlich
kommende kommenden vergangene vergangenen vergangener ubrigens trotzdem sonst eigentlich ungefahr rund anzupassen nachzufragen
durchzusprechen zuruckzukommen weiterzukommen bieten vorziehen bevorzugen eher wem wen wer was wann wo woran wobei wofur worauf welche
welcher welches welchen welchem warum wieso weshalb womit wohin wieviel ganz gar je jede jeder jedes jeden jeweils solche einige einigen
paar stets immer manchmal oft haufig damals neulich knapp knapper angehen einholen drauf draufgeschaut ehrlich ehrliches ehrliche ordnung
nachmittag nachmittags vormittag vormittags meistens erreichbar aufdringlich storen store nerven drangen drangeln annehmen vermute vermuten
vorerst vorlaufig einstweilen zusammenfassend stuck anzahl menge mengen grosse grossen farbe muster probe proben testen test ausprobieren
buro chef chefin leitung geschaftsfuhrung vorstand partner kunde kunden leiter leiterin abteilung vorgesetzte jahreszeit fruhling herbst
eingelebt raumen raum neuigkeit nachdenken abgesprochen angesprochen aufwendig aufgehort aufhoren anfangen angefangen gerechnet rechne
nachrechnen durchrechnen uberarbeiten uberarbeite uberarbeitet umstellen zeige zeigen zeigt gezeigt vorbeikommen vorbeischauen besichtigen
lust laune schwung loslegen vorankommen hakt hangt hangen stockt verzogerung verzogert verzogerungen verspatung entschuldigen entschuldigung
entschuldige vergessen untergegangen ubersehen gedrangt drangt eilig stress stressig trubel turbulent los auslastung ausgelastet voll volle
beschaftigt verreist unterwegs unpassend ungunstig gunstiger zeitpunkt zeitraum zeitfenster zeitnah kurzfristig langfristig mittelfristig
grundsatzlich generell prinzipiell letztlich schliesslich ehrlicherweise anscheinend scheinbar eventuell gegebenenfalls notfalls sonstige
sonstiges jedenfalls keinesfalls allerdings immerhin wenigstens zumindest mindestens hochstens circa etwaige grob grobe genauer genaue exakt
konkret konkrete konkreter konkretes detail beispiel beispielsweise anhaltspunkt anregung anregungen ruckfragen ruckfrage einwand zweifel
ideen idee gedanke sicht ansicht perspektive haltung gefuhl vertrauen geduld versuch versuchen versucht gelingen gelungen geling erfolg
erfolgreich gluck daumen klarheit verstandlich nachvollziehbar nachvollziehen begrundung begrunden grunde ursache anlass zweck ziel ziele
schwerpunkt rahmen umfang abschnitt teil teile halfte rest gesamt insgesamt ganze ganzen komplett vollstandig einzeln einzelne einzelnen
getrennt erleichtern erleichtert vereinfachen einfachste einfachsten bequem bequemer schnell schneller schnellsten langsam spontan abends
mittags fruh morgens wochenende wochentag kalender uhrzeit kurzem langem jungst soeben vorhin derzeit momentan gegenwartig zurzeit kunftig
zukunft demnachst irgendwann irgendwie irgendetwas irgendwo jemals nirgends uberall daheim drinnen draussen oben unten rechts links
gegenuber neben hinter vorne hinten geschehen passiert ereignis vorgehensweise herangehen verfahren prozess status fortschritt fortschritte
etappe phase runde einstieg start beginn beginnen begonnen wiederholen verfugbar bereit notig notwendig erforderlich erganzen erganzung
hinzufugen weglassen streichen gekurzt ausbauen erweitern aufteilen zuschneiden zugeschnitten individuell personlich personliche
vertraulichkeit hilfsbereit sprechstunde vorfuhrung demo prasentation prasentieren erlautern erlautert erlauterung ausfuhren schildern
geschildert beschreiben beschrieben berichten berichtet erzahlen erzahlt mitteilen mitgeteilt mitteilung verraten wissenswertes kenntnis
bekannt unbekannt vertraut fremd ahnung uberrascht uberraschung enttauscht bedauern bedaure bedauerlich traurig begeistert angetan skeptisch
unsicher unschlussig zogern zogert entscheidungstrager beteiligt beteiligte beteiligten einbeziehen einbezogen internen extern belegt frei
freier freien tendenz tendieren tendiert favorit bevorzugt ehesten uberzeugt uberzeugen aussage zusage absage absagen nein kaum fast nahezu
beinahe ziemlich besonders allzu absolut vollig vollkommen durchaus gewiss hierzu hierfur dahin dorthin wovon woruber woher wessen
`;
const french = `
reflexion reflexions retard demarche avancement point suite avis projet situation
propre propres papiers papier etudier etudions duree video marche machine amplement troisieme condition penible convaincante convaincant pose posent marques courage double enchainer embeter embete plu plait reprise reprises mot mots non oui prie satisfait satisfaite satisfaits satisfaire satisfasse derouler deroule deroulee comporter comporte comportees curieux curieuse finaliser
finalise conclure repondre attentes attente plus long longue courte courts resume resumer resumee fonctionner fonctionne marcher marche
reagi reaction impression impressions bilan resultat resultats issue chercher cherche chercherons solution repartir repris vacances ete
hiver repos reposant rentree arrivee connaissance relecture lecture feu vert realiste faisable conforme correspond correspondre chiffres
precisement approfondir approfondi davantage concret concrete concretement savez reflexion debloquer fluide le la les l un une des de du d
et ou mais donc or ni car si que qu qui quoi dont ce cet cette ces c ca cela ceci celui celle ceux celles je j tu il elle on nous vous ils
elles me m te t se s lui leur leurs y en moi toi soi eux mon ma mes ton ta tes son sa ses notre nos votre vos vôtre a au aux avec dans par
pour sur sous sans vers chez entre depuis pendant avant apres jusqu jusque lors lorsque quand comme comment combien pourquoi est es suis
sommes etes sont etait etais etions etiez etaient serait serais seraient sera serai seront soit soient fut etant ai as avons avez ont avait
avais avions aviez avaient eu aura aurai aurez aurait auriez aurais ait ayez ne n pas moins rien jamais personne aucun aucune encore deja
toujours bien mal tres trop assez peu beaucoup tout toute tous toutes autre autres meme memes aussi ainsi alors puis ensuite enfin bientot
maintenant aujourd hui hier demain recemment actuellement peut peux pouvez pouvons peuvent pourrais pourriez pourrait pourrions puisse
puissions pu doit dois devez devait deviez devais devra devriez faut faudrait faudra veut veux voulez voulons voulais vouliez voulait
voudrais voudriez souhaite souhaitez souhaiter souhaitais souhaitiez aimerais aimeriez aimerions aime fait faire fais faites fera feriez
faisait faisons aller va vais allez irait ira allait venir viens venez vient venu reviens revenir revient revenons reviendrai dire dis dites
dit disais disiez disait disent parler parlons parlez parle parliez parlerez parleriez parlions voir vois voyez vu verra verrons regarder
regardez regarde savoir sais sait saurais su croire crois pense penser pensez penses pensent penserait reflechir reflechi trouver trouvez
trouve trouverons ecrire ecris ecrivez ecrivais ecriviez ecrit ecrivait demander demande demandais demandez demandiez demandait repondez
reponse reponses repondu repondiez question questions retour message messages courriel mail mails mot nouvelle nouvelles appel appeler
appelez telephone rappeler rappel rappelle echanger echange echanges discuter discussion conversation rendez rencontrer rencontre reunion
entretien visio presenter presente envoyer envoye envoie envoyez envoyais enverriez renverriez renvoie renvoyer transmettre transmis
transmets recevoir recu recue recus recevez parvenir parvenu parvenue arriver arrive adresser adresse attendre attends attend attendu
attendiez attendais donner donne donnez donnait prendre prends prenez pris prenne prendriez mettre mets mis garder laisser laissez laisse
tenir tenez tenu rester reste restons aider aide aidez besoin besoins manque manquer manquait merci remercie remercier plaisir ravi ravie
ravis content contente heureux heureuse enchante espere esperer esperons souhaits volontiers gentiment simplement vraiment surement
certainement sincerement directement rapidement prochainement eventuellement proposer propose proposais proposee proposition suggerer
suggere offre offres devis projet projets sujet sujets propos dossier point points etape etapes suite suites avis decision decisions decide
decider option options choix choisir choisi preferer preferez preferes preferait preference avance avancer avancez avancement avancait etat
lieu moment temps fois jour jours journee semaine semaines mois annee ans an date dates calendrier planning agenda heure heures minute
minutes debut fin milieu matin soir prochain prochaine prochains prochaines dernier derniere passe passee cote part cas chose choses facon
maniere raison idee interet interesse interessant interessante interessait interessent interesser convient convienne conviennent
conviendrait convenir convenu utile possible possibilite disponible disponibles disponibilite disponibilites disposition simple facile mieux
bon bonne bons bonnes bel belle beau petit petite court breve bref nouveau grand meilleur meilleure premier premiere second clair claire
claires clarifier preciser precision precisions eclaircir detail details information informations element elements document documents
remarque remarques hesitation hesitez hesite collegue collegues equipe equipes interlocuteur gens quelqu quelque quelques chacun ensemble
monsieur madame bonjour bonsoir salut cordialement cher chere permets permettez permettre relance relancer reprendre reprenons reprends
reprendriez reprise continuer continuons poursuivre poursuivons attention compte charge accord courant contact contacter reprend contretemps
empechement retard changer change changement evoluer evolue adapter adapte adapterai adaptons suffit suffira suffirait confirmation erreur
sauf suivre sens souci soucis inquietude inquietudes probleme problemes difficulte difficultes ressentir ressenti envisager envisageable
envisagez vue actualite cours notamment concernant quant selon afin parce puisque tant tandis malgre grace environ plutot surtout seulement
juste tard tot prevu prevue prevoir prevoyez comptez compter comprends comprendre comprendrai compris reponds lequel laquelle lesquels
lesquelles quel quelle quels quelles auquel auxquelles auxquels duquel desquels autant indiquer indique indiquais indiquiez indiquait
mentionner mentionne mentionniez evoquer evoque evoquiez annoncer annonce annoncee assurer assure tranquille importe libre volonte fallait
allons essayer essaie gene deranger derange presse pression urgence apporter apporte ajouter verifier verifie jeter oeil coup fil ligne
lignes souvient rappelez sert servir semble semblait parait paraissent rediscuter discutons entendre entendu entends passer passez examiner
examine etudier etudie etude version variante solutions alternative echantillons echantillon poste trancher trancherez vive voix tete oublie
oubliee oublier excuser excuse excuses retards importuner insister insisterai recontacter recontacte suppose supposer presume imagine
imaginer ayant ordre calme bureau bureaux locaux installes installe midi midis matinee soiree demonstration demo presentation couleur
couleurs quantite taille calcul calculer responsable direction directeur directrice patron client clients partenaire conseil comite cadre
prefere parfaitement exactement justement presque quasiment autour approximativement tellement guere souvent parfois rarement desormais
dorenavant dernierement auparavant finalement momentanement provisoirement definitivement precis precise clairement eclairer detaille
exemple exemples piste pistes idees hesitations hesiter doute doutes reserve crainte craintes obstacle obstacles frein freins blocage bloque
bloquer coince coincer progres progresse progresser phase demarche demarches procedure processus delai delais echeance creneau creneaux
joignable libres occupe occupes occupee deborde debordes debordee chargee prise prises emploi conges conge printemps automne fetes reprenez
retravailler revoir revu refaire ajuster modifier modifie modification modifications completer complet complete simplifier simplifie
faciliter facilite facilement rapide vite tranquillement sereinement opportun opportune inopportun propice variantes alternatives
possibilites versions formule formules discute visite visiter passage theme commentaire commentaires retours reactions opinion position
sentiment intention intentions priorite priorites interets interessee utiles inutile necessaire necessaires important importante essentiel
comprehension patience moments instant instants quelquefois ailleurs partout ici bas aupres dessus dessous dedans dehors cotes lien pire
grande nouveaux ancien ancienne seconde seul seule uniquement chacune personnes monde courage chance joie desole desolee navre navree
honnete honnetement franchement certes evidemment naturellement malheureusement heureusement etre redire expliquer explique expliquais
explication explications raconter montrer montre decrire sachez connaitre ignorer cherchiez repond lire lu transmise communiquer aiderait
suffire gener permet vouloir pouvoir devoir falloir toucher essai tester test commencer commence demarrer arreter arretes arrete clore
classer fermer ouvrir ouvert rouvrir arranger arrange sortir partir
`;
const spanish = `
retraso pendiente reflexion avance planes momento situacion proyecto
mios mias mio mia papeles video marcha cosas mirar maquina suelto soltar tercer tercera cansar pesadez depende depender sin entrar asentarse aguas propios ojos convence convencer sitio maximo maxima minimo ganas salio trastear decidido encajan siquiera conforme conformes satisfecho satisfecha satisfechos resultar resulto resultado resultados funcionar funciona funciono comportar comportaron
cerrar cerramos cierre corto corta largo larga cortos buscar buscaremos busco solucion resumen resumir reaccion reacciono impresion
impresiones balance vacaciones verano invierno descanso descansado disfrutar disfrutado disfrute disfrutaran luz verde realista factible
corresponde responder concreto concretos exacto exactamente profundizar curiosidad vuelta vueltas avances sentido logica convence convencido
convencer facilitar agilizar pregunta propio propia adelante arrancar el la lo los las un una unos unas al del de a ante bajo con contra
desde durante en entre hacia hasta para por segun sin sobre tras y e o u pero sino que si como cuando donde porque pues aunque mientras ya
aun todavia tambien tampoco solo muy mas menos mucho mucha muchos muchas poco pocos tan tanto asi entonces luego despues antes ahora hoy
ayer manana pronto siempre nunca nada algo alguien nadie alguna alguno algun algunos algunas ningun ninguna cada todo toda todos todas otro
otra otros otras mismo misma mismos yo tu ella usted ustedes nosotros vosotros vosotras ellos me te se le les nos os mi mis tus su sus
nuestro nuestra nuestros nuestras vuestro vuestra vuestros conmigo contigo este esta esto estos estas ese esa eso esos esas aquel aquello
cual cuales quien quienes cuanto cuantos cuanta cuantas no es son era eran fue fueron ser sea sean sido soy eres somos seria serian sera
estar estoy estan estaba estabas estaban estamos estuvo haya hayan hay habia haber he has ha han hemos habeis habria hubo tener tengo tiene
tienes tienen tenia tenian teneis tendria tendriais tuvo tenido poder puedo puede puedes pueden podemos podeis podria podrian podriamos pudo
pudiste podido podra pueda quiero quiere quieres quieren quereis querer queria querias queremos quisiera quisieran gustar gusta gustaria
gusto encantado encantada deber debo debe deba deban debemos hacer hago hace hacemos haga hizo hecho hagan haria ir voy va vamos van iba
iban ido fuera vaya venir viene vienen venga vendria vendrian bien mal mejor peor saber sabe sabes saben supe sabia sepa decir digo dice
dices dijo dijiste dicho diga digame dime di decia decian diria hablar hablo habla hablamos hablemos hable hablado hablaramos ver veo ve ves
ven veis vemos visto vean vera escribir escribo escribe escribi escribio escribiste escrito escribirte escribirle preguntar pregunto
pregunte preguntas preguntaba preguntado preguntarle preguntarte respondo responde respondido respondio respuesta respuestas contestar
contestado contesta duda dudas dudar comentar comente comento comentaste comentario comentarios mencionar menciono mencione indicar indico
indique contar cuento conto contaste contado recordar recuerdo recordatorio recordarle recordarte llamar llamo llama llamada llamadas llame
telefono correo correos mensaje mensajes mail nota palabra palabras breve novedad novedades noticia noticias enviar envio envie envia
enviaria enviado enviarle mandar mande mando mandado pasar paso pase pasado recibir recibido recibio recibi llegar llego llega llegado
llegue pedir pedi pidio pediste propuesta proponer propuse propuso propongo oferta ofertas ofreci ofrecer presupuesto proyecto tema temas
asunto punto puntos pasos siguiente siguientes proximo proxima proximos decision decisiones decidir decidido opcion opciones idea opinion
opinar opina opinas opino parecer parece parecio pensar pienso piensa pensado creer creo cree crees valorar valorado encajar encaja convenir
conviene convendria preferir prefiere prefieres prefieren preferirian interes interesa interesante interesado interesaria necesitar necesita
necesitas necesitan necesitaria necesitarian falta faltar ayudar ayuda ayudaria ayude ayudarle ayudarte gracias agradecer agradezco
agradeceria saludo saludos cordial abrazo espero esperar espera esperaba espere esperando deseo desear alegra alegro alegria bueno buena
buenos buenas buen gran grande pequeno nuevo nueva nuevos nuevamente facil sencillo simple claro clara aclarar aclararle aclare explicar
explico explique retomar retomo retomamos retome seguir sigo sigue siguen seguimos siga seguido continuar continua volver vuelvo vuelve
volvamos vuelto quedar quedo queda quedamos quede quedaria dejar dejo deje deja dejamos dejado cambiar cambiado cambio cambios cambia
adaptar adapto ajustar mover planificar planes plan plazo plazos calendario agenda fecha fechas tiempo momento ocasion oportunidad dia dias
semana semanas mes meses ano anos hora horas minuto minutos tarde principio principios finales final mediados inicio primero primera primer
ultimo ultima ultimos anterior reunion reuniones reunirse conversacion encuentro cita contacto contactar persona personas equipo equipos
companero companera companeros lado parte partes vez veces forma manera modo motivo razon caso cosa cosas detalle detalles informacion
documento documentos dato datos version alternativa alternativas posible posibilidad disponible disponibles disponibilidad disposicion
directamente simplemente rapidamente brevemente amablemente cualquier cualquiera juntos juntas ambos lista listo pendiente pendientes
problema problemas inconveniente imprevisto imprevistos prisa surgir surgido surge ocurrir ocurrido revisar revisado reviso revise revisarlo
mirar mirado mire comprobar comprobado entender entiendo entendido comprendo comprender util favor bastar basta bastaria quiza quizas tal
acaso ademas incluso excepto salvo respecto acerca actual actualmente avanzar avance avanzamos avanza proceso marcha pie vista alturas
siendo viable ritmo aproximada aproximado avisar avisame aviseme avisa avise animo disculpe disculpa perdon molestar molestia gustosamente
puesto pongo pone poner ponerme poniendo frena frenar concretar concreta resolver resuelto plantear planteado comparar consultar consultado
igual dar doy da dan dio daria dieron darme darle dado quedado ocupado ocupada tomar tome toma tomado llevar lleva llevan encontrar
encontrado encuentra sentir siente siento conocer conozco conoce servir sirve serviria mediante via estimado estimada apreciado hola senor
senora don dona chance platicar platicarlo andan ando replantear replantearlo replanteo muestra muestras facilitaria facilita eleccion
elegir eligio elija cantidad cantidades tamano color colores cifras numeros cuentas calculo calcular demostracion demo presentacion
presentar tardes mananas noche casi olvidado olvidar olvide disculpas demora demoras retraso retrasos insistir insisto insistire insistencia
pesado pesada molesto molesta molestarle confianza sinceramente honestamente francamente supongo suponer imagino imaginar sabido inquietud
inquietudes reparo reparos oficina despacho instalados instalado mudanza recuerde conte contarme cuenta explicaba dije conversar charla
charlar contestacion sensacion interesada interesados interesar sigan responsable jefe jefa direccion director directora gerencia socio
socios cliente clientes junta comite consejo colegas ahi alli aqui alla arriba abajo cerca lejos dentro alrededor aproximadamente bastante
demasiado apenas temprano recien recientemente ultimamente rato ratito temporada primavera otono fiestas viaje regreso retomarlo retoma
continuamos progreso progresos etapa fase procedimiento cronograma libre libres ocupados liado liada liados trabajo lleno llena carga
cargado cargada prisas apuro urgencia calma tranquilidad tranquilo tranquila comodo comoda conveniente oportuno oportuna ideal malo mala
claridad preciso precisa exacta detallado ejemplo ejemplos variante posiblemente probablemente seguramente ciertamente naturalmente
desgraciadamente lamentablemente afortunadamente necesidad necesidades necesario necesaria prioridad prioridades intencion proposito
objetivo causa obstaculo obstaculos freno bloqueo trabado atascado detenido parado pausa ajuste ajustes modificar modificacion corregir
rehacer rehago simplificar simplifica dificil complicado complicada ancho total parcial resto mitad conjunto uno sola unico unica gente
placer feliz contento contenta ilusion suerte exito ojala paciencia comprension comprensible atencion atento atenta quedaron quedaste
acordar escribiera escriba leer leido compartir mostrar muestro muestre vistazo probar prueba pruebas intentar esperaban esperado pasara
guardar tocar tocarlas decidirte decidirse aclaracion confirmacion ande hice puedan quiera quieran
`;

const split = (text: string): string[] => text.trim().split(/\s+/);
export const everyday: Record<Language, readonly string[]> = {
  en: split(english),
  de: split(german),
  fr: split(french),
  es: split(spanish),
};
