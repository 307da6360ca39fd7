"""What the auditor asks the log for: each part of the question is a column, none is free text."""

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amparo.access.log_question import LABELS, Question
from amparo.access.log_words import ACTIONS
from amparo.audit.models import Decision
from amparo.audit.names import case_named
from amparo.audit.queries import EntryQuerySet, entries
from amparo.design.forms import DayInput
from amparo.people.codes import choices
from amparo.people.queries import active_users

ROWS = 50


class LogSearch(forms.Form):
    """Sent by GET and kept in the address: a file is asked for by its reference or its number."""

    person = forms.TypedChoiceField(required=False, coerce=UUID, empty_value=None)
    case = forms.CharField(required=False, max_length=40)
    action = forms.ChoiceField(required=False)
    purpose = forms.ChoiceField(required=False)
    decision = forms.ChoiceField(required=False)
    since = forms.DateField(required=False, widget=DayInput)
    until = forms.DateField(required=False, widget=DayInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        people = [(str(user.pk), str(user)) for user in active_users()]
        offered: dict[str, Any] = {
            "person": people,
            "action": sorted(ACTIONS.items(), key=lambda pair: str(pair[1])),
            "purpose": [*choices("opening_purposes"), *choices("copy_recipients")],
            "decision": Decision.choices,
        }
        for name, each in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101  for the type checker
            field.choices = [("", _("any")), *each]
        for name, field in self.fields.items():
            field.label = str(LABELS[name])
            chosen = isinstance(field, forms.ChoiceField)
            field.widget.attrs["class"] = "form-select" if chosen else "form-control"

    def clean_case(self) -> UUID | None:
        words = self.cleaned_data["case"].strip()
        if not words:
            return None
        try:
            return UUID(words)
        except ValueError:
            found = case_named(words)
        if found is None:
            raise forms.ValidationError(_("No file was opened under this reference."))
        return found

    @property
    def question(self) -> Question | None:
        """None while it has a fault; its sentence stands at the field."""
        return Question(**self.cleaned_data) if self.is_valid() else None

    @property
    def used(self) -> list[str]:
        return self.question.used if self.question else []

    def rows(self) -> EntryQuerySet:
        return self.question.rows() if self.question else entries().none()


def older_than(found: EntryQuerySet, row: int | None) -> EntryQuerySet:
    """The rows after `row` in the list: by where it stands, for no page is ever counted."""
    last = entries().filter(pk=row).first() if row else None
    if last is None:
        return found
    return found.filter(at__lte=last.at).filter(Q(at__lt=last.at) | Q(pk__lt=last.pk))
