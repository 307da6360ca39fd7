"""What can be written on the matrix, and the page of the dossier that it stands on."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Act
from amparo.cases.pages.deeds import Deed
from amparo.evidence.actions import custody, exports, matrix
from amparo.evidence.forms.deeds import AskListForm, CustodyForm, EpisodeForm, FindingForm
from amparo.justice.dossiers.pages import DossierPage

DEEDS: Mapping[str, Deed] = {
    "episode": Deed(
        EpisodeForm, matrix.add_episode, _("Add a form of exploitation and its period"),
        _("For each, act, means and purpose are looked for apart."),
        Act.WRITE_DOSSIER,
    ),
    "finding": Deed(
        FindingForm, matrix.say_of, _("Say what the item shows"),
        _("For or against: what speaks against an element is evidence too. An earlier word is kept"
          " in the log; the latest counts."),
        Act.WRITE_DOSSIER, of_row=True,
    ),
    "custody": Deed(
        CustodyForm, custody.pass_on, _("Record what happened to the item"),
        _("Each entry is bound to the one before it and never changed. A mistake is put right by"
          " another entry."),
        Act.WRITE_DOSSIER, of_row=True,
    ),
    "list": Deed(
        AskListForm, exports.ask_for_list, _("Ask for the list of the evidence"),
        _("It leaves as CASE JSON-LD, with digests and custody, without the originals. A second"
          " person reads what you ask and agrees or not, within 72 hours; you then have a day."),
        Act.OPEN_EVIDENCE, cites="evidence_lists",
    ),
}  # fmt: skip

PAGE = DossierPage(
    name="matrix",
    space="evidence",
    title=_("Evidence matrix"),
    todo=_("What is due"),
    sealed=_("What is sealed of the evidence"),
    deeds=DEEDS,
    cites="evidence",
)
