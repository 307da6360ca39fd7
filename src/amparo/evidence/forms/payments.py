from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.design.forms import AmparoForm
from amparo.evidence.words import ENCODINGS, FIELDS, ORDERS
from amparo.methods.payments import Choices, Field, Order
from amparo.methods.payments.amounts import is_currency

BY_ITSELF = ("", _("as the file says"))
COLUMN = "column_"
MOST_COLUMNS = 30


def column(field: Field) -> forms.TypedChoiceField:
    """Which column it is, for files whose headings do not say it."""
    numbers = [(number, str(number)) for number in range(1, MOST_COLUMNS + 1)]
    return forms.TypedChoiceField(
        label=_("Column: %(field)s") % {"field": FIELDS[field]}, required=False, coerce=int,
        empty_value=None, choices=[("", _("as its heading says")), *numbers],
    )  # fmt: skip


class ReadPaymentsForm(AmparoForm):
    """How the file is to be read; what is left as it is, the file has to say itself."""

    encoding = forms.ChoiceField(
        label=_("Encoding"), required=False, choices=[BY_ITSELF, *ENCODINGS.items()]
    )
    order = forms.ChoiceField(
        label=_("Order of the dates"), required=False, choices=[BY_ITSELF, *ORDERS.items()]
    )
    decimal = forms.ChoiceField(
        label=_("The decimals begin with"), required=False,
        choices=[BY_ITSELF, (",", _("a comma")), (".", _("a point"))],
    )  # fmt: skip
    currency = forms.CharField(
        label=_("Currency"), max_length=3, required=False,
        help_text=_("Its code of three letters, such as EUR, where the file does not say it."),
    )  # fmt: skip
    owner = forms.CharField(
        label=_("Whose account is it?"), max_length=200, required=False,
        help_text=_("For a statement of one account. It will be sealed."),
    )  # fmt: skip
    only_good = forms.BooleanField(
        label=_("Leave out the lines that are no payments"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in Field:
            self.fields[f"{COLUMN}{field}"] = column(field)
        self.order_fields(["encoding", "order", "decimal", "currency", "owner",
                           *(f"{COLUMN}{field}" for field in Field), "only_good"])  # fmt: skip

    def clean_currency(self) -> str:
        code: str = self.cleaned_data["currency"].strip().upper()
        if code and not is_currency(code):
            raise forms.ValidationError(_("This is no code of a currency."))
        return code

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        columns = {field: data.get(f"{COLUMN}{field}") for field in Field}
        numbered = [number for number in columns.values() if number]
        if len(numbered) != len(set(numbered)):
            self.add_error(None, _("One column cannot be two things."))
        choices = Choices(
            encoding=data.get("encoding", ""), decimal=data.get("decimal", ""),
            order=Order(data["order"]) if data.get("order") else None,
            currency=data.get("currency", ""), owner=data.get("owner", ""),
            columns={field: number for field, number in columns.items() if number},
        )  # fmt: skip
        return {
            "key": data.get("key"), "choices": choices, "only_good": data.get("only_good", False),
        }  # fmt: skip
