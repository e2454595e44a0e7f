/** Promises in French, folded. */
import { any } from './absence-words.ts';
import { type Grammar, or } from './promise-grammar.ts';

const pronouns = "(?:(?: vous| te| le| la| les| lui| leur| en| y| me| nous)|(?: | ?)(?:t'|l'|m'|j'|s'|y'))";
const we = "(?:je|j'|nous|on|j)";
const clitics = `${pronouns}{0,3}`;
/** Verbs that tell or thank where they stand, and undertake nothing. */
const onlyWords =
  '(?:remerci|pri(?:e|ons)(?!\\p{L})|souhait|signal|inform|precis|compren|croi|avou|laiss|doi[ts]?|dev|demande(?! (?:a|au|aux) )|invit|recommand|conseill|felicit|ecri[ts]|ecriv|confi(?:e|ons)(?!\\p{L})|sugger|atten|salu|embrass|pens|trouv|sai[ts]|sav|veu[xt]|voul|peu[xt]|pouv|suis|es|est|sont|sommes|etes|ai(?!\\p{L})|as(?!\\p{L})|a(?!\\p{L})|avons|avez|ont|av|et(?:ais|ait|ions)|esper|regret|crain|sembl|plai|manqu|interess|dirai pas|aim|prefer|hesit|rappel(?:le|ons) que|joins|joignons|vien(?:s|t)(?! vers)|rest|habit|travaill|refus|declin|renonc|cherch|not(?:e|ons)(?!\\p{L})|reflech|verr|ser(?:ai|a|ons|ez|ont)(?!\\p{L})|aur|pourr|devr|faudr|saur|voudr|augment|part(?:s|ons)? en|serr|attribu|ignor|ador|demeur|reparl|rediscut|reprendr|confirm(?:e|ons) (?:que|la reception|reception|la commande|notre commande|avoir|bien)|voi[st](?! (?:ca|avec|cela|si|comment))|decouvr)';
const future = `(?!${onlyWords})\\p{L}{2,}r(?:ai|ons|a|ont)`;
/** What somebody does for another, in any form of the verb. */
const doing =
  '(?:renvo[iy]|renverr|envo[iy]|enverr|transm[ei]t|f(?:ais|ait|aisons|erai|erons|era) (?:suivre|parvenir|passer|le|la|un|une|remonter|signer|livrer|partir|faire|en sorte|au plus|ca|tout|mon|ce)|fais ca|appel|rappel|revien|reviendr|redi[st]|redir|rediscut|di[st](?!tes)(?!\\p{L})|dirai|dirons|propos|renseign|occup|charg|regard|tien|tiendr|demand(?:e|ons|erai|erons|era)(?:[^\\p{L}]| a| au)|rempli|relanc|voi[st](?: ca| avec| cela| si| comment)|voyons|parl|bloqu|reserv|scann|prend|pren(?:ons|drai|drons)|prepar|ressor|recherch|fouill|retrouv|deniche|confirm|sign|contresign|insist|demarr|debut|commenc|verifi|me[ts]t?(?!\\p{L})|mett(?:ons|rai|rons|ra)|vir(?:e|ons|erai|erons|era)|pass|livr|apport|recontact|contact|depos|donn|command|adress|communiqu|regl|pai|pay|pos(?:e|ons|erai|erons) (?:la|une) question|interrog|consult|gard|finalis|corrig|complet|valid|chiffr|recalcul|calcul|planifi|cal(?:e|ons|erai|erons)|organis|lanc|edit|imprim|post|expedi|retrouv|engag|promet|promett|repon|repondr|cre(?:e|ons|erai)|ajout|modifi|trait|etudi|analys|soume|presente|presenter|sollicit|activ|install|debloqu|revoi|reexamin|ret(?:ourn)|repass|rapproch|point|tranch|decid|partag|remont|remplac|rembours|credit|deduir|deduis|fourni|facilit|procur|produi|redig|rectifi|refai|refer|renouvel|reitr|reprogramm|repris|reprend|rend|attaqu|gere|ger(?:ons|erai)|fix|clarifi|creus|discut|evoqu|descend|met(?:s|tons)? a jour|detaill|suivr|sui[st] (?:ca|le dossier|cela)|assur|garanti|maint|tranquill|arrang|(?:re)?mesur|debrouill|liber|debarrass|honor|rappor)\\p{L}*';
const somebody =
  "(?:mme|m|mr|me|madame|monsieur|notre|nos|mon|ma|mes|un|une|le|la|les|l'|qui|elle|il|ils|elles|collegue|[\\p{L}-]+),?(?: [\\p{L}',-]+){0,6}?";
