"""What whoever investigates can write, and the pages of the dossier it stands on."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Act
from amparo.cases.pages.deeds import Deed
from amparo.justice.actions import assets, offenders
from amparo.justice.dossiers.pages import DossierPage
from amparo.justice.forms.money import AssetForm, AssetStepForm
from amparo.justice.forms.offenders import OffenderForm, SameForm
from amparo.justice.forms.proceedings import ProceedingForm
from amparo.justice.models import Offender
from amparo.justice.shared_deeds import proceeding_deed, shared_deeds

PROCEEDINGS = DossierPage(
    name="proceedings",
    space="justice",
    title=_("Proceedings: dates and duties"),
    todo=_("What is due"),
    sealed=_("What is sealed about proceedings"),
    deeds={
        "proceeding": proceeding_deed(ProceedingForm, Act.WRITE_DOSSIER),
        **shared_deeds(Act.WRITE_DOSSIER),
    },
    cites="justice",
)

ASSETS = DossierPage(
    name="assets",
    space="justice",
    title=_("Assets"),
    todo=_("What is due"),
    sealed=_("What is sealed about assets"),
    deeds={
        "asset": Deed(
            AssetForm, assets.note_asset, _("Record an asset"),
            _("What was frozen or confiscated, and what it is worth."), Act.WRITE_DOSSIER,
        ),
        "asset-step": Deed(
            AssetStepForm, assets.follow_asset, _("Record what happened to an asset"),
            _("Confiscated, released, or given to the person or the State."), Act.WRITE_DOSSIER,
            of_row=True,
        ),
    },
    cites="assets",
)  # fmt: skip

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
