"""Somebody with two files that were merged is one person in every figure."""

from amparo.access.acting import acting_as
from amparo.cases.models import Case
from amparo.figures.actions import rebuild
from amparo.figures.facts import token
from amparo.figures.models import Fact
from amparo.links.tests.pairs import merged, opened, unmerged
from support.cast import Cast


def counted(cast: Cast, *cases: Case) -> list[int]:
    with acting_as(cast.coordinator):
        return [Fact.objects.filter(token=token(case.pk)).count() for case in cases]


def test_a_merged_person_is_counted_once_and_twice_again_when_it_is_undone(cast: Cast) -> None:
    by, second = cast.manager_a, cast.coordinator
    case, other = opened(by), opened(by)
    assert counted(cast, case, other) == [1, 1]
    merged(case, other, by=by, second=second)
    assert counted(cast, case, other) == [0, 1]
    rebuild(by=cast.coordinator)
    assert counted(cast, case, other) == [0, 1]
    unmerged(case, by=by, second=second)
    assert counted(cast, case, other) == [1, 1]
