from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.fields import chosen, one_of, some_of, text, yes_no
from amparo.design.forms import AmparoForm
from amparo.stay.actions.returning import Risks
from amparo.stay.models import ReturnRisk
from amparo.stay.rules import QUESTIONS


class WishForm(AmparoForm):
    topics = some_of("return_topics", _("What was the person told before?"))
    language = chosen("languages", _("In which language?"))
    own = yes_no(
        _("Is it the person’s own wish?"),
        _("Nobody pressed them, and no help here depends on the answer."),
    )
    destination = text(_("Where do they wish to go?"), required=False)
    words = text(_("What the person says about it"), required=False)

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        return {**data, "topics": tuple(data.get("topics", ()))}


class WishEndForm(AmparoForm):
    reason = one_of("wish_ends", _("Why does it end?"))


class RisksForm(AmparoForm):
    place = forms.ChoiceField(
        label=_("Which place?"), widget=forms.RadioSelect, choices=ReturnRisk.Place
    )
    protection = one_of("risk_answers", _("Protection: can and will the authorities protect them?"))
    reach = one_of(
        "risk_answers", _("Reach: can those who exploited them, or their like, come near?")
    )
    kin = one_of("risk_answers", _("Family: does danger come from it, or to it?"))
    living = one_of("risk_answers", _("Living: a roof, food, work or school, without debt?"))
    health = one_of("risk_answers", _("Health: is the care that they need there?"))
    note = text(_("What each answer rests on, and how a danger is met"), required=False)

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        if self.errors:
            return data
        risks = Risks(**{name: data.pop(name) for name in QUESTIONS})
        return {**data, "risks": risks}


class DecideForm(AmparoForm):
    language = chosen("languages", _("In which language were they told what was found?"))
    still_wished = yes_no(
        _("Do they wish it still?"), _("They may change their mind until they travel.")
    )
    plan = text(
        _("How the journey and the first weeks are prepared"),
        _("Who meets the person, where they sleep, whom they call. It will be sealed."),
    )
