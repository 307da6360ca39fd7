from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from amparo.commitments.datafiles import codes
from amparo.commitments.queries import AskQuerySet, asks, documents


def _documents() -> list[tuple[str, Any]]:
    return [("", _("Any text")), *((d.key, f"{d.key} · {d.year}") for d in documents())]


def _addressees() -> list[tuple[str, Any]]:
    french = (get_language() or "en").startswith("fr")
    pairs = [(en, fr if french else en) for en, fr in asks().addressees()]
    return [("", _("Anybody")), *sorted(pairs, key=lambda pair: pair[1].casefold())]


def _capabilities() -> list[tuple[str, Any]]:
    language = get_language() or "en"
    names = [(code.code, code.name.say(language)) for code in codes("capabilities").values()]
    return [("", _("Anything")), *sorted(names, key=lambda pair: pair[1].casefold())]


class AskFilter(forms.Form):
    """Which asks to list. It writes nothing, so it carries no key."""

    use_required_attribute = False

    words = forms.CharField(
        label=_("Words in the ask"),
        max_length=100,
        required=False,
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )
    document = forms.ChoiceField(label=_("Text"), choices=_documents, required=False)
    addressee = forms.ChoiceField(label=_("Asked of"), choices=_addressees, required=False)
    capability = forms.ChoiceField(label=_("What it takes"), choices=_capabilities, required=False)

    def asks(self) -> AskQuerySet | None:
        """The asks wanted; None while nothing is asked for or the form was refused."""
        if not self.is_valid() or not any(self.cleaned_data.values()):
            return None
        wanted, found = self.cleaned_data, asks()
        if wanted["document"]:
            found = found.filter(document=wanted["document"])
        if wanted["addressee"]:
            found = found.addressed_to(wanted["addressee"])
        if wanted["capability"]:
            found = found.about(wanted["capability"])
        return found.found_by(wanted["words"])
