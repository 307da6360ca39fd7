"""How resolutions open their sentences in English."""

from .tongue import Tongue, words

OPERATIVE = (
    words(
        """
    Accepts Accords Acknowledges Acts Addresses Adopts Affirms Agrees Aligns Amends Announces
    Appeals Applauds Appoints Appreciates Approves Asks Assigns Associates Assures Authorises
    Authorizes Believes Calls Censures Charges Commends Commits Concludes Concurs Condemns
    Confirms Congratulates Considers Convenes Conveys Decides Declares Defers Demands Denounces
    Deplores Designates Determines Directs Discontinues Draws Elects Emphasises Emphasizes
    Encourages Endorses Entrusts Establishes Exhorts Expects Expresses Extends Finds Gives Hails
    Highlights Holds Hopes Identifies Implores Insists Instructs Intends Invites Joins Keeps
    Laments Lifts Looks Maintains Makes Mandates Notes Observes Offers Opposes Orders Pays Pledges
    Postpones Praises Proclaims Prolongs Proposes Reaffirms Realises Realizes Reasserts Recalls
    Receives Recognises Recognizes Recommends Recommits Reconfirms Refers Regards Regrets
    Reiterates Rejects Remains Reminds Renews Repeats Requests Requires Reserves Resolves Respects
    Restates Reviews Revises Salutes Seeks Sets Shares Solicits Stresses Suggests Supports Takes
    Terminates Thanks Transfers Transmits Trusts Underlines Underscores Undertakes Urges Views
    Voices Warns Welcomes Wishes
    """
    )
    + "|Is (?:of|also|deeply|gravely|seriously|fully|aware|convinced|concerned|determined|alarmed)"
)

MODIFIERS = words("upon strongly note tribute forward again urgently firmly on") + (
    "|with (?:deep |grave |great |serious |much )?(?:appreciation|satisfaction|concern|interest"
    "|gratitude|regret|approval|alarm)|to note"
)

LINKS = words("also further") + "|in addition|in this regard"

ADVERBS = words(
    """
    Also Further Furthermore Again Strongly Deeply Firmly Gravely Fully Solemnly Unequivocally
    Categorically Warmly Vigorously Urgently Vehemently Particularly Especially Accordingly Hereby
    Expressly Seriously Sincerely Specifically Earnestly Explicitly Emphatically Extremely Still
    Acutely Keenly Profoundly Additionally Moreover Finally Highly Resolutely
    """
) + ("|Once again|In this regard|In that regard|In this context|In addition|Once more")

PREAMBULAR = (
    "(?:re)?affirming|recalling|noting|recogni[sz]ing|welcoming|emphasi[sz]ing|stressing|underlining"
    "|underscoring|acknowledging|considering|bearing|taking|having|expressing|deploring"
    "|condemning|reiterating|desiring|believing|appreciating|commending|observing|regretting"
    "|acting|looking|paying|determining|confirming|declaring|encouraging|viewing|seeking|wishing"
    "|hoping|remembering|reminding|referring|sharing|highlighting|calling|urging|inviting"
    "|endorsing|supporting|saluting|thanking|pledging|remaining|keeping|recommitting"
    "|reasserting|reconfirming|deeming|fearing|finding|approving|rejecting|realizing|guided"
    "|aware|mindful|conscious|cogni[sz]ant|concerned|convinced|alarmed|appalled|encouraged"
    "|determined|committed|disturbed|dismayed|distressed|inspired|seized|outraged|horrified"
    "|shocked|saddened|desirous|resolved|grateful|gratified|confident|troubled|anxious|motivated"
    "|attentive|persuaded|applauding|congratulating|reviewing|recording|anticipating|reinforcing"
    "|dedicated|whereas|in view|in the light|pursuant|proclaiming|demanding|expecting|respecting"
    r"|(?<=ly )\w+(?:ed|ing)"
)

NOT_PREAMBULAR = words(
    """
    during building meeting training working housing financing funding nothing everything something
    including according following regarding concerning being beijing engineering banking policing
    trafficking smuggling planning living learning peacekeeping peacebuilding drinking shipping
    fishing mining understanding strengthening promoting improving preventing combating countering
    addressing eliminating enhancing ensuring protecting transforming ending advancing tackling
    ageing monitoring manufacturing programming king spring bring thing
    """
)

ENGLISH = Tongue(
    code="en",
    operative=OPERATIVE,
    modifiers=MODIFIERS,
    links=LINKS,
    adverbs=ADVERBS,
    preambular=PREAMBULAR,
    not_preambular=NOT_PREAMBULAR,
    likely_operative=r"[A-Z][a-z]{2,}s",
    not_operative=words(
        "This Various Measures States Members Persons Parties Governments Organizations Activities"
    ),
    likely_preambular=r"[A-Z][a-z]{3,}(?:ing|ed|ful|ous|ware)",
    organ=r"The [A-Z]",
    common=frozenset(
        words("the of and to in for on by with that as its at from or which is be").split("|")
    ),
    examples=("Encourages", "Requests", "Decides"),
)
