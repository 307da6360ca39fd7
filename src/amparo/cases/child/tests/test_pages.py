"""The page of the Child route: the doubt and its reason, the guardian, what can be done next."""

from collections.abc import Callable

from django.test import Client

from amparo.access.acting import acting_as
from amparo.cases.child.actions.age import appeal_age
from amparo.cases.child.actions.recruited import (
    note_recruitment,
    say_proceedings,
    say_victim_standing,
)
from amparo.cases.child.tests.steps import (
    decided,
    ended,
    planned,
    told,
    weighed,
    with_guardian,
)
from amparo.cases.models import Case
from amparo.cases.timeline import timeline
from amparo.design.tokens import day_in_words
from amparo.people.country import today
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]


def shown(client: Client, case: Case, path: str = "child/") -> str:
    answer = client.get(f"/files/{case.reference}/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_says_why_the_person_is_protected(
    cast: Cast, child: Case, client_of: Browser
) -> None:
    client = client_of(cast.manager_a)
    assert "The age is not sure" in shown(client, child)
    decided(child, "adult", by=cast.panel)
    assert "The person is recorded as an adult" in shown(client, child)
    appeal_age(child, by=cast.manager_a, lodged_by="person")
    html = shown(client, child)
    assert "The decision on the age is contested" in html
    assert "/child/appeal/" not in html
    decided(child, "child", by=cast.coordinator)
    assert "the child&#x27;s best interests come first" in shown(client, child)


def test_the_page_shows_the_guardian_and_names_nobody(
    cast: Cast, child: Case, client_of: Browser
) -> None:
    client = client_of(cast.manager_a)
    assert "Nobody speaks for the child yet" in shown(client, child)
    assert "Ask for a guardian" in shown(client, child, "")
    with_guardian(child, by=cast.manager_a)
    html = shown(client, child)
    assert "A guardian was appointed" in html
    assert "Yssolande" not in html
    assert "Ask for a guardian" not in shown(client, child, "")


def test_a_reader_who_may_not_write_gets_no_way_to(
    cast: Cast, child: Case, client_of: Browser
) -> None:
    panel = shown(client_of(cast.panel), child)
    assert "/child/age/" in panel
    assert "/child/guardian" not in panel
    assert "/child/age/" not in shown(client_of(cast.first_responder), child)


def test_the_words_open_with_a_purpose(cast: Cast, child: Case, client_of: Browser) -> None:
    with_guardian(child, by=cast.manager_a)
    client, path = client_of(cast.manager_a), f"/files/{child.reference}/child/words/"
    assert "Yssolande" not in client.get(path).content.decode()
    assert "Yssolande" in client.post(path, {"purpose": "safety"}).content.decode()


def test_each_step_stands_on_the_timeline(cast: Cast, child: Case) -> None:
    with_guardian(child, by=cast.manager_a)
    decided(child, "adult", by=cast.panel)
    appeal_age(child, by=cast.manager_a, lodged_by="person")
    with acting_as(cast.manager_a):
        told = [str(entry.title) for entry in timeline(child, "Child route")]
    assert told == [
        "The decision on the age is contested",
        "Decision on the age: an adult",
        "A guardian was appointed",
    ]


def test_an_adults_file_offers_the_route_only_where_there_is_doubt(
    cast: Cast, client_of: Browser
) -> None:
    case = files.received(cast)
    html = shown(client_of(cast.manager_a), case, "")
    assert "The age is in doubt: open the Child route" in html
    assert "Ask for a guardian" not in html


def test_the_task_list_says_what_the_child_is_due_and_where_each_stands(
    cast: Cast, child: Case, client_of: Browser
) -> None:
    client, by = client_of(cast.manager_a), cast.manager_a
    html = shown(client, child)
    assert all(word in html for word in ("nobody yet", "to tell", "nothing weighed yet"))
    with_guardian(child, by=by)
    row = planned(child, by=by)
    assert "to close" in shown(client, child)
    assert "/child/meeting-end/" in shown(client, child, "")
    ended(child, row, by=by, guarantees=("room", "breaks"))
    told(child, by=by)
    weighed(child, by=by)
    html = shown(client, child)
    assert all(word in html for word in ("none is open", "With the guardian.", "Lacked then"))
    assert "Where the child lives: it is in the child’s best interests" in html
    assert "What a guardian does" in html
    assert "/child/meeting-end/" not in shown(client, child, "")


def test_nothing_is_due_to_an_adult_and_what_was_stays_to_be_read(
    cast: Cast, child: Case, client_of: Browser
) -> None:
    told(child, by=cast.manager_a)
    decided(child, "adult", by=cast.panel)
    html = shown(client_of(cast.manager_a), child)
    assert "risk to answer" not in html
    assert "The child said it back." in html


def test_days_within_a_sentence_are_words_and_no_markup(
    cast: Cast, child: Case, client_of: Browser
) -> None:
    by = cast.manager_a
    decided(child, "adult", by=cast.panel)
    note_recruitment(child, by=by, group="gang", way="at_school", returned=False)
    say_victim_standing(child, by=by, standing="recognised", authority="court")
    say_proceedings(child, by=by, standing="suspected", authority="court")
    html = shown(client_of(by), child)
    assert html.count(day_in_words(today())) == 3, "of age since; a victim and a suspect since"
    assert "&lt;" not in html
