"""What this room says, in one place."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from amparo.cases.actions.opening import Columns
from amparo.design.parts import Words
from amparo.events.models import (
    Episode,
    EpisodeAnswer,
    Found,
    Missing,
    Threat,
    ThreatAnswer,
)

COLUMNS: Columns = {
    Missing: ("last_seen",),
    Found: ("note",),
    Episode: ("note",),
    EpisodeAnswer: ("note",),
    Threat: ("words",),
    ThreatAnswer: ("note",),
}

# What each sealed column is, to whoever opens it.
SEALED_WORDS: Mapping[str, Words] = {
    "missing.last_seen": _("When and where the person was last seen"),
    "found.note": _("How the person was found"),
    "episode.note": _("What happened when the person was exploited again"),
    "episodeanswer.note": _("How it goes on after that"),
    "threat.words": _("What the threat was"),
    "threatanswer.note": _("What was done against the threat"),
}

SIDES: Mapping[str, Words] = {
    "stops": _("What it stops"),
    "starts": _("What it starts"),
    "tells": _("Whom it tells"),
}
