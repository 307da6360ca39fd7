"""What is asked of whoever keeps the institutions, the instruments, and where an ask stands."""

from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from amparo.commitments.following.models import Bond, Institution, Progress
from amparo.commitments.following.queries import institutions
from amparo.design.forms import AmparoForm, DayInput
from amparo.people.country import today
from amparo.people.models import Unit
from amparo.people.queries import units

NOBODY = ("", _("Nobody yet"))
LINES = {"rows": 4}


def institution_choices() -> list[tuple[str, Any]]:
    return [NOBODY, *((str(row.pk), row.name) for row in institutions().live())]


def _units() -> list[tuple[str, Any]]:
    none = ("", _("It has no account here"))
    return [none, *((str(unit.pk), str(unit)) for unit in units())]


def the_institution(value: str) -> Institution | None:
    return institutions().live().filter(pk=UUID(value)).first() if value else None


class InstitutionForm(AmparoForm):
    name_en = forms.CharField(label=_("Name in English"), max_length=160)
    name_fr = forms.CharField(label=_("Name in French"), max_length=160)
    unit = forms.ChoiceField(
        label=_("Its unit here"), choices=_units, required=False,
        help_text=_("Its people are told when something is due, and may add evidence and steps."),
    )  # fmt: skip

    def clean_unit(self) -> Unit | None:
        chosen = self.cleaned_data["unit"]
        return units().filter(pk=UUID(chosen)).first() if chosen else None


class DayField(forms.DateField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"widget": DayInput(), "required": False, **kwargs})


class BondForm(AmparoForm):
    kind = forms.ChoiceField(
        label=_("Is the country bound?"), choices=Bond.Kind.choices, widget=forms.RadioSelect
    )
    signed_on = DayField(label=_("Signed on"))
    bound_on = DayField(label=_("Ratified, acceded or succeeded on"))
    in_force_on = DayField(label=_("In force for the country since"))
    reservations = forms.CharField(
        label=_("Reservations and declarations"), max_length=4000, required=False,
        widget=forms.Textarea(LINES),
    )  # fmt: skip
    law = forms.CharField(
        label=_("The law that applies it"), max_length=4000, required=False,
        widget=forms.Textarea(LINES), help_text=_("Its name, its number and its day."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        days = [data.get(name) for name in ("signed_on", "bound_on", "in_force_on")]
        given = [day for day in days if day]
        if data.get("kind") != Bond.Kind.PARTY and any(days[1:]):
            self.add_error("kind", say("Only a Party is bound: choose it, or take the days back."))
        if given != sorted(given):
            self.add_error(None, say("The days do not follow each other: signed, bound, in force."))
        return data


class ChargeForm(AmparoForm):
    institution = forms.ChoiceField(
        label=_("Who answers for it?"), choices=institution_choices, required=False
    )

    def clean_institution(self) -> Institution | None:
        return the_institution(self.cleaned_data["institution"])


class ProgressForm(AmparoForm):
    state = forms.ChoiceField(
        label=_("Where does it stand?"), choices=Progress.State.choices, widget=forms.RadioSelect
    )
    why = forms.CharField(
        label=_("Why do you say so?"), max_length=2000, widget=forms.Textarea(LINES),
        help_text=_("One or two sentences. Write no name of a person."),
    )  # fmt: skip


class SendingForm(AmparoForm):
    """`windows`: (first day, words) of each window that something may have been sent in."""

    opens = forms.ChoiceField(label=_("For which window?"), widget=forms.RadioSelect)
    sent_on = DayField(label=_("Sent on"), required=True)
    what = forms.CharField(
        label=_("What was sent, and to whom?"), max_length=2000, required=False,
        widget=forms.Textarea(LINES), help_text=_("Write no name of a person."),
    )  # fmt: skip

    def __init__(self, *args: Any, windows: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["opens"]).choices = windows

    def clean_sent_on(self) -> Any:  # noqa: ANN401  a day, as the field gives it
        day = self.cleaned_data["sent_on"]
        if day > today():
            raise forms.ValidationError(say("This day is still to come. Say it once it is sent."))
        return day
