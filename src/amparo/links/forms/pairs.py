from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.forms import PurposeForm
from amparo.design.forms import AmparoForm
from amparo.links.actions.looking import PURPOSE
from amparo.links.actions.merging import THE_OTHER, THIS
from amparo.links.models import Link, Merging


class LinkForm(AmparoForm):
    reference = forms.CharField(
        label=_("Reference of the other file"), max_length=20,
        help_text=_("Such as A-2026-00012. Only a file that you may write in."),
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("How do they belong together?"), widget=forms.RadioSelect, choices=Link.Kind
    )
    relation = forms.ChoiceField(
        label=_("How are they related?"), required=False,
        choices=[("", _("Not a family")), *Link.Relation.choices],
    )  # fmt: skip


class SureForm(AmparoForm):
    """Nothing to fill in: the page says what will be recorded."""


class LookForm(PurposeForm):
    """One button: what a look is for needs no asking."""

    purpose = None  # type: ignore[assignment]  # left out, and known

    def clean(self) -> dict[str, Any]:
        return {**(super().clean() or {}), "purpose": PURPOSE}


class UndoForm(AmparoForm):
    ground = forms.ChoiceField(
        label=_("How is it known?"), widget=forms.RadioSelect, choices=Merging.Ground
    )


class MergeForm(UndoForm):
    goes_on = forms.ChoiceField(
        label=_("Which file goes on?"), widget=forms.RadioSelect,
        choices=[
            (THE_OTHER, _("The other one: this file is continued there")),
            (THIS, _("This one: the other file is continued here")),
        ],
    )  # fmt: skip
    field_order = ("goes_on", "ground")
