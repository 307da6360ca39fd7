"""The decision: result, each form and period, what was weighed, the reasons in full."""

from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from amparo.cases.decisions.findings import (
    FOUND,
    NOT_FOUND,
    Finding,
    end_before_beginning,
    said_against,
    when,
)
from amparo.cases.machine import DECIDABLE, State
from amparo.cases.models import Case
from amparo.cases.questions.forms import AsksAlso
from amparo.design.forms import AmparoForm
from amparo.people.codes import choices, label
from amparo.people.country import today

UNKNOWN = "UNKNOWN"
FURTHER = 2
STANDING = [("", _("Choose")), (FOUND, _("Found")), (NOT_FOUND, _("Not found"))]
OUTCOMES = {
    State.PRESUMED: _("There are reasonable grounds: presumed victim"),
    State.NOT_PRESUMED: _("There are no reasonable grounds"),
    State.CONFIRMED: _("Identified as a victim"),
    State.NOT_CONFIRMED: _("Not identified as a victim"),
}


class WhenField(forms.CharField):
    """A year, or a year and a month; never one that has not begun."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "written": _("Write a year, or a year and a month: 2024 or 2024-03."),
        "future": _("This lies in the future: check the year."),
    }

    def clean(self, value: str | None) -> str:
        text: str = super().clean(value)
        try:
            future = bool(text) and when(text).is_after(today())
        except ValueError:
            raise forms.ValidationError(self.error_messages["written"], code="written") from None
        if future:
            raise forms.ValidationError(self.error_messages["future"], code="future")
        return text


class DecisionForm(AsksAlso):
    asks = "decision"

    outcome = forms.ChoiceField(label=_("What do you decide?"), widget=forms.RadioSelect)
    reason = forms.ChoiceField(label=_("Why?"))
    evidence = forms.MultipleChoiceField(
        label=_("What did you weigh?"), widget=forms.CheckboxSelectMultiple,
        choices=lambda: choices("evidence_kinds"),
    )  # fmt: skip
    note = forms.CharField(
        label=_("Reasons in full"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What speaks for it, what against it, what is missing. It will be sealed."),
    )  # fmt: skip
    # What the file said when the page was shown: who decides later than another is told so.
    stands = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)

    REASONS: ClassVar[dict[str, tuple[str, ...]]] = {
        State.RECEIVED: ("grounds_found", "grounds_not_found"),
        State.FIRST_CHALLENGED: ("grounds_found", "grounds_not_found", "new_facts"),
        State.REFLECTION: ("confirmed", "not_confirmed"),
        State.FINAL_CHALLENGED: ("confirmed", "not_confirmed", "new_facts"),
    }

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stands = str(self.data.get("stands", "") or case.identification)
        self.fields["stands"].initial = stands
        outcomes = DECIDABLE.get(stands, DECIDABLE[State.REFLECTION])
        _offer(self, "outcome", [(state.value, OUTCOMES[state]) for state in outcomes])
        fitting = (*self.REASONS.get(stands, ()), "other")
        listed = choices("status_reasons")
        _offer(self, "reason", [(code, words) for code, words in listed if code in fitting])
        self.suspected = [form for form in case.forms if form != UNKNOWN]
        self.rows = [self._add_row(place) for place in range(len(self.suspected) + FURTHER)]
        names = [name for row in self.rows for name in row]
        self.order_fields(["outcome", "reason", *names, "evidence", "note"])

    def _add_row(self, place: int) -> list[str]:
        """The fields of one form and period: of a suspected form first, then of any other."""
        names = [f"{part}_{place}" for part in ("form", "standing", "since", "until")]
        given = place < len(self.suspected)
        said = label("forms", self.suspected[place]) if given else self._further(place)
        wanted = given or (place == 0)
        if not given:
            self.fields[names[0]] = forms.ChoiceField(
                label=said, choices=[("", _("None")), *choices("forms")], required=wanted
            )
        title = said if given else gettext("%(form)s: is it found?") % {"form": said}
        self.fields[names[1]] = forms.ChoiceField(label=title, choices=STANDING, required=wanted)
        for name, words in (
            (names[2], gettext("%(form)s: from")),
            (names[3], gettext("%(form)s: until")),
        ):
            self.fields[name] = WhenField(
                label=words % {"form": said}, required=False, max_length=7,
                help_text=_("A year, or a year and a month: 2024 or 2024-03. Empty if not known."),
                widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            )  # fmt: skip
        return names[1:] if given else names

    def _further(self, place: int) -> str:
        number = place - len(self.suspected) + 1
        return gettext("Another form or period, %(number)s") % {"number": number}

    def clean_outcome(self) -> State:
        return State(self.cleaned_data["outcome"])

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or self.cleaned_data)
        findings = [found for place in range(len(self.rows)) if (found := self._finding(place))]
        outcome = data.get("outcome")
        if outcome and not self.errors and (sentence := said_against(outcome, findings)):
            self.add_error("outcome", sentence)
        kept = ("key", "outcome", "reason", "evidence", "note", "stands", "answers")
        return {name: data[name] for name in kept if name in data} | {"findings": findings}

    def _finding(self, place: int) -> Finding | None:
        given = place < len(self.suspected)
        read = {
            part: self.cleaned_data.get(f"{part}_{place}", "")
            for part in ("form", "standing", "since", "until")
        }
        form = self.suspected[place] if given else read["form"]
        if not form:
            if read["standing"] or read["since"] or read["until"]:
                self.add_error(f"form_{place}", _("Say which form of exploitation this is."))
            return None
        if not read["standing"]:
            if f"standing_{place}" not in self.errors:
                self.add_error(f"standing_{place}", _("Say whether it is found."))
            return None
        if end_before_beginning(read["since"], read["until"]):
            self.add_error(f"until_{place}", _("A period cannot end before it begins."))
        return Finding(form, read["standing"], read["since"], read["until"])


def _offer(form: forms.Form, name: str, among: list[tuple[str, str | Promise]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101  declared so above
    field.choices = among


class ReconsiderForm(AmparoForm):
    asked_by = forms.ChoiceField(
        label=_("Who asks for it?"), widget=forms.RadioSelect,
        choices=lambda: choices("challengers"),
    )  # fmt: skip
    grounds = forms.MultipleChoiceField(
        label=_("On which grounds?"), widget=forms.CheckboxSelectMultiple,
        choices=lambda: choices("challenge_grounds"),
    )  # fmt: skip
    evidence = forms.CharField(
        label=_("What is new, or what was overlooked"), required=False, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}), help_text=_("It will be sealed."),
    )  # fmt: skip
