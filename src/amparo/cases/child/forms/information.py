from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.child.models import Information
from amparo.cases.pages.fields import chosen, one_of, some_of, yes_no
from amparo.design.forms import AmparoForm


class InformForm(AmparoForm):
    topics = some_of("child_topics", _("What was the child told about?"))
    language = chosen("languages", _("In which language?"))
    how = forms.ChoiceField(label=_("How?"), widget=forms.RadioSelect, choices=Information.How)
    informer = one_of("child_informers", _("Who told it?"))
    understood = yes_no(
        _("Did the child say it back in their own words?"), _("If not, tell it again another day.")
    )

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        return {**data, "topics": tuple(data.get("topics", ()))}
