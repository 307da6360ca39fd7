"""How a clause is said: its verb, how strongly, of whom, by when, under what condition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from amparo.commitments.datafiles import codes
from amparo.design.parts import Words
from amparo.methods.sessions.ordinals import Language
from amparo.methods.windows import read, said

# The steps of the ladder of methods.resolutions.asks, the strongest first.
FORCES: Mapping[str, Words] = {
    "decides": _("decides"),
    "urges": _("urges"),
    "requests": _("requests"),
    "encourages_strongly": _("strongly encourages"),
    "encourages": _("encourages"),
    "affirms": _("affirms"),
    "notes": _("notes"),
}
FORCE_NOT_KNOWN = _("force not known")
# Named by what it says to the one who is asked.
ESCAPES: Mapping[str, Words] = {
    "not_yet_done": _("if not done yet"),
    "domestic_law": _("within national law"),
    "as_appropriate": _("as appropriate"),
    "resources": _("if there are resources"),
    "subject_to": _("subject to a condition"),
    "consider": _("only to consider it"),
    "mandate": _("within its mandate"),
    "on_request": _("on request"),
    "voluntary": _("voluntarily"),
}


class Spoken(Protocol):
    """A clause as read, or as kept."""

    @property
    def verb(self) -> str: ...
    @property
    def force(self) -> str: ...
    @property
    def addressees(self) -> Iterable[str]: ...
    @property
    def windows(self) -> Iterable[str]: ...
    @property
    def escapes(self) -> Iterable[Mapping[str, Any]]: ...


@dataclass(frozen=True)
class ClauseWords:
    verb: str
    label: str
    force: Words
    addressees: list[str]
    windows: list[str]
    escapes: list[Words]


def clause_words(clause: Spoken, label: str = "") -> ClauseWords:
    spoken = language()
    return ClauseWords(
        clause.verb,
        label,
        FORCES.get(clause.force, FORCE_NOT_KNOWN),
        names(clause.addressees),
        [said(window, spoken) for code in clause.windows for window in read(code)],
        [ESCAPES.get(escape["code"], escape["text"]) for escape in clause.escapes],
    )


def names(addressees: Iterable[str]) -> list[str]:
    known, spoken = codes("addressees"), language()
    return [known[code].name.say(spoken) if code in known else code for code in addressees]


def language() -> Language:
    return "fr" if (get_language() or "en").startswith("fr") else "en"
