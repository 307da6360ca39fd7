from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from amparo.design.forms import AmparoForm
from amparo.directory import regions
from amparo.directory.models import Service
from amparo.directory.queries import ServiceQuerySet
from amparo.people.codes import choices
from amparo.people.queries import units

ANY = ("", _("Any"))


class ServiceFilter(forms.Form):
    """What one looks for. A value that is no choice narrows nothing."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        label=_("Kind of service"), choices=lambda: [ANY, *choices("services")], required=False
    )
    region = forms.ChoiceField(
        label=_("Region"), choices=lambda: [ANY, *regions.choices()], required=False
    )
    sex = forms.ChoiceField(
        label=_("Takes"), choices=lambda: [ANY, *choices("sex")[:-1]], required=False
    )
    age = forms.ChoiceField(
        label=_("Age"),
        choices=[ANY, ("adult", _("Adults")), ("child", _("Children, or age not sure"))],
        required=False,
    )
    language = forms.ChoiceField(
        label=_("Speaks"), choices=lambda: [ANY, *choices("languages")], required=False
    )
    usable = forms.ChoiceField(
        label=_("Usable for"), choices=lambda: [ANY, *choices("accessibility")], required=False
    )
    dependants = forms.BooleanField(label=_("Takes dependants too"), required=False)
    free = forms.BooleanField(label=_("Has a place free"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def narrow(self, services: ServiceQuerySet) -> ServiceQuerySet:
        wanted = self.narrow_anywhere(services)
        region = self.cleaned_data.get("region")
        return wanted.in_region(region) if region else wanted

    def narrow_anywhere(self, services: ServiceQuerySet) -> ServiceQuerySet:
        """The same in all regions."""
        self.is_valid()
        chosen = self.cleaned_data
        if chosen.get("kind"):
            services = services.of_kind(chosen["kind"])
        if chosen.get("sex"):
            services = services.taking(chosen["sex"])
        if chosen.get("language"):
            services = services.speaking(chosen["language"])
        if chosen.get("usable"):
            services = services.usable_by(chosen["usable"])
        return self._narrow_by_person(services)

    def _narrow_by_person(self, services: ServiceQuerySet) -> ServiceQuerySet:
        chosen = self.cleaned_data
        if chosen.get("age") == "adult":
            services = services.taking_adults()
        if chosen.get("age") == "child":
            services = services.taking_children()
        if chosen.get("dependants"):
            services = services.taking_dependants()
        return services.with_places() if chosen.get("free") else services


class PlacesForm(AmparoForm):
    free = forms.IntegerField(label=_("Places free now"), min_value=0)

    def __init__(self, *args: Any, service: Service, **kwargs: Any) -> None:
        super().__init__(*args, initial={"free": service.places_free}, **kwargs)
        self.total = service.places_total

    def clean_free(self) -> int:
        free: int = self.cleaned_data["free"]
        if free > self.total:
            sentence = say("Not more than %(total)d: that is how many places there are in all.")
            raise forms.ValidationError(sentence % {"total": self.total})
        return free


class CountForm(AmparoForm):
    """The two big buttons, and the one that says that the number is still right."""

    change = forms.TypedChoiceField(
        label=_("One place more or less"), choices=[(-1, "-1"), (0, "0"), (1, "+1")], coerce=int
    )


class WhereForm(AmparoForm):
    """Where a service is. Of a confidential one all but the region is sealed at once."""

    region = forms.ChoiceField(label=_("Region"), choices=regions.choices)
    address = forms.CharField(label=_("Street and number"), max_length=200)
    postal_code = forms.CharField(label=_("Postal code"), max_length=20, required=False)
    city = forms.CharField(label=_("Town"), max_length=80, required=False)
    latitude = forms.FloatField(
        label=_("Latitude, in degrees"), min_value=-90, max_value=90, required=False
    )
    longitude = forms.FloatField(
        label=_("Longitude, in degrees"), min_value=-180, max_value=180, required=False
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        given = [name for name in ("latitude", "longitude") if data.get(name) is not None]
        if len(given) == 1 and not self.errors:
            missing = "longitude" if given == ["latitude"] else "latitude"
            self.add_error(missing, say("Write both degrees, or neither."))
        return data


class TellForm(AmparoForm):
    units = forms.MultipleChoiceField(
        label=_("Which units may know where the house is?"),
        choices=lambda: [(str(unit.pk), str(unit)) for unit in units()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_(
            "Only those who have to come to the door. Each time one of them opens the address, it"
            " is written in the log."
        ),
    )

    def clean_units(self) -> list[UUID]:
        return [UUID(unit) for unit in self.cleaned_data["units"]]
