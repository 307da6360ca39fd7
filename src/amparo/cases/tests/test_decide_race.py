"""Two officers decide in the same second, over two connections to a database of their own."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from amparo.access.standing import Refused
from amparo.cases.decisions.actions import decide
from amparo.cases.decisions.tests.deciding import TEXT, kept, second_officer
from amparo.cases.machine import State
from amparo.cases.models import Case
from amparo.config import embedded
from amparo.people.models import User
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
    with django_db_blocker.unblock(), committed_database(cluster, migrated, "officers"):
        yield


def answer_of(case: Case, outcome: State, by: User, start: Barrier) -> str:
    start.wait()
    try:
        decide(
            case,
            outcome,
            by=by,
            reason="other",
            note=TEXT,
            stands="received",
            findings=files.findings(outcome),
        )
    except Refused as refusal:
        return str(refusal)
    finally:
        connection.close()
    return "decided"


@pytest.mark.asvs("2.3.4", "15.4.2")
def test_of_two_officers_at_once_one_decides_and_the_other_is_told(committed: None) -> None:
    cast = make_cast()
    case, other, start = files.received(cast), second_officer(cast), Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(answer_of, case, State.PRESUMED, cast.panel, start)
        two = pool.submit(answer_of, case, State.NOT_PRESUMED, other, start)
    answers = sorted([one.result(), two.result()])
    assert answers[1] == "decided"
    assert answers[0].startswith("Somebody has decided meanwhile")
    assert len(kept(case, cast)) == 1
