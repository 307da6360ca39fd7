from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from amparo.design.forms import AmparoForm
from amparo.people.models import Mandate, Organisation, Unit, User
from amparo.people.queries import organisations, units


class InviteForm(AmparoForm):
    given_name = forms.CharField(label=_("Given name"), max_length=80)
    family_name = forms.CharField(label=_("Family name"), max_length=80)
    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, help_text=_("What the person signs in with.")
    )
    title_en = forms.CharField(label=_("Function, in English"), max_length=120, required=False)
    title_fr = forms.CharField(label=_("Function, in French"), max_length=120, required=False)


class ReasonForm(AmparoForm):
    reason = forms.CharField(
        label=_("Reason"), max_length=300, help_text=_("The second person decides by it.")
    )


class PlaceForm(ReasonForm):
    unit: "forms.ModelChoiceField[Unit]" = forms.ModelChoiceField(None, label=_("Unit"))

    field_order = ("unit", "reason")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units()  # type: ignore[attr-defined]  # of this field


class ConfirmForm(AmparoForm):
    """One button."""


class OrganisationForm(AmparoForm):
    name_en = forms.CharField(label=_("Name in English"), max_length=160)
    name_fr = forms.CharField(label=_("Name in French"), max_length=160)
    kind = forms.CharField(label=_("Kind"), max_length=40, help_text=_("Such as police, health."))


class UnitForm(AmparoForm):
    organisation: "forms.ModelChoiceField[Organisation]" = forms.ModelChoiceField(
        None, label=_("Organisation")
    )
    name_en = forms.CharField(label=_("Name in English"), max_length=160)
    name_fr = forms.CharField(label=_("Name in French"), max_length=160)
    mandates = forms.MultipleChoiceField(
        label=_("Mandates"), required=False, choices=Mandate.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What the unit is there for. Whoever joins it gets these rights."),
    )  # fmt: skip

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations()  # type: ignore[attr-defined]  # as above


class PasswordForm(AmparoForm):
    password = forms.CharField(
        label=_("New password"), widget=forms.PasswordInput,
        help_text=_("At least 15 characters. Several words are good."),
    )  # fmt: skip
    again = forms.CharField(label=_("The same again"), widget=forms.PasswordInput)

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password

    def clean(self) -> None:
        super().clean()
        data = self.cleaned_data
        if data.pop("again", "") != data.get("password", ""):
            self.add_error("again", _("The two are not the same."))
