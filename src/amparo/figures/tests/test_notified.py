"""Adults who refused are counted apart from the files, and a small count is hidden."""

from amparo.cases.actions.decisions import end_without_referral
from amparo.cases.machine import State
from amparo.figures.queries import notified
from amparo.methods import clock
from support import files
from support.cast import Cast


def refused(cast: Cast) -> None:
    end_without_referral(
        files.opened(cast), State.NOTIFIED, by=cast.first_responder, reason="adult_declined"
    )


def test_they_are_counted_apart_and_small_counts_are_hidden(cast: Cast) -> None:
    year = clock.now().year
    for _each in range(4):
        refused(cast)
    assert notified(year, files=20) is None  # fewer than five
    refused(cast)
    assert notified(year, files=20) == 5
    assert notified(year, files=7) is None  # the other two would stand out
    assert notified(year, files=5) == 5
    assert notified(year, files=None) is None  # a total that is hidden stays hidden
    assert notified(year - 1, files=20) == 0
