"""What the auditor asks the log for: each part of the question is a column, none is free text."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amparo.access.log_words import ACTIONS
from amparo.audit.models import Decision
from amparo.audit.names import case_named
from amparo.audit.queries import EntryQuerySet, entries
from amparo.design.forms import DayInput
from amparo.people.codes import choices
from amparo.people.queries import active_users

ROWS = 50
NOBODY = UUID(int=0)


class LogSearch(forms.Form):
    """Sent by GET and kept in the address: a file is asked for by its reference or its number."""

    person = forms.ChoiceField(label=_("Person"), required=False)
    case = forms.CharField(label=_("File"), required=False, max_length=40)
    action = forms.ChoiceField(label=_("Act"), required=False)
    purpose = forms.ChoiceField(label=_("Purpose of opening"), required=False)
    decision = forms.ChoiceField(label=_("Decided"), required=False)
    since = forms.DateField(label=_("From"), required=False, widget=DayInput)
    until = forms.DateField(label=_("Until"), required=False, widget=DayInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        people = [(str(user.pk), str(user)) for user in active_users()]
        offered: dict[str, Any] = {
            "person": people,
            "action": sorted(ACTIONS.items(), key=lambda pair: str(pair[1])),
            "purpose": choices("opening_purposes"),
            "decision": Decision.choices,
        }
        for name, each in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101  for the type checker
            field.choices = [("", _("any")), *each]
        for field in self.fields.values():
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
    def used(self) -> list[str]:
        """Which parts of the question were asked: for the row that says that the log was read."""
        asked = self.cleaned_data if self.is_valid() else {}
        return sorted(name for name, value in asked.items() if value)

    def in_words(self) -> list[str]:
        """Each part that was asked, as the page names it, for whoever is to agree."""
        return [f"{self.fields[name].label}: {self._said(name)}" for name in self.used]

    def _said(self, name: str) -> str:
        field, value = self.fields[name], str(self.data[name])
        if not isinstance(field, forms.ChoiceField):
            return value
        offered: dict[str, Any] = dict(field.choices)  # type: ignore[arg-type]  # pairs, no groups
        return str(offered.get(value, value))

    def rows(self) -> EntryQuerySet:
        """Nothing while the question has a fault; its sentence stands at the field."""
        if not self.is_valid():
            return entries().none()
        asked, found = self.cleaned_data, entries()
        columns = {"person": "actor", "case": "case_id", "action": "action", "decision": "decision"}
        for name, column in columns.items():
            if asked[name]:
                found = found.filter(**{column: asked[name]})
        if asked["purpose"]:
            found = found.filter(purpose__endswith=f": {asked['purpose']}")
        if asked["since"]:
            found = found.filter(at__gte=_midnight(asked["since"]))
        if asked["until"]:
            found = found.filter(at__lt=_midnight(asked["until"]) + timedelta(days=1))
        return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def older_than(found: EntryQuerySet, row: int | None) -> EntryQuerySet:
    """The rows after `row` in the list: by where it stands, for no page is ever counted."""
    last = entries().filter(pk=row).first() if row else None
    if last is None:
        return found
    return found.filter(at__lte=last.at).filter(Q(at__lt=last.at) | Q(pk__lt=last.pk))
