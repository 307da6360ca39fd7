import re
from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.queues.queries import Desk
from amparo.design.forms import AmparoForm
from amparo.people.models import User

NOBODY: Final = "nobody"
# A file's reference and the assignment that was seen beside it.
CHOSEN = re.compile(r"(A-\d{4}-\d{5,}[\w-]{0,12}):([0-9a-f-]{36})?")


class FilesField(forms.MultipleChoiceField):
    """Files ticked on a page; whether they may be assigned the action says, of each by name."""

    def valid_value(self, value: str) -> bool:
        found = CHOSEN.fullmatch(value)
        return found is not None and (not found[2] or _is_id(found[2]))

    def clean(self, value: object) -> dict[str, UUID | None]:
        pairs = [each.partition(":") for each in super().clean(value)]
        return {reference: UUID(seen) if seen else None for reference, _colon, seen in pairs}


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


class AssignForm(AmparoForm):
    to = forms.ChoiceField(label=_("Assign to"))

    def __init__(self, *args: Any, desk: Desk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.desk = desk
        named = [(str(user.pk), _name(user, desk.user)) for user in desk.colleagues]
        self.fields["to"].choices = [  # type: ignore[attr-defined]  # a choice field
            ("", _("Choose a colleague")), *named, (NOBODY, _("Nobody: take it back")),
        ]  # fmt: skip

    def clean_to(self) -> User | None:
        """None for nobody."""
        chosen = self.cleaned_data["to"]
        return next((user for user in self.desk.colleagues if str(user.pk) == chosen), None)


def _name(user: User, reader: User) -> object:
    return _("You") if user == reader else str(user)


class QueueForm(AssignForm):
    chosen = FilesField(
        label=_("Files"),
        error_messages={
            "required": _("Choose at least one file."),
            "invalid_choice": _("Choose files of this page."),
        },
    )

    field_order = ("chosen", "to")

    def picked(self) -> Iterable[str]:
        """The references that were ticked when the form was sent."""
        return {value.partition(":")[0] for value in self["chosen"].value() or ()}


class CarrierForm(AssignForm):
    """For one file; `seen` is the assignment that stood on the page."""

    seen = forms.UUIDField(required=False, widget=forms.HiddenInput)
