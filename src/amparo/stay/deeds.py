"""What can be written about the stay and a return, and the page it stands on."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.deeds import Deed, FilePage
from amparo.stay.actions import afterwards, returning, stays
from amparo.stay.forms import afterwards as afterwards_forms
from amparo.stay.forms import returning as returning_forms
from amparo.stay.forms import stays as stays_forms
from amparo.stay.words import COLUMNS, SEALED_WORDS

DEEDS: Mapping[str, Deed] = {
    "reflection": Deed(
        stays_forms.ReflectionForm, stays.grant_reflection, _("Record a stay for reflection"),
        _("Time to recover and to think; nobody is sent away meanwhile. Again to make it longer."),
        cites="stay",
    ),
    "permit": Deed(
        stays_forms.PermitForm, stays.grant_permit, _("Record a residence permit"),
        _("Also when one was renewed. Alarms sound before its last day."),
        cites="stay",
    ),
    "stay-step": Deed(
        stays_forms.StepForm, stays.note_stay_step, _("Record what became of the stay"),
        _("Once a renewal was asked for the alarms are silent; they sound again if it is refused."),
        of_row=True, cites="stay",
    ),
    "wish": Deed(
        returning_forms.WishForm, returning.wish_return, _("Record a wish to return"),
        _("First tell the person what they can expect here and there, and that they may stay."),
        cites="return",
    ),
    "wish-end": Deed(
        returning_forms.WishEndForm, returning.end_wish, _("The wish to return has ended"),
        _("On any day until they travel. The person stays as they stayed before."),
        cites="return",
    ),
    "risks": Deed(
        returning_forms.RisksForm, returning.assess_risks, _("Assess the risks in one place"),
        _("Both places are asked the same questions. No answer outweighs another."),
        cites="return_risks",
    ),
    "return": Deed(
        returning_forms.DecideForm, returning.decide_return, _("Record that the return is decided"),
        _("Once both places are assessed, the person has heard what was found, and wishes it"
          " still. A child returns only where that was found best for the child."),
        cites="return",
    ),
    "travel": Deed(
        afterwards_forms.TravelForm, afterwards.travel, _("Record that the person travelled"),
        _("The assessments must still count on that day."),
        cites="return",
    ),
    "arrival": Deed(
        afterwards_forms.ArrivalForm, afterwards.confirm_arrival, _("Confirm the arrival"),
        _("Who says so, and how. From that day on somebody asks how the person is."),
        cites="return_monitoring",
    ),
    "visit": Deed(
        afterwards_forms.VisitForm, afterwards.visit, _("Record how the person is"),
        _("Ask in a way that is safe for them. Nobody is obliged to answer."),
        cites="return_monitoring",
    ),
    "monitoring-end": Deed(
        afterwards_forms.MonitoringEndForm, afterwards.end_monitoring, _("End the monitoring"),
        _("When the last question was answered; before that with the reason."),
        cites="return_monitoring",
    ),
}  # fmt: skip

PAGE = FilePage(
    name="stay",
    space="stay",
    title=_("Residence and return"),
    todo=_("Where the stay and a return stand"),
    sealed=_("What the person and others said about a return"),
    deeds=DEEDS,
    cites="stay",
    columns=COLUMNS,
    words=SEALED_WORDS,
)
