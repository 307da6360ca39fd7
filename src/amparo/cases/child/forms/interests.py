from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.child.actions.interests import Said
from amparo.cases.child.models import BestInterests
from amparo.cases.child.rules import Weighed
from amparo.cases.pages.fields import maybe_one_of, one_of, text, yes_no
from amparo.design.forms import AmparoForm

SEALED = ("options", "words", "reasons")


class InterestsForm(AmparoForm):
    subject = one_of("interest_subjects", _("What is to be decided?"))
    options = text(_("Which ways are there?"), _("One a line, at least two. It will be sealed."))
    heard = yes_no(_("Was the child heard?"))
    words = text(
        _("What the child said"), _("In the child’s own words. It will be sealed."), required=False
    )
    unheard = maybe_one_of("unheard_reasons", _("If not heard: why?"))
    outcome = forms.ChoiceField(
        label=_("What was decided?"), widget=forms.RadioSelect, choices=BestInterests.Outcome
    )
    reasons = text(
        _("What weighed most, and what speaks against it"),
        _("Say how the child’s words were taken into account. It will be sealed."),
    )
    decider = one_of("interest_deciders", _("Who decided?"))
    guardian_agrees = yes_no(_("Does the guardian agree?"), _("No, if there is none yet."))

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        if self.errors:
            return data
        key, said = data.pop("key"), Said(**{field: data.pop(field) for field in SEALED})
        return {"key": key, "said": said, "weighed": Weighed(**data)}
