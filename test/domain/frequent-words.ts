/** Frequent words of four languages, as they are written, commands among them. */
export const frequentWords = {
  en: `the of and to in is that was for it with as his he be on by at have are this not but had they from she which or we an were been their has would
    there what will all if can her said who one so up them some when could him into its then two out time my about did your now me other only over just
    more these also people any first very know see how than our even much where here before should still those after because such go good may through
    down between both being under never most same another while last might great year off come since against right came take used himself few house use
    during without again place around however home small found thought went say part once general high upon school every does got united left number
    course war until always away something fact water less though public put think almost hand enough far took head yet government system set better
    told nothing night end why called find going look asked later latter knew point next program city business give group toward young days let room
    word thing white large early become member present several second company others given possible light among often things order early felt whole
    turn best above later letter latest lots lost cost host close closer closest clothes cause pause passed parts party paris partner patient pattern
    please place planted plant present prevent present reach react read ready reason rather record refer refuse regard regret relate release remain remind
    remote remove repair repeat reply report reporter request require rescue reserve result retire retail return review reward sender sense series server
    service settle several shape share shelf shift short should shown signal silver simple since single sister sitting slight smooth social source speech
    spirit spread spring square stable staff stage stand start state station status steady stop store storm story strange street strong student subject
    such sudden suffer sugar supply support suppose surface survey switch symbol table target teacher tender thank theater theory there thick third thread
    threat through ticket tiger title today together tomorrow tonight topic total touch tower trade train travel treat trial trouble trust twenty unable
    valley value various vessel victim video view village visit voice volume warning weather wedding weekend weight welcome western whether winner winter
    wonder worker worse worth writer written wrong yellow yesterday garden guard dealer differ conform continual excerpt liberal modest modified`,
  de: `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind
    noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei prozent hatte kann gegen vom können schon wenn habe
    seine mark ihre dann unter wir soll ich eines es jahr zwei jahren diese dieser wieder keine uhr seiner worden will zwischen immer millionen was sagte
    gibt alle seit muss wurden beim doch jetzt waren drei jahre mit neue neuen damit bereits da ihr seinen müssen ab ihrer ihren ohne sondern selbst ersten
    nun etwa heute weil ihm menschen deutschland anderen rund sie ihn ende jedoch zeit sollen ins wenige wären hätte hätten hatten wäre würde würden könnte
    konnten sollte sollten dürfte weiter weitere weiteren weiteres anders andere anderes hälfte halbe viele vielen viel wenig schrieb schrieben schreibt
    schreiben geschrieben sagen gesagt meint meinte sehen sieht gesehen gehen geht gegangen kommen kommt gekommen nehmen nimmt genommen geben gegeben lassen
    stehen steht stand liegen liegt legte stellen stellte bringen brachte bleiben blieb finden fand denken dachte fragen fragte suchen suchte warum wann wohin
    arbeiten arbeit arbeitet spielen spielt kaufen kauft gekauft verkaufen verkauft bezahlen zahlen preis preise angebot angebote vertrag verträge vertragen
    verlangen verlangt verlag verlauf verstehen versteht verstanden versuchen versucht vergessen verlieren verlassen verbinden verbunden vergleichen angelehnt
    anlehnen abnehmen abgenommen abhalten aufgeben aufgegeben anschließen anschließend anfangen angefangen angekommen angerufen anrufen anruf ankommen
    ausgeben ausgehen ausgesehen einfach eigentlich endlich entweder erfahren erhalten erklären erlauben erlebt eröffnen erreichen erst erwarten erwartet
    scheibe scheinen scheint schicht schief schießen schiene schiff schlafen schlagen schlecht schluss schneiden schnell schön schreien schule schützen
    sitzen sonntag sparen spielen sprechen springen stapel statt steigen stelle sterben stimme stimmung stolz straße stück stunde sünde tasche technik teil
    tisch tochter tragen treffen trinken trotz tür übrigens umgeben unterschied urlaub ursache vater vielleicht vogel voll vorher vorschlag wachsen wählen
    wand warm warten waschen wasser wechsel wege weiß weit welt werfen wert wetter wichtig wiese wind winter wissen woche wohl wohnen wolke wollen wort
    wunder wünschen zahl zahn zeichen zeigen zeitung ziehen ziel zimmer zucker zug zukunft zusammen zwölf patient patienten pausen mandat gefangen geschossen`,
  fr: `de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont ou avec son aux d’une cette ont ses mais comme on tout nous
    sa fait été aussi leur bien peut ces y deux elle encore même entre être avait sans temps après ans si lui je sous monde puis vie ainsi cela était leurs
    autres toujours très moins premier depuis elles ils autre où faire avant alors pays quelques non dont contre donc vous tous jour moment jamais dire peu
    chez homme point pendant car trop fois femme toute grand moi eux rien maison grande cas faut pourtant surtout ville enfin notre heure quand devant dit
    partie parties parti partir partait patrie paris parole passe passer passage passé patient patron payer peine pensée perdre personne petit peur place
    plaisir plein plupart porte possible poste pourquoi pouvoir premier prendre près présent presque prix problème produit projet propre public puisque
    quartier quelque question raison rapport recevoir reçu regard regarder rendre rentrer repas répondre reposer reprise réseau reste rester résultat retard
    retenir retour retrouver réunion réussir revenir rêve riche rôle route rue sable saison salle sang santé sauver savoir scène séance second secret selon
    semaine sens sentir série service seul siècle signe silence simple sœur soir soleil somme sorte sortir souffrir soutenir souvenir subir suite suivre sujet
    table tard tenir terme terre tête texte titre tomber tôt toucher tour train travail traverser trois trouver tuer type unir usage usine utile valeur vendre
    venir vent verre vers victime vieux vif voici voie voir voisin voix voler vouloir voyage vrai vue devais devait devrait devoir dernier derrière dès
    descendre désert désir dessus détail détruire développer différent difficile digne diriger discours disposer distance diviser docteur domaine donner
    dormir doute droit durer eau écart écarts école écouter écrire écrit effet effort égal église élève élever éleve employer emporter enfant ennemi énorme
    enlever ensemble ensuite entendre entier entrée entreprise envie envers envoi époque erreur esprit essayer étage état été éteindre étoile étrange étude
    événement éviter exemple exister expérience expliquer façon faible famille fenêtre ferme fermer fête feu feuille fille fils fin finir fleur force forme
    fort frère froid front garder garer gare gens geste goût grâce gris groupe guerre habiter haut heureux histoire hiver honneur idée île image important
    jeter jeu jeune joie jouer journal juge juste laisser langue large lever liberté libre lieu ligne lire lisse lit livre loi loin long lourd lumière lutte
    mandat marche marcher mari matin matière mauvais meilleur membre mener mer mère mesure mettre midi mieux milieu ministre mois monte monter montrer mort`,
  es: `de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos
    también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese
    ahora cada e vida otro después te otros aunque esa eso hace otra gobierno tan durante siempre día tanto ella tres sí dijo sido gran país según menos mundo
    año antes estado contra sino forma caso nada hacer general estaba poco estos presidente mayor ante unos les algo hacia casa ellos ayer hecho primera mucho
    mientras además quien momento millones esto españa hombre están pues hoy lugar madrid nacional trabajo otras mejor nuevo decir algunos entonces todas días
    debe política cómo casi toda tal luego pasado medio va estas sea tenía nunca poder aquí ver veces embargo partido partida personas grupo cuenta pueden tienen
    misma nueva cual fueron mujer frente josé tras cosas fin ciudad he social manera tener sistema será historia muchos juan tipo cuatro dentro nuestro punto
    dice ello cualquier noche aún agua parece haber situación fuera bajo grandes nuestra ejemplo acuerdo habían usted estados hizo nadie países horas posible
    tarde ley importante guerra desarrollo proceso realidad sentido lado mí tu cambio allí mano eran estar san número sociedad unas centro padre gente final
    relación cuerpo obra incluso través último madre mis modo problema cinco carlos hombres información ojos muerte nombre algunas público mujeres siglo
    todavía meses mañana esos nosotros hora muchas pueblo alguna dar problemas don da derecho verdad maría unidos podría sería junto cabeza aquel luis cuanto
    tierra equipo segundo director dicho cierto cierta casos manos nivel podía familia largo partir falta llegar propio ministro cosa primero seguridad hemos
    mal trata algún tuvo respecto semana varios real sé voz paso señor mil quienes proyecto mercado mayoría luz claro iba éste pesetas orden español buena
    quiere aquella programa palabras internacional van esas segunda empresa puesto ahí propia idea libro igual político persona últimos ellas total creo tengo
    dios española condiciones méxico fuerza solo único acción amor policía puerta pesar sabe calle interior tampoco música ningún vista campo buen saber obras
    razón ex niños presencia tema dinero comisión servicio hijo última ciencia posibilidad efecto contar pedido pedida pedidos pérdida parada precio perder
    perdido parar pasar pasan cerrar cerca cerro carta casar cazar jueces libertad liberal libra librar mandar mandato manta mantel montar monte muestra
    reporto reunión reunidos resuelto resolver retirar revisar tirar tirada valer valía venir vienes viejo vivir volver rehacer recibir recordar reducir`,
} as const;
