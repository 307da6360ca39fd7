from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.access.policy import Recipient
from amparo.cases.consents.words import RECIPIENTS
from amparo.design.forms import AmparoForm, DayInput
from amparo.people.codes import choices


class ConsentForm(AmparoForm):
    purpose = forms.ChoiceField(label=_("For what?"), choices=lambda: choices("consent_purposes"))
    recipients = forms.ChoiceField(
        label=_("Who may know?"),
        widget=forms.RadioSelect,
        choices=[(code, words) for code, words in RECIPIENTS.items() if code != Recipient.JUSTICE],
        help_text=_("To tell the police names the police and the prosecutor alone."),
    )
    language = forms.ChoiceField(
        label=_("In which language was it explained?"), choices=lambda: choices("languages")
    )
    how = forms.ChoiceField(
        label=_("How did the person say yes?"), widget=forms.RadioSelect,
        choices=lambda: choices("consent_modes"),
    )  # fmt: skip
    given_by = forms.ChoiceField(
        label=_("Who said yes?"),
        widget=forms.RadioSelect,
        choices=[("person", _("The person")), ("guardian", _("The guardian"))],
        initial="person",
    )
    until = forms.DateField(
        label=_("Until when?"), required=False, widget=DayInput,
        help_text=_("Leave it empty if the person set no end. They can end it on any day."),
    )  # fmt: skip


class GroundForm(AmparoForm):
    purpose = forms.ChoiceField(label=_("For what?"), choices=lambda: choices("consent_purposes"))
    ground = forms.ChoiceField(
        label=_("What replaces the consent?"), widget=forms.RadioSelect,
        choices=lambda: choices("legal_grounds"),
    )  # fmt: skip


class WithdrawConsentForm(AmparoForm):
    how = forms.ChoiceField(
        label=_("How did the person say so?"), widget=forms.RadioSelect,
        choices=lambda: choices("consent_modes"),
    )  # fmt: skip


class NarrowForm(AmparoForm):
    """The same yes, to fewer or for a shorter time."""

    recipients = ConsentForm.base_fields["recipients"]
    until = ConsentForm.base_fields["until"]
    how = WithdrawConsentForm.base_fields["how"]
