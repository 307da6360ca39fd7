from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.forms import PurposeForm


class FindForm(PurposeForm):
    """At least one of the four; what counts as enough, `finding.find` says."""

    WANTED: ClassVar = ("name", "birth_year", "document", "contact")

    name = forms.CharField(
        label=_("Name"), max_length=200, required=False,
        help_text=_("All or part of it, in any order. Other spellings are found too."),
    )  # fmt: skip
    birth_year = forms.RegexField(
        r"^(19|20)\d\d$", label=_("Year of birth"), required=False,
        error_messages={"invalid": _("Write the year in four figures, such as 1998.")},
    )  # fmt: skip
    document = forms.CharField(label=_("Number of a document"), max_length=60, required=False)
    contact = forms.CharField(
        label=_("Telephone number or e-mail address"), max_length=120, required=False
    )

    field_order = ("name", "birth_year", "document", "contact", "purpose")

    def wanted(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.WANTED}
