"""Two second persons decide in the same moment, over two connections (ASVS 2.3.4, 15.4.2)."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from amparo.access.standing import Refused
from amparo.access.tests.two_persons.deeds import doers, plain
from amparo.access.two_persons import Proposal, approve, refuse
from amparo.config import embedded
from amparo.people.models import User
from support.cast import make_cast
from support.committed import committed_database

Decide = Callable[..., None]
ROUNDS = 6


@pytest.fixture
def committed(
    cluster: embedded.Cluster,
    migrated: str,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    with django_db_blocker.unblock(), committed_database(cluster, migrated, "two_persons"):
        yield


def answer(decide: Decide, proposals: list[Proposal], by: User, start: Barrier) -> list[str]:
    return [_one(decide, proposal, by, start) for proposal in proposals]


def _one(decide: Decide, proposal: Proposal, by: User, start: Barrier) -> str:
    start.wait()
    try:
        decide(proposal, by=by)
    except Refused as refusal:
        return str(refusal)
    finally:
        connection.close()
    return "done"


@pytest.mark.asvs("2.3.4")
@pytest.mark.parametrize("other", [approve, refuse])
def test_of_two_decisions_at_once_one_wins_and_the_other_is_told(
    other: Decide, committed: None
) -> None:
    cast = make_cast()
    proposals, start = [plain(cast.manager_a) for _ in range(ROUNDS)], Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(answer, approve, proposals, cast.coordinator, start)
        two = pool.submit(answer, other, proposals, cast.auditor, start)
    for pair in zip(one.result(), two.result(), strict=True):
        assert sorted(pair) == ["This was decided already. Nothing more was done.", "done"]
    approvals = one.result().count("done") + (two.result().count("done") if other is approve else 0)
    assert len(doers()) == approvals
