from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from amparo.cases.decisions.notices.words import language_for
from amparo.cases.models import Case
from amparo.design.forms import AmparoForm
from amparo.people.codes import choices


class PaperForm(AmparoForm):
    language = forms.ChoiceField(
        label=_("Language of the paper"), widget=forms.RadioSelect, choices=settings.LANGUAGES
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = language_for(case.languages)


class ToldForm(AmparoForm):
    printed = forms.ChoiceField(
        label=_("Language of the paper"), widget=forms.RadioSelect, choices=settings.LANGUAGES
    )
    language = forms.ChoiceField(
        label=_("In which language was the person told?"), choices=lambda: choices("languages")
    )
    how = forms.ChoiceField(
        label=_("How?"), widget=forms.RadioSelect, choices=lambda: choices("notice_modes")
    )
    interpreter = forms.ChoiceField(
        label=_("Who interpreted?"), widget=forms.RadioSelect,
        choices=lambda: choices("interpreters"),
        help_text=_("Never somebody who came with the person."),
    )  # fmt: skip

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["printed"].initial = language_for(case.languages)
        self.fields["language"].initial = next(iter(case.languages), "")
