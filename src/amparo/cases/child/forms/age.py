from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.child.models import AgeAppeal
from amparo.cases.child.rules import Assessed
from amparo.cases.models import AgeStatus
from amparo.cases.pages.fields import chosen, one_of, some_of, text, yes_no
from amparo.design.forms import AmparoForm


class AgeForm(AmparoForm):
    result = forms.ChoiceField(
        label=_("What was decided?"), widget=forms.RadioSelect,
        choices=[
            (AgeStatus.CHILD.value, _("A child")),
            (AgeStatus.ADULT.value, _("An adult")),
            (AgeStatus.NOT_SURE.value, _("Still not sure: treated as a child")),
        ],
    )  # fmt: skip
    authority = one_of("age_authorities", _("Who decided?"))
    methods = some_of(
        "age_methods", _("What was looked at?"),
        _("A medical examination comes last, and only with the consent of person and guardian."),
    )  # fmt: skip
    person_consented = yes_no(_("Did the person consent to that?"))
    guardian_consented = yes_no(
        _("Did the guardian consent to that?"), _("No, if there is no guardian yet.")
    )
    benefit_of_doubt = yes_no(
        _("Was the benefit of the doubt applied?"), _("What stays open speaks for a child.")
    )
    language = chosen("languages", _("In which language was it explained?"))
    note = text(_("Reasons, and how the person may contest it"), required=False)

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        if not self.errors:
            key, note = data.pop("key"), data.pop("note")
            found = Assessed(**{**data, "methods": tuple(data["methods"])})
            return {"key": key, "note": note, "found": found}
        return data


class AppealForm(AmparoForm):
    lodged_by = forms.ChoiceField(
        label=_("Who contests it?"), widget=forms.RadioSelect, choices=AgeAppeal.Lodged
    )
    note = text(_("What speaks against the decision?"), required=False)
