from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.design.forms import AmparoForm
from amparo.people.codes import choices


class ExtensionForm(AmparoForm):
    amount = forms.IntegerField(label=_("How much more?"), min_value=1)
    reason = forms.ChoiceField(label=_("Why?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, left: int, unit: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["amount"].help_text = _("In %(unit)s, at most %(left)s.") % {
            "unit": unit, "left": left,
        }  # fmt: skip
        self.fields["amount"].max_value = left  # type: ignore[attr-defined]  # an integer field
        self.fields["reason"].choices = choices("extension_reasons")  # type: ignore[attr-defined]  # a choice field