const served =
  '(?:transmet|rappelle|apporte|envoie|renvoie|appelle|contacte|ecrit|livre|confirme|recontacte|fait|repond|prepare|donne|depose|tient|redit|dit|passe|adresse|communique|remet|presente|explique|montre|rejoint|visite|installe|prend|propose|fournit|edite|chiffre|scanne|poste|expedie|fixe|rend|reserve|cale|transmettent|rappellent|appellent|envoient|contactent|livrent)';
const given =
  '(?:(?:r?envoye|transmis|adresse|livre|vire|regle|paye|programme|planifie|expedie|poste|depose|retourne|communique|remis(?!e (?:tombe|est|de|sur|expire|saute))|effectue|fait(?!es[- ])|traite|credite|rembourse|emis|signe|edite|active|corrige|rectifie|remplace|repare|installe|valide|confirme|finalise|rappele|contacte|retabli|mis a|mis en|pret|disponible|debloque|change|echange|fourni|solde|facture|annule|planifie|programme|lance|enclenche)(?:e?s?)|parti[es]*|mise? (?:a|en)|chez vous|sur votre|dans votre|entre vos|a votre)';
/** The thing done, before its verb. */
const object = "(?: (?:le|la|les|en)(?= )| l'|l')?";

export const french: Grammar = {
  undertakes: any(
    or(
      `${we}${clitics} ?${future}`,
      `${we}${clitics} ?(?!${onlyWords})${doing}`,
      `(?:je|nous|on)(?: vous| te| t'){1}${object} ?(?!${onlyWords})\\p{L}{3,}(?:e|s|t|ons)`,
      `(?:je vais|nous allons|on va|(?<=^)vais|(?<=^)allons)${clitics} ?(?!reflechir|voir(?! (?:avec|si|comment|ca))|attendre|devoir|etre|avoir|penser|laisser|changer|prendre (?:le temps|conges|des|quelques)|avoir|pouvoir|manquer|devoir|partir|rester|continuer|essayer de comprendre|refuser|decliner|arreter|augmenter)\\p{L}+(?:er|ir|re|oir)`,
      `(?:vous|te|t'|leur|lui)${object} ?(?!${onlyWords}|perm|couter|suffir|aider|conviendr|plair|faudr|ser|fera (?:gagner|economiser)|dira (?:pas|quelque)|intere|restera|reviendra (?:moins|plus|a \\d))\\p{L}{2,}r(?:ai|ons|a|ont)`,
      `(?<!transporteur |fournisseur |voisin |livreur chronopost )${somebody} (?:vous|te|t')${object} ?${served}`,
      `(?:vous|te|t'|leur|lui) ?(?:sera|seront) (?:\\p{L}+ment )?${given}`,
      `(?<=^)(?:vous|te|t')${object} ?${served}`,
      `(?:prend|prendra|prendrai|prendront|mettra|mettrai|mettre|met|reviendra|revient|rapprochera)(?: \\p{L}+){0,3} (?:vers|avec|aupres de|de) vous`,
      "sans faute|c'est un engagement|vous avez ma parole|parole d'honneur|promis(?!\\p{L})(?! (?:de|que))|je m'y engage|nous nous y engageons|je m'engage|nous nous engageons|comptez sur (?:moi|nous)|compte sur (?:moi|nous)|comme si c'etait fait|m'en (?:occupe|charge|occuperai|chargerai)|nous en (?:occupons|chargeons)|ce sera fait|sera fait|c'est acte|(?:vous pouvez|tu peux) compter|ne manquer(?:ai|ons) pas|je ne vous oublie pas|je ne t'oublie pas|on s'en (?:occupe|charge)|je vous tiens|je te tiens|vous tiens au courant|je fais au plus|je suis dessus|on est dessus",
      `(?<=^|et |puis |ok |donc )(?:vous|te|t'|le|la|les|l')(?: (?:le|la|les)| l'|l')? ?(?:envoie|envois|renvoie|rappelle|appelle|dis|redis|transmets|fais|tiens|confirme|reviens|passe|ecris|donne|adresse|prepare|scanne|recontacte|communique|mets|retourne|remets|livre|poste|apporte|depose|fournis|propose|prends)`,
      "(?<=^(?:ok |et |donc )?(?:(?:le|la|les|l'|un|une|votre|notre|mon|ma) ?)?)(?!(?:l')?(?:hiver|ete|printemps|automne|noel|rentree|neige|pluie|jour|moment|fin) )[\\p{L}-]+(?: (?:de |du |d'|a )?[\\p{L}-]+){0,2} (?:a suivre|suit|suivent|suivra|suivront|arrive|arrivent|part|partent)(?: (?:tres )?(?:rapidement|vite|sous peu|bientot|separement|a part|par (?:mail|courrier)|dans la foulee|(?:dans|par) (?:un|le|mon) (?:\\p{L}+ )?(?:mail|message|courriel|courrier|fil)(?: \\p{L}+)?))?(?=$)",
      "(?<=^|et )(?:reviens|reviendrai) (?:vers|te|vous|la-dessus)|(?:elle|il|ils|elles) (?:le|la|les|s'en|l') ?(?:fera|feront|occupera|chargera|enverra|enverront|apportera|fait|occupe|charge)",
      "(?:vous|tu) (?:aurez|auras|recevrez|recevras)(?! (?:besoin|compris|remarque|note|vu|peut))|(?:vous|tu) (?:la |le |les |l'|l' )?(?:aurez|auras|recevrez|recevras)(?! (?:besoin|compris|remarque|note|vu|peut))",
    ),
  ),
  whenTimed: any(
    or(
      "(?:vous|tu) (?:l'|la |le |les )?(?:avez|as|recevez|recois|recevez)",
      '(?:part|partent|partira|partiront|arrive|arrivent|arrivera|arriveront|suit|suivent|suivra|suivront|sort|sortira)',
      `(?:sera|seront|est|sont) (?:\\p{L}+ment )?${given}`,
      `^(?:[\\p{L}\\p{N}'.-]+ ){0,5}${given}`,
      '(?:de (?:notre|ma|mon) (?:part|cote)|par (?:mes|nos) soins|chez nous|par nous|par moi)',
      "(?<=^(?:(?:le|la|les|un|une|votre|vos|notre|nos|mon|ma|et|nouveaux?|nouvelles?) |l'){0,2})(?!.* (?:est|sont|a|ont|etait|n'est|expire)(?!\\p{L}))(?:modifications|corrections|remarques|commentaires|chiffres|donnees|croquis|ebauche|version|tableau|calculs?|certificats?|formulaires?|tarifs|prix|maquette|compte rendu|reponse|retour|devis|offre|virement|rappel|confirmation|contrat|commande|plans?|fichier|cahier des charges|dossier|document|facture|avoir|bon de commande|proposition|decision|planning|livraison|expedition|envoi|paiement|reglement|acompte|signature|photos?|mesures|cotes|echantillons?)(?: [\\p{L}'-]+){0,3} (?:d'ici|avant|demain|ce soir|lundi|mardi|mercredi|jeudi|vendredi|pour|sous|au plus tard|dans|en debut|en fin|fin|debut|mi|semaine|la semaine|cette)",
      '(?:un|une|l.un de nos) (?:collegue|technicien\\p{L}*|commercial\\p{L}*|monteur|chauffeur|conseill\\p{L}*|ingenieur|livreur|assistante?)(?: \\p{L}+){0,3} (?:passe|passera|vient|viendra|appelle|appellera|rappelle|livre|livrera|installe|prend|prendra|se deplace)',
      '(?:notre|mon|ma|nos) (?!fournisseur|transporteur|voisin|banque|client|concurrent)\\p{L}+(?: \\p{L}+){0,4}? (?:signe|signera|regle|reglera|passe|passera|envoie|enverra|livre|livrera|valide|validera|installe|installera|prepare|preparera|termine|depose|paie|paiera|procede|procedera|transmet|contacte|appelle|rappelle|revient|intervient|interviendra|reglera|traite|traitera|fera|fait)',
      "(?:je|nous|on) (?:peux|pouvons|peut) (?:vous|te|t')",
      "j'aurai|nous aurons|on aura",
      "(?:votre|vos|ton|ta|tes) (?:[\\p{L}'-]+ ){1,3}(?:sera|seront|est|sont) (?:\\p{L}+ment )?(?:operationnel|pret|ouvert|actif|active|en ligne|accessible|utilisable|en place|en service)\\p{L}*",
      'a votre disposition|entre vos mains|dans votre (?:boite|messagerie)|sur votre (?:bureau|compte)|chez vous',
    ),
  ),
  unless: any(
    or(
      "(?:ne|n')(?! manquer| vous oublie| t'oublie)",
      '(?!retrait|portrait|extrait|attrait|distrait|soustrait)\\p{L}{2,}r(?:ais|ait|ions|iez|aient)|(?:av|dev|voul|souhait|all|pens|et)(?:ais|ait|ions|aient)',
      "(?:ai|as|a|avons|avez|ont|j'ai|m'a|l'ai|vous ai|t'ai|ayant|avait|avais) (?:deja |bien |pas |tout )?(?!demande|(?:notre|votre|une|cette|suivre|huit|dix|six|sept|trois|midi|quinze|seize|mes|tes|ses|nos|vos|leurs)(?!\\p{L}))\\p{L}+(?:e|es|ee|ees|is|it|u|us|ue)(?! de vous| de te)",
      '(?:faut|faudra|faudrait) (?:\\p{L}+ )?que|(?:faites|envoyez|passez|donnez)[- ](?:moi|nous)|actuellement|en ce moment|ensemble|j.aurai (?:vu|parle|eu|fini|recu)|(?:nous|on) (?:ouvr|demenag|ferm|recrut|embauch|fet)\\p{L}*|devra|devront|faudra|pourra|pourront|(?<!(?:que|quand|si|avec|chez|apres|a) )(?:le|ce|un) (?:transporteur|coursier|fournisseur|livreur|couvreur|fabricant|macon|electricien|plombier|notaire|syndic)|versions? sort\\p{L}*|ci-joint\\p{L}*|ci-apres|ci-dessous|en piece jointe|en annexe|peut-etre|eventuellement|si possible|merci de(?! votre)|veuillez|pourriez|pouvez-vous|voulez|voudrez',
      'reflechi\\p{L}*|nuit porte conseil|verra|verrons|on verra',
    ),
  ),
  past: any(
    '(?:a|ont|avons|avez|ai|etait|etaient|a bien|ont bien) (?:ete |deja |bien )?(?!(?:notre|votre|une|cette|ce|suivre|huit|dix|six|sept|trois|midi|quinze|seize|mes|tes|ses|nos|vos|leurs|le|les)(?!\\p{L}))\\p{L}+(?:e|i|u|is|it)(?:e?s?)',
  ),
  unlessAfter: false,
  condition: any(
    "(?:^|(?<=[,;:.(-] ?)|(?<=(?<!\\p{L})(?:et|mais|ou|donc|car|alors) ))(?:si(?! (?:ca vous|besoin|vous n'avez pas recu))|s'il|s'ils|au cas ou|a condition|sauf si|en cas|sous reserve)",
  ),
  bargain: any(
    "vous|votre|vos|tu|te|t'\\p{L}*|ton|ta|tes|prix|tarif\\p{L}*|remise|budget|argent|conditions|offre|aid\\p{L}*|possible|interess\\p{L}*|mieux|seulement",
  ),
  byDefault: any(
    "si (?:rien|tout|personne|aucun\\p{L}*|je ne|nous ne|on ne|je n'|il ne|elle ne|ce n'est pas)|s'il n'|sauf (?:si|contre-?ordre|imprevu|avis|contretemps)|sans (?:contre-?ordre|nouvelles|avis)|sinon",
  ),
  notIn: any(
    or(
      "esper(?:e|ons|ant)|croisons|pas s[uû]rs? que|doute que|ne (?:sais|savons|sait) pas si|croise les doigts|si tout va bien|si tout se passe|en theorie|en principe|en general|pour (?:regle|habitude|politique|principe)|en regle generale|(?:regl|pay|livr|repond|decid|command|achet|sign|valid|factur)\\p{L}* toujours|normalement|d'ordinaire|habituellement|peux rien|peut rien|ne (?:peux|peut|pouvons)(?: \\p{L}+){0,3} (?:garantir|promettre|engager)|ne (?:te |vous )?promets",
      "d'apres (?:le|la|les|lui|elle|eux|ce)|selon(?! (?:vous|toi|vos|les besoins))|parait|soi-disant|(?:il|elle|on|transporteur|fournisseur|voisin|expert|notaire|architecte|collegue) (?:m'a |nous a |a |me |nous )?(?:dit|assure|promis|affirme|pretend|jure) (?:qu|que|de|d')?|dit qu(?:e|'il|'elle)|j'avais promis|(?:vous|tu|il|elle|on|ils) (?:nous |m')?a\\p{L}* promis|il se peut|il est possible|possible que|vous (?:deviez|aviez|avez promis|avez dit|disiez)|tu (?:devais|avais)|avait promis|avions (?:promis|dit)",
      "(?:l'hiver|l'ete|le printemps|l'automne|noel|la rentree|la neige) (?:arrive|approche)|newsletter|lettre d.information|automatiquement|c.est la regle|sans reponse|(?:tout|chaque|tous nos|toute|toutes nos) (?:client|commande|clients|commandes|abonne)\\p{L}*|tous ceux|quiconque|nos (?:tarifs|prix) (?:augment|chang|ser|pass)\\p{L}*|les (?:tarifs|prix) (?:augment|chang)\\p{L}*",
      'faut-il|dois-je',
      "si (?:vous|tu) (?:voulez|veux|souhaitez|souhaites|preferez|preferes|le souhaitez|pouvez|peux|envoyez|m'envoyez|me)|n'hesitez pas(?! a me relancer)",
    ),
  ),
};
