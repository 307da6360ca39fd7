"""A case at each point of its way, got there by the actions a user's click calls."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from amparo.access.acting import acting_as
from amparo.access.two_persons import approve
from amparo.cases.actions.closings import propose_closing
from amparo.cases.actions.decisions import receive, refer
from amparo.cases.actions.files import open_file
from amparo.cases.consents.actions import record_consent, record_ground
from amparo.cases.decisions.actions import decide
from amparo.cases.decisions.findings import POSITIVE, Finding
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.cases.queries import case_with
from amparo.directory.actions.locations import Where, add_location, tell_where
from amparo.directory.models import Service, Whereabouts
from amparo.directory.queries import known_whereabouts
from amparo.methods import clock
from amparo.people.models import User
from amparo.referrals.actions.needs import record_need
from amparo.referrals.actions.offers import accept, offer
from amparo.referrals.models import Offer
from amparo.screening.models import Screening
from support.cast import Cast
from support.screenings import finished_screening

IDENTITY = {
    "given_name": "Zorvanela",
    "family_name": "Tikomaresh",
    "birth_date": "2004-02-29",
    "safe_contact": "through the school nurse, mornings",
}
FOUND = (Finding("LABOUR", "found"),)
NOT_FOUND = (Finding("LABOUR", "not_found"),)
HIDDEN = "14 Ravelindrade Row"
ACCOUNT = "The person said that the foreman Quibrandel keeps the passport."


def opened(cast: Cast, *, by: User | None = None, **answers: Any) -> Case:
    by = by or cast.first_responder
    screening: Screening = finished_screening(by, **answers)
    return open_file(screening, by=by, identity=IDENTITY, account=ACCOUNT)


def consented(cast: Cast, *, by: User | None = None, **answers: Any) -> Case:
    by = by or cast.first_responder
    case = opened(cast, by=by, **answers)
    for purpose in ("identification", "support"):
        if case.treated_as_child:
            record_ground(case, by=by, purpose=purpose, ground="best_interests")
        else:
            record_consent(
                case, by=by, purpose=purpose, recipients="both", language="en", how="signed",
                given_by="person",
            )  # fmt: skip
    return case


def referred(cast: Cast, **answers: Any) -> Case:
    case = consented(cast, **answers)
    refer(case, by=cast.first_responder)
    return fresh(case)


def received(cast: Cast, **answers: Any) -> Case:
    case = referred(cast, **answers)
    units = cast.units
    receive(case, by=cast.coordinator, authority=units["panel"], manager=units["centre_a"])
    return fresh(case)


def presumed(cast: Cast, **answers: Any) -> Case:
    case = received(cast, **answers)
    decide(case, State.PRESUMED, by=cast.panel, reason="grounds_found", findings=FOUND)
    return fresh(case)


def confirmed(cast: Cast, **answers: Any) -> Case:
    case = presumed(cast, **answers)
    with clock.at(clock.now() + timedelta(days=31)):
        decide(case, State.CONFIRMED, by=cast.panel, reason="confirmed", findings=FOUND)
    return fresh(case)


def findings(outcome: State) -> tuple[Finding, ...]:
    """What fits to a decision."""
    return FOUND if outcome in POSITIVE else NOT_FOUND


def close(case: Case, *, by: User, second: User, reason: str, note: str = "") -> None:
    approve(propose_closing(case, by=by, reason=reason, note=note), by=second)


def service(cast: Cast, unit: str = "shelter", **fields: Any) -> Service:
    given = {
        "kind": "shelter", "region": "north", "sexes": ["F", "M"], "languages": ["en"],
        "dependants": True, "round_the_clock": True, "confidential": True,
        "places_total": 4, "places_free": 2,
        "name_en": f"House {unit}", "name_fr": f"Maison {unit}",
        "slug": f"house-{unit}-{Service.objects.count()}", "unit": cast.units[unit],
    }  # fmt: skip
    return Service.objects.create(**{**given, **fields})


def hidden(cast: Cast, house: Service, told: Sequence[str] = ()) -> Whereabouts:
    """Where a confidential house of the shelter is, and the units that it has told."""
    row = add_location(house, Where(house.region, HIDDEN), by=cast.provider)
    units = [cast.units[name].pk for name in told]
    with acting_as(cast.provider):
        return tell_where(known_whereabouts(house).get(pk=row.pk), units, by=cast.provider)


def offered(cast: Cast, case: Case, **fields: Any) -> Offer:
    need = record_need(
        case, by=cast.first_responder, kind="shelter", urgency="tonight", region="north"
    )
    return offer(need, service(cast, **fields), by=cast.first_responder)


def placed(cast: Cast, case: Case) -> Offer:
    return accept(offered(cast, case), by=cast.provider)


def fresh(case: Case) -> Case:
    """The case as it is stored, read as somebody of the unit that opened it."""
    with acting_as(User.objects.filter(memberships__unit=case.unit_id).get()):
        return case_with(case.pk)
