"""Every form of the matrix: see `PageForms`. What is uploaded has tests of its own."""

from uuid import UUID

from django.utils.timezone import localtime

from amparo.access.acting import acting_as
from amparo.evidence.actions.matrix import add_episode
from amparo.evidence.deeds import PAGE
from amparo.evidence.queries import episodes_of
from amparo.evidence.tests.story import added, handed_over
from amparo.justice.models import Dossier
from amparo.justice.queries import dossiers_for
from amparo.methods import clock
from amparo.people.country import today
from support import files
from support.cast import Cast
from support.forms import PageForms, Sending, in_days

POLICE = "investigator"
EPISODE = {"form": "LABOUR", "since": in_days(-90), "child": "no"}


def this_minute(cast: Cast) -> str:
    """As a browser sends it: an item can be handed on in the minute in which it was taken in."""
    return f"{localtime(clock.now()):%Y-%m-%dT%H:%M}"


def a_dossier(cast: Cast) -> tuple[Dossier, None]:
    return handed_over(files.received(cast), cast, "police"), None


def with_an_item(cast: Cast) -> tuple[Dossier, UUID]:
    dossier, _ = a_dossier(cast)
    return dossier, added(dossier, cast.investigator).pk


def with_an_episode(cast: Cast) -> tuple[Dossier, UUID]:
    dossier, item = with_an_item(cast)
    add_episode(dossier, by=cast.investigator, form="LABOUR", since=today(), child="no")
    return dossier, item


def its_purpose(cast: Cast) -> str:
    """The element of the only episode, as the form offers it."""
    with acting_as(cast.investigator):
        (dossier,) = dossiers_for(cast.investigator)
        return f"{episodes_of(dossier)[0].pk}:purpose"


CUSTODY = {
    "kind": "handed_over", "when": this_minute, "giver": "Inspector Vale",
    "receiver": "Laboratory 3", "place": "Quay 4", "reason": "To be looked at.",
}  # fmt: skip


class TestForms(PageForms):
    pages = (PAGE,)
    sendings = (
        Sending(PAGE, "episode", a_dossier, EPISODE, tuple(EPISODE), POLICE),
        Sending(
            PAGE, "finding", with_an_episode, {"target": its_purpose, "says": "for"},
            ("target", "says"), POLICE,
        ),
        Sending(PAGE, "custody", with_an_item, CUSTODY, tuple(CUSTODY), POLICE),
        Sending(
            PAGE, "list", a_dossier, {"recipient": "court", "reason": "For the hearing."},
            ("recipient", "reason"), POLICE,
        ),
    )  # fmt: skip
