"""The page of the Support track: where it stands, what can be done next, and who reads what."""

from collections.abc import Callable

from django.test import Client

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.cases.timeline import timeline
from amparo.people.models import User
from amparo.support.actions.people import note_relative, update_relative
from amparo.support.actions.services import note_feedback
from amparo.support.tests.steps import (
    agreed,
    assessed,
    followed,
    goal,
    in_course,
    left,
    planned,
    reached_by,
)
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]


def shown(client: Client, case: Case, path: str = "support/") -> str:
    answer = client.get(f"/files/{case.reference}/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_page_offers_help_at_once(cast: Cast, case: Case, client_of: Browser) -> None:
    html = shown(client_of(cast.manager_a), case)
    assert "wait for no decision" in html
    assert "Record a need and find a service" in html
    assert "Until then nobody gets in touch" in html


def test_the_page_says_what_was_found_and_opens_nothing(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    client, by = client_of(cast.manager_a), cast.manager_a
    assessed(case, by=by, note="She fears Quarmondel.", needs=("health",))
    reached_by(case, by=by)
    html = shown(client, case)
    assert "Health care" in html and "By telephone" in html
    assert "Quarmondel" not in html and "+000 111 222" not in html
    path = f"/files/{case.reference}/support/words/"
    opened = client.post(path, {"purpose": "safety"}).content.decode()
    assert "Quarmondel" in opened and "+000 111 222" in opened


def test_a_danger_that_is_there_now_stands_above_all(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    assessed(case, by=cast.manager_a, danger_family="acute", measures=("police",))
    html = shown(client_of(cast.manager_a), case)
    assert "Somebody is in danger" in html and "The police were told" in html


def test_the_file_asks_for_what_comes_next(cast: Cast, case: Case, client_of: Browser) -> None:
    client, by = client_of(cast.manager_a), cast.manager_a
    files.placed(cast, case)
    assert "/support/assess/" in shown(client, case, "")
    assessed(case, by=by)
    html = shown(client, case, "")
    assert "/support/goal/" in html and "/support/assess/" not in html
    goal(case, cast)
    assert "/support/plan/" in shown(client, case, "")
    agreed(case, by=by)
    assert "/support/plan/" not in shown(client, case, "")


def test_a_goal_stands_beside_its_referral(cast: Cast, case: Case, client_of: Browser) -> None:
    client = client_of(cast.manager_a)
    planned(case, cast)
    assert "No service was asked for yet." in shown(client, case)
    files.offered(cast, case)
    assert "House shelter: waiting for an answer." in shown(client, case)


def test_what_is_needed_and_stands_under_no_goal_is_named(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    planned(case, cast)
    html = shown(client_of(cast.manager_a), case)
    assert "needs without a goal" in html and "Health care; Legal aid" in html


def test_where_the_person_does_not_feel_safe_somebody_acts(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    offer = in_course(case, cast)
    note_feedback(case, offer.pk, by=cast.manager_a, useful="yes", safe=False, respected=True)
    client = client_of(cast.manager_a)
    assert "The person does not feel safe in a service" in shown(client, case, "")
    assert "Feels safe: no" in shown(client, case)


def test_a_service_sees_the_page_and_neither_writes_nor_reads_what_is_said_of_it(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    offer = in_course(case, cast)
    note_feedback(case, offer.pk, by=cast.manager_a, useful="no", safe=False, respected=False)
    html = shown(client_of(cast.provider), case)
    assert "House shelter" in html
    assert "Feels safe" not in html and "not safe for the person" not in html
    assert not any(f"/support/{deed}/" in html for deed in ("assess", "goal", "feedback", "exit"))


def test_the_panel_reads_and_writes_nothing(cast: Cast, case: Case, client_of: Browser) -> None:
    planned(case, cast)
    html = shown(client_of(cast.panel), case)
    assert "Plan, version 1" in html
    assert "/support/goal" not in html


def test_whoever_is_near_the_person_stands_there_as_they_are_now(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    by = cast.manager_a
    row = note_relative(
        case, by=by, relation="sibling", place="abroad", depends=False, danger="acute",
        measure="none_yet", name="Velunquarde",
    )  # fmt: skip
    client = client_of(by)
    html = shown(client, case)
    assert "Brother or sister · In another country" in html and "in danger now" in html
    assert "Velunquarde" not in html
    update_relative(case, row.pk, by=by, danger="none", measure="moved")
    html = shown(client, case)
    assert "They were brought to a safe place" in html and "not in danger" in html


def test_the_follow_ups_are_asked_for_and_help_anew_too(
    cast: Cast, case: Case, client_of: Browser
) -> None:
    by, client = cast.manager_a, client_of(cast.manager_a)
    in_course(case, cast)
    reached_by(case, by=by)
    left(case, by=by)
    assert "Follow-up after one month" in shown(client, case, "")
    followed(case, by=by, wants_help=True)
    html = shown(client, case, "")
    assert "Follow-up after three months" in html
    assert "The person wants help again" in html
    assert "Wants help again" in shown(client, case)


def test_each_step_stands_on_the_timeline(cast: Cast, case: Case) -> None:
    offer = in_course(case, cast)
    note_feedback(case, offer.pk, by=cast.manager_a, useful="no", safe=False, respected=False)
    with acting_as(cast.manager_a):
        told = [str(entry.title) for entry in timeline(case, "Support")]
    assert told[0] == "The person spoke of a service"
    for title in (
        "A service began",
        "The person agreed to the plan, version 1",
        "A goal was written",
    ):
        assert title in told
