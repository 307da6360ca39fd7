"""What can be written about proceedings, and the page of the file it stands on."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Act
from amparo.cases.pages.deeds import Deed, FilePage
from amparo.justice.actions import handing
from amparo.justice.forms.handing import HandOverForm

DEEDS: Mapping[str, Deed] = {
    "hand-over": Deed(
        HandOverForm, handing.hand_over, _("Hand over to who investigates"),
        _("They get a dossier of their own: nothing that the person told in confidence opens to"
          " them, no name and no health note."),
        Act.HAND_OVER,
    ),
}  # fmt: skip

PAGE = FilePage(
    name="justice",
    space="justice_file",
    title=_("Justice"),
    todo=_("What is due to the person"),
    sealed=_("What is sealed about proceedings"),
    deeds=DEEDS,
    cites="justice",
)
