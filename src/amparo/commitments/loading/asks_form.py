"""The form of what a paragraph asks: for each verb its force, whom it asks, and by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from amparo.commitments.loading.forms import addressees, forces
from amparo.commitments.loading.items import Clause, Item
from amparo.design.forms import AmparoForm
from amparo.methods.windows import NotAWindow, read


@dataclass(frozen=True)
class Block:
    """The controls of one verb; `clause` is None for one that may be added."""

    number: str
    clause: Clause | None
    fields: Sequence[BoundField]


class AsksForm(AmparoForm):
    """One group of controls a verb, and an empty one for a verb that was not seen."""

    def __init__(self, *args: Any, items: Sequence[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for prefix, _item, clause in self._places():
            self.fields |= _controls(prefix, clause)

    def _places(self) -> Iterator[tuple[str, Item, Clause | None]]:
        for nth, item in enumerate(self.items):
            for place, clause in enumerate([*item.clauses, None]):
                yield f"{nth}-{place}", item, clause

    def blocks(self) -> Iterator[Block]:
        for prefix, item, clause in self._places():
            names = ("verb", "force", "addressees", "windows", "gone")
            present = [f"{prefix}-{name}" for name in names]
            yield Block(
                item.number, clause, [self[name] for name in present if name in self.fields]
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for prefix, _item, clause in self._places():
            if clause is None and data.get(f"{prefix}-force") and not data.get(f"{prefix}-verb"):
                self.add_error(f"{prefix}-verb", _("Write the verb as it stands in the text."))
        return data

    def clauses(self) -> list[list[Clause]]:
        """For each paragraph what its verbs ask, as the form says."""
        found: list[list[Clause]] = [[] for _ in self.items]
        for prefix, item, clause in self._places():
            verb = self.cleaned_data.get(f"{prefix}-verb", "")
            if not verb or self.cleaned_data.get(f"{prefix}-gone"):
                continue
            place = int(prefix.split("-")[0])
            before = clause or Clause(verb, item.text)
            found[place].append(
                replace(
                    before,
                    verb=verb,
                    force=self.cleaned_data[f"{prefix}-force"],
                    addressees=tuple(self.cleaned_data[f"{prefix}-addressees"]),
                    windows=_codes(self.cleaned_data[f"{prefix}-windows"]),
                )
            )
        return found


class WindowsField(forms.CharField):
    def clean(self, value: object) -> str:
        text: str = super().clean(value)
        if not text:
            return ""
        try:
            return " ".join(window.code for window in read(text))
        except NotAWindow as refused:
            raise forms.ValidationError(
                _("“%(token)s” is not written like one of those below."),
                params={"token": refused.token},
            ) from refused


def _codes(windows: str) -> tuple[str, ...]:
    """Each window whole: "every:4y from:GA72" is one of two words."""
    return tuple(window.code for window in read(windows)) if windows else ()


def _controls(prefix: str, clause: Clause | None) -> dict[str, forms.Field]:
    said = clause or Clause("", "")
    controls: dict[str, forms.Field] = {
        f"{prefix}-verb": forms.CharField(
            label=_("Verb"), max_length=120, required=clause is not None, initial=said.verb
        ),
        f"{prefix}-force": forms.ChoiceField(
            label=_("Force"), choices=forces, required=False, initial=said.force
        ),
        f"{prefix}-addressees": forms.MultipleChoiceField(
            label=_("Asked of"),
            choices=addressees,
            required=False,
            initial=list(said.addressees),
            widget=forms.SelectMultiple(attrs={"size": 6}),
        ),
        f"{prefix}-windows": WindowsField(
            label=_("By when"), max_length=160, required=False, initial=" ".join(said.windows)
        ),
    }
    if clause:
        controls[f"{prefix}-gone"] = forms.BooleanField(
            label=_("This is no verb that speaks to anybody"), required=False
        )
    return controls
