"""What each event stops, starts and whom it tells: the list that is shown and that is carried out.

Rooms below add their own by `cases.happenings`.
"""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from amparo.cases import happenings
from amparo.cases.happenings import Effect
from amparo.cases.machine import LEAVING, State
from amparo.cases.models import Case
from amparo.design.parts import Words
from amparo.events.actions import alarms
from amparo.events.queries import bureau, carriers
from amparo.people.models import User
from amparo.support.actions.assessment import ask_anew
from amparo.support.queries import last_assessment

CLOCKS: Mapping[str, Words] = {
    "missing": _("A time to find the person, on the first page of whoever must act."),
    "retrafficked": _("A time to decide how protection and identification go on."),
    "threat": _("A time to do something against the threat."),
    "language": _("A time to tell the person anew, in their language."),
}
UNSETTLING = ("missing", "retrafficked", "threat")
CLOSING = _("The file does not close before it is answered.")


def register() -> None:
    """The clock first: those who are told are told of it."""
    for event, words in CLOCKS.items():
        happenings.register(Effect("clock", "starts", words, _starts(event)), event)
    happenings.register(
        Effect("travel", "stops", _("No journey of a return begins."), here=_is_leaving), "missing"
    )
    happenings.register(Effect("closing", "stops", CLOSING), *CLOCKS)
    happenings.register(
        Effect("forms", "starts", _("Its forms of exploitation join those of the file.")),
        "retrafficked",
    )
    happenings.register(
        Effect(
            "languages",
            "starts",
            _("The file names the new languages, and so does each need recorded from now on."),
        ),
        "language",
    )
    happenings.register(
        Effect(
            "needs", "starts", _("Needs and risks are to be assessed anew, now."),
            lambda case, by, about: ask_anew(case, by=by), _is_helped,
        ),
        *UNSETTLING,
    )  # fmt: skip
    for event in CLOCKS:
        happenings.register(
            Effect("carriers", "tells", _("Whoever carries the file."), _tells_carriers(event),
                   lambda case, by: bool(carriers(case, by))),
            event,
        )  # fmt: skip
        happenings.register(
            Effect("bureau", "tells", _("The bureau."), _tells_bureau(event),
                   lambda case, by: bool(bureau(by))),
            event,
        )  # fmt: skip


def _is_leaving(case: Case, _by: User) -> bool:
    return case.residence in (*LEAVING, State.RETURN_DECIDED)


def _is_helped(case: Case, _by: User) -> bool:
    """Somebody whose needs were assessed once, and whose support has not ended."""
    return case.support not in ("", State.ENDED) and last_assessment(case) is not None


def _starts(event: str) -> happenings.Do:
    def start(case: Case, by: User, about: UUID) -> None:
        alarms.start(case, event)

    return start


def _tells_carriers(event: str) -> happenings.Do:
    def tell(case: Case, by: User, about: UUID) -> None:
        alarms.tell(case, event, carriers(case, by))

    return tell


def _tells_bureau(event: str) -> happenings.Do:
    def tell(case: Case, by: User, about: UUID) -> None:
        alarms.tell(case, event, bureau(by))

    return tell
