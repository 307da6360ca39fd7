from typing import Any

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from amparo.cases.questions.forms import AsksAlso
from amparo.design.forms import AmparoForm
from amparo.directory import regions
from amparo.people.codes import choices
from amparo.referrals.board import Column
from amparo.referrals.models import Wish

OFFER = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
MOVE = rf"^(again|offer:[\w-]{{1,80}}|(recall|accept):{OFFER}|decline:{OFFER}:\w{{1,40}})$"


class NeedForm(AsksAlso):
    """What is needed, how soon, where. Who the person is comes from the file, without identity."""

    asks = "need"

    kind = forms.ChoiceField(label=_("What is needed?"), choices=lambda: choices("services"))
    urgency = forms.ChoiceField(
        label=_("How soon?"), widget=forms.RadioSelect, choices=lambda: choices("urgency")
    )
    region = forms.ChoiceField(label=_("In which region?"), choices=regions.choices)
    avoid_region = forms.ChoiceField(
        label=_("Region to keep away from"),
        choices=lambda: [("", _("None known")), *regions.choices()],
        required=False,
        help_text=_(
            "Where somebody might look for the person. No service there or close by is offered."
        ),
    )

    accessibility = forms.MultipleChoiceField(
        label=_("What must the service have, so that the person can use it?"),
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: choices("accessibility"),
        required=False,
        help_text=_("Tick only what is needed: a service without it is not offered."),
    )
    language_needed = forms.BooleanField(
        label=_("Only services that speak the person's language themselves"),
        required=False,
        help_text=_("Where no interpreter will do. Elsewhere such services come first anyway."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("region") and data.get("region") == data.get("avoid_region"):
            sentence = say("A place cannot be sought in the region to keep away from.")
            self.add_error("avoid_region", sentence)
        return data


class WishForm(AmparoForm):
    wish = forms.ChoiceField(label=_("What does the person say?"), choices=Wish.choices)


class DeclineForm(AmparoForm):
    heading_field = "reason"

    reason = forms.ChoiceField(
        label=_("Why can you not take this person?"),
        widget=forms.RadioSelect,
        choices=lambda: choices("decline_reasons"),
        help_text=_("Whoever looks for a place reads this at once and can ask another service."),
    )


class MoveForm(AmparoForm):
    """One choice of a card's menu; whether it may still be taken the actions say."""

    move = forms.RegexField(
        MOVE,
        error_messages={"required": _("Choose where the card goes.")},
    )

    def clean_move(self) -> str:
        """The reason of a decline comes from the list."""
        move: str = self.cleaned_data["move"]
        deed, *rest = move.split(":")
        if deed == "decline" and rest[-1] not in dict(choices("decline_reasons")):
            raise forms.ValidationError(say("Choose a reason of the list."))
        return move


class BoardFilter(forms.Form):
    """What one looks for. A value that is no choice narrows nothing."""

    use_required_attribute = False

    column = forms.ChoiceField(
        label=_("State"), choices=[("", _("Any")), *Column.choices], required=False
    )
    region = forms.ChoiceField(
        label=_("Region"), choices=lambda: [("", _("Any")), *regions.choices()], required=False
    )
    kind = forms.ChoiceField(
        label=_("Kind of service"),
        choices=lambda: [("", _("Any")), *choices("services")],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def chosen(self) -> dict[str, str]:
        """The valid choices, by field."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
