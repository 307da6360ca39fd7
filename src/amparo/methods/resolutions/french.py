"""How resolutions open their sentences in French."""

from .tongue import Tongue, words

OPERATIVE = words(
    """
    Accepte Accorde Accueille Adjure Admet Adopte Adresse Affirme Ajourne Annonce Appelle
    Applaudit Apprécie Approuve Appuie Assure Attache Attend Attire Autorise Avertit Blâme Charge
    Choisit Compte Conclut Condamne Confie Confirme Conjure Conseille Considère Constate Convient
    Convie Convoque Crée Décide Déclare Demande Demeure Dénonce Déplore Désigne Détermine Donne
    Élargit Élit Émet Encourage Engage Enjoint Entend Entérine Espère Estime Établit Exhorte Exige
    Exprime Fait Félicite Fixe Forme Formule Garantit Garde Impose Incite Insiste Institue
    Interdit Invite Juge Jure Lance Loue Maintient Mandate Met Modifie Nomme Note Observe Ordonne
    Partage Prend Préconise Prescrit Presse Prévoit Prie Proclame Prolonge Promet Proroge Propose
    Qualifie Rappelle Réaffirme Recommande Reconduit Reconnaît Reconnait Redit Refuse Regrette
    Réitère Rejette Relève Remarque Remercie Rend Renouvelle Renvoie Répète Reporte Réprouve
    Requiert Reste Révise Réserve Sait Salue Signale Soumet Somme Souhaite Souligne Souscrit
    Soutient Suggère Supplie Tient Transmet Trouve Veille Voit Aspire Atteste Attribue Avise
    Cherche Clôt Compatit Communique Consent Consacre Continue Croit Désire Dit Élève Envisage
    Étend Examine Exclut Honore Ignore Inscrit Lève Manifeste Marque Mesure Nie Oblige Offre Ouvre
    Pense Permet Porte Précise Présente Procède Rétablit Retient Réunit Révoque Saisit Sollicite
    Spécifie Stipule Suit Suspend Tire Traduit Abroge Acclame Affecte Ajoute Alerte Annule Arrête
    Associe Clarifie Coopère Délègue Dissout Dote Emploie Énonce Entame Évalue Facilite Favorise
    Gère Habilite Informe Intègre Interprète Introduit Invoque Laisse Mène Modère Motive Nourrit
    Objecte Octroie Ôte Participe Perçoit Poursuit Préfère Préserve Prête Privilégie Prohibe
    Promeut Prononce Protège Publie Ratifie Reçoit Reconsidère Récuse Réduit Réfute Remet Remplace
    Renforce Renonce Répond Représente Reproche Respecte Restitue Retire Revient Scelle Sanctionne
    Surveille Transfère Unit Utilise Valide Vise Gratifie Deplore Reaffirme Decide Elit Emet
    Etablit Preconise Prevoit Repete Reitere Felicite Declare
    """
) + (
    "|Se réjouit|Se félicite|Se déclare|Se dit|Se propose|Se range|Se joint|Se dissocie|Se prononce"
    "|Se (?:dit|déclare|tient|met|montre|voit|rallie|réfère|réserve|résout|soucie|souvient|refuse"
    "|borne|conforme|charge|sent|prête|préoccupe|préparer|penche|saisit|engage)"
    "|Est (?:d['’]|de|consciente?|convaincue?|préoccupée?|alarmée?|résolue?|déterminée?|également"
    "|vivement|profondément|gravement|encouragée?|fermement|toujours|favorable|disposée?|prête?"
    "|saisie?|heureu(?:x|se)|informée?|reconnaissante?|sensible|solidaire)"
    "|N['’] ?(?:ignore|admet|accepte|a|est|approuve|oublie)"
    "|Ne (?:reconnaît|doute|saurait|peut|perd)"
    "|En appelle|En (?:prend|tient)|Y (?:voit|souscrit)|A (?:décidé|pris|examiné)"
    "|S['’] ?(?:associe|attend|abstient|accorde|adresse|acquitte|efforce|élève|engage|inquiète|"
    "alarme|émeut|insurge|oppose|honore|en remet|en félicite|intéresse|inspire|interroge|indigne"
    "|inscrit|incline|emploie|assure)"
)

