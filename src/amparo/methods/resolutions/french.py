"""How resolutions open their sentences in French."""

from .tongue import Tongue, words

OPERATIVE = words(
    """
    Accepte Accorde Accueille Adjure Admet Adopte Adresse Affirme Ajourne Annonce Appelle Applaudit
    Apprécie Approuve Appuie Assure Attache Attend Attire Autorise Avertit Blâme Charge Choisit
    Compte Conclut Condamne Confie Confirme Conjure Conseille Considère Constate Convient Convie
    Convoque Crée Décide Déclare Demande Demeure Dénonce Déplore Désigne Détermine Donne Élargit
    Élit Émet Encourage Engage Enjoint Entend Entérine Espère Estime Établit Exhorte Exige Exprime
    Fait Félicite Fixe Forme Formule Garantit Garde Impose Incite Insiste Institue Interdit Invite
    Juge Jure Lance Loue Maintient Mandate Met Modifie Nomme Note Observe Ordonne Partage Prend
    Préconise Prescrit Presse Prévoit Prie Proclame Prolonge Promet Proroge Propose Qualifie
    Rappelle Réaffirme Recommande Reconduit Reconnaît Reconnait Redit Refuse Regrette Réitère
    Rejette Relève Remarque Remercie Rend Renouvelle Renvoie Répète Reporte Réprouve Requiert Reste
    Révise Réserve Sait Salue Signale Soumet Somme Souhaite Souligne Souscrit Soutient Suggère
    Supplie Tient Transmet Trouve Veille Voit
    """
) + (
    "|Se réjouit|Se félicite|Se déclare|Se dit|Se propose|Se range|Se joint|Se dissocie|Se prononce"
    "|S['’] ?(?:associe|engage|inquiète|élève|alarme|émeut|insurge|oppose|honore|en remet)"
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

PREAMBULAR = (
    r"(?:(?:Se|[Yy]|En|Ne) |S['’] ?|N['’] ?)?\w+ant(?:e?s?)?"
    r"|Consciente?|Convaincue?|Préoccupée?|Alarmée?|Guidée?|Encouragée?|Résolue?|Désireu(?:x|se)"
    r"|Soucieu(?:x|se)|Animée?|Inqui(?:et|ète)|Certaine?|Fidèle|Attachée?|Persuadée?|Déterminée?"
    r"|Horrifiée?|Consternée?|Troublée?|Indignée?|Émue?|Inspirée?|Saisie?|Mue?|Attenti(?:f|ve)"
    r"|Heureu(?:x|se)|Alertée?|Affligée?|Attristée?|Choquée?|Scandalisée?|Frappée?|Informée?"
    r"|Sensible|Solidaire|Vue?|Compte tenu|Eu égard|À la lumière|Perturbée?|Bouleversée?|Déçue?"
    r"|Outrée?|Révoltée?|Désolée?|Navrée?|Rassurée?|Confortée?|Forte?"
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

FRENCH = Tongue(
    code="fr",
    operative=OPERATIVE,
    modifiers=MODIFIERS,
    links=LINKS,
    adverbs=ADVERBS + "|En outre|Par ailleurs|De nouveau|Une fois de plus",
    preambular=PREAMBULAR,
    not_preambular=NOT_PREAMBULAR,
    likely_operative=r"(?:Se |S['’] ?)?[A-ZÀ-Ý][a-zà-ÿ]{2,}(?:e|t|d)",
    not_operative=words("Cette Toute Une Elle Le La Entre Contre Cet Tout Autre Chaque Quatre"),
    likely_preambular=r"[A-ZÀ-Ý][a-zà-ÿ]{3,}(?:ée?|ue?|i|ie|ise?|ante?|ente?|eu(?:x|se)|if|ive)",
    organ=r"(?:L['’] ?|Le |La |Les )[A-ZÀ-Ý]",
    common=frozenset(
        words("le la les des du de et à au aux en dans pour par que qui sur une un").split("|")
    ),
    examples=("Encourage", "Prie", "Décide"),
)
