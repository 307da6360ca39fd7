from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.design.forms import AmparoForm
from amparo.people.codes import choices
from amparo.rights.copy_exports import shapes
from amparo.rights.copy_exports.queries import RECIPIENTS
from amparo.rights.forms import NOT_NEEDED, PARTS, REASONS, CopyForm
from amparo.rights.models import CopyExport

# What somebody else needs least, and what betrays most: to be put back by choice.
LEFT_OUT = ("services", "looked")


class AskCopyForm(CopyForm):
    recipient = forms.ChoiceField(
        label=_("For whom?"), widget=forms.RadioSelect, choices=lambda: choices(RECIPIENTS),
        help_text=_("The person has to have agreed to it, or a legal ground stands in its place."),
    )  # fmt: skip
    proof = forms.ChoiceField(
        label=_("What have they shown?"), widget=forms.RadioSelect,
        choices=CopyExport.Proof.choices,
    )  # fmt: skip
    shape = forms.ChoiceField(
        label=_("In which form?"), widget=forms.RadioSelect, choices=shapes.choices,
        initial=shapes.PAPER,
    )  # fmt: skip
    reason = forms.CharField(
        label=_("What do they need it for?"), max_length=300,
        help_text=_("Without names: it is not sealed. The second person decides by it."),
    )  # fmt: skip
    names = None  # type: ignore[assignment]  # asked when the copy is taken: they are kept nowhere

    field_order = ("recipient", "proof", "shape", "reason", "language", *PARTS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part in PARTS:
            field = self.fields[part]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101  for the type checker
            field.choices = [*REASONS, (NOT_NEEDED, _("Leave out: they do not need it"))]
            field.initial = NOT_NEEDED if part in LEFT_OUT else field.initial
        self.order_fields(self.field_order)


class TakeCopyForm(AmparoForm):
    names = CopyForm.base_fields["names"]
    clean_names = CopyForm.clean_names
