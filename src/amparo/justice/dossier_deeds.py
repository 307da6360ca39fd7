"""What whoever investigates can write, and the pages of the dossier it stands on."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Act
from amparo.cases.pages.deeds import Deed
from amparo.justice.actions import offenders
from amparo.justice.dossiers.pages import DossierPage
from amparo.justice.forms.offenders import OffenderForm, SameForm
from amparo.justice.models import Offender

OFFENDER_DEEDS: Mapping[str, Deed] = {
    "offender": Deed(
        OffenderForm, offenders.note_offender, _("Record an alleged offender"),
        _("Name and description are sealed. Everybody speaks of them by a word that means nobody."),
        Act.WRITE_DOSSIER,
    ),
    "same": Deed(
        SameForm, offenders.take_for_same, _("Record that they are in another dossier too"),
        _("It is written down in both dossiers, and seen by whoever may see both."),
        Act.WRITE_DOSSIER, of_row=True,
    ),
}  # fmt: skip

OFFENDERS = DossierPage(
    name="offenders",
    space="justice",
    title=_("Alleged offenders"),
    todo=_("What is due"),
    sealed=_("Who the alleged offenders are"),
    deeds=OFFENDER_DEEDS,
    cites="offenders",
    evidence={Offender: ("name", "description")},
    words={
        "offender.name": _("Name of an alleged offender"),
        "offender.description": _("What is known of an alleged offender"),
    },
)
