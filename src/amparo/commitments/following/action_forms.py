"""What is asked of whoever takes an action, brings it on, or looks for what it answers."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from amparo.commitments.following.forms import (
    LINES,
    DayField,
    institution_choices,
    the_institution,
)
from amparo.commitments.following.models import Action, Institution
from amparo.commitments.following.queries import ActionQuerySet, institutions
from amparo.commitments.models import Ask
from amparo.commitments.queries import AskQuerySet, asks
from amparo.design.forms import AmparoForm

ANY = ("", _("Any"))
# S0 ¶5, s4-v 7g, S4-D 33/1: a document and a number, with or without the sign between.
CITED = re.compile(r"\s*([\w-]{1,24})\s+¶?\s*([\w./]{1,12})\s*")
MOST_FOUND = 12


class ActionForm(AmparoForm):
    title = forms.CharField(label=_("What is done, in a few words"), max_length=200)
    what = forms.CharField(
        label=_("What is it about?"), max_length=4000, required=False,
        widget=forms.Textarea(LINES), help_text=_("Write no name of a person."),
    )  # fmt: skip
    institution = forms.ChoiceField(
        label=_("Who does it?"), choices=institution_choices, required=False
    )
    begins_on = DayField(label=_("Begins on"))
    ends_on = DayField(label=_("Ends on"))

    def clean_institution(self) -> Institution | None:
        return the_institution(self.cleaned_data["institution"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        begins, ends = data.get("begins_on"), data.get("ends_on")
        if begins and ends and ends < begins:
            self.add_error("ends_on", say("It ends before it begins. Change one of the two days."))
        return data


class NewActionForm(ActionForm):
    state = forms.ChoiceField(
        label=_("How far is it?"), choices=Action.State.choices, widget=forms.RadioSelect
    )


class StepForm(AmparoForm):
    state = forms.ChoiceField(
        label=_("How far is it?"), choices=Action.State.choices, widget=forms.RadioSelect
    )
    why = forms.CharField(
        label=_("What happened?"), max_length=2000, required=False,
        widget=forms.Textarea(LINES), help_text=_("Write no name of a person."),
    )  # fmt: skip


class ActionFilter(forms.Form):
    """Which actions to list. It writes nothing, so it carries no key."""

    use_required_attribute = False

    institution = forms.ChoiceField(
        label=_("Who does it"), required=False,
        choices=lambda: [ANY, *((str(row.pk), row.name) for row in institutions())],
    )  # fmt: skip
    state = forms.ChoiceField(
        label=_("How far"), required=False, choices=lambda: [ANY, *Action.State.choices]
    )

    def narrow(self, actions: ActionQuerySet) -> ActionQuerySet:
        wanted = self.cleaned_data if self.is_valid() else {}
        if wanted.get("institution"):
            actions = actions.filter(institution=wanted["institution"])
        return actions.in_state(wanted["state"]) if wanted.get("state") else actions


class AskSearch(forms.Form):
    """Asks by words in them, or by how they are cited. It writes nothing."""

    use_required_attribute = False

    words = forms.CharField(
        label=_("Words in the ask, or its number such as S0 ¶5"), max_length=100, required=False,
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )  # fmt: skip

    def found(self) -> list[Ask] | None:
        """At most so many; None while nothing is looked for."""
        if not self.is_valid() or not self.cleaned_data["words"].strip():
            return None
        words = self.cleaned_data["words"]
        return list((_cited(words) or asks().found_by(words))[:MOST_FOUND])


def _cited(words: str) -> AskQuerySet | None:
    match = CITED.fullmatch(words)
    if not match:
        return None
    found = asks().filter(document__key__iexact=match[1]).in_paragraph(match[2].lower())
    return found if found.exists() else None


class AnswerForm(AmparoForm):
    """The button beside an ask that was found, or that is answered no more."""

    ask = forms.IntegerField(widget=forms.HiddenInput)

    def clean_ask(self) -> Ask:
        ask = asks().filter(pk=self.cleaned_data["ask"]).first()
        if ask is None:
            raise forms.ValidationError(say("This ask is not here any more. Look for it again."))
        return ask
