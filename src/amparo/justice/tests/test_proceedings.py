"""Proceedings: dates and duties on both sides, the file's own track, and what guards it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.actions.steps import step
from amparo.cases.clocks.queries import running_clocks
from amparo.cases.machine import State, Track
from amparo.cases.models import Case
from amparo.cases.timeline import timeline
from amparo.justice.actions.hearings import end_hearing, prepare
from amparo.justice.actions.proceedings import follow, note_judgment, reach_stage
from amparo.justice.models import Dossier
from amparo.justice.queries.proceedings import hearings_of, proceedings_of
from amparo.justice.tests.story import (
    before,
    convicted,
    dropped,
    handed_over,
    planned,
    reach,
    reported,
    told,
)
from amparo.people.country import today
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]


def clocks(case: Case, by: User) -> set[str]:
    with acting_as(by):
        return {row.rule for row in running_clocks(case)}


def fresh(case: Case, by: User) -> Case:
    with acting_as(by):
        case.refresh_from_db()
    return case


def test_the_files_track_follows_what_is_written_in_it(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    row = reported(case, by)
    assert fresh(case, by).justice == State.REPORTED
    reach(case, row, by, "investigated", "prosecuted", "charged")
    with pytest.raises(Refused, match="Record the day of the hearing"):
        reach(case, row, by, "hearing")
    planned(case, row, by)
    reach(case, row, by, "hearing")
    with pytest.raises(Refused, match="Record the judgment"):
        reach(case, row, by, "judged")
    convicted(case, row, by)
    reach(case, row, by, "judged", "final")
    assert fresh(case, by).justice == State.FINAL
    with acting_as(by):
        titles = {str(entry.title) for entry in timeline(case, "Justice")}
    assert {"A court has judged", "A hearing is planned", "Proceeding: judged"} <= titles


@pytest.mark.parametrize("state", [State.HEARING, State.JUDGED, State.DROPPED])
def test_no_step_of_the_track_goes_around_what_it_rests_on(
    state: State, cast: Cast, case: Case
) -> None:
    ways = {State.DROPPED: ("reported",), State.HEARING: ("reported", "investigated",
            "prosecuted", "charged")}  # fmt: skip
    for before_it in ways.get(state, ways[State.HEARING]):
        step(case, Track.JUSTICE, State(before_it), by=cast.manager_a)
    if state == State.JUDGED:
        state = State.HEARING
    with pytest.raises(Refused, match="Record"):
        step(case, Track.JUSTICE, state, by=cast.manager_a)


def test_what_the_police_write_is_a_task_on_the_file_and_no_step_yet(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    dossier = handed_over(case, cast)
    reported(dossier, cast.investigator, office="police")
    client = client_of(cast.manager_a)
    html = client.get(f"/files/{case.reference}/").content.decode()
    assert "Bring the file to where the proceeding stands" in html
    assert fresh(case, cast.manager_a).justice == ""
    follow(case, by=cast.manager_a, stage="reported")
    assert fresh(case, cast.manager_a).justice == State.REPORTED
    with pytest.raises(Refused, match="followed this already"):
        follow(case, by=cast.manager_a, stage="reported")


def test_both_sides_read_dates_and_duties_and_who_reported_them(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    dossier = handed_over(case, cast)
    row = reported(dossier, cast.investigator)
    planned(dossier, row, cast.investigator)
    for user, path in (
        (cast.manager_a, f"/files/{case.reference}/justice/"),
        (cast.investigator, f"/justice/{case.reference}/proceedings/"),
    ):
        html = client_of(user).get(path).content.decode()
        assert "Reported by Investigator Test" in html
        assert "A screen; A support person beside" in html
        assert "Money laundering" in html


def test_another_case_manager_and_another_police_unit_read_none_of_it(
    cast: Cast, dossier: Dossier
) -> None:
    reported(dossier, cast.investigator)
    for name in ("manager_b", "provider", "stranger", "statistician", "auditor"):
        with acting_as(cast.users[name]):
            assert proceedings_of(dossier.pk) == [], name
    for name in ("manager_a", "investigator", "coordinator"):
        with acting_as(cast.users[name]):
            assert len(proceedings_of(dossier.pk)) == 1, name


def test_what_was_dropped_is_told_within_its_time_and_only_then_final(
    cast: Cast, case: Case
) -> None:
    by = cast.manager_a
    stage = dropped(case, by)
    assert "drop_told" in clocks(case, by)
    with pytest.raises(Refused, match="right to a"):
        step(case, Track.JUSTICE, State.FINAL, by=by)
    told(case, stage, by)
    assert "drop_told" not in clocks(case, by)
    with pytest.raises(Refused, match="does not know of"):
        told(case, stage, by)
    step(case, Track.JUSTICE, State.FINAL, by=by)
    assert fresh(case, by).justice == State.FINAL


def test_nothing_is_dropped_without_a_reason(cast: Cast, case: Case) -> None:
    row = reported(case, cast.manager_a)
    with pytest.raises(Refused, match="why it was dropped"):
        reach(case, row, cast.manager_a, "dropped")


def test_a_day_is_neither_to_come_nor_before_what_it_follows(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    with pytest.raises(Refused, match="still to come"):
        reported(case, by, day=today() + timedelta(days=1))
    row = reported(case, by)
    with pytest.raises(Refused, match="before what it follows"):
        reach_stage(case, row.pk, by=by, stage="investigated", day=before(40))


def test_a_child_is_heard_only_with_a_guardian(cast: Cast) -> None:
    case = files.received(cast, age="not_sure")
    dossier = handed_over(case, cast)
    for side, by in ((case, cast.manager_a), (dossier, cast.investigator)):
        row = reported(side, by)
        with pytest.raises(Refused, match="only with a guardian"):
            planned(side, row, by, guardian=False)
        planned(side, row, by, guardian=True)


def test_a_hearing_is_prepared_held_and_says_what_was_missing(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    by, client = cast.manager_a, client_of(cast.manager_a)
    row = reported(case, by)
    later = planned(case, row, by, day=today() + timedelta(days=6))
    page = f"/files/{case.reference}/justice/"
    assert "6 things to do" in client.get(page).content.decode()
    prepare(case, later.pk, by=by, what=("person", "lawyer"))
    assert "4 things to do" in client.get(page).content.decode()
    with pytest.raises(Refused, match="already"):
        prepare(case, later.pk, by=by, what=("person",))
    with pytest.raises(Refused, match="still to come"):
        end_hearing(case, later.pk, by=by, outcome="held")
    held = planned(case, row, by, day=before(1))
    end_hearing(case, held.pk, by=by, outcome="held", measures=("screen",))
    assert "Missing there: A support person beside." in client.get(page).content.decode()
    with acting_as(by):
        assert len(hearings_of(case.pk)) == 2


def test_a_judgment_is_of_an_offence_of_the_proceeding(cast: Cast, case: Case) -> None:
    by = cast.manager_a
    row = reported(case, by)
    for offence, result, match in (
        ("smuggling", "convicted", "not about this offence"),
        ("trafficking", "acquitted", "follows a conviction"),
    ):
        with pytest.raises(Refused, match=match):
            note_judgment(
                case, row.pk, by=by, day=before(1), offence=offence, result=result,
                penalty_months=6, confiscation=False,
            )  # fmt: skip


def test_the_number_of_an_office_opens_to_the_file_and_not_to_the_dossier(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    handed_over(case, cast)
    reported(case, cast.manager_a, number="Tarnovelisk 12")
    words = f"/files/{case.reference}/justice/words/"
    assert "Tarnovelisk" in client_of(cast.manager_a).post(
        words, {"purpose": "safety"}
    ).content.decode()  # fmt: skip
    client = client_of(cast.investigator)
    shown = client.get(f"/justice/{case.reference}/proceedings/").content.decode()
    assert "Prosecutor" in shown
    assert "Tarnovelisk" not in shown
