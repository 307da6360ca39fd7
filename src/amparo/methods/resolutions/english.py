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
    Voices Warns Welcomes Wishes Advises Aims Asserts Attaches Bears Brings Compliments Deems
    Delegates Disapproves Dissolves Enjoins Ensures Envisages Examines Favours Formulates Honours
    Initiates Launches Leaves Modifies Nominates Objects Permits Presents Prohibits Provides
    Publishes Pursues Puts Ratifies Rededicates Replaces Repudiates Rescinds Retains Reverts Sends
    Specifies Subscribes Summons Suspends Understands Withdraws Withholds Adjourns Alerts
    Allocates Appropriates Assesses Clarifies Completes Contributes Cautions Consents Creates
    Delineates Disassociates Disseminates Echoes Empowers Enables Engages Enlarges Enters Excludes
    Explores Follows Grants Guarantees Implements Incorporates Informs Introduces Mourns Obliges
    Perceives Prescribes Promotes Promises Reappoints Reauthorizes Recalibrates Reduces
    Re-emphasizes Regulates Reinforces Reinstates Releases Remembers Remits Restores Revokes
    Seizes Signifies Submits Transforms Upholds
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
    Acutely Keenly Deplorably Wholeheartedly Unreservedly Utterly Clearly Equally Likewise
    Similarly Heartily Cordially Formally Publicly Nonetheless Nevertheless Therefore Consequently
    Thus Now Truly Respectfully Profoundly Additionally Moreover Finally Highly Resolutely
    """
) + (
    "|(?!Only|Family|Assembly)[A-Z][a-z]{2,14}ly|Once again|In this regard|In that regard"
    "|In this context|In addition|Once more|To this end"
    "|To that end|With this in mind|At the same time|As a first step|In this respect"
    "|In that context|In that respect|For this purpose"
)

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
    "|in accordance with|with a view to|on the occasion|in response to|given (?:that|the)"
    "|in recognition|in keeping with|in line with|in furtherance|in pursuance|alive to|proud"
    "|heartened|impressed|pleased|unwavering in|united in|firm in|faithful|sensitive"
    "|deeply moved|worried|preoccupied|indignant|angered|cautious"
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

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip

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
    organ=r"T(?:he|HE) (?:\d{1,3}(?:st|nd|rd|th) )?[A-Z]",
    lists_preambular=True,
    glued=words(
        "the that all its upon on to a an of in for with states member also with deep concern note "
        "once again further strongly"
    ),
    months=MONTHS,
    common=frozenset(
        words("the of and to in for on by with that as its at from or which is be").split("|")
    ),
    examples=("Encourages", "Requests", "Decides"),
)
