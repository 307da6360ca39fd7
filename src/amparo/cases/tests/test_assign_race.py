"""Two coordinators assign the same file in the same second, over two connections."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from amparo.access.standing import Refused
from amparo.cases.models import Case
from amparo.cases.queues.actions import assign
from amparo.cases.queues.tests.carrying import carrier, colleague
from amparo.config import embedded
from amparo.people.models import Unit, User
from support import files
from support.cast import make_cast
from support.committed import committed_database


@pytest.fixture
def committed(
    cluster: embedded.Cluster,
    migrated: str,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    with django_db_blocker.unblock(), committed_database(cluster, migrated, "queues"):
        yield


def answer_of(cases: list[Case], by: User, unit: Unit, start: Barrier) -> str:
    start.wait()
    try:
        assign({case.reference: None for case in cases}, by=by, unit=unit, to=by)
    except Refused as refusal:
        return str(refusal)
    finally:
        connection.close()
    return "assigned"


@pytest.mark.asvs("2.3.4", "15.4.2")
def test_of_two_who_assign_at_once_one_does_and_the_other_is_told(committed: None) -> None:
    cast = make_cast()
    cases = [files.received(cast) for _ in range(2)]
    other, unit, start = colleague(cast, "bureau"), cast.units["bureau"], Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(answer_of, cases, cast.coordinator, unit, start)
        # Chosen in another order: neither waits for the other for ever.
        two = pool.submit(answer_of, cases[::-1], other, unit, start)
    answers = sorted([one.result(), two.result()])
    assert answers[1] == "assigned"
    winner = cast.coordinator if one.result() == "assigned" else other
    assert f"{cases[0].reference} was assigned to {winner} meanwhile." in answers[0]
    assert answers[0].endswith("Nothing was changed.")
    assert {carrier(case, unit, by=other) for case in cases} == {winner}
