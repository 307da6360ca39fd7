from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.design.forms import AmparoForm
from amparo.people.codes import choices
from amparo.referrals.asking.actions import LIST
from amparo.referrals.asking.models import Answer
from amparo.referrals.models import Offer


class AskForm(AmparoForm):
    """What may still be asked of an offer."""

    heading_field = "codes"

    codes = forms.MultipleChoiceField(
        label=_("What must you know before you answer?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each is answered with yes, no or not known. The time to answer goes on."),
        error_messages={"required": _("Choose at least one question.")},
    )

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {question.code for question in offer.questions.all()}
        left = [(code, said) for code, said in choices(LIST) if code not in asked]
        self.fields["codes"].choices = left  # type: ignore[attr-defined]  # it has choices


class AnswerForm(AmparoForm):
    """The three buttons beside a question."""

    answer = forms.ChoiceField(
        label=_("Answer"), choices=Answer.choices,
        error_messages={"required": _("Choose an answer.")},
    )  # fmt: skip
