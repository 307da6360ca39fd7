from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.models import Case
from amparo.cases.pages.deeds import CaseForm
from amparo.cases.pages.fields import chosen, one_of, some_of, yes_no
from amparo.design.forms import AmparoForm
from amparo.people.codes import choices


class LanguageForm(CaseForm):
    languages = forms.MultipleChoiceField(
        label=_("Which languages does the person want to speak?"),
        widget=forms.CheckboxSelectMultiple, choices=lambda: choices("languages"),
    )  # fmt: skip
    reason = one_of("language_reasons", _("Why does it change?"))
    anew = some_of("told_anew", _("What is to be told anew?"), required=False)

    def ask_about(self, about: Case) -> None:
        self.fields["languages"].initial = list(about.languages)

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        lists = {name: tuple(data.get(name, ())) for name in ("languages", "anew")}
        return {**data, **lists}


class ToldForm(AmparoForm):
    language = chosen("languages", _("In which language was it told?"))
    understood = yes_no(_("Did the person say it back in their own words?"))
