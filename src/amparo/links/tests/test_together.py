"""Several people found at one place: a file each, in one form, linked; or nothing at all."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.cases.models import Case
from amparo.cases.queries import cases_for
from amparo.links.actions.looking import look_for_same
from amparo.links.actions.together import note_together
from amparo.links.found import Found, read
from amparo.links.models import Link
from amparo.links.tests.pairs import opened
from amparo.people.models import User
from support.cast import Cast

Browser = Callable[[User], Client]
RAID: dict[str, Any] = {"channel": "inspection", "danger": False}


def files_of(user: User) -> set[str]:
    with acting_as(user):
        return set(cases_for(user).values_list("reference", flat=True))


def links(user: User) -> int:
    with acting_as(user):
        return Link.objects.count()


def test_each_person_has_a_file_and_every_two_are_linked(cast: Cast) -> None:
    by, known = cast.first_responder, opened(cast.first_responder)
    people = [Found("Zorvanela Tikomaresh", "2004"), Found("Bruna Kandresu")]
    made = note_together(
        by=by, key=uuid4(), people=people, unnamed=1, known=[known.reference], **RAID
    )
    assert len(made) == 3
    assert links(by) == 4 * 3 // 2
    (found,) = look_for_same(made[0], by=by)
    assert found.case == known


def test_the_same_form_sent_again_opens_nothing_more(cast: Cast, client_of: Browser) -> None:
    client = client_of(cast.first_responder)
    sent = {
        "key": uuid4(), "danger": "no", "channel": "inspection", "unnamed": "2",
        "people": "Zorvanela Tikomaresh, 2004-02-29\n\nBruna Kandresu\n",
    }  # fmt: skip
    answers = [client.post("/files/together/new/", sent) for _ in range(2)]
    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert len(files_of(cast.first_responder)) == 4
    page = client.get(answers[0].headers["Location"]).content.decode()
    assert set(re.findall(r"A-\d{4}-\d{5}", page)) == files_of(cast.first_responder)
    assert "Zorvanela" not in page


@pytest.mark.parametrize(
    "changes",
    [
        {"known": ["A-2020-99999"]},
        {"people": (), "known": ()},
        {"people": (Found("Alone"),), "known": ()},
        {"unnamed": 80},
    ],
)
def test_what_is_refused_leaves_nothing_of_anybody(changes: dict[str, Any], cast: Cast) -> None:
    by, before = cast.first_responder, files_of(cast.first_responder)
    asked = {"people": (Found("Zorvanela"), Found("Bruna")), "unnamed": 0, **RAID, **changes}
    with pytest.raises(Refused):
        note_together(by=by, key=uuid4(), **asked)
    assert files_of(by) == before
    assert links(by) == 0


def test_a_known_file_that_one_may_not_write_in_is_not_there(cast: Cast) -> None:
    foreign: Case = opened(cast.manager_b)
    with pytest.raises(Refused, match="no such file"):
        note_together(
            by=cast.first_responder, key=uuid4(), people=[Found("Zorvanela")],
            known=[foreign.reference], **RAID,
        )  # fmt: skip


def test_lines_are_people() -> None:
    assert read("Zora Maresh , 2004~\n\n  Bruna  ,\nKofi") == [
        Found("Zora Maresh", "2004~"), Found("Bruna"), Found("Kofi"),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="no date"):
        read("Zora, in spring")
    assert Found("Zora Maria Maresh").identity()["family_name"] == "Maresh"


def test_the_form_says_which_date_it_cannot_read(cast: Cast, client_of: Browser) -> None:
    sent = {"key": uuid4(), "danger": "no", "channel": "tip", "people": "Zora, in spring"}
    page = client_of(cast.first_responder).post("/files/together/new/", sent).content.decode()
    assert "is no date" in page
