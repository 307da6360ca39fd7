"""The last check does not believe the search: it wants the proof, and reads it."""

import numpy as np
import pytest

from amparo.methods.disclosure.alternatives import Need
from amparo.methods.disclosure.errors import Unsafe
from amparo.methods.disclosure.knowledge import Knowledge
from amparo.methods.disclosure.search import Search
from amparo.methods.tests.tables import table_of

KNOWN = Knowledge(table_of((3, 2), [2, 9, 8, 30, 12, 40]), np.ones(12, dtype=bool), 1)


def finished() -> Search:
    done = Search(KNOWN, 5)
    done.hide()
    done.check()
    return done


def test_a_missing_proof_is_found() -> None:
    done = finished()
    done.changes.clear()
    with pytest.raises(Unsafe, match="a0 / b0"):
        done.check()


def test_a_proof_that_does_not_add_is_found() -> None:
    done = finished()
    done.changes[0][0] += 1
    with pytest.raises(Unsafe, match="does not add up"):
        done.check()


def test_a_proof_against_a_published_number_is_found() -> None:
    done = finished()
    done.hidden[:] = done.primary
    with pytest.raises(Unsafe, match="contradicts"):
        done.check()


@pytest.mark.parametrize(("step", "held"), [(3, 5), (-1, 1)])
def test_the_plain_change_is_there_when_the_solver_gives_up(step: int, held: int) -> None:
    change = Search(KNOWN, 5).plain_change(Need(0, step))
    assert change is not None
    assert (KNOWN.counts + change).reshape(4, 3)[[0, 0, 3, 3], [0, 2, 0, 2]].tolist() == [
        held,
        held + 9,
        held + 20,
        held + 99,
    ]
