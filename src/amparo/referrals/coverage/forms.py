from collections.abc import Callable
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from amparo.directory import regions
from amparo.directory.queries import ServiceQuerySet
from amparo.people.codes import choices
from amparo.referrals.queries import NeedQuerySet

ANY = ("", _("Any"))


class Person(models.TextChoices):
    WOMAN = "woman", _("A woman")
    MAN = "man", _("A man")
    CHILD = "child", _("A child, or age not sure")
    DEPENDANTS = "dependants", _("Somebody with dependants")


TAKING: dict[str, Callable[[ServiceQuerySet], ServiceQuerySet]] = {
    Person.WOMAN: lambda services: services.taking("F").taking_adults(),
    Person.MAN: lambda services: services.taking("M").taking_adults(),
    Person.CHILD: lambda services: services.taking_children(),
    Person.DEPENDANTS: lambda services: services.taking_dependants(),
}
NEEDED_BY: dict[str, Callable[[NeedQuerySet], NeedQuerySet]] = {
    Person.WOMAN: lambda needs: needs.of_adults("F"),
    Person.MAN: lambda needs: needs.of_adults("M"),
    Person.CHILD: lambda needs: needs.of_children(),
    Person.DEPENDANTS: lambda needs: needs.with_dependants(),
}


class CoverageFilter(forms.Form):
    """For whom one looks, and which line over time. A value that is no choice narrows nothing."""

    use_required_attribute = False

    language = forms.ChoiceField(
        label=_("Language spoken"), choices=lambda: [ANY, *choices("languages")], required=False
    )
    person = forms.ChoiceField(label=_("For whom"), choices=[ANY, *Person.choices], required=False)
    kind = forms.ChoiceField(
        label=_("Over time: kind of service"), choices=lambda: [ANY, *choices("services")],
        required=False,
    )  # fmt: skip
    region = forms.ChoiceField(
        label=_("Over time: region"), choices=lambda: [ANY, *regions.choices()], required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.is_valid()

    @property
    def spoken(self) -> str:
        return str(self.cleaned_data.get("language", ""))

    @property
    def taken(self) -> str:
        return str(self.cleaned_data.get("person", ""))

    @property
    def cell(self) -> tuple[str, str] | None:
        """The kind and region to follow over time, where both were chosen."""
        kind, region = self.cleaned_data.get("kind"), self.cleaned_data.get("region")
        return (kind, region) if kind and region else None

    def services(self, services: ServiceQuerySet) -> ServiceQuerySet:
        if self.spoken:
            services = services.speaking(self.spoken)
        return TAKING[self.taken](services) if self.taken else services

    def needs(self, needs: NeedQuerySet) -> NeedQuerySet:
        if self.spoken:
            needs = needs.in_language(self.spoken)
        return NEEDED_BY[self.taken](needs) if self.taken else needs
