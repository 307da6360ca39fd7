from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import SEALED, maybe_one_of, one_of, yes_no
from amparo.design.forms import AmparoForm


class ContactForm(AmparoForm):
    channel = one_of("contact_channels", _("How is the person reached without danger?"))
    value = forms.CharField(
        label=_("Number, address or place"), max_length=500, required=False, help_text=SEALED
    )
    when = maybe_one_of("contact_times", _("When is it safe?"))
    answers = maybe_one_of("contact_answers", _("Who may answer?"))
    message = yes_no(
        _("May a message be left?"), _("No, where somebody who must know nothing may hear it.")
    )


class RelativeForm(AmparoForm):
    relation = one_of("relations", _("Who is it?"))
    depends = yes_no(_("Do they depend on the person?"))
    place = one_of("whereabouts", _("Where do they live?"))
    danger = one_of("danger_answers", _("Are they in danger?"))
    measure = one_of("relative_measures", _("What is done for them?"))
    name = forms.CharField(label=_("Name"), max_length=200, required=False, help_text=SEALED)
    contact = forms.CharField(
        label=_("How to reach them"), max_length=500, required=False, help_text=SEALED
    )


class RelativeUpdateForm(AmparoForm):
    danger = one_of("danger_answers", _("Are they in danger now?"))
    measure = one_of("relative_measures", _("What is done for them?"))
