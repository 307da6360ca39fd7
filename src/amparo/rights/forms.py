from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.access.restriction.models import Restriction
from amparo.design.forms import AmparoForm
from amparo.rights.models import ErasureRefusal, ErasureRequest
from amparo.rights.words import languages, own_name

PARTS = {
    "identity": _("Name, documents, safe contact"),
    "written": _("Accounts, reasons, notes"),
    "services": _("Names of the places that help"),
    "looked": _("Who looked"),
}
PRINTED, NOT_NEEDED = "print", "not_needed"
REASONS = [
    (PRINTED, _("Print it")),
    ("asked", _("Leave out: the person asks for that")),
    ("danger", _("Leave out: dangerous if the paper is found")),
    ("third_person", _("Leave out: it tells of another person")),
    ("proceedings", _("Leave out: closed by law during proceedings")),
]


class CopyForm(AmparoForm):
    language = forms.ChoiceField(
        label=_("In which language?"),
        help_text=_("What others wrote stays in the language they wrote it in: read it together."),
        choices=lambda: [(code, own_name(code)) for code in languages()],
    )
    names = forms.CharField(
        label=_("Names of other people to leave out"), required=False, max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line, as they are written in the accounts. They are not kept."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part, label in PARTS.items():
            self.fields[part] = forms.ChoiceField(label=label, choices=REASONS, initial=PRINTED)

    def clean_names(self) -> list[str]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["names"].splitlines()]
        names = [line for line in lines if line]
        if any(len(name) < 2 for name in names):
            raise forms.ValidationError(_("Write whole names: one letter hides too much."))
        return names

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        left_out = {part: data[part] for part in PARTS if data.get(part, PRINTED) != PRINTED}
        kept = {name: value for name, value in data.items() if name not in PARTS}
        return {**kept, "left_out": left_out}


class RestrictionForm(AmparoForm):
    ground = forms.ChoiceField(
        label=_("Why?"), widget=forms.RadioSelect, choices=Restriction.Ground.choices
    )
    asked_by = forms.ChoiceField(
        label=_("Who asks for it?"), widget=forms.RadioSelect, choices=Restriction.AskedBy.choices
    )


class LiftForm(AmparoForm):
    told = forms.BooleanField(label=_("The person has been told that it ends."))


class ErasureForm(AmparoForm):
    ground = forms.ChoiceField(
        label=_("Why?"), widget=forms.RadioSelect, choices=ErasureRequest.Ground.choices
    )
    asked_by = forms.ChoiceField(
        label=_("Who asks for it?"), widget=forms.RadioSelect, choices=Restriction.AskedBy.choices
    )
    reason = forms.CharField(
        label=_("What should the second person know?"), max_length=300,
        help_text=_("In words that name nobody: it is not sealed."),
    )  # fmt: skip


class RefusalForm(AmparoForm):
    reason = forms.ChoiceField(
        label=_("Why?"), widget=forms.RadioSelect, choices=ErasureRefusal.Reason.choices
    )


class DisagreementForm(AmparoForm):
    text = forms.CharField(
        label=_("In the person's own words"), max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What is wrong, and how it was. It will be sealed."),
    )  # fmt: skip
