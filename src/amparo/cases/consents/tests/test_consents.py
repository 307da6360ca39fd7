"""Nothing leaves the unit without a consent that covers it, or the ground that stands for one."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.actions.decisions import refer
from amparo.cases.consents.actions import (
    record_consent,
    record_ground,
    stands_for,
    withdraw_consent,
)
from amparo.cases.consents.models import Consent
from amparo.cases.consents.queries import covered_purposes, live_consents
from amparo.cases.machine import Track
from amparo.cases.models import Case
from amparo.cases.tests.steps import statuses, stored
from amparo.methods import clock
from amparo.people.country import today
from support import files
from support.cast import Cast

PURPOSES = ("identification", "support", "police", "abroad", "statistics", "health")
# Whom a yes names: to the bureau for identification, to the services for everything else.
COVERS = {"bureau": ("identification",), "services": PURPOSES[1:], "both": PURPOSES}


def consent(case: Case, cast: Cast, **given: Any) -> Consent:
    told = {
        "purpose": "identification", "recipients": "bureau", "language": "en", "how": "signed",
        "given_by": "person", **given,
    }  # fmt: skip
    return record_consent(case, by=cast.first_responder, **told)


def assert_refused(case: Case, cast: Cast) -> None:
    with pytest.raises(Refused, match="Record the person's consent"):
        refer(case, by=cast.first_responder)
    assert stored(case, cast).identification == "screened"
    assert len(statuses(case, cast, Track.IDENTIFICATION)) == 1


def test_without_consent_or_ground_nothing_is_referred(cast: Cast) -> None:
    assert_refused(files.opened(cast), cast)


@pytest.mark.parametrize("recipients", ["bureau", "both"])
def test_a_consent_that_names_the_bureau_is_enough(recipients: str, cast: Cast) -> None:
    case = files.opened(cast)
    consent(case, cast, recipients=recipients)
    refer(case, by=cast.first_responder)
    assert stored(case, cast).identification == "referred"


@pytest.mark.parametrize(
    "given",
    [{"recipients": "services"}, *({"purpose": each} for each in PURPOSES[1:])],
    ids=["to the services only", *PURPOSES[1:]],
)
def test_a_consent_to_others_or_for_something_else_does_not_count(
    given: dict[str, str], cast: Cast
) -> None:
    case = files.opened(cast)
    consent(case, cast, **given)
    assert_refused(case, cast)


@pytest.mark.parametrize("recipients", COVERS)
def test_a_yes_covers_its_own_purpose_towards_those_it_names(recipients: str, cast: Cast) -> None:
    for purpose in PURPOSES:
        case = files.opened(cast)
        consent(case, cast, purpose=purpose, recipients=recipients)
        # To tell the police names the police, whatever else was chosen.
        expected = {purpose} & ({*COVERS[recipients], "police"})
        with acting_as(cast.first_responder):
            assert {each for each in PURPOSES if stands_for(case, each)} == expected
            assert covered_purposes(case) == expected


def test_a_consent_that_was_withdrawn_does_not_count(cast: Cast) -> None:
    case = files.opened(cast)
    withdraw_consent(consent(case, cast), by=cast.first_responder, how="oral_witness")
    assert_refused(case, cast)


def test_a_second_yes_outlives_the_withdrawal_of_the_first(cast: Cast) -> None:
    case = files.opened(cast)
    first = consent(case, cast)
    consent(case, cast)
    withdraw_consent(first, by=cast.first_responder, how="oral_witness")
    refer(case, by=cast.first_responder)
    assert stored(case, cast).identification == "referred"


@pytest.mark.parametrize(("days", "counts"), [(0, True), (7, True), (8, False), (400, False)])
def test_a_consent_counts_to_the_end_of_its_last_day(days: int, counts: bool, cast: Cast) -> None:
    case, now = files.opened(cast), clock.now()
    consent(case, cast, until=today() + timedelta(days=7))
    with clock.at(now + timedelta(days=days)):
        if counts:
            refer(case, by=cast.first_responder)
            assert stored(case, cast).identification == "referred"
        else:
            assert_refused(case, cast)


def test_a_consent_cannot_end_before_it_is_given(cast: Cast) -> None:
    case = files.opened(cast)
    with pytest.raises(Refused, match="cannot end before today"):
        consent(case, cast, until=date(2020, 1, 1))
    with acting_as(cast.first_responder):
        assert not live_consents(case).exists()


def test_a_consent_is_withdrawn_once(cast: Cast) -> None:
    case = files.opened(cast)
    given = consent(case, cast)
    withdraw_consent(given, by=cast.first_responder, how="signed")
    with pytest.raises(Refused, match="withdrawn already"):
        withdraw_consent(given, by=cast.first_responder, how="signed")


def test_a_ground_stands_for_the_consent_of_its_own_purpose_only(cast: Cast) -> None:
    case = files.opened(cast)
    record_ground(case, by=cast.first_responder, purpose="support", ground="vital_interest")
    assert_refused(case, cast)
    record_ground(case, by=cast.first_responder, purpose="identification", ground="vital_interest")
    refer(case, by=cast.first_responder)
    assert stored(case, cast).identification == "referred"


WRITES: dict[str, Callable[[Case, Cast], object]] = {
    "consent": lambda case, cast: record_consent(
        case, by=cast.manager_b, purpose="support", recipients="both", language="en",
        how="signed", given_by="person",
    ),
    "ground": lambda case, cast: record_ground(
        case, by=cast.manager_b, purpose="support", ground="vital_interest"
    ),
    "withdrawal": lambda case, cast: withdraw_consent(
        consent(case, cast), by=cast.manager_b, how="signed"
    ),
}  # fmt: skip


@pytest.mark.parametrize("write", WRITES.values(), ids=list(WRITES))
def test_another_unit_speaks_for_nobody(write: Callable[[Case, Cast], object], cast: Cast) -> None:
    with pytest.raises(Refused, match="not shared with your unit"):
        write(files.opened(cast), cast)
