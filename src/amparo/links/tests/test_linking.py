"""Who belongs together is told to whoever may know both, by both walls; to others not even that."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client

from amparo.access.acting import acting_as
from amparo.access.standing import Refused, standing_of
from amparo.cases.models import Case
from amparo.links.actions.linking import end_link, link
from amparo.links.models import Link
from amparo.links.queries import links_of
from amparo.links.tests.pairs import opened
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]


@pytest.fixture
def sisters(cast: Cast) -> tuple[Case, Case]:
    """Both opened by the police; the first is also shared with centre A."""
    shared, other = files.received(cast), opened(cast.first_responder, given_name="Bruna")
    link(
        shared, by=cast.first_responder, reference=other.reference, kind="family",
        relation="sibling",
    )  # fmt: skip
    return shared, other


def page(client: Client, case: Case) -> str:
    answer = client.get(f"/files/{case.reference}/links/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_link_stands_on_both_files(
    sisters: tuple[Case, Case], cast: Cast, client_of: Browser
) -> None:
    client = client_of(cast.first_responder)
    for case, other in (sisters, sisters[::-1]):
        html = page(client, case)
        assert other.reference in html and "brothers or sisters" in html


@pytest.mark.asvs("8.2.2")
def test_who_sees_one_file_learns_nothing_of_the_other(
    sisters: tuple[Case, Case], cast: Cast, client_of: Browser
) -> None:
    shared, other = sisters
    client = client_of(cast.manager_a)
    html = page(client, shared) + client.get(f"/files/{shared.reference}/").content.decode()
    assert "No link to another file that you may see." in html
    for word in (other.reference, other.pseudonym, "brothers or sisters", "sibling"):
        assert word not in html


@pytest.mark.parametrize("name", ["manager_a", "panel"])
def test_each_wall_alone_keeps_the_link(name: str, sisters: tuple[Case, Case], cast: Cast) -> None:
    reader = cast.users[name]
    with acting_as(reader), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM links_link")
        assert cursor.fetchone() == (0,), "row-level security, without any policy"
    with acting_as(cast.first_responder):
        assert links_of(sisters[0], standing_of(reader)) == [], "policy, where all rows are seen"
        assert len(links_of(sisters[0], standing_of(cast.first_responder))) == 1


def test_a_link_ends_and_stays_written(
    sisters: tuple[Case, Case], cast: Cast, client_of: Browser
) -> None:
    by = cast.first_responder
    with acting_as(by):
        (row,) = links_of(sisters[0], standing_of(by))
    end_link(sisters[1], row.pk, by=by)
    assert "brothers or sisters" not in page(client_of(by), sisters[0])
    with acting_as(by):
        assert Link.objects.count() == 1
    with pytest.raises(Refused, match="no such file"):
        end_link(sisters[1], row.pk, by=by)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"kind": "family"}, "how they are related"),
        ({"kind": "offender", "relation": "spouse"}, "Only a family"),
        ({"reference": "A-2020-99999"}, "no such file"),
    ],
)
def test_what_does_not_fit_is_refused(changes: dict[str, str], said: str, cast: Cast) -> None:
    by = cast.first_responder
    case, other = opened(by), opened(by)
    with pytest.raises(Refused, match=said):
        link(case, by=by, **{"reference": other.reference, "kind": "offender", **changes})


def test_a_file_is_not_linked_with_itself_nor_twice(cast: Cast) -> None:
    by = cast.first_responder
    case, other = opened(by), opened(by)
    with pytest.raises(Refused, match="this file itself"):
        link(case, by=by, reference=case.reference, kind="offender")
    link(case, by=by, reference=other.reference, kind="offender")
    with pytest.raises(Refused, match="linked so already"):
        link(other, by=by, reference=case.reference.lower(), kind="offender")


def test_a_file_that_is_not_shared_and_one_that_is_not_there_look_alike(cast: Cast) -> None:
    foreign, case = opened(cast.manager_b), opened(cast.first_responder)
    for reference in (foreign.reference, "A-2020-99999"):
        with pytest.raises(Refused, match="no such file, or it is not open to you"):
            link(case, by=cast.first_responder, reference=reference, kind="offender")
