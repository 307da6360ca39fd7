from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.design.forms import AmparoForm


class AskForm(AmparoForm):
    reason = forms.CharField(
        label=_("Why do these rows have to leave?"), max_length=300,
        help_text=_("Without names. The second person decides by it."),
    )  # fmt: skip
