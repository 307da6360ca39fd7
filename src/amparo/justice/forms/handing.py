from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.design.forms import AmparoForm
from amparo.justice.queries import investigating_units


def _units() -> list[tuple[str, str]]:
    return [(str(unit.pk), unit.name) for unit in investigating_units()]


class HandOverForm(AmparoForm):
    unit = forms.TypedChoiceField(
        label=_("Who investigates?"), widget=forms.RadioSelect, choices=_units, coerce=UUID
    )