MODIFIERS = words(
    """
    instamment vivement fermement énergiquement catégoriquement vigoureusement solennellement
    profondément expressément résolument chaleureusement note acte gré hommage
    """
) + (
    "|de nouveau|à nouveau|une fois de plus|une nouvelle fois|avec (?:une )?(?:vive |profonde |"
    "grande )?(?:satisfaction|préoccupation|inquiétude|intérêt|reconnaissance|gratitude|regret)"
    "|favorablement|sien|sienne|siens|siennes"
)

LINKS = words("également aussi") + "|en outre|(?<!fois )de plus|par ailleurs|de même|enfin"

ADVERBS = words(
    """
    Profondément Vivement Gravement Extrêmement Particulièrement Fermement Pleinement Sérieusement
    Toujours Également Spécialement Très Bien Réellement Sincèrement
    """
)

ADVERBIAL = (
    "|(?!Gouvernement|Parlement|Développement|Document|Mouvement|Règlement|Traitement|Départem"
    "|Établissement|Élément|Moment|Financement|Renforcement|Recrutement)[A-ZÉ][a-zà-ÿ]{3,14}ment"
)

PREAMBULAR = (
    r"(?:(?:Se|[Yy]|En|Ne) |S['’] ?|N['’] ?)?\w+ant(?:e?s?)?"
    r"|Consciente?|Convaincue?|Préoccupée?|Alarmée?|Guidée?|Encouragée?|Résolue?|Désireu(?:x|se)"
    r"|Soucieu(?:x|se)|Animée?|Inqui(?:et|ète)|Certaine?|Fidèle|Attachée?|Persuadée?|Déterminée?"
    r"|Horrifiée?|Consternée?|Troublée?|Indignée?|Émue?|Inspirée?|Saisie?|Mue?|Attenti(?:f|ve)"
    r"|Heureu(?:x|se)|Alertée?|Affligée?|Attristée?|Choquée?|Scandalisée?|Frappée?|Informée?"
    r"|Sensible|Solidaire|Vue?|Compte tenu|Eu égard|À la lumière|Perturbée?|Bouleversée?|Déçue?"
    r"|Outrée?|Révoltée?|Désolée?|Navrée?|Rassurée?|Confortée?|Forte?"
    r"|Conformément|En application|Dans le souci|À l['’]occasion|Au vu|Comme suite|En vertu"
    r"|Dans le droit fil|Unie?s? dans|Fière?|Assurée?|Instruite?|Confiante?"
    r"|(?<=ment )\w+(?:ée?|ue?)"
)

NOT_PREAMBULAR = words(
    """
    Avant Devant Durant Pendant Cependant Enfant Enfants Autant Instant Montant Montants Garant
    Concernant Moyennant Nonobstant Représentant Représentante Représentants Participant
    Participants Participante Participantes Restant Maintenant Tant Suivant Suivante Suivantes
    Courant Commandant Dirigeants Migrant Migrante Migrants Migrantes Habitants Combattants
    Étudiants Étudiante Survivants Intervenants Consultants Requérant Auparavant Dorénavant
    Plante Quarante Cinquante Soixante Soixantes Trente Volante Constante
    """
)

MONTHS = {
    "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6,
    "juillet": 7, "août": 8, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11,
    "décembre": 12, "decembre": 12,
}  # fmt: skip

FRENCH = Tongue(
    code="fr",
    operative=OPERATIVE,
    modifiers=MODIFIERS,
    links=LINKS,
    adverbs=ADVERBS + ADVERBIAL + "|En outre|Par ailleurs|De nouveau|Une fois de plus",
    preambular=PREAMBULAR,
    not_preambular=NOT_PREAMBULAR,
    likely_operative=r"(?:Se |S['’] ?)?[A-ZÀ-Ý][a-zà-ÿ]{2,}(?:e|t|d)",
    not_operative=words("Cette Toute Une Elle Le La Entre Contre Cet Tout Autre Chaque Quatre"),
    likely_preambular=r"[A-ZÀ-Ý][a-zà-ÿ]{3,}(?:ée?|ue?|i|ie|ise?|ante?|ente?|eu(?:x|se)|if|ive)",
    organ=r"(?:L['’] ?|L[EeAa] |L[Ee][Ss] )(?:\d{1,3}(?:re|e|ère|ème) |\w{3,40}ième )?[A-ZÀ-Ý]",
    lists_preambular=False,
    glued=words(
        "la le les l que qu sa ses son de du des d à au aux en tous toutes instamment note"
    ),
    months=MONTHS,
    common=frozenset(
        words("le la les des du de et à au aux en dans pour par que qui sur une un").split("|")
    ),
    examples=("Encourage", "Prie", "Décide"),
)
