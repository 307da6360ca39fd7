from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.design.forms import AmparoForm
from amparo.directory import regions
from amparo.people.codes import choices


class SignalForm(AmparoForm):
    danger = forms.TypedChoiceField(
        label=_("Is somebody in danger now?"), widget=forms.RadioSelect,
        choices=[
            ("yes", _("Yes: call the emergency services first")),
            ("no", _("No, or not known")),
        ],
        coerce=lambda value: value == "yes",
    )  # fmt: skip
    channel = forms.ChoiceField(
        label=_("How did the signal come?"), widget=forms.RadioSelect,
        choices=lambda: choices("signal_channels"),
    )  # fmt: skip
    region = forms.ChoiceField(
        label=_("Where?"), required=False,
        choices=lambda: [("", _("Not known")), *regions.choices()],
    )  # fmt: skip
    account = forms.CharField(
        label=_("What was said or seen"), max_length=20_000, required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("In the words of whoever told it. It will be sealed."),
    )  # fmt: skip
    safe_contact = forms.CharField(
        label=_("A safe way to reach the person"), max_length=500, required=False,
        help_text=_("Only one that nobody else answers. It will be sealed."),
    )  # fmt: skip
