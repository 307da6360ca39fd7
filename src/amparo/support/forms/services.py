from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import maybe_one_of, text, yes_no
from amparo.design.forms import AmparoForm
from amparo.support.models import ServiceFeedback, ServiceStep


class ServiceForm(AmparoForm):
    state = forms.ChoiceField(
        label=_("What happened?"), widget=forms.RadioSelect, choices=ServiceStep.State
    )
    reason = maybe_one_of("service_ends", _("If it stopped: why?"))


class FeedbackForm(AmparoForm):
    useful = forms.ChoiceField(
        label=_("Is the service useful to the person?"), widget=forms.RadioSelect,
        choices=ServiceFeedback.Useful,
    )  # fmt: skip
    safe = yes_no(_("Does the person feel safe there?"))
    respected = yes_no(_("Does the person feel respected there?"))
    words = text(_("In the person’s own words"), required=False)
