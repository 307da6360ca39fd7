"""What can be written on the page of events; each form shows first what it sets off."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.deeds import Deed, FilePage
from amparo.events.actions import missing, retrafficked, speaking, threat
from amparo.events.forms import missing as missing_forms
from amparo.events.forms import retrafficked as retrafficked_forms
from amparo.events.forms import speaking as speaking_forms
from amparo.events.forms import threat as threat_forms
from amparo.events.said import before
from amparo.events.words import COLUMNS, SEALED_WORDS

DEEDS: Mapping[str, Deed] = {
    "missing": Deed(
        missing_forms.MissingForm, missing.note_missing, _("The person is missing"),
        _("Record it at once; what you do not know yet can follow."),
        cites="missing", sets_off=before(missing.EVENT),
    ),
    "found": Deed(
        missing_forms.FoundForm, missing.note_found, _("Record that the person was found"),
        _("Or that the search has ended. First ask how they are, then what happened."),
        of_row=True, cites="missing",
    ),
    "retrafficked": Deed(
        retrafficked_forms.EpisodeForm, retrafficked.note_episode,
        _("The person was trafficked again"),
        _("The same person and the same file. It is never held against them."),
        cites="retrafficked", sets_off=before(retrafficked.EVENT),
    ),
    "retrafficked-answer": Deed(
        retrafficked_forms.AnswerForm, retrafficked.answer_episode,
        _("Record how it goes on after that"),
        _("What protects the person now, and who looks at the identification anew."),
        of_row=True, cites="retrafficked",
    ),
    "threat": Deed(
        threat_forms.ThreatForm, threat.note_threat, _("Somebody threatens"),
        _("The person, the family, or somebody who helps. In danger, call the police first."),
        cites="threat", sets_off=before(threat.EVENT),
    ),
    "threat-answer": Deed(
        retrafficked_forms.AnswerForm, threat.answer_threat,
        _("Record what was done against the threat"),
        _("Until then the time runs, and the file stays open."),
        of_row=True, cites="threat",
    ),
    "language": Deed(
        speaking_forms.LanguageForm, speaking.change_languages, _("The language changes"),
        _("Ask which language the person wants to speak; what they did not follow is told anew."),
        cites="language_changed", sets_off=before(speaking.EVENT),
    ),
    "language-told": Deed(
        speaking_forms.ToldForm, speaking.tell_anew, _("Record that it was told anew"),
        _("In the person’s language, until they can say it back."),
        of_row=True, cites="language_changed",
    ),
}  # fmt: skip

PAGE = FilePage(
    name="events",
    space="events",
    title=_("Events"),
    todo=_("What waits for an answer"),
    sealed=_("What was said about these events"),
    deeds=DEEDS,
    cites="events",
    columns=COLUMNS,
    words=SEALED_WORDS,
)
