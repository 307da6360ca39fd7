"""What was acknowledged is there after a power cut, whole (security design, 6.4)."""

import pytest

from system.power_cuts import run

KILLS = 3  # `./run bench faults` does thirty of each


@pytest.mark.parametrize("database", [True, False], ids=["database", "web process"])
def test_a_kill_loses_no_row_that_was_acknowledged(database: bool) -> None:
    loss = run(KILLS, database=database)
    assert loss.kills == KILLS
    assert len(loss.acknowledged) >= 5 * KILLS
    assert (loss.missing, loss.halves, loss.broken_links) == (0, 0, 0), str(loss)
