"""Where a confidential house is: sealed, known to whom it told, and to nobody else by any way."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from amparo.access.acting import acting_as
from amparo.access.standing import Refused
from amparo.audit.queries import OPENED, entries
from amparo.directory.actions.locations import (
    Where,
    add_location,
    open_where,
    remove_location,
    tell_where,
)
from amparo.directory.models import Location, Service, Whereabouts
from amparo.directory.queries import known_whereabouts, locations
from amparo.people.models import User
from support import files
from support.cast import Cast

Browser = Callable[[User], Client]
WHERE = Where("QV01", "14 Ravelindrade Row", "Vessarine", "1200", 1.25, 2.5)


def known_by(user: User, service: Service) -> list[Whereabouts]:
    with acting_as(user):
        return list(known_whereabouts(service))


def everything_stored() -> str:
    """All that the tables hold in clear, as text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(l::text, '') FROM directory_location l")
        return str(cursor.fetchone()[0])


def test_of_an_open_service_everybody_reads_the_address(cast: Cast) -> None:
    service = files.service(cast, confidential=False)
    row = add_location(service, WHERE, by=cast.provider)
    assert (row.address, row.city, row.latitude) == (WHERE.address, WHERE.city, WHERE.latitude)


def test_of_a_confidential_house_nothing_but_the_region_stands_in_clear(cast: Cast) -> None:
    row = add_location(files.service(cast), WHERE, by=cast.provider)
    stored = Location.objects.get(pk=row.pk)
    assert (stored.region, stored.address, stored.city, stored.postal_code) == ("QV01", "", "", "")
    assert (stored.latitude, stored.longitude) == (None, None)
    assert "Ravelindrade" not in everything_stored()


def test_the_house_itself_and_whom_it_told_open_the_address_under_an_audit_row(cast: Cast) -> None:
    service = files.service(cast)
    place = files.hidden(cast, service, told=["centre_a"])
    for user in (cast.provider, cast.manager_a):
        assert known_by(user, service) == [place]
        [known] = known_by(user, service)
        assert open_where(known, by=user) == files.HIDDEN
        row = entries().newest_first()[0]
        assert (row.action, row.actor, row.object_id) == (OPENED, user.pk, place.pk)


@pytest.mark.parametrize(
    "name", ["first_responder", "manager_b", "second_provider", "panel", "coordinator", "auditor"]
)
def test_nobody_else_learns_that_it_is_written_down_nor_opens_it(cast: Cast, name: str) -> None:
    """Not the bureau either, which oversees every file."""
    service, user = files.service(cast), getattr(cast, name)
    place = files.hidden(cast, service, told=["centre_a"])
    assert known_by(user, service) == []
    with pytest.raises(Refused):
        open_where(place, by=user)


def test_the_key_holds_where_the_policy_is_asked_nothing(cast: Cast) -> None:
    """A row that pretends to be told: the wall of the keys asks the stored one."""
    place = files.hidden(cast, files.service(cast))
    place.known_to = [cast.units["bureau"].pk]
    with pytest.raises(Refused, match="cannot be opened"):
        open_where(place, by=cast.coordinator)


def test_who_is_told_no_longer_opens_it_no_more(cast: Cast) -> None:
    service = files.service(cast)
    place = files.hidden(cast, service, told=["centre_a"])
    tell_where(place, [], by=cast.provider)
    assert known_by(cast.manager_a, service) == []


def test_only_whoever_runs_a_service_writes_where_it_is(cast: Cast) -> None:
    service = files.service(cast)
    place = files.hidden(cast, service)
    for attempt in (
        lambda: add_location(service, WHERE, by=cast.second_provider),
        lambda: tell_where(place, [cast.units["bureau"].pk], by=cast.second_provider),
        lambda: remove_location(place.location, by=cast.second_provider),
    ):
        with pytest.raises(Refused, match="another unit"):
            attempt()
    assert locations().of(service).count() == 1


def test_a_place_that_is_removed_takes_what_was_sealed_with_it(cast: Cast) -> None:
    service = files.service(cast)
    place = files.hidden(cast, service, told=["centre_a"])
    remove_location(place.location, by=cast.provider)
    assert not locations().of(service)
    assert known_by(cast.provider, service) == []


def pages(service: Service) -> list[str]:
    slug = service.slug
    return ["/services/", *(reverse(f"directory:{name}", args=[slug]) for name in ("detail",))]


def test_no_page_of_the_directory_shows_it_unasked(cast: Cast, client_of: Browser) -> None:
    service = files.service(cast)
    files.hidden(cast, service, told=["centre_a"])
    for user in (cast.provider, cast.manager_a, cast.coordinator, cast.first_responder):
        for address in pages(service):
            assert "Ravelindrade" not in client_of(user).get(address).content.decode()


def posted(client: Client, name: str, *arguments: Any, **data: Any) -> str:
    response = client.post(reverse(f"directory:{name}", args=arguments), data, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_a_house_writes_where_it_is_tells_a_unit_and_the_unit_opens_it(
    cast: Cast, client_of: Browser
) -> None:
    service, house = files.service(cast), client_of(cast.provider)
    data = {"region": "QV01", "address": WHERE.address, "latitude": "1.25"}
    assert "Write both degrees" in posted(house, "where", service.slug, **data)
    assert "Sealed" in posted(house, "where", service.slug, **data, longitude="2.5")
    [place] = known_by(cast.provider, service)
    assert "1 other unit knows it" in posted(
        house, "tell", service.slug, place.pk, units=[str(cast.units["centre_a"].pk)]
    )
    told = client_of(cast.manager_a)
    detail = told.get(reverse("directory:detail", args=[service.slug])).content.decode()
    assert "Show the address" in detail
    shown = posted(told, "open_place", service.slug, place.pk)
    assert "14 Ravelindrade Row · 1.25000, 2.50000" in shown


def test_who_was_not_told_finds_nothing_at_the_address_of_the_button(
    cast: Cast, client_of: Browser
) -> None:
    service = files.service(cast)
    place = files.hidden(cast, service)
    address = reverse("directory:open_place", args=[service.slug, place.pk])
    assert client_of(cast.coordinator).post(address).status_code == 404
    assert client_of(cast.coordinator).get(address).status_code == 405
