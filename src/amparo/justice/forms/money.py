from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.deeds import AboutForm, Subject
from amparo.cases.pages.fields import chosen, one_of
from amparo.design.forms import AmparoForm, DayInput
from amparo.design.tokens import day_in_words
from amparo.justice.models import AssetStep, ClaimStep
from amparo.justice.queries.proceedings import proceedings_of
from amparo.methods.payments.amounts import is_currency
from amparo.people.codes import label

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


CODE = _("Its code of three letters, such as EUR or MAD.")


def amount(words: "_StrPromise", *, required: bool = True) -> forms.DecimalField:
    return forms.DecimalField(
        label=words, min_value=0, max_digits=14,
        decimal_places=2, required=required,
    )  # fmt: skip


class CurrencyField(forms.CharField):
    def clean(self, value: object) -> str:
        code: str = super().clean(value).upper()
        if not is_currency(code):
            raise forms.ValidationError(CODE)
        return code


def currency() -> CurrencyField:
    return CurrencyField(label=_("Currency"), max_length=3, help_text=CODE)


def within() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=_("In which proceeding, if in one?"), required=False, coerce=UUID, empty_value=None
    )


def offer_proceedings(form: AboutForm[Any], about: Subject) -> None:
    field = form.fields["proceeding"]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101  as `within` makes it
    found = [
        (str(row.pk), f"{label('justice_offices', row.office)}, {day_in_words(row.day)}")
        for row in proceedings_of(about.pk)
    ]
    field.choices = [("", "—"), *found]


class ClaimForm(AboutForm[Subject]):
    source = one_of("claim_sources", _("Of whom is it claimed?"))
    amount = amount(_("How much?"))
    currency = currency()
    day = forms.DateField(label=_("On which day?"), widget=DayInput())
    proceeding = within()

    def ask_about(self, about: Subject) -> None:
        offer_proceedings(self, about)


class ClaimStepForm(AmparoForm):
    state = forms.ChoiceField(
        label=_("What happened?"), widget=forms.RadioSelect, choices=ClaimStep.State
    )
    day = forms.DateField(label=_("On which day?"), widget=DayInput())
    amount = amount(_("Amount awarded or paid"), required=False)


class AssetForm(AboutForm[Subject]):
    kind = chosen("asset_kinds", _("What is it?"))
    value = amount(_("What is it worth?"))
    currency = currency()
    state = forms.ChoiceField(
        label=_("What happened to it?"), widget=forms.RadioSelect,
        choices=[s for s in AssetStep.State.choices if s[0] in ("frozen", "confiscated")],
    )  # fmt: skip
    day = forms.DateField(label=_("On which day?"), widget=DayInput())
    proceeding = within()

    def ask_about(self, about: Subject) -> None:
        offer_proceedings(self, about)


class AssetStepForm(AmparoForm):
    state = forms.ChoiceField(
        label=_("What happened to it?"), widget=forms.RadioSelect,
        choices=[s for s in AssetStep.State.choices if s[0] != "frozen"],
    )  # fmt: skip
    day = forms.DateField(label=_("On which day?"), widget=DayInput())
