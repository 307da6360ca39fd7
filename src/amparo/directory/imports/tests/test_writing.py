"""A file of services is brought in whole, changes nothing twice, and goes back whole."""

from amparo.directory.imports.models import State
from amparo.directory.imports.tests.files import brought, looked, row, undone
from amparo.directory.queries import services
from support.cast import Cast


def test_a_file_is_brought_in_and_taken_back(cast: Cast) -> None:
    by = cast.coordinator
    batch = brought(row(), row(id="8", name_en="Zinnia House", address="1 Quay"), by=by)
    assert (batch.state, batch.counts) == (State.DONE, {"new": 2})
    assert {each.name_en for each in services()} == {"Aster House", "Zinnia House"}
    assert undone(batch, by=by).state == State.UNDONE
    assert not services().exists()


def test_the_same_file_twice_changes_nothing(cast: Cast) -> None:
    brought(row(address="1 Quay", schedules="MO 08:00-12:00"), by=cast.coordinator)
    again = looked(row(address="1 Quay", schedules="MO 08:00-12:00"), by=cast.coordinator)
    assert again.counts == {"same": 1}
