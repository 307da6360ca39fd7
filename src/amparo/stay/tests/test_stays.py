"""A stay and its days: the alarms before its end, on the file, in what is due, in the notices."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import IntegrityError
from django.test import Client
from pytest_django import Settings

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.actions.steps import step
from amparo.cases.clocks.models import Clock
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.notices.actions import tell
from amparo.cases.notices.queries import notices_of
from amparo.methods import clock
from amparo.people.country import day_of, today
from amparo.people.models import User
from amparo.people.queries import as_of_now
from amparo.stay.actions.returning import end_wish
from amparo.stay.actions.stays import grant_permit, note_stay_step
from amparo.stay.models import Stay
from amparo.stay.queries import STAY_END, hanging
from amparo.stay.tests.steps import permit, reflection, residence, wished
from repo.sources import ROOT
from support.cast import Cast

Browser = Callable[[User], Client]
HALVANY = ROOT / "tests" / "packs" / "halvany"


def alarms(case: Case, cast: Cast) -> list[Clock]:
    with acting_as(cast.manager_a):
        return hanging(case, STAY_END)


def days_before(stay: Stay, cast: Cast) -> list[int]:
    return [(stay.until - day_of(row.due_at)).days for row in alarms(stay.case, cast)]


def test_a_permit_sounds_sixty_thirty_and_seven_days_before_its_end(cast: Cast, case: Case) -> None:
    row = permit(case, by=cast.manager_a)
    assert days_before(row, cast) == [60, 30, 7]
    assert residence(case, cast) == State.PERMIT


def test_another_country_has_other_days(cast: Cast, case: Case, settings: Settings) -> None:
    settings.COUNTRY = HALVANY
    assert days_before(permit(case, by=cast.manager_a), cast) == [90, 14]


def test_a_permit_that_is_renewed_leaves_no_alarm_of_the_old_one(cast: Cast, case: Case) -> None:
    permit(case, by=cast.manager_a, days=20)
    row = permit(case, by=cast.manager_a, days=400)
    assert days_before(row, cast) == [60, 30, 7]


def test_the_alarms_are_silent_while_a_renewal_is_asked_for_and_not_once_it_is_refused(
    cast: Cast, case: Case
) -> None:
    by, row = cast.manager_a, permit(case, by=cast.manager_a, days=20)
    assert days_before(row, cast) == [20, 7]
    note_stay_step(case, row.pk, by=by, what="renewal")
    assert alarms(case, cast) == []
    note_stay_step(case, row.pk, by=by, what="refused")
    assert days_before(row, cast) == [20, 7]
    note_stay_step(case, row.pk, by=by, what="ended")
    assert alarms(case, cast) == []
    with pytest.raises(Refused, match="is over"):
        note_stay_step(case, row.pk, by=by, what="renewal")


def test_the_alarm_stands_on_the_file_in_what_is_due_and_is_told(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    row = permit(case, by=cast.manager_a)
    sixty = "The stay ends within 60 days"
    client = client_of(cast.manager_a)
    for path in (f"/files/{case.reference}/", "/files/due/?when=next", "/"):
        assert sixty in client.get(path).content.decode(), path
    on_the_day = clock.now() + timedelta(days=(row.until - today()).days - 60)
    with clock.at(on_the_day):
        tell(by=as_of_now(cast.manager_a))
        with acting_as(cast.manager_a):
            kinds = {notice.clock.rule for notice in notices_of(cast.manager_a) if notice.clock}
    assert "stay_60" in kinds


def test_a_stay_for_reflection_is_as_long_as_the_protected_period(cast: Cast, case: Case) -> None:
    with pytest.raises(Refused, match="never shorter than 30 days"):
        reflection(case, by=cast.manager_a, days=29)
    reflection(case, by=cast.manager_a, days=30)
    assert residence(case, cast) == State.REFLECTION_STAY


def test_nobody_says_that_somebody_may_stay_without_the_days_of_it(cast: Cast, case: Case) -> None:
    for state in (State.REFLECTION_STAY, State.PERMIT):
        with pytest.raises(Refused, match="Record the stay itself"):
            step(case, Track.RESIDENCE, state, by=cast.manager_a)


def test_a_permit_is_granted_to_whoever_wishes_to_return_and_the_wish_stands(
    cast: Cast, case: Case
) -> None:
    by = cast.manager_a
    wished(case, by=by)
    permit(case, by=by)
    assert residence(case, cast) == State.RETURN_WISHED
    end_wish(case, by=by, reason="may_stay")
    assert residence(case, cast) == State.PERMIT


def test_a_stay_that_is_over_is_not_recorded(cast: Cast, case: Case) -> None:
    since, until = today() - timedelta(days=60), today() - timedelta(days=1)
    with pytest.raises(Refused, match="is over already"):
        grant_permit(case, by=cast.manager_a, ground="asylum", since=since, until=until)


@pytest.mark.parametrize(
    ("changes", "name"),
    [({"until": "2026-01-01"}, "a_stay_has_an_end"), ({"ground": ""}, "a_permit_has_a_ground")],
)
def test_the_database_holds_the_rule_too(
    changes: dict[str, str], name: str, cast: Cast, case: Case
) -> None:
    given = {"kind": "permit", "ground": "asylum", "since": "2026-01-01", "until": "2027-01-01"}
    with acting_as(cast.manager_a):
        row = Stay(case=case, at=clock.now(), by=cast.manager_a, **{**given, **changes})
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            row.save(force_insert=True)
