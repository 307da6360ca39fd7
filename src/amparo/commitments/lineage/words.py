"""The words for what became of a paragraph."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from amparo.commitments.clause_words import ESCAPES, language, names
from amparo.commitments.lineage.comparing import Beside
from amparo.commitments.lineage.models import Descent
from amparo.design.parts import Tone, Words
from amparo.methods.lineage import Change, State, Way
from amparo.methods.windows import read
from amparo.methods.windows import said as said_of

# Each with the tone that repeats it, and its icon.
STATES: Mapping[State, tuple[Words, Tone, str]] = {
    "kept": (pgettext_lazy("a paragraph", "kept"), "plain", "check"),
    "changed": (pgettext_lazy("a paragraph", "changed"), "info", "edit"),
    "moved": (pgettext_lazy("a paragraph", "moved"), "info", "refresh"),
    "added": (pgettext_lazy("a paragraph", "added"), "good", "plus"),
    "dropped": (pgettext_lazy("a paragraph", "dropped"), "warn", "x"),
}
FORCE: Mapping[Way, tuple[Words, Tone, str]] = {
    "hardened": (gettext_lazy("hardened"), "good", "chevron-right"),
    "softened": (gettext_lazy("softened"), "warn", "chevron-left"),
}
# What a page says of the earlier text, once a person linked it.
FOLLOWED: Mapping[str, Words] = {
    Descent.Kind.ADOPTED: gettext_lazy("Superseded: it was adopted as"),
    Descent.Kind.REVISED: gettext_lazy("Superseded: it was revised as"),
    Descent.Kind.AGAIN: gettext_lazy("Its subject was taken up again by"),
}
CAME_FROM: Mapping[str, Words] = {
    Descent.Kind.ADOPTED: gettext_lazy("Adopted from the draft"),
    Descent.Kind.REVISED: gettext_lazy("A revision of"),
    Descent.Kind.AGAIN: gettext_lazy("Takes up again the subject of"),
}
_CHANGES: Mapping[tuple[str, str], Words] = {
    ("condition", "softened"): gettext_lazy("A condition came: %(what)s"),
    ("condition", "hardened"): gettext_lazy("A condition went: %(what)s"),
    ("addressee", "added"): gettext_lazy("Asked now as well: %(what)s"),
    ("addressee", "dropped"): gettext_lazy("Asked no more: %(what)s"),
    ("window", "added"): gettext_lazy("A time came: %(what)s"),
    ("window", "dropped"): gettext_lazy("A time went: %(what)s"),
    ("clause", "added"): gettext_lazy("A verb came: “%(what)s”"),
    ("clause", "dropped"): gettext_lazy("A verb went: “%(what)s”"),
}


@dataclass(frozen=True)
class Badge:
    words: Words
    tone: Tone
    icon: str


def badges(row: Beside) -> list[Badge]:
    """Its state, that it changed too where it moved, and whether it asks more or less."""
    found = [Badge(*STATES[row.state])]
    if row.state == "moved" and not row.pair.identical:
        found.append(Badge(*STATES["changed"]))
    ways = {each.way for each in row.changes}
    return [*found, *(Badge(*FORCE[way]) for way in FORCE if way in ways)]


def sentence(change: Change) -> str:
    if change.what == "force":
        return _("“%(earlier)s” became “%(later)s”: %(way)s") % {
            "earlier": change.earlier, "later": change.later, "way": FORCE[change.way][0],
        }  # fmt: skip
    what = _named(change.what, change.later or change.earlier)
    return str(_CHANGES[change.what, change.way]) % {"what": what}


def _named(what: str, code: str) -> str:
    if what == "addressee":
        return ", ".join(names([code]))
    if what == "condition":
        return str(ESCAPES.get(code, code))
    if what == "window":
        return ", ".join(said_of(window, language()) for window in read(code))
    return code


def counted(rows: Sequence[Beside]) -> list[tuple[int, Words]]:
    """How many of each, as far as there are any."""
    states = Counter(row.state for row in rows)
    ways = Counter(way for row in rows for way in {each.way for each in row.changes})
    told = [(states[state], said) for state, (said, _tone, _icon) in STATES.items()]
    told += [(ways[way], said) for way, (said, _tone, _icon) in FORCE.items()]
    return [(number, said) for number, said in told if number]
