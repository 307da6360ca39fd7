"""The few kinds of questions that the forms of this room ask."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.people.codes import choices

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

SEALED = _("It will be sealed.")
NOT_CHOSEN = ("", "—")
YES_NO = [("yes", _("Yes")), ("no", _("No"))]


def one_of(name: str, label: "_StrPromise", hint: "_StrPromise | str" = "") -> forms.ChoiceField:
    """One code of the list `name`."""
    return forms.ChoiceField(
        label=label, help_text=hint, widget=forms.RadioSelect, choices=lambda: choices(name)
    )


def maybe_one_of(name: str, label: "_StrPromise") -> forms.ChoiceField:
    """One code of the list `name`, or none."""
    return forms.ChoiceField(
        label=label, required=False, choices=lambda: [NOT_CHOSEN, *choices(name)]
    )


def some_of(
    name: str, label: "_StrPromise", hint: "_StrPromise | str" = "", *, required: bool = True
) -> forms.MultipleChoiceField:
    """Any codes of the list `name`."""
    return forms.MultipleChoiceField(
        label=label, help_text=hint, widget=forms.CheckboxSelectMultiple, required=required,
        choices=lambda: choices(name),
    )  # fmt: skip


def chosen(name: str, label: "_StrPromise") -> forms.ChoiceField:
    """One code of a long list; none is taken before somebody has chosen."""
    return forms.ChoiceField(label=label, choices=lambda: [NOT_CHOSEN, *choices(name)])


def yes_no(label: "_StrPromise", hint: "_StrPromise | str" = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, help_text=hint, widget=forms.RadioSelect, choices=YES_NO,
        coerce=lambda value: value == "yes",
    )  # fmt: skip


def text(
    label: "_StrPromise", hint: "_StrPromise | str" = SEALED, *, required: bool = True
) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=required, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
