"""Forms of a case. Each carries a key: sent twice, it acts once."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amparo.access.glass.models import GlassReview
from amparo.cases.machine import State
from amparo.cases.questions.forms import AsksAlso
from amparo.cases.words import STATUS_SENTENCES
from amparo.design.forms import AmparoForm, DayInput
from amparo.methods import clock
from amparo.people.codes import choices
from amparo.people.models import Mandate, Unit
from amparo.people.queries import units

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class IdentityForm(AmparoForm):
    """Who the person is, as far as they want to say. Everything here is sealed."""

    given_name = forms.CharField(label=_("Given name"), max_length=200, required=False)
    family_name = forms.CharField(label=_("Family name"), max_length=200, required=False)
    other_names = forms.CharField(label=_("Other names used"), max_length=200, required=False)
    birth_date = forms.DateField(
        label=_("Date of birth"), required=False, widget=DayInput,
        help_text=_("Leave it empty if it is not sure."),
    )  # fmt: skip
    document = forms.CharField(
        label=_("Identity document"), max_length=200, required=False,
        help_text=_("Kind and number, if the person has one."),
    )  # fmt: skip
    safe_contact = forms.CharField(
        label=_("Safe way to reach the person"), max_length=500, required=False,
        help_text=_("Through whom, when, and who else may answer. Never a way that is not safe."),
    )  # fmt: skip

    def clean_birth_date(self) -> date | None:
        birth: date | None = self.cleaned_data["birth_date"]
        if birth and birth > clock.now().date():
            raise forms.ValidationError(_("Nobody is born after today: check the year."))
        return birth

    def clean(self) -> dict[str, Any]:
        data = {name: value for name, value in (super().clean() or {}).items() if name != "key"}
        birth = data.pop("birth_date", None)
        return {
            "key": self.cleaned_data["key"],
            "identity": {**data, "birth_date": birth.isoformat() if birth else ""},
        }


class OpenFileForm(AsksAlso, IdentityForm):
    asks = "opening"

    account = forms.CharField(
        label=_("What you saw, were told or read"), max_length=20_000, required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("In your own words: facts, and how you know them. It will be sealed."),
    )  # fmt: skip

    field_order = ("account",)

    def clean(self) -> dict[str, Any]:
        account = self.cleaned_data.pop("account", "")
        return {**super().clean(), "account": account}


class UnitField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic when it runs
    def __init__(self, *, mandate: Mandate, label: "_StrPromise") -> None:
        super().__init__(queryset=units().none(), label=label, empty_label=_("Choose a unit"))
        self.mandate = mandate

    def label_from_instance(self, obj: Unit) -> str:
        return f"{obj.name} ({obj.organisation.name})"


class ReceiveForm(AmparoForm):
    authority = UnitField(
        mandate=Mandate.COMPETENT_AUTHORITY, label=_("Who decides on the identification?")
    )
    manager = UnitField(mandate=Mandate.CASE_MANAGEMENT, label=_("Who looks after the person?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, UnitField):
                field.queryset = units().with_mandate(field.mandate)


def _choose(form: forms.Form, name: str, among: list[tuple[str, str | Promise]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101  declared so above
    field.choices = among


def _among(codes: tuple[str, ...]) -> list[tuple[str, str | Promise]]:
    return [(code, words) for code, words in choices("status_reasons") if code in codes]


class EndForm(AmparoForm):
    outcome = forms.ChoiceField(
        label=_("What happens with the signs?"),
        widget=forms.RadioSelect,
        choices=[
            (State.NOTIFIED.value, _("Give the bureau a notice without identity")),
            (State.NOT_REFERRED.value, _("Send nothing")),
        ],
    )
    reason = forms.ChoiceField(label=_("Why?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "reason", _among(("adult_declined", "no_signs")))

    def clean_outcome(self) -> State:
        return State(self.cleaned_data["outcome"])


class CloseForm(AmparoForm):
    reason = forms.ChoiceField(
        label=_("Why is the file closed?"), widget=forms.RadioSelect,
        choices=lambda: choices("closure_reasons"),
    )  # fmt: skip
    note = forms.CharField(
        label=_("How the person leaves, and how they may come back"), required=False,
        max_length=20_000, widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class ReopenForm(AmparoForm):
    reason = forms.ChoiceField(
        label=_("Why is it opened again?"), widget=forms.RadioSelect,
        choices=lambda: choices("reopening_reasons"),
    )  # fmt: skip
    note = forms.CharField(
        label=_("What has come to be known"), required=False, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=_("It will be sealed."),
    )  # fmt: skip


class StepForm(AmparoForm):
    """One step along a track, of those that may be taken now; the reason must fit the step."""

    state = forms.ChoiceField(label=_("What is so now?"), widget=forms.RadioSelect)
    reason = forms.ChoiceField(label=_("Why?"), required=False)
    note = forms.CharField(
        label=_("In full"), required=False, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=_("It will be sealed."),
    )  # fmt: skip

    REASONS: ClassVar[dict[str, tuple[str, ...]]] = {
        State.MORE_INFORMATION: ("more_information",),
        State.RECEIVED: ("information_received", "may_go_on"),
        State.SUSPENDED: ("missing", "death", "disqualified", "proceedings_abroad"),
        State.REFERRED: ("may_go_on",),
        State.REFLECTION: ("may_go_on",),
    }

    def __init__(self, *args: Any, states: list[State], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "state", [(state.value, STATUS_SENTENCES[state]) for state in states])
        fitting = dict.fromkeys(code for s in states for code in self.REASONS.get(s, ()))
        _choose(self, "reason", [("", _("no reason of the list")), *_among((*fitting, "other"))])

    def clean_state(self) -> State:
        return State(self.cleaned_data["state"])

    def clean(self) -> None:
        super().clean()
        state, reason = self.cleaned_data.get("state"), self.cleaned_data.get("reason")
        if state in self.REASONS and not reason:
            self.add_error("reason", _("Say why."))


class MeasureForm(AmparoForm):
    note = forms.CharField(
        label=_("Note"), required=False, max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=_("It will be sealed."),
    )  # fmt: skip


class AccountForm(AmparoForm):
    text = forms.CharField(
        label=_("What was seen, said or documented"), max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Facts, and how they are known. It will be sealed."),
    )  # fmt: skip


class PurposeForm(AmparoForm):
    purpose = forms.ChoiceField(
        label=_("What do you need it for?"), widget=forms.RadioSelect,
        choices=lambda: choices("opening_purposes"),
    )  # fmt: skip


class EmergencyForm(AmparoForm):
    """To open a file that is not shared: its whole reference, and why it cannot wait."""

    reference = forms.CharField(
        label=_("Whole reference of the file"), max_length=20,
        help_text=_("Such as A-2026-00042. Nothing is searched for: each digit counts."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Why can this not wait?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In a few words, without names. The bureau and data protection read it today."),
    )  # fmt: skip
    again = forms.CharField(
        label=_("Type the reference again"), max_length=20,
        help_text=_("In the demonstration this stands for your password."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not settings.DEMO:
            del self.fields["again"]

    def clean(self) -> None:
        super().clean()
        data = self.cleaned_data
        if settings.DEMO and data.pop("again", "").strip() != data.get("reference", ""):
            self.add_error("again", _("This is not the same reference."))


class ReviewForm(AmparoForm):
    outcome = forms.ChoiceField(
        label=_("Was this opening justified?"), choices=GlassReview.Outcome,
        widget=forms.RadioSelect,
    )  # fmt: skip
    reason = forms.CharField(
        label=_("What you find"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In a few words, without names."),
    )  # fmt: skip


class EndShareForm(AmparoForm):
    last_day = forms.DateField(
        label=_("Last day"), required=False, widget=DayInput,
        help_text=_("Leave it empty to end it now. On the last day the unit still sees the file."),
    )  # fmt: skip
