from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.design.forms import AmparoForm


class DecideForm(AmparoForm):
    decision = forms.ChoiceField(
        label=_("Your decision"),
        choices=[("approve", _("Approve: it is done at once")), ("refuse", _("Refuse"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason for refusing"),
        required=False,
        max_length=300,
        help_text=_("Without names. Whoever proposed it reads this."),
    )

    def clean(self) -> None:
        super().clean()
        data = self.cleaned_data
        if data.get("decision") == "refuse" and not data.get("reason"):
            self.add_error("reason", _("Say why, so that the other person knows what to do."))


class WithdrawForm(AmparoForm):
    """One button."""
