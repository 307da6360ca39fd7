from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from amparo.directory import regions
from amparo.directory.queries import ServiceQuerySet, every_service
from amparo.people.codes import choices

PERIODS = {
    "3": _("the last 3 months"), "6": _("the last 6 months"), "12": _("the last 12 months"),
}  # fmt: skip
FIRST = "3"


class ProvidersFilter(forms.Form):
    """Which services, and since when. A value that is no choice narrows nothing."""

    use_required_attribute = False

    months = forms.ChoiceField(label=_("Period"), choices=list(PERIODS.items()), initial=FIRST)
    kind = forms.ChoiceField(
        label=_("Kind of service"),
        choices=lambda: [("", _("Any")), *choices("services")],
        required=False,
    )
    region = forms.ChoiceField(
        label=_("Region"), choices=lambda: [("", _("Any")), *regions.choices()], required=False
    )

    def __init__(self, data: QueryDict) -> None:
        super().__init__({"months": FIRST, **data.dict()}, label_suffix="")
        self.is_valid()

    @property
    def length(self) -> int:
        """In months."""
        return int(self.cleaned_data.get("months") or FIRST)

    @property
    def narrowed(self) -> bool:
        return any(self.cleaned_data.get(name) for name in ("kind", "region"))

    def services(self) -> ServiceQuerySet:
        found = every_service()
        if kind := self.cleaned_data.get("kind"):
            found = found.of_kind(kind)
        if region := self.cleaned_data.get("region"):
            found = found.in_region(region)
        return found
