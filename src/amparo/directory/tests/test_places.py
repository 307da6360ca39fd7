"""Places free: who may write them, how far they go, and what happens when two count at once."""

import pytest

from amparo.access.standing import Refused
from amparo.audit.queries import entries
from amparo.directory.actions.places import count_places, set_places
from amparo.directory.queries import services
from support import files
from support.cast import Cast


def test_a_provider_says_how_many_places_are_free(cast: Cast) -> None:
    service = files.service(cast)
    set_places(service, 3, by=cast.provider)
    stored = services().get(pk=service.pk)
    assert stored.places_free == 3
    assert stored.places_updated_at is not None


def test_setting_places_leaves_a_row_in_the_log(cast: Cast) -> None:
    service = files.service(cast)
    set_places(service, 3, by=cast.provider)
    row = entries().newest_first()[0]
    assert (row.action, row.actor, row.object_id) == ("set places", cast.provider.pk, service.pk)


@pytest.mark.parametrize("free", [-1, 5])
def test_there_are_never_fewer_than_none_nor_more_than_all(cast: Cast, free: int) -> None:
    service = files.service(cast, places_total=4, places_free=2)
    with pytest.raises(Refused):
        set_places(service, free, by=cast.provider)
    assert services().get(pk=service.pk).places_free == 2


def test_two_people_who_each_take_a_place_take_two(cast: Cast) -> None:
    seen_by_one = files.service(cast, places_free=2)
    seen_by_other = services().get(pk=seen_by_one.pk)
    count_places(seen_by_one, -1, by=cast.provider)
    count_places(seen_by_other, -1, by=cast.provider)
    assert services().get(pk=seen_by_one.pk).places_free == 0


def test_the_last_place_cannot_be_taken_twice(cast: Cast) -> None:
    service = files.service(cast, places_free=0)
    with pytest.raises(Refused, match="no place free"):
        count_places(service, -1, by=cast.provider)


def test_another_provider_cannot_count_our_places(cast: Cast) -> None:
    service = files.service(cast, "shelter")
    with pytest.raises(Refused, match="another unit"):
        count_places(service, 1, by=cast.second_provider)


def test_who_runs_no_service_has_no_mandate_to_count(cast: Cast) -> None:
    service = files.service(cast)
    with pytest.raises(Refused, match="no mandate"):
        set_places(service, 1, by=cast.coordinator)
