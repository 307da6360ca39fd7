from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from amparo.cases.pages.deeds import AboutForm
from amparo.cases.pages.fields import NOT_CHOSEN, SEALED, chosen, one_of, text
from amparo.design.forms import AmparoForm, DayInput, MomentInput
from amparo.design.tokens import day_in_words
from amparo.evidence.actions.custody import OPENED, READ, RECEIVED
from amparo.evidence.actions.exports import RECIPIENTS
from amparo.evidence.models import Episode, Finding
from amparo.evidence.queries import episodes_of
from amparo.justice.models import Dossier
from amparo.people.codes import choices, label


class EpisodeForm(AmparoForm):
    form = chosen("forms", _("Form of exploitation"))
    since = forms.DateField(label=_("First day"), widget=DayInput, help_text=_("As far as known."))
    until = forms.DateField(
        label=_("Last day"), widget=DayInput, required=False,
        help_text=_("Leave it empty if it lasted until now, or is not known."),
    )  # fmt: skip
    child = forms.ChoiceField(
        label=_("Was the person a child then?"), widget=forms.RadioSelect, choices=Episode.Child,
        help_text=_("Of a child no means have to be shown. Part the period at the 18th birthday."),
    )  # fmt: skip


class FindingForm(AboutForm[Dossier]):
    target = forms.ChoiceField(label=_("Of which element does it say something?"))
    says = forms.ChoiceField(
        label=_("What does it say?"), widget=forms.RadioSelect, choices=Finding.Says
    )
    note = text(_("How it shows it"), SEALED, required=False)

    def ask_about(self, about: Dossier) -> None:
        field = self.fields["target"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  declared so above
        elements = [
            (f"{row.pk}:{value}", f"{period(row)}: {words}")
            for row in episodes_of(about)
            for value, words in Finding.Element.choices
        ]
        field.choices = [NOT_CHOSEN, *elements]

    def clean_target(self) -> tuple[UUID, str]:
        episode, _colon, element = self.cleaned_data["target"].partition(":")
        return UUID(episode), element


def period(row: Episode) -> str:
    """Its form and its days: "Forced labour, from 3 January 2026"."""
    said = {"form": label("forms", row.form), "since": day_in_words(row.since, "long")}
    if row.until is None:
        return say("%(form)s, from %(since)s") % said
    said["until"] = day_in_words(row.until, "long")
    return say("%(form)s, from %(since)s to %(until)s") % said


class CustodyForm(AmparoForm):
    kind = one_of("custody_kinds", _("What happened to the item?"))
    when = forms.DateTimeField(label=_("When?"), widget=MomentInput)
    giver = forms.CharField(label=_("From whom"), max_length=200, help_text=SEALED)
    receiver = forms.CharField(label=_("To whom"), max_length=200, help_text=SEALED)
    place = forms.CharField(label=_("Where"), max_length=200, help_text=SEALED)
    reason = forms.CharField(label=_("Why"), max_length=500, help_text=SEALED)
    bag = forms.CharField(
        label=_("Number of the sealed bag"), max_length=60, required=False, help_text=SEALED
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  declared so above
        own = (RECEIVED, OPENED, READ)  # written by what they are about
        field.choices = [pair for pair in choices("custody_kinds") if pair[0] not in own]


class AskListForm(AmparoForm):
    recipient = forms.ChoiceField(
        label=_("For whom?"), widget=forms.RadioSelect, choices=lambda: choices(RECIPIENTS)
    )
    reason = forms.CharField(
        label=_("What do they need it for?"), max_length=300,
        help_text=_("Without names: it is not sealed. The second person decides by it."),
    )  # fmt: skip
