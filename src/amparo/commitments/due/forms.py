from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.commitments.due.rows import Due
from amparo.commitments.following.models import Institution
from amparo.commitments.following.queries import institutions
from amparo.design.forms import DayInput
from amparo.people.country import today

US, BODIES = "us", "bodies"


class DueFilter(forms.Form):
    """Which asks to list, as of which day. It writes nothing, so it carries no key."""

    use_required_attribute = False

    whom = forms.ChoiceField(
        label=_("Asked of"), required=False,
        choices=[("", _("Anybody")), (US, _("This country")), (BODIES, _("The bodies only"))],
    )  # fmt: skip
    institution = forms.ChoiceField(
        label=_("Who answers for it"), required=False,
        choices=lambda: [("", _("Any")), *((str(r.pk), r.name) for r in institutions().live())],
    )  # fmt: skip
    on = forms.DateField(label=_("As of"), required=False, widget=DayInput())

    def day(self) -> date:
        return self._said("on") or today()

    def institution_chosen(self) -> Institution | None:
        chosen = self._said("institution")
        return institutions().filter(pk=chosen).first() if chosen else None

    def narrow(self, rows: list[Due]) -> list[Due]:
        whom = self._said("whom")
        return [row for row in rows if not whom or row.asked_of_us == (whom == US)]

    def _said(self, name: str) -> Any:  # noqa: ANN401  a day or a choice
        return self.cleaned_data.get(name) if self.is_valid() else None
