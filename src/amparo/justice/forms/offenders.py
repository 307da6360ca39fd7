from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.deeds import AboutForm, Subject
from amparo.cases.pages.fields import SEALED, chosen, text, yes_no
from amparo.design.forms import AmparoForm
from amparo.justice.forms.money import offer_proceedings, within


class OffenderForm(AboutForm[Subject]):
    role = chosen("offender_roles", _("What do they seem to have done?"))
    relation = chosen("offender_relations", _("What are they to the person?"))
    legal_person = yes_no(_("Is it a firm or another body?"))
    name = forms.CharField(
        label=_("Name, as far as it is known"), required=False, max_length=200, help_text=SEALED
    )
    description = text(_("What is known of them"), required=False)
    proceeding = within()

    def ask_about(self, about: Subject) -> None:
        offer_proceedings(self, about)


class SameForm(AmparoForm):
    reference = forms.CharField(label=_("Reference of the other dossier"), max_length=20)
    pseudonym = forms.CharField(
        label=_("What the other dossier calls them"), max_length=20,
        help_text=_("Only a dossier that is open to your unit can be named."),
    )  # fmt: skip
