from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from amparo.commitments.asked import questions
from amparo.commitments.asked.questions import US
from amparo.commitments.clause_words import FORCES, language, names
from amparo.commitments.datafiles import codes
from amparo.commitments.following.models import Progress
from amparo.commitments.following.queries import institutions
from amparo.commitments.queries import AskQuerySet, documents
from amparo.design.parts import Words

NOBODY = "nobody"
Choices = list[tuple[str, Any]]


def _whom() -> Choices:
    occurring = questions.addressees_that_occur()
    named = zip(occurring, names(occurring), strict=True)
    return [(US, _("this country")), ("", _("anybody")), *named]


def _documents() -> Choices:
    return [("", _("Any text")), *((d.key, f"{d.key} · {d.year}") for d in documents())]


def _instruments() -> Choices:
    spoken = language()
    named = [(code.code, code.name.say(spoken)) for code in codes("instruments").values()]
    return [("", _("Any instrument")), *sorted(named, key=lambda pair: pair[1].casefold())]


def _institutions() -> Choices:
    return [
        ("", _("Anybody or nobody")),
        (NOBODY, _("Nobody yet")),
        *((str(each.pk), each.name) for each in institutions()),
    ]


def _states() -> Choices:
    return [("", _("Anywhere")), *Progress.State.choices]


# Each takes in the steps above it.
LEAST: Mapping[str, Words] = {
    "": _("Whatever its force"),
    "urges": _("At least urged"),
    "requests": _("At least requested"),
    "encourages": _("At least encouraged"),
}


class AskedFilter(forms.Form):
    """Which asks to list. It writes nothing, so it carries no key; first it shows what is ours."""

    use_required_attribute = False

    whom = forms.ChoiceField(label=_("Asked of"), choices=_whom, required=False, initial=US)
    force = forms.ChoiceField(label=_("Force"), choices=list(LEAST.items()), required=False)
    document = forms.ChoiceField(label=_("Text"), choices=_documents, required=False)
    instrument = forms.ChoiceField(label=_("Instrument"), choices=_instruments, required=False)
    institution = forms.ChoiceField(label=_("In charge"), choices=_institutions, required=False)
    state = forms.ChoiceField(label=_("Where it stands"), choices=_states, required=False)
    words = forms.CharField(
        label=_("Words in the ask"),
        max_length=100,
        required=False,
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )

    def asks(self) -> AskQuerySet:
        """What was asked for; what is asked of this country while nothing was, or it is refused."""
        if not self.is_bound or not self.is_valid():
            return questions.to_us(questions.everything())
        found = questions.everything()
        for narrow in self._wanted(self.cleaned_data):
            found = narrow(found)
        return found

    def _wanted(self, wanted: Mapping[str, str]) -> Iterator[Any]:
        if wanted["whom"]:
            yield lambda found: questions.to(found, wanted["whom"])
        if wanted["force"]:
            yield lambda found: questions.with_forces(found, at_least(wanted["force"]))
        if wanted["document"]:
            yield lambda found: found.filter(document=wanted["document"])
        if wanted["instrument"]:
            yield lambda found: found.filter(instruments__contains=[wanted["instrument"]])
        if wanted["institution"]:
            whose = None if wanted["institution"] == NOBODY else UUID(wanted["institution"])
            yield lambda found: questions.in_charge(found, whose)
        if wanted["state"]:
            yield lambda found: found.filter(state=wanted["state"])
        if wanted["words"]:
            yield lambda found: found.found_by(wanted["words"])


def at_least(force: str) -> Sequence[str]:
    """The step and all above it on the ladder."""
    ladder = list(FORCES)
    return ladder[: ladder.index(force) + 1]
