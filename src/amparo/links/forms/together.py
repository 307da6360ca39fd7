import re

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.signals.forms import SignalForm
from amparo.links.found import Found, read

BETWEEN = re.compile(r"[\s,;]+")


class TogetherForm(SignalForm):
    """What is the same for all is asked once; each line is a person."""

    safe_contact = None  # type: ignore[assignment]  # left out: each writes their own in their file

    people = forms.CharField(
        label=_("Who was found"), required=False, max_length=6_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "One person a line: the name and, after a comma, the date or year of birth as far as"
            " known. It will be sealed."
        ),
    )  # fmt: skip
    unnamed = forms.IntegerField(
        label=_("How many more, without a name"), required=False, min_value=0, max_value=60,
        initial=0,
    )  # fmt: skip
    known = forms.CharField(
        label=_("References of those who have a file already"), required=False, max_length=1_000,
        help_text=_("Such as A-2026-00012. Only files that you may write in."),
    )  # fmt: skip

    field_order = ("danger", "channel", "region", "people", "unnamed", "known", "account")

    def clean_people(self) -> list[Found]:
        try:
            return read(self.cleaned_data["people"])
        except ValueError as fault:
            raise forms.ValidationError(str(fault)) from fault

    def clean_known(self) -> list[str]:
        wanted = BETWEEN.split(self.cleaned_data["known"].strip().upper())
        return list(dict.fromkeys(filter(None, wanted)))
