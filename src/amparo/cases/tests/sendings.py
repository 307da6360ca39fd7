"""Every form of this room: on which case, by whom, sent with what."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.cases.actions.decisions import withdraw
from amparo.cases.consents.actions import record_ground, withdraw_consent
from amparo.cases.consents.queries import grounds_of, live_consents
from amparo.cases.decisions.actions import decide
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.people.models import User
from support import files
from support.cast import Cast
from support.screenings import finished_screening

Prepare = Callable[[Cast], Case]


@dataclass(frozen=True)
class Sending:
    """`wanted`: the fields without which the form is refused, in their order on the page."""

    name: str
    by: str
    on: Prepare
    data: dict[str, Any]
    wanted: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    units: dict[str, str] = field(default_factory=dict)
    then: str = "detail"

    def leads_to(self, case: Case) -> str:
        page = self.then if ":" in self.then else f"cases:{self.then}"
        return reverse(page, args=[case.reference])

    def path(self, case: Case, cast: Cast) -> str:
        """`case` as `on` gave it."""
        if self.name.endswith("_consent"):
            given = _consent_of(case, cast.users[self.by])
            return reverse(f"cases:{self.name}", args=[case.reference, given])
        if self.name == "end_ground":
            given = _ground_of(case, cast.users[self.by])
            return reverse("cases:end_ground", args=[case.reference, given])
        return reverse(f"cases:{self.name}", args=[case.reference, *self.arguments])

    def filled(self, cast: Cast, **changes: object) -> dict[str, Any]:
        """As a browser sends it: with a key, and the units of this cast where one is chosen."""
        units = {name: cast.units[unit].pk for name, unit in self.units.items()}
        return {"key": uuid4(), **self.data, **units, **changes}


def _consent_of(case: Case, by: User) -> UUID:
    with acting_as(by):
        return live_consents(case)[0].pk


def _ground_of(case: Case, by: User) -> UUID:
    with acting_as(by):
        return grounds_of(case)[0].pk


def grounded(cast: Cast) -> Case:
    case = files.opened(cast)
    record_ground(case, by=cast.first_responder, purpose="identification", ground="vital_interest")
    return case


def shut_and_agreed_anew(cast: Cast) -> Case:
    """Nobody is left who came by the first consent, and a ground stands in its place."""
    case, by = files.received(cast), cast.first_responder
    with acting_as(by):
        given = live_consents(case).get(purpose="identification")
    withdraw_consent(given, by=by, how="signed")
    record_ground(case, by=by, purpose="identification", ground="vital_interest")
    return case


def withdrawn(cast: Cast) -> Case:
    case = files.received(cast)
    withdraw(case, by=cast.first_responder, reason="consent_withdrawn")
    return files.fresh(case)


def denied(cast: Cast) -> Case:
    case = files.received(cast)
    decide(
        case,
        State.NOT_PRESUMED,
        by=cast.panel,
        reason="grounds_not_found",
        findings=files.NOT_FOUND,
    )
    return files.fresh(case)


def closed(cast: Cast) -> Case:
    case = withdrawn(cast)
    files.close(case, by=cast.coordinator, second=cast.manager_a, reason="person_ended")
    return files.fresh(case)


OFFICER, MANAGER = "first_responder", "manager_a"
CONSENT = {
    "purpose": "police", "recipients": "bureau", "language": "en", "how": "signed",
    "given_by": "person",
}  # fmt: skip
MEASURES = ("coercion_flagged",)

SENDINGS = (
    Sending("consent", OFFICER, files.opened, CONSENT, tuple(CONSENT)),
    Sending(
        "ground", OFFICER, files.opened, {"purpose": "support", "ground": "vital_interest"},
        ("purpose", "ground"),
    ),
    Sending(
        "end_consent", OFFICER, files.consented, {"how": "signed"}, ("how",), then="holders"
    ),
    Sending(
        "narrow_consent", OFFICER, files.consented, {"recipients": "bureau", "how": "signed"},
        ("recipients", "how"), then="holders",
    ),
    Sending("end_ground", OFFICER, grounded, {}, then="holders"),
    Sending("refer", OFFICER, files.consented, {}),
    Sending(
        "end", OFFICER, files.opened, {"outcome": "notified", "reason": "adult_declined"},
        ("outcome", "reason"),
    ),
    Sending(
        "receive", "coordinator", files.referred, {}, ("authority", "manager"),
        units={"authority": "panel", "manager": "centre_a"},
    ),
    Sending(
        "share_again", "coordinator", shut_and_agreed_anew, {}, ("authority", "manager"),
        units={"authority": "panel", "manager": "centre_a"},
    ),
    Sending(
        "decide", "panel", files.received,
        {
            "outcome": "presumed", "reason": "grounds_found", "note": "Two accounts agree.",
            "standing_0": "found", "since_0": "2024-03", "evidence": "signs",
        },
        ("outcome", "reason", "standing_0", "evidence", "note"),
    ),
    Sending(
        "reconsider", OFFICER, denied, {"asked_by": "lawyer", "grounds": "facts_wrong"},
        ("asked_by", "grounds"),
    ),
    Sending(
        "told", OFFICER, denied,
        {"printed": "en", "language": "en", "how": "read_aloud", "interpreter": "none_needed"},
        ("printed", "language", "how", "interpreter"),
    ),
    Sending("withdraw", MANAGER, files.received, {"reason": "consent_withdrawn"}),
    Sending("close", MANAGER, withdrawn, {"reason": "support_completed"}, ("reason",)),
    Sending("reopen", MANAGER, closed, {"reason": "new_facts"}, ("reason",)),
    Sending(
        "step", OFFICER, files.opened, {"state": "reported"}, ("state",), arguments=("justice",)
    ),
    Sending(
        "extend", "panel", files.received, {"amount": 1, "reason": "health"},
        ("amount", "reason"), arguments=("first_decision",),
    ),
    Sending(
        "questions", OFFICER, files.opened,
        {"also_interpreter_wish": "man", "also_debt": "Two hundred, to the foreman."},
    ),
    Sending("correct", OFFICER, files.opened, {"given_name": "Zorvanelda"}),
    Sending("add_account", OFFICER, files.opened, {"text": "Seen at the gate."}, ("text",)),
    *(
        Sending("measure", OFFICER, files.opened, {"note": "Told."}, arguments=(kind,),
                then="justice_file:non-punishment")
        for kind in MEASURES
    ),
)  # fmt: skip
NAMES = [" ".join((sending.name, *sending.arguments)) for sending in SENDINGS]


def path_of_new_file(cast: Cast) -> str:
    screening = finished_screening(cast.first_responder)
    return reverse("cases:open", args=[screening.pk])
